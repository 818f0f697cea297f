export const id = "deploy-plan";
export const ids = ["deploy-plan"];
export const modules = {

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

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
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
            what: `This is no Kubernetes object: ${errors/* prettifyError */.S1(parsed.error).replace(/\s+/g, ' ')}.`,
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
