/** What Terraform plans for a stack as changes: masked, and only what differs. */
import { type Action, type Change, SENSITIVE, SENSITIVE_CHANGED } from '#toolkit/model/change.ts'
import {
  type Hidden,
  isRecord,
  type Json,
  marked,
  part,
  record,
  withoutGuesses,
  withoutMarked,
} from '../terraform/mask.ts'
import type { PlanJson, ResourceChange, ValueChange } from '../terraform/plan-json.ts'
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

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Every text that Terraform marks as sensitive, so that it can be masked before anything is printed. */
export function sensitiveValues(plan: PlanJson): string[] {
  const changes = [
    ...(plan.resource_changes ?? []).map(({ change }) => change),
    ...(plan.resource_drift ?? []).map(({ change }) => change),
    ...Object.values(plan.output_changes ?? {}),
  ]
  return changes.flatMap(({ before, after, before_sensitive, after_sensitive }) =>
    [...marked(before, before_sensitive), ...marked(after, after_sensitive)].flatMap(({ value }) =>
      textsIn(value),
    ),
  )
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

/** Place → value, of what is hidden in the members that are shown; of all members unless `keys` says which. */
function hiddenIn(hidden: readonly Hidden[], keys?: readonly string[]): Readonly<Record<string, unknown>> {
  const shown = keys === undefined ? hidden : hidden.filter(({ path }) => keys.includes(String(path[0])))
  // Of a text that is wrapped, and a secret within: both.
  const places = Map.groupBy(shown, ({ path }) => JSON.stringify(path))
  return Object.fromEntries([...places].map(([place, all]) => [place, all.map(({ value }) => value)]))
}

interface Values {
  readonly shown: Pick<Change, 'before' | 'after'>
  /** What of it is shown to nobody; undefined when nothing is hidden. */
  readonly hidden: unknown
  /** Secrets that were only guessed. */
  readonly guesses: readonly string[]
}

/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change: ValueChange, name = ''): Values {
  const old = withoutGuesses(withoutMarked(change.before, change.before_sensitive, undefined), name)
  const next = withoutGuesses(withoutMarked(change.after, change.after_sensitive, change.after_unknown), name)
  const hiddenBefore = [...marked(change.before, change.before_sensitive), ...old.hidden]
  const hiddenAfter = [...marked(change.after, change.after_sensitive), ...next.hidden]
  const before = old.value
  const after = distinguished(before, next.value, { before: change.before, after: change.after })
  const made = (shown: Values['shown'], keys?: readonly string[]): Values => {
    const hidden = {
      before: 'before' in shown ? hiddenIn(hiddenBefore, keys) : {},
      after: 'after' in shown ? hiddenIn(hiddenAfter, keys) : {},
    }
    const none = [hidden.before, hidden.after].every((side) => Object.keys(side).length === 0)
    return { shown, hidden: none ? undefined : hidden, guesses: [...old.secrets, ...next.secrets] }
  }
  if (change.before === null || change.before === undefined) return made({ after: withoutNulls(after) })
  if (change.after === null || change.after === undefined) return made({ before: withoutNulls(before) })
  if (!isRecord(before) || !isRecord(after)) return made({ before, after })
  const differs = (key: string) => JSON.stringify(part(before, key)) !== JSON.stringify(part(after, key))
  const wrapped = (key: string) => {
    // Only how it is wrapped may differ, and then what is shown does not.
    const raw = (side: readonly Hidden[]) => JSON.stringify(hiddenIn(side, [key]))
    return raw(old.hidden) !== raw(next.hidden)
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => differs(key) || wrapped(key),
  )
  const pick = (value: Record<string, unknown>) =>
    record(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key] as Json] as const])))
  return made({ before: pick(before), after: pick(after) }, keys)
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

/** A change as it is shown, and what of it is not. */
interface Told {
  readonly change: Change
  readonly hidden: unknown
  readonly guesses: readonly string[]
}

function changeOf(resource: ResourceChange, stack: string, locate: Locate): Told {
  const { address, module_address = '', type, name, deposed, change } = resource
  const action = actionOf(resource)
  const note = reasonOf(resource, action)
  const { shown, hidden, guesses } = values(change)
  // What only moves or is taken over as it is has no attribute that differs.
  const quiet = action === 'move' || (action === 'import' && change.actions.join() === 'no-op')
  return {
    change: {
      action,
      address: `${stack}/${address}${deposed === undefined ? '' : ` (deposed ${deposed})`}`,
      kind: type,
      ...(quiet ? {} : shown),
      ...sourceOf(locate, module_address, `resource "${type}" "${name}"`),
      ...(note === undefined ? {} : { note }),
    },
    hidden: quiet ? undefined : hidden,
    guesses,
  }
}

function outputChange(name: string, change: ValueChange, stack: string, locate: Locate): Told {
  const { shown, hidden, guesses } = values(change, name)
  return {
    change: {
      action: known[change.actions.join(' ')] ?? 'none',
      address: `${stack}/output.${name}`,
      kind: 'output',
      ...shown,
      ...sourceOf(locate, '', `output "${name}"`),
    },
    hidden,
    guesses,
  }
}

export interface PlannedChanges {
  /** In Terraform's own order; data sources are only read. */
  readonly changes: readonly Change[]
  /** Address → what of the change is shown to nobody, and counts. */
  readonly sensitive: readonly (readonly [address: string, hidden: unknown])[]
  /** Texts that look like secrets, and were hidden where they stand. */
  readonly guesses: readonly string[]
}

/** What the plan would do. */
export function plannedChanges(plan: PlanJson, stack: string, locate: Locate): PlannedChanges {
  const resources = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed')
  const told = [
    ...resources.map((resource) => changeOf(resource, stack, locate)),
    ...Object.entries(plan.output_changes ?? {}).map(([name, change]) =>
      outputChange(name, change, stack, locate),
    ),
  ].filter(({ change }) => change.action !== 'none')
  return {
    changes: told.map(({ change }) => change),
    sensitive: told.flatMap(({ change, hidden }) =>
      hidden === undefined ? [] : [[change.address, hidden] as const],
    ),
    guesses: [...new Set(told.flatMap(({ guesses }) => guesses))],
  }
}

/** What has changed outside of Terraform since it was last applied; nothing of it is done by the plan. */
export function driftOf(plan: PlanJson, stack: string, locate: Locate): Change[] {
  return (plan.resource_drift ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map((resource) => changeOf(resource, stack, locate).change)
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
      .map(([name, output]) => [name, withoutGuesses(output.value, name).value]),
  )
}
