export const id = 902;
export const ids = [902,407,275];
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


/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyMigrations: () => (/* binding */ applyMigrations),
  planMigrations: () => (/* binding */ planMigrations)
});

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/actions/migrate/src/concurrent-index.js
/** Builds of concurrent indexes: found, judged and repaired, so that a failed build never counts as done. */


function nameOf({ schema, name }) {
    return schema === undefined
        ? esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name)
        : `${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(schema)}.${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name)}`;
}
async function indexState({ client }, index) {
    const { rows } = await client.query('SELECT indisvalid AND indisready AS usable FROM pg_index WHERE indexrelid = to_regclass($1)', [nameOf(index)]);
    if (rows[0] === undefined)
        return 'absent';
    return rows[0].usable ? 'valid' : 'invalid';
}
/** Drops what a failed build left. It serves no query, but slows every write. */
async function dropInvalid(session, index, world) {
    if ((await indexState(session, index)) !== 'invalid')
        return;
    world.log.info(`dropping the unfinished index ${nameOf(index)} of an earlier build`);
    await session.client.query(`DROP INDEX CONCURRENTLY ${nameOf(index)}`);
}
/** @throws Failure INDEX_INVALID when the index is not usable after its build */
async function requireValid(session, index, file, line) {
    if ((await indexState(session, index)) === 'valid')
        return;
    throw new failure/* Failure */.HR({
        code: 'INDEX_INVALID',
        what: `The index ${nameOf(index)} is not valid after its build.`,
        why: 'IF NOT EXISTS turns a failed build into success; the index itself tells.',
        fix: 'Run it again: the unfinished index is dropped and built anew.',
        source: { file, line },
    });
}

// EXTERNAL MODULE: ./build/actions/migrate/src/history.js
var src_history = __webpack_require__(3275);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(1376);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/migrate/src/parser.js
/** PostgreSQL's own grammar (libpg_query, PostgreSQL 18), loaded when SQL has to be understood. */



