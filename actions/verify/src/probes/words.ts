/** The words of one line of `targets`, taken one by one. */

/** A line is not what is wanted: "expected …, got …". */
export class Unexpected extends Error {}

export class Words {
  readonly #words: readonly string[]
  #next = 0

  constructor(line: string) {
    this.#words = line.split(/\s+/)
  }

  /** @throws Unexpected when the next word is missing, or is not what `matches` takes. */
  take<T>(what: string, matches: (word: string) => T | undefined): T {
    const word = this.#words[this.#next++]
    const value = word === undefined ? undefined : matches(word)
    if (value !== undefined) return value
    throw new Unexpected(`expected ${what}, got ${word === undefined ? 'the end of the line' : `"${word}"`}`)
  }

  /** Whether the next word is this one, which is then passed. */
  passes(word: string): boolean {
    if (this.#words[this.#next] !== word) return false
    this.#next++
    return true
  }

  /** @throws Unexpected when anything is left. */
  end(): void {
    const word = this.#words[this.#next]
    if (word !== undefined) throw new Unexpected(`expected the end of the line, got "${word}"`)
  }
}

/** Takes a word as it is when it has this form. */
export function when(pattern: RegExp): (word: string) => string | undefined {
  return (word) => (pattern.test(word) ? word : undefined)
}
