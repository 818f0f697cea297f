export const id = "migrate-apply+migrate-plan";
export const ids = ["migrate-apply+migrate-plan"];
export const modules = {

/***/ 5114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ repair),
/* harmony export */   _Z: () => (/* binding */ baseline),
/* harmony export */   nZ: () => (/* binding */ isDue)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_compare_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7168);
/* harmony import */ var _toolkit_migrations_migration_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(783);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(605);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1621);
/** What history is told without anything being run: `baseline` takes a database over, `repair` settles a contradiction. */






function ledgerFindings(ledger, migrations) {
    const { adopted, unknown } = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .matchLedger */ .D)(ledger, migrations);
    const changed = adopted
        .filter(({ differs }) => differs)
        .map(({ migration }) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({
        rule: 'ledger-checksum',
        severity: 'warning',
        verdict: 'fail',
        message: `${ledger.table} has another checksum for ${migration.up.file}.`,
        why: 'The database may have been made by another content of this file.',
        fix: 'Compare the schema with what the file makes before you take it over.',
        source: { file: migration.up.file, line: 1 },
    }, migration.version));
    const strangers = unknown.map(({ name }) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({
        rule: 'ledger-entry-unknown',
        severity: 'warning',
        verdict: 'unknown',
        message: `${ledger.table} has ${name}, for which there is no file.`,
        why: 'What it did to the database cannot be told.',
        fix: 'Bring the file back, or make sure that the database does not need it.',
    }, name));
    return [...changed, ...strangers];
}
/** The ledger that knows most of the files. */
function bestOf(ledgers, migrations) {
    const known = (ledger) => (0,_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .matchLedger */ .D)(ledger, migrations).adopted.length;
    return ledgers.filter((ledger) => known(ledger) > 0).sort((a, b) => known(b) - known(a))[0];
}
/**
 * The files that are in effect although this step has not run them: what a ledger says, or everything up to `to`.
 * @throws Failures BASELINE_UNCLEAR, VERSION_UNKNOWN, BASELINE_GAP
 */
