import { describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { Failure } from '../../model/failure.ts'
import { makePlan } from '../../model/plan.ts'
import { reviewOf, reviewWith } from '../../model/review.ts'
import { Sensitive } from '../../model/sensitive.ts'
import { createRedactor } from '../../redact/redactor.ts'
import { masked } from '../../redact/test/masked.ts'
import { HAND_OVER_FILE, handOverText, readHandOver, type ToHandOn } from '../hand-over.ts'

const own = {
  repositoryId: '123456',
  id: '4711',
  attempt: '2',
  sha: 'b'.repeat(40),
  pullRequest: { number: 7, headSha: 'a'.repeat(40), baseSha: 'c'.repeat(40) },
}
const now = new Date('2026-11-24T12:10:00Z')

const read = (text: string) =>
  readHandOver(Buffer.from(zipSync({ [HAND_OVER_FILE]: strToU8(text) })), own, now)

/** As it was written when this version of the form was made: whatever cannot read it any more is another version. */
const FIRST = {
  version: 2,
  step: 'deploy',
  repositoryId: '123456',
  run: '4711',
  attempt: 1,
  pullRequest: 7,
  commit: 'a'.repeat(40),
  asked: { words: 'k8s onex', hash: '0123456789ab' },
  plan: {
    target: 'onex in 1234',
    name: 'production',
    where: { cluster: '1234', application: 'onex' },
    with: { prune: false, 'image api': 'registry.example/api@sha256:00' },
    from: { 'onex-dev/Deployment/api': 'sha256:aa' },
    sources: { 'onex-dev/Deployment/api': 'sha256:aa', 'onex-dev/Service/api': 'sha256:bb' },
    released: { '': { commit: 'd'.repeat(40), run: '12' } },
    grounds: 'g'.repeat(22),
    createdAt: '2026-11-24T12:00:00.000Z',
    changes: [
      {
        action: 'update',
        address: 'onex-dev/Deployment/api',
        kind: 'apps/v1 Deployment',
        source: { file: 'k8s/api.yaml', line: 3, column: 1 },
        before: { replicas: 1, ports: [80, null] },
        after: { replicas: 2, ports: [80, '(sensitive)'] },
        note: 'It restarts.',
        expected: 'e'.repeat(22),
      },
    ],
    findings: [
      {
        rule: 'r',
        severity: 'warning',
        verdict: 'unknown',
        message: 'm',
        why: 'w',
        fix: 'f',
        source: { file: 'k8s/api.yaml' },
        fingerprint: '00',
      },
    ],
    evidence: [{ title: 'Round trip', verdict: 'pass', text: 'It held.', difference: ['+ a'] }],
    parts: [{ name: 'onex', status: 'planned', note: 'n' }],
    salt: '0'.repeat(32),
    sensitive: {
      'onex-dev/Deployment/api': `scrypt:${'1'.repeat(64)}`,
      'with: variables': `scrypt:${'2'.repeat(64)}`,
    },
  },
  failures: [],
  cancelled: false,
} as const

const FAILED = {
  ...FIRST,
  plan: undefined,
  target: 'onex in 1234',
  failures: [{ code: 'NO', what: 'No.', why: 'Because.', fix: 'Mend it.', source: { file: 'a', line: 1 } }],
}

const plan = makePlan({
  step: 'migrate',
  target: 'postgres db',
  createdAt: new Date('2026-11-24T12:00:00Z'),
  where: { host: 'db' },
  with: { to: null },
  from: { '0001.sql': 'aa' },
  sources: { '0001.sql': 'aa', '0000.sql': 'bb' },
  grounds: 'g'.repeat(22),
  changes: [
    {
      action: 'run',
      address: '0001',
      kind: 'migration',
      after: 'CREATE TABLE a ()',
      expected: 'e'.repeat(22),
    },
    { action: 'none', address: '0000', kind: 'migration' },
  ],
  sensitive: new Sensitive([
    ['0001', 'secret'],
    ['0000', 'secret'],
    ['with: variables', { A: 'b' }],
  ]),
})

function toHandOn(more: Partial<ToHandOn> = {}): ToHandOn {
  const none: readonly Failure[] = []
  return {
    step: 'migrate',
    asked: { words: masked('db'), hash: '0'.repeat(12) },
    run: own,
    target: undefined,
    failures: createRedactor().masked(none),
    cancelled: false,
    plan: undefined,
    salt: '5'.repeat(32),
    hashes: new Map(),
    ...more,
  }
}

describe('what is handed on', () => {
  test('in the first version is read as it was written', () => {
    const { plan: shown, sensitive, ...rest } = read(JSON.stringify(FIRST))
    expect(rest).toEqual({
      step: 'deploy',
      attempt: 1,
      asked: FIRST.asked,
      target: 'onex in 1234',
      failures: [],
      cancelled: false,
    })
    const { salt, sensitive: hashes, ...parts } = FIRST.plan
    expect(shown).toMatchObject(parts)
    expect(sensitive).toEqual({ salt, hashes: new Map(Object.entries(hashes)) })
  })

  test('of a plan that failed, or was cancelled, says why', () => {
    const failed = read(JSON.stringify(FAILED))
    expect(failed).toMatchObject({ target: 'onex in 1234', plan: undefined, cancelled: false })
    expect(failed.failures).toEqual([
      new Failure({
        code: 'NO',
        what: 'No.',
        why: 'Because.',
        fix: 'Mend it.',
        source: { file: 'a', line: 1 },
      }),
    ])
    expect(read(JSON.stringify({ ...FAILED, failures: [], cancelled: true }))).toMatchObject({
      cancelled: true,
    })
  })

  test('makes the very review that its own job would have made', async () => {
    const salt = '5'.repeat(32)
    const hashes = await plan.sensitive.hashes(salt)
    const showing = {
      repositoryId: own.repositoryId,
      pullRequest: 7,
      commit: 'a'.repeat(40),
      run: own.id,
      salt,
    }
    const handed = read(handOverText(toHandOn({ plan: createRedactor().masked(plan), salt, hashes })))
    const made = handed.plan as typeof plan // it was handed on
    expect(reviewWith(made, handed.sensitive?.hashes ?? new Map(), showing)).toEqual(
      await reviewOf(plan, showing),
    )
    expect(made.digest).toBe(plan.digest)
  })

  test('is written so that it can be read, however long its reasons are', () => {
    const failures = Array.from({ length: 150 }, (_, at) => {
      const long = `${at} ${'x'.repeat(30_000)}`
      return new Failure({ code: 'NO', what: long, why: long, fix: long })
    })
    const text = handOverText(
      toHandOn({
        asked: { words: masked('y'.repeat(9_000)), hash: '0'.repeat(12) },
        target: masked('db'),
        failures: createRedactor().masked(failures),
      }),
    )
    expect(read(text)).toMatchObject({ target: 'db', failures: { length: 100 } })
  })

  test.each([
    ['a plan', FIRST],
    ['a failure', FAILED],
  ])('has no member that may be missing or another without being noticed: %s', (_what, written) => {
    const before = JSON.stringify(read(JSON.stringify(written)))
    const unseen: string[] = []
    const visit = (value: unknown, path: readonly string[]): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, member] of Object.entries(value)) {
        if (member === undefined) continue
        const copy = structuredClone(written) as unknown as Record<string, never> // any member of it is taken away or replaced
        let parent = copy
        for (const step of path) parent = parent[step] as never // it was visited
        // An item that is gone is gone, and leaves no null behind.
        if (Array.isArray(parent)) parent.splice(Number(key), 1)
        else delete parent[key]
        let after: string | undefined
        try {
          after = JSON.stringify(read(JSON.stringify(copy)))
        } catch {
          after = undefined
        }
        if (after === before) unseen.push([...path, key].join('.'))
        visit(member, [...path, key])
      }
    }
    visit(written, [])
    // Hashes and their salt are in a map, which JSON does not tell.
    expect(unseen.filter((path) => !path.startsWith('plan.sensitive.'))).toEqual([])
  })
})
