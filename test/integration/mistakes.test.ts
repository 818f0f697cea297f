/** What a newcomer is told of each mistake, word for word: where, what, why, and what to do. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { settled } from '#sandbox/release/recording.ts'
import { setStage } from '#sandbox/release/stage.ts'
import type { Annotation, StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { mistakes } from '../mistakes/index.ts'
import { make } from '../mistakes/make.ts'
import type { Mistake } from '../mistakes/mistake.ts'

/** One annotation. A failure has a code, a finding the name of its rule, and a warning of the log neither. */
interface Told {
  readonly title?: string
  /** `file:line:column` */
  readonly at?: string
  readonly what: string
  readonly why?: string
  readonly fix: string
}

type Words = Readonly<Record<string, Readonly<Record<string, readonly Told[]>>>>

const file = join(import.meta.dirname, '../recordings/mistakes.json')
const words = (): Words => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
const recording = process.env['RECORD'] === '1'

const PARALLEL = 4
const everything = Object.entries(mistakes).flatMap(([group, list]) =>
  list.map((mistake, index) => ({ group, mistake, key: `${group}-${index}` })),
)
const results = new Map<string, StepResult>()
let sandbox: Sandbox

beforeAll(async () => {
  const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  const stage = await setStage(sandbox)
  const merged = await stage.merge()
  const left = [...everything]
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      results.set(next.key, await make(next.mistake, next.key, sandbox, stage, merged))
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
}, 600_000)
afterAll(() => sandbox?.stop())

/** The names of a pod's replica set and of itself are made up by the cluster. */
function steady(text: string): string {
  return settled(text, new Map()).replace(/-[0-9a-f]{8,10}-[a-z0-9]{5}\b/g, '-<generated>')
}

function resultOf(key: string): StepResult {
  const result = results.get(key)
  if (result === undefined) throw new Error(`${key} was not made`)
  return result
}

function placeOf({ file: path, line, col }: Annotation['properties']): string | undefined {
  return path === undefined ? undefined : [path, line, col].filter((each) => each !== undefined).join(':')
}

/** What was told, as it was said. */
function told({ annotations }: StepResult, level: Annotation['level']) {
  return annotations
    .filter((each) => each.level === level)
    .map(({ message, properties }) => ({
      title: properties['title'],
      at: placeOf(properties),
      message: steady(message),
    }))
}

/** Says of each code what it is told for. */
const PAGE = 'https://github.com/omninode-ai/omninode_infra/blob/main/docs/errors.md'

/** The same of what stands in the recording. */
function spoken({ title, at, what, why, fix }: Told) {
  const isFinding = title !== undefined && /^[a-z]/.test(title)
  const parts = { code: '', what, fix, ...(why === undefined ? {} : { why }) }
  const page = title === undefined ? '' : `\n${PAGE}#${title.toLowerCase()}`
  const message = isFinding
    ? [what, why, fix].join('\n')
    : `${at === undefined ? '' : `${at}: `}${new Failure(parts).message}${page}`
  return { title, at, message }
}

/** What is recorded of a mistake; what is said otherwise now is left to a person to part. */
function recorded(result: StepResult, level: Annotation['level'], before: readonly Told[]): Told[] {
  return told(result, level).map(({ title, at, message }) => {
    const same = before.find((each) => spoken(each).message === message)
    return (
      same ?? {
        ...(title === undefined ? {} : { title }),
        ...(at === undefined ? {} : { at }),
        what: message,
        fix: '',
      }
    )
  })
}

if (recording)
  afterAll(() => {
    const known = words()
    const all: Record<string, Record<string, readonly Told[]>> = {}
    for (const { group, mistake, key } of everything) {
      const before = known[group]?.[mistake.mistake] ?? []
      all[group] = {
        ...all[group],
        [mistake.mistake]: recorded(resultOf(key), mistake.level ?? 'error', before),
      }
    }
    writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`)
  })

test('at least 69 mistakes are made, no two alike', () => {
  const names = everything.map(({ mistake }) => mistake.mistake)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(69)
  expect(Object.values(words()).flatMap(Object.keys).sort()).toEqual(names.sort())
})

describe.each(Object.entries(mistakes))('%s:', (group, list) => {
  test.each(list.map((mistake, index) => [mistake.mistake, mistake, `${group}-${index}`] as const))(
    '%s',
    (name, { level = 'error' }: Mistake, key) => {
      const result = resultOf(key)
      const expected = words()[group]?.[name] ?? []
      expect(told(result, level)).toEqual(expected.map(spoken))
      expect(expected.length).toBeGreaterThan(0)
      for (const { what, fix } of expected) {
        expect(what).not.toBe('')
        expect(fix).not.toBe('')
      }
      expect(result.exitCode).toBe(level === 'error' ? 1 : 0)
      expect(result.post?.exitCode).toBe(0)
      const all = [...result.log, ...(result.post?.log ?? []), result.summary].join('\n')
      expect(all).not.toMatch(/^\s+at .*[:(]\d+:\d+\)?$/m) // a line of a stack trace
      expect(all).not.toMatch(
        /\bBUG\b|Invalid input: expected|received undefined|Unrecognized key|Too (?:small|big): expected|✖/,
      )
      expect(all).not.toMatch(/\[object Object\]|undefined\b(?!.*variable)/)
    },
  )
})

describe('at a terminal:', () => {
  const cli = join(import.meta.dirname, '../../actions/migrate/dist/cli.js')
  const database = 'postgres://app:not-a-secret@127.0.0.1:1/app'

  test.each<[name: string, args: readonly string[], env: Record<string, string>, told: readonly string[]]>([
    [
      'a command that is misspelt',
      ['aply'],
      { DATABASE_URL: database },
      ['error INPUT_INVALID: There is no command `aply`. Did you mean `apply`?'],
    ],
    [
      'an option that is misspelt',
      ['plan', '--directroy', 'db/migrations'],
      { DATABASE_URL: database },
      ['error INPUT_UNKNOWN: There is no option `--directroy`. Did you mean `--directory`?'],
    ],
    [
      'no database',
      [],
      {},
      [
        'error INPUT_INVALID: Neither `--database-url` nor `--database-secret` is given. Pass `--database-url` (or DATABASE_URL), or `--database-secret` with `--api-server`.',
      ],
    ],
    [
      'another folder than that of the repository',
      ['plan', '--workspace', '/nowhere'],
      { DATABASE_URL: database },
      [
        'error MIGRATIONS_MISSING: The folder db/migrations cannot be read. Check out the repository first, or correct `--directory`.',
      ],
    ],
  ])('%s', (_name, args, env, expected) => {
    const workspace = join(sandbox.folder, 'checkout-inputs-0')
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: workspace,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    })
    const [, code = ''] = /^error (\w+):/.exec(expected[0] ?? '') ?? []
    const page = `${PAGE}#${code.toLowerCase()}`
    expect(stripVTControlCharacters(stderr).trim().split('\n')).toEqual([...expected, page])
    expect(stdout).toBe('Migrate could not be planned\n')
    expect(status).toBe(1)
  })
})
