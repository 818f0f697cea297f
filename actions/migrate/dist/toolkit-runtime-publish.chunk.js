export const id = "toolkit-runtime-publish";
export const ids = ["toolkit-runtime-publish"];
export const modules = {

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

/***/ 9554:
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

;// CONCATENATED MODULE: ./build/toolkit/github/connect.js
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 9667));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log });
}

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/review.js
var model_review = __webpack_require__(3067);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
;// CONCATENATED MODULE: ./build/toolkit/report/wording.js

/** The order in which changes are shown: what destroys first. */
const order = ['delete', 'replace', 'forget', 'update', 'import', 'move', 'create', 'run'];
const severities = ['error', 'warning', 'notice'];
const destructive = new Set(['delete', 'replace', 'forget']);
const stepTitle = {
    provision: 'Provision',
    migrate: 'Migrate',
    deploy: 'Deploy',
    verify: 'Verify',
};
/** `1,234`. Not `toLocaleString`: loading the rules of all languages takes longer than the rest of a small run. */
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `1 error`, `2 errors`. */
function plural(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/**
 * `14 to create, 1 to replace, 0 to delete`; `nothing to do` without a change. That nothing is deleted is said
 * wherever something could be.
 */
function countText(plan) {
    const changes = (0,model_plan/* effectiveChanges */.Jp)(plan);
    const counts = order.toReversed().flatMap((action) => {
        const count = changes.filter((change) => change.action === action).length;
        const said = count > 0 || (action === 'delete' && changes.some((change) => change.action !== 'run'));
        return said ? [`${grouped(count)} to ${action}`] : [];
    });
    return counts.length === 0 ? 'nothing to do' : counts.join(', ');
}
/** `2 errors, 1 warning`; undefined without a finding. */
function findingText(plan) {
    const parts = severities.flatMap((severity) => {
        const count = plan.findings.filter((finding) => finding.severity === severity).length;
        return count === 0 ? [] : [plural(count, severity)];
    });
    return parts.length === 0 ? undefined : parts.join(', ');
}
function conclusionOf(plan) {
    if (plan.findings.some(({ severity, verdict }) => severity === 'error' && verdict === 'fail'))
        return 'failure';
    return plan.findings.some(({ verdict }) => verdict === 'unknown') ? 'neutral' : 'success';
}
const verdictWords = {
    failure: 'blocked',
    neutral: 'cannot tell',
    success: undefined,
};
/** One line: `Provision: 14 to create, 1 to replace, 0 to delete`, `Verify: blocked, 2 errors, 1 warning`. */
function headline(plan) {
    const found = findingText(plan);
    const idle = (0,model_plan/* effectiveChanges */.Jp)(plan).length === 0;
    const counts = idle && plan.step === 'verify' && found === undefined ? 'nothing found' : countText(plan);
    const parts = [verdictWords[conclusionOf(plan)], idle && found !== undefined ? undefined : counts, found];
    return `${stepTitle[plan.step]}: ${parts.filter((part) => part !== undefined).join(', ')}`;
}
/** Destructive changes first, otherwise in the plan's order. */
function inOrder(plan) {
    return [...(0,model_plan/* effectiveChanges */.Jp)(plan)].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
}
/** Errors first, otherwise in the plan's order. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
/** `error`, `warning` or `notice`, or that it cannot be told. */
function severityText({ severity, verdict }) {
    return verdict === 'unknown' ? 'cannot tell' : severity;
}
const past = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    delete: 'deleted',
    import: 'imported',
    move: 'moved',
    forget: 'forgotten',
    run: 'run',
    none: 'left as it is',
};
/** `replaced`, `forgotten`: what becomes of the thing. */
function pastOf(action) {
    return past[action];
}
const evidenceWords = {
    pass: 'held',
    fail: 'broken',
    unknown: 'cannot tell',
};
function evidenceText({ verdict }) {
    return evidenceWords[verdict];
}
/** The first 12 digits of a digest, enough to compare by eye. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}

;// CONCATENATED MODULE: ./build/toolkit/report/markdown.js
/**
 * Markdown and HTML that untrusted text cannot break out of. GitHub finds mentions, references, links, emoji
 * and formulas in the rendered text, after entities were resolved: those need a break in the text itself.
 */

