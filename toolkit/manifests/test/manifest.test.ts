import { describe, expect, test } from '@jest/globals'
import { formatSource } from '../../model/source.ts'
import { readYaml } from '../../sources/yaml.ts'
import { completeManifest, manifestOf, objectsIn } from '../manifest.ts'

function nodes(text: string) {
  return readYaml(text, 'a.yaml').flatMap(objectsIn)
}

describe('the objects of a file', () => {
  test.each([
    ['one', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n', ['Pod/a']],
    [
      'those of several documents',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n---\napiVersion: v1\nkind: Service\nmetadata: {name: b, namespace: x}\n',
      ['Pod/a', 'x/Service/b'],
    ],
    [
      'the items of a list, each with its own kind',
      'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: a}}\n  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}\n',
      ['Pod/a', 'Deployment/b'],
    ],
    [
      "the items of a typed list, which may leave their kind to it, as the API server's answers do",
      'apiVersion: v1\nkind: PodList\nitems:\n  - {metadata: {name: a}}\n',
      ['Pod/a'],
    ],
    [
      'a draft whose name the server makes',
      'apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n',
      ['Pod/a-*'],
    ],
    ['none of an empty list', 'apiVersion: v1\nkind: List\nitems: []\n', []],
    [
      'none of a list of nothing, as Go writes an empty one',
      'apiVersion: v1\nkind: PodList\nitems: null\n',
      [],
    ],
  ])('are %s', (_what, text, addresses) => {
    expect(nodes(text).map((node) => manifestOf(node, false)?.address)).toEqual(addresses)
  })

  test('are not those of a list within a list, which kubectl does not read', () => {
    const text = 'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: List, items: []}\n'
    expect(() => nodes(text)).toThrow(
      expect.objectContaining({ code: 'MANIFEST_INVALID', source: { file: 'a.yaml', line: 4, column: 5 } }),
    )
  })

  test('are known by their group, whatever its version', () => {
    const [manifest] = nodes('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n')
    expect(manifest && manifestOf(manifest, false)).toMatchObject({ group: 'apps', kind: 'Deployment' })
  })

  test('keep the place of every field, in a list too', () => {
    const [, second] = nodes(
      'apiVersion: v1\nkind: PodList\nitems:\n  - metadata: {name: a}\n  - metadata:\n      name: b\n',
    )
    if (second === undefined) throw new Error('this test needs a second item')
    const { source, node, object } = completeManifest(second)
    expect(formatSource(source)).toBe('a.yaml:5:5')
    expect(formatSource(node.get('metadata', 'name').source)).toBe('a.yaml:6:7')
    expect(object).toEqual({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b' } })
  })

  test('are not what has no kind, or stands in a list without being one', () => {
    const found = nodes('- op: remove\n---\nreplicas: 3\n---\napiVersion: v1\nkind: List\nitems: [1, {}]\n')
    expect(found.map((node) => manifestOf(node, false)?.address)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
