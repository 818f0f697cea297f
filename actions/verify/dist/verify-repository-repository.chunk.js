export const id = "verify-repository-repository";
export const ids = [730,81];
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
        return filesUnder(workspace, path, judged, refuse);
    const matches = (0,external_node_fs_.globSync)(path, { cwd: workspace }).sort();
    if (matches.length === 0) {
        throw new failure/* Failure */.HR({ code: 'PATH_MISSING', what: `Nothing matches the path ${path}.`, fix: 'Correct it.' });
    }
    return matches.flatMap((match) => filesUnder(workspace, match, judged, refuse));
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
            const text = bytes.toString('utf8');
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

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, readSource */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
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
        const root = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('.git'))
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
    return asked(() => {
        const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place);
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow. */
function readAll(descriptor, size, largest) {
    const chunks = [];
    let total = 0;
    for (;;) {
        const chunk = Buffer.allocUnsafe(chunks.length === 0 ? size + 1 : 64 * 1024);
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, chunk);
        if (count === 0)
            return Buffer.concat(chunks);
        total += count;
        if (total > largest)
            throw tooLarge(largest);
        chunks.push(chunk.subarray(0, count));
    }
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
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !leadsWithin(workspace, path);
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
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
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return told(file, source, () => readWithin(workspace, file)).toString('utf8');
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, largest = LARGEST_FILE) {
    return told(file, undefined, () => readWithin(workspace, file, largest));
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
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ }),

/***/ 6706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/freeze.js
var freeze = __webpack_require__(6240);
;// CONCATENATED MODULE: ./build/toolkit/sources/aliases.js
/** Aliases can make a small text stand for billions of nodes; here is what they would come to, before they are built. */

/** So many nodes may come from aliases, beyond those that stand in the text. */
const MAX_REPEATED_NODES = 100_000;
/** The first alias that stands for something it is part of, or for too much. */
function refusedAlias(text, events) {
    const stack = [];
    const sizes = new Map();
    let repeated = 0;
    const nameOf = ({ anchorStart, anchorEnd }) => anchorStart < 0 ? undefined : text.slice(anchorStart, anchorEnd);
    const add = (nodes) => {
        const parent = stack.at(-1);
        if (parent !== undefined)
            parent.nodes += nodes;
    };
    for (const event of events) {
        if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            sizes.clear();
            stack.push({ anchor: undefined, nodes: 0 });
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE) {
            stack.push({ anchor: nameOf(event), nodes: 1 });
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR) {
            const anchor = nameOf(event);
            if (anchor !== undefined)
                sizes.set(anchor, 1);
            add(1);
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            const closed = stack.pop();
            if (closed?.anchor !== undefined)
                sizes.set(closed.anchor, closed.nodes);
            add(closed?.nodes ?? 0);
        }
        else {
            const name = nameOf(event) ?? '';
            const offset = event.anchorStart - 1;
            if (stack.some(({ anchor }) => anchor === name))
                return { reason: `the alias *${name} is part of what it stands for`, offset };
            const nodes = sizes.get(name) ?? 0;
            repeated += nodes;
            if (repeated > MAX_REPEATED_NODES)
                return { reason: `the aliases stand for more than ${MAX_REPEATED_NODES} nodes`, offset };
            add(nodes);
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
;// CONCATENATED MODULE: ./build/toolkit/sources/dialect.js
/** How plain scalars become values in the two kinds of YAML that this repository reads. */


const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Beyond these, kubectl takes an integer for a floating-point number. */
const UINT64_MAX = 2n ** 64n - 1n;
const INT64_MIN = -(2n ** 63n);
/** Digits that no integer of 64 bits has: what they come to is not counted. */
const MOST_DIGITS = 70;
function integerIn(text) {
    const [whole, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(text.replaceAll('_', '')) ?? [];
    if (whole === undefined || text.startsWith('_') || whole.length > MOST_DIGITS)
        return undefined;
    const digits = [
        ['0x', hexadecimal],
        ['0b', binary],
        ['0o', octal],
        ['', decimal],
    ];
    const [base, known] = digits.find(([, value]) => value !== undefined) ?? ['', '0'];
    const value = BigInt(`${base}${known}`);
    return sign === '-' ? -value : value;
}
function numberOf(text) {
    const integer = integerIn(text);
    if (integer !== undefined && integer >= INT64_MIN && integer <= UINT64_MAX)
        return (0,exact_integer/* integerOf */.cP)(integer);
    const plain = text.replaceAll('_', '');
    if (text.startsWith('_') || !FLOAT.test(plain))
        return js_yaml/* NOT_RESOLVED */.Hg;
    const float = Number(plain);
    return Number.isFinite(float) ? float : js_yaml/* NOT_RESOLVED */.Hg;
}
const reading = { implicit: true, identify: () => false };
const numeric = { ...reading, implicitFirstChars: [...'-+.0123456789'], resolve: numberOf };
const boolTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:bool', {
    ...reading,
    implicitFirstChars: [...'yYnNtTfFoO'],
    resolve: (text) => (TRUE.test(text) ? true : FALSE.test(text) ? false : js_yaml/* NOT_RESOLVED */.Hg),
});
const intTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:int', numeric);
const floatTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:float', numeric);
const schemas = {
    kubernetes: new js_yaml/* Schema */.Sj([...js_yaml/* FAILSAFE_SCHEMA */.uH.tags, js_yaml/* nullYaml11Tag */.L2, boolTag, intTag, floatTag, js_yaml/* mergeTag */.LJ]),
    // GitHub understands anchors and aliases, but no merge keys.
    workflow: js_yaml/* CORE_SCHEMA */.OU,
};

;// CONCATENATED MODULE: ./build/toolkit/sources/places.js
/** Where the keys and items of YAML documents stand in their text. */

/** Text offset \u2192 line and column. */
function positions(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}
/** Where a node begins; undefined for an empty one, which stands nowhere. */
function offsetOf(event) {
    switch (event.type) {
        case js_yaml/* EVENT_ID */.hy.SCALAR: {
            if (event.valueStart < 0)
                return undefined;
            const quoted = event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;
            return quoted ? event.valueStart - 1 : event.valueStart;
        }
        case js_yaml/* EVENT_ID */.hy.ALIAS:
            return event.anchorStart - 1;
        case js_yaml/* EVENT_ID */.hy.MAPPING:
        case js_yaml/* EVENT_ID */.hy.SEQUENCE:
            return event.start;
        default:
            return undefined;
    }
}
/** What a path is looked up by. */
function pathKey(path) {
    return JSON.stringify(path);
}
/** For each document: path \u2192 offset of its key or item. Keys are named as they are written. */
function placesOf(text, events) {
    const documents = [];
    const stack = [];
    for (const event of events) {
        if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            stack.pop();
            continue;
        }
        if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            documents.push(new Map());
            stack.push({ path: [], kind: 'document', key: undefined, count: 0 });
            continue;
        }
        const parent = stack.at(-1);
        const places = documents.at(-1);
        if (parent === undefined || places === undefined)
            continue;
        const offset = offsetOf(event);
        const record = (path) => {
            if (offset !== undefined)
                places.set(pathKey(path), offset);
        };
        const opens = event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE;
        let { path } = parent;
        if (parent.kind === 'mapping' && parent.key === undefined) {
            // Only a scalar can be a key in what we read; anything else is refused when the values are built.
            parent.key = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, event) : '';
            record([...parent.path, parent.key]);
            if (opens)
                stack.push({ path: parent.path, kind: 'document', key: undefined, count: 0 });
            continue;
        }
        if (parent.kind === 'mapping') {
            path = [...parent.path, parent.key ?? ''];
            parent.key = undefined;
        }
        else if (parent.kind === 'sequence') {
            path = [...parent.path, parent.count++];
            record(path);
        }
        else
            record([]);
        if (opens) {
            const kind = event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? 'mapping' : 'sequence';
            stack.push({ path, kind, key: undefined, count: 0 });
        }
    }
    return documents;
}

