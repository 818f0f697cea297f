import { describe, expect, test } from '@jest/globals'
import { proxiesIn, proxySecrets, shownProxy } from '../proxies.ts'

const HTTPS_PROXY = 'http://proxy.corp:3128'

function through(env: Record<string, string>, url: string): string | undefined {
  const proxy = proxiesIn(env).proxyFor(new URL(url))
  return proxy === undefined ? undefined : shownProxy(proxy)
}

describe('a proxy', () => {
  test.each<[Record<string, string>, string, string | undefined]>([
    [{}, 'https://a.example', undefined],
    [{ HTTPS_PROXY }, 'https://a.example', HTTPS_PROXY],
    [{ HTTPS_PROXY }, 'http://a.example', undefined],
    [{ https_proxy: HTTPS_PROXY }, 'https://a.example', HTTPS_PROXY],
    [{ https_proxy: 'http://lower:1', HTTPS_PROXY }, 'https://a.example', 'http://lower:1'],
    [{ https_proxy: '', HTTPS_PROXY }, 'https://a.example', HTTPS_PROXY],
    [{ HTTP_PROXY: 'http://plain:1' }, 'http://a.example', 'http://plain:1'],
    [{ HTTP_PROXY: 'http://plain:1' }, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'proxy.corp:3128' }, 'https://a.example', HTTPS_PROXY],
    [{ HTTPS_PROXY: 'https://proxy.corp' }, 'https://a.example', 'https://proxy.corp'],
    [{ HTTPS_PROXY: 'http://me:secret@proxy.corp:3128' }, 'https://a.example', HTTPS_PROXY],
  ])('of %j for %s is %s', (env, url, proxy) => {
    expect(through(env, url)).toBe(proxy)
  })

  test.each<[noProxy: string, url: string, straight: boolean]>([
    ['a.example', 'https://a.example', true],
    ['A.Example', 'https://a.EXAMPLE', true],
    ['a.example', 'https://b.a.example', true],
    ['a.example', 'https://ba.example', false],
    ['.a.example', 'https://b.a.example', true],
    ['.a.example', 'https://ba.example', false],
    ['*.a.example', 'https://b.a.example', true],
    ['x, a.example ,y', 'https://a.example', true],
    ['x a.example', 'https://a.example', true],
    ['*', 'https://a.example', true],
    ['a.example:8443', 'https://a.example:8443', true],
    ['a.example:8443', 'https://b.a.example:8443', true],
    ['a.example:8443', 'https://a.example', false],
    ['a.example:443', 'https://a.example', true],
    ['a.example', 'https://a.example.', true],
    ['10.1.2.3', 'https://10.1.2.3', true],
    ['10.1.2.3', 'https://10.1.2.30', false],
    ['10.0.0.0/8', 'https://10.200.0.1', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/40', 'https://10.0.0.1', false],
    ['fd00::/8', 'https://[fd00::1]', true],
    ['fd00::1', 'https://[fd00::1]:6443', true],
    ['[fd00::1]', 'https://[fd00::1]', true],
    [',,', 'https://a.example', false],
    ['.', 'https://a.example', false],
    ['', 'https://localhost:1', true],
    ['', 'https://127.0.0.9', true],
    ['', 'https://[::1]:1', true],
  ])('is not asked with NO_PROXY=%s for %s: %p', (NO_PROXY, url, straight) => {
    expect(through({ HTTPS_PROXY, NO_PROXY }, url)).toBe(straight ? undefined : HTTPS_PROXY)
    expect(through({ HTTPS_PROXY, no_proxy: NO_PROXY }, url)).toBe(straight ? undefined : HTTPS_PROXY)
  })

  test.each([
    'http://',
    'socks5://me:secret@proxy.corp',
    'http://me:secret@proxy corp',
    'http://me:100%secret@p:1',
  ])('that cannot be used is refused by the name of its variable, and never shown: %s', (value) => {
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY']) {
      const read = () => proxiesIn({ [name]: value })
      expect(read).toThrow(new RegExp(`^The environment variable ${name} `))
      expect(read).not.toThrow(/secret/)
    }
  })

  test('has its password masked, as it is written and as it is meant', () => {
    expect(proxySecrets({ HTTPS_PROXY: 'http://me:p%40ss@proxy:1', http_proxy: 'me:word@proxy:1' })).toEqual([
      'p%40ss',
      'p@ss',
      'word',
      'word',
    ])
    expect(proxySecrets({ HTTPS_PROXY: 'http://' })).toEqual([])
  })
})
