export const id = "toolkit-review-find";
export const ids = [228,47,939,622];
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

/***/ 2846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ mergedPullRequests),
/* harmony export */   mergedPullRequest: () => (/* binding */ mergedPullRequest)
/* harmony export */ });
/* unused harmony export changedFiles */
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
        answer: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })),
    }, (page) => page);
    if (files.length >= MOST_FILES) {
        throw new Failure({
            code: 'TOO_MANY_FILES',
            what: `It cannot be told which files pull request #${pullRequest} changes.`,
            why: `GitHub lists only the first ${MOST_FILES.toLocaleString('en')}.`,
            fix: 'Split the pull request, or run without limiting the step to changed files.',
        });
    }
    return files.flatMap(({ filename, previous_filename }) => previous_filename === undefined ? [filename] : [filename, previous_filename]);
}


/***/ }),

/***/ 6579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   s: () => (/* binding */ ownClaims)
/* harmony export */ });
/**
 * The claims of a JWT, unverified: a token that was just given to us is read to say what it offers, never to decide
 * whether somebody else's is right. Shape: RFC 7519, section 3.
 */
function claimsOf(token) {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** For an ID token that is only read. */
const AUDIENCE = 'omninode_infra';
/** What GitHub vouches for about this job: its issuer, its environment, its workflow. */
async function ownClaims(idToken) {
    return claimsOf(await idToken(AUDIENCE));
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* unused harmony export backoff */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
 * @throws the last error; the signal's reason when aborted while waiting.
 */
async function retry(options, attempt) {
    for (let number = 1;; number++) {
        try {
            return await attempt(number);
        }
        catch (error) {
            if (number >= options.attempts || options.signal.aborted || options.classify(error) === 'refuse')
                throw error;
            const pause = options.pauseOf?.(error) ?? 0;
            if (pause > LONGEST_PAUSE)
                throw error;
            const wait = Math.max(pause, backoff(number, options));
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ }),

/***/ 4165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findReview: () => (/* binding */ findReview),
  standingIn: () => (/* binding */ standingIn)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/github/compare.js
/** How two commits stand to each other. */


/** What a target remembers is a text that others can write: the name of a branch is no commit. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** @returns undefined when GitHub does not know one of the commits any more, so that it cannot be told */
async function standingOf(github, from, to) {
    if (!COMMIT.test(from) || !COMMIT.test(to))
        return undefined;
    try {
        const { status } = await github.call({
            route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
            parameters: { basehead: `${from}...${to}` },
            needs: 'contents: read',
            answer: schemas/* object */.Ikc({ status: schemas/* enum */.k5n(['ahead', 'behind', 'diverged', 'identical']) }),
        });
        return status;
    }
    catch (error) {
        if ((0,failure/* failuresIn */.xM)(error).some(({ code }) => code === 'GITHUB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/toolkit/github/pull-request.js
var pull_request = __webpack_require__(2846);
;// CONCATENATED MODULE: ./build/toolkit/github/workflow-run.js
/** Runs of workflows, as GitHub remembers them. */


const WorkflowRun = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    event: schemas/* string */.YjP(),
    head_sha: schemas/* string */.YjP(),
    repository: schemas/* object */.Ikc({ id: schemas/* number */.aig() }),
});
/**
 * @returns undefined for a run that was deleted
 * @throws Failure of `GitHub.call`
 */
async function workflowRun(github, id) {
    try {
        const { event, head_sha, repository } = await github.call({
            route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
            parameters: { run_id: id },
            needs: 'actions: read',
            answer: WorkflowRun,
        });
        return { event, headSha: head_sha, repositoryId: String(repository.id) };
    }
    catch (error) {
        if ((0,failure/* failuresIn */.xM)(error).some(({ code }) => code === 'GITHUB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/toolkit/identity/claims.js
var claims = __webpack_require__(6579);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
// EXTERNAL MODULE: ./build/toolkit/transport/retry-after.js
var retry_after = __webpack_require__(3314);
;// CONCATENATED MODULE: ./build/toolkit/review/issuer.js
/** The keys with which the issuer of GitHub's ID tokens signs, as it publishes them (OpenID Connect Discovery 1.0). */






const Discovery = schemas/* object */.Ikc({ issuer: schemas/* string */.YjP(), jwks_uri: schemas/* url */.OZ5({ protocol: /^https$/ }) });
const Keys = schemas/* object */.Ikc({ keys: schemas/* array */.YOg(schemas/* looseObject */._H3({ kty: schemas/* string */.YjP(), kid: schemas/* string */.YjP() })) });
/** Milliseconds for one answer. */
const DEADLINE = 20_000;
const ATTEMPTS = 5;
class Unavailable extends Error {
    /** Milliseconds that the issuer asks to be left alone. */
    pause;
    constructor(message, pause) {
        super(message);
        this.pause = pause;
    }
}
/** @throws Failure REVIEW_KEYS when they cannot be had: then it cannot be told who has signed */
async function keysOf(issuer, { signal, random, env }) {
    let connections;
    const get = async (to, url, answer) => {
        const { status, headers, text } = await (0,exchange.exchange)({
            method: 'GET',
            url,
            headers: { accept: 'application/json' },
            connections: to,
            signal,
            deadline: DEADLINE,
        });
        if (status >= 500 || status === 429)
            throw new Unavailable(`${url.href} answered ${status}`, (0,retry_after/* retryAfter */.P)(headers));
        if (status !== 200)
            throw new Error(`${url.href} answered ${status}`);
        return answer.parse(JSON.parse(text));
    };
    try {
        // A proxy that is no address is refused here.
        const to = (0,exchange.keepConnections)({ most: 1, proxies: env });
        connections = to;
        if (!issuer.startsWith('https://'))
            throw new Error(`${issuer} is no address that can be trusted`);
        return await (0,retry/* retry */.L)({
            attempts: ATTEMPTS,
            shortest: 500,
            longest: 5_000,
            classify: (error) => (error instanceof Unavailable || (0,network/* isUnreachable */.R)(error) ? 'again' : 'refuse'),
            pauseOf: (error) => (error instanceof Unavailable ? error.pause : undefined),
            signal,
            random,
        }, async () => {
            const base = issuer.replace(/\/$/, '');
            const discovery = await get(to, new URL(`${base}/.well-known/openid-configuration`), Discovery);
            if (discovery.issuer !== issuer)
                throw new Error(`${base} calls itself ${discovery.issuer}: another issuer answers in its place`);
            return get(to, new URL(discovery.jwks_uri), Keys);
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new failure/* Failure */.HR({
            code: 'REVIEW_KEYS',
            what: `It cannot be told who has signed the review: ${issuer} gave no keys.`,
            why: `${cause instanceof Error ? cause.message : String(cause)}.`,
            fix: 'Run the job again when the issuer answers; through a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
            cause,
        });
    }
    finally {
        connections?.close();
    }
}

// EXTERNAL MODULE: ./build/toolkit/review/keep.js
var keep = __webpack_require__(6841);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/model/review.js
var model_review = __webpack_require__(3067);
// EXTERNAL MODULE: ./build/toolkit/review/sign.js
var sign = __webpack_require__(2746);
// EXTERNAL MODULE: ./build/toolkit/review/signer.js
var signer = __webpack_require__(70);
;// CONCATENATED MODULE: ./build/toolkit/review/verify.js
/** Whether GitHub itself vouches for a review: which run of which pull request has signed it, and when. */






/** The claims of GitHub's ID tokens that are looked at (docs.github.com, OpenID Connect reference). */
const Claims = schemas/* object */.Ikc({
    iss: schemas/* string */.YjP(),
    aud: schemas/* string */.YjP(),
    iat: schemas/* number */.aig(),
    repository_id: schemas/* string */.YjP(),
    event_name: schemas/* string */.YjP(),
    ref: schemas/* string */.YjP(),
    base_ref: schemas/* string */.YjP().default(''),
    run_id: schemas/* string */.YjP(),
    job_workflow_ref: schemas/* string */.YjP(),
});
/** Seconds that the clocks of GitHub's services may differ by. */
const SKEW = 60;
const AGAIN = 'Open a pull request, look at its preview, and merge that. Nothing was applied.';
const UNSEEN = 'Nobody who merged can have seen it.';
function refuse(code, what, why, fix = AGAIN) {
    throw new failure/* Failure */.HR({ code, what, why, fix });
}
async function claimsIn(token, keys) {
    const { compactVerify, createLocalJWKSet, errors } = await __webpack_require__.e("jose").then(__webpack_require__.bind(__webpack_require__, 9617));
    let payload;
    try {
        payload = (await compactVerify(token, createLocalJWKSet(keys), { algorithms: ['RS256'] })).payload;
    }
    catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey)
            refuse('REVIEW_KEY_UNKNOWN', 'It cannot be told who has signed the review.', 'The key of its signature is not published any more, or never was by this issuer.');
        refuse('REVIEW_FORGED', 'The signature of the review is not GitHub\u2019s.', `${error.message}.`);
    }
    let said;
    try {
        said = JSON.parse(Buffer.from(payload).toString('utf8'));
    }
    catch {
        said = undefined; // what is no JSON has no claim
    }
    const claims = Claims.safeParse(said);
    if (claims.success)
        return claims.data;
    refuse('REVIEW_FORGED', 'The signature of the review is no ID token of a workflow.', `In it ${(0,mismatch/* mismatch */.J)(claims.error, said)}.`);
}
function checkShowing(claims, completedAt, expected) {
    const { pullRequest, run } = expected;
    if (pullRequest === undefined) {
        if (claims.run_id !== run)
            refuse('REVIEW_OF_ANOTHER_RUN', `The plan was shown by run ${claims.run_id}, and this is run ${run}.`, 'What the reviewers of an environment approve is what a job of the same run has shown them.', 'Start the workflow anew, look at its plan, and approve that.');
        return;
    }
    if (claims.event_name !== 'pull_request')
        refuse('REVIEW_EVENT', `The review was signed by a run of the event \`${claims.event_name}\`.`, 'Only a run of the pull request itself shows what is merged.');
    if (claims.ref !== `refs/pull/${pullRequest.number}/merge`)
        refuse('REVIEW_PULL_REQUEST', `The review was signed for ${claims.ref}, and pull request #${pullRequest.number} was merged.`, 'What another pull request showed is not what was looked at here.');
    if (claims.base_ref !== pullRequest.base)
        refuse('REVIEW_BASE', `The review was made for a merge into ${claims.base_ref}, and it was merged into ${pullRequest.base}.`, 'The base of the pull request was changed after its preview.');
    if (claims.iat > Date.parse(pullRequest.mergedAt) / 1_000)
        refuse('REVIEW_LATE', `The review was signed at ${new Date(claims.iat * 1_000).toISOString()}, after the merge at ${pullRequest.mergedAt}.`, UNSEEN);
    // Whoever writes a check run may say when it was; one that is honest and late says so.
    if (!(Date.parse(completedAt) <= Date.parse(pullRequest.mergedAt)))
        refuse('REVIEW_LATE', `The review was put on the pull request at ${completedAt}, after the merge at ${pullRequest.mergedAt}.`, UNSEEN);
}
/**
 * @param lookUp GitHub's memory of a run
 * @throws Failure that says in its own words why the review counts for nothing
 */
async function verifyReview({ review, token, completedAt }, expected, keys, lookUp) {
    if (token === undefined)
        refuse('REVIEW_UNSIGNED', 'The review is not signed.', 'The job that showed it had no `id-token: write`, or somebody else has written it.');
    const claims = await claimsIn(token, await keys());
    if (claims.iss !== expected.issuer)
        refuse('REVIEW_ISSUER', `The review was signed by ${claims.iss}.`, `This job's own tokens come from ${expected.issuer}.`);
    if (!claims.aud.startsWith(sign.AUDIENCE))
        refuse('REVIEW_AUDIENCE', `The review carries a token for ${claims.aud}.`, 'A token that was made for something else says nothing about a review.');
    if (claims.aud !== (0,sign.audienceOf)(review))
        refuse('REVIEW_EDITED', 'The review is not the one that was signed.', `Its digest is ${(0,model_review/* reviewDigest */.Lr)(review)}, and the signature is for ${claims.aud}.`);
    if (claims.repository_id !== expected.repositoryId)
        refuse('REVIEW_REPOSITORY', `The review is of the repository with the id ${claims.repository_id}.`, `This is the repository with the id ${expected.repositoryId}.`);
    checkShowing(claims, completedAt, expected);
    // A run that shows itself what it applies does both with one workflow file: another signer would prove nothing.
    if (expected.pullRequest !== undefined && !(0,signer/* isSigner */.Jz)(expected.signer, claims.job_workflow_ref))
        refuse('REVIEW_SIGNER', `The review was signed by ${claims.job_workflow_ref}.`, `\`review-signer\` permits ${(0,signer/* signerWords */.s3)(expected.signer)}, and never a workflow at the ref of a pull request.`, 'Let that workflow publish the preview, or set `review-signer: caller` and read in SECURITY.md what that gives up.');
    if (claims.iat > expected.now.getTime() / 1_000 + SKEW)
        refuse('REVIEW_LATE', `The review was signed at ${new Date(claims.iat * 1_000).toISOString()}, which is still to come.`, 'The clock of this machine is behind, or the signature is not GitHub\u2019s.');
    await checkSigningRun(claims, expected, lookUp);
    checkWording(review, claims, expected);
    return { signedAt: claims.iat };
}
/** The run that signed, as GitHub remembers it. */
async function checkSigningRun(claims, { commit, repositoryId }, lookUp) {
    const signing = await lookUp(claims.run_id);
    if (signing === undefined)
        refuse('REVIEW_RUN_GONE', `It cannot be told what was shown: GitHub does not know run ${claims.run_id}, which signed the review, any more.`, 'Which commit a run was for, GitHub remembers with the run; this one was deleted.');
    if (signing.repositoryId !== repositoryId || signing.event !== claims.event_name)
        refuse('REVIEW_RUN', `Run ${claims.run_id} is one of the event \`${signing.event}\` in the repository with the id ${signing.repositoryId}.`, `The review was signed by one of the event \`${claims.event_name}\` in the repository with the id ${repositoryId}.`);
    if (signing.headSha !== commit)
        refuse('REVIEW_COMMIT', `The review was signed by a run on ${signing.headSha.slice(0, 12)}, and ${commit.slice(0, 12)} is what was to be shown.`, 'Something was pushed after the preview, or the review belongs to another commit.');
}
/** What a review says of itself, of which its signer is the only witness. */
function checkWording(review, claims, { commit, pullRequest, repositoryId }) {
    const differing = [
        ['repository', review.repositoryId, repositoryId],
        ['commit', review.commit, commit],
        ['run', review.run, claims.run_id],
        ['pull request', review.pullRequest, pullRequest?.number],
    ].filter(([, said, known]) => said !== known);
    const [first] = differing;
    if (first === undefined)
        return;
    const [what, said = 'none', known = 'none'] = first;
    refuse('REVIEW_CONTRADICTS', `The review says that its ${what} is ${said}, and its signature says ${known}.`, 'A review names the run, the commit and the pull request that it was shown by.');
}

;// CONCATENATED MODULE: ./build/toolkit/review/find.js
/** What was shown of the place that a run is about to change, and whether it counts. */








function notReviewed(what, why, fix) {
    return new failure/* Failure */.HR({ code: 'NOT_REVIEWED', what, why, fix });
}
/** Several only when one merge brought several pull requests, of which one contains the others. */
async function showingsOf(github, { inThisRun }, { run }) {
    if (inThisRun)
        return [{ commit: run.sha, words: `run ${run.id}` }];
    const pullRequests = await (0,pull_request/* mergedPullRequests */.S)(github, run);
    if (pullRequests.length === 0)
        throw notReviewed(`No merged pull request brought commit ${run.sha.slice(0, 12)} to its branch.`, 'What is applied must have been shown on a pull request.', 'Release by merging a pull request, or set `reviewed: warn` for this run.');
    return pullRequests.map((pullRequest) => ({
        commit: pullRequest.headSha,
        pullRequest,
        words: `pull request #${pullRequest.number}`,
    }));
}
function noneThere({ step, target, inThisRun }, { commit, words }) {
    return inThisRun
        ? notReviewed(`No job of ${words} showed a plan of ${step} for ${target}.`, 'The reviewers of an environment approve what they have seen.', 'Let a job before this one run the same command with `dry-run: true`, `checks: write` and `id-token: write`.')
        : notReviewed(`${words.replace(/^p/, 'P')} showed no plan of ${step} for ${target}.`, `Its head commit ${commit.slice(0, 12)} has no such check run: there was no preview, or one of another place.`, 'Open a pull request, also one that changes no file: its preview shows what is still to be done. It needs `checks: write` and `id-token: write`.');
}
/** Whether a review counts for nothing, so that another may count. Where it cannot be told, the search ends. */
function countsForNothing(error) {
    const failures = (0,failure/* failuresIn */.xM)(error);
    return (failures.length > 0 &&
        failures.every(({ code }) => code === 'NOT_REVIEWED' || (code.startsWith('REVIEW_') && code !== 'REVIEW_KEYS')));
}
/**
 * The one that was signed last, of those that count: a check run says nothing of the age of what is in it, since
 * anyone may copy an older review into a new one.
 * @throws what is wrong with the newest check run, when none counts
 */
async function lastSigned(kept, verify) {
    let last;
    let first;
    for (const read of kept) {
        try {
            const found = await read();
            const verified = await verify(found);
            if (last === undefined || verified.signedAt > last.signedAt)
                last = { ...verified, review: found.review };
        }
        catch (error) {
            if (!countsForNothing(error))
                throw error;
            first ??= error;
        }
    }
    if (last === undefined && first !== undefined)
        throw first;
    return last?.review;
}
/** Asks once for each, and remembers. */
function remembering(ask) {
    const asked = new Map();
    return (key) => {
        const known = asked.get(key) ?? ask(key);
        asked.set(key, known);
        return known;
    };
}
/**
 * @throws Failure NOT_REVIEWED, REVIEW_DAMAGED, one of `verifyReview`, REVIEW_KEYS, ID_TOKEN_PERMISSION, or one of
 * `GitHub.call`
 */
async function findReview(github, sought, world) {
    const keys = remembering((of) => keysOf(of, world));
    const issuing = (0,claims/* ownClaims */.s)(world.idToken).then(({ iss }) => {
        // Asked for at once: whoever is found to have signed is verified with them.
        keys(String(iss)).catch(() => undefined); // thrown when it is verified
        return String(iss);
    });
    issuing.catch(() => undefined); // thrown when something was shown
    const showings = await showingsOf(github, sought, world);
    const issuer = await issuing;
    const lookUp = remembering((run) => workflowRun(github, run));
    let first;
    for (const showing of showings) {
        const { commit, pullRequest, words } = showing;
        const expected = {
            issuer,
            repositoryId: world.run.repositoryId,
            signer: sought.signer,
            commit,
            pullRequest,
            run: world.run.id,
            now: world.clock(),
        };
        try {
            const kept = await (0,keep.keptReviews)(github, { headSha: commit, step: sought.step, target: sought.target });
            const review = await lastSigned(kept, (each) => verifyReview(each, expected, () => keys(issuer), lookUp));
            if (review !== undefined)
                return { review, shownBy: words, pullRequest };
            throw noneThere(sought, showing);
        }
        catch (error) {
            if (!countsForNothing(error))
                throw error;
            first ??= error;
        }
    }
    throw first;
}
/** How two commits of this repository stand to each other; undefined when it cannot be told. */
function standingIn(github) {
    return (from, to) => standingOf(github, from, to);
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

/***/ 2746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AUDIENCE: () => (/* binding */ AUDIENCE),
/* harmony export */   audienceOf: () => (/* binding */ audienceOf)
/* harmony export */ });
/* harmony import */ var _model_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3067);

/** What the audience of a review's signature begins with. */
const AUDIENCE = 'omninode-review:';
/**
 * What an ID token is for that signs a review. Nothing else takes a token of this audience: not STS, no API server, no
 * Keycloak.
 */
function audienceOf(review) {
    return `${AUDIENCE}${(0,_model_review_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewDigest */ .Lr)(review)}`;
}


/***/ }),

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exchange: () => (/* binding */ exchange),
/* harmony export */   keepConnections: () => (/* binding */ keepConnections)
/* harmony export */ });
/* unused harmony export BrokenOff */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2723);
/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */





/** All that it connects to is verified in one way, so that connections are told apart by where they lead to alone. */
class OneWayAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    getName({ host = '', port = '', } = {}) {
        return `${host}:${port}`;
    }
}
/** @throws Failure PROXY_INVALID */
function keepConnections(settings) {
    const { certificateAuthority, serverName, client, proxies } = settings;
    const { proxyFor } = proxies instanceof URL ? (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__.alwaysThrough)(proxies) : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__.proxiesIn)(proxies);
    let { most } = settings;
    const tls = {
        rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
        ...(serverName === undefined ? {} : { servername: serverName }),
    };
    /** Certificates and keys are read once, and not for each connection. */
    const context = () => (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    });
    const agents = new Map();
    return {
        proxyFor,
        agentFor: (url) => {
            const proxy = proxyFor(url);
            const isSecure = url.protocol === 'https:';
            const key = `${isSecure} ${proxy?.href}`;
            const made = agents.get(key);
            if (made !== undefined)
                return made;
            const through = proxy === undefined ? {} : { proxyEnv: { https_proxy: proxy.href, http_proxy: proxy.href } };
            const shared = { keepAlive: true, maxSockets: most };
            const agent = isSecure
                ? new OneWayAgent({ ...shared, ...tls, ...through, secureContext: context() })
                : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...shared, ...through });
            agents.set(key, agent);
            return agent;
        },
        widen: (wider) => {
            most = wider;
            for (const agent of agents.values())
                agent.maxSockets = wider;
        },
        close: () => {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
/** Nobody answered in time. */
class Silence extends Error {
    code = 'ETIMEDOUT';
    constructor(deadline) {
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** More was answered than anybody has asked for. */
class TooLarge extends Error {
    code = 'EMSGSIZE';
    constructor(largest) {
        super(`the answer is larger than ${largest} bytes`);
    }
}
/** The answer had begun, and its end never came. */
class BrokenOff extends Error {
    name = 'BrokenOff';
    code = 'ECONNRESET';
    constructor() {
        super('the answer broke off');
    }
}
/** Bytes. */
const LARGEST = 64 * 2 ** 20;
function answeredWith(status, headers, body) {
    return {
        status,
        headers,
        body,
        get text() {
            return body.toString('utf8');
        },
    };
}
/** @throws errors of the network, with their code; the signal's reason */
function exchange(asked) {
    const { method, url, headers, body, connections, signal, deadline, silence, wanted } = asked;
    const { largest = LARGEST, follow } = asked;
    return new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const lists = Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : [...value],
        ]);
        const options = {
            method,
            headers: { ...Object.fromEntries(lists), ...length },
            agent: connections.agentFor(url),
            // Also of the way through a proxy, of which the request itself does not know yet.
            timeout: silence ?? deadline,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, options) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        // A request that has no connection yet says nothing of its end, so it is not left to that to settle this.
        const giveUp = (reason) => {
            settled();
            reject(reason);
            // Without the reason: a connection that is free again by now has nobody who listens for its errors.
            request.destroy();
        };
        const timer = setTimeout(() => giveUp(new Silence(deadline)), deadline);
        const aborted = () => giveUp(signal.reason);
        const settled = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
        };
        if (silence !== undefined)
            request.once('timeout', () => giveUp(new Silence(silence)));
        if (signal.aborted)
            aborted();
        else
            signal.addEventListener('abort', aborted);
        request.once('close', settled);
        request.on('error', reject);
        request.once('response', (response) => {
            const { statusCode: status = 0, headers: received } = response;
            if (follow !== undefined && status >= 200 && status < 300) {
                response.once('error', () => reject(new BrokenOff()));
                response.setEncoding('utf8');
                response.on('data', (text) => {
                    try {
                        follow(text);
                    }
                    catch (error) {
                        giveUp(error);
                    }
                });
                response.once('end', () => resolve(answeredWith(status, received, Buffer.alloc(0))));
                return;
            }
            const chunks = [];
            let size = 0;
            const enough = wanted?.(received) ?? Number.POSITIVE_INFINITY;
            const answer = () => resolve(answeredWith(status, received, Buffer.concat(chunks)));
            const cut = () => {
                response.destroy();
                answer();
            };
            if (enough === 0) {
                cut();
                return;
            }
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > largest) {
                    giveUp(new TooLarge(largest));
                    return;
                }
                chunks.push(chunk);
                if (size >= enough)
                    cut();
            });
            response.once('error', () => reject(new BrokenOff()));
            response.once('end', answer);
        });
        request.end(body);
    });
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
function retryAfter(headers) {
    const { 'retry-after': asked = '', date = '' } = headers;
    if (/^\s*\d+\s*$/.test(asked))
        return Number(asked) * 1_000;
    // Without a month it is no date, although it may be parsed as one.
    const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date);
    return Number.isNaN(until) ? undefined : Math.max(0, until);
}


/***/ })

};
