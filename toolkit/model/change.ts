import * as z from 'zod'
import { digest } from './canonical.ts'
import { Source } from './source.ts'

/**
 * `import`: what exists is taken over, and changed if `before` and `after` differ. `move`: it gets another address.
 * `forget`: it stays, and is not looked after any more.
 */
export const actions = [
  'create',
  'update',
  'replace',
  'delete',
  'import',
  'move',
  'forget',
  'run',
  'none',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** Stands for a sensitive value in `before` and `after`; nothing about the value can be told from it. */
export const SENSITIVE = '(sensitive)'

/** Stands in `after` for a sensitive value that is not the one in `before`. */
export const SENSITIVE_CHANGED = '(sensitive, changed)'

/** Stands for a value that is known only after the change was made. */
export const UNKNOWN = '(known after apply)'

/** As `shortHash` makes it. */
export const ShortHash = z.string().regex(/^[\w-]{22}$/)

/**
 * One thing that a step would do.
 *
 * `before` and `after` are already masked: sensitive values are `SENSITIVE`, so that what is shown is also
 * what is digested, and no digest lets a secret be guessed.
 */
export const Change = z
  .object({
    action: Action,
    /** Unique in its plan: `module.network.aws_vpc.this`, `db/migrations/0003`, `onex-dev/Deployment/onex-api`. */
    address: z.string(),
    /** `aws_vpc`, `migration`, `apps/v1 Deployment`, `probe`. */
    kind: z.string(),
    source: Source.optional(),
    before: z.json().optional(),
    after: z.json().optional(),
    note: z.string().optional(),
    /** Of what the target says that it makes of it, where nothing but the plan's `grounds` decides that. */
    expected: ShortHash.optional(),
  })
  .readonly()
export type Change = z.infer<typeof Change>

/** Covers what the change does, not how it is worded or where it is written. */
export function changeDigest({ action, address, kind, before, after }: Change): string {
  return digest({ action, address, kind, before, after })
}
