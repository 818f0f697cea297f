/** The shortest way from one list to another. */

export interface EditStep {
  /** `-` only in the first list, `+` only in the second, ` ` in both. */
  readonly mark: '-' | '+' | ' '
  readonly item: string
}

/** Above so many comparisons the lists are shown as wholly replaced. */
const MOST_COMPARISONS = 1_000_000

/** Longest common subsequence; what both lists begin and end with costs nothing. */
export function differenceOf(before: readonly string[], after: readonly string[]): EditStep[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail++
  const marked = (mark: EditStep['mark'], items: readonly string[]) => items.map((item) => ({ mark, item }))
  const old = before.slice(head, before.length - tail)
  const young = after.slice(head, after.length - tail)
  const known = new Set(young)
  const middle =
    !old.some((item) => known.has(item)) || old.length * young.length > MOST_COMPARISONS
      ? [...marked('-', old), ...marked('+', young)]
      : align(old, young)
  return [
    ...marked(' ', before.slice(0, head)),
    ...middle,
    ...marked(' ', before.slice(before.length - tail)),
  ]
}

function align(old: readonly string[], young: readonly string[]): EditStep[] {
  const width = young.length + 1
  /** Length of the longest common subsequence of what follows old[i] and young[j], at i * width + j. */
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const steps: EditStep[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    const [from, to] = [old[i], young[j]]
    if (from !== undefined && from === to) {
      steps.push({ mark: ' ', item: from })
      i++
      j++
    } else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ mark: '-', item: from })
      i++
    } else if (to !== undefined) {
      steps.push({ mark: '+', item: to })
      j++
    }
  }
  return steps
}
