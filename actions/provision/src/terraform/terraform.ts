/** Drives the Terraform CLI for one stack, by its machine-readable output only. OpenTofu speaks the same language. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, Failures, failuresIn } from '#toolkit/model/failure.ts'
import { type ChildResult, runChild } from '#toolkit/process/child.ts'
import { retry } from '#toolkit/retry/retry.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { type Diagnostic, failureOf } from './diagnostics.ts'
import { classifyInit, INIT_BUDGET } from './init-retry.ts'
import { withoutSecrets } from './mask.ts'
import type { PlanJson } from './plan-json.ts'
import type { ProviderCache } from './provider-cache.ts'
import type { RunningList } from './running.ts'

/** One line of Terraform's JSON output, as far as it is looked at. */
export interface TerraformMessage {
  readonly '@level': string
  readonly '@message': string
  readonly type: string
  readonly diagnostic?: Diagnostic
  readonly hook?: {
    readonly resource: { readonly addr: string }
    readonly action?: string
    readonly elapsed_seconds?: number
  }
  /** At the end of an apply. */
  readonly outputs?: Readonly<Record<string, { readonly sensitive: boolean; readonly value?: unknown }>>
}

export interface TerraformOptions {
  /** `terraform` or `tofu`, or an absolute path. */
  readonly command: string
  readonly stack: Stack
  /** The AWS credentials; they go into Terraform's environment and nowhere else. */
  readonly credentials: Readonly<Record<string, string>>
  readonly region: string
  /** Where providers that were downloaded are kept; without one the machine's own settings count alone. */
  readonly cache?: ProviderCache
  /** Milliseconds to wait for the lock of the state. */
  readonly lockTimeout: number
  /** Is told once when Terraform begins to wait for the lock of the state. @param since when this run asked for it */
  readonly onLockWait?: (since: Date) => void
  readonly running: RunningList
  readonly world: World
}

export interface PlanMode {
  readonly varFiles: readonly string[]
  /** Plans to delete everything. */
  readonly destroy?: boolean
}

/** The type of the message of a Terraform that does not have the lock after 0.4 seconds. */
const LOCK_WAIT = 'state_lock_acquire'

/** Before the name of a variable in the environment. */
const VARIABLE = 'TF_VAR_'

interface Must {
  readonly onMessage?: (message: TerraformMessage) => void
  /** Which variables of the environment are not passed on. */
  readonly withhold?: (name: string) => boolean
  readonly signal?: AbortSignal
}

/** Milliseconds after an interrupt when this process leaves Terraform to `post`: the runner kills it after ten seconds. */
const LEAVE_MS = 6_000

export function parseMessage(line: string): TerraformMessage | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'type' in value
      ? (value as TerraformMessage)
      : undefined
  } catch {
    return undefined // a warning of the CLI itself, before it speaks JSON
  }
}

/** Where everything is that Terraform makes for itself, for all stacks. */
export function dataFolder({ temp }: Pick<World, 'temp'>): string {
  return join(temp, 'terraform')
}

/** Terraform writes it into the stack's folder when none is committed. */
export function lockFileOf(folder: string): string {
  return join(folder, '.terraform.lock.hcl')
}

/** Terraform writes it into the stack's folder when the backend did not take the state. */
export const ERRORED_STATE = 'errored.tfstate'

/** What Terraform found wrong, as it said it. */
class DiagnosticFailures extends Failures {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], folder: string) {
    super(diagnostics.map((each) => failureOf(each, folder)))
    this.diagnostics = diagnostics
  }
}

export class Terraform {
  readonly stack: Stack
  readonly #options: TerraformOptions
  readonly #folder: string
  readonly #data: string

