export const id = "provision-drift";
export const ids = ["provision-drift"];
export const modules = {

/***/ 9461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportDrifts: () => (/* binding */ reportDrifts)
});

// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var masked = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/toolkit/report/comment.js
var comment = __webpack_require__(5337);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
;// CONCATENATED MODULE: ./build/toolkit/github/issue.js
/** One issue about one thing: opened, kept up to date, and closed when it is over. */


/** Whose issues the workflow's own token writes. */
const AUTHOR = 'github-actions[bot]';
const NEEDS = 'issues: write';
/** The longest body that GitHub takes, in characters. */
const LONGEST = 65_536;
const Issue = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
/** A comment that nobody sees, and that no subject can break out of. */
function marker({ label, subject }) {
    return `<!-- omninode:${label} ${(0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex')} -->`;
}
/** The open issue that the workflow has made about the subject. */
async function openIssue(github, key) {
    const issues = await github.all({
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { state: 'open', labels: key.label },
        needs: NEEDS,
        answer: schemas/* array */.YOg(Issue),
    }, (page) => page);
    // Anyone may write our marker into an issue of theirs: that one is left alone.
    return issues
        .filter(({ user, body, pull_request }) => user?.login === AUTHOR && pull_request === undefined && body?.startsWith(marker(key)))
        .sort((a, b) => a.number - b.number)[0];
}
/** Opens the issue, or writes its present text. @returns its address, and whether anything was written */
async function publishIssue(github, key, { title, body }) {
    const text = `${marker(key)}\n${body}`.slice(0, LONGEST).toWellFormed();
    const known = await openIssue(github, key);
    if (known === undefined) {
        const made = await github.call({
            route: 'POST /repos/{owner}/{repo}/issues',
            parameters: { title, body: text, labels: [key.label] },
            needs: NEEDS,
            answer: Issue,
            once: true,
        });
        return { url: made.html_url, did: 'opened' };
    }
    if (known.body === text && known.title === title)
        return { url: known.html_url, did: 'left' };
    await github.call({
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: known.number, title, body: text },
        needs: NEEDS,
        answer: schemas/* unknown */.L5J(),
    });
    return { url: known.html_url, did: 'updated' };
}
/** Closes the issue, saying why. @returns its address when there was one */
async function closeIssue(github, key, why) {
    const known = await openIssue(github, key);
    if (known === undefined)
        return undefined;
    await github.call({
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: known.number, body: why },
        needs: NEEDS,
        answer: schemas/* unknown */.L5J(),
        once: true,
    });
    await github.call({
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: known.number, state: 'closed', state_reason: 'completed' },
        needs: NEEDS,
        answer: schemas/* unknown */.L5J(),
    });
    return known.html_url;
}

;// CONCATENATED MODULE: ./build/toolkit/github/drift.js





const LABEL = 'drift';
function bodyOf({ step, name, changes }, world) {
    const made = (0,model_plan/* makePlan */.Cs)({
        step,
        target: name,
        where: {},
        with: {},
        from: {},
        createdAt: world.clock(),
        changes,
    });
    const plan = world.redactor.masked(made);
    const revision = { repositoryUrl: world.run.repositoryUrl, commit: world.run.sha };
    const { summary, details } = (0,comment/* planSection */.lA)(plan, revision);
    const parts = [
        `${(0,markdown/* code */.aY)(name)} is not what its code says. Applying the code would do this:`,
        summary,
        details,
        `Either change the code so that it says what is there, or apply it. This issue is closed when nothing differs any more.\n\n<sub><a href="${encodeURI(world.run.url)}">Seen by this run</a></sub>`,
    ].filter((part) => part !== '');
    return (0,masked/* rendered */.gj)(plan, parts.join('\n\n'));
}
/** Tells of a target that was looked at. One that could not be is left as it is: that is no sign that it is clean. */
async function reportDrift(looked, github, world) {
    const { subject, name, changes } = looked;
    const key = { label: LABEL, subject };
    if (changes.length === 0) {
        const over = world.redactor.mask(`Nothing differs any more: ${world.run.url}`);
        const closed = await closeIssue(github, key, over);
        if (closed !== undefined)
            world.log.info(`${name}: no drift any more; closed ${closed}`);
        return;
    }
    const { url, did } = await publishIssue(github, key, {
        title: world.redactor.mask(`Drift in ${name}`),
        body: bodyOf(looked, world),
    });
    world.log.warning(`${name} has drifted (${changes.length} to change): ${did} ${url}`);
}

;// CONCATENATED MODULE: ./build/actions/provision/src/drift.js


/** Tells of each stack that was planned. */
async function reportDrifts(plan, { stacks }, github, world) {
    for (const { name, folder } of stacks) {
        if (plan.outputs[name] === undefined)
            continue;
        const changes = (0,model_plan/* effectiveChanges */.Jp)(plan).filter(({ address }) => address.startsWith(`${name}/`));
        await reportDrift({ step: 'provision', subject: folder, name: folder, changes }, github, world);
    }
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


/***/ })

};
