import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { findPython } from '#sandbox/python.ts'
import { download } from '../src/install.ts'

const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
const name = `terraform_1.99.0_${platform}.zip`
let folder: string
let server: Server
let releases: string
let asked: string[]
let answers: Record<string, Buffer | number | (() => Buffer | number)>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-install-'))
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools')
  process.env['RUNNER_TEMP'] = folder
  writeFileSync(join(folder, 'terraform'), '#!/bin/sh\necho the real one\n', { mode: 0o755 })
  const python = await findPython()
  execFileSync(python, ['-m', 'zipfile', '-c', 'archive.zip', 'terraform'], { cwd: folder })
  const archive = readFileSync(join(folder, 'archive.zip'))
  const sum = createHash('sha256').update(archive).digest('hex')
  answers = {
    [`/1.99.0/${name}`]: archive,
    '/1.99.0/terraform_1.99.0_SHA256SUMS': Buffer.from(`${'0'.repeat(64)}  other.zip\n${sum}  ${name}\n`),
  }
  asked = []
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const given = answers[path] ?? 404
    const answer = typeof given === 'function' ? given() : given
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

function fetched(version = '1.99.0') {
  const unpacked = mkdtempSync(join(folder, 'download-'))
  const { signal } = new AbortController()
  return download({ version, releases, folder: unpacked, signal, random: () => 0 })
}

test('a release is unpacked, can be run, and is downloaded once', async () => {
  const program = await fetched()
  expect(execFileSync(program, { encoding: 'utf8' })).toBe('the real one\n')
  expect(await fetched()).toBe(program)
  expect(asked).toHaveLength(2)
})

test.each([
  ['another checksum', `${'a'.repeat(64)}  ${name}\n`, /sha256 is [0-9a-f]{64}, but SHA256SUMS lists a{64}/],
  ['no checksum', `${'a'.repeat(64)}  other.zip\n`, /SHA256SUMS lists none/],
])('a release with %s is refused, and not kept', async (_what, sums, message) => {
  answers['/1.99.0/terraform_1.99.0_SHA256SUMS'] = Buffer.from(sums)
  await expect(fetched()).rejects.toMatchObject({
    code: 'TERRAFORM_DOWNLOAD',
    message: expect.stringMatching(message),
  })
  await expect(fetched()).rejects.toMatchObject({ code: 'TERRAFORM_DOWNLOAD' })
})

test('a version that does not exist is asked for once', async () => {
  await expect(fetched('0.0.1')).rejects.toMatchObject({ message: expect.stringContaining('answered 404') })
  expect(new Set(asked).size).toBe(asked.length)
})

test('a server in trouble is asked again', async () => {
  const archive = answers[`/1.99.0/${name}`]
  let tries = 0
  answers[`/1.99.0/${name}`] = () => (++tries < 3 ? 503 : (archive as Buffer)) // set above
  await fetched()
  expect(tries).toBe(3)
})
