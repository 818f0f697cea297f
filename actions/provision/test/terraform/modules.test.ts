import { execFileSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { automaticVariables } from '../../src/stack/sources.ts'
import { lockedProviders } from '../../src/terraform/lock-file.ts'
import { fetchedModules } from '../../src/terraform/modules.ts'
import { BACKEND, workspaceOf } from '../stack/workspace.ts'

const stack = { name: 'api', folder: 'stacks/api' }
const modules = 'stacks/api/.terraform/omninode/modules'
const manifest = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'far', Source: 'git::https://x/y', Version: '', Dir: '.terraform/omninode/modules/far/inner' },
  ],
})
const fetched = (more: Readonly<Record<string, string>> = {}) =>
  workspaceOf({
    'stacks/api/main.tf': BACKEND,
    [`${modules}/modules.json`]: manifest,
    [`${modules}/far/inner/main.tf`]: '# far\n',
    [`${modules}/far/shared.tf`]: '# shared\n',
    ...more,
  })
const hashOf = (workspace: string) => fetchedModules(stack, { workspace })['module.far']

describe('a module that was fetched', () => {
  test('counts by all its files, those that are links within what was fetched included', () => {
    const [one, other, without] = [
      fetched(),
      fetched({ [`${modules}/far/shared.tf`]: '# other\n' }),
      fetched(),
    ]
    for (const workspace of [one, other])
      symlinkSync('../shared.tf', join(workspace, modules, 'far/inner/shared.tf'))
    expect(hashOf(one)).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set([hashOf(one), hashOf(other), hashOf(without)]).size).toBe(3)
  })

  test('may have links that lead nowhere', () => {
    const workspace = fetched()
    symlinkSync('nothing', join(workspace, modules, 'far/inner/nothing.tf'))
    expect(hashOf(workspace)).toBe(hashOf(fetched()))
  })

  test.each([
    ['PATH_OUTSIDE', '/etc/hostname'],
    ['PATH_OUTSIDE', '../../../../../main.tf'],
    ['FILE_UNREADABLE', '../pipe'],
  ])('is refused with %s for a link to %s', (expected, to) => {
    const workspace = fetched()
    execFileSync('mkfifo', [join(workspace, modules, 'far/pipe')])
    symlinkSync(to, join(workspace, modules, 'far/inner/a.tf'))
    expect(() => hashOf(workspace)).toThrow(expect.objectContaining({ code: expected }))
  })
})

describe.each([
  ['.terraform.lock.hcl', (workspace: string) => lockedProviders(stack, { workspace })],
  ['a.auto.tfvars', (workspace: string) => automaticVariables({ workspace }, stack)],
  ['.terraform/omninode/modules/modules.json', (workspace: string) => fetchedModules(stack, { workspace })],
])('%s', (name, read) => {
  test.each([
    ['FILE_UNREADABLE', 'a pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['PATH_OUTSIDE', 'a link that leads out', (path: string) => symlinkSync('/etc/hostname', path)],
    ['PATH_OUTSIDE', 'a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
  ])('is refused with %s when it is %s', (code, _what, make) => {
    const workspace = fetched()
    const path = join(workspace, stack.folder, name)
    rmSync(path, { force: true })
    make(path)
    expect(() => read(workspace)).toThrow(expect.objectContaining({ code }))
  })
})
