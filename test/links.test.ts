import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'
import { filesOfRepository } from '../scripts/imports.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = filesOfRepository().filter((file) => file.endsWith('.md') && existsSync(join(root, file)))

/** As GitHub names the headings of a page. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/^#{1,6} (.*)$/gm)].map(
    ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
  )
}

/** Where a page leads within this repository. */
function linksIn(page: string): { path: string; anchor: string }[] {
  const prose = read(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
  return [...prose.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, path = '', anchor = '']) => ({
      path: path === '' ? page : normalize(join(dirname(page), path)),
      anchor,
    }),
  )
}

test.each(pages)('every link of %s leads to what is there', (page) => {
  for (const { path, anchor } of linksIn(page)) {
    expect([path, existsSync(join(root, path))]).toEqual([path, true])
    if (anchor === '') continue
    expect(statSync(join(root, path)).isFile()).toBe(true)
    // errors.md names its places itself.
    const named = [...read(path).matchAll(/<a (?:id|name)="([^"]*)"/g)].map(([, id]) => id)
    expect([...anchorsOf(read(path)), ...named]).toContain(anchor)
  }
})

test('there are links, and a heading is named as GitHub names it', () => {
  expect(pages.flatMap(linksIn).length).toBeGreaterThan(50)
  expect(
    anchorsOf('# a\n\n## Where `$/` is not known\n\n```sh\n# no\n```\n\n### `policy`: before\n'),
  ).toEqual(['a', 'where--is-not-known', 'policy-before'])
})
