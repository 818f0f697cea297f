import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { Lease, type LeaseClient } from '../../src/turn/lease.ts'
import { platform } from '../owned.ts'

const times = { duration: 1_000, poll: 10 }

/** An API server that holds one Lease, and refuses a version that is not its own, as the real one does. */
function server() {
  let stored: KubernetesObject | undefined
  let version = 10
  const client: LeaseClient = {
    get: async () => stored,
    apply: async (object) => {
      const { resourceVersion: asked } = object.metadata
      if (stored !== undefined && asked !== stored.metadata.resourceVersion)
        throw refusedWith(409, { reason: 'Conflict' })
      stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(++version) } }
      return { body: stored, warnings: [] }
    },
  }
  return { client, spec: () => stored?.['spec'] as Record<string, unknown> | undefined }
}

let leases: Lease[] = []
afterEach(async () => {
  for (const lease of leases) await lease.release(true).catch(() => undefined)
  leases = []
})

/** @param ahead milliseconds by which the clock of its machine is ahead, which may change */
function lease(client: LeaseClient, run: string, ahead: () => number = () => 0) {
  const { world, lines } = createTestWorld({
    workspace: '/nowhere',
    clock: () => new Date(Date.now() + ahead()),
    run: { url: `https://github.com/o/r/actions/runs/${run}`, id: run },
  })
  const made = new Lease(client, platform, world, times)
  leases.push(made)
  return { lease: made, lines }
}

/** A client of a run that has been killed: nothing of it arrives any more. */
function dying(client: LeaseClient) {
  let dead = false
  const alive = <T>(work: () => Promise<T>) => (dead ? Promise.reject(new Error('gone')) : work())
  const until: LeaseClient = {
    get: (reference) => alive(() => client.get(reference)),
    apply: (object, options) => alive(() => client.apply(object, options)),
  }
  return {
    client: until,
    kill: () => {
      dead = true
    },
  }
}

