/** The `plan-store` input. */

/** @returns undefined for what is not `s3://bucket/prefix` */
export function parseLocation(text: string): { bucket: string; prefix: string } | undefined {
  const [, bucket, prefix] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([\w!.*'()/-]+?)\/?$/.exec(text) ?? []
  return bucket === undefined || prefix === undefined || prefix.startsWith('/')
    ? undefined
    : { bucket, prefix }
}
