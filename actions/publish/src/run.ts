/** The edge of the action. Nothing is checked out, and nothing of others is run. */
import { parseInputs } from '#toolkit/action/inputs.ts'
import { Failure, Failures, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import { createEdge } from '#toolkit/runtime/create-world.ts'
import type { Host } from '#toolkit/runtime/host.ts'
import { tell } from '#toolkit/runtime/tell.ts'
import { publishInputs } from './inputs.ts'
import { problemsOf } from './problems.ts'
import { publishHandedOn } from './publish.ts'

const NAME = 'publish'

/** Milliseconds for all of it. */
const DEADLINE = 600_000

/** GitHub shows no more annotations of a step. */
const MOST_TOLD = 9

/** Publishes, and ends with 1 on any failure: the job's result is the verdict of the whole. */
export async function run(host: Host): Promise<void> {
  const abort = new AbortController()
  const given = parseInputs(publishInputs, host.inputs)
  const world = createEdge(host, abort.signal)
  const { log } = world
  host.onCrash((error) => {
    tell(error, NAME, log)
    host.exit(1)
  })
  host.onInterrupt((signal) =>
    abort.abort(new Failure({ code: 'CANCELLED', what: `${NAME} was cancelled (${signal}).` })),
  )
  const late = new Failure({
    code: 'TIMEOUT',
    what: `${NAME} did not finish within ${DEADLINE / 1_000} s.`,
    fix: 'Run the job again; find out from the log what it waited for.',
  })
  const timer = setTimeout(() => abort.abort(late), DEADLINE)
  try {
    throwIfAny(problemsOf(host, given))
    const { 'github-token': token, comment = 'auto' } = given.values
    if (token !== undefined) world.redactor.add(token)
    const { artifacts } = host
    const failures =
      artifacts === undefined
        ? []
        : await publishHandedOn(host, { token, comments: comment !== 'off', artifacts }, world)
    if (failures.length > 0) throw new Failures(failures)
    host.exit(0)
  } catch (error) {
    const known = failuresIn(error)
    const told = known.length > MOST_TOLD ? new Failures(known.slice(0, MOST_TOLD)) : error
    tell(told, NAME, log)
    for (const { message } of known.slice(MOST_TOLD)) log.info(message)
    host.exit(1)
  } finally {
    clearTimeout(timer)
  }
}
