/**
 * What people and machines were told by the steps of a release, as texts that are the same in every run: what changes
 * from run to run (ports, commits, times, generated ids) is replaced by its name.
 */
import { readFileSync } from 'node:fs'
import type { CheckRun } from '../github/check-runs.ts'
import type { StepResult } from '../runner/runner.ts'

/** Order matters: what is longer, or holds another, comes first. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/\/[^\s"'`)]*\/omninode-sandbox-\w+/g, '<sandbox>'],
  [/(\/omninode\/(?:provision|migrate|deploy|verify)(?:-plan|-outcome)?-)[A-Za-z0-9]{6}\b/g, '$1<temporary>'],
  [/(<!-- omninode:section \S+ \S+) [0-9a-f]{16} -->/g, '$1 <hash> -->'],
  [/\bjob-[A-Za-z0-9]{6}\b/g, 'job-<temporary>'],
  [/(127\.0\.0\.1|localhost)(:|%3A)\d+/g, '$1$2<port>'],
  // Whatever server programs the machine has.
  [/\bPostgreSQL \d+(?:\.\d+)?\b/g, 'PostgreSQL <version>'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>'],
  [/\b(?:\d+ h )?(?:\d+ min )?\d+(?:\.\d+)? (?:ms|s)\b/g, '<duration>'],
  [/\b\d+ min\b/g, '<duration>'],
  // Of every file that is judged: it changes with each of them.
  [/("sources": ?)(?:"sha256:[0-9a-f]{64}"|\{[^{}]*\})/g, '$1"<sources>"'],
  // Of a file: whether it counts is what is recorded, and not what stands in it today.
  [/(": ?")[0-9a-f]{64}"/g, '$1<sha256>"'],
  // Of the service's sources: that it is pinned is what is recorded.
  [/(omnicloud\/core@sha256:)[0-9a-f]{64}/g, '$1<digest>'],
  // What a plan is digested from names the cluster and the ports.
  [/(\bdigest(?:=|": ?"))sha256:[0-9a-f]{64}/g, '$1<digest>'],
  [/(\bplan (?:<code>)?)[0-9a-f]{12}\b/g, '$1<digest>'],
  [/(-plan-)[0-9a-f]{12}(-\d+\b)/g, '$1<digest>$2'],
  [/(showed \()[0-9a-f]{12}(\))/g, '$1<digest>$2'],
  [/(omninode-review(?::|%3A)sha256(?::|%3A))[0-9a-f]{64}/g, '$1<digest>'],
  // Of what the API server makes of an object, the digest of the service among it.
  [/("(?:expected|grounds)": ?")[\w-]{22}"/g, '$1<hash>"'],
  // Of the inputs that name the place, its port among them.
  [/("asked": ?")[0-9a-f]{12}"/g, '$1<hash>"'],
  [/("port": ?)\d{5}\b/g, '$1<port>'],
  [/\bscrypt:[0-9a-f]{64}/g, 'scrypt:<hash>'],
  [/("salt": ?")[0-9a-f]{32}/g, '$1<salt>'],
  [/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g, '<token>'],
  [/"durationMs": \d+(?:\.\d+)?/g, '"durationMs": <duration>'],
  [
    /\b(vpc|subnet|rtb|rtbassoc|igw|nat|eipalloc|acl|sg|sgr|fl|eni|vpce|dopt|tgw|lt)-[0-9a-f]{8,17}\b/g,
    '$1-<id>',
  ],
  [/(?<=\b|%20)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/(onxk_|whsec_)\w+/g, '$1<key>'],
]

/** A text without what changes from run to run. */
export function settled(text: string, commits: ReadonlyMap<string, string>): string {
  let result = text
  for (const [sha, name] of commits)
    for (const length of [40, 12, 7]) result = result.replaceAll(sha.slice(0, length), `<${name}>`)
  for (const [pattern, name] of volatile) result = result.replace(pattern, name)
  return result.replace(/\b[0-9a-f]{40}\b/g, '<commit>')
}

/** What works side by side ends in any order. */
function sorted(text: string): string {
  return text.split('\n').sort().join('\n')
}

/** A JSON list of texts, sorted; other texts as they are. */
function inOrder(output: string): string {
  return output.startsWith('["') ? JSON.stringify(JSON.parse(output).sort()) : output
}

/** A published plan or outcome, with what has no order sorted. */
function published(file: string | undefined): string {
  if (file === undefined || file === '') return ''
  const value = JSON.parse(readFileSync(file, 'utf8'))
  for (const list of ['results', 'changes']) {
    if (Array.isArray(value[list]))
      value[list].sort((a: { address: string }, b: { address: string }) => (a.address < b.address ? -1 : 1))
  }
  return JSON.stringify(value, undefined, 2)
}

function titled(parts: readonly (readonly [title: string, text: string])[]): string {
  return parts
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `=== ${title}\n${text}\n`)
    .join('\n')
}

export class Recording {
  readonly #texts = new Map<string, string>()
  readonly #commits = new Map<string, string>()

  /** @param name what the commit is in this release: `head`, `merge` */
  commit(sha: string, name: string): void {
    this.#commits.set(sha, name)
  }

  step(scene: string, what: string, result: StepResult): void {
    const { exitCode, outputs, annotations, log, summary, post } = result
    const { plan, outcome, ...others } = outputs
    this.#texts.set(
      `${scene} ${what}`.replace(/[^a-z0-9]+/gi, '-'),
      titled([
        ['exit codes', `main ${exitCode}, post ${post?.exitCode}`],
        [
          'outputs',
          Object.entries(others)
            .map(([name, value]) => `${name}=${inOrder(value)}`)
            .join('\n'),
        ],
        [
          'annotations',
          sorted(
            annotations
              .map(({ level, message, properties }) => `${level} ${JSON.stringify(properties)} ${message}`)
              .join('\n'),
          ),
        ],
        // What is waited for, and for how long, is the machine's.
        ['log, sorted', sorted(log.filter((line) => !/^waiting for /.test(line)).join('\n'))],
        ['log of post', (post?.log ?? []).join('\n')],
        ['summary, sorted', sorted(summary)],
        ['plan', published(plan)],
        ['outcome', published(outcome)],
      ]),
    )
  }

  comment(markdown: string): void {
    this.#texts.set('comment', markdown)
  }

  checkRuns(runs: readonly CheckRun[]): void {
    this.#texts.set(
      'check-runs',
      titled(
        runs
          .map(({ name, conclusion, output }): [string, string] => [
            `${name}: ${conclusion}`,
            [output?.title, output?.summary, output?.text].filter((part) => part).join('\n---\n'),
          ])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
  }

  /** File name → text. */
  files(): Record<string, string> {
    return Object.fromEntries(
      [...this.#texts].map(([name, text]) => [
        `${settled(name, this.#commits)}.txt`.replace(/[<>]/g, ''),
        `${settled(text, this.#commits).trimEnd()}\n`,
      ]),
    )
  }
}
