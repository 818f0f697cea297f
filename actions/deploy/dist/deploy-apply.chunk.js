export const id = "deploy-apply";
export const ids = [245,732];
export const modules = {

/***/ 4351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyRelease: () => (/* binding */ applyRelease)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1123);
/* harmony import */ var _toolkit_kubernetes_stages_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2679);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4935);
/* harmony import */ var _collect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(329);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2008);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7071);
/* harmony import */ var _prune_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8307);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7807);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(296);











const NOT_OWNED = 'the application does not own it any more';
/** @throws Failure or Failures of what the cluster refuses, and of what does not roll out */
async function applyRelease({ application, manifests, live, applies, deletes, rolloutTimeout }, client, forwards, progress, world) {
    const references = manifests.map(({ object }) => (0,_toolkit_kubernetes_object_ts__WEBPACK_IMPORTED_MODULE_0__/* .referenceTo */ .Po)(object));
    await (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__.claim)(client, application, references, forwards);
    const known = new Map(live);
    const timed = async (address, action, work) => {
        const began = world.clock().getTime();
        const record = (status, more = {}) => {
            const durationMs = world.clock().getTime() - began;
            progress.record({ address, action, status, durationMs, ...more });
            return durationMs;
        };
        try {
            await work();
        }
        catch (error) {
            const [failure] = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(error);
            // Whether a request arrived that was not answered, nobody knows.
            record(failure === undefined || failure.code === 'CLUSTER_UNREACHABLE' ? 'unknown' : 'failed', {
                message: failure?.what ?? 'the request was not answered',
            });
            throw error;
        }
        world.log.info(`${action}: ${address} (${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(record('done'))})`);
    };
    for (const { stage, items } of (0,_toolkit_kubernetes_stages_ts__WEBPACK_IMPORTED_MODULE_1__/* .inStages */ .vv)(applies, ({ manifest }) => manifest.object)) {
        await (0,_collect_js__WEBPACK_IMPORTED_MODULE_5__/* .collect */ .F)(items, async ({ manifest, action }) => {
            await timed(manifest.address, action, async () => {
                try {
                    const options = { fieldManager: _deployment_js__WEBPACK_IMPORTED_MODULE_10__/* .FIELD_MANAGER */ .v, force: false, dryRun: false };
                    const { body } = await client.apply(manifest.object, options);
                    known.set(manifest.address, body);
                }
                catch (error) {
                    throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_8__/* .refusalOf */ .O)(error, manifest);
                }
            });
        });
        if (stage === 'definitions')
            await (0,_wait_js__WEBPACK_IMPORTED_MODULE_9__/* .waitForDefinitions */ .f)(client, items.map(({ manifest }) => manifest), world);
    }
    try {
        await (0,_wait_js__WEBPACK_IMPORTED_MODULE_9__.waitForRollouts)(client, manifests, known, rolloutTimeout, world);
    }
    catch (error) {
        for (const { manifest, action } of applies) {
            const { address } = manifest;
            const failure = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(error).find(({ what }) => what.startsWith(`${address}:`) || what.startsWith(`${address} `));
            // It was known, and does not do what it is for.
            if (failure !== undefined)
                progress.record({ address, action, status: 'failed', durationMs: 0, message: failure.what });
        }
        throw error;
    }
    const pruned = (0,_prune_js__WEBPACK_IMPORTED_MODULE_7__/* .prunable */ .W)(deletes, await (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__/* .claimed */ .S)(client, application, forwards.next));
    for (const { address } of deletes)
        if (!pruned.some((each) => each.address === address))
            progress.record({ address, action: 'delete', status: 'skipped', durationMs: 0, message: NOT_OWNED });
    for (const { reference, address } of pruned)
        await timed(address, 'delete', () => client.delete(reference));
    const gone = pruned.map(({ reference }) => reference);
    await (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__/* .conclude */ .E)(client, application, forwards.next, (members) => (0,_inventory_js__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KC)(references, (0,_inventory_js__WEBPACK_IMPORTED_MODULE_6__/* .except */ .iu)(members, gone)));
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
/* harmony export */   iu: () => (/* binding */ except),
/* harmony export */   qu: () => (/* binding */ writeInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3339);
/* harmony import */ var _toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(790);
/* harmony import */ var _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2652);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1656);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6845);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2008);
/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside.
 */








