/** How a workflow run is named where only 63 bytes are: PostgreSQL cuts application names there. */
import type { StepName } from '../model/step.ts'
import type { WorkflowRun } from '../world/world.ts'

const BYTES = 63
const form = /^(?:migrate|verify) ([^\s/]+\/[^\s/]+) (\d+)\/(\d+)$/

/** `migrate owner/name 1234/1` */
export function applicationName(step: StepName, { repository, id, attempt }: WorkflowRun): string {
  const name = `${step} ${repository} ${id}/${attempt}`
  return Buffer.from(name).subarray(0, BYTES).toString('utf8').replace(/�+$/, '')
}

/** The page of the run that an application name stands for, if it is one of ours and whole. */
export function runUrlOf(name: string, { repositoryUrl, repository }: WorkflowRun): string | undefined {
  const [, theirs, id, attempt] = form.exec(name) ?? []
  if (theirs === undefined || !repositoryUrl.endsWith(repository)) return undefined
  const server = repositoryUrl.slice(0, -repository.length)
  return `${server}${theirs}/actions/runs/${id}/attempts/${attempt}`
}

/** Stands between what the tool sends and what a file says. It never says which file: names are text of others. */
export const FILE_MARK = '/* migrate */ '

/** SQL for a session's statement: from the text of the file on, if it runs one. */
export const STATEMENT_SQL = `left(
  CASE WHEN strpos(a.query, '${FILE_MARK}') > 0 THEN substr(a.query, strpos(a.query, '${FILE_MARK}') + ${FILE_MARK.length}) ELSE a.query END,
  1000)`
