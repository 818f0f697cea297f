/** The throw-away server that a plan makes of the machine's own programs. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Binaries } from '#toolkit/postgres/binaries.ts'
import { driverClient } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { createTestWorld, type TestWorldOptions } from '#toolkit/world/test/world.ts'
import { endScratch } from '../../src/preview/scratch/left-behind.ts'
import {
  findScratchServer,
  type ScratchServer,
  startScratchServer,
} from '../../src/preview/scratch/server.ts'

const env = { PATH: process.env['PATH'] ?? '' }
const started: ScratchServer[] = []
const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function createWorld(options: Partial<TestWorldOptions> = {}) {
  const created = createTestWorld({ workspace: '/', env, ...options })
  folders.push(created.world.temp)
  return created
}

async function binaries(): Promise<Binaries> {
  const found = await findScratchServer(createWorld().world)
  if (typeof found === 'string') throw new Error(found)
  return found
}

async function start(created = createWorld()): Promise<ScratchServer> {
  const server = await startScratchServer(await binaries(), created.world)
  started.push(server)
  return server
}

async function ask<Row extends object>(target: DatabaseTarget, sql: string): Promise<Row[]> {
  const client = await driverClient(target, {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const pidOf = (folder: string) =>
  Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])

describe('a scratch server', () => {
  test('answers on loopback to its password only, and does not wait for the disk', async () => {
    const created = createWorld()
    const server = await start(created)
    expect(
      await ask(
        server.maker,
        "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories') ORDER BY name",
      ),
    ).toEqual([
      { name: 'fsync', setting: 'off' },
      { name: 'full_page_writes', setting: 'off' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'synchronous_commit', setting: 'off' },
      { name: 'unix_socket_directories', setting: '' },
    ])
    await expect(ask({ ...server.maker, password: async () => 'wrong' }, 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    })
    for (const user of [server.maker, server.runner]) {
      const password = (await user.password()) ?? ''
      expect(password.length).toBeGreaterThan(20)
      created.world.log.info(password)
      expect(created.lines.at(-1)).not.toContain(password)
    }
  })

  test('does not run as root', async () => {
    const { folder } = await start()
    const owner = statSync(`/proc/${pidOf(folder)}`).uid
    expect(owner).not.toBe(0)
  })

  test('leaves no process and no folder behind', async () => {
    const server = await start()
    const pid = pidOf(server.folder)
    expect(alive(pid)).toBe(true)
    await server.stop()
    expect(alive(pid)).toBe(false)
    expect(existsSync(server.folder)).toBe(false)
    await server.stop() // does nothing
  })

  test("keeps its data elsewhere when the step's own folder is closed to its user", async () => {
    const created = createWorld()
    const closed = join(created.world.temp, 'closed/temp')
    mkdirSync(closed, { recursive: true })
    chmodSync(join(created.world.temp, 'closed'), 0o700)
    const server = await startScratchServer(await binaries(), { ...created.world, temp: closed })
    started.push(server)
    expect(await ask(server.maker, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    if (process.getuid?.() === 0) expect(server.folder.startsWith(closed)).toBe(false)
  })

  test('is not started by a run that is cancelled, and its folder is removed', async () => {
    const abort = new AbortController()
    const created = createWorld({ signal: abort.signal })
    const starting = startScratchServer(await binaries(), created.world)
    const failed = expect(starting).rejects.toThrow('enough')
    await sleep(100)
    abort.abort(new Error('enough'))
    await failed
    expect(existsSync(created.state.get('scratch') ?? '/')).toBe(false)
  })

  test('that cannot be made says why, and what else to do', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'omninode-broken-'))
    folders.push(bin)
    chmodSync(bin, 0o755)
    writeFileSync(join(bin, 'initdb'), '#!/bin/sh\necho "no space left" >&2; exit 1\n', { mode: 0o755 })
    const created = createWorld()
    await expect(startScratchServer({ bin, version: '15.0' }, created.world)).rejects.toMatchObject({
      code: 'SCRATCH_SERVER',
      what: 'The scratch server could not be made.',
      why: 'no space left',
      fix: expect.stringContaining('scratch-url'),
    })
    expect(existsSync(created.state.get('scratch') ?? '/')).toBe(false)
  })

  test('is found where distributions put it, also when PATH does not tell', async () => {
    expect(await findScratchServer(createWorld({ env: {} }).world)).toEqual(
      expect.objectContaining({ version: expect.stringMatching(/^\d+/) }),
    )
  })
})

describe('post', () => {
  test('ends the server of a run that has forgotten it, and removes its folder', async () => {
    const created = createWorld()
    const server = await startScratchServer(await binaries(), created.world)
    endScratch(Object.fromEntries(created.state))
    expect(existsSync(server.folder)).toBe(false)
    await server.stop() // resolves at once: it has ended
  })

  test('ends the server of a run that was killed, which nobody else could', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'omninode-main-'))
    folders.push(folder)
    const source = (path: string) => JSON.stringify(join(import.meta.dirname, '../..', path))
    // Only what a start needs of a world.
    const main = `
      const { findScratchServer, startScratchServer } = await import(${source('src/preview/scratch/server.ts')})
      const world = {
        env: { PATH: process.env.PATH }, machine: { uid: process.getuid?.() }, temp: ${JSON.stringify(folder)},
        signal: new AbortController().signal,
        redactor: { add: () => undefined }, saveState: () => undefined,
      }
      const { folder } = await startScratchServer(await findScratchServer(world), world)
      console.log(folder)
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', main], {
      env,
      cwd: join(import.meta.dirname, '../../../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const scratch = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim())),
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const pid = pidOf(scratch)
    expect(alive(pid)).toBe(true)
    endScratch({ scratch })
    expect(existsSync(scratch)).toBe(false)
    // Whoever inherits it has to see that it has ended.
    for (let left = 100; alive(pid) && left > 0; left--) await sleep(20)
    expect(alive(pid)).toBe(false)
  })

  test('does nothing after a run that has ended its server, and after one that had none', async () => {
    const created = createWorld()
    const server = await start(created)
    await server.stop()
    endScratch(Object.fromEntries(created.state))
    endScratch({})
  })

  /** A folder as a killed run leaves it, whose process number belongs to another program by now. */
  function leftBehind(pid: number, data?: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'omninode-scratch-'))
    folders.push(folder)
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/postmaster.pid'), `${pid}\n${data ?? join(folder, 'data')}\n`)
    return folder
  }

  test('does not end another program that has got the number of its process', async () => {
    const other = spawn('sleep', ['60'])
    children.push(other)
    const folder = leftBehind(other.pid ?? 0)
    endScratch({ scratch: folder })
    await sleep(50)
    expect(other.exitCode ?? other.signalCode).toBeNull()
    expect(existsSync(folder)).toBe(false)
  })

  test('does not end a PostgreSQL that works in another folder', async () => {
    const server = await start()
    const pid = pidOf(server.folder)
    endScratch({ scratch: leftBehind(pid) })
    endScratch({ scratch: leftBehind(pid, join(server.folder, 'data')) })
    expect(await ask(server.maker, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('touches no folder that is none of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'somebody-'))
    folders.push(folder)
    endScratch({ scratch: folder })
    expect(existsSync(folder)).toBe(true)
  })
})
