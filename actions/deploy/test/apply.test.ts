import { describe, expect, test } from '@jest/globals'
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { addressOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyRelease } from '../src/apply.ts'
import type { ApplyingClient } from '../src/release/client.ts'
import type { Release } from '../src/release/release.ts'
import { manifest } from './manifest.ts'
import { live, platform } from './owned.ts'

const { world } = createTestWorld({ workspace: '/nowhere' })

const object = (apiVersion: string, kind: string, name = 'it', more = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'dev' },
  ...more,
})
const reference = (kind: string, name: string, apiVersion = 'v1'): Reference => ({
  apiVersion,
  kind,
  namespace: 'dev',
  name,
})

/** Of the inventory when a release was planned. */
const PLANNED = 7

/**
 * A cluster that has everything and is well, and notes what is done to it.
 * @param version of the inventory by now
 */
function noting(members: readonly Reference[], refuse?: string, version = PLANNED) {
  const done: string[] = []
  const versioned = (object: KubernetesObject, resourceVersion: number): KubernetesObject => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(resourceVersion) },
  })
  let written = version
  let inventory = versioned(
    object('v1', 'ConfigMap', 'omninode-platform', { data: { members: JSON.stringify(members) } }),
    version,
  )
  const established = { status: { conditions: [{ type: 'Established', status: 'True' }] } }
  const client: ApplyingClient = {
    get: async ({ apiVersion, kind, name }) => {
      if (name === inventory.metadata.name) return inventory
      done.push(`look at ${kind}/${name}`)
      if (done.includes(`delete ${kind}/${name}`)) return undefined
      const complete = { status: { conditions: [{ type: 'Complete', status: 'True' }] } }
      return live(object(apiVersion, kind, name, kind === 'Job' ? complete : established))
    },
    apply: async (applied) => {
      const { kind, metadata } = applied
      const { members: text } = (applied['data'] ?? {}) as { members?: string }
      const names = text === undefined ? [] : (JSON.parse(text) as Reference[]).map(({ name }) => name)
      if (metadata.name === inventory.metadata.name) {
        if (metadata.resourceVersion !== String(written)) throw refusedWith(409, { reason: 'Conflict' })
        inventory = versioned(applied, ++written)
        done.push(`remember ${names.join(', ')}`)
        return { body: inventory, warnings: [] }
      }
      done.push(`apply ${kind}/${metadata.name}`)
      if (metadata.name === refuse) throw new Error('refused')
      return { body: applied, warnings: [] }
    },
    patch: () => Promise.reject(new Error('nothing is patched')),
    delete: async ({ kind, name }) => void done.push(`delete ${kind}/${name}`),
    list: async () => [],
    // An identity that may not watch: each look is a request.
    page: () => Promise.reject(refusedWith(403, { reason: 'Forbidden', message: 'no' })),
    snapshot: () => Promise.reject(refusedWith(403, { reason: 'Forbidden', message: 'no' })),
    watch: () => Promise.reject(new Error('nothing is watched')),
    logs: async () => '',
    discovery: {
      refresh: () => done.push('discover again'),
      resourceOf: async () => undefined,
      scopes: async () => new Map(),
    },
  }
  return { client, done }
}

function release(objects: readonly KubernetesObject[], deleted: readonly Reference[] = []): Release {
  const manifests = objects.map(manifest)
  return {
    plan: makePlan({
      step: 'deploy',
      target: 'platform from k8s',
      createdAt: world.clock(),
      changes: [],
      where: {},
      with: {},
      from: {},
    }),
    application: platform,
    manifests,
    live: new Map(),
    applies: manifests.map((each) => ({ manifest: each, action: 'create' })),
    recalled: new Map(),
    deletes: deleted.map((each) => ({ reference: each, address: addressOf(each), uid: undefined })),
    forgets: [],
    inventory: { members: deleted, released: undefined, version: String(PLANNED), repository: '123456' },
    rebuilt: [],
    uids: new Map(),
    adopt: [],
    forced: [],
    rolloutTimeout: 1_000,
  }
}

function apply(given: Release, client: ApplyingClient) {
  const run = {
    apply: (_plan: unknown, allowing: Forwards, progress: Progress) =>
      applyRelease(given, client, allowing, progress, world),
  }
  return applied(run, given.plan, forwards())
}

