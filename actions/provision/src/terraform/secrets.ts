/**
 * Secrets that no provider has marked: found by the name of their attribute, by a shape that only secrets have, and by
 * how random they look. What is found is masked wherever it stands; a plan in which ids and hashes are masked, too,
 * cannot be read any more, so those are told apart.
 */

/** Shorter values would mask ordinary words. */
const SHORTEST = 6

/** Deeper values, and JSON within JSON, are not looked into. */
const DEEPEST = 40

/** What secrets are called: whole words of a name in snake_case, kebab-case or camelCase. */
const SECRET_NAME =
  /(?:^|_)(?:password|passwd|pwd|pass|passphrase|secret|secrets|token|api_?key|apikey|private_key|signing_key|encryption_key|access_key|secret_key|auth_key|shared_key|account_key|license_key|client_secret|credential|credentials|connection_string|conn_str|dsn|auth_string|psk|preshared_key|webhook_url|sas_url)(?:_(?:base64|b64|value|text|string|plain|plaintext|data|wo|\d+))?$/

/** What is said about a secret, and is none: `password_length`, `secret_name`, `token_type`, `manage_master_user_password`. */
const ABOUT =
  /(?:^|_)(?:manage|enable|enabled|require|required|use|uses|has|is|allow|rotate|reset|store|generate|create|delete|ignore|min|max|minimum|maximum)_.*(?:password|secret|token|key|pass)|(?:^|_)(?:public_key|key_id|token_type|secret_type|pass_through)$/

/** Attributes whose values look random and are none of anybody's business to hide. */
const PUBLIC_NAME =
  /(?:^|_)(?:arn|arns|id|ids|uid|guid|uuid|hash|sha\d*|sha_\d+|md5|etag|e_tag|digest|checksum|fingerprint|thumbprint|thumbprints|serial|version|versions|name|names|prefix|suffix|public_key|certificate|certificate_body|certificate_chain|ca_data|ca_cert|ca|cert|image|ami|url|uri|endpoint|domain|zone|region|path|key_name|kms_key|lineage|description|sub|aud|audience|subject)$/

/** No name says more than its end does. */
const LONGEST_NAME = 200

const KEY_BEGINS = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g
const KEY_ENDS = /-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g

/** Private keys in PEM. One pass: of several beginnings without an end, only the first looks for one. */
function* privateKeysIn(text: string): Generator<string> {
  let from = 0
  for (const { index, 0: begin } of text.matchAll(KEY_BEGINS)) {
    if (index < from) continue
    KEY_ENDS.lastIndex = index + begin.length
    const end = KEY_ENDS.exec(text)
    if (end === null) return
    from = end.index + end[0].length
    yield text.slice(index, from)
  }
}

/** Shapes that nothing else has; the first group, when there is one, is the secret within. */
const shapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[\w-]{20,})/g,
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
  /\bxox[abeprs]-[A-Za-z0-9-]{10,}/g,
  /\bhttps:\/\/hooks\.slack\.com\/services\/([A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+)/g,
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /\bwhsec_[A-Za-z0-9+/=]{24,}/g,
  /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/g,
  /\bAIza[A-Za-z0-9_-]{35}\b/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\bdop_v1_[a-f0-9]{64}\b/g,
  /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/g,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g,
  /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/@]*:([^\s/@]{3,})@/gi,
  /(?<![:\w-])[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|AccountKey|SharedAccessKey)\s*[=:]\s*["']?([^\s"';,&]{6,})/gi,
  /\b(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{16,}=*)/g,
]

/** Values that only stand for something: references, placeholders, switches. */
const STANDS_FOR =
  /^(?:true|false|null|none|\$\{.*\}|\$\(?\w+\)?|\{\{.*\}\}|<.*>|arn:.*|\(.*\)|\*+|(?:ssm:)?\/[\w./-]+)$/is

type Walk = (name: string, text: string) => void

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `dbPassword`, `DB-PASSWORD` → `db_password` */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // only begins like JSON
  }
}

/** Every text, by the name of the attribute that it belongs to; JSON in a text is looked into. */
function walk(value: unknown, name: string, visit: Walk, depth = 0): void {
  if (depth > DEEPEST) return
  if (typeof value === 'string') {
    const inner = parsed(value)
    if (inner === undefined) visit(name, value)
    else walk(inner, name, visit, depth + 1)
  } else if (Array.isArray(value)) for (const item of value) walk(item, name, visit, depth + 1)
  else if (isRecord(value)) {
    // `{ name = "DB_PASSWORD", value = "…" }`, as in the environment of a container.
    const called = value['name'] ?? value['key'] ?? value['Name'] ?? value['Key'] ?? value['parameter_key']
    for (const [key, member] of Object.entries(value)) {
      const named = typeof called === 'string' && /^(?:value|values|parameter_value)$/i.test(key)
      walk(member, named ? called : key, visit, depth + 1)
    }
  }
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

function secretsInText(name: string, text: string): string[] {
  const called = snakeCase(name.slice(-LONGEST_NAME))
  if (text.length < SHORTEST) return []
  const found: string[] = [...privateKeysIn(text)]
  for (const shape of shapes)
    for (const [whole, inner] of text.matchAll(shape)) {
      const secret = inner ?? whole
      if (secret.length >= SHORTEST && !STANDS_FOR.test(secret)) found.push(secret)
    }
  const named = SECRET_NAME.test(called) && !ABOUT.test(called)
  if (named && !STANDS_FOR.test(text)) found.push(text)
  if (!named && !PUBLIC_NAME.test(called))
    found.push(
      ...text.split(/[\s"'`,;<>(){}[\]|=]+/).filter((word) => looksRandom(word) && !word.includes('.')),
    )
  return found
}

/**
 * The texts in a value that are secrets, although nobody says so.
 * @param name of the attribute, when the value is not an object with names of its own
 */
export function unmarkedSecrets(value: unknown, name = ''): string[] {
  const found = new Set<string>()
  walk(value, name, (called, text) => {
    for (const secret of secretsInText(called, text)) found.add(secret)
  })
  return [...found]
}
