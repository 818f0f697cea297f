import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { refusedWith } from '#toolkit/kubernetes/test/refused.ts'
import { readManifests } from '#toolkit/manifests/folder.ts'
import { extensionsOf, OF_PREVIEWS } from '../../src/admission/extensions.ts'

const apiVersion = 'admissionregistration.k8s.io/v1'
const kinds = [
  'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'SomethingOfALaterVersion',
]
const extension = (kind: string, more: object) =>
  KubernetesObject.parse({ apiVersion, kind, metadata: { name: 'one' }, ...more })

/** A cluster with these, and which kinds it was asked for. */
function holding(objects: readonly KubernetesObject[], refusal?: Error) {
  const asked: string[] = []
  const served = [...kinds.map((kind) => ({ apiVersion, kind })), { apiVersion: 'v1', kind: 'ConfigMap' }]
  const client = {
    list: async (type: { readonly kind: string }) => {
      asked.push(type.kind)
      if (refusal !== undefined) throw refusal
      return objects.filter(({ kind }) => kind === type.kind)
    },
    discovery: { kinds: async () => served.map((each) => ({ ...each, namespaced: false, verbs: [] })) },
  }
  return { client, asked }
}

async function isAsked(object: KubernetesObject): Promise<boolean | undefined> {
  const extensions = await extensionsOf(holding([object]).client, [])
  return extensions?.mayBeAskedAbout({ apiVersion: 'apps/v1' }, 'deployments')
}

const webhooks = (rules: unknown) =>
  extension('MutatingWebhookConfiguration', { webhooks: [{ name: 'a', rules }] })
const policy = (resourceRules: unknown, more: object = {}) =>
  extension('ValidatingAdmissionPolicy', { spec: { matchConstraints: { resourceRules }, ...more } })
const rule = (apiGroups: unknown, resources: unknown) => [{ apiGroups, resources }]

describe('an object', () => {
  test.each<[string, KubernetesObject]>([
    ['by its group and kind', webhooks(rule(['apps'], ['deployments']))],
    ['by any group', webhooks(rule(['*'], ['deployments']))],
    ['by any kind', policy(rule(['apps'], ['*']))],
    ['by any kind and part of it', policy(rule(['apps'], ['*/*']))],
    ['by any part of its kind', policy(rule(['apps'], ['deployments/*']))],
    ['by a second rule', policy([...rule(['batch'], ['jobs']), ...rule(['apps'], ['deployments'])])],
    ['by rules that nobody can read', webhooks('all')],
    ['by no rules where rules should be', extension('ValidatingAdmissionPolicy', { spec: {} })],
    ['by a rule that is none', policy(['all'])],
    ['by a rule without groups', policy(rule(undefined, ['deployments']))],
    ['by a rule without kinds', policy(rule(['apps'], 'deployments'))],
    ['by something of a later version', extension('SomethingOfALaterVersion', { spec: { matches: [] } })],
    [
      'by a policy with other conditions',
      policy(rule(['*'], ['*']), { matchConditions: [{ name: 'a', expression: 'true' }] }),
    ],
  ])('may be asked about %s', async (_how, object) => {
    expect(await isAsked(object)).toBe(true)
  })

  test.each<[string, KubernetesObject]>([
    ['its kind in another group', webhooks(rule(['example.com'], ['deployments']))],
    ['another kind of its group', webhooks(rule(['apps'], ['replicasets']))],
    ['a part of it alone', policy(rule(['apps'], ['deployments/scale']))],
    ['nothing', extension('MutatingWebhookConfiguration', { webhooks: [] })],
    [
      'previews alone',
      policy(rule(['*'], ['*']), { matchConditions: [{ name: 'preview', expression: OF_PREVIEWS }] }),
    ],
  ])('is nobody’s who is asked about %s', async (_what, object) => {
    expect(await isAsked(object)).toBe(false)
  })
})

test('what comes with a release counts as what is there', async () => {
  const own = [policy(rule(['apps'], ['deployments']))]
  const extensions = await extensionsOf(holding([]).client, own)
  expect(extensions?.mayBeAskedAbout({ apiVersion: 'apps/v1' }, 'deployments')).toBe(true)
  expect(extensions?.mayBeAskedAbout({ apiVersion: 'v1' }, 'configmaps')).toBe(false)
})

test('all kinds of extensions are looked at that the cluster serves, and no bindings', async () => {
  const { client, asked } = holding([])
  await extensionsOf(client, [])
  expect(asked).toEqual(kinds.filter((kind) => !kind.endsWith('Binding')))
})

test('who may not see one of them cannot tell, and an API server in trouble is told', async () => {
  const forbidden = refusedWith(403, { reason: 'Forbidden', message: 'no' })
  expect(await extensionsOf(holding([], forbidden).client, [])).toBeUndefined()
  const trouble = refusedWith(500, { reason: 'InternalError', message: 'no' })
  await expect(extensionsOf(holding([], trouble).client, [])).rejects.toBe(trouble)
})

test('the policy of k8s/trust is known as one of previews alone', async () => {
  const root = join(import.meta.dirname, '../../../..')
  const own = readManifests(root, 'k8s/trust/dry-run').manifests.map(({ object }) => object)
  const extensions = await extensionsOf(holding([]).client, own)
  expect(extensions?.mayBeAskedAbout({ apiVersion: 'v1' }, 'configmaps')).toBe(false)
})
