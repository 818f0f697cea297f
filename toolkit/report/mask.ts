/**
 * A copy of a value with every text in it masked, keys included. Reports are made of masked plans and outcomes,
 * not masked themselves: escaping and cutting change a secret into what no mask would find.
 */
export function masked<T>(value: T, mask: (text: string) => string): T {
  return walk(value, mask) as T // the same shape: only texts became other texts
}

function walk(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [mask(key), walk(member, mask)]))
}
