import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram, versionOf } from '../cache/go-program.ts'

const openTofu: GoProgram = {
  name: 'OpenTofu',
  command: 'tofu',
  module: import.meta.dirname,
  requires: 'github.com/opentofu/opentofu',
  package: 'github.com/opentofu/opentofu/cmd/tofu',
  // Unstamped it would call itself `-dev`, which no `required_version` matches.
  ldflags: '-X github.com/opentofu/opentofu/version.dev=no',
}

/** The version that go.mod pins, for example `1.12.6`. */
export function openTofuVersion(): string {
  return versionOf(openTofu)
}

/** The folder that holds `tofu`. */
export function prepareOpenTofu(options: CacheOptions): Promise<string> {
  return builtProgram(openTofu, options)
}
