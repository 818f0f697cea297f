export const id = "toolkit-manifests-folder";
export const ids = ["toolkit-manifests-folder"];
export const modules = {

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

/***/ 939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifests: () => (/* binding */ readManifests),
  withImages: () => (/* binding */ withImages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/address.js
var address = __webpack_require__(790);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/scope.js + 1 modules
var scope = __webpack_require__(1656);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/toolkit/sources/files.js




/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform']);
function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
/** Links to folders come after all real folders, so that nothing is known by the name of a link to it. */
class Walk {
    #root;
    #matches;
    #refuse;
    /** Where the folders really are that were walked already: links may lead in circles. */
    #walked = new Set();
    #links = [];
    files = [];
    constructor(root, matches, refuse) {
        this.#root = root;
        this.#matches = matches;
        this.#refuse = refuse;
    }
    begin(folder) {
        this.#folder(folder);
        for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift())
            this.#folder(link);
        this.files.sort(inOrderOfWalking);
    }
    #folder(folder) {
        const place = (0,checkout/* placeWithin */.xF)(this.#root, folder);
        if (this.#walked.has(place))
            return;
        this.#walked.add(place);
        for (const entry of (0,external_node_fs_.readdirSync)(place, { withFileTypes: true }).sort(byName)) {
            const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isSymbolicLink())
                this.#link(path, entry.name);
            else if (entry.isDirectory()) {
                if (!skipped.has(entry.name))
                    this.#folder(path);
            }
            else if (this.#matches.test(entry.name)) {
                if (entry.isFile())
                    this.files.push(path);
                else
                    this.#attempt(path, () => (0,checkout/* kindWithin */.op)(this.#root, path));
            }
        }
    }
    #link(path, name) {
        this.#attempt(path, () => {
            const kind = (0,checkout/* kindWithin */.op)(this.#root, path);
            if (kind === 'folder') {
                if (!skipped.has(name) && !this.#isPassedOver(path))
                    this.#links.push(path);
            }
            else if (this.#matches.test(name)) {
                if (kind === undefined)
                    throw new checkout/* Unreadable */.IO('missing', 'it leads nowhere');
                this.files.push(path);
            }
        });
    }
    /** What a tool put there is not seen through a link either; and one to a folder that it is in is a circle. */
    #isPassedOver(path) {
        const root = (0,checkout/* placeWithin */.xF)(this.#root, '.');
        const target = (0,checkout/* placeWithin */.xF)(this.#root, path);
        const link = (0,external_node_path_.join)((0,checkout/* placeWithin */.xF)(this.#root, (0,external_node_path_.dirname)(path)), 'link');
        const parts = (0,external_node_path_.relative)(root, target).split(external_node_path_.sep);
        return link.startsWith(target + external_node_path_.sep) || parts.some((part) => skipped.has(part));
    }
    #attempt(path, work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                this.#refuse(error);
            else if (error instanceof checkout/* Unreadable */.IO)
                this.#refuse((0,checkout/* unreadableFailure */.S0)(path, error));
            else
                throw error;
        }
    }
}
/** Folder by folder, as they would stand in a listing. */
function inOrderOfWalking(a, b) {
    const [first, second] = [a.split('/'), b.split('/')];
    const differing = first.findIndex((part, index) => part !== second[index]);
    const [from = '', to = ''] = [first[differing], second[differing]];
    return from < to ? -1 : 1;
}
function throwIt(failure) {
    throw failure;
}
/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`. Links are
 * followed within `root`. A path that is itself a file is taken whatever its name.
 * @param refuse is told of links that lead out, and of what only has the name of a file; it throws unless given
 * @throws Failure PATH_OUTSIDE, PATH_MISSING or FILE_UNREADABLE
 */
function filesUnder(root, path, matches, refuse = throwIt) {
    const normal = external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (external_node_path_.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
        throw new failure/* Failure */.HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const kind = (0,checkout/* kindWithin */.op)(root, normal);
    if (kind === undefined) {
        throw new failure/* Failure */.HR({
            code: 'PATH_MISSING',
            what: `There is nothing at ${path}.`,
            fix: 'Correct the path, and make sure that the repository is checked out.',
        });
    }
    if (kind === 'file')
        return [normal];
    const walk = new Walk(root, matches, refuse);
    walk.begin(normal);
    return walk.files;
}

// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 3 modules
var yaml = __webpack_require__(6706);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 1 modules
var manifests_manifest = __webpack_require__(9422);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var manifests_workload = __webpack_require__(6035);
;// CONCATENATED MODULE: ./build/toolkit/manifests/image.js
/** Image references, and what puts others in their place. */



/** `registry:5000/name:tag@sha256:…` in its parts. */
function parseImage(text) {
    const at = text.indexOf('@');
    const [rest, digest] = at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
    const colon = rest.lastIndexOf(':');
    const tagged = colon > rest.lastIndexOf('/');
    return {
        name: tagged ? rest.slice(0, colon) : rest,
        tag: tagged ? rest.slice(colon + 1) : undefined,
        digest,
    };
}
function formatImage({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** What a kustomization makes of an image. Its entries are applied one after the other, each to what the last one left. */
function overridden(image, overrides) {
    return overrides.reduce((current, change) => {
        if (change.name !== current.name)
            return current;
        const replaces = change.newTag !== undefined || change.digest !== undefined;
        return {
            name: change.newName ?? current.name,
            tag: replaces ? change.newTag : current.tag,
            digest: replaces ? change.digest : current.digest,
        };
    }, image);
}
/** The manifest with other images in the containers of its pods. */
function mapImages(manifest, replace) {
    const root = manifest.node;
    const workload = (0,manifests_workload/* workloadOf */.R)(manifest);
    if (workload === undefined)
        return (0,manifests_manifest/* completeManifest */.FF)(root);
    const changed = manifests_workload/* containerLists */.n.reduce((current, name) => {
        const list = workload.pod.get(name);
        const items = list.items();
        if (items.length === 0)
            return current;
        // A list at once: one container at a time would copy all of them for each.
        const replaced = items.map((container) => {
            const { text } = container.get('image');
            if (text === undefined || !(0,sources_node/* isMapping */.pi)(container.value))
                return container.value;
            return { ...container.value, image: formatImage(replace(parseImage(text))) };
        });
        return current.replace(list.path.slice(root.path.length), replaced);
    }, root);
    return (0,manifests_manifest/* completeManifest */.FF)(changed);
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/kustomization.js
/** What a kustomization brings together and changes, without rendering it. */



const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** Whether a file, by its name, is a kustomization. */
function isKustomization(file) {
    return names.includes(posix.basename(file));
}
/** The kustomization of a folder. */
function kustomizationIn(workspace, folder) {
    return names.map((name) => external_node_path_.posix.join(folder, name)).find((file) => (0,checkout/* kindWithin */.op)(workspace, file) === 'file');
}
function isRemote(reference) {
    return /^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\/|\?ref=/.test(reference);
}
/** What renders or fetches something that is in no file of the checkout. */
const rendering = [
    'helmCharts',
    'helmChartInflationGenerator',
    'generators',
    'transformers',
    'replacements',
    'vars',
];
function kustomizationOf(document) {
    const { file } = document;
    const folder = external_node_path_.posix.dirname(file);
    const node = (0,sources_node/* rootOf */.I5)(document);
    const within = ({ text = '', source }) => ({
        path: external_node_path_.posix.normalize(external_node_path_.posix.join(folder, text)).replace(/\/$/, ''),
        source,
    });
    const remote = (reference) => isRemote(reference.text ?? '');
    const included = ['resources', 'components', 'bases'].flatMap((key) => (0,sources_node/* textsIn */.Ej)(node.get(key)));
    const patchNodes = [...node.get('patches').items(), ...node.get('patchesJson6902').items()];
    const merges = node.get('patchesStrategicMerge').items();
    const isInline = (text) => text.includes('\n') || text.includes(':');
    const generated = (key, part) => node
        .get(key)
        .items()
        .flatMap((generator) => (0,sources_node/* textsIn */.Ej)(generator.get(part)));
    const fromFiles = generated('secretGenerator', 'files').concat(generated('secretGenerator', 'envs'), generated('secretGenerator', 'env'));
    return {
        file,
        folder,
        node,
        resources: included.filter((reference) => !remote(reference)).map(within),
        remote: included.filter(remote),
        patches: [...patchNodes.map((patch) => patch.get('path')), ...merges]
            .filter(({ text }) => text !== undefined && !isInline(text))
            .map(within),
        inlinePatches: [...patchNodes.map((patch) => patch.get('patch')), ...merges].filter(({ text }) => text !== undefined && isInline(text)),
        namespace: node.get('namespace').text,
        labels: Object.fromEntries(node
            .get('labels')
            .items()
            .flatMap((label) => [...label.get('pairs').members()])
            .flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]]))),
        images: node
            .get('images')
            .items()
            .flatMap((image) => {
            const name = image.get('name').text;
            if (name === undefined)
                return [];
            const tag = image.get('newTag').value;
            return {
                name,
                newName: image.get('newName').text,
                newTag: tag === undefined || tag === null ? undefined : String(tag),
                digest: image.get('digest').text,
            };
        }),
        configLiterals: generated('configMapGenerator', 'literals'),
        secretLiterals: generated('secretGenerator', 'literals'),
        unseen: [
            ...included
                .filter(remote)
                .map((each) => ({ what: 'includes something that is not in this repository', node: each })),
            ...rendering
                .map((key) => ({ what: `uses ${key}, which is known only when it is rendered`, node: node.get(key) }))
                .filter(({ node: { value } }) => value !== undefined),
            ...fromFiles.map((source) => ({ what: 'makes a Secret from a file', node: source })),
        ],
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
;// CONCATENATED MODULE: ./build/toolkit/manifests/render.js
/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for is refused, so that nothing is silently left out.
 */





const Understood = schemas/* strictObject */.rej({
    apiVersion: schemas/* string */.YjP().optional(),
    kind: schemas/* string */.YjP().optional(),
    resources: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    namespace: schemas/* string */.YjP().optional(),
    labels: schemas/* array */.YOg(schemas/* strictObject */.rej({
        pairs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
        includeSelectors: schemas/* literal */.euz(false).optional(),
    }))
        .optional(),
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        newName: schemas/* string */.YjP().optional(),
        newTag: schemas/* string */.YjP().optional(),
        digest: schemas/* string */.YjP().optional(),
    }))
        .optional(),
});
/** What a kustomization asks for that is not rendered. */
function unsupportedIn({ node, remote }) {
    const unsupported = (what, { source }) => new failure/* Failure */.HR({
        code: 'KUSTOMIZATION_UNSUPPORTED',
        what,
        why: 'Understood are resources, namespace, labels (without selectors) and images.',
        fix: 'Write it with these, or render it with kustomize first and pass the folder of what came out.',
        ...(source === undefined ? {} : { source }),
    });
    const issues = Understood.safeParse(node.value).error?.issues ?? [];
    return [
        ...issues.map((issue) => {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
            const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
            return unsupported(unknown.length > 0
                ? `This kustomization uses ${unknown.join(', ')}.`
                : `In this kustomization ${(0,mismatch/* mismatch */.J)({ issues: [issue] }, node.value)}.`, node.get(...path, ...unknown.slice(0, 1)));
        }),
        ...remote.map((each) => unsupported(`This kustomization includes ${each.text}, which is not in this repository.`, each)),
    ];
}
/** The namespace is set on what is outside of namespaces too; it is taken away when all that is released is known. */
function withMetadata({ node, object }, { namespace, labels }) {
    const metadata = {
        ...object.metadata,
        ...(namespace === undefined ? {} : { namespace }),
        ...(Object.keys(labels).length === 0 ? {} : { labels: { ...object.metadata.labels, ...labels } }),
    };
    return (0,manifests_manifest/* completeManifest */.FF)(node.replace(['metadata'], metadata));
}
/** The manifests as the kustomization makes them, which asks for nothing that is not supported. */
function kustomize(kustomization, manifests) {
    return manifests.map((manifest) => mapImages(withMetadata(manifest, kustomization), (image) => overridden(image, kustomization.images)));
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/folder.js
/** The objects that a folder or a kustomization describes, each with its place in the files. */











/** More resources are a mistake, or meant to keep a runner busy. */
const MOST_RESOURCES = 5_000;
/** What comes of it; nothing when it fails, which is a problem then. */
function attempt(reading, work) {
    try {
        return work();
    }
    catch (error) {
        const failures = (0,failure/* failuresIn */.xM)(error);
        if (failures.length === 0)
            throw error;
        reading.problems.push(...failures);
        return [];
    }
}
function readDocuments(reading, file, named) {
    return attempt(reading, () => {
        const text = (0,checkout/* readSource */.o$)(reading.workspace, file, named);
        reading.files[file] = text;
        return (0,yaml/* readYaml */.g)(text, file);
    });
}
function readFile(reading, file, named) {
    return readDocuments(reading, file, named)
        .flatMap(manifests_manifest/* objectsIn */.Qv)
        .flatMap((node) => attempt(reading, () => [(0,manifests_manifest/* completeManifest */.FF)(node)]));
}
/** A kustomization when the folder has one, else every YAML file in it and beneath it. */
function readFolder(reading, path) {
    const { workspace, problems } = reading;
    const file = kustomizationIn(workspace, path);
    if (file === undefined) {
        const refuse = (failure) => problems.push(failure);
        return filesUnder(workspace, path, /\.ya?ml$/, refuse).flatMap((each) => readFile(reading, each));
    }
    const [document] = readDocuments(reading, file);
    if (document === undefined)
        return [];
    const kustomization = kustomizationOf(document);
    const unsupported = unsupportedIn(kustomization);
    problems.push(...unsupported);
    if (unsupported.length > 0)
        return [];
    return kustomize(kustomization, kustomization.resources.flatMap((resource) => readResource({ ...reading, way: [...reading.way, file] }, resource)));
}
function readResource(reading, { path, source }) {
    return attempt(reading, () => {
        const { workspace, way, count } = reading;
        const kind = (0,checkout/* kindWithin */.op)(workspace, path, source);
        const refused = (code, what, fix) => new failure/* Failure */.HR({ code, what, fix, source });
        if (kind === undefined)
            throw refused('MANIFEST_MISSING', `${path} does not exist.`, 'Correct the path, or add the file.');
        if (++count.resources > MOST_RESOURCES)
            throw refused('KUSTOMIZATION_TOO_LARGE', `The kustomizations name more than ${MOST_RESOURCES} resources, those named several times included.`, 'Name each of them once.');
        if (kind === 'file')
            return readFile(reading, path, source);
        if (way.includes(kustomizationIn(workspace, path) ?? ''))
            throw refused('KUSTOMIZATION_CIRCLE', `${path} includes itself, by way of ${way.join(' → ')}.`, 'Remove one of the two.');
        return readFolder(reading, path);
    });
}
/** @throws Failures of everything that is wrong with the files */
function readManifests(workspace, path) {
    const reading = { workspace, files: {}, problems: [], way: [], count: { resources: 0 } };
    const normal = external_node_path_.posix.normalize(path).replace(/\/$/, '');
    if (external_node_path_.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
        throw new failure/* Failure */.HR({
            code: 'PATH_OUTSIDE',
            what: `The manifests ${path} are not within the checkout.`,
            fix: 'Put them into the repository, and name them in `manifests:` relative to its root.',
        });
    }
    const kind = (0,checkout/* kindWithin */.op)(workspace, normal);
    if (kind === undefined) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_MISSING',
            what: `The manifests ${path} do not exist.`,
            fix: 'Check out the repository first, or correct `manifests:`.',
        });
    }
    const written = kind === 'file' ? readFile(reading, normal) : readFolder(reading, normal);
    const scopeOf = (0,scope/* scopesAmong */.Cq)(written.map(({ object }) => object));
    const rendered = written.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    const addressOf = (0,address/* addressesAmong */.hQ)(rendered);
    const manifests = rendered.map((manifest) => ({ ...manifest, address: addressOf(manifest) }));
    reading.problems.push(...(0,manifests_manifest/* duplicatesAmong */.zX)(manifests));
    (0,failure/* throwIfAny */.MI)(reading.problems);
    if (manifests.length === 0) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_MISSING',
            what: `There is no manifest in ${path}.`,
            why: 'Of nothing nobody can say whether it is deployed.',
            fix: 'Correct `manifests:`; manifests are files that end in .yaml or .yml.',
        });
    }
    return { manifests, files: reading.files };
}
/** @param images container image name → reference by digest, put in place of whatever the manifests say */
function withImages(given, images) {
    if (images.size === 0)
        return given;
    return {
        ...given,
        manifests: given.manifests.map((manifest) => mapImages(manifest, (image) => {
            const reference = images.get(image.name);
            return reference === undefined ? image : parseImage(reference);
        })),
    };
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
