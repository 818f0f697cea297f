/** One run of a release, as the step does it, with a Lease that expires soon; by itself a program that a test can kill. */

import type { Forwards } from '#toolkit/action/step.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { clusterOf, connectCluster } from '#toolkit/kubernetes/connect.ts'
import { readManifests } from '#toolkit/manifests/folder.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { forwardsOf } from '#toolkit/review/forwards.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyRelease, rememberRelease } from '../src/apply.ts'
import { placeOfApplication } from '../src/place.ts'
import { planDeployment } from '../src/plan.ts'
import { Turn } from '../src/turn/turn.ts'

export interface RunOptions {
  readonly kubeconfig: string
  /** The folder with `k8s`. */
  readonly workspace: string
  readonly application: string
  /** Its number: a run of a lower one is of an older commit. */
  readonly run: number
  /** Whether an older commit may be released too. */
  readonly back?: boolean
  /** Milliseconds. */
  readonly patience?: number
}

/** The Lease counts whole seconds. */
const times = { duration: 1_000, poll: 50 }

const commitOf = (run: number) => String(run).padStart(40, '0')

function forwardsTo(run: number, back: boolean): Forwards {
  const next = { commit: commitOf(run), run: String(run) }
  if (back) return { next, allow: async () => undefined }
  return forwardsOf({
    next,
    review: undefined,
    once: false,
    standing: async (from, to) => (from === to ? 'identical' : from < to ? 'ahead' : 'behind'),
    refuse: (failure) => {
      throw failure
    },
  })
}

/** @returns why it did not succeed: `CODE: what`; nothing when it did */
export async function runOnce(options: RunOptions): Promise<readonly string[]> {
  const { kubeconfig, workspace, run, patience = 20_000 } = options
  const application = { name: options.application, namespace: 'default', repository: '123456' }
  const url = `https://github.com/omninode-ai/omninode_infra/actions/runs/${run}`
  const { world } = createTestWorld({ workspace, run: { url, id: String(run) } })
  const cluster = clusterOf({ kubeconfig }, world)
  const client = connectCluster(cluster, { concurrency: 2 }, world)
  const turn = new Turn(cluster, application, world, times)
  const forwards = forwardsTo(run, options.back === true)
  const deployment = {
    manifests: readManifests(workspace, 'k8s'),
    images: new Map(),
    application,
    prune: true,
    adopt: [],
    forced: [],
    allowPrune: 9,
    applies: true,
    rolloutTimeout: 10_000,
  }
  const plan = async (shown?: Promise<undefined>) =>
    planDeployment(client, deployment, await placeOfApplication(client, application), world, shown)
  const shown = Promise.withResolvers<undefined>()
  try {
    const ahead = (await turn.expect()) ? plan(shown.promise) : undefined
    ahead?.catch(() => undefined) // thrown when it is used
    const waited = await turn.begin(patience)
    if (waited) client.discovery.refresh()
    else shown.resolve(undefined)
    const release = await ((waited ? undefined : ahead) ?? plan())
    const { afterCutOff } = turn
    const changes = release.plan.changes.filter(({ action }) => action !== 'none')
    if (changes.length === 0) {
      await turn.write(client, afterCutOff, (fenced) =>
        rememberRelease(release, fenced, forwards, world, afterCutOff),
      )
      return []
    }
    const { failures } = await ended(
      {
        apply: (_plan, allowing, progress) =>
          turn.write(client, afterCutOff, (fenced) =>
            applyRelease(release, fenced, allowing, progress, world, afterCutOff),
          ),
      },
      release.plan,
      forwards,
    )
    return failures.map(({ code, what }) => `${code}: ${what}`)
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    return failures.map(({ code, what }) => `${code}: ${what}`)
  } finally {
    await turn.end()
    client.close()
  }
}

const [, program, given] = process.argv
if (program === import.meta.filename && given !== undefined) await runOnce(JSON.parse(given) as RunOptions)
