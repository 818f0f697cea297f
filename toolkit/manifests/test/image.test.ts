import { describe, expect, test } from '@jest/globals'
import { readYaml } from '#toolkit/sources/yaml.ts'
import { deployedImages } from '../deployed-images.ts'
import { floating, formatImage, parseImage } from '../image.ts'
import { kustomizationOf } from '../kustomization.ts'

const digest = `sha256:${'0'.repeat(64)}`

test.each([
  ['nginx', 'nginx', undefined, undefined],
  ['nginx:1.27', 'nginx', '1.27', undefined],
  ['registry:5000/team/nginx', 'registry:5000/team/nginx', undefined, undefined],
  ['registry:5000/team/nginx:1.27', 'registry:5000/team/nginx', '1.27', undefined],
  [`nginx@${digest}`, 'nginx', undefined, digest],
  [`registry:5000/nginx:1.27@${digest}`, 'registry:5000/nginx', '1.27', digest],
])('%s is read as name, tag and digest', (text, name, tag, expected) => {
  expect(parseImage(text)).toEqual({ name, tag, digest: expected })
  expect(formatImage(parseImage(text))).toBe(text)
})

test.each([
  ['nginx', 'without a tag'],
  ['registry:5000/team/nginx', 'without a tag'],
  ['nginx:latest', 'with the tag latest'],
  ['nginx:Latest', 'with the tag Latest'],
  ['nginx:main', 'with the tag main'],
  ['nginx:stable', 'with the tag stable'],
  ['nginx:nightly', 'with the tag nightly'],
  ['nginx:1.27', undefined],
  ['nginx:1.27-stable', undefined],
  ['nginx:maintenance', undefined],
  [`nginx@${digest}`, undefined],
  [`nginx:latest@${digest}`, undefined],
])('%s: what it says of its version is told', (text, wrong) => {
  expect(floating(parseImage(text))).toBe(wrong)
})

function kustomization(file: string, text: string) {
  const [document] = readYaml(text, file)
  if (document === undefined) throw new Error('this test needs a document')
  return kustomizationOf(document)
}

describe('what kustomizations make of an image', () => {
  const base = kustomization('k8s/base/kustomization.yaml', 'resources: [api.yaml]')
  const dev = kustomization(
    'k8s/dev/kustomization.yaml',
    'resources: [../base]\nimages: [{name: api, newName: r/api, newTag: 1.5}]',
  )
  const top = kustomization(
    'k8s/top/kustomization.yaml',
    `resources: [../dev]\nimages: [{name: r/api, digest: "${digest}"}]`,
  )
  const api = { name: 'api', tag: undefined, digest: undefined }

  test('is nothing where none includes the file', () => {
    expect(deployedImages(api, 'k8s/other.yaml', [base, dev])).toEqual([{ image: api, by: undefined }])
  })

  test('goes through all that include it, from the inside out, with the names as they are changed', () => {
    expect(deployedImages(api, 'k8s/base/api.yaml', [top, base, dev])).toEqual([
      { image: { name: 'r/api', tag: undefined, digest }, by: top.file },
    ])
    expect(deployedImages(api, 'k8s/base/api.yaml', [base, dev])).toEqual([
      { image: { name: 'r/api', tag: '1.5', digest: undefined }, by: dev.file },
    ])
  })

  test('has the digits of a tag that is written as a number, however many', () => {
    const dated = kustomization(
      'k8s/dev/kustomization.yaml',
      'resources: [../base]\nimages: [{name: api, newTag: 20261127030000123}]',
    )
    expect(deployedImages(api, 'k8s/base/api.yaml', [base, dated])).toEqual([
      { image: { ...api, tag: '20261127030000123' }, by: dated.file },
    ])
  })

  test('is told for each of several overlays', () => {
    const prod = kustomization('k8s/prod/kustomization.yaml', 'resources: [../base]')
    expect(deployedImages(api, 'k8s/base/api.yaml', [base, dev, prod]).map(({ by }) => by)).toEqual([
      dev.file,
      prod.file,
    ])
  })

  test('comes to an end when two include each other', () => {
    const a = kustomization('a/kustomization.yaml', 'resources: [../b, api.yaml]')
    const b = kustomization('b/kustomization.yaml', 'resources: [../a]')
    expect(deployedImages(api, 'a/api.yaml', [a, b])).toEqual([{ image: api, by: b.file }])
  })
})
