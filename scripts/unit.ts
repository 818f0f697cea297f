/** `npm run unit`: every test that needs neither a server nor a tool; nothing is prepared. Arguments are passed to jest. */
import { interruption, runJest } from './jest.ts'

const ignored = ['/node_modules/', '/integration/'].map((path) => `--testPathIgnorePatterns=${path}`)
process.exitCode = await runJest({ args: [...ignored, ...process.argv.slice(2)], signal: interruption() })
