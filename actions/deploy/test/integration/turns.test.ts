/** Two runs of one application, stopped and let go again anywhere; and runs that are killed. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step } from '../../src/step.ts'
import { startCluster, type TestCluster, writeManifests } from '../cluster.ts'
import { type Gate, startGate } from '../gate.ts'
import { type RunOptions, runOnce } from '../run.ts'

let cluster: TestCluster
let serial = 0

beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())

/** An application in a namespace of its own, where something of somebody else is too. */
async function stage() {
  const name = `turn-${++serial}`
  const { admin, kubernetes, folder } = cluster
  const metadata = { name }
  await admin.raw('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata })
  const configMap = (own: string, a = ''): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: own, namespace: name },
    data: { a },
  })
  const claim: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  }
  await admin.apply(configMap('theirs', 'theirs'), { fieldManager: 'somebody', force: true, dryRun: false })
  const theirs = await admin.get(referenceTo(configMap('theirs')))
  const workspaceOf = (objects: readonly KubernetesObject[]) => {
    const workspace = mkdtempSync(join(folder, 'turn-'))
    writeManifests(workspace, objects)
    return workspace
  }
  const asked = (
    run: number,
    objects: readonly KubernetesObject[],
    more: Partial<RunOptions> = {},
  ): RunOptions => ({
    kubeconfig: kubernetes.adminKubeconfig,
    workspace: workspaceOf(objects),
    application: name,
    run,
    ...more,
  })
  /** What there is, by name and value; what belongs to the cluster or to somebody else is left out. */
  const there = async () => {
    const found = await admin.list({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: name })
    return found
      .filter(({ metadata: { name: own } }) => own !== 'theirs' && own !== 'kube-root-ca.crt')
      .map((each) => `${each.metadata.name}=${(each['data'] as { a: string }).a}`)
      .sort()
  }
  const inventory = async () => {
    const parent = await admin.get({ ...referenceTo(configMap(`omninode-${name}`)), namespace: 'default' })
    const { members = '[]' } = (parent?.['data'] ?? {}) as { members?: string }
    return JSON.parse(members) as { name: string; uid?: string }[]
  }
  const namesOf = (entries: readonly { name: string }[]) => entries.map((entry) => entry.name).sort()
  const members = async () => namesOf(await inventory())
  /** Without what a run had begun that was cut off: that may still come, and is looked after until the next release. */
  const owned = async () => namesOf((await inventory()).filter(({ uid }) => uid !== undefined))
  const untouched = async () => {
    expect(await admin.get(referenceTo(configMap('theirs')))).toEqual(theirs)
  }
  return { name, configMap, claim, asked, there, members, owned, untouched }
}

/** A kubeconfig by which everything goes through a gate. */
function through(gate: Gate): string {
  const { adminKubeconfig } = cluster.kubernetes
  const file = join(mkdtempSync(join(cluster.folder, 'gate-')), 'kubeconfig')
  const text = JSON.parse(readFileSync(adminKubeconfig, 'utf8')) as { clusters: [{ cluster: object }] }
  text.clusters[0].cluster = { ...text.clusters[0].cluster, 'proxy-url': gate.url }
  writeFileSync(file, JSON.stringify(text))
  return file
}

type Stage = Awaited<ReturnType<typeof stage>>

const olderObjects = ({ configMap, claim }: Stage) => [
  configMap('kept', 'kept'),
  configMap('both', 'older'),
  configMap('only-older', 'older'),
  claim,
]
const newerObjects = ({ configMap, claim }: Stage) => [
  configMap('kept', 'kept'),
  configMap('both', 'newer'),
  configMap('only-newer', 'newer'),
  claim,
]
const newerThere = ['both=newer', 'kept=kept', 'only-newer=newer']

/** How many pieces a run sends that nobody stops. */
async function piecesOfARun(): Promise<number> {
  const on = await stage()
  await runOnce(on.asked(1, [on.configMap('kept', 'kept'), on.configMap('gone'), on.claim]))
  const gate = await startGate(Number.POSITIVE_INFINITY)
  await runOnce(on.asked(2, olderObjects(on), { kubeconfig: through(gate) }))
  await gate.close()
  return gate.pieces
}

