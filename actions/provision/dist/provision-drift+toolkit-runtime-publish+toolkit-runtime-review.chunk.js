export const id = "provision-drift+toolkit-runtime-publish+toolkit-runtime-review";
export const ids = ["provision-drift+toolkit-runtime-publish+toolkit-runtime-review"];
export const modules = {

/***/ 3824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   Ui: () => (/* binding */ diff),
/* harmony export */   c8: () => (/* binding */ boundedTable),
/* harmony export */   cS: () => (/* binding */ runTable),
/* harmony export */   f9: () => (/* binding */ findingsTable),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   ks: () => (/* binding */ partsBlock),
/* harmony export */   q: () => (/* binding */ linked),
/* harmony export */   rz: () => (/* binding */ evidenceBlock)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2286);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7044);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);




/** Longer paths are not linked. */
const LONGEST_LINK = 300;
/** Inline code, linked to its place in the files when that and the revision are known. */
function linked(text, source, revision) {
    if (source === undefined || revision === undefined || source.file.length > LONGEST_LINK)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text);
    const path = source.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
    const line = source.line === undefined ? '' : `#L${source.line}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text), `${revision.repositoryUrl}/blob/${revision.commit}/${path}${line}`);
}
/** `file:line`, linked to that line when the revision is known; empty without a source. */
function place(source, revision) {
    return source === undefined ? '' : linked((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(source), source, revision);
}
/** How one change differs from what is there, beneath a header such as those between the parts of a file's diff. */
function hunk(change) {
    const title = `@@ ${change.action} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.address), 300)} @@`;
    const where = change.source === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(change.source))}`;
    const note = change.note === undefined ? [] : [`! ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.note), 500)}`];
    return [title + where, ...note, ...(0,_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceLines */ .Z)(change), ''];
}
/** What the changes do to each attribute, as one diff; what is beyond the limit is in `rest`. */
function diff(changes, bytes, rest) {
    const lines = changes.flatMap(hunk).slice(0, -1);
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines, bytes);
    const left = lines.length - shown.length;
    const more = left === 0 ? [] : [`… ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
}
/** `6 aws_subnet, 3 aws_route_table, …`, as HTML: the kinds of changes, the most frequent first. */
function kinds(changes) {
    const counts = new Map();
    for (const { kind } of changes)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const most = [...counts].sort(([, a], [, b]) => b - a);
    const number = (count) => (count === 1 || most.length === 1 ? '' : `${count} `);
    const words = most.slice(0, 4).map(([kind, count]) => number(count) + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(kind));
    return [...words, ...(most.length > 4 ? ['…'] : [])].join(', ');
}
/** A table of as many rows as fit, with a line beneath it that counts the rest. */
function boundedTable(head, rows, bytes) {
    const fit = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(rows.map((cells) => `| ${cells.join(' | ')} |`), bytes);
    const left = rows.length - fit.length;
    const rest = left === 0 ? '' : `\n\n… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(left)} more.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows.slice(0, fit.length)) + rest;
}
/** What runs, in its order. */
function runTable(changes, revision, bytes) {
    const rows = changes.map(({ address, source, note = '' }, index) => [
        String(index + 1),
        linked(address, source, revision),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(note),
    ]);
    return boundedTable(['', 'runs', 'how'], rows, bytes);
}
function findingsTable(findings, revision, bytes) {
    const rows = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .bySeverity */ .Np)(findings).map((finding) => {
        const { message, why, fix, rule, source } = finding;
        const where = source === undefined ? [] : [place(source, revision)];
        return [
            `**${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .severityText */ .pA)(finding)}**`,
            [
                `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(message)}</b>`,
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why),
                ...fix.split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS),
                [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(rule), ...where].join(' '),
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
        const words = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(count)} to ${action}`;
        return _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .destructive */ .RD.has(action) ? `**${words}**` : words;
    })
        .join(', ');
}
/** The parts that something is to be done in or to be said of; the others are counted. None for a plan without parts. */
function partsBlock(plan, bytes) {
    if (plan.parts.length < 2 && plan.parts.every(({ status }) => status === 'planned'))
        return [];
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(plan);
    const rows = plan.parts
        .map((part) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(part.name), fate(part, changes), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(part.note ?? '')])
        .filter(([, fated]) => fated !== '');
    const rest = plan.parts.length - rows.length;
    const unchanged = rest === 0 ? [] : [`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(rest, 'stack')} without a change.`];
    return [...(rows.length === 0 ? [] : [boundedTable(['stack', 'what', ''], rows, bytes)]), ...unchanged];
}
/** As many lines of a difference are shown open; more are folded away. */
const OPEN_LINES = 20;
/** What was tried, with its verdict; its difference is beneath it. */
function evidenceBlock(evidence, bytes, rest) {
    const { title, text, difference = [] } = evidence;
    const said = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(title)}: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceText */ .rS)(evidence)}.** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(text)}`;
    if (difference.length === 0)
        return said;
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(difference, bytes);
    const left = difference.length - shown.length;
    const more = left === 0 ? [] : [`… ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    const block = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
    const counted = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(difference.length, 'line');
    return `${said}\n\n${difference.length <= OPEN_LINES ? block : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`<b>Difference</b>, ${counted}`, block)}`;
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
    const rest = left === 0 ? [] : [`- … and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(left)} more`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('CAUTION', ['**This destroys something that is there.**', ...shown, ...rest]);
}
/** `terraform/stacks/dev at a1b2c3d · plan 4c9e11d0a2b7` */
function origin(plan, revision) {
    // A bare SHA of a commit is linked by GitHub.
    const at = revision === undefined ? '' : ` at ${revision.commit.slice(0, 7)}`;
    const named = plan.name === undefined ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(plan.name)}** · `;
    const last = [...new Set(Object.values(plan.released).map(({ commit }) => commit.slice(0, 7)))];
    const replaces = last.length === 0 ? '' : ` · replaces ${last.join(', ')}`;
    return `${named}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(plan.target)}${at} · plan ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(plan.digest))}${replaces}`;
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
    const destroying = changes.filter(({ action }) => _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .destructive */ .RD.has(action));
    if (destroying.length > 0)
        open.push(destructiveAlert(destroying, space.alert), (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .diff */ .Ui)(destroying, space.destructive, REST));
    const running = changes.filter(({ action }) => action === 'run');
    const runs = running.length > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .runTable */ .cS)(running, revision, space.runs)] : [];
    const findings = plan.findings.length > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsTable */ .f9)(plan.findings, revision, space.findings)] : [];
    const evidence = plan.evidence.map((each) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceBlock */ .rz)(each, space.evidence, REST));
    // What was tried is about what runs: then both are read first.
    open.push(...(evidence.length > 0 ? [...runs, ...evidence, ...findings] : [...findings, ...runs]));
    for (const action of ['update', 'import', 'move', 'create', 'run']) {
        const some = changes.filter((change) => change.action === action);
        const shown = action === 'run' ? some.filter(({ after }) => after !== undefined) : some;
        if (shown.length === 0)
            continue;
        const heading = `<b>${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(shown.length)} to ${action}:</b> ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ)(shown)}`;
        details.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(heading, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .diff */ .Ui)(shown, space.diff, REST)));
    }
    return {
        title: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, title),
        summary: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, open.join('\n\n')),
        details: (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(plan, details.join('\n\n')),
    };
}


