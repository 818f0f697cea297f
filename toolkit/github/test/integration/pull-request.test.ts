import { afterEach, describe, expect, test } from '@jest/globals'
import { changedFiles, mergedPullRequest, mergedPullRequests } from '../../pull-request.ts'
import { type ScriptedGitHub, scriptGitHub } from './script.ts'

let server: ScriptedGitHub | undefined
afterEach(() => server?.close())

const sha = 'c'.repeat(40)
const mergedAt = '2026-11-24T11:00:00Z'

interface Base {
  readonly ref?: string
  readonly id?: number
}

function pull(
  number: number,
  parts: { merged_at?: string | null; merge_commit_sha?: string | null } = {},
  base: Base = {},
) {
  const repo = { id: base.id ?? 123456, full_name: 'Omninode-AI/another_name', default_branch: 'main' }
  return {
    number,
    merged_at: mergedAt,
    merge_commit_sha: 'd'.repeat(40),
    head: { sha: `head ${number}` },
    base: { ref: base.ref ?? 'main', repo },
    ...parts,
  }
}

const commit = (ref = 'refs/heads/main') => ({ sha, ref, repositoryId: '123456' })

async function numbersOf(pulls: readonly unknown[], ref?: string): Promise<number[]> {
  server = await scriptGitHub([{ body: pulls }])
  const found = await mergedPullRequests(server.github, commit(ref))
  await server.close()
  return found.map(({ number }) => number)
}

describe('the pull request of a commit', () => {
  test('is the one whose merge made it', async () => {
    server = await scriptGitHub([{ body: [pull(1), pull(2, { merge_commit_sha: sha }), pull(3)] }])
    expect(await mergedPullRequest(server.github, commit())).toEqual({
      number: 2,
      headSha: 'head 2',
      base: 'main',
      mergedAt,
    })
    expect(server.asked[0]?.url).toMatch(
      new RegExp(`^/repos/omninode-ai/omninode_infra/commits/${sha}/pulls\\?`),
    )
  })

  test('is the only merged one that holds it, as after a rebase', async () => {
    expect(await numbersOf([pull(1)])).toEqual([1])
    expect(await numbersOf([pull(1), pull(2, { merged_at: null })])).toEqual([1])
  })

  test.each([
    ['there is none', []],
    ['none was merged', [pull(1, { merged_at: null, merge_commit_sha: sha })]],
    ['several hold it and none made it', [pull(1), pull(2)]],
    ['it was merged into another branch', [pull(1, { merge_commit_sha: sha }, { ref: 'feature' })]],
    ['it was merged in another repository', [pull(1, { merge_commit_sha: sha }, { id: 654321 })]],
  ])('is none when %s', async (_, pulls) => expect(await numbersOf(pulls)).toEqual([]))

  test('may be asked for of another branch than the default one', async () => {
    const pulls = [pull(1, { merge_commit_sha: sha }), pull(2, {}, { ref: 'release' })]
    expect(await numbersOf(pulls, 'refs/heads/release')).toEqual([2])
    expect(await numbersOf(pulls, 'refs/tags/v1')).toEqual([1])
  })

  test('is each of several that one merge has brought, the youngest first, and no one of them alone', async () => {
    const pulls = [pull(1, { merge_commit_sha: sha }), pull(3), pull(2, { merge_commit_sha: sha })]
    expect(await numbersOf(pulls)).toEqual([2, 1])
    server = await scriptGitHub([{ body: pulls }])
    expect(await mergedPullRequest(server.github, commit())).toBeUndefined()
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
