import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { commonInputs, duration, flag, parseInputs, text } from '../../action/inputs.ts'
import { asOptions, optionsOf, parseArguments } from '../options.ts'
import { usage } from '../usage.ts'

const own = z.object({
  directory: text('Where the files are, relative to the checkout, unless `to` says otherwise.').default('db'),
  'database-url': text('The database.').optional(),
  to: text('A version.').optional(),
  steps: text('How many.').optional(),
  wait: duration('A wait.', '1s'),
})
const inputs = z.object({
  command: z.string(),
  ...own.shape,
  ...commonInputs.shape,
  force: flag('By force.', false),
})
const options = optionsOf('migrate', ['plan', 'apply', 'repair'], inputs, { 'database-url': 'DATABASE_URL' })
const parsed = (...argv: string[]) => parseArguments(argv, options)

describe('arguments', () => {
  test.each<[readonly string[], object]>([
    [[], { command: undefined, inputs: {}, workspace: '.', json: false, help: false, problems: [] }],
    [
      ['apply', '--to', '3', '--force'],
      { command: 'apply', inputs: { to: '3', force: 'true' }, problems: [] },
    ],
    [['--force', 'apply'], { command: 'apply', inputs: { force: 'true' }, problems: [] }],
    [['apply', '--force', 'false'], { inputs: { force: 'false' }, problems: [] }],
    [['--to', 'apply', 'apply'], { command: 'apply', inputs: { to: 'apply' }, problems: [] }],
    [['apply', '--to=--3'], { inputs: { to: '--3' }, problems: [] }],
    [
      ['plan', '--json', '--workspace', '/w'],
      { command: 'plan', workspace: '/w', json: true, inputs: {}, problems: [] },
    ],
    [['apply', '--help'], { command: 'apply', help: true }],
    [['-h'], { help: true }],
  ])('%j are read', (argv, read) => {
    expect(parsed(...argv)).toMatchObject(read)
  })

  test.each<[readonly string[], string]>([
    [['plan', '--directroy', 'x'], 'There is no option `--directroy`. Did you mean `--directory`?'],
    [['plan', '--workspce', 'x'], 'There is no option `--workspce`. Did you mean `--workspace`?'],
    [['--jsn', 'plan'], 'There is no option `--jsn`. Did you mean `--json`?'],
    [['plan', '-x'], 'There is no option `-x`. `--help` lists them.'],
    [['plan', '--quite-another-thing'], 'There is no option `--quite-another-thing`. `--help` lists them.'],
    [['plan', '--command'], 'There is no option `--command`. Did you mean `--comment`?'],
    [['aply'], 'There is no command `aply`. Did you mean `apply`?'],
    [['everything'], 'There is no command `everything`. The commands are: plan, apply, repair.'],
    [
      ['plan', 'apply'],
      'There is an argument too many: `apply`. There is one command, and each value stands behind its option.',
    ],
    [
      ['plan', '--to'],
      'The option `--to` has no value. Write it behind the option: `--to <value>`, or `--to=<value>` if it begins with a dash.',
    ],
    [
      ['plan', '--to', '--force'],
      'The option `--to` has no value. Write it behind the option: `--to <value>`, or `--to=<value>` if it begins with a dash.',
    ],
  ])('%j are refused', (argv, message) => {
    expect(parsed(...argv).problems.map((failure) => failure.message)).toEqual([message])
  })

  test('that are wrong are told all at once, in one line each, however long they are', () => {
    const { problems } = parsed('aply', '--fore', `--${'x\n::error::'.repeat(10_000)}`)
    expect(problems).toHaveLength(3)
    for (const { message } of problems) {
      expect(message.length).toBeLessThan(250)
      expect(message).not.toContain('\n')
    }
  })
})

