/** Reads what a run is asked for, all of it once, and tells everything that is wrong with it. */
import { Opening } from '#toolkit/action/opening.ts'
import type { Given } from '#toolkit/action/step.ts'
import { staticKeyProblems } from '#toolkit/aws/role.ts'
import { connectGitHub } from '#toolkit/github/connect.ts'
import { tokenFor } from '#toolkit/github/token.ts'
import { idTokenPermission } from '#toolkit/identity/permission.ts'
import { Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { confirmationProblem } from './destroy.ts'
import { DEFAULT_WORKSPACE, parseBackend, refuseSharedKey } from './inputs/backend-config.ts'
import type { inputs, ProvisionInputs } from './inputs/inputs.ts'
import { parsePlanStore } from './inputs/plan-store.ts'
import { readVarFiles } from './inputs/var-files.ts'
import type { AskedStack, ProvisionCommand, Provisioning } from './provisioning.ts'
import { ProvisionRun } from './run.ts'
import { readBackend } from './stack/backend.ts'
import { Code } from './stack/code.ts'
import { findStacks } from './stack/find.ts'
import { type Graph, readGraph, type StackNode } from './stack/graph.ts'
import { unreviewable } from './terraform/environment.ts'
import { ERRORED_STATE, erroredStateOf } from './terraform/files.ts'
import { roleProblems } from './terraform/session.ts'
import { type VersionInputs, wantedVersion } from './tool/version.ts'

const EMPTY: Graph = { stacks: [], unclear: [] }

/**
 * What every stack asks for, and where its state is.
 * @throws Failures of `wantedVersion` and `readBackend`, for all stacks
 */
export function askedStacks(stacks: readonly StackNode[], versions: VersionInputs, code: Code): AskedStack[] {
  const problems: Failure[] = []
  const collected = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      const found = failuresIn(error)
      if (found.length === 0) throw error
      problems.push(...found)
      return undefined
    }
  }
  const asked = stacks.flatMap((stack) => {
    const wanted = collected(() => wantedVersion(versions, code, stack.folder))
    // Without a version the tool is not known either, and what it reads.
    const coded = wanted && collected(() => readBackend(code, stack, wanted.name ?? 'terraform'))
    return wanted === undefined || coded === undefined ? [] : [{ ...stack, wanted, coded }]
  })
  throwIfAny(problems)
  return asked
}

/** An earlier state that is still to be saved: planned without it, everything that it holds would be made again. */
function unsavedStates(stacks: readonly StackNode[], world: World): Failure[] {
  return stacks
    .filter((stack) => erroredStateOf(stack, world) !== undefined)
    .map(
      ({ folder }) =>
        new Failure({
          code: 'STATE_UNSAVED',
          what: `${folder} holds ${ERRORED_STATE}: a state that an earlier apply could not save.`,
          why: 'What is planned beside it does not know what that apply has made, and a rescue would take it for its own.',
          fix: `Run \`terraform state push ${ERRORED_STATE}\` in ${folder} if that state is still due, and remove the file.`,
          source: { file: `${folder}/${ERRORED_STATE}` },
        }),
    )
}

/** What the environment would make Terraform do besides. */
function environmentProblems(env: Readonly<Record<string, string>>): Failure[] {
  const names = unreviewable(env)
  if (names.length === 0) return []
  return [
    new Failure({
      code: 'TERRAFORM_ARGUMENTS',
      what: `The environment holds ${names.join(', ')}.`,
      why: 'It changes what Terraform does, and no review shows it.',
      fix: 'Remove it from `env:`; variable files, parallelism, lock timeout and backend settings are inputs.',
    }),
  ]
}

/** The input or the command that needs a token, if one does. */
function needOf(given: Partial<ProvisionInputs>, command: ProvisionCommand): string | undefined {
  const input = given['changed-only'] ? 'changed-only' : undefined
  return input ?? (command === 'drift' ? command : undefined)
}

/** @throws Failures of everything that is wrong */
export function openProvisioning(opened: Given<typeof inputs>, world: World): ProvisionRun {
  const { valid: given } = opened
  const command = opened.command.name as ProvisionCommand // one of the step's own
  const opening = new Opening(opened)
  const { applies } = opened.command
  opening.add(...staticKeyProblems(world.env), ...environmentProblems(world.env))
  if (!world.mayRequestIdToken) opening.add(idTokenPermission())
  const { 'aws-role': apply, 'plan-role': plan, directory } = given
  opening.add(...roleProblems({ plan, ...(apply === undefined ? {} : { apply }) }, applies))
  const varFiles = opening.read(() => readVarFiles(given['var-file'] ?? [], world.workspace))
  const planStore = opening.read(() =>
    parsePlanStore({
      store: given['plan-store'],
      key: given['plan-store-key'],
      maxAge: given['plan-max-age'] ?? 0, // a default: it is missing only when it is wrong
    }),
  )
  const code = new Code(world.workspace)
  const graph = opening.read(() =>
    directory === undefined ? EMPTY : readGraph(code, findStacks(code, directory)),
  )
  const versions = { terraform: given['terraform-version'], opentofu: given['opentofu-version'] }
  const stacks = opening.read(() => askedStacks(graph().stacks, versions, code))
  const backend = opening.read(() => parseBackend(given['backend-config'] ?? []))
  opening.read(() => throwIfAny(unsavedStates(graph().stacks, world)))
  opening.read(() => refuseSharedKey(backend(), graph().stacks))
  if (command === 'destroy')
    opening.read(() => throwIfAny(confirmationProblem(given.confirm, graph().stacks)))
  const need = needOf(given, command)
  if (need !== undefined) opening.read(() => tokenFor(need, given['github-token']))

  const all = opening.inputs()
  const { pullRequest } = world.run
  // Only what is reviewed on a pull request is kept, and only that is taken from there.
  const reviewed = command === 'apply' || (command === 'plan' && pullRequest !== undefined)
  const store = reviewed ? planStore() : undefined
  const commit = pullRequest === undefined ? {} : { commit: pullRequest.headSha }
  const asked: Provisioning = {
    command,
    applies,
    ...(all.name === undefined ? {} : { name: all.name }),
    directory: all.directory,
    code,
    graph: graph(),
    stacks: stacks(),
    changedOnly: all['changed-only'],
    roles: { plan: all['plan-role'], apply: all['aws-role'] },
    region: all['aws-region'],
    varFiles: varFiles(),
    backend: backend(),
    workspace: world.env['TF_WORKSPACE'] || DEFAULT_WORKSPACE,
    passed: all['pass-environment'],
    parallelism: all.parallelism,
    protect: all.protect,
    lockTimeout: all['lock-timeout'],
    ...(store === undefined ? {} : { planStore: { ...store, ...commit } }),
  }
  for (const { what, source } of asked.graph.unclear) world.log.info(`${source.file}:${source.line}: ${what}`)
  const github = async (wanting: string) => connectGitHub(tokenFor(wanting, all['github-token']), world)
  return new ProvisionRun(asked, github, world)
}
