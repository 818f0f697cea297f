export const id = "deploy-apply";
export const ids = ["deploy-apply"];
export const modules = {

/***/ 7950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyDeployment: () => (/* binding */ applyDeployment)
});

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/stages.js
const stages = ['namespaces', 'definitions', 'configuration', 'workloads', 'webhooks'];
const workloads = new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet']);
function stageOf({ kind }) {
    if (kind === 'Namespace')
        return 'namespaces';
    if (kind === 'CustomResourceDefinition')
        return 'definitions';
    if (kind.endsWith('WebhookConfiguration'))
        return 'webhooks';
    return workloads.has(kind) ? 'workloads' : 'configuration';
}
/** Grouped by stage, in their order; empty stages are left out. */
function inStages(items, objectOf) {
    return stages
        .map((stage) => ({ stage, items: items.filter((item) => stageOf(objectOf(item)) === stage) }))
        .filter(({ items: members }) => members.length > 0);
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
// EXTERNAL MODULE: ./build/actions/deploy/src/deployment.js
var src_deployment = __webpack_require__(2008);
// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var inventory = __webpack_require__(7071);
// EXTERNAL MODULE: ./build/actions/deploy/src/prune.js
var prune = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/diagnose.js

const LOG_LINES = 15;
/** Reasons that only a change of the manifest or the image mends. */
const hopeless = new Set([
    'CreateContainerConfigError',
    'CreateContainerError',
    'ErrImageNeverPull',
    'ErrImagePull',
    'ImagePullBackOff',
    'InvalidImageName',
]);
/** A crash or two may be a dependency that is not up yet. */
const CRASHES = 2;
function troubleIn(pod, status) {
    const { name: container, restartCount, state = {}, lastState = {} } = status;
    const { waiting, terminated } = state;
    const where = { pod: (0,kubernetes_object/* referenceTo */.Po)(pod), container };
    const ended = terminated ?? lastState.terminated;
    const exit = ended?.exitCode === undefined
        ? ''
        : `exit code ${ended.exitCode}${ended.reason === undefined ? '' : ` (${ended.reason})`}`;
    if (waiting?.reason === 'CrashLoopBackOff') {
        return [
            {
                ...where,
                reason: waiting.reason,
                message: `it ended ${restartCount} times, last with ${exit}`,
                final: restartCount >= CRASHES,
            },
        ];
    }
    if (waiting?.reason !== undefined && hopeless.has(waiting.reason)) {
        return [{ ...where, reason: waiting.reason, message: waiting.message ?? '', final: true }];
    }
    if (terminated !== undefined && (terminated.exitCode ?? 0) !== 0) {
        return [{ ...where, reason: terminated.reason ?? 'Error', message: exit, final: false }];
    }
    return [];
}
/** The pods of a workload's newest version. */
async function podsOf(client, workload) {
    const { selector } = (workload['spec'] ?? {}); // apps/v1, batch/v1
    const labels = Object.entries(selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    if (labels === '')
        return [];
    const { namespace } = workload.metadata;
    const pods = await client.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace, labels });
    if (workload.kind !== 'Deployment')
        return pods;
    const sets = await client.list({ apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels });
    const revision = 'deployment.kubernetes.io/revision';
    const newest = sets.find((set) => set.metadata.annotations?.[revision] === workload.metadata.annotations?.[revision]);
    const hash = newest?.metadata.labels?.['pod-template-hash'];
    return pods.filter((pod) => pod.metadata.labels?.['pod-template-hash'] === hash);
}
async function troublesOf(client, workload) {
    return (await podsOf(client, workload)).flatMap((pod) => {
        const { containerStatuses = [], initContainerStatuses = [] } = (pod['status'] ?? {}); // core/v1 PodStatus
        return [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleIn(pod, status));
    });
}
/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
async function evidence(client, { pod, container, reason }) {
    const events = await client.list({ apiVersion: 'v1', kind: 'Event' }, { namespace: pod.namespace, fields: `involvedObject.name=${pod.name}` });
    const warnings = events // core/v1 Event
        .filter((event) => event.type === 'Warning')
        .map((event) => `event ${event.reason}: ${event.message}`);
    const previous = reason === 'CrashLoopBackOff';
    const log = await client.logs(pod, container, { lines: LOG_LINES, previous });
    const lines = log.trim() === ''
        ? []
        : log
            .trimEnd()
            .split('\n')
            .map((line) => `log: ${line}`);
    return [...new Set(warnings), ...lines];
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/health.js
function conditionsOf(object) {
    const { conditions = [] } = (object['status'] ?? {}); // every status that has conditions has them so
    return conditions;
}
function condition(object, type) {
    return conditionsOf(object).find((each) => each.type === type);
}
/** Whether the controller has seen the newest spec; until then the status is about an older one. */
function isObserved(object) {
    const { observedGeneration = 0 } = (object['status'] ?? {});
    return observedGeneration >= (object.metadata.generation ?? 0);
}
const progressing = (reason) => ({ state: 'progressing', reason });
const failed = (reason) => ({ state: 'failed', reason });
const ready = { state: 'ready' };

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/daemonset.js

function daemonSetHealth(object) {
    if (!isObserved(object))
        return progressing('the controller has not seen it yet');
    const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0, } = (object['status'] ?? {}); // apps/v1
    if (updatedNumberScheduled < desiredNumberScheduled) {
        return progressing(`${updatedNumberScheduled} of ${desiredNumberScheduled} nodes have the new version`);
    }
    return numberAvailable < desiredNumberScheduled
        ? progressing(`it is available on ${numberAvailable} of ${desiredNumberScheduled} nodes`)
        : ready;
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/deployment.js

function deploymentHealth(object) {
    if (!isObserved(object))
        return progressing('the controller has not seen it yet');
    const { replicas: wanted = 1 } = (object['spec'] ?? {}); // apps/v1 DeploymentSpec
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, } = (object['status'] ?? {}); // apps/v1 DeploymentStatus
    const creation = condition(object, 'ReplicaFailure');
    if (creation?.status === 'True')
        return failed(`no pod can be made: ${creation.message ?? creation.reason}`);
    const progress = condition(object, 'Progressing');
    if (progress?.reason === 'ProgressDeadlineExceeded')
        return failed(progress.message ?? 'its progress deadline is over');
    if (updatedReplicas < wanted)
        return progressing(`${updatedReplicas} of ${wanted} pods are of the new version`);
    if (replicas > updatedReplicas)
        return progressing(`${replicas - updatedReplicas} old pods are ending`);
    if (availableReplicas < wanted)
        return progressing(`${availableReplicas} of ${wanted} pods are available`);
    return ready;
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/job.js

function jobHealth(object) {
    if (condition(object, 'Complete')?.status === 'True')
        return ready;
    const failure = condition(object, 'Failed');
    if (failure?.status === 'True')
        return failed(`${failure.reason ?? 'Failed'}: ${failure.message ?? 'the job gave up'}`);
    const { active = 0, failed: attempts = 0 } = (object['status'] ?? {}); // batch/v1
    return progressing(`${active} pods run, ${attempts} have failed`);
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/statefulset.js

function statefulSetHealth(object) {
    if (!isObserved(object))
        return progressing('the controller has not seen it yet');
    const { replicas: wanted = 1, updateStrategy } = (object['spec'] ?? {}); // apps/v1
    const { readyReplicas = 0, updatedReplicas = 0 } = (object['status'] ?? {}); // apps/v1
    // With OnDelete pods become new only when somebody deletes them.
    if (updateStrategy?.type !== 'OnDelete' && updatedReplicas < wanted) {
        return progressing(`${updatedReplicas} of ${wanted} pods are of the new version`);
    }
    return readyReplicas < wanted ? progressing(`${readyReplicas} of ${wanted} pods are ready`) : ready;
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/index.js




const rules = {
    DaemonSet: daemonSetHealth,
    Deployment: deploymentHealth,
    Job: jobHealth,
    StatefulSet: statefulSetHealth,
};
/** The rule for a kind; undefined when there is nothing to wait for. */
function healthRule(kind) {
    return rules[kind];
}

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/actions/deploy/src/wait.js
/** Waits until workloads have rolled out, and stops as soon as one of them cannot. */






const POLL_MS = 500;
/** How often in a row a failure must be seen: a status may be about to change. */
const CONFIRMATIONS = 2;
const advice = {
    CrashLoopBackOff: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
    CreateContainerConfigError: 'Make the ConfigMap or Secret that it refers to, with that key.',
    ErrImagePull: 'Check the image reference, and that the cluster may pull it.',
    ImagePullBackOff: 'Check the image reference, and that the cluster may pull it.',
    InvalidImageName: 'Correct the image reference.',
};
/** The container's place in the manifest, when it is there. */
function containerSource(manifest, container) {
    const spec = (manifest.object['spec'] ?? {}).template?.spec; // apps/v1, batch/v1
    for (const kind of ['containers', 'initContainers']) {
        const index = (spec?.[kind] ?? []).findIndex((each) => each.name === container);
        if (index !== -1)
            return manifest.locate(['spec', 'template', 'spec', kind, index]);
    }
    return manifest.source;
}
async function troubleFailure(client, manifest, trouble, world) {
    const { pod, container, reason, message } = trouble;
    for (const line of await evidence(client, trouble))
        world.log.info(`${pod.name}/${container}: ${line}`);
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: `${manifest.address}: container ${container} of pod ${pod.name} is in ${reason}.`,
        why: message,
        fix: advice[reason] ?? 'Look at the events and the last lines of the container in the log.',
        source: containerSource(manifest, container),
    });
}
function healthFailure(manifest, reason) {
    const refused = /forbidden|exceeded quota|violates PodSecurity/.test(reason);
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: `${manifest.address} does not roll out.`,
        why: reason,
        fix: refused ? 'Change the pod so that its namespace admits it.' : 'Look at its pods and events.',
        source: manifest.source,
    });
}
/** Ready, still progressing, or what is wrong with it. */
async function look(client, waiting, world) {
    const { manifest } = waiting;
    const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(manifest.object));
    if (live === undefined)
        return healthFailure(manifest, 'it is gone: somebody deleted it');
    const health = healthRule(live.kind)?.(live) ?? { state: 'ready' };
    if (health.state === 'ready')
        return health;
    const trouble = (await troublesOf(client, live)).find((each) => each.final);
    const problem = trouble !== undefined
        ? `${trouble.pod.name} ${trouble.container}`
        : health.state === 'failed'
            ? health.reason
            : '';
    waiting.times = problem === waiting.seen ? waiting.times + 1 : 1;
    waiting.seen = problem;
    if (problem === '' || waiting.times < CONFIRMATIONS) {
        return { state: 'progressing', reason: health.reason };
    }
    return trouble === undefined
        ? healthFailure(manifest, health.reason)
        : troubleFailure(client, manifest, trouble, world);
}
/**
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every workload that cannot become ready, ROLLOUT_TIMEOUT for those that did not
 */
