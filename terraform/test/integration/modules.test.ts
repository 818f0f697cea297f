import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RecordedCall } from '#sandbox/aws/aws.ts'
import { type Actions, called, implied, judge, listed } from '#sandbox/terraform/called.ts'
import { openTerraformCopy, type TerraformCopy } from '#sandbox/terraform/copy.ts'
import { type Example, examplesOf, liveThrough, modulesInOrder } from '#sandbox/terraform/examples.ts'
import { inTurn } from '#test/in-turn.ts'

const examples = modulesInOrder().flatMap(examplesOf)

let copy: TerraformCopy
let calls: RecordedCall[]
let lifeOf: (example: Example) => Awaited<ReturnType<typeof liveThrough>>

beforeAll(async () => {
  copy = await openTerraformCopy()
  // They wait for the provider most of the time, so more of them than there are processors.
  lifeOf = await inTurn(examples, 4, (example) => liveThrough(copy, example))
  calls = copy.aws.recorded()
}, 600_000)
afterAll(() => copy.stop())

test.each(examples.map((example) => [`${example.module}/${example.name}`, example] as const))(
  'the example %s is applied, is what its second plan wants, and goes again without a rest',
  (_name, example) => {
    const life = lifeOf(example)
    expect(life.resources).toBeGreaterThan(5)
    expect(life.left).toEqual([])
    expect(life.kept).toBe(0)
  },
)

const nothing = { missing: [], unneeded: [] }

describe.each(modulesInOrder())('the actions of the module %s', (module) => {
  test('are what was called, all of it and nothing else', () => {
    expect(judge(listed(module), called(calls, module))).toEqual({ plan: nothing, apply: nothing })
  })

  test('would not pass with one less, or one more', () => {
    const recorded = called(calls, module)
    const list = listed(module)
    const without = (of: keyof Actions): Actions => ({ ...list, [of]: list[of].slice(1) })
    expect(judge(without('plan'), recorded).plan.missing).toEqual([list.plan[0]])
    expect(judge(without('apply'), recorded).apply.missing).toEqual([list.apply[0]])
    const more: Actions = { ...list, apply: [...list.apply, 'iam:CreateUser'] }
    expect(judge(more, recorded).apply.unneeded).toEqual(['iam:CreateUser'])
  })
})

test('what AWS asks for and the emulator does not has a reason, and was indeed called by nobody', () => {
  const known = modulesInOrder()
  for (const [module, phases] of Object.entries(implied())) {
    expect(known).toContain(module)
    const recorded = called(calls, module)
    for (const [phase, actions] of Object.entries(phases)) {
      for (const [action, reason] of Object.entries(actions)) {
        expect([module, phase, action, reason.length > 15]).toEqual([module, phase, action, true])
        expect(recorded[phase as keyof Actions]).not.toContain(action)
      }
    }
  }
})
