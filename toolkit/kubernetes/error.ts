/** An API server's refusal, with what its Status object says. */
import * as z from 'zod'
import { Failure, type FailureParts } from '../model/failure.ts'

const Cause = z.object({
  reason: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  field: z.string().optional().catch(undefined),
})

/** Of meta/v1; what is odd counts as not said. */
const Status = z.object({
  kind: z.literal('Status'),
  reason: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  details: z
    .object({ causes: z.array(Cause).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

/** A request that was refused, and where. */
export interface Refused {
  /** `https://…`, without a trailing slash. */
  readonly server: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: string
  /** Where a redirect leads. */
  readonly location?: string | undefined
  /** Milliseconds that the server asks to be left alone. */
  readonly pause?: number | undefined
}

function statusIn(body: string): z.output<typeof Status> | undefined {
  try {
    return Status.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** `User "x" cannot list resource "pods" in API group "" in the namespace "dev"`, as RBAC says it. */
function forbiddenIn(said: string): { fix: string; who: string } | undefined {
  const found =
    /User "([^"]*)" cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)"| at the cluster scope)?|path "([^"]*)")/.exec(
      said,
    )
  if (found === null) return undefined
  const [, who = '', verb, resource = '', group, namespace, path] = found
  if (path !== undefined) {
    return {
      who,
      fix: `Grant it with a ClusterRole: nonResourceURLs ["${path}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
    }
  }
  const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`
  return {
    who,
    fix: `Grant it with ${role}: apiGroups ["${group}"], resources ["${resource}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
  }
}

const IN_ITS_PLACE = 'Something else answers in place of the API server, such as a proxy or its login page.'
const FIX_ADDRESS =
  'Check that the address is that of the API server, and that no proxy on the way changes its answers.'

function explained({ server, method, path, status, body, location }: Refused): FailureParts {
  const said = statusIn(body)?.message
  const what = `The API server ${server} refused ${method} ${path} (${status}).`
  if (status >= 300 && status < 400) {
    return {
      code: 'CLUSTER_ANSWER',
      what: `${server} answered ${method} ${path} with a redirect${location === undefined ? '' : ` to ${location}`} (${status}).`,
      why: IN_ITS_PLACE,
      fix: FIX_ADDRESS,
    }
  }
  if (statusIn(body) === undefined && status < 500 && status !== 429) {
    return { code: 'CLUSTER_ANSWER', what, why: IN_ITS_PLACE, fix: FIX_ADDRESS }
  }
  if (status === 403) {
    const { fix, who } = forbiddenIn(said ?? '') ?? { who: '', fix: undefined }
    return {
      code: 'CLUSTER_FORBIDDEN',
      what: `The cluster does not allow ${who === '' ? 'this identity' : who} ${method} ${path}.`,
      ...(said === undefined ? {} : { why: `${said}.` }),
      fix: fix ?? 'Grant it to this identity, or change what is asked for so that the cluster admits it.',
    }
  }
  if (status === 429 || status >= 500) {
    return {
      code: 'CLUSTER_UNAVAILABLE',
      what: `The API server ${server} could not do ${method} ${path} (${status}).`,
      why: said === undefined ? 'It, or what stands in front of it, is in trouble.' : `${said}.`,
      fix: 'Run the job again when the API server is well; its own log says what the matter is.',
    }
  }
  return {
    code: 'CLUSTER_REFUSED',
    what,
    ...(said === undefined ? {} : { why: `${said}.` }),
    fix: 'Correct what is asked for, or run the job again if somebody changed the object at the same moment.',
  }
}

/** A Failure, so that whoever does not know better tells it as it is. */
export class KubernetesError extends Failure {
  /** The HTTP status. */
  readonly status: number
  /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, … */
  readonly reason: string
  /** The server's own words. */
  readonly said: string
  readonly causes: readonly z.output<typeof Cause>[]
  /** Milliseconds that the server asks to be left alone; undefined when it does not say. */
  readonly pause: number | undefined

  /** Whether the API server has judged what it was asked, as opposed to being in trouble, or not being asked at all. */
  get isJudgement(): boolean {
    return this.code === 'CLUSTER_FORBIDDEN' || this.code === 'CLUSTER_REFUSED'
  }

  /** Whether it is about what the identity may do, or a plugin that is not ready to judge, and not about what was sent. */
  get isForbidden(): boolean {
    const unready = this.said.includes('not yet ready to handle request')
    return this.status === 403 && (unready || forbiddenIn(this.said) !== undefined)
  }

  /** Whether what was sent is no object of its kind: validation of an applied object fails as if it were the server's fault. */
  get isAboutObject(): boolean {
    return this.status === 500 && /failed to (create typed patch object|convert new object)/.test(this.said)
  }

  constructor(refused: Refused) {
    super(explained(refused))
    const status = statusIn(refused.body)
    this.status = refused.status
    this.reason = status?.reason ?? ''
    this.said = status?.message ?? `the API server answered ${refused.status}`
    this.causes = status?.details?.causes ?? []
    this.pause = refused.pause
  }
}

/** Whether the object is not the one, or not the version, that was asked for; fields of others are no such conflict. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof KubernetesError &&
    error.status === 409 &&
    !error.causes.some(({ reason }) => reason === 'FieldManagerConflict')
  )
}

/** Whether the API server itself says that there is no such object: 404 of anybody else says nothing. */
export function isNotFound(error: unknown): boolean {
  return error instanceof KubernetesError && error.status === 404 && error.reason === 'NotFound'
}
