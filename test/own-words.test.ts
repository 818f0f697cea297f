/** That nobody reads the words of the library that looks at shapes: what is wrong is told in our own. */
import { expect, test } from '@jest/globals'
import { step as deploy } from '../actions/deploy/src/step.ts'
import { step as migrate } from '../actions/migrate/src/step.ts'
import { step as provision } from '../actions/provision/src/step.ts'
import { step as verify } from '../actions/verify/src/step.ts'
import { filesOfRepository, isSource, isTest, textOf } from '../scripts/imports.ts'
import { parseInputs } from '../toolkit/action/inputs.ts'
import { inputsOf } from '../toolkit/runtime/run.ts'

const FOREIGN = /Invalid|Too (?:small|big)|expected \w+|received|Unrecognized|✖/

const texts = [
  ' ',
  '\n',
  'maybe',
  '-1',
  '0',
  '1.5',
  'NaN',
  '😀',
  'a b',
  '::',
  'x'.repeat(5_000),
  '{}',
  '[]',
  'null',
]
const schemas = {
  provision: inputsOf(provision),
  migrate: inputsOf(migrate),
  deploy: inputsOf(deploy),
  verify: inputsOf(verify),
}

test.each(Object.entries(schemas))('no input of %s is refused in the words of a library', (_name, schema) => {
  for (const input of Object.keys(schema.shape))
    for (const text of texts)
      for (const { what } of parseInputs(schema, { [input]: text }).problems)
        expect(what.replace(text, '')).not.toMatch(FOREIGN)
})

test('no source passes the words of a library on', () => {
  const telling = filesOfRepository().filter(
    (file) =>
      isSource(file) &&
      !isTest(file) &&
      /^(?:actions\/[^/]+\/src|toolkit)\//.test(file) &&
      /prettifyError|treeifyError|flattenError|formatError/.test(textOf(file)),
  )
  expect(telling).toEqual([])
})
