/** A person who logs in to Keycloak with a browser's steps: authorization code with PKCE, the form, the code. */
import { createHash, randomBytes } from 'node:crypto'
import { type Keycloak, OMNIWEB } from './keycloak.ts'

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Asks Keycloak for its login page. */
export function authorize(
  keycloak: Keycloak,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> {
  const query = new URLSearchParams({ response_type: 'code', scope: 'openid', ...parameters })
  return fetch(`${keycloak.protocolUrl}/auth?${query}`, { redirect: 'manual' })
}

export async function askForToken(
  keycloak: Keycloak,
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, string>> }> {
  const response = await fetch(`${keycloak.protocolUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> } // its own answer
}

/** Who asks for the login, and with what it then asks for the tokens. */
interface LoginClient {
  readonly client_id: string
  readonly redirect_uri: string
  readonly client_secret?: string
}
export const omniweb: LoginClient = { client_id: 'omniweb', redirect_uri: `${OMNIWEB}/callback` }

/** What the token endpoint asks for after a login. @throws Error with the page's status when the login is refused */
export async function codeFor(
  keycloak: Keycloak,
  username: string,
  password: string,
  client = omniweb,
): Promise<Record<string, string>> {
  const verifier = randomBytes(32).toString('base64url')
  const page = await authorize(keycloak, {
    client_id: client.client_id,
    redirect_uri: client.redirect_uri,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  const action = /<form[^>]*action="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&')
  if (action === undefined) throw new Error(`the login page is none: ${page.status}`)
  // The page leads to the name that people see, and no proxy leads from there to here.
  const { pathname, search } = new URL(action)
  const back = await fetch(`${keycloak.url}${pathname}${search}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page) },
    body: new URLSearchParams({ username, password }),
  })
  const code = new URL(back.headers.get('location') ?? 'none:').searchParams.get('code')
  if (code === null) throw new Error(`the login was refused: ${back.status}`)
  return { grant_type: 'authorization_code', code, code_verifier: verifier, ...client }
}

/** @throws Error with the page's status when the login is refused */
export async function logIn(
  keycloak: Keycloak,
  username: string,
  password: string,
  client = omniweb,
): Promise<Tokens> {
  const { body } = await askForToken(keycloak, await codeFor(keycloak, username, password, client))
  return tokensOf(body)
}

/** @throws Error with what was answered instead of them */
export function tokensOf(body: Readonly<Partial<Record<string, string>>>): Tokens {
  const { access_token, refresh_token, id_token } = body
  if (access_token === undefined || refresh_token === undefined || id_token === undefined)
    throw new Error(`these are no tokens of a login: ${body['error'] ?? Object.keys(body).join(', ')}`)
  return { access_token, refresh_token, id_token }
}

export interface Person {
  readonly username: string
  readonly password: string
  readonly tenant?: string
  /** Of onex-api. */
  readonly roles: readonly string[]
}

interface Item {
  readonly id: string
  readonly name: string
}

/** What an administrator does for somebody who is to log in. */
export async function createPerson(keycloak: Keycloak, person: Person): Promise<void> {
  const { username, password, tenant, roles } = person
  const list = async (path: string) => (await keycloak.admin('GET', `/omninode${path}`)) as Item[]
  await keycloak.admin('POST', '/omninode/users', {
    username,
    enabled: true,
    email: `${username}@example.com`,
    emailVerified: true,
    firstName: username,
    lastName: username,
    ...(tenant === undefined ? {} : { attributes: { tenant_id: [tenant] } }),
    credentials: [{ type: 'password', value: password, temporary: false }],
  })
  const [user] = await list(`/users?exact=true&username=${username}`)
  const [client] = await list('/clients?clientId=onex-api')
  const known = await list(`/clients/${client?.id}/roles`)
  await keycloak.admin(
    'POST',
    `/omninode/users/${user?.id}/role-mappings/clients/${client?.id}`,
    known.filter(({ name }) => roles.includes(name)),
  )
}
