/** Permissions, tokens and roles. */
import type { Mistake } from './mistake.ts'

const role = (name: string, account = '123456789012') => `arn:aws:iam::${account}:role/${name}`
const required = { reviewed: 'required' }

export const identity: readonly Mistake[] = [
  { mistake: 'no id-token: write for AWS', step: 'provision', idToken: false },
  { mistake: 'no id-token: write for the cluster', step: 'deploy', idToken: false },
  { mistake: 'no id-token: write for the review', step: 'migrate', inputs: required, idToken: false },
  {
    mistake: 'no checks: read for the review',
    step: 'migrate',
    job: 'merged',
    inputs: required,
    permissions: { contents: 'read', 'pull-requests': 'read' },
  },
  {
    mistake: 'no pull-requests: read for the review',
    step: 'migrate',
    inputs: required,
    permissions: { contents: 'read', checks: 'read' },
  },
  { mistake: 'a token that is none', step: 'migrate', inputs: { ...required, 'github-token': 'ghs_wrong' } },
  {
    mistake: 'a release that no pull request has shown',
    step: 'migrate',
    inputs: required,
  },
  {
    mistake: 'a pull request of a fork, whose token only reads',
    step: 'verify',
    command: 'policy',
    inputs: { paths: 'k8s/settings.yaml' },
    job: 'pull request',
    permissions: { contents: 'read' },
    level: 'warning',
  },
  {
    mistake: 'pull_request_target',
    step: 'deploy',
    command: 'plan',
    job: 'pull request',
    env: () => ({ GITHUB_EVENT_NAME: 'pull_request_target' }),
  },
  {
    mistake: 'an audience that the cluster does not accept',
    step: 'deploy',
    inputs: { audience: 'kubernetes' },
  },
  {
    mistake: 'an issuer that is away',
    step: 'provision',
    env: () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token?api-version=2' }),
  },
  { mistake: 'a role whose trust asks for an environment', step: 'provision', job: 'outside' },
  { mistake: 'a role that does not exist', step: 'provision', inputs: { 'aws-role': role('deployer') } },
  { mistake: 'a role by its name', step: 'provision', inputs: { 'aws-role': 'omninode-apply' } },
  {
    mistake: 'a user instead of a role',
    step: 'provision',
    inputs: { 'aws-role': 'arn:aws:iam::123456789012:user/ci' },
  },
  {
    mistake: 'one role to plan and to apply',
    step: 'provision',
    inputs: ({ stage }) => ({ 'plan-role': stage.inputs.provision['aws-role'] ?? '' }),
  },
  { mistake: 'no role to plan with', step: 'provision', command: 'plan', inputs: { 'plan-role': '' } },
  {
    mistake: 'keys of AWS in the environment',
    step: 'provision',
    env: () => ({ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x'.repeat(40) }),
  },
  { mistake: 'no region', step: 'provision', inputs: { 'aws-region': '' } },
  { mistake: 'a region that does not exist', step: 'provision', inputs: { 'aws-region': 'Frankfurt' } },
  { mistake: 'no bucket', step: 'provision', inputs: { 'backend-config': '' } },
  {
    mistake: 'a bucket that is not there',
    step: 'provision',
    inputs: { 'backend-config': 'bucket=nobody-has-made-it' },
  },
  { mistake: 'a backend setting without a value', step: 'provision', inputs: { 'backend-config': 'bucket' } },
  {
    mistake: 'a backend setting as JSON',
    step: 'provision',
    inputs: { 'backend-config': '{"bucket": "state"}' },
  },
  {
    mistake: 'a TLS check that is switched off',
    step: 'deploy',
    env: () => ({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
  },
]
