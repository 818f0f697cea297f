/** Copies of the service that each lack one protection: one of the checks turns red, and `verify live` where it can see it. */
import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { runs, seed } from '../../../test/repetitions.ts'
import { startDaemon } from '../../../toolkit/process/daemon.ts'
import { createRole, migrate } from '../database.ts'
import { type Mutation, mutated, mutations } from '../mutations.ts'
import { protections } from '../protections.ts'
import type { Found, SubjectOptions } from '../subject.ts'

const root = join(import.meta.dirname, '../../..')
const source = join(root, 'onex-api/src')
let folder: string
let postgres: Postgres
let password: string
let looks = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-mutations-'))
  postgres = await startPostgres({ progress: () => undefined })
  password = await createRole(postgres)
  for (const [name, to] of [['onex'], ['behind', '0006']] as const) {
    await postgres.createDatabase(name)
    await migrate(postgres, name, to)
  }
  mkdirSync(join(folder, 'checkout/k8s'), { recursive: true })
  writeFileSync(
    join(folder, 'checkout/k8s/config.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {COLOR: blue}\n',
  )
}, 60_000)
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A copy of the source, and beside it the packages that it needs. */
function copyOf(mutation: Mutation | undefined): string {
  const copy = join(folder, String(looks))
  const target = join(copy, 'onex-api/src')
  cpSync(source, target, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const own = join(root, 'onex-api/node_modules')
  if (existsSync(own)) symlinkSync(own, join(copy, 'onex-api/node_modules'))
  if (mutation !== undefined) {
    const file = join(target, mutation.file)
    writeFileSync(file, mutated(mutation, readFileSync(file, 'utf8')))
  }
  return target
}

/** Asks the built step, by the targets of the release and a route that nobody made. @returns `green`, else its log */
function verifyLive({ url, key, authorization }: Found): Promise<string> {
  const targets = [
    'http env:ONEX_API/health/ready expect 200',
    'http env:ONEX_API/v1/tenants/me header x-api-key env:ONEX_API_KEY expect 200',
    'http env:ONEX_API/v1/tenants/me header authorization env:ONEX_API_AUTHORIZATION expect 200',
    'http env:ONEX_API/v1/tenants/me expect 401',
    'http env:ONEX_API/v1/no-such-route header x-api-key env:ONEX_API_KEY expect 404',
    'http env:ONEX_API/v1/no-such-route expect 401',
  ].join('\n')
  const env = {
    PATH: dirname(process.execPath),
    ONEX_API: url,
    ONEX_API_KEY: key,
    ONEX_API_AUTHORIZATION: authorization,
    INPUT_COMMAND: 'live',
    INPUT_TARGETS: targets,
    INPUT_REVIEWED: 'off',
    INPUT_COMMENT: 'off',
    'INPUT_ROLLOUT-TIMEOUT': '5s',
    GITHUB_WORKSPACE: join(folder, 'checkout'),
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'omninode-ai/omninode_infra',
    GITHUB_REPOSITORY_ID: '123456',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_ACTOR: 'octocat',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_SERVER_URL: 'https://github.com',
  }
  const main = join(root, 'actions/verify/dist/main.js')
  return new Promise((resolve) => {
    execFile(process.execPath, [main], { env }, (error, stdout, stderr) =>
      resolve(error === null ? 'green' : `${stdout}${stderr}`),
    )
  })
}

async function lookAt(mutation?: Mutation) {
  looks += 1
  const options: SubjectOptions = {
    source: copyOf(mutation),
    url: postgres.url('onex'),
    password,
    log: join(folder, `${looks}.log`),
    found: join(folder, `${looks}.json`),
  }
  const daemon = await startDaemon({
    name: 'the copy',
    command: process.execPath,
    args: ['--conditions=source', join(root, 'onex-api/test/subject.ts')],
    env: { SUBJECT: JSON.stringify(options), LOG_LEVEL: 'info' },
    logFile: options.log,
    ready: async () => existsSync(options.found),
    deadline: 60_000,
    stopSignal: 'SIGKILL',
  })
  try {
    const found = JSON.parse(readFileSync(options.found, 'utf8')) as Found // of our own program
    return { found, live: await verifyLive(found) }
  } finally {
    await daemon.stop()
  }
}

describe('the list of protections', () => {
  test('has nothing that no mutation needs, and the other way round', () => {
    const names = protections.map(({ name }) => name)
    expect([...new Set(mutations.map(({ red }) => red))].sort()).toEqual(names.toSorted())
  })
})

test('the service as it is has all protections, and verify live says so', async () => {
  const { found, live } = await lookAt()
  expect(found.red).toEqual({})
  expect(live).toBe('green')
  expect(found.held.length).toBe(protections.length)
}, 120_000)

/** A part of them from the seed; all of them in full. */
function chosen(): readonly Mutation[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
  return mutations
    .map((mutation) => [next(), mutation] as const)
    .sort(([one], [another]) => one - another)
    .slice(0, runs(mutations.length))
    .map(([, mutation]) => mutation)
}

test.each(chosen().map((mutation) => [mutation.without, mutation] as const))(
  'a copy without %s is told by its check, and by verify live where it can be seen',
  async (_without, mutation) => {
    const { found, live } = await lookAt(mutation)
    expect(Object.keys(found.red)).toContain(mutation.red)
    // One that nobody sees from outside is said to be so, with the reason.
    if (mutation.hidden !== undefined) expect(live).toBe('green')
    else expect(live).toContain('::error title=NOT_PROVEN::')
  },
  120_000,
)
