import { expect, test } from '@jest/globals'
import { openStep, problemsOf } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { step } from '../src/step.ts'
import { BACKEND, type Link, workspaceOf } from './stack/workspace.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const key = 'arn:aws:kms:us-east-1:123456789012:key/1'
const inputs = {
  directory: 'stacks',
  'aws-role': role('apply'),
  'plan-role': role('plan'),
  'aws-region': 'us-east-1',
  'backend-config': 'bucket=state',
}
const stacks = { 'stacks/a/main.tf': BACKEND, 'stacks/b/main.tf': BACKEND }

interface Situation {
  readonly command?: string
  readonly files?: Readonly<Record<string, string | Link>>
  readonly run?: Partial<WorkflowRun>
  readonly tokenless?: boolean
  readonly env?: Readonly<Record<string, string>>
}

function problems(more: Readonly<Record<string, string>>, situation: Situation = {}) {
  const { command = 'plan', files = stacks, run = {}, tokenless = false, env = {} } = situation
  const { world } = createTestWorld({
    workspace: workspaceOf(files),
    run,
    env,
    ...(tokenless ? {} : { idToken: async () => 'unused' }),
  })
  return problemsOf(openStep(step, command, { ...inputs, ...more }, world))
}

test('a run whose inputs and code are right is opened, and nothing is asked of anybody', async () => {
  expect(await problems({})).toEqual([])
})

