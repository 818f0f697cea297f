export const id = "toolkit-runtime-publish";
export const ids = ["toolkit-runtime-publish"];
export const modules = {

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ connectGitHub)
/* harmony export */ });
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 9667));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log });
}


/***/ }),

/***/ 3067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ reviewOf),
/* harmony export */   p_: () => (/* binding */ Review),
/* harmony export */   uY: () => (/* binding */ compareWithReview)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2719);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6240);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(206);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8149);





/** What a pull request showed of one plan: enough to compare with, nothing that could be secret. */
const Review = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    step: _step_js__WEBPACK_IMPORTED_MODULE_2__/* .StepName */ .m,
    target: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    sources: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    changes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ action: _change_js__WEBPACK_IMPORTED_MODULE_0__/* .Action */ .rc, address: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
});
function reviewOf(plan) {
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_4__/* .deepFreeze */ .o)({
        version: 1,
        step: plan.step,
        target: plan.target,
        digest: plan.digest,
        sources: plan.sources,
        changes: (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveChanges */ .Jp)(plan).map((change) => ({
            action: change.action,
            address: change.address,
            digest: (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .changeDigest */ .VW)(change),
        })),
    });
}
function compareWithReview(plan, review) {
    if (plan.digest === review.digest)
        return { verdict: 'equal', differences: [] };
    const reviewed = new Map(review.changes.map((change) => [change.address, change]));
    const planned = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveChanges */ .Jp)(plan);
    const differences = [];
    for (const change of planned) {
        const known = reviewed.get(change.address);
        if (known === undefined)
            differences.push({ address: change.address, what: 'not reviewed', planned: change });
        else if (known.digest !== (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .changeDigest */ .VW)(change)) {
            differences.push({
                address: change.address,
                what: 'differs from the review',
                reviewed: known.action,
                planned: change,
            });
        }
    }
    if (differences.length === 0 && plan.sources === review.sources)
        return { verdict: 'remainder', differences: [] };
    const addresses = new Set(planned.map((change) => change.address));
    for (const { address, action } of review.changes) {
        if (!addresses.has(address)) {
            differences.push({ address, what: 'reviewed, but no longer planned', reviewed: action });
        }
    }
    return { verdict: 'different', differences };
}


/***/ }),

/***/ 3279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFailures: () => (/* binding */ publishFailures),
  publishOutcome: () => (/* binding */ publishOutcome),
  publishPlan: () => (/* binding */ publishPlan),
  requireReview: () => (/* binding */ requireReview)
});

// EXTERNAL MODULE: ./build/toolkit/github/connect.js
var connect = __webpack_require__(9575);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/review.js
var model_review = __webpack_require__(3067);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
;// CONCATENATED MODULE: ./build/toolkit/report/annotations.js


/** GitHub shows so many annotations of each level for a step; the rest would vanish. */
const SHOWN = 10;
/** Plain text; the runner's own escaping is the host's. */
function annotation(finding) {
    const { severity, message, why, fix, rule, source } = finding;
    const verdict = finding.verdict === 'unknown' ? `${(0,wording/* severityText */.pA)(finding)}: ` : '';
    const text = [message, why, fix].map((part) => (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(part), 1_000)).join('\n');
    return { level: severity, message: verdict + text, title: (0,markdown/* oneLine */.TN)(rule), source };
}
/** The first ten findings of each severity, errors first; the tenth says how many more the step summary has. */
function annotationsOf(findings) {
    return ['error', 'warning', 'notice'].flatMap((level) => {
        const ofLevel = findings.filter((finding) => finding.severity === level);
        const more = ofLevel.length - SHOWN;
        return ofLevel.slice(0, SHOWN).map((finding, index) => {
            const shown = annotation(finding);
            if (more <= 0 || index < SHOWN - 1)
                return shown;
            return { ...shown, message: `${shown.message}\n(${(0,wording/* plural */.LS)(more, `more ${level}`)} in the step summary)` };
        });
    });
}

