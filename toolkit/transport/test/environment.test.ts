import { expect, test } from '@jest/globals'
import { environmentProblems } from '../environment.ts'

const told = (env: Record<string, string>) =>
  environmentProblems(env).map(({ code, what }) => `${code}: ${what}`)

test.each([
  [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
  [{ GIT_SSL_NO_VERIFY: 'true' }, 'GIT_SSL_NO_VERIFY'],
  [{ GIT_SSL_NO_VERIFY: '' }, 'GIT_SSL_NO_VERIFY'],
])('%j is refused by name', (env, name) => {
  expect(told(env)).toEqual([
    `TLS_UNVERIFIED: The environment sets ${name}, which turns the verification of servers off.`,
  ])
})

test('everything that is wrong is told at once', () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', GIT_SSL_NO_VERIFY: '1', HTTPS_PROXY: 'socks5://x' }
  expect(environmentProblems(env).map(({ code }) => code)).toEqual([
    'TLS_UNVERIFIED',
    'TLS_UNVERIFIED',
    'PROXY_INVALID',
  ])
})

test.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }])(
  '%j is fine',
  (env) => {
    expect(told(env)).toEqual([])
  },
)