/** Characters that would not be seen, or that turn the direction of the text around them. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Text in which everything can be seen: what is invisible is shown by its number, such as `\u{202e}`. */
function printable(text) {
    return text
        .replaceAll('\r\n', '\n')
        .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
/** Printable text without line breaks. */
function oneLine(text) {
    return printable(text).replace(/\s+/g, ' ').trim();
}
/** At most `longest` UTF-16 units of a text, never half a character, saying how much is missing. */
function shortened(text, longest) {
    if (text.length <= longest)
        return text;
    const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
    return `${cut}… (${grouped(text.length - cut.length)} more characters)`;
}
/** Longer texts within a line are cut. */
const LONGEST_PROSE = 1_000;
const LONGEST_CODE = 300;
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Breaks a word that GitHub would turn into something else, without a trace in what is read. */
const BREAK = '&#8203;';
/** What would be markup in a line, and what GitHub links, replaces or notifies about when it is rendered. */
const active = /(?<web>www(?=\.)|:(?=\/\/))|(?<reference>#(?=\d)|@|GH-(?=\d))|(?<emoji>:(?=[\w+-]+:))|(?<formula>\$)|(?<start>^(?:[-=]|\d+(?=[.)])))|(?<markup>[\\`*{}[\]()<>#+!|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))/gi;
function words(text) {
    return text.replace(active, (found, ...rest) => {
        const groups = rest.at(-1);
        if (groups['formula'] !== undefined)
            return '<span>$</span>';
        if (groups['start'] !== undefined)
            return `<span>${found}</span>`;
        if (groups['markup'] !== undefined)
            return entity(found);
        return `${found.startsWith('#') ? entity('#') : found}${BREAK}`;
    });
}
/**
 * Text as ordinary words in Markdown, HTML or a table cell: no markup, mention, reference, link or line break.
 * Only what stands between two backticks is set as code.
 */
function prose(text) {
    const parts = shortened(oneLine(text), LONGEST_PROSE).split(/`([^`]+)`/);
    return parts.map((part, index) => (index % 2 === 0 ? words(part) : code(part))).join('');
}
/** Inline code in Markdown, HTML or a table cell, whatever is in it; copying it gives the same text. */
function code(text) {
    const escaped = shortened(oneLine(text), LONGEST_CODE).replace(/@|:(?=\/\/)|www(?=\.)|[\\`*{}[\]()<>#+!|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi, 
    // Links are found even in HTML's code: an element within them prevents that.
    (found) => (/^[@:w]/i.test(found) ? `<span>${found}</span>` : entity(found)));
    return `<code>${escaped}</code>`;
}
/** A link whose text is already HTML. */
function markdown_link(html, url) {
    const href = url.replace(/[<>"|\\^`{}\s]/g, encodeURIComponent).replaceAll('&', '&amp;');
    return `<a href="${href}">${html}</a>`;
}
/** A fenced block, with a fence longer than any in the text. */
function fence(text, language = '') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${printable(text)}\n${ticks}`;
}
/** A folded section: `title` is HTML without Markdown, `body` is Markdown. */
function folded(title, body) {
    return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A paragraph that GitHub sets apart; not within anything else. */
function markdown_alert(kind, lines) {
    return [`[!${kind}]`, ...lines].map((line) => `> ${line}`).join('\n');
}
/** The cells are Markdown without line breaks. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** As many of the first parts as take at most `bytes` as lines of their own; none is ever cut. */
function fitting(parts, bytes) {
    let taken = 0;
    for (const [index, part] of parts.entries()) {
        taken += Buffer.byteLength(part) + 1;
        if (taken > bytes)
            return parts.slice(0, index);
    }
    return parts;
}

;// CONCATENATED MODULE: ./build/toolkit/report/annotations.js


/** GitHub shows so many annotations of each level for a step; the rest would vanish. */
const SHOWN = 10;
/** Plain text; the runner's own escaping is the host's. */
function annotation(finding) {
    const { severity, message, why, fix, rule, source } = finding;
    const verdict = finding.verdict === 'unknown' ? `${severityText(finding)}: ` : '';
    const text = [message, why, fix].map((part) => shortened(oneLine(part), 1_000)).join('\n');
    return { level: severity, message: verdict + text, title: oneLine(rule), source };
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
            return { ...shown, message: `${shown.message}\n(${plural(more, `more ${level}`)} in the step summary)` };
        });
    });
}

// EXTERNAL MODULE: ./build/toolkit/model/source.js
var model_source = __webpack_require__(2286);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var model_change = __webpack_require__(2719);
;// CONCATENATED MODULE: ./build/toolkit/report/edits.js
/** The shortest way from one list to another. */
/** Above so many comparisons the lists are shown as wholly replaced. */
const MOST_COMPARISONS = 1_000_000;
/** Longest common subsequence; what both lists begin and end with costs nothing. */
function differenceOf(before, after) {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < before.length - head &&
        tail < after.length - head &&
        before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const marked = (mark, items) => items.map((item) => ({ mark, item }));
    const old = before.slice(head, before.length - tail);
    const young = after.slice(head, after.length - tail);
    const middle = old.length * young.length > MOST_COMPARISONS
        ? [...marked('-', old), ...marked('+', young)]
        : align(old, young);
    return [
        ...marked(' ', before.slice(0, head)),
        ...middle,
        ...marked(' ', before.slice(before.length - tail)),
    ];
}
function align(old, young) {
    const width = young.length + 1;
    /** Length of the longest common subsequence of what follows old[i] and young[j], at i * width + j. */
    const common = new Uint32Array((old.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = old.length - 1; i >= 0; i--) {
        for (let j = young.length - 1; j >= 0; j--) {
            common[i * width + j] =
                old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const steps = [];
    let [i, j] = [0, 0];
    while (i < old.length || j < young.length) {
        const [from, to] = [old[i], young[j]];
        if (from !== undefined && from === to) {
            steps.push({ mark: ' ', item: from });
            i++;
            j++;
        }
        else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) {
            steps.push({ mark: '-', item: from });
            i++;
        }
        else if (to !== undefined) {
            steps.push({ mark: '+', item: to });
            j++;
        }
    }
    return steps;
}

;// CONCATENATED MODULE: ./build/toolkit/report/difference.js
/** What a change does to each attribute, as lines of a diff. */






/** Longer values are cut; the plan file holds them whole. */
const WIDEST = 160;
/** Longer paths do not widen the column of the values. */
const WIDEST_PATH = 64;
/** Deeper values are shown as JSON. */
const DEEPEST = 24;
/** So many lines are shown of one change. */
const MOST_LINES = 200;
/** Unchanged lines around a changed one, in texts of several lines. */
const CONTEXT = 2;
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isScalar(value) {
    return typeof value !== 'object' || value === null;
}
/** A value on one line; two values that differ are never shown alike. */
function shown(value) {
    if (value === model_change/* SENSITIVE */.NP || value === model_change/* SENSITIVE_CHANGED */.aQ || value === model_change/* UNKNOWN */.HV)
        return value;
    const text = oneLine(JSON.stringify(value));
    if (text.length <= WIDEST)
        return text;
    const hash = (0,external_node_crypto_.createHash)('sha256').update((0,canonical/* canonicalJson */.d)(value)).digest('hex').slice(0, 8);
    return `${shortened(text, WIDEST)} sha256:${hash}`;
}
function member(path, key) {
    if (!/^[A-Za-z_$][\w$-]*$/.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
}
/** The names of an array's items when all have one of their own, such as containers and environment variables. */
function named(value) {
    if (value === undefined)
        return new Map();
    if (!Array.isArray(value))
        return undefined;
    const byName = new Map();
    for (const item of value) {
        if (!isRecord(item) || typeof item['name'] !== 'string')
            return undefined;
        byName.set(item['name'], item);
    }
    return byName.size === value.length ? byName : undefined;
}
/** Lines of two texts, with what surrounds each difference. */
function textLines(before, after) {
    const ended = [before, after].every((text) => text === undefined || text.endsWith('\n'));
    const split = (text) => text?.slice(0, ended ? -1 : undefined).split('\n') ?? [];
    const steps = differenceOf(split(before), split(after));
    const near = (index) => steps.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((step) => step.mark !== ' ');
    const lines = [];
    let skipped = false;
    for (const [index, { mark, item }] of steps.entries()) {
        if (near(index))
            lines.push(`${mark}     ${shortened(printable(item), WIDEST)}`);
        else if (!skipped)
            lines.push('      ⋮');
        skipped = !near(index);
    }
    return lines;
}
function records(before, after, path, depth) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    // A key may be called like something that every object inherits.
    const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);
    return [...keys].flatMap((key) => edits(own(before, key), own(after, key), member(path, key), depth + 1));
}
function lists(before, after, path, depth) {
    const [old, young] = [named(before), named(after)];
    if (old !== undefined && young !== undefined) {
        const names = new Set([...old.keys(), ...young.keys()]);
        return [...names].flatMap((name) => edits(old.get(name), young.get(name), `${path}[${name}]`, depth + 1));
    }
    const [from, to] = [Array.isArray(before) ? before : [], Array.isArray(after) ? after : []];
    if ([...from, ...to].every(isScalar)) {
        return differenceOf(from.map(shown), to.map(shown)).flatMap(({ mark, item }) => mark === ' ' ? [] : [{ path: `${path}[]`, [mark === '-' ? 'before' : 'after']: item }]);
    }
    const indexes = [...Array(Math.max(from.length, to.length)).keys()];
    return indexes.flatMap((index) => edits(from[index], to[index], `${path}[${index}]`, depth + 1));
}
function hasMembers(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
/** What a text holds that is JSON with members, such as a policy. */
function embedded(value) {
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value))
        return undefined;
    try {
        const parsed = JSON.parse(value);
        return hasMembers(parsed) ? parsed : undefined;
    }
    catch {
        return undefined; // only begins like JSON
    }
}
/** The members that differ in two texts of JSON; none when they are no such texts, or differ only in how they are written. */
function embeddedEdits(before, after, path, depth) {
    const inner = [before, after].map(embedded);
    const given = [before, after].filter((value) => value !== undefined);
    if (inner.filter((value) => value !== undefined).length !== given.length || depth >= DEEPEST)
        return [];
    return edits(inner[0], inner[1], path, depth + 1);
}
function edits(before, after, path, depth) {
    if (before !== undefined && after !== undefined && (0,canonical/* canonicalJson */.d)(before) === (0,canonical/* canonicalJson */.d)(after))
        return [];
    if (depth < DEEPEST && (hasMembers(before) || hasMembers(after))) {
        if ([before, after].every((value) => value === undefined || isRecord(value)))
            return records(isRecord(before) ? before : {}, isRecord(after) ? after : {}, path, depth);
        if ([before, after].every((value) => value === undefined || Array.isArray(value)))
            return lists(before, after, path, depth);
    }
    const members = embeddedEdits(before, after, path, depth);
    if (members.length > 0)
        return members;
    const texts = [before, after].filter((value) => typeof value === 'string');
    const bothTexts = texts.length === [before, after].filter((value) => value !== undefined).length;
    if (bothTexts && texts.some((text) => text.trimEnd().includes('\n'))) {
        const [old, young] = [before, after].map((value) => (typeof value === 'string' ? value : undefined));
        return [{ path, lines: textLines(old, young) }];
    }
    return [
        {
            path,
            ...(before === undefined ? {} : { before: shown(before) }),
            ...(after === undefined ? {} : { after: shown(after) }),
        },
    ];
}
/** `-`/`+` lines of the attributes that differ, each pair beneath the other and the values aligned. */
function differenceLines(change) {
    const all = edits(change.before, change.after, '', 0).map((edit) => ({ ...edit, path: oneLine(edit.path) }));
    const unknown = all.filter(({ before, after }) => before === undefined && after === model_change/* UNKNOWN */.HV);
    const known = all.filter((edit) => !unknown.includes(edit));
    const widths = known.filter(({ lines }) => lines === undefined).map(({ path }) => path.length);
    const width = Math.max(0, ...widths.filter((length) => length <= WIDEST_PATH));
    const lines = known.flatMap(({ path, before, after, lines: text }) => {
        const line = (mark, value) => value === undefined ? [] : [`${mark} ${path === '' ? '' : `${path.padEnd(width)}  `}${value}`];
        if (text !== undefined)
            return [`  ${path}`, ...text];
        return [...line('-', before), ...line('+', after)];
    });
    if (unknown.length > 0) {
        const names = unknown.map(({ path }) => path).join(', ');
        lines.push(`+ ${shortened(names, WIDEST)} ${model_change/* UNKNOWN */.HV}`.trimStart());
    }
    if (lines.length <= MOST_LINES)
        return lines;
    return [...lines.slice(0, MOST_LINES), `  … ${grouped(lines.length - MOST_LINES)} more lines`];
}

;// CONCATENATED MODULE: ./build/toolkit/report/blocks.js




/** Longer paths are not linked. */
const LONGEST_LINK = 300;
/** Inline code, linked to its place in the files when that and the revision are known. */
function linked(text, source, revision) {
    if (source === undefined || revision === undefined || source.file.length > LONGEST_LINK)
        return code(text);
    const path = source.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
    const line = source.line === undefined ? '' : `#L${source.line}`;
    return markdown_link(code(text), `${revision.repositoryUrl}/blob/${revision.commit}/${path}${line}`);
}
/** `file:line`, linked to that line when the revision is known; empty without a source. */
function place(source, revision) {
    return source === undefined ? '' : linked((0,model_source/* formatSource */.j)(source), source, revision);
}
/** How one change differs from what is there, beneath a header such as those between the parts of a file's diff. */
function hunk(change) {
    const title = `@@ ${change.action} ${shortened(oneLine(change.address), 300)} @@`;
    const where = change.source === undefined ? '' : ` ${oneLine((0,model_source/* formatSource */.j)(change.source))}`;
    const note = change.note === undefined ? [] : [`! ${shortened(oneLine(change.note), 500)}`];
    return [title + where, ...note, ...differenceLines(change), ''];
}
/** What the changes do to each attribute, as one diff; what is beyond the limit is in `rest`. */
function diff(changes, bytes, rest) {
    const lines = changes.flatMap(hunk).slice(0, -1);
    const shown = fitting(lines, bytes);
    const left = lines.length - shown.length;
    const more = left === 0 ? [] : [`… ${plural(left, 'more line')} in ${rest}`];
    return fence([...shown, ...more].join('\n'), 'diff');
}
/** `6 aws_subnet, 3 aws_route_table, …`, as HTML: the kinds of changes, the most frequent first. */
function kinds(changes) {
    const counts = new Map();
    for (const { kind } of changes)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const most = [...counts].sort(([, a], [, b]) => b - a);
    const number = (count) => (count === 1 || most.length === 1 ? '' : `${count} `);
    const words = most.slice(0, 4).map(([kind, count]) => number(count) + code(kind));
    return [...words, ...(most.length > 4 ? ['…'] : [])].join(', ');
}
/** A table of as many rows as fit, with a line beneath it that counts the rest. */
function boundedTable(head, rows, bytes) {
    const fit = fitting(rows.map((cells) => `| ${cells.join(' | ')} |`), bytes);
    const left = rows.length - fit.length;
    const rest = left === 0 ? '' : `\n\n… and ${grouped(left)} more.`;
    return table(head, rows.slice(0, fit.length)) + rest;
}
/** What runs, in its order. */
function runTable(changes, revision, bytes) {
    const rows = changes.map(({ address, source, note = '' }, index) => [
        String(index + 1),
        linked(address, source, revision),
        prose(note),
    ]);
    return boundedTable(['', 'runs', 'how'], rows, bytes);
}
function findingsTable(findings, revision, bytes) {
    const rows = bySeverity(findings).map((finding) => {
        const { message, why, fix, rule, source } = finding;
        const where = source === undefined ? [] : [place(source, revision)];
        return [
            `**${severityText(finding)}**`,
            [
                `<b>${prose(message)}</b>`,
                prose(why),
                ...fix.split('\n').map(prose),
                [code(rule), ...where].join(' '),
            ].join('<br>'),
        ];
    });
    return boundedTable(['', 'finding'], rows, bytes);
}
/** What a part is said to be in for, the worst first; empty when nothing is to be done. */
function fate({ status, name }, changes) {
    if (status !== 'planned')
        return { failed: '**cannot be planned**', waiting: 'waits', skipped: 'not planned' }[status];
    const counts = new Map();
    for (const { action, address } of changes)
        if (address.startsWith(`${name}/`))
            counts.set(action, (counts.get(action) ?? 0) + 1);
    return [...counts]
        .map(([action, count]) => {
        const words = `${grouped(count)} to ${action}`;
        return destructive.has(action) ? `**${words}**` : words;
    })
        .join(', ');
}
/** The parts that something is to be done in or to be said of; the others are counted. None for a plan without parts. */
function partsBlock(plan, bytes) {
    if (plan.parts.length < 2 && plan.parts.every(({ status }) => status === 'planned'))
        return [];
    const changes = inOrder(plan);
    const rows = plan.parts
        .map((part) => [code(part.name), fate(part, changes), prose(part.note ?? '')])
        .filter(([, fated]) => fated !== '');
    const rest = plan.parts.length - rows.length;
    const unchanged = rest === 0 ? [] : [`${plural(rest, 'stack')} without a change.`];
    return [...(rows.length === 0 ? [] : [boundedTable(['stack', 'what', ''], rows, bytes)]), ...unchanged];
}
/** As many lines of a difference are shown open; more are folded away. */
const OPEN_LINES = 20;
/** What was tried, with its verdict; its difference is beneath it. */
function evidenceBlock(evidence, bytes, rest) {
    const { title, text, difference = [] } = evidence;
    const said = `**${prose(title)}: ${evidenceText(evidence)}.** ${prose(text)}`;
    if (difference.length === 0)
        return said;
    const shown = fitting(difference, bytes);
    const left = difference.length - shown.length;
    const more = left === 0 ? [] : [`… ${plural(left, 'more line')} in ${rest}`];
    const block = fence([...shown, ...more].join('\n'), 'diff');
    const counted = plural(difference.length, 'line');
    return `${said}\n\n${difference.length <= OPEN_LINES ? block : folded(`<b>Difference</b>, ${counted}`, block)}`;
}

;// CONCATENATED MODULE: ./build/toolkit/report/comment.js



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
        const because = note === undefined ? '' : `: ${prose(note)}`;
        return `- ${code(address)} is ${pastOf(action)}${because}`;
    });
    const shown = fitting(lines, bytes);
    const left = changes.length - shown.length;
    const rest = left === 0 ? [] : [`- … and ${grouped(left)} more`];
    return markdown_alert('CAUTION', ['**This destroys something that is there.**', ...shown, ...rest]);
}
/** `terraform/stacks/dev at a1b2c3d · plan 4c9e11d0a2b7` */
function origin(plan, revision) {
    // A bare SHA of a commit is linked by GitHub.
    const at = revision === undefined ? '' : ` at ${revision.commit.slice(0, 7)}`;
    return `${code(plan.target)}${at} · plan ${code(shortDigest(plan.digest))}`;
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
    return `${whole.summary}\n\n${whole.details}\n`;
}
function sectionIn(space, plan, revision) {
    const changes = inOrder(plan);
    const title = headline(plan);
    const open = [`### ${title}`, origin(plan, revision), ...partsBlock(plan, space.parts)];
    const details = [];
    const destroying = changes.filter(({ action }) => destructive.has(action));
    if (destroying.length > 0)
        open.push(destructiveAlert(destroying, space.alert), diff(destroying, space.destructive, REST));
    const running = changes.filter(({ action }) => action === 'run');
    const runs = running.length > 0 ? [runTable(running, revision, space.runs)] : [];
    const findings = plan.findings.length > 0 ? [findingsTable(plan.findings, revision, space.findings)] : [];
    const evidence = plan.evidence.map((each) => evidenceBlock(each, space.evidence, REST));
    // What was tried is about what runs: then both are read first.
    open.push(...(evidence.length > 0 ? [...runs, ...evidence, ...findings] : [...findings, ...runs]));
    for (const action of ['update', 'import', 'move', 'create', 'run']) {
        const some = changes.filter((change) => change.action === action);
        const shown = action === 'run' ? some.filter(({ after }) => after !== undefined) : some;
        if (shown.length === 0)
            continue;
        const heading = `<b>${grouped(shown.length)} to ${action}:</b> ${kinds(shown)}`;
        details.push(folded(heading, diff(shown, space.diff, REST)));
    }
    return { title, summary: open.join('\n\n'), details: details.join('\n\n') };
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
;// CONCATENATED MODULE: ./build/toolkit/report/log.js





/** Longer addresses do not widen their column. */
const log_WIDEST = 72;
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
function log_place(source) {
    return source === undefined ? '' : oneLine((0,model_source/* formatSource */.j)(source));
}
/** Words in columns, each as wide as its widest word, but no wider than `WIDEST`. */
function columns(rows) {
    const width = (column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0).filter((length) => length <= log_WIDEST));
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
    const changes = inOrder(plan);
    const rows = columns(changes.map((change) => [
        `  ${sign[change.action].padEnd(3)}`,
        shortened(oneLine(change.address), 300),
        oneLine(change.kind),
        log_place(change.source),
    ]));
    const lines = changes.flatMap((change, index) => [
        paint(actionColour[change.action], rows[index] ?? ''),
        ...(change.note === undefined ? [] : [`      ${shortened(oneLine(change.note), 1_000)}`]),
        ...(showsAttributes(change) ? differenceLines(change).map((line) => `        ${printable(line)}`) : []),
    ]);
    const findings = bySeverity(plan.findings).flatMap((finding) => [
        `  ${paint(severityColour[finding.severity], severityText(finding))} ${log_place(finding.source)} ${oneLine(finding.message)} [${oneLine(finding.rule)}]`,
        `      ${oneLine(finding.why)}`,
        ...finding.fix.split('\n').map((line) => `      ${oneLine(line)}`),
    ]);
    const evidence = plan.evidence.flatMap((each) => [
        paint(verdictColour[each.verdict], `  ${oneLine(each.title)}: ${evidenceText(each)}. `) +
            oneLine(each.text),
        ...(each.difference ?? []).map((line) => `      ${printable(line)}`),
    ]);
    const head = `${headline(plan)} (${oneLine(plan.target)}, plan ${shortDigest(plan.digest)})`;
    return [head, ...findings, ...lines, ...evidence].join('\n');
}
function outcomeText(plan, outcome, options = {}) {
    const paint = painter(options);
    const took = (0,duration/* formatDuration */.a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const rows = columns(outcome.results.map((result) => [
        `  ${result.status}`,
        result.action,
        shortened(oneLine(result.address), 300),
        (0,duration/* formatDuration */.a)(result.durationMs),
    ]));
    const lines = outcome.results.flatMap((result, index) => [
        paint(statusColour[result.status], rows[index] ?? ''),
        ...(result.message === undefined
            ? []
            : printable(result.message)
                .split('\n')
                .map((line) => `      ${line}`)),
    ]);
    const verdict = outcome.results.length === 0 ? 'nothing to do' : `${outcome.status} in ${took}`;
    return [
        `${stepTitle[plan.step]}: ${verdict} (${oneLine(plan.target)}, changed=${outcome.changed})`,
        ...lines,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/toolkit/report/summary.js





/** Bytes; a step appends at most one plan, one refusal or outcome, and one list of failures. */
const summary_SPACE = {
    table: 150_000,
    evidence: 100_000,
    parts: 50_000,
    diff: 250_000,
    refusal: 100_000,
    failures: 50_000,
};
const summary_REST = 'the plan file';
function changesTable(changes, revision) {
    const rows = changes.map((change) => [
        destructive.has(change.action) ? `**${change.action}**` : change.action,
        linked(change.address, change.source, revision) +
            (change.note === undefined ? '' : `<br>${prose(change.note)}`),
        code(change.kind),
    ]);
    return boundedTable(['', 'what', 'kind'], rows, summary_SPACE.table);
}
/** The whole plan: every finding, every change, and what each does to each attribute. */
function planSummary(plan, revision) {
    const changes = inOrder(plan);
    const blocks = [`### ${headline(plan)}`, origin(plan, revision), ...partsBlock(plan, summary_SPACE.parts)];
    if (plan.findings.length > 0)
        blocks.push(findingsTable(plan.findings, revision, summary_SPACE.table));
    const running = changes.filter(({ action }) => action === 'run');
    const rest = changes.filter(({ action }) => action !== 'run');
    if (running.length > 0)
        blocks.push(runTable(running, revision, summary_SPACE.table));
    blocks.push(...plan.evidence.map((each) => evidenceBlock(each, summary_SPACE.evidence, summary_REST)));
    if (rest.length > 0)
        blocks.push(changesTable(rest, revision));
    const differing = changes.filter(({ before, after }) => before !== undefined || after !== undefined);
    if (differing.length > 0)
        blocks.push(folded('<b>Every attribute</b>', diff(differing, summary_SPACE.diff, summary_REST)));
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
    const title = `### ${stepTitle[plan.step]}`;
    if (outcome.results.length === 0 && outcome.status === 'succeeded')
        return `${title}: there was nothing to do\n\n${origin(plan, undefined)}`;
    const took = (0,duration/* formatDuration */.a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const done = outcome.results.filter(({ status }) => status === 'done').length;
    const counts = `${grouped(done)} of ${plural(outcome.results.length, 'change')} done`;
    const unchanged = outcome.changed ? '' : ', nothing is different from before';
    const rows = outcome.results
        .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
        .map((result) => [
        statusText[result.status],
        `${result.action} ${code(result.address)}`,
        (0,duration/* formatDuration */.a)(result.durationMs),
        prose(result.message ?? ''),
    ]);
    return [
        `${title} ${pastTense[outcome.status]} in ${took}: ${counts}${unchanged}`,
        origin(plan, undefined),
        ...(rows.length === 0 ? [] : [boundedTable(['', 'what', 'took', ''], rows, summary_SPACE.refusal)]),
    ].join('\n\n');
}
/** What would be applied, beside what the pull request showed. */
function refusalSummary(comparison, pullRequest) {
    const rows = comparison.differences.map(({ address, what, reviewed, planned }) => [
        code(address),
        reviewed ?? '—',
        planned?.action ?? '—',
        prose(what),
    ]);
    const planned = comparison.differences.flatMap((difference) => difference.planned ?? []);
    return [
        `### This is not what pull request #${pullRequest} showed`,
        markdown_alert('CAUTION', [
            'Something changed after the preview: the files, their inputs, or the target itself. With `reviewed: required` nothing of this is applied.',
        ]),
        boundedTable(['what', 'reviewed', 'planned now', 'how it differs'], rows, summary_SPACE.refusal),
        ...(planned.length === 0 ? [] : [folded('<b>Planned now</b>', diff(planned, summary_SPACE.refusal, summary_REST))]),
    ].join('\n\n');
}
function failureSummary(step, failures) {
    const rows = failures.map(({ what, why, fix, source }) => [
        `**${prose(what)}**${why === undefined ? '' : `<br>${prose(why)}`}`,
        prose(fix ?? ''),
        place(source, undefined),
    ]);
    const table = boundedTable(['what', 'what to do', 'where'], rows, summary_SPACE.failures);
    return `### ${stepTitle[step]} failed\n\n${table}`;
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
    const whole = host.artifacts === undefined ? undefined : wholePlan(section, plan, revision);
    if (host.artifacts === undefined || whole === undefined)
        return undefined;
    const { attempt, url } = world.run;
    const name = `${plan.step}-plan-${shortDigest(plan.digest)}-${attempt}`;
    try {
        const { uploadArtifact } = await Promise.all(/* import() | toolkit-github-artifact */[__webpack_require__.e("toolkit-github-artifact-packages"), __webpack_require__.e("toolkit-github-artifact")]).then(__webpack_require__.bind(__webpack_require__, 567));
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
    const github = await connectGitHub(token, world);
    const { publishReview } = await __webpack_require__.e("toolkit-github-check-run").then(__webpack_require__.bind(__webpack_require__, 2965));
    const { publishSection } = await __webpack_require__.e("toolkit-github-sticky-comment").then(__webpack_require__.bind(__webpack_require__, 6351));
    const section = planSection(plan, revision);
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
    const github = await connectGitHub(token, world);
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
