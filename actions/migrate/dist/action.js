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

/***/ 1376:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

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

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

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
  xw: () => (/* binding */ cli),
  iW: () => (/* binding */ main),
  bE: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __nccwpck_require__(6845);
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
        edge ??= Promise.all(/* import() | toolkit-runtime-create-world */[__nccwpck_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("toolkit-runtime-create-world")]).then(__nccwpck_require__.bind(__nccwpck_require__, 3075)).then(({ createEdge }) => createEdge(host, new AbortController().signal));
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/action.js
/** What is bundled; `main.ts` and `post.ts` stay files of their own, so that a cancelled `main` can never run twice. */

/** The runner's edge is loaded on a runner only. */
const runner = async () => (await Promise.all(/* import() | toolkit-runtime-host */[__nccwpck_require__.e("toolkit-runtime-host"), __nccwpck_require__.e("toolkit-runtime-host-packages")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2029))).runnerHost();
/** Loads what `post`, which needs next to nothing, does without. */
const main = async () => {
    const [{ runAction }, { step }] = await Promise.all([
        Promise.all(/* import() | toolkit-runtime-run */[__nccwpck_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("toolkit-runtime-create-world"), __nccwpck_require__.e("toolkit-runtime-run")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8258)),
        Promise.all(/* import() | migrate-step */[__nccwpck_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("migrate-step")]).then(__nccwpck_require__.bind(__nccwpck_require__, 4278)),
    ]);
    await runAction(step, await runner());
};
const post = async () => runPost('migrate', await runner(), async ({ state }) => {
    const { endScratch } = await __nccwpck_require__.e("migrate-preview-scratch-left-behind").then(__nccwpck_require__.bind(__nccwpck_require__, 3021));
    endScratch(state);
});
const cli = async () => {
    const [{ runTerminal }, { commandLine }, { step }] = await Promise.all([
        Promise.all(/* import() | toolkit-runtime-terminal */[__nccwpck_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("toolkit-runtime-create-world"), __nccwpck_require__.e("toolkit-runtime-run"), __nccwpck_require__.e("toolkit-runtime-host"), __nccwpck_require__.e("toolkit-runtime-terminal")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8838)),
        __nccwpck_require__.e("migrate-command-line").then(__nccwpck_require__.bind(__nccwpck_require__, 9117)),
        Promise.all(/* import() | migrate-step */[__nccwpck_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __nccwpck_require__.e("migrate-step")]).then(__nccwpck_require__.bind(__nccwpck_require__, 4278)),
    ]);
    await runTerminal(step, commandLine);
};

var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__main = __webpack_exports__.iW;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__cli as cli, __webpack_exports__main as main, __webpack_exports__post as post };
