/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */
import { runnerHost } from '#toolkit/action/host.ts'
import { runAction, runPost } from '#toolkit/action/run.ts'
import { step } from './step.ts'

export const main = () => runAction(step, runnerHost())
export const post = () => runPost(step, runnerHost())
