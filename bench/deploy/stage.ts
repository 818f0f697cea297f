/** Where releases take place: a control plane near and one far away, the action as a runner starts it, and kubectl. */
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { kubeconfig } from '#sandbox/kube/client.ts'
import { type Counter, startCounter } from '#sandbox/kube/counter.ts'
import { certificateRequests, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { prepareKubectl } from '#sandbox/kubectl/kubectl.ts'
import { issuerCertificate } from '#sandbox/oidc/issuer.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { runStep, type StepResult } from '#sandbox/runner/runner.ts'
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
  const kubectlEnv = (way: Way) => ({
    PATH: path,
    // A job begins without what kubectl keeps of discovery.
    HOME: mkdtempSync(join(folder, 'home-')),
    TMPDIR: folder,
    KUBECONFIG: ways.get(way) ?? '',
  })
  const { stdout } = await run(kubectl, ['version', '--client', '-o', 'json'], {
    env: kubectlEnv(0),
  })
  const { clientVersion } = JSON.parse(stdout) as { clientVersion: { gitVersion: string } }
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
    action: async ({ command, workspace, application, way, inputs = {}, onLine }) => {
      const job = mkdtempSync(join(folder, 'job-'))
      mkdirSync(join(job, 'home'))
      let peak: ReturnType<typeof watchPeak> | undefined
      const result = await runStep({
        job: {
          workspace,
          folder: job,
          token: '',
          env: {
            PATH: path,
            HOME: join(job, 'home'),
            GITHUB_ACTIONS: 'true',
            GITHUB_ACTOR: 'octocat',
            GITHUB_API_URL: 'https://127.0.0.1:1',
            GITHUB_EVENT_NAME: 'push',
            GITHUB_REF: 'refs/heads/main',
            GITHUB_REPOSITORY: 'omninode-ai/omninode_infra',
            GITHUB_REPOSITORY_ID: '123456',
            GITHUB_RUN_ATTEMPT: '1',
            GITHUB_RUN_ID: '1',
            GITHUB_SERVER_URL: 'https://github.com',
            GITHUB_SHA: '0'.repeat(40),
            ...(process.env['NODE_OPTIONS'] === undefined
              ? {}
              : { NODE_OPTIONS: process.env['NODE_OPTIONS'] }),
          },
        },
        action: join(root, 'actions/deploy'),
        inputs: {
          command,
          manifests: 'k8s',
          application,
          kubeconfig: ways.get(way) ?? '',
          // Whom it asks for that is not the cluster.
          reviewed: 'off',
          comment: 'off',
          ...inputs,
        },
        onStart: (pid) => {
          peak = watchPeak(pid)
        },
        ...(onLine === undefined ? {} : { onLine }),
      })
      return { ms: result.durationMs, result, rss: peak?.stop() ?? 0 }
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
        await sleep(300)
        if (seen) return
      }
    },
    stop: async () => {
      admin.close()
      await Promise.all([counter.stop(), ...proxies.map((each) => each.stop())])
      await kubernetes.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
