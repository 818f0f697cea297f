export const id = "verify-probes-http";
export const ids = ["verify-probes-http"];
export const modules = {

/***/ 9641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeHttp: () => (/* binding */ probeHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4479);
/** Whether a service answers as it should, and refuses whom it should. No answer's body is read or shown. */




/** Milliseconds after which one request is given up. */
const REQUEST_MS = 10_000;
/** A status that is worth asking again for: the service, or what is in front of it, is not ready. */
class NotReady extends Error {
    answer;
    constructor(answer) {
        super(`it answers ${answer.status}`);
        this.answer = answer;
    }
}
function locationOf(header, url) {
    if (header === undefined || !URL.canParse(header, url.href))
        return undefined;
    const { origin, pathname } = new URL(header, url);
    return origin === url.origin ? pathname : `${origin}${pathname}`;
}
/** One GET on a connection of its own. Redirects are answers: they are not followed. */
function get(url, headers, deadline, signal) {
    return new Promise((resolve, reject) => {
        const options = {
            agent: false,
            headers: { accept: '*/*', 'user-agent': 'omninode_infra verify', ...Object.fromEntries(headers) },
            signal,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, options) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        const timer = setTimeout(() => {
            const silence = new Error(`no answer within ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(deadline)}`);
            silence.code = 'ETIMEDOUT';
            request.destroy(silence);
        }, deadline);
        request.once('close', () => clearTimeout(timer));
        request.once('error', reject);
        request.once('response', (response) => {
            const { statusCode = 0, headers: received } = response;
            // The status is the answer; what follows could be endless.
            response.destroy();
            resolve({ status: statusCode, location: locationOf(received.location, url) });
        });
        request.end();
    });
}
function told({ status, location }) {
    return location === undefined ? String(status) : `${status} to ${location}`;
}
/** Asks until there is an answer that is not a sign of something still starting. */
function ask(probe, url, headers, patience) {
    const { expect, random, requestDeadline = REQUEST_MS } = probe;
    const starting = (error) => {
        if (error instanceof NotReady)
            return `an answer other than ${error.answer.status}`;
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnreachable */ .R0)(error) ? `a connection (${(0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error)})` : undefined;
    };
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .tryUntil */ .aF)(patience, random, starting, async (signal) => {
        const answer = await get(url, headers, requestDeadline, signal);
        const unready = answer.status >= 500 || answer.status === 429;
        if (unready && !expect.includes(answer.status))
            throw new NotReady(answer);
        return answer;
    });
}
/** Texts of the same length that are no credentials. */
function wrong(headers, random) {
    const letter = () => Math.floor(random() * 36).toString(36);
    return new Map([...headers].map(([name, value]) => [name, [...value].map(letter).join('')]));
}
/** An address beside the probed one that nobody can have made. */
function nowhere(url, random) {
    const name = `does-not-exist-${Math.floor(random() * 2 ** 32).toString(16)}`;
    return new URL(url.pathname.replace(/[^/]*$/, name), url);
}
/** A route that is gone is answered like one that never was. */
const absent = [404, 410];
/** Whether the expected answer means anything: what should be answered otherwise is asked as well. */
async function selfTest(probe, answer, patience) {
    const { url, headers, expect, paired, random } = probe;
    if (headers.size > 0 && answer.status < 400) {
        const names = [...headers.keys()].join(' and ');
        const refusal = await ask(probe, url, wrong(headers, random), patience);
        if (expect.includes(refusal.status))
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .gz)(`${told(answer)} as expected, but a wrong ${names} is answered ${told(refusal)} as well.`);
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(`${told(answer)} as expected; a wrong ${names} is answered ${told(refusal)}.`);
    }
    if (absent.includes(answer.status))
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(`${told(answer)} as expected.`);
    if (paired)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(`${told(answer)} as expected; another probe shows that the address answers otherwise.`);
    const other = await ask(probe, nowhere(url, random), headers, patience);
    if (other.status === answer.status)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`${told(answer)} as expected, but an address that does not exist is answered the same: it proves nothing.`);
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(`${told(answer)} as expected; an address that does not exist is answered ${told(other)}.`);
}
function explained(error, deadline) {
    if (error instanceof _probe_js__WEBPACK_IMPORTED_MODULE_3__/* .TooLate */ .d6) {
        const { last } = error;
        const time = (0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(deadline);
        if (last instanceof NotReady)
            return `It still answered ${told(last.answer)} after ${time}.`;
        if (last === undefined)
            return `It did not answer within ${time}.`;
        return `It could not be reached within ${time} (${(0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(last)}).`;
    }
    const code = (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error);
    if (/CERT|SIGNATURE|ERR_TLS|EPROTO|SSL/.test(code))
        return `Its certificate is not accepted (${code}): it is for another name, has expired, or nobody known signed it.`;
    return `It does not speak HTTP as it should (${code}).`;
}
/** Asks for the address until its answer is what is expected, or is certainly not. A wrong answer is never asked again. */
async function probeHttp(probe, patience) {
    const { url, headers, expect } = probe;
    try {
        const answer = await ask(probe, url, headers, patience);
        if (!expect.includes(answer.status))
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .gz)(`It answers ${told(answer)}, not ${expect.join(' or ')}.`);
        return await selfTest(probe, answer, patience);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .gz)(explained(error, patience.deadline));
    }
}


/***/ })

};