/** The parent is in one namespace that every cluster has; its members may be anywhere. */
const NAMESPACE = 'default';
const PART_OF = 'applyset.kubernetes.io/part-of';
const RELEASED_COMMIT = 'omninode.io/released-commit';
const RELEASED_RUN = 'omninode.io/released-run';
/** No object has this version when it is looked for: with it, apply makes an object, and changes none. */
const NOT_THERE = '1';
const Members = zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ apiVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), namespace: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional(), name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }));
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
/** Each object once, as the first of the lists has it. */
function union(...lists) {
    const members = new Map();
    for (const reference of lists.flat()) {
        const key = (0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(reference);
        if (!members.has(key))
            members.set(key, reference);
    }
    return [...members.values()];
}
/** Those that are in none of the others. */
function except(members, others) {
    const keys = new Set(others.map(_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN));
    return members.filter((member) => !keys.has((0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(member)));
}
function invalid(application, why) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        code: 'INVENTORY_INVALID',
        what: `What ${application} owns cannot be told from its inventory, the ConfigMap ${parentName(application)} in the namespace ${NAMESPACE}.`,
        why,
        fix: 'Put it back as it was: somebody has changed it by hand.',
    });
}
/** What the API server refuses, with the rule that would allow it. */
function refusedBy(error, application, verbs) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .d) || !error.isJudgement)
        return error;
    const forbidden = error.status === 403;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        code: forbidden ? 'CLUSTER_FORBIDDEN' : 'INVENTORY_REFUSED',
        what: `The API server does not allow the inventory of ${application}, the ConfigMap ${parentName(application)} in the namespace ${NAMESPACE}.`,
        why: `${error.said}.`,
        fix: forbidden
            ? `Add the rule \`{apiGroups: [""], resources: [configmaps], verbs: [${verbs}]}\` to a Role in the namespace ${NAMESPACE}.`
            : 'Mend what the API server says, and start again.',
        cause: error,
    });
}
function membersIn(text, application) {
    try {
        return Members.parse(JSON.parse(text));
    }
    catch {
        throw invalid(application, '`members` is no JSON list of objects.');
    }
}
function releasedIn(annotations, application) {
    const { [RELEASED_COMMIT]: commit, [RELEASED_RUN]: run = '' } = annotations;
    if (commit === undefined)
        return undefined;
    // A branch's name would be compared as whatever it is today.
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        throw invalid(application, `The annotation ${RELEASED_COMMIT} is no full commit id.`);
    return { commit, run };
}
/** @throws Failure INVENTORY_INVALID, CLUSTER_FORBIDDEN, INVENTORY_REFUSED */
async function readInventory(client, application) {
    const reference = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: NAMESPACE,
        name: parentName(application),
    };
    const parent = await client.get(reference).catch((error) => {
        throw refusedBy(error, application, 'get');
    });
    if (parent === undefined)
        return { members: [], released: undefined, version: undefined };
    const { members = '[]' } = parent.data ?? {}; // core/v1 ConfigMap
    // Its members may have been written before it was known that they are outside of namespaces.
    const scopeOf = (0,_toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__/* .scopesAmong */ .Cq)([], await client.discovery.scopes());
    const { annotations = {}, resourceVersion } = parent.metadata;
    return {
        members: union(membersIn(members, application).map((each) => (0,_toolkit_kubernetes_scope_ts__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(each, scopeOf))),
        released: releasedIn(annotations, application),
        version: resourceVersion,
    };
}
/**
 * Writes the inventory if it still is what was read.
 * @param version of what was read
 * @returns whether it was written; not when somebody else wrote it since
 * @throws Failure CLUSTER_FORBIDDEN, INVENTORY_REFUSED
 */
