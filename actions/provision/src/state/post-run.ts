/** What `post` does for a Terraform that a cancelled step had to leave: waits, and tells what it left behind. */
import { rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { followLines } from '#toolkit/process/follow.ts'
import { signalProcess } from '#toolkit/process/signal.ts'
import type { World } from '#toolkit/world/world.ts'
import { openStore } from '../store/open.ts'
import { removeDataFolder } from '../terraform/data-folder.ts'
import { failureOf } from '../terraform/diagnostics.ts'
import { DATA_FOLDER, LOCK_FILE } from '../terraform/files.ts'
import { parseMessage } from '../terraform/message.ts'
import { RunningList } from '../terraform/running.ts'
import { openSession } from '../terraform/session.ts'
import { Terraform } from '../terraform/terraform.ts'
import { DATA_FOLDERS, LOCK_FILES, RUNNING, SESSION } from './kept.ts'
import { isMadeInCheckout, isOwnRun } from './own.ts'
import { settle } from './rescue.ts'

/** GitHub ends every step of a cancelled run after five minutes. */
const PATIENCE_MS = 240_000
const LOOK_MS = 200

const KeptSession = z.object({
  roles: z.object({ plan: z.string().optional(), apply: z.string() }),
  applies: z.boolean(),
  region: z.string(),
  passed: z.array(z.string()),
  reads: z.object({ bucket: z.string(), states: z.string() }),
  planStore: z
    .object({ bucket: z.string(), prefix: z.string(), key: z.string(), maxAge: z.number() })
    .optional(),
})

const Entries = z.array(
  z.object({
    pid: z.number(),
    command: z.string(),
    stack: z.object({ name: z.string(), folder: z.string() }),
    doing: z.string(),
    stdout: z.string(),
  }),
)
type Entry = z.infer<typeof Entries>[number]

const Paths = z.array(z.string())

/** @returns whether it came to its end */
async function waitFor({ pid, stack, doing, command, stdout }: Entry, world: World): Promise<boolean> {
  const began = world.clock().getTime()
  const waited = () => world.clock().getTime() - began
  if (signalProcess(pid, 0))
    world.log.info(`waiting for ${command} ${doing} of ${stack.folder} to put things away`)
  const following = followLines(
    stdout,
    (line) => {
      const message = parseMessage(line)
      if (message?.diagnostic?.severity === 'error')
        world.log.failure(failureOf(message.diagnostic, stack.folder))
      else if (message?.type.startsWith('apply_') === true) world.log.info(message['@message'])
    },
    // What was told before the step ended is not told again.
    statSync(stdout).size,
  )
  try {
    while (signalProcess(pid, 0) && waited() < PATIENCE_MS) await sleep(LOOK_MS)
  } finally {
    following.finish()
  }
  if (signalProcess(pid, 0)) {
    world.log.failure(
      new Failure({
        code: 'STILL_RUNNING',
        what: `${command} ${doing} of ${stack.folder} still runs after ${formatDuration(waited())}, and will be killed with this job.`,
        why: 'Its state may be older than what it has made, and stays locked.',
        fix: 'Look at what exists, run `terraform force-unlock` with the id that the next plan tells, and plan again.',
      }),
    )
    return false
  }
  world.log.info(`${command} ${doing} of ${stack.folder} has ended`)
  return true
}

/** Waits for what still runs, and removes what the step could not remove itself. */
export async function finish(state: Readonly<Record<string, string>>, world: World): Promise<void> {
  const said = Entries.parse(JSON.parse(state[RUNNING] ?? '[]'))
  const entries = said.filter((entry) => isOwnRun(entry, world))
  if (entries.length > 0) await waitForRunning(entries, state[SESSION], world)
  const files = Paths.parse(JSON.parse(state[LOCK_FILES] ?? '[]'))
  const ownFiles = files.filter((file) => isMadeInCheckout(file, LOCK_FILE, world))
  for (const file of ownFiles) rmSync(file, { force: true })
  const folders = Paths.parse(JSON.parse(state[DATA_FOLDERS] ?? '[]'))
  const ownFolders = folders.filter((folder) => isMadeInCheckout(folder, DATA_FOLDER, world))
  for (const folder of ownFolders) removeDataFolder(folder)
  if (entries.length < said.length || ownFiles.length < files.length || ownFolders.length < folders.length)
    throw new Failure({
      code: 'STATE_NOT_OWN',
      what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
      why: 'Something that ran in this job has written into the state of this step.',
      fix: 'Find out what ran in this job before, and do not trust what it made.',
    })
}

async function waitForRunning(
  entries: readonly Entry[],
  session: string | undefined,
  world: World,
): Promise<void> {
  const ended = await Promise.all(entries.map((entry) => waitFor(entry, world)))
  const applied = entries.filter(({ doing }, index) => ended[index] === true && doing === 'apply')
  if (applied.length === 0 || session === undefined) return
  const { roles, applies, region, passed, reads, planStore } = KeptSession.parse(JSON.parse(session))
  const { credentials } = await openSession(
    { plan: roles.plan, apply: roles.apply },
    applies,
    { region, reads },
    world,
  )
  const opened =
    planStore === undefined ? undefined : await openStore(planStore, { region, credentials }, world)
  for (const { command, stack } of applied) {
    const tool = new Terraform({
      command,
      stack,
      credentials: { ...credentials },
      region,
      passed,
      lockTimeout: 0,
      running: new RunningList(world),
      world,
    })
    await settle(tool, world, { lock: true, store: async () => opened?.store })
  }
  opened?.close()
}
