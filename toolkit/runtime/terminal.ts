/** The other edge: the same step as a command, for a terminal or a Job in the cluster. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { styleText } from 'node:util'
import type * as z from 'zod'
import type { Step } from '../action/step.ts'
import { environmentProblems, withheld } from '../transport/environment.ts'
import { allTaken, outliveReaders } from './exit.ts'
import { type Host, seesColour } from './host.ts'
import { LiveLine } from './live-line.ts'
import { type Arguments, asOptions, type Options, optionsOf, parseArguments } from './options.ts'
import { ROOT } from './own-folder.ts'
import { inputsOf, runAction } from './run.ts'
import type { CommandLine } from './usage.ts'

/** Outputs that name a file of JSON; what a command has seen is called as the command. */
const documents: ReadonlySet<string> = new Set(['plan', 'outcome'])

/**
 * What a run has written for programs. Where it is, is not taken from the output, which is masked: a password may be a
 * part of any path.
 */
function documentIn(temp: string, name: string): Buffer | undefined {
  const root = join(temp, ROOT)
  const folder = readdirSync(root).find((each) => each.includes(`-${name}-`))
  return folder === undefined ? undefined : readFileSync(join(root, folder, `${name}.json`))
}

const colours = { error: 'red', warning: 'yellow', notice: 'cyan' } as const

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

function terminalHost(given: Arguments, options: Options): Host {
  const { env } = process
  const { environment } = options
  /** Made when something is to be kept in it. */
  let temp: string | undefined
  const fromEnvironment = Object.entries(environment).flatMap(([input, name]) =>
    env[name] === undefined ? [] : [[input, env[name]] as const],
  )
  outliveReaders([process.stdout, process.stderr])
  const { stdout, stderr } = process
  const live = stderr.isTTY === true && env['TERM'] !== 'dumb' ? new LiveLine(stderr) : undefined
  const write = (line: string) => {
    live?.clear()
    ;(given.json ? stderr : stdout).write(`${line}\n`)
  }
  const colour = (shows: boolean | undefined) => seesColour(env, shows === true)
  /** What this run has to say to a program: the last one says most. */
  let document: string | undefined
  return {
    problems: [...environmentProblems(env), ...given.problems],
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
    workspace: resolve(given.workspace),
    get temp() {
      temp ??= mkdtempSync(join(tmpdir(), 'omninode-'))
      return temp
    },
    debug: env['DEBUG'] !== undefined,
    mayRequestIdToken: false,
    annotatesApart: false,
    colour: colour((given.json ? stderr : stdout).isTTY),
    ...(live === undefined ? {} : { live }),
    // One that does not know its width says none.
    width: stdout.isTTY === true ? stdout.columns || undefined : undefined,
    wording: (text) => asOptions(text, options),
    artifacts: undefined,
    alone: !given.json,
    idToken: () => Promise.reject(new Error('a terminal has no ID tokens')),
    print: write,
    startGroup: write,
    endGroup: () => undefined,
    annotate: (level, message, _source, title) => {
      const named = title === undefined ? `${level}:` : `${level} ${title}:`
      const seen = colour(stderr.isTTY) ? styleText(colours[level], named, { validateStream: false }) : named
      live?.clear()
      stderr.write(`${seen} ${message}\n`)
    },
    mask: () => undefined,
    setOutput: (name) => {
      if (documents.has(name) || name === given.command) document = name
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
      live?.clear()
      if (temp !== undefined && document !== undefined) stdout.write(documentIn(temp, document) ?? '')
      if (temp !== undefined) rmSync(temp, { recursive: true, force: true })
      process.exitCode = code
      void allTaken([process.stdout, process.stderr]).then(() => process.exit(code))
    },
  }
}

/** Runs a step with the arguments and the environment of this process. */
export async function runTerminal<S extends z.ZodObject>(
  step: Step<S>,
  commandLine: CommandLine,
): Promise<void> {
  const options = optionsOf(step.name, Object.keys(step.commands), inputsOf(step), commandLine.environment)
  const given = parseArguments(process.argv.slice(2), options)
  if (given.help) {
    const { usage } = await import('./usage.ts')
    process.stdout.write(
      `${usage(step, commandLine, options, given.command, process.stdout.columns || undefined)}\n`,
    )
    return
  }
  await runAction(step, terminalHost(given, options))
}