function baseline(migrations, { applied }, ledgers, to, folder) {
    const ledger = to === undefined ? bestOf(ledgers, migrations) : undefined;
    if (to === undefined && ledger === undefined) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'BASELINE_UNCLEAR',
            what: `No table of the database says which files of ${folder} were applied.`,
            why: ledgers.length === 0
                ? 'No ledger of another tool was found.'
                : `These ledgers know none of the files: ${ledgers.map(({ table }) => table).join(', ')}.`,
            fix: 'Pass the last version that the database has as `to`.',
        });
    }
    const inEffect = new Set(applied.map(({ version }) => version));
    let chosen;
    if (ledger === undefined) {
        const last = migrations.findIndex(({ version }) => version === to);
        if (last === -1) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                code: 'VERSION_UNKNOWN',
                what: `There is no migration ${to} in ${folder}.`,
                fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
            });
        }
        chosen = migrations.slice(0, last + 1).map((migration) => ({ migration, at: undefined }));
    }
    else {
        const known = new Map((0,_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .matchLedger */ .D)(ledger, migrations).adopted.map(({ migration, entry }) => [migration, entry.appliedAt]));
        const last = migrations.findLastIndex((migration) => known.has(migration));
        (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)(migrations
            .slice(0, last)
            .filter((migration) => !known.has(migration) && !inEffect.has(migration.version))
            .map(({ up }) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'BASELINE_GAP',
            what: `${ledger.table} does not have ${up.file}, but later ones.`,
            fix: `Apply it with the tool of ${ledger.table} first, or pass \`to:\` if the database has it all the same.`,
            source: { file: up.file, line: 1 },
        })));
        chosen = migrations
            .filter((migration) => known.has(migration))
            .map((migration) => ({ migration, at: known.get(migration) }));
    }
    const by = ledger === undefined ? 'as `to` says' : `${ledger.table} (${ledger.tool})`;
    const decisions = chosen
        .filter(({ migration }) => !inEffect.has(migration.version))
        .map(({ migration, at }) => {
        const when = at === undefined ? '' : ` on ${at.toISOString().slice(0, 10)}`;
        return {
            address: (0,_toolkit_migrations_migration_ts__WEBPACK_IMPORTED_MODULE_4__/* .migrationAddress */ .$)(migration),
            migration: (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedOf */ .i0)(migration),
            direction: 'up',
            state: 'baselined',
            at,
            note: `in effect${when}, ${by}; it is recorded, not run`,
            file: migration.up.file,
        };
    });
    return { decisions, findings: ledger === undefined ? [] : ledgerFindings(ledger, migrations) };
}
/** What contradicts the folder, settled in favour of the folder. Nothing of the schema is touched. */
function repair(migrations, { applied, unfinished }, folder) {
    const found = (0,_toolkit_migrations_compare_ts__WEBPACK_IMPORTED_MODULE_5__/* .compareWithHistory */ .K)(migrations, applied);
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    const base = { at: undefined };
    const decisions = [
        ...found.edited.map(({ migration, before }) => ({
            ...base,
            address: (0,_toolkit_migrations_migration_ts__WEBPACK_IMPORTED_MODULE_4__/* .migrationAddress */ .$)(migration),
            migration: (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedOf */ .i0)(migration),
            direction: 'up',
            state: 'repaired',
            note: `history has ${before.checksum.slice(7, 19)} and will have ${migration.checksum.slice(7, 19)}; nothing is run`,
            file: migration.up.file,
        })),
        ...found.gone.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => ({
            ...base,
            address: `${folder}/${migration.version}`,
            migration,
            direction: 'down',
            state: 'repaired',
            note: 'its file is gone: history will not count it as in effect; what it did to the schema stays',
            file: undefined,
        })),
        ...unfinished.map(({ version, name, checksum, direction }) => {
            const file = files.get(version);
            return {
                ...base,
                address: `${file === undefined ? `${folder}/${version}` : (0,_toolkit_migrations_migration_ts__WEBPACK_IMPORTED_MODULE_4__/* .migrationAddress */ .$)(file)} (unfinished)`,
                migration: file === undefined
                    ? { version, name, checksum, downSql: '', irreversible: undefined }
                    : (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedOf */ .i0)(file),
                direction,
                state: 'failed',
                note: 'a run that was cut off: history will have it as failed; an apply inspects and finishes it anyway',
                file: file?.up.file,
            };
        }),
    ];
    return { decisions, findings: [] };
}
/** Whether a decision is still to be written: another run may have settled it. */
function isDue({ migration: { version, checksum }, direction, state }, { applied, unfinished }) {
    if (state === 'failed')
        return unfinished.some((each) => each.version === version);
    const now = applied.find((each) => each.version === version);
    if (state === 'baselined')
        return now === undefined;
    return now !== undefined && (direction === 'down' || now.checksum !== checksum);
}


/***/ }),

/***/ 1621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ matchLedger),
/* harmony export */   W: () => (/* binding */ readLedgers)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4156);
/** What other tools have recorded of the migrations that they ran: read once, to take a database over. */

