import { describe, expect, test } from '@jest/globals'
import { formatSource } from '../../model/source.ts'
import { rootOf, textsIn } from '../node.ts'
import { readYaml } from '../yaml.ts'

function read(text: string) {
  const [document] = readYaml(text, 'a.yaml')
  if (document === undefined) throw new Error('this test needs a document')
  return rootOf(document)
}

describe('walking a document', () => {
  const root = read('spec:\n  containers:\n    - name: api\n      args: [a, 2]\n')

  test('gives what stands at a path, and where', () => {
    const name = root.get('spec', 'containers', 0, 'name')
    expect(name.text).toBe('api')
    expect(formatSource(name.source)).toBe('a.yaml:3:7')
    expect(root.get('spec', 'containers', 0, 'args').items()).toHaveLength(2)
    expect([...root.members().keys()]).toEqual(['spec'])
  })

  test('ends in absent nodes, located at what exists', () => {
    const absent = root.get('spec', 'containers', 7, 'image')
    expect(absent.value).toBeUndefined()
    expect(absent.items()).toEqual([])
    expect(absent.members().size).toBe(0)
    expect(formatSource(absent.source)).toBe('a.yaml:2:3')
  })

  test('does not mistake what every object inherits for what is written', () => {
    expect(root.get('constructor').value).toBeUndefined()
    expect(root.get('__proto__', 'toString').value).toBeUndefined()
    expect(root.get('spec', 'containers', 'length').value).toBeUndefined()
    expect(read('__proto__: {a: 1}').get('__proto__', 'a').value).toBe(1)
  })

  test('finds every text beneath, and numbers are none', () => {
    expect(textsIn(root).map(({ text }) => text)).toEqual(['api', 'a'])
  })

  test('keeps its places when something else stands there', () => {
    const other = root
      .replace(['spec', 'containers', 0, 'name'], 'web')
      .replace(['metadata', 'labels'], { a: 'b' })
    expect(other.value).toEqual({
      metadata: { labels: { a: 'b' } },
      spec: { containers: [{ name: 'web', args: ['a', 2] }] },
    })
    const [container] = other.get('spec', 'containers').items()
    expect(container?.get('name').text).toBe('web')
    expect(formatSource(other.get('spec', 'containers', 0, 'name').source)).toBe('a.yaml:3:7')
    expect(root.get('spec', 'containers', 0, 'name').text).toBe('api')
    expect(root.replace(['spec', 'containers', 7], 'x').value).toEqual(root.value)
  })
})
