import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { generatedSince, restore, snapshot } from '../../src/store/generated.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'omninode-generated-'))
  mkdirSync(join(workspace, 'stack/code'), { recursive: true })
  writeFileSync(join(workspace, 'stack/main.tf'), 'code')
})
afterEach(() => rmSync(workspace, { recursive: true }))

const look = () => snapshot(workspace, ['stack'])
const file = (name: string, text: string) => ({ name, content: Buffer.from(text) })

describe('files that planning makes', () => {
  test('are those that are new or were written, without what Terraform keeps for itself', () => {
    writeFileSync(join(workspace, 'stack/old.zip'), 'before')
    const before = look()
    writeFileSync(join(workspace, 'stack/old.zip'), 'after!')
    writeFileSync(join(workspace, 'stack/code/new.zip'), 'zip')
    writeFileSync(join(workspace, 'stack/.terraform.lock.hcl'), 'lock')
    mkdirSync(join(workspace, 'stack/.terraform'))
    writeFileSync(join(workspace, 'stack/.terraform/provider'), 'big')
    expect(
      generatedSince(before, look(), workspace).map(({ name, content }) => [name, String(content)]),
    ).toEqual([
      ['stack/code/new.zip', 'zip'],
      ['stack/old.zip', 'after!'],
    ])
  })

  test('are put where they were made, in folders that are not there yet', () => {
    restore([file('stack/build/deep/a.zip', 'a'), file('stack/main.tf', 'code')], workspace)
    expect(readFileSync(join(workspace, 'stack/build/deep/a.zip'), 'utf8')).toBe('a')
  })

  test('never take the place of another file, and then none is written', () => {
    expect(() => restore([file('stack/a.zip', 'a'), file('stack/main.tf', 'other')], workspace)).toThrow(
      expect.objectContaining({ code: 'PLAN_FILES', source: { file: 'stack/main.tf' } }),
    )
    expect(existsSync(join(workspace, 'stack/a.zip'))).toBe(false)
  })

  test('never leave the checkout by a link', () => {
    const outside = mkdtempSync(join(tmpdir(), 'omninode-outside-'))
    symlinkSync(outside, join(workspace, 'stack/link'))
    expect(() => restore([file('stack/link/a.zip', 'a')], workspace)).toThrow('leads out of the checkout')
    symlinkSync(join(outside, 'nothing'), join(workspace, 'stack/dangling'))
    expect(() => restore([file('stack/dangling', 'a')], workspace)).toThrow('leads out of the checkout')
    rmSync(outside, { recursive: true })
  })

  test('are not compared with a pipe, which would be waited for, nor with what is behind a link', () => {
    execFileSync('mkfifo', [join(workspace, 'stack/pipe')])
    expect(() => restore([file('stack/pipe', 'a')], workspace)).toThrow('it is a pipe')
    const outside = mkdtempSync(join(tmpdir(), 'omninode-outside-'))
    writeFileSync(join(outside, 'a.zip'), 'a')
    symlinkSync(outside, join(workspace, 'stack/link'))
    expect(() => restore([file('stack/link/a.zip', 'a')], workspace)).toThrow('leads out of the checkout')
    rmSync(outside, { recursive: true })
  })
})
