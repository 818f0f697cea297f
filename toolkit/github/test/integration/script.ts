/** A server on loopback that answers as a script says, to see how the client takes what GitHub may do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '../../../world/world.ts'
import { createGitHub, type GitHub } from '../../client.ts'

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown
  /** Breaks the connection instead of answering. */
  readonly hangUp?: true
  /** Never answers. */
  readonly silent?: true
}

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<IncomingMessage['headers']>
  readonly body: unknown
}

export interface ScriptedGitHub {
  readonly github: GitHub
  readonly asked: readonly Asked[]
  readonly lines: readonly string[]
  close(): Promise<void>
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) text += String(chunk)
  return text === '' ? undefined : JSON.parse(text)
}

function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = {}, hangUp, silent }: Answer,
): void {
  if (silent) return
  if (hangUp) {
    response.socket?.destroy()
    return
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers }).end(text)
}

/** @param script answers in order; the last one is repeated. */
export async function scriptGitHub(
  script: readonly Answer[],
  options: { readonly signal?: AbortSignal; readonly token?: string } = {},
): Promise<ScriptedGitHub> {
  const asked: Asked[] = []
  const lines: string[] = []
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      send(response, script[Math.min(asked.length, script.length) - 1] ?? {})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on TCP
  const write = (text: string) => {
    lines.push(text)
  }
  const log: Logger = {
    colour: false,
    info: write,
    debug: write,
    group: (_title, work) => work(),
    progress: () => undefined,
    notice: write,
    warning: write,
    failure: (failure) => write(failure.message),
  }
  const github = createGitHub({
    apiUrl: `http://127.0.0.1:${port}`,
    token: options.token ?? 'ghs_test',
    repository: 'omninode-ai/omninode_infra',
    signal: options.signal ?? new AbortController().signal,
    random: () => 0,
    log,
    env: {},
  })
  return {
    github,
    asked,
    lines,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
