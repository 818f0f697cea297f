/** What may not be destroyed unless the merged code says so. */
import type { Change } from '#toolkit/model/change.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { DestroyAllowance, StackSettings } from '../stack/settings.ts'

/** Types whose things hold data, or the keys to it: what is deleted there is gone, or unreadable. */
export const protectedTypes: readonly string[] = [
  'aws_backup_vault',
  'aws_db_instance',
  'aws_docdb_cluster',
  'aws_dynamodb_table',
  'aws_ebs_snapshot',
  'aws_ebs_volume',
  'aws_ecr_repository',
  'aws_efs_file_system',
  'aws_elasticache_replication_group',
  'aws_fsx_lustre_file_system',
  'aws_kms_key',
  'aws_msk_cluster',
  'aws_neptune_cluster',
  'aws_opensearch_domain',
  'aws_rds_cluster',
  'aws_rds_global_cluster',
  'aws_redshift_cluster',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_s3_bucket_versioning',
  'aws_secretsmanager_secret',
  'azurerm_key_vault',
  'azurerm_key_vault_key',
  'azurerm_managed_disk',
  'azurerm_mssql_database',
  'azurerm_postgresql_flexible_server',
  'azurerm_storage_account',
  'google_bigquery_dataset',
  'google_compute_disk',
  'google_kms_crypto_key',
  'google_sql_database_instance',
  'google_storage_bucket',
]

export interface Guarded {
  /** The stack's name, which begins the addresses of its changes. */
  readonly stack: string
  readonly changes: readonly Change[]
  /** Addresses, without the stack's name, of what Terraform would make anew only because a run was interrupted. */
  readonly tainted: ReadonlySet<string>
  readonly settings: StackSettings
  /** Types and addresses beside the built-in ones. */
  readonly protect: readonly string[]
}

/** Whether an entry names the type, the resource itself, all of its instances, or a module that it is in. */
export function matches(entry: string, kind: string, address: string): boolean {
  return (
    entry === kind || entry === address || address.startsWith(`${entry}[`) || address.startsWith(`${entry}.`)
  )
}

const destroys: ReadonlySet<string> = new Set(['delete', 'replace', 'forget'])

/** @returns a blocking finding for each change that destroys what is protected, and one for each allowance of nothing */
export function guard({ stack, changes, tainted, settings, protect }: Guarded): Finding[] {
  const used = new Set<DestroyAllowance>()
  const entries = [...protectedTypes, ...settings.protect, ...protect]
  const findings = changes.flatMap((change): Finding[] => {
    if (!destroys.has(change.action)) return []
    const address = change.address.slice(stack.length + 1)
    const allowed = settings.allow.find(
      (each) =>
        each.action === change.action && (each.address === address || address.startsWith(`${each.address}[`)),
    )
    if (allowed !== undefined) {
      used.add(allowed)
      return []
    }
    const source = change.source === undefined ? {} : { source: change.source }
    const allow = `- address: ${address}\n  action: ${change.action}\n  reason: …`
    if (change.action === 'replace' && tainted.has(address)) {
      return [
        finding(
          {
            rule: 'tainted-replace',
            severity: 'error',
            verdict: 'fail',
            message: `${change.address} would be destroyed and made anew, only because a run was interrupted while it made it.`,
            why: 'It may be whole, and in use.',
            fix: `Look at it. If it is whole: terraform untaint '${address}'. If not, add to allow: in stack.yml:\n${allow}`,
            ...source,
          },
          change.address,
        ),
      ]
    }
    if (!entries.some((entry) => matches(entry, change.kind, address))) return []
    const verb = { delete: 'deleted', replace: 'replaced', forget: 'forgotten' }[
      change.action as DestroyAllowance['action']
    ] // one of `destroys`
    return [
      finding(
        {
          rule: 'protected',
          severity: 'error',
          verdict: 'fail',
          message: `${change.address} is protected, and would be ${verb}.`,
          why: 'What it holds would be lost, or nobody would look after it any more.',
          fix: `If that is meant, add to allow: in the stack's stack.yml, in the same pull request:\n${allow}`,
          ...source,
        },
        change.address,
      ),
    ]
  })
  const unused = settings.allow
    .filter((each) => !used.has(each))
    .map(({ address, action, source }) =>
      finding(
        {
          rule: 'unused-allow',
          severity: 'warning',
          verdict: 'fail',
          message: `The allowance to ${action} ${address} in ${stack} allows nothing that is planned.`,
          why: 'Left there, it would let a later change pass that nobody has thought about.',
          fix: 'Remove it from stack.yml.',
          source,
        },
        `${stack}/${address}/${action}`,
      ),
    )
  return [...findings, ...unused]
}
