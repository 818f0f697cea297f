import { readFileSync } from 'node:fs'

export interface Config {
  /** The address to listen on: `::` or `0.0.0.0` in a pod. */
  readonly listenAddress: string
  readonly port: number
  readonly logLevel: string
  readonly database: {
    readonly host: string
    readonly port: number
    readonly name: string
    readonly user: string
    readonly password: string
    /** `disable` only where the network is otherwise safe. */
    readonly tls: 'verify-full' | 'disable'
  }
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`the environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads everything from the environment; no address has a default.
 * @throws ConfigError with all problems at once
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const required = (name: string) => {
    const value = env[name] ?? ''
    if (value === '') problems.push(`${name} is not set`)
    return value
  }
  const port = (name: string) => {
    const value = Number(required(name))
    const valid = Number.isInteger(value) && value >= 0 && value < 65_536
    if (!valid) problems.push(`${name} is no port`)
    return value
  }
  const password = () => {
    const file = env['DATABASE_PASSWORD_FILE']
    return file === undefined || file === ''
      ? required('DATABASE_PASSWORD')
      : readFileSync(file, 'utf8').trim()
  }
  const tls = env['DATABASE_TLS'] ?? 'verify-full'
  if (tls !== 'verify-full' && tls !== 'disable') problems.push('DATABASE_TLS must be verify-full or disable')
  const config: Config = {
    listenAddress: required('LISTEN_ADDRESS'),
    port: port('PORT'),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    database: {
      host: required('DATABASE_HOST'),
      port: port('DATABASE_PORT'),
      name: required('DATABASE_NAME'),
      user: required('DATABASE_USER'),
      password: password(),
      tls: tls === 'disable' ? 'disable' : 'verify-full',
    },
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}
