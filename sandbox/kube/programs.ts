/** The control plane's programs: built once from the Go modules that go.mod pins, then kept in the cache. */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { buildCache, findGo, type Go, goBuild } from '../cache/go.ts'

const module = import.meta.dirname

const programs = {
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
  etcd: 'go.etcd.io/etcd/server/v3',
  kwok: 'sigs.k8s.io/kwok/cmd/kwok',
} as const
export type Program = keyof typeof programs

const HEARTBEAT_MS = 10_000

/** The Kubernetes version that go.mod pins, for example `1.36.3`. */
function kubernetesVersion(goMod: string): string {
  const version = /^\s*(?:require )?k8s\.io\/kubernetes v(\S+)/m.exec(goMod)?.[1]
  if (version === undefined) throw new Error('sandbox/kube/go.mod requires no k8s.io/kubernetes')
  return version
}

/** Unstamped programs would call themselves v0.0.0-master, and version checks would be tested wrong. */
function stamp(version: string): string {
  const [major, minor] = version.split('.')
  const values = {
    gitVersion: `v${version}`,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'archive',
    gitCommit: 'modules',
  }
  return ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
    .flatMap((target) => Object.entries(values).map(([name, value]) => `-X ${target}.${name}=${value}`))
    .join(' ')
}

async function buildAll(go: Go, version: string, target: string, options: CacheOptions): Promise<void> {
  const started = performance.now()
  const names = Object.keys(programs) as Program[]
  for (const [index, name] of names.entries()) {
    const doing = `building Kubernetes ${version}, once: ${name} (${index + 1} of ${names.length})`
    const say = (more = '') =>
      options.progress(`${doing}, ${Math.round((performance.now() - started) / 1_000)} s so far${more}`)
    say()
    const heartbeat = setInterval(say, HEARTBEAT_MS)
    try {
      const build = {
        module,
        package: programs[name],
        output: join(target, name),
        ldflags: name === 'etcd' ? '' : stamp(version),
        tags: 'notest,grpcnotrace',
      }
      await goBuild(go, build, { ...options, progress: (message) => say(`; ${message}`) })
    } finally {
      clearInterval(heartbeat)
    }
  }
  rmSync(buildCache(options), { recursive: true, force: true })
}

/** The folder that holds the programs; they are built when they are not cached for this go.sum and Go version. */
export async function prepareControlPlane(options: CacheOptions): Promise<string> {
  const goMod = readFileSync(join(module, 'go.mod'), 'utf8')
  const goSum = readFileSync(join(module, 'go.sum'), 'utf8')
  const go = await findGo(options)
  const key = createHash('sha256')
    .update(goMod)
    .update(goSum)
    .update(`${go.version} ${process.platform}-${process.arch}`)
    .digest('hex')
  const version = kubernetesVersion(goMod)
  return cached(
    `kube/${version}-${key.slice(0, 16)}`,
    (target) => buildAll(go, version, target, options),
    options,
  )
}
