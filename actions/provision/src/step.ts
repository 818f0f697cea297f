import type { Step } from '#toolkit/action/step.ts'
import type { ProvisionOutcome } from './apply.ts'
import { byName } from './by-name.ts'
import { inputs } from './inputs/inputs.ts'
import type { ProvisionPlan } from './plan.ts'

export const step: Step<typeof inputs, ProvisionPlan, ProvisionOutcome> = {
  name: 'provision',
  description:
    'Provision AWS with Terraform: planned on the pull request, applied only as it was reviewed, without a stored key.',
  commands: { plan: 'plan', apply: 'apply', drift: 'plan', destroy: 'apply' },
  approvedElsewhere: ['destroy'],
  inputs,
  outputs: {
    outputs: 'JSON object, by stack, of the outputs that are not sensitive.',
    'by-name': 'The same by their own names: those that one stack alone has.',
  },
  asked: ({ directory = '', 'backend-config': backend = '', 'aws-region': region = '' }) => [
    directory,
    backend,
    region,
  ],
  open: async (given, world) => {
    const { openProvisioning } = await import('./open.ts')
    return openProvisioning(given, world)
  },
  report: (plan, outcome) => {
    const outputs = outcome?.outputs ?? plan?.outputs ?? {}
    return { outputs: JSON.stringify(outputs), 'by-name': JSON.stringify(byName(outputs)) }
  },
}