test.each<[what: string, more: Readonly<Record<string, string>>, situation: Situation, codes: string[]]>([
  ['no ID token', {}, { tokenless: true }, ['ID_TOKEN_PERMISSION']],
  ['a role that is none', { 'aws-role': 'admin' }, {}, ['INPUT_INVALID']],
  [
    'stored keys in the environment',
    {},
    { env: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'x' } },
    ['STATIC_KEYS'],
  ],
  ['one role for both', { 'plan-role': role('apply') }, {}, ['ROLES_EQUAL']],
  ['no role to plan with', { 'plan-role': '' }, { run: { event: 'pull_request' } }, ['PLAN_ROLE']],
  ['no role to plan with on a push', { 'plan-role': '' }, { run: { event: 'push' } }, ['PLAN_ROLE']],
  [
    'no role to plan with in a comment',
    { 'plan-role': '' },
    { run: { event: 'issue_comment' } },
    ['PLAN_ROLE'],
  ],
  ['no role for a dry run', { 'plan-role': '', 'dry-run': 'true' }, { command: 'apply' }, ['PLAN_ROLE']],
  [
    'a stack without a backend',
    { directory: 'stacks/c' },
    { files: { 'stacks/c/main.tf': 'resource "terraform_data" "x" {}\n' } },
    ['BACKEND_MISSING'],
  ],
  [
    'backends of other kinds, in all stacks',
    {},
    {
      files: {
        'stacks/a/main.tf': BACKEND.replace('"s3"', '"local"'),
        'stacks/b/main.tf': 'terraform {\n  cloud {}\n}\n',
        'stacks/c/main.tf': BACKEND,
        'stacks/c/x_override.tf': BACKEND.replace('"s3"', '"http"'),
      },
    },
    ['BACKEND_MISSING', 'BACKEND_MISSING', 'BACKEND_MISSING'],
  ],
  [
    'a state that was never saved, beside the code or as a link',
    {},
    {
      files: {
        ...stacks,
        'stacks/a/errored.tfstate': '{"version":4}',
        'stacks/b/errored.tfstate': { to: '../../elsewhere' },
      },
    },
    ['STATE_UNSAVED', 'STATE_UNSAVED'],
  ],
  [
    'a key in the backend settings',
    { 'backend-config': 'bucket=state\naccess_key=AKIA' },
    {},
    ['INPUT_INVALID'],
  ],
  [
    'arguments in the environment',
    {},
    { env: { TF_CLI_ARGS_plan: '-target=aws_vpc.this' } },
    ['TERRAFORM_ARGUMENTS'],
  ],
  [
    'no role to look for drift with',
    { 'plan-role': '', 'github-token': 't' },
    { command: 'drift' },
    ['PLAN_ROLE'],
  ],
  [
    'a variable file that is not there',
    { 'var-file': 'dev.tfvars\nprod.tfvars' },
    {},
    ['INPUT_INVALID', 'INPUT_INVALID'],
  ],
  ['a variable file that is a device', { 'var-file': '../../../../../../dev/zero' }, {}, ['INPUT_INVALID']],
  ['a backend setting without a value', { 'backend-config': 'bucket=state\nregion' }, {}, ['INPUT_INVALID']],
  ['a backend without a bucket', { 'backend-config': 'region=x' }, {}, ['INPUT_INVALID']],
  ['one key for two stacks', { 'backend-config': 'bucket=state\nkey=one' }, {}, ['INPUT_INVALID']],
  [
    'a plan store without a key',
    { 'plan-store': 's3://plans/x', 'github-token': 't' },
    {},
    ['INPUT_INVALID'],
  ],
  ['a key without a plan store', { 'plan-store-key': key }, {}, ['INPUT_INVALID']],
  [
    'a plan store without a prefix, and an alias of a key',
    { 'plan-store': 's3://plans', 'plan-store-key': 'alias/x', 'github-token': 't' },
    {},
    ['INPUT_INVALID', 'INPUT_INVALID'],
  ],
  ['changed-only without a token', { 'changed-only': 'true' }, {}, ['GITHUB_TOKEN']],
  ['drift without a token', {}, { command: 'drift' }, ['GITHUB_TOKEN']],
  [
    'destroy of two stacks',
    { 'github-token': 't', confirm: 'stacks' },
    { command: 'destroy' },
    ['DESTROY_MANY'],
  ],
  [
    'destroy of another stack',
    { directory: 'stacks/a', 'github-token': 't', confirm: 'stacks/b' },
    { command: 'destroy' },
    ['DESTROY_CONFIRM'],
  ],
  ['no stack', { directory: 'elsewhere' }, {}, ['STACKS_MISSING']],
  ['code that is none', {}, { files: { 'stacks/a/main.tf': 'terraform {' } }, ['HCL_SYNTAX']],
  [
    'versions that no tool can be, in both stacks',
    {},
    {
      files: {
        ...stacks,
        'stacks/a/.terraform-version': 'system',
        'stacks/b/.terraform-version': 'min-required',
      },
    },
    ['VERSION_INVALID', 'VERSION_INVALID'],
  ],
  // What is wrong for all stacks is told once.
  ['both tools', { 'terraform-version': '1.9.0', 'opentofu-version': '1.9.0' }, {}, ['INPUT_INVALID']],
])('%s is told before anything is touched', async (_what, more, situation, codes) => {
  expect((await problems(more, situation)).map(({ code }) => code)).toEqual(codes)
})

test('everything that is wrong is told at once: roles, files, store, code, backend and token', async () => {
  const found = await problems(
    {
      'aws-role': 'admin',
      'var-file': 'dev.tfvars',
      'plan-store': 'plans',
      'backend-config': 'region=x',
      'terraform-version': 'new',
      'changed-only': 'true',
    },
    { tokenless: true, files: { 'stacks/a/main.tf': 'terraform {' } },
  )
  expect(found.map(({ code, what }) => [code, what])).toEqual([
    ['ID_TOKEN_PERMISSION', expect.any(String)],
    ['INPUT_INVALID', expect.stringContaining('`aws-role`')],
    ['INPUT_INVALID', expect.stringContaining('`var-file` names dev.tfvars')],
    ['INPUT_INVALID', expect.stringContaining('`plan-store` is `plans`')],
    ['INPUT_INVALID', expect.stringContaining('needs `plan-store-key` beside it')],
    ['HCL_SYNTAX', expect.any(String)],
    ['INPUT_INVALID', expect.stringContaining('names no bucket')],
    ['GITHUB_TOKEN', expect.stringContaining('`changed-only`')],
  ])
})
