/**
 * A pull request of somebody who wants more than to be merged: whatever it calls its files, tables, resources and
 * objects, it runs no command in the runner's log, and the comment, the summary and the check run stay what they are.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { commandIn, linesOf } from '#sandbox/runner/commands.ts'
import { makeSection, parseSections, renderComment } from '#toolkit/github/sections.ts'
import { actions } from '#toolkit/model/change.ts'
import { type Ending, endingOf } from '#toolkit/model/ending.ts'
import { type Failure, failuresIn } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { makeOutcome } from '#toolkit/model/outcome.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { Masked } from '#toolkit/redact/masked.ts'
import { createRedactor } from '#toolkit/redact/redactor.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { annotationsOf } from '#toolkit/report/annotations.ts'
import { endingSection, endingSummary, judgementOn } from '#toolkit/report/ending.ts'
import { outcomeText, planText } from '#toolkit/report/log.ts'
import { planSummary } from '#toolkit/report/summary.ts'
import { hostileTexts } from '#toolkit/report/test/wellformed.ts'
import { makeVerdict } from '#toolkit/report/verdict.ts'
import { runnerHost } from '#toolkit/runtime/host.ts'
import { createLogger } from '#toolkit/runtime/logger.ts'
import { disarmed, lineWithoutCommands } from '#toolkit/runtime/workflow-commands.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import { lint } from '../actions/migrate/src/lint/lint.ts'
import { loadParser, type Parse } from '../actions/migrate/src/sql/parser.ts'
import { readScript } from '../actions/migrate/src/sql/statements.ts'
import { judge } from '../actions/verify/src/policy.ts'
import { readRepository } from '../actions/verify/src/repository/repository.ts'
import { rules } from '../actions/verify/src/rules/index.ts'
import { runs, seed } from './repetitions.ts'

const now = new Date('2026-11-26T12:00:00Z')
const revision = {
  repositoryUrl: 'https://github.com/omninode-ai/omninode_infra',
  commit: 'a1b2c3d4e5'.repeat(4),
}
let parse: Parse
let temp: string
beforeAll(async () => {
  parse = await loadParser()
  temp = mkdtempSync(join(tmpdir(), 'omninode-hostile-'))
})
afterAll(() => rmSync(temp, { recursive: true, force: true }))

/** What commands, markup, and what GitHub makes of words, are put together from. */
const pieces = [
  ...[
    '::',
    '##[',
    ']',
    '::error::',
    '::add-mask::',
    '##[group]',
    '##[set-env name=PATH]',
    '::stop-commands::x',
    '%0A',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u00a0',
    '\v',
    '\f',
    '\t',
    ' ',
    '    ',
    '\u200b',
    '\u202e',
    '\u0000',
    '\u001b[31m',
    '\u001b[2J',
  ],
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '|',
    '\\',
    '<',
    '>',
    '&',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '#',
    '!',
    '$',
    '$$',
    ':',
    '@',
    '-',
    '=',
  ],
  ...[
    '<details>',
    '</details>',
    '<table>',
    '</td>',
    '<!--',
    '-->',
    '<script>',
    '<br>',
    '<!-- omninode:end -->',
    '<!-- omninode:section deploy x 0123456789abcdef -->',
    '<!-- omninode:details -->',
  ],
  ...[
    '@everyone',
    '@octocat',
    '#1',
    'GH-1',
    'https://example.org',
    'www.example.org',
    '![a](https://example.org/a.png)',
    '[a](javascript:alert(1))',
    ':tada:',
    '&lt;',
    '| --- | --- |',
    '\n# a\n',
    '\n- a\n',
    '\n> a\n',
    '\n===\n',
  ],
  ...['a', 'name', 'é', '😀', '\ud800', '0'],
]
const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts.filter(({ length }) => length < 250)),
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').slice(0, 120)),
)

/** The same number of lines, of words that nobody could object to. */
const harmless = (text: string) =>
  text
    .split('\n')
    .map(() => 'word')
    .join('\n')

interface Texts {
  readonly target: string
  readonly changes: readonly {
    action: (typeof actions)[number]
    name: string
    kind: string
    file: string
    before: string
    after: string
    note: string
  }[]
  readonly findings: readonly {
    severity: 'error' | 'warning' | 'notice'
    rule: string
    message: string
    why: string
    fix: string
    file: string
  }[]
  readonly evidence: readonly { title: string; text: string; line: string }[]
  readonly part: string
}

