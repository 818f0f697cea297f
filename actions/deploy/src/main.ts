import { runAction } from '#toolkit/action/run.ts'
import { step } from './step.ts'

await runAction(step)
