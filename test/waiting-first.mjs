/** Runs first what waits for a provider of Terraform most of the time: the processors are free for everything else then. */
import Sequencer from '@jest/test-sequencer'

const WAITING = /\/terraform\/test\/integration\/(?:stacks|modules)\.test\.ts$/

export default class WaitingFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const waits = ({ path }) => WAITING.test(path)
    return [...sorted.filter(waits), ...sorted.filter((test) => !waits(test))]
  }
}
