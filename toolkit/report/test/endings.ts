/** Every end of every step, and what the comment, the step summary and the check run say of it. */
import { makeSection, renderComment } from '../../github/sections.ts'
import { type End, type Ending, endingOf, ends } from '../../model/ending.ts'
import { Failure } from '../../model/failure.ts'
import { makeOutcome, type Outcome } from '../../model/outcome.ts'
import { effectiveChanges, makePlan, type Plan } from '../../model/plan.ts'
import { type StepName, stepNames } from '../../model/step.ts'
import type { Masked } from '../../redact/masked.ts'
import { masked } from '../../redact/test/masked.ts'
import { endingSection, endingSummary, endingTitle, judgementOn, type Links } from '../ending.ts'
import { planSummary } from '../summary.ts'
import { makeVerdict } from '../verdict.ts'
import { createdAt, deployPlan, migratePlan, provisionPlan, verifyPlan } from './plans.ts'

const repositoryUrl = 'https://github.com/omninode-ai/omninode_infra'
const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'
const EARLIER = 'b7c6d5e4f30291807f6e5d4c3b2a190807060504'

export const reference: Links = {
  revision: { repositoryUrl, commit: HEAD },
  runUrl: `${repositoryUrl}/actions/runs/4711`,
  errorsPage: `${repositoryUrl}/blob/main/docs/errors.md`,
}

/** What `live` proves. */
const livePlan = makePlan({
  step: 'verify',
  target: 'repository 123456, proven by http https://api.example.org/health',
  createdAt,
  where: {},
  with: {},
  from: {},
  changes: ['http https://api.example.org/health', 'rollout onex-dev/Deployment/onex-api'].map((address) => ({
    action: 'run' as const,
    address,
    kind: 'probe',
  })),
})

const applied: Readonly<Record<StepName, Plan>> = {
  provision: provisionPlan,
  migrate: migratePlan,
  deploy: deployPlan,
  verify: livePlan,
}

const shown: Readonly<Record<StepName, Plan>> = { ...applied, verify: verifyPlan }

const idle = ({ step, target }: Plan): Plan =>
  makePlan({ step, target, createdAt, changes: [], where: {}, with: {}, from: {} })

const reasons: Readonly<Record<StepName, Failure>> = {
  provision: new Failure({
    code: 'TERRAFORM',
    what: 'module.network.aws_subnet.private["eu-central-1c"]: creating EC2 Subnet: SubnetLimitExceeded.',
    why: 'api error SubnetLimitExceeded: The maximum number of subnets has been reached.',
    fix: 'Ask AWS for a higher quota, or remove what is not needed.',
    source: { file: 'terraform/modules/network/main.tf', line: 48, column: 1 },
  }),
  migrate: new Failure({
    code: 'MIGRATION_FAILED',
    what: 'relation "release_events" does not exist.',
    why: 'PostgreSQL refused the statement with 42P01.',
    fix: 'Correct the file; nothing of it was kept.',
    source: { file: 'db/migrations/0005_index_events.up.sql', line: 1, column: 52 },
  }),
  deploy: new Failure({
    code: 'ROLLOUT_FAILED',
    what: 'onex-dev/Deployment/onex-api: container api of pod onex-api-7d9f is in ImagePullBackOff.',
    why: 'Back-off pulling image "ghcr.io/omninode-ai/onex-api:1.5.0".',
    fix: 'Check the image reference, and that the cluster may pull it.',
    source: { file: 'k8s/base/onex-dev/onex-api.yaml', line: 14, column: 5 },
  }),
  verify: new Failure({
    code: 'NOT_PROVEN',
    what: '1 of 2 probes passed.',
    why: 'http https://api.example.org/health: it answers 503.',
    fix: 'Mend what each of them saw, and run the job again.',
  }),
}

const unplanned = [
  new Failure({
    code: 'INPUT_INVALID',
    what: 'The input `timeout` is `soon`: must be a duration such as 90s, 10m or 1h30m.',
    fix: 'Correct `timeout:` under `with:`.',
  }),
  new Failure({
    code: 'YAML_SYNTAX',
    what: 'bad indentation of a mapping entry.',
    why: 'The line stands under a text.',
    fix: 'Correct the indentation.',
    source: { file: 'k8s/base/onex-dev/onex-api.yaml', line: 31, column: 11 },
  }),
]

const refused = new Failure({
  code: 'RELEASE_OLDER',
  what: 'The target was released from 5f6071829a4b, and a1b2c3d4e5f6 is older.',
  why: 'Releasing it would undo what came after it.',
  fix: 'Go back by a pull request of its own, such as a revert.',
})

const differs = new Failure({
  code: 'REVIEW_DIFFERS',
  what: 'What would be applied is not what pull request #12 showed.',
  why: 'Something changed after it was shown: the place, the means, the files, or the target itself.',
  fix: 'Open a pull request, look at its preview, and merge that. Nothing was applied.',
})

const cancelledBy = (step: StepName) =>
  new Failure({ code: 'CANCELLED', what: `${step} was cancelled (SIGINT).`, fix: 'Run the job again.' })

/** The first is done, the second failed, and so on: everything after it is not. */
function outcomeOn(plan: Plan, status: 'succeeded' | 'failed' | 'cancelled'): Outcome {
  const results = effectiveChanges(plan).map(({ address, action }, index) => {
    const base = { address, action, durationMs: 1_200 * (index + 1) }
    if (status === 'succeeded' || index === 0) return { ...base, status: 'done' as const }
    if (index > 1) return { ...base, status: 'skipped' as const, durationMs: 0 }
    return status === 'cancelled'
      ? { ...base, status: 'unknown' as const, message: 'the run was cancelled meanwhile' }
      : { ...base, status: 'failed' as const, message: reasons[plan.step].what }
  })
  const { step, target, digest } = plan
  return makeOutcome({
    step,
    target,
    digest,
    startedAt: createdAt,
    finishedAt: new Date(createdAt.getTime() + 92_400),
    status,
    changed: step !== 'verify',
    results,
  })
}

