/**
 * The names of all tests, without running one. With a revision, the names that it has and this tree has not:
 * `node --conditions=source scripts/test-names.ts <revision>` fails when a test of it is gone.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)

interface Report {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string }[]
  }[]
}

/** How often each name is there. @throws Error when a file of tests cannot be loaded */
function namesIn(folder: string): Map<string, number> {
  const out = mkdtempSync(join(tmpdir(), 'omninode-names-'))
  const report = join(out, 'report.json')
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  const nothing = ['-t', 'no test is called this', '--json', `--outputFile=${report}`]
  try {
    execFileSync(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...nothing], {
      cwd: folder,
      stdio: 'ignore',
    })
    const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
    const names = new Map<string, number>()
    for (const { message, assertionResults } of testResults) {
      if (assertionResults.length === 0) throw new Error(message)
      for (const { fullName } of assertionResults) names.set(fullName, (names.get(fullName) ?? 0) + 1)
    }
    return names
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const [revision] = process.argv.slice(2)
const here = namesIn(root)
if (revision === undefined) for (const name of [...here.keys()].sort()) console.log(name)
else {
  const other = mkdtempSync(join(tmpdir(), 'omninode-revision-'))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' })
  try {
    git('worktree', 'add', '--detach', '--force', other, revision)
    symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'))
    const gone = [...namesIn(other)].filter(([name, times]) => (here.get(name) ?? 0) < times)
    for (const [name] of gone) console.error(`gone: ${name}`)
    console.log(`${here.size} names here, ${gone.length} of ${revision} are gone`)
    if (gone.length > 0) process.exitCode = 1
  } finally {
    git('worktree', 'remove', '--force', other)
  }
}
