export const id = "provision-state-finish";
export const ids = [9752,6183];
export const modules = {

/***/ 7520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finish: () => (/* binding */ finish)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _terraform_data_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5397);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8189);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4035);
/* harmony import */ var _own_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9027);
/** What `post` does: nearly always it only removes files, and loads nothing that drives Terraform. */





const NONE = '[]';
/** @returns undefined for what no step keeps */
function pathsIn(text) {
    const paths = (0,_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .keptJson */ .bE)(text);
    return Array.isArray(paths) && paths.every((path) => typeof path === 'string') ? paths : undefined;
}
/** Whether all of it was the step's own. */
function removeOwn(text, name, left, remove) {
    const paths = pathsIn(text ?? NONE);
    const own = paths?.filter((path) => (0,_own_js__WEBPACK_IMPORTED_MODULE_4__/* .isMadeInCheckout */ .j)(path, name, left)) ?? [];
    for (const path of own)
        remove(path);
    return own.length === paths?.length;
}
async function waitFor(text, left) {
    if (text === NONE)
        return true;
    const { waitForRunning } = await Promise.all(/* import() | provision-state-post-run */[__webpack_require__.e("provision-state-post-run+provision-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run"), __webpack_require__.e("provision-open+provision-state-post-run"), __webpack_require__.e("provision-state-sensitive"), __webpack_require__.e("provision-state-post-run+provision-workbench"), __webpack_require__.e("provision-open+provision-state-post-run-2"), __webpack_require__.e("provision-state-post-run")]).then(__webpack_require__.bind(__webpack_require__, 4823));
    return waitForRunning(text, left.state, await left.world());
}
/**
 * Waits for what still runs, and removes what the step could not remove itself.
 * @throws Failure STATE_NOT_OWN
 */
async function finish(left) {
    const { state } = left;
    const allOwn = [
        await waitFor(state[_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .RUNNING */ .W2] ?? NONE, left),
        removeOwn(state[_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCK_FILES */ .Cv], _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FILE */ .FI, left, (file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true })),
        removeOwn(state[_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .DATA_FOLDERS */ .bM], _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .DATA_FOLDER */ .ej, left, _terraform_data_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .removeDataFolder */ .T),
    ].every((own) => own);
    if (!allOwn)
        throw (0,_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .notOwn */ ._J)();
}


/***/ }),

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   _J: () => (/* binding */ notOwn),
/* harmony export */   bE: () => (/* binding */ keptJson),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */

/** The Terraforms that run right now: see `RunningList`. */
const RUNNING = 'running';
/** How to open the session again, because `post` is not given the inputs as they were checked. */
const SESSION = 'session';
/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
const VAR_FILES = 'var-files';
/** Absolute paths of the dependency lock files that were not there before. */
const LOCK_FILES = 'lock-files';
/** Absolute paths of the folders in which Terraform keeps what is its own. */
const DATA_FOLDERS = 'data-folders';
/** What is kept, as JSON; undefined for what no step keeps. */
function keptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notOwn() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'STATE_NOT_OWN',
        what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
}


/***/ }),

/***/ 9027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isMadeInCheckout),
/* harmony export */   q: () => (/* binding */ isOwnRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);
/**
 * What `post` may believe of its state: a child of the step, which may be anybody's code, can write into it. So nothing is
 * removed, read or started that the step does not make, read or start itself.
 */


function liesWithin(root, path) {
    try {
        (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__/* .placeWithin */ .xF)(root, path);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path);
    }
    catch (error) {
        if (error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_1__/* .Unreadable */ .IO)
            return false;
        throw error;
    }
}
/**
 * Whether a path is that of a file or folder which Terraform makes in a folder of the checkout.
 * @param name of it, relative to that folder
 */
function isMadeInCheckout(path, name, { workspace }) {
    return path.endsWith(`/${name}`) && liesWithin(workspace, path.slice(0, -name.length - 1));
}
/** Whether something that is said to run is a Terraform that this step has started in the checkout. */
function isOwnRun({ command, stack, stdout }, { temp, workspace, env }) {
    const cache = env['RUNNER_TOOL_CACHE'];
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(command);
    return ((program === 'terraform' || program === 'tofu') &&
        (command === program || (cache !== undefined && liesWithin(cache, command))) &&
        liesWithin(temp, stdout) &&
        liesWithin(workspace, `${workspace}/${stack.folder}`));
}


