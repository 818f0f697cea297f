import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { lineReader } from '#sandbox/runner/commands.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-exit-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const toolkit = join(import.meta.dirname, '../../..')
const variables = [
  ...[
    'GITHUB_ACTOR',
    'GITHUB_API_URL',
    'GITHUB_EVENT_NAME',
    'GITHUB_REF',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
  ],
  ...['GITHUB_RUN_ATTEMPT', 'GITHUB_RUN_ID', 'GITHUB_SERVER_URL', 'GITHUB_SHA', 'GITHUB_WORKSPACE'],
]

/** Starts a process whose host is a runner's, in which `code` has `host`. */
function start(code: string, host = 'runnerHost()') {
  const file = join(folder, 'main.ts')
  writeFileSync(
    file,
    `import { runnerHost } from ${JSON.stringify(join(toolkit, 'runtime/host.ts'))}\nconst host = ${host}\n${code}\n`,
  )
  return spawn(process.execPath, ['--conditions=source', file], {
    env: { ...Object.fromEntries(variables.map((name) => [name, 'x'])), RUNNER_TEMP: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

type Child = ReturnType<typeof start>
const endOf = (child: Child) => new Promise<number | null>((resolve) => child.once('close', resolve))

const FIVE_MEGABYTES = `for (let index = 0; index < 50_000; index++) host.print('x'.repeat(95) + String(index).padStart(5, '0'))
host.annotate('error', 'the last error', undefined, 'LAST')
host.exit(3)`

test.each(['', 'setInterval(() => undefined, 1_000)'])(
  'a log of 5 MB ends with its last error on a pipe that is read slowly, also beside %j that never ends',
  async (hung) => {
    const child = start(`${hung}\n${FIVE_MEGABYTES}`)
    const lines: string[] = []
    const reader = lineReader((line) => lines.push(line))
    const ended = endOf(child)
    child.stdout.setEncoding('utf8')
    for await (const chunk of child.stdout) {
      reader.push(chunk)
      await sleep(5)
    }
    reader.end()
    expect(await ended).toBe(3)
    expect(lines).toHaveLength(50_001)
    expect(lines.at(-2)).toMatch(/x49999$/)
    expect(lines.at(-1)).toBe('::error title=LAST::the last error')
  },
)

test('both of its outputs are told to their end', async () => {
  const child = start(`const { stderr } = process
for (let index = 0; index < 20_000; index++) { host.print('o'.repeat(50)); stderr.write('e'.repeat(50) + '\\n') }
host.exit(0)`)
  let [out, error] = [0, 0]
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.length
  })
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.length
  })
  expect(await endOf(child)).toBe(0)
  expect([out, error]).toEqual([1_020_000, 1_020_000])
})

test('a reader that goes away does not end what is going on', async () => {
  const child = start(`const { writeFileSync } = await import('node:fs')
for (let index = 0; index < 20; index++) { host.print('x'.repeat(100_000)); await new Promise((go) => setTimeout(go, 10)) }
writeFileSync(${JSON.stringify(join(folder, 'applied'))}, 'all of it')
host.exit(0)`)
  const ended = endOf(child)
  child.stdout.once('data', () => child.stdout.destroy())
  child.stderr.resume()
  expect(await ended).toBe(0)
})

test('a reader that takes nothing keeps it for a while only', async () => {
  const child = start(
    `const { allTaken } = await import(${JSON.stringify(join(toolkit, 'runtime/exit.ts'))})
process.stdout.write('x'.repeat(5_000_000))
await allTaken([process.stdout], 300)
process.exit(4)`,
    'undefined',
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stderr.resume()
  expect(await ended).toBe(4)
  child.stdout.destroy()
})

test('a reader that is slow, but reads, is waited for however long', async () => {
  const child = start(
    `const { allTaken } = await import(${JSON.stringify(join(toolkit, 'runtime/exit.ts'))})
process.stdout.write('x'.repeat(1_500_000))
await allTaken([process.stdout], 400)
process.exit(4)`,
    'undefined',
  )
  const ended = endOf(child)
  let taken = 0
  for await (const chunk of child.stdout) {
    taken += chunk.length
    await sleep(100)
  }
  expect(await ended).toBe(4)
  expect(taken).toBe(1_500_000)
})
