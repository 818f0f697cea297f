/** What is done when an apply did not end well: its state is saved, and what it leaves behind is told. */
import { rmSync } from 'node:fs'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Terraform } from './terraform.ts'

function messageOf(error: unknown): string {
  return failuresIn(error)[0]?.message ?? (error instanceof Error ? error.message : String(error))
}

/** Saves a state that Terraform could only write into a file. */
async function rescueState(tool: Terraform, world: World): Promise<void> {
  const file = tool.erroredState
  if (file === undefined) return
  try {
    await tool.pushState(file)
    rmSync(file)
    world.log.notice(`${tool.stack.folder}: the state that could not be saved at first is saved now.`)
  } catch (error) {
    world.log.warning(
      `${tool.stack.folder}: the state could not be saved, and is only in ${tool.stack.folder}/errored.tfstate on this runner: ${messageOf(error)} Keep it, and run \`terraform state push errored.tfstate\` before anything is planned again.`,
    )
  }
}

async function tellTainted(tool: Terraform, world: World): Promise<void> {
  const tainted = await tool.tainted()
  if (tainted.length === 0) return
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
export async function settle(tool: Terraform, world: World, { lock = false } = {}): Promise<void> {
  await rescueState(tool, world)
  try {
    await tellTainted(tool, world)
    if (lock) await tellLock(tool, world)
  } catch (error) {
    world.log.warning(`${tool.stack.name}: what is left behind could not be read: ${messageOf(error)}`)
  }
}
