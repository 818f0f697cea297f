import { textsOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'security-definer-without-search-path',
  group: 'safety',
  severity: 'warning',
  why: 'It runs with the rights of its owner, on whatever the caller puts first on the search path.',
  on: ['CreateFunctionStmt'],
  *check({ node }) {
    if (!('CreateFunctionStmt' in node)) return
    const { options, funcname } = node.CreateFunctionStmt
    const given = (options ?? []).flatMap((each) => ('DefElem' in each ? [each.DefElem] : []))
    const definer = given.some(
      ({ defname, arg }) =>
        defname === 'security' && arg !== undefined && 'Boolean' in arg && arg.Boolean.boolval === true,
    )
    const path = given.some(
      ({ defname, arg }) =>
        defname === 'set' &&
        arg !== undefined &&
        'VariableSetStmt' in arg &&
        arg.VariableSetStmt.name === 'search_path',
    )
    if (!definer || path) return
    const name = textsOf(funcname).join('.')
    yield {
      subject: name,
      message: `${name} is SECURITY DEFINER and trusts the search path of its caller.`,
      fix: `Add SET search_path = pg_catalog, <its schema>, pg_temp.`,
    }
  },
}
