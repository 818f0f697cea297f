export const id = "verify-plan+verify-repository-repository";
export const ids = ["verify-plan+verify-repository-repository"];
export const modules = {

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   T8: () => (/* binding */ knownKinds),
/* harmony export */   d5: () => (/* binding */ groupVersionKindOf),
/* harmony export */   zo: () => (/* binding */ groupKindOf)
/* harmony export */ });
/* unused harmony export isOwnGroup */
/** Kinds by their group: two groups may have a kind of one name, and they have nothing to do with each other. */
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
/** The groups of Kubernetes itself with `.k8s.io`: others, such as `gateway.networking.k8s.io`, are defined by definitions. */
const ownGroups = new Set([
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'internal.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
].map((name) => `${name}.k8s.io`));
/** Whether Kubernetes itself serves the group: no definition can. */
function isOwnGroup(group) {
    return !group.includes('.') || ownGroups.has(group);
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
    apiService: 'APIService.apiregistration.k8s.io',
    autoscaler: 'HorizontalPodAutoscaler.autoscaling',
    cronJob: 'CronJob.batch',
    daemonSet: 'DaemonSet.apps',
    definition: 'CustomResourceDefinition.apiextensions.k8s.io',
    deployment: 'Deployment.apps',
    disruptionBudget: 'PodDisruptionBudget.policy',
    event: 'Event',
    ingress: 'Ingress.networking.k8s.io',
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
/* harmony export */   YE: () => (/* binding */ KubernetesObject)
/* harmony export */ });
/* unused harmony exports referenceTo, valueAt */
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

/***/ 9115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $V: () => (/* binding */ manifestOf),
  Qv: () => (/* binding */ objectsIn)
});

// UNUSED EXPORTS: completeManifest, duplicatesAmong, placedManifest

// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
;// CONCATENATED MODULE: ./build/toolkit/kubernetes/address.js
/** What tells objects apart, for machines and for people. */

/** Equal for two references to one object, whatever version of its group they are written in. */
function address_keyOf({ apiVersion, kind, namespace = '', name }) {
    return [groupOf(apiVersion), kind, namespace, name].join('/');
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
        groups.set(address, (groups.get(address) ?? new Set()).add(groupOf(reference.apiVersion)));
    }
    return (reference) => {
        const address = addressOf(reference);
        const shared = (groups.get(address)?.size ?? 0) > 1;
        return shared ? addressWith(groupKindOf(reference), reference) : address;
    };
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var object = __webpack_require__(1123);
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

;// CONCATENATED MODULE: ./build/toolkit/kubernetes/scope.js
/** Whether objects are in namespaces. What names an object depends on it, whatever is written in its file. */



