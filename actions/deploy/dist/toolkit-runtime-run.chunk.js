export const id = "toolkit-runtime-run";
export const ids = [88,664];
export const modules = {

/***/ 576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ askedOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** @param inputs input \u2192 text, as the caller passed it */
function askedOf(step, inputs) {
    const texts = [inputs['name'] ?? '', ...step.asked(inputs)];
    const given = texts.map((text) => text.trim()).filter((text) => text !== '');
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([step.name, given]))
        .digest('hex');
    return { words: given.join(' '), hash: hash.slice(0, 12) };
}


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony exports isFlag, address */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3852);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9396);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6717);
/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */




/** A text; an empty one counts as not given. */
function text(description) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().trim().min(1, 'must not be empty').meta({ description });
}
/** `true` or `false`; `isFlag` knows it again. */
function flag(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'false'], 'must be true or false')
        .transform((value) => value === 'true')
        .default(fallback)
        .meta({ description, fallback: String(fallback), flag: true });
}
function isFlag(field) {
    return z.globalRegistry.get(field)?.['flag'] === true;
}
function choice(description, values, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(values, `must be one of ${values.join(', ')}`)
        .default(fallback)
        .meta({ description, fallback });
}
/** A duration such as `10m`, as milliseconds. */
function duration(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .transform((value, context) => {
        const milliseconds = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
        if (milliseconds !== undefined)
            return milliseconds;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be a duration such as 90s, 10m or 1h30m',
        });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
/** A whole number. */
function count(description, fallback, minimum = 0) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .regex(/^\d+$/, 'must be a whole number')
        .transform(Number)
        .refine((value) => value >= minimum, `must be at least ${minimum}`)
        .prefault(String(fallback))
        .meta({ description, fallback: String(fallback) });
}
/** A list or a map that is written for machines. */
function isJson(text) {
    if (!/^\s*[[{]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** One item a line; blank lines do not count. */
function list(description) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .transform((value, context) => {
        if (!isJson(value))
            return value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '');
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be one item a line, and not JSON',
        });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    })
        .prefault('')
        .meta({ description, fallback: '' });
}
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Where something may be sent to, the token of the job too. */
function isSafeAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password, hash } = new URL(text);
    const verified = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
    return verified && username === '' && password === '' && hash === '';
}
/** An address whose server proves who it is; on loopback it need not. */
function address(description) {
    return text(description).refine(isSafeAddress, 'must be an https address (http on loopback alone), without user, password and fragment');
}
/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
const commonInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    'github-token': text('Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.').optional(),
    comment: choice('Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.', ['auto', 'off'], 'auto'),
    publish: choice('Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.', ['here', 'hand-on'], 'here'),
    reviewed: choice('Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.', ['required', 'warn', 'off'], 'required'),
    'review-signer': text('Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.')
        .regex(/^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/, 'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml')
        .optional(),
    'events-url': address('Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.').optional(),
    'events-issuer': address('Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.').optional(),
    name: text('What people call the target, such as `production`; which target it is, its place decides.').optional(),
    'dry-run': flag('Shows what the command would do, and does not do it.', false),
    timeout: duration('How long the step may take before it is cancelled.', '30m'),
});
/**
 * Reads every input on its own, so that all problems are told at once.
 * @param given input name \u2192 text as passed by the caller; empty texts count as not given, as on a runner.
 */
function parseInputs(schema, given) {
    const problems = [];
    const values = {};
    const known = Object.keys(schema.shape);
    for (const name of Object.keys(given)) {
        if (known.includes(name))
            continue;
        const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, known);
        problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'INPUT_UNKNOWN',
            what: `There is no input \`${name}\`.`,
            fix: near === undefined ? `The inputs are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
        }));
    }
    for (const [name, field] of Object.entries(schema.shape)) {
        const value = given[name] === '' ? undefined : given[name];
        if (value?.includes('${{') === true) {
            problems.push(unevaluated(name, value));
            continue;
        }
        const result = zod__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xL(field, value);
        if (result.success) {
            if (result.data !== undefined)
                values[name] = result.data;
        }
        else if (value === undefined) {
            problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                code: 'INPUT_MISSING',
                what: `The input \`${name}\` is required.`,
                fix: `Add \`${name}:\` under \`with:\`. ${zod__WEBPACK_IMPORTED_MODULE_6__/* .globalRegistry */ .fd.get(field)?.description ?? ''}`.trim(),
            }));
        }
        else {
            for (const issue of result.error.issues) {
                problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                    code: 'INPUT_INVALID',
                    what: `The input \`${name}\` is \`${value}\`: ${issue.message}.`,
                    fix: `Correct \`${name}:\` under \`with:\`.`,
                }));
            }
        }
    }
    // Complete when nothing was wrong; a caller looks at the problems first.
    return { values: values, problems };
}
function unevaluated(name, value) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `The input \`${name}\` is \`${value}\`: nobody has evaluated it.`,
        why: 'GitHub evaluates expressions in workflows and actions only; in their quotes, in files and in variables they stay as they are.',
        fix: `Write the expression itself behind \`${name}:\` under \`with:\` of the workflow.`,
    });
}


