/** Every probe, in the order in which they are told. A new one is a file here, a line here, and its examples. */
import { probe as http } from './http.ts'
import { probe as migrationHead } from './migration-head.ts'
import type { Probe } from './probe.ts'
import { probe as rollout } from './rollout.ts'

export const probes: readonly Probe[] = [rollout, http, migrationHead]
