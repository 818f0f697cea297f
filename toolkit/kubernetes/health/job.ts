import type { KubernetesObject } from '../object.ts'
import { condition, failed, type Health, progressing, ready } from './health.ts'

export function jobHealth(object: KubernetesObject): Health {
  if (condition(object, 'Complete')?.status === 'True') return ready
  const failure = condition(object, 'Failed')
  if (failure?.status === 'True')
    return failed(`${failure.reason ?? 'Failed'}: ${failure.message ?? 'the job gave up'}`)
  const { active = 0, failed: attempts = 0 } = (object['status'] ?? {}) as Record<string, number> // batch/v1
  return progressing(`${active} pods run, ${attempts} have failed`)
}
