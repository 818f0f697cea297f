/** A review is compared word by word, so nothing of it can be masked; values count in it by their hashes alone. */
import { Failure } from '../model/failure.ts'
import type { Plan } from '../model/plan.ts'
import type { Redactor } from '../redact/redactor.ts'

type Told = Readonly<Record<string, unknown>>

function partsOf({ target, name = '', where, with: means, from, changes }: Omit<Plan, 'sensitive'>): Told {
  return {
    'its target': [target, name],
    'its place': where,
    'its inputs': means,
    'the name of a file': Object.keys(from),
    'the address of a change': changes.map(({ address }) => address),
  }
}

/** What counts in addition where the plan goes on to somebody who makes its review of what is shown. */
function shownParts({ from, sources, released, changes }: Omit<Plan, 'sensitive'>): Told {
  const values = changes.map(({ kind, before, after }) => ({ kind, before, after }))
  return {
    'what it is made from': [from, sources],
    'what it replaces': released,
    'a value of a change': values,
  }
}

function refuse(told: Told, { redactor }: { readonly redactor: Redactor }, fix: string): void {
  for (const [part, value] of Object.entries(told)) {
    const plain = JSON.stringify(value)
    if (redactor.maskJson(plain) === plain) continue
    throw new Failure({
      code: 'REVIEW_HOLDS_SECRET',
      what: `This plan cannot be published: ${part} holds a secret.`,
      why: 'What is reviewed is compared word by word when it is applied, so nothing of it can be masked.',
      fix,
    })
  }
}

/** @throws Failure REVIEW_HOLDS_SECRET for a plan that is named by one */
export function refuseSecrets(plan: Omit<Plan, 'sensitive'>, world: { readonly redactor: Redactor }): void {
  refuse(partsOf(plan), world, 'Name the thing by something that is no secret.')
}

/**
 * @param hashes of what is sensitive in it
 * @throws Failure REVIEW_HOLDS_SECRET for a plan of which what is shown would not be what is compared
 */
export function refuseShownSecrets(
  plan: Omit<Plan, 'sensitive'>,
  hashes: ReadonlyMap<string, string>,
  world: { readonly redactor: Redactor },
): void {
  refuseSecrets(plan, world)
  refuse(
    { ...shownParts(plan), 'the name of a sensitive value': [...hashes.keys()] },
    world,
    'Mark the value as sensitive where it is declared, so that it counts by its hash, or publish in this job (`publish: here`).',
  )
}
