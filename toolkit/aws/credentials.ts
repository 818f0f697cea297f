/** What AWS is asked with: for minutes, in memory. */

export interface AwsCredentials {
  readonly AWS_ACCESS_KEY_ID: string
  readonly AWS_SECRET_ACCESS_KEY: string
  readonly AWS_SESSION_TOKEN: string
}

/** What a session may do at most: the role's permissions count only as far as one of these allows them too. */
export interface SessionPolicy {
  /** ARNs of managed policies. */
  readonly managed: readonly string[]
  readonly document: Readonly<Record<string, unknown>>
}

export interface RoleOptions {
  readonly role: string
  readonly region: string
  /** Shown in CloudTrail. */
  readonly sessionName: string
  readonly sessionPolicy?: SessionPolicy
}
