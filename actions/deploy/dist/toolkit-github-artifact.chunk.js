export const id = "toolkit-github-artifact";
export const ids = ["toolkit-github-artifact"];
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
async function uploadArtifact({ url, token }, { name, files, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const shared = { signal, deadline: DEADLINE };
    const ids = idsIn(token);
    const call = async (method, body) => {
        const text = await answered((0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .c)({
            method: 'POST',
            url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ ...ids, name, ...body }),
            ...shared,
        }));
        return JSON.parse(text);
    };
    const zip = (0,fflate__WEBPACK_IMPORTED_MODULE_6__/* .zipSync */ .L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,fflate__WEBPACK_IMPORTED_MODULE_6__/* .strToU8 */ ._u)(text)])));
    const created = Created.parse(await call('CreateArtifact', { version: 7, mime_type: ZIP }));
    await answered((0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .c)({
        method: 'PUT',
        url: new URL(created.signed_upload_url),
        headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP },
        body: zip,
        ...shared,
    }));
    const hash = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(zip).digest('hex')}`;
    return Finalized.parse(await call('FinalizeArtifact', { size: String(zip.length), hash })).artifact_id;
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
/* harmony export */   F: () => (/* binding */ keepConnections),
/* harmony export */   c: () => (/* binding */ exchange)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/** The one way to speak HTTPS: a request, and what was answered. Nothing is tried again here, and no redirect followed. */



function keepConnections(settings) {
    const { most, certificateAuthority, client, proxies } = settings;
    const agent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({
        keepAlive: true,
        maxSockets: most,
        // Said aloud, so that no NODE_TLS_REJECT_UNAUTHORIZED of the environment changes it.
        rejectUnauthorized: true,
        ...(proxies === undefined ? {} : { proxyEnv: proxies }),
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    });
    return { agent, close: () => agent.destroy() };
}
/** Nobody answered in time. */
class Silence extends Error {
    code = 'ETIMEDOUT';
    constructor(deadline) {
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** @throws errors of the network, with their code; the signal's reason */
function exchange(wanted) {
    const { method, url, headers, body, connections, signal, deadline, headOnly = false } = wanted;
    return new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const options = {
            method,
            headers: { ...headers, ...length },
            signal,
            agent: connections?.agent ?? false,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, rejectUnauthorized: true }) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        const timer = setTimeout(() => request.destroy(new Silence(deadline)), deadline);
        request.once('close', () => clearTimeout(timer));
        request.once('error', reject);
        request.once('response', (response) => {
            const { statusCode: status = 0, headers: received } = response;
            if (headOnly) {
                response.destroy();
                resolve({ status, headers: received, text: '' });
                return;
            }
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.once('error', reject);
            response.once('end', () => resolve({ status, headers: received, text: Buffer.concat(chunks).toString('utf8') }));
        });
        request.end(body);
    });
}


/***/ })

};
