export const id = 57;
export const ids = [57,846];
export const modules = {

/***/ 4057:
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var model_change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/toolkit/model/freeze.js
var freeze = __webpack_require__(6240);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 1 modules
var model_plan = __webpack_require__(4863);
// EXTERNAL MODULE: ./build/toolkit/model/step.js
var step = __webpack_require__(8149);
;// CONCATENATED MODULE: ./build/toolkit/model/review.js





/** What a pull request showed of one plan: enough to compare with, nothing that could be secret. */
const Review = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    step: step/* StepName */.m,
    target: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
    sources: schemas/* string */.YjP(),
    changes: schemas/* array */.YOg(schemas/* object */.Ikc({ action: model_change/* Action */.rc, address: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
});
function reviewOf(plan) {
    return (0,freeze/* deepFreeze */.o)({
        version: 1,
        step: plan.step,
        target: plan.target,
        digest: plan.digest,
        sources: plan.sources,
        changes: (0,model_plan/* effectiveChanges */.Jp)(plan).map((change) => ({
            action: change.action,
            address: change.address,
            digest: (0,model_change/* changeDigest */.VW)(change),
        })),
    });
}
function compareWithReview(plan, review) {
    if (plan.digest === review.digest)
        return { verdict: 'equal', differences: [] };
    const reviewed = new Map(review.changes.map((change) => [change.address, change]));
    const planned = (0,model_plan/* effectiveChanges */.Jp)(plan);
    const differences = [];
    for (const change of planned) {
        const known = reviewed.get(change.address);
        if (known === undefined)
            differences.push({ address: change.address, what: 'not reviewed', planned: change });
        else if (known.digest !== (0,model_change/* changeDigest */.VW)(change)) {
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

;// CONCATENATED MODULE: ./build/toolkit/github/check-run.js
/**
 * The reviewed plan as a check run on the pull request's head commit. Only GitHub Actions can write one with
 * the workflow's token, while anyone with write access can edit a comment: so this is what `apply` trusts.
 */





/** The most bytes that GitHub takes for a check run's text and for its summary. */
const LONGEST = 65_535;
/** A longer name ends in a hash of what it lacks. */
const LONGEST_NAME = 200;
/** Unpacked reviews are never larger: a packed one cannot exhaust the memory. */
const LONGEST_REVIEW = 32 * 1024 * 1024;
/** Only its own token makes a check run of this app. */
const APP = 'github-actions';
const CheckRun = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    head_sha: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    completed_at: schemas/* string */.YjP().nullable(),
    app: schemas/* object */.Ikc({ slug: schemas/* string */.YjP().optional() }).nullable(),
    output: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullable() }),
});
const StrictReview = schemas/* strictObject */.rej({
    ...Review.shape,
    changes: schemas/* array */.YOg(schemas/* strictObject */.rej(Review.shape.changes.element.shape)),
});
function nameOf(step, target) {
    const name = `omninode ${step}: ${target.replace(/\s+/g, ' ')}`;
    if (name.length <= LONGEST_NAME)
        return name;
    return `${name.slice(0, LONGEST_NAME - 13).toWellFormed()}~${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 12)}`;
}
/** JSON of ASCII characters alone: each is one byte, and nothing on its way changes it. */
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
const NOTE = 'What `apply` compares with, made by this run:';
/**
 * JSON that people can read (about 350 changes), else packed (about 1,000), else without its changes: then an
 * apply must equal the reviewed plan as a whole, and a run that was cut off cannot be continued.
 */
function encode(review) {
    const plain = `${NOTE}\n\n\`\`\`json\n${asciiJson(review)}\n\`\`\``;
    if (plain.length <= LONGEST)
        return plain;
    const packed = `${NOTE}\n\n\`\`\`gzip\n${(0,external_node_zlib_.gzipSync)(JSON.stringify(review)).toString('base64')}\n\`\`\``;
    if (packed.length <= LONGEST)
        return packed;
    const count = review.changes.length.toLocaleString('en');
    const whole = asciiJson({ ...review, changes: [] });
    return `${NOTE} The ${count} changes do not fit here one by one, so only the plan as a whole is compared.\n\n\`\`\`json\n${whole}\n\`\`\``;
}
function decode(text, { headSha, step, target }) {
    try {
        const [, form, body = ''] = /^```(json|gzip)\n([^\n]+)\n```$/m.exec(text) ?? [];
        if (form === undefined)
            throw new Error('there is no review in its text');
        const json = form === 'json'
            ? body
            : (0,external_node_zlib_.gunzipSync)(Buffer.from(body, 'base64'), { maxOutputLength: LONGEST_REVIEW }).toString('utf8');
        const review = StrictReview.parse(JSON.parse(json));
        if (review.step !== step || review.target !== target)
            throw new Error(`it is the review of ${review.step} for ${review.target}`);
        return review;
    }
    catch (cause) {
        throw new failure/* Failure */.HR({
            code: 'REVIEW_DAMAGED',
            what: `The check run "${nameOf(step, target)}" of commit ${headSha.slice(0, 12)} holds no readable review.`,
            why: 'It was damaged, or written by another version of the action.',
            fix: 'Open a pull request, look at its preview, and merge that.',
            cause,
        });
    }
}
/**
 * Records a plan as reviewed. Always a new check run, of which GitHub shows the newest of each name: it refuses
 * to change the conclusion of an older one, and what was shown before stays on record.
 */
async function publishReview(github, publication) {
    const { headSha, review, title, summary, conclusion = 'neutral' } = publication;
    const fits = Buffer.byteLength(summary) <= LONGEST;
    await github.call({
        route: 'POST /repos/{owner}/{repo}/check-runs',
        parameters: {
            name: nameOf(review.step, review.target),
            head_sha: headSha,
            status: 'completed',
            conclusion,
            output: {
                title,
                summary: fits ? summary : 'The plan is too long to show here; the step summary has all of it.',
                text: encode(review),
            },
        },
        needs: 'checks: write',
        answer: schemas/* object */.Ikc({ id: schemas/* number */.aig() }),
    });
}
/**
 * The newest review of a step and target on a commit; undefined when there is none.
 * @param mergedAt ISO 8601: a review that was made after the merge was not what was merged, and is left out.
 * @throws Failure REVIEW_DAMAGED
 */
async function findReview(github, key) {
    const name = nameOf(key.step, key.target);
    const runs = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        parameters: { ref: key.headSha, check_name: name, status: 'completed', filter: 'all' },
        needs: 'checks: read',
        answer: schemas/* object */.Ikc({ check_runs: schemas/* array */.YOg(CheckRun) }),
    }, ({ check_runs }) => check_runs);
    const until = key.mergedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(key.mergedAt);
    const counts = (run) => run.app?.slug === APP &&
        run.name === name &&
        run.head_sha === key.headSha &&
        run.status === 'completed' &&
        run.completed_at !== null &&
        Date.parse(run.completed_at) <= until;
    const [newest] = runs.filter(counts).sort((a, b) => b.id - a.id);
    return newest === undefined ? undefined : decode(newest.output.text ?? '', key);
}

