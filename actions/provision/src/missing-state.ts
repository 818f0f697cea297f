/** A state that is not there: what of the target could be looked at, nobody knows. */
import type { Bucket } from '#toolkit/aws/s3.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { stateObject } from './inputs/backend-config.ts'
import type { AskedStack, Provisioning } from './provisioning.ts'

/**
 * Asked before "nothing to do" is said of a stack. Without a state that is true of one that was never released and asks
 * for nothing.
 * @param wasReleased whether the bucket remembers a release of it
 * @throws Failure STATE_MISSING
 */
export async function refuseMissingState(
  run: Provisioning,
  stack: AskedStack,
  wasReleased: boolean,
  bucket: Bucket,
): Promise<void> {
  if (!wasReleased && run.command !== 'destroy') return
  const key = stateObject(run, stack)
  if (await bucket.has(key)) return
  throw new Failure({
    code: 'STATE_MISSING',
    what: `${stack.name} has no state: there is no s3://${run.backend.bucket}/${key}.`,
    why: wasReleased
      ? 'It was released before, so that its state was deleted or is elsewhere: whether anything is to be done cannot be told.'
      : 'Only a state says what a stack has: what is to be destroyed cannot be told.',
    fix: wasReleased
      ? `Bring the state back from the versions of the bucket. If nothing of the stack is left, delete ${key}.released as well.`
      : 'Correct `backend-config`, TF_WORKSPACE or the `key` of the backend; a stack that was never applied needs no destroy.',
    source: stack.coded.source,
  })
}
