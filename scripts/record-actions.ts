/**
 * Plans, applies and destroys every module's examples against the emulator, and writes down what was called: the lists
 * that the policies of the module identity are made of. `node --conditions=source scripts/record-actions.ts`
 */
import { writeFileSync } from 'node:fs'
import { actionFile, called } from '#sandbox/terraform/called.ts'
import { openTerraformCopy } from '#sandbox/terraform/copy.ts'
import { examplesOf, liveThrough, modulesInOrder } from '#sandbox/terraform/examples.ts'
import { inTurn } from '#test/in-turn.ts'

const copy = await openTerraformCopy()
try {
  const examples = modulesInOrder().flatMap(examplesOf)
  const done = await inTurn(examples, 4, async (example) => {
    console.log(`${example.module}/${example.name} …`)
    const { left } = await liveThrough(copy, example)
    console.log(
      `${example.module}/${example.name} done; a second plan wants: ${left.join(', ') || 'nothing'}`,
    )
  })
  examples.forEach(done)
  for (const module of modulesInOrder()) {
    writeFileSync(
      actionFile(module),
      `${JSON.stringify(called(copy.aws.recorded(), module), undefined, 2)}\n`,
    )
  }
} finally {
  await copy.stop()
}
