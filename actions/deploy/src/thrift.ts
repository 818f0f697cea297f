/** Memory of a release of many objects. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Of fewer, the little time that it takes counts for more. */
const MANY = 500

/**
 * Lets V8 collect what is dropped sooner: it would keep half as much again as is ever needed, for all that is answered
 * of each object is soon dropped.
 */
export function collectSoon(objects: number): void {
  if (objects < MANY) return
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
  // Of what was read, the texts are not needed any more; what V8 keeps for new objects shrinks only with this.
  setFlagsFromString('--expose-gc')
  const collect: (how: object) => void = runInNewContext('gc')
  collect({ type: 'major', flavor: 'last-resort', execution: 'sync' })
}
