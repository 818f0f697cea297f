/** Everything from the environment, and all that is wrong with it at once. Nothing that is an address has a default. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'

export interface DatabaseConfig {
  readonly host: string
  readonly port: number
  readonly name: string
  readonly user: string
  readonly password: string
  /** `disable` only where the network is otherwise safe. */
  readonly tls: 'verify-full' | 'disable'
}

export interface OidcConfig {
  /** Exactly what tokens have as `iss`: the public address. */
  readonly issuer: string
  /** Where the issuer's keys are: its address within the cluster. */
  readonly jwksUrl: string
  /** The clients whose tokens are taken: `azp`. */
  readonly clients: readonly string[]
}

export interface Limits {
  /** Requests in a minute. */
  readonly perPrincipal: number
  /** Requests in a minute. */
  readonly perAddress: number
  /** Milliseconds that the event loop may be late before requests are turned away. */
  readonly lateness: number
}

export const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

export interface TracesConfig {
  /** Of the receiver, with the path that takes traces. */
  readonly url: string
  readonly service: string
  /** Further attributes of the resource. */
  readonly resource: Readonly<Record<string, string>>
  readonly sampler: (typeof samplers)[number]
  /** How many of the traces that begin here, from 0 to 1. */
  readonly ratio: number
  /** Milliseconds between two sendings. */
  readonly delay: number
}

export interface Config {
  /** The address to listen on: `::` or `0.0.0.0` in a pod. */
  readonly listenAddress: string
  readonly port: number
  /** Of the metrics, which no ingress leads to. */
  readonly metricsPort: number
  readonly logLevel: string
  /** Whose `X-Forwarded-For` is believed: addresses and CIDR ranges. */
  readonly trustedProxies: readonly string[]
  readonly database: DatabaseConfig
  readonly oidc: OidcConfig
  /** At least 32 bytes. */
  readonly apiKeyPepper: Buffer
  readonly limits: Limits
  /** Undefined where no traces are asked for. */
  readonly traces: TracesConfig | undefined
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

const PEPPER_BYTES = 32
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

class Reader {
  readonly problems: string[] = []
  readonly #env: Environment

  constructor(env: Environment) {
    this.#env = env
  }

  optional(name: string): string | undefined {
    const value = this.#env[name]
    return value === '' ? undefined : value
  }

  required(name: string): string {
    const value = this.optional(name)
    if (value === undefined) this.problems.push(`${name} is not set`)
    return value ?? ''
  }

  port(name: string): number {
    const text = this.required(name)
    const valid = /^\d{1,5}$/.test(text) && Number(text) < 65_536
    if (!valid && text !== '') this.problems.push(`${name} is no port`)
    return Number(text)
  }

  count(name: string, otherwise: number): number {
    const text = this.optional(name) ?? String(otherwise)
    if (!/^[1-9]\d{0,8}$/.test(text)) this.problems.push(`${name} is no count`)
    return Number(text)
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '').split(',').flatMap((each) => each.trim() || [])
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value {
    const text = this.optional(name) ?? otherwise
    const found = values.find((value) => value === text)
    if (found === undefined) this.problems.push(`${name} must be ${orList(values)}`)
    return found ?? otherwise
  }

  url(name: string): string {
    const text = this.required(name)
    if (text !== '' && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)))
      this.problems.push(`${name} is no http or https URL`)
    return text
  }

  ratio(name: string, otherwise: number): number {
    const text = this.optional(name) ?? String(otherwise)
    const value = Number(text)
    if (!(/^[\d.]+$/.test(text) && value >= 0 && value <= 1))
      this.problems.push(`${name} must be from 0 to 1`)
    return value
  }

  /** `name=value`, with commas; what is between is written as in a URL. */
  pairs(name: string): Readonly<Record<string, string>> {
    const pairs = this.list(name).map((each) => /^([^=]+)=(.*)$/.exec(each)?.slice(1))
    try {
      return Object.fromEntries(
        pairs.map((pair) => {
          const [key, value] = (pair ?? ['%']).map((text) => decodeURIComponent(text.trim()))
          return [key, value]
        }),
      )
    } catch {
      this.problems.push(`${name} must be name=value, with commas between them`)
      return {}
    }
  }

  /** A value, or the file that `<name>_FILE` names. */
  secret(name: string): string {
    const file = this.optional(`${name}_FILE`)
    if (file === undefined) return this.required(name)
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      this.problems.push(`${name}_FILE cannot be read`)
      return ''
    }
  }

  /** The certificates in the file that it names. */
  certificates(name: string): string | undefined {
    const file = this.optional(name)
    if (file === undefined) return undefined
    try {
      const pem = readFileSync(file, 'utf8')
      new X509Certificate(pem)
      return pem
    } catch {
      this.problems.push(`${name} must be a file with certificates in PEM`)
      return undefined
    }
  }

  pepper(name: string): Buffer {
    const text = this.secret(name)
    const bytes = Buffer.from(text, 'base64')
    if (text !== '' && (bytes.length < PEPPER_BYTES || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)))
      this.problems.push(`${name} must be ${PEPPER_BYTES} bytes or more in base64`)
    return bytes
  }
}

