/** What kustomizations make of the images that files name, without rendering them. */
import { type Image, overridden } from './image.ts'
import type { Kustomization } from './kustomization.ts'

/** One way in which a file's image is deployed. */
export interface DeployedImage {
  readonly image: Image
  /** The outermost kustomization on the way; undefined when none includes the file. */
  readonly by: string | undefined
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
      climb(each.folder, overridden(current, each.images), each.file, [...passed, each.file]),
    )
  }
  return climb(file, image, undefined, [])
}
