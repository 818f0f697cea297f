/**
 * The way in on a fresh machine: runs on whatever node npm brought, checks what must be there beforehand,
 * installs the locked packages, and hands over to node 24 from them.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const commands = {
  start: 'sandbox/release/start.ts',
  test: 'scripts/test.ts',
  unit: 'scripts/unit.ts',
  soak: 'scripts/soak.ts',
  bundle: 'scripts/bundle.ts',
  generate: 'scripts/generate.ts',
}

function versionOf(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function atLeast(version, wanted) {
  const numbers = /(\d+)\.(\d+)/
    .exec(version ?? '')
    ?.slice(1)
    .map(Number)
  if (numbers === undefined) return false
  return numbers[0] > wanted[0] || (numbers[0] === wanted[0] && numbers[1] >= wanted[1])
}

function missing() {
  const python = process.env.PYTHON ?? 'python3'
  return [
    [atLeast(process.versions.node, [20, 0]), 'Node.js 20 or newer with npm: https://nodejs.org/en/download'],
    [versionOf('npm', ['--version']), 'npm: it comes with Node.js'],
    [versionOf('git', ['--version']), "git: from your system's packages"],
    [
      atLeast(versionOf(python, ['--version']), [3, 11]),
      "Python 3.11 or newer: from your system's packages or https://www.python.org",
    ],
    [
      versionOf(python, ['-m', 'pip', '--version']),
      `pip: \`${python} -m ensurepip\`, or your system's python3-pip and python3-venv`,
    ],
  ].flatMap(([present, hint]) => (present ? [] : [hint]))
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
  const stamp = join(root, 'node_modules', '.omninode-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the locked npm packages …')
  // Errors only: packages that want node 24 get it below, whatever node runs npm now.
  execFileSync('npm', ['ci', '--loglevel=error', '--no-progress'], { cwd: root, stdio: 'inherit' })
  writeFileSync(stamp, wanted)
}

/** node 24 from the npm registry where it is published for this machine, else the one that runs this. */
function node24() {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(bundled)) return bundled
  if (atLeast(process.versions.node, [24, 0])) return process.execPath
  console.error(
    `This machine (${process.platform}-${process.arch}) needs Node.js 24 or newer: https://nodejs.org/en/download`,
  )
  process.exit(1)
}

const [command = '', ...args] = process.argv.slice(2)
if (!(command in commands)) {
  console.error(`usage: node setup.mjs ${Object.keys(commands).join('|')} [options]`)
  process.exit(2)
}
const hints = missing()
if (hints.length > 0) {
  console.error(`This machine lacks:\n${hints.map((hint) => `  - ${hint}`).join('\n')}`)
  process.exit(1)
}
install()
const node = node24()
const child = spawn(node, ['--conditions=source', join(root, commands[command]), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
})
// The terminal interrupts the whole process group; this process stays until its child has put things away.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.once('exit', (code, signal) => process.exit(signal === null ? code : 1))
