import {
  condition,
  failed,
  type HealthRule,
  progressing,
  ready,
  specOf,
  statusOf,
  suspended,
  wordsOf,
} from '../health.ts'
import { knownKinds } from '../kinds.ts'

interface Status {
  readonly active: number
  readonly succeeded: number
  readonly failed: number
}

/** A Job is ready when it is complete; its spec cannot change, so that there is no generation to look at. */
export const rule: HealthRule = {
  id: 'job',
  kinds: [knownKinds.job],
  awaited: true,
  ends: true,
  judge: (object) => {
    if (condition(object, 'Complete')?.status === 'True') return ready('it is complete')
    const failure = condition(object, 'Failed')
    if (failure?.status === 'True') return failed(`it failed: ${wordsOf(failure)}`)
    if (specOf<{ suspend: boolean }>(object).suspend === true)
      return suspended('it is suspended', ['spec', 'suspend'])
    const { active, succeeded, failed: attempts } = statusOf<Status>(object)
    return progressing(
      `${active ?? 0} of its pods run, ${succeeded ?? 0} have succeeded, ${attempts ?? 0} have failed`,
    )
  },
}
