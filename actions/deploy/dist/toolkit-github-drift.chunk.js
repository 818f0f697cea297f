export const id = "toolkit-github-drift";
export const ids = ["toolkit-github-drift"];
export const modules = {

/***/ 372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportDrift: () => (/* binding */ reportDrift)
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


/***/ })

};
