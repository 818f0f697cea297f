import type { Rule } from './rule.ts'

const LABEL = 'pod-security.kubernetes.io/enforce'

export const rule: Rule = {
  id: 'restricted-namespace',
  title: 'Namespaces enforce Pod Security "restricted"',
  why: 'Without it the cluster runs whatever is applied past this policy, by hand or by another tool.',
  fix: `Add the label \`${LABEL}: restricted\`.`,
  severity: 'error',
  *check({ manifests }) {
    for (const { group, kind, name, address, node, patch } of manifests) {
      if (group !== '' || kind !== 'Namespace') continue
      const label = node.get('metadata', 'labels', LABEL)
      if (label.text === 'restricted' || (patch && label.value === undefined)) continue
      const enforced = label.text === undefined ? 'nothing' : `only "${label.text}"`
      yield {
        verdict: 'fail',
        subject: address,
        message: `The namespace ${name} enforces ${enforced}.`,
        source: label.value === undefined ? node.get('metadata', 'name').source : label.source,
      }
    }
  },
}
