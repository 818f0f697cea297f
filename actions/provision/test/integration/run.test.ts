import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import type { World } from '#toolkit/world/world.ts'
import { step } from '../../src/step.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage, type SettingOptions } from './stage.ts'

let stage: ProvisionStage
let checkout: Checkout
let serial = 0

beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.stop())
beforeEach(() => {
  serial++
  checkout = stage.checkout()
})

const key = () => `terraform/stacks/dev/run-${serial}.tfstate`

function write(code: string): void {
  checkout.write('stacks/one/main.tf', BACKEND_BLOCK.replace('{}', `{\n    key = "${key()}"\n  }`) + code)
}

const open = (command: string, world: World, inputs: Readonly<Record<string, string>> = {}) =>
  openStep(
    step,
    command,
    {
      directory: 'stacks',
      'aws-role': stage.roles.apply,
      'plan-role': stage.roles.plan,
      'aws-region': REGION,
      'backend-config': `bucket=${STATE_BUCKET}`,
      ...inputs,
    },
    world,
  )

/** A world whose Terraform writes down what it is told to do. */
function watched(options: SettingOptions = {}) {
  const log = join(checkout.path, 'calls')
  const { world } = wrapped((real) => `echo "$1" >> "${log}"\nexec "${real}" "$@"`, options)
  return { world, calls: () => readFileSync(log, 'utf8').trim().split('\n') }
}

/** A world with a script in front of its Terraform. */
function wrapped(script: (real: string) => string, options: SettingOptions = {}) {
  const bin = join(checkout.path, 'bin')
  mkdirSync(bin)
  const real = execFileSync('sh', ['-c', 'command -v terraform'], { encoding: 'utf8' }).trim()
  writeFileSync(join(bin, 'terraform'), `#!/bin/sh\n${script(real)}\n`, { mode: 0o755 })
  const path = checkout.setting().world.env['PATH'] ?? ''
  return checkout.setting({ ...options, env: { PATH: [bin, path].join(delimiter) } })
}

const roleCalls = () => stage.aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0

describe('a run', () => {
  test('applies what its plan holds, whatever becomes of the checkout since', async () => {
    write(
      'variable "value" {\n  type = string\n}\n\nresource "terraform_data" "this" {\n  input = var.value\n}\n\noutput "value" {\n  value = terraform_data.this.output\n}\n',
    )
    checkout.write('dev.tfvars', 'value = "reviewed"\n')
    const { world } = checkout.setting()
    const run = await open('apply', world, { 'var-file': 'dev.tfvars' })
    const plan = await run.plan()
    checkout.write('dev.tfvars', 'value = "changed since"\n')
    checkout.write('stacks/one/main.tf', 'this is no code {')
    checkout.write('stacks/one/stack.yml', 'nor: are these settings\n')
    checkout.write('stacks/two/main.tf', `${BACKEND_BLOCK}resource "terraform_data" "two" {}\n`)
    checkout.write('.terraform-version', '0.0.1\n')
    const outcome = await ended(run, plan, forwards())
    await run.close()
    expect(outcome.results.map(({ address, status }) => [address, status])).toEqual([
      ['one/terraform_data.this', 'done'],
      ['one/output.value', 'done'],
    ])
    expect(outcome.outputs).toEqual({ one: { value: 'reviewed' } })
  }, 60_000)

  test('needs one session of AWS and one init from its plan to its end', async () => {
    write('resource "terraform_data" "this" {}\n')
    const { world, calls } = watched()
    const before = roleCalls()
    const run = await open('apply', world)
    expect((await ended(run, await run.plan(), forwards())).status).toBe('succeeded')
    await run.close()
    expect(roleCalls() - before).toBe(1)
    expect(calls().filter((call) => call === 'init')).toHaveLength(1)
    // Which tool it is, is asked once as well.
    expect(calls().filter((call) => call === 'version')).toHaveLength(1)
  }, 60_000)

  test('gets another session when the first one is half over', async () => {
    write('resource "terraform_data" "this" {}\n')
    let later = 0
    const { world } = checkout.setting({ clock: () => new Date(Date.now() + later) })
    const before = roleCalls()
    const run = await open('apply', world)
    const plan = await run.plan()
    later = 31 * 60_000
    expect((await ended(run, plan, forwards())).status).toBe('succeeded')
    await run.close()
    expect(roleCalls() - before).toBe(2)
  }, 60_000)

  test('that ends after its plan leaves no lock, no plan file and no change of the checkout', async () => {
    write('provider "aws" {}\n\nresource "terraform_data" "this" {}\n')
    const { world } = checkout.setting()
    const run = await open('apply', world)
    await run.plan()
    const lockFile = join(checkout.path, 'stacks/one/.terraform.lock.hcl')
    const made = [join(world.temp, 'terraform/one.tfplan'), lockFile]
    expect(made.map((file) => existsSync(file))).toEqual([true, true])
    await run.close()
    expect(made.map((file) => existsSync(file))).toEqual([false, false])
    expect(existsSync(join(world.temp, 'terraform'))).toBe(false)
    expect((await stage.locks()).filter((lock) => lock.includes(`run-${serial}.`))).toEqual([])
  }, 60_000)

  test('keeps a lock file that was committed', async () => {
    write('resource "terraform_data" "this" {}\n')
    checkout.write('stacks/one/.terraform.lock.hcl', '# committed\n')
    const run = await open('apply', checkout.setting().world)
    await run.plan()
    await run.close()
    expect(readFileSync(join(checkout.path, 'stacks/one/.terraform.lock.hcl'), 'utf8')).toContain('committed')
  }, 60_000)
})

describe('a Terraform that does not answer with what it has planned', () => {
  test.each([
    [
      'writes more behind it, as the wrapper of setup-terraform',
      '"$REAL" "$@"; echo; echo "::debug::exited with code 0."',
    ],
    ['writes its command before it', 'echo "[command]terraform $*"; "$REAL" "$@"'],
    ['writes nothing', 'true'],
    ['writes nothing that it should', 'echo "{}"'],
    ['writes a page', 'echo "<html>{</html>"'],
    ['breaks off', '"$REAL" "$@" | head -c 40'],
  ])(
    'and %s is refused, and never taken for one that has nothing to do',
    async (_how, showing) => {
      write('resource "terraform_data" "this" {\n  input = 1\n}\n')
      const { run } = wrapped(
        (real) => `REAL="${real}"\nif [ "$1" = show ]; then ${showing}; else exec "$REAL" "$@"; fi`,
      )
      await expect(run.plan()).rejects.toMatchObject({
        code: 'TERRAFORM_OUTPUT',
        what: expect.stringContaining('terraform show'),
        fix: expect.stringContaining('terraform_wrapper: false'),
      })
      await run.close()
    },
    60_000,
  )
})
