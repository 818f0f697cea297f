export const id = "migrate-apply+migrate-plan+migrate-prove+migrate-status-look";
export const ids = ["migrate-apply+migrate-plan+migrate-prove+migrate-status-look"];
export const modules = {

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   V6: () => (/* binding */ stillLockedSql),
/* harmony export */   bh: () => (/* binding */ tryLock),
/* harmony export */   c4: () => (/* binding */ prepareProofSql),
/* harmony export */   ln: () => (/* binding */ isLocked)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3374);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8090);
/* harmony import */ var _observer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6820);
/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */







const POLL = { shortest: 200, longest: 2_000 };
function lockKey(history) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', `omninode migrate ${(0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_6__/* .historyName */ .GM)(history)}`, 'buffer');
    return { high: digest.readInt32BE(0), low: digest.readInt32BE(4) };
}
/** Which rows of pg_locks are this lock, granted. pg_locks shows the halves unsigned, and the locks of all databases. */
function isLocked({ high, low }) {
    return `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${high >>> 0} AND l.objid = ${low >>> 0}
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
}
/** The name of a session's prepared statement. */
const LOCKED = 'omninode_locked';
/** Prepares the proof `shared`: understood and planned once, not once a file. */
function prepareProofSql(history, pid) {
    const { high, low } = lockKey(history);
    return `PREPARE ${LOCKED} AS
    SELECT 1 / (pg_catalog.pg_backend_pid() = ${pid} AND pg_catalog.pg_try_advisory_xact_lock(${high}, ${low}))::int`;
}
/** A statement that fails (22012, division by zero) unless this very session holds the lock. */
function stillLockedSql(history, pid, proof = 'listed') {
    return proof === 'shared'
        ? `EXECUTE ${LOCKED}`
        : `SELECT 1 / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = ${pid} AND l.pid = pg_catalog.pg_backend_pid() AND ${isLocked(lockKey(history))}`;
}
/** @returns the session that holds the lock, unless it has just ended */
async function holderOf(observer, key) {
    const [holder] = await observer.query(`SELECT ${_observer_js__WEBPACK_IMPORTED_MODULE_5__/* .PEER_SQL */ .O7} FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       LEFT JOIN pg_stat_progress_create_index p USING (pid) WHERE ${isLocked(key)}`);
    return holder;
}
/** Takes the lock if it is free. */
async function tryLock(session, history) {
    const { high, low } = lockKey(history);
    const [row] = await session.query(`SELECT pg_catalog.pg_try_advisory_lock(${high}, ${low}) AS locked`);
    return row?.locked === true;
}
/**
 * Waits for the lock, and names its holder meanwhile. It is freed when the session ends, however that happens.
 * @returns how many milliseconds it took
 * @throws Failure MIGRATE_LOCKED after `wait` milliseconds, naming the holder
 */
async function acquireLock(session, observer, history, wait, world) {
    try {
        return await poll(session, observer, history, wait, world);
    }
    finally {
        world.log.progress(undefined);
    }
}
async function poll(session, observer, history, wait, world) {
    const started = world.clock().getTime();
    for (let attempt = 1;; attempt++) {
        world.signal.throwIfAborted();
        const locked = await tryLock(session, history);
        const waited = world.clock().getTime() - started;
        if (locked)
            return waited;
        const holder = await holderOf(observer, lockKey(history));
        const who = holder === undefined ? 'a session that has just ended' : (0,_observer_js__WEBPACK_IMPORTED_MODULE_5__/* .describePeer */ .Eb)(holder, world.run);
        if (waited > wait) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
                code: 'MIGRATE_LOCKED',
                what: `Another migration run holds the lock, after ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(waited)} of waiting: ${who}.`,
                why: `\`lock-wait\` is ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(wait)}. Nothing was applied.`,
                fix: holder === undefined
                    ? 'Run it again.'
                    : `Wait for that run, or raise \`lock-wait\`. If nobody runs it any more: SELECT pg_terminate_backend(${holder.pid}).`,
            });
        }
        const since = waited < 1_000 ? '' : `${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(Math.floor(waited / 1_000) * 1_000)}: `;
        world.log.progress(`${since}waiting for the lock, held by ${who}`, 'at once');
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)((0,_toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_4__/* .backoff */ .J)(Math.min(attempt, 5), { ...POLL, random: world.random }), undefined, {
            signal: world.signal,
        });
    }
}


/***/ }),

