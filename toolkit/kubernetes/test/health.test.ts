import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readYaml } from '../../sources/yaml.ts'
import { healthOf, isAwaited, rules } from '../health/index.ts'
import { groupKindOf } from '../kinds.ts'
import { KubernetesObject } from '../object.ts'

const fixtures = join(import.meta.dirname, 'fixtures/health')
const source = join(import.meta.dirname, '../health')

/** An example says in its first line what it is: `# <state>: <reason>`, `# suspended by <field>: <reason>`. */
function exampleIn(
  id: string,
  file: string,
): { readonly expected: string; readonly object: KubernetesObject } {
  const text = readFileSync(join(fixtures, id, file), 'utf8')
  const [document] = readYaml(text, file)
  return { expected: text.split('\n', 1)[0] ?? '', object: KubernetesObject.parse(document?.value) }
}

function told(object: KubernetesObject): string {
  const health = healthOf(object)
  const by = health.state === 'suspended' ? ` by ${health.by.join('.')}` : ''
  return `# ${health.state}${by}: ${health.reason}`
}

const examples = readdirSync(fixtures).flatMap((id) =>
  readdirSync(join(fixtures, id)).map((file) => [id, file] as const),
)

describe('the health rules', () => {
  test('are all listed, under the name of their file, each with its examples', () => {
    const files = readdirSync(source)
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace('.ts', ''))
      .sort()
    expect(rules.map(({ id }) => id).sort()).toEqual(files)
    expect(readdirSync(fixtures).sort()).toEqual(files)
  })

  test('are each for kinds of their own; one is for all the others', () => {
    const listed = rules.flatMap(({ kinds }) => kinds)
    expect(new Set(listed).size).toBe(listed.length)
    expect(rules.filter(({ kinds }) => kinds.length === 0).map(({ id }) => id)).toEqual(['generic'])
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has an example that is ready, one that is not, and only of its kinds',
    (id, { kinds }) => {
      const found = readdirSync(join(fixtures, id)).map((file) => exampleIn(id, file))
      const ready = found.filter(({ expected }) => expected.startsWith('# ready'))
      expect(ready.length).toBeGreaterThan(0)
      expect(ready.length).toBeLessThan(found.length)
      for (const { object } of kinds.length === 0 ? [] : found) expect(kinds).toContain(groupKindOf(object))
    },
  )

  test.each(examples)('%s: %s is what it says', (id, file) => {
    const { object, expected } = exampleIn(id, file)
    expect(told(object)).toBe(expected)
  })

  test.each(examples)('%s: %s is judged, not stumbled over, when its status is null or empty', (id, file) => {
    const { object } = exampleIn(id, file)
    for (const status of [undefined, null, {}, { conditions: null }, { conditions: [] }])
      expect(healthOf({ ...object, status }).reason).not.toBe('')
  })

  test('of Kubernetes are not for another group that has the same kinds', () => {
    const foreign = {
      apiVersion: 'example.com/v1',
      kind: 'Deployment',
      metadata: { name: 'it', generation: 1 },
    }
    expect(healthOf(foreign)).toEqual({ state: 'ready', reason: 'it exists' })
    expect(isAwaited(groupKindOf(foreign))).toBe(false)
  })
})

test('a release waits for what makes pods, and for nothing that may be right and never ready', () => {
  expect(rules.filter(({ awaited }) => awaited).map(({ id }) => id)).toEqual([
    'daemonset',
    'deployment',
    'job',
    'statefulset',
  ])
})
