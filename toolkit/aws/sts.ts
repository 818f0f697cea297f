/** The calls of the AWS SDK; imported when a role is assumed, because the SDK takes a while to load. */
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { AwsCredentials, RoleOptions } from './credentials.ts'

interface Place {
  readonly region: string
  readonly endpoint: string | undefined
}

function clientFor({ region, endpoint }: Place, credentials?: AwsCredentials): STSClient {
  return new STSClient({
    region,
    // Retries are ours: a new token for each.
    maxAttempts: 1,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined
      ? {}
      : {
          credentials: {
            accessKeyId: credentials.AWS_ACCESS_KEY_ID,
            secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
            sessionToken: credentials.AWS_SESSION_TOKEN,
          },
        }),
  })
}

export async function exchange(
  options: RoleOptions & Place & { readonly token: string; readonly seconds: number },
): Promise<AwsCredentials> {
  const { sessionPolicy } = options
  const client = clientFor(options)
  try {
    const { Credentials: given } = await client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: options.role,
        RoleSessionName: options.sessionName,
        WebIdentityToken: options.token,
        DurationSeconds: options.seconds,
        ...(sessionPolicy === undefined
          ? {}
          : {
              Policy: JSON.stringify(sessionPolicy.document),
              PolicyArns: sessionPolicy.managed.map((arn) => ({ arn })),
            }),
      }),
    )
    return {
      AWS_ACCESS_KEY_ID: given?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: given?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: given?.SessionToken ?? '',
    }
  } finally {
    client.destroy()
  }
}

/** `arn:aws:sts::123456789012:assumed-role/name/session` */
export async function callerArn(place: Place, credentials: AwsCredentials): Promise<string> {
  const client = clientFor(place, credentials)
  try {
    const { Arn } = await client.send(new GetCallerIdentityCommand({}))
    return Arn ?? ''
  } finally {
    client.destroy()
  }
}
