import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { createMessage, generateKey, type PrivateKey, sign } from 'openpgp'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { Code } from '../../src/stack/code.ts'
import { findTool } from '../../src/tool/install.ts'
import type { ToolName } from '../../src/tool/name.ts'
import { download, platformName, type Tool, tools } from '../../src/tool/release.ts'
import { type VersionInputs, wantedVersion } from '../../src/tool/version.ts'

type Answer = Buffer | number | { cutOff: Buffer } | 'reset'

const platform = platformName(process)
const bytes = (text: string) => new TextEncoder().encode(text)
const script = (program: string, version: string) =>
  bytes(`#!/bin/sh\n# ${program}\necho '{"terraform_version": "${version}"}'\n`)

interface Signer {
  readonly privateKey: PrivateKey
  readonly armored: string
  readonly fingerprint: string
}

async function createSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: 'Releases' }], format: 'object' })
  return { privateKey, armored: publicKey.armor(), fingerprint: publicKey.getFingerprint().toUpperCase() }
}

let signer: Signer
let stranger: Signer
let folder: string
let server: Server
let asked: string[]
let warnings: string[]
let answers: Record<string, Answer | (() => Answer)>
let local: Record<ToolName, Tool>

beforeAll(async () => {
  signer = await createSigner()
  stranger = await createSigner()
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-install-'))
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools')
  process.env['RUNNER_TEMP'] = folder
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'workspace/stack'), { recursive: true })
  answers = {}
  asked = []
  warnings = []
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const given = answers[path] ?? 404
    const answer = typeof given === 'function' ? given() : given
    if (answer === 'reset') response.destroy()
    else if (typeof answer === 'number') response.writeHead(answer).end('in trouble')
    else if (Buffer.isBuffer(answer)) response.end(answer)
    else {
      response.writeHead(200, { 'content-length': answer.cutOff.length })
      response.write(answer.cutOff.subarray(0, answer.cutOff.length / 2), () => response.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  const at = (tool: Tool): Tool => ({
    ...tool,
    publisher: {
      ...tool.publisher,
      index: `${base}/${tool.name}/index.json`,
      folder: (version) => `${base}/${tool.name}/${version}`,
      key: { fingerprint: signer.fingerprint, armored: [signer.armored] },
    },
  })
  local = { terraform: at(tools.terraform), opentofu: at(tools.opentofu) }
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Release {
  readonly entries?: Readonly<Record<string, Uint8Array>>
  readonly sums?: (archive: Buffer, name: string) => string
  readonly signedBy?: Signer
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** Puts a release on the server, as its publisher does. */
async function release(name: ToolName, version: string, how: Release = {}): Promise<string> {
  const { program, publisher } = local[name]
  const archiveName = `${program}_${version}_${platform}.zip`
  const entries = how.entries ?? { LICENSE: bytes('…'), [program]: script(program, version) }
  const archive = Buffer.from(zipSync(entries))
  const sums =
    how.sums?.(archive, archiveName) ?? `${'0'.repeat(64)}  other.zip\n${sha256(archive)}  ${archiveName}\n`
  const signature = await sign({
    message: await createMessage({ binary: bytes(sums) }),
    signingKeys: (how.signedBy ?? signer).privateKey,
    detached: true,
    format: 'binary',
  })
  const path = `/${name}/${version}`
  answers[`${path}/${archiveName}`] = archive
  answers[`${path}/${program}_${version}_SHA256SUMS`] = Buffer.from(sums)
  answers[`${path}/${program}_${version}_SHA256SUMS${publisher.signature}`] = Buffer.from(signature)
  return `${path}/${archiveName}`
}

async function releases(name: ToolName, ...versions: readonly string[]): Promise<void> {
  for (const version of versions) await release(name, version)
  const list =
    name === 'terraform'
      ? { name, versions: Object.fromEntries(versions.map((version) => [version, { builds: [] }])) }
      : { versions: versions.map((id) => ({ id, files: [] })) }
  answers[`/${name}/index.json`] = Buffer.from(JSON.stringify(list))
}

function context(signal = new AbortController().signal) {
  const log = { warning: (text: string) => void warnings.push(text) }
  return {
    log,
    temp: mkdtempSync(join(folder, 'download-')),
    signal,
    random: () => 0,
    env: {},
    machine: process,
  }
}

const fetched = (version = '1.99.0', name: ToolName = 'terraform') =>
  download(local[name], version, context())

function onMachine(program: string, version: string): void {
  writeFileSync(join(folder, 'bin', program), script(program, version), { mode: 0o755 })
}

async function find(inputs: VersionInputs = {}) {
  const workspace = join(folder, 'workspace')
  const { world, lines } = createTestWorld({ workspace, env: { PATH: `${folder}/bin:/usr/bin:/bin` } })
  // The machine that runs this test may have its own.
  const env = { ...world.env, PATH: join(folder, 'bin') }
  const wanted = wantedVersion(inputs, new Code(workspace), 'stack')
  const tool = await findTool(wanted, { ...world, env, random: () => 0 }, local)
  return { ...tool, lines }
}

describe('a release', () => {
  test.each<[ToolName, string]>([
    ['terraform', 'terraform'],
    ['opentofu', 'tofu'],
  ])('of %s is checked, unpacked, can be run, and is downloaded once', async (name, program) => {
    await release(name, '1.99.0')
    const command = await fetched('1.99.0', name)
    expect(command).toMatch(new RegExp(`/${program}$`))
    expect(execFileSync(command, { encoding: 'utf8' })).toContain('1.99.0')
    expect(await fetched('1.99.0', name)).toBe(command)
    expect(asked).toHaveLength(3)
  })

  test.each<[string, Release | (() => Release), string, RegExp]>([
    [
      'a signature of somebody else',
      () => ({ signedBy: stranger }),
      'SIGNATURE_INVALID',
      /not signed by Terraform's key/,
    ],
    [
      'another checksum',
      { sums: (_archive, name) => `${'a'.repeat(64)}  ${name}\n` },
      'CHECKSUM_INVALID',
      /sha256 is [0-9a-f]{64}, but terraform_1\.99\.0_SHA256SUMS lists a{64}/,
    ],
    [
      'no checksum',
      { sums: (archive) => `${sha256(archive)}  other.zip\n` },
      'CHECKSUM_INVALID',
      /SHA256SUMS lists none/,
    ],
    [
      'the checksum of a file whose name only ends like it',
      { sums: (archive, name) => `${sha256(archive)}  evil_${name}\n` },
      'CHECKSUM_INVALID',
      /lists none/,
    ],
    ['no program', { entries: { README: bytes('hello') } }, 'TOOL_DOWNLOAD', /There is no `terraform` in/],
    ['an empty program', { entries: { terraform: bytes('') } }, 'TOOL_DOWNLOAD', /holds no program/],
    [
      'a program that would be written elsewhere',
      { entries: { '../terraform': script('terraform', '1'), '/terraform': script('terraform', '1') } },
      'TOOL_DOWNLOAD',
      /There is no `terraform` in/,
    ],
  ])('with %s is refused, and not kept', async (_what, how, code, message) => {
    await release('terraform', '1.99.0', typeof how === 'function' ? how() : how)
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(fetched()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    expect(existsSync(join(folder, 'tools'))).toBe(false)
    expect(existsSync(join(folder, 'terraform'))).toBe(false)
  })

  test('without a signature is refused', async () => {
    await release('terraform', '1.99.0')
    delete answers['/terraform/1.99.0/terraform_1.99.0_SHA256SUMS.sig']
    await expect(fetched()).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD',
      why: expect.stringMatching(/SHA256SUMS\.sig is answered 404/),
    })
    answers['/terraform/1.99.0/terraform_1.99.0_SHA256SUMS.sig'] = Buffer.alloc(0)
    await expect(fetched()).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
  })

  test('that is no archive is refused', async () => {
    const path = await release('terraform', '1.99.0', {
      sums: (_archive, name) => `${sha256(Buffer.from('no zip'))}  ${name}\n`,
    })
    answers[path] = Buffer.from('no zip')
    await expect(fetched()).rejects.toMatchObject({ what: expect.stringContaining('cannot be unpacked') })
  })

  test('that does not exist is asked for once', async () => {
    await expect(fetched('0.0.1')).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD',
      message: expect.stringContaining('answered 404'),
      fix: expect.stringContaining('install Terraform on the runner'),
    })
    expect(new Set(asked).size).toBe(asked.length)
  })

  test.each<[string, (whole: Buffer) => Answer]>([
    ['is in trouble', () => 503],
    ['has had enough', () => 429],
    ['hangs up', () => 'reset'],
    ['breaks off in the middle', (whole) => ({ cutOff: whole })],
  ])('is asked for again when the server %s', async (_what, trouble) => {
    const path = await release('terraform', '1.99.0')
    const whole = answers[path] as Buffer // set by `release`
    let tries = 0
    answers[path] = () => (++tries < 3 ? trouble(whole) : whole)
    await fetched()
    expect(tries).toBe(3)
  })

  test('that always breaks off is given up with what was tried', async () => {
    const path = await release('terraform', '1.99.0')
    const whole = answers[path] as Buffer // set by `release`
    answers[path] = { cutOff: whole }
    await expect(fetched()).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD',
      why: expect.stringContaining(path),
    })
    expect(asked.filter((each) => each === path)).toHaveLength(4)
  })

  test('is not waited for after a cancel', async () => {
    const path = await release('terraform', '1.99.0')
    const abort = new AbortController()
    answers[path] = () => {
      abort.abort(new Error('cancelled'))
      return 503
    }
    await expect(download(local.terraform, '1.99.0', context(abort.signal))).rejects.toThrow('cancelled')
    expect(asked.filter((each) => each === path)).toHaveLength(1)
  })
})