/** The most telling first: a table is taken for the first shape that it has all columns of. */
const shapes = [
    {
        tool: 'omnibase_infra',
        columns: ['migration_id', 'applied_at', 'checksum', 'source_set'],
        name: 'migration_id',
    },
    {
        tool: 'platform_catalog',
        columns: ['migration_stream', 'domain', 'version', 'checksum'],
        name: 'version',
    },
    { tool: 'omniintelligence', columns: ['migration_name', 'applied_at', 'checksum'], name: 'migration_name' },
    { tool: 'omniclaude', columns: ['filename', 'applied_at'], name: 'filename' },
    {
        tool: 'Flyway',
        columns: ['installed_rank', 'version', 'script', 'success'],
        name: 'script',
        only: 'success',
    },
    { tool: 'node-pg-migrate', columns: ['name', 'run_on'], name: 'name' },
    { tool: 'knex', columns: ['name', 'batch', 'migration_time'], name: 'name' },
    { tool: 'omninode_cloud', columns: ['version', 'applied_at', 'checksum'], name: 'version' },
    { tool: 'dbmate', columns: ['version'], name: 'version' },
];
const times = ['applied_at', 'run_on', 'migration_time', 'installed_on'];
/** All ledgers of the database, outside of our own history. */
async function readLedgers(session, historySchema) {
    const candidates = await session.query(`SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS table, array_agg(a.attname::text) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
        AND c.relname ~ 'migration|schema_history|schema_version|changelog'
      GROUP BY 1 ORDER BY 1`, [historySchema]);
    const ledgers = [];
    for (const { table, columns } of candidates) {
        const shape = shapes.find((each) => each.columns.every((column) => columns.includes(column)));
        // An audit log has rows for what was undone as well.
        if (shape === undefined || columns.includes('direction'))
            continue;
        const time = times.find((each) => columns.includes(each));
        const rows = await session.query(`SELECT ${shape.name}::text AS name, ${time === undefined ? 'NULL' : `${time}::timestamptz`} AS at,
              ${columns.includes('checksum') ? 'checksum::text' : 'NULL'} AS checksum
         FROM ${table}${shape.only === undefined ? '' : ` WHERE ${shape.only}`} ORDER BY 2, 1`);
        ledgers.push({
            table,
            tool: shape.tool,
            entries: rows.map(({ name, at, checksum }) => ({
                name,
                appliedAt: at ?? undefined,
                checksum: checksum ?? undefined,
            })),
        });
    }
    return ledgers;
}
/** `docker/0042_x.sql` and `node:runtime:0042_x.sql` are called `0042_x`. */
function stem(name) {
    return name.replace(/^.*[/:]/, '').replace(/(?:\.up)?\.sql$/, '');
}
/** The files that a ledger speaks of, and the entries for which there is no file. */
function matchLedger({ entries }, migrations) {
    const byStem = new Map(migrations.map((migration) => [stem(migration.up.file), migration]));
    const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
    const adopted = [];
    const unknown = [];
    for (const entry of entries) {
        const migration = byStem.get(stem(entry.name)) ?? byVersion.get(stem(entry.name));
        if (migration === undefined)
            unknown.push(entry);
        else
            adopted.push({ migration, entry, differs: differs(entry.checksum, migration) });
    }
    return { adopted, unknown };
}
/** Checksums that say `applied-by-runner` or the like prove nothing, and contradict nothing. */
function differs(checksum, { checksum: own, up }) {
    const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(checksum ?? '')?.[1];
    return digits !== undefined && digits !== own.slice(7) && digits !== (0,_toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_0__/* .checksumOf */ .l)(up.sql).slice(7);
}


/***/ }),

/***/ 9583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ acquire),
/* harmony export */   c: () => (/* binding */ tryAcquire)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4763);
/* harmony import */ var _toolkit_postgres_session_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(557);
/* harmony import */ var _session_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7333);
/** How a run gets the database for itself: the session's settings, the lock, and history read under it. */



