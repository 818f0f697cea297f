/** What is turned away at once is better off than what is answered too late; the probes are answered always. */
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/** Milliseconds between two looks at how late the event loop is. */
const SAMPLE = 250

/** @param most milliseconds that a timer may be late; what comes until the next look is turned away after more */
export function shedLoad(app: FastifyInstance, most: number): void {
  let due = performance.now() + SAMPLE
  let late = 0
  const timer = setInterval(() => {
    const now = performance.now()
    late = now - due
    due = now + SAMPLE
  }, SAMPLE).unref()
  app.addHook('onClose', async () => clearInterval(timer))
  app.addHook('onRequest', (request, _reply, done) => {
    if (late <= most || request.routeOptions.url?.startsWith('/health/') === true) return done()
    done(new Problem(503, 'The service has too much to do.', { headers: { 'retry-after': '1' } }))
  })
}
