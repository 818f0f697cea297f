/** Image references, and what kustomizations make of them. */
import type { Kustomization } from './kustomization.ts'

export interface Image {
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** `registry:5000/name:tag@sha256:…` in its parts. */
export function parseImage(text: string): Image {
  const [rest = '', digest] = text.split('@', 2)
  const colon = rest.lastIndexOf(':')
  const tagged = colon > rest.lastIndexOf('/')
  return {
    name: tagged ? rest.slice(0, colon) : rest,
    tag: tagged ? rest.slice(colon + 1) : undefined,
    digest,
  }
}

/** One way in which a file's image is deployed. */
export interface DeployedImage {
  readonly image: Image
  /** The outermost kustomization on the way; undefined when none includes the file. */
  readonly by: string | undefined
}

function override(image: Image, { images }: Kustomization): Image {
  return images
    .filter(({ name }) => name === image.name)
    .reduce(({ name, tag, digest }, change) => {
      const replaces = change.newTag !== undefined || change.digest !== undefined
      return {
        name: change.newName ?? name,
        tag: replaces ? change.newTag : tag,
        digest: replaces ? change.digest : digest,
      }
    }, image)
}

/** The kustomization sees its own resources before those that include it do. */
export function deployedImages(
  image: Image,
  file: string,
  kustomizations: readonly Kustomization[],
): DeployedImage[] {
  const climb = (
    path: string,
    current: Image,
    by: string | undefined,
    passed: readonly string[],
  ): DeployedImage[] => {
    const above = kustomizations.filter(
      ({ file: own, resources, patches }) =>
        !passed.includes(own) && [...resources, ...patches].some((reference) => reference.path === path),
    )
    if (above.length === 0) return [{ image: current, by }]
    return above.flatMap((each) =>
      climb(each.folder, override(current, each), each.file, [...passed, each.file]),
    )
  }
  return climb(file, image, undefined, [])
}
