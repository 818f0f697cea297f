export const id = "verify-step";
export const ids = ["verify-step"];
export const modules = {

/***/ 7638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DX: () => (/* binding */ NotReady),
  Zu: () => (/* binding */ askReady),
  tH: () => (/* binding */ askSteadily),
  f0: () => (/* binding */ hasBrokenOff),
  Ev: () => (/* binding */ told)
});

// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/actions/verify/src/probes/probe.js
var probes_probe = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/actions/verify/src/http/body.js
/**
 * What the body of an answer says against its status: a page to log in, an error, a service that is down, half a text.
 * Nothing of it is in what is told.
 */
const down = (what = 'its body says that it is not well') => ({
    what,
    certain: true,
    passing: true,
});
const unclear = (what) => ({ what, certain: false, passing: true });
/** Half of it, or something else. */
const notAsCalled = down('its body is not what its headers call it');
const login = {
    what: 'it is a page to log in, and not what is behind it',
    certain: false,
    passing: false,
};
/** The words of a health check, without what is not a letter: that it is not well, whatever else is there. */
const unwell = new Set('down unhealthy outofservice unavailable notready unready notok nok critical offline fail dead'.split(' '));
/** The same where one asks for health; elsewhere they may be about something else. */
const failed = new Set('failed failing failure error errored red broken bad ko'.split(' '));
const between = new Set('unknown degraded starting initializing initialising pending stopping draining shuttingdown maintenance'.split(' '));
/** Members that say how somebody is; `false` says no. */
const states = new Set('status state health healthy overall overallstatus healthstatus ready live alive up ok available success'.split(' '));
/** Members that say how somebody is when they are true. */
const troubles = new Set('down unhealthy degraded draining maintenance shuttingdown'.split(' '));
const wordOf = (text) => text.toLowerCase().replace(/[^a-z]/g, '');
/** How one that is asked for its health says it is, at any depth. */
function healthIn(value) {
    let found;
    const open = [value];
    while (open.length > 0) {
        const next = open.pop();
        if (typeof next === 'string') {
            if (unwell.has(wordOf(next)) && next.length < 40)
                return 'down';
            continue;
        }
        if (typeof next !== 'object' || next === null)
            continue;
        for (const [name, member] of Object.entries(next)) {
            open.push(member);
            const key = wordOf(name);
            if (troubles.has(key) && member === true)
                found = 'between';
            if (!states.has(key))
                continue;
            if (member === false)
                return 'down';
            if (typeof member === 'number' && member >= 400 && member < 600)
                return 'down';
            if (typeof member !== 'string')
                continue;
            const word = wordOf(member);
            if (unwell.has(word) || failed.has(word))
                return 'down';
            if (between.has(word))
                found = 'between';
        }
    }
    return found;
}
/** Whether something is said at all: `null`, `""`, `{}`, `[]` and `false` are said when there is nothing to say. */
function says(value) {
    if (typeof value === 'object' && value !== null)
        return Object.keys(value).length > 0;
    return value !== undefined && value !== null && value !== '' && value !== false && value !== 0;
}
/** What any answer may say of itself, at its top alone: what is below may be about something else. */
function complaintOfMembers(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const members = Object.entries(value);
    for (const [name, member] of members) {
        const key = wordOf(name);
        if (!states.has(key))
            continue;
        const word = typeof member === 'string' ? wordOf(member) : '';
        if (unwell.has(word) || (key !== 'available' && key !== 'state' && member === false))
            return down();
        if (failed.has(word))
            return unclear('its body says that something failed');
    }
    for (const [name, member] of members) {
        const key = wordOf(name);
        const isStatus = ['status', 'statuscode'].includes(key) && Number(member) >= 400 && Number(member) < 600;
        if (isStatus || (['error', 'errors'].includes(key) && says(member)))
            return unclear('its body tells of an error');
    }
    return undefined;
}
/** The tags of a page, each from its name to its end. */
function tagsOf(html) {
    return html
        .split('<')
        .slice(1)
        .map((piece) => piece.split('>', 1)[0] ?? '');
}
/** What stands in the first of these elements. */
function textOf(html, element) {
    const lower = html.toLowerCase();
    const begin = lower.indexOf('>', lower.indexOf(`<${element}`)) + 1;
    if (!lower.includes(`<${element}`) || begin === 0)
        return '';
    const end = lower.indexOf(`</${element}`, begin);
    return html.slice(begin, end === -1 ? begin + 200 : Math.min(end, begin + 200));
}
const away = /\b(?:maintenance|unavailable|be (?:right )?back|coming soon|bad gateway|gateway time-?out|internal server error|not found|access denied|forbidden|unauthori[sz]ed|just a moment|attention required)\b/i;
const asksForLogin = /\b(?:log[ -]?[io]n|sign[ -]?[io]n|anmeld|einlogg|authenticat)/i;
function complaintOfPage(html, path) {
    const tags = tagsOf(html);
    const headings = [textOf(html, 'title'), textOf(html, 'h1'), textOf(html, 'h2')];
    const input = (pattern) => tags.some((tag) => /^input\b/i.test(tag) && pattern.test(tag));
    const asked = input(/\btype\s*=\s*["']?password\b/i) || input(/\bname\s*=\s*["']?SAML(?:Request|Response)\b/);
    // One that was asked for is what was expected.
    const wanted = asksForLogin.test(path);
    if (!wanted && (asked || headings.some((heading) => asksForLogin.test(heading))))
        return login;
    if (headings.some((heading) => away.test(heading)))
        return unclear('it is a page that says that something else is not there');
    const leads = tags.some((tag) => /^meta\b/i.test(tag) && /http-equiv\s*=\s*["']?refresh\b/i.test(tag) && /\burl\s*=/i.test(tag));
    return leads ? { ...unclear('it is a page that leads to another'), passing: false } : undefined;
}
/** @returns undefined when it is none */
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Whether one is asked here how it is. */
function isHealth(path, contentType) {
    return (/(?:^|[/._-])(?:health|healthz|healthcheck|ready|readyz|readiness|live|livez|liveness|alive|ping|up|status|statusz|actuator)(?:$|[/._-])/i.test(path) || /\bhealth\+json\b/i.test(contentType));
}
/** Plain words, as far as they are few. */
function healthInText(text) {
    const words = text.slice(0, 2_000).split(/[<>:=,;"'\s]+/);
    if (/^\[-\]/m.test(text) || /\b(?:DOWN|UNHEALTHY|FAIL(?:ED)?|OUT_OF_SERVICE)\b/.test(text))
        return 'down';
    const short = words.length <= 8;
    if (short && unwell.has(wordOf(text)))
        return 'down';
    if (short && words.some((word) => unwell.has(wordOf(word)) || failed.has(wordOf(word))))
        return 'down';
    return short && words.some((word) => between.has(wordOf(word))) ? 'between' : undefined;
}
function complaintOfHealth(judgement) {
    if (judgement === 'down')
        return down();
    return judgement === 'between' ? unclear('its body says that it is not quite well') : undefined;
}
/**
 * @param path of what was asked for
 * @returns undefined when nothing speaks against the answer
 */
function complaintOf(body, path) {
    const text = body.text.replace(/^\uFEFF/, '').trim();
    if (text === '')
        return undefined;
    const { contentType } = body;
    if (/\bx?html\b/i.test(contentType) || /^<(?:!doctype html|html)\b/i.test(text))
        return complaintOfPage(text, path);
    const declared = /[/+]json\b/i.test(contentType);
    if (declared || /^[[{]/.test(text)) {
        // What was not read to its end cannot be.
        if (!body.complete)
            return undefined;
        const value = readJson(text);
        if (value === undefined && declared)
            return notAsCalled;
        if (/\bproblem\+json\b/i.test(contentType))
            return unclear('its body tells of an error');
        if (value !== undefined) {
            const health = isHealth(path, contentType) ? complaintOfHealth(healthIn(value)) : undefined;
            return health ?? complaintOfMembers(value);
        }
    }
    return isHealth(path, contentType) ? complaintOfHealth(healthInText(text)) : undefined;
}

;// CONCATENATED MODULE: ./build/actions/verify/src/http/ask.js
/** One GET, until there is an answer that is not a sign of something still starting. */



/** Milliseconds after which one request is given up. */
const REQUEST_MS = 10_000;
/** Bytes of a body that are looked at: pages to log in begin sooner, and health checks end. */
const LOOKED_AT = 256 * 1_024;
/** In a row: a service of several is not well when one of them is. */
const IN_A_ROW = 5;
function told({ status, location }) {
    return location === undefined ? String(status) : `${status} to ${location}`;
}
/** An answer that is worth asking again for: the service, or what is in front of it, is not ready. */
class NotReady extends Error {
    answer;
    /** Whether it was ready a moment before. */
    wavers;
    constructor(answer, wavers = false) {
        super(`it answers ${answer.status}`);
        this.answer = answer;
        this.wavers = wavers;
    }
}
function locationOf(header, url) {
    if (header === undefined || !URL.canParse(header, url.href))
        return undefined;
    const { origin, pathname } = new URL(header, url);
    return origin === url.origin ? pathname : `${origin}${pathname}`;
}
/** Somebody compresses although nobody asked for it. @returns undefined when it is not what it is called */
async function decoded(body, encoding) {
    if (encoding === 'identity')
        return body;
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const cut = { maxOutputLength: LOOKED_AT * 4 };
    try {
        if (encoding === 'br')
            return zlib.brotliDecompressSync(body, cut);
        // Reads gzip and both kinds of deflate.
        return zlib.unzipSync(body, cut);
    }
    catch {
        return undefined;
    }
}
async function complaintAbout(answered, path) {
    const { status, headers, body } = answered;
    if (status < 200 || status > 299)
        return undefined;
    const complete = body.length < LOOKED_AT;
    const bytes = await decoded(body, headers['content-encoding'] ?? 'identity');
    if (bytes === undefined)
        return complete ? notAsCalled : undefined;
    return complaintOf({ text: bytes.toString(), complete, contentType: headers['content-type'] ?? '' }, path);
}
/** One GET on a connection of its own. Redirects are answers: they are not followed. */
async function get({ url, env, requestDeadline = REQUEST_MS }, headers, signal) {
    // Loaded by the runs that ask: TLS takes its time to start.
    const { exchange, keepConnections } = await __webpack_require__.e("toolkit-transport-exchange").then(__webpack_require__.bind(__webpack_require__, 5134));
    const connections = keepConnections({ most: 1, proxies: env });
    const answered = await exchange({
        method: 'GET',
        url,
        headers: {
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'omninode_infra verify',
            ...Object.fromEntries(headers),
        },
        connections,
        signal,
        deadline: requestDeadline,
        // A stream of events is not waited for: it has no end.
        wanted: (received) => (/^text\/event-stream\b/i.test(received['content-type'] ?? '') ? 0 : LOOKED_AT),
    }).finally(() => connections.close());
    const { status, headers: received } = answered;
    return {
        status,
        location: locationOf(received.location, url),
        complaint: await complaintAbout(answered, url.pathname),
    };
}
/** Whether an answer began, and did not end. */
function hasBrokenOff(error) {
    return error instanceof Error && error.name === 'BrokenOff';
}
function starting(error) {
    if (error instanceof NotReady) {
        const { answer } = error;
        const what = answer.complaint === undefined ? told(answer) : `${told(answer)} whose body says otherwise`;
        return `an answer other than ${what}`;
    }
    if (hasBrokenOff(error))
        return 'an answer that ends';
    return (0,probes_probe/* isAbsent */.W0)(error) ? `a connection (${(0,network/* codeOf */.$)(error)})` : undefined;
}
const isUnready = ({ status }) => status >= 500 || status === 429;
/** Asks for any address with any headers, until it is neither 5xx nor 429, unless these are expected. */
function askReady(probe, headers, patience) {
    return (0,probes_probe/* tryUntil */.aF)(patience, probe.random, starting, async (signal) => {
        const answer = await get(probe, headers, signal);
        if (isUnready(answer) && !probe.expect.includes(answer.status))
            throw new NotReady(answer);
        return answer;
    });
}
/**
 * Asks until it answers as expected several times in a row.
 * @returns at once what is not expected and will not pass by itself
 */
function askSteadily(probe, patience) {
    const passes = (answer) => probe.expect.includes(answer.status) ? answer.complaint?.passing === true : isUnready(answer);
    const isGood = ({ status, complaint }) => probe.expect.includes(status) && complaint === undefined;
    return (0,probes_probe/* tryUntil */.aF)(patience, probe.random, starting, async (signal) => {
        const first = await get(probe, probe.headers, signal);
        if (passes(first))
            throw new NotReady(first);
        if (!isGood(first))
            return first;
        for (let count = 1; count < IN_A_ROW; count += 1) {
            const answer = await get(probe, probe.headers, signal);
            if (!isGood(answer))
                throw new NotReady(answer, true);
        }
        return first;
    });
}


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ proven),
/* harmony export */   Lp: () => (/* binding */ waves),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   _y: () => (/* binding */ defineProbe),
/* harmony export */   aF: () => (/* binding */ tryUntil),
/* harmony export */   d6: () => (/* binding */ TooLate),
/* harmony export */   oo: () => (/* binding */ undecided),
/* harmony export */   vI: () => (/* binding */ disproven)
/* harmony export */ });
/* harmony import */ var _toolkit_retry_network_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);
/* harmony import */ var _toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8090);


/** The probes of a wave run together, after those of the waves before: no answer is that of an old version. */
const waves = ['parts', 'services'];
/** A probe as the registry holds it: what it has parsed is passed on to it alone. */
function defineProbe(definition) {
    const { id, form, wave } = definition;
    return {
        id,
        form,
        ask: (words) => {
            const target = definition.parse(words);
            const change = {
                action: 'run',
                kind: 'probe',
                address: definition.address(target),
                after: definition.expectation(target),
                note: `fails ${definition.failsWhen(target)}`,
            };
            return {
                target,
                wave,
                change,
                reads: async (workspace) => (await definition.reads?.(target, workspace)) ?? {},
                given: async (run) => definition.given?.(target, run),
                open: (live) => definition.open(target, live),
            };
        },
    };
}
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
        return await (0,_toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
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
/** Whether nobody answered, as opposed to answering something. A name may be published a moment later. */
function isAbsent(error) {
    return (0,_toolkit_retry_network_ts__WEBPACK_IMPORTED_MODULE_0__/* .isUnreachable */ .R)(error) || (0,_toolkit_retry_network_ts__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(error) === 'ENOTFOUND';
}
function proven(message) {
    return { status: 'done', message };
}
function disproven(message) {
    return { status: 'failed', message };
}
function undecided(message) {
    return { status: 'unknown', message };
}


/***/ }),

/***/ 6407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/action/inputs.js + 1 modules
var inputs = __webpack_require__(6677);
;// CONCATENATED MODULE: ./build/toolkit/action/cluster-inputs.js
/** The inputs by which deploy and verify reach a cluster. */

const clusterInputs = {
    'api-server': (0,inputs/* text */.Qq)("Address of the cluster's API server, `https://\u2026`; reached with the job's OIDC identity.").optional(),
    'certificate-authority': (0,inputs/* text */.Qq)("Certificate authority of the API server: PEM text, or the path of a PEM file. The system's authorities when not given.").optional(),
    audience: (0,inputs/* text */.Qq)('Audience of the OIDC token that the API server accepts.').default('omninode-deploy'),
    kubeconfig: (0,inputs/* text */.Qq)('Path of a kubeconfig, for a cluster that does not trust the OIDC identity.').optional(),
};

// EXTERNAL MODULE: ./build/toolkit/action/opening.js
var action_opening = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/postgres/inputs.js

const databaseInputs = {
    'database-url': (0,inputs/* text */.Qq)('`postgres://<user>:<password>@<host>:<port>/<database>`. It is masked. Off loopback the server must prove who it is (verify-full), unless it says `sslmode=disable`. `options`, `search_path`, `connect_timeout`, `sslrootcert`, `target_session_attrs` and several hosts count as they do for libpq; any other parameter is refused.').optional(),
    'database-secret': (0,inputs/* text */.Qq)("`namespace/name` of a Kubernetes Secret that describes the database, read with the job's OIDC identity: a key `url`, or `host`, `port`, `username`, `password`, `dbname`.").optional(),
    'database-auth': (0,inputs/* choice */.Yq)('How the user proves who it is: with the password of the URL, or with tokens for minutes that AWS signs for `aws-role` (IAM authentication of Amazon RDS).', ['password', 'aws-iam'], 'password'),
    'database-ca': (0,inputs/* text */.Qq)("Certificate authority of the database: PEM text, or the path of a PEM file, such as Amazon RDS's global-bundle.pem. The system's authorities when not given.").optional(),
    'aws-role': (0,inputs/* text */.Qq)('ARN of the role that may connect, assumed with the OIDC token.').optional(),
    'aws-region': (0,inputs/* text */.Qq)('AWS region of the database.').optional(),
};

// EXTERNAL MODULE: ./build/actions/verify/src/probes/probe.js
var probes_probe = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/actions/verify/src/live.js


/** Requests to the API server in flight at once. */
const CONCURRENCY = 4;
/** Prepares every target to be proven, and tells the opening what is missing; nothing is asked yet. */
async function openProbes(asked, inputs, opening, world) {
    let client;
    const cluster = async () => {
        const { clusterOf, connectCluster } = await Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-kubernetes-connect-packages")]).then(__webpack_require__.bind(__webpack_require__, 8542));
        const named = opening.read(() => clusterOf(inputs, world));
        return () => {
            client ??= connectCluster(named(), { concurrency: CONCURRENCY }, world);
            return client;
        };
    };
    const targets = asked.map(({ target }) => target);
    const live = { inputs, world, targets, opening, cluster };
    const opened = [];
    for (const each of asked)
        opened.push({ asked: each, prove: await each.open(live) });
    return { opened, close: async () => client?.close() };
}
async function resultOf({ asked, prove }, deadline, world) {
    const { address, action } = asked.change;
    const started = world.clock();
    const announced = new Set();
    const patience = {
        deadline,
        signal: world.signal,
        waitFor: (what) => {
            if (!announced.has(what))
                world.log.info(`${address}: waiting for ${what}`);
            announced.add(what);
        },
    };
    const evidence = await prove(patience).catch((error) => {
        if (!world.signal.aborted)
            throw error;
        return (0,probes_probe/* undecided */.oo)('The run was cancelled before it was proven.');
    });
    const durationMs = Math.max(0, world.clock().getTime() - started.getTime());
    return { address, action, ...evidence, durationMs };
}
function unproven(results, asked) {
    const open = results.filter(({ status }) => status !== 'done');
    const [first] = open;
    return new model_failure/* Failure */.HR({
        code: 'NOT_PROVEN',
        what: `${asked - open.length} of ${asked} probe${asked === 1 ? '' : 's'} passed.`,
        ...(first === undefined ? {} : { why: `${first.address}: ${first.message ?? 'not proven'}` }),
        fix: 'Mend what each of them saw, and run the job again.',
    });
}
/**
 * Runs every probe, wave by wave: services are asked only when what they consist of is rolled out, so that no answer
 * is that of an old version. What cannot be told fails the run, as a failure does.
 * @param deadline milliseconds for each
 * @throws Failure NOT_PROVEN
 */
async function runProbes(opened, deadline, progress, world) {
    const seen = new Map();
    for (const wave of probes_probe/* waves */.Lp) {
        const together = opened.filter(({ asked }) => asked.wave === wave);
        const results = await Promise.all(together.map((each) => resultOf(each, deadline, world)));
        progress.record(...results);
        for (const [index, each] of together.entries()) {
            const result = results[index];
            if (result !== undefined)
                seen.set(each, result);
        }
    }
    // People read them in the order in which they asked.
    const results = opened.flatMap((each) => seen.get(each) ?? []);
    progress.record(...results);
    world.signal.throwIfAborted();
    if (results.some(({ status }) => status !== 'done'))
        throw unproven(results, opened.length);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/verify/src/place.js
/** What is judged and proven, on one line: two runs of one repository are told apart by it, also two that prove at two places. */


/** Of the targets; the others are told by a hash. */
const LONGEST = 120;
/** Where the policy looks, in words. */
function scopeOf(paths) {
    return paths.length === 0 ? 'repository' : paths.join(', ');
}
function provenAt(addresses) {
    const whole = addresses.join(', ');
    if (whole === '')
        return '';
    if (whole.length <= LONGEST)
        return `, proven by ${whole}`;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(whole).digest('hex').slice(0, 12);
    return `, proven by ${addresses.length} probes (${hash})`;
}
/**
 * Where `policy` and `live` have their effect: the same for both, so that `live` finds what the pull request showed.
 * @param addresses of the probes
 */
function placeOfVerification(repositoryId, paths, addresses) {
    const scope = [...new Set(paths.map((path) => external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, '')))].sort();
    const targets = [...addresses].sort();
    const judged = scope.length === 0 ? '' : `${scopeOf(scope)} of `;
    return {
        target: `${judged}repository ${repositoryId}${provenAt(targets)}`,
        where: { repository: repositoryId, paths: scope, targets },
    };
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/actions/verify/src/http/ask.js + 1 modules
var ask = __webpack_require__(7638);
;// CONCATENATED MODULE: ./build/actions/verify/src/probes/words.js
/** The words of one line of `targets`, taken one by one. */
/** A line is not what is wanted: "expected \u2026, got \u2026". */
class Unexpected extends Error {
}
class Words {
    #words;
    #next = 0;
    constructor(line) {
        this.#words = line.split(/\s+/);
    }
    /** @throws Unexpected when the next word is missing, or is not what `matches` takes. */
    take(what, matches) {
        const word = this.#words[this.#next++];
        const value = word === undefined ? undefined : matches(word);
        if (value !== undefined)
            return value;
        throw new Unexpected(`expected ${what}, got ${word === undefined ? 'the end of the line' : `"${word}"`}`);
    }
    /** Whether the next word is this one, which is then passed. */
    passes(word) {
        if (this.#words[this.#next] !== word)
            return false;
        this.#next++;
        return true;
    }
    /** @throws Unexpected when anything is left. */
    end() {
        const word = this.#words[this.#next];
        if (word !== undefined)
            throw new Unexpected(`expected the end of the line, got "${word}"`);
    }
}
/** Takes a word as it is when it has this form. */
function when(pattern) {
    return (word) => (pattern.test(word) ? word : undefined);
}

;// CONCATENATED MODULE: ./build/actions/verify/src/probes/http.js
/** Whether a service answers as it should, and refuses whom it should. No answer's body is shown. */






/** An address beside the probed one that nobody can have made. */
function nowhere(url, random) {
    const name = `does-not-exist-${Math.floor(random() * 2 ** 32).toString(16)}`;
    return new URL(url.pathname.replace(/[^/]*$/, name), url);
}
/** A route that is gone is answered like one that never was. */
const absent = [404, 410];
/** Whether the expected answer means anything: what should be answered otherwise is asked as well. */
async function selfTest(probe, answer, patience) {
    const { url, headers, paired, inhabited, random } = probe;
    if (headers.size > 0 && answer.status < 400) {
        const { proveAuthentication } = await __webpack_require__.e("verify-http-authentication").then(__webpack_require__.bind(__webpack_require__, 6576));
        return proveAuthentication(probe, answer, patience);
    }
    if (absent.includes(answer.status)) {
        if (inhabited || paired)
            return (0,probes_probe/* proven */.H3)(`${(0,ask/* told */.Ev)(answer)} as expected; another probe shows that the service is there.`);
        return (0,probes_probe/* undecided */.oo)(`${(0,ask/* told */.Ev)(answer)} as expected, but nothing shows that the service is there: prove an address of it that answers as well.`);
    }
    if (paired)
        return (0,probes_probe/* proven */.H3)(`${(0,ask/* told */.Ev)(answer)} as expected; another probe shows that the address answers otherwise.`);
    const other = await (0,ask/* askReady */.Zu)({ ...probe, url: nowhere(url, random) }, headers, patience);
    if (other.status === answer.status)
        return (0,probes_probe/* undecided */.oo)(`${(0,ask/* told */.Ev)(answer)} as expected, but an address that does not exist is answered the same: it proves nothing.`);
    return (0,probes_probe/* proven */.H3)(`${(0,ask/* told */.Ev)(answer)} as expected; an address that does not exist is answered ${(0,ask/* told */.Ev)(other)}.`);
}
async function explained(error, deadline, { url, env }) {
    if (error instanceof probes_probe/* TooLate */.d6) {
        const { last } = error;
        const time = (0,duration/* formatDuration */.a)(deadline);
        if (last instanceof ask/* NotReady */.DX) {
            const { answer, wavers } = last;
            if (answer.complaint !== undefined)
                return `It still answered ${(0,ask/* told */.Ev)(answer)} after ${time}, but ${answer.complaint.what}.`;
            if (wavers)
                return `It answered now as expected and now ${(0,ask/* told */.Ev)(answer)}, still after ${time}.`;
            return `It still answered ${(0,ask/* told */.Ev)(answer)} after ${time}.`;
        }
        if (last === undefined)
            return `It did not answer within ${time}.`;
        if ((0,ask/* hasBrokenOff */.f0)(last))
            return `Its answer still broke off after ${time}.`;
        return `It could not be reached within ${time} (${(0,network/* codeOf */.$)(last)}).`;
    }
    const code = (0,network/* codeOf */.$)(error) ?? 'no answer';
    if (code === 'ERR_PROXY_TUNNEL') {
        const [{ proxiesIn }, { troubleOf }] = await Promise.all([
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2723)),
            __webpack_require__.e("toolkit-transport-trouble").then(__webpack_require__.bind(__webpack_require__, 5252)),
        ]);
        return troubleOf(error, url, proxiesIn(env))?.why ?? code;
    }
    if (/CERT|SIGNATURE|ERR_TLS|EPROTO|SSL/.test(code))
        return `Its certificate is not accepted (${code}): it is for another name, has expired, or nobody known signed it.`;
    return `It does not speak HTTP as it should (${code}).`;
}
/** Asks for the address until its answer is what is expected, or is certainly not. A wrong answer is never asked again. */
async function probeHttp(probe, patience) {
    const { expect } = probe;
    try {
        const answer = await (0,ask/* askSteadily */.tH)(probe, patience);
        if (!expect.includes(answer.status))
            return (0,probes_probe/* disproven */.vI)(`It answers ${(0,ask/* told */.Ev)(answer)}, not ${expect.join(' or ')}.`);
        if (answer.complaint !== undefined) {
            const { certain, what } = answer.complaint;
            return (certain ? probes_probe/* disproven */.vI : probes_probe/* undecided */.oo)(`${(0,ask/* told */.Ev)(answer)} as expected, but ${what}.`);
        }
        return await selfTest(probe, answer, patience);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        const doubtful = error instanceof probes_probe/* TooLate */.d6 &&
            error.last instanceof ask/* NotReady */.DX &&
            error.last.answer.complaint?.certain === false;
        return (doubtful ? probes_probe/* undecided */.oo : probes_probe/* disproven */.vI)(await explained(error, patience.deadline, probe));
    }
}
const fromEnvironment = /^env:([A-Za-z_]\w*)(\/\S*)?$/;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
function isAddress(word) {
    if (fromEnvironment.test(word))
        return true;
    if (!/^https?:\/\//.test(word) || !URL.canParse(word))
        return false;
    const { username, password } = new URL(word);
    return username === '' && password === '';
}
/** Where a target is, with its variable put in. @throws Failure TARGET_ADDRESS when that holds no address */
function urlOf({ url }, env) {
    const [, variable, path = ''] = fromEnvironment.exec(url) ?? [];
    if (variable === undefined)
        return new URL(url);
    const base = env[variable]?.replace(/\/$/, '') ?? '';
    if (isAddress(`${base}${path}`) && /^https?:/.test(base))
        return new URL(`${base}${path}`);
    throw new model_failure/* Failure */.HR({
        code: 'TARGET_ADDRESS',
        what: `The environment variable ${variable}, which ${url} needs, holds no http address.`,
        fix: `Set \`${variable}:\` under \`env:\` of this step, to an address without credentials.`,
    });
}
function addressOf({ url, headers }) {
    return `http ${url}${headers.map(({ name }) => ` with ${name}`).join('')}`;
}
/** The values of the variables that are sent, masked from here on. @throws Failures TARGET_CREDENTIAL */
function headersOf(target, { env, redactor }) {
    const headers = new Map();
    const problems = [];
    for (const { name, variable } of target.headers) {
        const value = env[variable] ?? '';
        redactor.addSensitive(value, /^authorization$/i.test(name) ? 'token' : variable);
        headers.set(name, value);
        if (/^[\t\x20-\x7e]+$/.test(value))
            continue;
        problems.push(new model_failure/* Failure */.HR({
            code: 'TARGET_CREDENTIAL',
            what: `The environment variable ${variable}, which \`${addressOf(target)}\` sends, ${value === '' ? 'is not set' : 'cannot be sent in a header'}.`,
            fix: `Set \`${variable}:\` under \`env:\` of this step, from a secret.`,
        }));
    }
    (0,model_failure/* throwIfAny */.MI)(problems);
    return headers;
}
/** The values of all variables that it names; undefined unless this run has them all. */
function variablesOf({ url, headers }, env) {
    const [, address] = fromEnvironment.exec(url) ?? [];
    const values = [
        ...(address === undefined ? [] : [[address, env[address]?.replace(/\/$/, '') ?? '']]),
        ...headers.map(({ variable }) => [variable, env[variable] ?? '']),
    ];
    const complete = values.length > 0 && values.every(([, value]) => value !== '');
    return complete ? Object.fromEntries(values) : undefined;
}
function isHttp(target) {
    return target.probe === 'http';
}
/** Whether another target expects something else of the same address. */
function isPaired(target, targets) {
    return targets.some((other) => isHttp(other) &&
        other !== target &&
        other.url === target.url &&
        !other.expect.some((status) => target.expect.includes(status)));
}
/** Where a target is asked; undefined as long as that is not known. */
function originOf(target, env) {
    try {
        return urlOf(target, env).origin;
    }
    catch (error) {
        if (error instanceof model_failure/* Failure */.HR)
            return undefined; // told when that one is opened
        throw error;
    }
}
/** Whether another target wants something to be there, where a target is asked. */
function isInhabited(target, targets, env) {
    const origin = originOf(target, env);
    return targets.some((each) => isHttp(each) &&
        originOf(each, env) === origin &&
        each.expect.every((status) => status < 500 && !absent.includes(status)));
}
const probe = (0,probes_probe/* defineProbe */._y)({
    id: 'http',
    form: 'http <url> [header <name> env:<VARIABLE>] expect <status>',
    wave: 'services',
    parse: (words) => {
        const url = words.take('an http:// or https:// address without credentials, or env:<VARIABLE>/<path>', (word) => (isAddress(word) ? word : undefined));
        const headers = [];
        while (words.passes('header')) {
            const name = words.take('the name of a header', when(headerName)).toLowerCase();
            const variable = words.take('env:<VARIABLE>, so that the value is in no file', (word) => /^env:([A-Za-z_]\w*)$/.exec(word)?.[1]);
            headers.push({ name, variable });
        }
        words.take('"expect"', when(/^expect$/));
        const expect = words.take('statuses such as 200 or 401,403', (word) => /^[1-5]\d\d(?:,[1-5]\d\d)*$/.test(word) ? word.split(',').map(Number) : undefined);
        return { probe: 'http', url, headers, expect };
    },
    address: addressOf,
    expectation: ({ expect, headers }) => {
        const sent = Object.fromEntries(headers.map(({ name, variable }) => [name, `env:${variable}`]));
        return headers.length === 0 ? { expect: [...expect] } : { expect: [...expect], headers: sent };
    },
    failsWhen: ({ expect, headers }) => {
        const unless = `unless the status is ${expect.join(' or ')}`;
        return headers.length === 0 ? unless : `${unless}, and when a near miss of its credential is not refused`;
    },
    given: async (target, { world }) => variablesOf(target, world.env),
    open: async (target, { targets, opening, world }) => {
        const url = opening.read(() => urlOf(target, world.env));
        const headers = opening.read(() => headersOf(target, world));
        const { expect } = target;
        const paired = isPaired(target, targets);
        const { random, env } = world;
        const inhabited = isInhabited(target, targets, env);
        return (patience) => probeHttp({ url: url(), headers: headers(), expect, paired, inhabited, random, env }, patience);
    },
});

// EXTERNAL MODULE: ./build/toolkit/migrations/history-table.js
var history_table = __webpack_require__(3374);
;// CONCATENATED MODULE: ./build/toolkit/migrations/migration.js
/** `db/migrations/0003_name`, as plans and outcomes name it. */
function migrationAddress({ up }) {
    return up.file.replace(/(?:\.up)?\.sql$/, '');
}
/** `0003_name`, `20260131_name`: what people call a migration, whatever of it is its version. */
function stemOf({ version, name }) {
    return version === name || version.endsWith(`_${name}`) ? version : `${version}_${name}`;
}

;// CONCATENATED MODULE: ./build/actions/verify/src/probes/migration-head.js
/** Whether the newest migration in git is the newest one in effect in the database. */








function judge(newest, { name, checksum }) {
    if (name !== newest.name)
        return (0,probes_probe/* disproven */.vI)(`${stemOf({ ...newest, name })} is the newest in effect; git has ${stemOf(newest)}.`);
    return checksum === newest.checksum
        ? (0,probes_probe/* proven */.H3)(`${stemOf(newest)} is in effect.`)
        : (0,probes_probe/* disproven */.vI)(`${stemOf(newest)} was applied with another content than git has.`);
}
/** @param inEffect in the order in which they took effect */
async function compare(migrations, newest, inEffect, table) {
    const { compareWithHistory } = await __webpack_require__.e("toolkit-migrations-compare").then(__webpack_require__.bind(__webpack_require__, 7168));
    const { newest: found } = compareWithHistory(migrations, inEffect);
    if (found === undefined)
        return (0,probes_probe/* disproven */.vI)(`No migration is in effect, according to ${table}; git has ${stemOf(newest)}.`);
    if (found.version !== newest.version)
        return (0,probes_probe/* disproven */.vI)(`${stemOf(found)} is the newest in effect; git has ${stemOf(newest)}.`);
    return judge(newest, found);
}
/** The server's or the system's own error, behind what was made of it. */
function causeOf(error) {
    const [failure] = (0,model_failure/* failuresIn */.xM)(error);
    return failure?.cause ?? error;
}
/** The connection broke or was never made, or by the class of its SQLSTATE the server is full, starting or stopping. */
function isTransient(error) {
    const [failure] = (0,model_failure/* failuresIn */.xM)(error);
    const cause = causeOf(error);
    const code = (0,network/* codeOf */.$)(cause);
    if (code === undefined)
        return failure?.code === 'DATABASE_UNREACHABLE';
    return (0,probes_probe/* isAbsent */.W0)(cause) || /^(?:08|53|57P)...?$/.test(code);
}
/** @returns undefined when there is no history */
async function readInEffect({ target, database, world }, signal) {
    // Heavy: loaded by the runs that ask a database.
    const [{ connect }, { readHeads }] = await Promise.all([
        Promise.all(/* import() | toolkit-postgres-session */[__webpack_require__.e("toolkit-migrations-history+toolkit-postgres-session"), __webpack_require__.e("toolkit-postgres-session")]).then(__webpack_require__.bind(__webpack_require__, 4389)),
        Promise.all(/* import() | toolkit-migrations-history */[__webpack_require__.e("toolkit-migrations-history+toolkit-postgres-session"), __webpack_require__.e("toolkit-migrations-history")]).then(__webpack_require__.bind(__webpack_require__, 4763)),
    ]);
    const session = await connect(await database.target(), world, { step: 'verify', signal });
    try {
        // A probe only looks, whatever its user may do.
        await session.send('BEGIN READ ONLY');
        return await readHeads(session, target.history);
    }
    finally {
        await session.close();
    }
}
function migration_head_explained(error, { input }, deadline) {
    if (error instanceof probes_probe/* TooLate */.d6) {
        const code = (0,network/* codeOf */.$)(causeOf(error.last));
        return (0,probes_probe/* disproven */.vI)(`The database could not be reached within ${(0,duration/* formatDuration */.a)(deadline)}${code === undefined ? '' : ` (${code})`}.`);
    }
    const code = (0,network/* codeOf */.$)(causeOf(error));
    if (code === '28P01' || code === '28000')
        return (0,probes_probe/* disproven */.vI)(`The server refuses the user of \`${input}\`.`);
    if (code === '3D000')
        return (0,probes_probe/* disproven */.vI)('There is no such database.');
    if (code === '42501')
        return (0,probes_probe/* disproven */.vI)(`The user of \`${input}\` may not read the history.`);
    const [failure] = (0,model_failure/* failuresIn */.xM)(error);
    if (failure?.code === 'DATABASE_TLS')
        return (0,probes_probe/* disproven */.vI)(failure.what);
    if (failure !== undefined)
        return (0,probes_probe/* undecided */.oo)(`The database could not be asked: ${failure.what}`);
    return (0,probes_probe/* disproven */.vI)(`The database could not be asked (${code === undefined ? 'no answer' : code}).`);
}
/** Reads where the database stands, and compares it with git. */
async function probeMigrationHead(probe, patience) {
    const { target, database, world } = probe;
    const { migrations, problems } = probe.migrations;
    const table = (0,history_table/* historyName */.GM)(target.history);
    const [problem] = problems;
    const unclear = problem && (0,probes_probe/* undecided */.oo)(`What the newest migration is cannot be told: ${problem.what}`);
    const newest = migrations.at(-1);
    if (newest === undefined)
        return unclear ?? (0,probes_probe/* disproven */.vI)(`There is no migration in ${target.folder}.`);
    const starting = (error) => isTransient(error) ? `the database (${(0,network/* codeOf */.$)(causeOf(error)) ?? 'no answer'})` : undefined;
    try {
        const inEffect = await (0,probes_probe/* tryUntil */.aF)(patience, world.random, starting, (signal) => readInEffect(probe, signal));
        if (inEffect === undefined)
            return (0,probes_probe/* disproven */.vI)(`The database has no ${table}: migrate never ran on it.`);
        const evidence = await compare(migrations, newest, inEffect, table);
        // What cannot be read may be newer.
        return evidence.status === 'done' && unclear !== undefined ? unclear : evidence;
    }
    catch (error) {
        patience.signal.throwIfAborted();
        return migration_head_explained(error, database, patience.deadline);
    }
}
function databaseMissing() {
    return new model_failure/* Failure */.HR({
        code: 'INPUT_MISSING',
        what: 'The input `database-url` is required by the target `migration-head`.',
        fix: 'Add `database-url:` or `database-secret:` under `with:`; a user that may read the history is enough.',
    });
}
const migration_head_probe = (0,probes_probe/* defineProbe */._y)({
    id: 'migration-head',
    form: 'migration-head <folder> [history <schema>.<table>]',
    wave: 'parts',
    parse: (words) => {
        const folder = words.take('the folder of the migrations, relative to the checkout', when(/^(?!\/)(?!.*\.\.)\S+$/));
        const history = words.passes('history')
            ? words.take('<schema>.<table>', history_table/* parseHistoryTable */.Wi)
            : { schema: 'migrate', table: 'history' };
        return { probe: 'migration-head', folder: folder.replace(/\/$/, ''), history };
    },
    address: ({ folder }) => `migration-head ${folder}`,
    expectation: ({ history }) => ({ expect: 'newest file', history: (0,history_table/* historyName */.GM)(history) }),
    reads: async ({ folder }, workspace) => {
        const { readMigrations } = await __webpack_require__.e("toolkit-migrations-layout-read").then(__webpack_require__.bind(__webpack_require__, 8887));
        const { migrations } = readMigrations(workspace, folder);
        const order = (0,external_node_crypto_.createHash)('sha256').update(migrations.map(stemOf).join('\n')).digest('hex');
        return Object.fromEntries([
            [`order of ${folder}`, order],
            ...migrations.map(({ up, checksum }) => [up.file, checksum.replace(/^sha256:/, '')]),
        ]);
    },
    given: async (_target, { inputs, world }) => {
        const { 'database-url': url, 'database-secret': secret, 'api-server': server } = inputs;
        if (url === undefined)
            return secret === undefined || server === undefined ? undefined : { secret, server };
        const { parseDatabaseUrl } = await __webpack_require__.e("toolkit-postgres-database-url").then(__webpack_require__.bind(__webpack_require__, 6480));
        const { host, port, database, user } = parseDatabaseUrl(url, world);
        return { host, port, database, user };
    },
    failsWhen: () => 'when the newest migration is not in effect in the database',
    open: async (target, { inputs, opening, world }) => {
        if ((inputs['database-url'] ?? inputs['database-secret']) === undefined) {
            const missing = databaseMissing();
            opening.add(missing);
            return () => Promise.reject(missing);
        }
        const [{ readDatabase }, { readMigrations }] = await Promise.all([
            __webpack_require__.e("toolkit-postgres-database").then(__webpack_require__.bind(__webpack_require__, 2552)),
            __webpack_require__.e("toolkit-migrations-layout-read").then(__webpack_require__.bind(__webpack_require__, 8887)),
        ]);
        const database = await readDatabase(inputs, opening, world);
        const migrations = readMigrations(world.workspace, target.folder);
        return (patience) => probeMigrationHead({ target, migrations, database, world }, patience);
    },
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/kubernetes/error.js
var kubernetes_error = __webpack_require__(2652);
;// CONCATENATED MODULE: ./build/actions/verify/src/probes/rollout.js
/** Whether a workload runs as it was last applied. */





const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
/** Milliseconds between two looks. */
const PAUSE = 1_000;
const apiVersions = {
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    Job: 'batch/v1',
};
/** What a state of health proves; nothing yet while it is progressing. */
const proofs = {
    ready: probes_probe/* proven */.H3,
    progressing: undefined,
    failed: probes_probe/* disproven */.vI,
    deleting: probes_probe/* disproven */.vI,
    suspended: probes_probe/* undecided */.oo,
    unknown: probes_probe/* undecided */.oo,
};
function sentence(reason) {
    return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
/** Undefined while there is something to wait for. */
function rollout_resultOf({ state, reason }) {
    return proofs[state]?.(sentence(reason));
}
async function until(target, client, { deadline, signal, waitFor }) {
    const { kind, namespace, name } = target;
    const reference = { apiVersion: apiVersions[kind], kind, namespace, name };
    // It proves that the answers below are about what was asked for.
    const impossible = { ...reference, name: `${name.slice(0, 200)}-does-not-exist` };
    if ((await client.get(impossible)) !== undefined)
        return (0,probes_probe/* undecided */.oo)('The API server claims to have an object that nobody made.');
    const { healthOf } = await __webpack_require__.e("toolkit-kubernetes-health-index").then(__webpack_require__.bind(__webpack_require__, 1958));
    const late = AbortSignal.timeout(deadline);
    for (;;) {
        const object = await client.get(reference);
        if (object === undefined)
            return (0,probes_probe/* disproven */.vI)(`There is no ${kind} ${name} in the namespace ${namespace}.`);
        const health = healthOf(object);
        const result = rollout_resultOf(health);
        if (result !== undefined)
            return result;
        if (late.aborted)
            return (0,probes_probe/* disproven */.vI)(`After ${(0,duration/* formatDuration */.a)(deadline)} ${health.reason}.`);
        waitFor(health.reason);
        await (0,promises_.setTimeout)(PAUSE, undefined, { signal });
    }
}
/** Looks until the workload is rolled out, or certainly never will be. */
async function probeRollout(target, client, patience) {
    try {
        return await until(target, client, patience);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        if (error instanceof kubernetes_error/* KubernetesError */.dK && error.isJudgement)
            return (0,probes_probe/* disproven */.vI)(`The API server refused: ${error.said}.`);
        if (error instanceof model_failure/* Failure */.HR)
            return (0,probes_probe/* disproven */.vI)(error.message);
        throw error;
    }
}
const named = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
const rollout_probe = (0,probes_probe/* defineProbe */._y)({
    id: 'rollout',
    form: 'rollout <namespace>/<Kind>/<name>',
    wave: 'parts',
    parse: (words) => words.take(`<namespace>/<Kind>/<name> with a kind of ${kinds.join(', ')}`, (word) => {
        const [namespace = '', given, name = '', more] = word.split('/');
        const kind = kinds.find((each) => each === given);
        const valid = kind !== undefined && named.test(namespace) && named.test(name) && more === undefined;
        return valid ? { probe: 'rollout', namespace, kind, name } : undefined;
    }),
    address: ({ namespace, kind, name }) => `rollout ${namespace}/${kind}/${name}`,
    expectation: () => ({ expect: 'rolled out' }),
    // A kubeconfig is made where it is needed, and what it names is known only there.
    given: async (_target, { inputs }) => inputs['api-server']?.replace(/\/$/, ''),
    failsWhen: () => 'when it does not exist, makes no progress, or its pods are not available',
    open: async (target, live) => {
        const client = await live.cluster();
        return (patience) => probeRollout(target, client(), patience);
    },
});

;// CONCATENATED MODULE: ./build/actions/verify/src/probes/index.js
/** Every probe, in the order in which they are told. A new one is a file here, a line here, and its examples. */



const probes = [rollout_probe, probe, migration_head_probe];

;// CONCATENATED MODULE: ./build/actions/verify/src/target.js
/** What `live` is to prove: one target a line. */



const target_forms = probes.map(({ form }) => form);
function parseTarget(line) {
    const words = new Words(line);
    const probe = words.take(`one of ${probes.map(({ id }) => id).join(', ')}`, (word) => probes.find(({ id }) => id === word));
    const asked = probe.ask(words);
    words.end();
    return { ...asked, text: line.split(/\s+/).join(' ') };
}
/**
 * Reads one target a line; empty lines and lines that begin with `#` are passed over.
 * @returns a failure for every line that is not one, naming the line and what was expected there.
 */
function parseTargets(text) {
    const known = new Map();
    const problems = [];
    const problem = (line, why, fix) => problems.push(new model_failure/* Failure */.HR({
        code: 'TARGET_INVALID',
        what: `The input \`targets\` is wrong in line ${line}: ${why}.`,
        fix,
    }));
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        try {
            const asked = parseTarget(line);
            const { address } = asked.change;
            const other = known.get(address);
            if (other === undefined)
                known.set(address, { asked, line: index + 1 });
            else
                problem(index + 1, `it probes the same as line ${other.line}`, 'Remove one of them.');
        }
        catch (error) {
            if (!(error instanceof Unexpected))
                throw error;
            const [word] = line.split(/\s/, 1);
            const form = target_forms.filter((each) => each.startsWith(`${word} `));
            problem(index + 1, error.message, `Write it as ${(form.length > 0 ? form : target_forms).map((each) => `\`${each}\``).join(', or ')}.`);
        }
    }
    return { asked: [...known.values()].map(({ asked }) => asked), problems };
}

;// CONCATENATED MODULE: ./build/actions/verify/src/step.js









const step_inputs = schemas/* object */.Ikc({
    paths: (0,inputs/* list */.p_)('Files and folders to judge, one a line, relative to the checkout; `*` stands for one name. Without any: `k8s`, `.github/workflows`, `actions/*/action.yml` and `action.yml`, as far as they exist.'),
    targets: (0,inputs/* text */.Qq)(`What \`live\` proves, one a line: ${target_forms.map((form) => `\`${form}\``).join(', ')}.`).optional(),
    ...clusterInputs,
    ...databaseInputs,
    'rollout-timeout': (0,inputs/* duration */.p0)('How long each probe may wait to see what it expects.', '5m'),
});
function nothingToDo(scope) {
    return new model_failure/* Failure */.HR({
        code: 'NOTHING_TO_VERIFY',
        what: `There is nothing to judge in ${scope}.`,
        why: 'A policy that looks at nothing passes, and says nothing.',
        fix: 'Check the repository out first, or correct `paths:`.',
    });
}
function nothingToProve() {
    return new model_failure/* Failure */.HR({
        code: 'TARGETS_MISSING',
        what: '`live` has nothing to prove: there are no targets.',
        fix: `Add them under \`targets:\`, one a line: ${target_forms.map((form) => `\`${form}\``).join(', ')}.`,
    });
}
const step = {
    name: 'verify',
    description: 'Judge manifests, workflows and actions before a release, and prove afterwards that it holds.',
    commands: { policy: 'plan', live: 'apply' },
    inputs: step_inputs,
    outputs: {
        findings: 'How many findings there are; the plan holds them.',
        passed: 'How many probes passed; empty when none ran.',
        failed: 'How many probes failed, or could not tell; empty when none ran.',
    },
    asked: ({ paths = '', targets = '' }) => [paths, targets],
    onlyLooks: true,
    open: async (given, world) => {
        const { readRepository } = await Promise.all(/* import() | verify-repository-repository */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository-2"), __webpack_require__.e("verify-repository-repository")]).then(__webpack_require__.bind(__webpack_require__, 5388));
        const { valid, command } = given;
        const opening = new action_opening/* Opening */.$(given);
        const paths = valid.paths ?? [];
        const { repository, problems } = readRepository(world.workspace, paths);
        const { files } = repository;
        const { asked, problems: invalid } = parseTargets(valid.targets ?? '');
        opening.add(...problems, ...invalid);
        if (Object.keys(files).length === 0 && problems.length === 0)
            opening.add(nothingToDo(scopeOf(paths)));
        // It is masked, and looked at, whatever the command.
        const url = valid['database-url'];
        if (url !== undefined) {
            const { parseDatabaseUrl } = await __webpack_require__.e("toolkit-postgres-database-url").then(__webpack_require__.bind(__webpack_require__, 6480));
            opening.read(() => parseDatabaseUrl(url, world));
        }
        const isLive = command.name === 'live';
        if (isLive && asked.length === 0 && invalid.length === 0)
            opening.add(nothingToProve());
        const probing = await openProbes(isLive ? asked : [], valid, opening, world);
        const all = opening.inputs();
        const place = placeOfVerification(world.run.repositoryId, all.paths, asked.map(({ change }) => change.address));
        return {
            place: async () => place,
            plan: async (reviewed) => {
                const { planVerification } = await __webpack_require__.e("verify-plan").then(__webpack_require__.bind(__webpack_require__, 7366));
                const verification = { place, name: all.name, repository, asked, inputs: all };
                return planVerification(verification, reviewed, world);
            },
            // Nothing is changed, so no target remembers what it was proven by.
            apply: (_plan, _forwards, progress) => runProbes(probing.opened, all['rollout-timeout'], progress, world),
            close: probing.close,
        };
    },
    report: (plan, outcome) => {
        const passed = outcome?.results.filter((result) => result.status === 'done').length;
        const failed = outcome?.results.filter((result) => result.status !== 'done').length;
        return {
            findings: plan === undefined ? '' : String(plan.findings.length),
            passed: passed === undefined ? '' : String(passed),
            failed: failed === undefined ? '' : String(failed),
        };
    },
};


/***/ }),

/***/ 6677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ choice),
  j$: () => (/* binding */ commonInputs),
  p0: () => (/* binding */ inputs_duration),
  p_: () => (/* binding */ list),
  TL: () => (/* binding */ parseInputs),
  Qq: () => (/* binding */ inputs_text)
});

// UNUSED EXPORTS: address, count, flag, isFlag

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/parse.js + 1 modules
var parse = __webpack_require__(3852);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/model/nearest.js
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

;// CONCATENATED MODULE: ./build/toolkit/action/inputs.js
/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */




/** A text; an empty one counts as not given. */
function inputs_text(description) {
    return schemas/* string */.YjP().trim().min(1, 'must not be empty').meta({ description });
}
/** `true` or `false`; `isFlag` knows it again. */
function flag(description, fallback) {
    return schemas/* enum */.k5n(['true', 'false'], 'must be true or false')
        .transform((value) => value === 'true')
        .default(fallback)
        .meta({ description, fallback: String(fallback), flag: true });
}
function isFlag(field) {
    return z.globalRegistry.get(field)?.['flag'] === true;
}
function choice(description, values, fallback) {
    return schemas/* enum */.k5n(values, `must be one of ${values.join(', ')}`)
        .default(fallback)
        .meta({ description, fallback });
}
/** A duration such as `10m`, as milliseconds. */
function inputs_duration(description, fallback) {
    return schemas/* string */.YjP()
        .trim()
        .transform((value, context) => {
        const milliseconds = (0,duration/* parseDuration */.E)(value);
        if (milliseconds !== undefined)
            return milliseconds;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be a duration such as 90s, 10m or 1h30m',
        });
        return core/* NEVER */.tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
/** A whole number. */
function count(description, fallback, minimum = 0) {
    return z
        .string()
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
    return schemas/* string */.YjP()
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
        return core/* NEVER */.tm;
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
    return inputs_text(description).refine(isSafeAddress, 'must be an https address (http on loopback alone), without user, password and fragment');
}
/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
const commonInputs = schemas/* object */.Ikc({
    'github-token': inputs_text('Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.').optional(),
    comment: choice('Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.', ['auto', 'off'], 'auto'),
    publish: choice('Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.', ['here', 'hand-on'], 'here'),
    reviewed: choice('Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.', ['required', 'warn', 'off'], 'required'),
    'review-signer': inputs_text('Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.')
        .regex(/^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/, 'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml')
        .optional(),
    'events-url': address('Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.').optional(),
    'events-issuer': address('Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.').optional(),
    name: inputs_text('What people call the target, such as `production`; which target it is, its place decides.').optional(),
    'dry-run': flag('Shows what the command would do, and does not do it.', false),
    timeout: inputs_duration('How long the step may take before it is cancelled.', '30m'),
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
        const near = nearest(name, known);
        problems.push(new failure/* Failure */.HR({
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
        const result = parse/* safeParse */.xL(field, value);
        if (result.success) {
            if (result.data !== undefined)
                values[name] = result.data;
        }
        else if (value === undefined) {
            problems.push(new failure/* Failure */.HR({
                code: 'INPUT_MISSING',
                what: `The input \`${name}\` is required.`,
                fix: `Add \`${name}:\` under \`with:\`. ${registries/* globalRegistry */.fd.get(field)?.description ?? ''}`.trim(),
            }));
        }
        else {
            for (const issue of result.error.issues) {
                problems.push(new failure/* Failure */.HR({
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
    return new failure/* Failure */.HR({
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

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   dK: () => (/* binding */ KubernetesError)
/* harmony export */ });
/* unused harmony export isConflict */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** An API server's refusal, with what its Status object says. */


const Cause = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    field: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
});
/** Of meta/v1; what is odd counts as not said. */
const Status = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('Status'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    details: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ causes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Cause).optional().catch(undefined) })
        .optional()
        .catch(undefined),
});
function statusIn(body) {
    try {
        return Status.safeParse(JSON.parse(body)).data;
    }
    catch {
        return undefined;
    }
}
/** `User "x" cannot list resource "pods" in API group "" in the namespace "dev"`, as RBAC says it. */
function forbiddenIn(said) {
    const found = /User "([^"]*)" cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)"| at the cluster scope)?|path "([^"]*)")/.exec(said);
    if (found === null)
        return undefined;
    const [, who = '', verb, resource = '', group, namespace, path] = found;
    if (path !== undefined) {
        return {
            who,
            fix: `Grant it with a ClusterRole: nonResourceURLs ["${path}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
        };
    }
    const role = namespace === undefined ? 'a ClusterRole' : `a Role in ${namespace}`;
    return {
        who,
        fix: `Grant it with ${role}: apiGroups ["${group}"], resources ["${resource}"], verbs ["${verb}"], bound to the user ${who} or a group of it.`,
    };
}
const IN_ITS_PLACE = 'Something else answers in place of the API server, such as a proxy or its login page.';
const FIX_ADDRESS = 'Check that the address is that of the API server, and that no proxy on the way changes its answers.';
function explained({ server, method, path, status, body, location }) {
    const said = statusIn(body)?.message;
    const what = `The API server ${server} refused ${method} ${path} (${status}).`;
    if (status >= 300 && status < 400) {
        return {
            code: 'CLUSTER_ANSWER',
            what: `${server} answered ${method} ${path} with a redirect${location === undefined ? '' : ` to ${location}`} (${status}).`,
            why: IN_ITS_PLACE,
            fix: FIX_ADDRESS,
        };
    }
    if (statusIn(body) === undefined && status < 500 && status !== 429) {
        return { code: 'CLUSTER_ANSWER', what, why: IN_ITS_PLACE, fix: FIX_ADDRESS };
    }
    if (status === 403) {
        const { fix, who } = forbiddenIn(said ?? '') ?? { who: '', fix: undefined };
        return {
            code: 'CLUSTER_FORBIDDEN',
            what: `The cluster does not allow ${who === '' ? 'this identity' : who} ${method} ${path}.`,
            ...(said === undefined ? {} : { why: `${said}.` }),
            fix: fix ?? 'Grant it to this identity, or change what is asked for so that the cluster admits it.',
        };
    }
    if (status === 429 || status >= 500) {
        return {
            code: 'CLUSTER_UNAVAILABLE',
            what: `The API server ${server} could not do ${method} ${path} (${status}).`,
            why: said === undefined ? 'It, or what stands in front of it, is in trouble.' : `${said}.`,
            fix: 'Run the job again when the API server is well; its own log says what the matter is.',
        };
    }
    return {
        code: 'CLUSTER_REFUSED',
        what,
        ...(said === undefined ? {} : { why: `${said}.` }),
        fix: 'Correct what is asked for, or run the job again if somebody changed the object at the same moment.',
    };
}
/** A Failure, so that whoever does not know better tells it as it is. */
class KubernetesError extends _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Invalid`, `Forbidden`, \u2026 */
    reason;
    /** The server's own words. */
    said;
    causes;
    /** Milliseconds that the server asks to be left alone; undefined when it does not say. */
    pause;
    /** Whether the API server has judged what it was asked, as opposed to being in trouble, or not being asked at all. */
    get isJudgement() {
        return this.code === 'CLUSTER_FORBIDDEN' || this.code === 'CLUSTER_REFUSED';
    }
    /** Whether it is about what the identity may do, or a plugin that is not ready to judge, and not about what was sent. */
    get isForbidden() {
        const unready = this.said.includes('not yet ready to handle request');
        return this.status === 403 && (unready || forbiddenIn(this.said) !== undefined);
    }
    /** Whether what was sent is no object of its kind: validation of an applied object fails as if it were the server's fault. */
    get isAboutObject() {
        return this.status === 500 && /failed to (create typed patch object|convert new object)/.test(this.said);
    }
    constructor(refused) {
        super(explained(refused));
        const status = statusIn(refused.body);
        this.status = refused.status;
        this.reason = status?.reason ?? '';
        this.said = status?.message ?? `the API server answered ${refused.status}`;
        this.causes = status?.details?.causes ?? [];
        this.pause = refused.pause;
    }
}
/** Whether the object is not the one, or not the version, that was asked for; fields of others are no such conflict. */
function isConflict(error) {
    return (error instanceof KubernetesError &&
        error.status === 409 &&
        !error.causes.some(({ reason }) => reason === 'FieldManagerConflict'));
}
/** Whether the API server itself says that there is no such object: 404 of anybody else says nothing. */
function isNotFound(error) {
    return error instanceof KubernetesError && error.status === 404 && error.reason === 'NotFound';
}


/***/ }),

/***/ 3374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GM: () => (/* binding */ historyName),
/* harmony export */   Wi: () => (/* binding */ parseHistoryTable)
/* harmony export */ });
/* unused harmony export DEFAULT_HISTORY */
/** Where history is kept. */
/** `migrate.history`; undefined when it is not `schema.table`, in lower case. */
function parseHistoryTable(text) {
    const [, schema, table] = /^([a-z_][a-z0-9_]{0,62})\.([a-z_][a-z0-9_]{0,54})$/.exec(text) ?? [];
    return schema === undefined || table === undefined ? undefined : { schema, table };
}
/** Where history is unless somebody says otherwise. */
const DEFAULT_HISTORY = 'migrate.history';
/** `migrate.history` */
function historyName({ schema, table }) {
    return `${schema}.${table}`;
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

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* unused harmony export backoff */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
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
            const pause = options.pauseOf?.(error) ?? 0;
            if (pause > LONGEST_PAUSE)
                throw error;
            const wait = Math.max(pause, backoff(number, options));
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ })

};