  constructor(options: TerraformOptions) {
    this.stack = options.stack
    this.#options = options
    this.#folder = join(options.world.workspace, options.stack.folder)
    this.#data = join(dataFolder(options.world), options.stack.name)
    mkdirSync(this.#data, { recursive: true, mode: 0o700 })
  }

  get planFile(): string {
    return `${this.#data}.tfplan`
  }

  /** Absolute path of what is left of a state that could not be saved; undefined when there is none. */
  get erroredState(): string | undefined {
    const file = join(this.#folder, ERRORED_STATE)
    return existsSync(file) ? file : undefined
  }

  /** What init writes goes into the temporary folder, except a dependency lock file: see `lockFileOf`. */
  async init(backend: Readonly<Record<string, string>>): Promise<void> {
    const args = ['init', '-input=false', '-reconfigure', '-json']
    if (existsSync(lockFileOf(this.#folder))) args.push('-lockfile=readonly')
    for (const [key, value] of Object.entries(backend)) args.push(`-backend-config=${key}=${value}`)
    const { world, stack, cache } = this.#options
    const { signal, random } = world
    const init = () => this.#must(args)
    await retry(
      {
        ...INIT_BUDGET,
        signal,
        random,
        classify: (error) =>
          error instanceof DiagnosticFailures ? classifyInit(error.diagnostics) : 'refuse',
        onRetry: (error, attempt, wait) =>
          world.log.info(
            `init of ${stack.folder}: attempt ${attempt} failed; again in ${wait} ms: ${String(error)}`,
          ),
      },
      () => (cache === undefined ? init() : cache.init(init)),
    )
  }

  /**
   * One `plan` and one `show`; what is wrong in the code is found by the plan as well as by `validate`, which would
   * start the provider once more.
   * @throws Failures with the place of everything that is wrong in the code
   */
  async plan({ varFiles, destroy = false }: PlanMode): Promise<PlanJson> {
    const files = varFiles.map((file) => `-var-file=${join(this.#options.world.workspace, file)}`)
    const mode = destroy ? ['-destroy'] : []
    await this.#must([
      'plan',
      '-input=false',
      '-json',
      this.#lockTimeout,
      `-out=${this.planFile}`,
      ...mode,
      ...files,
    ])
    return this.show()
  }

  /** The plan file as JSON. */
  async show(): Promise<PlanJson> {
    const { stdout, result } = await this.#capture(['show', '-json', this.planFile])
    if (result.code !== 0) throw this.#ended('show', result)
    return parseDocument(stdout)
  }

  /**
   * Applies the plan file, with the variables that are in it: OpenTofu would take those of the environment instead.
   * @param ephemeral names of the variables that a plan file does not hold
   * @returns the outputs that are not sensitive
   */
  async apply(
    onMessage: (message: TerraformMessage) => void,
    ephemeral: ReadonlySet<string>,
  ): Promise<Record<string, unknown>> {
    // As it tells them itself: `output` would read the code again, which may be another by now.
    let outputs: NonNullable<TerraformMessage['outputs']> = {}
    const isPlanned = (name: string) =>
      name.startsWith(VARIABLE) && !ephemeral.has(name.slice(VARIABLE.length))
    await this.#must(['apply', '-input=false', '-json', this.#lockTimeout, this.planFile], {
      onMessage: (message) => {
        if (message.type === 'outputs') outputs = message.outputs ?? {}
        onMessage(message)
      },
      withhold: isPlanned,
    })
    return Object.fromEntries(
      Object.entries(outputs).flatMap(([name, { sensitive, value }]) =>
        sensitive ? [] : [[name, withoutSecrets(value, name)]],
      ),
    )
  }

  /** Resources that an interrupted apply left half made: the next apply would destroy and make them anew. */
  async tainted(): Promise<string[]> {
    const { stdout, result } = await this.#capture(['state', 'pull'], new AbortController().signal)
    if (result.code !== 0) throw this.#ended('state pull', result)
    interface State {
      readonly resources?: readonly {
        module?: string
        type: string
        name: string
        instances: { status?: string; index_key?: string | number }[]
      }[]
    }
    const state: State = parseDocument(stdout)
    return (state.resources ?? []).flatMap(({ module, type, name, instances }) =>
      instances
        .filter(({ status }) => status === 'tainted')
        .map(({ index_key }) => {
          const index = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`
          return [module, type, name].filter((part) => part !== undefined).join('.') + index
        }),
    )
  }

  /** Saves a state that an apply could not save. @throws Failure */
  async pushState(file: string): Promise<void> {
    const said: string[] = []
    const signal = new AbortController().signal
    const result = await this.#run(['state', 'push', this.#lockTimeout, file], {
      signal,
      onStdout: () => undefined,
      onStderr: (line) => said.push(line),
    })
    if (result.code !== 0) throw this.#ended('state push', result, said)
  }

  /** Who holds the lock of the state, as a failure; undefined when nobody does. Reads only. */
  async lockHolder(): Promise<Failure | undefined> {
    try {
      await this.#must(['plan', '-input=false', '-json', '-refresh=false', '-lock-timeout=0s'], {
        signal: new AbortController().signal,
      })
      return undefined
    } catch (error) {
      return failuresIn(error).find(({ code }) => code === 'STATE_LOCKED')
    }
  }

  get #lockTimeout(): string {
    return `-lock-timeout=${Math.round(this.#options.lockTimeout / 1_000)}s`
  }

  async #must(
    args: readonly string[],
    { onMessage, withhold, signal = this.#options.world.signal }: Must = {},
  ): Promise<void> {
    const { world, running, stack, command, onLockWait } = this.#options
    const errors: Diagnostic[] = []
    const other: string[] = []
    const doing = args[0] ?? ''
    const files = { stdout: `${this.#data}.${doing}.jsonl`, stderr: `${this.#data}.${doing}.txt` }
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

  async #capture(
    args: readonly string[],
    signal = this.#options.world.signal,
  ): Promise<{ stdout: string; result: ChildResult }> {
    const lines: string[] = []
    const result = await this.#run(args, { signal, onStdout: (line) => lines.push(line) })
    return { stdout: lines.join('\n'), result }
  }

  #run(
    args: readonly string[],
    {
      withhold,
      ...how
    }: Pick<
      Parameters<typeof runChild>[0],
      'signal' | 'files' | 'leaveAfter' | 'onStart' | 'onStdout' | 'onStderr'
    > &
      Pick<Must, 'withhold'>,
  ): Promise<ChildResult> {
    const { command, cache, credentials, region, stack, world } = this.#options
    const inherited =
      withhold === undefined
        ? world.env
        : Object.fromEntries(Object.entries(world.env).filter(([name]) => !withhold(name)))
    const [name = '', ...rest] = args
    // It prints data, and knows no colours.
    const plain = name === 'state' ? [] : ['-no-color']
    return runChild({
      command,
      args: [name, ...plain, ...rest],
      cwd: this.#folder,
      env: {
        ...inherited,
        ...cache?.env,
        ...credentials,
        AWS_REGION: region,
        TF_DATA_DIR: this.#data,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
      },
      onStderr: (line) => world.log.debug(`${stack.name}: ${line}`),
      ...how,
    })
  }

  #ended(what: string, { code, signal }: ChildResult, output: readonly string[] = []): Failure {
    return new Failure({
      code: 'TERRAFORM',
      what: `${this.#options.command} ${what} of ${this.stack.name} ended with ${signal ?? `code ${code}`} and no diagnostic.`,
      why: output.slice(-5).join(' '),
      fix: 'Run the job again with debug logging (RUNNER_DEBUG=1) and look at its output.',
    })
  }
}

/** The JSON document in an output that may begin with warnings of the CLI. */
function parseDocument<T>(stdout: string): T {
  const start = stdout.search(/^[{[]/m)
  return JSON.parse(start === -1 ? '{}' : stdout.slice(start))
}
