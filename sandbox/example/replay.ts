/**
 * The example's README, done: its own commands, one after the other, by a reader who begins with an empty repository and a
 * cluster that knows nothing of it. git, kubectl, the API server, PostgreSQL, act and the actions are real.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import { prepareAct } from '../act/act.ts'
import { gitIn } from '../act/git.ts'
import { LIBRARY, writeLibrary } from '../act/library.ts'
import { startArtifacts } from '../github/artifacts.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import { withIssuer } from '../kube/authentication.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '../kube/kubernetes.ts'
import { prepareKubectl } from '../kubectl/kubectl.ts'
import { issuerCertificate, startOidcIssuer } from '../oidc/issuer.ts'
import { startIssuerProxy } from '../oidc/proxy.ts'
import { createCertificates } from '../pki/certificates.ts'
import { type Postgres, startPostgres } from '../postgres/postgres.ts'
import { type ReadmeStep, stepsOf } from './steps.ts'
import { Workflows } from './workflows.ts'

const root = join(import.meta.dirname, '../..')
const EXAMPLE = 'examples/service-and-database'
const DATABASE = 'shop'

/** The reader's own repository. */
const REPOSITORY = { repository: 'acme/shop', repositoryId: '20261126', ownerId: '7' } as const

/** Whom the cluster trusts before. */
const SOMEBODY_ELSE = '1'

export interface Replay {
  readonly steps: readonly ReadmeStep[]
  readonly github: GitHubServer
  readonly kubernetes: Kubernetes
  readonly postgres: Postgres
  readonly workflows: Workflows
  readonly database: string
  /** Does all that a step says. @returns what its commands printed @throws Error with that when one fails */
  perform(step: ReadmeStep): Promise<string>
  stop(): Promise<void>
}

const Drop = z.object({ 'kube-apiserver-arg+': z.array(z.string()) })

/** What k3s would give its API server, after what was put on the server. */
function configured(server: string): string {
  const drop = join(server, '/etc/rancher/k3s/config.yaml.d/50-authentication.yaml')
  const args = Drop.parse(load(readFileSync(drop, 'utf8')))['kube-apiserver-arg+']
  const [, file = ''] = /^authentication-config=(.+)$/.exec(args.join('\n')) ?? []
  return readFileSync(join(server, file), 'utf8')
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
}

/** A program on PATH that is a file of this folder. */
function writeProgram(bin: string, name: string): void {
  const file = join(bin, name)
  writeFileSync(
    file,
    `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, `${name}.ts`)}' "$@"\n`,
  )
  chmodSync(file, 0o755)
}

function shell(block: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-eu', '-o', 'pipefail', '-c', block], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`this failed (${code}):\n${block}\n${said}`)),
    )
  })
}

export async function startReplay(): Promise<Replay> {
  const progress = () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'omninode-example-'))
  const parts: { stop(): Promise<void> }[] = []
  const own = <T extends { stop(): Promise<void> }>(part: T): T => {
    parts.push(part)
    return part
  }
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const requests = [...certificateRequests, issuerCertificate]
    const certificates = await createCertificates(join(folder, 'pki'), requests, { progress })
    const issuer = own(
      await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') }),
    )
    const trust = { url: issuer.url, caPem: certificates.caPem }
    const kube = {
      folder: join(folder, 'kube'),
      certificates,
      issuer: trust,
      repositoryId: SOMEBODY_ELSE,
      progress,
    }
    const starting = [
      startIssuerProxy(issuer).then(own),
      startKubernetes(kube).then(own),
      startPostgres({ progress }).then(own),
      startGitHub(REPOSITORY.repository, REPOSITORY.repositoryId).then(own),
      startArtifacts().then(own),
      prepareAct({ progress }),
      prepareKubectl({ progress }),
    ] as const
    // One that does not start must not leave those behind that do.
    await Promise.allSettled(starting)
    const [proxy, kubernetes, postgres, github, artifacts, act, kubectl] = await Promise.all(starting)
    const library = writeLibrary(folder)
    const origin = join(folder, 'origin.git')
    const workspace = join(folder, 'reader', 'shop')
    mkdirSync(dirname(workspace))
    gitIn(folder)('init', '--quiet', '--bare', '--initial-branch=main', origin)
    gitIn(folder)('clone', '--quiet', origin, workspace)

    const around = {
      repository: REPOSITORY,
      folder,
      caFile: certificates.caFile,
      tools: { PATH: process.env['PATH'] ?? '' },
      aws: { env: {} },
      github,
      issuer,
      proxy,
      artifacts,
    }
    const { repositories } = library
    const workflows = new Workflows({ around, github, origin, act, repositories })
    github.host(workflows)

    const server = join(folder, 'server')
    const restart = createServer((_request, response) => {
      const done = (status: number) => response.writeHead(status).end()
      kubernetes.authenticate(withIssuer(configured(server), trust)).then(
        () => done(204),
        () => done(500),
      )
    })
    const restartUrl = await listening(restart)
    own({ stop: async () => void restart.close() })
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    for (const name of ['gh', 'sudo']) writeProgram(bin, name)
    const databaseUrl = await postgres.createDatabase(DATABASE)
    const env = {
      PATH: [bin, dirname(process.execPath), kubectl, '/usr/bin', '/bin'].join(delimiter),
      HOME: join(folder, 'reader'),
      LANG: 'C.UTF-8',
      KUBECONFIG: kubernetes.adminKubeconfig,
      DATABASE_URL: databaseUrl,
      DATABASE_USER: new URL(databaseUrl).username,
      GH_REPO: REPOSITORY.repository,
      GH_TOKEN: github.token({
        actions: 'write',
        contents: 'write',
        metadata: 'read',
        'pull-requests': 'write',
        variables: 'write',
      }),
      GITHUB_API_URL: github.url,
      SERVER_ROOT: server,
      RESTART_URL: restartUrl,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: `url.file://${library.path}.insteadOf`,
      GIT_CONFIG_VALUE_0: `https://github.com/${LIBRARY}`,
      GIT_CONFIG_KEY_1: 'user.name',
      GIT_CONFIG_VALUE_1: 'reader',
      GIT_CONFIG_KEY_2: 'user.email',
      GIT_CONFIG_VALUE_2: 'reader@example.com',
    }
    return {
      steps: stepsOf(readFileSync(join(root, EXAMPLE, 'README.md'), 'utf8')),
      github,
      kubernetes,
      postgres,
      workflows,
      database: DATABASE,
      perform: async ({ blocks }) => {
        const said: string[] = []
        for (const block of blocks) said.push(await shell(block, workspace, env))
        return said.join('')
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
