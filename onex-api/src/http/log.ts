/** One line of log a request, when it is answered; nothing in it is of the request's values, nor of its headers. */
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { type DestinationStream, destination } from 'pino'

/** Bytes: so many lines are not gathered. */
const MOST_GATHERED = 8_192

/** Standard output. What is logged in one turn of the event loop is one write: each costs as much as its line. */
export function standardOutput(): DestinationStream {
  const output = destination({ dest: 1, sync: true, minLength: MOST_GATHERED })
  let due = false
  const flush = () => {
    due = false
    output.flush()
  }
  process.once('exit', () => output.flushSync())
  return {
    write: (line) => {
      output.write(line)
      if (due) return
      due = true
      setImmediate(flush)
    },
  }
}

export class OneLine extends LogController {
  override incomingRequest(): void {
    // It is told with its answer.
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = {
      method: request.method,
      // Not the path: what stands in it may be a secret that was put there by mistake.
      route: request.is404 ? 'none' : request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      principal: request.principal?.name,
      trace_id: request.span?.spanContext().traceId,
    }
    if (error) reply.log.error({ ...line, err: error }, 'the answer was cut off')
    else reply.log.info(line, 'answered')
  }
}
