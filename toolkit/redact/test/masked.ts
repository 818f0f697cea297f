import type { Masked } from '../masked.ts'
import { createRedactor } from '../redactor.ts'

/** A value that holds no secret. */
export function masked<T>(value: T): Masked<T> {
  return createRedactor().masked(value)
}
