import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { prepareKustomize } from '#sandbox/kustomize/kustomize.ts'
import type { Told } from '#sandbox/release/start.ts'
// What this test loads is prepared before it; the command starts it.
import '#sandbox/release/backing.ts'
import '#sandbox/sandbox.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'sandbox/out')

const actions = [
  ['provision', 'Provision'],
  ['migrate', 'Migrate'],
  ['deploy', 'Deploy'],
  ['verify', 'Verify'],
] as const

let temp: string
let start: ChildProcess
let printed = ''
let { acts, story, files }: Told = {
  acts: [],
  story: { held: false, comment: '', workload: undefined },
  files: {},
}

beforeAll(async () => {
  rmSync(join(out, 'comment.html'), { force: true })
  rmSync(join(out, 'deploy.env'), { force: true })
  temp = mkdtempSync(join(tmpdir(), 'omninode-release-'))
  const record = join(temp, 'told.json')
  const args = ['--conditions=source', 'sandbox/release/start.ts', '--keep', '--record', record]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  start = child
  child.stdout.on('data', (data) => {
    printed += data
  })
  const isUp = () => /stays up until Ctrl-C[\s\S]*--env-file=sandbox\/out\/verify\.env/.test(printed)
  while (!isUp() && child.exitCode === null) await sleep(200)
  if (!existsSync(record)) throw new Error(`it ended before its end:\n${printed.slice(-4_000)}`)
  ;({ acts, story, files } = JSON.parse(readFileSync(record, 'utf8')) as Told)
}, 600_000)

afterAll(async () => {
  rmSync(temp, { recursive: true, force: true })
  if (start?.exitCode !== null) return
  // What it has started is stopped by it.
  start.kill('SIGINT')
  await once(start, 'exit')
}, 60_000)

const told = (scene: string | RegExp) =>
  acts.filter((act) => act.scene.match(scene)).map((act) => `${act.what}: ${act.told}`)

test('a release holds from the preview to the proof', () => {
  expect(acts.filter((act) => !act.held)).toEqual([])
  expect(story.held).toBe(true)
})

test('a pull request is previewed by four plans in one comment', () => {
  expect(told(/^pull request/)).toEqual([
    'provision plan: 32 to create, 3 outputs',
    'migrate plan: 9 to run',
    'deploy plan: 27 to create',
    'verify policy: 0 findings, 8 to run',
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
    'migrate apply: 9 of 9 done, as reviewed',
    'deploy apply: 27 of 27 done, as reviewed',
    expect.stringMatching(/^run onex-api: http:/),
    'verify live: 8 probes passed',
    'reports in Kafka: started 1, planned 1, verified 1: verified',
    expect.stringMatching(/^read from Kafka: onex\.cmd\.onex-api\.workflow-start\.v1 of /),
  ])
})

test('a second release changes nothing and says so', () => {
  expect(told('once more')).toEqual([
    'provision apply: changed=false',
    'migrate apply: changed=false',
    'deploy apply: changed=false',
    'verify live: 8 probes passed',
    'reports in Kafka: started 4, planned 4, applied 3, verified 1: verified',
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
    if (process.env['RECORD'] === undefined) return expect(Object.keys(files).sort()).toEqual(recorded.sort())
    // `RECORD=1 npm test -- test/integration/release` writes down what is said now; git shows what that changes.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  })

  test.each(recorded)('%s', (name) => {
    expect(files[name]?.split('\n')).toEqual(readFileSync(join(folder, name), 'utf8').split('\n'))
  })
})

test('npm start releases the platform, writes its report, and keeps all of it up until it is told to end', async () => {
  expect(printed).toContain('All of it held')
  const page = readFileSync(join(out, 'comment.html'), 'utf8')
  for (const [, step] of actions) expect(page).toMatch(new RegExp(`<h3>${step}\\b`))

  for (const part of ['Kubernetes', 'Postgres', 'AWS', 'GitHub', 'OIDC', 'onex-api'])
    expect(printed).toMatch(new RegExp(`^  ${part} +\\S`, 'm'))
  const [, key = '', url = ''] = /x-api-key: (\S+)' (\S+)/.exec(printed) ?? []
  expect((await fetch(url, { headers: { 'x-api-key': key } })).status).toBe(200)
  const kustomize = await prepareKustomize({ progress: () => undefined })
  for (const [action, title] of actions) {
    const args = [`--env-file=sandbox/out/${action}.env`, `actions/${action}/dist/main.js`]
    const env = { PATH: `${kustomize}${delimiter}${process.env['PATH']}` }
    const { status, output } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
    expect(output.join('')).toMatch(new RegExp(`^${title}: `, 'm'))
    expect(status).toBe(0)
  }

  start.kill('SIGINT')
  expect(await once(start, 'exit')).toEqual([0, null])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
}, 400_000)
