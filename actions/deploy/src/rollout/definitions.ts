/** Waits until what definitions define is served. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import { failed } from '#toolkit/kubernetes/health.ts'
import { Mirror, type Watchable } from '#toolkit/kubernetes/mirror.ts'
import { type KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { definedKinds } from '../admission/definition.ts'
import type { Application } from '../application/application.ts'
import { memberSelector } from '../application/inventory.ts'
import { collect } from '../release/collect.ts'

/** Milliseconds between two looks, and before the second one: most definitions are served a moment after they are written. */
const POLL_MS = 500
const FIRST_POLL_MS = 100

type DefiningClient = Pick<KubernetesClient, 'get'> &
  Watchable & { readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf'> }

/** The versions that discovery does not list yet: it learns of a definition a moment after that is established. */
async function unserved(
  { discovery }: Pick<DefiningClient, 'discovery'>,
  definition: CompleteManifest,
): Promise<string[]> {
  const asked = [...definedKinds([definition]).keys()].map(async (versionKind) => {
    const [apiVersion = '', kind = ''] = versionKind.split(' ')
    try {
      return (await discovery.resourceOf({ apiVersion, kind })) === undefined ? [apiVersion] : []
    } catch (error) {
      if (failuresIn(error).some(({ code }) => code === 'DISCOVERY')) return [apiVersion]
      throw error
    }
  })
  return (await Promise.all(asked)).flat()
}

/** What keeps a definition from being served; undefined when it is established. @throws Failure DEFINITION_REFUSED */
function lackOf(
  { address, source }: CompleteManifest,
  live: KubernetesObject | undefined,
): string | undefined {
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
  return health.state === 'ready' ? undefined : health.reason
}

interface Lacking {
  readonly definition: CompleteManifest
  readonly lack: string
}

/** Looks at all of them once. @throws Failures DEFINITION_REFUSED */
async function lookAt(
  { discovery }: Pick<DefiningClient, 'discovery'>,
  get: KubernetesClient['get'],
  definitions: readonly CompleteManifest[],
): Promise<Lacking[]> {
  const looks = await collect(definitions, async (definition) => ({
    definition,
    lack: lackOf(definition, await get(referenceTo(definition.object))),
  }))
  if (looks.some(({ lack }) => lack === undefined)) discovery.refresh()
  const lacking = looks.map(async ({ definition, lack }): Promise<Lacking[]> => {
    if (lack !== undefined) return [{ definition, lack }]
    const missing = await unserved({ discovery }, definition)
    if (missing.length === 0) return []
    return [
      {
        definition,
        lack: `it is established, and the API server does not list ${missing.join(', ')} yet`,
      },
    ]
  })
  return (await Promise.all(lacking)).flat()
}

function timeoutFailure({ definition: { address, source }, lack }: Lacking, timeout: number): Failure {
  return new Failure({
    code: 'DEFINITION_TIMEOUT',
    what: `${address} is not served after ${formatDuration(timeout)}.`,
    why: lack,
    fix: 'Look at its conditions, and at the API server’s log; or raise `rollout-timeout`.',
    source,
  })
}

/**
 * @param timeout milliseconds
 * @throws Failure DEFINITION_REFUSED for a definition that cannot be established, DEFINITION_TIMEOUT for one that is not
 */
export async function waitForDefinitions(
  client: DefiningClient,
  definitions: readonly CompleteManifest[],
  application: Application,
  timeout: number,
  world: World,
): Promise<void> {
  const [first] = definitions
  if (first === undefined) return
  const deadline = world.clock().getTime() + timeout
  const ended = new AbortController()
  const signal = AbortSignal.any([world.signal, ended.signal])
  const labels = memberSelector(application)
  // They are large: they are read once, and then told.
  const mirror = new Mirror(client, first.object, { labels }, signal)
  const get = async (reference: Reference) =>
    (await mirror.objects())?.get(reference.name) ?? client.get(reference)
  try {
    let left = definitions
    for (let pause = FIRST_POLL_MS; ; pause = Math.min(2 * pause, POLL_MS)) {
      const lacking = await lookAt(client, get, left)
      if (lacking.length === 0) return
      if (world.clock().getTime() > deadline) throwIfAny(lacking.map((each) => timeoutFailure(each, timeout)))
      left = lacking.map(({ definition }) => definition)
      await sleep(pause, undefined, { signal: world.signal })
    }
  } finally {
    ended.abort()
  }
}
