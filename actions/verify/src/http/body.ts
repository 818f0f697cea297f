/**
 * What the body of an answer says against its status: a page to log in, an error, a service that is down, half a text.
 * Nothing of it is in what is told.
 */

export interface Body {
  /** As far as it was read. */
  readonly text: string
  /** Whether that is all of it. */
  readonly complete: boolean
  readonly contentType: string
}

export interface Complaint {
  /** Completes "200 as expected, but …". */
  readonly what: string
  /** Whether it is certain that the service does not do what it should; else that is not to be told. */
  readonly certain: boolean
  /** Whether it may be over in a moment. */
  readonly passing: boolean
}

const down = (what = 'its body says that it is not well'): Complaint => ({
  what,
  certain: true,
  passing: true,
})
const unclear = (what: string): Complaint => ({ what, certain: false, passing: true })
/** Half of it, or something else. */
export const notAsCalled = down('its body is not what its headers call it')
const login: Complaint = {
  what: 'it is a page to log in, and not what is behind it',
  certain: false,
  passing: false,
}

/** The words of a health check, without what is not a letter: that it is not well, whatever else is there. */
const unwell: ReadonlySet<string> = new Set(
  'down unhealthy outofservice unavailable notready unready notok nok critical offline fail dead'.split(' '),
)
/** The same where one asks for health; elsewhere they may be about something else. */
const failed: ReadonlySet<string> = new Set(
  'failed failing failure error errored red broken bad ko'.split(' '),
)
const between: ReadonlySet<string> = new Set(
  'unknown degraded starting initializing initialising pending stopping draining shuttingdown maintenance'.split(
    ' ',
  ),
)
/** Members that say how somebody is; `false` says no. */
const states: ReadonlySet<string> = new Set(
  'status state health healthy overall overallstatus healthstatus ready live alive up ok available success'.split(
    ' ',
  ),
)
/** Members that say how somebody is when they are true. */
const troubles: ReadonlySet<string> = new Set(
  'down unhealthy degraded draining maintenance shuttingdown'.split(' '),
)

const wordOf = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')

type Judgement = 'down' | 'between' | undefined

/** How one that is asked for its health says it is, at any depth. */
function healthIn(value: unknown): Judgement {
  let found: Judgement
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') {
      if (unwell.has(wordOf(next)) && next.length < 40) return 'down'
      continue
    }
    if (typeof next !== 'object' || next === null) continue
    for (const [name, member] of Object.entries(next)) {
      open.push(member)
      const key = wordOf(name)
      if (troubles.has(key) && member === true) found = 'between'
      if (!states.has(key)) continue
      if (member === false) return 'down'
      if (typeof member === 'number' && member >= 400 && member < 600) return 'down'
      if (typeof member !== 'string') continue
      const word = wordOf(member)
      if (unwell.has(word) || failed.has(word)) return 'down'
      if (between.has(word)) found = 'between'
    }
  }
  return found
}

/** Whether something is said at all: `null`, `""`, `{}`, `[]` and `false` are said when there is nothing to say. */
function says(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 0
}

/** What any answer may say of itself, at its top alone: what is below may be about something else. */
function complaintOfMembers(value: unknown): Complaint | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const members = Object.entries(value)
  for (const [name, member] of members) {
    const key = wordOf(name)
    if (!states.has(key)) continue
    const word = typeof member === 'string' ? wordOf(member) : ''
    if (unwell.has(word) || (key !== 'available' && key !== 'state' && member === false)) return down()
    if (failed.has(word)) return unclear('its body says that something failed')
  }
  for (const [name, member] of members) {
    const key = wordOf(name)
    const isStatus = ['status', 'statuscode'].includes(key) && Number(member) >= 400 && Number(member) < 600
    if (isStatus || (['error', 'errors'].includes(key) && says(member)))
      return unclear('its body tells of an error')
  }
  return undefined
}

/** The tags of a page, each from its name to its end. */
function tagsOf(html: string): readonly string[] {
  return html
    .split('<')
    .slice(1)
    .map((piece) => piece.split('>', 1)[0] ?? '')
}

