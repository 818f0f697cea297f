import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { createGitHub } from '#toolkit/github/client.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { confirmationProblem, requireApproval } from '../../src/destroy.ts'

describe('the typed name', () => {
  const stacks = [{ folder: 'terraform/stacks/dev/network' }]

  test('is the folder of the stack, and nothing that resembles it', () => {
    expect(confirmationProblem('terraform/stacks/dev/network', stacks)).toEqual([])
    for (const typed of [
      undefined,
      'network',
      'yes',
      'terraform/stacks/dev/network/',
      'terraform/stacks/prod/network',
    ])
      expect(confirmationProblem(typed, stacks)).toMatchObject([
        { code: 'DESTROY_CONFIRM', fix: expect.stringContaining('`terraform/stacks/dev/network`') },
      ])
  })

  test('cannot name several stacks', () => {
    expect(confirmationProblem('terraform/stacks/dev', [...stacks, { folder: 'other' }])).toMatchObject([
      { code: 'DESTROY_MANY' },
    ])
  })
})

describe('the approval of a destruction', () => {
  let server: GitHubServer
  beforeEach(async () => {
    server = await startGitHub('omninode-ai/omninode_infra')
    server.addEnvironment({ name: 'prod', reviewers: true })
    server.addEnvironment({ name: 'dev', reviewers: false })
  })
  afterEach(async () => {
    expect(server.violations).toEqual([])
    await server.stop()
  })

  const approvalIn = (environment: string | undefined) => {
    const claims = Buffer.from(JSON.stringify({ environment })).toString('base64url')
    const { world } = createTestWorld({ workspace: '.', idToken: async () => `header.${claims}.signature` })
    const github = createGitHub({
      env: {},
      apiUrl: server.url,
      token: server.token({ actions: 'read' }),
      repository: world.run.repository,
      signal: world.signal,
      random: () => 0,
      log: world.log,
    })
    return requireApproval(github, world)
  }

  test('is an environment whose reviewers must let the job run', async () => {
    await expect(approvalIn('prod')).resolves.toBeUndefined()
  })

  test.each([
    ['a job without an environment', undefined, 'runs in no environment'],
    ['an environment without reviewers', 'dev', 'dev has no required reviewers'],
    ['an environment that is not there', 'staging', 'There is no environment staging'],
  ])('is refused for %s', async (_what, environment, why) => {
    await expect(approvalIn(environment)).rejects.toMatchObject({
      code: 'DESTROY_UNAPPROVED',
      what: expect.stringContaining(why),
    })
  })
})
