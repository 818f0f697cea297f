export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

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

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planDeployment: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 1 modules
var manifests_manifest = __webpack_require__(9422);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js + 1 modules
var sensitive = __webpack_require__(5143);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
// EXTERNAL MODULE: ./build/actions/deploy/src/deployment.js
var src_deployment = __webpack_require__(2008);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/actions/deploy/src/secret.js
var secret = __webpack_require__(4023);
;// CONCATENATED MODULE: ./build/actions/deploy/src/diff.js


/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const controllersOwn = [
    'deployment.kubernetes.io/revision',
    'kubectl.kubernetes.io/last-applied-configuration',
];
function without(value, keys) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The object as people wrote it: no status, no bookkeeping. */
function clean(object) {
    const { status: _status, ...rest } = object; // parsed JSON of the API
    const metadata = without(rest['metadata'], serversOwn);
    const annotations = (0,secret/* hasFields */.s6)(metadata['annotations'])
        ? without(metadata['annotations'], controllersOwn)
        : {};
    const { annotations: _old, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
}
/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before, after) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [undefined, undefined];
    if ((0,secret/* hasFields */.s6)(before) && (0,secret/* hasFields */.s6)(after)) {
        const left = {};
        const right = {};
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            const [a, b] = differing(before[key], after[key]);
            if (a !== undefined)
                left[key] = a;
            if (b !== undefined)
                right[key] = b;
        }
        return [left, right];
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        const pairs = before.map((item, index) => differing(item, after[index]));
        return [pairs.map(([a]) => a ?? null), pairs.map(([, b]) => b ?? null)];
    }
    return [before, after];
}
/** What is in a Secret is never shown; whether it changes is. */
function shown(before, after) {
    const changed = (value, other) => JSON.stringify(value) === JSON.stringify(other) ? change/* SENSITIVE */.NP : change/* SENSITIVE_CHANGED */.aQ;
    return [(0,secret/* withSecretsHidden */.oe)(before), (0,secret/* withSecretsHidden */.oe)(after, before, changed)];
}
/** `undefined` when nothing would change. */
function difference(live, applied) {
    const [before, after] = differing(...shown(clean(live), clean(applied)));
    return before === undefined && after === undefined
        ? undefined
        : { before: before ?? null, after: after ?? null };
}
/** A new object as it would be shown. */
function created(object) {
    return (0,secret/* withSecretsHidden */.oe)(clean(object));
}
/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
function replacedSecrets(live, applied) {
    const [before] = differing((0,secret/* sensitiveIn */.oD)(clean(live)) ?? {}, (0,secret/* sensitiveIn */.oD)(clean(applied)) ?? {});
    return before;
}

// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var inventory = __webpack_require__(7071);
// EXTERNAL MODULE: ./build/actions/deploy/src/prune.js
var src_prune = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
// EXTERNAL MODULE: ./build/actions/deploy/src/secret-values.js
var secret_values = __webpack_require__(2646);
// EXTERNAL MODULE: ./build/actions/deploy/src/unwell.js
var unwell = __webpack_require__(8308);
;// CONCATENATED MODULE: ./build/actions/deploy/src/plan.js
/** What applying would change, by server-side dry run. */





















