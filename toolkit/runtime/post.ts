/** What a runner starts when the job is over. */
import { existsSync, lstatSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type * as z from 'zod'
import type { Step } from '../action/step.ts'
import { Failure } from '../model/failure.ts'
import { ROOT, redactorOf, VERSION } from './create-world.ts'
import type { Host } from './host.ts'
import { createLogger } from './logger.ts'
import { tell } from './tell.ts'

function notOwn(folder: string): Failure {
  return new Failure({
    code: 'STATE_NOT_OWN',
    what: `The state of this step names ${folder}, which it did not make. Nothing is removed.`,
    why: 'Something that ran in this job has written into the state of this step.',
    fix: 'Find out what ran in this job before, and do not trust what it made.',
  })
}

/**
 * Whether a folder is one that a step of this name made for itself: what a child of the step wrote into its state must
 * not make `post` remove, or read, anything else.
 */
function isOwn(folder: string, name: string, host: Host): boolean {
  const root = join(host.temp, ROOT)
  if (dirname(folder) !== root || !new RegExp(`^${name}-[A-Za-z0-9]{6}$`).test(basename(folder))) return false
  const kinds = [root, folder].map((path) => lstatSync(path, { throwIfNoEntry: false }))
  return kinds.every((kind) => kind?.isDirectory() === true)
}

/** The `post` phase: runs even after a cancel, and removes what the step kept for itself, and nothing else. */
export async function runPost<S extends z.ZodObject>(step: Step<S>, host: Host): Promise<void> {
  const kept = host.state['temp']
  if (kept === undefined || host.problems.length > 0) return
  const abort = new AbortController()
  const redactor = redactorOf(host)
  const log = createLogger(host, redactor)
  const name = `${step.name} (post)`
  host.onCrash((error) => {
    tell(error, name, log)
    host.exit(1)
  })
  if (!isOwn(kept, step.name, host)) {
    // It may have been removed before; then there is nothing to do for it.
    if (!existsSync(kept)) return host.exit(0)
    tell(notOwn(kept), name, log)
    return host.exit(1)
  }
  let code = 0
  try {
    await step.post?.(host.state, {
      clock: host.clock,
      log,
      signal: abort.signal,
      random: host.random,
      env: host.childEnvironment,
      workspace: host.workspace,
      temp: kept,
      redactor,
      run: host.run,
      machine: host.machine,
      toolVersion: VERSION,
      mayRequestIdToken: host.mayRequestIdToken,
      idToken: (audience) => host.idToken(audience, abort.signal),
      saveState: host.saveState,
    })
  } catch (error) {
    tell(error, name, log)
    code = 1
  }
  rmSync(kept, { recursive: true, force: true })
  host.exit(code)
}
