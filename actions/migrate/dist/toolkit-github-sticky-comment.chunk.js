export const id = "toolkit-github-sticky-comment";
export const ids = ["toolkit-github-sticky-comment"];
export const modules = {

/***/ 6351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishSections: () => (/* binding */ publishSections)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/report/verdict.js
var verdict = __webpack_require__(4113);
;// CONCATENATED MODULE: ./build/toolkit/github/sections.js
/**
 * The preview comment's text: the verdict of all, and a section for each step and target between hidden markers, within
 * GitHub's limit.
 */



/** The longest body that GitHub takes for a comment, in characters. */
const LONGEST = 65_536;
const MARKER = '<!-- omninode:preview -->';
const HEADING = `${MARKER}\n## Release preview`;
const VERDICT = /^<!-- omninode:verdict (\{.*\}) -->$/;
const DETAILS = '<!-- omninode:details -->';
const FOOTER = '<!-- omninode:footer -->';
const END = '<!-- omninode:end -->';
const BEGIN = /^<!-- omninode:section (\S+ \S+) ([0-9a-f]{16}) -->$/;
/** Longer targets are named by their beginning and a hash. */
const LONGEST_NAME = 200;
/** As its marker names it. */
function nameOf({ step, target }, asked) {
    // No target is written so: a question mark is encoded.
    if (target === undefined)
        return `${step} ?${asked}`;
    const encoded = encodeURIComponent(target.toWellFormed()).replaceAll('%2F', '/') || '-';
    if (encoded.length <= LONGEST_NAME)
        return `${step} ${encoded}`;
    return `${step} ${encoded.slice(0, LONGEST_NAME)}~${(0,external_node_crypto_.createHash)('sha256').update(target).digest('hex').slice(0, 12)}`;
}
/** No text of a section may look like one of our markers, nor end the comment that one is. */
function harmless(text) {
    return text.replaceAll('\r\n', '\n').replace(/<!--(?=\s*omninode:)/g, '&lt;!--');
}
function makeSection({ key, verdict, summary, details, runUrl, artifact }) {
    const rest = artifact === undefined
        ? ''
        : ` \u00b7 <a href="${encodeURI(artifact.url)}">${artifact.name}</a> holds what this comment has no room for`;
    const stamp = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([verdict, summary, details, runUrl, artifact]))
        .digest('hex');
    return {
        name: nameOf(key, verdict.asked),
        stamp: stamp.slice(0, 16),
        verdict,
        summary: harmless(summary),
        details: harmless(details),
        footer: `<sub><a href="${encodeURI(runUrl)}">Log and full plan</a>${rest}</sub>`,
    };
}
/** On one line of ASCII, without what would end an HTML comment. */
function verdictMarker(verdict) {
    const json = JSON.stringify(verdict).replace(/[<>]|[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `<!-- omninode:verdict ${json} -->`;
}
/** What a marker says, which anybody who may edit the comment may have written. */
function verdictIn(json) {
    try {
        return verdict/* SectionVerdict */.$B.safeParse(JSON.parse(json)).data;
    }
    catch {
        return undefined;
    }
}
/** The sections of a comment, by their names. What a person changed about the markers is no section any more. */
function parseSections(body) {
    const found = new Map();
    const markers = [DETAILS, FOOTER, END];
    /** What stands between the markers of a section that has begun, as far as it was read. */
    let parts;
    let [name, stamp] = ['', ''];
    let verdict;
    for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
        const begin = BEGIN.exec(line);
        if (begin !== null) {
            // One that begins before another has ended is none.
            ;
            [, name = '', stamp = ''] = begin;
            verdict = undefined;
            parts = [[]];
        }
        else if (parts?.length === 1 && parts[0]?.length === 0 && line.startsWith('<!-- omninode:verdict ')) {
            verdict = verdictIn(VERDICT.exec(line)?.[1] ?? '');
        }
        else if (parts !== undefined && line === markers[parts.length - 1]) {
            if (parts.length < markers.length)
                parts.push([]);
            else {
                const [summary = '', details = '', footer = ''] = parts.map((lines) => lines.join('\n').trim());
                found.set(name, { name, stamp, verdict, summary, details, footer });
                parts = undefined;
            }
        }
        else if (line.startsWith('<!-- omninode:'))
            parts = undefined;
        else
            parts?.at(-1)?.push(line);
    }
    return found;
}
function place({ name }) {
    const index = verdict/* sectionOwners */.eE.findIndex((step) => name.startsWith(`${step} `));
    return index === -1 ? verdict/* sectionOwners */.eE.length : index;
}
/** The id of a run: a later one has a greater. */
function runOf({ run }) {
    return Number(run.slice(run.lastIndexOf('/') + 1));
}
/**
 * Whether what stands in the comment is of a later commit than what is to be written: of the head, or of a run that began
 * later. Runs of different commits end in any order.
 * @param head full SHA of the commit that the pull request is at
 */
function isOutrun(given, standing, head) {
    const [own, other] = [given.verdict, standing.verdict];
    if (own === undefined || other === undefined)
        return false;
    if (own.commit === head || own.commit === other.commit)
        return false;
    return other.commit === head || runOf(other) > runOf(own);
}
/** Those that say something of the same step and inputs, each for another target, or for none that is known. */
function alikeIn(sections, { name, verdict }) {
    return [...sections.values()].filter((each) => each.name !== name &&
        verdict !== undefined &&
        each.verdict?.step === verdict.step &&
        each.verdict.asked === verdict.asked);
}
/**
 * The sections with one of them written anew. One whose target is known now takes the place of what the same inputs led
 * to without one, and the other way round.
 * @returns the section as it stands there, and all of them
 */
function withSection(sections, given) {
    const { verdict } = given;
    const alike = alikeIn(sections, given);
    const all = new Map(sections);
    const [former, ...others] = alike;
    // Several targets of the same inputs: which of them it would have been cannot be told.
    const takes = verdict?.known === false && former !== undefined && others.length === 0;
    const own = takes ? { ...given, name: former.name } : given;
    if (takes)
        all.delete(given.name);
    for (const { name, verdict: of } of alike)
        if (verdict?.known === true && of?.known === false)
            all.delete(name);
    all.set(own.name, own);
    return { own, all };
}
/** Whose place a section would take. */
function replacedBy(given, sections) {
    const same = sections.get(given.name);
    const alike = alikeIn(sections, given).filter(({ verdict }) => given.verdict?.known !== true || verdict?.known === false);
    return same === undefined ? alike : [same, ...alike];
}
/**
 * The sections with some of them written anew.
 * @param head full SHA of the commit that the pull request is at
 */
function withSections(sections, given, head) {
    let all = sections;
    const [own, outrun] = [[], []];
    for (const each of given) {
        if (replacedBy(each, all).some((standing) => isOutrun(each, standing, head))) {
            outrun.push(each);
            continue;
        }
        const written = withSection(all, each);
        all = written.all;
        own.push(written.own);
    }
    return { own, all, outrun };
}
/** A section between its markers. */
function write({ name, stamp, verdict, summary, details, footer }) {
    const said = verdict === undefined ? '' : `${verdictMarker(verdict)}\n`;
    return `<!-- omninode:section ${name} ${stamp} -->\n${said}${summary}\n\n${DETAILS}\n${details}\n\n${FOOTER}\n${footer}\n${END}`;
}
const ELSEWHERE = 'More than fits into this comment: the details are in the step summary, linked below.';
/** A section without its details, and after that without all but its heading. */
const shorter = [
    (whole) => (whole.details === '' ? whole : { ...whole, details: `_${ELSEWHERE}_` }),
    (whole) => {
        const [heading = ''] = whole.summary.split('\n', 1);
        return { ...whole, summary: heading.length <= 300 ? heading : '', details: `_${ELSEWHERE}_` };
    },
    (whole) => (whole.verdict === undefined ? whole : { ...whole, verdict: { ...whole.verdict, worst: [] } }),
];
/** What is bad in it is counted in its row, and not named. */
function unnamed(section) {
    const { verdict } = section;
    return verdict === undefined ? section : { ...section, verdict: { ...verdict, worst: [] } };
}
function size({ summary, details }) {
    return summary.length + details.length;
}
/**
 * The comment's text: the verdict of all sections, and the steps in the order of a release. When it gets too long, the
 * longest section is shortened first, so that every section keeps at least its heading and its link; the verdict stays,
 * and names what is bad at least in the worst.
 * @param head full SHA of the commit that the pull request is at
 * @throws Failure COMMENT_FULL
 */
function renderComment(sections, head) {
    const shown = [...sections].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
    let table = (0,verdict/* verdictTable */.KV)(shown, head);
    const written = shown.map((section) => ({ section, text: write(section) }));
    const body = () => [HEADING, table, ...written.map(({ text }) => text)].join('\n\n');
    let { length } = body();
    for (const shorten of shorter) {
        for (const longest of written.toSorted((a, b) => size(b.section) - size(a.section))) {
            if (length <= LONGEST)
                return body();
            const before = longest.text.length;
            longest.section = shorten(longest.section);
            longest.text = write(longest.section);
            length += longest.text.length - before;
        }
    }
    const ranked = (0,verdict/* worstFirst */.md)(written.map((each) => ({ ...each.section, each })));
    for (let named = shown.length >> 1; length > LONGEST && ranked.length > 0; named >>= 1) {
        for (const { each } of ranked.splice(named)) {
            each.section = unnamed(each.section);
            each.text = write(each.section);
        }
        table = (0,verdict/* verdictTable */.KV)(written.map(({ section }) => section), head);
        length = body().length;
    }
    if (length <= LONGEST)
        return body();
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
 * Milliseconds between a write and the look that confirms it, at the least. Longer than another job takes from its look
 * to its write: a write that was based on an older text has happened by then, and is seen.
 */
const SETTLE = 1_000;
/** Where this job takes long from its look to its write, others do as well, and some of them longer. */
const SLOWER = 3;
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
/** Full SHA of the commit that it is at now: something may have been pushed since the run began. */
async function headOf(github, pullRequest) {
    const { head } = await github.call({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: pullRequest },
        needs: NEEDS,
        answer: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) }),
    });
    return head.sha;
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
 * Puts sections, all in one edit, into the pull request's preview comment, which is made when it is not there.
 *
 * Several jobs may do so at the same time, and GitHub has no conditional update. So each looks again after its
 * write, and puts right what the others' writes lost: a section that was there before, or a second comment.
 * With a token other than the workflow's own, the author is known only from a comment that was just made.
 *
 * What a run of an earlier commit has to say, which ends late, takes no place of what is there of a later one; that is told.
 * @throws Failure COMMENT_CONTENDED after the last look, COMMENT_FULL, or one of `GitHub.call`.
 */
