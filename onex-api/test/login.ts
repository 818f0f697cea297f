/** A person who logs in to Keycloak with a browser's steps: authorization code with PKCE, the form, the code. */
import { createHash, randomBytes } from 'node:crypto'
import { type Keycloak, OMNIWEB } from '../../sandbox/keycloak/keycloak.ts'

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
  return fetch(`${keycloak.issuer}/protocol/openid-connect/auth?${query}`, { redirect: 'manual' })
}

export async function askForToken(
  keycloak: Keycloak,
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, string>> }> {
  const response = await fetch(`${keycloak.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> } // its own answer
}

/** @throws Error with the page's status when the login is refused */
export async function logIn(keycloak: Keycloak, username: string, password: string): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url')
  const client = { client_id: 'omniweb', redirect_uri: `${OMNIWEB}/callback` }
  const page = await authorize(keycloak, {
    ...client,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  const action = /<form[^>]*action="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&')
  if (action === undefined) throw new Error(`the login page is none: ${page.status}`)
  const back = await fetch(action, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page) },
    body: new URLSearchParams({ username, password }),
  })
  const code = new URL(back.headers.get('location') ?? 'none:').searchParams.get('code')
  if (code === null) throw new Error(`the login was refused: ${back.status}`)
  const { body } = await askForToken(keycloak, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    ...client,
  })
  return body as unknown as Tokens // of the grant
}
