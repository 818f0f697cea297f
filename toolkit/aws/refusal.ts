/** What it means when AWS does not do what it was asked. */
import { Failure, failuresIn } from '../model/failure.ts'
import { proxiesIn } from '../transport/proxies.ts'
import { troubleOf } from '../transport/trouble.ts'

interface Asked {
  /** For people: `S3 to read s3://bucket/key`. */
  readonly what: string
  /** The action that a policy must allow: `s3:GetObject`. */
  readonly action: string
  /** Where it was asked, as far as it is known. */
  readonly endpoint: string
  readonly env: Readonly<Record<string, string>>
}

interface SdkError {
  readonly name: string
  readonly message: string
  readonly $metadata: { readonly httpStatusCode?: number }
}

function isSdkError(error: unknown): error is SdkError {
  return (
    error instanceof Error &&
    '$metadata' in error &&
    typeof error.$metadata === 'object' &&
    error.$metadata !== null
  )
}

const forbidden = /AccessDenied|Forbidden|UnauthorizedOperation|NotAuthorized/

/**
 * A failed call as a Failure; it never ends as a bug, whatever was answered.
 * @returns AWS_FORBIDDEN, AWS_REFUSED, AWS_UNREACHABLE, AWS_ANSWER; what is a failure already as it is
 */
export function explainAws(error: unknown, { what, action, endpoint, env }: Asked): unknown {
  if (failuresIn(error).length > 0 || (error instanceof Error && error.name === 'AbortError')) return error
  if (!URL.canParse(endpoint)) {
    return new Failure({
      code: 'AWS_UNREACHABLE',
      what: `AWS could not be asked for ${what}.`,
      why: `${endpoint} is no address.`,
      fix: 'Correct AWS_ENDPOINT_URL, or remove it.',
    })
  }
  const trouble = troubleOf(error, new URL(endpoint), proxiesIn(env))
  if (trouble !== undefined) {
    return new Failure({
      code: 'AWS_UNREACHABLE',
      what: `AWS could not be asked for ${what} (${trouble.code}).`,
      why: trouble.why,
      fix: trouble.fix,
      cause: error,
    })
  }
  const status = isSdkError(error) ? error.$metadata.httpStatusCode : undefined
  const named =
    isSdkError(error) && !/^(?:Error|SyntaxError|TypeError|Unknown|UnknownError|\d+)$/.test(error.name)
  if (isSdkError(error) && named) {
    const isForbidden = forbidden.test(error.name) || status === 403
    return new Failure({
      code: isForbidden ? 'AWS_FORBIDDEN' : 'AWS_REFUSED',
      what: `AWS refused ${what}${status === undefined ? '' : ` (${status})`}.`,
      why: `${error.name}: ${error.message.replace(/\.$/, '')}.`,
      fix: isForbidden
        ? `Allow ${action} in the policy of the role, and in those of what it is asked of.`
        : error.name === 'NoSuchBucket'
          ? 'Make the bucket, or correct its name: that of the states is in `backend-config:`, that of the plans in `plan-store:`.'
          : 'Correct what AWS names; the code before the colon is in the documentation of the service.',
      cause: error,
    })
  }
  return new Failure({
    code: 'AWS_ANSWER',
    what: `AWS was asked for ${what}, and the answer is not one of AWS${status === undefined ? '' : ` (${status})`}.`,
    why: 'Something else answers in its place, such as a proxy or its login page.',
    fix: 'Check AWS_ENDPOINT_URL and HTTPS_PROXY, and that no proxy on the way changes the answers.',
    cause: error,
  })
}
