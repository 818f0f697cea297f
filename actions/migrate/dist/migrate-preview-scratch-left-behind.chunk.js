export const id = "migrate-preview-scratch-left-behind";
export const ids = ["migrate-preview-scratch-left-behind"];
export const modules = {

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lZ: () => (/* binding */ END_MS),
  H3: () => (/* binding */ PREFIX),
  c4: () => (/* binding */ STATE),
  endScratch: () => (/* binding */ endScratch),
  TF: () => (/* binding */ remove)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/toolkit/process/signal.js
/** Sends a signal to a process that is not a child of ours; 0 only looks. @returns whether there is such a process */
function signalProcess(pid, name) {
    try {
        return process.kill(pid, name);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/left-behind.js
/** Ends a scratch server that its run could not end; knows nothing of databases. */



/** The name of what is kept for `post`. */
const STATE = 'scratch';
const PREFIX = 'omninode-scratch-';
/** Milliseconds for the server to end. */
const END_MS = 10_000;
/** Milliseconds between two looks at a server that ends. */
const LOOK_MS = 20;
function remove(folder) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
function commandOf(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    }
    catch {
        return [];
    }
}
/** Where processes cannot be looked up (macOS), the server's own file is believed. One that has ended is none. */
function isServer(pid, data) {
    if (!signalProcess(pid, 0))
        return false;
    if (!(0,external_node_fs_.existsSync)('/proc/self/cmdline'))
        return true;
    const [program = '', ...args] = commandOf(pid);
    return (0,external_node_path_.basename)(program) === 'postgres' && args.includes(data);
}
/** What a data folder says of the server that works in it. That may be old, and its number another program's by now. */
function serverOf(data) {
    const file = (0,external_node_path_.join)(data, 'postmaster.pid');
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const [first = '', place = ''] = (0,external_node_fs_.readFileSync)(file, 'utf8').split('\n');
    const pid = Number(first);
    if (!Number.isInteger(pid) || pid <= 1)
        return undefined;
    const same = (0,external_node_fs_.existsSync)(place) && (0,external_node_fs_.realpathSync)(place) === (0,external_node_fs_.realpathSync)(data);
    return same && isServer(pid, place) ? { pid, data: place } : undefined;
}
/** `post` has nothing else to do meanwhile. */
function pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
/**
 * For `post`: ends the server that a killed run has left, only the very process that works in the saved folder, and
 * removes the folder. Does nothing after a run that has ended its server itself.
 */
function endScratch(state) {
    const folder = state[STATE];
    if (folder === undefined || !(0,external_node_path_.basename)(folder).startsWith(PREFIX) || !(0,external_node_fs_.existsSync)(folder))
        return;
    const server = serverOf((0,external_node_path_.join)(folder, 'data'));
    if (server !== undefined) {
        signalProcess(server.pid, 'SIGQUIT');
        for (let waited = 0; waited < END_MS && isServer(server.pid, server.data); waited += LOOK_MS)
            pause(LOOK_MS);
        if (isServer(server.pid, server.data))
            signalProcess(server.pid, 'SIGKILL');
    }
    remove(folder);
}


/***/ })

};
