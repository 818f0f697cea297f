export const id = "toolkit-github-client";
export const ids = ["toolkit-github-client"];
export const modules = {

/***/ 1793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHub: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/toolkit/transport/follow.js
var follow = __webpack_require__(6078);
;// CONCATENATED MODULE: ./build/toolkit/transport/fetch.js
/** The one HTTPS in the shape of `fetch`, for libraries that take one. */


function fetchThrough({ connections, signal, deadline, }) {
    return async (address, { method = 'GET', headers = {}, body } = {}) => {
        const answered = await (0,follow/* follow */.e)({
            method,
            url: new URL(address),
            headers,
            body,
            connections,
            signal,
            deadline,
        });
        const { status, headers: received, body: bytes } = answered;
        if (status < 200 || status > 599)
            throw new Error(`it is answered ${status}`);
        return {
            status,
            statusText: external_node_http_.STATUS_CODES[status] ?? '',
            url: address,
            headers: new Map(Object.entries(received).map(([name, value = '']) => [name, [value].flat().join(', ')])),
            text: async () => new TextDecoder().decode(bytes),
            arrayBuffer: async () => Uint8Array.from(bytes).buffer,
        };
    };
}

// EXTERNAL MODULE: ./build/toolkit/transport/trouble.js
var transport_trouble = __webpack_require__(5252);
// EXTERNAL MODULE: ./build/toolkit/transport/retry-after.js
var retry_after = __webpack_require__(3314);
;// CONCATENATED MODULE: ./build/toolkit/github/refusal.js
/** What it means when GitHub does not do what it was asked. */


function isRequestError(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number';
}
/** GitHub asks to wait a minute when it limits without saying for how long. */
const UNSAID_PAUSE = 60_000;
/**
 * Milliseconds that GitHub asks to pause for; undefined when it does not. It answers 403 both for a missing
 * permission and for being asked too often.
 */
function pauseOf({ status, message, response }) {
    if (response === undefined || (status !== 429 && status !== 403))
        return undefined;
    const { headers } = response;
    const asked = (0,retry_after/* retryAfter */.P)(headers);
    if (asked !== undefined)
        return asked;
    if (headers['x-ratelimit-remaining'] === '0') {
        // By GitHub's own clock, so that ours need not be right.
        const until = Number(headers['x-ratelimit-reset']) * 1_000 - Date.parse(headers['date'] ?? '');
        return Number.isFinite(until) ? Math.max(0, until) : UNSAID_PAUSE;
    }
    return status === 429 || /rate limit/i.test(message) ? UNSAID_PAUSE : undefined;
}
function permission(error, { route, needs }) {
    const known = error.status === 401 ? 'The token is not valid, or not any more' : error.message;
    return new failure/* Failure */.HR({
        code: 'GITHUB_PERMISSION',
        what: `GitHub refused ${route} (${error.status}).`,
        why: `${firstLine(known)}.`,
        fix: error.status === 401
            ? 'Pass `github-token: ${{ github.token }}`, which ends with its job; a token of one\u2019s own may have expired.'
            : `Add \`${needs}\` to the job's \`permissions:\` and pass \`github-token: \${{ github.token }}\`. The token of a pull request from a fork can only read.`,
        cause: error,
    });
}
function firstLine(text) {
    return (text.split('\n')[0] ?? '').replace(/\.$/, '');
}
/**
 * A failed request as a Failure that says what to do; anything else is returned as it is.
 * @param trouble why there was no answer
 */
function explain(error, asked, trouble) {
    if (!isRequestError(error))
        return error;
    const { status } = error;
    const pause = pauseOf(error);
    if (pause !== undefined) {
        return new failure/* Failure */.HR({
            code: 'GITHUB_RATE_LIMIT',
            what: `GitHub is asked too often with this token (${asked.route}).`,
            why: `${firstLine(error.message)}.`,
            fix: `Run the job again in ${Math.ceil(pause / 60_000)} min.`,
            cause: error,
        });
    }
    if (status === 401 || status === 403)
        return permission(error, asked);
    if (status === 404) {
        return new failure/* Failure */.HR({
            code: 'GITHUB_NOT_FOUND',
            what: `GitHub found nothing at ${asked.route} (404).`,
            why: 'It is not there, or the token may not know of it.',
            fix: `Check GITHUB_REPOSITORY, and that the job's \`permissions:\` hold \`${asked.needs}\`.`,
            cause: error,
        });
    }
    if (status < 500) {
        return new failure/* Failure */.HR({
            code: 'GITHUB_REFUSED',
            what: `GitHub refused ${asked.route} (${status}).`,
            why: `${firstLine(error.message)}.`,
            fix: 'Please open an issue with this message.',
            cause: error,
        });
    }
    const answered = error.response === undefined ? 'did not answer' : `failed at (${status})`;
    return new failure/* Failure */.HR({
        code: 'GITHUB_UNAVAILABLE',
        what: `GitHub ${answered} ${asked.route}.`,
        why: trouble?.why ?? `${firstLine(error.message)}.`,
        fix: trouble?.fix ?? 'Run the job again; githubstatus.com tells whether GitHub is well.',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/toolkit/github/client.js
/** GitHub's REST API. Import this file lazily: it brings octokit with it. */










const PAGE = 100;
const ATTEMPTS = 5;
/** Milliseconds for one answer. */
const DEADLINE = 30_000;
/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
function classify(error) {
    if (!isRequestError(error))
        return 'refuse';
    const pause = pauseOf(error);
    if (pause !== undefined)
        return pause <= LONGEST_PAUSE ? 'again' : 'refuse';
    if (error.response === undefined)
        return (0,network/* isUnreachable */.R)(error.cause) ? 'again' : 'refuse';
    return error.status >= 500 ? 'again' : 'refuse';
}
function oddAnswer({ route }, why) {
    return new failure/* Failure */.HR({
        code: 'GITHUB_ANSWER',
        what: `The answer to ${route} is not what GitHub's API describes.`,
        why,
        fix: 'Check that GITHUB_API_URL is the API itself and that no proxy answers in its place.',
    });
}
function read(request, data) {
    const result = request.answer.safeParse(data);
    if (result.success)
        return result.data;
    throw oddAnswer(request, `In it ${(0,mismatch/* mismatch */.J)(result.error, data)}.`);
}
function createGitHub(options) {
    const { signal, random, log, env } = options;
    const connections = (0,exchange/* keepConnections */.FQ)({ most: 4, proxies: env });
    const octokit = (0,github/* getOctokit */.Q)(options.token, { baseUrl: options.apiUrl });
    const [owner = '', repo = ''] = options.repository.split('/');
    if (!URL.canParse(options.apiUrl)) {
        throw new failure/* Failure */.HR({
            code: 'GITHUB_UNAVAILABLE',
            what: 'GitHub cannot be asked.',
            why: 'GITHUB_API_URL is no address.',
            fix: 'Set it to the address of the API, such as https://api.github.com.',
        });
    }
    async function ask(request) {
        const { data } = await octokit.request(request.route, {
            owner,
            repo,
            ...request.parameters,
            headers: { 'x-github-api-version': '2022-11-28' },
            request: {
                fetch: fetchThrough({ connections, signal, deadline: DEADLINE }),
                log: { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug },
            },
        });
        return data;
    }
    async function call(request) {
        const attempts = request.once ? 1 : ATTEMPTS;
        const attempt = async (number) => {
            try {
                return await ask(request);
            }
            catch (error) {
                const pause = isRequestError(error) ? pauseOf(error) : undefined;
                if (pause !== undefined && pause <= LONGEST_PAUSE && (request.once || number < attempts)) {
                    log.info(`GitHub asks to pause for ${Math.ceil(pause / 1_000)} s.`);
                    await (0,promises_.setTimeout)(pause, undefined, { signal });
                }
                throw error;
            }
        };
        const onRetry = (error, number, wait) => {
            const why = error instanceof Error ? error.message : String(error);
            log.info(`${request.route}: attempt ${number} of ${attempts} failed (${why}); again in ${wait} ms.`);
        };
        try {
            const ladder = { attempts, shortest: 500, longest: 20_000, classify, signal, random, onRetry };
            return read(request, await (0,retry/* retry */.L)(ladder, attempt));
        }
        catch (error) {
            signal.throwIfAborted();
            if ((0,failure/* failuresIn */.xM)(error).length > 0)
                throw error;
            if (!isRequestError(error))
                throw oddAnswer(request, error instanceof Error ? error.message : String(error));
            const trouble = error.response === undefined
                ? (0,transport_trouble/* troubleOf */.L)(error.cause, new URL(options.apiUrl), connections)
                : undefined;
            throw explain(error, request, trouble);
        }
    }
    return {
        owner,
        repo,
        call,
        all: async (request, items) => {
            const found = [];
            for (let page = 1;; page++) {
                const parameters = { ...request.parameters, per_page: PAGE, page };
                const batch = items(await call({ ...request, parameters }));
                found.push(...batch);
                if (batch.length < PAGE)
                    return found;
            }
        },
    };
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ backoff),
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
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


/***/ }),

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ keepConnections),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export BrokenOff */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2723);
/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */





