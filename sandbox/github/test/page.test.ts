import { describe, expect, test } from '@jest/globals'
import { pageOf } from '../page.ts'

const bodyOf = (markdown: string) =>
  /<article class="markdown-body">\n([\s\S]*)\n<\/article>/
    .exec(pageOf('comment', markdown, 'a'))?.[1]
    ?.trim()

describe('Markdown becomes what GitHub makes of it', () => {
  test.each([
    [
      'an alert',
      '> [!CAUTION]\n> **This** goes.\n> - `a`',
      '<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title">Caution</p>\n<p><strong>This</strong> goes.</p>\n<ul>\n<li><code>a</code></li>\n</ul>\n</div>',
    ],
    ['a quotation', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    [
      'a folded part',
      '<details>\n<summary><b>2</b></summary>\n\n### a\n\n</details>',
      '<details>\n<summary><b>2</b></summary><h3>a</h3>\n</details>',
    ],
    ['a heading without an empty line before it', '</details>\n### a', '</details>\n### a'],
    [
      'a diff',
      '```diff\n@@ a @@\n+ <b>\n- c\n! d\n  e\n```',
      '<div class="highlight"><pre><span class="pl-mdr">@@ a @@</span>\n<span class="pl-mi1">+ &lt;b&gt;</span>\n<span class="pl-md">- c</span>\n<span class="pl-mc">! d</span>\n  e</pre></div>',
    ],
    [
      'small print',
      '<sub><a href="https://example.org/">a</a></sub>',
      '<p><sub><a href="https://example.org/">a</a></sub></p>',
    ],
    ['a comment', 'a <!-- b --> c', '<p>a  c</p>'],
    ['what may not be', 'a <marquee onclick="b">c</marquee>', '<p>a c</p>'],
    ['a script', 'a <script>b</script>', '<p>a &lt;script&gt;b&lt;/script&gt;</p>'],
    [
      'attributes that may not be',
      '<b onclick="x" title="t" style="color: red">a</b>',
      '<p><b title="t">a</b></p>',
    ],
    ['a link to a script', '[a](javascript:b) <a href="javascript:b">c</a>', '<p>a <a>c</a></p>'],
  ])('%s', (_what, markdown, html) => expect(bodyOf(markdown)).toBe(html))
})

test('a page asks nobody for anything', () => {
  const page = pageOf('summary', '![a](https://example.org/a.png)', 'b')
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  )
  expect(page).not.toMatch(/<script|<link|@import|url\((?!"data:)/)
})
