/** A repository, its issuer, and the proxy that leads the issuer's name to it: what a review is recorded and found with. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import type { Permissions } from '#sandbox/github/tokens.ts'
import { type JobIdentity, PUBLISH, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { issuerCertificate, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { startIssuerProxy } from '#sandbox/oidc/proxy.ts'
import { type Certificates, createCertificates } from '#sandbox/pki/certificates.ts'
import type { RunningProxy } from '#sandbox/proxy/proxy.ts'
import type { GitHub } from '../../github/client.ts'
import { connectGitHub } from '../../github/connect.ts'
import { createTestWorld, type TestWorld } from '../../world/test/world.ts'
import type { WorkflowRun } from '../../world/world.ts'

export interface Stage {
  readonly github: GitHubServer
  readonly issuer: OidcIssuer
  readonly proxy: RunningProxy
  readonly certificates: Certificates
  /** A job of the identity: its run is remembered, and it is given ID tokens unless it may have none. */
  job(identity: JobIdentity, more?: Partial<WorkflowRun>, idToken?: 'none'): Promise<StagedJob>
  /** A job of a pull request, within the workflow that publishes. */
  preview(number: number, headSha: string, more?: Partial<JobIdentity>): Promise<StagedJob>
  /** A job of a push to the default branch. */
  release(sha: string, more?: Partial<JobIdentity>): Promise<StagedJob>
  stop(): Promise<void>
}

export interface StagedJob extends TestWorld {
  readonly client: GitHub
  readonly token: string
}

const ALL: Permissions = {
  actions: 'read',
  checks: 'write',
  contents: 'read',
  'pull-requests': 'write',
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-review-'))
  const certificates = await createCertificates(folder, [issuerCertificate], {
    progress: () => undefined,
  })
  // What NODE_EXTRA_CA_CERTS does for a process that is yet to start.
  const trusted = getCACertificates('default')
  setDefaultCACertificates([...trusted, certificates.caPem])
  const issuer = await startOidcIssuer({
    cert: certificates.pem('oidc.crt'),
    key: certificates.pem('oidc.key'),
  })
  const [proxy, github] = await Promise.all([
    startIssuerProxy(issuer),
    startGitHub(REPOSITORY.repository, REPOSITORY.repositoryId),
  ])
  let runs = 1_000
  const job: Stage['job'] = async (identity, more = {}, idToken) => {
    github.addRun({ id: identity.runId, event: identity.event, headSha: identity.sha })
    const token = github.token(ALL)
    const made = createTestWorld({
      workspace: folder,
      env: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1,localhost' },
      ...(idToken === 'none'
        ? {}
        : { idToken: (audience) => issuer.mint(issuer.claims(identity, audience)) }),
      run: {
        repository: identity.repository,
        repositoryId: identity.repositoryId,
        sha: identity.sha,
        ref: identity.ref,
        event: identity.event,
        id: identity.runId,
        attempt: identity.runAttempt,
        apiUrl: github.url,
        ...more,
      },
    })
    return { ...made, token, client: await connectGitHub(token, made.world) }
  }
  return {
    github,
    issuer,
    proxy,
    certificates,
    job,
    preview: (number, headSha, more = {}) => {
      const identity = pullRequestJob(REPOSITORY, { number, sha: headSha, runId: String(++runs) })
      const pullRequest = { number, headSha, baseSha: 'b'.repeat(40) }
      return job({ ...identity, workflow: PUBLISH, ...more }, { pullRequest })
    },
    release: (sha, more = {}) => job({ ...pushJob(REPOSITORY, { sha, runId: String(++runs) }), ...more }),
    stop: async () => {
      // Another file in this process may make an authority of the same name.
      setDefaultCACertificates(trusted)
      await Promise.all([proxy.stop(), issuer.stop(), github.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
