/**
 * What a dry run in its own place cannot tell of an object, because its namespace or its kind comes with the release. The
 * API server itself judges it all the same: as if it were in another namespace, or as the default value of its kind's own
 * schema. Nothing is written.
 */
import { createHash } from 'node:crypto'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { type Application, fieldManagerOf } from '../application/application.ts'
import { NOT_THERE } from '../application/inventory.ts'
import type { Schema } from './definition.ts'
import { placeOfField } from './place-of-field.ts'
import { refusalOf } from './refusal.ts'
import { type Rights, rightsTo } from './rights.ts'
import { duplicatesIn, withDefaults, writtenOut } from './schema.ts'

export interface Judging {
  readonly client: Pick<KubernetesClient, 'apply'>
  readonly application: Application
  readonly rights: Rights
}

/** What nobody may ask about. */
function unjudged({ address, source }: CompleteManifest, why: string): Finding {
  return finding(
    {
      rule: 'not-validated',
      severity: 'warning',
      verdict: 'unknown',
      message: `Whether the API server takes ${address} is known only when it is applied.`,
      why,
      fix: 'Let the identity that plans dry-run it, or release what it stands on first.',
      source,
    },
    address,
  )
}

/** A name as long as the other, and made of the same letters, that nothing has. */
function otherName(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return name.length > hash.length ? `${name.slice(0, -hash.length)}${hash}` : hash
}

/** What is refused because of where it was asked for, and says nothing of where it will be. */
function isAboutThePlace({ status, said }: KubernetesError): boolean {
  if (status === 409) return true
  return status === 403 && !said.includes('attempting to grant RBAC permissions')
}

/**
 * What makes room for itself when an object is deleted: an address or a port is taken by the object that is there.
 */
function isTakenByItself({ said }: KubernetesError): boolean {
  return /already allocated/.test(said)
}

/**
 * @returns what it would be, where that was told
 * @throws Failure of what the API server refuses about the object
 */
async function dryRun(
  { client, application }: Judging,
  object: KubernetesObject,
  manifest: CompleteManifest,
): Promise<KubernetesObject | undefined> {
  const { name } = object.metadata
  const fieldManager = fieldManagerOf(application)
  // Of an object that is there it would be asked what becomes of that one: a conflict says so.
  for (const asked of [name, otherName(name)]) {
    const metadata = { ...object.metadata, name: asked, resourceVersion: NOT_THERE }
    try {
      return (await client.apply({ ...object, metadata }, { fieldManager, force: true, dryRun: true })).body
    } catch (error) {
      const passes = error instanceof KubernetesError && (isAboutThePlace(error) || isTakenByItself(error))
      if (!passes) throw refusalOf(error, manifest)
      if (error.status !== 409) return undefined
    }
  }
  return undefined
}

/**
 * An object that is to be deleted and made again: as if it had another name.
 * @throws Failure of what the API server refuses about the new object
 */
export async function judgedAnew(
  judging: Judging,
  manifest: CompleteManifest,
  plural: string,
): Promise<Finding[]> {
  if (!(await mayDryRun(judging, referenceTo(manifest.object), plural)))
    return [
      unjudged(manifest, 'It is to be deleted and made again, and this identity may not dry-run another.'),
    ]
  await dryRun(judging, manifest.object, manifest)
  return []
}

async function mayDryRun({ rights }: Judging, reference: Reference, plural: string): Promise<boolean> {
  const needs = rightsTo(
    ['create', 'get', 'patch'],
    { ...reference, name: otherName(reference.name) },
    plural,
  )
  return (await rights.missing(needs)).length === 0
}

interface Judged {
  readonly notices: Finding[]
  /** As it would be there; undefined where nobody has told. */
  readonly made: KubernetesObject | undefined
}

/**
 * An object of a namespace that is to be made: as if it were where the application is remembered.
 * @throws Failure of what the API server refuses about it
 */
