import { afterEach, describe, expect, test } from '@jest/globals'
import { changedFiles, pullRequestOf } from '../../pull-request.ts'
import { type ScriptedGitHub, scriptGitHub } from './script.ts'

let server: ScriptedGitHub | undefined
afterEach(() => server?.close())

const sha = 'c'.repeat(40)
const mergedAt = '2026-11-24T11:00:00Z'

interface Base {
  readonly ref?: string
  readonly name?: string
}

function pull(
  number: number,
  parts: { merged_at?: string | null; merge_commit_sha?: string | null } = {},
  base: Base = {},
) {
  const repo = { full_name: base.name ?? 'Omninode-AI/omninode_infra', default_branch: 'main' }
  return {
    number,
    merged_at: mergedAt,
    merge_commit_sha: 'd'.repeat(40),
    head: { sha: `head ${number}` },
    base: { ref: base.ref ?? 'main', repo },
    ...parts,
  }
}

async function numberOf(pulls: readonly unknown[], branch?: string): Promise<number | undefined> {
  server = await scriptGitHub([{ body: pulls }])
  const found = await pullRequestOf(server.github, sha, branch)
  await server.close()
  return found?.number
}

describe('the pull request of a commit', () => {
  test('is the one whose merge made it', async () => {
    server = await scriptGitHub([{ body: [pull(1), pull(2, { merge_commit_sha: sha }), pull(3)] }])
    expect(await pullRequestOf(server.github, sha)).toEqual({ number: 2, headSha: 'head 2', mergedAt })
    expect(server.asked[0]?.url).toMatch(
      new RegExp(`^/repos/omninode-ai/omninode_infra/commits/${sha}/pulls\\?`),
    )
  })

  test('is the only merged one that holds it, as after a rebase', async () => {
    expect(await numberOf([pull(1)])).toBe(1)
    expect(await numberOf([pull(1), pull(2, { merged_at: null })])).toBe(1)
  })

  test.each([
    ['there is none', []],
    ['none was merged', [pull(1, { merged_at: null, merge_commit_sha: sha })]],
    ['several hold it and none made it', [pull(1), pull(2)]],
    ['it was merged into another branch', [pull(1, { merge_commit_sha: sha }, { ref: 'feature' })]],
    [
      'it was merged in another repository',
      [pull(1, { merge_commit_sha: sha }, { name: 'mallory/omninode_infra' })],
    ],
  ])('is none when %s', async (_, pulls) => expect(await numberOf(pulls)).toBeUndefined())

  test('may be asked for of another branch than the default one', async () => {
    const pulls = [pull(1, { merge_commit_sha: sha }), pull(2, {}, { ref: 'release' })]
    expect(await numberOf(pulls, 'release')).toBe(2)
    expect(await numberOf(pulls)).toBe(1)
  })
})

describe('the files of a pull request', () => {
  const files = (count: number) => ({
    body: Array.from({ length: count }, (_, index) => ({ filename: `${index}` })),
  })

  test('are all of its pages, a renamed one under both its names', async () => {
    const renamed = { filename: 'terraform/new.tf', previous_filename: 'terraform/old.tf' }
    server = await scriptGitHub([files(100), { body: [renamed] }])
    const paths = await changedFiles(server.github, 7)
    expect(paths).toHaveLength(102)
    expect(paths.slice(-2)).toEqual(['terraform/new.tf', 'terraform/old.tf'])
    expect(server.asked[1]?.url).toBe('/repos/omninode-ai/omninode_infra/pulls/7/files?per_page=100&page=2')
  })

  test('cannot be told when there are more than GitHub lists', async () => {
    server = await scriptGitHub([...Array<ReturnType<typeof files>>(30).fill(files(100)), files(0)])
    await expect(changedFiles(server.github, 7)).rejects.toMatchObject({
      code: 'TOO_MANY_FILES',
      what: 'It cannot be told which files pull request #7 changes.',
    })
  })
})