;// CONCATENATED MODULE: ./build/toolkit/sources/yaml.js
/** The one YAML reader: values with the place of every key and item in their file. */






/** Nesting beyond it would exhaust the stack of whoever walks the values. */
const MAX_DEPTH = 100;
/** What to do about the mistakes that are made most; the parser's words, and ours. */
const fixes = [
    [/^duplicated mapping key/, 'Keep one of them.'],
    [/^tab characters/, 'Indent with spaces.'],
    [/^unidentified alias/, 'Define it with &name before it is used.'],
    [/within a (single|double) quoted scalar/, 'Close the quotes.'],
    [/within a flow collection|missed comma/, 'Close the bracket, or separate the entries with commas.'],
    [
        /^unknown (scalar|sequence|mapping) tag/,
        'Leave the tag out: only strings, numbers, booleans, null, lists and maps are read.',
    ],
    [/^the alias|^the aliases/, 'Write out what is meant.'],
    [/complex keys/, 'Use a text as the key.'],
    [
        /^bad indentation|^deficient indentation/,
        'Align it with its siblings. Where a bracket or a quote was opened before it, close that.',
    ],
];
function syntaxFailure(reason, file, position, cause) {
    const fix = fixes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Correct the text at this place.';
    return new failure/* Failure */.HR({
        code: 'YAML_SYNTAX',
        what: `This is not YAML that can be read: ${reason}.`,
        fix,
        source: { file, ...position },
        cause,
    });
}
/** What is to become YAML: `{{ .Values.x }}` is a map in a map there, and seldom a valid one. */
function templateFailure(file, position, cause) {
    return new failure/* Failure */.HR({
        code: 'YAML_SYNTAX',
        what: 'This is a template, and not YAML that can be read.',
        why: 'What stands in {{ }} is filled in by a tool such as Helm.',
        fix: 'Render it first (`helm template`), and pass the folder of what came out; `{{` within a text is put in quotes.',
        source: { file, ...position },
        cause,
    });
}
/**
 * The documents of a YAML text; empty ones are left out.
 * @param file how the text is named in places and failures.
 * @throws Failure YAML_SYNTAX with file:line:column, also for duplicate keys, runaway aliases and too deep nesting.
 */
function readYaml(text, file, dialect = 'kubernetes') {
    const position = positions(text);
    let events;
    let values;
    try {
        events = (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: MAX_DEPTH });
        const refused = refusedAlias(text, events);
        if (refused !== undefined)
            throw syntaxFailure(refused.reason, file, position(refused.offset));
        values = (0,js_yaml/* constructFromEvents */.fw)(events, { source: text, schema: schemas[dialect] });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const { reason, mark } = error;
        const template = text.indexOf('{{');
        if (template >= 0)
            throw templateFailure(file, position(template), error);
        const place = mark === undefined ? undefined : { line: mark.line + 1, column: mark.column + 1 };
        throw syntaxFailure(reason, file, place, error);
    }
    const places = placesOf(text, events);
    return values.flatMap((value, index) => {
        if (value === null || value === undefined)
            return [];
        const known = places[index];
        const locate = (path) => {
            for (let length = path.length; length >= 0; length--) {
                const offset = known?.get(pathKey(path.slice(0, length)));
                if (offset !== undefined)
                    return { file, ...position(offset) };
            }
            return { file, line: 1, column: 1 };
        };
        return [{ file, index, value: (0,freeze/* deepFreeze */.o)(value), locate }];
    });
}


/***/ })

};