describe('what is in the tool cache', () => {
  const name = 'terraform_1.99.0'
  const swapped = script('terraform', 'evil')
  const zipOf = (content: Uint8Array) => Buffer.from(zipSync({ terraform: content }))

  test('is used without asking anybody when it is what was released, also when it may not be run any more', async () => {
    await release('terraform', '1.99.0')
    const command = await fetched()
    chmodSync(command, 0o644)
    asked.length = 0
    expect(await fetched()).toBe(command)
    expect(execFileSync(command, { encoding: 'utf8' })).toContain('1.99.0')
    expect([asked, warnings]).toEqual([[], []])
  })

  test.each<[string, (folder: string) => void]>([
    ['another program', (at) => writeFileSync(join(at, 'terraform'), swapped)],
    [
      'another program with its archive',
      (at) => {
        writeFileSync(join(at, 'terraform'), swapped)
        writeFileSync(join(at, `${name}_${platform}.zip`), zipOf(swapped))
      },
    ],
    [
      'another program with its archive and checksums',
      (at) => {
        writeFileSync(join(at, 'terraform'), swapped)
        writeFileSync(join(at, `${name}_${platform}.zip`), zipOf(swapped))
        writeFileSync(join(at, `${name}_SHA256SUMS`), `${sha256(zipOf(swapped))}  ${name}_${platform}.zip\n`)
      },
    ],
    ['no signature', (at) => rmSync(join(at, `${name}_SHA256SUMS.sig`))],
    [
      'a program that somebody else put there, alone',
      (at) => {
        rmSync(at, { recursive: true })
        mkdirSync(at)
        writeFileSync(join(at, 'terraform'), swapped, { mode: 0o755 })
      },
    ],
    [
      'a link in the place of the program',
      (at) => {
        rmSync(join(at, 'terraform'))
        symlinkSync('/bin/sh', join(at, 'terraform'))
      },
    ],
    [
      'a pipe in the place of the program',
      (at) => {
        rmSync(join(at, 'terraform'))
        execFileSync('mkfifo', [join(at, 'terraform')])
      },
    ],
    ['a file beside the program', (at) => writeFileSync(join(at, 'terraform.rc'), '')],
    ['nothing', (at) => rmSync(at, { recursive: true })],
  ])('is downloaded anew, and that is told, when it has %s', async (what, spoil) => {
    await release('terraform', '1.99.0')
    const folder = dirname(await fetched())
    spoil(folder)
    asked.length = 0
    const command = await fetched()
    expect(execFileSync(command, { encoding: 'utf8' })).toContain('1.99.0')
    expect(asked).toHaveLength(3)
    const told =
      what === 'nothing' ? [] : [expect.stringContaining('is not Terraform 1.99.0 as it was released')]
    expect(warnings).toEqual(told)
  })

  test('decides about no version unless it is what was released', async () => {
    await releases('terraform', '1.10.1', '1.10.2')
    await fetched('1.10.1')
    const planted = join(folder, 'tools/omninode-terraform/1.10.9', process.arch)
    mkdirSync(planted, { recursive: true })
    writeFileSync(join(planted, 'terraform'), script('terraform', '1.10.9'), { mode: 0o755 })
    writeFileSync(`${planted}.complete`, '')
    const tool = await find({ terraform: '~> 1.10.0' })
    expect(tool.version).toBe('1.10.1')
    expect(tool.lines).toContainEqual(expect.stringMatching(/^warning: .*1\.10\.9.* is not used/))
  })
})

