/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */
import { runnerHost } from '#toolkit/runtime/host.ts'
import { runPost } from '#toolkit/runtime/post.ts'

/** Loads what `post`, which needs next to nothing, does without. */
export const main = async () => {
  const [{ runAction }, { step }] = await Promise.all([
    import('#toolkit/runtime/run.ts'),
    import('./step.ts'),
  ])
  await runAction(step, runnerHost())
}

export const post = () => runPost('deploy', runnerHost())
