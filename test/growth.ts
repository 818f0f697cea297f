/** How work grows with its text: by the processor's time, not the clock's, so that what else a machine does counts less. */

/** Milliseconds that this process has worked. */
function worked(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Milliseconds; shorter work says nothing about its growth. */
const RESOLUTION = 2

/** Four times the text is at most so many times the work: four were linear, sixteen quadratic. */
export const LINEAR = 10

/**
 * How many times the work is done for four times the text, the least of several tries.
 * @param size characters of the longer text
 */
export function growth(size: number, work: (size: number) => unknown): number {
  let least = Number.POSITIVE_INFINITY
  // What is compiled only once, and whatever else comes in between, makes it more; nothing makes it less.
  for (let attempt = 0; attempt < 4 && least >= LINEAR; attempt++) {
    const short = worked(() => work(size / 4))
    const long = worked(() => work(size))
    least = Math.min(least, Math.max(long, RESOLUTION) / Math.max(short, RESOLUTION))
  }
  return least
}

/** A text of a length, made of copies of another. */
export function copies(text: string, size: number): string {
  return text.repeat(Math.max(1, Math.ceil(size / text.length)))
}
