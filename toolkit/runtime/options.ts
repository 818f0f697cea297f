/** The inputs of a step as options of a command line, in its arguments and in what it says. */
import { parseArgs } from 'node:util'
import type * as z from 'zod'
import { isFlag } from '../action/inputs.ts'
import { Failure } from '../model/failure.ts'
import { nearest } from '../model/nearest.ts'
import { oneLine, shortened } from '../report/markdown.ts'

/** What a command line knows by name. */
export interface Options {
  /** `migrate` */
  readonly program: string
  readonly commands: readonly string[]
  readonly inputs: ReadonlySet<string>
  /** Those that are true when they stand alone. */
  readonly flags: ReadonlySet<string>
  /** Input → the variable that it comes from when it is not given. */
  readonly environment: Readonly<Record<string, string>>
}

export function optionsOf(
  program: string,
  commands: readonly string[],
  { shape }: z.ZodObject,
  environment: Readonly<Record<string, string>>,
): Options {
  const inputs = Object.entries(shape).filter(([name]) => name !== 'command')
  return {
    program,
    commands,
    inputs: new Set(inputs.map(([name]) => name)),
    flags: new Set(inputs.flatMap(([name, field]) => (isFlag(field) ? [name] : []))),
    environment,
  }
}

/** Of the command line itself. */
const own = ['workspace', 'json', 'help'] as const
const ownFlags: ReadonlySet<string> = new Set(['json', 'help'])

export interface Arguments {
  readonly command: string | undefined
  readonly workspace: string
  /** Whether stdout is for a program: the plan, the outcome or what was seen, as JSON, and nothing else. */
  readonly json: boolean
  readonly help: boolean
  /** Input → text. */
  readonly inputs: Readonly<Record<string, string>>
  readonly problems: readonly Failure[]
}

/** Whatever somebody has written, on one line. */
function shown(text: string): string {
  return shortened(oneLine(text), 100)
}

function unknownOption(name: string, known: readonly string[]): Failure {
  const bare = name.replace(/^-+/, '')
  // Of one letter everything short is near.
  const near = bare.length < 2 ? undefined : nearest(bare, known)
  return new Failure({
    code: 'INPUT_UNKNOWN',
    what: `There is no option \`${shown(name)}\`.`,
    fix: near === undefined ? '`--help` lists them.' : `Did you mean \`--${near}\`?`,
  })
}

function unknownCommand(name: string, commands: readonly string[]): Failure {
  const near = nearest(name, commands)
  return new Failure({
    code: 'INPUT_INVALID',
    what: `There is no command \`${shown(name)}\`.`,
    fix: near === undefined ? `The commands are: ${commands.join(', ')}.` : `Did you mean \`${near}\`?`,
  })
}

/** `<command> --name value`, `--name=value`; a flag needs no value. */
export function parseArguments(argv: readonly string[], { commands, inputs, flags }: Options): Arguments {
  const { tokens } = parseArgs({ args: [...argv], strict: false, allowPositionals: true, tokens: true })
  const known = [...inputs, ...own]
  const given: Record<string, string> = {}
  const problems: Failure[] = []
  const rest: string[] = []
  let skip = false
  for (const [index, token] of tokens.entries()) {
    if (skip || token.kind === 'option-terminator') {
      skip = false
      continue
    }
    if (token.kind === 'positional') {
      rest.push(token.value)
      continue
    }
    const name = token.rawName === '-h' ? 'help' : token.rawName.startsWith('--') ? token.name : ''
    const next = tokens[index + 1]
    const following = next?.kind === 'positional' ? next.value : undefined
    if (!known.includes(name)) {
      problems.push(unknownOption(token.rawName, known))
      // What stands behind it is its value, unless it is the command.
      skip = token.value === undefined && following !== undefined && !commands.includes(following)
    } else if (token.value !== undefined) given[name] = token.value
    else if (ownFlags.has(name)) given[name] = 'true'
    else if (flags.has(name)) {
      skip = following === 'true' || following === 'false'
      given[name] = skip ? (following ?? '') : 'true'
    } else if (following !== undefined) {
      skip = true
      given[name] = following
    } else {
      problems.push(
        new Failure({
          code: 'INPUT_INVALID',
          what: `The option \`--${name}\` has no value.`,
          fix: `Write it behind the option: \`--${name} <value>\`, or \`--${name}=<value>\` if it begins with a dash.`,
        }),
      )
    }
  }
  const [command, ...others] = rest
  const isKnown = command === undefined || commands.includes(command)
  if (!isKnown) problems.push(unknownCommand(command, commands))
  for (const other of others)
    problems.push(
      new Failure({
        code: 'INPUT_UNKNOWN',
        what: `There is an argument too many: \`${shown(other)}\`.`,
        fix: 'There is one command, and each value stands behind its option.',
      }),
    )
  const { workspace = '.', json, help, ...texts } = given
  return {
    command: isKnown ? command : undefined,
    workspace,
    json: json !== undefined && json !== 'false',
    help: help !== undefined,
    inputs: texts,
    problems,
  }
}

/**
 * A text that speaks of inputs in a workflow, such as ``Correct `to:` under `with:` ``, as a person at a command line
 * writes the same: ``Correct `--to` ``. Only what stands between backticks, and is the name of an input, is an option.
 */
export function asOptions(text: string, { program, commands, inputs, flags, environment }: Options): string {
  const option = (name: string, value?: string) => {
    if (name === 'command') return value === undefined ? undefined : `\`${program} ${value}\``
    if (!inputs.has(name)) return undefined
    if (value === undefined || (flags.has(name) && value === 'true')) return `\`--${name}\``
    return `\`--${name} ${value}\``
  }
  const or = (name: string) => (environment[name] === undefined ? '' : ` (or ${environment[name]})`)
  return (
    text
      .replace(/\bThere is no input `([^`]*)`/g, 'There is no option `--$1`')
      .replace(
        /\bThe inputs are: ([\w, -]+)/g,
        (_all, names: string) =>
          `The options are: ${names
            .split(', ')
            .filter((name) => name !== 'command')
            .map((name) => `--${name}`)
            .join(', ')}`,
      )
      .replace(/\b([Ii])nput(?= `([a-z-]+)`)/g, (all, _letter, name: string) =>
        inputs.has(name) ? 'option' : all,
      )
      .replace(/`command:` under `with:`/g, 'the command')
      .replace(/`([a-z-]+):`/g, (all, name: string) => {
        const said = option(name)
        return said === undefined ? all : said + or(name)
      })
      .replace(/`([a-z-]+): ([^`\n]+)`/g, (all, name: string, value: string) =>
        name === 'command' && !commands.includes(value) ? all : (option(name, value) ?? all),
      )
      // Behind `is` stands what somebody has given.
      .replace(/(?<! is )(\bPass |\bAdd )?`([a-z-]+)`/g, (all, asked: string | undefined, name: string) => {
        const said = name === 'command' ? undefined : option(name)
        if (said === undefined) return all
        return asked === undefined ? said : asked + said + or(name)
      })
      .replace(/ under `with:`(?: of the workflow)?/g, '')
      .replace(/\bRun the job again\b/g, 'Run it again')
  )
}
