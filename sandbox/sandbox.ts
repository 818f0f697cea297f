/** The embedded default: all parts of the sandbox together, as a library for tests, benchmarks and `npm start`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Aws, startAws } from './aws/aws.ts'
import { type Artifacts, startArtifacts } from './github/artifacts.ts'
import { type GitHubServer, startGitHub } from './github/server.ts'
import { keycloakCertificate } from './keycloak/certificate.ts'
import { adoptKubernetes } from './kube/adopt.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from './kube/kubernetes.ts'
import { prepareKustomize } from './kustomize/kustomize.ts'
import type { RepositoryIdentity } from './oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from './oidc/issuer.ts'
import { startIssuerProxy } from './oidc/proxy.ts'
import { type Certificates, createCertificates } from './pki/certificates.ts'
import { type Postgres, startPostgres } from './postgres/postgres.ts'
import type { Progress } from './progress.ts'
import type { RunningProxy } from './proxy/proxy.ts'
import { prepareTerraform, terraformEnv } from './terraform/terraform.ts'

export interface SandboxOptions {
  readonly repository: RepositoryIdentity
  readonly progress: Progress
  readonly signal?: AbortSignal
}

export interface Sandbox {
  readonly repository: RepositoryIdentity
  /** Where everything of this sandbox is, removed by `stop`. */
  readonly folder: string
  /** The certificate authority of the OIDC issuer and the API server. */
  readonly caFile: string
  /** Of the parts, and of what runs beside them. */
  readonly certificates: Certificates
  readonly issuer: OidcIssuer
  /** Leads the issuer's name to it. */
  readonly proxy: RunningProxy
  readonly aws: Aws
  readonly kubernetes: Kubernetes
  readonly postgres: Postgres
  readonly github: GitHubServer
  readonly artifacts: Artifacts
  /** PATH with Terraform and kustomize on it, and the configuration that finds its providers. */
  readonly tools: Readonly<Record<string, string>>
  /** Takes what runs beside the parts into `stop`. */
  own<T extends { stop(): Promise<void> }>(part: T): T
  stop(): Promise<void>
}

/** What was started, and is stopped together. */
class Parts {
  readonly #parts: { stop(): Promise<void> }[] = []

  add<T extends { stop(): Promise<void> }>(part: T): T {
    this.#parts.push(part)
    return part
  }

  async stop(): Promise<void> {
    const results = await Promise.allSettled(this.#parts.splice(0).map((part) => part.stop()))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
}

/** Starts all parts, side by side where one does not need the other. What was started is stopped when one fails. */
export async function startSandbox({ repository, progress, signal }: SandboxOptions): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-sandbox-'))
  const parts = new Parts()
  const stop = async () => {
    try {
      await parts.stop()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const cache = (part: string) => ({
    ...(signal === undefined ? {} : { signal }),
    progress: (message: string) => progress.report(part, message),
  })
  const starting = async <T extends { stop(): Promise<void> }>(
    part: string,
    start: () => Promise<T>,
    describe: (started: T) => string,
  ): Promise<T> => {
    const started = parts.add(await start())
    signal?.throwIfAborted()
    progress.done(part, describe(started))
    return started
  }
  try {
    const requests = [...certificateRequests, issuerCertificate, keycloakCertificate]
    const certificates = await createCertificates(join(folder, 'pki'), requests, cache('OIDC'))
    const tls = { cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') }
    const issuer = await starting(
      'OIDC',
      () => startOidcIssuer(tls),
      ({ url }) => url,
    )
    const proxy = parts.add(await startIssuerProxy(issuer))
    const trusted = { url: issuer.url, caPem: certificates.caPem }
    const given = process.env['SANDBOX_KUBECONFIG']
    const parallel = {
      aws: starting(
        'AWS',
        () => startAws({ folder: join(folder, 'aws'), issuer: trusted, ...cache('AWS') }),
        ({ url }) => url,
      ),
      kubernetes: starting(
        'Kubernetes',
        () =>
          given
            ? adoptKubernetes(given)
            : startKubernetes({
                folder: join(folder, 'kube'),
                certificates,
                issuer: trusted,
                repositoryId: repository.repositoryId,
                ...cache('Kubernetes'),
              }),
        ({ url }) => url,
      ),
      postgres: starting(
        'Postgres',
        () => startPostgres(cache('Postgres')),
        ({ version, port }) => `${version} on 127.0.0.1:${port}`,
      ),
      github: starting(
        'GitHub',
        () => startGitHub(repository.repository),
        ({ url }) => url,
      ),
      artifacts: startArtifacts().then((started) => parts.add(started)),
      terraform: prepareTerraform(cache('Terraform')),
      kustomize: prepareKustomize(cache('kustomize')),
    }
    // Nothing may start any more when one has failed and the others are stopped.
    await Promise.allSettled(Object.values(parallel))
    const terraform = await parallel.terraform
    const folders = [terraform, await parallel.kustomize, process.env['PATH']]
    return {
      repository,
      folder,
      caFile: certificates.caFile,
      certificates,
      issuer,
      proxy,
      aws: await parallel.aws,
      kubernetes: await parallel.kubernetes,
      postgres: await parallel.postgres,
      github: await parallel.github,
      artifacts: await parallel.artifacts,
      tools: {
        PATH: folders.filter((each) => each !== undefined).join(delimiter),
        ...terraformEnv(folder, process.env),
      },
      own: (part) => parts.add(part),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
