import { describe, expect, test } from '@jest/globals'
import { formatSource } from '../../model/source.ts'
import { readAction, readWorkflow } from '../workflow.ts'

const workflow = `on:
  push: {branches: [main]}
  workflow_call:
permissions: {}
env: {REGION: us-east-1}
jobs:
  build:
    permissions:
      contents: read
      id-token: write
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
        with: {fetch-depth: 0}
      - name: Say hello
        env: {WHO: world}
        run: echo "$WHO"
  release:
    uses: ./.github/workflows/release.yml
`

describe('reading a workflow', () => {
  const read = readWorkflow(workflow, 'ci.yml')

  test('gives its events, jobs and steps with their places', () => {
    expect(read.events).toEqual(['push', 'workflow_call'])
    expect(read.env.get('REGION')?.text).toBe('us-east-1')
    const [build, release] = read.jobs
    expect(build?.steps.map(({ label }) => label)).toEqual(['step 1', 'Say hello'])
    expect(build?.steps[0]?.uses?.text).toBe('actions/checkout@v5')
    expect(build?.steps[0]?.uses && formatSource(build.steps[0].uses.source)).toBe('ci.yml:13:9')
    expect(build?.steps[0]?.with.get('fetch-depth')?.value).toBe(0)
    expect(build?.steps[1]?.env.get('WHO')?.text).toBe('world')
    expect(build?.steps[1]?.run?.text).toBe('echo "$WHO"')
    expect(release?.uses?.text).toBe('./.github/workflows/release.yml')
    expect(release?.steps).toEqual([])
  })

  test('tells what is granted: what is not named is not', () => {
    const [build, release] = read.jobs
    expect(read.permissions?.access('contents')).toBe('none')
    expect(build?.permissions?.access('id-token')).toBe('write')
    expect(build?.permissions?.access('checks')).toBe('none')
    expect(release?.permissions).toBeUndefined()
  })

  test.each([
    ['read-all', 'contents', 'read'],
    ['read-all', 'id-token', 'none'],
    ['write-all', 'id-token', 'write'],
    ['everything', 'contents', 'none'],
  ])('permissions: %s grants for %s: %s', (all, scope, access) => {
    const text = `on: push\npermissions: ${all}\njobs: {a: {steps: []}}`
    expect(readWorkflow(text, 'ci.yml').permissions?.access(scope)).toBe(access)
  })

  test.each([
    ['on: [push, pull_request]', ['push', 'pull_request']],
    ['on: push', ['push']],
  ])('reads the events of %s', (on, events) => {
    expect(readWorkflow(`${on}\njobs: {}`, 'ci.yml').events).toEqual(events)
  })

  test.each([
    ['no jobs', 'on: push', '1'],
    ['no event', 'jobs: {}', '1'],
    ['jobs that are a list', 'on: push\njobs: [a]', '2:1'],
    ['a job that is a text', 'on: push\njobs:\n  a: b', '3:3'],
    ['a step that is a text', 'on: push\njobs:\n  a:\n    steps:\n      - echo', '5:9'],
    ['two documents', 'on: push\njobs: {}\n---\na: 1', '4:1'],
    ['a list', '- on', '1'],
    ['nothing', '# later\n', '1'],
  ])('refuses %s, and says where', (_what, text, place) => {
    expect.assertions(1)
    try {
      readWorkflow(text, 'ci.yml')
    } catch (error) {
      expect(error).toMatchObject({ code: 'WORKFLOW_SYNTAX', source: { line: Number(place.split(':')[0]) } })
    }
  })
})

describe('reading an action', () => {
  test('gives the steps of a composite one, and none of another', () => {
    const composite =
      'name: x\nruns:\n  using: composite\n  steps:\n    - uses: $/actions/deploy\n      with: {a: b}\n'
    expect(readAction(composite, 'action.yml').steps[0]?.with.get('a')?.text).toBe('b')
    expect(readAction('runs: {using: node24, main: x.js}', 'action.yml').steps).toEqual([])
  })

  test('refuses one without `runs:`', () => {
    expect(() => readAction('name: x', 'action.yml')).toThrow(
      expect.objectContaining({ code: 'WORKFLOW_SYNTAX' }),
    )
  })
})
