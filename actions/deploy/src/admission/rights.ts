/** What an identity may do, asked before anything is done: what is missing is told at once, with the rules to add. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { type GroupKind, groupKindOf, groupOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Application, leaseOf, parentOf } from '../application/application.ts'

export type Verb = 'create' | 'delete' | 'get' | 'list' | 'patch' | 'update'

/** One verb on one object, or on all of a kind in a namespace. */
export interface Right {
  readonly verb: Verb
  readonly kind: GroupKind
  readonly group: string
  /** `deployments`, `pods/log` */
  readonly resource: string
  /** Undefined outside of namespaces. */
  readonly namespace: string | undefined
  /** Undefined for all of them. */
  readonly name: string | undefined
}

/** Roles reach the authorizer of an API server that has just started a moment after its first answer. */
const CONFIRM_MS = 1_000

function placeOf(kind: GroupKind, verb: Verb, { namespace, name }: Reference): string | undefined {
  // A Role in a namespace may give rights to the Namespace itself, but not the right to make it.
  return kind === knownKinds.namespace && verb !== 'create' ? name : namespace
}

/** @param plural of its kind, as the API server has it in its paths */
export function rightsTo(verbs: readonly Verb[], reference: Reference, plural: string): Right[] {
  const kind = groupKindOf(reference)
  return verbs.map((verb) => ({
    verb,
    kind,
    group: groupOf(reference.apiVersion),
    resource: plural,
    namespace: placeOf(kind, verb, reference),
    name: reference.name,
  }))
}

/** What remembering an application needs, beside reading what is remembered, and holding its Lease meanwhile. */
export function rightsToRemember(application: Application): Right[] {
  return [
    ...rightsTo(['create', 'patch'], parentOf(application), 'configmaps'),
    ...rightsTo(['get', 'create', 'patch'], leaseOf(application), 'leases'),
  ]
}

export function rightsToRecall(application: Application): Right[] {
  return rightsTo(['get'], parentOf(application), 'configmaps')
}

/** What says why a rollout fails. */
function rightsToDiagnose(namespace: string): Right[] {
  const seen = [
    ['list', 'Pod', '', 'pods'],
    ['get', 'Pod', '', 'pods/log'],
    ['list', 'ReplicaSet.apps', 'apps', 'replicasets'],
    ['list', 'Event', '', 'events'],
  ] as const
  return seen.map(([verb, kind, group, resource]) => ({
    verb,
    kind,
    group,
    resource,
    namespace,
    name: undefined,
  }))
}

type Asking = Pick<KubernetesClient, 'raw'>

/** As the API server is asked: `*` is all of them. */
type Question = Omit<Right, 'verb' | 'kind'> & { readonly verb: Verb | '*' }

/** Who may do it, such as an administrator, may do whatever else is asked for. */
const everything: Question = { verb: '*', group: '*', resource: '*', namespace: undefined, name: undefined }

interface Review {
  readonly status?: { readonly allowed?: boolean }
}

function keyOf({ verb, group, resource, namespace = '', name = '' }: Question): string {
  return [verb, group, resource, namespace, name].join(' ')
}

/** What one identity may do. */
export class Rights {
  readonly #client: Asking
  readonly #asked = new Map<string, Promise<boolean>>()
  #silent: KubernetesError | undefined

  constructor(client: Asking) {
    this.#client = client
    this.#answer(everything).catch(() => undefined) // thrown when somebody wants to know
  }

  /** Why the API server does not say what the identity may do; then everything counts as allowed, until it is refused. */
  get silent(): KubernetesError | undefined {
    return this.#silent
  }

  async may(right: Right): Promise<boolean> {
    const all = await this.#may({ ...right, name: undefined })
    return all || (right.name !== undefined && (await this.#may(right)))
  }

  /** Asks at once for what will be asked for all of a kind: the answers are there when somebody wants them. */
  expect(rights: readonly Right[]): void {
    for (const right of rights) this.#may({ ...right, name: undefined }).catch(() => undefined) // thrown then
  }

  /** Those that are not given, each once. */
  async missing(rights: readonly Right[]): Promise<Right[]> {
    const each = [...new Map(rights.map((right) => [keyOf(right), right])).values()]
    const may = await Promise.all(each.map((right) => this.may(right)))
    return each.filter((_right, index) => may[index] !== true)
  }

  /**
   * @param later what is needed afterwards: told with the rest when something is missing, and no failure by itself
   * @throws Failure RIGHTS_MISSING that names all that are not given
   */
  async demand(
    rights: readonly Right[],
    later: readonly Right[],
    { signal }: Pick<World, 'signal'>,
  ): Promise<void> {
    if ((await this.missing(rights)).length === 0) return
    await sleep(CONFIRM_MS, undefined, { signal })
    this.#asked.clear()
    if ((await this.missing(rights)).length === 0) return
    throw rightsMissing(await this.missing([...rights, ...later]), await userOf(this.#client))
  }

  async #may(right: Right): Promise<boolean> {
    return (await this.#answer(everything)) || this.#answer(right)
  }

  #answer(question: Question): Promise<boolean> {
    const key = keyOf(question)
    const asked = this.#asked.get(key) ?? this.#ask(question)
    this.#asked.set(key, asked)
    return asked
  }

  async #ask({ verb, group, resource: path, namespace, name }: Question): Promise<boolean> {
    const [resource, subresource] = path.split('/')
    const resourceAttributes = { verb, group, resource, subresource, namespace, name }
    try {
      const { status } = await this.#client.raw<Review>(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes },
        },
      )
      return status?.allowed === true
    } catch (error) {
      if (!(error instanceof KubernetesError) || !error.isJudgement) throw error
      this.#silent = error
      return true
    }
  }
}

