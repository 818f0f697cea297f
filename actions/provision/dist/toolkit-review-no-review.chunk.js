export const id = "toolkit-review-no-review";
export const ids = [1361,8754];
export const modules = {

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ checkRun),
/* harmony export */   Ur: () => (/* binding */ checkRunsOf),
/* harmony export */   wg: () => (/* binding */ makeCheckRun),
/* harmony export */   xG: () => (/* binding */ LONGEST_TEXT)
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


/***/ }),

/***/ 3067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ reviewDigest),
/* harmony export */   QR: () => (/* binding */ reviewOf),
/* harmony export */   p_: () => (/* binding */ Review),
/* harmony export */   uY: () => (/* binding */ compareWithReview)
/* harmony export */ });
/* unused harmony export reviewWith */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4377);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6240);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6183);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8149);







/** What was shown of one plan: enough to compare with, nothing that could be secret. */
const Review = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(3),
    step: _step_js__WEBPACK_IMPORTED_MODULE_4__/* .StepName */ .m,
    target: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
    /** By whom: the repository, the pull request and its head commit, the workflow run. */
    repositoryId: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** Absent for what an environment's reviewers saw. */
    pullRequest: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** ISO 8601 */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    digest: _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Digest */ .np,
    where: _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Ingredients */ .DK,
    with: _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Ingredients */ .DK,
    from: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    sources: _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Digest */ .np,
    /** What this release takes the place of, by part of the target. */
    replaces: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Remembered */ .dX),
    /** Of the hashes of sensitive values, in hexadecimal. */
    salt: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    changes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        action: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .Action */ .rc,
        address: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        digest: _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .Digest */ .np,
        sensitive: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
        expected: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    })),
    /** By which the target has said what is expected of changes. */
    grounds: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    /** Name of an ingredient that is shown to nobody \u2192 its hash: `with: variables`. */
    sensitive: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).optional(),
});
/** The hashes of what belongs to no change. */
function ingredientHashes(hashes) {
    return Object.fromEntries([...hashes].filter(([name]) => (0,_sensitive_js__WEBPACK_IMPORTED_MODULE_3__/* .isIngredient */ .g)(name)));
}
async function reviewOf(plan, showing) {
    return reviewWith(plan, await plan.sensitive.hashes(showing.salt), showing);
}
/** @param hashes of what is sensitive in the plan, with the salt of the showing, as `Sensitive.hashes` gives them */
function reviewWith(plan, hashes, showing) {
    const ingredients = ingredientHashes(hashes);
    const { pullRequest, ...shown } = showing;
    const review = {
        version: 3,
        step: plan.step,
        target: plan.target,
        ...(plan.name === undefined ? {} : { name: plan.name }),
        ...shown,
        ...(pullRequest === undefined ? {} : { pullRequest }),
        createdAt: plan.createdAt,
        digest: plan.digest,
        where: plan.where,
        with: plan.with,
        from: plan.from,
        sources: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(plan.sources),
        replaces: plan.released,
        changes: (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveChanges */ .Jp)(plan).map((change) => {
            const sensitive = hashes.get(change.address);
            return {
                action: change.action,
                address: change.address,
                digest: (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW)(change),
                ...(sensitive === undefined ? {} : { sensitive }),
                ...(change.expected === undefined ? {} : { expected: change.expected }),
            };
        }),
        ...(plan.grounds === undefined ? {} : { grounds: plan.grounds }),
        ...(Object.keys(ingredients).length === 0 ? {} : { sensitive: ingredients }),
    };
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_7__/* .deepFreeze */ .o)(review);
}
/** Covers all of a review: what its signature says. */
function reviewDigest(review) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(review);
}
/** Longer values are told apart by their names alone. */
const LONGEST_DETAIL = 120;
const wording = {
    where: 'another place than was reviewed',
    with: 'not as it was reviewed',
    from: 'other bytes than were reviewed',
};
function ingredientDifferences(group, planned, reviewed, names) {
    // One that is null is not one that is missing, and the text `null` is neither.
    const own = (record, name) => Object.hasOwn(record, name) ? (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(record[name]) : undefined;
    return names.flatMap((name) => {
        const [before, after] = [own(reviewed, name), own(planned, name)];
        if (before === after)
            return [];
        const raw = [reviewed[name], planned[name]];
        const readable = raw.every((value) => typeof value === 'string');
        const shown = readable ? raw : [before, after].map((json = 'none') => json);
        const detail = group === 'from' ? '' : shown.join(' \u2192 ');
        const told = detail !== '' && detail.length <= LONGEST_DETAIL ? { detail } : {};
        return [{ address: `${group}: ${name}`, what: wording[group], ...told }];
    });
}
function placeDifferences(plan, review) {
    const differences = ['where', 'with'].flatMap((group) => ingredientDifferences(group, plan[group], review[group], [
        ...new Set([...Object.keys(review[group]), ...Object.keys(plan[group])]),
    ]));
    if (plan.step === review.step && plan.target === review.target)
        return differences;
    const detail = `${review.step} ${review.target} \u2192 ${plan.step} ${plan.target}`;
    return [{ address: 'where: target', what: wording.where, detail }, ...differences];
}
/** Whether a change is the second half of one that was reviewed: what it takes the place of is gone already. */
function isSecondHalf(change, reviewed) {
    const whole = { ...change, action: 'replace' };
    return (reviewed.action === 'replace' && change.action === 'create' && reviewed.digest === (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW)(whole));
}
async function changeDifferences(plan, review, begun) {
    const hashes = await plan.sensitive.hashes(review.salt);
    const [shown, given] = [review.sensitive ?? {}, ingredientHashes(hashes)];
    const ingredients = [...new Set([...Object.keys(shown), ...Object.keys(given)])]
        .filter((name) => shown[name] !== given[name])
        .map((address) => ({ address, what: 'a sensitive value differs from the review' }));
    const reviewed = new Map(review.changes.map((change) => [change.address, change]));
    const changes = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveChanges */ .Jp)(plan).flatMap((change) => {
        const { address } = change;
        const known = reviewed.get(address);
        if (known === undefined)
            return [{ address, what: 'not reviewed', planned: change }];
        const both = { address, reviewed: known.action, planned: change };
        if (known.digest !== (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW)(change) && !(begun && isSecondHalf(change, known)))
            return [{ ...both, what: 'differs from the review' }];
        if (known.sensitive !== hashes.get(address))
            return [{ ...both, what: 'a sensitive value differs from the review' }];
        return [];
    });
    return [...ingredients, ...changes];
}
/**
 * Holds what would be applied against what was shown: where, with what, from which bytes, what.
 * @param begun whether the target says that it was released from this commit before: only then is less than was shown the
 * rest of it
 */
