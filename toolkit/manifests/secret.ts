/** A Secret holds texts only. The API server would refuse anything else, and quote it. */
import { groupKindOf, knownKinds } from '../kubernetes/kinds.ts'
import { Failure } from '../model/failure.ts'
import { isMapping, type Node } from '../sources/node.ts'

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

/** As YAML calls it. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return isMapping(value) ? 'a mapping' : `a ${typeof value}`
}

function invalid(address: string, what: string, fix: string, { source }: Node): Failure {
  // The value is never shown: it is a secret, whatever its type.
  return new Failure({ code: 'MANIFEST_INVALID', what: `${address}: ${what}.`, fix, source })
}

/**
 * @param address how the object is known
 * @param node of the whole object
 * @returns a failure for each value that is no text; none when it is no Secret
 */
export function secretProblems(
  {
    apiVersion,
    kind,
    address,
  }: { readonly apiVersion: string; readonly kind: string; readonly address: string },
  node: Node,
): Failure[] {
  if (groupKindOf({ apiVersion, kind }) !== knownKinds.secret) return []
  return (['data', 'stringData'] as const).flatMap((field) => {
    const held = node.get(field)
    if (held.value === undefined || held.value === null) return []
    if (!isMapping(held.value))
      return [
        invalid(
          address,
          `${field} is ${kindOf(held.value)}, not names with texts`,
          `Write ${field} as names with texts.`,
          held,
        ),
      ]
    return [...held.members()].flatMap(([name, member]) => {
      if (member.value === null || (member.text !== undefined && field === 'stringData')) return []
      if (member.text === undefined)
        return [
          invalid(
            address,
            `the value of ${name} in ${field} is ${kindOf(member.value)}, not a text`,
            'Put it in quotes.',
            member,
          ),
        ]
      // Line breaks are taken, as Go's decoder takes them.
      if (BASE64.test(member.text.replace(/[\r\n]/g, ''))) return []
      return [
        invalid(
          address,
          `the value of ${name} in data is no base64`,
          'Encode it, or move it to stringData, where it may be plain.',
          member,
        ),
      ]
    })
  })
}
