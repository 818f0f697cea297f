/**
 * What is generated in the reusable workflows: their inputs are those of the composites, and each job passes all that
 * its action takes. What is generated stands between `# generated: …` and `# end`.
 */
import { dirname, join } from 'node:path'
import { stepNames } from '#toolkit/model/step.ts'
import { type PassedInput, passedInputs } from './composites.ts'

const root = dirname(import.meta.dirname)

export const reusableWorkflows = ['preview', 'release'].map((name) =>
  join(root, '.github/workflows', `${name}.yml`),
)

/** A workflow's own token, its secrets, and who publishes are no inputs of the workflows. */
const fixed: Readonly<Record<string, string>> = {
  'github-token': '${{ github.token }}',
  'database-url': '${{ secrets.database-url }}',
  'scratch-url': '${{ secrets.scratch-url }}',
}

/** Where something is, and who one is there: what an environment knows, and is given once. */
const fromVariables: readonly string[] = [
  'provision-aws-role',
  'plan-role',
  'provision-aws-region',
  'backend-config',
  'plan-store',
  'plan-store-key',
  'database-secret',
  'database-ca',
  'migrate-aws-role',
  'migrate-aws-region',
  'api-server',
  'certificate-authority',
  'events-url',
  'events-issuer',
]

const variableOf = (input: string) => input.toUpperCase().replaceAll('-', '_')

/** What the composites say that does not hold for a job of its own. */
function described({ name, description }: PassedInput): string {
  const own = description
    .replace(/ Without it, what provision puts out as .*$/, '')
    .replace('Without it, `db/migrations` when that folder is there; else migrate', 'Without it, migrate')
  return fromVariables.includes(name)
    ? `${own} Unless it is given, the variable ${variableOf(name)} counts.`
    : own
}

/** What decides in which job, and is no input of a workflow. */
const withheld: readonly string[] = [...Object.keys(fixed), 'publish']

function inputLines(): string[] {
  return passedInputs()
    .filter(({ name }) => !withheld.includes(name))
    .flatMap((passed) => [
      `${passed.name}:`,
      `  description: ${JSON.stringify(described(passed))}`,
      '  type: string',
      ...(passed.fallback === '' ? [] : [`  default: ${JSON.stringify(passed.fallback)}`]),
    ])
}

function valueFor({ name, input }: PassedInput, published: 'here' | 'hand-on'): string {
  if (input === 'publish') return published
  const inputs = `inputs.${name}`
  return (
    fixed[name] ?? `\${{ ${inputs}${fromVariables.includes(name) ? ` || vars.${variableOf(name)}` : ''} }}`
  )
}

/** @param what `inputs`, `with <step> <command>`, or `with release` */
function generatedLines(what: string): string[] {
  if (what === 'inputs') return inputLines()
  const [, target = '', command] = what.split(' ')
  const step = stepNames.find((name) => name === target)
  const passed = passedInputs()
  if (step === undefined) return passed.map((each) => `${each.name}: ${valueFor(each, 'here')}`)
  return [
    `command: ${command}`,
    ...passed
      .filter(({ steps }) => steps.includes(step))
      .map((each) => `${each.input}: ${valueFor(each, 'hand-on')}`),
  ]
}

/** A workflow whose generated parts are made anew. */
export function withGenerated(text: string): string {
  return text.replaceAll(/^( *)# generated: (.+)\n[\s\S]*?^ *# end$/gm, (_, indent: string, what: string) =>
    [`# generated: ${what}`, ...generatedLines(what), '# end'].map((line) => `${indent}${line}`).join('\n'),
  )
}
