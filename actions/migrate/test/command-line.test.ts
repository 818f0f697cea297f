import { expect, test } from '@jest/globals'
import { inputsOf } from '#toolkit/runtime/run.ts'
import { commandLine } from '../src/command-line.ts'
import { step } from '../src/step.ts'

test('the command line says of each command what it does, and names no other', () => {
  expect(Object.keys(commandLine.commands)).toEqual(Object.keys(step.commands))
})

test('the command line names inputs and commands that there are', () => {
  const inputs = Object.keys(inputsOf(step).shape)
  const { only, environment } = commandLine
  expect(
    [...Object.keys(only), ...Object.keys(environment)].filter((name) => !inputs.includes(name)),
  ).toEqual([])
  expect(
    Object.values(only)
      .flat()
      .filter((name) => !(name in step.commands)),
  ).toEqual([])
})
