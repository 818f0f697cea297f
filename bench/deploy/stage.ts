/** Where releases take place: a control plane near and one far away, the action as a runner starts it, and kubectl. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startGitHub } from '#sandbox/github/server.ts'
import { kubeconfig } from '#sandbox/kube/client.ts'
import { type Counter, startCounter } from '#sandbox/kube/counter.ts'
import { certificateRequests, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { prepareKubectl } from '#sandbox/kubectl/kubectl.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { startIssuerProxy } from '#sandbox/oidc/proxy.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { previewJob, releaseJob } from '#sandbox/runner/jobs.ts'
import { type Job, runStep, type StepResult } from '#sandbox/runner/runner.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { watchPeak } from '../report/machine.ts'
import { startDelay } from './delay.ts'
import { writeObjects } from './objects.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** Milliseconds that are added to each request and its answer. */
export const delays = [0, 20] as const
/** By which way the API server is reached. */
export type Way = (typeof delays)[number] | 'counted'

export interface Ran {
  readonly ms: number
  readonly result: StepResult
  /** Bytes that the process had in memory at most. */
  readonly rss: number
}

export interface Action {
  readonly command: 'apply' | 'plan'
  readonly workspace: string
  readonly application: string
  readonly way: Way
  /** The commit whose pull request has shown it, as `shown` gives it; else nobody asks whether one has. */
  readonly merged?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly onLine?: (line: string) => void
}

export interface Stage {
  readonly admin: KubernetesClient
  readonly counter: Counter
  /** `kubectl v1.33.4` */
  readonly kubectlVersion: string
  readonly progress: (message: string) => void
  /** A checkout with so many objects in a namespace of their own. */
  checkout(objects: Parameters<typeof writeObjects>[1]): string
  action(asked: Action): Promise<Ran>
  /** Plans an apply on a pull request, and merges that. @returns the commit to apply */
  shown(asked: Pick<Action, 'workspace' | 'application'>): Promise<string>
  /** Milliseconds. @param exitCode of a success, beside 0 */
  kubectl(args: readonly string[], workspace: string, way: Way, exitCode?: number): Promise<number>
  /** Waits until the cluster has done with what was applied to a namespace. */
  settle(namespace: string): Promise<void>
  stop(): Promise<void>
}

