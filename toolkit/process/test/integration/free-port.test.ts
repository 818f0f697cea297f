import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import { freePort } from '../../daemon.ts'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

test('ports that are asked for at once are different ones, and can be listened on', async () => {
  const ports = await Promise.all(Array.from({ length: 300 }, freePort))
  expect(new Set(ports).size).toBe(300)
  await Promise.all(
    ports.map((port) => {
      const server = createServer()
      servers.push(server)
      return new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
    }),
  )
})

test('no connection that goes out takes a port that was given', async () => {
  const file = '/proc/sys/net/ipv4/ip_local_port_range'
  // The range of IANA, where the system does not say.
  const [first = 0] = existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).map(Number) : [49_152]
  for (const port of await Promise.all(Array.from({ length: 100 }, freePort)))
    expect(port).toBeLessThan(first)
})
