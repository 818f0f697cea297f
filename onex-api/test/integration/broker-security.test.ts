import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kafka, startKafka } from '../../../sandbox/kafka/kafka.ts'
import { createTopic, readTopic } from '../../../sandbox/kafka/topic.ts'
import { type Certificates, createCertificates } from '../../../sandbox/pki/certificates.ts'
import { readRelayConfig } from '../../src/configuration/config.ts'
import { workflowStart } from '../../src/events/workflow-start.ts'
import { Outage } from '../../src/relay/outage.ts'
import { KafkaPublisher } from '../../src/relay/publisher.ts'

const folder = mkdtempSync(join(tmpdir(), 'omninode-broker-'))
const progress = () => undefined
let certificates: Certificates
let others: Certificates
let kafka: Kafka

beforeAll(async () => {
  const hosts = ['127.0.0.1']
  certificates = await createCertificates(
    join(folder, 'pki'),
    [
      { name: 'broker', hosts },
      { name: 'expired', hosts, expired: true },
      { name: 'elsewhere', hosts: ['broker.example.com'] },
    ],
    { progress },
  )
  others = await createCertificates(join(folder, 'others'), [], { progress })
  const listener = (name: string) => ({
    name,
    certificate: certificates.pem(`${name}.crt`),
    key: certificates.pem(`${name}.key`),
  })
  kafka = await startKafka({
    progress,
    secure: {
      listeners: ['broker', 'expired', 'elsewhere'].map(listener),
      user: { name: 'relay', password: 'right' },
    },
  })
  await createTopic(kafka.bootstrap, workflowStart.topic)
  writeFileSync(join(folder, 'password'), 'right\n')
}, 120_000)
afterAll(async () => {
  await kafka.stop()
  rmSync(folder, { recursive: true, force: true })
})

const environment = (env: Readonly<Record<string, string | undefined>>) => ({
  LISTEN_ADDRESS: '127.0.0.1',
  METRICS_PORT: '9464',
  DATABASE_HOST: 'postgres',
  DATABASE_PORT: '5432',
  DATABASE_NAME: 'onex',
  DATABASE_USER: 'onex_api',
  DATABASE_PASSWORD: 'secret',
  KAFKA_BOOTSTRAP_SERVERS: kafka.secure['broker'],
  KAFKA_TLS: 'verify-full',
  KAFKA_CA_FILE: certificates.caFile,
  KAFKA_SASL_USERNAME: 'relay',
  KAFKA_SASL_PASSWORD_FILE: join(folder, 'password'),
  ...env,
})

async function publish(env: Readonly<Record<string, string | undefined>> = {}): Promise<void> {
  const publisher = new KafkaPublisher(readRelayConfig(environment(env)).kafka)
  try {
    await publisher.publish([{ topic: workflowStart.topic, key: 'a', event: '{}' }])
  } finally {
    await publisher.close()
  }
}

describe('a broker that wants TLS and a password', () => {
  test('gets both, and the events', async () => {
    await publish()
    expect(await readTopic(kafka.bootstrap, workflowStart.topic, () => true)).toMatchObject([{ key: 'a' }])
  })

  test.each<[string, () => Record<string, string | undefined>, RegExp]>([
    [
      'a wrong password',
      () => ({ KAFKA_SASL_PASSWORD_FILE: undefined, KAFKA_SASL_PASSWORD: 'wrong' }),
      /auth/i,
    ],
    ['an unknown user', () => ({ KAFKA_SASL_USERNAME: 'nobody' }), /auth/i],
    ['another mechanism', () => ({ KAFKA_SASL_MECHANISM: 'SCRAM-SHA-256' }), /mechanism|SASL/i],
    [
      'no user',
      () => ({ KAFKA_SASL_USERNAME: undefined, KAFKA_SASL_PASSWORD_FILE: undefined }),
      /closed|SASL|state/i,
    ],
    ['another authority', () => ({ KAFKA_CA_FILE: others.caFile }), /certificate signature failure/],
    [
      'the authorities of the system',
      () => ({ KAFKA_CA_FILE: undefined }),
      /unable to verify|self-signed|issuer/i,
    ],
    ['a certificate that expired', () => ({ KAFKA_BOOTSTRAP_SERVERS: kafka.secure['expired'] }), /expired/i],
    [
      'a certificate of another host',
      () => ({ KAFKA_BOOTSTRAP_SERVERS: kafka.secure['elsewhere'] }),
      /IP: 127\.0\.0\.1 is not in the cert/,
    ],
    [
      'no TLS where it is wanted',
      () => ({
        KAFKA_TLS: 'disable',
        KAFKA_CA_FILE: undefined,
        KAFKA_SASL_USERNAME: undefined,
        KAFKA_SASL_PASSWORD_FILE: undefined,
      }),
      /TLS/,
    ],
    ['TLS where there is none', () => ({ KAFKA_BOOTSTRAP_SERVERS: kafka.bootstrap }), /TLS|SSL/],
  ])(
    '%s is told in one line, without the password',
    async (_what, env, reason) => {
      const lines: string[] = []
      const say = (values: object, message: string) => lines.push(`${message}: ${JSON.stringify(values)}`)
      const outage = new Outage('the broker', { warn: say, info: say }, () => new Date(0))
      await publish(env()).then(
        () => outage.over(),
        (error) => outage.failed(error),
      )
      expect(lines).toEqual([expect.stringMatching(reason)])
      expect(lines[0]).toMatch(/^the broker does not answer: /)
      expect(lines[0]).not.toMatch(/\n|right|wrong/)
      expect(lines[0]?.length).toBeLessThan(600)
    },
    60_000,
  )
})

test('all that is wrong with the way to the broker is told at once', () => {
  const problems = (env: Readonly<Record<string, string | undefined>>): readonly string[] => {
    try {
      readRelayConfig(environment(env))
      return []
    } catch (error) {
      return (error as { problems: readonly string[] }).problems
    }
  }
  writeFileSync(join(folder, 'none.crt'), 'nothing')
  expect(problems({})).toEqual([])
  expect(problems({ KAFKA_TLS: 'disable' })).toEqual([
    'KAFKA_SASL_USERNAME needs KAFKA_TLS to be verify-full',
    'KAFKA_CA_FILE needs KAFKA_TLS to be verify-full',
  ])
  expect(
    problems({
      KAFKA_TLS: 'yes',
      KAFKA_CA_FILE: join(folder, 'none.crt'),
      KAFKA_SASL_USERNAME: '',
      KAFKA_SASL_PASSWORD_FILE: join(folder, 'none'),
      KAFKA_SASL_MECHANISM: 'PLAIN',
    }),
  ).toEqual([
    'KAFKA_TLS must be verify-full or disable',
    'KAFKA_SASL_USERNAME needs KAFKA_TLS to be verify-full',
    'KAFKA_CA_FILE must be a file with certificates in PEM',
    'KAFKA_CA_FILE needs KAFKA_TLS to be verify-full',
    'KAFKA_SASL_MECHANISM must be SCRAM-SHA-512 or SCRAM-SHA-256',
    'KAFKA_SASL_USERNAME is not set',
    'KAFKA_SASL_PASSWORD_FILE cannot be read',
  ])
})
