import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openTofuVersion, prepareOpenTofu } from '#sandbox/opentofu/opentofu.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { retry, type Verdict } from '#toolkit/retry/retry.ts'
import type { Diagnostic } from '../../src/terraform/diagnostics.ts'
import { classifyInit, classifyInitOutput, INIT_BUDGET } from '../../src/terraform/init-retry.ts'
import { type ProviderCache, ProviderCaches } from '../../src/terraform/provider-cache.ts'
import type { ToolName } from '../../src/tool/name.ts'
import { type Mirror, startMirror } from './mirror.ts'

const run = promisify(execFile)
const progress = () => undefined

let folder: string
let env: Record<string, string>
let mirror: Mirror

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-init-'))
  const certificates = await createCertificates(
    join(folder, 'pki'),
    [{ name: 'mirror', hosts: ['127.0.0.1'] }],
    { progress },
  )
  mirror = await startMirror({ cert: certificates.pem('mirror.crt'), key: certificates.pem('mirror.key') })
  const config = join(folder, 'config.tfrc')
  writeFileSync(config, `provider_installation {\n  network_mirror {\n    url = "${mirror.url}"\n  }\n}\n`)
  env = {
    PATH: `${await prepareOpenTofu({ progress })}:${process.env['PATH']}`,
    HOME: folder,
    TF_CLI_CONFIG_FILE: config,
    CHECKPOINT_DISABLE: '1',
    SSL_CERT_FILE: certificates.caFile,
    // One try of its own for each request, without a wait.
    TF_REGISTRY_DISCOVERY_RETRY: '0',
    TF_PROVIDER_DOWNLOAD_RETRY: '0',
  }
}, 600_000)
afterAll(async () => {
  await mirror.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  mirror.disturb = () => undefined
  mirror.asked.length = 0
})

let stack: string
beforeEach(() => {
  stack = newStack()
})

function newStack(version = '1.0.0'): string {
  const made = mkdtempSync(join(folder, 'stack-'))
  const code = `terraform {\n  required_providers {\n    thing = {\n      source  = "example.com/test/thing"\n      version = "${version}"\n    }\n  }\n}\n\nresource "thing_one" "this" {}\n`
  writeFileSync(join(made, 'main.tf'), code)
  return made
}

class InitFailed extends Error {
  readonly diagnostics: readonly Diagnostic[]
  readonly output: string

  constructor(diagnostics: readonly Diagnostic[], output: string) {
    super(output)
    this.diagnostics = diagnostics
    this.output = output
  }
}

