/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */
import { runnerHost } from '#toolkit/runtime/host.ts'
import { runPost } from '#toolkit/runtime/post.ts'
import { runAction } from '#toolkit/runtime/run.ts'
import { step } from './step.ts'

export const main = () => runAction(step, runnerHost())
export const post = () => runPost(step, runnerHost())
