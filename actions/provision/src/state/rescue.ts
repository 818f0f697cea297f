/** What is done when an apply did not end well: its state is saved, and what it leaves behind is told. */
import { rmSync } from 'node:fs'
import { failuresIn } from '#toolkit/model/failure.ts'
import { readSourceBytes } from '#toolkit/sources/checkout.ts'
import type { World } from '#toolkit/world/world.ts'
import type { PlanStore } from '../store/plan-store.ts'
import { erroredStateOf } from '../terraform/files.ts'
import type { Terraform } from '../terraform/terraform.ts'

function messageOf(error: unknown): string {
  return failuresIn(error)[0]?.message ?? (error instanceof Error ? error.message : String(error))
}

/** Opens the plan store of a run; undefined when it has none. */
type OpenStore = () => Promise<PlanStore | undefined>

/** Saves a state that Terraform could only write into a file: to its backend, else to the plan store. */
async function rescueState(tool: Terraform, store: OpenStore, world: World): Promise<void> {
  const file = erroredStateOf(tool.stack, world)
  if (file === undefined) return
  const { folder } = tool.stack
  try {
    await tool.pushState(file)
    rmSync(file)
    world.log.notice(`${folder}: the state that could not be saved at first is saved now.`)
  } catch (error) {
    const kept = await keep(file, folder, store, world)
    const how =
      kept === undefined
        ? `is only in ${folder}/errored.tfstate on this runner: ${messageOf(error)} Keep it, and run \`terraform state push errored.tfstate\``
        : `is kept in ${kept}: ${messageOf(error)} Run \`aws s3 cp ${kept} .\` and \`terraform state push errored.tfstate\` in ${folder}`
    world.log.warning(`${folder}: the state could not be saved, and ${how} before anything is planned again.`)
  }
}

async function keep(
  file: string,
  folder: string,
  store: OpenStore,
  world: World,
): Promise<string | undefined> {
  try {
    const state = readSourceBytes(world.workspace, file, { largest: Number.POSITIVE_INFINITY })
    return await (await store())?.keepState(folder, state)
  } catch (error) {
    world.log.warning(`${folder}: nor could it be kept in the plan store: ${messageOf(error)}`)
    return undefined
  }
}

async function tellTainted(tool: Terraform, world: World): Promise<void> {
  const tainted = await tool.tainted()
  if (tainted.length === 0)
    return world.log.info(`${tool.stack.name}: its state is saved, and nothing is tainted`)
  const one = tainted.length === 1
  world.log.warning(
    `${tool.stack.name}: ${tainted.join(', ')} ${one ? 'was' : 'were'} being made when this run ended, and ${one ? 'is' : 'are'} tainted: Terraform would destroy and make ${one ? 'it' : 'them'} anew, which is refused until somebody has looked. If ${one ? 'it is' : 'they are'} whole, run \`terraform untaint\`; if not, allow the replacement in ${tool.stack.folder}/stack.yml.`,
  )
}

async function tellLock(tool: Terraform, world: World): Promise<void> {
  const held = await tool.lockHolder()
  if (held !== undefined) world.log.warning(`${tool.stack.name}: ${held.message}`)
}

/** Reads, and saves the state if that is still to be done; never changes anything else. */
export async function settle(
  tool: Terraform,
  world: World,
  {
    lock = false,
    store = async () => undefined,
  }: { readonly lock?: boolean; readonly store?: OpenStore } = {},
): Promise<void> {
  await rescueState(tool, store, world)
  try {
    await tellTainted(tool, world)
    if (lock) await tellLock(tool, world)
  } catch (error) {
    world.log.warning(`${tool.stack.name}: what is left behind could not be read: ${messageOf(error)}`)
  }
}
