import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { clearDataFolder, removeDataFolder } from '../../src/terraform/data-folder.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'omninode-data-'))
  folder = join(root, 'stack/.terraform/omninode')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('nothing of an earlier run is left when one begins', () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'environment'), 'prod')
  clearDataFolder(folder)
  expect(existsSync(folder)).toBe(false)
  clearDataFolder(folder)
})

test('the folder above goes too, unless somebody else has something in it', () => {
  mkdirSync(folder, { recursive: true })
  removeDataFolder(folder)
  expect(existsSync(dirname(folder))).toBe(false)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(dirname(folder), 'environment'), 'prod')
  removeDataFolder(folder)
  expect(existsSync(join(dirname(folder), 'environment'))).toBe(true)
})

test.each(['.terraform', '.terraform/omninode'])(
  '%s that is a link is refused, and nothing behind it is removed',
  (link) => {
    const elsewhere = join(root, 'elsewhere')
    mkdirSync(join(elsewhere, 'omninode'), { recursive: true })
    writeFileSync(join(elsewhere, 'omninode/precious'), 'x')
    const path = join(root, 'stack', link)
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(link === '.terraform' ? elsewhere : join(elsewhere, 'omninode'), path)
    expect(() => clearDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_LINK' }))
    removeDataFolder(folder)
    expect(existsSync(join(elsewhere, 'omninode/precious'))).toBe(true)
  },
)
