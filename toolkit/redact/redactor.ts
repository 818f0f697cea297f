/** What a masked value reads as. */
export const MASK = '***'

/** Shorter values would mask ordinary words. */
const SHORTEST = 4

export interface Redactor {
  /** Registers a secret; from then on it is masked in every text, plain or in the forms that it may travel in. */
  add(secret: string): void
  mask(text: string): string
}

/** The forms in which a secret may turn up: each of its lines, and each of them in JSON, a URL and base64. */
function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  return [secret, ...lines].flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64url'),
  ])
}

/**
 * @param announce is called once with every plain secret, before it can be printed: a runner's `add-mask`.
 */
export function createRedactor(announce: (secret: string) => void = () => undefined): Redactor {
  const announced = new Set<string>()
  const forms = new Set<string>()
  let pattern: RegExp | undefined
  return {
    add(secret) {
      if (secret.trim().length < SHORTEST || announced.has(secret)) return
      announced.add(secret)
      announce(secret)
      for (const form of formsOf(secret)) if (form.length >= SHORTEST) forms.add(form)
      // The longest first: a secret may contain another one.
      const alternatives = [...forms].sort((a, b) => b.length - a.length).map((form) => RegExp.escape(form))
      pattern = new RegExp(alternatives.join('|'), 'g')
    },
    mask: (text) => (pattern === undefined ? text : text.replace(pattern, MASK)),
  }
}
