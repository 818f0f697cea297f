export const id = "toolkit-github-check-run";
export const ids = ["toolkit-github-check-run"];
export const modules = {

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LONGEST_TEXT: () => (/* binding */ LONGEST_TEXT),
/* harmony export */   checkRun: () => (/* binding */ checkRun),
/* harmony export */   checkRunsOf: () => (/* binding */ checkRunsOf),
/* harmony export */   makeCheckRun: () => (/* binding */ makeCheckRun)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);
/** Check runs of a commit. Only workflows can make one, each with the token of its own job. */

/** The most bytes that GitHub takes for a check run's text and for its summary. */
const LONGEST_TEXT = 65_535;
const CheckRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    completed_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    output: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() }),
});
/**
 * Always a new one, of which GitHub shows the newest of each name: it refuses to change the conclusion of an older one,
 * and what was shown before stays on record.
 * @returns its id
 */
async function makeCheckRun(github, made) {
    const { name, headSha, conclusion, title, summary, text } = made;
    const fits = Buffer.byteLength(summary) <= LONGEST_TEXT;
    const { id } = await github.call({
        route: 'POST /repos/{owner}/{repo}/check-runs',
        parameters: {
            name,
            head_sha: headSha,
            status: 'completed',
            conclusion,
            output: {
                title,
                summary: fits ? summary : 'The plan is too long to show here; the step summary has all of it.',
                text,
            },
        },
        needs: 'checks: write',
        answer: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }),
    });
    return id;
}
/** The check runs of a name on a commit, the newest first. */
async function checkRunsOf(github, headSha, name) {
    const runs = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        parameters: { ref: headSha, check_name: name, status: 'completed', filter: 'all' },
        needs: 'checks: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ check_runs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(CheckRun) }),
    }, ({ check_runs }) => check_runs);
    return runs
        .filter((run) => run.name === name && run.head_sha === headSha && run.status === 'completed')
        .sort((a, b) => b.id - a.id);
}
function checkRun(github, id) {
    return github.call({
        route: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
        parameters: { check_run_id: id },
        needs: 'checks: read',
        answer: CheckRun,
    });
}


/***/ })

};