/** All that it connects to is verified in one way, so that connections are told apart by where they lead to alone. */
class OneWayAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    getName({ host = '', port = '', } = {}) {
        return `${host}:${port}`;
    }
}
/** @throws Failure PROXY_INVALID */
function keepConnections(settings) {
    const { certificateAuthority, serverName, client, proxies } = settings;
    const { proxyFor } = proxies instanceof URL ? (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .alwaysThrough */ .XT)(proxies) : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiesIn */ .Iz)(proxies);
    let { most } = settings;
    const tls = {
        rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
        ...(serverName === undefined ? {} : { servername: serverName }),
    };
    /** Certificates and keys are read once, and not for each connection. */
    const context = () => (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    });
    const agents = new Map();
    return {
        proxyFor,
        agentFor: (url) => {
            const proxy = proxyFor(url);
            const isSecure = url.protocol === 'https:';
            const key = `${isSecure} ${proxy?.href}`;
            const made = agents.get(key);
            if (made !== undefined)
                return made;
            const through = proxy === undefined ? {} : { proxyEnv: { https_proxy: proxy.href, http_proxy: proxy.href } };
            const shared = { keepAlive: true, maxSockets: most };
            const agent = isSecure
                ? new OneWayAgent({ ...shared, ...tls, ...through, secureContext: context() })
                : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...shared, ...through });
            agents.set(key, agent);
            return agent;
        },
        widen: (wider) => {
            most = wider;
            for (const agent of agents.values())
                agent.maxSockets = wider;
        },
        close: () => {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
/** Nobody answered in time. */
class Silence extends Error {
    code = 'ETIMEDOUT';
    constructor(deadline) {
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** More was answered than anybody has asked for. */
class TooLarge extends Error {
    code = 'EMSGSIZE';
    constructor(largest) {
        super(`the answer is larger than ${largest} bytes`);
    }
}
/** The answer had begun, and its end never came. */
class BrokenOff extends Error {
    name = 'BrokenOff';
    code = 'ECONNRESET';
    constructor() {
        super('the answer broke off');
    }
}
/** Bytes. */
const LARGEST = 64 * 2 ** 20;
function answeredWith(status, headers, body) {
    return {
        status,
        headers,
        body,
        get text() {
            return body.toString('utf8');
        },
    };
}
/** @throws errors of the network, with their code; the signal's reason */
function exchange(asked) {
    const { method, url, headers, body, connections, signal, deadline, silence, wanted } = asked;
    const { largest = LARGEST, follow } = asked;
    return new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const lists = Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : [...value],
        ]);
        const options = {
            method,
            headers: { ...Object.fromEntries(lists), ...length },
            agent: connections.agentFor(url),
            // Also of the way through a proxy, of which the request itself does not know yet.
            timeout: silence ?? deadline,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, options) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        // A request that has no connection yet says nothing of its end, so it is not left to that to settle this.
        const giveUp = (reason) => {
            settled();
            reject(reason);
            // Without the reason: a connection that is free again by now has nobody who listens for its errors.
            request.destroy();
        };
        const timer = setTimeout(() => giveUp(new Silence(deadline)), deadline);
        const aborted = () => giveUp(signal.reason);
        const settled = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
        };
        if (silence !== undefined)
            request.once('timeout', () => giveUp(new Silence(silence)));
        if (signal.aborted)
            aborted();
        else
            signal.addEventListener('abort', aborted);
        request.once('close', settled);
        request.on('error', reject);
        request.once('response', (response) => {
            const { statusCode: status = 0, headers: received } = response;
            if (follow !== undefined && status >= 200 && status < 300) {
                response.once('error', () => reject(new BrokenOff()));
                response.setEncoding('utf8');
                response.on('data', (text) => {
                    try {
                        follow(text);
                    }
                    catch (error) {
                        giveUp(error);
                    }
                });
                response.once('end', () => resolve(answeredWith(status, received, Buffer.alloc(0))));
                return;
            }
            const chunks = [];
            let size = 0;
            const enough = wanted?.(received) ?? Number.POSITIVE_INFINITY;
            const answer = () => resolve(answeredWith(status, received, Buffer.concat(chunks)));
            const cut = () => {
                response.destroy();
                answer();
            };
            if (enough === 0) {
                cut();
                return;
            }
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > largest) {
                    giveUp(new TooLarge(largest));
                    return;
                }
                chunks.push(chunk);
                if (size >= enough)
                    cut();
            });
            response.once('error', () => reject(new BrokenOff()));
            response.once('end', answer);
        });
        request.end(body);
    });
}


