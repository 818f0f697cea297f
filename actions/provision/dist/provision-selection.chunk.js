export const id = "provision-selection";
export const ids = [6217,1047];
export const modules = {

/***/ 9181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  select: () => (/* binding */ selection_select)
});

// EXTERNAL MODULE: ./build/toolkit/github/pull-request.js
var pull_request = __webpack_require__(2846);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var sources = __webpack_require__(7828);
;// CONCATENATED MODULE: ./build/actions/provision/src/stack/changed.js
/** Which stacks a change of files touches. */



/** What decides about every stack beneath the folder that it lies in. */
const versions = new Set(['.terraform-version', '.opentofu-version', '.tool-versions']);
function touchingFile({ folder, modules }, stacks, files, always, behind) {
    const folders = [...new Set(modules.values()), ...behind.folders];
    return files.find((file) => {
        const place = external_node_path_.posix.dirname(file);
        if (versions.has(external_node_path_.posix.basename(file)))
            return place === '.' || place === folder || folder.startsWith(`${place}/`);
        return (always.includes(file) || behind.files.has(file) || folders.some((each) => (0,sources/* isPartOf */.xm)(each, file, stacks)));
    });
}
/** A file under the name that it is given, and under its own. */
function namesOf(workspace, file) {
    try {
        return [external_node_path_.posix.normalize(file), (0,sources/* realPath */.Ye)(workspace, file)];
    }
    catch (error) {
        if (error instanceof checkout/* Unreadable */.IO)
            return [external_node_path_.posix.normalize(file)];
        throw error;
    }
}
/**
 * The stacks whose code or modules changed, and those that build on them. GitHub tells files by their own names: what is
 * read through a link has another one. A stack of which it cannot be told what it is made of is touched.
 * @param files changed ones, relative to the workspace
 * @param always files that every stack is made from, such as variable files
 */
function touchedBy({ stacks }, files, always, code) {
    const touched = new Map();
    const folders = stacks.map(({ folder }) => folder);
    const known = always.flatMap((file) => namesOf(code.workspace, file));
    // In their order: what a stack builds on was looked at before it.
    for (const stack of stacks) {
        const behind = (0,sources/* behindLinks */.Kp)(code, stack, folders);
        const file = behind === undefined ? stack.folder : touchingFile(stack, folders, files, known, behind);
        const below = stack.dependsOn.find(({ to }) => touched.has(to));
        if (file !== undefined)
            touched.set(stack.name, file);
        else if (below !== undefined)
            touched.set(stack.name, below.to);
    }
    return touched;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/selection.js
/** What only GitHub knows of a run: the pull request that it is for, and which stacks that touches. */


/** The same stacks on the pull request and after its merge: the files are those of the pull request both times. */
async function touchedStacks(asked, merged, github, world) {
    const { code, graph, stacks, varFiles } = asked;
    const number = world.run.pullRequest?.number ?? (await merged())?.number;
    if (number === undefined) {
        world.log.info('changed-only: this run belongs to no pull request, so every stack is planned');
        return stacks;
    }
    const files = await (0,pull_request/* changedFiles */.Y)(await github('changed-only'), number);
    if (files.length === 0) {
        world.log.info('changed-only: the pull request changes no file, so every stack is planned');
        return stacks;
    }
    const touched = touchedBy(graph, files, varFiles.map(({ file }) => file), code);
    const chosen = stacks.filter(({ name }) => touched.has(name));
    for (const { name } of chosen)
        world.log.info(`changed-only: ${name}, because of ${touched.get(name)}`);
    const rest = stacks.length - chosen.length;
    if (rest > 0)
        world.log.info(`changed-only: ${rest} of ${stacks.length} stacks are not touched`);
    return chosen;
}
/** @param reviewed what was shown of it, when it is to be applied: plans are taken from nowhere else */
async function selection_select(asked, reviewed, github, world) {
    let asking;
    const merged = () => {
        asking ??= github('changed-only').then((client) => (0,pull_request.mergedPullRequest)(client, world.run));
        return asking;
    };
    const { planStore, ...rest } = asked;
    const commit = planStore?.commit ?? reviewed?.commit;
    return {
        ...rest,
        ...(planStore === undefined || commit === undefined ? {} : { planStore: { ...planStore, commit } }),
        stacks: asked.changedOnly ? await touchedStacks(asked, merged, github, world) : asked.stacks,
    };
}


/***/ }),

