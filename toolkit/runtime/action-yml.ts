/** action.yml and the tables of an action's README, generated from its schema. */
import * as z from 'zod'
import type { OutputDescriptions, Step } from '../action/step.ts'
import type { StepName } from '../model/step.ts'
import { commonOutputs } from './outputs.ts'
import { inputsOf } from './run.ts'

/** What people are told of an input. */
export interface Input {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly fallback: string
}

/** The runner fills these in by itself. */
const runnerDefaults: Readonly<Record<string, string>> = { 'github-token': '${{ github.token }}' }

/** How GitHub shows an action: an icon of Feather's, before a colour. */
export interface Branding {
  readonly icon: string
  readonly color: string
}

const brandings: Readonly<Record<StepName, Branding>> = {
  provision: { icon: 'layers', color: 'orange' },
  migrate: { icon: 'database', color: 'green' },
  deploy: { icon: 'package', color: 'purple' },
  verify: { icon: 'shield', color: 'red' },
}

/** What action.yml and the tables of a README are made of. */
export interface Described {
  readonly name: string
  readonly description: string
  readonly inputs: z.ZodObject
  readonly outputs: OutputDescriptions
  readonly branding: Branding
  /** The file that says it, within the folder of the action. */
  readonly source: string
  /** Whether something is to be done after the job. */
  readonly post: boolean
}

/** A step as an action. */
export function described<S extends z.ZodObject>(step: Step<S>): Described {
  const { name, description } = step
  const outputs = { ...commonOutputs, ...step.outputs }
  return {
    ...{ name, description, outputs },
    inputs: inputsOf(step),
    branding: brandings[name],
    source: 'src/step.ts',
    post: true,
  }
}

export function describeInputs({ name: action, inputs }: Pick<Described, 'name' | 'inputs'>): Input[] {
  return Object.entries(inputs.shape).map(([name, field]) => {
    const { description, fallback } = metaOf(field)
    if (description === undefined) throw new Error(`the input ${name} of ${action} has no description`)
    return {
      name,
      description,
      required: !z.safeParse(field, undefined).success,
      fallback: runnerDefaults[name] ?? (typeof fallback === 'string' ? fallback : ''),
    }
  })
}

/** `.optional()` and `.default()` wrap a schema without its description. */
function metaOf(field: z.core.$ZodType): z.GlobalMeta {
  const meta = z.globalRegistry.get(field)
  if (meta !== undefined) return meta
  if (field instanceof z.ZodOptional) return metaOf(field.unwrap())
  if (field instanceof z.ZodDefault) return { ...metaOf(field.unwrap()), fallback: field.def.defaultValue }
  return {}
}

export function brandingLines({ icon, color }: Branding): string[] {
  return ['branding:', `  icon: ${icon}`, `  color: ${color}`]
}

/** The text of the action's action.yml. */
export function actionManifest(action: Described): string {
  const outputs = Object.entries(action.outputs)
  const lines = [
    `# Generated from ${action.source} by \`npm run generate\`.`,
    `name: omninode ${action.name}`,
    `description: ${JSON.stringify(action.description)}`,
    ...brandingLines(action.branding),
    'inputs:',
  ]
  for (const { name, description, required, fallback } of describeInputs(action)) {
    lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`, `    required: ${required}`)
    if (fallback !== '') lines.push(`    default: ${JSON.stringify(fallback)}`)
  }
  if (outputs.length > 0) lines.push('outputs:')
  for (const [name, description] of outputs) {
    lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`)
  }
  lines.push('runs:', '  using: node24', '  main: dist/main.js')
  lines.push(...(action.post ? ['  post: dist/post.js', ''] : ['']))
  return lines.join('\n')
}

/** A text within a cell of a Markdown table. */
export function tableCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A README whose tables between `<!-- inputs -->` and `<!-- outputs -->` markers are made anew. */
export function withTables(readme: string, action: Described): string {
  const inputs = [
    '| input | what it is | default |',
    '| --- | --- | --- |',
    ...describeInputs(action).map(
      ({ name, description, required, fallback }) =>
        `| \`${name}\` | ${tableCell(description)} | ${required ? '**required**' : fallback === '' ? '' : `\`${fallback}\``} |`,
    ),
  ]
  const outputs = [
    '| output | what it is |',
    '| --- | --- |',
    ...Object.entries(action.outputs).map(
      ([name, description]) => `| \`${name}\` | ${tableCell(description)} |`,
    ),
  ]
  const told = withTable(readme, 'inputs', inputs)
  return outputs.length === 2 ? told : withTable(told, 'outputs', outputs)
}

/** A README whose lines between two markers are replaced. @throws Error when the markers are not there */
export function withTable(text: string, marker: string, lines: readonly string[]): string {
  const pattern = new RegExp(`<!-- ${marker} -->[\\s\\S]*?<!-- /${marker} -->`)
  if (!pattern.test(text)) throw new Error(`the README has no <!-- ${marker} --> … <!-- /${marker} -->`)
  return text.replace(pattern, () => [`<!-- ${marker} -->`, ...lines, `<!-- /${marker} -->`].join('\n'))
}
