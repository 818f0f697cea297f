/** PostgreSQL's own grammar (libpg_query, PostgreSQL 18), loaded when SQL has to be understood. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Node } from '@pgsql/types'

/** One statement of a parse; `node` has a single member named by its kind, such as `IndexStmt`. */
export interface RawStatement {
  readonly node: Node
  /** UTF-8 byte offsets into the text; without the semicolon. */
  readonly start: number
  readonly end: number
}

export class SqlSyntaxError extends Error {
  override readonly name = 'SqlSyntaxError'
  /** In code points, from 0. */
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.position = position
  }
}

/** More than the parser's memory or stack takes, whether it is valid or not. */
export class SqlTooLargeError extends Error {
  override readonly name = 'SqlTooLargeError'
}

/** @throws SqlSyntaxError, SqlTooLargeError */
export type Parse = (sql: string) => readonly RawStatement[]

/** What this file uses of the compiled module's exports. */
interface Module {
  _malloc(bytes: number): number
  _free(pointer: number): void
  _wasm_parse_query_raw(query: number): number
  _wasm_free_parse_result(result: number): void
  getValue(pointer: number, type: 'i32'): number
  UTF8ToString(pointer: number): string
  stringToUTF8(text: string, pointer: number, bytes: number): void
}

interface ParseTree {
  readonly stmts?: readonly {
    readonly stmt: Node
    readonly stmt_location?: number
    readonly stmt_len?: number
  }[]
}

interface Loaded {
  readonly module: Module
  /** Something was thrown through it, and left its stack and memory as they were in the middle of the work. */
  spent: boolean
}

let loaded: Promise<Loaded> | undefined

/** What is not called is not compiled either. */
const flags = [
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  '--wasm-lazy-compilation',
  '--wasm-lazy-validation',
]

/**
 * Keeps V8 from optimising the parser's machine code: its one huge function takes a core for most of a second and half
 * a gigabyte, beside a server that needs both, and a run parses too little to earn that back.
 */
function spareTheCompiler(): void {
  for (const flag of flags) setFlagsFromString(flag)
}

/** Beside a bundle lies a copy of the module, because its WebAssembly must lie beside it. */
async function load(): Promise<Loaded> {
  spareTheCompiler()
  const requireFrom = createRequire(import.meta.url)
  const beside = join(import.meta.dirname, 'libpg-query.cjs')
  const create: () => Promise<Module> = requireFrom(
    existsSync(beside) ? beside : 'libpg-query/wasm/libpg-query.js',
  )
  return { module: await create(), spent: false }
}

/** The offsets of result and error structs are those of libpg_query's C interface: 32-bit pointers and ints. */
function parseWith(module: Module, sql: string): readonly RawStatement[] {
  const bytes = Buffer.byteLength(sql) + 1
  const query = module._malloc(bytes)
  module.stringToUTF8(sql, query, bytes)
  const result = module._wasm_parse_query_raw(query)
  try {
    const error = module.getValue(result + 8, 'i32')
    if (error !== 0) {
      const message = module.UTF8ToString(module.getValue(error, 'i32'))
      throw new SqlSyntaxError(message, Math.max(0, module.getValue(error + 16, 'i32') - 1))
    }
    const tree: ParseTree = JSON.parse(module.UTF8ToString(module.getValue(result, 'i32')))
    return (tree.stmts ?? []).map(({ stmt, stmt_location = 0, stmt_len = 0 }) => ({
      node: stmt,
      start: stmt_location,
      end: stmt_len === 0 ? bytes - 1 : stmt_location + stmt_len,
    }))
  } finally {
    module._free(query)
    module._wasm_free_parse_result(result)
  }
}

/** V8 throws when stack, memory or the length of a string is used up; what the module ends itself with is no Error. */
function isExhaustion(error: unknown): boolean {
  return !(error instanceof Error) || error.name === 'RangeError' || error.name === 'RuntimeError'
}

/** The parser; a new one when the last was spent. */
export async function loadParser(): Promise<Parse> {
  loaded ??= load()
  const parser = await loaded
  return (sql) => {
    // The C interface ends a text at a NUL, and would not see what follows.
    const nul = sql.indexOf('\0')
    if (nul !== -1) throw new SqlSyntaxError('a NUL character', [...sql.slice(0, nul)].length)
    if (parser.spent) throw new SqlTooLargeError('the parser gave up on a file before it')
    try {
      return parseWith(parser.module, sql)
    } catch (cause) {
      if (!isExhaustion(cause)) throw cause
      parser.spent = true
      loaded = undefined
      throw new SqlTooLargeError('it is more than the parser takes', { cause })
    }
  }
}
