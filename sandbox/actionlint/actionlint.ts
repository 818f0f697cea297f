/** The linter of workflows that people of GitHub Actions use. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'
import type { CacheOptions } from '../cache/cache.ts'
import { builtProgram, type GoProgram } from '../cache/go-program.ts'

const actionlint: GoProgram = {
  name: 'actionlint',
  command: 'actionlint',
  module: import.meta.dirname,
  requires: 'github.com/rhysd/actionlint',
  package: 'github.com/rhysd/actionlint/cmd/actionlint',
}

/** The folder that holds `actionlint`. */
export function prepareActionlint(options: CacheOptions): Promise<string> {
  return builtProgram(actionlint, options)
}

const Found = z.array(
  z.object({ message: z.string(), line: z.number(), column: z.number(), kind: z.string() }),
)
export type LintFinding = z.infer<typeof Found>[number]

/** What it has to say about a workflow; without shellcheck and pyflakes, which a machine may have or not. */
export async function lintWorkflow(folder: string, file: string, text: string): Promise<LintFinding[]> {
  const args = [
    '-format',
    '{{json .}}',
    '-shellcheck=',
    '-pyflakes=',
    '-no-color',
    '-stdin-filename',
    file,
    '-',
  ]
  const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>(
    (resolve) => {
      const child = execFile(join(folder, actionlint.command), args, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      )
      child.stdin?.end(text)
    },
  )
  // 1 means that there is something to say; more, that it could not judge.
  if (code > 1) throw new Error(`actionlint could not judge ${file}: ${stderr}`)
  return Found.parse(JSON.parse(stdout === '' ? '[]' : stdout))
}
