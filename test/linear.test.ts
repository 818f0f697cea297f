/** What is applied to text of others takes no longer than its length allows. `npm run soak` takes a megabyte of each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeSection, parseSections } from '#toolkit/github/sections.ts'
import { readManifests, withImages } from '#toolkit/manifests/folder.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import type { Change } from '#toolkit/model/change.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { hideRows, messageAbout } from '#toolkit/postgres/without-rows.ts'
import { namesSecret } from '#toolkit/redact/names.ts'
import { isOrdinary } from '#toolkit/redact/ordinary.ts'
import { holdsPassword, partsOf } from '#toolkit/redact/parts.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { differenceLines } from '#toolkit/report/difference.ts'
import { planText } from '#toolkit/report/log.ts'
import { code, fence, oneLine, printable, prose } from '#toolkit/report/markdown.ts'
import { planSummary } from '#toolkit/report/summary.ts'
import { withoutCommands } from '#toolkit/runtime/workflow-commands.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import { readWorkflow } from '#toolkit/sources/workflow.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'
import { lint } from '../actions/migrate/src/lint/lint.ts'
import { loadParser, type Parse } from '../actions/migrate/src/sql/parser.ts'
import { readScript } from '../actions/migrate/src/sql/statements.ts'
import { Code } from '../actions/provision/src/stack/code.ts'
import { sensitiveValuesOf } from '../actions/provision/src/stack/sensitive-variables.ts'
import { failureOf } from '../actions/provision/src/terraform/diagnostics.ts'
import { classifyInit, classifyInitOutput } from '../actions/provision/src/terraform/init-retry.ts'
import { withoutGuesses } from '../actions/provision/src/terraform/mask.ts'
import { judge } from '../actions/verify/src/policy.ts'
import { hostsIn } from '../actions/verify/src/repository/hosts.ts'
import { readRepository } from '../actions/verify/src/repository/repository.ts'
import { isLiteralSecret, secretIn } from '../actions/verify/src/repository/secrets.ts'
import { rules } from '../actions/verify/src/rules/index.ts'
import { filesOfRepository, isSource, isTest, textOf } from '../scripts/imports.ts'
import { copies, growth, LINEAR } from './growth.ts'
import { patternsIn, search, type WrittenPattern, worstTexts } from './regular-expressions.ts'
import { runs } from './repetitions.ts'

/** Characters. */
const SIZE = runs(1_000_000)

let temp: string
let parse: Parse
beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'omninode-linear-'))
  parse = await loadParser()
})
afterAll(() => rmSync(temp, { recursive: true, force: true }))

/** Work that may refuse its text. */
function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (failuresIn(error).length === 0) throw error
    return error
  }
}

