/** What an environment must not say about how servers are spoken to. */
import { Failure, failuresIn } from '../model/failure.ts'
import { proxiesIn } from './proxies.ts'

/** Variables that turn the verification of servers off, and the values with which they do. */
const switches: Readonly<Record<string, (value: string) => boolean>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: (value) => value === '0',
  // Of what Terraform fetches with git: its modules. That it is there is enough.
  GIT_SSL_NO_VERIFY: () => true,
}

/** What nothing that is started here gets, whatever it says. */
export const withheld: ReadonlySet<string> = new Set(Object.keys(switches))

/** Everything that is wrong with it. */
export function environmentProblems(env: Readonly<Record<string, string | undefined>>): Failure[] {
  const problems = Object.entries(switches).flatMap(([name, isOff]) => {
    const value = env[name]
    if (value === undefined || !isOff(value)) return []
    return [
      new Failure({
        code: 'TLS_UNVERIFIED',
        what: `The environment sets ${name}, which turns the verification of servers off.`,
        why: 'Whoever stands on the way could take the credentials of this job, and answer in the place of every server.',
        fix: `Remove ${name}; for a private authority set NODE_EXTRA_CA_CERTS to the file of its certificate.`,
      }),
    ]
  })
  try {
    proxiesIn(env)
  } catch (error) {
    problems.push(...failuresIn(error))
  }
  return problems
}
