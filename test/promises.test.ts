import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sentencesOf } from './sentences.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface Document {
  readonly file: string
  /** The headings whose sections promise; '' is what stands above the first. All of them when undefined. */
  readonly sections?: readonly string[]
  /** What stands there and is none: what somebody is to do, what nobody can try, and words that only begin a list. */
  readonly others: readonly string[]
}

const documents: readonly Document[] = [
  {
    file: 'README.md',
    sections: ['', 'What you see', 'Four promises', 'Use it from another repository'],
    others: [
      'In ten minutes, with a cluster of k3s and a PostgreSQL database: copy the example, apply k8s/trust/namespace, tell GitHub where the cluster is, open a pull request, merge it.',
      'Name workflows and actions by commit.',
    ],
  },
  {
    file: 'SECURITY.md',
    others: [
      "Please report a vulnerability privately, with GitHub's form.",
      'You get an answer within three working days.',
      'Identity.',
      'Review.',
      'Transport.',
      'docs/security.md goes through the jobs: what each runs, who it is, and what a stolen token is worth.',
      'A review by a person covers the workflow file then, as it covers everything else.',
      'A person who may merge into the release branch may release.',
      "Protect that branch and the environment, and require the preview's checks.",
      "The state of Terraform holds what its resources hold: keep the bucket private and encrypted, as the identity module's policies expect.",
    ],
  },
  {
    file: 'actions/provision/README.md',
    others: [
      'How to: set up the roles, give another repository access, apply the very plan file, use OpenTofu, recover, look for drift, destroy.',
      'What `actions/checkout` keeps in `.git/config` is a file that it can read: check out with `persist-credentials: false`.',
    ],
  },
  {
    file: 'docs/provision.md',
    others: [
      'Stacks of Terraform on AWS, from a new account to a stack that is taken away.',
      'What the action does, and each of its inputs, is in its README; previews and releases that call it are in pipelines.md.',
      "Once, with an administrator's own session (`aws sso login`), in about ten minutes:",
      'Make the bucket that holds the state, versioned and private:',
      "Ask GitHub for the numbers that the trust is bound to: `gh api repos/{owner}/{repo} --jq '{id, owner: .owner.id}'`.",
      'A name can be registered again by somebody else; a number cannot.',
      'Apply the identity stack by hand.',
      'Put the ARNs into variables of the repository (`PLAN_ROLE`, `APPLY_ROLE`, …), pass the `TF_VAR_…` of step 3 to the release job as well, and give the environment `dev` the reviewers that you want.',
      'The stacks build on each other (network, k3s, data): each is planned when the one before is applied, so the first release takes a pull request each. k3s wants the image of its machines by id, as `TF_VAR_ami_id` of the release job:',
      'Add it to `repositories` of the identity module, with its numeric ids and the roles that it needs and no others, and apply that stack.',
      "Its workflows then pass the role's ARN as `aws-role`, run in the environment of the same name on the main branch, and have `permissions: id-token: write`.",
      'The apply refuses it',
      'Require branches to be up to date before merging, else what is merged is not what was planned.',
      'Let a lifecycle rule of the bucket expire the prefix after some days.',
      'Put a `.opentofu-version` beside the stack, in a folder above it, or at the root; or pass `opentofu-version`.',
      'Look at it.',
      'Whole: `terraform untaint <address>`.',
      'Not whole: allow its replacement in `stack.yml`.',
      'Wait for that run.',
      'Only if it was killed: `terraform force-unlock <id>`.',
      'Run applies with `concurrency:` and its `queue: max`, so that every merge has its turn, and without `cancel-in-progress`.',
    ],
  },
  {
    file: 'actions/migrate/README.md',
    others: [
      'How to: write a migration, start with an existing database, go on after a failure, roll back, run it elsewhere.',
      'What is applied must be what was shown of that target, in all of this:',
      'Only forwards.',
      'Pull requests that are tried at the same time share that user.',
      'What is not prevented: using up time, memory and disk of the scratch server, until `timeout` ends the plan.',
      'The user needs to own what it changes, a schema for the history, and `pg_read_all_stats` to name who holds a lock.',
    ],
  },
  {
    file: 'docs/migrate.md',
    others: [
      'Migrations of a PostgreSQL database, from the first file to the way back.',
      'What the action does, and each of its inputs, is in its README; previews and releases that call it are in pipelines.md.',
      'What blocks, and how the same is done beside the writes:',
      'A file may say at its head:',
      'The same engine is a command.',
      'As a Job, with an image that has node 24, `actions/migrate/dist` and the migrations:',
    ],
  },
  {
    file: 'docs/coming-from-dbmate.md',
    others: [
      'Take dbmate out of every pipeline before: two tools that do not know of each other run a file twice.',
    ],
  },
  {
    file: 'docs/coming-from-golang-migrate.md',
    others: [
      'Take golang-migrate out of every pipeline before: two tools that do not know of each other run a file twice.',
    ],
  },
  {
    file: 'docs/coming-from-goose.md',
    others: [
      'Take goose out of every pipeline before: two tools that do not know of each other run a file twice.',
      'Apply them with goose before, and move them out of the folder.',
    ],
  },
  {
    file: 'docs/coming-from-flyway.md',
    others: [
      'Take Flyway out of every pipeline before: two tools that do not know of each other run a file twice.',
    ],
  },
  {
    file: 'actions/deploy/README.md',
    others: [
      'How to: let the cluster know the jobs, put it into a workflow, release into one namespace, prune, go back.',
    ],
  },
  {
    file: 'actions/verify/README.md',
    others: ['How to: put it into a workflow, prove a release, protect the branch.'],
  },
  {
    file: 'actions/publish/README.md',
    others: [
      'Let it be the only step of its job.',
      'Whoever may read the run may read it.',
      'So nothing of it is believed:',
      'Require its check on the branch.',
    ],
  },
]