class SqlSyntaxError extends Error {
    name = 'SqlSyntaxError';
    /** In code points, from 0. */
    position;
    constructor(message, position) {
        super(message);
        this.position = position;
    }
}
let loaded;
/** Beside a bundle lies a copy of the module, because its WebAssembly must lie beside it. */
function load() {
    const requireFrom = (0,external_node_module_.createRequire)(import.meta.url);
    const beside = (0,external_node_path_.join)(import.meta.dirname, 'libpg-query.cjs');
    const create = requireFrom((0,external_node_fs_.existsSync)(beside) ? beside : 'libpg-query/wasm/libpg-query.js');
    return create();
}
/** The offsets of result and error structs are those of libpg_query's C interface: 32-bit pointers and ints. */
function parseWith(module, sql) {
    const bytes = Buffer.byteLength(sql) + 1;
    const query = module._malloc(bytes);
    module.stringToUTF8(sql, query, bytes);
    const result = module._wasm_parse_query_raw(query);
    try {
        const error = module.getValue(result + 8, 'i32');
        if (error !== 0) {
            const message = module.UTF8ToString(module.getValue(error, 'i32'));
            throw new SqlSyntaxError(message, Math.max(0, module.getValue(error + 16, 'i32') - 1));
        }
        const tree = JSON.parse(module.UTF8ToString(module.getValue(result, 'i32')));
        return (tree.stmts ?? []).map(({ stmt = {}, stmt_location = 0, stmt_len = 0 }) => ({
            node: stmt,
            start: stmt_location,
            end: stmt_len === 0 ? bytes - 1 : stmt_location + stmt_len,
        }));
    }
    finally {
        module._free(query);
        module._wasm_free_parse_result(result);
    }
}
/** @throws SqlSyntaxError from the returned function */
async function loadParser() {
    loaded ??= load();
    const module = await loaded;
    return (sql) => {
        // The C interface ends a text at a NUL, and would not see what follows.
        const nul = sql.indexOf('\0');
        if (nul !== -1)
            throw new SqlSyntaxError('a NUL character', [...sql.slice(0, nul)].length);
        return parseWith(module, sql);
    };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/statements.js
/** What a migration file consists of: its statements, and whether they run in one transaction or each alone. */


function member(node, name) {
    const value = node[name];
    return typeof value === 'object' && value !== null ? value : undefined;
}
/** Why a statement cannot run inside a transaction, by PostgreSQL's own documentation of each command. */
function aloneReason(node) {
    if (member(node, 'IndexStmt')?.['concurrent'] === true)
        return 'CREATE INDEX CONCURRENTLY';
    if (member(node, 'DropStmt')?.['concurrent'] === true)
        return 'DROP INDEX CONCURRENTLY';
    const reindex = member(node, 'ReindexStmt');
    if (reindex !== undefined && JSON.stringify(reindex['params'] ?? '').includes('"concurrently"'))
        return 'REINDEX CONCURRENTLY';
    const alter = member(node, 'AlterTableStmt');
    if (alter !== undefined && JSON.stringify(alter).includes('"concurrent":true'))
        return 'DETACH PARTITION CONCURRENTLY';
    if (member(node, 'VacuumStmt')?.['is_vacuumcmd'] === true)
        return 'VACUUM';
    const kinds = {
        AlterSystemStmt: 'ALTER SYSTEM',
        CreatedbStmt: 'CREATE DATABASE',
        DropdbStmt: 'DROP DATABASE',
        CreateTableSpaceStmt: 'CREATE TABLESPACE',
        DropTableSpaceStmt: 'DROP TABLESPACE',
        CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
    };
    return Object.entries(kinds).find(([kind]) => kind in node)?.[1];
}
function refusal(node) {
    if ('TransactionStmt' in node) {
        return {
            what: 'A migration may not begin or end a transaction.',
            fix: 'Remove the statement: every file is one transaction already.',
        };
    }
    const copy = member(node, 'CopyStmt');
    if (copy?.['is_from'] === true && copy['filename'] === undefined) {
        return { what: 'COPY FROM stdin has no data here.', fix: 'Write the rows as INSERT … VALUES.' };
    }
    const index = member(node, 'IndexStmt');
    if (index?.['concurrent'] === true && index['idxname'] === undefined) {
        return {
            what: 'This concurrent index has no name.',
            fix: 'Name it: only then can an unfinished build be found and repaired.',
        };
    }
    return undefined;
}
function indexOf(node) {
    const index = member(node, 'IndexStmt');
    const name = index?.['idxname'];
    if (index?.['concurrent'] !== true || typeof name !== 'string')
        return undefined;
    const schema = member(index, 'relation')?.['schemaname'];
    return { name, schema: typeof schema === 'string' ? schema : undefined };
}
/** The comments and blanks in front of a statement belong to its text, but not to its place. */
function leading(text) {
    const skipped = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/.exec(text);
    return skipped?.[0].length ?? 0;
}
function lineAt(text, index) {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}
/** Line and column, from 1, of a place given in code points. */
function positionIn(sql, codePoints) {
    const before = [...sql].slice(0, codePoints).join('');
    return { line: lineAt(sql, before.length), column: before.length - before.lastIndexOf('\n') };
}
function syntaxFailure(error, file, sql) {
    if (!(error instanceof SqlSyntaxError))
        return error;
    const line = positionIn(sql, error.position);
    const psql = /^\s*\\/.test(sql.split('\n')[line.line - 1] ?? '');
    return new failure/* Failure */.HR({
        code: 'SQL_SYNTAX',
        what: psql ? 'This is a command of psql, not SQL.' : `This is not valid SQL: ${error.message}.`,
        fix: psql ? 'Write it as SQL; files are sent to the server as they are.' : 'Correct the statement.',
        source: { file, ...line },
        cause: error,
    });
}
/**
 * Splits and classifies a file.
 * @throws Failure SQL_SYNTAX, SQL_REFUSED or SQL_MIXED, each on its line.
 */
function readScript(parse, file, sql) {
    let raw;
    try {
        raw = parse(sql);
    }
    catch (error) {
        throw syntaxFailure(error, file, sql);
    }
    const bytes = Buffer.from(sql);
    const statements = raw.map(({ node, start, end }) => {
        const whole = bytes.subarray(start, end).toString('utf8');
        const skipped = leading(whole);
        const line = lineAt(sql, bytes.subarray(0, start).toString('utf8').length + skipped);
        const refused = refusal(node);
        if (refused !== undefined)
            throw new failure/* Failure */.HR({ code: 'SQL_REFUSED', ...refused, source: { file, line } });
        return { text: whole.slice(skipped), line, alone: aloneReason(node), index: indexOf(node) };
    });
    const alone = statements.find((statement) => statement.alone !== undefined);
    const together = statements.find((statement) => statement.alone === undefined);
    if (alone !== undefined && together !== undefined) {
        throw new failure/* Failure */.HR({
            code: 'SQL_MIXED',
            what: `${alone.alone} (line ${alone.line}) cannot run inside a transaction, but line ${together.line} needs one.`,
            why: 'If one of them fails, the other could not be undone with it.',
            fix: 'Split the file: what runs alone goes into a migration of its own.',
            source: { file, line: alone.line },
        });
    }
    return { file, sql, statements, transactional: alone === undefined };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/sql-failure.js
/** A server's error as a failure on the exact line of the migration, with what to do about it. */


/** By SQLSTATE; see PostgreSQL's appendix A. */
const advice = {
    '23505': 'Remove the duplicate rows, then run it again.',
    '23502': 'Fill the missing values first, in a migration before this one.',
    '23503': 'Remove or complete the rows that refer to nothing, then run it again.',
    '40P01': 'Run it again: the server ended one of two sessions that waited for each other.',
    '42501': 'Grant the right to the user of `database-url`.',
    '42601': 'Correct the statement.',
    '42703': 'Check the name of the column, and that an earlier migration makes it.',
    '42P01': 'Check the name of the table, and that an earlier migration makes it.',
    '42P07': 'It exists already: somebody made it by hand, or under another name.',
    '55P03': 'Another session holds a lock that it needs. Run it again when that has finished, or raise `lock-timeout`.',
    '57014': 'It took longer than `statement-timeout`.',
};
function isServerError(error) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        'message' in error &&
        /^[0-9A-Z]{5}$/.test(String(error.code)));
}
function caret(sql, line, column) {
    const text = sql.split('\n')[line - 1] ?? '';
    return `\n    ${text}\n    ${' '.repeat(column - 1)}^`;
}
/**
 * @param offset code points that were sent in front of the file's own text
 * @param statement the one that ran, when they were sent one by one
 */
