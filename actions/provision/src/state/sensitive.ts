/** Masks what a stack keeps secret, before anything that could quote it is told. */
import { Failure, Failures, failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Code } from '../stack/code.ts'
import type { Stack } from '../stack/find.ts'
import { sensitiveValuesOf } from '../stack/sensitive-variables.ts'
import { erroredStateOf } from '../terraform/files.ts'
import { sensitiveInState } from '../terraform/state-values.ts'
import type { Terraform } from '../terraform/terraform.ts'
import { VAR_FILES } from './kept.ts'

interface Variables {
  readonly code: Code
  readonly stacks: readonly Stack[]
  /** Relative to the workspace. */
  readonly varFiles: readonly string[]
}

/** What the variables of the stacks are given: a provider may quote it in its refusal of a plan. */
export function maskVariables({ code, stacks, varFiles }: Variables, world: World): void {
  world.saveState(VAR_FILES, JSON.stringify(varFiles))
  for (const { folder } of stacks)
    for (const { name, value } of sensitiveValuesOf(code, folder, varFiles, world.env))
      world.redactor.addSensitive(value, name)
}

/**
 * What the state holds: an apply that failed has made secrets which its diagnostics may quote. One that could not be
 * saved counts as well.
 * @returns whether it could be read
 */
export async function maskState(tool: Terraform, world: World): Promise<boolean> {
  const errored = erroredStateOf(tool.stack, world)
  const read = await Promise.allSettled([
    tool.showState(),
    ...(errored === undefined ? [] : [tool.showState(errored)]),
  ])
  for (const each of read)
    if (each.status === 'fulfilled')
      for (const { name, value } of sensitiveInState(each.value)) world.redactor.addSensitive(value, name)
  return read.some(({ status }) => status === 'fulfilled')
}

/** The same failures without what a provider or a program said: nobody knows which secrets are in that. */
export function withoutDetails(failures: readonly Failure[]): readonly Failure[] {
  return failures.map((failure) => {
    const { code, what, why, source } = failure
    if (code !== 'TERRAFORM' || why === undefined) return failure
    return new Failure({
      code,
      what,
      why: 'What was said about it is withheld: the state cannot be read, so nobody knows which secrets are in it.',
      fix: 'Look why the state cannot be read, then run `terraform plan` where it can: that tells more.',
      ...(source === undefined ? {} : { source }),
    })
  })
}

/**
 * What an apply failed with, when it may be told: after what it made is masked; else without details.
 * A plan makes nothing: what it may quote beside the variables is in a state that it could read.
 */
export async function tellable(
  error: unknown,
  tool: () => Promise<Terraform>,
  doing: 'plan' | 'apply',
  world: World,
): Promise<unknown> {
  if (!failuresIn(error).some(({ code }) => code === 'TERRAFORM')) return error
  const isRead = await maskState(await tool(), world)
  return isRead || doing === 'plan' ? error : new Failures(withoutDetails(failuresIn(error)))
}
