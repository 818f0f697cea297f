/** What every client of the AWS SDK is made with. */
import type { AwsCredentials } from './credentials.ts'
import { type RequestHandler, requestHandler } from './handler.ts'

export interface ClientSettings {
  readonly region: string
  readonly endpoint?: string
  readonly requestHandler: RequestHandler
}

export interface SigningSettings {
  /** As the SDK wants them. */
  readonly credentials: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken: string
  }
}

/**
 * @param service as AWS names it in its variables: `STS`, `S3`, `KMS`
 * @param env of a child: its AWS_ENDPOINT_URL_<service>, AWS_ENDPOINT_URL, and the proxies count
 */
export function clientSettings(
  service: string,
  region: string,
  env: Readonly<Record<string, string>>,
): ClientSettings {
  const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL']
  return { region, requestHandler: requestHandler(env), ...(endpoint === undefined ? {} : { endpoint }) }
}

/** Where a service is asked, for failures; a bucket's own name may be before it. */
export function endpointOf(service: string, { region, endpoint }: ClientSettings): string {
  return endpoint ?? `https://${service.toLowerCase()}.${region}.amazonaws.com`
}

/** The settings of a client that signs its requests. */
export function signedBy<S extends Pick<ClientSettings, 'region'>>(
  { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: AwsCredentials,
  settings: S,
): S & SigningSettings {
  return {
    ...settings,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
  }
}
