export const id = "deploy-rollout-wait";
export const ids = ["deploy-rollout-wait"];
export const modules = {

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitForRollouts: () => (/* binding */ waitForRollouts)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var health = __webpack_require__(9234);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
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
/** What there is to see. Who may not look sees nothing: that must not hide what is told anyway. */
async function seen(client, ...[type, options]) {
    try {
        return await client.list(type, options);
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.code === 'CLUSTER_FORBIDDEN')
            return [];
        throw error;
    }
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
    const pods = await seen(client, { apiVersion: 'v1', kind: 'Pod' }, { namespace, labels });
    if ((0,kinds/* groupKindOf */.zo)(workload) !== kinds/* knownKinds */.T8.deployment)
        return pods;
    const sets = await seen(client, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels });
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
/** Whether it is a Job that is deleted some time after its end. */
function removesItself(object) {
    return ((0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.job &&
        typeof (0,kubernetes_object/* valueAt */.fK)(object, ['spec', 'ttlSecondsAfterFinished']) === 'number');
}
/** The reasons for which a Job is given up; source: the constants of k8s.io/api/batch/v1. */
const jobFailures = new Set([
    'BackoffLimitExceeded',
    'DeadlineExceeded',
    'FailedIndexes',
    'MaxFailedIndexesExceeded',
    'PodFailurePolicy',
]);
/** How a Job ended that is gone, by its events, which stay for an hour. */
async function endOfJob(client, last) {
    const { uid, namespace } = last?.metadata ?? {};
    if (uid === undefined)
        return (0,health/* unknown */.L5)('nobody has seen it');
    const events = await seen(client, { apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.uid=${uid}` });
    const told = events; // core/v1 Event
    if (told.some(({ reason }) => reason === 'Completed'))
        return (0,health/* ready */.Gc)('it is complete, and has removed itself');
    const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason));
    return end === undefined
        ? (0,health/* unknown */.L5)('its events do not tell how it ended')
        : (0,health/* failed */.gz)(`it failed: ${(0,health/* wordsOf */.Z9)(end)}`);
}
/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
async function evidence(client, { pod, container, reason }) {
    const events = await seen(client, { apiVersion: 'v1', kind: 'Event' }, { namespace: pod.namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${pod.name}` });
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

// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 12 modules
var kubernetes_health = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
// EXTERNAL MODULE: ./build/actions/deploy/src/secrets/secret-values.js
var secret_values = __webpack_require__(7360);
;// CONCATENATED MODULE: ./build/actions/deploy/src/secrets/pod-secrets.js



function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** How a pod refers to Secrets, by the key that the reference stands under, and the key of the name in it. */
const references = {
    secretKeyRef: 'name',
    secretRef: 'name',
    secret: 'secretName',
};
/** Names of the Secrets that a specification refers to, wherever that is: variables, volumes, projected volumes. */
function secretNamesIn(value) {
    if (Array.isArray(value))
        return value.flatMap(secretNamesIn);
    if (!isFields(value))
        return [];
    return Object.entries(value).flatMap(([key, member]) => {
        const nameKey = references[key];
        if (nameKey === undefined || !isFields(member))
            return secretNamesIn(member);
        // In a projected volume it is called `name` as well.
        const name = member[nameKey] ?? member['name'];
        return typeof name === 'string' ? [name] : [];
    });
}
/** @returns whether all of them are known: one that is not there has told the pod nothing */
async function maskPodSecrets(client, { namespace, name }, { redactor }) {
    const read = (kind, each) => client.get({ apiVersion: 'v1', kind, namespace, name: each }).catch((error) => {
        if (error instanceof kubernetes_error/* KubernetesError */.dK)
            return error;
        throw error;
    });
    const pod = await read('Pod', name);
    if (pod === undefined || pod instanceof kubernetes_error/* KubernetesError */.dK)
        return false;
    const names = [...new Set(secretNamesIn((0,kubernetes_object/* valueAt */.fK)(pod, ['spec'])))];
    const known = await Promise.all(names.map(async (each) => {
        const secret = await read('Secret', each);
        if (secret instanceof kubernetes_error/* KubernetesError */.dK)
            return false;
        if (secret !== undefined)
            for (const { name: key, value } of (0,secret_values/* secretValuesOf */.W)(secret))
                redactor.addSensitive(value, key);
        return true;
    }));
    return known.every((each) => each);
}
const WITHHELD = 'its log is withheld: a Secret of the pod cannot be read, so nobody knows what in it is secret';
/** Lines of a container's evidence, without those of its log when they cannot be masked. */
function tellableLines(lines, isMasked) {
    if (isMasked)
        return lines;
    const rest = lines.filter((line) => !line.startsWith('log: '));
    return rest.length === lines.length ? lines : [...rest, WITHHELD];
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/unwell.js
var unwell = __webpack_require__(8582);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/wait.js
/** Waits until a release is well, and stops as soon as a part of it cannot become so. */












const POLL_MS = 500;
const GONE = (0,health/* failed */.gz)('it is gone: somebody deleted it');
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
    const written = (0,workload/* workloadOf */.R)(manifest)?.containers.find(({ name }) => name === container);
    return written?.node.source ?? manifest.source;
}
async function troubleFailure(client, manifest, trouble, world) {
    const { pod, container, reason, message } = trouble;
    const isMasked = await maskPodSecrets(client, pod, world);
    for (const line of tellableLines(await evidence(client, trouble), isMasked))
        world.log.info(`${pod.name}/${container}: ${line}`);
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: `${manifest.address}: container ${container} of pod ${pod.name} is in ${reason}.`,
        why: message,
        fix: advice[reason] ?? 'Look at the events and the last lines of the container in the log.',
        source: containerSource(manifest, container),
    });
}
function cureOf({ object }, health) {
    const { state, reason } = health;
    if (health === GONE)
        return 'Find out who deletes it, and start again.';
    if (/forbidden|exceeded quota|violates PodSecurity/.test(reason))
        return 'Change the pod so that its namespace admits it.';
    if (state === 'failed' && (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.job)
        return 'Look at its pods and events. A Job runs once: delete it, or give it another name, to let it run again.';
    if (state === 'deleting')
        return 'Find out who deletes it, and start again when it is gone.';
    return (0,kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(object)) ? 'Look at its pods and events.' : 'Look at its status and events.';
}
function healthFailure(manifest, health) {
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: (0,kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(manifest.object))
            ? `${manifest.address} does not roll out.`
            : `${manifest.address} is not well.`,
        why: health.reason,
        fix: cureOf(manifest, health),
        source: manifest.source,
    });
}
/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client, { manifest, last }) {
    if (!removesItself(manifest.object))
        throw healthFailure(manifest, GONE);
    const seen = last === undefined ? undefined : (0,kubernetes_health/* healthOf */.Wr)(last);
    const health = seen?.state === 'ready' ? seen : await endOfJob(client, last);
    if (health.state === 'ready')
        return { over: true, health };
    if (health.state === 'failed')
        throw healthFailure(manifest, health);
    throw new failure/* Failure */.HR({
        code: 'ROLLOUT_UNKNOWN',
        what: `${manifest.address} is gone, and nothing tells how it ended.`,
        why: 'It removes itself after `ttlSecondsAfterFinished`, and its events are gone too.',
        fix: 'Let it stay longer: raise `ttlSecondsAfterFinished`.',
        source: manifest.source,
    });
}
/** How far it is. @throws Failure that says why it cannot become ready */
async function look(client, waiting, world) {
    const { manifest } = waiting;
    const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(manifest.object));
    if (live === undefined)
        return goneLook(client, waiting);
    waiting.last = live;
    const health = (0,kubernetes_health/* healthOf */.Wr)(live);
    if (!(0,unwell/* isUnwell */.YW)(manifest.object, health))
        return { over: true, health };
    const awaited = (0,kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(live));
    const trouble = awaited ? (await troublesOf(client, live)).find((each) => each.final) : undefined;
    const problem = trouble !== undefined
        ? `${trouble.pod.name} ${trouble.container}`
        : health.state === 'failed' || health.state === 'deleting'
            ? health.reason
            : '';
    waiting.times = problem === waiting.problem ? waiting.times + 1 : 1;
    waiting.problem = problem;
    if (problem === '' || waiting.times < CONFIRMATIONS)
        return { over: false, health };
    throw trouble === undefined
        ? healthFailure(manifest, health)
        : await troubleFailure(client, manifest, trouble, world);
}
/**
 * Waits for all objects of a release, those that stay as they are too: until what is waited for is ready, and of the
 * others whether they are well.
 * @param known the objects as the API server last told them, by their address
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every object that cannot become ready, ROLLOUT_TIMEOUT for those that did not,
 * ROLLOUT_UNKNOWN for a Job that ended unseen
 */
