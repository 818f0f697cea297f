import * as z from 'zod'

export const stepNames = ['provision', 'migrate', 'deploy', 'verify'] as const
export const StepName = z.enum(stepNames)
export type StepName = z.infer<typeof StepName>
