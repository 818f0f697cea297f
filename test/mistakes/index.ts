import { database } from './database.ts'
import { identity } from './identity.ts'
import { inputs } from './inputs.ts'
import { kubernetes } from './kubernetes.ts'
import type { Mistake } from './mistake.ts'
import { terraform } from './terraform.ts'
import { verify } from './verify.ts'

/** Group → what is done wrong. */
export const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  inputs,
  identity,
  terraform,
  database,
  kubernetes,
  verify,
}