test('an inventory is written first, then everything in its order, then what left goes, and is forgotten last', async () => {
  const gone = [reference('ConfigMap', 'old'), reference('Deployment', 'old-web', 'apps/v1')]
  const { client, done } = noting(gone)
  const objects = [
    object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'hook'),
    object('batch/v1', 'Job', 'once'),
    object('v1', 'ConfigMap', 'settings'),
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'widgets'),
    object('v1', 'Namespace', 'dev'),
  ]
  const outcome = await apply(release(objects, gone), client)
  expect(done).toEqual([
    'remember old, old-web, hook, once, settings, widgets, dev',
    'apply Namespace/dev',
    'apply CustomResourceDefinition/widgets',
    'look at CustomResourceDefinition/widgets',
    'discover again',
    'apply ConfigMap/settings',
    'apply Job/once',
    'remember old, old-web, hook, once, settings, widgets, dev',
    'look at Job/once',
    'apply ValidatingWebhookConfiguration/hook',
    'remember old, old-web, hook, once, settings, widgets, dev',
    'look at ValidatingWebhookConfiguration/hook',
    'look at ConfigMap/settings',
    'look at CustomResourceDefinition/widgets',
    'look at Namespace/dev',
    'look at Job/once',
    'look at Deployment/old-web',
    'delete Deployment/old-web',
    'look at Deployment/old-web',
    'look at ConfigMap/old',
    'delete ConfigMap/old',
    'look at ConfigMap/old',
    'remember hook, once, settings, widgets, dev',
  ])
  expect(outcome).toMatchObject({ status: 'succeeded', changed: true })
  expect(outcome.results.map(({ action, address }) => `${action} ${address}`)).toEqual([
    'create dev/Namespace/dev',
    'create dev/CustomResourceDefinition/widgets',
    'create dev/ConfigMap/settings',
    'create dev/Job/once',
    'create dev/ValidatingWebhookConfiguration/hook',
    'delete dev/Deployment/old-web',
    'delete dev/ConfigMap/old',
  ])
})

test('what the inventory does not hold any more is not deleted, and what the plan did not show is kept', async () => {
  const members = [reference('ConfigMap', 'shown'), reference('ConfigMap', 'new')]
  const { client, done } = noting(members, undefined, PLANNED + 1)
  const shown = [reference('ConfigMap', 'shown'), reference('ConfigMap', 'pruned-meanwhile')]
  await apply(release([object('v1', 'ConfigMap', 'a')], shown), client)
  expect(done.filter((each) => each.startsWith('delete'))).toEqual(['delete ConfigMap/shown'])
  expect(done.at(-1)).toBe('remember new, a')
})

test('nothing is deleted and nothing forgotten when something cannot be applied', async () => {
  const gone = [reference('ConfigMap', 'old')]
  const { client, done } = noting(gone, 'bad')
  const objects = [object('v1', 'ConfigMap', 'bad'), object('batch/v1', 'Job', 'once')]
  const error = await apply(release(objects, gone), client).catch((thrown: unknown) => thrown)
  expect(failuresIn(error)).toEqual([])
  expect(error).toMatchObject({ message: 'refused' })
  expect(done).toEqual(['remember old, bad, once', 'apply ConfigMap/bad'])
})

describe('while a release is waited for', () => {
  const web = object('apps/v1', 'Deployment', 'web') // which never gets ready here

  test('what is there is noted as the application’s own, also when it does not get ready', async () => {
    const { client, done } = noting([])
    const error = await apply(release([web]), client).catch((thrown: unknown) => thrown)
    expect(failuresIn(error).map(({ code }) => code)).toEqual(['ROLLOUT_TIMEOUT'])
    expect(done.slice(0, 3)).toEqual(['remember web', 'apply Deployment/web', 'remember web'])
  })

  test('a run that another one has overtaken says so, and waits no longer', async () => {
    const { client } = noting([])
    let writes = 0
    const isInventory = ({ name }: { readonly name: string }) => name === 'omninode-platform'
    const overtaken: ApplyingClient = {
      ...client,
      apply: async (applied, options) => {
        if (isInventory(applied.metadata) && ++writes === 2) throw refusedWith(409, { reason: 'Conflict' })
        return client.apply(applied, options)
      },
      get: async (asked) => {
        const there = await client.get(asked)
        if (there === undefined || !isInventory(asked)) return there
        const annotations = { 'omninode.io/released-commit': 'b'.repeat(40), 'omninode.io/released-run': '2' }
        return { ...there, metadata: { ...there.metadata, annotations } }
      },
    }
    const long = { ...release([web]), rolloutTimeout: 3_600_000 }
    const error = await apply(long, overtaken).catch((thrown: unknown) => thrown)
    expect(failuresIn(error).map(({ code }) => code)).toEqual(['RELEASE_OVERTAKEN'])
  })
})
