import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const dockerfile = readFileSync(join(root, 'onex-api/Dockerfile'), 'utf8')
let app: string

/** Without a container: the files that the Dockerfile copies, and the programs that it runs, in its order. */
beforeAll(async () => {
  app = mkdtempSync(join(tmpdir(), 'omninode-image-'))
  for (const [, instruction, rest = ''] of dockerfile.matchAll(/^(COPY|RUN) (.+)$/gm)) {
    if (instruction === 'RUN')
      await run('sh', ['-c', rest], { cwd: app, env: { ...process.env, NODE_ENV: 'production' } })
    else if (!rest.startsWith('--from')) copy(...(rest.split(' ') as [string, ...string[]]))
  }
}, 180_000)
afterAll(() => rmSync(app, { recursive: true, force: true }))

function copy(...paths: [string, ...string[]]): void {
  const target = paths.at(-1) ?? ''
  for (const path of paths.slice(0, -1)) {
    const to = join(
      app,
      target.endsWith('/') || target === './' ? join(target, path.split('/').at(-1) ?? '') : target,
    )
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(root, path), to, { recursive: true })
  }
}

/** How the image starts by itself, and how the relay's Deployment has it start. */
const [entrypoint, relay] = [
  /^ENTRYPOINT \["node", (.+)\]$/m.exec(dockerfile)?.[1]?.replaceAll('"', '').split(', '),
  /^ +command: \[node, (.+)\]$/m
    .exec(readFileSync(join(root, 'k8s/base/onex-dev/onex-relay/deployment.yaml'), 'utf8'))?.[1]
    ?.split(', '),
]

test.each([
  ['the service', entrypoint],
  ['the relay', relay],
])(
  'the image has all that %s loads: it starts, and says what its environment lacks',
  async (_which, args) => {
    const failed = await run(process.execPath, args ?? ['nothing'], { cwd: app, env: {} }).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    )
    expect(failed?.code).toBe(1)
    expect(failed?.stderr).toMatch(/^the environment is not complete:\n(?: {2}- [A-Z_]+ is not set\n)+$/)
  },
)

interface Bom {
  readonly bomFormat: string
  readonly specVersion: string
  readonly serialNumber: string
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly purl: string
    readonly licenses?: readonly unknown[]
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  }[]
}

/** `name@version` of every package that stands in the image. */
function installed(): string[] {
  const manifests = globSync('{,onex-api/}node_modules/**/package.json', { cwd: app }).filter((path) =>
    /node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path),
  )
  return manifests
    .map((path) => JSON.parse(readFileSync(join(app, path), 'utf8')))
    .map(({ name, version }) => `${name}@${version}`)
}

test('the bill of materials has every package that is in the image, and none that is not', () => {
  const bom: Bom = JSON.parse(readFileSync(join(app, 'onex-api/sbom.cdx.json'), 'utf8'))
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
  expect(bom.serialNumber).toMatch(/^urn:uuid:/)
  const listed = bom.components.map(({ name, version }) => `${name}@${version}`)
  const { dependencies, version: own } = JSON.parse(readFileSync(join(app, 'onex-api/package.json'), 'utf8'))
  expect(new Set(listed)).toEqual(new Set([...installed(), `onex-api@${own}`]))
  for (const [name, version] of Object.entries(dependencies)) expect(listed).toContain(`${name}@${version}`)
  for (const { name, version, purl, licenses, hashes } of bom.components) {
    if (name === 'onex-api') continue // it is ours, and in no registry
    expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    expect([name, licenses?.length, hashes?.[0]?.alg]).toEqual([name, expect.any(Number), 'SHA-512'])
  }
})

test('the image runs as nobody in particular, without a shell in between', () => {
  expect(dockerfile).toMatch(/^USER 1000:1000$/m)
  const ignored = readFileSync(join(root, 'onex-api/Dockerfile.dockerignore'), 'utf8')
  const sent = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
  expect(ignored.trim().split('\n').slice(1).sort()).toEqual(sent.map((path) => `!${path}`).sort())
})
