import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { connectGitHub } from '../../../github/connect.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { requireApproval } from '../../approval.ts'

let server: GitHubServer
beforeAll(async () => {
  server = await startGitHub('omninode-ai/omninode_infra')
  server.addEnvironment({ name: 'prod', reviewers: true })
  server.addEnvironment({ name: 'dev', reviewers: false })
})
afterAll(() => server.stop())

/** An ID token that only its own job reads: nobody looks at its signature. */
const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

async function approve(claims: object, permission: 'read' | 'none' = 'read') {
  const { world, lines } = createTestWorld({
    workspace: '/',
    idToken: async () => token(claims),
    run: { apiUrl: server.url },
  })
  const permissions = permission === 'none' ? {} : { actions: 'read' as const }
  const github = await connectGitHub(server.token(permissions), world)
  await requireApproval(github, 'rollback', world)
  return lines
}

test('a job in an environment that has reviewers is approved, and the log says by whom', async () => {
  expect(await approve({ environment: 'prod' })).toEqual([
    'approved by the reviewers of the environment prod',
  ])
})

test.each([
  ['in no environment', {}, 'This job runs in no environment.'],
  ['in an environment that is no text', { environment: 1 }, 'This job runs in no environment.'],
  [
    'in an environment without reviewers',
    { environment: 'dev' },
    'The environment dev has no required reviewers.',
  ],
  ['in an environment that is not there', { environment: 'staging' }, 'There is no environment staging.'],
  [
    'in an environment whose name leads elsewhere',
    { environment: '../../../user' },
    'There is no environment ../../../user.',
  ],
])('a job %s is not approved, and is told what approves', async (_where, claims, what) => {
  await expect(approve(claims)).rejects.toMatchObject({
    code: 'UNAPPROVED',
    what,
    fix: expect.stringContaining('`environment:`'),
  })
})

test('a job that may not look at environments is told which permission it lacks', async () => {
  await expect(approve({ environment: 'prod' }, 'none')).rejects.toMatchObject({
    code: 'GITHUB_PERMISSION',
    fix: expect.stringContaining('actions: read'),
  })
})
