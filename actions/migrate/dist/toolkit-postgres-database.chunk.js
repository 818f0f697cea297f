export const id = "toolkit-postgres-database";
export const ids = [245,105];
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
        Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508)),
        Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("toolkit-kubernetes-connect")]).then(__webpack_require__.bind(__webpack_require__, 543)),
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
    const authority = opening.read(() => (ca === undefined ? undefined : (0,_target_js__WEBPACK_IMPORTED_MODULE_2__.readAuthority)(ca, world)));
    const iam = given['database-auth'] === 'aws-iam' ? opening.read(() => readIam(given, world)) : undefined;
    const known = async () => {
        if (byUrl !== undefined)
            return (0,_target_js__WEBPACK_IMPORTED_MODULE_2__.trusting)(byUrl(), authority());
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
            const { withIam } = await Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508));
            return withIam(target, iam(), world);
        },
    };
}


/***/ }),

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
