/** The scripts at the end of the composites, which tell one verdict of all steps. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { stepNames } from '#toolkit/model/step.ts'
import type { CompositeName } from '../scripts/composites.ts'

type Outcome = 'success' | 'changed' | 'failure' | 'cancelled' | 'skipped' | 'absent'

const root = join(import.meta.dirname, '..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** @param outcomes of provision, migrate, deploy and verify */
function verdictOf(name: CompositeName, outcomes: readonly Outcome[]) {
  const output = join(folder, 'output')
  writeFileSync(output, '')
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', GITHUB_OUTPUT: output }
  for (const [index, step] of stepNames.entries()) {
    const outcome = outcomes[index]
    const prefix = step.toUpperCase()
    env[`${prefix}_THERE`] = String(outcome !== 'absent')
    env[`${prefix}_OUTCOME`] =
      outcome === 'changed' ? 'success' : outcome === 'absent' ? 'skipped' : (outcome ?? '')
    env[`${prefix}_CHANGED`] = outcome === 'changed' ? 'true' : outcome === 'success' ? 'false' : ''
  }
  const script = join(root, 'actions', name, 'verdict.sh')
  const { status, stdout } = spawnSync('bash', ['--norc', script], { env, encoding: 'utf8', stdio: 'pipe' })
  const told = stdout.split('\n')
  return {
    exitCode: status,
    lines: told.slice(0, stepNames.length),
    error: told.find((line) => line.startsWith('::error ')) ?? '',
    outputs: readFileSync(output, 'utf8').trimEnd().split('\n'),
  }
}

describe('the verdict of a preview', () => {
  test.each<[readonly Outcome[], number, boolean, string]>([
    [['changed', 'changed', 'changed', 'success'], 0, true, ''],
    [['success', 'success', 'success', 'success'], 0, false, ''],
    [['success', 'success', 'success', 'changed'], 0, false, ''],
    [['absent', 'changed', 'absent', 'success'], 0, true, ''],
    [['failure', 'changed', 'success', 'success'], 1, true, 'provision'],
    [['failure', 'failure', 'failure', 'failure'], 1, false, 'provision migrate deploy verify'],
    [['success', 'success', 'success', 'failure'], 1, false, 'verify'],
    [['success', 'cancelled', 'skipped', 'skipped'], 1, false, 'migrate deploy verify'],
    [['absent', 'absent', 'skipped', 'skipped'], 1, false, 'deploy verify'],
  ])('of %j ends with %d', (outcomes, exitCode, changed, failed) => {
    const verdict = verdictOf('preview', outcomes)
    expect(verdict.exitCode).toBe(exitCode)
    expect(verdict.outputs).toEqual([`changed=${changed}`, `failed-steps=${failed}`])
    if (exitCode === 0) expect(verdict.error).toBe('')
    else expect(verdict.error).toContain(`it is: ${failed.replaceAll(' ', ', ')} failed or was not played.`)
  })

  test('says of each step how it ended', () => {
    expect(verdictOf('preview', ['changed', 'failure', 'absent', 'success']).lines).toEqual([
      'provision: would change something',
      'migrate: failed',
      'deploy: left out: nothing of it is here',
      'verify: passed',
    ])
  })
})

describe('the verdict of a release', () => {
  test.each<[readonly Outcome[], number, boolean, string, string]>([
    [['changed', 'changed', 'changed', 'success'], 0, true, '', ''],
    [['success', 'success', 'success', 'changed'], 0, false, '', ''],
    [['absent', 'success', 'absent', 'absent'], 0, false, '', ''],
    [
      ['failure', 'skipped', 'skipped', 'skipped'],
      1,
      false,
      'provision',
      'provision failed. Done: nothing. Not done: migrate, deploy, verify.',
    ],
    [
      ['changed', 'failure', 'skipped', 'absent'],
      1,
      true,
      'migrate',
      'migrate failed. Done: provision. Not done: deploy.',
    ],
    [
      ['success', 'changed', 'changed', 'failure'],
      1,
      true,
      'verify',
      'verify failed. Done: provision, migrate, deploy. Not done: nothing.',
    ],
    [
      ['changed', 'cancelled', 'skipped', 'skipped'],
      1,
      true,
      '',
      'It was cancelled. Done: provision. Not done: migrate, deploy, verify.',
    ],
    [['absent', 'absent', 'absent', 'absent'], 1, false, '', 'There is nothing to release'],
  ])('of %j ends with %d', (outcomes, exitCode, changed, failed, told) => {
    const verdict = verdictOf('release', outcomes)
    expect(verdict.exitCode).toBe(exitCode)
    expect(verdict.outputs).toEqual([`changed=${changed}`, `failed-steps=${failed}`])
    if (exitCode === 0) expect(verdict.error).toBe('')
    else expect(verdict.error).toContain(told)
  })

  test('says of each step how it ended', () => {
    expect(verdictOf('release', ['changed', 'success', 'failure', 'skipped']).lines).toEqual([
      'provision: done',
      'migrate: nothing was to be done',
      'deploy: failed',
      'verify: not done',
    ])
  })
})
