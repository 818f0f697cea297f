/**
 * `npm start`: brings the sandbox up, releases this repository's platform into it, and tells how it went.
 * `--keep` leaves everything up until Ctrl-C, and prints how to reach each part; `--record` writes down, for a test, all
 * that was said.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { parseArgs, styleText } from 'node:util'
import { formatDuration } from '#toolkit/model/duration.ts'
import { pageOf } from '../github/page.ts'
import { REPOSITORY } from '../oidc/identity.ts'
import { prepareSandbox, sandboxParts } from '../prepare.ts'
import { createProgress } from '../progress.ts'
import { type Sandbox, startSandbox } from '../sandbox.ts'
import { type Backing, startBacking } from './backing.ts'
import { writeEnvFiles } from './env-file.ts'
import { DATABASE } from './platform.ts'
import { Recording } from './recording.ts'
import { type Act, type Story, tellStory } from './story.ts'

const out = join(import.meta.dirname, '../out')

function row(act: Act, scene: string): string {
  const time = act.durationMs === 0 ? '' : formatDuration(Math.round(act.durationMs / 100) * 100)
  const mark = act.held ? styleText('green', '✓') : styleText('red', '✗')
  return `  ${scene.padEnd(18)} ${mark} ${act.what.padEnd(17)} ${time.padStart(8)}  ${act.told}`
}

function table(acts: readonly Act[]): string {
  return acts.map((act, index) => row(act, acts[index - 1]?.scene === act.scene ? '' : act.scene)).join('\n')
}

function addresses(sandbox: Sandbox, { keycloak, kafka }: Backing, { workload }: Story): string {
  const lines: [string, string][] = [
    ['Kubernetes', `kubectl --kubeconfig ${sandbox.kubernetes.adminKubeconfig} get pods -A`],
    ['Postgres', `psql ${sandbox.postgres.url(DATABASE)}`],
    ['AWS', `AWS_ENDPOINT_URL=${sandbox.aws.url} aws ec2 describe-vpcs`],
    ['GitHub', sandbox.github.url],
    ['OIDC', `${sandbox.issuer.url}/.well-known/openid-configuration`],
    ['Keycloak', `${keycloak.url}/realms/omninode/.well-known/openid-configuration`],
    ['Kafka', kafka.bootstrap],
    ...(workload === undefined
      ? []
      : (
          [['onex-api', `curl -H 'x-api-key: ${workload.apiKey}' ${workload.url}/v1/tenants/me`]] as const
        ).map(([name, how]): [string, string] => [name, how])),
  ]
  return lines.map(([name, how]) => `  ${name.padEnd(11)} ${how}`).join('\n')
}

/** Writes what starts each action by hand, and tells how. */
function startable({ environments }: Story): string {
  const lines = writeEnvFiles(out, environments()).map(({ command, inputs }) => {
    const told = Object.entries(inputs).map(([input, value]) =>
      `    ${input}: ${value.replaceAll('\n', '\n      ')}`.trimEnd(),
    )
    return `  ${command}\n${told.join('\n')}`
  })
  return lines.join('\n')
}

/** What `--record` writes. */
export interface Told {
  readonly acts: readonly Act[]
  readonly story: Pick<Story, 'held' | 'comment' | 'workload'>
  /** As `Recording.files`. */
  readonly files: Readonly<Record<string, string>>
}

async function untilInterrupted(signal: AbortSignal): Promise<void> {
  try {
    for await (const _tick of setInterval(60_000, undefined, { signal }));
  } catch {
    // Ctrl-C is how it ends.
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { keep: { type: 'boolean', default: false }, record: { type: 'string' } },
  })
  const started = performance.now()
  const elapsed = () => formatDuration(Math.round((performance.now() - started) / 1_000) * 1_000)
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => interrupted.abort(new Error(`interrupted (${name})`)))
  const { signal } = interrupted

  let progress = createProgress(process.stdout)
  console.log('\nThe sandbox')
  await prepareSandbox({ parts: sandboxParts, progress, signal })
  const sandbox = await startSandbox({ repository: REPOSITORY, progress, signal })
  progress.close()
  console.log(`\nThe release, after ${elapsed()}`)
  try {
    progress = createProgress(process.stdout)
    const backing = startBacking(sandbox, { signal, progress: () => undefined })
    // Whoever waits for it is told; until then it is nobody's failure.
    backing.catch(() => undefined)
    const acts: Act[] = []
    const recording = new Recording()
    const story = await tellStory({
      sandbox,
      backing,
      signal,
      onProgress: (what, line) => progress.report(what, line),
      onAct: (act) => {
        acts.push(act)
        progress.done(act.what, act.told)
      },
      recording,
    })
    progress.close()
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'comment.md'), story.comment)
    writeFileSync(join(out, 'comment.html'), pageOf('comment', story.comment, 'Release preview'))
    if (values.record !== undefined) {
      const { held, comment, workload } = story
      const told: Told = { acts, story: { held, comment, workload }, files: recording.files() }
      writeFileSync(values.record, JSON.stringify(told))
    }
    console.log(`\nThe story\n\n${table(acts)}\n`)
    for (const { log } of acts) for (const line of log) console.log(line.replace(/^/gm, '  | '))
    console.log("The pull request's comment: sandbox/out/comment.html (as Markdown: sandbox/out/comment.md)")
    console.log(story.held ? `All of it held, in ${elapsed()}.` : `It did not hold, after ${elapsed()}.`)
    if (values.keep) {
      console.log(`\nThe sandbox stays up until Ctrl-C:\n${addresses(sandbox, await backing, story)}`)
      console.log(
        `\nEach action starts against it with the environment of its file, and these inputs:\n${startable(story)}`,
      )
      await untilInterrupted(signal)
    }
    return story.held ? 0 : 1
  } finally {
    await sandbox.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
process.exit()
