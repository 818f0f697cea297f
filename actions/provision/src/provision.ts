/** Plans every stack, and applies exactly the plan files of this run. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { assumeRole } from '#toolkit/identity/aws.ts'
import type { Change } from '#toolkit/model/change.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { findTerraform } from './install.ts'
import { changesOf, plannedOutputs, sensitiveValues } from './plan-json.ts'
import { blockLocator, type Stack, sourcesOf } from './stacks.ts'
import { lockFileOf, type Message, Terraform } from './terraform.ts'

export interface Provisioning {
  readonly directory: string
  readonly stacks: readonly Stack[]
  readonly role: string
  readonly region: string
  readonly varFiles: readonly string[]
  readonly backend: Readonly<Record<string, string>>
  readonly terraformVersion: string | undefined
}

export interface ProvisionPlan extends Plan {
  /** By stack: what is known of its outputs. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface ProvisionOutcome extends Outcome {
  readonly outputs: ProvisionPlan['outputs']
}

async function terraformFor(run: Provisioning, world: World): Promise<(stack: Stack) => Terraform> {
  const command = await findTerraform(run.terraformVersion, run.directory, world)
  const sessionName = `omninode-${world.run.id}-${world.run.attempt}`
  const { role, region } = run
  const credentials = await assumeRole({ role, region, sessionName }, world)
  return (stack) => new Terraform({ command, stack, credentials: { ...credentials }, region }, world)
}

function backendOf({ backend, region }: Provisioning, { folder }: Stack): Record<string, string> {
  return { key: `${folder}/terraform.tfstate`, region, ...backend, use_lockfile: 'true', encrypt: 'true' }
}

export async function planStacks(run: Provisioning, world: World): Promise<ProvisionPlan> {
  // Named before Terraform makes them: `post` removes them even when this process is killed.
  const missing = run.stacks
    .map(({ folder }) => lockFileOf(join(world.workspace, folder)))
    .filter((file) => !existsSync(file))
  world.saveState('lock-files', JSON.stringify(missing))
  const terraform = await terraformFor(run, world)
  const changes: Change[] = []
  const outputs: Record<string, Record<string, unknown>> = {}
  for (const stack of run.stacks) {
    const tool = terraform(stack)
    const planned = await world.log.group(`plan ${stack.folder}`, async () => {
      await tool.init(backendOf(run, stack))
      await tool.validate()
      return tool.plan(run.varFiles)
    })
    for (const secret of sensitiveValues(planned)) world.redactor.add(secret)
    changes.push(...changesOf(planned, stack.name, blockLocator(world.workspace, stack.folder)))
    outputs[stack.name] = plannedOutputs(planned)
  }
  const plan = makePlan({
    step: 'provision',
    target: run.directory,
    createdAt: world.clock(),
    changes,
    inputs: { stacks: run.stacks.map((stack) => stack.name) },
    sources: Object.assign({}, ...run.stacks.map((stack) => sourcesOf(world.workspace, stack.folder))),
  })
  return { ...plan, outputs }
}

/** Follows the apply of one stack: a result for every change, in the order in which Terraform finishes them. */
function follow(stack: Stack, changes: readonly Change[], world: World) {
  const results: Result[] = []
  const finish = (status: Result['status']) => (message: Message) => {
    const address = `${stack.name}/${message.hook?.resource.addr ?? ''}`
    const change = changes.find((each) => each.address === address)
    const known = results.findIndex((result) => result.address === address)
    if (change === undefined) return
    // A replacement is a deletion and a creation: what came last counts.
    if (known !== -1) results.splice(known, 1)
    const durationMs = (message.hook?.elapsed_seconds ?? 0) * 1_000
    results.push({ address, action: change.action, status, durationMs })
    world.log.info(`${status} ${change.action} ${address} (${formatDuration(durationMs)})`)
  }
  const handlers: Readonly<Record<string, (message: Message) => void>> = {
    apply_complete: finish('done'),
    apply_errored: finish('failed'),
  }
  return { results, onMessage: (message: Message) => handlers[message.type]?.(message) }
}

/** What Terraform did not come to, and outputs, which it does not report one by one. */
function remaining(changes: readonly Change[], results: readonly Result[], applied: boolean): Result[] {
  const known = new Set(results.map((result) => result.address))
  return changes
    .filter((change) => !known.has(change.address))
    .map(({ address, action, kind }) => ({
      address,
      action,
      status: applied && kind === 'output' ? 'done' : applied ? 'unknown' : 'skipped',
      durationMs: 0,
    }))
}

export async function applyStacks(plan: Plan, run: Provisioning, world: World): Promise<ProvisionOutcome> {
  const startedAt = world.clock()
  const terraform = await terraformFor(run, world)
  const outputs: Record<string, Record<string, unknown>> = {}
  const results: Result[] = []
  for (const stack of run.stacks) {
    const tool = terraform(stack)
    const changes = plan.changes.filter((change) => change.address.startsWith(`${stack.name}/`)) as Change[]
    if (changes.length > 0) {
      const { results: seen, onMessage } = follow(stack, changes, world)
      try {
        await world.log.group(`apply ${stack.folder}`, () => tool.apply(onMessage))
      } catch (error) {
        await tellWhatIsLeft(tool, stack, remaining(changes, seen, false), world)
        throw error
      }
      results.push(...seen, ...remaining(changes, seen, true))
    }
    outputs[stack.name] = await tool.outputs()
  }
  const outcome = makeOutcome({
    step: 'provision',
    target: plan.target,
    digest: plan.digest,
    startedAt,
    finishedAt: world.clock(),
    status: 'succeeded',
    changed: results.some((result) => result.status === 'done'),
    results,
  })
  return { ...outcome, outputs }
}

async function tellWhatIsLeft(
  tool: Terraform,
  stack: Stack,
  left: readonly Result[],
  world: World,
): Promise<void> {
  for (const { address } of left) world.log.info(`not applied: ${address}`)
  const tainted = await tool.tainted()
  if (tainted.length === 0) return
  world.log.warning(
    `${stack.name}: ${tainted.join(', ')} ${tainted.length === 1 ? 'was' : 'were'} being made when this run ended. The next apply destroys and makes ${tainted.length === 1 ? 'it' : 'them'} anew; to keep ${tainted.length === 1 ? 'it' : 'them'}, run \`terraform untaint\` first.`,
  )
}
