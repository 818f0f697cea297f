/** The last line of a terminal, while something goes on: written anew in its place, and gone before anything else is said. */

export interface Screen {
  write(text: string): unknown
  /** As it is now: whoever looks may have made it narrower. */
  readonly columns?: number
}

/** Columns of a terminal that does not say how many it has, or says none. */
const USUAL = 80

const CLEAR = '\r\u001b[2K'

/** What a character takes: those of East Asia and pictures take two columns. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1
}

/** Whatever does not fit would go on in the next line, which nobody clears. */
export function fitted(text: string, columns: number): string {
  let width = 0
  const taken: string[] = []
  for (const character of text) {
    width += widthOf(character)
    if (width > columns - 1) return `${taken.slice(0, -1).join('')}…`
    taken.push(character)
  }
  return text
}

export class LiveLine {
  readonly #screen: Screen
  #shown = false

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** @param text one line without escape sequences */
  show(text: string): void {
    this.#screen.write(CLEAR + fitted(text, Math.max(10, this.#screen.columns || USUAL)))
    this.#shown = true
  }

  clear(): void {
    if (!this.#shown) return
    this.#screen.write(CLEAR)
    this.#shown = false
  }
}
