/** kustomize as the runner has it: by itself, or as a part of kubectl. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Source } from '../model/source.ts'
import { type AtOnce, askAtOnce } from '../process/at-once.ts'

const programs = [
  { command: 'kustomize', build: ['build'], version: ['version'] },
  { command: 'kubectl', build: ['kustomize'], version: ['version', '--client'] },
] as const

export interface Kustomize {
  /** `kustomize v5.8.2` */
  readonly version: string
  /**
   * What a folder renders to.
   * @param home a folder of its own
   */
  build(
    folder: string,
    home: string,
  ): { readonly ok: boolean; readonly stdout: string; readonly stderr: string }
}

/** Nothing of ours: no credential, no git, no helm, and no way to the network. */
function environmentIn(home: string): Readonly<Record<string, string>> {
  const nowhere = 'http://127.0.0.1:9'
  return { HOME: home, PATH: '', HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere }
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(program: string, args: readonly string[], cwd: string, home: string): AtOnce {
  return askAtOnce(program, args, { cwd, env: environmentIn(home) })
}

/**
 * @param path where programs are looked for, as PATH has it
 * @param needed where the kustomization says what only kustomize renders
 * @throws Failure KUSTOMIZE_MISSING
 */
export function findKustomize(path: string, home: string, needed: Source): Kustomize {
  for (const { command, build, version } of programs) {
    const place = path
      .split(delimiter)
      .map((folder) => join(folder, command))
      .find(isProgram)
    if (place === undefined) continue
    const said = run(place, version, home, home)
    const number = /(?:Kustomize Version:\s*|^\{?)(v\d+\.\d+\.\d+\S*)/m.exec(said.stdout)?.[1]
    // A kubectl that cannot even say its version is none.
    if (!said.ok && command === 'kubectl') continue
    return {
      version:
        command === 'kustomize'
          ? `kustomize ${number ?? 'of unknown version'}`
          : `kubectl’s kustomize ${number ?? ''}`.trim(),
      build: (folder, own) => run(place, [...build, '.'], folder, own),
    }
  }
  throw new Failure({
    code: 'KUSTOMIZE_MISSING',
    what: 'This kustomization is rendered by kustomize, and this runner has neither kustomize nor kubectl.',
    why: 'Without it, resources, namespace, labels and images are understood where they mean the same.',
    fix: 'Install kubectl or kustomize 5 before this step and put it on PATH; runners of GitHub have both.',
    source: needed,
  })
}