async function presentUnderLock({ session, hasHistory }, history) {
    if (hasHistory)
        return (0,_toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .readPresent */ .Il)(session, history);
    // Whoever held the lock before may have made it.
    const [row] = await session.query(`SELECT ${(0,_toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .existsSql */ .Rh)(history)} AS made`);
    return row?.made === true ? (0,_toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .readPresent */ .Il)(session, history) : _toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$;
}
/** The settings, the lock if it is free, and history under it, in one round trip that others hide. */
async function tryAcquire(run, database) {
    const { session } = database;
    await database.observer();
    const settings = session.send((0,_toolkit_postgres_session_ts__WEBPACK_IMPORTED_MODULE_1__/* .settingsSql */ .GI)(run.settings));
    const watched = session.send(_toolkit_postgres_session_ts__WEBPACK_IMPORTED_MODULE_1__/* .WATCH_SQL */ .Tq).then(() => true, () => false);
    const locking = (0,_session_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .tryLock */ .bh)(session, run.history);
    const reading = presentUnderLock(database, run.history);
    reading.catch(() => undefined); // counts only with the lock
    const [isWatched, locked] = await Promise.all([watched, locking, settings]);
    return { watched: isWatched, present: locked ? await reading : undefined };
}
/**
 * Waits for the lock, asks whether the database may be released from what comes next, and makes the history. What is in
 * effect, and what it was last released from, is read under the lock: its holder may have done some of the work, or more.
 * @throws Failure MIGRATE_LOCKED, and those of `Forwards.allow`: nothing was changed then
 */
async function acquire(run, database, attempt, forwards, world) {
    const { session, pid } = database;
    const { history, retries, settings } = run;
    const observer = await database.observer();
    const waitedMs = attempt.present === undefined ? await (0,_session_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .IZ)(session, observer, history, run.lockWait, world) : 0;
    const present = attempt.present ?? (await presentUnderLock(database, history));
    await forwards.allow('', present.released);
    const { next } = forwards;
    const created = database.hasHistory ? Promise.resolve() : session.send((0,_toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .createSql */ .PQ)(history));
    // Not waited for: if one of these fails, so does the first file, and that tells.
    created.catch(() => undefined);
    session.send((0,_toolkit_migrations_history_ts__WEBPACK_IMPORTED_MODULE_0__/* .prepareSql */ .CA)(history, waitedMs, world, next)).catch(() => undefined);
    const resetSql = [
        'SET SESSION AUTHORIZATION DEFAULT',
        'RESET ALL',
        (0,_toolkit_postgres_session_ts__WEBPACK_IMPORTED_MODULE_1__/* .settingsSql */ .GI)(settings),
        ...(attempt.watched ? [_toolkit_postgres_session_ts__WEBPACK_IMPORTED_MODULE_1__/* .WATCH_SQL */ .Tq] : []),
    ].join(';');
    return {
        engine: {
            session,
            pid,
            observer,
            history,
            settings,
            resetSql,
            retries,
            lockWaitMs: waitedMs,
            next,
            world,
        },
        present,
        created,
    };
}


/***/ }),

/***/ 9022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ decides)
/* harmony export */ });
/** Whether it writes history, and runs nothing. */
function decides({ command }) {
    return command === 'baseline' || command === 'repair';
}