function inCheckout(files: Readonly<Record<string, string>>, work: (workspace: string) => unknown): unknown {
  const workspace = mkdtempSync(join(temp, 'checkout-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
  try {
    return attempt(() => work(workspace))
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

const judged = (files: Readonly<Record<string, string>>) =>
  inCheckout(files, (workspace) => judge(readRepository(workspace, []).repository, rules))

/** As many numbered texts as make up a size. */
function numbered(size: number, text: (index: number) => string): string {
  const count = Math.ceil(size / text(1_000).length)
  return Array.from({ length: count }, (_, index) => text(index)).join('')
}

const update = (before: Change['before'], after: Change['after']): Change => ({
  action: 'update',
  kind: 'k',
  address: 'a',
  before,
  after,
})
const members = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, value]))
const planOf = (changes: readonly Change[]) =>
  makePlan({ step: 'deploy', target: 't', createdAt: new Date(0), changes, where: {}, with: {}, from: {} })

type Work = (text: string) => unknown
const texts: readonly (readonly [name: string, work: Work, parts: readonly string[]])[] = [
  [
    'a line of the log',
    withoutCommands,
    ['\n', ' ', ' \n', '##[', '::\n', '\u001b[', '\u001b[31m', '\0', '\r', ':'],
  ],
  ['what is not seen', printable, ['\u200b', '\r\n', '\u202e']],
  ['text on one line', oneLine, ['\n', ' ', 'a ']],
  ['prose', prose, ['`', '` ', '`a', '<', '_a', 'www.', '@a', ':a:', '[a](', '$']],
  ['inline code', code, ['`', '<', '_', '://', '@']],
  ['a fenced block', fence, ['`', '` ', '\n', '~']],
  [
    'lines that differ',
    (text) => differenceLines(update({ a: `x\n${text}` }, { a: `y\n${text.replaceAll('a', 'b')}` })),
    ['a\n', 'ab\n', '\n', 'a\nc\n'],
  ],
  [
    'the sections of a comment',
    parseSections,
    [
      '<!-- omninode:section a b 0123456789abcdef -->\n',
      '\n<!-- omninode:details -->\n',
      '<!-- omninode:section a b 0123456789abcdef -->\n\n<!-- omninode:details -->\n\n<!-- omninode:footer -->\n',
      '<!--',
      '\n',
    ],
  ],
  [
    'a section',
    (text) =>
      makeSection({
        key: { step: 'deploy', target: masked(text) },
        verdict: masked({
          verdict: 'changes',
          step: 'deploy',
          of: text,
          why: text,
          commit: 'a'.repeat(40),
          run: 'https://x/o/r/actions/runs/1',
          asked: '0'.repeat(12),
          worst: [],
          known: true,
        }),
        summary: masked(text),
        details: masked(text),
        runUrl: 'https://x',
      }),
    ['<!-- omninode:', '<!--', '<!--  ', '\r\n', '%', 'é'],
  ],
  [
    'HCL',
    (text) => attempt(() => readHcl(text, 'a.tf')),
    [
      '#',
      '#\n',
      '//',
      '/*',
      '/* */',
      'a {\n',
      'a = "${',
      'a = [',
      'a = <<A\n',
      'a',
      'a ',
      '"',
      '\n',
      ' ',
      '\r\n',
      'a b ',
      '${',
    ],
  ],
  [
    'a value in HCL',
    (text) => attempt(() => readHcl(`a = "${text}"\n`, 'a.tf')),
    ['a', '\\n', '${a}', '$${', '%{', '#', '\\u0041'],
  ],
  [
    'an expression in HCL',
    (text) => attempt(() => readHcl(`a = ${text}"x"\n`, 'a.tf')),
    ['#', '/', '//a', 'a+', '(a)', '[1],'],
  ],
  [
    'a list in HCL',
    (text) => attempt(() => readHcl(`a = [${text}]\nb = "\n`, 'a.tf')),
    ['"a#",', '#\n', '/**/', '1,', '{a=1},', '<<A\nA\n', '\n'],
  ],
  [
    'YAML',
    (text) => attempt(() => readYaml(text, 'a.yaml')),
    [
      '- ',
      '- a\n',
      'a: ',
      'a: b\n',
      '[',
      '{',
      '"',
      "'",
      '&a ',
      '*a',
      '|\n',
      '#',
      '# a\n',
      '? ',
      '---\n',
      '\n',
      ' ',
      '\t',
      '!a ',
      '%',
      'a',
      'a ',
      'a\n',
      '[a,',
      '{a: b,',
      '- - ',
      '>-\n',
      ': ',
    ],
  ],
  [
    'YAML beneath a key',
    (text) => attempt(() => readYaml(`a:\n${text}`, 'a.yaml')),
    ['  - b\n', '  b\n', '  # c\n', ' \n', '  - {a: b}\n', '  - &x a\n', '  - "a\n    b"\n'],
  ],
  [
    'a workflow',
    (text) => attempt(() => readWorkflow(`on: push\njobs:\n  a:\n    steps:\n${text}`, 'w.yml')),
    ['    - run: a\n', '    - uses: a@b\n      with: {a: b}\n'],
  ],
  [
    'hosts',
    (text) => hostsIn('DB_HOST', text),
    ['a.', 'a,', 'a:1,', 'a://', '$(', 'host=a ', 'host=', "host='", '['],
  ],
  [
    'the shape of a secret',
    (text) => [secretIn(text), namesSecret(text), isLiteralSecret(text, text)],
    ['a-', 'a.', 'eyJaaaaaaaaaa-', 'AKIA', 'a://a:', '-----BEGIN A ', 'PASS_', 'aA', '/'],
  ],
  [
    'a secret that nobody marked',
    (text) => [withoutGuesses({ a: text }), withoutGuesses({ [text]: text })],
    [
      'a-',
      'a.',
      '--',
      'eyJaaaaaaaa-',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN A ',
      'password ',
      'password',
      'password=',
      'Bearer ',
      'a://a:',
      'is_',
      'aA0',
      'sk-a-',
      '{',
      '[',
      ' [',
      'SG.aaaaaaaaaaaaaaaa-',
      '${',
    ],
  ],
  [
    'what of a secret is a secret by itself',
    (text) => [[...partsOf({ text, certainty: 'marked' })], isOrdinary(text), holdsPassword(text)],
    [
      '-----BEGIN CERTIFICATE-----\n',
      '-----BEGIN PRIVATE KEY-----\n',
      '-----BEGIN ',
      'a',
      'a://a:',
      'a:',
      '://',
      'a@',
      'a: b\n',
      'a\n',
      ' ',
      '[',
      '"',
      'Bearer ',
    ],
  ],
  [
    'a variable that the environment sets',
    (text) =>
      inCheckout({}, (workspace) => [
        ...sensitiveValuesOf(new Code(workspace), '.', [], { TF_VAR_a_token: `[${text}` }),
      ]),
    ['\\"', '"a', '"', 'a', 'a ', 'a = ', '<<A\n', '\n'],
  ],
  [
    'an error of a database',
    (text) => {
      for (const code of ['22P02', '23505', 'P0001', '42601']) {
        const error = { code, message: text, detail: text, hint: text, where: `PL/pgSQL function ${text}` }
        hideRows(error)
        messageAbout(error, text)
      }
    },
    ['(', ')=(', '"', ' line 1 at ', 'a ', '\n', '1', '0x00 ', 'COPY a, line 1', 'while a '],
  ],
  [
    'what init says',
    (text) => [
      classifyInitOutput(text),
      classifyInitOutput(`Error: ${text}`),
      classifyInit([{ severity: 'error', summary: text, detail: text }]),
    ],
    [
      '\n',
      '│',
      '│\n',
      'Error: \n',
      'http2: ',
      'locked provider ',
      'StatusCode: 400 ',
      'Failed to connect to ',
      ' ',
    ],
  ],
  [
    'a diagnostic',
    (text) => [
      failureOf({ severity: 'error', summary: 'Error acquiring the state lock', detail: text }, 'f'),
      failureOf({ severity: 'error', summary: text, detail: text }, 'f'),
    ],
    ['\n', ' ', 'ID: ', '\nID:', 'Who:'],
  ],
  [
    'SQL',
    (text) => attempt(() => readScript(parse, 'a.sql', text)),
    [
      '-- migrate:\n',
      '-- migrate: allow a: b\n',
      'SELECT\n-- migrate: x\n1;\n',
      'COPY a FROM stdin;\n',
      'SELECT 1;\n',
      ';',
      '\n',
    ],
  ],
  [
    'a long file of SQL',
    (text) => attempt(() => readScript(parse, 'a.sql', text.repeat(8))),
    [
      'INSERT INTO a VALUES (1);\n',
      "INSERT INTO a VALUES (1), (2) ON CONFLICT DO NOTHING; SELECT 'b';\n",
      'INSERT INTO a VALUES (1), (2), (f());\n',
      '(1), (2), ',
      'INSERT INTO "a""',
      "E'a''b",
      "E'a\\'b",
      '$a$ $',
      '/* /* */',
      '--;',
      '(;',
      'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\n',
    ],
  ],
  [
    'a setting',
    (text) =>
      judged({
        'k8s/a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {URL: "${text}"}\n`,
      }),
    ['a.', 'a-', 'a:', 'a://', '$(', 'eyJaaaaaaaaaa-', 'host=', '['],
  ],
  [
    'an expression of a workflow',
    (text) =>
      judged({
        '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    steps:\n    - run: a\n      env: {AWS_SECRET_ACCESS_KEY: "${text}", X: "${text}"}\n    - uses: "${text}"\n`,
      }),
    ['${{ ', '${{ secrets.', 'secrets ', "secrets['", 'AWS', 'a@', '${{ vars'],
  ],
]

describe.each(texts)('%s', (_name, work, parts) => {
  test.each(parts.map((part) => [part]))('of nothing but %j', (part) => {
    expect(growth(SIZE, (size) => work(copies(part, size)))).toBeLessThan(LINEAR)
  })
})

const pod = (containers: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\nspec:\n  containers:\n${containers}`
const scripts = (text: (index: number) => string) => (size: number) =>
  lint([readScript(parse, '0001_a.up.sql', numbered(size, text))])

test.each<[string, (size: number) => unknown]>([
  [
    'attributes that differ',
    (size) => differenceLines(update(members(size / 20, 'a'), members(size / 20, 'b'))),
  ],
  [
    'attributes that nobody knows yet',
    (size) => differenceLines(update({}, members(size / 20, '(known after apply)'))),
  ],
  [
    'changes in the log',
    (size) =>
      planText(
        masked(
          planOf(
            Array.from({ length: size / 100 }, (_, index) => ({
              ...update({ a: 1 }, { a: 2 }),
              address: `a${index}`,
            })),
          ),
        ),
      ),
  ],
  [
    'changes in the comment',
    (size) =>
      planSection(
        masked(
          planOf(
            Array.from({ length: size / 100 }, (_, index) => ({
              ...update({ a: 1 }, { a: 2 }),
              address: `a${index}`,
            })),
          ),
        ),
      ),
  ],
  [
    'changes in the summary',
    (size) =>
      planSummary(
        masked(
          planOf(
            Array.from({ length: size / 100 }, (_, index) => ({
              ...update({ a: 1 }, { a: 2 }),
              address: `a${index}`,
            })),
          ),
        ),
      ),
  ],
  [
    'containers of a pod',
    (size) =>
      inCheckout(
        { 'k8s/a.yaml': pod(numbered(size, (index) => `  - {name: c${index}, image: "x:${index}"}\n`)) },
        (workspace) =>
          withImages(readManifests(workspace, 'k8s'), new Map([['x', `y@sha256:${'a'.repeat(64)}`]])),
      ),
  ],
  [
    'containers that a kustomization changes',
    (size) =>
      inCheckout(
        {
          'k8s/a.yaml': pod(numbered(size, (index) => `  - {name: c${index}, image: "x:${index}"}\n`)),
          'k8s/kustomization.yaml': 'resources: [a.yaml]\nimages: [{name: x, newTag: v}]\nnamespace: q\n',
        },
        (workspace) => readManifests(workspace, 'k8s'),
      ),
  ],
  [
    'documents',
    (size) =>
      inCheckout(
        {
          'k8s/a.yaml': numbered(
            size,
            (index) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${index}}\n`,
          ),
        },
        (workspace) => readManifests(workspace, 'k8s'),
      ),
  ],
  [
    'escapes of JSON',
    (size) =>
      inCheckout(
        {
          'k8s/a.json': `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {${numbered(size, (index) => `"c${index}": "\\/",`)} "a": ""}}`,
        },
        (workspace) => readManifests(workspace, 'k8s'),
      ),
  ],
  [
    'merges',
    (size) =>
      inCheckout(
        {
          'k8s/a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: &a {b: 1, c: 2}\n${numbered(size, (index) => `  d${index}: {e: 1, <<: *a}\n`)}`,
        },
        (workspace) => readManifests(workspace, 'k8s'),
      ),
  ],
  [
    'items of a list',
    (size) =>
      inCheckout(
        {
          'k8s/a.yaml': `apiVersion: v1\nkind: List\nitems:\n${numbered(size, (index) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: c${index}}}\n`)}`,
        },
        (workspace) => readManifests(workspace, 'k8s'),
      ),
  ],
  [
    'containers that are judged',
    (size) =>
      judged({
        'k8s/a.yaml': pod(numbered(size, (index) => `  - {name: c${index}, image: "x:${index}"}\n`)),
      }),
  ],
  [
    'variables that hold each other twice over',
    (size) =>
      judged({
        'k8s/a.yaml': pod(
          `  - name: c\n    image: a\n    env:\n    - {name: E0, value: xxxxxxxx}\n${numbered(size, (index) => `    - {name: E${index + 1}, value: "$(E${index})$(E${index})"}\n`)}`,
        ),
      }),
  ],
  [
    'steps',
    (size) =>
      judged({
        '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    steps:\n${numbered(size, (index) => `    - uses: a/b@v${index}\n      env: {A: "\${{ secrets.B }}"}\n`)}`,
      }),
  ],
  [
    'jobs',
    (size) =>
      judged({
        '.github/workflows/a.yml': `on: push\njobs:\n${numbered(size, (index) => `  a${index}:\n    steps: [{uses: a/b@v1}]\n`)}`,
      }),
  ],
  [
    'names in HCL',
    (size) =>
      readHcl(
        numbered(size, (index) => `n${index} = 1\n`),
        'a.tf',
      ),
  ],
  ['tables', scripts((index) => `CREATE TABLE t${index} (a int REFERENCES u);\n`)],
  [
    'constraints that are validated',
    scripts(
      (index) =>
        `ALTER TABLE t ADD CONSTRAINT c${index} CHECK (a > 1) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c${index};\n`,
    ),
  ],
  ['columns without NULL', scripts((index) => `ALTER TABLE t${index} ALTER a SET NOT NULL;\n`)],
  [
    'indexes and keys of one table',
    scripts(
      (index) => `CREATE INDEX ON t (c${index});\nALTER TABLE t ADD FOREIGN KEY (d${index}) REFERENCES u;\n`,
    ),
  ],
  ['values of a type', scripts((index) => `ALTER TYPE e ADD VALUE 'v${index}';\nSELECT 'w';\n`)],
  [
    'names in a MANIFEST',
    (size) =>
      inCheckout({ 'm/MANIFEST': numbered(size, (index) => `a${index}.sql # c\n`) }, (workspace) =>
        readMigrations(workspace, 'm'),
      ),
  ],
])('many %s', (_what, work) => {
  expect(growth(SIZE, work)).toBeLessThan(LINEAR)
})

