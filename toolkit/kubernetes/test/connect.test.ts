import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { failuresIn } from '../../model/failure.ts'
import { createTestWorld } from '../../world/test/world.ts'
import { type ClusterInputs, clusterOf } from '../connect.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nnot a real one\n-----END CERTIFICATE-----\n'
const base64 = (text: string) => Buffer.from(text).toString('base64')
let workspace = ''

function kubeconfig(cluster: Record<string, unknown>, user: Record<string, unknown>): string {
  return JSON.stringify({
    'current-context': 'c',
    contexts: [{ name: 'c', context: { cluster: 'k', user: 'u' } }],
    clusters: [{ name: 'k', cluster: { server: 'https://api.example.com/', ...cluster } }],
    users: [{ name: 'u', user }],
  })
}

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'omninode-connect-'))
  mkdirSync(join(workspace, 'kube/pki'), { recursive: true })
  const write = (file: string, text: string) => writeFileSync(join(workspace, file), text)
  write('ca.pem', PEM)
  write('kube/pki/ca.crt', PEM)
  const token = { token: 'not-a-real-token' }
  write('kube/relative', kubeconfig({ 'certificate-authority': 'pki/ca.crt' }, token))
  write('kube/missing', kubeconfig({ 'certificate-authority': 'pki/none.crt' }, token))
  write('kube/insecure', kubeconfig({ 'insecure-skip-tls-verify': true }, token))
  write('kube/http', kubeconfig({ server: 'http://api.example.com' }, token))
  write('kube/nobody', kubeconfig({}, {}))
  const acting = {
    as: 'deployer',
    'as-uid': '7',
    'as-groups': ['a', 'b'],
    'as-user-extra': { 'Team/Of': ['x', 'y'] },
  }
  write('kube/acting', kubeconfig({}, { ...token, ...acting }))
  write('kube/groups', kubeconfig({}, { ...token, 'as-groups': ['system:masters'] }))
  write('kube/proxy', kubeconfig({ 'proxy-url': 'http://me:p%40ss@proxy:3128' }, token))
  write('kube/socks', kubeconfig({ 'proxy-url': 'socks5://me:secret@proxy' }, token))
  write('kube/name', kubeconfig({ 'tls-server-name': 'api.internal' }, token))
  write('kube/nowhere', kubeconfig({ server: 'https://a b' }, token))
  const data = { 'client-certificate-data': base64(PEM), 'client-key-data': base64('not a real key') }
  write('kube/certificate', kubeconfig({ 'certificate-authority-data': base64(PEM) }, data))
  write('kube/empty', '')
  write('kube/machine', kubeconfig({ 'certificate-authority': '/etc/hostname' }, token))
  symlinkSync('/etc/hostname', join(workspace, 'kube/out'))
  execFileSync('mkfifo', [join(workspace, 'kube/pipe')])
})
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

function worldOf(permitted = true) {
  const permission = permitted ? { idToken: async () => 'not-a-real-token' } : {}
  return createTestWorld({ workspace, ...permission })
}

function problemsWith(inputs: ClusterInputs, permitted = true): string[] {
  try {
    clusterOf(inputs, worldOf(permitted).world)
    return []
  } catch (error) {
    return failuresIn(error).map(({ code, what }) => `${code}: ${what}`)
  }
}

