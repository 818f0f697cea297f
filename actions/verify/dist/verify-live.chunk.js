export const id = "verify-live";
export const ids = ["verify-live"];
export const modules = {

/***/ 9327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   missingForLive: () => (/* binding */ missingForLive),
/* harmony export */   runProbes: () => (/* binding */ runProbes)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_outcome_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9603);
/* harmony import */ var _probes_probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4479);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7832);
/** Runs the probes, and tells what each of them saw. */




/** Requests to the API server in flight at once. */
const CONCURRENCY = 4;
/** Values of the variables that an http target sends, masked from here on. */
function headersOf(target, world) {
    return new Map(target.headers.map(({ name, variable }) => {
        const value = world.env[variable] ?? '';
        world.redactor.add(value);
        return [name, value];
    }));
}
/** What the targets need that is not there: an address, a credential, a database. */
function missingForLive(targets, inputs, world) {
    const problems = [];
    for (const target of targets) {
        if (target.probe !== 'http')
            continue;
        const url = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .urlOf */ .rs)(target, world.env);
        if (url instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            problems.push(url);
        for (const [index, value] of [...headersOf(target, world).values()].entries()) {
            if (/^[\t\x20-\x7e]+$/.test(value))
                continue;
            const variable = target.headers[index]?.variable;
            problems.push(new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                code: 'TARGET_CREDENTIAL',
                what: `The environment variable ${variable}, which \`${(0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)(target)}\` sends, ${value === '' ? 'is not set' : 'cannot be sent in a header'}.`,
                fix: `Set \`${variable}:\` under \`env:\` of this step, from a secret.`,
            }));
        }
    }
    const database = inputs['database-url'];
    if (targets.some(({ probe }) => probe === 'migration-head') && database === undefined) {
        problems.push(new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'INPUT_MISSING',
            what: 'The input `database-url` is required by the target `migration-head`.',
            fix: 'Add `database-url:` under `with:`; a user that may read the history is enough.',
        }));
    }
    return problems;
}
/** Whether another target expects something else of the same address. */
function isPaired(target, targets) {
    return targets.some((other) => other.probe === 'http' &&
        other !== target &&
        other.url === target.url &&
        !other.expect.some((status) => target.expect.includes(status)));
}
async function probe(target, { targets, inputs, world, client }, patience) {
    switch (target.probe) {
        case 'rollout': {
            const { probeRollout } = await __webpack_require__.e("verify-probes-rollout").then(__webpack_require__.bind(__webpack_require__, 9136));
            if (client === undefined)
                throw new Error('a rollout target has a client');
            return probeRollout(target, client, patience);
        }
        case 'http': {
            const { probeHttp } = await __webpack_require__.e("verify-probes-http").then(__webpack_require__.bind(__webpack_require__, 9641));
            const url = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .urlOf */ .rs)(target, world.env);
            if (url instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
                throw url;
            const headers = headersOf(target, world);
            const { random } = world;
            return probeHttp({ url, headers, expect: target.expect, paired: isPaired(target, targets), random }, patience);
        }
        case 'migration-head': {
            const { probeMigrationHead } = await Promise.all(/* import() | verify-probes-migration-head */[__webpack_require__.e("verify-probes-migration-head-packages"), __webpack_require__.e("verify-probes-migration-head")]).then(__webpack_require__.bind(__webpack_require__, 9788));
            const { workspace, random } = world;
            const databaseUrl = inputs['database-url'] ?? ''; // given: missingForLive asks for it
            return probeMigrationHead({ target, workspace, databaseUrl, random }, patience);
        }
    }
}
async function resultOf(target, live) {
    const { world, inputs } = live;
    const address = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)(target);
    const started = world.clock();
    const announced = new Set();
    const patience = {
        deadline: inputs['rollout-timeout'],
        signal: world.signal,
        waitFor: (what) => {
            if (!announced.has(what))
                world.log.info(`${address}: waiting for ${what}`);
            announced.add(what);
        },
    };
    const evidence = await probe(target, live, patience).catch((error) => {
        if (!world.signal.aborted)
            throw error;
        return (0,_probes_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('The run was cancelled before it was proven.');
    });
    const durationMs = Math.max(0, world.clock().getTime() - started.getTime());
    return { address, action: 'run', ...evidence, durationMs };
}
/**
 * Runs every probe, in two waves: services are asked only when what they consist of is rolled out, so that no answer
 * is that of an old version. What cannot be told fails the run, as a failure does.
 */
