/** A provider registry's mirror over HTTPS, and a provider that is only ever installed. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { zipSync } from 'fflate'
import { platformName } from '../../src/tool/release.ts'

export interface Mirror {
  /** With the slash at its end that the CLI configuration must have. */
  readonly url: string
  /** Paths, in order. */
  readonly asked: string[]
  /** Answers instead of the mirror when it gives something else than undefined: a status, or half of the answer. */
  disturb: (path: string) => number | 'cut off' | undefined
  stop(): Promise<void>
}

/** Serves example.com/test/thing 1.0.0. */
export async function startMirror(tls: { cert: string; key: string }): Promise<Mirror> {
  const archive = Buffer.from(
    zipSync({ 'terraform-provider-thing_v1.0.0': new TextEncoder().encode('#!/bin/sh\nexit 1\n') }),
  )
  const json = (value: unknown) => Buffer.from(JSON.stringify(value))
  const base = '/example.com/test/thing'
  const answers: Readonly<Record<string, Buffer>> = {
    [`${base}/index.json`]: json({ versions: { '1.0.0': {} } }),
    [`${base}/1.0.0.json`]: json({ archives: { [platformName(process)]: { url: 'thing.zip' } } }),
    [`${base}/thing.zip`]: archive,
  }
  const asked: string[] = []
  const server: Server = createServer(tls, (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers[path]
    const instead = mirror.disturb(path) ?? (answer === undefined ? 404 : undefined)
    const type = path.endsWith('.json') ? 'application/json' : 'application/zip'
    if (typeof instead === 'number') response.writeHead(instead).end()
    else if (instead === 'cut off' && answer !== undefined) {
      response.writeHead(200, { 'content-type': type, 'content-length': answer.length })
      response.write(answer.subarray(0, answer.length / 2), () => response.destroy())
    } else response.writeHead(200, { 'content-type': type }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const mirror: Mirror = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, // a TCP server has such an address
    asked,
    disturb: () => undefined,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return mirror
}