describe('of two runs', () => {
  test('of which the older is stopped anywhere and let go after the newer has ended, the newer wins, and nothing is forgotten', async () => {
    const all = await piecesOfARun()
    const interleave = async (at: number) => {
      const on = await stage()
      await runOnce(on.asked(1, [on.configMap('kept', 'kept'), on.configMap('gone'), on.claim]))
      const gate = await startGate(at)
      const older = runOnce(on.asked(2, olderObjects(on), { kubeconfig: through(gate) }))
      await Promise.race([gate.shut, older])
      const newer = await runOnce(on.asked(3, newerObjects(on)))
      gate.open()
      const lost = await older
      await gate.close()
      await on.untouched()
      // Whatever the older one has sent late is known, and goes with the next release.
      const late = (await on.there()).filter((each) => !newerThere.includes(each))
      const members = await on.members()
      const forgotten = late.map((each) => each.split('=')[0] ?? '').filter((own) => !members.includes(own))
      const again = await runOnce(on.asked(4, newerObjects(on)))
      return { at, newer, lost, late, forgotten, again, there: await on.there() }
    }
    const stops = Array.from({ length: 20 }, (_, index) => 1 + Math.floor((index * all) / 20))
    const ends = []
    for (let first = 0; first < stops.length; first += 5)
      ends.push(...(await Promise.all(stops.slice(first, first + 5).map(interleave))))
    for (const { at, newer, lost, late, forgotten, again, there } of ends) {
      expect({ at, newer, forgotten, again, there }).toEqual({
        at,
        newer: [],
        forgotten: [],
        again: [],
        there: newerThere,
      })
      // Nothing that both of them write is as the older one wanted it, also before the next release.
      expect(late.filter((each) => each !== 'only-older=older')).toEqual([])
      for (const each of lost)
        expect(each).toMatch(/^(LEASE_LOST|LEASE_HELD|RELEASE_OVERTAKEN|RELEASE_OLDER)/)
    }
    // Most of them were stopped before their end.
    expect(ends.filter(({ lost }) => lost.length > 0).length).toBeGreaterThan(12)
    expect(ends.some(({ lost }) => lost.some((each) => each.includes('actions/runs/3')))).toBe(true)
  }, 180_000)

  test('at once, the later one waits until the other has ended, and says for whom', async () => {
    const on = await stage()
    const ends = await Promise.all([
      runOnce(on.asked(2, olderObjects(on), { back: true })),
      runOnce(on.asked(3, newerObjects(on), { back: true })),
    ])
    expect(ends).toEqual([[], []])
    const whole = [newerThere, ['both=older', 'kept=kept', 'only-older=older']]
    expect(whole).toContainEqual(await on.there())
  }, 60_000)

  test('the one that may not wait any longer says who holds the application, and since when', async () => {
    const on = await stage()
    const gate = await startGate(Number.POSITIVE_INFINITY)
    // It holds the Lease, and renews it, while its object is not ready.
    const slow: KubernetesObject = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'slow', namespace: on.name },
      spec: {
        template: {
          metadata: { annotations: { 'sandbox.omninode.ai/fail': 'unready' } },
          spec: {
            restartPolicy: 'Never',
            nodeSelector: { there: 'is-none' },
            containers: [{ name: 'main', image: 'app' }],
          },
        },
      },
    }
    const first = runOnce(on.asked(2, [slow], { kubeconfig: through(gate) }))
    while ((await on.members()).length === 0) await sleep(50)
    const [said] = await runOnce(on.asked(3, newerObjects(on), { patience: 3_000 }))
    expect(said).toMatch(
      /^LEASE_HELD: \S+ is being released by https:\S+\/actions\/runs\/2\/attempts\/1#\S+, since 20\S+Z/,
    )
    await cluster.admin.delete(referenceTo(slow))
    await first
    await gate.close()
  }, 60_000)
})

