import { posix } from 'node:path'
import type { Workflow, WorkflowJob, WorkflowStep } from '#toolkit/sources/workflow.ts'
import type { Remark, Rule } from './rule.ts'

/** The actions of this library that ask for an ID token, and the inputs that make them. */
const ours = /(?:^|\/)actions\/(?:provision|migrate|deploy|verify|preview|release)(?:@|$)/
const ourInputs = ['aws-role', 'provision-aws-role', 'migrate-aws-role', 'plan-role', 'api-server']

/** Whether a step asks GitHub for an ID token. */
function asks({ uses, with: inputs }: WorkflowStep): boolean {
  const action = uses?.text ?? ''
  if (action.startsWith('aws-actions/configure-aws-credentials@'))
    return (
      inputs.has('role-to-assume') &&
      !inputs.has('aws-access-key-id') &&
      !inputs.has('web-identity-token-file')
    )
  if (action.startsWith('google-github-actions/auth@')) return inputs.has('workload_identity_provider')
  if (action.startsWith('azure/login@')) return inputs.has('client-id') && !inputs.has('creds')
  // It calls nobody, and takes what `live` will get to show it.
  const command = inputs.get('command')
  if (/(?:^|\/)actions\/verify(?:@|$)/.test(action) && (command === undefined || command.text === 'policy'))
    return false
  return ours.test(action) && ourInputs.some((input) => inputs.has(input))
}

function grants(job: WorkflowJob, workflow: Workflow): boolean {
  return (job.permissions ?? workflow.permissions)?.access('id-token') === 'write'
}

/** The workflow of this repository that a job calls. */
function calledBy({ uses }: WorkflowJob, workflows: readonly Workflow[]): Workflow | undefined {
  const path = uses?.text?.replace(/^(?:\.|\$)\//, '')
  return path === undefined ? undefined : workflows.find(({ file }) => file === posix.normalize(path))
}

/** The step, or the job of a called workflow, for which a job needs the token. */
function needing(
  job: WorkflowJob,
  workflows: readonly Workflow[],
  passed: readonly string[] = [],
): string | undefined {
  const step = job.steps.find(asks)
  if (step !== undefined) return step.uses?.text
  const called = calledBy(job, workflows)
  if (called === undefined || passed.includes(called.file)) return undefined
  const inner = called.jobs.find((each) => needing(each, workflows, [...passed, called.file]) !== undefined)
  return inner === undefined ? undefined : `the job ${inner.id} of ${called.file}`
}

export const rule: Rule = {
  id: 'id-token-for-oidc',
  title: 'Jobs that use OIDC may ask for their token',
  why: 'Without it the job fails when it wants credentials; a called workflow has no more permissions than its caller.',
  fix: 'Add `id-token: write` to the `permissions:` of the job.',
  severity: 'error',
  *check({ workflows }): Generator<Remark> {
    for (const workflow of workflows) {
      for (const job of workflow.jobs) {
        const needs = needing(job, workflows)
        if (needs === undefined || grants(job, workflow)) continue
        yield {
          verdict: 'fail',
          subject: `${workflow.file} job ${job.id} id-token`,
          message: `The job ${job.id} may not ask for an ID token, which ${needs} needs.`,
          source: job.permissions?.source ?? job.node.source,
        }
      }
    }
  },
}
