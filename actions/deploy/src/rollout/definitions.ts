/** Waits until what definitions define is served. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import { failed } from '#toolkit/kubernetes/health.ts'
import { referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { definedKinds } from '../admission/definition.ts'
import { collect } from '../release/collect.ts'

const POLL_MS = 200

type DefiningClient = Pick<KubernetesClient, 'get'> & {
  readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf'>
}

/** The versions that discovery does not list yet: it learns of a definition a moment after that is established. */
async function unserved(client: DefiningClient, definition: CompleteManifest): Promise<string[]> {
  client.discovery.refresh()
  const asked = [...definedKinds([definition]).keys()].map(async (versionKind) => {
    const [apiVersion = '', kind = ''] = versionKind.split(' ')
    try {
      return (await client.discovery.resourceOf({ apiVersion, kind })) === undefined ? [apiVersion] : []
    } catch (error) {
      if (failuresIn(error).some(({ code }) => code === 'DISCOVERY')) return [apiVersion]
      throw error
    }
  })
  return (await Promise.all(asked)).flat()
}

/** What a definition still lacks; undefined when it is served. @throws Failure DEFINITION_REFUSED */
async function lackOf(client: DefiningClient, definition: CompleteManifest): Promise<string | undefined> {
  const { object, address, source } = definition
  const live = await client.get(referenceTo(object))
  const health = live === undefined ? failed('it is gone: somebody deleted it') : healthOf(live)
  if (health.state === 'failed' || health.state === 'deleting') {
    throw new Failure({
      code: 'DEFINITION_REFUSED',
      what: `${address} cannot be used.`,
      why: health.reason,
      fix: 'Give it names that no other definition of its group has; if somebody deletes it, start again afterwards.',
      source,
    })
  }
  if (health.state !== 'ready') return health.reason
  const missing = await unserved(client, definition)
  return missing.length === 0
    ? undefined
    : `it is established, and the API server does not list ${missing.join(', ')} yet`
}

/**
 * @param timeout milliseconds
 * @throws Failure DEFINITION_REFUSED for a definition that cannot be established, DEFINITION_TIMEOUT for one that is not
 */
export async function waitForDefinitions(
  client: DefiningClient,
  definitions: readonly CompleteManifest[],
  timeout: number,
  world: World,
): Promise<void> {
  const deadline = world.clock().getTime() + timeout
  await collect(definitions, async (definition) => {
    for (;;) {
      const lack = await lackOf(client, definition)
      if (lack === undefined) return
      if (world.clock().getTime() > deadline) {
        throw new Failure({
          code: 'DEFINITION_TIMEOUT',
          what: `${definition.address} is not served after ${formatDuration(timeout)}.`,
          why: lack,
          fix: 'Look at its conditions, and at the API server’s log; or raise `rollout-timeout`.',
          source: definition.source,
        })
      }
      await sleep(POLL_MS, undefined, { signal: world.signal })
    }
  })
}
