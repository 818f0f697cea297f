/** What `live` is to prove: one probe a line. */
import { type HistoryTable, historyName, parseHistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Change } from '#toolkit/model/change.ts'
import { Failure } from '#toolkit/model/failure.ts'

/** `rollout <namespace>/<Kind>/<name>` */
export interface RolloutTarget {
  readonly probe: 'rollout'
  readonly namespace: string
  readonly kind: RolloutKind
  readonly name: string
}

/** `http <url> [header <name> env:<VARIABLE>]… expect <status>[,<status>]…` */
export interface HttpTarget {
  readonly probe: 'http'
  /** As it is written: an address, or `env:VARIABLE/path`. */
  readonly url: string
  readonly headers: readonly { readonly name: string; readonly variable: string }[]
  /** Any of these statuses passes. */
  readonly expect: readonly number[]
}

/** `migration-head <folder> [history <schema>.<table>]` */
export interface MigrationHeadTarget {
  readonly probe: 'migration-head'
  readonly folder: string
  readonly history: HistoryTable
}

export type Target = RolloutTarget | HttpTarget | MigrationHeadTarget

const rolloutKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const
export type RolloutKind = (typeof rolloutKinds)[number]

export const forms = [
  'rollout <namespace>/<Kind>/<name>',
  'http <url> [header <name> env:<VARIABLE>] expect <status>',
  'migration-head <folder> [history <schema>.<table>]',
] as const

