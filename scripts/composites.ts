/**
 * The composites of the four actions, `preview` and `release`: their action.yml and the tables of their READMEs. Every
 * input of the four is an input of theirs, from the four's own schemas.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import { type StepName, stepNames } from '#toolkit/model/step.ts'
import { type Branding, brandingLines, tableCell, withTable } from '#toolkit/runtime/action-yml.ts'

const root = dirname(import.meta.dirname)

export const compositeNames = ['preview', 'release'] as const
export type CompositeName = (typeof compositeNames)[number]

interface Composite {
  readonly description: string
  readonly branding: Branding
  /** Step → the command that is played. */
  readonly commands: Readonly<Record<StepName, string>>
  /** Step → the expression that says whether it has anything to do in this repository; without one it has. */
  readonly there: Partial<Readonly<Record<StepName, string>>>
  /** Whether the others are played when one has failed. */
  readonly all: boolean
  /** What it puts out beside what the steps do. */
  readonly outputs: Readonly<Record<string, string>>
}

const there = {
  provision: "inputs.provision-directory != ''",
  migrate: "inputs.migrate-directory != '' || hashFiles('db/migrations/**') != ''",
  deploy: "inputs.manifests != '' || inputs.application != ''",
} as const

export const composites: Readonly<Record<CompositeName, Composite>> = {
  preview: {
    description:
      'Show on a pull request what its merge would do: provision, migrate and deploy planned, policy judged, one verdict.',
    branding: { icon: 'eye', color: 'blue' },
    commands: { provision: 'plan', migrate: 'plan', deploy: 'plan', verify: 'policy' },
    there,
    all: true,
    outputs: {
      changed: '`true` when a release would change something.',
      'failed-steps': 'The steps that failed, with spaces between; empty when none did.',
    },
  },
  release: {
    description:
      'Release what was reviewed: provision, migrate, deploy, then prove it; stops at the first failure, and goes on when it is started again.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    commands: { provision: 'apply', migrate: 'apply', deploy: 'apply', verify: 'live' },
    there: { ...there, verify: "inputs.targets != ''" },
    all: false,
    outputs: {
      changed: '`true` when something was changed.',
      'failed-steps': 'The step that failed; empty when none did.',
    },
  },
}

/** Inputs that, without a value of their own, are what provision has put out under the same name, with `_` for `-`. */
export const flowing: readonly string[] = [
  'api-server',
  'certificate-authority',
  'database-url',
  'database-secret',
  'database-ca',
]

/** What is said of an input beside what its step says, by its name in the composites. */
const besides: Readonly<Record<string, string>> = {
  'provision-directory': 'Without it, provision is left out.',
  'migrate-directory': 'Without it, `db/migrations` when that folder is there; else migrate is left out.',
  manifests: 'Without it and `application`, deploy is left out.',
}

/** Inputs whose default would hide whether they were given, which decides whether the step is played. */
const deciding: readonly string[] = ['migrate-directory']

const Manifest = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().default('') })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
})

/** An input of the composites: one for all steps that mean the same by it. */
export interface PassedInput {
  readonly name: string
  readonly description: string
  readonly fallback: string
  /** The name that it has in the steps. */
  readonly input: string
  readonly steps: readonly StepName[]
}

/** The four's action.yml, which are generated before. */
function manifestOf(step: StepName): z.infer<typeof Manifest> {
  return Manifest.parse(load(readFileSync(join(root, 'actions', step, 'action.yml'), 'utf8')))
}

/**
 * Every input of the four but `command`. Where two steps mean different things by a name, the name of the first step
 * that means it stands in front.
 */
export function passedInputs(): PassedInput[] {
  const meanings = new Map<string, Omit<PassedInput, 'name'> & { readonly steps: StepName[] }>()
  for (const step of stepNames)
    for (const [input, { description, default: fallback }] of Object.entries(manifestOf(step).inputs)) {
      if (input === 'command') continue
      const key = JSON.stringify([input, description, fallback])
      const known = meanings.get(key)
      if (known === undefined) meanings.set(key, { input, description, fallback, steps: [step] })
      else known.steps.push(step)
    }
  const common = ({ steps }: Pick<PassedInput, 'steps'>) => steps.length === stepNames.length
  const known = [...meanings.values()]
  const all = [...known.filter((meaning) => !common(meaning)), ...known.filter(common)]
  return all.map((meaning) => {
    const alone = all.filter(({ input }) => input === meaning.input).length === 1
    const name = alone ? meaning.input : `${meaning.steps[0]}-${meaning.input}`
    const description = [
      meaning.description,
      ...(flowing.includes(name)
        ? [`Without it, what provision puts out as \`${name.replaceAll('-', '_')}\`, if one stack does.`]
        : []),
      ...(besides[name] === undefined ? [] : [besides[name]]),
    ].join(' ')
    return { ...meaning, name, description, fallback: deciding.includes(name) ? '' : meaning.fallback }
  })
}

