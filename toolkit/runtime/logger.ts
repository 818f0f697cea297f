import type { Failure } from '../model/failure.ts'
import { formatSource } from '../model/source.ts'
import { rendered } from '../redact/masked.ts'
import type { Redactor } from '../redact/redactor.ts'
import { errorsPageOf, pageOf } from '../report/failures.ts'
import type { Logger } from '../world/world.ts'
import type { Host } from './host.ts'
import { disarmed, disarmedLine } from './workflow-commands.ts'

/** Milliseconds between two lines about the same. */
const TELL_MS = 10_000

/** A log whose every line is masked, and that untrusted text cannot use to command the runner. */
export function createLogger(host: Host, redactor: Redactor): Logger {
  const page = errorsPageOf(host.run)
  const { wording = (text: string) => text } = host
  const print = (text: string) => host.print(disarmed(redactor.mask(text)))
  /** When was told how it stands, where there is no line that is written anew. */
  let told: number | undefined
  const progress = (text: string, first: 'at once' | undefined) => {
    const now = host.clock().getTime()
    told ??= first === undefined ? now : now - TELL_MS
    if (now - told < TELL_MS) return
    told = now
    print(text)
  }
  return {
    colour: host.colour,
    info: print,
    debug: (text) => {
      if (host.debug) print(text)
    },
    progress: (text, first) => {
      if (host.live !== undefined) {
        if (text === undefined) host.live.clear()
        else host.live.show(disarmedLine(redactor.mask(text)))
      } else if (text === undefined) told = undefined
      else progress(text, first)
    },
    group: async (title, work) => {
      host.startGroup(disarmedLine(redactor.mask(title)))
      try {
        return await work()
      } finally {
        host.endGroup()
      }
    },
    notice: (text) => host.annotate('notice', disarmed(redactor.mask(wording(text))), undefined, undefined),
    warning: (text) => host.annotate('warning', disarmed(redactor.mask(wording(text))), undefined, undefined),
    failure: (given: Failure) => {
      const failure = redactor.masked(given)
      const place = failure.source === undefined ? '' : `${formatSource(failure.source)}: `
      const message = rendered(failure, `${place}${wording(failure.message)}\n${pageOf(failure, page)}`)
      host.annotate('error', disarmed(message), failure.source, failure.code)
    },
  }
}
