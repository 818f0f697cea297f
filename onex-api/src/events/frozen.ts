/**
 * Whether a published schema is still the same. Its consumers are not ours: they may have made types of it, or refuse
 * what it does not name. So nothing that a validator looks at ever changes; another shape is another version.
 */

/** They tell people something, and validators nothing. */
const annotations: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$comment'])

/** These hold names of properties and of schemas, not keywords. */
const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value
}

/**
 * @param published as it stands in the file
 * @param proposed as the source would publish it now
 * @returns what changed, by where it stands: `data.properties.payload was removed`; empty when all is as it was
 */
export function changesOf(published: unknown, proposed: unknown, path = ''): string[] {
  const at = path === '' ? 'the schema' : path
  if (!isObject(published) || !isObject(proposed)) {
    // The order of `required` and of `enum` says nothing.
    const same = JSON.stringify(inOrder(published)) === JSON.stringify(inOrder(proposed))
    return same ? [] : [`${at} was changed`]
  }
  const keyword = !named.has(path.slice(path.lastIndexOf('.') + 1)) || path.split('.').at(-2) === 'properties'
  const names = new Set([...Object.keys(published), ...Object.keys(proposed)])
  return [...names]
    .filter((name) => !(keyword && annotations.has(name)))
    .flatMap((name) => {
      const below = path === '' ? name : `${path}.${name}`
      if (!(name in proposed)) return [`${below} was removed`]
      if (!(name in published)) return [`${below} was added`]
      return changesOf(published[name], proposed[name], below)
    })
}
