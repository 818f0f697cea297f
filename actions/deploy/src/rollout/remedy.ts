/** What to do about what keeps a pod, and which line of the manifest it is about. */
import type { Delay } from '#toolkit/kubernetes/delay.ts'
import { type Event, isAboutContainer, probeOf } from '#toolkit/kubernetes/events.ts'
import type { Trouble } from '#toolkit/kubernetes/trouble.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { type Container, workloadOf } from '#toolkit/manifests/workload.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Node } from '#toolkit/sources/node.ts'

export interface Remedy {
  /** What the cluster's own words mean, where they do not say it. */
  readonly meaning?: string | undefined
  readonly fix: string
  readonly source: Source
}

/** As it stands in the manifest; an admission webhook may have put another one beside those. */
export function containerNamed(manifest: CompleteManifest, name: string): Container | undefined {
  return workloadOf(manifest)?.containers.find((each) => each.name === name)
}

/** `container main`, `init container migrate` */
export function labelOf(manifest: CompleteManifest, name: string): string {
  return containerNamed(manifest, name)?.label ?? `container ${name}`
}

function placeIn(manifest: CompleteManifest, name: string, ...path: readonly string[]): Source {
  return (containerNamed(manifest, name)?.node.get(...path) ?? manifest).source
}

const COMMAND_MISSING = 'Correct its `command`, or put that program into the image, where its PATH finds it.'
const NOT_EXECUTABLE =
  'Make the file executable in the image (`chmod +x`), and build it for the architecture of the node; or correct `command`.'

/** Exit codes that say more than that it failed: those of shells, and 128 and the number of a signal. */
const exits: ReadonlyMap<number, { readonly meaning: string; readonly fix: string }> = new Map([
  [126, { meaning: 'its command cannot be executed', fix: NOT_EXECUTABLE }],
  [127, { meaning: 'its command is not there', fix: COMMAND_MISSING }],
  [134, { meaning: 'it aborted itself (SIGABRT)', fix: 'Look at its last lines: it found itself broken.' }],
  [
    137,
    {
      meaning: 'it was killed (SIGKILL)',
      fix: 'Find out who kills it: a node that is out of memory, or whoever waited in vain that it ends (`terminationGracePeriodSeconds`).',
    },
  ],
  [
    139,
    { meaning: 'it broke off (SIGSEGV)', fix: 'Look at its last lines: it, or a library of it, is broken.' },
  ],
  [
    143,
    {
      meaning: 'it was asked to end (SIGTERM), and did',
      fix: 'Find out who ends it, such as a probe, or a script of its own.',
    },
  ],
])

const PROBE_FIXES: Readonly<Record<string, string>> = {
  readinessProbe:
    'Correct the path, port and command of its readinessProbe, or look at its last lines: what it stands on may be missing.',
  livenessProbe:
    'Correct its livenessProbe, or give the container more time before it begins: a startupProbe, or `initialDelaySeconds`.',
  startupProbe:
    'Correct its startupProbe, or give the container more time: `failureThreshold` times `periodSeconds`.',
}

/** A probe for whose sake the container is started again. */
function killingProbe({ container, kind }: Trouble, events: readonly Event[]): Event | undefined {
  if (kind !== 'crash') return undefined
  return events.findLast((event) => {
    const probe = probeOf(event)
    return probe !== undefined && probe !== 'readinessProbe' && isAboutContainer(event, container)
  })
}

function remedyOfCrash(manifest: CompleteManifest, trouble: Trouble, events: readonly Event[]): Remedy {
  const { container, exit } = trouble
  const at = (...path: readonly string[]) => placeIn(manifest, container, ...path)
  if (exit?.reason === 'OOMKilled') {
    return {
      meaning: 'it took more memory than its limit',
      fix: 'Raise its `resources.limits.memory`, or let it use less.',
      source: at('resources', 'limits', 'memory'),
    }
  }
  const event = killingProbe(trouble, events)
  const probe = event === undefined ? undefined : probeOf(event)
  if (event !== undefined && probe !== undefined)
    return { meaning: event.message, fix: PROBE_FIXES[probe] ?? '', source: at(probe) }
  const known = exits.get(exit?.code ?? 0)
  const isCommand = exit?.code === 126 || exit?.code === 127
  if (known !== undefined) return { ...known, source: isCommand ? at('command') : at() }
  return {
    fix: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
    source: at(),
  }
}

interface Missing {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  readonly key: string | undefined
}

