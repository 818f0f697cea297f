/**
 * `npm test`: prepares what the tests need of the sandbox, and runs them. Arguments are passed to jest: with those that
 * choose files, only what these files need is prepared.
 */
import { allParts, prepareSandbox } from '#sandbox/prepare.ts'
import { createProgress } from '#sandbox/progress.ts'
import { filesFor, interruption, runJest } from './jest.ts'
import { needsOf } from './needs.ts'

const args = process.argv.slice(2)
const signal = interruption()
const parts = args.length === 0 ? allParts : needsOf(filesFor(args))
const progress = createProgress(process.stdout)
await prepareSandbox({ parts, progress, signal })
progress.close()
process.exitCode = await runJest({ args, signal })