async function waitForRollouts(client, manifests, timeout, world) {
    const deadline = world.clock().getTime() + timeout;
    let left = manifests
        .filter((manifest) => healthRule(manifest.object.kind) !== undefined)
        .map((manifest) => ({ manifest, seen: '', times: 0 }));
    const told = new Map();
    while (left.length > 0) {
        const looks = await Promise.all(left.map(async (waiting) => ({ waiting, health: await look(client, waiting, world) })));
        (0,failure/* throwIfAny */.MI)(looks.flatMap(({ health }) => (health instanceof failure/* Failure */.HR ? [health] : [])));
        const late = world.clock().getTime() > deadline;
        const failures = [];
        const next = [];
        for (const { waiting, health } of looks) {
            if (health instanceof failure/* Failure */.HR)
                continue;
            const { address } = waiting.manifest;
            if (health.state === 'ready') {
                world.log.info(`ready: ${address}`);
                continue;
            }
            next.push(waiting);
            if (told.get(address) !== health.reason)
                world.log.info(`waiting for ${address}: ${health.reason}`);
            told.set(address, health.reason);
            if (late) {
                failures.push(new failure/* Failure */.HR({
                    code: 'ROLLOUT_TIMEOUT',
                    what: `${address} did not roll out within ${(0,duration/* formatDuration */.a)(timeout)}.`,
                    why: health.reason,
                    fix: 'Look at its pods and events, or raise `rollout-timeout`.',
                    source: waiting.manifest.source,
                }));
            }
        }
        (0,failure/* throwIfAny */.MI)(failures);
        left = next;
        if (left.length > 0)
            await (0,promises_.setTimeout)(POLL_MS, undefined, { signal: world.signal });
    }
}
async function waitForDefinitions(client, definitions, world) {
    for (const definition of definitions) {
        for (;;) {
            const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(definition));
            const { conditions = [] } = (live?.['status'] ?? {}); // apiextensions.k8s.io/v1
            if (conditions.some(({ type, status }) => type === 'Established' && status === 'True'))
                break;
            await (0,promises_.setTimeout)(POLL_MS, undefined, { signal: world.signal });
        }
    }
    if (definitions.length > 0)
        client.discovery.refresh();
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/apply.js










