import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { finish as finishLeft } from '../../src/state/finish.ts'
import { DATA_FOLDERS, LOCK_FILES, RUNNING } from '../../src/state/kept.ts'
import { isOwnRun } from '../../src/state/own.ts'

let folder: string
let workspace: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-own-'))
  workspace = join(folder, 'checkout')
  for (const file of [
    'checkout/stacks/a/.terraform.lock.hcl',
    'checkout/stacks/a/main.tf',
    'other/.terraform.lock.hcl',
    'checkout/stacks/a/.terraform/omninode/terraform.tfstate',
    'checkout/stacks/a/.terraform/other',
    'checkout/omninode/main.tf',
    'other/.terraform/omninode/terraform.tfstate',
    'tools/omninode-terraform/1.9.8/x64/terraform',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  symlinkSync(join(folder, 'other'), join(workspace, 'out'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const world = () => createTestWorld({ workspace, env: { RUNNER_TOOL_CACHE: join(folder, 'tools') } }).world

const finish = (state: Readonly<Record<string, string>>, given: ReturnType<typeof world>) =>
  finishLeft({ ...given, state, world: () => Promise.resolve(given) })

test('post removes the lock files that its step let Terraform make', async () => {
  const file = join(workspace, 'stacks/a/.terraform.lock.hcl')
  await finish(
    { [LOCK_FILES]: JSON.stringify([file, join(workspace, 'stacks/a/../a/.terraform.lock.hcl')]) },
    world(),
  )
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['another file of the checkout', 'checkout/stacks/a/main.tf'],
  ['a lock file elsewhere', 'other/.terraform.lock.hcl'],
  ['one behind a link that leads out', 'checkout/out/.terraform.lock.hcl'],
  ['one by a way out', 'checkout/../other/.terraform.lock.hcl'],
])('post removes nothing when its state names %s', async (_what, file) => {
  const given = world()
  // Joined as it is written: what is normalised before would prove nothing.
  const state = { [LOCK_FILES]: JSON.stringify([`${folder}/${file}`]) }
  await expect(finish(state, given)).rejects.toMatchObject({ code: 'STATE_NOT_OWN' })
  expect(existsSync(join(folder, file))).toBe(true)
})

test("post removes Terraform's own folder in a stack of its step, and nothing beside it", async () => {
  const own = join(workspace, 'stacks/a/.terraform/omninode')
  await finish({ [DATA_FOLDERS]: JSON.stringify([own]) }, world())
  expect([existsSync(own), existsSync(join(workspace, 'stacks/a/.terraform/other'))]).toEqual([false, true])
})

test.each([
  ['the checkout', 'checkout'],
  ['a folder of code', 'checkout/stacks/a'],
  ['a folder of that name alone', 'checkout/omninode'],
  ["another program's folder", 'checkout/stacks/a/.terraform'],
  ["Terraform's folder elsewhere", 'other/.terraform/omninode'],
  ['one behind a link that leads out', 'checkout/out/.terraform/omninode'],
  ['one by a way out', 'checkout/../other/.terraform/omninode'],
])('post removes no folder when its state names %s', async (_what, path) => {
  const state = { [DATA_FOLDERS]: JSON.stringify([`${folder}/${path}`]) }
  await expect(finish(state, world())).rejects.toMatchObject({ code: 'STATE_NOT_OWN' })
  expect(existsSync(join(folder, path))).toBe(true)
})

test.each([
  ['lock files', LOCK_FILES, '{"length":0}'],
  ['folders', DATA_FOLDERS, '[7]'],
  ['lock files', LOCK_FILES, '["'],
  ['programs', RUNNING, '{"pid":1}'],
  ['programs', RUNNING, 'no JSON'],
])('post does nothing with %s that are no list of them', async (_what, name, text) => {
  await expect(finish({ [name]: text }, world())).rejects.toMatchObject({ code: 'STATE_NOT_OWN' })
})

describe('what is said to run', () => {
  const entry = (given: ReturnType<typeof world>) => {
    writeFileSync(join(given.temp, 'stdout'), '')
    const command = join(folder, 'tools/omninode-terraform/1.9.8/x64/terraform')
    return {
      pid: 0,
      command,
      stack: { name: 'a', folder: 'stacks/a' },
      doing: 'apply',
      stdout: join(given.temp, 'stdout'),
    }
  }

  test('is waited for when the step has started it', () => {
    const given = world()
    expect(isOwnRun(entry(given), given)).toBe(true)
    expect(isOwnRun({ ...entry(given), command: 'tofu' }, given)).toBe(true)
  })

  test.each<[string, Partial<ReturnType<typeof entry>>]>([
    ['a program that is none of the tools', { command: '/bin/sh' }],
    ['a program of that name elsewhere', { command: '/tmp/terraform' }],
    ['a folder outside of the checkout', { stack: { name: 'a', folder: '../other' } }],
    ['a folder behind a link', { stack: { name: 'a', folder: 'out' } }],
    ['a device to read', { stdout: '/dev/zero' }],
    ['a file of somebody else to read', { stdout: '/etc/passwd' }],
  ])('is neither read nor started when it is %s', async (_what, other) => {
    const given = world()
    const said = { ...entry(given), ...other }
    expect(isOwnRun(said, given)).toBe(false)
    await expect(finish({ [RUNNING]: JSON.stringify([said]) }, given)).rejects.toMatchObject({
      code: 'STATE_NOT_OWN',
    })
  })
})