/***/ 6820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ describePeer),
/* harmony export */   O7: () => (/* binding */ PEER_SQL),
/* harmony export */   be: () => (/* binding */ blockersOf),
/* harmony export */   hU: () => (/* binding */ cancelBackend),
/* harmony export */   mK: () => (/* binding */ buildProgress),
/* harmony export */   wQ: () => (/* binding */ namePeer)
/* harmony export */ });
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9047);
/* harmony import */ var _without_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(143);
/**
 * A second connection beside the one that migrates: it proves that nobody pools them, names who blocks, reads the
 * progress of index builds, and asks the server to cancel.
 */



/** Columns of a `Peer` from `pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p`. */
const PEER_SQL = `a.pid, a.application_name, coalesce(a.usename, '') AS user, coalesce(a.state, '') AS state,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start) * 1000)::int8::float8 AS connected_ms,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::int8::float8 AS transaction_ms,
  a.query_start, ${_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .STATEMENT_SQL */ .bD} AS query,
  p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                 WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done`;
function age(milliseconds) {
    return (0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, Math.round(milliseconds / 1_000) * 1_000));
}
/** The most characters of a statement that are told. */
const LONGEST = 160;
/** `pid 4711 (psql)` */
function namePeer({ pid, application_name, user }) {
    return `pid ${pid} (${application_name === '' ? user : application_name})`;
}
/** `pid 4711 (psql of app), in a transaction for 3 min, running: UPDATE \u2026`; the page of the run, if it is ours. */
function describePeer(peer, run) {
    const since = peer.connected_ms === null
        ? 'since when cannot be told without pg_read_all_stats'
        : peer.transaction_ms === null
            ? `connected for ${age(peer.connected_ms)}`
            : `in a transaction for ${age(peer.transaction_ms)}`;
    const statement = (0,_without_values_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutValues */ .l)(peer.query).slice(0, LONGEST).toWellFormed();
    const doing = peer.state === 'active'
        ? `, running: ${statement}`
        : peer.transaction_ms === null
            ? ''
            : `, idle after: ${statement}`;
    const percent = peer.done === null ? '' : ` (${Math.floor(peer.done)} %)`;
    const building = peer.phase === null ? '' : `, index build: ${peer.phase}${percent}`;
    const url = (0,_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .runUrlOf */ .Qm)(peer.application_name, run);
    return `${namePeer(peer)}, ${since}${doing}${building}${url === undefined ? '' : `; see ${url}`}`;
}
/** Those whom a session waits for right now. */
async function blockersOf(observer, pid) {
    return observer.query(`SELECT ${PEER_SQL} FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p USING (pid)
      WHERE a.pid = ANY (pg_blocking_pids($1)) ORDER BY a.backend_start`, [pid]);
}
/** How far the index build of a session is. */
async function buildProgress(observer, pid) {
    const [progress] = await observer.query(`SELECT phase, nullif(current_locker_pid, 0) AS locker,
            (CASE WHEN blocks_total > 0 THEN 100.0 * blocks_done / blocks_total
                  WHEN tuples_total > 0 THEN 100.0 * tuples_done / tuples_total END)::float8 AS done
       FROM pg_stat_progress_create_index WHERE pid = $1`, [pid]);
    return progress;
}
/** Asks the server to cancel what a session does. */
async function cancelBackend(observer, pid) {
    await observer.query('SELECT pg_cancel_backend($1)', [pid]);
}


/***/ }),

/***/ 143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ withoutValues)
/* harmony export */ });
/** The statement of another session without the values in it, which are rows of the database. */
const HIDDEN = '\u2026';
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /\p{N}[\p{L}\p{N}_.]*/uy;
const PARAMETER = /\$\p{N}+/uy;
const TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const COMMENT = /--[^\n]*/y;
const SPACE = /\s+/y;
const PREFIX = /^[ebxn]$/i;
function at(pattern, sql, from) {
    pattern.lastIndex = from;
    return pattern.exec(sql)?.[0];
}
/** Where a block comment ends, which may hold others; the end of the text when it does not. */
function afterComment(sql, from) {
    let depth = 0;
    for (let index = from; index < sql.length; index++) {
        const pair = sql.slice(index, index + 2);
        if (pair !== '/*' && pair !== '*/')
            continue;
        depth += pair === '/*' ? 1 : -1;
        index++;
        if (depth === 0)
            return index + 1;
    }
    return sql.length;
}
/** Where a quoted text ends; undefined when it does not, or when only the server knows. */
function afterQuote(sql, from, escapes) {
    const quote = sql[from];
    for (let index = from + 1; index < sql.length; index++) {
        // Without `E` it is a character or an escape, by a setting of the other session.
        if (sql[index] === '\\' && quote === "'") {
            if (!escapes)
                return undefined;
            index++;
        }
        else if (sql[index] === quote) {
            if (sql[index + 1] !== quote)
                return index + 1;
            index++;
        }
    }
    return undefined;
}
/**
 * Names and words in one line; `\u2026` for texts and numbers. Comments are left out, and so is everything from where it
 * cannot be told what is a value.
 * @param sql as `pg_stat_activity` has it: the server may have cut it off anywhere
 */
