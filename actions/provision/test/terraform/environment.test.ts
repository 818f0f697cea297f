import { expect, test } from '@jest/globals'
import { decidingVariables, environmentFor, unreviewable } from '../../src/terraform/environment.ts'

const needed = {
  PATH: '/usr/bin',
  HOME: '/root',
  LC_ALL: 'C',
  TMPDIR: '/tmp',
  https_proxy: 'http://proxy',
  NO_PROXY: 'localhost',
  SSL_CERT_FILE: '/ca.pem',
  TF_VAR_days: '7',
  TF_LOG: 'debug',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
  AWS_USE_FIPS_ENDPOINT: 'true',
}
const others = {
  GITHUB_TOKEN: 'ghs_1',
  GH_TOKEN: 'ghs_2',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_ENV: '/env',
  GITHUB_STEP_SUMMARY: '/summary',
  'INPUT_GITHUB-TOKEN': 'ghs_3',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'jwt',
  ACTIONS_RUNTIME_TOKEN: 'jwt',
  STATE_temp: '/tmp/x',
  RUNNER_TEMP: '/runner',
  NPM_TOKEN: 'npm_1',
  DATABASE_URL: 'postgres://app:pw@db/app',
  AWS_PROFILE: 'admin',
  AWS_SHARED_CREDENTIALS_FILE: '/creds',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.2',
  AWS_CONTAINER_AUTHORIZATION_TOKEN: 'token',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
  GOOGLE_APPLICATION_CREDENTIALS: '/google.json',
  ARM_CLIENT_SECRET: 'arm',
  SSH_AUTH_SOCK: '/agent',
  GIT_CONFIG_PARAMETERS: "'http.extraheader=AUTHORIZATION: basic x'",
  NODE_OPTIONS: '--require /evil.js',
  LD_PRELOAD: '/evil.so',
}
const env = { ...needed, ...others }

test('Terraform sees what it needs, and neither tokens nor anything else', () => {
  for (const doing of ['init', 'plan', 'apply', 'show', 'state'])
    expect(environmentFor(env, { passed: [], doing })).toEqual(needed)
})

test.each(Object.keys(others))('it sees %s only when it is named', (name) => {
  expect(Object.keys(environmentFor(env, { passed: [name], doing: 'plan' })).sort()).toEqual(
    [...Object.keys(needed), name].sort(),
  )
})

test('the token of a registry is seen by what fetches, and not by what is fetched', () => {
  const token = { TF_TOKEN_registry_example: 'secret' }
  expect(environmentFor(token, { passed: [], doing: 'init' })).toEqual(token)
  for (const doing of ['plan', 'apply', 'show'])
    expect(environmentFor(token, { passed: [], doing })).toEqual({})
})

test('arguments that no review shows are told by name', () => {
  expect(
    unreviewable({
      TF_CLI_ARGS: '-x',
      TF_CLI_ARGS_plan: '-target=a',
      TF_REATTACH_PROVIDERS: '{}',
      TF_LOG: 'x',
      TF_CLI_ARGS_apply: '',
    }),
  ).toEqual(['TF_CLI_ARGS', 'TF_CLI_ARGS_plan', 'TF_REATTACH_PROVIDERS'])
})

test('what decides is in one order', () => {
  const deciding = decidingVariables({ TF_VAR_b: '2', TF_LOG: 'x', TF_VAR_a: '1', TF_ENCRYPTION: 'e' })
  expect(Object.entries(deciding)).toEqual([
    ['TF_ENCRYPTION', 'e'],
    ['TF_VAR_a', '1'],
    ['TF_VAR_b', '2'],
  ])
})
