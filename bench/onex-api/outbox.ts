/** Workflows that are kept, with their events: beside pgbench with the same statement for one of them at a time. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { INSERT } from '../../onex-api/src/outbox/intake.ts'
import { median, type Report } from '../report/report.ts'
import { accepted, DATABASE, onexApi, type Running, type Stage } from './stage.ts'

const SECONDS = 4
const WARM_UP = 3
/** Requests in flight → how many times what pgbench reaches. */
const WANTED = [
  [32, 1],
  [128, 3],
] as const

/** One workflow as its parameter has it, but for what differs from one to the next. */
const WORKFLOW = JSON.stringify([
  {
    event: {
      specversion: '1.0',
      id: 'EVENT',
      source: '/onex-api',
      type: 'onex.cmd.onex-api.workflow-start.v1',
      subject: 'WORKFLOW',
      time: '2026-11-24T12:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:omninode:event:onex.cmd.onex-api.workflow-start.v1',
      data: {
        workflow_id: 'WORKFLOW',
        tenant_id: 'TENANT',
        workflow_type: 'redeploy',
        payload: { lane: 'dev', reason: 'a new image', images: ['onex-api', 'omniweb'], dry_run: false },
        requested_by: 'user:5b3c1f0e-0000-4000-8000-000000000001',
      },
    },
    request_sha256: '85738f8f9a7f1b04b5329c590ebcb9e425925c6d0984089c43a022de4f19c281',
  },
])

/** pgbench takes a colon before a name for a variable of its own: those between names and values get a space, those in texts are escaped. */
function withoutColons(json: string): string {
  return json.replaceAll('":', '": ').replaceAll(/:(?! )/g, '\\u003a')
}

/** The statement with its parameter in its place, another workflow each time. */
function script(): string {
  const workflow = [
    ['EVENT', 'gen_random_uuid()'],
    ['WORKFLOW', 'gen_random_uuid()'],
    ['TENANT', '(SELECT id FROM tenants)'],
  ].reduce(
    (text, [name, value]) => `replace(${text}, '${name}', ${value}::text)`,
    `'${withoutColons(WORKFLOW)}'`,
  )
  return `${INSERT.replace('$1::jsonb', () => `${workflow}::jsonb`)
    .trim()
    .replaceAll(/\n\s*/g, ' ')};\n`
}

async function pgbench(stage: Stage, file: string, clients: number): Promise<number> {
  const options = [
    '-n',
    '-M',
    'prepared',
    '-f',
    file,
    '-c',
    String(clients),
    '-j',
    '1',
    '-T',
    String(SECONDS),
  ]
  const { stdout } = await promisify(execFile)('taskset', [
    '-c',
    '0',
    'pgbench',
    ...options,
    stage.postgres.url(DATABASE),
  ])
  const tps = /^tps = ([\d.]+)/m.exec(stdout)?.[1]
  if (tps === undefined) throw new Error(`pgbench said:\n${stdout}`)
  return Number(tps)
}

async function ours(stage: Stage, running: Running, connections: number): Promise<number> {
  const seen = await stage.drive(running, { connections, seconds: SECONDS })
  return accepted(seen) / seen.seconds
}

export async function outbox(stage: Stage): Promise<Report> {
  const file = join(stage.folder, 'accept.sql')
  writeFileSync(file, script())
  const running = await stage.start(onexApi)
  await stage.drive(running, { connections: 32, seconds: WARM_UP })
  const results = WANTED.map(([inFlight, least]) => ({
    inFlight,
    least,
    base: [] as number[],
    own: [] as number[],
  }))
  for (let round = 1; round <= stage.rounds; round++)
    for (const { inFlight, base, own } of results) {
      await stage.postgres.query(DATABASE, 'TRUNCATE workflows, outbox')
      base.push(await pgbench(stage, file, inFlight))
      await stage.postgres.query(DATABASE, 'TRUNCATE workflows, outbox')
      own.push(await ours(stage, running, inFlight))
      stage.progress(
        `the outbox, round ${round} of ${stage.rounds}: ${inFlight} in flight, pgbench ${base.at(-1)?.toFixed(0)}, onex-api ${own.at(-1)?.toFixed(0)}`,
      )
    }
  await running.stop()
  const ratio = ({ base, own }: (typeof results)[number]) =>
    median(own.map((each, round) => each / (base[round] ?? Number.NaN)))
  return {
    title: `workflows kept in a second, ${stage.rounds} rounds of ${SECONDS} s`,
    header: ['in flight', 'pgbench', 'onex-api', 'to pgbench'],
    rows: results.map((result) => [
      String(result.inFlight),
      median(result.base).toFixed(0),
      median(result.own).toFixed(0),
      `${ratio(result).toFixed(2)} ×`,
    ]),
    notes: [],
    bounds: results.map((result) => ({
      what: `onex-api with ${result.inFlight} in flight`,
      value: ratio(result),
      least: result.least,
      unit: '× pgbench with the same statement',
    })),
  }
}
