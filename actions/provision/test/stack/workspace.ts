import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from '@jest/globals'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { type Graph, readGraph } from '../../src/stack/graph.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export interface Link {
  readonly to: string
}

/** A folder with these files, removed after the test. */
export function workspaceOf(files: Readonly<Record<string, string | Link>>): string {
  const workspace = mkdtempSync(join(tmpdir(), 'omninode-stacks-'))
  made.push(workspace)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    if (typeof text === 'string') writeFileSync(join(workspace, file), text)
    else symlinkSync(text.to, join(workspace, file))
  }
  return workspace
}

export const BACKEND = 'terraform {\n  backend "s3" {}\n}\n'

export function module(name: string, source: string): string {
  return `module "${name}" {\n  source = "${source}"\n}\n`
}

export function remoteState(name: string, key: string): string {
  return `data "terraform_remote_state" "${name}" {\n  backend = "s3"\n  config = {\n    bucket = var.state_bucket\n    key    = ${key}\n  }\n}\n`
}

export function graphOf(files: Readonly<Record<string, string>>, directory = 'stacks'): Graph {
  const code = new Code(workspaceOf(files))
  return readGraph(code, findStacks(code, directory))
}
