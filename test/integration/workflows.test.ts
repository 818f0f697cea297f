import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod'
import { lintWorkflow, prepareActionlint } from '#sandbox/actionlint/actionlint.ts'
import { isMapping } from '#toolkit/sources/node.ts'
import { readWorkflow } from '#toolkit/sources/workflow.ts'
import { judge } from '../../actions/verify/src/policy.ts'
import { defaultPaths, readRepository } from '../../actions/verify/src/repository/repository.ts'
import { rules } from '../../actions/verify/src/rules/index.ts'

const root = join(import.meta.dirname, '../..')
const FOLDER = '.github/workflows'
const workflows = readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`)
/** Those that others call. */
const reusable = workflows.filter((file) => readFileSync(join(root, file), 'utf8').includes('workflow_call:'))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const Calling = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() })
const Jobs = z.object({
  jobs: z.record(
    z.string(),
    Calling.extend({
      permissions: z.record(z.string(), z.string()).optional(),
      environment: z.string().optional(),
      concurrency: z
        .object({ group: z.string(), queue: z.string().optional(), 'cancel-in-progress': z.unknown() })
        .optional(),
      steps: z.array(Calling).optional(),
    }),
  ),
})
/** A part of a workflow, as pages show it. */
const Fragment = z.object({
  steps: z.array(Calling).optional(),
  jobs: z.record(z.string(), z.object({ steps: z.array(Calling).optional() })).optional(),
})
const Branded = z.object({ branding: z.object({ icon: z.string(), color: z.string() }) })
const Callable = z.object({
  inputs: z.record(z.string(), z.object({ required: z.boolean().optional() })).optional(),
})
const Called = z.object({ on: z.object({ workflow_call: Callable }) })

let actionlint: string
beforeAll(async () => {
  actionlint = await prepareActionlint({ progress: () => undefined })
}, 600_000)

/** What GitHub takes and actionlint 1.7.12 does not know yet. */
const exceptions = [
  /^specifying action "\$\/actions\/[a-z]+" in invalid format because ref is missing\. /,
  /^reusable workflow call "\$\/\.github\/workflows\/[a-z]+\.yml" at "uses" is not following the format /,
  /^unexpected key "queue" for "concurrency" section\. /,
]

async function lint(file: string, text: string): Promise<string[]> {
  const found = await lintWorkflow(actionlint, file, text)
  return found
    .filter(({ message }) => !exceptions.some((exception) => exception.test(message)))
    .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
}

test.each(workflows)('actionlint has nothing to say about %s', async (file) => {
  expect(await lint(file, read(file))).toEqual([])
})

test('each exception is needed', async () => {
  const found = await Promise.all(workflows.map((file) => lintWorkflow(actionlint, file, read(file))))
  const messages = found.flat().map(({ message }) => message)
  for (const exception of exceptions) expect(messages).toContainEqual(expect.stringMatching(exception))
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

const actions = readdirSync(join(root, 'actions'))

/** What actionlint knows of GitHub's lists, by a workflow that uses the action. */
async function lintBranding(name: string, icon?: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-branding-'))
  try {
    const manifest = read(`actions/${name}/action.yml`)
    for (const made of ['.git', FOLDER, 'action/dist']) mkdirSync(join(folder, made), { recursive: true })
    for (const file of ['main.js', 'post.js']) writeFileSync(join(folder, 'action/dist', file), '')
    writeFileSync(
      join(folder, 'action/action.yml'),
      icon === undefined ? manifest : manifest.replace(/^ {2}icon: .*$/m, `  icon: ${icon}`),
    )
    const text = 'on: push\njobs:\n  shown:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ./action\n'
    const file = join(folder, FOLDER, 'shown.yml')
    // It looks for the action where the workflow's file is.
    writeFileSync(file, text)
    const found = await lintWorkflow(actionlint, file, text)
    return found.map(({ message }) => message).filter((message) => !message.startsWith('missing input'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each(actions)('%s has an icon and a colour that GitHub has', async (name) => {
  const { branding } = Branded.parse(load(read(`actions/${name}/action.yml`)))
  expect(Object.keys(branding).sort()).toEqual(['color', 'icon'])
  expect(await lintBranding(name)).toEqual([])
  expect(await lintBranding(name, 'kubernetes')).toEqual([expect.stringContaining('incorrect icon name')])
})

test('no two actions of ours have the same icon', () => {
  const icons = actions.map((name) => Branded.parse(load(read(`actions/${name}/action.yml`))).branding.icon)
  expect(new Set(icons).size).toBe(icons.length)
})

/** Job → its permissions, as GitHub would grant them. */
function permissionsIn(file: string): Record<string, Record<string, string> | undefined> {
  return permissionsOf(read(file))
}

/** Scope → the most that a job asks for. */
function askedIn(permissions: ReturnType<typeof permissionsOf>): Record<string, string> {
  const asked = new Map<string, string>()
  for (const [scope, access] of Object.values(permissions).flatMap((each) => Object.entries(each ?? {})))
    if (asked.get(scope) !== 'write') asked.set(scope, access)
  return Object.fromEntries(asked)
}

function permissionsOf(text: string): Record<string, Record<string, string> | undefined> {
  const { jobs } = Jobs.parse(load(text))
  return Object.fromEntries(Object.entries(jobs).map(([id, { permissions }]) => [id, permissions]))
}

const plans = { 'id-token': 'write', contents: 'read' }
const publishes = { 'id-token': 'write', checks: 'write', 'pull-requests': 'write' }
const applies = { ...plans, actions: 'read', checks: 'write', 'pull-requests': 'read' }

test.each([
  [
    'preview',
    {
      provision: { ...plans, 'pull-requests': 'read' },
      migrate: plans,
      deploy: plans,
      verify: { contents: 'read' },
      publish: publishes,
    },
  ],
  ['publish', { publish: publishes }],
  ['release', { release: { ...applies, 'pull-requests': 'write' } }],
  ['drift', { drift: { ...plans, issues: 'write' } }],
  ['rollback', { plan: applies, rollback: applies }],
])('each job of %s.yml holds what it needs, and no more', (name, expected) => {
  expect(permissionsIn(`${FOLDER}/${name}.yml`)).toEqual(expected)
})

test.each(reusable)(
  '%s gives each part of this repository only inputs that it has, and all that it requires',
  (file) => {
    const { jobs } = Jobs.parse(load(read(file)))
    const callers = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])])
    const own = callers.filter(({ uses }) => uses?.startsWith('$/'))
    expect(own.length).toBeGreaterThan(0)
    for (const { uses = '', with: given = {} } of own) {
      const path = uses.slice('$/'.length)
      const inputs = path.endsWith('.yml')
        ? (Called.parse(load(read(path))).on.workflow_call.inputs ?? {})
        : (Callable.parse(load(read(`${path}/action.yml`))).inputs ?? {})
      expect([uses, Object.keys(given).filter((name) => !(name in inputs))]).toEqual([uses, []])
      const missing = Object.entries(inputs).filter(
        ([name, { required }]) => required === true && !(name in given),
      )
      expect([uses, missing]).toEqual([uses, []])
    }
  },
)

test('who publishes checks nothing out, and runs nothing but its one step', () => {
  const { jobs } = Jobs.parse(load(read(`${FOLDER}/publish.yml`)))
  expect(Object.values(jobs).map(({ steps }) => steps?.map(({ uses }) => uses))).toEqual([
    ['$/actions/publish'],
  ])
})

test('no job of a preview that has code of the pull request can write, and each hands on', () => {
  const { jobs } = Jobs.parse(load(read(`${FOLDER}/preview.yml`)))
  const checking = Object.values(jobs).filter(({ steps = [] }) =>
    steps.some(({ uses }) => uses?.startsWith('actions/checkout@')),
  )
  expect(checking).toHaveLength(4)
  for (const { permissions = {}, steps = [] } of checking) {
    const { 'id-token': _identity, ...others } = permissions
    expect(Object.values(others)).not.toContain('write')
    expect(steps.flatMap((step) => step.with?.['publish'] ?? [])).toEqual(['hand-on'])
    // What is checked out is not what writes either: git keeps no token.
    expect(steps.flatMap((step) => step.with?.['persist-credentials'] ?? [])).toEqual([false])
  }
})

test.each(reusable)('no job of %s that changes something cancels another one', (file) => {
  const { jobs } = Jobs.parse(load(read(file)))
  for (const { environment, concurrency } of Object.values(jobs)) {
    expect(concurrency?.['cancel-in-progress'] ?? false).toBe(false)
    if (environment === undefined) continue
    expect(concurrency?.queue).toBe('max')
    expect(concurrency?.group).toBe('release-${{ inputs.environment }}')
  }
})

const DOCUMENTS = ['docs/pipelines.md']
/** The blocks of YAML in documents, each a whole workflow; a place for a commit holds one. */
const documented = DOCUMENTS.flatMap((file) =>
  [...read(file).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ''], index) => ({
    name: `block ${index + 1} of ${file}`,
    text: text.replaceAll('<commit>', '0'.repeat(40)),
  })),
)
const OURS = /^omninode-ai\/omninode_infra\/(.+)@0{40}$/

describe.each(documented)('$name', ({ name, text }) => {
  const { jobs } = Jobs.parse(load(text))
  const calls = Object.entries(jobs).flatMap(([id, job]) => {
    const [, path] = OURS.exec(job.uses ?? '') ?? []
    return path === undefined ? [] : [{ id, path, ...job }]
  })

  test('is a workflow that actionlint has nothing to say about', async () => {
    expect(await lint(`${FOLDER}/${name.replaceAll(/\W+/g, '-')}.yml`, text)).toEqual([])
  })

  test('is one that our own policy has nothing to say about', () => {
    const folder = mkdtempSync(join(tmpdir(), 'documented-'))
    mkdirSync(join(folder, FOLDER), { recursive: true })
    writeFileSync(join(folder, FOLDER, 'documented.yml'), text)
    const { repository, problems } = readRepository(folder, [FOLDER])
    rmSync(folder, { recursive: true })
    expect(problems).toEqual([])
    expect(judge(repository, rules)).toEqual([])
  })

  test('passes inputs that there are, and all that are required', () => {
    const steps = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])])
    const ours = steps.flatMap((step) => {
      const [, path] = OURS.exec(step.uses ?? '') ?? []
      return path === undefined ? [] : [{ path, given: Object.keys(step.with ?? {}) }]
    })
    expect(ours.length).toBeGreaterThan(0)
    for (const { path, given } of ours) {
      const { inputs = {} } = path.endsWith('.yml')
        ? Called.parse(load(read(path))).on.workflow_call
        : Callable.parse(load(read(`${path}/action.yml`)))
      expect([path, given.filter((input) => !(input in inputs))]).toEqual([path, []])
      const required = Object.entries(inputs).filter(([, input]) => input.required === true)
      expect([path, required.filter(([input]) => !given.includes(input))]).toEqual([path, []])
    }
  })

  test('grants what the jobs of the called workflow ask for, and nothing else', () => {
    for (const { path, permissions = {} } of calls) {
      expect([path, permissions]).toEqual([path, askedIn(permissionsIn(path))])
    }
  })
})

test('what is documented to be previewed is what is documented to be released', () => {
  const given = (workflow: string) =>
    documented.flatMap(({ text }) =>
      Object.values(Jobs.parse(load(text)).jobs).flatMap((job) =>
        job.uses?.includes(`/${workflow}.yml@`) === true ? [job.with ?? {}] : [],
      ),
    )
  const [previewed] = given('preview')
  const [{ environment, ...released } = {}] = given('release')
  expect(environment).toBe('dev')
  expect(released).toEqual(previewed)
})

describe('this repository uses its own workflows', () => {
  const file = `${FOLDER}/platform.yml`
  const { jobs } = Jobs.parse(load(read(file)))
  const calls = Object.values(jobs).map(({ uses = '', ...job }) => {
    const [, path = '', commit = ''] = /^omninode-ai\/omninode_infra\/(.+)@([0-9a-f]{40})$/.exec(uses) ?? []
    return { ...job, path, commit }
  })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })

  test('at one commit, and by no reference to what a pull request changes', () => {
    expect(calls.map(({ path }) => path)).toEqual([`${FOLDER}/preview.yml`, `${FOLDER}/release.yml`])
    expect(new Set(calls.map(({ commit }) => commit)).size).toBe(1)
    expect(read(file)).not.toMatch(/uses: (\$|\.)\//)
    expect(Object.values(jobs).flatMap(({ steps = [] }) => steps)).toEqual([])
  })

  test('which is a commit that this one comes after', () => {
    const commit = calls[0]?.commit ?? ''
    expect(() => git('merge-base', '--is-ancestor', commit, 'HEAD')).not.toThrow()
  })

  test.each(calls)('$path is there, takes what it is given, and is granted what it asks for', (call) => {
    const { path, commit, with: given = {}, permissions = {} } = call
    const text = git('show', `${commit}:${path}`)
    const { inputs = {} } = Called.parse(load(text)).on.workflow_call
    expect(Object.keys(given).filter((name) => !(name in inputs))).toEqual([])
    const required = Object.entries(inputs).filter(([, input]) => input.required === true)
    expect(required.filter(([name]) => !(name in given))).toEqual([])
    expect(permissions).toEqual(askedIn(permissionsOf(text)))
    for (const { uses } of Object.values(Jobs.parse(load(text)).jobs).flatMap(({ steps = [], ...job }) => [
      job,
      ...steps,
    ])) {
      const [, part] = /^\$\/(.+)$/.exec(uses ?? '') ?? []
      if (part === undefined) continue
      expect(
        git('ls-tree', '--name-only', commit, part.endsWith('.yml') ? part : `${part}/action.yml`),
      ).not.toBe('')
    }
  })

  test('and releases what it has previewed', () => {
    const [preview = {}, { environment, ...release } = {}] = calls.map((call) => call.with ?? {})
    expect([environment, release]).toEqual(['dev', preview])
  })
})

test('every reusable workflow is called in the documentation', () => {
  const called = documented.flatMap(({ text }) => [...text.matchAll(/\/(\.github\/workflows\/\w+\.yml)@/g)])
  expect([...new Set(called.map(([, path]) => path))].sort()).toEqual(
    reusable.filter((file) => !file.endsWith('/publish.yml')),
  )
})

test('our own policy has nothing to say about our workflows', () => {
  const { repository, problems } = readRepository(root, [FOLDER])
  expect(problems).toEqual([])
  expect(repository.workflows.map(({ file }) => file)).toEqual(workflows)
  expect(judge(repository, rules)).toEqual([])
})

test('our own policy has nothing to say about this repository, as the preview judges it', () => {
  const { repository, problems } = readRepository(
    root,
    defaultPaths.filter((path) => path !== 'action.yml'),
  )
  expect(problems).toEqual([])
  expect(judge(repository, rules).map(({ rule, source, message }) => [rule, source?.file, message])).toEqual(
    [],
  )
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

  const fragments = pages.flatMap((page) =>
    [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) => {
      const parsed = Fragment.safeParse(load(text.replaceAll('<commit>', '0'.repeat(40))))
      if (!parsed.success) return []
      const { steps = [], jobs = {} } = parsed.data
      const all = [...steps, ...Object.values(jobs).flatMap((job) => job.steps ?? [])]
      return all.flatMap(({ uses = '', with: given = {} }) => {
        const [, path] = OURS.exec(uses) ?? []
        // `…` stands for what the reader knows.
        return path === undefined
          ? []
          : [{ page, path, given: Object.keys(given).filter((input) => input !== '…') }]
      })
    }),
  )

  test('is about the composites, too', () => {
    const paths = fragments.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['actions/preview', 'actions/release', 'actions/provision']))
  })

  test.each(fragments)('in $page gives $path inputs that there are', ({ path, given }) => {
    const { inputs = {} } = Callable.parse(load(read(`${path}/action.yml`)))
    expect(given.filter((input) => !(input in inputs))).toEqual([])
  })

  test('holds a workflow', () => expect(shown.length).toBeGreaterThan(0))

  test.each(shown)('of %s is a workflow that actionlint has nothing to say about', async (page, text) => {
    expect(await lint(page, text)).toEqual([])
  })

  const applying = shown.flatMap(([page, text]) => {
    const jobs = readWorkflow(text, page).jobs.filter(({ steps }) =>
      steps.some((step) => /\bapply\b/.test(String(step.with.get('command')?.value))),
    )
    return jobs.length === 0 ? [] : [[page, jobs] as const]
  })

  test('holds one that applies', () => expect(applying.map(([page]) => page)).toContain('README.md'))

  test.each(applying)('of %s lets no merge take the place of one that waits', (_page, jobs) => {
    for (const { node } of jobs) {
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
