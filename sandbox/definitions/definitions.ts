/** The definitions of operators that everybody uses, out of the Go modules that carry them. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { downloadModule, findGo } from '../cache/go.ts'

interface Carrier {
  readonly name: string
  readonly module: string
  readonly version: string
  /** As Go sums a module up. */
  readonly sum: string
  /** Where the definitions are. */
  readonly folder: string
  /** Which files of it they are. */
  readonly files: RegExp
}

const carriers: readonly Carrier[] = [
  {
    name: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.2',
    sum: 'h1:UWgoYM+KLNtRlqmoWOKjKBOBUPVHeepQ6/ac3ERJW68=',
    folder: 'deploy/crds',
    files: /\.yaml$/,
  },
  {
    name: 'external-secrets',
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    sum: 'h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=',
    folder: 'config/crds/bases',
    files: /secrets\.io_.*\.yaml$/,
  },
  {
    name: 'gateway-api',
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.4.0',
    sum: 'h1:ZwlNM6zOHq0h3WUX2gfByPs2yAEsy/EenYJB78jpQfQ=',
    folder: 'config/crd/standard',
    files: /networking\.k8s\.io_.*\.yaml$/,
  },
  {
    name: 'prometheus-operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    sum: 'h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=',
    folder: 'example/prometheus-operator-crd',
    files: /\.yaml$/,
  },
  {
    name: 'traefik',
    module: 'github.com/traefik/traefik/v3',
    version: 'v3.7.13',
    sum: 'h1:T8wy9KuaFzCkmXCqAzDy7t73pBDR1DHrJe3pqXpNXTw=',
    folder: 'docs/content/reference/dynamic-configuration',
    files: /^kubernetes-crd-definition-v1\.yml$/,
  },
]

export const operators = carriers.map(({ name }) => name)

async function fetchDefinitions(target: string, options: CacheOptions): Promise<void> {
  const go = await findGo(options)
  const modules = join(target, 'modules')
  for (const { name, module, version, sum, folder, files } of carriers) {
    options.progress(`downloading the definitions of ${name} ${version}`)
    const found = await downloadModule(go, { module, version, sum }, modules, options)
    mkdirSync(join(target, name))
    for (const file of readdirSync(join(found, folder)).filter((each) => files.test(each)))
      copyFileSync(join(found, folder, file), join(target, name, file))
  }
  rmSync(modules, { recursive: true, force: true })
}

/** The folder that has one of each operator in it, by its name. */
export function prepareDefinitions(options: CacheOptions): Promise<string> {
  const versions = carriers.map(({ name, version }) => `${name}-${version}`).join('_')
  return cached(`definitions/${versions}`, (target) => fetchDefinitions(target, options), options)
}
