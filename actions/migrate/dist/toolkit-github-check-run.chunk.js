export const id = "toolkit-github-check-run";
export const ids = ["toolkit-github-check-run"];
export const modules = {

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findReview: () => (/* binding */ findReview),
/* harmony export */   publishReview: () => (/* binding */ publishReview)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _model_review_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3067);
/**
 * The reviewed plan as a check run on the pull request's head commit. Only GitHub Actions can write one with
 * the workflow's token, while anyone with write access can edit a comment: so this is what `apply` trusts.
 */





/** The most bytes that GitHub takes for a check run's text and for its summary. */
const LONGEST = 65_535;
/** A longer name ends in a hash of what it lacks. */
const LONGEST_NAME = 200;
/** Unpacked reviews are never larger: a packed one cannot exhaust the memory. */
const LONGEST_REVIEW = 32 * 1024 * 1024;
/** Only its own token makes a check run of this app. */
const APP = 'github-actions';
const CheckRun = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    completed_at: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    app: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() }).nullable(),
    output: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ text: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable() }),
});
const StrictReview = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._model_review_js__WEBPACK_IMPORTED_MODULE_3__/* .Review */ .p_.shape,
    changes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej(_model_review_js__WEBPACK_IMPORTED_MODULE_3__/* .Review */ .p_.shape.changes.element.shape)),
});
function nameOf(step, target) {
    const name = `omninode ${step}: ${target.replace(/\s+/g, ' ')}`;
    if (name.length <= LONGEST_NAME)
        return name;
    return `${name.slice(0, LONGEST_NAME - 13).toWellFormed()}~${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 12)}`;
}
/** JSON of ASCII characters alone: each is one byte, and nothing on its way changes it. */
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
const NOTE = 'What `apply` compares with, made by this run:';
/**
 * JSON that people can read (about 350 changes), else packed (about 1,000), else without its changes: then an
 * apply must equal the reviewed plan as a whole, and a run that was cut off cannot be continued.
 */
function encode(review) {
    const plain = `${NOTE}\n\n\`\`\`json\n${asciiJson(review)}\n\`\`\``;
    if (plain.length <= LONGEST)
        return plain;
    const packed = `${NOTE}\n\n\`\`\`gzip\n${(0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)(JSON.stringify(review)).toString('base64')}\n\`\`\``;
    if (packed.length <= LONGEST)
        return packed;
    const count = review.changes.length.toLocaleString('en');
    const whole = asciiJson({ ...review, changes: [] });
    return `${NOTE} The ${count} changes do not fit here one by one, so only the plan as a whole is compared.\n\n\`\`\`json\n${whole}\n\`\`\``;
}
function decode(text, { headSha, step, target }) {
    try {
        const [, form, body = ''] = /^```(json|gzip)\n([^\n]+)\n```$/m.exec(text) ?? [];
        if (form === undefined)
            throw new Error('there is no review in its text');
        const json = form === 'json'
            ? body
            : (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(Buffer.from(body, 'base64'), { maxOutputLength: LONGEST_REVIEW }).toString('utf8');
        const review = StrictReview.parse(JSON.parse(json));
        if (review.step !== step || review.target !== target)
            throw new Error(`it is the review of ${review.step} for ${review.target}`);
        return review;
    }
    catch (cause) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'REVIEW_DAMAGED',
            what: `The check run "${nameOf(step, target)}" of commit ${headSha.slice(0, 12)} holds no readable review.`,
            why: 'It was damaged, or written by another version of the action.',
            fix: 'Open a pull request, look at its preview, and merge that.',
            cause,
        });
    }
}
/**
 * Records a plan as reviewed. Always a new check run, of which GitHub shows the newest of each name: it refuses
 * to change the conclusion of an older one, and what was shown before stays on record.
 */
async function publishReview(github, publication) {
    const { headSha, review, title, summary, conclusion = 'neutral' } = publication;
    const fits = Buffer.byteLength(summary) <= LONGEST;
    await github.call({
        route: 'POST /repos/{owner}/{repo}/check-runs',
        parameters: {
            name: nameOf(review.step, review.target),
            head_sha: headSha,
            status: 'completed',
            conclusion,
            output: {
                title,
                summary: fits ? summary : 'The plan is too long to show here; the step summary has all of it.',
                text: encode(review),
            },
        },
        needs: 'checks: write',
        answer: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() }),
    });
}
/**
 * The newest review of a step and target on a commit; undefined when there is none.
 * @param mergedAt ISO 8601: a review that was made after the merge was not what was merged, and is left out.
 * @throws Failure REVIEW_DAMAGED
 */
async function findReview(github, key) {
    const name = nameOf(key.step, key.target);
    const runs = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        parameters: { ref: key.headSha, check_name: name, status: 'completed', filter: 'all' },
        needs: 'checks: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ check_runs: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(CheckRun) }),
    }, ({ check_runs }) => check_runs);
    const until = key.mergedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(key.mergedAt);
    const counts = (run) => run.app?.slug === APP &&
        run.name === name &&
        run.head_sha === key.headSha &&
        run.status === 'completed' &&
        run.completed_at !== null &&
        Date.parse(run.completed_at) <= until;
    const [newest] = runs.filter(counts).sort((a, b) => b.id - a.id);
    return newest === undefined ? undefined : decode(newest.output.text ?? '', key);
}


/***/ })

};
