/** schemathesis, from PyPI: requests made from an OpenAPI description by somebody else than us. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { findPython, installPackages } from '../cache/python.ts'

const run = promisify(execFile)

const VERSION = '4.32.5'

interface Program {
  readonly python: string
  /** Where its packages are. */
  readonly packages: string
}

export async function prepareSchemathesis(options: CacheOptions): Promise<Program> {
  const python = await findPython()
  const packages = await cached(
    `schemathesis/${VERSION}`,
    async (target) => {
      options.progress(`installing schemathesis ${VERSION} from PyPI`)
      await installPackages(python, target, [`schemathesis==${VERSION}`])
    },
    options,
  )
  return { python, packages }
}

export interface SchemathesisOptions extends CacheOptions {
  /** Where the service answers; its description is at `/openapi.json`. */
  readonly url: string
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>
  /** Of each operation. */
  readonly examples: number
  readonly seed: number
  readonly checks: readonly string[]
  readonly phases: readonly ('examples' | 'coverage' | 'fuzzing' | 'stateful')[]
  /** For what it writes down. */
  readonly folder: string
}

export interface Judgement {
  /** Whether nothing was found. */
  readonly agrees: boolean
  /** What it printed. */
  readonly report: string
}

export async function runSchemathesis(options: SchemathesisOptions): Promise<Judgement> {
  const { python, packages } = await prepareSchemathesis(options)
  const { url, headers, examples, seed, checks, phases, folder } = options
  const args = [
    ...['-m', 'schemathesis.cli', '--no-color', 'run', `${url}/openapi.json`],
    ...['--max-examples', String(examples), '--seed', String(seed), '--checks', checks.join(',')],
    ...['--phases', phases.join(','), '--generation-database', 'none', '--continue-on-failure'],
    // How busy the machine is that makes the requests says nothing about who answers them.
    ...['--suppress-health-check', 'too_slow'],
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
  ]
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    PYTHONPATH: packages,
    HYPOTHESIS_STORAGE_DIRECTORY: join(folder, 'hypothesis'),
  }
  return run(python, args, { env, cwd: folder, maxBuffer: 1 << 26 }).then(
    ({ stdout }) => ({ agrees: true, report: stdout }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      agrees: false,
      report: `${error.stdout ?? ''}${error.stderr ?? ''}` || String(error),
    }),
  )
}
