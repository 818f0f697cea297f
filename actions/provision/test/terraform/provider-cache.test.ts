import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CachingTool, type ProviderCache, ProviderCaches } from '../../src/terraform/provider-cache.ts'

const machine = { platform: 'linux', arch: 'x64' }

const terraform: CachingTool = { name: 'terraform', version: '1.11.4' }
const opentofu: CachingTool = { name: 'opentofu', version: '1.12.6' }

let folder: string
let env: Record<string, string>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-cache-'))
  env = {
    HOME: join(folder, 'home'),
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    XDG_DATA_DIRS: join(folder, 'share'),
  }
  stack('one', 'provider "example.com/test/thing" {}')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): string {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return join(folder, file)
}

function stack(name: string, lock?: string): string {
  write(`${name}/main.tf`, '')
  if (lock !== undefined) write(`${name}/.terraform.lock.hcl`, lock)
  return join(folder, name)
}

describe('a cache is made', () => {
  test('for each lock file and tool, and is there', () => {
    const lock = 'provider "example.com/test/thing" {}'
    const caches = new ProviderCaches(terraform, env, machine)
    const same = [caches.of(join(folder, 'one')), caches.of(stack('two', lock))]
    const others = [
      caches.of(stack('three', `${lock}\n`)),
      new ProviderCaches(opentofu, env, machine).of(join(folder, 'one')),
    ]
    const places = [...same, ...others].map((cache) => cache.env['TF_PLUGIN_CACHE_DIR'] ?? '')
    expect(places[0]).toMatch(/\/tools\/omninode-providers\/[0-9a-f]{16}$/)
    expect(new Set(places).size).toBe(3)
    expect(places[1]).toBe(places[0])
    expect(places.every(existsSync)).toBe(true)
  })

  test('though a CLI configuration speaks of something else, or is not there', () => {
    env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', 'disable_checkpoint = true\n')
    expect(new ProviderCaches(terraform, env, machine).of(join(folder, 'one')).env).toHaveProperty(
      'TF_PLUGIN_CACHE_DIR',
    )
    env['TF_CLI_CONFIG_FILE'] = join(folder, 'missing.tfrc')
    expect(new ProviderCaches(terraform, env, machine).of(join(folder, 'one')).env).toHaveProperty(
      'TF_PLUGIN_CACHE_DIR',
    )
  })
})

