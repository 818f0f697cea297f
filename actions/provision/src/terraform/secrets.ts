/**
 * Secrets that no provider has marked: found by the name of their attribute, by a shape that only secrets have, and by
 * how random they look. A guess hides only its own place; a plan in which ids and hashes are masked, too, cannot be read
 * any more, so those are told apart.
 */
import { unwrapped } from './readable.ts'

/** Shorter values would mask ordinary words. */
const SHORTEST = 6

/** What secrets are called: whole words of a name in snake_case, kebab-case or camelCase. */
const SECRET_NAME =
  /(?:^|_)(?:password|passwd|pwd|pass|passphrase|secret|secrets|token|api_?key|apikey|private_key|signing_key|encryption_key|access_key|secret_key|auth_key|shared_key|account_key|license_key|client_secret|credential|credentials|connection_string|conn_str|dsn|auth_string|psk|preshared_key|webhook_url|sas_url)(?:_(?:base64|b64|value|text|string|plain|plaintext|data|wo|\d+))?$/

/** What is said about a secret, and is none: `password_length`, `secret_name`, `token_type`, `manage_master_user_password`. */
const ABOUT =
  /(?:^|_)(?:manage|enable|enabled|require|required|use|uses|has|is|allow|rotate|reset|store|generate|create|delete|ignore|min|max|minimum|maximum)_.*(?:password|secret|token|key|pass)|(?:^|_)(?:public_key|key_id|token_type|secret_type|pass_through)$/

/** Attributes whose values look random and are none of anybody's business to hide. */
const PUBLIC_NAME =
  /(?:^|_)(?:arn|arns|id|ids|uid|guid|uuid|hash|sha\d*|sha_\d+|md5|etag|e_tag|digest|checksum|fingerprint|thumbprint|thumbprints|serial|version|versions|name|names|prefix|suffix|public_key|certificate|certificate_body|certificate_chain|ca_data|ca_cert|ca|cert|image|ami|url|uri|endpoint|domain|zone|region|path|key_name|kms_key|lineage|description|sub|aud|audience|subject)$/

/** From, to. */
export type Range = readonly [start: number, end: number]

/** No name says more than its end does. */
const LONGEST_NAME = 200

const KEY_BEGINS = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g
const KEY_ENDS = /-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g

/** Private keys in PEM. One pass: of several beginnings without an end, only the first looks for one. */
function* privateKeysIn(text: string): Generator<Range> {
  let from = 0
  for (const { index, 0: begin } of text.matchAll(KEY_BEGINS)) {
    if (index < from) continue
    KEY_ENDS.lastIndex = index + begin.length
    const end = KEY_ENDS.exec(text)
    if (end === null) return
    from = end.index + end[0].length
    yield [index, from]
  }
}

/** Shapes that nothing else has; the first group, when there is one, is the secret within. */
const shapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/dg,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[\w-]{20,})/dg,
  /(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/dg,
  /\bxox[abeprs]-[A-Za-z0-9-]{10,}/dg,
  /\bhttps:\/\/hooks\.slack\.com\/services\/([A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+)/dg,
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/dg,
  /\bwhsec_[A-Za-z0-9+/=]{24,}/dg,
  /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/dg,
  /\bAIza[A-Za-z0-9_-]{35}\b/dg,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/dg,
  /\bnpm_[A-Za-z0-9]{36}\b/dg,
  /\bdop_v1_[a-f0-9]{64}\b/dg,
  /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/dg,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/dg,
  /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/@]*:([^\s/@]{3,})@/dgi,
  /(?<![:\w-])[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|AccountKey|SharedAccessKey)\s*[=:]\s*["']?([^\s"';,&]{6,})/dgi,
  /\b(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{16,}=*)/dg,
]

/** Values that only stand for something: references, placeholders, switches. */
const STANDS_FOR =
  /^(?:true|false|null|none|\$\{.*\}|\$\(?\w+\)?|\{\{.*\}\}|<.*>|arn:.*|\(.*\)|\*+|(?:ssm:)?\/[\w./-]+)$/is

/** `dbPassword`, `DB-PASSWORD` → `db_password` */
function snakeCase(name: string): string {
  return name
    .slice(-LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
}

/** Bits for each character: 4 at most for hexadecimal digits, 6 for base64. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  const length = [...text].length
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0)
}

/** Whether a single word looks like what a generator of passwords or keys makes. */
function looksRandom(word: string): boolean {
  if (word.length < 20 || word.length > 512 || !/^[A-Za-z0-9+/=_!@#$%^&*~.-]+$/.test(word)) return false
  // Hexadecimal: ids, commits and digests. Words: `omninode-dev-flow-logs`, `vpc-0a1b2c`.
  if (/^[0-9a-f-]+$/i.test(word) || /^[a-z0-9]+(?:[-_./][a-z0-9]+)*$/.test(word)) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length
  const switches = word.match(/[a-z][A-Z0-9]|[A-Z0-9][a-z]/g)?.length ?? 0
  // Names in camelCase change seldom; what is random does so all the time.
  return kinds === 3 && switches >= word.length / 5 && entropyOf(word) >= 3.8
}

/** Whether an attribute of this name holds a secret as a whole. */
export function isSecretName(name: string): boolean {
  const called = snakeCase(name)
  return SECRET_NAME.test(called) && !ABOUT.test(called)
}

/** `user:password`, as it is wrapped for an Authorization header. */
export function isCredentialPair(text: string): boolean {
  return /^[^\s:]+:\S+$/.test(text)
}

/** What is readable when it is unwrapped hides nothing, unless that is a secret, or has one in it. */
function holdsSecret(name: string, text: string): boolean {
  return isCredentialPair(text) || secretRanges(name, text).length > 0
}

/** Where words are that look random. */
function randomWords(name: string, text: string): Range[] {
  return [...text.matchAll(/[^\s"'`,;<>(){}[\]|=]+/g)].flatMap(({ 0: word, index }): Range[] => {
    if (!looksRandom(word) || word.includes('.')) return []
    const inner = unwrapped(word)
    return inner === undefined || holdsSecret(name, inner) ? [[index, index + word.length]] : []
  })
}

/**
 * Where a text is a secret, although nobody says so.
 * @param name of the attribute that it belongs to
 * @returns in no order, and they may overlap
 */
export function secretRanges(name: string, text: string): Range[] {
  if (text.length < SHORTEST) return []
  const shaped = shapes.flatMap((shape) =>
    [...text.matchAll(shape)].flatMap(({ indices, 0: whole, 1: inner }): Range[] => {
      const range = indices?.[inner === undefined ? 0 : 1]
      const secret = inner ?? whole
      return range === undefined || secret.length < SHORTEST || STANDS_FOR.test(secret) ? [] : [range]
    }),
  )
  shaped.push(...privateKeysIn(text))
  if (isSecretName(name)) return STANDS_FOR.test(text) ? shaped : [[0, text.length]]
  return PUBLIC_NAME.test(snakeCase(name)) ? shaped : [...shaped, ...randomWords(name, text)]
}

/** The name by which a member of an object is known: of `{ name = "DB_PASSWORD", value = "…" }` the one that it says. */
export function memberName(object: Readonly<Record<string, unknown>>, key: string): string {
  const called = ['name', 'key', 'Name', 'Key', 'parameter_key']
    .filter((each) => Object.hasOwn(object, each))
    .map((each) => object[each])
    .find((each) => typeof each === 'string')
  return typeof called === 'string' && /^(?:value|values|parameter_value)$/i.test(key) ? called : key
}
