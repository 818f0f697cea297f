/** Whether a service answers as it should, and refuses whom it should. No answer's body is read or shown. */
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { codeOf } from '#toolkit/retry/network.ts'
import type { World } from '#toolkit/world/world.ts'
import {
  defineProbe,
  disproven,
  isAbsent,
  type Patience,
  type ProbeResult,
  type ProbeTarget,
  proven,
  TooLate,
  tryUntil,
  undecided,
} from './probe.ts'
import { when } from './words.ts'

/** `http <url> [header <name> env:<VARIABLE>]… expect <status>[,<status>]…` */
export interface HttpTarget extends ProbeTarget {
  readonly probe: 'http'
  /** As it is written: an address, or `env:VARIABLE/path`. */
  readonly url: string
  readonly headers: readonly { readonly name: string; readonly variable: string }[]
  /** Any of these statuses passes. */
  readonly expect: readonly number[]
}

/** Milliseconds after which one request is given up. */
const REQUEST_MS = 10_000

export interface HttpProbe {
  readonly url: URL
  /** Header → value; the values are secrets. */
  readonly headers: ReadonlyMap<string, string>
  readonly expect: readonly number[]
  /** Another target expects another answer of this address, so that each shows what the other could have been. */
  readonly paired: boolean
  readonly random: () => number
  /** Of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds for one request; ten seconds when not given. */
  readonly requestDeadline?: number
}

interface Answer {
  readonly status: number
  /** Where a redirect leads, without its query. */
  readonly location: string | undefined
}

/** A status that is worth asking again for: the service, or what is in front of it, is not ready. */
class NotReady extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super(`it answers ${answer.status}`)
    this.answer = answer
  }
}

function locationOf(header: string | undefined, url: URL): string | undefined {
  if (header === undefined || !URL.canParse(header, url.href)) return undefined
  const { origin, pathname } = new URL(header, url)
  return origin === url.origin ? pathname : `${origin}${pathname}`
}

/** One GET on a connection of its own. Redirects are answers: they are not followed. */
async function get(
  url: URL,
  headers: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
  deadline: number,
  signal: AbortSignal,
): Promise<Answer> {
  // Loaded by the runs that ask: TLS takes its time to start.
  const { exchange, keepConnections } = await import('#toolkit/transport/exchange.ts')
  const connections = keepConnections({ most: 1, proxies: env })
  const { status, headers: received } = await exchange({
    method: 'GET',
    url,
    headers: { accept: '*/*', 'user-agent': 'omninode_infra verify', ...Object.fromEntries(headers) },
    connections,
    signal,
    deadline,
    headOnly: true,
  }).finally(() => connections.close())
  return { status, location: locationOf(received.location, url) }
}

function told({ status, location }: Answer): string {
  return location === undefined ? String(status) : `${status} to ${location}`
}

/** Asks until there is an answer that is not a sign of something still starting. */
function ask(
  probe: HttpProbe,
  url: URL,
  headers: ReadonlyMap<string, string>,
  patience: Patience,
): Promise<Answer> {
  const { env, expect, random, requestDeadline = REQUEST_MS } = probe
  const starting = (error: unknown) => {
    if (error instanceof NotReady) return `an answer other than ${error.answer.status}`
    return isAbsent(error) ? `a connection (${codeOf(error)})` : undefined
  }
  return tryUntil(patience, random, starting, async (signal) => {
    const answer = await get(url, headers, env, requestDeadline, signal)
    const unready = answer.status >= 500 || answer.status === 429
    if (unready && !expect.includes(answer.status)) throw new NotReady(answer)
    return answer
  })
}

/** Texts of the same length that are no credentials. */
function wrong(headers: ReadonlyMap<string, string>, random: () => number): Map<string, string> {
  const letter = () => Math.floor(random() * 36).toString(36)
  return new Map([...headers].map(([name, value]) => [name, [...value].map(letter).join('')]))
}

/** An address beside the probed one that nobody can have made. */
function nowhere(url: URL, random: () => number): URL {
  const name = `does-not-exist-${Math.floor(random() * 2 ** 32).toString(16)}`
  return new URL(url.pathname.replace(/[^/]*$/, name), url)
}

