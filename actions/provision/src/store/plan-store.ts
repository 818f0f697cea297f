/** Where sealed plans are kept between the review and the apply: objects under a prefix in S3. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Bucket } from '#toolkit/aws/s3.ts'
import { httpStatusOf } from '#toolkit/aws/status.ts'
import { canonicalJson } from '#toolkit/model/canonical.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { PlanStoreSettings } from '../inputs/plan-store.ts'
import { type Binding, differences, type Expected } from './binding.ts'
import type { BundledFile } from './files.ts'
import { type DataKeys, KeyRefused, seal, Tampered, unseal } from './seal.ts'

/** What the apply needs to go on with what a preview has planned: it is sealed as a whole. */
export interface PlanBundle {
  /** Terraform's plan file. */
  readonly planFile: Uint8Array
  /** The dependency lock file that it was planned with; empty for a stack without providers. */
  readonly lockFile: Uint8Array
  /** What planning made in the checkout. */
  readonly generated: readonly BundledFile[]
}

/** Which bundle of the store it is. */
export interface SavedPlanId {
  /** sha256 of the sealed bundle, in hexadecimal: its name in the store, and in the review. */
  readonly id: string
  readonly binding: Binding
}

/** A bundle that can be saved. */
export interface SealedPlan extends SavedPlanId {
  readonly sealed: Uint8Array
}

/** What the store has given, after its seal and its binding were checked. */
export interface LoadedBundle extends PlanBundle, SavedPlanId {}

const PLAN = 'terraform.tfplan'
const LOCK = 'terraform.lock.hcl'
const GENERATED = 'generated/'

const Used = z.object({ run: z.string(), actor: z.string(), at: z.iso.datetime() })

const AGAIN =
  'Open a pull request with the change that is left to do, or with none: its preview plans and saves anew.'

export class PlanStore {
  readonly #settings: PlanStoreSettings
  readonly #bucket: Bucket
  readonly #keys: DataKeys
  readonly #world: World

  constructor(settings: PlanStoreSettings, bucket: Bucket, keys: DataKeys, world: World) {
    this.#settings = settings
    this.#bucket = bucket
    this.#keys = keys
    this.#world = world
  }

