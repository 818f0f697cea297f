export const id = "verify-repository-repository";
export const ids = ["verify-repository-repository"];
export const modules = {

/***/ 5388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRepository: () => (/* binding */ readRepository)
});

// UNUSED EXPORTS: defaultPaths

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
;// CONCATENATED MODULE: ./build/toolkit/manifests/kustomization.js
/** What a kustomization brings together and changes, without rendering it. */




const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** Whether a file, by its name, is a kustomization. */
function isKustomization(file) {
    return names.includes(external_node_path_.posix.basename(file));
}
/** The kustomization of a folder. */
function kustomizationIn(workspace, folder) {
    return names.map((name) => external_node_path_.posix.join(folder, name)).find((file) => (0,checkout/* kindWithin */.op)(workspace, file) === 'file');
}
/** Whether a reference is an address, and no path. */
function isRemote(reference) {
    const address = /^[a-z][a-z0-9+.-]*:\/\/|^git::|^[^/@]*@[^/:]*:|^(?:www\.)?github\.com[/:]|^gh:/i;
    return address.test(reference) || /\?(?:ref|version|timeout|submodules)=/.test(reference);
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
                newTag: tag === undefined || tag === null ? undefined : (0,exact_integer/* scalarText */.ws)(tag),
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

// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 4 modules
var manifests_manifest = __webpack_require__(9115);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
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
    #leftOut;
    /** Where the folders really are that were walked already: links may lead in circles. */
    #walked = new Set();
    #links = [];
    files = [];
    constructor(root, matches, leftOut) {
        this.#root = root;
        this.#matches = matches;
        this.#leftOut = leftOut;
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
                if (skipped.has(entry.name))
                    this.#leftOut.passOver(`${path}/`);
                else
                    this.#folder(path);
            }
            else if (!this.#matches.test(entry.name))
                this.#leftOut.passOver(path);
            else if (entry.isFile())
                this.files.push(path);
            else
                this.#attempt(path, () => (0,checkout/* kindWithin */.op)(this.#root, path));
        }
    }
    #link(path, name) {
        this.#attempt(path, () => {
            const kind = (0,checkout/* kindWithin */.op)(this.#root, path);
            if (kind === 'folder') {
                if (skipped.has(name) || this.#isPassedOver(path))
                    this.#leftOut.passOver(`${path}/`);
                else
                    this.#links.push(path);
            }
            else if (this.#matches.test(name)) {
                if (kind === undefined)
                    throw new checkout/* Unreadable */.IO('missing', 'it leads nowhere');
                this.files.push(path);
            }
            else
                this.#leftOut.passOver(path);
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
                this.#leftOut.refuse(error);
            else if (error instanceof checkout/* Unreadable */.IO)
                this.#leftOut.refuse((0,checkout/* unreadableFailure */.S0)(path, error));
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
 * @throws Failure PATH_OUTSIDE, PATH_MISSING or FILE_UNREADABLE
 */
function filesUnder(root, path, matches, { refuse = throwIt, passOver = () => undefined } = {}) {
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
    const walk = new Walk(root, matches, { refuse, passOver });
    walk.begin(normal);
    return walk.files;
}

// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 4 modules
var yaml = __webpack_require__(8217);
;// CONCATENATED MODULE: ./build/toolkit/sources/workflow.js
/** What a GitHub workflow or action file says, with the place of each part. Gives no verdicts. */



function refused(what, fix, source) {
    return new failure/* Failure */.HR({ code: 'WORKFLOW_SYNTAX', what, fix, source });
}
function present(node) {
    return node.value === undefined || node.value === null ? undefined : node;
}
function rootNode(text, file) {
    const [document, second] = (0,yaml/* readYaml */.g)(text, file, 'workflow');
    if (second !== undefined)
        throw refused('GitHub reads one document in a file.', 'Remove the others.', second.locate([]));
    if (document === undefined || !(0,sources_node/* isMapping */.pi)(document.value))
        throw refused('This file is not a mapping.', 'Write one, or delete the file.', { file, line: 1 });
    return (0,sources_node/* rootOf */.I5)(document);
}
function permissionsOf(node) {
    if (node.value === undefined)
        return undefined;
    const { text, source } = node;
    const all = text === 'read-all' || text === 'write-all' ? text : undefined;
    const scopes = node.members();
    return {
        source,
        all,
        scopes,
        access: (scope) => {
            const granted = scopes.get(scope)?.text;
            if (granted === 'read' || granted === 'write')
                return granted;
            // `read-all` grants no ID token: that scope can only be written.
            if (all === 'read-all')
                return scope === 'id-token' ? 'none' : 'read';
            return all === 'write-all' ? 'write' : 'none';
        },
    };
}
function stepsOf(list) {
    return list.items().map((node, index) => {
        if (!(0,sources_node/* isMapping */.pi)(node.value))
            throw refused('A step is a mapping.', 'Give it `uses:` or `run:`.', node.source);
        return {
            node,
            label: node.get('id').text ?? node.get('name').text ?? `step ${index + 1}`,
            uses: present(node.get('uses')),
            run: present(node.get('run')),
            with: node.get('with').members(),
            env: node.get('env').members(),
        };
    });
}
function jobOf(id, node) {
    if (!(0,sources_node/* isMapping */.pi)(node.value))
        throw refused(`The job ${id} is not a mapping.`, 'Give it `runs-on:` or `uses:`.', node.source);
    return {
        id,
        node,
        uses: present(node.get('uses')),
        permissions: permissionsOf(node.get('permissions')),
        with: node.get('with').members(),
        env: node.get('env').members(),
        steps: stepsOf(node.get('steps')),
    };
}
function eventsOf(on) {
    if (on.text !== undefined)
        return [on.text];
    return [...on.items().flatMap(({ text }) => text ?? []), ...on.members().keys()];
}
/** @throws Failure YAML_SYNTAX, or WORKFLOW_SYNTAX for what GitHub would not run. */
function readWorkflow(text, file) {
    const node = rootNode(text, file);
    for (const key of ['on', 'jobs']) {
        if (present(node.get(key)) === undefined)
            throw refused(`This workflow has no \`${key}:\`.`, 'Add it, or move the file.', { file, line: 1 });
    }
    const jobs = node.get('jobs');
    if (!(0,sources_node/* isMapping */.pi)(jobs.value))
        throw refused('`jobs:` is not a mapping.', 'Name each job by its id.', jobs.source);
    return {
        file,
        node,
        events: eventsOf(node.get('on')),
        permissions: permissionsOf(node.get('permissions')),
        env: node.get('env').members(),
        jobs: [...jobs.members()].map(([id, job]) => jobOf(id, job)),
    };
}
/** @throws Failure YAML_SYNTAX, or WORKFLOW_SYNTAX for what GitHub would not run. */
function readAction(text, file) {
    const node = rootNode(text, file);
    const runs = node.get('runs');
    if (!(0,sources_node/* isMapping */.pi)(runs.value))
        throw refused('This action has no `runs:`.', 'Say what runs it.', { file, line: 1 });
    return { file, node, steps: stepsOf(runs.get('steps')) };
}

;// CONCATENATED MODULE: ./build/actions/verify/src/repository/repository.js
/** Everything that the policy judges, read once: manifests, kustomizations, workflows and actions. */












/** What is judged unless `paths` says otherwise; those of them that exist. */
const defaultPaths = ['k8s', '.github/workflows', 'actions/*/action.yml', 'action.yml'];
const judged = { test: (name) => /\.ya?ml$/.test(name) || isKustomization(name) };
const workflowFile = /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
const actionFile = /^action\.ya?ml$/;
function sha256Of(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
/** The files at a path, which may have `*` in it. */
function expand(workspace, path, refuse) {
    if (!path.includes('*'))
        return filesUnder(workspace, path, judged, { refuse });
    const matches = (0,external_node_fs_.globSync)(path, { cwd: workspace }).sort();
    if (matches.length === 0) {
        throw new failure/* Failure */.HR({ code: 'PATH_MISSING', what: `Nothing matches the path ${path}.`, fix: 'Correct it.' });
    }
    return matches.flatMap((match) => filesUnder(workspace, match, judged, { refuse }));
}
/** Those of the default paths at which there is something. */
function existingDefaults(workspace) {
    return defaultPaths.filter((path) => (0,external_node_fs_.globSync)(path, { cwd: workspace }).length > 0);
}
/** The file that a kustomization's reference stands for: of a folder, the kustomization in it. */
function included(workspace, { path, source }) {
    const kind = (0,checkout/* kindWithin */.op)(workspace, path, source);
    const file = kind === 'folder' ? kustomizationIn(workspace, path) : kind && path;
    if (file === undefined) {
        throw new failure/* Failure */.HR({
            code: 'PATH_MISSING',
            what: `The kustomization names ${path}, which is no file or kustomization of this repository.`,
            fix: 'Correct the path, which is relative to the kustomization.',
            source,
        });
    }
    return [file];
}
/** A patch in a kustomization's own text; all of it is located at the key that holds it. */
function inlineDocuments(patch) {
    return (0,yaml/* readYaml */.g)(patch.text ?? '', patch.source.file).map((document) => ({
        ...document,
        locate: () => patch.source,
    }));
}
/** What a patch takes away: by null, or by kustomize's `$patch`. */
function removals(node) {
    if (node.value === null || node.path.at(-1) === '$patch')
        return [node];
    return [...node.items(), ...node.members().values()].flatMap(removals);
}
function takeDocument(document, patch, reading) {
    if (patch) {
        const what = 'takes something away, and what is left is known only when it is rendered';
        reading.unseen.push(...removals((0,sources_node/* rootOf */.I5)(document)).map((node) => ({ what, node })));
    }
    for (const node of (0,manifests_manifest/* objectsIn */.Qv)(document)) {
        const manifest = (0,manifests_manifest/* manifestOf */.$V)(node, patch);
        if (manifest !== undefined) {
            reading.manifests.push(manifest);
            continue;
        }
        const what = Array.isArray(node.value)
            ? 'is a JSON patch, whose effect is known only when it is rendered'
            : 'is no manifest, so what it configures is not judged';
        reading.unseen.push({ what, node });
    }
}
/** Reads one file as what its name says it is. */
function take(file, text, patches, reading) {
    const name = external_node_path_.posix.basename(file);
    if (workflowFile.test(file))
        reading.workflows.push(readWorkflow(text, file));
    else if (actionFile.test(name))
        reading.actions.push(readAction(text, file));
    else if (!isKustomization(name))
        for (const document of (0,yaml/* readYaml */.g)(text, file))
            takeDocument(document, patches.has(file), reading);
}
/**
 * Reads what is at the paths, and what the kustomizations there include from elsewhere in the checkout.
 * @param paths given paths; none for the default ones.
 * @returns what could be read, and a failure for everything that could not.
 */
function readRepository(workspace, paths) {
    const problems = [];
    const attempt = (work) => {
        try {
            work();
        }
        catch (error) {
            const failures = (0,failure/* failuresIn */.xM)(error);
            if (failures.length === 0)
                throw error;
            problems.push(...failures);
        }
    };
    const reading = {
        manifests: [],
        kustomizations: [],
        workflows: [],
        actions: [],
        unseen: [],
        files: {},
    };
    const queue = [];
    for (const path of paths.length > 0 ? paths : existingDefaults(workspace))
        attempt(() => queue.push(...expand(workspace, path, (failure) => problems.push(failure))));
    // Kustomizations first: they say which of the other files are patches, and which more there are.
    const texts = new Map();
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        if (texts.has(file))
            continue;
        const path = file;
        attempt(() => {
            const bytes = (0,checkout/* readSourceBytes */.ht)(workspace, path);
            const text = (0,checkout/* textOf */.b6)(bytes, path);
            texts.set(path, text);
            reading.files[path] = sha256Of(bytes);
            if (!isKustomization(path))
                return;
            for (const document of (0,yaml/* readYaml */.g)(text, path)) {
                const kustomization = kustomizationOf(document);
                reading.kustomizations.push(kustomization);
                reading.unseen.push(...kustomization.unseen);
                for (const reference of [...kustomization.resources, ...kustomization.patches])
                    attempt(() => queue.push(...included(workspace, reference)));
                for (const patch of kustomization.inlinePatches)
                    for (const inline of inlineDocuments(patch))
                        takeDocument(inline, true, reading);
            }
        });
    }
    const patched = new Set(reading.kustomizations.flatMap(({ patches }) => patches.map(({ path }) => path)));
    for (const [file, text] of texts)
        attempt(() => take(file, text, patched, reading));
    const workloads = reading.manifests.flatMap((manifest) => (0,workload/* workloadOf */.R)(manifest) ?? []);
    return { repository: { ...reading, workloads }, problems };
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








/** An item of a typed list such as `PodList` is of the list's kind when it names none, as kubectl takes it. */
function itemsOf(list) {
    const apiVersion = list.get('apiVersion').text;
    const kind = list.get('kind').text?.replace(/List$/, '');
    return list
        .get('items')
        .items()
        .map((item) => {
        if (isList(item))
            throw new failure/* Failure */.HR({
                code: 'MANIFEST_INVALID',
                what: 'This is a list in a list, and kubectl reads none.',
                fix: 'Write its items into the outer list.',
                source: item.source,
            });
        const nameless = item.get('apiVersion').value === undefined && item.get('kind').value === undefined;
        const inherits = kind !== '' && nameless && (0,node/* isMapping */.pi)(item.value);
        return inherits ? item.replace([], { apiVersion, kind, ...item.value }) : item;
    });
}
/** What has items is a list for kubectl, whatever its kind; the items of one by its name may be nothing. */
function isList(node) {
    const { text: kind } = node.get('kind');
    const { value } = node.get('items');
    return kind !== undefined && (Array.isArray(value) || (value === null && kind.endsWith('List')));
}
/**
 * What a document holds: one thing, or those of a list one by one.
 * @throws Failure MANIFEST_INVALID for a list in a list
 */
function objectsIn(document) {
    const root = (0,node/* rootOf */.I5)(document);
    return isList(root) ? itemsOf(root) : [root];
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
/** A key of the metadata without anything behind it says nothing, as for the API server; nor does an empty namespace. */
function withoutEmpty(node) {
    const { value } = node.get('metadata');
    if (!isMapping(value))
        return node;
    const entries = Object.entries(value);
    const said = entries.filter(([key, each]) => each !== null && !(key === 'namespace' && each === ''));
    return said.length === entries.length ? node : node.replace(['metadata'], Object.fromEntries(said));
}
/** Where the first thing is that is wrong. */
function pathIn({ issues: [first] }) {
    return (first?.path ?? []).filter((key) => typeof key !== 'symbol');
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
            source: node.get(...pathIn(parsed.error)).source,
        });
    }
    const items = node.get('items');
    if (items.value !== undefined)
        throw new Failure({
            code: 'MANIFEST_INVALID',
            what: 'This has `items` that are no list, and is no object for kubectl.',
            fix: 'Write the items as a list.',
            source: items.source,
        });
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

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   _5: () => (/* binding */ folderReader),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, readSource */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/**
 * The one way to read a file of the checkout. Links are followed inside of it and refused outside; only an ordinary file
 * is ever opened, because a pipe is waited for, and a device has no end.
 */




/** Bytes; nothing that people write is larger. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** Told by the caller in its own words; `message` continues a sentence: `it does not exist`. */
class Unreadable extends Error {
    reason;
    constructor(reason, message, cause) {
        super(message, { cause });
        this.reason = reason;
    }
}
function ofSystem(error) {
    const { code = String(error) } = error; // of the system
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return new Unreadable('missing', 'it does not exist', error);
    if (code === 'ELOOP')
        return new Unreadable('refused', 'its links lead in a circle', error);
    if (code === 'ERR_INVALID_ARG_VALUE')
        return new Unreadable('missing', 'no file can have such a name', error);
    return new Unreadable('refused', `the system refuses it (${code})`, error);
}
function asked(work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? error : ofSystem(error);
    }
}
/**
 * Where something of the checkout really is, as an absolute path.
 * @param path relative to the workspace, or absolute
 * @throws Unreadable missing, outside, refused
 */
function placeWithin(workspace, path) {
    return asked(() => {
        const root = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).includes('.git'))
            throw new Unreadable('outside', 'it leads into .git');
        return place;
    });
}
const kinds = [
    ['isFIFO', 'a pipe'],
    ['isSocket', 'a socket'],
    ['isCharacterDevice', 'a device'],
    ['isBlockDevice', 'a device'],
    ['isDirectory', 'a folder'],
];
function requireOrdinary(stats, largest) {
    if (!stats.isFile()) {
        const kind = kinds.find(([is]) => stats[is]())?.[1] ?? 'no file';
        throw new Unreadable('special', `it is ${kind}`);
    }
    if (stats.size > largest)
        throw tooLarge(largest);
}
function tooLarge(largest) {
    return new Unreadable('large', `it is larger than ${largest / 1024 / 1024} MiB`);
}
/** The bytes of a file that may be anywhere; it is no pipe, device, socket or folder. @throws Unreadable */
function readOrdinary(place, largest = LARGEST_FILE) {
    return asked(() => readAs(place, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place), largest));
}
/** @param before what was there a moment ago */
function readAs(place, before, largest) {
    return asked(() => {
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow: it ends where nothing more is read. */
function readAll(descriptor, size, largest) {
    const full = [];
    // One more than there should be, which tells that there is nothing more.
    let chunk = Buffer.allocUnsafe(size + 1);
    let [taken, total] = [0, 0];
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, taken, chunk.length - taken, null);
        taken += count;
        total += count;
        // An ordinary file has ended where less is read than there was room for.
        if (count === 0 || (total === size && size > 0))
            break;
        if (total > largest)
            throw tooLarge(largest);
        if (taken < chunk.length)
            continue;
        full.push(chunk);
        chunk = Buffer.allocUnsafe(64 * 1024);
        taken = 0;
    }
    const rest = chunk.subarray(0, taken);
    return full.length === 0 ? rest : Buffer.concat([...full, rest]);
}
/**
 * The bytes of a file of the checkout.
 * @param path relative to the workspace, or absolute
 * @param largest bytes
 * @throws Unreadable
 */
function readWithin(workspace, path, largest = LARGEST_FILE) {
    return readOrdinary(placeWithin(workspace, path), largest);
}
/**
 * Reads files of one folder of the checkout. Where the folder really is, is asked once: of a file that is no link there is
 * nothing more to ask.
 * @param path of the folder, relative to the workspace, or absolute
 * @param largest bytes
 * @returns reads the file of a name; throws Unreadable
 */
function folderReader(workspace, path, largest = LARGEST_FILE) {
    const folder = placeWithin(workspace, path);
    return (name) => {
        // There may be thousands: of a plain name nothing has to be made out.
        if (/[\\/]/.test(name) || name.startsWith('.'))
            return readWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), largest);
        const place = `${folder}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}${name}`;
        const found = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(place));
        return found.isSymbolicLink() ? readWithin(workspace, place, largest) : readAs(place, found, largest);
    };
}
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) && !leadsWithin(workspace, path);
    return free ? readOrdinary(path) : readWithin(workspace, path);
}
const codes = {
    missing: 'PATH_MISSING',
    outside: 'PATH_OUTSIDE',
    special: 'FILE_UNREADABLE',
    large: 'FILE_UNREADABLE',
    refused: 'FILE_UNREADABLE',
};
const fixes = {
    missing: 'Correct it, and make sure that the repository is checked out.',
    outside: 'Put the file itself into the repository, and name it relative to its root.',
    special: 'Put an ordinary file in its place.',
    large: 'Split it, or keep it elsewhere.',
    refused: 'Put a file there that can be read.',
};
/** @param source where the path is written; the path itself unless given */
function unreadableFailure(path, error, source) {
    const { reason, message } = error;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: codes[reason],
        what: reason === 'missing' ? `${path} does not exist.` : `${path} cannot be read: ${message}.`,
        fix: fixes[reason],
        source: source ?? { file: path },
        cause: error,
    });
}
function told(path, source, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? unreadableFailure(path, error, source) : error;
    }
}
/**
 * Bytes as text, of which nothing is lost.
 * @param file they are of
 * @throws Failure FILE_UNREADABLE on the first line that is not UTF-8
 */
function textOf(bytes, file) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end + 1;
        line++;
    }
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'FILE_UNREADABLE',
        what: 'This is not UTF-8, and what it says cannot be told.',
        fix: 'Save the file as UTF-8.',
        source: { file, line, column: 1 },
    });
}
/**
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return textOf(told(file, source, () => readWithin(workspace, file)), file);
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, { source, largest = LARGEST_FILE } = {}) {
    return told(file, source, () => readWithin(workspace, file, largest));
}
/**
 * What is at a path of the checkout; undefined when nothing is.
 * @param path relative to the workspace
 * @param source where the path is named
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE, also for what is neither a file nor a folder
 */
function kindWithin(workspace, path, source) {
    return told(path, source, () => {
        try {
            // An absolute path of the repository is none of this machine.
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
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
