import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { lint } from '../actions/migrate/src/lint/lint.ts'
import { lintRules } from '../actions/migrate/src/lint/registry.ts'
import { loadParser, type Parse } from '../actions/migrate/src/sql/parser.ts'
import { readScript } from '../actions/migrate/src/sql/statements.ts'
import { judge } from '../actions/verify/src/policy.ts'
import { probes } from '../actions/verify/src/probes/index.ts'
import { readRepository } from '../actions/verify/src/repository/repository.ts'
import { rules } from '../actions/verify/src/rules/index.ts'
import { parseTargets } from '../actions/verify/src/target.ts'
import { healthOf, rules as healthRules } from '../toolkit/kubernetes/health/index.ts'
import { KubernetesObject } from '../toolkit/kubernetes/object.ts'
import { type LayoutName, layouts } from '../toolkit/migrations/layout/choose.ts'
import { readMigrations } from '../toolkit/migrations/layout/read.ts'
import { formatSource } from '../toolkit/model/source.ts'
import { readYaml } from '../toolkit/sources/yaml.ts'
import { exampleOf, expectationsIn, withoutExpectations } from './examples.ts'

const root = dirname(import.meta.dirname)
let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

interface Registry {
  readonly name: string
  /** In the order of its index. */
  readonly ids: readonly string[]
  /** Where a file is an entry, all but `besides`. */
  readonly folder: string
  readonly besides: readonly string[]
  /** `<id>/pass` and `<id>/fail`, each a file or a folder. */
  readonly examples: string
  /** The whole messages by which an entry tells what is wrong with an example. */
  says(id: string, example: string): readonly string[]
  /** The whole messages that are written beside an example; unless given, in its comments. */
  expected?(example: string): readonly string[]
}

