/** What a saved plan was made for. It is applied to that, and to nothing else. */
import * as z from 'zod'

const text = z.string().min(1)

export const Binding = z.strictObject({
  /** Numeric id: a name can be registered again by somebody else. */
  repositoryId: z.string().regex(/^\d+$/),
  /** Folder of the stack. */
  stack: text,
  workspace: text,
  backend: z.strictObject({ bucket: text, key: text, region: text }),
  /** Head of the pull request: a full commit id. */
  commit: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  /** Digest of the files that the stack and its modules are made of, and of its variable files. */
  sources: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  tool: z.strictObject({ name: z.enum(['terraform', 'opentofu']), version: text }),
  /** Address → version of every provider, as the dependency lock file has them. */
  providers: z.record(z.string(), z.string()),
  /** ISO 8601, from the injected clock. */
  createdAt: z.iso.datetime(),
})
export type Binding = Readonly<z.infer<typeof Binding>>

/** What is known before a plan is opened; its providers come with its own lock file, and its time is its own. */
export type Expected = Omit<Binding, 'providers' | 'createdAt'>

export interface BindingDifference {
  readonly field: string
  readonly bound: string
  readonly expected: string
}

/** The fields in which a plan was made for something else. */
export function differences(bound: Binding, expected: Expected): BindingDifference[] {
  const fields: readonly [field: string, bound: string, expected: string][] = [
    ['repository id', bound.repositoryId, expected.repositoryId],
    ['stack', bound.stack, expected.stack],
    ['workspace', bound.workspace, expected.workspace],
    ['bucket of the state', bound.backend.bucket, expected.backend.bucket],
    ['key of the state', bound.backend.key, expected.backend.key],
    ['region of the state', bound.backend.region, expected.backend.region],
    ['commit', bound.commit, expected.commit],
    ['code', bound.sources, expected.sources],
    ['tool', bound.tool.name, expected.tool.name],
    ['version of the tool', bound.tool.version, expected.tool.version],
  ]
  return fields.flatMap(([field, one, other]) =>
    one === other ? [] : [{ field, bound: one, expected: other }],
  )
}

/** What AWS logs of every use of the key, and what a key policy can look at. */
export function encryptionContext({
  repositoryId,
  stack,
  commit,
}: Pick<Binding, 'repositoryId' | 'stack' | 'commit'>): Record<string, string> {
  return { repository_id: repositoryId, stack, commit }
}