describe('a lease', () => {
  test('names the run, is held while it is renewed, and is let go at its end', async () => {
    const { client, spec } = server()
    const { lease: first } = lease(client, '1')
    await first.acquire(0)
    expect(spec()).toMatchObject({
      holderIdentity: expect.stringMatching(/^https:\/\/github.com\/o\/r\/actions\/runs\/1\/attempts\/1#/),
      leaseDurationSeconds: 1,
      renewTime: expect.stringMatching(/^20\S+\.\d{6}Z$/),
    })
    const renewed = spec()?.['renewTime']
    await sleep(1_300)
    await first.hold()
    expect(spec()?.['renewTime']).not.toBe(renewed)
    await first.release(true)
    expect(spec()).not.toHaveProperty('holderIdentity')
  })

  test('of somebody else is waited for, and who that is and since when is told', async () => {
    const { client } = server()
    const { lease: first } = lease(client, '1')
    await first.acquire(0)
    const { lease: second, lines } = lease(client, '2')
    await expect(second.acquire(50)).rejects.toMatchObject({
      code: 'LEASE_HELD',
      what: expect.stringMatching(/^platform is being released by https:\S+\/runs\/1\/\S+, since 20\S+Z\.$/),
    })
    expect(lines).toEqual([expect.stringMatching(/^waiting for https:\S+\/runs\/1\/\S+, since 20/)])
    const waiting = second.acquire(5_000)
    await first.release(true)
    await waiting
    expect(second.afterCutOff).toBe(false)
  })

  test('that nobody holds is taken without another look where it was looked at beforehand', async () => {
    const { client } = server()
    let looks = 0
    const counting: LeaseClient = {
      ...client,
      get: async (reference) => {
        looks++
        return client.get(reference)
      },
    }
    const { lease: first } = lease(counting, '1')
    expect(await first.expect()).toBe(true)
    expect(await first.acquire(0)).toBe(false)
    expect(looks).toBe(1)
    await first.release(true)
    const { lease: second } = lease(counting, '2')
    expect(await second.expect()).toBe(true)
    expect(await second.acquire(0)).toBe(false)
    expect(looks).toBe(2)
  })

  test.each<[string, boolean, string | undefined]>([
    ['is held still', false, 'LEASE_HELD'],
    ['was let go', true, undefined],
  ])('that was taken since it was looked at, and %s, is not taken for free', async (_what, ends, code) => {
    const { client } = server()
    const { lease: first } = lease(client, '1')
    const { lease: second } = lease(client, '2')
    expect(await second.expect()).toBe(true)
    await first.acquire(0)
    if (ends) await first.release(true)
    const acquiring = second.acquire(0)
    if (code === undefined)
      expect(await acquiring).toBe(true) // what was asked of the cluster before is asked anew
    else await expect(acquiring).rejects.toMatchObject({ code })
  })

  test('that somebody held when it was looked at, or was cut off with, is not free, and was waited for', async () => {
    const { client } = server()
    const { lease: first } = lease(client, '1')
    const { lease: second } = lease(client, '2')
    await first.acquire(0)
    expect(await second.expect()).toBe(false)
    await first.release(false)
    expect(await second.acquire(0)).toBe(true)
    await second.release(false)
    const { lease: third } = lease(client, '3')
    expect(await third.expect()).toBe(false)
    await third.acquire(0)
    expect(third.afterCutOff).toBe(true)
  })

  test('that could not be looked at beforehand is looked at when it is to be taken', async () => {
    const { client } = server()
    let refused = true
    const flaky: LeaseClient = {
      ...client,
      get: async (reference) => {
        if (refused) throw refusedWith(503, { reason: 'ServiceUnavailable' })
        return client.get(reference)
      },
    }
    const { lease: first } = lease(flaky, '1')
    expect(await first.expect()).toBe(false)
    refused = false
    expect(await first.acquire(0)).toBe(false)
  })

  test('is held by one of many that want it at once', async () => {
    const { client } = server()
    const many = ['1', '2', '3', '4', '5'].map((run) => lease(client, run).lease)
    const ends = await Promise.allSettled(many.map((each) => each.acquire(0)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test.each([
    ['is right', 0],
    ['is an hour ahead', 3_600_000],
    ['is an hour behind', -3_600_000],
  ])(
    'of a run that was killed is taken over when it has not been heard of, by a clock that %s',
    async (_what, ahead) => {
      const { client, spec } = server()
      const killed = dying(client)
      await lease(killed.client, '1').lease.acquire(0)
      const { lease: second } = lease(client, '2', () => ahead)
      const early = await second.acquire(300).catch((error: unknown) => error)
      expect(early).toMatchObject({ code: 'LEASE_HELD' })
      killed.kill()
      await second.acquire(5_000)
      expect(second.afterCutOff).toBe(true)
      expect(spec()).toMatchObject({
        leaseTransitions: 1,
        holderIdentity: expect.stringContaining('/runs/2/'),
      })
    },
  )

  test.each([
    ['with all it had sent answered', true],
    ['with something still on its way', false],
  ])('that was let go %s tells the next one so', async (_what, finished) => {
    const { client } = server()
    const { lease: first } = lease(client, '1')
    await first.acquire(0)
    await first.release(finished)
    const { lease: second } = lease(client, '2')
    await second.acquire(0)
    expect(second.afterCutOff).toBe(!finished)
    await second.release(true)
    const { lease: third } = lease(client, '3')
    await third.acquire(0)
    expect(third.afterCutOff).toBe(false)
  })

  test('that somebody else has taken lets its run write nothing any more', async () => {
    const { client } = server()
    let ahead = 0
    const { lease: first } = lease(client, '1', () => ahead)
    await first.acquire(0)
    const there = await client.get({ apiVersion: '', kind: '', name: '' })
    const spec = { ...(there?.['spec'] as object), holderIdentity: 'https://github.com/o/r/actions/runs/2' }
    await client.apply(
      { ...(there as KubernetesObject), spec },
      { fieldManager: '', force: true, dryRun: false },
    )
    ahead = 900
    const lost = {
      code: 'LEASE_LOST',
      what: expect.stringContaining('it is held by https://github.com/o/r/actions/runs/2'),
    }
    await expect(first.hold()).rejects.toMatchObject(lost)
    ahead = 0
    await expect(first.hold()).rejects.toMatchObject(lost)
    // Nor does it take away what is another's.
    await first.release(true)
    expect((await client.get({ apiVersion: '', kind: '', name: '' }))?.['spec']).toEqual(spec)
  })

  test('of a run that stood still, and that nobody took meanwhile, is renewed before anything is written', async () => {
    const { client, spec } = server()
    let ahead = 0
    const { lease: first } = lease(client, '1', () => ahead)
    await first.acquire(0)
    ahead = 60_000
    await first.hold()
    expect(new Date(String(spec()?.['renewTime'])).getTime()).toBeGreaterThan(Date.now() + 50_000)
  })

  test('that nobody took while the API server asked to be left alone for longer than it is good for is still held', async () => {
    const { client } = server()
    let pause = 0
    const patient: LeaseClient = {
      get: (reference) => client.get(reference),
      apply: async (object, options) => {
        await options.before?.() // the request that is answered with Retry-After
        if (pause > 0) {
          await sleep(pause)
          await options.before?.()
        }
        return client.apply(object, options)
      },
    }
    const { lease: first } = lease(patient, '1')
    await first.acquire(0)
    pause = 1_400
    await sleep(1_000)
    await first.hold()
    pause = 0
    await first.hold()
  })

  test('that somebody took while the API server asked to be left alone is lost', async () => {
    const { client } = server()
    let pause = 0
    const patient: LeaseClient = {
      get: (reference) => client.get(reference),
      apply: async (object, options) => {
        await sleep(pause)
        await options.before?.()
        return client.apply(object, options)
      },
    }
    const { lease: first } = lease(patient, '1')
    await first.acquire(0)
    pause = 2_000
    await lease(client, '2').lease.acquire(5_000)
    await expect(first.hold()).rejects.toMatchObject({
      code: 'LEASE_LOST',
      what: expect.stringContaining('/runs/2/'),
    })
  })

  test('that cannot be renewed is lost when it has expired', async () => {
    const { client } = server()
    const killed = dying(client)
    const { lease: first } = lease(killed.client, '1')
    await first.acquire(0)
    killed.kill()
    await first.hold()
    await sleep(1_050)
    await expect(first.hold()).rejects.toMatchObject({
      code: 'LEASE_LOST',
      what: expect.stringContaining('it could not be renewed'),
    })
  })

  test('whose answer was lost is its own', async () => {
    const { client } = server()
    let losing = true
    const lossy: LeaseClient = {
      get: (reference) => client.get(reference),
      apply: async (object, options) => {
        const answer = await client.apply(object, options)
        if (!losing) return answer
        losing = false
        return client.apply(object, options) // as a client does that got no answer
      },
    }
    const { lease: first } = lease(lossy, '1')
    await first.acquire(0)
    expect(first.afterCutOff).toBe(false)
    losing = true
    await sleep(500)
    await first.hold()
  })
})
