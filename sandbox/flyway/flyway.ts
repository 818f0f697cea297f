/** One of the tools whose folders are taken over, at one version: its jars, for the machine's Java. */
import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { copyDependencies, findJava, sha256OfFile } from '../cache/maven.ts'

const VERSION = '10.21.0'
const DRIVER = '42.7.4'
/** Its command line needs it, and does not say so. */
const JACKSON = '2.15.2'
/** SHA-256 over the lines `<sha256>  <file>` of all jars, in the order of their names. */
const CHECKSUM = '411d70503814962816ad08eb3e38e6016f2edbaf100c4ee690e6eb4e151afb50'

function dependency(group: string, artifact: string, version: string): string {
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sandbox</groupId>
  <artifactId>flyway</artifactId>
  <version>1</version>
  <dependencies>
    ${dependency('org.flywaydb', 'flyway-commandline', VERSION)}
    ${dependency('org.flywaydb', 'flyway-database-postgresql', VERSION)}
    ${dependency('org.postgresql', 'postgresql', DRIVER)}
    ${dependency('com.fasterxml.jackson.dataformat', 'jackson-dataformat-xml', JACKSON)}
  </dependencies>
</project>
`

async function checksumOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort())
    hash.update(`${await sha256OfFile(join(folder, name))}  ${name}\n`)
  return hash.digest('hex')
}

/** The arguments of Java in front of Flyway's own. @throws Error that says what the machine lacks */
export async function prepareFlyway(options: CacheOptions): Promise<readonly string[]> {
  await findJava()
  const folder = await cached(
    `flyway/${VERSION}`,
    async (target) => {
      options.progress(`fetching Flyway ${VERSION} from Maven Central`)
      writeFileSync(join(target, 'pom.xml'), POM)
      await copyDependencies(target, options.signal === undefined ? {} : { signal: options.signal })
      const checksum = await checksumOf(join(target, 'lib'))
      if (checksum !== CHECKSUM)
        throw new Error(`Flyway ${VERSION} is not what was pinned: ${checksum}, not ${CHECKSUM}`)
    },
    options,
  )
  return ['-cp', `${join(folder, 'lib')}/*`, 'org.flywaydb.commandline.Main']
}
