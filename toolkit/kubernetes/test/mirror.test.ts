import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { Mirror, type Watchable } from '../mirror.ts'
import type { KubernetesObject } from '../object.ts'
import type { WatchEvent } from '../watch-events.ts'
import { refusedWith } from './refused.ts'

const pods = { apiVersion: 'v1', kind: 'Pod' }
const pod = (name: string, resourceVersion: string): KubernetesObject => ({
  ...pods,
  metadata: { name, resourceVersion },
})
const event = (type: WatchEvent['type'], name: string, version: string): WatchEvent => ({
  type,
  object: pod(name, version),
})
const gone = refusedWith(410, { reason: 'Expired', message: 'too old resource version' })
const forbidden = refusedWith(403, { reason: 'Forbidden', message: 'no' })
const cut = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

/** What a watch says, and how it ends: `open` stays until the mirror ends it. */
type Watch = readonly [events: readonly WatchEvent[], end: 'open' | 'over' | Error]

function cluster(snapshots: readonly (readonly KubernetesObject[] | Error)[], watches: readonly Watch[]) {
  const asked: string[] = []
  let taken = 0
  let watched = 0
  const client: Watchable = {
    snapshot: async () => {
      asked.push('list')
      const items = snapshots[Math.min(taken++, snapshots.length - 1)] ?? []
      if (items instanceof Error) throw items
      return { items: [...items], resourceVersion: `${taken}00` }
    },
    watch: async (_type, { resourceVersion, signal }, told) => {
      asked.push(`watch from ${resourceVersion}`)
      const [events, end] = watches[watched++] ?? [[], 'open']
      for (const each of events) told(each)
      if (end === 'open') await new Promise((resolve) => signal.addEventListener('abort', resolve))
      else if (end !== 'over') throw end
    },
  }
  return { client, asked }
}

/** What is known in the end. */
async function seen(client: Watchable, patience = 100): Promise<string[] | undefined> {
  const ended = new AbortController()
  const mirror = new Mirror(client, pods, { namespace: 'dev' }, ended.signal)
  await mirror.objects()
  await sleep(patience)
  const objects = await mirror.objects()
  ended.abort()
  return (
    objects && [...objects.values()].map(({ metadata }) => `${metadata.name} ${metadata.resourceVersion}`)
  )
}

test('what is there is read once, and what happens to it is told', async () => {
  const { client, asked } = cluster(
    [[pod('a', '1'), pod('b', '2')]],
    [[[event('MODIFIED', 'a', '101'), event('DELETED', 'b', '102'), event('ADDED', 'c', '103')], 'open']],
  )
  expect(await seen(client)).toEqual(['a 101', 'c 103'])
  expect(asked).toEqual(['list', 'watch from 100'])
})

test.each<[string, Watch, number, readonly string[]]>([
  [
    'that is over goes on where it was',
    [[event('ADDED', 'c', '103')], 'over'],
    100,
    ['list', 'watch from 100', 'watch from 103'],
  ],
  [
    'goes on behind its last bookmark',
    [[event('BOOKMARK', '', '150')], 'over'],
    100,
    ['list', 'watch from 100', 'watch from 150'],
  ],
  [
    'that is cut off goes on where it was',
    [[event('ADDED', 'c', '103')], cut],
    700,
    ['list', 'watch from 100', 'watch from 103'],
  ],
  [
    'whose version is too old begins anew',
    [[event('ADDED', 'c', '103')], gone],
    100,
    ['list', 'watch from 100', 'list', 'watch from 200'],
  ],
])('a watch %s', async (_which, watch, patience, expected) => {
  const { client, asked } = cluster([[]], [watch])
  await seen(client, patience)
  expect(asked).toEqual(expected)
})

test('what went while nobody could tell is gone when everything is read anew', async () => {
  const { client } = cluster([[pod('a', '1')], [pod('b', '2')]], [[[], gone]])
  expect(await seen(client)).toEqual(['b 2'])
})

test.each([
  ['list', cluster([forbidden], [])],
  ['watch', cluster([[pod('a', '1')]], [[[], forbidden]])],
])('who may not %s is told so, and asks for each object', async (_verb, { client }) => {
  expect(await seen(client)).toBeUndefined()
})

test.each<[string, readonly Watch[], readonly string[]]>([
  [
    'is cut off',
    [
      [[], cut],
      [[], forbidden],
      [[event('ADDED', 'c', '103')], 'open'],
    ],
    ['list', 'watch from 100', 'watch from 100', 'watch from 100'],
  ],
  [
    'is over',
    [
      [[], 'over'],
      [[], forbidden],
      [[event('ADDED', 'c', '103')], 'open'],
    ],
    ['list', 'watch from 100', 'watch from 100', 'watch from 100'],
  ],
  [
    'is cut off, for longer',
    [
      [[], cut],
      [[], forbidden],
      [[], forbidden],
      [[event('ADDED', 'c', '203')], 'open'],
    ],
    ['list', 'watch from 100', 'watch from 100', 'watch from 100', 'list', 'watch from 200'],
  ],
])('what is forbidden right after a watch %s is asked for again', async (_how, watches, expected) => {
  const { client, asked } = cluster([[]], watches)
  expect(await seen(client, 2_000)).toHaveLength(1)
  expect(asked).toEqual(expected)
})

test('what stays forbidden after a watch was cut off is told so', async () => {
  const refusals = [1, 2, 3].map((): Watch => [[], forbidden])
  const { client } = cluster([[]], [[[], cut], ...refusals])
  expect(await seen(client, 2_000)).toBeUndefined()
})

test('a cluster that cannot be asked is told when it is looked at', async () => {
  const failure = new Failure({ code: 'CLUSTER_UNREACHABLE', what: 'it does not answer' })
  await expect(seen(cluster([failure], []).client)).rejects.toBe(failure)
})

test('an identity that is not accepted any more is told, instead of what was known before', async () => {
  const refused = new Failure({ code: 'CLUSTER_UNAUTHENTICATED', what: 'it has expired' })
  const { client } = cluster(
    [[pod('a', '1')], refused],
    [
      [[], cut],
      [[], cut],
      [[], cut],
    ],
  )
  await expect(seen(client, 5_000)).rejects.toBe(refused)
}, 15_000)

test('a server that is busy is left alone for as long as it asks', async () => {
  const busy = refusedWith(429, {}, 1_000)
  const { client, asked } = cluster([[]], [[[], busy]])
  await seen(client, 900)
  expect(asked).toEqual(['list', 'watch from 100'])
})
