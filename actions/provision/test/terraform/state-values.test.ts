import { expect, test } from '@jest/globals'
import { sensitiveInState } from '../../src/terraform/state-values.ts'

test('a state keeps secret what its schema, its code or a name says, in modules and outputs as well', () => {
  const state = {
    values: {
      outputs: {
        url: { sensitive: true, value: 'a' },
        list: { sensitive: true, value: [{ b: 'c' }, 7] },
        open: { value: 'd' },
        db_password: { value: 'e' },
      },
      root_module: {
        resources: [
          {
            values: { id: 'f', secret: 'g', tags: { x: 'h' } },
            sensitive_values: { secret: true, tags: {} },
          },
          {
            values: { nested: [{ key: 'i' }, { key: 'j' }] },
            sensitive_values: { nested: [{}, { key: true }] },
          },
          { values: { env: { API_TOKEN: 'k' } } },
        ],
        child_modules: [
          {
            resources: [{ values: { result: 'l' }, sensitive_values: { result: true } }],
            child_modules: [{ resources: [{ values: { a: 'm' }, sensitive_values: true }] }],
          },
        ],
      },
    },
  }
  expect([...sensitiveInState(state)].map(({ name, value }) => `${name}=${value}`)).toEqual([
    'url=a',
    'b=c',
    'list=7',
    'db_password=e',
    'secret=g',
    'key=j',
    'API_TOKEN=k',
    'result=l',
    'a=m',
  ])
})

test('an empty state has none', () => {
  expect([...sensitiveInState({})]).toEqual([])
})
