/** Terraform or OpenTofu itself: the machine's own when its version is wanted, else downloaded and checked. */
import { Failure } from '#toolkit/model/failure.ts'
import { ask } from '#toolkit/process/ask.ts'
import type { World } from '#toolkit/world/world.ts'
import { compareVersions, exactVersion, isLatest, parseVersion, type Version } from './constraint.ts'
import type { ToolName } from './name.ts'
import { cachedProgram, cachedVersions, download, releasedVersions, type Tool, tools } from './release.ts'
import { describeWanted, isWanted, newestWanted, type Wanted } from './version.ts'

/** Used when nothing asks for a version, and the machine has none. */
export const DEFAULT_VERSION = '1.11.4'

export interface InstalledTool {
  readonly name: ToolName
  /** Absolute path, or a name on PATH. */
  readonly command: string
  readonly version: string
  /** For people: where it is from, and what asked for it. */
  readonly from: string
}

/** The version of the program on PATH, if there is one that runs. */
export async function installedVersion(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const told = await ask(program, ['version', '-json'], { ...env, CHECKPOINT_DISABLE: '1' })
  // OpenTofu calls it that, too.
  return /"terraform_version":\s*"([^"]+)"/.exec(told ?? '')?.[1]
}

interface Own {
  readonly tool: Tool
  readonly version: Version
}

/** What the machine has of the candidates. */
async function ownTools(candidates: readonly Tool[], world: World): Promise<Own[]> {
  const found = await Promise.all(
    candidates.map(async (tool) => {
      const version = parseVersion((await installedVersion(tool.program, world.env)) ?? '')
      return version === undefined ? [] : [{ tool, version }]
    }),
  )
  return found.flat()
}

/** The newest of the cache that will do, and is what was released. */
async function newestCached(tool: Tool, wanted: Wanted, world: World): Promise<Version | undefined> {
  const left = new Set(await cachedVersions(tool))
  for (;;) {
    const newest = newestWanted(left, wanted)
    if (newest === undefined || (await cachedProgram(tool, newest.text, world)) !== undefined) return newest
    left.delete(newest)
  }
}

/** The release to download: the very one that is asked for, else the newest that will do. */
async function choose(tool: Tool, wanted: Wanted, world: World): Promise<Version> {
  const exact = wanted.asked === undefined ? undefined : exactVersion([wanted.asked])
  if (exact !== undefined) return exact
  const standard = parseVersion(DEFAULT_VERSION)
  if (wanted.asked === undefined && tool.name === 'terraform' && standard && isWanted(standard, wanted))
    return standard
  const latest = wanted.asked !== undefined && isLatest(wanted.asked)
  const cached = latest ? undefined : await newestCached(tool, wanted, world)
  if (cached !== undefined) return cached
  const released = await releasedVersions(tool, world)
  const best = newestWanted(released, wanted)
  if (best !== undefined) return best
  const last = released
    .filter(({ preRelease }) => preRelease === '')
    .sort(compareVersions)
    .at(-1)
  const source = wanted.asked?.source ?? wanted.required[0]?.source
  throw new Failure({
    code: 'VERSION_UNKNOWN',
    what: `There is no release of ${tool.title} that is ${describeWanted(wanted)}.`,
    why: `The newest of ${released.length} is ${last?.text ?? 'none'}.`,
    fix: 'Change the version that is asked for.',
    ...(source === undefined ? {} : { source }),
  })
}

/**
 * @param known where each tool's releases are; their publishers' own unless given
 * @throws Failure VERSION_UNKNOWN, TOOL_DOWNLOAD, SIGNATURE_INVALID or CHECKSUM_INVALID
 */
export async function findTool(
  wanted: Wanted,
  world: World,
  known: Readonly<Record<ToolName, Tool>> = tools,
): Promise<InstalledTool> {
  if (wanted.unused !== undefined) {
    world.log.warning(
      `The version ${wanted.unused.text} of ${wanted.unused.from} does not count: ${wanted.asked?.from} asks for ${wanted.asked?.text}.`,
    )
  }
  const candidates = wanted.name === undefined ? [known.terraform, known.opentofu] : [known[wanted.name]]
  const own = await ownTools(candidates, world)
  const anything = wanted.asked === undefined && wanted.required.length === 0
  const latest = wanted.asked !== undefined && isLatest(wanted.asked)
  const use = ({ tool, version }: Own) => {
    const from = `on PATH; ${describeWanted(wanted)}`
    world.log.info(`${tool.title} ${version.text}, ${from}`)
    return Object.freeze({ name: tool.name, command: tool.program, version: version.text, from })
  }
  const fitting = latest ? undefined : own.find(({ version }) => anything || isWanted(version, wanted))
  if (fitting !== undefined) return use(fitting)
  const [tool = known.terraform] = candidates
  const version = await choose(tool, wanted, world)
  const same = own.find((each) => each.tool === tool && compareVersions(each.version, version) === 0)
  if (same !== undefined) return use(same)
  const from = `a checked release; ${describeWanted(wanted)}`
  world.log.info(`${tool.title} ${version.text}, ${from}`)
  const command = await download(tool, version.text, world)
  return Object.freeze({ name: tool.name, command, version: version.text, from })
}
