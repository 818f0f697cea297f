/** This library as a repository that act can play: with full references, because act does not know `$/`. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeFullReferences } from '../../scripts/full-references.ts'
import { gitIn } from './git.ts'

const root = join(import.meta.dirname, '../..')

export const LIBRARY = 'omninode-ai/omninode_infra'

/** What others use of this repository. */
const folders = ['.github', 'actions', 'examples', 'k8s'] as const

export interface PlayedLibrary {
  /** The repository, with everything checked out at `commit`. */
  readonly path: string
  /** The one to pin. */
  readonly commit: string
  /** `owner/name@<commit>` → the folder of that tree. */
  readonly repositories: Readonly<Record<string, string>>
}

/** @param folder where it is made */
export function writeLibrary(folder: string): PlayedLibrary {
  const path = join(folder, 'library')
  for (const name of folders)
    cpSync(join(root, name), join(path, name), {
      recursive: true,
      filter: (file) => name !== 'actions' || !['src', 'test'].includes(basename(file)),
    })
  // act refuses a whole workflow for it.
  for (const name of ['release', 'rollback']) {
    const file = join(path, `.github/workflows/${name}.yml`)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ *queue: max\n/m, ''))
  }
  const git = gitIn(path)
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin')
  const commits = writeFullReferences(path, 'HEAD', LIBRARY)
  const commit = commits.at(-1) ?? ''
  const repositories = commits.map((each) => {
    const tree = join(folder, each)
    mkdirSync(tree)
    // As much of it as `uses:` can name: act copies all of it for each step.
    git(`--work-tree=${tree}`, 'checkout', '--quiet', '--force', each, '--', '.github', 'actions')
    return [`${LIBRARY}@${each}`, tree] as const
  })
  git('reset', '--quiet', '--hard', commit)
  return { path, commit, repositories: Object.fromEntries(repositories) }
}
