/** The few calls of S3 that are made beside Terraform; imported when they are, because the SDK takes a while to load. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { clientSettings, endpointOf, signedBy } from './client.ts'
import type { AwsCredentials } from './credentials.ts'
import { explainAws } from './refusal.ts'

export interface BucketOptions {
  readonly bucket: string
  readonly region: string
  readonly credentials: AwsCredentials
  /** Of a child: its AWS_ENDPOINT_URL_S3 and AWS_ENDPOINT_URL count. */
  readonly env: Readonly<Record<string, string>>
}

export interface PutOptions {
  readonly once?: boolean
  /** Only in the place of the object that has this tag. */
  readonly over?: string
  /** ARN of the KMS key that S3 encrypts the object with; the bucket's own setting counts without one. */
  readonly encryptWith?: string
}

export interface StoredObject {
  readonly body: Uint8Array
  /** Another one for each content: `over` of the write that takes its place. */
  readonly tag: string
}

/** What AWS refuses, or answers oddly, is thrown as a Failure: see `explainAws`. */
export interface Bucket {
  /** @returns undefined when there is no such object */
  get(key: string): Promise<Uint8Array | undefined>
  /** @returns undefined when there is no such object */
  read(key: string): Promise<StoredObject | undefined>
  /** Whether there is such an object. */
  has(key: string): Promise<boolean>
  /** @returns false when there is such an object already, and `once` is asked for; when it is not the one of `over` */
  put(key: string, body: Uint8Array | string, options?: PutOptions): Promise<boolean>
  delete(key: string): Promise<void>
  close(): void
}

/** By address, as with Terraform: a name in front of it could not be looked up. */
function isAddress(endpoint: string): boolean {
  return /^https?:\/\/(?:\d+\.\d+\.\d+\.\d+|\[)/.test(endpoint)
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status
}

export function openBucket({ bucket, region, credentials, env }: BucketOptions): Bucket {
  const settings = clientSettings('S3', region, env)
  const client = new S3Client({
    ...signedBy(credentials, settings),
    forcePathStyle: isAddress(settings.endpoint ?? ''),
  })
  const failed = (error: unknown, verb: string, action: string, key: string) =>
    explainAws(error, {
      what: `S3 to ${verb} s3://${bucket}/${key}`,
      action,
      endpoint: endpointOf('S3', settings),
      env,
    })
  const read = async (key: string): Promise<StoredObject | undefined> => {
    try {
      const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      const body = await Body?.transformToByteArray()
      return body === undefined ? undefined : { body, tag: ETag }
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw failed(error, 'read', 's3:GetObject', key)
    }
  }
  return {
    get: async (key) => (await read(key))?.body,
    read,
    has: async (key) => {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
        return true
      } catch (error) {
        if (hasStatus(error, 404)) return false
        throw failed(error, 'look for', 's3:GetObject', key)
      }
    },
    put: async (key, body, { once = false, over, encryptWith } = {}) => {
      const conditional = once || over !== undefined
      try {
        const condition = {
          ...(once ? { IfNoneMatch: '*' } : {}),
          ...(over === undefined ? {} : { IfMatch: over }),
        }
        const encryption =
          encryptWith === undefined
            ? {}
            : { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: encryptWith }
        await client.send(
          new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...condition, ...encryption }),
        )
        return true
      } catch (error) {
        // 409: another conditional write to the same key is under way.
        if (conditional && (hasStatus(error, 412) || hasStatus(error, 409))) return false
        // What was to be written over is gone.
        if (over !== undefined && hasStatus(error, 404)) return false
        throw failed(error, 'write', 's3:PutObject', key)
      }
    },
    delete: async (key) => {
      try {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
      } catch (error) {
        throw failed(error, 'delete', 's3:DeleteObject', key)
      }
    },
    close: () => client.destroy(),
  }
}
