import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { filesUnder } from '../files.ts'

const yaml = /\.ya?ml$/
let root = ''
let bad = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
  bad = mkdtempSync(join(tmpdir(), 'files-'))
  mkdirSync(join(bad, '.git'))
  writeFileSync(join(bad, '.git/x.yaml'), '')
  for (const file of [
    'k8s/b.yaml',
    'k8s/a/deep.yml',
    'k8s/a.yaml',
    'k8s/notes.md',
    'k8s/node_modules/x.yaml',
    'k8s/dist/x.yaml',
    '.git/x.yaml',
    '.github/workflows/ci.yml',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  symlinkSync('..', join(root, 'k8s/circle'))
  for (const [link, to] of [
    ['linked/own', '../k8s/a'],
    ['linked/one.yaml', '../k8s/b.yaml'],
    ['linked/again', 'own'],
    ['linked/tools', '../k8s/dist'],
    ['linked/readme', '../k8s/notes.md'],
  ] as const) {
    mkdirSync(dirname(join(root, link)), { recursive: true })
    symlinkSync(to, join(root, link))
  }
  for (const [link, to] of [
    ['out.yaml', '/etc/hostname'],
    ['folder', '/etc'],
    ['nowhere.yaml', 'nothing'],
    ['of-no-interest', 'nothing'],
    ['token.yaml', '.git/x.yaml'],
  ] as const)
    symlinkSync(to, join(bad, link))
  execFileSync('mkfifo', [join(bad, 'pipe.yaml'), join(bad, 'pipe')])
})
afterAll(() => {
  for (const folder of [root, bad]) rmSync(folder, { recursive: true })
})

describe('finding files', () => {
  test('walks folders in a stable order, past what tools made', () => {
    expect(filesUnder(root, 'k8s/a', yaml)).toEqual(['k8s/a/deep.yml'])
  })

  test('tells what it passes over: other files, what tools made, and links to either', () => {
    const passed: string[] = []
    for (const folder of ['k8s', 'linked'])
      filesUnder(root, folder, yaml, { passOver: (path) => passed.push(path) })
    expect(passed).toEqual([
      'k8s/circle/',
      'k8s/dist/',
      'k8s/node_modules/',
      'k8s/notes.md',
      'linked/readme',
      'linked/tools/',
    ])
  })

  test('follows links inside of the checkout, and each folder once', () => {
    expect(filesUnder(root, 'linked', yaml)).toEqual(['linked/again/deep.yml', 'linked/one.yaml'])
    expect(filesUnder(root, 'linked/own', yaml)).toEqual(['linked/own/deep.yml'])
  })

  test('knows nothing by the name of a link to it that it also finds by its own', () => {
    expect(filesUnder(root, 'k8s', yaml)).toEqual(['k8s/a/deep.yml', 'k8s/a.yaml', 'k8s/b.yaml'])
    expect(filesUnder(root, '.', yaml)).toContain('linked/one.yaml')
    expect(filesUnder(root, '.', yaml)).not.toContain('linked/own/deep.yml')
  })

  test('refuses links that lead out or nowhere, and what only has the name of a file', () => {
    const refused: string[] = []
    filesUnder(bad, '.', yaml, {
      refuse: ({ code, source }) => refused.push(`${code} ${source?.file}`),
    })
    expect(refused).toEqual([
      'PATH_OUTSIDE folder',
      'PATH_MISSING nowhere.yaml',
      'PATH_OUTSIDE out.yaml',
      'FILE_UNREADABLE pipe.yaml',
      'PATH_OUTSIDE token.yaml',
    ])
    expect(() => filesUnder(bad, '.', yaml)).toThrow(expect.objectContaining({ code: 'PATH_OUTSIDE' }))
  })

  test.each(['.', './', ''])('names files from the root when asked for %j', (path) => {
    expect(filesUnder(root, path, yaml)).toEqual([
      '.github/workflows/ci.yml',
      'k8s/a/deep.yml',
      'k8s/a.yaml',
      'k8s/b.yaml',
      'linked/one.yaml',
    ])
  })

  test.each(['./k8s/a/', 'k8s//a', 'k8s/../k8s/a'])('takes %s for k8s/a', (path) => {
    expect(filesUnder(root, path, yaml)).toEqual(['k8s/a/deep.yml'])
  })

  test('takes a file that is named itself, whatever its name', () => {
    expect(filesUnder(root, 'k8s/notes.md', yaml)).toEqual(['k8s/notes.md'])
  })

  test.each([
    ['PATH_MISSING', 'k9s'],
    ['PATH_OUTSIDE', '../etc'],
    ['PATH_OUTSIDE', 'k8s/../../etc'],
    ['PATH_OUTSIDE', '/etc'],
  ])('refuses with %s what is %s', (code, path) => {
    expect(() => filesUnder(root, path, yaml)).toThrow(expect.objectContaining({ code }))
  })
})