/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ removeDataFolder),
/* harmony export */   g: () => (/* binding */ clearDataFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/** The folder of a stack in which Terraform keeps what is its own: there for one run, and never an earlier one's. */



/** A link in the place of the folder, or of the one above, leads to where nothing may be removed. */
function isLink(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
/**
 * @param folder absolute path
 * @throws Failure DATA_FOLDER_LINK
 */
function clearDataFolder(folder) {
    if (isLink(folder) || isLink((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATA_FOLDER_LINK',
            what: `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)} is a link, or holds one where Terraform keeps its modules and providers.`,
            fix: 'Take it out of the repository: Terraform makes this folder itself.',
        });
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
}
/** Removes what a run has made, and the folder above when nothing else is in it. */
function removeDataFolder(folder) {
    if (isLink(folder) || isLink((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)))
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(above, { throwIfNoEntry: false })?.isDirectory() === true && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(above).length === 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(above);
}


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ LOCK_FILE),
/* harmony export */   Kc: () => (/* binding */ erroredStateOf),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   XT: () => (/* binding */ planFileOf),
/* harmony export */   Yv: () => (/* binding */ dataFolderOf),
/* harmony export */   ej: () => (/* binding */ DATA_FOLDER),
/* harmony export */   mb: () => (/* binding */ ERRORED_STATE),
/* harmony export */   qi: () => (/* binding */ outputFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where Terraform's files of a stack are. */


/** Where plan files are, and what Terraform says, for all stacks. */
function outputFolder({ temp }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'terraform');
}
/** The plan file of a stack, before it is applied. */
function planFileOf({ name }, world) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outputFolder(world), `${name}.tfplan`);
}
/**
 * Where Terraform keeps modules, providers and what it knows of its backend, relative to the stack: `path.module` of a
 * module that is fetched begins with it, so it is the same in every checkout. git ignores `.terraform` by custom.
 */
const DATA_FOLDER = '.terraform/omninode';
/** Absolute path of the same. */
function dataFolderOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, DATA_FOLDER);
}
/** The dependency lock file: Terraform writes it into the stack's folder when none is committed. */
const LOCK_FILE = '.terraform.lock.hcl';
/** Absolute path of the same. */
function lockFileOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, LOCK_FILE);
}
/** Into the stack's folder Terraform writes under this name what its backend did not take. */
const ERRORED_STATE = 'errored.tfstate';
/** What is left of a state that the backend did not take, or stands in its place; undefined when nothing does. */
function erroredStateOf({ folder }, { workspace }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, ERRORED_STATE);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file, { throwIfNoEntry: false }) === undefined ? undefined : file;
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, folderReader, leadsWithin, readNamed, textOf */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/**
 * The one way to read a file of the checkout. Links are followed inside of it and refused outside; only an ordinary file
 * is ever opened, because a pipe is waited for, and a device has no end.
 */




/** Bytes; nothing that people write is larger. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** Told by the caller in its own words; `message` continues a sentence: `it does not exist`. */
class Unreadable extends Error {
    reason;
    constructor(reason, message, cause) {
        super(message, { cause });
        this.reason = reason;
    }
}
function ofSystem(error) {
    const { code = String(error) } = error; // of the system
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return new Unreadable('missing', 'it does not exist', error);
    if (code === 'ELOOP')
        return new Unreadable('refused', 'its links lead in a circle', error);
    if (code === 'ERR_INVALID_ARG_VALUE')
        return new Unreadable('missing', 'no file can have such a name', error);
    return new Unreadable('refused', `the system refuses it (${code})`, error);
}
function asked(work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? error : ofSystem(error);
    }
}
/**
 * Where something of the checkout really is, as an absolute path.
 * @param path relative to the workspace, or absolute
 * @throws Unreadable missing, outside, refused
 */
