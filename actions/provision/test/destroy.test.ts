import { describe, expect, test } from '@jest/globals'
import { confirmationProblem } from '../src/destroy.ts'

describe('the typed name', () => {
  const stacks = [{ folder: 'terraform/stacks/dev/network' }]

  test('is the folder of the stack, and nothing that resembles it', () => {
    expect(confirmationProblem('terraform/stacks/dev/network', stacks)).toEqual([])
    for (const typed of [
      undefined,
      'network',
      'yes',
      'terraform/stacks/dev/network/',
      'terraform/stacks/prod/network',
    ])
      expect(confirmationProblem(typed, stacks)).toMatchObject([
        { code: 'DESTROY_CONFIRM', fix: expect.stringContaining('`terraform/stacks/dev/network`') },
      ])
  })

  test('cannot name several stacks', () => {
    expect(confirmationProblem('terraform/stacks/dev', [...stacks, { folder: 'other' }])).toMatchObject([
      { code: 'DESTROY_MANY' },
    ])
  })
})
