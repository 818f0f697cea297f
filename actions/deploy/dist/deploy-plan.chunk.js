export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

/***/ 1198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js
var manifests_manifest = __webpack_require__(8731);
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
;// CONCATENATED MODULE: ./build/actions/deploy/src/secret.js
/** What of an object is shown to nobody: whatever a Secret holds, wherever it stands in it. */


/** Of core/v1 Secret; a misspelt `stringdata` is a secret too until the API server refuses it. */
const shownFields = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable']);
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
    return (0,kinds/* groupKindOf */.zo)({ apiVersion: String(apiVersion), kind: String(kind) }) === kinds/* knownKinds */.T8.secret;
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
function secret_hidden(value, other, stands) {
    if (!hasFields(value))
        return stands(value, other);
    const others = hasFields(other) ? other : {};
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stands(each, others[key])]));
}
/** The object with something else in place of what is sensitive. Which keys there are is shown. */
function withSecretsHidden(object, other = {}, stands = () => change/* SENSITIVE */.NP) {
    if (!isSecret(object))
        return object;
    const shown = Object.fromEntries(Object.entries(object).map(([field, value]) => [
        field,
        shownFields.has(field) ? value : secret_hidden(value, other[field], stands),
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
/** The values of a Secret, plain and as they are sent, so that they can be masked wherever they turn up. */
function secretsIn(object) {
    const secret = object; // parsed from YAML or JSON
    return isSecret(secret) ? valuesOf(secret) : [];
}

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
    const annotations = hasFields(metadata['annotations'])
        ? without(metadata['annotations'], controllersOwn)
        : {};
    const { annotations: _old, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
}
/** Only what differs: maps member by member, lists item by item when they have the same length. */
function differing(before, after) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [undefined, undefined];
    if (hasFields(before) && hasFields(after)) {
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
    return [withSecretsHidden(before), withSecretsHidden(after, before, changed)];
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
    return withSecretsHidden(clean(object));
}
/** What is sensitive of what would go, in the shape of the object; undefined when nothing is. */
function replacedSecrets(live, applied) {
    const [before] = differing(sensitiveIn(clean(live)) ?? {}, sensitiveIn(clean(applied)) ?? {});
    return before;
}

// EXTERNAL MODULE: ./build/actions/deploy/src/inventory.js
var inventory = __webpack_require__(7071);
// EXTERNAL MODULE: ./build/actions/deploy/src/prune.js
var src_prune = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/actions/deploy/src/refusal.js
var refusal = __webpack_require__(7807);
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
    const sent = sensitiveIn(fieldsOf(object));
    const planned = (change, warnings = [], replaced) => {
        // What stays as it is sends nothing.
        const counts = change.action !== 'none' && (sent ?? replaced) !== undefined;
        return {
            manifest,
            change: { ...base, ...change },
            warnings,
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
function fieldsOf(object) {
    return object; // parsed from YAML
}
/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,canonical/* canonicalJson */.d)(withSecretsHidden(fieldsOf(object))))
        .digest('hex');
}
/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(manifests, addressOf) {
    return manifests.map((manifest) => ({ ...manifest, address: addressOf((0,kubernetes_object/* referenceTo */.Po)(manifest.object)) }));
}
/** Looks at everything that the deployment is about, and changes nothing. */
async function planDeployment(client, deployment, place, world) {
    const { application, images, name, prune, rolloutTimeout } = deployment;
    for (const { object } of deployment.manifests.manifests)
        for (const secret of secretsIn(object))
            world.redactor.add(secret);
    const live = await client.list({ apiVersion: 'v1', kind: 'Namespace' });
    const namespaces = new Set(live.map((namespace) => namespace.metadata.name));
    const scopeOf = (0,scope/* scopesAmong */.Cq)(deployment.manifests.manifests.map(({ object }) => object), await client.discovery.scopes());
    const written = deployment.manifests.manifests.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    (0,failure/* throwIfAny */.MI)((0,manifests_manifest/* duplicatesAmong */.zX)(written));
    const context = { defined: definedKinds(written), namespaces, scopeOf };
    const references = written.map(({ object }) => (0,kubernetes_object/* referenceTo */.Po)(object));
    const { members, released } = await (0,inventory/* readInventory */.zw)(client, application);
    const gone = prune ? (0,inventory/* except */.iu)(members, references) : [];
    const addressOf = (0,address/* addressesAmong */.hQ)([...references, ...gone]);
    const manifests = addressed(written, addressOf).map((manifest) => ({
        ...manifest,
        object: (0,inventory/* asMember */.Nx)(manifest.object, application),
    }));
    const planned = await (0,collect/* collect */.F)(manifests, (manifest) => planOne(client, manifest, context));
    const pruning = (0,src_prune/* planPruning */.X)(gone, addressOf);
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
        findings: [...warningFindings(planned), ...pruning.findings],
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
    return { plan, application, manifests, applies, deletes: pruning.deletes, rolloutTimeout };
}


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ completeManifest),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   bX: () => (/* binding */ placedManifest),
/* harmony export */   zX: () => (/* binding */ duplicatesAmong)
/* harmony export */ });
/* unused harmony export manifestOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7428);
/* harmony import */ var _kubernetes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(790);
/* harmony import */ var _kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2693);
/* harmony import */ var _kubernetes_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1123);
/* harmony import */ var _kubernetes_scope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1656);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6845);
/* harmony import */ var _sources_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3778);
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
        const inherits = kind !== '' && nameless && (0,_sources_node_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .pi)(item.value);
        return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item;
    });
}
function flat(node) {
    const isList = node.get('kind').text !== undefined && Array.isArray(node.get('items').value);
    return isList ? itemsOf(node).flatMap(flat) : [node];
}
/** What a document holds: one thing, or those of a list one by one. */
function objectsIn(document) {
    return flat((0,_sources_node_js__WEBPACK_IMPORTED_MODULE_5__/* .rootOf */ .I5)(document));
}
function described(node, apiVersion, kind, patch) {
    const namespace = node.get('metadata', 'namespace').text;
    const generated = node.get('metadata', 'generateName').text;
    const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`);
    const address = (0,_kubernetes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)({ apiVersion, kind, namespace, name });
    const group = (0,_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(apiVersion);
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
    if ((0,_kubernetes_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)(manifest, scopeOf) === manifest)
        return manifest;
    const { namespace: _needless, ...metadata } = manifest.object.metadata;
    return completeManifest(manifest.node.replace(['metadata'], metadata));
}
/** A failure for each manifest of an object that another one describes. */
function duplicatesAmong(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const key = (0,_kubernetes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(manifest);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, manifest);
            return [];
        }
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
            code: 'MANIFEST_DUPLICATE',
            what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
            fix: 'Keep one of them.',
            source: manifest.source,
        });
    });
}
/** @throws Failure MANIFEST_INVALID */
function completeManifest(node) {
    const parsed = _kubernetes_object_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesObject */ .YE.safeParse(node.value);
    if (!parsed.success) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${zod__WEBPACK_IMPORTED_MODULE_6__/* .prettifyError */ .S1(parsed.error).replace(/\s+/g, ' ')}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: node.source,
        });
    }
    const { apiVersion, kind } = parsed.data;
    return { ...described(node, apiVersion, kind, false), object: parsed.data };
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
