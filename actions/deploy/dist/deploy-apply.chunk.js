export const id = "deploy-apply";
export const ids = [245,892];
export const modules = {

/***/ 8566:
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
var inventory = __webpack_require__(1138);
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
/** Reads and writes until nobody wrote in between. @throws Failure INVENTORY_BUSY */
async function rewrite(client, application, next) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const read = await (0,inventory/* readInventory */.zw)(client, application);
        if (await (0,inventory/* writeInventory */.qu)(client, application, await next(read), read.version))
            return read;
    }
    throw busy(application);
}
/**
 * Notes that this run releases the application, and everything that it may make, so that nothing is forgotten whatever
 * happens from here on.
 * @param references what it may make: without a uid it is known as what was begun, and not yet as its own
 * @throws Failure of `forwards.allow`, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function claim(client, application, references, forwards) {
    await rewrite(client, application, async ({ members, released }) => {
        await forwards.allow('', released);
        return { members: (0,inventory/* replaced */.$3)(members, references), released: forwards.next };
    });
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
 * What the application owns, as long as this run is the one that releases it.
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_INVALID
 */
async function claimed(client, application, next) {
    return membersOf(await (0,inventory/* readInventory */.zw)(client, application), application, next);
}
/**
 * Notes what the application owns, when that is known and at the end of a run.
 * @param owned from its members to what they are from now on
 * @throws Failure RELEASE_OVERTAKEN, INVENTORY_BUSY, INVENTORY_INVALID
 */
async function note(client, application, next, owned) {
    await rewrite(client, application, async (read) => ({
        members: owned(membersOf(read, application, next)),
        released: next,
    }));
}

// EXTERNAL MODULE: ./build/actions/deploy/src/ownership/owner.js
var owner = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
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
/** What stands on others first. */
function backwards(items, objectOf) {
    const place = (item) => stages.indexOf(stageOf(objectOf(item)));
    return [...items].sort((a, b) => place(b) - place(a));
}

// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/in-use.js
var in_use = __webpack_require__(1542);
// EXTERNAL MODULE: ./build/actions/deploy/src/orphans/orphans.js
var orphans = __webpack_require__(1008);
// EXTERNAL MODULE: ./build/actions/deploy/src/release/collect.js
var collect = __webpack_require__(363);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/terminating.js
/** Objects on their way out: what is written to them goes with them. */



const POLL_MS = 200;
function isTerminating({ metadata }) {
    return metadata.deletionTimestamp !== undefined;
}
/**
 * Waits until an object that is being deleted is gone.
 * @param patience milliseconds
 * @throws Failure OBJECT_TERMINATING
 */
async function untilGone(client, { reference, address, uid, source }, patience, world) {
    const deadline = world.clock().getTime() + patience;
    let told = '';
    for (;;) {
        const live = await client.get(reference);
        if (live === undefined || live.metadata.uid !== uid)
            return;
        const { finalizers = [] } = live.metadata;
        const held = finalizers.length === 0 ? 'No finalizer holds it.' : `It is held by ${finalizers.join(', ')}.`;
        if (told !== held)
            world.log.info(`waiting until ${address} is gone. ${held}`);
        told = held;
        if (world.clock().getTime() > deadline) {
            throw new model_failure/* Failure */.HR({
                code: 'OBJECT_TERMINATING',
                what: `${address} is being deleted, and is still there after ${(0,duration/* formatDuration */.a)(patience)}.`,
                why: held,
                fix: 'Let the controller that put its finalizers there finish, and start again; a finalizer that nobody serves any more is taken off by hand.',
                ...(source === undefined ? {} : { source }),
            });
        }
        await (0,promises_.setTimeout)(POLL_MS, undefined, { signal: world.signal });
    }
}

;// CONCATENATED MODULE: ./build/actions/deploy/src/prune.js









/** How often it may be changed between the look and the request. */
const prune_ATTEMPTS = 10;
/** Since the plan, somebody may have said otherwise. */
function whyKept(live, { uid }, application) {
    const other = (0,owner/* otherThan */.kM)(application, live, uid);
    if (other !== undefined)
        return `it ${other.what}`;
    return (0,orphans/* isKept */.t8)(live) ? 'its annotation says that it is to be kept' : undefined;
}
/** @throws Failure PRUNE_BUSY */
async function deleteExactly(client, gone, application, seen) {
    let live = seen;
    for (let attempt = 0; attempt < prune_ATTEMPTS; attempt++) {
        if (live === undefined || isTerminating(live) || whyKept(live, gone, application) !== undefined)
            break;
        const { uid, resourceVersion } = live.metadata;
        try {
            return await client.delete(gone.reference, { uid, resourceVersion });
        }
        catch (error) {
            if (!(0,kubernetes_error/* isConflict */.dh)(error))
                throw error;
            live = await client.get(gone.reference);
        }
    }
    if (live === undefined || isTerminating(live))
        return;
    throw new model_failure/* Failure */.HR({
        code: 'PRUNE_BUSY',
        what: `${gone.address} is changed each time that it is to be deleted.`,
        why: 'A controller, or somebody, writes it all the time.',
        fix: 'Find out who does, and start again.',
    });
}
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
    const gone = [];
    for (const { items } of inStages(deletes, ({ reference }) => reference).reverse()) {
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
                await deleteExactly(client, each, application, live);
                await untilGone(client, { reference, address, uid: live.metadata.uid }, rolloutTimeout, world);
            });
            gone.push(reference);
        });
    }
    return gone;
}

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
;// CONCATENATED MODULE: ./build/actions/deploy/src/release/write.js
/** Writes one object, and nothing but the one that was looked at. */