async function runProbes(plan, targets, inputs, world) {
    const startedAt = world.clock();
    const needsCluster = targets.some((target) => target.probe === 'rollout');
    const client = needsCluster
        ? (await Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("toolkit-kubernetes-connect+verify-repository"), __webpack_require__.e("toolkit-kubernetes-connect")]).then(__webpack_require__.bind(__webpack_require__, 1241))).connectCluster(inputs, { concurrency: CONCURRENCY }, world)
        : undefined;
    const live = { targets, inputs, world, client };
    const results = new Map();
    try {
        for (const wave of [
            targets.filter((target) => target.probe !== 'http'),
            targets.filter((target) => target.probe === 'http'),
        ]) {
            await Promise.all(wave.map(async (target) => results.set(target, await resultOf(target, live))));
        }
    }
    finally {
        client?.close();
    }
    const inOrder = targets.flatMap((target) => results.get(target) ?? []);
    const proven = inOrder.every((result) => result.status === 'done');
    return (0,_toolkit_model_outcome_ts__WEBPACK_IMPORTED_MODULE_1__/* .makeOutcome */ .v$)({
        step: plan.step,
        target: plan.target,
        digest: plan.digest,
        startedAt,
        finishedAt: world.clock(),
        status: world.signal.aborted ? 'cancelled' : proven ? 'succeeded' : 'failed',
        changed: false,
        results: inOrder,
    });
}


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   R0: () => (/* binding */ isUnreachable),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   aF: () => (/* binding */ tryUntil),
/* harmony export */   d6: () => (/* binding */ TooLate),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8090);

/** The deadline passed. */
class TooLate extends Error {
    /** What the last try came to. */
    last;
    constructor(last) {
        super('the deadline passed');
        this.last = last;
    }
}
/** Before and between further tries: milliseconds. */
const LADDER = { shortest: 200, longest: 5_000 };
/**
 * Tries until it works, is refused, or the deadline passes.
 * @param transient what to wait for, when an error is worth another try.
 * @throws TooLate with the last error; the cancelled run's reason.
 */
async function tryUntil({ deadline, signal: cancelled, waitFor }, random, transient, attempt) {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(deadline)]);
    let last;
    try {
        return await (0,_toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)({
            ...LADDER,
            attempts: Number.POSITIVE_INFINITY,
            classify: (error) => (transient(error) === undefined ? 'refuse' : 'again'),
            onRetry: (error) => {
                last = error;
                waitFor(transient(error) ?? '');
            },
            signal,
            random,
        }, () => attempt(signal));
    }
    catch (error) {
        cancelled.throwIfAborted();
        throw signal.aborted ? new TooLate(last) : error;
    }
}
/** The code of a system's, a library's or a server's error; empty when it has none. */
function codeOf(error) {
    const coded = typeof error === 'object' && error !== null && 'code' in error;
    return coded && typeof error.code === 'string' ? error.code : '';
}
const unreachable = new Set([
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
]);
/** Whether nobody answered, as opposed to answering something. */
function isUnreachable(error) {
    return unreachable.has(codeOf(error));
}
function done(message) {
    return { status: 'done', message };
}
function failed(message) {
    return { status: 'failed', message };
}
function unknown(message) {
    return { status: 'unknown', message };
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* unused harmony export backoff */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times.
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
            const wait = backoff(number, options);
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ })

};
