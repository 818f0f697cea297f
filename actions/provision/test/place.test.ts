import { describe, expect, test } from '@jest/globals'
import { commonPrefix, placeOf } from '../src/place.ts'
import type { AskedStack } from '../src/provisioning.ts'

const stack = (folder: string, key?: string): AskedStack => ({
  name: folder.split('/').at(-1) ?? '',
  folder,
  settings: { dependsOn: [], protect: [], allow: [] },
  modules: new Map(),
  key,
  dependsOn: [],
  wanted: { name: undefined, asked: undefined, required: [] },
  coded: { key, workspaceKeyPrefix: undefined, settings: new Map(), source: { file: 'main.tf' } },
})

const asked = {
  directory: 'stacks/dev',
  stacks: [stack('stacks/dev/network'), stack('stacks/dev/api')],
  backend: { bucket: 'state' },
  region: 'eu-central-1',
  workspace: 'default',
}
const account = '123456789012'
const place = (
  more: Partial<typeof asked> & { backend?: Record<string, string> & { bucket: string } } = {},
) => placeOf({ ...asked, ...more }, account, { env: {} })

describe('the place of a run', () => {
  test('of a stack is its state', () => {
    expect(place({ directory: './stacks/dev/network/', stacks: asked.stacks.slice(0, 1) })).toEqual({
      target: 's3://state/stacks/dev/network/terraform.tfstate in 123456789012 eu-central-1',
      where: {
        account,
        region: 'eu-central-1',
        bucket: 'state',
        workspace: 'default',
        'state of network': 'stacks/dev/network/terraform.tfstate',
      },
    })
  })

  test('of a folder of stacks is what their states have in common, also when a stack is added', () => {
    const { target } = place()
    expect(target).toBe('s3://state/stacks/dev/ in 123456789012 eu-central-1 (stacks/dev)')
    expect(place({ stacks: [...asked.stacks, stack('stacks/dev/data')] }).target).toBe(target)
    expect(
      place({ stacks: [stack('a', 'dev.tfstate'), stack('b', 'b.tfstate')], directory: '.' }).target,
    ).toBe('s3://state/ in 123456789012 eu-central-1 (.)')
  })

  test.each<[what: string, other: ReturnType<typeof place>]>([
    ['bucket', place({ backend: { bucket: 'other' } })],
    ['region', place({ region: 'eu-west-1' })],
    ['workspace', place({ workspace: 'prod' })],
    ['prefix of the keys', place({ stacks: [stack('x', 'prod/a'), stack('y', 'prod/b')] })],
    ['account', placeOf(asked, '210987654321', { env: {} })],
    ['directory with the same prefix', place({ directory: 'stacks' })],
  ])('with another %s is another target', (_what, other) => {
    expect(other.target).not.toBe(place().target)
  })

  test('of a workspace is where Terraform keeps its states', () => {
    const { where } = place({ workspace: 'prod' })
    expect(where['state of api']).toBe('env:/prod/stacks/dev/api/terraform.tfstate')
    const { where: other } = place({
      workspace: 'prod',
      backend: { bucket: 'state', workspace_key_prefix: 'ws' },
    })
    expect(other['state of api']).toBe('ws/prod/stacks/dev/api/terraform.tfstate')
  })

  test('cannot be told when AWS does not say which account it is', () => {
    expect(() => placeOf(asked, '', { env: {} })).toThrow('which account')
  })
})

test('a common prefix is what all begin with', () => {
  expect(commonPrefix(['abc', 'abd', 'ab'])).toBe('ab')
  expect(commonPrefix(['x'])).toBe('x')
  expect(commonPrefix([])).toBe('')
  expect(commonPrefix(['a', ''])).toBe('')
})
