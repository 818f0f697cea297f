import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codePoint } from '#test/code-points.ts'
import { runs, seed } from '#test/repetitions.ts'
import {
  alert,
  code,
  codeLink,
  fence,
  fitting,
  folded,
  link,
  oneLine,
  printable,
  prose,
  shortened,
  table,
} from '../markdown.ts'
import { hostileTexts, unclosed } from './wellformed.ts'

/** What a reader sees of inline HTML. */
function rendered(html: string): string {
  return html
    .replace(/<\/?(?:code|samp|span|a)\b[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replaceAll('\u200b', '')
}

/** What GitHub would act upon once the text is rendered; it looks at each run of text between two elements. */
const acting = /@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:[\w+-]+:|\$/i

function textRuns(html: string): string[] {
  return html
    .replace(/<code>.*?<\/code>/g, '<>')
    .split(/<[^>]*>/)
    .map((run) => run.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number))))
}

const texts = hostileTexts.map((text) => [text.slice(0, 60), text] as const)

describe('prose', () => {
  test.each(texts)('%j is words and nothing else', (_, text) => {
    const html = prose(text)
    const outside = html.replace(/<\/?(?:code|span)>|&#\d+;/g, '')
    expect(outside).not.toMatch(/[\\`*{}[\]()<>#+!|~&\n\r]/)
    for (const run of textRuns(html.replace('<span>$</span>', ''))) {
      if (!html.includes('<span>$</span>')) expect(run).not.toMatch(acting)
    }
    expect(unclosed(html)).toEqual([])
  })

  test.each([
    ['@everyone', '@&#8203;everyone'],
    ['fixes #12', 'fixes &#35;&#8203;12'],
    ['GH-12', 'GH-&#8203;12'],
    ['http://x.example/y', 'http:&#8203;//x.example/y'],
    ['www.x.example', 'www&#8203;.x.example'],
    [':tada:', ':&#8203;tada:'],
    ['$x$', '<span>$</span>x<span>$</span>'],
    ['- item', '<span>-</span> item'],
    ['12. item', '<span>12</span>. item'],
    ['snake_case', 'snake_case'],
    ['_x_', '&#95;x&#95;'],
    ['set `a|b` to `*`', 'set <code>a&#124;b</code> to <code>&#42;</code>'],
    ['an odd ` one', 'an odd &#96; one'],
  ])('%j becomes %j', (text, html) => expect(prose(text)).toBe(html))

  test('reads as what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
        fc.pre(!text.includes('`'))
        expect(rendered(prose(text))).toBe(oneLine(text))
      }),
      { seed, numRuns: runs(100) },
    )
  })
})

describe('code', () => {
  test.each(texts)('%j is code and nothing else', (_, text) => {
    const html = code(text)
    const inside = /^<code>(.*)<\/code>$/.exec(html)?.[1] ?? 'no code'
    const outside = inside.replace(/<\/?span>|&#\d+;/g, '')
    expect(outside).not.toMatch(/[\\`*{}[\]()<>#+!|~&$\n\r]/)
    expect(inside).not.toMatch(/:\/\/|www\.|[^>]@/i)
  })

  test('reads as what it was, without a character added', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 60 }), (text) => {
        expect(rendered(code(text))).toBe(oneLine(text))
      }),
      { seed, numRuns: runs(100) },
    )
  })
})

describe('linked code', () => {
  test.each(texts)('%j is the words of a link and nothing else', (_, text) => {
    const html = codeLink(text, 'https://example.org/')
    const inside = /^<a href="https:\/\/example\.org\/"><samp>(.*)<\/samp><\/a>$/.exec(html)?.[1] ?? 'no link'
    expect(inside.replace(/<\/?span>|&#\d+;/g, '')).not.toMatch(/[\\`*{}[\]()<>+!|~&\n\r]/)
    for (const run of textRuns(inside)) if (run.length > 1) expect(run).not.toMatch(acting)
  })

  test('reads as what it was, without a character added', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 60 }), (text) => {
        expect(rendered(codeLink(text, 'https://example.org/'))).toBe(oneLine(text))
      }),
      { seed, numRuns: runs(100) },
    )
  })
})

describe('text', () => {
  test.each([
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u0000b', 'a\\u{0}b'],
    ['a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['a\rb', 'a\\u{d}b'],
    ['a\r\nb', 'a\nb'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['a\ud800b', 'a\\u{d800}b'],
    ['a\u2028b', 'a\\u{2028}b'],
    ['\ttab 😀 é', '\ttab 😀 é'],
  ])('%j shows what would not be seen: %j', (text, shown) => expect(printable(text)).toBe(shown))

  test('is never cut within a character', () => {
    expect(shortened('ab😀cd', 3)).toBe('ab… (4 more characters)')
    expect(shortened('ab😀cd', 4)).toBe('ab😀… (2 more characters)')
    expect(shortened('abcd', 4)).toBe('abcd')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, longest) => {
        expect(shortened(text, longest).isWellFormed()).toBe(true)
      }),
      { seed, numRuns: runs(100) },
    )
  })
})

describe('a fence', () => {
  test.each(texts)('holds %j', (_, text) => {
    const block = fence(text, 'diff')
    expect(unclosed(block)).toEqual([])
    const lines = block.split('\n')
    const ticks = lines.at(-1) ?? ''
    expect(ticks).toMatch(/^`{3,}$/)
    expect(lines[0]).toBe(`${ticks}diff`)
    expect(lines.slice(1, -1).join('\n')).not.toContain(ticks)
  })
})

describe('blocks', () => {
  test('fold, set apart, link and tabulate', () => {
    expect(folded('<b>2 to create</b>', 'body')).toBe(
      '<details>\n<summary><b>2 to create</b></summary>\n\nbody\n\n</details>',
    )
    expect(alert('CAUTION', ['one', '- two'])).toBe('> [!CAUTION]\n> one\n> - two')
    expect(link('x', 'https://example.org/a|b?c="d"&e')).toBe(
      '<a href="https://example.org/a%7Cb?c=%22d%22&amp;e">x</a>',
    )
    expect(table(['', 'what'], [['1', 'a']])).toBe('|  | what |\n| --- | --- |\n| 1 | a |')
  })

  test('that fit are kept whole, from the first on', () => {
    expect(fitting(['aaaa', 'bbbb', 'c'], 10)).toEqual(['aaaa', 'bbbb'])
    expect(fitting(['aaaa', 'bbbb', 'c'], 9)).toEqual(['aaaa'])
    expect(fitting(['üü'], 4)).toEqual([])
    expect(fitting(['üü'], 5)).toEqual(['üü'])
  })
})
