/** Check runs that tell an end without a review, such as that of a plan that failed. */
import { checkRunsOf, makeCheckRun } from '../github/check-run.ts'
import type { GitHub } from '../github/client.ts'
import { type Ending, targetOf } from '../model/ending.ts'
import type { StepName } from '../model/step.ts'
import type { Redactor } from '../redact/redactor.ts'
import { checkNameOf, NO_REVIEW, type Presentation } from './keep.ts'

/** Of a plan whose target is not known. @param words by which the caller names the place */
function unplannedName(step: StepName, words: string): string {
  return checkNameOf(step, `not planned: ${words}`)
}

/** Of an end on a pull request. */
export function endName(ending: Ending, words: string): string {
  const target = targetOf(ending)
  return target === undefined ? unplannedName(ending.step, words) : checkNameOf(ending.step, target)
}

export async function tellEnd(
  github: GitHub,
  { name, headSha, run }: { readonly name: string; readonly headSha: string; readonly run: string },
  shown: Presentation,
): Promise<void> {
  const text = `${NO_REVIEW} in this check run: it tells how run ${run} ended.`
  await makeCheckRun(github, { ...shown, name, headSha, text })
}

/** A plan that could not even be opened before, of the same commit, is planned now. */
export async function settleUnplanned(
  github: GitHub,
  { step, words, headSha }: { readonly step: StepName; readonly words: string; readonly headSha: string },
  redactor: Redactor,
): Promise<void> {
  const name = unplannedName(step, words)
  const [last] = await checkRunsOf(github, headSha, name)
  const text = `${NO_REVIEW} in this check run: the plan is in another one.`
  if (last === undefined || last.output.text === text) return
  await makeCheckRun(github, {
    name,
    headSha,
    conclusion: 'success',
    title: redactor.mask('It is planned now'),
    summary: redactor.mask('Another check run of this commit shows the plan.'),
    text,
  })
}
