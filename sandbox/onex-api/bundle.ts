/** The programs of the service as its image has them: made from this source by the image's own command, and kept. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cached } from '../cache/cache.ts'

const root = join(import.meta.dirname, '../..')
const service = join(root, 'onex-api')

export interface Programs {
  readonly api: string
  readonly relay: string
}

/** @throws Error with what the bundler says */
export async function bundledPrograms(): Promise<Programs> {
  const program = join(service, 'bundle.ts')
  const folder = await cached(
    digestOf([program, join(root, 'package-lock.json'), ...sources()]),
    async (target) => {
      await promisify(execFile)(process.execPath, [program, target])
    },
    // Beside the source: what it loads of its packages is looked up from where it stands.
    { root: join(service, 'build'), progress: () => undefined },
  )
  return { api: join(folder, 'main.js'), relay: join(folder, 'relay/main.js') }
}

function sources(): string[] {
  const source = join(service, 'src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.sort().map((name) => join(source, name))
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}
