import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type CommonInputs, count, duration, flag, list, text } from '#toolkit/action/inputs.ts'
import { Opening } from '#toolkit/action/opening.ts'
import type { Step } from '#toolkit/action/step.ts'
import { staticKeyProblems } from '#toolkit/aws/role.ts'
import type { GitHub } from '#toolkit/github/client.ts'
import { connectGitHub } from '#toolkit/github/connect.ts'
import type { MergedPullRequest } from '#toolkit/github/pull-request.ts'
import { idTokenPermission } from '#toolkit/identity/permission.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionOutcome } from './apply.ts'
import { confirmationProblem } from './destroy.ts'
import type { ProvisionPlan } from './plan.ts'
import { type Command, looks, type Provisioning } from './provisioning.ts'
import { touchedBy } from './stack/changed.ts'
import { Code } from './stack/code.ts'
import { findStacks, type Stack } from './stack/find.ts'
import { readGraph } from './stack/graph.ts'
import { parseLocation } from './store/location.ts'
import { roleProblems } from './terraform/session.ts'
import { type VersionInputs, wantedVersion } from './tool/version.ts'

const inputs = z.object({
  directory: text('A Terraform stack, or a folder with stacks at any depth, relative to the checkout.'),
  'changed-only': flag(
    'Plans only the stacks whose code or modules the pull request changes, and those that build on them.',
    false,
  ),
  'aws-role': text('ARN of the role to apply with, assumed with the OIDC token.'),
  'plan-role': text(
    'ARN of a role that may only read, to plan with on pull requests and to look for drift. Must be another one than `aws-role`.',
  ).optional(),
  'aws-region': text('AWS region.'),
  'backend-config': list(
    'Settings of the S3 backend, `key=value` a line; at least `bucket`. The state is always locked and encrypted.',
  ),
  'var-file': list('Variable files relative to the checkout, one a line.'),
  'terraform-version': text(
    'Version of Terraform, or a constraint. Counts when neither `.terraform-version`, `.opentofu-version` nor `.tool-versions` is there; `required_version` must allow it.',
  ).optional(),
  'opentofu-version': text('The same for OpenTofu, which is used then.').optional(),
  parallelism: count('How many stacks are worked on at the same time; each takes about 600 MB.', 2, 1),
  protect: list(
    'Types or addresses that may not be deleted or replaced, one a line, beside the built-in ones: databases, buckets, keys, volumes. The merged change lets it pass with `allow:` in the `stack.yml` of the stack.',
  ),
  'lock-timeout': duration('How long to wait for the lock of a state.', '5m'),
  'plan-store': text(
    'Where plans are kept between the preview and the apply, as `s3://bucket/prefix`: the apply then applies exactly the plan file that was reviewed. Without it the apply plans again, and compares.',
  ).optional(),
  'plan-store-key': text('ARN of the KMS key that saved plans are sealed with.').optional(),
  'plan-max-age': duration('How old a saved plan may be when it is applied.', '72h'),
  confirm: text('For `destroy`: the folder of the stack, typed by whoever starts the run.').optional(),
})
type Inputs = z.output<typeof inputs>

const commands = { plan: 'plan', apply: 'apply', drift: 'plan', destroy: 'apply' } as const

function versionsOf(given: Partial<Inputs>): VersionInputs {
  return { terraform: given['terraform-version'], opentofu: given['opentofu-version'] }
}

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

function provisioning(given: Inputs, command: Command, world: World): Provisioning {
  const code = new Code(world.workspace)
  const graph = readGraph(code, findStacks(code, given.directory))
  const backend = parseBackend(given['backend-config'], graph.stacks.length)
  if (backend instanceof Failure) throw backend
  return {
    command,
    directory: given.directory,
    code,
    graph,
    stacks: graph.stacks,
    roles: { plan: given['plan-role'], apply: given['aws-role'] },
    region: given['aws-region'],
    varFiles: given['var-file'],
    backend,
    versions: versionsOf(given),
    parallelism: given.parallelism,
    protect: given.protect,
    lockTimeout: given['lock-timeout'],
    ...planStoreOf(given, command, world),
  }
}

/** Only what is reviewed on a pull request is kept, and only that is taken from there. */
function planStoreOf(given: Inputs, command: Command, world: World): Pick<Provisioning, 'planStore'> {
  const key = given['plan-store-key']
  const location = parseLocation(given['plan-store'] ?? '')
  const reviewed = command === 'apply' || (command === 'plan' && world.run.pullRequest !== undefined)
  if (key === undefined || location === undefined || !reviewed) return {}
  return { planStore: { ...location, key, maxAge: given['plan-max-age'] } }
}

