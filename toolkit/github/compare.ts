/** How two commits stand to each other. */
import * as z from 'zod'
import { failuresIn } from '../model/failure.ts'
import type { GitHub } from './client.ts'

/** Of the later commit, seen from the earlier one. */
export type Standing = 'ahead' | 'behind' | 'diverged' | 'identical'

/** What a target remembers is a text that others can write: the name of a branch is no commit. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** @returns undefined when GitHub does not know one of the commits any more, so that it cannot be told */
export async function standingOf(github: GitHub, from: string, to: string): Promise<Standing | undefined> {
  if (!COMMIT.test(from) || !COMMIT.test(to)) return undefined
  try {
    const { status } = await github.call({
      route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
      parameters: { basehead: `${from}...${to}` },
      needs: 'contents: read',
      answer: z.object({ status: z.enum(['ahead', 'behind', 'diverged', 'identical']) }),
    })
    return status
  } catch (error) {
    if (failuresIn(error).some(({ code }) => code === 'GITHUB_NOT_FOUND')) return undefined
    throw error
  }
}