const anyTexts: fc.Arbitrary<Texts> = fc.record({
  target: hostile,
  changes: fc.array(
    fc.record({
      action: fc.constantFrom(...actions),
      name: hostile,
      kind: hostile,
      file: hostile,
      before: hostile,
      after: hostile,
      note: hostile,
    }),
    { maxLength: 3 },
  ),
  findings: fc.array(
    fc.record({
      severity: fc.constantFrom('error', 'warning', 'notice'),
      rule: hostile,
      message: hostile,
      why: hostile,
      fix: hostile,
      file: hostile,
    }),
    { maxLength: 3 },
  ),
  evidence: fc.array(fc.record({ title: hostile, text: hostile, line: hostile }), { maxLength: 1 }),
  part: hostile,
})

function planOf(texts: Texts, word: (text: string) => string): Plan {
  const part = word(texts.part)
  return makePlan({
    step: 'deploy',
    target: word(texts.target),
    createdAt: now,
    changes: texts.changes.map(({ action, name, kind, file, before, after, note }, index) => ({
      action,
      kind: `${index} ${word(kind)}`,
      address: `${part}/${index} ${word(name)}`,
      source: { file: word(file), line: 1 },
      before: { [`b${word(before)}`]: word(before) },
      after: { [`a${word(after)}`]: word(after) },
      note: word(note),
    })),
    findings: texts.findings.map(({ severity, rule, message, why, fix, file }, index) =>
      finding(
        {
          severity,
          verdict: 'fail',
          // As many rules as there are, whatever they are called.
          rule: `${word(rule)}${texts.findings.findIndex((each) => each.rule === rule)}`,
          message: word(message),
          why: word(why),
          fix: word(fix),
          source: { file: word(file), line: 1 },
        },
        String(index),
      ),
    ),
    evidence: texts.evidence.map(({ title, text, line }) => ({
      title: word(title),
      verdict: 'fail',
      text: word(text),
      difference: [`+ ${word(line)}`],
    })),
    parts: [
      { name: part, status: 'planned', note: word(texts.target) },
      { name: `${part}2`, status: 'failed', note: part },
    ],
    where: {},
    with: {},
    from: {},
  })
}

const outcomeOf = (plan: Plan) =>
  makeOutcome({
    step: plan.step,
    target: plan.target,
    digest: plan.digest,
    startedAt: now,
    finishedAt: now,
    status: 'failed',
    changed: true,
    results: plan.changes.map(({ address, action, note }) => ({
      address,
      action,
      status: 'failed',
      durationMs: 1,
      message: `${address}\n${note}`,
    })),
  })

/** Everything that a run with this plan writes to its log, by way of the runner's own host. */
function logOf(plan: Plan, failures: readonly Failure[]): string {
  const written: string[] = []
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => written.push(String(text)) > 0)
  try {
    const host = runnerHost()
    const log = createLogger(host, createRedactor())
    log.info(planText(masked(plan)))
    log.info(planText(masked(plan), { colour: true }))
    log.info(outcomeText(masked(plan), masked(outcomeOf(plan))))
    // What a child says is passed on as it is.
    for (const { address, note } of plan.changes) {
      log.info(address)
      log.info(`${note}`)
    }
    void log.group(plan.target, async () => undefined)
    log.warning(plan.target)
    log.notice(`${plan.parts[0]?.name}`)
    for (const { level, message, source, title } of annotationsOf(masked(plan)))
      host.annotate(level, disarmed(message), source, lineWithoutCommands(title))
    for (const failure of failures) log.failure(failure)
  } finally {
    write.mockRestore()
  }
  return written.join('')
}

/** The commands of a log, with what each says. */
const commandsIn = (log: string) => linesOf(log).flatMap((line) => commandIn(line) ?? [])

function expectOnlyOurs(plan: Plan, failures: readonly Failure[]): void {
  const found = commandsIn(logOf(plan, failures)).map(({ name }) => name)
  const levels = annotationsOf(masked(plan)).map(({ level }) => level)
  const ours = ['group', 'warning', 'notice', ...levels, ...failures.map(() => 'error')]
  // The end of the group comes when its work is done, which may be later.
  expect(found.filter((name) => name !== 'endgroup').toSorted()).toEqual(ours.toSorted())
}

