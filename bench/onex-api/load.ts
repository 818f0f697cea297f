/**
 * A program that asks a server for the same over and over, and prints what it saw. Bare sockets and no more of HTTP
 * than it needs: so much less than a server that it never is what is measured.
 */
import { connect, type Socket } from 'node:net'

/** How it is told what to do: JSON, its one argument. */
export interface Load {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly connections: number
  readonly seconds: number
  /** Requests in a second, at even distances, whatever the server does; without it each connection asks again at once. */
  readonly rate?: number
}

/** What it prints: JSON. */
export interface Seen {
  readonly seconds: number
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
  /** Milliseconds from when a request was due to the end of its answer; at a rate, of those after the warm-up. */
  readonly p50: number
  readonly p99: number
}

interface Connection {
  readonly socket: Socket
  received: string
  /** When the request that it waits for was due. */
  due: number
}

const load: Load = JSON.parse(process.argv[2] ?? '')
const head = Object.entries({
  host: `127.0.0.1:${load.port}`,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(load.body)),
  ...load.headers,
}).map(([name, value]) => `${name}: ${value}\r\n`)
const request = Buffer.from(`POST ${load.path} HTTP/1.1\r\n${head.join('')}\r\n${load.body}`)

/** Milliseconds. */
const WARM_UP = 2_500

const statuses: Record<string, number> = {}
const times: number[] = []
const free: Connection[] = []
/** When the requests were due for which no connection is free. */
const waiting: number[] = []
/** When what is asked begins to count. */
let counted = Number.POSITIVE_INFINITY
let ending = false
let open = 0

/** @returns where the answer ends; undefined while it is not complete */
function endOf(text: string): number | undefined {
  const body = text.indexOf('\r\n\r\n')
  if (body === -1) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, body))?.[1]
  if (length === undefined) throw new Error(`the answer does not say how long it is: ${text.slice(0, body)}`)
  const end = body + 4 + Number(length)
  return text.length >= end ? end : undefined
}

function ask(connection: Connection, due: number): void {
  connection.due = due
  connection.socket.write(request)
}

function next(connection: Connection): void {
  if (ending) {
    connection.socket.destroy()
    open -= 1
    if (open === 0) finish()
  } else if (load.rate === undefined) ask(connection, performance.now())
  else {
    const due = waiting.shift()
    if (due === undefined) free.push(connection)
    else ask(connection, due)
  }
}

async function start(): Promise<Connection> {
  const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true })
  const connection: Connection = { socket, received: '', due: 0 }
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    connection.received += chunk
    const end = endOf(connection.received)
    if (end === undefined) return
    const status = connection.received.slice(9, 12)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (connection.due >= counted) times.push(performance.now() - connection.due)
    connection.received = connection.received.slice(end)
    next(connection)
  })
  socket.on('close', () => {
    if (!ending) throw new Error('the server ended a connection')
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  open += 1
  return connection
}

function finish(): void {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  const seen: Seen = { seconds: (performance.now() - began) / 1_000, statuses, p50: at(0.5), p99: at(0.99) }
  console.log(JSON.stringify(seen))
  process.exit()
}

const connections: Connection[] = []
for (let count = 0; count < load.connections; count++) connections.push(await start())
const began = performance.now()
// At a rate this program would be measured as well, which is compiled on the way: 20 ms of its core in the second second.
counted = load.rate === undefined ? began : began + WARM_UP
const until = began + load.seconds * 1_000
const end = () => {
  ending = true
  // Those that wait for an answer end when they have it.
  for (const connection of free.splice(0)) next(connection)
}
if (load.rate === undefined) {
  for (const connection of connections) next(connection)
  setTimeout(end, load.seconds * 1_000)
} else {
  const distance = 1_000 / load.rate
  free.push(...connections)
  let due = began
  const tick = () => {
    const now = performance.now()
    for (; due <= now && due < until; due += distance) {
      const connection = free.pop()
      if (connection === undefined) waiting.push(due)
      else ask(connection, due)
    }
    // Each millisecond those that are due: to look without a pause would take the core from the database, which shares it.
    if (due < until || waiting.length > 0) setTimeout(tick, 1)
    else end()
  }
  tick()
}
