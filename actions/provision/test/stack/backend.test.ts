import { describe, expect, test } from '@jest/globals'
import { failuresIn } from '#toolkit/model/failure.ts'
import { readBackend } from '../../src/stack/backend.ts'
import { Code } from '../../src/stack/code.ts'
import type { ToolName } from '../../src/tool/name.ts'
import { workspaceOf } from './workspace.ts'

const S3 = 'terraform {\n  backend "s3" {\n    key = "a.tfstate"\n  }\n}\n'
const local = 'terraform {\n  backend "local" {}\n}\n'
const nothing = 'resource "terraform_data" "x" {}\n'

function read(files: Readonly<Record<string, string>>, tool: ToolName = 'terraform') {
  const code = new Code(
    workspaceOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`one/${name}`, text]))),
  )
  try {
    return readBackend(code, { name: 'one', folder: 'one' }, tool)
  } catch (error) {
    const [failure] = failuresIn(error)
    if (failure === undefined) throw error
    return [failure.code, failure.source?.file, failure.source?.line]
  }
}

describe('a stack whose state is not in S3 is refused', () => {
  test.each<
    [what: string, files: Readonly<Record<string, string>>, tool: ToolName, file: string, line: number]
  >([
    ['no backend at all', { 'main.tf': nothing }, 'terraform', 'one/main.tf', 1],
    [
      'a terraform block without one',
      { 'main.tf': nothing, 'versions.tf': '\nterraform {\n  required_version = ">= 1"\n}\n' },
      'terraform',
      'one/versions.tf',
      2,
    ],
    ['a local backend', { 'main.tf': local }, 'terraform', 'one/main.tf', 2],
    ['one over HTTP', { 'main.tf': S3.replace('"s3"', '"http"') }, 'terraform', 'one/main.tf', 2],
    ['a cloud block', { 'main.tf': 'terraform {\n  cloud {}\n}\n' }, 'terraform', 'one/main.tf', 2],
    [
      'a local one in JSON',
      { 'main.tf.json': '{"terraform":{"backend":{"local":{}}}}' },
      'terraform',
      'one/main.tf.json',
      1,
    ],
    [
      'a local one in override.tf',
      { 'main.tf': S3, 'override.tf': local },
      'terraform',
      'one/override.tf',
      2,
    ],
    [
      'a local one in an override file',
      { 'main.tf': S3, 'x_override.tf': local },
      'terraform',
      'one/x_override.tf',
      2,
    ],
    [
      'a local one in an override file in JSON',
      { 'main.tf': S3, 'x_override.tf.json': '{"terraform":{"backend":{"local":{}}}}' },
      'terraform',
      'one/x_override.tf.json',
      1,
    ],
    [
      'a cloud block in an override file',
      { 'main.tf': S3, 'x_override.tf': 'terraform {\n  cloud {}\n}\n' },
      'terraform',
      'one/x_override.tf',
      2,
    ],
    [
      'the last of two override files',
      { 'main.tf': S3, 'a_override.tf': S3, 'b_override.tf': local },
      'terraform',
      'one/b_override.tf',
      2,
    ],
    [
      'one in a file that Terraform does not read',
      { 'main.tf': nothing, 'backend.tofu': S3 },
      'terraform',
      'one/main.tf',
      1,
    ],
    [
      'one in a file that OpenTofu has another for',
      { 'main.tf': S3, 'main.tofu': nothing },
      'opentofu',
      'one/main.tofu',
      1,
    ],
  ])('%s', (_what, files, tool, file, line) => {
    expect(read(files, tool)).toEqual(['BACKEND_MISSING', file, line])
  })

  test('and a place that would have to be evaluated too', () => {
    for (const name of ['key', 'workspace_key_prefix'])
      expect(read({ 'main.tf': `terraform {\n  backend "s3" {\n    ${name} = var.x\n  }\n}\n` })).toEqual([
        'BACKEND_UNCLEAR',
        'one/main.tf',
        3,
      ])
  })
})

test.each<[what: string, files: Readonly<Record<string, string>>, tool: ToolName]>([
  ['in the code', { 'main.tf': S3 }, 'terraform'],
  ['in JSON', { 'main.tf.json': '{"terraform":{"backend":{"s3":{"key":"a.tfstate"}}}}' }, 'terraform'],
  ['in an override file over a local one', { 'main.tf': local, 'x_override.tf': S3 }, 'terraform'],
  ['beside a file that Terraform does not read', { 'main.tf': S3, 'main.tofu': local }, 'terraform'],
  ["in OpenTofu's own file", { 'main.tf': local, 'main.tofu': S3 }, 'opentofu'],
])('a backend in S3 is found %s', (_what, files, tool) => {
  expect(read(files, tool)).toMatchObject({ key: 'a.tfstate' })
})
