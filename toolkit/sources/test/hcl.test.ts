import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@cdktn/hcl2json'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { type HclBody, objectMembers, readHcl } from '../hcl.ts'

const terraform = join(import.meta.dirname, '../../../terraform')
const files = readdirSync(terraform, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tf|hcl)$/.test(name) && !name.includes('.terraform'))
  .sort()

type Json = Record<string, unknown>

/** As hcl2json words it: blocks of a type beneath each other, labels as keys. */
function jsonOf(body: HclBody): Json {
  const out: Json = {}
  for (const [name, { literal, expression }] of body.attributes) out[name] = literal ?? expression
  for (const { type, labels, ...inner } of body.blocks) {
    let parent = out
    for (const key of [type, ...labels].slice(0, -1)) {
      parent[key] ??= {}
      parent = parent[key] as Json // made above
    }
    const last = labels.at(-1) ?? type
    parent[last] = [...((parent[last] as Json[] | undefined) ?? []), jsonOf(inner)]
  }
  return out
}

/** Both reduced to what we claim: which blocks and attributes there are, and plain values. */
function compared(ours: unknown, theirs: unknown, path: string): string[] {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    if (ours.length !== theirs.length) return [`${path}: ${ours.length} instead of ${theirs.length}`]
    return theirs.flatMap((item, index) => compared(ours[index], item, `${path}[${index}]`))
  }
  const isBlock = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isBlock(theirs) && isBlock(ours)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
    return [...keys].flatMap((key) => {
      if (!(key in ours)) return [`${path}.${key} is missing`]
      if (!(key in theirs)) return [`${path}.${key} is invented`]
      return compared(ours[key], theirs[key], `${path}.${key}`)
    })
  }
  if (typeof ours !== 'string') return [`${path} is of another kind`]
  // An expression: theirs is evaluated into a template or JSON, ours is its text.
  if (typeof theirs !== 'string')
    return [String(theirs)].includes(ours) || /[[{(<]/.test(ours) ? [] : [`${path}: ${ours}`]
  if (theirs.includes('${') || ours.startsWith('<<')) return []
  return theirs === ours ? [] : [`${path}: ${ours} instead of ${theirs}`]
}

test('there is Terraform code to read, and a difference is seen', () => {
  expect(files.length).toBeGreaterThan(15)
  expect(compared({ a: '1' }, { a: '2', b: [] }, '')).toEqual(['.a: 1 instead of 2', '.b is missing'])
})

test.each(files)("reads %s as HashiCorp's parser does", async (name) => {
  const text = readFileSync(join(terraform, name), 'utf8')
  const theirs = await parse(name, text)
  expect(compared(jsonOf(readHcl(text, name)), theirs, '')).toEqual([])
})

describe('reading HCL', () => {
  const only = (text: string) => {
    const [block] = readHcl(text, 'main.tf').blocks
    if (block === undefined) throw new Error('there is no block')
    return block
  }

  test('knows the line of every block and attribute', () => {
    const text =
      '# a comment\n\nresource "aws_vpc" "this" {\n  cidr_block = "10.0.0.0/16" # why\n\n  timeouts { create = "5m" }\n}\n'
    const { type, labels, line, attributes, blocks } = only(text)
    expect({ type, labels, line }).toEqual({ type: 'resource', labels: ['aws_vpc', 'this'], line: 3 })
    expect(attributes.get('cidr_block')).toEqual({
      line: 4,
      expression: '"10.0.0.0/16"',
      literal: '10.0.0.0/16',
    })
    expect(blocks).toMatchObject([{ type: 'timeouts', line: 6 }])
    expect(blocks[0]?.attributes.get('create')?.literal).toBe('5m')
  })

  test.each([
    ['a brace in a text', 'a = "}"', '}'],
    ['a quote in an interpolation', 'a = "${f("}")}"', undefined],
    ['a doubled marker', 'a = "$${x} %%{y}"', '${x} %{y}'],
    ['escapes', String.raw`a = "q\"\\\n\u00e9\U0001F600"`, 'q"\\\né😀'],
    ['a number', 'a = -1.5', '-1.5'],
    ['a comment behind it', 'a = true // no', 'true'],
    ['a hash in a text', 'a = "#x"', '#x'],
  ])('takes %s for what it is', (_what, line, literal) => {
    const block = only(`b {\n  ${line}\n  z = 1\n}\n`)
    expect([...block.attributes.keys()]).toEqual(['a', 'z'])
    expect(block.attributes.get('a')?.literal).toBe(literal)
  })

  test.each([
    ['a heredoc with braces and its mark inside a word', 'a = <<EOT\n}} EOTX "\nEOT'],
    [
      'an indented heredoc with an interpolation over lines',
      'a = <<-EOT\n  x ${join(",", [\n    "}"\n  ])}\n  EOT',
    ],
    ['a heredoc as an argument', 'a = f(<<EOT\n)\nEOT\n)'],
    ['a conditional over lines in brackets', 'a = (\n  x ?\n  "}" : "{"\n)'],
    ['a for expression', 'a = { for k, v in x : k => "${v}}" if v != "{" }'],
    ['a comment in brackets', 'a = [ # ]\n  1, /* ] */ 2 // ]\n]'],
  ])('passes over %s', (_what, attribute) => {
    const block = only(`b {\n  ${attribute}\n  z = 1\n}\n`)
    expect([...block.attributes.keys()]).toEqual(['a', 'z'])
    expect(block.attributes.get('a')?.literal).toBeUndefined()
  })

  test('reads the members of an object that is written out, and none of one that is made', () => {
    const of = (expression: string) => objectMembers({ line: 1, expression, literal: undefined })
    const members = of('{\n  bucket = var.bucket # why\n  "key" : "a/b", region = "x"\n}')
    expect([...(members ?? [])].map(([name, { expression }]) => [name, expression])).toEqual([
      ['bucket', 'var.bucket'],
      ['key', '"a/b"'],
      ['region', '"x"'],
    ])
    expect(of('{ for k in x : k => 1 }')).toBeUndefined()
    expect(of('merge({}, {})')).toBeUndefined()
  })

  test.each([
    ['a block without an end', 'resource "a" "b" {\n', 1, 'the block resource has no end'],
    ['a text without an end', 'a {\n  b = "x\n}\n', 2, 'no closing quote'],
    ['a heredoc without an end', 'a = <<EOT\nx\n', 1, 'begins with <<EOT has no end'],
    ['a comment without an end', '\n/* x', 2, 'the comment has no end'],
    ['a bracket without an end', 'a = [1,\n', 1, 'there is no ] for it'],
    ['a brace too many', 'a = 1\n}\n', 2, 'an unexpected }'],
    ['a value that is missing', 'a =\n', 1, 'a value is missing'],
    ['an attribute that is set twice', 'a = 1\na = 2\n', 2, 'a is set twice'],
    ['nesting without end', `a = ${'['.repeat(5_000)}`, 1, 'nested too deeply'],
    ['blocks without end', 'a {\n'.repeat(5_000), 101, 'nested too deeply'],
  ])('says on which line there is %s', (_what, text, line, why) => {
    let failures: readonly unknown[] = []
    try {
      readHcl(text, 'x/main.tf')
    } catch (error) {
      failures = failuresIn(error)
    }
    expect(failures).toMatchObject([
      { code: 'HCL_SYNTAX', what: expect.stringContaining(why), source: { file: 'x/main.tf', line } },
    ])
  })

  test('ends on any text, with blocks or a failure', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '"',
      '{',
      '}',
      '${',
      '%{',
      '<<E\n',
      'E\n',
      '#',
      '/*',
      '*/',
      '=',
      '[',
      ']',
      '\\',
      ',',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        try {
          readHcl(parts.join(''), 'main.tf')
        } catch (error) {
          expect(failuresIn(error)).toHaveLength(1)
        }
      }),
      { seed, numRuns: runs(3_000) },
    )
  })
})
