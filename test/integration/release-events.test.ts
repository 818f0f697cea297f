/** A release tells onex-api of itself, as it runs on a real database, with a token that a realm gives for GitHub's. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { openStage, type Stage } from '#toolkit/review/test/stage.ts'
import { playJob } from '#toolkit/runtime/test/integration/job.ts'
import { stepTo, Target } from '#toolkit/runtime/test/integration/target.ts'
import { createRole, migrate } from '../../onex-api/test/database.ts'
import { createKey, type Issuer, startIssuer } from '../../onex-api/test/issuer.ts'
import {
  databaseConfig,
  type Service,
  seedKey,
  seedTenant,
  startService,
} from '../../onex-api/test/service.ts'

const clock = { read: () => new Date() }
let [temp, tenant, key, url, roles]: string[] = []
let postgres: Postgres
let issuer: Issuer
let service: Service
let stage: Stage
let realm: Server

beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'omninode-release-events-'))
  stage = await openStage()
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  const signing = await createKey('first')
  issuer.publish(signing)
  service = await startService({ database: databaseConfig(postgres, 'onex', password), clock, oidc: issuer })
  tenant = await seedTenant(postgres, 'onex', 'acme', clock.read())
  key = (await seedKey(postgres, 'onex', tenant, clock.read())).key
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  // A realm that gives its token for what GitHub's issuer signed for it.
  const jwks = createRemoteJWKSet(new URL(`${stage.issuer.url}/.well-known/jwks`))
  realm = createServer((request, response) => {
    let form = ''
    request.on('data', (part) => {
      form += part
    })
    request.on('end', async () => {
      try {
        const assertion = new URLSearchParams(form).get('client_assertion') ?? ''
        await jwtVerify(assertion, jwks, { audience: url ?? '' })
        const access = await issuer.sign(signing, {
          azp: 'onex-service',
          tenant_id: tenant,
          resource_access: { 'onex-api': { roles: [roles] } },
        })
        response.end(JSON.stringify({ access_token: access, expires_in: 300 }))
      } catch {
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => realm.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(realm.address() as AddressInfo).port}` // it listens
}, 60_000)
afterAll(async () => {
  realm.close()
  await service.close()
  await issuer.stop()
  await postgres.stop()
  await stage.stop()
  rmSync(temp ?? '', { recursive: true, force: true })
})

let counter = 0
function play(role: string, target: Target) {
  roles = role
  const { port } = service.app.server.address() as AddressInfo // it listens
  const identity = pushJob(REPOSITORY, { sha: 'e'.repeat(40), runId: String(80_000 + ++counter) })
  return playJob(stage, temp ?? '', stepTo(target, { a: 1, b: 2 }), {
    identity,
    command: 'apply',
    permissions: {},
    inputs: {
      reviewed: 'off',
      name: 'production',
      'events-url': `http://127.0.0.1:${port}/v1/releases/events`,
      'events-issuer': url ?? '',
    },
  })
}
const releases = async () => (await service.ask('GET', '/v1/releases', { key: key ?? '' })).json().items

test('a release is known to onex-api, and on its way to the broker, with all that it did', async () => {
  const told = await play('releases:write', new Target())
  expect([told.code, told.warnings]).toEqual([0, []])
  expect(await releases()).toMatchObject([
    {
      run_id: '80001',
      status: 'applied',
      parts: [{ step: 'deploy', name: 'production', target: 'numbers here', status: 'applied' }],
    },
  ])
  const { rows } = await postgres.query('onex', 'SELECT topic, key FROM outbox ORDER BY position')
  expect(rows).toEqual(
    ['started', 'planned', 'applied'].map((report) => ({
      topic: `onex.evt.omninode-infra.release-${report}.v1`,
      key: tenant,
    })),
  )
})

test('a release that fails is known with why', async () => {
  const target = new Target()
  target.patience = 1
  expect((await play('releases:write', target)).code).toBe(1)
  expect((await releases())[0]).toMatchObject({
    run_id: '80002',
    status: 'failed',
    parts: [{ failures: [{ code: 'CUT_OFF', what: 'The run was cut off.' }] }],
  })
})

test('a job whose client may not report is told so, and releases all the same', async () => {
  const target = new Target()
  const told = await play('releases:read', target)
  expect([told.code, target.live]).toEqual([0, { a: 1, b: 2 }])
  expect(told.warnings).toEqual([expect.stringContaining('It answered 403')])
  expect(await releases()).toHaveLength(2)
})
