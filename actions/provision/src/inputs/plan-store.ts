/** The inputs `plan-store`, `plan-store-key` and `plan-max-age`. */
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'

export interface PlanStoreSettings {
  readonly bucket: string
  /** Without a slash at its end. */
  readonly prefix: string
  /** ARN of the KMS key that plans are sealed with. */
  readonly key: string
  /** Milliseconds. */
  readonly maxAge: number
}

/** @returns undefined for what is not `s3://bucket/prefix` */
function parseLocation(text: string): { bucket: string; prefix: string } | undefined {
  const [, bucket, prefix] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([\w!.*'()/-]+?)\/?$/.exec(text) ?? []
  return bucket === undefined || prefix === undefined || prefix.startsWith('/')
    ? undefined
    : { bucket, prefix }
}

interface Given {
  readonly store: string | undefined
  readonly key: string | undefined
  /** Milliseconds. */
  readonly maxAge: number
}

/**
 * @returns undefined when none is given
 * @throws Failures INPUT_INVALID
 */
export function parsePlanStore({ store, key, maxAge }: Given): PlanStoreSettings | undefined {
  const problems: Failure[] = []
  const refuse = (what: string, fix: string) =>
    problems.push(new Failure({ code: 'INPUT_INVALID', what, fix }))
  const location = store === undefined ? undefined : parseLocation(store)
  if (store !== undefined && location === undefined)
    refuse(
      `The input \`plan-store\` is \`${store}\`: it must be s3://bucket/prefix.`,
      'Name a prefix too, so that the roles can be given that part of the bucket only.',
    )
  if (key !== undefined && !/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(key))
    refuse(
      `The input \`plan-store-key\` is \`${key}\`: it must be the ARN of a KMS key.`,
      'Write `plan-store-key: arn:aws:kms:<region>:<account>:key/<id>`; an alias may be pointed elsewhere.',
    )
  if ((store === undefined) !== (key === undefined)) {
    const [missing, given] =
      store === undefined ? ['plan-store', 'plan-store-key'] : ['plan-store-key', 'plan-store']
    refuse(
      `The input \`${given}\` needs \`${missing}\` beside it.`,
      'A plan file holds the whole state: it is kept only when it is sealed.',
    )
  }
  throwIfAny(problems)
  return location === undefined || key === undefined ? undefined : { ...location, key, maxAge }
}
