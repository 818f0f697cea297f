import { Failure } from '../model/failure.ts'
import type { GitHub } from './client.ts'

/**
 * Connects to GitHub for an input or a command that needs it.
 * @throws Failure GITHUB_TOKEN
 */
export type ConnectGitHub = (need: string) => Promise<GitHub>

/** @throws Failure GITHUB_TOKEN */
export function tokenFor(need: string, token: string | undefined): string {
  if (token !== undefined) return token
  throw new Failure({
    code: 'GITHUB_TOKEN',
    what: `\`${need}\` needs \`github-token\`.`,
    fix: 'Pass `github-token: ${{ github.token }}` with `permissions:` `pull-requests: read` for changed-only, `issues: write` for drift.',
  })
}
