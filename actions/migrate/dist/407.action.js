export const id = 407;
export const ids = [407];
export const modules = {

/***/ 2407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect),
/* harmony export */   parseTarget: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/** Connections to the database, with the settings under which migrations run. */


/** Milliseconds for a connection to be made. */
const CONNECT_MS = 15_000;
/** PostgreSQL cuts application names at 63 bytes. */
const NAME_BYTES = 63;
/** The parts of a database URL, or why it is none. Its secrets are masked first. */
function parseTarget(url, world) {
    world.redactor.add(url);
    const invalid = (what) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'DATABASE_URL',
        what: `The input \`database-url\` ${what}.`,
        fix: 'Write it as postgres://<user>:<password>@<host>:<port>/<database>, with special characters percent-encoded.',
    });
    if (!URL.canParse(url))
        return invalid('is not a URL');
    const { protocol, hostname, pathname, password } = new URL(url);
    if (password !== '') {
        world.redactor.add(password);
        world.redactor.add(decodeURIComponent(password));
    }
    if (protocol !== 'postgres:' && protocol !== 'postgresql:')
        return invalid('is not a postgres:// URL');
    if (hostname === '')
        return invalid('names no host');
    const database = decodeURIComponent(pathname.slice(1));
    if (database === '')
        return invalid('names no database');
    return { url, host: hostname, database };
}
function isLoopback(host) {
    return host === 'localhost' || host.startsWith('127.') || host === '[::1]';
}
function explain(error, target) {
    const { code = '', message } = error;
    const place = `the database ${target.database} at ${target.host}`;
    if (code === '28P01' || code === '28000') {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'DATABASE_REFUSED',
            what: `The server refused the user of ${place}.`,
            why: message,
            fix: 'Check user and password of `database-url`.',
            cause: error,
        });
    }
    if (code === '3D000') {
        return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'DATABASE_MISSING',
            what: `There is no database ${target.database} at ${target.host}.`,
            fix: 'Create it, or correct `database-url`.',
            cause: error,
        });
    }
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'DATABASE_UNREACHABLE',
        what: `There is no connection to ${place} (${code || message}).`,
        fix: 'Check host and port of `database-url`, and that the runner may reach them.',
        cause: error,
    });
}
/** @throws Failure DATABASE_REFUSED, DATABASE_MISSING or DATABASE_UNREACHABLE */
async function connect(target, settings, world) {
    const name = `migrate ${world.run.id}/${world.run.attempt} ${world.run.repository}`;
    // As start-up options they are what RESET goes back to.
    const options = [
        `-c lock_timeout=${settings.lockTimeout}`,
        `-c statement_timeout=${settings.statementTimeout}`,
        '-c idle_in_transaction_session_timeout=60000',
    ];
    const secure = isLoopback(target.host) || new URL(target.url).searchParams.has('sslmode');
    const client = new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({
        connectionString: target.url,
        application_name: Buffer.from(name).subarray(0, NAME_BYTES).toString('utf8'),
        options: options.join(' '),
        connectionTimeoutMillis: CONNECT_MS,
        keepAlive: true,
        ...(secure ? {} : { ssl: { rejectUnauthorized: true } }),
    });
    // A connection that breaks rejects the query under way; without a listener it would end the process as well.
    client.on('error', () => undefined);
    try {
        await client.connect();
        const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
        const watch = async () => {
            // A killed runner's lock is freed within a second. Not every platform has it.
            await client.query("SET client_connection_check_interval = '1s'").catch(() => undefined);
        };
        await watch();
        return {
            client,
            pid: rows[0]?.pid ?? 0,
            reset: async () => {
                await client.query('SET SESSION AUTHORIZATION DEFAULT; RESET ALL');
                await watch();
            },
            close: () => client.end().catch(() => undefined),
        };
    }
    catch (error) {
        await client.end().catch(() => undefined);
        throw explain(error, target);
    }
}


/***/ })

};
