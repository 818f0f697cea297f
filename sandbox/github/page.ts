/** What people see of Markdown: a comment, a step summary or a check run as GitHub shows it, in one self-contained page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Marked, type Tokens } from 'marked'

export type Place = 'comment' | 'summary' | 'check run'

/** What GitHub keeps of HTML in Markdown; of other elements only the content is left. */
const ELEMENTS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul source table thead tbody ' +
    'tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure ' +
    'figcaption abbr bdo cite dfn mark small span time wbr'
  ).split(' '),
)
/** These are shown as they are written. */
const FILTERED = new Set('title textarea style xmp iframe noembed noframes script plaintext'.split(' '))
const ATTRIBUTES = new Set(
  'href src alt title align open width height lang dir start colspan rowspan'.split(' '),
)
const SAFE_LINK = /^(?:https?:|mailto:|#|\/(?!\/))/i

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function attributes(text: string): string {
  return [...text.matchAll(/([a-z-]+)(?:="([^"]*)"|='([^']*)')?/gi)]
    .map(([, name = '', double, single]) => [name.toLowerCase(), double ?? single ?? ''] as const)
    .filter(
      ([name, value]) => ATTRIBUTES.has(name) && (!/^(?:href|src)$/.test(name) || SAFE_LINK.test(value)),
    )
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('')
}

/** HTML that somebody has written into Markdown. */
function sanitised(html: string): string {
  return html.replace(/<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi, (tag, end, name, rest) => {
    const element = name?.toLowerCase()
    if (FILTERED.has(element)) return escaped(tag)
    if (!ELEMENTS.has(element)) return ''
    return `<${end}${element}${attributes(rest)}>`
  })
}

/** The classes of GitHub's highlighting; the sign of an added or a removed line has it twice. */
const lines: Readonly<Record<string, string>> = { '+': 'pl-mi1', '-': 'pl-md', '@': 'pl-mdr', '!': 'pl-mc' }

function diff(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const name = lines[line[0] ?? '']
      return name === undefined ? escaped(line) : `<span class="${name}">${escaped(line)}</span>`
    })
    .join('\n')
}

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/

const github: Marked = new Marked({
  gfm: true,
  renderer: {
    html({ text }: Tokens.HTML | Tokens.Tag) {
      return sanitised(text)
    },
    link(token: Tokens.Link) {
      const inside = this.parser.parseInline(token.tokens)
      return SAFE_LINK.test(token.href) ? `<a href="${escaped(token.href)}">${inside}</a>` : inside
    },
    code({ text, lang }: Tokens.Code) {
      const body = lang === 'diff' ? diff(text) : escaped(text)
      return `<div class="highlight"><pre>${body}</pre></div>\n`
    },
    blockquote({ text }: Tokens.Blockquote) {
      const [marker, kind = ''] = ALERT.exec(text) ?? []
      if (marker === undefined) return false
      const title = kind.charAt(0) + kind.slice(1).toLowerCase()
      const body = github.parse(text.slice(marker.length), { async: false })
      return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${title}</p>\n${body}</div>\n`
    },
  },
})

const styles = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8')

/** What is around the Markdown: a box with a head for a comment; wider, and larger letters, for the others. */
const frame = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #f0f6fc);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
main { max-width: 1012px; margin: auto; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; }
header { padding: 8px 16px; background: light-dark(#f6f8fa, #151b23); border-bottom: 1px solid light-dark(#d1d9e0, #3d444d);
  border-radius: 6px 6px 0 0; }
article { padding: 16px; }
.comment { max-width: 860px; } .comment .markdown-body { font-size: 14px; }
`

const heads: Readonly<Record<Place, string>> = {
  comment: '<b>github-actions</b> bot commented',
  summary: '<b>release</b> summary',
  'check run': '<b>github-actions</b> / check',
}

/** @param title of the page, as plain text */
export function pageOf(place: Place, markdown: string, title: string): string {
  const body = github.parse(markdown, { async: false })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${styles}${frame}</style>
</head>
<body>
<main class="${place.replace(' ', '-')}"><header>${heads[place]}</header><article class="markdown-body">
${body}
</article></main>
</body>
</html>
`
}