async function applyDeployment(plan, client, deployment, world) {
    const startedAt = world.clock();
    const { application, manifests: { manifests }, } = deployment;
    const changed = new Map(plan.changes.filter(({ action }) => action !== 'none').map((change) => [change.address, change]));
    const before = await (0,inventory/* readInventory */.zw)(client, application);
    const references = manifests.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    // First the union: whatever happens from here on, nothing that was made is forgotten.
    await (0,inventory/* writeInventory */.qu)(client, application, (0,inventory/* union */.KC)(before.members, references), src_deployment/* FIELD_MANAGER */.v);
    const results = [];
    const timed = async (address, action, work) => {
        const began = world.clock().getTime();
        await work();
        const durationMs = world.clock().getTime() - began;
        results.push({ address, action, status: 'done', durationMs });
        world.log.info(`${action}: ${address} (${(0,duration/* formatDuration */.a)(durationMs)})`);
    };
    const toApply = manifests.filter(({ address }) => changed.has(address));
    for (const { stage, items } of inStages(toApply, ({ object }) => object)) {
        await (0,collect/* collect */.F)(items, async (manifest) => {
            const object = (0,inventory/* asMember */.Nx)(manifest.object, application);
            const action = changed.get(manifest.address)?.action ?? 'update';
            await timed(manifest.address, action, async () => {
                try {
                    await client.apply(object, { fieldManager: src_deployment/* FIELD_MANAGER */.v, force: false, dryRun: false });
                }
                catch (error) {
                    throw (0,refusal/* refusalOf */.O)(error, manifest);
                }
            });
        });
        if (stage === 'definitions')
            await waitForDefinitions(client, items.map(({ object }) => object), world);
    }
    await waitForRollouts(client, manifests, deployment.rolloutTimeout, world);
    const pruned = (0,prune/* orphans */.mA)(before.members, manifests).filter((reference) => changed.get((0,kubernetes_object/* addressOf */.ci)(reference))?.action === 'delete');
    const backwards = [...pruned].sort((a, b) => stages.indexOf(stageOf(b)) - stages.indexOf(stageOf(a)));
    for (const reference of backwards)
        await timed((0,kubernetes_object/* addressOf */.ci)(reference), 'delete', () => client.delete(reference));
    const kept = before.members.filter((member) => !pruned.some((each) => (0,inventory/* sameReference */.kP)(member, each)));
    await (0,inventory/* writeInventory */.qu)(client, application, (0,inventory/* union */.KC)(references, kept), src_deployment/* FIELD_MANAGER */.v);
    return (0,outcome/* makeOutcome */.v$)({
        step: 'deploy',
        target: plan.target,
        digest: plan.digest,
        startedAt,
        finishedAt: world.clock(),
        status: 'succeeded',
        changed: results.length > 0,
        results,
    });
}


