import type { Node } from '@pgsql/types'
import { nameOf, rangeOf, textsOf } from '../../sql/ast.ts'
import type { LintContext, LintRule } from '../context/rule.ts'

/** What statements name, and are refused without. */
const kinds: Readonly<Record<string, string>> = {
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_ROUTINE: 'routine',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TYPE: 'type',
}

function nameIn(object: Node | undefined): string {
  if (object === undefined) return ''
  if ('ObjectWithArgs' in object) return textsOf(object.ObjectWithArgs.objname).join('.')
  return 'List' in object ? textsOf(object.List.items).join('.') : ''
}

function isNew(object: Node | undefined, context: LintContext): boolean {
  if (object !== undefined && 'ObjectWithArgs' in object) return context.isNewRoutine(object.ObjectWithArgs)
  return context.isNew(rangeOf(nameIn(object)))
}

export const rule: LintRule = {
  name: 'rename-object',
  group: 'safety',
  severity: 'error',
  why: 'Every statement that names the old one fails from this moment on, also those of instances that still run.',
  on: ['AlterObjectSchemaStmt', 'RenameStmt'],
  *check({ node }, context) {
    const renamed = 'RenameStmt' in node ? node.RenameStmt : undefined
    const moved = 'AlterObjectSchemaStmt' in node ? node.AlterObjectSchemaStmt : undefined
    const kind = kinds[renamed?.renameType ?? moved?.objectType ?? '']
    const relation = renamed?.relation ?? moved?.relation
    const object = renamed?.object ?? moved?.object
    if (kind === undefined || (relation === undefined ? isNew(object, context) : context.isNew(relation)))
      return
    const name = relation === undefined ? nameIn(object) : nameOf(relation)
    const now = renamed?.newname ?? `${moved?.newschema}.${name.split('.').at(-1)}`
    yield {
      subject: name,
      message: `The ${kind} ${name} is renamed to ${now}.`,
      fix: `Make ${now} beside it, let everything use that, and drop ${name} in a later release.`,
    }
  },
}
