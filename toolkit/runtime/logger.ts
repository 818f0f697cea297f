import type { Failure } from '../model/failure.ts'
import { formatSource } from '../model/source.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { Logger } from '../world/world.ts'
import type { Host } from './host.ts'
import { lineWithoutCommands, withoutCommands } from './workflow-commands.ts'

/** A log whose every line is masked, and that untrusted text cannot use to command the runner. */
export function createLogger(host: Host, redactor: Redactor): Logger {
  const print = (text: string) => host.print(withoutCommands(redactor.mask(text)))
  return {
    info: print,
    debug: (text) => {
      if (host.debug) print(text)
    },
    group: async (title, work) => {
      host.startGroup(lineWithoutCommands(redactor.mask(title)))
      try {
        return await work()
      } finally {
        host.endGroup()
      }
    },
    notice: (text) => host.annotate('notice', withoutCommands(redactor.mask(text)), undefined, undefined),
    warning: (text) => host.annotate('warning', withoutCommands(redactor.mask(text)), undefined, undefined),
    failure: (failure: Failure) => {
      const place = failure.source === undefined ? '' : `${formatSource(failure.source)}: `
      host.annotate(
        'error',
        withoutCommands(redactor.mask(`${place}${failure.message}`)),
        failure.source,
        failure.code,
      )
    },
  }
}
