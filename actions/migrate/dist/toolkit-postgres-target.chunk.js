export const id = "toolkit-postgres-target";
export const ids = ["toolkit-postgres-target"];
export const modules = {

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseDatabaseUrl: () => (/* binding */ parseDatabaseUrl),
/* harmony export */   readAuthority: () => (/* binding */ readAuthority),
/* harmony export */   trusting: () => (/* binding */ trusting)
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


/***/ })

};
