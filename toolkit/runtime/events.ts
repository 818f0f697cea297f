/**
 * Tells an address how a release goes. It is a courtesy: it runs beside the release, which waits for it once, when its
 * result is safe, and for two seconds at most. The token goes to the address that was given, and nowhere else.
 */
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { askedOf } from '../action/asked.ts'
import type { Given, Step } from '../action/step.ts'
import { type AccessToken, NoAccessToken, requestAccessToken } from '../identity/federated.ts'
import { type Ending, targetOf } from '../model/ending.ts'
import { Failure } from '../model/failure.ts'
import type { Plan } from '../model/plan.ts'
import {
  countsOfChanges,
  countsOfResults,
  makeReleaseEvent,
  type ReleaseData,
  type Report,
} from '../model/release-event.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { exchange, keepConnections } from '../transport/exchange.ts'
import { troubleOf } from '../transport/trouble.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'

/** Milliseconds for one event, and those that the end of a run waits for all of them. */
const DEADLINE = 2_000

/** Milliseconds before its end that a token is not used any more. */
const MARGIN = 30_000

/** An answer that does not take the event. */
class Refused extends Error {
  readonly status: number

  constructor(status: number) {
    super(`it answered ${status}`)
    this.status = status
  }
}

const tooLate = 'It did not answer within two seconds.'
const reachable = 'Check the address, and that the runner reaches it.'

type Edge = Pick<World, 'clock' | 'log' | 'redactor'>

interface Told {
  readonly report: Report
  readonly body?: Masked<string>
}

export class ReleaseEvents<S extends z.ZodObject> {
  readonly #step: Step<S>
  readonly #given: Given<S>
  readonly #host: Host
  readonly #edge: Edge
  readonly #url: URL | undefined
  readonly #over = new AbortController()
  /** What is not delivered → why not, and what to do. */
  readonly #undelivered = new Map<Told, string>()
  #queue: Promise<void> = Promise.resolve()
  #held: { readonly token: AccessToken; readonly until: number } | undefined

  constructor(step: Step<S>, given: Given<S>, host: Host, edge: Edge) {
    this.#step = step
    this.#given = given
    this.#host = host
    this.#edge = edge
    const url = given.valid['events-url']
    // A plan releases nothing, and a terminal is no run of a workflow.
    const tells = given.command.applies && host.problems.length === 0 && host.run.event !== 'terminal'
    this.#url = tells && typeof url === 'string' ? new URL(url) : undefined
  }

  started(): void {
    this.#tell('started', undefined, {})
  }

  planned(plan: Plan): void {
    this.#tell('planned', plan.target, { digest: plan.digest, changes: countsOfChanges(plan.changes) })
  }

