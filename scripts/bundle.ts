/**
 * Bundles every action into its committed `dist/`: tsc emits JavaScript, ncc bundles what `main.js` and `post.js` share.
 * With `--check`, builds beside it instead and fails when a byte differs from what is committed; the types are left to tsc.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ncc from '@vercel/ncc'
import { stepNames } from '#toolkit/model/step.ts'
import { withChunkNames, withNamedChunks } from './chunk-names.ts'

const root = dirname(import.meta.dirname)
const build = join(root, 'build')

/** Files that a bundle reads at run time and ncc does not carry: action → package file → name in dist. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  migrate: {
    'node_modules/libpg-query/wasm/libpg-query.js': 'libpg-query.cjs',
    'node_modules/libpg-query/wasm/libpg-query.wasm': 'libpg-query.wasm',
  },
}

/**
 * Packages whose modules do nothing but export, and do not say so in their package.json: only then what nobody imports
 * is left out, and what only that imports. Of core it is what asks for ID tokens, with HTTP, and for platforms.
 */
const pure = ['@actions/core'] as const

/** @param checked whether the types were checked by somebody else: what is emitted does not depend on them */
function emit(checked: boolean): void {
  rmSync(build, { recursive: true, force: true })
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      'tsconfig.build.json',
      ...(checked ? ['--noCheck'] : []),
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  nameChunks()
  for (const name of pure) {
    const copy = join(build, 'node_modules', name)
    cpSync(join(root, 'node_modules', name), copy, { recursive: true })
    const manifest: object = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
  }
}

/** ASCII alone, in which it means the same: it is kept, decoded and compiled by one byte a character, not by two. */
function inAscii(text: string): string {
  // Where the text itself counts, and not what it stands for.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  const [raw] = /\.raw`[^`]*[^\x00-\x7f`][^`]*`/.exec(text) ?? []
  if (raw !== undefined) throw new Error(`not to be written in ASCII: ${raw}`)
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    /(\\*)([^\x00-\x7f])/g,
    // A backslash before it would make another one of ours.
    (_found, backslashes: string, unit: string) =>
      `${backslashes.slice(backslashes.length % 2)}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Lets every import that is made on demand say what its chunk is called. */
function nameChunks(): void {
  for (const name of filesIn(build)) {
    const file = join(build, name)
    const text = readFileSync(file, 'utf8')
    const named = withChunkNames(text, file, build)
    if (named !== text) writeFileSync(file, named)
  }
}

/** Of every bundle, and loaded by it when something is asked of it. */
async function bundleUndici(): Promise<string> {
  const { code } = await ncc(join(root, 'node_modules/undici/index.js'), {
    cache: false,
    quiet: true,
    filename: 'undici.cjs',
    license: '',
  })
  return code
}

async function bundle(action: string, target: string, undici: string): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n')
  const source = join(build, 'actions', action, 'src')
  const { code, assets } = await ncc(join(source, 'action.js'), {
    cache: false,
    quiet: true,
    filename: 'action.js',
    license: 'licenses.txt',
    externals: { undici: './undici.js' },
  })
  const files = Object.fromEntries(
    Object.entries(assets).map(([name, { source: text }]) => [name, text.toString()]),
  )
  for (const [name, text] of Object.entries(withNamedChunks({ ...files, 'action.js': code })))
    writeFileSync(join(target, name), name.endsWith('.js') ? inAscii(text) : text)
  writeFileSync(join(target, 'undici.cjs'), undici)
  cpSync(join(root, 'node_modules/undici/LICENSE'), join(target, 'undici.LICENSE'))
  cpSync(join(root, 'scripts/undici-on-demand.mjs'), join(target, 'undici.js'))
  for (const entry of ['main.js', 'post.js', 'cli.js'])
    if (existsSync(join(source, entry))) cpSync(join(source, entry), join(target, entry))
  for (const [from, name] of Object.entries(companions[action] ?? {}))
    cpSync(join(root, from), join(target, name))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

function differences(committed: string, rebuilt: string): string[] {
  const names = [...new Set([...filesIn(committed), ...filesIn(rebuilt)])].sort()
  return names.filter((name) => {
    const [a, b] = [join(committed, name), join(rebuilt, name)]
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b))
  })
}

const [mode, ...only] = process.argv.slice(2)
const check = mode === '--check'
const chosen = check || mode === undefined ? [...stepNames, 'publish'] : [mode, ...only]
emit(check)
const undici = await bundleUndici()
let stale = 0
for (const action of chosen) {
  const dist = join(root, 'actions', action, 'dist')
  if (!check) {
    await bundle(action, dist, undici)
    console.log(`bundled actions/${action}/dist`)
    continue
  }
  const rebuilt = mkdtempSync(join(tmpdir(), `omninode-dist-${action}-`))
  await bundle(action, rebuilt, undici)
  const changed = differences(dist, rebuilt)
  for (const name of changed) console.error(`actions/${action}/dist/${name} is not what its source builds`)
  stale += changed.length
  rmSync(rebuilt, { recursive: true, force: true })
}
if (stale > 0) {
  console.error('Run `npm run bundle` and commit dist/ with its source.')
  process.exitCode = 1
} else if (check) console.log('dist/ is byte-identical to a rebuild.')
