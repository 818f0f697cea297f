import * as z from 'zod'

/** Something that was tried while a plan was made, and what came of it. Not part of the digest. */
export const Evidence = z
  .object({
    /** `Round trip` */
    title: z.string(),
    /** `unknown`: it was not done, or did not tell. That is never a pass. */
    verdict: z.enum(['pass', 'fail', 'unknown']),
    /** One sentence. */
    text: z.string(),
    /** Lines of a diff that belong to it, such as the difference of two schemas. */
    difference: z.array(z.string()).readonly().optional(),
  })
  .readonly()
export type Evidence = z.infer<typeof Evidence>
