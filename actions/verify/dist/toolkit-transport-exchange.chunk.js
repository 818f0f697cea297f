export const id = "toolkit-transport-exchange";
export const ids = ["toolkit-transport-exchange"];
export const modules = {

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keepConnections),
/* harmony export */   exchange: () => (/* binding */ exchange)
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