describe('every regular expression of actions and toolkit', () => {
  /** Characters: four times as many tell what goes over them again from what does not. */
  const SHORT = 8_000

  /** Those that are only given a text which is short, or matched another one before; each says why. */
  const bounded = new Map([
    ['(\\d+)(ms|[smh])', 'a whole duration, which has a unit behind every number'],
    ['\\B(?=(?:\\d{3})+$)', 'the digits of a number'],
    ['\ufffd+$', 'what is cut to 63 bytes'],
    ['^[a-z[][^:]*\\..*:\\d+$|^localhost:\\d+$', 'no longer than an address can be'],
  ])

  const files = filesOfRepository().filter(
    (file) => isSource(file) && !isTest(file) && /^(?:actions\/[^/]+\/src|toolkit)\//.test(file),
  )
  const patterns = files.flatMap((file) => patternsIn(textOf(file)).map((written) => ({ file, ...written })))

  test('is found, and what is bounded is still there', () => {
    expect(patterns.length).toBeGreaterThan(300)
    expect([...bounded.keys()].filter((known) => !patterns.some(({ pattern }) => pattern === known))).toEqual(
      [],
    )
  })

  /** A text for which it goes over the same characters again and again. */
  const worstFor = (written: WrittenPattern, short = SHORT) => {
    const expression = new RegExp(written.pattern, written.flags)
    return worstTexts(written).find(({ begin, part, end }) => {
      const work = (size: number) => search(expression, begin + copies(part, size) + end)
      const before = performance.now()
      work(short)
      // Most are through before it can be measured; the others are compared with a longer text.
      return performance.now() - before > 0.5 && growth(4 * short, work) >= LINEAR
    })
  }

  test('goes over no text again and again', () => {
    const slow = patterns
      .filter(({ pattern }) => !bounded.has(pattern))
      .flatMap((written) => {
        const worst = worstFor(written)
        return worst === undefined ? [] : [`${written.file} /${written.pattern}/ ${JSON.stringify(worst)}`]
      })
    expect(slow).toEqual([])
  }, 120_000)

  test.each([
    ['[a-z]+:\\/\\/', 'gi'],
    ['(?:#|\\/\\/)[^"\\n]*$', ''],
  ])('and one that did would be seen: /%s/%s', (pattern, flags) => {
    expect(worstFor({ pattern, flags }, SHORT / 4)).toBeDefined()
  })
})
