/** `npm run unit`: every test that needs neither a server nor a tool; nothing is prepared. Arguments are passed to jest. */
import { interruption, runJest } from './jest.ts'

const ignored = ['/node_modules/', '/integration/'].map((path) => `--testPathIgnorePatterns=${path}`)
// The patterns come first: jest takes what follows one that is ignored for more of them.
process.exitCode = await runJest({
  args: [...process.argv.slice(2), ...ignored],
  signal: interruption(),
  repeatOneIn: 50,
})
