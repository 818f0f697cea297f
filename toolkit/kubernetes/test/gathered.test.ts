import { expect, test } from '@jest/globals'
import { Failure } from '../../model/failure.ts'
import { gathered } from '../gathered.ts'
import type { KubernetesObject, Reference } from '../object.ts'
import { refusedWith } from './refused.ts'

const reference = (name: string, kind = 'ConfigMap', namespace = 'dev'): Reference => ({
  apiVersion: 'v1',
  kind,
  namespace,
  name,
})
const object = ({ apiVersion, kind, namespace, name }: Reference): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
})
const many = (count: number, word = 'ours') => Array.from({ length: count }, (_, index) => `${word}-${index}`)

/** A cluster with these ConfigMaps, and what it was asked for. */
function holding(names: readonly string[], refusal?: Error) {
  const asked: string[] = []
  const sorted = [...names].sort()
  return {
    asked,
    client: {
      get: async (wanted: Reference) => {
        asked.push(`get ${wanted.kind} ${wanted.name}`)
        return names.includes(wanted.name) ? object(wanted) : undefined
      },
      page: async (
        { apiVersion, kind }: { apiVersion: string; kind: string },
        { namespace, limit, from }: { namespace?: string | undefined; limit: number; from: string },
      ) => {
        asked.push(`list ${kind} ${limit} from ${from}`)
        if (refusal !== undefined) throw refusal
        const first = from === '' ? 0 : Number(from)
        const items = sorted
          .slice(first, first + limit)
          .map((name) => object({ apiVersion, kind, namespace, name }))
        const next = first + limit < sorted.length ? String(first + limit) : ''
        return { items, resourceVersion: '1', next }
      },
    },
  }
}

async function found(client: ReturnType<typeof holding>['client'], references: readonly Reference[]) {
  const get = gathered(client, references)
  const objects = await Promise.all(references.map(get))
  return objects.flatMap((each) => each?.metadata.name ?? [])
}

const ours = many(6)
const references = ours.map((name) => reference(name))
const forbidden = refusedWith(403, { reason: 'Forbidden', message: 'no' })
const tooLarge = new Failure({
  code: 'CLUSTER_UNREACHABLE',
  what: 'It cannot be reached.',
  cause: Object.assign(new Error('too large'), { code: 'EMSGSIZE' }),
})

test('many of a kind in a namespace are asked for by one list', async () => {
  const { client, asked } = holding([...ours.slice(1), 'foreign'])
  expect(await found(client, references)).toEqual(ours.slice(1))
  expect(asked).toEqual(['list ConfigMap 12 from '])
})

test('few are asked for one by one', async () => {
  const { client, asked } = holding(ours)
  expect(await found(client, references.slice(0, 3))).toEqual(ours.slice(0, 3))
  expect(asked).toEqual(ours.slice(0, 3).map((name) => `get ConfigMap ${name}`))
})

test('another namespace and another kind are a list of their own', async () => {
  const { client, asked } = holding(ours)
  const others = ours.flatMap((name) => [reference(name, 'ConfigMap', 'other'), reference(name, 'Service')])
  expect(await found(client, [...references, ...others])).toHaveLength(18)
  expect(asked.sort()).toEqual([
    'list ConfigMap 12 from ',
    'list ConfigMap 12 from ',
    'list Service 12 from ',
  ])
})

test('what is on later pages is found', async () => {
  const { client, asked } = holding([...many(4, 'a'), ...ours.slice(0, 3), ...many(7, 'p')])
  expect(await found(client, references)).toEqual(ours.slice(0, 3))
  expect(asked).toEqual(['list ConfigMap 12 from ', ...ours.slice(3).map((name) => `get ConfigMap ${name}`)])
  const other = holding([...many(6, 'a'), ...ours, 'z'])
  expect(await found(other.client, [...references, reference('z')])).toEqual([...ours, 'z'])
  expect(other.asked).toEqual(['list ConfigMap 14 from '])
  const long = many(150)
  const third = holding([...many(140, 'a'), ...long])
  expect(
    await found(
      third.client,
      long.map((name) => reference(name)),
    ),
  ).toHaveLength(150)
  expect(third.asked).toEqual(['list ConfigMap 250 from ', 'list ConfigMap 250 from 250'])
})

test('where most are somebody else’s, it stops listing, and asks for the rest one by one', async () => {
  const { client, asked } = holding([...many(4_000, 'a'), ...ours])
  expect(await found(client, references)).toEqual(ours)
  expect(asked).toEqual(['list ConfigMap 12 from ', ...ours.map((name) => `get ConfigMap ${name}`)])
})

test.each([
  ['may not be listed', forbidden],
  ['are too many bytes', tooLarge],
  ['are answered by something that is no list', new Failure({ code: 'CLUSTER_ANSWER', what: 'No list.' })],
])('objects that %s are asked for one by one', async (_why, refusal) => {
  const { client, asked } = holding(ours, refusal)
  expect(await found(client, references)).toEqual(ours)
  expect(asked.filter((each) => each.startsWith('get'))).toHaveLength(6)
})

test('that nobody answers is no reason to ask again, one by one', async () => {
  const away = new Failure({ code: 'CLUSTER_UNREACHABLE', what: 'It cannot be reached.' })
  const { client, asked } = holding(ours, away)
  await expect(found(client, references)).rejects.toBe(away)
  expect(asked).toEqual(['list ConfigMap 12 from '])
})

test('Secrets of others are not read beside those that are asked for', async () => {
  const { client, asked } = holding(ours)
  await found(
    client,
    ours.map((name) => reference(name, 'Secret')),
  )
  expect(asked).toEqual(ours.map((name) => `get Secret ${name}`))
})

test('what is asked for again is asked for anew', async () => {
  const { client, asked } = holding(ours)
  const get = gathered(client, references)
  await Promise.all(references.map(get))
  await get(reference('ours-1'))
  await get(reference('something-else'))
  expect(asked).toEqual(['list ConfigMap 12 from ', 'get ConfigMap ours-1', 'get ConfigMap something-else'])
})

test('all of it is asked for at once where that is wanted, once, and what fails is told to whoever asks for it', async () => {
  const { client, asked } = holding(ours)
  const few = [reference('ours-0', 'Service'), reference('ours-1', 'Secret')]
  const get = gathered(client, [...references, ...few], true)
  const early = ['list ConfigMap 12 from ', 'get Service ours-0', 'get Secret ours-1']
  expect(asked).toEqual(early)
  const seen = await Promise.all([...references, ...few].map(get))
  expect(seen.map((each) => each?.metadata.name)).toEqual([...ours, 'ours-0', 'ours-1'])
  expect(asked).toEqual(early)
  await get(reference('ours-0', 'Service'))
  expect(asked.at(-1)).toBe('get Service ours-0')
  expect(asked).toHaveLength(early.length + 1)
  const refusing = { ...client, get: () => Promise.reject(forbidden) }
  const other = gathered(refusing, few, true)
  await new Promise(setImmediate)
  await expect(other(reference('ours-0', 'Service'))).rejects.toBe(forbidden)
})
