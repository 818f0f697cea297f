/** What is written for those who do not know `$/` is the same, but for its references. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  otherDifferences,
  withFullReferences,
  withOwnReferences,
  writeFullReferences,
} from '../../scripts/full-references.ts'

const root = join(import.meta.dirname, '../..')
const REPOSITORY = 'omninode-ai/omninode_infra'
const at = { repository: REPOSITORY, commit: 'a'.repeat(40) }

let folder: string
beforeEach(() => begin())
afterEach(() => rmSync(folder, { recursive: true }))

function begin(): void {
  folder = mkdtempSync(join(tmpdir(), 'references-'))
  git('init', '--quiet', '--initial-branch=main')
}

function git(...args: string[]): string {
  const author = { GIT_AUTHOR_NAME: 'octocat', GIT_AUTHOR_EMAIL: 'octocat@example.com' }
  const committer = { GIT_COMMITTER_NAME: 'octocat', GIT_COMMITTER_EMAIL: 'octocat@example.com' }
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...author, ...committer }
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
}

function commitFiles(files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Change')
  return git('rev-parse', 'HEAD')
}

/** Every reference of a file at a commit, and of what it refers to, as `path@commit`. */
function reached(commit: string, file: string): string[] {
  const text = git('show', `${commit}:${file}`)
  return [...text.matchAll(/uses: omninode-ai\/omninode_infra\/(\S+)@(\w{40})/g)].flatMap(
    ([, path = '', of = '']) => {
      const next = path.endsWith('.yml') ? path : `${path}/action.yml`
      return [`${next}@${of}`, ...reached(of, next)]
    },
  )
}

test.each([
  ['      uses: $/actions/migrate', `      uses: ${REPOSITORY}/actions/migrate@${at.commit}`],
  ['      - uses: $/actions/migrate # why', `      - uses: ${REPOSITORY}/actions/migrate@${at.commit} # why`],
  [
    '    uses: $/.github/workflows/publish.yml',
    `    uses: ${REPOSITORY}/.github/workflows/publish.yml@${at.commit}`,
  ],
  ['      - uses: actions/checkout@v5', '      - uses: actions/checkout@v5'],
  ['      run: echo "uses: $/actions/migrate"', '      run: echo "uses: $/actions/migrate"'],
  ['# uses: $/actions/migrate', '# uses: $/actions/migrate'],
])('%j is in full %j, and back again', (own, full) => {
  expect(withFullReferences(own, at)).toBe(full)
  expect(withOwnReferences(full, at)).toBe(own)
})

