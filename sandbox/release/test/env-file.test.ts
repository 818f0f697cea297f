import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { environmentToStart } from '../../runner/runner.ts'
import { envFile } from '../env-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-env-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function readBack(environment: Readonly<Record<string, string>>): unknown {
  const file = join(folder, 'step.env')
  writeFileSync(file, envFile(environment))
  const told = execFileSync(process.execPath, [`--env-file=${file}`, '-p', 'JSON.stringify(process.env)'], {
    env: {},
    encoding: 'utf8',
  })
  return JSON.parse(told)
}

test('node reads from the file what was written into it', () => {
  const environment = {
    PLAIN: 'a',
    EMPTY: '',
    'INPUT_AWS-ROLE': 'arn:aws:iam::1:role/a',
    INPUT_TARGETS: '\nrollout a/b\nhttp env:A expect 200 # comment\n',
    QUOTED: `it's "so"`,
    SPACES: '  a = b  ',
    DOLLARS: '$HOME ${HOME} \\n',
    URL: 'postgres://u:p%40s@127.0.0.1:5432/d?sslmode=disable',
  }
  expect(readBack(environment)).toMatchObject(environment)
})

test('what the form cannot hold is refused', () => {
  expect(() => envFile({ A: '\'`"' })).toThrow('the value of A cannot be written')
})

test('an action starts with it as a runner would start it', () => {
  mkdirSync(join(folder, 'action'))
  mkdirSync(join(folder, 'job'))
  writeFileSync(
    join(folder, 'action/action.yml'),
    'inputs:\n  given: { default: x }\n  github-token: { default: "${{ github.token }}" }\nruns: { using: node24, main: main.mjs }\n',
  )
  const environment = environmentToStart({
    job: {
      workspace: folder,
      folder: join(folder, 'job'),
      env: { GITHUB_REF: 'refs/heads/main' },
      token: 'ghs_token',
    },
    action: join(folder, 'action'),
    inputs: { command: 'plan' },
    env: { ONEX_API: 'http://127.0.0.1:1' },
  })
  expect(readBack(environment)).toMatchObject({
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, 'job/temp'),
    GITHUB_OUTPUT: expect.stringContaining(join(folder, 'job/commands-')),
    'INPUT_GITHUB-TOKEN': 'ghs_token',
    INPUT_GIVEN: 'x',
    INPUT_COMMAND: 'plan',
    ONEX_API: 'http://127.0.0.1:1',
  })
})