/***/ }),

/***/ 329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Runs over all items, and throws all that failed together. */
async function collect(items, work) {
    const settled = await Promise.allSettled(items.map(work));
    const failures = [];
    for (const each of settled) {
        if (each.status === 'fulfilled')
            continue;
        const known = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(each.reason);
        if (known.length === 0)
            throw each.reason;
        failures.push(...known);
    }
    // One cause for many objects, such as an API server that is away, is told once.
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...new Map(failures.map((failure) => [failure.message, failure])).values()]);
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}


/***/ }),

/***/ 2008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ FIELD_MANAGER)
/* harmony export */ });
/** Who applies, as the API server's managed fields name it. */
const FIELD_MANAGER = 'omninode-deploy';


/***/ }),

/***/ 7071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   Nx: () => (/* binding */ asMember),
/* harmony export */   kP: () => (/* binding */ sameReference),
/* harmony export */   qu: () => (/* binding */ writeInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);
/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside.
 */



/** The parent is in one namespace that every cluster has; its members may be anywhere. */
const NAMESPACE = 'default';
const PART_OF = 'applyset.kubernetes.io/part-of';
const Members = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ apiVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
function parentName(application) {
    return `omninode-${application}`;
}
/** The id that KEP-3659 prescribes: a hash of the parent's name, namespace, kind and group. */
function idOf(application) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${parentName(application)}.${NAMESPACE}.ConfigMap.`)
        .digest('base64url');
    return `applyset-${hash}-v1`;
}
/** The object with the label that makes it a member. */
function asMember(object, application) {
    const labels = { ...object.metadata.labels, [PART_OF]: idOf(application) };
    return { ...object, metadata: { ...object.metadata, labels } };
}
function sameReference(a, b) {
    return ((0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(a.apiVersion) === (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(b.apiVersion) &&
        a.kind === b.kind &&
        a.namespace === b.namespace &&
        a.name === b.name);
}
function union(a, b) {
    return [...a, ...b.filter((each) => !a.some((other) => sameReference(each, other)))];
}
async function readInventory(client, application) {
    const name = parentName(application);
    const parent = await client.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: NAMESPACE, name });
    const { members = '[]' } = parent?.data ?? {}; // core/v1 ConfigMap
    return { name, members: Members.parse(JSON.parse(members)) };
}
async function writeInventory(client, application, members, fieldManager) {
    const kinds = [
        ...new Set(members.map(({ apiVersion, kind }) => [kind, (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(apiVersion)].filter((part) => part !== '').join('.'))),
    ];
    const namespaces = [
        ...new Set(members.flatMap(({ namespace }) => namespace === undefined || namespace === NAMESPACE ? [] : [namespace])),
    ];
    await client.apply({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: parentName(application),
            namespace: NAMESPACE,
            labels: { 'applyset.kubernetes.io/id': idOf(application) },
            annotations: {
                'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
                'applyset.kubernetes.io/contains-group-kinds': kinds.sort().join(','),
                'applyset.kubernetes.io/additional-namespaces': namespaces.sort().join(','),
            },
        },
        data: { members: JSON.stringify(members) },
    }, { fieldManager, force: true, dryRun: false });
}


/***/ }),

/***/ 8307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Xx: () => (/* binding */ planPruning),
/* harmony export */   mA: () => (/* binding */ orphans)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1123);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7071);



/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
    'CustomResourceDefinition',
    'Namespace',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'StatefulSet',
]);
/** `apps/v1 Deployment` */
function kindOf({ apiVersion, kind }) {
    return `${apiVersion} ${kind}`;
}
/** What the application owned, and the manifests no longer name. */
function orphans(members, manifests) {
    return members.filter((member) => !manifests.some(({ object }) => (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .sameReference */ .kP)(member, (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .referenceTo */ .Po)(object))));
}
async function planPruning(client, deployment) {
    if (!deployment.prune)
        return { changes: [], findings: [] };
    const { members } = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .readInventory */ .zw)(client, deployment.application);
    const gone = orphans(members, deployment.manifests.manifests);
    const kept = gone.filter(({ kind }) => protectedKinds.has(kind));
    return {
        changes: gone
            .filter(({ kind }) => !protectedKinds.has(kind))
            .map((reference) => ({
            action: 'delete',
            address: (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(reference),
            kind: kindOf(reference),
            note: 'is no longer in the manifests',
        })),
        findings: kept.map((reference) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({
            rule: 'prune-protected',
            severity: 'warning',
            verdict: 'fail',
            message: `${(0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(reference)} is no longer in the manifests, and stays.`,
            why: 'Deleting it would delete data.',
            fix: 'Delete it by hand when nobody needs it, or put it back.',
        }, (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(reference))),
    };
}


/***/ }),

/***/ 7807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/** What the API server refuses, as failures on the line of the manifest. */


function conflict(manifest, error) {
    const fields = error.causes.flatMap(({ field, message }) => field === undefined ? [] : [`${field} (${message ?? 'another manager'})`]);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'FIELD_CONFLICT',
        what: `${manifest.address} has fields that somebody else manages: ${fields.join(', ')}.`,
        why: 'Taking them over would undo what that manager does.',
        fix: 'Remove these fields from the manifest, or let the other manager give them up.',
        source: manifest.source,
        cause: error,
    });
}
/** The path of `spec.template.spec.containers[0].image` as keys and indexes. */
function keysOf(field) {
    return field
        .split(/\.|(?=\[)/)
        .map((part) => (/^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : part.replace(/^\["?|"?\]$/g, '')));
}
function refusalOf(error, manifest) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .d))
        return error;
    if (error.status === 409 && error.causes.some((cause) => cause.reason === 'FieldManagerConflict'))
        return conflict(manifest, error);
    if (error.status === 403) {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'CLUSTER_FORBIDDEN',
            what: `The cluster does not allow it for ${manifest.address}.`,
            why: error.message,
            fix: 'Give the role of this identity the right, or change the manifest so that the namespace admits it.',
            source: manifest.source,
            cause: error,
        });
    }
    const [cause] = error.causes;
    const immutable = /immutable|may not be changed|updates to .* are forbidden/i.test(error.message);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: immutable ? 'MANIFEST_IMMUTABLE' : 'MANIFEST_INVALID',
        what: `The API server refuses ${manifest.address}: ${error.message}.`,
        fix: immutable
            ? 'Give the object another name: this field cannot be changed in place.'
            : 'Correct the manifest.',
        source: cause?.field === undefined ? manifest.source : manifest.locate(keysOf(cause.field)),
        cause: error,
    });
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isNotFound),
/* harmony export */   d: () => (/* binding */ KubernetesError)
/* harmony export */ });
/** An API server's refusal, with what its Status object says. */
class KubernetesError extends Error {
    name = 'KubernetesError';
    /** The HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, … */
    reason;
    causes;
    constructor(status, body) {
        const { reason, message, details } = parse(body);
        super(message ?? `the API server answered ${status}`);
        this.status = status;
        this.reason = reason ?? '';
        this.causes = details?.causes ?? [];
    }
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return body.trim() === '' ? {} : { message: body.trim().slice(0, 500) };
    }
}
function isNotFound(error) {
    return error instanceof KubernetesError && error.status === 404;
}


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   YE: () => (/* binding */ KubernetesObject),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const Metadata = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    namespace: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    annotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    uid: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    resourceVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    generation: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
})
    .readonly();
/** Any object of the API: what all of them have, and whatever else it holds. */
const KubernetesObject = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ apiVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), metadata: Metadata })
    .readonly();
function referenceTo({ apiVersion, kind, metadata }) {
    return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
}
/** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev` outside of namespaces. */
function addressOf({ kind, namespace, name }) {
    return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}


/***/ })

};
