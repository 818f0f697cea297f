/** What one request costs, complete but for the insert: beside node's own server, and beside FastAPI with uvicorn. */
import { join } from 'node:path'
import { median, type Report } from '../report/report.ts'
import { prepareFastApi } from './fastapi.ts'
import {
  accepted,
  cpuSeconds,
  nodeArguments,
  nodeOptions,
  type Running,
  type Server,
  type Stage,
} from './stage.ts'

const CONNECTIONS = 16
const SECONDS = 3
const WARM_UP = 2

interface Shot {
  /** Microseconds of a core for each request. */
  readonly cost: number
  readonly perSecond: number
}

async function shoot(stage: Stage, running: Running, seconds: number): Promise<Shot> {
  const before = cpuSeconds(running.pid)
  const seen = await stage.drive(running, { connections: CONNECTIONS, seconds })
  const requests = accepted(seen)
  return {
    cost: ((cpuSeconds(running.pid) - before) / requests) * 1e6,
    perSecond: requests / seen.seconds,
  }
}

export async function request(stage: Stage): Promise<Report> {
  const { python, packages } = await prepareFastApi(stage)
  const script = (name: string) => [join(import.meta.dirname, name)]
  const node = process.execPath
  const uvicorn = ['-m', 'uvicorn', 'fastapi_app:app', '--app-dir', import.meta.dirname, '--no-access-log']
  const servers = {
    bare: { name: 'bare node http', command: node, args: script('bare.ts') },
    ours: {
      name: 'onex-api',
      command: node,
      args: [...nodeArguments, ...script('without-insert.ts')],
      env: { NODE_OPTIONS: nodeOptions },
    },
    logging: {
      name: 'onex-api, one line of log',
      command: node,
      args: [...nodeArguments, ...script('without-insert.ts')],
      env: { LOG_LEVEL: 'info', NODE_OPTIONS: nodeOptions },
    },
    fastapi: {
      name: 'FastAPI, uvicorn',
      command: 'sh',
      // It takes its port as an argument.
      args: ['-c', 'exec "$@" --port "$PORT"', 'sh', python, ...uvicorn],
      env: { PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' },
    },
  } satisfies Record<string, Server>
  const all: { readonly server: Server; readonly running: Running; readonly shots: Shot[] }[] = []
  for (const server of Object.values(servers))
    all.push({ server, running: await stage.start(server), shots: [] })
  for (const { running } of all) await shoot(stage, running, WARM_UP)
  for (let round = 1; round <= stage.rounds; round++)
    for (const { server, running, shots } of all) {
      const shot = await shoot(stage, running, SECONDS)
      shots.push(shot)
      stage.progress(
        `a request, round ${round} of ${stage.rounds}: ${server.name} ${shot.cost.toFixed(1)} µs`,
      )
    }
  for (const { running } of all) await running.stop()
  const costs = (wanted: Server) =>
    (all.find(({ server }) => server === wanted)?.shots ?? []).map(({ cost }) => cost)
  // Of each round, so that a machine that is busy for a while is busy for both.
  const ratio = (one: Server, other: Server) =>
    median(costs(one).map((cost, round) => cost / (costs(other)[round] ?? Number.NaN)))
  return {
    title: `POST /v1/workflows complete but for the insert; ${CONNECTIONS} connections, ${stage.rounds} rounds of ${SECONDS} s`,
    header: ['server', 'CPU a request', 'least', 'most', 'to bare node', 'requests a second'],
    rows: all.map(({ server, shots }) => {
      const each = shots.map(({ cost }) => cost)
      return [
        server.name,
        `${median(each).toFixed(1)} µs`,
        `${Math.min(...each).toFixed(1)} µs`,
        `${Math.max(...each).toFixed(1)} µs`,
        `${ratio(server, servers.bare).toFixed(2)} ×`,
        median(shots.map(({ perSecond }) => perSecond)).toFixed(0),
      ]
    }),
    notes: [],
    bounds: [
      { what: 'onex-api', value: ratio(servers.ours, servers.bare), most: 2, unit: '× bare node’s CPU' },
      {
        what: 'onex-api with one line of log',
        value: ratio(servers.logging, servers.bare),
        most: 2.6,
        unit: '× bare node’s CPU',
      },
      {
        what: 'onex-api',
        value: ratio(servers.fastapi, servers.ours),
        least: 4,
        unit: '× FastAPI’s requests per core',
      },
    ],
  }
}
