export const id = "toolkit-runtime-host-packages";
export const ids = ["toolkit-runtime-host-packages"];
export const modules = {

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   R: () => (/* binding */ isUnreachable)
/* harmony export */ });
/** Which errors say that nobody answered, as opposed to answering something. */
/** The codes that Node gives to what keeps a connection from being made, or breaks it. */
const unreachable = new Set([
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
    'ETIMEDOUT',
]);
/** The code of a system's, a library's or a server's error; undefined when it has none. */
function codeOf(error) {
    const coded = typeof error === 'object' && error !== null && 'code' in error;
    return coded && typeof error.code === 'string' ? error.code : undefined;
}
/** A proxy that does not connect to a server says with a status why; one that broke off has none. */
function mayConnect(error) {
    const has = typeof error === 'object' && error !== null && 'statusCode' in error;
    const status = has && typeof error.statusCode === 'number' ? error.statusCode : 500;
    return status >= 500 || status === 429 || status === 408;
}
/** Whether another try may find somebody who answers. A name that nobody knows (ENOTFOUND) is no such error. */
function isUnreachable(error) {
    const code = codeOf(error) ?? '';
    return unreachable.has(code) || (code === 'ERR_PROXY_TUNNEL' && mayConnect(error));
}


/***/ }),

/***/ 3342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ untrustedEvent),
/* harmony export */   _: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2022);
/** What a run is for, as the runner's event file says. */



const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Without a schema: `post` reads this as well, and loads none. */
function member(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function commitOf(value) {
    const sha = member(value, 'sha');
    return typeof sha === 'string' && SHA.test(sha) ? sha : undefined;
}
/** Source: GitHub's payload of `pull_request`. */
function pullRequestIn(event) {
    const pullRequest = member(event, 'pull_request');
    const number = member(pullRequest, 'number');
    const [headSha, baseSha] = [commitOf(member(pullRequest, 'head')), commitOf(member(pullRequest, 'base'))];
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0)
        return undefined;
    return headSha === undefined || baseSha === undefined ? undefined : { number, headSha, baseSha };
}
function unreadable(why) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'EVENT_INVALID',
        what: 'The event that this run is for cannot be read.',
        why,
        fix: 'Leave GITHUB_EVENT_PATH and its file to the runner; start the job again if an earlier step has changed them.',
    });
}
function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw unreadable(`Its file ${file} cannot be read (${(0,_retry_network_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error) ?? String(error)}).`);
    }
}
function jsonIn(text, file) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw unreadable(`Its file ${file} holds no JSON.`);
    }
}
/**
 * @returns undefined for an event that is of no pull request
 * @throws Failure EVENT_INVALID
 */
function pullRequestOf(env) {
    if (env['GITHUB_EVENT_NAME'] !== 'pull_request')
        return undefined;
    const file = env['GITHUB_EVENT_PATH'];
    if (!file)
        throw unreadable('GITHUB_EVENT_PATH is not set.');
    const pullRequest = pullRequestIn(jsonIn(textOf(file), file));
    if (pullRequest === undefined)
        throw unreadable(`Its file ${file} describes no pull request with a number, a head and a base.`);
    return pullRequest;
}
/** Why no run may be started so. */
function untrustedEvent() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'EVENT_UNTRUSTED',
        what: 'This run was started by `pull_request_target`.',
        why: 'Such a run has the rights of the base, and the code and the files that it works on are those of the pull request.',
        fix: 'Use `on: pull_request`; what a fork\u2019s pull request may not do is told there, and left out.',
    });
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ proxiesIn),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   XT: () => (/* binding */ alwaysThrough),
/* harmony export */   qb: () => (/* binding */ shownProxy)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/**
 * Which proxy stands between a client and a server, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say. They are read as Go
 * reads them, so that Terraform takes the same way: each name in lower or upper case; NO_PROXY holds names, which stand
 * for what is beneath them too, addresses, networks, `*`, each with a port or without; loopback is never asked through
 * a proxy. Source: golang.org/x/net/http/httpproxy.
 */


