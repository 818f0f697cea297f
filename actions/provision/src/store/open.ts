import type { AwsCredentials } from '#toolkit/aws/credentials.ts'
import type { World } from '#toolkit/world/world.ts'
import type { PlanStoreSettings } from '../inputs/plan-store.ts'
import type { PlanStore } from './plan-store.ts'

export interface OpenedStore {
  readonly store: PlanStore
  close(): void
}

/** A plan store, in a session of AWS. */
export async function openStore(
  settings: PlanStoreSettings,
  { region, credentials }: { readonly region: string; readonly credentials: AwsCredentials },
  world: World,
): Promise<OpenedStore> {
  const [{ openBucket }, { openKms }, { PlanStore }] = await Promise.all([
    import('#toolkit/aws/s3.ts'),
    import('./kms.ts'),
    import('./plan-store.ts'),
  ])
  const { env } = world
  const bucket = openBucket({ bucket: settings.bucket, region, credentials, env })
  // The key may live in another region than the stacks.
  const keys = openKms({ key: settings.key, region: settings.key.split(':')[3] ?? region, credentials, env })
  const close = () => {
    bucket.close()
    keys.close()
  }
  return { store: new PlanStore(settings, bucket, keys, world), close }
}
