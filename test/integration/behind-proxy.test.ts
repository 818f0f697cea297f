/** A release from a network that lets nobody out but through a proxy, which alone knows the names of the servers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { ISSUER } from '#sandbox/oidc/issuer.ts'
import { nameFor, type RunningProxy, startProxy } from '#sandbox/proxy/proxy.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import type { Job, StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import type { StepName } from '#toolkit/model/step.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const [aws, sts, github, issuer] = [
  nameFor('aws'),
  nameFor('sts'),
  nameFor('github'),
  new URL(ISSUER).hostname,
]
/** The certificate of the sandbox's API server is for this name as well. */
const cluster = 'kubernetes.default.svc'

let sandbox: Sandbox
let stage: Stage
let proxy: RunningProxy

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  stage = await setStage(sandbox)
  const portOf = (url: string) => Number(new URL(url).port)
  proxy = await startProxy({
    names: {
      [aws]: portOf(sandbox.aws.url),
      [`${STATE_BUCKET}.${aws}`]: portOf(sandbox.aws.url),
      [sts]: portOf(sandbox.aws.stsUrl),
      [github]: portOf(sandbox.github.url),
      [issuer]: portOf(sandbox.issuer.url),
      [cluster]: portOf(sandbox.kubernetes.url),
    },
    credentials: { user: 'me', password: 'p@ss' },
  })
}, 300_000)
afterAll(async () => {
  await proxy?.stop()
  await sandbox?.stop()
}, 60_000)

/** The job in that network: no server is named by where it is. */
function inside(job: Job): Job {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: asked = '', ACTIONS_RESULTS_URL: _, ...env } = job.env
  return {
    ...job,
    env: {
      ...env,
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: proxy.url,
      NO_PROXY: '',
      AWS_ENDPOINT_URL: `http://${aws}`,
      AWS_ENDPOINT_URL_STS: `http://${sts}`,
      AWS_ENDPOINT_URL_IAM: `http://${sts}`,
      GITHUB_API_URL: `http://${github}`,
      ...(asked === '' ? {} : { ACTIONS_ID_TOKEN_REQUEST_URL: asked.replace(/^https:\/\/[^/]+/, ISSUER) }),
    },
  }
}

async function play(
  job: Job,
  name: StepName,
  command: string,
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  const server = name === 'deploy' || name === 'verify' ? { 'api-server': `https://${cluster}` } : {}
  const result = await stage.play(job, name, command, {
    inputs: { ...stage.inputs[name], ...server, ...inputs },
  })
  expect([name, command, result.exitCode, result.exitCode === 0 ? [] : result.log]).toEqual([
    name,
    command,
    0,
    [],
  ])
  expect(result.log.join('\n')).not.toContain('p@ss')
  return result
}

const targets = 'rollout onex-dev/Deployment/onex-api\nmigration-head db/migrations\n'

test('all four steps plan and apply through the proxy, as reviewed', async () => {
  const preview = inside(stage.preview())
  for (const name of ['provision', 'migrate', 'deploy'] as const) await play(preview, name, 'plan')
  await play(preview, 'verify', 'policy', { targets })
  const release = inside(stage.release(await stage.merge()))
  for (const name of ['provision', 'migrate', 'deploy'] as const) {
    const { outputs } = await play(release, name, 'apply')
    expect([name, outputs['changed']]).toEqual([name, 'true'])
  }
  await play(release, 'verify', 'live', { targets })
  const hosts = new Set(proxy.asked.map((line) => /(?:CONNECT |\/\/)([^:/]+)/.exec(line)?.[1]))
  for (const name of [aws, sts, github, issuer, cluster]) expect(hosts).toContain(name)
}, 300_000)

test('with the switch of TLS set, each refuses, and asks nobody', async () => {
  const before = proxy.asked.length
  for (const [name, command] of [
    ['provision', 'apply'],
    ['migrate', 'apply'],
    ['deploy', 'apply'],
    ['verify', 'live'],
  ] as const) {
    const job = inside(stage.release('0'.repeat(40)))
    const result = await stage.play(job, name, command, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    expect([name, result.exitCode]).toEqual([name, 1])
    expect(result.annotations.map(({ properties }) => properties['title'])).toContain('TLS_UNVERIFIED')
  }
  expect(proxy.asked).toHaveLength(before)
}, 120_000)