const name = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/
const fromEnvironment = /^env:([A-Za-z_]\w*)(\/\S*)?$/
const headerName = /^[\w!#$%&'*+.^`|~-]+$/

/** A reason in the form "expected …, got …". */
class Expected extends Error {}

/** The words of one line, taken one by one. */
class Words {
  readonly #words: readonly string[]
  #next = 0

  constructor(line: string) {
    this.#words = line.split(/\s+/)
  }

  /** @throws Expected when the next word is missing, or is not what `matches` takes. */
  take<T>(what: string, matches: (word: string) => T | undefined): T {
    const word = this.#words[this.#next++]
    const value = word === undefined ? undefined : matches(word)
    if (value !== undefined) return value
    throw new Expected(`expected ${what}, got ${word === undefined ? 'the end of the line' : `"${word}"`}`)
  }

  /** Whether the next word is this one, which is then passed. */
  passes(word: string): boolean {
    if (this.#words[this.#next] !== word) return false
    this.#next++
    return true
  }

  /** @throws Expected when anything is left. */
  end(): void {
    const word = this.#words[this.#next]
    if (word !== undefined) throw new Expected(`expected the end of the line, got "${word}"`)
  }
}

function when(pattern: RegExp): (word: string) => string | undefined {
  return (word) => (pattern.test(word) ? word : undefined)
}

function rollout(words: Words): RolloutTarget {
  return words.take(`<namespace>/<Kind>/<name> with a kind of ${rolloutKinds.join(', ')}`, (word) => {
    const [namespace = '', given, own = '', more] = word.split('/')
    const kind = rolloutKinds.find((each) => each === given)
    const valid = kind !== undefined && name.test(namespace) && name.test(own) && more === undefined
    return valid ? { probe: 'rollout' as const, namespace, kind, name: own } : undefined
  })
}

function isAddress(word: string): boolean {
  if (fromEnvironment.test(word)) return true
  if (!/^https?:\/\//.test(word) || !URL.canParse(word)) return false
  const { username, password } = new URL(word)
  return username === '' && password === ''
}

function http(words: Words): HttpTarget {
  const url = words.take(
    'an http:// or https:// address without credentials, or env:<VARIABLE>/<path>',
    (word) => (isAddress(word) ? word : undefined),
  )
  const headers: { name: string; variable: string }[] = []
  while (words.passes('header')) {
    const header = words.take('the name of a header', when(headerName)).toLowerCase()
    const variable = words.take(
      'env:<VARIABLE>, so that the value is in no file',
      (word) => /^env:([A-Za-z_]\w*)$/.exec(word)?.[1],
    )
    headers.push({ name: header, variable })
  }
  words.take('"expect"', when(/^expect$/))
  const expect = words.take('statuses such as 200 or 401,403', (word) =>
    /^[1-5]\d\d(?:,[1-5]\d\d)*$/.test(word) ? word.split(',').map(Number) : undefined,
  )
  return { probe: 'http', url, headers, expect }
}

function migrationHead(words: Words): MigrationHeadTarget {
  const folder = words.take(
    'the folder of the migrations, relative to the checkout',
    when(/^(?!\/)(?!.*\.\.)\S+$/),
  )
  const history = words.passes('history')
    ? words.take('<schema>.<table>', parseHistoryTable)
    : { schema: 'migrate', table: 'history' }
  return { probe: 'migration-head', folder: folder.replace(/\/$/, ''), history }
}

const probes: Readonly<Record<string, (words: Words) => Target>> = {
  rollout,
  http,
  'migration-head': migrationHead,
}

function parseTarget(line: string): Target {
  const words = new Words(line)
  const parse = words.take(`one of ${Object.keys(probes).join(', ')}`, (word) =>
    Object.hasOwn(probes, word) ? probes[word] : undefined,
  )
  const target = parse(words)
  words.end()
  return target
}

/** What names a probe in plans and outcomes: everything but what it expects. */
export function addressOf(target: Target): string {
  switch (target.probe) {
    case 'rollout':
      return `rollout ${target.namespace}/${target.kind}/${target.name}`
    case 'http': {
      const headers = target.headers.map((header) => ` with ${header.name}`).join('')
      return `http ${target.url}${headers}`
    }
    case 'migration-head':
      return `migration-head ${target.folder}`
  }
}

/** What a probe sees when all is well, as the plan shows it: to weaken it is to change it. */
function expectationOf(target: Target): NonNullable<Change['after']> {
  switch (target.probe) {
    case 'rollout':
      return { expect: 'rolled out' }
    case 'http': {
      const { expect, headers } = target
      const sent = Object.fromEntries(headers.map((header) => [header.name, `env:${header.variable}`]))
      return headers.length === 0 ? { expect: [...expect] } : { expect: [...expect], headers: sent }
    }
    case 'migration-head':
      return { expect: 'newest file', history: historyName(target.history) }
  }
}

/** What would make a probe fail. */
function failsWhen(target: Target): string {
  switch (target.probe) {
    case 'rollout':
      return 'fails when it does not exist, makes no progress, or its pods are not available'
    case 'http': {
      const statuses = target.expect.join(' or ')
      return target.headers.length === 0
        ? `fails unless the status is ${statuses}`
        : `fails unless the status is ${statuses}, and when a wrong value is accepted as well`
    }
    case 'migration-head':
      return 'fails when the newest migration is not in effect in the database'
  }
}

export function changeOf(target: Target): Change {
  return {
    action: 'run',
    kind: 'probe',
    address: addressOf(target),
    after: expectationOf(target),
    note: failsWhen(target),
  }
}

/**
 * Reads one target a line; empty lines and lines that begin with `#` are passed over.
 * @returns a failure for every line that is not one, naming the line and what was expected there.
 */
export function parseTargets(text: string): { targets: readonly Target[]; problems: readonly Failure[] } {
  const targets = new Map<string, { readonly target: Target; readonly line: number }>()
  const problems: Failure[] = []
  const problem = (line: number, why: string, fix: string) =>
    problems.push(
      new Failure({
        code: 'TARGET_INVALID',
        what: `The input \`targets\` is wrong in line ${line}: ${why}.`,
        fix,
      }),
    )
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    try {
      const target = parseTarget(line)
      const known = targets.get(addressOf(target))
      if (known === undefined) targets.set(addressOf(target), { target, line: index + 1 })
      else problem(index + 1, `it probes the same as line ${known.line}`, 'Remove one of them.')
    } catch (error) {
      if (!(error instanceof Expected)) throw error
      const [word] = line.split(/\s/, 1)
      const form = forms.filter((each) => each.startsWith(`${word} `))
      problem(
        index + 1,
        error.message,
        `Write it as ${(form.length > 0 ? form : forms).map((each) => `\`${each}\``).join(', or ')}.`,
      )
    }
  }
  return { targets: [...targets.values()].map(({ target }) => target), problems }
}

/** Where an http target is, with its variable put in; a failure when it gives no address. */
export function urlOf({ url }: HttpTarget, env: Readonly<Record<string, string>>): URL | Failure {
  const [, variable, path = ''] = fromEnvironment.exec(url) ?? []
  if (variable === undefined) return new URL(url)
  const base = env[variable]?.replace(/\/$/, '') ?? ''
  if (isAddress(`${base}${path}`) && /^https?:/.test(base)) return new URL(`${base}${path}`)
  return new Failure({
    code: 'TARGET_ADDRESS',
    what: `The environment variable ${variable}, which ${url} needs, holds no http address.`,
    fix: `Set \`${variable}:\` under \`env:\` of this step, to an address without credentials.`,
  })
}
