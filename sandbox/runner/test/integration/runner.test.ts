import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { lineReader, linesOf } from '../../commands.ts'
import { parseFileCommands, runStep, type StepOptions } from '../../runner.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-runner-'))
  for (const name of ['action', 'job', 'workspace']) mkdirSync(join(folder, name))
  writeFileSync(
    join(folder, 'action/action.yml'),
    `inputs:
  given: { default: x }
  token: { default: "\${{ github.token }}" }
runs: { using: node24, main: main.mjs, post: post.mjs }
`,
  )
  writeFileSync(join(folder, 'action/post.mjs'), 'console.log(`post of ${process.env.STATE_kept}`)\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(main: string, more: Partial<StepOptions> = {}) {
  writeFileSync(join(folder, 'action/main.mjs'), `import { appendFileSync } from 'node:fs'\n${main}`)
  const job = {
    workspace: join(folder, 'workspace'),
    folder: join(folder, 'job'),
    env: {},
    token: 'ghs_token',
  }
  return runStep({ job, action: join(folder, 'action'), inputs: {}, ...more })
}

test('a step gets its inputs and defaults, and nothing of the environment around it', async () => {
  const result = await run('console.log(JSON.stringify(process.env))', { inputs: { given: 'y' } })
  const env = JSON.parse(result.log[0] ?? '')
  expect(env).toMatchObject({
    INPUT_GIVEN: 'y',
    INPUT_TOKEN: 'ghs_token',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
  })
  expect(env).not.toHaveProperty('HOME')
})

test('outputs, state, summary, masks and annotations are read as a runner reads them', async () => {
  const append = (file: string, text: string) =>
    `appendFileSync(process.env.${file}, ${JSON.stringify(text)})`
  const result = await run(`
    ${append('GITHUB_OUTPUT', 'a=1\nb<<END\ntwo\nlines\nEND\n')}
    ${append('GITHUB_STATE', 'kept=this\n')}
    ${append('GITHUB_STEP_SUMMARY', '# done\n')}
    console.log('::add-mask::s%25cr%3Aet')
    console.log('::error title=T,file=a.ts,line=3::arn:aws::what%0Awhy')
    console.log('plain')
  `)
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { a: '1', b: 'two\nlines' },
    state: { kept: 'this' },
    summary: '# done\n',
    masks: ['s%cr%3Aet'],
    annotations: [
      { level: 'error', message: 'arn:aws::what\nwhy', properties: { title: 'T', file: 'a.ts', line: '3' } },
    ],
    post: { exitCode: 0, log: ['post of this'] },
  })
  expect(result.log).toEqual(['error: arn:aws::what\nwhy', 'plain'])
})

test('a log is read as a runner reads it: commands in either form, behind any white space, at any end of line', async () => {
  const result = await run(`
    process.stdout.write('\\u0085\\u3000::add-mask::one\\r::add-mask::two\\r\\nword ##[add-mask]three\\n')
    process.stdout.write('##[error file=a%3Bb.ts;line=3]broken%5D\\n')
    process.stdout.write('a\\u2028::add-mask::no, this is one line')
  `)
  expect(result.masks).toEqual(['one', 'two', 'three'])
  expect(result.annotations).toEqual([
    { level: 'error', message: 'broken]', properties: { file: 'a;b.ts', line: '3' } },
  ])
  expect(result.log).toEqual(['error: broken]', 'a\u2028::add-mask::no, this is one line'])
})

test('a step that has the runner obey a command which none of ours uses has failed', async () => {
  await expect(run("console.log('  ##[set-env name=PATH]/tmp')")).rejects.toThrow(
    'no action of ours should use: "  ##[set-env name=PATH]/tmp"',
  )
})

test.each([1, 2, 3, 7])('lines are found in pieces of %i characters', (size) => {
  const text = 'a\r\nb\rc\n\r\n\n\rd\r'
  const lines: string[] = []
  const reader = lineReader((line) => lines.push(line))
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  reader.end()
  expect(lines).toEqual(linesOf(text))
})

test('a block without an end is a mistake of the action', () => {
  expect(() => parseFileCommands('a<<END\nnever ends\n')).toThrow('the block of a has no end')
})

test('a cancel interrupts, and a step that does not end is ended; post runs all the same', async () => {
  const cancel = new AbortController()
  const main = `
    process.on('SIGINT', () => console.log('SIGINT'))
    process.on('SIGTERM', () => console.log('SIGTERM'))
    console.log('ready')
    setInterval(() => undefined, 1_000)
  `
  const result = await run(main, {
    signal: cancel.signal,
    onLine: (line) => line === 'ready' && cancel.abort(),
  })
  expect(result.log).toEqual(['ready', 'SIGINT', 'SIGTERM'])
  expect(result.exitCode).toBeNull()
  expect(result.post?.exitCode).toBe(0)
}, 30_000)