describe('a run that is cancelled', () => {
  test('lets the application go, so that the next one need not wait until it is forgotten', async () => {
    const { name, configMap, there } = await stage()
    const held = {
      ...configMap('held'),
      metadata: { ...configMap('held').metadata, finalizers: ['example.com/one'] },
    }
    await cluster.release(name, [configMap('kept', '1'), held])
    const cancel = new AbortController()
    // It waits for what a finalizer holds.
    const inputs = { prune: 'true', 'rollout-timeout': '60s' }
    const cancelled = cluster.release(name, [configMap('kept', '2')], { inputs, signal: cancel.signal })
    while ((await cluster.admin.get(referenceTo(held)))?.metadata['deletionTimestamp'] === undefined)
      await sleep(50)
    cancel.abort()
    await cancelled
    const began = performance.now()
    const next = await cluster.release(name, [configMap('kept', '3'), configMap('new')])
    expect(next.refused).toEqual([])
    // A Lease that is not let go is good for half a minute.
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(await there()).toEqual(['held=', 'kept=3', 'new='])
    await cluster.admin.raw(
      'PATCH',
      `/api/v1/namespaces/${name}/configmaps/held`,
      { metadata: { finalizers: null } },
      { 'content-type': 'application/merge-patch+json' },
    )
  }, 60_000)
})

describe('a run that is killed', () => {
  /** Runs in a process of its own that is killed with SIGKILL at the given piece that it sends. */
  async function killed(asked: RunOptions, at: number): Promise<void> {
    const gate = await startGate(at)
    const options: RunOptions = { ...asked, kubeconfig: through(gate) }
    const program = join(import.meta.dirname, '../run.ts')
    const child = spawn(process.execPath, ['--conditions=source', program, JSON.stringify(options)], {
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await Promise.race([gate.shut, ended])
    child.kill('SIGKILL')
    await ended
    gate.open() // what it had sent arrives
    await sleep(50)
    await gate.close()
  }

  test('leaves nothing behind that the same, an older or another release does not put right', async () => {
    const all = await piecesOfARun()
    const pieces = fc.sample(fc.integer({ min: 1, max: all }), { seed, numRuns: runs(20) })
    for (const [time, at] of pieces.entries()) {
      const on = await stage()
      await runOnce(on.asked(1, [on.configMap('kept', 'kept'), on.configMap('gone'), on.claim]))
      const claimed = await cluster.admin.get(referenceTo(on.claim))
      await killed(on.asked(2, olderObjects(on)), at)
      const next = (['same', 'older', 'another'] as const)[time % 3]
      const [objects, expected] =
        next === 'same'
          ? [olderObjects(on), ['both=older', 'kept=kept', 'only-older=older']]
          : next === 'older'
            ? [
                [on.configMap('kept', 'kept'), on.configMap('gone'), on.claim],
                ['gone=', 'kept=kept'],
              ]
            : [[on.configMap('another', '1'), on.claim], ['another=1']]
      const refused = await runOnce(on.asked(3, objects, { back: true }))
      const names = [...expected.map((each) => each.split('=')[0]), 'data'].sort()
      expect({ at, next, refused, there: await on.there(), owned: await on.owned() }).toEqual({
        at,
        next,
        refused: [],
        there: expected,
        owned: names,
      })
      await on.untouched()
      expect((await cluster.admin.get(referenceTo(on.claim)))?.metadata.uid).toBe(claimed?.metadata.uid)
    }
  }, 600_000)
})

test('what a run has looked at before its turn is looked at anew when another had its turn in between', async () => {
  const { name, configMap } = await stage()
  const { world } = createTestWorld({ workspace: '/nowhere' })
  const objects = [configMap('kept', 'kept'), configMap('both', 'newer')]
  const workspace = mkdtempSync(join(cluster.folder, 'turn-'))
  writeManifests(workspace, objects)
  const given = { manifests: 'k8s', application: name, kubeconfig: cluster.kubernetes.adminKubeconfig }
  const run = await openStep(step, 'apply', given, { ...world, workspace })
  try {
    // It has seen that nothing is there.
    await sleep(1_000)
    await cluster.release(name, [configMap('kept', 'kept'), configMap('both', 'older')])
    const { changes } = await run.plan()
    expect(changes.map(({ action, address }) => `${action} ${address}`)).toEqual([
      `none ${name}/ConfigMap/kept`,
      `update ${name}/ConfigMap/both`,
    ])
  } finally {
    await run.close()
  }
}, 60_000)
