/** What a runner starts when the job is over. There is little to do then: what masks and tells is loaded when it is needed. */
import { existsSync, rmSync } from 'node:fs'
import { Failure } from '../model/failure.ts'
import type { StepName } from '../model/step.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { isOwnFolder } from './own-folder.ts'
import { tell } from './tell.ts'

/** What a step has left for `post`. */
export interface Left extends Pick<World, 'workspace' | 'temp' | 'env'> {
  /** What it kept with `saveState`: a child of the step, which may be anybody's code, can write into it. */
  readonly state: Readonly<Record<string, string>>
  /** All that a step gets. */
  world(): Promise<World>
}

/** Waits for, ends or rescues what was under way, also after a cancel. */
export type Finish = (left: Left) => Promise<void>

function notOwn(folder: string): Failure {
  return new Failure({
    code: 'STATE_NOT_OWN',
    what: `The state of this step names ${folder}, which it did not make. Nothing is removed.`,
    why: 'Something that ran in this job has written into the state of this step.',
    fix: 'Find out what ran in this job before, and do not trust what it made.',
  })
}

/** The `post` phase: runs even after a cancel, and removes what the step kept for itself, and nothing else. */
export async function runPost(step: StepName, host: Host, finish?: Finish): Promise<void> {
  const { temp } = host.state
  if (temp === undefined || host.problems.length > 0) return
  let edge: Promise<Omit<World, 'temp'>> | undefined
  const edgeOf = () => {
    edge ??= import('./create-world.ts').then(({ createEdge }) =>
      createEdge(host, new AbortController().signal),
    )
    return edge
  }
  const fail = async (error: unknown) => tell(error, `${step} (post)`, (await edgeOf()).log)
  host.onCrash((error) => {
    const exit = () => host.exit(1)
    fail(error).then(exit, exit)
  })
  if (!isOwnFolder(temp, step, host)) {
    // It may have been removed before; then there is nothing to do for it.
    if (!existsSync(temp)) return host.exit(0)
    await fail(notOwn(temp))
    return host.exit(1)
  }
  let code = 0
  try {
    await finish?.({
      state: host.state,
      workspace: host.workspace,
      temp,
      env: host.childEnvironment,
      world: async () => ({ ...(await edgeOf()), temp }),
    })
  } catch (error) {
    await fail(error)
    code = 1
  }
  rmSync(temp, { recursive: true, force: true })
  host.exit(code)
}