// EXTERNAL MODULE: ./build/toolkit/report/comment.js
var comment = __webpack_require__(5337);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/source.js
var model_source = __webpack_require__(2286);
// EXTERNAL MODULE: ./build/toolkit/report/difference.js + 1 modules
var difference = __webpack_require__(7044);
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
function painter({ colour = false }) {
    return (name, text) => (colour ? `\u001b[${colours[name]}m${text}\u001b[39m` : text);
}
function place(source) {
    return source === undefined ? '' : (0,markdown/* oneLine */.TN)((0,model_source/* formatSource */.j)(source));
}
/** Words in columns, each as wide as its widest word, but no wider than `WIDEST`. */
function columns(rows) {
    const width = (column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0).filter((length) => length <= WIDEST));
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
    const findings = (0,wording/* bySeverity */.Np)(plan.findings).flatMap((finding) => [
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
    return [head, ...findings, ...lines, ...evidence].join('\n');
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
    const verdict = outcome.results.length === 0 ? 'nothing to do' : `${outcome.status} in ${took}`;
    return [
        `${wording/* stepTitle */.Fb[plan.step]}: ${verdict} (${(0,markdown/* oneLine */.TN)(plan.target)}, changed=${outcome.changed})`,
        ...lines,
    ].join('\n');
}

// EXTERNAL MODULE: ./build/toolkit/report/blocks.js
var report_blocks = __webpack_require__(3824);
;// CONCATENATED MODULE: ./build/toolkit/report/summary.js





/** Bytes; a step appends at most one plan, one refusal or outcome, and one list of failures. */
const SPACE = {
    table: 150_000,
    evidence: 100_000,
    parts: 50_000,
    diff: 250_000,
    refusal: 100_000,
    failures: 50_000,
};
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
    return blocks.join('\n\n');
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
};
function outcomeSummary(plan, outcome) {
    const title = `### ${wording/* stepTitle */.Fb[plan.step]}`;
    if (outcome.results.length === 0 && outcome.status === 'succeeded')
        return `${title}: there was nothing to do\n\n${(0,comment/* origin */.TG)(plan, undefined)}`;
    const took = (0,duration/* formatDuration */.a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const done = outcome.results.filter(({ status }) => status === 'done').length;
    const counts = `${(0,wording/* grouped */.zD)(done)} of ${(0,wording/* plural */.LS)(outcome.results.length, 'change')} done`;
    const unchanged = outcome.changed ? '' : ', nothing is different from before';
    const rows = outcome.results
        .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
        .map((result) => [
        statusText[result.status],
        `${result.action} ${(0,markdown/* code */.aY)(result.address)}`,
        (0,duration/* formatDuration */.a)(result.durationMs),
        (0,markdown/* prose */.CS)(result.message ?? ''),
    ]);
    return [
        `${title} ${pastTense[outcome.status]} in ${took}: ${counts}${unchanged}`,
        (0,comment/* origin */.TG)(plan, undefined),
        ...(rows.length === 0 ? [] : [(0,report_blocks/* boundedTable */.c8)(['', 'what', 'took', ''], rows, SPACE.refusal)]),
    ].join('\n\n');
}
/** What would be applied, beside what the pull request showed. */
function refusalSummary(comparison, pullRequest) {
    const rows = comparison.differences.map(({ address, what, reviewed, planned }) => [
        (0,markdown/* code */.aY)(address),
        reviewed ?? '—',
        planned?.action ?? '—',
        (0,markdown/* prose */.CS)(what),
    ]);
    const planned = comparison.differences.flatMap((difference) => difference.planned ?? []);
    return [
        `### This is not what pull request #${pullRequest} showed`,
        (0,markdown/* alert */.xE)('CAUTION', [
            'Something changed after the preview: the files, their inputs, or the target itself. With `reviewed: required` nothing of this is applied.',
        ]),
        (0,report_blocks/* boundedTable */.c8)(['what', 'reviewed', 'planned now', 'how it differs'], rows, SPACE.refusal),
        ...(planned.length === 0 ? [] : [(0,markdown/* folded */.TM)('<b>Planned now</b>', (0,report_blocks/* diff */.Ui)(planned, SPACE.refusal, REST))]),
    ].join('\n\n');
}
function failureSummary(step, failures) {
    const rows = failures.map(({ what, why, fix, source }) => [
        `**${(0,markdown/* prose */.CS)(what)}**${why === undefined ? '' : `<br>${(0,markdown/* prose */.CS)(why)}`}`,
        (0,markdown/* prose */.CS)(fix ?? ''),
        (0,report_blocks/* place */.ik)(source, undefined),
    ]);
    const table = (0,report_blocks/* boundedTable */.c8)(['what', 'what to do', 'where'], rows, SPACE.failures);
    return `### ${wording/* stepTitle */.Fb[step]} failed\n\n${table}`;
}

// EXTERNAL MODULE: ./build/toolkit/runtime/review-token.js
var review_token = __webpack_require__(3064);
;// CONCATENATED MODULE: ./build/toolkit/runtime/publish.js
/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */










/**
 * Keeps all of a plan with the run when its section cannot say everything. It is a courtesy: the step summary has it too.
 * @returns the artifact; undefined when there is nothing more to say, or nowhere to keep it
 */
async function keepWhole(section, { plan, world, host }, revision) {
    const whole = host.artifacts === undefined ? undefined : (0,comment/* wholePlan */.XM)(section, plan, revision);
    if (host.artifacts === undefined || whole === undefined)
        return undefined;
    const { attempt, url } = world.run;
    const name = `${plan.step}-plan-${(0,wording/* shortDigest */.VK)(plan.digest)}-${attempt}`;
    try {
        const { uploadArtifact } = await Promise.all(/* import() | toolkit-github-artifact */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact"), __webpack_require__.e("toolkit-github-artifact")]).then(__webpack_require__.bind(__webpack_require__, 3412));
        const files = {
            'plan.md': world.redactor.mask(whole),
            'plan.json': world.redactor.mask(`${JSON.stringify(plan, undefined, 2)}\n`),
        };
        const id = await uploadArtifact(host.artifacts, { name, files, signal: world.signal });
        return { name, url: `${url}/artifacts/${id}` };
    }
    catch (error) {
        world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}
/** Shows a plan; on a pull request also in its comment, and as the check run that `apply` compares with. */
async function publishPlan(publication) {
    const { plan, command, inputs, world, host } = publication;
    world.log.info(planText(plan));
    const { pullRequest, repositoryUrl } = world.run;
    const revision = { repositoryUrl, commit: pullRequest?.headSha ?? world.run.sha };
    host.appendSummary(() => world.redactor.mask(planSummary(plan, revision)));
    const annotations = host.annotatesApart ? annotationsOf(plan.findings) : [];
    for (const { level, message, source, title } of annotations)
        host.annotate(level, world.redactor.mask(message), source, title);
    // A dry run of what acts is not what a merge would do: it is no review.
    if (command.acts || pullRequest === undefined || inputs.comment === 'off')
        return;
    const token = inputs['github-token'];
    if (token === undefined) {
        world.log.warning('There is no github-token: this plan is not shown on the pull request, and cannot be reviewed.');
        return;
    }
    const github = await (0,connect/* connectGitHub */.U)(token, world);
    const { publishReview } = await __webpack_require__.e("toolkit-github-check-run").then(__webpack_require__.bind(__webpack_require__, 2965));
    const { publishSection } = await __webpack_require__.e("toolkit-github-sticky-comment").then(__webpack_require__.bind(__webpack_require__, 6351));
    const section = (0,comment/* planSection */.lA)(plan, revision);
    const summary = world.redactor.mask(section.summary);
    await publishReview(github, {
        headSha: pullRequest.headSha,
        review: (0,model_review/* reviewOf */.QR)(plan),
        title: section.title,
        summary,
        conclusion: plan.findings.some(finding/* isBlocking */.Us) ? 'failure' : 'success',
    });
    await publishSection(github, {
        pullRequest: pullRequest.number,
        section: {
            key: { step: plan.step, target: plan.target },
            summary,
            details: world.redactor.mask(section.details),
            runUrl: world.run.url,
            artifact: await keepWhole(section, publication, revision),
        },
        signal: world.signal,
        random: world.random,
    });
}
/**
 * Makes sure that what is about to be applied is what the merged pull request showed.
 * @throws Failure NOT_REVIEWED or REVIEW_DIFFERS, unless `reviewed` is `warn` or `off`.
 */
async function requireReview(publication) {
    const { plan, inputs, world, host } = publication;
    if (inputs.reviewed === 'off')
        return;
    const refuse = (failure) => {
        if (inputs.reviewed === 'required')
            throw failure;
        world.log.warning(failure.message);
    };
    const token = inputs['github-token'];
    if (token === undefined)
        throw (0,review_token/* reviewToken */.y)();
    const github = await (0,connect/* connectGitHub */.U)(token, world);
    const { findReview } = await __webpack_require__.e("toolkit-github-check-run").then(__webpack_require__.bind(__webpack_require__, 2965));
    const { mergedPullRequest } = await __webpack_require__.e("toolkit-github-pull-request").then(__webpack_require__.bind(__webpack_require__, 2846));
    const pullRequest = await mergedPullRequest(github, world.run);
    if (pullRequest === undefined) {
        return refuse(new failure/* Failure */.HR({
            code: 'NOT_REVIEWED',
            what: `No merged pull request brought commit ${world.run.sha.slice(0, 12)} to its branch.`,
            why: 'What is applied must have been shown on a pull request.',
            fix: 'Release by merging a pull request, or set `reviewed: warn` for this run.',
        }));
    }
    const review = await findReview(github, {
        headSha: pullRequest.headSha,
        step: plan.step,
        target: plan.target,
        mergedAt: pullRequest.mergedAt,
    });
    if (review === undefined) {
        return refuse(new failure/* Failure */.HR({
            code: 'NOT_REVIEWED',
            what: `Pull request #${pullRequest.number} showed no plan of ${plan.step} for ${plan.target}.`,
            why: `Its head commit ${pullRequest.headSha.slice(0, 12)} had no such check run of GitHub Actions when it was merged.`,
            fix: 'Run the preview on the pull request before it is merged, with `checks: write`.',
        }));
    }
    const comparison = (0,model_review/* compareWithReview */.uY)(plan, review);
    if (comparison.verdict === 'equal') {
        return world.log.info(`This is what pull request #${pullRequest.number} showed (${plan.digest.slice(7, 19)}).`);
    }
    if (comparison.verdict === 'remainder') {
        return world.log.notice(`Some of what pull request #${pullRequest.number} showed is already done; the rest of it is applied now.`);
    }
    const summary = refusalSummary(comparison, pullRequest.number);
    host.appendSummary(() => world.redactor.mask(summary));
    for (const { address, what, reviewed, planned } of comparison.differences) {
        const shown = planned === undefined ? reviewed : planned.action;
        world.log.info(`  ${what}: ${shown} ${address}${planned?.note === undefined ? '' : ` (${planned.note})`}`);
    }
    refuse(new failure/* Failure */.HR({
        code: 'REVIEW_DIFFERS',
        what: `What would be applied is not what pull request #${pullRequest.number} showed: ${comparison.differences.map(({ address, what }) => `${address} (${what})`).join(', ')}.`,
        why: 'Something changed after the preview: the files, their inputs, or the target itself.',
        fix: 'Open a pull request, look at its preview, and merge that. Nothing was applied.',
    }));
}
function publishOutcome(publication) {
    const { plan, outcome, world, host } = publication;
    world.log.info(outcomeText(plan, outcome));
    host.appendSummary(() => world.redactor.mask(outcomeSummary(plan, outcome)));
}
function publishFailures(step, failures, world, host) {
    if (failures.length > 0)
        host.appendSummary(() => world.redactor.mask(failureSummary(step, failures)));
}


/***/ })

};
