/** Events as a step of a release reports them. */
import { randomUUID } from 'node:crypto'
import { type ReleaseEvent, type Report, releaseEvents } from '../src/events/release.ts'

const about = {
  repository: 'acme/platform',
  run_id: '4711',
  run_attempt: 1,
  commit: 'a'.repeat(40),
  step: 'deploy',
  command: 'apply',
  part: '0123456789ab',
  name: 'production',
  target: null,
} as const
const digest = `sha256:${'b'.repeat(64)}`
const results = { done: 2, failed: 0, skipped: 0, unknown: 0 }
const own = {
  started: {},
  planned: {
    digest,
    changes: { create: 2, update: 0, replace: 0, delete: 0, run: 0, import: 0, move: 0, forget: 0 },
    target: 'cluster/platform',
  },
  applied: { digest, changed: true, results, target: 'cluster/platform' },
  failed: {
    changed: true,
    results: { ...results, failed: 1 },
    failures: [{ code: 'ROLLOUT_FAILED', what: 'Deployment api does not become ready.' }],
  },
  verified: { digest, results, target: 'https://example.com' },
}

/** @param second of its time */
export function reported(report: Report, second = 0, data: object = {}, more: object = {}): ReleaseEvent {
  const { topic } = releaseEvents[report]
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://github.com/acme/platform/actions/runs/4711',
    type: topic,
    subject: 'deploy/0123456789ab',
    time: new Date(Date.UTC(2026, 10, 24, 12, 0, second)).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:omninode:event:${topic}`,
    data: { ...about, ...own[report], ...data },
    ...more,
  } as ReleaseEvent // of the data that belongs to it
}
