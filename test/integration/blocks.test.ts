/** Every block of code in our pages is run, or is read by who reads it in earnest. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { dump, load } from 'js-yaml'
import * as z from 'zod'
import { lintWorkflow, prepareActionlint } from '#sandbox/actionlint/actionlint.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import { parseConfiguration } from '../../actions/migrate/src/lint/configuration.ts'
import { lint } from '../../actions/migrate/src/lint/lint.ts'
import { loadParser } from '../../actions/migrate/src/sql/parser.ts'
import { readScript } from '../../actions/migrate/src/sql/statements.ts'
import { readSettings } from '../../actions/provision/src/stack/settings.ts'
import { judge } from '../../actions/verify/src/policy.ts'
import { readRepository } from '../../actions/verify/src/repository/repository.ts'
import { rules } from '../../actions/verify/src/rules/index.ts'
import { type Block, blocksIn, blocksOfRepository, filledIn } from '../blocks.ts'
import { expectationsIn, withoutExpectations } from '../examples.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const blocks = blocksOfRepository()
const at = ({ page, line }: Block) => `${page}:${line}`
const of = (...languages: readonly string[]) =>
  blocks.filter(({ language }) => languages.includes(language)).map((block) => [at(block), block] as const)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-blocks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the blocks of our pages', () => {
  test('are in languages that are looked at below; what has none is a picture', () => {
    const known = ['yaml', 'sh', 'hcl', 'sql', '']
    expect(blocks.filter(({ language }) => !known.includes(language)).map(at)).toEqual([])
    const pictures = blocks.filter(({ language }) => language === '')
    expect(pictures.map(({ page, text }) => [page, text.split('\n')[0]])).toEqual([
      ['CONTRIBUTING.md', expect.stringContaining('actions/<name>/src/')],
      ['README.md', 'The story'],
      // Held by actions/deploy/test/integration/adopting.test.ts.
      ['docs/adopting-objects.md', expect.stringContaining('no application made it')],
    ])
    for (const language of known) expect(blocks.some((block) => block.language === language)).toBe(true)
  })

  test('are all found, also in lists, and one without an end is told', () => {
    const page = 'a\n\n- b\n\n  ```sh\n  echo 1\n    echo 2\n  ```\n\n```yaml\na: b\n```\n'
    expect(blocksIn('x.md', page)).toEqual([
      { page: 'x.md', line: 6, language: 'sh', text: 'echo 1\n  echo 2\n' },
      { page: 'x.md', line: 11, language: 'yaml', text: 'a: b\n' },
    ])
    expect(() => blocksIn('x.md', '```sh\necho\n')).toThrow('x.md:2: this block has no end.')
    const fences = blocks.map(({ page }) => page)
    for (const page of new Set(fences))
      expect([page, read(page).match(/^ *```/gm)?.length]).toEqual([
        page,
        2 * fences.filter((each) => each === page).length,
      ])
  })
})

const Mapping = z.record(z.string(), z.unknown())

/** The whole that a block is a part of: a workflow, a job of one, steps, or what one step is given. */
function workflowOf({ page, text }: Block): string | undefined {
  const filled = filledIn(text)
  // `…` stands for what the reader knows.
  const value = load(filled.replaceAll(/,? … ?(?=})/g, ' '))
  const job = (more: object) => ({ 'runs-on': 'ubuntu-24.04', ...more })
  const around = (more: object, on: unknown = 'push') => dump({ on, jobs: { shown: job(more) } })
  if (Array.isArray(value)) return around({ steps: value })
  const { on, name, ...rest } = Mapping.parse(value)
  if ('jobs' in rest) return filled
  if ('steps' in rest) return around(rest, on)
  if ('with' in rest && Object.keys(rest).length === 1)
    return around({
      steps: [
        {
          uses: `omninode-ai/omninode_infra/${page.replace(/^docs\/(\w+)\.md$/, 'actions/$1').replace('/README.md', '')}@${'0'.repeat(40)}`,
          ...rest,
        },
      ],
    })
  return undefined
}

