import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { failuresIn } from '../../model/failure.ts'
import { formatSource } from '../../model/source.ts'
import { readManifests, withImages } from '../folder.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

function readAll(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'omninode-manifests-'))
  roots.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return readManifests(root, 'k8s')
}

function read(files: Readonly<Record<string, string>>) {
  return readAll(files).manifests
}

function problems(files: Readonly<Record<string, string>>) {
  try {
    read(files)
    return []
  } catch (error) {
    return failuresIn(error).map(({ code, source }) => [code, source && formatSource(source)])
  }
}

const gateway = (apiVersion: string) =>
  `apiVersion: ${apiVersion}\nkind: Gateway\nmetadata: {name: web, namespace: x}\n`
const configMap = (name: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`

describe('a folder of manifests', () => {
  test('deploys the items of a list, as kubectl does', () => {
    const manifests = read({
      'k8s/all.yaml': `apiVersion: v1\nkind: List\nitems:\n  - ${configMap('a')}\n  - ${configMap('b')}\n`,
      'k8s/typed.yaml': 'apiVersion: v1\nkind: ConfigMapList\nitems: [{metadata: {name: c}}]\n',
    })
    expect(manifests.map(({ address, source }) => [address, formatSource(source)])).toEqual([
      ['ConfigMap/a', 'k8s/all.yaml:4:5'],
      ['ConfigMap/b', 'k8s/all.yaml:5:5'],
      ['ConfigMap/c', 'k8s/typed.yaml:3:9'],
    ])
  })

  test('is refused on the line of an item that is no object, or is there twice', () => {
    const list = (...items: string[]) => `apiVersion: v1\nkind: List\nitems:\n  - ${items.join('\n  - ')}\n`
    expect(problems({ 'k8s/a.yaml': list(configMap('a'), '{kind: Thing}', '1', configMap('a')) })).toEqual([
      ['MANIFEST_INVALID', 'k8s/a.yaml:5:5'],
      ['MANIFEST_INVALID', 'k8s/a.yaml:6:5'],
      ['MANIFEST_DUPLICATE', 'k8s/a.yaml:7:5'],
    ])
  })

  test('may have two kinds of one name, of different groups, but no object in two versions', () => {
    const istio = gateway('networking.istio.io/v1')
    expect(read({ 'k8s/a.yaml': istio, 'k8s/b.yaml': gateway('gateway.networking.k8s.io/v1') })).toHaveLength(
      2,
    )
    expect(problems({ 'k8s/a.yaml': istio, 'k8s/b.yaml': gateway('networking.istio.io/v1beta1') })).toEqual([
      ['MANIFEST_DUPLICATE', 'k8s/b.yaml:1:1'],
    ])
  })
})

describe('a folder without a kustomization', () => {
  const json = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })

  test.each([
    ['of JSON alone', { 'k8s/a.json': json('a'), 'k8s/sub/b.json': json('b') }],
    ['of all three', { 'k8s/a.yaml': configMap('a'), 'k8s/b.yml': configMap('b') }],
    ['with hidden files', { 'k8s/.a.yaml': configMap('a'), 'k8s/.hidden/b.json': json('b') }],
  ])('is read with all that is beneath it: %s', (_what, files) => {
    const { manifests, findings } = readAll(files)
    expect(manifests.map(({ address }) => address).sort()).toEqual(['ConfigMap/a', 'ConfigMap/b'])
    expect(findings).toEqual([])
  })

  test('says what stands beside the manifests and is not read', () => {
    const { manifests, findings } = readAll({
      'k8s/a.yaml': configMap('a'),
      'k8s/b.YAML': configMap('b'),
      'k8s/c.yaml.bak': configMap('c'),
      'k8s/dist/d.yaml': configMap('d'),
      'k8s/sub/README.md': '# e',
    })
    expect(manifests.map(({ address }) => address)).toEqual(['ConfigMap/a'])
    expect(findings).toMatchObject([
      {
        rule: 'not-read',
        severity: 'notice',
        message:
          'What stands beside the manifests in k8s is not read: k8s/b.YAML, k8s/c.yaml.bak, k8s/dist/, k8s/sub/README.md.',
      },
    ])
  })

  test('names ten of what is not read, and counts the rest', () => {
    const others = Array.from({ length: 13 }, (_, index) => [`k8s/${10 + index}.txt`, ''])
    const [told] = readAll({ 'k8s/a.yaml': configMap('a'), ...Object.fromEntries(others) }).findings
    expect(told?.message).toMatch(/: k8s\/10\.txt, .*, k8s\/19\.txt, and 3 more\.$/)
  })

  test('is refused where it holds a kustomization further down, whose files would be released twice', () => {
    const files = {
      'k8s/a.yaml': configMap('a'),
      'k8s/sub/kustomization.yaml': 'resources: [b.yaml]\n',
      'k8s/sub/b.yaml': configMap('b'),
    }
    expect(problems(files)).toEqual([['MANIFEST_INVALID', 'k8s/sub/kustomization.yaml:1:1']])
    expect(() => read(files)).toThrow('Name k8s/sub in `manifests:`')
  })

  test('is refused where an object is a hook that Helm does not know', () => {
    const hook = '{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {helm.sh/hook: post-instal}}}'
    expect(problems({ 'k8s/a.yaml': hook })).toEqual([
      ['MANIFEST_INVALID', `k8s/a.yaml:1:${hook.indexOf('helm.sh') + 1}`],
    ])
  })

  test('has one object where a namespace is empty and where there is none', () => {
    const empty = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ""}}'
    expect(read({ 'k8s/a.yaml': empty }).map(({ address, object }) => [address, object.metadata])).toEqual([
      ['ConfigMap/a', { name: 'a' }],
    ])
    expect(problems({ 'k8s/a.yaml': empty, 'k8s/b.yaml': configMap('a') })).toEqual([
      ['MANIFEST_DUPLICATE', 'k8s/b.yaml:1:1'],
    ])
  })
})

describe('images', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: dev}
spec:
  initContainers: [{name: copy, image: "registry:5000/tools/copy:2"}]
  containers: [{name: web, image: omnicloud/core}, {name: proxy, image: "envoy:1.30"}]
`
  const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: dev}\n'
  const refusals = (files: Readonly<Record<string, string>>, names: readonly string[]) => {
    try {
      withImages(readAll(files), new Map(names.map((name) => [name, `${name}@${digest}`])))
      return []
    } catch (error) {
      return failuresIn(error).map(({ code, what, fix }) => [code, what, fix])
    }
  }
  const all = 'They use: envoy, omnicloud/core, registry:5000/tools/copy.'

  test.each([
    ['a letter is missing', 'omnicloud/cor', `Did you mean \`omnicloud/core\`? ${all}`],
    ['it has a tag', 'envoy:1.30', `Did you mean \`envoy\`? ${all}`],
    ['its registry is left out', 'tools/copy', `Did you mean \`registry:5000/tools/copy\`? ${all}`],
    ['a registry is added', 'docker.io/omnicloud/core', `Did you mean \`omnicloud/core\`? ${all}`],
    ['it is a container and no image', 'web', all],
    ['it is something else', 'quite-another-thing', all],
  ])('that no pod uses are refused with those that are used: %s', (_what, name, fix) => {
    expect(refusals({ 'k8s/a.yaml': pod }, ['envoy', name])).toEqual([
      ['IMAGE_UNMATCHED', `The input \`images\` names ${name}, and no pod of the manifests uses it.`, fix],
    ])
  })

  test('that no pod uses are all refused at once, also where there is no pod', () => {
    expect(refusals({ 'k8s/a.yaml': settings }, ['x', 'y']).map(([, , fix]) => fix)).toEqual([
      'They use no image at all.',
      'They use no image at all.',
    ])
  })

  test('are put in place after the kustomization, whose names count', () => {
    const files = {
      'k8s/kustomization.yaml': 'resources: [a.yaml]\nimages: [{name: envoy, newName: proxies/envoy}]\n',
      'k8s/a.yaml': pod,
    }
    expect(refusals(files, ['proxies/envoy', 'registry:5000/tools/copy'])).toEqual([])
    expect(refusals(files, ['envoy'])).toMatchObject([
      [expect.anything(), expect.anything(), expect.stringContaining('Did you mean `proxies/envoy`?')],
    ])
  })
})