function textOf(name, env) {
    return env[name.toLowerCase()] || env[name] || '';
}
function invalid(name, why) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'PROXY_INVALID',
        what: `The environment variable ${name} names no proxy that can be used.`,
        why, // never the value: it may hold a password
        fix: `Set ${name} to the address of an HTTP proxy, such as http://proxy.example.com:3128.`,
    });
}
/** Without a protocol it is an HTTP proxy's. */
function parsed(text) {
    const address = text.includes('://') ? text : `http://${text}`;
    return URL.canParse(address) ? new URL(address) : undefined;
}
/** Whether each `%` begins an escape: what is not decoded ends as a bug where it is sent. */
function isEncoded(text) {
    return decoded(text) !== text || !text.includes('%');
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** @throws Failure PROXY_INVALID */
function proxyIn(name, env) {
    const text = textOf(name, env);
    if (text === '')
        return undefined;
    const url = parsed(text);
    if (url === undefined)
        throw invalid(name, 'It is no address.');
    const { password, username } = url;
    if (!isEncoded(username) || !isEncoded(password))
        throw invalid(name, 'Its user or password holds a % that begins no escape.');
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw invalid(name, `It is one of ${url.protocol.slice(0, -1)}, which is not spoken here.`);
    return url;
}
const loopback = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
/** Node's own makes an expression for IPv6 the first time that it is asked of a name, which takes longer than all else here. */
function ipVersion(text) {
    return /^[\d.]+$|:/.test(text) ? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(text) : 0;
}
function family(address) {
    return ipVersion(address) === 6 ? 'ipv6' : 'ipv4';
}
function network(address, bits) {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(address, bits, family(address));
    return (host) => ipVersion(host) !== 0 && list.check(host, family(host));
}
function ruleOf(entry) {
    if (entry === '*')
        return () => true;
    const [, address = '', bits = ''] = /^([\da-f.:]+)\/(\d{1,3})$/.exec(entry) ?? [];
    if (ipVersion(address) !== 0 && Number(bits) <= (ipVersion(address) === 6 ? 128 : 32))
        return network(address, Number(bits));
    const bare = entry.replace(/^\[(.+)\]$/, '$1');
    if (ipVersion(bare) !== 0)
        return (host) => host === bare;
    const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const suffix = name.replace(/^\*?\./, '').replace(/^\[(.+)\]$/, '$1');
    return (host, port) => suffix !== '' &&
        (host === suffix || host.endsWith(`.${suffix}`)) &&
        (wantedPort === undefined || wantedPort === port);
}
/** @throws Failure PROXY_INVALID */
function proxiesIn(env) {
    const proxies = { 'https:': proxyIn('HTTPS_PROXY', env), 'http:': proxyIn('HTTP_PROXY', env) };
    const rules = textOf('NO_PROXY', env)
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .map(ruleOf);
    return {
        proxyFor: ({ protocol, hostname, port }) => {
            const secure = protocol === 'https:';
            const host = hostname
                .toLowerCase()
                .replace(/^\[(.+)\]$/, '$1')
                .replace(/\.$/, '');
            if (host === 'localhost' || (ipVersion(host) !== 0 && loopback.check(host, family(host))))
                return undefined;
            if (rules.some((applies) => applies(host, port || (secure ? '443' : '80'))))
                return undefined;
            return secure ? proxies['https:'] : proxies['http:'];
        },
    };
}
/** One proxy for everything, whatever the environment says. */
function alwaysThrough(proxy) {
    return { proxyFor: () => proxy };
}
/** The proxy's address as it may be shown. */
function shownProxy({ protocol, host }) {
    return `${protocol}//${host}`;
}
/** The passwords of proxies, which are never to be shown. */
function proxySecrets(env) {
    return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap((name) => {
        const { password = '' } = parsed(textOf(name, env)) ?? {};
        return password === '' ? [] : [password, decoded(password)];
    });
}


/***/ })

};
