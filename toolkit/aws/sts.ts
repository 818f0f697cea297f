/** What STS is asked; imported when a role is assumed, because the SDK takes a while to load. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { fromWebToken } from '@aws-sdk/credential-providers'
import { type ClientSettings, signedBy } from './client.ts'
import type { AwsCredentials, RoleOptions } from './credentials.ts'

/** Retries are ours: a new token for each. */
const ONCE = { maxAttempts: 1 } as const

/** @param seconds that the credentials live */
export async function assumeWithToken(
  { role, sessionName, sessionPolicy }: RoleOptions,
  token: string,
  seconds: number,
  settings: ClientSettings,
): Promise<AwsCredentials> {
  const { accessKeyId, secretAccessKey, sessionToken } = await fromWebToken({
    roleArn: role,
    roleSessionName: sessionName,
    webIdentityToken: token,
    durationSeconds: seconds,
    ...(sessionPolicy === undefined
      ? {}
      : {
          policy: JSON.stringify(sessionPolicy.document),
          policyArns: sessionPolicy.managed.map((arn) => ({ arn })),
        }),
    clientConfig: { ...settings, ...ONCE },
  })()
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken ?? '',
  }
}

/** `arn:aws:sts::123456789012:assumed-role/name/session` */
export async function callerArn(settings: ClientSettings, credentials: AwsCredentials): Promise<string> {
  const client = new STSClient({ ...signedBy(credentials, settings), ...ONCE })
  try {
    const { Arn } = await client.send(new GetCallerIdentityCommand({}))
    return Arn ?? ''
  } finally {
    client.destroy()
  }
}