async function compareWithReview(plan, review, begun = true) {
    const addresses = new Set((0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveChanges */ .Jp)(plan).map(({ address }) => address));
    const gone = review.changes.filter(({ address }) => !addresses.has(address));
    const missing = Object.keys(review.from).filter((name) => !Object.hasOwn(plan.from, name));
    const halves = review.changes.some(({ action, address }) => action === 'replace' &&
        !plan.changes.some((change) => change.address === address && change.action === action));
    const less = gone.length > 0 || missing.length > 0 || halves;
    const differences = [
        ...placeDifferences(plan, review),
        ...ingredientDifferences('from', plan.from, review.from, Object.keys(plan.from)),
        ...(await changeDifferences(plan, review, begun)),
    ];
    if (differences.length === 0 && !less)
        return { verdict: 'equal', differences };
    // Something was shown and is not done: only a release that was begun, from the same sources, has done it already.
    if (begun && differences.length === 0 && (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(plan.sources) === review.sources)
        return { verdict: 'remainder', differences };
    return {
        verdict: 'different',
        differences: [
            ...differences,
            ...ingredientDifferences('from', plan.from, review.from, missing),
            ...gone.map(({ address, action }) => ({
                address,
                what: 'reviewed, but no longer planned',
                reviewed: action,
            })),
        ],
    };
}


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_REVIEW: () => (/* binding */ NO_REVIEW),
/* harmony export */   checkNameOf: () => (/* binding */ checkNameOf),
/* harmony export */   keepReview: () => (/* binding */ keepReview),
/* harmony export */   keptReviews: () => (/* binding */ keptReviews)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3339);
/* harmony import */ var _github_check_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2965);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _model_review_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3067);
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2394);
/**
 * A review as check runs of the commit that was shown: anyone with write access can edit a comment, and what a check
 * run says is proven by the signature in it. A long review goes on in further check runs, and is never shortened.
 */







