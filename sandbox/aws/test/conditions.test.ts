import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { allows } from '../trust-policy.ts'

const issuer = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::123456789012:oidc-provider/${issuer}`
const call = {
  at: new Date('2026-11-20T12:00:00Z'),
  from: '192.0.2.7',
  userAgent: 'aws-sdk-js/3',
  sessionName: 'release',
}
const claims = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:o/r:ref:refs/heads/main',
  actor: 'octocat',
  actor_id: '7',
  environment: 'dev',
  event_name: 'push',
  job_workflow_ref: 'o/r/.github/workflows/release.yml@refs/heads/main',
  ref: 'refs/heads/main',
  repository: 'o/r',
  repository_id: '2',
  runner_environment: 'github-hosted',
  sha: 'a'.repeat(40),
  workflow: 'release',
}

type Written = string | number | boolean
type Values = Written | readonly Written[]
type Conditions = Readonly<Record<string, Readonly<Record<string, Values>>>>

const key = (name: string) => `${issuer}:${name}`
const statement = (Effect: 'Allow' | 'Deny', Condition?: Conditions) => ({
  Effect,
  Principal: { Federated: provider },
  Action: 'sts:AssumeRoleWithWebIdentity',
  ...(Condition === undefined ? {} : { Condition }),
})
const judged = (Statement: object[], more: Readonly<Record<string, unknown>> = {}, Version = '2012-10-17') =>
  allows({ Version, Statement }, { provider, issuer, claims: { ...claims, ...more }, call })

/** Whether a statement with the condition applies: an Allow lets in, and a Deny keeps out. */
function applies(Condition: Conditions, more?: Readonly<Record<string, unknown>>): boolean {
  const allowed = judged([statement('Allow', Condition)], more)
  expect(judged([statement('Allow'), statement('Deny', Condition)], more)).toBe(!allowed)
  return allowed
}

describe('an operator', () => {
  test.each<[operator: string, name: string, wanted: Values, holds: boolean]>([
    ['StringEquals', 'ref', 'refs/heads/main', true],
    ['StringEquals', 'ref', 'refs/heads/Main', false],
    ['StringEquals', 'ref', ['x', 'refs/heads/main'], true],
    ['StringNotEquals', 'ref', 'refs/heads/main', false],
    ['StringNotEquals', 'ref', ['x', 'refs/heads/main'], false],
    ['StringNotEquals', 'ref', ['x', 'y'], true],
    ['StringEqualsIgnoreCase', 'ref', 'REFS/heads/MAIN', true],
    ['StringNotEqualsIgnoreCase', 'ref', 'REFS/heads/MAIN', false],
    ['StringLike', 'ref', 'refs/*/ma?n', true],
    ['StringLike', 'ref', 'refs.heads.main', false],
    ['StringLike', 'ref', 'refs/heads/main?', false],
    ['StringNotLike', 'ref', 'refs/tags/*', true],
    ['StringEquals', 'repository_id', 2, true],
    ['NumericEquals', 'repository_id', '2.0', true],
    ['NumericEquals', 'repository_id', 2, true],
    ['NumericNotEquals', 'repository_id', 2, false],
    ['NumericLessThan', 'actor_id', '10', true],
    ['NumericLessThanEquals', 'actor_id', 7, true],
    ['NumericGreaterThan', 'actor_id', 7, false],
    ['NumericGreaterThanEquals', 'actor_id', [100, 7], true],
    ['BinaryEquals', 'ref', Buffer.from('refs/heads/main').toString('base64'), true],
    ['BinaryEquals', 'ref', Buffer.from('refs/heads/x').toString('base64'), false],
    ['StringEqualsIfExists', 'ref', 'refs/heads/x', false],
  ])('%s of %s with %j: %p', (operator, name, wanted, holds) => {
    expect(applies({ [operator]: { [key(name)]: wanted } })).toBe(holds)
  })

  test.each<[operator: string, name: string, wanted: Values, holds: boolean]>([
    ['DateLessThan', 'aws:CurrentTime', '2026-11-20T12:00:01Z', true],
    ['DateGreaterThan', 'aws:CurrentTime', '2026-11-20T13:00:00+01:00', false],
    ['DateGreaterThanEquals', 'aws:CurrentTime', '2026-11-20T13:00:00+01:00', true],
    ['DateEquals', 'aws:CurrentTime', String(call.at.getTime() / 1_000), true],
    ['DateNotEquals', 'aws:CurrentTime', '2026-11-20', true],
    ['DateLessThanEquals', 'aws:EpochTime', '2026-11-20T12:00Z', true],
    ['NumericLessThan', 'aws:EpochTime', 4_000_000_000, true],
    ['Bool', 'aws:SecureTransport', true, true],
    ['Bool', 'aws:SecureTransport', 'false', false],
    ['Bool', 'AWS:securetransport', 'True', true],
    ['IpAddress', 'aws:SourceIp', '192.0.2.0/24', true],
    ['IpAddress', 'aws:SourceIp', '192.0.2.7', true],
    ['IpAddress', 'aws:SourceIp', ['198.51.100.0/24', '2001:db8::/32'], false],
    ['NotIpAddress', 'aws:SourceIp', '192.0.2.0/24', false],
    ['NotIpAddress', 'aws:SourceIp', '198.51.100.0/24', true],
    ['StringEquals', 'sts:RoleSessionName', 'release', true],
    ['StringLike', 'aws:UserAgent', 'aws-sdk-js/*', true],
    ['StringEquals', 'sts:ExternalId', 'x', false],
  ])('%s of %s with %j: %p', (operator, name, wanted, holds) => {
    expect(applies({ [operator]: { [name]: wanted } })).toBe(holds)
  })

  test.each<[operator: string, wanted: string, arn: string, holds: boolean]>([
    ['ArnEquals', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/a', true],
    ['ArnEquals', 'arn:aws:iam::*:role/*', 'arn:aws:iam::1:role/a/b:c', true],
    ['ArnLike', 'arn:aws:iam:*:2:role/a', 'arn:aws:iam:x:1:2:role/a', false],
    ['ArnLike', 'arn:aws:i?m::1:role/a', 'arn:aws:iam::1:role/a', true],
    ['ArnLike', 'arn:aws:iam::1:role/a', 'no arn', false],
    ['ArnNotEquals', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b', true],
    ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/b', false],
  ])('%s %s looks at each part of %s: %p', (operator, wanted, arn, holds) => {
    expect(applies({ [operator]: { [key('sub')]: wanted } }, { sub: arn })).toBe(holds)
  })

  test.each<[operator: string, wanted: Values]>([
    ['StringEquals', 'x'],
    ['StringLike', '*'],
    ['NumericEquals', 1],
    ['NumericLessThan', 1],
    ['DateEquals', '2026-11-20'],
    ['Bool', true],
    ['BinaryEquals', 'eA=='],
    ['IpAddress', '0.0.0.0/0'],
    ['ArnLike', 'arn:aws:iam::*:role/*'],
    ['ForAnyValue:StringLike', '*'],
    ['ForAnyValue:StringNotEquals', 'x'],
    ['Null', false],
  ])('%s fails where the key is absent, and with IfExists holds', (operator, wanted) => {
    const absent = { environment: undefined }
    expect(applies({ [operator]: { [key('environment')]: wanted } }, absent)).toBe(false)
    if (operator === 'Null') return
    expect(applies({ [`${operator}IfExists`]: { [key('environment')]: wanted } }, absent)).toBe(true)
  })

  test.each<[operator: string, wanted: Values]>([
    ['StringNotEquals', 'x'],
    ['StringNotLike', '*'],
    ['StringNotEqualsIgnoreCase', 'x'],
    ['NumericNotEquals', 1],
    ['DateNotEquals', '2026-11-20'],
    ['NotIpAddress', '0.0.0.0/0'],
    ['ArnNotLike', 'arn:aws:iam::*:role/*'],
    ['ForAllValues:StringEquals', 'x'],
    ['Null', 'true'],
    ['Null', true],
  ])('%s holds where the key is absent', (operator, wanted) => {
    expect(applies({ [operator]: { [key('environment')]: wanted } }, { environment: undefined })).toBe(true)
  })

  test('Null fails where the key is there', () => {
    expect(applies({ Null: { [key('environment')]: 'true' } })).toBe(false)
    expect(applies({ Null: { [key('environment')]: 'false' } })).toBe(true)
  })

  test.each<[operator: string, wanted: Values, audiences: readonly string[], holds: boolean]>([
    ['ForAnyValue:StringEquals', 'a', ['a', 'b'], true],
    ['ForAnyValue:StringEquals', 'c', ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAllValues:StringEquals', 'a', ['a', 'b'], false],
    ['ForAllValues:StringEquals', ['a', 'b', 'c'], ['a', 'b'], true],
    ['ForAllValues:StringNotEquals', 'c', ['a', 'b'], true],
    ['ForAllValues:StringEquals', 'c', [], true],
    ['ForAnyValue:StringEquals', 'c', [], false],
    ['Null', true, [], true],
  ])('%s %j of %j: %p', (operator, wanted, audiences, holds) => {
    expect(applies({ [operator]: { [key('aud')]: wanted } }, { aud: audiences })).toBe(holds)
  })

  test.each(['StringEquals', 'StringNotEquals', 'StringLike'])(
    '%s of several values without a set operator is not known: it grants nothing, and denies',
    (operator) => {
      const Condition = { [operator]: { [key('aud')]: 'a' } }
      const aud = ['a', 'b']
      expect(judged([statement('Allow', Condition)], { aud })).toBe(false)
      expect(judged([statement('Allow'), statement('Deny', Condition)], { aud })).toBe(false)
    },
  )

  test('that cannot read what is claimed grants nothing, and denies', () => {
    const Condition = { NumericNotEquals: { [key('ref')]: 1 } }
    expect(judged([statement('Allow', Condition)])).toBe(false)
    expect(judged([statement('Allow'), statement('Deny', Condition)])).toBe(false)
  })
})

describe('a key', () => {
  test.each([
    'actor',
    'actor_id',
    'environment',
    'job_workflow_ref',
    'ref',
    'repository',
    'repository_id',
    'workflow',
    'sub',
    'aud',
  ])('%s of GitHub is AWS’s, however it is written', (name) => {
    const anything = { StringLike: { [key(name).toUpperCase()]: '*' } }
    expect(applies(anything)).toBe(true)
  })

  test.each(['event_name', 'runner_environment', 'sha', 'repository_owner', 'run_id'])(
    '%s of GitHub does not exist for a policy, although it is claimed',
    (name) => {
      expect(applies({ StringLike: { [key(name)]: '*' } })).toBe(false)
      expect(applies({ StringNotEquals: { [key(name)]: 'push' } })).toBe(true)
      expect(applies({ Null: { [key(name)]: true } })).toBe(true)
    },
  )

  test('of another provider is never there', () => {
    expect(applies({ StringLike: { 'accounts.google.com:sub': '*' } })).toBe(false)
  })

  test('aud is who asks, where the token says so, and oaud what was asked for', () => {
    const azp = { azp: 'me' }
    expect(applies({ StringEquals: { [key('aud')]: 'me', [key('oaud')]: 'sts.amazonaws.com' } }, azp)).toBe(
      true,
    )
  })
})

describe('a statement about others only', () => {
  const service = (Condition: Conditions) => ({
    ...statement('Allow', Condition),
    Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
    Action: 'sts:AssumeRole',
  })

  test.each(['aws:SourceAccount', 'aws:PrincipalType', 'ec2:SourceInstanceARN', 'aws:ResourceTag/team'])(
    'may look at %s',
    (name) => {
      expect(judged([service({ StringEquals: { [name]: 'x' } }), statement('Allow')])).toBe(true)
    },
  )

  test('may not look at what there is not, nor by an operator that there is none of', () => {
    expect(() => judged([service({ StringEquals: { 'aws:Colour': 'x' } })])).toThrow(/aws:Colour/)
    expect(() => judged([service({ StringEqual: { 'aws:SourceAccount': 'x' } })])).toThrow(/StringEqual/)
  })

  test('leaves to one about everybody what is not known of a web identity', () => {
    const everybody = { ...statement('Deny', { StringEquals: { 'aws:PrincipalType': 'x' } }), Principal: '*' }
    expect(() => judged([everybody, statement('Allow')])).toThrow(/aws:PrincipalType/)
  })
})

describe('a variable', () => {
  const ref = (wanted: string) => ({ StringLike: { [key('ref')]: wanted } })

  test('stands for what the call has', () => {
    expect(
      applies({ StringEquals: { [key('sub')]: `repo:\${${key('repository')}}:ref:\${${key('ref')}}` } }),
    ).toBe(true)
  })

  test('is taken literally, whatever is in it', () => {
    expect(applies(ref(`\${${key('actor')}}`), { actor: '*' })).toBe(false)
    expect(applies(ref(`\${${key('actor')}}`), { actor: '*', ref: '*' })).toBe(true)
  })

  test.each(['*', '?', '$'])('for %s stands for the character', (character) => {
    expect(applies(ref(`a\${${character}}`), { ref: `a${character}` })).toBe(true)
    expect(applies(ref(`a\${${character}}`), { ref: 'ab' })).toBe(false)
  })

  test('without a value grants nothing and denies, unless it has a default', () => {
    const unknown = ref(`\${aws:username}`)
    expect(judged([statement('Allow', unknown)])).toBe(false)
    expect(judged([statement('Allow'), statement('Deny', unknown)])).toBe(false)
    expect(applies(ref(`\${aws:username, 'refs/heads/main'}`))).toBe(true)
  })

  test('counts from version 2012-10-17 on', () => {
    const written = `\${${key('actor')}}`
    const condition = statement('Allow', { StringEquals: { [key('ref')]: written } })
    expect(judged([condition], { ref: written }, '2008-10-17')).toBe(true)
    expect(judged([condition], { ref: written })).toBe(false)
    expect(judged([condition], { ref: claims.actor })).toBe(true)
  })
})

describe('a statement', () => {
  const action = 'sts:AssumeRoleWithWebIdentity'

  test('with NotAction is about every other action', () => {
    const { Action: _, ...rest } = statement('Deny')
    expect(judged([statement('Allow'), { ...rest, NotAction: 'sts:TagSession' }])).toBe(false)
    expect(judged([statement('Allow'), { ...rest, NotAction: ['sts:assumerolewith*'] }])).toBe(true)
    expect(judged([{ ...rest, Effect: 'Allow', NotAction: action }])).toBe(false)
  })

  test.each(['sts:*', 'STS:assumerolewithwebidentity', 'sts:AssumeRoleWith???Identity'])(
    'about %s is about this one',
    (name) => {
      expect(judged([{ ...statement('Allow'), Action: name }])).toBe(true)
    },
  )

  test.each([{ AWS: '*' }, '*'])('for %j is for everybody', (Principal) => {
    expect(judged([statement('Allow'), { ...statement('Deny'), Principal }])).toBe(false)
  })

  test.each([
    { AWS: 'arn:aws:iam::123456789012:root' },
    { Service: 'ec2.amazonaws.com' },
    { Federated: 'accounts.google.com' },
  ])('for %j is not for this identity', (Principal) => {
    expect(judged([{ ...statement('Allow'), Principal }])).toBe(false)
  })

  test('that denies counts wherever it stands', () => {
    const deny = statement('Deny', { StringNotEquals: { [key('environment')]: 'prod' } })
    expect(judged([deny, statement('Allow')])).toBe(false)
    expect(judged([statement('Allow'), deny])).toBe(false)
    expect(judged([deny, statement('Allow')], { environment: 'prod' })).toBe(true)
  })
})

describe('a policy that is not understood in full is refused when it is read:', () => {
  const condition = (Condition: Conditions) => [statement('Allow', Condition)]
  const { Action: _action, ...withoutAction } = statement('Allow')
  const { Principal: _principal, ...withoutPrincipal } = statement('Allow')

  test.each<[what: string, Statement: unknown, message: RegExp]>([
    ['an operator that there is none of', condition({ StringEqual: { [key('sub')]: 'x' } }), /StringEqual/],
    ['one in another case', condition({ stringEquals: { [key('sub')]: 'x' } }), /stringEquals/],
    [
      'a set that there is none of',
      condition({ 'ForSomeValues:StringEquals': { [key('sub')]: 'x' } }),
      /ForSome/,
    ],
    ['Null with IfExists', condition({ NullIfExists: { [key('sub')]: true } }), /NullIfExists/],
    ['Null of neither', condition({ Null: { [key('sub')]: 'yes' } }), /true or false/],
    ['a number that is none', condition({ NumericEquals: { [key('actor_id')]: 'seven' } }), /seven/],
    ['a date that is none', condition({ DateLessThan: { 'aws:CurrentTime': 'tomorrow' } }), /tomorrow/],
    [
      'a day that there is none of',
      condition({ DateLessThan: { 'aws:CurrentTime': '2026-02-31T25:00Z' } }),
      /2026/,
    ],
    ['a network that is none', condition({ IpAddress: { 'aws:SourceIp': '192.0.2.0/33' } }), /\/33/],
    ['an ARN that is none', condition({ ArnLike: { [key('sub')]: 'role/a' } }), /role\/a/],
    ['bytes that are none', condition({ BinaryEquals: { [key('sub')]: '%' } }), /%/],
    ['a boolean that is none', condition({ Bool: { 'aws:SecureTransport': 'yes' } }), /yes/],
    [
      'a global key that there is none of',
      condition({ StringEquals: { 'aws:Colour': 'red' } }),
      /aws:Colour/,
    ],
    ['a key without a service', condition({ StringEquals: { sub: 'x' } }), /sub/],
    [
      'a variable that there is none of',
      condition({ StringEquals: { [key('sub')]: '\u0024{aws:Colour}' } }),
      /aws:Colour/,
    ],
    [
      'a variable that does not end',
      condition({ StringEquals: { [key('sub')]: '\u0024{aws:username' } }),
      /variable/,
    ],
    ['no value', condition({ StringEquals: { [key('sub')]: [] } }), /Condition/],
    ['NotPrincipal', [{ ...withoutPrincipal, NotPrincipal: '*' }], /NotPrincipal/],
    ['no principal', [withoutPrincipal], /Principal/],
    ['an empty principal', [{ ...statement('Allow'), Principal: {} }], /principal/],
    [
      'a principal of a kind that there is none of',
      [{ ...statement('Allow'), Principal: { Person: 'x' } }],
      /Person/,
    ],
    ['a pattern as a principal', [{ ...statement('Allow'), Principal: { Federated: '*' } }], /Federated/],
    ['a resource', [{ ...statement('Allow'), Resource: '*' }], /Resource/],
    ['no action', [withoutAction], /Action/],
    ['both of Action and NotAction', [{ ...statement('Allow'), NotAction: 'sts:TagSession' }], /either/],
    ['an action of another service', [{ ...statement('Allow'), Action: 's3:GetObject' }], /STS AssumeRole/],
    ['every action of every service', [{ ...statement('Allow'), Action: '*' }], /STS AssumeRole/],
    ['an effect that there is none of', [{ ...statement('Allow'), Effect: 'allow' }], /Effect/],
    ['no statement', [], /Statement/],
    ['a Sid with a blank', [{ ...statement('Allow'), Sid: 'a b' }], /Sid/],
  ])('%s', (_what, Statement, message) => {
    const document = { Version: '2012-10-17', Statement }
    expect(() => allows(document, { provider, issuer, claims, call })).toThrow(message)
  })

  test.each([{ Version: '2012-10-18', Statement: statement('Allow') }, {}, null, [], 'x', 7])(
    '%j',
    (document) => {
      expect(() => allows(document, { provider, issuer, claims, call })).toThrow()
    },
  )
})

describe('whatever is written', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.', '(', '\n', '/'), maxLength: 6 })

  /** A pattern by hand: one step a character. */
  const matchesByHand = (pattern: string, text: string): boolean => {
    if (pattern === '') return text === ''
    const rest = pattern.slice(1)
    if (pattern.startsWith('*'))
      return matchesByHand(rest, text) || (text !== '' && matchesByHand(pattern, text.slice(1)))
    return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && matchesByHand(rest, text.slice(1))
  }

  test('a pattern is matched as by hand, and its negation is its opposite', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, (patterns, sub) => {
        const wanted = { [key('sub')]: patterns }
        const expected = patterns.some((pattern) => matchesByHand(pattern, sub))
        expect(applies({ StringLike: wanted }, { sub })).toBe(expected)
        expect(applies({ StringNotLike: wanted }, { sub })).toBe(!expected)
        expect(applies({ 'ForAllValues:StringLike': wanted }, { sub })).toBe(expected)
        expect(applies({ 'ForAnyValue:StringNotLike': wanted }, { sub })).toBe(!expected)
        expect(applies({ StringLikeIfExists: wanted }, { sub })).toBe(expected)
      }),
      { seed, numRuns: runs(1_000) },
    )
  })
})