function withoutValues(sql) {
    let told = '';
    let index = 0;
    while (index < sql.length) {
        const word = at(WORD, sql, index);
        const dollar = at(TAG, sql, index);
        const kept = at(PARAMETER, sql, index);
        const hidden = at(NUMBER, sql, index);
        const blank = at(SPACE, sql, index) ?? at(COMMENT, sql, index);
        const prefixed = word !== undefined && PREFIX.test(word) && sql[index + 1] === "'";
        if (sql[index] === "'" || prefixed) {
            const end = afterQuote(sql, index + (prefixed ? 1 : 0), prefixed && /e/i.test(word));
            told += HIDDEN;
            index = end ?? sql.length;
        }
        else if (sql[index] === '"') {
            const end = afterQuote(sql, index, false);
            told += end === undefined ? HIDDEN : sql.slice(index, end);
            index = end ?? sql.length;
        }
        else if (dollar !== undefined) {
            const end = sql.indexOf(dollar, index + dollar.length);
            told += HIDDEN;
            index = end < 0 ? sql.length : end + dollar.length;
        }
        else if (sql.startsWith('/*', index)) {
            told += ' ';
            index = afterComment(sql, index);
        }
        else if (blank !== undefined) {
            told += ' ';
            index += blank.length;
        }
        else if (hidden !== undefined) {
            told += HIDDEN;
            index += hidden.length;
        }
        else {
            const rest = word ?? kept ?? String.fromCodePoint(sql.codePointAt(index) ?? 0);
            told += rest;
            index += rest.length;
        }
    }
    return told.replace(/ {2,}/g, ' ').trim();
}


/***/ }),

/***/ 9899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   fi: () => (/* binding */ sqlFailure),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6027);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7910);
/** A server's error as a failure on the exact line of the migration, with what to do about it. */



/** By SQLSTATE; see PostgreSQL's appendix A. */
const advice = {
    '23505': 'Remove the duplicate rows, then run it again.',
    '23502': 'Fill the missing values first, in a migration before this one.',
    '23503': 'Remove or complete the rows that refer to nothing, then run it again.',
    '23514': 'Correct the rows that break the constraint, then run it again.',
    '25001': 'Move it into a migration of its own: it cannot run inside a transaction.',
    '40P01': 'Run it again: the server ended one of two sessions that waited for each other.',
    '42501': 'Grant the right to the user of the database URL.',
    '42601': 'Correct the statement.',
    '42703': 'Check the name of the column, and that an earlier migration makes it.',
    '42P01': 'Check the name of the table, and that an earlier migration makes it.',
    '42P07': 'It exists already: somebody made it by hand, or under another name.',
    '53100': 'Make room on the disk of the server, then run it again.',
    '55006': 'Something still uses the object; end that first.',
    '55P03': 'Another session holds a lock that it needs. Run it again when that has finished, or raise `lock-timeout`.',
    '55P04': 'A new enum value can be used only after its migration has been committed: split the file.',
    '57014': 'It took longer than `statement-timeout`, or somebody cancelled it. Raise `statement-timeout`, for this file with `-- migrate: statement-timeout 10m`.',
};
/** What the server says of a right that is missing, and how it is given. */
const rights = [
    [/^permission denied for database (.+)$/, (name) => `GRANT CREATE ON DATABASE ${name} TO <user>`],
    [/^permission denied for schema (.+)$/, (name) => `GRANT USAGE, CREATE ON SCHEMA ${name} TO <user>`],
    [
        /^permission denied for (?:table|view|sequence) (.+)$/,
        (name) => `GRANT ALL ON ${name} TO <user>, or make it its owner`,
    ],
    [
        /^permission denied for (?:function|procedure) (.+)$/,
        (name) => `GRANT EXECUTE ON FUNCTION ${name} TO <user>`,
    ],
    [
        /^must be owner of \S+ (.+)$/,
        (name) => `give ${name} to the user, or GRANT <the role that owns it> TO <user>`,
    ],
];
function missingRight({ code, message }) {
    if (code !== '42501')
        return undefined;
    for (const [said, fix] of rights) {
        const name = said.exec(message)?.[1];
        if (name !== undefined)
            return `${fix(/^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)}; <user> is that of the database URL.`;
    }
    return undefined;
}
function isServerError(error) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        'message' in error &&
        /^[0-9A-Z]{5}$/.test(String(error.code)));
}
/** @throws Failure DATABASE_ERROR instead of an error of the server about a statement of our own */
async function explained(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).length > 0 || !isServerError(error))
            throw error;
        throw ownStatement(error);
    }
}
function ownStatement(error) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_ERROR',
        what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
        fix: missingRight(error) ??
            'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
        cause: error,
    });
}
/** The line inside a DO block that `where` tells: `PL/pgSQL function inline_code_block line 3 at \u2026`. */
function blockLine(statement, where) {
    const line = Number(/inline_code_block line (\d+)/.exec(where ?? '')?.[1]);
    if (!('DoStmt' in statement.node) || Number.isNaN(line))
        return undefined;
    const body = /\$[^$]*\$|'/.exec(statement.text);
    if (body === null)
        return undefined;
    // The block's first line is the one on which its quote opens.
    return statement.line + statement.text.slice(0, body.index).split('\n').length - 1 + line - 1;
}
/** Where in a file the server is that says something, as far as that can be told. */
function placeIn(error, script, sent, completed) {
    if (error.position !== undefined) {
        const base = sent.statement === undefined ? script.sql : sent.statement.text;
        const within = Number(error.position) - 1 - [...sent.prefix].length;
        const offset = (sent.statement?.offset ?? 0) + (0,_statements_js__WEBPACK_IMPORTED_MODULE_2__/* .fromCodePoints */ .f6)(base, within);
        if (within >= 0 && offset <= script.sql.length)
            return new _statements_js__WEBPACK_IMPORTED_MODULE_2__/* .Places */ .N4(script.sql).at(offset);
    }
    const statement = sent.statement ?? (completed === undefined ? undefined : script.statements[completed - sent.before]);
    if (statement === undefined)
        return undefined;
    const line = blockLine(statement, error.where);
    return line === undefined ? { line: statement.line, column: statement.column } : { line };
}
/**
 * @param completed how many statements of the message were complete before the error: it tells the line of errors that
 * have no position, such as a broken constraint
 */
