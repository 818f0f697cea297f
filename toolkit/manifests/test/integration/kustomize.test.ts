/** What kustomizations mean, beside kustomize itself. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { prepareKubectl } from '#sandbox/kubectl/kubectl.ts'
import { prepareKustomize } from '#sandbox/kustomize/kustomize.ts'
import { scopesAmong } from '#toolkit/kubernetes/scope.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { formatSource } from '#toolkit/model/source.ts'
import { rootOf } from '#toolkit/sources/node.ts'
import { readYaml } from '#toolkit/sources/yaml.ts'
import { readManifests } from '../../folder.ts'
import { completeManifest, placedManifest } from '../../manifest.ts'

let root: string
let path: string
/** Where kubectl is, and no kustomize. */
let kubectl: string
let folders = 0
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'omninode-kustomizations-'))
  path = await prepareKustomize({ progress: () => undefined })
  kubectl = await prepareKubectl({ progress: () => undefined })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Files = Readonly<Record<string, string>>

function checkout(files: Files): string {
  const workspace = join(root, String(folders++))
  for (const [file, text] of Object.entries({ ...common, ...files })) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
  return workspace
}

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: runner
      initContainers: [{name: copy, image: "registry:5000/tools/copy:2"}]
      containers:
        - name: web
          image: nginx:1.27
          envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: keys}}]
        - {name: proxy, image: "envoy@sha256:${'a'.repeat(64)}"}
