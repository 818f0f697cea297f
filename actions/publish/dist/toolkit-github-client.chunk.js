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
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js + 2 modules
var exchange = __webpack_require__(6290);
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

/***/ 6078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ RedirectRefused),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6290);
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

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* unused harmony export isUntrusted */
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6078);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2865);
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
