/** Who owns which fields of an object, as server-side apply keeps it (`FieldsV1` of meta/v1). */
import { isMapping } from '../sources/node.ts'
import type { KubernetesObject } from './object.ts'

/**
 * `f:name` is a member, `k:{…}` an item of a list by its keys, `v:…` one by its value; `.` stands for the thing itself.
 */
export interface FieldSet {
  readonly [element: string]: FieldSet
}

const names = ['manager', 'operation', 'apiVersion', 'subresource'] as const

/** As the API server has it, with whatever else it says. */
export interface ManagedFieldsEntry extends Readonly<Record<string, unknown>> {
  readonly manager?: string | undefined
  readonly operation?: string | undefined
  readonly apiVersion?: string | undefined
  readonly subresource?: string | undefined
  readonly fieldsV1?: FieldSet | undefined
}

function isFieldSet(value: unknown): value is FieldSet {
  return isMapping(value) && Object.values(value).every(isFieldSet)
}

/** By hand: of a release these are most of what is read, several times. */
function entryOf(said: Readonly<Record<string, unknown>>): ManagedFieldsEntry {
  const odd = names.filter((name) => said[name] !== undefined && typeof said[name] !== 'string')
  const isOdd = odd.length > 0 || (said['fieldsV1'] !== undefined && !isFieldSet(said['fieldsV1']))
  if (!isOdd) return said
  const { fieldsV1, ...rest } = said
  return {
    ...rest,
    ...Object.fromEntries(odd.map((name) => [name, undefined])),
    fieldsV1: isFieldSet(fieldsV1) ? fieldsV1 : undefined,
  }
}

/** What is odd counts as not said. */
export function managedFieldsOf({ metadata }: KubernetesObject): readonly ManagedFieldsEntry[] {
  const { managedFields } = metadata
  if (!Array.isArray(managedFields) || !managedFields.every(isMapping)) return []
  return managedFields.map(entryOf)
}

/** Whether a field is owned, by the names on the way to it. */
export function owns({ fieldsV1 = {} }: ManagedFieldsEntry, path: readonly string[]): boolean {
  let set: FieldSet | undefined = fieldsV1
  for (const name of path) set = set?.[`f:${name}`]
  return set !== undefined
}

export function unionOf(sets: readonly FieldSet[]): FieldSet {
  const elements = new Set(sets.flatMap(Object.keys))
  return Object.fromEntries(
    [...elements].map((element) => [element, unionOf(sets.flatMap((set) => set[element] ?? []))]),
  )
}

type Value = unknown

/** Of what somebody else owns at a place, or beneath it. */
function beneath(others: readonly FieldSet[], element: string): FieldSet[] {
  return others.flatMap((set) => set[element] ?? [])
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether an item has the keys; what it leaves out, the server fills in. */
function isItem(item: Value, keys: Value, complete: boolean): boolean {
  if (!isMapping(item) || !isMapping(keys)) return false
  return Object.entries(keys).every(
    ([key, value]) => (!complete && item[key] === undefined) || item[key] === value,
  )
}

function itemsWithout(
  items: readonly Value[],
  owned: FieldSet,
  wanted: Value,
  others: readonly FieldSet[],
): Value[] {
  const asked: readonly Value[] = Array.isArray(wanted) ? wanted : []
  return Object.entries(owned).reduce<Value[]>(
    (left, [element, set]) => {
      const key = parsed(element.slice(2))
      const rest = beneath(others, element)
      if (element.startsWith('v:'))
        return asked.includes(key) || rest.length > 0 ? left : left.filter((item) => item !== key)
      if (!element.startsWith('k:')) return left
      const kept = asked.find((item) => isItem(item, key, false))
      return left.flatMap((item) => {
        if (!isItem(item, key, true)) return [item]
        return kept === undefined && rest.length === 0 ? [] : [without(item, set, kept, rest)]
      })
    },
    [...items],
  )
}

/**
 * A value without what somebody owned in it and does not want any more, as server-side apply takes it away: what nobody
 * else owns.
 * @param owned what is owned in it
 * @param wanted what is still asked for
 * @param others what others own in it
 */
export function without(value: Value, owned: FieldSet, wanted: Value, others: readonly FieldSet[]): Value {
  if (Array.isArray(value)) return itemsWithout(value, owned, wanted, others)
  if (!isMapping(value)) return value
  const asked = isMapping(wanted) ? wanted : {}
  const left = Object.entries(value).flatMap(([name, member]) => {
    const element = `f:${name}`
    const set = owned[element]
    const rest = beneath(others, element)
    if (set === undefined) return [[name, member] as const]
    const wants = Object.hasOwn(asked, name) ? asked[name] : undefined
    if (wants === undefined && rest.length === 0) return []
    return [[name, without(member, set, wants, rest)] as const]
  })
  return Object.fromEntries(left)
}
