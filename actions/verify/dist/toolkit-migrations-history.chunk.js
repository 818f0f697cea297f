export const id = "toolkit-migrations-history";
export const ids = ["toolkit-migrations-history"];
export const modules = {

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NOTHING: () => (/* binding */ NOTHING),
/* harmony export */   createSql: () => (/* binding */ createSql),
/* harmony export */   existsSql: () => (/* binding */ existsSql),
/* harmony export */   followsSql: () => (/* binding */ followsSql),
/* harmony export */   foreignHistory: () => (/* binding */ foreignHistory),
/* harmony export */   insertSql: () => (/* binding */ insertSql),
/* harmony export */   lackedColumns: () => (/* binding */ lackedColumns),
/* harmony export */   lackedIn: () => (/* binding */ lackedIn),
/* harmony export */   outdatedHistory: () => (/* binding */ outdatedHistory),
/* harmony export */   prepareSql: () => (/* binding */ prepareSql),
/* harmony export */   qualified: () => (/* binding */ qualified),
/* harmony export */   readHeads: () => (/* binding */ readHeads),
/* harmony export */   readPresent: () => (/* binding */ readPresent),
/* harmony export */   recordSql: () => (/* binding */ recordSql),
/* harmony export */   recordedIn: () => (/* binding */ recordedIn),
/* harmony export */   recordedSql: () => (/* binding */ recordedSql),
/* harmony export */   viewOf: () => (/* binding */ viewOf)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _history_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3374);
/** What was done to the database: an append-only table, and a view of where it stands. */



/** What history says where there is none. */
const NOTHING = { applied: [], unfinished: [], released: undefined, last: 0 };
function qualified({ schema, table }) {
    return `${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(schema)}.${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(table)}`;
}
/** What is in effect now, by its name. */
function viewOf(history) {
    return qualified({ ...history, table: `${history.table}_current` });
}
/** Whether there is a history, as an expression. */
function existsSql(history) {
    return `pg_catalog.to_regclass(${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(qualified(history))}) IS NOT NULL`;
}
/**
 * Makes the table and the view when they are not there, as one message and so all or nothing. Times are always given:
 * there is no default. Whatever is committed durably later takes it to the disk. `sha` and `run` of the newest row are what
 * the database was last released from: a run's id, or `rollback 4711` when an environment's reviewers approved it.
 */
function createSql(history, hasSchema = false) {
    // Where it is there, its owner may have no right to make another.
    const schema = hasSchema ? '' : `CREATE SCHEMA IF NOT EXISTS ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(history.schema)};`;
    return `SET LOCAL synchronous_commit = off;
    ${schema}
    CREATE TABLE IF NOT EXISTS ${qualified(history)} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      direction text NOT NULL CHECK (direction IN ('up', 'down')),
      state text NOT NULL CHECK (state IN ('running', 'applied', 'failed', 'cancelled', 'baselined', 'repaired')),
      started_at timestamptz NOT NULL,
      finished_at timestamptz CHECK ((finished_at IS NULL) = (state = 'running')),
      lock_wait_ms integer NOT NULL,
      attempts integer NOT NULL,
      actor text NOT NULL,
      repository text NOT NULL,
      sha text NOT NULL,
      run_url text NOT NULL,
      run text NOT NULL,
      tool_version text NOT NULL,
      down_sql text,
      irreversible text,
      statement integer CHECK (statement > 0),
      CHECK (down_sql IS NOT NULL OR irreversible IS NOT NULL)
    );
    CREATE OR REPLACE VIEW ${viewOf(history)} AS
      SELECT id, version, name, checksum, finished_at, down_sql, irreversible FROM (
        SELECT DISTINCT ON (version) * FROM ${qualified(history)}
         WHERE state IN ('applied', 'baselined', 'repaired') ORDER BY version, id DESC
      ) AS latest WHERE direction = 'up';`;
}
/**
 * Reads where the database stands: one message, one round trip.
 * @throws the server's error 42P01 when there is no history
 */
async function readPresent(session, history) {
    const [applied = [], unfinished = [], [released] = [], [newest] = []] = await session.send(`SELECT id::float8 AS id, version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql", irreversible
       FROM ${viewOf(history)} ORDER BY id;
     SELECT version, name, checksum, direction, state, down_sql AS "downSql", coalesce(statement, 1) AS statement FROM (
       SELECT DISTINCT ON (version) * FROM ${qualified(history)} ORDER BY version, id DESC
     ) AS latest WHERE state = 'running'
        OR (state IN ('failed', 'cancelled') AND EXISTS (
              SELECT FROM ${qualified(history)} AS begun
               WHERE begun.version = latest.version AND begun.state = 'running' AND begun.started_at = latest.started_at));
     SELECT sha AS commit, run FROM ${qualified(history)} WHERE sha <> '' ORDER BY id DESC LIMIT 1;
     SELECT coalesce(max(id), 0)::float8 AS last FROM ${qualified(history)}`);
    const orUndefined = (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]));
    return {
        applied: applied.map(orUndefined), // the columns of the SELECT above
        unfinished: unfinished.map(orUndefined), // likewise
        released: released, // likewise
        last: Number(newest?.['last']),
    };
}
/**
 * What is in effect, in the order in which it took effect, read from the view alone: a user that may read nothing else
 * is enough.
 * @returns undefined when there is no history
 */
