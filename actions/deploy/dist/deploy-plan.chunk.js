export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

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
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   Nx: () => (/* binding */ asMember),
/* harmony export */   qu: () => (/* binding */ writeInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(790);
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2693);
/**
 * What an application owns in the cluster, so that what leaves the manifests can be found and pruned. It is an
 * ApplySet parent as `kubectl` knows it (KEP-3659), with the exact list of members beside.
 */




/** The parent is in one namespace that every cluster has; its members may be anywhere. */
const NAMESPACE = 'default';
const PART_OF = 'applyset.kubernetes.io/part-of';
const Members = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ apiVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), namespace: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(), name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }));
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
function without(members, others) {
    const keys = new Set(others.map(_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN));
    return members.filter((member) => !keys.has((0,_toolkit_kubernetes_address_ts__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(member)));
}
async function readInventory(client, application) {
    const name = parentName(application);
    const parent = await client.get({ apiVersion: 'v1', kind: 'ConfigMap', namespace: NAMESPACE, name });
    const { members = '[]' } = parent?.data ?? {}; // core/v1 ConfigMap
    return { name, members: Members.parse(JSON.parse(members)) };
}
async function writeInventory(client, application, members, fieldManager) {
    const kinds = [...new Set(members.map(_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_2__/* .groupKindOf */ .zo))];
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

/***/ 4672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planDeployment: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
// EXTERNAL MODULE: ./build/actions/deploy/src/collect.js
var collect = __webpack_require__(329);
// EXTERNAL MODULE: ./build/actions/deploy/src/deployment.js
var deployment = __webpack_require__(2008);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
;// CONCATENATED MODULE: ./build/actions/deploy/src/diff.js
/** What applying an object would change, without what the server fills in, and without secrets. */


/** A secret that would be another one afterwards; nothing else can be told from it. */
const CHANGED = '(sensitive, changed)';
/** The server keeps these; nobody applies them. */
const serversOwn = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const controllersOwn = [
    'deployment.kubernetes.io/revision',
    'kubectl.kubernetes.io/last-applied-configuration',
];
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function without(value, keys) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The object as people wrote it: no status, no bookkeeping. */
function clean(object) {
    const { status: _status, ...rest } = object; // parsed JSON of the API
    const metadata = without(rest['metadata'], serversOwn);
    const annotations = isMapping(metadata['annotations'])
        ? without(metadata['annotations'], controllersOwn)
        : {};
    const { annotations: _old, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
}
/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before, after) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [undefined, undefined];
    if (isMapping(before) && isMapping(after)) {
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
function isSecret({ apiVersion, kind }) {
    return (0,kinds/* groupKindOf */.zo)({ apiVersion: String(apiVersion), kind: String(kind) }) === kinds/* knownKinds */.T8.secret;
}
/** A Secret's values are never shown; whether they change is. */
function masked(before, after) {
    if (!isSecret(after))
        return [before, after];
    const hide = (values, other, changed) => isMapping(values)
        ? Object.fromEntries(Object.entries(values).map(([key, value]) => [
            key,
            isMapping(other) && other[key] === value ? change/* SENSITIVE */.NP : changed,
        ]))
        : values;
    const side = (own, other, changed) => ({
        ...own,
        ...(own['data'] === undefined ? {} : { data: hide(own['data'], other['data'], changed) }),
        ...(own['stringData'] === undefined
            ? {}
            : { stringData: hide(own['stringData'], other['stringData'], changed) }),
    });
    return [side(before, after, change/* SENSITIVE */.NP), side(after, before, CHANGED)];
}
/** `undefined` when nothing would change. */
function difference(live, applied) {
    const [before, after] = differing(...masked(clean(live), clean(applied)));
    return before === undefined && after === undefined
        ? undefined
        : { before: before ?? null, after: after ?? null };
}
/** A new object as it would be shown. */
function created(object) {
    const [, after] = masked({}, clean(object));
    if (!isSecret(after))
        return after;
    return JSON.parse(JSON.stringify(after).replaceAll(CHANGED, change/* SENSITIVE */.NP));
}
/** The values of a Secret, plain, so that they can be masked wherever they turn up. */
function secretsIn(object) {
    if ((0,kinds/* groupKindOf */.zo)(object) !== kinds/* knownKinds */.T8.secret)
        return [];
    const { data = {}, stringData = {} } = object; // core/v1 Secret
    return [
        ...Object.values(data).flatMap((value) => [value, Buffer.from(value, 'base64').toString('utf8')]),
        ...Object.values(stringData),
    ];
}

// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var inventory = __webpack_require__(7071);
;// CONCATENATED MODULE: ./build/actions/deploy/src/prune.js
/** What left the manifests. */


/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
    kinds/* knownKinds */.T8.definition,
    kinds/* knownKinds */.T8.namespace,
    kinds/* knownKinds */.T8.statefulSet,
    kinds/* knownKinds */.T8.volume,
    kinds/* knownKinds */.T8.volumeClaim,
]);
/** @param gone what the application owned, and the manifests no longer name */
function planPruning(gone, addressOf) {
    const { kept = [], deleted = [] } = Object.groupBy(gone, (reference) => protectedKinds.has((0,kinds/* groupKindOf */.zo)(reference)) ? 'kept' : 'deleted');
    return {
        deletes: deleted.map((reference) => ({ reference, address: addressOf(reference) })),
        changes: deleted.map((reference) => ({
            action: 'delete',
            address: addressOf(reference),
            kind: (0,kinds/* groupVersionKindOf */.d5)(reference),
            note: 'is no longer in the manifests',
        })),
        findings: kept.map((reference) => (0,finding/* finding */.gk)({
            rule: 'prune-protected',
            severity: 'warning',
            verdict: 'fail',
            message: `${addressOf(reference)} is no longer in the manifests, and stays.`,
            why: 'Deleting it would delete data.',
            fix: 'Delete it by hand when nobody needs it, or put it back.',
        }, addressOf(reference))),
    };
}

// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
;// CONCATENATED MODULE: ./build/actions/deploy/src/plan.js
/** What applying would change, by server-side dry run. */













/** The kinds that this release itself defines. */
function definedKinds(manifests) {
    const definitions = manifests.filter(({ object }) => (0,kinds/* groupKindOf */.zo)(object) === kinds/* knownKinds */.T8.definition);
    return new Set(definitions.flatMap(({ object }) => {
        const { spec } = object; // apiextensions.k8s.io/v1
        return (spec?.versions ?? []).map(({ name }) => `${spec?.group}/${name} ${spec?.names.kind}`);
    }));
}
async function planOne(client, manifest, context) {
    const { object, address, source } = manifest;
    const base = { address, kind: (0,kinds/* groupVersionKindOf */.d5)(object), source };
    const planned = (change, warnings = []) => ({
        manifest,
        change: { ...base, ...change },
        warnings,
    });
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
    const { namespace } = object.metadata;
    if (resource.namespaced && namespace === undefined) {
        throw new failure/* Failure */.HR({
            code: 'NAMESPACE_MISSING',
            what: `${address} names no namespace.`,
            fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
            source: manifest.node.get('metadata').source,
        });
    }
    const live = await client.get((0,kubernetes_object/* referenceTo */.Po)(object));
    if (live === undefined && namespace !== undefined && !context.namespaces.has(namespace)) {
        return planned({
            action: 'create',
            after: created(object),
            note: 'its namespace is made by this release',
        });
    }
    try {
        const { body, warnings } = await client.apply(object, {
            fieldManager: deployment/* FIELD_MANAGER */.v,
            force: false,
            dryRun: true,
        });
        if (live === undefined)
            return planned({ action: 'create', after: created(object) }, warnings);
        const changed = difference(live, body);
        return planned(changed === undefined ? { action: 'none' } : { action: 'update', ...changed }, warnings);
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
/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(manifests, addressOf) {
    return manifests.map((manifest) => ({ ...manifest, address: addressOf((0,kubernetes_object/* referenceTo */.Po)(manifest.object)) }));
}
/** Looks at everything that the deployment is about, and changes nothing. */
async function planDeployment(client, deployment, world) {
    const { application, prune, rolloutTimeout } = deployment;
    const { manifests: written, files } = deployment.manifests;
    for (const { object } of written)
        for (const secret of secretsIn(object))
            world.redactor.add(secret);
    const live = await client.list({ apiVersion: 'v1', kind: 'Namespace' });
    const namespaces = new Set(live.map((namespace) => namespace.metadata.name));
    const context = { defined: definedKinds(written), namespaces };
    const references = written.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    const gone = prune ? (0,inventory/* without */.FF)((await (0,inventory/* readInventory */.zw)(client, application)).members, references) : [];
    const addressOf = (0,address/* addressesAmong */.hQ)([...references, ...gone]);
    const manifests = addressed(written, addressOf).map((manifest) => ({
        ...manifest,
        object: (0,inventory/* asMember */.Nx)(manifest.object, application),
    }));
    const planned = await (0,collect/* collect */.F)(manifests, (manifest) => planOne(client, manifest, context));
    const pruning = planPruning(gone, addressOf);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'deploy',
        target: `${application} from ${deployment.path}`,
        createdAt: world.clock(),
        changes: [...planned.map(({ change }) => change), ...pruning.changes],
        findings: [...warningFindings(planned), ...pruning.findings],
        inputs: { application, prune },
        sources: {
            ...Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex')])),
            images: JSON.stringify(written.map(({ object }) => imagesIn(object))),
        },
    });
    const applies = planned.flatMap(({ manifest, change: { action } }) => action === 'create' || action === 'update' ? [{ manifest, action }] : []);
    return { plan, application, manifests, applies, deletes: pruning.deletes, rolloutTimeout };
}
function imagesIn(object) {
    return [...JSON.stringify(object).matchAll(/"image":"([^"]*)"/g)].map(([, image = '']) => image);
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
        source: cause?.field === undefined ? manifest.source : manifest.node.get(...keysOf(cause.field)).source,
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

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   T8: () => (/* binding */ knownKinds),
/* harmony export */   d5: () => (/* binding */ groupVersionKindOf),
/* harmony export */   zo: () => (/* binding */ groupKindOf)
/* harmony export */ });
/** Kinds by their group: two groups may have a kind of one name, and they have nothing to do with each other. */
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
function groupKindOf({ apiVersion, kind }) {
    const group = groupOf(apiVersion);
    return group === '' ? kind : `${kind}.${group}`;
}
/** With its version, as the API is asked for it: `apps/v1 Deployment`. */
function groupVersionKindOf({ apiVersion, kind }) {
    return `${apiVersion} ${kind}`;
}
/** The kinds of Kubernetes itself that the house knows more of than their name. */
const knownKinds = {
    cronJob: 'CronJob.batch',
    daemonSet: 'DaemonSet.apps',
    definition: 'CustomResourceDefinition.apiextensions.k8s.io',
    deployment: 'Deployment.apps',
    disruptionBudget: 'PodDisruptionBudget.policy',
    job: 'Job.batch',
    mutatingWebhook: 'MutatingWebhookConfiguration.admissionregistration.k8s.io',
    namespace: 'Namespace',
    pod: 'Pod',
    podTemplate: 'PodTemplate',
    replicaSet: 'ReplicaSet.apps',
    replicationController: 'ReplicationController',
    secret: 'Secret',
    service: 'Service',
    statefulSet: 'StatefulSet.apps',
    validatingWebhook: 'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    volume: 'PersistentVolume',
    volumeClaim: 'PersistentVolumeClaim',
};


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   YE: () => (/* binding */ KubernetesObject),
/* harmony export */   fK: () => (/* binding */ valueAt)
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
/** What stands at a path of mappings; undefined when there is nothing. */
function valueAt(object, path) {
    return path.reduce((inner, key) => typeof inner === 'object' && inner !== null ? inner[key] : undefined, object);
}


/***/ })

};