/***/ }),

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Opening)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Collects everything that is wrong with a run, so that it is told at once; what was read meanwhile is kept. */
class Opening {
    #given;
    /** By their text: what is wrong for several reasons is told once. */
    #problems;
    constructor(given) {
        this.#given = given;
        this.#problems = new Map(given.problems.map((failure) => [failure.message, failure]));
    }
    add(...failures) {
        for (const failure of failures)
            this.#problems.set(failure.message, failure);
    }
    /**
     * Reads something. What it throws is told with everything else.
     * @returns what was read; it is asked for when everything is known to be right
     */
    read(work) {
        try {
            const value = work();
            return () => value;
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            this.add(...failures);
            return () => {
                throw error;
            };
        }
    }
    /** The inputs, complete. @throws Failures of everything that is wrong */
    inputs() {
        (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...this.#problems.values()]);
        return this.#given.valid; // complete: every input that is not is a problem
    }
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log, env }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 1793));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log, env });
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds of a text such as `90s`, `10m`, `1h30m` or `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    if (!/^(\d+(ms|[smh]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smh])/g)) {
        total += Number(amount) * units[unit]; // both set: the whole text matched the same pattern
    }
    return Number.isSafeInteger(total) ? total : undefined;
}
/** Where seconds stop to matter: milliseconds. */
const HOURS_FROM = 7_200_000;
/** A duration for people: `420 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1_000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1_000).toFixed(1)} s`;
    if (milliseconds >= HOURS_FROM) {
        const minutes = Math.round(milliseconds / 60_000);
        return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    }
    const seconds = Math.round(milliseconds / 1_000);
    const rest = seconds % 60;
    return rest === 0 ? `${seconds / 60} min` : `${(seconds - rest) / 60} min ${rest} s`;
}


/***/ }),

/***/ 184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* unused harmony export ends */
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8888);

/**
 * `nothing to do`: the target was looked at, and is well. `stale`: what was shown does not fit any more. `failed`: an
 * apply that did not do all of it; its outcome says what it did.
 */
const ends = (/* unused pure expression or super */ null && ([
    'planned',
    'nothing to do',
    'plan failed',
    'stale',
    'refused',
    'applied',
    'failed',
    'cancelled',
]));
/** What was shown of another commit, another base, or another state of the target. */
const outdated = new Set([
    'PLAN_STALE',
    'REVIEW_BASE',
    'REVIEW_COMMIT',
    'REVIEW_DIFFERS',
]);
/** What an apply is refused for under the target's lock, before its first change. */
const refusedByTarget = new Set([
    'PLAN_STALE',
    'RELEASE_ASIDE',
    'RELEASE_OLDER',
    'RELEASE_SET_BACK',
    'RELEASE_UNKNOWN',
    'REVIEW_USED',
]);
function endingOf({ cancelled, plan, outcome, ...about }) {
    const { failures, applies } = about;
    const codes = failures.map(({ code }) => code);
    if (cancelled)
        return { ...about, end: 'cancelled', plan, outcome };
    if (plan === undefined)
        return { ...about, end: 'plan failed', plan, outcome: undefined };
    if (!applies) {
        // Findings are what a plan shows; anything else kept it from being kept.
        if (codes.some((code) => code !== 'FINDINGS'))
            return { ...about, target: plan.target, end: 'plan failed', plan: undefined, outcome: undefined };
        const idle = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan).length === 0 && plan.findings.length === 0;
        return { ...about, end: idle ? 'nothing to do' : 'planned', plan, outcome: undefined };
    }
    const untouched = outcome === undefined || outcome.results.every(({ status }) => status === 'skipped');
    const refused = outcome === undefined || codes.some((code) => refusedByTarget.has(code));
    if (failures.length > 0 && untouched && refused) {
        const end = codes.some((code) => outdated.has(code)) ? 'stale' : 'refused';
        return { ...about, end, plan, outcome: undefined };
    }
    const failed = failures.length > 0 || outcome?.status !== 'succeeded';
    if (outcome === undefined || (!failed && (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan).length === 0))
        return { ...about, end: 'nothing to do', plan, outcome: undefined };
    return { ...about, end: failed ? 'failed' : 'applied', plan, outcome };
}
/** Undefined when not even that could be found out. */
function targetOf({ plan, target }) {
    return plan?.target ?? target;
}
/** The same for programs: a file for the later steps of the job. */
function outcomeOf(ending, now) {
    const { step, end, plan, outcome } = ending;
    if (outcome !== undefined)
        return outcome;
    const at = now.toISOString();
    const status = end === 'cancelled' ? 'cancelled' : end === 'plan failed' ? 'failed' : 'refused';
    return {
        step,
        target: targetOf(ending) ?? '',
        digest: plan?.digest ?? '',
        startedAt: at,
        finishedAt: at,
        status: end === 'nothing to do' ? 'succeeded' : status,
        changed: false,
        results: [],
    };
}


/***/ }),

/***/ 6717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** What somebody may have meant: for messages about names that are not known. */
/** Longer names are no names that somebody has written by hand. */
const LONGEST = 300;
/** @returns the name that is most alike; undefined when none is alike enough to be meant */
function nearest(name, known) {
    if (name.length > LONGEST)
        return undefined;
    const ranked = known
        .filter(({ length }) => length <= LONGEST)
        .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
        .sort((a, b) => a.distance - b.distance)[0];
    return ranked !== undefined && ranked.distance <= Math.max(2, name.length / 3)
        ? ranked.candidate
        : undefined;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 9603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q7: () => (/* binding */ Result),
/* harmony export */   v$: () => (/* binding */ makeOutcome)
/* harmony export */ });
/* unused harmony export Outcome */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2719);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6240);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8149);




const Result = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    action: _change_js__WEBPACK_IMPORTED_MODULE_0__/* .Action */ .rc,
    /** `unknown`: it cannot be told whether it was done. */
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['done', 'failed', 'skipped', 'unknown']),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
})
    .readonly();
const Outcome = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    step: _step_js__WEBPACK_IMPORTED_MODULE_1__/* .StepName */ .m,
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    /** `refused`: nothing was begun. */
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['succeeded', 'failed', 'cancelled', 'refused']),
    /** Whether the target is different from before. */
    changed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    results: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Result),
});
function makeOutcome(parts) {
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_4__/* .deepFreeze */ .o)({
        ...parts,
        startedAt: parts.startedAt.toISOString(),
        finishedAt: parts.finishedAt.toISOString(),
        results: parts.results.map(({ durationMs, message, ...result }) => ({
            ...result,
            // A clock that was set back meanwhile took no time away.
            durationMs: Math.max(0, durationMs),
            ...(message === undefined ? {} : { message }),
        })),
    });
}


/***/ }),

/***/ 5337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   XM: () => (/* binding */ wholePlan),
/* harmony export */   lA: () => (/* binding */ planSection)
/* harmony export */ });
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2394);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3824);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);




/** Bytes of a section's parts, so that four of them always fit. */
const SPACE = {
    alert: 1_500,
    destructive: 4_000,
    findings: 4_000,
    runs: 2_500,
    evidence: 2_000,
    parts: 3_000,
    diff: 12_000,
};
/** Where what is beyond is. */
const REST = 'the step summary';
const unlimited = Object.fromEntries(Object.keys(SPACE).map((part) => [part, Number.POSITIVE_INFINITY])); // the same keys
function destructiveAlert(changes, bytes) {
    const lines = changes.map(({ action, address, note }) => {
        const because = note === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(note)}`;
        return `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(address)} is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .pastOf */ .CM)(action)}${because}`;
    });
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines, bytes);
    const left = changes.length - shown.length;
    const rest = left === 0 ? [] : [`- \u2026 and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(left)} more`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('CAUTION', ['**This destroys something that is there.**', ...shown, ...rest]);
}
/** `terraform/stacks/dev at a1b2c3d \u00b7 plan 4c9e11d0a2b7` */
function origin(plan, revision) {
    // A bare SHA of a commit is linked by GitHub.
    const at = revision === undefined ? '' : ` at ${revision.commit.slice(0, 7)}`;
    const named = plan.name === undefined ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(plan.name)}** \u00b7 `;
    const last = [...new Set(Object.values(plan.released).map(({ commit }) => commit.slice(0, 7)))];
    const replaces = last.length === 0 ? '' : ` \u00b7 replaces ${last.join(', ')}`;
    return `${named}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(plan.target)}${at} \u00b7 plan ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(plan.digest))}${replaces}`;
}
/** What would be destroyed is open, and so is what would run; what is created or updated is folded away. */
function planSection(plan, revision) {
    return sectionIn(SPACE, plan, revision);
}
/** All of a plan as one Markdown text; undefined when its section says all of it. */
function wholePlan(section, plan, revision) {
    const whole = sectionIn(unlimited, plan, revision);
    if (whole.summary === section.summary && whole.details === section.details)
        return undefined;
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, `${whole.summary}\n\n${whole.details}\n`);
}
function sectionIn(space, plan, revision) {
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(plan);
    const title = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .headline */ .Pl)(plan);
    const open = [`### ${title}`, origin(plan, revision), ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .partsBlock */ .ks)(plan, space.parts)];
    const details = [];
    const outputs = changes.filter(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz);
    const destroying = changes.filter(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isDestructive */ .TI);
    if (destroying.length > 0)
        open.push(destructiveAlert(destroying, space.alert), (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .diff */ .Ui)(destroying, space.destructive, REST));
    const running = changes.filter(({ action }) => action === 'run');
    const runs = running.length > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .runTable */ .cS)(running, revision, space.runs)] : [];
    const findings = plan.findings.length > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsTable */ .f9)(plan.findings, revision, space.findings)] : [];
    const evidence = plan.evidence.map((each) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceBlock */ .rz)(each, space.evidence, REST));
    // What was tried is about what runs: then both are read first.
    open.push(...(evidence.length > 0 ? [...runs, ...evidence, ...findings] : [...findings, ...runs]));
    for (const action of ['update', 'import', 'move', 'create', 'run']) {
        const some = changes.filter((change) => change.action === action && !(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz)(change));
        const shown = action === 'run' ? some.filter(({ after }) => after !== undefined) : some;
        if (shown.length === 0)
            continue;
        const heading = `<b>${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(shown.length)} to ${action}:</b> ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ)(shown)}`;
        details.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(heading, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .diff */ .Ui)(shown, space.diff, REST)));
    }
    if (outputs.length > 0)
        details.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`<b>${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(outputs.length, 'output')}</b>`, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .diff */ .Ui)(outputs, space.diff, REST)));
    return {
        title: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, title),
        summary: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, open.join('\n\n')),
        details: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, details.join('\n\n')),
    };
}


/***/ }),

/***/ 4113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ SectionVerdict),
/* harmony export */   KV: () => (/* binding */ verdictTable),
/* harmony export */   eE: () => (/* binding */ sectionOwners),
/* harmony export */   gt: () => (/* binding */ makeVerdict),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* unused harmony export verdictWords */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _model_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8149);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2672);
/** What every step and target of a pull request comes to, the worst first. */




/** In the order in which they are told. */
const icons = {
    failed: '\u274c',
    'plan failed': '\u274c',
    cancelled: '\ud83d\udeab',
    stale: '\u26d4',
    refused: '\u26d4',
    destroys: '\ud83d\udca5',
    blocked: '\ud83d\uded1',
    'cannot tell': '\u2754',
    warnings: '\u26a0\ufe0f',
    changes: '\ud83d\udcdd',
    applied: '\u2705',
    proven: '\u2705',
    'nothing to do': '\u2705',
};
const verdictWords = Object.keys(icons); // the same keys
/** Where they are counted. */
const counted = {
    destroys: 'destroying',
    warnings: 'with warnings',
    changes: 'with changes',
};
/** UTF-16 units. */
const LONGEST = { of: 160, why: 240, worst: 240 };
/** Lines of what is bad in one section. */
const MOST_WORST = 9;
/** Whose sections a comment has: the steps', and the publisher's own of what it could not publish. */
const sectionOwners = [..._model_step_js__WEBPACK_IMPORTED_MODULE_0__/* .stepNames */ .V, 'publish'];
const SectionOwner = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(sectionOwners);
const ownerTitle = { ..._wording_js__WEBPACK_IMPORTED_MODULE_2__/* .stepTitle */ .Fb, publish: 'Publish' };
/** As a section of the comment carries it: anybody who may edit the comment may have written it. */
const SectionVerdict = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(verdictWords),
    step: SectionOwner,
    /** What people call the target, or the target; empty when it is not known. */
    of: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST.of + 40),
    /** One line. */
    why: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST.why + 40),
    /** What is bad in it, a line each, the worst first; between backticks it is code. */
    worst: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST.worst + 40)).max(MOST_WORST),
    /** Of the head of the pull request. */
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/),
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/),
    /** Hash of the inputs by which the caller names the place. */
    asked: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{12}$/),
    /** Whether the target is known: it is not when nothing could be opened. */
    known: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
});
function makeVerdict({ verdict, step, of, why, worst, commit, run, asked, known, }) {
    const [named, because] = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(of, LONGEST.of), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(why, LONGEST.why)];
    const bad = worst.slice(0, MOST_WORST).map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(line, LONGEST.worst));
    return { verdict, step, of: named, why: because, worst: bad, commit, run, asked, known };
}
function rank({ verdict }) {
    return verdictWords.indexOf(verdict?.verdict ?? 'cannot tell');
}
function worstFirst(rows) {
    return rows.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
function targetIn(name) {
    const encoded = name.slice(name.indexOf(' ') + 1);
    try {
        return decodeURIComponent(encoded);
    }
    catch {
        return encoded;
    }
}
function stepIn(name) {
    const step = sectionOwners.find((each) => name.startsWith(`${each} `));
    return step === undefined ? '' : ownerTitle[step];
}
const UNREADABLE = 'Its marker in this comment was changed, or is of another version.';
/** @param whole whether what is bad in it is told as well */
function cells({ name, verdict }, head, whole = true) {
    if (verdict === undefined)
        return [
            `${icons['cannot tell']} **cannot tell**`,
            `${stepIn(name)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breaking */ .q4)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(targetIn(name), LONGEST.of)))}<br>${UNREADABLE}`,
        ];
    const earlier = verdict.commit === head ? '' : ', an earlier commit';
    const of = !verdict.known && verdict.of === '' ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breaking */ .q4)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(verdict.of))}`;
    const worst = whole ? verdict.worst.map((line) => `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breaking */ .q4)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(line))}</b>`) : [];
    const where = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('run', verdict.run)} of ${verdict.commit.slice(0, 7)}${earlier}`;
    return [
        `${icons[verdict.verdict]} **${verdict.verdict}**`,
        [`${ownerTitle[verdict.step]}${of}`, ...worst, `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(verdict.why)} \u00b7 ${where}`].join('<br>'),
    ];
}
/** As many rows whole as fit, from the first; the others without what is bad in them. */
function fittingRows(rows, head) {
    const bytes = (all) => all.reduce((sum, each) => sum + Buffer.byteLength(each.join(' | ')) + 5, 0);
    const told = rows.map((row) => cells(row, head));
    for (let last = rows.length - 1; last >= 0 && bytes(told) > SPACE; last--)
        told[last] = cells(rows[last], head, false); // within its bounds
    return told;
}
/** Bytes that the rows may take; what is beyond is counted. */
const SPACE = 20_000;
/**
 * One line for the whole, and a table with a row for each section.
 * @param head full SHA of the commit that the pull request is at
 */