// EXTERNAL MODULE: ./build/toolkit/github/pull-request.js
var pull_request = __webpack_require__(2846);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/toolkit/github/sections.js
/** The preview comment's text: a section for each step and target between hidden markers, within GitHub's limit. */



/** The longest body that GitHub takes for a comment, in characters. */
const sections_LONGEST = 65_536;
const MARKER = '<!-- omninode:preview -->';
const HEADING = `${MARKER}\n## Release preview`;
const DETAILS = '<!-- omninode:details -->';
const FOOTER = '<!-- omninode:footer -->';
const END = '<!-- omninode:end -->';
const section = /^<!-- omninode:section (\S+ \S+) ([0-9a-f]{16}) -->\n([\s\S]*?)\n<!-- omninode:details -->\n([\s\S]*?)\n<!-- omninode:footer -->\n([\s\S]*?)\n<!-- omninode:end -->$/gm;
/** Longer targets are named by their beginning and a hash. */
const sections_LONGEST_NAME = 200;
function sections_nameOf({ step, target }) {
    const encoded = encodeURIComponent(target.toWellFormed()).replaceAll('%2F', '/') || '-';
    if (encoded.length <= sections_LONGEST_NAME)
        return `${step} ${encoded}`;
    return `${step} ${encoded.slice(0, sections_LONGEST_NAME)}~${(0,external_node_crypto_.createHash)('sha256').update(target).digest('hex').slice(0, 12)}`;
}
/** No text of a section may look like one of our markers, nor end the comment that one is. */
function harmless(text) {
    return text.replaceAll('\r\n', '\n').replace(/<!--(?=\s*omninode:)/g, '&lt;!--');
}
function makeSection({ key, summary, details, runUrl }) {
    const stamp = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([summary, details, runUrl]))
        .digest('hex');
    return {
        name: sections_nameOf(key),
        stamp: stamp.slice(0, 16),
        summary: harmless(summary),
        details: harmless(details),
        footer: `<sub><a href="${encodeURI(runUrl)}">Log and full plan</a></sub>`,
    };
}
/** The sections of a comment, by their names. What a person changed about the markers is no section any more. */
function parseSections(body) {
    const found = [...body.replaceAll('\r\n', '\n').matchAll(section)].map(([, name = '', stamp = '', summary = '', details = '', footer = '']) => [
        name,
        { name, stamp, summary: summary.trim(), details: details.trim(), footer: footer.trim() },
    ]);
    return new Map(found);
}
function place({ name }) {
    const index = step/* stepNames */.V.findIndex((step) => name.startsWith(`${step} `));
    return index === -1 ? step/* stepNames */.V.length : index;
}
function write(sections) {
    const parts = sections.map(({ name, stamp, summary, details, footer }) => `<!-- omninode:section ${name} ${stamp} -->\n${summary}\n\n${DETAILS}\n${details}\n\n${FOOTER}\n${footer}\n${END}`);
    return [HEADING, ...parts].join('\n\n');
}
const ELSEWHERE = 'More than fits into this comment: the details are in the step summary, linked below.';
/** A section without its details, and after that without all but its heading. */
const shorter = [
    (whole) => (whole.details === '' ? whole : { ...whole, details: `_${ELSEWHERE}_` }),
    (whole) => {
        const [heading = ''] = whole.summary.split('\n', 1);
        return { ...whole, summary: heading.length <= 300 ? heading : '', details: `_${ELSEWHERE}_` };
    },
];
function size({ summary, details }) {
    return summary.length + details.length;
}
/**
 * The comment's text: the steps in the order of a release. When it gets too long, the longest section is
 * shortened first, so that every section keeps at least its heading and its link.
 * @throws Failure COMMENT_FULL
 */
