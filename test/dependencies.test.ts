import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { stepNames } from '#toolkit/model/step.ts'
import { filesOfRepository, textOf } from '../scripts/imports.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly link?: boolean
}

describe('a dependency', () => {
  test('is pinned: by its version where it is asked for, and by its digest in the lock file', () => {
    for (const file of ['package.json', 'onex-api/package.json']) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file))
      for (const [name, version] of Object.entries({
        ...dependencies,
        ...devDependencies,
        ...optionalDependencies,
      }))
        expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)])
    }
    const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages
    const fetched = Object.entries(packages).filter(
      ([path, { link }]) => path.includes('node_modules/') && !link,
    )
    expect(fetched.length).toBeGreaterThan(300)
    expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  test('runs no script when it is installed', () => {
    const said = execFileSync('npm', ['config', 'get', 'ignore-scripts'], { cwd: root, encoding: 'utf8' })
    expect(said.trim()).toBe('true')
  })
})

test('a bundle is unminified: it has the lines, the names and the comments of its source', () => {
  const bundles = filesOfRepository().filter((file) =>
    /^actions\/\w+\/dist\/(?:action|toolkit-runtime-run\.chunk)\.js$/.test(file),
  )
  expect(bundles).toHaveLength(5 + stepNames.length)
  for (const file of bundles) {
    const text = textOf(file)
    expect(text.length / text.split('\n').length).toBeLessThan(80)
    expect(text).toMatch(/ \*\/\nasync function (?:runAction|runPost|publishHandedOn)\(/)
  }
})

test.each(stepNames)('the post of %s loads no schemas, which take longer than all that it does', (step) => {
  const entry = textOf(`actions/${step}/dist/action.js`)
  expect(entry).toContain('async function runPost(')
  expect(entry).not.toMatch(/\bzod\b/)
})

test('CI fails when a bundle is not what its source builds', () => {
  expect(read('.github/workflows/ci.yml')).toMatch(/^ +run: npm run check-dist$/m)
  expect(JSON.parse(read('package.json')).scripts['check-dist']).toBe('node setup.mjs bundle --check')
})
