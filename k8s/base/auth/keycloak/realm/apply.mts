/**
 * Applies the realm's file to the realm that runs. Keycloak imports the file only into a database that has no such
 * realm yet; from then on this does. It runs in the cluster, as a Job, and is let in by the token of the Job's own
 * service account: nothing is stored.
 *
 * What the file names is made as the file says. What an earlier file named, and this one does not, goes: the realm
 * keeps the file that was applied last. What no file ever named is left alone, and told.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = null | boolean | number | string | Json[] | JsonObject
interface JsonObject {
  [name: string]: Json
}

interface Client extends JsonObject {
  clientId: string
}
interface User extends JsonObject {
  username: string
  serviceAccountClientId: string
  clientRoles: Record<string, string[]>
}
/** Of the file what is more than a setting; all of it may be missing. */
interface Realm {
  readonly realm: string
  readonly roles?: { readonly client?: Readonly<Record<string, JsonObject[]>> }
  readonly clients?: Client[]
  readonly clientScopeMappings?: Readonly<Record<string, { client: string; roles: string[] }[]>>
  readonly users?: User[]
  readonly identityProviders?: JsonObject[]
  readonly components?: Readonly<Record<string, JsonObject[]>>
}
const PARTS = ['roles', 'clients', 'clientScopeMappings', 'users', 'identityProviders', 'components']

/** The realm's attribute with the file that was applied last, as it is in git: without what the environment fills in. */
const APPLIED = 'applied-realm-file'
/** Keycloak's own, in every realm. */
const BUILT_IN = [
  'account',
  'account-console',
  'admin-cli',
  'broker',
  'realm-management',
  'security-admin-console',
]
/** What Keycloak says in the place of a secret. */
const MASKED = '**********'
/** Milliseconds in which Keycloak has to answer: it may be starting. */
const PATIENCE = 240_000
const PAUSE = 2_000
/** So often it may refuse: after the cluster changed its keys, it looks at them for the next request. */
const REFUSALS = 3

const { KEYCLOAK_URL: address = '', KEYCLOAK_TOKEN_FILE: tokenFile = '' } = process.env

/** The file with the environment's values for its `${NAME}`. @throws Error that names all that are not set */
function filled(file: string): Realm {
  const missing = new Set<string>()
  const fill = (value: string) =>
    value.replaceAll(/\$\{([A-Z_]+)\}/g, (whole, name: string) => {
      const given = process.env[name]
      if (!given) missing.add(name)
      return given ?? whole
    })
  const realm: Realm = JSON.parse(file, (_, value: Json) => {
    if (typeof value === 'string') return fill(value)
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [fill(name), each]))
      : value
  })
  const names = [...missing].sort()
  if (names.length > 0) throw new Error(`these are not set: ${names.join(', ')}. The file asks for them.`)
  return realm
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether live has all of what is wanted; lists of words have no order. */
function has(live: Json | undefined, wanted: Json): boolean {
  if (isObject(wanted))
    return isObject(live) && Object.entries(wanted).every(([name, value]) => has(live[name], value))
  if (Array.isArray(wanted))
    return Array.isArray(live) && JSON.stringify([...live].sort()) === JSON.stringify([...wanted].sort())
  return live === MASKED || (live ?? null) === wanted
}

/** Keycloak takes '' away from attributes, and null leaves everything else as it is. */
function without(before: Json | undefined, wanted: JsonObject): JsonObject {
  const gone = isObject(before) ? Object.keys(before).filter((name) => !(name in wanted)) : []
  return Object.fromEntries(gone.map((name) => [name, '']))
}

function merged(live: JsonObject, wanted: JsonObject, before: JsonObject | undefined): JsonObject {
  const maps = Object.entries(wanted).flatMap(([name, value]) => {
    const [of, had] = [live[name], before?.[name]]
    return isObject(value) && isObject(of)
      ? [[name, { ...of, ...without(had, value), ...value }] as const]
      : []
  })
  return { ...live, ...wanted, ...Object.fromEntries(maps) }
}

/** Which names of it are to change; of a map, which of its names. */
function differences(live: JsonObject, wanted: JsonObject): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (has(live[name], value)) return []
    const of = live[name]
    return isObject(value) && isObject(of)
      ? Object.keys(value).flatMap((key) => (has(of[key], value[key] ?? null) ? [] : [`${name}.${key}`]))
      : [name]
  })
}

