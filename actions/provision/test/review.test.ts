/** What of a run decides its effect: changed alone, each is refused by name; and what decides nothing changes nothing. */
import { expect, test } from '@jest/globals'
import { makePlan, type Plan, type Remembered } from '#toolkit/model/plan.ts'
import { compareWithReview, reviewOf } from '#toolkit/model/review.ts'
import { HashedOnce } from '#toolkit/model/test/hashed-once.ts'
import { plannedChanges } from '../src/changes/changes.ts'
import { ingredientsOf, type StackIngredients } from '../src/ingredients.ts'
import { placeOf } from '../src/place.ts'
import type { AskedStack, Provisioning } from '../src/provisioning.ts'
import type { PlanJson, ResourceChange } from '../src/terraform/plan-json.ts'

const sha = (letter: string) => letter.repeat(64)

/** Everything that a run is made of, as far as its plan says it. */
interface Made {
  readonly account: string
  readonly asked: Pick<
    Provisioning,
    | 'command'
    | 'directory'
    | 'stacks'
    | 'backend'
    | 'region'
    | 'workspace'
    | 'roles'
    | 'varFiles'
    | 'protect'
    | 'passed'
  >
  readonly stacks: readonly StackIngredients[]
  readonly generated: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly json: PlanJson
  readonly released: Readonly<Record<string, Remembered>>
  readonly at: string
}

function stack(name: string, coded: Partial<AskedStack['coded']> = {}): AskedStack {
  return {
    name,
    folder: `stacks/${name}`,
    settings: { dependsOn: [], protect: [], allow: [] },
    modules: new Map([['', `stacks/${name}`]]),
    key: undefined,
    dependsOn: [],
    wanted: { name: undefined, asked: undefined, required: [] },
    coded: {
      key: undefined,
      workspaceKeyPrefix: undefined,
      settings: new Map(),
      source: { file: 'main.tf' },
      ...coded,
    },
  }
}

const change = (address: string, after: object, more: object = {}): ResourceChange => ({
  address,
  mode: 'managed',
  type: 'aws_x',
  name: 'x',
  change: { actions: ['create'], before: null, after, ...more },
})

const base: Made = {
  account: '123456789012',
  asked: {
    command: 'apply',
    directory: 'stacks',
    stacks: [stack('network'), stack('api')],
    backend: { bucket: 'state', kms_key_id: 'arn:aws:kms:1' },
    region: 'eu-central-1',
    workspace: 'default',
    roles: { plan: 'arn:aws:iam::123456789012:role/plan', apply: 'arn:aws:iam::123456789012:role/apply' },
    varFiles: [
      { file: 'dev.tfvars', sha256: sha('a') },
      { file: 'more.tfvars', sha256: sha('b') },
    ],
    protect: ['aws_instance', 'aws_vpc.this'],
    passed: ['GITHUB_TOKEN'],
  },
  stacks: [
    {
      name: 'network',
      tool: { name: 'terraform', version: '1.11.4' },
      providers: { 'registry.terraform.io/hashicorp/aws': '5.100.0' },
      sources: { 'stacks/network/main.tf': sha('1'), 'stacks/network/.terraform.lock.hcl': sha('2') },
      variables: { 'stacks/network/dev.auto.tfvars': sha('3') },
      modules: { 'module.vpc': sha('4') },
      bundle: sha('5'),
    },
    {
      name: 'api',
      tool: { name: 'opentofu', version: '1.12.6' },
      providers: {},
      sources: { 'stacks/api/main.tf': sha('6'), 'modules/shared/main.tf': sha('7') },
      variables: {},
      modules: {},
      bundle: undefined,
    },
  ],
  generated: { 'stacks/api/build/function.zip': sha('8') },
  env: { TF_VAR_days: '7', TF_VAR_secret: 'hunter2', TF_ENCRYPTION: 'key "x" {}', PATH: '/usr/bin' },
  json: {
    resource_changes: [
      change('aws_x.one', { size: 1, password: 'hunter2hunter2' }),
      change('aws_x.two', { text: 'public', token: 'marked' }, { after_sensitive: { token: true } }),
    ],
  },
  released: { network: { commit: 'c'.repeat(40), run: '1' } },
  at: '2026-11-24T09:30:00Z',
}

function planOf({ account, asked, stacks, generated, env, json, released, at }: Made): Plan {
  const { changes, sensitive } = plannedChanges(json, 'network', () => undefined)
  const { sensitive: more, ...ingredients } = ingredientsOf(asked, stacks, generated, env)
  return makePlan({
    step: 'provision',
    ...placeOf(asked, account, { env }),
    ...ingredients,
    createdAt: new Date(at),
    changes,
    released,
    sensitive: new HashedOnce([...more, ...sensitive]),
  })
}

