/** A database URL means what it means to libpq, or is refused; nothing of it is told. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { failuresIn } from '../../model/failure.ts'
import { createTestWorld } from '../../world/test/world.ts'
import { parseDatabaseUrl } from '../database-url.ts'

const workspace = mkdtempSync(join(tmpdir(), 'omninode-database-url-'))
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
writeFileSync(join(workspace, 'ca.pem'), pem)

async function read(url: string) {
  const { world } = createTestWorld({ workspace })
  const { password, ...target } = parseDatabaseUrl(url, world)
  return { ...target, password: await password() }
}

const app = {
  host: 'db.example.com',
  port: 5432,
  database: 'app',
  user: 'u',
  password: 'p',
  tls: { ca: undefined },
}

describe('is read as libpq reads it:', () => {
  test.each<readonly [string, Partial<Awaited<ReturnType<typeof read>>>]>([
    ['postgres://u:p@db.example.com/app', app],
    ['POSTGRESQL://u:p@db.example.com/app?', app],
    ['postgres://u:p@db.example.com:6543/app', { ...app, port: 6543 }],
    ['postgres://db.example.com/app?user=u&password=p', app],
    ['postgres:///?host=db.example.com&port=5433&dbname=app&user=u&password=p', { ...app, port: 5433 }],
    ['postgres://u:p@one/app?host=db.example.com', app],
    ['postgres://u@db.example.com/app', { ...app, password: undefined }],
    ['postgres://u:p:w@db.example.com/app', { ...app, password: 'p:w' }],
    ['postgres://u:%40%3A%2F%3F%23%25@db.example.com/app', { ...app, password: '@:/?#%' }],
    [
      'postgres://u:p!$&\'()*+,;="<>^`{|}~@db.example.com/app',
      { ...app, password: 'p!$&\'()*+,;="<>^`{|}~' },
    ],
    ['postgres://%C3%BC:p@db.example.com/a%20b', { ...app, user: 'ü', database: 'a b' }],
    ['postgres://u:p@[::1]:6000/app', { ...app, host: '::1', port: 6000, tls: undefined }],
    ['postgres://u:p@[2001:db8::1]/app', { ...app, host: '2001:db8::1' }],
    ['postgres://u:p@127.0.0.1/app', { ...app, host: '127.0.0.1', tls: undefined }],
    ['postgres://u:p@127.0.0.1/app?sslmode=verify-full', { ...app, host: '127.0.0.1' }],
    ['postgres://u:p@db.example.com/app?sslmode=disable', { ...app, tls: undefined }],
    [
      'postgres://u:p@db.example.com/app?sslmode=verify-full&sslrootcert=ca.pem',
      { ...app, tls: { ca: pem } },
    ],
    ['postgres://u:p@db.example.com/app?sslrootcert=system', app],
    ['postgres://u:p@%2Fvar%2Frun%2Fpostgresql/app', { ...app, host: '/var/run/postgresql', tls: undefined }],
    [
      'postgres:///app?host=/var/run/postgresql&user=u&password=p&sslmode=require',
      { ...app, host: '/var/run/postgresql', tls: undefined },
    ],
    [
      'postgres://u:p@one:1,two,three:3/app',
      {
        ...app,
        host: 'one',
        port: 1,
        others: [
          { host: 'two', port: 5432 },
          { host: 'three', port: 3 },
        ],
      },
    ],
    [
      'postgres://u:p@/app?host=one,two&port=7',
      { ...app, host: 'one', port: 7, others: [{ host: 'two', port: 7 }] },
    ],
    [
      'postgres://u:p@localhost,db.example.com/app',
      { ...app, host: 'localhost', others: [{ host: 'db.example.com', port: 5432 }] },
    ],
    [
      'postgres://u:p@db.example.com/app?target_session_attrs=read-write',
      { ...app, attributes: 'read-write' },
    ],
    ['postgres://u:p@db.example.com/app?connect_timeout=7', { ...app, connectTimeout: 7_000 }],
    ['postgres://u:p@db.example.com/app?connect_timeout=0', app],
    ['postgres://u:p@db.example.com/app?options=-c%20role%3Downer', { ...app, options: '-c role=owner' }],
    [
      'postgres://u:p@db.example.com/app?search_path=my%20app,public',
      { ...app, options: '-c search_path=my\\ app,public' },
    ],
    [
      'postgres://u:p@db.example.com/app?options=-c%20jit%3Doff&search_path=a',
      { ...app, options: '-c jit=off -c search_path=a' },
    ],
    ['postgres://u:p@db.example.com/app?client_encoding=utf8', app],
  ])('%s', async (url, expected) => {
    expect(await read(url)).toEqual(expected)
  })
})

const SECRET = 'zqpassw0rd'

describe('is refused, and nothing of it is told:', () => {
  test.each([
    ['a password with /', `postgres://u:${SECRET}/x@db.example.com/app`, 'percent-encoded'],
    ['a password of digits before /', `postgres://u:12/${SECRET}@db.example.com/app`, 'percent-encoded'],
    ['a password with ?', `postgres://u:12?${SECRET}@db.example.com/app`, 'percent-encoded'],
    ['a password with #', `postgres://u:12#${SECRET}@db.example.com/app`, 'percent-encoded'],
    ['a password with @', `postgres://u:12@${SECRET}@db.example.com/app`, 'percent-encoded'],
    ['a password with % that is no code', `postgres://u:${SECRET}%zz@db.example.com/app`, 'percent-encoded'],
    ['a password with % at its end', `postgres://u:${SECRET}%@db.example.com/app`, 'percent-encoded'],
    ['a password with a blank', `postgres://u:${SECRET} x@db.example.com/app`, 'percent-encoded'],
    ['a password with [', `postgres://u@${SECRET}[x/app`, 'host'],
    ['a password in the place of the host', `postgres://${SECRET}:99999/app`, 'host'],
    ['a port that is none', `postgres://u:p@db.example.com:${SECRET}/app`, 'host'],
    ['no scheme', `u:${SECRET}@db.example.com/app`, 'is not a URL'],
    ['words of libpq', `host=db password=${SECRET}`, 'is not a URL'],
    ['another scheme', `mysql://u:${SECRET}@db.example.com/app`, 'is not a postgres:// URL'],
    ['no user', `postgres://:${SECRET}@db.example.com/app`, 'names no user'],
    ['no database', `postgres://u:${SECRET}@db.example.com`, 'names no database'],
    ['no host', `postgres://u:${SECRET}@/app`, 'names no host'],
    ['more ports than hosts', `postgres://u:${SECRET}@one,two,three/app?port=1,2`, 'host'],
    [
      'TLS that gives way',
      `postgres://u:${SECRET}@h/app?sslmode=prefer`,
      'has sslmode=prefer, where disable, require',
    ],
    [
      'an sslmode that nobody knows',
      `postgres://u:p@h/app?sslmode=${SECRET}`,
      'has an `sslmode` that is none of',
    ],
    [
      'a parameter that nobody knows',
      `postgres://u:${SECRET}@h/app?schema=x`,
      'has a parameter `schema`, which is not known',
    ],
    [
      'a parameter in other letters',
      `postgres://u:${SECRET}@h/app?SSLMODE=disable`,
      'has a parameter `SSLMODE`, which is not known',
    ],
    [
      'a parameter that is given twice',
      `postgres://u:${SECRET}@h/app?sslmode=disable&sslmode=require`,
      'gives `sslmode` twice',
    ],
    [
      'a service file',
      `postgres://u:${SECRET}@h/app?service=x`,
      'has the parameter `service`, which is not supported',
    ],
    [
      'a password file',
      `postgres://u@h/app?passfile=${SECRET}`,
      'has the parameter `passfile`, which is not supported',
    ],
    [
      'a certificate of its own',
      `postgres://u@h/app?sslcert=${SECRET}`,
      'has the parameter `sslcert`, which is not supported',
    ],
    [
      'another encoding',
      `postgres://u:${SECRET}@h/app?client_encoding=latin1`,
      'gives `client_encoding` another value',
    ],
    [
      'attributes that nobody knows',
      `postgres://u:p@h/app?target_session_attrs=${SECRET}`,
      'gives `target_session_attrs` another value',
    ],
    [
      'a time-out that is no number',
      `postgres://u:p@h/app?connect_timeout=${SECRET}`,
      'no number of seconds',
    ],
    [
      'an authority that is not there',
      `postgres://u:${SECRET}@h/app?sslrootcert=nowhere.pem`,
      'nowhere.pem, which cannot be read',
    ],
  ])('%s', (_what, url, said) => {
    const { world, lines } = createTestWorld({ workspace })
    let problems: string[] = []
    try {
      parseDatabaseUrl(url, world)
    } catch (error) {
      problems = failuresIn(error).map(({ code, message }) => {
        expect(code).toMatch(/^DATABASE_(?:URL|CA)$/)
        return message
      })
    }
    expect(problems.join('\n')).toContain(said)
    expect([...problems, ...lines].join('\n')).not.toContain(SECRET)
  })

  test('all of it at once', () => {
    const { world } = createTestWorld({ workspace })
    const url = 'postgres://:p@h/?sslmode=maybe&schema=x&service=y'
    let count = 0
    try {
      parseDatabaseUrl(url, world)
    } catch (error) {
      count = failuresIn(error).length
    }
    expect(count).toBe(5)
  })
})
