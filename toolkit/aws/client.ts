/** What every client of the AWS SDK is made with. */
import type { AwsCredentials } from './credentials.ts'

export interface ClientSettings {
  readonly region: string
  readonly endpoint?: string
}

export interface SignedSettings extends ClientSettings {
  /** As the SDK wants them. */
  readonly credentials: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken: string
  }
}

/**
 * @param service as AWS names it in its variables: `STS`, `S3`, `KMS`
 * @param env of a child: its AWS_ENDPOINT_URL_<service> and AWS_ENDPOINT_URL count
 */
export function clientSettings(
  service: string,
  region: string,
  env: Readonly<Record<string, string>>,
): ClientSettings {
  const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL']
  return { region, ...(endpoint === undefined ? {} : { endpoint }) }
}

/** The settings of a client that signs its requests. */
export function signedBy(
  { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: AwsCredentials,
  settings: ClientSettings,
): SignedSettings {
  return {
    ...settings,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
  }
}
