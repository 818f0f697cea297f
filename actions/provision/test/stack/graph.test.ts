import { describe, expect, test } from '@jest/globals'
import { failuresIn } from '#toolkit/model/failure.ts'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { BACKEND, graphOf, module, remoteState, workspaceOf } from './workspace.ts'

function failuresOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return failuresIn(error).map(({ code, what, source }) => ({ code, what, source }))
  }
  return []
}

describe('finding stacks', () => {
  const names = (files: Readonly<Record<string, string>>, directory: string) =>
    findStacks(new Code(workspaceOf(files)), directory).map(({ name, folder }) => [name, folder])

  test('finds every folder whose code names a backend, at any depth, and neither modules nor examples', () => {
    const files = {
      'terraform/stacks/dev/network/main.tf': BACKEND,
      'terraform/stacks/dev/apps/api/main.tf': BACKEND,
      'terraform/stacks/prod/network/main.tf': 'terraform {\n  cloud {}\n}\n',
      'terraform/stacks/prod/json/main.tf.json': '{"terraform": {"backend": {"s3": {}}}}',
      'terraform/stacks/prod/tofu/main.tofu': BACKEND,
      'terraform/modules/network/main.tf': 'resource "aws_vpc" "this" {}\n',
      'terraform/modules/network/examples/complete/main.tf': BACKEND,
      'terraform/stacks/dev/network/.terraform/modules/x/main.tf': BACKEND,
      'terraform/stacks/notes/readme.md': '',
    }
    expect(names(files, 'terraform')).toEqual([
      ['stacks/dev/apps/api', 'terraform/stacks/dev/apps/api'],
      ['stacks/dev/network', 'terraform/stacks/dev/network'],
      ['stacks/prod/json', 'terraform/stacks/prod/json'],
      ['stacks/prod/network', 'terraform/stacks/prod/network'],
      ['stacks/prod/tofu', 'terraform/stacks/prod/tofu'],
    ])
  })

  test('takes a folder with code as the stack itself', () => {
    expect(names({ 'infra/main.tf': 'resource "a" "b" {}\n' }, './infra/')).toEqual([['infra', 'infra']])
  })

  test.each([
    ['a folder that is not there', 'nowhere', 'cannot be read'],
    ['a folder without a stack', 'docs', 'There is no stack in docs'],
    ['a folder outside of the checkout', '../x', 'not within the checkout'],
    ['an absolute folder', '/etc', 'not within the checkout'],
  ])('refuses %s', (_what, directory, why) => {
    expect(failuresOf(() => names({ 'docs/a/readme.md': '' }, directory))).toMatchObject([
      { code: 'STACKS_MISSING', what: expect.stringContaining(why) },
    ])
  })
})

