/** A reader follows the example's README, from an empty repository on: by its own commands, on real parts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Replay, startReplay } from '#sandbox/example/replay.ts'
import type { Played } from '#sandbox/example/workflows.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'

let replay: Replay
let admin: KubernetesClient

beforeAll(async () => {
  replay = await startReplay()
  admin = replay.kubernetes.admin()
}, 600_000)
afterAll(async () => {
  expect(replay?.github.violations).toEqual([])
  admin?.close()
  await replay?.stop()
})

const numbered = () => replay.steps.filter(({ number }) => number !== undefined)
const played = async (event: string) =>
  (await replay.workflows.played()).filter((each) => each.event === event)
const told = (plays: readonly Played[]) => plays.flatMap(({ log }) => log)
/** What was annotated as an error, and what act says of itself. */
const errors = (plays: readonly Played[]) =>
  plays
    .flatMap(({ raw }) => raw)
    .filter((line) => line.includes('"command":"error"') || line.startsWith('Error: '))
const comment = () => replay.github.comments(1).map(({ body }) => body)

async function history(): Promise<unknown[]> {
  const { rows } = await replay.postgres.query(replay.database, 'SELECT * FROM migrate.history')
  return rows
}

/** Kind and name → version, of all that was made in the namespace. */
async function objects(): Promise<Record<string, string | undefined>> {
  const kinds = [
    ['v1', 'ConfigMap'],
    ['v1', 'Service'],
    ['v1', 'ServiceAccount'],
    ['apps/v1', 'Deployment'],
    ['policy/v1', 'PodDisruptionBudget'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
  ] as const
  const listed = await Promise.all(kinds.map(([apiVersion, kind]) => admin.list({ apiVersion, kind })))
  return Object.fromEntries(
    listed
      .flat()
      .filter(({ metadata }) => metadata.namespace === 'shop' && /^(?:omninode-)?shop$/.test(metadata.name))
      .map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.resourceVersion]),
  )
}

test('its README has six steps, and each is done by its own commands', async () => {
  expect(numbered()).toHaveLength(6)
  for (const step of numbered()) {
    await replay.perform(step)
  }
}, 300_000)

test('its pull request was previewed: one comment, with nothing found and nothing that could not be told', async () => {
  const plays = await played('pull_request')
  expect(plays.map(({ workflow, exitCode }) => [workflow, exitCode])).toEqual([['release.yml', 0]])
  expect(errors(plays)).toEqual([])
  const [body = '', ...others] = comment()
  expect(others).toEqual([])
  expect([...body.matchAll(/^### (\w+)/gm)].map(([, step]) => step)).toEqual(['Migrate', 'Deploy', 'Verify'])
})

test('after the last of them what was merged is released, as the comment showed it', async () => {
  const plays = await played('push')
  expect(plays.map(({ workflow, exitCode }) => [workflow, exitCode])).toEqual([['release.yml', 0]])
  expect(told(plays).filter((line) => line.startsWith('This is what pull request #1 showed'))).toHaveLength(3)
  expect(told(plays)).toEqual(expect.arrayContaining(['migrate: done', 'deploy: done', 'verify: proven']))
  expect(Object.keys(await objects()).sort()).toEqual([
    'ConfigMap/omninode-shop',
    'ConfigMap/shop',
    'Deployment/shop',
    'NetworkPolicy/shop',
    'PodDisruptionBudget/shop',
    'Service/shop',
    'ServiceAccount/shop',
  ])
  await replay.postgres.query(
    replay.database,
    "INSERT INTO movements (product, amount, moved_at) VALUES ('tea', 3, now()), ('tea', -1, now())",
  )
  const { rows } = await replay.postgres.query(replay.database, 'SELECT * FROM api.stock')
  expect(rows).toEqual([{ product: 'tea', amount: '2' }])
})

test('what follows finds no drift, and a second release that changes nothing', async () => {
  const before = [await history(), await objects()]
  const [after, ...more] = replay.steps.filter(({ number }) => number === undefined)
  expect(more).toEqual([])
  if (after !== undefined) await replay.perform(after)
  const [drift] = await played('workflow_dispatch')
  expect([drift?.workflow, drift?.exitCode]).toEqual(['drift.yml', 0])
  expect(replay.github.issues()).toEqual([])
  const [, again] = await played('push')
  expect(again?.exitCode).toBe(0)
  expect(told(again === undefined ? [] : [again])).toEqual(
    expect.arrayContaining(['migrate: nothing was to be done', 'deploy: nothing was to be done']),
  )
  expect([await history(), await objects()]).toEqual(before)
}, 300_000)

test('at night what somebody has taken away is told in an issue', async () => {
  await admin.raw('DELETE', '/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/shop')
  replay.workflows.scheduled()
  const [night] = await played('schedule')
  expect([night?.workflow, night?.exitCode]).toEqual(['drift.yml', 0])
  const [issue] = replay.github.issues()
  expect(issue?.title).toBe('Drift in shop')
  expect(issue?.body).toContain('NetworkPolicy')
}, 120_000)

test('a command that the replay does not know ends it', async () => {
  const step = { title: 'Something else', number: 7 }
  for (const command of ['gh repo create', 'gh pr merge --rebase', 'gh run list --json name', 'sudo reboot'])
    await expect(replay.perform({ ...step, blocks: [`${command}\n`] })).rejects.toThrow('this failed')
}, 60_000)
