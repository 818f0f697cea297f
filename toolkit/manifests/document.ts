/** One object of a file, with its place; and how files are read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '../kubernetes/address.ts'
import { type KubernetesObject, referenceTo } from '../kubernetes/object.ts'
import { type Failure, failuresIn } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { readYaml, type YamlDocument } from '../sources/yaml.ts'

export interface Manifest {
  readonly object: KubernetesObject
  /** `onex-dev/Deployment/onex-api` */
  readonly address: string
  /** Where the object begins. */
  readonly source: Source
  /** Where a field of it stands, or the nearest enclosing one. */
  locate(path: readonly (string | number)[]): Source
}

/** The reader of one run: collects what is read and what is wrong. */
export interface Reading {
  readonly workspace: string
  readonly files: Record<string, string>
  readonly problems: Failure[]
}

export function readDocuments(reading: Reading, file: string): readonly YamlDocument[] {
  try {
    const text = readFileSync(join(reading.workspace, file), 'utf8')
    reading.files[file] = text
    return readYaml(text, file)
  } catch (error) {
    const known = failuresIn(error)
    if (known.length === 0) throw error
    reading.problems.push(...known)
    return []
  }
}

export function manifestOf(object: KubernetesObject, document: YamlDocument): Manifest {
  return {
    object,
    address: addressOf(referenceTo(object)),
    source: document.locate([]),
    locate: document.locate,
  }
}
