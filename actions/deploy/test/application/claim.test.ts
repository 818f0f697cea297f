import { describe, expect, test } from '@jest/globals'
import type { Forwards } from '#toolkit/action/step.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import { claim, claimed, note } from '../../src/application/claim.ts'
import { readInventory } from '../../src/application/inventory.ts'

const commit = (letter: string, run = '1'): Remembered => ({ commit: letter.repeat(40), run })
const configMap = (name: string): Reference => ({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a', name })
const [a, b, c] = [configMap('a'), configMap('b'), configMap('c')]

/** An API server that holds one object, and refuses a version that is not its own, as the real one does. */
function server(between: (() => Promise<unknown>)[] = []) {
  let stored: KubernetesObject | undefined
  let version = 10
  const client = {
    get: async () => stored,
    apply: async (object: KubernetesObject) => {
      await between.shift()?.()
      const { resourceVersion: asked } = object.metadata
      if (stored !== undefined && asked !== stored.metadata.resourceVersion)
        throw refusedWith(409, { reason: 'Conflict' })
      stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(++version) } }
      return { body: stored, warnings: [] }
    },
    discovery: { scopes: async () => new Map() },
  }
  return client
}

function asking(next: Remembered, refuse: (remembered: Remembered | undefined) => boolean = () => false) {
  const asked: (Remembered | undefined)[] = []
  const allowing: Forwards = {
    next,
    allow: async (part, remembered) => {
      expect(part).toBe('')
      asked.push(remembered)
      if (refuse(remembered)) throw new Failure({ code: 'RELEASE_OLDER', what: 'It is older.' })
    },
  }
  return { allowing, asked }
}

const x = { name: 'x', namespace: 'default', repository: '123456' }

describe('a claim', () => {
  test('asks with what is remembered, and remembers its own commit and what it may make', async () => {
    const client = server()
    const first = asking(commit('a'))
    await claim(client, x, [a, b], first.allowing)
    const second = asking(commit('b', '2'))
    await claim(client, x, [b, c], second.allowing)
    expect([first.asked, second.asked]).toEqual([[undefined], [commit('a')]])
    expect(await readInventory(client, x)).toMatchObject({
      members: [a, b, c],
      released: commit('b', '2'),
    })
  })

  test('that is refused writes nothing', async () => {
    const client = server()
    await claim(client, x, [a], forwards(commit('b')))
    const before = await readInventory(client, x)
    const older = asking(commit('a'), () => true)
    await expect(claim(client, x, [b], older.allowing)).rejects.toMatchObject({ code: 'RELEASE_OLDER' })
    expect(await readInventory(client, x)).toEqual(before)
  })

  test.each([
    ['which is the first one at all', false],
    ['which is not the first one', true],
  ])('of two runs at once %s asks again for the later one, which is refused', async (_what, known) => {
    const newer = async () => claim(client, x, [b], forwards(commit('b')))
    const between: (() => Promise<unknown>)[] = known ? [async () => undefined, newer] : [newer]
    const client = server(between)
    if (known) await claim(client, x, [a], forwards(commit('0')))
    const older = asking(commit('a'), (remembered) => remembered?.commit === commit('b').commit)
    await expect(claim(client, x, [a], older.allowing)).rejects.toMatchObject({ code: 'RELEASE_OLDER' })
    expect(older.asked).toEqual([known ? commit('0') : undefined, commit('b')])
    expect(await readInventory(client, x)).toMatchObject({ released: commit('b') })
  })

  test('whose answer was lost is its own', async () => {
    const client = server()
    const lost = {
      ...client,
      apply: async (object: KubernetesObject) => {
        await client.apply(object).catch(() => undefined)
        return client.apply(object) // as a client does that got no answer
      },
    }
    const first = asking(commit('a'))
    let calls = 0
    await claim(
      { ...lost, apply: (object) => (calls++ === 0 ? lost.apply(object) : client.apply(object)) },
      x,
      [a],
      first.allowing,
    )
    expect(first.asked).toEqual([undefined, commit('a')])
  })

  test('ends when somebody writes all the time', async () => {
    const client = { ...server(), apply: () => Promise.reject(refusedWith(409)) }
    await expect(claim(client, x, [a], forwards())).rejects.toMatchObject({ code: 'INVENTORY_BUSY' })
  })
})

describe('the end of a run', () => {
  test('keeps what was written meanwhile by others, and forgets what is gone', async () => {
    const client = server()
    await claim(client, x, [a, b], forwards(commit('a')))
    await note(client, x, commit('a'), (members) => members.filter(({ name }) => name !== 'b'))
    expect(await readInventory(client, x)).toMatchObject({ members: [a], released: commit('a') })
  })

  test.each([
    ['another commit', commit('b')],
    ['another run of its commit', commit('a', '2')],
  ])('is refused when the application was released by %s meanwhile', async (_what, other) => {
    const client = server()
    await claim(client, x, [a], forwards(commit('a')))
    await claim(client, x, [b], forwards(other))
    const after = await readInventory(client, x)
    await expect(claimed(client, x, commit('a'))).rejects.toMatchObject({ code: 'RELEASE_OVERTAKEN' })
    await expect(note(client, x, commit('a'), () => [])).rejects.toMatchObject({
      code: 'RELEASE_OVERTAKEN',
      what: expect.stringContaining(`The run ${other.run} (${other.commit.slice(0, 12)})`),
    })
    expect(await readInventory(client, x)).toEqual(after)
  })

  test('is refused when the other one comes in the very moment of writing', async () => {
    const between: (() => Promise<unknown>)[] = [async () => undefined]
    const client = server(between)
    await claim(client, x, [a], forwards(commit('a')))
    between.push(() => claim(client, x, [b], forwards(commit('b'))))
    await expect(note(client, x, commit('a'), () => [])).rejects.toMatchObject({
      code: 'RELEASE_OVERTAKEN',
    })
    expect(await readInventory(client, x)).toMatchObject({ released: commit('b'), members: [a, b] })
  })

  test('and what was noted on the way are one request each, as long as nobody else writes', async () => {
    const client = server()
    let reads = 0
    const counting = {
      ...client,
      get: () => {
        reads++
        return client.get()
      },
    }
    const begun = await claim(counting, x, [a, b], forwards(commit('a')))
    const noted = await note(counting, x, commit('a'), () => [a, b, c], begun)
    await note(counting, x, commit('a'), () => [a, c], noted)
    expect(reads).toBe(1)
    expect(await readInventory(client, x)).toMatchObject({ members: [a, c], released: commit('a') })
  })

  test('is refused by what is there, whatever this run has seen before', async () => {
    const client = server()
    const begun = await claim(client, x, [a], forwards(commit('a')))
    await claim(client, x, [b], forwards(commit('b')))
    await expect(note(client, x, commit('a'), () => [], begun)).rejects.toMatchObject({
      code: 'RELEASE_OVERTAKEN',
    })
    expect(await readInventory(client, x)).toMatchObject({ members: [a, b], released: commit('b') })
  })
})
