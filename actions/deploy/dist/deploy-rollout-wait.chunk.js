export const id = "deploy-rollout-wait";
export const ids = ["deploy-rollout-wait"];
export const modules = {

/***/ 7233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitForRollouts: () => (/* binding */ waitForRollouts)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/events.js
var events = __webpack_require__(8701);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var kubernetes_health = __webpack_require__(9234);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/delay.js
/** What a pod waits for while nothing of it has failed: a node, a volume, a probe. */




/** The first claim of a pod that is bound to no volume, with what its events say. */
async function unboundClaim(client, pod) {
    const { namespace } = pod.metadata;
    const volumes = ((0,object/* valueAt */.fK)(pod, ['spec', 'volumes']) ?? []); // core/v1 Volume
    for (const { persistentVolumeClaim } of volumes) {
        const claim = persistentVolumeClaim?.claimName;
        if (claim === undefined)
            continue;
        const type = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
        let live;
        try {
            live = await client.get({ ...type, namespace, name: claim });
        }
        catch (error) {
            if (error instanceof kubernetes_error/* KubernetesError */.dK && error.code === 'CLUSTER_FORBIDDEN')
                continue;
            throw error;
        }
        if (live === undefined)
            return { claim, words: `the claim ${claim} is not there` };
        if ((0,kubernetes_health/* statusOf */.c2)(live).phase === 'Bound')
            continue;
        const last = (await (0,events/* eventsAbout */.Xh)(client, namespace, { kind: type.kind, name: claim })).at(-1);
        return {
            claim,
            words: `the claim ${claim} is bound to no volume${last === undefined ? '' : `: ${(0,kubernetes_health/* wordsOf */.Z9)(last)}`}`,
        };
    }
    return undefined;
}
async function withoutNode(client, pod, said) {
    const words = `pod ${pod.metadata.name} has no node: ${said}`;
    const unbound = /persistentvolumeclaim/i.test(said) ? await unboundClaim(client, pod) : undefined;
    const where = { pod: (0,object/* referenceTo */.Po)(pod) };
    return unbound === undefined
        ? { ...where, words, cause: 'node' }
        : { ...where, words: `${words}; ${unbound.words}`, cause: 'claim', claim: unbound.claim };
}
const MOUNTS = new Set(['FailedMount', 'FailedAttachVolume']);
function ofPod(pod, warnings) {
    const where = { pod: (0,object/* referenceTo */.Po)(pod) };
    const { containerStatuses } = (0,kubernetes_health/* statusOf */.c2)(pod);
    const { name } = pod.metadata;
    const unready = (containerStatuses ?? []).find(({ ready, state }) => ready === false && (state?.running ?? undefined) !== undefined);
    if (unready !== undefined) {
        const container = unready.name;
        const failing = warnings.findLast((event) => (0,events/* probeOf */.u0)(event) !== undefined && (0,events/* isAboutContainer */.V8)(event, container));
        const probe = failing === undefined ? undefined : (0,events/* probeOf */.u0)(failing);
        if (failing !== undefined && probe !== undefined) {
            const words = `container ${container} of pod ${name} runs, and is not ready: ${failing.message}`;
            return { ...where, words, cause: 'probe', container, probe };
        }
    }
    const last = warnings.at(-1);
    if (last !== undefined && MOUNTS.has(last.reason)) {
        const [, volume] = /volume "([^"]{1,253})"|unmounted volumes=\[([^\s\],]{1,253})/.exec(last.message ?? '') ?? [];
        return {
            ...where,
            words: `pod ${name}: ${(0,kubernetes_health/* wordsOf */.Z9)(last)}`,
            cause: 'mount',
            ...(volume === undefined ? {} : { volume }),
        };
    }
    if (last !== undefined)
        return { ...where, words: `pod ${name}: ${(0,kubernetes_health/* wordsOf */.Z9)(last)}`, cause: 'other' };
    if (unready === undefined)
        return undefined;
    const words = `container ${unready.name} of pod ${name} runs, and is not ready`;
    return { ...where, words, cause: 'unready', container: unready.name };
}
/** What keeps the first pod that is not ready. */
async function delayOf(client, pods) {
    for (const pod of pods) {
        if ((0,kubernetes_health/* condition */.uH)(pod, 'Ready')?.status === 'True')
            continue;
        const scheduled = (0,kubernetes_health/* condition */.uH)(pod, 'PodScheduled');
        if (scheduled?.status === 'False')
            return withoutNode(client, pod, scheduled.message ?? (0,kubernetes_health/* wordsOf */.Z9)(scheduled));
        const { name, namespace } = pod.metadata;
        const delay = ofPod(pod, (0,events/* warningsAmong */.Mt)(await (0,events/* eventsAbout */.Xh)(client, namespace, { kind: 'Pod', name })));
        if (delay !== undefined)
            return delay;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/diagnose.js
var diagnose = __webpack_require__(1852);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 16 modules
var toolkit_kubernetes_health = __webpack_require__(9913);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/trouble.js
var kubernetes_trouble = __webpack_require__(5877);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
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
    const names = [...new Set(secretNamesIn((0,object/* valueAt */.fK)(pod, ['spec'])))];
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

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/remedy.js
var rollout_remedy = __webpack_require__(4621);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/explain.js









const GONE = (0,kubernetes_health/* failed */.gz)('it is gone: somebody deleted it');
const RUNS_ONCE = 'A Job runs once: delete it, or give it another name, to let it run again.';
function isJob({ object }) {
    return (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.job;
}
/** Tells the warnings about a pod, and the last lines of its container. */
async function tellEvidence(client, pod, container, previous, world) {
    const { namespace, name } = pod;
    const isMasked = await maskPodSecrets(client, pod, world);
    const warnings = (0,events/* warningsAmong */.Mt)(await (0,events/* eventsAbout */.Xh)(client, namespace, { kind: 'Pod', name }));
    const lines = [
        ...new Set(warnings.map(({ reason, message }) => `event ${reason}: ${message}`)),
        ...(await (0,diagnose/* lastLines */.w$)(client, pod, container, previous)).map((line) => `log: ${line}`),
    ];
    for (const line of tellableLines(lines, isMasked))
        world.log.info(`${name}/${container}: ${line}`);
    return warnings;
}
/** @param end how the whole of it ended, when it did */
async function troubleFailure(client, manifest, trouble, world, end) {
    const { pod, container, reason, message } = trouble;
    const previous = reason === 'CrashLoopBackOff';
    const warnings = await tellEvidence(client, pod, container, previous, world);
    const { meaning, fix, source } = (0,rollout_remedy/* remedyOfTrouble */.pr)(manifest, trouble, warnings);
    const why = [message, meaning, end].filter((part) => part !== undefined && part !== '').join('; ');
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: `${manifest.address}: ${(0,rollout_remedy/* labelOf */.Wy)(manifest, container)} of pod ${pod.name} is in ${reason}.`,
        ...(why === '' ? {} : { why }),
        fix: end !== undefined && isJob(manifest) ? `${fix} ${RUNS_ONCE}` : fix,
        source,
    });
}
function remedyOfHealth(manifest, health) {
    const { state, reason } = health;
    const { source } = manifest;
    if (health === GONE)
        return { fix: 'Find out who deletes it, and start again.', source };
    if ((0,diagnose/* isNotAdmitted */.S4)(reason))
        return (0,rollout_remedy/* remedyOfRefusal */.iM)(manifest, reason);
    if (state === 'failed' && isJob(manifest))
        return { fix: `Look at its pods and events. ${RUNS_ONCE}`, source };
    if (state === 'deleting')
        return { fix: 'Find out who deletes it, and start again when it is gone.', source };
    const has = (0,kubernetes_trouble/* hasPods */.FF)(manifest.object) ? 'pods' : 'status';
    return { fix: `Look at its ${has} and events.`, source };
}
/** @param delay what keeps its pods */
function healthFailure(manifest, health, delay) {
    const { fix, source } = delay === undefined ? remedyOfHealth(manifest, health) : (0,rollout_remedy/* remedyOfDelay */.Hs)(manifest, delay);
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_FAILED',
        what: (0,kubernetes_trouble/* hasPods */.FF)(manifest.object)
            ? `${manifest.address} does not roll out.`
            : `${manifest.address} is not well.`,
        why: delay === undefined ? health.reason : `${health.reason}; ${delay.words}`,
        fix,
        source,
    });
}
/**
 * Of what is not ready when the time is over.
 * @param timeout milliseconds
 */
