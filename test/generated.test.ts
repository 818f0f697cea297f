import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod'
import { moduleNames } from '#sandbox/terraform/modules.ts'
import { stepNames } from '#toolkit/model/step.ts'
import { actionManifest, described, withTables } from '#toolkit/runtime/action-yml.ts'
import { action } from '../actions/publish/src/inputs.ts'
import {
  compositeManifest,
  compositeNames,
  composites,
  flowing,
  withCompositeTables,
} from '../scripts/composites.ts'
import { errorCauses, errorCodes, errorsMarkdown, errorsPage, failing } from '../scripts/error-codes.ts'
import { filesOfRepository, isTest, textOf } from '../scripts/imports.ts'
import { lintReadme, withLintTable } from '../scripts/lint-table.ts'
import { readmeOf, withModuleTables } from '../scripts/module-tables.ts'
import { quickStartReadme, withQuickStart } from '../scripts/quick-start.ts'
import { realmFiles, realmFilesManifest, realmJob, withRealmHash } from '../scripts/realm-job.ts'
import { reusableWorkflows, withGenerated } from '../scripts/reusable.ts'
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

describe.each(compositeNames)('the composite %s', (name) => {
  const folder = join(root, 'actions', name)
  const manifestOf = (action: string) =>
    load(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8'))
  const Four = z.object({ inputs: z.record(z.string(), z.object({ default: z.string().optional() })) })
  const Composite = Four.extend({
    outputs: z.record(z.string(), z.object({ value: z.string() })),
    runs: z.object({
      steps: z.array(
        z.object({
          id: z.string(),
          uses: z.string().optional(),
          with: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  })
  const { inputs, outputs, runs } = Composite.parse(manifestOf(name))

  test('is what the schemas of the four generate, and its README too', () => {
    expect(readFileSync(join(folder, 'action.yml'), 'utf8')).toBe(compositeManifest(name))
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(readme).toBe(withCompositeTables(readme, name))
  })

  test('plays the four in their order, each with its command', () => {
    const played = runs.steps.filter(({ uses }) => uses !== undefined)
    expect(played.map(({ uses }) => uses)).toEqual(stepNames.map((step) => `$/actions/${step}`))
    expect(played.map((step) => step.with?.['command'])).toEqual(Object.values(composites[name].commands))
  })

  test.each(stepNames)('leaves no input of %s out of reach, and gives each its own', (step) => {
    const given = runs.steps.find(({ id }) => id === step)?.with ?? {}
    const { command: _command, ...own } = Four.parse(manifestOf(step)).inputs
    const { command: _played, ...passed } = given
    expect(Object.keys(passed).sort()).toEqual(Object.keys(own).sort())
    for (const [input, expression] of Object.entries(passed)) {
      const [, from = ''] = /^\$\{\{ inputs\.([\w-]+)/.exec(expression) ?? []
      expect([input, `${step}-${input}`, `migrate-${input}`]).toContain(from)
      expect(inputs).toHaveProperty([from])
      // What is empty counts as not given: the step's own default is as good.
      expect([own[input]?.default, undefined]).toContain(inputs[from]?.default)
      const flows = expression.includes('steps.provision.outputs.by-name')
      expect([input, flows]).toEqual([input, step !== 'provision' && flowing.includes(input)])
    }
  })

  test('has no input that reaches nothing', () => {
    const reached = runs.steps.flatMap((step) =>
      Object.values(step.with ?? {}).flatMap((text) => /inputs\.([\w-]+)/.exec(text)?.[1] ?? []),
    )
    expect(Object.keys(inputs).sort()).toEqual([...new Set(reached)].sort())
  })

  test('puts out what each step does', () => {
    const values = Object.values(outputs).map(({ value }) => value)
    for (const step of stepNames) {
      const { outputs: own } = z
        .object({ outputs: z.record(z.string(), z.unknown()) })
        .parse(manifestOf(step))
      for (const output of Object.keys(own))
        expect(values).toContain(`\${{ steps.${step}.outputs.${output} }}`)
    }
    expect(new Set(values).size).toBe(values.length)
  })
})

test.each(reusableWorkflows)('%s passes what its actions take, as their schemas generate it', (file) => {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('# generated: inputs')
  expect(text).toBe(withGenerated(text))
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

test("README's quick start is the example's own workflow", () => {
  const readme = readFileSync(quickStartReadme, 'utf8')
  expect(readme).toContain('/.github/workflows/preview.yml@<commit>')
  expect(readme).toBe(withQuickStart(readme))
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

test("the Job that applies Keycloak's realm has its files, and a name of them, so that a release makes a new one", () => {
  expect(readFileSync(realmFiles, 'utf8')).toBe(realmFilesManifest())
  const job = readFileSync(realmJob, 'utf8')
  expect(job).toMatch(/^ {2}name: keycloak-realm-[0-9a-f]{12}$/m)
  expect(job).toBe(withRealmHash(job))
})
