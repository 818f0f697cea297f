import { describe, expect, test } from '@jest/globals'
import { allows } from '../trust-policy.ts'

const issuer = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::123456789012:oidc-provider/${issuer}`
const claims = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:o/r:ref:refs/heads/main',
  repository_id: '2',
}
const immutable = { ...claims, sub: 'repo:o@1/r@2:ref:refs/heads/main' }

const federated = { Federated: provider }
const action = 'sts:AssumeRoleWithWebIdentity'
const allow = (Condition?: object) => ({
  Effect: 'Allow',
  Principal: federated,
  Action: action,
  ...(Condition ? { Condition } : {}),
})
const aud = { [`${issuer}:aud`]: 'sts.amazonaws.com' }
const sub = (value: string | string[]) => ({ [`${issuer}:sub`]: value })
const main = 'repo:o/r:ref:refs/heads/main'
const service = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }

describe('a trust policy', () => {
  test.each<[string, object[], Record<string, string>, boolean]>([
    ['lets the exact subject in', [allow({ StringEquals: { ...aud, ...sub(main) } })], claims, true],
    [
      'keeps another branch out',
      [allow({ StringEquals: sub(main) })],
      { ...claims, sub: 'repo:o/r:ref:refs/heads/x' },
      false,
    ],
    [
      'without a condition lets everybody in',
      [allow()],
      { ...claims, sub: 'repo:evil/x:pull_request' },
      true,
    ],
    ['is judged in all its statements', [service, allow()], claims, true],
    ['takes values for alternatives', [allow({ StringEquals: sub([main, '*']) })], claims, true],
    ['does not take * for a pattern in StringEquals', [allow({ StringEquals: sub('*') })], claims, false],
    ['with StringLike takes it for one', [allow({ StringLike: sub('repo:o/*') })], claims, true],
    ['with StringNotLike lets all others in', [allow({ StringNotLike: sub('repo:x/*') })], claims, true],
    [
      'knows the immutable subject',
      [allow({ StringEquals: sub('repo:o@1/r@2:ref:refs/heads/main') })],
      immutable,
      true,
    ],
    [
      'of the old form keeps the immutable subject out',
      [allow({ StringEquals: sub(main) })],
      immutable,
      false,
    ],
    [
      'needs all of its operators',
      [allow({ StringEquals: sub(main), StringLike: { [`${issuer}:repository_id`]: '9' } })],
      claims,
      false,
    ],
    [
      'keeps an absent claim out',
      [allow({ StringEquals: { [`${issuer}:environment`]: 'dev' } })],
      claims,
      false,
    ],
    [
      'with ForAllValues lets an absent claim in',
      [allow({ 'ForAllValues:StringEquals': { [`${issuer}:environment`]: 'dev' } })],
      claims,
      true,
    ],
    [
      'with IfExists lets an absent claim in',
      [allow({ StringEqualsIfExists: { [`${issuer}:environment`]: 'dev' } })],
      claims,
      true,
    ],
    ['denies above all', [allow(), { ...allow({ StringEquals: sub(main) }), Effect: 'Deny' }], claims, false],
    [
      'of another provider does not apply',
      [{ ...allow(), Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/other' } }],
      claims,
      false,
    ],
    ['for another action does not apply', [{ ...allow(), Action: 'sts:AssumeRole' }], claims, false],
  ])('%s', (_what, Statement, identity, expected) => {
    expect(allows({ Version: '2012-10-17', Statement }, { provider, issuer, claims: identity })).toBe(
      expected,
    )
  })
})