/** A longer name ends in a hash of what it lacks. */
const LONGEST_NAME = 200;
/** Unpacked reviews are never larger: a packed one cannot exhaust the memory. */
const LONGEST_REVIEW = 32 * 1024 * 1024;
/** Bytes of a packed review in one check run, beside what stands around them. */
const CHUNK = 60_000;
const MOST_PARTS = 100;
/** Of one target on one commit: more are not looked at, whoever has made them. */
const MOST_REVIEWS = 50;
function checkNameOf(step, target) {
    const name = `omninode ${step}: ${target.replace(/\s+/g, ' ').trim()}`;
    if (name === `omninode ${step}: ${target}` && name.length <= LONGEST_NAME)
        return name;
    // Two targets that differ in white space only are two.
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(target).digest('hex').slice(0, 12);
    return `${name.slice(0, LONGEST_NAME - 13).toWellFormed()}~${hash}`;
}
/** JSON of ASCII characters alone: each is one byte, and nothing on its way changes it. */
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function block(form, body) {
    return `\`\`\`${form}\n${body}\n\`\`\``;
}
function blockIn(text, form) {
    return new RegExp(`^\`\`\`${form}\\n([^\\n]+)\\n\`\`\`$`, 'm').exec(text)?.[1];
}
const Part = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().positive(), sha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/) });
const Parts = zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(Part).min(1).max(MOST_PARTS);
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** @throws Failure REVIEW_TOO_LONG for what could not be read back */
function packed(review) {
    const json = Buffer.from(JSON.stringify(review));
    const text = json.length > LONGEST_REVIEW ? undefined : (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)(json).toString('base64');
    const chunks = text?.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
    if (text !== undefined && chunks.length <= MOST_PARTS)
        return chunks;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'REVIEW_TOO_LONG',
        what: `The review of ${review.step} for ${review.target} is too long to be kept.`,
        why: text === undefined
            ? `It has ${json.length} bytes, and ${LONGEST_REVIEW} are the most.`
            : `It would need ${chunks.length} check runs, and ${MOST_PARTS} are the most.`,
        fix: 'Split what is released into several targets.',
    });
}
const NOTE = 'What `apply` compares with, made by this run:';
/** How the text of a check run begins that tells an end without a review, such as that of a plan that failed. */
const NO_REVIEW = 'There is no review';
/**
 * Records a review, its signature last: until all of it is there, nothing vouches for it.
 * @throws Failure REVIEW_TOO_LONG, or one of `GitHub.call`
 */