function placeWithin(workspace, path) {
    return asked(() => {
        const root = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).includes('.git'))
            throw new Unreadable('outside', 'it leads into .git');
        return place;
    });
}
const kinds = [
    ['isFIFO', 'a pipe'],
    ['isSocket', 'a socket'],
    ['isCharacterDevice', 'a device'],
    ['isBlockDevice', 'a device'],
    ['isDirectory', 'a folder'],
];
function requireOrdinary(stats, largest) {
    if (!stats.isFile()) {
        const kind = kinds.find(([is]) => stats[is]())?.[1] ?? 'no file';
        throw new Unreadable('special', `it is ${kind}`);
    }
    if (stats.size > largest)
        throw tooLarge(largest);
}
function tooLarge(largest) {
    return new Unreadable('large', `it is larger than ${largest / 1024 / 1024} MiB`);
}
/** The bytes of a file that may be anywhere; it is no pipe, device, socket or folder. @throws Unreadable */
function readOrdinary(place, largest = LARGEST_FILE) {
    return asked(() => readAs(place, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place), largest));
}
/** @param before what was there a moment ago */
function readAs(place, before, largest) {
    return asked(() => {
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow: it ends where nothing more is read. */
function readAll(descriptor, size, largest) {
    const full = [];
    // One more than there should be, which tells that there is nothing more.
    let chunk = Buffer.allocUnsafe(size + 1);
    let [taken, total] = [0, 0];
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, taken, chunk.length - taken, null);
        taken += count;
        total += count;
        // An ordinary file has ended where less is read than there was room for.
        if (count === 0 || (total === size && size > 0))
            break;
        if (total > largest)
            throw tooLarge(largest);
        if (taken < chunk.length)
            continue;
        full.push(chunk);
        chunk = Buffer.allocUnsafe(64 * 1024);
        taken = 0;
    }
    const rest = chunk.subarray(0, taken);
    return full.length === 0 ? rest : Buffer.concat([...full, rest]);
}
/**
 * The bytes of a file of the checkout.
 * @param path relative to the workspace, or absolute
 * @param largest bytes
 * @throws Unreadable
 */
function readWithin(workspace, path, largest = LARGEST_FILE) {
    return readOrdinary(placeWithin(workspace, path), largest);
}
/**
 * Reads files of one folder of the checkout. Where the folder really is, is asked once: of a file that is no link there is
 * nothing more to ask.
 * @param path of the folder, relative to the workspace, or absolute
 * @param largest bytes
 * @returns reads the file of a name; throws Unreadable
 */
function folderReader(workspace, path, largest = LARGEST_FILE) {
    const folder = placeWithin(workspace, path);
    return (name) => {
        // There may be thousands: of a plain name nothing has to be made out.
        if (/[\\/]/.test(name) || name.startsWith('.'))
            return readWithin(workspace, join(folder, name), largest);
        const place = `${folder}${sep}${name}`;
        const found = asked(() => lstatSync(place));
        return found.isSymbolicLink() ? readWithin(workspace, place, largest) : readAs(place, found, largest);
    };
}
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = isAbsolute(path) && !leadsWithin(workspace, path);
    return free ? readOrdinary(path) : readWithin(workspace, path);
}
const codes = {
    missing: 'PATH_MISSING',
    outside: 'PATH_OUTSIDE',
    special: 'FILE_UNREADABLE',
    large: 'FILE_UNREADABLE',
    refused: 'FILE_UNREADABLE',
};
const fixes = {
    missing: 'Correct it, and make sure that the repository is checked out.',
    outside: 'Put the file itself into the repository, and name it relative to its root.',
    special: 'Put an ordinary file in its place.',
    large: 'Split it, or keep it elsewhere.',
    refused: 'Put a file there that can be read.',
};
/** @param source where the path is written; the path itself unless given */
function unreadableFailure(path, error, source) {
    const { reason, message } = error;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: codes[reason],
        what: reason === 'missing' ? `${path} does not exist.` : `${path} cannot be read: ${message}.`,
        fix: fixes[reason],
        source: source ?? { file: path },
        cause: error,
    });
}
function told(path, source, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? unreadableFailure(path, error, source) : error;
    }
}
/**
 * Bytes as text, of which nothing is lost.
 * @param file they are of
 * @throws Failure FILE_UNREADABLE on the first line that is not UTF-8
 */
function textOf(bytes, file) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end + 1;
        line++;
    }
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'FILE_UNREADABLE',
        what: 'This is not UTF-8, and what it says cannot be told.',
        fix: 'Save the file as UTF-8.',
        source: { file, line, column: 1 },
    });
}
/**
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return textOf(told(file, source, () => readWithin(workspace, file)), file);
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, { source, largest = LARGEST_FILE } = {}) {
    return told(file, source, () => readWithin(workspace, file, largest));
}
/**
 * What is at a path of the checkout; undefined when nothing is.
 * @param path relative to the workspace
 * @param source where the path is named
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE, also for what is neither a file nor a folder
 */
function kindWithin(workspace, path, source) {
    return told(path, source, () => {
        try {
            // An absolute path of the repository is none of this machine.
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ })

};
