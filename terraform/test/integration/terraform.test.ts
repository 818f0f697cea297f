import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'
import { modules, stacks, terraform } from '../folders.ts'

const run = promisify(execFile)
let copy: string
let env: NodeJS.ProcessEnv
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'omninode-modules-'))
  cpSync(terraform, join(copy, 'terraform'), { recursive: true })
  env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...terraformEnv(copy, process.env) }
})
afterAll(() => rmSync(copy, { recursive: true }))

async function call(folder: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  try {
    const options = { cwd: join(copy, 'terraform', folder), env, maxBuffer: 1 << 26 }
    const { stdout } = await run('terraform', [...args], options)
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string } // of a child that failed
    return { code, output: stdout + stderr }
  }
}

interface Line {
  readonly test_run?: { readonly run: string; readonly status: string; readonly progress?: string }
  readonly diagnostic?: { readonly summary: string; readonly detail: string }
}

describe('the modules', () => {
  test.each(modules)(
    '%s passes its own tests',
    async (folder) => {
      expect((await call(folder, ['init', '-backend=false', '-input=false', '-no-color'])).output).toContain(
        'successfully initialized',
      )
      const { output } = await call(folder, ['test', '-json', '-no-color'])
      const lines = output
        .split('\n')
        .flatMap((text): Line[] => (text.startsWith('{') ? [JSON.parse(text)] : []))
      const ended = lines.flatMap(({ test_run }) => (test_run?.progress === 'complete' ? [test_run] : []))
      const said = lines.flatMap(({ diagnostic }) =>
        diagnostic === undefined ? [] : [`${diagnostic.summary}: ${diagnostic.detail}`],
      )
      expect(ended.length).toBeGreaterThan(0)
      expect({
        failed: ended.filter(({ status }) => status !== 'pass').map(({ run: name }) => name),
        said,
      }).toEqual({
        failed: [],
        said: [],
      })
    },
    120_000,
  )
})

interface Diagnostic {
  readonly severity: string
  readonly summary: string
  readonly detail: string
  readonly range?: { readonly filename: string }
}

/** A configuration that calls every stack: Terraform reads and checks them all in one go, with one provider. */
function callAll(): string {
  const calls = stacks.map((folder) => {
    const text = readdirSync(join(copy, 'terraform', folder))
      .filter((name) => name.endsWith('.tf'))
      .map((name) => readFileSync(join(copy, 'terraform', folder, name), 'utf8'))
      .join('\n')
    const required = [...text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)].filter(
      ([, , block = '']) => !/^ {2}default\b/m.test(block),
    )
    const given = required.map(([, name]) => `  ${name} = var.anything\n`)
    return `module "${folder.replaceAll('/', '_')}" {\n  source = "../terraform/${folder}"\n${given.join('')}}\n`
  })
  return ['variable "anything" {\n  type = any\n}\n', ...calls].join('\n')
}

/** What is told of a stack only because something calls it. */
const OF_A_CALL = ['Backend configuration ignored', 'Redundant empty provider block']

async function check(): Promise<readonly Diagnostic[]> {
  mkdirSync(join(copy, 'all'))
  writeFileSync(join(copy, 'all/main.tf'), callAll())
  await call('../all', ['init', '-backend=false', '-input=false', '-no-color'])
  const { output } = await call('../all', ['validate', '-json', '-no-color'])
  const told: { diagnostics: readonly Diagnostic[] } = JSON.parse(output.slice(output.indexOf('{')))
  return told.diagnostics.filter(({ summary }) => !OF_A_CALL.includes(summary))
}

let checked: Promise<readonly Diagnostic[]> | undefined

test.each(stacks)(
  '%s is valid',
  async (folder) => {
    checked ??= check()
    const wrong = (await checked).map((each) => ({ ...each, at: each.range?.filename ?? '' }))
    expect(wrong.filter(({ at }) => at.startsWith(`../terraform/${folder}/`))).toEqual([])
    expect(wrong.filter(({ at }) => !at.startsWith('../terraform/stacks/'))).toEqual([])
  },
  120_000,
)

test('the code is formatted', async () => {
  expect((await call('.', ['fmt', '-check', '-recursive', '-no-color'])).output).toBe('')
}, 60_000)
