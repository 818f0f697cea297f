import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type Chromium, startChromium } from '../../../sandbox/chromium/chromium.ts'
import { Clock, type Service, startService } from '../service.ts'

const pictures = join(import.meta.dirname, '../../../sandbox/out/pages')
let service: Service
let chromium: Chromium
let page: Page
const asked: string[] = []
const said: string[] = []
let origin: string

/** It describes itself also while the database and the issuer are away. */
beforeAll(async () => {
  service = await startService({
    database: { host: '127.0.0.1', port: 1, name: 'none', user: 'none', password: 'none', tls: 'disable' },
    clock: new Clock(),
    oidc: { url: 'http://127.0.0.1:1', jwksUrl: 'http://127.0.0.1:1' },
  })
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo // it listens
  origin = `http://127.0.0.1:${port}`
  chromium = await startChromium({ progress: () => undefined })
  page = await chromium.browser.newPage({ viewport: { width: 1_280, height: 1_600 } })
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(error.message))
}, 120_000)
afterAll(async () => {
  await chromium.stop()
  await service.close()
})

test('the documentation shows every route, and no request leaves the origin', async () => {
  await page.goto(`${origin}/docs`)
  await page.getByText('/v1/workflows/{id}/receipt').waitFor()
  const operations = await page.locator('.opblock-summary').allInnerTexts()
  expect(
    operations
      .map((text) =>
        text
          .replace(/\s+/g, ' ')
          .replace(/\u200b/g, '')
          .trim(),
      )
      .sort(),
  ).toEqual([
    expect.stringMatching(/^DELETE \/v1\/api-keys\/\{id\} /),
    expect.stringMatching(/^GET \/health\/live /),
    expect.stringMatching(/^GET \/health\/ready /),
    expect.stringMatching(/^GET \/v1\/api-keys /),
    expect.stringMatching(/^GET \/v1\/releases /),
    expect.stringMatching(/^GET \/v1\/releases\/stream /),
    expect.stringMatching(/^GET \/v1\/releases\/\{id\} /),
    expect.stringMatching(/^GET \/v1\/tenants\/me /),
    expect.stringMatching(/^GET \/v1\/workflows\/\{id\}\/receipt /),
    expect.stringMatching(/^GET \/v1\/workflows\/\{id\}\/status /),
    expect.stringMatching(/^POST \/v1\/api-keys /),
    expect.stringMatching(/^POST \/v1\/api-keys\/\{id\}\/rotate /),
    expect.stringMatching(/^POST \/v1\/releases\/events /),
    expect.stringMatching(/^POST \/v1\/workflows /),
  ])
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, 'onex-api-docs.png'), fullPage: true })
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([])
  expect(said).toEqual([])
}, 60_000)

test('a route is opened with its body, its answers and its two ways in, and tried from there', async () => {
  await page.locator('.opblock-summary', { hasText: 'Accepts a workflow' }).click()
  await page.getByText('no broker is waited for').first().waitFor()
  for (const status of ['202', '4XX', '5XX'])
    await page.locator('.response-col_status', { hasText: status }).first().waitFor()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  // Whoever is not let in sees the problem.
  await page
    .locator('.live-responses-table', { hasText: 'A valid bearer token or x-api-key is required.' })
    .waitFor()
  await page.screenshot({ path: join(pictures, 'onex-api-docs-route.png'), fullPage: true })
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([])
}, 60_000)
