/** What of the sandbox a test needs, by what it imports: nobody keeps a list of it. */
import { allParts, type Part } from '#sandbox/prepare.ts'
import { importsOf, isSource } from './imports.ts'

/** The files of this repository that are loaded with those given, themselves included; types are no reason to load. */
export function loadedWith(files: Iterable<string>): Set<string> {
  const loaded = new Set(files)
  // What is added while it goes on is visited too.
  for (const file of loaded) {
    for (const { to, typeOnly } of importsOf(file))
      if (
        !typeOnly &&
        isSource(to) &&
        /^(?:actions|bench|onex-api|sandbox|scripts|terraform|test|toolkit)\//.test(to)
      )
        loaded.add(to)
  }
  return loaded
}

/** The parts of the sandbox that must be prepared before tests run. */
export function needsOf(tests: readonly string[]): Part[] {
  const loaded = loadedWith(tests)
  return allParts.filter(({ file }) => loaded.has(file))
}
