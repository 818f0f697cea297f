import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { prepareChromium, startChromium } from '../../chromium.ts'

const progress = () => undefined
let empty: string

beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), 'omninode-empty-'))
})
afterEach(() => rmSync(empty, { recursive: true, force: true }))

/** Others belong to tests beside this one. */
const homes = () => readdirSync(tmpdir()).filter((name) => name.startsWith('omninode-chromium-'))

test('draws text with glyphs of its own, and leaves nothing behind', async () => {
  const before = homes()
  const { browser, stop } = await startChromium({ progress })
  const [home = ''] = homes().filter((name) => !before.includes(name))
  expect(home).not.toBe('')
  try {
    const page = await browser.newPage()
    await page.setContent(
      '<span>i</span> <span>W</span> <code>i</code> <code>W</code> <span>✓</span> <span>→</span>',
    )
    const widths = await page
      .locator('span, code')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().width))
    const [thin = 0, wide = 0, thinCode = 0, wideCode = 0] = widths
    expect(wide).toBeGreaterThan(2 * thin)
    expect(wideCode).toBe(thinCode)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  } finally {
    await stop()
  }
  expect(browser.isConnected()).toBe(false)
  expect(homes()).not.toContain(home)
}, 60_000)

test('says how to get it where the machine has none, and gives none', async () => {
  await expect(prepareChromium({ progress, root: join(empty, 'cache') }, { PATH: empty })).rejects.toThrow(
    /^Install Chromium from your system's packages, or Google Chrome, so that one of `google-chrome`.* is on PATH: apt-get does not give it \(spawn apt-get ENOENT\)\.$/,
  )
  expect(readdirSync(join(empty, 'cache', 'chromium'))).toEqual([])
})
