/**
 * Plans, applies and destroys every module's examples against the emulator, and writes down what was called: the lists
 * that the policies of the module identity are made of. `node --conditions=source scripts/record-actions.ts`
 */
import { writeFileSync } from 'node:fs'
import { actionFile, called } from '#sandbox/terraform/called.ts'
import { inTurn, openTerraformCopy } from '#sandbox/terraform/copy.ts'
import { examplesOf, liveThrough, modulesInOrder } from '#sandbox/terraform/examples.ts'

const copy = await openTerraformCopy()
try {
  await inTurn(modulesInOrder().flatMap(examplesOf), 4, async (example) => {
    console.log(`${example.module}/${example.name} …`)
    const { left } = await liveThrough(copy, example)
    console.log(
      `${example.module}/${example.name} done; a second plan wants: ${left.join(', ') || 'nothing'}`,
    )
  })
  for (const module of modulesInOrder()) {
    writeFileSync(
      actionFile(module),
      `${JSON.stringify(called(copy.aws.recorded(), module), undefined, 2)}\n`,
    )
  }
} finally {
  await copy.stop()
}
