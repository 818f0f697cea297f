import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { createGitHub } from '#toolkit/github/client.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { withVersions } from '../../src/open.ts'
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
async function selecting(asked: Partial<Provisioning>, run: Partial<WorkflowRun> = { sha: merged }) {
  const workspace = workspaceOf({ 'stacks/one/main.tf': BACKEND, 'stacks/two/main.tf': BACKEND })
  const { world, lines } = createTestWorld({ workspace, run })
  const code = new Code(workspace)
  const graph = readGraph(code, findStacks(code, 'stacks'))
  const needs: string[] = []
  const selection = await select(
    {
      command: 'apply',
      directory: 'stacks',
      code,
      graph,
      stacks: withVersions(graph.stacks, {}, code),
      changedOnly: false,
      approval: false,
      roles: { plan: undefined, apply: 'unused' },
      region: 'us-east-1',
      varFiles: [],
      backend: { bucket: 'state' },
      parallelism: 1,
      protect: [],
      lockTimeout: 0,
      ...asked,
    },
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

test('saved plans are those of the head of the pull request that was merged', async () => {
  expect(await selecting({ planStore })).toMatchObject({ commit: head, needs: ['plan-store'] })
})

test('on a pull request its head is known, and nobody is asked', async () => {
  const here = { planStore: { ...planStore, commit: head } }
  expect(await selecting(here)).toMatchObject({ commit: head, needs: [] })
})

test('a commit that no pull request brought has no saved plans', async () => {
  await expect(selecting({ planStore }, { sha: 'c'.repeat(40) })).rejects.toMatchObject({
    code: 'PLAN_MISSING',
  })
})

test('the merged pull request is looked up once for its plans and for the stacks that it touches', async () => {
  const { names, commit, needs, lines } = await selecting({ planStore, changedOnly: true })
  expect([names, commit]).toEqual([['one'], head])
  expect(needs).toEqual(['changed-only', 'changed-only']) // the pull request, then its files
  expect(lines).toContain('changed-only: one, because of stacks/one/main.tf')
})

test('a run that belongs to no pull request is about every stack, and says so', async () => {
  const { names, lines } = await selecting({ changedOnly: true }, { sha: 'c'.repeat(40) })
  expect(names).toEqual(['one', 'two'])
  expect(lines).toContainEqual(expect.stringContaining('belongs to no pull request'))
})
