import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequestOf } from '../event.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-event-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(event: string, text?: string) {
  const file = join(folder, 'event.json')
  if (text !== undefined) writeFileSync(file, text)
  return pullRequestOf({
    GITHUB_EVENT_NAME: event,
    ...(text === undefined ? {} : { GITHUB_EVENT_PATH: file }),
  })
}

const head = { sha: 'a'.repeat(40) }
const base = { sha: 'b'.repeat(40) }

describe('the event of a pull request', () => {
  test('has a number, a head and a base', () => {
    const text = JSON.stringify({ number: 7, pull_request: { number: 7, head, base, title: 'x' } })
    expect(read('pull_request', text)).toEqual({ number: 7, headSha: head.sha, baseSha: base.sha })
  })

  test.each([
    '{}',
    'null',
    '[]',
    '7',
    '',
    '{"pull_request":',
    '<html></html>',
    '{"pull_request":null}',
    '{"pull_request":{"number":7}}',
    JSON.stringify({ pull_request: { number: '7', head, base } }),
    JSON.stringify({ pull_request: { number: -7, head, base } }),
    JSON.stringify({ pull_request: { number: 0, head, base } }),
    JSON.stringify({ pull_request: { number: 7.5, head, base } }),
    JSON.stringify({ pull_request: { number: 2 ** 53, head, base } }),
    JSON.stringify({ pull_request: { number: 7, head: { sha: [head.sha] }, base } }),
    JSON.stringify({ pull_request: { number: 7, head, base: { sha: `${base.sha}\n` } } }),
    JSON.stringify({ pull_request: [7, head, base] }),
    JSON.stringify({ pull_request: { number: 7, head: { sha: '--upload-pack=x' }, base } }),
    JSON.stringify({ pull_request: { number: 7, head, base: null } }),
  ])('that is %j is a failure that names the file', (text) => {
    expect(() => read('pull_request', text)).toThrow(
      expect.objectContaining({ code: 'EVENT_INVALID', why: expect.stringContaining('event.json') }),
    )
  })

  test('that is missing is a failure, as is one that is a folder, or not named at all', () => {
    const at = (GITHUB_EVENT_PATH: string) => () =>
      pullRequestOf({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH })
    expect(at(join(folder, 'none'))).toThrow(/ENOENT/)
    expect(at(folder)).toThrow(/EISDIR/)
    expect(() => read('pull_request')).toThrow(/GITHUB_EVENT_PATH is not set/)
  })
})

test.each(['push', 'schedule', 'workflow_dispatch'])('the event of a %s is not read', (event) => {
  expect(read(event, 'no JSON')).toBeUndefined()
})