/** Outputs of the steps: by their own name where one step alone has it, else with the step's in front. */
function passedOutputs(): { name: string; step: StepName; output: string; description: string }[] {
  const all = stepNames.flatMap((step) =>
    Object.entries(manifestOf(step).outputs).map(([output, { description }]) => ({
      step,
      output,
      description,
    })),
  )
  return all.map((each) => {
    const alone = all.filter(({ output }) => output === each.output).length === 1
    return { ...each, name: alone ? each.output : `${each.step}-${each.output}` }
  })
}

function passedValue({ name }: PassedInput, step: StepName): string {
  const given = `inputs.${name}`
  if (!flowing.includes(name) || step === 'provision') return `\${{ ${given} }}`
  return `\${{ ${given} || fromJSON(steps.provision.outputs.by-name || '{}').${name.replaceAll('-', '_')} }}`
}

function stepLines(step: StepName, { commands, there, all }: Composite): string[] {
  const condition = there[step]
  return [
    `    - id: ${step}`,
    `      name: ${step} ${commands[step]}`,
    ...(condition === undefined ? [] : [`      if: \${{ ${condition} }}`]),
    ...(all ? ['      continue-on-error: true'] : []),
    `      uses: $/actions/${step}`,
    '      with:',
    `        command: ${commands[step]}`,
    ...passedInputs()
      .filter(({ steps }) => steps.includes(step))
      .map((passed) => `        ${passed.input}: ${passedValue(passed, step)}`),
  ]
}

function verdictLines({ there }: Composite): string[] {
  const variables = stepNames.flatMap((step) => {
    const prefix = step.toUpperCase()
    return [
      `        ${prefix}_THERE: \${{ ${there[step] ?? 'true'} }}`,
      `        ${prefix}_OUTCOME: \${{ steps.${step}.outcome }}`,
      `        ${prefix}_CHANGED: \${{ steps.${step}.outputs.changed }}`,
    ]
  })
  return [
    '    - id: verdict',
    '      name: verdict',
    '      if: ${{ always() }}',
    '      shell: bash',
    '      env:',
    ...variables,
    '      run: bash "$GITHUB_ACTION_PATH/verdict.sh"',
  ]
}

/** The text of the composite's action.yml. */
export function compositeManifest(name: CompositeName): string {
  const composite = composites[name]
  const lines = [
    "# Generated from the four actions' schemas by `npm run generate`.",
    `name: omninode ${name}`,
    `description: ${JSON.stringify(composite.description)}`,
    ...brandingLines(composite.branding),
    'inputs:',
  ]
  for (const { name, description, fallback } of passedInputs()) {
    lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`, '    required: false')
    if (fallback !== '') lines.push(`    default: ${JSON.stringify(fallback)}`)
  }
  lines.push('outputs:')
  for (const [output, description] of Object.entries(composite.outputs))
    lines.push(
      `  ${output}:`,
      `    description: ${JSON.stringify(description)}`,
      `    value: \${{ steps.verdict.outputs.${output} }}`,
    )
  for (const { name, step, output, description } of passedOutputs())
    lines.push(
      `  ${name}:`,
      `    description: ${JSON.stringify(description)}`,
      `    value: \${{ steps.${step}.outputs.${output} }}`,
    )
  lines.push('runs:', '  using: composite', '  steps:')
  for (const step of stepNames) lines.push(...stepLines(step, composite))
  lines.push(...verdictLines(composite), '')
  return lines.join('\n')
}

/** A README whose tables of inputs and outputs are made anew. */
export function withCompositeTables(readme: string, name: CompositeName): string {
  const inputs = [
    '| input | of | what it is | default |',
    '| --- | --- | --- | --- |',
    ...passedInputs().map(({ name, steps, description, fallback }) => {
      const of = steps.length === stepNames.length ? 'all' : steps.join(', ')
      return `| \`${name}\` | ${of} | ${tableCell(description)} | ${fallback === '' ? '' : `\`${fallback}\``} |`
    }),
  ]
  const outputs = [
    '| output | of | what it is |',
    '| --- | --- | --- |',
    ...Object.entries(composites[name].outputs).map(
      ([output, description]) => `| \`${output}\` | all | ${tableCell(description)} |`,
    ),
    ...passedOutputs().map(
      ({ name, step, description }) => `| \`${name}\` | ${step} | ${tableCell(description)} |`,
    ),
  ]
  return withTable(withTable(readme, 'inputs', inputs), 'outputs', outputs)
}
