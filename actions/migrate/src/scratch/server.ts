/** A throw-away PostgreSQL server on loopback, made of the machine's own programs: nothing in it outlives the plan. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Binaries, installedServer, isReachable, unprivileged } from './binaries.ts'

const run = promisify(execFile)

/** The name of what is kept for `post`. */
const STATE = 'scratch'

/** Milliseconds to wait for it. */
const READY_MS = 30_000

/** Milliseconds in which one that is told to ends. */
const END_MS = 5_000

export interface ScratchServer {
  readonly url: string
  stop(): Promise<void>
}

/** Why there is none, in words for the plan; else the programs. */
export async function findScratchServer(world: World): Promise<Binaries | string> {
  const found = installedServer(world.env['PATH'])
  if (found === undefined)
    return 'there is no `scratch-url`, and this machine has no PostgreSQL server programs'
  try {
    return (await isReachable(found, unprivileged()))
      ? found
      : `the PostgreSQL programs in ${found.bin} cannot be run by an unprivileged user`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Nothing of it needs to survive a power cut, so it does not wait for the disk. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=20',
  'shared_buffers=32MB',
  'log_min_messages=fatal',
]

export async function startScratchServer({ bin }: Binaries, world: World): Promise<ScratchServer> {
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'omninode-scratch-'))
  world.saveState(STATE, folder)
  const own = (path: string) => {
    if (user !== undefined) chownSync(path, user.uid, user.gid)
  }
  const data = join(folder, 'data')
  const password = randomBytes(18).toString('base64url')
  world.redactor.add(password)
  const env = { PATH: bin, LC_ALL: 'C.UTF-8' }
  try {
    own(folder)
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    own(passwordFile)
    const init = ['-D', data, '-U', 'scratch', '--pwfile', passwordFile, '--auth=scram-sha-256']
    await run(join(bin, 'initdb'), [...init, '--encoding=UTF8', '--no-sync'], {
      env,
      cwd: folder,
      signal: world.signal,
      ...user,
    })
    const port = await freePort()
    const url = `postgres://scratch:${password}@127.0.0.1:${port}/postgres`
    const daemon = await startDaemon({
      name: 'the scratch server',
      command: join(bin, 'postgres'),
      args: [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        '',
        ...settings.flatMap((each) => ['-c', each]),
      ],
      env,
      cwd: folder,
      logFile: join(folder, 'log'),
      ready: async () => {
        const client = new pg.Client({ connectionString: url })
        client.on('error', () => undefined) // it is still starting
        await client.connect()
        await client.end()
        return true
      },
      deadline: READY_MS,
      // At once: what it holds is thrown away.
      stopSignal: 'SIGQUIT',
      ...user,
    })
    return {
      url,
      stop: async () => {
        await daemon.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Whether a process is a PostgreSQL server; where that cannot be looked up, its own file is believed. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return !existsSync('/proc/self')
  }
}

/** Ends the server of a run that was killed before it could: only the very process that its own folder names. */
export async function endScratch(state: Readonly<Record<string, string>>): Promise<void> {
  const folder = state[STATE]
  if (folder === undefined || !existsSync(folder)) return
  const pidFile = join(folder, 'data', 'postmaster.pid')
  if (existsSync(pidFile)) {
    const [first = '', data = ''] = readFileSync(pidFile, 'utf8').split('\n')
    const pid = Number(first)
    const same = existsSync(data) && realpathSync(data) === realpathSync(join(folder, 'data'))
    if (Number.isInteger(pid) && pid > 1 && same && isPostgres(pid)) {
      process.kill(pid, 'SIGQUIT')
      for (let waited = 0; isPostgres(pid) && waited < END_MS; waited += 50) await sleep(50)
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
