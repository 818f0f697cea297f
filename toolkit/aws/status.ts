import { Failure } from '../model/failure.ts'

/** The HTTP status that AWS refused with, also of the failure that tells of it; undefined when AWS said nothing. */
export function httpStatusOf(error: unknown): number | undefined {
  if (error instanceof Failure) return error.code === 'AWS_ANSWER' ? undefined : httpStatusOf(error.cause)
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: unknown } } // what the SDK adds to its errors
  return typeof $metadata?.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined
}
