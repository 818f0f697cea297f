/** What a newcomer does wrong: all of it beside a repository that works. */
import type { Permissions } from '#sandbox/github/tokens.ts'
import type { Stage } from '#sandbox/release/stage.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { StepName } from '#toolkit/model/step.ts'

/** What a mistake finds around it. */
export interface Around {
  readonly sandbox: Sandbox
  readonly stage: Stage
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** URL of a database of the mistake's own, with a user who may do anything there. */
  readonly databaseUrl: string
}

export interface Mistake {
  /** A noun phrase, no two alike: what was done. */
  readonly mistake: string
  readonly step: StepName
  /** `apply`, or `live`, unless it is given. */
  readonly command?: string
  readonly inputs?:
    | Readonly<Record<string, string>>
    | ((around: Around) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
  /** Path → content, written over the repository that works; undefined takes the file away. */
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>
  readonly env?: (around: Around) => Readonly<Record<string, string>>
  /** A release of no pull request, in the environment `dev`, unless it is given. */
  readonly job?: 'pull request' | 'merged' | 'outside'
  readonly idToken?: false
  /** What `permissions:` gives the token of the job. */
  readonly permissions?: Permissions
  /** Of annotations; what fails is an error. */
  readonly level?: 'error' | 'warning'
  /** What came before it. */
  readonly before?: (around: Around) => Promise<void>
}

/** Three lines of Terraform that are right. */
export const BACKEND = 'terraform {\n  backend "s3" {}\n}\n'

/** A repository that works, as small as can be. */
export const REPOSITORY_FILES: Readonly<Record<string, string>> = {
  'stacks/one/main.tf': `${BACKEND}\nresource "terraform_data" "this" {\n  input = 1\n}\n`,
  'db/migrations/0001_accounts.up.sql': 'CREATE TABLE accounts (id bigint PRIMARY KEY);\n',
  'db/migrations/0001_accounts.down.sql': 'DROP TABLE accounts;\n',
  'k8s/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: mistakes\n',
  'k8s/settings.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: mistakes\ndata:\n  colour: red\n',
}