  /** @throws Failure PLAN_KEY_REFUSED or PLAN_FILES */
  async seal({ planFile, lockFile, generated }: PlanBundle, binding: Binding): Promise<SealedPlan> {
    const files = [
      { name: PLAN, content: planFile },
      { name: LOCK, content: lockFile },
      ...generated.map(({ name, content }) => ({ name: GENERATED + name, content })),
    ]
    try {
      const sealed = await seal(files, binding, this.#keys)
      return { sealed, binding, id: nameOf(sealed) }
    } catch (error) {
      throw this.#explained(error, binding)
    }
  }

  /** Under its own name, once: nothing is ever put in the place of what a review names. */
  async save({ sealed, binding, id }: SealedPlan): Promise<void> {
    await this.#asking(() => this.#bucket.put(this.#at(binding, `${id}.sealed`), sealed, { once: true }))
    this.#world.log.info(`saved the plan of ${binding.stack} for the apply (${sealed.length} bytes, sealed)`)
  }

  /**
   * @param id that the review names
   * @throws Failure PLAN_MISSING, PLAN_BOUND_ELSEWHERE, PLAN_TOO_OLD, PLAN_TAMPERED, PLAN_KEY_REFUSED or
   * PLAN_STORE_REFUSED
   */
  async load(expected: Expected, id: string): Promise<LoadedBundle> {
    const key = this.#at(expected, `${id}.sealed`)
    const sealed = await this.#asking(() => this.#bucket.get(key))
    if (sealed === undefined) {
      throw new Failure({
        code: 'PLAN_MISSING',
        what: `The plan of ${expected.stack} that the review names is not there.`,
        why: `There is no s3://${this.#settings.bucket}/${key}.`,
        fix: 'Give the apply the same `plan-store:` and backend as the preview of the pull request. Plans that the bucket has expired must be made again.',
      })
    }
    try {
      if (nameOf(sealed) !== id) throw new Tampered('its bytes are not those that the review names')
      const { files, binding } = await unseal(sealed, (bound) => this.#check(bound, expected), this.#keys)
      const content = (name: string) => {
        const file = files.find((each) => each.name === name)
        if (file === undefined) throw new Tampered(`it holds no ${name}`)
        return file.content
      }
      const generated = files.flatMap(({ name, content: bytes }) =>
        name.startsWith(GENERATED) ? [{ name: name.slice(GENERATED.length), content: bytes }] : [],
      )
      return { planFile: content(PLAN), lockFile: content(LOCK), generated, binding, id }
    } catch (error) {
      throw this.#explained(error, expected)
    }
  }

  /** Who has used a plan; undefined when nobody has. */
  async usedBy({ id, binding }: SavedPlanId): Promise<string | undefined> {
    const bytes = await this.#asking(() => this.#bucket.get(this.#at(binding, `${id}.used`)))
    if (bytes === undefined) return undefined
    try {
      const { run, actor, at } = Used.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
      return `${actor} at ${at}: ${run}`
    } catch {
      return 'a run that left no name' // the marker counts, whatever is in it
    }
  }

  /**
   * Marks a plan as used, before anything of it is applied: of any number of runs, one can.
   * @throws Failure PLAN_USED
   */
  async claim(plan: SavedPlanId): Promise<void> {
    const { run, clock } = this.#world
    const used = canonicalJson({ run: run.url, actor: run.actor, at: clock().toISOString() })
    const key = this.#at(plan.binding, `${plan.id}.used`)
    if (await this.#asking(() => this.#bucket.put(key, used, { once: true }))) return
    throw planUsed(plan.binding.stack, (await this.usedBy(plan)) ?? 'another run')
  }

  /**
   * Keeps a state that the backend did not take; S3 encrypts it with the key of the store.
   * @returns where it is
   */
  async keepState(folder: string, state: Uint8Array): Promise<string> {
    const { run } = this.#world
    const key = `${this.#settings.prefix}/${run.repositoryId}/rescued/${run.id}-${run.attempt}/${folder}/errored.tfstate`
    await this.#asking(() => this.#bucket.put(key, state, { encryptWith: this.#settings.key }))
    return `s3://${this.#settings.bucket}/${key}`
  }

  #at(binding: Expected, name: string): string {
    const { repositoryId, commit, stack, backend, workspace } = binding
    // The same code may be planned for several states.
    const target = createHash('sha256')
      .update(canonicalJson({ backend, workspace }))
      .digest('hex')
      .slice(0, 16)
    return [this.#settings.prefix, repositoryId, commit, stack, target, name].join('/')
  }

  #check(bound: Binding, expected: Expected): void {
    const different = differences(bound, expected)
    if (different.length > 0) {
      throw new Failure({
        code: 'PLAN_BOUND_ELSEWHERE',
        what: `The saved plan of ${expected.stack} was made for something else.`,
        why: `${different.map(({ field, bound: was, expected: is }) => `Its ${field} is ${was}, and this run has ${is}.`).join(' ')}`,
        fix: different.some(({ field }) => field === 'code')
          ? `The code that was merged is not the code that was planned: require branches to be up to date before merging. ${AGAIN}`
          : AGAIN,
      })
    }
    const age = this.#world.clock().getTime() - new Date(bound.createdAt).getTime()
    if (age <= this.#settings.maxAge) return
    throw new Failure({
      code: 'PLAN_TOO_OLD',
      what: `The saved plan of ${expected.stack} is ${formatDuration(age)} old.`,
      why: `It was made at ${bound.createdAt}; what exists may have changed since, and \`plan-max-age\` allows ${formatDuration(this.#settings.maxAge)}.`,
      fix: AGAIN,
    })
  }

  #explained(error: unknown, { stack }: Expected): unknown {
    if (error instanceof Tampered) {
      return new Failure({
        code: 'PLAN_TAMPERED',
        what: `The saved plan of ${stack} is not what was sealed: ${error.message}.`,
        why: 'Somebody, or a broken transfer, has changed it since.',
        fix: `Find out who may write under s3://${this.#settings.bucket}/${this.#settings.prefix}. ${AGAIN}`,
        cause: error,
      })
    }
    if (error instanceof KeyRefused) {
      return new Failure({
        code: 'PLAN_KEY_REFUSED',
        what: `The key ${this.#settings.key} does not serve the plan of ${stack}: ${error.message}.`,
        fix: 'The role that plans needs kms:GenerateDataKey with it, and the role that applies kms:Decrypt.',
        cause: error,
      })
    }
    if (error instanceof RangeError) {
      return new Failure({
        code: 'PLAN_FILES',
        what: `The plan of ${stack} cannot be saved: ${error.message}.`,
        fix: 'Look at what planning makes in the folder of the stack.',
        cause: error,
      })
    }
    return error
  }

  async #asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (httpStatusOf(error) !== 403 && httpStatusOf(error) !== 404) throw error
      const cause = error instanceof Failure ? error.cause : error
      const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
      throw new Failure({
        code: 'PLAN_STORE_REFUSED',
        what: `The plan store s3://${this.#settings.bucket}/${this.#settings.prefix} cannot be used: ${message}.`,
        fix: 'The role that plans needs s3:PutObject there; the role that applies s3:GetObject and s3:PutObject, and s3:ListBucket on the bucket.',
        cause: error,
      })
    }
  }
}

function nameOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex')
}

/** @param by who has used it */
export function planUsed(stack: string, by: string): Failure {
  return new Failure({
    code: 'PLAN_USED',
    what: `The saved plan of ${stack} was used already, by ${by}.`,
    why: 'A plan is applied once: what it did not come to is planned, and reviewed, anew.',
    fix: AGAIN,
  })
}
