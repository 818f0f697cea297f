/** Replays the example's README and counts its steps: `node --conditions=source sandbox/example/start.ts`. */
import { formatDuration } from '#toolkit/model/duration.ts'
import { startReplay } from './replay.ts'

const seconds = (since: number) => formatDuration(Math.round((performance.now() - since) / 1_000) * 1_000)

const began = performance.now()
const replay = await startReplay()
try {
  console.log(`The sandbox is up after ${seconds(began)}.`)
  for (const step of replay.steps) {
    const { number, title, blocks } = step
    const since = performance.now()
    const commands = blocks.join('').trim().split('\n').length
    console.log(`\n${number === undefined ? '' : `${number}. `}${title}`)
    const said = await replay.perform(step)
    console.log(said.replace(/^(?=.)/gm, '   | ').trimEnd())
    console.log(`   ${commands} commands, ${seconds(since)}`)
  }
  const numbered = replay.steps.filter(({ number }) => number !== undefined).length
  console.log(`\nFrom an empty repository to a green release in ${numbered} steps.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  for (const { workflow, event, exitCode, raw } of await replay.workflows.played())
    if (exitCode !== 0) console.error(`${workflow} on ${event} ended with ${exitCode}:\n${raw.join('\n')}`)
  process.exitCode = 1
} finally {
  await replay.stop()
}
