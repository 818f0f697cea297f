export const id = "toolkit-runtime-publish";
export const ids = ["toolkit-runtime-publish"];
export const modules = {

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ connectGitHub)
/* harmony export */ });
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log, env }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 1793));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log, env });
}


/***/ }),

/***/ 8656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ planSummary),
/* harmony export */   Ze: () => (/* binding */ refusalSummary),
/* harmony export */   hG: () => (/* binding */ outcomeSummary),
/* harmony export */   jg: () => (/* binding */ failureSummary)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2394);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3824);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5337);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2672);






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
        _wording_js__WEBPACK_IMPORTED_MODULE_5__/* .destructive */ .RD.has(change.action) ? `**${change.action}**` : change.action,
        (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)(change.address, change.source, revision) +
            (change.note === undefined ? '' : `<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(change.note)}`),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(change.kind),
    ]);
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedTable */ .c8)(['', 'what', 'kind'], rows, SPACE.table);
}
/** The whole plan: every finding, every change, and what each does to each attribute. */
function planSummary(plan, revision) {
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(plan);
    const blocks = [`### ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .Pl)(plan)}`, (0,_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .origin */ .TG)(plan, revision), ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .partsBlock */ .ks)(plan, SPACE.parts)];
    if (plan.findings.length > 0)
        blocks.push((0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsTable */ .f9)(plan.findings, revision, SPACE.table));
    const running = changes.filter(({ action }) => action === 'run');
    const rest = changes.filter(({ action }) => action !== 'run');
    if (running.length > 0)
        blocks.push((0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .runTable */ .cS)(running, revision, SPACE.table));
    blocks.push(...plan.evidence.map((each) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceBlock */ .rz)(each, SPACE.evidence, REST)));
    if (rest.length > 0)
        blocks.push(changesTable(rest, revision));
    const differing = changes.filter(({ before, after }) => before !== undefined || after !== undefined);
    if (differing.length > 0)
        blocks.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)('<b>Every attribute</b>', (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .diff */ .Ui)(differing, SPACE.diff, REST)));
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)(plan, blocks.join('\n\n'));
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
    const title = `### ${_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .stepTitle */ .Fb[plan.step]}`;
    if (outcome.results.length === 0 && outcome.status === 'succeeded')
        return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)(plan, `${title}: there was nothing to do\n\n${(0,_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .origin */ .TG)(plan, undefined)}`);
    const took = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const done = outcome.results.filter(({ status }) => status === 'done').length;
    const counts = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .grouped */ .zD)(done)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(outcome.results.length, 'change')} done`;
    const unchanged = outcome.changed ? '' : ', nothing is different from before';
    const rows = outcome.results
        .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
        .map((result) => [
        statusText[result.status],
        `${result.action} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(result.address)}`,
        (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(result.durationMs),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(result.message ?? ''),
    ]);
    const blocks = [
        `${title} ${pastTense[outcome.status]} in ${took}: ${counts}${unchanged}`,
        (0,_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .origin */ .TG)(plan, undefined),
        ...(rows.length === 0 ? [] : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedTable */ .c8)(['', 'what', 'took', ''], rows, SPACE.refusal)]),
    ];
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)([plan, outcome], blocks.join('\n\n'));
}
/**
 * What would be applied, beside what was shown.
 * @param shownBy our own words, as they are: `pull request #12`
 */
function refusalSummary(comparison, shownBy) {
    const rows = comparison.differences.map(({ address, what, reviewed, planned, detail }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(address),
        reviewed ?? '—',
        planned?.action ?? '—',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(detail === undefined ? what : `${what}: ${detail}`),
    ]);
    const planned = comparison.differences.flatMap((difference) => difference.planned ?? []);
    const blocks = [
        `### This is not what ${shownBy} showed`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .alert */ .xE)('CAUTION', [
            'Something changed after it was shown: the place, the means, the files, or the target itself. With `reviewed: required` nothing of this is applied.',
        ]),
        (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedTable */ .c8)(['what', 'reviewed', 'planned now', 'how it differs'], rows, SPACE.refusal),
        ...(planned.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)('<b>Planned now</b>', (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .diff */ .Ui)(planned, SPACE.refusal, REST))]),
    ];
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)(comparison, blocks.join('\n\n'));
}
function failureSummary(step, failures) {
    const rows = failures.map(({ what, why, fix, source }) => [
        `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(what)}**${why === undefined ? '' : `<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(why)}`}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(fix ?? ''),
        (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(source, undefined),
    ]);
    const table = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedTable */ .c8)(['what', 'what to do', 'where'], rows, SPACE.failures);
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)(failures, `### ${_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .stepTitle */ .Fb[step]} failed\n\n${table}`);
}


/***/ }),