async function readHeads(session, history) {
    const [found] = await session.query(`SELECT ${existsSql(history)} AS exists`);
    if (found?.exists !== true)
        return undefined;
    return session.query(`SELECT version, name, checksum FROM ${viewOf(history)} ORDER BY id`);
}
/** What every entry of a run says. */
function constants(world, next) {
    const { run } = world;
    return {
        actor: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.actor),
        repository: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.repository),
        sha: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(next.commit),
        run_url: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.url),
        run: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(next.run),
        tool_version: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(world.toolVersion),
    };
}
function insert(history, values) {
    return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`;
}
function orNull(value) {
    return value === undefined ? 'NULL' : pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}
/**
 * The INSERT of one entry as text.
 * @param next what the database is released from by it
 */
function insertSql(history, entry, world, next) {
    const { migration, direction, state, startedAt, finishedAt, lockWaitMs, attempts, statement } = entry;
    return insert(history, {
        version: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(migration.version),
        name: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(migration.name),
        checksum: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(migration.checksum),
        direction: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(direction),
        state: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(state),
        started_at: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(startedAt.toISOString()),
        finished_at: orNull(finishedAt?.toISOString()),
        lock_wait_ms: String(Math.round(lockWaitMs)),
        attempts: String(attempts),
        down_sql: orNull(migration.downSql),
        irreversible: orNull(migration.irreversible),
        statement: statement === undefined ? 'NULL' : String(statement),
        ...constants(world, next),
    });
}
/** The names of a session's prepared statements. */
const PREPARED = 'omninode_applied';
const FOLLOWS = 'omninode_follows';
/**
 * Prepares the record of a file that was applied in its own transaction, and the proof that another was: parsed once,
 * not once a file. The server measures how long the transaction took, and adds that to the time that is given.
 */
function prepareSql(history, lockWaitMs, world, next) {
    const statement = insert(history, {
        version: '$1',
        name: '$2',
        checksum: '$3',
        direction: '$4',
        state: "'applied'",
        started_at: '$5',
        finished_at: '$5 + (pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp())',
        lock_wait_ms: String(Math.round(lockWaitMs)),
        attempts: '$6',
        down_sql: '$7',
        irreversible: '$8',
        ...constants(world, next),
    });
    return `PREPARE ${PREPARED} (text, text, text, text, timestamptz, integer, text, text) AS ${statement};
    PREPARE ${FOLLOWS} (text, text) AS SELECT 1 / coalesce((
      SELECT (version = $1 AND direction = $2 AND state = 'applied')::int FROM ${qualified(history)} ORDER BY id DESC LIMIT 1
    ), 0)`;
}
/** A statement that fails (22012, division by zero) unless history's newest entry is that file, applied; `prepareSql` came before. */
function followsSql({ version, direction }) {
    return `EXECUTE ${FOLLOWS} (${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(version)}, ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(direction)})`;
}
/** What was recorded as applied since an entry, in order; `recordedIn` reads its rows. */
function recordedSql(history, since) {
    return `SELECT version, direction FROM ${qualified(history)} WHERE state = 'applied' AND id > ${since} ORDER BY id`;
}
function recordedIn(rows) {
    return (rows ?? []); // the columns of `recordedSql`
}
/** Records a file within its transaction; `prepareSql` came before. */
function recordSql({ migration, direction, startedAt, attempts }) {
    const texts = [migration.version, migration.name, migration.checksum, direction, startedAt.toISOString()];
    const values = [
        ...texts.map((text) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(text)),
        String(attempts),
        orNull(migration.downSql),
        orNull(migration.irreversible),
    ];
    return `EXECUTE ${PREPARED} (${values.join(', ')})`;
}
/** What is missing of a table that another tool made under the same name. */
function foreignHistory(history, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_FOREIGN',
        what: `${(0,_history_table_js__WEBPACK_IMPORTED_MODULE_2__/* .historyName */ .GM)(history)} is not a history of this step: a column or its view is missing.`,
        fix: 'Give `history-table` another name; `command: baseline` adopts what another tool has recorded.',
        cause,
    });
}
/** What came to history after its first days, with what makes it. */
const later = {
    run: "text NOT NULL DEFAULT ''",
    statement: 'integer CHECK (statement > 0)',
};
/** What makes a table a history of ours, whenever it was made. */
const always = 'id version name checksum direction state started_at finished_at actor sha run_url down_sql irreversible';
/**
 * @param columns those of the table
 * @returns those that a history lacks because it was made before them; undefined when it is not a history at all
 */
function lackedIn(columns) {
    const names = new Set(columns);
    return always.split(' ').every((name) => names.has(name))
        ? Object.keys(later).filter((name) => !names.has(name))
        : undefined;
}
/** The columns that a history lacks because it was made before them; none when it is not a history at all. */
async function lackedColumns(session, history) {
    const columns = await session.query('SELECT attname AS name FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1) AND NOT attisdropped', [qualified(history)]);
    return lackedIn(columns.map(({ name }) => name)) ?? [];
}
/** History is a contract: it is changed by whoever owns it, and not in passing. */
function outdatedHistory(history, lacked, cause) {
    const name = (0,_history_table_js__WEBPACK_IMPORTED_MODULE_2__/* .historyName */ .GM)(history);
    const alterations = [
        ...lacked.map((column) => `ADD COLUMN ${column} ${later[column]}`),
        ...(lacked.includes('run') ? ['ALTER COLUMN run DROP DEFAULT'] : []),
    ];
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_OUTDATED',
        what: `${name} has no column ${lacked.map((column) => `\`${column}\``).join(', ')}.`,
        why: 'It was made before history kept which run a database was last released by, or where a file was cut off.',
        fix: `As its owner, once: ${alterations.map((each) => `ALTER TABLE ${name} ${each}`).join('; ')}.`,
        cause,
    });
}


/***/ })

};