function renderComment(sections) {
    const shown = [...sections].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
    for (const shorten of shorter) {
        for (const longest of shown.toSorted((a, b) => size(b) - size(a))) {
            if (write(shown).length <= sections_LONGEST)
                break;
            shown[shown.indexOf(longest)] = shorten(longest);
        }
    }
    const body = write(shown);
    if (body.length <= sections_LONGEST)
        return body;
    throw new failure/* Failure */.HR({
        code: 'COMMENT_FULL',
        what: `The ${shown.length} sections of the preview do not fit into one comment.`,
        fix: 'Preview fewer targets on one pull request, or set `comment: off` for some of them.',
    });
}

;// CONCATENATED MODULE: ./build/toolkit/github/sticky-comment.js




/** Whose comments the workflow's own token writes. */
const AUTHOR = 'github-actions[bot]';
/** How often the comment is looked at, and put right but for the last time. */
const LOOKS = 8;
/**
 * Milliseconds between a write and the look that confirms it. Longer than another job takes from its look to its
 * write: a write that was based on an older text has happened by then, and is seen.
 */
const SETTLE = 1_000;
const NEEDS = 'pull-requests: write';
const Comment = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    body: schemas/* string */.YjP().default(''),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
});
async function ownComments(github, pullRequest, author) {
    const comments = await github.all({
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: pullRequest },
        needs: NEEDS,
        answer: schemas/* array */.YOg(Comment),
    }, (page) => page);
    // Anyone may write our marker into a comment of theirs: that one is left alone.
    return comments
        .filter(({ user, body }) => user?.login === author && body.startsWith(MARKER))
        .sort((a, b) => a.id - b.id);
}
function create(github, pullRequest, body) {
    return github.call({
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: pullRequest, body },
        needs: NEEDS,
        answer: Comment,
        once: true,
    });
}
async function update(github, comment, body) {
    await github.call({
        route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: comment.id, body },
        needs: NEEDS,
        answer: schemas/* unknown */.L5J(),
        once: true,
    });
}
async function remove(github, comment) {
    await github.call({
        route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: comment.id },
        needs: NEEDS,
        answer: schemas/* unknown */.L5J(),
        once: true,
    });
}
/** Another job removed the comment, or it is not known whether it was written: the next look tells. */
function isWorthALook(error) {
    const codes = ['GITHUB_NOT_FOUND', 'GITHUB_RATE_LIMIT', 'GITHUB_UNAVAILABLE'];
    return (0,failure/* failuresIn */.xM)(error).some(({ code }) => codes.includes(code));
}
/**
 * Puts one section into the pull request's preview comment, which is made when it is not there.
 *
 * Several jobs may do so at the same time, and GitHub has no conditional update. So each looks again after its
 * write, and puts right what the others' writes lost: a section that was there before, or a second comment.
 * With a token other than the workflow's own, the author is known only from a comment that was just made.
 * @throws Failure COMMENT_CONTENDED after the last look, COMMENT_FULL, or one of `GitHub.call`.
 */
