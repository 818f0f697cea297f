/** YAML that stands in the text of another YAML file, with the lines of that file. */
import { type Node, rootOf } from '../sources/node.ts'
import { readYaml } from '../sources/yaml.ts'

/** A text that holds YAML itself. */
export function isInline(text: string): boolean {
  return text.includes('\n') || /^\s*[[{]/.test(text) || /:\s/.test(text)
}

/**
 * A text within another one: on the lines of a block, else at the key that holds it.
 * @param written the file that holds it
 */
export function inlineNodes(holder: Node, written: string): Node[] {
  const lines = written.split('\n')
  const text = holder.text ?? ''
  const { file, line: first = 1 } = holder.source
  const own = text.split('\n')
  const isBlock = own.every((each, index) => (lines[first + index] ?? '').trim() === each.trim())
  return readYaml(text, file).map((document) =>
    rootOf({
      ...document,
      locate: (path) =>
        isBlock ? { file, line: first + (document.locate(path).line ?? 1), column: 1 } : holder.source,
    }),
  )
}
