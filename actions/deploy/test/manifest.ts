import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { type CompleteManifest, completeManifest } from '#toolkit/manifests/manifest.ts'
import { rootOf } from '#toolkit/sources/node.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'

/** An object as a file `k8s/it.yaml` would describe it, a key a line. */
export function manifest(object: KubernetesObject): CompleteManifest {
  const [document] = readYaml(JSON.stringify(object, undefined, 2), 'k8s/it.yaml')
  if (document === undefined) throw new Error('this test needs an object')
  return completeManifest(rootOf(document))
}
