export const id = "deploy-apply";
export const ids = [245,764];
export const modules = {

/***/ 5486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyRelease: () => (/* binding */ applyRelease),
  rememberRelease: () => (/* binding */ rememberRelease)
});

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/deploy/src/application/inventory.js
var application_inventory = __webpack_require__(1138);
;// CONCATENATED MODULE: ./build/actions/deploy/src/application/claim.js


/** How often somebody else may be faster. */
const ATTEMPTS = 5;
function busy(application) {
    return new model_failure/* Failure */.HR({
        code: 'INVENTORY_BUSY',
        what: `The inventory of ${application.name} was changed by somebody else each time it was to be written.`,
        why: 'Several runs release one application, or a controller changes its ConfigMap.',
        fix: 'Give the jobs that release it one `concurrency` group, and start this run again.',
    });
}
/**
 * Reads and writes until nobody wrote in between.
 * @param known as it was last seen, so that it is read only if somebody wrote it since
 * @returns as it is then
 * @throws Failure INVENTORY_BUSY
 */
async function rewrite(client, application, next, known) {
    let seen = known;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const read = seen ?? (await (0,application_inventory/* readInventory */.zw)(client, application));
        const written = await (0,application_inventory/* writeInventory */.qu)(client, application, await next(read), read.version);
        if (written !== undefined)
            return written;
        seen = undefined;
    }
    throw busy(application);
}
/**
 * Notes that this run releases the application, and everything that it may make, so that nothing is forgotten whatever
 * happens from here on.
 * @param references what it may make: without a uid it is known as what was begun, and not yet as its own
 * @param known the inventory as it was last seen
 * @returns as it is then
 * @throws Failure of `forwards.allow`, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function claim(client, application, references, forwards, known) {
    const begun = async ({ members, released }) => {
        await forwards.allow('', released);
        return { members: (0,application_inventory/* replaced */.$3)(members, references), released: forwards.next };
    };
    return rewrite(client, application, begun, known);
}
function overtaken(application, released) {
    const by = released === undefined ? 'Somebody' : `The run ${released.run} (${released.commit.slice(0, 12)})`;
    return new model_failure/* Failure */.HR({
        code: 'RELEASE_OVERTAKEN',
        what: `${by} took ${application.name} over while this run released it.`,
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
 * The inventory as it is now, as long as this run is the one that releases the application.
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_INVALID
 */
async function claimed(client, application, next) {
    const read = await (0,application_inventory/* readInventory */.zw)(client, application);
    membersOf(read, application, next);
    return read;
}
/**
 * Notes what the application owns, when that is known and at the end of a run.
 * @param owned from its members to what they are from now on
 * @param known as it was last seen
 * @returns as it is then
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function note(client, application, next, owned, known) {
    const noted = async (read) => ({
        members: owned(membersOf(read, application, next)),
        released: next,
    });
    return rewrite(client, application, noted, known);
}

// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/owner.js
var owner = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/webhooks.js
var webhooks = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/stages.js
/** In which order objects are applied: what others stand on first. Deletions go the other way. */


/** `guarded` is what webhooks and API services of the same release are asked about. */
const stages = [
    'namespaces',
    'definitions',
    'configuration',
    'workloads',
    'webhooks',
    'guarded',
];
const stageByKind = new Map([
    [kinds/* knownKinds */.T8.namespace, 'namespaces'],
    [kinds/* knownKinds */.T8.definition, 'definitions'],
    [kinds/* knownKinds */.T8.cronJob, 'workloads'],
    [kinds/* knownKinds */.T8.daemonSet, 'workloads'],
    [kinds/* knownKinds */.T8.deployment, 'workloads'],
    [kinds/* knownKinds */.T8.job, 'workloads'],
    [kinds/* knownKinds */.T8.pod, 'workloads'],
    [kinds/* knownKinds */.T8.replicaSet, 'workloads'],
    [kinds/* knownKinds */.T8.replicationController, 'workloads'],
    [kinds/* knownKinds */.T8.statefulSet, 'workloads'],
    [kinds/* knownKinds */.T8.apiService, 'webhooks'],
    [kinds/* knownKinds */.T8.mutatingWebhook, 'webhooks'],
    [kinds/* knownKinds */.T8.validatingWebhook, 'webhooks'],
]);
function stageOf(object) {
    return stageByKind.get((0,kinds/* groupKindOf */.zo)(object)) ?? 'configuration';
}
/**
 * The stages of what is released together. Kubernetes' own configuration is never held back, because the pods that serve
 * a webhook may stand on it; an Ingress is nobody's ground.
 */
function stagesAmong(objects) {
    const groups = new Set((0,webhooks/* webhooksAmong */.X)(objects).flatMap((webhook) => webhook.groups));
    return (object) => {
        const stage = stageOf(object);
        const group = (0,kinds/* groupOf */.F8)(object.apiVersion);
        const mayWait = !(0,kinds/* isOwnGroup */.MY)(group) || (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.ingress;
        return stage === 'configuration' && mayWait && groups.has(group) ? 'guarded' : stage;
    };
}
/** Grouped by stage, in their order; empty stages are left out. */
function inStages(items, objectOf, stageOfObject = stageOf) {
    return stages
        .map((stage) => ({ stage, items: items.filter((item) => stageOfObject(objectOf(item)) === stage) }))
        .filter(({ items: members }) => members.length > 0);
}
/**
 * Grouped in the order in which they are deleted: what stands on others first. Objects of kinds that definitions define go
 * before everything: who takes their finalizers off may go with them.
 */
function inStagesBackwards(items, objectOf) {
    const stageOfDeletion = (object) => (0,kinds/* isOwnGroup */.MY)((0,kinds/* groupOf */.F8)(object.apiVersion)) ? stageOf(object) : 'guarded';
    return inStages(items, objectOf, stageOfDeletion)
        .map((stage) => stage.items)
        .reverse();
}

// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/in-use.js
var in_use = __webpack_require__(1542);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/kept.js
var kept = __webpack_require__(6411);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/terminating.js
var terminating = __webpack_require__(6473);
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/delete-exactly.js





/** How often it may be changed between the look and the request. */
const delete_exactly_ATTEMPTS = 10;
/** Since the plan, somebody may have said otherwise. */
function whyKept(live, { uid }, application) {
    const other = (0,owner/* otherThan */.kM)(application, live, uid);
    if (other !== undefined)
        return `it ${other.what}`;
    return (0,kept/* isKept */.t)(live) ? 'its annotation says that it is to be kept' : undefined;
}
/**
 * @param propagation `Foreground`: what it owns is gone before it is
 * @throws Failure PRUNE_BUSY
 */
async function deleteExactly(client, gone, application, seen, propagation) {
    let live = seen;
    let kept;
    for (let attempt = 0; attempt < delete_exactly_ATTEMPTS; attempt++) {
        if (live === undefined || (0,terminating/* isTerminating */.f)(live))
            return;
        kept = whyKept(live, gone, application);
        if (kept !== undefined)
            break;
        const { uid, resourceVersion } = live.metadata;
        try {
            return await client.delete(gone.reference, { uid, resourceVersion, propagation });
        }
        catch (error) {
            if (!(0,kubernetes_error/* isConflict */.dh)(error))
                throw error;
            live = await client.get(gone.reference);
        }
    }
    if (live === undefined || (0,terminating/* isTerminating */.f)(live))
        return;
    throw new model_failure/* Failure */.HR({
        code: 'PRUNE_BUSY',
        what: kept === undefined
            ? `${gone.address} is changed each time that it is to be deleted.`
            : `${gone.address} is not deleted, although the plan says so.`,
        why: kept === undefined ? 'A controller, or somebody, writes it all the time.' : `Since then ${kept}.`,
        fix: 'Find out who does, and start again.',
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/prune.js






/**
 * What stands on others goes first, and is gone before them.
 * @param members what the application owns now
 * @returns what is gone
 * @throws Failure or Failures of what cannot be deleted, and of what does not go
 */
async function prune(client, { application, deletes, rolloutTimeout }, members, timed, progress, world) {
    const owned = new Set(members.map(kubernetes_address/* keyOf */.TN));
    const references = deletes.map(({ reference }) => reference);
    const user = await (0,in_use/* inUse */.L)(client, references, new Set(deletes.flatMap(({ uid }) => uid ?? [])));
    const departures = new terminating/* Departures */.C(client, application, world);
    const gone = [];
    for (const items of inStagesBackwards(deletes, ({ reference }) => reference)) {
        await (0,collect/* collect */.F)(items, async (each) => {
            const { reference, address } = each;
            const live = await client.get(reference);
            const by = user(reference);
            const kept = !owned.has((0,kubernetes_address/* keyOf */.TN)(reference))
                ? 'the application does not own it any more'
                : by !== undefined
                    ? `it is asked for by ${by}`
                    : live === undefined
                        ? undefined
                        : whyKept(live, each, application);
            if (kept !== undefined)
                return progress.record({ address, action: 'delete', status: 'skipped', durationMs: 0, message: kept });
            await timed(address, 'delete', async () => {
                if (live === undefined)
                    return;
                await deleteExactly(client, each, application, live, 'Background');
                await departures.untilGone({ reference, address, uid: live.metadata.uid }, rolloutTimeout);
            });
            gone.push(reference);
        });
    }
    return gone;
}

// EXTERNAL MODULE: ./build/actions/deploy/src/release/client.js
var release_client = __webpack_require__(5658);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/timing.js


function timing(progress, { clock, log }) {
    return async (address, action, work) => {
        const began = clock().getTime();
        const record = (status, more = {}) => {
            const durationMs = clock().getTime() - began;
            progress.record({ address, action, status, durationMs, ...more });
            return durationMs;
        };
        try {
            if ((await work()) === false)
                return;
        }
        catch (error) {
            const [failure] = (0,model_failure/* failuresIn */.xM)(error);
            // Whether a request arrived that was not answered, nobody knows.
            record(failure === undefined || failure.code === 'CLUSTER_UNREACHABLE' ? 'unknown' : 'failed', {
                message: failure?.what ?? 'the request was not answered',
            });
            throw error;
        }
        log.info(`${action}: ${address} (${(0,duration/* formatDuration */.a)(record('done'))})`);
    };
}

// EXTERNAL MODULE: ./build/actions/deploy/src/admission/refusal.js
var refusal = __webpack_require__(1525);
// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/takeover.js
var takeover = __webpack_require__(88);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
// EXTERNAL MODULE: ./build/actions/deploy/src/preview/diff.js
var diff = __webpack_require__(9469);
// EXTERNAL MODULE: ./build/actions/deploy/src/preview/expected.js + 2 modules
var preview_expected = __webpack_require__(6753);
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/unexpected.js




/** More are counted. */
const MOST = 5;
/** The fields that are not as they were sent, and those that nobody has sent; without their values. */
function otherFields(sent, made, at = '') {
    if (sent === undefined)
        return { changed: [], added: [at] };
    const inner = (0,node/* isMapping */.pi)(sent) && (0,node/* isMapping */.pi)(made)
        ? Object.keys({ ...sent, ...made }).map((key) => otherFields(sent[key], made[key], at === '' ? key : `${at}.${key}`))
        : Array.isArray(sent) && Array.isArray(made) && sent.length === made.length
            ? sent.map((item, index) => otherFields(item, made[index], `${at}[${index}]`))
            : undefined;
    if (inner !== undefined)
        return { changed: inner.flatMap(({ changed }) => changed), added: inner.flatMap(({ added }) => added) };
    return { changed: JSON.stringify(sent) === JSON.stringify(made) ? [] : [at], added: [] };
}
function listed(fields) {
    const more = fields.length - MOST;
    return [...fields.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
/**
 * @param made as the API server has answered
 * @param expected as `madeOf` told it; undefined when it was dry-run just now
 * @throws Failure OBJECT_UNEXPECTED
 */
function checkMade({ object, address, source }, made, expected) {
    if (expected === undefined || (0,preview_expected/* madeOf */.F6)(made, object.metadata) === expected)
        return;
    const { changed, added } = otherFields((0,diff/* clean */.uH)(object), (0,diff/* clean */.uH)(made));
    const seen = changed.length > 0
        ? `Not as the manifest has it: ${listed(changed)}`
        : `Not in the manifest: ${listed(added)}`;
    throw new model_failure/* Failure */.HR({
        code: 'OBJECT_UNEXPECTED',
        what: `${address} was made, and is not what the API server said when it was reviewed.`,
        why: `Something decides about it that cannot be seen, such as another API server's version or plugin, or the review does not say what was answered. ${seen}.`,
        fix: 'Look at the object. If it is right, run the job again: it is taken as it is then; else find out what has changed it, and open a pull request.',
        source,
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/release/write.js
/** Writes one object, and nothing but the one that was looked at. */










/** How often it may be changed between the look and the request. */
const write_ATTEMPTS = 10;
/**
 * The object as it is then.
 * @param seen as it was looked at last; undefined when it was not there
 * @param hasty as of an `ApiRequest`
 * @throws Failure OWNER_OTHER for an object of somebody else that nobody has named, OBJECT_TERMINATING, OBJECT_BUSY,
 * OBJECT_UNEXPECTED for a new one that is not what its review has expected, and what the API server refuses
 */
async function write(client, manifest, seen, { application, adopt, forced, recalled, uids, rolloutTimeout }, departures, world, hasty = false) {
    const { object, address, source } = manifest;
    const reference = (0,kubernetes_object/* referenceTo */.Po)(object);
    // What was not there is made anew, and may come back from a request whose answer was lost.
    const uid = seen === undefined ? undefined : uids.get((0,kubernetes_address/* keyOf */.TN)(reference));
    let live = seen;
    for (let attempt = 0; attempt < write_ATTEMPTS; attempt++) {
        if (live !== undefined && (0,terminating/* isTerminating */.f)(live)) {
            const going = { reference, address, uid: live.metadata.uid, source };
            await departures.untilGone(going, rolloutTimeout);
            live = undefined;
        }
        const other = live === undefined ? undefined : (0,owner/* otherThan */.kM)(application, live, uid);
        if (other !== undefined && !adopt.includes(address))
            throw (0,owner/* refusedOwner */.OF)(address, other, source);
        const terms = (0,owner/* termsOf */.fd)(application, live, other !== undefined, forced.includes(address));
        try {
            const { object: sent, live: ready } = await (0,takeover/* prepared */.s)(client, manifest, live, terms);
            const written = (0,owner/* writtenBy */.xO)(sent, world.run.url);
            const resourceVersion = ready?.metadata.resourceVersion ?? application_inventory/* NOT_THERE */.ro;
            const exact = { ...written, metadata: { ...written.metadata, resourceVersion } };
            const force = terms.adopted || terms.forced;
            const { body } = await client.apply(exact, {
                fieldManager: terms.fieldManager,
                force,
                dryRun: false,
                hasty,
            });
            // One that was there by then is taken as what it is.
            if (live === undefined)
                checkMade(manifest, body, recalled.get(address));
            return body;
        }
        catch (error) {
            if (!(error instanceof kubernetes_error/* KubernetesError */.dK) || error.status !== 409)
                throw (0,refusal/* refusalOf */.Of)(error, manifest, live);
            const found = await client.get(reference);
            const changed = found?.metadata.resourceVersion !== live?.metadata.resourceVersion;
            // Somebody else's field is a conflict too: whether the whole object is somebody else's comes first.
            if (!(0,kubernetes_error/* isConflict */.dh)(error) && !changed)
                throw (0,refusal/* refusalOf */.Of)(error, manifest);
            live = found;
        }
    }
    throw new model_failure/* Failure */.HR({
        code: 'OBJECT_BUSY',
        what: `${address} is changed each time that it is to be written.`,
        why: 'A controller, or somebody, writes it all the time.',
        fix: 'Find out who does, and start again.',
        source,
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 16 modules
var kubernetes_health = __webpack_require__(9913);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/definition.js
var admission_definition = __webpack_require__(9116);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var toolkit_kubernetes_health = __webpack_require__(9234);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/mirror.js
var kubernetes_mirror = __webpack_require__(4347);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/definitions.js
/** Waits until what definitions define is served. */










/** Milliseconds between two looks, and before the second one: most definitions are served a moment after they are written. */
const POLL_MS = 500;
const FIRST_POLL_MS = 100;
/** The versions that discovery does not list yet: it learns of a definition a moment after that is established. */
async function unserved({ discovery }, definition) {
    const asked = [...(0,admission_definition/* definedKinds */.L)([definition]).keys()].map(async (versionKind) => {
        const [apiVersion = '', kind = ''] = versionKind.split(' ');
        try {
            return (await discovery.resourceOf({ apiVersion, kind })) === undefined ? [apiVersion] : [];
        }
        catch (error) {
            if ((0,model_failure/* failuresIn */.xM)(error).some(({ code }) => code === 'DISCOVERY'))
                return [apiVersion];
            throw error;
        }
    });
    return (await Promise.all(asked)).flat();
}
/** What keeps a definition from being served; undefined when it is established. @throws Failure DEFINITION_REFUSED */
function lackOf({ address, source }, live) {
    const health = live === undefined ? (0,toolkit_kubernetes_health/* failed */.gz)('it is gone: somebody deleted it') : (0,kubernetes_health/* healthOf */.Wr)(live);
    if (health.state === 'failed' || health.state === 'deleting') {
        throw new model_failure/* Failure */.HR({
            code: 'DEFINITION_REFUSED',
            what: `${address} cannot be used.`,
            why: health.reason,
            fix: 'Give it names that no other definition of its group has; if somebody deletes it, start again afterwards.',
            source,
        });
    }
    return health.state === 'ready' ? undefined : health.reason;
}
/** Looks at all of them once. @throws Failures DEFINITION_REFUSED */
async function lookAt({ discovery }, get, definitions) {
    const looks = await (0,collect/* collect */.F)(definitions, async (definition) => ({
        definition,
        lack: lackOf(definition, await get((0,kubernetes_object/* referenceTo */.Po)(definition.object))),
    }));
    if (looks.some(({ lack }) => lack === undefined))
        discovery.refresh();
    const lacking = looks.map(async ({ definition, lack }) => {
        if (lack !== undefined)
            return [{ definition, lack }];
        const missing = await unserved({ discovery }, definition);
        if (missing.length === 0)
            return [];
        return [
            {
                definition,
                lack: `it is established, and the API server does not list ${missing.join(', ')} yet`,
            },
        ];
    });
    return (await Promise.all(lacking)).flat();
}
function timeoutFailure({ definition: { address, source }, lack }, timeout) {
    return new model_failure/* Failure */.HR({
        code: 'DEFINITION_TIMEOUT',
        what: `${address} is not served after ${(0,duration/* formatDuration */.a)(timeout)}.`,
        why: lack,
        fix: 'Look at its conditions, and at the API server\u2019s log; or raise `rollout-timeout`.',
        source,
    });
}
/**
 * @param timeout milliseconds
 * @throws Failure DEFINITION_REFUSED for a definition that cannot be established, DEFINITION_TIMEOUT for one that is not
 */
async function waitForDefinitions(client, definitions, application, timeout, world) {
    const [first] = definitions;
    if (first === undefined)
        return;
    const deadline = world.clock().getTime() + timeout;
    const ended = new AbortController();
    const signal = AbortSignal.any([world.signal, ended.signal]);
    const labels = (0,application_inventory/* memberSelector */.s_)(application);
    // They are large: they are read once, and then told.
    const mirror = new kubernetes_mirror/* Mirror */.Y(client, first.object, { labels }, signal);
    const get = async (reference) => (await mirror.objects())?.get(reference.name) ?? client.get(reference);
    try {
        let left = definitions;
        for (let pause = FIRST_POLL_MS;; pause = Math.min(2 * pause, POLL_MS)) {
            const lacking = await lookAt(client, get, left);
            if (lacking.length === 0)
                return;
            if (world.clock().getTime() > deadline)
                (0,model_failure/* throwIfAny */.MI)(lacking.map((each) => timeoutFailure(each, timeout)));
            left = lacking.map(({ definition }) => definition);
            await (0,promises_.setTimeout)(pause, undefined, { signal: world.signal });
        }
    }
    finally {
        ended.abort();
    }
}

// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var manifests_workload = __webpack_require__(6035);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/serving.js
/** What must be ready before the API server is told to ask it. */





/** Whether the pods of a workload have all that a Service selects by. */
function isSelected(workload, service) {
    const selector = (0,kubernetes_object/* valueAt */.fK)(service, ['spec', 'selector']);
    const labels = (0,manifests_workload/* workloadOf */.R)(workload)?.metadata.get('labels').value;
    if (workload.object.metadata.namespace !== service.metadata.namespace)
        return false;
    if (!(0,node/* isMapping */.pi)(selector) || !(0,node/* isMapping */.pi)(labels))
        return false;
    const pairs = Object.entries(selector);
    return pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value);
}
function serviceAmong(manifests, { namespace, name }) {
    return manifests.find(({ object: { apiVersion, kind, metadata } }) => apiVersion === 'v1' && kind === 'Service' && metadata.name === name && metadata.namespace === namespace)?.object;
}
/**
 * The workloads that must be ready before the webhooks of their release are applied: all of them, unless objects come
 * after the webhooks that a workload may wait for, such as a Certificate for a Secret. Then those that serve, as far as
 * that can be told.
 * @param late whether something comes after the webhooks that is not among those that always do
 */
function beforeWebhooks(manifests, late = false) {
    const objects = manifests.map(({ object }) => object);
    const stageOf = stagesAmong(objects);
    const workloads = manifests.filter(({ object }) => stageOf(object) === 'workloads');
    if (!late && !objects.some((object) => stageOf(object) === 'guarded'))
        return workloads;
    const servers = (webhook) => {
        const service = webhook.service === undefined ? undefined : serviceAmong(manifests, webhook.service);
        return service === undefined ? [] : workloads.filter((workload) => isSelected(workload, service));
    };
    const known = (0,webhooks/* webhooksAmong */.X)(objects).map(servers);
    if (known.length === 0 || known.some((each) => each.length === 0))
        return workloads;
    return [...new Set(known.flat())];
}

// EXTERNAL MODULE: ./build/actions/deploy/src/release/lag.js
var lag = __webpack_require__(3533);
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/write-in-stages.js
/** Writes a release in its order, and waits in between for what the next part of it stands on. */














/** Milliseconds between two tries of what lags. */
const PAUSE = 500;
/**
 * @param afterCutOff whether the run before did not come to its end: what it has sent may still be on its way. So every
 * object is written once, which makes its version a newer one than that run knows.
 */
function writings({ manifests, applies }, afterCutOff) {
    if (!afterCutOff)
        return [...applies];
    const actions = new Map(applies.map(({ manifest, action }) => [manifest.address, action]));
    return manifests.map((manifest) => ({ manifest, action: actions.get(manifest.address) }));
}
/** Those that were written, and those that were there and could not be used yet. */
function definitionsToAwait({ manifests, live }, written) {
    return manifests.filter((manifest) => {
        if ((0,kinds/* groupKindOf */.zo)(manifest.object) !== kinds/* knownKinds */.T8.definition)
            return false;
        const seen = live.get(manifest.address);
        return written.has(manifest) || seen === undefined || (0,kubernetes_health/* healthOf */.Wr)(seen).state !== 'ready';
    });
}
/** Whose field is whose is most of an answer, and nobody asks for it again. */
function withoutManagers(object) {
    const { managedFields: _most, ...metadata } = object.metadata;
    return { ...object, metadata };
}
/**
 * The same, each key as evenly among the others as can be: what the API server does one after the other for a kind, such
 * as giving addresses to Services, is done while it does something else for the rest.
 */
function inTurns(items, keyOf) {
    const turns = [...Map.groupBy(items, keyOf).values()].flatMap((group) => group.map((item, index) => ({ item, turn: (index + 0.5) / group.length })));
    return turns.toSorted((a, b) => a.turn - b.turn).map(({ item }) => item);
}
/** @throws Failure or Failures of what the cluster refuses */
async function writeInStages(release, client, afterCutOff, { known, timed, rollOut }, world) {
    const { manifests, rolloutTimeout } = release;
    const objects = manifests.map(({ object }) => object);
    const writing = writings(release, afterCutOff);
    const staged = new Map(inStages(writing, ({ manifest }) => manifest.object, stagesAmong(objects)).map(({ stage, items }) => [
        stage,
        items,
    ]));
    const departures = new terminating/* Departures */.C(client, release.application, world);
    const definitions = definitionsToAwait(release, new Set(writing.map(({ manifest }) => manifest)));
    const lagging = {
        kinds: new Set((0,admission_definition/* definedKinds */.L)(definitions).keys()),
        webhooks: new Set((0,webhooks/* webhooksAmong */.X)(objects).map(({ name }) => name)),
    };
    /** Refused because a webhook does not answer that this very release is to mend: it comes after that. */
    const late = [];
    /** Those that were deleted to be made again. */
    const removed = new Set();
    /** What cannot be changed in place goes, with what it owns, before it is made again. */
    const remove = async ({ object, address, source }) => {
        const live = known.get(address);
        if (live === undefined || removed.has(address))
            return;
        const reference = (0,kubernetes_object/* referenceTo */.Po)(object);
        const { uid } = live.metadata;
        await deleteExactly(client, { reference, address, uid }, release.application, live, 'Foreground');
        await departures.untilGone({ reference, address, uid, source }, rolloutTimeout);
        known.delete(address);
        removed.add(address);
    };
    const attempt = async ({ manifest, action }, mayComeLate) => {
        const began = world.clock().getTime();
        for (;;) {
            try {
                if (action === 'replace')
                    await remove(manifest);
                const seen = known.get(manifest.address);
                const written = await write(client, manifest, seen, release, departures, world, mayComeLate);
                known.set(manifest.address, withoutManagers(written));
                return 'written';
            }
            catch (error) {
                const silent = (0,lag/* silentOwn */.k)(error, lagging);
                if (mayComeLate && silent !== undefined) {
                    world.log.info(`${manifest.address} comes later: ${silent} does not answer yet`);
                    return 'late';
                }
                const patience = (0,lag/* lagOf */.e)(error, manifest, lagging, rolloutTimeout);
                if (world.clock().getTime() - began >= patience)
                    throw error;
                client.discovery.refresh();
                await (0,promises_.setTimeout)(PAUSE, undefined, { signal: world.signal });
            }
        }
    };
    const apply = async (item, stage) => {
        const mayComeLate = stages.indexOf(stage) < stages.indexOf('webhooks');
        const { manifest, action } = item;
        const work = async () => {
            if ((await attempt(item, mayComeLate)) === 'written')
                return true;
            late.push(item);
            return false;
        };
        await (action === undefined ? work() : timed(manifest.address, action, work));
    };
    for (const stage of stages) {
        if (stage === 'configuration')
            await waitForDefinitions(client, definitions, release.application, rolloutTimeout, world);
        const items = [...(staged.get(stage) ?? []), ...(stage === 'guarded' ? late : [])];
        if (stage === 'webhooks' && (items.length > 0 || staged.has('guarded') || late.length > 0)) {
            const unwritten = new Set(late.map(({ manifest }) => manifest));
            const awaited = beforeWebhooks(manifests, late.length > 0).filter((each) => !unwritten.has(each));
            await rollOut(awaited);
        }
        await (0,collect/* collect */.F)(inTurns(items, ({ manifest }) => (0,kinds/* groupKindOf */.zo)(manifest.object)), (item) => apply(item, stage));
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/wait.js + 4 modules
var wait = __webpack_require__(7233);
// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/watching.js
var watching = __webpack_require__(5060);
;// CONCATENATED MODULE: ./build/actions/deploy/src/apply.js














function memberOf(object) {
    return { ...(0,kubernetes_object/* referenceTo */.Po)(object), uid: object.metadata.uid };
}
/** What is the application's own already, with its uid, and what is begun now, without. */
function begun({ application, manifests, live, applies }) {
    const replaced = new Set(applies.flatMap(({ manifest, action }) => (action === 'replace' ? [manifest.address] : [])));
    return manifests.map(({ object, address }) => {
        const seen = live.get(address);
        const ours = seen !== undefined && (0,owner/* otherThan */.kM)(application, seen, undefined) === undefined;
        return ours && !(0,terminating/* isTerminating */.f)(seen) && !replaced.has(address) ? memberOf(seen) : (0,kubernetes_object/* referenceTo */.Po)(object);
    });
}
/** What a run that was cut off has begun may still arrive. */
function forgettable({ forgets }, afterCutOff) {
    return forgets.filter(({ uid }) => !afterCutOff || uid !== undefined);
}
/** It was known, and does not do what it is for. */
function recordFailed(error, applies, progress) {
    for (const { manifest, action } of applies) {
        const { address } = manifest;
        const failure = (0,model_failure/* failuresIn */.xM)(error).find(({ what }) => what.startsWith(`${address}:`) || what.startsWith(`${address} `));
        if (failure !== undefined)
            progress.record({ address, action, status: 'failed', durationMs: 0, message: failure.what });
    }
}
/** @throws Failure or Failures of what the cluster refuses, and of what does not roll out */
async function applyRelease(release, client, forwards, progress, world, afterCutOff = false) {
    const { application, manifests, live, applies, rolloutTimeout } = release;
    const own = (0,application_inventory/* union */.KC)(begun(release), release.rebuilt);
    let inventory = await claim(client, application, own, forwards, release.inventory);
    const known = new Map(live);
    const timed = timing(progress, world);
    const remember = async () => {
        const owned = [...known.values()].map(memberOf);
        const next = (members) => (0,application_inventory/* replaced */.$3)(members, owned);
        inventory = await note(client, application, forwards.next, next, inventory);
    };
    const rollOut = async (awaited) => {
        const ended = new AbortController();
        const waiting = { ...world, signal: AbortSignal.any([world.signal, ended.signal]) };
        // What is waited for may fail: what is there is the application's own all the same.
        const remembered = remember();
        const rolledOut = (0,watching.watching)((0,release_client.lookingAgain)(client, awaited), waiting.signal, (reader) => (0,wait.waitForRollouts)(reader, awaited, known, rolloutTimeout, waiting));
        try {
            await Promise.all([remembered, rolledOut]);
        }
        catch (error) {
            ended.abort();
            const [written] = await Promise.allSettled([remembered, rolledOut]);
            if (written.status === 'rejected')
                throw written.reason;
            recordFailed(error, applies, progress);
            throw error;
        }
    };
    await writeInStages(release, client, afterCutOff, { known, timed, rollOut }, world);
    await rollOut(manifests);
    inventory = await claimed(client, application, forwards.next);
    const gone = await prune(client, release, inventory.members, timed, progress, world);
    const left = [...gone, ...forgettable(release, afterCutOff)];
    if (left.length > 0)
        await note(client, application, forwards.next, (owns) => (0,application_inventory/* except */.iu)(owns, left), inventory);
    for (const { action, address } of release.plan.changes)
        if (action === 'forget')
            progress.record({ address, action, status: 'done', durationMs: 0 });
}
/** Notes that what is there, as it is, is what this run wants. @throws Failure of `forwards.allow` */
async function rememberRelease(release, client, forwards, world, afterCutOff) {
    const { application, manifests, live, rebuilt } = release;
    const own = (0,application_inventory/* union */.KC)(begun(release), rebuilt);
    const inventory = await claim(client, application, own, forwards, release.inventory);
    if (afterCutOff) {
        const departures = new terminating/* Departures */.C(client, application, world);
        await (0,collect/* collect */.F)(manifests, (manifest) => write(client, manifest, live.get(manifest.address), release, departures, world));
    }
    const forgotten = forgettable(release, afterCutOff);
    if (forgotten.length > 0)
        await note(client, application, forwards.next, (owns) => (0,application_inventory/* except */.iu)(owns, forgotten), inventory);
}


/***/ }),

/***/ 5658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookingAgain: () => (/* binding */ lookingAgain)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_gathered_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6182);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1123);


/** What looks at these again, by lists where there are many of a kind. */
function lookingAgain(client, manifests) {
    return {
        get: (0,_toolkit_kubernetes_gathered_ts__WEBPACK_IMPORTED_MODULE_0__/* .gathered */ .P)(client, manifests.map(({ object }) => (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_1__/* .referenceTo */ .Po)(object))),
        list: (type, options) => client.list(type, options),
        logs: (pod, container, options) => client.logs(pod, container, options),
        snapshot: (type, options) => client.snapshot(type, options),
        watch: (type, options, told) => client.watch(type, options, told),
    };
}


/***/ }),

/***/ 5060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watching: () => (/* binding */ watching)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9913);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_mirror_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4347);
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1123);
/** A reader that asks once, and is told from then on: one watch for each kind and namespace that is looked at again and again. */




/** What of Kubernetes' own is looked at beside what is waited for. */
const beside = new Set([_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.pod, _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.replicaSet, _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.event]);
/** `a=1,b=2` of labels, or of fields. */
function pairsIn(selector) {
    const pairs = (selector ?? '').split(',').filter((pair) => pair !== '');
    return pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
}
/** @param given ends with the watches: whoever gets the reader is done when it is over */
async function watching(client, given, work) {
    const ended = new AbortController();
    const signal = AbortSignal.any([given, ended.signal]);
    const mirrors = new Map();
    let waiting = [];
    const tell = () => {
        const told = waiting;
        waiting = [];
        for (const each of told)
            each();
    };
    const mirrored = async (type, namespace) => {
        const groupKind = (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(type);
        if (namespace === undefined || !((0,_toolkit_kubernetes_health_index_ts__WEBPACK_IMPORTED_MODULE_0__/* .isAwaited */ .AJ)(groupKind) || beside.has(groupKind)))
            return undefined;
        const key = `${type.apiVersion} ${type.kind} ${namespace}`;
        const mirror = mirrors.get(key) ?? new _toolkit_kubernetes_mirror_ts__WEBPACK_IMPORTED_MODULE_2__/* .Mirror */ .Y(client, type, { namespace }, signal, tell);
        mirrors.set(key, mirror);
        return mirror.objects();
    };
    try {
        return await work({
            get: async (reference) => {
                const objects = await mirrored(reference, reference.namespace);
                return objects === undefined ? client.get(reference) : objects.get(reference.name);
            },
            list: async (type, options = {}) => {
                const objects = await mirrored(type, options.namespace);
                if (objects === undefined)
                    return client.list(type, options);
                const labels = pairsIn(options.labels);
                const fields = pairsIn(options.fields);
                const isMeant = (object) => labels.every(([key, value]) => object.metadata.labels?.[key] === value) &&
                    fields.every(([path, value]) => (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(object, path.split('.')) === value);
                return [...objects.values()].filter(isMeant);
            },
            logs: (pod, container, options) => client.logs(pod, container, options),
            changed: () => new Promise((resolve) => waiting.push(resolve)),
        });
    }
    finally {
        ended.abort();
    }
}


/***/ }),

/***/ 4347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ Mirror)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2652);
/** What the cluster has of a kind in a namespace, kept up to date by one watch, so that looking costs no request. */



/** Milliseconds before a watch that was cut off is taken up again. */
const PAUSE = 500;
/** What every request waits for at most, when a server asks to be left alone. */
const LONGEST_PAUSE = 120_000;
/** Whether the identity is not accepted any more, which does not pass: what is known gets older and older. */
function isUnaccepted(error) {
    return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).some(({ code }) => code === 'CLUSTER_UNAUTHENTICATED');
}
function pauseAfter(error) {
    const asked = error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK ? (error.pause ?? 0) : 0;
    return Math.max(PAUSE, Math.min(asked, LONGEST_PAUSE));
}
/** How often in a row it may be cut off before everything is read anew. */
const CUTS = 3;
class Mirror {
    #objects = new Map();
    /** Until everything was seen once. */
    #first;
    #changed;
    #mayWatch = true;
    #failure;
    /**
     * @param signal ends it
     * @param changed is called when something has happened to an object, from when everything was seen once
     */
    constructor(client, type, selected, signal, changed = () => undefined) {
        this.#changed = changed;
        this.#first = new Promise((resolve) => {
            this.#follow(client, type, selected, signal, resolve).catch((error) => {
                this.#failure = error;
                resolve();
            });
        });
    }
    /**
     * The objects as they are; undefined when this identity may not watch them.
     * @throws what keeps the cluster from being asked
     */
    async objects() {
        await this.#first;
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#mayWatch ? this.#objects : undefined;
    }
    async #follow(client, type, selected, signal, seen) {
        let version;
        let cuts = 0;
        // A server that was started again forbids what it will allow once it has read its roles; a list waits for that.
        let restarted = false;
        const blind = () => {
            this.#mayWatch = false;
            seen();
        };
        while (!signal.aborted) {
            try {
                if (version === undefined || cuts >= CUTS) {
                    restarted = false;
                    const { items, resourceVersion } = await client.snapshot(type, selected);
                    this.#objects.clear();
                    for (const item of items)
                        this.#objects.set(item.metadata.name, item);
                    if (resourceVersion === undefined)
                        return blind();
                    seen();
                    version = resourceVersion;
                    cuts = 0;
                }
                await client.watch(type, { ...selected, resourceVersion: version, signal }, ({ type: what, object }) => {
                    cuts = 0;
                    if (what === 'DELETED')
                        this.#objects.delete(object.metadata.name);
                    else if (what !== 'BOOKMARK')
                        this.#objects.set(object.metadata.name, object);
                    if (what !== 'BOOKMARK')
                        this.#changed();
                    version = object.metadata.resourceVersion ?? version;
                });
                restarted = true;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const forbidden = error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK && error.code === 'CLUSTER_FORBIDDEN';
                if (forbidden && !restarted)
                    return blind();
                restarted = true;
                if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK && error.status === 410)
                    version = undefined;
                else if (version === undefined ? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).length > 0 : isUnaccepted(error))
                    throw error;
                else {
                    cuts++;
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseAfter(error), undefined, { signal }).catch(() => undefined);
                }
            }
        }
    }
}


/***/ })

};