interface Line {
  readonly promise: string
  readonly tests: readonly string[]
}

/** The table beneath the heading that names a document. */
function linesFor(file: string): Line[] {
  const [, section = ''] = read('docs/promises.md').split(`\n## ${file}\n`)
  const [table = ''] = section.split('\n## ')
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| promise |') && !line.startsWith('| ---'))
    .map((line) => {
      const [, promise = '', tests = ''] = line.split('|').map((cell) => cell.trim())
      return { promise, tests: tests.split('<br>') }
    })
}

function isTestOf(file: string, name: string): boolean {
  if (!file.endsWith('.test.ts') || !existsSync(join(root, file))) return false
  const text = read(file)
  const literals = [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``]
  return literals.some((literal) => text.includes(literal))
}

describe.each(documents)('what $file promises', ({ file, sections, others }) => {
  const promising = sentencesOf(read(file))
    .filter(({ section }) => sections?.includes(section) ?? true)
    .map(({ text }) => text)
  const lines = linesFor(file)
  const listed = [...lines.map(({ promise }) => promise), ...others]

  test('is listed in docs/promises.md, sentence by sentence, and nothing else is', () => {
    expect(promising.filter((sentence) => !listed.includes(sentence))).toEqual([])
    expect(listed.filter((sentence) => !promising.includes(sentence))).toEqual([])
    expect(lines.length).toBeGreaterThan(10)
  })

  test.each(lines.flatMap(({ promise, tests }) => tests.map((named) => [promise, named] as const)))(
    '“%s” is proven by %s',
    (_promise, named) => {
      const [, testFile = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(named) ?? []
      expect([named, isTestOf(testFile, name)]).toEqual([named, true])
    },
  )
})

test('a sentence ends where it ends', () => {
  const markdown =
    '# a\n\nOne. Two `a. B` goes on\nhere: c.\n\n```sh\nno. Sentence.\n```\n\n## Table\n\n| a | b |\n| --- | --- |\n| c | Three. |\n| d | `x.test.ts`: y |\n\n1. **Four** and [five](six.md).\n   Seven!\n'
  expect(sentencesOf(markdown)).toEqual([
    { section: '', text: 'One.' },
    { section: '', text: 'Two `a. B` goes on here: c.' },
    { section: 'Table', text: 'Three.' },
    { section: 'Table', text: 'Four and five.' },
    { section: 'Table', text: 'Seven!' },
  ])
})
