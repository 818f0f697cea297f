export const id = "toolkit-github-artifact";
export const ids = ["toolkit-github-artifact"];
export const modules = {

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ArtifactRefusal),
/* harmony export */   Q: () => (/* binding */ connectArtifacts)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _identity_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6579);
/* harmony import */ var _transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5134);
/* harmony import */ var _transport_retry_after_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3314);
/**
 * What keeps the artifacts of a run at GitHub, as the runner lets the actions of its jobs reach it. A job sees the
 * artifacts of its own run, whatever `permissions:` says, and those of no other. The protocol is the one of version 7 of
 * GitHub's own upload-artifact; its library would bring 261 packages.
 */





/** Milliseconds for one answer. */
const DEADLINE = 30_000;
const Claims = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ scp: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token) {
    const { scp } = Claims.parse((0,_identity_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token));
    const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? [];
    if (run === undefined || job === undefined)
        throw new Error('the token of the runner is for no artifacts');
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
/** The service has answered, and not done what it was asked for. */
class ArtifactRefusal extends Error {
    status;
    /** Milliseconds that it asks to be left alone. */
    pause;
    constructor({ status, text, headers }) {
        super(`${status} ${node_http__WEBPACK_IMPORTED_MODULE_0__.STATUS_CODES[status]}: ${text.slice(0, 300)}`);
        this.status = status;
        this.pause = (0,_transport_retry_after_js__WEBPACK_IMPORTED_MODULE_4__/* .retryAfter */ .P)(headers);
    }
}
function accepted(answered) {
    if (answered.status < 200 || answered.status > 299)
        throw new ArtifactRefusal(answered);
    return answered;
}
/** Protocol buffers have two spellings of a name in JSON, and a reader takes either. */
function inSnakeCase(value) {
    if (Array.isArray(value))
        return value.map(inSnakeCase);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        inSnakeCase(member),
    ]));
}
/** @throws for a token that is for no artifacts, before anything is sent */
function connectArtifacts({ url, token }, { env, signal }) {
    const ids = idsIn(token);
    const connections = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .keepConnections */ .FQ)({ most: 1, proxies: env });
    const shared = { connections, signal, deadline: DEADLINE };
    return {
        call: async (method, body, answer) => {
            const { text } = accepted(await (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({
                method: 'POST',
                url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
                headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                body: JSON.stringify({ ...ids, ...body }),
                ...shared,
            }));
            return answer.parse(inSnakeCase(JSON.parse(text)));
        },
        put: async (address, body, headers) => {
            accepted(await (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({ method: 'PUT', url: new URL(address), headers, body, ...shared }));
        },
        get: async (address, largest) => {
            const got = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({ method: 'GET', url: new URL(address), headers: {}, largest, ...shared });
            return accepted(await got).body;
        },
        close: () => connections.close(),
    };
}


/***/ }),

/***/ 567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadArtifact: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1306);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9567);
/* harmony import */ var _artifact_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1717);
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it.
 */




/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Created = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true), signed_upload_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5() });
const Finalized = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true), artifact_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj().regex(/^\d+$/) });
/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice here
 */
async function uploadArtifact(service, { name, files, env, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const connection = (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__/* .connectArtifacts */ .Q)(service, { env, signal });
    try {
        const zip = (0,fflate__WEBPACK_IMPORTED_MODULE_4__/* .zipSync */ .L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,fflate__WEBPACK_IMPORTED_MODULE_4__/* .strToU8 */ ._u)(text)])));
        const { signed_upload_url: address } = await connection.call('CreateArtifact', { name, version: 7, mime_type: ZIP }, Created);
        await connection.put(address, zip, { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP });
        const hash = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(zip).digest('hex')}`;
        const size = String(zip.length);
        return (await connection.call('FinalizeArtifact', { name, size, hash }, Finalized)).artifact_id;
    }
    finally {
        connection.close();
    }
}


/***/ }),

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
