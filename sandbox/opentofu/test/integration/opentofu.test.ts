import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openTofuVersion, prepareOpenTofu } from '#sandbox/opentofu/opentofu.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'

const run = promisify(execFile)

let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-opentofu-'))
  const bin = await prepareOpenTofu({ progress: () => undefined })
  env = { PATH: `${bin}:${process.env['PATH']}`, HOME: folder, ...terraformEnv(folder, process.env) }
}, 600_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('OpenTofu is the release that go.mod pins, not a development version of it', async () => {
  const { stdout } = await run('tofu', ['version', '-json'], { env })
  expect(JSON.parse(stdout)).toMatchObject({ terraform_version: openTofuVersion() })
  expect(openTofuVersion()).toMatch(/^\d+\.\d+\.\d+$/)
})

test.each([
  ['terraform', 'registry.terraform.io'],
  ['tofu', 'registry.opentofu.org'],
])(
  '%s finds the AWS provider under its own registry',
  async (program, registry) => {
    const stack = join(folder, program)
    mkdirSync(stack)
    writeFileSync(join(stack, 'main.tf'), 'provider "aws" {\n  region = "eu-central-1"\n}\n')
    await run(program, ['init', '-input=false', '-no-color'], { cwd: stack, env })
    expect(readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8')).toContain(`"${registry}/hashicorp/aws"`)
  },
  60_000,
)
