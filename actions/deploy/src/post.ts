import { runPost } from '#toolkit/action/run.ts'
import { step } from './step.ts'

await runPost(step)
