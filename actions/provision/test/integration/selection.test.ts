import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { createGitHub } from '#toolkit/github/client.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { type Review, reviewOf } from '#toolkit/model/review.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { askedStacks } from '../../src/open.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import { select } from '../../src/selection.ts'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { readGraph } from '../../src/stack/graph.ts'
import { BACKEND, workspaceOf } from '../stack/workspace.ts'

const head = 'a'.repeat(40)
const merged = 'b'.repeat(40)
const planStore = { bucket: 'plans', prefix: 'x', key: 'arn:aws:kms:us-east-1:123456789012:key/1', maxAge: 1 }

let server: GitHubServer
beforeEach(async () => {
  server = await startGitHub('omninode-ai/omninode_infra')
  server.openPullRequest({
    number: 1,
    headSha: head,
    baseSha: 'f'.repeat(40),
    title: 'Change one',
    files: ['stacks/one/main.tf'],
  })
  server.merge(1, merged)
})
afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.stop()
})

/** What is selected, and for what GitHub was asked. */
async function selecting(
  asked: Partial<Provisioning>,
  run: Partial<WorkflowRun> = { sha: merged },
  reviewed?: Review,
) {
  const workspace = workspaceOf({ 'stacks/one/main.tf': BACKEND, 'stacks/two/main.tf': BACKEND })
  const { world, lines } = createTestWorld({ workspace, run })
  const code = new Code(workspace)
  const graph = readGraph(code, findStacks(code, 'stacks'))
  const needs: string[] = []
  const selection = await select(
    {
      command: 'apply',
      applies: true,
      directory: 'stacks',
      code,
      graph,
      stacks: askedStacks(graph.stacks, {}, code),
      changedOnly: false,
      roles: { plan: undefined, apply: 'unused' },
      region: 'us-east-1',
      varFiles: [],
      backend: { bucket: 'state' },
      workspace: 'default',
      passed: [],
      parallelism: 1,
      protect: [],
      lockTimeout: 0,
      ...asked,
    },
    reviewed,
    async (need) => {
      needs.push(need)
      return createGitHub({
        env: {},
        apiUrl: server.url,
        token: server.token({ 'pull-requests': 'read', contents: 'read' }),
        repository: world.run.repository,
        signal: world.signal,
        random: () => 0,
        log: world.log,
      })
    },
    world,
  )
  return {
    names: selection.stacks.map(({ name }) => name),
    commit: selection.planStore?.commit,
    needs,
    lines,
  }
}

test('a run that is about every stack, and keeps no plans, asks GitHub nothing', async () => {
  expect(await selecting({})).toMatchObject({ names: ['one', 'two'], commit: undefined, needs: [] })
})

test('saved plans are those of the commit that was shown, and without a review there are none', async () => {
  const shown = await reviewOf(
    makePlan({
      step: 'provision',
      target: 't',
      where: {},
      with: {},
      from: {},
      createdAt: new Date(0),
      changes: [],
    }),
    { repositoryId: '1', pullRequest: 1, commit: head, run: '1', salt: '0'.repeat(32) },
  )
  expect(await selecting({ planStore }, { sha: merged }, shown)).toMatchObject({ commit: head, needs: [] })
  expect(await selecting({ planStore })).toMatchObject({ commit: undefined, needs: [] })
})

test('on a pull request its head is known, and nobody is asked', async () => {
  const here = { planStore: { ...planStore, commit: head } }
  expect(await selecting(here)).toMatchObject({ commit: head, needs: [] })
})

test('the merged pull request is looked up for the stacks that it touches', async () => {
  const { names, needs, lines } = await selecting({ changedOnly: true })
  expect(names).toEqual(['one'])
  expect(needs).toEqual(['changed-only', 'changed-only']) // the pull request, then its files
  expect(lines).toContain('changed-only: one, because of stacks/one/main.tf')
})

test('a pull request that changes no file is about every stack: it shows what is due', async () => {
  server.openPullRequest({ number: 2, headSha: 'd'.repeat(40), baseSha: merged, title: 'Release', files: [] })
  server.merge(2, 'e'.repeat(40))
  const { names, lines } = await selecting({ changedOnly: true }, { sha: 'e'.repeat(40) })
  expect(names).toEqual(['one', 'two'])
  expect(lines).toContainEqual(expect.stringContaining('changes no file'))
})

test('a run that belongs to no pull request is about every stack, and says so', async () => {
  const { names, lines } = await selecting({ changedOnly: true }, { sha: 'c'.repeat(40) })
  expect(names).toEqual(['one', 'two'])
  expect(lines).toContainEqual(expect.stringContaining('belongs to no pull request'))
})