/** The kinds that this release itself defines. */
function definedKinds(manifests) {
    const definitions = manifests.filter(({ object }) => (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.definition);
    return new Set(definitions.flatMap(({ object }) => {
        const { spec } = object; // apiextensions.k8s.io/v1
        return (spec?.versions ?? []).map(({ name }) => `${spec?.group}/${name} ${spec?.names?.kind}`);
    }));
}
async function planOne(client, manifest, context) {
    const { object, address, source } = manifest;
    const base = { address, kind: (0,kinds/* groupVersionKindOf */.d5)(object), source };
    const sent = (0,secret/* sensitiveIn */.oD)(fieldsOf(object));
    let live;
    const planned = (change, warnings = [], replaced) => {
        // What stays as it is sends nothing.
        const counts = change.action !== 'none' && (sent ?? replaced) !== undefined;
        return {
            manifest,
            change: { ...base, ...change },
            warnings,
            live,
            sensitive: counts ? { sent, replaced } : undefined,
        };
    };
    const { namespace } = object.metadata;
    if (namespace === undefined && context.scopeOf((0,kinds/* groupKindOf */.zo)(object)) === 'Namespaced') {
        throw new failure/* Failure */.HR({
            code: 'NAMESPACE_MISSING',
            what: `${address} names no namespace.`,
            fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
            source: manifest.node.get('metadata').source,
        });
    }
    const resource = await client.discovery.resourceOf(object);
    if (resource === undefined) {
        if (!context.defined.has((0,kinds/* groupVersionKindOf */.d5)(object))) {
            throw new failure/* Failure */.HR({
                code: 'KIND_UNKNOWN',
                what: `The cluster knows no ${object.kind} of ${object.apiVersion}.`,
                fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
                source,
            });
        }
        return planned({
            action: 'create',
            after: created(object),
            note: 'its kind is defined by this release',
        });
    }
    live = await client.get((0,kubernetes_object/* referenceTo */.Po)(object)).catch((error) => {
        throw (0,refusal/* atItsPlace */.p)(error, manifest);
    });
    if (live === undefined && namespace !== undefined && !context.namespaces.has(namespace)) {
        if (!context.made.has(namespace)) {
            throw new failure/* Failure */.HR({
                code: 'NAMESPACE_MISSING',
                what: `The namespace ${namespace} of ${address} is neither in the cluster nor in the manifests.`,
                fix: 'Add it to the manifests (`kind: Namespace`), or correct metadata.namespace.',
                source: manifest.node.get('metadata', 'namespace').source,
            });
        }
        return planned({
            action: 'create',
            after: created(object),
            note: 'its namespace is made by this release',
        });
    }
    try {
        const { body, warnings } = await client.apply(object, {
            fieldManager: src_deployment/* FIELD_MANAGER */.v,
            force: false,
            dryRun: true,
        });
        if (live === undefined)
            return planned({ action: 'create', after: created(object) }, warnings);
        const changed = difference(live, body);
        if (changed === undefined)
            return planned({ action: 'none' }, warnings);
        return planned({ action: 'update', ...changed }, warnings, replacedSecrets(live, body));
    }
    catch (error) {
        throw (0,refusal/* refusalOf */.O)(error, manifest);
    }
}
function warningFindings(planned) {
    return planned.flatMap(({ change, warnings }) => warnings.map((message) => (0,finding/* finding */.gk)({
        rule: 'api-server-warning',
        severity: 'warning',
        verdict: 'fail',
        message: `${change.address}: ${message}.`,
        why: 'The API server says so about this object.',
        fix: 'Change the manifest before the server refuses it.',
        ...(change.source === undefined ? {} : { source: change.source }),
    }, `${change.address} ${message}`)));
}
function memberOf({ manifest, change: { address }, live }) {
    return live === undefined ? [] : [{ address, live, manifest }];
}
/** What is not well of what left the manifests, and is not deleted. */
async function stayingFindings(client, references, addressOf) {
    const found = await (0,collect/* collect */.F)(references, async (reference) => {
        const address = addressOf(reference);
        try {
            const live = await client.get(reference);
            return live === undefined ? [] : (0,unwell/* unwellFindings */.sp)([{ address, live, manifest: undefined }]);
        }
        catch (error) {
            if (error instanceof kubernetes_error/* KubernetesError */.d && error.code === 'CLUSTER_FORBIDDEN')
                return [(0,unwell/* hiddenFinding */.CB)(address, error)];
            throw error;
        }
    });
    return found.flat();
}
function fieldsOf(object) {
    return object; // parsed from YAML
}
/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,canonical/* canonicalJson */.d)((0,secret/* withSecretsHidden */.oe)(fieldsOf(object))))
        .digest('hex');
}
/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(manifests, addressOf) {
    return manifests.map((manifest) => ({ ...manifest, address: addressOf((0,kubernetes_object/* referenceTo */.Po)(manifest.object)) }));
}
/** Looks at everything that the deployment is about, and changes nothing. */
async function planDeployment(client, deployment, place, world) {
    const { application, images, name, prune, rolloutTimeout } = deployment;
    (0,secret_values/* maskSecrets */.Q)(deployment.manifests.manifests.map(({ object }) => object), world);
    const listed = await client.list({ apiVersion: 'v1', kind: 'Namespace' });
    const namespaces = new Set(listed.map((namespace) => namespace.metadata.name));
    const scopeOf = (0,scope/* scopesAmong */.Cq)(deployment.manifests.manifests.map(({ object }) => object), await client.discovery.scopes());
    const written = deployment.manifests.manifests.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    (0,failure/* throwIfAny */.MI)((0,manifests_manifest/* duplicatesAmong */.zX)(written));
    const made = new Set(written.flatMap(({ object }) => (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.namespace ? [object.metadata.name] : []));
    const context = { defined: definedKinds(written), namespaces, made, scopeOf };
    const references = written.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    const { members, released } = await (0,inventory/* readInventory */.zw)(client, application);
    const left = (0,inventory/* except */.iu)(members, references);
    const gone = prune ? left : [];
    const addressOf = (0,address/* addressesAmong */.hQ)([...references, ...gone]);
    const manifests = addressed(written, addressOf).map((manifest) => ({
        ...manifest,
        object: (0,inventory/* asMember */.Nx)(manifest.object, application),
    }));
    const planned = await (0,collect/* collect */.F)(manifests, (manifest) => planOne(client, manifest, context));
    const pruning = (0,src_prune/* planPruning */.X)(gone, addressOf);
    const pruned = pruning.deletes.map(({ reference }) => reference);
    const staying = await stayingFindings(client, (0,inventory/* except */.iu)(left, pruned), (0,address/* addressesAmong */.hQ)([...references, ...left]));
    // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
    const nameOf = (0,address/* addressesAmong */.hQ)(references);
    const applies = planned.flatMap(({ manifest, change: { action } }) => action === 'create' || action === 'update' ? [{ manifest, action }] : []);
    const bytesOf = (objects) => Object.fromEntries(objects.map(({ object }) => [nameOf((0,kubernetes_object/* referenceTo */.Po)(object)), sha256Of(object)]));
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'deploy',
        ...place,
        name,
        createdAt: world.clock(),
        changes: [...planned.map(({ change }) => change), ...pruning.changes],
        findings: [
            ...(0,unwell/* unwellFindings */.sp)(planned.flatMap(memberOf)),
            ...staying,
            ...warningFindings(planned),
            ...pruning.findings,
        ],
        with: {
            ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
            prune,
            'field manager': src_deployment/* FIELD_MANAGER */.v,
            repository: world.run.repositoryId,
        },
        from: bytesOf(applies.map(({ manifest }) => manifest)),
        sources: bytesOf(manifests),
        released: released === undefined ? {} : { '': released },
        sensitive: new sensitive/* Sensitive */.p(planned.flatMap(({ change, sensitive }) => sensitive === undefined ? [] : [[change.address, sensitive]])),
    });
    return {
        plan,
        application,
        manifests,
        live: new Map(planned.flatMap(memberOf).map((member) => [member.address, member.live])),
        applies,
        deletes: pruning.deletes,
        rolloutTimeout,
    };
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

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FF: () => (/* binding */ completeManifest),
  zX: () => (/* binding */ duplicatesAmong),
  Qv: () => (/* binding */ objectsIn),
  bX: () => (/* binding */ placedManifest)
});