/** `secret "x" not found`, `couldn't find key k in Secret dev/x` */
export function missingIn(message: string): Missing | undefined {
  const ofKey = /find key (\S{1,253}) in (Secret|ConfigMap) [^\s/]{1,63}\/(\S+)/i.exec(message)
  const [, key, kind, name] = ofKey ?? [
    undefined,
    undefined,
    ...(/(secret|configmap) "([^"]+)" not found/i.exec(message) ?? []).slice(1),
  ]
  if (kind === undefined || name === undefined) return undefined
  return { kind: kind.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap', name, key }
}

/** Where a container asks for a ConfigMap or Secret, by its key when that is what is missing. */
function referenceIn(container: Node, { kind, name, key }: Missing): Node | undefined {
  const [one, all] = kind === 'Secret' ? ['secretKeyRef', 'secretRef'] : ['configMapKeyRef', 'configMapRef']
  for (const variable of container.get('env').items()) {
    const reference = variable.get('valueFrom', one)
    if (reference.get('name').text !== name) continue
    if (key === undefined) return reference.get('name')
    if (reference.get('key').text === key) return reference.get('key')
  }
  return container
    .get('envFrom')
    .items()
    .map((each) => each.get(all, 'name'))
    .find(({ text }) => text === name)
}

function remedyOfMissing(manifest: CompleteManifest, { container, message, pod }: Trouble): Remedy {
  const missing = missingIn(message)
  const node = containerNamed(manifest, container)?.node
  const place = missing === undefined || node === undefined ? node : (referenceIn(node, missing) ?? node)
  const { source } = place ?? manifest
  if (missing === undefined)
    return { fix: 'Correct what the container is given: the message says what of it cannot be.', source }
  const { kind, name, key } = missing
  return {
    fix:
      key === undefined
        ? `Make the ${kind} ${name} in the namespace ${pod.namespace}, or correct its name here.`
        : `Put the key ${key} into the ${kind} ${name}, or correct the key here.`,
    source,
  }
}

/** As registries say it; some do so of an image that is not there. */
const UNAUTHORISED = /unauthorized|authentication required|denied|forbidden|no basic auth|\b40[13]\b/i

export function remedyOfTrouble(
  manifest: CompleteManifest,
  trouble: Trouble,
  events: readonly Event[],
): Remedy {
  const { container, kind, message } = trouble
  const image = placeIn(manifest, container, 'image')
  switch (kind) {
    case 'crash':
      return remedyOfCrash(manifest, trouble, events)
    case 'missing':
      return remedyOfMissing(manifest, trouble)
    case 'name':
      return { fix: 'Correct the image reference.', source: image }
    case 'image':
      return UNAUTHORISED.test(message)
        ? {
            fix: 'Let the pod pull it: `imagePullSecrets` with credentials of that registry, or the right of the nodes. Some registries say so of an image that is not there.',
            source: image,
          }
        : {
            fix: 'Push that image first, or correct its name, tag or digest.',
            source: image,
          }
    case 'pull':
      return { fix: 'Look whether the registry answers, and whether the nodes reach it.', source: image }
    case 'start': {
      const place = placeIn(manifest, container, 'command')
      if (/executable file not found|no such file or directory/i.test(message))
        return { fix: COMMAND_MISSING, source: place }
      if (/permission denied|exec format error/i.test(message)) return { fix: NOT_EXECUTABLE, source: place }
      return {
        fix: 'Look at what the runtime says: a path, a device or a command is not there.',
        source: placeIn(manifest, container),
      }
    }
  }
}

/** What the scheduler says, and the field of the pod that asks for it. */
function remedyOfNode(manifest: CompleteManifest, pod: Node, words: string): Remedy {
  const [, resource] = /Insufficient ([\w./-]{1,253}?)[.,;]?(?:\s|$)/.exec(words) ?? []
  if (resource !== undefined) {
    const asking = workloadOf(manifest)?.containers.map(({ node }) =>
      node.get('resources', 'requests', resource),
    )
    const place = asking?.find(({ value }) => value !== undefined) ?? pod
    return {
      fix: `Ask for less ${resource} in \`resources.requests\`, or give the cluster a node that has as much free.`,
      source: place.source,
    }
  }
  if (/untolerated taint/.test(words))
    return {
      fix: 'Tolerate the taint in `tolerations`, or add a node without it.',
      source: pod.get('tolerations').source,
    }
  if (/affinity|selector/.test(words)) {
    const field = pod.get('nodeSelector').value === undefined ? 'affinity' : 'nodeSelector'
    return { fix: `Correct \`${field}\`, or label a node so.`, source: pod.get(field).source }
  }
  return { fix: 'Give the cluster a node on which it may run, or ask for less.', source: pod.source }
}

