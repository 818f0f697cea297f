export const id = "verify-probes-migration-head";
export const ids = ["verify-probes-migration-head"];
export const modules = {

/***/ 9788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeMigrationHead: () => (/* binding */ probeMigrationHead)
/* harmony export */ });
/* unused harmony export newestMigration */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3849);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2231);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4479);
/** Whether the newest migration in git is the newest one in effect in the database. */







/** Milliseconds for a connection to be made, and for each query. */
const CONNECT_MS = 10_000;
/** The newest migration of a folder; undefined when there is none. */
function newestMigration(workspace, folder) {
    const newest = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, folder)).flatMap((file) => {
        const [, version, name] = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.up\.sql$/.exec(file) ?? [];
        return version === undefined || name === undefined ? [] : [{ file, version, name }];
    });
    const last = newest.sort((a, b) => Number(a.version) - Number(b.version)).at(-1);
    if (last === undefined)
        return undefined;
    const sql = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, folder, last.file), 'utf8').replaceAll('\r\n', '\n');
    const checksum = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(sql).digest('hex')}`;
    return { version: last.version, name: last.name, checksum };
}
function compare(expected, found, table) {
    const { version, name, checksum } = expected;
    if (found === undefined)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(`No migration is in effect, according to ${table}; git has ${version}_${name}.`);
    if (found.version !== version || found.name !== name)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(`${found.version}_${found.name} is the newest in effect; git has ${version}_${name}.`);
    if (found.checksum !== checksum)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(`${version}_${name} was applied with another content than git has.`);
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .done */ .Vw)(`${version}_${name} is in effect.`);
}
/** Classes of SQLSTATE: the connection broke, the server is full, starting or stopping. */
function isTransient(error) {
    return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R0)(error) || /^(?:08|53|57P)...?$/.test((0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error));
}
function connection(databaseUrl, socket) {
    const { hostname, searchParams } = new URL(databaseUrl);
    const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
    const client = new pg__WEBPACK_IMPORTED_MODULE_4__/* ["default"].Client */ .Ay.Client({
        connectionString: databaseUrl,
        application_name: 'omninode_infra verify',
        connectionTimeoutMillis: CONNECT_MS,
        query_timeout: CONNECT_MS,
        stream: () => socket,
        ...(local || searchParams.has('sslmode') ? {} : { ssl: { rejectUnauthorized: true } }),
    });
    // A connection that breaks rejects the query under way; without a listener it would end the process as well.
    client.on('error', () => undefined);
    return client;
}
async function headOf({ target, databaseUrl }, signal) {
    const { schema, table } = target.history;
    const view = `${pg__WEBPACK_IMPORTED_MODULE_4__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(schema)}.${pg__WEBPACK_IMPORTED_MODULE_4__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(`${table}_current`)}`;
    const socket = new node_net__WEBPACK_IMPORTED_MODULE_2__.Socket();
    const client = connection(databaseUrl, socket);
    // A server that says nothing would not notice a polite goodbye.
    const hangUp = () => void socket.destroy();
    signal.addEventListener('abort', hangUp, { once: true });
    try {
        await client.connect();
        // A probe only looks, whatever its user may do.
        await client.query('BEGIN READ ONLY');
        const known = await client.query('SELECT to_regclass($1) IS NOT NULL AS known', [
            view,
        ]);
        if (known.rows[0]?.known !== true)
            return 'no history';
        const { rows } = await client.query(`SELECT version, name, checksum FROM ${view} ORDER BY version DESC LIMIT 1`);
        return rows[0] ?? 'no migration';
    }
    finally {
        signal.removeEventListener('abort', hangUp);
        if (!signal.aborted)
            await client.end().catch(() => undefined);
    }
}
function explained(error, deadline) {
    if (error instanceof _probe_js__WEBPACK_IMPORTED_MODULE_6__/* .TooLate */ .d6) {
        const why = error.last === undefined ? '' : ` (${(0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error.last)})`;
        return `The database could not be reached within ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a)(deadline)}${why}.`;
    }
    const code = (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error);
    if (code === '28P01' || code === '28000')
        return 'The server refuses the user of `database-url`.';
    if (code === '3D000')
        return 'There is no such database.';
    if (code === '42501')
        return 'The user of `database-url` may not read the history.';
    return `The database could not be asked (${code === '' ? 'no answer' : code}).`;
}
/** Reads where the database stands, and compares it with git. */
async function probeMigrationHead(probe, patience) {
    const { target, workspace, random } = probe;
    const table = `${target.history.schema}.${target.history.table}`;
    const newest = newestMigration(workspace, target.folder);
    if (newest === undefined)
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(`There is no migration in ${target.folder}.`);
    const starting = (error) => (isTransient(error) ? `the database (${(0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error)})` : undefined);
    try {
        const head = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .tryUntil */ .aF)(patience, random, starting, (signal) => headOf(probe, signal));
        if (head === 'no history')
            return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(`The database has no ${table}: migrate never ran on it.`);
        return compare(newest, head === 'no migration' ? undefined : head, table);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        return (0,_probe_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(explained(error, patience.deadline));
    }
}


/***/ })

};
