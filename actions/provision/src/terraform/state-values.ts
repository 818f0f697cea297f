/** What a state keeps secret, as `terraform show -json` marks it: also what an apply has made before it failed. */
import { namesSecret } from '#toolkit/redact/names.ts'
import type { SensitiveValue } from '../stack/sensitive-variables.ts'
import { isRecord, part } from './mask.ts'

interface ModuleValues {
  readonly resources?: readonly { readonly values?: unknown; readonly sensitive_values?: unknown }[]
  readonly child_modules?: readonly ModuleValues[]
}

/** A state as JSON, as far as it is looked at; what is sensitive stands in it in clear text. */
export interface ShownState {
  readonly values?: {
    readonly outputs?: Readonly<Record<string, { readonly sensitive?: boolean; readonly value?: unknown }>>
    readonly root_module?: ModuleValues
  }
}

/** Every text and number that is marked, or that a name says to be a secret. */
function* sensitiveIn(value: unknown, marker: unknown, name: string): Generator<SensitiveValue> {
  if (typeof value === 'string' || typeof value === 'number') {
    if (marker === true || namesSecret(name)) yield { name, value: String(value) }
  } else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      yield* sensitiveIn(item, marker === true || part(marker, index), name)
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value))
      yield* sensitiveIn(item, marker === true || part(marker, key), key)
}

function* inModule({ resources = [], child_modules = [] }: ModuleValues): Generator<SensitiveValue> {
  for (const { values, sensitive_values } of resources) yield* sensitiveIn(values, sensitive_values, '')
  for (const child of child_modules) yield* inModule(child)
}

export function* sensitiveInState({ values = {} }: ShownState): Generator<SensitiveValue> {
  for (const [name, { sensitive = false, value }] of Object.entries(values.outputs ?? {}))
    yield* sensitiveIn(value, sensitive, name)
  if (values.root_module !== undefined) yield* inModule(values.root_module)
}
