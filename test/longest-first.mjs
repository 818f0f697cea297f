/**
 * Runs first what takes minutes, so that no long file is left for the end; and beside two files that keep a processor
 * busy one that waits most of its time, so that there are never as many of those as there are workers.
 */
import Sequencer from '@jest/test-sequencer'

const BUSY = [
  /\/test\/integration\/(?:planted-secrets|release)\.test\.ts$/,
  /\/test\/integration\/(?:model|mistakes|mutations|round-trip|pipelines)\.test\.ts$/,
  /\/test\/integration\/(?:jobs|secrets|behind-proxy|stacks|plan-store)\.test\.ts$/,
  /\/test\/integration\/(?:keycloak|realm|tools|terraform|review|coming-from)\.test\.ts$/,
  /\/test\/integration\/(?:pages|way-on|second-dry-run|runners|concurrent|owner|catalogue)\.test\.ts$/,
  /\/test\/integration\/(?:handed-on|example|schemathesis|scratch-role|conflicts|fuzz|bootstrap)\.test\.ts$/,
]

/** What waits: for a provider of Terraform, for rollouts, for a second look at a comment, for a broker. */
const WAITING = [
  /\/terraform\/test\/integration\/stacks\.test\.ts$/,
  /\/terraform\/test\/integration\/modules\.test\.ts$/,
  /\/deploy\/test\/integration\/(?:nothing-to-do|deploy|rights|grace)\.test\.ts$/,
  /\/test\/integration\/(?:interruption|hostile)\.test\.ts$/,
  /\/github\/test\/integration\/publish\.test\.ts$/,
  /\/deploy\/test\/integration\/(?:prune|blips|order)\.test\.ts$/,
  /\/test\/integration\/(?:broker-security|ends|turns|traces|kills|relay)\.test\.ts$/,
  /\/verify\/test\/integration\/kubernetes\.test\.ts$/,
]

const BUSY_BESIDE_ONE = 2

/** @returns those of the tests that are listed, in the order of the list */
function listed(patterns, tests) {
  const rank = ({ path }) => patterns.findIndex((pattern) => pattern.test(path))
  return tests.filter((test) => rank(test) !== -1).sort((a, b) => rank(a) - rank(b))
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const waiting = listed(WAITING, sorted)
    const busy = listed(BUSY, sorted).filter((test) => !waiting.includes(test))
    // The two of Terraform's wait for each other's processor as well: they begin together.
    const order = waiting.splice(0, 2)
    while (busy.length + waiting.length > 0)
      order.push(...busy.splice(0, BUSY_BESIDE_ONE), ...waiting.splice(0, 1))
    return [...order, ...sorted.filter((test) => !order.includes(test))]
  }
}
