import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Opening } from '#toolkit/action/opening.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { givenTo } from '#toolkit/runtime/run.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { openProbes } from '../src/live.ts'
import { urlOf } from '../src/probes/http.ts'
import { probes } from '../src/probes/index.ts'
import { step } from '../src/step.ts'
import { parseTargets } from '../src/target.ts'

const ids = probes.map(({ id }) => id).join(', ')

function parsed(text: string) {
  const { asked, problems } = parseTargets(text)
  expect(problems).toEqual([])
  return asked
}

describe('the targets', () => {
  test('are read one a line, past comments and empty lines', () => {
    const asked = parsed(`
      # what must run
      rollout onex-dev/Deployment/onex-api
      rollout data-plane/StatefulSet/omninode-postgres

      http https://api.example.com/health/ready expect 200
      http env:API_URL/v1/tenants header x-api-key env:VERIFY_KEY expect 200,204
      http env:API_URL/v1/tenants expect 401
      migration-head db/migrations
      migration-head db/other/ history other.history
    `)
    expect(asked.map(({ target }) => target)).toEqual([
      { probe: 'rollout', namespace: 'onex-dev', kind: 'Deployment', name: 'onex-api' },
      { probe: 'rollout', namespace: 'data-plane', kind: 'StatefulSet', name: 'omninode-postgres' },
      { probe: 'http', url: 'https://api.example.com/health/ready', headers: [], expect: [200] },
      {
        probe: 'http',
        url: 'env:API_URL/v1/tenants',
        headers: [{ name: 'x-api-key', variable: 'VERIFY_KEY' }],
        expect: [200, 204],
      },
      { probe: 'http', url: 'env:API_URL/v1/tenants', headers: [], expect: [401] },
      { probe: 'migration-head', folder: 'db/migrations', history: { schema: 'migrate', table: 'history' } },
      { probe: 'migration-head', folder: 'db/other', history: { schema: 'other', table: 'history' } },
    ])
    expect(asked.map(({ change }) => change.address)).toEqual([
      'rollout onex-dev/Deployment/onex-api',
      'rollout data-plane/StatefulSet/omninode-postgres',
      'http https://api.example.com/health/ready',
      'http env:API_URL/v1/tenants with x-api-key',
      'http env:API_URL/v1/tenants',
      'migration-head db/migrations',
      'migration-head db/other',
    ])
  })

  test.each([
    ['ping example.com', `expected one of ${ids}, got "ping"`],
    ['constructor', `expected one of ${ids}, got "constructor"`],
    [
      'rollout',
      'expected <namespace>/<Kind>/<name> with a kind of Deployment, StatefulSet, DaemonSet, Job, got the end of the line',
    ],
    ['rollout onex-api', 'got "onex-api"'],
    ['rollout onex-dev/deployment/onex-api', 'got "onex-dev/deployment/onex-api"'],
    ['rollout onex-dev/Pod/onex-api', 'got "onex-dev/Pod/onex-api"'],
    ['rollout onex-dev/Deployment/../secrets', 'got "onex-dev/Deployment/../secrets"'],
    ['rollout a/Job/b c', 'expected the end of the line, got "c"'],
    ['http', 'expected an http:// or https:// address without credentials, or env:<VARIABLE>/<path>'],
    ['http ftp://example.com expect 200', 'got "ftp://example.com"'],
    ['http https://user:password@example.com expect 200', 'without credentials'],
    ['http https://example.com', 'expected "expect", got the end of the line'],
    ['http https://example.com expect', 'expected statuses such as 200 or 401,403, got the end of the line'],
    ['http https://example.com expect ok', 'got "ok"'],
    ['http https://example.com expect 600', 'got "600"'],
    ['http https://example.com expect 200, 204', 'got "200,"'],
    ['http https://example.com header x-api-key secret expect 200', 'expected env:<VARIABLE>'],
    ['http https://example.com header x:y env:A expect 200', 'expected the name of a header'],
    ['migration-head', 'expected the folder of the migrations'],
    ['migration-head /etc', 'got "/etc"'],
    ['migration-head ../elsewhere', 'got "../elsewhere"'],
    ['migration-head db history x', 'expected <schema>.<table>, got "x"'],
  ])('refuse %s', (line, why) => {
    const { asked, problems } = parseTargets(`# first\n${line}`)
    expect(asked).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'TARGET_INVALID', fix: expect.stringContaining('Write it as') })
    expect(problems[0]?.what).toContain('line 2: ')
    expect(problems[0]?.what).toContain(why)
  })

  test('tell all wrong lines at once, and show the form of the probe that was meant', () => {
    const { asked, problems } = parseTargets('http x\nrollout a/Job/b\nhttp https://example.com expect')
    expect(asked).toHaveLength(1)
    expect(problems.map(({ what }) => /line \d/.exec(what)?.[0])).toEqual(['line 1', 'line 3'])
    expect(problems[0]?.fix).toContain('`http <url>')
    expect(problems[0]?.fix).not.toContain('rollout')
  })

  test('refuse a probe that is there twice, whatever it expects', () => {
    const { asked, problems } = parseTargets(
      'http https://example.com/ expect 200\nhttp https://example.com/ expect 401',
    )
    expect(asked).toHaveLength(1)
    expect(problems[0]?.what).toContain('line 2: it probes the same as line 1')
  })

  test('keep their address when what they expect is weakened, so that a review sees the difference', () => {
    const [strict] = parsed('http https://example.com/ expect 401').map(({ change }) => change)
    const [weak] = parsed('http https://example.com/ expect 401,200').map(({ change }) => change)
    expect(strict).toMatchObject({
      action: 'run',
      kind: 'probe',
      address: 'http https://example.com/',
      after: { expect: [401] },
    })
    expect(weak?.address).toBe(strict?.address)
    expect(weak?.after).not.toEqual(strict?.after)
  })

  test('name the variable of a credential, and never its value', () => {
    const [change] = parsed('http https://example.com/ header x-api-key env:KEY expect 200').map(
      ({ change }) => change,
    )
    expect(change?.after).toEqual({ expect: [200], headers: { 'x-api-key': 'env:KEY' } })
  })

  test('never fail otherwise, whatever the text', () => {
    const words = fc.constantFrom(
      ...[
        'rollout',
        'http',
        'migration-head',
        'header',
        'expect',
        'env:A',
        'https://a',
        'a/Job/b',
        '200',
        ' ',
        '\n',
        '#',
        '__proto__',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (tokens) => {
        for (const { change } of parseTargets(tokens.join(' ')).asked) expect(change.action).toBe('run')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the address of an http target', () => {
  const target = (url: string) => ({ probe: 'http' as const, url, headers: [], expect: [200] })

  test.each([
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['env:API_URL/health', 'http://127.0.0.1:8080/health'],
    ['env:API_URL', 'http://127.0.0.1:8080/'],
  ])('%s is %s', (url, address) => {
    expect(String(urlOf(target(url), { API_URL: 'http://127.0.0.1:8080/' }))).toBe(address)
  })

  test.each([
    ['nothing', {}],
    ['no address', { API_URL: 'api' }],
    ['credentials', { API_URL: 'https://user:not-a-real-password@example.com' }],
    ['a reference to another variable', { API_URL: 'env:OTHER' }],
    ['a file', { API_URL: 'file:///etc' }],
  ])('is refused when its variable holds %s, which is not repeated', async (_what, env) => {
    const { world } = createTestWorld({ workspace: '.', env })
    const opening = new Opening(givenTo(step, { command: 'live', reviewed: 'off' }))
    await openProbes(parsed('http env:API_URL/health expect 200'), {}, opening, world)
    let problem: unknown
    try {
      opening.inputs()
    } catch (error) {
      problem = error
    }
    expect(problem).toBeInstanceOf(Failure)
    expect(problem).toMatchObject({ code: 'TARGET_ADDRESS', what: expect.stringContaining('API_URL') })
    expect(String(problem)).not.toContain('not-a-real-password')
  })
})
