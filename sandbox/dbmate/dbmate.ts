/** One of the tools whose folders are taken over, at one version: the program itself, from the npm registry. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type CacheOptions, cached } from '../cache/cache.ts'

const VERSION = '2.36.0'

/** @returns the program. @throws Error with what npm says */
export async function prepareDbmate(options: CacheOptions): Promise<string> {
  // As a dependency of its own npm would ask for those of all other platforms.
  const name = `@dbmate/${process.platform}-${process.arch}`
  const folder = await cached(
    `dbmate/${VERSION}-${process.platform}-${process.arch}`,
    async (target) => {
      options.progress(`fetching dbmate ${VERSION} from the npm registry`)
      const args = ['install', '--prefix', target, '--ignore-scripts', '--no-save', '--loglevel=error']
      await promisify(execFile)('npm', [...args, `${name}@${VERSION}`], {
        cwd: target,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      })
    },
    options,
  )
  return join(folder, 'node_modules', name, 'bin/dbmate')
}