const htmlOf = (markdown: string) => marked.parse(markdown, { gfm: true, async: false })

/**
 * Elements that give a page its structure, in their order, with where each link leads; what is in a code block is text, and
 * where a line may be broken depends on it.
 */
function structureIn(page: string): string[] {
  const html = page.replace(/<pre>[\s\S]*?<\/pre>/g, '<pre></pre>')
  return [...html.matchAll(/<(\/?)([a-z0-9]+|!--)([^>]*)>/gi)].flatMap(
    ([, end = '', tag = '', attributes = '']) => {
      if (tag === 'span' || tag === 'code' || tag === 'wbr') return []
      const href = /href="([^"]*)"/.exec(attributes)?.[1]
      const leads = href === undefined ? '' : ` ${href.split('/').slice(0, 7).join('/')}`
      return [`${end}${tag}${leads}`]
    },
  )
}

const structureOf = (markdown: string) => structureIn(htmlOf(markdown))

/** What GitHub would link, notify or replace in the text of a page, were it one piece of text. */
function activeIn(page: string): string[] {
  const html = page.replace(/<pre>[\s\S]*?<\/pre>|<a [\s\S]*?<\/a>|<!--[\s\S]*?-->/g, '')
  const textsIn = (part: string) =>
    part
      .split(/<[^>]*>/)
      .map((text) =>
        text
          .replace(/&#(\d+);/g, (_entity, point) => String.fromCodePoint(Number(point)))
          .replaceAll('&amp;', '&'),
      )
  // What is in code is no mention, reference or emoji; but links are found there, too.
  const words = textsIn(html.replace(/<code>[\s\S]*?<\/code>/g, '<code>'))
  const links = textsIn(html)
  return [
    ...words.filter((text) => /@[a-z0-9]|#\d|\bGH-\d|:[\w+-]+:/i.test(text)),
    ...links.filter((text) => /(?:https?|ftp):\/\/|www\.[a-z]|[a-z0-9]@[a-z0-9]/i.test(text)),
  ]
}

function pagesOf(plan: Plan, failures: readonly Failure[]): { comment: string; summary: string } {
  const { step, target } = plan
  const about = {
    step,
    command: 'apply',
    applies: true,
    cancelled: false,
    failures,
    plan,
    outcome: outcomeOf(plan),
  }
  const failed = masked(endingOf(about))
  const runUrl = `${revision.repositoryUrl}/actions/runs/1`
  const reference = { revision, runUrl, errorsPage: `${revision.repositoryUrl}/blob/main/docs/errors.md` }
  const sectionOf = (ending: Masked<Ending>, name: string) => {
    const { summary, details } = endingSection(ending, reference)
    const known = { of: target, commit: revision.commit, run: runUrl, asked: '0'.repeat(12), known: true }
    const verdict = masked(makeVerdict({ ...judgementOn(ending), step, ...known }))
    return makeSection({ key: { step, target: masked(name) }, verdict, summary, details, runUrl })
  }
  const planned = masked(endingOf({ ...about, applies: false, failures: [], outcome: undefined }))
  return {
    comment: renderComment([sectionOf(planned, target), sectionOf(failed, '~'.repeat(9))], revision.commit),
    summary: [planSummary(masked(plan), revision), endingSummary(failed, reference)].join('\n\n'),
  }
}

/** @returns the structure of the comment, and that of the summary */
function expectWhole(plan: Plan, failures: readonly Failure[]): string[][] {
  const { comment, summary } = pagesOf(plan, failures)
  const sections = parseSections(comment)
  expect(sections.size).toBe(2)
  expect(renderComment(sections.values(), revision.commit)).toBe(comment)
  return [comment, summary].map((page) => {
    const html = htmlOf(page)
    const structure = structureIn(html)
    expect(activeIn(html)).toEqual([])
    expect(structure.filter((tag) => /^(?:script|img|iframe|style|svg|input|del|em)/.test(tag))).toEqual([])
    expect(page.isWellFormed()).toBe(true)
    return structure
  })
}

test('a plan made of hostile texts runs no command, and has the structure of one made of ordinary words', () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const plan = planOf(texts, (text) => text)
      const plain = pagesOf(planOf(texts, harmless), [])
      expectOnlyOurs(plan, [])
      expect(expectWhole(plan, [])).toEqual([structureOf(plain.comment), structureOf(plain.summary)])
    }),
    { seed, numRuns: runs(10_000) },
  )
}, 300_000)

