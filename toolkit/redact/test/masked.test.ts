import { describe, expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { makePlan } from '../../model/plan.ts'
import { Sensitive } from '../../model/sensitive.ts'
import { createRedactor } from '../redactor.ts'

const secret = 'p@ss|w*rd_<3>'

function redactorOf(...secrets: string[]) {
  const redactor = createRedactor()
  for (const each of secrets) redactor.add(each)
  return redactor
}

describe('a masked value', () => {
  const plan = makePlan({
    step: 'deploy',
    target: 'onex-dev',
    createdAt: new Date(0),
    where: {},
    with: {},
    from: {},
    changes: [
      {
        action: 'create',
        address: `Secret/${secret}`,
        kind: 'Secret',
        after: { [secret]: [`is ${secret}`, 3, null] },
      },
    ],
    sensitive: new Sensitive([['Secret/x', secret]]),
  })

  test('has every text masked, keys included, and the shape and the digest of the plain one', () => {
    const copy = redactorOf(secret).masked(plan)
    expect(copy.digest).toBe(plan.digest)
    expect(copy.changes[0]).toEqual({
      action: 'create',
      address: 'Secret/***',
      kind: 'Secret',
      after: { '***': ['is ***', 3, null] },
    })
    expect(plan.changes[0]?.address).toContain(secret)
    expect(JSON.stringify(copy)).not.toContain('p@ss')
  })

  test('keeps both of two members whose names are masked', () => {
    const redactor = redactorOf('Kq8-71Lm-xW0', 'Zt3-55Qm-yV9')
    expect(redactor.masked({ 'Kq8-71Lm-xW0': 1, 'Zt3-55Qm-yV9': 2 })).toEqual({ '***': 1, '******': 2 })
  })

  test('is a failure as before, with its code and its line', () => {
    const failure = new Failure({
      code: 'X',
      what: `a ${secret}`,
      why: `b ${secret}`,
      fix: `c ${secret}`,
      source: { file: `${secret}.tf`, line: 3 },
    })
    expect(redactorOf(secret).masked(failure)).toMatchObject({
      code: 'X',
      what: 'a ***',
      why: 'b ***',
      fix: 'c ***',
      message: 'a *** b *** c ***',
      source: { file: '***.tf', line: 3 },
    })
  })

  test('has no member that only looks inherited', () => {
    const copy = redactorOf(secret).masked(JSON.parse(`{"__proto__":{"a":"${secret}"}}`))
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":"***"}}')
  })
})

describe('masked JSON', () => {
  test.each([
    [`{"a":"x${secret}","b":[1,true]}`, '{"a":"x***","b":[1,true]}'],
    ['{"pin":1234567890123456}', '{"pin":"***"}'],
    [`{"quoted":${JSON.stringify(JSON.stringify({ a: secret }))}}`, '{"quoted":"{\\"a\\":\\"***\\"}"}'],
    [`no json ${secret}`, 'no json ***'],
    ['{ "a": 1 }', '{ "a": 1 }'],
  ])('%s stays what it is', (text, expected) => {
    expect(redactorOf(secret, '1234567890123456').maskJson(text)).toBe(expected)
  })

  test('stays JSON when what it is written with is the secret', () => {
    expect(JSON.parse(redactorOf('":"x').maskJson('{"a":"x"}'))).toEqual({ a: 'x' })
    expect(JSON.parse(redactorOf('true').maskJson('{"a":true}'))).toEqual({ a: true })
  })
})
