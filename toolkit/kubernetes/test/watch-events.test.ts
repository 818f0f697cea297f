import { expect, test } from '@jest/globals'
import { KubernetesError } from '../error.ts'
import { type WatchEvent, watchEvents } from '../watch-events.ts'

const pods = { apiVersion: 'v1', kind: 'Pod' }
const event = (type: string, name: string, resourceVersion: string) =>
  `${JSON.stringify({ type, object: { ...pods, metadata: { name, resourceVersion } } })}\n`

function told(...pieces: readonly string[]): string[] {
  const seen: string[] = []
  const take = watchEvents(pods, '/api/v1/pods', ({ type, object: { metadata } }: WatchEvent) => {
    seen.push(`${type} ${metadata.name} ${metadata.resourceVersion}`)
  })
  for (const piece of pieces) take(piece)
  return seen
}

test('events are told whole, wherever the pieces end in which they come', () => {
  const text = event('ADDED', 'a', '1') + event('MODIFIED', 'ä', '2') + event('DELETED', 'a', '3')
  const expected = ['ADDED a 1', 'MODIFIED ä 2', 'DELETED a 3']
  expect(told(text)).toEqual(expected)
  expect(told(...text)).toEqual(expected)
  expect(told(text, '{"type":"ADDED"')).toEqual(expected)
  expect(told('\n', text, '\n\n')).toEqual(expected)
})

test('a bookmark says how far the server has come, and has no name', () => {
  const bookmark = { type: 'BOOKMARK', object: { ...pods, metadata: { resourceVersion: '9' } } }
  expect(told(`${JSON.stringify(bookmark)}\n`)).toEqual(['BOOKMARK  9'])
})

test.each([
  [
    'a version that is too old',
    { type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } },
    410,
  ],
  ['an error without a code', { type: 'ERROR', object: {} }, 400],
  ['something that is no event', { login: 'please' }, 400],
  ['an object without a name', { type: 'ADDED', object: { ...pods, metadata: {} } }, 400],
])('%s is thrown', (_what, line, status) => {
  const text = `${JSON.stringify(line)}\n`
  expect(() => told(text)).toThrow(KubernetesError)
  expect(() => told(text)).toThrow(expect.objectContaining({ status }))
})
