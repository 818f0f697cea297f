/** What Terraform plans for a stack as changes: masked, and only what differs. */
import { type Action, type Change, SENSITIVE, SENSITIVE_CHANGED } from '#toolkit/model/change.ts'
import {
  isRecord,
  type Json,
  part,
  record,
  without,
  withoutMarked,
  withoutSecrets,
} from '../terraform/mask.ts'
import type { PlanJson, ResourceChange, ValueChange } from '../terraform/plan-json.ts'
import { unmarkedSecrets } from '../terraform/secrets.ts'
import { reasonOf } from './reasons.ts'

export type Locate = (module: string, header: string) => { file: string; line: number } | undefined

const known: Readonly<Record<string, Action>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  'delete create': 'replace',
  'create delete': 'replace',
  'create forget': 'replace',
}

function actionOf({ change, previous_address, address }: ResourceChange): Action {
  const action = known[change.actions.join(' ')] ?? 'none'
  if (change.importing !== undefined && action !== 'replace') return 'import'
  const moved = previous_address !== undefined && previous_address !== address
  return action === 'none' && moved ? 'move' : action
}

/** The texts that Terraform marks as sensitive. */
function markedIn({ before, after, before_sensitive, after_sensitive }: ValueChange): string[] {
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
  collect(before, before_sensitive)
  collect(after, after_sensitive)
  return found
}

/** The texts in a change that are secrets, although no provider marked them. */
function unmarkedIn({ before, after }: ValueChange, name = ''): string[] {
  return [...new Set([...unmarkedSecrets(before, name), ...unmarkedSecrets(after, name)])]
}

/** Every text that is sensitive, marked or not, so that it can be masked before anything is printed. */
export function sensitiveValues(plan: PlanJson): string[] {
  const resources = [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])]
  return [
    ...resources.flatMap(({ change }) => [...markedIn(change), ...unmarkedIn(change)]),
    ...Object.entries(plan.output_changes ?? {}).flatMap(([name, change]) => [
      ...markedIn(change),
      ...unmarkedIn(change, name),
    ]),
    ...Object.entries(plan.planned_values?.outputs ?? {}).flatMap(([name, { value }]) =>
      unmarkedSecrets(value, name),
    ),
  ]
}

/** Two secrets that differ look alike when they are masked: then `after` says that it is another one. */
function distinguished(
  before: Json,
  after: Json,
  plain: Readonly<Record<'before' | 'after', unknown>>,
): Json {
  if (typeof after === 'string') {
    if (
      after !== before ||
      JSON.stringify(plain.before) === JSON.stringify(plain.after) ||
      !after.includes(SENSITIVE)
    )
      return after
    return after.replaceAll(SENSITIVE, SENSITIVE_CHANGED)
  }
  const inner = (key: string | number) =>
    distinguished(part(before, key) as Json, part(after, key) as Json, {
      before: part(plain.before, key),
      after: part(plain.after, key),
    })
  if (Array.isArray(after)) return after.map((_item, index) => inner(index))
  // A value that is sensitive as a whole has no members any more.
  return isRecord(after) ? record(Object.keys(after).map((key) => [key, inner(key)])) : after
}

/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change: ValueChange, name = ''): Pick<Change, 'before' | 'after'> {
  const secrets = unmarkedIn(change, name).sort((a, b) => b.length - a.length)
  const before = without(withoutMarked(change.before, change.before_sensitive, undefined), secrets)
  const hidden = without(withoutMarked(change.after, change.after_sensitive, change.after_unknown), secrets)
  const after = distinguished(before, hidden, { before: change.before, after: change.after })
  if (change.before === null || change.before === undefined) return { after: withoutNulls(after) }
  if (change.after === null || change.after === undefined) return { before: withoutNulls(before) }
  if (!isRecord(before) || !isRecord(after)) return { before, after }
  const differs = (key: string) => JSON.stringify(part(before, key)) !== JSON.stringify(part(after, key))
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(differs)
  const pick = (value: Record<string, unknown>) =>
    record(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key] as Json] as const])))
  return { before: pick(before), after: pick(after) }
}

/** Attributes that nobody set say nothing. */
function withoutNulls(value: Json): Json {
  if (!isRecord(value)) return value
  return record(
    Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, member as Json]])),
  )
}

function sourceOf(locate: Locate, module: string, header: string): Pick<Change, 'source'> {
  const source = locate(module, header)
  return source === undefined ? {} : { source }
}

function changeOf(resource: ResourceChange, stack: string, locate: Locate): Change {
  const { address, module_address = '', type, name, deposed, change } = resource
  const action = actionOf(resource)
  const note = reasonOf(resource, action)
  const shown = values(change)
  // What only moves or is taken over as it is has no attribute that differs.
  const quiet = action === 'move' || (action === 'import' && change.actions.join() === 'no-op')
  return {
    action,
    address: `${stack}/${address}${deposed === undefined ? '' : ` (deposed ${deposed})`}`,
    kind: type,
    ...(quiet ? {} : shown),
    ...sourceOf(locate, module_address, `resource "${type}" "${name}"`),
    ...(note === undefined ? {} : { note }),
  }
}

function outputChange(name: string, change: ValueChange, stack: string, locate: Locate): Change {
  return {
    action: known[change.actions.join(' ')] ?? 'none',
    address: `${stack}/output.${name}`,
    kind: 'output',
    ...values(change, name),
    ...sourceOf(locate, '', `output "${name}"`),
  }
}

/** What the plan would do, in Terraform's own order; data sources are only read. */
export function plannedChanges(plan: PlanJson, stack: string, locate: Locate): Change[] {
  const resources = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed')
  return [
    ...resources.map((resource) => changeOf(resource, stack, locate)),
    ...Object.entries(plan.output_changes ?? {}).map(([name, change]) =>
      outputChange(name, change, stack, locate),
    ),
  ].filter(({ action }) => action !== 'none')
}

/** What has changed outside of Terraform since it was last applied; nothing of it is done by the plan. */
export function driftOf(plan: PlanJson, stack: string, locate: Locate): Change[] {
  return (plan.resource_drift ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map((resource) => changeOf(resource, stack, locate))
    .filter(({ action }) => action === 'update' || action === 'delete')
}

/** Addresses of what would be made anew only because a run was interrupted while it made it. */
export function taintedOf({ resource_changes = [] }: PlanJson): Set<string> {
  return new Set(
    resource_changes
      .filter(({ action_reason }) => action_reason === 'replace_because_tainted')
      .map(({ address }) => address),
  )
}

/** The outputs that are known and not sensitive. */
export function plannedOutputs(plan: PlanJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plan.planned_values?.outputs ?? {})
      .filter(([, output]) => output.sensitive !== true && output.value !== undefined)
      .map(([name, output]) => [name, withoutSecrets(output.value, name)]),
  )
}
