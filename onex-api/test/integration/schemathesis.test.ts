/** Somebody else's reading of the description: what it says is what is answered, in each way that schemathesis knows. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { runSchemathesis } from '../../../sandbox/schemathesis/schemathesis.ts'
import { runs, seed } from '../../../test/repetitions.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { databaseConfig, type Service, seedKey, seedTenant, startService } from '../service.ts'

const clock = { read: () => new Date() }
const full = runs(100) === 100
const silent = { progress: () => undefined }
let folder: string
let postgres: Postgres
let issuer: Issuer
let service: Service
let url: string
let key: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-schemathesis-'))
  postgres = await startPostgres(silent)
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(clock.read)
  issuer.publish(await createKey('first'))
  service = await startService({
    database: databaseConfig(postgres, 'onex', password),
    clock,
    oidc: issuer,
    limits: { perAddress: 10_000_000, perPrincipal: 10_000_000 },
  })
  const now = clock.read()
  key = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'acme', now), now)).key
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}` // it listens on TCP
}, 60_000)
afterAll(async () => {
  await service.close()
  await issuer.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * All that it knows but two: it would have everything taken that has the form of the description, which cannot say that
 * an end is in the future or a cursor of this list; and 405 for a method that a path has not, which is 404 here, as for
 * every route that is not there.
 */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'allow_header_conformance',
  'use_after_free',
  'ensure_resource_availability',
  'ignored_auth',
]

test('schemathesis agrees with the description', async () => {
  const { agrees, report } = await runSchemathesis({
    ...silent,
    url,
    headers: { 'x-api-key': key },
    examples: runs(100),
    seed,
    checks,
    // What is systematic is the same each time, and takes the longest.
    phases: full ? ['examples', 'coverage', 'fuzzing', 'stateful'] : ['fuzzing', 'stateful'],
    folder,
  })
  expect(agrees ? '' : report).toBe('')
  expect(report).toMatch(/\d+ generated/)
}, 600_000)
