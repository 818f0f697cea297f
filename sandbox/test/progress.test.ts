import { afterEach, expect, jest, test } from '@jest/globals'
import { createProgress } from '../progress.ts'

afterEach(() => {
  jest.useRealTimers()
})

test('progress rewrites nothing where there is no terminal', () => {
  const written: string[] = []
  const stream = { isTTY: false, write: (text: string) => written.push(text) }
  // A stream of which only this much is used.
  const progress = createProgress(stream as never, () => 0)
  progress.report('AWS', 'starting\nwith more')
  progress.report('AWS', 'starting')
  progress.done('AWS', 'there')
  progress.close()
  expect(written.map((line) => line.trim())).toEqual([
    expect.stringMatching(/AWS: starting$/),
    expect.stringMatching(/AWS: there$/),
  ])
})

/** Progress without a terminal, on a clock that only `at` moves. */
function start() {
  jest.useFakeTimers()
  let now = 0
  const written: string[] = []
  const stream = { isTTY: false, write: (text: string) => written.push(text.trim()) }
  const progress = createProgress(stream as never, () => now) // a stream of which only this much is used
  const at = (seconds: number) => {
    const passed = seconds * 1_000 - now
    now += passed
    jest.advanceTimersByTime(passed)
  }
  return { progress, written, at }
}

test('without a terminal there is at most one line each ten seconds, whatever is reported', () => {
  const { progress, written, at } = start()
  for (let second = 0; second < 60; second++) {
    at(second)
    for (let line = 0; line < 50; line++) progress.report('Kubernetes', `downloading ${second}.${line}`)
  }
  progress.close()
  expect(written).toHaveLength(6)
})

test('without a terminal a line tells of every part what is new, and what was held back is told later', () => {
  const { progress, written, at } = start()
  progress.report('Kubernetes', 'building etcd')
  progress.report('OpenTofu', 'building')
  at(4)
  progress.report('Kubernetes', 'building kwok')
  expect(written).toHaveLength(1)
  at(10)
  expect(written[1]).toMatch(/Kubernetes: building kwok · OpenTofu: building$/)
  at(60)
  progress.close()
  expect(written).toHaveLength(2)
})

test('without a terminal every part that is done is told at once', () => {
  const { progress, written } = start()
  progress.report('AWS', 'starting')
  progress.done('AWS', 'there')
  progress.report('Postgres', 'starting')
  progress.done('Postgres', 'there')
  progress.close()
  expect(written.map((line) => line.replace(/^.*? {2}/, ''))).toEqual([
    'AWS: starting',
    'AWS: there',
    'Postgres: there',
  ])
})
