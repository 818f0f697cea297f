/** An application is released by one run at a time, and only forwards: its inventory says which run that is. */
import type { Forwards } from '#toolkit/action/step.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import type { Application } from './application.ts'
import {
  type Inventory,
  type InventoryClient,
  type Member,
  type ReadInventory,
  readInventory,
  replaced,
  writeInventory,
} from './inventory.ts'

/** How often somebody else may be faster. */
const ATTEMPTS = 5

function busy(application: Application): Failure {
  return new Failure({
    code: 'INVENTORY_BUSY',
    what: `The inventory of ${application.name} was changed by somebody else each time it was to be written.`,
    why: 'Several runs release one application, or a controller changes its ConfigMap.',
    fix: 'Give the jobs that release it one `concurrency` group, and start this run again.',
  })
}

/**
 * Reads and writes until nobody wrote in between.
 * @param known as it was last seen, so that it is read only if somebody wrote it since
 * @returns as it is then
 * @throws Failure INVENTORY_BUSY
 */
async function rewrite(
  client: InventoryClient,
  application: Application,
  next: (read: ReadInventory) => Promise<Inventory & { readonly released: Remembered }>,
  known?: ReadInventory,
): Promise<ReadInventory> {
  let seen = known
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const read = seen ?? (await readInventory(client, application))
    const written = await writeInventory(client, application, await next(read), read.version)
    if (written !== undefined) return written
    seen = undefined
  }
  throw busy(application)
}

/**
 * Notes that this run releases the application, and everything that it may make, so that nothing is forgotten whatever
 * happens from here on.
 * @param references what it may make: without a uid it is known as what was begun, and not yet as its own
 * @param known the inventory as it was last seen
 * @returns as it is then
 * @throws Failure of `forwards.allow`, INVENTORY_BUSY, INVENTORY_INVALID
 */
export async function claim(
  client: InventoryClient,
  application: Application,
  references: readonly Member[],
  forwards: Forwards,
  known?: ReadInventory,
): Promise<ReadInventory> {
  const begun = async ({ members, released }: ReadInventory) => {
    await forwards.allow('', released)
    return { members: replaced(members, references), released: forwards.next }
  }
  return rewrite(client, application, begun, known)
}

function overtaken(application: Application, released: Remembered | undefined): Failure {
  const by = released === undefined ? 'Somebody' : `The run ${released.run} (${released.commit.slice(0, 12)})`
  return new Failure({
    code: 'RELEASE_OVERTAKEN',
    what: `${by} took ${application.name} over while this run released it.`,
    why: 'What is in the cluster now may be of both.',
    fix: 'Start the newer of the two runs again, and give the jobs one `concurrency` group.',
  })
}

function membersOf(
  { members, released }: Inventory,
  application: Application,
  next: Remembered,
): readonly Member[] {
  if (released?.commit === next.commit && released.run === next.run) return members
  throw overtaken(application, released)
}

/**
 * The inventory as it is now, as long as this run is the one that releases the application.
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_INVALID
 */
export async function claimed(
  client: InventoryClient,
  application: Application,
  next: Remembered,
): Promise<ReadInventory> {
  const read = await readInventory(client, application)
  membersOf(read, application, next)
  return read
}

/**
 * Notes what the application owns, when that is known and at the end of a run.
 * @param owned from its members to what they are from now on
 * @param known as it was last seen
 * @returns as it is then
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_BUSY, INVENTORY_INVALID
 */
export async function note(
  client: InventoryClient,
  application: Application,
  next: Remembered,
  owned: (members: readonly Member[]) => readonly Member[],
  known?: ReadInventory,
): Promise<ReadInventory> {
  const noted = async (read: ReadInventory) => ({
    members: owned(membersOf(read, application, next)),
    released: next,
  })
  return rewrite(client, application, noted, known)
}
