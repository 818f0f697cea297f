export const id = "toolkit-runtime-review";
export const ids = ["toolkit-runtime-review"];
export const modules = {

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

/***/ 70:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isSigner),
/* harmony export */   cm: () => (/* binding */ parseSigner),
/* harmony export */   s3: () => (/* binding */ signerWords)
/* harmony export */ });
const PUBLISH = '.github/workflows/publish.yml';
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * @param given the input `review-signer`; without it the `publish.yml` of the action's own repository: at any of its
 * branches and tags, or at the commit at which the action itself was asked for
 */
function parseSigner(given, { actionRepository, actionRef }) {
    if (given === 'caller')
        return { any: true };
    if (given === undefined) {
        const commit = actionRef !== undefined && COMMIT.test(actionRef) ? { commit: actionRef } : {};
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
    if (wanted !== undefined && COMMIT.test(wanted))
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


/***/ }),

/***/ 8628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permitFor: () => (/* binding */ permitFor),
/* harmony export */   recordReview: () => (/* binding */ recordReview),
/* harmony export */   showingBy: () => (/* binding */ showingBy),
/* harmony export */   signAndKeep: () => (/* binding */ signAndKeep)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _github_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9575);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _model_review_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3067);
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);
/* harmony import */ var _review_signer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70);
/* harmony import */ var _review_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3064);
/** Records what a run shows, and holds what a run is about to apply against what was shown. */







/** What a run shows, and by whom. @param salt in hexadecimal */
function showingBy({ run }, salt) {
    const { pullRequest, repositoryId, id, sha } = run;
    return {
        repositoryId,
        ...(pullRequest === undefined ? {} : { pullRequest: pullRequest.number }),
        commit: pullRequest?.headSha ?? sha,
        run: id,
        salt,
    };
}
/**
 * Keeps what a run shows as a review of its commit, signed by GitHub where the job may ask for it.
 */
async function recordReview(github, plan, shown, world) {
    const review = await (0,_model_review_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewOf */ .QR)(plan, showingBy(world, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')));
    await signAndKeep(github, review, shown, world);
}
async function signAndKeep(github, review, shown, world) {
    const [{ keepReview }, { audienceOf }] = await Promise.all([
        __webpack_require__.e("toolkit-review-keep").then(__webpack_require__.bind(__webpack_require__, 6841)),
        __webpack_require__.e("toolkit-review-sign").then(__webpack_require__.bind(__webpack_require__, 2746)),
    ]);
    if (!world.mayRequestIdToken)
        world.log.warning('This job has no `id-token: write`: GitHub does not sign what it shows, and nothing of it can be applied with `reviewed: required`.');
    const token = world.mayRequestIdToken ? await world.idToken(audienceOf(review)) : undefined;
    await keepReview(github, { review, token }, shown);
}
/** @returns what differs, and is not refused */
async function compare(plan, { review, shownBy }, { commit }, { log }) {
    const begun = Object.values(plan.released).some((remembered) => remembered.commit === commit);
    const comparison = await (0,_model_review_js__WEBPACK_IMPORTED_MODULE_2__/* .compareWithReview */ .uY)(plan, review, begun);
    if (comparison.verdict === 'equal')
        log.info(`This is what ${shownBy} showed (${(0,_report_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(plan.digest)}).`);
    if (comparison.verdict === 'remainder')
        log.notice(`Some of what ${shownBy} showed is already done; the rest of it is applied now.`);
    return comparison.verdict === 'different' ? { comparison, shownBy } : undefined;
}
function differs({ comparison, shownBy }) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'REVIEW_DIFFERS',
        what: `What would be applied is not what ${shownBy} showed: ${comparison.differences.map(({ address, what }) => `${address} (${what})`).join(', ')}.`,
        why: 'Something changed after it was shown: the place, the means, the files, or the target itself.',
        fix: 'Open a pull request, look at its preview, and merge that. Nothing was applied.',
    });
}
/**
 * Why a plan differs, where a later release has taken its place: the differences alone would not say it.
 * @returns undefined where it has not, or where that cannot be told
 */
async function outdated({ released }, forwards) {
    for (const [part, remembered] of Object.entries(released))
        try {
            await forwards.allow(part, remembered);
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            const older = failures.find(({ code }) => code === 'RELEASE_OLDER');
            if (older !== undefined)
                return older;
        }
    return undefined;
}
/** What a run leaves behind; one that no pull request shows leaves its command, so that whoever comes next knows of it. */
function nextOf(command, { run }) {
    return { commit: run.sha, run: command.reviewed ? run.id : `${command.name} ${run.id}` };
}
/** Nobody looks, and the target remembers the commit all the same. */
function unreviewed(command, world) {
    return {
        review: undefined,
        forwards: { next: nextOf(command, world), allow: async () => undefined },
        noting: undefined,
        pullRequest: undefined,
        check: async () => undefined,
        difference: () => undefined,
    };
}
/**
 * Looks for what was shown of the place of a run. That nothing was is told by `check`: a plan without changes needs no
 * review.
 * @throws Failure REVIEW_TOKEN, or one of `Run.place` unless `reviewed` is `warn`
 */
async function permitFor(run, asking) {
    const { step, command, inputs, world } = asking;
    const mode = inputs.reviewed;
    if (mode === 'off')
        return unreviewed(command, world);
    const refuse = (failure) => {
        if (mode === 'required')
            throw failure;
        world.log.warning(failure.message);
    };
    const token = inputs['github-token'];
    if (token === undefined)
        throw (0,_review_token_js__WEBPACK_IMPORTED_MODULE_4__/* .reviewToken */ .y)();
    const github = await (0,_github_connect_js__WEBPACK_IMPORTED_MODULE_5__/* .connectGitHub */ .U)(token, world);
    const once = !command.reviewed;
    const missing = [];
    /** Undefined when it failed as expected, which is kept for `check`. */
    const attempt = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            missing.push(...failures);
            return undefined;
        }
    };
    const [{ requireApproval }, { findReview, standingIn }, { forwardsOf }] = await Promise.all([
        __webpack_require__.e("toolkit-review-approval").then(__webpack_require__.bind(__webpack_require__, 3261)),
        __webpack_require__.e("toolkit-review-find").then(__webpack_require__.bind(__webpack_require__, 4165)),
        __webpack_require__.e("toolkit-review-forwards").then(__webpack_require__.bind(__webpack_require__, 2750)),
    ]);
    const place = mode === 'warn' ? await attempt(() => run.place()) : await run.place();
    if (once)
        await attempt(() => requireApproval(github, command.name, world));
    const signer = (0,_review_signer_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSigner */ .cm)(inputs['review-signer'], world.run);
    const found = place === undefined
        ? undefined
        : await attempt(() => findReview(github, { step, target: place.target, signer, inThisRun: once }, world));
    const next = nextOf(command, world);
    let difference;
    const line = { next, review: found?.review, once, standing: standingIn(github) };
    const noting = forwardsOf({
        ...line,
        refuse: (failure) => {
            throw failure;
        },
    });
    return {
        review: found?.review,
        pullRequest: found?.pullRequest,
        forwards: forwardsOf({ ...line, refuse }),
        noting,
        check: async (plan) => {
            if (mode === 'required')
                (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfAny */ .MI)(missing);
            for (const failure of missing)
                refuse(failure);
            const differing = found === undefined ? undefined : await compare(plan, found, next, world);
            if (differing === undefined)
                return;
            const older = mode === 'required' ? await outdated(plan, noting) : undefined;
            if (older !== undefined)
                throw older;
            difference = differing;
            refuse(differs(differing));
        },
        difference: () => difference,
    };
}


/***/ })

};
