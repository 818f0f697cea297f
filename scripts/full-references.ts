/**
 * The same actions and workflows for those who cannot resolve `$/` (GitHub Enterprise Server, act): commits whose files
 * name their siblings in full, `owner/repository/path@<commit>`.
 *
 * A commit cannot name itself, so each names its parent. What refers to what refers to others needs its own commit on
 * top: first the composites, whose siblings refer to nothing, then the workflows that use composites, and so on. The
 * last one is the one to pin. Author and date are the first one's, so that whoever writes them again gets the same.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

/** `uses: $/path` to the end of the path; the first group is what stands before `$/`. */
const OWN = /^(\s*(?:- )?uses: )\$\/(\S+)/gm

const FILES = /^(?:actions\/[^/]+\/action\.yml|\.github\/workflows\/[^/]+\.ya?ml)$/

/** A text whose references to siblings are in full. @param at `owner/repository`, and the commit that has them */
export function withFullReferences(
  text: string,
  at: { readonly repository: string; readonly commit: string },
): string {
  return text.replaceAll(
    OWN,
    (_, before: string, path: string) => `${before}${at.repository}/${path}@${at.commit}`,
  )
}

/** The other way round. */
export function withOwnReferences(
  text: string,
  at: { readonly repository: string; readonly commit: string },
): string {
  const [owner, rest] = [`${at.repository}/`, `@${at.commit}`]
  return text.replaceAll(/^(\s*(?:- )?uses: )(\S+)/gm, (all, before: string, uses: string) =>
    uses.startsWith(owner) && uses.endsWith(rest)
      ? `${before}$/${uses.slice(owner.length, -rest.length)}`
      : all,
  )
}

/** The files that a text refers to by `$/`. */
function siblingsIn(text: string): string[] {
  return [...text.matchAll(OWN)].map(([, , path = '']) => (FILES.test(path) ? path : `${path}/action.yml`))
}

/** A repository on disk, by git's plumbing: neither its index nor its working tree is touched. */
class Repository {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  git(
    args: readonly string[],
    { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
  ): string {
    return execFileSync('git', args, {
      cwd: this.#folder,
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...env },
    })
  }

  /** The texts of files, by one process. @param names `commit:path` each */
  texts(names: readonly string[]): string[] {
    const input = names.map((name) => `${name}\n`).join('')
    const told = execFileSync('git', ['cat-file', '--batch'], {
      cwd: this.#folder,
      input,
      maxBuffer: 2 ** 28,
    })
    let begin = 0
    return names.map((name) => {
      const head = told.indexOf('\n', begin)
      const size = / blob (\d+)$/.exec(told.toString('utf8', begin, head))?.[1]
      if (size === undefined) throw new Error(`${name} is no file`)
      begin = head + 1 + Number(size) + 1
      return told.toString('utf8', head + 1, begin - 1)
    })
  }

  /** File → its text; those that may refer to siblings. */
  files(commit: string): Map<string, string> {
    const listed = this.git(['ls-tree', '-r', '-z', '--name-only', commit]).split('\0')
    const names = listed.filter((name) => FILES.test(name))
    const texts = this.texts(names.map((name) => `${commit}:${name}`))
    return new Map(names.map((name, index) => [name, texts[index] ?? '']))
  }

  /** A commit on top of another one, with other texts, as its author would have made it. */
  commit(parent: string, texts: ReadonlyMap<string, string>, message: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'index-'))
    try {
      const env = { GIT_INDEX_FILE: join(folder, 'index') }
      this.git(['read-tree', parent], { env })
      const entries = this.git(['ls-tree', '-z', parent, '--', ...texts.keys()]).split('\0')
      const index = entries.filter(Boolean).map((entry) => {
        const [about = '', file = ''] = entry.split('\t')
        const [mode] = about.split(' ')
        const blob = this.git(['hash-object', '-w', '--stdin'], { input: texts.get(file) ?? '' }).trim()
        return `${mode} ${blob}\t${file}\0`
      })
      this.git(['update-index', '-z', '--index-info'], { env, input: index.join('') })
      const tree = this.git(['write-tree'], { env }).trim()
      const [name = '', email = '', date = ''] = this.git([
        'show',
        '--no-patch',
        '--format=%an%n%ae%n%aI',
        parent,
      ]).split('\n')
      const who = Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((role) => [
          [`GIT_${role}_NAME`, name],
          [`GIT_${role}_EMAIL`, email],
          [`GIT_${role}_DATE`, date],
        ]),
      )
      const args = ['-c', 'commit.gpgSign=false', 'commit-tree', tree, '-p', parent]
      return this.git(args, { env: who, input: message }).trim()
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

