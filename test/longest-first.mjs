/**
 * Runs first what takes minutes, and before all what waits for a provider of Terraform most of that time: the
 * processors are free for everything else then, and no long file is left for the end.
 */
import Sequencer from '@jest/test-sequencer'

const LONGEST = [
  /\/terraform\/test\/integration\/stacks\.test\.ts$/,
  /\/terraform\/test\/integration\/modules\.test\.ts$/,
  /\/test\/integration\/stacks\.test\.ts$/,
  /\/provision\/test\/integration\/(?:provision|plan-store)\.test\.ts$/,
  /\/test\/integration\/(?:planted-secrets|mistakes|release|pipelines|way-on)\.test\.ts$/,
  /\/publish\/test\/integration\/hostile\.test\.ts$/,
  /\/test\/integration\/(?:mutations|jobs|behind-proxy|secrets|pages|model)\.test\.ts$/,
  /\/actions\/deploy\/test\/integration\/(?:nothing-to-do|deploy|rights|grace|blips|review)\.test\.ts$/,
  /\/test\/integration\/(?:ends|interruption|runners|broker-security|example|traces)\.test\.ts$/,
  /\/test\/integration\/(?:terraform|realm|keycloak|bootstrap|round-trip|fuzz|handed-on|tools|schemathesis)\.test\.ts$/,
]

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = LONGEST.findIndex((pattern) => pattern.test(path))
      return index === -1 ? LONGEST.length : index
    }
    return super.sort(tests).sort((a, b) => rank(a) - rank(b))
  }
}
