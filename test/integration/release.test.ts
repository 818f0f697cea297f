import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import type { Progress } from '#sandbox/progress.ts'
import { Recording } from '#sandbox/release/recording.ts'
import { type Act, type Story, tellStory } from '#sandbox/release/story.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'

const acts: Act[] = []
let sandbox: Sandbox
let story: Story
const recording = new Recording()

const silent: Progress = { report: () => undefined, done: () => undefined, close: () => undefined }

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress: silent })
  story = await tellStory({
    sandbox,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onAct: (act) => acts.push(act),
    recording,
  })
}, 600_000)

afterAll(() => sandbox?.stop())

const told = (scene: string | RegExp) =>
  acts.filter((act) => act.scene.match(scene)).map((act) => `${act.what}: ${act.told}`)

test('a release holds from the preview to the proof', () => {
  expect(acts.filter((act) => !act.held)).toEqual([])
  expect(story.held).toBe(true)
})

test('a pull request is previewed by four plans in one comment', () => {
  expect(told(/^pull request/)).toEqual([
    'provision plan: 32 to create, 3 outputs',
    'migrate plan: 7 to run',
    'deploy plan: 16 to create',
    'verify policy: 0 findings, 7 to run',
    'review: 4 plans recorded, 1 comment',
  ])
  for (const heading of ['Provision', 'Migrate', 'Deploy', 'Verify'])
    expect(story.comment).toMatch(new RegExp(`^### ${heading}\\b`, 'm'))
})

test('a variable, a migration and a manifest that changed since are refused by name', () => {
  expect(told('changed since then')).toEqual([
    'provision apply: refused: network/module.network.aws_vpc.this differs',
    'migrate apply: refused: db/migrations/0001_tenants differs',
    'deploy apply: refused: onex-dev/ConfigMap/onex-api differs',
  ])
})

test('the merged release applies what was reviewed, after nothing of what was refused', () => {
  expect(told(/^merged/)).toEqual([
    'provision apply: 35 of 35 done, as reviewed',
    'migrate apply: 7 of 7 done, as reviewed',
    'deploy apply: 16 of 16 done, as reviewed',
    expect.stringMatching(/^run onex-api: http:/),
    'verify live: 7 probes passed',
  ])
})

test('a second release changes nothing and says so', () => {
  expect(told('once more')).toEqual([
    'provision apply: changed=false',
    'migrate apply: changed=false',
    'deploy apply: changed=false',
  ])
})

test('the service that was released knows its tenant, and refuses without a key', async () => {
  const { url, apiKey, authorization } = story.workload ?? { url: '', apiKey: '', authorization: '' }
  const ask = (headers: Record<string, string>) => fetch(`${url}/v1/tenants/me`, { headers })
  expect((await ask({ 'x-api-key': apiKey })).status).toBe(200)
  expect((await ask({ authorization })).status).toBe(200)
  expect((await ask({})).status).toBe(401)
})

describe('every step says what was recorded of it, in log, summary, annotations, comment and check run', () => {
  const folder = join(import.meta.dirname, '../recordings/release')
  const recorded = existsSync(folder) ? readdirSync(folder) : []

  test('no step more, and none less', () => {
    const said = recording.files()
    if (process.env['RECORD'] === undefined) return expect(Object.keys(said).sort()).toEqual(recorded.sort())
    // `RECORD=1 npm test -- test/integration/release` writes down what is said now; git shows what that changes.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(said)) writeFileSync(join(folder, name), text)
  })

  test.each(recorded)('%s', (name) => {
    expect(recording.files()[name]?.split('\n')).toEqual(readFileSync(join(folder, name), 'utf8').split('\n'))
  })
})
