import { expect, test } from '@jest/globals'
import { networkOf, RateLimit } from '../src/http/rate-limit.ts'

test.each<[string, string]>([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::'],
  ['::1', '0:0:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('whoever makes up names is forgotten first, and no more of them are remembered than there is room for', () => {
  const limit = new RateLimit(1, () => new Date(0))
  limit.count('first')
  expect(() => limit.count('first')).toThrow('Too many requests.')
  for (let each = 0; each < 10_000; each++) limit.count(`made up ${each}`)
  expect(() => limit.count('made up 9999')).toThrow('Too many requests.')
  limit.count('first')
})
