import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { masked } from '../../redact/test/masked.ts'
import { runnerHost, seesColour } from '../host.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-host-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  delete process.env['GITHUB_STEP_SUMMARY']
})

test('what is appended to the step summary begins a block of its own', () => {
  const file = join(folder, 'summary')
  writeFileSync(file, '')
  process.env['GITHUB_STEP_SUMMARY'] = file
  const host = runnerHost()
  host.appendSummary(() => masked('<details>\n<summary>a</summary>\n\nb\n\n</details>'))
  host.appendSummary(() => masked('### Second'))
  expect(marked.parse(readFileSync(file, 'utf8'), { gfm: true, async: false })).toContain('<h3>Second</h3>')
})

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '' }, false, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'dumb', GITHUB_ACTIONS: 'true' }, true, true],
])('with %j, where they are shown: %s, colours are seen: %s', (env, shows, seen) => {
  expect(seesColour(env, shows)).toBe(seen)
})

test('a reader that goes away is outlived once, however many hosts there are', () => {
  runnerHost()
  const listening = process.stdout.listenerCount('error')
  runnerHost()
  expect(process.stdout.listenerCount('error')).toBe(listening)
})