const ownScopes = new Map([...clusterScoped].map((groupKind) => [groupKind, 'Cluster']));
/** The scopes of the kinds that the objects themselves define. */
function definedScopes(objects) {
    const definitions = objects.filter((object) => groupKindOf(object) === knownKinds.definition);
    return new Map(definitions.flatMap((definition) => {
        const [group, kind, scope] = [['group'], ['names', 'kind'], ['scope']].map((path) => valueAt(definition, ['spec', ...path])); // apiextensions.k8s.io/v1
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
function scope_placed(reference, scopeOf) {
    const needless = reference.namespace !== undefined && scopeOf(groupKindOf(reference)) === 'Cluster';
    return needless ? { ...reference, namespace: undefined } : reference;
}

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var model_mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/toolkit/manifests/secret.js
/** A Secret holds texts only. The API server would refuse anything else, and quote it. */



const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
/** As YAML calls it. */
function kindOf(value) {
    if (Array.isArray(value))
        return 'a list';
    return isMapping(value) ? 'a mapping' : `a ${typeof value}`;
}
function invalid(address, what, fix, { source }) {
    // The value is never shown: it is a secret, whatever its type.
    return new Failure({ code: 'MANIFEST_INVALID', what: `${address}: ${what}.`, fix, source });
}
/**
 * @param address how the object is known
 * @param node of the whole object
 * @returns a failure for each value that is no text; none when it is no Secret
 */
function secret_secretProblems({ apiVersion, kind, address, }, node) {
    if (groupKindOf({ apiVersion, kind }) !== knownKinds.secret)
        return [];
    return ['data', 'stringData'].flatMap((field) => {
        const held = node.get(field);
        if (held.value === undefined || held.value === null)
            return [];
        if (!isMapping(held.value))
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
        const inherits = kind !== '' && nameless && (0,node/* isMapping */.pi)(item.value);
        return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item;
    });
}
function flat(node) {
    const isList = node.get('kind').text !== undefined && Array.isArray(node.get('items').value);
    return isList ? itemsOf(node).flatMap(flat) : [node];
}
/** What a document holds: one thing, or those of a list one by one. */
function objectsIn(document) {
    return flat((0,node/* rootOf */.I5)(document));
}
function described(node, apiVersion, kind, patch) {
    const namespace = node.get('metadata', 'namespace').text;
    const generated = node.get('metadata', 'generateName').text;
    const name = node.get('metadata', 'name').text ?? (generated === undefined ? '(unnamed)' : `${generated}*`);
    const address = addressOf({ apiVersion, kind, namespace, name });
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
    if (placed(manifest, scopeOf) === manifest)
        return manifest;
    const { namespace: _needless, ...metadata } = manifest.object.metadata;
    return completeManifest(manifest.node.replace(['metadata'], metadata));
}
/** A failure for each manifest of an object that another one describes. */
function duplicatesAmong(manifests) {
    const seen = new Map();
    return manifests.flatMap((manifest) => {
        const key = keyOf(manifest);
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, manifest);
            return [];
        }
        return new Failure({
            code: 'MANIFEST_DUPLICATE',
            what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
            fix: 'Keep one of them.',
            source: manifest.source,
        });
    });
}
/** A key of the metadata without anything behind it says nothing, as for the API server. */
function withoutEmpty(node) {
    const { value } = node.get('metadata');
    if (!isMapping(value) || !Object.values(value).includes(null))
        return node;
    const said = Object.entries(value).filter(([, member]) => member !== null);
    return node.replace(['metadata'], Object.fromEntries(said));
}
/** @throws Failure MANIFEST_INVALID */
function completeManifest(written) {
    const node = withoutEmpty(written);
    const parsed = KubernetesObject.safeParse(node.value);
    if (!parsed.success) {
        throw new Failure({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${mismatch(parsed.error, node.value)}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: node.source,
        });
    }
    const { apiVersion, kind } = parsed.data;
    const manifest = described(node, apiVersion, kind, false);
    throwIfAny(secretProblems(manifest, node));
    return { ...manifest, object: parsed.data };
}


/***/ }),

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workloadOf)
/* harmony export */ });
/* unused harmony export containerLists */
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


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ isExactInteger),
/* harmony export */   cP: () => (/* binding */ integerOf),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/* unused harmony export withReadableIntegers */
/** Integers beyond 2^53, which have no exact number here: they are kept as they are written, and written so again. */
const json = JSON; // as node 24 has it
function isExactInteger(value) {
    return json.isRawJSON(value);
}
/** A number where it is exact. */
function integerOf(value) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : json.rawJSON(String(value));
}
/** A number that may not be exact: it is looked at closely only where there is one. */
const LONG_NUMBER = /[:,[\s]-?\d{16}/;
/** @throws SyntaxError */
function parseJson(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    return json.parse(text, (_key, value, { source }) => typeof value === 'number' && source !== undefined && /^-?\d{16,20}$/.test(source)
        ? integerOf(BigInt(source))
        : value);
}
/** A value that is no list and no mapping, as text. */
function scalarText(value) {
    return isExactInteger(value) ? value.rawJSON : String(value);
}
/** The same value as people and reports take it: exact integers as the text of their digits. */
function withReadableIntegers(value) {
    if (isExactInteger(value))
        return value.rawJSON;
    if (Array.isArray(value))
        return value.map(withReadableIntegers);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withReadableIntegers(member)]));
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
/* harmony import */ var _model_exact_integer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1451);

function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(0,_model_exact_integer_js__WEBPACK_IMPORTED_MODULE_0__/* .isExactInteger */ .U6)(value);
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
