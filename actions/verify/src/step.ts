import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { duration, list, text } from '#toolkit/action/inputs.ts'
import type { Step } from '#toolkit/action/step.ts'
import { changeDigest } from '#toolkit/model/change.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { changeOf, forms, parseTargets, type Target } from './target.ts'

const inputs = z.object({
  paths: list(
    'Files and folders to judge, one a line, relative to the checkout; `*` stands for one name. Without any: `k8s`, `.github/workflows`, `actions/*/action.yml` and `action.yml`, as far as they exist.',
  ),
  targets: text(
    `What \`live\` proves, one a line: ${forms.map((form) => `\`${form}\``).join(', ')}.`,
  ).optional(),
  ...clusterInputs,
  'database-url': text(
    '`postgres://<user>:<password>@<host>:<port>/<database>` for `migration-head`. It is masked; a user that may read the history is enough.',
  ).optional(),
  'rollout-timeout': duration('How long each probe may wait to see what it expects.', '5m'),
})
type Inputs = z.output<typeof inputs>

/** Where the policy looks, as the plan names it: it tells the plans of one pull request apart. */
function scopeOf({ paths }: Pick<Inputs, 'paths'>): string {
  return paths.length === 0 ? 'repository' : paths.join(', ')
}

function nothingToDo(scope: string): Failure {
  return new Failure({
    code: 'NOTHING_TO_VERIFY',
    what: `There is nothing to judge in ${scope}.`,
    why: 'A policy that looks at nothing passes, and says nothing.',
    fix: 'Check the repository out first, or correct `paths:`.',
  })
}

function maskDatabase(url: string | undefined, world: World): Failure[] {
  if (url === undefined) return []
  world.redactor.add(url)
  const valid = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)
  if (valid) {
    const { password } = new URL(url)
    if (password !== '') {
      world.redactor.add(password)
      world.redactor.add(decodeURIComponent(password))
    }
    return []
  }
  return [
    new Failure({
      code: 'DATABASE_URL',
      what: 'The input `database-url` is not a postgres:// URL.',
      fix: 'Write it as postgres://<user>:<password>@<host>:<port>/<database>, with special characters percent-encoded.',
    }),
  ]
}

async function liveProblems(
  targets: readonly Target[],
  given: Partial<Inputs>,
  world: World,
): Promise<Failure[]> {
  const { missingForLive } = await import('./live.ts')
  const problems = missingForLive(targets, given, world)
  if (targets.some(({ probe }) => probe === 'rollout')) {
    const { clusterProblems } = await import('#toolkit/kubernetes/connect.ts')
    problems.push(...clusterProblems(given, world))
  }
  if (targets.length === 0) {
    problems.push(
      new Failure({
        code: 'TARGETS_MISSING',
        what: '`live` has nothing to prove: there are no targets.',
        fix: `Add them under \`targets:\`, one a line: ${forms.map((form) => `\`${form}\``).join(', ')}.`,
      }),
    )
  }
  return problems
}

export const step: Step<typeof inputs> = {
  name: 'verify',
  description: 'Judge manifests, workflows and actions before a release, and prove afterwards that it holds.',
  commands: { policy: 'plan', live: 'apply' },
  inputs,
  outputs: {
    findings: 'How many findings there are; the plan holds them.',
    passed: 'How many probes passed; empty when none ran.',
    failed: 'How many probes failed, or could not tell; empty when none ran.',
  },
  preflight: async (given, command, world) => {
    const { readRepository } = await import('./repository.ts')
    const { repository, problems } = readRepository(world.workspace, given.paths ?? [])
    const { targets, problems: invalid } = parseTargets(given.targets ?? '')
    const all = [...problems, ...invalid, ...maskDatabase(given['database-url'], world)]
    const empty = Object.keys(repository.files).length === 0
    if (empty && problems.length === 0) all.push(nothingToDo(scopeOf({ paths: given.paths ?? [] })))
    if (command === 'live' && invalid.length === 0) all.push(...(await liveProblems(targets, given, world)))
    return all
  },
  plan: async (given, _command, world) => {
    const [{ readRepository }, { judge }, { rules }] = await Promise.all([
      import('./repository.ts'),
      import('./policy.ts'),
      import('./rules/index.ts'),
    ])
    const { repository, problems } = readRepository(world.workspace, given.paths)
    throwIfAny(problems)
    const { targets } = parseTargets(given.targets ?? '')
    const files = Object.keys(repository.files).length
    world.log.info(`judging ${files} file${files === 1 ? '' : 's'} by ${rules.length} rules`)
    const changes = targets.map(changeOf)
    return makePlan({
      step: 'verify',
      target: scopeOf(given),
      createdAt: world.clock(),
      changes,
      findings: judge(repository, rules),
      // A probe that is gone is no remainder of what was reviewed.
      inputs: { probes: changes.map(changeDigest) },
      sources: repository.files,
    })
  },
  apply: async (plan, given, _command, world) => {
    const { runProbes } = await import('./live.ts')
    return runProbes(plan, parseTargets(given.targets ?? '').targets, given, world)
  },
  report: (plan: Plan, outcome) => {
    const passed = outcome?.results.filter((result) => result.status === 'done').length
    const failed = outcome?.results.filter((result) => result.status !== 'done').length
    return {
      findings: String(plan.findings.length),
      passed: passed === undefined ? '' : String(passed),
      failed: failed === undefined ? '' : String(failed),
    }
  },
}
