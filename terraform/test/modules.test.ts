import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { modules, stacks, terraform } from './folders.ts'

describe('the modules', () => {
  test.each(modules)('%s has an example that stands for itself, and a README', (folder) => {
    expect(existsSync(join(terraform, folder, 'examples/complete/main.tf'))).toBe(true)
    expect(existsSync(join(terraform, folder, 'README.md'))).toBe(true)
  })
})

test('both environments have the same stacks', () => {
  const of = (environment: string) =>
    stacks.filter((stack) => stack.startsWith(`stacks/${environment}/`)).map((stack) => stack.split('/')[2])
  expect(of('prod')).toEqual(of('dev'))
})

test('nothing that is of one environment or of one of its groups is in a module', () => {
  for (const folder of modules)
    for (const name of readdirSync(join(terraform, folder))) {
      if (!/\.tf$/.test(name)) continue
      // What is said to people may name one as an example.
      const code = readFileSync(join(terraform, folder, name), 'utf8').replace(/^\s*description\s*=.*$/gm, '')
      const found = /"[^"]*(?:(?<!\/)\b(?:dev|prod)\b|gha:[a-z])[^"]*"/.exec(code)?.[0]
      expect({ file: `${folder}/${name}`, found }).toEqual({ file: `${folder}/${name}`, found: undefined })
    }
})
