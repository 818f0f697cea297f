import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { formatSource } from '#toolkit/model/source.ts'
import { readRepository } from '../../src/repository/repository.ts'
import { createCheckout } from '../checkout.ts'

const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: a}]}\n`

describe('reading what is judged', () => {
  test('takes what exists of the default paths, and tells files apart by what they are', () => {
    const { repository, problems } = readRepository(
      createCheckout({
        'k8s/pod.yaml': pod('a'),
        'k8s/dist/pod.yaml': pod('built'),
        '.github/workflows/ci.yml': 'on: push\njobs: {}',
        'actions/deploy/action.yml': 'runs: {using: node24}',
        'actions/deploy/test/fixtures/pod.yaml': pod('fixture'),
        'charts/values.yaml': 'a: 1',
      }),
      [],
    )
    expect(problems).toEqual([])
    expect(repository.manifests.map(({ address }) => address)).toEqual(['Pod/a'])
    expect(repository.workflows.map(({ file }) => file)).toEqual(['.github/workflows/ci.yml'])
    expect(repository.actions.map(({ file }) => file)).toEqual(['actions/deploy/action.yml'])
    expect(Object.keys(repository.files).sort()).toEqual([
      '.github/workflows/ci.yml',
      'actions/deploy/action.yml',
      'k8s/pod.yaml',
    ])
  })

  test('follows a kustomization out of the given path, and reads each file once', () => {
    const { repository, problems } = readRepository(
      createCheckout({
        'k8s/base/kustomization.yaml': 'resources: [pod.yaml]',
        'k8s/base/pod.yaml': pod('a'),
        'k8s/base/not-included.yaml': pod('b'),
        'k8s/components/c/kustomization.yaml': 'kind: Component\npatches: [{path: patch.yaml}]',
        'k8s/components/c/patch.yaml': pod('a'),
        'k8s/dev/kustomization.yaml': 'resources: [../base/]\ncomponents: [../components/c]',
      }),
      ['k8s/dev', 'k8s/dev/kustomization.yaml'],
    )
    expect(problems).toEqual([])
    expect(repository.manifests.map(({ source, patch }) => [source.file, patch])).toEqual([
      ['k8s/base/pod.yaml', false],
      ['k8s/components/c/patch.yaml', true],
    ])
    expect(repository.kustomizations).toHaveLength(3)
  })

  test('gives the digest of every file, which changes with its content and nothing else', () => {
    const files = (text: string) =>
      readRepository(createCheckout({ 'k8s/a.yaml': text }), []).repository.files
    expect(files(pod('a'))).toEqual(files(pod('a')))
    expect(files(pod('a'))).not.toEqual(files(`${pod('a')}# comment\n`))
  })

  test('tells everything that cannot be read at once, and where', () => {
    const { problems } = readRepository(
      createCheckout({
        'k8s/kustomization.yaml': 'resources:\n  - missing.yaml\n  - ../../outside\n',
        'k8s/broken.yaml': 'a: 1\nb: [\n',
        'k8s/fine.yaml': pod('a'),
        '.github/workflows/ci.yml': 'on: push\n',
      }),
      ['k8s', '.github/workflows', 'nowhere', '../etc', 'k9s/*'],
    )
    expect(problems.map(({ code, source }) => [code, source && formatSource(source)])).toEqual([
      ['PATH_MISSING', undefined],
      ['PATH_OUTSIDE', undefined],
      ['PATH_MISSING', undefined],
      ['PATH_MISSING', 'k8s/kustomization.yaml:2:5'],
      ['PATH_OUTSIDE', 'k8s/kustomization.yaml:3:5'],
      ['YAML_SYNTAX', 'k8s/broken.yaml:3:1'],
      ['WORKFLOW_SYNTAX', '.github/workflows/ci.yml:1'],
    ])
  })

  test('follows links within the checkout, and tells those that lead out, and what is no file', () => {
    const workspace = createCheckout({
      'k8s/a.yaml': pod('a'),
      'base/b.yaml': pod('b'),
      '.git/config': 'the token',
      'k8s/kustomization.yaml': 'resources: [a.yaml, ../.git/config]\n',
    })
    const link = (to: string, name: string) => symlinkSync(to, join(workspace, name))
    link('../base', 'k8s/base')
    link('/etc/hostname', 'k8s/out.yaml')
    link('../.git/config', 'k8s/token.yaml')
    execFileSync('mkfifo', [join(workspace, 'k8s/pipe.yaml')])
    const { problems, repository } = readRepository(workspace, ['k8s'])
    expect(repository.manifests.map(({ address }) => address)).toEqual(['Pod/a', 'Pod/b'])
    expect(problems.map(({ code, source }) => [code, source && formatSource(source)])).toEqual([
      ['PATH_OUTSIDE', 'k8s/out.yaml'],
      ['FILE_UNREADABLE', 'k8s/pipe.yaml'],
      ['PATH_OUTSIDE', 'k8s/token.yaml'],
      ['PATH_OUTSIDE', 'k8s/kustomization.yaml:1:21'],
    ])
  })

  test('finds the objects of a List, of several documents, and of a patch in a kustomization itself', () => {
    const { repository } = readRepository(
      createCheckout({
        'k8s/all.yaml': `${pod('a')}---\napiVersion: v1\nkind: PodList\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {generateName: b-}}\n`,
        'k8s/kustomization.yaml':
          'resources: [all.yaml]\npatches:\n  - patch: |-\n      apiVersion: v1\n      kind: Pod\n      metadata: {name: a, namespace: demo}\n',
      }),
      [],
    )
    expect(repository.manifests.map(({ address, patch }) => [address, patch])).toEqual([
      ['demo/Pod/a', true],
      ['Pod/a', false],
      ['Pod/b-*', false],
    ])
  })
})
