/** One line of log a request, when it is answered; nothing in it is of the request's values, nor of its headers. */
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

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
    }
    if (error) reply.log.error({ ...line, err: error }, 'the answer was cut off')
    else reply.log.info(line, 'answered')
  }
}
