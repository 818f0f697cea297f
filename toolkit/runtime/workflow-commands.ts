/**
 * What a runner would take for a command, in texts of others.
 *
 * It reads a line that begins with `::name`, behind whatever .NET trims, and finds `##[name]` anywhere in a line; a line
 * ends with `\n`, `\r` or both. Where its comparison passes over invisible characters, it still reads the name at a fixed
 * distance, so that a break within the mark is enough. Source: actions/runner, ActionCommand.cs and OutputManager.cs.
 */
import { type Masked, rendered } from '../redact/masked.ts'
import { oneLine, printable } from '../report/markdown.ts'

/** Not seen, and between the characters of a mark. */
const BREAK = '\u200b'

/** Colours and weights stay, as in our own reports; no other escape sequence does. */
const COLOUR = new RegExp(`(${String.fromCharCode(0x1b)}\\[(?:[0-4]|2[1-4]|3[0-79]|9[0-7])m)`)

function withoutMarks(line: string): string {
  // What `printable` leaves at the beginning of a line is white space to JavaScript where it is to .NET.
  const begin = line.length - line.trimStart().length
  const first = line.startsWith('::', begin)
    ? `${line.slice(0, begin)}:${BREAK}:${line.slice(begin + 2)}`
    : line
  return first.replaceAll('##[', `##${BREAK}[`)
}

/** A text of any number of lines in which everything can be seen, and that commands no runner. */
export function withoutCommands(text: string): string {
  const seen = text
    .split(COLOUR)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('')
  return seen.split('\n').map(withoutMarks).join('\n')
}

/** The same on one line: a title, or the name of a file. */
export function lineWithoutCommands(text: string): string {
  return withoutMarks(oneLine(text))
}

/** A text that is masked, without commands. */
export function disarmed(text: Masked<string>): Masked<string> {
  return rendered(text, withoutCommands(text))
}

/** The same on one line. */
export function disarmedLine(text: Masked<string>): Masked<string> {
  return rendered(text, lineWithoutCommands(text))
}
