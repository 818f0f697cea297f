/** PostgreSQL's server programs on this machine, and the user that they may run as. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Binaries {
  readonly bin: string
  readonly version: string
}

export interface Account {
  readonly uid: number
  readonly gid: number
}

export function versionOf(bin: string): string | undefined {
  try {
    return /\(PostgreSQL\) (\S+)/.exec(
      execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', env: { PATH: bin } }),
    )?.[1]
  } catch {
    return undefined
  }
}

function subfolders(parent: string, child: string): string[] {
  return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name, child)) : []
}

/** `15` of `15.18`, and of `15.18 (Debian …)`. */
function releaseOf({ version }: Binaries): number {
  return Number.parseInt(version, 10)
}

/**
 * An installed server: where Debian, Red Hat and Homebrew put it, and PATH.
 * @param release `15`, of which it should be; else, and where there is none of it, the newest
 */
export function installedServer(path: string | undefined, release?: number): Binaries | undefined {
  const folders = [
    ...(path ?? '').split(':'),
    ...subfolders('/usr/lib/postgresql', 'bin'),
    ...readdirSync('/usr')
      .filter((name) => name.startsWith('pgsql-'))
      .map((name) => join('/usr', name, 'bin')),
    ...subfolders('/opt/homebrew/opt', 'bin').filter((folder) => folder.includes('/postgresql@')),
  ]
  const newestFirst = folders
    .filter((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
    .flatMap((bin) => {
      const version = versionOf(bin)
      return version === undefined ? [] : [{ bin, version }]
    })
    .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version))
  return newestFirst.find((each) => releaseOf(each) === release) ?? newestFirst[0]
}

/**
 * PostgreSQL refuses to run as root: then as `postgres`, else `nobody`. Undefined for anybody else.
 * @throws Error when there is neither
 */
export function unprivileged(uid: number | undefined): Account | undefined {
  if (uid !== 0) return undefined
  const passwd = readFileSync('/etc/passwd', 'utf8')
  for (const name of ['postgres', 'nobody']) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(passwd) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody')
}

/** Whether that user can run them: every folder above must let it pass. */
export async function isReachable(
  { bin }: Pick<Binaries, 'bin'>,
  user: Account | undefined,
): Promise<boolean> {
  try {
    await run(join(bin, 'postgres'), ['--version'], { env: { PATH: bin }, ...user })
    return true
  } catch {
    return false
  }
}
