/** From the inputs by which deploy and verify reach a cluster to a client. */
import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { githubBearer } from '../identity/kubernetes.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure } from '../model/failure.ts'
import type { World } from '../world/world.ts'
import { KubernetesClient } from './client.ts'
import { type Cluster, clusterFromKubeconfig } from './cluster.ts'
import type { ConnectionOptions } from './connection.ts'

export interface ClusterInputs {
  readonly 'api-server'?: string | undefined
  readonly 'certificate-authority'?: string | undefined
  readonly audience?: string | undefined
  readonly kubeconfig?: string | undefined
}

/** What is wrong with the inputs and permissions, before the cluster is asked anything. */
export function clusterProblems(inputs: ClusterInputs, world: World): Failure[] {
  const { 'api-server': server, kubeconfig } = inputs
  const problems: Failure[] = []
  const invalid = (what: string, fix: string) =>
    problems.push(new Failure({ code: 'INPUT_INVALID', what, fix }))
  if (server === undefined && kubeconfig === undefined) {
    invalid(
      'Neither `api-server` nor `kubeconfig` is given.',
      'Pass `api-server`, and `certificate-authority` if it is private.',
    )
  }
  if (server !== undefined && kubeconfig !== undefined) {
    invalid('Both `api-server` and `kubeconfig` are given.', 'Pass one of them.')
  }
  if (server !== undefined && !/^https:\/\/[^/]+/.test(server)) {
    invalid(
      `The input \`api-server\` is \`${server}\`: it must be an https address.`,
      'Correct `api-server:` under `with:`.',
    )
  }
  if (server !== undefined && !world.mayRequestIdToken) problems.push(idTokenPermission())
  for (const [name, path] of [
    ['kubeconfig', kubeconfig],
    [
      'certificate-authority',
      isPem(inputs['certificate-authority']) ? undefined : inputs['certificate-authority'],
    ],
  ] as const) {
    if (path !== undefined && !existsSync(absolute(path, world))) {
      invalid(
        `The input \`${name}\` names ${path}, which does not exist.`,
        `Correct \`${name}:\` under \`with:\`.`,
      )
    }
  }
  return problems
}

function isPem(value: string | undefined): boolean {
  return value?.includes('-----BEGIN CERTIFICATE-----') === true
}

function absolute(path: string, world: World): string {
  return isAbsolute(path) ? path : join(world.workspace, path)
}

function clusterOf(inputs: ClusterInputs, world: World): Cluster {
  const {
    kubeconfig,
    'api-server': server,
    'certificate-authority': authority,
    audience = 'omninode-deploy',
  } = inputs
  if (kubeconfig !== undefined) {
    const cluster = clusterFromKubeconfig(readFileSync(absolute(kubeconfig, world), 'utf8'), kubeconfig)
    for (const secret of cluster.secrets) world.redactor.add(secret)
    return cluster
  }
  return {
    server: (server ?? '').replace(/\/$/, ''), // given: clusterProblems asks for one of the two
    certificateAuthority:
      authority === undefined || isPem(authority)
        ? authority
        : readFileSync(absolute(authority, world), 'utf8'),
    credentials: { kind: 'bearer', bearer: githubBearer(audience, world.idToken, world.clock) },
    secrets: [], // world.idToken masks what it gives
  }
}

/** A client for the cluster that the inputs name; they have no problems. */
export function connectCluster(
  inputs: ClusterInputs,
  options: Pick<ConnectionOptions, 'concurrency'>,
  world: World,
): KubernetesClient {
  const { signal, random, log } = world
  return new KubernetesClient({
    cluster: clusterOf(inputs, world),
    ...options,
    known: false,
    signal,
    random,
    log,
  })
}
