/** What a command line says of itself. */
import type * as z from 'zod'
import type { Step } from '../action/step.ts'
import { wrapped } from '../report/wrap.ts'
import { described, describeInputs } from './action-yml.ts'
import { asOptions, type Options } from './options.ts'

/** What a step is at a command line, beside its inputs. */
export interface CommandLine {
  /**
   * Input → the variable that it comes from when it is not given: secrets have no place among arguments, where every
   * process of the machine can read them.
   */
  readonly environment: Readonly<Record<string, string>>
  /** What each command does, in a sentence. */
  readonly commands: Readonly<Record<string, string>>
  /** Inputs that only some commands heed, with those. */
  readonly only: Readonly<Record<string, readonly string[]>>
}

/** What concerns a pull request, and no terminal. */
const elsewhere: ReadonlySet<string> = new Set([
  'command',
  'github-token',
  'comment',
  'publish',
  'reviewed',
  'review-signer',
])

const MOST = 100

/** @param command what is asked about; all of them without it */
export function usage<S extends z.ZodObject>(
  step: Step<S>,
  { commands, environment, only }: CommandLine,
  options: Options,
  command: string | undefined,
  columns = 80,
): string {
  const width = Math.min(columns, MOST)
  const told = (text: string, indent: string) => wrapped(asOptions(text, options), width, indent)
  const heeded = describeInputs(described(step)).filter(
    ({ name }) =>
      !elsewhere.has(name) &&
      (command === undefined || only[name] === undefined || only[name].includes(command)),
  )
  const named = (name: string) => (options.flags.has(name) ? `--${name}` : `--${name} <value>`)
  const lines = heeded.flatMap(({ name, description, fallback }) => [
    [
      `  ${named(name)}`,
      fallback === '' || options.flags.has(name) ? '' : ` (${fallback})`,
      environment[name] === undefined ? '' : `, or ${environment[name]} in the environment`,
    ].join(''),
    ...told(description, '      '),
  ])
  const about =
    command === undefined
      ? [
          ...told(step.description, ''),
          '',
          ...Object.entries(commands).flatMap(([name, does]) => [`  ${name}`, ...told(does, '      ')]),
          '',
          ...told(`\`${step.name} <command> --help\` tells which options it heeds.`, ''),
        ]
      : told(commands[command] ?? '', '')
  return [
    ...wrapped(
      `usage: ${step.name} ${command ?? Object.keys(commands).join('|')} [--<option> <value> …]`,
      width,
    ),
    '',
    ...about,
    '',
    ...lines,
    '  --workspace <value> (.)',
    ...told('Folder of the checkout, to which paths are relative.', '      '),
    '  --json',
    ...told(
      'Writes the plan, the outcome or what was seen as JSON to stdout, and everything else to stderr.',
      '      ',
    ),
  ].join('\n')
}
