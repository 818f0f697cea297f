/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */
import { runPost } from '#toolkit/runtime/post.ts'

/** The runner's edge is loaded on a runner only. */
const runner = async () => (await import('#toolkit/runtime/host.ts')).runnerHost()

/** Loads what `post`, which needs next to nothing, does without. */
export const main = async () => {
  const [{ runAction }, { step }] = await Promise.all([
    import('#toolkit/runtime/run.ts'),
    import('./step.ts'),
  ])
  await runAction(step, await runner())
}

export const post = async () =>
  runPost('migrate', await runner(), async ({ state }) => {
    const { endScratch } = await import('./preview/scratch/left-behind.ts')
    endScratch(state)
  })

export const cli = async () => {
  const [{ runTerminal }, { commandLine }, { step }] = await Promise.all([
    import('#toolkit/runtime/terminal.ts'),
    import('./command-line.ts'),
    import('./step.ts'),
  ])
  await runTerminal(step, commandLine)
}
