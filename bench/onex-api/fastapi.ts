/** FastAPI and uvicorn with its fast parts, from PyPI in the versions below. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { type CacheOptions, cached } from '#sandbox/cache/cache.ts'
import { findPython } from '#sandbox/cache/python.ts'

const PACKAGES = [
  'fastapi==0.165.0',
  'uvicorn==0.54.0',
  'uvloop==0.23.0',
  'httptools==0.9.0',
  'pyjwt==2.15.1',
  'cryptography==50.0.2',
]

export interface Python {
  readonly python: string
  /** The folder that goes into PYTHONPATH. */
  readonly packages: string
}

export async function prepareFastApi(options: CacheOptions): Promise<Python> {
  const python = await findPython()
  const { stdout: version } = await promisify(execFile)(python, ['--version'])
  const key = createHash('sha256')
    .update(JSON.stringify([PACKAGES, version.trim(), process.platform, process.arch]))
    .digest('hex')
    .slice(0, 16)
  const packages = await cached(
    `bench-peers/${key}`,
    async (target) => {
      options.progress(`installing ${PACKAGES.join(', ')} from PyPI`)
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', target]
      await promisify(execFile)(python, [...install, ...PACKAGES], { maxBuffer: 1 << 26 })
    },
    options,
  )
  return { python, packages }
}