describe('what is outside of namespaces', () => {
  const role = (namespace: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: it, namespace: ${namespace}}\n`
  const definition = (scope: string) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec: {group: example.com, names: {kind: Widget}, scope: ${scope}}\n`
  const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: it, labels: {a: b}}\n'

  test('loses a needless namespace, and is one object however often that differs', () => {
    const [manifest] = read({ 'k8s/a.yaml': role('a') })
    expect(manifest).toMatchObject({ address: 'ClusterRole/it', object: { metadata: { name: 'it' } } })
    expect(manifest?.object.metadata).not.toHaveProperty('namespace')
    expect(problems({ 'k8s/a.yaml': role('a'), 'k8s/b.yaml': role('b') })).toEqual([
      ['MANIFEST_DUPLICATE', 'k8s/b.yaml:1:1'],
    ])
  })

  test.each([
    ['Cluster', 'Widget/it'],
    ['Namespaced', 'there/Widget/it'],
  ])(
    'gets no namespace of a kustomization, also when a definition beside it says so: %s',
    (scope, address) => {
      const manifests = read({
        'k8s/kustomization.yaml': 'resources: [widget.yaml, definition.yaml]\nnamespace: there\n',
        'k8s/widget.yaml': widget,
        'k8s/definition.yaml': definition(scope),
      })
      expect(manifests.map((each) => each.address).sort()).toEqual([
        'CustomResourceDefinition/widgets.example.com',
        address,
      ])
      const made = manifests.find((each) => each.address === address)
      expect(made?.object.metadata.labels).toEqual({ a: 'b' })
    },
  )
})

