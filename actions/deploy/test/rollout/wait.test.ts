import { describe, expect, test } from '@jest/globals'
import type { Reader } from '#toolkit/kubernetes/diagnose.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { waitForRollouts } from '../../src/rollout/wait.ts'
import { manifest } from '../manifest.ts'

const { world, lines } = createTestWorld({ workspace: '/nowhere' })

/** A cluster that gives one answer after the other, the last one for ever; `undefined` is an object that is gone. */
function answering(
  answers: readonly (KubernetesObject | undefined)[],
  events: readonly Readonly<Record<string, string>>[] = [],
): Reader {
  let next = 0
  return {
    get: async () => answers[Math.min(next++, answers.length - 1)],
    list: async ({ kind }) => (kind === 'Event' ? (events as unknown as KubernetesObject[]) : []), // core/v1 Event
    logs: async () => '',
  }
}

async function waiting(
  asked: KubernetesObject,
  client: Reader,
  options: { readonly timeout?: number; readonly known?: KubernetesObject } = {},
) {
  const { timeout = 5_000, known } = options
  const it = manifest(asked)
  lines.length = 0
  try {
    await waitForRollouts(client, [it], new Map(known && [[it.address, known]]), timeout, world)
    return { failures: [], lines: [...lines] }
  } catch (error) {
    return { failures: failuresIn(error), lines: [...lines] }
  }
}

function deployment(spec: Record<string, unknown>, more: Record<string, unknown> = {}): KubernetesObject {
  const conditions = [{ type: 'Available', status: 'True' }]
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'dev', generation: 1, ...more },
    spec: { replicas: 1, ...spec },
    status: {
      observedGeneration: 1,
      replicas: 1,
      updatedReplicas: 1,
      availableReplicas: 1,
      conditions,
    },
  }
}

function job(spec: Record<string, unknown>, status: unknown = {}): KubernetesObject {
  const metadata = { name: 'once', namespace: 'dev', uid: '1-2-3' }
  return { apiVersion: 'batch/v1', kind: 'Job', metadata, spec, status }
}

describe('waiting', () => {
  test('is over at once for what its own manifest suspends', async () => {
    const paused = deployment({ paused: true })
    expect(await waiting(paused, answering([paused]))).toEqual({
      failures: [],
      lines: ['not waiting for dev/Deployment/web: its rollout is paused'],
    })
  })

  test('goes on for what somebody else suspends, until it is let go', async () => {
    const { failures, lines: told } = await waiting(
      deployment({}),
      answering([deployment({ paused: true }), deployment({})]),
    )
    expect(failures).toEqual([])
    expect(told).toEqual([
      'waiting for dev/Deployment/web: its rollout is paused',
      'ready: dev/Deployment/web',
    ])
  })

  test('ends with the reason when nobody lets it go', async () => {
    const held = answering([job({ suspend: true })])
    expect((await waiting(job({}), held, { timeout: 100 })).failures).toMatchObject([
      { code: 'ROLLOUT_TIMEOUT', why: 'it is suspended' },
    ])
  })

  test('fails for what is being deleted, and for what is gone', async () => {
    const ending = deployment({}, { deletionTimestamp: '2026-11-26T12:00:00Z' })
    expect((await waiting(deployment({}), answering([ending]))).failures).toMatchObject([
      { code: 'ROLLOUT_FAILED', why: 'it is being deleted' },
    ])
    expect((await waiting(deployment({}), answering([undefined]))).failures).toMatchObject([
      { code: 'ROLLOUT_FAILED', why: 'it is gone: somebody deleted it' },
    ])
  })

  test.each([
    ['complete', { type: 'Normal', reason: 'Completed' }, [], 'ready: dev/Job/once'],
    [
      'given up',
      { type: 'Warning', reason: 'BackoffLimitExceeded', message: 'it has reached its limit' },
      [{ code: 'ROLLOUT_FAILED', why: 'it failed: BackoffLimitExceeded: it has reached its limit' }],
      undefined,
    ],
    [
      'not told: a pod that could not be made at first is not its end',
      { type: 'Warning', reason: 'FailedCreate', message: 'quota' },
      [{ code: 'ROLLOUT_UNKNOWN' }],
      undefined,
    ],
  ])(
    'asks the events of a Job that has removed itself how it ended: %s',
    async (_how, event, expected, line) => {
      const asked = job({ ttlSecondsAfterFinished: 1 })
      const seen = await waiting(asked, answering([asked, undefined], [event]))
      expect(seen.failures).toMatchObject(expected)
      expect(seen.lines.at(-1)).toBe(
        line ?? 'waiting for dev/Job/once: 0 of its pods run, 0 have succeeded, 0 have failed',
      )
    },
  )

  test('knows a Job that was gone before the first look by what was applied', async () => {
    const asked = job({ ttlSecondsAfterFinished: 0 })
    const client = answering([undefined], [{ type: 'Normal', reason: 'Completed' }])
    expect((await waiting(asked, client, { known: asked })).failures).toEqual([])
    expect((await waiting(asked, client)).failures).toMatchObject([{ code: 'ROLLOUT_UNKNOWN' }])
  })

  test('is over for a Job that was complete when it was last seen, whoever has forgotten its events', async () => {
    const asked = job({ ttlSecondsAfterFinished: 0 })
    const known = job({}, { conditions: [{ type: 'Complete', status: 'True' }] })
    expect((await waiting(asked, answering([undefined]), { known })).failures).toEqual([])
  })

  test('is over at once for what no release waits for, unless it does not get well by itself', async () => {
    const claim = (phase: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'dev' },
      status: { phase },
    })
    const pending = claim('Pending')
    expect(await waiting(pending, answering([pending]))).toEqual({ failures: [], lines: [] })
    expect((await waiting(pending, answering([claim('Lost')]))).failures).toMatchObject([
      {
        code: 'ROLLOUT_FAILED',
        what: 'dev/PersistentVolumeClaim/data is not well.',
        why: 'its volume is lost',
      },
    ])
    expect((await waiting(pending, answering([undefined]))).failures).toMatchObject([
      { code: 'ROLLOUT_FAILED', why: 'it is gone: somebody deleted it' },
    ])
  })

  test('fails for a Job that is gone and was to stay', async () => {
    expect((await waiting(job({}), answering([undefined]))).failures).toMatchObject([
      { code: 'ROLLOUT_FAILED', why: 'it is gone: somebody deleted it' },
    ])
  })
})