/***/ 2730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFailures: () => (/* binding */ publishFailures),
  publishOutcome: () => (/* binding */ publishOutcome),
  publishPlan: () => (/* binding */ publishPlan)
});

// EXTERNAL MODULE: ./build/toolkit/github/connect.js
var connect = __webpack_require__(9575);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var masked = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
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
/** The first ten findings of each severity, errors first; the tenth says how many more the step summary has. */
function annotationsOf(plan) {
    return ['error', 'warning', 'notice'].flatMap((level) => {
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
    const verdict = outcome.results.length === 0 ? 'nothing to do' : `${outcome.status} in ${took}`;
    const head = `${wording/* stepTitle */.Fb[plan.step]}: ${verdict} (${(0,markdown/* oneLine */.TN)(plan.target)}, changed=${outcome.changed})`;
    return (0,masked/* rendered */.gj)([plan, outcome], [head, ...lines].join('\n'));
}

// EXTERNAL MODULE: ./build/toolkit/report/summary.js
var report_summary = __webpack_require__(8656);
// EXTERNAL MODULE: ./build/toolkit/runtime/workflow-commands.js
var workflow_commands = __webpack_require__(6908);
;// CONCATENATED MODULE: ./build/toolkit/runtime/publish.js
/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */










/**
 * Keeps all of a plan with the run when its section cannot say everything. It is a courtesy: the step summary has it too.
 * @returns the artifact; undefined when there is nothing more to say, or nowhere to keep it
 */
async function keepWhole(section, plan, { world, host }, revision) {
    const whole = host.artifacts === undefined ? undefined : (0,comment/* wholePlan */.XM)(section, plan, revision);
    if (host.artifacts === undefined || whole === undefined)
        return undefined;
    const { attempt, url } = world.run;
    const name = `${plan.step}-plan-${(0,wording/* shortDigest */.VK)(plan.digest)}-${attempt}`;
    try {
        const { uploadArtifact } = await Promise.all(/* import() | toolkit-github-artifact */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact"), __webpack_require__.e("toolkit-github-artifact")]).then(__webpack_require__.bind(__webpack_require__, 2223));
        const files = {
            'plan.md': whole,
            'plan.json': (0,masked/* rendered */.gj)(plan, `${JSON.stringify(plan, undefined, 2)}\n`),
        };
        const id = await uploadArtifact(host.artifacts, { name, files, env: world.env, signal: world.signal });
        return { name, url: `${url}/artifacts/${id}` };
    }
    catch (error) {
        world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}
/**
 * A review is compared word by word, so nothing in it can be masked; values count in it by their hashes alone. What it
 * names by a secret is not published.
 * @throws Failure REVIEW_HOLDS_SECRET
 */
function refuseSecrets(plan, { redactor }) {
    const { target, name = '', where, with: means, from, changes } = plan;
    const told = {
        'its target': [target, name],
        'its place': where,
        'its inputs': means,
        'the name of a file': Object.keys(from),
        'the address of a change': changes.map(({ address }) => address),
    };
    for (const [part, value] of Object.entries(told)) {
        const plain = JSON.stringify(value);
        if (redactor.maskJson(plain) === plain)
            continue;
        throw new failure/* Failure */.HR({
            code: 'REVIEW_HOLDS_SECRET',
            what: `This plan cannot be published: ${part} holds a secret.`,
            why: 'What is reviewed is compared word by word when it is applied, so nothing of it can be masked.',
            fix: 'Name the thing by something that is no secret.',
        });
    }
}
/**
 * Shows a plan: on a pull request also in its comment, and as the review that `apply` compares with; a dry run of what
 * an environment's reviewers approve as the review of this run.
 */
async function publishPlan(publication) {
    const { command, inputs, world, host } = publication;
    const plan = world.redactor.masked(publication.plan);
    world.log.info(planText(plan));
    const { pullRequest, repositoryUrl } = world.run;
    const revision = { repositoryUrl, commit: pullRequest?.headSha ?? world.run.sha };
    host.appendSummary(() => (0,report_summary/* planSummary */.MM)(plan, revision));
    const annotations = host.annotatesApart ? annotationsOf(plan) : [];
    for (const { level, message, source, title } of annotations)
        host.annotate(level, (0,workflow_commands/* disarmed */.yN)(message), source, (0,workflow_commands/* lineWithoutCommands */.xn)(title));
    // A dry run of what acts is not what a merge would do: it is no review.
    const previewed = !command.acts && pullRequest !== undefined;
    if (!previewed && !awaitsApproval(command, inputs, world))
        return;
    const token = inputs['github-token'];
    if (token === undefined) {
        world.log.warning('There is no github-token: this plan is not shown to reviewers, and cannot be applied.');
        return;
    }
    const github = await (0,connect/* connectGitHub */.U)(token, world);
    const { recordReview } = await Promise.all(/* import() | toolkit-runtime-review */[__webpack_require__.e("provision-drift+toolkit-runtime-publish+toolkit-runtime-review"), __webpack_require__.e("toolkit-runtime-review")]).then(__webpack_require__.bind(__webpack_require__, 8628));
    const section = (0,comment/* planSection */.lA)(plan, revision);
    const conclusion = plan.findings.some(finding/* isBlocking */.Us) ? 'failure' : 'success';
    const { title, summary, details } = section;
    refuseSecrets(publication.plan, world);
    await unlessRefused('The check run with the review', world, () => recordReview(github, publication.plan, { title, summary, conclusion }, world));
    if (pullRequest === undefined || inputs.comment === 'off')
        return;
    const { publishSection } = await __webpack_require__.e("toolkit-github-sticky-comment").then(__webpack_require__.bind(__webpack_require__, 6351));
    const artifact = await keepWhole(section, plan, publication, revision);
    await unlessRefused('The comment', world, () => publishSection(github, {
        pullRequest: pullRequest.number,
        section: {
            key: { step: plan.step, target: (0,masked/* rendered */.gj)(plan, plan.target) },
            summary,
            details,
            runUrl: world.run.url,
            artifact,
        },
        signal: world.signal,
        random: world.random,
    }));
}
/** Whether this run shows what the reviewers of an environment are to approve. Nobody approves anything in a merge queue. */
function awaitsApproval(command, { reviewed }, { run }) {
    const dry = command.acts && !command.applies && !command.reviewed;
    return dry && reviewed !== 'off' && run.pullRequest === undefined && run.event !== 'merge_group';
}
/** The token of a fork's pull request, or of Dependabot's, can only read: then what was found decides, and not this. */
async function unlessRefused(what, { log }, publish) {
    try {
        await publish();
    }
    catch (error) {
        const failures = (0,failure/* failuresIn */.xM)(error);
        if (failures.length === 0 || failures.some(({ code }) => code !== 'GITHUB_PERMISSION'))
            throw error;
        for (const { message } of failures)
            log.warning(`${what} could not be published. ${message}`);
    }
}
function publishOutcome(publication) {
    const { world, host } = publication;
    const plan = world.redactor.masked(publication.plan);
    const outcome = world.redactor.masked(publication.outcome);
    world.log.info(outcomeText(plan, outcome));
    host.appendSummary(() => (0,report_summary/* outcomeSummary */.hG)(plan, outcome));
}
function publishFailures(step, failures, world, host) {
    if (failures.length > 0)
        host.appendSummary(() => (0,report_summary/* failureSummary */.jg)(step, world.redactor.masked(failures)));
}


/***/ })

};
