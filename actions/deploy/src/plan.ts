/** What applying would change, by server-side dry run. */
import { createHash } from 'node:crypto'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { Change } from '#toolkit/model/change.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from './collect.ts'
import { type Deployment, FIELD_MANAGER } from './deployment.ts'
import { created, difference, secretsIn } from './diff.ts'
import { asMember } from './inventory.ts'
import { kindOf, planPruning } from './prune.ts'
import { refusalOf } from './refusal.ts'

interface Planned {
  readonly change: Change
  readonly warnings: readonly string[]
}

/** The kinds that this release itself defines. */
function definedKinds(manifests: readonly CompleteManifest[]): ReadonlySet<string> {
  interface Definition {
    readonly spec?: {
      readonly group: string
      readonly names: { readonly kind: string }
      readonly versions: readonly { readonly name: string }[]
    }
  }
  const definitions = manifests.filter(({ object }) => object.kind === 'CustomResourceDefinition')
  return new Set(
    definitions.flatMap(({ object }) => {
      const { spec } = object as Definition // apiextensions.k8s.io/v1
      return (spec?.versions ?? []).map(({ name }) => `${spec?.group}/${name} ${spec?.names.kind}`)
    }),
  )
}

async function planOne(
  client: KubernetesClient,
  manifest: CompleteManifest,
  context: { defined: ReadonlySet<string>; namespaces: ReadonlySet<string> },
): Promise<Planned> {
  const { object, address, source } = manifest
  const base = { address, kind: kindOf(object), source }
  const resource = await client.discovery.resourceOf(object)
  if (resource === undefined) {
    if (!context.defined.has(kindOf(object))) {
      throw new Failure({
        code: 'KIND_UNKNOWN',
        what: `The cluster knows no ${object.kind} of ${object.apiVersion}.`,
        fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
        source,
      })
    }
    return {
      change: {
        ...base,
        action: 'create',
        after: created(object),
        note: 'its kind is defined by this release',
      },
      warnings: [],
    }
  }
  const { namespace } = object.metadata
  if (resource.namespaced && namespace === undefined) {
    throw new Failure({
      code: 'NAMESPACE_MISSING',
      what: `${address} names no namespace.`,
      fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
      source: manifest.node.get('metadata').source,
    })
  }
  const live = await client.get(referenceTo(object))
  if (live === undefined && namespace !== undefined && !context.namespaces.has(namespace)) {
    return {
      change: {
        ...base,
        action: 'create',
        after: created(object),
        note: 'its namespace is made by this release',
      },
      warnings: [],
    }
  }
  try {
    const { body, warnings } = await client.apply(object, {
      fieldManager: FIELD_MANAGER,
      force: false,
      dryRun: true,
    })
    if (live === undefined) return { change: { ...base, action: 'create', after: created(object) }, warnings }
    const changed = difference(live, body)
    return {
      change: changed === undefined ? { ...base, action: 'none' } : { ...base, action: 'update', ...changed },
      warnings,
    }
  } catch (error) {
    throw refusalOf(error, manifest)
  }
}

function warningFindings(planned: readonly Planned[]): Finding[] {
  return planned.flatMap(({ change, warnings }) =>
    warnings.map((message) =>
      finding(
        {
          rule: 'api-server-warning',
          severity: 'warning',
          verdict: 'fail',
          message: `${change.address}: ${message}.`,
          why: 'The API server says so about this object.',
          fix: 'Change the manifest before the server refuses it.',
          ...(change.source === undefined ? {} : { source: change.source }),
        },
        `${change.address} ${message}`,
      ),
    ),
  )
}

export async function planDeployment(
  client: KubernetesClient,
  deployment: Deployment,
  world: World,
): Promise<Plan> {
  const { manifests, files } = deployment.manifests
  for (const { object } of manifests) for (const secret of secretsIn(object)) world.redactor.add(secret)
  const live = await client.list({ apiVersion: 'v1', kind: 'Namespace' })
  const namespaces = new Set(live.map((namespace) => namespace.metadata.name))
  const context = { defined: definedKinds(manifests), namespaces }
  const members = manifests.map((manifest) => ({
    ...manifest,
    object: asMember(manifest.object, deployment.application),
  }))
  const planned = await collect(members, (manifest) => planOne(client, manifest, context))
  const pruning = await planPruning(client, deployment)
  return makePlan({
    step: 'deploy',
    target: `${deployment.application} from ${deployment.path}`,
    createdAt: world.clock(),
    changes: [...planned.map(({ change }) => change), ...pruning.changes],
    findings: [...warningFindings(planned), ...pruning.findings],
    inputs: { application: deployment.application, prune: deployment.prune },
    sources: {
      ...Object.fromEntries(
        Object.entries(files).map(([file, text]) => [file, createHash('sha256').update(text).digest('hex')]),
      ),
      images: JSON.stringify(manifests.map(({ object }) => imagesIn(object))),
    },
  })
}

function imagesIn(object: KubernetesObject): string[] {
  return [...JSON.stringify(object).matchAll(/"image":"([^"]*)"/g)].map(([, image = '']) => image)
}