function orList(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  const most = family === 4 ? 32 : 128
  return (
    family !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

/** @throws ConfigError with all problems at once */
export function readConfig(env: Environment): Config {
  const reader = new Reader(env)
  const trustedProxies = reader.list('TRUSTED_PROXIES')
  if (!trustedProxies.every(isRange)) reader.problems.push('TRUSTED_PROXIES must be addresses or CIDR ranges')
  const clients = reader.list('OIDC_CLIENTS')
  if (clients.length === 0) reader.problems.push('OIDC_CLIENTS is not set')
  const config: Config = {
    listenAddress: reader.required('LISTEN_ADDRESS'),
    port: reader.port('PORT'),
    metricsPort: reader.port('METRICS_PORT'),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    trustedProxies,
    database: databaseOf(reader),
    oidc: { issuer: reader.url('OIDC_ISSUER'), jwksUrl: reader.url('OIDC_JWKS_URL'), clients },
    apiKeyPepper: reader.pepper('API_KEY_PEPPER'),
    limits: {
      perPrincipal: reader.count('RATE_LIMIT_PRINCIPAL', 1_200),
      perAddress: reader.count('RATE_LIMIT_ADDRESS', 6_000),
      lateness: reader.count('MAX_LATENESS_MS', 500),
    },
    traces: tracesOf(reader, 'onex-api'),
  }
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

export interface KafkaConfig {
  /** `host:port` each. */
  readonly bootstrapServers: readonly string[]
  /** Undefined where the network is otherwise safe. */
  readonly tls: { readonly ca: string | undefined } | undefined
  /** Undefined where the broker asks nobody who it is. */
  readonly sasl:
    | {
        readonly mechanism: (typeof saslMechanisms)[number]
        readonly username: string
        readonly password: string
      }
    | undefined
}

/** Those that do not send the password. */
export const saslMechanisms = ['SCRAM-SHA-512', 'SCRAM-SHA-256'] as const

export interface RelayConfig {
  /** Of the metrics: it serves nothing else. */
  readonly listenAddress: string
  readonly metricsPort: number
  readonly logLevel: string
  readonly database: DatabaseConfig
  readonly kafka: KafkaConfig
  /** Undefined where no traces are asked for. */
  readonly traces: TracesConfig | undefined
}

/** @throws ConfigError with all problems at once */
export function readRelayConfig(env: Environment): RelayConfig {
  const reader = new Reader(env)
  const config: RelayConfig = {
    listenAddress: reader.required('LISTEN_ADDRESS'),
    metricsPort: reader.port('METRICS_PORT'),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    database: databaseOf(reader),
    kafka: kafkaOf(reader),
    traces: tracesOf(reader, 'onex-relay'),
  }
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

function databaseOf(reader: Reader): DatabaseConfig {
  return {
    host: reader.required('DATABASE_HOST'),
    port: reader.port('DATABASE_PORT'),
    name: reader.required('DATABASE_NAME'),
    user: reader.required('DATABASE_USER'),
    password: reader.secret('DATABASE_PASSWORD'),
    tls: reader.oneOf('DATABASE_TLS', ['verify-full', 'disable'], 'verify-full'),
  }
}

function kafkaOf(reader: Reader): KafkaConfig {
  const bootstrapServers = reader.list('KAFKA_BOOTSTRAP_SERVERS')
  if (bootstrapServers.length === 0) reader.problems.push('KAFKA_BOOTSTRAP_SERVERS is not set')
  if (!bootstrapServers.every((each) => /^[^\s:/]+:\d{1,5}$/.test(each)))
    reader.problems.push('KAFKA_BOOTSTRAP_SERVERS must be host:port, with commas between them')
  const tls = reader.oneOf('KAFKA_TLS', ['verify-full', 'disable'], 'disable') === 'verify-full'
  const sasl = ['USERNAME', 'PASSWORD', 'PASSWORD_FILE', 'MECHANISM'].some(
    (each) => reader.optional(`KAFKA_SASL_${each}`) !== undefined,
  )
  if (sasl && !tls) reader.problems.push('KAFKA_SASL_USERNAME needs KAFKA_TLS to be verify-full')
  const ca = reader.certificates('KAFKA_CA_FILE')
  if (!tls && reader.optional('KAFKA_CA_FILE') !== undefined)
    reader.problems.push('KAFKA_CA_FILE needs KAFKA_TLS to be verify-full')
  return {
    bootstrapServers,
    tls: tls ? { ca } : undefined,
    sasl: sasl
      ? {
          mechanism: reader.oneOf('KAFKA_SASL_MECHANISM', saslMechanisms, 'SCRAM-SHA-512'),
          username: reader.required('KAFKA_SASL_USERNAME'),
          password: reader.secret('KAFKA_SASL_PASSWORD'),
        }
      : undefined,
  }
}

/** The variables of OpenTelemetry, as far as they are about traces. Without an address of a receiver there are none. */
function tracesOf(reader: Reader, service: string): TracesConfig | undefined {
  const own = 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'
  const name = reader.optional(own) === undefined ? 'OTEL_EXPORTER_OTLP_ENDPOINT' : own
  if (reader.optional(name) === undefined) return undefined
  const off = reader.oneOf('OTEL_SDK_DISABLED', ['true', 'false'], 'false') === 'true'
  const exporter = reader.oneOf('OTEL_TRACES_EXPORTER', ['otlp', 'none'], 'otlp')
  for (const each of ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'])
    if ((reader.optional(each) ?? 'http/protobuf') !== 'http/protobuf')
      reader.problems.push(`${each} must be http/protobuf`)
  const address = reader.url(name)
  const traces: TracesConfig = {
    url: name === own ? address : `${address.replace(/\/$/, '')}/v1/traces`,
    service: reader.optional('OTEL_SERVICE_NAME') ?? service,
    resource: reader.pairs('OTEL_RESOURCE_ATTRIBUTES'),
    sampler: reader.oneOf('OTEL_TRACES_SAMPLER', samplers, 'parentbased_always_on'),
    ratio: reader.ratio('OTEL_TRACES_SAMPLER_ARG', 1),
    delay: reader.count('OTEL_BSP_SCHEDULE_DELAY', 5_000),
  }
  return off || exporter === 'none' ? undefined : traces
}