describe('what speaks of inputs in a workflow', () => {
  test.each([
    ['Correct `to:` under `with:`. The newest is 0002.', 'Correct `--to`. The newest is 0002.'],
    ['Correct `command:` under `with:`.', 'Correct the command.'],
    [
      'Add `database-url:` or `steps:` under `with:`; that is enough.',
      'Add `--database-url` (or DATABASE_URL) or `--steps`; that is enough.',
    ],
    [
      'The input `database-url` is not a postgres:// URL.',
      'The option `--database-url` is not a postgres:// URL.',
    ],
    ['The input `to` is `steps`: must be a number.', 'The option `--to` is `steps`: must be a number.'],
    [
      '`command: repair` settles it; with `dry-run: true` it shows.',
      '`migrate repair` settles it; with `--dry-run` it shows.',
    ],
    [
      'Set `force: false`, or `wait: 5s`, or raise `wait`.',
      'Set `--force false`, or `--wait 5s`, or raise `--wait`.',
    ],
    ['Raise `timeout:`, or find out.', 'Raise `--timeout`, or find out.'],
    [
      'Write the expression itself behind `to:` under `with:` of the workflow.',
      'Write the expression itself behind `--to`.',
    ],
    ['Run the job again: what is done stays done.', 'Run it again: what is done stays done.'],
    // What is no input stays as it is.
    [
      'For this file `-- migrate: to 10m`, in `a.sql: b`, column `run`, `command: fly`.',
      'For this file `-- migrate: to 10m`, in `a.sql: b`, column `run`, `command: fly`.',
    ],
    ['to: steps, and the input of a function', 'to: steps, and the input of a function'],
  ])('“%s” is told at a command line as “%s”', (inWorkflow, atCommandLine) => {
    expect(asOptions(inWorkflow, options)).toBe(atCommandLine)
  })

  test('is told so of every problem of inputs, and nothing of `with:` is left', () => {
    const required = z.object({ ...inputs.shape, name: text('Its name.') })
    const { problems } = parseInputs(required, {
      command: 'plan',
      wait: 'long',
      nme: 'x',
      to: '${{ x }}',
      reviewed: 'no',
    })
    expect(problems.length).toBeGreaterThan(4)
    for (const { message } of problems) {
      expect(message).toMatch(/\binputs?\b/)
      expect(asOptions(message, options)).not.toMatch(/\binputs?\b|`with:`|`[a-z-]+:`/)
    }
  })

  test('takes no longer for a hostile text than its length allows', () => {
    const began = performance.now()
    asOptions('`a: '.repeat(50_000), options)
    asOptions('`'.repeat(200_000), options)
    asOptions('The inputs are: '.repeat(20_000), options)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('--help', () => {
  const step = {
    name: 'migrate' as const,
    description: 'Migrates.',
    inputs: own,
    outputs: {},
    commands: { plan: 'plan', apply: 'apply', repair: 'apply' } as const,
    asked: () => [],
    open: () => Promise.reject(new Error('never opened')),
    report: () => ({}),
  }
  const commandLine = {
    environment: { 'database-url': 'DATABASE_URL' },
    commands: { plan: 'Plans.', apply: 'Applies.', repair: 'Repairs.' },
    only: { steps: ['repair'] },
  }
  const help = (command?: string, columns?: number) => usage(step, commandLine, options, command, columns)

  test('of a command says what it does, and the options that it heeds', () => {
    expect(help('apply')).toMatch(/^usage: migrate apply .*\n\nApplies\.\n/)
    expect(help('apply')).not.toContain('--steps')
    expect(help('repair')).toContain('--steps')
    expect(help('apply')).toContain('  --database-url <value>, or DATABASE_URL in the environment')
  })

  test('without a command lists them all, and speaks of options', () => {
    for (const each of ['plan', 'apply', 'repair', '--steps', '--json', '--workspace'])
      expect(help()).toContain(each)
    expect(help()).toMatch(/unless `--to` says\s+otherwise/)
    expect(help()).not.toMatch(/--(command|github-token|comment|reviewed) /)
  })

  test.each([60, 80, 100, 500])(
    'is no wider than a terminal of %d columns, nor than can be read',
    (columns) => {
      for (const line of help(undefined, columns)
        .split('\n')
        .filter((line) => !line.startsWith('  --')))
        expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100))
    },
  )
})
