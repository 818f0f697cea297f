/** Examples of registries: what they say in comments that will be found in them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, parse, posix } from 'node:path'

/** What is expected on a line of an example: `# fail: <message>`, `# unknown: …`, `# expect: …` or `-- expect: …`. */
export interface Expectation {
  /** Relative to the example; its own name when it is one file. */
  readonly file: string
  readonly line: number
  readonly verdict: string
  /** The whole message. */
  readonly message: string
}

const comment = / (?:#|--) (expect|fail|unknown): (.*?)(?= (?:#|--) (?:expect|fail|unknown): |$)/g

/** A line without what is expected of it. */
export function withoutExpectations(line: string): string {
  return line.replaceAll(comment, '')
}

function filesIn(example: string): string[] {
  if (statSync(example).isFile()) return ['']
  return readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1))
    .sort()
}

export function expectationsIn(example: string): Expectation[] {
  return filesIn(example).flatMap((file) =>
    readFileSync(join(example, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(comment)].map(([, verdict = '', message = '']) => ({
          file: file === '' ? posix.basename(example) : file,
          line: index + 1,
          verdict,
          message,
        })),
      ),
  )
}

/** The file or folder of an entry's examples that passes, or fails; undefined when there is none. */
export function exampleOf(examples: string, id: string, end: 'pass' | 'fail'): string | undefined {
  const folder = join(examples, id)
  if (!existsSync(folder)) return undefined
  const name = readdirSync(folder).find((each) => parse(each).name === end)
  return name === undefined ? undefined : join(folder, name)
}
