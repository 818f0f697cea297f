/** What in a Markdown text would swallow what comes after it: fences, HTML elements and comments without an end. */
export function unclosed(markdown: string): string[] {
  const open: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const ticks = /^(?:> )?(`{3,})(.*)$/.exec(line)
    if (fence !== undefined) {
      if (ticks?.[1] !== undefined && ticks[1].length >= fence.length && ticks[2]?.trim() === '')
        fence = undefined
      continue
    }
    if (ticks?.[1] !== undefined) {
      fence = ticks[1]
      continue
    }
    for (const [tag, end, name = ''] of line
      .replace(/<!--.*?-->/g, '')
      .matchAll(/<(\/?)([a-z]+|!--)[^>]*>?/g)) {
      if (name === 'br' || name === 'wbr') continue
      if (end === '') open.push(tag)
      else if (open.at(-1)?.startsWith(`<${name}`) === true) open.pop()
      else open.push(tag)
    }
  }
  return fence === undefined ? open : [...open, fence]
}

/** Texts that others may have chosen: names of branches, messages of providers, values in manifests. */
export const hostileTexts: readonly string[] = [
  '</details></td></table>',
  '<details><summary>',
  '<!-- omninode:end -->',
  '<!--',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '@everyone',
  'cc @octocat/team, octocat@example.org',
  'fixes #1, GH-2 and octocat/hello-world#3',
  'https://github.com/octocat/hello-world/issues/4',
  'see www.example.org',
  '![image](https://example.org/track.png)',
  '[here](javascript:alert(1))',
  '```\n::error::not ours\n```',
  '~~~\nnot ours',
  '`` ` ``',
  'a `b',
  '::error file=main.tf,line=1::not ours',
  '##[error]not ours',
  'a | b \\| c \\',
  '| --- | --- |',
  '*bold* _emphasis_ ~~struck~~ __init__ snake_case',
  '# heading',
  '> quote',
  '- item',
  '1. item',
  '===',
  '$x^2$ and $$y$$',
  ':tada: arn:aws:iam::123456789012:role/plan',
  '&lt;b&gt; &amp; &#64;octocat',
  'null\u0000byte',
  'escape \u001b[31mred\u001b[0m',
  'carriage\rreturn',
  'right-to-left \u202eoverride',
  'zero\u200bwidth and a tag \u{e0041}',
  'lone \ud800 surrogate',
  'line\nbreaks\r\nof\u2028all\u2029kinds',
  '   indented',
  'ü 中文 😀 é',
  'x'.repeat(70_000),
  '😀'.repeat(20_000),
  '',
]
