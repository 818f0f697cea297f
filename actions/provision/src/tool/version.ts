/** Which version of Terraform or OpenTofu is asked for, and where that is written. */
import { posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { formatSource, type Source } from '#toolkit/model/source.ts'
import { kindWithin, readSource } from '#toolkit/sources/checkout.ts'
import type { Code, Declaration } from '../stack/code.ts'
import {
  type Constraint,
  canBeSatisfied,
  compareVersions,
  coreOf,
  exactVersion,
  parseConstraint,
  satisfies,
  type Version,
} from './constraint.ts'
import type { ToolName } from './name.ts'

export interface VersionInputs {
  /** The input `terraform-version`. */
  readonly terraform?: string | undefined
  /** The input `opentofu-version`. */
  readonly opentofu?: string | undefined
}

export interface Wanted {
  /** Undefined when nothing says which of the two it is. */
  readonly name: ToolName | undefined
  /** What a file or an input asks for. */
  readonly asked: Constraint | undefined
  /** An input that does not count, because a file asks for something else. */
  readonly unused?: Constraint
  /** Every `required_version` of the stack's own code; binding whatever else is asked for. */
  readonly required: readonly Constraint[]
}

const isOpenTofus = (file: string) => /\.tofu(?:\.json)?$/.test(file)

/** The `required_version` settings in the code of one module. */
function requiredVersions(declarations: readonly Declaration[]): Constraint[] {
  return declarations.flatMap(({ file, block }) => {
    const setting = block.type === 'terraform' ? block.attributes.get('required_version') : undefined
    // Terraform itself refuses one that has to be evaluated; it says so better than a guess.
    if (setting?.literal === undefined) return []
    const source = { file, line: setting.line }
    return [parseConstraint(setting.literal, `required_version (${formatSource(source)})`, source)]
  })
}

/** The lines that say something, without comments. */
function linesOf(text: string): { line: number; words: readonly string[] }[] {
  return text.split('\n').flatMap((content, index) => {
    const words = content
      .replace(/^\uFEFF/, '')
      .replace(/#.*/, '')
      .trim()
      .split(/\s+/)
    return words[0] === '' ? [] : [{ line: index + 1, words }]
  })
}

type Found = { readonly name: ToolName; readonly asked: Constraint }

function constraintIn(source: Source, text: string): Constraint {
  // Words of tfenv and asdf for what only the machine knows would make another version of the same commit.
  if (/^(system|ref:.*|path:.*|latest:.*|latest-allowed|min-required)$/.test(text)) {
    throw new Failure({
      code: 'VERSION_INVALID',
      what: `\`${text}\` is not a version that can be installed.`,
      fix: 'Write one like `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0` or `latest`.',
      source,
    })
  }
  return parseConstraint(text, formatSource(source), source)
}

/** A file that holds nothing but the version. */
function versionFile(name: ToolName) {
  return (text: string, file: string): Found | undefined => {
    const [first, ...more] = linesOf(text)
    if (first === undefined || more.length > 0) {
      throw new Failure({
        code: 'VERSION_INVALID',
        what: first === undefined ? `${file} names no version.` : `${file} names several versions.`,
        fix: 'Write one version or one constraint into it, such as `1.11.4` or `~> 1.11.0`.',
        source: { file, ...(more[0] === undefined ? {} : { line: more[0].line }) },
      })
    }
    return { name, asked: constraintIn({ file, line: first.line }, first.words.join(' ')) }
  }
}

/** asdf's and mise's file: a tool and its versions a line, of which the first counts. */
function toolVersions(text: string, file: string): Found | undefined {
  const lines = linesOf(text)
  for (const name of ['terraform', 'opentofu'] as const) {
    const found = lines.find(({ words }) => words[0] === name)
    if (found !== undefined)
      return { name, asked: constraintIn({ file, line: found.line }, found.words[1] ?? '') }
  }
  return undefined
}

const versionFiles = [
  ['.terraform-version', versionFile('terraform')],
  ['.opentofu-version', versionFile('opentofu')],
  ['.tool-versions', toolVersions],
] as const

/** The folder and what is around it, up to the workspace's root. */
function foldersUpFrom(folder: string): string[] {
  const normal = posix.normalize(folder).replace(/\/$/, '')
  return normal === '.' || normal === '' ? ['.'] : [normal, ...foldersUpFrom(posix.dirname(normal))]
}

function fromFiles(workspace: string, folder: string): Found | undefined {
  for (const place of foldersUpFrom(folder)) {
    for (const [name, read] of versionFiles) {
      const file = posix.join(place, name)
      if (kindWithin(workspace, file) !== 'file') continue
      const found = read(readSource(workspace, file), file)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function fromInputs({ terraform, opentofu }: VersionInputs): Found | undefined {
  if (terraform !== undefined && opentofu !== undefined) {
    throw new Failure({
      code: 'INPUT_INVALID',
      what: 'Both `terraform-version` and `opentofu-version` are given.',
      fix: 'Remove one of them under `with:`.',
    })
  }
  if (terraform !== undefined)
    return { name: 'terraform', asked: parseConstraint(terraform, 'the input terraform-version') }
  if (opentofu !== undefined)
    return { name: 'opentofu', asked: parseConstraint(opentofu, 'the input opentofu-version') }
  return undefined
}

/** @throws Failure VERSION_CONFLICT that names both places */
function refuseConflict(asked: Constraint | undefined, required: readonly Constraint[]): void {
  const exact = asked === undefined ? undefined : exactVersion([asked])
  const isPossible = (constraints: readonly Constraint[]) =>
    constraints.every((each) => each !== asked || exact === undefined || satisfies(exact, each)) &&
    canBeSatisfied(
      // For `required_version` a pre-release counts as its release.
      constraints.map((each) =>
        each === asked && exact !== undefined ? parseConstraint(coreOf(exact).text, each.from) : each,
      ),
    )
  const refuse = (what: string, source: Source | undefined) => {
    throw new Failure({
      code: 'VERSION_CONFLICT',
      what,
      fix: 'Change one of them.',
      ...(source === undefined ? {} : { source }),
    })
  }
  // Ranges of which each two have something in common have it all together: pairs are enough.
  const all = [...(asked === undefined ? [] : [asked]), ...required]
  for (const [index, one] of all.entries()) {
    if (!isPossible([one])) refuse(`No version is \`${one.text}\`, as ${one.from} asks.`, one.source)
    const other = all.slice(0, index).find((each) => !isPossible([each, one]))
    if (other !== undefined) {
      refuse(
        `No version is both \`${other.text}\`, as ${other.from} asks, and \`${one.text}\`, as ${one.from} asks.`,
        one.source,
      )
    }
  }
}

/**
 * A version file beside the code or above it comes first, then the input; what the code requires holds in any case.
 * @param folder of the stack, relative to the workspace
 * @throws Failure VERSION_INVALID, VERSION_CONFLICT, INPUT_INVALID, HCL_SYNTAX
 */
export function wantedVersion(inputs: VersionInputs, code: Code, folder: string): Wanted {
  const input = fromInputs(inputs)
  const inFile = fromFiles(code.workspace, folder)
  const found = inFile ?? input
  const declarations = code.declarations(posix.join(folder))
  // Code in OpenTofu's files alone is nothing to Terraform.
  const openTofu = declarations.length > 0 && declarations.every(({ file }) => isOpenTofus(file))
  const name = found?.name ?? (openTofu ? 'opentofu' : undefined)
  const required = requiredVersions(code.declarationsFor(posix.join(folder), name ?? 'terraform'))
  refuseConflict(found?.asked, required)
  const isSame = input?.name === inFile?.name && input?.asked.text === inFile?.asked.text
  return Object.freeze({
    name,
    asked: found?.asked,
    required: Object.freeze(required),
    ...(inFile === undefined || input === undefined || isSame ? {} : { unused: input.asked }),
  })
}

export function isWanted(version: Version, { asked, required }: Pick<Wanted, 'asked' | 'required'>): boolean {
  return (
    (asked === undefined || satisfies(version, asked)) &&
    required.every((constraint) => satisfies(coreOf(version), constraint)) &&
    // Without being asked for, a pre-release is never taken, though Terraform lets it pass for its release.
    (version.preRelease !== '' ? asked !== undefined : true)
  )
}

/** The newest of the versions that is wanted. */
export function newestWanted(versions: Iterable<Version>, wanted: Wanted): Version | undefined {
  let best: Version | undefined
  for (const version of versions) {
    if (!isWanted(version, wanted)) continue
    if (best === undefined || compareVersions(version, best) > 0) best = version
  }
  return best
}

/** For people: what is asked for, and where. */
export function describeWanted({ asked, required }: Wanted): string {
  const all = [...(asked === undefined ? [] : [asked]), ...required]
  if (all.length === 0) return 'nothing asks for a version'
  return all.map(({ text, from }) => `${text} by ${from}`).join(' and ')
}