  ended(ending: Ending): void {
    const { end, plan, outcome, failures } = ending
    const results = countsOfResults(outcome?.results ?? [])
    const target = targetOf(ending)
    const changed = outcome?.changed === true
    if (end === 'applied' || end === 'nothing to do') {
      const { digest } = plan
      if (this.#step.onlyLooks) this.#tell('verified', target, { digest, results })
      else this.#tell('applied', target, { digest, changed, results })
    } else
      this.#tell('failed', target, {
        changed,
        results,
        failures: failures.map(({ code, what }) => ({ code, what: this.#edge.redactor.mask(what) })),
      })
  }

  /** Waits for what is under way, and says what was not delivered. */
  async settle(): Promise<void> {
    if (this.#url === undefined) return
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, DEADLINE)
    await Promise.race([this.#queue, late])
    clearTimeout(timer)
    this.#over.abort()
    const byReason = Map.groupBy(this.#undelivered, ([, reason]) => reason)
    for (const [reason, all] of byReason) {
      const reports = all.map(([{ report }]) => `\`${report}\``).join(', ')
      this.#edge.log.warning(
        `${this.#url.origin} was not told of this release: ${reports}. ${reason} The release itself does not depend on it.`,
      )
    }
    this.#undelivered.clear()
  }

  #tell<R extends Report>(
    report: R,
    target: string | undefined,
    own: Omit<ReleaseData<R>, keyof ReleaseData<'started'>>,
  ): void {
    const url = this.#url
    if (url === undefined) return
    const { run, inputs } = this.#host
    const { redactor, clock } = this.#edge
    const name = inputs['name']?.trim()
    const about: ReleaseData<'started'> = {
      repository: run.repository,
      run_id: run.id,
      run_attempt: Number(run.attempt),
      commit: run.sha,
      step: this.#step.name,
      command: this.#given.command.name,
      part: askedOf(this.#step, inputs).hash,
      name: name === undefined || name === '' ? null : redactor.mask(name),
      target: target === undefined ? null : redactor.mask(target),
    }
    try {
      const data = { ...about, ...own } as ReleaseData<R> // both halves of it
      const event = makeReleaseEvent(report, { id: randomUUID(), source: run.url, time: clock(), data })
      const masked = redactor.masked(event)
      const told: Told = { report, body: rendered(masked, JSON.stringify(masked)) }
      this.#undelivered.set(told, `${tooLate} ${reachable}`)
      this.#queue = this.#queue.then(() => this.#deliver(told, url))
    } catch (error) {
      // What a runner says of its run is not what it should be: that is no reason to fail the run.
      this.#undelivered.set({ report }, `It cannot be told: ${String(error)}.`)
    }
  }

  /** Never throws. */
  async #deliver(told: Told, url: URL): Promise<void> {
    const signal = AbortSignal.any([this.#over.signal, AbortSignal.timeout(DEADLINE)])
    const connections = keepConnections({ most: 1, proxies: this.#host.childEnvironment })
    /** Who is asked. */
    let asked = url
    try {
      const bearer = await this.#bearer(url, connections, signal, (whom) => {
        asked = whom
      })
      asked = url
      const { status } = await exchange({
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/cloudevents+json',
          'user-agent': 'omninode_infra',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: told.body,
        connections,
        signal,
        deadline: DEADLINE,
        wanted: () => 0,
      })
      if (status < 200 || status > 299) throw new Refused(status)
      this.#undelivered.delete(told)
    } catch (error) {
      // What is there already says that it came too late.
      if (!signal.aborted) this.#undelivered.set(told, this.#reasonOf(error, asked, url, connections))
    } finally {
      connections.close()
    }
  }

  async #bearer(
    url: URL,
    connections: ReturnType<typeof keepConnections>,
    signal: AbortSignal,
    asks: (whom: URL) => void,
  ): Promise<string | undefined> {
    const { redactor, clock } = this.#edge
    const issuer = this.#given.valid['events-issuer']
    const idToken = async (audience: string) => {
      const token = await this.#host.idToken(audience, signal)
      redactor.add(token)
      return token
    }
    if (typeof issuer !== 'string')
      return this.#host.mayRequestIdToken ? await idToken(url.origin) : undefined
    if (this.#held !== undefined && this.#held.until > clock().getTime()) return this.#held.token.token
    asks(new URL(issuer))
    const token = await requestAccessToken({ issuer, idToken, connections, signal, deadline: DEADLINE })
    redactor.add(token.token)
    this.#held = { token, until: clock().getTime() + token.lasts - MARGIN }
    return token.token
  }

  #reasonOf(error: unknown, asked: URL, url: URL, connections: ReturnType<typeof keepConnections>): string {
    const whose = asked === url ? '' : `${asked.origin}, which gives the token: `
    if (error instanceof Failure) return `${whose}${error.message}`
    if (error instanceof NoAccessToken)
      return `${whose}${error.message}. Its realm wants a client for the \`sub\` of this job, and the audience ${asked.href}.`
    if (error instanceof Refused) {
      const { status } = error
      if (status >= 300 && status < 400)
        return `It answered ${status}: no redirect is followed, because the token is for this address alone. Give the address that takes events itself.`
      if (status === 401 || status === 403)
        return `It answered ${status}: it does not take events from this job. Look at \`events-issuer\`, and at what its client may.`
      return `It answered ${status}. Look at its log.`
    }
    const { why, fix } = troubleOf(error, asked, connections) ?? { why: String(error), fix: reachable }
    return `${whose}${why} ${fix}`
  }
}
