/** What odd YAML and JSON mean, beside kubectl itself, which reads each file and says what it would send. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { prepareKubectl } from '#sandbox/kubectl/kubectl.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { readManifests } from '../../folder.ts'

/** What it means: the same, or nothing, because it is refused on that line. */
type Meaning = 'same' | number
type Oddity = readonly [what: string, text: string | Buffer, meaning: Meaning, extension?: 'json']

const head = 'apiVersion: v1\nkind: ConfigMap\n'
/** The value is on line 5. */
const value = (text: string) => `${head}metadata: {name: a}\ndata:\n  a: ${text}\n`
/** The entries begin on line 5. */
const entries = (...lines: string[]) => `${head}metadata: {name: a}\ndata:\n  ${lines.join('\n  ')}\n`
/** The entries begin on line 4. */
const metadata = (...lines: string[]) => `${head}metadata:\n  ${['name: a', ...lines].join('\n  ')}\n`
const item = (name: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`
const json = (name: string, rest = '') =>
  `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "${name}"}${rest}}`
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const bomb = () => {
  const lines = ['a0: &a0 [x, x]']
  for (let level = 1; level < 30; level++)
    lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`)
  return entries(...lines)
}

const oddities: readonly Oddity[] = [
  // Words
  ['words for true and false', entries('a: yes', 'b: No', 'c: on', 'd: OFF', 'e: True', 'f: FALSE'), 'same'],
  ['single letters for true and false', entries('a: y', 'b: N', 'c: t'), 'same'],
  ['words in quotes', entries('a: "yes"', "b: 'off'", 'c: "null"', 'd: "~"'), 'same'],
  ['nothing, in all its forms', entries('a: ~', 'b:', 'c: null', 'd: Null', 'e: NULL', 'f: nUll'), 'same'],
  // Brackets and quotes, within which it does not matter where a line begins
  ['a bracket that is closed below its key', entries('a: [', '  1,', ']', 'b: {', '  c: 2', '}'), 'same'],
  [
    'brackets whose content begins anywhere',
    `${head}metadata: {\nname: a,\n labels: {\nx: z\n}}\ndata:\n  a: [\n1,\n    [2,\n3\n]\n  ]\n`,
    'same',
  ],
  [
    'comments and empty lines in brackets',
    entries('a: [ # first', '', '# second', '  1, # third', '] # last'),
    'same',
  ],
  [
    'quotes that go on at the start of a line',
    `${head}metadata: {name: a}\ndata:\n  a: "x\ny\n\n z"\n  b: 'x\n\ny'\n`,
    'same',
  ],
  ['a document that begins within brackets', `${head}metadata: {name: a}\ndata:\n  a: [\n---\n]\n`, 6],
  ['a document that begins within quotes', `${head}metadata: {name: a}\ndata:\n  a: "\n---\n  "\n`, 6],
  ['a bracket that is never closed', `${head}metadata: {name: a}\ndata:\n  a: [\n  1,\nb: 2\n`, 8],
  // Numbers
  ['octal numbers', entries('a: 0644', 'b: 0o644', 'c: 08', 'd: 0o8', 'e: -017'), 'same'],
  ['hexadecimal and binary numbers', entries('a: 0x1F', 'b: 0b101', 'c: 0xG', 'd: 0B1', 'e: 0X1f'), 'same'],
  ['underscores in numbers', entries('a: 1_000', 'b: _1', 'c: 1_', 'd: 1_0.5', 'e: 0x_1'), 'same'],
  ['exponents', entries('a: 1e3', 'b: 1E-2', 'c: 1e', 'd: 1.e3', 'e: .5e1', 'f: e3', 'g: 1e+3'), 'same'],
  ['signs', entries('a: +5', 'b: -5', 'c: +-5', 'd: +', 'e: +.5', 'f: -.5', 'g: "-5"', 'h: ++5'), 'same'],
  ['a sign alone that begins a list', value('-'), 5],
  ['nothing below zero', entries('a: -0', 'b: -0.0', 'c: 0', 'd: 0.0'), 'same'],
  ['numbers that are whole', entries('a: 1.0', 'b: 100.00', 'c: 1.', 'd: 1e2'), 'same'],
  ['fractions', entries('a: 0.1', 'b: 1.10', 'c: 3.141592653589793238', 'd: 1e-7', 'e: 1e21'), 'same'],
  ['infinity', value('.inf'), 5],
  ['what is no number', value('.nan'), 5],
  ['words that only look like them', entries('a: inf', 'b: nan', 'c: Infinity', 'd: NaN'), 'same'],
  ['what is too large', entries('a: 1e400', 'b: -1e400'), 'same'],
  ['base 60', entries('a: 12:30:45', 'b: 1:30', 'c: 190:20:30.15', 'd: -1:30'), 'same'],
  ['integers at the end of 64 bits', entries('a: 9223372036854775807', 'b: -9223372036854775808'), 'same'],
  ['integers beyond 2^53', entries('a: 9007199254740993', 'b: [9007199254740993]'), 'same'],
  [
    '2^63 and the last of 64 bits without a sign',
    entries('a: 9223372036854775808', 'b: 18446744073709551615'),
    'same',
  ],
  ['2^64 and below', entries('a: 18446744073709551616', 'b: -9223372036854775809'), 'same'],
  [
    'versions and addresses',
    entries('a: 1.2.3', 'b: 10.0.0.1', 'c: 1,000', 'd: 1-2', 'e: 12e03', 'f: 0123abc'),
    'same',
  ],
  // Dates
  ['dates and times', entries('a: 2026-11-24', 'b: 2026-11-24T01:02:03Z', 'c: 2026-11-24 01:02:03'), 'same'],
  // Tags
  [
    'tags of texts and numbers',
    entries(
      'a: !!str 5',
      'b: !!int "5"',
      'c: !!float 1',
      'd: !!bool "yes"',
      'e: !!null ""',
      'f: !!str yes',
      'g: !!str',
    ),
    'same',
  ],
  ['tags of lists and maps', entries('a: !!map {b: c}', 'b: !!seq [c]'), 'same'],
  ['a tag that says only that it is a text', value('! 5'), 'same'],
  ['bytes', value('!!binary aGVsbG8='), 5],
  ['a set', value('!!set {a, b}'), 5],
  ['an ordered map', value('!!omap [a: 1]'), 5],
  ['a time by its tag', value('!!timestamp 2026-11-24'), 5],
  ['a tag of somebody else', value('!Ref b'), 5],
  ['a tag that does not fit', value('!!int "five"'), 5],
  // Keys
  ['keys in quotes', entries('"a b": 1', "'c': 2", '"d\\u0065": 3', '"yes": 4'), 'same'],
  ['keys that are numbers', entries('1: a', '-2: b', '0x10: c', '010: d'), 'same'],
  ['keys that are fractions', entries('1.5: a', '-0.25: b', '"1.0": c'), 'same'],
  ['a key with a nought at its end', entries('1.0: b'), 5],
  ['a key with more digits than it keeps', entries('3.14159265: b'), 5],
  ['a key with an exponent', entries('1e6: a'), 5],
  ['keys that are true or false', entries('yes: a', 'off: b'), 'same'],
  ['letters as keys', entries('y: a', 'n: b', 'x: c'), 'same'],
  ['a key that is nothing', entries('~: a'), 5],
  ['a key that is left out', entries(': a'), 5],
  ['keys that are dates', entries('2026-11-24: a'), 'same'],
  ['a key beyond 2^53', entries('9007199254740993: a'), 5],
  ['a key beyond 2^63', entries('9223372036854775808: a'), 5],
  ['an infinite key', entries('.inf: a'), 5],
  ['a key twice', entries('a: 1', 'a: 2'), 6],
  ['a key twice, written otherwise', entries('1: a', '"1": b'), 6],
  ['a key in two cases', entries('a: 1', 'A: 2'), 'same'],
  ['keys of objects in JavaScript', entries('__proto__: {a: 1}', 'constructor: b', 'toString: c'), 'same'],
  ['a key that is asked for', entries('? a', ': b', '? c'), 'same'],
  ['a list as a key', entries('? [a]', ': b'), 5],
  ['a map as a key', entries('{a: b}: c'), 5],
  ['a key over two lines', value('{b\n    c: d}'), 5],
  ['a key in quotes over two lines', value('{"b\n    c": d}'), 5],
  ['a key that is too long', entries(`${'a'.repeat(1_100)}: b`), 5],
  // Merges
  [
    'a merge',
    entries('a: &a {b: 1, c: 2}', 'd: {<<: *a, c: 3}', 'e:', '  f: 4', '  <<: *a', '  c: 5'),
    'same',
  ],
  ['a merge behind what it merges', entries('a: &a {b: 1, c: 2}', 'd:', '  c: 4', '  <<: *a'), 8],
  ['a merge behind what one of several merges', entries('a: &a {b: 1}', 'd: {b: 2, <<: [{c: 3}, *a]}'), 6],
  [
    'a merge behind what it merges by another one',
    entries('a: &a {b: 1}', 'c: &c {<<: *a}', 'd: {b: 2, <<: *c}'),
    7,
  ],
  ['a merge of several', entries('a: &a {b: 1}', 'c: &c {b: 2, d: 3}', 'e: {<<: [*a, *c]}'), 'same'],
  ['a merge of what is written there', entries('a: {<<: {b: 1}, c: 2}'), 'same'],
  ['a merge of a merge', entries('a: &a {b: 1}', 'c: &c {<<: *a, d: 2}', 'e: {<<: *c}'), 'same'],
  ['a merge with a text', value('{<<: b}'), 5],
  ['a merge with nothing', value('{<<: }'), 5],
  ['a merge in quotes', entries('a: &a {b: 1}', 'c: {"<<": *a}'), 'same'],
  ['two merges', entries('a: &a {b: 1}', 'c:', '  <<: *a', '  <<: *a'), 8],
  // Aliases
  ['anchors and aliases', entries('a: &a [1, {b: c}]', 'd: *a', 'e: &e text', 'f: *e'), 'same'],
  ['an anchor twice', entries('a: &a 1', 'b: &a 2', 'c: *a'), 'same'],
  ['an anchor of nothing', entries('a: &a', 'b: *a'), 'same'],
  ['an alias as a key', entries('a: &a b', '*a : c'), 'same'],
  ['an alias of another document', `${value('&a b')}---\n${value('*a')}`, 11],
  ['an alias of nothing', value('*b'), 5],
  ['an alias in itself', value('&a [*a]'), 5],
  ['aliases without end', bomb(), 19],
  // White space and bytes
  ['a tab that indents', `${head}metadata:\n\tname: a\n`, 4],
  ['tabs between', `apiVersion:\tv1\nkind: ConfigMap\t# x\nmetadata:\n  name: \ta\t\n`, 'same'],
  ['tabs at a bracket', `${head}metadata: {\tname: a\t}\n`, 3],
  ['a tab in a text', value('b\tc'), 'same'],
  ['a mark of the order of bytes', `\uFEFF${value('b')}`, 'same'],
  ['such a mark between documents', `${value('b')}---\n\uFEFF${value('c')}`, 7],
  ['carriage returns', value('|\n    b\n    c').replaceAll('\n', '\r\n'), 'same'],
  ['carriage returns alone', value('b').replaceAll('\n', '\r'), 'same'],
  ['UTF-16', utf16(value('b')), 1],
  ['bytes that are no UTF-8', Buffer.from(value('\xfc'), 'latin1'), 5],
  ['a separator of lines', entries('a: "b\u2028c"', 'd: e'), 5],
  ['a separator of lines in a comment', `${value('b # c\u2028  d: e')}`, 5],
  ['a next line', value('"b\u0085  c"'), 5],
  ['letters of the world', value('Grüße, 世界 😀 \u00a0'), 'same'],
  ['a control character', value('"b\u0001"'), 5],
  ['a NUL', value('"b\u0000"'), 5],
  ['escapes', value('"\\x41\\u00e9\\U0001F600\\e\\0\\_\\N\\L\\"\\\\\\t"'), 'same'],
  ['an escape of JSON in YAML', value('"\\/"'), 5],
  ['half of a pair in an escape', value('"\\ud83d\\ude00"'), 5],
  ['an escape that is none', value('"\\q"'), 5],
  // Documents
  [
    'marks of documents',
    `---\n${value('b')}---\n---\n# c\n---   \n${value('d').replace('name: a', 'name: b')}...\n`,
    'same',
  ],
  ['a comment behind the mark', `--- # first\n${value('b')}--- # second\n`, 'same'],
  ['comments and nothing else beside it', `# a\n---\n# b\n---\n${value('c')}`, 'same'],
  ['a document behind its mark', `--- ${item('a')}\n`, 1],
  ['a later document behind its mark', `${item('a')}\n--- ${item('b')}\n`, 2],
  ['a document after an end without a mark', `${item('a')}\n...\n${item('b')}\n`, 3],
  ['a mark after an end', `${item('a')}\n...\n---\n${item('b')}\n`, 'same'],
  ['nothing behind an end', `${item('a')}\n...\n# c\n\n`, 'same'],
  ['a mark in a text', value('|\n    ---\n    b'), 'same'],
  ['a mark that breaks a text off', value('"b\n---\nc"'), 6],
  ['a mark without a space', `${item('a')}\n---#b\n${item('b')}\n`, 2],
  ['a version of YAML', `%YAML 1.1\n---\n${value('b')}`, 1],
  ['a tag of its own', `%TAG !e! tag:example.com,2026:\n---\n${value('!e!b c')}`, 1],
  ['what looks like a directive', value('|\n    %YAML'), 'same'],
  // Texts
  [
    'block texts',
    entries(
      'a: |',
      '  b',
      '  c',
      'd: >',
      '  e',
      '  f',
      '',
      '  g',
      'h: |-',
      '  i',
      'j: |+',
      '  k',
      '',
      'l: >-',
      '  m',
      '    n',
      '  o',
    ),
    'same',
  ],
  [
    'block texts with their indentation',
    entries('a: |2', '    b', '  c', 'd: >1-', '  e', 'f: |+1', '  g', ''),
    'same',
  ],
  ['a block text that is empty', entries('a: |', 'b: >-', 'c: |+', ''), 'same'],
  ['a comment that is part of a block text', entries('a: |', '  b', '  # c', '# d', 'e: f'), 'same'],
  ['a block text that ends with the file', value('|\n    b').trimEnd(), 'same'],
  [
    'texts over several lines',
    entries('a: b', '  c', '', '  d', 'e: "f', '  g\\', '  h"', "i: 'j", "  k''s'"),
    'same',
  ],
  ['a quoted text that goes on with less indentation', `${value('"b')}c"\n`, 'same'],
  [
    'signs within a text',
    entries('a: b#c', 'd: b #c', 'e: x:y', 'f: "a: b"', 'g: a,b', 'h: -x', 'i: ?x', 'j: :x', 'k: a&b*c'),
    'same',
  ],
  ['a colon too many', value('b: c'), 5],
  ['a sign at the beginning', value('@b'), 5],
  ['a sign of a directive at the beginning', value('%b'), 5],
  // Flow
  ['flow', value('{b: [1, {c: d}, [e]], "f":g, h, i: }'), 'same'],
  ['commas at the end', value('{b: [1, 2,], c: d,}'), 'same'],
  ['commas without anything between', value('[1,,2]'), 5],
  ['pairs in a list', value('[b: c, d]'), 'same'],
  ['colons without a space', value('{b:c, d: e:f}'), 'same'],
  ['a list at the column of its key', entries('a:', '- b', '- c'), 'same'],
  ['a list in a list', entries('a:', '- - b', '  - c', '-', '  - d'), 'same'],
  ['nesting of a hundred', value('['.repeat(200) + ']'.repeat(200)), 5],
  // JSON
  [
    'JSON',
    json('a', ', "data": {"a": 1.0, "b": 9007199254740993, "c": "\\ud83d\\ude00\\/", "d": null}'),
    'same',
    'json',
  ],
  [
    'JSON with tabs',
    `{\n\t"apiVersion": "v1",\n\t"kind":\t"ConfigMap",\n\t"metadata": {"name":"a"}\n}\n`,
    'same',
    'json',
  ],
  ['JSON with a comma at the end', json('a', ', "data": {"a": [1,],},'), 'same', 'json'],
  ['JSON with a comment', json('a', ', // c\n"data": {}'), 1, 'json'],
  ['JSON with a comment of YAML', `${json('a', ', # c\n"data": {}')}\n`, 'same', 'json'],
  ['JSON with texts and words', json('a', ", 'data': {b: yes}"), 'same', 'json'],
  ['JSON with a key twice', json('a', ', "data": {"b": 1,\n"b": 2}'), 2, 'json'],
  ['several documents of JSON', `${json('a')}\n---\n${json('b')}\n`, 'same', 'json'],
  ['several documents of JSON without a mark', `${json('a')}\n${json('b')}\n`, 2, 'json'],
  ['JSON in one line after the other', `${json('a')}${json('b')}`, 1, 'json'],
  ['JSON with YAML behind', `${json('a')}\n---\n${value('b').replace('name: a', 'name: b')}`, 'same', 'json'],
  ['JSON that breaks off', json('a', ', "data": {'), 1, 'json'],
  ['a list of JSON', `[${json('a')}]`, 1, 'json'],
  ['YAML in a file of JSON', value('b'), 'same', 'json'],
  ['JSON in a file of YAML', `\n ${json('a')}\n`, 'same'],
  // Lists
  ['a list', `apiVersion: v1\nkind: List\nitems:\n- ${item('a')}\n- ${item('b')}\n`, 'same'],
  [
    'a list in a list',
    `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: [${item('a')}]}\n- ${item('b')}\n`,
    4,
  ],
  ['an empty list', `${item('a')}\n---\napiVersion: v1\nkind: List\nitems: []\n`, 'same'],
  ['a list of nothing', `${item('a')}\n---\napiVersion: v1\nkind: List\nitems:\n`, 'same'],
  ['a list without items', `${item('a')}\n---\napiVersion: v1\nkind: List\n`, 3],
  ['a list with something that is nothing', `apiVersion: v1\nkind: List\nitems:\n- ${item('a')}\n-\n`, 3],
  ['a list with a text', `apiVersion: v1\nkind: List\nitems:\n- ${item('a')}\n- b\n`, 5],
  ['a typed list', 'apiVersion: apps/v1\nkind: DeploymentList\nitems: [{metadata: {name: a}}]\n', 'same'],
  [
    'typed lists of other kinds',
    'apiVersion: v1\nkind: ConfigMapList\nmetadata: {resourceVersion: "1"}\nitems:\n- {metadata: {name: a}}\n- {kind: Secret, apiVersion: v1, metadata: {name: b}}\n---\napiVersion: v1\nkind: PodList\nitems: [{metadata: {name: c}}]\n',
    'same',
  ],
  [
    'an item with half of its kind',
    'apiVersion: v1\nkind: PodList\nitems:\n- {kind: Pod, metadata: {name: a}}\n',
    4,
  ],
  ['a list without a kind', `apiVersion: v1\nitems: [${item('a')}]\n`, 1],
  [
    'a kind with items that is no list',
    `apiVersion: example.com/v1\nkind: Menu\nmetadata: {name: a}\nitems: [{metadata: {name: b}}]\n`,
    'same',
  ],
  [
    'a kind whose items are no list',
    `apiVersion: example.com/v1\nkind: Menu\nmetadata: {name: a}\nitems: {b: c}\n`,
    4,
  ],
  [
    'a kind with items that are nothing',
    `${item('b')}\n---\napiVersion: example.com/v1\nkind: Menu\nmetadata: {name: a}\nitems:\n`,
    6,
  ],
  // Objects
  ['metadata that is nothing', `${head}metadata:\n`, 3],
  ['no metadata', head, 1],
  [
    'labels and annotations that are nothing',
    metadata('labels:', 'annotations: null', 'finalizers: ~'),
    'same',
  ],
  [
    'labels and annotations that are empty',
    metadata('labels: {}', 'annotations: {}', 'ownerReferences: []'),
    'same',
  ],
  ['a label that is a number', metadata('labels:', '  b: 1'), 6],
  ['a label that is nothing', metadata('labels:', '  b:'), 6],
  ['an annotation that is true', metadata('annotations: {b: true}'), 5],
  ['empty maps and lists', entries('a: {}', 'b: []', 'c: ""'), 'same'],
  ['values that are no texts', entries('a: 1', 'b: true', 'c: 1.5', 'd: [x]', 'e: {f: g}', 'h:'), 'same'],
  [
    'a Secret of texts',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {b: "1", c: "yes"}\ndata: {d: aGk=}\n',
    'same',
  ],
  ['a Secret of numbers', 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  b: 1\n', 5],
  ['another namespace', metadata('namespace: other'), 'same'],
  ['a namespace that is nothing', metadata('namespace:'), 'same'],
  ['a namespace that is empty', metadata('namespace: ""'), 'same'],
  ['a name that is a number', `${head}metadata:\n  name: 12\n`, 4],
  ['a name that is empty', `${head}metadata:\n  name: ""\n`, 4],
  ['a name that the server makes', `${head}metadata:\n  generateName: a-\n`, 3],
  ['a kind that is nothing', 'apiVersion: v1\nkind:\nmetadata: {name: a}\n', 2],
  ['a kind that is empty', 'apiVersion: v1\nkind: ""\nmetadata: {name: a}\n', 2],
  ['a version that is empty', 'apiVersion: ""\nkind: ConfigMap\nmetadata: {name: a}\n', 1],
  ['a version that is a number', 'apiVersion: 1\nkind: ConfigMap\nmetadata: {name: a}\n', 1],
  ['no version', 'kind: ConfigMap\nmetadata: {name: a}\n', 1],
  ['a text alone', 'hello\n', 1],
  ['a list alone', `- ${item('a')}\n`, 1],
  ['a template', value('{{ .Values.b }}'), 5],
]

let root: string
/** What kubectl made of each; undefined where it refuses. */
let theirs: readonly (readonly string[] | undefined)[]

const fileOf = (index: number) => {
  const extension = oddities[index]?.[3] ?? 'yaml'
  return join(root, String(index), 'k8s', `a.${extension}`)
}

/** JSON with numbers as the API server takes them: an integer of 64 bits, else what a float64 comes to. */
function parsed(text: string): unknown {
  type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown
  const parse = JSON.parse as (text: string, reviver: Reviver) => unknown // as node 24 has it
  return parse(text, (_key, member, { source = '' }) => {
    if (typeof member !== 'number') return member
    const integer = /^-?\d+$/.test(source) ? BigInt(source) : undefined
    return integer !== undefined && BigInt.asIntN(64, integer) === integer ? integer : member
  })
}

/** What says nothing in the metadata is left out by the server, and by us before. */
function sent(text: string): unknown {
  const { metadata: said, ...rest } = parsed(text) as { readonly metadata: object } // an object of Kubernetes
  const isSaid = ([key, each]: [string, unknown]) => each !== null && !(key === 'namespace' && each === '')
  return { ...rest, metadata: Object.fromEntries(Object.entries(said).filter(isSaid)) }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'omninode-oddities-'))
  const folder = await prepareKubectl({ progress: () => undefined })
  const mark = join(root, 'mark.yaml')
  writeFileSync(mark, '{apiVersion: v1, kind: ConfigMap, metadata: {name: the-mark}}')
  for (const [index, [, text]] of oddities.entries()) {
    mkdirSync(join(root, String(index), 'k8s'), { recursive: true })
    writeFileSync(fileOf(index), text)
  }
  const files = oddities.flatMap((_, index) => ['-f', fileOf(index), '-f', mark])
  // It patches them with nothing, without a server, and writes what it has read.
  const { stdout, stderr } = spawnSync(
    join(folder, 'kubectl'),
    ['patch', '--local', '--type=json', '-p', '[]', '-o', 'json', ...files],
    { encoding: 'utf8', env: { HOME: root }, maxBuffer: 64 * 1024 * 1024 },
  )
  const written = stdout.split(/(?<=^\})\n/m).filter((each) => each.trim() !== '')
  const marks = written.flatMap((each, at) => (each.includes('"name": "the-mark"') ? [at] : []))
  theirs = oddities.map((_, index) => {
    if (stderr.includes(`${fileOf(index)}`)) return undefined
    const from = index === 0 ? 0 : (marks[index - 1] ?? 0) + 1
    return written.slice(from, marks[index])
  })
}, 600_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

function ours(index: number): readonly unknown[] | { readonly places: readonly string[] } {
  try {
    const { manifests } = readManifests(join(root, String(index)), 'k8s')
    return manifests.map(({ object }) => sent(JSON.stringify(object)))
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    return { places: failures.map(({ source }) => `${source?.file}:${source?.line}`) }
  }
}

test.each(oddities.map(([what, , meaning], index) => ({ what, meaning, index })))(
  'odd YAML and JSON means the same as for kubectl, or is refused on its line: $what',
  ({ meaning, index }) => {
    const own = ours(index)
    if (meaning === 'same') expect(own).toEqual(theirs[index]?.map(sent) ?? 'refused')
    else expect(own).toEqual({ places: [`k8s/${basename(fileOf(index))}:${meaning}`] })
  },
)
