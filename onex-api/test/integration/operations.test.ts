import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { createRole, migrate } from '../database.ts'
import { createKey, type Issuer, startIssuer } from '../issuer.ts'
import { apiProcess } from '../processes.ts'
import { databaseConfig, seedKey, seedTenant } from '../service.ts'

const folder = mkdtempSync(join(tmpdir(), 'omninode-operations-'))
let postgres: Postgres
let issuer: Issuer
let api: Awaited<ReturnType<typeof apiProcess>>
let key: string

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  issuer = await startIssuer(() => new Date())
  issuer.publish(await createKey('first'))
  const now = new Date()
  key = (await seedKey(postgres, 'onex', await seedTenant(postgres, 'onex', 'acme', now), now)).key
  const database = databaseConfig(postgres, 'onex', password)
  api = await apiProcess({ database, oidc: issuer, bootstrap: '', folder, env: { LOG_LEVEL: 'info' } })
  await api.start()
}, 60_000)
afterAll(async () => {
  await api.stop()
  await issuer.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const accept = (headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${api.url}/v1/workflows`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ workflow_type: 'redeploy', payload: { password: 'of-the-body' } }),
  })

const lines = (): readonly Record<string, unknown>[] =>
  readFileSync(api.logFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a request is one line of log, with who asked and without what was sent', async () => {
  const before = lines().length
  expect((await accept({ cookie: 'session=of-the-cookie' })).status).toBe(202)
  expect(
    (await fetch(`${api.url}/v1/of-the-path?key=of-the-query`, { headers: { 'x-api-key': key } })).status,
  ).toBe(404)
  expect(
    (await fetch(`${api.url}/v1/tenants/me`, { headers: { authorization: 'Bearer of.the.header' } })).status,
  ).toBe(401)
  expect((await fetch(`${api.url}/health/ready`)).status).toBe(200)
  await sleep(100)
  expect(lines().slice(before)).toMatchObject([
    {
      method: 'POST',
      route: '/v1/workflows',
      status: 202,
      principal: expect.stringMatching(/^key:/),
      msg: 'answered',
    },
    { method: 'GET', route: 'none', status: 404 },
    { method: 'GET', route: '/v1/tenants/me', status: 401 },
  ])
  expect(readFileSync(api.logFile, 'utf8')).not.toMatch(/of-the|of\.the|onxk_|"headers"/)
})

test('its metrics are on a port of their own, and nothing else is there', async () => {
  const metrics = new URL(api.metricsUrl)
  expect((await fetch(`${api.url}/metrics`)).status).toBe(401)
  expect((await fetch(`${metrics.origin}/health/live`)).status).toBe(404)
  expect((await fetch(`${metrics.origin}/v1/tenants/me`, { headers: { 'x-api-key': key } })).status).toBe(404)
  const text = await (await fetch(metrics)).text()
  expect(text).toContain(
    'http_request_duration_seconds_count{method="POST",route="/v1/workflows",status="202"}',
  )
  expect(text).not.toMatch(/of-the|onxk_/)
})

test('when it stops it is not ready first, goes on answering, and what it accepted is kept', async () => {
  let [accepted, refused, unready] = [
    (await postgres.query('onex', 'SELECT FROM workflows')).rowCount ?? 0,
    0,
    0,
  ]
  let over = false
  const asking = Array.from({ length: 8 }, async () => {
    while (!over) {
      const status = await accept().then(
        async (response) => {
          await response.text()
          return response.status
        },
        () => 0,
      )
      if (status === 202) accepted += 1
      else if (status !== 0) refused += 1
      if (status === 202 && stopping && unready > 0) after += 1
    }
  })
  let stopping = false
  let after = 0
  await sleep(300)
  stopping = true
  const stopped = api.stop()
  for (let look = 0; look < 20 && unready === 0; look += 1) {
    if ((await fetch(`${api.url}/health/ready`)).status === 503) unready += 1
    await sleep(20)
  }
  await stopped
  over = true
  await Promise.all(asking)
  expect(unready).toBe(1)
  expect(after).toBeGreaterThan(10)
  expect(refused).toBe(0)
  expect((await postgres.query('onex', 'SELECT FROM workflows')).rowCount).toBe(accepted)
  expect((await postgres.query('onex', 'SELECT FROM outbox')).rowCount).toBe(accepted)
}, 60_000)
