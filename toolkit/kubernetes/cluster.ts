/** How a cluster is reached: its address, whom to trust there, and how one proves who one is. */
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import type { BearerSource } from '../identity/kubernetes.ts'
import { Failure } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import { readOrdinary, Unreadable } from '../sources/checkout.ts'
import { readYaml } from '../sources/yaml.ts'

export type Credentials =
  /** `fixed`: of a kubeconfig, so that nobody mints another. */
  | { readonly kind: 'bearer'; readonly bearer: BearerSource; readonly fixed?: true }
  | { readonly kind: 'certificate'; readonly cert: string; readonly key: string }

export interface Cluster {
  /** `https://…`, without a trailing slash. */
  readonly server: string
  /** PEM of the authority that signed the server's certificate; the system's authorities when undefined. */
  readonly certificateAuthority: string | undefined
  /** The name that its certificate is for; that of its address when undefined. */
  readonly serverName: string | undefined
  /** The proxy in front of it, whatever the environment says. */
  readonly proxy: URL | undefined
  /** The headers by which one acts as somebody else. */
  readonly impersonation: Readonly<Record<string, string | readonly string[]>>
  readonly credentials: Credentials
  /** What must never be shown. */
  readonly secrets: readonly string[]
}

const Kubeconfig = z.object({
  'current-context': z.string(),
  contexts: z.array(
    z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string() }) }),
  ),
  clusters: z.array(
    z.object({
      name: z.string(),
      cluster: z.object({
        server: z.string(),
        'certificate-authority': z.string().optional(),
        'certificate-authority-data': z.string().optional(),
        'insecure-skip-tls-verify': z.boolean().optional(),
        'tls-server-name': z.string().optional(),
        'proxy-url': z.string().optional(),
      }),
    }),
  ),
  users: z.array(
    z.object({
      name: z.string(),
      user: z.object({
        token: z.string().optional(),
        'client-certificate': z.string().optional(),
        'client-certificate-data': z.string().optional(),
        'client-key': z.string().optional(),
        'client-key-data': z.string().optional(),
        as: z.string().optional(),
        'as-uid': z.string().optional(),
        'as-groups': z.array(z.string()).optional(),
        'as-user-extra': z.record(z.string(), z.array(z.string())).optional(),
      }),
    }),
  ),
})

function refused(what: string, fix: string): Failure {
  return new Failure({ code: 'KUBECONFIG', what, fix })
}

/** Text that stands in the kubeconfig, or in a file that it names. @throws Failure KUBECONFIG */
function either(
  data: string | undefined,
  file: string | undefined,
  read: (file: string) => string,
): string | undefined {
  if (data !== undefined) return Buffer.from(data, 'base64').toString('utf8')
  if (file === undefined) return undefined
  try {
    return read(file)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw refused(
      `The kubeconfig names the file ${file}, which cannot be read: ${error.message}.`,
      'Correct the path, which is relative to the kubeconfig, or put its content in as data.',
    )
  }
}

/** @throws Failure KUBECONFIG */
function proxyOf(text: string | undefined): URL | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw refused(
    "The kubeconfig's proxy-url names no HTTP proxy.", // not shown: it may hold a password
    'Give it as http://proxy.example.com:3128; other kinds of proxies are not spoken here.',
  )
}

type User = z.output<typeof Kubeconfig>['users'][number]['user']

