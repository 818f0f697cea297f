/** A data directory as initdb makes it, for each start a copy of the same: that takes a tenth of the time. */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account, Binaries } from '#toolkit/postgres/binaries.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'

const run = promisify(execFile)

/** Beside where it is, whose it is and the password. */
const ARGUMENTS = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-sync']

export const SUPERUSER = 'sandbox'

export interface Initial {
  /** Belongs to whom the server runs as. */
  readonly data: string
  /** Of the superuser; random when the directory was made, and kept beside it. */
  readonly password: string
}

export interface InitdbOptions extends CacheOptions {
  /** As they were found: what the directory is kept under. */
  readonly found: Binaries
  /** Where whom they run as reaches them. */
  readonly bin: string
  readonly user: Account | undefined
}

export async function initialData(options: InitdbOptions): Promise<Initial> {
  const { found, bin, user } = options
  const own = createHash('sha256')
    .update(JSON.stringify([found.bin, user?.uid, SUPERUSER, ARGUMENTS]))
    .digest('hex')
  const folder = await cached(
    `postgres/initial-${found.version}-${own.slice(0, 16)}`,
    async (target) => {
      // The cache may be closed to whom the server runs as.
      const made = mkdtempSync(join(tmpdir(), 'omninode-initdb-'))
      try {
        const passwordFile = join(made, 'password')
        writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 })
        if (user !== undefined) for (const path of [made, passwordFile]) chownSync(path, user.uid, user.gid)
        const args = ['-D', join(made, 'data'), '-U', SUPERUSER, '--pwfile', passwordFile]
        await run(join(bin, 'initdb'), [...args, ...ARGUMENTS], {
          env: { PATH: bin, LC_ALL: 'C.UTF-8' },
          cwd: made,
          ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
        })
        await run('cp', ['-a', `${made}/.`, target])
      } finally {
        rmSync(made, { recursive: true, force: true })
      }
    },
    options,
  )
  return { data: join(folder, 'data'), password: readFileSync(join(folder, 'password'), 'utf8') }
}
