import { rule as idTokenForOidc } from './id-token-for-oidc.ts'
import { rule as internalDns } from './internal-dns.ts'
import { rule as noHardcodedSecret } from './no-hardcoded-secret.ts'
import { rule as noHostAccess } from './no-host-access.ts'
import { rule as noLatestTag } from './no-latest-tag.ts'
import { rule as noLocalhost } from './no-localhost.ts'
import { rule as noLongLivedCloudKeys } from './no-long-lived-cloud-keys.ts'
import { rule as pinnedActions } from './pinned-actions.ts'
import { rule as restrictedContainer } from './restricted-container.ts'
import { rule as restrictedNamespace } from './restricted-namespace.ts'
import type { Rule } from './rule.ts'
import { rule as runAsNonRoot } from './run-as-non-root.ts'
import { rule as unseen } from './unseen.ts'
import { rule as workflowPermissions } from './workflow-permissions.ts'

/** Every rule, by its id. A new one is a file here, a line here, and a `pass` and a `fail` folder of examples. */
export const rules: readonly Rule[] = [
  idTokenForOidc,
  internalDns,
  noHardcodedSecret,
  noHostAccess,
  noLatestTag,
  noLocalhost,
  noLongLivedCloudKeys,
  pinnedActions,
  restrictedContainer,
  restrictedNamespace,
  runAsNonRoot,
  unseen,
  workflowPermissions,
]
