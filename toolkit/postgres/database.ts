/** From the inputs by which a database is reached to the database. */
import type * as z from 'zod'
import type { Opening } from '../action/opening.ts'
import { idTokenPermission } from '../identity/permission.ts'
import { Failure, Failures } from '../model/failure.ts'
import type { World } from '../world/world.ts'
import type { IamOptions } from './credential.ts'
import { parseDatabaseUrl } from './database-url.ts'
import type { DatabaseInputs } from './inputs.ts'
import { type DatabaseTarget, readAuthority, trusting } from './target.ts'

export interface DatabaseAccess {
  /** The input that names the database. */
  readonly input: 'database-url' | 'database-secret'
  /**
   * Reads the Secret if that is what names the database.
   * @throws Failure DATABASE_SECRET, DATABASE_URL
   */
  target(): Promise<DatabaseTarget>
}

/** Where problems go, and what was read comes from. */
type DatabaseOpening = Pick<Opening<z.ZodObject>, 'add' | 'read'>

function invalid(what: string, fix: string): Failure {
  return new Failure({ code: 'INPUT_INVALID', what, fix })
}

/** @throws Failures of everything that IAM authentication lacks */
function readIam(
  { 'aws-role': role, 'aws-region': region }: Partial<DatabaseInputs>,
  world: World,
): IamOptions {
  if (role !== undefined && region !== undefined && world.mayRequestIdToken) return { role, region }
  const needs = (name: string) =>
    invalid(`\`database-auth: aws-iam\` needs \`${name}\`.`, `Add \`${name}:\` under \`with:\`.`)
  throw new Failures([
    ...(role === undefined ? [needs('aws-role')] : []),
    ...(region === undefined ? [needs('aws-region')] : []),
    ...(world.mayRequestIdToken ? [] : [idTokenPermission()]),
  ])
}

/** What is read of a Secret, when it is asked for. */
async function readSecret(
  secret: string,
  given: Partial<DatabaseInputs>,
  opening: DatabaseOpening,
  world: World,
): Promise<(ca: string | undefined) => Promise<DatabaseTarget>> {
  const [{ parseSecretName, targetFromSecret }, { clusterOf }] = await Promise.all([
    import('./credential.ts'),
    import('../kubernetes/connect.ts'),
  ])
  const name = opening.read(() => parseSecretName(secret))
  const cluster = opening.read(() => clusterOf(given, world))
  return (ca) => targetFromSecret(name(), cluster(), ca, world)
}

/**
 * Looks at how the database is named, before anybody asks for it; what is wrong is told to the opening.
 * @param given the inputs that are valid
 */
export async function readDatabase(
  given: Partial<DatabaseInputs>,
  opening: DatabaseOpening,
  world: World,
): Promise<DatabaseAccess> {
  const { 'database-url': url, 'database-secret': secret, 'database-ca': ca } = given
  if (url !== undefined && secret !== undefined)
    opening.add(invalid('Both `database-url` and `database-secret` are given.', 'Pass one of them.'))
  const nameless = () =>
    invalid(
      'Neither `database-url` nor `database-secret` is given.',
      'Pass `database-url`, or `database-secret` with `api-server`.',
    )
  if (url === undefined && secret === undefined) opening.add(nameless())
  const byUrl = url === undefined ? undefined : opening.read(() => parseDatabaseUrl(url, world))
  const bySecret = secret === undefined ? undefined : await readSecret(secret, given, opening, world)
  const authority = opening.read(() => (ca === undefined ? undefined : readAuthority(ca, world)))
  const iam = given['database-auth'] === 'aws-iam' ? opening.read(() => readIam(given, world)) : undefined

  const known = async (): Promise<DatabaseTarget> => {
    if (byUrl !== undefined) return trusting(byUrl(), authority())
    if (bySecret !== undefined) return bySecret(authority())
    throw nameless()
  }
  return {
    input: byUrl === undefined ? 'database-secret' : 'database-url',
    target: async () => {
      const target = await known()
      if (iam === undefined) return target
      const { withIam } = await import('./credential.ts')
      return withIam(target, iam(), world)
    },
  }
}
