/** What is wrong with how a page looks, found in the browser that shows it. */
import type { Page } from 'playwright-core'

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const CONTRAST = 4.5

/** Markdown that was not rendered, in text that is no code. */
const RAW = String.raw`\*\*|(?:^|\s)#{1,6} \S|</?[a-z][a-z0-9]*[ >/]|\| ?:?---|\[![A-Z]+\]|\]\(|${'`'}|&#?\w+;`

/** What stands out of its container, is hard to read, or is not rendered; each with the text that it is about. */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, raw }) => {
      const faults = new Set<string>()
      const short = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60)
      const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
      const root = document.documentElement
      if (root.scrollWidth > root.clientWidth)
        faults.add(`the page is ${root.scrollWidth} pixels wide, the window ${root.clientWidth}`)

      // A canvas knows every notation of a colour.
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const colours = new Map<string, readonly number[]>()
      const rgba = (colour: string): readonly number[] => {
        const known = colours.get(colour)
        if (known !== undefined || canvas === null) return known ?? []
        canvas.clearRect(0, 0, 1, 1)
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
        colours.set(colour, [r, g, b, a / 255])
        return [r, g, b, a / 255]
      }
      const over = (top: readonly number[], below: readonly number[]) =>
        [0, 1, 2].map(
          (index) => (top[index] ?? 0) * (top[3] ?? 1) + (below[index] ?? 0) * (1 - (top[3] ?? 1)),
        )
      const behind = (element: Element | null): readonly number[] => {
        if (element === null)
          return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [255, 255, 255]
        const own = rgba(getComputedStyle(element).backgroundColor)
        return own[3] === 1 ? own.slice(0, 3) : over(own, behind(element.parentElement))
      }
      const luminance = (colour: readonly number[]) => {
        const [r = 0, g = 0, b = 0] = colour.map((value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        )
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const contrast = (element: Element) => {
        const below = behind(element)
        const [light = 0, dark = 0] = [
          luminance(over(rgba(getComputedStyle(element).color), below)),
          luminance(below),
        ].sort((a, b) => b - a)
        return (light + 0.05) / (dark + 0.05)
      }

      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const element = node.parentElement
        const text = node.textContent ?? ''
        if (element === null || text.trim() === '' || !element.checkVisibility()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const boxes = [...range.getClientRects()]
        const ratio = contrast(element)
        if (ratio < least) faults.add(`contrast ${ratio.toFixed(1)}: ${short(text)}`)
        if (element.closest('code, pre') === null && new RegExp(raw).test(text))
          faults.add(`not rendered: ${short(text)}`)
        let container: Element | null = element
        while (container !== null && getComputedStyle(container).display.startsWith('inline'))
          container = container.parentElement
        let scroller: Element | null = element
        while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement
        if (container === null || scroller !== null) continue
        const { left, right } = container.getBoundingClientRect()
        if (boxes.some((box) => box.right > right + 1 || box.left < left - 1))
          faults.add(`stands out of its ${container.localName}: ${short(text)}`)
      }
      for (const element of document.body.querySelectorAll('*')) {
        const { parentElement } = element
        if (parentElement === null || !element.checkVisibility()) continue
        if (scrolls(parentElement) || parentElement.closest('pre, table') !== null) continue
        const parent = parentElement.getBoundingClientRect()
        const own = element.getBoundingClientRect()
        if (getComputedStyle(parentElement).display === 'inline') continue
        if (own.right > parent.right + 1 || own.left < parent.left - 1)
          faults.add(
            `a ${element.localName} stands out of its ${parentElement.localName}: ${short(element.textContent ?? '')}`,
          )
      }
      return [...faults]
    },
    { least: CONTRAST, raw: RAW },
  )
}
