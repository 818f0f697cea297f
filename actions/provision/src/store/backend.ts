/** Whether a plan file writes to the state that a run is for: Terraform applies it wherever it says. */
import type { PlannedBackend } from './plan-file.ts'

export interface WantedBackend {
  readonly workspace: string
  /** What the tool was initialised with. */
  readonly settings: Readonly<Record<string, string>>
  /** What the code says: name → value, undefined when it is not written out. */
  readonly code: ReadonlyMap<string, string | undefined>
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not set')
}

/**
 * Every setting of the plan must be one that this run or its code has: another endpoint or role would lead its
 * credentials elsewhere. @returns sentences, none when it is the same backend
 */
export function differencesOf({ type, workspace, config }: PlannedBackend, wanted: WantedBackend): string[] {
  const found: string[] = []
  const differs = (name: string, is: unknown, should: string) =>
    found.push(`Its ${name} is ${shown(is)}, and this run has ${should}.`)
  if (type !== 's3') differs('backend', type, 's3')
  if (workspace !== wanted.workspace) differs('workspace', workspace, wanted.workspace)
  for (const name of Object.keys(wanted.settings)) {
    const should = wanted.settings[name] ?? ''
    if (String(config[name] ?? '') !== should) differs(name, config[name], should)
  }
  for (const [name, value] of Object.entries(config)) {
    if (value === null || wanted.settings[name] !== undefined) continue
    if (!wanted.code.has(name)) {
      found.push(`Its ${name} is ${shown(value)}, and neither this run nor its code says so.`)
      continue
    }
    const should = wanted.code.get(name)
    if (should !== undefined && shown(value) !== should) differs(name, value, should)
  }
  return found
}
