/** In which order a release comes into the cluster, and what one part of it waits for of another. */
import { cpSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { operators, prepareDefinitions } from '#sandbox/definitions/definitions.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { type KubernetesObject, referenceTo, valueAt } from '#toolkit/kubernetes/object.ts'
import { parseJson } from '#toolkit/model/exact-integer.ts'
import { effectiveChanges } from '#toolkit/model/plan.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { runs } from '../../../../test/repetitions.ts'
import { step } from '../../src/step.ts'
import { startCluster, type TestCluster } from '../cluster.ts'

let cluster: TestCluster
let serial = 0

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())

const next = () => `order-${++serial}`

const namespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
})

/** @param properties what an object of it may have in its spec */
function definition(group: string, properties: object = { size: { type: 'integer' } }): KubernetesObject {
  const spec = { type: 'object', properties, required: Object.keys(properties) }
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
        },
      ],
    },
  }
}

const widget = (group: string, own: string, spec: object = { size: 1 }): KubernetesObject => ({
  apiVersion: `${group}/v1`,
  kind: 'Widget',
  metadata: { name: 'it', namespace: own },
  spec,
})

describe('a definition', () => {
  test('is one release with its namespace and its object, at the first try, each time', async () => {
    const failures: string[] = []
    for (let run = 0; run < runs(50); run++) {
      const own = next()
      const group = `${own}.example.com`
      const { refused } = await cluster.release(own, [widget(group, own), definition(group), namespace(own)])
      failures.push(...refused)
    }
    expect(failures).toEqual([])
  }, 600_000)

  test('that a release changes takes the object that needs the change, each time', async () => {
    const own = next()
    const group = `${own}.example.com`
    await cluster.release(own, [namespace(own), definition(group, {}), widget(group, own, {})])
    const failures: string[] = []
    for (let run = 1; run <= runs(50); run++) {
      const fields = Array.from({ length: run }, (_, index) => `field${index}`)
      const properties = Object.fromEntries(fields.map((field) => [field, { type: 'integer' }]))
      const { refused } = await cluster.release(own, [
        namespace(own),
        definition(group, properties),
        widget(group, own, Object.fromEntries(fields.map((field) => [field, run]))),
      ])
      failures.push(...refused)
    }
    expect(failures).toEqual([])
  }, 600_000)
})

test('an integer of 64 bits comes into the cluster as it is written, and a second look finds no difference', async () => {
  const own = next()
  const group = `${own}.example.com`
  const released = (size: string) =>
    cluster.release(own, [
      namespace(own),
      definition(group, { size: { type: 'integer', format: 'int64' } }),
      widget(group, own, parseJson(`{"size":${size}}`) as object),
    ])
  expect((await released('9007199254740993')).refused).toEqual([])
  expect((await released('9007199254740993')).changes).toEqual([])
  const { plan, refused } = await released('-9223372036854775808')
  expect(refused).toEqual([])
  expect(plan?.changes.at(-1)).toMatchObject({
    before: { spec: { size: '9007199254740993' } },
    after: { spec: { size: '-9223372036854775808' } },
  })
  const live = await cluster.admin.get(referenceTo(widget(group, own)))
  expect(JSON.stringify(live?.['spec'])).toBe('{"size":-9223372036854775808}')
}, 60_000)

describe('the definitions of', () => {
  // The largest ones, and the one with the most; `npm run soak` takes all of them.
  const some = operators.filter((name) => runs(10) === 10 || name === 'cert-manager' || name === 'traefik')

  test.each(some.map((name) => [name]))(
    '%s come at the first try, and stay as they are',
    async (name) => {
      const own = next()
      const workspace = mkdtempSync(join(cluster.folder, 'operator-'))
      const folder = await prepareDefinitions({ progress: () => undefined })
      cpSync(join(folder, name), join(workspace, 'k8s'), { recursive: true })
      const { world } = createTestWorld({ workspace })
      const given = { manifests: 'k8s', application: own, kubeconfig: cluster.kubernetes.adminKubeconfig }
      const release = async () => {
        const run = await openStep(step, 'apply', given, world)
        try {
          const plan = await run.plan()
          const changes = effectiveChanges(plan)
          if (changes.length > 0) await applied(run, plan, forwards())
          return { changes, findings: plan.findings }
        } finally {
          await run.close()
        }
      }
      const first = await release()
      expect(first.findings).toEqual([])
      expect(first.changes.length).toBeGreaterThan(5)
      expect(new Set(first.changes.map(({ action }) => action))).toEqual(new Set(['create']))
      expect((await release()).changes).toEqual([])
    },
    120_000,
  )
})

