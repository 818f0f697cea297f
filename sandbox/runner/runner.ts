/**
 * Starts an action the way a GitHub Actions runner does: its action.yml decides what runs and the defaults,
 * inputs come as INPUT_*, outputs, state and summary go through files, `::commands::` are read from the log,
 * a cancel is SIGINT, then SIGTERM, then SIGKILL, and `post` runs in any case.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from 'js-yaml'
import * as z from 'zod'
import { commandIn, lineReader } from './commands.ts'
import { compileCache } from './compile-cache.ts'

/** What a runner waits after SIGINT before SIGTERM, and after that before SIGKILL; in milliseconds. */
const PATIENCE = { interrupt: 7_500, terminate: 2_500 } as const

const Manifest = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  runs: z.object({ using: z.literal('node24'), main: z.string(), post: z.string().optional() }),
})

export interface Job {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Absolute path of a folder of this job's own, for the runner's files. */
  readonly folder: string
  /** The variables of the job: PATH, GITHUB_*, ACTIONS_ID_TOKEN_REQUEST_*, AWS endpoints. Nothing else is passed on. */
  readonly env: Readonly<Record<string, string>>
  /** `${{ github.token }}` */
  readonly token: string
}

export interface StepOptions {
  readonly job: Job
  /** Absolute path of the folder that holds action.yml. */
  readonly action: string
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Aborting cancels the step as a person does. */
  readonly signal?: AbortSignal
  readonly onLine?: (line: string) => void
  /** Is told the process id of main. */
  readonly onStart?: (pid: number) => void
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface StepResult {
  readonly exitCode: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** The log as a person sees it: without commands and without the signs that colour it, but without the runner's masking, so that leaks show. */
  readonly log: readonly string[]
  /** What main kept for post. */
  readonly state: Readonly<Record<string, string>>
  /** What the step asked the runner to mask. */
  readonly masks: readonly string[]
  readonly durationMs: number
  readonly post: { readonly exitCode: number | null; readonly log: readonly string[] } | undefined
}

/** `NAME=value` lines and `NAME<<DELIMITER` blocks, as written to GITHUB_OUTPUT and GITHUB_STATE. */
export function parseFileCommands(content: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = content.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const block = /^([^=<]+)<<(.+)$/.exec(line)
    if (block !== null) {
      const [, name = '', delimiter] = block
      const end = lines.indexOf(delimiter as string, index + 1) // set: the group is not optional
      if (end === -1) throw new Error(`the block of ${name} has no end`)
      values[name] = lines.slice(index + 1, end).join('\n')
      index = end
    } else if (line !== '') {
      const equals = line.indexOf('=')
      values[line.slice(0, equals)] = line.slice(equals + 1)
    }
  }
  return values
}

interface Transcript {
  readonly log: string[]
  readonly masks: string[]
  readonly annotations: Annotation[]
  /** Lines with a command that no action of ours uses. */
  readonly strange: string[]
}

function emptyTranscript(): Transcript {
  return { log: [], masks: [], annotations: [], strange: [] }
}

