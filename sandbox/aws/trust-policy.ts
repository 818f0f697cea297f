/** Evaluates a role's trust policy for a web identity, as IAM does. */
import * as z from 'zod'

const OneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))

const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), OneOrMany)]),
  Action: OneOrMany,
  Condition: z.record(z.string(), z.record(z.string(), OneOrMany)).default({}),
})

const Policy = z.object({
  Statement: z
    .union([Statement, z.array(Statement)])
    .transform((value) => (Array.isArray(value) ? value : [value])),
})

const ACTION = 'sts:AssumeRoleWithWebIdentity'

/** `*` any number of characters, `?` any one. */
function like(pattern: string, value: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[\\s\\S]*')
    .replaceAll('?', '[\\s\\S]')
  return new RegExp(`^${expression}$`).test(value)
}

type Test = (wanted: string, value: string) => boolean

/** The string operators; a negated one holds when no wanted value matches. */
const operators: Readonly<Record<string, { readonly test: Test; readonly negated: boolean }>> = {
  StringEquals: { test: (wanted, value) => wanted === value, negated: false },
  StringNotEquals: { test: (wanted, value) => wanted === value, negated: true },
  StringEqualsIgnoreCase: {
    test: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
    negated: false,
  },
  StringNotEqualsIgnoreCase: {
    test: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
    negated: true,
  },
  StringLike: { test: like, negated: false },
  StringNotLike: { test: like, negated: true },
}

/**
 * One condition. Values are alternatives. An absent key fails a plain operator, passes a negated one, `IfExists` and
 * `ForAllValues`; that last one is why it does not belong into an Allow.
 */
function holds(operator: string, wanted: readonly string[], values: readonly string[] | undefined): boolean {
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? []
  const known = operators[name]
  if (known === undefined) return false // an operator that cannot be judged grants nothing
  const matches = (value: string) => wanted.some((each) => known.test(each, value)) !== known.negated
  if (values === undefined || values.length === 0) {
    return ifExists !== undefined || set === 'ForAllValues:' || (known.negated && set === undefined)
  }
  return set === 'ForAllValues:' ? values.every(matches) : values.some(matches)
}

export interface WebIdentity {
  /** ARN of the OIDC provider that vouches for it. */
  readonly provider: string
  /** The provider's URL without its scheme: the prefix of the condition keys. */
  readonly issuer: string
  readonly claims: Readonly<Record<string, unknown>>
}

function valuesOf({ issuer, claims }: WebIdentity, key: string): readonly string[] | undefined {
  const prefix = `${issuer}:`.toLowerCase()
  if (!key.toLowerCase().startsWith(prefix)) return undefined
  const claim = claims[key.slice(prefix.length)]
  if (Array.isArray(claim)) return claim.map(String)
  return claim === undefined ? undefined : [String(claim)]
}

/** Whether the policy lets the identity assume its role: some Allow holds, and no Deny does. */
export function allows(document: unknown, identity: WebIdentity): boolean {
  const { Statement: statements } = Policy.parse(document)
  const applies = ({ Principal, Action, Condition }: z.output<typeof Statement>) =>
    (Principal === '*' || (Principal['Federated'] ?? []).includes(identity.provider)) &&
    Action.some((action) => like(action.toLowerCase(), ACTION.toLowerCase())) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, valuesOf(identity, key))),
    )
  return (
    statements.some((statement) => statement.Effect === 'Allow' && applies(statement)) &&
    !statements.some((statement) => statement.Effect === 'Deny' && applies(statement))
  )
}
