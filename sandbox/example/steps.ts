/** What a README tells its reader to do: numbered steps, and what follows them, each with its commands. */

export interface ReadmeStep {
  /** Its heading. */
  readonly title: string
  /** Undefined for what follows the numbered steps. */
  readonly number: number | undefined
  /** The blocks of shell in their order. */
  readonly blocks: readonly string[]
}

/** Sections that have commands, in their order. @throws Error when the numbers do not go up from 1, or one has none */
export function stepsOf(markdown: string): ReadmeStep[] {
  const steps = markdown
    .split(/^## /m)
    .slice(1)
    .map((section): ReadmeStep => {
      const [heading = ''] = section.split('\n', 1)
      const [, number, title = heading] = /^(\d+)\. (.+)$/.exec(heading) ?? []
      const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
      return { title, number: number === undefined ? undefined : Number(number), blocks }
    })
  const numbered = steps.filter(({ number }) => number !== undefined)
  for (const [index, { number, title, blocks }] of numbered.entries()) {
    if (number !== index + 1) throw new Error(`step ${number} is the ${index + 1}. of the README`)
    if (blocks.length === 0) throw new Error(`step ${number}, “${title}”, has no commands`)
  }
  return steps.filter(({ blocks }) => blocks.length > 0)
}
