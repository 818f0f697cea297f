export const id = "toolkit-review-find";
export const ids = [228,622];
export const modules = {

/***/ 5745:
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

;// CONCATENATED MODULE: ./build/toolkit/github/pull-request.js


const PullRequest = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    merged_at: schemas/* string */.YjP().nullable(),
    merge_commit_sha: schemas/* string */.YjP().nullable(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    base: schemas/* object */.Ikc({
        ref: schemas/* string */.YjP(),
        repo: schemas/* object */.Ikc({ id: schemas/* number */.aig(), default_branch: schemas/* string */.YjP().optional() }),
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
        answer: schemas/* array */.YOg(PullRequest),
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
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js + 2 modules
var exchange = __webpack_require__(6290);
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
        const { status, headers, text } = await (0,exchange/* exchange */.cv)({
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
        const to = (0,exchange/* keepConnections */.FQ)({ most: 1, proxies: env });
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
var sign = __webpack_require__(365);
;// CONCATENATED MODULE: ./build/toolkit/review/signer.js
const PUBLISH = '.github/workflows/publish.yml';
const signer_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * @param given the input `review-signer`; without it the `publish.yml` of the action's own repository: at any of its
 * branches and tags, or at the commit at which the action itself was asked for
 */
function parseSigner(given, { actionRepository, actionRef }) {
    if (given === 'caller')
        return { any: true };
    if (given === undefined) {
        const commit = actionRef !== undefined && signer_COMMIT.test(actionRef) ? { commit: actionRef } : {};
        return { any: false, workflow: `${actionRepository}/${PUBLISH}`, ref: undefined, ...commit };
    }
    const at = given.indexOf('@');
    return at === -1
        ? { any: false, workflow: given, ref: undefined }
        : { any: false, workflow: given.slice(0, at), ref: given.slice(at + 1) };
}
/** Whoever owns a repository may write its name in any case; the path of a file is as it is. */
function sameFile(one, other) {
    const [[owner, repository, ...path], [otherOwner, otherRepository, ...otherPath]] = [
        one.split('/'),
        other.split('/'),
    ];
    return (owner?.toLowerCase() === otherOwner?.toLowerCase() &&
        repository?.toLowerCase() === otherRepository?.toLowerCase() &&
        path.join('/') === otherPath.join('/'));
}
/** @param jobWorkflowRef the claim of a token: `owner/repo/.github/workflows/file.yml@refs/tags/v1` */
function isSigner(signer, jobWorkflowRef) {
    if (signer.any)
        return true;
    const { workflow, ref: wanted, commit } = signer;
    // Cut at the length of the name that is wanted: the names of files and of branches may hold an @ themselves.
    const [file, at, ref] = [
        jobWorkflowRef.slice(0, workflow.length),
        jobWorkflowRef.charAt(workflow.length),
        jobWorkflowRef.slice(workflow.length + 1),
    ];
    if (at !== '@' || !sameFile(file, workflow))
        return false;
    if (wanted !== undefined && signer_COMMIT.test(wanted))
        return ref === wanted;
    // At a pull request's ref the file is whatever the pull request has made of it, and a bare commit may be one of a fork.
    if (!/^refs\/(?:heads|tags)\/./.test(ref))
        return wanted === undefined && commit === ref;
    return wanted === undefined || [wanted, `refs/heads/${wanted}`, `refs/tags/${wanted}`].includes(ref);
}
function signerWords(signer) {
    if (signer.any)
        return 'any job of this repository';
    const { workflow, ref, commit } = signer;
    if (ref !== undefined)
        return `${workflow}@${ref}`;
    return commit === undefined
        ? `${workflow} at a branch or tag`
        : `${workflow} at a branch, a tag or ${commit}`;
}

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
    if (expected.pullRequest !== undefined && !isSigner(expected.signer, claims.job_workflow_ref))
        refuse('REVIEW_SIGNER', `The review was signed by ${claims.job_workflow_ref}.`, `\`review-signer\` permits ${signerWords(expected.signer)}, and never a workflow at the ref of a pull request.`, 'Let that workflow publish the preview, or set `review-signer: caller` and read in SECURITY.md what that gives up.');
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
    const pullRequests = await mergedPullRequests(github, run);
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

/***/ 365:
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


/***/ })

};