describe('a webhook that lets nothing pass without it', () => {
  const labels = { app: 'gate' }
  /** One pod after the other: the second one is made when the first one is ready. */
  const server = (own: string, annotations: object = {}): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'gate', namespace: own },
    spec: {
      replicas: 2,
      minReadySeconds: 1,
      serviceName: 'gate',
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: { containers: [{ name: 'main', image: 'gate:1' }] },
      },
    },
  })
  const service = (own: string): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'gate', namespace: own },
    spec: { selector: labels, ports: [{ port: 443 }] },
  })
  const webhook = (own: string, rule: object): KubernetesObject => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: own },
    webhooks: [
      {
        name: `gate.${own}.example.com`,
        clientConfig: { service: { namespace: own, name: 'gate', path: '/' } },
        rules: [{ apiVersions: ['*'], operations: ['CREATE', 'UPDATE'], ...rule }],
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': own } },
        failurePolicy: 'Fail',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        timeoutSeconds: 1,
      },
    ],
  })

  test('comes after the pods that serve it are ready', async () => {
    const own = next()
    const { refused } = await cluster.release(own, [
      webhook(own, { apiGroups: [''], resources: ['pods'] }),
      namespace(own),
      service(own),
      server(own),
    ])
    expect(refused).toEqual([])
  }, 60_000)

  test('may be down when its cure is released together with what it is asked about', async () => {
    const own = next()
    const requests = [{ name: 'gate', hosts: ['127.0.0.1'] }]
    const certificates = await createCertificates(join(cluster.folder, own), requests, {
      progress: () => undefined,
    })
    const gate = await startGate(certificates)
    const [hook] = webhook(own, { apiGroups: [''], resources: ['configmaps'] })['webhooks'] as [object]
    const caBundle = Buffer.from(certificates.caPem).toString('base64')
    const asking = {
      ...webhook(own, {}),
      webhooks: [{ ...hook, clientConfig: { url: gate.url, caBundle } }],
    }
    const settings = (data: Record<string, string>): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: own },
      data,
    })
    const release = (version: string) =>
      cluster.release(own, [namespace(own), asking, server(own, { version }), settings({ version })])
    try {
      expect((await release('1')).refused).toEqual([])
      gate.shut()
      const mended = untilReady(own, '2').then(() => gate.open())
      const { refused, findings, results } = await release('2')
      await mended
      expect(refused).toEqual([])
      expect(findings).toEqual([
        `webhook-silent warning: What becomes of ${own}/ConfigMap/settings cannot be told: the webhook gate.${own}.example.com does not answer.`,
      ])
      expect(results).toEqual([
        `update ${own}/StatefulSet/gate: done`,
        `update ${own}/ConfigMap/settings: done`,
      ])
      expect(await cluster.admin.get(referenceTo(settings({})))).toMatchObject({ data: { version: '2' } })
    } finally {
      await gate.stop()
      await cluster.admin.delete({
        apiVersion: asking.apiVersion,
        kind: asking.kind,
        name: own,
      })
    }
  }, 120_000)

  test('of somebody else that is down is named at the object that it is asked about', async () => {
    const own = next()
    const foreign = {
      ...webhook(own, { apiGroups: [''], resources: ['configmaps'] }),
      metadata: { name: own },
    }
    const settings = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: own },
    }
    await cluster.release(own, [namespace(own)])
    await cluster.admin.apply(foreign, { fieldManager: 'somebody', force: true, dryRun: false })
    try {
      // Kube-controller-manager's own ConfigMap of the namespace is there already.
      const { refused } = await cluster.release(own, [namespace(own), settings])
      expect(refused).toEqual([
        expect.stringContaining(
          `webhook-silent: The cluster asks the webhook gate.${own}.example.com about ${own}/ConfigMap/settings, and that does not answer.`,
        ),
      ])
    } finally {
      await cluster.admin.delete({ apiVersion: foreign.apiVersion, kind: foreign.kind, name: own })
    }
  }, 120_000)

  /** Serves a webhook that admits everything, until it is closed. */
  async function startGate(certificates: Certificates) {
    let isOpen = true
    const gate = createServer(
      { cert: certificates.pem('gate.crt'), key: certificates.pem('gate.key') },
      async (request, response) => {
        if (!isOpen) return void request.destroy()
        let body = ''
        for await (const chunk of request) body += chunk
        const { apiVersion, kind, request: review } = JSON.parse(body)
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ apiVersion, kind, response: { uid: review.uid, allowed: true } }))
      },
    )
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    return {
      url: `https://127.0.0.1:${(gate.address() as AddressInfo).port}/`,
      shut: () => {
        isOpen = false
      },
      open: () => {
        isOpen = true
      },
      stop: () => {
        gate.closeAllConnections()
        return new Promise((resolve) => gate.close(resolve))
      },
    }
  }

  /** Until both pods are of a version, as its annotation says. */
  async function untilReady(own: string, version: string): Promise<void> {
    for (;;) {
      const pods = await cluster.admin.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace: own })
      const fresh = pods.filter(
        (pod) =>
          pod.metadata.annotations?.['version'] === version &&
          valueAt(pod, ['status', 'phase']) === 'Running',
      )
      if (fresh.length === 2) return
      await sleep(100)
    }
  }
})

