/** Runs the Terraform CLI in the folder of one stack. OpenTofu speaks the same language. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, Failures } from '#toolkit/model/failure.ts'
import { type ChildOptions, type ChildResult, runChild } from '#toolkit/process/child.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { type Diagnostic, diagnosedFailures } from './diagnostics.ts'
import { environmentFor } from './environment.ts'
import { DATA_FOLDER, outputFolder } from './files.ts'
import { parseMessage, type TerraformMessage } from './message.ts'
import type { ProviderCache } from './provider-cache.ts'
import type { RunningList } from './running.ts'

export interface TerraformOptions {
  /** `terraform` or `tofu`, or an absolute path. */
  readonly command: string
  readonly stack: Stack
  /** The AWS credentials; they go into Terraform's environment and nowhere else. */
  readonly credentials: Readonly<Record<string, string>>
  readonly region: string
  /** Names of variables of the environment that are passed on beside what Terraform needs. */
  readonly passed: readonly string[]
  /** Where providers that were downloaded are kept; without one the machine's own settings count alone. */
  readonly cache?: ProviderCache
  /** Milliseconds to wait for the lock of the state. */
  readonly lockTimeout: number
  /** Is told once when Terraform begins to wait for the lock of the state. @param since when this run asked for it */
  readonly onLockWait?: (since: Date) => void
  readonly running: RunningList
  readonly world: World
}

/** The type of the message of a Terraform that does not have the lock after 0.4 seconds. */
const LOCK_WAIT = 'state_lock_acquire'

interface Following {
  readonly onMessage?: (message: TerraformMessage) => void
  /** Which variables of the environment are not passed on. */
  readonly withhold?: (name: string) => boolean
  readonly signal?: AbortSignal
}

/** Milliseconds after an interrupt when this process leaves Terraform to `post`: the runner kills it after ten seconds. */
const LEAVE_MS = 6_000

/** What Terraform found wrong, as it said it. */
export class DiagnosticFailures extends Failures {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], folder: string) {
    super(diagnosedFailures(diagnostics, folder))
    this.diagnostics = diagnostics
  }
}

export class TerraformCli {
  readonly #options: TerraformOptions
  /** What Terraform says goes into files whose paths begin so. */
  readonly #output: string

  constructor(options: TerraformOptions) {
    this.#options = options
    this.#output = join(outputFolder(options.world), options.stack.name)
    mkdirSync(dirname(this.#output), { recursive: true, mode: 0o700 })
  }

  /**
   * A command that tells in JSON what it does.
   * @throws DiagnosticFailures, or Failure TERRAFORM or STILL_RUNNING
   */
  async follow(
    args: readonly string[],
    { onMessage, withhold, signal = this.#options.world.signal }: Following = {},
  ): Promise<void> {
    const { world, running, stack, command, onLockWait } = this.#options
    const errors: Diagnostic[] = []
    const other: string[] = []
    const doing = args[0] ?? ''
    const files = { stdout: `${this.#output}.${doing}.jsonl`, stderr: `${this.#output}.${doing}.txt` }
    let started = 0
    const since = world.clock()
    const result = await this.#run(args, {
      signal,
      files,
      ...(withhold === undefined ? {} : { withhold }),
      leaveAfter: LEAVE_MS,
      onStart: (pid) => {
        started = pid
        running.begun({ pid, command, stack, doing, stdout: files.stdout })
      },
      onStdout: (line) => {
        const message = parseMessage(line)
        if (message === undefined) other.push(line)
        else if (message.diagnostic?.severity === 'error') errors.push(message.diagnostic)
        if (message?.type === LOCK_WAIT) onLockWait?.(since)
        if (message !== undefined) onMessage?.(message)
      },
      onStderr: (line) => other.push(line),
    })
    if (result.left) {
      throw new Failure({
        code: 'STILL_RUNNING',
        what: `${command} ${doing} of ${stack.folder} was interrupted, and is not done with putting things away.`,
        why: 'It was interrupted once; a second interrupt would make it abandon its state.',
        fix: 'This step ends here, and its post phase waits for it.',
      })
    }
    running.ended(started)
    if (result.interrupted === 'cancelled') world.signal.throwIfAborted()
    if (errors.length > 0) throw new DiagnosticFailures(errors, stack.folder)
    if (result.code !== 0) throw this.#ended(doing, result, other)
  }

  /**
   * A command that prints data, or nothing.
   * @returns its output
   * @throws Failure TERRAFORM
   */
  async print(args: readonly string[], signal = this.#options.world.signal): Promise<string> {
    const { world, stack } = this.#options
    const lines: string[] = []
    const said: string[] = []
    const result = await this.#run(args, {
      signal,
      onStdout: (line) => lines.push(line),
      onStderr: (line) => {
        said.push(line)
        world.log.debug(`${stack.name}: ${line}`)
      },
    })
    if (result.code === 0) return lines.join('\n')
    throw this.#ended(args.filter((arg) => !/^[-/]/.test(arg)).join(' '), result, said)
  }

  #run(
    args: readonly string[],
    {
      withhold,
      ...how
    }: Pick<ChildOptions, 'signal' | 'files' | 'leaveAfter' | 'onStart' | 'onStdout' | 'onStderr'> &
      Pick<Following, 'withhold'>,
  ): Promise<ChildResult> {
    const { command, cache, credentials, passed, region, stack, world } = this.#options
    const [name = '', ...rest] = args
    const seen = environmentFor(world.env, { passed, doing: name })
    const inherited =
      withhold === undefined
        ? seen
        : Object.fromEntries(Object.entries(seen).filter(([each]) => !withhold(each)))
    // It prints data, and knows no colours.
    const plain = name === 'state' ? [] : ['-no-color']
    return runChild({
      command,
      args: [name, ...plain, ...rest],
      cwd: join(world.workspace, stack.folder),
      env: {
        ...inherited,
        ...cache?.env,
        ...credentials,
        AWS_REGION: region,
        TF_DATA_DIR: DATA_FOLDER,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
      },
      ...how,
    })
  }

  #ended(what: string, { code, signal }: ChildResult, output: readonly string[] = []): Failure {
    return new Failure({
      code: 'TERRAFORM',
      what: `${this.#options.command} ${what} of ${this.#options.stack.name} ended with ${signal ?? `code ${code}`} and no diagnostic.`,
      why: output.slice(-5).join(' '),
      fix: 'Run the job again with debug logging (RUNNER_DEBUG=1) and look at its output.',
    })
  }
}
