/** A state as `terraform state pull` gives it, as far as it is looked at. */
export interface StateJson {
  readonly resources?: readonly {
    readonly module?: string
    readonly type: string
    readonly name: string
    readonly instances: readonly { readonly status?: string; readonly index_key?: string | number }[]
  }[]
}

/** Addresses of what an interrupted apply left half made: the next apply would destroy and make it anew. */
export function taintedIn({ resources = [] }: StateJson): string[] {
  return resources.flatMap(({ module, type, name, instances }) =>
    instances
      .filter(({ status }) => status === 'tainted')
      .map(({ index_key }) => {
        const index = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`
        return [module, type, name].filter((part) => part !== undefined).join('.') + index
      }),
  )
}
