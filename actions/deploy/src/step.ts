import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { count, duration, flag, list, text } from '#toolkit/action/inputs.ts'
import { Opening } from '#toolkit/action/opening.ts'
import type { Step } from '#toolkit/action/step.ts'
import { tokenFor } from '#toolkit/github/token.ts'
import { effectiveChanges, type Place } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import { type Application, USUAL_NAMESPACE } from './application/application.ts'
import type { Deployment } from './deployment.ts'
import { parseImages } from './preview/images.ts'
import type { Release } from './release/release.ts'
import { collectSoon } from './thrift.ts'

const inputs = z.object({
  manifests: text('Folder of manifests or a kustomization, relative to the checkout.'),
  application: text('Name under which the cluster remembers what belongs together.').regex(
    /^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/,
    'must be lower-case letters, digits and dashes',
  ),
  'inventory-namespace': text(
    'Namespace in which the cluster remembers the application. An identity that may work in one namespace only needs its own here; it must be there already.',
  )
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be the name of a namespace')
    .default(USUAL_NAMESPACE),
  ...clusterInputs,
  images: list('Images to put in place of those in the manifests, `name=reference@sha256:…` a line.'),
  prune: flag(
    'Whether objects that left the manifests are deleted. Namespaces, volumes, StatefulSets and definitions never are.',
    false,
  ),
  'allow-prune': count(
    'How many objects may be deleted where that is more than a third of the application, or forgotten whose kinds the cluster does not serve any more.',
    0,
  ),
  adopt: list(
    'Objects of somebody else that become this application’s own, `namespace/Kind/name` a line, as the plan names them. Nothing else is taken over.',
  ),
  'lock-wait': duration('How long to wait for another run that releases the same application.', '10m'),
  'force-conflicts': list(
    'Objects whose fields are taken over from whoever else manages them: an address a line, as the plan writes it, such as `shop/Deployment/web`.',
  ),
  concurrency: count(
    'Requests to the API server at once, at most: more than 16 only where the way to it is long.',
    32,
    1,
  ),
  'rollout-timeout': duration('How long workloads may take to become ready.', '10m'),
})

