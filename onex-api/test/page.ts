/**
 * A frontend of the tests' own, for a browser that finds it at the address that the realm knows: it logs in by authorization code with PKCE, keeps
 * the tokens to itself, and asks onex-api, which it serves under its own origin as an ingress does.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Keycloak, OMNIWEB } from '../../sandbox/keycloak/keycloak.ts'

const html = (protocolUrl: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>omniweb</title>
<style>body { font: 18px/1.5 sans-serif; margin: 4rem auto; max-width: 40rem }</style>
<h1>omniweb</h1>
<p id="told">Nobody is logged in.</p>
<button id="login">Log in</button>
<script type="module">
const told = document.getElementById('told')
const client = { client_id: 'omniweb', redirect_uri: ${JSON.stringify(`${OMNIWEB}/callback`)} }
const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)))
document.getElementById('login').onclick = async () => {
  const sent = { verifier: random(), state: random(), nonce: random() }
  sessionStorage.setItem('sent', JSON.stringify(sent))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent.verifier))
  location.assign(${JSON.stringify(protocolUrl)} + '/auth?' + new URLSearchParams({
    ...client, response_type: 'code', scope: 'openid', state: sent.state, nonce: sent.nonce,
    code_challenge: base64url(hash), code_challenge_method: 'S256',
  }))
}
async function comeBack() {
  const answered = new URLSearchParams(location.search)
  history.replaceState(null, '', '/')
  const sent = JSON.parse(sessionStorage.getItem('sent') ?? '{}')
  sessionStorage.removeItem('sent')
  if (!sent.state || answered.get('state') !== sent.state) throw new Error('this is the answer to another login')
  const response = await fetch(${JSON.stringify(protocolUrl)} + '/token', {
    method: 'POST',
    body: new URLSearchParams({
      ...client, grant_type: 'authorization_code', code: answered.get('code'), code_verifier: sent.verifier,
    }),
  })
  const tokens = await response.json()
  if (!response.ok) throw new Error(tokens.error_description)
  const claims = JSON.parse(atob(tokens.id_token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')))
  if (claims.nonce !== sent.nonce) throw new Error('this token is for another login')
  const tenant = await fetch('/v1/tenants/me', { headers: { authorization: 'Bearer ' + tokens.access_token } })
  told.textContent = claims.preferred_username + ' is logged in, for the tenant ' + (await tenant.json()).name + '.'
}
if (location.pathname === '/callback') comeBack().catch((error) => { told.textContent = 'Not logged in: ' + error.message })
</script>
`

export interface Page {
  readonly port: number
  stop(): Promise<void>
}

/** @param api where onex-api listens */
export async function startPage(keycloak: Keycloak, api: string): Promise<Page> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', OMNIWEB)
    if (!pathname.startsWith('/v1/'))
      return response.setHeader('content-type', 'text/html').end(html(keycloak.protocolUrl))
    const { authorization = '' } = request.headers
    const answer = await fetch(`${api}${pathname}`, { headers: { authorization } })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
