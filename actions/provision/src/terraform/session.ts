/** The AWS session that Terraform gets: of the role that may do what the command does, and no more. */
import type { AwsCredentials, SessionPolicy } from '#toolkit/aws/credentials.ts'
import { assumeRole, callerRole } from '#toolkit/aws/role.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

export interface SessionRoles {
  /** ARN of the role for commands that only look. */
  readonly plan: string | undefined
  /** ARN of the role that may change things. */
  readonly apply: string
}

const ROLE = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

function rolesEqual(roles: SessionRoles): Failure {
  return new Failure({
    code: 'ROLES_EQUAL',
    what: `Planning and applying use the same role, ${roles.apply}.`,
    why: 'Whoever can open a pull request decides what runs while it is planned: that must not be able to change anything.',
    fix: 'Give `plan-role` a role of its own that may only read.',
  })
}

function notAnArn(input: string, role: string | undefined): Failure[] {
  if (role === undefined || /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(role)) return []
  return [
    new Failure({
      code: 'INPUT_INVALID',
      what: `The input \`${input}\` is \`${role}\`: it must be the ARN of a role.`,
      fix: `Write \`${input}: arn:aws:iam::<account>:role/<name>\`.`,
    }),
  ]
}

function planRole(): Failure {
  return new Failure({
    code: 'PLAN_ROLE',
    what: 'The input `plan-role` is required for `plan`, `drift` and every `dry-run`.',
    why: 'Code that nobody has reviewed may run while it is planned, whatever the event, and must not do so as the role that applies.',
    fix: 'Add `plan-role:` with a role that may only read; the module terraform/modules/identity makes one.',
  })
}

/** What is wrong with the roles before any of them is assumed. */
export function roleProblems({ plan, apply }: Partial<SessionRoles>, applies: boolean): Failure[] {
  const problems = [...notAnArn('aws-role', apply), ...notAnArn('plan-role', plan)]
  if (plan === undefined && !applies) problems.push(planRole())
  if (plan !== undefined && plan === apply) problems.push(rolesEqual({ plan, apply }))
  return problems
}

export interface Reads {
  /** Bucket of the states. */
  readonly bucket: string
  /** With what the keys of the states of this run begin. */
  readonly states: string
  /** Where sealed plans are kept, and for which commit. */
  readonly planStore?: {
    readonly bucket: string
    readonly prefix: string
    readonly key: string
    readonly repositoryId: string
    readonly commit: string
  }
}

/**
 * Reading everywhere, the locks of these states, and plans of this commit: whatever else the role has been given does
 * not count. Plans are written once, so that none is put in the place of one that was reviewed.
 */
export function readOnly(role: string, { bucket, states, planStore }: Reads): SessionPolicy {
  const [, partition = 'aws'] = ROLE.exec(role) ?? []
  const allow = (actions: readonly string[], resource: string, condition: object = {}) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resource,
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  })
  return {
    managed: [`arn:${partition}:iam::aws:policy/ReadOnlyAccess`],
    document: {
      Version: '2012-10-17',
      Statement: [
        allow(['s3:PutObject', 's3:DeleteObject'], `arn:${partition}:s3:::${bucket}/${states}*.tflock`),
        // The state may be encrypted with a key of one's own.
        allow(['kms:Decrypt'], '*'),
        ...(planStore === undefined
          ? []
          : [
              allow(
                ['s3:PutObject'],
                `arn:${partition}:s3:::${planStore.bucket}/${planStore.prefix}/${planStore.repositoryId}/${planStore.commit}/*.sealed`,
                { Null: { 's3:if-none-match': 'false' } },
              ),
              allow(['kms:GenerateDataKey'], planStore.key, {
                StringEquals: {
                  'kms:EncryptionContext:repository_id': planStore.repositoryId,
                  'kms:EncryptionContext:commit': planStore.commit,
                },
              }),
            ]),
      ],
    },
  }
}

/** Credentials, and the account that they are of. */
export interface AwsSession {
  readonly credentials: AwsCredentials
  readonly account: string
}

/**
 * @param applies whether the command changes anything: only then it is the role that may
 * @throws Failure ROLES_EQUAL when AWS says that the session to plan is one of the role that applies
 */
export async function openSession(
  roles: SessionRoles,
  applies: boolean,
  { region, reads }: { readonly region: string; readonly reads: Reads },
  world: World,
): Promise<AwsSession> {
  const sessionName = `omninode-${world.run.id}-${world.run.attempt}`
  if (applies) {
    const credentials = await assumeRole({ role: roles.apply, region, sessionName }, world)
    const { account } = await callerRole(credentials, region, world)
    return { credentials, account }
  }
  if (roles.plan === undefined) throw planRole()
  const sessionPolicy = readOnly(roles.plan, reads)
  const credentials = await assumeRole({ role: roles.plan, region, sessionName, sessionPolicy }, world)
  const caller = await callerRole(credentials, region, world)
  const [, , account, name] = ROLE.exec(roles.apply) ?? []
  if (caller.account === account && caller.name === name) throw rolesEqual(roles)
  world.log.info(`planning as ${caller.name}, which is not the role that applies (${name}); it may only read`)
  return { credentials, account: caller.account }
}
