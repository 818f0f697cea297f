/** git as nobody's own: the settings of whoever runs this do not count. */
import { execFileSync } from 'node:child_process'

/** @param env what it sees beside PATH */
export function gitIn(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): (...args: readonly string[]) => string {
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'octocat'],
      [`GIT_${role}_EMAIL`, 'octocat@example.com'],
    ]),
  )
  const own = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return (...args) =>
    execFileSync('git', args, {
      cwd,
      env: { ...own, ...who, ...env },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }).trim()
}
