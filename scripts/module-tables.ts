/** The tables of a Terraform module's README, from its variables and outputs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableCell, withTable } from '#toolkit/runtime/action-yml.ts'
import { type HclBlock, readHcl } from '#toolkit/sources/hcl.ts'

const modules = join(import.meta.dirname, '../terraform/modules')

export function readmeOf(name: string): string {
  return join(modules, name, 'README.md')
}

function blocksOf(name: string, type: string): HclBlock[] {
  return readdirSync(join(modules, name))
    .filter((file) => file.endsWith('.tf'))
    .flatMap((file) => readHcl(readFileSync(join(modules, name, file), 'utf8'), file).blocks)
    .filter((block) => block.type === type)
}

/** @throws Error for what is not described */
function description({ type, labels, attributes }: HclBlock): string {
  const text = attributes.get('description')?.literal
  if (text === undefined) throw new Error(`${type} ${labels[0]} has no description`)
  return tableCell(text)
}

/** On one line, as a cell of a table. */
function expression(block: HclBlock, name: string): string | undefined {
  const text = block.attributes.get(name)?.expression
  return text === undefined ? undefined : `\`${tableCell(text.replace(/\s+/g, ' '))}\``
}

/** A README whose tables between its markers are made anew. */
export function withModuleTables(readme: string, name: string): string {
  const inputs = blocksOf(name, 'variable').map(
    (block) =>
      `| \`${block.labels[0]}\` | ${description(block)} | ${expression(block, 'type') ?? ''} | ${expression(block, 'default') ?? '**required**'} |`,
  )
  const outputs = blocksOf(name, 'output').map(
    (block) => `| \`${block.labels[0]}\` | ${description(block)} |`,
  )
  const given = withTable(readme, 'inputs', [
    '| input | what it is | type | default |',
    '| --- | --- | --- | --- |',
    ...inputs,
  ])
  return withTable(given, 'outputs', ['| output | what it is |', '| --- | --- |', ...outputs])
}