async function publishSection(github, publication) {
    const { pullRequest, signal, random } = publication;
    const own = makeSection(publication.section);
    const known = new Map();
    let author = AUTHOR;
    for (let look = 1; look <= LOOKS; look++) {
        const [comment, ...others] = await ownComments(github, pullRequest, author);
        const present = parseSections(comment?.body ?? '');
        const elsewhere = others.flatMap(({ body }) => [...parseSections(body)]);
        const lost = [...known.keys()].filter((name) => !present.has(name));
        if (present.get(own.name)?.stamp === own.stamp && others.length === 0 && lost.length === 0)
            return;
        if (look === LOOKS)
            break;
        for (const [name, section] of [...present, ...elsewhere])
            known.set(name, section);
        known.set(own.name, own);
        const body = renderComment(known.values());
        try {
            if (comment === undefined)
                author = (await create(github, pullRequest, body)).user?.login ?? author;
            else
                await update(github, comment, body);
            for (const other of others)
                await remove(github, other);
        }
        catch (error) {
            if (!isWorthALook(error))
                throw error;
        }
        await (0,promises_.setTimeout)(SETTLE * (1 + random() * look), undefined, { signal });
    }
    throw new failure/* Failure */.HR({
        code: 'COMMENT_CONTENDED',
        what: `The preview comment of pull request #${pullRequest} did not keep the section ${own.name}.`,
        why: `Other jobs wrote over it ${LOOKS} times.`,
        fix: 'Run the job again.',
    });
}

// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
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
    run: '>',
    none: ' ',
};
const colours = { red: 31, green: 32, yellow: 33, cyan: 36 };
const actionColour = {
    create: 'green',
    update: 'yellow',
    replace: 'red',
    delete: 'red',
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
function log_place(source) {
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
    return action === 'update' || action === 'replace' || (action === 'run' && before !== undefined);
}
function planText(plan, options = {}) {
    const paint = painter(options);
    const changes = (0,wording/* inOrder */.al)(plan);
    const rows = columns(changes.map((change) => [
        `  ${sign[change.action].padEnd(3)}`,
        (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(change.address), 300),
        (0,markdown/* oneLine */.TN)(change.kind),
        log_place(change.source),
    ]));
    const lines = changes.flatMap((change, index) => [
        paint(actionColour[change.action], rows[index] ?? ''),
        ...(change.note === undefined ? [] : [`      ${(0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(change.note), 1_000)}`]),
        ...(showsAttributes(change) ? (0,difference/* differenceLines */.Z)(change).map((line) => `        ${(0,markdown/* printable */.g$)(line)}`) : []),
    ]);
    const findings = (0,wording/* bySeverity */.Np)(plan.findings).flatMap((finding) => [
        `  ${paint(severityColour[finding.severity], (0,wording/* severityText */.pA)(finding))} ${log_place(finding.source)} ${(0,markdown/* oneLine */.TN)(finding.message)} [${(0,markdown/* oneLine */.TN)(finding.rule)}]`,
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
    const blocks = [`### ${(0,wording/* headline */.Pl)(plan)}`, (0,comment/* origin */.T)(plan, revision)];
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
        return `${title}: there was nothing to do\n\n${(0,comment/* origin */.T)(plan, undefined)}`;
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
        (0,comment/* origin */.T)(plan, undefined),
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

// EXTERNAL MODULE: ./build/toolkit/action/connect.js
var connect = __webpack_require__(402);
;// CONCATENATED MODULE: ./build/toolkit/action/publish.js
/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */











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
    const github = await (0,connect/* connectGitHub */.U)(inputs, world);
    if (github === undefined) {
        world.log.warning('There is no github-token: this plan is not shown on the pull request, and cannot be reviewed.');
        return;
    }
    const section = (0,comment/* planSection */.l)(plan, revision);
    await publishReview(github, {
        headSha: pullRequest.headSha,
        review: reviewOf(plan),
        title: section.title,
        summary: world.redactor.mask(section.summary),
        conclusion: plan.findings.some(finding/* isBlocking */.Us) ? 'failure' : 'success',
    });
    await publishSection(github, {
        pullRequest: pullRequest.number,
        section: {
            key: { step: plan.step, target: plan.target },
            summary: world.redactor.mask(section.summary),
            details: world.redactor.mask(section.details),
            runUrl: world.run.url,
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
    const github = await (0,connect/* connectGitHub */.U)(inputs, world);
    if (github === undefined)
        throw new Error('preflight lets nobody come here without a token');
    const branch = /^refs\/heads\/(.+)$/.exec(world.run.ref)?.[1];
    const pullRequest = await (0,pull_request.pullRequestOf)(github, world.run.sha, branch);
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
    const comparison = compareWithReview(plan, review);
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


/***/ }),

/***/ 2846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedFiles: () => (/* binding */ changedFiles),
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);


const PullRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        repo: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }),
    }),
});
/**
 * The merged pull request that brought a commit to a branch, if one did.
 * @param branch the repository's default branch unless given; a pull request into another one does not count.
 */
async function pullRequestOf(github, sha, branch) {
    const pulls = await github.all({
        route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        parameters: { commit_sha: sha },
        needs: 'pull-requests: read',
        answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(PullRequest),
    }, (page) => page);
    const name = `${github.owner}/${github.repo}`.toLowerCase();
    const merged = pulls.flatMap(({ base, merged_at, ...pull }) => {
        const here = base.repo.full_name.toLowerCase() === name;
        const into = base.ref === (branch ?? base.repo.default_branch);
        return merged_at !== null && here && into ? [{ ...pull, mergedAt: merged_at }] : [];
    });
    const found = merged.find((pull) => pull.merge_commit_sha === sha) ?? (merged.length === 1 ? merged[0] : undefined);
    return found && { number: found.number, headSha: found.head.sha, mergedAt: found.mergedAt };
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
        answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ filename: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), previous_filename: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })),
    }, (page) => page);
    if (files.length >= MOST_FILES) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'TOO_MANY_FILES',
            what: `It cannot be told which files pull request #${pullRequest} changes.`,
            why: `GitHub lists only the first ${MOST_FILES.toLocaleString('en')}.`,
            fix: 'Split the pull request, or run without limiting the step to changed files.',
        });
    }
    return files.flatMap(({ filename, previous_filename }) => previous_filename === undefined ? [filename] : [filename, previous_filename]);
}


/***/ })

};
