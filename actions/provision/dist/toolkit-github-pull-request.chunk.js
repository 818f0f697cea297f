export const id = "toolkit-github-pull-request";
export const ids = ["toolkit-github-pull-request"];
export const modules = {

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


/***/ })

};
