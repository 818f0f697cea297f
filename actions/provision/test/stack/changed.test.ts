import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { touchedBy } from '../../src/stack/changed.ts'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { readGraph } from '../../src/stack/graph.ts'
import { blockLocator, sourcesOf } from '../../src/stack/sources.ts'
import { wantedVersion } from '../../src/tool/version.ts'
import { BACKEND, module, remoteState, workspaceOf } from './workspace.ts'

const files = {
  'stacks/api/main.tf':
    BACKEND + module('app', '../../modules/app') + remoteState('n', '"stacks/network/terraform.tfstate"'),
  'stacks/api/worker/main.tf': BACKEND,
  'stacks/network/main.tf': BACKEND + module('network', '../../modules/network'),
  'stacks/other/main.tf': BACKEND + module('app', '../../modules/app'),
  'modules/app/main.tf': '# nothing\n\nresource "aws_instance" "this" {}\n',
  'modules/app/templates/boot.sh': '#!/bin/sh\n',
  'modules/app/README.md': '',
  'modules/app/examples/complete/main.tf': '',
  'modules/network/main.tf': 'output "id" {\n  value = 1\n}\n',
}

describe('files that are links', () => {
  test('are seen and read when they stay in the checkout', () => {
    const workspace = workspaceOf({
      'shared/backend.tf': BACKEND,
      'shared/boot/boot.sh': '#!/bin/sh\n',
      'stacks/api/main.tf': 'output "a" {\n  value = 1\n}\n',
    })
    symlinkSync('../../shared/backend.tf', join(workspace, 'stacks/api/backend.tf'))
    symlinkSync('../../shared/boot', join(workspace, 'stacks/api/boot'))
    const code = new Code(workspace)
    const { stacks } = readGraph(code, findStacks(code, 'stacks'))
    expect(stacks.map(({ name }) => name)).toEqual(['api'])
    expect(stacks.flatMap((stack) => Object.keys(sourcesOf(code, stack, ['stacks/api'])))).toEqual([
      'stacks/api/backend.tf',
      'stacks/api/boot/boot.sh',
      'stacks/api/main.tf',
    ])
  })

  test.each([
    ['PATH_OUTSIDE', 'a.tf', '/etc/hostname'],
    ['PATH_OUTSIDE', 'a.tf', '../../.git/config'],
    ['PATH_OUTSIDE', 'a.tf', '/dev/zero'],
    ['PATH_MISSING', 'a.tf', 'nothing'],
    ['FILE_UNREADABLE', 'a.tf', '../../pipe'],
    ['FILE_UNREADABLE', 'stack.yml', '../../pipe'],
    ['FILE_UNREADABLE', '.terraform-version', '../../pipe'],
    ['PATH_OUTSIDE', '.terraform-version', '/dev/zero'],
    ['PATH_OUTSIDE', 'templates', '/etc'],
    ['PATH_OUTSIDE', 'policy.json', '/etc/hostname'],
  ])('are refused with %s: %s → %s', (expected, name, to) => {
    const workspace = workspaceOf({ 'stacks/api/main.tf': BACKEND, '.git/config': 'the token' })
    execFileSync('mkfifo', [join(workspace, 'pipe')])
    symlinkSync(to, join(workspace, 'stacks/api', name))
    const code = new Code(workspace)
    expect(() => {
      const { stacks } = readGraph(code, findStacks(code, 'stacks'))
      for (const stack of stacks) {
        wantedVersion({}, code, stack.folder)
        sourcesOf(code, stack, ['stacks/api'])
      }
    }).toThrow(expect.objectContaining({ code: expected }))
  })

  test('are refused when a module leads out of the checkout', () => {
    const workspace = workspaceOf({ 'stacks/api/main.tf': BACKEND + module('out', '../../../../etc') })
    const code = new Code(workspace)
    const { stacks } = readGraph(code, findStacks(code, 'stacks'))
    expect(() => stacks.map((stack) => sourcesOf(code, stack, ['stacks/api']))).toThrow(
      expect.objectContaining({ code: 'PATH_OUTSIDE' }),
    )
  })
})

