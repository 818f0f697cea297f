/** A kustomization as kustomize itself renders it, from the files that were looked at and no others. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Node } from '../sources/node.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'
import { findKustomize } from './kustomize.ts'
import type { References } from './references.ts'
import { withPlaces } from './rendered-places.ts'

export interface Rendered {
  readonly documents: readonly YamlDocument[]
  /** `kustomize v5.8.2` */
  readonly by: string
}

/** Where it is written what kustomize speaks of: a file, else the field of the kustomization that its words are about. */
function placeOf(said: string, { kustomizations, files }: References): Node['source'] {
  const [top] = kustomizations
  /** Of texts that the words may mention, the one that they mention last. */
  const last = (texts: readonly string[]) =>
    texts
      .filter((text) => said.includes(text))
      .sort((a, b) => said.lastIndexOf(a) - said.lastIndexOf(b))
      .at(-1)
  // kustomize names a file as the kustomization does.
  const folder = posix.dirname(top?.source.file ?? '.')
  const paths = new Map(
    [...files.keys()].flatMap((file) => [
      [file, file],
      [posix.relative(folder, file), file],
    ]),
  )
  const named = paths.get(last([...paths.keys()]) ?? '')
  if (named !== undefined) {
    const line = Number(/line (\d+)/.exec(said)?.[1] ?? 1)
    return { file: named, line, column: 1 }
  }
  const stemOf = (key: string) => key.replace(/(?:es|s)$/, '')
  const fields = [...(top?.members() ?? [])].filter(([key]) => key !== 'kind' && key !== 'apiVersion')
  const stem = last(fields.map(([key]) => stemOf(key)))
  const field = fields.find(([key]) => stemOf(key) === stem)?.[1]
  return field?.source ?? top?.source ?? { file: [...files.keys()][0] ?? '' }
}

/**
 * @param folder of the kustomization, relative to the workspace
 * @param path where programs are looked for
 * @throws Failure KUSTOMIZE_MISSING or KUSTOMIZE_REFUSED
 */
export function render(folder: string, references: References, path: string): Rendered {
  const home = mkdtempSync(join(tmpdir(), 'omninode-kustomize-'))
  try {
    const checkout = join(home, 'checkout')
    for (const [file, bytes] of references.files) {
      mkdirSync(join(checkout, dirname(file)), { recursive: true })
      writeFileSync(join(checkout, file), bytes)
    }
    const [top] = references.kustomizations
    const needed = top?.source ?? { file: folder }
    const kustomize = findKustomize(path, home, needed)
    const built = kustomize.build(join(checkout, folder), home)
    if (!built.ok) {
      const said = built.stderr
        .trim()
        .replaceAll(`${checkout}/`, '')
        .replaceAll(checkout, '.')
        .replace(/^(?:Error|error):\s*/, '')
      throw new Failure({
        code: 'KUSTOMIZE_REFUSED',
        what: `${kustomize.version} cannot render this: ${said.split('\n').at(-1) ?? said}`,
        fix: `Correct it; \`kustomize build ${folder}\` says the same on your machine.`,
        source: placeOf(said, references),
      })
    }
    // What is deployed is what was rendered as it stands; who wants to know the places asks a second time.
    const asking = join(home, 'places')
    mkdirSync(asking)
    const way = posix.join('../checkout', folder)
    const isComponent = top?.get('kind').text === 'Component'
    writeFileSync(
      join(asking, 'kustomization.yaml'),
      JSON.stringify({
        [isComponent ? 'components' : 'resources']: [way],
        buildMetadata: ['originAnnotations'],
      }),
    )
    const origins = kustomize.build(asking, home)
    const documents = withPlaces(
      readYaml(built.stdout, needed.file),
      origins.ok ? readYaml(origins.stdout, needed.file) : [],
      references,
      (each) => posix.normalize(each).replace(/^\.\.\/checkout\//, ''),
    )
    return { documents, by: kustomize.version }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
