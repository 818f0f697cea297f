/** Puts images in place of those that manifests name. */
import type { KubernetesObject } from '../kubernetes/object.ts'

/** The name of an image reference, without tag and digest. */
export function imageName(reference: string): string {
  const [withoutDigest = ''] = reference.split('@')
  const slash = withoutDigest.lastIndexOf('/')
  const colon = withoutDigest.indexOf(':', slash + 1)
  return colon === -1 ? withoutDigest : withoutDigest.slice(0, colon)
}

/** The object with every `image:` of a container replaced that `replace` knows. */
export function mapImages(object: KubernetesObject, replace: (image: string) => string): KubernetesObject {
  const visit = (value: unknown, within: string): unknown => {
    if (Array.isArray(value)) {
      const containers = within === 'containers' || within === 'initContainers'
      return value.map((item) => {
        const visited = visit(item, '')
        if (!containers || typeof visited !== 'object' || visited === null || !('image' in visited))
          return visited
        return typeof visited.image === 'string' ? { ...visited, image: replace(visited.image) } : visited
      })
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member, key)]))
    }
    return value
  }
  return visit(object, '') as KubernetesObject // same shape: only texts were replaced
}
