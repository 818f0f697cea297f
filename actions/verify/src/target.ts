/** What `live` is to prove: one target a line. */
import { Failure } from '#toolkit/model/failure.ts'
import { probes } from './probes/index.ts'
import type { AskedLine } from './probes/probe.ts'
import { Unexpected, Words } from './probes/words.ts'

export const forms = probes.map(({ form }) => form)

function parseTarget(line: string): AskedLine {
  const words = new Words(line)
  const probe = words.take(`one of ${probes.map(({ id }) => id).join(', ')}`, (word) =>
    probes.find(({ id }) => id === word),
  )
  const asked = probe.ask(words)
  words.end()
  return { ...asked, text: line.split(/\s+/).join(' ') }
}

/**
 * Reads one target a line; empty lines and lines that begin with `#` are passed over.
 * @returns a failure for every line that is not one, naming the line and what was expected there.
 */
export function parseTargets(text: string): { asked: readonly AskedLine[]; problems: readonly Failure[] } {
  const known = new Map<string, { readonly asked: AskedLine; readonly line: number }>()
  const problems: Failure[] = []
  const problem = (line: number, why: string, fix: string) =>
    problems.push(
      new Failure({
        code: 'TARGET_INVALID',
        what: `The input \`targets\` is wrong in line ${line}: ${why}.`,
        fix,
      }),
    )
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    try {
      const asked = parseTarget(line)
      const { address } = asked.change
      const other = known.get(address)
      if (other === undefined) known.set(address, { asked, line: index + 1 })
      else problem(index + 1, `it probes the same as line ${other.line}`, 'Remove one of them.')
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error
      const [word] = line.split(/\s/, 1)
      const form = forms.filter((each) => each.startsWith(`${word} `))
      problem(
        index + 1,
        error.message,
        `Write it as ${(form.length > 0 ? form : forms).map((each) => `\`${each}\``).join(', or ')}.`,
      )
    }
  }
  return { asked: [...known.values()].map(({ asked }) => asked), problems }
}
