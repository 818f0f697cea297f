export const id = "deploy-rollout-wait";
export const ids = ["deploy-rollout-wait"];
export const modules = {

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitForRollouts: () => (/* binding */ waitForRollouts)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var kubernetes_health = __webpack_require__(9234);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/reader.js

/** What there is to see. Who may not look sees nothing: that must not hide what is told anyway. */
async function readable(client, ...[type, options]) {
    try {
        return await client.list(type, options);
    }
    catch (error) {
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.code === 'CLUSTER_FORBIDDEN')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/diagnose.js
/** Why a workload does not become ready: from the workload to its pods, their containers, and what they last said. */




const LOG_LINES = 15;
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
        return (0,kubernetes_health/* unknown */.L5)('nobody has seen it');
    const events = await readable(client, { apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.uid=${uid}` });
    const told = events; // core/v1 Event
    if (told.some(({ reason }) => reason === 'Completed'))
        return (0,kubernetes_health/* ready */.Gc)('it is complete, and has removed itself');
    const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason));
    return end === undefined
        ? (0,kubernetes_health/* unknown */.L5)('its events do not tell how it ended')
        : (0,kubernetes_health/* failed */.gz)(`it failed: ${(0,kubernetes_health/* wordsOf */.Z9)(end)}`);
}
/** What the API server says when the pod as it is will never be admitted. */
const NOT_ADMITTED = /exceeded quota|failed quota|violates PodSecurity|denied (?:the )?request|(?:maximum|minimum) [\w-]+ usage per|limit to request ratio per/;
/** Whether a workload's pods are refused for what they are; asking once more does not help. */
function isNotAdmitted(said) {
    return NOT_ADMITTED.test(said);
}
function timeOf({ lastTimestamp, eventTime, series }) {
    return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? '';
}
/** Why a workload's newest pod could not be made, where its status does not say it; undefined when one was made since. */
async function refusedPod(client, workload) {
    const { uid, namespace } = workload.metadata;
    if (uid === undefined)
        return undefined;
    const events = await readable(client, { apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.uid=${uid}` });
    const about = events // core/v1 Event
        .filter(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate')
        .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
    const last = about.at(-1);
    return last?.reason === 'FailedCreate' ? last.message : undefined;
}
/** What keeps the first pod that is not ready, in the words of the scheduler or of the last warning about it. */
async function delayOf(client, pods) {
    for (const pod of pods) {
        if ((0,kubernetes_health/* condition */.uH)(pod, 'Ready')?.status === 'True')
            continue;
        const { name, namespace } = pod.metadata;
        const scheduled = (0,kubernetes_health/* condition */.uH)(pod, 'PodScheduled');
        if (scheduled?.status === 'False')
            return `pod ${name} has no node: ${scheduled.message ?? (0,kubernetes_health/* wordsOf */.Z9)(scheduled)}`;
        const events = await readable(client, { apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${name}` });
        const warnings = events.filter(({ type }) => type === 'Warning'); // core/v1 Event
        const last = warnings.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)).at(-1);
        if (last !== undefined)
            return `pod ${name}: ${(0,kubernetes_health/* wordsOf */.Z9)(last)}`;
    }
    return undefined;
}
/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
async function evidence(client, { pod, container, reason }) {
    const events = await readable(client, { apiVersion: 'v1', kind: 'Event' }, { namespace: pod.namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${pod.name}` });
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

// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 16 modules
var toolkit_kubernetes_health = __webpack_require__(9913);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/trouble.js
/** What keeps containers of a workload from running. */



const trouble_kinds = new Map([
    ['CreateContainerConfigError', 'missing'],
    ['CreateContainerError', 'start'],
    ['RunContainerError', 'start'],
    ['ErrImageNeverPull', 'image'],
    ['ErrImagePull', 'pull'],
    ['ImagePullBackOff', 'pull'],
    ['RegistryUnavailable', 'pull'],
    ['InvalidImageName', 'name'],
]);
/** As registries and the runtimes that ask them say it: containerd, CRI-O, Docker. */
const NO_IMAGE = /not found|manifest unknown|name unknown|does not exist|unauthorized|authentication required|denied|forbidden|no basic auth|\b40[134]\b/i;
/** A back-off without its cause. */
const BARE = /^Back-off pulling image "[^"]*"$/;
function troubleIn(pod, status) {
    const { name: container, restartCount: restarts, state = {}, lastState = {} } = status;
    const { waiting, terminated } = state;
    const where = { pod: (0,kubernetes_object/* referenceTo */.Po)(pod), container, restarts };
    const ended = terminated ?? lastState.terminated;
    const exit = ended?.exitCode === undefined
        ? ''
        : `exit code ${ended.exitCode}${ended.reason === undefined ? '' : ` (${ended.reason})`}`;
    const { reason, message: said = '' } = waiting ?? {};
    if (reason === 'CrashLoopBackOff') {
        const message = `it ended ${restarts} times, last with ${exit}`;
        return [{ ...where, reason, message, kind: 'crash', waits: true }];
    }
    const kind = trouble_kinds.get(reason ?? '');
    if (reason !== undefined && kind !== undefined) {
        const message = BARE.test(said) ? '' : said;
        return [
            {
                ...where,
                reason,
                message,
                kind: kind === 'pull' && NO_IMAGE.test(message) ? 'image' : kind,
                waits: true,
            },
        ];
    }
    if (terminated !== undefined && (terminated.exitCode ?? 0) !== 0) {
        return [{ ...where, reason: terminated.reason ?? 'Error', message: exit, kind: 'crash', waits: false }];
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
    const pods = await readable(client, { apiVersion: 'v1', kind: 'Pod' }, { namespace, labels });
    if ((0,kinds/* groupKindOf */.zo)(workload) !== kinds/* knownKinds */.T8.deployment)
        return pods;
    const sets = await readable(client, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels });
    const revision = 'deployment.kubernetes.io/revision';
    const newest = sets.find((set) => set.metadata.annotations?.[revision] === workload.metadata.annotations?.[revision]);
    const hash = newest?.metadata.labels?.['pod-template-hash'];
    return pods.filter((pod) => pod.metadata.labels?.['pod-template-hash'] === hash);
}
function troublesIn(pods) {
    return pods.flatMap((pod) => {
        const { containerStatuses = [], initContainerStatuses = [] } = (pod['status'] ?? {}); // core/v1 PodStatus
        return [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleIn(pod, status));
    });
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/actions/deploy/src/secrets/secret-values.js
var secret_values = __webpack_require__(7360);
;// CONCATENATED MODULE: ./build/actions/deploy/src/secrets/pod-secrets.js
/** What a pod is given as secret, masked before its log is shown: it may print whatever it knows. */



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

;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/explain.js
/** Why a rollout fails, as failures on the line that causes it. */







const GONE = (0,kubernetes_health/* failed */.gz)('it is gone: somebody deleted it');
const advice = {
    CrashLoopBackOff: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
    CreateContainerError: 'Look at what the runtime says: a path, a device or a command is not there.',
    CreateContainerConfigError: 'Make the ConfigMap or Secret that it refers to, with that key.',
    ErrImagePull: 'Check the image reference, and that the cluster may pull it.',
    ImagePullBackOff: 'Check the image reference, and that the cluster may pull it.',
    RunContainerError: 'Look at what the runtime says: the command, or what it mounts, is not there.',
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
    if (isNotAdmitted(reason))
        return 'Change the pod so that its namespace admits it.';
    if (state === 'failed' && (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.job)
        return 'Look at its pods and events. A Job runs once: delete it, or give it another name, to let it run again.';
    if (state === 'deleting')
        return 'Find out who deletes it, and start again when it is gone.';
    return (0,toolkit_kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(object)) ? 'Look at its pods and events.' : 'Look at its status and events.';
}
function healthFailure(manifest, health) {
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: (0,toolkit_kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(manifest.object))
            ? `${manifest.address} does not roll out.`
            : `${manifest.address} is not well.`,
        why: health.reason,
        fix: cureOf(manifest, health),
        source: manifest.source,
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/grace.js
/** How long trouble may last, by its reason: a blip is no failure, and what does not pass is told soon. */

/** Milliseconds since it was first seen. */
const graces = {
    name: 0,
    image: 10_000,
    pull: 60_000,
    missing: 60_000,
    start: 60_000,
    crash: 30_000,
};
/** Of a pod that could not be made, for a reason that may pass. */
const CREATION_GRACE = 60_000;
/** A crash or two may be a dependency that is not up yet. */
const CRASHES = 3;
/** How often in a row it must be seen: a status may be about to change. */
const CONFIRMATIONS = 2;
/** A text of an object that is exactly this one. */
function names(value, text) {
    if (typeof value === 'string')
        return value === text;
    return typeof value === 'object' && value !== null && Object.values(value).some((each) => names(each, text));
}
/** `secret "x" not found`, `couldn't find key k in Secret dev/x` */
function missingIn({ kind, message }) {
    if (kind !== 'missing')
        return undefined;
    const [, quoted, placed] = /(?:secret|configmap) "([^"]+)" not found|in (?:Secret|ConfigMap) [^\s/]+\/(\S+)/i.exec(message) ?? [];
    return quoted ?? placed;
}
/** Whether an object of the release may make what a container waits for: a Job, or a custom resource that names it. */
function makes(object, name, namespace) {
    if (object.metadata.namespace !== namespace)
        return false;
    if ((0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.job)
        return true;
    return !(0,kinds/* isOwnGroup */.MY)((0,kinds/* groupOf */.F8)(object.apiVersion)) && names(object, name);
}
/** What was seen of a workload's containers until now. */
class Grace {
    #release;
    #seen = new Map();
    /** @param release everything that is released together */
    constructor(release) {
        this.#release = release;
    }
    /**
     * The trouble that has lasted too long.
     * @param now milliseconds of the clock
     * @param late whether no time is left, for whatever trouble
     */
    exceeded(troubles, now, late) {
        const before = this.#seen;
        const seen = new Map();
        // It crashes again after it ran in between.
        for (const [key, known] of before)
            if (known.told.kind === 'crash')
                seen.set(key, known);
        let last;
        for (const trouble of troubles) {
            const key = `${trouble.pod.name} ${trouble.container} ${trouble.kind === 'crash'}`;
            const known = before.get(key);
            // A back-off says less than what it backs off from.
            const told = trouble.message === '' && known !== undefined ? { ...known.told, reason: trouble.reason } : trouble;
            const look = { since: known?.since ?? now, times: (known?.times ?? 0) + 1, told };
            seen.set(key, look);
            if (last === undefined && (late || this.#isExceeded(look, trouble, now)))
                last = told;
        }
        this.#seen = seen;
        return last;
    }
    #isExceeded({ since, times, told }, { waits, restarts }, now) {
        if (!waits || times < CONFIRMATIONS || now - since < graces[told.kind])
            return false;
        if (told.kind === 'crash')
            return restarts >= CRASHES;
        const name = missingIn(told);
        return name === undefined || !this.#release.some((each) => makes(each, name, told.pod.namespace));
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/unwell.js
var unwell = __webpack_require__(8582);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/wait.js
/** Waits until a release is well, and stops as soon as a part of it cannot become so. */













const POLL_MS = 500;
/** As the health of a Deployment begins to say it. */
const NO_POD = 'no pod can be made: ';
/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client, { manifest, last }) {
    if (!removesItself(manifest.object))
        throw healthFailure(manifest, GONE);
    const seen = last === undefined ? undefined : (0,toolkit_kubernetes_health/* healthOf */.Wr)(last);
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
/** What is wrong with it as a whole, and how long that may last. */
async function problemOf(client, live, health, pods) {
    const { state, reason } = health;
    const creation = (why) => ({ why, grace: isNotAdmitted(why) ? 0 : CREATION_GRACE });
    if (state === 'failed')
        return reason.startsWith(NO_POD) ? creation(reason) : { why: reason, grace: 0 };
    if (state === 'deleting')
        return { why: reason, grace: 0 };
    // A Deployment says it itself.
    const silent = (0,toolkit_kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(live)) && (0,kinds/* groupKindOf */.zo)(live) !== kinds/* knownKinds */.T8.deployment;
    const { replicas = 1 } = (0,kubernetes_health/* specOf */.rI)(live);
    if (!silent || pods.length >= replicas)
        return undefined;
    const refused = await refusedPod(client, live);
    return refused === undefined ? undefined : creation(`${NO_POD}${refused}`);
}
/** How far it is. @throws Failure that says why it cannot become ready */
async function look(client, waiting, late, world) {
    const { manifest } = waiting;
    const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(manifest.object));
    const now = world.clock().getTime();
    if (live === undefined)
        return goneLook(client, waiting);
    waiting.last = live;
    const health = (0,toolkit_kubernetes_health/* healthOf */.Wr)(live);
    if (!(0,unwell/* isUnwell */.YW)(manifest.object, health))
        return { over: true, health };
    const pods = (0,toolkit_kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(live)) ? await podsOf(client, live) : [];
    const trouble = waiting.grace.exceeded(troublesIn(pods), now, late);
    if (trouble !== undefined)
        throw await troubleFailure(client, manifest, trouble, world);
    const problem = await problemOf(client, live, health, pods);
    const before = waiting.problem;
    const known = problem !== undefined && before?.why === problem.why ? before : undefined;
    const { since, times } = { since: known?.since ?? now, times: (known?.times ?? 0) + 1 };
    waiting.problem = problem === undefined ? undefined : { why: problem.why, since, times };
    if (problem !== undefined && times >= CONFIRMATIONS && (late || now - since >= problem.grace))
        throw healthFailure(manifest, { state: 'failed', reason: problem.why });
    return { over: false, health, delay: late ? await delayOf(client, pods) : undefined };
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
        grace: new Grace(manifests.map(({ object }) => object)),
        last: known.get(manifest.address),
        problem: undefined,
    }));
    const told = new Map();
    while (left.length > 0) {
        const late = world.clock().getTime() > deadline;
        const looks = await (0,collect/* collect */.F)(left, async (waiting) => ({
            waiting,
            seen: await look(client, waiting, late, world),
        }));
        const failures = [];
        const next = [];
        for (const { waiting, seen } of looks) {
            const { address, source, object } = waiting.manifest;
            const { state, reason } = seen.health;
            if (seen.over) {
                if ((0,toolkit_kubernetes_health/* isAwaited */.AJ)((0,kinds/* groupKindOf */.zo)(object)))
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
                    why: seen.delay === undefined ? reason : `${reason}; ${seen.delay}`,
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
