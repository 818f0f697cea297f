import type { Node } from '@pgsql/types'
import { textsOf, walk } from '../../sql/ast.ts'
import type { Script } from '../../sql/statements.ts'
import type { LintContext, LintRule } from '../context/rule.ts'

/** A_Const.sval: `{ sval: text }`. */
function stringOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'sval' in value ? String(value.sval) : undefined
}

/** What a file has added so far; its statements are asked about in their order. */
interface Added {
  /** Of the next statement that was not looked at yet. */
  next: number
  readonly own: Set<string>
  readonly values: Map<string, string>
}

const adding = new WeakMap<Script, Added>()

function note({ own, values }: Added, node: Node | undefined): void {
  if (node === undefined) return
  if ('CreateEnumStmt' in node) own.add(textsOf(node.CreateEnumStmt.typeName).join('.'))
  if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal !== undefined) return
  const type = textsOf(node.AlterEnumStmt.typeName).join('.')
  if (!own.has(type)) values.set(node.AlterEnumStmt.newVal ?? '', type)
}

/** New values with their types, of this transaction. A type that it makes itself is ready at once. */
function freshValues({ script, index }: LintContext): ReadonlyMap<string, string> {
  const before = adding.get(script)
  const added =
    before !== undefined && before.next <= index
      ? before
      : { next: 0, own: new Set<string>(), values: new Map() }
  adding.set(script, added)
  for (; added.next < index; added.next++) note(added, script.statements[added.next]?.node)
  return added.values
}

/** Literals that are cast to a type on the spot. */
function casts(node: Node): ReadonlySet<string> {
  return new Set(
    [...walk(node)].flatMap(({ kind, node: cast }) => {
      if (kind !== 'TypeCast') return []
      const [constant] = [...walk(cast['arg'])].filter((each) => each.kind === 'A_Const')
      const names = [...walk(cast['typeName'])].flatMap((each) => stringOf(each.node) ?? [])
      return [`${stringOf(constant?.node['sval'])}\n${names.join('.')}`]
    }),
  )
}

/** What runs later, or is only words: the bodies of functions are read when they are called. */
const later = ['AlterEnumStmt', 'CommentStmt', 'CreateFunctionStmt'] as const

export const rule: LintRule = {
  name: 'enum-value-used-at-once',
  group: 'safety',
  severity: 'error',
  why: 'PostgreSQL refuses it (55P04): a new value can be used only after its transaction.',
  *check({ node }, context) {
    if (later.some((kind) => kind in node)) return
    const fresh = freshValues(context)
    if (fresh.size === 0) return
    const cast = casts(node)
    for (const { kind, node: constant } of walk(node)) {
      const text = kind === 'A_Const' ? stringOf(constant['sval']) : undefined
      const type = text === undefined ? undefined : fresh.get(text)
      if (text === undefined || type === undefined) continue
      const parts = { subject: text, fix: 'Put what uses it into the next migration.' }
      // Without a cast it may be a text, or a value of another type.
      if (cast.has(`${text}\n${type}`))
        yield { ...parts, message: `The new value '${text}' is used in the transaction that adds it.` }
      else
        yield {
          ...parts,
          verdict: 'unknown',
          message: `The new value '${text}' is used in the transaction that adds it, if this is a value of ${type}.`,
        }
      return
    }
  },
}
