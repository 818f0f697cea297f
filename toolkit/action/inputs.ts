/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */
import * as z from 'zod'
import { parseDuration } from '../model/duration.ts'
import { Failure } from '../model/failure.ts'
import { nearest } from '../model/nearest.ts'

/** A text; an empty one counts as not given. */
export function text(description: string) {
  return z.string().trim().min(1, 'must not be empty').meta({ description })
}

/** `true` or `false`; `isFlag` knows it again. */
export function flag(description: string, fallback: boolean) {
  return z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .default(fallback)
    .meta({ description, fallback: String(fallback), flag: true })
}

export function isFlag(field: z.core.$ZodType): boolean {
  return z.globalRegistry.get(field)?.['flag'] === true
}

export function choice<const Values extends readonly [string, ...string[]]>(
  description: string,
  values: Values,
  fallback: Values[number],
) {
  return z
    .enum(values, `must be one of ${values.join(', ')}`)
    .default(fallback as z.util.NoUndefined<z.output<z.ZodEnum<z.util.ToEnum<Values[number]>>>>)
    .meta({ description, fallback })
}

/** A duration such as `10m`, as milliseconds. */
export function duration(description: string, fallback: string) {
  return z
    .string()
    .trim()
    .transform((value, context) => {
      const milliseconds = parseDuration(value)
      if (milliseconds !== undefined) return milliseconds
      context.issues.push({
        code: 'custom',
        input: value,
        message: 'must be a duration such as 90s, 10m or 1h30m',
      })
      return z.NEVER
    })
    .prefault(fallback)
    .meta({ description, fallback })
}

/** A whole number. */
export function count(description: string, fallback: number, minimum = 0) {
  return z
    .string()
    .trim()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= minimum, `must be at least ${minimum}`)
    .prefault(String(fallback))
    .meta({ description, fallback: String(fallback) })
}

/** A list or a map that is written for machines. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** One item a line; blank lines do not count. */
export function list(description: string) {
  return z
    .string()
    .transform((value, context) => {
      if (!isJson(value))
        return value
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      context.issues.push({
        code: 'custom',
        input: value,
        message: 'must be one item a line, and not JSON',
      })
      return z.NEVER
    })
    .prefault('')
    .meta({ description, fallback: '' })
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Where something may be sent to, the token of the job too. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  const verified = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
  return verified && username === '' && password === '' && hash === ''
}

/** An address whose server proves who it is; on loopback it need not. */
export function address(description: string) {
  return text(description).refine(
    isSafeAddress,
    'must be an https address (http on loopback alone), without user, password and fragment',
  )
}

/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
export const commonInputs = z.object({
  'github-token': text(
    'Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.',
  ).optional(),
  comment: choice(
    'Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.',
    ['auto', 'off'],
    'auto',
  ),
  publish: choice(
    'Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.',
    ['here', 'hand-on'],
    'here',
  ),
  reviewed: choice(
    'Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.',
    ['required', 'warn', 'off'],
    'required',
  ),
  'review-signer': text(
    'Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.',
  )
    .regex(
      /^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/,
      'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml',
    )
    .optional(),
  'events-url': address(
    'Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.',
  ).optional(),
  'events-issuer': address(
    'Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.',
  ).optional(),
  name: text(
    'What people call the target, such as `production`; which target it is, its place decides.',
  ).optional(),
  'dry-run': flag('Shows what the command would do, and does not do it.', false),
  timeout: duration('How long the step may take before it is cancelled.', '30m'),
})
export type CommonInputs = z.output<typeof commonInputs>

export interface ParsedInputs<Schema extends z.ZodObject> {
  /** The inputs that are valid; complete when there are no problems. */
  readonly values: Partial<z.output<Schema>>
  readonly problems: readonly Failure[]
}

/**
 * Reads every input on its own, so that all problems are told at once.
 * @param given input name → text as passed by the caller; empty texts count as not given, as on a runner.
 */
export function parseInputs<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, string>>,
): ParsedInputs<Schema> {
  const problems: Failure[] = []
  const values: Record<string, unknown> = {}
  const known = Object.keys(schema.shape)
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    problems.push(
      new Failure({
        code: 'INPUT_UNKNOWN',
        what: `There is no input \`${name}\`.`,
        fix: near === undefined ? `The inputs are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
      }),
    )
  }
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = given[name] === '' ? undefined : given[name]
    if (value?.includes('${{') === true) {
      problems.push(unevaluated(name, value))
      continue
    }
    const result = z.safeParse(field, value)
    if (result.success) {
      if (result.data !== undefined) values[name] = result.data
    } else if (value === undefined) {
      problems.push(
        new Failure({
          code: 'INPUT_MISSING',
          what: `The input \`${name}\` is required.`,
          fix: `Add \`${name}:\` under \`with:\`. ${z.globalRegistry.get(field)?.description ?? ''}`.trim(),
        }),
      )
    } else {
      for (const issue of result.error.issues) {
        problems.push(
          new Failure({
            code: 'INPUT_INVALID',
            what: `The input \`${name}\` is \`${value}\`: ${issue.message}.`,
            fix: `Correct \`${name}:\` under \`with:\`.`,
          }),
        )
      }
    }
  }
  // Complete when nothing was wrong; a caller looks at the problems first.
  return { values: values as Partial<z.output<Schema>>, problems }
}

function unevaluated(name: string, value: string): Failure {
  return new Failure({
    code: 'INPUT_INVALID',
    what: `The input \`${name}\` is \`${value}\`: nobody has evaluated it.`,
    why: 'GitHub evaluates expressions in workflows and actions only; in their quotes, in files and in variables they stay as they are.',
    fix: `Write the expression itself behind \`${name}:\` under \`with:\` of the workflow.`,
  })
}
