/** What Terraform, its providers and the programs that they start see of the environment: what they need, and no token. */

/** By whole name, whatever the case on systems where that does not count. */
const NEEDED: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TMP',
  'TEMP',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'CHECKPOINT_DISABLE',
  'TERRAFORM_CONFIG',
  'GOGC',
  'GOMEMLIMIT',
  'GODEBUG',
  // How AWS is reached. Who asks is the session's to say: no AWS_PROFILE, no AWS_CONTAINER_….
  'AWS_CA_BUNDLE',
  'AWS_DEFAULT_REGION',
  'AWS_EC2_METADATA_DISABLED',
  'AWS_MAX_ATTEMPTS',
  'AWS_RETRY_MODE',
  'AWS_STS_REGIONAL_ENDPOINTS',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_USE_FIPS_ENDPOINT',
  // Windows starts nothing without them.
  'APPDATA',
  'COMSPEC',
  'LOCALAPPDATA',
  'PATHEXT',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'USERPROFILE',
  'WINDIR',
])

const NEEDED_PREFIX = /^(?:LC_|XDG_|TF_|AWS_ENDPOINT_URL)/

/** Of private registries: what fetches modules and providers needs them, and what those start does not. */
const REGISTRY_TOKEN = /^TF_TOKEN_/

export interface Seeing {
  /** Names that the caller lets through. */
  readonly passed: readonly string[]
  /** `init`, `plan`, … */
  readonly doing: string
}

export function environmentFor(
  env: Readonly<Record<string, string>>,
  { passed, doing }: Seeing,
): Record<string, string> {
  const named = new Set(passed)
  const sees = (name: string) => {
    if (named.has(name)) return true
    if (REGISTRY_TOKEN.test(name)) return doing === 'init'
    return NEEDED.has(name.toUpperCase()) || NEEDED_PREFIX.test(name)
  }
  return Object.fromEntries(Object.entries(env).filter(([name]) => sees(name)))
}

/** What would change what is done without any review showing it. */
const ARGUMENTS = /^(?:TF_CLI_ARGS(?:_.*)?|TF_REATTACH_PROVIDERS)$/

/** The names of variables that Terraform must not be given. */
export function unreviewable(env: Readonly<Record<string, string>>): string[] {
  return Object.keys(env)
    .filter((name) => ARGUMENTS.test(name) && env[name] !== '')
    .sort()
}

/** Values that decide what is planned, and may be secret: variables of the code, and how a state is encrypted. */
export function decidingVariables(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => /^TF_VAR_/.test(name) || name === 'TF_ENCRYPTION')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** Where AWS is asked instead of at its own addresses: another answer there is another account. */
export function endpoints(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name, value]) => /^AWS_ENDPOINT_URL(?:_|$)/.test(name) && value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}
