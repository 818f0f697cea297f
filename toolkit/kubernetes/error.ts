/** An API server's refusal, with what its Status object says. */
export class KubernetesError extends Error {
  override readonly name = 'KubernetesError'
  /** The HTTP status. */
  readonly status: number
  /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, … */
  readonly reason: string
  readonly causes: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[]

  constructor(status: number, body: string) {
    const { reason, message, details } = parse(body)
    super(message ?? `the API server answered ${status}`)
    this.status = status
    this.reason = reason ?? ''
    this.causes = details?.causes ?? []
  }
}

interface Status {
  readonly reason?: string
  readonly message?: string
  readonly details?: { readonly causes?: KubernetesError['causes'] }
}

function parse(body: string): Status {
  try {
    return JSON.parse(body)
  } catch {
    return body.trim() === '' ? {} : { message: body.trim().slice(0, 500) }
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof KubernetesError && error.status === 404
}
