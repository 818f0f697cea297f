/** A checkout with this repository's platform in it, as a git repository of its own. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** What a release reads, relative to the root. */
const platform = ['k8s/base', 'k8s/overlays', 'db', 'terraform', 'onex-api/src'] as const

export interface Workspace {
  /** Absolute path. */
  readonly path: string
  /** Commits everything; its full SHA. */
  commit(message: string): Promise<string>
}

function copy(from: string, to: string): void {
  cpSync(join(root, from), join(to, from), {
    recursive: true,
    filter: (path) => basename(path) !== '.terraform' && !/\.tfstate(\.backup)?$/.test(path),
  })
}

/** A repository whose only commit holds the actions and workflows, and no platform yet. */
export async function createWorkspace(path: string): Promise<Workspace> {
  mkdirSync(path, { recursive: true })
  copy('.github', path)
  for (const name of readdirSync(join(root, 'actions'))) copy(`actions/${name}/action.yml`, path)
  const author = 'github-actions[bot]'
  const email = '41898282+github-actions[bot]@users.noreply.github.com'
  // The settings of whoever runs this do not count.
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: path,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: author,
    GIT_COMMITTER_EMAIL: email,
  }
  const git = async (...args: string[]) => (await run('git', args, { cwd: path, env })).stdout.trim()
  const commit = async (message: string) => {
    await git('add', '--all')
    await git('commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  await git('init', '--quiet', '--initial-branch=main')
  await commit('Begin with the actions')
  return { path, commit }
}

/** Brings the platform into a checkout. */
export function addPlatform(path: string): void {
  for (const folder of platform) copy(folder, path)
}
