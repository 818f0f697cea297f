/** A control plane of a test file's own, and releases of applications to it, as somebody with all rights. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { issuerCertificate } from '#sandbox/oidc/issuer.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { isBlocking } from '#toolkit/model/finding.ts'
import { effectiveChanges, type Plan } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import type { Source } from '#toolkit/model/source.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { step } from '../src/step.ts'

/** A failure, or a finding that blocks, with all that people are told of it. */
export interface Told {
  readonly what: string
  readonly why: string
  readonly fix: string
  /** `k8s/0.yaml:1` */
  readonly at: string
}

export interface Released {
  readonly plan: Plan | undefined
  /** `create dev/ConfigMap/a` */
  readonly changes: readonly string[]
  /** `orphan notice: …` */
  readonly findings: readonly string[]
  /** Why nothing was applied, or not all of it: `CODE: what`. */
  readonly refused: readonly string[]
  /** The same, in full. */
  readonly told: readonly Told[]
  /** `create dev/ConfigMap/a: done` */
  readonly results: readonly string[]
  readonly lines: readonly string[]
}

export interface Asked {
  readonly inputs?: Readonly<Record<string, string>>
  readonly run?: Partial<WorkflowRun>
  readonly forwards?: Forwards
  /** What was shown of it, as somebody vouches for it. */
  readonly review?: Review
  /** What happens between plan and apply. */
  readonly meanwhile?: () => Promise<unknown>
  readonly signal?: AbortSignal
}

export interface TestCluster {
  readonly kubernetes: Kubernetes
  readonly certificates: Certificates
  readonly admin: KubernetesClient
  readonly folder: string
  /** Releases objects as an application, and tells what came of it, whatever that is. */
  release(application: string, objects: readonly KubernetesObject[], asked?: Asked): Promise<Released>
  /** What a pull request would show of such a release. */
  plan(application: string, objects: readonly KubernetesObject[], asked?: Asked): Promise<Plan>
  stop(): Promise<void>
}

export async function startCluster(): Promise<TestCluster> {
  const progress = () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'omninode-deploy-'))
  const requests = [...certificateRequests, issuerCertificate]
  const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
  const kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: 'https://127.0.0.1:1', caPem: certificates.caPem },
    repositoryId: '123456',
    progress,
  })
  const admin = kubernetes.admin()
  const opened = async (
    command: 'apply' | 'plan',
    application: string,
    objects: readonly KubernetesObject[],
    asked: Asked,
  ) => {
    const workspace = mkdtempSync(join(folder, 'workspace-'))
    writeManifests(workspace, objects)
    const { world, lines } = createTestWorld({ workspace, ...asked })
    const given = {
      manifests: 'k8s',
      application,
      kubeconfig: kubernetes.adminKubeconfig,
      'rollout-timeout': '20s',
      ...asked.inputs,
    }
    return { run: await openStep(step, command, given, world), world, lines }
  }
  return {
    kubernetes,
    certificates,
    admin,
    folder,
    release: async (application, objects, asked = {}) => {
      let plan: Plan | undefined
      let refused: readonly string[] = []
      let full: readonly Told[] = []
      let results: readonly string[] = []
      const { run, world, lines } = await opened('apply', application, objects, asked)
      try {
        plan = await run.plan(asked.review)
        const blocking = plan.findings.filter(isBlocking)
        refused = blocking.map(({ rule, message, why }) => `${rule}: ${message} ${why}`)
        full = blocking.map(({ message, ...rest }) => inFull({ what: message, ...rest }))
        await asked.meanwhile?.()
        if (refused.length === 0 && effectiveChanges(plan).length > 0) {
          const outcome = await ended(run, plan, asked.forwards ?? forwards(), { signal: world.signal })
          refused = told(outcome.failures)
          full = outcome.failures.map(inFull)
          results = outcome.results.map(({ action, address, status }) => `${action} ${address}: ${status}`)
        }
      } catch (error) {
        refused = told(failuresIn(error))
        full = failuresIn(error).map(inFull)
        if (refused.length === 0) throw error
      } finally {
        await run.close()
      }
      return {
        plan,
        changes: effectiveChanges(plan ?? { changes: [] }).map(
          ({ action, address }) => `${action} ${address}`,
        ),
        findings: (plan?.findings ?? []).map(
          ({ rule, severity, message }) => `${rule} ${severity}: ${message}`,
        ),
        refused,
        told: full,
        results,
        lines,
      }
    },
    plan: async (application, objects, asked = {}) => {
      const { run } = await opened('plan', application, objects, asked)
      try {
        return await run.plan()
      } finally {
        await run.close()
      }
    },
    stop: async () => {
      admin.close()
      await kubernetes.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function told(failures: ReturnType<typeof failuresIn>): string[] {
  return failures.map(({ code, what, why = '' }) => `${code}: ${what} ${why}`)
}

function inFull(of: {
  readonly what: string
  readonly why?: string | undefined
  readonly fix?: string | undefined
  readonly source?: Source | undefined
}): Told {
  const { what, why = '', fix = '', source } = of
  return { what, why, fix, at: source === undefined ? '' : `${source.file}:${source.line}` }
}

export function writeManifests(workspace: string, objects: readonly KubernetesObject[]): void {
  const folder = join(workspace, 'k8s')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, object] of objects.entries())
    writeFileSync(join(folder, `${index}.yaml`), JSON.stringify(object, undefined, 2))
  if (objects.length === 0) writeFileSync(join(folder, 'empty.yaml'), '# nothing\n')
}
