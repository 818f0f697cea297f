import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {
  countsOfChanges,
  countsOfResults,
  makeReleaseEvent,
  type ReleaseData,
  type Report,
  reports,
} from '../release-event.ts'

const schemas = join(import.meta.dirname, '../../../onex-api/schemas')
const ajv = new Ajv2020({ strict: true })
addFormats.default(ajv)
/** As onex-api publishes them, and takes events by them. */
const validates = Object.fromEntries(
  reports.map((report) => [
    report,
    ajv.compile(
      JSON.parse(readFileSync(join(schemas, `onex.evt.omninode-infra.release-${report}.v1.json`), 'utf8')),
    ),
  ]),
)

const about = {
  repository: 'acme/platform',
  run_id: '4711',
  run_attempt: 1,
  commit: 'a'.repeat(40),
  step: 'deploy',
  command: 'apply',
  part: '0123456789ab',
  name: null,
  target: null,
} as const
const digest = `sha256:${'b'.repeat(64)}`
const results = countsOfResults([{ status: 'done' }, { status: 'done' }, { status: 'unknown' }])
const own: { readonly [R in Report]: Omit<ReleaseData<R>, keyof ReleaseData<'started'>> } = {
  started: {},
  planned: {
    digest,
    changes: countsOfChanges([{ action: 'create' }, { action: 'none' }, { action: 'run' }]),
  },
  applied: { digest, changed: true, results },
  verified: { digest, results },
  failed: { changed: false, results, failures: [{ code: 'ROLLOUT_FAILED', what: 'It failed.' }] },
}
const made = (report: Report, more: object = {}) =>
  makeReleaseEvent(report, {
    id: '019ab000-0000-7000-8000-000000000001',
    source: 'https://github.com/acme/platform/actions/runs/4711',
    time: new Date('2026-11-24T12:00:00Z'),
    data: { ...about, ...own[report], ...more } as ReleaseData, // of the report
  })

describe('an event of a release', () => {
  test.each(reports)('%s is as onex-api publishes it, frozen, at the time that is given', (report) => {
    const event = made(report)
    expect([validates[report]?.(event), validates[report]?.errors]).toEqual([true, null])
    expect(event).toMatchObject({ time: '2026-11-24T12:00:00.000Z', subject: 'deploy/0123456789ab' })
    expect(Object.isFrozen(event.data)).toBe(true)
  })

  test('counts each change and each result once, and what does nothing not at all', () => {
    expect(countsOfChanges([{ action: 'create' }, { action: 'create' }, { action: 'none' }])).toEqual({
      ...{ create: 2, update: 0, replace: 0, delete: 0, import: 0, move: 0, forget: 0, run: 0 },
    })
    expect(results).toEqual({ done: 2, failed: 0, skipped: 0, unknown: 1 })
  })

  test.each<[string, Report, object]>([
    ['a name with line breaks', 'started', { name: 'a\nb\u0000c' }],
    ['half a character', 'started', { name: '\ud800' }],
    ['a long name', 'started', { name: 'x'.repeat(1_000) }],
    [
      'a target that would be cut in the middle of a character',
      'started',
      { target: `${'x'.repeat(499)}😀` },
    ],
    ['an empty failure', 'failed', { failures: [{ code: 'X', what: '' }] }],
    ['a long failure', 'failed', { failures: [{ code: 'X', what: 'é\n'.repeat(5_000) }] }],
    ['many failures', 'failed', { failures: Array.from({ length: 90 }, () => ({ code: 'X', what: 'x' })) }],
  ])('with %s is still what onex-api takes', (_what, report, more) => {
    const event = made(report, more)
    expect([validates[report]?.(event), validates[report]?.errors]).toEqual([true, null])
  })
})