async function publishSections(github, publication) {
    const { pullRequest, log, signal, random, clock, without, once = false } = publication;
    const given = publication.sections.map(makeSection);
    const right = (sections, head) => new Map([...sections].filter(([name, section]) => without === undefined ||
        !name.startsWith(`${without} `) ||
        given.some((each) => isOutrun(each, section, head))));
    const tellOutrun = (outrun) => {
        const [first] = outrun;
        if (first?.verdict === undefined)
            return;
        log.notice(`What this run says of ${first.verdict.commit.slice(0, 7)} is not in the comment of pull request #${pullRequest}: it shows a later commit already.`);
    };
    let known = new Map();
    let author = AUTHOR;
    for (let look = 1; look <= LOOKS; look++) {
        const looked = clock().getTime();
        const [[comment, ...others], head] = await Promise.all([
            ownComments(github, pullRequest, author),
            headOf(github, pullRequest),
        ]);
        const present = parseSections(comment?.body ?? '');
        const elsewhere = others.flatMap(({ body }) => [...parseSections(body)]);
        const lost = [...known.keys()].filter((name) => !present.has(name));
        const there = right(new Map([...known, ...present, ...elsewhere]), head);
        const { own, all, outrun } = withSections(there, given, head);
        const stands = own.every(({ name, stamp }) => present.get(name)?.stamp === stamp);
        const gone = [...present.keys()].every((name) => all.has(name));
        if (stands && gone && others.length === 0 && lost.length === 0)
            return tellOutrun(outrun);
        if (look === LOOKS)
            break;
        known = all;
        const body = renderComment(known.values(), head);
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
        if (once)
            return tellOutrun(outrun);
        const settle = Math.max(SETTLE, SLOWER * (clock().getTime() - looked));
        // Most often nobody else writes; those who do fall apart more with each look.
        await (0,promises_.setTimeout)(settle * (1 + random() * (look - 0.75)), undefined, { signal });
    }
    throw new failure/* Failure */.HR({
        code: 'COMMENT_CONTENDED',
        what: `The preview comment of pull request #${pullRequest} did not keep ${given.map(({ name }) => `the section ${name}`).join(', ')}.`,
        why: `Other jobs wrote over it ${LOOKS} times.`,
        fix: 'Run the job again.',
    });
}


/***/ })

};
