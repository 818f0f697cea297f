import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { Failure } from '../../model/failure.ts'
import { formatSource } from '../../model/source.ts'
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

  test('locates quoted texts at their quote, and empty nodes at what holds them', () => {
    const [document] = readYaml('a:\n  - "x"\n  -\n  - &e\n"b": 1', 'a.yaml')
    expect(document?.locate(['a', 0])).toEqual({ file: 'a.yaml', line: 2, column: 5 })
    expect(document?.locate(['a', 1])).toEqual({ file: 'a.yaml', line: 1, column: 1 })
    expect(document?.locate(['a', 2])).toEqual({ file: 'a.yaml', line: 1, column: 1 })
    expect(document?.locate(['b'])).toEqual({ file: 'a.yaml', line: 5, column: 1 })
  })

  test('counts the lines of a file with carriage returns', () => {
    const [document] = readYaml('a: 1\r\nb:\r\n  - x\r\n', 'a.yaml')
    expect(document?.locate(['b', 0])).toEqual({ file: 'a.yaml', line: 3, column: 5 })
  })

  test('reads workflows so that `on` stays a word', () => {
    const text = 'on: yes\nat: 2026-11-24\nport: 0x10'
    expect(readYaml(text, 'a.yaml', 'workflow')[0]?.value).toEqual({ on: 'yes', at: '2026-11-24', port: 16 })
  })

  test('takes a line within brackets and quotes wherever it begins, and tells where it stands in the file', () => {
    const [document] = readYaml('a:\n  b: {\nc: "x\ny",\n d: [\n2\n]\n}\n', 'a.yaml')
    expect(document?.value).toEqual({ a: { b: { c: 'x y', d: [2] } } })
    const places = [['c'], ['d'], ['d', 0]].map((path) => document?.locate(['a', 'b', ...path]))
    expect(places.map((place) => [place?.line, place?.column])).toEqual([
      [3, 1],
      [5, 2],
      [6, 1],
    ])
  })

  test('takes such a line at the end of a long file, and after another sign that ends lines', () => {
    const long = `${'# x\n'.repeat(200_000)}a: [\n1\n]\n`
    expect(readYaml(long, 'a.yaml')[0]?.value).toEqual({ a: [1] })
    expect(readYaml('x:\r\na: [\r\n1\r\n]\r\n', 'a.yaml')[0]?.value).toEqual({ x: null, a: [1] })
  })

  test('refuses more lines that begin anywhere than anybody writes, on the first that is too much', () => {
    const items = (count: number) => `a: [\n${'1,\n'.repeat(count)}]\n`
    expect(readYaml(items(99), 'a.yaml')[0]?.value).toEqual({ a: Array.from({ length: 99 }, () => 1) })
    expect(() => readYaml(items(100), 'a.yaml')).toThrow(/deficient indentation/)
  })

  // What sigs.k8s.io/yaml 1.6.0, which kubectl reads with, made of each.
  test.each<[string, unknown]>([
    ['yes', true],
    ['Y', true],
    ['on', true],
    ['n', false],
    ['OFF', false],
    ['TRUE', true],
    ['~', null],
    ['Null', null],
    ['', null],
    ['1:30', '1:30'],
    ['22:22:22', '22:22:22'],
    ['190:20:30.15', '190:20:30.15'],
    ['2026-11-24', '2026-11-24'],
    ['017', 15],
    ['0o17', 15],
    ['-0o17', -15],
    ['0O17', 15],
    ['0x1F', 31],
    ['-0x1F', -31],
    ['0b101', 5],
    ['08', 8],
    ['+5', 5],
    ['-0', 0],
    ['1_000', 1000],
    ['1__0', 10],
    ['_1', '_1'],
    ['0x', '0x'],
    ['0o', '0o'],
    ['1e3', 1000],
    ['1.', 1],
    ['.5', 0.5],
    ['1_0.5', 10.5],
    ['1e400', '1e400'],
    ['99999999999999999999999', 1e23],
    ['1.2.3', '1.2.3'],
    ['0123abc', '0123abc'],
    ['1,000', '1,000'],
    ['NaN', 'NaN'],
    ['"yes"', 'yes'],
    ['!!str 5', '5'],
    ['!!int "5"', 5],
  ])('reads %s in a manifest as kubectl does', (written, value) => {
    expect(readYaml(`a: ${written}`, 'a.yaml')[0]?.value).toEqual({ a: value })
  })

  test('does not round an integer: one without an exact number stays text', () => {
    const exact = (written: string) => JSON.stringify(readYaml(`a: ${written}`, 'a.yaml')[0]?.value)
    expect(exact('9007199254740993')).toBe('{"a":9007199254740993}')
    expect(exact('-9223372036854775808')).toBe('{"a":-9223372036854775808}')
    expect(exact('18446744073709551615')).toBe('{"a":18446744073709551615}')
    expect(exact('0x7fffffffffffffff')).toBe('{"a":9223372036854775807}')
    expect(exact('0o777777777777777777777')).toBe('{"a":9223372036854775807}')
    expect(exact('1_000_000_000_000_000_001')).toBe('{"a":1000000000000000001}')
    expect(exact('18446744073709551616')).toBe('{"a":18446744073709552000}')
    expect(exact('"9007199254740993"')).toBe('{"a":"9007199254740993"}')
  })

  test('follows anchors and merges', () => {
    const [document] = readYaml('base: &b {x: 1}\nuse:\n  <<: *b\n  z: 2\nsame: *b', 'a.yaml')
    expect(document?.value).toEqual({ base: { x: 1 }, use: { x: 1, z: 2 }, same: { x: 1 } })
    expect(document?.locate(['use', 'z'])).toEqual({ file: 'a.yaml', line: 4, column: 3 })
  })

  test.each([
    ['a mapping that is not closed', 'a: {b: 1\nc: 2', '2:2', 'Close the bracket'],
    ['a tab for indentation', 'a:\n\tb: 1', '2:1', 'Indent with spaces.'],
    ['a quote that is not closed', 'a: 1\nb: "x', '2:6', 'Close the quotes.'],
    ['a key twice', 'a: 1\nb: 2\na: 3', '3:1', 'Keep one of them.'],
    ['a number and a text that are one key', '{1: 2, "1": 3}', '1:9', 'Keep one of them.'],
    ['an unknown alias', 'a: *nowhere', '1:5', 'Define it with &name before it is used.'],
    ['an alias in the list it stands for', 'a: &a [*a]', '1:8', 'Write out what is meant.'],
    ['an alias deep in the map it stands for', 'a: &a\n  b: {c: *a}', '2:10', 'Write out what is meant.'],
    ['a list as a key', '? [a]\n: 1', '1:3', 'Use a text as the key.'],
    ['a tag that it does not know', 'a: !!binary aGk=', '1:4', 'Leave the tag out'],
    // What kubectl reads otherwise.
    ['infinity, which JSON has not', 'a: -.INF', '1:4', 'Put it in quotes.'],
    ['a key that is nothing', 'a:\n  ~: 1', '2:3', 'Put it in quotes.'],
    ['a key that is left out', 'a:\n  : 1', '2:3', 'Put it in quotes.'],
    ['a key with an exponent', '1e6: a', '1:1', 'Put it in quotes.'],
    ['a key over two lines', '{b\n  c: d}', '1:2', 'Write it on one line.'],
    ['a merge behind what it merges', 'a: &a {b: 1}\nc: {b: 2, <<: *a}', '2:11', 'Write the merge first'],
    ['a document behind its mark', 'a: 1\n--- {b: 2}', '2:1', 'Write --- on a line of its own.'],
    ['a document after an end', 'a: 1\n...\nb: 2', '3:1', 'Write --- before it'],
    ['a directive', '%YAML 1.2\n---\na: 1', '1:1', 'Leave it out'],
    ['a separator of lines', 'a: 1 # \u2028b: 2', '1:8', 'write it as an escape'],
    ['an escape of JSON', 'a: "\\/"', '1:5', 'Write the character itself.'],
  ])('refuses %s, says where and what to do', (_what, text, place, fix) => {
    expect.assertions(2)
    try {
      readYaml(text, 'k8s/a.yaml')
    } catch (error) {
      const failure = error instanceof Failure ? error : undefined
      expect(failure?.source && formatSource(failure.source)).toBe(`k8s/a.yaml:${place}`)
      expect(failure?.fix).toContain(fix)
    }
  })

  test('takes all of it in a workflow, which is YAML as its own rules say', () => {
    const text = 'a: .inf\nb: &b {c: 1}\nd: {c: 2, e: "\\/"}\n...\n'
    expect(readYaml(text, 'a.yaml', 'workflow')[0]?.value).toMatchObject({ a: Infinity, d: { e: '/' } })
  })

  test('refuses aliases that would stand for more nodes than anybody means, before they are built', () => {
    const bomb = ['a0: &a0 [x, x]']
    for (let i = 1; i < 60; i++) bomb.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`)
    const before = performance.now()
    expect(() => readYaml(bomb.join('\n'), 'bomb.yaml')).toThrow('stand for more than 100000 nodes')
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  test('takes hundreds of ordinary aliases', () => {
    const lines = ['a: &a {x: 1, y: [2, 3]}']
    for (let i = 0; i < 500; i++) lines.push(`k${i}: *a`)
    expect(Object.keys(readYaml(lines.join('\n'), 'a.yaml')[0]?.value ?? {})).toHaveLength(501)
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
          for (const document of readYaml(tokens.join(''), 'f.yaml')) {
            const { line, column } = document.locate(['a', 0])
            expect(line).toBeGreaterThan(0)
            expect(column).toBeGreaterThan(0)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      }),
      { seed, numRuns: runs(3_000) },
    )
  })
})

test.each([
  'a: {{ .Values.a }}\n',
  'a: 1\n{{- if .Values.b }}\nb: 2\n{{- end }}\n',
  'a: {{\n  .Values.a }}\n',
])('a template is told as one: %j', (text) => {
  expect(() => readYaml(text, 'a.yaml')).toThrow(/This is a template/)
})
