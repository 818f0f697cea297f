import type { Step } from '#toolkit/action/step.ts'
import { migrateInputs } from './inputs.ts'
import type { MigratePlan } from './plan.ts'

/** Server and database of a URL; nothing of one that cannot be read. */
function withoutCredential(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

export const step: Step<typeof migrateInputs, MigratePlan> = {
  name: 'migrate',
  description: 'Migrate a PostgreSQL database: planned, locked, each file once, undone when it fails.',
  commands: {
    plan: 'plan',
    apply: 'apply',
    rollback: 'apply',
    baseline: 'apply',
    repair: 'apply',
    status: 'look',
  },
  approvedElsewhere: ['rollback', 'baseline', 'repair'],
  inputs: migrateInputs,
  outputs: {
    applied: 'JSON list of the migrations that this run applied or rolled back.',
    head: 'The newest migration in effect before this run.',
    pending: 'JSON list of the migrations that the plan holds.',
    status: 'Path of what `status` has seen as JSON. Empty for other commands.',
  },
  asked: ({
    directory = '',
    'database-secret': secret = '',
    'database-url': url = '',
    'history-table': table = '',
  }) => [directory, secret, withoutCredential(url), table],
  open: async (given, world) => {
    const { openMigrate } = await import('./open.ts')
    return openMigrate(given, world)
  },
  report: (plan, outcome) => ({
    applied: JSON.stringify(
      (outcome?.results ?? []).filter((result) => result.status === 'done').map((result) => result.address),
    ),
    head: plan?.head ?? '',
    pending: JSON.stringify((plan?.changes ?? []).map((change) => change.address)),
  }),
}
