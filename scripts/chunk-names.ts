/** Names for the chunks of a bundle. webpack numbers them by a hash, so that nobody can tell which of them a change touched. */
import { dirname, join, normalize, relative } from 'node:path'

/** `deploy-plan`, `toolkit-kubernetes-connect`, `pg`: what a chunk is called whose module is asked for by `specifier`. */
function chunkName(specifier: string, file: string, build: string): string {
  const asked = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? relative(build, normalize(join(dirname(file), specifier)))
      : specifier
  return asked
    .replace(/^actions\/([^/]+)\/src\//, '$1/')
    .replace(/\.[jt]s$/, '')
    .replace(/^@/, '')
    .replaceAll('/', '-')
}

/** The emitted text of `file`, in which every import that is made on demand says what its chunk is called. */
export function withChunkNames(text: string, file: string, build: string): string {
  return text.replace(
    /\bimport\('([^']+)'\)/g,
    (_call, specifier: string) =>
      `import(/* webpackChunkName: "${chunkName(specifier, file, build)}" */ '${specifier}')`,
  )
}

/**
 * The files of a bundle under the names of the modules that were asked for.
 * @param files name → text of the entry and of its numbered chunks
 */
export function withNamedChunks(files: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Map<string, string>()
  const loads = /(__(?:webpack|nccwpck)_require__\.e\()(?:\/\*[^*]*\*\/ )?(\d+)\)/g
  const asked =
    /\/\* import\(\) \| ([\w.-]+) \*\/ ?(\[[^\]]*\]|\d+)\)\.then\(__(?:webpack|nccwpck)_require__(?:\.t)?\.bind\(__(?:webpack|nccwpck)_require__, (\d+)/g
  const contents = Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) => {
      const id = /^(\d+)\.action\.js$/.exec(file)?.[1]
      return id === undefined ? [] : [[id, text]]
    }),
  )
  const shared = new Map<string, Set<string>>()
  for (const text of Object.values(files)) {
    for (const [, name = '', chunks = '', module] of text.matchAll(asked)) {
      const ids = chunks.startsWith('[') ? [...chunks.matchAll(loads)].map(([, , id = '']) => id) : [chunks]
      for (const id of ids) {
        if (contents[id]?.includes(`\n/***/ ${module}:`)) names.set(id, name)
        else shared.set(id, (shared.get(id) ?? new Set()).add(name))
      }
    }
  }
  for (const [id, askers] of shared) {
    if (names.has(id)) continue
    const [first = '', ...others] = [...askers].sort()
    // What only one asks for was put apart because it comes from packages.
    const name = others.length === 0 ? `${first}-packages` : [first, ...others].join('+')
    const same = [...names.values()].filter((taken) => taken.replace(/-\d+$/, '') === name).length
    names.set(id, same === 0 ? name : `${name}-${same + 1}`)
  }
  const nameOf = (id: string) => {
    const name = names.get(id)
    if (name === undefined) throw new Error(`nobody asks for chunk ${id}`)
    return name
  }
  const renamed = (text: string) =>
    text
      .replace(loads, (_call, load: string, id: string) => `${load}"${nameOf(id)}")`)
      .replace(
        /^(export const ids? = \[?)(\d+)(\]?;)$/gm,
        (_line, before, id: string, after) => `${before}"${nameOf(id)}"${after}`,
      )
      .replace('"" + chunkId + ".action.js"', '"" + chunkId + ".chunk.js"')
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file.replace(/^(\d+)\.action\.js$/, (_file, id: string) => `${nameOf(id)}.chunk.js`),
      renamed(text),
    ]),
  )
}