describe('a namespace that is being deleted', () => {
  const configMap = (own: string, metadata = {}): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'it', namespace: own, ...metadata },
  })
  const holding = { finalizers: ['example.com/wait'] }
  const letGo = (own: string) =>
    cluster.admin.patch(referenceTo(configMap(own)), [{ op: 'remove', path: '/metadata/finalizers' }], {
      fieldManager: 'somebody',
      dryRun: false,
    })

  test('is waited for, and made again with all that is in it', async () => {
    const own = next()
    const objects = [namespace(own), configMap(own, holding)]
    await cluster.release(own, objects)
    const uidOf = async () => (await cluster.admin.get(referenceTo(namespace(own))))?.metadata.uid
    const before = await uidOf()
    await cluster.admin.delete(referenceTo(namespace(own)))
    const { plan, changes, refused, results } = await cluster.release(own, [namespace(own), configMap(own)], {
      meanwhile: async () => void sleep(1_000).then(() => letGo(own)),
    })
    expect(refused).toEqual([])
    expect(changes).toEqual([`create Namespace/${own}`, `create ${own}/ConfigMap/it`])
    expect(plan?.changes[0]?.note).toContain('it is being deleted')
    expect(results).toEqual([`create Namespace/${own}: done`, `create ${own}/ConfigMap/it: done`])
    const after = await uidOf()
    expect([after, after === before]).toEqual([expect.any(String), false])
    expect(await cluster.admin.get(referenceTo(configMap(own)))).toBeDefined()
  })

  test('and stays is told, and nothing is written to it', async () => {
    const own = next()
    await cluster.release(own, [namespace(own), configMap(own, holding)])
    await cluster.admin.delete(referenceTo(namespace(own)))
    const { refused } = await cluster.release(own, [namespace(own), configMap(own)], {
      inputs: { 'rollout-timeout': '2s' },
    })
    expect(refused).toEqual([expect.stringMatching(/^OBJECT_TERMINATING: Namespace\/\S+ is being deleted/)])
    await letGo(own)
  })

  test('is judged before it goes: what the API server would refuse is told in the plan', async () => {
    const own = next()
    await cluster.release(own, [namespace(own), configMap(own, holding)])
    await cluster.admin.delete(referenceTo(namespace(own)))
    const { refused } = await cluster.release(own, [namespace(own), { ...configMap(own), datum: {} }])
    expect(refused).toEqual([expect.stringMatching(/datum/)])
    await letGo(own)
  })
})
