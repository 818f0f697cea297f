/**
 * How often what repeats is repeated, and what it begins with. `npm run soak` repeats it in full, `npm run unit`, which
 * is for while one works, a fiftieth, everything else a tenth: from a seed that is another one each time, so that many
 * runs together see as much.
 */
import { randomInt } from 'node:crypto'

const { SEED: given, REPEAT_ONE_IN: oneIn = '10' } = process.env

/** What is random begins with it; scripts/jest.ts says it, and SEED repeats a run. */
export const seed = given === undefined ? randomInt(2 ** 31) : Number(given)

/** @param full how often it is repeated in full */
export function runs(full: number): number {
  return Math.ceil(full / Number(oneIn))
}
