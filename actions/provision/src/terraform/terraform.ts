/** What Terraform is told to do for one stack, by its machine-readable output only. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { retry } from '#toolkit/retry/retry.ts'
import type { Stack } from '../stack/find.ts'
import { DiagnosticFailures, TerraformCli, type TerraformOptions } from './cli.ts'
import { wasLetGo } from './diagnostics.ts'
import { lockFileOf, planFileOf } from './files.ts'
import { classifyInit, INIT_BUDGET } from './init-retry.ts'
import { withoutGuesses } from './mask.ts'
import type { TerraformMessage } from './message.ts'
import type { PlanJson } from './plan-json.ts'
import { type StateJson, taintedIn } from './state.ts'
import type { ShownState } from './state-values.ts'

export interface PlanningMode {
  readonly varFiles: readonly string[]
  /** Plans to delete everything. */
  readonly destroy?: boolean
}

/** Before the name of a variable in the environment. */
const VARIABLE = 'TF_VAR_'

/** Milliseconds. The lock is free again; whoever else waits for it may be sooner. */
const LOCK_BUDGET = { attempts: 5, shortest: 250, longest: 2_000 } as const

/** Of what is done even when the run was cancelled. */
const neverAborted = () => new AbortController().signal

export class Terraform {
  readonly stack: Stack
  readonly planFile: string
  readonly #options: TerraformOptions
  readonly #cli: TerraformCli

  constructor(options: TerraformOptions) {
    this.stack = options.stack
    this.planFile = planFileOf(options.stack, options.world)
    this.#options = options
    this.#cli = new TerraformCli(options)
  }

  /** What init writes goes into the temporary folder, except a dependency lock file: see `lockFileOf`. */
  async init(backend: Readonly<Record<string, string>>): Promise<void> {
    const args = ['init', '-input=false', '-reconfigure', '-json']
    if (existsSync(lockFileOf(this.stack, this.#options.world))) args.push('-lockfile=readonly')
    for (const [key, value] of Object.entries(backend)) args.push(`-backend-config=${key}=${value}`)
    const { world, stack, cache } = this.#options
    const { signal, random } = world
    const init = () => this.#cli.follow(args)
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
  async plan({ varFiles, destroy = false }: PlanningMode): Promise<PlanJson> {
    const files = varFiles.map((file) => `-var-file=${join(this.#options.world.workspace, file)}`)
    const mode = destroy ? ['-destroy'] : []
    const args = ['plan', '-input=false', '-json', this.#lockTimeout, `-out=${this.planFile}`]
    await this.#locking(() => this.#cli.follow([...args, ...mode, ...files]))
    return this.show()
  }

  /** The plan file as JSON. @throws Failure TERRAFORM_OUTPUT */
  async show(): Promise<PlanJson> {
    return shown(await this.#cli.print(['show', '-json', this.planFile]), this.#options.command)
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
    await this.#locking(() =>
      this.#cli.follow(['apply', '-input=false', '-json', this.#lockTimeout, this.planFile], {
        onMessage: (message) => {
          if (message.type === 'outputs') outputs = message.outputs ?? {}
          onMessage(message)
        },
        withhold: isPlanned,
      }),
    )
    return Object.fromEntries(
      Object.entries(outputs).flatMap(([name, { sensitive, value }]) =>
        sensitive ? [] : [[name, withoutGuesses(value, name).value]],
      ),
    )
  }

  /**
   * The state as JSON, also after the run was cancelled.
   * @param file absolute path of one that is not in its backend
   * @throws Failure TERRAFORM or TERRAFORM_OUTPUT
   */
  async showState(file?: string): Promise<ShownState> {
    const args = ['show', '-json', ...(file === undefined ? [] : [file])]
    return shown(await this.#cli.print(args, neverAborted()), this.#options.command)
  }

  /** Addresses of what an interrupted apply left half made. */
  async tainted(): Promise<string[]> {
    // Where there is no state yet, nothing is printed.
    const state = documentIn(await this.#cli.print(['state', 'pull'], neverAborted())) ?? {}
    return taintedIn(state as StateJson) // its shape is documented
  }

  /** Saves a state that an apply could not save. @throws Failure */
  async pushState(file: string): Promise<void> {
    await this.#cli.print(['state', 'push', this.#lockTimeout, file], neverAborted())
  }

  /** Who holds the lock of the state, as a failure; undefined when nobody does. Reads only. */
  async lockHolder(): Promise<Failure | undefined> {
    try {
      await this.#cli.follow(['plan', '-input=false', '-json', '-refresh=false', '-lock-timeout=0s'], {
        signal: neverAborted(),
      })
      return undefined
    } catch (error) {
      return failuresIn(error).find(({ code }) => code === 'STATE_LOCKED')
    }
  }

  /** What begins with the lock, and did nothing where it did not get it. */
  async #locking(work: () => Promise<void>): Promise<void> {
    const { signal, random } = this.#options.world
    await retry(
      {
        ...LOCK_BUDGET,
        signal,
        random,
        classify: (error) =>
          error instanceof DiagnosticFailures && error.diagnostics.every(wasLetGo) ? 'again' : 'refuse',
      },
      work,
    )
  }

  get #lockTimeout(): string {
    return `-lock-timeout=${Math.round(this.#options.lockTimeout / 1_000)}s`
  }
}

/** The JSON document in an output that may begin with warnings of the CLI; undefined when there is none. */
function documentIn(stdout: string): unknown {
  const start = stdout.search(/^[{[]/m)
  if (start === -1) return undefined
  try {
    return JSON.parse(stdout.slice(start))
  } catch {
    return undefined // something else was written between
  }
}

/** What `show` prints of a plan or a state. @throws Failure TERRAFORM_OUTPUT */
function shown<T extends object>(stdout: string, command: string): T {
  const document = documentIn(stdout)
  // It always says which format it has: without that it would look like a plan of nothing.
  if (typeof document === 'object' && document !== null && 'format_version' in document) return document as T // its shape is documented
  throw new Failure({
    code: 'TERRAFORM_OUTPUT',
    what: `${command} show printed something else than a plan or a state.`,
    why: 'Another program stands in its place, and writes into its output.',
    fix: 'Let the program itself be found. With hashicorp/setup-terraform set `terraform_wrapper: false`, with opentofu/setup-opentofu `tofu_wrapper: false`: their wrappers do not pass a cancel on either.',
  })
}
