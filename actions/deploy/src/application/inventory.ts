/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside. It only says where to look:
 * whose an object is, it says itself (`owner.ts`).
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { addressOf, keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { placed, scopesAmong } from '#toolkit/kubernetes/scope.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import { type Application, fieldManagerOf, parentOf } from './application.ts'

const PART_OF = 'applyset.kubernetes.io/part-of'
const RELEASED_COMMIT = 'omninode.io/released-commit'
const RELEASED_RUN = 'omninode.io/released-run'
const REPOSITORY = 'omninode.io/repository-id'

/** No object has this version when it is looked for: with it, apply makes an object, and changes none. */
export const NOT_THERE = '1'

/** An object that the application has made, or is about to make. */
export interface Member extends Reference {
  /** Of the object that was made; undefined when that was begun, and not seen to its end. */
  readonly uid?: string | undefined
}

const Members = z.array(
  z.object({
    apiVersion: z.string(),
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    uid: z.string().optional(),
  }),
)

type InventoryReader = Pick<KubernetesClient, 'get'> & { readonly discovery: Pick<Discovery, 'scopes'> }
export type InventoryClient = InventoryReader & Pick<KubernetesClient, 'apply'>

export interface Inventory {
  readonly members: readonly Member[]
  /** Undefined when nothing was ever released, or nobody noted from what. */
  readonly released: Remembered | undefined
}

/** An inventory as it was at one time. */
export interface ReadInventory extends Inventory {
  /** The `resourceVersion`; undefined when there is no inventory. */
  readonly version: string | undefined
  /** The id of the repository that wrote it; undefined when there is no inventory, or it does not say. */
  readonly repository: string | undefined
}

function parentWords(application: Application): string {
  const { name, namespace } = parentOf(application)
  return `the ConfigMap ${name} in the namespace ${namespace}`
}

/** The id that KEP-3659 prescribes: a hash of the parent's name, namespace, kind and group. */
function idOf(application: Application): string {
  const { name, namespace } = parentOf(application)
  const hash = createHash('sha256').update(`${name}.${namespace}.ConfigMap.`).digest('base64url')
  return `applyset-${hash}-v1`
}

/** The object with the label that makes it a member. */
export function asMember(object: KubernetesObject, application: Application): KubernetesObject {
  const labels = { ...object.metadata.labels, [PART_OF]: idOf(application) }
  return { ...object, metadata: { ...object.metadata, labels } }
}

/** What the members of an application, and nothing else, are selected by. */
export function memberSelector(application: Application): string {
  return `${PART_OF}=${idOf(application)}`
}

/** Each object once, as the first of the lists has it. */
export function union(...lists: readonly (readonly Member[])[]): Member[] {
  const members = new Map<string, Member>()
  for (const reference of lists.flat()) {
    const key = keyOf(reference)
    if (!members.has(key)) members.set(key, reference)
  }
  return [...members.values()]
}

/** The members, with others in the place of those that are the same object, and behind them. */
export function replaced(members: readonly Member[], others: readonly Member[]): Member[] {
  const known = new Map(others.map((other) => [keyOf(other), other]))
  return union(
    members.map((member) => known.get(keyOf(member)) ?? member),
    others,
  )
}

/** Those that are in none of the others. */
export function except<R extends Reference>(members: readonly R[], others: readonly Reference[]): R[] {
  const keys = new Set(others.map(keyOf))
  return members.filter((member) => !keys.has(keyOf(member)))
}

function invalid(application: Application, why: string): Failure {
  return new Failure({
    code: 'INVENTORY_INVALID',
    what: `What ${application.name} owns cannot be told from its inventory, ${parentWords(application)}.`,
    why,
    fix: 'Put it back as it was: somebody has changed it by hand.',
  })
}

/** What the API server refuses, with the rule that would allow it. */
function refusedBy(error: unknown, application: Application, verbs: string): unknown {
  if (!(error instanceof KubernetesError) || !error.isJudgement) return error
  const forbidden = error.status === 403
  return new Failure({
    code: forbidden ? 'CLUSTER_FORBIDDEN' : 'INVENTORY_REFUSED',
    what: `The API server does not allow the inventory of ${application.name}, ${parentWords(application)}.`,
    why: `${error.said}.`,
    fix: forbidden
      ? `Add the rule \`{apiGroups: [""], resources: [configmaps], verbs: [${verbs}]}\` to a Role in the namespace ${application.namespace}.`
      : 'Mend what the API server says, and start again.',
    cause: error,
  })
}

function membersIn(text: string, application: Application): readonly Member[] {
  try {
    return Members.parse(JSON.parse(text))
  } catch {
    throw invalid(application, '`members` is no JSON list of objects.')
  }
}

function releasedIn(
  annotations: Readonly<Record<string, string>>,
  application: Application,
): Remembered | undefined {
  const { [RELEASED_COMMIT]: commit, [RELEASED_RUN]: run = '' } = annotations
  if (commit === undefined) return undefined
  // A branch's name would be compared as whatever it is today.
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
    throw invalid(application, `The annotation ${RELEASED_COMMIT} is no full commit id.`)
  return { commit, run }
}

/** @throws Failure INVENTORY_INVALID, CLUSTER_FORBIDDEN, INVENTORY_REFUSED */
export async function readInventory(
  client: InventoryReader,
  application: Application,
): Promise<ReadInventory> {
  const parent = await client.get(parentOf(application)).catch((error: unknown) => {
    throw refusedBy(error, application, 'get')
  })
  if (parent === undefined)
    return { members: [], released: undefined, version: undefined, repository: undefined }
  const { members = '[]' } = (parent as { data?: { members?: string } }).data ?? {} // core/v1 ConfigMap
  // Its members may have been written before it was known that they are outside of namespaces.
  const scopeOf = scopesAmong([], await client.discovery.scopes())
  const { annotations = {}, resourceVersion } = parent.metadata
  return {
    members: union(membersIn(members, application).map((each) => placed(each, scopeOf))),
    released: releasedIn(annotations, application),
    version: resourceVersion,
    repository: annotations[REPOSITORY],
  }
}

/**
 * Two repositories may have chosen one name.
 * @throws Failure OWNER_OTHER unless the inventory is of this repository, or named to be taken over
 */
export function ownInventory(
  { version, repository }: ReadInventory,
  application: Application,
  adopt: readonly string[],
): void {
  const address = addressOf(parentOf(application))
  if (version === undefined || repository === application.repository || adopt.includes(address)) return
  throw new Failure({
    code: 'OWNER_OTHER',
    what: `The application ${application.name} of this cluster is of another repository${repository === undefined ? '' : `, with the id ${repository}`}.`,
    why: `So says its inventory, ${parentWords(application)}.`,
    fix: `Choose another \`application\`. If this repository has taken its place, add the line \`${address}\` to \`adopt\`, and a line for each of its objects.`,
  })
}

/**
 * Writes the inventory if it still is what was read.
 * @param version of what was read
 * @returns as it is then; undefined when somebody else wrote it since
 * @throws Failure CLUSTER_FORBIDDEN, INVENTORY_REFUSED
 */
export async function writeInventory(
  client: Pick<KubernetesClient, 'apply'>,
  application: Application,
  { members, released }: Inventory & { readonly released: Remembered },
  version: string | undefined,
): Promise<ReadInventory | undefined> {
  const kinds = [...new Set(members.map(groupKindOf))]
  const namespaces = [
    ...new Set(
      members.flatMap(({ namespace }) =>
        namespace === undefined || namespace === application.namespace ? [] : [namespace],
      ),
    ),
  ]
  const { apiVersion, kind, namespace, name } = parentOf(application)
  const inventory = {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      resourceVersion: version ?? NOT_THERE,
      labels: { 'applyset.kubernetes.io/id': idOf(application) },
      annotations: {
        'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
        'applyset.kubernetes.io/contains-group-kinds': kinds.sort().join(','),
        'applyset.kubernetes.io/additional-namespaces': namespaces.sort().join(','),
        [RELEASED_COMMIT]: released.commit,
        [RELEASED_RUN]: released.run,
        [REPOSITORY]: application.repository,
      },
    },
    data: { members: JSON.stringify(members) },
  }
  try {
    const fieldManager = fieldManagerOf(application)
    const { body } = await client.apply(inventory, { fieldManager, force: true, dryRun: false })
    const { resourceVersion } = body.metadata
    return { members, released, version: resourceVersion, repository: application.repository }
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 409) return undefined
    throw refusedBy(error, application, 'get, create, patch')
  }
}
