import { describe, expect, test } from '@jest/globals'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import type { WatchEvent } from '#toolkit/kubernetes/watch-events.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { waitForDefinitions } from '../../src/rollout/definitions.ts'
import { manifest } from '../manifest.ts'
import { platform } from '../owned.ts'

const { world } = createTestWorld({ workspace: '/nowhere' })

/** One answer after the other, the last one for ever. */
function each<T>(answers: readonly T[]): () => T {
  let next = 0
  return () => answers[Math.min(next++, answers.length - 1)] as T // there is one at least
}

const forbidden = () => Promise.reject(refusedWith(403, { reason: 'Forbidden', message: 'no' }))

/** A cluster that lets nobody watch, and gives one answer after the other; `undefined` is a definition that is gone. */
function answering(answers: readonly (KubernetesObject | undefined)[]) {
  const answer = each(answers)
  return { get: async () => answer(), snapshot: forbidden, watch: forbidden }
}

const widgets = { plural: 'widgets', namespaced: true, scaled: false }

describe('a definition', () => {
  const definition = (conditions: unknown): KubernetesObject => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [
        { name: 'v1', served: true },
        { name: 'v0', served: false },
      ],
    },
    status: { conditions },
  })
  const established = definition([{ type: 'Established', status: 'True' }])

  test('is waited for while its conditions are null', async () => {
    let refreshed = 0
    const discovery = { refresh: () => refreshed++, resourceOf: async () => widgets }
    const client = { ...answering([definition(null), definition([]), established]), discovery }
    await waitForDefinitions(client, [manifest(established)], platform, 5_000, world)
    expect(refreshed).toBe(1)
  })

  const waiting = (
    client: ReturnType<typeof answering>,
    discovery: {
      readonly resourceOf: (type: { readonly apiVersion: string }) => Promise<typeof widgets | undefined>
    } = {
      resourceOf: async () => widgets,
    },
    timeout = 5_000,
  ): Promise<unknown> =>
    waitForDefinitions(
      { ...client, discovery: { ...discovery, refresh: () => undefined } },
      [manifest(established)],
      platform,
      timeout,
      world,
    ).catch((thrown: unknown) => thrown)

  const taken = definition([
    { type: 'NamesAccepted', status: 'False', reason: 'KindConflict', message: '"Widget" is in use' },
  ])
  const ending = {
    ...established,
    metadata: { ...established.metadata, deletionTimestamp: '2026-11-26T12:00:00Z' },
  }

  test.each([
    ['whose names are taken', taken, 'its names are taken: KindConflict: "Widget" is in use'],
    ['that is being deleted', ending, 'it is being deleted'],
    ['that is gone', undefined, 'it is gone: somebody deleted it'],
  ])('%s is refused at once', async (_which, live, why) => {
    const error = await waiting(answering([live]))
    expect(failuresIn(error)).toMatchObject([
      {
        code: 'DEFINITION_REFUSED',
        why,
        source: { file: 'k8s/it.yaml' },
      },
    ])
  })

  test.each<[string, () => Promise<typeof widgets | undefined>]>([
    ['that discovery does not list yet', async () => undefined],
    [
      'whose group discovery cannot tell of',
      () => Promise.reject(new Failure({ code: 'DISCOVERY', what: 'its server does not answer' })),
    ],
  ])('%s is waited for until it is listed, and no longer than is allowed', async (_which, lagging) => {
    const answer = each([lagging, lagging, async () => widgets])
    const asked: string[] = []
    const resourceOf = (type: { readonly apiVersion: string }) => {
      asked.push(type.apiVersion)
      return answer()()
    }
    expect(await waiting(answering([established]), { resourceOf })).toBeUndefined()
    expect(asked).toEqual(['example.com/v1', 'example.com/v1', 'example.com/v1'])
    expect(failuresIn(await waiting(answering([established]), { resourceOf: lagging }, 300))).toMatchObject([
      {
        code: 'DEFINITION_TIMEOUT',
        why: 'it is established, and the API server does not list example.com/v1 yet',
        source: { file: 'k8s/it.yaml' },
      },
    ])
  })

  test('that is never established is not waited for for ever', async () => {
    const installing = [{ type: 'Established', status: 'False', reason: 'Installing' }]
    const error = await waiting(answering([definition(installing)]), undefined, 300)
    expect(failuresIn(error)).toMatchObject([
      { code: 'DEFINITION_TIMEOUT', why: 'it is not established yet' },
    ])
  })

  test('is not waited for by who is not told of it', async () => {
    const body = JSON.stringify({ kind: 'Status', message: 'no' })
    const parts = { server: 'https://api.example.com', method: 'GET', path: '/api', status: 403, body }
    const refused = new KubernetesError(parts)
    const resourceOf = () => Promise.reject(refused)
    expect(await waiting(answering([established]), { resourceOf })).toBe(refused)
  })

  const named = (name: string, conditions: unknown): KubernetesObject => ({
    ...definition(conditions),
    metadata: { name },
  })
  const names = Array.from({ length: 20 }, (_, index) => `widgets${index}.example.com`)

  /** Tells for so many milliseconds that nothing is established, and for as many more that nothing is served. */
  function slow(lag: number, mayWatch: boolean) {
    const began = performance.now()
    const now = () => performance.now() - began
    const asked: { what: string; at: number }[] = []
    const take = (what: string) => asked.push({ what, at: now() })
    const live = (name: string) => named(name, now() < lag ? [] : [{ type: 'Established', status: 'True' }])
    const client = {
      get: async ({ name }: { readonly name: string }) => {
        take('definition')
        return live(name)
      },
      snapshot: async (_type: unknown, { labels = '' } = {}) => {
        take(`all definitions with ${labels.split('=')[0]}`)
        if (!mayWatch) return forbidden()
        return { items: names.map(live), resourceVersion: '1' }
      },
      watch: async (
        _type: unknown,
        { signal }: { readonly signal: AbortSignal },
        told: (event: WatchEvent) => void,
      ) => {
        take('watch')
        const timer = setTimeout(
          () => {
            for (const name of names) told({ type: 'MODIFIED', object: live(name) })
          },
          lag - now() + 10,
        )
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        clearTimeout(timer)
      },
      discovery: {
        refresh: () => take('discovery'),
        resourceOf: async () => (now() < 2 * lag ? undefined : widgets),
      },
    }
    const manifests = names.map((name) => manifest(named(name, [])))
    return {
      client,
      asked,
      wait: (timeout = 30_000) => waitForDefinitions(client, manifests, platform, timeout, world),
    }
  }

  test('and many more are told of by one watch of what the application owns', async () => {
    const { asked, wait } = slow(1_200, true)
    await wait()
    const whats = asked.map(({ what }) => what).filter((what) => what !== 'discovery')
    expect(whats).toEqual(['all definitions with applyset.kubernetes.io/part-of', 'watch'])
  })

  test.each([
    ['discovery', true, 'discovery', 1],
    ['each of them, where they may not be watched,', false, 'definition', names.length],
  ])('and many more: %s is asked for twice a second at most', async (_what, mayWatch, what, many) => {
    const { asked, wait } = slow(mayWatch ? 1_500 : 60_000, mayWatch)
    await wait(3_000).catch(() => undefined) // not served within that time
    const waited = asked.filter((each) => each.what === what && each.at > 1_000 && each.at <= 3_000)
    expect(waited.length).toBeGreaterThan(0)
    expect(waited.length / many).toBeLessThanOrEqual(4)
  })
})
