import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { failuresIn } from '../../model/failure.ts'
import { formatSource } from '../../model/source.ts'
import { rootOf } from '../../sources/node.ts'
import { readYaml } from '../../sources/yaml.ts'
import { readManifests } from '../folder.ts'
import { withoutHooks } from '../helm-hooks.ts'
import { completeManifest } from '../manifest.ts'

function judged(annotations: string) {
  const text = `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: it\n  annotations:\n    a: b\n${annotations}`
  const { manifests, findings, problems } = withoutHooks(
    readYaml(text, 'a.yaml').map((document) => completeManifest(rootOf(document))),
  )
  return {
    isReleased: manifests.length === 1,
    told: findings.map(({ rule, severity, message, source }) => [
      rule,
      severity,
      message,
      source && formatSource(source),
    ]),
    refused: problems.map(({ code, source }) => [code, source && formatSource(source)]),
  }
}

const hook = (value: string) => judged(`    helm.sh/hook: ${value}\n`)

describe('a hook of Helm', () => {
  test.each([
    'test',
    'test-success',
    'test-failure',
    'pre-delete',
    'post-delete',
    'pre-rollback',
    'post-rollback',
  ])('is left out with a notice where Helm would not run it on a release: %s', (value) => {
    const message = `Job/it is left out: it is a hook of Helm (${value}).`
    expect(hook(value)).toEqual({
      isReleased: false,
      told: [['helm-hook', 'notice', message, 'a.yaml:7:5']],
      refused: [],
    })
  })

  test.each(['crd-install', 'pre-install', 'post-install', 'pre-upgrade', 'post-upgrade'])(
    'is applied with a warning where Helm would run it on a release: %s',
    (value) => {
      const message = `Job/it is a hook of Helm (${value}), and is applied as an ordinary object.`
      expect(hook(value)).toEqual({
        isReleased: true,
        told: [['helm-hook', 'warning', message, 'a.yaml:7:5']],
        refused: [],
      })
    },
  )

  test.each([
    ['"test,post-install"', true],
    ['post-upgrade, pre-delete', true],
    ['"pre-delete, test"', false],
  ])('that is several is applied if one of them is of a release: %s', (value, isReleased) => {
    expect(hook(value)).toMatchObject({
      isReleased,
      told: [['helm-hook', isReleased ? 'warning' : 'notice', expect.anything(), 'a.yaml:7:5']],
    })
  })

  test.each(['post-instal', '""', '"test,,"', 'Test'])(
    'that Helm does not know is refused on its line: %s',
    (value) => {
      expect(hook(value).refused).toEqual([['MANIFEST_INVALID', 'a.yaml:7:5']])
    },
  )

  test('is none without the annotation', () => {
    expect(judged('    helm.sh/resource-policy: keep\n')).toEqual({ isReleased: true, told: [], refused: [] })
  })
})

/**
 * A chart, and what helm v3.22.0 made of it:
 * `helm template web chart --namespace shop --include-crds --output-dir rendered`.
 */
const helm = join(import.meta.dirname, 'fixtures/helm')

describe('a chart of Helm', () => {
  test('is read as `helm template` wrote it into a folder, with its hooks named', () => {
    const { manifests, findings } = readManifests(helm, 'rendered')
    expect(manifests.map(({ address, source }) => [address, formatSource(source)])).toEqual([
      ['CustomResourceDefinition/widgets.example.com', 'rendered/web/crds/widget.yaml:3:1'],
      ['shop/Deployment/web', 'rendered/web/templates/deployment.yaml:3:1'],
      ['shop/Job/web-migrate', 'rendered/web/templates/migrate.yaml:3:1'],
    ])
    expect(
      findings.map(({ severity, message, source }) => [severity, message, source && formatSource(source)]),
    ).toEqual([
      [
        'warning',
        'shop/Job/web-migrate is a hook of Helm (pre-install, pre-upgrade), and is applied as an ordinary object.',
        'rendered/web/templates/migrate.yaml:9:5',
      ],
      [
        'notice',
        'shop/Job/web-clean is left out: it is a hook of Helm (pre-delete, post-rollback).',
        'rendered/web/templates/migrate.yaml:28:5',
      ],
      [
        'notice',
        'shop/Pod/web-reaches is left out: it is a hook of Helm (test).',
        'rendered/web/templates/tests/reaches.yaml:9:5',
      ],
    ])
  })

  test.each([
    ['alone', 'chart', 'chart'],
    ['among other things', '.', 'chart'],
  ])('that nobody has rendered is refused once, with how to: %s', (_what, path, chart) => {
    let told: unknown
    try {
      readManifests(helm, path)
    } catch (error) {
      told = failuresIn(error)
    }
    expect(told).toMatchObject([
      {
        code: 'MANIFEST_INVALID',
        fix: expect.stringContaining(`helm template <release> ${chart} `),
        source: { file: `${chart}/Chart.yaml`, line: 1 },
      },
    ])
  })
})
