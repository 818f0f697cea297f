/** Failures with their codes, each linked to what the documentation says of it. */
import type { Failure } from '../model/failure.ts'
import type { WorkflowRun } from '../world/world.ts'
import { boundedTable, place, type Revision } from './blocks.ts'
import { codeLink, prose, shortened } from './markdown.ts'
import { grouped } from './wording.ts'

const HOME = 'https://github.com/omninode-ai/omninode_infra/blob/main'

/**
 * The page of all failures, at the version of the action that runs. An action that is in the checkout does not say
 * where it comes from: then it is the page of the main line.
 */
export function errorsPageOf({
  repositoryUrl,
  actionRepository,
  actionRef,
}: Pick<WorkflowRun, 'repositoryUrl' | 'actionRepository' | 'actionRef'>): string {
  const home =
    actionRef === undefined || !URL.canParse(repositoryUrl)
      ? HOME
      : `${new URL(repositoryUrl).origin}/${actionRepository}/blob/${actionRef.split('/').map(encodeURIComponent).join('/')}`
  return `${home}/docs/errors.md`
}

/** @param page as `errorsPageOf` gives it */
export function pageOf(failure: Failure, page: string): string {
  return `${page}#${failure.code.toLowerCase()}`
}

/** UTF-16 units of each text: what is longer stands in the log. */
const LONGEST = 700

/** Where, what, why, what to do, and the code with its page. */
export function failuresTable(
  failures: readonly Failure[],
  page: string,
  revision: Revision | undefined,
  bytes: number,
): string {
  const told = (text: string) => prose(shortened(text, LONGEST))
  const rows = failures.map((failure) => {
    const { what, why, fix, source } = failure
    const where = source === undefined ? [] : [place(source, revision)]
    const named = [codeLink(failure.code, pageOf(failure, page)), ...where].join(' · ')
    return [
      [`**${told(what)}**`, ...(why === undefined ? [] : [told(why)]), named].join('<br>'),
      told(fix ?? ''),
    ]
  })
  return boundedTable(['what', 'what to do'], rows, bytes)
}

/** The first of them on one line, and how many more there are. */
export function firstOf(failures: readonly Failure[]): string {
  const [first, ...others] = failures
  if (first === undefined) return ''
  return others.length === 0 ? first.what : `${first.what} And ${grouped(others.length)} more.`
}
