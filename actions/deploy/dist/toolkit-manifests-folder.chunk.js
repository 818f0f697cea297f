export const id = "toolkit-manifests-folder";
export const ids = ["toolkit-manifests-folder"];
export const modules = {

/***/ 7857:
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
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/nearest.js
var nearest = __webpack_require__(6717);
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

// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 4 modules
var yaml = __webpack_require__(8217);
;// CONCATENATED MODULE: ./build/toolkit/manifests/helm-hooks.js
/** Hooks of Helm: `helm template` writes them beside all other objects, and only Helm itself runs them. */


const HOOK = 'helm.sh/hook';
/** What Helm does on an install or an upgrade, which a release is. */
const released = [
    'crd-install',
    'pre-install',
    'post-install',
    'pre-upgrade',
    'post-upgrade',
];
/** What it does on other occasions, which a release never is. */
const unreleased = [
    'test',
    'test-success',
    'test-failure',
    'pre-delete',
    'post-delete',
    'pre-rollback',
    'post-rollback',
];
/** The hooks that an object is; undefined when it is an ordinary one. */
function hooksOf({ object }) {
    return object.metadata.annotations?.[HOOK]?.split(',').map((each) => each.trim());
}
function unknownHook({ address, node }, hook) {
    return new failure/* Failure */.HR({
        code: 'MANIFEST_INVALID',
        what: `${address} is a hook of Helm that there is none of: \`${hook}\`.`,
        why: 'Helm leaves such an object out without a word.',
        fix: `Write one of ${[...released, ...unreleased].join(', ')}, or take the annotation ${HOOK} away.`,
        source: node.get('metadata', 'annotations', HOOK).source,
    });
}
function leftOut({ address, node }, hooks) {
    return (0,finding/* finding */.gk)({
        rule: 'helm-hook',
        severity: 'notice',
        verdict: 'fail',
        message: `${address} is left out: it is a hook of Helm (${hooks.join(', ')}).`,
        why: 'Helm runs it when a chart is tested, deleted or rolled back, and a release is none of these.',
        fix: `To release it, take the annotation ${HOOK} away; \`helm template --no-hooks\` writes no hooks at all.`,
        source: node.get('metadata', 'annotations', HOOK).source,
    }, address);
}
function ordinary({ address, node }, hooks) {
    return (0,finding/* finding */.gk)({
        rule: 'helm-hook',
        severity: 'warning',
        verdict: 'fail',
        message: `${address} is a hook of Helm (${hooks.join(', ')}), and is applied as an ordinary object.`,
        why: 'Only Helm runs hooks: when it would, helm.sh/hook-weight and helm.sh/hook-delete-policy are ignored here, and a Job that has run does not run again.',
        fix: `Take the annotation ${HOOK} away where that is meant. What has to be done before or after each release is a step of the workflow, such as migrate.`,
        source: node.get('metadata', 'annotations', HOOK).source,
    }, address);
}
/** An object that is several hooks is released if one of them is of a release. */
function withoutHooks(manifests) {
    const judged = manifests.map((manifest) => {
        const hooks = hooksOf(manifest);
        const unknown = hooks?.find((each) => !released.includes(each) && !unreleased.includes(each));
        return { manifest, hooks, unknown, isReleased: hooks?.some((each) => released.includes(each)) ?? true };
    });
    return {
        manifests: judged.flatMap(({ manifest, isReleased }) => (isReleased ? [manifest] : [])),
        findings: judged.flatMap(({ manifest, hooks, isReleased }) => {
            if (hooks === undefined)
                return [];
            return [isReleased ? ordinary(manifest, hooks) : leftOut(manifest, hooks)];
        }),
        problems: judged.flatMap(({ manifest, unknown }) => unknown === undefined ? [] : [unknownHook(manifest, unknown)]),
    };
}

// EXTERNAL MODULE: ./build/toolkit/manifests/image.js
var manifests_image = __webpack_require__(9573);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
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

// EXTERNAL MODULE: ./build/toolkit/manifests/manifest.js + 1 modules
var manifests_manifest = __webpack_require__(9422);
;// CONCATENATED MODULE: ./build/toolkit/manifests/inline.js
/** YAML that stands in the text of another YAML file, with the lines of that file. */


/** A text that holds YAML itself. */
function isInline(text) {
    return text.includes('\n') || /^\s*[[{]/.test(text) || /:\s/.test(text);
}
/**
 * A text within another one: on the lines of a block, else at the key that holds it.
 * @param written the file that holds it
 */
function inlineNodes(holder, written) {
    const lines = written.split('\n');
    const text = holder.text ?? '';
    const { file, line: first = 1 } = holder.source;
    const own = text.split('\n');
    const isBlock = own.every((each, index) => (lines[first + index] ?? '').trim() === each.trim());
    return (0,yaml/* readYaml */.g)(text, file).map((document) => (0,sources_node/* rootOf */.I5)({
        ...document,
        locate: (path) => isBlock ? { file, line: first + (document.locate(path).line ?? 1), column: 1 } : holder.source,
    }));
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/unsupported.js
/** What of a kustomization is refused before anything is run: what would fetch something, or run a program. */




/** What a kustomization may say; the case of a letter counts for us, and not for kustomize. */
const fields = new Set([
    'apiVersion',
    'kind',
    'metadata',
    'resources',
    'bases',
    'components',
    'crds',
    'configurations',
    'openapi',
    'namespace',
    'namePrefix',
    'nameSuffix',
    'labels',
    'commonLabels',
    'commonAnnotations',
    'images',
    'replicas',
    'patches',
    'patchesStrategicMerge',
    'patchesJson6902',
    'replacements',
    'vars',
    'configMapGenerator',
    'secretGenerator',
    'generatorOptions',
    'generators',
    'transformers',
    'validators',
    'sortOptions',
    'buildMetadata',
]);
/** Keys that name files. */
const naming = new Set(['path', 'paths', 'files', 'file', 'envs', 'env']);
function refused(what, { source }, why) {
    return new failure/* Failure */.HR({
        code: 'KUSTOMIZATION_UNSUPPORTED',
        what,
        why: why ?? 'A release is made from this repository alone, and runs no program that it names.',
        fix: 'Put what it gives into the repository, or render it with kustomize first and pass the folder of what came out.',
        source,
    });
}
/** What kustomize does not know, or knows by another case of its letters. */
function unknownFields(root) {
    return [...root.members()].flatMap(([key, member]) => {
        if (fields.has(key))
            return [];
        const near = [...fields].find((each) => each.toLowerCase() === key.toLowerCase());
        const what = near === undefined ? `This kustomization uses ${key}.` : `The key ${key} is written ${near}.`;
        return [refused(what, member)];
    });
}
/** A line of an env file that is a name alone takes its value from the environment, which is nobody's business. */
function valueless(text, file) {
    return text.split('\n').flatMap((line, index) => {
        const said = line.trim();
        if (said === '' || said.startsWith('#') || said.includes('='))
            return [];
        const source = { file, line: index + 1, column: 1 };
        const why = 'kustomize takes the value of a name alone from its environment, and here it has none.';
        return [refused('This line of an env file has no value.', { source }, why)];
    });
}
/** Texts of people, whose keys mean nothing to kustomize. */
const free = new Set([
    'pairs',
    'commonLabels',
    'commonAnnotations',
    'labels',
    'annotations',
]);
/** A key that is written in other letters is the same for kustomize. */
function otherLetters(node) {
    const members = [...node.members()].flatMap(([key, member]) => {
        const lower = key.toLowerCase();
        const own = key !== lower && naming.has(lower)
            ? [refused(`The key ${key} is written ${lower}.`, member, 'Case counts in keys.')]
            : [];
        return [...own, ...(free.has(key) ? [] : otherLetters(member))];
    });
    return [...members, ...node.items().flatMap(otherLetters)];
}
/** A plugin that is no part of kustomize. */
function refusedPlugin(node) {
    const kind = node.get('kind').text ?? '';
    const annotations = [...node.get('metadata', 'annotations').members().keys()];
    const runs = annotations.some((each) => /^config\.(kubernetes|k8s)\.io\/function$/.test(each));
    if (node.get('apiVersion').text === 'builtin' && !runs && !kind.startsWith('HelmChart'))
        return undefined;
    return refused(`${kind} is a plugin, which is a program or a container.`, node);
}
/**
 * A path that is none of the checkout.
 * @param path as one of the workspace
 * @param text as it is written
 */
function refusedPath(workspace, path, text, node) {
    if (text === undefined || text === '')
        return refused('This names no file.', node, 'A path is a text.');
    const isPath = !external_node_path_.posix.isAbsolute(text) && (0,checkout/* leadsWithin */.ZH)(workspace, `${workspace}/${path}`);
    const isMissing = () => isPath && (0,checkout/* kindWithin */.op)(workspace, path, node.source) === undefined;
    if (isRemote(text) || (text.includes('//') && isMissing()))
        return refused(`This kustomization includes ${text}, which is not in this repository.`, node);
    if (!external_node_path_.posix.isAbsolute(text))
        return undefined;
    return new failure/* Failure */.HR({
        code: 'PATH_OUTSIDE',
        what: `${text} cannot be read: it leads out of the checkout.`,
        fix: 'Put the file itself into the repository, and name it relative to the kustomization.',
        source: node.source,
    });
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/references.js
/** Everything that a kustomization reads, found before anything is run: kustomize is given these files and no others. */








const plugins = ['generators', 'transformers', 'validators'];
/** More are a mistake, or meant to keep a runner busy. */
const MOST_RESOURCES = 5_000;
function attempt(walk, work) {
    try {
        work();
    }
    catch (error) {
        const failures = (0,failure/* failuresIn */.xM)(error);
        if (failures.length === 0)
            throw error;
        walk.problems.push(...failures);
    }
}
/** The path that an entry names, as one of the workspace; undefined when it is refused. */
function pathOf(walk, folder, node, text = node.text) {
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, text ?? '')).replace(/\/$/, '');
    const problem = refusedPath(walk.workspace, path, text, node);
    if (problem === undefined)
        return path;
    walk.problems.push(problem);
    return undefined;
}
function missing(path, { source }) {
    return new failure/* Failure */.HR({
        code: 'MANIFEST_MISSING',
        what: `${path} does not exist.`,
        fix: 'Correct the path, or add the file.',
        source,
    });
}
/** kustomize reads files in and beneath the folder of the kustomization, wherever links lead. */
function takeFile(walk, folder, node, text = node.text) {
    const path = pathOf(walk, folder, node, text);
    if (path === undefined)
        return undefined;
    const { workspace, files } = walk;
    const kind = (0,checkout/* kindWithin */.op)(workspace, path, node.source);
    if (kind === undefined)
        throw missing(path, node);
    if (kind === 'folder')
        throw refused(`${path} is a folder, where a file is named.`, node, 'A file is read here.');
    if (!(0,checkout/* leadsWithin */.ZH)((0,checkout/* placeWithin */.xF)(workspace, folder), (0,checkout/* placeWithin */.xF)(workspace, path)))
        throw refused(`${path} is not in the folder of this kustomization, nor beneath it.`, node, 'kustomize reads no file from elsewhere, so that a kustomization can be used alone.');
    // As it is named first.
    if (!files.has(path))
        files.set(path, (0,checkout/* readSourceBytes */.ht)(workspace, path, { source: node.source }));
    return path;
}
function textOf({ files }, path) {
    return files.get(path)?.toString('utf8') ?? '';
}
/** The files that generate a ConfigMap or Secret. */
function takeGenerated(walk, folder, generator) {
    for (const entry of generator.get('files').items())
        attempt(walk, () => {
            const text = entry.text ?? '';
            takeFile(walk, folder, entry, text.slice(text.indexOf('=') + 1));
        });
    const single = generator.get('env');
    for (const entry of [...generator.get('envs').items(), ...(single.text === undefined ? [] : [single])])
        attempt(walk, () => {
            const path = takeFile(walk, folder, entry);
            if (path !== undefined)
                walk.problems.push(...valueless(textOf(walk, path), path));
        });
}
function takePatch(walk, folder, patch, written) {
    if (patch.text === undefined)
        return;
    if (isInline(patch.text)) {
        walk.patches.push(...inlineNodes(patch, written).map((node) => ({ node })));
        return;
    }
    const path = takeFile(walk, folder, patch);
    if (path === undefined)
        return;
    walk.patches.push(...(0,yaml/* readYaml */.g)(textOf(walk, path), path).map((document) => ({ node: (0,sources_node/* rootOf */.I5)(document) })));
}
/** What configures a generator or a transformer: only those that are part of kustomize. */
function takePlugin(walk, folder, node, written) {
    const problem = refusedPlugin(node);
    if (problem !== undefined) {
        walk.problems.push(problem);
        return;
    }
    walk.problems.push(...otherLetters(node));
    takeGenerated(walk, folder, node);
    for (const entry of node.get('paths').items())
        attempt(walk, () => takePatch(walk, folder, entry, written));
    for (const entry of [
        node.get('path'),
        ...node
            .get('replacements')
            .items()
            .map((each) => each.get('path')),
    ])
        if (entry.text !== undefined)
            attempt(walk, () => takePatch(walk, folder, entry, written));
    if (node.get('patch').text !== undefined)
        attempt(walk, () => takePatch(walk, folder, node.get('patch'), written));
}
/** A file or a folder; `configures` when it configures generators or transformers. */
function takeResource(walk, folder, node, way, configures) {
    if (++walk.count.resources > MOST_RESOURCES)
        throw new failure/* Failure */.HR({
            code: 'KUSTOMIZATION_TOO_LARGE',
            what: `The kustomizations name more than ${MOST_RESOURCES} resources, those named several times included.`,
            fix: 'Name each of them once.',
            source: node.source,
        });
    const path = pathOf(walk, folder, node);
    if (path === undefined)
        return;
    const kind = (0,checkout/* kindWithin */.op)(walk.workspace, path, node.source);
    if (kind === undefined)
        throw missing(path, node);
    if (kind === 'folder') {
        visit(walk, path, node, way, configures);
        return;
    }
    const file = takeFile(walk, folder, node);
    if (file === undefined || !configures)
        return;
    const text = textOf(walk, file);
    for (const document of (0,yaml/* readYaml */.g)(text, file))
        takePlugin(walk, folder, (0,sources_node/* rootOf */.I5)(document), text);
}
function visit(walk, folder, named, way, configures) {
    const file = kustomizationIn(walk.workspace, folder);
    if (file === undefined)
        throw refused(`${folder} holds no kustomization.`, named, 'kustomize reads a folder by its kustomization.');
    if (way.includes(file))
        throw new failure/* Failure */.HR({
            code: 'KUSTOMIZATION_CIRCLE',
            what: `${folder} includes itself, by way of ${way.join(' \u2192 ')}.`,
            fix: 'Remove one of the two.',
            source: named.source,
        });
    if (!walk.files.has(file))
        walk.files.set(file, (0,checkout/* readSourceBytes */.ht)(walk.workspace, file));
    const written = textOf(walk, file);
    const [document] = (0,yaml/* readYaml */.g)(written, file);
    if (document === undefined)
        return;
    const root = (0,sources_node/* rootOf */.I5)(document);
    walk.kustomizations.push(root);
    walk.problems.push(...unknownFields(root), ...otherLetters(root));
    const each = (key, take) => {
        for (const entry of root.get(key).items())
            attempt(walk, () => take(entry));
    };
    const further = [...way, file];
    for (const key of ['resources', 'bases', 'components'])
        each(key, (entry) => takeResource(walk, folder, entry, further, configures));
    for (const key of plugins)
        each(key, (entry) => {
            if (entry.text !== undefined && !isInline(entry.text)) {
                takeResource(walk, folder, entry, further, true);
                return;
            }
            for (const node of inlineNodes(entry, written))
                takePlugin(walk, folder, node, written);
        });
    for (const key of ['crds', 'configurations'])
        each(key, (entry) => takeFile(walk, folder, entry));
    for (const key of ['configMapGenerator', 'secretGenerator'])
        each(key, (entry) => takeGenerated(walk, folder, entry));
    for (const key of ['patches', 'patchesJson6902'])
        each(key, (entry) => {
            takePatch(walk, folder, entry.get('path'), written);
            takePatch(walk, folder, entry.get('patch'), written);
        });
    each('patchesStrategicMerge', (entry) => takePatch(walk, folder, entry, written));
    each('replacements', (entry) => {
        if (entry.get('path').value !== undefined)
            takeFile(walk, folder, entry.get('path'));
    });
    const schema = root.get('openapi', 'path');
    if (schema.value !== undefined)
        attempt(walk, () => takeFile(walk, folder, schema));
}
/** @param folder of a kustomization, relative to the workspace */
function referencesOf(workspace, folder) {
    const walk = {
        workspace,
        files: new Map(),
        kustomizations: [],
        patches: [],
        problems: [],
        count: { resources: 0 },
    };
    attempt(walk, () => visit(walk, folder, { source: { file: folder } }, [], false));
    return walk;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/toolkit/process/at-once.js
/** A child that reads and answers in a moment, such as a renderer of files. What changes something runs under `child.ts`. */

/** Milliseconds; what takes longer waits for something. */
const PATIENCE_MS = 60_000;
const LARGEST_OUTPUT = 256 * 1024 * 1024;
/**
 * @param program an absolute path
 * @param env the child's whole environment; nothing is inherited
 */
function askAtOnce(program, args, { cwd, env }) {
    const { status, stdout, stderr, error } = (0,external_node_child_process_.spawnSync)(program, args, {
        cwd,
        env: { ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
        maxBuffer: LARGEST_OUTPUT,
        timeout: PATIENCE_MS,
        killSignal: 'SIGKILL',
    });
    // Of a program that cannot be started there is no output, whatever the types say.
    return { ok: status === 0, stdout: stdout ?? '', stderr: error === undefined ? stderr : error.message };
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/kustomize.js
/** kustomize as the runner has it: by itself, or as a part of kubectl. */




const programs = [
    { command: 'kustomize', build: ['build'], version: ['version'] },
    { command: 'kubectl', build: ['kustomize'], version: ['version', '--client'] },
];
/** Nothing of ours: no credential, no git, no helm, and no way to the network. */
function environmentIn(home) {
    const nowhere = 'http://127.0.0.1:9';
    return { HOME: home, PATH: '', HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere };
}
function isProgram(place) {
    try {
        (0,external_node_fs_.accessSync)(place, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
function run(program, args, cwd, home) {
    return askAtOnce(program, args, { cwd, env: environmentIn(home) });
}
/**
 * @param path where programs are looked for, as PATH has it
 * @param needed where the kustomization says what only kustomize renders
 * @throws Failure KUSTOMIZE_MISSING
 */
function findKustomize(path, home, needed) {
    for (const { command, build, version } of programs) {
        const place = path
            .split(external_node_path_.delimiter)
            .map((folder) => (0,external_node_path_.join)(folder, command))
            .find(isProgram);
        if (place === undefined)
            continue;
        const said = run(place, version, home, home);
        const number = /(?:Kustomize Version:\s*|^\{?)(v\d+\.\d+\.\d+\S*)/m.exec(said.stdout)?.[1];
        // A kubectl that cannot even say its version is none.
        if (!said.ok && command === 'kubectl')
            continue;
        return {
            version: command === 'kustomize'
                ? `kustomize ${number ?? 'of unknown version'}`
                : `kubectl\u2019s kustomize ${number ?? ''}`.trim(),
            build: (folder, own) => run(place, [...build, '.'], folder, own),
        };
    }
    throw new failure/* Failure */.HR({
        code: 'KUSTOMIZE_MISSING',
        what: 'This kustomization is rendered by kustomize, and this runner has neither kustomize nor kubectl.',
        why: 'Without it, resources, namespace, labels and images are understood where they mean the same.',
        fix: 'Install kubectl or kustomize 5 before this step and put it on PATH; runners of GitHub have both.',
        source: needed,
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/toolkit/manifests/rendered-places.js
/** Where what kustomize rendered is written: in the file of the object, in a patch, or in the kustomization. */







const ORIGIN = 'config.kubernetes.io/origin';
/** Keys by which items of a list are known. */
const keys = ['name', 'containerPort', 'mountPath', 'port', 'key', 'ip', 'host'];
function itemLike(list, rendered) {
    const items = list.items();
    if (!(0,sources_node/* isMapping */.pi)(rendered))
        return items.find(({ value }) => (0,external_node_util_.isDeepStrictEqual)(value, rendered));
    const key = keys.find((each) => rendered[each] !== undefined);
    return items.find(({ value }) => key === undefined
        ? (0,external_node_util_.isDeepStrictEqual)(value, rendered)
        : (0,sources_node/* isMapping */.pi)(value) && (0,external_node_util_.isDeepStrictEqual)(value[key], rendered[key]));
}
/** How far a path of the rendered object leads in what is written. */
function follow(written, rendered, path) {
    let node = written;
    let shown = rendered;
    for (const part of path) {
        shown = shown.get(part);
        const next = typeof part === 'number' ? itemLike(node, shown.value) : node.get(part);
        if (next === undefined || next.value === undefined)
            return { node, whole: false };
        node = next;
    }
    return { node, whole: true };
}
/** What an operation of a JSON patch puts at a path; undefined when it is about another one. */
function operated(operation, path) {
    const pointer = operation.get('path').text;
    if (pointer === undefined)
        return undefined;
    const parts = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const is = parts.every((part, index) => part === '-' ? typeof path[index] === 'number' : part === String(path[index]));
    if (!is || parts.length > path.length)
        return undefined;
    return operation.get('value', ...path.slice(parts.length));
}
function idOf(object) {
    const part = (...path) => object.get(...path).text ?? '';
    return [part('apiVersion'), part('kind'), part('metadata', 'namespace'), part('metadata', 'name')].join(' ');
}
/** The entry of a generator, of those in a kustomization. */
function generatorOf(kustomization, name) {
    const entries = ['configMapGenerator', 'secretGenerator'].flatMap((key) => kustomization.get(key).items());
    const found = entries.filter((entry) => name.includes(entry.get('name').text ?? '\n'));
    return (found.sort((a, b) => (b.get('name').text ?? '').length - (a.get('name').text ?? '').length)[0] ??
        kustomization);
}
/** Where a value of what is generated stands, which is one entry of it. */
function generatedPlace(generator, path) {
    const key = path[1];
    const lists = ['literals', 'files', 'envs'].flatMap((each) => generator.get(each).items());
    const entry = lists.find(({ text = '' }) => text.startsWith(`${key}=`) || external_node_path_.posix.basename(text) === key);
    return (entry ?? generator).source;
}
/** The object that became the rendered one, of those in a file. */
function originalOf(rendered, candidates) {
    const name = rendered.get('metadata', 'name').text ?? '';
    const alike = candidates.filter((each) => each.get('kind').text === rendered.get('kind').text);
    const named = alike.filter((each) => name.includes(each.get('metadata', 'name').text ?? '\n'));
    const length = (each) => (each.get('metadata', 'name').text ?? '').length;
    return named.sort((a, b) => length(b) - length(a))[0] ?? alike[0];
}
/** A rendered document whose places are those of what it was made of. */
function placedDocument(rendered, original, patches, generated) {
    const root = (0,sources_node/* rootOf */.I5)(rendered);
    const locate = (path) => {
        if (generated && path.length > 1)
            return generatedPlace(original, path);
        const value = root.get(...path).value;
        const own = follow(original, root, path);
        if (path.length === 0 || generated || (own.whole && (0,external_node_util_.isDeepStrictEqual)(own.node.value, value)))
            return own.node.source;
        for (const { node } of patches.toReversed()) {
            const operations = node.items();
            const reached = operations.length > 0
                ? operations.map((each) => operated(each, path)).filter((each) => each !== undefined)
                : [follow(node, root, path)].filter(({ whole }) => whole).map((each) => each.node);
            const found = reached.find((each) => (0,external_node_util_.isDeepStrictEqual)(each.value, value));
            if (found !== undefined)
                return found.source;
        }
        return own.node.source;
    };
    return { ...rendered, file: original.source.file, locate };
}
/** None of what only kustomize can read: it has rendered it. */
function objectsWritten(text, file) {
    try {
        return (0,yaml/* readYaml */.g)(text, file).flatMap(manifests_manifest/* objectsIn */.Qv);
    }
    catch (error) {
        if ((0,failure/* failuresIn */.xM)(error).length === 0)
            throw error;
        return [];
    }
}
/**
 * @param output of kustomize, as it is deployed
 * @param withOrigins the same with `originAnnotations`
 * @param strip makes a path of kustomize's one of the workspace
 */
function withPlaces(output, withOrigins, { files, kustomizations, patches }, strip) {
    const origins = new Map(withOrigins
        .map(sources_node/* rootOf */.I5)
        .map((node) => [idOf(node), node.get('metadata', 'annotations', ORIGIN).text ?? '']));
    const objects = new Map();
    const objectsOf = (file) => {
        const known = objects.get(file) ?? objectsWritten(files.get(file)?.toString('utf8') ?? '', file);
        objects.set(file, known);
        return known;
    };
    /** Those of all files that hold any; resources come before what patches them. */
    const writtenObjects = () => [...files.keys()]
        .filter((file) => /\.(?:ya?ml|json)$/.test(file) && !isKustomization(file))
        .flatMap(objectsOf);
    const [top] = kustomizations;
    return output.map((document) => {
        const rendered = (0,sources_node/* rootOf */.I5)(document);
        const [origin] = (0,yaml/* readYaml */.g)(origins.get(idOf(rendered)) ?? '', 'origin').map(sources_node/* rootOf */.I5);
        const path = origin?.get('path').text;
        const configured = origin?.get('configuredIn').text;
        // A patch that replaces all annotations takes the origin away, and is named in its place: it made no object.
        const isMade = origin?.get('configuredBy', 'kind').text?.endsWith('Generator') ?? true;
        const candidates = path !== undefined ? objectsOf(strip(path)) : isMade ? [] : writtenObjects();
        const original = originalOf(rendered, candidates);
        if (original !== undefined)
            return placedDocument(document, original, patches, false);
        const by = kustomizations.find(({ source }) => source.file === (configured && strip(configured))) ?? top;
        if (by === undefined)
            return document;
        const generator = generatorOf(by, rendered.get('metadata', 'name').text ?? '');
        return placedDocument(document, generator, patches, true);
    });
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/render.js
/** A kustomization as kustomize itself renders it, from the files that were looked at and no others. */







/** Where it is written what kustomize speaks of: a file, else the field of the kustomization that its words are about. */
function placeOf(said, { kustomizations, files }) {
    const [top] = kustomizations;
    /** Of texts that the words may mention, the one that they mention last. */
    const last = (texts) => texts
        .filter((text) => said.includes(text))
        .sort((a, b) => said.lastIndexOf(a) - said.lastIndexOf(b))
        .at(-1);
    // kustomize names a file as the kustomization does.
    const folder = external_node_path_.posix.dirname(top?.source.file ?? '.');
    const paths = new Map([...files.keys()].flatMap((file) => [
        [file, file],
        [external_node_path_.posix.relative(folder, file), file],
    ]));
    const named = paths.get(last([...paths.keys()]) ?? '');
    if (named !== undefined) {
        const line = Number(/line (\d+)/.exec(said)?.[1] ?? 1);
        return { file: named, line, column: 1 };
    }
    const stemOf = (key) => key.replace(/(?:es|s)$/, '');
    const fields = [...(top?.members() ?? [])].filter(([key]) => key !== 'kind' && key !== 'apiVersion');
    const stem = last(fields.map(([key]) => stemOf(key)));
    const field = fields.find(([key]) => stemOf(key) === stem)?.[1];
    return field?.source ?? top?.source ?? { file: [...files.keys()][0] ?? '' };
}
/**
 * @param folder of the kustomization, relative to the workspace
 * @param path where programs are looked for
 * @throws Failure KUSTOMIZE_MISSING or KUSTOMIZE_REFUSED
 */
function render(folder, references, path) {
    const home = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'omninode-kustomize-'));
    try {
        const checkout = (0,external_node_path_.join)(home, 'checkout');
        for (const [file, bytes] of references.files) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(checkout, (0,external_node_path_.dirname)(file)), { recursive: true });
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(checkout, file), bytes);
        }
        const [top] = references.kustomizations;
        const needed = top?.source ?? { file: folder };
        const kustomize = findKustomize(path, home, needed);
        const built = kustomize.build((0,external_node_path_.join)(checkout, folder), home);
        if (!built.ok) {
            const said = built.stderr
                .trim()
                .replaceAll(`${checkout}/`, '')
                .replaceAll(checkout, '.')
                .replace(/^(?:Error|error):\s*/, '');
            throw new failure/* Failure */.HR({
                code: 'KUSTOMIZE_REFUSED',
                what: `${kustomize.version} cannot render this: ${said.split('\n').at(-1) ?? said}`,
                fix: `Correct it; \`kustomize build ${folder}\` says the same on your machine.`,
                source: placeOf(said, references),
            });
        }
        // What is deployed is what was rendered as it stands; who wants to know the places asks a second time.
        const asking = (0,external_node_path_.join)(home, 'places');
        (0,external_node_fs_.mkdirSync)(asking);
        const way = external_node_path_.posix.join('../checkout', folder);
        const isComponent = top?.get('kind').text === 'Component';
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(asking, 'kustomization.yaml'), JSON.stringify({
            [isComponent ? 'components' : 'resources']: [way],
            buildMetadata: ['originAnnotations'],
        }));
        const origins = kustomize.build(asking, home);
        const documents = withPlaces((0,yaml/* readYaml */.g)(built.stdout, needed.file), origins.ok ? (0,yaml/* readYaml */.g)(origins.stdout, needed.file) : [], references, (each) => external_node_path_.posix.normalize(each).replace(/^\.\.\/checkout\//, ''));
        return { documents, by: kustomize.version };
    }
    finally {
        (0,external_node_fs_.rmSync)(home, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/kinds.js
var kinds = __webpack_require__(2693);
// EXTERNAL MODULE: ./build/toolkit/manifests/workload.js
var workload = __webpack_require__(6035);
;// CONCATENATED MODULE: ./build/toolkit/manifests/understood.js
/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for, kustomize itself renders.
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
/** Kinds whose own fields kustomize changes with the namespace. */
const spokenOf = new Set([
    'Namespace',
    'RoleBinding.rbac.authorization.k8s.io',
    'ClusterRoleBinding.rbac.authorization.k8s.io',
    'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    'MutatingWebhookConfiguration.admissionregistration.k8s.io',
    'APIService.apiregistration.k8s.io',
]);
/** Whether a kustomization says nothing but what is understood. */
function isUnderstood({ value }) {
    return Understood.safeParse(value).success;
}
/** Annotations that are meant for kustomize, such as that an object is only for people's own machines. */
function isMarked({ object }) {
    const { annotations } = object.metadata;
    return Object.keys(annotations ?? {}).some((key) => /(^|\.)config\.(kubernetes|k8s)\.io\//.test(key));
}
/** Whether an object has containers where only kustomize sees them. */
function hidesContainers(manifest) {
    const listed = (value) => {
        if (Array.isArray(value))
            return value.reduce((sum, item) => sum + listed(item), 0);
        if (!(0,sources_node/* isMapping */.pi)(value))
            return 0;
        return Object.entries(value).reduce((sum, [key, member]) => sum + (/^(init|ephemeral)?containers$/i.test(key) ? 1 : 0) + listed(member), 0);
    };
    const pod = (0,workload/* workloadOf */.R)(manifest)?.pod;
    const own = ['containers', 'initContainers'].filter((key) => pod?.get(key).value !== undefined);
    return listed(manifest.object) !== own.length;
}
/** A definition does where a webhook converts its objects. */
function speaksOfNamespaces({ object, node }) {
    return spokenOf.has((0,kinds/* groupKindOf */.zo)(object)) || node.get('spec', 'conversion').value !== undefined;
}
/** Whether our own reading of these files is what kustomize makes of them. */
function meansTheSame(manifests, kustomizations) {
    const says = (key) => kustomizations.some((each) => each.get(key).value !== undefined);
    if (manifests.some(isMarked))
        return false;
    if (says('images') && manifests.some(hidesContainers))
        return false;
    return !says('namespace') || !manifests.some(speaksOfNamespaces);
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
    const { namespace, labels, images } = kustomization;
    if (namespace === undefined && Object.keys(labels).length === 0 && images.length === 0)
        return manifests;
    return manifests.map((manifest) => (0,manifests_image/* mapImages */.Di)(withMetadata(manifest, kustomization), (image) => (0,manifests_image/* overridden */.Je)(image, kustomization.images)));
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/folder.js
/** The objects that a folder or a kustomization describes, each with its place in the files. */

















/** What comes of it; nothing when it fails, which is a problem then. */
function folder_attempt(reading, work) {
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
    return folder_attempt(reading, () => {
        const text = (0,checkout/* readSource */.o$)(reading.workspace, file, named);
        reading.files[file] = text;
        return (0,yaml/* readYaml */.g)(text, file);
    });
}
function completeManifests(reading, documents) {
    return documents
        .flatMap((document) => folder_attempt(reading, () => (0,manifests_manifest/* objectsIn */.Qv)(document)))
        .flatMap((node) => folder_attempt(reading, () => [(0,manifests_manifest/* completeManifest */.FF)(node)]));
}
function readFile(reading, file, named) {
    return completeManifests(reading, readDocuments(reading, file, named));
}
/** So many files that are not read are named; of more it is said how many there are. */
const MOST_NAMED = 10;
function notRead(folder, passed) {
    if (passed.length === 0)
        return [];
    const named = passed.slice(0, MOST_NAMED).join(', ');
    const more = passed.length > MOST_NAMED ? `, and ${passed.length - MOST_NAMED} more` : '';
    return [
        (0,finding/* finding */.gk)({
            rule: 'not-read',
            severity: 'notice',
            verdict: 'fail',
            message: `What stands beside the manifests in ${folder} is not read: ${named}${more}.`,
            why: 'As for kubectl, manifests are files that end in .yaml, .yml or .json; and what tools make (dist, node_modules, .terraform) is nobody\u2019s manifest.',
            fix: 'Rename or move what is to be released; nothing is to be done about the rest.',
        }, folder),
    ];
}
/** Every file in the folder and beneath it, as `kubectl apply --recursive` takes them. */
function readFolder(reading, path) {
    const passed = [];
    const files = filesUnder(reading.workspace, path, /\.(?:ya?ml|json)$/, {
        refuse: (failure) => reading.problems.push(failure),
        passOver: (each) => passed.push(each),
    });
    reading.findings.push(...notRead(path, passed));
    const charts = files.filter((file) => isChart(reading, file)).map((file) => external_node_path_.posix.dirname(file));
    reading.problems.push(...charts.map(unrenderedChart));
    const written = files.filter((file) => !charts.some((chart) => chart === '.' || file.startsWith(`${chart}/`)));
    return written.flatMap((file) => {
        if (!isKustomization(file))
            return readFile(reading, file);
        const folder = external_node_path_.posix.dirname(file);
        reading.problems.push(new failure/* Failure */.HR({
            code: 'MANIFEST_INVALID',
            what: `This is a kustomization, and ${path} is read as a folder of manifests.`,
            why: `Of a folder that holds no kustomization itself every file is released, and those in ${folder} would be twice.`,
            fix: `Name ${folder} in \`manifests:\`, or give ${path} a kustomization that includes it.`,
            source: { file, line: 1, column: 1 },
        }));
        return [];
    });
}
/** Whether a file says that its folder is a chart of Helm, which nobody has rendered. */
function isChart(reading, file) {
    if (external_node_path_.posix.basename(file) !== 'Chart.yaml')
        return false;
    return readDocuments(reading, file).every(({ value }) => (0,sources_node/* isMapping */.pi)(value) && value['kind'] === undefined);
}
function unrenderedChart(folder) {
    return new failure/* Failure */.HR({
        code: 'MANIFEST_INVALID',
        what: `${folder} is a chart of Helm, which is to become manifests.`,
        fix: `Render it in a step before (\`helm template <release> ${folder} --namespace <namespace> --output-dir rendered\`), and pass the folder of what came out.`,
        source: { file: `${folder}/Chart.yaml`, line: 1, column: 1 },
    });
}
/** By our own reading, which asks for no program; of a kustomization that says nothing but what is understood. */
function readUnderstood(reading, path) {
    const { workspace } = reading;
    if ((0,checkout/* kindWithin */.op)(workspace, path) === 'file')
        return readFile(reading, path);
    const file = kustomizationIn(workspace, path);
    const [document] = file === undefined ? [] : readDocuments(reading, file);
    if (document === undefined)
        return [];
    const kustomization = kustomizationOf(document);
    return kustomize(kustomization, kustomization.resources.flatMap((resource) => readUnderstood(reading, resource.path)));
}
/** What is written in the files of kustomizations, before they do anything with it. */
function rawManifests(reading, { files }) {
    return [...files.keys()].filter((file) => !isKustomization(file)).flatMap((file) => readFile(reading, file));
}
function readKustomization(reading, folder, path) {
    const references = referencesOf(reading.workspace, folder);
    reading.problems.push(...references.problems);
    if (references.problems.length > 0)
        return [];
    for (const [file, bytes] of references.files)
        reading.files[file] = bytes.toString('utf8');
    const { kustomizations } = references;
    if (kustomizations.every(isUnderstood)) {
        const before = reading.problems.length;
        const raw = rawManifests(reading, references);
        if (reading.problems.length > before)
            return [];
        if (meansTheSame(raw, kustomizations))
            return readUnderstood(reading, folder);
    }
    return folder_attempt(reading, () => {
        const { documents, by } = render(folder, references, path);
        reading.rendered.by = by;
        return completeManifests(reading, documents);
    });
}
/**
 * @param searched where kustomize is looked for, as PATH has it
 * @throws Failures of everything that is wrong with the files
 */
function readManifests(workspace, path, searched = '') {
    const reading = { workspace, files: {}, problems: [], rendered: {}, findings: [] };
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
    const isRendered = kind === 'folder' && kustomizationIn(workspace, normal) !== undefined;
    const readAsFiles = kind === 'file' ? readFile : readFolder;
    const written = isRendered ? readKustomization(reading, normal, searched) : readAsFiles(reading, normal);
    const scopeOf = (0,scope/* scopesAmong */.Cq)(written.map(({ object }) => object));
    const rendered = written.map((manifest) => (0,manifests_manifest/* placedManifest */.bX)(manifest, scopeOf));
    const addressOf = (0,address/* addressesAmong */.hQ)(rendered);
    const all = rendered.map((manifest) => ({ ...manifest, address: addressOf(manifest) }));
    const { manifests, findings, problems } = withoutHooks(all);
    reading.problems.push(...problems, ...(0,manifests_manifest/* duplicatesAmong */.zX)(manifests));
    (0,failure/* throwIfAny */.MI)(reading.problems);
    if (manifests.length === 0) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_MISSING',
            what: `There is no manifest in ${path}.`,
            why: 'Of nothing nobody can say whether it is deployed.',
            fix: 'Correct `manifests:`; manifests are files that end in .yaml, .yml or .json.',
        });
    }
    return {
        manifests,
        files: reading.files,
        renderedBy: reading.rendered.by,
        findings: [...reading.findings, ...findings],
    };
}
/** What may have been meant: the same repository elsewhere, or a name that is written alike. */
function meant(name, known) {
    const last = (image) => (0,manifests_image/* parseImage */.zZ)(image).name.split('/').at(-1);
    return known.find((each) => last(each) === last(name)) ?? (0,nearest/* nearest */.p)(name, known);
}
/** A failure for each image that is in no pod: what is not put in place would be deployed as the manifests say. */
function unmatched({ manifests }, images) {
    const known = [...new Set(manifests.flatMap(manifests_image/* imagesOf */.IC).map(({ name }) => name))].sort();
    return [...images.keys()]
        .filter((name) => !known.includes(name))
        .map((name) => {
        const near = meant(name, known);
        const all = known.length === 0 ? 'They use no image at all.' : `They use: ${known.join(', ')}.`;
        return new failure/* Failure */.HR({
            code: 'IMAGE_UNMATCHED',
            what: `The input \`images\` names ${name}, and no pod of the manifests uses it.`,
            why: 'It would be put in place of nothing, and what the manifests say would be deployed.',
            fix: near === undefined ? all : `Did you mean \`${near}\`? ${all}`,
        });
    });
}
/**
 * @param images container image name \u2192 reference by digest, put in place of whatever the manifests say
 * @throws Failures IMAGE_UNMATCHED of those that no pod uses
 */
function withImages(given, images) {
    if (images.size === 0)
        return given;
    (0,failure/* throwIfAny */.MI)(unmatched(given, images));
    return {
        ...given,
        manifests: given.manifests.map((manifest) => (0,manifests_image/* mapImages */.Di)(manifest, (image) => {
            const reference = images.get(image.name);
            return reference === undefined ? image : (0,manifests_image/* parseImage */.zZ)(reference);
        })),
    };
}


/***/ })

};
