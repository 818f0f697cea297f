/** Evaluates a role's trust policy for a web identity, as IAM does. */
import { valuesOf, type WebIdentity } from './condition-keys.ts'
import { every, type Judgement, judge, some } from './condition-operators.ts'
import { literally, resolved } from './policy-variables.ts'
import { type Condition, readTrustPolicy, type Statement, type TrustPolicy } from './trust-document.ts'

const ACTION = 'sts:AssumeRoleWithWebIdentity'

/** `*` any number of characters, `?` any one; names of actions are compared without regard to case. */
function isAction(pattern: string): boolean {
  const expression = pattern.replaceAll('*', '\\w*').replaceAll('?', '\\w')
  return new RegExp(`^${expression}$`, 'i').test(ACTION)
}

function holds(condition: Condition, identity: WebIdentity, variables: boolean): Judgement {
  const values = valuesOf(identity, condition.key)
  if (condition.kind === 'null') {
    const isAbsent = values === undefined || values.length === 0
    return condition.wanted.some((value) => (value.toLowerCase() === 'true') === isAbsent)
  }
  const { operator } = condition
  const textFor = (key: string) => {
    const value = valuesOf(identity, key)
    return typeof value === 'string' ? value : undefined
  }
  const wanted = condition.wanted.map((value) =>
    variables && operator.takesVariables ? resolved(value, textFor) : literally(value),
  )
  return judge(operator, condition, wanted, values)
}

function applies(statement: Statement, identity: WebIdentity, { variables }: TrustPolicy): Judgement {
  const { principals, actions, except, conditions } = statement
  const isMeant = principals.AWS?.includes('*') === true || namesProvider(principals, identity)
  if (!isMeant || actions.some(isAction) === except) return false
  return every(conditions.map((condition) => holds(condition, identity, variables)))
}

function namesProvider(principals: Statement['principals'], { provider }: WebIdentity): boolean {
  return 'Federated' in principals && principals.Federated?.includes(provider) === true
}

/**
 * Whether the policy lets the identity assume its role: no Deny applies, and some Allow does. What AWS leaves open
 * grants nothing, and denies.
 * @throws MalformedPolicy for a policy that is not understood
 */
export function allows(document: unknown, identity: WebIdentity): boolean {
  const policy = readTrustPolicy(document)
  const judged = (effect: Statement['effect']) =>
    some(
      policy.statements
        .filter((statement) => statement.effect === effect)
        .map((statement) => applies(statement, identity, policy)),
    )
  return judged('Deny') === false && judged('Allow') === true
}
