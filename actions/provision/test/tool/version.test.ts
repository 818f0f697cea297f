import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Code } from '../../src/stack/code.ts'
import { parseVersion } from '../../src/tool/constraint.ts'
import { describeWanted, newestWanted, type VersionInputs, wantedVersion } from '../../src/tool/version.ts'

let workspace: string

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'omninode-version-'))
  write({ 'stacks/dev/network/main.tf': '' })
})
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true })
})

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
}

const requires = (version: string) => `terraform {\n  # here\n  required_version = "${version}"\n}\n`

function wanted(files: Readonly<Record<string, string>>, inputs: VersionInputs = {}) {
  write(files)
  return wantedVersion(inputs, new Code(workspace), 'stacks/dev/network')
}

describe('the version', () => {
  test.each([
    ['.terraform-version', '1.11.4\n', 'terraform', '1.11.4', 1],
    ['.terraform-version', '\n# why\r\n  v1.10.1 # pinned\r\n', 'terraform', 'v1.10.1', 3],
    ['.terraform-version', '\uFEFF~> 1.11.0', 'terraform', '~> 1.11.0', 1],
    ['.terraform-version', 'latest', 'terraform', 'latest', 1],
    ['.opentofu-version', '>= 1.9, < 2.0', 'opentofu', '>= 1.9, < 2.0', 1],
    ['.tool-versions', 'nodejs 24.1.0\nterraform 1.11.4 1.10.0\n', 'terraform', '1.11.4', 2],
    ['.tool-versions', '# tools\nopentofu\t1.10.1\n', 'opentofu', '1.10.1', 2],
  ])('is read from %s with %j', (name, text, tool, version, line) => {
    for (const folder of ['stacks/dev/network/', 'stacks/', '']) {
      expect(wanted({ [`${folder}${name}`]: text })).toMatchObject({
        name: tool,
        asked: { text: version, source: { file: `${folder}${name}`, line } },
      })
      rmSync(join(workspace, folder, name))
    }
  })

  test('is that of the nearest folder', () => {
    const { asked } = wanted({
      '.terraform-version': '1.9.0',
      'stacks/dev/.tool-versions': 'terraform 1.10.0',
      'stacks/prod/network/.terraform-version': '1.11.0',
    })
    expect(asked?.text).toBe('1.10.0')
  })

  test('is looked for in .terraform-version, then .opentofu-version, then .tool-versions of a folder', () => {
    write({ '.tool-versions': 'opentofu 1.10.3\nterraform 1.10.1' })
    expect(wanted({})).toMatchObject({ name: 'terraform', asked: { text: '1.10.1' } })
    expect(wanted({ '.opentofu-version': '1.10.2' })).toMatchObject({ name: 'opentofu' })
    expect(wanted({ '.terraform-version': '1.10.0' })).toMatchObject({
      name: 'terraform',
      asked: { text: '1.10.0' },
    })
  })

  test('is not taken from a file that names other tools only, nor from outside the workspace', () => {
    expect(wanted({ '.tool-versions': 'nodejs 24.1.0\n' })).toMatchObject({
      name: undefined,
      asked: undefined,
    })
    expect(wantedVersion({}, new Code(join(workspace, 'stacks')), 'dev/network')).toMatchObject({
      asked: undefined,
    })
    write({ '.terraform-version': '1.11.4' })
    expect(wantedVersion({}, new Code(join(workspace, 'stacks')), 'dev/network')).toMatchObject({
      asked: undefined,
    })
  })

  test('is not that of a folder with such a name', () => {
    mkdirSync(join(workspace, 'stacks/.terraform-version'))
    expect(wanted({ '.terraform-version': '1.11.4' }).asked?.text).toBe('1.11.4')
  })

  test('of a file comes before that of an input, which is told', () => {
    const found = wanted({ '.terraform-version': '1.11.4' }, { opentofu: '1.10.1' })
    expect(found).toMatchObject({
      name: 'terraform',
      asked: { text: '1.11.4' },
      unused: { text: '1.10.1', from: 'the input opentofu-version' },
    })
    expect(wanted({}, { terraform: '1.11.4' })).not.toHaveProperty('unused')
  })

  test('of an input is bound by required_version', () => {
    const found = wanted({ 'stacks/dev/network/main.tf': requires('>= 1.9') }, { terraform: '~> 1.10.0' })
    expect(describeWanted(found)).toBe(
      '~> 1.10.0 by the input terraform-version and >= 1.9 by required_version (stacks/dev/network/main.tf:3)',
    )
    const released = ['1.8.0', '1.9.0', '1.10.5', '1.10.4', '1.11.0'].flatMap(
      (text) => parseVersion(text) ?? [],
    )
    expect(newestWanted(released, found)?.text).toBe('1.10.5')
  })

  test('is open when nothing asks for one', () => {
    expect(wanted({})).toEqual({ name: undefined, asked: undefined, required: [] })
    expect(describeWanted(wanted({}))).toBe('nothing asks for a version')
  })
})