/** A route that is gone is answered like one that never was. */
const absent: readonly number[] = [404, 410]

/** Whether the expected answer means anything: what should be answered otherwise is asked as well. */
async function selfTest(probe: HttpProbe, answer: Answer, patience: Patience): Promise<ProbeResult> {
  const { url, headers, expect, paired, random } = probe
  if (headers.size > 0 && answer.status < 400) {
    const names = [...headers.keys()].join(' and ')
    const refusal = await ask(probe, url, wrong(headers, random), patience)
    if (expect.includes(refusal.status))
      return disproven(
        `${told(answer)} as expected, but a wrong ${names} is answered ${told(refusal)} as well.`,
      )
    return proven(`${told(answer)} as expected; a wrong ${names} is answered ${told(refusal)}.`)
  }
  if (absent.includes(answer.status)) return proven(`${told(answer)} as expected.`)
  if (paired)
    return proven(`${told(answer)} as expected; another probe shows that the address answers otherwise.`)
  const other = await ask(probe, nowhere(url, random), headers, patience)
  if (other.status === answer.status)
    return undecided(
      `${told(answer)} as expected, but an address that does not exist is answered the same: it proves nothing.`,
    )
  return proven(`${told(answer)} as expected; an address that does not exist is answered ${told(other)}.`)
}

async function explained(error: unknown, deadline: number, { url, env }: HttpProbe): Promise<string> {
  if (error instanceof TooLate) {
    const { last } = error
    const time = formatDuration(deadline)
    if (last instanceof NotReady) return `It still answered ${told(last.answer)} after ${time}.`
    if (last === undefined) return `It did not answer within ${time}.`
    return `It could not be reached within ${time} (${codeOf(last)}).`
  }
  const code = codeOf(error) ?? 'no answer'
  if (code === 'ERR_PROXY_TUNNEL') {
    const [{ proxiesIn }, { troubleOf }] = await Promise.all([
      import('#toolkit/transport/proxies.ts'),
      import('#toolkit/transport/trouble.ts'),
    ])
    return troubleOf(error, url, proxiesIn(env))?.why ?? code
  }
  if (/CERT|SIGNATURE|ERR_TLS|EPROTO|SSL/.test(code))
    return `Its certificate is not accepted (${code}): it is for another name, has expired, or nobody known signed it.`
  return `It does not speak HTTP as it should (${code}).`
}

/** Asks for the address until its answer is what is expected, or is certainly not. A wrong answer is never asked again. */
export async function probeHttp(probe: HttpProbe, patience: Patience): Promise<ProbeResult> {
  const { url, headers, expect } = probe
  try {
    const answer = await ask(probe, url, headers, patience)
    if (!expect.includes(answer.status))
      return disproven(`It answers ${told(answer)}, not ${expect.join(' or ')}.`)
    return await selfTest(probe, answer, patience)
  } catch (error) {
    patience.signal.throwIfAborted()
    return disproven(await explained(error, patience.deadline, probe))
  }
}

