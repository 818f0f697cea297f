/** What `post` does for a Terraform that a cancelled step had to leave: waits, and tells what it left behind. */
import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { followLines } from '#toolkit/process/follow.ts'
import { signalProcess } from '#toolkit/process/signal.ts'
import type { World } from '#toolkit/world/world.ts'
import { Code } from '../stack/code.ts'
import { openStore } from '../store/open.ts'
import { failureOf } from '../terraform/diagnostics.ts'
import { parseMessage } from '../terraform/message.ts'
import { RunningList } from '../terraform/running.ts'
import { openSession } from '../terraform/session.ts'
import { Terraform } from '../terraform/terraform.ts'
import { keptJson, notOwn, SESSION, VAR_FILES } from './kept.ts'
import { isOwnRun } from './own.ts'
import { settle } from './rescue.ts'
import { maskState, maskVariables, withoutDetails } from './sensitive.ts'

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

/** @throws Failure STATE_NOT_OWN */
function keptAs<T>(schema: z.ZodType<T>, text: string): T {
  const { success, data } = schema.safeParse(keptJson(text))
  if (!success) throw notOwn()
  return data
}

interface Ended {
  readonly entry: Entry
  /** Whether it came to its end. */
  readonly ended: boolean
  /** What it failed with: told when it is known what must not be seen of it. */
  readonly failures: readonly Failure[]
}

/** The id of what was made may be a secret. */
function withoutId(message: string): string {
  const id = message.indexOf(' [id=')
  return id >= 0 && message.endsWith(']') ? message.slice(0, id) : message
}

async function waitFor(entry: Entry, world: World): Promise<Ended> {
  const { pid, stack, doing, command, stdout } = entry
  const failures: Failure[] = []
  const began = world.clock().getTime()
  const waited = () => world.clock().getTime() - began
  if (signalProcess(pid, 0))
    world.log.info(`waiting for ${command} ${doing} of ${stack.folder} to put things away`)
  const following = followLines(
    stdout,
    (line) => {
      const message = parseMessage(line)
      if (message?.diagnostic?.severity === 'error')
        failures.push(failureOf(message.diagnostic, stack.folder))
      else if (message?.type.startsWith('apply_') === true) world.log.info(withoutId(message['@message']))
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
    return { entry, ended: false, failures }
  }
  world.log.info(`${command} ${doing} of ${stack.folder} has ended`)
  return { entry, ended: true, failures }
}

/**
 * Waits for what still runs.
 * @param text the list of it, as it is kept
 * @returns whether the step has started all of it; nothing is done with what it has not
 */
export async function waitForRunning(
  text: string,
  state: Readonly<Record<string, string>>,
  world: World,
): Promise<boolean> {
  const { success, data: said } = Entries.safeParse(keptJson(text))
  if (!success) return false
  const entries = said.filter((entry) => isOwnRun(entry, world))
  if (entries.length > 0) await waitForEntries(entries, state, world)
  return entries.length === said.length
}

async function waitForEntries(
  entries: readonly Entry[],
  state: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const code = new Code(world.workspace)
  const varFiles = keptAs(Paths, state[VAR_FILES] ?? '[]')
  maskVariables({ code, stacks: entries.map(({ stack }) => stack), varFiles }, world)
  const all = await Promise.all(entries.map((entry) => waitFor(entry, world)))
  const session = state[SESSION]
  const applied = all.filter(({ entry: { doing }, ended }) => ended && doing === 'apply')
  if (applied.length === 0 || session === undefined) {
    for (const { failures } of all) for (const failure of withoutDetails(failures)) world.log.failure(failure)
    return
  }
  const { roles, applies, region, passed, reads, planStore } = keptAs(KeptSession, session)
  const { credentials } = await openSession(
    { plan: roles.plan, apply: roles.apply },
    applies,
    { region, reads },
    world,
  )
  const opened =
    planStore === undefined ? undefined : await openStore(planStore, { region, credentials }, world)
  for (const { entry, failures } of all) {
    const { command, stack } = entry
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
    const isRead = failures.length > 0 && (await maskState(tool, world))
    for (const failure of isRead ? failures : withoutDetails(failures)) world.log.failure(failure)
    if (applied.some((each) => each.entry === entry))
      await settle(tool, world, { lock: true, store: async () => opened?.store })
  }
  opened?.close()
}
