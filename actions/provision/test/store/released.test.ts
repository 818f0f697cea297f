import { describe, expect, test } from '@jest/globals'
import type { Forwards } from '#toolkit/action/step.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { Bucket } from '#toolkit/aws/s3.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import { releasedFrom, remember } from '../../src/store/released.ts'

const STATE = 'dev/network.tfstate'
const NOTE = `${STATE}.released`

/** A bucket that keeps its conditions, and what is written while somebody is between two steps. */
function bucketOf(objects: Record<string, string> = {}) {
  let meanwhile: (() => void) | undefined
  const bucket: Pick<Bucket, 'read' | 'put'> = {
    read: async (key) => {
      const body = objects[key]
      const found = body === undefined ? undefined : { body: Buffer.from(body), tag: `"${body}"` }
      const between = meanwhile
      meanwhile = undefined
      between?.()
      return found
    },
    put: async (key, body, { once = false, over } = {}) => {
      const is = objects[key]
      if (once && is !== undefined) return false
      if (over !== undefined && over !== `"${is}"`) return false
      objects[key] = String(body)
      return true
    },
  }
  return {
    bucket: bucket as Bucket,
    objects,
    afterNextRead: (work: () => void) => {
      meanwhile = work
    },
  }
}

const commit = (letter: string): Remembered => ({ commit: letter.repeat(40), run: '7' })

function asking(next: Remembered, refuses: readonly string[] = []) {
  const asked: (Remembered | undefined)[] = []
  const forwarding: Forwards = {
    next,
    allow: async (part, remembered) => {
      expect(part).toBe('network')
      asked.push(remembered)
      if (remembered !== undefined && refuses.includes(remembered.commit))
        throw new Failure({ code: 'RELEASE_OLDER', what: 'older' })
    },
  }
  return { forwarding, asked }
}

describe('what a state was released from', () => {
  test('is nothing before its first release, and then what the release wrote', async () => {
    const { bucket, objects } = bucketOf()
    expect(await releasedFrom(bucket, STATE)).toBeUndefined()
    await remember(bucket, STATE, 'network', forwards(commit('a')))
    expect(objects).toEqual({ [NOTE]: JSON.stringify(commit('a')) })
    expect(await releasedFrom(bucket, STATE)).toEqual(commit('a'))
  })

  test('is asked about before it is written, and stays when the answer is no', async () => {
    const { bucket, objects } = bucketOf({ [NOTE]: JSON.stringify(commit('b')) })
    const { forwarding, asked } = asking(commit('a'), [commit('b').commit])
    await expect(remember(bucket, STATE, 'network', forwarding)).rejects.toMatchObject({
      code: 'RELEASE_OLDER',
    })
    expect(asked).toEqual([commit('b')])
    expect(objects[NOTE]).toBe(JSON.stringify(commit('b')))
  })

  test.each([undefined, commit('a')])(
    'that another run writes in between is asked about as well, and not written over: from %p',
    async (before) => {
      const { bucket, objects, afterNextRead } = bucketOf(
        before === undefined ? {} : { [NOTE]: JSON.stringify(before) },
      )
      afterNextRead(() => {
        objects[NOTE] = JSON.stringify(commit('c'))
      })
      const { forwarding, asked } = asking(commit('b'), [commit('c').commit])
      await expect(remember(bucket, STATE, 'network', forwarding)).rejects.toMatchObject({
        code: 'RELEASE_OLDER',
      })
      expect(asked).toEqual([before, commit('c')])
      expect(objects[NOTE]).toBe(JSON.stringify(commit('c')))
    },
  )

  test('that goes forwards in between is followed', async () => {
    const { bucket, objects, afterNextRead } = bucketOf({ [NOTE]: JSON.stringify(commit('a')) })
    afterNextRead(() => {
      objects[NOTE] = JSON.stringify(commit('b'))
    })
    const { forwarding, asked } = asking(commit('c'))
    await remember(bucket, STATE, 'network', forwarding)
    expect(asked).toEqual([commit('a'), commit('b')])
    expect(objects[NOTE]).toBe(JSON.stringify(commit('c')))
  })

  test.each(['', 'not JSON', '{}', '{"commit":1,"run":"1"}', '{"commit":"a","run":"1","more":1}'])(
    'that cannot be read is no permission: %p',
    async (text) => {
      const { bucket, objects } = bucketOf({ [NOTE]: text })
      await expect(releasedFrom(bucket, STATE)).rejects.toMatchObject({ code: 'RELEASE_NOTE' })
      await expect(remember(bucket, STATE, 'network', forwards())).rejects.toMatchObject({
        code: 'RELEASE_NOTE',
      })
      expect(objects[NOTE]).toBe(text)
    },
  )

  test('that the role may not read or write says which right is missing', async () => {
    const forbidden = async () => {
      throw Object.assign(new Error('AccessDenied'), { $metadata: { httpStatusCode: 403 } })
    }
    const { bucket } = bucketOf()
    await expect(releasedFrom({ ...bucket, read: forbidden }, STATE)).rejects.toMatchObject({
      code: 'RELEASE_NOTE_REFUSED',
      fix: expect.stringContaining('<key>.released'),
    })
    await expect(remember({ ...bucket, put: forbidden }, STATE, 'network', forwards())).rejects.toMatchObject(
      { code: 'RELEASE_NOTE_REFUSED' },
    )
  })
})
