/** The sandbox's certificates, made anew for every run by the little Go program beside this. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { findGo, goBuild } from '../cache/go.ts'

export interface CertificateRequest {
  /** Also the name of its files. */
  readonly name: string
  readonly commonName?: string
  readonly organization?: readonly string[]
  /** Names and addresses of a server; without them the certificate is a client's. */
  readonly hosts?: readonly string[]
  /** A key pair (`.key`, `.pub`) instead of a certificate. */
  readonly keysOnly?: boolean
  /** It was valid until yesterday. */
  readonly expired?: boolean
}

export interface Certificates {
  readonly folder: string
  readonly caFile: string
  readonly caPem: string
  /** Absolute path of a file such as `apiserver.crt`. */
  file(name: string): string
  /** Its content. */
  pem(name: string): string
}

/** The compiled program, from the cache. */
export async function preparePki(options: CacheOptions): Promise<string> {
  const module = import.meta.dirname
  const source = readFileSync(join(module, 'main.go'))
  const key = createHash('sha256').update(source).update(`${process.platform}-${process.arch}`).digest('hex')
  const folder = await cached(
    `pki/${key.slice(0, 16)}`,
    async (target) => {
      options.progress('building the certificate program')
      const go = await findGo(options)
      await goBuild(go, { module, package: '.', output: join(target, 'pki') }, options)
    },
    options,
  )
  return join(folder, 'pki')
}

/** Makes a certificate authority and everything that is asked of it. Private keys are readable by their owner only. */
export async function createCertificates(
  folder: string,
  requests: readonly CertificateRequest[],
  options: CacheOptions,
): Promise<Certificates> {
  const pki = await preparePki(options)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const child = spawn(pki, [folder], { stdio: ['pipe', 'ignore', 'pipe'], env: {} })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  child.stdin.end(JSON.stringify(requests.map((request) => ({ commonName: request.name, ...request }))))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`the certificates could not be made: ${said}`)
  const file = (name: string) => join(folder, name)
  return {
    folder,
    caFile: file('ca.crt'),
    caPem: readFileSync(file('ca.crt'), 'utf8'),
    file,
    pem: (name) => readFileSync(file(name), 'utf8'),
  }
}
