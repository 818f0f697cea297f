/** Lets four jobs write one comment in an order that is bad for them. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Interleaving {
  /** In the place of the stand-in's. */
  readonly url: string
  stop(): void
}

/** From its look to its write a job takes up to twice that, which is less than each waits before it looks again. */
export const LONGEST_DELAY_MS = 400

/**
 * In front of the stand-in: the first looks of four jobs at a pull request are answered once all four have asked, so that
 * each has seen what none has written. Everything of one job comes and goes with the delay that this job has: while a
 * slow one is about to write, a quick one has looked again.
 * @param target address of the stand-in
 * @param delayOf of another job, in milliseconds
 */
export async function startInterleaving(target: string, delayOf: () => number): Promise<Interleaving> {
  const delays = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  const together = (path: string) =>
    new Promise<void>((resolve) => {
      const looks = [...(waiting.get(path) ?? []), resolve]
      waiting.set(path, looks)
      if (looks.length >= 4) for (const release of looks) release()
    })
  const proxy = createServer((request, response) => {
    const forward = async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const { method = '', url = '', headers } = request
      const content = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
      const { authorization = '', 'content-type': type = 'application/json' } = headers
      const delay = delays.get(authorization) ?? delayOf()
      delays.set(authorization, delay)
      await sleep(delay)
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { authorization, 'content-type': type },
        ...content,
      })
      const text = await answer.text()
      if (method === 'GET' && /\/comments\?/.test(url)) await together(url)
      await sleep(delay)
      response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(text)
    }
    // Whoever asked is gone, or the stand-in is.
    forward().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo // a TCP server has such an address
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
