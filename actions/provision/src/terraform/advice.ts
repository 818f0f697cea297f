/** What to do about an error of Terraform or of a provider, as far as its words say. */

interface Said {
  readonly summary: string
  readonly detail: string
}

interface Advice {
  readonly when: RegExp
  readonly fix: string
}

/** The first that fits counts. */
const advices: readonly Advice[] = [
  {
    when: /AccessDenied|UnauthorizedOperation|not authorized|StatusCode: 403|403 Forbidden/i,
    fix: 'Allow the role what is named: a plan reads with `plan-role`, an apply changes with `aws-role`.',
  },
  {
    when: /Unsupported (?:argument|attribute|block type)|Reference to undeclared|Missing required argument|Invalid (?:reference|expression|function argument|template)|Argument or block definition required|Duplicate (?:resource|variable|output)|Cycle:|Incorrect attribute value type|Invalid version constraint|Unclosed configuration block|Invalid for_each|Invalid count/i,
    fix: 'Correct the code at this place; `terraform validate` shows the same.',
  },
  {
    when: /ExpiredToken|InvalidClientTokenId|no valid credential|security token included in the request is (?:invalid|expired)/i,
    fix: 'Check the role and its trust policy; credentials that expired during a long run are renewed by running the job again.',
  },
  {
    when: /already exists|AlreadyExists|EntityAlreadyExists|BucketAlreadyOwnedByYou|\bDuplicate\b/i,
    fix: 'Take what is there over with an `import` block, or give this another name.',
  },
  {
    when: /Throttling|RequestLimitExceeded|Rate exceeded|TooManyRequests/i,
    fix: 'Run the job again; a lower `parallelism` asks less at once.',
  },
  {
    when: /LimitExceeded|quota|exceeded the (?:maximum|limit)/i,
    fix: 'Ask for a higher quota, or remove what is not needed any more.',
  },
  {
    when: /timeout while waiting|context deadline exceeded|timed out/i,
    fix: 'Look at what was made, and run the job again: it goes on from there.',
  },
  {
    when: /no such host|connection refused|connection reset|TLS handshake|dial tcp|i\/o timeout/i,
    fix: 'Check the network of the runner; behind a proxy, set `HTTPS_PROXY` and `NO_PROXY`.',
  },
  {
    when: /No value for required variable/i,
    fix: 'Give the variable a default, set `TF_VAR_<name>` under `env:`, or name a file that has it in `var-file:`.',
  },
  {
    when: /Invalid value for (?:input )?variable/i,
    fix: 'Correct the value where it is given: in a file of `var-file:`, or as `TF_VAR_<name>` under `env:`.',
  },
  {
    when: /DependencyViolation|is in use|still has dependencies|ResourceInUse|BucketNotEmpty/i,
    fix: 'Remove what still uses it first.',
  },
  {
    when: /Inconsistent dependency lock file|previously-selected version|does not match configured version constraint|checksums/i,
    fix: 'Run `terraform init -upgrade` and commit .terraform.lock.hcl with the versions and checksums of every platform (`terraform providers lock`).',
  },
  {
    when: /provider registry|query available provider|Failed to install provider|Could not load plugin/i,
    fix: 'Correct source and version of the provider in `required_providers`, and look whether the runner reaches its registry.',
  },
  {
    when: /Unsupported Terraform Core version|required_version/i,
    fix: 'Give `terraform-version` a version that the code allows.',
  },
  {
    when: /Instance cannot be destroyed|prevent_destroy/i,
    fix: 'Keep it, or take `prevent_destroy` out in a pull request of its own.',
  },
  {
    when: /Provider produced inconsistent|plugin (?:crashed|did not respond)|Request cancelled/i,
    fix: 'Run the job again; if it stays, try another version of the provider, and tell its authors.',
  },
]

/** Errors and their words have no end: what fits none of them is told to be looked at where it is. */
const OTHERWISE = 'Look at what it names: the code, its variables, or what is there already.'

/** How much of what was said is looked at, in UTF-16 units. */
const LOOKED_AT = 4_000

export function adviceOn({ summary, detail }: Said): string {
  const said = `${summary}\n${detail}`.slice(0, LOOKED_AT)
  return advices.find(({ when }) => when.test(said))?.fix ?? OTHERWISE
}
