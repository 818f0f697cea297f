/** The list of what is taken away from copies of the service; test/integration/mutations.test.ts takes it away. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { mutated, mutations } from './mutations.ts'

const source = join(import.meta.dirname, '../src')

describe('the list of protections', () => {
  test('has each of them taken away by an edit of what stands in the source once', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(25)
    for (const mutation of mutations) {
      const text = readFileSync(join(source, mutation.file), 'utf8')
      expect(mutated(mutation, text)).not.toBe(text)
    }
    expect(new Set(mutations.map(({ without }) => without)).size).toBe(mutations.length)
  })
})