/**
 * Writes the commits.
 * @param revision what they are made of
 * @returns from the parent of the first one to the last one, which has no `$/` any more
 * @throws Error for a reference to nothing, or in a circle
 */
export function writeFullReferences(folder: string, revision: string, repository: string): string[] {
  const git = new Repository(folder)
  const commits = [git.git(['rev-parse', '--verify', `${revision}^{commit}`]).trim()]
  for (;;) {
    const parent = commits.at(-1) ?? ''
    const files = git.files(parent)
    const referring = [...files].filter(([, text]) => siblingsIn(text).length > 0)
    if (referring.length === 0) return commits
    const ready = referring.filter(([file, text]) =>
      siblingsIn(text).every((sibling) => {
        const found = files.get(sibling)
        if (found === undefined) throw new Error(`${file} refers to ${sibling}, which is not there`)
        return siblingsIn(found).length === 0
      }),
    )
    if (ready.length === 0)
      throw new Error(`these refer to each other: ${referring.map(([file]) => file).join(', ')}`)
    const texts = new Map(
      ready.map(([file, text]) => [file, withFullReferences(text, { repository, commit: parent })] as const),
    )
    const message = `Name the parts of ${parent} in full\n\nFor GitHub Enterprise Server and act, which do not know \`$/\`. Nothing else differs.\n`
    commits.push(git.commit(parent, texts, message))
  }
}

/**
 * What differs between a commit of these and what it was made of, but for references that name the parent.
 * @returns a line for each difference; none when they differ only in references, and in no other file
 */
export function otherDifferences(folder: string, commits: readonly string[], repository: string): string[] {
  const git = new Repository(folder)
  return commits.slice(1).flatMap((commit, index) => {
    const parent = commits[index] ?? ''
    const parents = git.git(['show', '--no-patch', '--format=%P', commit]).trim()
    if (parents !== parent) return [`${commit} is not made of ${parent} alone`]
    const changed = git.git(['diff-tree', '-r', '-z', '--no-renames', parent, commit]).split('\0')
    const differences: string[] = []
    const referring: string[] = []
    for (let at = 0; at + 1 < changed.length; at += 2) {
      const [before = '', after = '', , , status = ''] = (changed[at] ?? '').slice(1).split(' ')
      const file = changed[at + 1] ?? ''
      if (status !== 'M' || before !== after || !FILES.test(file)) {
        differences.push(`${commit}: ${file} must not differ`)
      } else referring.push(file)
    }
    const [were, are] = [parent, commit].map((each) => git.texts(referring.map((file) => `${each}:${file}`)))
    for (const [index, file] of referring.entries())
      if (withOwnReferences(are?.[index] ?? '', { repository, commit: parent }) !== were?.[index])
        differences.push(`${commit}: ${file} differs in more than references`)
    return differences
  })
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { repository: { type: 'string', default: 'omninode-ai/omninode_infra' } },
    allowPositionals: true,
  })
  const root = dirname(import.meta.dirname)
  const commits = writeFullReferences(root, positionals[0] ?? 'HEAD', values.repository)
  const differences = otherDifferences(root, commits, values.repository)
  for (const line of differences) console.error(line)
  if (differences.length > 0) process.exitCode = 1
  else console.log(commits.at(-1))
}
