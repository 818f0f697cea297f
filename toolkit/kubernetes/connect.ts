/** From the inputs by which deploy and verify reach a cluster to a client. */
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type BearerSource, githubBearer } from '../identity/kubernetes.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import { leadsWithin, readNamed, readWithin, Unreadable } from '../sources/checkout.ts'
import type { World } from '../world/world.ts'
import { KubernetesClient } from './client.ts'
import { type Cluster, clusterFromKubeconfig } from './cluster.ts'
import type { ConnectionOptions } from './connection.ts'
import type { KnownKind } from './discovery.ts'

export interface ClusterInputs {
  readonly 'api-server'?: string | undefined
  readonly 'certificate-authority'?: string | undefined
  readonly audience?: string | undefined
  readonly kubeconfig?: string | undefined
}

function invalid(what: string, fix: string): Failure {
  return new Failure({ code: 'INPUT_INVALID', what, fix })
}

/** The text of a file that an input names. @throws Failure INPUT_INVALID */
function textOf(input: string, path: string, world: World): string {
  try {
    return readNamed(world.workspace, path).toString('utf8')
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const why = error.reason === 'missing' ? 'which does not exist' : `which cannot be read: ${error.message}`
    throw invalid(`The input \`${input}\` names ${path}, ${why}.`, `Correct \`${input}:\` under \`with:\`.`)
  }
}

function absolute(path: string, world: World): string {
  return isAbsolute(path) ? path : join(world.workspace, path)
}

function authorityOf(authority: string | undefined, world: World): string | undefined {
  const isPem = authority?.includes('-----BEGIN CERTIFICATE-----') === true
  if (authority === undefined || isPem) return authority
  const text = textOf('certificate-authority', authority, world)
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw invalid(
    `The input \`certificate-authority\` names ${authority}, which holds no certificate.`,
    'Pass the PEM text, which begins with -----BEGIN CERTIFICATE-----, or the path of a file of it.',
  )
}

function readKubeconfig(file: string, world: World): Cluster {
  const folder = dirname(absolute(file, world))
  // What is committed must not name the files of the machine.
  const readOther = leadsWithin(world.workspace, folder) ? readWithin : readNamed
  const cluster = clusterFromKubeconfig(textOf('kubeconfig', file, world), file, (named) =>
    readOther(world.workspace, resolve(folder, named)).toString('utf8'),
  )
  for (const secret of cluster.secrets) world.redactor.add(secret)
  return cluster
}

/** The token as it stands in the file; whoever keeps that may have put another one there since this one was read. */
function rereading(first: BearerSource, reread: () => Cluster['credentials'] | undefined): BearerSource {
  let current = first
  return {
    token: () => current.token(),
    discard: () => {
      try {
        const credentials = reread()
        if (credentials?.kind === 'bearer') current = credentials.bearer
      } catch (error) {
        if (failuresIn(error).length === 0) throw error // what cannot be read now is no newer token
      }
    },
  }
}

function fromKubeconfig(file: string, world: World): Cluster {
  const cluster = readKubeconfig(file, world)
  const { credentials, server } = cluster
  if (credentials.kind !== 'bearer') return cluster
  const bearer = rereading(credentials.bearer, () => {
    const again = readKubeconfig(file, world)
    // Of another server it is another one's token.
    return again.server === server ? again.credentials : undefined
  })
  return { ...cluster, credentials: { ...credentials, bearer } }
}

function fromServer(server: string, inputs: ClusterInputs, world: World): Cluster {
  const { audience = 'omninode-deploy' } = inputs
  const problems: Failure[] = []
  if (!/^https:\/\/[^/]+/.test(server) || !URL.canParse(server)) {
    problems.push(
      invalid(
        `The input \`api-server\` is \`${server}\`: it must be an https address.`,
        'Correct `api-server:` under `with:`.',
      ),
    )
  }
  if (!world.mayRequestIdToken) problems.push(idTokenPermission())
  let certificateAuthority: string | undefined
  try {
    certificateAuthority = authorityOf(inputs['certificate-authority'], world)
  } catch (error) {
    problems.push(...failuresIn(error))
  }
  throwIfAny(problems)
  return {
    server: server.replace(/\/$/, ''),
    certificateAuthority,
    serverName: undefined,
    proxy: undefined,
    impersonation: {},
    credentials: { kind: 'bearer', bearer: githubBearer(audience, world.idToken, world.clock) },
    secrets: [], // world.idToken masks what it gives
  }
}

/**
 * The cluster that the inputs name; it is asked nothing yet.
 * @throws Failures of everything that is wrong with the inputs, their files and the permissions
 */
export function clusterOf(inputs: ClusterInputs, world: World): Cluster {
  const { 'api-server': server, kubeconfig } = inputs
  if (server !== undefined && kubeconfig !== undefined)
    throw invalid('Both `api-server` and `kubeconfig` are given.', 'Pass one of them.')
  if (kubeconfig !== undefined) return fromKubeconfig(kubeconfig, world)
  if (server !== undefined) return fromServer(server, inputs, world)
  throw invalid(
    'Neither `api-server` nor `kubeconfig` is given.',
    'Pass `api-server`, and `certificate-authority` if it is private.',
  )
}

/** @param served all that it is asked about, where that is known beforehand */
export function connectCluster(
  cluster: Cluster,
  options: Pick<ConnectionOptions, 'concurrency'>,
  world: World,
  served?: readonly KnownKind[],
): KubernetesClient {
  const { signal, random, log, env, clock } = world
  return new KubernetesClient({ cluster, ...options, known: false, signal, random, log, env, clock }, served)
}
