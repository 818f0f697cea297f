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
// EXTERNAL MODULE: ./build/toolkit/transport/follow.js
var follow = __webpack_require__(6078);
;// CONCATENATED MODULE: ./build/toolkit/transport/fetch.js

/** Statuses that a `Response` may have no body with. */
const bodiless = new Set([101, 103, 204, 205, 304]);
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
        const list = Object.entries(received).flatMap(([name, value = '']) => [value].flat().map((each) => [name, each]));
        if (status < 200 || status > 599)
            throw new Error(`it is answered ${status}`);
        return new Response(bodiless.has(status) ? null : Uint8Array.from(bytes), { status, headers: list });
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
    const connections = (0,exchange.keepConnections)({ most: 4, proxies: env });
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
                ? (0,transport_trouble.troubleOf)(error.cause, new URL(options.apiUrl), connections)
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


/***/ })

};
