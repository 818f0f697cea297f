/** Memory of a release of many objects. */
import { setFlagsFromString } from 'node:v8'

/** Of fewer, the little time that it takes counts for more. */
const MANY = 500

/**
 * Lets V8 collect what is dropped sooner, as long as it is not known how much there will be: it would keep half as much
 * again as is ever needed, for all that is read and answered of each object is soon dropped.
 * @returns is told how many objects there are
 */
export function collectSoon(): (objects: number) => void {
  setFlagsFromString('--semi-space-growth-factor=1')
  return (objects) => {
    setFlagsFromString(objects < MANY ? '--semi-space-growth-factor=2' : '--heap-growing-percent=30')
  }
}
