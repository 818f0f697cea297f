/** Environments as files, in the form of `node --env-file`. */
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

const quotes = ["'", '`', '"']

/** @throws Error for a value that the form cannot hold */
function written(name: string, value: string): string {
  // Within double quotes `\\n` would become an end of line.
  const quote = quotes.find((each) => !value.includes(each) && (each !== '"' || !value.includes('\\')))
  if (quote === undefined) throw new Error(`the value of ${name} cannot be written into an env file`)
  return `${name}=${quote}${value}${quote}\n`
}

export function envFile(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => written(name, value))
    .join('')
}

export interface StartableAction {
  readonly name: string
  readonly inputs: Readonly<Record<string, string>>
  /** What starts it, for a shell at the root. */
  readonly command: string
}

/**
 * Writes `<name>.env` for each action: they hold tokens, and only their owner may read them.
 * @param environments of each action, by its name
 */
export function writeEnvFiles(
  folder: string,
  environments: Readonly<Record<string, Readonly<Record<string, string>>>>,
): StartableAction[] {
  return Object.entries(environments).map(([name, environment]) => {
    const file = join(folder, `${name}.env`)
    const { NODE_EXTRA_CA_CERTS: authorities, ...rest } = environment
    writeFileSync(file, envFile(rest), { mode: 0o600 })
    const inputs = Object.entries(rest).filter(([variable]) => variable.startsWith('INPUT_'))
    // Node reads that one before it reads a file.
    const trusting = authorities === undefined ? '' : `NODE_EXTRA_CA_CERTS=${authorities} `
    return {
      name,
      inputs: Object.fromEntries(
        inputs.map(([variable, value]) => [variable.slice('INPUT_'.length).toLowerCase(), value.trim()]),
      ),
      command: `${trusting}node --env-file=${relative(root, file)} actions/${name}/dist/main.js`,
    }
  })
}
