export const id = "toolkit-identity-id-token";
export const ids = ["toolkit-identity-id-token"];
export const modules = {

/***/ 6579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   s: () => (/* binding */ ownClaims)
/* harmony export */ });
/**
 * The claims of a JWT, unverified: a token that was just given to us is read to say what it offers, never to decide
 * whether somebody else's is right. Shape: RFC 7519, section 3.
 */
function claimsOf(token) {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** For an ID token that is only read. */
const AUDIENCE = 'omninode_infra';
/** What GitHub vouches for about this job: its issuer, its environment, its workflow. */
async function ownClaims(idToken) {
    return claimsOf(await idToken(AUDIENCE));
}


/***/ }),

/***/ 1563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdToken: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3339);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2022);
/* harmony import */ var _retry_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8090);
/* harmony import */ var _transport_exchange_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5134);
/* harmony import */ var _transport_retry_after_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3314);
/* harmony import */ var _transport_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5252);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6579);
/** Asks the runner's service for GitHub ID tokens. */








/** Enough for a service that restarts: half a minute. */
const PATIENCE = { attempts: 7, shortest: 500, longest: 8_000 };
/** Milliseconds for one answer. */
const DEADLINE = 20_000;
const Token = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1) });
/** An answer that is no token. */
class Unwilling extends Error {
    status;
    pause;
    constructor({ status, headers }) {
        super(`it answered ${status}`);
        this.status = status;
        this.pause = (0,_transport_retry_after_js__WEBPACK_IMPORTED_MODULE_6__/* .retryAfter */ .P)(headers);
    }
}
/** What was answered in place of a token; never shown, because a token may be in it. */
class Odd extends Error {
}
function tokenIn(text) {
    try {
        const { value } = Token.parse(JSON.parse(text));
        (0,_claims_js__WEBPACK_IMPORTED_MODULE_7__/* .claimsOf */ .d)(value);
        return value;
    }
    catch {
        throw new Odd('it answered with something that is no token');
    }
}
function mayPass(error) {
    if (error instanceof Unwilling)
        return error.status >= 500 || error.status === 429 || error.status === 408;
    // A proxy that is being restarted answers with pages of its own.
    return error instanceof Odd || (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnreachable */ .R)(error);
}
function failure(error, url, trouble) {
    const known = error instanceof Unwilling || error instanceof Odd ? error.message : undefined;
    const refused = error instanceof Unwilling && error.status < 500 && error.status !== 429;
    const why = trouble?.why ?? `${url.host}: ${known ?? 'it could not be asked'}.`;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'ID_TOKEN',
        what: 'GitHub gave this job no ID token.',
        why,
        fix: trouble?.fix ??
            (refused
                ? 'Run the job again: its right to ask may have ended. If it is refused again, look at `permissions: id-token: write` and at what the organization allows.'
                : 'Run the job again; githubstatus.com tells whether GitHub Actions is well.'),
        cause: error,
    });
}
/**
 * A new token. NetworkTrouble of the service is tried again for half a minute; a refusal is not.
 * @throws Failure ID_TOKEN; the signal's reason when aborted
 */
async function requestIdToken(service, audience, { signal, random, env }) {
    if (!URL.canParse(service.url)) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'ID_TOKEN',
            what: 'GitHub gave this job no ID token.',
            why: 'ACTIONS_ID_TOKEN_REQUEST_URL is no address.',
            fix: 'Leave ACTIONS_ID_TOKEN_REQUEST_URL to the runner: nothing else is to set it.',
        });
    }
    const url = new URL(service.url);
    url.searchParams.set('audience', audience);
    const connections = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_3__.keepConnections)({ most: 1, proxies: env });
    const classify = (error) => (mayPass(error) ? 'again' : 'refuse');
    const pauseOf = (error) => (error instanceof Unwilling ? error.pause : undefined);
    try {
        return await (0,_retry_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ ...PATIENCE, classify, pauseOf, signal, random }, async () => {
            const answered = await (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_3__.exchange)({
                method: 'GET',
                url,
                headers: {
                    authorization: `Bearer ${service.token}`,
                    accept: 'application/json',
                    'user-agent': 'omninode_infra',
                },
                connections,
                signal,
                deadline: DEADLINE,
            });
            if (answered.status !== 200)
                throw new Unwilling(answered);
            return tokenIn(answered.text);
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw failure(error, url, (0,_transport_trouble_js__WEBPACK_IMPORTED_MODULE_4__.troubleOf)(error, url, connections));
    }
    finally {
        connections.close();
    }
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
