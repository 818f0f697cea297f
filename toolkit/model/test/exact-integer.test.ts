import { expect, test } from '@jest/globals'
import { parseJson, withReadableIntegers } from '../exact-integer.ts'

test.each([
  '{"a":9223372036854775807}',
  '{"a":[18446744073709551615,-9223372036854775808]}',
  '[9007199254740993]',
  '{"a":1.5,"b":"9007199254740993","c":9007199254740991,"d":null}',
])('what a server answers is sent as it was: %s', (text) => {
  expect(JSON.stringify(parseJson(text))).toBe(text)
})

test('what is exact is an ordinary number, also beside what is not', () => {
  expect(parseJson('{"a":9007199254740991,"b":1000000000000000000.5,"c":9007199254740993}')).toMatchObject({
    a: Number.MAX_SAFE_INTEGER,
    b: 1e18,
  })
})

test('people are shown its digits', () => {
  expect(withReadableIntegers(parseJson('{"a":[{"b":9007199254740993,"c":1}]}'))).toEqual({
    a: [{ b: '9007199254740993', c: 1 }],
  })
})
