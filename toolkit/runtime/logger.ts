import type { Failure } from '../model/failure.ts'
import { formatSource } from '../model/source.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { Logger } from '../world/world.ts'
import type { Host } from './host.ts'

/** The runner reads a line that begins with `::` as a command; text of others must not become one. */
function disarm(text: Masked<string>): Masked<string> {
  return rendered(text, text.replace(/^(\s*)(::|##\[)/gm, '$1\u200b$2'))
}

/** A log whose every line is masked, and that untrusted text cannot use to command the runner. */
export function createLogger(host: Host, redactor: Redactor): Logger {
  const print = (text: string) => host.print(disarm(redactor.mask(text)))
  return {
    info: print,
    debug: (text) => {
      if (host.debug) print(text)
    },
    group: async (title, work) => {
      host.startGroup(redactor.mask(title))
      try {
        return await work()
      } finally {
        host.endGroup()
      }
    },
    notice: (text) => host.annotate('notice', redactor.mask(text), undefined, undefined),
    warning: (text) => host.annotate('warning', redactor.mask(text), undefined, undefined),
    failure: (given: Failure) => {
      const failure = redactor.masked(given)
      const place = failure.source === undefined ? '' : `${formatSource(failure.source)}: `
      const message = rendered(failure, `${place}${failure.message}`)
      host.annotate('error', message, failure.source, failure.code)
    },
  }
}