/** What a person sees as a colour, and not as text. */
const COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[[\\d;]*m`, 'g')

function readLine(line: string, transcript: Transcript): string | undefined {
  const command = commandIn(line)
  if (command === undefined) return line.replace(COLOUR, '')
  const { properties, data } = command
  const name = command.name.toLowerCase()
  switch (name) {
    case 'add-mask':
      transcript.masks.push(data)
      return undefined
    case 'error':
    case 'warning':
    case 'notice':
      transcript.annotations.push({ level: name, message: data, properties })
      return `${name}: ${data}`
    case 'group':
      return `▸ ${data}`
    case 'endgroup':
      return undefined
    case 'debug':
      return `debug: ${data}`
    default:
      // Whoever printed it, the runner would obey.
      transcript.strange.push(line)
      return line
  }
}

async function start(
  script: string,
  env: Readonly<Record<string, string>>,
  options: StepOptions,
  transcript: Transcript,
): Promise<number | null> {
  const child = spawn(process.execPath, [script], {
    cwd: options.job.workspace,
    env: { ...env, ...compileCache() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid !== undefined) options.onStart?.(child.pid)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
  const take = (line: string) => {
    const shown = readLine(line, transcript)
    if (shown === undefined) return
    transcript.log.push(shown)
    options.onLine?.(shown)
  }
  for (const stream of [child.stdout, child.stderr]) {
    const lines = lineReader(take)
    stream.setEncoding('utf8').on('data', lines.push).on('end', lines.end)
  }
  const done = new AbortController()
  const cancel = async () => {
    child.kill('SIGINT')
    await sleep(PATIENCE.interrupt, undefined, { signal: done.signal })
    child.kill('SIGTERM')
    await sleep(PATIENCE.terminate, undefined, { signal: done.signal })
    child.kill('SIGKILL')
  }
  const onAbort = () => void cancel().catch(() => undefined) // rejects only because the step has ended
  options.signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await ended
  } finally {
    done.abort()
    options.signal?.removeEventListener('abort', onAbort)
  }
}

type CommandFiles = Readonly<Record<'output' | 'state' | 'summary', string>>

function manifestOf(action: string): z.infer<typeof Manifest> {
  return Manifest.parse(load(readFileSync(join(action, 'action.yml'), 'utf8')))
}

/** Empty files for what the step puts out, keeps and shows. */
function commandFiles(folder: string): CommandFiles {
  const file = (name: string) => {
    const path = join(folder, name)
    writeFileSync(path, '')
    return path
  }
  return { output: file('output'), state: file('state'), summary: file('summary') }
}

/** All that a runner puts into the environment of a step. */
function environmentOf(
  { job, action, inputs: given, env }: Pick<StepOptions, 'job' | 'action' | 'inputs' | 'env'>,
  commands: CommandFiles,
): Record<string, string> {
  for (const name of ['temp', 'tools']) mkdirSync(join(job.folder, name), { recursive: true })
  const inputs: Record<string, string> = {}
  for (const [name, { default: fallback = '' }] of Object.entries(manifestOf(action).inputs)) {
    inputs[name] = fallback.replace('${{ github.token }}', job.token)
  }
  Object.assign(inputs, given)
  return {
    ...job.env,
    ...env,
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: join(job.folder, 'temp'),
    RUNNER_TOOL_CACHE: join(job.folder, 'tools'),
    GITHUB_OUTPUT: commands.output,
    GITHUB_STATE: commands.state,
    GITHUB_STEP_SUMMARY: commands.summary,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  }
}

/** The same for a step that somebody starts by hand: `node --env-file=… dist/main.js`. */
export function environmentToStart(
  options: Pick<StepOptions, 'job' | 'action' | 'inputs' | 'env'>,
): Record<string, string> {
  return environmentOf(options, commandFiles(mkdtempSync(join(options.job.folder, 'commands-'))))
}

/** Runs one step of a job: main, then post. */
export async function runStep(options: StepOptions): Promise<StepResult> {
  const { job, action } = options
  const manifest = manifestOf(action)
  const files = mkdtempSync(join(job.folder, 'commands-'))
  const commands = commandFiles(files)
  const env = environmentOf(options, commands)
  const transcript = emptyTranscript()
  const started = performance.now()
  const exitCode = await start(join(action, manifest.runs.main), env, options, transcript)
  const durationMs = performance.now() - started

  const state = parseFileCommands(readFileSync(commands.state, 'utf8'))
  let post: StepResult['post']
  if (manifest.runs.post !== undefined) {
    const after = emptyTranscript()
    const stateEnv = Object.fromEntries(
      Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]),
    )
    const { signal: _cancelledMain, onStart: _mainOnly, ...rest } = options
    const code = await start(join(action, manifest.runs.post), { ...env, ...stateEnv }, rest, after)
    post = { exitCode: code, log: after.log }
    transcript.strange.push(...after.strange)
  }
  const result = {
    exitCode,
    outputs: parseFileCommands(readFileSync(commands.output, 'utf8')),
    summary: readFileSync(commands.summary, 'utf8'),
    annotations: transcript.annotations,
    log: transcript.log,
    state,
    masks: transcript.masks,
    durationMs,
    post,
  }
  rmSync(files, { recursive: true, force: true })
  const [strange] = transcript.strange
  if (strange !== undefined)
    throw new Error(`the step used a command that no action of ours should use: ${JSON.stringify(strange)}`)
  return result
}
