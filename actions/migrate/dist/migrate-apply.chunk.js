export const id = "migrate-apply";
export const ids = ["migrate-apply"];
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

/***/ 2549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyMigrations: () => (/* binding */ applyMigrations)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/actions/migrate/src/adopt/decision.js
var adopt_decision = __webpack_require__(5114);
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/acquire.js
var acquire = __webpack_require__(9583);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/observer.js + 1 modules
var session_observer = __webpack_require__(1203);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/job.js
/** One script of a run, and how a run that is cancelled ends what the server does for it. */



/** Milliseconds between two requests to cancel: one that comes before its statement has begun does nothing. */
const CANCEL_MS = 200;
/** Does something on the server; when the run is cancelled meanwhile, the server is asked to stop it. */
async function cancellable({ session, observer, pid, world }, work) {
    world.signal.throwIfAborted();
    let done = false;
    const insist = async () => {
        while (!done && !session.broken()) {
            await (0,session_observer/* cancelBackend */.hU)(observer, pid).catch(() => undefined); // the end of the session rolls back as well
            await (0,promises_.setTimeout)(CANCEL_MS);
        }
    };
    let insisting;
    const onAbort = () => {
        insisting = insist();
    };
    world.signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await work();
    }
    finally {
        done = true;
        world.signal.removeEventListener('abort', onAbort);
        // What comes next on this session must not be cancelled by a request that is still on its way.
        await insisting;
    }
}
/** @param stands what of the file is in effect now */
function cancelledFailure({ script }, { world }, stands) {
    const [reason] = (0,model_failure/* failuresIn */.xM)(world.signal.reason);
    return new model_failure/* Failure */.HR({
        code: 'MIGRATE_CANCELLED',
        what: `The run was cancelled during ${script.file}.`,
        why: [reason?.what, stands].filter((part) => part !== undefined).join(' '),
        fix: 'Run it again: it goes on with this file.',
        source: { file: script.file, line: script.statements[0]?.line ?? 1 },
    });
}
function connectionLost({ script }, cause) {
    return new model_failure/* Failure */.HR({
        code: 'DATABASE_LOST',
        what: `The connection was lost during ${script.file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
        why: 'Whether its last message was carried out cannot be told from here; the server has rolled back what was not committed.',
        fix: 'Run it again: history tells whether this file was applied, and the run goes on from there.',
        source: { file: script.file, line: script.statements[0]?.line ?? 1 },
        cause,
    });
}
function lockLost({ script }, cause) {
    return new model_failure/* Failure */.HR({
        code: 'LOCK_LOST',
        what: `The migration lock was not held any more before ${script.file}.`,
        why: 'An earlier file released it (pg_advisory_unlock_all, DISCARD ALL), or the connection is not the one that took it.',
        fix: 'Remove such statements, and connect to PostgreSQL itself. Nothing of this file was applied.',
        source: { file: script.file, line: 1 },
        cause,
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/session-effects.js
const kinds = new Set([
    'AlterEnumStmt',
    'AlterTableStmt',
    'CommentStmt',
    'CompositeTypeStmt',
    'CreateEnumStmt',
    'CreateSchemaStmt',
    'CreateSeqStmt',
    'CreateStmt',
    'DropStmt',
    'GrantStmt',
    'IndexStmt',
    'RenameStmt',
    'ViewStmt',
]);
/** Behind any other file the session's settings are put back, and its lock is looked up again. */
function keepsSession({ statements }) {
    return statements.every(({ node }) => kinds.has(Object.keys(node)[0] ?? ''));
}
/** How the lock is proven behind a file that may have given it up, and at the start. */
function proofBehind(before) {
    return before === undefined || !keepsSession(before) ? 'listed' : 'shared';
}

// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/lock.js
var lock = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/message.js
var message = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/transaction.js
/** Runs a file in one transaction with its history row, in one message: one round trip, all or nothing. */










/** The wait before a file is tried again that could not get its locks. */
const AGAIN = { shortest: 500, longest: 30_000 };
/** Milliseconds after which a file that still runs is asked whom it waits for, and between two such looks. */
const LOOK_MS = 250;
/** `lock_not_available` and `deadlock_detected`: what others do, not the file. */
const waitedForLock = new Set(['55P03', '40P01']);
/** `division_by_zero`: how `stillLockedSql` fails. */
const NOT_LOCKED = '22012';
const ROLLED_BACK = 'Nothing of this file was applied.';
/** The file between its BEGIN and COMMIT, with everything that must stand or fall with it. */
function messageOf(job, engine, { durability, proof, attempt }) {
    const { directives } = job.script;
    const { world, history, pid, resetSql } = engine;
    const before = [
        ...(durability === 'soon' ? ['SET LOCAL synchronous_commit = off'] : []),
        ...(directives.lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${directives.lockTimeout}`]),
        ...(directives.statementTimeout === undefined
            ? []
            : [`SET LOCAL statement_timeout = ${directives.statementTimeout}`]),
        (0,lock/* stillLockedSql */.V6)(history, pid, proof),
    ];
    const record = (0,migrations_history/* recordSql */.aC)({ ...job, startedAt: world.clock(), attempts: attempt });
    const keeps = keepsSession(job.script);
    const behind = keeps ? [record, 'COMMIT'] : ['SET LOCAL ROLE NONE', record, 'COMMIT', resetSql];
    return (0,message/* messageAround */.Z)(job.script, before, behind);
}
/** Looks again and again whom the running file waits for. */
function watchBlockers({ observer, pid }) {
    let seen = [];
    let looking = false;
    const timer = setInterval(async () => {
        if (looking || observer.broken())
            return;
        looking = true;
        const now = await (0,session_observer/* blockersOf */.be)(observer, pid).catch(() => []);
        if (now.length > 0)
            seen = now;
        looking = false;
    }, LOOK_MS);
    return {
        stop: () => {
            clearInterval(timer);
            return seen;
        },
    };
}
function failureOf(error, job, message, engine, blockers) {
    const completed = engine.session.completedBefore(error);
    if (error.code === NOT_LOCKED && completed === message.before - 1)
        return lockLost(job, error);
    const named = waitedForLock.has(error.code) && blockers.length > 0
        ? `It waited for ${blockers.map((peer) => (0,session_observer/* describePeer */.Eb)(peer, engine.world.run)).join('; ')}. `
        : '';
    return (0,sql_failure/* sqlFailure */.fi)(error, job.script, message, completed, `${named}${ROLLED_BACK}`);
}
/** What history keeps of a run that did not change anything. */
async function recordUnsuccessful(job, engine, startedAt, attempts) {
    const { world, history, session, lockWaitMs, next } = engine;
    const state = world.signal.aborted ? 'cancelled' : 'failed';
    const entry = { ...job, state, startedAt, finishedAt: world.clock(), lockWaitMs, attempts };
    // The failure itself matters more than that it is remembered.
    await session.send(`${engine.resetSql};${(0,migrations_history/* insertSql */.y_)(history, entry, world, next)}`).catch(() => undefined);
}
/**
 * Applies one file, and tries again while others hold its locks.
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, LOCK_LOST or DATABASE_LOST
 */
