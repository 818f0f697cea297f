import { expect, test } from '@jest/globals'
import { isSigner, parseSigner, signerWords } from '../signer.ts'

const action = { actionRepository: 'omninode-ai/omninode_infra' }
const publish = 'omninode-ai/omninode_infra/.github/workflows/publish.yml'
const sha = 'd'.repeat(40)

test.each<[string, string | undefined, string, boolean]>([
  ['a tag, by default', undefined, `${publish}@refs/tags/v1`, true],
  ['a branch, by default', undefined, `${publish}@refs/heads/main`, true],
  ['a branch with an @ in its name, by default', undefined, `${publish}@refs/heads/a@b`, true],
  ['no bare commit, by default', undefined, `${publish}@${sha}`, false],
  ['no ref of a pull request', undefined, `${publish}@refs/pull/1/merge`, false],
  [
    'no ref of a pull request, even by its name',
    `${publish}@refs/pull/1/merge`,
    `${publish}@refs/pull/1/merge`,
    false,
  ],
  ['a tag that is named', `${publish}@v1`, `${publish}@refs/tags/v1`, true],
  ['a branch that is named', `${publish}@main`, `${publish}@refs/heads/main`, true],
  ['a ref that is named whole', `${publish}@refs/tags/v1`, `${publish}@refs/tags/v1`, true],
  [
    'no branch of the name of a tag that is named whole',
    `${publish}@refs/tags/v1`,
    `${publish}@refs/heads/v1`,
    false,
  ],
  ['no other tag than the one that is named', `${publish}@v1`, `${publish}@refs/tags/v10`, false],
  ['the commit that is named', `${publish}@${sha}`, `${publish}@${sha}`, true],
  ['no other commit than the one that is named', `${publish}@${sha}`, `${publish}@${'e'.repeat(40)}`, false],
  ['no branch of the name of the commit', `${publish}@${sha}`, `${publish}@refs/heads/${sha}`, false],
  [
    'another workflow where it is named',
    'o/r/.github/workflows/p.yaml',
    'O/R/.github/workflows/p.yaml@refs/tags/1',
    true,
  ],
  ['no path beneath the one that is named', publish, `${publish}/x@refs/tags/1`, false],
  ['any job where that is permitted', 'caller', `${publish}@refs/pull/1/merge`, true],
])('%s may sign', (_what, given, ref, permitted) => {
  expect(isSigner(parseSigner(given, action), ref)).toBe(permitted)
})

test('the commit at which the action was asked for may sign, and no other commit', () => {
  const signer = parseSigner(undefined, { ...action, actionRef: sha })
  expect(isSigner(signer, `${publish}@${sha}`)).toBe(true)
  expect(isSigner(signer, `${publish}@${'e'.repeat(40)}`)).toBe(false)
  expect(isSigner(signer, `${publish}@refs/tags/v1`)).toBe(true)
  expect(isSigner(parseSigner(undefined, { ...action, actionRef: 'v1' }), `${publish}@v1`)).toBe(false)
})

test('a signer is told in words', () => {
  expect(signerWords(parseSigner('caller', action))).toBe('any job of this repository')
  expect(signerWords(parseSigner(`${publish}@v1`, action))).toBe(`${publish}@v1`)
  expect(signerWords(parseSigner(undefined, action))).toBe(`${publish} at a branch or tag`)
  expect(signerWords(parseSigner(undefined, { ...action, actionRef: sha }))).toContain(sha)
})