describe('a kustomization', () => {
  test('reaches the items of lists with its namespace, labels and images', () => {
    const [deployment] = read({
      'k8s/kustomization.yaml':
        'resources: [all.yaml]\nnamespace: there\nlabels: [{pairs: {team: x}}]\nimages:\n  - {name: api, newName: r/api}\n  - {name: r/api, newTag: "2", digest: sha256:0}\n',
      'k8s/all.yaml':
        'kind: List\napiVersion: v1\nitems: [{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {containers: [{name: a, image: api:1}]}}}}]\n',
    })
    expect(deployment?.address).toBe('there/Deployment/a')
    expect(deployment?.object).toMatchObject({
      metadata: { namespace: 'there', labels: { team: 'x' } },
      spec: { template: { spec: { containers: [{ image: 'r/api:2@sha256:0' }] } } },
    })
  })

  test('that asks for what is not rendered is refused at each place, what it fetches too', () => {
    const text =
      'resources:\n  - a.yaml\n  - https://example.com/crds.yaml\ncomponents: [c]\nhelmCharts: [{name: a}]\n'
    expect(problems({ 'k8s/kustomization.yaml': text, 'k8s/a.yaml': configMap('a') })).toEqual([
      ['KUSTOMIZATION_UNSUPPORTED', 'k8s/kustomization.yaml:5:1'],
      ['KUSTOMIZATION_UNSUPPORTED', 'k8s/kustomization.yaml:3:5'],
      ['MANIFEST_MISSING', 'k8s/kustomization.yaml:4:14'],
    ])
  })

  test.each(['kustomization.yml', 'Kustomization'])('is one under the name %s as well', (name) => {
    const files = { [`k8s/${name}`]: 'resources: [a.yaml]\n', 'k8s/a.yaml': configMap('a') }
    expect(read({ ...files, 'k8s/b.yaml': configMap('b') })).toHaveLength(1)
  })
})

