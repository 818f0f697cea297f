/** What a second plan still wants, without what only the emulator is to blame for. */

interface PlannedChange {
  readonly address: string
  readonly type: string
  readonly change: {
    readonly actions: readonly string[]
    readonly before: unknown
    readonly after: unknown
    /** What a replacement is for. */
    readonly replace_paths?: readonly unknown[]
  }
}

export interface Planned {
  readonly resource_changes?: readonly PlannedChange[]
}

/** Type and attribute that moto does not give back as they were written, and why. */
const GROUP = 'moto forgets the description of a rule that names another group'
const INSIGHTS = 'moto knows neither monitoring nor insights of a database'
const artefacts: readonly { readonly type: string; readonly attribute: string; readonly why: string }[] = [
  { type: 'aws_vpc_security_group_ingress_rule', attribute: 'description', why: GROUP },
  { type: 'aws_vpc_security_group_egress_rule', attribute: 'description', why: GROUP },
  {
    type: 'aws_instance',
    attribute: 'vpc_security_group_ids',
    why: 'moto forgets the groups of an interface that is described together with its instance',
  },
  { type: 'aws_db_instance', attribute: 'monitoring_interval', why: INSIGHTS },
  { type: 'aws_db_instance', attribute: 'monitoring_role_arn', why: INSIGHTS },
  { type: 'aws_db_instance', attribute: 'performance_insights_enabled', why: INSIGHTS },
  { type: 'aws_db_instance', attribute: 'performance_insights_kms_key_id', why: INSIGHTS },
  { type: 'aws_db_instance', attribute: 'performance_insights_retention_period', why: INSIGHTS },
  {
    type: 'aws_db_parameter_group',
    attribute: 'parameter',
    why: 'moto gives back the settings of a parameter group without saying who has set them',
  },
]

/** Whether what is different there is only what moto has lost. */
export function isArtefact(type: string, attribute: string): boolean {
  return artefacts.some((known) => known.type === type && known.attribute === attribute)
}

/** `address: attribute` of everything that would still be changed. */
export function remaining({ resource_changes: changes = [] }: Planned): string[] {
  return changes.flatMap(({ address, type, change }) => {
    if (change.actions.every((action) => action === 'no-op' || action === 'read')) return []
    if (change.actions.join() !== 'update')
      return [`${address}: ${change.actions.join()} ${JSON.stringify(change.replace_paths ?? [])}`]
    const before = change.before as Readonly<Record<string, unknown>> // both are objects when something is updated
    const after = change.after as Readonly<Record<string, unknown>>
    return Object.keys({ ...before, ...after })
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .filter((name) => !isArtefact(type, name))
      .map((name) => `${address}: ${name} ${JSON.stringify(before[name])} → ${JSON.stringify(after[name])}`)
  })
}
