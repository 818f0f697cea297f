/** Answers that a client has already are not sent again. */
import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Whether `If-None-Match` names it: weak ones are the same to a GET. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const readable = request.method === 'GET' || request.method === 'HEAD'
    if (!readable || reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload)
    const etag = `"${hash('sha256', payload, 'base64url').slice(0, 22)}"`
    reply.header('etag', etag)
    if (!isKnown(request.headers['if-none-match'], etag)) return done(null, payload)
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    done(null, '')
  })
}
