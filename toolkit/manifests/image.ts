/** Image references, and what puts others in their place. */
import { isMapping } from '../sources/node.ts'
import { type CompleteManifest, completeManifest } from './manifest.ts'
import { containerLists, workloadOf } from './workload.ts'

export interface Image {
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** An entry under `images:` of a kustomization. */
export interface ImageOverride {
  readonly name: string
  readonly newName: string | undefined
  readonly newTag: string | undefined
  readonly digest: string | undefined
}

/** `registry:5000/name:tag@sha256:…` in its parts. */
export function parseImage(text: string): Image {
  const at = text.indexOf('@')
  const [rest, digest] = at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
  const colon = rest.lastIndexOf(':')
  const tagged = colon > rest.lastIndexOf('/')
  return {
    name: tagged ? rest.slice(0, colon) : rest,
    tag: tagged ? rest.slice(colon + 1) : undefined,
    digest,
  }
}

/** Tags that are moved from one image to the next. */
const MOVING: ReadonlySet<string> = new Set([
  'canary',
  'dev',
  'develop',
  'edge',
  'head',
  'latest',
  'main',
  'master',
  'nightly',
  'rolling',
  'snapshot',
  'stable',
])

/** Why nobody can say which image that will be, completing "uses NAME …"; undefined when a version is named. */
export function floating({ tag, digest }: Image): string | undefined {
  if (digest !== undefined) return undefined
  if (tag === undefined) return 'without a tag'
  return MOVING.has(tag.toLowerCase()) ? `with the tag ${tag}` : undefined
}

export function formatImage({ name, tag, digest }: Image): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

/** What a kustomization makes of an image. Its entries are applied one after the other, each to what the last one left. */
export function overridden(image: Image, overrides: readonly ImageOverride[]): Image {
  return overrides.reduce((current, change) => {
    if (change.name !== current.name) return current
    const replaces = change.newTag !== undefined || change.digest !== undefined
    return {
      name: change.newName ?? current.name,
      tag: replaces ? change.newTag : current.tag,
      digest: replaces ? change.digest : current.digest,
    }
  }, image)
}

/** The images that the containers of a manifest's pods use. */
export function imagesOf(manifest: CompleteManifest): Image[] {
  const texts = (workloadOf(manifest)?.containers ?? []).map(({ node }) => node.get('image').text)
  return texts.flatMap((text) => (text === undefined ? [] : [parseImage(text)]))
}

/** The manifest with other images in the containers of its pods. */
export function mapImages(manifest: CompleteManifest, replace: (image: Image) => Image): CompleteManifest {
  const root = manifest.node
  const workload = workloadOf(manifest)
  if (workload === undefined) return completeManifest(root)
  const changed = containerLists.reduce((current, name) => {
    const list = workload.pod.get(name)
    const items = list.items()
    if (items.length === 0) return current
    // A list at once: one container at a time would copy all of them for each.
    const replaced = items.map((container) => {
      const { text } = container.get('image')
      if (text === undefined || !isMapping(container.value)) return container.value
      return { ...container.value, image: formatImage(replace(parseImage(text))) }
    })
    return current.replace(list.path.slice(root.path.length), replaced)
  }, root)
  return completeManifest(changed)
}
