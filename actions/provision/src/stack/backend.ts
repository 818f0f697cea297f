/** Where a stack keeps its state, as its code says it: what has no such place has no review. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { HclAttribute } from '#toolkit/sources/hcl.ts'
import type { ToolName } from '../tool/name.ts'
import type { Code, Declaration } from './code.ts'
import { backendOf, type Stack } from './find.ts'

/** What the code says of a state's place; undefined: nothing. */
export interface CodedBackend {
  readonly key: string | undefined
  /** Before the key of a workspace that is not the default one. */
  readonly workspaceKeyPrefix: string | undefined
  /** Everything that is set: name → value, undefined when it has to be evaluated. */
  readonly settings: ReadonlyMap<string, string | undefined>
  readonly source: Source
}

const BLOCK = 'Write `terraform { backend "s3" {} }`; the bucket comes from `backend-config`.'

/** Where somebody who adds a backend would write it. */
function placeFor(declarations: readonly Declaration[], { folder }: Stack): Source {
  const found = declarations.find(({ block }) => block.type === 'terraform') ?? declarations[0]
  return found === undefined ? { file: folder } : { file: found.file, line: found.block.line }
}

function missing(what: string, source: Source): Failure {
  return new Failure({
    code: 'BACKEND_MISSING',
    what,
    why: 'A state that is not in the bucket stays on the runner, or elsewhere: the next run would make everything again, and nobody could say what a review was of.',
    fix: BLOCK,
    source,
  })
}

/** A setting that decides the place, and can be read. */
function written(name: string, attribute: HclAttribute | undefined, file: string): string | undefined {
  if (attribute === undefined || attribute.literal !== undefined) return attribute?.literal
  throw new Failure({
    code: 'BACKEND_UNCLEAR',
    what: `The \`${name}\` of this backend has to be evaluated: ${attribute.expression}.`,
    why: 'Where a state is must be known before anything is planned.',
    fix: 'Write it out, or leave it out and give it in `backend-config`.',
    source: { file, line: attribute.line },
  })
}

/** @throws Failure BACKEND_MISSING unless the tool would keep the state of the stack in S3; BACKEND_UNCLEAR */
export function readBackend(code: Code, stack: Stack, tool: ToolName): CodedBackend {
  const declarations = code.declarationsFor(stack.folder, tool)
  const found = backendOf(declarations)
  if (found === undefined)
    throw missing(`The stack ${stack.folder} has no \`backend\` block.`, placeFor(declarations, stack))
  const { file, block } = found
  const [type = ''] = block.labels
  if (block.type === 'cloud' || type !== 's3') {
    const kept = block.type === 'cloud' ? 'in a `cloud` block' : `in the backend \`${type}\``
    throw missing(`The stack ${stack.folder} keeps its state ${kept}, and not in S3.`, {
      file,
      line: block.line,
    })
  }
  const { attributes } = block
  return {
    key: written('key', attributes.get('key'), file),
    workspaceKeyPrefix: written('workspace_key_prefix', attributes.get('workspace_key_prefix'), file),
    settings: new Map([...attributes].map(([name, { literal }]) => [name, literal])),
    source: { file, line: block.line },
  }
}
