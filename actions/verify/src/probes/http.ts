/** Whether a service answers as it should, and refuses whom it should. No answer's body is shown. */
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { codeOf } from '#toolkit/retry/network.ts'
import type { World } from '#toolkit/world/world.ts'
import {
  askReady,
  askSteadily,
  type HttpAnswer,
  type HttpProbe,
  hasBrokenOff,
  NotReady,
  told,
} from '../http/ask.ts'
import {
  defineProbe,
  disproven,
  type Patience,
  type ProbeResult,
  type ProbeTarget,
  proven,
  TooLate,
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

/** An address beside the probed one that nobody can have made. */
function nowhere(url: URL, random: () => number): URL {
  const name = `does-not-exist-${Math.floor(random() * 2 ** 32).toString(16)}`
  return new URL(url.pathname.replace(/[^/]*$/, name), url)
}

/** A route that is gone is answered like one that never was. */
const absent: readonly number[] = [404, 410]

/** Whether the expected answer means anything: what should be answered otherwise is asked as well. */
async function selfTest(probe: HttpProbe, answer: HttpAnswer, patience: Patience): Promise<ProbeResult> {
  const { url, headers, paired, inhabited, random } = probe
  if (headers.size > 0 && answer.status < 400) {
    const { proveAuthentication } = await import('../http/authentication.ts')
    return proveAuthentication(probe, answer, patience)
  }
  if (absent.includes(answer.status)) {
    if (inhabited || paired)
      return proven(`${told(answer)} as expected; another probe shows that the service is there.`)
    return undecided(
      `${told(answer)} as expected, but nothing shows that the service is there: prove an address of it that answers as well.`,
    )
  }
  if (paired)
    return proven(`${told(answer)} as expected; another probe shows that the address answers otherwise.`)
  const other = await askReady({ ...probe, url: nowhere(url, random) }, headers, patience)
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
    if (last instanceof NotReady) {
      const { answer, wavers } = last
      if (answer.complaint !== undefined)
        return `It still answered ${told(answer)} after ${time}, but ${answer.complaint.what}.`
      if (wavers) return `It answered now as expected and now ${told(answer)}, still after ${time}.`
      return `It still answered ${told(answer)} after ${time}.`
    }
    if (last === undefined) return `It did not answer within ${time}.`
    if (hasBrokenOff(last)) return `Its answer still broke off after ${time}.`
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
  const { expect } = probe
  try {
    const answer = await askSteadily(probe, patience)
    if (!expect.includes(answer.status))
      return disproven(`It answers ${told(answer)}, not ${expect.join(' or ')}.`)
    if (answer.complaint !== undefined) {
      const { certain, what } = answer.complaint
      return (certain ? disproven : undecided)(`${told(answer)} as expected, but ${what}.`)
    }
    return await selfTest(probe, answer, patience)
  } catch (error) {
    patience.signal.throwIfAborted()
    const doubtful =
      error instanceof TooLate &&
      error.last instanceof NotReady &&
      error.last.answer.complaint?.certain === false
    return (doubtful ? undecided : disproven)(await explained(error, patience.deadline, probe))
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

/** Where a target is asked; undefined as long as that is not known. */
function originOf(target: HttpTarget, env: Readonly<Record<string, string>>): string | undefined {
  try {
    return urlOf(target, env).origin
  } catch (error) {
    if (error instanceof Failure) return undefined // told when that one is opened
    throw error
  }
}

/** Whether another target wants something to be there, where a target is asked. */
function isInhabited(target: HttpTarget, targets: readonly ProbeTarget[], env: World['env']): boolean {
  const origin = originOf(target, env)
  return targets.some(
    (each) =>
      isHttp(each) &&
      originOf(each, env) === origin &&
      each.expect.every((status) => status < 500 && !absent.includes(status)),
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
    return headers.length === 0 ? unless : `${unless}, and when a near miss of its credential is not refused`
  },
  given: async (target, { world }) => variablesOf(target, world.env),
  open: async (target, { targets, opening, world }) => {
    const url = opening.read(() => urlOf(target, world.env))
    const headers = opening.read(() => headersOf(target, world))
    const { expect } = target
    const paired = isPaired(target, targets)
    const { random, env } = world
    const inhabited = isInhabited(target, targets, env)
    return (patience) =>
      probeHttp({ url: url(), headers: headers(), expect, paired, inhabited, random, env }, patience)
  },
})
