/** A comment as GitHub shows it, in one self-contained page. */
import { marked } from 'marked'

const style = `
:root { color-scheme: light dark; --line: light-dark(#d1d9e0, #3d444d); --soft: light-dark(#f6f8fa, #151b23); }
body { margin: 0; padding: 2rem 1rem; background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #f0f6fc);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
main { max-width: 860px; margin: auto; border: 1px solid var(--line); border-radius: 6px; }
header { padding: .6rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; }
article { padding: 0 1rem 1rem; overflow-wrap: break-word; }
h2, h3 { line-height: 1.25; padding-bottom: .3em; } h2 { border-bottom: 1px solid var(--line); }
a { color: light-dark(#0969da, #4493f8); text-decoration: none; } a:hover { text-decoration: underline; }
code, pre { font: 12px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border-radius: 6px; }
code { padding: .2em .4em; } pre { padding: 1rem; overflow: auto; } pre code { padding: 0; }
table { border-collapse: collapse; display: block; overflow: auto; } th, td { border: 1px solid var(--line); padding: 6px 13px; }
tr:nth-child(2n) { background: var(--soft); } summary { cursor: pointer; } details { margin: .5rem 0; }
blockquote { margin: 1em 0; padding: 0 1em; border-left: .25em solid var(--line); }
.add { color: light-dark(#116329, #7ee787); } .del { color: light-dark(#82071e, #ffa198); } .hunk { color: light-dark(#6639ba, #d2a8ff); }
.note { color: light-dark(#9a6700, #d29922); }
`

const classes: Readonly<Record<string, string>> = { '+': 'add', '-': 'del', '@': 'hunk', '!': 'note' }

/** GitHub colours the lines of a diff. */
function coloured(html: string): string {
  return html.replace(
    /<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g,
    (_whole, text: string) => {
      const lines = text.split('\n').map((line) => {
        const name = classes[line[0] ?? '']
        return name === undefined ? line : `<span class="${name}">${line}</span>`
      })
      return `<pre><code>${lines.join('\n')}</code></pre>`
    },
  )
}

export function renderComment(markdown: string): string {
  const body = coloured(marked.parse(markdown, { gfm: true, async: false }))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Release preview</title>
<style>${style}</style>
<main><header><b>github-actions</b> bot commented</header><article>
${body}
</article></main>
</html>
`
}
