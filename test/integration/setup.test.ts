import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
let empty: string

beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), 'omninode-empty-'))
})
afterEach(() => rmSync(empty, { recursive: true, force: true }))

test.each(['start', 'test'])('npm %s says all that a machine lacks, with how to get it', (command) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['setup.mjs', command], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: empty },
  })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trimEnd().split('\n')).toEqual([
    'This machine lacks:',
    '  - npm: it comes with Node.js',
    "  - git: from your system's packages",
    "  - Python 3.11 or newer: from your system's packages or https://www.python.org",
    "  - pip: `python3 -m ensurepip`, or your system's python3-pip and python3-venv",
  ])
})
