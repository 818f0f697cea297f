import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { type Artifacts, startArtifacts } from '#sandbox/github/artifacts.ts'
import { masked } from '../../../redact/test/masked.ts'
import { uploadArtifact } from '../../artifact.ts'
import type { ArtifactService } from '../../artifact-service.ts'
import { artifactsOfRun } from '../../artifacts.ts'

let artifacts: Artifacts
beforeAll(async () => {
  artifacts = await startArtifacts()
})
afterAll(() => artifacts.stop())

const options = { env: {}, signal: new AbortController().signal, random: () => 0 }

function serviceOf(runId: string): ArtifactService {
  const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = artifacts.job(runId)
  return { url, token }
}

const upload = (runId: string, name: string, text = name) =>
  uploadArtifact(serviceOf(runId), { ...options, name, files: { file: masked(text) } })

describe('the artifacts of a run', () => {
  test('are those of all of its jobs, the oldest first, and of no other run', async () => {
    for (const name of ['one', 'two']) await upload('1', name)
    await upload('2', 'other')
    const own = artifactsOfRun(serviceOf('1'), options)
    expect((await own.list()).map(({ name }) => name)).toEqual(['one', 'two'])
    expect(await artifactsOfRun(serviceOf('3'), options).list()).toEqual([])
  })

  test('are read whole', async () => {
    const text = 'größer\n'.repeat(10_000)
    await upload('4', 'whole', text)
    const own = artifactsOfRun(serviceOf('4'), options)
    const [listed] = await own.list()
    const zip = await own.download(listed as NonNullable<typeof listed>, 10_000_000) // one was kept
    expect(strFromU8(unzipSync(zip)['file'] ?? new Uint8Array())).toBe(text)
  })

  test('that another run has listed cannot be read', async () => {
    await upload('5', 'theirs')
    const [listed] = await artifactsOfRun(serviceOf('5'), options).list()
    const other = artifactsOfRun(serviceOf('6'), options)
    await expect(other.download(listed as NonNullable<typeof listed>, 1_000)).rejects.toThrow(/403/) // one was kept
  })

  test('are not read beyond what is asked for, nor in other bytes than were kept', async () => {
    artifacts.plant('7', 'large', Buffer.alloc(10_000), { size: '10' })
    artifacts.plant('7', 'other', Buffer.alloc(10), { digest: `sha256:${'0'.repeat(64)}` })
    const own = artifactsOfRun(serviceOf('7'), options)
    const [large, other] = await own.list()
    await expect(own.download(large as NonNullable<typeof large>, 1_000)).rejects.toThrow(/larger than 1000/) // two were kept
    await expect(own.download(other as NonNullable<typeof other>, 1_000)).rejects.toThrow(/was kept/) // two were kept
  })

  test('are asked for again where the service stumbles, and are read in either spelling of names', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      response.writeHead(++asked < 3 ? 503 : 200, { 'content-type': 'application/json' })
      const artifact = {
        workflowRunBackendId: 'r',
        workflowJobRunBackendId: 'j',
        databaseId: '7',
        name: 'plan',
        size: '12',
        createdAt: '2026-11-24T12:00:00Z',
      }
      response.end(JSON.stringify({ artifacts: [artifact] }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // a TCP server has such an address
    const own = artifactsOfRun({ ...serviceOf('8'), url }, options)
    expect(await own.list()).toMatchObject([{ id: 7, name: 'plan', size: 12, digest: undefined }])
    expect(asked).toBe(3)
    server.closeAllConnections()
    server.close()
  })
})