/***/ }),

/***/ 6078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ RedirectRefused),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5134);
/** An exchange that follows redirects: of what is read, and never from a server that is verified to one that is not. */

const MOST = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** What proves who asks; another server is not told. */
const credentials = new Set(['authorization', 'cookie', 'proxy-authorization']);
/** A redirect that is not followed. */
class RedirectRefused extends Error {
    name = 'RedirectRefused';
}
function isRead(method) {
    return method === 'GET' || method === 'HEAD';
}
/** Where it is asked next; undefined when it was answered. @throws RedirectRefused */
function next(wanted, { status, headers }) {
    const { location } = headers;
    if (!redirects.has(status) || location === undefined)
        return undefined;
    // 307 and 308 say that the same is to be asked elsewhere; anything else would change it on the way.
    if (!isRead(wanted.method) && status !== 307 && status !== 308)
        return undefined;
    if (!URL.canParse(location, wanted.url.href))
        throw new RedirectRefused('it leads to no address');
    const url = new URL(location, wanted.url);
    if (url.protocol !== 'https:' && url.protocol !== wanted.url.protocol)
        throw new RedirectRefused(`it leads from ${wanted.url.protocol}// to ${url.protocol}//`);
    const headersOf = Object.entries(wanted.headers).filter(([name]) => url.origin === wanted.url.origin || !credentials.has(name.toLowerCase()));
    return { ...wanted, url, headers: Object.fromEntries(headersOf) };
}
/** @throws as `exchange` does; RedirectRefused */
async function follow(wanted) {
    let asked = wanted;
    for (let hops = 0; hops <= MOST; hops++) {
        const answered = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(asked);
        const following = next(asked, answered);
        if (following === undefined)
            return answered;
        asked = following;
    }
    throw new RedirectRefused(`it leads on ${MOST} times`);
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
function retryAfter(headers) {
    const { 'retry-after': asked = '', date = '' } = headers;
    if (/^\s*\d+\s*$/.test(asked))
        return Number(asked) * 1_000;
    // Without a month it is no date, although it may be parsed as one.
    const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date);
    return Number.isNaN(until) ? undefined : Math.max(0, until);
}