describe('no cache is made', () => {
  const mirror = 'provider_installation {\n  filesystem_mirror {\n    path = "/mirror"\n  }\n}\n'
  test.each<[string, CachingTool, () => void, RegExp]>([
    ['without a lock file', terraform, () => rmSync(join(folder, 'one/.terraform.lock.hcl')), /no lock file/],
    ['without a tool cache', terraform, () => delete env['RUNNER_TOOL_CACHE'], /RUNNER_TOOL_CACHE/],
    [
      'when the machine names one',
      terraform,
      () => {
        env['TF_PLUGIN_CACHE_DIR'] = '/cache'
      },
      /TF_PLUGIN_CACHE_DIR/,
    ],
    [
      'when a CLI configuration names a mirror',
      terraform,
      () => {
        env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', mirror)
      },
      /config\.tfrc/,
    ],
    [
      'when a CLI configuration names a cache',
      terraform,
      () => {
        env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', 'plugin_cache_dir = "$HOME/cache"\n')
      },
      /config\.tfrc/,
    ],
    [
      'when a CLI configuration cannot be read',
      terraform,
      () => {
        env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', 'provider_installation {')
      },
      /config\.tfrc/,
    ],
    [
      "with a mirror in the user's configuration",
      terraform,
      () => write('home/.terraformrc', mirror),
      /terraformrc/,
    ],
    ["with one in OpenTofu's", opentofu, () => write('home/.tofurc', mirror), /tofurc/],
    [
      "with one in Terraform's that OpenTofu reads",
      opentofu,
      () => write('home/.terraformrc', mirror),
      /terraformrc/,
    ],
    [
      'with providers in the home folder',
      terraform,
      () => write('home/.terraform.d/plugins/a', ''),
      /\.terraform\.d/,
    ],
    [
      'with providers beside the code',
      opentofu,
      () => write('one/terraform.d/plugins/a', ''),
      /terraform\.d/,
    ],
    ['with providers of the system', terraform, () => write('share/terraform/plugins/a', ''), /share/],
  ])('%s', (_when, tool, arrange, from) => {
    arrange()
    const cache = new ProviderCaches(tool, env, machine).of(join(folder, 'one'))
    expect(cache.env).toEqual({})
    expect(cache.from).toMatch(from)
    expect(existsSync(join(folder, 'tools'))).toBe(false)
  })
})

describe('init', () => {
  /** Runs it for several stacks at once. @returns how many ran at the same time, at each start */
  async function together(
    caches: readonly ProviderCache[],
    outcome: (index: number) => unknown = () => 'done',
  ) {
    let running = 0
    const starts: number[] = []
    const results = await Promise.allSettled(
      caches.map((cache, index) =>
        cache.init(async () => {
          starts.push(++running)
          for (let step = 0; step < 5; step++) await turn()
          running--
          const result = outcome(index)
          if (result instanceof Error) throw result
          return result
        }),
      ),
    )
    return { starts, results: results.map(({ status }) => status) }
  }

  const four = (tool: CachingTool) => {
    const caches = new ProviderCaches(tool, env, machine)
    return Array.from({ length: 4 }, () => caches.of(join(folder, 'one')))
  }

  test.each([terraform, opentofu])(
    'of $name fills a cache alone, then the others run together',
    async (tool) => {
      const caches = four(tool)
      expect((await together(caches)).starts).toEqual([1, 1, 2, 3])
      expect((await together(caches)).starts).toEqual([1, 2, 3, 4])
    },
  )

  test('that fails leaves the turn to the next one', async () => {
    const { starts, results } = await together(four(terraform), (index) =>
      index < 2 ? new Error('503') : 'done',
    )
    expect(starts).toEqual([1, 1, 1, 1])
    expect(results).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled'])
  })

  test("of Terraform runs alone with the machine's own cache, whatever the lock files are", async () => {
    env['TF_PLUGIN_CACHE_DIR'] = '/cache'
    const caches = new ProviderCaches(terraform, env, machine)
    const all = ['a', 'b', 'c'].map((name) => caches.of(stack(name, name)))
    expect((await together(all)).starts).toEqual([1, 1, 1])
    expect((await together(all)).starts).toEqual([1, 1, 1])
  })

  test.each([
    ['1.9.4', [1, 1, 1, 1]],
    ['1.10.4', [1, 1, 1, 1]],
    ['1.10.5', [1, 2, 3, 4]],
    ['1.12.6', [1, 2, 3, 4]],
  ])("of OpenTofu %s with the machine's own cache: %j at a time", async (version, expected) => {
    env['TF_PLUGIN_CACHE_DIR'] = '/cache'
    expect((await together(four({ name: 'opentofu', version }))).starts).toEqual(expected)
  })

  test('runs together with a mirror that the machine has, as each stack has its own copies', async () => {
    env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', 'provider_installation {\n  direct {}\n}\n')
    expect((await together(four(terraform))).starts).toEqual([1, 2, 3, 4])
    env['TF_CLI_CONFIG_FILE'] = write('config.tfrc', 'plugin_cache_dir = "/cache"\n')
    expect((await together(four(terraform))).starts).toEqual([1, 1, 1, 1])
  })

  test('runs together without a cache', async () => {
    rmSync(join(folder, 'one/.terraform.lock.hcl'))
    expect((await together(four(terraform))).starts).toEqual([1, 2, 3, 4])
  })

  test('that finds the cache spoilt empties it, and no other failure does', async () => {
    const [cache] = four(opentofu)
    if (cache === undefined) throw new Error('there is no cache')
    const file = join(cache.env['TF_PLUGIN_CACHE_DIR'] ?? '', 'package')
    writeFileSync(file, '')
    await together([cache], () => new Error('503 Service Unavailable'))
    expect(existsSync(file)).toBe(true)
    await together(
      [cache],
      () => new Error('existing cached package at /a does not match the content of the downloaded package'),
    )
    expect(existsSync(file)).toBe(false)
    expect(existsSync(dirname(file))).toBe(true)
  })
})
