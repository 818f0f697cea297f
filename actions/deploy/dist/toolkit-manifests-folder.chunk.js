export const id = "toolkit-manifests-folder";
export const ids = ["toolkit-manifests-folder"];
export const modules = {

/***/ 1123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   YE: () => (/* binding */ KubernetesObject),
/* harmony export */   ci: () => (/* binding */ addressOf)
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
/** `onex-dev/Deployment/onex-api`, or `Namespace/onex-dev` outside of namespaces. */
function addressOf({ kind, namespace, name }) {
    return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}


/***/ }),

/***/ 6572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kustomizationIn: () => (/* binding */ kustomizationIn),
  readFile: () => (/* binding */ readFile),
  readFolder: () => (/* binding */ readFolder),
  readManifests: () => (/* binding */ readManifests),
  withImages: () => (/* binding */ withImages)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/object.js
var kubernetes_object = __webpack_require__(1123);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/sources/files.js



/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform']);
function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function walk(root, folder, matches) {
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true })
        .sort(byName)
        .flatMap((entry) => {
        const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
        // Links are not followed: they may lead out of the checkout, or in circles.
        if (entry.isDirectory())
            return skipped.has(entry.name) ? [] : walk(root, path, matches);
        return entry.isFile() && matches.test(entry.name) ? [path] : [];
    });
}
/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`.
 * A path that is itself a file is taken whatever its name.
 * @throws Failure PATH_OUTSIDE or PATH_MISSING.
 */
function filesUnder(root, path, matches) {
    const relative = external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (external_node_path_.posix.isAbsolute(relative) || relative === '..' || relative.startsWith('../')) {
        throw new failure/* Failure */.HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const found = (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, relative), { throwIfNoEntry: false });
    if (found === undefined) {
        throw new failure/* Failure */.HR({
            code: 'PATH_MISSING',
            what: `The path ${path} does not exist.`,
            fix: 'Correct it, and make sure that the repository is checked out.',
        });
    }
    return found.isDirectory() ? walk(root, relative, matches) : [relative];
}

// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 3 modules
var yaml = __webpack_require__(6706);
;// CONCATENATED MODULE: ./build/toolkit/manifests/document.js
/** One object of a file, with its place; and how files are read. */





function readDocuments(reading, file) {
    try {
        const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(reading.workspace, file), 'utf8');
        reading.files[file] = text;
        return (0,yaml/* readYaml */.g)(text, file);
    }
    catch (error) {
        const known = (0,failure/* failuresIn */.xM)(error);
        if (known.length === 0)
            throw error;
        reading.problems.push(...known);
        return [];
    }
}
function manifestOf(object, document) {
    return {
        object,
        address: (0,kubernetes_object/* addressOf */.ci)((0,kubernetes_object/* referenceTo */.Po)(object)),
        source: document.locate([]),
        locate: document.locate,
    };
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/image-override.js
/** The name of an image reference, without tag and digest. */
function imageName(reference) {
    const [withoutDigest = ''] = reference.split('@');
    const slash = withoutDigest.lastIndexOf('/');
    const colon = withoutDigest.indexOf(':', slash + 1);
    return colon === -1 ? withoutDigest : withoutDigest.slice(0, colon);
}
/** The object with every `image:` of a container replaced that `replace` knows. */
function mapImages(object, replace) {
    const visit = (value, within) => {
        if (Array.isArray(value)) {
            const containers = within === 'containers' || within === 'initContainers';
            return value.map((item) => {
                const visited = visit(item, '');
                if (!containers || typeof visited !== 'object' || visited === null || !('image' in visited))
                    return visited;
                return typeof visited.image === 'string' ? { ...visited, image: replace(visited.image) } : visited;
            });
        }
        if (typeof value === 'object' && value !== null) {
            return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member, key)]));
        }
        return value;
    };
    return visit(object, ''); // same shape: only texts were replaced
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
;// CONCATENATED MODULE: ./build/toolkit/manifests/render.js
/**
 * The part of kustomize that only brings files together and sets what belongs to a place: resources, namespace,
 * labels and images. Whatever else a kustomization asks for is refused, so that nothing is silently left out.
 */






const Kustomization = schemas/* strictObject */.rej({
    apiVersion: schemas/* string */.YjP().optional(),
    kind: schemas/* string */.YjP().optional(),
    resources: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    namespace: schemas/* string */.YjP().optional(),
    labels: schemas/* array */.YOg(schemas/* strictObject */.rej({
        pairs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
        includeSelectors: schemas/* literal */.euz(false).optional(),
    }))
        .default([]),
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        newName: schemas/* string */.YjP().optional(),
        newTag: schemas/* string */.YjP().optional(),
        digest: schemas/* string */.YjP().optional(),
    }))
        .default([]),
});
function readKustomization(reading, file) {
    const [document] = readDocuments(reading, file);
    if (document === undefined)
        return undefined;
    const parsed = Kustomization.safeParse(document.value);
    if (!parsed.success) {
        for (const issue of parsed.error.issues) {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
            const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
            reading.problems.push(new failure/* Failure */.HR({
                code: 'KUSTOMIZATION_UNSUPPORTED',
                what: unknown.length > 0
                    ? `This kustomization uses ${unknown.join(', ')}.`
                    : `${path.join('.')}: ${issue.message}.`,
                why: 'Understood are resources, namespace, labels (without selectors) and images.',
                fix: 'Write it with these, or render it with kustomize first and pass the folder of what came out.',
                source: document.locate(unknown[0] === undefined ? path : [...path, unknown[0]]),
            }));
        }
        return undefined;
    }
    const folder = external_node_path_.posix.dirname(file);
    return {
        ...parsed.data,
        resources: parsed.data.resources.map((resource, index) => ({
            path: external_node_path_.posix.normalize(external_node_path_.posix.join(folder, resource)).replace(/\/$/, ''),
            source: document.locate(['resources', index]),
        })),
    };
}
/** Kinds outside of namespaces; a kustomization's namespace does not touch them. */
const clusterKinds = new Set([
    'APIService',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
]);
function withMetadata(object, { namespace, labels }) {
    const pairs = Object.assign({}, ...labels.map((each) => each.pairs));
    const metadata = {
        ...object.metadata,
        ...(namespace === undefined || clusterKinds.has(object.kind) ? {} : { namespace }),
        ...(Object.keys(pairs).length === 0 ? {} : { labels: { ...object.metadata.labels, ...pairs } }),
    };
    return { ...object, metadata };
}
function kustomize(kustomization, manifests) {
    const overrides = new Map(kustomization.images.map((image) => [image.name, image]));
    const replace = (image) => {
        const override = overrides.get(imageName(image));
        if (override === undefined)
            return image;
        const name = override.newName ?? override.name;
        if (override.digest !== undefined)
            return `${name}@${override.digest}`;
        return override.newTag === undefined
            ? `${name}${image.slice(imageName(image).length)}`
            : `${name}:${override.newTag}`;
    };
    return manifests.map((manifest) => {
        const object = mapImages(withMetadata(manifest.object, kustomization), replace);
        return { ...manifest, object, address: (0,kubernetes_object/* addressOf */.ci)((0,kubernetes_object/* referenceTo */.Po)(object)) };
    });
}

;// CONCATENATED MODULE: ./build/toolkit/manifests/folder.js
/** The objects that a folder or a kustomization describes, each with its place in the files. */









const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
function kustomizationIn(workspace, folder) {
    return kustomizationNames
        .map((name) => external_node_path_.posix.join(folder, name))
        .find((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, file)));
}
/** The objects of one file; a `List` is taken apart. */
function readFile(reading, file) {
    return readDocuments(reading, file).flatMap((document) => {
        const parsed = kubernetes_object/* KubernetesObject */.YE.safeParse(document.value);
        if (parsed.success)
            return [manifestOf(parsed.data, document)];
        reading.problems.push(new failure/* Failure */.HR({
            code: 'MANIFEST_INVALID',
            what: `This is no Kubernetes object: ${errors/* prettifyError */.S1(parsed.error).replace(/\s+/g, ' ')}.`,
            fix: 'Give it apiVersion, kind and metadata.name, or move the file out of the manifests.',
            source: document.locate([]),
        }));
        return [];
    });
}
/** A kustomization when the folder has one, else every YAML file in it and beneath it. */
function readFolder(reading, path) {
    const absolute = (0,external_node_path_.join)(reading.workspace, path);
    if ((0,external_node_fs_.statSync)(absolute).isFile())
        return readFile(reading, path);
    const file = kustomizationIn(reading.workspace, path);
    if (file === undefined) {
        return filesUnder(reading.workspace, path, /\.ya?ml$/).flatMap((each) => readFile(reading, each));
    }
    const kustomization = readKustomization(reading, file);
    if (kustomization === undefined)
        return [];
    return kustomize(kustomization, kustomization.resources.flatMap((resource) => readResource(reading, resource)));
}
function readResource(reading, { path, source }) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(reading.workspace, path)))
        return readFolder(reading, path);
    reading.problems.push(new failure/* Failure */.HR({
        code: 'MANIFEST_MISSING',
        what: `${path} does not exist.`,
        fix: 'Correct the path, or add the file.',
        source,
    }));
    return [];
}
/** @throws Failures of everything that is wrong with the files */
function readManifests(workspace, path) {
    const reading = { workspace, files: {}, problems: [] };
    const normal = external_node_path_.posix.normalize(path).replace(/\/$/, '');
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, normal))) {
        throw new failure/* Failure */.HR({
            code: 'MANIFEST_MISSING',
            what: `The manifests ${path} do not exist.`,
            fix: 'Check out the repository first, or correct `manifests:`.',
        });
    }
    const manifests = readFolder(reading, normal);
    const seen = new Map();
    for (const manifest of manifests) {
        const key = `${manifest.object.apiVersion} ${manifest.address}`;
        const other = seen.get(key);
        if (other === undefined)
            seen.set(key, manifest);
        else {
            reading.problems.push(new failure/* Failure */.HR({
                code: 'MANIFEST_DUPLICATE',
                what: `${manifest.address} is also in ${other.source.file}:${other.source.line}.`,
                fix: 'Keep one of them.',
                source: manifest.source,
            }));
        }
    }
    (0,failure/* throwIfAny */.MI)(reading.problems);
    return { manifests, files: reading.files };
}
/** @param images container image name → reference by digest, put in place of whatever the manifests say */
function withImages(given, images) {
    if (images.size === 0)
        return given;
    const replace = (image) => images.get(imageName(image)) ?? image;
    return {
        ...given,
        manifests: given.manifests.map((manifest) => ({
            ...manifest,
            object: mapImages(manifest.object, replace),
        })),
    };
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

;// CONCATENATED MODULE: ./build/toolkit/sources/dialect.js
/** How plain scalars become values in the two kinds of YAML that this repository reads. */

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Beyond it, kubectl takes an integer for a floating-point number. */
const UINT64_MAX = 2 ** 64;
function integerOf(text) {
    const [whole, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(text.replaceAll('_', '')) ?? [];
    if (whole === undefined || text.startsWith('_'))
        return undefined;
    const digits = [
        [hexadecimal, 16],
        [binary, 2],
        [octal, 8],
        [decimal, 10],
    ];
    const [known, base] = digits.find(([value]) => value !== undefined) ?? ['0', 10];
    const value = Number.parseInt(known ?? '0', base);
    return sign === '-' && value !== 0 ? -value : value;
}
/**
 * An integer between 2^53 and 2^64 has no exact number here. It stays text, so that the API server refuses it where
 * it wants a number; rounding it would apply another value than was written.
 */
function numberOf(text) {
    const integer = integerOf(text);
    if (integer !== undefined && Math.abs(integer) < UINT64_MAX)
        return Number.isSafeInteger(integer) ? integer : js_yaml/* NOT_RESOLVED */.Hg;
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

/** Text offset → line and column. */
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
/** For each document: path → offset of its key or item. Keys are named as they are written. */
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
    [/^bad indentation|^deficient indentation/, 'Align it with its siblings.'],
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
