/**
 * A program that starts the service of any copy of the source, tries all protections on it, and then serves it, so that
 * others can look at it from outside, until it is killed.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { createKey, type Issuer, startIssuer } from './issuer.ts'
import { protections, type Subject } from './protections.ts'
import { Clock, type Seeding, type Service, seedKey, seedTenant, startService } from './service.ts'

/** What it is told in the variable SUBJECT. */
export interface SubjectOptions {
  /** The `src` that is looked at. */
  readonly source: string
  /** Of the superuser: `onex` and `behind` are there. */
  readonly url: string
  readonly password: string
  /** Where its standard output goes. */
  readonly log: string
  /** Where what was found is written to, once it serves. */
  readonly found: string
}

export interface Found {
  /** Protection → what is wrong; undefined when it holds. */
  readonly red: Readonly<Record<string, string>>
  readonly held: readonly string[]
  readonly url: string
  readonly key: string
  readonly authorization: string
}

async function look(options: SubjectOptions): Promise<void> {
  const load = (file: string) => import(pathToFileURL(join(options.source, file)).href)
  const [{ createServer }, { issueKey }, { Bearers }] = await Promise.all([
    load('server.ts'),
    load('authentication/api-keys.ts'),
    load('authentication/bearer.ts'),
  ])
  const superuser = new pg.Client({ connectionString: options.url })
  await superuser.connect()
  const seeding: Seeding = { query: (_database, sql, values = []) => superuser.query(sql, [...values]) }
  const server = new URL(options.url)
  const clock = new Clock()
  const services: Service[] = []
  const issuers: Issuer[] = []
  const startAnother = async () => {
    const issuer = await startIssuer(clock.read)
    issuers.push(issuer)
    return issuer
  }
  const issuer = await startAnother()
  const signing = await createKey('first')
  issuer.publish(signing)
  const start: Subject['start'] = async ({ database = 'onex', issuer: other = issuer, ...rest } = {}) => {
    const service = await startService({
      database: {
        host: server.hostname,
        port: Number(server.port),
        name: database,
        user: 'onex_api',
        password: options.password,
        tls: 'disable',
      },
      clock,
      oidc: other,
      create: createServer,
      ...rest,
    })
    services.push(service)
    return service
  }
  const service = await start()
  const [acme, other] = [
    await seedTenant(seeding, 'onex', `acme-${process.pid}`, clock.read()),
    await seedTenant(seeding, 'onex', `other-${process.pid}`, clock.read()),
  ]
  const subject: Subject = {
    clock,
    issuer,
    signing,
    service,
    acme,
    other,
    Bearers,
    key: (tenant, seed) => seedKey(seeding, 'onex', tenant, clock.read(), { ...seed, issue: issueKey }),
    start,
    startIssuer: startAnother,
    query: async (sql, values = []) => (await superuser.query(sql, [...values])).rows,
    log: () => readFileSync(options.log, 'utf8'),
  }
  const red: Record<string, string> = {}
  for (const { name, holds } of protections) {
    try {
      await holds(subject)
    } catch (error) {
      red[name] = error instanceof Error ? error.message : String(error)
    }
    for (const each of services.splice(1)) await each.close()
    for (const each of issuers.splice(1)) await each.stop()
  }
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo // it listens on TCP
  const found: Found = {
    red,
    held: protections.map(({ name }) => name).filter((name) => red[name] === undefined),
    url: `http://127.0.0.1:${port}`,
    key: (await subject.key(acme)).key,
    authorization: `Bearer ${await issuer.sign(signing, { tenant_id: acme })}`,
  }
  // Whole, as soon as it is there.
  writeFileSync(`${options.found}.part`, JSON.stringify(found))
  renameSync(`${options.found}.part`, options.found)
}

const { SUBJECT } = process.env
if (SUBJECT !== undefined) await look(JSON.parse(SUBJECT))
