import { type HealthRule, ready, specOf, suspended } from '../health.ts'
import { knownKinds } from '../kinds.ts'

/** Its Jobs have a health of their own. */
export const rule: HealthRule = {
  id: 'cronjob',
  kinds: [knownKinds.cronJob],
  awaited: false,
  ends: false,
  judge: (object) =>
    specOf<{ suspend: boolean }>(object).suspend === true
      ? suspended('it is suspended', ['spec', 'suspend'])
      : ready('it is scheduled'),
}