/** The same run, with the commit that its plans are kept for. @throws Failure PLAN_MISSING without a pull request */
async function withCommit(
  run: Provisioning,
  given: Partial<CommonInputs>,
  world: World,
): Promise<Provisioning> {
  if (run.planStore === undefined) return run
  const commit = world.run.pullRequest?.headSha ?? (await mergedPullRequest(given, world))?.headSha
  if (commit !== undefined) return { ...run, commit }
  throw new Failure({
    code: 'PLAN_MISSING',
    what: `No merged pull request brought commit ${world.run.sha.slice(0, 12)} to its branch, so no plan was saved for it.`,
    fix: 'Release by merging a pull request, or leave `plan-store` out for this run.',
  })
}

function planStoreProblems(given: Partial<Inputs>): Failure[] {
  const { 'plan-store': store, 'plan-store-key': key } = given
  const invalid = (what: string, fix: string) => new Failure({ code: 'INPUT_INVALID', what, fix })
  const problems: Failure[] = []
  if (store !== undefined && parseLocation(store) === undefined)
    problems.push(
      invalid(
        `The input \`plan-store\` is \`${store}\`: it must be s3://bucket/prefix.`,
        'Name a prefix too, so that the roles can be given that part of the bucket only.',
      ),
    )
  if (key !== undefined && !/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(key))
    problems.push(
      invalid(
        `The input \`plan-store-key\` is \`${key}\`: it must be the ARN of a KMS key.`,
        'Write `plan-store-key: arn:aws:kms:<region>:<account>:key/<id>`; an alias may be pointed elsewhere.',
      ),
    )
  if ((store === undefined) !== (key === undefined))
    problems.push(
      invalid(
        `The input \`${store === undefined ? 'plan-store-key' : 'plan-store'}\` needs \`${store === undefined ? 'plan-store' : 'plan-store-key'}\` beside it.`,
        'A plan file holds the whole state: it is kept only when it is sealed.',
      ),
    )
  return problems
}

async function connected(given: Partial<CommonInputs>, world: World): Promise<GitHub> {
  const token = given['github-token']
  if (token === undefined) throw new Error('preflight lets nobody come here without a token')
  return connectGitHub(token, world)
}

/** The pull request whose merge this run is for; undefined when the run belongs to none. */
async function mergedPullRequest(
  given: Partial<CommonInputs>,
  world: World,
): Promise<MergedPullRequest | undefined> {
  const { mergedPullRequest: find } = await import('#toolkit/github/pull-request.ts')
  return find(await connected(given, world), world.run)
}

/** Files that the pull request of this run changes; undefined when the run belongs to none. */
async function filesOfPullRequest(
  given: Partial<CommonInputs>,
  world: World,
): Promise<readonly string[] | undefined> {
  const number = world.run.pullRequest?.number ?? (await mergedPullRequest(given, world))?.number
  if (number === undefined) return undefined
  const { changedFiles } = await import('#toolkit/github/pull-request.ts')
  return changedFiles(await connected(given, world), number)
}

/** The same stacks on the pull request and after its merge: the files are those of the pull request both times. */
async function selected(
  run: Provisioning,
  given: Inputs & Partial<CommonInputs>,
  world: World,
): Promise<Provisioning> {
  for (const { what, source } of run.graph.unclear) world.log.info(`${source.file}:${source.line}: ${what}`)
  if (!given['changed-only']) return run
  const files = await filesOfPullRequest(given, world)
  if (files === undefined) {
    world.log.info('changed-only: this run belongs to no pull request, so every stack is planned')
    return run
  }
  const touched = touchedBy(run.graph, files, run.varFiles)
  const stacks = run.stacks.filter(({ name }) => touched.has(name))
  for (const { name } of stacks) world.log.info(`changed-only: ${name}, because of ${touched.get(name)}`)
  const rest = run.stacks.length - stacks.length
  if (rest > 0) world.log.info(`changed-only: ${rest} of ${run.stacks.length} stacks are not touched`)
  return { ...run, stacks }
}

function roleInputProblems(given: Partial<Inputs>): Failure[] {
  return (['aws-role', 'plan-role'] as const).flatMap((name) => {
    const role = given[name]
    if (role === undefined || /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(role)) return []
    return [
      new Failure({
        code: 'INPUT_INVALID',
        what: `The input \`${name}\` is \`${role}\`: it must be the ARN of a role.`,
        fix: `Write \`${name}: arn:aws:iam::<account>:role/<name>\`.`,
      }),
    ]
  })
}

