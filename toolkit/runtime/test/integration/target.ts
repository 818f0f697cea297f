/** A target that is a handful of numbers, and the step that releases it: what it remembers, it keeps itself. */
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { Opening } from '../../../action/opening.ts'
import type { Step } from '../../../action/step.ts'
import type { Change } from '../../../model/change.ts'
import { Failure } from '../../../model/failure.ts'
import { finding } from '../../../model/finding.ts'
import { makePlan, type Plan, type Remembered } from '../../../model/plan.ts'
import type { Review } from '../../../model/review.ts'
import { Sensitive } from '../../../model/sensitive.ts'

export type Numbers = Readonly<Record<string, number>>

export class Target {
  live: Numbers = {}
  remembered: Remembered | undefined
  /** Where it is; another place is another target. */
  place = 'here'
  /** How many changes are made before the run is cut off. */
  patience = Number.POSITIVE_INFINITY
  /** What of its changes is shown to nobody. */
  sensitive = Sensitive.none
  /** Why there is no plan. */
  unplannable: string | undefined
  /** Milliseconds until there is one. */
  takes = 0
  /** What a plan has beside the numbers. */
  more: readonly Change[] = []
  /** What its last plan was told that was shown. */
  shown: Review | undefined
  /** What a finding says, where it is blocked. */
  told = 'm'

  /** What a checkout would do to it: all that it does not name is removed. */
  changesTo(wanted: Numbers): Change[] {
    const names = [...new Set([...Object.keys(this.live), ...Object.keys(wanted)])].sort()
    return names.flatMap((address): Change[] => {
      const [before, after] = [this.live[address], wanted[address]]
      if (before === after) return []
      const kind = 'number'
      if (before === undefined) return [{ action: 'create', kind, address, after: after ?? null }]
      if (after === undefined) return [{ action: 'delete', kind, address, before }]
      return [{ action: 'update', kind, address, before, after }]
    })
  }

  make(change: Plan['changes'][number]): void {
    if (this.patience-- <= 0) throw new Failure({ code: 'CUT_OFF', what: 'The run was cut off.' })
    const { [change.address]: _, ...rest } = this.live
    this.live = typeof change.after === 'number' ? { ...rest, [change.address]: change.after } : rest
  }
}

/** @param checkout what the files of the run say; `rollback` goes back to nothing */
export function stepTo(target: Target, checkout: Numbers, blocked = false): Step<z.ZodObject> {
  return {
    name: 'deploy',
    description: 'Sets numbers.',
    commands: { plan: 'plan', apply: 'apply', rollback: 'apply' },
    approvedElsewhere: ['rollback'],
    inputs: z.object({}),
    outputs: {},
    asked: () => [target.place],
    open: async (given, world) => {
      new Opening(given).inputs()
      const wanted = given.command.name === 'rollback' ? {} : checkout
      const place = { target: `numbers ${target.place}`, where: { place: target.place } }
      const parts = {
        rule: 'r',
        severity: 'error',
        verdict: 'fail',
        message: target.told,
        why: 'w',
        fix: 'f',
      } as const
      return {
        place: async () => {
          if (target.place === 'nowhere') throw new Failure({ code: 'NO_PLACE', what: 'Nowhere.' })
          return place
        },
        plan: async (reviewed) => {
          target.shown = reviewed
          await sleep(target.takes)
          world.signal.throwIfAborted()
          if (target.unplannable !== undefined)
            throw new Failure({ code: 'UNPLANNABLE', what: target.unplannable })
          return makePlan({
            step: 'deploy',
            ...place,
            createdAt: world.clock(),
            changes: [...target.changesTo(wanted), ...target.more],
            sensitive: target.sensitive,
            findings: blocked ? [finding(parts, 'thing')] : [],
            with: {},
            from: { checkout: JSON.stringify(wanted) },
            released: target.remembered === undefined ? {} : { '': target.remembered },
          })
        },
        apply: async (plan, forwards, progress) => {
          await forwards.allow('', target.remembered)
          target.remembered = forwards.next
          for (const change of plan.changes) {
            target.make(change)
            progress.record({ address: change.address, action: change.action, status: 'done', durationMs: 1 })
          }
        },
        close: async () => undefined,
      }
    },
    report: () => ({}),
  }
}