describe('a cluster', () => {
  test.each<[string, ClusterInputs, Record<string, unknown>]>([
    ['an address', { 'api-server': 'https://api.example.com/' }, { certificateAuthority: undefined }],
    [
      'with an authority',
      { 'api-server': 'https://api.example.com', 'certificate-authority': PEM },
      { certificateAuthority: PEM },
    ],
    [
      'with a file of it',
      { 'api-server': 'https://api.example.com', 'certificate-authority': 'ca.pem' },
      { certificateAuthority: PEM },
    ],
    [
      'a kubeconfig with relative paths',
      { kubeconfig: 'kube/relative' },
      { certificateAuthority: PEM, secrets: ['not-a-real-token'] },
    ],
    [
      'a kubeconfig with a certificate',
      { kubeconfig: 'kube/certificate' },
      { credentials: { kind: 'certificate', cert: PEM, key: 'not a real key' } },
    ],
    [
      'a kubeconfig that acts as somebody else',
      { kubeconfig: 'kube/acting' },
      {
        impersonation: {
          'impersonate-user': 'deployer',
          'impersonate-uid': '7',
          'impersonate-group': ['a', 'b'],
          'impersonate-extra-team%2Fof': ['x', 'y'],
        },
      },
    ],
    [
      'a kubeconfig with a proxy, whose password is a secret',
      { kubeconfig: 'kube/proxy' },
      { proxy: new URL('http://me:p%40ss@proxy:3128'), secrets: ['not-a-real-token', 'p@ss'] },
    ],
    [
      'a kubeconfig with the name that the certificate is for',
      { kubeconfig: 'kube/name' },
      { serverName: 'api.internal' },
    ],
  ])('is named by %s', (_how, inputs, expected) => {
    expect(clusterOf(inputs, worldOf().world)).toMatchObject({
      server: 'https://api.example.com',
      ...expected,
    })
  })

  test.each<[string, ClusterInputs, string[]]>([
    ['nothing', {}, ['INPUT_INVALID: Neither `api-server` nor `kubeconfig` is given.']],
    [
      'two things',
      { 'api-server': 'https://api.example.com', kubeconfig: 'kube/relative' },
      ['INPUT_INVALID: Both `api-server` and `kubeconfig` are given.'],
    ],
    [
      'a file that is not there',
      { kubeconfig: 'kube/none' },
      ['INPUT_INVALID: The input `kubeconfig` names kube/none, which does not exist.'],
    ],
    [
      'a folder',
      { kubeconfig: 'kube' },
      ['INPUT_INVALID: The input `kubeconfig` names kube, which cannot be read: it is a folder.'],
    ],
    [
      'a kubeconfig that names a file that is not there',
      { kubeconfig: 'kube/missing' },
      ['KUBECONFIG: The kubeconfig names the file pki/none.crt, which cannot be read: it does not exist.'],
    ],
    [
      'a file outside of the checkout, by a relative path',
      { kubeconfig: '../config' },
      ['INPUT_INVALID: The input `kubeconfig` names ../config, which does not exist.'],
    ],
    [
      'a link that leads out of the checkout',
      { kubeconfig: 'kube/out' },
      [
        'INPUT_INVALID: The input `kubeconfig` names kube/out, which cannot be read: it leads out of the checkout.',
      ],
    ],
    [
      'a device',
      { kubeconfig: '/dev/zero' },
      ['INPUT_INVALID: The input `kubeconfig` names /dev/zero, which cannot be read: it is a device.'],
    ],
    [
      'a committed kubeconfig that names a file of the machine',
      { kubeconfig: 'kube/machine' },
      [
        'KUBECONFIG: The kubeconfig names the file /etc/hostname, which cannot be read: it leads out of the checkout.',
      ],
    ],
    [
      'an authority that is a pipe',
      { 'api-server': 'https://api.example.com', 'certificate-authority': 'kube/pipe' },
      [
        'INPUT_INVALID: The input `certificate-authority` names kube/pipe, which cannot be read: it is a pipe.',
      ],
    ],
    [
      'a kubeconfig that trusts everybody',
      { kubeconfig: 'kube/insecure' },
      ['KUBECONFIG: The kubeconfig turns the verification of the server off.'],
    ],
    [
      'a kubeconfig without TLS',
      { kubeconfig: 'kube/http' },
      ['KUBECONFIG: The server http://api.example.com is not https.'],
    ],
    [
      'an address that is none',
      { 'api-server': 'https://a b' },
      ['INPUT_INVALID: The input `api-server` is `https://a b`: it must be an https address.'],
    ],
    [
      'a kubeconfig whose address is none',
      { kubeconfig: 'kube/nowhere' },
      ['KUBECONFIG: The server https://a b is not https.'],
    ],
    [
      'a kubeconfig that acts with groups of nobody',
      { kubeconfig: 'kube/groups' },
      ["KUBECONFIG: The kubeconfig's user acts with the groups of somebody without saying as whom."],
    ],
    [
      'a kubeconfig with a proxy of another kind, whose password is not told',
      { kubeconfig: 'kube/socks' },
      ["KUBECONFIG: The kubeconfig's proxy-url names no HTTP proxy."],
    ],
    [
      'a kubeconfig of nobody',
      { kubeconfig: 'kube/nobody' },
      [
        'KUBECONFIG: The user "u" of the kubeconfig kube/nobody has neither a token nor a client certificate.',
      ],
    ],
  ])('is refused when it is named by %s', (_how, inputs, expected) => {
    expect(problemsWith(inputs)).toEqual(expected)
  })

  test('is refused with everything that is wrong at once', () => {
    const inputs = { 'api-server': 'api.example.com', 'certificate-authority': 'none.pem' }
    expect(problemsWith(inputs, false)).toEqual([
      'INPUT_INVALID: The input `api-server` is `api.example.com`: it must be an https address.',
      'ID_TOKEN_PERMISSION: This job may not request an OIDC token.',
      'INPUT_INVALID: The input `certificate-authority` names none.pem, which does not exist.',
    ])
  })

  test('of a kubeconfig has its secrets masked', () => {
    const { world } = worldOf()
    clusterOf({ kubeconfig: 'kube/relative' }, world)
    expect(world.redactor.mask('it is not-a-real-token')).not.toContain('not-a-real-token')
  })
})

describe('a token of a kubeconfig', () => {
  const bearerOf = () => {
    const { world, lines } = createTestWorld({ workspace })
    const { credentials } = clusterOf({ kubeconfig: 'kube/renewed' }, world)
    if (credentials.kind !== 'bearer') throw new Error('it is a token')
    return { bearer: credentials.bearer, told: (text: string) => [world.log.info(text), lines.at(-1)][1] }
  }
  const write = (user: Record<string, unknown>, cluster = {}) =>
    writeFileSync(join(workspace, 'kube/renewed'), kubeconfig(cluster, user))

  test('that is not accepted any more is read again, and masked before it is used', async () => {
    write({ token: 'the-first-token' })
    const { bearer, told } = bearerOf()
    write({ token: 'the-second-token' })
    expect(await bearer.token()).toBe('the-first-token')
    bearer.discard()
    expect(await bearer.token()).toBe('the-second-token')
    expect(told('the-first-token, the-second-token')).toBe('***, ***')
  })

  test.each([
    ['is not there any more', () => rmSync(join(workspace, 'kube/renewed'))],
    ['is being written', () => writeFileSync(join(workspace, 'kube/renewed'), 'clusters: [')],
    ['names another server', () => write({ token: 'b' }, { server: 'https://other.example.com' })],
    [
      'has a certificate instead',
      () => write({ 'client-certificate-data': 'YQ==', 'client-key-data': 'YQ==' }),
    ],
  ])('stays what it was where its file %s', async (_what, change) => {
    write({ token: 'the-first-token' })
    const { bearer } = bearerOf()
    change()
    bearer.discard()
    expect(await bearer.token()).toBe('the-first-token')
  })
})
