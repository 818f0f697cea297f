/** Why Terraform would do something, in words. */
import type { Action } from '#toolkit/model/change.ts'
import type { ResourceChange } from '../terraform/plan-json.ts'

/** Every `action_reason` that Terraform and OpenTofu document. */
const reasons: Readonly<Record<string, string>> = {
  replace_because_tainted:
    'an earlier run was interrupted while it made this, so Terraform would make it anew',
  replace_because_cannot_update: 'it cannot be changed in place',
  replace_by_request: 'its replacement was asked for',
  replace_by_triggers: 'what replace_triggered_by names has changed',
  delete_because_no_resource_config: 'it is no longer in the code',
  delete_because_no_module: 'its module is no longer in the code',
  delete_because_wrong_repetition: 'it has an instance key where the code has none, or the other way round',
  delete_because_count_index: 'its index is beyond count',
  delete_because_each_key: 'its key is no longer in for_each',
  delete_because_no_move_target: 'nothing is declared where a moved block leads to',
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/** At most so many attributes are named. */
const MOST_PATHS = 5

/** @returns undefined when there is nothing to add to what the change shows */
export function reasonOf(resource: ResourceChange, action: Action): string | undefined {
  const { action_reason = '', previous_address, address, deposed, change } = resource
  const paths = Array.isArray(change.replace_paths) ? change.replace_paths.filter(Array.isArray) : []
  const named = [...new Set(paths.map(pathText))]
  const because =
    action_reason === 'replace_because_cannot_update' && named.length > 0
      ? `${named
          .slice(0, MOST_PATHS)
          .map((path) => `\`${path}\``)
          .join(', ')}${named.length > MOST_PATHS ? ' and more' : ''} cannot be changed in place`
      : reasons[action_reason]
  const parts = [
    action === 'replace' && change.actions[0] === 'create'
      ? 'the new one is made before the old one is deleted'
      : undefined,
    because,
    previous_address !== undefined && previous_address !== address ? `was ${previous_address}` : undefined,
    change.importing?.id === undefined ? undefined : `exists as ${change.importing.id}`,
    deposed === undefined ? undefined : 'was replaced before, and could not be deleted then',
    action === 'forget' ? 'it stays, and nobody looks after it any more' : undefined,
  ].filter((each) => each !== undefined)
  return parts.length === 0 ? undefined : parts.join('; ')
}
