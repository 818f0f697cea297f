import { expect, test } from '@jest/globals'
import { createProgress } from '../progress.ts'

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
