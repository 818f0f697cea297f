/** The base: node's own server, which reads the same request as JSON and answers the same, and does nothing else. */
import { createServer } from 'node:http'

// Connections that wait stay open, as ours do.
createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString())
    const answer = JSON.stringify({
      workflow_id: '019ab000-0000-7000-8000-000000000001',
      status: 'accepted',
      accepted_at: '2026-11-24T12:00:00.000Z',
    })
    response
      .writeHead(202, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(answer),
      })
      .end(answer)
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')