async function writeInventory(client, application, { members, released }, version) {
    const kinds = [...new Set(members.map(_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_3__/* .groupKindOf */ .zo))];
    const namespaces = [
        ...new Set(members.flatMap(({ namespace }) => namespace === undefined || namespace === NAMESPACE ? [] : [namespace])),
    ];
    const inventory = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: parentName(application),
            namespace: NAMESPACE,
            resourceVersion: version ?? NOT_THERE,
            labels: { 'applyset.kubernetes.io/id': idOf(application) },
            annotations: {
                'applyset.kubernetes.io/tooling': 'omninode/v0.1.0',
                'applyset.kubernetes.io/contains-group-kinds': kinds.sort().join(','),
                'applyset.kubernetes.io/additional-namespaces': namespaces.sort().join(','),
                [RELEASED_COMMIT]: released.commit,
                [RELEASED_RUN]: released.run,
            },
        },
        data: { members: JSON.stringify(members) },
    };
    try {
        await client.apply(inventory, { fieldManager: _deployment_js__WEBPACK_IMPORTED_MODULE_7__/* .FIELD_MANAGER */ .v, force: true, dryRun: false });
        return true;
    }
    catch (error) {
        if (error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .d && error.status === 409)
            return false;
        throw refusedBy(error, application, 'get, create, patch');
    }
}


/***/ }),

/***/ 8307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ prunable),
/* harmony export */   X: () => (/* binding */ planPruning)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(790);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_kubernetes_stages_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2679);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/** What left the manifests. */




/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
    _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.definition,
    _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.namespace,
    _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.statefulSet,
    _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.volume,
    _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .knownKinds */ .T8.volumeClaim,
]);
/** Those that the application still owns, in the order in which they go: what somebody has pruned meanwhile is not ours. */
function prunable(deletes, members) {
    const owned = new Set(members.map(_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN));
    return (0,_toolkit_kubernetes_stages_ts__WEBPACK_IMPORTED_MODULE_2__/* .backwards */ .vp)(deletes.filter(({ reference }) => owned.has((0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(reference))), ({ reference }) => reference);
}
/** @param gone what the application owned, and the manifests no longer name */
function planPruning(gone, addressOf) {
    const { kept = [], deleted = [] } = Object.groupBy(gone, (reference) => protectedKinds.has((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupKindOf */ .zo)(reference)) ? 'kept' : 'deleted');
    return {
        deletes: deleted.map((reference) => ({ reference, address: addressOf(reference) })),
        changes: deleted.map((reference) => ({
            action: 'delete',
            address: addressOf(reference),
            kind: (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_1__/* .groupVersionKindOf */ .d5)(reference),
            note: 'is no longer in the manifests',
        })),
        findings: kept.map((reference) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)({
            rule: 'prune-protected',
            severity: 'warning',
            verdict: 'fail',
            message: `${addressOf(reference)} is no longer in the manifests, and stays.`,
            why: 'Deleting it would delete data.',
            fix: 'Delete it by hand when nobody needs it, or put it back.',
        }, addressOf(reference))),
    };
}


/***/ }),

