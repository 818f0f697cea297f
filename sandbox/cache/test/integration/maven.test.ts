import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { copyArtifact, findJava, sha256OfFile } from '../../maven.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-maven-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string, script: string) => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return { PATH: folder }
}

describe('a machine', () => {
  test('without Java is told how to get it', async () => {
    await expect(findJava({ PATH: folder })).rejects.toThrow(
      'Install Java 17 or newer (Debian: openjdk-17-jre-headless), so that `java` is on PATH.',
    )
  })

  test.each([
    ['openjdk version "11.0.22" 2024-01-16', 'so that `java` is on PATH: it is 11.'],
    ['java version "1.8.0_401"', 'so that `java` is on PATH: it is 1.'],
  ])('with %s is told that it is too old', async (said, told) => {
    await expect(findJava(program('java', `echo '${said}' >&2`))).rejects.toThrow(told)
  })

  test.each(['openjdk version "17.0.15" 2025-04-15', 'openjdk version "25" 2025-09-16'])(
    'with %s has it',
    async (said) => {
      expect(await findJava(program('java', `echo '${said}' >&2`))).toBe('java')
    },
  )

  test('without Maven is told how to get it', async () => {
    await expect(copyArtifact('g:n:1:jar', folder, { env: { PATH: folder } })).rejects.toThrow(
      'Install Maven (Debian: maven), so that `mvn` is on PATH.',
    )
  })

  test('hears what Maven says of what it cannot give, and no repository is left', async () => {
    const env = program('mvn', "echo '[ERROR] Could not find artifact g:n:jar:1'; exit 1")
    await expect(copyArtifact('g:n:1:jar', folder, { env })).rejects.toThrow(
      'Could not find artifact g:n:jar:1',
    )
    expect(readdirSync(folder)).toEqual(['mvn'])
  })
})

test('what was fetched is known by its sha256', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, 'abc')
  expect(await sha256OfFile(file)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
