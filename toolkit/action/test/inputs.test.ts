import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as z from 'zod'
import { runs, seed } from '#test/repetitions.ts'
import { address, choice, commonInputs, count, duration, flag, list, parseInputs, text } from '../inputs.ts'

const schema = z.object({
  command: choice('What to do.', ['plan', 'apply'], 'plan'),
  directory: text('Where the migrations are.'),
  role: text('A role.').optional(),
  prune: flag('Whether to prune.', false),
  'lock-wait': duration('How long to wait.', '10m'),
  steps: count('How many.', 1, 1),
  images: list('Images.'),
})

describe('inputs', () => {
  test('have their defaults when they are not given or empty, as on a runner', () => {
    const { values, problems } = parseInputs(schema, { directory: 'db', command: '', role: '' })
    expect(problems).toEqual([])
    expect(values).toEqual({
      command: 'plan',
      directory: 'db',
      prune: false,
      'lock-wait': 600_000,
      steps: 1,
      images: [],
    })
  })

  test('what was not reviewed is not applied, unless somebody asks for that', () => {
    expect(parseInputs(commonInputs, {}).values).toMatchObject({ reviewed: 'required' })
  })

  test('are read as what they are', () => {
    const { values, problems } = parseInputs(schema, {
      command: 'apply',
      directory: ' db ',
      prune: 'true',
      'lock-wait': '1h30m',
      steps: '3',
      images: 'a=b\n\n  c=d  \n',
    })
    expect(problems).toEqual([])
    expect(values).toEqual({
      command: 'apply',
      directory: 'db',
      prune: true,
      'lock-wait': 5_400_000,
      steps: 3,
      images: ['a=b', 'c=d'],
    })
  })

  test('tell all their problems at once, each with what to do', () => {
    const { problems } = parseInputs(schema, {
      command: 'aply',
      prune: 'yes',
      'lock-wait': 'soon',
      'lock-wiat': '10m',
      steps: '0',
      nonsense: '1',
    })
    expect(problems.map((problem) => [problem.code, problem.message])).toEqual([
      ['INPUT_UNKNOWN', 'There is no input `lock-wiat`. Did you mean `lock-wait`?'],
      ['INPUT_UNKNOWN', expect.stringContaining('The inputs are: command, directory')],
      [
        'INPUT_INVALID',
        'The input `command` is `aply`: must be one of plan, apply. Correct `command:` under `with:`.',
      ],
      [
        'INPUT_MISSING',
        expect.stringMatching(/`directory` is required\. Add `directory:` .* Where the migrations are/),
      ],
      ['INPUT_INVALID', expect.stringContaining('must be true or false')],
      ['INPUT_INVALID', expect.stringContaining('must be a duration such as 90s, 10m or 1h30m')],
      ['INPUT_INVALID', expect.stringContaining('must be at least 1')],
    ])
  })

  test('keep what is valid beside what is not, so that more can be checked', () => {
    const { values } = parseInputs(schema, { directory: 'db', 'lock-wait': 'soon' })
    expect(values).toMatchObject({ directory: 'db' })
    expect(values).not.toHaveProperty('lock-wait')
  })

  test('never crash, whatever is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (given) => {
        const { problems } = parseInputs(schema, given)
        for (const problem of problems) expect(problem.message).not.toBe('')
      }),
      { seed, numRuns: runs(100) },
    )
  })

  test.each<[string, boolean]>([
    ['https://api.example.com/v1/releases/events', true],
    ['https://hooks.example.com/x?token=y', true],
    ['http://127.0.0.1:8080/x', true],
    ['http://127.1.2.3/x', true],
    ['http://localhost:8080', true],
    ['http://[::1]:8080/', true],
    ['http://api.example.com', false],
    ['http://127.0.0.1.example.com', false],
    ['http://localhost.example.com', false],
    ['http://127.0.0.1@example.com', false],
    ['https://user:password@example.com', false],
    ['https://token@example.com', false],
    ['https://example.com/#x', false],
    ['ftp://example.com', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['api.example.com', false],
    ['/v1/releases/events', false],
  ])('take %s as an address to which a token may go: %s', (given, taken) => {
    const { problems } = parseInputs(z.object({ to: address('Where to.') }), { to: given })
    expect(problems.map(({ code }) => code)).toEqual(taken ? [] : ['INPUT_INVALID'])
  })
})
