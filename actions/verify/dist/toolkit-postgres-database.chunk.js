export const id = "toolkit-postgres-database";
export const ids = [245,105,81];
export const modules = {

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDatabase: () => (/* binding */ readDatabase)
/* harmony export */ });
/* harmony import */ var _identity_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4669);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4884);



function invalid(what, fix) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({ code: 'INPUT_INVALID', what, fix });
}
/** @throws Failures of everything that IAM authentication lacks */
function readIam({ 'aws-role': role, 'aws-region': region }, world) {
    if (role !== undefined && region !== undefined && world.mayRequestIdToken)
        return { role, region };
    const needs = (name) => invalid(`\`database-auth: aws-iam\` needs \`${name}\`.`, `Add \`${name}:\` under \`with:\`.`);
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo([
        ...(role === undefined ? [needs('aws-role')] : []),
        ...(region === undefined ? [needs('aws-region')] : []),
        ...(world.mayRequestIdToken ? [] : [(0,_identity_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .idTokenPermission */ .G)()]),
    ]);
}
/** What is read of a Secret, when it is asked for. */
async function readSecret(secret, given, opening, world) {
    const [{ parseSecretName, targetFromSecret }, { clusterOf }] = await Promise.all([
        Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508)),
        Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-kubernetes-connect-packages")]).then(__webpack_require__.bind(__webpack_require__, 5931)),
    ]);
    const name = opening.read(() => parseSecretName(secret));
    const cluster = opening.read(() => clusterOf(given, world));
    return (ca) => targetFromSecret(name(), cluster(), ca, world);
}
/**
 * Looks at how the database is named, before anybody asks for it; what is wrong is told to the opening.
 * @param given the inputs that are valid
 */
async function readDatabase(given, opening, world) {
    const { 'database-url': url, 'database-secret': secret, 'database-ca': ca } = given;
    if (url !== undefined && secret !== undefined)
        opening.add(invalid('Both `database-url` and `database-secret` are given.', 'Pass one of them.'));
    const nameless = invalid('Neither `database-url` nor `database-secret` is given.', 'Pass `database-url`, or `database-secret` with `api-server`.');
    if (url === undefined && secret === undefined)
        opening.add(nameless);
    const byUrl = url === undefined ? undefined : opening.read(() => (0,_target_js__WEBPACK_IMPORTED_MODULE_2__.parseDatabaseUrl)(url, world));
    const bySecret = secret === undefined ? undefined : await readSecret(secret, given, opening, world);
    const authority = opening.read(() => (ca === undefined ? undefined : (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readAuthority */ .A)(ca, world)));
    const iam = given['database-auth'] === 'aws-iam' ? opening.read(() => readIam(given, world)) : undefined;
    const known = async () => {
        if (byUrl !== undefined)
            return (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .trusting */ .h)(byUrl(), authority());
        if (bySecret !== undefined)
            return bySecret(authority());
        throw nameless;
    };
    return {
        input: byUrl === undefined ? 'database-secret' : 'database-url',
        target: async () => {
            const target = await known();
            if (iam === undefined)
                return target;
            const { withIam } = await Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508));
            return withIam(target, iam(), world);
        },
    };
}


/***/ }),

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readAuthority),
/* harmony export */   h: () => (/* binding */ trusting),
/* harmony export */   parseDatabaseUrl: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);
/** Where the database is, and as whom it is reached. */


const FORM = 'postgres://<user>:<password>@<host>:<port>/<database>';
function isLoopback(host) {
    return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '[::1]';
}
function plain(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * PEM text, or a file of it.
 * @throws Failure DATABASE_CA
 */
function readAuthority(given, world) {
    if (given.includes('-----BEGIN CERTIFICATE-----'))
        return given;
    const problem = (what, cause) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_CA',
        what: `The input \`database-ca\` ${what}.`,
        fix: 'Pass the PEM text or the path of a PEM file; for Amazon RDS its global-bundle.pem.',
        cause,
    });
    let text;
    try {
        text = (0,_sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .readNamed */ .Mk)(world.workspace, given).toString('utf8');
    }
    catch (cause) {
        if (!(cause instanceof _sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreadable */ .IO))
            throw cause;
        throw problem(`names ${given}, which cannot be read: ${cause.message}`, cause);
    }
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw problem(`names ${given}, which holds no certificate`);
}
/** The same database, proven by other authorities (PEM) than the system's. */
function trusting(target, ca) {
    return { ...target, tls: target.tls === undefined ? undefined : { ca } };
}
/**
 * The parts of a database URL. Its secrets are masked first. Off loopback TLS is `verify-full`; only `sslmode=disable`
 * turns it off.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 * @throws Failure DATABASE_URL
 */
function parseDatabaseUrl(url, world, from = 'The input `database-url`') {
    world.redactor.add(url);
    const invalid = (what) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_URL',
        what: `${from} ${what}.`,
        fix: `Write it as ${FORM}, with special characters percent-encoded.`,
    });
    if (!URL.canParse(url))
        throw invalid('is not a URL');
    const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(url);
    world.redactor.add(password);
    const [secret, user, database] = [plain(password), plain(username), plain(pathname.slice(1))];
    if (secret === undefined || user === undefined || database === undefined)
        throw invalid('has a part that is not percent-encoded');
    // Many a password is also a name; what the database is called by stays readable.
    world.redactor.addIdentifiers([hostname, user, database]);
    world.redactor.add(secret);
    if (protocol !== 'postgres:' && protocol !== 'postgresql:')
        throw invalid('is not a postgres:// URL');
    if (hostname === '')
        throw invalid('names no host');
    if (user === '')
        throw invalid('names no user');
    if (database === '')
        throw invalid('names no database');
    const mode = searchParams.get('sslmode');
    const modes = ['disable', 'require', 'verify-ca', 'verify-full'];
    if (mode !== null && !modes.includes(mode))
        throw invalid(`has sslmode=${mode}, where ${modes.join(', ')} are known`);
    const encrypted = mode === null ? !isLoopback(hostname) : mode !== 'disable';
    return {
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port === '' ? 5432 : Number(port),
        database,
        user,
        password: async () => (secret === '' ? undefined : secret),
        tls: encrypted ? { ca: undefined } : undefined,
    };
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, readSource */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
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
        const root = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('.git'))
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
    return asked(() => {
        const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place);
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow. */
function readAll(descriptor, size, largest) {
    const chunks = [];
    let total = 0;
    for (;;) {
        const chunk = Buffer.allocUnsafe(chunks.length === 0 ? size + 1 : 64 * 1024);
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, chunk);
        if (count === 0)
            return Buffer.concat(chunks);
        total += count;
        if (total > largest)
            throw tooLarge(largest);
        chunks.push(chunk.subarray(0, count));
    }
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
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !leadsWithin(workspace, path);
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
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
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return told(file, source, () => readWithin(workspace, file)).toString('utf8');
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, largest = LARGEST_FILE) {
    return told(file, undefined, () => readWithin(workspace, file, largest));
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
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ })

};