function fileProblems(given: Partial<Inputs>, world: World): Failure[] {
  return (given['var-file'] ?? [])
    .filter((file) => !existsSync(join(world.workspace, file)))
    .map(
      (file) =>
        new Failure({
          code: 'INPUT_INVALID',
          what: `The input \`var-file\` names ${file}, which does not exist.`,
          fix: 'Correct `var-file:` under `with:`.',
        }),
    )
}

/** What is wrong with the code and the versions it asks for before any of it is planned. */
function codeProblems(
  directory: string,
  given: Partial<Inputs>,
  world: World,
): { stacks: readonly Stack[]; problems: readonly Failure[] } {
  const problems = new Map<string, Failure>()
  const telling = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      const found = failuresIn(error)
      if (found.length === 0) throw error
      for (const failure of found) problems.set(failure.message, failure)
      return undefined
    }
  }
  const code = new Code(world.workspace)
  const stacks = telling(() => readGraph(code, findStacks(code, directory)).stacks) ?? []
  // What is wrong for all stacks is told once.
  for (const { folder } of stacks) telling(() => wantedVersion(versionsOf(given), code, folder))
  return { stacks, problems: [...problems.values()] }
}

export const step: Step<typeof inputs, ProvisionPlan, ProvisionOutcome> = {
  name: 'provision',
  description:
    'Provision AWS with Terraform: planned on the pull request, applied only as it was reviewed, without a stored key.',
  commands,
  approvedElsewhere: ['destroy'],
  inputs,
  outputs: { outputs: 'JSON object, by stack, of the outputs that are not sensitive.' },
  open: async (opened, world) => {
    const { valid: given } = opened
    const opening = new Opening(opened)
    const command = opened.command.name as Command // one of the keys of `commands`
    const problems = staticKeyProblems(world.env)
    if (!world.mayRequestIdToken) problems.push(idTokenPermission())
    problems.push(...roleInputProblems(given), ...fileProblems(given, world), ...planStoreProblems(given))
    const { 'aws-role': apply = '', 'plan-role': plan } = given
    problems.push(...roleProblems({ plan, apply }, looks({ command }, world)))
    if (given.directory !== undefined) {
      const { stacks, problems: wrong } = codeProblems(given.directory, given, world)
      problems.push(...wrong)
      const backend = parseBackend(given['backend-config'] ?? [], stacks.length)
      if (backend instanceof Failure) problems.push(backend)
      if (command === 'destroy') problems.push(...confirmationProblem(given.confirm, stacks))
    }
    const needing = (['changed-only', 'plan-store'] as const).filter((input) => given[input])
    const needs = [...needing, ...(command === 'drift' || command === 'destroy' ? [command] : [])]
    if (needs[0] !== undefined && given['github-token'] === undefined) {
      problems.push(
        new Failure({
          code: 'GITHUB_TOKEN',
          what: `\`${needs[0]}\` needs \`github-token\`.`,
          fix: 'Pass `github-token: ${{ github.token }}` with `permissions:` `pull-requests: read` for changed-only and plan-store, `issues: write` for drift, `actions: read` for destroy.',
        }),
      )
    }
    opening.add(...problems)
    const all = opening.inputs()
    return {
      plan: async () => {
        const run = await selected(
          await withCommit(provisioning(all, command, world), all, world),
          all,
          world,
        )
        const token = all['github-token']
        const github = token === undefined ? undefined : await connectGitHub(token, world)
        if (run.command === 'destroy' && github !== undefined && !all['dry-run']) {
          const { requireApproval } = await import('./destroy.ts')
          await requireApproval(github, world)
        }
        const { planStacks } = await import('./plan.ts')
        const plan = await planStacks(run, world)
        if (run.command === 'drift' && github !== undefined && !all['dry-run']) {
          const { reportDrift } = await import('./drift.ts')
          await reportDrift(plan, run, github, world)
        }
        return plan
      },
      apply: async (plan) => {
        const { applyStacks } = await import('./apply.ts')
        const run = provisioning(all, command, world)
        const stacks = run.stacks.filter((stack) => plan.outputs[stack.name] !== undefined)
        return applyStacks(plan, { ...run, stacks }, world)
      },
      close: async () => undefined,
    }
  },
  post: async (state, world) => {
    const { RUNNING } = await import('./terraform/running.ts')
    if (state[RUNNING] !== undefined && state[RUNNING] !== '[]') {
      const { waitForRunning } = await import('./state/post-run.ts')
      await waitForRunning(state, world)
    }
    const files: string[] = JSON.parse(state['lock-files'] ?? '[]')
    for (const file of files) rmSync(file, { force: true })
  },
  report: (plan, outcome) => ({ outputs: JSON.stringify(outcome?.outputs ?? plan.outputs) }),
}
