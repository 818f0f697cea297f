/** What the code of a stack keeps secret: the values of its sensitive variables, wherever they are set, before any plan. */
import { posix } from 'node:path'
import { failuresIn } from '#toolkit/model/failure.ts'
import { namesSecret } from '#toolkit/redact/names.ts'
import { readWithin, Unreadable } from '#toolkit/sources/checkout.ts'
import { type HclAttribute, type HclBlock, readHcl } from '#toolkit/sources/hcl.ts'
import type { Code } from './code.ts'
import { automaticFiles } from './sources.ts'

/** A text that must not be shown, and the name that it is known by. */
export interface SensitiveValue {
  readonly name: string
  readonly value: string
}

type Environment = Readonly<Record<string, string>>

/** Before the name of a variable in the environment. */
const VARIABLE = 'TF_VAR_'

/** Modules within modules are looked into so far. */
const DEEPEST = 8

/** A text; or a key, which a colon or an equals sign comes behind. */
const TEXT_OR_KEY = /"((?:[^"\\]|\\[\s\S]?)*)(?:"|$)(\s*[=:](?!=))?|(?<![\w-])([\w-]+)\s*[=:](?!=)/g

/** The texts that an expression has written out. */
function* textsOf(name: string, { literal, expression }: HclAttribute): Generator<SensitiveValue> {
  if (literal !== undefined) return yield { name, value: literal }
  let key = name
  for (const [, text = '', isKey, word] of expression.matchAll(TEXT_OR_KEY)) {
    if (word !== undefined) key = word
    else if (isKey !== undefined) key = text
    else if (text !== '') yield { name: key, value: unquoted(text) }
  }
  const heredoc = heredocIn(expression)
  if (heredoc !== undefined) yield { name, value: heredoc }
}

function heredocIn(expression: string): string | undefined {
  const begin = /<<-?\w+\r?\n/.exec(expression)
  if (begin === null) return undefined
  const rest = expression.slice(begin.index + begin[0].length).trimEnd()
  const end = rest.lastIndexOf('\n')
  return end >= 0 && /^\w+$/.test(rest.slice(end).trim()) ? rest.slice(0, end) : undefined
}

function unquoted(text: string): string {
  return text.replace(
    /\\(["\\nrt])/g,
    (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter,
  )
}

function isSensitive({ labels: [name = ''], attributes }: HclBlock): boolean {
  const says = (attribute: string) => attributes.get(attribute)?.expression.trim() === 'true'
  return says('sensitive') || says('ephemeral') || namesSecret(name)
}

/** Code that cannot be read is told by who reads it for what it is. */
function topLevel(code: Code, folder: string): readonly HclBlock[] {
  try {
    return code.declarations(folder).map(({ block }) => block)
  } catch (error) {
    if (failuresIn(error).length === 0) throw error
    return []
  }
}

function blocksOf(code: Code, folder: string, type: string): readonly HclBlock[] {
  return topLevel(code, folder).filter((block) => block.type === type)
}

function sensitiveVariables(code: Code, folder: string): ReadonlyMap<string, HclBlock> {
  const variables = blocksOf(code, folder, 'variable').filter(isSensitive)
  return new Map(variables.map((block) => [block.labels[0] ?? '', block]))
}

/** What a file of variables sets. */
function* setIn(workspace: string, file: string): Generator<readonly [string, HclAttribute]> {
  let text: string
  try {
    text = readWithin(workspace, file).toString('utf8')
  } catch (error) {
    if (error instanceof Unreadable) return
    throw error
  }
  try {
    if (!file.endsWith('.json')) return yield* readHcl(text, file).attributes
    const values: unknown = JSON.parse(text)
    if (typeof values !== 'object' || values === null) return
    for (const [name, value] of Object.entries(values))
      yield [
        name,
        {
          line: 1,
          expression: JSON.stringify(value),
          literal: typeof value === 'string' ? value : undefined,
        },
      ]
  } catch (error) {
    if (failuresIn(error).length === 0 && !(error instanceof SyntaxError)) throw error
  }
}

/** What modules of the stack are given for their sensitive variables, written out in the code. */
function* givenToModules(code: Code, folder: string, depth = 0): Generator<SensitiveValue> {
  if (depth > DEEPEST) return
  for (const { attributes } of blocksOf(code, folder, 'module')) {
    const source = attributes.get('source')?.literal
    if (source === undefined || !/^\.\.?\//.test(source)) continue
    const inner = posix.join(folder, source)
    for (const [name, block] of sensitiveVariables(code, inner)) {
      for (const attribute of [attributes.get(name), block.attributes.get('default')])
        if (attribute !== undefined) yield* textsOf(name, attribute)
    }
    yield* givenToModules(code, inner, depth + 1)
  }
}

/** What is written out in the code under a name that says that it is a secret. */
function* writtenOut({
  attributes,
  blocks,
}: Pick<HclBlock, 'attributes' | 'blocks'>): Generator<SensitiveValue> {
  for (const [name, { literal }] of attributes)
    if (literal !== undefined && namesSecret(name)) yield { name, value: literal }
  for (const block of blocks) yield* writtenOut(block)
}

/**
 * @param varFiles paths relative to the workspace
 * @param env the environment of Terraform, with its `TF_VAR_…`
 */
export function* sensitiveValuesOf(
  code: Code,
  folder: string,
  varFiles: readonly string[],
  env: Environment,
): Generator<SensitiveValue> {
  const variables = sensitiveVariables(code, folder)
  const files = [...automaticFiles(code.workspace, folder), ...varFiles]
  for (const [name, { attributes }] of variables) {
    const fallback = attributes.get('default')
    if (fallback !== undefined) yield* textsOf(name, fallback)
    const given = env[VARIABLE + name]
    if (given === undefined) continue
    yield { name, value: given }
    if (/^\s*[[{]/.test(given)) yield* textsOf(name, { line: 1, expression: given, literal: undefined })
  }
  for (const file of files)
    for (const [name, attribute] of setIn(code.workspace, file))
      if (variables.has(name) || namesSecret(name)) yield* textsOf(name, attribute)
  // No code may declare it, and yet a provider may quote it.
  for (const [name, value] of Object.entries(env))
    if (name.startsWith(VARIABLE) && namesSecret(name) && !variables.has(name.slice(VARIABLE.length)))
      yield { name: name.slice(VARIABLE.length), value }
  yield* givenToModules(code, folder)
  for (const block of topLevel(code, folder)) yield* writtenOut(block)
}
