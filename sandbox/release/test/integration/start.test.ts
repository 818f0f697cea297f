import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from '@jest/globals'
// What this test loads is prepared before it; the command starts it.
import '../../../sandbox.ts'

const root = join(import.meta.dirname, '../../../..')
const out = join(root, 'sandbox/out')

const actions = [
  ['provision', 'Provision'],
  ['migrate', 'Migrate'],
  ['deploy', 'Deploy'],
  ['verify', 'Verify'],
] as const

let started: ChildProcess | undefined
afterEach(async () => {
  if (started?.exitCode !== null) return
  // What it has started is stopped by it.
  started.kill('SIGINT')
  await once(started, 'exit')
}, 60_000)

test('npm start releases the platform, writes its report, and keeps all of it up until it is told to end', async () => {
  rmSync(join(out, 'comment.html'), { force: true })
  rmSync(join(out, 'deploy.env'), { force: true })
  const child = spawn(process.execPath, ['--conditions=source', 'sandbox/release/start.ts', '--keep'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started = child
  let told = ''
  child.stdout.on('data', (data) => {
    told += data
  })
  const isUp = () => /stays up until Ctrl-C[\s\S]*--env-file=sandbox\/out\/verify\.env/.test(told)
  while (!isUp() && child.exitCode === null) await sleep(200)
  expect(told).toContain('All of it held')
  const page = readFileSync(join(out, 'comment.html'), 'utf8')
  for (const [, step] of actions) expect(page).toMatch(new RegExp(`<h3>${step}\\b`))

  for (const part of ['Kubernetes', 'Postgres', 'AWS', 'GitHub', 'OIDC', 'onex-api'])
    expect(told).toMatch(new RegExp(`^  ${part} +\\S`, 'm'))
  const [, key = '', url = ''] = /x-api-key: (\S+)' (\S+)/.exec(told) ?? []
  expect((await fetch(url, { headers: { 'x-api-key': key } })).status).toBe(200)
  for (const [action, title] of actions) {
    const args = [`--env-file=sandbox/out/${action}.env`, `actions/${action}/dist/main.js`]
    const env = { PATH: process.env['PATH'] }
    const { status, output } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
    expect(output.join('')).toMatch(new RegExp(`^${title}: `, 'm'))
    expect(status).toBe(0)
  }

  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
}, 400_000)
