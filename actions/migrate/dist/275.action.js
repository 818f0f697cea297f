export const id = 275;
export const ids = [275];
export const modules = {

/***/ 3275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHistory: () => (/* binding */ createHistory),
/* harmony export */   historyExists: () => (/* binding */ historyExists),
/* harmony export */   insertSql: () => (/* binding */ insertSql),
/* harmony export */   parseHistoryTable: () => (/* binding */ parseHistoryTable),
/* harmony export */   qualified: () => (/* binding */ qualified),
/* harmony export */   readApplied: () => (/* binding */ readApplied),
/* harmony export */   wasInterrupted: () => (/* binding */ wasInterrupted)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/** What was done to the database: an append-only table, and a view of where it stands. */

/** `migrate.history`; undefined when it is not `schema.table`. */
function parseHistoryTable(text) {
    const [, schema, table] = /^([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)$/.exec(text) ?? [];
    return schema === undefined || table === undefined ? undefined : { schema, table };
}
function qualified({ schema, table }) {
    return `${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(schema)}.${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(table)}`;
}
function view(history) {
    return qualified({ ...history, table: `${history.table}_current` });
}
async function historyExists({ client }, history) {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS found', [
        qualified(history),
    ]);
    return rows[0]?.found === true;
}
/** Makes the table and the view when they are not there. Times are always given: there is no default. */
async function createHistory({ client }, history) {
    await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(history.schema)};
    CREATE TABLE IF NOT EXISTS ${qualified(history)} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      direction text NOT NULL CHECK (direction IN ('up', 'down')),
      state text NOT NULL CHECK (state IN ('running', 'applied', 'failed', 'cancelled')),
      started_at timestamptz NOT NULL,
      finished_at timestamptz CHECK ((finished_at IS NULL) = (state = 'running')),
      lock_wait_ms integer NOT NULL,
      actor text NOT NULL,
      repository text NOT NULL,
      sha text NOT NULL,
      run_url text NOT NULL,
      tool_version text NOT NULL,
      down_sql text NOT NULL
    );
    CREATE OR REPLACE VIEW ${view(history)} AS
      SELECT version, name, checksum, finished_at, down_sql FROM (
        SELECT DISTINCT ON (version) * FROM ${qualified(history)}
         WHERE state = 'applied' ORDER BY version, id DESC
      ) AS latest WHERE direction = 'up';`);
}
/** The migrations in effect, by version. */
async function readApplied({ client }, history) {
    const { rows } = await client.query(`SELECT version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql" FROM ${view(history)} ORDER BY version`);
    return rows;
}
/** Whether a file that runs alone was begun and not finished. */
async function wasInterrupted({ client }, history, version) {
    const { rows } = await client.query(`SELECT state FROM ${qualified(history)} WHERE version = $1 ORDER BY id DESC LIMIT 1`, [version]);
    return rows[0] !== undefined && rows[0].state !== 'applied';
}
/** The INSERT of one entry as text, so that it can travel in the same message as the migration itself. */
function insertSql(history, entry, world) {
    const { run } = world;
    const values = {
        version: entry.migration.version,
        name: entry.migration.name,
        checksum: entry.migration.checksum,
        direction: entry.direction,
        state: entry.state,
        started_at: entry.startedAt.toISOString(),
        finished_at: entry.finishedAt?.toISOString() ?? null,
        lock_wait_ms: Math.round(entry.lockWaitMs),
        actor: run.actor,
        repository: run.repository,
        sha: run.sha,
        run_url: run.url,
        tool_version: world.toolVersion,
        down_sql: entry.migration.downSql,
    };
    const literal = (value) => value === null ? 'NULL' : pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(String(value));
    return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).map(literal).join(', ')})`;
}


/***/ })

};
