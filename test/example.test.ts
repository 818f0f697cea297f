/** What our own policy and our own lint say about the example. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stepsOf } from '#sandbox/example/steps.ts'
import { readManifests } from '#toolkit/manifests/folder.ts'
import { lint } from '../actions/migrate/src/lint/lint.ts'
import { loadParser } from '../actions/migrate/src/sql/parser.ts'
import { readScript } from '../actions/migrate/src/sql/statements.ts'
import { judge } from '../actions/verify/src/policy.ts'
import { defaultPaths, readRepository } from '../actions/verify/src/repository/repository.ts'
import { rules } from '../actions/verify/src/rules/index.ts'

const example = join(import.meta.dirname, '../examples/service-and-database')
const WORKFLOWS = '.github/workflows'
const MIGRATIONS = 'db/migrations'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'example-'))
  cpSync(example, folder, { recursive: true })
  // As its README's first step writes them.
  for (const name of readdirSync(join(folder, WORKFLOWS))) {
    const file = join(folder, WORKFLOWS, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('<commit>', '0'.repeat(40)))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('our own policy has nothing to say about the example', () => {
  const paths = defaultPaths.filter((path) => ['k8s', WORKFLOWS].includes(path))
  const { repository, problems } = readRepository(folder, paths)
  expect(problems).toEqual([])
  expect(repository.workflows.map(({ file }) => file)).toEqual([
    `${WORKFLOWS}/drift.yml`,
    `${WORKFLOWS}/release.yml`,
  ])
  expect(judge(repository, rules)).toEqual([])
})

test('everything in the example is in its one namespace', () => {
  const { manifests } = readManifests(folder, 'k8s')
  expect(manifests.map(({ object }) => `${object.metadata.namespace}/${object.kind}`).sort()).toEqual(
    readdirSync(join(folder, 'k8s'))
      .filter((name) => name !== 'kustomization.yaml')
      .map((name) => new RegExp(`^shop/${name.replace('.yaml', '')}$`, 'i'))
      .map((pattern) => expect.stringMatching(pattern)),
  )
})

test('our own lint has nothing to say about its migrations, up and down', async () => {
  const parse = await loadParser()
  const files = readdirSync(join(folder, MIGRATIONS)).sort()
  expect(files).toHaveLength(4)
  for (const direction of ['up', 'down']) {
    const scripts = files
      .filter((file) => file.endsWith(`.${direction}.sql`))
      .map((file) => readScript(parse, file, readFileSync(join(folder, MIGRATIONS, file), 'utf8')))
    const found = lint(scripts).filter(({ rule }) => direction === 'up' || !rule.startsWith('drop-'))
    expect([direction, found]).toEqual([direction, []])
  }
})

test('a README whose steps are not numbered from one on, or have no commands, is none to follow', () => {
  const step = (number: string, text = '```sh\ntrue\n```\n') => `## ${number}Do it\n\n${text}\n`
  expect(stepsOf(`# A\n\n${step('1. ')}${step('2. ')}${step('')}`).map(({ number }) => number)).toEqual([
    1,
    2,
    undefined,
  ])
  expect(() => stepsOf(step('2. '))).toThrow('step 2 is the 1. of the README')
  expect(() => stepsOf(step('1. ', 'Just look.'))).toThrow('has no commands')
})