function sqlFailure(error, script, offset, statement) {
    const { code = '', message, detail, hint, where } = error;
    let place = { line: statement?.line ?? script.statements[0]?.line ?? 1 };
    if (error.position !== undefined) {
        const within = Number(error.position) - 1 - offset;
        if (statement === undefined)
            place = positionIn(script.sql, Math.max(0, within));
        else {
            const { line, column } = positionIn(statement.text, Math.max(0, within));
            place = { line: statement.line + line - 1, column };
        }
    }
    const shown = place.column === undefined ? '' : caret(script.sql, place.line, place.column);
    return new failure/* Failure */.HR({
        code: 'MIGRATION_FAILED',
        what: `${message} (SQLSTATE ${code}).${shown}`,
        why: [detail, where].filter((part) => part !== undefined).join(' ') || 'The server refused the statement.',
        fix: `${advice[code] ?? hint ?? 'Correct the file.'} Nothing of this file was applied.`,
        source: { file: script.file, ...place },
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/apply.js
/** Runs one script and records it: in one transaction when it can be, statement by statement when not. */




async function cancellable(context, cancel, work) {
    const { world, session } = context;
    world.signal.throwIfAborted();
    const onAbort = () => void cancel(session.pid).catch(() => undefined); // the session's end rolls back as well
    world.signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await work();
    }
    finally {
        world.signal.removeEventListener('abort', onAbort);
    }
}
function cancelledFailure({ script }, unfinished) {
    return new failure/* Failure */.HR({
        code: 'MIGRATE_CANCELLED',
        what: `The run was cancelled during ${script.file}.`,
        why: unfinished,
        fix: 'Run it again: it goes on with this file.',
        source: { file: script.file, line: 1 },
    });
}
async function applyTransaction(job, context, cancel) {
    const { session, history, world } = context;
    const { script, ...entry } = job;
    const startedAt = world.clock();
    const before = 'BEGIN;\n';
    // One message, one round trip, one transaction: the file and its history row stand or fall together.
    const record = (0,src_history.insertSql)(history, { ...entry, state: 'applied', startedAt, finishedAt: world.clock() }, world);
    try {
        await cancellable(context, cancel, () => session.client.query(`${before}${script.sql}\n;SET LOCAL ROLE NONE;${record};\nCOMMIT`));
    }
    catch (error) {
        await session.client.query('ROLLBACK').catch(() => undefined); // a broken connection has rolled back
        if (world.signal.aborted)
            throw cancelledFailure(job, 'It was rolled back; nothing of it was applied.');
        if (!isServerError(error))
            throw error;
        throw sqlFailure(error, script, [...before].length);
    }
}
async function runAlone(statement, interrupted, job, context, cancel) {
    const { session, world } = context;
    const { index } = statement;
    if (index !== undefined) {
        await dropInvalid(session, index, world);
        // Only what our own interrupted run left is taken for ours.
        if (interrupted && (await indexState(session, index)) === 'valid') {
            world.log.info(`${index.name} was built by the interrupted run already`);
            return;
        }
    }
    try {
        await cancellable(context, cancel, () => session.client.query(statement.text));
    }
    catch (error) {
        if (index !== undefined)
            await dropInvalid(session, index, world).catch(() => undefined); // the next run drops it
        if (world.signal.aborted)
            throw cancelledFailure(job, 'Statements before this one stay; an unfinished index was dropped.');
        if (!isServerError(error))
            throw error;
        throw sqlFailure(error, job.script, 0, statement);
    }
    if (index !== undefined)
        await requireValid(session, index, job.script.file, statement.line);
}
async function applyAlone(job, context, cancel) {
    const { session, history, world } = context;
    const { script, ...entry } = job;
    const interrupted = await (0,src_history.wasInterrupted)(session, history, job.migration.version);
    const startedAt = world.clock();
    const record = async (state) => {
        const finished = state === 'running' ? {} : { finishedAt: world.clock() };
        await session.client.query((0,src_history.insertSql)(history, { ...entry, state, startedAt, ...finished }, world));
    };
    await record('running');
    // Waiting inside a concurrent build blocks nobody, and being cut off there leaves an invalid index.
    await session.client.query('SET lock_timeout = 0');
    try {
        for (const statement of script.statements)
            await runAlone(statement, interrupted, job, context, cancel);
    }
    catch (error) {
        await record(world.signal.aborted ? 'cancelled' : 'failed').catch(() => undefined); // `running` says enough
        throw error;
    }
    await record('applied');
}
/**
 * Applies one script. Settings that it changed are put back afterwards.
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, INDEX_INVALID
 */
async function applyScript(job, context, cancel) {
    if (job.script.transactional)
        await applyTransaction(job, context, cancel);
    else
        await applyAlone(job, context, cancel);
    await context.session.reset();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lock.js
/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */





const POLL = { shortest: 200, longest: 2_000 };
/** Milliseconds between two messages about the same wait. */
const TELL_MS = 5_000;
/** The two halves of a 64-bit key, as signed 32-bit numbers: pg_locks shows them so. */
function lockKey(historyTable) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`omninode migrate ${historyTable}`).digest();
    return { high: hash.readInt32BE(0), low: hash.readInt32BE(4) };
}
async function holderOf({ client }, { high, low }) {
    const { rows } = await client.query(`SELECT a.pid, a.application_name, a.state, left(regexp_replace(a.query, '\\s+', ' ', 'g'), 120) AS query,
            extract(epoch FROM clock_timestamp() - a.backend_start)::int AS seconds
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = $1::bigint::oid AND l.objid = $2::bigint::oid`, [high >>> 0, low >>> 0]);
    return rows[0];
}
function describe({ pid, application_name, seconds, state, query }) {
    const doing = state === 'active' ? `, running: ${query}` : '';
    return `pid ${pid} (${application_name}), connected for ${(0,duration/* formatDuration */.a)(seconds * 1_000)}${doing}`;
}
/**
 * Waits for the lock, and names its holder meanwhile. It is freed when the session ends, however that happens.
 * @returns how many milliseconds it took
 * @throws Failure MIGRATE_LOCKED after `wait` milliseconds, naming the holder
 */
async function acquireLock(session, historyTable, wait, world) {
    const key = lockKey(historyTable);
    const started = world.clock().getTime();
    let told = Number.NEGATIVE_INFINITY;
    for (let attempt = 1;; attempt++) {
        world.signal.throwIfAborted();
        const { rows } = await session.client.query('SELECT pg_try_advisory_lock($1, $2) AS held', [key.high, key.low]);
        const waited = world.clock().getTime() - started;
        if (rows[0]?.held === true)
            return waited;
        const holder = await holderOf(session, key);
        const who = holder === undefined ? 'a session that has just ended' : describe(holder);
        if (waited > wait) {
            throw new failure/* Failure */.HR({
                code: 'MIGRATE_LOCKED',
                what: `Another migration run holds the lock since before ${(0,duration/* formatDuration */.a)(waited)}: ${who}.`,
                fix: 'Wait for that run, or raise `lock-wait`. If nobody runs it any more, end its session with pg_terminate_backend.',
            });
        }
        if (waited - told >= TELL_MS) {
            told = waited;
            world.log.info(`waiting for the lock, held by ${who}`);
        }
        await (0,promises_.setTimeout)((0,retry/* backoff */.J)(Math.min(attempt, 5), { ...POLL, random: world.random }), undefined, {
            signal: world.signal,
        });
    }
}

// EXTERNAL MODULE: ./build/actions/migrate/src/files.js
var files = __webpack_require__(1456);
;// CONCATENATED MODULE: ./build/actions/migrate/src/plan.js
/** What is to be done: the folder held against what history says was applied. */



function edited(migration, applied) {
    return new failure/* Failure */.HR({
        code: 'MIGRATION_EDITED',
        what: `${migration.up.file} was applied with another content.`,
        why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
        fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration.',
        source: { file: migration.up.file, line: 1 },
    });
}
/** All that contradicts history. */
function contradictions(migrations, applied, folder) {
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    const done = new Set(applied.map((each) => each.version));
    const head = applied.at(-1)?.version ?? '';
    const gone = applied.flatMap((each) => {
        const migration = files.get(each.version);
        if (migration !== undefined)
            return migration.checksum === each.checksum ? [] : [edited(migration, each)];
        return [
            new failure/* Failure */.HR({
                code: 'MIGRATION_GONE',
                what: `${each.version}_${each.name} is applied, but not in ${folder}.`,
                fix: 'Bring the file back: this checkout is older than the database, or the file was removed.',
            }),
        ];
    });
    const late = migrations
        .filter((migration) => !done.has(migration.version) && migration.version < head)
        .map((migration) => new failure/* Failure */.HR({
        code: 'MIGRATION_OUT_OF_ORDER',
        what: `${migration.up.file} is not applied, but ${head} is.`,
        why: 'Migrations run in the order of their numbers, everywhere.',
        fix: 'Give it the next free number.',
        source: { file: migration.up.file, line: 1 },
    }));
    return [...gone, ...late];
}
function readAll(parse, migrations, direction) {
    const problems = [];
    const tasks = migrations.flatMap((migration) => {
        try {
            const { file, sql } = migration[direction];
            return [{ migration, script: readScript(parse, file, sql) }];
        }
        catch (error) {
            const known = (0,failure/* failuresIn */.xM)(error);
            if (known.length === 0)
                throw error;
            problems.push(...known);
            return [];
        }
    });
    (0,failure/* throwIfAny */.MI)(problems);
    return tasks;
}
/**
 * The migrations that are not applied yet, in order.
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function pendingTasks(migrations, applied, folder, loadParser) {
    (0,failure/* throwIfAny */.MI)(contradictions(migrations, applied, folder));
    const done = new Set(applied.map((each) => each.version));
    const pending = migrations.filter((migration) => !done.has(migration.version));
    return pending.length === 0 ? [] : readAll(await loadParser(), pending, 'up');
}
/** The last `steps` migrations that were applied, the newest first, with the rollbacks that history keeps. */
async function rollbackTasks(applied, steps, folder, loadParser) {
    const newestFirst = [...applied].sort((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime() || (a.version < b.version ? 1 : -1));
    const migrations = newestFirst.slice(0, steps).map(({ version, name, checksum, downSql }) => {
        const base = `${folder}/${version}_${name}`;
        return {
            version,
            name,
            checksum,
            up: { file: `${base}.up.sql`, sql: '' },
            down: { file: `${base}.down.sql`, sql: downSql },
        };
    });
    return migrations.length === 0 ? [] : readAll(await loadParser(), migrations, 'down');
}
/** How a task is called in plans and outcomes. */
function taskAddress({ migration }, direction) {
    return direction === 'up' ? (0,files/* addressOf */.ci)(migration) : `${(0,files/* addressOf */.ci)(migration)} (down)`;
}
/** What running a task does, for the plan: all that the review covers. */
function taskValue({ script }) {
    return {
        checksum: (0,files/* checksumOf */.lf)(script.sql),
        transaction: script.transactional,
        statements: script.statements.map((statement) => statement.text),
    };
}

// EXTERNAL MODULE: ./build/actions/migrate/src/session.js
var src_session = __webpack_require__(2407);
;// CONCATENATED MODULE: ./build/actions/migrate/src/run.js
/** A whole migration run against one database: look, lock, look again, apply. */











async function withSession(run, world, work) {
    const session = await (0,src_session.connect)(run.target, run.settings, world);
    try {
        return await work(session);
    }
    catch (error) {
        if ((0,failure/* failuresIn */.xM)(error).length > 0 || !isServerError(error))
            throw error;
        throw new failure/* Failure */.HR({
            code: 'DATABASE_ERROR',
            what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
            fix: 'Grant the user of `database-url` what it needs: its own schema for the history, and pg_read_all_stats to name lock holders.',
            cause: error,
        });
    }
    finally {
        await session.close();
    }
}
function tasksOf(run, applied) {
    return run.direction === 'up'
        ? pendingTasks(run.migrations, applied, run.folder, loadParser)
        : rollbackTasks(applied, run.steps, run.folder, loadParser);
}
/** Reads only: neither the history nor its schema is made. */
async function planMigrations(run, world) {
    return withSession(run, world, async (session) => {
        const applied = (await (0,src_history.historyExists)(session, run.history)) ? await (0,src_history.readApplied)(session, run.history) : [];
        const tasks = await tasksOf(run, applied);
        const plan = (0,model_plan/* makePlan */.Cs)({
            step: 'migrate',
            target: `postgres ${run.target.database}`,
            createdAt: world.clock(),
            changes: tasks.map((task) => ({
                action: 'run',
                address: taskAddress(task, run.direction),
                kind: 'migration',
                source: { file: task.script.file, line: 1 },
                after: taskValue(task),
                ...(task.script.transactional ? {} : { note: 'runs outside a transaction' }),
            })),
            inputs: { direction: run.direction, history: `${run.history.schema}.${run.history.table}` },
            sources: Object.fromEntries(run.migrations.map((migration) => [migration.up.file, migration.checksum])),
        });
        return { plan, head: applied.at(-1)?.version ?? '' };
    });
}
/** Asks the server, over a connection of its own, to end what a session is doing. */
async function cancelSession(run, world, pid) {
    const session = await (0,src_session.connect)(run.target, run.settings, world);
    try {
        await session.client.query('SELECT pg_cancel_backend($1)', [pid]);
    }
    finally {
        await session.close();
    }
}
function jobOf({ migration, script }, run, lockWaitMs) {
    const { version, name, checksum, down } = migration;
    return {
        migration: { version, name, checksum, downSql: down.sql },
        direction: run.direction,
        lockWaitMs,
        script,
    };
}
async function applyMigrations(plan, run, world) {
    const startedAt = world.clock();
    const results = [];
    await withSession(run, world, async (session) => {
        const waited = await acquireLock(session, `${run.history.schema}.${run.history.table}`, run.lockWait, world);
        await (0,src_history.createHistory)(session, run.history);
        // While waiting for the lock, its holder may have done some of the work.
        const tasks = await tasksOf(run, await (0,src_history.readApplied)(session, run.history));
        const left = new Map(tasks.map((task) => [taskAddress(task, run.direction), task]));
        for (const { address } of plan.changes) {
            const task = left.get(address);
            if (task === undefined) {
                results.push({
                    address,
                    action: 'run',
                    status: 'skipped',
                    durationMs: 0,
                    message: 'another run has done it meanwhile',
                });
                continue;
            }
            const began = world.clock().getTime();
            try {
                await applyScript(jobOf(task, run, waited), { session, history: run.history, world }, (pid) => cancelSession(run, world, pid));
            }
            catch (error) {
                tellWhereItStands(plan, results, address, world);
                throw error;
            }
            const durationMs = world.clock().getTime() - began;
            results.push({ address, action: 'run', status: 'done', durationMs });
            world.log.info(`${run.direction === 'up' ? 'applied' : 'rolled back'} ${address} in ${(0,duration/* formatDuration */.a)(durationMs)}`);
        }
    });
    return (0,outcome/* makeOutcome */.v$)({
        step: 'migrate',
        target: plan.target,
        digest: plan.digest,
        startedAt,
        finishedAt: world.clock(),
        status: 'succeeded',
        changed: results.some((result) => result.status === 'done'),
        results,
    });
}
/** After a failure people first want to know what was done and what was not. */
function tellWhereItStands(plan, results, failed, world) {
    const done = results.filter((result) => result.status === 'done').map((result) => result.address);
    const addresses = plan.changes.map((change) => change.address);
    const rest = addresses.slice(addresses.indexOf(failed));
    world.log.info(`applied: ${done.length === 0 ? 'nothing' : done.join(', ')}`);
    world.log.info(`not applied: ${rest.join(', ')}`);
}


/***/ }),

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


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ backoff),
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times.
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
            const wait = backoff(number, options);
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ })

};
