/** Check runs of a commit. Only workflows can make one, each with the token of its own job. */
import * as z from 'zod'
import type { Masked } from '../redact/masked.ts'
import type { GitHub } from './client.ts'

/** The most bytes that GitHub takes for a check run's text and for its summary. */
export const LONGEST_TEXT = 65_535

const CheckRun = z.object({
  id: z.number(),
  name: z.string(),
  head_sha: z.string(),
  status: z.string(),
  completed_at: z.string().nullable(),
  output: z.object({ text: z.string().nullable() }),
})
export type CheckRun = z.infer<typeof CheckRun>

export interface CheckRunToMake {
  readonly name: string
  readonly headSha: string
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled'
  /** Plain text, one line. */
  readonly title: Masked<string>
  /** Markdown. */
  readonly summary: Masked<string>
  readonly text: string
}

/**
 * Always a new one, of which GitHub shows the newest of each name: it refuses to change the conclusion of an older one,
 * and what was shown before stays on record.
 * @returns its id
 */
export async function makeCheckRun(github: GitHub, made: CheckRunToMake): Promise<number> {
  const { name, headSha, conclusion, title, summary, text } = made
  const fits = Buffer.byteLength(summary) <= LONGEST_TEXT
  const { id } = await github.call({
    route: 'POST /repos/{owner}/{repo}/check-runs',
    parameters: {
      name,
      head_sha: headSha,
      status: 'completed',
      conclusion,
      output: {
        title,
        summary: fits ? summary : 'The plan is too long to show here; the step summary has all of it.',
        text,
      },
    },
    needs: 'checks: write',
    answer: z.object({ id: z.number() }),
  })
  return id
}

/** The check runs of a name on a commit, the newest first. */
export async function checkRunsOf(github: GitHub, headSha: string, name: string): Promise<CheckRun[]> {
  const runs = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
      parameters: { ref: headSha, check_name: name, status: 'completed', filter: 'all' },
      needs: 'checks: read',
      answer: z.object({ check_runs: z.array(CheckRun) }),
    },
    ({ check_runs }) => check_runs,
  )
  return runs
    .filter((run) => run.name === name && run.head_sha === headSha && run.status === 'completed')
    .sort((a, b) => b.id - a.id)
}

export function checkRun(github: GitHub, id: number): Promise<CheckRun> {
  return github.call({
    route: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
    parameters: { check_run_id: id },
    needs: 'checks: read',
    answer: CheckRun,
  })
}
