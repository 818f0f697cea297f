/** A real Apache Kafka on loopback: broker and controller in one process, from Maven Central. */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { copyDependencies, findJava, sha256OfFile } from '../cache/maven.ts'

const run = promisify(execFile)

const VERSION = '4.4.0'
/** SHA-256 over the lines `<sha256>  <file>` of all jars, in the order of their names. */
const CHECKSUM = 'a4e5e6273419798d0c58176a2625c6316a1cbe28ba3497b51a111a33c53403e4'

const READY_MS = 60_000
const CONFIG = 'server.properties'
/** Another Java than the one that made it does without it. */
const CLASSES = 'classes.jsa'
/** A small heap and the quicker of the compilers: it serves one test at a time. */
const JVM = ['-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sandbox</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`

/** A way in by TLS, with a user's password (SCRAM-SHA-512), beside the one that is open. */
export interface SecureListener {
  /** In lower case. */
  readonly name: string
  /** PEM, the key in PKCS #8. */
  readonly certificate: string
  readonly key: string
}

export interface KafkaOptions extends CacheOptions {
  readonly secure?: {
    readonly listeners: readonly SecureListener[]
    readonly user: { readonly name: string; readonly password: string }
  }
}

export interface Kafka {
  /** `127.0.0.1:<port>` */
  readonly bootstrap: string
  /** Name of a secure listener → `127.0.0.1:<port>` */
  readonly secure: Readonly<Record<string, string>>
  readonly pid: number
  running(): boolean
  /** Ends it as a power cut does; `start` brings it back with its data. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

async function checksumOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort())
    hash.update(`${await sha256OfFile(join(folder, name))}  ${name}\n`)
  return hash.digest('hex')
}

interface Ports {
  readonly open: number
  readonly controller: number
  readonly secure: Readonly<Record<string, number>>
}

/** Of one secure listener; its certificate and key are in the file that is named after it. */
function secureProperties(name: string, folder: string): Record<string, string> {
  const login = 'org.apache.kafka.common.security.scram.ScramLoginModule required;'
  return {
    [`listener.name.${name}.ssl.keystore.type`]: 'PEM',
    [`listener.name.${name}.ssl.keystore.location`]: join(folder, `${name}.pem`),
    [`listener.name.${name}.sasl.enabled.mechanisms`]: 'SCRAM-SHA-512',
    [`listener.name.${name}.scram-sha-512.sasl.jaas.config`]: login,
  }
}

function properties({ open, controller, secure }: Ports, folder: string): string {
  const names = Object.keys(secure)
  const plain = `PLAINTEXT://127.0.0.1:${open}`
  const advertised = [plain, ...names.map((name) => `${name.toUpperCase()}://127.0.0.1:${secure[name]}`)]
  const protocols = names.map((name) => `${name.toUpperCase()}:SASL_SSL`)

  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: [...advertised, `CONTROLLER://127.0.0.1:${controller}`].join(),
    'advertised.listeners': advertised.join(),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': ['PLAINTEXT:PLAINTEXT', 'CONTROLLER:PLAINTEXT', ...protocols].join(),
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // As in production: a topic is made before it is written to.
    'auto.create.topics.enable': false,
    ...Object.assign({}, ...names.map((name) => secureProperties(name, folder))),
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** Whether somebody listens: the broker does when it is ready. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

interface Place {
  readonly java: string
  /** The folder of its jars. */
  readonly lib: string
  /** Where it runs, and has its properties. */
  readonly folder: string
  readonly port: number
}

const environment = (folder: string) => ({ PATH: process.env['PATH'] ?? '', HOME: folder })

/** @param classes for the JVM: the file in which they are, or are kept */
async function startBroker({ java, lib, folder, port }: Place, classes: string, stopDeadline = 10_000) {
  return startDaemon({
    name: 'kafka',
    command: java,
    args: [...JVM, classes, '-cp', join(lib, '*'), 'kafka.Kafka', join(folder, CONFIG)],
    env: environment(folder),
    cwd: folder,
    logFile: join(folder, 'log'),
    ready: () => listens(port),
    deadline: READY_MS,
    stopDeadline,
  })
}

async function format({ java, lib, folder }: Place, jvm: readonly string[], args: readonly string[]) {
  const id = randomBytes(16).toString('base64url')
  const command = ['kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', join(folder, CONFIG)]
  await run(java, [...JVM, ...jvm, '-cp', join(lib, '*'), ...command, ...args], {
    env: environment(folder),
    cwd: folder,
  })
}

/** The folder of its jars. */
async function fetched(options: CacheOptions): Promise<string> {
  const folder = await cached(
    `kafka/${VERSION}`,
    async (target) => {
      options.progress(`fetching Apache Kafka ${VERSION} from Maven Central`)
      writeFileSync(join(target, 'pom.xml'), POM)
      await copyDependencies(target, options.signal === undefined ? {} : { signal: options.signal })
      const checksum = await checksumOf(join(target, 'lib'))
      if (checksum !== CHECKSUM)
        throw new Error(`Apache Kafka ${VERSION} is not what was pinned: ${checksum}, not ${CHECKSUM}`)
    },
    options,
  )
  return join(folder, 'lib')
}

interface Prepared {
  /** The folder of its jars. */
  readonly lib: string
  /** The classes of a broker as the JVM has them once they are loaded, which takes it half of a start. */
  readonly classes: string
}

/** @throws Error that says what the machine lacks */
export async function prepareKafka(options: CacheOptions): Promise<Prepared> {
  const java = await findJava()
  const lib = await fetched(options)
  const folder = await cached(
    `kafka/${VERSION}-classes`,
    async (target) => {
      options.progress(`starting Apache Kafka ${VERSION} once`)
      const at = { java, lib, folder: join(target, 'broker'), port: await freePort() }
      mkdirSync(at.folder)
      const settings = properties({ open: at.port, controller: await freePort(), secure: {} }, at.folder)
      writeFileSync(join(at.folder, CONFIG), settings)
      await format(at, [], [])
      const daemon = await startBroker(at, `-XX:ArchiveClassesAtExit=${join(target, CLASSES)}`, READY_MS)
      await daemon.stop()
      rmSync(at.folder, { recursive: true })
    },
    options,
  )
  return { lib, classes: join(folder, CLASSES) }
}

export async function startKafka(options: KafkaOptions): Promise<Kafka> {
  const { lib, classes } = await prepareKafka(options)
  options.progress(`starting Apache Kafka ${VERSION}`)
  const folder = mkdtempSync(join(tmpdir(), 'omninode-kafka-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const port = await freePort()
  const at = { java: await findJava(), lib, folder, port }
  const kept = `-XX:SharedArchiveFile=${classes}`
  const secure: Record<string, number> = {}
  const { listeners = [], user } = options.secure ?? {}
  const users =
    user === undefined ? [] : ['--add-scram', `SCRAM-SHA-512=[name=${user.name},password=${user.password}]`]
  let daemon: Daemon
  const start = async () => {
    daemon = await startBroker(at, kept)
  }
  try {
    for (const { name, certificate, key } of listeners) {
      secure[name] = await freePort()
      writeFileSync(join(folder, `${name}.pem`), `${key}${certificate}`, { mode: 0o600 })
    }
    const settings = properties({ open: port, controller: await freePort(), secure }, folder)
    writeFileSync(join(folder, CONFIG), settings)
    await format(at, [kept], users)
    await start()
  } catch (error) {
    remove()
    throw error
  }
  return {
    bootstrap: `127.0.0.1:${port}`,
    secure: Object.fromEntries(Object.entries(secure).map(([name, each]) => [name, `127.0.0.1:${each}`])),
    get pid() {
      return daemon.pid
    },
    running: () => daemon.running(),
    kill: async () => {
      process.kill(daemon.pid, 'SIGKILL')
      while (daemon.running()) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    start,
    stop: async () => {
      await daemon.stop()
      remove()
    },
  }
}