async function keepReview(github, { review, token }, shown) {
    const name = checkNameOf(review.step, review.target);
    const signature = token === undefined ? 'It is not signed.' : `Signed by GitHub:\n\n${block('jwt', token)}`;
    const make = (made) => (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .makeCheckRun */ .wg)(github, { ...made, headSha: review.commit });
    const whole = `${NOTE}\n\n${block('json', asciiJson(review))}\n\n${signature}`;
    if (Buffer.byteLength(whole) <= _github_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_TEXT */ .xG) {
        await make({ ...shown, name, text: whole });
        return;
    }
    const chunks = packed(review);
    const parts = [];
    for (const [index, chunk] of chunks.entries()) {
        const id = await make({
            name: `${name} (${index + 1} of ${chunks.length})`,
            conclusion: 'neutral',
            title: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_5__/* .rendered */ .gj)(shown.title, `Part ${index + 1} of ${chunks.length}`),
            summary: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_5__/* .rendered */ .gj)(shown.title, `What \`apply\` compares with goes on here; \u201c${name}\u201d tells what it is.`),
            text: block('gzip', chunk),
        });
        parts.push({ id, sha256: sha256(chunk) });
    }
    const text = `${NOTE} it goes on in ${parts.length} further check runs.\n\n${block('parts', asciiJson(parts))}\n\n${signature}`;
    await make({ ...shown, name, text });
}
async function bodyOf(github, { text }) {
    const json = blockIn(text ?? '', 'json');
    if (json !== undefined)
        return json;
    const listed = blockIn(text ?? '', 'parts');
    if (listed === undefined)
        throw new Error('there is no review in its text');
    const chunks = [];
    for (const { id, sha256: wanted } of Parts.parse(JSON.parse(listed))) {
        const chunk = blockIn((await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRun */ .Q5)(github, id)).output.text ?? '', 'gzip');
        if (chunk === undefined || sha256(chunk) !== wanted)
            throw new Error(`check run ${id} is not its part`);
        chunks.push(chunk);
    }
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(Buffer.from(chunks.join(''), 'base64'), { maxOutputLength: LONGEST_REVIEW }).toString('utf8');
}
async function read(github, run, { headSha, step, target }) {
    try {
        const review = _model_review_js__WEBPACK_IMPORTED_MODULE_4__/* .Review */ .p_.parse(JSON.parse(await bodyOf(github, run.output)));
        if (review.step !== step || review.target !== target)
            throw new Error(`it is the review of ${review.step} for ${review.target}`);
        return { review, token: blockIn(run.output.text ?? '', 'jwt'), completedAt: run.completed_at ?? '' };
    }
    catch (cause) {
        if ((0,_model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(cause).some(({ code }) => code !== 'GITHUB_NOT_FOUND'))
            throw cause;
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
            code: 'REVIEW_DAMAGED',
            what: `The check run "${run.name}" of commit ${headSha.slice(0, 12)} holds no readable review.`,
            why: 'It was damaged, or written by another version of the action.',
            fix: 'Open a pull request, look at its preview, and merge that.',
            cause,
        });
    }
}
/**
 * The reviews of a step and target on a commit, the newest first; which of them counts, their signatures tell. Each is
 * read when it is asked for.
 */
async function keptReviews(github, key) {
    const runs = await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRunsOf */ .Ur)(github, key.headSha, checkNameOf(key.step, key.target));
    return runs
        .filter(({ output }) => output.text?.startsWith(NO_REVIEW) !== true)
        .slice(0, MOST_REVIEWS)
        .map((run) => () => read(github, run, key));
}


/***/ }),

/***/ 8475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endName: () => (/* binding */ endName),
/* harmony export */   settleUnplanned: () => (/* binding */ settleUnplanned),
/* harmony export */   tellEnd: () => (/* binding */ tellEnd)
/* harmony export */ });
/* harmony import */ var _github_check_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2965);
/* harmony import */ var _model_ending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(184);
/* harmony import */ var _keep_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6841);
/** Check runs that tell an end without a review, such as that of a plan that failed. */



/** Of a plan whose target is not known. @param words by which the caller names the place */
function unplannedName(step, words) {
    return (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__.checkNameOf)(step, `not planned: ${words}`);
}
/** Of an end on a pull request. */
function endName(ending, words) {
    const target = (0,_model_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(ending);
    return target === undefined ? unplannedName(ending.step, words) : (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__.checkNameOf)(ending.step, target);
}
async function tellEnd(github, { name, headSha, run }, shown) {
    const text = `${_keep_js__WEBPACK_IMPORTED_MODULE_2__.NO_REVIEW} in this check run: it tells how run ${run} ended.`;
    await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_0__/* .makeCheckRun */ .wg)(github, { ...shown, name, headSha, text });
}
/** A plan that could not even be opened before, of the same commit, is planned now. */
async function settleUnplanned(github, { step, words, headSha }, redactor) {
    const name = unplannedName(step, words);
    const [last] = await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_0__/* .checkRunsOf */ .Ur)(github, headSha, name);
    const text = `${_keep_js__WEBPACK_IMPORTED_MODULE_2__.NO_REVIEW} in this check run: the plan is in another one.`;
    if (last === undefined || last.output.text === text)
        return;
    await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_0__/* .makeCheckRun */ .wg)(github, {
        name,
        headSha,
        conclusion: 'success',
        title: redactor.mask('It is planned now'),
        summary: redactor.mask('Another check run of this commit shows the plan.'),
        text,
    });
}


/***/ })

};
