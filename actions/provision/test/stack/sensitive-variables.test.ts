import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { Code } from '../../src/stack/code.ts'
import { sensitiveValuesOf } from '../../src/stack/sensitive-variables.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function valuesIn(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  varFiles: readonly string[] = [],
): string[] {
  const workspace = mkdtempSync(join(tmpdir(), 'omninode-variables-'))
  folders.push(workspace)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  return [...sensitiveValuesOf(new Code(workspace), 'a', varFiles, env)].map(
    ({ name, value }) => `${name}=${value}`,
  )
}

const variable = (name: string, more = 'sensitive = true') => `variable "${name}" {\n  ${more}\n}\n`

test.each<[string, Parameters<typeof valuesIn>, string[]]>([
  ['the environment', [{ 'a/m.tf': variable('pin') }, { TF_VAR_pin: 'xyz', TF_VAR_other: 'o' }], ['pin=xyz']],
  [
    'an object in the environment',
    [{ 'a/m.tf': variable('db') }, { TF_VAR_db: '{ user = "u", pass = "x\\"y" }' }],
    ['db={ user = "u", pass = "x\\"y" }', 'user=u', 'pass=x"y'],
  ],
  ['a default', [{ 'a/m.tf': variable('pin', 'default = "xyz"\n  sensitive = true') }], ['pin=xyz']],
  [
    'a variable file',
    [{ 'a/m.tf': variable('pin'), 'env/dev.tfvars': 'pin = "xyz"\nother = "o"\n' }, {}, ['env/dev.tfvars']],
    ['pin=xyz'],
  ],
  ['terraform.tfvars', [{ 'a/m.tf': variable('pin'), 'a/terraform.tfvars': 'pin = "xyz"\n' }], ['pin=xyz']],
  [
    'a file that is read by itself',
    [{ 'a/m.tf': variable('pin'), 'a/x.auto.tfvars': 'pin = "xyz"\n' }],
    ['pin=xyz'],
  ],
  ['JSON', [{ 'a/m.tf': variable('pin'), 'a/x.auto.tfvars.json': '{"pin":{"a":["xyz"]}}' }], ['a=xyz']],
  [
    'a heredoc',
    [{ 'a/m.tf': variable('key'), 'v.tfvars': 'key = <<EOT\nline one\nline two\nEOT\n' }, {}, ['v.tfvars']],
    ['key=line one\nline two'],
  ],
  [
    'a list',
    [{ 'a/m.tf': variable('keys'), 'v.tfvars': 'keys = ["one", "two"]\n' }, {}, ['v.tfvars']],
    ['keys=one', 'keys=two'],
  ],
  [
    'an ephemeral variable',
    [{ 'a/m.tf': variable('pin', 'ephemeral = true') }, { TF_VAR_pin: 'xyz' }],
    ['pin=xyz'],
  ],
  [
    'a name that says it, though nobody marked it',
    [{ 'a/m.tf': variable('db_password', 'type = string') }, { TF_VAR_db_password: 'xyz' }],
    ['db_password=xyz'],
  ],
  ['a name that no code declares', [{ 'a/m.tf': '' }, { TF_VAR_api_token: 'xyz' }], ['api_token=xyz']],
  [
    'what a module is given',
    [
      {
        'a/m.tf': 'module "m" {\n  source = "../m"\n  pin = "xyz"\n  other = "o"\n}\n',
        'm/v.tf': variable('pin') + variable('other', ''),
      },
    ],
    ['pin=xyz'],
  ],
  [
    'what the code has written out',
    [{ 'a/m.tf': 'resource "x" "y" {\n  settings {\n    master_password = "xyz"\n  }\n}\n' }],
    ['master_password=xyz'],
  ],
  ['a .tf.json', [{ 'a/m.tf.json': '{"variable":{"pin":{"sensitive":true,"default":"xyz"}}}' }], ['pin=xyz']],
])('knows what is sensitive by %s', (_what, given, expected) => {
  expect(valuesIn(...given)).toEqual(expected)
})

test('code, variables and files that cannot be read are nobody’s secret here: who needs them says so', () => {
  const files = { 'a/m.tf': 'variable "x" {', 'a/terraform.tfvars': 'x = {', 'a/y.auto.tfvars.json': '{' }
  expect(valuesIn(files, {}, ['missing.tfvars'])).toEqual([])
})

test('a file of variables that is a pipe, or leads out of the checkout, is neither waited for nor read', () => {
  const outside = mkdtempSync(join(tmpdir(), 'omninode-outside-'))
  const workspace = mkdtempSync(join(tmpdir(), 'omninode-variables-'))
  folders.push(outside, workspace)
  writeFileSync(join(outside, 'x.tfvars'), 'api_token = "xyz"\n')
  mkdirSync(join(workspace, 'a'))
  execFileSync('mkfifo', [join(workspace, 'a/pipe.auto.tfvars')])
  symlinkSync(join(outside, 'x.tfvars'), join(workspace, 'a/terraform.tfvars'))
  symlinkSync(outside, join(workspace, 'out'))
  expect([...sensitiveValuesOf(new Code(workspace), 'a', ['out/x.tfvars'], {})]).toEqual([])
})