describe('of this repository', () => {
  let base: string
  let commits: string[]
  /** Made once; each test has a copy of it. */
  let made: string
  beforeAll(() => {
    begin()
    made = folder
    cpSync(join(root, '.github'), join(folder, '.github'), { recursive: true })
    for (const name of readdirSync(join(root, 'actions')))
      cpSync(join(root, 'actions', name, 'action.yml'), join(folder, 'actions', name, 'action.yml'))
    base = commitFiles({ 'README.md': 'uses: $/actions/migrate\n' })
    commits = writeFullReferences(folder, 'HEAD', REPOSITORY)
  })
  beforeEach(() => {
    rmSync(folder, { recursive: true })
    cpSync(made, folder, { recursive: true })
  })
  afterAll(() => rmSync(made, { recursive: true }))

  test('each commit differs from its parent in references only, which name that parent', () => {
    expect(commits[0]).toBe(base)
    expect(commits.length).toBeGreaterThan(1)
    expect(otherDifferences(folder, commits, REPOSITORY)).toEqual([])
    expect(git('diff', '--name-only', base, commits.at(-1) ?? '')).toContain('actions/preview/action.yml')
  })

  test('the last commit has no reference that only GitHub resolves', () => {
    const last = commits.at(-1) ?? ''
    const files = git('ls-tree', '-r', '--name-only', last).split('\n')
    const own = files.filter((file) => /uses: \$\//.test(git('show', `${last}:${file}`)))
    expect(own).toEqual(['README.md'])
  })

  test('whoever pins the last commit gets every part as it is there', () => {
    const last = commits.at(-1) ?? ''
    const files = git('ls-tree', '-r', '--name-only', last)
      .split('\n')
      // What this repository itself uses is at a commit that was released before.
      .filter((file) => file.endsWith('.yml') && file !== '.github/workflows/platform.yml')
    const all = files.flatMap((file) => reached(last, file))
    expect(all).toContain(`actions/provision/action.yml@${base}`)
    for (const each of all) {
      const [file = '', of = ''] = each.split('@')
      expect(commits).toContain(of)
      expect([each, git('show', `${of}:${file}`)]).toEqual([each, git('show', `${last}:${file}`)])
    }
  })

  test('whoever writes them again gets the same commits', () => {
    expect(writeFullReferences(folder, base, REPOSITORY)).toEqual(commits)
  })

  test('the working tree and the index stay as they were', () => {
    expect(git('status', '--porcelain')).toBe('')
    expect(git('rev-parse', 'HEAD')).toBe(base)
    expect(readFileSync(join(folder, 'actions/preview/action.yml'), 'utf8')).toContain(
      'uses: $/actions/provision',
    )
  })

  test.each([
    ['a step more', 'actions/preview/action.yml', (text: string) => `${text}    - run: evil\n`],
    ['another file', 'README.md', (text: string) => `${text}more\n`],
    [
      'a reference to another commit',
      'actions/preview/action.yml',
      (text: string) => text.replace(/@\w{40}/, `@${'b'.repeat(40)}`),
    ],
    [
      'a reference to another repository',
      'actions/preview/action.yml',
      (text: string) => text.replace(`${REPOSITORY}/actions`, 'somebody/omninode_infra/actions'),
    ],
    [
      'a reference to another part',
      'actions/preview/action.yml',
      (text: string) => text.replace('actions/migrate@', 'actions/deploy@'),
    ],
  ])('%s is told', (_what, file, change) => {
    const last = commits.at(-1) ?? ''
    const before = git('show', `${last}:${file}`)
    git('checkout', '--quiet', last)
    commitFiles({ [file]: `${change(before)}\n`.replace(/\n+$/, '\n') })
    const tree = git('rev-parse', 'HEAD^{tree}')
    const parent = git('rev-parse', `${last}^`)
    const forged = git('commit-tree', tree, '-p', parent, '-m', 'Forged')
    expect(otherDifferences(folder, [...commits.slice(0, -1), forged], REPOSITORY)).toEqual([
      expect.stringContaining(file),
    ])
  })

  test('a file more is told, and one less, and one that became a program', () => {
    const last = commits.at(-1) ?? ''
    const forge = (...change: string[]) => {
      git('checkout', '--quiet', '--force', last)
      git(...change)
      git('commit', '--quiet', '--message', 'Change')
      const forged = git('commit-tree', git('rev-parse', 'HEAD^{tree}'), '-p', `${last}^`, '-m', 'Forged')
      return otherDifferences(folder, [...commits.slice(0, -1), forged], REPOSITORY)
    }
    writeFileSync(join(folder, 'more.sh'), '')
    expect(forge('add', 'more.sh')).toEqual([expect.stringContaining('more.sh must not differ')])
    expect(forge('rm', '--quiet', 'README.md')).toEqual([
      expect.stringContaining('README.md must not differ'),
    ])
    expect(forge('update-index', '--chmod=+x', 'actions/preview/action.yml')).toEqual([
      expect.stringContaining('actions/preview/action.yml must not differ'),
    ])
  })
})

test('a reference to nothing, or in a circle, is refused', () => {
  commitFiles({ 'actions/a/action.yml': 'runs:\n  steps:\n    - uses: $/actions/b\n' })
  expect(() => writeFullReferences(folder, 'HEAD', REPOSITORY)).toThrow(
    'refers to actions/b/action.yml, which is not there',
  )
  commitFiles({ 'actions/b/action.yml': 'runs:\n  steps:\n    - uses: $/actions/a\n' })
  expect(() => writeFullReferences(folder, 'HEAD', REPOSITORY)).toThrow('these refer to each other')
})

test('what refers to what refers to others is written on top of it', () => {
  commitFiles({
    'actions/a/action.yml': 'runs: { using: node24 }\n',
    'actions/b/action.yml': 'runs:\n  steps:\n    - uses: $/actions/a\n',
    '.github/workflows/c.yml': 'jobs:\n  c:\n    uses: $/.github/workflows/d.yml\n',
    '.github/workflows/d.yml': 'jobs:\n  d:\n    steps:\n      - uses: $/actions/b\n',
  })
  const commits = writeFullReferences(folder, 'HEAD', REPOSITORY)
  expect(commits).toHaveLength(4)
  const [base, composites, , last = ''] = commits
  expect(reached(last, '.github/workflows/c.yml')).toEqual([
    `.github/workflows/d.yml@${commits[2]}`,
    `actions/b/action.yml@${composites}`,
    `actions/a/action.yml@${base}`,
  ])
})