function verdictTable(rows, head) {
    const sorted = worstFirst(rows);
    const counts = new Map();
    for (const { verdict } of sorted) {
        const word = verdict?.verdict ?? 'cannot tell';
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const [[worst] = ['nothing to do']] = [...counts];
    const only = sorted.length === 1;
    const earlier = sorted.filter(({ verdict }) => verdict !== undefined && verdict.commit !== head).length;
    const notes = [
        ...(only ? [] : [...counts].map(([word, count]) => `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(count)} ${counted[word] ?? word}`)),
        ...(earlier === 0 ? [] : [`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(earlier)} of an earlier commit`]),
    ];
    const whole = `${icons[worst]} **${worst[0]?.toUpperCase()}${worst.slice(1)}**`;
    const told = fittingRows(sorted, head);
    const lines = told.map((each) => `| ${each.join(' | ')} |`);
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(lines, SPACE).length;
    const left = sorted.length - shown;
    return [
        notes.length === 0 ? whole : `${whole} \u00b7 ${notes.join(' \u00b7 ')}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['verdict', 'what'], told.slice(0, shown)),
        ...(left === 0 ? [] : [`\u2026 and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(left)} more.`]),
    ].join('\n\n');
}


/***/ }),

/***/ 3064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ reviewToken)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Why a run cannot compare with what its pull request showed. */
function reviewToken() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'REVIEW_TOKEN',
        what: '`reviewed` needs `github-token` to find what the pull request showed.',
        fix: 'Pass `github-token: ${{ github.token }}` with `permissions: actions: read, checks: read, contents: read, pull-requests: read`, or set `reviewed: off`.',
    });
}


/***/ }),

/***/ 1286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  givenTo: () => (/* binding */ givenTo),
  inputsOf: () => (/* binding */ inputsOf),
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/action/inputs.js
var inputs = __webpack_require__(3199);
// EXTERNAL MODULE: ./build/toolkit/action/opening.js
var opening = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var model_outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
;// CONCATENATED MODULE: ./build/toolkit/action/progress.js


/**
 * What an apply has done so far, told by it as soon as it is known. It stands whatever ends the apply: a failure, a
 * cancel, or a bug.
 */
class Progress {
    #plan;
    #clock;
    #startedAt;
    #onlyLooks;
    #results = new Map();
    #changed = false;
    #more = {};
    /** @param onlyLooks whether what is done changes nothing */
    constructor(plan, clock, onlyLooks = false) {
        this.#plan = plan;
        this.#clock = clock;
        this.#startedAt = clock();
        this.#onlyLooks = onlyLooks;
    }
    /** What became of changes; what is said of one last counts, and gives it its place. */
    record(...results) {
        for (const result of results) {
            this.#results.delete(result.address);
            this.#results.set(result.address, result);
            // What may have been done counts as done, and what was done stays so whatever comes of it.
            this.#changed ||= result.status === 'done' || result.status === 'unknown';
        }
    }
    /** What the outcome of this step has besides. */
    add(more) {
        this.#more = { ...this.#more, ...more };
    }
    /** How it stands, in the order in which it was told; what was not told of was not done. */
    outcome(status) {
        const rest = (0,model_plan/* effectiveChanges */.Jp)(this.#plan).flatMap(({ address, action }) => this.#results.has(address) ? [] : [{ address, action, status: 'skipped', durationMs: 0 }]);
        const { step, target, digest } = this.#plan;
        const outcome = (0,model_outcome/* makeOutcome */.v$)({
            step,
            target,
            digest,
            startedAt: this.#startedAt,
            finishedAt: this.#clock(),
            status,
            changed: this.#changed && !this.#onlyLooks,
            results: [...this.#results.values(), ...rest],
        });
        return { ...this.#more, ...outcome };
    }
}

// EXTERNAL MODULE: ./build/toolkit/identity/permission.js
var permission = __webpack_require__(4669);
// EXTERNAL MODULE: ./build/toolkit/model/ending.js
var model_ending = __webpack_require__(184);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/runtime/create-world.js + 6 modules
var create_world = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/toolkit/runtime/event.js
var runtime_event = __webpack_require__(3342);
;// CONCATENATED MODULE: ./build/toolkit/runtime/hand-on-problems.js

/** What a pull request or a merge queue would release. */
function isHandedOn({ command, valid }, { run }) {
    const planned = run.pullRequest !== undefined || run.event === 'merge_group';
    return valid.publish === 'hand-on' && !command.acts && !command.looks && planned;
}
/** What is told before anything is planned. */
function handOnProblems(asked, host) {
    const { command, valid } = asked;
    if (host.problems.length > 0 || valid.publish !== 'hand-on')
        return [];
    if (command.acts && !command.applies && !command.reviewed)
        return [
            new failure/* Failure */.HR({
                code: 'HAND_ON_APPROVAL',
                what: `A dry run of \`${command.name}\` cannot be handed on.`,
                why: 'What the reviewers of an environment approve is shown by the run that applies it, and is on no pull request.',
                fix: 'Leave `publish` at `here` for it.',
            }),
        ];
    if (!isHandedOn(asked, host) || host.artifacts !== undefined)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'HAND_ON_NOWHERE',
            what: 'This runner keeps no artifacts: the plan cannot be handed on.',
            why: 'It lacks ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, by which artifacts are kept.',
            fix: 'Set `publish: here`, or use a runner that keeps artifacts in their version 4.',
        }),
    ];
}

// EXTERNAL MODULE: ./build/toolkit/runtime/logger.js
var logger = __webpack_require__(228);
// EXTERNAL MODULE: ./build/toolkit/action/asked.js
var asked = __webpack_require__(576);
// EXTERNAL MODULE: ./build/toolkit/github/connect.js
var connect = __webpack_require__(9575);
// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var masked = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/toolkit/report/comment.js
var comment = __webpack_require__(5337);
// EXTERNAL MODULE: ./build/toolkit/report/failures.js
var report_failures = __webpack_require__(3817);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/source.js
var model_source = __webpack_require__(2286);
// EXTERNAL MODULE: ./build/toolkit/report/difference.js + 1 modules
var difference = __webpack_require__(7044);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
;// CONCATENATED MODULE: ./build/toolkit/report/log.js






