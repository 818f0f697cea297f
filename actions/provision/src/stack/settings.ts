/** `stack.yml`: what the code of a stack cannot say. */
import * as z from 'zod'
import { Failure } from '#toolkit/model/failure.ts'
import { mismatch } from '#toolkit/model/mismatch.ts'
import type { Source } from '#toolkit/model/source.ts'
import { kindWithin, readSource } from '#toolkit/sources/checkout.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'

export const SETTINGS_FILE = 'stack.yml'

const Schema = z.strictObject({
  depends_on: z.array(z.string().min(1)).default([]),
  protect: z.array(z.string().min(1)).default([]),
  allow: z
    .array(
      z.strictObject({
        address: z.string().min(1),
        action: z.enum(['delete', 'replace', 'forget']),
        reason: z.string().trim().min(10, 'must be a reason that others understand'),
      }),
    )
    .default([]),
})

/** A destructive change that the merged code lets pass. */
export interface DestroyAllowance {
  readonly address: string
  readonly action: 'delete' | 'replace' | 'forget'
  readonly reason: string
  readonly source: Source
}

export interface StackSettings {
  /** Folders relative to the workspace or to the stack's own, as they are written. */
  readonly dependsOn: readonly { readonly name: string; readonly source: Source }[]
  /** Types and addresses that may not be deleted or replaced. */
  readonly protect: readonly string[]
  readonly allow: readonly DestroyAllowance[]
}

const NONE: StackSettings = { dependsOn: [], protect: [], allow: [] }

/** @throws Failure STACK_SETTINGS with file:line */
export function readSettings(workspace: string, folder: string): StackSettings {
  const file = folder === '.' ? SETTINGS_FILE : `${folder}/${SETTINGS_FILE}`
  if (kindWithin(workspace, file) === undefined) return NONE
  const [document] = readYaml(readSource(workspace, file), file, 'workflow')
  if (document === undefined) return NONE
  const { success, data, error } = Schema.safeParse(document.value)
  if (success) {
    return {
      dependsOn: data.depends_on.map((name, index) => ({
        name,
        source: document.locate(['depends_on', index]),
      })),
      protect: data.protect,
      allow: data.allow.map((each, index) => ({ ...each, source: document.locate(['allow', index]) })),
    }
  }
  const [issue] = error.issues
  const at = (issue?.path ?? []).map((key) => (typeof key === 'number' ? key : String(key)))
  throw new Failure({
    code: 'STACK_SETTINGS',
    what: `In this file ${mismatch(error, document.value)}.`,
    why: 'A stack.yml has the lists `depends_on`, `protect` and `allow`; an entry of `allow` has `address`, `action` (delete, replace or forget) and `reason`.',
    fix: 'Correct it at this place.',
    source: document.locate(at),
  })
}
