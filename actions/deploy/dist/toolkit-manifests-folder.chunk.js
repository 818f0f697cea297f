export const id = "toolkit-manifests-folder";
export const ids = ["toolkit-manifests-folder"];
export const modules = {

/***/ 5752:
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
// EXTERNAL MODULE: ./build/toolkit/manifests/image.js
var manifests_image = __webpack_require__(9573);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
// EXTERNAL MODULE: ./build/toolkit/sources/node.js
var sources_node = __webpack_require__(3778);
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
    const { namespace, labels, images } = kustomization;
    if (namespace === undefined && Object.keys(labels).length === 0 && images.length === 0)
        return manifests;
    return manifests.map((manifest) => (0,manifests_image/* mapImages */.Di)(withMetadata(manifest, kustomization), (image) => (0,manifests_image/* overridden */.Je)(image, kustomization.images)));
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
            throw refused('KUSTOMIZATION_CIRCLE', `${path} includes itself, by way of ${way.join(' \u2192 ')}.`, 'Remove one of the two.');
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
