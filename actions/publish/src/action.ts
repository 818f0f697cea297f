/** What is bundled. There is nothing to do after the job: nothing was written, and nobody is waited for. */
import { runnerHost } from '#toolkit/runtime/host.ts'
import { run } from './run.ts'

export const main = () => run(runnerHost())
