export const id = "toolkit-github-artifact";
export const ids = [904,939];
export const modules = {

/***/ 567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadArtifact: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1306);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9567);
/* harmony import */ var _identity_claims_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6579);
/* harmony import */ var _transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5134);
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it. The protocol is the one of version 7 of GitHub's own upload-artifact; its library would bring 261 packages.
 */






/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Claims = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ scp: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
const Created = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true), signed_upload_url: zod__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ5() });
const Finalized = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true), artifact_id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj().regex(/^\d+$/) });
/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token) {
    const { scp } = Claims.parse((0,_identity_claims_js__WEBPACK_IMPORTED_MODULE_5__/* .claimsOf */ .d)(token));
    const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? [];
    if (run === undefined || job === undefined)
        throw new Error('the token of the runner is for no artifacts');
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
async function answered(asked) {
    const { status, text } = await asked;
    if (status < 200 || status > 299)
        throw new Error(`${status} ${node_http__WEBPACK_IMPORTED_MODULE_1__.STATUS_CODES[status]}: ${text.slice(0, 300)}`);
    return text;
}
/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice, because nothing depends on it
 */
async function uploadArtifact({ url, token }, { name, files, env, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const connections = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__.keepConnections)({ most: 1, proxies: env });
    const shared = { connections, signal, deadline: DEADLINE };
    const ids = idsIn(token);
    const call = async (method, body) => {
        const text = await answered((0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__.exchange)({
            method: 'POST',
            url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ ...ids, name, ...body }),
            ...shared,
        }));
        return JSON.parse(text);
    };
    try {
        const zip = (0,fflate__WEBPACK_IMPORTED_MODULE_6__/* .zipSync */ .L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,fflate__WEBPACK_IMPORTED_MODULE_6__/* .strToU8 */ ._u)(text)])));
        const created = Created.parse(await call('CreateArtifact', { version: 7, mime_type: ZIP }));
        await answered((0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__.exchange)({
            method: 'PUT',
            url: new URL(created.signed_upload_url),
            headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP },
            body: zip,
            ...shared,
        }));
        const hash = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(zip).digest('hex')}`;
        return Finalized.parse(await call('FinalizeArtifact', { size: String(zip.length), hash })).artifact_id;
    }
    finally {
        connections.close();
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
/* harmony export */   exchange: () => (/* binding */ exchange),
/* harmony export */   keepConnections: () => (/* binding */ keepConnections)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2723);
/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */




/** @throws Failure PROXY_INVALID */
function keepConnections(settings) {
    const { most, certificateAuthority, serverName, client, proxies } = settings;
    const { proxyFor } = proxies instanceof URL ? (0,_proxies_js__WEBPACK_IMPORTED_MODULE_3__.alwaysThrough)(proxies) : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_3__.proxiesIn)(proxies);
    const shared = { keepAlive: true, maxSockets: most };
    const tls = {
        rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(serverName === undefined ? {} : { servername: serverName }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    };
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
            const agent = isSecure
                ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ ...shared, ...tls, ...through })
                : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...shared, ...through });
            agents.set(key, agent);
            return agent;
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
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** More was answered than anybody has asked for. */
class TooLarge extends Error {
    code = 'EMSGSIZE';
    constructor(largest) {
        super(`the answer is larger than ${largest} bytes`);
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
function exchange(wanted) {
    const { method, url, headers, body, connections, signal, deadline, silence } = wanted;
    const { headOnly = false, largest = LARGEST } = wanted;
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
            request.destroy(reason instanceof Error ? reason : new Error(String(reason)));
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
            if (headOnly) {
                response.destroy();
                resolve(answeredWith(status, received, Buffer.alloc(0)));
                return;
            }
            const chunks = [];
            let size = 0;
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > largest)
                    giveUp(new TooLarge(largest));
                else
                    chunks.push(chunk);
            });
            response.once('error', reject);
            response.once('end', () => resolve(answeredWith(status, received, Buffer.concat(chunks))));
        });
        request.end(body);
    });
}


/***/ })

};