const registries: readonly Registry[] = [
  {
    name: 'the rules of verify',
    ids: rules.map(({ id }) => id),
    folder: 'actions/verify/src/rules',
    besides: ['index.ts', 'rule.ts'],
    examples: 'actions/verify/test/fixtures/rules',
    says: (id, example) => {
      const own = rules.filter((rule) => rule.id === id)
      return judge(readRepository(example, ['.']).repository, own).map(({ message }) => message)
    },
  },
  {
    name: 'the probes of verify',
    ids: probes.map(({ id }) => id),
    folder: 'actions/verify/src/probes',
    besides: ['index.ts', 'probe.ts', 'words.ts'],
    examples: 'actions/verify/test/fixtures/probes',
    says: (id, example) => {
      const lines = readFileSync(example, 'utf8').split('\n').map(withoutExpectations)
      expect(lines.filter((line) => line !== '' && !/^#/.test(line) && line.split(' ')[0] !== id)).toEqual([])
      return parseTargets(lines.join('\n')).problems.map(({ what }) => what)
    },
  },
  {
    name: 'the lint rules of migrate',
    ids: lintRules.map(({ name }) => name),
    folder: 'actions/migrate/src/lint/rules',
    besides: ['index.ts'],
    examples: 'actions/migrate/test/fixtures/lint',
    says: (id, example) => {
      const found = lint([readScript(parse, '0001.up.sql', readFileSync(example, 'utf8'))], {
        choices: new Map([['house', 'error']]),
      })
      return found.filter(({ rule }) => rule === id).map(({ message }) => message)
    },
  },
  {
    name: 'the health rules',
    ids: healthRules.map(({ id }) => id),
    folder: 'toolkit/kubernetes/health',
    besides: ['index.ts'],
    examples: 'toolkit/kubernetes/test/fixtures/health',
    says: (_id, example) =>
      readdirSync(example).flatMap((file) => {
        const [document] = readYaml(readFileSync(join(example, file), 'utf8'), file)
        const health = healthOf(KubernetesObject.parse(document?.value))
        const by = health.state === 'suspended' ? ` by ${health.by.join('.')}` : ''
        return health.state === 'ready' ? [] : [`${health.state}${by}: ${health.reason}.`]
      }),
  },
  {
    name: 'the layouts of migrations',
    ids: layouts.map(({ name }) => name),
    folder: 'toolkit/migrations/layout',
    besides: [
      ...[
        'choose.ts',
        'folder.ts',
        'halves.ts',
        'index.ts',
        'layout.ts',
        'listing.ts',
        'read.ts',
        'versions.ts',
      ],
    ],
    examples: 'toolkit/migrations/test/fixtures/layout',
    says: (id, example) =>
      readMigrations(dirname(example), basename(example), id as LayoutName).problems.map(
        ({ code, message, source }) =>
          `${source === undefined ? '' : `${formatSource(source)}: `}${code}: ${message}`,
      ),
    // Nothing can be written into a migration whose checksum counts.
    expected: (example) => readFileSync(`${example}.txt`, 'utf8').trimEnd().split('\n'),
  },
]

/** What somebody who adds an entry has forgotten, each with the file to add or change. */
function missing({ ids, folder, besides, examples }: Registry): string[] {
  const files = readdirSync(join(root, folder)).filter((file) => !besides.includes(file))
  const known = new Set(ids)
  return [
    ...files
      .filter((file) => !known.has(basename(file, '.ts')))
      .map((file) => `list ${folder}/${file} in ${folder}/index.ts, with the id ${basename(file, '.ts')}`),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `give one of the two ${id} in ${folder}/index.ts another id`),
    ...ids
      .filter((id) => !files.includes(`${id}.ts`))
      .map((id) => `name the file of ${id} ${folder}/${id}.ts, as its id is`),
    ...ids.flatMap((id) =>
      (['pass', 'fail'] as const)
        .filter((end) => exampleOf(join(root, examples), id, end) === undefined)
        .map((end) => `add ${examples}/${id}/${end}: an example that ${end === 'pass' ? 'passes' : 'fails'}`),
    ),
    ...readdirSync(join(root, examples))
      .filter((id) => !known.has(id))
      .map((id) => `remove ${examples}/${id}, which is an example of nothing`),
  ]
}

/** @throws Error that says what to add */
function example({ examples }: Registry, id: string, end: 'pass' | 'fail'): string {
  const found = exampleOf(join(root, examples), id, end)
  if (found === undefined) throw new Error(`there is no ${examples}/${id}/${end}`)
  return found
}

describe.each(registries.map((registry) => [registry.name, registry] as const))('%s', (_name, registry) => {
  test('are listed, named as their files, and have examples', () => {
    expect(registry.ids.length).toBeGreaterThan(0)
    expect(missing(registry)).toEqual([])
  })

  test.each(registry.ids)('%s has nothing to say of what is right', (id) => {
    expect(registry.says(id, example(registry, id, 'pass'))).toEqual([])
  })

  test.each(registry.ids)('%s says of what is wrong what is written beside it, word for word', (id) => {
    const wrong = example(registry, id, 'fail')
    const wanted = registry.expected?.(wrong) ?? expectationsIn(wrong).map(({ message }) => message)
    expect(wanted.filter((message) => !/\S.*\.$/.test(message))).toEqual([])
    expect(wanted.length).toBeGreaterThan(0)
    expect(registry.says(id, wrong).toSorted()).toEqual(wanted.toSorted())
  })
})

test('something that was forgotten is told, with the file to add', () => {
  const [registry] = registries
  if (registry === undefined) throw new Error('there are registries')
  const { ids, folder, examples } = registry
  const [first = '', ...others] = ids
  expect(missing({ ...registry, ids: others })).toEqual([
    `list ${folder}/${first}.ts in ${folder}/index.ts, with the id ${first}`,
    `remove ${examples}/${first}, which is an example of nothing`,
  ])
  expect(missing({ ...registry, ids: [...ids, 'new-one', first] })).toEqual([
    `give one of the two ${first} in ${folder}/index.ts another id`,
    `name the file of new-one ${folder}/new-one.ts, as its id is`,
    `add ${examples}/new-one/pass: an example that passes`,
    `add ${examples}/new-one/fail: an example that fails`,
  ])
})

/** A grammar is not all of a probe: what it sees is tried where it is. */
test.each(probes.map(({ id }) => id))('a test lets the probe %s fail on a real target', (id) => {
  const folder = 'actions/verify/test/integration'
  const texts = readdirSync(join(root, folder)).map((file) => readFileSync(join(root, folder, file), 'utf8'))
  const failing = texts.filter(
    (text) => text.includes(`/src/probes/${id}.ts'`) && /status: 'failed',\s+message: ['"`]/.test(text),
  )
  const wanted = `add a test to ${folder} that imports probes/${id}.ts and expects status 'failed' with its message`
  expect(failing.length > 0 ? [] : [wanted]).toEqual([])
})