describe('what a change of files touches', () => {
  test.each([
    ['the code of one stack', ['stacks/other/main.tf'], ['other']],
    ['a module that two use', ['modules/app/main.tf'], ['api', 'other']],
    ['a template in a module', ['modules/app/templates/boot.sh'], ['api', 'other']],
    ['a stack that another one builds on', ['stacks/network/x.auto.tfvars'], ['network', 'api']],
    ['a module of a stack below', ['modules/network/main.tf'], ['network', 'api']],
    ['a stack within the folder of another one', ['stacks/api/worker/main.tf'], ['api/worker']],
    ['the version of Terraform for all', ['.terraform-version'], ['network', 'api', 'api/worker', 'other']],
    ['the version of Terraform for one', ['stacks/other/.terraform-version'], ['other']],
    [
      'a variable file that every stack is given',
      ['vars/dev.tfvars'],
      ['network', 'api', 'api/worker', 'other'],
    ],
    ['what belongs to no stack', ['README.md', 'k8s/base/x.yaml', 'modules/unused/main.tf'], []],
    [
      'the README and the examples of a module',
      ['modules/app/README.md', 'modules/app/examples/complete/main.tf'],
      [],
    ],
    ['a folder whose name begins alike', ['stacks/other-x/main.tf', 'modules/apple/main.tf'], []],
  ])('%s', (_what, changed, expected) => {
    const code = new Code(workspaceOf(files))
    const graph = readGraph(code, findStacks(code, 'stacks'))
    expect([...touchedBy(graph, changed, ['vars/dev.tfvars'], code).keys()].sort()).toEqual(
      expected.toSorted(),
    )
  })

  test.each([
    ['a file that a link in it leads to', ['shared/tags.tf'], ['api']],
    ['a file in a folder that a link in it leads to', ['shared/boot/boot.sh'], ['api']],
    ['a file that was deleted in such a folder', ['shared/boot/gone.sh'], ['api']],
    ['a module that is a link', ['modules/real/main.tf'], ['other']],
    ['a file that was deleted in such a module', ['modules/real/gone.tf'], ['other']],
    ['the link itself', ['stacks/api/tags.tf'], ['api']],
    ['a variable file that is a link, under its own name', ['vars/real.tfvars'], ['api', 'other']],
    ['a variable file that is written otherwise', ['vars/plain.tfvars'], ['api', 'other']],
    ['what stands beside a file that a link leads to', ['shared/others.tf'], []],
  ])('through a link: %s', (_what, changed, expected) => {
    const workspace = workspaceOf({
      'stacks/api/main.tf': BACKEND,
      'stacks/other/main.tf': BACKEND + module('app', '../../modules/link'),
      'shared/tags.tf': '',
      'shared/others.tf': '',
      'shared/boot/boot.sh': '',
      'modules/real/main.tf': '',
      'vars/real.tfvars': '',
      'vars/plain.tfvars': '',
    })
    symlinkSync('../../shared/tags.tf', join(workspace, 'stacks/api/tags.tf'))
    symlinkSync('../../shared/boot', join(workspace, 'stacks/api/boot'))
    symlinkSync('real', join(workspace, 'modules/link'))
    symlinkSync('real.tfvars', join(workspace, 'vars/link.tfvars'))
    const code = new Code(workspace)
    const graph = readGraph(code, findStacks(code, 'stacks'))
    const always = ['vars/link.tfvars', './vars//plain.tfvars']
    expect([...touchedBy(graph, changed, always, code).keys()].sort()).toEqual(expected)
  })

  test('cannot be told of a stack whose link leads nowhere, which is planned and says so then', () => {
    const workspace = workspaceOf(files)
    symlinkSync('nothing', join(workspace, 'stacks/other/policy.json'))
    const code = new Code(workspace)
    const graph = readGraph(code, findStacks(code, 'stacks'))
    expect([...touchedBy(graph, ['README.md'], [], code)]).toEqual([['other', 'stacks/other']])
  })

  test('says because of what each is planned', () => {
    const code = new Code(workspaceOf(files))
    const graph = readGraph(code, findStacks(code, 'stacks'))
    expect(Object.fromEntries(touchedBy(graph, ['modules/network/main.tf'], [], code))).toEqual({
      network: 'modules/network/main.tf',
      api: 'network',
    })
  })
})

describe('the sources of a stack', () => {
  const code = () => {
    const read = new Code(workspaceOf(files))
    const { stacks } = readGraph(read, findStacks(read, 'stacks'))
    return {
      read,
      stack: (name: string) => stacks.find((each) => each.name === name) ?? fail(name),
      folders: stacks.map(({ folder }) => folder),
    }
  }
  const fail = (name: string): never => {
    throw new Error(`there is no ${name}`)
  }

  test('are its folder and its modules, without the stacks within and what nobody applies', () => {
    const { read, stack, folders } = code()
    expect(Object.keys(sourcesOf(read, stack('api'), folders))).toEqual([
      'modules/app/main.tf',
      'modules/app/templates/boot.sh',
      'stacks/api/main.tf',
    ])
  })

  test('tell where a resource of a module is declared, whatever instance of it', () => {
    const { read, stack } = code()
    const locate = blockLocator(read, stack('api'))
    const place = { file: 'modules/app/main.tf', line: 3 }
    expect(locate('module.app', 'resource "aws_instance" "this"')).toEqual(place)
    expect(locate('module.app["a.b[\\"c"]', 'resource "aws_instance" "this"')).toEqual(place)
    expect(locate('module.app[0]', 'resource "aws_instance" "other"')).toBeUndefined()
    expect(locate('module.nowhere', 'resource "aws_instance" "this"')).toBeUndefined()
    expect(blockLocator(read, stack('network'))('module.network', 'output "id"')).toEqual({
      file: 'modules/network/main.tf',
      line: 1,
    })
  })
})
