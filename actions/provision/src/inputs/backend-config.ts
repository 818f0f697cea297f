/** The input `backend-config`, and where with it the state of each stack is. */
import { Failure } from '#toolkit/model/failure.ts'
import type { CodedBackend } from '../stack/backend.ts'
import type { Stack } from '../stack/find.ts'
import { defaultKey, type StackNode } from '../stack/graph.ts'
import type { WantedBackend } from '../store/backend.ts'

/** Settings of the S3 backend by name; a bucket is among them. */
export interface Backend extends Readonly<Record<string, string>> {
  readonly bucket: string
}

function invalid(what: string): Failure {
  return new Failure({ code: 'INPUT_INVALID', what, fix: 'Correct `backend-config:` under `with:`.' })
}

/** Settings that are credentials, or name some. */
const STORED_KEYS: ReadonlySet<string> = new Set([
  'access_key',
  'profile',
  'secret_key',
  'shared_config_files',
  'shared_credentials_file',
  'shared_credentials_files',
  'token',
])

/**
 * @param lines `key=value`
 * @throws Failure INPUT_INVALID
 */
export function parseBackend(lines: readonly string[]): Backend {
  const pairs = lines.map((line): [string, string] => {
    const [, key, value] = /^([a-z_]+)=(.+)$/.exec(line) ?? []
    if (key === undefined || value === undefined)
      throw invalid(
        `The input \`backend-config\` has the line \`${line}\`: it must be key=value, such as bucket=state.`,
      )
    return [key, value]
  })
  const stored = pairs.map(([key]) => key).filter((key) => STORED_KEYS.has(key))
  if (stored.length > 0)
    throw invalid(
      `The input \`backend-config\` holds ${stored.join(', ')}: the state is reached with the role of the run.`,
    )
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
  /** Terraform's. */
  readonly workspace: string
}

interface WithState extends Stack {
  readonly coded: CodedBackend
}

/** The key that Terraform is given. */
function keyOf({ backend }: Pick<Asked, 'backend'>, stack: WithState): string {
  return backend['key'] ?? stack.coded.key ?? defaultKey(stack)
}

/** Terraform's workspace in which it keeps no prefix before the key. */
export const DEFAULT_WORKSPACE = 'default'

/** The object in the bucket that is the state; see "Workspaces" of Terraform's S3 backend. */
export function stateObject(asked: Pick<Asked, 'backend' | 'workspace'>, stack: WithState): string {
  const key = keyOf(asked, stack)
  if (asked.workspace === DEFAULT_WORKSPACE) return key
  const prefix = asked.backend['workspace_key_prefix'] ?? stack.coded.workspaceKeyPrefix ?? 'env:'
  return `${prefix}/${asked.workspace}/${key}`
}

/** What `init` is given for a stack. */
export function backendConfig(
  asked: Pick<Asked, 'backend' | 'region'>,
  stack: WithState,
): Record<string, string> {
  // What the code names itself is not overridden.
  const key = stack.coded.key === undefined ? { key: defaultKey(stack) } : {}
  return { ...key, region: asked.region, ...asked.backend, use_lockfile: 'true', encrypt: 'true' }
}

/** What a plan file of the stack must say of its backend, beside its workspace. */
export function backendWanted(
  asked: Pick<Asked, 'backend' | 'region'>,
  stack: WithState,
): Omit<WantedBackend, 'workspace'> {
  return {
    settings: { ...backendConfig(asked, stack), key: keyOf(asked, stack) },
    code: stack.coded.settings,
  }
}
