export const id = "toolkit-postgres-target";
export const ids = ["toolkit-postgres-target"];
export const modules = {

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTarget: () => (/* binding */ parseTarget),
/* harmony export */   readAuthority: () => (/* binding */ readAuthority)
/* harmony export */ });
/* unused harmony export isLoopback */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
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
function remember(password, world) {
    if (password === '')
        return;
    world.redactor.add(password);
    world.redactor.add(encodeURIComponent(password));
}
/** PEM text, or a file of it. */
function readAuthority(given, world) {
    if (given.includes('-----BEGIN CERTIFICATE-----'))
        return given;
    const problem = (what, cause) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        code: 'DATABASE_CA',
        what: `The input \`database-ca\` ${what}.`,
        fix: 'Pass the PEM text or the path of a PEM file; for Amazon RDS its global-bundle.pem.',
        cause,
    });
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.workspace, given), 'utf8');
        return text.includes('-----BEGIN CERTIFICATE-----')
            ? text
            : problem(`names ${given}, which holds no certificate`);
    }
    catch (cause) {
        return problem(`names ${given}, which cannot be read`, cause);
    }
}
/**
 * The parts of a database URL, or why it is none. Its secrets are masked first. Off loopback TLS is `verify-full`;
 * only `sslmode=disable` turns it off.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 */
function parseTarget(url, world, ca, from = 'The input `database-url`') {
    world.redactor.add(url);
    const invalid = (what) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        code: 'DATABASE_URL',
        what: `${from} ${what}.`,
        fix: `Write it as ${FORM}, with special characters percent-encoded.`,
    });
    if (!URL.canParse(url))
        return invalid('is not a URL');
    const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(url);
    remember(password, world);
    const [secret, user, database] = [plain(password), plain(username), plain(pathname.slice(1))];
    if (secret === undefined || user === undefined || database === undefined)
        return invalid('has a part that is not percent-encoded');
    remember(secret, world);
    if (protocol !== 'postgres:' && protocol !== 'postgresql:')
        return invalid('is not a postgres:// URL');
    if (hostname === '')
        return invalid('names no host');
    if (user === '')
        return invalid('names no user');
    if (database === '')
        return invalid('names no database');
    const mode = searchParams.get('sslmode');
    const modes = ['disable', 'require', 'verify-ca', 'verify-full'];
    if (mode !== null && !modes.includes(mode))
        return invalid(`has sslmode=${mode}, where ${modes.join(', ')} are known`);
    const encrypted = mode === null ? !isLoopback(hostname) : mode !== 'disable';
    return {
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port === '' ? 5432 : Number(port),
        database,
        user,
        password: async () => (secret === '' ? undefined : secret),
        tls: encrypted ? { ca } : undefined,
    };
}


/***/ })

};