/***/ 7807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   p: () => (/* binding */ atItsPlace)
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
/** Strict validation of an applied object fails as if it were the server's own fault. */
function isAboutTypes({ said }) {
    return said.includes('failed to create typed patch object');
}
/** Whether a field is refused because it never changes. The message quotes the manifest: it may have any length. */
function isImmutable(message) {
    const forbidden = message.search(/updates to /i);
    const updates = forbidden >= 0 && /are forbidden/i.test(message.slice(forbidden));
    return updates || /immutable|may not be changed/i.test(message);
}
/** A refusal to show what is there now, in the API server's own words, on the line of the manifest. */
function atItsPlace(error, { source }) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .d) || !error.isJudgement)
        return error;
    const { code, what, why, fix } = error;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code,
        what,
        ...(why === undefined ? {} : { why }),
        ...(fix === undefined ? {} : { fix }),
        source,
        cause: error,
    });
}
/** The field that a refusal is about: as a cause names it, or as strict validation does: `.spec.replica: field not …` */
function placeOf({ causes, said }, { node, source }) {
    const [cause] = causes;
    if (cause?.field !== undefined)
        return node.get(...keysOf(cause.field)).source;
    if (/^namespaces "[^"]*" not found$/.test(said))
        return node.get('metadata', 'namespace').source;
    const typed = said.lastIndexOf('): .');
    const field = typed < 0 ? undefined : said.slice(typed + 4).split(': ')[0];
    return field === undefined ? source : node.get(...keysOf(field)).source;
}
/** What to do about the mistakes that are made most. */
function cureOf(said) {
    if (/^namespaces "[^"]*" not found$/.test(said))
        return 'Add the Namespace to the manifests, or correct metadata.namespace.';
    if (said.includes('field not declared in schema'))
        return 'Correct the name of the field: this kind has none such.';
    if (said.includes('expected string, got'))
        return 'Put the value in quotes: it must be a text.';
    if (said.includes('expected numeric'))
        return 'Write the value without quotes: it must be a number.';
    return 'Correct the manifest.';
}
function refusalOf(error, manifest) {
    if (!(error instanceof _toolkit_kubernetes_error_ts__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .d))
        return error;
    if (error.status === 409 && error.causes.some((cause) => cause.reason === 'FieldManagerConflict'))
        return conflict(manifest, error);
    // What is told about a server, or about something in its place, is told as it is.
    if (!error.isJudgement && !isAboutTypes(error))
        return error;
    if (error.status === 403) {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'CLUSTER_FORBIDDEN',
            what: `The cluster does not allow it for ${manifest.address}.`,
            why: `${error.said}.`,
            fix: 'Give the role of this identity the right, or change the manifest so that the namespace admits it.',
            source: manifest.source,
            cause: error,
        });
    }
    const immutable = isImmutable(error.said);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: immutable ? 'MANIFEST_IMMUTABLE' : 'MANIFEST_INVALID',
        what: `The API server refuses ${manifest.address}: ${error.said}.`,
        fix: immutable
            ? 'Give the object another name: this field cannot be changed in place.'
            : cureOf(error.said),
        source: placeOf(error, manifest),
        cause: error,
    });
}


/***/ }),

/***/ 296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ waitForDefinitions),
  waitForRollouts: () => (/* binding */ waitForRollouts)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
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
        return (0,health/* unknown */.L5)('nobody has seen it');
    const events = await client.list({ apiVersion: 'v1', kind: 'Event' }, { namespace, fields: `involvedObject.uid=${uid}` });
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

// EXTERNAL MODULE: ./build/toolkit/kubernetes/health/index.js + 12 modules
var kubernetes_health = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
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

// EXTERNAL MODULE: ./build/actions/deploy/src/unwell.js
var unwell = __webpack_require__(8308);
;// CONCATENATED MODULE: ./build/actions/deploy/src/wait.js
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
/** @throws Failure DEFINITION_REFUSED for a definition that cannot be established */
async function waitForDefinitions(client, definitions, world) {
    await (0,collect/* collect */.F)(definitions, async ({ object, address, source }) => {
        for (;;) {
            const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(object));
            const health = live === undefined ? GONE : (0,kubernetes_health/* healthOf */.Wr)(live);
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


/***/ }),

/***/ 790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   hQ: () => (/* binding */ addressesAmong)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** What tells objects apart, for machines and for people. */

/** Equal for two references to one object, whatever version of its group they are written in. */
function keyOf({ apiVersion, kind, namespace = '', name }) {
    return [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(apiVersion), kind, namespace, name].join('/');
}
function addressWith(kind, { namespace, name }) {
    return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}
/** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev` outside of namespaces. */
function addressOf(reference) {
    return addressWith(reference.kind, reference);
}
/**
 * Addresses that tell the given objects apart: those that share kind, namespace and name with another group's show
 * their own, `onex-dev/Gateway.networking.istio.io/web`.
 */
function addressesAmong(references) {
    const groups = new Map();
    for (const reference of references) {
        const address = addressOf(reference);
        groups.set(address, (groups.get(address) ?? new Set()).add((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(reference.apiVersion)));
    }
    return (reference) => {
        const address = addressOf(reference);
        const shared = (groups.get(address)?.size ?? 0) > 1;
        return shared ? addressWith((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(reference), reference) : address;
    };
}


/***/ }),

/***/ 1656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GS: () => (/* binding */ placed),
  Cq: () => (/* binding */ scopesAmong)
});