/***/ 7828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ LARGEST_SOURCE),
/* harmony export */   Kp: () => (/* binding */ behindLinks),
/* harmony export */   L_: () => (/* binding */ automaticFiles),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   uU: () => (/* binding */ blockLocator),
/* harmony export */   xm: () => (/* binding */ isPartOf),
/* harmony export */   xq: () => (/* binding */ automaticVariables)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(179);
/** The files that a stack is made of, and where in them its resources are declared. */






/** Bytes; archives of programs are among what code uploads. */
const LARGEST_SOURCE = 512 * 1024 * 1024;
/** Everything in a folder counts: templates and policies are read by the code. What tests leave behind does not. */
const GENERATED = /^(?:errored\.tfstate|.*\.tfplan|\.terraform\.tfstate\.lock\.info|crash\.log)$/;
/**
 * Whether a file in or beneath a folder of code can decide what is planned with it: not what explains, shows or tests
 * it, and not what belongs to a stack within it.
 */
function isPartOf(folder, file, stacks) {
    const beneath = (outer, path) => outer === '.' || path.startsWith(`${outer}/`);
    if (!beneath(folder, file))
        return false;
    const inner = folder === '.' ? file : file.slice(folder.length + 1);
    if (/^(?:examples|tests)\//.test(inner) || /\.(?:md|tftest\.hcl)$/.test(inner) || GENERATED.test(inner))
        return false;
    return !stacks.some((other) => other !== folder && beneath(folder, other) && beneath(other, file));
}
/** Values of variables: they may be secret, whatever file they are in. */
const VARIABLES = /\.tfvars(?:\.json)?$/;
/** Those that the tool reads without being told to. See "Variable Definitions (.tfvars) Files". */
const AUTOMATIC = /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/;
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/**
 * Path \u2192 sha256 of every file that a stack and its modules are made of, beside the values of its variables.
 * @param stacks the folders of all stacks
 */
function sourcesOf(code, { modules }, stacks) {
    const files = [...new Set(modules.values())].flatMap((folder) => (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__/* .filesUnder */ .m)(code.workspace, folder, /./).filter((file) => isPartOf(folder, file, stacks) && !VARIABLES.test(file)));
    return Object.fromEntries([...new Set(files)]
        .sort()
        .map((file) => [file, sha256((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .readSourceBytes */ .ht)(code.workspace, file, { largest: LARGEST_SOURCE }))]));
}
/** The path without links, relative to the workspace. @throws Unreadable */
function realPath(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .placeWithin */ .xF)(workspace, '.'), (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .placeWithin */ .xF)(workspace, path)) || '.';
}
/**
 * Where the links of a stack and its modules lead.
 * @param stacks the folders of all stacks
 * @returns undefined when one leads out of the checkout, or nowhere: to plan the stack says which
 */
function behindLinks({ workspace }, { modules }, stacks) {
    const files = new Set();
    const folders = new Set();
    const follow = (path, found) => {
        const place = realPath(workspace, path);
        if (place !== path)
            found.add(place);
    };
    try {
        for (const folder of new Set(modules.values())) {
            follow(folder, folders);
            for (const file of (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__/* .filesUnder */ .m)(workspace, folder, /./)) {
                if (!isPartOf(folder, file, stacks))
                    continue;
                follow(file, files);
                follow(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(file), folders);
            }
        }
        return { files, folders };
    }
    catch (error) {
        if (error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .Unreadable */ .IO || (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(error).length > 0)
            return undefined;
        throw error;
    }
}
/** The files with values of variables that the tool reads in the folder of a stack, relative to the workspace. */
function automaticFiles(workspace, folder) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, folder));
    }
    catch {
        return [];
    }
    return names
        .filter((name) => AUTOMATIC.test(name))
        .sort()
        .map((name) => (folder === '.' ? name : `${folder}/${name}`));
}
/** Path \u2192 sha256 of the same. */
function automaticVariables({ workspace }, { folder }) {
    return Object.fromEntries(automaticFiles(workspace, folder).map((file) => [file, sha256((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .readSourceBytes */ .ht)(workspace, file))]));
}
const blockOf = /^(\w+)((?: "[^"]*")*)$/;
/** Where a resource or output is declared: its block in the code of its module. */
function blockLocator(code, { modules }) {
    return (module, header) => {
        const folder = modules.get(module.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, ''));
        const [, type = '', labels = ''] = blockOf.exec(header) ?? [];
        if (folder === undefined || type === '')
            return undefined;
        const wanted = labels.trim().replaceAll('"', '').split(' ');
        const found = code
            .declarations(folder)
            .find(({ block }) => block.type === type && block.labels.join(' ') === wanted.join(' '));
        return found === undefined ? undefined : { file: found.file, line: found.block.line };
    };
}


