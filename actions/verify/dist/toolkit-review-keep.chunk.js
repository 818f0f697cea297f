export const id = "toolkit-review-keep";
export const ids = ["toolkit-review-keep"];
export const modules = {

/***/ 1832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkNameOf: () => (/* binding */ checkNameOf),
  keepReview: () => (/* binding */ keepReview),
  keptReviews: () => (/* binding */ keptReviews)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
;// CONCATENATED MODULE: ./build/toolkit/github/check-run.js
/** Check runs of a commit. Only workflows can make one, each with the token of its own job. */

/** The most bytes that GitHub takes for a check run's text and for its summary. */
const LONGEST_TEXT = 65_535;
const CheckRun = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    head_sha: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    completed_at: schemas/* string */.YjP().nullable(),
    output: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullable() }),
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
        answer: schemas/* object */.Ikc({ id: schemas/* number */.aig() }),
    });
    return id;
}
/** The check runs of a name on a commit, the newest first. */
async function checkRunsOf(github, headSha, name) {
    const runs = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        parameters: { ref: headSha, check_name: name, status: 'completed', filter: 'all' },
        needs: 'checks: read',
        answer: schemas/* object */.Ikc({ check_runs: schemas/* array */.YOg(CheckRun) }),
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

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/review.js
var model_review = __webpack_require__(3067);
// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var masked = __webpack_require__(2394);
;// CONCATENATED MODULE: ./build/toolkit/review/keep.js
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
    const hash = (0,external_node_crypto_.createHash)('sha256').update(target).digest('hex').slice(0, 12);
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
const Part = schemas/* strictObject */.rej({ id: schemas/* int */.Whr().positive(), sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/) });
const Parts = schemas/* array */.YOg(Part).min(1).max(MOST_PARTS);
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/** @throws Failure REVIEW_TOO_LONG for what could not be read back */
function packed(review) {
    const json = Buffer.from(JSON.stringify(review));
    const text = json.length > LONGEST_REVIEW ? undefined : (0,external_node_zlib_.gzipSync)(json).toString('base64');
    const chunks = text?.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
    if (text !== undefined && chunks.length <= MOST_PARTS)
        return chunks;
    throw new failure/* Failure */.HR({
        code: 'REVIEW_TOO_LONG',
        what: `The review of ${review.step} for ${review.target} is too long to be kept.`,
        why: text === undefined
            ? `It has ${json.length} bytes, and ${LONGEST_REVIEW} are the most.`
            : `It would need ${chunks.length} check runs, and ${MOST_PARTS} are the most.`,
        fix: 'Split what is released into several targets.',
    });
}
const NOTE = 'What `apply` compares with, made by this run:';
/**
 * Records a review, its signature last: until all of it is there, nothing vouches for it.
 * @throws Failure REVIEW_TOO_LONG, or one of `GitHub.call`
 */
async function keepReview(github, { review, token }, shown) {
    const name = checkNameOf(review.step, review.target);
    const signature = token === undefined ? 'It is not signed.' : `Signed by GitHub:\n\n${block('jwt', token)}`;
    const make = (made) => makeCheckRun(github, { ...made, headSha: review.commit });
    const whole = `${NOTE}\n\n${block('json', asciiJson(review))}\n\n${signature}`;
    if (Buffer.byteLength(whole) <= LONGEST_TEXT) {
        await make({ ...shown, name, text: whole });
        return;
    }
    const chunks = packed(review);
    const parts = [];
    for (const [index, chunk] of chunks.entries()) {
        const id = await make({
            name: `${name} (${index + 1} of ${chunks.length})`,
            conclusion: 'neutral',
            title: (0,masked/* rendered */.gj)(shown.title, `Part ${index + 1} of ${chunks.length}`),
            summary: (0,masked/* rendered */.gj)(shown.title, `What \`apply\` compares with goes on here; “${name}” tells what it is.`),
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
        const chunk = blockIn((await checkRun(github, id)).output.text ?? '', 'gzip');
        if (chunk === undefined || sha256(chunk) !== wanted)
            throw new Error(`check run ${id} is not its part`);
        chunks.push(chunk);
    }
    return (0,external_node_zlib_.gunzipSync)(Buffer.from(chunks.join(''), 'base64'), { maxOutputLength: LONGEST_REVIEW }).toString('utf8');
}
async function read(github, run, { headSha, step, target }) {
    try {
        const review = model_review/* Review */.p_.parse(JSON.parse(await bodyOf(github, run.output)));
        if (review.step !== step || review.target !== target)
            throw new Error(`it is the review of ${review.step} for ${review.target}`);
        return { review, token: blockIn(run.output.text ?? '', 'jwt'), completedAt: run.completed_at ?? '' };
    }
    catch (cause) {
        if ((0,failure/* failuresIn */.xM)(cause).some(({ code }) => code !== 'GITHUB_NOT_FOUND'))
            throw cause;
        throw new failure/* Failure */.HR({
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
    const runs = await checkRunsOf(github, key.headSha, checkNameOf(key.step, key.target));
    return runs.slice(0, MOST_REVIEWS).map((run) => () => read(github, run, key));
}


/***/ })

};
