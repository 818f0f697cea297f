import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '../../redact/redactor.ts'
import type { Host } from '../host.ts'
import { fitted, LiveLine } from '../live-line.ts'
import { createLogger } from '../logger.ts'

describe('the live line of a terminal', () => {
  test('is written in place of the one before, and gone before anything else', () => {
    const written: string[] = []
    const line = new LiveLine({ write: (text) => written.push(text), columns: 20 })
    line.clear()
    line.show('one')
    line.show('two')
    line.clear()
    line.clear()
    expect(written).toEqual(['\r\u001b[2Kone', '\r\u001b[2Ktwo', '\r\u001b[2K'])
  })

  test('heeds the width that the terminal has now', () => {
    const screen = { write: (text: string) => written.push(text), columns: 80 }
    const written: string[] = []
    const line = new LiveLine(screen)
    screen.columns = 12
    line.show('a text that is longer than that')
    expect(written).toEqual(['\r\u001b[2Ka text tha…'])
  })

  test.each([
    ['short', 80, 'short'],
    ['12345678', 8, '123456…'],
    ['表表表表表', 8, '表表…'],
    ['🚀🚀🚀🚀🚀', 6, '🚀…'],
  ])('%s fits into %d columns as %s', (text, columns, shown) => {
    expect(fitted(text, columns)).toBe(shown)
  })
})

describe('what takes long', () => {
  const logger = (live?: Host['live']) => {
    const printed: string[] = []
    let now = 0
    const host = {
      ...{ run: { repositoryUrl: '', actionRepository: 'a/b' }, clock: () => new Date(now) },
      print: (line: string) => printed.push(line),
      ...(live === undefined ? {} : { live }),
    } as unknown as Host // what the log needs of it
    const redactor = createRedactor()
    redactor.add('hunter2hunter2')
    const log = createLogger(host, redactor)
    const second = (text: string, first?: 'at once') => {
      now += 1_000
      log.progress(text, first)
    }
    return { printed, log, second }
  }

  test('is told in a log in a line every ten seconds, and of what is over nothing is told', () => {
    const { printed, log, second } = logger()
    for (let count = 1; count <= 35; count++) second(`${count} s`)
    expect(printed).toEqual(['11 s', '21 s', '31 s'])
    log.progress(undefined)
    for (let count = 1; count <= 10; count++) second(`again ${count} s`)
    expect(printed).toHaveLength(3)
  })

  test('is told at once where somebody is waited for, and then every ten seconds', () => {
    const { printed, log, second } = logger()
    for (let count = 1; count <= 25; count++) second(`${count} s`, 'at once')
    expect(printed).toEqual(['1 s', '11 s', '21 s'])
    log.progress(undefined)
    second('again', 'at once')
    expect(printed.slice(3)).toEqual(['again'])
  })

  test('is told in a terminal every second, in one line, masked and without a control character', () => {
    const shown: string[] = []
    const { log, second } = logger({ show: (line) => shown.push(line), clear: () => shown.push('gone') })
    second('a hunter2hunter2\u001b[2J\n::error::b')
    log.progress(undefined)
    expect(shown).toEqual(['a ***\\u{1b}[2J ::error::b', 'gone'])
  })
})