export async function judgedElsewhere(
  judging: Judging,
  manifest: CompleteManifest,
  plural: string,
): Promise<Judged> {
  const { namespace } = judging.application
  const object = { ...manifest.object, metadata: { ...manifest.object.metadata, namespace } }
  if (!(await mayDryRun(judging, referenceTo(object), plural))) {
    const why = `Its namespace is made by this release, and this identity may not dry-run it in ${namespace}.`
    return { notices: [unjudged(manifest, why)], made: undefined }
  }
  return { notices: [], made: await dryRun(judging, object, manifest) }
}

/** The property under which the object stands in the schema that is asked about. */
const IT = 'it'

/** A kind that never comes to be: a schema in which the object is the default of its only property. */
function question(schema: Schema, { object }: CompleteManifest): KubernetesObject {
  const { status: _written, metadata, ...rest } = object
  const { name, namespace } = metadata
  const text = { type: 'string' }
  const { properties: { metadata: asked, ...properties } = {}, required = [] } = schema
  const asking = { ...rest, metadata: namespace === undefined ? { name } : { name, namespace } }
  const it = {
    ...writtenOut({ ...schema, properties }),
    properties: {
      ...writtenOut({ properties }).properties,
      apiVersion: text,
      kind: text,
      metadata: { type: 'object', properties: { namespace: text, name: text, ...asked?.properties } },
    },
    required: required.filter((field) => field !== 'status'),
    default: withDefaults(asking, { properties }),
  }
  const hash = createHash('sha256').update(JSON.stringify(it)).digest('hex').slice(0, 16)
  const group = `q${hash}.omninode.io`
  const names = { kind: 'Question', listKind: 'QuestionList', plural: 'questions', singular: 'question' }
  const version = {
    name: 'v1',
    served: true,
    storage: true,
    schema: { openAPIV3Schema: { type: 'object', properties: { [IT]: it } } },
  }
  return KubernetesObject.parse({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `questions.${group}` },
    spec: { group, names, scope: 'Namespaced', versions: [version] },
  })
}

/** What is said of the object, and not of the schema: its field, and the words. */
function saidOfIt({ causes }: KubernetesError): { field: string; message: string }[] {
  return causes.flatMap(({ field = '', message = '' }) => {
    const [, path] = new RegExp(`\\.properties\\[${IT}\\]\\.default(.*)$`).exec(field) ?? []
    return path === undefined ? [] : [{ field: path.replace(/^\./, ''), message }]
  })
}

/**
 * An object of a kind that the release defines, or changes.
 * @throws Failure of what the API server would refuse about it
 */
export async function judgedByDefinition(
  judging: Judging,
  manifest: CompleteManifest,
  schema: Schema | undefined,
): Promise<Finding[]> {
  const { client, application } = judging
  const { object, address, node } = manifest
  if (schema === undefined) return [] // the definition itself is refused
  const asked = question(schema, manifest)
  const { name, labels, annotations } = object.metadata
  // Names and labels are the same for all kinds.
  const alike = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: application.namespace, labels, annotations },
  }
  const may = await Promise.all([
    mayDryRun(judging, referenceTo(asked), 'customresourcedefinitions'),
    mayDryRun(judging, referenceTo(alike), 'configmaps'),
  ])
  if (may.includes(false))
    return [
      unjudged(manifest, 'Its kind is defined by this release, and this identity may not dry-run another.'),
    ]
  await dryRun(judging, alike, manifest)
  const invalid = (said: readonly { readonly field: string; readonly message: string }[], cause?: unknown) =>
    new Failure({
      code: 'MANIFEST_INVALID',
      what: `The API server would refuse ${address}: ${said.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
      why: 'Its kind is defined by this release, and its schema does not allow it.',
      fix: 'Correct the manifest, or the schema of its kind.',
      source: node.get(...placeOfField(node.value, said[0]?.field ?? '')).source,
      cause,
    })
  const twice = duplicatesIn(object, schema).map((field) => ({ field, message: 'Duplicate value' }))
  if (twice.length > 0) throw invalid(twice)
  try {
    await client.apply(asked, { fieldManager: fieldManagerOf(application), force: true, dryRun: true })
    return []
  } catch (error) {
    const said = error instanceof KubernetesError ? saidOfIt(error) : []
    if (said.length > 0) throw invalid(said, error)
    if (error instanceof KubernetesError && error.isJudgement) return [] // the definition itself is refused
    throw error
  }
}
