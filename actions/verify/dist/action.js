import * as __WEBPACK_EXTERNAL_MODULE__undici_js_51706d35__ from "./undici.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6062:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__undici_js_51706d35__.fetch) });

/***/ }),

/***/ 7761:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./undici.js");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 5720:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 6845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   MI: () => (/* binding */ throwIfAny),
/* harmony export */   oo: () => (/* binding */ Failures),
/* harmony export */   xM: () => (/* binding */ failuresIn)
/* harmony export */ });
/** What others say may end without a full stop, and what follows is no part of it. */
function sentences(parts) {
    const said = parts.filter((part) => part !== undefined && part !== '');
    return said
        .map((part, index) => index < said.length - 1 && /[\p{L}\p{N})\]"'\u2019\u201d`]/u.test(part?.at(-1) ?? '') ? `${part}.` : part)
        .join(' ');
}
/** An expected failure: becomes one annotation and one line, without a stack trace. */
class Failure extends Error {
    name = 'Failure';
    code;
    what;
    why;
    fix;
    source;
    constructor(parts) {
        const { what, why, fix } = parts;
        super(sentences([what, why, fix]), { cause: parts.cause });
        this.code = parts.code;
        this.what = what;
        this.why = why;
        this.fix = fix;
        this.source = parts.source;
    }
}
/** Several expected failures that were found before anything was touched. */
class Failures extends Error {
    name = 'Failures';
    all;
    constructor(all) {
        super(all.map((failure) => failure.message).join('\n'));
        this.all = all;
    }
}
/** The expected failures inside a thrown value, or none when it is a bug. */
function failuresIn(error) {
    if (error instanceof Failure)
        return [error];
    if (error instanceof Failures)
        return error.all;
    return [];
}
/** Throws what was found: nothing, the one failure itself, or all of them together. */
function throwIfAny(failures) {
    const [first, second] = failures;
    if (first === undefined)
        return;
    throw second === undefined ? first : new Failures(failures);
}


/***/ }),

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ untrustedEvent),
/* harmony export */   _: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6845);
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2022);
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

/***/ 6295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   Zn: () => (/* binding */ isOwnFolder),
/* harmony export */   xc: () => (/* binding */ makeOwnFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/** The folder that a step makes for itself, and keeps until `post`. */


/** Of all of our folders, within the runner's for temporary files. */
const ROOT = 'omninode';
/** @returns its absolute path, which `post` is told */
function makeOwnFolder(name, host) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(host.temp, ROOT);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(root, { recursive: true, mode: 0o700 });
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, `${name}-`));
    host.saveState('temp', folder);
    return folder;
}
/**
 * Whether a folder is one that a step of this name made for itself: what a child of the step wrote into its state must
 * not make `post` remove, or read, anything else.
 */
function isOwnFolder(folder, name, { temp }) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, ROOT);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== root || !new RegExp(`^${name}-[A-Za-z0-9]{6}$`).test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)))
        return false;
    const kinds = [root, folder].map((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }));
    return kinds.every((kind) => kind?.isDirectory() === true);
}


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ tellCause),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   yK: () => (/* binding */ failuresToTell)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6845);
/** What goes wrong, in the log: an expected failure as what it is, and a bug with where it was. */

/** Expected failures as they are; a bug as one. */
function failuresToTell(error, name) {
    const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
    if (failures.length > 0)
        return failures;
    return [
        new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'BUG',
            what: `${name} failed in a way that it should not: ${error instanceof Error ? error.message : String(error)}.`,
            fix: 'Please open an issue at https://github.com/omninode-ai/omninode_infra/issues with the lines of the log.',
        }),
    ];
}
/** Where a bug was, and what was behind an expected failure. */
function tellCause(error, log) {
    const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
    for (const { cause } of failures)
        if (cause instanceof Error)
            log.debug(cause.stack ?? cause.message);
    if (failures.length === 0 && error instanceof Error)
        log.info(error.stack ?? error.message);
}
/** What goes wrong beside the run itself. */
function tell(error, name, log) {
    for (const failure of failuresToTell(error, name))
        log.failure(failure);
    tellCause(error, log);
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   alwaysThrough: () => (/* binding */ alwaysThrough),
/* harmony export */   proxiesIn: () => (/* binding */ proxiesIn),
/* harmony export */   proxySecrets: () => (/* binding */ proxySecrets),
/* harmony export */   shownProxy: () => (/* binding */ shownProxy)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6845);
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

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".chunk.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main),
  b: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __nccwpck_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/transport/proxies.js