/** Who the API server takes us for; empty when it does not say. */
async function userOf(client: Asking): Promise<string> {
  interface Self {
    readonly status?: { readonly userInfo?: { readonly username?: string } }
  }
  try {
    const { status } = await client.raw<Self>('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'SelfSubjectReview',
    })
    return status?.userInfo?.username ?? ''
  } catch (error) {
    if (error instanceof KubernetesError) return ''
    throw error
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  return [...Map.groupBy(items, keyOf).values()] as [T, ...T[]][] // a group has a first item
}

function verbsOf(rights: readonly Right[]): string {
  return [...new Set(rights.map(({ verb }) => verb))].sort().join(', ')
}

/** `create, patch Deployment.apps in the namespace shop` */
function wordsOf(rights: readonly [Right, ...Right[]]): string {
  const [{ kind, resource, namespace }] = rights
  const [, part] = resource.split('/')
  const where = namespace === undefined ? 'in the cluster' : `in the namespace ${namespace}`
  return `${verbsOf(rights)} ${kind}${part === undefined ? '' : `/${part}`} ${where}`
}

function listed(rights: readonly Right[]): string {
  return grouped(rights, ({ kind, resource, namespace = '' }) => `${namespace} ${kind} ${resource}`)
    .map(wordsOf)
    .join('; ')
}

function rule(rights: readonly [Right, ...Right[]]): string {
  const [{ group, resource }] = rights
  return `{apiGroups: [${group === '' ? '""' : group}], resources: [${resource}], verbs: [${verbsOf(rights)}]}`
}

/** The rules to add, role by role. */
function rulesFor(rights: readonly Right[]): string {
  return grouped(rights, ({ namespace = '' }) => namespace)
    .map((inPlace) => {
      const [{ namespace }] = inPlace
      const rules = grouped(inPlace, ({ group, resource }) => `${group}/${resource}`).map(rule)
      const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`
      return `to ${role}: \`${rules.join(', ')}\``
    })
    .join('; ')
}

function rightsMissing(rights: readonly Right[], user: string): Failure {
  return new Failure({
    code: 'RIGHTS_MISSING',
    what: `This identity${user === '' ? '' : `, the user ${user},`} may not do what this release needs: ${listed(rights)}.`,
    why: 'It was asked before anything was written.',
    fix: `Add ${rulesFor(rights)}, and bind it to ${user === '' ? 'that user' : `the user ${user}`} or a group of it.`,
  })
}

/** What cannot be told of a rollout that fails; none when everything can. */
export async function blindFindings(
  rights: Rights,
  awaited: readonly { readonly namespace: string | undefined }[],
): Promise<Finding[]> {
  const namespaces = new Set(awaited.flatMap(({ namespace }) => namespace ?? []))
  const missing = await rights.missing([...namespaces].flatMap(rightsToDiagnose))
  if (missing.length === 0) return []
  return [
    finding(
      {
        rule: 'diagnosis-rights',
        severity: 'notice',
        verdict: 'unknown',
        message: `When a rollout fails, it cannot be told why: this identity may not ${listed(missing)}.`,
        why: 'Pods, their events and their last lines say which container fails, and of what.',
        fix: `Add ${rulesFor(missing)}.`,
      },
      listed(missing),
    ),
  ]
}

/** That nobody says what the identity may do. */
export function silentFindings({ silent }: Rights): Finding[] {
  if (silent === undefined) return []
  return [
    finding(
      {
        rule: 'rights-unknown',
        severity: 'notice',
        verdict: 'unknown',
        message: 'The API server does not say what this identity may do.',
        why: silent.why ?? silent.what,
        fix: 'Let it make SelfSubjectAccessReviews: the ClusterRole system:basic-user gives that.',
      },
      'rights',
    ),
  ]
}
