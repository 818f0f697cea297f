/** Conditions that hold for every row, whatever is in it. */
import type { A_Const, A_Expr, Node } from '@pgsql/types'
import { textsOf } from '../../sql/ast.ts'

/** Conditions that nest deeper are not looked into. */
const DEEPEST = 50

type Operand = { readonly constant: number | string | boolean | null } | { readonly column: string }

function constantOf(value: A_Const): number | string | boolean | null {
  if (value.isnull === true) return null
  if (value.boolval !== undefined) return value.boolval.boolval === true
  if (value.ival !== undefined) return value.ival.ival ?? 0
  if (value.fval !== undefined) return Number(value.fval.fval)
  return value.sval?.sval ?? ''
}

function operandOf(node: Node | undefined): Operand | undefined {
  if (node === undefined) return undefined
  if ('A_Const' in node) return { constant: constantOf(node.A_Const) }
  if ('TypeCast' in node) return operandOf(node.TypeCast.arg)
  if ('ColumnRef' in node) return { column: textsOf(node.ColumnRef.fields).join('.') }
  return undefined
}

/** Texts are numbers where they look like some: '1'::int. Undefined when it cannot be told. */
function compared(
  operator: string,
  left: Operand | undefined,
  right: Operand | undefined,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined
  // NULL apart, a column is what it is.
  if ('column' in left || 'column' in right)
    return 'column' in left && 'column' in right && left.column === right.column
      ? ['=', '<=', '>='].includes(operator)
      : undefined
  const [a, b] = [left.constant, right.constant]
  if (a === null || b === null) return undefined
  const numbers = [a, b].map((each) => (typeof each === 'boolean' || each === '' ? Number.NaN : Number(each)))
  const [x = Number.NaN, y = Number.NaN] = numbers
  const order = Number.isNaN(x - y) ? (a === b ? 0 : undefined) : Math.sign(x - y)
  const differs = order === undefined ? a !== b : order !== 0
  if (operator === '=') return !differs
  if (operator === '<>') return differs
  if (order === undefined) return undefined
  if (operator === '<') return order < 0
  if (operator === '>') return order > 0
  if (operator === '<=') return order <= 0
  return operator === '>=' ? order >= 0 : undefined
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node !== undefined && 'List' in node ? (node.List.items ?? []) : []
}

function expression({ kind, name, lexpr, rexpr }: A_Expr): boolean | undefined {
  const operator = textsOf(name).at(-1) ?? ''
  const left = operandOf(lexpr)
  if (kind === 'AEXPR_OP') return compared(operator, left, operandOf(rexpr))
  const items = itemsOf(rexpr).map(operandOf)
  if (kind === 'AEXPR_IN') {
    const found = items.some((item) => compared('=', left, item) === true)
    return operator === '=' && found ? true : undefined
  }
  if (kind === 'AEXPR_BETWEEN')
    return (compared('>=', left, items[0]) === true && compared('<=', left, items[1]) === true) || undefined
  if (kind === 'AEXPR_NOT_DISTINCT') return compared('=', left, operandOf(rexpr))
  return undefined
}

/** NULL or NOT NULL of one column, both of which cover all rows. */
function coversAll(parts: readonly Node[]): boolean {
  const tested = new Map<string, Set<string>>()
  for (const part of parts) {
    if (!('NullTest' in part)) continue
    const value = operandOf(part.NullTest.arg)
    if (value === undefined || !('column' in value)) continue
    const kinds = tested.get(value.column) ?? new Set()
    tested.set(value.column, kinds.add(part.NullTest.nulltesttype ?? ''))
  }
  return [...tested.values()].some(({ size }) => size === 2)
}

function truth(node: Node | undefined, depth: number): boolean | undefined {
  if (node === undefined || depth > DEEPEST) return undefined
  const below = (each: Node | undefined) => truth(each, depth + 1)
  if ('A_Const' in node)
    return node.A_Const.boolval === undefined ? undefined : constantOf(node.A_Const) === true
  if ('TypeCast' in node) {
    const value = operandOf(node)
    const text = value !== undefined && 'constant' in value ? String(value.constant) : ''
    return /^(?:t|true|y|yes|on|1)$/i.test(text) ? true : undefined
  }
  if ('A_Expr' in node) return expression(node.A_Expr)
  if ('NullTest' in node) {
    const value = operandOf(node.NullTest.arg)
    if (value === undefined || 'column' in value) return undefined
    return (value.constant === null) === (node.NullTest.nulltesttype === 'IS_NULL')
  }
  if ('BooleanTest' in node) {
    const value = below(node.BooleanTest.arg)
    const { booltesttype } = node.BooleanTest
    if (booltesttype === 'IS_TRUE' || booltesttype === 'IS_NOT_FALSE') return value
    return value === undefined
      ? undefined
      : booltesttype === 'IS_NOT_TRUE' || booltesttype === 'IS_FALSE'
        ? !value
        : undefined
  }
  if ('SubLink' in node && node.SubLink.subLinkType === 'EXISTS_SUBLINK') {
    const { subselect } = node.SubLink
    const alone =
      subselect !== undefined &&
      'SelectStmt' in subselect &&
      subselect.SelectStmt.fromClause === undefined &&
      subselect.SelectStmt.whereClause === undefined &&
      subselect.SelectStmt.limitCount === undefined &&
      subselect.SelectStmt.op === 'SETOP_NONE'
    return alone ? true : undefined
  }
  if (!('BoolExpr' in node)) return undefined
  const { boolop, args = [] } = node.BoolExpr
  const values = args.map(below)
  if (boolop === 'NOT_EXPR') return values[0] === undefined ? undefined : !values[0]
  if (boolop === 'AND_EXPR') {
    if (values.includes(false)) return false
    return values.every((value) => value === true) ? true : undefined
  }
  if (values.includes(true) || coversAll(args)) return true
  return values.every((value) => value === false) ? false : undefined
}

/** No condition, or one that is true for every row, those apart in which a column that is compared with itself is NULL. */
export function isForAll(where: Node | undefined): boolean {
  return where === undefined || truth(where, 0) === true
}