const fromEnvironment = /^env:([A-Za-z_]\w*)(\/\S*)?$/
const headerName = /^[\w!#$%&'*+.^`|~-]+$/

function isAddress(word: string): boolean {
  if (fromEnvironment.test(word)) return true
  if (!/^https?:\/\//.test(word) || !URL.canParse(word)) return false
  const { username, password } = new URL(word)
  return username === '' && password === ''
}

/** Where a target is, with its variable put in. @throws Failure TARGET_ADDRESS when that holds no address */
export function urlOf({ url }: HttpTarget, env: Readonly<Record<string, string>>): URL {
  const [, variable, path = ''] = fromEnvironment.exec(url) ?? []
  if (variable === undefined) return new URL(url)
  const base = env[variable]?.replace(/\/$/, '') ?? ''
  if (isAddress(`${base}${path}`) && /^https?:/.test(base)) return new URL(`${base}${path}`)
  throw new Failure({
    code: 'TARGET_ADDRESS',
    what: `The environment variable ${variable}, which ${url} needs, holds no http address.`,
    fix: `Set \`${variable}:\` under \`env:\` of this step, to an address without credentials.`,
  })
}

function addressOf({ url, headers }: HttpTarget): string {
  return `http ${url}${headers.map(({ name }) => ` with ${name}`).join('')}`
}

/** The values of the variables that are sent, masked from here on. @throws Failures TARGET_CREDENTIAL */
function headersOf(target: HttpTarget, { env, redactor }: World): Map<string, string> {
  const headers = new Map<string, string>()
  const problems: Failure[] = []
  for (const { name, variable } of target.headers) {
    const value = env[variable] ?? ''
    redactor.addSensitive(value, /^authorization$/i.test(name) ? 'token' : variable)
    headers.set(name, value)
    if (/^[\t\x20-\x7e]+$/.test(value)) continue
    problems.push(
      new Failure({
        code: 'TARGET_CREDENTIAL',
        what: `The environment variable ${variable}, which \`${addressOf(target)}\` sends, ${value === '' ? 'is not set' : 'cannot be sent in a header'}.`,
        fix: `Set \`${variable}:\` under \`env:\` of this step, from a secret.`,
      }),
    )
  }
  throwIfAny(problems)
  return headers
}

/** The values of all variables that it names; undefined unless this run has them all. */
function variablesOf(
  { url, headers }: HttpTarget,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const [, address] = fromEnvironment.exec(url) ?? []
  const values = [
    ...(address === undefined ? [] : [[address, env[address]?.replace(/\/$/, '') ?? ''] as const]),
    ...headers.map(({ variable }) => [variable, env[variable] ?? ''] as const),
  ]
  const complete = values.length > 0 && values.every(([, value]) => value !== '')
  return complete ? Object.fromEntries(values) : undefined
}

function isHttp(target: ProbeTarget): target is HttpTarget {
  return target.probe === 'http'
}

/** Whether another target expects something else of the same address. */
function isPaired(target: HttpTarget, targets: readonly ProbeTarget[]): boolean {
  return targets.some(
    (other) =>
      isHttp(other) &&
      other !== target &&
      other.url === target.url &&
      !other.expect.some((status) => target.expect.includes(status)),
  )
}

export const probe = defineProbe<HttpTarget>({
  id: 'http',
  form: 'http <url> [header <name> env:<VARIABLE>] expect <status>',
  wave: 'services',
  parse: (words) => {
    const url = words.take(
      'an http:// or https:// address without credentials, or env:<VARIABLE>/<path>',
      (word) => (isAddress(word) ? word : undefined),
    )
    const headers: { name: string; variable: string }[] = []
    while (words.passes('header')) {
      const name = words.take('the name of a header', when(headerName)).toLowerCase()
      const variable = words.take(
        'env:<VARIABLE>, so that the value is in no file',
        (word) => /^env:([A-Za-z_]\w*)$/.exec(word)?.[1],
      )
      headers.push({ name, variable })
    }
    words.take('"expect"', when(/^expect$/))
    const expect = words.take('statuses such as 200 or 401,403', (word) =>
      /^[1-5]\d\d(?:,[1-5]\d\d)*$/.test(word) ? word.split(',').map(Number) : undefined,
    )
    return { probe: 'http', url, headers, expect }
  },
  address: addressOf,
  expectation: ({ expect, headers }) => {
    const sent = Object.fromEntries(headers.map(({ name, variable }) => [name, `env:${variable}`]))
    return headers.length === 0 ? { expect: [...expect] } : { expect: [...expect], headers: sent }
  },
  failsWhen: ({ expect, headers }) => {
    const unless = `unless the status is ${expect.join(' or ')}`
    return headers.length === 0 ? unless : `${unless}, and when a wrong value is accepted as well`
  },
  given: async (target, { world }) => variablesOf(target, world.env),
  open: async (target, { targets, opening, world }) => {
    const url = opening.read(() => urlOf(target, world.env))
    const headers = opening.read(() => headersOf(target, world))
    const { expect } = target
    const paired = isPaired(target, targets)
    const { random, env } = world
    return (patience) => probeHttp({ url: url(), headers: headers(), expect, paired, random, env }, patience)
  },
})
