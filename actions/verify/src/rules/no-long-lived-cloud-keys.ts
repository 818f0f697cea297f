import type { Node } from '#toolkit/sources/node.ts'
import type { ActionFile, Workflow, WorkflowStep } from '#toolkit/sources/workflow.ts'
import type { Remark, Rule } from './rule.ts'

interface Key {
  readonly what: string
  /** Inputs and variables that hold it, in capitals. */
  readonly held?: RegExp
  /** Names of repository secrets that store it. */
  readonly stored: RegExp
}

const keys: readonly Key[] = [
  {
    what: 'an AWS access key',
    held: /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/,
    stored: /AWS.{0,200}(?:ACCESS_?KEY|SECRET)/,
  },
  {
    what: "a Google service account's key",
    held: /^(?:CREDENTIALS_JSON|GOOGLE_CREDENTIALS|GCP_SA_KEY)$/,
    stored: /^(?:GCP|GOOGLE|GCLOUD)_.*(?:KEY|CREDENTIALS?|SA|JSON)(?:_|$)/,
  },
  {
    what: "an Azure client's secret",
    held: /^(?:CREDS|AZURE_CREDENTIALS|AZURE_CLIENT_SECRET|ARM_CLIENT_SECRET)$/,
    stored: /^(?:AZURE|ARM)_.*(?:CREDENTIALS?|CLIENT_SECRET)$/,
  },
  { what: "a cluster's kubeconfig", stored: /KUBE_?CONFIG/ },
]

const fromStore = /\bsecrets\s*(?:\.\s*(\w+)|\[\s*'([^']+)'\s*\])/g
const anyFromStore = /\bsecrets\s*(?:\[(?!\s*')|[,)])/

/** What stands in `${{ … }}`, in one pass; the last may have no end. */
function expressionsIn(text: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf('${{'); at !== -1; ) {
    const end = text.indexOf('}', at)
    found.push(text.slice(at + 3, end === -1 ? undefined : end))
    at = end === -1 ? -1 : text.indexOf('${{', end)
  }
  return found
}

interface Place {
  readonly name: string
  readonly node: Node
  readonly where: string
}

function* placesOfSteps(steps: readonly WorkflowStep[], about: string): Generator<Place> {
  for (const { label, env, with: inputs, run } of steps) {
    const where = `${about}${label}`
    for (const [name, node] of [...env, ...inputs]) yield { name, node, where: `${where} ${name}` }
    if (run !== undefined) yield { name: '', node: run, where: `${where} run` }
  }
}

function* placesOf(file: Workflow | ActionFile): Generator<Place> {
  if (!('jobs' in file)) return yield* placesOfSteps(file.steps, '')
  for (const [name, node] of file.env) yield { name, node, where: `env ${name}` }
  for (const job of file.jobs) {
    const own = [...job.env, ...job.with, ...job.node.get('secrets').members()]
    for (const [name, node] of own) yield { name, node, where: `job ${job.id} ${name}` }
    yield* placesOfSteps(job.steps, `job ${job.id} `)
  }
}

/** Steps that trade the ID token for a key that lives for minutes. */
function tradingSteps(file: Workflow | ActionFile): ReadonlySet<string> {
  const steps = 'jobs' in file ? file.jobs.flatMap((job) => job.steps) : file.steps
  return new Set(
    steps.flatMap(({ node, uses, with: inputs }) => {
      const trades =
        uses?.text?.startsWith('aws-actions/configure-aws-credentials@') && inputs.has('role-to-assume')
      return trades === true ? (node.get('id').text ?? []) : []
    }),
  )
}

function* observe({ name, node, where }: Place, traded: ReadonlySet<string>): Generator<Remark> {
  const { text, source } = node
  if (text === undefined || text.trim() === '') return
  const fail = (what: string, how: string): Remark => ({
    verdict: 'fail',
    subject: where,
    message: `${where} ${how} ${what}.`,
    source,
  })
  const expressions = expressionsIn(text)
  const secrets = expressions.flatMap((expression) =>
    [...expression.matchAll(fromStore)].map(([, dotted, quoted]) => (dotted ?? quoted ?? '').toUpperCase()),
  )
  const stored = keys.find((key) => secrets.some((secret) => key.stored.test(secret)))
  if (stored !== undefined) return yield fail(stored.what, 'is given')
  if (expressions.some((expression) => anyFromStore.test(expression))) {
    const message = `${where} is given secrets without their names.`
    return yield {
      verdict: 'unknown',
      subject: where,
      message,
      source,
      fix: 'Name the one secret that it needs.',
    }
  }
  const held = keys.find((key) => key.held?.test(name.toUpperCase().replaceAll('-', '_')))
  if (held === undefined) return
  if (secrets.length > 0 || expressions.some((expression) => /\bvars\b/.test(expression)))
    return yield fail(held.what, 'is given')
  if (!text.includes('${{')) return yield fail(held.what, 'holds')
  const output = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.[\w-]+\s*\}\}$/.exec(text.trim())?.[1]
  if (output !== undefined && traded.has(output)) return
  const message = `${where} may be given ${held.what}; where it comes from is not in this file.`
  yield { verdict: 'unknown', subject: where, message, source }
}

export const rule: Rule = {
  id: 'no-long-lived-cloud-keys',
  title: 'Workflows have no key that lives longer than they do',
  why: 'A stored key works for whoever gets hold of it, from anywhere, until somebody notices and turns it off.',
  fix: "Trade the job's OIDC token for credentials: `role-to-assume` (AWS), `workload_identity_provider` (Google), `client-id` (Azure), `api-server` (Kubernetes).",
  severity: 'error',
  *check({ workflows, actions }) {
    for (const file of [...workflows, ...actions]) {
      const traded = tradingSteps(file)
      for (const place of placesOf(file)) yield* observe(place, traded)
    }
  },
}
