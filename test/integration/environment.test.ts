/** What an environment says that no step can run in: told by name at the start of each, before anything. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const steps = ['provision', 'migrate', 'deploy', 'verify'] as const
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-environment-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly output: string
}

function start(step: string, file: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', join(root, `actions/${step}/src/${file}.ts`)],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        GITHUB_ACTOR: 'octocat',
        GITHUB_API_URL: 'http://127.0.0.1:1',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_REPOSITORY_ID: '2',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_RUN_ID: '1',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_SHA: '0'.repeat(40),
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: folder,
        INPUT_COMMAND: step === 'verify' ? 'policy' : 'plan',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}

describe.each(steps)('%s', (step) => {
  test('refuses by name, before anything, all that it says at once', async () => {
    const env = {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      GIT_SSL_NO_VERIFY: '1',
      HTTPS_PROXY: 'socks5://me:secret@proxy',
      GITHUB_API_URL: 'nowhere',
      GITHUB_EVENT_NAME: 'pull_request',
    }
    const { code, output } = await start(step, 'main', env)
    expect(code).toBe(1)
    for (const name of Object.keys(env).filter((each) => each !== 'GITHUB_EVENT_NAME'))
      expect(output).toContain(name)
    for (const title of ['TLS_UNVERIFIED', 'PROXY_INVALID', 'NOT_ON_A_RUNNER', 'EVENT_INVALID'])
      expect(output).toContain(`title=${title}`)
    // The runner shows no command by which it is told what to mask.
    const shown = output.replace(/^::add-mask::.*$/gm, '')
    expect(shown).not.toMatch(/BUG|secret|\n\s+at /)
    expect(readdirSync(folder)).toEqual([])
    expect((await start(step, 'post', env)).code).toBe(0)
  }, 60_000)

  test('refuses the switch of TLS alone', async () => {
    const { code, output } = await start(step, 'main', { NODE_TLS_REJECT_UNAUTHORIZED: '0' })
    expect([code, output.match(/title=TLS_UNVERIFIED/g)?.length]).toEqual([1, 1])
    expect(output).toContain('NODE_TLS_REJECT_UNAUTHORIZED')
    expect(readdirSync(folder)).toEqual([])
  }, 60_000)

  test('is told of an event that is odd as what it is', async () => {
    const events = mkdtempSync(join(tmpdir(), 'omninode-event-'))
    const file = join(events, 'event.json')
    writeFileSync(file, '{}')
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file }
    const { code, output } = await start(step, 'main', env)
    rmSync(events, { recursive: true })
    expect(code).toBe(1)
    expect(output).toContain('title=EVENT_INVALID')
    expect(output).not.toMatch(/BUG|\n\s+at /)
  }, 60_000)
})
