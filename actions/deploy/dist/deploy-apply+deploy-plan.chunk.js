export const id = "deploy-apply+deploy-plan";
export const ids = ["deploy-apply+deploy-plan"];
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
    const [cause] = error.causes;
    const immutable = isImmutable(error.said);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: immutable ? 'MANIFEST_IMMUTABLE' : 'MANIFEST_INVALID',
        what: `The API server refuses ${manifest.address}: ${error.said}.`,
        fix: immutable
            ? 'Give the object another name: this field cannot be changed in place.'
            : 'Correct the manifest.',
        source: cause?.field === undefined ? manifest.source : manifest.node.get(...keysOf(cause.field)).source,
        cause: error,
    });
}


/***/ }),

/***/ 2646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ maskSecrets),
/* harmony export */   W: () => (/* binding */ secretValuesOf)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4023);
/** What in objects is secret, masked before anything that could quote it is asked for. */



function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function membersOf(value) {
    return isRecord(value) ? Object.entries(value) : [];
}
/** A value that is no text, such as a number, is refused by the server, which then quotes it. */
function* leaves(name, value, read = (text) => text) {
    if (Array.isArray(value))
        for (const item of value)
            yield* leaves(name, item, read);
    else if (isRecord(value))
        for (const [key, member] of Object.entries(value))
            yield* leaves(key, member, read);
    else if (typeof value === 'string')
        yield { name, value: read(value) };
    else if (value !== null && value !== undefined)
        yield { name, value: String(value) };
}
/** As it is when it is decoded; what is no base64 is refused by the server, and quoted. */
function decoded(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text.replace(/\s/g, '') ? bytes.toString('utf8') : text;
}
/** The values of a Secret, plain: of whatever field, because a misspelt one is refused only by the server. */
function* inSecret(secret) {
    for (const [field, held] of Object.entries(secret))
        if (!_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .shownFields */ .b0.has(field))
            yield* leaves(field, held, field === 'data' ? decoded : undefined);
}
/** What is written out under a name that says that it is a secret: variables of containers, keys of a ConfigMap. */
function* writtenOut(value) {
    if (Array.isArray(value))
        for (const item of value)
            yield* writtenOut(item);
    if (!isRecord(value))
        return;
    const { name, value: text } = value;
    if (typeof name === 'string' && typeof text === 'string' && (0,_toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L)(name))
        yield { name, value: text };
    for (const member of Object.values(value))
        yield* writtenOut(member);
}
function* secretValuesOf(object) {
    const fields = object; // parsed from YAML or JSON
    if ((0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)(object) === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.secret)
        yield* inSecret(fields);
    else if (fields['kind'] === 'ConfigMap')
        for (const [name, value] of membersOf(fields['data']))
            if ((0,_toolkit_redact_names_ts__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L)(name))
                yield* leaves(name, value);
    yield* writtenOut(fields['spec']);
}
/** The names of the objects stay readable, although a Secret may hold one of them. */
function maskSecrets(objects, { redactor }) {
    redactor.addIdentifiers(objects.flatMap(({ kind, metadata: { name, namespace } }) => [kind, name, namespace].filter((each) => each !== undefined)));
    for (const object of objects)
        for (const { name, value } of secretValuesOf(object))
            redactor.addSensitive(value, name);
}


/***/ }),

/***/ 4023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b0: () => (/* binding */ shownFields),
/* harmony export */   oD: () => (/* binding */ sensitiveIn),
/* harmony export */   oe: () => (/* binding */ withSecretsHidden),
/* harmony export */   s6: () => (/* binding */ hasFields)
/* harmony export */ });
/* harmony import */ var _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);
/* harmony import */ var _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/** What of an object is shown to nobody: whatever a Secret holds, wherever it stands in it. */


