import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { type Artifacts, startArtifacts } from '#sandbox/github/artifacts.ts'
import { masked } from '../../../redact/test/masked.ts'
import { uploadArtifact } from '../../artifact.ts'
import type { ArtifactService } from '../../artifact-service.ts'

let artifacts: Artifacts
beforeAll(async () => {
  artifacts = await startArtifacts()
})
afterAll(() => artifacts.stop())

const { signal } = new AbortController()

function serviceOf(runId: string): ArtifactService {
  const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = artifacts.job(runId)
  return { url, token }
}

test('files are kept with the run, whole', async () => {
  const files = { 'plan.md': masked('# größer\n'.repeat(10_000)), 'plan.json': masked('{}\n') }
  const id = await uploadArtifact(serviceOf('1'), { name: 'plan-1', files, env: {}, signal })
  const kept = artifacts.kept().find((each) => each.id === id)
  expect(kept?.name).toBe('plan-1')
  const entries = Object.entries(unzipSync(kept?.zip ?? new Uint8Array()))
  expect(Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(files)
})

test('a name that the run has already used is an error that says so', async () => {
  const again = { name: 'plan-2', files: { a: masked('b') }, env: {}, signal }
  await uploadArtifact(serviceOf('2'), again)
  await expect(uploadArtifact(serviceOf('2'), again)).rejects.toThrow(/409 .*already_exists/)
  await uploadArtifact(serviceOf('3'), again)
})

test.each([
  ['is for something else', Buffer.from(JSON.stringify({ scp: 'Actions.Other' })).toString('base64url')],
  ['says nothing', Buffer.from('{}').toString('base64url')],
  ['is no token', '%'],
])('a token that %s is refused before anything is sent, and is not shown', async (_what, claims) => {
  const service = { url: 'http://127.0.0.1:1', token: `head.${claims}.secret-part` }
  const error = await uploadArtifact(service, { name: 'plan', files: {}, env: {}, signal }).catch(
    (thrown) => thrown,
  )
  expect(String(error)).not.toMatch(/ECONNREFUSED|fetch failed|secret-part/)
})

test('a token that the service does not know is refused', async () => {
  const { url, token } = serviceOf('4')
  const forged = { url, token: `${token}x` }
  await expect(uploadArtifact(forged, { name: 'plan', files: {}, env: {}, signal })).rejects.toThrow(/401/)
})