/** An end of a step, as it comes about. */
export function endingOn(step: StepName, end: End): Ending {
  const plan = applied[step]
  const about = {
    step,
    command: 'apply',
    applies: true,
    failures: [],
    cancelled: false,
    plan,
    outcome: undefined,
  }
  const differing = effectiveChanges(plan).slice(0, 2)
  switch (end) {
    case 'planned':
      return endingOf({ ...about, command: 'plan', applies: false, plan: shown[step] })
    case 'nothing to do':
      return endingOf({ ...about, plan: idle(plan) })
    case 'plan failed':
      return endingOf({ ...about, command: 'plan', applies: false, plan: undefined, failures: unplanned })
    case 'stale':
      return endingOf({
        ...about,
        failures: [differs],
        difference: {
          shownBy: 'pull request #12',
          comparison: {
            verdict: 'different',
            differences: differing.map((planned) => ({
              address: planned.address,
              what: 'differs from the review',
              reviewed: 'create',
              planned,
            })),
          },
        },
      })
    case 'refused':
      return endingOf({ ...about, failures: [refused] })
    case 'applied':
      return endingOf({ ...about, outcome: outcomeOn(plan, 'succeeded') })
    case 'failed':
      return endingOf({ ...about, outcome: outcomeOn(plan, 'failed'), failures: [reasons[step]] })
    case 'cancelled':
      return endingOf({
        ...about,
        cancelled: true,
        outcome: outcomeOn(plan, 'cancelled'),
        failures: [cancelledBy(step)],
      })
  }
}

export interface Sample {
  readonly name: string
  readonly place: 'comment' | 'summary' | 'check run'
  readonly markdown: string
}

interface Placed {
  readonly ending: Masked<Ending>
  readonly commit?: string
  readonly target?: string
}

/** A comment with a section for each of the ends. */
export function commentOf(placed: readonly Placed[]): string {
  return renderComment(
    placed.map(({ ending, commit = HEAD, target = ending.plan?.target }, index) => {
      const { summary, details } = endingSection(ending, {
        ...reference,
        revision: { repositoryUrl, commit },
      })
      const { runUrl } = reference
      const verdict = makeVerdict({
        ...judgementOn(ending),
        step: ending.step,
        of: target ?? '',
        commit,
        run: runUrl,
        asked: index.toString(16).padStart(12, '0'),
        known: target !== undefined,
      })
      const key = { step: ending.step, target: target === undefined ? undefined : masked(target) }
      return makeSection({ key, verdict: masked(verdict), summary, details, runUrl })
    }),
    HEAD,
  )
}

export function summaryOf(ending: Masked<Ending>): string {
  const plan = ending.plan === undefined ? [] : [planSummary(masked(ending.plan), reference.revision)]
  const end = endingSummary(ending, reference)
  return [...plan, ...(end === undefined ? [] : [end])].join('\n\n')
}

const each = ends.flatMap((end) =>
  stepNames.map((step) => ({ end, step, ending: masked(endingOn(step, end)) })),
)

/** The four steps of one pull request, each with its end. */
const together: readonly (readonly [name: string, ends: Readonly<Record<StepName, End>>])[] = [
  ['all planned', { provision: 'planned', migrate: 'planned', deploy: 'planned', verify: 'planned' }],
  [
    'all applied, or with nothing to do',
    { provision: 'nothing to do', migrate: 'applied', deploy: 'applied', verify: 'applied' },
  ],
  [
    'one failed half way',
    { provision: 'applied', migrate: 'applied', deploy: 'failed', verify: 'cancelled' },
  ],
  [
    'a plan that failed',
    { provision: 'planned', migrate: 'plan failed', deploy: 'planned', verify: 'planned' },
  ],
  [
    'refused and stale',
    { provision: 'stale', migrate: 'refused', deploy: 'refused', verify: 'nothing to do' },
  ],
]

/** Texts to be looked at: whatever has a place in GitHub's pages. */
export const samples: readonly Sample[] = [
  ...together.map(([name, of]): Sample => {
    const placed = stepNames.map((step) => ({ ending: masked(endingOn(step, of[step])) }))
    return { name, place: 'comment', markdown: commentOf(placed) }
  }),
  {
    name: 'a section of an earlier commit',
    place: 'comment',
    markdown: commentOf([
      { ending: masked(endingOn('deploy', 'planned')) },
      { ending: masked(endingOn('provision', 'planned')), commit: EARLIER },
      { ending: masked(endingOn('migrate', 'nothing to do')) },
    ]),
  },
  ...each.map(
    ({ end, step, ending }): Sample => ({
      name: `${step}: ${end}`,
      place: 'comment',
      markdown: commentOf([{ ending }]),
    }),
  ),
  ...each.map(
    ({ end, step, ending }): Sample => ({
      name: `${step}: ${end}`,
      place: 'summary',
      markdown: summaryOf(ending),
    }),
  ),
  ...each.map(({ end, step, ending }): Sample => {
    const { summary } = endingSection(ending, reference)
    return {
      name: `${step}: ${end}`,
      place: 'check run',
      markdown: `## ${endingTitle(ending)}\n\n${summary}`,
    }
  }),
]