const showing = { repositoryId: '1', pullRequest: 1, commit: 'c', run: '1', salt: 'ab'.repeat(16) }
const review = reviewOf(planOf(base), showing)

const asking = (asked: Partial<Made['asked']>): Partial<Made> => ({ asked: { ...base.asked, ...asked } })
const [network, api] = base.stacks as [StackIngredients, StackIngredients]
const withNetwork = (more: Partial<StackIngredients>): Partial<Made> => ({
  stacks: [{ ...network, ...more }, api],
})
const resources = (...resource_changes: ResourceChange[]): Partial<Made> => ({ json: { resource_changes } })
const [one, two] = base.json.resource_changes as [ResourceChange, ResourceChange]

test.each<[ingredient: string, changed: Partial<Made>, told: string]>([
  ['account', { account: '210987654321' }, 'where: account'],
  ['region', asking({ region: 'eu-west-1' }), 'where: region'],
  ['bucket', asking({ backend: { ...base.asked.backend, bucket: 'other' } }), 'where: bucket'],
  ['workspace', asking({ workspace: 'other' }), 'where: workspace'],
  [
    'key that the code names',
    asking({ stacks: [stack('network', { key: 'other.tfstate' }), stack('api')] }),
    'where: state of network',
  ],
  [
    'key that the run names',
    asking({ backend: { ...base.asked.backend, key: 'other' } }),
    'where: state of api',
  ],
  ['stack of the directory', asking({ stacks: [stack('network')] }), 'where: state of api'],
  [
    'prefix of a workspace',
    asking({ workspace: 'x', stacks: [stack('network', { workspaceKeyPrefix: 'y' }), stack('api')] }),
    'where: state of network',
  ],
  [
    'endpoint of AWS',
    { env: { ...base.env, AWS_ENDPOINT_URL_S3: 'https://elsewhere.example' } },
    'where: endpoints',
  ],
  ['directory', asking({ directory: 'elsewhere' }), 'where: target'],
  ['command', asking({ command: 'destroy' }), 'with: mode'],
  ['role that applies', asking({ roles: { ...base.asked.roles, apply: 'x' } }), 'with: apply-role'],
  ['choice of stacks', { stacks: [network] }, 'with: stacks'],
  ['order of stacks', { stacks: [api, network] }, 'with: stacks'],
  ['tool', withNetwork({ tool: { name: 'opentofu', version: '1.11.4' } }), 'with: tool of network'],
  [
    'version of the tool',
    withNetwork({ tool: { name: 'terraform', version: '1.11.5' } }),
    'with: tool of network',
  ],
  [
    'version of a provider',
    withNetwork({ providers: { 'registry.terraform.io/hashicorp/aws': '6.0.0' } }),
    'with: providers of network',
  ],
  [
    'provider',
    withNetwork({ providers: { 'registry.example/evil/aws': '5.100.0' } }),
    'with: providers of network',
  ],
  [
    'setting of the backend',
    asking({ backend: { ...base.asked.backend, kms_key_id: 'x' } }),
    'with: backend-config',
  ],
  ['name of a variable in the environment', { env: { ...base.env, TF_VAR_more: '' } }, 'with: variables'],
  ['value of a variable in the environment', { env: { ...base.env, TF_VAR_days: '8' } }, 'with: variables'],
  [
    'secret value of a variable in the environment',
    { env: { ...base.env, TF_VAR_secret: 'hunter3' } },
    'with: variables',
  ],
  ['encryption of the state', { env: { ...base.env, TF_ENCRYPTION: 'key "y" {}' } }, 'with: variables'],
  [
    'content of a variable file',
    asking({
      varFiles: [
        { file: 'dev.tfvars', sha256: sha('f') },
        { file: 'more.tfvars', sha256: sha('b') },
      ],
    }),
    'from: dev.tfvars',
  ],
  [
    'choice of variable files',
    asking({ varFiles: [{ file: 'dev.tfvars', sha256: sha('a') }] }),
    'with: var-file',
  ],
  ['order of variable files', asking({ varFiles: base.asked.varFiles.toReversed() }), 'with: var-file'],
  [
    'variable file that counts unnamed',
    withNetwork({ variables: { 'stacks/network/dev.auto.tfvars': sha('f') } }),
    'from: stacks/network/dev.auto.tfvars',
  ],
  ['what is protected', asking({ protect: ['aws_instance'] }), 'with: protect'],
  ['variables that are passed on', asking({ passed: [] }), 'with: pass-environment'],
  [
    'file of the code',
    withNetwork({ sources: { ...network.sources, 'stacks/network/main.tf': sha('f') } }),
    'from: stacks/network/main.tf',
  ],
  [
    'new file of the code',
    withNetwork({ sources: { ...network.sources, 'stacks/network/more.tf': sha('f') } }),
    'from: stacks/network/more.tf',
  ],
  [
    'lock file',
    withNetwork({ sources: { ...network.sources, 'stacks/network/.terraform.lock.hcl': sha('f') } }),
    'from: stacks/network/.terraform.lock.hcl',
  ],
  [
    'file of a module',
    { stacks: [network, { ...api, sources: { ...api.sources, 'modules/shared/main.tf': sha('f') } }] },
    'from: modules/shared/main.tf',
  ],
  ['fetched module', withNetwork({ modules: { 'module.vpc': sha('f') } }), 'from: module.vpc of network'],
  ['bundle', withNetwork({ bundle: sha('f') }), 'from: bundle of network'],
  [
    'file that planning makes',
    { generated: { 'stacks/api/build/function.zip': sha('f') } },
    'from: stacks/api/build/function.zip (made by planning)',
  ],
  [
    'attribute',
    resources(change('aws_x.one', { size: 2, password: 'hunter2hunter2' }), two),
    'network/aws_x.one',
  ],
  [
    'value that only looks like a secret',
    resources(change('aws_x.one', { size: 1, password: 'hunter3hunter3' }), two),
    'network/aws_x.one',
  ],
  [
    'value that is marked',
    resources(
      one,
      change('aws_x.two', { text: 'public', token: 'other' }, { after_sensitive: { token: true } }),
    ),
    'network/aws_x.two',
  ],
  ['kind', resources({ ...one, type: 'aws_y' }, two), 'network/aws_x.one'],
  [
    'action',
    resources(
      { ...one, change: { ...one.change, actions: ['delete'], before: one.change.after, after: null } },
      two,
    ),
    'network/aws_x.one',
  ],
  ['change more', resources(one, two, change('aws_x.three', {})), 'network/aws_x.three'],
])('another %s is refused by name', async (_ingredient, changed, told) => {
  const comparison = await compareWithReview(planOf({ ...base, ...changed }), await review)
  expect(comparison.verdict).toBe('different')
  expect(comparison.differences.map(({ address }) => address)).toContain(told)
})

