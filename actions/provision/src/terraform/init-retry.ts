/**
 * Which failures of `init` are worth another try. Terraform and OpenTofu try each request once or twice themselves
 * (TF_REGISTRY_DISCOVERY_RETRY, TF_PROVIDER_DOWNLOAD_RETRY), within seconds; a registry in trouble needs longer.
 */
import { stripVTControlCharacters } from 'node:util'
import type { RetryOptions, Verdict } from '#toolkit/retry/retry.ts'
import type { Diagnostic } from './diagnostics.ts'
import { SPOILT } from './provider-cache.ts'

/** Milliseconds. Its waits add up to half a minute at most. */
export const INIT_BUDGET: Pick<RetryOptions, 'attempts' | 'shortest' | 'longest'> = Object.freeze({
  attempts: 4,
  shortest: 3_000,
  longest: 15_000,
})

/** An answer that stays what it is: it decides even when something else in the same run was only trouble. */
const final: readonly RegExp[] = [
  // 401, 403, 404, 407, 410, as Go words them, as the mirror source does, and as the AWS SDK does.
  /\b(?:40[1347]|410) (?:Unauthorized|Forbidden|Not Found|Proxy Authentication Required|Gone)\b/i,
  /\bunsuccessful status (?:40[1347]|410)\b/,
  /\bbad response code: (?:40[1347]|410)\b/,
  // S3 answers 400 to a request whose body it waited for in vain.
  /\bStatusCode: 4(?!08|29)\d\d\b(?!.{0,500}\bRequestTimeout\b)/,
  /\b(?:AccessDenied|NoSuchBucket|InvalidClientTokenId|ExpiredToken|SignatureDoesNotMatch)\b/,
  /requires authentication credentials|rejected the given authentication credentials/,
  // What is asked for does not exist.
  /no available releases match the given constraints/,
  /does not have a provider named|was not found in any of the search locations/,
  /is no longer available|does not have a package available for your current platform/,
  /Unsupported (?:Terraform|OpenTofu) Core version/,
  // The lock file does not agree with the code, or with what is served.
  /the checksums previously recorded in the dependency lock file/,
  /lock file|locked provider .{1,300} does not match configured version constraint/i,
  // Somebody between here and the registry shows a certificate of their own: it will again.
  /x509:|certificate signed by unknown authority|certificate has expired/,
  /not signed with a valid signing key|authentication signature from unknown issuer|error checking signature/,
]

/** Trouble on the way, or of a server. */
const passing: readonly RegExp[] = [
  /\b(?:408|429|5\d\d) (?:Request Time-?out|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/i,
  /\bunsuccessful status (?:408|429|5\d\d)\b/,
  /\bbad response code: (?:408|429|5\d\d)\b/,
  /\bStatusCode: (?:0|408|429|5\d\d)\b/,
  /\b(?:SlowDown|RequestTimeout|ServiceUnavailable|InternalError|Throttling)\b/,
  /giving up after \d+ attempt/,
  /the request failed(?: after \d+ attempts)?, please try again later/,
  /Client\.Timeout (?:or context cancellation )?(?:exceeded )?while/,
  /context deadline exceeded|TLS handshake timeout|i\/o timeout|connection timed out/,
  /connection reset by peer|connection refused|broken pipe|network is unreachable|no route to host/,
  /unexpected EOF|: EOF\b|early EOF|server closed idle connection|stream error:|http2: .{0,200}(?:GOAWAY|lost)/,
  /no such host|Temporary failure in name resolution|server misbehaving/,
  // A download that was cut off, or that a proxy answered in the server's place.
  /incorrect response size: expected \d+ bytes, but got \d+ bytes/,
  /archive has incorrect checksum|checksum list has unexpected SHA-256 hash/,
  /zip: not a valid zip file|Error opening a gzip reader/,
  SPOILT,
  // git, for modules.
  /RPC failed|the remote end hung up unexpectedly|Could not resolve host|Failed to connect to .{1,300} port/,
]

/** One text, whatever the width it was broken at; without the frame of the diagnostics for people. */
function plain(text: string): string {
  return text.replace(/[│╷╵|]/g, ' ').replace(/\s+/g, ' ')
}

/**
 * `again` only when every error is known to pass: one that is not known is final.
 * @param diagnostics of one failed `init`; warnings do not count
 */
export function classifyInit(
  diagnostics: readonly Pick<Diagnostic, 'severity' | 'summary' | 'detail'>[],
): Verdict {
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail = '' }) => plain(`${summary}: ${detail}`))
  const passes = (error: string) =>
    passing.some((pattern) => pattern.test(error)) && !final.some((pattern) => pattern.test(error))
  return errors.length > 0 && errors.every(passes) ? 'again' : 'refuse'
}

/** The same for output for people: what a tool writes that fails before it speaks JSON. */
export function classifyInitOutput(output: string): Verdict {
  const [, ...errors] = stripVTControlCharacters(output).split(/^[ \t│]*Error: /m)
  return classifyInit(
    errors.map((text) => ({ severity: 'error', summary: text.split('\nWarning: ')[0] ?? '' })),
  )
}
