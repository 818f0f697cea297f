/** Lines of log that are gathered: none is lost, none comes twice, and they stay in their order. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'

const log = pathToFileURL(join(import.meta.dirname, '../../src/http/log.ts')).href
const lines = (count: number) => Array.from({ length: count }, (_, index) => `{"line":${index}}`)

/** What a program prints that logs so many lines in one turn, and ends so. */
function printed(count: number, end: string): { readonly text: string; readonly status: number | null } {
  const program = `
    import { standardOutput } from ${JSON.stringify(log)}
    const output = standardOutput()
    for (let index = 0; index < ${count}; index++) output.write('{"line":' + index + '}\\n')
    ${end}`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  })
  return { text: stdout, status }
}

test.each([
  ['it ends by itself', '', 0],
  ['it is ended at once', 'process.exit(3)', 3],
  ['an error that nobody catches ends it', "throw new Error('a bug')", 1],
])('what a process has logged is there when %s', (_how, end, status) => {
  expect(printed(3, end)).toEqual({ text: `${lines(3).join('\n')}\n`, status })
})

test('more than is gathered at once is all there, in its order', () => {
  expect(printed(5_000, '').text).toBe(`${lines(5_000).join('\n')}\n`)
})
