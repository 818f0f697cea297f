export const id = "deploy-apply";
export const ids = ["deploy-apply"];
export const modules = {

/***/ 2630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyRelease: () => (/* binding */ applyRelease)
});

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/stages.js
var stages = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/actions/deploy/src/claim.js
var claim = __webpack_require__(4935);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
// EXTERNAL MODULE: ./build/actions/deploy/src/deployment.js
var deployment = __webpack_require__(2008);
// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var inventory = __webpack_require__(7071);
// EXTERNAL MODULE: ./build/actions/deploy/src/prune.js
var prune = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health.js
const ready = (reason) => ({ state: 'ready', reason });
const progressing = (reason) => ({ state: 'progressing', reason });
const failed = (reason) => ({ state: 'failed', reason });
const unknown = (reason) => ({ state: 'unknown', reason });
const suspended = (reason, by) => ({
    state: 'suspended',
    reason,
    by,
});
/** A controller fills its status in bit by bit: everything in it may be missing, or null. */
function statusOf(object) {
    return object['status'] ?? {};
}
/** A part of the spec as the API server keeps it: valid, with its defaults. */
function specOf(object) {
    return object['spec'] ?? {};
}
function condition(object, type) {
    const { conditions } = statusOf(object);
    return conditions?.find((each) => each.type === type);
}
/** What a condition says, in its own words. */
function wordsOf({ reason, message }) {
    return [reason, message].filter((part) => part !== undefined && part !== '').join(': ') || 'no reason given';
}
/** Whether the controller has seen the newest spec; until then the status is about an older one. */
function isObserved(object) {
    const { observedGeneration } = statusOf(object);
    return (observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}
const unobserved = progressing('its controller has not seen it yet');
function podsHealth({ wanted, updatable = wanted, updated, available, existing }) {
    if (updated < updatable)
        return progressing(`${updated} of ${updatable} pods are of the new version`);
    const surplus = existing - wanted;
    if (surplus > 0)
        return progressing(surplus === 1 ? '1 pod is still to end' : `${surplus} pods are still to end`);
    if (available < wanted)
        return progressing(`${available} of ${wanted} pods are available`);
    if (wanted === 0)
        return unknown('no pod is wanted, so nothing is proven');
    return ready(`${wanted} of ${wanted} pods of this version are available`);
}
/** Pods that stay old until somebody deletes them, or lets them be updated. */
function heldBack(pods, wanted, why) {
    return unknown(`${pods} of ${wanted} pods are of an older version: ${why}`);
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
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
    if ((0,kinds/* groupKindOf */.zo)(workload) !== kinds/* knownKinds */.T8.deployment)
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
        return unknown('nobody has seen it');
    const events = await client.list({ apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.uid=${uid}` });
    const told = events; // core/v1 Event
    if (told.some(({ reason }) => reason === 'Completed'))
        return ready('it is complete, and has removed itself');
    const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason));
    return end === undefined
        ? unknown('its events do not tell how it ended')
        : failed(`it failed: ${wordsOf(end)}`);
}
/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
async function evidence(client, { pod, container, reason }) {
    const events = await client.list({ apiVersion: 'v1', kind: 'Event' }, { namespace: pod.namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${pod.name}` });
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

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/cronjob.js


/** Its Jobs have a health of their own. */
const rule = {
    id: 'cronjob',
    kinds: [kinds/* knownKinds */.T8.cronJob],
    awaited: false,
    ends: false,
    judge: (object) => specOf(object).suspend === true
        ? suspended('it is suspended', ['spec', 'suspend'])
        : ready('it is scheduled'),
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/customresourcedefinition.js


/** A release waits for it as soon as it is applied, because its objects come next. */
const customresourcedefinition_rule = {
    id: 'customresourcedefinition',
    kinds: [kinds/* knownKinds */.T8.definition],
    awaited: false,
    ends: false,
    judge: (object) => {
        const names = condition(object, 'NamesAccepted');
        if (names?.status === 'False')
            return failed(`its names are taken: ${wordsOf(names)}`);
        const established = condition(object, 'Established');
        if (established?.status === 'True')
            return ready('it is established');
        if (established?.status === 'False' && established.reason !== 'Installing' && names?.status === 'True')
            return failed(`it cannot be established: ${wordsOf(established)}`);
        return progressing('it is not established yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/daemonset.js


const daemonset_rule = {
    id: 'daemonset',
    kinds: [kinds/* knownKinds */.T8.daemonSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const { updateStrategy } = specOf(object);
        const { desiredNumberScheduled, updatedNumberScheduled, numberAvailable } = statusOf(object);
        const wanted = desiredNumberScheduled ?? 0;
        const updated = updatedNumberScheduled ?? 0;
        const onDelete = updateStrategy?.type === 'OnDelete';
        const pods = podsHealth({
            wanted,
            updatable: onDelete ? 0 : wanted,
            updated,
            available: numberAvailable ?? 0,
            existing: wanted, // those on nodes that are not meant to have one are nobody's business
        });
        if (pods.state !== 'ready' || updated >= wanted)
            return pods;
        const why = 'with OnDelete they are replaced only when somebody deletes them';
        return heldBack(wanted - updated, wanted, why);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/deployment.js


const deployment_rule = {
    id: 'deployment',
    kinds: [kinds/* knownKinds */.T8.deployment],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const creation = condition(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return failed(`no pod can be made: ${wordsOf(creation)}`);
        if (condition(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded')
            return failed('it makes no progress (ProgressDeadlineExceeded)');
        const { replicas: wanted = 1, paused } = specOf(object);
        if (paused === true)
            return suspended('its rollout is paused', ['spec', 'paused']);
        const { replicas, updatedReplicas, availableReplicas } = statusOf(object);
        const pods = podsHealth({
            wanted,
            updated: updatedReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
        const available = condition(object, 'Available');
        if (pods.state !== 'ready' || available?.status === 'True')
            return pods;
        return progressing(`it is not available: ${available === undefined ? 'not told yet' : wordsOf(available)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/generic.js

/** For what has no rule of its own: the conventions that most controllers keep. */
const generic_rule = {
    id: 'generic',
    kinds: [],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { observedGeneration } = statusOf(object);
        if (typeof observedGeneration === 'number' && observedGeneration < (object.metadata.generation ?? 0))
            return unobserved;
        const stalled = condition(object, 'Stalled');
        if (stalled?.status === 'True')
            return failed(`it is stalled: ${wordsOf(stalled)}`);
        const reconciling = condition(object, 'Reconciling');
        if (reconciling?.status === 'True')
            return progressing(`it is being reconciled: ${wordsOf(reconciling)}`);
        const told = condition(object, 'Ready');
        if (told === undefined)
            return ready('it exists');
        return told.status === 'True' ? ready('it is ready') : progressing(`it is not ready: ${wordsOf(told)}`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/job.js


/** A Job is ready when it is complete; its spec cannot change, so that there is no generation to look at. */
const job_rule = {
    id: 'job',
    kinds: [kinds/* knownKinds */.T8.job],
    awaited: true,
    ends: true,
    judge: (object) => {
        if (condition(object, 'Complete')?.status === 'True')
            return ready('it is complete');
        const failure = condition(object, 'Failed');
        if (failure?.status === 'True')
            return failed(`it failed: ${wordsOf(failure)}`);
        if (specOf(object).suspend === true)
            return suspended('it is suspended', ['spec', 'suspend']);
        const { active, succeeded, failed: attempts } = statusOf(object);
        return progressing(`${active ?? 0} of its pods run, ${succeeded ?? 0} have succeeded, ${attempts ?? 0} have failed`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/persistentvolumeclaim.js


/** Nobody waits for one: it may be bound only when a pod uses it. */
const persistentvolumeclaim_rule = {
    id: 'persistentvolumeclaim',
    kinds: [kinds/* knownKinds */.T8.volumeClaim],
    awaited: false,
    ends: false,
    judge: (object) => {
        const { phase } = statusOf(object);
        if (phase === 'Bound')
            return ready('it is bound to a volume');
        return phase === 'Lost' ? failed('its volume is lost') : progressing('it is bound to no volume yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/pod.js


const pod_rule = {
    id: 'pod',
    kinds: [kinds/* knownKinds */.T8.pod],
    awaited: false,
    ends: true,
    judge: (object) => {
        const { phase, reason, message, containerStatuses } = statusOf(object);
        if (phase === 'Succeeded')
            return ready('its containers have ended well');
        if (phase === 'Failed')
            return failed(`it failed: ${wordsOf({ reason: reason ?? '', message: message ?? '' })}`);
        const crashing = containerStatuses?.find(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff');
        if (crashing !== undefined)
            return failed(`its container ${crashing.name} is in CrashLoopBackOff`);
        if (condition(object, 'Ready')?.status === 'True')
            return ready('it is ready');
        const scheduled = condition(object, 'PodScheduled');
        if (scheduled?.status === 'False')
            return progressing(`it has no node: ${wordsOf(scheduled)}`);
        return progressing(`it is ${phase ?? 'new'}, and not ready`);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/poddisruptionbudget.js


const poddisruptionbudget_rule = {
    id: 'poddisruptionbudget',
    kinds: [kinds/* knownKinds */.T8.disruptionBudget],
    awaited: false,
    ends: false,
    judge: (object) => {
        const allowed = condition(object, 'DisruptionAllowed');
        if (allowed?.reason === 'SyncFailed')
            return failed(`it cannot be computed: ${wordsOf(allowed)}`);
        return isObserved(object) ? ready('its allowed disruptions are computed') : unobserved;
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/replicaset.js


const replicaset_rule = {
    id: 'replicaset',
    kinds: [kinds/* knownKinds */.T8.replicaSet],
    awaited: false,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const creation = condition(object, 'ReplicaFailure');
        if (creation?.status === 'True')
            return failed(`no pod can be made: ${wordsOf(creation)}`);
        const { replicas: wanted = 1 } = specOf(object);
        const { replicas, fullyLabeledReplicas, availableReplicas } = statusOf(object);
        return podsHealth({
            wanted,
            updated: fullyLabeledReplicas ?? 0,
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/service.js


/** Nobody waits for one: a cluster may have nothing that gives addresses to balancers. */
const service_rule = {
    id: 'service',
    kinds: [kinds/* knownKinds */.T8.service],
    awaited: false,
    ends: false,
    judge: (object) => {
        if (specOf(object).type !== 'LoadBalancer')
            return ready('it has its address');
        const { loadBalancer } = statusOf(object);
        return (loadBalancer?.ingress ?? []).length > 0
            ? ready('its balancer has an address')
            : progressing('its balancer has no address yet');
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/statefulset.js


const statefulset_rule = {
    id: 'statefulset',
    kinds: [kinds/* knownKinds */.T8.statefulSet],
    awaited: true,
    ends: false,
    judge: (object) => {
        if (!isObserved(object))
            return unobserved;
        const { replicas: wanted = 1, updateStrategy } = specOf(object);
        const { replicas, updatedReplicas, availableReplicas } = statusOf(object);
        const onDelete = updateStrategy?.type === 'OnDelete';
        const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
        const updated = updatedReplicas ?? 0;
        const pods = podsHealth({
            wanted,
            updatable: onDelete ? 0 : Math.max(0, wanted - partition),
            updated,
            // Counts only those that were ready for minReadySeconds.
            available: availableReplicas ?? 0,
            existing: replicas ?? 0,
        });
        if (pods.state !== 'ready' || updated >= wanted)
            return pods;
        const why = onDelete
            ? 'with OnDelete they are replaced only when somebody deletes them'
            : `the partition ${partition} holds them back`;
        return heldBack(wanted - updated, wanted, why);
    },
};

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/health/index.js













/** Every rule, by its id. A new one is a file here, a line here, and a folder of examples. */
const rules = [
    rule,
    customresourcedefinition_rule,
    daemonset_rule,
    deployment_rule,
    generic_rule,
    job_rule,
    persistentvolumeclaim_rule,
    pod_rule,
    poddisruptionbudget_rule,
    replicaset_rule,
    service_rule,
    statefulset_rule,
];
const byKind = new Map(rules.flatMap((rule) => rule.kinds.map((groupKind) => [groupKind, rule])));
function healthOf(object) {
    const rule = byKind.get((0,kinds/* groupKindOf */.zo)(object)) ?? generic_rule;
    const health = rule.judge(object);
    const ended = rule.ends && (health.state === 'ready' || health.state === 'failed');
    if (ended || typeof object.metadata['deletionTimestamp'] !== 'string')
        return health;
    return { state: 'deleting', reason: 'it is being deleted' };
}
/** Whether a release waits until objects of this kind are ready. */
function isAwaited(groupKind) {
    return byKind.get(groupKind)?.awaited === true;
}

// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/actions/deploy/src/secret-values.js
var secret_values = __webpack_require__(2646);
;// CONCATENATED MODULE: ./build/actions/deploy/src/pod-secrets.js



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
    const pod = await client.get({ apiVersion: 'v1', kind: 'Pod', namespace, name });
    if (pod === undefined)
        return false;
    const names = [...new Set(secretNamesIn((0,kubernetes_object/* valueAt */.fK)(pod, ['spec'])))];
    const known = await Promise.all(names.map(async (each) => {
        let secret;
        try {
            secret = await client.get({ apiVersion: 'v1', kind: 'Secret', namespace, name: each });
        }
        catch (error) {
            if (error instanceof kubernetes_error/* KubernetesError */.d)
                return false;
            throw error;
        }
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

;// CONCATENATED MODULE: ./build/actions/deploy/src/wait.js
/** Waits until workloads have rolled out, and stops as soon as one of them cannot. */











const POLL_MS = 500;
const GONE = 'it is gone: somebody deleted it';
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
/** A suspended object is as it should be when its manifest says so; else somebody is asked to let it go on. */
function isAsked({ object }, health) {
    return health.state === 'suspended' && (0,kubernetes_object/* valueAt */.fK)(object, health.by) === true;
}
/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client, { manifest, last }) {
    if (!removesItself(manifest.object))
        throw healthFailure(manifest, GONE);
    const health = await endOfJob(client, last);
    if (health.state === 'ready')
        return { over: true, health };
    if (health.state === 'failed')
        throw healthFailure(manifest, health.reason);
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
    const health = healthOf(live);
    if (health.state === 'ready' || health.state === 'unknown' || isAsked(manifest, health))
        return { over: true, health };
    const trouble = (await troublesOf(client, live)).find((each) => each.final);
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
        ? healthFailure(manifest, health.reason)
        : await troubleFailure(client, manifest, trouble, world);
}
/**
 * @param applied what the API server answered for the objects that were applied just now, by their address
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every workload that cannot become ready, ROLLOUT_TIMEOUT for those that did not,
 * ROLLOUT_UNKNOWN for a Job that ended unseen
 */
async function waitForRollouts(client, manifests, applied, timeout, world) {
    const deadline = world.clock().getTime() + timeout;
    let left = manifests
        .filter(({ object }) => isAwaited((0,kinds/* groupKindOf */.zo)(object)))
        .map((manifest) => ({ manifest, last: applied.get(manifest.address), problem: '', times: 0 }));
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
            const { address, source } = waiting.manifest;
            const { state, reason } = seen.health;
            if (seen.over) {
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
/** @throws Failure DEFINITION_REFUSED for a definition that cannot be established */
async function waitForDefinitions(client, definitions, world) {
    await (0,collect/* collect */.F)(definitions, async ({ object, address, source }) => {
        for (;;) {
            const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(object));
            const health = live === undefined ? failed(GONE) : healthOf(live);
            if (health.state === 'ready')
                return;
            if (health.state === 'failed' || health.state === 'deleting') {
                throw new failure/* Failure */.HR({
                    code: 'DEFINITION_REFUSED',
                    what: `${address} cannot be used.`,
                    why: health.reason,
                    fix: 'Give it names that no other definition of its group has; if somebody deletes it, start again afterwards.',
                    source,
                });
            }
            await (0,promises_.setTimeout)(POLL_MS, undefined, { signal: world.signal });
        }
    });
    if (definitions.length > 0)
        client.discovery.refresh();
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/apply.js











async function applyRelease({ plan, application, manifests, applies, deletes, rolloutTimeout }, client, forwards, world) {
    const startedAt = world.clock();
    const references = manifests.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    await (0,claim.claim)(client, application, references, forwards);
    const results = [];
    const applied = new Map();
    const timed = async (address, action, work) => {
        const began = world.clock().getTime();
        await work();
        const durationMs = world.clock().getTime() - began;
        results.push({ address, action, status: 'done', durationMs });
        world.log.info(`${action}: ${address} (${(0,duration/* formatDuration */.a)(durationMs)})`);
    };
    for (const { stage, items } of (0,stages/* inStages */.vv)(applies, ({ manifest }) => manifest.object)) {
        await (0,collect/* collect */.F)(items, async ({ manifest, action }) => {
            await timed(manifest.address, action, async () => {
                try {
                    const options = { fieldManager: deployment/* FIELD_MANAGER */.v, force: false, dryRun: false };
                    const { body } = await client.apply(manifest.object, options);
                    applied.set(manifest.address, body);
                }
                catch (error) {
                    throw (0,refusal/* refusalOf */.O)(error, manifest);
                }
            });
        });
        if (stage === 'definitions')
            await waitForDefinitions(client, items.map(({ manifest }) => manifest), world);
    }
    await waitForRollouts(client, manifests, applied, rolloutTimeout, world);
    const pruned = (0,prune/* prunable */.W)(deletes, await (0,claim/* claimed */.S)(client, application, forwards.next));
    for (const { reference, address } of pruned)
        await timed(address, 'delete', () => client.delete(reference));
    const gone = pruned.map(({ reference }) => reference);
    await (0,claim/* conclude */.E)(client, application, forwards.next, (members) => (0,inventory/* union */.KC)(references, (0,inventory/* except */.iu)(members, gone)));
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

/***/ 4935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude),
/* harmony export */   S: () => (/* binding */ claimed),
/* harmony export */   claim: () => (/* binding */ claim)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7071);


/** How often somebody else may be faster. */
const ATTEMPTS = 5;
function busy(application) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'INVENTORY_BUSY',
        what: `The inventory of ${application} was changed by somebody else each time it was to be written.`,
        why: 'Several runs release one application, or a controller changes its ConfigMap.',
        fix: 'Give the jobs that release it one `concurrency` group, and start this run again.',
    });
}
/** Reads and writes until nobody wrote in between. @throws Failure INVENTORY_BUSY */
async function rewrite(client, application, next) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const read = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .zw)(client, application);
        if (await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .writeInventory */ .qu)(client, application, await next(read), read.version))
            return read;
    }
    throw busy(application);
}
/**
 * Notes that this run releases the application, and everything that it may make, so that nothing is forgotten whatever
 * happens from here on.
 * @throws Failure of `forwards.allow`, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function claim(client, application, references, forwards) {
    await rewrite(client, application, async ({ members, released }) => {
        await forwards.allow('', released);
        return { members: (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC)(members, references), released: forwards.next };
    });
}
function overtaken(application, released) {
    const by = released === undefined ? 'Somebody' : `The run ${released.run} (${released.commit.slice(0, 12)})`;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'RELEASE_OVERTAKEN',
        what: `${by} took ${application} over while this run released it.`,
        why: 'What is in the cluster now may be of both.',
        fix: 'Start the newer of the two runs again, and give the jobs one `concurrency` group.',
    });
}
function membersOf({ members, released }, application, next) {
    if (released?.commit === next.commit && released.run === next.run)
        return members;
    throw overtaken(application, released);
}
/**
 * What the application owns, as long as this run is the one that releases it.
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_INVALID
 */
async function claimed(client, application, next) {
    return membersOf(await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .zw)(client, application), application, next);
}
/**
 * Notes what the application owns at the end of a run.
 * @param owned what is left of its members
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function conclude(client, application, next, owned) {
    await rewrite(client, application, async (read) => ({
        members: owned(membersOf(read, application, next)),
        released: next,
    }));
}


/***/ }),

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workloadOf),
/* harmony export */   n: () => (/* binding */ containerLists)
/* harmony export */ });
/* harmony import */ var _kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** The pods that objects make, and their containers. */

const USUAL = ['spec', 'template'];
/** Where Kubernetes' own kinds keep the template of their pods. */
const places = new Map([
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.cronJob, ['spec', 'jobTemplate', ...USUAL]],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.daemonSet, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.deployment, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.job, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.pod, []],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.podTemplate, ['template']],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.replicaSet, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.replicationController, USUAL],
    [_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.statefulSet, USUAL],
]);
const lists = [
    ['initContainers', 'init container'],
    ['containers', 'container'],
    ['ephemeralContainers', 'ephemeral container'],
];
/** Where a pod's spec has its containers. */
const containerLists = lists.map(([list]) => list);
/** The workload that a manifest describes; undefined for other objects. */
function workloadOf(manifest) {
    const place = places.get((0,_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(manifest));
    const template = manifest.node.get(...(place ?? USUAL));
    const pod = template.get('spec');
    const containers = lists.flatMap(([list, role]) => pod
        .get(list)
        .items()
        .map((node, index) => {
        const name = node.get('name').text ?? String(index);
        return { name, label: `${role} ${name}`, node };
    }));
    // A patch may touch the pod and name no container; a foreign kind is a workload only if it has containers.
    if (pod.value === undefined || (place === undefined && containers.length === 0))
        return undefined;
    return { manifest, pod, metadata: template.get('metadata'), containers };
}


/***/ })

};
