import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Failure } from '../../model/failure.ts'
import { readYaml } from '../yaml.ts'

const manifest = `# two documents
apiVersion: v1
kind: ConfigMap
metadata:
  name: a
data: {key: value, "quoted key": 2}
---
items:
  - one
  - name: two
    tags: [x,
           y]
`

describe('reading YAML', () => {
  test('gives every document with the place of its keys and items', () => {
    const [first, second] = readYaml(manifest, 'k8s/a.yaml')
    expect(first?.value).toMatchObject({ kind: 'ConfigMap', data: { 'quoted key': 2 } })
    expect(first?.locate([])).toEqual({ file: 'k8s/a.yaml', line: 2, column: 1 })
    expect(first?.locate(['metadata', 'name'])).toEqual({ file: 'k8s/a.yaml', line: 5, column: 3 })
    expect(first?.locate(['data', 'key'])).toEqual({ file: 'k8s/a.yaml', line: 6, column: 8 })
    expect(second?.locate(['items', 1, 'name'])).toEqual({ file: 'k8s/a.yaml', line: 10, column: 5 })
    expect(second?.locate(['items', 1, 'tags', 1])).toEqual({ file: 'k8s/a.yaml', line: 12, column: 12 })
  })

  test('locates what is not in the text at the nearest that is', () => {
    const [first] = readYaml(manifest, 'a.yaml')
    expect(first?.locate(['metadata', 'labels', 'app'])).toEqual({ file: 'a.yaml', line: 4, column: 1 })
  })

  test('leaves empty documents out and keeps the positions of the others', () => {
    expect(readYaml('---\n---\na: 1\n---\n', 'a.yaml').map(({ index, value }) => [index, value])).toEqual([
      [1, { a: 1 }],
    ])
  })

  test('reads manifests as kubectl does, and workflows so that `on` stays a word', () => {
    const text = 'on: yes\nat: 2026-11-24\nport: 0x10'
    expect(readYaml(text, 'a.yaml')[0]?.value).toEqual({ true: true, at: '2026-11-24', port: 16 })
    expect(readYaml(text, 'a.yaml', 'workflow')[0]?.value).toMatchObject({ on: 'yes' })
  })

  test('follows anchors and merges', () => {
    const [document] = readYaml('base: &b {x: 1}\nuse:\n  <<: *b\n  z: 2\nsame: *b', 'a.yaml')
    expect(document?.value).toEqual({ base: { x: 1 }, use: { x: 1, z: 2 }, same: { x: 1 } })
    expect(document?.locate(['use', 'z'])).toEqual({ file: 'a.yaml', line: 4, column: 3 })
  })

  test.each([
    ['a mapping that is not closed', 'a: {b: 1\nc: 2', 'a.yaml'],
    ['a tab for indentation', 'a:\n\tb: 1', 'a.yaml'],
    ['a key twice', 'a: 1\nb: 2\na: 3', 'a.yaml'],
    ['an unknown alias', 'a: *nowhere', 'a.yaml'],
  ])('refuses %s, and says where', (_what, text, file) => {
    expect.assertions(2)
    try {
      readYaml(text, file)
    } catch (error) {
      expect(error).toBeInstanceOf(Failure)
      expect(error).toMatchObject({
        code: 'YAML_SYNTAX',
        source: { file, line: expect.any(Number), column: expect.any(Number) },
      })
    }
  })

  test('refuses a file whose aliases would grow without bound', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (let i = 0; i < 150; i++) bomb.push(`k${i}: *a`)
    expect(() => readYaml(bomb.join('\n'), 'bomb.yaml')).toThrow(Failure)
  })

  test('refuses nesting that would exhaust the stack', () => {
    expect(() => readYaml('['.repeat(5_000), 'deep.yaml')).toThrow(Failure)
  })

  test('never fails otherwise, whatever the text', () => {
    const yamlish = fc.array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '&x',
        '*x',
        '"',
        "'",
        '|',
        '>',
        '#',
        '\t',
        '---\n',
        '!!',
        '<<',
        '0',
        'é',
        '\u0000',
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(yamlish, (tokens) => {
        try {
          for (const document of readYaml(tokens.join(''), 'f.yaml')) document.locate(['a', 0])
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