async function waitForRollouts(client, manifests, known, timeout, world) {
    const deadline = world.clock().getTime() + timeout;
    let left = manifests.map((manifest) => ({
        manifest,
        last: known.get(manifest.address),
        problem: '',
        times: 0,
    }));
    const told = new Map();
    while (left.length > 0) {
        const looks = await (0,collect/* collect */.F)(left, async (waiting) => ({
            waiting,
            seen: await look(client, waiting, world),
        }));
        const late = world.clock().getTime() > deadline;
        const failures = [];
        const next = [];
        for (const { waiting, seen } of looks) {
            const { address, source, object } = waiting.manifest;
            const { state, reason } = seen.health;
            if (seen.over) {
                if ((0,kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(object)))
                    world.log.info(state === 'ready' ? `ready: ${address}` : `not waiting for ${address}: ${reason}`);
                continue;
            }
            next.push(waiting);
            if (told.get(address) !== reason)
                world.log.info(`waiting for ${address}: ${reason}`);
            told.set(address, reason);
            if (late) {
                failures.push(new failure/* Failure */.HR({
                    code: 'ROLLOUT_TIMEOUT',
                    what: `${address} did not roll out within ${(0,duration/* formatDuration */.a)(timeout)}.`,
                    why: reason,
                    fix: 'Look at its pods and events, or raise `rollout-timeout`.',
                    source,
                }));
            }
        }
        (0,failure/* throwIfAny */.MI)(failures);
        left = next;
        if (left.length > 0)
            await (0,promises_.setTimeout)(POLL_MS, undefined, { signal: world.signal });
    }
}


/***/ })

};
