import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import type { StackNode } from '../../src/stack/graph.ts'
import { inDependencyOrder } from '../../src/stack/schedule.ts'

/** Name → those that it builds on. */
function stacksOf(edges: Readonly<Record<string, readonly string[]>>): StackNode[] {
  return Object.entries(edges).map(([name, below]) => ({
    name,
    folder: name,
    settings: { dependsOn: [], protect: [], allow: [] },
    modules: new Map(),
    key: undefined,
    dependsOn: below.map((to) => ({ to, source: { file: name } })),
  }))
}

describe('the order of stacks', () => {
  test('begins a stack when all that it builds on is done, with what came of it', async () => {
    const told: string[] = []
    const settled = await inDependencyOrder(
      stacksOf({ c: ['a', 'b'], b: ['a'], a: [], d: [] }),
      2,
      async ({ name }, done) => {
        told.push(`${name}(${[...done.keys()].filter((each) => each !== 'd').join('')})`)
        await sleep(name === 'd' ? 30 : 5)
        return name.toUpperCase()
      },
    )
    expect(told.filter((each) => !each.startsWith('d'))).toEqual(['a()', 'b(a)', 'c(ab)'])
    expect([...settled].map(([name, result]) => [name, result.status])).toEqual(
      expect.arrayContaining([
        ['a', 'done'],
        ['b', 'done'],
        ['c', 'done'],
        ['d', 'done'],
      ]),
    )
  })

  test('lets a failure stop only what builds on it', async () => {
    const settled = await inDependencyOrder(
      stacksOf({ top: ['middle'], middle: ['bad'], bad: [], good: [] }),
      2,
      async ({ name }) => {
        if (name === 'bad') throw new Error('no')
        return name
      },
    )
    expect(settled.get('bad')).toMatchObject({ status: 'failed', error: new Error('no') })
    expect(settled.get('middle')).toEqual({ status: 'skipped', because: 'bad' })
    expect(settled.get('top')).toEqual({ status: 'skipped', because: 'middle' })
    expect(settled.get('good')).toEqual({ status: 'done', value: 'good' })
  })

  test('does not wait for what is not part of the run', async () => {
    const settled = await inDependencyOrder(stacksOf({ api: ['network'] }), 1, async () => 1)
    expect(settled.get('api')).toEqual({ status: 'done', value: 1 })
  })

  test('runs no more than allowed, none twice, each behind its own, for any graph', async () => {
    const graph = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.tuple(
          fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { minLength: size, maxLength: size }),
          fc.integer({ min: 1, max: 4 }),
          fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        ),
      )
    await fc.assert(
      fc.asyncProperty(graph, async ([below, limit, fails]) => {
        const edges = Object.fromEntries(
          below.map((names, index) => [
            `s${index}`,
            [...new Set(names.filter((name) => name < index))].map((name) => `s${name}`),
          ]),
        )
        let running = 0
        let most = 0
        const ended: string[] = []
        const settled = await inDependencyOrder(
          stacksOf(edges).toReversed(),
          limit,
          async ({ name, dependsOn }) => {
            expect(ended).toEqual(expect.arrayContaining(dependsOn.map(({ to }) => to)))
            most = Math.max(most, ++running)
            await sleep(0)
            running--
            ended.push(name)
            if (fails[Number(name.slice(1))] === true) throw new Error(name)
          },
        )
        expect(most).toBeLessThanOrEqual(limit)
        expect(settled.size).toBe(below.length)
        for (const [name, names] of Object.entries(edges)) {
          const blocked = names.some((each) => settled.get(each)?.status !== 'done')
          expect(settled.get(name)?.status === 'skipped').toBe(blocked)
        }
      }),
      { seed, numRuns: runs(200) },
    )
  })
})