`
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n'
const rights = `apiVersion: v1
kind: ServiceAccount
metadata: {name: runner}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: runner}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: runner}
subjects: [{kind: ServiceAccount, name: runner}, {kind: ServiceAccount, name: default, namespace: other}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: runner}
rules: []
`
/** In every checkout; a case names what it uses of it. */
const common: Files = {
  'k8s/web.yaml': web,
  'k8s/service.yaml': service,
  'k8s/rights.yaml': rights,
  'k8s/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: before}\n',
  'k8s/list.yaml': `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: elsewhere}}\n`,
  'k8s/object.json':
    '{\n\t"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "json", "labels": {}}\n}\n',
  'k8s/local.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: local, annotations: {config.kubernetes.io/local-config: "true"}}\n',
  'k8s/settings.env': '# comment\nA=1\nB=two words\nC=\n',
  'k8s/settings.txt': 'text\nof two lines\n',
  'k8s/patch.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: web\n          resources: {limits: {memory: 1Gi}}\n',
  'k8s/operations.yaml':
    '- op: replace\n  path: /spec/replicas\n  value: 5\n- {op: remove, path: /metadata/labels}\n',
  'k8s/replacement.yaml':
    'source: {kind: Service, name: web, fieldPath: spec.ports.0.port}\ntargets:\n  - {select: {kind: Deployment}, fieldPaths: [spec.replicas]}\n',
  'k8s/prefix.yaml':
    'apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: it}\nprefix: early-\nfieldSpecs: [{path: metadata/name}]\n',
  'k8s/patching.yaml':
    'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: it}\npath: operations.yaml\ntarget: {kind: Deployment}\n',
  'k8s/merging.yaml':
    'apiVersion: builtin\nkind: PatchStrategicMergeTransformer\nmetadata: {name: it}\npaths: [patch.yaml]\n',
  'k8s/making.yaml':
    'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: made}\nfiles: [settings.txt]\nenvs: [settings.env]\n',
  'k8s/fields.yaml': 'namePrefix: [{path: spec/name, kind: Widget}]\n',
  'k8s/widgets.json': '{}\n',
  'k8s/hook.yaml':
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: it}\nwebhooks: [{name: a.example.com, clientConfig: {service: {name: other, namespace: before}}}]\n',
  'k8s/cluster-rights.yaml':
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: it}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: it}\nsubjects: [{kind: ServiceAccount, name: default, namespace: before}]\n',
  'k8s/served.yaml':
    'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v1.example.com}\nspec: {group: example.com, version: v1, groupPriorityMinimum: 1, versionPriority: 1, service: {name: web, namespace: before}}\n',
  'k8s/volume.yaml':
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data, namespace: before}\n---\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: it}\nspec: {claimRef: {kind: PersistentVolumeClaim, name: data, namespace: before}}\n',
  'k8s/asked.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: before}\nspec: {ports: [{port: 80}]}\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: it}\nwebhooks: [{name: a.example.com, clientConfig: {service: {name: web, namespace: before}}}]\n',
  'k8s/validated.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: it}\nwebhooks: [{name: a.example.com, clientConfig: {service: {name: web}}}]\n',
  'k8s/converted.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Widget}, conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {service: {name: web, namespace: before}}}}}\n',
  'k8s/custom.yaml':
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: it}\nspec: {containers: [{image: nginx}], pod: {initContainers: [{image: nginx:1}]}}\n',
  'plain/web.yaml': web,
  'base/kustomization.yaml': 'resources: [web.yaml]\nnamePrefix: base-\n',
  'base/web.yaml': web,
  'component/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{target: {kind: Deployment}, patch: "- {op: add, path: /metadata/annotations, value: {by: component}}"}]\n',
}

const all = 'resources: [web.yaml, service.yaml, rights.yaml]\n'

const cases: readonly (readonly [string, string])[] = [
  ['resources alone', all],
  ['a list and JSON', 'resources: [list.yaml, object.json]\n'],
  ['what is for the own machine only', 'resources: [local.yaml, web.yaml]\n'],
  ['a namespace and the subjects of bindings', `${all}namespace: there\n`],
  ['a namespace and the Namespace', 'resources: [namespace.yaml, web.yaml]\nnamespace: there\n'],
  ['a namespace over another one', 'resources: [list.yaml]\nnamespace: there\n'],
  ['a namespace and bindings of the cluster', 'resources: [cluster-rights.yaml]\nnamespace: there\n'],
  ['a namespace and what serves an API', 'resources: [served.yaml]\nnamespace: there\n'],
  ['a namespace and the claim of a volume', 'resources: [volume.yaml]\nnamespace: there\n'],
  ['a namespace and what a webhook asks in it', 'resources: [asked.yaml]\nnamespace: there\n'],
  [
    'a namespace and what a webhook that validates asks in it',
    'resources: [validated.yaml]\nnamespace: there\n',
  ],
  ['a namespace and what converts objects', 'resources: [converted.yaml]\nnamespace: there\n'],
  ['a namespace and webhooks', 'resources: [hook.yaml, service.yaml]\nnamespace: there\n'],
  ['a prefix and a suffix', `${all}namePrefix: a-\nnameSuffix: -z\n`],
  ['labels', `${all}labels: [{pairs: {team: x}}]\n`],
  ['labels in selectors', `${all}labels: [{pairs: {team: x}, includeSelectors: true}]\n`],
  ['labels in templates', `${all}labels: [{pairs: {team: x}, includeTemplates: true}]\n`],
  ['labels for everything', `${all}commonLabels: {team: x}\n`],
  ['annotations', `${all}commonAnnotations: {team: x, size: "1"}\n`],
  ['the tag of an image', 'resources: [web.yaml]\nimages: [{name: nginx, newTag: "2"}]\n'],
  ['the name of an image', 'resources: [web.yaml]\nimages: [{name: registry:5000/tools/copy, newName: c}]\n'],
  [
    'the digest of an image',
    `resources: [web.yaml]\nimages: [{name: nginx, digest: "sha256:${'b'.repeat(64)}"}]\n`,
  ],
  ['the tag of an image by digest', 'resources: [web.yaml]\nimages: [{name: envoy, newTag: "2"}]\n'],
  [
    'tag and digest',
    `resources: [web.yaml]\nimages: [{name: nginx, newTag: "2", digest: "sha256:${'b'.repeat(64)}"}]\n`,
  ],
  ['the suffix of a tag', 'resources: [web.yaml]\nimages: [{name: nginx, tagSuffix: -slim}]\n'],
  [
    'images one after the other',
    'resources: [web.yaml]\nimages: [{name: nginx, newName: next}, {name: next, newTag: "3"}]\n',
  ],
  ['images of custom resources', 'resources: [custom.yaml]\nimages: [{name: nginx, newTag: "3"}]\n'],
  ['replicas', 'resources: [web.yaml]\nreplicas: [{name: web, count: 4}]\n'],
  ['a patch from a file', 'resources: [web.yaml]\npatches: [{path: patch.yaml}]\n'],
  [
    'a patch in the text',
    'resources: [web.yaml]\npatches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: web}\n      spec: {replicas: 7}\n',
  ],
  [
    'a patch that deletes',
    'resources: [web.yaml, service.yaml]\npatches:\n  - patch: |-\n      $patch: delete\n      apiVersion: v1\n      kind: Service\n      metadata: {name: web}\n',
  ],
  [
    'a patch of a target by label',
    `${all}patches: [{target: {labelSelector: app=web}, path: operations.yaml}]\n`,
  ],
  [
    'operations in the text',
    'resources: [web.yaml]\npatches: [{target: {kind: Deployment, name: w.*}, patch: "- {op: add, path: /spec/minReadySeconds, value: 3}"}]\n',
  ],
  ['patches as they were written before', 'resources: [web.yaml]\npatchesStrategicMerge: [patch.yaml]\n'],
  [
    'operations as they were written before',
    'resources: [web.yaml]\npatchesJson6902: [{target: {group: apps, version: v1, kind: Deployment, name: web}, path: operations.yaml}]\n',
  ],
  [
    'a ConfigMap of texts, and its name',
    'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, literals: [A=1, "B=x=y"]}]\n',
  ],
  [
    'a ConfigMap of files',
    'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, files: [settings.txt, other=settings.env]}]\n',
  ],
  [
    'a ConfigMap of an env file',
    'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, envs: [settings.env]}]\n',
  ],
  ['a Secret', 'resources: [web.yaml]\nsecretGenerator: [{name: keys, literals: [A=1], type: Opaque}]\n'],
  [
    'a name without its content',
    'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, literals: [A=1]}]\ngeneratorOptions: {disableNameSuffixHash: true, labels: {x: z}}\n',
  ],
  [
    'a ConfigMap that is merged',
    'resources: [list.yaml]\nconfigMapGenerator: [{name: a, behavior: merge, literals: [A=1]}]\n',
  ],
  ['a base', 'resources: [../base, service.yaml]\nnamespace: there\n'],
  ['a base as it was written before', 'bases: [../base]\n'],
  ['a component', 'resources: [../base]\ncomponents: [../component]\n'],
  ['a replacement', 'resources: [web.yaml, service.yaml]\nreplacements: [{path: replacement.yaml}]\n'],
  ['a transformer that is part of it', 'resources: [web.yaml]\ntransformers: [prefix.yaml]\n'],
  ['a transformer that patches from a file', 'resources: [web.yaml]\ntransformers: [patching.yaml]\n'],
  ['a transformer that merges from files', 'resources: [web.yaml]\ntransformers: [merging.yaml]\n'],
  ['a generator that is part of it', 'generators: [making.yaml]\n'],
  ['fields of its own', 'resources: [custom.yaml]\nconfigurations: [fields.yaml]\nnamePrefix: a-\n'],
  ['definitions that it only reads', 'resources: [custom.yaml]\ncrds: [widgets.json]\nnamePrefix: a-\n'],
  [
    'a ConfigMap of an env file as it was written before',
    'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, env: settings.env}]\n',
  ],
  ['an order', `${all}sortOptions: {order: fifo}\n`],
  ['who made it', 'resources: [web.yaml]\nbuildMetadata: [managedByLabel, originAnnotations]\n'],
  [
    'everything at once',
    `${all}namespace: there\nnamePrefix: p-\nconfigMapGenerator: [{name: settings, literals: [A=1]}]\nsecretGenerator: [{name: keys, literals: [A=1]}]\nimages: [{name: nginx, newTag: "9"}]\npatches: [{path: patch.yaml}]\n`,
  ],
]
const refusedByKustomize: readonly (readonly [string, string])[] = [
  ['a patch of nothing', 'resources: [service.yaml]\npatches: [{path: patch.yaml}]\n'],
  ['a tag that is a number', 'resources: [web.yaml]\nimages: [{name: nginx, newTag: 1.5}]\n'],
  ['an object twice', 'resources: [web.yaml, ../base/web.yaml]\n'],
  ['a field that is misspelt', 'resorces: [web.yaml]\n'],
  ['a folder without a kustomization', 'resources: [../nothing]\n'],
  ['a file of elsewhere', 'resources: [../base/web.yaml]\n'],
]

function failuresOf(work: () => unknown) {
  try {
    work()
    return []
  } catch (error) {
    return failuresIn(error)
  }
}

function ours(workspace: string) {
  try {
    return readManifests(workspace, 'k8s', path)
  } catch (error) {
    return failuresIn(error)
  }
}

/** As the API server gets them: what is outside of namespaces has none. */
function theirs(workspace: string): readonly unknown[] | undefined {
  const { status, stdout } = spawnSync(join(path, 'kustomize'), ['build', join(workspace, 'k8s')], {
    encoding: 'utf8',
    env: {},
  })
  if (status !== 0) return undefined
  const manifests = readYaml(stdout, 'kustomize').map((document) => completeManifest(rootOf(document)))
  const scopeOf = scopesAmong(manifests.map(({ object }) => object))
  return manifests.map((manifest) => placedManifest(manifest, scopeOf).object)
}

function sorted(objects: readonly unknown[]): string[] {
  return objects.map((object) => JSON.stringify(object, sortedKeys)).sort()
}

function sortedKeys(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
}

describe('a kustomization', () => {
  test.each([
    ...cases.map(([what, text]) => [what, text, true] as const),
    ...refusedByKustomize.map(([what, text]) => [what, text, false] as const),
  ])('means what it means for kustomize, or is refused with a line: %s', (_what, text, isRendered) => {
    const workspace = checkout({ 'k8s/kustomization.yaml': text })
    const own = ours(workspace)
    const other = theirs(workspace)
    expect(other !== undefined).toBe(isRendered)
    if (!('manifests' in own)) {
      for (const failure of own)
        expect(failure).toMatchObject({ source: { file: expect.any(String), line: expect.any(Number) } })
      expect(own.length).toBeGreaterThan(0)
    }
    expect('manifests' in own ? sorted(own.manifests.map(({ object }) => object)) : undefined).toEqual(
      other && sorted(other),
    )
  })

  test.each([
    [
      'an address',
      'resources: [web.yaml, "https://example.com/all.yaml"]\n',
      1,
      'https://example.com/all.yaml, which is not in this repository',
    ],
    [
      'a repository',
      'components:\n  - github.com/example/it//k8s?ref=v1\n',
      2,
      'github.com/example/it//k8s?ref=v1, which is not in this repository',
    ],
    [
      'a repository by ssh',
      'resources: ["git@example.com:it.git"]\n',
      1,
      'git@example.com:it.git, which is not in this repository',
    ],
    [
      'a patch of an address',
      'patches:\n  - path: http://example.com/a.yaml\n',
      2,
      'which is not in this repository',
    ],
    [
      'a file of an address',
      'configMapGenerator:\n  - name: a\n    files: ["b=https://example.com"]\n',
      3,
      'which is not in this repository',
    ],
    [
      'a schema of an address',
      'openapi:\n  path: https://example.com/s.json\n',
      2,
      'which is not in this repository',
    ],
    ['a field in capitals', 'kind: Kustomization\nResources: [web.yaml]\n', 2, 'is written resources'],
    ['a path in capitals', 'patches:\n  - {Path: "https://example.com/a"}\n', 2, 'is written path'],
    ['charts', 'helmCharts: [{name: x}]\n', 1, 'helmCharts'],
    [
      'a chart that a generator renders',
      'generators:\n  - |-\n    apiVersion: builtin\n    kind: HelmChartInflationGenerator\n    metadata: {name: x}\n',
      3,
      'is a plugin',
    ],
    [
      'a program',
      'transformers: [program.yaml]\n',
      1,
      'is a plugin',
      'apiVersion: example.com/v1\nkind: Program\nmetadata: {name: it}\n',
    ],
    [
      'a container',
      'resources: [web.yaml]\ntransformers: [program.yaml]\n',
      1,
      'is a plugin',
      'apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: it, annotations: {config.kubernetes.io/function: "container: {image: x}"}}\n',
    ],
    ['a value of the environment', 'configMapGenerator: [{name: a, envs: [some.env]}]\n', 2, 'has no value'],
    ['a link to the outside', 'resources: [outside.yaml]\n', 1, 'leads out of the checkout'],
    [
      'a link to another folder',
      'configMapGenerator: [{name: a, files: [beside.yaml]}]\n',
      1,
      'nor beneath it',
    ],
    [
      'a file of the outside',
      'configMapGenerator: [{name: a, files: [../../../etc/passwd]}]\n',
      1,
      'leads out of the checkout',
    ],
    ['a file of Git', 'configMapGenerator: [{name: a, files: [../.git/config]}]\n', 1, 'leads into .git'],
    ['itself', 'resources: [../k8s]\n', 1, 'includes itself'],
    ['a folder of plain files', 'resources: [../plain]\n', 1, 'holds no kustomization'],
    ['a folder as a patch', 'patches: [{path: ../base}]\n', 1, 'is a folder, where a file is named'],
    ['nothing', 'resources: ["", web.yaml]\n', 1, 'This names no file.'],
  ])(
    'that names %s is refused on that line before anything is run',
    (_what, text, line, what, program = '') => {
      const workspace = checkout({
        'k8s/kustomization.yaml': text,
        'k8s/program.yaml': program,
        'k8s/some.env': 'A=1\nHOME\n',
        '.git/config': 'token',
      })
      symlinkSync('/etc/passwd', join(workspace, 'k8s/outside.yaml'))
      symlinkSync('../base/web.yaml', join(workspace, 'k8s/beside.yaml'))
      // Nothing can be run: there is no kustomize.
      const told = failuresOf(() => readManifests(workspace, 'k8s'))
      expect(told).toEqual([
        expect.objectContaining({
          what: expect.stringContaining(what),
          source: expect.objectContaining({ line }),
        }),
      ])
    },
  )

  test('without kustomize or kubectl is refused with how to get them, where more is asked than is understood', () => {
    const text = 'resources: [web.yaml]\nnamePrefix: a-\n'
    expect(
      failuresOf(() => readManifests(checkout({ 'k8s/kustomization.yaml': text }), 'k8s')),
    ).toMatchObject([
      {
        code: 'KUSTOMIZE_MISSING',
        source: { file: 'k8s/kustomization.yaml' },
        fix: expect.stringContaining('PATH'),
      },
    ])
    const understood = checkout({ 'k8s/kustomization.yaml': 'resources: [web.yaml]\n' })
    expect(readManifests(understood, 'k8s').renderedBy).toBeUndefined()
  })

  test.each([
    ['a patch', 'resources: [web.yaml]\npatches: [{path: patch.yaml}]\n'],
    [
      'a base, a component and a prefix',
      'resources: [../base]\ncomponents: [../component]\nnamePrefix: a-\n',
    ],
    [
      'generators, whose names say what is in them',
      'resources: [web.yaml]\nconfigMapGenerator: [{name: settings, envs: [settings.env]}]\nsecretGenerator: [{name: keys, literals: [A=1]}]\n',
    ],
  ])('means the same where only kubectl is on PATH, which is told: %s', (_what, text) => {
    const workspace = checkout({ 'k8s/kustomization.yaml': text })
    const { manifests, renderedBy } = readManifests(workspace, 'k8s', kubectl)
    expect(renderedBy).toBe('kubectl’s kustomize v5.8.1')
    expect(sorted(manifests.map(({ object }) => object))).toEqual(sorted(theirs(workspace) ?? []))
    const [deployment] = manifests.filter(({ kind }) => kind === 'Deployment')
    const { file } = deployment?.node.get('spec', 'template', 'spec', 'containers', 0, 'image').source ?? {}
    expect(file).toBe(text.includes('../base') ? 'base/web.yaml' : 'k8s/web.yaml')
  })

  test('names the file that kustomize cannot read, and no folder of its own', () => {
    const text = 'resources: [web.yaml, bad.yaml]\nnamePrefix: a-\n'
    const workspace = checkout({ 'k8s/kustomization.yaml': text, 'k8s/bad.yaml': 'a: [\n' })
    const [failure] = failuresOf(() => readManifests(workspace, 'k8s', path))
    expect(failure?.source?.file).toBe('k8s/bad.yaml')
    expect(failure?.what).not.toContain(tmpdir())
  })

  test('has the line of the last patch that says it, and of the object that has the name', () => {
    const [first, second] = [web, web.replace('name: web', 'name: web-too')]
    const workspace = checkout({
      'k8s/kustomization.yaml': `resources: [both.yaml]