/** Longer addresses do not widen their column. */
const WIDEST = 72;
const sign = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    import: '<-',
    move: '->',
    forget: 'x',
    run: '>',
    none: ' ',
};
const colours = { red: 31, green: 32, yellow: 33, cyan: 36 };
const actionColour = {
    create: 'green',
    update: 'yellow',
    replace: 'red',
    delete: 'red',
    import: 'green',
    move: 'yellow',
    forget: 'red',
    run: 'cyan',
    none: 'cyan',
};
const severityColour = {
    error: 'red',
    warning: 'yellow',
    notice: 'cyan',
};
const statusColour = {
    done: 'green',
    failed: 'red',
    skipped: 'yellow',
    unknown: 'red',
};
const verdictColour = {
    pass: 'green',
    fail: 'red',
    unknown: 'yellow',
};
/** Puts text into a colour, where they are seen. */
function painter({ colour = false }) {
    return (name, text) => (colour ? `\u001b[${colours[name]}m${text}\u001b[39m` : text);
}
function place(source) {
    return source === undefined ? '' : (0,markdown/* oneLine */.TN)((0,model_source/* formatSource */.j)(source));
}
/** Words in columns, each as wide as its widest word, but no wider than `WIDEST`. */
function columns(rows) {
    const width = (column) => rows
        .map((row) => row[column]?.length ?? 0)
        .reduce((widest, length) => (length <= WIDEST ? Math.max(widest, length) : widest), 0);
    const widths = (rows[0] ?? []).map((_, column) => width(column));
    return rows.map((row) => row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
/** What is created is told by its name; of what is there already, also what becomes of it. */
function showsAttributes({ action, before }) {
    return (action === 'update' ||
        action === 'replace' ||
        ((action === 'run' || action === 'import') && before !== undefined));
}
function planText(plan, options = {}) {
    const paint = painter(options);
    const { told = new Set() } = options;
    const changes = (0,wording/* inOrder */.al)(plan);
    const rows = columns(changes.map((change) => [
        `  ${sign[change.action].padEnd(3)}`,
        (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(change.address), 300),
        (0,markdown/* oneLine */.TN)(change.kind),
        place(change.source),
    ]));
    const lines = changes.flatMap((change, index) => [
        paint(actionColour[change.action], rows[index] ?? ''),
        ...(change.note === undefined ? [] : [`      ${(0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(change.note), 1_000)}`]),
        ...(showsAttributes(change) ? (0,difference/* differenceLines */.Z)(change).map((line) => `        ${(0,markdown/* printable */.g$)(line)}`) : []),
    ]);
    const findings = (0,wording/* bySeverity */.Np)(plan.findings.filter((each) => !told.has(each))).flatMap((finding) => [
        `  ${paint(severityColour[finding.severity], (0,wording/* severityText */.pA)(finding))} ${place(finding.source)} ${(0,markdown/* oneLine */.TN)(finding.message)} [${(0,markdown/* oneLine */.TN)(finding.rule)}]`,
        `      ${(0,markdown/* oneLine */.TN)(finding.why)}`,
        ...finding.fix.split('\n').map((line) => `      ${(0,markdown/* oneLine */.TN)(line)}`),
    ]);
    const evidence = plan.evidence.flatMap((each) => [
        paint(verdictColour[each.verdict], `  ${(0,markdown/* oneLine */.TN)(each.title)}: ${(0,wording/* evidenceText */.rS)(each)}. `) +
            (0,markdown/* oneLine */.TN)(each.text),
        ...(each.difference ?? []).map((line) => `      ${(0,markdown/* printable */.g$)(line)}`),
    ]);
    const head = `${(0,wording/* headline */.Pl)(plan)} (${(0,markdown/* oneLine */.TN)(plan.target)}, plan ${(0,wording/* shortDigest */.VK)(plan.digest)})`;
    return (0,masked/* rendered */.gj)(plan, [head, ...findings, ...lines, ...evidence].join('\n'));
}
function outcomeText(plan, outcome, options = {}) {
    const paint = painter(options);
    const took = (0,duration/* formatDuration */.a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const rows = columns(outcome.results.map((result) => [
        `  ${result.status}`,
        result.action,
        (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(result.address), 300),
        (0,duration/* formatDuration */.a)(result.durationMs),
    ]));
    const lines = outcome.results.flatMap((result, index) => [
        paint(statusColour[result.status], rows[index] ?? ''),
        ...(result.message === undefined
            ? []
            : (0,markdown/* printable */.g$)(result.message)
                .split('\n')
                .map((line) => `      ${line}`)),
    ]);
    const head = `${wording/* stepTitle */.Fb[plan.step]}: ${outcome.status} in ${took} (${(0,markdown/* oneLine */.TN)(plan.target)}, changed=${outcome.changed})`;
    return (0,masked/* rendered */.gj)([plan, outcome], [head, ...lines].join('\n'));
}
/** What would be applied and was not shown, or was shown and would not be. */
function differenceText({ comparison, shownBy }, options = {}) {
    const paint = painter(options);
    const lines = comparison.differences.map(({ address, what, reviewed, planned, detail }) => {
        const action = planned === undefined ? reviewed : planned.action;
        const notes = [planned?.note, detail].filter((part) => part !== undefined);
        const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
        const named = (0,markdown/* oneLine */.TN)(`${action === undefined ? '' : `${action} `}${address}${note}`);
        return `  ${paint('red', (0,markdown/* oneLine */.TN)(what))}: ${(0,markdown/* shortened */.vI)(named, 1_000)}`;
    });
    return [`This is not what ${(0,markdown/* oneLine */.TN)(shownBy)} showed:`, ...lines].join('\n');
}

// EXTERNAL MODULE: ./build/toolkit/report/blocks.js
var report_blocks = __webpack_require__(3824);
;// CONCATENATED MODULE: ./build/toolkit/report/summary.js






/** Bytes; a step appends at most one plan, and what came of it. */
const SPACE = { table: 150_000, evidence: 100_000, parts: 50_000, diff: 250_000 };
const REST = 'the plan file';
function changesTable(changes, revision) {
    const rows = changes.map((change) => [
        wording/* destructive */.RD.has(change.action) ? `**${change.action}**` : change.action,
        (0,report_blocks/* linked */.q)(change.address, change.source, revision) +
            (change.note === undefined ? '' : `<br>${(0,markdown/* prose */.CS)(change.note)}`),
        (0,markdown/* code */.aY)(change.kind),
    ]);
    return (0,report_blocks/* boundedTable */.c8)(['', 'what', 'kind'], rows, SPACE.table);
}
/** The whole plan: every finding, every change, and what each does to each attribute. */
function planSummary(plan, revision) {
    const changes = (0,wording/* inOrder */.al)(plan);
    const blocks = [`### ${(0,wording/* headline */.Pl)(plan)}`, (0,comment/* origin */.TG)(plan, revision), ...(0,report_blocks/* partsBlock */.ks)(plan, SPACE.parts)];
    if (plan.findings.length > 0)
        blocks.push((0,report_blocks/* findingsTable */.f9)(plan.findings, revision, SPACE.table));
    const running = changes.filter(({ action }) => action === 'run');
    const rest = changes.filter(({ action }) => action !== 'run');
    if (running.length > 0)
        blocks.push((0,report_blocks/* runTable */.cS)(running, revision, SPACE.table));
    blocks.push(...plan.evidence.map((each) => (0,report_blocks/* evidenceBlock */.rz)(each, SPACE.evidence, REST)));
    if (rest.length > 0)
        blocks.push(changesTable(rest, revision));
    const differing = changes.filter(({ before, after }) => before !== undefined || after !== undefined);
    if (differing.length > 0)
        blocks.push((0,markdown/* folded */.TM)('<b>Every attribute</b>', (0,report_blocks/* diff */.Ui)(differing, SPACE.diff, REST)));
    return (0,masked/* rendered */.gj)(plan, blocks.join('\n\n'));
}
const statusText = {
    done: 'done',
    failed: '**failed**',
    skipped: 'not done',
    unknown: '**cannot tell**',
};
/** What did not go well comes first. */
const statusOrder = ['failed', 'unknown', 'skipped', 'done'];
const pastTense = {
    succeeded: 'succeeded',
    failed: 'failed',
    cancelled: 'was cancelled',
    refused: 'was refused',
};
/** One line: `Deploy failed in 3 s: 1 of 3 changes done`. */
function outcomeTitle(plan, outcome) {
    const took = (0,duration/* formatDuration */.a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const unchanged = outcome.changed || outcome.results.length === 0 || plan.step === 'verify'
        ? ''
        : ', nothing is different from before';
    return `${wording/* stepTitle */.Fb[plan.step]} ${pastTense[outcome.status]} in ${took}: ${(0,wording/* doneText */.ks)(plan, outcome)}${unchanged}`;
}
/** What became of each change, what did not go well first; none without a result. */
function outcomeBlocks(outcome, bytes) {
    const rows = outcome.results
        .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
        .map((result) => [
        statusText[result.status],
        `${result.action} ${(0,markdown/* code */.aY)(result.address)}${result.message === undefined ? '' : `<br>${(0,markdown/* prose */.CS)(result.message)}`}`,
        result.status === 'skipped' ? '' : (0,duration/* formatDuration */.a)(result.durationMs),
    ]);
    return rows.length === 0 ? [] : [(0,report_blocks/* boundedTable */.c8)(['', 'what', 'took'], rows, bytes)];
}
/** What would be applied, beside what was shown. */
function refusalBlocks({ comparison }, bytes) {
    const rows = comparison.differences.map(({ address, what, reviewed, planned, detail }) => [
        (0,markdown/* code */.aY)(address),
        reviewed ?? '\u2014',
        planned?.action ?? '\u2014',
        (0,markdown/* prose */.CS)(detail === undefined ? what : `${what}: ${detail}`),
    ]);
    const planned = comparison.differences.flatMap((difference) => difference.planned ?? []);
    return [
        (0,report_blocks/* boundedTable */.c8)(['what', 'reviewed', 'planned now', 'how it differs'], rows, bytes),
        ...(planned.length === 0 ? [] : [(0,markdown/* folded */.TM)('<b>Planned now</b>', (0,report_blocks/* diff */.Ui)(planned, bytes, REST))]),
    ];
}

;// CONCATENATED MODULE: ./build/toolkit/report/ending.js
/** What is told of the end of a run, in each place; how a plan itself is shown, its own files say. */










/** Bytes of each part. */
const ending_SPACE = {
    comment: { failures: 4_500, results: 4_500, difference: 2_500 },
    summary: { failures: 50_000, results: 100_000, difference: 100_000 },
};
function cancelledWords(outcome) {
    return outcome === undefined ? 'was cancelled before anything was done' : 'was cancelled';
}
/** One line: `Deploy failed in 3 s: 1 of 3 changes done`, `Deploy could not be planned`. */
function endingTitle(ending) {
    const { step, end, plan, outcome, difference, applies } = ending;
    const title = wording/* stepTitle */.Fb[step];
    if (plan !== undefined && outcome !== undefined)
        return outcomeTitle(plan, outcome);
    switch (end) {
        case 'planned':
            return (0,wording/* headline */.Pl)(plan);
        case 'nothing to do':
            return applies ? `${title}: there was nothing to do` : (0,wording/* headline */.Pl)(plan);
        case 'plan failed':
            return ending.looks === true
                ? `${title}: the ${ending.command} could not be told`
                : `${title} could not be planned`;
        case 'stale':
            return `${title}: nothing was applied. ${difference === undefined ? 'What was shown does not fit any more' : `This is not what ${difference.shownBy} showed`}`;
        case 'refused':
            return `${title} was refused, and nothing was applied`;
        default:
            return `${title} ${cancelledWords(outcome)}`;
    }
}
function judgementOf(plan) {
    const changes = (0,model_plan/* effectiveChanges */.Jp)(plan);
    const found = (0,wording/* findingText */.NK)(plan);
    const counts = changes.length === 0 && found !== undefined ? [] : [(0,wording/* countText */.lT)(plan)];
    const why = [...counts, ...(found === undefined ? [] : [found])].join('; ');
    const has = (severity) => plan.findings.some((finding) => finding.severity === severity);
    const verdict = changes.some(wording/* isDestructive */.TI)
        ? 'destroys'
        : plan.findings.some(finding/* isBlocking */.Us)
            ? 'blocked'
            : plan.findings.some((finding) => finding.verdict === 'unknown')
                ? 'cannot tell'
                : has('error') || has('warning')
                    ? 'warnings'
                    : changes.length > 0
                        ? 'changes'
                        : 'nothing to do';
    return { verdict, why, worst: (0,wording/* worstOf */.hm)(plan) };
}
/** What an end comes to in the table of all of them. */
function judgementOn(ending) {
    const { step, end, plan, outcome, failures } = ending;
    const first = (0,report_failures/* firstOf */.Ku)(failures);
    if (plan !== undefined && outcome !== undefined) {
        const done = (0,wording/* doneText */.ks)(plan, outcome);
        const why = end === 'applied' ? done : `${done}. ${first}`;
        const proven = step === 'verify' ? 'proven' : 'applied';
        return { verdict: end === 'applied' ? proven : end, why: why.trim(), worst: [] };
    }
    switch (end) {
        case 'planned':
            return judgementOf(plan);
        case 'nothing to do':
            return { verdict: end, why: 'the target is as it should be', worst: [] };
        case 'cancelled':
            return { verdict: end, why: 'before anything was done', worst: [] };
        default:
            return { verdict: end, why: first, worst: [] };
    }
}
/** A check run is green only where all is well, or done. */
function conclusionOn(ending) {
    const { end, plan } = ending;
    if (end === 'cancelled')
        return 'cancelled';
    if (end === 'planned')
        return plan.findings.some(finding/* isBlocking */.Us) ? 'failure' : 'success';
    return end === 'applied' || end === 'nothing to do' ? 'success' : 'failure';
}
/** Which plan, by which run; of what could not be planned, what follows from that. */
function introduction(ending, { revision, runUrl }) {
    const { plan, applies, looks = false } = ending;
    const by = applies ? ` \u00b7 ${(0,markdown/* link */.nf)('this run', runUrl)}` : '';
    if (plan !== undefined)
        return (0,comment/* origin */.TG)(plan, revision) + by;
    const at = revision.commit.slice(0, 7);
    const target = (0,model_ending/* targetOf */.$r)(ending);
    const commit = target === undefined ? at : `${(0,markdown/* code */.aY)(target)} at ${at}`;
    if (looks)
        return `Nothing was changed: ${commit}`;
    return applies
        ? `Nothing was applied: ${commit}${by}`
        : `There is no plan of ${commit}: nothing of it can be applied, and what an earlier commit showed does not count any more.`;
}
/** What differs; where that did not end the run, it is told that it does. */
function differenceBlocks({ difference, failures }, bytes) {
    if (difference === undefined)
        return [];
    const shownBy = (0,markdown/* prose */.CS)(difference.shownBy);
    const warning = `**This is not what ${shownBy} showed.** It was applied all the same, because of \`reviewed: warn\`.`;
    return [...(failures.length > 0 ? [] : [(0,markdown/* alert */.xE)('WARNING', [warning])]), ...refusalBlocks(difference, bytes)];
}
/** What came of the plan, as Markdown blocks without a heading. */
function blocks(ending, reference, where) {
    const { plan, outcome, failures, end } = ending;
    const space = ending_SPACE[where];
    const { errorsPage, revision } = reference;
    const told = failures.length === 0 ? [] : [(0,report_failures/* failuresTable */.YI)(failures, errorsPage, revision, space.failures)];
    const results = plan === undefined || outcome === undefined ? [] : outcomeBlocks(outcome, space.results);
    const cautions = end === 'failed' && outcome?.changed === true
        ? [
            (0,markdown/* alert */.xE)('CAUTION', [
                '**Part of it is done.** What is done stays done; the same run, started again, does the rest.',
            ]),
        ]
        : [];
    return [...cautions, ...told, ...differenceBlocks(ending, space.difference), ...results];
}
/** What is appended to the step summary when a run is over; undefined where its plan, which stands there, says all. */
function endingSummary(ending, reference) {
    const { end, applies, failures } = ending;
    if (!applies && end !== 'plan failed' && end !== 'cancelled') {
        if (failures.length === 0)
            return undefined;
        const table = (0,report_failures/* failuresTable */.YI)(failures, reference.errorsPage, reference.revision, ending_SPACE.summary.failures);
        return (0,masked/* rendered */.gj)(ending, `### ${wording/* stepTitle */.Fb[ending.step]} is blocked\n\n${table}`);
    }
    const head = `### ${endingTitle(ending)}`;
    const parts = [head, introduction(ending, reference), ...blocks(ending, reference, 'summary')];
    return (0,masked/* rendered */.gj)(ending, parts.join('\n\n'));
}
/** Its section of the comment, and its check run. */
function endingSection(ending, reference) {
    const { end, plan, applies } = ending;
    if (!applies && plan !== undefined && (end === 'planned' || end === 'nothing to do'))
        return (0,comment/* planSection */.lA)((0,masked/* partOf */.BU)(ending, 'plan'), reference.revision);
    const title = endingTitle(ending);
    const parts = [`### ${title}`, introduction(ending, reference), ...blocks(ending, reference, 'comment')];
    return {
        title: (0,masked/* rendered */.gj)(ending, title),
        summary: (0,masked/* rendered */.gj)(ending, parts.join('\n\n')),
        details: (0,masked/* rendered */.gj)(ending, ''),
    };
}
/** What the log says at the end, beside its failures, which are told as what they are. */
function endingText(ending, options = {}) {
    const { end, applies, plan, outcome, difference } = ending;
    if (!applies && (end === 'planned' || end === 'nothing to do'))
        return undefined;
    const differing = difference === undefined ? [] : [differenceText(difference, options)];
    const told = plan !== undefined && outcome !== undefined
        ? outcomeText((0,masked/* partOf */.BU)(ending, 'plan'), (0,masked/* partOf */.BU)(ending, 'outcome'), options)
        : end === 'nothing to do'
            ? `${wording/* stepTitle */.Fb[ending.step]}: nothing to do (${(0,markdown/* prose */.CS)(plan.target)}, changed=false)`
            : endingTitle(ending);
    return (0,masked/* rendered */.gj)(ending, [...differing, told].join('\n'));
}

// EXTERNAL MODULE: ./build/toolkit/report/verdict.js
var report_verdict = __webpack_require__(4113);
;// CONCATENATED MODULE: ./build/toolkit/github/section-body.js
/** The section of an end in the comment, with its row in the table of all of them. */




function sectionBodyOf({ ending, section, of, asked, commit, runUrl, artifact, }) {
    const { step, plan } = ending;
    const target = (0,model_ending/* targetOf */.$r)(ending);
    const verdict = (0,report_verdict/* makeVerdict */.gt)({
        ...judgementOn(ending),
        step,
        of: of ?? plan?.name ?? target ?? asked.words,
        commit,
        run: runUrl,
        asked: asked.hash,
        known: target !== undefined,
    });
    return {
        key: { step, target: target === undefined ? undefined : (0,masked/* rendered */.gj)(ending, target) },
        verdict: verdict, // its texts are made of masked ones
        summary: section.summary,
        details: section.details,
        runUrl,
        artifact,
    };
}

;// CONCATENATED MODULE: ./build/toolkit/report/annotations.js



/** GitHub shows so many annotations of each level for a step; the rest would vanish. */
const SHOWN = 10;
/** Plain text; the runner's own escaping is the host's. */
function annotation(finding, more) {
    const { severity, message, why, fix, rule, source } = finding;
    const verdict = finding.verdict === 'unknown' ? `${(0,wording/* severityText */.pA)(finding)}: ` : '';
    const text = [message, why, fix].map((part) => (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(part), 1_000)).join('\n');
    return { level: severity, message: verdict + text + more, title: (0,markdown/* oneLine */.TN)(rule), source };
}
const severities = ['error', 'warning', 'notice'];
/** The findings that are annotated: the first ten of each severity. */
function annotated(plan) {
    const of = (level) => plan.findings.filter(({ severity }) => severity === level);
    return new Set(severities.flatMap((level) => of(level).slice(0, SHOWN)));
}
/** The first ten findings of each severity, errors first; the tenth says how many more the step summary has. */
function annotationsOf(plan) {
    return severities.flatMap((level) => {
        const ofLevel = plan.findings.filter((finding) => finding.severity === level);
        const more = ofLevel.length - SHOWN;
        return ofLevel.slice(0, SHOWN).map((finding, index) => {
            const isLast = more > 0 && index === SHOWN - 1;
            const rest = isLast ? `\n(${(0,wording/* plural */.LS)(more, `more ${level}`)} in the step summary)` : '';
            const shown = annotation(finding, rest);
            return { ...shown, message: (0,masked/* rendered */.gj)(plan, shown.message) };
        });
    });
}

;// CONCATENATED MODULE: ./build/toolkit/runtime/masked-ending.js
/** The parts of an end that hold texts, masked; how it ended, and where, is in words of our own. */
function maskedEnding(ending, { redactor }) {
    const { plan, outcome, failures, difference, target } = ending;
    return {
        ...ending,
        plan: plan && redactor.masked(plan),
        outcome: outcome && redactor.masked(outcome),
        failures: redactor.masked(failures),
        ...(difference === undefined ? {} : { difference: redactor.masked(difference) }),
        ...(target === undefined ? {} : { target: redactor.mask(target) }),
    }; // every text in it went through the redactor
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/runtime/own-folder.js
var own_folder = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/toolkit/runtime/outputs.js
/** What an action puts out for the later steps of its job. */







/** What every action puts out beside its own outputs. */
const commonOutputs = {
    changed: '`true` when a plan would change something, or an apply did, also one that failed half way.',
    digest: 'Digest of the plan: what would change, and the inputs that decide it.',
    plan: 'Path of the plan as JSON, without sensitive values.',
    outcome: 'Path of what came of it as JSON: `status` is `succeeded`, `failed`, `cancelled` or `refused`, `results` says it of each change, and `failures` why. Empty for a command that only plans.',
    summary: 'JSON object of counts: changes by action, outputs, findings by severity.',
};
function counts(plan) {
    const result = Object.fromEntries((0,wording/* changeCounts */.Zg)(plan));
    for (const { severity } of plan.findings)
        result[severity] = (result[severity] ?? 0) + 1;
    return result;
}
/** A file for later steps of the job. */
function file(host, step, kind, value) {
    const root = (0,external_node_path_.join)(host.temp, own_folder/* ROOT */.Dl);
    (0,external_node_fs_.mkdirSync)(root, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(root, `${step}-${kind}-`)), `${kind}.json`);
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(value, undefined, 2)}\n`);
    return path;
}
/** What is known as soon as there is a plan. */
function putOutPlan(plan, host, { redactor }) {
    if (host.alone)
        return;
    host.setOutput('digest', redactor.maskJson(plan.digest));
    host.setOutput('plan', redactor.maskJson(file(host, plan.step, 'plan', redactor.masked(plan))));
    host.setOutput('summary', redactor.maskJson(JSON.stringify(counts(plan))));
}
/** What was seen, for programs: the output that is called as the command names the file. */
function putOutLook(look, value, { step, command }, host, { redactor }) {
    if (host.alone)
        return;
    host.setOutput('changed', redactor.maskJson('false'));
    host.setOutput('summary', redactor.maskJson(JSON.stringify(look.counts)));
    host.setOutput(command, redactor.maskJson(file(host, step, command, value)));
    for (const [name, text] of Object.entries(look.outputs(value)))
        host.setOutput(name, (0,masked/* rendered */.gj)(value, text));
}
function plainly({ code, what, why, fix, source }, wording = (text) => text) {
    const [toldWhy, toldFix] = [why, fix].map((text) => (text === undefined ? undefined : wording(text)));
    return { code, what: wording(what), why: toldWhy, fix: toldFix, source };
}
/** What came of it: every output is put out, however the run ended. */
function putOutEnding(step, ending, plan, outcome, host, { redactor, clock }) {
    if (host.alone)
        return;
    const output = (name, value) => host.setOutput(name, redactor.maskJson(value));
    const { applies, failures } = ending;
    const changed = applies
        ? outcome?.changed === true
        : plan !== undefined && (0,model_plan/* effectiveChanges */.Jp)(plan).length > 0;
    output('changed', String(changed));
    if (plan === undefined)
        output('summary', '{}');
    for (const [name, value] of Object.entries(step.report(plan, outcome)))
        output(name, value);
    if (!applies || host.problems.length > 0)
        return;
    const told = {
        ...(0,model_ending/* outcomeOf */.sG)(ending, clock()),
        ...outcome,
        failures: failures.map((each) => plainly(each, host.wording)),
    };
    output('outcome', file(host, step.name, 'outcome', redactor.masked(told)));
}

// EXTERNAL MODULE: ./build/toolkit/runtime/workflow-commands.js
var workflow_commands = __webpack_require__(6908);
;// CONCATENATED MODULE: ./build/toolkit/runtime/publish.js


















/** Milliseconds in which GitHub is told of an end; after a cancel the runner kills what still runs. */
const TELLING_MS = { cancelled: 3_000, otherwise: 60_000 };
class RunPublisher {
    #step;
    #given;
    #host;
    #edge;
    constructor(step, given, host, edge) {
        this.#step = step;
        this.#given = given;
        this.#host = host;
        this.#edge = edge;
    }
    /** The outputs of a plan; what it is about is no secret from now on. */
    planned(plan) {
        putOutPlan(plan, this.#host, this.#edge);
    }
    /** A plan, before anything is done with it: log, step summary, annotations. */
    show(given) {
        const { redactor, log } = this.#edge;
        const { command } = this.#given;
        // What it was made from, and with, stands in no text.
        const plan = redactor.masked({ ...given, from: {}, sources: {}, with: {} });
        const annotates = this.#host.annotatesApart;
        const told = annotates ? annotated(plan) : new Set();
        log.info(this.#worded(planText(plan, { colour: this.#host.colour, told })));
        for (const { level, message, source, title } of annotates ? annotationsOf(plan) : [])
            this.#host.annotate(level, (0,workflow_commands/* disarmed */.yN)(message), source, (0,workflow_commands/* lineWithoutCommands */.xn)(title));
        // That there is nothing to do is told by the end of the run.
        const idle = (0,model_plan/* effectiveChanges */.Jp)(given).length === 0 && given.findings.length === 0;
        if (!(command.applies && idle))
            this.#host.appendSummary(() => planSummary(plan, this.#reference().revision));
    }
    /** What a command that only looks has seen: log, step summary, outputs; nobody reviews it. */
    looked(look) {
        const { redactor, log } = this.#edge;
        const { colour, width } = this.#host;
        const value = redactor.masked(look.value);
        log.info(this.#worded(look.text(value, { colour, width })));
        this.#host.appendSummary(() => (0,masked/* rendered */.gj)(value, look.markdown(value)));
        const asked = { step: this.#step.name, command: this.#given.command.name };
        putOutLook(look, value, asked, this.#host, this.#edge);
    }
    /** An end, where nothing has to be asked for it: failures, log, step summary, outputs. */
    tell(ending, plan, outcome) {
        const { log } = this.#edge;
        const masked = maskedEnding(ending, this.#edge);
        const text = endingText(masked, { colour: this.#host.colour });
        if (text !== undefined)
            log.info(this.#worded(text));
        for (const failure of ending.failures)
            log.failure(failure);
        this.#host.appendSummary(() => endingSummary(masked, this.#reference()));
        putOutEnding(this.#step, ending, plan, outcome, this.#host, this.#edge);
    }
    /**
     * A plan on its pull request: as the review that `apply` compares with, and in the comment; a dry run of what an
     * environment's reviewers approve as the review of this run.
     * @throws Failure of `GitHub.call`, REVIEW_HOLDS_SECRET; a token that may not write is told, and no failure
     */
    async record(ending, plan, world) {
        if (this.#handsOn)
            return this.#handOn(ending, world);
        const pullRequest = this.#previewed();
        if (pullRequest === undefined && !this.#awaitsApproval())
            return;
        const token = this.#given.valid['github-token'];
        if (token === undefined) {
            world.log.warning('There is no github-token: this plan is not shown to reviewers, and cannot be applied.');
            return;
        }
        const github = await (0,connect.connectGitHub)(token, world);
        const [{ recordReview }, { refuseSecrets }] = await Promise.all([
            __webpack_require__.e("toolkit-runtime-review").then(__webpack_require__.bind(__webpack_require__, 8628)),
            __webpack_require__.e("toolkit-review-holds-secret").then(__webpack_require__.bind(__webpack_require__, 5537)),
        ]);
        const masked = maskedEnding(ending, world);
        const section = endingSection(masked, this.#reference());
        const { title, summary } = section;
        refuseSecrets(plan, world);
        const conclusion = conclusionOn(ending);
        await this.#unlessRefused('warning', 'The check run with the review', async () => {
            await recordReview(github, plan, { title, summary, conclusion }, world);
            if (pullRequest === undefined)
                return;
            const { settleUnplanned } = await __webpack_require__.e("toolkit-review-no-review").then(__webpack_require__.bind(__webpack_require__, 856));
            const { words } = this.#asked();
            await settleUnplanned(github, { step: plan.step, words, headSha: pullRequest.headSha }, world.redactor);
        });
        if (pullRequest === undefined || this.#given.valid.comment === 'off')
            return;
        await this.#unlessRefused('warning', 'The comment', async () => {
            const artifact = await this.#keepWhole(section, world.redactor.masked(plan), world);
            await this.#comment(github, { masked, section, pullRequest, artifact, world });
        });
    }
    /**
     * Any other end: on the pull request that it is of, or whose merge this run releases. That it cannot be published is
     * told, and fails nothing.
     */
    async report(ending, permit, given) {
        const token = this.#given.valid['github-token'];
        if (!this.reports || (token === undefined && !this.#handsOn))
            return;
        // The run's own signal may be what ended it.
        const signal = AbortSignal.timeout(TELLING_MS[ending.end === 'cancelled' ? 'cancelled' : 'otherwise']);
        const world = { ...given, signal };
        if (this.#handsOn)
            return this.#unlessRefused('notice', 'The end of this plan', () => this.#handOn(ending, world));
        if (token === undefined)
            return;
        return this.#unlessRefused('notice', 'The end of this run', async () => {
            const github = await (0,connect.connectGitHub)(token, world);
            await this.#reportTo(github, ending, permit, world);
        });
    }
    async #reportTo(github, ending, permit, world) {
        const { command, valid } = this.#given;
        const previewed = this.#previewed();
        const cancelled = ending.end === 'cancelled';
        const masked = maskedEnding(ending, world);
        const commented = async () => {
            if (previewed !== undefined || !command.reviewed || permit?.pullRequest !== undefined)
                return previewed ?? permit?.pullRequest;
            const { mergedPullRequest } = await __webpack_require__.e("toolkit-github-pull-request").then(__webpack_require__.bind(__webpack_require__, 2846));
            return mergedPullRequest(github, world.run);
        };
        const check = this.#unlessRefused('notice', 'The check run', () => this.#check(github, masked, previewed));
        const comment = this.#unlessRefused('notice', 'The comment', async () => {
            if ((valid.comment ?? 'auto') === 'off')
                return;
            const pullRequest = await commented();
            if (pullRequest === undefined)
                return;
            const section = endingSection(masked, this.#reference(pullRequest.headSha));
            await this.#comment(github, { masked, section, pullRequest, world, once: cancelled });
        });
        await Promise.all([check, comment]);
    }
    /** In the words of whoever reads the log. */
    #worded(text) {
        return this.#host.wording?.(text) ?? text;
    }
    /** Whether an end that is no plan is told to GitHub, or to the job that publishes. */
    get reports() {
        const { command, valid } = this.#given;
        if (this.#handsOn)
            return true;
        const released = command.applies && (valid.reviewed ?? 'required') !== 'off';
        return valid['github-token'] !== undefined && (this.#previewed() !== undefined || released);
    }
    #reference(commit) {
        const { run } = this.#host;
        const { pullRequest, repositoryUrl, sha, url } = run;
        return {
            revision: { repositoryUrl, commit: commit ?? pullRequest?.headSha ?? sha },
            runUrl: url,
            errorsPage: (0,report_failures/* errorsPageOf */.u6)(run),
        };
    }
    /** The pull request that shows what this run plans. A dry run of what acts is not what a merge would do. */
    #previewed() {
        const { acts, looks } = this.#given.command;
        return acts || looks ? undefined : this.#host.run.pullRequest;
    }
    /** Whether this run shows what the reviewers of an environment are to approve. Nobody approves anything in a merge queue. */
    #awaitsApproval() {
        const { command, valid } = this.#given;
        const { run } = this.#host;
        const dry = command.acts && !command.applies && !command.reviewed;
        return dry && valid.reviewed !== 'off' && run.pullRequest === undefined && run.event !== 'merge_group';
    }
    /** Whether another job of this run publishes. */
    get #handsOn() {
        return isHandedOn(this.#given, this.#host);
    }
    async #handOn(ending, world) {
        const { artifacts } = this.#host;
        // That there are none is told as what keeps the run from going on.
        if (artifacts === undefined)
            return;
        const { handOn } = await Promise.all(/* import() | toolkit-runtime-hand-on */[__webpack_require__.e("toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("toolkit-runtime-hand-on")]).then(__webpack_require__.bind(__webpack_require__, 4989));
        await handOn(ending, { masked: maskedEnding(ending, world), asked: this.#asked(), artifacts }, world);
    }
    /** What the caller names the place by. */
    #asked() {
        const { words, hash } = (0,asked/* askedOf */.i)(this.#step, this.#host.inputs);
        return { words: this.#edge.redactor.mask(words), hash };
    }
    async #check(github, ending, previewed) {
        const [{ checkNameOf }, { endName, tellEnd }] = await Promise.all([
            __webpack_require__.e("toolkit-review-keep").then(__webpack_require__.bind(__webpack_require__, 6841)),
            __webpack_require__.e("toolkit-review-no-review").then(__webpack_require__.bind(__webpack_require__, 856)),
        ]);
        const { title, summary } = endingSection(ending, this.#reference());
        const { words } = this.#asked();
        const { id: run, sha } = this.#host.run;
        const name = previewed === undefined
            ? checkNameOf(this.#step.name, `${this.#given.command.name} of ${(0,model_ending/* targetOf */.$r)(ending) ?? words}`)
            : endName(ending, words);
        const shown = { title, summary, conclusion: conclusionOn(ending) };
        await tellEnd(github, { name, headSha: previewed?.headSha ?? sha, run }, shown);
    }
    async #comment(github, told) {
        const { publishSections } = await __webpack_require__.e("toolkit-github-sticky-comment").then(__webpack_require__.bind(__webpack_require__, 6351));
        const { masked: ending, section, pullRequest, world, artifact, once = false } = told;
        const { number, headSha: commit } = pullRequest;
        const shown = { ending, section, asked: this.#asked(), commit, runUrl: world.run.url, artifact };
        await publishSections(github, {
            pullRequest: number,
            sections: [sectionBodyOf(shown)],
            log: this.#edge.log,
            signal: world.signal,
            random: world.random,
            clock: this.#edge.clock,
            once,
        });
    }
    /**
     * Keeps all of a plan with the run when its section cannot say everything. It is a courtesy: the step summary has it
     * too.
     * @returns the artifact; undefined when there is nothing more to say, or nowhere to keep it
     */
    async #keepWhole(section, plan, world) {
        const { artifacts } = this.#host;
        const whole = artifacts && (0,comment/* wholePlan */.XM)(section, plan, this.#reference().revision);
        if (artifacts === undefined || whole === undefined)
            return undefined;
        const { attempt, url } = world.run;
        const name = `${plan.step}-plan-${(0,wording/* shortDigest */.VK)(plan.digest)}-${attempt}`;
        try {
            const { uploadArtifact } = await Promise.all(/* import() | toolkit-github-artifact */[__webpack_require__.e("toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("toolkit-github-artifact")]).then(__webpack_require__.bind(__webpack_require__, 567));
            const files = {
                'plan.md': whole,
                'plan.json': (0,masked/* rendered */.gj)(plan, `${JSON.stringify(plan, undefined, 2)}\n`),
            };
            const id = await uploadArtifact(artifacts, { name, files, env: world.env, signal: world.signal });
            return { name, url: `${url}/artifacts/${id}` };
        }
        catch (error) {
            world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    }
    /**
     * The token of a fork's pull request, or of Dependabot's, can only read, and that of an apply may: then what was found,
     * or done, decides, and not this.
     * @param level `notice` for what is told of an end, which nothing may fail of
     */
    async #unlessRefused(level, what, publish) {
        const { log } = this.#edge;
        try {
            await publish();
        }
        catch (error) {
            const failures = (0,failure/* failuresIn */.xM)(error);
            const refused = failures.length > 0 && failures.every(({ code }) => code === 'GITHUB_PERMISSION');
            if (level === 'warning' && !refused)
                throw error;
            const messages = failures.length > 0 ? failures.map(({ message }) => message) : [String(error)];
            for (const message of messages)
                log[level](`${what} could not be published. ${message}`);
        }
    }
}

// EXTERNAL MODULE: ./build/toolkit/runtime/review-token.js
var review_token = __webpack_require__(3064);
// EXTERNAL MODULE: ./build/toolkit/runtime/tell.js
var tell = __webpack_require__(3211);
;// CONCATENATED MODULE: ./build/toolkit/runtime/run.js

















/** Milliseconds that an opening may take whose `timeout` cannot be read; it is refused in the end. */
const LONGEST_OPENING_MS = 600_000;
/** Milliseconds that an opening, which changes nothing, may take to put things away when it is cancelled. */
const GIVING_UP_MS = 5_000;
/** Milliseconds in which the place of a run must be told whose plan failed. */
const PLACE_MS = 5_000;
/** Milliseconds that a run may take to be closed when nothing of it can be relied on any more. */
const CLOSING_MS = 30_000;
/** The step's whole input schema: its commands, the common inputs and its own. */
function inputsOf(step) {
    const commands = Object.keys(step.commands);
    const [first] = commands;
    const applying = commands.filter((name) => step.commands[name] === 'apply').map((name) => `\`${name}\``);
    const command = (0,inputs/* choice */.Yq)(`What to do; only ${applying.join(' and ')} act${applying.length === 1 ? 's' : ''} on the target.`, commands, first);
    return schemas/* object */.Ikc({ command, ...step.inputs.shape, ...inputs/* commonInputs */.j$.shape });
}
function tooLate(timeout, name) {
    return new failure/* Failure */.HR({
        code: 'TIMEOUT',
        what: `${name} did not finish within ${timeout / 1_000} s.`,
        fix: 'Raise `timeout:`, or find out from the log what it waited for.',
    });
}
function cancelled(name, signal) {
    return new failure/* Failure */.HR({
        code: 'CANCELLED',
        what: `${name} was cancelled (${signal}).`,
        fix: 'Run the job again: what is done stays done, and the rest is done then.',
    });
}
/** What an opening gives; it is not waited for when it does not heed a cancel, or its deadline. */
async function opened(opening, signal) {
    const over = new AbortController();
    const givenUp = new Promise((_resolve, reject) => {
        const giveUp = () => setTimeout(() => reject(signal.reason), GIVING_UP_MS).unref();
        if (signal.aborted)
            giveUp();
        else
            signal.addEventListener('abort', giveUp, { signal: over.signal });
    });
    try {
        return await Promise.race([opening, givenUp]);
    }
    finally {
        over.abort();
    }
}
/** What a plan is about, by all its names: of its place, and of each thing that it changes, and the parts of those. */
function* identifiersOf({ step, target, name = '', where, changes }) {
    yield* [step, target, name];
    for (const value of Object.values(where))
        if (typeof value === 'string')
            yield value;
    for (const { address, kind } of changes)
        yield* [address, kind, ...address.split('/'), ...kind.split(' ')];
}
async function permitOf(step, run, command, inputs, world) {
    const { permitFor } = await __webpack_require__.e("toolkit-runtime-review").then(__webpack_require__.bind(__webpack_require__, 8628));
    return permitFor(run, { step: step.name, command, inputs, world });
}
/** The parts that nothing is to be done to, and that say that they were released from another commit. */
function unchangedParts(plan, { commit }) {
    const changed = (0,model_plan/* effectiveChanges */.Jp)(plan).map(({ address }) => address);
    return Object.entries(plan.released).flatMap(([part, remembered]) => {
        const touched = part === '' ? changed.length > 0 : changed.some((each) => each.startsWith(`${part}/`));
        return touched || remembered.commit === commit ? [] : [part];
    });
}
/** Only forwards: what is older than what the target was released from, and changes nothing, does no harm. */
async function rememberUnchanged(run, plan, { noting }, { log }) {
    const parts = noting === undefined ? [] : unchangedParts(plan, noting.next);
    if (noting === undefined || parts.length === 0)
        return;
    try {
        await run.remember?.(parts, noting);
    }
    catch (error) {
        const failures = (0,failure/* failuresIn */.xM)(error);
        if (failures.length === 0)
            throw error;
        for (const { message } of failures)
            log.debug(`not noted: ${message}`);
    }
}
/** What a run comes to when nothing goes wrong, or the way on which it does. */
async function release({ step, given, way, publisher, events, world }, run, inputs) {
    const { command } = given;
    if (command.looks) {
        if (run.look === undefined)
            throw new Error(`${step.name} ${command.name} has nothing that it looks with`);
        publisher.looked(await run.look());
        return;
    }
    events?.started();
    if (command.applies)
        way.permit = await permitOf(step, run, command, inputs, world);
    const { permit } = way;
    const plan = await run.plan(permit?.review);
    way.plan = plan;
    world.redactor.addIdentifiers(identifiersOf(plan));
    publisher.planned(plan);
    if (!inputs['dry-run'])
        await run.publish?.(plan);
    publisher.show(plan);
    events?.planned(plan);
    const blocking = (0,finding/* blockingFailures */.P5)(plan.findings);
    if (permit === undefined) {
        const shown = (0,model_ending/* endingOf */.z6)({ ...aboutOf(step, command), failures: blocking, cancelled: false, plan });
        await publisher.record(shown, plan, world);
    }
    (0,failure/* throwIfAny */.MI)(blocking);
    if (permit === undefined)
        return;
    const idle = (0,model_plan/* effectiveChanges */.Jp)(plan).length === 0;
    if (!idle)
        await permit.check(plan);
    way.progress = new Progress(plan, world.clock, step.onlyLooks);
    if (idle)
        await run.prove?.(plan);
    else
        await run.apply(plan, permit.forwards, way.progress);
    await rememberUnchanged(run, plan, permit, world);
}
function aboutOf({ name }, command) {
    const { name: called, applies, looks } = command;
    return { step: name, command: called, applies, outcome: undefined, ...(looks ? { looks } : {}) };
}
/** What the caller passed, as far as it is valid, and everything that is wrong with it. */
function givenTo(step, texts) {
    const { values, problems } = (0,inputs/* parseInputs */.TL)(inputsOf(step), texts);
    const valid = values; // parsed with the step's own schema
    const name = typeof values['command'] === 'string' ? values['command'] : '';
    const acts = step.commands[name] === 'apply';
    const command = {
        name,
        looks: step.commands[name] === 'look',
        acts,
        applies: acts && values['dry-run'] !== true,
        reviewed: step.approvedElsewhere?.includes(name) !== true,
    };
    const looksUp = command.applies && values['reviewed'] !== 'off';
    const tokenless = looksUp && values['github-token'] === undefined ? [(0,review_token/* reviewToken */.y)()] : [];
    return { command, valid, problems: [...problems, ...tokenless] };
}
/** What keeps a run from going on, whatever the step is. */
function problemsOf({ command, valid }, host) {
    const untrusted = host.run.event === 'pull_request_target';
    const handsOn = handOnProblems({ command, valid }, host);
    const needsIdToken = command.applies && valid.reviewed === 'required' && !host.mayRequestIdToken;
    return [
        ...(untrusted ? [(0,runtime_event/* untrustedEvent */.B)()] : []),
        ...(needsIdToken ? [(0,permission/* idTokenPermission */.G)()] : []),
        ...handsOn,
    ];
}
/** Where a run whose plan failed would have had its effect, if that can be told in time. */
async function placeIn(run) {
    if (run === undefined)
        return undefined;
    const asked = run.place().then(({ target }) => target, () => undefined);
    return Promise.race([asked, (0,promises_.setTimeout)(PLACE_MS, undefined, { ref: false })]);
}
/** Loaded where somebody is told of the release: it speaks to the network. */
async function eventsOf(step, given, host, edge) {
    if (typeof given.valid['events-url'] !== 'string')
        return undefined;
    const { ReleaseEvents } = await __webpack_require__.e("toolkit-runtime-events").then(__webpack_require__.bind(__webpack_require__, 4224));
    return new ReleaseEvents(step, given, host, edge);
}
/**
 * Runs one step as an action: inputs \u2192 open \u2192 look, or plan \u2192 publish \u2192 compare with the review \u2192 apply, or prove that nothing is
 * to be done \u2192 tell how it ended \u2192 close. Exits with 1 on any failure; expected ones as one annotation each, bugs with their stack trace.
 */
async function runAction(step, host) {
    let given = givenTo(step, host.inputs);
    given = { ...given, problems: [...given.problems, ...problemsOf(given, host)] };
    const abort = new AbortController();
    const way = {};
    let timer;
    let closed;
    const close = () => {
        closed ??= way.run?.close() ?? Promise.resolve();
        return closed;
    };
    const world = host.problems.length > 0 ? undefined : (0,create_world.createWorld)(step, host, abort.signal);
    const redactor = world?.redactor ?? (0,create_world.redactorOf)(host);
    const edge = world ?? { clock: host.clock, redactor, log: (0,logger/* createLogger */.h)(host, redactor) };
    const publisher = new RunPublisher(step, given, host, edge);
    let events;
    /** How it ended, as it is told in this job; once, whatever comes later. */
    let ended;
    const end = (thrown, target) => {
        if (ended !== undefined)
            return ended;
        const cancelled = thrown !== undefined && abort.signal.aborted;
        const error = cancelled && (0,failure/* failuresIn */.xM)(thrown).length === 0 ? abort.signal.reason : thrown;
        const failures = error === undefined ? [] : (0,tell/* failuresToTell */.yK)(error, step.name);
        const known = error === undefined ? 'succeeded' : cancelled ? 'cancelled' : 'failed';
        const outcome = way.progress?.outcome(known);
        const difference = way.permit?.difference();
        ended = (0,model_ending/* endingOf */.z6)({
            ...aboutOf(step, given.command),
            failures,
            cancelled,
            plan: way.plan,
            outcome,
            ...(target === undefined ? {} : { target }),
            ...(difference === undefined ? {} : { difference }),
        });
        // What was refused before its first change has no outcome of its own.
        publisher.tell(ended, way.plan, ended.outcome && outcome);
        (0,tell/* tellCause */.DP)(error, edge.log);
        events?.ended(ended);
        return ended;
    };
    host.onCrash((error) => {
        if (ended === undefined)
            end(error);
        else
            (0,tell/* tell */.qz)(error, step.name, edge.log);
        clearTimeout(timer);
        const exit = () => host.exit(1);
        setTimeout(exit, CLOSING_MS).unref();
        Promise.allSettled([close(), events?.settle()]).then(exit, exit);
    });
    try {
        if (world === undefined)
            throw new failure/* Failures */.oo([...host.problems, ...given.problems]);
        const { 'github-token': token, timeout = LONGEST_OPENING_MS } = given.valid;
        // A cancelled runner sends SIGINT, then SIGTERM; both mean the same, and the second changes nothing.
        host.onInterrupt((signal) => abort.abort(cancelled(step.name, signal)));
        if (typeof token === 'string')
            redactor.add(token);
        events = await eventsOf(step, given, host, edge);
        timer = setTimeout(() => abort.abort(tooLate(timeout, step.name)), timeout);
        way.run = await opened(step.open(given, world), abort.signal);
        const inputs = new opening/* Opening */.$(given).inputs();
        await release({ step, given, way, publisher, events, world }, way.run, inputs);
        clearTimeout(timer);
        // What was seen is told already, and is no end of a release.
        const ending = given.command.looks ? undefined : end(undefined);
        const told = ending !== undefined && given.command.applies ? publisher.report(ending, way.permit, world) : undefined;
        const [closing] = await Promise.allSettled([close(), told]);
        if (closing.status === 'rejected')
            throw closing.reason;
        await events?.settle();
        host.exit(0);
    }
    catch (thrown) {
        clearTimeout(timer);
        if (ended !== undefined)
            (0,tell/* tell */.qz)(thrown, step.name, edge.log);
        else {
            const unplanned = way.plan === undefined && !abort.signal.aborted;
            const ending = end(thrown, unplanned && publisher.reports ? await placeIn(way.run) : undefined);
            // Neither must wait for the other: after a cancel only moments are left.
            const told = world === undefined || ending.end === 'planned'
                ? undefined
                : publisher.report(ending, way.permit, world);
            await Promise.all([close().catch((also) => edge.log.debug(`closing: ${String(also)}`)), told]);
        }
        // What ended the run is told already; that it could not be closed as well must not hide it.
        await close().catch(() => undefined);
        await events?.settle();
        host.exit(1);
    }
}


/***/ })

};
