/**
 * A real Keycloak on loopback, from Maven Central: built once, its database seeded once with the platform's realm, and
 * each start on a copy of that.
 */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { copyArtifact, findJava, sha256OfFile } from '../cache/maven.ts'
import { REPOSITORY } from '../oidc/identity.ts'
import { ISSUER } from '../oidc/issuer.ts'

const run = promisify(execFile)

const VERSION = '26.7.3'
const SHA256 = '77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47'
export const realmFile = join(import.meta.dirname, '../../k8s/base/auth/keycloak/realm/omninode.json')

const READY_MS = 240_000
const POLL_MS = 500
/** The quicker of the compilers: it starts in half of the time, and serves one test. */
const JVM = ['-Xms64m', '-Xmx512m', '-XX:TieredStopAtLevel=1']
/** What `kc.sh` adds that it does not run without. */
const OPENED = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
)
const PROPERTIES = {
  'java.util.logging.manager': 'org.jboss.logmanager.LogManager',
  'java.util.concurrent.ForkJoinPool.common.threadFactory':
    'io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
}
/** What decides how it is built: a start must say the same. */
const BUILD = { KC_DB: 'dev-file', KC_CACHE: 'local', KC_HEALTH_ENABLED: 'true' }

/** The address of the frontend, to which logins lead back: a name, because a port of its own may be anybody's. */
export const OMNIWEB = 'http://omniweb.localhost'

/** What the realm's file leaves to the environment, but for its secrets. */
export const realmEnvironment = {
  ONEX_ENVIRONMENT: 'dev',
  OMNIWEB_URL: OMNIWEB,
  GRAFANA_URL: 'http://grafana.localhost',
  GITHUB_ACTIONS_ISSUER: ISSUER,
  GITHUB_OWNER_ID: REPOSITORY.ownerId,
  GITHUB_REPOSITORY_ID: REPOSITORY.repositoryId,
  KUBERNETES_ISSUER: 'https://kubernetes.default.svc.cluster.local',
}

/** Random when the database is seeded, and kept beside it. */
export interface KeycloakSecrets {
  readonly ONEX_SERVICE_CLIENT_SECRET: string
  readonly GRAFANA_CLIENT_SECRET: string
  readonly KC_BOOTSTRAP_ADMIN_PASSWORD: string
}

