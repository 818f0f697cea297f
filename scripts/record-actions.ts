/**
 * Plans, applies and destroys every module's examples against the emulator, and writes down what was called: the lists
 * that the policies of the module identity are made of. `node --conditions=source scripts/record-actions.ts`
 */
import { writeFileSync } from 'node:fs'
import { actionFile, called } from '#sandbox/terraform/called.ts'
import { inTurn, openTerraformStage } from '#sandbox/terraform/copy.ts'
import { examplesOf, liveThrough, modulesInOrder } from '#sandbox/terraform/examples.ts'

const stage = await openTerraformStage()
try {
  await inTurn(modulesInOrder().flatMap(examplesOf), 4, async (example) => {
    console.log(`${example.module}/${example.name} …`)
    const { left } = await liveThrough(stage, example)
    console.log(
      `${example.module}/${example.name} done; a second plan wants: ${left.join(', ') || 'nothing'}`,
    )
  })
  for (const module of modulesInOrder()) {
    writeFileSync(
      actionFile(module),
      `${JSON.stringify(called(stage.aws.recorded(), module), undefined, 2)}\n`,
    )
  }
} finally {
  await stage.stop()
}
