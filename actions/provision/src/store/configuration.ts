/**
 * Whether the code in a plan file is that of the checkout: an apply goes by what the file holds. A provisioner, a
 * condition or a module that only one of the two has was reviewed by nobody.
 */
import { posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { readWithin, Unreadable } from '#toolkit/sources/checkout.ts'
import type { World } from '#toolkit/world/world.ts'
import { readBy } from '../stack/code.ts'
import type { Stack } from '../stack/find.ts'
import { filesIn, modulesFound } from '../terraform/modules.ts'
import type { ToolName } from '../tool/name.ts'
import { configurationIn, type ModulePlace, type PlannedModule } from './plan-file.ts'

function called(key: string): string {
  return key === '' ? 'the stack itself' : `module.${key.replaceAll('.', '.module.')}`
}

function samePlace(one: ModulePlace, other: ModulePlace): boolean {
  return one.source === other.source && one.version === other.version && one.dir === other.dir
}

interface Checkout {
  readonly stack: Stack
  readonly tool: ToolName
  readonly world: Pick<World, 'workspace'>
}

function moduleDifferences(
  { files, ...planned }: PlannedModule,
  found: ModulePlace,
  { stack, tool, world }: Checkout,
): string[] {
  const name = called(planned.key)
  if (!samePlace(planned, found))
    return [`${name} was ${planned.source || planned.dir} ${planned.version}, and is another one here`]
  const differ = [...files].flatMap(([file, content]) => {
    try {
      const here = readWithin(world.workspace, posix.join(stack.folder, found.dir, file))
      return here.equals(content) ? [] : [`${file} of ${name} is another one`]
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return error.reason === 'missing'
        ? [`${file} of ${name} is only in the plan file`]
        : [`${file} of ${name} cannot be read: ${error.message}`]
    }
  })
  const missing = readBy(filesIn(stack, found, world), tool)
    .filter((file) => !files.has(file))
    .map((file) => `${file} of ${name} is not in the plan file`)
  return [...differ, ...missing]
}

/**
 * @param planFile its content
 * @param checkout with the stack initialised, so that what is fetched is there
 * @throws Failure PLAN_CONFIGURATION
 */
export function checkConfiguration(planFile: Uint8Array, checkout: Checkout): void {
  const refuse = (why: string) =>
    new Failure({
      code: 'PLAN_CONFIGURATION',
      what: `The plan file that was saved for ${checkout.stack.folder} was made from other code than this checkout.`,
      why,
      fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file. A module that is fetched may have changed: pin its version, and let the preview run again.',
    })
  let planned: PlannedModule[]
  try {
    planned = configurationIn(Buffer.from(planFile))
  } catch (error) {
    throw refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const found = new Map(modulesFound(checkout.stack, checkout.world).map((place) => [place.key, place]))
  const differences = [
    ...planned.flatMap((module) => {
      const place = found.get(module.key)
      return place === undefined
        ? [`${called(module.key)} is only in the plan file`]
        : moduleDifferences(module, place, checkout)
    }),
    ...[...found.keys()]
      .filter((key) => !planned.some((module) => module.key === key))
      .map((key) => `${called(key)} is not in the plan file`),
  ]
  if (differences.length > 0) throw refuse(`${differences.join('; ')}.`)
}
