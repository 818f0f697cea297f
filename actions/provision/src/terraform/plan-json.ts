/** What `terraform show -json` tells of a plan file. See "JSON Output Format" in Terraform's documentation. */

/** A plan file as JSON, as far as it is looked at; what is sensitive stands in it in clear text. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[]
  /** What was different from the state when it was refreshed. */
  readonly resource_drift?: readonly ResourceChange[]
  readonly output_changes?: Readonly<Record<string, ValueChange>>
  readonly planned_values?: {
    readonly outputs?: Readonly<Record<string, { sensitive?: boolean; value?: unknown }>>
  }
}

export interface ValueChange {
  readonly actions: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  readonly after_unknown?: unknown
  readonly before_sensitive?: unknown
  readonly after_sensitive?: unknown
  /** Paths of the attributes that cannot be changed in place. */
  readonly replace_paths?: readonly (readonly (string | number)[])[]
  readonly importing?: { readonly id?: string }
}

export interface ResourceChange {
  readonly address: string
  readonly previous_address?: string
  readonly module_address?: string
  readonly mode: string
  readonly type: string
  readonly name: string
  /** Of an object that was replaced before, and could not be deleted then. */
  readonly deposed?: string
  readonly change: ValueChange
  readonly action_reason?: string
}
