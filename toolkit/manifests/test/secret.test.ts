import { describe, expect, test } from '@jest/globals'
import { type Failure, failuresIn } from '../../model/failure.ts'
import { formatSource } from '../../model/source.ts'
import { readYaml } from '../../sources/yaml.ts'
import { completeManifest, objectsIn } from '../manifest.ts'

function problemsOf(rest: string, kind = 'Secret'): readonly Failure[] {
  const [node] = readYaml(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: db}\n${rest}`, 'a.yaml').flatMap(
    objectsIn,
  )
  if (node === undefined) throw new Error('this test needs an object')
  try {
    completeManifest(node)
    return []
  } catch (error) {
    return failuresIn(error)
  }
}

describe('a Secret', () => {
  test.each<[string, string, string]>([
    [
      'a number',
      'stringData:\n  port: 54329876\n',
      'Secret/db: the value of port in stringData is a number, not a text.',
    ],
    [
      'a boolean',
      'stringData:\n  is: true\n',
      'Secret/db: the value of is in stringData is a boolean, not a text.',
    ],
    ['a list', 'data:\n  all: [hidden]\n', 'Secret/db: the value of all in data is a list, not a text.'],
    [
      'a mapping',
      'data:\n  all: {hidden: 1}\n',
      'Secret/db: the value of all in data is a mapping, not a text.',
    ],
    [
      'a number in data',
      'data:\n  pin: 54329876\n',
      'Secret/db: the value of pin in data is a number, not a text.',
    ],
    [
      'what is no base64',
      'data:\n  word: hidden-word!\n',
      'Secret/db: the value of word in data is no base64.',
    ],
  ])('with %s is refused on its line, without showing it', (_what, rest, what) => {
    const problems = problemsOf(rest)
    expect(problems.map((problem) => [problem.code, problem.what])).toEqual([['MANIFEST_INVALID', what]])
    expect(problems.map(({ source }) => source && formatSource(source))).toEqual([
      expect.stringMatching(/^a\.yaml:5:/),
    ])
    expect(problems[0]?.message).not.toMatch(/hidden|54329876/)
  })

  test('with several is told of each', () => {
    expect(problemsOf('stringData: {a: 1, b: x, c: 2}\n')).toHaveLength(2)
    expect(problemsOf('data: hidden\nstringData: [hidden]\n').map(({ what }) => what)).toEqual([
      'Secret/db: data is a string, not names with texts.',
      'Secret/db: stringData is a list, not names with texts.',
    ])
  })

  test.each([
    '',
    'data:\n',
    'data: {}\nstringData: null\n',
    'data: {a: aGVsbG8=, b: "", c: null}\n',
    'data:\n  a: |\n    aGVs\n    bG8=\n',
    'stringData: {a: "5432", b: ""}\n',
  ])('with texts is taken: %j', (rest) => {
    expect(problemsOf(rest)).toEqual([])
  })
})

test('another kind of that name in another group, and another kind, may hold what they like', () => {
  expect(problemsOf('data: {a: 1}\n', 'ConfigMap')).toEqual([])
})
