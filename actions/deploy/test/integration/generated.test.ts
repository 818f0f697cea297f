/** Whatever the manifests are, and whatever the API server answers: a run ends, and says why in its own words. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { type Failure, failuresIn } from '#toolkit/model/failure.ts'
import { isBlocking } from '#toolkit/model/finding.ts'
import { effectiveChanges } from '#toolkit/model/plan.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { runs, seed } from '../../../../test/repetitions.ts'
import { step } from '../../src/step.ts'
import { startCluster, type TestCluster } from '../cluster.ts'
import { type Fault, startFaults } from '../faults.ts'
import { generatedObjects } from '../generated.ts'

let cluster: TestCluster
let serial = 0
beforeAll(async () => {
  cluster = await startCluster()
}, 600_000)
afterAll(() => cluster.stop())

const passing: readonly Fault[] = [429, 500, 502, 503, 504, 'cut', 'lost']
const refusing: readonly Fault[] = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422]

/** Each request once, one after the other; or one of them for good, among those that list or among the others. */
type Trouble =
  | { readonly is: 'passing'; readonly from: number }
  | { readonly is: 'refusing'; readonly at: number; readonly lists: boolean; readonly fault: Fault }

const troubles: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ is: fc.constant('passing' as const), from: fc.nat(passing.length - 1) }),
  fc.record({
    is: fc.constant('refusing' as const),
    at: fc.nat(40),
    lists: fc.integer({ min: 1, max: 5 }).map((each) => each === 1),
    fault: fc.constantFrom(...refusing),
  }),
)

function faultsOf(trouble: Trouble): (asked: string) => Fault | undefined {
  const seen = new Set<string>()
  let count = 0
  return (asked) => {
    if (trouble.is === 'refusing') {
      const isCounted = asked.includes('limit=') === trouble.lists
      return isCounted && count++ === trouble.at ? trouble.fault : undefined
    }
    if (seen.has(asked)) return undefined
    seen.add(asked)
    return passing[(trouble.from + count++) % passing.length]
  }
}

interface Ended {
  readonly codes: readonly string[]
  /** What is no failure that anybody expects, or does not say what and what to do. */
  readonly odd: readonly string[]
}

function oddIn(failures: readonly Failure[]): string[] {
  return failures
    .filter(({ code, what, fix = '' }) => !/^[A-Z_]+$/.test(code) || what === '' || fix === '')
    .map(String)
}

/** Plans, applies and waits, as a run does. */
async function run(objects: readonly unknown[], own: string, trouble: Trouble): Promise<Ended> {
  const workspace = mkdtempSync(join(cluster.folder, 'workspace-'))
  mkdirSync(join(workspace, 'k8s'))
  for (const [index, object] of objects.entries())
    writeFileSync(join(workspace, `k8s/${index}.yaml`), JSON.stringify(object, undefined, 2))
  const faults = await startFaults(
    join(cluster.folder, 'pki'),
    cluster.kubernetes.adminKubeconfig,
    faultsOf(trouble),
  )
  const { world } = createTestWorld({ workspace })
  const given = { manifests: 'k8s', application: own, kubeconfig: faults.kubeconfig, 'rollout-timeout': '3s' }
  const failures: Failure[] = []
  const odd: string[] = []
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      const told = failuresIn(error)
      failures.push(...told)
      if (told.length === 0) odd.push(`BUG: ${error instanceof Error ? error.stack : error}`)
    }
  }
  await attempt(async () => {
    const opened = await openStep(step, 'apply', given, { ...world, random: () => 0 })
    await attempt(async () => {
      const plan = await opened.plan()
      const blocking = plan.findings.filter(isBlocking)
      odd.push(
        ...blocking
          .filter(({ message, why, fix }) => [message, why, fix].includes(''))
          .map((each) => each.rule),
      )
      if (blocking.length > 0) return
      if (effectiveChanges(plan).length === 0) return void (await opened.prove?.(plan))
      failures.push(...(await ended(opened, plan, forwards(), { signal: world.signal })).failures)
    })
    await attempt(() => opened.close())
  })
  await faults.close()
  return { codes: failures.map(({ code }) => code), odd: [...odd, ...oddIn(failures)] }
}

test('a run of whatever manifests ends as it should, or with failures that say what to do, whatever goes wrong on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      // What failed is told; trying it again with less would take an hour.
      fc.noShrink(fc.array(fc.tuple(generatedObjects, troubles), { minLength: 10, maxLength: 10 })),
      async (releases) => {
        const all = await Promise.all(
          releases.map(async ([objectsOf, trouble]) => {
            const own = `generated-${serial++}`
            const objects = objectsOf(own)
            return { objects, trouble, ...(await run(objects, own, trouble)) }
          }),
        )
        expect(all.filter(({ odd }) => odd.length > 0)).toEqual([])
        // What passes by itself ends no run.
        const ended = all.filter(({ trouble }) => trouble.is === 'passing').flatMap(({ codes }) => codes)
        expect(ended.filter((code) => /^CLUSTER_UN/.test(code))).toEqual([])
      },
    ),
    { seed, numRuns: runs(50) },
  )
}, 1_800_000)

test('a plan names the hooks of Helm, with file and line, and has no change for those that are left out', async () => {
  const hook = (name: string, hooks: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', annotations: { 'helm.sh/hook': hooks } },
  })
  const { plan, changes, results } = await cluster.release('hooked', [
    hook('before', 'pre-install'),
    hook('tested', 'test'),
    hook('both', 'test,post-install'),
  ])
  expect(changes).toEqual(['create default/ConfigMap/before', 'create default/ConfigMap/both'])
  expect(results).toHaveLength(2)
  const told = (plan?.findings ?? []).filter(({ rule }) => rule === 'helm-hook')
  expect(
    told.map(({ severity, message, source }) => [
      severity,
      message.split(' ')[0],
      source?.file,
      source?.line,
    ]),
  ).toEqual([
    ['warning', 'default/ConfigMap/before', 'k8s/0.yaml', 8],
    ['notice', 'default/ConfigMap/tested', 'k8s/1.yaml', 8],
    ['warning', 'default/ConfigMap/both', 'k8s/2.yaml', 8],
  ])
}, 60_000)
