/**
 * Runs first what takes minutes, so that no long file is left for the end, and never more than two files at once that
 * wait most of their time. The longest of those is there half of the run: beside it what keeps a processor busy, and
 * then the others in turns with the rest of that.
 */
import Sequencer from '@jest/test-sequencer'

/** What waits longest, for a provider of Terraform. */
const FIRST = /\/terraform\/test\/integration\/stacks\.test\.ts$/

/** What keeps three workers busy for as long. */
const BESIDE = [
  /\/test\/integration\/(?:planted-secrets|release|model|mistakes)\.test\.ts$/,
  /\/test\/integration\/(?:mutations|round-trip|pipelines|jobs|secrets|behind-proxy|stacks)\.test\.ts$/,
]

/** What waits: for Terraform as well, for rollouts, for a second look at a comment, for a broker. */
const WAITING = [
  /\/terraform\/test\/integration\/modules\.test\.ts$/,
  /\/deploy\/test\/integration\/(?:nothing-to-do|deploy|rights|grace)\.test\.ts$/,
  /\/test\/integration\/(?:interruption|hostile)\.test\.ts$/,
  /\/github\/test\/integration\/publish\.test\.ts$/,
  /\/deploy\/test\/integration\/(?:prune|blips|order)\.test\.ts$/,
  /\/test\/integration\/(?:broker-security|ends|turns|traces|kills|relay)\.test\.ts$/,
  /\/verify\/test\/integration\/kubernetes\.test\.ts$/,
]

const BUSY = [
  /\/test\/integration\/(?:plan-store|keycloak|realm|tools|terraform|review|coming-from)\.test\.ts$/,
  /\/test\/integration\/(?:pages|way-on|second-dry-run|runners|concurrent|owner|catalogue)\.test\.ts$/,
  /\/test\/integration\/(?:handed-on|example|schemathesis|scratch-role|conflicts|fuzz|bootstrap)\.test\.ts$/,
]

/** @returns those of the tests that are listed, in the order of the list */
function listed(patterns, tests) {
  const rank = ({ path }) => patterns.findIndex((pattern) => pattern.test(path))
  return tests.filter((test) => rank(test) !== -1).sort((a, b) => rank(a) - rank(b))
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    let left = super.sort(tests)
    const take = (patterns) => {
      const taken = listed(patterns, left)
      left = left.filter((test) => !taken.includes(test))
      return taken
    }
    const [first, waiting, beside, busy] = [[FIRST], WAITING, BESIDE, BUSY].map(take)
    const inTurns = []
    while (busy.length + waiting.length > 0) inTurns.push(...waiting.splice(0, 1), ...busy.splice(0, 1))
    return [...first, ...beside, ...inTurns, ...left]
  }
}
