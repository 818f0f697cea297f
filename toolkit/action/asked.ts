import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { Step } from './step.ts'

/** What a run's caller names the place by. */
interface Asked {
  /** As the caller wrote it; not masked. */
  readonly words: string
  /** The same for a program: 12 hexadecimal digits, which tell the runs of a step on different places apart. */
  readonly hash: string
}

/** @param inputs input → text, as the caller passed it */
export function askedOf<S extends z.ZodObject>(
  step: Pick<Step<S>, 'name' | 'asked'>,
  inputs: Readonly<Record<string, string>>,
): Asked {
  const texts = [inputs['name'] ?? '', ...step.asked(inputs)]
  const given = texts.map((text) => text.trim()).filter((text) => text !== '')
  const hash = createHash('sha256')
    .update(JSON.stringify([step.name, given]))
    .digest('hex')
  return { words: given.join(' '), hash: hash.slice(0, 12) }
}
