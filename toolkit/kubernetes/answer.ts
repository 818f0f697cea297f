/** What is asked of an API server with an object, and what it answers. */

export interface Answer<T> {
  readonly body: T
  /** The server's `Warning` headers, without their codes. */
  readonly warnings: readonly string[]
}

export interface ApplyOptions {
  readonly fieldManager: string
  /** Takes fields over from other managers instead of failing with a conflict. */
  readonly force: boolean
  readonly dryRun: boolean
  /** As of an `ApiRequest`; a dry run always is. */
  readonly hasty?: boolean
  /** As of an `ApiRequest`. */
  readonly before?: (() => Promise<void>) | undefined
}

export interface DeleteOptions {
  /** Another object of that name is a conflict. */
  readonly uid?: string | undefined
  /** Another version of the object is a conflict. */
  readonly resourceVersion?: string | undefined
  /** What becomes of what it owns: `Foreground` that is gone first; in the background unless given. */
  readonly propagation?: 'Background' | 'Foreground'
  readonly dryRun?: boolean
  /** As of an `ApiRequest`. */
  readonly before?: (() => Promise<void>) | undefined
}

/** Of RFC 6902. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