let token = ''

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const response = await fetch(`${address}/admin/realms/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = await response.text()
  // Keycloak's errors name what is wrong, and no values of secrets.
  if (!response.ok)
    throw new Error(`${method} ${path} was answered ${response.status}: ${said.slice(0, 300)}`)
  return said === '' ? null : JSON.parse(said)
}
const list = async (path: string) => (await call('GET', path)) as JsonObject[] // these answer with lists
const get = async (path: string) => (await call('GET', path)) as JsonObject // and these with one

/** Waits for a Keycloak that answers, and for one that knows the cluster's keys. @throws Error with its last word */
async function logIn(realm: string): Promise<string> {
  const deadline = performance.now() + PATIENCE
  for (let refusals = 0; ; ) {
    const said = await fetch(`${address}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: readFileSync(tokenFile, 'utf8').trim(),
      }),
    }).then(
      async (response) => ({ status: response.status, body: await response.text() }),
      (error: Error) => ({ status: 0, body: error.message }),
    )
    if (said.status === 200) return JSON.parse(said.body).access_token
    if (said.status >= 400 && said.status < 500) refusals += 1
    if (refusals === REFUSALS || performance.now() > deadline) {
      const why = said.status === 0 ? said.body : `it answered ${said.status}: ${said.body.slice(0, 300)}`
      throw new Error(`Keycloak at ${address} lets this service account in to no realm ${realm}: ${why}`)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

let changes = 0

function tell(what: string): void {
  console.log(what)
}
function change(what: string): void {
  changes += 1
  tell(what)
}

interface Matter {
  /** `client`, `role of onex-api` */
  readonly what: string
  readonly key: string
  readonly live: JsonObject[]
  readonly wanted: JsonObject[]
  readonly before: JsonObject[] | undefined
  create(wanted: JsonObject): Promise<unknown>
  update?(whole: JsonObject): Promise<unknown>
  remove(live: JsonObject): Promise<unknown>
  /** Of what no file named: whether that is worth a line. */
  strange?(live: JsonObject): boolean
}

/** Makes what lives as it is wanted. */
async function reconcile({ what, key, live, wanted, before = [], ...to }: Matter): Promise<void> {
  const find = (of: readonly JsonObject[], name: Json | undefined) => of.find((each) => each[key] === name)
  for (const each of wanted) {
    const [name, there] = [String(each[key]), find(live, each[key])]
    if (there === undefined) {
      change(`${what} ${name}: made`)
      await to.create(each)
      continue
    }
    const whole = merged(there, each, find(before, each[key]))
    const names = differences(there, whole)
    if (names.length === 0 || to.update === undefined) continue
    change(`${what} ${name}: changed (${names.join(', ')})`)
    await to.update(whole)
  }
  const others = live.filter((each) => find(wanted, each[key]) === undefined)
  for (const each of others.filter((other) => find(before, other[key]) !== undefined)) {
    change(`${what} ${each[key]}: removed, because the file names it no longer`)
    await to.remove(each)
  }
  for (const each of others.filter((other) => find(before, other[key]) === undefined))
    if (to.strange?.(each) ?? true) tell(`${what} ${each[key]}: left alone, because no file ever named it`)
}

const named = (names: readonly string[] | undefined) => (names ?? []).map((name) => ({ name }))

async function applyTo(base: string, file: Realm, before: Realm | undefined): Promise<void> {
  const idOf = async (clientId: string) => {
    const [found] = await list(`${base}/clients?clientId=${encodeURIComponent(clientId)}`)
    if (found === undefined) throw new Error(`the realm has no client ${clientId}, of which the file speaks`)
    return found['id'] as string
  }
  const live = await get(base)
  const settings = (of: object) =>
    Object.fromEntries(Object.entries(of).filter(([name]) => !PARTS.includes(name))) as JsonObject
  const names = differences(live, settings(file))
  if (names.length > 0) {
    change(`realm ${file.realm}: changed (${names.join(', ')})`)
    await call('PUT', base, settings(file))
  }
  for (const name of Object.keys(without(before && settings(before), settings(file))))
    tell(`realm ${file.realm}: ${name} is no longer in the file, and stays as it is`)

  await reconcile({
    what: 'identity provider',
    key: 'alias',
    live: await list(`${base}/identity-provider/instances`),
    wanted: file.identityProviders ?? [],
    before: before?.identityProviders,
    create: (each) => call('POST', `${base}/identity-provider/instances`, each),
    update: (whole) => call('PUT', `${base}/identity-provider/instances/${whole['alias']}`, whole),
    remove: ({ alias }) => call('DELETE', `${base}/identity-provider/instances/${alias}`),
  })
  const mappersOf = (client: JsonObject | undefined) => (client?.['protocolMappers'] ?? []) as JsonObject[]
  const bare = ({ protocolMappers: _, ...client }: Client): JsonObject => client
  await reconcile({
    what: 'client',
    key: 'clientId',
    live: ((await list(`${base}/clients`)) as Client[]).map(bare),
    wanted: (file.clients ?? []).map(bare),
    before: before?.clients?.map(bare),
    create: (each) => call('POST', `${base}/clients`, each),
    update: (whole) => call('PUT', `${base}/clients/${whole['id']}`, whole),
    remove: ({ id }) => call('DELETE', `${base}/clients/${id}`),
    strange: ({ clientId }) => !BUILT_IN.includes(String(clientId)),
  })
  for (const client of file.clients ?? []) {
    const models = `${base}/clients/${await idOf(client.clientId)}/protocol-mappers/models`
    await reconcile({
      what: `mapper of ${client.clientId}:`,
      key: 'name',
      live: await list(models),
      wanted: mappersOf(client),
      before: mappersOf(before?.clients?.find(({ clientId }) => clientId === client.clientId)),
      create: (each) => call('POST', models, each),
      update: (whole) => call('PUT', `${models}/${whole['id']}`, whole),
      remove: ({ id }) => call('DELETE', `${models}/${id}`),
    })
  }
  for (const [clientId, wanted] of Object.entries(file.roles?.client ?? {})) {
    const roles = `${base}/clients/${await idOf(clientId)}/roles`
    await reconcile({
      what: `role of ${clientId}:`,
      key: 'name',
      live: await list(`${roles}?briefRepresentation=false`),
      wanted,
      before: before?.roles?.client?.[clientId],
      create: (each) => call('POST', roles, each),
      update: (whole) => call('PUT', `${roles}/${encodeURIComponent(String(whole['name']))}`, whole),
      remove: ({ name }) => call('DELETE', `${roles}/${encodeURIComponent(String(name))}`),
    })
  }

  /** Roles of a client that another one, or its user, is given. */
  const given = async (what: string, path: string, roleClient: string, wanted?: string[], had?: string[]) => {
    const id = await idOf(roleClient)
    const known = await list(`${base}/clients/${id}/roles`)
    const role = (name: Json | undefined) => [known.find((each) => each['name'] === name) ?? { name }]
    await reconcile({
      what,
      key: 'name',
      live: await list(`${path}/${id}`),
      wanted: named(wanted),
      before: named(had),
      create: ({ name }) => call('POST', `${path}/${id}`, role(name)),
      remove: ({ name }) => call('DELETE', `${path}/${id}`, role(name)),
    })
  }
  const kept = new Set((file.clients ?? []).map(({ clientId }) => clientId))
  const scopes = (of: Realm | undefined) =>
    Object.entries(of?.clientScopeMappings ?? {}).flatMap(([roleClient, clients]) =>
      clients.map(({ client, roles }) => ({ client, roleClient, roles })),
    )
  const granted = (of: Realm | undefined) =>
    (of?.users ?? []).flatMap(({ serviceAccountClientId: client, clientRoles }) =>
      Object.entries(clientRoles).map(([roleClient, roles]) => ({ client, roleClient, roles })),
    )
  for (const [what, of] of [
    ['scope', scopes],
    ['service account', granted],
  ] as const) {
    const [wanted, had] = [of(file), of(before)]
    const pairs = new Map([...had, ...wanted].map((each) => [`${each.client} ${each.roleClient}`, each]))
    for (const { client, roleClient } of pairs.values()) {
      if (!kept.has(client)) continue
      const rolesOf = (grants: typeof wanted) =>
        grants.find((each) => each.client === client && each.roleClient === roleClient)?.roles
      const id = await idOf(client)
      const path =
        what === 'scope'
          ? `${base}/clients/${id}/scope-mappings/clients`
          : `${base}/users/${(await get(`${base}/clients/${id}/service-account-user`))['id']}/role-mappings/clients`
      const [now, then] = [rolesOf(wanted), rolesOf(had)]
      await given(`${what} of ${client}: role of ${roleClient}:`, path, roleClient, now, then)
    }
  }
  for (const [type, wanted] of Object.entries(file.components ?? {}))
    await reconcile({
      what: 'component',
      key: 'providerId',
      live: await list(`${base}/components?type=${type}`),
      wanted,
      before: before?.components?.[type],
      create: (each) =>
        call('POST', `${base}/components`, { ...each, providerType: type, parentId: live['id'] }),
      update: (whole) => call('PUT', `${base}/components/${whole['id']}`, whole),
      remove: ({ id }) => call('DELETE', `${base}/components/${id}`),
      strange: () => false,
    })
}

async function main(): Promise<void> {
  for (const [name, value] of Object.entries({ KEYCLOAK_URL: address, KEYCLOAK_TOKEN_FILE: tokenFile }))
    if (value === '') throw new Error(`${name} is not set`)
  const text = readFileSync(process.env['REALM_FILE'] ?? join(import.meta.dirname, 'omninode.json'), 'utf8')
  const file = filled(text)
  token = await logIn(file.realm)
  const { attributes } = (await get(file.realm)) as { attributes: Record<string, string> }
  const applied = attributes[APPLIED]
  await applyTo(file.realm, file, applied === undefined ? undefined : filled(applied))
  // Last of all: what was cut off is done by the next run.
  if (applied !== text)
    await call('PUT', file.realm, { realm: file.realm, attributes: { ...attributes, [APPLIED]: text } })
  tell(changes === 0 ? 'nothing to change' : `${changes} changed`)
}

try {
  await main()
} catch (error) {
  console.error(`The realm is not as its file says: ${(error as Error).message}`)
  process.exitCode = 1
}
