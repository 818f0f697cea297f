/** The code of folders, each read once: whoever asks about a stack asks about the same modules. */
import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { readSource } from '#toolkit/sources/checkout.ts'
import { type HclAttribute, type HclBlock, type HclBody, readHcl } from '#toolkit/sources/hcl.ts'
import type { ToolName } from '../tool/name.ts'

/** A top-level block and where it stands. */
export interface Declaration {
  /** Relative to the workspace. */
  readonly file: string
  readonly block: HclBlock
}

/** Terraform's names, and those that only OpenTofu reads. */
const NATIVE = /\.(?:tf|tofu)$/
const JSON_SYNTAX = /\.(?:tf|tofu)\.json$/

/** Types of blocks → how many labels they have; what else there is says nothing about stacks. */
const labelled: Readonly<Record<string, number>> = {
  terraform: 0,
  backend: 1,
  cloud: 0,
  module: 1,
  data: 2,
  resource: 2,
  output: 1,
  variable: 1,
  provider: 1,
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function jsonAttribute(value: unknown): HclAttribute {
  const literal = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
  return {
    line: 1,
    expression: JSON.stringify(value),
    literal: literal?.includes('${') ? undefined : literal,
  }
}

/** See "JSON Configuration Syntax" in Terraform's documentation; the lines are not known. */
function jsonBody(value: Readonly<Record<string, unknown>>): HclBody {
  const attributes = new Map<string, HclAttribute>()
  const blocks: HclBlock[] = []
  const collect = (type: string, labels: readonly string[], left: number, inner: unknown) => {
    for (const each of Array.isArray(inner) ? inner : [inner]) {
      if (!isRecord(each)) continue
      if (left === 0) blocks.push({ type, labels, line: 1, ...jsonBody(each) })
      else for (const [label, next] of Object.entries(each)) collect(type, [...labels, label], left - 1, next)
    }
  }
  for (const [name, inner] of Object.entries(value)) {
    const count = labelled[name]
    if (count === undefined) attributes.set(name, jsonAttribute(inner))
    else collect(name, [], count, inner)
  }
  return { attributes, blocks }
}

function readJson(text: string, file: string): HclBody {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Failure({
      code: 'HCL_SYNTAX',
      what: `This is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: 'Correct the text.',
      source: { file },
      cause,
    })
  }
  return jsonBody(isRecord(value) ? value : {})
}

/**
 * Which files of a folder a tool reads: Terraform knows no `.tofu`, and OpenTofu reads `x.tofu` in the place of `x.tf`.
 * Neither reads what editors leave behind.
 */
export function readBy(names: readonly string[], tool: ToolName): string[] {
  const code = names.filter(
    (name) => (NATIVE.test(name) || JSON_SYNTAX.test(name)) && !/^\.|^#.*#$|~$/.test(name),
  )
  const isTofu = (name: string) => /\.tofu(?:\.json)?$/.test(name)
  if (tool === 'terraform') return code.filter((name) => !isTofu(name))
  const own = new Set(code.filter(isTofu))
  return code.filter((name) => isTofu(name) || !own.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')))
}

export class Code {
  readonly workspace: string
  readonly #folders = new Map<string, readonly Declaration[]>()

  constructor(workspace: string) {
    this.workspace = workspace
  }

  /**
   * The top-level blocks of a folder, in the order of its files; none when it is not there.
   * @throws Failure HCL_SYNTAX, or of what leads out of the checkout or is no file
   */
  declarations(folder: string): readonly Declaration[] {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const read = this.#names(folder).flatMap((name) => {
      const file = folder === '.' ? name : `${folder}/${name}`
      const text = readSource(this.workspace, file)
      const body = JSON_SYNTAX.test(name) ? readJson(text, file) : readHcl(text, file)
      return body.blocks.map((block) => ({ file, block }))
    })
    this.#folders.set(folder, read)
    return read
  }

  /** The names of the files with code in a folder that a tool reads. */
  filesFor(folder: string, tool: ToolName): string[] {
    return readBy(this.#names(folder), tool)
  }

  /** The top-level blocks of a folder that a tool reads. @throws Failure HCL_SYNTAX */
  declarationsFor(folder: string, tool: ToolName): readonly Declaration[] {
    const read = new Set(this.filesFor(folder, tool))
    return this.declarations(folder).filter(({ file }) => read.has(posix.basename(file)))
  }

  /** Names of the variables of a folder that neither a plan file nor a state holds. */
  ephemeralVariables(folder: string): Set<string> {
    const found = this.declarations(folder).flatMap(({ block }) => {
      const ephemeral = block.attributes.get('ephemeral')?.expression.trim() === 'true'
      return block.type === 'variable' && ephemeral ? [block.labels[0] ?? ''] : []
    })
    return new Set(found)
  }

  #names(folder: string): string[] {
    let names: string[]
    try {
      names = readdirSync(join(this.workspace, folder))
    } catch {
      return []
    }
    return names.filter((name) => NATIVE.test(name) || JSON_SYNTAX.test(name)).sort()
  }
}
