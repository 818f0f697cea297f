import * as z from 'zod'

/**
 * A part of a plan's target that is planned for itself, such as one of several Terraform stacks. The changes whose
 * addresses begin with its name and a slash are its own. Not part of the digest.
 */
export const Part = z
  .object({
    name: z.string(),
    /** `waiting`: it can be planned only when another part was applied. `skipped`: one that it builds on failed. */
    status: z.enum(['planned', 'failed', 'waiting', 'skipped']),
    note: z.string().optional(),
  })
  .readonly()
export type Part = z.infer<typeof Part>
