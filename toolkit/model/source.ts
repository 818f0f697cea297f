import * as z from 'zod'

/** A place in a file of the workspace: a relative path with `/`, lines and columns counted from 1. */
export const Source = z
  .object({
    file: z.string(),
    line: z.number().int().positive().optional(),
    column: z.number().int().positive().optional(),
  })
  .readonly()
export type Source = z.infer<typeof Source>

/** `file`, `file:line` or `file:line:column`. */
export function formatSource({ file, line, column }: Source): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}