/** What reading gave: findings, or why it was refused. */
interface Read {
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

function reading(work: () => readonly Finding[]): Read {
  try {
    return { findings: work(), failures: [] }
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    return { findings: [], failures }
  }
}

function inCheckout(files: Readonly<Record<string, string>>): Read {
  const workspace = mkdtempSync(join(temp, 'checkout-'))
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, file)), { recursive: true })
      writeFileSync(join(workspace, file), text)
    }
    const { repository, problems } = readRepository(workspace, [])
    return { findings: judge(repository, rules), failures: problems }
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

const quoted = JSON.stringify
const identifier = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', '') || 'a'}"`
const literal = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`

describe.each<[string, (text: string, other: string) => Read]>([
  [
    'SQL',
    (text, other) =>
      reading(() =>
        lint([
          readScript(
            parse,
            `db/migrations/${other}.sql`,
            `CREATE TABLE ${identifier(text)} (${identifier(other)} char(3) DEFAULT ${literal(text)});\nDROP TABLE ${identifier(other)} CASCADE;\nCREATE INDEX ${identifier(text)} ON ${identifier(other)} (a);\nALTER TABLE ${identifier(other)} RENAME COLUMN ${identifier(text)} TO b;\n`,
          ),
        ]),
      ),
  ],
  [
    'SQL that is none',
    (text, other) => reading(() => lint([readScript(parse, other, `SELECT ${text}\n${other};`)])),
  ],
  [
    'directives',
    (text) =>
      reading(() =>
        lint([readScript(parse, 'a.sql', `-- migrate: allow ${text.replaceAll('\n', ' ')}\nSELECT 1;\n`)]),
      ),
  ],
  [
    'HCL',
    (text, other) =>
      reading(() =>
        [readHcl(`resource ${quoted(text)} ${quoted(other)} {\n  ${text} = ${other}\n}\n`, other)].flatMap(
          () => [],
        ),
      ),
  ],
  [
    'manifests',
    (text, other) =>
      inCheckout({
        'k8s/a.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: ${quoted(text)}, namespace: ${quoted(other)}}\nspec:\n  hostNetwork: true\n  containers:\n    - name: ${quoted(other)}\n      image: ${quoted(text)}\n      env:\n        - {name: ${quoted(`PASSWORD_${text}`)}, value: ${quoted(other)}}\n        - {name: DB_PASSWORD, value: ${quoted(text)}}\n`,
        'k8s/b.yaml': `apiVersion: v1\nkind: ${quoted(text)}\nmetadata: {name: a}\ndata: {${quoted(other)}: ${quoted(text)}}\n`,
      }),
  ],
  ['YAML that is none', (text, other) => inCheckout({ 'k8s/a.yaml': `${text}: ${other}\n- ${text}\n` })],
  [
    'workflows',
    (text, other) =>
      inCheckout({
        '.github/workflows/a.yml': `on: push\njobs:\n  ${quoted(text)}:\n    permissions: ${quoted(text)}\n    steps:\n      - uses: ${quoted(`${other}@${text}`)}\n        id: ${quoted(text)}\n      - name: ${quoted(other)}\n        run: ${quoted(text)}\n        env: {AWS_SECRET_ACCESS_KEY: ${quoted(text)}}\n`,
      }),
  ],
])('%s', (_what, read) => {
  test('with hostile texts in every place run no command, and break neither comment nor summary', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const { findings, failures } = read(text, other)
        const plan = makePlan({
          step: 'verify',
          target: other,
          createdAt: now,
          changes: [],
          findings,
          where: {},
          with: {},
          from: {},
        })
        expectOnlyOurs(plan, failures)
        expectWhole(plan, failures)
      }),
      { seed, numRuns: runs(1_500) },
    )
  }, 120_000)
})

test('these checks would see what breaks a page, or runs a command', () => {
  expect(structureOf('a <details> b')).not.toEqual(structureOf('a b'))
  expect(structureOf('| a |\n| --- |\n| b | c |')).toEqual(structureOf('| a |\n| --- |\n| b |'))
  expect(structureOf('[a](https://example.org)')).toContain('a https://example.org')
  expect(activeIn(htmlOf('for @octocat, and https://example.org in `code`'))).toHaveLength(1)
  expect(commandsIn('a\r::add-mask::b\nc ##[error]d')).toHaveLength(2)
})
