/** Terraform's plan as changes: masked, and only what differs. */
import { type Action, type Change, SENSITIVE, UNKNOWN } from '#toolkit/model/change.ts'

type Json = NonNullable<Change['before']>

export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[]
  readonly output_changes?: Readonly<Record<string, ValueChange>>
  readonly planned_values?: {
    readonly outputs?: Readonly<Record<string, { sensitive: boolean; value?: unknown }>>
  }
}

interface ValueChange {
  readonly actions: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  readonly after_unknown?: unknown
  readonly before_sensitive?: unknown
  readonly after_sensitive?: unknown
}

interface ResourceChange {
  readonly address: string
  readonly module_address?: string
  readonly mode: string
  readonly type: string
  readonly name: string
  readonly change: ValueChange
  readonly action_reason?: string
}

export type Locate = (module: string, header: string) => { file: string; line: number } | undefined

/** See "Change Representation" in Terraform's documentation of its JSON output. */
function actionOf(actions: readonly string[]): Action {
  const key = actions.join(' ')
  if (key === 'create' || key === 'update' || key === 'delete') return key
  if (key === 'delete create' || key === 'create delete') return 'replace'
  return key === 'forget' ? 'delete' : 'none'
}

const reasons: Readonly<Record<string, string>> = {
  replace_because_tainted:
    'an earlier run was interrupted while it made this, so Terraform would make it anew',
  replace_because_cannot_update: 'cannot be changed in place',
  replace_by_request: 'replacement was asked for',
  delete_because_no_resource_config: 'is no longer in the code',
}

/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
function masked(value: unknown, sensitive: unknown, unknown: unknown): Json {
  if (sensitive === true) return SENSITIVE
  if (unknown === true) return UNKNOWN
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const items: unknown[] = Array.isArray(value) ? value : []
    const markers: unknown[] = Array.isArray(unknown) ? unknown : []
    const length = Math.max(items.length, markers.length)
    return Array.from({ length }, (_, index) => masked(items[index], part(sensitive, index), markers[index]))
  }
  if (isRecord(value) || isRecord(unknown)) {
    const keys = new Set([
      ...Object.keys(isRecord(value) ? value : {}),
      ...Object.keys(isRecord(unknown) ? unknown : {}),
    ])
    return Object.fromEntries(
      [...keys].map((key) => [key, masked(part(value, key), part(sensitive, key), part(unknown, key))]),
    )
  }
  return (value ?? null) as Json // a scalar of parsed JSON
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function part(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isRecord(value) ? value[key] : undefined
}

/** Every text that Terraform marks as sensitive, so that it can be masked before anything is printed. */
export function sensitiveValues(plan: PlanJson): string[] {
  const found: string[] = []
  const collect = (value: unknown, marker: unknown) => {
    if (marker === true) {
      if (typeof value === 'string') found.push(value)
      else if (Array.isArray(value)) for (const item of value) collect(item, true)
      else if (isRecord(value)) for (const item of Object.values(value)) collect(item, true)
    } else if (Array.isArray(marker))
      for (const [index, inner] of marker.entries()) collect(part(value, index), inner)
    else if (isRecord(marker))
      for (const [key, inner] of Object.entries(marker)) collect(part(value, key), inner)
  }
  const changes = [
    ...(plan.resource_changes ?? []).map(({ change }) => change),
    ...Object.values(plan.output_changes ?? {}),
  ]
  for (const change of changes) {
    collect(change.before, change.before_sensitive)
    collect(change.after, change.after_sensitive)
  }
  return found
}

/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change: ValueChange): Pick<Change, 'before' | 'after'> {
  const before = masked(change.before, change.before_sensitive, undefined)
  const after = masked(change.after, change.after_sensitive, change.after_unknown)
  if (change.before === null || change.before === undefined) return { after: withoutNulls(after) }
  if (change.after === null || change.after === undefined) return { before: withoutNulls(before) }
  if (!isRecord(before) || !isRecord(after)) return { before, after }
  const plain = { before: change.before, after: change.after }
  const differs = (key: string) =>
    JSON.stringify(part(before, key)) !== JSON.stringify(part(after, key)) ||
    JSON.stringify(part(plain.before, key)) !== JSON.stringify(part(plain.after, key))
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(differs)
  const pick = (value: Record<string, Json>) =>
    Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])))
  return { before: pick(before as Record<string, Json>), after: pick(after as Record<string, Json>) }
}

/** Attributes that nobody set say nothing. */
function withoutNulls(value: Json): Json {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as Json
}

export function changesOf(plan: PlanJson, stack: string, locate: Locate): Change[] {
  const resources = (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && actionOf(change.actions) !== 'none')
    .map((resource): Change => {
      const { address, module_address = '', type, name, change, action_reason } = resource
      const source = locate(module_address, `resource "${type}" "${name}"`)
      const note =
        change.actions[0] === 'forget' ? 'is forgotten, not destroyed' : reasons[action_reason ?? '']
      return {
        action: actionOf(change.actions),
        address: `${stack}/${address}`,
        kind: type,
        ...values(change),
        ...(source === undefined ? {} : { source }),
        ...(note === undefined ? {} : { note }),
      }
    })
  const outputs = Object.entries(plan.output_changes ?? {})
    .filter(([, change]) => actionOf(change.actions) !== 'none')
    .map(([name, change]): Change => {
      const source = locate('', `output "${name}"`)
      return {
        action: actionOf(change.actions),
        address: `${stack}/output.${name}`,
        kind: 'output',
        ...values(change),
        ...(source === undefined ? {} : { source }),
      }
    })
  return [...resources, ...outputs]
}

/** The outputs that are known and not sensitive. */
export function plannedOutputs(plan: PlanJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plan.planned_values?.outputs ?? {})
      .filter(([, output]) => !output.sensitive && output.value !== undefined)
      .map(([name, output]) => [name, output.value]),
  )
}