describe('required_version', () => {
  test('is read wherever the code has it, with its line', () => {
    const { required } = wanted({
      'stacks/dev/network/a.tf':
        '// terraform { required_version = "1.0" }\n/* terraform {\nrequired_version = "1.1"\n} */',
      'stacks/dev/network/b.tf': `locals {\n  terraform = { required_version = "1.2" }\n  text = <<-EOT\n    terraform {\n      required_version = "1.3"\n    }\n  EOT\n}\n${requires('~> 1.11')}`,
      'stacks/dev/network/c.tf': 'terraform { required_version = ">= 1.9" }',
      'stacks/dev/network/child/d.tf': requires('= 0.1.0'),
    })
    expect(required.map(({ text, source }) => [text, source?.file, source?.line])).toEqual([
      ['~> 1.11', 'stacks/dev/network/b.tf', 11],
      ['>= 1.9', 'stacks/dev/network/c.tf', 1],
    ])
  })

  test('of OpenTofu is that of the .tofu file where there is one', () => {
    write({
      'stacks/dev/network/main.tf': requires('>= 1.11'),
      'stacks/dev/network/main.tofu': requires('~> 1.10.0'),
    })
    expect(wanted({}, { opentofu: '1.10.1' }).required.map(({ text }) => text)).toEqual(['~> 1.10.0'])
    expect(wanted({}, { terraform: '1.11.4' }).required.map(({ text }) => text)).toEqual(['>= 1.11'])
  })

  test('in files of OpenTofu alone says that it is OpenTofu', () => {
    rmSync(join(workspace, 'stacks/dev/network/main.tf'))
    const found = wanted({ 'stacks/dev/network/main.tofu': requires('~> 1.10.0') })
    expect(found).toMatchObject({ name: 'opentofu', required: [{ text: '~> 1.10.0' }] })
  })

  test('in JSON counts as well', () => {
    write({ 'stacks/dev/network/versions.tf.json': '{"terraform": {"required_version": ">= 1.11"}}' })
    expect(() => wanted({ '.terraform-version': '1.10.0' })).toThrow(
      expect.objectContaining({
        code: 'VERSION_CONFLICT',
        source: expect.objectContaining({ file: 'stacks/dev/network/versions.tf.json' }),
      }),
    )
  })

  test.each([
    ['1.10.0', '>= 1.11'],
    ['~> 1.10.0', '>= 1.11'],
    ['1.10.0', '1.10.1'],
    ['1.12.0-beta1', '~> 1.11.0'],
    ['< 1.9', '>= 1.9'],
  ])('%s against %s is refused with both places', (asked, required) => {
    write({ 'stacks/dev/network/main.tf': requires(required), '.terraform-version': `# pinned\n${asked}\n` })
    expect(() => wanted({})).toThrow(
      expect.objectContaining({
        code: 'VERSION_CONFLICT',
        what: `No version is both \`${asked}\`, as .terraform-version:2 asks, and \`${required}\`, as required_version (stacks/dev/network/main.tf:3) asks.`,
        source: { file: 'stacks/dev/network/main.tf', line: 3 },
      }),
    )
  })

  test('takes a pre-release that is asked for by name for its release, as Terraform does', () => {
    const found = wanted({
      'stacks/dev/network/main.tf': requires('>= 1.12'),
      '.terraform-version': '1.12.0-beta1',
    })
    const released = ['1.12.0-beta1', '1.12.0'].flatMap((text) => parseVersion(text) ?? [])
    expect(newestWanted(released, found)?.text).toBe('1.12.0-beta1')
  })

  test('that contradicts another one, or itself, is refused', () => {
    write({
      'stacks/dev/network/a.tf': requires('~> 1.10.0'),
      'stacks/dev/network/b.tf': requires('>= 1.11'),
    })
    expect(() => wanted({})).toThrow(
      expect.objectContaining({ code: 'VERSION_CONFLICT', what: expect.stringMatching(/a\.tf:3.*b\.tf:3/) }),
    )
    write({ 'stacks/dev/network/b.tf': requires('> 2, < 1') })
    expect(() => wanted({})).toThrow(
      expect.objectContaining({
        code: 'VERSION_CONFLICT',
        source: { file: 'stacks/dev/network/b.tf', line: 3 },
      }),
    )
  })

  test('that has to be evaluated is left to Terraform, which refuses it', () => {
    expect(
      wanted({ 'stacks/dev/network/main.tf': 'terraform {\n  required_version = var.version\n}\n' }).required,
    ).toEqual([])
  })

  test('in code that is cut off is refused with its place', () => {
    write({ 'stacks/dev/network/main.tf': 'terraform {\n  required_version = "1.1' })
    expect(() => wanted({})).toThrow(
      expect.objectContaining({ code: 'HCL_SYNTAX', source: expect.objectContaining({ line: 2 }) }),
    )
  })
})

describe('refused, with its place, is', () => {
  test.each([
    ['.terraform-version', '', 'names no version'],
    ['.terraform-version', '\n# nothing\n', 'names no version'],
    ['.terraform-version', '1.11.4\n1.10.0\n', 'names several versions'],
    ['.terraform-version', 'latest:^1.11', 'can be installed'],
    ['.terraform-version', 'min-required', 'can be installed'],
    ['.opentofu-version', '1.x', 'is not a version'],
    ['.tool-versions', 'terraform', 'is not a version'],
    ['.tool-versions', 'terraform system', 'can be installed'],
    ['.tool-versions', 'terraform ref:main', 'can be installed'],
  ])('%s with %j', (file, text, message) => {
    write({ [file]: text })
    expect(() => wanted({})).toThrow(
      expect.objectContaining({
        code: 'VERSION_INVALID',
        message: expect.stringMatching(message),
        source: expect.objectContaining({ file }),
      }),
    )
  })

  test('both inputs at once, even when a file would decide', () => {
    write({ '.terraform-version': '1.11.4' })
    expect(() => wanted({}, { terraform: '1.11.4', opentofu: '1.10.1' })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    )
  })
})
