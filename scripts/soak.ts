/** `npm run soak`: everything that is repeated, in full. Arguments are passed to jest. */
import { prepareSandbox } from '#sandbox/prepare.ts'
import { createProgress } from '#sandbox/progress.ts'
import { filesFor, interruption, runJest } from './jest.ts'
import { loadedWith, needsOf } from './needs.ts'

const args = process.argv.slice(2)
const signal = interruption()
const tests = filesFor(args).filter((test) => loadedWith([test]).has('test/repetitions.ts'))
const progress = createProgress(process.stdout)
await prepareSandbox({ parts: needsOf(tests), progress, signal })
progress.close()
const options = args.filter((argument) => argument.startsWith('-'))
process.exitCode = await runJest({ args: [...options, '--runTestsByPath', ...tests], signal, repeatOneIn: 1 })
