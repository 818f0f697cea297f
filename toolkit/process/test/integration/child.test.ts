import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ChildOptions, runChild } from '../../child.ts'

function node(script: string, options: Partial<ChildOptions> = {}): ChildOptions {
  return {
    command: process.execPath,
    args: ['-e', script],
    env: {},
    cwd: process.cwd(),
    signal: new AbortController().signal,
    ...options,
  }
}

describe('a child process', () => {
  test('is read line by line, also its last line without an end', async () => {
    const out: string[] = []
    const err: string[] = []
    const result = await runChild(
      node(`process.stdout.write('a\\nb'); console.error('c'); process.exitCode = 3`, {
        onStdout: (line) => out.push(line),
        onStderr: (line) => err.push(line),
      }),
    )
    expect(result).toEqual({ code: 3, signal: null, interrupted: undefined, left: false })
    expect(out).toEqual(['a', 'b'])
    expect(err).toEqual(['c'])
  })

  test('sees only the environment that it is given', async () => {
    const out: string[] = []
    await runChild(
      node('console.log(JSON.stringify(process.env))', {
        env: { ONLY: 'this' },
        onStdout: (line) => out.push(line),
      }),
    )
    expect(JSON.parse(out.join(''))).toEqual({ ONLY: 'this' })
  })

  test('is interrupted exactly once, and waited for while it puts things away', async () => {
    const abort = new AbortController()
    const out: string[] = []
    const script = `
      let interrupts = 0
      process.on('SIGINT', () => { interrupts++ })
      console.log('ready')
      setTimeout(() => { console.log('interrupts ' + interrupts) }, 400)`
    const result = await runChild(
      node(script, {
        signal: abort.signal,
        onStdout: (line) => {
          out.push(line)
          if (line === 'ready') abort.abort()
        },
      }),
    )
    expect(out).toEqual(['ready', 'interrupts 1'])
    expect(result).toEqual({ code: 0, signal: null, interrupted: 'cancelled', left: false })
  })

  test('is interrupted at its deadline, and killed when it ignores that', async () => {
    const script = `process.on('SIGINT', () => {}); setInterval(() => {}, 1000); console.log('deaf')`
    const result = await runChild(node(script, { deadline: 400, killAfter: 100 }))
    expect(result).toEqual({ code: null, signal: 'SIGKILL', interrupted: 'deadline', left: false })
  })

  test('does not start its work when it was cancelled before', async () => {
    const abort = new AbortController()
    abort.abort()
    const result = await runChild(node('setTimeout(() => {}, 60_000)', { signal: abort.signal }))
    expect(result.interrupted).toBe('cancelled')
    expect(result.signal).toBe('SIGINT')
  })

  test('that ends without reading its input is judged by its exit code', async () => {
    const result = await runChild(node('process.exit(0)', { input: 'x'.repeat(1_000_000) }))
    expect(result.code).toBe(0)
  })

  test('that is not installed is a missing tool, not a bug', async () => {
    const missing = runChild(node('', { command: 'no-such-tool' }))
    await expect(missing).rejects.toMatchObject({
      code: 'TOOL_MISSING',
      what: expect.stringContaining('no-such-tool'),
    })
  })
})

describe('a child that writes to files', () => {
  let folder: string
  let files: { stdout: string; stderr: string }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'omninode-child-'))
    files = { stdout: join(folder, 'out'), stderr: join(folder, 'err') }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is read while it writes, whatever pieces its lines come in', async () => {
    const out: string[] = []
    const seen = join(folder, 'seen')
    // It goes on when its first line was seen, or never.
    const script = `
      const { existsSync, writeSync } = require('node:fs')
      const bytes = Buffer.from('ä\\r\\n€ two\\n')
      writeSync(1, bytes.subarray(0, 1))
      setTimeout(() => writeSync(1, bytes.subarray(1, 6)), 50)
      const waiting = setInterval(() => {
        if (!existsSync(${JSON.stringify(seen)})) return
        clearInterval(waiting)
        writeSync(1, bytes.subarray(6))
        writeSync(1, 'three')
      }, 10)`
    const onStdout = (line: string) => {
      out.push(line)
      writeFileSync(seen, '')
    }
    const running = runChild(node(script, { files, onStdout }))
    expect(await running).toEqual({ code: 0, signal: null, interrupted: undefined, left: false })
    expect(out).toEqual(['ä', '€ two', 'three'])
  })

  test('is left to itself when it takes too long after the interrupt, and goes on writing', async () => {
    const abort = new AbortController()
    let pid = 0
    const script = `
      process.on('SIGINT', () => undefined)
      console.log('ready')
      setTimeout(() => { console.log('finished'); process.exit(0) }, 900)`
    const result = await runChild(
      node(script, {
        files,
        signal: abort.signal,
        leaveAfter: 100,
        onStart: (started) => {
          pid = started
        },
        onStdout: () => abort.abort(),
      }),
    )
    expect(result).toEqual({ code: null, signal: null, interrupted: 'cancelled', left: true })
    expect(() => process.kill(pid, 0)).not.toThrow()
    while (isRunning(pid)) await sleep(20)
    expect(readFileSync(files.stdout, 'utf8')).toBe('ready\nfinished\n')
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
