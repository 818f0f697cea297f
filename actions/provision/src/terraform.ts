/** Drives the Terraform CLI for one stack, by its machine-readable output only. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { type ChildResult, runChild } from '#toolkit/process/child.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Diagnostic, failureOf } from './diagnostics.ts'
import type { PlanJson } from './plan-json.ts'
import type { Stack } from './stacks.ts'

/** One line of Terraform's JSON output, as far as it is looked at. */
export interface Message {
  readonly '@level': string
  readonly '@message': string
  readonly type: string
  readonly diagnostic?: Diagnostic
  readonly hook?: {
    readonly resource: { readonly addr: string }
    readonly action?: string
    readonly elapsed_seconds?: number
  }
}

export interface TerraformOptions {
  readonly command: string
  readonly stack: Stack
  /** The AWS credentials; they go into Terraform's environment and nowhere else. */
  readonly credentials: Readonly<Record<string, string>>
  readonly region: string
}

function parseLine(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'type' in value ? (value as Message) : undefined
  } catch {
    return undefined // a warning of the CLI itself, before it speaks JSON
  }
}

/** Terraform writes it into the stack's folder when none is committed. */
export function lockFileOf(folder: string): string {
  return join(folder, '.terraform.lock.hcl')
}

export class Terraform {
  readonly #options: TerraformOptions
  readonly #world: World
  readonly #folder: string
  readonly #data: string

  constructor(options: TerraformOptions, world: World) {
    this.#options = options
    this.#world = world
    this.#folder = join(world.workspace, options.stack.folder)
    this.#data = join(world.temp, 'terraform', options.stack.name)
  }

  get planFile(): string {
    return `${this.#data}.tfplan`
  }

  /** What init writes goes into the temporary folder, except a dependency lock file: see `lockFileOf`. */
  async init(backend: Readonly<Record<string, string>>): Promise<void> {
    const args = ['init', '-input=false', '-reconfigure', '-json']
    if (existsSync(lockFileOf(this.#folder))) args.push('-lockfile=readonly')
    for (const [key, value] of Object.entries(backend)) args.push(`-backend-config=${key}=${value}`)
    await this.#must(args)
  }

  /** @throws Failures with the place of everything that is wrong in the code */
  async validate(): Promise<void> {
    const { stdout, result } = await this.#capture(['validate', '-json'])
    const answer: { diagnostics?: Diagnostic[] } = parseDocument(stdout)
    const errors = (answer.diagnostics ?? []).filter((each) => each.severity === 'error')
    throwIfAny(errors.map((each) => failureOf(each, this.#options.stack.folder)))
    if (result.code !== 0) throw this.#ended('validate', result)
  }

  async plan(varFiles: readonly string[]): Promise<PlanJson> {
    const files = varFiles.map((file) => `-var-file=${join(this.#world.workspace, file)}`)
    await this.#must(['plan', '-input=false', '-json', `-out=${this.planFile}`, ...files])
    const { stdout, result } = await this.#capture(['show', '-json', this.planFile])
    if (result.code !== 0) throw this.#ended('show', result)
    return parseDocument(stdout)
  }

  /** Applies the plan file of this very run. */
  async apply(onMessage: (message: Message) => void): Promise<void> {
    await this.#must(['apply', '-input=false', '-json', this.planFile], onMessage)
  }

  /** The outputs that are not sensitive. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout, result } = await this.#capture(['output', '-json'])
    if (result.code !== 0) throw this.#ended('output', result)
    const all: Record<string, { sensitive: boolean; value: unknown }> = parseDocument(stdout)
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, { sensitive, value }]) => (sensitive ? [] : [[name, value]])),
    )
  }

  /** Resources that an interrupted apply left half made: the next apply would destroy and make them anew. */
  async tainted(): Promise<string[]> {
    const { stdout } = await this.#capture(['state', 'pull'], new AbortController().signal)
    interface State {
      readonly resources?: readonly {
        module?: string
        type: string
        name: string
        instances: { status?: string }[]
      }[]
    }
    const state: State = parseDocument(stdout)
    return (state.resources ?? [])
      .filter(({ instances }) => instances.some((instance) => instance.status === 'tainted'))
      .map(({ module, type, name }) => [module, type, name].filter((part) => part !== undefined).join('.'))
  }

  async #must(args: readonly string[], onMessage?: (message: Message) => void): Promise<void> {
    const errors: Diagnostic[] = []
    const other: string[] = []
    const result = await this.#run(args, (line) => {
      const message = parseLine(line)
      if (message === undefined) other.push(line)
      else if (message.diagnostic?.severity === 'error') errors.push(message.diagnostic)
      if (message !== undefined) onMessage?.(message)
    })
    if (result.interrupted === 'cancelled') this.#world.signal.throwIfAborted()
    throwIfAny(errors.map((each) => failureOf(each, this.#options.stack.folder)))
    if (result.code !== 0) throw this.#ended(args[0] ?? '', result, other)
  }

  async #capture(
    args: readonly string[],
    signal = this.#world.signal,
  ): Promise<{ stdout: string; result: ChildResult }> {
    const lines: string[] = []
    const result = await this.#run(args, (line) => lines.push(line), signal)
    return { stdout: lines.join('\n'), result }
  }

  #run(
    args: readonly string[],
    onStdout: (line: string) => void,
    signal = this.#world.signal,
  ): Promise<ChildResult> {
    const { command, credentials, region, stack } = this.#options
    const [name = '', ...rest] = args
    return runChild({
      command,
      args: [name, '-no-color', ...rest].filter(
        (arg) => arg !== '-no-color' || !['state', 'output'].includes(name),
      ),
      cwd: this.#folder,
      env: {
        ...this.#world.env,
        ...credentials,
        AWS_REGION: region,
        TF_DATA_DIR: this.#data,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
      },
      signal,
      onStdout,
      onStderr: (line) => this.#world.log.debug(`${stack.name}: ${line}`),
    })
  }

  #ended(what: string, { code, signal }: ChildResult, output: readonly string[] = []): Failure {
    return new Failure({
      code: 'TERRAFORM',
      what: `terraform ${what} of ${this.#options.stack.name} ended with ${signal ?? `code ${code}`} and no diagnostic.`,
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