var proxies = __nccwpck_require__(2723);
;// CONCATENATED MODULE: ./build/toolkit/transport/environment.js
/** What an environment must not say about how servers are spoken to. */


/** Variables that turn the verification of servers off, and the values with which they do. */
const switches = {
    NODE_TLS_REJECT_UNAUTHORIZED: (value) => value === '0',
    // Of what Terraform fetches with git: its modules. That it is there is enough.
    GIT_SSL_NO_VERIFY: () => true,
};
/** What nothing that is started here gets, whatever it says. */
const withheld = new Set(Object.keys(switches));
/** Everything that is wrong with it. */
function environmentProblems(env) {
    const problems = Object.entries(switches).flatMap(([name, isOff]) => {
        const value = env[name];
        if (value === undefined || !isOff(value))
            return [];
        return [
            new failure/* Failure */.HR({
                code: 'TLS_UNVERIFIED',
                what: `The environment sets ${name}, which turns the verification of servers off.`,
                why: 'Whoever stands on the way could take the credentials of this job, and answer in the place of every server.',
                fix: `Remove ${name}; for a private authority set NODE_EXTRA_CA_CERTS to the file of its certificate.`,
            }),
        ];
    });
    try {
        (0,proxies.proxiesIn)(env);
    }
    catch (error) {
        problems.push(...(0,failure/* failuresIn */.xM)(error));
    }
    return problems;
}

// EXTERNAL MODULE: ./build/toolkit/runtime/event.js
var runtime_event = __nccwpck_require__(3342);
;// CONCATENATED MODULE: ./build/toolkit/runtime/exit.js
/** The end of a process: when its last word has been taken, and not before. */
/** Milliseconds without a byte taken after which nobody reads any more. */
const STALLED_MS = 30_000;
const untold = () => undefined;
/** A reader that went away must not end what changes something: from then on nothing is told. */
function outliveReaders(outputs) {
    for (const output of outputs) {
        // Once, however often it is asked for.
        output.off('error', untold);
        output.on('error', untold);
    }
}
/** Resolves when everything that was written has been taken, or can no longer be; `stalled` is in milliseconds. */
async function allTaken(outputs, stalled = STALLED_MS) {
    // A file or a terminal takes everything at once; only a pipe has something left, and time-outs.
    const behind = outputs.filter(({ writableLength }) => writableLength > 0);
    await Promise.all(behind.map((output) => new Promise((resolve) => {
        // It goes off when nothing moves, not when it takes long.
        output.setTimeout(stalled, () => resolve());
        output.write('', () => resolve());
    })));
}

;// CONCATENATED MODULE: ./build/toolkit/runtime/host.js
/** The edge: the only file beside the entry points that touches the process, its environment and the clock. */






/**
 * The runner's own variables: tokens, inputs, state and the files that steer it. No child needs them, and none gets them
 * unless the caller names them in `pass-environment`.
 */
