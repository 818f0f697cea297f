/** Which texts are words, numbers and addresses: masked wherever they stand, they would make everything unreadable. */

/** Shorter texts of one or two kinds of characters are no secrets that could be masked elsewhere. */
const SHORTEST = 8
/** The same for texts of three kinds: `aB3$xy`. */
const SHORTEST_MIXED = 6
const LONGEST_NUMBER = 12
const LONGEST_WORD = 20
const LONGEST_QUANTITY = 8
/** More is no name of a resource. */
const LONGEST = 253

/** Pairs of letters that no language has, as random letters soon do. */
const UNLIKELY_PAIR = /q[^ul]|[jvz][bcdfgkpqx]|[bcdfgkmpw][jqxz]|[qxz][jqxz]/
const FIVE_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/
/** Abbreviations: `https`, `mysql`. */
const LONGEST_ABBREVIATION = 5

const separators = /[-_./:@,;=+&?#()[\]{}"'\s]+/

function isWord(text: string): boolean {
  if (!/^[A-Za-z][a-z]*$|^[A-Z]+$/.test(text) || text.length > LONGEST_WORD) return false
  const lower = text.toLowerCase()
  if (lower.length <= 3) return true
  if (UNLIKELY_PAIR.test(lower)) return false
  const vowels = lower.match(/[aeiouy]/g)?.length ?? 0
  return lower.length <= LONGEST_ABBREVIATION || (!FIVE_CONSONANTS.test(lower) && vowels >= lower.length / 6)
}

/** `8080`, `2026`, `10m`, `512Mi`, `26T15`. */
function isQuantity(text: string): boolean {
  if (/^\d+$/.test(text)) return text.length <= LONGEST_NUMBER
  return text.length <= LONGEST_QUANTITY && /^\d+[A-Za-z]{1,3}(?:\d{1,4}[a-z]?)?%?$/.test(text)
}

/** `postgres`, `maxPoolSize`, `node24`, `HS256`; random letters change their case, and between letters and digits, soon. */
function isName(text: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d{0,4})$/.exec(text) ?? []
  if (letters.length <= 2)
    return (
      letters !== '' && digits.length <= 3 && [letters.toLowerCase(), letters.toUpperCase()].includes(letters)
    )
  const words = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
  return words.join('') === letters && letters.length >= words.length * 3.5 && words.every(isWord)
    ? true
    : isWord(letters)
}

/** `k8s`, `v1beta1`, `t4g`, `m6i` */
const SHORT_CODE = /^(?=.{2,8}$)[a-z]+\d{1,2}[a-z]+\d?$/

function isIdentifierPart(text: string): boolean {
  return isQuantity(text) || isName(text) || SHORT_CODE.test(text)
}

/** Whether it is one word of a language, or a switch or a number: no mask hides what everybody would guess. */
export function isSingleWord(text: string): boolean {
  return text.length < SHORTEST_MIXED + LONGEST_NUMBER && (isWord(text) || isQuantity(text))
}

function kindsIn(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].filter((kind) => kind.test(text)).length
}

/**
 * Whether a text reads as an ordinary word, number, identifier or address: `true`, `5432`, `prod`, `omninode`,
 * `onex-api.onex-dev.svc.cluster.local`, `https://example.com/health`, `arn:aws:…`. What has a part that looks random,
 * or credentials in it, does not; nor does a sentence.
 */
export function isOrdinary(given: string): boolean {
  const text = given.trim()
  if (text === '' || /^-+(?:BEGIN|END) [A-Z0-9 ]+-+$/.test(text)) return true
  if (text.length > LONGEST || /:\/\/[^\s/@]*:[^\s/@]+@/.test(text)) return false
  if (/^arn:aws[\w-]*:[\w:/.*-]*$/.test(text)) return true
  const parts = text.split(separators).filter((part) => part !== '')
  if (parts.every(isIdentifierPart))
    return !/\s/.test(text) || text.length < 2 * SHORTEST || /[:=]/.test(text)
  return text.length < (kindsIn(text) >= 3 ? SHORTEST_MIXED : SHORTEST)
}