/***/ }),

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ differenceLines)
});

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

// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
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
    const text = (0,markdown/* oneLine */.TN)(JSON.stringify(value));
    if (text.length <= WIDEST)
        return text;
    const hash = (0,external_node_crypto_.createHash)('sha256').update((0,canonical/* canonicalJson */.d)(value)).digest('hex').slice(0, 8);
    return `${(0,markdown/* shortened */.vI)(text, WIDEST)} sha256:${hash}`;
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
            lines.push(`${mark}     ${(0,markdown/* shortened */.vI)((0,markdown/* printable */.g$)(item), WIDEST)}`);
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
    const all = edits(change.before, change.after, '', 0).map((edit) => ({ ...edit, path: (0,markdown/* oneLine */.TN)(edit.path) }));
    const isUnknown = ({ before, after }) => before === undefined && after === model_change/* UNKNOWN */.HV;
    const unknown = all.filter(isUnknown);
    const known = all.filter((edit) => !isUnknown(edit));
    const width = known
        .filter(({ lines, path }) => lines === undefined && path.length <= WIDEST_PATH)
        .reduce((widest, { path }) => Math.max(widest, path.length), 0);
    const lines = known.flatMap(({ path, before, after, lines: text }) => {
        const line = (mark, value) => value === undefined ? [] : [`${mark} ${path === '' ? '' : `${path.padEnd(width)}  `}${value}`];
        if (text !== undefined)
            return [`  ${path}`, ...text];
        return [...line('-', before), ...line('+', after)];
    });
    if (unknown.length > 0) {
        const names = unknown.map(({ path }) => path).join(', ');
        lines.push(`+ ${(0,markdown/* shortened */.vI)(names, WIDEST)} ${model_change/* UNKNOWN */.HV}`.trimStart());
    }
    if (lines.length <= MOST_LINES)
        return lines;
    return [...lines.slice(0, MOST_LINES), `  … ${(0,wording/* grouped */.zD)(lines.length - MOST_LINES)} more lines`];
}


/***/ })

};
