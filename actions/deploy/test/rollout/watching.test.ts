import { expect, test } from '@jest/globals'
import type { Watchable } from '#toolkit/kubernetes/mirror.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { waitForRollouts } from '../../src/rollout/wait.ts'
import { type ToldReader, watching } from '../../src/rollout/watching.ts'
import { manifest } from '../manifest.ts'

const { world } = createTestWorld({ workspace: '/nowhere' })

function deployment(index: number, available: number): KubernetesObject {
  const conditions = [{ type: 'Available', status: available === 1 ? 'True' : 'False' }]
  const labels = { app: `web-${index}` }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `web-${index}`, namespace: 'dev', generation: 1, resourceVersion: String(available) },
    spec: { replicas: 1, selector: { matchLabels: labels } },
    status: {
      observedGeneration: 1,
      replicas: 1,
      updatedReplicas: 1,
      availableReplicas: available,
      conditions,
    },
  }
}

test('forty workloads cost one list and one watch for each kind, however long they take', async () => {
  const asked: string[] = []
  const every = Array.from({ length: 40 }, (_, index) => index)
  const client: Reader & Watchable = {
    get: ({ name }) => Promise.reject(new Error(`${name} is asked for`)),
    list: ({ kind }) => Promise.reject(new Error(`${kind} is listed`)),
    logs: async () => '',
    snapshot: async ({ kind }) => {
      asked.push(`list ${kind}`)
      const items = kind === 'Deployment' ? every.map((index) => deployment(index, 0)) : []
      return { items, resourceVersion: '1' }
    },
    watch: async ({ kind }, { signal }, told) => {
      asked.push(`watch ${kind}`)
      const ready = () => {
        for (const index of every) told({ type: 'MODIFIED', object: deployment(index, 1) })
      }
      if (kind === 'Deployment') setTimeout(ready, 1_700)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    },
  }
  const manifests = every.map((index) => manifest(deployment(index, 1)))
  await watching(client, world.signal, (reader) =>
    waitForRollouts(reader, manifests, new Map(), 10_000, world),
  )
  expect(asked.sort()).toEqual([
    'list Deployment',
    'list Pod',
    'list ReplicaSet',
    'watch Deployment',
    'watch Pod',
    'watch ReplicaSet',
  ])
})

test('what is outside of namespaces, or looked at once, is asked for as it is', async () => {
  const asked: string[] = []
  const refuse = () => Promise.reject(new Error('nothing is watched'))
  const client: Reader & Watchable = {
    get: async ({ kind, name }) => {
      asked.push(`get ${kind}/${name}`)
      return undefined
    },
    list: async ({ kind }, options = {}) => {
      asked.push(`list ${kind} ${options.namespace}`)
      return []
    },
    logs: async () => 'said',
    snapshot: refuse,
    watch: refuse,
  }
  await watching(client, world.signal, async (reader) => {
    await reader.get({ apiVersion: 'v1', kind: 'Secret', namespace: 'dev', name: 'a' })
    await reader.get({ apiVersion: 'v1', kind: 'Namespace', name: 'dev' })
    await reader.list({ apiVersion: 'v1', kind: 'Pod' })
    const pod = { apiVersion: 'v1', kind: 'Pod', namespace: 'dev', name: 'a' }
    expect(await reader.logs(pod, 'main', { lines: 1, previous: false })).toBe('said')
  })
  expect(asked).toEqual(['get Secret/a', 'get Namespace/dev', 'list Pod undefined'])
})

test('is selected as the API server would', async () => {
  const event = (name: string, uid: string): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace: 'dev', labels: { app: name } },
    involvedObject: { uid, kind: 'Pod' },
  })
  const client: Reader & Watchable = {
    get: async () => undefined,
    list: async () => [],
    logs: async () => '',
    snapshot: async () => ({ items: [event('a', '1'), event('b', '2')], resourceVersion: '1' }),
    watch: (_type, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  }
  const events = { apiVersion: 'v1', kind: 'Event' }
  const found = await watching(client, world.signal, async (reader) => [
    await reader.list(events, { namespace: 'dev', fields: 'involvedObject.uid=2' }),
    await reader.list(events, { namespace: 'dev', fields: 'involvedObject.kind=Pod,involvedObject.uid=1' }),
    await reader.list(events, { namespace: 'dev', labels: 'app=b' }),
    await reader.list(events, { namespace: 'dev' }),
  ])
  expect(found.map((each) => each.map(({ metadata }) => metadata.name))).toEqual([
    ['b'],
    ['a'],
    ['b'],
    ['a', 'b'],
  ])
})

test('what is told is looked at at once, and not first when it would be looked at again anyway', async () => {
  const looks: number[] = []
  let tell: () => void = () => undefined
  const reader: ToldReader = {
    get: async () => {
      looks.push(performance.now())
      // By the fourth look the pause is at its longest.
      if (looks.length === 4) setImmediate(() => tell())
      return deployment(0, looks.length === 5 ? 1 : 0)
    },
    list: async () => [],
    logs: async () => '',
    changed: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
  }
  await waitForRollouts(reader, [manifest(deployment(0, 1))], new Map(), 10_000, world)
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
  expect(pauses).toHaveLength(4)
  // Of two pauses in one run, the one that was cut short beside the one that was not.
  expect(pauses[3]).toBeLessThan(pauses[2] ?? 0)
})