/***/ }),

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf),
/* harmony export */   f: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6078);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2723);
/** What it means when a server is not reached, and what to do. */



function statusOf(error) {
    const has = typeof error === 'object' && error !== null && 'statusCode' in error;
    return has && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
/** Whether the server's certificate is not accepted. */
function isUntrusted(code) {
    return /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|_CRL_|ISSUER/.test(code);
}
function throughProxy(status, proxy) {
    if (status === 407) {
        return {
            why: `The proxy ${proxy} wants to know who asks.`,
            fix: 'Put user and password into HTTPS_PROXY, from a secret: http://user:password@proxy.example.com:3128.',
        };
    }
    const how = status === undefined ? 'broke off' : `answered ${status}`;
    return {
        why: `The proxy ${proxy} does not connect to it: it ${how}.`,
        fix: 'Let the proxy connect to it, or name it in NO_PROXY if it is reached without one.',
    };
}
/**
 * @param url that was asked for
 * @returns undefined for what is no error of the network
 */
function troubleOf(error, url, { proxyFor }) {
    if (error instanceof _follow_js__WEBPACK_IMPORTED_MODULE_1__/* .RedirectRefused */ .J) {
        return {
            code: 'redirect',
            why: `It redirects, and ${error.message}.`,
            fix: 'Check the address; a proxy or a login page may answer in its place.',
        };
    }
    const code = (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(error);
    if (code === undefined)
        return undefined;
    const proxy = proxyFor(url);
    const shown = proxy === undefined ? undefined : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .shownProxy */ .qb)(proxy);
    if (code === 'ERR_PROXY_TUNNEL')
        return { code, ...throughProxy(statusOf(error), shown ?? '') };
    const way = shown === undefined ? '' : ` It was asked through the proxy ${shown}.`;
    if (isUntrusted(code)) {
        return {
            code,
            why: `Its certificate is not accepted: nobody trusted has signed it, it is for another name, or it has expired.${way}`,
            fix: 'Trust its authority: NODE_EXTRA_CA_CERTS names a file of them. A proxy that reads along signs with its own.',
        };
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        const name = shown ?? url.hostname;
        return {
            code,
            why: `Nobody knows the name of ${name}.`,
            fix: shown === undefined
                ? 'Check the address; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.'
                : 'Check HTTPS_PROXY, or name the server in NO_PROXY.',
        };
    }
    if (code.startsWith('HPE_')) {
        return {
            code,
            why: `What answers does not speak HTTP.${way}`,
            fix: 'Check the address and its port, and what answers in its place.',
        };
    }
    if (code === 'EMSGSIZE') {
        return {
            code,
            why: `It answers more than anything that was asked for.${way}`,
            fix: 'Check the address, and what answers in its place.',
        };
    }
    return {
        code,
        why: `It does not answer.${way}`,
        fix: 'Check the address, and that the runner may reach it; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
    };
}


/***/ })

};
