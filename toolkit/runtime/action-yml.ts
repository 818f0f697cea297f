/** action.yml and the tables of an action's README, generated from the step's schema. */
import * as z from 'zod'
import type { Step } from '../action/step.ts'
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

export function describeInputs<S extends z.ZodObject>(step: Step<S>): Input[] {
  return Object.entries(inputsOf(step).shape).map(([name, field]) => {
    const { description, fallback } = metaOf(field)
    if (description === undefined) throw new Error(`the input ${name} of ${step.name} has no description`)
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

function outputsOf<S extends z.ZodObject>(step: Step<S>): [string, string][] {
  return Object.entries({ ...commonOutputs, ...step.outputs })
}

/** The text of the step's action.yml. */
export function actionManifest<S extends z.ZodObject>(step: Step<S>): string {
  const lines = [
    '# Generated from src/step.ts by `npm run generate`.',
    `name: omninode ${step.name}`,
    `description: ${JSON.stringify(step.description)}`,
    'inputs:',
  ]
  for (const { name, description, required, fallback } of describeInputs(step)) {
    lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`, `    required: ${required}`)
    if (fallback !== '') lines.push(`    default: ${JSON.stringify(fallback)}`)
  }
  lines.push('outputs:')
  for (const [name, description] of outputsOf(step)) {
    lines.push(`  ${name}:`, `    description: ${JSON.stringify(description)}`)
  }
  lines.push('runs:', '  using: node24', '  main: dist/main.js', '  post: dist/post.js', '')
  return lines.join('\n')
}

/** A text within a cell of a Markdown table. */
export function tableCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A README whose tables between `<!-- inputs -->` and `<!-- outputs -->` markers are made anew. */
export function withTables<S extends z.ZodObject>(readme: string, step: Step<S>): string {
  const inputs = [
    '| input | what it is | default |',
    '| --- | --- | --- |',
    ...describeInputs(step).map(
      ({ name, description, required, fallback }) =>
        `| \`${name}\` | ${tableCell(description)} | ${required ? '**required**' : fallback === '' ? '' : `\`${fallback}\``} |`,
    ),
  ]
  const outputs = [
    '| output | what it is |',
    '| --- | --- |',
    ...outputsOf(step).map(([name, description]) => `| \`${name}\` | ${tableCell(description)} |`),
  ]
  return withTable(withTable(readme, 'inputs', inputs), 'outputs', outputs)
}

/** A README whose lines between two markers are replaced. @throws Error when the markers are not there */
export function withTable(text: string, marker: string, lines: readonly string[]): string {
  const pattern = new RegExp(`<!-- ${marker} -->[\\s\\S]*?<!-- /${marker} -->`)
  if (!pattern.test(text)) throw new Error(`the README has no <!-- ${marker} --> … <!-- /${marker} -->`)
  return text.replace(pattern, () => [`<!-- ${marker} -->`, ...lines, `<!-- /${marker} -->`].join('\n'))
}
