import type { Remembered } from '../../model/plan.ts'
import type { Forwards } from '../step.ts'

/** Allows everything, as when nobody looks. */
export function forwards(next: Remembered = { commit: '0'.repeat(40), run: '1' }): Forwards {
  return { next, allow: async () => undefined }
}
