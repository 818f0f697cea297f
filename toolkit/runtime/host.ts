/** The edge: the only file beside the entry points that touches the process, its environment and the clock. */
import { appendFileSync } from 'node:fs'
import {
  endGroup,
  error,
  isDebug,
  notice,
  saveState,
  setOutput,
  setSecret,
  startGroup,
  warning,
} from '@actions/core'
import type { ArtifactService } from '../github/artifact-service.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import type { Masked } from '../redact/masked.ts'
import { environmentProblems, withheld } from '../transport/environment.ts'
import type { Clock, Machine, WorkflowRun } from '../world/world.ts'
import { pullRequestOf } from './event.ts'
import { allTaken, outliveReaders } from './exit.ts'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** What an action needs of the machine that runs it. */
export interface Host {
  /** Why an action cannot run here; when there are any, nothing else of the host may be relied on. */
  readonly problems: readonly Failure[]
  readonly clock: Clock
  readonly random: () => number
  /** Input name → text, as passed by the caller. */
  readonly inputs: Readonly<Record<string, string>>
  /** What `saveState` kept, for `post`. */
  readonly state: Readonly<Record<string, string>>
  /** The environment that children may see. */
  readonly childEnvironment: Readonly<Record<string, string>>
  readonly run: WorkflowRun
  readonly machine: Machine
  readonly workspace: string
  /** Absolute path of the runner's folder for temporary files, emptied after the job. */
  readonly temp: string
  readonly debug: boolean
  readonly mayRequestIdToken: boolean
  /** Whether annotations are shown apart from the log as well: what is annotated stands in the log by that. */
  readonly annotatesApart: boolean
  /** Whether whoever reads the log sees colours. */
  readonly colour: boolean
  /** Columns that whoever reads the log sees, as far as there is an end to them. */
  readonly width: number | undefined
  /** A line of a terminal that can be written anew; none where lines only follow each other. */
  readonly live?: { show(line: Masked<string>): void; clear(): void }
  /** Whether this process is all of the run: nobody takes its outputs, and no `post` comes after it. */
  readonly alone?: boolean
  /** How what names inputs names them here; as in a workflow without it. */
  readonly wording?: (text: string) => string
  /** Where files are kept with the run; undefined when they cannot be. */
  readonly artifacts: ArtifactService | undefined
  idToken(audience: string, signal: AbortSignal): Promise<string>
  print(line: Masked<string>): void
  startGroup(title: Masked<string>): void
  endGroup(): void
  annotate(
    level: AnnotationLevel,
    message: Masked<string>,
    source: Source | undefined,
    title: string | undefined,
  ): void
  mask(secret: string): void
  setOutput(name: string, value: Masked<string>): void
  saveState(name: string, value: string): void
  /** Only makes the Markdown when there is a summary to append it to. */
  appendSummary(markdown: () => Masked<string> | undefined): void
  /** Calls back on every SIGINT and SIGTERM instead of dying of them. */
  onInterrupt(callback: (signal: string) => void): void
  /** Calls back on every error that nobody caught, also of a promise, instead of dying of it. */
  onCrash(callback: (error: unknown) => void): void
  /** Ends the process, whatever it still waits for, once everything that was written has been taken. */
  exit(code: number): void
}

/**
 * The runner's own variables: tokens, inputs, state and the files that steer it. No child needs them, and none gets them
 * unless the caller names them in `pass-environment`.
 */
const runnersOwn = /^(INPUT_|STATE_|ACTIONS_)|^GITHUB_(TOKEN|ENV|OUTPUT|STATE|PATH|STEP_SUMMARY)$/

/** The names in the input `pass-environment`, of an action that has it. */
function passedNames(env: NodeJS.ProcessEnv): ReadonlySet<string> {
  return new Set((env['INPUT_PASS-ENVIRONMENT'] ?? '').split('\n').map((name) => name.trim()))
}

/** What every runner sets and an action cannot do without. */
const variables = [
  'GITHUB_ACTOR',
  'GITHUB_API_URL',
  'GITHUB_EVENT_NAME',
  'GITHUB_REF',
  'GITHUB_REPOSITORY',
  'GITHUB_REPOSITORY_ID',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_RUN_ID',
  'GITHUB_SERVER_URL',
  'GITHUB_SHA',
  'GITHUB_WORKSPACE',
  'RUNNER_TEMP',
] as const

function missingVariables(env: NodeJS.ProcessEnv): Failure[] {
  const missing = variables.filter((name) => !env[name])
  if (missing.length === 0) return []
  return [
    new Failure({
      code: 'NOT_ON_A_RUNNER',
      what: `The environment lacks ${missing.join(', ')}.`,
      why: 'Every GitHub Actions runner sets them.',
      fix: 'Start this action with `uses:` in a workflow.',
    }),
  ]
}

