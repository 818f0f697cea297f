/**
 * How a runner reads what a step prints: which lines it takes for commands, and what they say.
 * Source: actions/runner, ActionCommand.cs, ActionCommandManager.cs and OutputManager.cs.
 */

export interface WorkflowCommand {
  /** As it is written: a runner does not tell cases apart. */
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Every command that a runner knows. */
const registered: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/** What .NET's TrimStart removes: white space as Unicode has it. */
const TRIMMED = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

/** Escapes are resolved one after the other, `%25` as the last. */
function unescaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((value, [code, character]) => value.replaceAll(code, character), text)
}

const dataEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const
const propertyEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const
const bracketEscapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const

function parsed(
  info: string,
  rest: string,
  separator: ',' | ';',
  escapes: {
    readonly property: typeof propertyEscapes | typeof bracketEscapes
    readonly data: typeof dataEscapes | typeof bracketEscapes
  },
): WorkflowCommand | undefined {
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  if (!registered.has(name.toLowerCase())) return undefined
  const properties: Record<string, string> = {}
  for (const pair of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = pair.indexOf('=')
    if (equals > 0 && equals < pair.length - 1)
      properties[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), escapes.property)
  }
  return { name, properties, data: unescaped(rest, escapes.data) }
}

/** The command that a runner would find in a line: `::name::` at its beginning, or else `##[name]` anywhere. */
export function commandIn(line: string): WorkflowCommand | undefined {
  const text = line.replace(TRIMMED, '')
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  const colons =
    end < 0
      ? undefined
      : parsed(text.slice(2, end), text.slice(end + 2), ',', { property: propertyEscapes, data: dataEscapes })
  if (colons !== undefined) return colons
  const start = line.indexOf('##[')
  const close = start < 0 ? -1 : line.indexOf(']', start)
  if (close < 0) return undefined
  const both = { property: bracketEscapes, data: bracketEscapes }
  return parsed(line.slice(start + 3, close), line.slice(close + 1), ';', both)
}

/** The lines of a whole text as .NET's StreamReader has them: they end with `\n`, `\r` or both, and with nothing else. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

export interface LineReader {
  push(chunk: string): void
  /** Tells the last line, also without its end. */
  end(): void
}

/** Lines of a text that comes in pieces. */
export function lineReader(onLine: (line: string) => void): LineReader {
  let begun: string[] = []
  let returned = false
  const close = (piece: string) => {
    begun.push(piece)
    onLine(begun.join(''))
    begun = []
  }
  return {
    push: (chunk) => {
      if (chunk === '') return
      // The second half of an end of line that came with the piece before.
      let from = returned && chunk.startsWith('\n') ? 1 : 0
      returned = chunk.endsWith('\r')
      for (const { 0: ending, index } of chunk.matchAll(/\r\n|\r|\n/g)) {
        if (index < from) continue
        close(chunk.slice(from, index))
        from = index + ending.length
      }
      if (from < chunk.length) begun.push(chunk.slice(from))
    },
    end: () => {
      if (begun.length > 0) close('')
    },
  }
}
