import { expect, test } from '@jest/globals'
import { type StateJson, taintedIn } from '../../src/terraform/state.ts'

const one = (parts: Partial<NonNullable<StateJson['resources']>[number]>): StateJson => ({
  resources: [{ type: 'aws_vpc', name: 'this', instances: [{ status: 'tainted' }], ...parts }],
})

test.each<[what: string, state: StateJson, addresses: string[]]>([
  ['a state of nothing', {}, []],
  ['a resource', one({}), ['aws_vpc.this']],
  ['a resource of a module', one({ module: 'module.net["a"]' }), ['module.net["a"].aws_vpc.this']],
  [
    'instances by number and by name, and whole ones beside them',
    one({
      instances: [
        { status: 'tainted', index_key: 0 },
        { index_key: 1 },
        { status: 'tainted', index_key: 'b' },
      ],
    }),
    ['aws_vpc.this[0]', 'aws_vpc.this["b"]'],
  ],
])('what is tainted is told by its address: %s', (_what, state, addresses) => {
  expect(taintedIn(state)).toEqual(addresses)
})