/** Of core/v1 Secret; a misspelt `stringdata` is a secret too until the API server refuses it. */
const shownFields = new Set([
    'apiVersion',
    'kind',
    'metadata',
    'type',
    'immutable',
]);
/** In these, tools keep the whole object as it was applied once, its values too. */
const copies = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    'objectset.rio.cattle.io/applied',
    'kapp.k14s.io/original',
    'banzaicloud.com/last-applied',
]);
/** Shorter values are found in ordinary words. */
const SHORTEST_COPIED = 8;
function hasFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isSecret({ apiVersion, kind }) {
    return (0,_toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .groupKindOf */ .zo)({ apiVersion: String(apiVersion), kind: String(kind) }) === _toolkit_kubernetes_kinds_ts__WEBPACK_IMPORTED_MODULE_0__/* .knownKinds */ .T8.secret;
}
function leaves(value) {
    if (Array.isArray(value))
        return value.flatMap(leaves);
    if (hasFields(value))
        return Object.values(value).flatMap(leaves);
    return value === null ? [] : [String(value)];
}
function valuesOf(secret) {
    return Object.entries(secret).flatMap(([field, value]) => {
        if (shownFields.has(field))
            return [];
        const plain = leaves(value);
        return field === 'data'
            ? plain.flatMap((text) => [text, Buffer.from(text, 'base64').toString('utf8')])
            : plain;
    });
}
function annotationsOf(object) {
    const { annotations } = (object['metadata'] ?? {});
    return hasFields(annotations) ? annotations : {};
}
function copiesIn(secret) {
    const telling = valuesOf(secret).filter((value) => value.length >= SHORTEST_COPIED);
    const kept = Object.entries(annotationsOf(secret)).filter(([name, text]) => copies.has(name) || telling.some((value) => String(text).includes(value)));
    return Object.fromEntries(kept);
}
/** The sensitive part of an object, in its own shape; undefined when nothing of it is sensitive. */
function sensitiveIn(object) {
    if (!isSecret(object))
        return undefined;
    const annotations = copiesIn(object);
    const hidden = Object.fromEntries([
        ...Object.entries(object).filter(([field]) => !shownFields.has(field)),
        ...(Object.keys(annotations).length === 0 ? [] : [['metadata', { annotations }]]),
    ]);
    return Object.keys(hidden).length === 0 ? undefined : hidden;
}
function hidden(value, other, stands) {
    if (!hasFields(value))
        return stands(value, other);
    const others = hasFields(other) ? other : {};
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stands(each, others[key])]));
}
/** The object with something else in place of what is sensitive. Which keys there are is shown. */
function withSecretsHidden(object, other = {}, stands = () => _toolkit_model_change_ts__WEBPACK_IMPORTED_MODULE_1__/* .SENSITIVE */ .NP) {
    if (!isSecret(object))
        return object;
    const shown = Object.fromEntries(Object.entries(object).map(([field, value]) => [
        field,
        shownFields.has(field) ? value : hidden(value, other[field], stands),
    ]));
    const annotations = copiesIn(object);
    if (Object.keys(annotations).length === 0)
        return shown;
    const others = annotationsOf(other);
    const masks = Object.entries(annotations).map(([name, text]) => [name, stands(text, others[name])]);
    const metadata = shown['metadata'];
    return {
        ...shown,
        metadata: { ...metadata, annotations: { ...annotationsOf(object), ...Object.fromEntries(masks) } },
    };
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** An API server's refusal, with what its Status object says. */


const Cause = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    field: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
});
/** Of meta/v1; what is odd counts as not said. */
const Status = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('Status'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    details: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ causes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Cause).optional().catch(undefined) })
        .optional()
        .catch(undefined),
});
function statusIn(body) {
    try {
        return Status.safeParse(JSON.parse(body)).data;
    }
    catch {
        return undefined;
    }
}
/** `User "x" cannot list resource "pods" in API group "" in the namespace "dev"`, as RBAC says it. */
function forbiddenIn(said) {
    const found = /User "([^"]*)" cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)"| at the cluster scope)?|path "([^"]*)")/.exec(said);
    if (found === null)
        return undefined;
    const [, who = '', verb, resource = '', group, namespace, path] = found;
    if (path !== undefined) {
        return {
            who,
            fix: `Grant it with a ClusterRole: nonResourceURLs ["${path}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
        };
    }
    const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`;
    return {
        who,
        fix: `Grant it with ${role}: apiGroups ["${group}"], resources ["${resource}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
    };
}
const IN_ITS_PLACE = 'Something else answers in place of the API server, such as a proxy or its login page.';
const FIX_ADDRESS = 'Check that the address is that of the API server, and that no proxy on the way changes its answers.';
function explained({ server, method, path, status, body, location }) {
    const said = statusIn(body)?.message;
    const what = `The API server ${server} refused ${method} ${path} (${status}).`;
    if (status >= 300 && status < 400) {
        return {
            code: 'CLUSTER_ANSWER',
            what: `${server} answered ${method} ${path} with a redirect${location === undefined ? '' : ` to ${location}`} (${status}).`,
            why: IN_ITS_PLACE,
            fix: FIX_ADDRESS,
        };
    }
    if (statusIn(body) === undefined && status < 500 && status !== 429) {
        return { code: 'CLUSTER_ANSWER', what, why: IN_ITS_PLACE, fix: FIX_ADDRESS };
    }
    if (status === 403) {
        const { fix, who } = forbiddenIn(said ?? '') ?? { who: '', fix: undefined };
        return {
            code: 'CLUSTER_FORBIDDEN',
            what: `The cluster does not allow ${who === '' ? 'this identity' : who} ${method} ${path}.`,
            ...(said === undefined ? {} : { why: `${said}.` }),
            fix: fix ?? 'Grant it to this identity, or change what is asked for so that the cluster admits it.',
        };
    }
    if (status === 429 || status >= 500) {
        return {
            code: 'CLUSTER_UNAVAILABLE',
            what: `The API server ${server} could not do ${method} ${path} (${status}).`,
            why: said === undefined ? 'It, or what stands in front of it, is in trouble.' : `${said}.`,
            fix: 'Run the job again when the API server is well; its own log says what the matter is.',
        };
    }
    return {
        code: 'CLUSTER_REFUSED',
        what,
        ...(said === undefined ? {} : { why: `${said}.` }),
        fix: 'Correct what is asked for, or run the job again if somebody changed the object at the same moment.',
    };
}
/** A Failure, so that whoever does not know better tells it as it is. */
class KubernetesError extends _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, … */
    reason;
    /** The server's own words. */
    said;
    causes;
    /** Milliseconds that the server asks to be left alone; undefined when it does not say. */
    pause;
    /** Whether the API server has judged what it was asked, as opposed to being in trouble, or not being asked at all. */
    get isJudgement() {
        return this.code === 'CLUSTER_FORBIDDEN' || this.code === 'CLUSTER_REFUSED';
    }
    constructor(refused) {
        super(explained(refused));
        const status = statusIn(refused.body);
        this.status = refused.status;
        this.reason = status?.reason ?? '';
        this.said = status?.message ?? `the API server answered ${refused.status}`;
        this.causes = status?.details?.causes ?? [];
        this.pause = refused.pause;
    }
}
/** Whether the API server itself says that there is no such object: 404 of anybody else says nothing. */
function isNotFound(error) {
    return error instanceof KubernetesError && error.status === 404 && error.reason === 'NotFound';
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


/***/ })

};
