import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'identifier-too-long',
  group: 'safety',
  severity: 'error',
  why: 'PostgreSQL cuts names at 63 bytes without an error: two of them may become one.',
  *check(statement) {
    // Without quotes a name is one word, and nearly no statement has such a long one.
    if (!/"|[\w$]{64}/.test(statement.brief)) return
    for (const [, quoted, plain] of statement.brief
      .replace(
        /"(?:[^"]|"")*"|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$/g,
        (part) => (part.startsWith('"') ? part : ' '),
      )
      .matchAll(/"((?:[^"]|"")+)"|([A-Za-z_][\w$]*)/g)) {
      const name = quoted ?? plain ?? ''
      if (Buffer.byteLength(name) <= 63) continue
      yield {
        subject: name,
        message: `The name ${name} has ${Buffer.byteLength(name)} bytes.`,
        fix: 'Use at most 63 bytes.',
      }
    }
  },
}
