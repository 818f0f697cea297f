export const id = "toolkit-kubernetes-connect-packages";
export const ids = ["toolkit-kubernetes-connect-packages"];
export const modules = {

/***/ 4669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ idTokenPermission)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Why a step that needs an ID token cannot have one. */
function idTokenPermission() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'ID_TOKEN_PERMISSION',
        what: 'This job may not request an OIDC token.',
        why: 'It has no `id-token: write` permission, or it runs for a pull request from a fork.',
        fix: 'Add `permissions: id-token: write` to the job.',
    });
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   _5: () => (/* binding */ folderReader),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, readSource */
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
            return readWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), largest);
        const place = `${folder}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}${name}`;
        const found = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(place));
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
    const free = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) && !leadsWithin(workspace, path);
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
