/** onex-api as main.ts starts it, complete but for the insert: its pool answers at once that all of a batch is kept. */
import pg from 'pg'
import { readConfig } from '../../onex-api/src/configuration/config.ts'
import { standardOutput } from '../../onex-api/src/http/log.ts'
import { createServer } from '../../onex-api/src/server.ts'

const SUBJECT = /"subject":"([^"]+)"/g

const pool = new pg.Pool()
// It stands for the one statement that is measured here, and for the question that readiness asks.
Object.assign(pool, {
  query: async ({ values: [asked = '[]'] = [] }: { readonly values?: readonly string[] }) => ({
    rows: [...asked.matchAll(SUBJECT)].map(([, id]) => ({ id })),
  }),
})
const config = readConfig(process.env)
const server = await createServer({ config, pool, clock: () => new Date(), output: standardOutput() })
await server.app.listen({ host: config.listenAddress, port: config.port })