namePrefix: p-
patches:
  - path: patch.yaml
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: 3}
`,
      'k8s/both.yaml': `${first}---\n${second}`,
    })
    const { manifests } = readManifests(workspace, 'k8s', path)
    const lineOf = (name: string, ...way: readonly string[]) =>
      manifests.find(({ object }) => object.metadata.name === name)?.node.get(...way).source
    expect(lineOf('p-web', 'spec', 'replicas')).toMatchObject({ file: 'k8s/kustomization.yaml', line: 9 })
    const { length } = first.split('\n')
    expect(lineOf('p-web-too')).toMatchObject({ file: 'k8s/both.yaml', line: length + 1 })
  })

  test('is not rendered by a kubectl that cannot even say its version', () => {
    const broken = join(root, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'kubectl'), '#!/bin/sh\nexit 1\n')
    chmodSync(join(broken, 'kubectl'), 0o755)
    const workspace = checkout({ 'k8s/kustomization.yaml': 'resources: [web.yaml]\nnamePrefix: a-\n' })
    expect(failuresOf(() => readManifests(workspace, 'k8s', broken))).toMatchObject([
      { code: 'KUSTOMIZE_MISSING' },
    ])
  })

  test('that kubectl cannot render is refused with its words and a line', () => {
    const text = 'resources: [service.yaml]\npatches: [{path: patch.yaml}]\n'
    const workspace = checkout({ 'k8s/kustomization.yaml': text })
    expect(failuresOf(() => readManifests(workspace, 'k8s', kubectl))).toMatchObject([
      {
        code: 'KUSTOMIZE_REFUSED',
        what: expect.stringMatching(/^kubectl’s kustomize v5\.8\.1 cannot render this: .*no matches for Id/),
        source: { file: 'k8s/kustomization.yaml', line: 2 },
      },
    ])
  })

  test('puts its namespace on everything, on the subjects of bindings that are its own, and on the Namespace', () => {
    const subjects = [
      '{kind: ServiceAccount, name: runner}',
      '{kind: ServiceAccount, name: default, namespace: other}',
      '{kind: ServiceAccount, name: foreign, namespace: other}',
      '{kind: User, name: somebody}',
    ]
    const workspace = checkout({
      'k8s/kustomization.yaml':
        'resources: [namespace.yaml, rights.yaml, hook.yaml, asked.yaml, custom.yaml, list.yaml]\nnamespace: there\n',
      'k8s/rights.yaml': rights.replace(/^subjects: .*$/m, `subjects: [${subjects.join(', ')}]`),
    })
    const { manifests } = readManifests(workspace, 'k8s', path)
    const asked = ['webhooks', 0, 'clientConfig', 'service'] as const
    const named = (kind: string) => manifests.find((each) => each.kind === kind)
    expect({
      addresses: manifests.map(({ address }) => address).sort(),
      subjects: named('RoleBinding')?.node.get('subjects').value,
      elsewhere: named('ValidatingWebhookConfiguration')?.node.get(...asked).value,
      here: named('MutatingWebhookConfiguration')?.node.get(...asked).value,
    }).toEqual({
      addresses: [
        'MutatingWebhookConfiguration/it',
        'Namespace/there',
        'ValidatingWebhookConfiguration/it',
        'there/ConfigMap/a',
        'there/ConfigMap/b',
        'there/Role/runner',
        'there/RoleBinding/runner',
        'there/Service/web',
        'there/ServiceAccount/runner',
        'there/Widget/it',
      ],
      subjects: [
        { kind: 'ServiceAccount', name: 'runner', namespace: 'there' },
        { kind: 'ServiceAccount', name: 'default', namespace: 'there' },
        { kind: 'ServiceAccount', name: 'foreign', namespace: 'other' },
        { kind: 'User', name: 'somebody' },
      ],
      elsewhere: { name: 'other', namespace: 'before' },
      here: { name: 'web', namespace: 'there' },
    })
  })

  test('is rendered without anything of the environment, and says by which version', () => {
    const text = 'resources: [web.yaml]\nnamePrefix: a-\n'
    const { renderedBy } = readManifests(checkout({ 'k8s/kustomization.yaml': text }), 'k8s', path)
    expect(renderedBy).toBe('kustomize v5.8.2')
    const spy = join(root, 'spy')
    mkdirSync(spy)
    writeFileSync(
      join(spy, 'kustomize'),
      `#!/bin/sh\nexport -p >> ${spy}/seen\nexec ${path}/kustomize "$@"\n`,
    )
    chmodSync(join(spy, 'kustomize'), 0o755)
    readManifests(checkout({ 'k8s/kustomization.yaml': text }), 'k8s', spy)
    const seen = new Set(
      [...readFileSync(join(spy, 'seen'), 'utf8').matchAll(/^export (\w+)/gm)].map(([, name]) => name),
    )
    expect([...seen].sort()).toEqual(['HOME', 'HTTPS_PROXY', 'HTTP_PROXY', 'PATH', 'PWD'])
  })

  test('has a line for every field: of the object, of a patch, of a generator', () => {
    const workspace = checkout({
      'k8s/kustomization.yaml': `resources: [web.yaml]
namePrefix: p-
patches:
  - path: patch.yaml
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        paused: true
  - target: {kind: Deployment}
    path: late.yaml
configMapGenerator:
  - name: settings
    literals:
      - A=1
      - B=2
`,
      'k8s/late.yaml': '- op: add\n  path: /spec/minReadySeconds\n  value: 9\n',
    })
    const { manifests } = readManifests(workspace, 'k8s', path)
    const deployment = manifests.find(({ kind }) => kind === 'Deployment')
    const settings = manifests.find(({ kind }) => kind === 'ConfigMap')
    const line = (manifest: (typeof manifests)[number] | undefined, ...way: (string | number)[]) =>
      manifest && formatSource(manifest.node.get(...way).source).replace(/:\d+$/, '')
    const container = ['spec', 'template', 'spec', 'containers', 0] as const
    expect({
      object: line(deployment),
      image: line(deployment, ...container, 'image'),
      replicas: line(deployment, 'spec', 'replicas'),
      memory: line(deployment, ...container, 'resources', 'limits', 'memory'),
      paused: line(deployment, 'spec', 'paused'),
      ready: line(deployment, 'spec', 'minReadySeconds'),
      settings: line(settings),
      b: line(settings, 'data', 'B'),
    }).toEqual({
      object: 'k8s/web.yaml:1',
      image: 'k8s/web.yaml:16',
      replicas: 'k8s/patch.yaml:5',
      memory: 'k8s/patch.yaml:10',
      paused: 'k8s/kustomization.yaml:10',
      ready: 'k8s/late.yaml:3',
      settings: 'k8s/kustomization.yaml:14',
      b: 'k8s/kustomization.yaml:17',
    })
  })
})
