/** Where a run has its effect: the account, the region, and the state of every stack of its directory. */
import { posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import type { Place } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { DEFAULT_WORKSPACE, stateObject } from './inputs/backend-config.ts'
import type { Provisioning } from './provisioning.ts'
import { endpoints } from './terraform/environment.ts'

/** What all of them begin with. */
export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts
  let length = first.length
  for (const other of others) {
    let at = 0
    while (at < length && first[at] === other[at]) at++
    length = at
  }
  return first.slice(0, length)
}

type Placed = Pick<Provisioning, 'directory' | 'stacks' | 'backend' | 'region' | 'workspace'>

/**
 * Of a stack its state; of a folder of stacks the folder that their states have in common, and which stacks: another
 * stack in it is no other target.
 */
function targetOf(run: Placed, account: string): string {
  const { bucket } = run.backend
  const directory = posix.normalize(run.directory).replace(/(?<=.)\/$/, '')
  const states = run.stacks.map((stack) => stateObject(run, stack))
  const [only] = run.stacks
  const one = run.stacks.length === 1 && only?.folder === directory
  const shared = commonPrefix(states.map((state) => `${posix.dirname(state)}/`))
  const state = one ? (states[0] ?? '') : shared.slice(0, shared.lastIndexOf('/') + 1).replace(/^\.\//, '')
  const workspace = run.workspace === DEFAULT_WORKSPACE ? '' : `, workspace ${run.workspace}`
  const of = one ? '' : ` (${directory})`
  return `s3://${bucket}/${state} in ${account} ${run.region}${workspace}${of}`
}

/**
 * @param run with all the stacks of its directory: which of them a pull request touches is no matter of place
 * @param account as AWS tells it of the role in use, so that it is the same for both roles
 * @throws Failure PLACE_UNKNOWN
 */
export function placeOf(run: Placed, account: string, { env }: Pick<World, 'env'>): Place {
  if (!/^\d{12}$/.test(account)) {
    throw new Failure({
      code: 'PLACE_UNKNOWN',
      what: 'AWS does not tell which account the role of this run is of.',
      why: 'What has no place has no review.',
      fix: 'Look at what answers in the place of STS (AWS_ENDPOINT_URL, a proxy).',
    })
  }
  const elsewhere = endpoints(env)
  return {
    target: targetOf(run, account),
    where: {
      account,
      region: run.region,
      bucket: run.backend.bucket,
      workspace: run.workspace,
      ...Object.fromEntries(run.stacks.map((stack) => [`state of ${stack.name}`, stateObject(run, stack)])),
      ...(Object.keys(elsewhere).length === 0 ? {} : { endpoints: elsewhere }),
    },
  }
}