/***/ }),

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   V6: () => (/* binding */ stillLockedSql),
/* harmony export */   bh: () => (/* binding */ tryLock)
/* harmony export */ });
/* unused harmony export lockKey */
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
/** Milliseconds between two messages about the same wait. */
const TELL_MS = 5_000;
function lockKey(history) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', `omninode migrate ${(0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_6__/* .historyName */ .GM)(history)}`, 'buffer');
    return { high: digest.readInt32BE(0), low: digest.readInt32BE(4) };
}
/** Which rows of pg_locks are this lock, granted. pg_locks shows the halves unsigned, and the locks of all databases. */
function isLocked({ high, low }) {
    return `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${high >>> 0} AND l.objid = ${low >>> 0}
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
}
/** A statement that fails (22012, division by zero) unless this very session holds the lock. */
function stillLockedSql(history, pid, proof = 'listed') {
    const key = lockKey(history);
    return proof === 'shared'
        ? `SELECT 1 / (pg_catalog.pg_backend_pid() = ${pid} AND pg_catalog.pg_try_advisory_xact_lock(${key.high}, ${key.low}))::int`
        : `SELECT 1 / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = ${pid} AND l.pid = pg_catalog.pg_backend_pid() AND ${isLocked(key)}`;
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
    const started = world.clock().getTime();
    let told = Number.NEGATIVE_INFINITY;
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
        if (waited - told >= TELL_MS) {
            told = waited;
            world.log.info(`waiting for the lock, held by ${who}`);
        }
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
/* harmony export */   mK: () => (/* binding */ buildProgress)
/* harmony export */ });
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9047);
/**
 * A second connection beside the one that migrates: it proves that nobody pools them, names who blocks, reads the
 * progress of index builds, and asks the server to cancel.
 */


/** Columns of a `Peer` from `pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p`. */
const PEER_SQL = `a.pid, a.application_name, coalesce(a.usename, '') AS user, coalesce(a.state, '') AS state,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start) * 1000)::int8::float8 AS connected_ms,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::int8::float8 AS transaction_ms,
  ${_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .STATEMENT_SQL */ .bD} AS query,
  p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                 WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done`;
function age(milliseconds) {
    return (0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, Math.round(milliseconds / 1_000) * 1_000));
}
/** `pid 4711 (psql of app), in a transaction for 3 min, running: UPDATE …`; the page of the run, if it is ours. */
function describePeer(peer, run) {
    const name = peer.application_name === '' ? peer.user : peer.application_name;
    const since = peer.transaction_ms === null
        ? `connected for ${age(peer.connected_ms)}`
        : `in a transaction for ${age(peer.transaction_ms)}`;
    const doing = peer.state === 'active'
        ? `, running: ${peer.query}`
        : peer.transaction_ms === null
            ? ''
            : `, idle after: ${peer.query}`;
    const percent = peer.done === null ? '' : ` (${Math.floor(peer.done)} %)`;
    const building = peer.phase === null ? '' : `, index build: ${peer.phase}${percent}`;
    const url = (0,_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .runUrlOf */ .Qm)(peer.application_name, run);
    return `pid ${peer.pid} (${name}), ${since}${doing}${building}${url === undefined ? '' : `; see ${url}`}`;
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

/***/ 9899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   fi: () => (/* binding */ sqlFailure),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6027);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3640);
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
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'DATABASE_ERROR',
            what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
            fix: 'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
            cause: error,
        });
    }
}
/** The line inside a DO block that `where` tells: `PL/pgSQL function inline_code_block line 3 at …`. */
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
function databasePlace(error, script, sent, completed) {
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
    const place = databasePlace(error, script, sent, completed);
    const atEnd = place === undefined && completed !== undefined && completed >= sent.before + script.statements.length;
    const source = { file: script.file, ...(place ?? { line: script.statements[0]?.line ?? 1 }) };
    const shown = place === undefined ? '' : (0,_statements_js__WEBPACK_IMPORTED_MODULE_2__/* .caret */ .OW)(script.sql, place.line, place.column ?? 1);
    const why = [
        atEnd ? 'It came at the end of the transaction, when deferred constraints are checked.' : undefined,
        detail,
        where?.split('\n')[0],
    ].filter((part) => part !== undefined);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_FAILED',
        what: `${(0,_toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__/* .messageAbout */ .Pd)(error, script.sql)} (SQLSTATE ${code}).${shown}`,
        why: why.length > 0 ? why.join(' ') : 'The server refused the statement.',
        fix: `${advice[code] ?? hint ?? 'Correct the file.'} ${stands}`,
        source,
        cause: error,
    });
}


/***/ }),

/***/ 4074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_compare_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7168);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** In what a folder contradicts history. */


function edited(migration, applied) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_EDITED',
        what: `${migration.up.file} was applied with another content.`,
        why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
        fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration. If the database has the new content already, `command: repair` records that.',
        source: { file: migration.up.file, line: 1 },
    });
}
function gone({ version, name }, folder) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_GONE',
        what: `${version} (${name}) is applied, but not in ${folder}.`,
        why: 'This checkout is older than the database, or the file was removed.',
        fix: 'Bring the file back, or undo it with `command: rollback`; history keeps how.',
    });
}
function late({ up }, head) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_OUT_OF_ORDER',
        what: `${up.file} is not applied, but ${head.version} is, which comes after it.`,
        why: 'Migrations run in the same order everywhere.',
        fix: 'Move it behind the last one: rename it, or give it a later line in the MANIFEST.',
        source: { file: up.file, line: 1 },
    });
}
/** Everything in which the folder contradicts history. */
function contradictions(migrations, applied, folder) {
    const found = (0,_toolkit_migrations_compare_ts__WEBPACK_IMPORTED_MODULE_1__/* .compareWithHistory */ .K)(migrations, applied);
    const { head } = found;
    return [
        ...found.edited.map(({ migration, before }) => edited(migration, before)),
        ...found.gone.map((each) => gone(each, folder)),
        ...(head === undefined ? [] : found.late.map((each) => late(each, head))),
    ];
}


/***/ }),

/***/ 605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ taskValue),
/* harmony export */   i0: () => (/* binding */ recordedOf),
/* harmony export */   j9: () => (/* binding */ readTasks)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4156);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _sql_statements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3640);
/** One script that would run. */




function recordedOf({ version, name, checksum, down, irreversible }) {
    return { version, name, checksum, downSql: down?.sql, irreversible };
}
/** What running a task does, for the plan: all that the review covers. */
function taskValue({ script }) {
    return {
        checksum: (0,_toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_1__/* .checksumOf */ .l)(script.sql),
        transaction: script.transactional,
        statements: script.statements.map((statement) => statement.text),
    };
}
/** After so many files the database is heard: its answers come meanwhile. */
const WITHOUT_PAUSE = 20;
/**
 * Reads the scripts of tasks.
 * @throws Failures of every file that cannot be run
 */
async function readTasks(loadParser, sources) {
    const problems = [];
    const tasks = [];
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    const parse = await loadParser();
    for (const [index, { file, sql, ...task }] of sources.entries()) {
        if (index % WITHOUT_PAUSE === 0)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
        try {
            tasks.push({ ...task, script: (0,_sql_statements_js__WEBPACK_IMPORTED_MODULE_3__/* .readScript */ .Uq)(parse, file, sql) });
        }
        catch (error) {
            const known = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .failuresIn */ .xM)(error);
            if (known.length === 0)
                throw error;
            problems.push(...known);
        }
    }
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .throwIfAny */ .MI)(problems);
    return tasks;
}


/***/ }),

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ compareWithHistory)
/* harmony export */ });
/** @param inEffect in the order in which they took effect */
function compareWithHistory(migrations, inEffect) {
    const entries = new Map(inEffect.map((each) => [each.version, each]));
    const known = new Set(migrations.map(({ version }) => version));
    const last = migrations.findLastIndex(({ version }) => entries.has(version));
    const head = last === -1 ? undefined : entries.get(migrations[last]?.version ?? '');
    return {
        pending: migrations.filter(({ version }) => !entries.has(version)),
        /** Not in effect, while others are that come after them. */
        late: migrations.slice(0, last + 1).filter(({ version }) => !entries.has(version)),
        /** In effect with another content. */
        edited: migrations.flatMap((migration) => {
            const before = entries.get(migration.version);
            return before === undefined || before.checksum === migration.checksum ? [] : [{ migration, before }];
        }),
        /** In effect, without a file. */
        gone: inEffect.filter(({ version }) => !known.has(version)),
        /** The last file that is in effect. */
        head,
        /** The newest in effect: what has no file comes last when it took effect last. */
        newest: inEffect.findLast((each) => each === head || !known.has(each.version)),
    };
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ prepareSql),
/* harmony export */   DM: () => (/* binding */ lacksRuns),
/* harmony export */   Il: () => (/* binding */ readPresent),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   NT: () => (/* binding */ outdatedHistory),
/* harmony export */   PQ: () => (/* binding */ createSql),
/* harmony export */   Rh: () => (/* binding */ existsSql),
/* harmony export */   aC: () => (/* binding */ recordSql),
/* harmony export */   y_: () => (/* binding */ insertSql),
/* harmony export */   zf: () => (/* binding */ foreignHistory)
/* harmony export */ });
/* unused harmony exports qualified, readHeads */
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _history_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3374);
/** What was done to the database: an append-only table, and a view of where it stands. */



/** What history says where there is none. */
const NOTHING = { applied: [], unfinished: [], released: undefined };
function qualified({ schema, table }) {
    return `${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(schema)}.${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(table)}`;
}
function view(history) {
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
function createSql(history) {
    return `SET LOCAL synchronous_commit = off;
    CREATE SCHEMA IF NOT EXISTS ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(history.schema)};
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
      CHECK (down_sql IS NOT NULL OR irreversible IS NOT NULL)
    );
    CREATE OR REPLACE VIEW ${view(history)} AS
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
    const [applied = [], unfinished = [], [released] = []] = await session.send(`SELECT id::float8 AS id, version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql", irreversible
       FROM ${view(history)} ORDER BY id;
     SELECT version, name, checksum, direction, state FROM (
       SELECT DISTINCT ON (version) * FROM ${qualified(history)} ORDER BY version, id DESC
     ) AS latest WHERE state = 'running'
        OR (state IN ('failed', 'cancelled') AND EXISTS (
              SELECT FROM ${qualified(history)} AS begun
               WHERE begun.version = latest.version AND begun.state = 'running' AND begun.started_at = latest.started_at));
     SELECT sha AS commit, run FROM ${qualified(history)} WHERE sha <> '' ORDER BY id DESC LIMIT 1`);
    const orUndefined = (row) => ({
        ...row,
        downSql: row['downSql'] ?? undefined,
        irreversible: row['irreversible'] ?? undefined,
    });
    return {
        applied: applied.map(orUndefined), // the columns of the SELECT above
        unfinished: unfinished, // likewise
        released: released, // likewise
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
    return session.query(`SELECT version, name, checksum FROM ${view(history)} ORDER BY id`);
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
    const { migration, direction, state, startedAt, finishedAt, lockWaitMs, attempts } = entry;
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
        ...constants(world, next),
    });
}
/** The name of a session's prepared statement. */
const PREPARED = 'omninode_applied';
/**
 * Prepares the record of a file that was applied in its own transaction: parsed once, not once a file. The server
 * measures how long the transaction took, and adds that to the time that is given.
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
    return `PREPARE ${PREPARED} (text, text, text, text, timestamptz, integer, text, text) AS ${statement}`;
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
/** Whether a history has everything but the runs: it was made before they were kept. */
async function lacksRuns(session, history) {
    const columns = await session.query("SELECT attname AS name FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1) AND attname IN ('run', 'run_url', 'down_sql') AND NOT attisdropped ORDER BY 1", [qualified(history)]);
    return columns.map(({ name }) => name).join() === 'down_sql,run_url';
}
/** History is a contract: it is changed by whoever owns it, and not in passing. */
function outdatedHistory(history, cause) {
    const name = (0,_history_table_js__WEBPACK_IMPORTED_MODULE_2__/* .historyName */ .GM)(history);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_OUTDATED',
        what: `${name} has no column \`run\`.`,
        why: 'It was made before history kept which run a database was last released by.',
        fix: `As its owner, once: ALTER TABLE ${name} ADD COLUMN run text NOT NULL DEFAULT ''; ALTER TABLE ${name} ALTER COLUMN run DROP DEFAULT.`,
        cause,
    });
}


/***/ }),

/***/ 783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ migrationAddress),
/* harmony export */   V: () => (/* binding */ stemOf)
/* harmony export */ });
/** `db/migrations/0003_name`, as plans and outcomes name it. */
function migrationAddress({ up }) {
    return up.file.replace(/(?:\.up)?\.sql$/, '');
}
/** `0003_name`, `20260131_name`: what people call a migration, whatever of it is its version. */
function stemOf({ version, name }) {
    return version === name || version.endsWith(`_${name}`) ? version : `${version}_${name}`;
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