export interface Keycloak {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Where it speaks TLS, if it was given a certificate. */
  readonly tlsPort: number
  /** Exactly what tokens have as `iss`. */
  readonly issuer: string
  /** Where its realm speaks OpenID Connect: `/auth`, `/token`, `/certs`. */
  readonly protocolUrl: string
  readonly jwksUrl: string
  readonly secrets: KeycloakSecrets
  /** Asks the admin API. @throws Error with what it answered, unless that is 2xx */
  admin(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>
  stop(): Promise<void>
}

async function unpacked(options: CacheOptions): Promise<string> {
  return cached(
    `keycloak/${VERSION}`,
    async (target) => {
      options.progress(`fetching Keycloak ${VERSION} from Maven Central`)
      const signal = options.signal === undefined ? {} : { signal: options.signal }
      const artifact = `org.keycloak:keycloak-quarkus-dist:${VERSION}:tar.gz`
      const archive = await copyArtifact(artifact, target, signal)
      const sha256 = await sha256OfFile(archive)
      if (sha256 !== SHA256)
        throw new Error(`Keycloak ${VERSION} is not what was pinned: ${sha256}, not ${SHA256}`)
      await run('tar', [
        '--extract',
        '--gzip',
        '--file',
        archive,
        '--strip-components=1',
        '--directory',
        target,
      ])
      rmSync(archive)
      options.progress(`building Keycloak ${VERSION}`)
      await run(join(target, 'bin/kc.sh'), ['build'], {
        ...signal,
        env: { PATH: process.env['PATH'] ?? '', HOME: target, ...BUILD },
      })
    },
    options,
  )
}

/** A home to run in: what was built stays where it is, what is written is its own. */
function homeFrom(built: string, folder: string): string {
  const home = join(folder, 'keycloak')
  mkdirSync(home)
  for (const name of ['bin', 'conf', 'providers', 'themes'])
    cpSync(join(built, name), join(home, name), { recursive: true })
  symlinkSync(join(built, 'lib'), join(home, 'lib'))
  return home
}

interface Start extends Pick<KeycloakOptions, 'caFile' | 'hostname' | 'tls'> {
  readonly args?: readonly string[]
  /** Of the JVM: where the classes that were loaded are kept, or where they are. */
  readonly classes: string
  /** Milliseconds that its end may take. */
  readonly stopDeadline?: number
}

async function startIn(
  home: string,
  secrets: KeycloakSecrets,
  { args = [], caFile, classes, hostname, stopDeadline = 20_000, tls }: Start,
): Promise<{ readonly daemon: Daemon; readonly url: string; readonly tlsPort: number }> {
  const [port, tlsPort, management] = [await freePort(), await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const daemon = await startDaemon({
    name: 'keycloak',
    // Not `kc.sh`, which starts it as a child: that would outlive whoever ends without stopping it.
    command: await findJava(),
    args: [
      ...JVM,
      classes,
      ...OPENED,
      ...Object.entries({
        ...PROPERTIES,
        'kc.home.dir': home,
        'jboss.server.config.dir': join(home, 'conf'),
      }).map(([name, value]) => `-D${name}=${value}`),
      // Kept classes are those of a file, by its path.
      ...[
        '-cp',
        realpathSync(join(home, 'lib/quarkus-run.jar')),
        'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
      ],
      ...['start', '--optimized', ...args],
    ],
    cwd: home,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      KC_HTTP_ENABLED: 'true',
      KC_HTTP_HOST: '127.0.0.1',
      KC_HTTP_PORT: String(port),
      KC_HTTP_MANAGEMENT_PORT: String(management),
      KC_HOSTNAME: hostname ?? url,
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      ...realmEnvironment,
      ...secrets,
      ...(caFile === undefined ? {} : { KC_TRUSTSTORE_PATHS: caFile }),
      ...(tls === undefined
        ? {}
        : {
            // Its health stays where it is asked for.
            KC_HTTP_MANAGEMENT_SCHEME: 'http',
            KC_HTTPS_PORT: String(tlsPort),
            KC_HTTPS_CERTIFICATE_FILE: tls.certFile,
            KC_HTTPS_CERTIFICATE_KEY_FILE: tls.keyFile,
          }),
    },
    logFile: join(home, 'log'),
    // Its port is open long before it serves, and each look that comes too early is a line of its log.
    ready: async () => {
      await sleep(POLL_MS)
      return (await fetch(`http://127.0.0.1:${management}/health/ready`)).ok
    },
    deadline: READY_MS,
    stopDeadline,
  })
  return { daemon, url, tlsPort }
}

/** In the folder of the seed: the classes as the JVM has them once they are loaded, which takes it a third of a start. */
const CLASSES = 'classes.jsa'

/** A folder with the database, the secrets that it was seeded with, and the classes that this took. */
async function seeded(built: string, options: CacheOptions): Promise<string> {
  const hash = createHash('sha256')
    .update(readFileSync(realmFile))
    .update(JSON.stringify([realmEnvironment, CLASSES]))
    .digest('hex')
  return cached(
    `keycloak/${VERSION}-${hash.slice(0, 16)}`,
    async (target) => {
      options.progress('importing the realm into Keycloak')
      const secret = () => randomBytes(24).toString('base64url')
      const secrets: KeycloakSecrets = {
        ONEX_SERVICE_CLIENT_SECRET: secret(),
        GRAFANA_CLIENT_SECRET: secret(),
        KC_BOOTSTRAP_ADMIN_PASSWORD: secret(),
      }
      const home = homeFrom(built, target)
      mkdirSync(join(home, 'data/import'), { recursive: true })
      cpSync(realmFile, join(home, 'data/import/omninode-realm.json'))
      const { daemon } = await startIn(home, secrets, {
        args: ['--import-realm'],
        classes: `-XX:ArchiveClassesAtExit=${join(target, CLASSES)}`,
        stopDeadline: READY_MS,
      })
      await daemon.stop()
      cpSync(join(home, 'data/h2'), join(target, 'h2'), { recursive: true })
      rmSync(home, { recursive: true })
      writeFileSync(join(target, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 })
    },
    options,
  )
}

/** @throws Error that says what the machine lacks */
export async function prepareKeycloak(options: CacheOptions): Promise<{ built: string; seed: string }> {
  await findJava()
  const built = await unpacked(options)
  return { built, seed: await seeded(built, options) }
}

export interface KeycloakOptions extends CacheOptions {
  /** A certificate authority that it trusts beside the system's. */
  readonly caFile?: string
  /** `https://…`: the name that people see, and tokens have; the address where it listens unless given. */
  readonly hostname?: string
  /** Without it it speaks HTTP alone. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string }
}

export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak> {
  const { built, seed } = await prepareKeycloak(options)
  options.progress(`starting Keycloak ${VERSION}`)
  const secrets: KeycloakSecrets = JSON.parse(readFileSync(join(seed, 'secrets.json'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'omninode-keycloak-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const home = homeFrom(built, folder)
    mkdirSync(join(home, 'data'))
    cpSync(join(seed, 'h2'), join(home, 'data/h2'), { recursive: true })
    const { daemon, url, tlsPort } = await startIn(home, secrets, {
      ...options,
      classes: `-XX:SharedArchiveFile=${join(seed, CLASSES)}`,
    })
    const protocolUrl = `${url}/realms/omninode/protocol/openid-connect`
    return {
      url,
      tlsPort,
      issuer: `${options.hostname ?? url}/realms/omninode`,
      protocolUrl,
      jwksUrl: `${protocolUrl}/certs`,
      secrets,
      admin: (method, path, body) => ask(url, secrets, method, path, body),
      stop: async () => {
        await daemon.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function ask(
  url: string,
  secrets: KeycloakSecrets,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const login = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: 'admin',
      password: secrets.KC_BOOTSTRAP_ADMIN_PASSWORD,
    }),
  })
  const { access_token: token } = (await login.json()) as { access_token?: string } // its own answer
  const response = await fetch(`${url}/admin/realms${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