test.each<[what: string, changed: Partial<Made>]>([
  ['nothing', {}],
  ['another time', { at: '2026-11-24T10:30:00Z' }],
  ['another role to plan with', asking({ roles: { ...base.asked.roles, plan: undefined } })],
  [
    'another machine',
    {
      env: {
        ...base.env,
        PATH: '/opt/bin',
        HOME: '/home/runner',
        RUNNER_TEMP: '/tmp/x',
        TF_LOG: 'debug',
        TF_PLUGIN_CACHE_DIR: '/cache',
      },
    },
  ],
  ['another order of the environment', { env: Object.fromEntries(Object.entries(base.env).toReversed()) }],
  [
    'another order of files and of what is protected',
    {
      stacks: [
        { ...network, sources: Object.fromEntries(Object.entries(network.sources).toReversed()) },
        api,
      ],
      asked: { ...base.asked, protect: base.asked.protect.toReversed() },
    },
  ],
  ['another order of changes', resources(two, one)],
  ['another way to write the directory', asking({ directory: './stacks/' })],
])('with %s it is equal', async (_what, changed) => {
  expect(await compareWithReview(planOf({ ...base, ...changed }), await review)).toEqual({
    verdict: 'equal',
    differences: [],
  })
})

test('no value of a variable, and no file with them, is in a review other than salted', async () => {
  const text = JSON.stringify(await review)
  for (const secret of ['hunter2', 'key \\"x\\"', sha('a'), sha('3'), 'marked'])
    expect(text).not.toContain(secret)
  const salted = await reviewOf(planOf(base), { ...showing, salt: 'cd'.repeat(16) })
  expect(salted.sensitive?.['with: variables']).toMatch(/^scrypt:[0-9a-f]{64}$/)
  expect(salted.sensitive?.['with: variables']).not.toBe((await review).sensitive?.['with: variables'])
})

test('a rest of the changes is the rest of a run that was cut off', async () => {
  expect((await compareWithReview(planOf({ ...base, ...resources(two) }), await review)).verdict).toBe(
    'remainder',
  )
})