describe('YAML', () => {
  const Uses = z.object({ uses: z.string().optional(), with: Mapping.optional() })
  const Jobs = z.object({ jobs: z.record(z.string(), Uses.extend({ steps: z.array(Uses).optional() })) })
  const Inputs = z.record(z.string(), z.object({ required: z.boolean().optional() }))
  const Action = z.object({ inputs: Inputs.optional() })
  const Workflow = z.object({ on: z.object({ workflow_call: Action }) })
  const OURS = /^omninode-ai\/omninode_infra\/(.+)@0{40}$/

  let actionlint: string
  beforeAll(async () => {
    actionlint = await prepareActionlint({ progress: () => undefined })
  }, 600_000)

  const workflows = of('yaml').flatMap(([where, block]) => {
    const text = workflowOf(block)
    return text === undefined ? [] : [[where, text] as const]
  })
  const others = of('yaml').filter(([where]) => !workflows.some(([each]) => each === where))
  const settings = others.filter(([, { text }]) => /^# .*\/stack\.yml$/m.test(text))
  const manifests = others.filter(([, { text }]) => /^apiVersion: /m.test(text))
  const configurations = others.filter(([, { text }]) => /^migrate:\n {2}lint:/m.test(text))

  test('is a workflow or a part of one, a manifest, or the settings of a stack', () => {
    expect(others.length).toBe(settings.length + manifests.length + configurations.length)
    for (const each of [workflows, settings, manifests, configurations])
      expect(each.length).toBeGreaterThan(0)
  })

  test.each(workflows)('at %s is what actionlint knows', async (where, text) => {
    const found = await lintWorkflow(actionlint, `${where.replaceAll(/\W+/g, '-')}.yml`, text)
    const messages = found.map(({ message }) => message)
    // What GitHub takes and actionlint 1.7.12 does not know yet.
    expect(
      messages.filter((message) => !message.startsWith('unexpected key "queue" for "concurrency"')),
    ).toEqual([])
  })

  test.each(workflows)('at %s gives our parts inputs that they have', (_where, text) => {
    const { jobs } = Jobs.parse(load(text))
    for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap((job) => [
      job,
      ...(job.steps ?? []),
    ])) {
      const [, path] = OURS.exec(uses) ?? []
      if (path === undefined) {
        expect(uses).not.toContain('omninode_infra')
        continue
      }
      const { inputs = {} } = path.endsWith('.yml')
        ? Workflow.parse(load(read(path))).on.workflow_call
        : Action.parse(load(read(`${path}/action.yml`)))
      expect([path, Object.keys(given).filter((name) => !(name in inputs))]).toEqual([path, []])
    }
  })

  test('is seen when it is wrong', async () => {
    const page = 'actions/deploy/README.md'
    const wrong = workflowOf({ page, line: 1, language: 'yaml', text: '- uses: actions/checkout\n' }) ?? ''
    expect(await lintWorkflow(actionlint, 'wrong.yml', wrong)).toHaveLength(1)
    const part = workflowOf({ page, line: 1, language: 'yaml', text: 'with:\n  comand: plan\n' }) ?? ''
    expect(Jobs.parse(load(part)).jobs['shown']?.steps).toEqual([
      { uses: expect.stringMatching(OURS), with: { comand: 'plan' } },
    ])
  })

  test.each(configurations)('at %s is what migrate reads as a .omninode.yml', (_where, { text }) => {
    expect(parseConfiguration(text).choices.size).toBeGreaterThan(0)
  })

  test.each(settings)('at %s is what provision reads as a stack.yml', (where, { text }) => {
    const own = join('stacks', where.replaceAll(/\W+/g, '-'))
    mkdirSync(join(folder, own), { recursive: true })
    writeFileSync(join(folder, own, 'stack.yml'), text)
    const { allow, protect, dependsOn } = readSettings(folder, own)
    expect([allow, protect, dependsOn].flat()).not.toEqual([])
  })

  test.each(manifests)('at %s is what our own policy has nothing to say about', (where, { text }) => {
    const workspace = join(folder, where.replaceAll(/\W+/g, '-'))
    mkdirSync(join(workspace, 'k8s'), { recursive: true })
    writeFileSync(join(workspace, 'k8s/shown.yaml'), filledIn(text))
    const { repository, problems } = readRepository(workspace, ['k8s'])
    expect(problems).toEqual([])
    expect(repository.manifests).toHaveLength(1)
    expect(judge(repository, rules).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })
})

describe('shell', () => {
  /** What a reader's machine has; everything else is ours, and must be there. */
  const others = [
    'aws',
    'base64',
    'cd',
    'cp',
    'curl',
    'echo',
    'export',
    'gh',
    'git',
    'kubectl',
    'sed',
    'sudo',
    'terraform',
  ]
  const { scripts } = z.object({ scripts: Mapping }).parse(JSON.parse(read('package.json')))
  const builtIn = ['test', 'start', 'ci', 'install']

  /** The words of each command, without what is after a `#`. */
  const commandsIn = (text: string) =>
    filledIn(text)
      .replaceAll('\\\n', ' ')
      .replaceAll(/(^|\s)#.*$/gm, '')
      .replaceAll(/(["'])(?:(?!\1)[\s\S])*\1/g, 'quoted')
      .replaceAll(/\$\(([^)]*)\)/g, 'answer\n$1\n')
      .split(/\n|\||&&|;/)
      .map((command) => command.trim().split(/\s+/))
      .map((words) => words.slice(words.findIndex((word) => !/^\w+=/.test(word)) >>> 0))
      .filter(([first = '']) => first !== '')

  const wrongIn = (words: readonly string[]): string[] => {
    const [command = '', ...args] = words
    if (command === 'npm') {
      const [first = '', second = ''] = args
      const script = first === 'run' ? second : first
      return script in scripts || (first !== 'run' && builtIn.includes(script))
        ? []
        : [`npm has no ${script}`]
    }
    if (command === 'node') {
      const file = args.find((word) => !word.startsWith('-')) ?? ''
      return existsSync(join(root, file)) && file !== '' ? [] : [`there is no ${file}`]
    }
    return others.includes(command) ? [] : [`who knows ${command}?`]
  }

  test.each(of('sh'))('at %s is what a shell takes, and names what is there', async (where, { text }) => {
    const file = join(folder, `${where.replaceAll(/\W+/g, '-')}.sh`)
    writeFileSync(file, filledIn(text))
    await run('bash', ['-n', file])
    const commands = commandsIn(text)
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.flatMap(wrongIn)).toEqual([])
  })

  test.each([
    ['npm run untit', 'npm has no untit'],
    ['npm run unit\nnode scripts/nothing.ts', 'there is no scripts/nothing.ts'],
    ['id=$(hg api x)\n', 'who knows hg?'],
    ["A=1 B='2' kubctl apply", 'who knows kubctl?'],
    ['gh api | tee x', 'who knows tee?'],
  ])('that is wrong is seen: %s', (text, wrong) => {
    expect(commandsIn(text).flatMap(wrongIn)).toEqual([wrong])
  })

  /** What takes seconds, asks nobody, and changes nothing. */
  const safe = [
    /^node actions\/\w+\/dist\/cli\.js --help$/,
    /^node --conditions=source scripts\/imports\.ts$/,
  ]
  const harmless = [
    ...new Set(of('sh').flatMap(([, { text }]) => commandsIn(text).map((words) => words.join(' ')))),
  ]
    .filter((command) => safe.some((pattern) => pattern.test(command)))
    .map((command) => [command] as const)

  test('has what is run', () => expect(harmless).toHaveLength(safe.length))

  test.each(harmless)(
    '%s does what it says',
    async (command) => {
      const { stdout } = await run(process.execPath, command.split(' ').slice(1), { cwd: root })
      expect(stdout).not.toBe('')
    },
    60_000,
  )

  const trust = of('sh').filter(([, { page }]) => page === 'k8s/trust/README.md')

  test('of k8s/trust writes the number of the repository where it belongs', async () => {
    const [, { text = '' } = {}] = trust.find(([, each]) => each.text.includes('<repository id>')) ?? []
    const substitution = text.split('\n').find((line) => line.startsWith('sed ')) ?? ''
    const script = `cd ${root}\nid=4711\n${substitution.split(' > ')[0]}`
    const { stdout } = await run('bash', ['-euc', script])
    expect(stdout.match(/"4711": \{/g)).toHaveLength(1)
    expect(stdout).not.toContain('"<repository id>"')
  })

  test('of k8s/trust puts another name for the namespace that is written there', async () => {
    const [, { text = '' } = {}] = trust.find(([, each]) => each.text.includes('webshop')) ?? []
    const [, substitution = ''] = /\| (sed [^|]*) \|/.exec(text) ?? []
    const files = readdirSync(join(root, 'k8s/trust/namespace')).map((name) => `k8s/trust/namespace/${name}`)
    const { stdout } = await run('bash', ['-euc', `cd ${root}\ncat ${files.join(' ')} | ${substitution}`])
    expect(stdout.match(/\bshop\b/g)).toBeNull()
    expect(stdout.match(/namespace: webshop$/gm)?.length).toBeGreaterThan(5)
  })
})

describe('HCL', () => {
  /** The address that a reader writes, as the path of the same module here. */
  const here = (text: string) =>
    filledIn(text).replaceAll(
      /"github\.com\/omninode-ai\/omninode_infra\/\/(.+?)\?ref=[^"]*"/g,
      `"${root}/$1"`,
    )

  test.each(of('hcl'))('at %s is written as Terraform writes it', async (where, { text }) => {
    const file = join(folder, `${where.replaceAll(/\W+/g, '-')}.tf`)
    writeFileSync(file, filledIn(text))
    await run('terraform', ['fmt', '-check', file])
  })

  test('is all that its modules ask for, and nothing else', async () => {
    const whole = join(folder, 'root')
    mkdirSync(whole)
    const used = new Set<string>()
    for (const [where, { text }] of of('hcl')) {
      writeFileSync(join(whole, `${where.replaceAll(/\W+/g, '-')}.tf`), here(text))
      for (const [, name = ''] of text.matchAll(/\bvar\.(\w+)/g)) used.add(name)
      expect(readHcl(text, where).blocks.map(({ type }) => type)).toEqual(['module'])
    }
    writeFileSync(join(whole, 'variables.tf'), [...used].map((name) => `variable "${name}" {}\n`).join(''))
    const env = { PATH: process.env['PATH'], HOME: folder, ...terraformEnv(folder, process.env) }
    await run('terraform', ['init', '-backend=false', '-input=false', '-no-color'], { cwd: whole, env })
    // What it has to say is on its output, whatever its end.
    const { stdout } = await run('terraform', ['validate', '-json'], { cwd: whole, env }).catch(
      (error: { stdout: string }) => error,
    )
    expect(JSON.parse(stdout).diagnostics).toEqual([])
  }, 120_000)
})

describe('SQL', () => {
  const said = (block: Block) => {
    const file = join(folder, `${at(block).replaceAll(/\W+/g, '-')}.sql`)
    writeFileSync(file, block.text)
    return expectationsIn(file).map(({ line, message }) => [line, message])
  }
  const found = async (texts: readonly string[]) => {
    const parse = await loadParser()
    const scripts = texts.map((text, index) =>
      readScript(parse, `000${index + 1}.up.sql`, text.split('\n').map(withoutExpectations).join('\n')),
    )
    return lint(scripts).map(({ source, message }) => [source?.line, message])
  }

  test('that is said to be bad is what migrate says it of, word for word', async () => {
    const bad = of('sql').filter(([, block]) => said(block).length > 0)
    expect(bad.length).toBeGreaterThan(0)
    for (const [where, block] of bad) expect([where, await found([block.text])]).toEqual([where, said(block)])
  })

  test('that is not is what migrate has nothing to say about, one file after the other', async () => {
    const good = of('sql').filter(([, block]) => said(block).length === 0)
    expect(good.length).toBeGreaterThan(0)
    for (const page of new Set(good.map(([, block]) => block.page))) {
      const texts = good.filter(([, block]) => block.page === page).map(([, { text }]) => text)
      expect([page, await found(texts)]).toEqual([page, []])
    }
  })
})
