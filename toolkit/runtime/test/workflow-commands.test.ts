import { describe, expect, test } from '@jest/globals'
import { commandIn, linesOf } from '#sandbox/runner/commands.ts'
import { lineWithoutCommands, withoutCommands } from '../workflow-commands.ts'

/** What .NET's String.TrimStart removes. */
const trimmed = [
  ...'\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000',
  ...[...Array(11).keys()].map((index) => String.fromCodePoint(0x2000 + index)),
]

const commandsIn = (text: string) => linesOf(text).flatMap((line) => commandIn(line)?.name ?? [])

describe.each(trimmed)('behind %j', (blank) => {
  const text = `${blank}::add-mask::a\n${blank}${blank} \t${blank}::error::b`

  test('the runner finds a command, and in what we print none', () => {
    expect(commandsIn(text)).toEqual(['add-mask', 'error'])
    expect(commandsIn(withoutCommands(text))).toEqual([])
    expect(commandsIn(lineWithoutCommands(text))).toEqual([])
  })
})

test.each([
  ['##[error]x', ['error']],
  ['a word ##[add-mask]e', ['add-mask']],
  ['###[error]x', ['error']],
  ['##[##[error]x', []],
  ['a\r::error::x', ['error']],
  ['a\r\n::stop-commands::x', ['stop-commands']],
  ['::ERROR::x', ['ERROR']],
  ['##[Add-Path]/tmp', ['Add-Path']],
  ['::error title=a,file=b::x', ['error']],
  ['##[set-env name=PATH;]x', ['set-env']],
  ['::group::a ##[add-mask]b', ['group']],
  ['::no-such-command::x ##[debug]y', ['debug']],
  ['\u001b[31m##[warning]x', ['warning']],
  ['word ::error::x', []],
])('%j is %j to the runner, and nothing in what we print', (text, found) => {
  expect(commandsIn(text)).toEqual(found)
  expect(commandsIn(withoutCommands(text))).toEqual([])
  expect(commandsIn(lineWithoutCommands(text))).toEqual([])
})

test('what is not seen, or turns the text around it, is shown by its number; our own colours stay', () => {
  expect(withoutCommands('a\u0000b\u001b[2Jc\u202ed\u200be\rf')).toBe(
    'a\\u{0}b\\u{1b}[2Jc\\u{202e}d\\u{200b}e\\u{d}f',
  )
  expect(withoutCommands('\u001b[31mred\u001b[39m')).toBe('\u001b[31mred\u001b[39m')
})

test('an ordinary text stays as it is, its lines and indents too', () => {
  const text = 'a: b\n\n\tc ::d\n  e :: f # [g]\n'
  expect(withoutCommands(text)).toBe(text)
})