/** @param program the kubectl that is measured; as the sandbox has it unless given */
export async function openStage(progress: (message: string) => void, program?: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-bench-deploy-'))
  const certificates = await createCertificates(
    join(folder, 'pki'),
    [...certificateRequests, issuerCertificate],
    { progress },
  )
  const kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer: { url: 'https://127.0.0.1:1', caPem: certificates.caPem },
    repositoryId: '123456',
    processors: availableParallelism(),
    progress,
  })
  const kubectl = program ?? join(await prepareKubectl({ progress }), 'kubectl')
  const admin = kubernetes.admin()
  const counter = await startCounter(kubernetes.url, certificates)
  const proxies = await Promise.all(
    delays.map((delay) => startDelay(Number(new URL(kubernetes.url).port), delay)),
  )
  const config = (name: string, text: string) => {
    const file = join(folder, name)
    writeFileSync(file, text, { mode: 0o600 })
    return file
  }
  const ways = new Map<Way, string>([
    ...proxies.map(({ port }, index): [Way, string] => {
      const delay = delays[index] ?? 0
      return [
        delay,
        config(`${delay}.kubeconfig`, kubeconfig(`https://127.0.0.1:${port}`, certificates, 'admin')),
      ]
    }),
    ['counted', config('counted.kubeconfig', counter.kubeconfig)],
  ])
  const path = process.env['PATH'] ?? ''
  const { NODE_OPTIONS: options } = process.env
  const kubectlEnv = (way: Way) => ({
    PATH: path,
    // A job begins without what kubectl keeps of discovery.
    HOME: mkdtempSync(join(folder, 'home-')),
    TMPDIR: folder,
    KUBECONFIG: ways.get(way) ?? '',
  })
  const issuer = await startOidcIssuer({
    cert: certificates.pem('oidc.crt'),
    key: certificates.pem('oidc.key'),
  })
  const [proxy, github] = await Promise.all([
    startIssuerProxy(issuer),
    startGitHub(REPOSITORY.repository, REPOSITORY.repositoryId),
  ])
  const around = {
    repository: REPOSITORY,
    folder,
    caFile: certificates.caFile,
    tools: { PATH: path, ...(options === undefined ? {} : { NODE_OPTIONS: options }) },
    aws: { env: {} },
    github,
    issuer,
    proxy,
  }
  let pulls = 0
  const commit = () => (++pulls).toString(16).padStart(40, '0')
  const { stdout } = await run(kubectl, ['version', '--client', '-o', 'json'], {
    env: kubectlEnv(0),
  })
  const { clientVersion } = JSON.parse(stdout) as { clientVersion: { gitVersion: string } }
  const started = async (
    job: Job,
    { command, workspace, application, way, ...more }: Action,
  ): Promise<Ran> => {
    let peak: ReturnType<typeof watchPeak> | undefined
    const result = await runStep({
      job: { ...job, workspace },
      action: join(root, 'actions/deploy'),
      inputs: {
        command,
        manifests: 'k8s',
        application,
        kubeconfig: ways.get(way) ?? '',
        // Its settling time is GitHub's, not ours.
        comment: 'off',
        ...more.inputs,
      },
      onStart: (pid) => {
        peak = watchPeak(pid)
      },
      ...(more.onLine === undefined ? {} : { onLine: more.onLine }),
    })
    return { ms: result.durationMs, result, rss: peak?.stop() ?? 0 }
  }
  const action: Stage['action'] = (asked) => {
    const { workspace, merged } = asked
    const job = releaseJob(around, merged ?? '0'.repeat(40), { workspace, runId: String(++pulls) })
    const inputs = { ...(merged === undefined ? { reviewed: 'off' } : {}), ...asked.inputs }
    return started(job, { ...asked, inputs })
  }
  return {
    admin,
    counter,
    kubectlVersion: `kubectl ${clientVersion.gitVersion}`,
    progress,
    checkout: (objects) => {
      const workspace = mkdtempSync(join(folder, 'workspace-'))
      writeObjects(workspace, objects)
      return workspace
    },
    action,
    shown: async ({ workspace, application }) => {
      const pull = { number: ++pulls, headSha: commit(), baseSha: 'f'.repeat(40), title: 'Change', files: [] }
      github.openPullRequest(pull)
      const job = previewJob(around, pull, { workspace, runId: String(++pulls) })
      const { result } = await started(job, { command: 'plan', workspace, application, way: 0 })
      if (result.exitCode !== 0) throw new Error(result.log.join('\n'))
      const merged = commit()
      // GitHub counts seconds.
      github.merge(pull.number, merged, { at: new Date(Date.now() + 2_000).toISOString() })
      return merged
    },
    kubectl: async (args, workspace, way, exitCode = 0) => {
      const env = kubectlEnv(way)
      const began = performance.now()
      const child = spawn(kubectl, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          said = (said + text).slice(-2_000)
        })
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
      })
      const taken = performance.now() - began
      if (code !== 0 && code !== exitCode)
        throw new Error(`kubectl ${args.join(' ')}: exit code ${code}:\n${said}`)
      return taken
    },
    settle: async (namespace) => {
      for (;;) {
        const deployments = await admin.list({ apiVersion: 'apps/v1', kind: 'Deployment' }, { namespace })
        const seen = deployments.every(({ metadata, status }) => {
          const { observedGeneration } = (status ?? {}) as { observedGeneration?: number }
          return observedGeneration === metadata['generation']
        })
        await sleep(1_500)
        if (seen) return
      }
    },
    stop: async () => {
      admin.close()
      await Promise.all([proxy, github, issuer, counter, ...proxies].map((each) => each.stop()))
      await kubernetes.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