describe('the graph of stacks', () => {
  test('knows what a stack is made of, through modules of modules', () => {
    const { stacks } = graphOf({
      'stacks/a/main.tf':
        BACKEND +
        module('network', '../../modules/network') +
        module('registry', 'terraform-aws-modules/vpc/aws'),
      'modules/network/main.tf': module('logs', './logs'),
      'modules/network/logs/main.tf': 'resource "a" "b" {}\n',
    })
    expect(Object.fromEntries(stacks[0]?.modules ?? [])).toEqual({
      '': 'stacks/a',
      'module.network': 'modules/network',
      'module.network.module.logs': 'modules/network/logs',
    })
  })

  test('ends with modules that use each other in a circle', () => {
    const { stacks } = graphOf({
      'stacks/a/main.tf': BACKEND + module('x', '../../modules/x'),
      'modules/x/main.tf': module('y', '../y'),
      'modules/y/main.tf': module('x', '../x'),
    })
    expect(new Set(stacks[0]?.modules.values())).toEqual(new Set(['stacks/a', 'modules/x', 'modules/y']))
  })

  test('puts a stack behind those whose state it reads, also through a module or a key of its own', () => {
    const { stacks, unclear } = graphOf({
      'stacks/a-app/main.tf': BACKEND + module('db', '../../modules/db') + remoteState('c', '"custom/key"'),
      'modules/db/main.tf': remoteState('network', '"stacks/network/terraform.tfstate"'),
      'stacks/network/main.tf': BACKEND,
      'stacks/z-custom/main.tf': 'terraform {\n  backend "s3" {\n    key = "custom/key"\n  }\n}\n',
    })
    expect(stacks.map(({ name }) => name)).toEqual(['z-custom', 'network', 'a-app'])
    expect(stacks[2]?.dependsOn).toEqual([
      { to: 'z-custom', source: { file: 'stacks/a-app/main.tf', line: 7 } },
      { to: 'network', source: { file: 'modules/db/main.tf', line: 1 } },
    ])
    expect(unclear).toEqual([])
  })

  test('takes what stack.yml declares, by folder or name, and says where a key is not written out', () => {
    const { stacks, unclear } = graphOf({
      'stacks/a/main.tf': BACKEND + remoteState('net', 'var.key'),
      'stacks/a/stack.yml': 'depends_on:\n  - ../z/network\n  - y\n',
      'stacks/y/main.tf': BACKEND,
      'stacks/z/network/main.tf': BACKEND,
    })
    expect(
      stacks.map(({ name, dependsOn }) => [name, dependsOn.map(({ to, source }) => `${to}:${source.line}`)]),
    ).toEqual([
      ['z/network', []],
      ['y', []],
      ['a', ['z/network:2', 'y:3']],
    ])
    expect(unclear).toMatchObject([
      {
        what: expect.stringContaining('terraform_remote_state.net'),
        source: { file: 'stacks/a/main.tf', line: 4 },
      },
    ])
  })

  test('refuses stacks that build on each other in a circle, and names the way', () => {
    const files = {
      'stacks/a/main.tf': BACKEND + remoteState('b', '"stacks/b/terraform.tfstate"'),
      'stacks/b/main.tf': BACKEND + remoteState('c', '"stacks/c/terraform.tfstate"'),
      'stacks/c/main.tf': BACKEND + remoteState('a', '"stacks/a/terraform.tfstate"'),
    }
    expect(failuresOf(() => graphOf(files))).toEqual([
      {
        code: 'STACK_CIRCLE',
        what: 'Stacks build on each other in a circle: a → b → c → a.',
        source: { file: 'stacks/c/main.tf', line: 4 },
      },
    ])
  })

  test('refuses two stacks with one state, and a dependency on nothing, both at once', () => {
    const files = {
      'stacks/a/main.tf': BACKEND,
      'stacks/b/main.tf': 'terraform {\n  backend "s3" {\n    key = "stacks/a/terraform.tfstate"\n  }\n}\n',
      'stacks/b/stack.yml': 'depends_on: [nothing]\n',
    }
    expect(failuresOf(() => graphOf(files)).map(({ code }) => code)).toEqual([
      'STATE_SHARED',
      'STACK_UNKNOWN',
    ])
  })

  test.each([
    ['an unknown key', 'protects: [x]\n', 1],
    [
      'an allowance without a reason',
      'protect: [x]\nallow:\n  - address: a.b\n    action: delete\n    reason: ok\n',
      5,
    ],
    [
      'an allowance of what needs none',
      'allow:\n  - address: a.b\n    action: update\n    reason: because of this\n',
      3,
    ],
    ['a list that is none', 'depends_on: network\n', 1],
  ])('refuses a stack.yml with %s, on its line', (_what, text, line) => {
    const files = { 'stacks/a/main.tf': BACKEND, 'stacks/a/stack.yml': text }
    expect(failuresOf(() => graphOf(files))).toMatchObject([
      { code: 'STACK_SETTINGS', source: { file: 'stacks/a/stack.yml', line } },
    ])
  })
})
