export const id = "toolkit-postgres-database";
export const ids = [245,509,81];
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

/***/ 6480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseDatabaseUrl: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4884);
/** A database URL, read as libpq reads it, or refused: nothing of it is passed over, and nothing of it is told. */


const FORM = 'postgres://<user>:<password>@<host>:<port>/<database>';
const ENCODE = "In user, password and database write each of `% : / ? # [ ] @`, blanks and quotes percent-encoded: `@` is `%40`, `/` is `%2F`, `%` is `%25`; `jq -rn --arg p '<password>' '$p|@uri'` does it.";
/** What libpq knows, and a run must not, or need not, be told in a URL: why. */
const refused = {
    ...Object.fromEntries(['sslcert', 'sslkey', 'sslpassword', 'sslcertmode', 'sslcrl', 'sslcrldir'].map((name) => [
        name,
        'clients prove who they are by password or by IAM token',
    ])),
    ...Object.fromEntries([
        'gssencmode',
        'krbsrvname',
        'gsslib',
        'gssdelegation',
        'require_auth',
        'channel_binding',
        'requirepeer',
    ].map((name) => [name, 'only passwords and IAM tokens are known'])),
    service: 'service files are not read: write host, port, user and database into the URL',
    servicefile: 'service files are not read: write host, port, user and database into the URL',
    passfile: 'password files are not read: the password is in the URL, in a Secret, or an IAM token',
    hostaddr: 'the name of the server is what its certificate proves',
    replication: 'a replication connection runs no migrations',
    load_balance_hosts: 'hosts are tried in their order',
    application_name: 'the name of the session says which run it belongs to',
    fallback_application_name: 'the name of the session says which run it belongs to',
};
/** What libpq has beside them: TLS that gives way. */
const weaker = new Set(['allow', 'prefer']);
const modes = ['disable', 'require', 'verify-ca', 'verify-full'];
const attributes = ['any', 'read-write', 'read-only', 'primary', 'standby'];
function isSocket(host) {
    return host.startsWith('/');
}
function isLoopback(host) {
    return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || isSocket(host);
}
/** @returns undefined when it is not percent-encoded */
function plain(text) {
    if (/[\s\p{Cc}]/u.test(text))
        return undefined;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** As they are written. Each of the characters that part them may stand once: with two, it is a guess what was meant. */
function split(rest) {
    const [before = '', query, ...more] = rest.split('?');
    const [authority = '', database = '', ...further] = before.split('/');
    const [account = '', servers, ...again] = authority.includes('@') ? authority.split('@') : ['', authority];
    if (more.length + further.length + again.length > 0 ||
        /[#@]/.test(`${database}${query ?? ''}`) ||
        rest.includes('#'))
        return undefined;
    const colon = account.indexOf(':');
    return {
        user: colon === -1 ? account : account.slice(0, colon),
        password: colon === -1 ? '' : account.slice(colon + 1),
        servers: servers ?? '',
        database,
        parameters: (query === undefined || query === '' ? [] : query.split('&')).map((each) => {
            const at = each.indexOf('=');
            return at === -1 ? [each, ''] : [each.slice(0, at), each.slice(at + 1)];
        }),
    };
}
/** @returns undefined when it is neither a host nor a host and a port */
function readServer(text) {
    const [, bracketed, named, port = ''] = /^(?:\[([0-9a-f:.%]+)\]|([^:[\]]*))(?::(\d{0,5}))?$/i.exec(text) ?? [];
    const host = bracketed ?? (named === undefined ? undefined : plain(named));
    return host === undefined ? undefined : { host, port };
}
/** Hosts with their ports; one port may stand for all of them. */
function readServers(hosts, ports) {
    if (ports.length > 1 && ports.length !== hosts.length)
        return undefined;
    const servers = hosts.map((host, index) => {
        const port = ports[ports.length === 1 ? 0 : index] ?? '';
        return { host, port: port === '' ? 5432 : Number(port) };
    });
    return servers.every(({ port }) => Number.isInteger(port) && port > 0 && port < 65_536)
        ? servers
        : undefined;
}
/**
 * The parts of a database URL. Its secrets are masked first. Off loopback TLS is `verify-full`; only `sslmode=disable`
 * turns it off. The parameters of libpq count as they do there, and `search_path` as a setting of the session; one that
 * is not known, or not supported, is refused by its name.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 * @throws Failures DATABASE_URL, DATABASE_CA: everything that is wrong
 */
function parseDatabaseUrl(url, world, from = 'The input `database-url`') {
    world.redactor.add(url);
    const invalid = (what, fix = `Write it as ${FORM}, with special characters percent-encoded.`) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({ code: 'DATABASE_URL', what: `${from} ${what}.`, fix });
    const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url) ?? [];
    if (scheme === undefined || rest === undefined)
        throw invalid('is not a URL');
    if (!/^postgres(?:ql)?$/i.test(scheme))
        throw invalid('is not a postgres:// URL');
    const parts = split(rest);
    if (parts === undefined)
        throw invalid('can be read in more than one way: a part of it is not percent-encoded', ENCODE);
    world.redactor.add(parts.password);
    const texts = [parts.user, parts.password, parts.database, ...parts.parameters.flat()].map(plain);
    if (texts.includes(undefined))
        throw invalid('has a part that is not percent-encoded', ENCODE);
    const problems = [];
    const given = new Map();
    for (const [name = '', value = ''] of parts.parameters.map((each) => each.map(plain))) {
        if (given.has(name))
            problems.push(invalid(`gives \`${name}\` twice`, 'Remove one of them.'));
        given.set(name, value);
    }
    /** Takes a parameter, so that at the end those are left that nobody knows. */
    const take = (name) => {
        const value = given.get(name);
        given.delete(name);
        return value === '' ? undefined : value;
    };
    const taken = (name, known, otherwise) => {
        const value = take(name) ?? otherwise;
        const found = known.find((each) => each === value);
        if (found === undefined)
            problems.push(invalid(`gives \`${name}\` another value than ${known.join(', ')}`, `Correct \`${name}\`.`));
        return found ?? otherwise;
    };
    const secret = take('password') ?? plain(parts.password) ?? '';
    world.redactor.add(secret);
    const user = take('user') ?? plain(parts.user) ?? '';
    const database = take('dbname') ?? plain(parts.database) ?? '';
    const listed = parts.servers === '' ? [] : parts.servers.split(',').map(readServer);
    const hosts = take('host')?.split(',') ?? listed.map((each) => each?.host ?? '');
    const ports = take('port')?.split(',') ?? listed.map((each) => each?.port ?? '');
    const servers = listed.includes(undefined) ? undefined : readServers(hosts, ports);
    // Many a password is also a name; what the database is called by stays readable.
    world.redactor.addIdentifiers([...hosts, user, database].filter((each) => each !== ''));
    const [first, ...others] = servers ?? [];
    if (servers === undefined)
        problems.push(invalid('names a server that is no host with its port', ENCODE));
    else if (first === undefined || hosts.includes(''))
        problems.push(invalid('names no host'));
    if (user === '')
        problems.push(invalid('names no user'));
    if (database === '')
        problems.push(invalid('names no database'));
    const mode = take('sslmode');
    if (mode !== undefined && !modes.includes(mode))
        problems.push(invalid(weaker.has(mode)
            ? `has sslmode=${mode}, where ${modes.join(', ')} are known`
            : `has an \`sslmode\` that is none of ${modes.join(', ')}`, 'Correct `sslmode`.'));
    const authority = take('sslrootcert');
    const seconds = take('connect_timeout');
    if (seconds !== undefined && !/^-?\d{1,6}$/.test(seconds))
        problems.push(invalid('gives `connect_timeout` no number of seconds', 'Correct `connect_timeout`.'));
    const wanted = taken('target_session_attrs', attributes, 'any');
    taken('client_encoding', ['UTF8', 'utf8', 'UTF-8', 'utf-8', 'auto'], 'UTF8');
    const path = take('search_path');
    const options = [
        take('options'),
        path === undefined ? undefined : `-c search_path=${path.replaceAll(/[\\ ]/g, '\\$&')}`,
    ]
        .filter((each) => each !== undefined)
        .join(' ');
    for (const name of given.keys()) {
        const why = refused[name];
        problems.push(why === undefined
            ? invalid(`has a parameter \`${name}\`, which is not known`, 'Remove it, or correct its name.')
            : invalid(`has the parameter \`${name}\`, which is not supported`, `Remove it: ${why}.`));
    }
    let ca;
    if (authority !== undefined && authority !== 'system') {
        try {
            ca = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readAuthority */ .A)(authority, world, `\`sslrootcert\` of ${from.charAt(0).toLowerCase()}${from.slice(1)}`);
        }
        catch (error) {
            if (!(error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
                throw error;
            problems.push(error);
        }
    }
    if (first === undefined || problems.length > 0)
        throw problems.length === 1 ? problems[0] : new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(problems);
    const isNear = [first, ...others].every(({ host }) => mode === undefined ? isLoopback(host) : isSocket(host));
    const patience = Number(seconds ?? 0) * 1_000;
    return {
        ...first,
        ...(others.length === 0 ? {} : { others }),
        ...(wanted === 'any' ? {} : { attributes: wanted }),
        database,
        user,
        ...(options === '' ? {} : { options }),
        ...(patience > 0 ? { connectTimeout: patience } : {}),
        password: async () => (secret === '' ? undefined : secret),
        tls: isNear || mode === 'disable' ? undefined : { ca },
    };
}


/***/ }),

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDatabase: () => (/* binding */ readDatabase)
/* harmony export */ });
/* harmony import */ var _identity_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4669);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6480);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4884);




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
        Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508)),
        Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-kubernetes-connect-packages")]).then(__webpack_require__.bind(__webpack_require__, 8542)),
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
    const nameless = () => invalid('Neither `database-url` nor `database-secret` is given.', 'Pass `database-url`, or `database-secret` with `api-server`.');
    if (url === undefined && secret === undefined)
        opening.add(nameless());
    const byUrl = url === undefined ? undefined : opening.read(() => (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__.parseDatabaseUrl)(url, world));
    const bySecret = secret === undefined ? undefined : await readSecret(secret, given, opening, world);
    const authority = opening.read(() => (ca === undefined ? undefined : (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .readAuthority */ .A)(ca, world)));
    const iam = given['database-auth'] === 'aws-iam' ? opening.read(() => readIam(given, world)) : undefined;
    const known = async () => {
        if (byUrl !== undefined)
            return (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .trusting */ .h)(byUrl(), authority());
        if (bySecret !== undefined)
            return bySecret(authority());
        throw nameless();
    };
    return {
        input: byUrl === undefined ? 'database-secret' : 'database-url',
        target: async () => {
            const target = await known();
            if (iam === undefined)
                return target;
            const { withIam } = await Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository"), __webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential+verify-repository-repository-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508));
            return withIam(target, iam(), world);
        },
    };
}


/***/ }),

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readAuthority),
/* harmony export */   h: () => (/* binding */ trusting)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);
/** Where the database is, and as whom it is reached. */


/**
 * PEM text, or a file of it.
 * @throws Failure DATABASE_CA
 */
function readAuthority(given, world, from = 'The input `database-ca`') {
    if (given.includes('-----BEGIN CERTIFICATE-----'))
        return given;
    const problem = (what, cause) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_CA',
        what: `${from} ${what}.`,
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
/** The same database, proven by other authorities (PEM) than the system's and those that it names itself. */
function trusting(target, ca) {
    return target.tls === undefined || ca === undefined ? target : { ...target, tls: { ca } };
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
