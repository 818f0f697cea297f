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

/** Node looks for NODE_EXTRA_CA_CERTS before it reads such a file, and takes its options from there. */
function trusted({
  NODE_EXTRA_CA_CERTS: authority,
}: Readonly<Record<string, string>>): Record<string, string> {
  return authority === undefined ? {} : { NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: authority }
}

export function envFile(environment: Readonly<Record<string, string>>): string {
  return Object.entries({ ...environment, ...trusted(environment) })
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
    writeFileSync(file, envFile(environment), { mode: 0o600 })
    const inputs = Object.entries(environment).filter(([variable]) => variable.startsWith('INPUT_'))
    return {
      name,
      inputs: Object.fromEntries(
        inputs.map(([variable, value]) => [variable.slice('INPUT_'.length).toLowerCase(), value.trim()]),
      ),
      command: `node --env-file=${relative(root, file)} actions/${name}/dist/main.js`,
    }
  })
}
