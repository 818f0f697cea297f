/** `.omninode.yml` at the root of a checkout: which rules of the lint count there, and how much. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationFile } from '#toolkit/migrations/migration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { nearest } from '#toolkit/model/nearest.ts'
import type { Source } from '#toolkit/model/source.ts'
import { readSource } from '#toolkit/sources/checkout.ts'
import { isMapping, type Node, rootOf } from '#toolkit/sources/node.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'
import { type Choices, groups, isWeakened, type Level, levels, severityOf } from './levels.ts'
import { allRules } from './registry.ts'

export const CONFIGURATION = '.omninode.yml'

export interface Configuration extends MigrationFile {
  readonly choices: Choices
  /** Where each choice stands. */
  readonly sources: ReadonlyMap<string, Source>
}

const FORM = `\`migrate: { lint: { <group or rule>: ${levels.join(' | ')} } }\``

function refused(what: string, fix: string, source: Source): Failure {
  return new Failure({ code: 'CONFIGURATION_INVALID', what, fix, source })
}

function isLevel(text: string | undefined): text is Level {
  return levels.some((level) => level === text)
}

/** The members of a mapping that may only have these. */
function only(node: Node, path: string, allowed: readonly string[], problems: Failure[]): void {
  if (!isMapping(node.value)) {
    problems.push(refused(`\`${path}\` is no mapping.`, `Write it as ${FORM}.`, node.source))
    return
  }
  for (const [name, member] of node.members()) {
    if (allowed.includes(name)) continue
    const meant = nearest(name, allowed)
    problems.push(
      refused(
        `\`${path === CONFIGURATION ? '' : `${path}.`}${name}\` is not known.`,
        meant === undefined ? `Here may stand: ${allowed.join(', ')}.` : `Is \`${meant}\` meant?`,
        member.source,
      ),
    )
  }
}

/**
 * Reads what is chosen.
 * @throws Failures of everything that is wrong with it: CONFIGURATION_INVALID, YAML_SYNTAX
 */
export function parseConfiguration(sql: string, file = CONFIGURATION): Configuration {
  const [document, second] = readYaml(sql, file, 'workflow')
  const problems: Failure[] = []
  const choices = new Map<string, Level>()
  const sources = new Map<string, Source>()
  if (second !== undefined)
    problems.push(refused('A second document begins here.', 'Keep one of them.', second.locate([])))
  if (document !== undefined) {
    const root = rootOf(document)
    const migrate = root.get('migrate')
    const lint = migrate.get('lint')
    const names = [...Object.keys(groups), ...allRules.map(({ name }) => name)]
    only(root, CONFIGURATION, ['migrate'], problems)
    if (migrate.value !== undefined) only(migrate, 'migrate', ['lint'], problems)
    if (lint.value !== undefined) only(lint, 'migrate.lint', names, problems)
    for (const [name, { text, source }] of lint.members()) {
      if (!names.includes(name)) continue
      if (isLevel(text)) {
        choices.set(name, text)
        sources.set(name, source)
        continue
      }
      problems.push(
        refused(
          `\`${name}\` has no level.`,
          `Give it one of: ${levels.join(', ')}${text === undefined ? '' : `; \`${text}\` is none`}.`,
          source,
        ),
      )
    }
  }
  throwIfAny(problems)
  return { file, sql, choices, sources }
}

/** @throws Failures of everything that is wrong with it, FILE_UNREADABLE, PATH_OUTSIDE */
export function readConfiguration(workspace: string): Configuration {
  const other = CONFIGURATION.replace('.yml', '.yaml')
  if (existsSync(join(workspace, other)))
    throw refused(`\`${other}\` is not read.`, `Name it \`${CONFIGURATION}\`.`, { file: other, line: 1 })
  return parseConfiguration(readSource(workspace, CONFIGURATION))
}

/**
 * Which rules count less here than elsewhere, and which line says so: nobody turns a rule off in silence. One finding a
 * line.
 */
export function weakenedFindings({ file, choices, sources }: Configuration): Finding[] {
  return [...choices].flatMap(([name, level]) => {
    const weakened = allRules.filter(
      (rule) =>
        (rule.name === name || (rule.group === name && !choices.has(rule.name))) && isWeakened(rule, choices),
    )
    if (weakened.length === 0) return []
    const told = weakened.map((rule) => {
      const left = severityOf(rule, choices)
      return `${rule.name}${rule.name === name ? ` (${rule.group})` : ''} ${left === undefined ? 'off' : `down to ${left}`}`
    })
    return [
      finding(
        {
          rule: 'rule-weakened',
          severity: 'warning',
          verdict: 'fail',
          message: `\`${name}: ${level}\` turns ${told.join(', ')}.`,
          why: `What ${weakened.length === 1 ? 'this rule sees' : 'these rules see'} is told less loudly here than elsewhere, or not at all.`,
          fix: 'Remove the line; a file that has its reasons says so at its head: `-- migrate: allow <rule>: <reason>`.',
          source: { file, ...sources.get(name) },
        },
        name,
      ),
    ]
  })
}
