import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { count, duration, flag, list, text } from '#toolkit/action/inputs.ts'
import type { Step } from '#toolkit/action/step.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

const inputs = z.object({
  manifests: text('Folder of manifests or a kustomization, relative to the checkout.'),
  application: text('Name under which the cluster remembers what belongs together.'),
  ...clusterInputs,
  images: list('Images to put in place of those in the manifests, `name=reference@sha256:…` a line.'),
  prune: flag(
    'Whether objects that left the manifests are deleted. Namespaces, volumes, StatefulSets and definitions never are.',
    false,
  ),
  concurrency: count('Requests to the API server at once.', 8, 1),
  'rollout-timeout': duration('How long workloads may take to become ready.', '10m'),
})
type Inputs = z.output<typeof inputs>

/** `name=reference` lines, or what is wrong with them. */
function parseImages(lines: readonly string[]): Map<string, string> | Failure {
  const bad = lines.find((line) => !/^[^=\s]+=[^=\s]+@sha256:[0-9a-f]{64}$/.test(line))
  if (bad !== undefined) {
    return new Failure({
      code: 'INPUT_INVALID',
      what: `The input \`images\` has the line \`${bad}\`: it must be name=reference@sha256:<64 hex digits>.`,
      fix: 'Name images by digest: a tag can be another image tomorrow.',
    })
  }
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

async function deployment(given: Inputs, world: World) {
  const { readManifests } = await import('#toolkit/manifests/document.ts')
  const images = parseImages(given.images)
  if (images instanceof Failure) throw images
  return {
    manifests: readManifests(world.workspace, given.manifests, images),
    path: given.manifests,
    application: given.application,
    prune: given.prune,
    rolloutTimeout: given['rollout-timeout'],
  }
}

async function withClient<T>(
  given: Inputs,
  known: boolean,
  world: World,
  work: (client: import('#toolkit/kubernetes/client.ts').KubernetesClient) => Promise<T>,
): Promise<T> {
  const { connectCluster } = await import('#toolkit/kubernetes/connect.ts')
  const client = connectCluster(given, { concurrency: given.concurrency, known }, world)
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

export const step: Step<typeof inputs> = {
  name: 'deploy',
  description:
    'Deploy manifests to Kubernetes by server-side apply: shown first, waited for, explained when they fail.',
  commands: { plan: 'plan', apply: 'apply' },
  inputs,
  outputs: {
    applied: 'JSON list of the objects that this run made or changed.',
    pruned: 'JSON list of the objects that this run deleted.',
    resources: 'JSON list of all objects in the manifests.',
  },
  preflight: async (given, _command, world) => {
    const [{ readManifests }, { clusterProblems }] = await Promise.all([
      import('#toolkit/manifests/document.ts'),
      import('#toolkit/kubernetes/connect.ts'),
    ])
    const problems = clusterProblems(given, world)
    const images = parseImages(given.images ?? [])
    if (images instanceof Failure) problems.push(images)
    if (given.application !== undefined && !/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/.test(given.application)) {
      problems.push(
        new Failure({
          code: 'INPUT_INVALID',
          what: `The input \`application\` is \`${given.application}\`: it must be lower-case letters, digits and dashes.`,
          fix: 'Correct `application:` under `with:`.',
        }),
      )
    }
    if (given.manifests !== undefined)
      problems.push(...readManifests(world.workspace, given.manifests, new Map()).problems)
    return problems
  },
  plan: async (given, _command, world) => {
    const { planDeployment } = await import('./deployment.ts')
    const what = await deployment(given, world)
    return withClient(given, false, world, (client) => planDeployment(client, what, world))
  },
  apply: async (plan, given, _command, world) => {
    const { applyDeployment } = await import('./deployment.ts')
    const what = await deployment(given, world)
    return withClient(given, true, world, (client) => applyDeployment(plan, client, what, world))
  },
  report: (plan, outcome) => {
    const done = (outcome?.results ?? []).filter((result) => result.status === 'done')
    const addresses = (deleted: boolean) =>
      JSON.stringify(
        done.filter((result) => (result.action === 'delete') === deleted).map((result) => result.address),
      )
    return {
      applied: addresses(false),
      pruned: addresses(true),
      resources: JSON.stringify(
        plan.changes.filter((change) => change.action !== 'delete').map((change) => change.address),
      ),
    }
  },
}