export const step: Step<typeof inputs> = {
  name: 'deploy',
  description:
    'Deploy manifests to Kubernetes by server-side apply: shown first, waited for, explained when they fail.',
  commands: { plan: 'plan', apply: 'apply', drift: 'plan' },
  inputs,
  outputs: {
    applied: 'JSON list of the objects that this run made or changed.',
    pruned: 'JSON list of the objects that this run deleted.',
    resources: 'JSON list of all objects in the manifests.',
  },
  asked: ({
    application = '',
    'inventory-namespace': namespace = '',
    manifests = '',
    'api-server': server = '',
    kubeconfig = '',
  }) => [
    application,
    namespace,
    manifests,
    server,
    // Text of one may hold credentials; a path does not.
    kubeconfig.includes('\n') ? '' : kubeconfig,
  ],
  open: async (given, world) => {
    const [{ readManifests, withImages }, { clusterOf, connectCluster }] = await Promise.all([
      import('#toolkit/manifests/folder.ts'),
      import('#toolkit/kubernetes/connect.ts'),
    ])
    const { valid } = given
    const opening = new Opening(given)
    const cluster = opening.read(() => clusterOf(valid, world))
    const images = opening.read(() => parseImages(valid.images ?? []))
    const path = valid.manifests
    const manifests = opening.read(() =>
      path === undefined
        ? { manifests: [], files: {}, findings: [] }
        : readManifests(world.workspace, path, world.env['PATH']),
    )
    const looksForDrift = given.command.name === 'drift'
    const token = opening.read(() => (looksForDrift ? tokenFor('drift', valid['github-token']) : undefined))
    const imaged = opening.read(() => withImages(manifests(), images()))
    const all = opening.inputs()
    const application: Application = {
      name: all.application,
      namespace: all['inventory-namespace'],
      repository: world.run.repositoryId,
    }
    const deployment: Deployment = {
      manifests: imaged(),
      images: images(),
      application,
      name: all.name,
      prune: all.prune,
      allowPrune: all['allow-prune'],
      adopt: all.adopt,
      forced: all['force-conflicts'],
      applies: given.command.applies,
      looksForDrift,
      looksForReview: given.command.applies && all.reviewed !== 'off',
      rolloutTimeout: all['rollout-timeout'],
    }
    collectSoon(deployment.manifests.manifests.length)
    const ended = new AbortController()
    const signal = AbortSignal.any([world.signal, ended.signal])
    const client = connectCluster(cluster(), { concurrency: all.concurrency }, { ...world, signal })
    const { Turn } = await import('./turn/turn.ts')
    const turn = new Turn(cluster(), application, world)
    const planRelease = async (shown: Promise<Review | undefined>) => {
      const [{ planDeployment }, where] = await Promise.all([import('./plan.ts'), place()])
      return planDeployment(client, deployment, where, { ...world, signal }, shown)
    }
    const shown = Promise.withResolvers<Review | undefined>()
    /** Begun while it is asked what was shown: as long as nobody else's turn comes first, that is no other plan. */
    const planAhead = async () => {
      if (!(await turn.expect())) return undefined
      const release = planRelease(shown.promise)
      release.catch(() => undefined) // thrown when it is asked for
      return { release }
    }
    let placed: Promise<Place> | undefined
    let planned: Promise<Release> | undefined
    const place = () => {
      placed ??= import('./place.ts').then(({ placeOfApplication }) =>
        placeOfApplication(client, application),
      )
      return placed
    }
    const ahead = given.command.applies ? planAhead() : undefined
    const release = () => {
      planned ??= planRelease(Promise.resolve(undefined))
      return planned
    }
    return {
      place,
      plan: async (review) => {
        // Where it is, no other run changes.
        place().catch(() => undefined) // thrown when it is planned
        // What another run still changes is no ground for a plan.
        const waited = given.command.applies && (await turn.begin(all['lock-wait']))
        if (waited) client.discovery.refresh()
        const begun = waited ? undefined : await ahead
        if (begun !== undefined) shown.resolve(review)
        planned = begun?.release ?? planRelease(Promise.resolve(review))
        return (await planned).plan
      },
      publish: async (plan) => {
        const given = token()
        if (given === undefined) return
        const [{ connectGitHub }, { reportDrift }] = await Promise.all([
          import('#toolkit/github/connect.ts'),
          import('#toolkit/github/drift.ts'),
        ])
        const looked = {
          step: 'deploy',
          subject: plan.target,
          name: all.name ?? all.application,
          changes: effectiveChanges(plan),
        } as const
        await reportDrift(looked, await connectGitHub(given, world), world)
      },
      apply: async (_plan, forwards, progress) => {
        const { applyRelease } = await import('./apply.ts')
        const { afterCutOff } = turn
        const applying = await release()
        await turn.write(client, afterCutOff, (fenced) =>
          applyRelease(applying, fenced, forwards, progress, world, afterCutOff),
        )
      },
      prove: async () => {
        const [{ waitForRollouts }, { watching }, { lookingAgain }] = await Promise.all([
          import('./rollout/wait.ts'),
          import('./rollout/watching.ts'),
          import('./release/client.ts'),
        ])
        const { manifests: members, live, rolloutTimeout } = await release()
        await watching(lookingAgain(client, members), world.signal, (reader) =>
          waitForRollouts(reader, members, live, rolloutTimeout, world),
        )
      },
      remember: async (_parts, forwards) => {
        const { rememberRelease } = await import('./apply.ts')
        const { afterCutOff } = turn
        const unchanged = await release()
        await turn.write(client, afterCutOff, (fenced) =>
          rememberRelease(unchanged, fenced, forwards, world, afterCutOff),
        )
      },
      close: async () => {
        await turn.end()
        ended.abort()
        client.close()
      },
    }
  },
  report: (plan, outcome) => {
    const leaves = ({ action }: { readonly action: string }) => action === 'delete' || action === 'forget'
    const done = (outcome?.results ?? []).filter((result) => result.status === 'done')
    const addresses = (results: readonly { readonly address: string }[]) =>
      JSON.stringify(results.map(({ address }) => address))
    return {
      applied: addresses(done.filter((result) => !leaves(result))),
      pruned: addresses(done.filter(({ action }) => action === 'delete')),
      resources: addresses((plan?.changes ?? []).filter((change) => !leaves(change))),
    }
  },
}
