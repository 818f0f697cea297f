/** Jobs that hand plans on, the job that publishes them, and what a hostile job would hand on beside them. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { type Artifacts, startArtifacts } from '#sandbox/github/artifacts.ts'
import type { Permissions } from '#sandbox/github/tokens.ts'
import { type JobIdentity, PUBLISH, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { Review } from '#toolkit/model/review.ts'
import { HAND_OVER, HAND_OVER_FILE } from '#toolkit/review/hand-over.ts'
import { openStage, type Stage } from '#toolkit/review/test/stage.ts'
import type { Host } from '#toolkit/runtime/host.ts'
import { type JobRun, playJob, playOn, type Told } from '#toolkit/runtime/test/integration/job.ts'
import { type Numbers, stepTo, Target } from '#toolkit/runtime/test/integration/target.ts'
import { run as publish } from '../src/run.ts'

export interface Pull {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly checkout: Numbers
  /** Of the workflow run that previews it. */
  readonly runId: string
}

/** What a job hands on, as JSON. */
export type Written = Record<string, unknown>

/** A job of the pull request's own workflow, which may write nothing. */
const PLANS: Permissions = { contents: 'read' }
const PUBLISHES: Permissions = { checks: 'write', 'pull-requests': 'write' }
const APPLIES: Permissions = { actions: 'read', checks: 'read', contents: 'read', 'pull-requests': 'read' }

export class PublishStage {
  readonly stage: Stage
  readonly artifacts: Artifacts
  readonly #temp = mkdtempSync(join(tmpdir(), 'omninode-publish-'))
  #counter = 0
  #head: string

  constructor(stage: Stage, artifacts: Artifacts) {
    this.stage = stage
    this.artifacts = artifacts
    this.#head = this.commit()
    stage.github.commit(this.#head, [])
  }

  async stop(): Promise<void> {
    await Promise.all([this.stage.stop(), this.artifacts.stop()])
    rmSync(this.#temp, { recursive: true, force: true })
  }

  commit(): string {
    return createHash('sha1')
      .update(`commit ${++this.#counter}`)
      .digest('hex')
  }

  runId(): string {
    return String(70_000 + ++this.#counter)
  }

  open(checkout: Numbers): Pull {
    const pull = { number: ++this.#counter, headSha: this.commit(), baseSha: this.#head, checkout }
    this.stage.github.openPullRequest({ ...pull, title: 'Change', files: [] })
    return { ...pull, runId: this.runId() }
  }

  /** Onto the default branch. */
  merge({ number }: Pull): string {
    const sha = this.commit()
    this.stage.github.commit(sha, [this.#head])
    this.#head = sha
    this.stage.github.merge(number, sha, { at: new Date(Date.now() + 2_000).toISOString() })
    return sha
  }

  identityOf({ number, headSha, runId }: Pull, more: Partial<JobIdentity> = {}): JobIdentity {
    return { ...pullRequestJob(REPOSITORY, { number, sha: headSha, runId }), ...more }
  }

  serviceOf(runId: string): NonNullable<Host['artifacts']> {
    const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = this.artifacts.job(runId)
    return { url, token }
  }

  #run(pull: Pull, identity: JobIdentity, permissions: Permissions, given: Partial<JobRun>): JobRun {
    const pullRequest = { number: pull.number, headSha: pull.headSha, baseSha: pull.baseSha }
    return {
      identity,
      permissions,
      ...(identity.event === 'pull_request' ? { pullRequest } : {}),
      ...given,
      more: { artifacts: this.serviceOf(identity.runId), ...given.more },
    }
  }

  /** Plans as a job of the pull request does, and hands the plan on. */
  plan(
    pull: Pull,
    target: Target,
    { blocked = false, identity, ...given }: Partial<JobRun> & { blocked?: boolean } = {},
  ): Promise<Told> {
    const run = this.#run(pull, identity ?? this.identityOf(pull), PLANS, {
      command: 'plan',
      ...given,
      inputs: { publish: 'hand-on', ...given.inputs },
    })
    return playJob(this.stage, this.#temp, stepTo(target, pull.checkout, blocked), run)
  }

  publish(pull: Pull, { identity, ...given }: Partial<JobRun> = {}): Promise<Told> {
    const own = identity ?? this.identityOf(pull, { workflow: PUBLISH })
    return playOn(this.stage, this.#temp, publish, this.#run(pull, own, PUBLISHES, given))
  }

  /** After the merge, with the signer that is permitted by default. */
  apply(sha: string, checkout: Numbers, target: Target): Promise<Told> {
    const identity = pushJob(REPOSITORY, { sha, runId: this.runId() })
    const run = { identity, command: 'apply', permissions: APPLIES }
    return playJob(this.stage, this.#temp, stepTo(target, checkout), run)
  }

  /** What our own jobs have handed on, or those of one pull request; the last of them last. */
  handedOn(of?: Pull): Written[] {
    return this.artifacts
      .kept(of?.runId)
      .filter(({ name }) => name.startsWith(`${HAND_OVER}deploy-`))
      .map(({ zip }) => JSON.parse(strFromU8(unzipSync(zip)[HAND_OVER_FILE] ?? new Uint8Array())))
  }

  plant(runId: string, written: unknown): void {
    this.plantZip(runId, zipped(typeof written === 'string' ? written : JSON.stringify(written)))
  }

  plantZip(runId: string, zip: Buffer, listed = {}): void {
    this.artifacts.plant(runId, `${HAND_OVER}${++this.#counter}`, zip, listed)
  }

  comment({ number }: Pull): string {
    return this.stage.github.comments(number)[0]?.body ?? ''
  }

  /** The reviews that are kept on the head of a pull request. */
  reviews({ headSha }: Pull): Review[] {
    return this.stage.github.checkRuns(headSha).flatMap(({ output }) => {
      const json = /^```json\n([^\n]+)\n```$/m.exec(output.text ?? '')?.[1]
      return json === undefined ? [] : [Review.parse(JSON.parse(json))]
    })
  }

  /** How many of the check runs on the head are signed. */
  signed({ headSha }: Pull): number {
    return this.stage.github
      .checkRuns(headSha)
      .filter(({ output }) => output.text?.includes('Signed by GitHub') === true).length
  }
}

/** By zlib, not by fflate, which takes seconds for a bomb. Source: APPNOTE.TXT of the format, 4.3.7 to 4.3.16. */
export function zipped(text: string, name = HAND_OVER_FILE): Buffer {
  const [bytes, called] = [Buffer.from(text), Buffer.from(name)]
  const packed = deflateRawSync(bytes, { level: 1 })
  /** What the local header and the directory both say: version, flags, method, time, date, sum, sizes, name, extra. */
  const said = Buffer.alloc(26)
  for (const [at, value] of [20, 0, 8, 0, 0x21].entries()) said.writeUInt16LE(value, 2 * at)
  for (const [at, value] of [crc32(bytes), packed.length, bytes.length].entries())
    said.writeUInt32LE(value, 10 + 4 * at)
  said.writeUInt16LE(called.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), said, called, packed])
  const madeBy = Buffer.from([20, 0])
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, said, Buffer.alloc(14), called])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  for (const at of [8, 10]) end.writeUInt16LE(1, at)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

export async function openPublishStage(): Promise<PublishStage> {
  return new PublishStage(await openStage(), await startArtifacts())
}

/** Another place than `here`. */
export function targetAt(place: string): Target {
  const target = new Target()
  target.place = place
  return target
}
