import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ask } from '../ask.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'omninode-ask-')), 'with a blank')
  mkdirSync(folder)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

function program(name: string, text: string, mode = 0o755): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
  chmodSync(join(folder, name), mode)
}

test('a tool is found on the PATH that it will see, and sees no other variable', async () => {
  program('tool', 'echo "$1, $HOME$GIVEN"')
  expect(await ask('tool', ['"quoted" $HOME'], { PATH: folder, GIVEN: 'given' })).toBe(
    '"quoted" $HOME, given\n',
  )
  expect(await ask(join(folder, 'tool'), ['x'], {})).toBe('x, \n')
})

test.each([
  ['is not there', 'missing', () => undefined],
  ['may not be run', 'tool', () => program('tool', 'echo 1', 0o644)],
  ['fails', 'tool', () => program('tool', 'echo 1; exit 3')],
])('a tool that %s has no answer', async (_how, name, make) => {
  make()
  expect(await ask(name, [], { PATH: folder })).toBeUndefined()
})
