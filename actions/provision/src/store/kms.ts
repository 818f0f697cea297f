/** Data keys from AWS KMS; imported when a plan is sealed or opened, because the SDK takes a while to load. */
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  InvalidCiphertextException,
  KMSClient,
  KMSServiceException,
} from '@aws-sdk/client-kms'
import { clientSettings, endpointOf, signedBy } from '#toolkit/aws/client.ts'
import type { AwsCredentials } from '#toolkit/aws/credentials.ts'
import { explainAws } from '#toolkit/aws/refusal.ts'
import { type DataKeys, KeyRefused } from './seal.ts'

export interface KmsOptions {
  /** ARN of the key. */
  readonly key: string
  readonly region: string
  readonly credentials: AwsCredentials
  /** Of a child: its AWS_ENDPOINT_URL_KMS and AWS_ENDPOINT_URL count. */
  readonly env: Readonly<Record<string, string>>
}

function bytesOf(value: Uint8Array | undefined): Uint8Array {
  if (value === undefined) throw new KeyRefused('KMS answered without a key')
  return Uint8Array.from(value)
}

/** Whether the key, or who asks, is refused; what passes by itself was tried again by the SDK. */
function refused(error: unknown): KeyRefused | undefined {
  // What was encrypted for another context or by another key, or is damaged, is all one error, without a message.
  if (error instanceof InvalidCiphertextException) return new KeyRefused('the data key is not of this bundle')
  if (error instanceof KMSServiceException) return new KeyRefused(`${error.name}: ${error.message}`)
  return undefined
}

export function openKms({ key, region, credentials, env }: KmsOptions): DataKeys & { close(): void } {
  const settings = clientSettings('KMS', region, env)
  const client = new KMSClient(signedBy(credentials, settings))
  const asking = async <T>(action: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const asked = { what: `KMS to use ${key}`, action, endpoint: endpointOf('KMS', settings), env }
      throw refused(error) ?? explainAws(error, asked)
    }
  }
  return {
    generate: (context) =>
      asking('kms:GenerateDataKey', async () => {
        const { Plaintext, CiphertextBlob } = await client.send(
          new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext: { ...context } }),
        )
        return { plain: bytesOf(Plaintext), encrypted: bytesOf(CiphertextBlob) }
      }),
    decrypt: (encrypted, context) =>
      asking('kms:Decrypt', async () => {
        const { Plaintext } = await client.send(
          // Named, so that a bundle cannot choose a key of somebody else's account.
          new DecryptCommand({ KeyId: key, CiphertextBlob: encrypted, EncryptionContext: { ...context } }),
        )
        return bytesOf(Plaintext)
      }),
    close: () => client.destroy(),
  }
}
