/** The input `backend-config`, and where with it the state of each stack is. */
import { Failure } from '#toolkit/model/failure.ts'
import { defaultKey, type StackNode } from '../stack/graph.ts'

/** Settings of the S3 backend by name; a bucket is among them. */
export interface Backend extends Readonly<Record<string, string>> {
  readonly bucket: string
}

function invalid(what: string): Failure {
  return new Failure({ code: 'INPUT_INVALID', what, fix: 'Correct `backend-config:` under `with:`.' })
}

/**
 * @param lines `key=value`
 * @throws Failure INPUT_INVALID
 */
export function parseBackend(lines: readonly string[]): Backend {
  const pairs = lines.map((line): [string, string] => {
    const [, key, value] = /^([a-z_]+)=(.+)$/.exec(line) ?? []
    if (key === undefined || value === undefined)
      throw invalid(`The input \`backend-config\` has the line \`${line}\`: it must be key=value.`)
    return [key, value]
  })
  const { bucket, ...settings } = Object.fromEntries(pairs)
  if (bucket === undefined) throw invalid('The input `backend-config` names no bucket.')
  return { ...settings, bucket }
}

/** @throws Failure INPUT_INVALID when several stacks would have one state */
export function refuseSharedKey(backend: Backend, stacks: readonly StackNode[]): void {
  if (stacks.length > 1 && backend['key'] !== undefined)
    throw invalid('The input `backend-config` gives several stacks one key.')
}

interface Asked {
  readonly backend: Backend
  readonly region: string
}

/** Of the state in the bucket. */
export function stateKey({ backend }: Pick<Asked, 'backend'>, stack: StackNode): string {
  return backend['key'] ?? stack.key ?? defaultKey(stack)
}

/** What `init` is given for a stack. */
export function backendConfig({ backend, region }: Asked, stack: StackNode): Record<string, string> {
  // What the code names itself is not overridden.
  const key = stack.key === undefined ? { key: defaultKey(stack) } : {}
  return { ...key, region, ...backend, use_lockfile: 'true', encrypt: 'true' }
}
