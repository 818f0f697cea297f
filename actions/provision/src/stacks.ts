/** A stack is a folder with Terraform code and a state of its own. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'

export interface Stack {
  /** Beneath the given directory: `network`; the folder's own name when the directory is the stack. */
  readonly name: string
  /** Relative to the workspace. */
  readonly folder: string
}

function terraformFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .sort()
}

/** The folder itself when it holds Terraform code, else every folder directly in it that does, by name. */
export function findStacks(workspace: string, directory: string): Stack[] | Failure {
  const root = posix.normalize(directory).replace(/\/$/, '')
  const missing = (what: string) =>
    new Failure({
      code: 'STACKS_MISSING',
      what,
      fix: 'Check out the repository first, or correct `directory:`.',
    })
  try {
    if (terraformFiles(join(workspace, root)).length > 0)
      return [{ name: posix.basename(root), folder: root }]
    const stacks = readdirSync(join(workspace, root))
      .sort()
      .filter((name) => statSync(join(workspace, root, name)).isDirectory())
      .filter((name) => terraformFiles(join(workspace, root, name)).length > 0)
      .map((name) => ({ name, folder: `${root}/${name}` }))
    return stacks.length > 0 ? stacks : missing(`There is no Terraform code in ${directory}.`)
  } catch {
    return missing(`The folder ${directory} cannot be read.`)
  }
}

/** The stack's folder and the local modules that it uses, by module path: `module.network` → folder. */
export function modulesOf(workspace: string, folder: string, path = ''): Map<string, string> {
  const modules = new Map([[path, folder]])
  for (const name of terraformFiles(join(workspace, folder))) {
    const text = readFileSync(join(workspace, folder, name), 'utf8')
    for (const [, module, source = ''] of text.matchAll(
      /^module\s+"([^"]+)"\s*\{[^}]*?^\s*source\s*=\s*"(\.[^"]*)"/gms,
    )) {
      const child = path === '' ? `module.${module}` : `${path}.module.${module}`
      const inner = modulesOf(workspace, posix.normalize(`${folder}/${source}`), child)
      for (const [key, value] of inner) modules.set(key, value)
    }
  }
  return modules
}

/** Path → content hash of the code that a stack is made of, with its variables. */
export function sourcesOf(workspace: string, folder: string): Record<string, string> {
  const folders = new Set(modulesOf(workspace, folder).values())
  const files = [...folders].flatMap((each) =>
    readdirSync(join(workspace, each))
      .filter((name) => /\.(tf|tfvars)$|^\.terraform\.lock\.hcl$/.test(name))
      .map((name) => `${each}/${name}`),
  )
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(workspace, file)))
        .digest('hex'),
    ]),
  )
}

/** Where a resource or output is declared: its block in the code of its module. */
export function blockLocator(workspace: string, folder: string) {
  const modules = modulesOf(workspace, folder)
  return (module: string, header: string): { file: string; line: number } | undefined => {
    const where = modules.get(module.replace(/\[[^\]]*\]/g, ''))
    if (where === undefined) return undefined
    for (const name of terraformFiles(join(workspace, where))) {
      const lines = readFileSync(join(workspace, where, name), 'utf8').split('\n')
      const index = lines.findIndex((line) => line.startsWith(header))
      if (index !== -1) return { file: `${where}/${name}`, line: index + 1 }
    }
    return undefined
  }
}
