import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { list, text } from '#toolkit/action/inputs.ts'
import type { Step } from '#toolkit/action/step.ts'
import { staticKeyProblems } from '#toolkit/identity/aws.ts'
import { idTokenPermission } from '#toolkit/identity/permission.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Provisioning, ProvisionOutcome, ProvisionPlan } from './provision.ts'
import { findStacks } from './stacks.ts'

const inputs = z.object({
  directory: text('A Terraform stack, or a folder of stacks, relative to the checkout.'),
  'aws-role': text('ARN of the role to assume with the OIDC token.'),
  'plan-role': text('ARN of a read-only role, assumed instead on pull requests.').optional(),
  'aws-region': text('AWS region.'),
  'backend-config': list(
    'Settings of the S3 backend, `key=value` a line; at least `bucket`. The state is always locked and encrypted.',
  ),
  'var-file': list('Variable files relative to the checkout, one a line.'),
  'terraform-version': text('Terraform version. Else `.terraform-version`, else what is on PATH.').optional(),
})
type Inputs = z.output<typeof inputs>

/** `key=value` lines, or what is wrong with them. */
function parseBackend(lines: readonly string[], stacks: number): Record<string, string> | Failure {
  const pairs = lines.map((line) => /^([a-z_]+)=(.+)$/.exec(line))
  const bad = lines.find((_line, index) => pairs[index] === null)
  const invalid = (what: string) =>
    new Failure({ code: 'INPUT_INVALID', what, fix: 'Correct `backend-config:` under `with:`.' })
  if (bad !== undefined)
    return invalid(`The input \`backend-config\` has the line \`${bad}\`: it must be key=value.`)
  const backend = Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]))
  if (backend['bucket'] === undefined) return invalid('The input `backend-config` names no bucket.')
  if (stacks > 1 && backend['key'] !== undefined)
    return invalid('The input `backend-config` gives several stacks one key.')
  return backend
}

function provisioning(given: Inputs, world: World): Provisioning {
  const stacks = findStacks(world.workspace, given.directory)
  if (stacks instanceof Failure) throw stacks
  const backend = parseBackend(given['backend-config'], stacks.length)
  if (backend instanceof Failure) throw backend
  const planning = world.run.event === 'pull_request'
  return {
    directory: given.directory,
    stacks,
    backend,
    role: planning ? (given['plan-role'] ?? given['aws-role']) : given['aws-role'],
    region: given['aws-region'],
    varFiles: given['var-file'],
    terraformVersion: given['terraform-version'],
  }
}

export const step: Step<typeof inputs, ProvisionPlan, ProvisionOutcome> = {
  name: 'provision',
  description:
    'Provision AWS with Terraform: planned on the pull request, applied only as it was reviewed, without a stored key.',
  commands: { plan: 'plan', apply: 'apply' },
  inputs,
  outputs: { outputs: 'JSON object, by stack, of the outputs that are not sensitive.' },
  preflight: async (given, _command, world) => {
    const problems = staticKeyProblems(world.env)
    if (!world.mayRequestIdToken) problems.push(idTokenPermission())
    for (const name of ['aws-role', 'plan-role'] as const) {
      const role = given[name]
      if (role !== undefined && !/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(role)) {
        problems.push(
          new Failure({
            code: 'INPUT_INVALID',
            what: `The input \`${name}\` is \`${role}\`: it must be the ARN of a role.`,
            fix: `Write \`${name}: arn:aws:iam::<account>:role/<name>\`.`,
          }),
        )
      }
    }
    for (const file of given['var-file'] ?? []) {
      if (!existsSync(join(world.workspace, file))) {
        problems.push(
          new Failure({
            code: 'INPUT_INVALID',
            what: `The input \`var-file\` names ${file}, which does not exist.`,
            fix: 'Correct `var-file:` under `with:`.',
          }),
        )
      }
    }
    if (given.directory !== undefined) {
      const stacks = findStacks(world.workspace, given.directory)
      const backend = parseBackend(
        given['backend-config'] ?? [],
        stacks instanceof Failure ? 1 : stacks.length,
      )
      problems.push(...[stacks, backend].filter((each) => each instanceof Failure))
    }
    return problems
  },
  plan: async (given, _command, world) => {
    const { planStacks } = await import('./provision.ts')
    return planStacks(provisioning(given, world), world)
  },
  apply: async (plan, given, _command, world) => {
    const { applyStacks } = await import('./provision.ts')
    return applyStacks(plan, provisioning(given, world), world)
  },
  post: async (state) => {
    const files: string[] = JSON.parse(state['lock-files'] ?? '[]')
    for (const file of files) rmSync(file, { force: true })
  },
  report: (plan, outcome) => ({ outputs: JSON.stringify(outcome?.outputs ?? plan.outputs) }),
}
