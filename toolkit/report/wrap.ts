/** Text in the lines of a terminal. */

/**
 * Words in lines of at most `width` columns; a word that is longer has a line of its own.
 * @param indent stands before each line
 */
export function wrapped(text: string, width: number, indent = ''): readonly string[] {
  const room = Math.max(20, width - indent.length)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line]
}
