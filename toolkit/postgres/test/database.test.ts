/** What is wrong with how a database is named, before anybody asks for it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { clusterInputs } from '../../action/cluster-inputs.ts'
import { Opening } from '../../action/opening.ts'
import { failuresIn } from '../../model/failure.ts'
import { createTestWorld } from '../../world/test/world.ts'
import { readDatabase } from '../database.ts'
import { databaseInputs } from '../inputs.ts'

const schema = z.object({ ...databaseInputs, ...clusterInputs })
const workspace = mkdtempSync(join(tmpdir(), 'omninode-database-'))
const command = { name: 'plan', looks: false, acts: false, applies: false, reviewed: true }

async function opened(valid: Partial<z.output<typeof schema>>) {
  const { world, lines } = createTestWorld({ workspace })
  const opening = new Opening<typeof schema>({ command, valid, problems: [] })
  const access = await readDatabase(valid, opening, world)
  let problems: string[] = []
  try {
    opening.inputs()
  } catch (error) {
    problems = failuresIn(error).map(({ code, what }) => `${code}: ${what}`)
  }
  return { access, problems, world, lines }
}

const url = 'postgres://u:p4ss%2Fword@db.example.com:6543/app'
const neither = 'INPUT_INVALID: Neither `api-server` nor `kubeconfig` is given.'

test.each([
  ['nothing is given', {}, ['INPUT_INVALID: Neither `database-url` nor `database-secret` is given.']],
  [
    'both are given, and what is wrong with either',
    { 'database-url': 'mysql://u:p@h/d', 'database-secret': 'name' },
    [
      'INPUT_INVALID: Both `database-url` and `database-secret` are given.',
      'DATABASE_URL: The input `database-url` is not a postgres:// URL.',
      'INPUT_INVALID: The input `database-secret` is `name`: it must be namespace/name.',
      neither,
    ],
  ],
  [
    'the authority cannot be read',
    { 'database-url': url, 'database-ca': 'nowhere.pem' },
    ['DATABASE_CA: The input `database-ca` names nowhere.pem, which cannot be read: it does not exist.'],
  ],
  [
    'the authority is a device',
    { 'database-url': url, 'database-ca': '/dev/zero' },
    ['DATABASE_CA: The input `database-ca` names /dev/zero, which cannot be read: it is a device.'],
  ],
  [
    'IAM authentication lacks everything',
    { 'database-url': url, 'database-auth': 'aws-iam' },
    [
      'INPUT_INVALID: `database-auth: aws-iam` needs `aws-role`.',
      'INPUT_INVALID: `database-auth: aws-iam` needs `aws-region`.',
      'ID_TOKEN_PERMISSION: This job may not request an OIDC token.',
    ],
  ],
] satisfies [string, Partial<z.output<typeof schema>>, string[]][])(
  'says at once that %s',
  async (_what, given, expected) => {
    expect((await opened(given)).problems).toEqual(expected)
  },
)

describe('a database URL', () => {
  test('leads to its parts, proven by the given authority', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n'
    const { access, problems } = await opened({ 'database-url': url, 'database-ca': pem })
    expect(problems).toEqual([])
    expect(access.input).toBe('database-url')
    const target = await access.target()
    expect(target).toMatchObject({
      host: 'db.example.com',
      port: 6543,
      database: 'app',
      user: 'u',
      tls: { ca: pem },
    })
    expect(await target.password()).toBe('p4ss/word')
  })

  test('stays without TLS on loopback, whatever the authority', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n'
    const { access } = await opened({ 'database-url': 'postgres://u:p@127.0.0.1/app', 'database-ca': pem })
    expect((await access.target()).tls).toBeUndefined()
  })

  test('is masked although it is refused', async () => {
    const { world, lines } = await opened({ 'database-url': url, 'database-secret': 'a/b' })
    world.log.info(`${url} p4ss/word`)
    expect(lines).toEqual(['*** ***'])
  })
})