async function init(command: string, more: Record<string, string> = {}, place = stack, args = ['-json']) {
  try {
    return await run(command, ['init', '-input=false', '-no-color', ...args], {
      cwd: place,
      env: { ...env, ...more },
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string } // of execFile
    const diagnostics = stdout.split('\n').flatMap((line) => {
      const message = line.startsWith('{') ? JSON.parse(line) : {}
      return message.diagnostic === undefined ? [] : [message.diagnostic]
    })
    throw new InitFailed(diagnostics, `${stdout}${stderr}`)
  }
}

const quick = {
  shortest: 10,
  longest: 10,
  classify: (error: unknown): Verdict =>
    error instanceof InitFailed ? classifyInit(error.diagnostics) : 'refuse',
  signal: new AbortController().signal,
  random: () => 0,
}

interface Retried {
  readonly attempts: number
  readonly error?: unknown
}

async function retried(
  command: string,
  trouble: (attempt: number, path: string) => ReturnType<Mirror['disturb']>,
): Promise<Retried> {
  let attempts = 0
  mirror.disturb = (path) => trouble(attempts, path)
  try {
    await retry(
      {
        ...INIT_BUDGET,
        ...quick,
      },
      (attempt) => {
        attempts = attempt
        return init(command)
      },
    )
    return { attempts }
  } catch (error) {
    return { attempts, error }
  }
}

const isArchive = (path: string) => path.endsWith('.zip')

describe.each(['terraform', 'tofu'])('init of %s', (command) => {
  test.each<[string, (path: string) => ReturnType<Mirror['disturb']>]>([
    ['is in trouble (503)', () => 503],
    ['has had enough (429)', () => 429],
    ['is in trouble at the package (502)', (path) => (isArchive(path) ? 502 : undefined)],
    ['breaks off in the middle of the package', (path) => (isArchive(path) ? 'cut off' : undefined)],
    ['breaks off in the middle of its list', (path) => (isArchive(path) ? undefined : 'cut off')],
  ])(
    'succeeds the third time when the mirror %s twice',
    async (_what, trouble) => {
      expect(await retried(command, (attempt, path) => (attempt < 3 ? trouble(path) : undefined))).toEqual({
        attempts: 3,
      })
      expect(readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8')).toContain('example.com/test/thing')
    },
    60_000,
  )

  test('is given up when its attempts are used up', async () => {
    const { attempts, error } = await retried(command, () => 503)
    expect(attempts).toBe(INIT_BUDGET.attempts)
    expect(error).toMatchObject({ output: expect.stringContaining('503') })
  }, 60_000)

  test.each([401, 403, 404])(
    'is not tried again after %d',
    async (status) => {
      expect(await retried(command, () => status)).toMatchObject({ attempts: 1, error: expect.anything() })
    },
    30_000,
  )

  test('is not tried again when there is no such version', async () => {
    stack = newStack('9.9.9')
    expect(await retried(command, () => undefined)).toMatchObject({
      attempts: 1,
      error: { output: expect.stringContaining('no available releases match') },
    })
  }, 30_000)

  test('is not tried again when the package is not the one in the lock file', async () => {
    await init(command)
    const lockFile = join(stack, '.terraform.lock.hcl')
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/(h1|zh):[^"]+/g, `h1:${'A'.repeat(43)}=`))
    rmSync(join(stack, '.terraform'), { recursive: true })
    expect(await retried(command, () => undefined)).toMatchObject({ attempts: 1, error: expect.anything() })
  }, 30_000)

  test('is told apart by its output for people, too', async () => {
    mirror.disturb = () => 503
    const trouble = await init(command, {}, stack, []).catch((error) => error)
    expect(classifyInitOutput(trouble.output)).toBe('again')
    mirror.disturb = () => 403
    const refusal = await init(command, {}, stack, []).catch((error) => error)
    expect(classifyInitOutput(refusal.output)).toBe('refuse')
  }, 30_000)
})

describe.each<[ToolName, string, string]>([
  ['terraform', 'terraform', '1.11.4'],
  ['opentofu', 'tofu', openTofuVersion()],
])('the provider cache of %s', (name, command, version) => {
  const archives = () => mirror.asked.filter(isArchive).length

  /** As on a runner: where providers come from is not set up, and a cache would be made. */
  function caches(): ProviderCaches {
    const tools = mkdtempSync(join(folder, 'tools-'))
    return new ProviderCaches(
      { name, version },
      { HOME: mkdtempSync(join(folder, 'home-')), RUNNER_TOOL_CACHE: tools },
      process,
    )
  }

  /** Stacks with one and the same lock file. */
  async function lockedStacks(count: number): Promise<string[]> {
    await init(command)
    const lock = readFileSync(join(stack, '.terraform.lock.hcl'))
    mirror.asked.length = 0
    return Array.from({ length: count }, () => {
      const made = newStack()
      writeFileSync(join(made, '.terraform.lock.hcl'), lock)
      return made
    })
  }

  const inited = (cache: ProviderCache, place: string) =>
    cache.init(() => init(command, { ...cache.env }, place))

  test('downloads no more for four stacks with the same lock file than for one', async () => {
    const [first = '', ...stacks] = await lockedStacks(5)
    await inited(caches().of(first), first)
    // Terraform asks for a package twice to put it into a cache; OpenTofu asks once.
    const forOne = archives()
    mirror.asked.length = 0

    const all = caches()
    const used = stacks.map((each) => all.of(each))
    expect(new Set(used.map(({ env }) => env['TF_PLUGIN_CACHE_DIR'])).size).toBe(1)
    await Promise.all(used.map((cache, index) => inited(cache, stacks[index] ?? '')))
    expect(archives()).toBe(forOne)
    for (const each of stacks) {
      const providers = readdirSync(join(each, '.terraform/providers'), { recursive: true })
      expect(providers.map(String).some((path) => path.includes('example.com/test/thing/1.0.0'))).toBe(true)
    }
  }, 60_000)

  test('mends itself after a package that is not what the lock file says', async () => {
    const all = caches()
    const [one = '', other = ''] = await lockedStacks(2)
    const cache = all.of(one)
    await inited(cache, one)
    const place = cache.env['TF_PLUGIN_CACHE_DIR'] ?? ''
    const file = readdirSync(place, { recursive: true })
      .map(String)
      .find((path) => path.endsWith('thing_v1.0.0'))
    writeFileSync(join(place, file ?? ''), 'cut o')
    // Terraform writes it anew; OpenTofu refuses, and finds it gone the next time.
    await retry({ ...INIT_BUDGET, ...quick }, () => inited(all.of(other), other))
    expect(readFileSync(join(place, file ?? ''), 'utf8')).toBe('#!/bin/sh\nexit 1\n')
  }, 60_000)
})