/** What stands in the first of these elements. */
function textOf(html: string, element: string): string {
  const lower = html.toLowerCase()
  const begin = lower.indexOf('>', lower.indexOf(`<${element}`)) + 1
  if (!lower.includes(`<${element}`) || begin === 0) return ''
  const end = lower.indexOf(`</${element}`, begin)
  return html.slice(begin, end === -1 ? begin + 200 : Math.min(end, begin + 200))
}

const away =
  /\b(?:maintenance|unavailable|be (?:right )?back|coming soon|bad gateway|gateway time-?out|internal server error|not found|access denied|forbidden|unauthori[sz]ed|just a moment|attention required)\b/i
const asksForLogin = /\b(?:log[ -]?[io]n|sign[ -]?[io]n|anmeld|einlogg|authenticat)/i

function complaintOfPage(html: string, path: string): Complaint | undefined {
  const tags = tagsOf(html)
  const headings = [textOf(html, 'title'), textOf(html, 'h1'), textOf(html, 'h2')]
  const input = (pattern: RegExp) => tags.some((tag) => /^input\b/i.test(tag) && pattern.test(tag))
  const asked =
    input(/\btype\s*=\s*["']?password\b/i) || input(/\bname\s*=\s*["']?SAML(?:Request|Response)\b/)
  // One that was asked for is what was expected.
  const wanted = asksForLogin.test(path)
  if (!wanted && (asked || headings.some((heading) => asksForLogin.test(heading)))) return login
  if (headings.some((heading) => away.test(heading)))
    return unclear('it is a page that says that something else is not there')
  const leads = tags.some(
    (tag) => /^meta\b/i.test(tag) && /http-equiv\s*=\s*["']?refresh\b/i.test(tag) && /\burl\s*=/i.test(tag),
  )
  return leads ? { ...unclear('it is a page that leads to another'), passing: false } : undefined
}

/** @returns undefined when it is none */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether one is asked here how it is. */
function isHealth(path: string, contentType: string): boolean {
  return (
    /(?:^|[/._-])(?:health|healthz|healthcheck|ready|readyz|readiness|live|livez|liveness|alive|ping|up|status|statusz|actuator)(?:$|[/._-])/i.test(
      path,
    ) || /\bhealth\+json\b/i.test(contentType)
  )
}

/** Plain words, as far as they are few. */
function healthInText(text: string): Judgement {
  const words = text.slice(0, 2_000).split(/[<>:=,;"'\s]+/)
  if (/^\[-\]/m.test(text) || /\b(?:DOWN|UNHEALTHY|FAIL(?:ED)?|OUT_OF_SERVICE)\b/.test(text)) return 'down'
  const short = words.length <= 8
  if (short && unwell.has(wordOf(text))) return 'down'
  if (short && words.some((word) => unwell.has(wordOf(word)) || failed.has(wordOf(word)))) return 'down'
  return short && words.some((word) => between.has(wordOf(word))) ? 'between' : undefined
}

function complaintOfHealth(judgement: Judgement): Complaint | undefined {
  if (judgement === 'down') return down()
  return judgement === 'between' ? unclear('its body says that it is not quite well') : undefined
}

/**
 * @param path of what was asked for
 * @returns undefined when nothing speaks against the answer
 */
export function complaintOf(body: Body, path: string): Complaint | undefined {
  const text = body.text.replace(/^\uFEFF/, '').trim()
  if (text === '') return undefined
  const { contentType } = body
  if (/\bx?html\b/i.test(contentType) || /^<(?:!doctype html|html)\b/i.test(text))
    return complaintOfPage(text, path)
  const declared = /[/+]json\b/i.test(contentType)
  if (declared || /^[[{]/.test(text)) {
    // What was not read to its end cannot be.
    if (!body.complete) return undefined
    const value = readJson(text)
    if (value === undefined && declared) return notAsCalled
    if (/\bproblem\+json\b/i.test(contentType)) return unclear('its body tells of an error')
    if (value !== undefined) {
      const health = isHealth(path, contentType) ? complaintOfHealth(healthIn(value)) : undefined
      return health ?? complaintOfMembers(value)
    }
  }
  return isHealth(path, contentType) ? complaintOfHealth(healthInText(text)) : undefined
}