function sqlFailure(error, script, sent, completed, stands) {
    const { code, detail, hint, where } = error;
    const place = placeIn(error, script, sent, completed);
    const end = sent.before + script.statements.length;
    const atEnd = place === undefined && completed !== undefined && completed >= end;
    // Constraints are checked at the end; behind them the tool writes its record.
    if (atEnd && completed > end && code === '42501')
        return ownStatement(error);
    const source = { file: script.file, ...(place ?? { line: script.statements[0]?.line ?? 1 }) };
    const shown = place === undefined ? '' : (0,_statements_js__WEBPACK_IMPORTED_MODULE_2__/* .caret */ .OW)(script.sql, place.line, place.column ?? 1);
    const why = [
        atEnd
            ? `It came at the end of the transaction${completed === end ? ', when deferred constraints are checked' : ''}.`
            : undefined,
        detail,
        where?.split('\n')[0],
    ].filter((part) => part !== undefined);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_FAILED',
        what: `${(0,_toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__/* .messageAbout */ .Pd)(error, script.sql)} (SQLSTATE ${code}).${shown}`,
        why: why.length > 0 ? why.join(' ') : 'The server refused the statement.',
        fix: `${missingRight(error) ?? advice[code] ?? hint ?? 'Correct the file.'} ${stands}`,
        source,
        cause: error,
    });
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ recordedIn),
/* harmony export */   CA: () => (/* binding */ prepareSql),
/* harmony export */   Dm: () => (/* binding */ recordedSql),
/* harmony export */   Il: () => (/* binding */ readPresent),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   NT: () => (/* binding */ outdatedHistory),
/* harmony export */   PQ: () => (/* binding */ createSql),
/* harmony export */   Rh: () => (/* binding */ existsSql),
/* harmony export */   aC: () => (/* binding */ recordSql),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   ht: () => (/* binding */ followsSql),
/* harmony export */   mv: () => (/* binding */ lackedIn),
/* harmony export */   sZ: () => (/* binding */ lackedColumns),
/* harmony export */   y_: () => (/* binding */ insertSql),
/* harmony export */   zf: () => (/* binding */ foreignHistory)
/* harmony export */ });
/* unused harmony export readHeads */
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


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ backoff),
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
 * @throws the last error; the signal's reason when aborted while waiting.
 */
async function retry(options, attempt) {
    for (let number = 1;; number++) {
        try {
            return await attempt(number);
        }
        catch (error) {
            if (number >= options.attempts || options.signal.aborted || options.classify(error) === 'refuse')
                throw error;
            const pause = options.pauseOf?.(error) ?? 0;
            if (pause > LONGEST_PAUSE)
                throw error;
            const wait = Math.max(pause, backoff(number, options));
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ })

};
