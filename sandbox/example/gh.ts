/**
 * `gh`, as far as the example's README uses it: by the documented routes of GitHub's REST API. It stands for the real one,
 * which also speaks GraphQL and takes nothing but https. Whatever else it is asked fails, so that nobody relies on it.
 */
import { execFileSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'

const { GH_REPO: repository = '', GH_TOKEN: token = '', GITHUB_API_URL: api = '' } = process.env

/** Milliseconds between two looks at a run. */
const INTERVAL = 200

interface Run {
  readonly id: number
  readonly path: string
  readonly status: string
  readonly conclusion: string | null
}
type Options = Readonly<Record<string, string | boolean | undefined>>
interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly positionals: number
  run(options: Options, positionals: readonly string[]): Promise<void>
}

/** @param path below the repository; @throws Error with what GitHub says */
async function rest(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${api}/repos/${repository}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${said}`)
  return said === '' ? undefined : JSON.parse(said)
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

/** `.a.b`, and `.[].a` of each: nothing more of jq. */
function picked(value: unknown, query: string): string[] {
  const [, each, path = ''] = /^(\.\[\])?((?:\.\w+)+)$/.exec(query) ?? []
  if (path === '') throw new Error(`this gh does not know --jq '${query}'`)
  const items = each === undefined ? [value] : (value as unknown[])
  return items.map((item) => {
    const names = path.slice(1).split('.')
    return String(names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], item))
  })
}

async function runs(query: string): Promise<readonly Run[]> {
  const listed = (await rest('GET', `/actions/runs?${query}`)) as { readonly workflow_runs: readonly Run[] }
  return listed.workflow_runs
}

/** @throws Error unless all of them succeed */
async function watch(look: () => Promise<readonly Run[]>): Promise<void> {
  for (;;) {
    const seen = await look()
    if (seen.length === 0) throw new Error('no checks reported')
    if (seen.every(({ status }) => status === 'completed')) {
      for (const { id, path, conclusion } of seen) console.log(`${conclusion}\t${path}\t${id}`)
      if (seen.some(({ conclusion }) => conclusion !== 'success')) throw new Error('not all have succeeded')
      return
    }
    await sleep(INTERVAL)
  }
}

const string = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const commands: Readonly<Record<string, Command>> = {
  api: {
    options: { jq: string },
    positionals: 1,
    run: async ({ jq }, [path = '']) => {
      const below = /^repos\/\{owner\}\/\{repo\}(.*)$/.exec(path)?.[1]
      if (below === undefined) throw new Error(`this gh does not know the path ${path}`)
      const answer = await rest('GET', below)
      console.log(jq === undefined ? JSON.stringify(answer) : picked(answer, String(jq)).join('\n'))
    },
  },
  'variable set': {
    options: { body: string },
    positionals: 1,
    run: async ({ body }, [name]) => {
      const value = body ?? (await text(process.stdin)).trimEnd()
      await rest('POST', '/actions/variables', { name, value })
    },
  },
  'pr create': {
    options: { title: string, body: string },
    positionals: 0,
    run: async ({ title, body }) => {
      const head = git('branch', '--show-current')
      const { number } = (await rest('POST', '/pulls', { title, body, head, base: 'main' })) as {
        readonly number: number
      }
      console.log(`https://github.com/${repository}/pull/${number}`)
    },
  },
  'pr checks': {
    options: { watch: flag },
    positionals: 0,
    run: async () => {
      const sha = git('rev-parse', 'HEAD')
      await watch(() => runs(`head_sha=${sha}&event=pull_request`))
    },
  },
  'pr merge': {
    options: { squash: flag },
    positionals: 0,
    run: async ({ squash }) => {
      if (squash !== true) throw new Error('this gh merges with --squash alone')
      const pulls = (await rest('GET', `/commits/${git('rev-parse', 'HEAD')}/pulls`)) as { number: number }[]
      const [{ number } = { number: 0 }] = pulls
      await rest('PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
    },
  },
  'run list': {
    options: { event: string, limit: string, json: string, jq: string },
    positionals: 0,
    run: async ({ event, limit, json, jq }) => {
      if (json !== 'databaseId') throw new Error('this gh lists the databaseId alone')
      const found = await runs(`event=${event}&per_page=${limit}`)
      const listed = found.map(({ id }) => ({ databaseId: id }))
      console.log(picked(listed, String(jq)).join('\n'))
    },
  },
  'run watch': {
    options: { 'exit-status': flag },
    positionals: 1,
    run: async (_options, [id]) => {
      await watch(async () => [(await rest('GET', `/actions/runs/${id}`)) as Run])
    },
  },
  'run rerun': {
    options: {},
    positionals: 1,
    run: async (_options, [id]) => {
      await rest('POST', `/actions/runs/${id}/rerun`, {})
    },
  },
  'workflow run': {
    options: {},
    positionals: 1,
    run: async (_options, [workflow]) => {
      await rest('POST', `/actions/workflows/${workflow}/dispatches`, { ref: 'main' })
    },
  },
}

async function main(argv: readonly string[]): Promise<void> {
  const name = Object.keys(commands).find((each) => `${argv.join(' ')} `.startsWith(`${each} `))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || command === undefined) throw new Error(`this gh does not know ${argv.join(' ')}`)
  const { values, positionals } = parseArgs({
    args: argv.slice(name.split(' ').length),
    options: command.options,
    allowPositionals: true,
  })
  if (positionals.length !== command.positionals)
    throw new Error(`gh ${name} is given ${positionals.length} words here, not ${command.positionals}`)
  await command.run(values as Options, positionals) // no option is given more than once
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`gh: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
