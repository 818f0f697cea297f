/** An exchange that follows redirects: of what is read, and never from a server that is verified to one that is not. */
import { type Answered, type Exchange, exchange } from './exchange.ts'

const MOST = 5
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** What proves who asks; another server is not told. */
const credentials: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization'])

/** A redirect that is not followed. */
export class RedirectRefused extends Error {
  override readonly name = 'RedirectRefused'
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Where it is asked next; undefined when it was answered. @throws RedirectRefused */
function next(wanted: Exchange, { status, headers }: Answered): Exchange | undefined {
  const { location } = headers
  if (!redirects.has(status) || location === undefined) return undefined
  // 307 and 308 say that the same is to be asked elsewhere; anything else would change it on the way.
  if (!isRead(wanted.method) && status !== 307 && status !== 308) return undefined
  if (!URL.canParse(location, wanted.url.href)) throw new RedirectRefused('it leads to no address')
  const url = new URL(location, wanted.url)
  if (url.protocol !== 'https:' && url.protocol !== wanted.url.protocol)
    throw new RedirectRefused(`it leads from ${wanted.url.protocol}// to ${url.protocol}//`)
  const headersOf = Object.entries(wanted.headers).filter(
    ([name]) => url.origin === wanted.url.origin || !credentials.has(name.toLowerCase()),
  )
  return { ...wanted, url, headers: Object.fromEntries(headersOf) }
}

/** @throws as `exchange` does; RedirectRefused */
export async function follow(wanted: Exchange): Promise<Answered> {
  let asked = wanted
  for (let hops = 0; hops <= MOST; hops++) {
    const answered = await exchange(asked)
    const following = next(asked, answered)
    if (following === undefined) return answered
    asked = following
  }
  throw new RedirectRefused(`it leads on ${MOST} times`)
}