/***/ }),

/***/ 2846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ mergedPullRequests),
/* harmony export */   Y: () => (/* binding */ changedFiles),
/* harmony export */   mergedPullRequest: () => (/* binding */ mergedPullRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);


const PullRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        repo: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }),
    }),
});
/**
 * The merged pull requests that brought the commit of a run to its branch, the youngest first: the one whose merge made
 * it, or several of which one contains the others; else the only one that holds it, as after a rebase.
 *
 * The branch is the repository's default branch for a run of no branch. A pull request into another branch, or of
 * another repository of the same name, does not count.
 */
async function mergedPullRequests(github, { sha, ref, repositoryId }) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
    const pulls = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        parameters: { commit_sha: sha },
        needs: 'pull-requests: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(PullRequest),
    }, (page) => page);
    const merged = pulls.flatMap(({ number, head, base, merged_at: mergedAt, merge_commit_sha }) => {
        const here = String(base.repo.id) === repositoryId;
        const into = base.ref === (branch ?? base.repo.default_branch);
        if (mergedAt === null || !here || !into)
            return [];
        return [{ number, headSha: head.sha, base: base.ref, mergedAt, madeIt: merge_commit_sha === sha }];
    });
    const made = merged.filter(({ madeIt }) => madeIt);
    const found = made.length > 0 ? made : merged.length === 1 ? merged : [];
    return found.map(({ madeIt: _, ...pull }) => pull).toSorted((a, b) => b.number - a.number);
}
/** The one pull request whose merge a run is for; undefined when it belongs to none, or to several. */
async function mergedPullRequest(github, run) {
    const [found, ...others] = await mergedPullRequests(github, run);
    return others.length === 0 ? found : undefined;
}
/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3_000;
/**
 * The files that a pull request adds, changes, renames or removes; of a renamed one both paths.
 * @throws Failure TOO_MANY_FILES when GitHub may not have listed them all.
 */
async function changedFiles(github, pullRequest) {
    const files = await github.all({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
        parameters: { pull_number: pullRequest },
        needs: 'pull-requests: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ filename: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), previous_filename: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })),
    }, (page) => page);
    if (files.length >= MOST_FILES) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'TOO_MANY_FILES',
            what: `It cannot be told which files pull request #${pullRequest} changes.`,
            why: `GitHub lists only the first ${MOST_FILES.toLocaleString('en')}.`,
            fix: 'Split the pull request, or run without limiting the step to changed files.',
        });
    }
    return files.flatMap(({ filename, previous_filename }) => previous_filename === undefined ? [filename] : [filename, previous_filename]);
}


/***/ }),

/***/ 179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ filesUnder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);




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
        const place = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, folder);
        if (this.#walked.has(place))
            return;
        this.#walked.add(place);
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(place, { withFileTypes: true }).sort(byName)) {
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
                this.#attempt(path, () => (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(this.#root, path));
        }
    }
    #link(path, name) {
        this.#attempt(path, () => {
            const kind = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(this.#root, path);
            if (kind === 'folder') {
                if (skipped.has(name) || this.#isPassedOver(path))
                    this.#leftOut.passOver(`${path}/`);
                else
                    this.#links.push(path);
            }
            else if (this.#matches.test(name)) {
                if (kind === undefined)
                    throw new _checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO('missing', 'it leads nowhere');
                this.files.push(path);
            }
            else
                this.#leftOut.passOver(path);
        });
    }
    /** What a tool put there is not seen through a link either; and one to a folder that it is in is a circle. */
    #isPassedOver(path) {
        const root = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, '.');
        const target = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, path);
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), 'link');
        const parts = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, target).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        return link.startsWith(target + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || parts.some((part) => skipped.has(part));
    }
    #attempt(path, work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
                this.#leftOut.refuse(error);
            else if (error instanceof _checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO)
                this.#leftOut.refuse((0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadableFailure */ .S0)(path, error));
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
    const normal = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const kind = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(root, normal);
    if (kind === undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
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


/***/ })

};
