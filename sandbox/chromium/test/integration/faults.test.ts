import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type Chromium, startChromium } from '../../chromium.ts'
import { faultsOf } from '../../faults.ts'

let chromium: Chromium
let page: Page

beforeAll(async () => {
  chromium = await startChromium({ progress: () => undefined })
  page = await chromium.browser.newPage({ viewport: { width: 420, height: 800 }, offline: true })
}, 60_000)
afterAll(() => chromium.stop())

const word = 'unbreakable'.repeat(20)

describe('a page is at fault when', () => {
  test.each([
    ['a word is wider than it', `<p>${word}</p>`, /^the page is \d+ pixels wide, the window 420$/],
    [
      'a word leaves its box',
      `<div style="width: 100px">${word.slice(0, 33)}</div>`,
      /^stands out of its div: unbreak/,
    ],
    [
      'a box leaves its box',
      '<div style="width: 100px"><p style="width: 150px">a</p></div>',
      /^a p stands out of its div: a$/,
    ],
    ['grey stands on white', '<p style="color: #888">a</p>', /^contrast 3\.5: a$/],
    ['half of black stands on white', '<p style="color: rgb(0 0 0 / 40%)">a</p>', /^contrast 2\.8: a$/],
    [
      'a veil lies between',
      '<div style="background: #000a"><p style="color: #333">a</p></div>',
      /^contrast 1\.7: a$/,
    ],
    ['a heading is none', '<p>### Deploy failed</p>', /^not rendered: ### Deploy failed$/],
    ['a table is none', '<p>| a |<br>| --- |</p>', /^not rendered: \| --- \|$/],
    ['bold is not', '<p>**failed**</p>', /^not rendered: \*\*failed\*\*$/],
    ['an element is shown', '<p>&lt;details&gt;</p>', /^not rendered: <details>$/],
    ['an alert is none', '<blockquote>[!CAUTION]</blockquote>', /^not rendered: \[!CAUTION\]$/],
    ['code is none', '<p>set `a`</p>', /^not rendered: set `a`$/],
    ['an entity is shown', '<p>a &amp;#124; b</p>', /^not rendered: a &#124; b$/],
  ])('%s', async (_what, html, fault) => {
    await page.setContent(html)
    expect((await faultsOf(page)).find((each) => fault.test(each))).toBeDefined()
  })

  test.each([
    ['what scrolls inside of itself', `<pre style="overflow: auto">${word}</pre>`],
    ['what is folded away', `<details><summary>a</summary><p style="color: #eee">**${word}**</p></details>`],
    ['what is code', '<p><code>a ** b | --- | &lt;details&gt;</code></p>'],
  ])('but not for %s', async (_what, html) => {
    await page.setContent(html)
    expect(await faultsOf(page)).toEqual([])
  })
})
