import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { moduleNames } from '#sandbox/terraform/modules.ts'
import { stepNames } from '#toolkit/model/step.ts'
import { actionManifest, described, withTables } from '#toolkit/runtime/action-yml.ts'
import { action } from '../actions/publish/src/inputs.ts'
import { errorCauses, errorCodes, errorsMarkdown, errorsPage, failing } from '../scripts/error-codes.ts'
import { filesOfRepository, isTest, textOf } from '../scripts/imports.ts'
import { lintReadme, withLintTable } from '../scripts/lint-table.ts'
import { readmeOf, withModuleTables } from '../scripts/module-tables.ts'
import { rulesReadme, withRuleTable } from '../scripts/rule-table.ts'

const root = join(import.meta.dirname, '..')

test.each(stepNames)("%s's action.yml and README are what its schema generates", async (name) => {
  const folder = join(root, 'actions', name)
  const { step } = await import(`../actions/${name}/src/step.ts`)
  expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toBe(actionManifest(described(step)))
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readme).toBe(withTables(readme, described(step)))
})

test("publish's action.yml and README are what its schema generates", () => {
  const folder = join(root, 'actions/publish')
  expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toBe(actionManifest(action))
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readme).toBe(withTables(readme, action))
})

test("the lint's table in migrate's README is what its rules generate", () => {
  const readme = readFileSync(lintReadme, 'utf8')
  expect(readme).toBe(withLintTable(readme))
})

test.each(moduleNames())('the README of the module %s is what its variables and outputs generate', (name) => {
  const readme = readFileSync(readmeOf(name), 'utf8')
  expect(readme).toBe(withModuleTables(readme, name))
})

test("verify's README lists its rules as they say themselves", () => {
  const readme = readFileSync(rulesReadme, 'utf8')
  expect(readme).toContain('| `pinned-actions` |')
  expect(readme).toBe(withRuleTable(readme))
})

test('the page of failures is what their codes and causes generate', () => {
  expect(readFileSync(join(root, errorsPage), 'utf8')).toBe(errorsMarkdown())
})

test('every code of a failure has a cause and a cure, and every cause is of a code', () => {
  const codes = [...errorCodes().keys()]
  expect(codes.length).toBeGreaterThan(100)
  expect(Object.keys(errorCauses).sort()).toEqual(codes)
  for (const [code, { cause, cure }] of Object.entries(errorCauses)) {
    expect([code, cause]).toEqual([code, expect.stringMatching(/^\S.*\.$/)])
    expect([code, cure]).toEqual([code, expect.stringMatching(/^\S.*\.$/)])
  }
})

test('every function that is given the code of a failure is one whose calls are looked at', () => {
  const declared = filesOfRepository()
    .filter((file) => /^(?:actions\/[^/]+\/src|toolkit)\/.*\.ts$/.test(file) && !isTest(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/(\w+)(?: = )?\(code: string,/g)].map(([, name = '']) => name),
    )
  expect(new Set(declared)).toEqual(new Set(failing))
})

test('the lock file names no host but the registry', () => {
  const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const resolved = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? [])
  expect(resolved.filter((url) => /^https?:/.test(url))).toEqual([])
})