test('a server that never answers is not waited for after a cancel', async () => {
  const silent = createServer(() => abort.abort(new Error('cancelled')))
  const abort = new AbortController()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}` // a TCP server has such an address
  const tool = { ...local.terraform, publisher: { ...local.terraform.publisher, folder: () => url } }
  await expect(download(tool, '1.99.0', context(abort.signal))).rejects.toThrow('cancelled')
  silent.closeAllConnections()
  silent.close()
}, 10_000)

describe('the tool', () => {
  test.each<[string, string, string, VersionInputs, string]>([
    ['any', 'terraform', '1.5.7', {}, 'on PATH; nothing asks for a version'],
    [
      'its very version',
      'terraform',
      '1.11.4',
      { terraform: '1.11.4' },
      'on PATH; 1.11.4 by the input terraform-version',
    ],
    [
      'one in the range',
      'tofu',
      '1.10.3',
      { opentofu: '~> 1.10.0' },
      'on PATH; ~> 1.10.0 by the input opentofu-version',
    ],
  ])('is that of the machine when it is asked for %s', async (_what, program, version, inputs, from) => {
    onMachine(program, version)
    expect(await find(inputs)).toMatchObject({ command: program, version, from })
    expect(asked).toEqual([])
  })

  test('is OpenTofu when the machine has nothing else and the code takes it', async () => {
    onMachine('tofu', '1.10.3')
    writeFileSync(join(folder, 'workspace/stack/main.tf'), 'terraform {\n  required_version = ">= 1.9"\n}\n')
    expect(await find()).toMatchObject({ name: 'opentofu', command: 'tofu' })
  })

  test.each<[ToolName, VersionInputs, string]>([
    ['terraform', { terraform: '1.10.1' }, '1.10.1'],
    ['terraform', { terraform: '~> 1.10.0' }, '1.10.5'],
    ['terraform', { terraform: 'latest' }, '1.12.0'],
    ['terraform', { terraform: '>= 1.9, != 1.12.0' }, '1.10.5'],
    ['terraform', { terraform: '1.13.0-beta1' }, '1.13.0-beta1'],
    ['opentofu', { opentofu: '>= 1.9, < 1.12' }, '1.10.5'],
  ])('%s is downloaded when the machine has another one: %j', async (name, inputs, version) => {
    onMachine('terraform', '1.8.0')
    onMachine('tofu', '1.8.0')
    await releases(name, '1.10.1', '1.12.0', '1.10.5', '1.13.0-beta1')
    const tool = await find(inputs)
    expect(tool).toMatchObject({ name, version })
    expect(tool.from).toMatch(/^a checked release; .* by the input/)
    expect(execFileSync(tool.command, { encoding: 'utf8' })).toContain(version)
  })

  test('is that of the machine when it is the latest one', async () => {
    onMachine('terraform', '1.12.0')
    await releases('terraform', '1.10.1', '1.12.0')
    expect(await find({ terraform: 'latest' })).toMatchObject({ command: 'terraform', version: '1.12.0' })
  })

  test('is the newest in the range that the tool cache has, without asking anybody', async () => {
    await releases('terraform', '1.10.1', '1.10.2', '1.10.5')
    await fetched('1.10.1')
    await fetched('1.10.2')
    asked.length = 0
    expect(await find({ terraform: '~> 1.10.0' })).toMatchObject({ version: '1.10.2' })
    expect(asked).toEqual([])
  })

  test('that nobody released is refused at the place that asks for it', async () => {
    await releases('terraform', '1.10.1', '1.11.0', '1.12.0-beta1')
    writeFileSync(join(folder, 'workspace/.terraform-version'), '> 1.11\n')
    await expect(find()).rejects.toMatchObject({
      code: 'VERSION_UNKNOWN',
      what: 'There is no release of Terraform that is > 1.11 by .terraform-version:1.',
      why: 'The newest of 3 is 1.11.0.',
      source: { file: '.terraform-version', line: 1 },
    })
  })

  test.each<[string, Answer]>([
    ['is not there', 404],
    ['is always in trouble', 500],
    ['is no JSON', Buffer.from('<html>')],
    ['lists nothing', Buffer.from('{"name":"terraform"}')],
    ['is cut off', { cutOff: Buffer.from('{"versions":{"1.10.0":{}}}') }],
  ])('is refused when the list of releases %s', async (_what, answer) => {
    answers['/terraform/index.json'] = answer
    await expect(find({ terraform: '~> 1.10.0' })).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD',
      what: expect.stringMatching(/^The versions of Terraform cannot be had from http:.*index\.json\.$/),
    })
  })

  test('entries that are no versions do not disturb', async () => {
    await releases('terraform', '1.10.1')
    answers['/terraform/index.json'] = Buffer.from(
      '{"versions":{"1.10.1":{},"":{},"../../evil":{},"9.9":null,"x":1}}',
    )
    expect(await find({ terraform: '~> 1.10.0' })).toMatchObject({ version: '1.10.1' })
  })

  test('of a file comes before that of an input, and the log says so', async () => {
    await releases('terraform', '1.10.1')
    writeFileSync(join(folder, 'workspace/stack/.terraform-version'), '1.10.1\n')
    const { lines, version } = await find({ terraform: '1.10.5' })
    expect(version).toBe('1.10.1')
    expect(lines).toEqual([
      'warning: The version 1.10.5 of the input terraform-version does not count: stack/.terraform-version:1 asks for 1.10.1.',
      'Terraform 1.10.1, a checked release; 1.10.1 by stack/.terraform-version:1',
    ])
  })
})
