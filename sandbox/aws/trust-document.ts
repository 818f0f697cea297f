/**
 * Reads a role's trust policy, as IAM does when a role is made or changed. What is not understood is refused here, so
 * that nothing passes in silence later.
 */
import * as z from 'zod'
import { isKey, isKnownKey } from './condition-keys.ts'
import { type Modifiers, type Operator, operators } from './condition-operators.ts'
import { hasBrokenVariable, variablesIn } from './policy-variables.ts'

/** IAM's MalformedPolicyDocument. */
export class MalformedPolicy extends Error {
  override readonly name = 'MalformedPolicy'
}

const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String)

function oneOrMany<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1))
}

const Names = oneOrMany(z.string().min(1))

const Principals = z.union([
  z.literal('*').transform(() => ({ AWS: ['*'] })),
  z
    .strictObject({
      AWS: Names.optional(),
      Federated: Names.optional(),
      Service: Names.optional(),
      CanonicalUser: Names.optional(),
    })
    .refine((principals) => Object.keys(principals).length > 0, 'no principal'),
])

const Written = z.strictObject({
  Sid: z
    .string()
    .regex(/^[A-Za-z\d]*$/)
    .optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: Principals,
  Action: Names.optional(),
  NotAction: Names.optional(),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMany(Value))).default({}),
})

const Document = z.strictObject({
  Version: z.enum(['2008-10-17', '2012-10-17']).default('2008-10-17'),
  Id: z.string().optional(),
  Statement: oneOrMany(Written),
})

export type Condition = { readonly key: string; readonly wanted: readonly string[] } & (
  | { readonly kind: 'null' }
  | ({ readonly kind: 'operator'; readonly operator: Operator } & Modifiers)
)

export interface Statement {
  readonly effect: 'Allow' | 'Deny'
  readonly principals: z.output<typeof Principals>
  readonly actions: readonly string[]
  /** Whether every action but those is meant. */
  readonly except: boolean
  readonly conditions: readonly Condition[]
}

export interface TrustPolicy {
  /** Whether `${…}` stands for something. */
  readonly variables: boolean
  readonly statements: readonly Statement[]
}

interface Reading {
  /** Whether `${…}` stands for something. */
  readonly variables: boolean
  /** Whether what a web identity has under the key can be told, or need not be. */
  readonly isKnown: (key: string) => boolean
}

function conditionOf(
  written: string,
  key: string,
  wanted: readonly string[],
  { variables, isKnown }: Reading,
): Condition {
  if (!isKnown(key)) throw new MalformedPolicy(`It is not known what ${key} is of a web identity.`)
  if (written === 'Null') {
    if (!wanted.every((value) => /^(?:true|false)$/i.test(value)))
      throw new MalformedPolicy(`Null wants true or false of ${key}.`)
    return { kind: 'null', key, wanted }
  }
  const [, set, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? []
  const operator = operators.get(name)
  if (operator === undefined) throw new MalformedPolicy(`Invalid Condition type : ${written}.`)
  for (const value of wanted) {
    const named = variables && operator.takesVariables ? variablesIn(value) : []
    if (variables && operator.takesVariables && hasBrokenVariable(value))
      throw new MalformedPolicy(`${value} holds a variable that is none.`)
    for (const variable of named) {
      if (!isKnown(variable))
        throw new MalformedPolicy(`It is not known what \${${variable}} is of a web identity.`)
    }
    if (named.length === 0 && !operator.isValue(value))
      throw new MalformedPolicy(`${value} is no value of ${written}.`)
  }
  return {
    kind: 'operator',
    key,
    wanted,
    operator,
    set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined,
    ifExists: ifExists !== undefined,
  }
}

/** IAM's own words, from its answers. */
const ONLY_ASSUME = 'AssumeRole policy may only specify STS AssumeRole actions.'

function statementOf(written: z.output<typeof Written>, variables: boolean): Statement {
  const { Effect, Principal, Action, NotAction, Condition } = written
  const actions = Action ?? NotAction
  if (actions === undefined || (Action !== undefined && NotAction !== undefined))
    throw new MalformedPolicy('A statement must have either Action or NotAction.')
  if (!actions.every((action) => /^sts:[\w*?]+$/i.test(action))) throw new MalformedPolicy(ONLY_ASSUME)
  // What is about others only is never judged for a web identity.
  const concernsIt = 'Federated' in Principal || Principal.AWS?.includes('*') === true
  const reading = { variables, isKnown: concernsIt ? isKnownKey : isKey }
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => conditionOf(operator, key, wanted, reading)),
  )
  for (const [type, names = []] of Object.entries(Principal)) {
    const pattern = names.find((name) => name.includes('*') && (type !== 'AWS' || name !== '*'))
    if (pattern !== undefined)
      throw new MalformedPolicy(`Invalid principal in policy: "${type}":"${pattern}".`)
  }
  return { effect: Effect, principals: Principal, actions, except: Action === undefined, conditions }
}

/** @throws MalformedPolicy for everything that is not understood in full */
export function readTrustPolicy(document: unknown): TrustPolicy {
  const parsed = Document.safeParse(document)
  if (!parsed.success) throw new MalformedPolicy(z.prettifyError(parsed.error))
  const variables = parsed.data.Version === '2012-10-17'
  return {
    variables,
    statements: parsed.data.Statement.map((written) => statementOf(written, variables)),
  }
}

const GITHUB = 'token.actions.githubusercontent.com'

/**
 * AWS gives no role to everybody's jobs: a statement that lets GitHub's provider in must look at the subject. Source:
 * IAM User Guide, "Identity-provider controls for shared OIDC providers".
 * @throws MalformedPolicy
 */
export function demandSubject({ statements }: TrustPolicy): void {
  for (const { effect, principals, conditions } of statements) {
    const isGitHub =
      'Federated' in principals &&
      principals.Federated?.some((arn) => arn.endsWith(`:oidc-provider/${GITHUB}`))
    if (effect !== 'Allow' || isGitHub !== true) continue
    const looks = conditions.some(
      ({ kind, key }) => kind === 'operator' && key.toLowerCase() === `${GITHUB}:sub`,
    )
    if (!looks) throw new MalformedPolicy(`A role that trusts ${GITHUB} must evaluate ${GITHUB}:sub.`)
  }
}
