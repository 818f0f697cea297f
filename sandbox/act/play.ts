/** Plays a workflow as act would, on this machine: `uses:` with a full commit is read from a folder, nothing is fetched. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import * as z from 'zod'
import { uncollected } from '../cache/go-program.ts'
import { lineReader } from '../runner/commands.ts'
import { compileCache } from '../runner/compile-cache.ts'

export interface WorkflowPlay {
  /** The folder that holds `act`. */
  readonly act: string
  /** Absolute path of a git checkout; act works on a copy. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly workflow: string
  readonly event: string
  /** The event's payload; without one act has none. */
  readonly eventFile: string
  /** `owner/name@<commit>` → the folder of that tree. */
  readonly repositories: Readonly<Record<string, string>>
  /** Variables of the job, such as GITHUB_API_URL; PATH is act's own as well. */
  readonly env: Readonly<Record<string, string>>
  /** `vars.…` */
  readonly variables: Readonly<Record<string, string>>
  /** `secrets.…`; GITHUB_TOKEN is `github.token`. */
  readonly secrets: Readonly<Record<string, string>>
  /** A folder of this play's own, for act's cache. */
  readonly folder: string
}

export interface WorkflowResult {
  /** 0 when every job succeeded. */
  readonly exitCode: number | null
  /** What the steps printed. */
  readonly log: readonly string[]
  /** All that act said, as JSON lines, for whoever must find out why. */
  readonly raw: readonly string[]
}

const Entry = z.object({ raw_output: z.boolean().optional(), msg: z.string() })

/** @returns what a step printed; undefined when act itself speaks */
function printed(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined
  const entry = Entry.safeParse(JSON.parse(line))
  return entry.success && entry.data.raw_output === true ? entry.data.msg.trimEnd() : undefined
}

export async function playWorkflow(play: WorkflowPlay): Promise<WorkflowResult> {
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const { PATH: given = process.env['PATH'] ?? '', ...variables } = play.env
  const home = join(play.folder, 'home')
  mkdirSync(home, { recursive: true })
  const args = [
    play.event,
    '--json',
    '--pull=false',
    '--no-cache-server',
    '--platform',
    'ubuntu-24.04=-self-hosted',
    '--workflows',
    play.workflow,
    '--eventpath',
    play.eventFile,
    '--action-cache-path',
    join(play.folder, 'actions'),
    ...pairs('--local-repository', play.repositories),
    ...pairs('--env', { ...variables, ...compileCache() }),
    ...pairs('--var', play.variables),
    ...pairs('--secret', play.secrets),
  ]
  // Actions run by the node that is first on PATH.
  const path = `${dirname(process.execPath)}${delimiter}${given}`
  const child = spawn(join(play.act, 'act'), args, {
    cwd: play.workspace,
    env: {
      PATH: path,
      HOME: home,
      XDG_CACHE_HOME: join(play.folder, 'cache'),
      LANG: 'C.UTF-8',
      ...uncollected('500MiB'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const raw: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    const lines = lineReader((line) => raw.push(line))
    stream.setEncoding('utf8').on('data', lines.push).on('end', lines.end)
  }
  const exitCode = await ended
  return { exitCode, log: raw.flatMap((line) => printed(line) ?? []), raw }
}
