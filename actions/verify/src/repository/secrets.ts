/** How secrets are recognized: by their own shape, and by what a name that says so holds. */
import { refersToSecret } from '#toolkit/redact/names.ts'
import type { Services } from './services.ts'

interface Shape {
  readonly what: string
  readonly pattern: RegExp
}

/** A reference, to be filled in by the shell, Kubernetes, GitHub or a template. */
const reference = String.raw`\$\(|\$\{|\$[A-Za-z_]|\{\{|<`

const shapes: readonly Shape[] = [
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[oprsu]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22}/ },
  { what: 'a GitLab token', pattern: /\bglpat-[\w-]{20}/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10}/ },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16}/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'an onex-api key', pattern: /\bonxk_[\w-]{16}/ },
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'a JSON Web Token', pattern: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
]

/** With what it leads to: a host, with its port if it names one, which may be an expression of GitHub's; and the rest. */
const passwordInUrl = new RegExp(
  String.raw`\b([a-z][a-z0-9+.-]{0,40})://[^\s:/@"']*:(?!${reference}|\*{3})[^\s/@"']+@((?:\$\{\{.*?\}\}|[^\s/?#"'$])*)(?=([^\s"']{0,4000}))`,
  'gi',
)

/** What PostgreSQL takes for the host before the one of the URL; or more than was looked at. */
const elsewhere = /[?&](?:host|hostaddr|port|service)=|^.{4000}/i

/**
 * What a text holds, by its shape; undefined when nothing is recognized.
 * @param services a password for one of these is none: its server ends with the job that starts it
 */
export function secretIn(text: string, services?: Services): string | undefined {
  const known = shapes.find(({ pattern }) => pattern.test(text))?.what
  if (known !== undefined) return known
  for (const [, scheme = '', authority = '', rest = ''] of text.matchAll(passwordInUrl))
    if (services?.has(scheme, authority) !== true || elsewhere.test(rest)) return 'a password in a URL'
  return undefined
}

/** Values that are no secret wherever they stand: nothing, a switch, a reference, a path, an identifier of a secret store. */
const harmless = new RegExp(
  String.raw`^(?:|true|false|none|null|\*+)$|^(?:/|\./|~/)\S*$|^arn:aws[\w-]*:|^projects/[^/]+/secrets/|\$\{\{|^(?:${reference})`,
)

/** Whether a value that a secret's name holds is written out, and not a reference to it. */
export function isLiteralSecret(name: string, value: string): boolean {
  const text = value.trim()
  return !harmless.test(text) && !refersToSecret(name, text)
}