// UNUSED EXPORTS: definedScopes

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/cluster-scoped.js
/** Kubernetes' own kinds that are outside of namespaces. */
const clusterScoped = new Set([
    'APIService.apiregistration.k8s.io',
    'CSIDriver.storage.k8s.io',
    'CSINode.storage.k8s.io',
    'CertificateSigningRequest.certificates.k8s.io',
    'ClusterRole.rbac.authorization.k8s.io',
    'ClusterRoleBinding.rbac.authorization.k8s.io',
    'ComponentStatus',
    'CustomResourceDefinition.apiextensions.k8s.io',
    'DeviceClass.resource.k8s.io',
    'FlowSchema.flowcontrol.apiserver.k8s.io',
    'IPAddress.networking.k8s.io',
    'IngressClass.networking.k8s.io',
    'MutatingAdmissionPolicy.admissionregistration.k8s.io',
    'MutatingAdmissionPolicyBinding.admissionregistration.k8s.io',
    'MutatingWebhookConfiguration.admissionregistration.k8s.io',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass.scheduling.k8s.io',
    'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io',
    'ResourceSlice.resource.k8s.io',
    'RuntimeClass.node.k8s.io',
    'SelfSubjectAccessReview.authorization.k8s.io',
    'SelfSubjectReview.authentication.k8s.io',
    'SelfSubjectRulesReview.authorization.k8s.io',
    'ServiceCIDR.networking.k8s.io',
    'StorageClass.storage.k8s.io',
    'SubjectAccessReview.authorization.k8s.io',
    'TokenReview.authentication.k8s.io',
    'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
    'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
    'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    'VolumeAttachment.storage.k8s.io',
    'VolumeAttributesClass.storage.k8s.io',
]);

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/scope.js
/** Whether objects are in namespaces. What names an object depends on it, whatever is written in its file. */



const ownScopes = new Map([...clusterScoped].map((groupKind) => [groupKind, 'Cluster']));
/** The scopes of the kinds that the objects themselves define. */
function definedScopes(objects) {
    const definitions = objects.filter((object) => (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.definition);
    return new Map(definitions.flatMap((definition) => {
        const [group, kind, scope] = [['group'], ['names', 'kind'], ['scope']].map((path) => (0,object/* valueAt */.fK)(definition, ['spec', ...path])); // apiextensions.k8s.io/v1
        return scope === 'Cluster' || scope === 'Namespaced' ? [[`${kind}.${group}`, scope]] : [];
    }));
}
/**
 * @param objects everything that is released together: it may define kinds
 * @param served what a cluster says; without one, Kubernetes' own kinds are known
 */
function scopesAmong(objects, served = ownScopes) {
    const defined = definedScopes(objects);
    return (groupKind) => served.get(groupKind) ?? defined.get(groupKind);
}
/** The reference as the API server takes it: no namespace for what is outside of them. */
function placed(reference, scopeOf) {
    const needless = reference.namespace !== undefined && scopeOf((0,kinds/* groupKindOf */.zo)(reference)) === 'Cluster';
    return needless ? { ...reference, namespace: undefined } : reference;
}


/***/ }),

/***/ 2679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vp: () => (/* binding */ backwards),
/* harmony export */   vv: () => (/* binding */ inStages)
/* harmony export */ });
/* unused harmony exports stages, stageOf */
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/** In which order objects are applied: what others stand on first. Deletions go the other way. */

const stages = ['namespaces', 'definitions', 'configuration', 'workloads', 'webhooks'];
const stageByKind = new Map([
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.namespace, 'namespaces'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.definition, 'definitions'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.cronJob, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.daemonSet, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.deployment, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.job, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.pod, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.replicaSet, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.statefulSet, 'workloads'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.mutatingWebhook, 'webhooks'],
    [_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.validatingWebhook, 'webhooks'],
]);
function stageOf(object) {
    return stageByKind.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object)) ?? 'configuration';
}
/** Grouped by stage, in their order; empty stages are left out. */
function inStages(items, objectOf) {
    return stages
        .map((stage) => ({ stage, items: items.filter((item) => stageOf(objectOf(item)) === stage) }))
        .filter(({ items: members }) => members.length > 0);
}
/** What stands on others first. */
function backwards(items, objectOf) {
    const place = (item) => stages.indexOf(stageOf(objectOf(item)));
    return [...items].sort((a, b) => place(b) - place(a));
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
