import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readYaml } from '../../sources/yaml.ts'
import { healthOf, isAwaited, rules } from '../health/index.ts'
import { groupKindOf, knownKinds } from '../kinds.ts'
import { KubernetesObject } from '../object.ts'

const fixtures = join(import.meta.dirname, 'fixtures/health')

interface Example {
  readonly expected: string
  readonly object: KubernetesObject
}

/** Behind its first line an example says what it is: `ready: <reason>.`, `expect: suspended by <field>: <reason>.` */
function exampleIn(file: string): Example {
  const text = readFileSync(join(fixtures, file), 'utf8')
  const [document] = readYaml(text, file)
  const expected = / # (?:expect: )?(.*)$/m.exec(text)?.[1] ?? ''
  return { expected, object: KubernetesObject.parse(document?.value) }
}

function told(object: KubernetesObject): string {
  const health = healthOf(object)
  const by = health.state === 'suspended' ? ` by ${health.by.join('.')}` : ''
  return `${health.state}${by}: ${health.reason}.`
}

const examples = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
)

describe('the health rules', () => {
  test('are each for kinds of their own; one is for all the others', () => {
    const listed = rules.flatMap(({ kinds }) => kinds)
    expect(new Set(listed).size).toBe(listed.length)
    expect(rules.filter(({ kinds }) => kinds.length === 0).map(({ id }) => id)).toEqual(['generic'])
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has examples of its own kinds',
    (id, { kinds }) => {
      const own = examples.filter((file) => file.startsWith(`${id}/`)).map(exampleIn)
      expect(own.length).toBeGreaterThan(1)
      for (const { object } of kinds.length === 0 ? [] : own) expect(kinds).toContain(groupKindOf(object))
    },
  )

  test.each(examples)('%s is what it says', (file) => {
    const { object, expected } = exampleIn(file)
    expect(told(object)).toBe(expected)
    expect(file.split('/')[1]).toBe(expected.startsWith('ready: ') ? 'pass' : 'fail')
  })

  test.each(examples)('%s is judged, not stumbled over, when its status is null or empty', (file) => {
    const { object } = exampleIn(file)
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
    expect(isAwaited(groupKindOf(foreign))).toBe(true) // as any that a definition defines
  })
})

test('a release waits for what rolls out, and for nothing that may be right and never ready', () => {
  const own = [knownKinds.daemonSet, knownKinds.deployment, knownKinds.job, knownKinds.statefulSet]
  for (const groupKind of own) expect(isAwaited(groupKind)).toBe(true)
  const others = Object.values(knownKinds).filter((groupKind) => !own.some((each) => each === groupKind))
  for (const groupKind of [...others, 'Role.rbac.authorization.k8s.io'])
    expect(isAwaited(groupKind)).toBe(false)
  for (const groupKind of ['Widget.example.com', 'Gateway.gateway.networking.k8s.io'])
    expect(isAwaited(groupKind)).toBe(true)
})
