/** The other edge: the same step as a command, for a terminal or a Job in the cluster. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import type * as z from 'zod'
import type { Step } from '../action/step.ts'
import { environmentProblems, withheld } from '../transport/environment.ts'
import { allTaken, outliveReaders } from './exit.ts'
import { type Host, seesColour } from './host.ts'
import { runAction } from './run.ts'

/** Outputs that name a file of JSON; what a command has seen is called as the command. */
const documents: ReadonlySet<string> = new Set(['plan', 'outcome'])

const colours = { error: 'red', warning: 'yellow', notice: 'cyan' } as const

interface Arguments {
  readonly command: string | undefined
  readonly workspace: string
  /** Whether stdout is for a program: the plan, the outcome or what was seen, as JSON, and nothing else. */
  readonly json: boolean
  readonly inputs: Readonly<Record<string, string>>
}

/** `<command> --name value`; which names there are is the schema's business. */
function parse(argv: readonly string[]): Arguments {
  const { positionals, tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const inputs: Record<string, string> = {}
  const taken = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'option') continue
    const next = tokens[index + 1]
    if (token.value !== undefined) inputs[token.name] = token.value
    else if (next?.kind === 'positional') {
      inputs[token.name] = next.value
      taken.add(next.value)
    } else inputs[token.name] = 'true'
  }
  const { workspace = '.', json, ...rest } = inputs
  const command = positionals[0] !== undefined && !taken.has(positionals[0]) ? positionals[0] : undefined
  return { command, workspace: resolve(workspace), json: json !== undefined, inputs: rest }
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.()}`
  }
}

/** Nobody's run: what GitHub sets is taken where it is set, as in a Job that was given it. */
function runOf(env: NodeJS.ProcessEnv): Host['run'] {
  const repository = env['GITHUB_REPOSITORY'] ?? 'local'
  const repositoryUrl =
    env['GITHUB_SERVER_URL'] === undefined ? '' : `${env['GITHUB_SERVER_URL']}/${repository}`
  const id = env['GITHUB_RUN_ID'] ?? String(process.pid)
  return {
    repository,
    repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    event: 'terminal',
    actor: env['GITHUB_ACTOR'] ?? userName(),
    id,
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    url: repositoryUrl === '' ? '' : `${repositoryUrl}/actions/runs/${id}`,
    repositoryUrl,
    apiUrl: env['GITHUB_API_URL'] ?? '',
    actionRepository: repository,
  }
}

/**
 * @param environment input → the variable that it comes from when it is not given: secrets have no place among
 * arguments, where every process of the machine can read them
 */
function terminalHost(given: Arguments, environment: Readonly<Record<string, string>>): Host {
  const { env } = process
  const temp = mkdtempSync(join(tmpdir(), 'omninode-'))
  const fromEnvironment = Object.entries(environment).flatMap(([input, name]) =>
    env[name] === undefined ? [] : [[input, env[name]] as const],
  )
  outliveReaders([process.stdout, process.stderr])
  const write = (line: string) => (given.json ? process.stderr : process.stdout).write(`${line}\n`)
  /** The file with what this run has to say to a program: the last one says most. */
  let document: string | undefined
  return {
    problems: environmentProblems(env),
    clock: () => new Date(),
    random: Math.random,
    inputs: {
      // Nobody reviews what a person or a Job does by hand.
      reviewed: 'off',
      ...Object.fromEntries(fromEnvironment),
      ...given.inputs,
      ...(given.command === undefined ? {} : { command: given.command }),
    },
    state: {},
    childEnvironment: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) =>
        value === undefined || Object.values(environment).includes(name) || withheld.has(name)
          ? []
          : [[name, value]],
      ),
    ),
    run: runOf(env),
    machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
    workspace: given.workspace,
    temp,
    debug: env['DEBUG'] !== undefined,
    mayRequestIdToken: false,
    annotatesApart: false,
    colour: seesColour(env, process.stdout.isTTY === true),
    width: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    artifacts: undefined,
    idToken: () => Promise.reject(new Error('a terminal has no ID tokens')),
    print: write,
    startGroup: write,
    endGroup: () => undefined,
    annotate: (level, message, _source, title) => {
      const named = title === undefined ? `${level}:` : `${level} ${title}:`
      const seen = styleText(colours[level], named, { stream: process.stderr })
      process.stderr.write(`${seen} ${message}\n`)
    },
    mask: () => undefined,
    setOutput: (name, value) => {
      if (documents.has(name) || name === given.command) document = value
    },
    saveState: () => undefined,
    appendSummary: () => undefined,
    onInterrupt: (callback) => {
      process.on('SIGINT', callback)
      process.on('SIGTERM', callback)
    },
    onCrash: (callback) => {
      process.on('uncaughtException', callback)
    },
    exit: (code) => {
      if (given.json && document !== undefined) process.stdout.write(readFileSync(document))
      rmSync(temp, { recursive: true, force: true })
      process.exitCode = code
      void allTaken([process.stdout, process.stderr]).then(() => process.exit(code))
    },
  }
}

async function usage<S extends z.ZodObject>(
  step: Step<S>,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { described, describeInputs } = await import('./action-yml.ts')
  const inputs = describeInputs(described(step)).filter(
    ({ name }) =>
      !['command', 'github-token', 'comment', 'publish', 'reviewed', 'review-signer', 'name'].includes(name),
  )
  const lines = inputs.flatMap(({ name, description, fallback }) => [
    `  --${name}${fallback === '' ? '' : ` (${fallback})`}${environment[name] === undefined ? '' : `, or ${environment[name]} in the environment`}`,
    `      ${description}`,
  ])
  return [
    `usage: ${step.name} ${Object.keys(step.commands).join('|')} [--workspace <folder>] [--<input> <value> …]`,
    '',
    step.description,
    '',
    ...lines,
  ].join('\n')
}

/** Runs a step with the arguments and the environment of this process. */
export async function runTerminal<S extends z.ZodObject>(
  step: Step<S>,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${await usage(step, environment)}\n`)
    return
  }
  await runAction(step, terminalHost(parse(argv), environment))
}
