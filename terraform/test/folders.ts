/** Where the modules and stacks are, relative to `terraform/`. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const terraform = join(import.meta.dirname, '..')

const folders = (path: string) =>
  readdirSync(join(terraform, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${path}/${entry.name}`] : [],
  )
export const modules = folders('modules')
export const stacks = folders('stacks').flatMap(folders)
