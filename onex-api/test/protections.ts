/**
 * Every protection of the service, as what is asked and what must be answered: of the source as it is, and of copies
 * that lack one of them. None takes longer than it must: there are many copies.
 */
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Bearers } from '../src/authentication/bearer.ts'
import type { KeySet } from '../src/authentication/key-set.ts'
import type { Limits } from '../src/configuration/config.ts'
import type { ReleaseEvent } from '../src/events/release.ts'
import { createKey, type Issuer, type SigningKey } from './issuer.ts'
import { reported } from './reported.ts'
import type { Clock, SeedOptions, Service } from './service.ts'

export interface Subject {
  /** Stands still until it is moved on; the same for all services. */
  readonly clock: Clock
  readonly issuer: Issuer
  readonly signing: SigningKey
  readonly service: Service
  readonly acme: string
  readonly other: string
  /** Of the source that is looked at. */
  readonly Bearers: typeof Bearers
  key(tenant: string, options?: SeedOptions): Promise<{ readonly id: string; readonly key: string }>
  /** Another service of the same source, and another issuer; both are stopped by the subject. */
  start(options?: {
    readonly limits?: Partial<Limits>
    readonly apiKeyPepper?: Buffer
    readonly issuer?: Issuer
    readonly database?: string
  }): Promise<Service>
  startIssuer(): Promise<Issuer>
  query(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** What was logged so far. */
  log(): string
}

export interface Protection {
  readonly name: string
  /** @throws AssertionError when it does not */
  holds(subject: Subject): Promise<void>
}

const ALL = {
  resource_access: { 'onex-api': { roles: ['keys:admin', 'workflows:read', 'workflows:write'] } },
}
const seconds = ({ clock }: Subject) => Math.floor(clock.read().getTime() / 1_000)
const workflow = { workflow_type: 'redeploy', payload: { lane: 'dev' } }

async function statusOf(service: Service, given: Parameters<Service['ask']>[2], url = '/v1/tenants/me') {
  return (await service.ask('GET', url, given)).statusCode
}

/** What a connection has given, and was taken. */
async function taken({ Bearers: Looking, issuer, signing, clock }: Subject) {
  const bearers = new Looking({
    oidc: { issuer: issuer.url, jwksUrl: issuer.jwksUrl, clients: ['omniweb'] },
    clock: clock.read,
  })
  await bearers.keys.refresh()
  const [token, connection] = [await issuer.sign(signing), {}]
  const given = `Bearer ${token}`
  notEqual(await bearers.principal(token, { connection, authorization: given }), undefined)
  return { bearers, given, connection }
}

/** A token that differs in this alone is refused, and one that does not is taken. */
function refuses(
  name: string,
  claims: (subject: Subject) => Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Protection {
  return {
    name,
    holds: async (subject) => {
      const { issuer, signing, service, acme } = subject
      const own = { tenant_id: acme, ...ALL }
      equal(await statusOf(service, { bearer: await issuer.sign(signing, own) }), 200)
      const token = await issuer.sign(signing, { ...own, ...claims(subject) }, header)
      equal(await statusOf(service, { bearer: token }), 401)
    },
  }
}

/** Of a run that nobody else reports of. */
const ofSomeRun = (): ReleaseEvent => reported('started', 0, { run_id: String(crypto.randomInt(1e12)) })

const changed = (key: string, at: number) =>
  `${key.slice(0, at)}${key.charAt(at) === 'a' ? 'b' : 'a'}${key.slice(at + 1)}`

export const protections: readonly Protection[] = [
  // Tokens.
  refuses('a token of another issuer is refused', () => ({
    iss: 'https://auth.example.com/realms/omninode',
  })),
  refuses('a token for another audience is refused', () => ({ aud: 'account' })),
  refuses('a token of another client is refused', () => ({ azp: 'grafana' })),
  refuses('an ID token is refused', () => ({ typ: 'ID' })),
  refuses('a token that its header calls something else is refused', () => ({}), { typ: 'logout+jwt' }),
  refuses('a token that is over is refused', (subject) => ({ exp: seconds(subject) - 7 })),
  refuses('a token of the future is refused', (subject) => ({ iat: seconds(subject) + 60 })),
  refuses('a token without an end is refused', () => ({ exp: undefined })),
  refuses('a token of a tenant that is none is refused', () => ({ tenant_id: 'acme' })),
  refuses('a token of nobody is refused', () => ({ sub: '' })),
  refuses('a token that is too long is refused', () => ({ more: 'x'.repeat(8_192) })),
  {
    name: 'a token of another algorithm is refused',
    holds: async ({ signing, start, startIssuer, acme }) => {
      // Of an issuer that does not say what its keys are for.
      const issuer = await startIssuer()
      const { alg: _alg, use: _use, ...jwk } = signing.jwk
      issuer.publish({ ...signing, jwk })
      const service = await start({ issuer })
      const sign = async (alg: string) => {
        const [, payload = ''] = (await issuer.sign(signing, { tenant_id: acme })).split('.')
        const header = Buffer.from(JSON.stringify({ alg, typ: 'JWT', kid: signing.kid })).toString(
          'base64url',
        )
        const key = crypto.KeyObject.from(signing.privateKey)
        const hash = `sha${alg.slice(2)}`
        return `${header}.${payload}.${crypto.sign(hash, Buffer.from(`${header}.${payload}`), key).toString('base64url')}`
      }
      equal(await statusOf(service, { bearer: await sign('RS256') }), 200)
      equal(await statusOf(service, { bearer: await sign('RS512') }), 401)
    },
  },
  {
    name: 'a token of another key is refused',
    holds: async ({ issuer, signing, service, acme }) => {
      const stranger = { ...(await createKey('stranger')), kid: signing.kid }
      equal(await statusOf(service, { bearer: await issuer.sign(stranger, { tenant_id: acme }) }), 401)
    },
  },
  {
    name: 'roles of another client count for nothing',
    holds: async ({ issuer, signing, service, acme }) => {
      const bearer = await issuer.sign(signing, {
        tenant_id: acme,
        resource_access: { account: { roles: ['keys:admin'] } },
      })
      equal(await statusOf(service, { bearer }, '/v1/api-keys'), 403)
    },
  },
  {
    name: 'a token that was taken ends when it is over',
    holds: async (subject) => {
      const { issuer, signing, service, acme, clock } = subject
      const bearer = await issuer.sign(signing, { tenant_id: acme, exp: seconds(subject) + 10 })
      equal(await statusOf(service, { bearer }), 200)
      clock.forward(16_000)
      equal(await statusOf(service, { bearer }), 401)
    },
  },
  {
    name: 'a token is looked at again after a minute',
    holds: async ({ Bearers: Looking, issuer, signing, clock }) => {
      const bearers = new Looking({
        oidc: { issuer: issuer.url, jwksUrl: issuer.jwksUrl, clients: ['omniweb'] },
        clock: clock.read,
      })
      await bearers.keys.refresh()
      let looks = 0
      const find: KeySet['find'] = bearers.keys.find
      Object.assign(bearers.keys, {
        find: (...asked: Parameters<KeySet['find']>) => {
          looks += 1
          return find(...asked)
        },
      })
      const token = await issuer.sign(signing)
      for (const later of [0, 59_000, 2_000]) {
        clock.forward(later)
        notEqual(await bearers.principal(token, { connection: {}, authorization: token }), undefined)
      }
      equal(looks, 2)
    },
  },
  {
    name: 'what a connection gave before is looked at again after a minute',
    holds: async (subject) => {
      const { bearers, given, connection } = await taken(subject)
      notEqual(bearers.again(connection, given), undefined)
      equal(bearers.again({}, given), undefined)
      subject.clock.forward(59_000)
      notEqual(bearers.again(connection, given), undefined)
      subject.clock.forward(2_000)
      equal(bearers.again(connection, given), undefined)
    },
  },
  {
    name: 'what a connection gave before ends with the keys',
    holds: async (subject) => {
      const issuer = await subject.startIssuer()
      const first = await createKey('first')
      issuer.publish(first)
      const { bearers, given, connection } = await taken({ ...subject, issuer, signing: first })
      issuer.publish(await createKey('second'))
      await bearers.keys.refresh()
      equal(bearers.again(connection, given), undefined)
    },
  },
  {
    name: 'a connection that gave a token is nobody with another one',
    holds: async (subject) => {
      const { bearers, given, connection } = await taken(subject)
      for (const other of [`${given}A`, given.slice(0, -1), given.toLowerCase(), 'Bearer ', ''])
        equal(bearers.again(connection, other), undefined)
    },
  },
  {
    name: 'a token ends with its key',
    holds: async ({ start, startIssuer, clock, acme }) => {
      const issuer = await startIssuer()
      const [first, second] = [await createKey('first'), await createKey('second')]
      issuer.publish(first)
      const service = await start({ issuer })
      const bearer = await issuer.sign(first, { tenant_id: acme })
      equal(await statusOf(service, { bearer }), 200)
      issuer.publish(second)
      clock.forward(10_000)
      equal(await statusOf(service, { bearer: await issuer.sign(second, { tenant_id: acme }) }), 200)
      equal(await statusOf(service, { bearer }), 401)
    },
  },
  {
    name: 'tokens of unknown keys make nobody ask the issuer often',
    holds: async ({ start, startIssuer, clock }) => {
      const issuer = await startIssuer()
      issuer.publish(await createKey('first'))
      const service = await start({ issuer })
      clock.forward(10_000)
      const strange = await issuer.sign(await createKey('strange'))
      const before = issuer.asked
      for (const _each of [1, 2, 3]) equal(await statusOf(service, { bearer: strange }), 401)
      equal(issuer.asked - before, 1)
    },
  },
  // Which way in.
  {
    name: 'a wrong token is not passed over for a key',
    holds: async ({ service, key, acme }) => {
      equal(await statusOf(service, { bearer: 'x.y.z', key: (await key(acme)).key }), 401)
    },
  },
  {
    name: 'another scheme is not passed over for a key',
    holds: async ({ service, key, acme }) => {
      const headers = { authorization: 'Basic YTpi', 'x-api-key': (await key(acme)).key }
      equal(await statusOf(service, { headers }), 401)
    },
  },
  {
    name: 'of a token and a key the token decides',
    holds: async ({ service, issuer, signing, key, acme }) => {
      const bearer = await issuer.sign(signing, { tenant_id: acme })
      equal(await statusOf(service, { bearer, key: (await key(acme)).key }, '/v1/api-keys'), 403)
      equal(await statusOf(service, { bearer, key: 'wrong' }), 200)
    },
  },
  {
    name: 'without keys of the issuer a token is neither taken nor refused',
    holds: async ({ start, startIssuer, signing }) => {
      const issuer = await startIssuer()
      const service = await start({ issuer })
      equal(await statusOf(service, { bearer: await issuer.sign(signing) }), 503)
    },
  },
  {
    name: 'a key does what its scopes say',
    holds: async ({ service, key, acme }) => {
      const reader = (await key(acme, { scopes: ['workflows:read'] })).key
      equal(await statusOf(service, { key: reader }), 200)
      equal(await statusOf(service, { key: reader }, '/v1/api-keys'), 403)
      equal((await service.ask('POST', '/v1/workflows', { key: reader, body: workflow })).statusCode, 403)
    },
  },
  {
    name: 'a token that names no tenant is refused where one is needed',
    holds: async ({ service, issuer, signing }) => {
      equal(await statusOf(service, { bearer: await issuer.sign(signing, ALL) }), 403)
    },
  },
  {
    name: 'whoever is not let in does not learn which routes exist',
    holds: async ({ service, key, acme }) => {
      for (const url of ['/v1/no-such-route', '/no-such-route', '/v1/tenants/me'])
        equal(await statusOf(service, {}, url), 401)
      equal(await statusOf(service, { key: (await key(acme)).key }, '/v1/no-such-route'), 404)
    },
  },
  // API keys.
  {
    name: 'a key with one character changed is refused',
    holds: async ({ service, key, acme }) => {
      const { key: good } = await key(acme)
      equal(await statusOf(service, { key: good }), 200)
      for (const at of [5, 20, 40, good.length - 1])
        equal(await statusOf(service, { key: changed(good, at) }), 401)
      equal(await statusOf(service, { headers: { 'api-key': good } }), 401)
      equal(await statusOf(service, {}, `/v1/tenants/me?x-api-key=${good}`), 401)
    },
  },
  {
    name: 'a key in another case is refused',
    holds: async ({ service, key, acme }) => {
      const { key: good } = await key(acme)
      const secret = good.slice(18)
      const other = secret === secret.toUpperCase() ? secret.toLowerCase() : secret.toUpperCase()
      equal(await statusOf(service, { key: `${good.slice(0, 18)}${other}` }), 401)
    },
  },
  {
    name: 'a key is compared in constant time, also when it is unknown',
    holds: async ({ service, key, acme }) => {
      const { key: good } = await key(acme)
      const original = crypto.timingSafeEqual
      let compared = 0
      crypto.timingSafeEqual = (one, another) => {
        compared += 1
        return original(one, another)
      }
      syncBuiltinESMExports()
      try {
        await statusOf(service, { key: good })
        await statusOf(service, { key: changed(good, 40) })
        await statusOf(service, { key: `onxk_${'0'.repeat(12)}${good.slice(17)}` })
      } finally {
        crypto.timingSafeEqual = original
        syncBuiltinESMExports()
      }
      equal(compared, 3)
    },
  },
  {
    name: 'a key is worth nothing without the pepper',
    holds: async ({ start, key, acme }) => {
      const elsewhere = await start({ apiKeyPepper: Buffer.alloc(32, 7) })
      equal(await statusOf(elsewhere, { key: (await key(acme)).key }), 401)
    },
  },
  {
    name: 'a key that is over is refused',
    holds: async ({ service, key, acme, clock }) => {
      const expiresAt = new Date(clock.read().getTime() + 1_000)
      const { key: short } = await key(acme, { expiresAt })
      equal(await statusOf(service, { key: short }), 200)
      clock.forward(1_000)
      equal(await statusOf(service, { key: short }), 401)
    },
  },
  {
    name: 'a key that is revoked is refused within two seconds',
    holds: async ({ service, key, acme, clock, query }) => {
      const { id, key: good } = await key(acme)
      equal(await statusOf(service, { key: good }), 200)
      await query('UPDATE api_keys SET revoked_at = $1 WHERE id = $2', [clock.read(), id])
      clock.forward(2_000)
      equal(await statusOf(service, { key: good }), 401)
    },
  },
  {
    name: 'a key that was rotated ends with its overlap',
    holds: async ({ service, key, acme, clock }) => {
      const admin = (await key(acme)).key
      for (const overlap of [60, 0]) {
        const old = await key(acme)
        const answer = await service.ask('POST', `/v1/api-keys/${old.id}/rotate`, {
          key: admin,
          body: { overlap_seconds: overlap },
        })
        equal(answer.statusCode, 201)
        if (overlap > 0) equal(await statusOf(service, { key: old.key }), 200)
        clock.forward(overlap * 1_000)
        equal(await statusOf(service, { key: old.key }), 401)
        equal(await statusOf(service, { key: answer.json().key }), 200)
      }
    },
  },
  {
    name: 'a key is rotated once',
    holds: async ({ service, key, acme }) => {
      const [admin, old] = [(await key(acme)).key, await key(acme)]
      const rotate = () =>
        service.ask('POST', `/v1/api-keys/${old.id}/rotate`, { key: admin, body: { overlap_seconds: 60 } })
      deepEqual([(await rotate()).statusCode, (await rotate()).statusCode], [201, 409])
    },
  },
  {
    name: 'nobody makes a key that may do more',
    holds: async ({ service, key, acme }) => {
      const admin = (await key(acme, { scopes: ['keys:admin'] })).key
      const body = { name: 'ci', scopes: ['workflows:write'] }
      equal((await service.ask('POST', '/v1/api-keys', { key: admin, body })).statusCode, 403)
      const mighty = await key(acme)
      const rotated = await service.ask('POST', `/v1/api-keys/${mighty.id}/rotate`, {
        key: admin,
        body: { overlap_seconds: 60 },
      })
      equal(rotated.statusCode, 403)
    },
  },
  {
    name: 'a new key is kept by no cache',
    holds: async ({ service, key, acme }) => {
      const admin = (await key(acme)).key
      const made = await service.ask('POST', '/v1/api-keys', {
        key: admin,
        body: { name: 'ci', scopes: ['workflows:read'] },
      })
      const rotated = await service.ask('POST', `/v1/api-keys/${made.json().id}/rotate`, {
        key: admin,
        body: { overlap_seconds: 60 },
      })
      for (const { statusCode, headers } of [made, rotated])
        deepEqual([statusCode, headers['cache-control']], [201, 'no-store'])
    },
  },
  // Tenants.
  {
    name: 'keys are their tenant’s',
    holds: async ({ service, key, acme, other, query }) => {
      const [theirs, ours] = [(await key(other)).key, await key(acme)]
      const { items } = (await service.ask('GET', '/v1/api-keys?limit=100', { key: theirs })).json()
      const own = await query('SELECT id FROM api_keys WHERE tenant_id = $1', [other])
      const listed: readonly string[] = items.map(({ id }: { readonly id: string }) => id)
      deepEqual(listed.toSorted(), own.map(({ id }) => String(id)).sort())
      const rotated = await service.ask('POST', `/v1/api-keys/${ours.id}/rotate`, {
        key: theirs,
        body: { overlap_seconds: 60 },
      })
      equal(rotated.statusCode, 404)
      equal((await service.ask('DELETE', `/v1/api-keys/${ours.id}`, { key: theirs })).statusCode, 404)
    },
  },
  {
    name: 'workflows are their tenant’s',
    holds: async ({ service, key, acme, other }) => {
      const [theirs, ours] = [(await key(other)).key, (await key(acme)).key]
      const { workflow_id: id } = (
        await service.ask('POST', '/v1/workflows', { key: ours, body: workflow })
      ).json()
      for (const what of ['status', 'receipt']) {
        equal(await statusOf(service, { key: ours }, `/v1/workflows/${id}/${what}`), 200)
        equal(await statusOf(service, { key: theirs }, `/v1/workflows/${id}/${what}`), 404)
      }
    },
  },
  {
    name: 'an idempotency key is its tenant’s',
    holds: async ({ service, key, acme, other }) => {
      const headers = { 'idempotency-key': crypto.randomUUID() }
      const ask = async (tenant: string) => {
        const answer = await service.ask('POST', '/v1/workflows', {
          key: (await key(tenant)).key,
          headers,
          body: workflow,
        })
        equal(answer.statusCode, 202)
        return answer.json().workflow_id
      }
      const ids = [await ask(acme), await ask(other), await ask(acme), await ask(other)]
      deepEqual([ids[0] === ids[2], ids[1] === ids[3], ids[0] === ids[1]], [true, true, false])
    },
  },
  {
    name: 'an idempotency key is for one request',
    holds: async ({ service, key, acme }) => {
      const headers = { 'idempotency-key': crypto.randomUUID() }
      const own = (await key(acme)).key
      const ask = (type: string) =>
        service.ask('POST', '/v1/workflows', {
          key: own,
          headers,
          body: { ...workflow, workflow_type: type },
        })
      const [first, again, another] = [await ask('redeploy'), await ask('redeploy'), await ask('rollback')]
      deepEqual([first.statusCode, again.body, another.statusCode], [202, first.body, 422])
    },
  },
  // Releases.
  {
    name: 'releases are their tenant’s',
    holds: async ({ service, key, acme, other }) => {
      const [theirs, ours] = [(await key(other)).key, (await key(acme)).key]
      const answer = await service.ask('POST', '/v1/releases/events', { key: ours, body: ofSomeRun() })
      const { release_id: id } = answer.json()
      equal(await statusOf(service, { key: ours }, `/v1/releases/${id}`), 200)
      equal(await statusOf(service, { key: theirs }, `/v1/releases/${id}`), 404)
      const { items } = (await service.ask('GET', '/v1/releases?limit=100', { key: theirs })).json()
      equal(items.map((each: { readonly id: string }) => each.id).includes(id), false)
    },
  },
  {
    name: 'releases are reported by who may report, and read by who may read',
    holds: async ({ service, key, acme }) => {
      const [reader, reporter] = [
        (await key(acme, { scopes: ['releases:read'] })).key,
        (await key(acme, { scopes: ['releases:write'] })).key,
      ]
      const report = async (by: string) =>
        (await service.ask('POST', '/v1/releases/events', { key: by, body: ofSomeRun() })).statusCode
      deepEqual([await report(reporter), await report(reader)], [202, 403])
      for (const url of ['/v1/releases', `/v1/releases/${crypto.randomUUID()}`]) {
        notEqual(await statusOf(service, { key: reader }, url), 403)
        equal(await statusOf(service, { key: reporter }, url), 403)
      }
      const { statusCode } = await service.follow('GET', '/v1/releases/stream', { key: reporter })
      equal(statusCode, 403)
    },
  },
  {
    name: 'a report counts once, and its id is for no other',
    holds: async ({ service, key, acme, query }) => {
      const own = (await key(acme)).key
      const event = ofSomeRun()
      const report = (body: ReleaseEvent) => service.ask('POST', '/v1/releases/events', { key: own, body })
      const [first, again] = [await report(event), await report(event)]
      deepEqual([first.statusCode, again.statusCode, again.body], [202, 202, first.body])
      const kept = await query('SELECT 1 FROM release_events WHERE event_id = $1', [event.id])
      const told = await query("SELECT 1 FROM outbox WHERE event->>'id' = $1", [event.id])
      deepEqual([kept.length, told.length], [1, 1])
      const other = { ...event, data: { ...event.data, name: 'another' } }
      equal((await report(other)).statusCode, 422)
    },
  },
  {
    name: 'a release has no more reports than anybody needs',
    holds: async ({ service, key, acme, query }) => {
      const own = (await key(acme)).key
      const event = ofSomeRun()
      const { release_id: id } = (
        await service.ask('POST', '/v1/releases/events', { key: own, body: event })
      ).json()
      await query(
        `INSERT INTO release_events (tenant_id, position, release_id, source, event_id, event, received_at)
         SELECT tenant_id, position + n, release_id, source, gen_random_uuid(), event, received_at
           FROM release_events, generate_series(1, 999) n WHERE release_id = $1`,
        [id],
      )
      const more = { ...event, id: crypto.randomUUID() }
      const answer = await service.ask('POST', '/v1/releases/events', { key: own, body: more })
      await query('DELETE FROM release_events WHERE release_id = $1', [id])
      equal(answer.statusCode, 422)
    },
  },
  // What is asked, and how often.
  {
    name: 'an address is limited, also when it is refused',
    holds: async ({ start }) => {
      const limited = await start({ limits: { perAddress: 2 } })
      const ask = () => statusOf(limited, {})
      deepEqual([await ask(), await ask(), await ask()], [401, 401, 429])
    },
  },
  {
    name: 'an address is limited, whatever it says it is',
    holds: async ({ start }) => {
      const limited = await start({ limits: { perAddress: 2 } })
      const ask = (address: string) => statusOf(limited, { headers: { 'x-forwarded-for': address } })
      deepEqual([await ask('10.0.0.1'), await ask('10.0.0.2'), await ask('10.0.0.3')], [401, 401, 429])
    },
  },
  {
    name: 'a network of IPv6 is limited as one address',
    holds: async ({ start }) => {
      const limited = await start({ limits: { perAddress: 2 } })
      const ask = async (remoteAddress: string) =>
        (await limited.app.inject({ method: 'GET', url: '/v1/tenants/me', remoteAddress })).statusCode
      deepEqual(
        [await ask('2001:db8::1'), await ask('2001:db8::2'), await ask('2001:db8::3')],
        [401, 401, 429],
      )
      equal(await ask('2001:db8:0:1::1'), 401)
    },
  },
  {
    name: 'a principal is limited',
    holds: async ({ start, key, acme }) => {
      const limited = await start({ limits: { perPrincipal: 2 } })
      const [one, another] = [(await key(acme)).key, (await key(acme)).key]
      const ask = () => statusOf(limited, { key: one })
      deepEqual([await ask(), await ask(), await ask()], [200, 200, 429])
      equal(await statusOf(limited, { key: another }), 200)
    },
  },
  {
    name: 'a body that is too long is refused',
    holds: async ({ service, key, acme }) => {
      const body = { ...workflow, payload: { text: 'x'.repeat(70_000) } }
      equal(
        (await service.ask('POST', '/v1/workflows', { key: (await key(acme)).key, body })).statusCode,
        413,
      )
    },
  },
  {
    name: 'a payload that is too deep is refused',
    holds: async ({ service, key, acme }) => {
      const deep = `{"workflow_type":"redeploy","payload":{"deep":${'['.repeat(150)}${']'.repeat(150)}}}`
      const answer = await service.ask('POST', '/v1/workflows', {
        key: (await key(acme)).key,
        headers: { 'content-type': 'application/json' },
        body: deep,
      })
      equal(answer.statusCode, 422)
    },
  },
  {
    name: 'nothing in a body is converted',
    holds: async ({ service, key, acme }) => {
      const body = { ...workflow, workflow_type: true }
      equal(
        (await service.ask('POST', '/v1/workflows', { key: (await key(acme)).key, body })).statusCode,
        422,
      )
    },
  },
  {
    name: 'requests are turned away when it is late',
    holds: async ({ start }) => {
      const late = await start({ limits: { lateness: 20 } })
      const until = performance.now() + 300 // longer than from one look to the next
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 0))
      equal(await statusOf(late, {}), 503)
      equal(await statusOf(late, {}, '/health/live'), 200)
    },
  },
  {
    name: 'workflows are turned away when too many wait',
    holds: async ({ start, key, acme }) => {
      const flooded = await start()
      const own = (await key(acme)).key
      const answers = await Promise.all(
        Array.from({ length: 1_300 }, () =>
          flooded.ask('POST', '/v1/workflows', { key: own, body: workflow }),
        ),
      )
      ok(answers.some(({ statusCode }) => statusCode === 503))
    },
  },
  // What is told.
  {
    name: 'an error of its own is told to nobody',
    holds: async ({ service, key, acme, query }) => {
      await refuseType(query)
      const body = { workflow_type: 'refused-by-a-constraint', payload: { secret: 'told-to-nobody' } }
      const answer = await service.ask('POST', '/v1/workflows', { key: (await key(acme)).key, body })
      deepEqual(answer.json(), { type: 'about:blank', status: 503, title: 'The service cannot answer now.' })
    },
  },
  {
    name: 'its log has no value of a row and no key',
    holds: async ({ service, key, acme, query, log }) => {
      await refuseType(query)
      const { key: own } = await key(acme)
      const body = { workflow_type: 'refused-by-a-constraint', payload: { secret: 'logged-by-nobody' } }
      await service.ask('POST', '/v1/workflows', { key: own, body })
      const told = () => log().split('"answered"').length
      const before = told()
      await statusOf(service, { bearer: 'x.y.z' }, `/v1/tenants/me?key=${own}`)
      // It is written a moment later, in its order.
      for (let tries = 0; told() === before && tries < 100; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 20))
      const logged = log()
      // It does say what went wrong, and what was asked for.
      match(logged, /violates check constraint/)
      match(logged, /"\/v1\/tenants\/me.*"answered"/)
      equal(/logged-by-nobody|onxk_|x\.y\.z/.exec(logged)?.[0], undefined)
    },
  },
  {
    name: 'what is known is not said again',
    holds: async ({ service, key, acme }) => {
      const own = (await key(acme)).key
      const { headers } = await service.ask('GET', '/v1/tenants/me', { key: own })
      const known = { 'if-none-match': String(headers['etag']) }
      equal(await statusOf(service, { key: own, headers: known }), 304)
      equal(await statusOf(service, { headers: known }), 401)
    },
  },
  {
    name: 'it is not ready without its migrations',
    holds: async ({ start }) => {
      equal(await statusOf(await start({ database: 'behind' }), {}, '/health/ready'), 503)
    },
  },
  {
    name: 'it is not ready while it ends',
    holds: async ({ start }) => {
      const ending = await start()
      equal(await statusOf(ending, {}, '/health/ready'), 200)
      ending.drain()
      equal(await statusOf(ending, {}, '/health/ready'), 503)
    },
  },
]

/** A row that the database does not take, and quotes. */
async function refuseType(query: Subject['query']): Promise<void> {
  await query('ALTER TABLE workflows DROP CONSTRAINT IF EXISTS refused')
  await query(
    "ALTER TABLE workflows ADD CONSTRAINT refused CHECK (type <> 'refused-by-a-constraint') NOT VALID",
  )
}
