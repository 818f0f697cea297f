import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { ConfigError, readConfig } from '../src/configuration/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'omninode-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const complete = {
  LISTEN_ADDRESS: '::',
  PORT: '8080',
  METRICS_PORT: '9464',
  DATABASE_HOST: 'postgres',
  DATABASE_PORT: '5432',
  DATABASE_NAME: 'onex',
  DATABASE_USER: 'onex_api',
  DATABASE_PASSWORD: 'secret',
  OIDC_ISSUER: 'https://auth.example.com/realms/omninode',
  OIDC_JWKS_URL: 'http://keycloak:8080/certs',
  OIDC_CLIENTS: 'omniweb, onex-service',
  API_KEY_PEPPER: Buffer.alloc(32, 7).toString('base64'),
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...complete, ...env })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('a complete environment is enough, and its database is asked by TLS', () => {
  expect(readConfig(complete)).toMatchObject({
    logLevel: 'info',
    trustedProxies: [],
    database: { tls: 'verify-full' },
    oidc: { clients: ['omniweb', 'onex-service'] },
    apiKeyPepper: Buffer.alloc(32, 7),
    limits: { perPrincipal: 1_200, perAddress: 6_000, lateness: 500 },
  })
})

test.each(Object.keys(complete))('%s has no default: without it, or empty, nothing starts', (name) => {
  expect(problemsOf({ [name]: '' })).toEqual([`${name} is not set`])
})

test.each<[string, string, string]>([
  ['PORT', '80 80', 'PORT is no port'],
  ['PORT', '65536', 'PORT is no port'],
  ['PORT', '-1', 'PORT is no port'],
  ['DATABASE_PORT', '5432x', 'DATABASE_PORT is no port'],
  ['DATABASE_TLS', 'require', 'DATABASE_TLS must be verify-full or disable'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent'],
  ['OIDC_ISSUER', 'auth.example.com', 'OIDC_ISSUER is no http or https URL'],
  ['OIDC_JWKS_URL', 'file:///etc/passwd', 'OIDC_JWKS_URL is no http or https URL'],
  ['OIDC_CLIENTS', ' , ', 'OIDC_CLIENTS is not set'],
  [
    'API_KEY_PEPPER',
    Buffer.alloc(31).toString('base64'),
    'API_KEY_PEPPER must be 32 bytes or more in base64',
  ],
  [
    'API_KEY_PEPPER',
    'not base64 at all, but long enough to be it',
    'API_KEY_PEPPER must be 32 bytes or more in base64',
  ],
  ['TRUSTED_PROXIES', 'traefik', 'TRUSTED_PROXIES must be addresses or CIDR ranges'],
  ['TRUSTED_PROXIES', '10.0.0.0/8, ::1/129', 'TRUSTED_PROXIES must be addresses or CIDR ranges'],
  ['TRUSTED_PROXIES', '10.0.0.0/', 'TRUSTED_PROXIES must be addresses or CIDR ranges'],
  ['RATE_LIMIT_ADDRESS', '0', 'RATE_LIMIT_ADDRESS is no count'],
  ['RATE_LIMIT_PRINCIPAL', '1e3', 'RATE_LIMIT_PRINCIPAL is no count'],
])('%s is not %j', (name, value, problem) => {
  expect(problemsOf({ [name]: value })).toEqual([problem])
})

test('traces go nowhere unless an address is given, and then to its path for them', () => {
  expect(readConfig(complete).traces).toBeUndefined()
  const tracesOf = (env: Record<string, string>) => readConfig({ ...complete, ...env }).traces
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://alloy:4318/' }
  expect(
    tracesOf({ ...endpoint, OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=dev,a=b%2Cc' }),
  ).toEqual({
    url: 'http://alloy:4318/v1/traces',
    service: 'onex-api',
    resource: { 'deployment.environment.name': 'dev', a: 'b,c' },
    sampler: 'parentbased_always_on',
    ratio: 1,
    delay: 5_000,
  })
  expect(
    tracesOf({
      ...endpoint,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.example.com/in',
      OTEL_SERVICE_NAME: 'x',
    }),
  ).toMatchObject({ url: 'https://t.example.com/in', service: 'x' })
  expect(tracesOf({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeUndefined()
  expect(tracesOf({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBeUndefined()
})

test('all that is wrong with traces is told at once', () => {
  expect(
    problemsOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'alloy:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_SAMPLER: 'sometimes',
      OTEL_TRACES_SAMPLER_ARG: '2',
      OTEL_RESOURCE_ATTRIBUTES: 'nothing',
      OTEL_BSP_SCHEDULE_DELAY: 'soon',
    }),
  ).toEqual([
    'OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf',
    'OTEL_EXPORTER_OTLP_ENDPOINT is no http or https URL',
    'OTEL_RESOURCE_ATTRIBUTES must be name=value, with commas between them',
    'OTEL_TRACES_SAMPLER must be always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off or parentbased_traceidratio',
    'OTEL_TRACES_SAMPLER_ARG must be from 0 to 1',
    'OTEL_BSP_SCHEDULE_DELAY is no count',
  ])
})

test('secrets may stand in files, and a file that is not there is told without its content', () => {
  const file = join(folder, 'password')
  writeFileSync(file, 'from a file\n')
  expect(
    readConfig({ ...complete, DATABASE_PASSWORD: '', DATABASE_PASSWORD_FILE: file }).database.password,
  ).toBe('from a file')
  expect(problemsOf({ DATABASE_PASSWORD_FILE: join(folder, 'none') })).toEqual([
    'DATABASE_PASSWORD_FILE cannot be read',
  ])
})