/** How often it may be changed between the look and the request. */
const write_ATTEMPTS = 10;
/**
 * The object as it is then.
 * @param seen as it was looked at last; undefined when it was not there
 * @param hasty as of an `ApiRequest`
 * @throws Failure OWNER_OTHER for an object of somebody else that nobody has named, OBJECT_TERMINATING, OBJECT_BUSY, and
 * what the API server refuses
 */
async function write(client, manifest, seen, { application, adopt, forced, uids, rolloutTimeout }, world, hasty = false) {
    const { object, address, source } = manifest;
    const reference = (0,kubernetes_object/* referenceTo */.Po)(object);
    // What was not there is made anew, and may come back from a request whose answer was lost.
    const uid = seen === undefined ? undefined : uids.get((0,kubernetes_address/* keyOf */.TN)(reference));
    let live = seen;
    for (let attempt = 0; attempt < write_ATTEMPTS; attempt++) {
        if (live !== undefined && isTerminating(live)) {
            const going = { reference, address, uid: live.metadata.uid, source };
            await untilGone(client, going, rolloutTimeout, world);
            live = undefined;
        }
        const other = live === undefined ? undefined : (0,owner/* otherThan */.kM)(application, live, uid);
        if (other !== undefined && !adopt.includes(address))
            throw (0,owner/* refusedOwner */.OF)(address, other, source);
        const terms = (0,owner/* termsOf */.fd)(application, live, other !== undefined, forced.includes(address));
        try {
            const { object: sent, live: ready } = await (0,takeover/* prepared */.s)(client, manifest, live, terms);
            const written = (0,owner/* writtenBy */.xO)(sent, world.run.url);
            const resourceVersion = ready?.metadata.resourceVersion ?? inventory/* NOT_THERE */.ro;
            const exact = { ...written, metadata: { ...written.metadata, resourceVersion } };
            const force = terms.adopted || terms.forced;
            const { body } = await client.apply(exact, {
                fieldManager: terms.fieldManager,
                force,
                dryRun: false,
                hasty,
            });
            return body;
        }
        catch (error) {
            if (!(error instanceof kubernetes_error/* KubernetesError */.dK) || error.status !== 409)
                throw (0,refusal/* refusalOf */.Of)(error, manifest);
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

// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 12 modules
var kubernetes_health = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/actions/deploy/src/admission/definition.js
var admission_definition = __webpack_require__(9116);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/health.js
var toolkit_kubernetes_health = __webpack_require__(9234);
;// CONCATENATED MODULE: ./build/actions/deploy/src/rollout/definitions.js
/** Waits until what definitions define is served. */








const definitions_POLL_MS = 200;
/** The versions that discovery does not list yet: it learns of a definition a moment after that is established. */
async function unserved(client, definition) {
    client.discovery.refresh();
    const asked = [...(0,admission_definition/* definedKinds */.L)([definition]).keys()].map(async (versionKind) => {
        const [apiVersion = '', kind = ''] = versionKind.split(' ');
        try {
            return (await client.discovery.resourceOf({ apiVersion, kind })) === undefined ? [apiVersion] : [];
        }
        catch (error) {
            if ((0,model_failure/* failuresIn */.xM)(error).some(({ code }) => code === 'DISCOVERY'))
                return [apiVersion];
            throw error;
        }
    });
    return (await Promise.all(asked)).flat();
}
/** What a definition still lacks; undefined when it is served. @throws Failure DEFINITION_REFUSED */
async function lackOf(client, definition) {
    const { object, address, source } = definition;
    const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(object));
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
    if (health.state !== 'ready')
        return health.reason;
    const missing = await unserved(client, definition);
    return missing.length === 0
        ? undefined
        : `it is established, and the API server does not list ${missing.join(', ')} yet`;
}
/**
 * @param timeout milliseconds
 * @throws Failure DEFINITION_REFUSED for a definition that cannot be established, DEFINITION_TIMEOUT for one that is not
 */
async function waitForDefinitions(client, definitions, timeout, world) {
    const deadline = world.clock().getTime() + timeout;
    await (0,collect/* collect */.F)(definitions, async (definition) => {
        for (;;) {
            const lack = await lackOf(client, definition);
            if (lack === undefined)
                return;
            if (world.clock().getTime() > deadline) {
                throw new model_failure/* Failure */.HR({
                    code: 'DEFINITION_TIMEOUT',
                    what: `${definition.address} is not served after ${(0,duration/* formatDuration */.a)(timeout)}.`,
                    why: lack,
                    fix: 'Look at its conditions, and at the API server\u2019s log; or raise `rollout-timeout`.',
                    source: definition.source,
                });
            }
            await (0,promises_.setTimeout)(definitions_POLL_MS, undefined, { signal: world.signal });
        }
    });
}

// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var manifests_workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
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
/** @throws Failure or Failures of what the cluster refuses */
async function writeInStages(release, client, afterCutOff, { known, timed, rollOut }, world) {
    const { manifests, rolloutTimeout } = release;
    const objects = manifests.map(({ object }) => object);
    const writing = writings(release, afterCutOff);
    const staged = new Map(inStages(writing, ({ manifest }) => manifest.object, stagesAmong(objects)).map(({ stage, items }) => [
        stage,
        items,
    ]));
    const definitions = definitionsToAwait(release, new Set(writing.map(({ manifest }) => manifest)));
    const lagging = {
        kinds: new Set((0,admission_definition/* definedKinds */.L)(definitions).keys()),
        webhooks: new Set((0,webhooks/* webhooksAmong */.X)(objects).map(({ name }) => name)),
    };
    /** Refused because a webhook does not answer that this very release is to mend: it comes after that. */
    const late = [];
    const attempt = async ({ manifest }, mayComeLate) => {
        const began = world.clock().getTime();
        for (;;) {
            try {
                const seen = known.get(manifest.address);
                known.set(manifest.address, await write(client, manifest, seen, release, world, mayComeLate));
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
            await waitForDefinitions(client, definitions, rolloutTimeout, world);
        const items = [...(staged.get(stage) ?? []), ...(stage === 'guarded' ? late : [])];
        if (stage === 'webhooks' && (items.length > 0 || staged.has('guarded') || late.length > 0)) {
            const unwritten = new Set(late.map(({ manifest }) => manifest));
            const awaited = beforeWebhooks(manifests, late.length > 0).filter((each) => !unwritten.has(each));
            await rollOut(awaited);
        }
        await (0,collect/* collect */.F)(items, (item) => apply(item, stage));
    }
}

// EXTERNAL MODULE: ./build/actions/deploy/src/rollout/wait.js + 2 modules
var wait = __webpack_require__(7103);
;// CONCATENATED MODULE: ./build/actions/deploy/src/apply.js












function memberOf(object) {
    return { ...(0,kubernetes_object/* referenceTo */.Po)(object), uid: object.metadata.uid };
}
/** What is the application's own already, with its uid, and what is begun now, without. */
function begun({ application, manifests, live }) {
    return manifests.map(({ object, address }) => {
        const seen = live.get(address);
        const ours = seen !== undefined && (0,owner/* otherThan */.kM)(application, seen, undefined) === undefined;
        return ours && !isTerminating(seen) ? memberOf(seen) : (0,kubernetes_object/* referenceTo */.Po)(object);
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
    await claim(client, application, (0,inventory/* union */.KC)(begun(release), release.rebuilt), forwards);
    const known = new Map(live);
    const timed = timing(progress, world);
    const remember = () => {
        const owned = [...known.values()].map(memberOf);
        return note(client, application, forwards.next, (members) => (0,inventory/* replaced */.$3)(members, owned));
    };
    const rollOut = async (awaited) => {
        // What is waited for may fail: what is there is the application's own all the same.
        await remember();
        try {
            await (0,wait.waitForRollouts)(client, awaited, known, rolloutTimeout, world);
        }
        catch (error) {
            recordFailed(error, applies, progress);
            throw error;
        }
    };
    await writeInStages(release, client, afterCutOff, { known, timed, rollOut }, world);
    await rollOut(manifests);
    const members = await claimed(client, application, forwards.next);
    const gone = await prune(client, release, members, timed, progress, world);
    const forgotten = forgettable(release, afterCutOff);
    await note(client, application, forwards.next, (owns) => (0,inventory/* except */.iu)(owns, [...gone, ...forgotten]));
    for (const { action, address } of release.plan.changes)
        if (action === 'forget')
            progress.record({ address, action, status: 'done', durationMs: 0 });
}
/** Notes that what is there, as it is, is what this run wants. @throws Failure of `forwards.allow` */
async function rememberRelease(release, client, forwards, world, afterCutOff) {
    const { application, manifests, live, rebuilt } = release;
    await claim(client, application, (0,inventory/* union */.KC)(begun(release), rebuilt), forwards);
    if (afterCutOff)
        await (0,collect/* collect */.F)(manifests, (manifest) => write(client, manifest, live.get(manifest.address), release, world));
    const forgotten = forgettable(release, afterCutOff);
    if (forgotten.length > 0)
        await note(client, application, forwards.next, (owns) => (0,inventory/* except */.iu)(owns, forgotten));
}


/***/ }),

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
