import { describe, expect, test } from '@jest/globals'
import { allParts } from '#sandbox/prepare.ts'
import { filesOfRepository, isSource, isTest, textOf } from '../scripts/imports.ts'
import { loadedWith, needsOf } from '../scripts/needs.ts'

const sources = filesOfRepository().filter(isSource)
const unit = sources.filter((file) => file.endsWith('.test.ts') && !file.includes('/integration/'))
const namesOf = (tests: readonly string[]) => needsOf(tests).map(({ name }) => name)

test.each([
  ['toolkit/retry/test/retry.test.ts', []],
  ['actions/migrate/test/integration/migrate.test.ts', ['Postgres', 'PostgreSQL 18']],
  ['actions/migrate/test/integration/versions.test.ts', ['Postgres', 'PostgreSQL 18', 'PostgreSQL 14']],
  [
    'actions/migrate/test/integration/coming-from.test.ts',
    ['Postgres', 'dbmate', 'goose', 'golang-migrate', 'Flyway', 'PostgreSQL 18'],
  ],
  ['actions/migrate/test/integration/pooler.test.ts', ['Postgres', 'PgBouncer', 'PostgreSQL 18']],
  ['actions/deploy/test/integration/deploy.test.ts', ['Certificates', 'Kubernetes', 'kustomize']],
  ['actions/provision/test/integration/provision.test.ts', ['Certificates', 'AWS', 'Terraform', 'OpenTofu']],
  ['terraform/test/integration/terraform.test.ts', ['Terraform']],
  [
    'test/integration/pipelines.test.ts',
    ['Certificates', 'Kubernetes', 'AWS', 'Postgres', 'Terraform', 'act', 'kustomize', 'PostgreSQL 18'],
  ],
  ['test/integration/pages.test.ts', ['Chromium']],
  ['onex-api/test/integration/relay.test.ts', ['Postgres', 'Kafka', 'PostgreSQL 18']],
  ['onex-api/test/integration/keycloak.test.ts', ['Postgres', 'Keycloak', 'Chromium', 'PostgreSQL 18']],
])('%s needs %j', (file, names) => {
  expect(namesOf([file])).toEqual(names)
})

test('all tests together need every part', () => {
  const tests = sources.filter((file) => file.endsWith('.test.ts'))
  expect(namesOf(tests)).toEqual(allParts.map(({ name }) => name))
})

test('whatever is prepared is known by the file that prepares it', () => {
  const preparing = sources.filter(
    (file) =>
      file.startsWith('sandbox/') &&
      !isTest(file) &&
      /^export (?:async )?function prepare[A-Z]/m.test(textOf(file)) &&
      file !== 'sandbox/prepare.ts',
  )
  expect([...new Set(allParts.map(({ file }) => file))].sort()).toEqual(preparing)
})

describe('what `npm run unit` runs', () => {
  test('needs nothing that is prepared', () => {
    expect(unit.length).toBeGreaterThan(40)
    expect(namesOf(unit.filter((file) => file !== 'test/needs.test.ts'))).toEqual([])
  })

  test('starts no server', () => {
    const loaded = [...loadedWith(unit)].filter((file) => isTest(file))
    const serving = loaded.filter((file) => /\bcreateServer\(|\bstartDaemon\(/.test(textOf(file)))
    expect(serving.filter((file) => file !== 'test/needs.test.ts')).toEqual([])
  })
})

test('what is random in a test begins with the seed, and is repeated as often as is asked for', () => {
  const random = sources.filter((file) => isTest(file) && textOf(file).includes('fc.assert('))
  const others = random.filter((file) => {
    const asserts = textOf(file).split('fc.assert(').length - 1
    const seeded = textOf(file).split(/\{ seed, numRuns: runs\(\d[\d_]*\) \}/).length - 1
    return asserts !== seeded && file !== 'test/needs.test.ts'
  })
  expect(random.length).toBeGreaterThan(20)
  expect(others).toEqual([])
})
