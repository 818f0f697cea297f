import { expect, test } from '@jest/globals'
import { byName } from '../src/by-name.ts'

test.each([
  ['no stack', {}, {}],
  [
    'one stack',
    { k3s: { api_server: 'https://a', audience: 'x' } },
    { api_server: 'https://a', audience: 'x' },
  ],
  [
    'two stacks with other names',
    { 'dev/data': { database_ca: 'pem' }, 'dev/k3s': { api_server: 'https://a' } },
    { database_ca: 'pem', api_server: 'https://a' },
  ],
  [
    'a name that two stacks have, which says nothing',
    { 'dev/k3s': { api_server: 'https://a', audience: 'x' }, 'prod/k3s': { api_server: 'https://a' } },
    { audience: 'x' },
  ],
  [
    'a name that every object has',
    { a: { constructor: 'c' }, b: { toString: 't' } },
    { constructor: 'c', toString: 't' },
  ],
])('of %s, outputs are told by name where one stack alone has them', (_what, outputs, expected) => {
  expect(Object.entries(byName(outputs))).toEqual(Object.entries(expected))
})
