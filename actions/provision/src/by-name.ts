/** Outputs of all stacks, by their own name: those that one stack alone has. */
import type { Outputs } from './plan.ts'

export function byName(outputs: Outputs): Record<string, unknown> {
  const named = Object.values(outputs).flatMap((ofStack) => Object.entries(ofStack))
  return Object.fromEntries(named.filter(([name]) => named.filter(([other]) => other === name).length === 1))
}
