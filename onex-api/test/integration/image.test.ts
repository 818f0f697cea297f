import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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

test.each(['onex-api/src/main.ts', 'onex-api/src/relay/main.ts'])(
  'the image has all that %s loads: it starts, and says what its environment lacks',
  async (file) => {
    const failed = await run(process.execPath, [file], { cwd: app, env: {} }).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    )
    expect(failed?.code).toBe(1)
    expect(failed?.stderr).toMatch(/^the environment is not complete:\n(?: {2}- [A-Z_]+ is not set\n)+$/)
  },
)

test('the image runs as nobody in particular, without a shell in between', () => {
  expect(dockerfile).toMatch(/^USER 1000:1000$/m)
  expect(dockerfile).toMatch(/^ENTRYPOINT \["node", "onex-api\/src\/main\.ts"\]$/m)
  const ignored = readFileSync(join(root, 'onex-api/Dockerfile.dockerignore'), 'utf8')
  const sent = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
  expect(ignored.trim().split('\n').slice(1).sort()).toEqual(sent.map((path) => `!${path}`).sort())
})