// UNUSED EXPORTS: manifestOf

// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var kubernetes_address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/toolkit/manifests/secret.js
/** A Secret holds texts only. The API server would refuse anything else, and quote it. */



const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
/** As YAML calls it. */
function kindOf(value) {
    if (Array.isArray(value))
        return 'a list';
    return (0,sources_node/* isMapping */.pi)(value) ? 'a mapping' : `a ${typeof value}`;
}
function invalid(address, what, fix, { source }) {
    // The value is never shown: it is a secret, whatever its type.
    return new failure/* Failure */.HR({ code: 'MANIFEST_INVALID', what: `${address}: ${what}.`, fix, source });
}
/**
 * @param address how the object is known
 * @param node of the whole object
 * @returns a failure for each value that is no text; none when it is no Secret
 */
function secretProblems({ apiVersion, kind, address, }, node) {
    if ((0,kinds/* groupKindOf */.zo)({ apiVersion, kind }) !== kinds/* knownKinds */.T8.secret)
        return [];
    return ['data', 'stringData'].flatMap((field) => {
        const held = node.get(field);
        if (held.value === undefined || held.value === null)
            return [];
        if (!(0,sources_node/* isMapping */.pi)(held.value))
            return [
                invalid(address, `${field} is ${kindOf(held.value)}, not names with texts`, `Write ${field} as names with texts.`, held),
            ];
        return [...held.members()].flatMap(([name, member]) => {
            if (member.value === null || (member.text !== undefined && field === 'stringData'))
                return [];
            if (member.text === undefined)
                return [
                    invalid(address, `the value of ${name} in ${field} is ${kindOf(member.value)}, not a text`, 'Put it in quotes.', member),
                ];
            // Line breaks are taken, as Go's decoder takes them.
            if (BASE64.test(member.text.replace(/[\r\n]/g, '')))
                return [];
            return [
                invalid(address, `the value of ${name} in data is no base64`, 'Encode it, or move it to stringData, where it may be plain.', member),
            ];
        });
    });
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/manifest.js
/** Kubernetes objects as files describe them, each with its place. */








/** An item of a typed list such as `PodList` is of the list's kind when it names none, as kubectl takes it. */
function itemsOf(list) {
    const apiVersion = list.get('apiVersion').text;
    const kind = list.get('kind').text?.replace(/List$/, '');
    return list
        .get('items')
        .items()
        .map((item) => {
        const nameless = item.get('apiVersion').value === undefined && item.get('kind').value === undefined;
        const inherits = kind !== '' && nameless && (0,sources_node/* isMapping */.pi)(item.value);
        return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item;
    });
}
function flat(node) {
    const isList = node.get('kind').text !== undefined && Array.isArray(node.get('items').value);
    return isList ? itemsOf(node).flatMap(flat) : [node];
}
/** What a document holds: one thing, or those of a list one by one. */
function objectsIn(document) {
    return flat((0,sources_node/* rootOf */.I5)(document));
}
function described(node, apiVersion, kind, patch) {
    const namespace = node.get('metadata', 'namespace').text;
    const generated = node.get('metadata', 'generateName').text;
    const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`);
    const address = (0,kubernetes_address/* addressOf */.ci)({ apiVersion, kind, namespace, name });
    const group = (0,kinds/* groupOf */.F8)(apiVersion);
    return { apiVersion, group, kind, namespace, name, address, node, source: node.source, patch };
}
/** Undefined when what stands there is about no object. */
function manifestOf(node, patch) {
    const { text: apiVersion } = node.get('apiVersion');
    const { text: kind } = node.get('kind');
    return apiVersion === undefined || kind === undefined ? undefined : described(node, apiVersion, kind, patch);
}
/** The manifest without a namespace that its object is not in. */
function placedManifest(manifest, scopeOf) {
    if ((0,scope/* placed */.GS)(manifest, scopeOf) === manifest)
        return manifest;
    const { namespace: _needless, ...metadata } = manifest.object.metadata;
    return completeManifest(manifest.node.replace(['metadata'], metadata));
}
/** A failure for each manifest of an object that another one describes. */
function duplicatesAmong(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const key = (0,kubernetes_address/* keyOf */.TN)(manifest);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, manifest);
            return [];
        }
        return new failure/* Failure */.HR({
            code: 'MANIFEST_DUPLICATE',
            what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
            fix: 'Keep one of them.',
            source: manifest.source,
        });
    });
}
/** @throws Failure MANIFEST_INVALID */
function completeManifest(node) {
    const parsed = object/* KubernetesObject */.YE.safeParse(node.value);
    if (!parsed.success) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${(0,mismatch/* mismatch */.J)(parsed.error, node.value)}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: node.source,
        });
    }
    const { apiVersion, kind } = parsed.data;
    const manifest = described(node, apiVersion, kind, false);
    (0,failure/* throwIfAny */.MI)(secretProblems(manifest, node));
    return { ...manifest, object: parsed.data };
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 3778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function step(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** A copy with another value at a path; mappings on the way are made, lists are not made longer. */
function replaced(value, [key, ...rest], other) {
    if (key === undefined)
        return other;
    if (typeof key === 'string')
        return { ...(isMapping(value) ? value : {}), [key]: replaced(step(value, key), rest, other) };
    return Array.isArray(value)
        ? value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
        : value;
}
function nodeAt(document, path, value) {
    const child = (key) => nodeAt(document, [...path, key], step(value, key));
    return {
        value,
        path,
        get source() {
            return document.locate(path);
        },
        text: typeof value === 'string' ? value : undefined,
        get: (...rest) => nodeAt(document, [...path, ...rest], rest.reduce((inner, key) => step(inner, key), value)),
        items: () => (Array.isArray(value) ? value.map((_, index) => child(index)) : []),
        members: () => new Map(isMapping(value) ? Object.keys(value).map((key) => [key, child(key)]) : []),
        replace: (beneath, other) => nodeAt(document, path, replaced(value, beneath, other)),
    };
}
/** The root of a document. */
function rootOf(document) {
    return nodeAt(document, [], document.value);
}
/** Every text beneath a node, keys not included. */
function textsIn(node) {
    if (node.text !== undefined)
        return [node];
    return [...node.items(), ...node.members().values()].flatMap(textsIn);
}


/***/ })

};