async function applyTransaction(job, engine, manner) {
    const { session, world } = engine;
    const startedAt = world.clock();
    const most = 1 + (job.script.directives.retries ?? engine.retries);
    for (let attempt = 1;; attempt++) {
        if (world.signal.aborted) {
            await recordUnsuccessful(job, engine, startedAt, attempt);
            throw cancelledFailure(job, engine, ROLLED_BACK);
        }
        const message = messageOf(job, engine, { ...manner, attempt });
        const watch = watchBlockers(engine);
        try {
            await cancellable(engine, () => session.send(message.sql));
            watch.stop();
            return;
        }
        catch (error) {
            const blockers = watch.stop();
            if (session.broken(error))
                throw connectionLost(job, error);
            if (!(0,sql_failure/* isServerError */.GQ)(error))
                throw error;
            const failure = failureOf(error, job, message, engine, blockers);
            await session.send('ROLLBACK');
            const again = waitedForLock.has(error.code) && attempt < most && !world.signal.aborted;
            if (!again) {
                await recordUnsuccessful(job, engine, startedAt, attempt);
                throw world.signal.aborted ? cancelledFailure(job, engine, ROLLED_BACK) : failure;
            }
            const wait = (0,retry/* backoff */.J)(attempt, { ...AGAIN, random: world.random });
            const who = blockers.length === 0
                ? 'another session'
                : blockers.map((peer) => (0,session_observer/* describePeer */.Eb)(peer, world.run)).join('; ');
            world.log.info(`${job.script.file} needs a lock that ${who} holds; it stepped back so that nobody queues behind it, and tries again in ${(0,duration/* formatDuration */.a)(wait)} (${attempt} of ${most - 1})`);
            // An abort is seen at the next attempt.
            await (0,promises_.setTimeout)(wait, undefined, { signal: world.signal }).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/pipeline.js



/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 };
function* windows(jobs) {
    let window = [];
    let size = 0;
    for (const job of jobs) {
        if (window.length === WINDOW.files ||
            (window.length > 0 && size + job.script.sql.length > WINDOW.characters)) {
            yield window;
            window = [];
            size = 0;
        }
        window.push(job);
        size += job.script.sql.length;
    }
    if (window.length > 0)
        yield window;
}
/** How many windows are under way at once: the server works on one while the answers to the other are read. */
const AHEAD = 2;
/**
 * Applies transactional files, each in a transaction of its own. The first that fails leaves its transaction aborted,
 * so that the server refuses those behind it.
 * @param onDone is told how many more files are committed, from which one on, and whether that is on disk already
 * @returns how many are applied; less than all when one failed, which nothing was kept of
 */
async function applyPipelined(jobs, engine, onDone) {
    const { session, world } = engine;
    const send = (window) => session.sendAll(window.map((job, index) => {
        // The last commit of a window puts those before it on disk as well.
        const durability = index === window.length - 1 ? 'durable' : 'soon';
        const proof = proofBehind(window[index - 1]?.script);
        return messageOf(job, engine, { durability, proof, attempt: 1 }).sql;
    }));
    const ahead = windows(jobs);
    const sent = [];
    let done = 0;
    return cancellable(engine, async () => {
        for (;;) {
            while (sent.length < AHEAD && !world.signal.aborted) {
                const { value: window } = ahead.next();
                if (window === undefined)
                    break;
                sent.push(send(window));
            }
            const answers = await sent.shift();
            if (answers === undefined)
                return done;
            const failed = answers.findIndex(({ status }) => status === 'rejected');
            const count = failed === -1 ? answers.length : failed;
            if (count > 0)
                onDone(count, done, failed === -1);
            done += count;
            if (failed === -1)
                continue;
            await Promise.all(sent);
            if (!session.broken())
                await session.send('ROLLBACK');
            return done;
        }
    });
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/relation.js
/** Names of relations, as the search path of the session resolves them. */

function quoted({ schema, name }) {
    const last = esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name);
    return schema === undefined ? last : `${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(schema)}.${last}`;
}
/** Columns of an `Index` from `pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON …`. */
const INDEX_SQL = `quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
  (i.indisvalid AND i.indisready) AS usable, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace`;

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/create-index.js
/** CREATE INDEX CONCURRENTLY: an equal index is adopted, an unfinished one is dropped and built anew. */



/** An index is in the schema of its table, which may be found on the search path. */
async function find({ index, table }, { session }) {
    const [found] = await session.query(`SELECT ${INDEX_SQL} WHERE c.relname = $1
       AND n.oid = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass($2))`, [index.name, quoted(table)]);
    return found;
}
/** From the access method on; what is before names the index and the table. */
function essence(definition) {
    const unique = /^CREATE UNIQUE/.test(definition) ? 'UNIQUE ' : '';
    return unique + definition.slice(definition.indexOf(' USING '));
}
const identifier = String.raw `(?:"(?:[^"]|"")+"|[^\s."()]+)`;
const head = new RegExp(String.raw `^(CREATE\s+(?:UNIQUE\s+)?INDEX\s+)CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?${identifier}\s+ON\s+(?:ONLY\s+)?${identifier}(?:\s*\.\s*${identifier})?`, 'i');
/**
 * How PostgreSQL itself would write the index of a statement down: it is built on an empty copy of the table, in a
 * transaction that is rolled back. Undefined when that cannot be done here.
 */
async function definitionOf({ table }, { text }, { session }) {
    const probe = text.replace(head, '$1 omninode_probe_index ON pg_temp.omninode_probe ');
    if (probe === text)
        return undefined;
    try {
        const rows = await session.send(`BEGIN; CREATE TEMP TABLE omninode_probe (LIKE ${quoted(table)}) ON COMMIT DROP; ${probe};
       SELECT pg_get_indexdef('pg_temp.omninode_probe_index'::regclass) AS definition; ROLLBACK`);
        const definition = rows.flat().find((row) => typeof row['definition'] === 'string')?.['definition'];
        return typeof definition === 'string' ? definition : undefined;
    }
    catch (error) {
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        await session.send('ROLLBACK');
        return undefined;
    }
}
async function dropUnfinished(index, { session, world }) {
    world.log.info(`dropping ${index.name}, which an earlier build left unfinished`);
    await session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${index.name}`);
}
async function prepare(building, statement, place, engine) {
    const found = await find(building, engine);
    if (found === undefined)
        return statement.text;
    if (!found.usable) {
        await dropUnfinished(found, engine);
        return statement.text;
    }
    const wanted = await definitionOf(building, statement, engine);
    if (wanted !== undefined && essence(wanted) === essence(found.definition)) {
        engine.world.log.info(`${found.name} is there already, whole and as the file describes it: adopted`);
        return undefined;
    }
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_DIFFERS',
        what: `There is an index ${found.name} already, and ${wanted === undefined ? 'whether it is the one of this file cannot be told' : 'it is another one'}.`,
        why: `It is ${found.definition}.${wanted === undefined ? '' : ` The file would make it${essence(wanted).replace(/^UNIQUE/, ' UNIQUE')}.`}`,
        fix: 'Give the new index another name, or drop the old one in a migration before this one.',
        source: place,
    });
}
/** Only what can serve queries counts as built. */
async function prove(building, place, engine) {
    const found = await find(building, engine);
    if (found?.usable === true)
        return;
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_INVALID',
        what: `The index ${quoted(building.index)} is not valid after its build.`,
        why: 'The server reported success, but the index itself tells otherwise.',
        fix: 'Run it again: the unfinished index is dropped and built anew.',
        source: place,
    });
}
async function removeLeftover(building, engine) {
    const found = await find(building, engine);
    if (found === undefined || found.usable)
        return 'Nothing of it was left behind.';
    await dropUnfinished(found, engine);
    return 'The unfinished index was dropped.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/detach-partition.js
/** DETACH PARTITION CONCURRENTLY: one that was cut off is finished with FINALIZE. */

async function detach_partition_prepare({ table, partition }, { text }, interrupted, { session, world }) {
    const [inheritance] = await session.query('SELECT inhdetachpending AS pending FROM pg_inherits WHERE inhparent = to_regclass($1) AND inhrelid = to_regclass($2)', [quoted(table), quoted(partition)]);
    if (inheritance?.pending === true) {
        world.log.info(`${quoted(partition)} is half detached: finishing that`);
        return `ALTER TABLE ${quoted(table)} DETACH PARTITION ${quoted(partition)} FINALIZE`;
    }
    if (inheritance === undefined && interrupted) {
        world.log.info(`${quoted(partition)}: detached by the interrupted run already`);
        return undefined;
    }
    return text;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/drop-index.js
/** DROP INDEX CONCURRENTLY: one that was cut off leaves an invalid index, or none any more. */

async function drop_index_prepare({ indexes }, { text }, interrupted, { session, world }) {
    if (!interrupted)
        return text;
    const names = indexes.map(quoted);
    const found = await session.query('SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL', [names]);
    if (found.length > 0)
        return text;
    world.log.info(`${names.join(', ')}: dropped by the interrupted run already`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/reindex.js
/** REINDEX CONCURRENTLY: one that was cut off leaves a second index, named `…_ccnew` or `…_ccold`. */


/** The indexes that a REINDEX is about. */
function scope({ target }) {
    if (target === 'index')
        return 'i.indrelid = (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass($1))';
    if (target === 'table')
        return 'i.indrelid = to_regclass($1)';
    if (target === 'schema')
        return 'quote_ident(n.nspname) = $1';
    return "n.nspname NOT LIKE 'pg\\_%' AND $1::text IS NOT NULL";
}
async function reindex_find(reindex, condition, { session }) {
    return session.query(`SELECT ${INDEX_SQL} WHERE ${scope(reindex)} AND NOT (i.indisvalid AND i.indisready) AND ${condition}`, [quoted(reindex.name)]);
}
/** `_ccnew` is a copy that was never finished, `_ccold` an original that was replaced: neither is of use. */
const LEFTOVER = "c.relname ~ '_cc(new|old)[0-9]*$'";
async function drop(reindex, engine) {
    const leftovers = await reindex_find(reindex, LEFTOVER, engine);
    for (const { name } of leftovers) {
        engine.world.log.info(`dropping ${name}, which an interrupted REINDEX left`);
        await engine.session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    }
    return leftovers.length;
}
async function reindex_prepare(reindex, { text }, engine) {
    await drop(reindex, engine);
    return text;
}
async function reindex_prove(reindex, place, engine) {
    const left = await reindex_find(reindex, 'true', engine);
    const mine = reindex.target === 'index' ? await isOf(reindex, left, engine) : left;
    if (mine.length === 0)
        return;
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_INVALID',
        what: `Not valid after REINDEX: ${mine.map(({ name }) => name).join(', ')}.`,
        why: 'The server reported success, but the indexes themselves tell otherwise.',
        fix: 'Run it again: leftovers are dropped first.',
        source: place,
    });
}
/** Of the invalid indexes of the table, the one that was to be rebuilt and its leftovers. */
async function isOf({ name }, left, { session }) {
    const [own] = await session.query(`SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($1)`, [quoted(name)]);
    return left.filter((index) => index.name === own?.name || /_cc(new|old)\d*"?$/.test(index.name));
}
async function reindex_removeLeftover(reindex, engine) {
    return (await drop(reindex, engine)) === 0
        ? 'The indexes are as they were.'
        : 'The unfinished copy was dropped; the indexes are as they were.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/index.js





/** Milliseconds between two messages about the same build. */
const TELL_MS = 10_000;
/**
 * Looks at what is there and makes it ready.
 * @param interrupted whether an earlier run of this very file was cut off
 * @returns what to send, or undefined when the work is done already
 * @throws Failure INDEX_DIFFERS
 */
async function prepareBuilding(building, statement, interrupted, place, engine) {
    switch (building.work) {
        case 'create index':
            return prepare(building, statement, place, engine);
        case 'drop index':
            return drop_index_prepare(building, statement, interrupted, engine);
        case 'reindex':
            return reindex_prepare(building, statement, engine);
        case 'detach partition':
            return detach_partition_prepare(building, statement, interrupted, engine);
    }
}
/** @throws Failure INDEX_INVALID when the server called it a success and it is none */
async function proveBuilding(building, place, engine) {
    if (building.work === 'create index')
        await prove(building, place, engine);
    if (building.work === 'reindex')
        await reindex_prove(building, place, engine);
}
/**
 * After a failure or a cancel.
 * @param within milliseconds
 * @returns a sentence on what stands now
 */
async function removeLeftovers(building, within, engine) {
    const { session } = engine;
    try {
        // What went wrong may have been a time-out: dropping must not fail of the same.
        await session.send(`SET statement_timeout = ${within ?? 0}`);
        if (building.work === 'create index')
            return await removeLeftover(building, engine);
        if (building.work === 'reindex')
            return await reindex_removeLeftover(building, engine);
    }
    catch {
        return 'What it left unfinished could not be dropped; the next run does that first.';
    }
    return building.work === 'detach partition'
        ? 'The partition may be half detached; the next run finishes that.'
        : 'An index may be marked invalid; the next run drops it.';
}
/** Says in the log how far a build is. */
function tellProgress(building, { observer, pid, world }) {
    if (building.work !== 'create index' && building.work !== 'reindex')
        return { stop: () => undefined };
    const timer = setInterval(async () => {
        const progress = await (0,session_observer/* buildProgress */.mK)(observer, pid).catch(() => undefined);
        if (progress === undefined)
            return;
        const done = progress.done === null ? '' : `, ${Math.floor(progress.done)} %`;
        const locker = progress.locker === null ? '' : `, waiting for pid ${progress.locker}`;
        world.log.info(`  index build: ${progress.phase}${done}${locker}`);
    }, TELL_MS);
    return { stop: () => clearInterval(timer) };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/standalone.js
/** Runs a file that no transaction may hold: statement by statement, remembered while they run, repaired when cut off. */





/** How long leftovers may take to be dropped after a cancel: less than the runner waits before it kills. */
const CANCELLED_MS = 4_000;
async function runStatement(statement, interrupted, job, engine) {
    const { session, world } = engine;
    const { building } = statement;
    const place = { file: job.script.file, line: statement.line, column: statement.column };
    const sql = building === undefined
        ? statement.text
        : await prepareBuilding(building, statement, interrupted, place, engine);
    if (sql === undefined)
        return;
    const progress = building === undefined ? undefined : tellProgress(building, engine);
    try {
        await cancellable(engine, () => session.send(sql));
    }
    catch (error) {
        if (session.broken(error))
            throw connectionLost(job, error);
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        const stands = building === undefined
            ? 'Statements before it stay applied.'
            : await removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : undefined, engine);
        if (world.signal.aborted)
            throw cancelledFailure(job, engine, stands);
        const sent = { prefix: '', before: 0, statement };
        throw (0,sql_failure/* sqlFailure */.fi)(error, job.script, sent, undefined, stands);
    }
    finally {
        progress?.stop();
    }
    if (building !== undefined)
        await proveBuilding(building, place, engine);
}
/**
 * Applies one file statement by statement.
 * @param unfinished set when an earlier run began it and was cut off
 * @param onRecorded is called when history has it as running, and so everything before it is on disk
 * @throws Failure MIGRATION_FAILED, MIGRATE_CANCELLED, INDEX_INVALID, INDEX_DIFFERS, LOCK_LOST or DATABASE_LOST
 */
async function applyStandalone(job, unfinished, engine, onRecorded) {
    const { session, history, world, lockWaitMs, next } = engine;
    const { script } = job;
    if (world.signal.aborted)
        throw cancelledFailure(job, engine, 'Nothing of this file was applied.');
    const startedAt = world.clock();
    const rowOf = (state) => (0,migrations_history/* insertSql */.y_)(history, {
        ...job,
        state,
        startedAt,
        ...(state === 'running' ? {} : { finishedAt: world.clock() }),
        lockWaitMs,
        attempts: 1,
    }, world, next);
    try {
        await session.send((0,lock/* stillLockedSql */.V6)(history, engine.pid));
    }
    catch (error) {
        throw (0,sql_failure/* isServerError */.GQ)(error) ? lockLost(job, error) : connectionLost(job, error);
    }
    // Waiting inside a concurrent build blocks nobody, and being cut off there leaves an invalid index.
    const { lockTimeout = 0, statementTimeout } = script.directives;
    const settings = [
        `SET lock_timeout = ${lockTimeout}`,
        ...(statementTimeout === undefined ? [] : [`SET statement_timeout = ${statementTimeout}`]),
    ];
    await session.send(`${rowOf('running')};${settings.join(';')}`);
    onRecorded();
    try {
        for (const statement of script.statements) {
            world.signal.throwIfAborted();
            await runStatement(statement, unfinished !== undefined, job, engine);
        }
    }
    catch (error) {
        const state = world.signal.aborted ? 'cancelled' : 'failed';
        // That the row still says `running` is enough for the next run.
        await session.send(`${engine.resetSql};${rowOf(state)}`).catch(() => undefined);
        throw error === world.signal.reason
            ? cancelledFailure(job, engine, 'Statements before it stay applied.')
            : error;
    }
    await session.send(`${rowOf('applied')};${engine.resetSql}`);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/execute.js
/** Runs the files of a plan in their order, and tells of each only when it is on disk. */






/** Milliseconds between two commits that are waited for until they are on disk. The last one always is. */
const DURABLE_MS = 200;
class Teller {
    results = new Map();
    #soon = [];
    #engine;
    #progress;
    constructor(engine, progress) {
        this.#engine = engine;
        this.#progress = progress;
    }
    /** A commit that a later one puts on disk. */
    soon({ address }, durationMs) {
        this.#soon.push({ address, action: 'run', status: 'done', durationMs });
    }
    /** Everything so far is on disk. */
    flushed(direction) {
        if (this.#soon.length === 0)
            return;
        for (const result of this.#soon)
            this.results.set(result.address, result);
        this.#progress.record(...this.#soon);
        const verb = direction === 'up' ? 'applied' : 'rolled back';
        this.#engine.world.log.info(this.#soon
            .map(({ address, durationMs }) => `${verb} ${address} in ${(0,duration/* formatDuration */.a)(durationMs)}`)
            .join('\n'));
        this.#soon = [];
    }
    /** What was committed, but may not have reached the disk when the connection was lost. */
    get untold() {
        return this.#soon.map(({ address }) => address);
    }
    /** What is known of the rest when a run ends before its end. */
    stopped(failed, { code, what }) {
        const lost = code === 'DATABASE_LOST';
        for (const result of this.#soon)
            this.#progress.record({
                ...result,
                status: 'unknown',
                message: 'the connection was lost before it was on disk',
            });
        if (failed !== undefined && !this.results.has(failed) && !this.untold.includes(failed))
            this.#progress.record({
                address: failed,
                action: 'run',
                status: lost ? 'unknown' : 'failed',
                durationMs: 0,
                message: what,
            });
    }
}
function names(addresses) {
    const most = 5;
    const rest = addresses.length > most ? `, … and ${addresses.length - most} more` : '';
    return addresses.slice(0, most).join(', ') + rest;
}
/** After a failure people first want to know what was done and what was not. */
function withStanding(failure, teller, steps, { world }) {
    const lost = failure.code === 'DATABASE_LOST';
    const done = [...teller.results.keys()];
    const unclear = lost ? teller.untold : [];
    const settled = new Set([...done, ...unclear]);
    const rest = steps.map(({ address }) => address).filter((address) => !settled.has(address));
    const standing = [
        `applied: ${done.length === 0 ? 'nothing' : names(done)}`,
        ...(unclear.length === 0 ? [] : [`cannot tell: ${names(unclear)}`]),
        `not applied: ${names(rest)}`,
    ];
    for (const line of standing)
        world.log.info(line);
    const { code, what, why, fix, source, cause } = failure;
    return new model_failure/* Failure */.HR({
        code,
        what,
        why: `${why ?? ''} Of this run ${standing.join('; ')}.`.trim(),
        ...(fix === undefined ? {} : { fix }),
        ...(source === undefined ? {} : { source }),
        cause,
    });
}
/** @throws Failure of the file that could not be applied, with where the run stands */
async function execute({ addresses, jobs, unfinished, pipelined, engine, progress, }) {
    const { clock } = engine.world;
    const steps = addresses.flatMap((address) => {
        const job = jobs.get(address);
        return job === undefined ? [] : [{ address, job }];
    });
    for (const address of addresses)
        if (!jobs.has(address))
            progress.record({
                address,
                action: 'run',
                status: 'skipped',
                durationMs: 0,
                message: 'another run has done it meanwhile',
            });
    const teller = new Teller(engine, progress);
    const direction = steps[0]?.job.direction ?? 'up';
    let next = 0;
    let durable = clock().getTime();
    try {
        if (pipelined) {
            const first = steps.findIndex(({ job }) => !job.script.transactional);
            const together = first === -1 ? steps : steps.slice(0, first);
            let began = clock().getTime();
            next = await applyPipelined(together.map(({ job }) => job), engine, (count, first, onDisk) => {
                const now = clock().getTime();
                for (const step of together.slice(first, first + count))
                    teller.soon(step, (now - began) / count);
                began = now;
                if (onDisk)
                    teller.flushed(direction);
            });
        }
        for (const [index, step] of steps.entries()) {
            if (index < next)
                continue;
            const { job } = step;
            const began = clock().getTime();
            if (job.script.transactional) {
                const last = index === steps.length - 1;
                const durability = last || began - durable > DURABLE_MS ? 'durable' : 'soon';
                await applyTransaction(job, engine, { durability, proof: proofBehind(steps[index - 1]?.job.script) });
                const now = clock().getTime();
                teller.soon(step, now - began);
                if (durability === 'soon')
                    continue;
                durable = now;
            }
            else {
                const begun = unfinished.find(({ version }) => version === job.migration.version);
                await applyStandalone(job, begun, engine, () => teller.flushed(direction));
                durable = clock().getTime();
                teller.soon(step, durable - began);
            }
            teller.flushed(direction);
        }
    }
    catch (error) {
        // The row of the failure was waited for until it was on disk, and everything before it with it.
        if (error instanceof model_failure/* Failure */.HR && error.code !== 'DATABASE_LOST')
            teller.flushed(direction);
        if (!(error instanceof model_failure/* Failure */.HR))
            throw error;
        const rest = steps.find(({ address }) => !teller.results.has(address) && !teller.untold.includes(address));
        teller.stopped(rest?.address, error);
        throw withStanding(error, teller, steps, engine);
    }
}

// EXTERNAL MODULE: ./build/actions/migrate/src/request.js
var src_request = __webpack_require__(9022);
// EXTERNAL MODULE: ./build/toolkit/migrations/compare.js
var compare = __webpack_require__(7168);
// EXTERNAL MODULE: ./build/actions/migrate/src/tasks/contradictions.js
var contradictions = __webpack_require__(4074);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/left.js
/** What of a plan is still to be done under the lock. */



/**
 * Of planned tasks those that another run has not done meanwhile.
 * @throws Failures of everything that contradicts history now; Failure PLAN_OUTDATED when what is left would not come
 * next
 */
function tasksLeft(tasks, { applied }, migrations, folder) {
    const inEffect = new Set(applied.map(({ version }) => version));
    const left = tasks.filter(({ direction, migration }) => inEffect.has(migration.version) === (direction === 'down'));
    const [first] = left;
    if (first === undefined)
        return [];
    const up = first.direction === 'up';
    if (up)
        (0,model_failure/* throwIfAny */.MI)((0,contradictions/* contradictions */.v)(migrations, applied, folder));
    const next = up ? (0,compare/* compareWithHistory */.K)(migrations, applied).pending : applied.toReversed();
    const wrong = left.findIndex(({ migration: { version, checksum } }, index) => {
        const due = next[index];
        return due?.version !== version || due.checksum !== checksum;
    });
    if (wrong === -1)
        return left;
    const [due, planned] = [next[wrong], left[wrong]];
    throw new model_failure/* Failure */.HR({
        code: 'PLAN_OUTDATED',
        what: due?.version === planned?.migration.version
            ? `Another content is in effect than ${planned?.address} undoes.`
            : `${due?.version} would have to be ${up ? 'applied' : 'undone'} before ${planned?.address}.`,
        why: 'Another run has changed the database since the plan was made. Nothing of this run was done.',
        fix: 'Plan again.',
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/apply.js
/** Does what a plan holds, under the lock. */








/** Runs what is still to be done of a plan's tasks. */
async function run({ database, tasks }, { migrations, folder }, present, engine, progress) {
    const left = tasksLeft(tasks, present, migrations, folder);
    await execute({
        addresses: tasks.map(({ address }) => address),
        jobs: new Map(left.map((task) => [task.address, task])),
        unfinished: present.unfinished,
        pipelined: database.isFresh && present.applied.length === 0,
        engine,
        progress,
    });
}
/** Writes what is still to be decided of a plan's decisions, in one transaction. */
async function decide({ decisions }, present, engine) {
    const { session, history, world, lockWaitMs, next } = engine;
    const due = new Set(decisions.filter((decision) => (0,adopt_decision/* isDue */.nZ)(decision, present)));
    const began = world.clock();
    const row = ({ migration, direction, state, at = began }) => (0,migrations_history/* insertSql */.y_)(history, { migration, direction, state, startedAt: at, finishedAt: at, lockWaitMs, attempts: 1 }, world, next);
    await session.send(['BEGIN', (0,lock/* stillLockedSql */.V6)(history, engine.pid), ...[...due].map(row), 'COMMIT'].join(';\n'));
    const durationMs = world.clock().getTime() - began.getTime();
    return decisions.map((decision) => {
        const base = { address: decision.address, action: 'update' };
        return due.has(decision)
            ? { ...base, status: 'done', durationMs }
            : { ...base, status: 'skipped', durationMs: 0, message: 'another run has settled it meanwhile' };
    });
}
/**
 * What is in effect is looked at again under the lock: another run may have done some of it.
 * @param forwards asked under the lock, before the first change
 * @throws Failure MIGRATION_FAILED and the like, with what was and what was not applied
 */
async function applyMigrations(planned, request, forwards, progress, world) {
    const { database } = planned;
    await (0,sql_failure/* explained */.to)(async () => {
        const attempt = await planned.attempt();
        const { engine, present, created } = await (0,acquire/* acquire */.XC)(request, database, attempt, forwards, world);
        try {
            if ((0,src_request/* decides */.y)(request))
                progress.record(...(await decide(planned, present, engine)));
            else
                await run(planned, request, present, engine, progress);
        }
        catch (error) {
            await created; // its failure is the cause
            throw error;
        }
    });
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ messageAround)
/* harmony export */ });
/* harmony import */ var _toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9047);
/** A file as it is sent: production and the scratch server get it byte for byte, with nothing of anybody's between. */

/**
 * A file within its transaction, as one message: the server splits all of it before it runs any of it, so that nothing
 * that the file sets decides how the rest of it is read.
 * @param before statements of the tool between BEGIN and the file
 * @param behind statements of the tool after the file, COMMIT among them
 */
function messageAround({ sql }, before, behind) {
    const prefix = `${['BEGIN', ...before].join(';\n')};\n${_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_0__/* .FILE_MARK */ .XH}`;
    return { sql: `${prefix}${sql}\n;${behind.join(';')}`, prefix, before: before.length + 1 };
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


/***/ })

};