function volumeOf(pod: Node, isMeant: (volume: Node) => boolean): Node {
  return pod.get('volumes').items().find(isMeant) ?? pod.get('volumes')
}

/** What to do when the time is over, and nothing of the pod has failed. */
export function remedyOfDelay(manifest: CompleteManifest, delay: Delay): Remedy {
  const { cause, container, probe, volume, claim, words } = delay
  const pod = workloadOf(manifest)?.pod ?? manifest.node
  switch (cause) {
    case 'node':
      return remedyOfNode(manifest, pod, words)
    case 'claim': {
      const named = volumeOf(pod, (each) => each.get('persistentVolumeClaim', 'claimName').text === claim)
      const templates = manifest.node.get('spec', 'volumeClaimTemplates')
      const template = templates
        .items()
        .find((each) => claim?.startsWith(`${each.get('metadata', 'name').text}-`))
      return {
        fix: 'Correct its `storageClassName`, or make the class or the volume that it asks for: `kubectl get storageclass,persistentvolume` shows what there is.',
        source: (template ?? named).source,
      }
    }
    case 'mount':
      return {
        fix: 'Make what the volume is to hold, or correct the volume: the message says what of it is not there.',
        source: volumeOf(pod, (each) => each.get('name').text === volume).source,
      }
    case 'probe':
    case 'unready':
      return {
        fix: PROBE_FIXES[probe ?? 'readinessProbe'] ?? '',
        source: placeIn(manifest, container ?? '', probe ?? 'readinessProbe'),
      }
    case 'other':
      return { fix: 'Look at its pods and events, or raise `rollout-timeout`.', source: manifest.source }
  }
}

/** Names in `(container "main" must set …)`, `(containers "a", "b" must …)`, `for: main`. */
function refusedContainers(said: string): string[] {
  const quoted = [...said.matchAll(/containers? ((?:"[^"]{1,63}"(?:, )?){1,99})/g)].flatMap(
    ([, names = '']) => [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  )
  const [, listed = ''] = /must specify \S{1,500} for: ([^;]+)/.exec(said) ?? []
  return [...quoted, ...listed.split(',').filter((name) => name !== '')]
}

/** What to do about a pod that its namespace does not admit, as the API server says why. */
export function remedyOfRefusal(manifest: CompleteManifest, said: string): Remedy {
  const containers = workloadOf(manifest)?.containers ?? []
  const named = refusedContainers(said)
  const meant = containers.find(({ name }) => named.includes(name))
  const told = meant === undefined ? '' : ` It is about ${meant.label}.`
  if (said.includes('violates PodSecurity')) {
    return {
      fix: `Set in its securityContext what the message names, or label the namespace for a lower level (\`pod-security.kubernetes.io/enforce\`).${told}`,
      source: (meant?.node.get('securityContext') ?? manifest).source,
    }
  }
  const [, failing] = /failed quota: ([^:]{1,253}): must specify/.exec(said) ?? []
  if (failing !== undefined) {
    return {
      fix: `Write into its resources what the ResourceQuota ${failing} counts.${told}`,
      source: (meant?.node.get('resources') ?? manifest).source,
    }
  }
  const [, quota] = /exceeded quota: ([^,]{1,253}),/.exec(said) ?? []
  if (quota !== undefined) {
    return {
      fix: `Raise the ResourceQuota ${quota}, or ask for less: fewer replicas, less of \`resources\`, or something else of the namespace that can go.`,
      source: manifest.source,
    }
  }
  const [, resource, limit] =
    /(?:maximum|minimum) ([\w./-]{1,253}) usage per \w{1,63} is [^,]+(?:, but (limit|request) is)?/.exec(
      said,
    ) ?? []
  if (resource !== undefined) {
    const field = limit === 'request' ? 'requests' : 'limits'
    const asks = containers.find(({ node }) => node.get('resources', field, resource).value !== undefined)
    return {
      fix: `Ask for what the LimitRange of the namespace allows, in \`resources.${field}.${resource}\`.${asks === undefined ? '' : ` It is about ${asks.label}.`}`,
      source: (asks?.node.get('resources', field, resource) ?? manifest).source,
    }
  }
  return {
    fix: `Change the pod so that its namespace admits it.${told}`,
    source: (meant?.node ?? manifest).source,
  }
}
