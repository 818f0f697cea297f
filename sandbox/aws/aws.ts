/** AWS on loopback: moto's emulator, with an STS and an IAM in front that read and honour trust policies. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { findPython, installPackages } from '../cache/python.ts'
import { asSandbox, type Sts, type StsOptions, startSts } from './sts.ts'

const run = promisify(execFile)

const VERSION = '5.2.1'
const READY_MS = 60_000
export const REGION = 'us-east-1'

/** A machine image that the emulator has. */
export const IMAGE = 'ami-00a36856283d67c39'

export interface AwsOptions extends CacheOptions {
  /** A folder of this emulator's own, for its log. */
  readonly folder: string
  readonly issuer: StsOptions['issuer']
  /** Whether the calls are written down. */
  readonly record?: boolean
  /** Whether the policies that AWS manages are there to be attached: it takes a second of processor to read them. */
  readonly managedPolicies?: boolean
}

export interface Aws {
  readonly url: string
  readonly stsUrl: string
  readonly pid: number
  /** Calls of the STS, by action. */
  readonly stsCalls: ReadonlyMap<string, number>
  /** What the next calls of an action of the STS are answered with, one code each. */
  failSts: Sts['fail']
  /** What a job needs to talk to this AWS instead of the real one; no credentials. */
  readonly env: Readonly<Record<string, string>>
  /** Credentials for setting the stage: what an administrator has, and no job. */
  readonly bootstrapEnv: Readonly<Record<string, string>>
  createBucket(name: string): Promise<void>
  /** See {@link Sts}. */
  readonly iamWrites: Sts['iamWrites']
  writeIam: Sts['writeIam']
  /** Both with the administrator's rights. */
  readObject(bucket: string, key: string): Promise<string>
  writeObject(bucket: string, key: string, text: string): Promise<void>
  /** What was called since the start, in order; none unless it is recorded. */
  recorded(): RecordedCall[]
  /** From now on, whether a call needs a policy of its caller that allows it. */
  enforce(on: boolean): Promise<void>
  /** Keys of the objects in a bucket. */
  listObjects(bucket: string): Promise<string[]>
  stop(): Promise<void>
}

interface Program {
  readonly python: string
  readonly env: Readonly<Record<string, string>>
}

async function hasMoto(python: string): Promise<boolean> {
  const probe = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("moto.server") is None)'
  return run(python, ['-c', probe]).then(
    () => true,
    () => false,
  )
}

/** A Python that can run the emulator: the machine's own, else with moto installed from PyPI into the cache. */
export async function prepareMoto(options: CacheOptions): Promise<Program> {
  const python = await findPython()
  if (await hasMoto(python)) return { python, env: {} }
  const folder = await cached(
    `moto/${VERSION}`,
    async (target) => {
      options.progress(`installing moto ${VERSION} from PyPI`)
      await installPackages(python, target, [`moto[server]==${VERSION}`])
    },
    options,
  )
  return { python, env: { PYTHONPATH: folder } }
}

/** A call that IAM judges. */
export interface RecordedCall {
  /** `service:Action` */
  readonly action: string
  /** ARN, as far as the emulator knows it: of S3, IAM, SQS and STS; else `*`. */
  readonly resource: string
  /** The access key that asked. */
  readonly key: string
}

export async function startAws(options: AwsOptions): Promise<Aws> {
  const moto = await prepareMoto(options)
  options.progress('starting the AWS emulator')
  mkdirSync(options.folder, { recursive: true })
  const calls = join(options.folder, 'calls.jsonl')
  const port = await freePort()
  // By address: with a name, the S3 client would put the bucket in front of it and look that up.
  const url = `http://127.0.0.1:${port}`
  const daemon = await startDaemon({
    name: 'moto',
    command: moto.python,
    args: [join(import.meta.dirname, 'emulator.py'), '-H', '127.0.0.1', '-p', String(port)],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      ...moto.env,
      ...(options.managedPolicies === true ? { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' } : {}),
      ...(options.record === true ? { OMNINODE_AWS_RECORD: calls } : {}),
    },
    logFile: join(options.folder, 'moto.log'),
    ready: async () => (await fetch(`${url}/moto-api/`)).ok,
    deadline: READY_MS,
    stopDeadline: 2_000,
  })
  const sts = await startSts({ emulator: url, issuer: options.issuer })
  const env = {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_STS: sts.url,
    // It reads trust policies as IAM does; the emulator takes any.
    AWS_ENDPOINT_URL_IAM: sts.url,
    AWS_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  return {
    url,
    stsUrl: sts.url,
    pid: daemon.pid,
    stsCalls: sts.calls,
    failSts: sts.fail,
    env,
    bootstrapEnv: {
      ...env,
      AWS_ENDPOINT_URL_STS: url,
      AWS_ACCESS_KEY_ID: 'bootstrap',
      AWS_SECRET_ACCESS_KEY: 'bootstrap',
    },
    createBucket: async (name) => {
      const response = await fetch(`${url}/${name}`, { method: 'PUT' })
      if (!response.ok) throw new Error(`the bucket ${name} was not made: ${await response.text()}`)
    },
    iamWrites: sts.iamWrites,
    writeIam: sts.writeIam,
    readObject: async (bucket, key) => {
      const response = await fetch(`${url}/${bucket}/${key}`, { headers: asSandbox('s3') })
      if (!response.ok) throw new Error(`${bucket} does not give ${key}: ${await response.text()}`)
      return response.text()
    },
    writeObject: async (bucket, key, text) => {
      const response = await fetch(`${url}/${bucket}/${key}`, {
        method: 'PUT',
        headers: asSandbox('s3'),
        body: text,
      })
      if (!response.ok) throw new Error(`${bucket} does not take ${key}: ${await response.text()}`)
    },
    recorded: () => {
      if (!existsSync(calls)) return []
      const lines = readFileSync(calls, 'utf8').split('\n').slice(0, -1)
      return lines.map((line): RecordedCall => JSON.parse(line))
    },
    enforce: async (on) => {
      const response = await fetch(`${url}/moto-api/reset-auth`, {
        method: 'POST',
        // As a form the emulator does not understand it.
        headers: { 'content-type': 'text/plain' },
        body: on ? '0' : 'inf',
      })
      if (!response.ok) throw new Error(`the emulator does not enforce: ${await response.text()}`)
    },
    listObjects: async (bucket) => {
      const xml = await (await fetch(`${url}/${bucket}?list-type=2`)).text()
      return [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)
    },
    stop: async () => {
      await Promise.all([sts.stop(), daemon.stop()])
    },
  }
}