function runOf(env: NodeJS.ProcessEnv, pullRequest: WorkflowRun['pullRequest']): WorkflowRun {
  const value = (name: (typeof variables)[number]) => env[name] ?? ''
  const repository = value('GITHUB_REPOSITORY')
  const id = value('GITHUB_RUN_ID')
  const repositoryUrl = `${value('GITHUB_SERVER_URL')}/${repository}`
  return {
    repository,
    repositoryId: value('GITHUB_REPOSITORY_ID'),
    sha: value('GITHUB_SHA'),
    ref: value('GITHUB_REF'),
    event: value('GITHUB_EVENT_NAME'),
    actor: value('GITHUB_ACTOR'),
    id,
    attempt: value('GITHUB_RUN_ATTEMPT'),
    url: `${repositoryUrl}/actions/runs/${id}`,
    repositoryUrl,
    apiUrl: value('GITHUB_API_URL'),
    // Empty for an action that is started by a path of the checkout.
    actionRepository: env['GITHUB_ACTION_REPOSITORY'] || repository,
    ...(env['GITHUB_ACTION_REF'] ? { actionRef: env['GITHUB_ACTION_REF'] } : {}),
    ...(pullRequest === undefined ? {} : { pullRequest }),
  }
}

/** What is there, and is not what a runner sets. */
function malformedVariables(env: NodeJS.ProcessEnv): Failure[] {
  const { GITHUB_API_URL: api, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  const malformed = [
    ...(api && !URL.canParse(api) ? ['GITHUB_API_URL, which is no address'] : []),
    ...(server && !URL.canParse(server) ? ['GITHUB_SERVER_URL, which is no address'] : []),
    ...(repository && !/^[\w.-]+\/[\w.-]+$/.test(repository)
      ? ['GITHUB_REPOSITORY, which is not owner/name']
      : []),
  ]
  if (malformed.length === 0) return []
  return [
    new Failure({
      code: 'NOT_ON_A_RUNNER',
      what: `The environment holds ${malformed.join(', and ')}.`,
      fix: 'Leave the variables that begin with GITHUB_ to the runner.',
    }),
  ]
}

/** Texts of the variables whose names begin with `prefix`, by the rest of the name in lower case. */
function prefixed(env: NodeJS.ProcessEnv, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value ?? '']),
  )
}

/** Not every runner has one: on an enterprise server there may be none. */
function artifactsOf(env: NodeJS.ProcessEnv): ArtifactService | undefined {
  const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = env
  return url && token ? { url, token } : undefined
}

const annotate = { error, warning, notice } as const

/** https://no-color.org, and https://force-color.org, which is the stronger one, as in Node. */
export function seesColour(
  { NO_COLOR, FORCE_COLOR, TERM, GITHUB_ACTIONS }: NodeJS.ProcessEnv,
  shows: boolean,
): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  // GitHub's log is no terminal, whatever a runner calls it.
  return shows && !NO_COLOR && (TERM !== 'dumb' || GITHUB_ACTIONS === 'true')
}

interface Found<T> {
  readonly value: T | undefined
  readonly problems: readonly Failure[]
}

/** What is wrong with it is told together with all else that is. */
function found<T>(read: () => T): Found<T> {
  try {
    return { value: read(), problems: [] }
  } catch (error) {
    const problems = failuresIn(error)
    if (problems.length === 0) throw error
    return { value: undefined, problems }
  }
}

/** The host that a GitHub Actions runner is. */
export function runnerHost(): Host {
  const { env } = process
  const pullRequest = found(() => pullRequestOf(env))
  const passed = passedNames(env)
  const childEnvironment = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || (runnersOwn.test(name) && !passed.has(name)) || withheld.has(name)
        ? []
        : [[name, value]],
    ),
  )
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env
  outliveReaders([process.stdout, process.stderr])
  return {
    problems: [
      ...environmentProblems(env),
      ...missingVariables(env),
      ...malformedVariables(env),
      ...pullRequest.problems,
    ],
    clock: () => new Date(),
    random: Math.random,
    inputs: prefixed(env, 'INPUT_'),
    state: prefixed(env, 'STATE_'),
    childEnvironment,
    run: runOf(env, pullRequest.value),
    machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
    workspace: env['GITHUB_WORKSPACE'] ?? '',
    temp: env['RUNNER_TEMP'] ?? '',
    debug: isDebug(),
    mayRequestIdToken: url !== '' && token !== '',
    annotatesApart: true,
    // GitHub's log shows them, and is no terminal.
    colour: seesColour(env, env['GITHUB_ACTIONS'] === 'true' || process.stdout.isTTY === true),
    width: undefined,
    artifacts: artifactsOf(env),
    idToken: async (audience, signal) => {
      const { requestIdToken } = await import('../identity/id-token.ts')
      return requestIdToken({ url, token }, audience, { signal, random: Math.random, env: childEnvironment })
    },
    print: (line) => process.stdout.write(`${line}\n`),
    startGroup,
    endGroup,
    annotate: (level, message, source, title) =>
      annotate[level](message, {
        ...(title === undefined ? {} : { title }),
        ...(source === undefined ? {} : { file: source.file }),
        ...(source?.line === undefined ? {} : { startLine: source.line }),
        ...(source?.column === undefined ? {} : { startColumn: source.column }),
      }),
    mask: setSecret,
    setOutput,
    saveState,
    appendSummary: (markdown) => {
      const file = env['GITHUB_STEP_SUMMARY']
      const text = file ? markdown() : undefined
      // What comes next begins a block of its own.
      if (file && text !== undefined) appendFileSync(file, `${text}\n\n`)
    },
    onInterrupt: (callback) => {
      process.on('SIGINT', callback)
      process.on('SIGTERM', callback)
    },
    onCrash: (callback) => {
      process.on('uncaughtException', callback)
    },
    exit: (code) => {
      process.exitCode = code
      void allTaken([process.stdout, process.stderr]).then(() => process.exit(code))
    },
  }
}
