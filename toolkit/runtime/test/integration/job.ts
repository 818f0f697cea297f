/** Runs a step as a job of GitHub Actions does, and keeps what it tells in every place. */
import { existsSync, readFileSync } from 'node:fs'
import type * as z from 'zod'
import type { Permissions } from '#sandbox/github/tokens.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import type { Step } from '../../../action/step.ts'
import type { Stage } from '../../../review/test/stage.ts'
import type { Host } from '../../host.ts'
import { runAction } from '../../run.ts'

export interface JobRun {
  readonly identity: JobIdentity
  /** Of a step. */
  readonly command?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly permissions: Permissions
  readonly idToken?: false
  readonly pullRequest?: { readonly number: number; readonly headSha: string; readonly baseSha: string }
  readonly now?: Date
  readonly more?: Partial<Host>
}

export interface Told {
  readonly code: number | undefined
  /** The codes of the errors. */
  readonly errors: readonly (string | undefined)[]
  readonly warnings: readonly string[]
  readonly notices: readonly string[]
  /** All that a person reads, annotations too. */
  readonly log: string
  readonly annotations: readonly {
    readonly level: string
    readonly title: string | undefined
    readonly message: string
  }[]
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** The outcome file. */
  readonly outcome: Readonly<Record<string, unknown>> | undefined
}

export function playJob(stage: Stage, temp: string, step: Step<z.ZodObject>, run: JobRun): Promise<Told> {
  return playOn(stage, temp, (host) => runAction(step, host), run)
}

/** The same for an action that is no step. */
export async function playOn(
  stage: Stage,
  temp: string,
  start: (host: Host) => Promise<void>,
  run: JobRun,
): Promise<Told> {
  const { identity, command } = run
  stage.github.addRun({ id: identity.runId, event: identity.event, headSha: identity.sha })
  const annotations: { level: string; title: string | undefined; message: string }[] = []
  const log: string[] = []
  const outputs: Record<string, string> = {}
  let [summary, code]: [string, number | undefined] = ['', undefined]
  const host: Host = {
    problems: [],
    clock: () => run.now ?? new Date(),
    random: () => 0,
    inputs: {
      ...(command === undefined ? {} : { command }),
      'github-token': stage.github.token(run.permissions),
      ...run.inputs,
    },
    state: {},
    childEnvironment: { HTTPS_PROXY: stage.proxy.url, NO_PROXY: '127.0.0.1,localhost' },
    run: {
      repository: identity.repository,
      repositoryId: identity.repositoryId,
      sha: identity.sha,
      ref: identity.ref,
      event: identity.event,
      actor: identity.actor,
      id: identity.runId,
      attempt: identity.runAttempt,
      url: `https://github.com/${identity.repository}/actions/runs/${identity.runId}`,
      repositoryUrl: `https://github.com/${identity.repository}`,
      apiUrl: stage.github.url,
      actionRepository: 'omninode-ai/omninode_infra',
      ...(run.pullRequest === undefined ? {} : { pullRequest: run.pullRequest }),
    },
    machine: { platform: 'linux', arch: 'x64', uid: 1_000 },
    workspace: temp,
    temp,
    debug: false,
    mayRequestIdToken: run.idToken !== false,
    annotatesApart: true,
    colour: false,
    width: undefined,
    artifacts: undefined,
    idToken: (audience) => stage.issuer.mint(stage.issuer.claims(identity, audience)),
    print: (line) => void log.push(line),
    startGroup: () => undefined,
    endGroup: () => undefined,
    annotate: (level, message, _source, title) => {
      annotations.push({ level, title, message })
      log.push(message)
    },
    mask: () => undefined,
    setOutput: (name, value) => {
      outputs[name] = value
    },
    saveState: () => undefined,
    appendSummary: (markdown) => {
      const text = markdown()
      if (text !== undefined) summary += `${text}\n\n`
    },
    onInterrupt: () => undefined,
    onCrash: () => undefined,
    exit: (given) => {
      code = given
    },
    ...run.more,
  }
  await start(host)
  const of = (level: string) => annotations.filter((each) => each.level === level)
  const file = outputs['outcome']
  return {
    code,
    errors: of('error').map(({ title }) => title),
    warnings: of('warning').map(({ message }) => message),
    notices: of('notice').map(({ message }) => message),
    log: log.join('\n'),
    annotations,
    summary,
    outputs,
    outcome: file === undefined || !existsSync(file) ? undefined : JSON.parse(readFileSync(file, 'utf8')),
  }
}
