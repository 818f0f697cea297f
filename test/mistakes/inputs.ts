/** Inputs that are no such inputs. */
import type { Mistake } from './mistake.ts'

const sha = 'a'.repeat(64)

export const inputs: readonly Mistake[] = [
  { mistake: 'an input that is misspelt', step: 'deploy', inputs: { manifest: 'k8s' } },
  { mistake: 'an input that no step has', step: 'deploy', inputs: { helm_chart_version: '1' } },
  { mistake: 'an input in snake case', step: 'provision', inputs: { aws_region: 'us-east-1' } },
  { mistake: 'a required input that is left out', step: 'deploy', inputs: { application: '' } },
  { mistake: 'a command that is misspelt', step: 'migrate', command: 'aply' },
  { mistake: 'a command of another step', step: 'deploy', command: 'destroy' },
  { mistake: 'yes instead of true', step: 'deploy', inputs: { prune: 'yes' } },
  { mistake: 'a word for a number', step: 'deploy', inputs: { concurrency: 'many' } },
  { mistake: 'a number that is too small', step: 'deploy', inputs: { concurrency: '0' } },
  { mistake: 'a duration without its unit', step: 'migrate', inputs: { 'lock-wait': '10' } },
  { mistake: 'a duration in words', step: 'deploy', inputs: { 'rollout-timeout': '10 minutes' } },
  {
    mistake: 'an expression that nobody evaluated',
    step: 'deploy',
    inputs: { 'api-server': `\${{ vars.API_SERVER }}` },
  },
  { mistake: 'a list as JSON', step: 'deploy', inputs: { images: `["app=app@sha256:${sha}"]` } },
  { mistake: 'an image by its tag', step: 'deploy', inputs: { images: 'app=app:latest' } },
  {
    mistake: 'an image twice',
    step: 'deploy',
    inputs: { images: `app=app@sha256:${sha}\napp=other@sha256:${sha}` },
  },
  { mistake: 'an application with a capital and a space', step: 'deploy', inputs: { application: 'My App' } },
  { mistake: 'manifests outside of the checkout', step: 'deploy', inputs: { manifests: '../elsewhere' } },
  { mistake: 'manifests by an absolute path', step: 'deploy', inputs: { manifests: '/etc' } },
  { mistake: 'a folder of manifests that is not there', step: 'deploy', inputs: { manifests: 'kubernetes' } },
  {
    mistake: 'a folder of manifests without a manifest',
    step: 'deploy',
    inputs: { manifests: 'charts' },
    files: { 'charts/README.md': 'Nothing yet.\n' },
  },
  {
    mistake: 'a folder of migrations that is not there',
    step: 'migrate',
    inputs: { directory: 'migrations' },
  },
  {
    mistake: 'a file where migrations are meant',
    step: 'migrate',
    inputs: { directory: 'db/migrations/0001_accounts.up.sql' },
  },
  {
    mistake: 'a file where a stack is meant',
    step: 'provision',
    inputs: { directory: 'stacks/one/main.tf' },
  },
  { mistake: 'a directory of stacks that is not there', step: 'provision', inputs: { directory: 'infra' } },
  {
    mistake: 'a checkout that was forgotten',
    step: 'verify',
    command: 'policy',
    files: { k8s: undefined, '.github': undefined, actions: undefined },
  },
  {
    mistake: 'a path to judge that is not there',
    step: 'verify',
    command: 'policy',
    inputs: { paths: 'manifests' },
  },
  {
    mistake: 'a workflow that signs, by its file alone',
    step: 'deploy',
    inputs: { 'review-signer': 'publish.yml' },
  },
  {
    mistake: 'no token where a review is looked for',
    step: 'deploy',
    inputs: { reviewed: 'required', 'github-token': '' },
  },
]