describe('the files of a kustomization', () => {
  const including = (...resources: string[]) =>
    `resources:\n${resources.map((each) => `  - ${each}\n`).join('')}`

  test.each([
    '../../etc/passwd',
    '../../../../../../../../etc/passwd',
    '/etc/passwd',
    '../.git/config',
    'out.yaml',
    'folder',
    '../../nothing-there',
  ])('are within the checkout, and not %s', (resource) => {
    const root = mkdtempSync(join(tmpdir(), 'omninode-manifests-'))
    roots.push(root)
    mkdirSync(join(root, 'k8s'))
    mkdirSync(join(root, '.git'))
    writeFileSync(join(root, '.git/config'), configMap('token'))
    symlinkSync('/etc/passwd', join(root, 'k8s/out.yaml'))
    symlinkSync('/etc', join(root, 'k8s/folder'))
    writeFileSync(join(root, 'k8s/kustomization.yaml'), including(resource))
    let told: unknown
    try {
      readManifests(root, 'k8s')
    } catch (error) {
      told = failuresIn(error).map(({ code, source }) => [code, source && formatSource(source)])
    }
    expect(told).toEqual([['PATH_OUTSIDE', 'k8s/kustomization.yaml:2:5']])
  })

  test.each(['..', '../..', '/etc', '../repository-of-another'])('begin within it, and not at %s', (path) => {
    const root = mkdtempSync(join(tmpdir(), 'omninode-manifests-'))
    roots.push(root)
    expect(() => readManifests(root, path)).toThrow(expect.objectContaining({ code: 'PATH_OUTSIDE' }))
  })

  test('are no addresses', () => {
    const found = problems({ 'k8s/kustomization.yaml': including('https://example.com/all.yaml') })
    expect(found.map(([, place]) => place)).toEqual(['k8s/kustomization.yaml:2:5'])
  })

  test('are no pipes and no devices', () => {
    const root = mkdtempSync(join(tmpdir(), 'omninode-manifests-'))
    roots.push(root)
    mkdirSync(join(root, 'k8s'))
    execFileSync('mkfifo', [join(root, 'k8s/a.yaml')])
    symlinkSync('/dev/zero', join(root, 'k8s/b.yaml'))
    writeFileSync(join(root, 'k8s/c.yaml'), configMap('c'))
    let told: unknown
    try {
      readManifests(root, 'k8s')
    } catch (error) {
      told = failuresIn(error).map(({ code, source }) => [code, source?.file])
    }
    expect(told).toEqual([
      ['FILE_UNREADABLE', 'k8s/a.yaml'],
      ['PATH_OUTSIDE', 'k8s/b.yaml'],
    ])
  })

  test('may be links within the checkout', () => {
    const root = mkdtempSync(join(tmpdir(), 'omninode-manifests-'))
    roots.push(root)
    for (const folder of ['k8s', 'base']) mkdirSync(join(root, folder))
    writeFileSync(join(root, 'base/a.yaml'), configMap('a'))
    symlinkSync('../base', join(root, 'k8s/base'))
    expect(readManifests(root, 'k8s').manifests.map(({ address }) => address)).toEqual(['ConfigMap/a'])
  })

  test('do not include themselves', () => {
    expect(problems({ 'k8s/kustomization.yaml': including('.') })).toEqual([
      ['KUSTOMIZATION_CIRCLE', 'k8s/kustomization.yaml:2:5'],
    ])
    expect(
      problems({ 'k8s/kustomization.yaml': including('a'), 'k8s/a/kustomization.yaml': including('..') }),
    ).toEqual([['KUSTOMIZATION_CIRCLE', 'k8s/a/kustomization.yaml:2:5']])
  })

  test('do not include each other so often that nobody could read them', () => {
    const files: Record<string, string> = { 'k8s/kustomization.yaml': including('l0', 'l0') }
    for (let level = 0; level < 30; level++)
      files[`k8s/l${level}/kustomization.yaml`] = including(...Array(2).fill(`../l${level + 1}`))
    files['k8s/l30/kustomization.yaml'] = including('a.yaml')
    files['k8s/l30/a.yaml'] = configMap('a')
    const codes = new Set(problems(files).map(([code]) => code))
    expect(codes).toContain('KUSTOMIZATION_TOO_LARGE')
  })
})