const runnersOwn = /^(INPUT_|STATE_|ACTIONS_)|^GITHUB_(TOKEN|ENV|OUTPUT|STATE|PATH|STEP_SUMMARY)$/;
/** The names in the input `pass-environment`, of an action that has it. */
function passedNames(env) {
    return new Set((env['INPUT_PASS-ENVIRONMENT'] ?? '').split('\n').map((name) => name.trim()));
}
/** What every runner sets and an action cannot do without. */
const variables = [
    'GITHUB_ACTOR',
    'GITHUB_API_URL',
    'GITHUB_EVENT_NAME',
    'GITHUB_REF',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_RUN_ID',
    'GITHUB_SERVER_URL',
    'GITHUB_SHA',
    'GITHUB_WORKSPACE',
    'RUNNER_TEMP',
];
function missingVariables(env) {
    const missing = variables.filter((name) => !env[name]);
    if (missing.length === 0)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'NOT_ON_A_RUNNER',
            what: `The environment lacks ${missing.join(', ')}.`,
            why: 'Every GitHub Actions runner sets them.',
            fix: 'Start this action with `uses:` in a workflow.',
        }),
    ];
}
function runOf(env, pullRequest) {
    const value = (name) => env[name] ?? '';
    const repository = value('GITHUB_REPOSITORY');
    const id = value('GITHUB_RUN_ID');
    const repositoryUrl = `${value('GITHUB_SERVER_URL')}/${repository}`;
    return {
        repository,
        repositoryId: value('GITHUB_REPOSITORY_ID'),
        sha: value('GITHUB_SHA'),
        ref: value('GITHUB_REF'),
        event: value('GITHUB_EVENT_NAME'),
        actor: value('GITHUB_ACTOR'),
        id,
        attempt: value('GITHUB_RUN_ATTEMPT'),
        url: `${repositoryUrl}/actions/runs/${id}`,
        repositoryUrl,
        apiUrl: value('GITHUB_API_URL'),
        // Empty for an action that is started by a path of the checkout.
        actionRepository: env['GITHUB_ACTION_REPOSITORY'] || repository,
        ...(env['GITHUB_ACTION_REF'] ? { actionRef: env['GITHUB_ACTION_REF'] } : {}),
        ...(pullRequest === undefined ? {} : { pullRequest }),
    };
}
/** What is there, and is not what a runner sets. */
function malformedVariables(env) {
    const { GITHUB_API_URL: api, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    const malformed = [
        ...(api && !URL.canParse(api) ? ['GITHUB_API_URL, which is no address'] : []),
        ...(server && !URL.canParse(server) ? ['GITHUB_SERVER_URL, which is no address'] : []),
        ...(repository && !/^[\w.-]+\/[\w.-]+$/.test(repository)
            ? ['GITHUB_REPOSITORY, which is not owner/name']
            : []),
    ];
    if (malformed.length === 0)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'NOT_ON_A_RUNNER',
            what: `The environment holds ${malformed.join(', and ')}.`,
            fix: 'Leave the variables that begin with GITHUB_ to the runner.',
        }),
    ];
}
/** Texts of the variables whose names begin with `prefix`, by the rest of the name in lower case. */
function prefixed(env, prefix) {
    return Object.fromEntries(Object.entries(env)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value ?? '']));
}
/** Not every runner has one: on an enterprise server there may be none. */
function artifactsOf(env) {
    const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = env;
    return url && token ? { url, token } : undefined;
}
const annotate = { error: error, warning: warning, notice: notice };
/** https://no-color.org, and https://force-color.org, which is the stronger one, as in Node. */
function seesColour({ NO_COLOR, FORCE_COLOR, TERM, GITHUB_ACTIONS }, shows) {
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '')
        return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    // GitHub's log is no terminal, whatever a runner calls it.
    return shows && !NO_COLOR && (TERM !== 'dumb' || GITHUB_ACTIONS === 'true');
}
/** What is wrong with it is told together with all else that is. */
function found(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        const problems = (0,failure/* failuresIn */.xM)(error);
        if (problems.length === 0)
            throw error;
        return { value: undefined, problems };
    }
}
/** The host that a GitHub Actions runner is. */
function runnerHost() {
    const { env } = process;
    const pullRequest = found(() => (0,runtime_event/* pullRequestOf */._)(env));
    const passed = passedNames(env);
    const childEnvironment = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || (runnersOwn.test(name) && !passed.has(name)) || withheld.has(name)
        ? []
        : [[name, value]]));
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env;
    outliveReaders([process.stdout, process.stderr]);
    return {
        problems: [
            ...environmentProblems(env),
            ...missingVariables(env),
            ...malformedVariables(env),
            ...pullRequest.problems,
        ],
        clock: () => new Date(),
        random: Math.random,
        inputs: prefixed(env, 'INPUT_'),
        state: prefixed(env, 'STATE_'),
        childEnvironment,
        run: runOf(env, pullRequest.value),
        machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
        workspace: env['GITHUB_WORKSPACE'] ?? '',
        temp: env['RUNNER_TEMP'] ?? '',
        debug: isDebug(),
        mayRequestIdToken: url !== '' && token !== '',
        annotatesApart: true,
        // GitHub's log shows them, and is no terminal.
        colour: seesColour(env, env['GITHUB_ACTIONS'] === 'true' || process.stdout.isTTY === true),
        width: undefined,
        artifacts: artifactsOf(env),
        idToken: async (audience, signal) => {
            const { requestIdToken } = await Promise.all(/* import() | toolkit-identity-id-token */[__nccwpck_require__.e("toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+verify-step"), __nccwpck_require__.e("toolkit-identity-id-token")]).then(__nccwpck_require__.bind(__nccwpck_require__, 1563));
            return requestIdToken({ url, token }, audience, { signal, random: Math.random, env: childEnvironment });
        },
        print: (line) => process.stdout.write(`${line}\n`),
        startGroup: startGroup,
        endGroup: endGroup,
        annotate: (level, message, source, title) => annotate[level](message, {
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { file: source.file }),
            ...(source?.line === undefined ? {} : { startLine: source.line }),
            ...(source?.column === undefined ? {} : { startColumn: source.column }),
        }),
        mask: setSecret,
        setOutput: setOutput,
        saveState: saveState,
        appendSummary: (markdown) => {
            const file = env['GITHUB_STEP_SUMMARY'];
            const text = file ? markdown() : undefined;
            // What comes next begins a block of its own.
            if (file && text !== undefined)
                (0,external_node_fs_.appendFileSync)(file, `${text}\n\n`);
        },
        onInterrupt: (callback) => {
            process.on('SIGINT', callback);
            process.on('SIGTERM', callback);
        },
        onCrash: (callback) => {
            process.on('uncaughtException', callback);
        },
        exit: (code) => {
            process.exitCode = code;
            void allTaken([process.stdout, process.stderr]).then(() => process.exit(code));
        },
    };
}

