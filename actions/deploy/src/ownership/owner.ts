/**
 * Whose a live object is. It says so itself, in annotations, and the API server says who wrote them: what was copied
 * from another object, or written by hand, proves nothing.
 */
import { addressOf } from '#toolkit/kubernetes/address.ts'
import { managedFieldsOf, owns } from '#toolkit/kubernetes/managed-fields.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import { type Application, fieldManagerOf, parentOf } from '../application/application.ts'
import type { Terms } from './takeover.ts'

const APPLICATION = 'omninode.io/application'
const REPOSITORY = 'omninode.io/repository-id'
/** The run that wrote the object last: another one each time. */
const RUN = 'omninode.io/run'

/** What nobody writes into a manifest, and no plan shows: an object that does not have them is not ours. */
export const ownersOwn = [APPLICATION, REPOSITORY, RUN] as const

function annotated(object: KubernetesObject, more: Readonly<Record<string, string>>): KubernetesObject {
  const annotations = { ...object.metadata.annotations, ...more }
  return { ...object, metadata: { ...object.metadata, annotations } }
}

/** The object with what says whose it is. */
export function asOwned(
  object: KubernetesObject,
  { name, namespace, repository }: Application,
): KubernetesObject {
  return annotated(object, { [APPLICATION]: `${namespace}/${name}`, [REPOSITORY]: repository })
}

/** @param run its address */
export function writtenBy(object: KubernetesObject, run: string): KubernetesObject {
  return annotated(object, { [RUN]: run })
}

/** The application that an object names, if that is who wrote the name. */
export function ownerOf(live: KubernetesObject): Application | undefined {
  const { [APPLICATION]: named, [REPOSITORY]: repository } = live.metadata.annotations ?? {}
  const [namespace, name, ...more] = (named ?? '').split('/')
  if (!namespace || !name || more.length > 0 || repository === undefined) return undefined
  const owner = { name, namespace, repository }
  const manager = fieldManagerOf(owner)
  const proven = managedFieldsOf(live).some(
    (entry) =>
      entry.manager === manager &&
      entry.operation === 'Apply' &&
      owns(entry, ['metadata', 'annotations', APPLICATION]),
  )
  return proven ? owner : undefined
}

function isSame(one: Application, other: Application): boolean {
  return one.name === other.name && one.namespace === other.namespace && one.repository === other.repository
}

/** Whose an object is, that is not ours: `belongs to …`. */
export interface Other {
  readonly what: string
  readonly why: string
}

function wordsOf({ name, namespace }: Application): string {
  return `${name} (inventory in ${namespace})`
}

/** Who wrote the object, without who keeps its status. */
function writersOf(live: KubernetesObject): string {
  const managers = managedFieldsOf(live).flatMap(({ manager, subresource }) =>
    manager === undefined || subresource !== undefined ? [] : [manager],
  )
  return managers.length === 0 ? 'nobody that it names' : [...new Set(managers)].join(', ')
}

/**
 * Undefined for an object that is the application's own.
 * @param uid of the object that the application made, as its inventory has it
 */
export function otherThan(
  application: Application,
  live: KubernetesObject,
  uid: string | undefined,
): Other | undefined {
  const owner = ownerOf(live)
  if (owner === undefined) {
    const writers = writersOf(live)
    const { [APPLICATION]: named } = live.metadata.annotations ?? {}
    return {
      what: 'is in the cluster already, and no application made it',
      why:
        named === undefined
          ? `It was written by ${writers}.`
          : `It names the application ${named}, which did not write that: its annotations are copied. It was written by ${writers}.`,
    }
  }
  if (!isSame(owner, application)) {
    const sameRepository = owner.repository === application.repository
    return {
      what: `belongs to the application ${wordsOf(owner)} of ${sameRepository ? 'this repository' : `the repository with the id ${owner.repository}`}`,
      why: sameRepository
        ? 'If the application got another name, its objects are handed over by name.'
        : 'Two owners would undo what each other does.',
    }
  }
  if (uid === undefined || uid === live.metadata.uid) return undefined
  return {
    what: 'is not the object that this application made',
    why: `That was deleted, and this one was made in its place by somebody else; it was written by ${writersOf(live)}.`,
  }
}

/**
 * How an object is taken over, and written.
 * @param adopted whether it becomes the application's own with this release
 * @param forced whether its conflicts were named to be forced
 */
export function termsOf(
  application: Application,
  live: KubernetesObject | undefined,
  adopted: boolean,
  forced: boolean,
): Terms {
  const owner = adopted && live !== undefined ? ownerOf(live) : undefined
  const former = owner === undefined || isSame(owner, application) ? undefined : fieldManagerOf(owner)
  return { fieldManager: fieldManagerOf(application), former, adopted, forced }
}

export function refusedOwner(address: string, { what, why }: Other, source: Source): Failure {
  return new Failure({
    code: 'OWNER_OTHER',
    what: `${address} ${what}.`,
    why,
    fix: `If this application shall own it from now on, add the line \`${address}\` to \`adopt\`; else give the object in the manifest another name.`,
    source,
  })
}

/** @throws Failure INPUT_INVALID for an address that is of no object of the manifests */
export function checkAdopt(
  adopt: readonly string[],
  application: Application,
  addresses: readonly string[],
): void {
  const known = [...addresses, addressOf(parentOf(application))]
  throwIfAny(
    adopt
      .filter((address) => !known.includes(address))
      .map(
        (address) =>
          new Failure({
            code: 'INPUT_INVALID',
            what: `The input \`adopt\` names ${address}, which is no object of the manifests.`,
            fix: `Write its address as the plan does: \`namespace/Kind/name\`, such as ${addresses[0] ?? 'dev/ConfigMap/settings'}.`,
          }),
      ),
  )
}
