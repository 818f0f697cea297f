import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type Application, fieldManagerOf } from '../src/application/application.ts'
import { asOwned } from '../src/ownership/owner.ts'

export const platform: Application = { name: 'platform', namespace: 'default', repository: '123456' }

/** An object as the API server has it after an application applied it. */
export function live(object: KubernetesObject, application: Application = platform): KubernetesObject {
  const owned = asOwned(object, application)
  const fields = { 'f:metadata': { 'f:annotations': { 'f:omninode.io/application': {} } } }
  const entry = { manager: fieldManagerOf(application), operation: 'Apply', fieldsV1: fields }
  return { ...owned, metadata: { ...owned.metadata, managedFields: [entry] } }
}
