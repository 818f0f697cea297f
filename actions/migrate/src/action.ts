/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */
import { runPost } from '#toolkit/runtime/post.ts'
import { runAction } from '#toolkit/runtime/run.ts'
import { runTerminal } from '#toolkit/runtime/terminal.ts'
import { commandLine } from './command-line.ts'
import { step } from './step.ts'

/** The runner's edge is loaded on a runner only. */
const runner = async () => (await import('#toolkit/runtime/host.ts')).runnerHost()

export const main = async () => runAction(step, await runner())
export const post = async () => runPost(step, await runner())
export const cli = () => runTerminal(step, commandLine)
