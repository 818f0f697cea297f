import { describe, expect, test } from '@jest/globals'
import { namesSecret } from '#toolkit/redact/names.ts'
import { isLiteralSecret, secretIn } from '../../src/repository/secrets.ts'

/** Put together here, so that no scanner takes this file for a leak. */
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

describe('recognizing secrets by their shape', () => {
  test.each([
    [`AK${'IA'}ABCDEFGHIJKLMNOP`, 'an AWS access key'],
    [`ghp${'_'}${letters}`, 'a GitHub token'],
    [`github${'_pat_'}${letters}`, 'a GitHub token'],
    [`glpat${'-'}${letters.slice(0, 20)}`, 'a GitLab token'],
    [`npm${'_'}${letters}`, 'an npm token'],
    [`xoxb${'-'}1234567890-abc`, 'a Slack token'],
    [`sk_live${'_'}${letters.slice(0, 20)}`, 'a Stripe key'],
    [`AIza${letters.slice(0, 35)}`, 'a Google API key'],
    [`onxk${'_'}${letters.slice(0, 20)}`, 'an onex-api key'],
    [`text before -----BEGIN RSA ${'PRIVATE'} KEY-----\nMII`, 'a private key'],
    [`eyJ${letters.slice(0, 12)}.eyJ${letters.slice(0, 12)}.${letters}`, 'a JSON Web Token'],
    ['postgres://omninode:not-a-password@db.example.com/x', 'a password in a URL'],
    ['redis://:not-a-password@cache', 'a password in a URL'],
  ])('%s', (text, what) => {
    expect(secretIn(text)).toBe(what)
  })

  test.each([
    'postgres://user@db.example.com/x',
    'postgres://$(USER):$(PASSWORD)@db.example.com/x',
    'postgres://user:${PASSWORD}@db.example.com/x',
    'https://user:$PASSWORD@example.com',
    'https://user:${{ secrets.PASSWORD }}@example.com',
    'https://user:{{ password }}@example.com',
    'postgres://user:<password>@host',
    'https://user:***@example.com',
    'https://example.com:8080/path@version',
    `AK${'IA'}IOSFODNN7EXAMPLE`,
    'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'sk_test_abcdefghijklmnopqrst',
  ])('%s is none', (text) => {
    expect(secretIn(text)).toBeUndefined()
  })
})

describe('recognizing secrets by the name of what holds them', () => {
  test.each([
    'PASSWORD',
    'POSTGRES_PASSWORD',
    'ONEX_API_KEY',
    'KEYCLOAK_CLIENT_SECRET',
    'AUTH_SECRET',
    'GH_TOKEN',
    'clientSecret',
    'apiKey',
    'db-password',
    'redis.passwd',
    'signing_key',
    'APIKEY',
    'PGPASSWORD',
    'SSHPASS',
    'REDISCLI_AUTH',
    'MYSQL_PWD',
  ])('%s names one', (name) => {
    expect(namesSecret(name)).toBe(true)
  })

  test.each([
    'DB_PASSWORD_FILE',
    'SECRET_NAME',
    'TOKEN_TTL',
    'TOKEN_URL',
    'API_KEY_HEADER',
    'CLIENT_ID',
    'PRIMARY_KEY',
    'KEY',
    'monkey',
    'COMPASS',
    'secretRef',
  ])('%s names none', (name) => {
    expect(namesSecret(name)).toBe(false)
  })

  test.each(['hunter2', 'changeme', 'a b', '12345'])('%j is written out', (value) => {
    expect(isLiteralSecret('DB_PASSWORD', value)).toBe(true)
  })

  test.each([
    ['database-secret', 'onex-data/postgres-credentials'],
    ['tls-secret', 'ingress/example.com'],
    ['databaseSecret', 'onex-data/postgres'],
  ])('%s: %s refers to a Secret of Kubernetes', (name, value) => {
    expect(isLiteralSecret(name, value)).toBe(false)
  })

  test.each([
    ['database-password', 'onex-data/postgres'],
    ['client-secret', 'kq8zt71/lmxw0p4rvb'],
    ['client-secret', 'a/b/c'],
    ['client-secret', 'Onex/postgres'],
    ['client-secret', 'postgres'],
  ])('%s: %s does not', (name, value) => {
    expect(isLiteralSecret(name, value)).toBe(true)
  })

  test.each([
    '',
    ' ',
    'true',
    'none',
    '***',
    '$(PASSWORD)',
    '${PASSWORD}',
    '$PASSWORD',
    '${{ secrets.X }}',
    'Bearer ${{ secrets.X }}',
    '{{ .Values.password }}',
    '/run/secrets/password',
    './key.pem',
    'arn:aws:secretsmanager:us-east-1:000000000000:secret:x',
    'projects/x/secrets/y',
  ])('%j is not', (value) => {
    expect(isLiteralSecret('DB_PASSWORD', value)).toBe(false)
  })
})
