import * as z from 'zod'
import { clusterInputs } from '#toolkit/action/cluster-inputs.ts'
import { duration, list, text } from '#toolkit/action/inputs.ts'
import { Opening } from '#toolkit/action/opening.ts'
import type { Step } from '#toolkit/action/step.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { databaseInputs } from '#toolkit/postgres/inputs.ts'
import { openProbes, runProbes } from './live.ts'
import { placeOfVerification, scopeOf } from './place.ts'
import { forms, parseTargets } from './target.ts'

const inputs = z.object({
  paths: list(
    'Files and folders to judge, one a line, relative to the checkout; `*` stands for one name. Without any: `k8s`, `.github/workflows`, `actions/*/action.yml` and `action.yml`, as far as they exist.',
  ),
  targets: text(
    `What \`live\` proves, one a line: ${forms.map((form) => `\`${form}\``).join(', ')}.`,
  ).optional(),
  ...clusterInputs,
  ...databaseInputs,
  'rollout-timeout': duration('How long each probe may wait to see what it expects.', '5m'),
})

function nothingToDo(scope: string): Failure {
  return new Failure({
    code: 'NOTHING_TO_VERIFY',
    what: `There is nothing to judge in ${scope}.`,
    why: 'A policy that looks at nothing passes, and says nothing.',
    fix: 'Check the repository out first, or correct `paths:`.',
  })
}

function nothingToProve(): Failure {
  return new Failure({
    code: 'TARGETS_MISSING',
    what: '`live` has nothing to prove: there are no targets.',
    fix: `Add them under \`targets:\`, one a line: ${forms.map((form) => `\`${form}\``).join(', ')}.`,
  })
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
  asked: ({ paths = '', targets = '' }) => [paths, targets],
  onlyLooks: true,
  open: async (given, world) => {
    const { readRepository } = await import('./repository/repository.ts')
    const { valid, command } = given
    const opening = new Opening(given)
    const paths = valid.paths ?? []
    const { repository, problems } = readRepository(world.workspace, paths)
    const { files } = repository
    const { asked, problems: invalid } = parseTargets(valid.targets ?? '')
    opening.add(...problems, ...invalid)
    if (Object.keys(files).length === 0 && problems.length === 0) opening.add(nothingToDo(scopeOf(paths)))
    // It is masked, and looked at, whatever the command.
    const url = valid['database-url']
    if (url !== undefined) {
      const { parseDatabaseUrl } = await import('#toolkit/postgres/database-url.ts')
      opening.read(() => parseDatabaseUrl(url, world))
    }
    const isLive = command.name === 'live'
    if (isLive && asked.length === 0 && invalid.length === 0) opening.add(nothingToProve())
    const probing = await openProbes(isLive ? asked : [], valid, opening, world)
    const all = opening.inputs()
    const place = placeOfVerification(
      world.run.repositoryId,
      all.paths,
      asked.map(({ change }) => change.address),
    )
    return {
      place: async () => place,
      plan: async (reviewed) => {
        const { planVerification } = await import('./plan.ts')
        const verification = { place, name: all.name, repository, asked, inputs: all }
        return planVerification(verification, reviewed, world)
      },
      // Nothing is changed, so no target remembers what it was proven by.
      apply: (_plan, _forwards, progress) =>
        runProbes(probing.opened, all['rollout-timeout'], progress, world),
      close: probing.close,
    }
  },
  report: (plan, outcome) => {
    const passed = outcome?.results.filter((result) => result.status === 'done').length
    const failed = outcome?.results.filter((result) => result.status !== 'done').length
    return {
      findings: plan === undefined ? '' : String(plan.findings.length),
      passed: passed === undefined ? '' : String(passed),
      failed: failed === undefined ? '' : String(failed),
    }
  },
}