async function timeoutFailure(client, manifest, { reason }, delay, timeout, world) {
    if (delay?.container !== undefined)
        await tellEvidence(client, delay.pod, delay.container, false, world);
    const remedy = delay === undefined || delay.cause === 'other' ? undefined : (0,rollout_remedy/* remedyOfDelay */.Hs)(manifest, delay);
    return new failure/* Failure */.HR({
        code: 'ROLLOUT_TIMEOUT',
        what: (0,kubernetes_trouble/* hasPods */.FF)(manifest.object)
            ? `${manifest.address} did not roll out within ${(0,duration/* formatDuration */.a)(timeout)}.`
            : `${manifest.address} did not get ready within ${(0,duration/* formatDuration */.a)(timeout)}.`,
        why: delay === undefined ? reason : `${reason}; ${delay.words}`,
        fix: remedy === undefined
            ? `Look at its ${(0,kubernetes_trouble/* hasPods */.FF)(manifest.object) ? 'pods' : 'status'} and events, or raise \`rollout-timeout\`.`
            : `${remedy.fix} If it only needs longer, raise \`rollout-timeout\`.`,
        source: remedy?.source ?? manifest.source,
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
        const name = told.kind === 'missing' ? (0,rollout_remedy/* missingIn */.EH)(told.message)?.name : undefined;
        return name === undefined || !this.#release.some((each) => makes(each, name, told.pod.namespace));
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/unwell.js
var unwell = __webpack_require__(8582);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/wait.js
/** Waits until a release is well, and stops as soon as a part of it cannot become so. */













const POLL_MS = 500;
/** Most of what is waited for at all is well a moment after it was written; and what is told comes in groups. */
const FIRST_POLL_MS = 100;
/** As the health of a Deployment begins to say it. */
const NO_POD = 'no pod can be made: ';
/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client, { manifest, last }) {
    if (!(0,diagnose/* removesItself */.fj)(manifest.object))
        throw healthFailure(manifest, GONE);
    const seen = last === undefined ? undefined : (0,toolkit_kubernetes_health/* healthOf */.Wr)(last);
    const health = seen?.state === 'ready' ? seen : await (0,diagnose/* endOfJob */.ou)(client, last);
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
    const creation = (why) => ({ why, grace: (0,diagnose/* isNotAdmitted */.S4)(why) ? 0 : CREATION_GRACE });
    if (state === 'failed')
        return reason.startsWith(NO_POD) ? creation(reason) : { why: reason, grace: 0 };
    if (state === 'deleting')
        return { why: reason, grace: 0 };
    // A Deployment says it itself.
    const silent = (0,kubernetes_trouble/* hasPods */.FF)(live) && (0,kinds/* groupKindOf */.zo)(live) !== kinds/* knownKinds */.T8.deployment;
    const { replicas = 1 } = (0,kubernetes_health/* specOf */.rI)(live);
    if (!silent || pods.length >= replicas)
        return undefined;
    const refused = await (0,diagnose/* refusedPod */.My)(client, live);
    return refused === undefined ? undefined : creation(`${NO_POD}${refused}`);
}
/** Of a workload that has failed as a whole: one of its pods says more than that. */
async function problemFailure(client, manifest, { state }, why, pods, world) {
    if (state !== 'failed' || why.startsWith(NO_POD))
        return healthFailure(manifest, { state: state === 'deleting' ? state : 'failed', reason: why });
    const [trouble] = (0,kubernetes_trouble/* troublesIn */.m3)(pods);
    if (trouble !== undefined)
        return troubleFailure(client, manifest, trouble, world, why);
    return healthFailure(manifest, { state, reason: why }, await delayOf(client, pods));
}
/** How far it is. @throws Failure that says why it cannot become ready */
async function look(client, waiting, late, world) {
    const { manifest } = waiting;
    const live = await client.get((0,object/* referenceTo */.Po)(manifest.object));
    const now = world.clock().getTime();
    if (live === undefined)
        return goneLook(client, waiting);
    waiting.last = live;
    const health = (0,toolkit_kubernetes_health/* healthOf */.Wr)(live);
    if (!(0,unwell/* isUnwell */.YW)(manifest.object, health))
        return { over: true, health };
    const pods = (0,kubernetes_trouble/* hasPods */.FF)(live) ? await (0,kubernetes_trouble/* podsOf */.EB)(client, live) : [];
    const trouble = waiting.grace.exceeded((0,kubernetes_trouble/* troublesIn */.m3)(pods), now, late);
    if (trouble !== undefined)
        throw await troubleFailure(client, manifest, trouble, world);
    const problem = await problemOf(client, live, health, pods);
    const before = waiting.problem;
    const known = problem !== undefined && before?.why === problem.why ? before : undefined;
    const { since, times } = { since: known?.since ?? now, times: (known?.times ?? 0) + 1 };
    waiting.problem = problem === undefined ? undefined : { why: problem.why, since, times };
    if (problem !== undefined && times >= CONFIRMATIONS && (late || now - since >= problem.grace))
        throw await problemFailure(client, manifest, health, problem.why, pods, world);
    return { over: false, health, delay: late ? await delayOf(client, pods) : undefined };
}
/**
 * @param milliseconds after which it is looked again in any case
 * @param changed resolves when something is told, and not sooner than in a moment
 */
async function untilNextLook(milliseconds, changed, signal) {
    if (changed === undefined || milliseconds <= FIRST_POLL_MS)
        return (0,promises_.setTimeout)(milliseconds, undefined, { signal });
    await (0,promises_.setTimeout)(FIRST_POLL_MS, undefined, { signal });
    const over = new AbortController();
    const rest = (0,promises_.setTimeout)(milliseconds - FIRST_POLL_MS, undefined, {
        signal: AbortSignal.any([signal, over.signal]),
    }).catch(() => undefined); // the run has ended, or something was told
    await Promise.race([changed, rest]);
    over.abort();
    signal.throwIfAborted();
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
    const released = manifests.map(({ object }) => object);
    let left = manifests.map((manifest) => ({
        manifest,
        grace: new Grace(released),
        last: known.get(manifest.address),
        problem: undefined,
    }));
    const told = new Map();
    let pause = FIRST_POLL_MS;
    while (left.length > 0) {
        const changed = client.changed?.();
        const late = world.clock().getTime() > deadline;
        const looks = await (0,collect/* collect */.F)(left, async (waiting) => ({
            waiting,
            seen: await look(client, waiting, late, world),
        }));
        const failures = [];
        const next = [];
        for (const { waiting, seen } of looks) {
            const { address, object } = waiting.manifest;
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
                failures.push(await timeoutFailure(client, waiting.manifest, seen.health, seen.delay, timeout, world));
            }
        }
        (0,failure/* throwIfAny */.MI)(failures);
        left = next;
        // What is wrong is looked at again no sooner than before: it may pass.
        const isWrong = left.some(({ problem }) => problem !== undefined);
        if (isWrong)
            pause = POLL_MS;
        if (left.length > 0)
            await untilNextLook(pause, isWrong ? undefined : changed, world.signal);
        pause = Math.min(2 * pause, POLL_MS);
    }
}


/***/ })

};
