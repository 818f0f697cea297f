export const id = "provision-selection";
export const ids = [217,47];
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
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var sources = __webpack_require__(7828);
;// CONCATENATED MODULE: ./build/actions/provision/src/stack/changed.js
/** Which stacks a change of files touches. */


/** What decides about every stack beneath the folder that it lies in. */
const versions = new Set(['.terraform-version', '.opentofu-version', '.tool-versions']);
function touchingFile({ folder, modules }, stacks, files, always) {
    const folders = [...new Set(modules.values())];
    return files.find((file) => {
        const place = external_node_path_.posix.dirname(file);
        if (versions.has(external_node_path_.posix.basename(file)))
            return place === '.' || place === folder || folder.startsWith(`${place}/`);
        return always.includes(file) || folders.some((each) => (0,sources/* isPartOf */.xm)(each, file, stacks));
    });
}
/**
 * The stacks whose code or modules changed, and those that build on them.
 * @param files changed ones, relative to the workspace
 * @param always files that every stack is made from, such as variable files
 */
function touchedBy({ stacks }, files, always) {
    const touched = new Map();
    const folders = stacks.map(({ folder }) => folder);
    // In their order: what a stack builds on was looked at before it.
    for (const stack of stacks) {
        const file = touchingFile(stack, folders, files, always);
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



/** @throws Failure PLAN_MISSING without a pull request */
async function commitOf(merged, world) {
    const commit = (await merged())?.headSha;
    if (commit !== undefined)
        return commit;
    throw new failure/* Failure */.HR({
        code: 'PLAN_MISSING',
        what: `No merged pull request brought commit ${world.run.sha.slice(0, 12)} to its branch, so no plan was saved for it.`,
        fix: 'Release by merging a pull request, or leave `plan-store` out for this run.',
    });
}
/** The same stacks on the pull request and after its merge: the files are those of the pull request both times. */
async function touchedStacks(asked, merged, github, world) {
    const { graph, stacks, varFiles } = asked;
    const number = world.run.pullRequest?.number ?? (await merged())?.number;
    if (number === undefined) {
        world.log.info('changed-only: this run belongs to no pull request, so every stack is planned');
        return stacks;
    }
    const files = await (0,pull_request/* changedFiles */.Y)(await github('changed-only'), number);
    const touched = touchedBy(graph, files, varFiles.map(({ file }) => file));
    const chosen = stacks.filter(({ name }) => touched.has(name));
    for (const { name } of chosen)
        world.log.info(`changed-only: ${name}, because of ${touched.get(name)}`);
    const rest = stacks.length - chosen.length;
    if (rest > 0)
        world.log.info(`changed-only: ${rest} of ${stacks.length} stacks are not touched`);
    return chosen;
}
/** @throws Failure PLAN_MISSING when no pull request is known that plans were kept for */
async function selection_select(asked, github, world) {
    let asking;
    const merged = () => {
        const need = asked.changedOnly ? 'changed-only' : 'plan-store';
        asking ??= github(need).then((client) => (0,pull_request.mergedPullRequest)(client, world.run));
        return asking;
    };
    const { planStore, ...rest } = asked;
    const commit = planStore === undefined ? undefined : (planStore.commit ?? (await commitOf(merged, world)));
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
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   uU: () => (/* binding */ blockLocator),
/* harmony export */   xm: () => (/* binding */ isPartOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(179);
/** The files that a stack is made of, and where in them its resources are declared. */




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
/**
 * Path → sha256 of every file that a stack and its modules are made of.
 * @param stacks the folders of all stacks
 */
function sourcesOf(code, { modules }, stacks) {
    const files = [...new Set(modules.values())].flatMap((folder) => (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_3__/* .filesUnder */ .m)(code.workspace, folder, /./).filter((file) => isPartOf(folder, file, stacks)));
    return Object.fromEntries([...new Set(files)].sort().map((file) => [
        file,
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
            .update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(code.workspace, file)))
            .digest('hex'),
    ]));
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
/* harmony export */   Y: () => (/* binding */ changedFiles),
/* harmony export */   mergedPullRequest: () => (/* binding */ mergedPullRequest)
/* harmony export */ });
/* unused harmony export pullRequestOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);


const PullRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        repo: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }),
    }),
});
/**
 * The merged pull request that brought a commit to a branch, if one did.
 * @param branch the repository's default branch unless given; a pull request into another one does not count.
 */
async function pullRequestOf(github, sha, branch) {
    const pulls = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        parameters: { commit_sha: sha },
        needs: 'pull-requests: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(PullRequest),
    }, (page) => page);
    const name = `${github.owner}/${github.repo}`.toLowerCase();
    const merged = pulls.flatMap(({ base, merged_at, ...pull }) => {
        const here = base.repo.full_name.toLowerCase() === name;
        const into = base.ref === (branch ?? base.repo.default_branch);
        return merged_at !== null && here && into ? [{ ...pull, mergedAt: merged_at }] : [];
    });
    const found = merged.find((pull) => pull.merge_commit_sha === sha) ?? (merged.length === 1 ? merged[0] : undefined);
    return found && { number: found.number, headSha: found.head.sha, mergedAt: found.mergedAt };
}
/** The pull request whose merge a run is for; undefined when it belongs to none. */
function mergedPullRequest(github, { sha, ref }) {
    return pullRequestOf(github, sha, /^refs\/heads\/(.+)$/.exec(ref)?.[1]);
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



/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform']);
function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function walk(root, folder, matches) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })
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
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(relative) || relative === '..' || relative.startsWith('../')) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, relative), { throwIfNoEntry: false });
    if (found === undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_MISSING',
            what: `The path ${path} does not exist.`,
            fix: 'Correct it, and make sure that the repository is checked out.',
        });
    }
    return found.isDirectory() ? walk(root, relative, matches) : [relative];
}


/***/ })

};