/** What a header's name may not hold is written as in addresses. */
function headerName(key: string): string {
  return [...key.toLowerCase()]
    .map((letter) => (/[\w!#$&'*+.^`|~-]/.test(letter) ? letter : encodeURIComponent(letter)))
    .join('')
}

/** @throws Failure KUBECONFIG */
function impersonationOf(user: User): Cluster['impersonation'] {
  const { as, 'as-uid': uid, 'as-groups': groups = [], 'as-user-extra': extra = {} } = user
  if (as === undefined || as === '') {
    if (uid === undefined && groups.length === 0 && Object.keys(extra).length === 0) return {}
    throw refused(
      "The kubeconfig's user acts with the groups of somebody without saying as whom.",
      'Name them as `as`, or remove as-uid, as-groups and as-user-extra.',
    )
  }
  return {
    'impersonate-user': as,
    ...(uid === undefined ? {} : { 'impersonate-uid': uid }),
    ...(groups.length === 0 ? {} : { 'impersonate-group': groups }),
    ...Object.fromEntries(
      Object.entries(extra).map(([key, values]) => [`impersonate-extra-${headerName(key)}`, values]),
    ),
  }
}

/**
 * The cluster and the user of a kubeconfig's current context: a token or a client certificate.
 * @param file how the kubeconfig is named in failures
 * @param read gives the text of a file that it names, which is relative to its folder
 * @throws Failure KUBECONFIG for what is missing, insecure or not supported.
 */
export function clusterFromKubeconfig(
  text: string,
  file: string,
  read = (named: string) => readOrdinary(resolve(dirname(file), named)).toString('utf8'),
): Cluster {
  const value = readYaml(text, file)[0]?.value
  const parsed = Kubeconfig.safeParse(value)
  if (!parsed.success) {
    throw refused(
      `The kubeconfig ${file} is not one: ${mismatch(parsed.error, value)}.`,
      'Pass a whole one, such as `kubectl config view --minify --flatten` prints.',
    )
  }
  const config = parsed.data
  const current = config['current-context']
  const context = config.contexts.find((each) => each.name === current)?.context
  if (context === undefined) {
    const names = config.contexts.map(({ name }) => name).join(', ')
    throw refused(
      `The kubeconfig ${file} has no context "${current}", which is its current one.`,
      `Correct \`current-context\`. Its contexts are: ${names === '' ? 'none' : names}.`,
    )
  }
  const cluster = config.clusters.find((each) => each.name === context.cluster)?.cluster
  const user = config.users.find((each) => each.name === context.user)?.user
  if (cluster === undefined || user === undefined) {
    throw refused(
      `The context "${current}" of the kubeconfig ${file} names the ${cluster === undefined ? `cluster "${context.cluster}"` : `user "${context.user}"`}, which is not in it.`,
      'Name a cluster and a user that it holds.',
    )
  }
  if (cluster['insecure-skip-tls-verify'] === true) {
    throw refused(
      'The kubeconfig turns the verification of the server off.',
      'Give its certificate-authority instead.',
    )
  }
  const { server } = cluster
  if (!/^https:\/\//.test(server) || !URL.canParse(server))
    throw refused(`The server ${server} is not https.`, 'Use its https address.')
  const certificateAuthority = either(
    cluster['certificate-authority-data'],
    cluster['certificate-authority'],
    read,
  )
  if (certificateAuthority !== undefined && !certificateAuthority.includes('-----BEGIN CERTIFICATE-----')) {
    throw refused(
      `The authority of the cluster "${context.cluster}" in the kubeconfig ${file} is no certificate.`,
      '`certificate-authority-data` is the Base64 of a PEM file, `certificate-authority` the path of one.',
    )
  }
  const cert = either(user['client-certificate-data'], user['client-certificate'], read)
  const key = either(user['client-key-data'], user['client-key'], read)
  const proxy = proxyOf(cluster['proxy-url'])
  const shared = {
    server: server.replace(/\/$/, ''),
    certificateAuthority,
    serverName: cluster['tls-server-name'] || undefined,
    proxy,
    impersonation: impersonationOf(user),
  }
  const proxySecrets =
    proxy === undefined || proxy.password === '' ? [] : [decodeURIComponent(proxy.password)]
  if (cert !== undefined && key !== undefined)
    return { ...shared, credentials: { kind: 'certificate', cert, key }, secrets: [key, ...proxySecrets] }
  const { token } = user
  if (token === undefined) {
    throw refused(
      `The user "${context.user}" of the kubeconfig ${file} has neither a token nor a client certificate.`,
      'Use `api-server` with the OIDC identity, or such a user: programs (`exec`) and other ways to log in are not run.',
    )
  }
  return {
    ...shared,
    credentials: {
      kind: 'bearer',
      fixed: true,
      bearer: { token: () => Promise.resolve(token), discard: () => undefined },
    },
    secrets: [token, ...proxySecrets],
  }
}
