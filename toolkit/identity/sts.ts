/** The one call of the AWS SDK; imported when a role is assumed, because the SDK takes a while to load. */
import { fromWebToken } from '@aws-sdk/credential-providers'
import type { AwsCredentials, RoleOptions } from './aws.ts'

export async function exchange(
  options: RoleOptions & {
    readonly token: string
    readonly endpoint: string | undefined
    readonly seconds: number
  },
): Promise<AwsCredentials> {
  const provider = fromWebToken({
    roleArn: options.role,
    roleSessionName: options.sessionName,
    webIdentityToken: options.token,
    durationSeconds: options.seconds,
    clientConfig: {
      region: options.region,
      // Retries are ours: a new token for each.
      maxAttempts: 1,
      ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    },
  })
  const { accessKeyId, secretAccessKey, sessionToken } = await provider()
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken ?? '',
  }
}
