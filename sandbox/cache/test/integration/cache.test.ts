import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { cached, cacheRoot } from '../../cache.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'omninode-cache-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const silent = () => undefined

/** A process of its own that builds the entry `key`, taking `ms`; prints what it is told and what it did. */
function builder(key: string, ms: number) {
  const script = `
    import { appendFileSync, writeFileSync } from 'node:fs'
    import { setTimeout as sleep } from 'node:timers/promises'
    import { cached } from ${JSON.stringify(join(import.meta.dirname, '../../cache.ts'))}
    await cached(${JSON.stringify(key)}, async (folder) => {
      console.log('building')
      writeFileSync(folder + '/first', '1')
      await sleep(${ms})
      writeFileSync(folder + '/second', '2')
    }, { root: ${JSON.stringify(root)}, progress: (message) => console.log(message) })
    console.log('done')`
  const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', script])
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  return {
    child,
    output: () => output,
    ended: new Promise<void>((resolve) => child.once('close', () => resolve())),
    until: async (text: string) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`the builder ended: ${output}`)
        await sleep(20)
      }
    },
  }
}

describe('the cache', () => {
  test('builds an entry once', async () => {
    let builds = 0
    const build = async (folder: string) => {
      builds++
      writeFileSync(join(folder, 'file'), 'x')
    }
    const first = await cached('a/b', build, { root, progress: silent })
    expect(await cached('a/b', build, { root, progress: silent })).toBe(first)
    expect(builds).toBe(1)
    expect(readFileSync(join(first, 'file'), 'utf8')).toBe('x')
  })

  test('keeps nothing of a build that failed, and builds again', async () => {
    const failing = cached(
      'key',
      async (folder) => {
        writeFileSync(join(folder, 'half'), '')
        throw new Error('no disk')
      },
      { root, progress: silent },
    )
    await expect(failing).rejects.toThrow('no disk')
    expect(readdirSync(root)).toEqual([])
    await cached('key', async () => undefined, { root, progress: silent })
    expect(readdirSync(root)).toEqual(['key'])
  })

  test('lets a second process wait for the first, which it names', async () => {
    const first = builder('key', 3_000)
    await first.until('building')
    const second = builder('key', 0)
    await Promise.all([first.ended, second.ended])
    expect(first.output()).toBe('building\ndone\n')
    expect(second.output()).toContain(`waiting for process ${first.child.pid}`)
    expect(second.output()).not.toContain('building\n')
    expect(second.output()).toMatch(/done\n$/)
  })

  test('is taken over from a process that was killed, without its half entry', async () => {
    const killed = builder('key', 60_000)
    await killed.until('building')
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(existsSync(join(root, 'key'))).toBe(false)
    const next = builder('key', 0)
    await next.ended
    expect(next.output()).toContain('done')
    expect(readdirSync(root)).toEqual(['key'])
    expect(readdirSync(join(root, 'key'))).toEqual(['first', 'second'])
  })

  test('stops waiting when it is cancelled', async () => {
    const first = builder('key', 5_000)
    await first.until('building')
    const abort = new AbortController()
    const waiting = cached('key', async () => undefined, {
      root,
      signal: abort.signal,
      progress: () => abort.abort(new Error('enough')),
    })
    await expect(waiting).rejects.toThrow()
    first.child.kill('SIGKILL')
    await first.ended
  })

  test("stands in the user's cache folder", () => {
    expect(cacheRoot({ XDG_CACHE_HOME: '/var/x' })).toBe('/var/x/omninode_infra')
    expect(cacheRoot({})).toMatch(/\.cache\/omninode_infra$/)
  })
})