// EXTERNAL MODULE: ./build/toolkit/runtime/own-folder.js
var own_folder = __nccwpck_require__(6295);
// EXTERNAL MODULE: ./build/toolkit/runtime/tell.js
var tell = __nccwpck_require__(3211);
;// CONCATENATED MODULE: ./build/toolkit/runtime/post.js
/** What a runner starts when the job is over. There is little to do then: what masks and tells is loaded when it is needed. */




function notOwn(folder) {
    return new failure/* Failure */.HR({
        code: 'STATE_NOT_OWN',
        what: `The state of this step names ${folder}, which it did not make. Nothing is removed.`,
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
}
/** The `post` phase: runs even after a cancel, and removes what the step kept for itself, and nothing else. */
async function runPost(step, host, finish) {
    const { temp } = host.state;
    if (temp === undefined || host.problems.length > 0)
        return;
    let edge;
    const edgeOf = () => {
        edge ??= Promise.all(/* import() | toolkit-runtime-create-world */[__nccwpck_require__.e("toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+verify-step"), __nccwpck_require__.e("toolkit-runtime-create-world")]).then(__nccwpck_require__.bind(__nccwpck_require__, 4134)).then(({ createEdge }) => createEdge(host, new AbortController().signal));
        return edge;
    };
    const fail = async (error) => (0,tell/* tell */.qz)(error, `${step} (post)`, (await edgeOf()).log);
    host.onCrash((error) => {
        const exit = () => host.exit(1);
        fail(error).then(exit, exit);
    });
    if (!(0,own_folder/* isOwnFolder */.Zn)(temp, step, host)) {
        // It may have been removed before; then there is nothing to do for it.
        if (!(0,external_node_fs_.existsSync)(temp))
            return host.exit(0);
        await fail(notOwn(temp));
        return host.exit(1);
    }
    let code = 0;
    try {
        await finish?.({
            state: host.state,
            workspace: host.workspace,
            temp,
            env: host.childEnvironment,
            world: async () => ({ ...(await edgeOf()), temp }),
        });
    }
    catch (error) {
        await fail(error);
        code = 1;
    }
    (0,external_node_fs_.rmSync)(temp, { recursive: true, force: true });
    host.exit(code);
}

;// CONCATENATED MODULE: ./build/actions/verify/src/action.js
/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */


/** Loads what `post`, which needs next to nothing, does without. */
const main = async () => {
    const [{ runAction }, { step }] = await Promise.all([
        Promise.all(/* import() | toolkit-runtime-run */[__nccwpck_require__.e("toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+verify-step"), __nccwpck_require__.e("toolkit-runtime-create-world"), __nccwpck_require__.e("toolkit-runtime-run")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2066)),
        Promise.all(/* import() | verify-step */[__nccwpck_require__.e("toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+verify-step"), __nccwpck_require__.e("verify-step")]).then(__nccwpck_require__.bind(__nccwpck_require__, 6407)),
    ]);
    await runAction(step, runnerHost());
};
const post = () => runPost('verify', runnerHost());

var __webpack_exports__main = __webpack_exports__.i;
var __webpack_exports__post = __webpack_exports__.b;
export { __webpack_exports__main as main, __webpack_exports__post as post };
