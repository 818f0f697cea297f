export const id = "migrate-apply";
export const ids = ["migrate-apply"];
export const modules = {

/***/ 5975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyMigrations: () => (/* binding */ applyMigrations)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/actions/migrate/src/adopt/decision.js
var adopt_decision = __webpack_require__(5114);
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/acquire.js + 1 modules
var acquire = __webpack_require__(949);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/migrate/src/tasks/unfinished.js
var tasks_unfinished = __webpack_require__(4037);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/migrations/history-table.js
var history_table = __webpack_require__(3374);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/observer.js
var session_observer = __webpack_require__(6820);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/job.js
/** One script of a run, and how a run that is cancelled ends what the server does for it. */




function recordedAs({ migration, direction }) {
    return { version: migration.version, direction };
}
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
function historyLost({ script }, { history }) {
    return new model_failure/* Failure */.HR({
        code: 'HISTORY_LOST',
        what: `${script.file} was committed, and ${(0,history_table/* historyName */.GM)(history)} does not hold it afterwards.`,
        why: 'A trigger or a rule of the history table, or a statement of a migration, has kept its row away.',
        fix: 'Remove what changes the history table, look whether the file has taken effect, and settle it with `command: repair`.',
        source: { file: script.file, line: script.statements[0]?.line ?? 1 },
    });
}

// EXTERNAL MODULE: ./build/actions/migrate/src/session/lock.js
var lock = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/restore.js
var restore = __webpack_require__(5058);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/message.js
var message = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/lock-wait.js
/** Statements that wait for a lock: whom they wait for, and how they step back so that nobody queues behind them. */




/** The wait before a file is tried again that could not get its locks. */
const AGAIN = { shortest: 500, longest: 30_000 };
/** `lock_not_available` and `deadlock_detected`: what others do, not the file. */
const waitedForLock = new Set(['55P03', '40P01']);
/** `It waited for \u2026. `, where it did. */
function waitedFor({ code }, blockers, { world }) {
    return waitedForLock.has(code) && blockers.length > 0
        ? `It waited for ${blockers.map((peer) => (0,session_observer/* describePeer */.Eb)(peer, world.run)).join('; ')}. `
        : '';
}
/**
 * Waits before a statement is tried again that did not get its locks.
 * @param attempt from 1
 * @returns false when it is not to be tried again: for another reason, too often, or because the run was cancelled
 */
async function stepBack({ script }, { code }, blockers, attempt, { world, retries }) {
    const most = script.directives.retries ?? retries;
    if (!waitedForLock.has(code) || attempt > most || world.signal.aborted)
        return false;
    const wait = (0,retry/* backoff */.J)(attempt, { ...AGAIN, random: world.random });
    const who = blockers.length === 0
        ? 'another session'
        : blockers.map((peer) => (0,session_observer/* describePeer */.Eb)(peer, world.run)).join('; ');
    world.log.info(`${script.file} needs a lock that ${who} holds; it stepped back so that nobody queues behind it, and tries again in ${(0,duration/* formatDuration */.a)(wait)} (${attempt} of ${most})`);
    // An abort is seen at the next attempt.
    await (0,promises_.setTimeout)(wait, undefined, { signal: world.signal }).catch(() => undefined);
    return true;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/watch.js
/** What a statement is doing that takes long: for how long, whom it waits for, and how far its index is. */


/** Milliseconds after which a statement that still runs is asked whom it waits for, and between two such looks. */
const LOOK_MS = 250;
/** Milliseconds from which on a statement takes long, and between two words about it. */
const LONG_MS = 1_000;
/** `db/migrations/0003_a.up.sql:4: 12.0 s; waits for pid 4711 (psql), whose statement began 2026-11-27T12:00:00Z` */
function progressText(what, elapsed, blockers, build) {
    const waits = blockers.map((peer) => {
        const { query_start: began } = peer;
        return began === null
            ? `${(0,session_observer/* namePeer */.wQ)(peer)}; since when it is at it, cannot be told`
            : `${(0,session_observer/* namePeer */.wQ)(peer)}, whose statement began ${began.toISOString()}`;
    });
    const done = build === undefined || build.done === null ? '' : `, ${Math.floor(build.done)} %`;
    const locker = build === undefined || build.locker === null ? '' : `, waits for pid ${build.locker}`;
    return [
        `${what}: ${(0,duration/* formatDuration */.a)(Math.floor(elapsed / 1_000) * 1_000)}`,
        ...(waits.length === 0 ? [] : [`waits for ${waits.join(' and ')}`]),
        ...(build === undefined ? [] : [`index build: ${build.phase}${done}${locker}`]),
    ].join('; ');
}
/**
 * Looks again and again at what the running statement does, and tells of it when it takes long.
 * @param what runs, as it stands now
 * @param every milliseconds between two looks
 * @returns whom it was seen to wait for last, when it is over
 */
function watch({ observer, pid, world }, what, every = LOOK_MS) {
    const began = world.clock().getTime();
    let told = began;
    let seen = [];
    let looking = false;
    let stopped = false;
    const look = async () => {
        const now = await (0,session_observer/* blockersOf */.be)(observer, pid).catch(() => []);
        if (now.length > 0)
            seen = now;
        const at = world.clock().getTime();
        if (at - told < LONG_MS)
            return;
        told = at;
        const build = await (0,session_observer/* buildProgress */.mK)(observer, pid).catch(() => undefined);
        // What is over has been told otherwise.
        if (!stopped)
            world.log.progress(progressText(what(), at - began, now, build));
    };
    const timer = setInterval(async () => {
        if (looking || observer.broken())
            return;
        looking = true;
        await look();
        looking = false;
    }, every);
    return {
        stop: () => {
            clearInterval(timer);
            if (!stopped)
                world.log.progress(undefined);
            stopped = true;
            return seen;
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/transaction.js
/** Runs a file in one transaction with its history row, in one message: one round trip, all or nothing. */








/** `division_by_zero`: how `followsSql` and `stillLockedSql` fail. */
const UNPROVEN = '22012';
const ROLLED_BACK = 'Nothing of this file was applied.';
/** How the lock is proven at the start, and behind files that may have given it up. */
function proofOf(at, keeping) {
    return at === 0 || at > keeping ? 'listed' : 'shared';
}
/**
 * The file between its BEGIN and COMMIT, with everything that must stand or fall with it. Constraints are checked before
 * COMMIT: what they refuse leaves the transaction aborted, and what follows is refused as well.
 */
function messageOf(job, engine, manner) {
    const { directives } = job.script;
    const { world, history, pid, resetSql } = engine;
    const { durability, proof, keeps, behind, attempt } = manner;
    const before = [
        ...(durability === 'soon' ? ['SET LOCAL synchronous_commit = off'] : []),
        ...(directives.lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${directives.lockTimeout}`]),
        ...(directives.statementTimeout === undefined
            ? []
            : [`SET LOCAL statement_timeout = ${directives.statementTimeout}`]),
        ...(behind === undefined ? [] : [(0,migrations_history/* followsSql */.ht)(recordedAs(behind))]),
        (0,lock/* stillLockedSql */.V6)(history, pid, proof),
    ];
    const record = (0,migrations_history/* recordSql */.aC)({ ...job, startedAt: world.clock(), attempts: attempt });
    const after = keeps ? [message/* CHECK_SQL */.O, record, 'COMMIT'] : [message/* CHECK_SQL */.O, restore/* RECORDER_SQL */.Y, record, 'COMMIT', resetSql];
    return (0,message/* messageAround */.Z)(job.script, before, after);
}
function failureOf(error, job, behind, message, engine, blockers) {
    const completed = engine.session.completedBefore(error);
    if (error.code === UNPROVEN && completed === message.before - 1)
        return lockLost(job, error);
    if (error.code === UNPROVEN && completed === message.before - 2 && behind !== undefined)
        return historyLost(behind, engine);
    const stands = `${waitedFor(error, blockers, engine)}${ROLLED_BACK}`;
    return (0,sql_failure/* sqlFailure */.fi)(error, job.script, message, completed, stands);
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
 * @returns what history has of the run, when that is on disk
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, LOCK_LOST or DATABASE_LOST
 */
async function applyTransaction(job, engine, manner) {
    const { session, world, history, since } = engine;
    const startedAt = world.clock();
    for (let attempt = 1;; attempt++) {
        if (world.signal.aborted) {
            await recordUnsuccessful(job, engine, startedAt, attempt);
            throw cancelledFailure(job, engine, ROLLED_BACK);
        }
        const message = messageOf(job, engine, { ...manner, attempt });
        const watching = watch(engine, () => job.script.file);
        const durable = manner.durability === 'durable';
        const sql = durable ? `${message.sql};${(0,migrations_history/* recordedSql */.Dm)(history, since)}` : message.sql;
        try {
            const answers = await cancellable(engine, () => session.send(sql, undefined, engine.notices.of(job.script, message)));
            watching.stop();
            return durable ? (0,migrations_history/* recordedIn */.AK)(answers.at(-1)) : undefined;
        }
        catch (error) {
            const blockers = watching.stop();
            if (session.broken(error))
                throw connectionLost(job, error);
            if (!(0,sql_failure/* isServerError */.GQ)(error))
                throw error;
            const failure = failureOf(error, job, manner.behind, message, engine, blockers);
            await session.send('ROLLBACK');
            if (await stepBack(job, error, blockers, attempt, engine))
                continue;
            await recordUnsuccessful(job, engine, startedAt, attempt);
            throw world.signal.aborted ? cancelledFailure(job, engine, ROLLED_BACK) : failure;
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/pipeline.js
/** Files sent one after the other without waiting for the answers, on a database that nobody uses yet. */




/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 };
function* windows(jobs) {
    for (let first = 0; first < jobs.length;) {
        let [end, size] = [first, 0];
        for (; end < jobs.length && end - first < WINDOW.files; end++) {
            size += jobs[end]?.script.sql.length ?? 0;
            if (end > first && size > WINDOW.characters)
                break;
        }
        yield { first, jobs: jobs.slice(first, end) };
        first = end;
    }
}
/** Milliseconds between two looks at what takes long here: nobody else is expected on the database. */
const SELDOM_MS = 1_000;
/** How many windows are under way at once: the server works on one while the answers to the other are read. */
const AHEAD = 2;
/**
 * Applies transactional files, each in a transaction of its own, which proves first that the one before it is recorded:
 * behind one that fails, none takes effect.
 * @param keeping how many of the first leave their session as it was
 * @param onDone is told how many more files are committed, from which one on, what history has of the run, and whether
 * that is on disk already
 * @returns how many are applied; less than all when one failed, which nothing was kept of
 */
async function applyPipelined(jobs, keeping, engine, onDone) {
    const { session, world, history, since } = engine;
    const readBack = (0,migrations_history/* recordedSql */.Dm)(history, since);
    const send = ({ first, jobs: window }) => session.sendAll([
        ...window.map((job, index) => {
            const at = first + index;
            const message = messageOf(job, engine, {
                // The last commit of a window puts those before it on disk as well.
                durability: index === window.length - 1 ? 'durable' : 'soon',
                proof: proofOf(at, keeping),
                keeps: at < keeping,
                behind: jobs[at - 1],
                attempt: 1,
            });
            return { sql: message.sql, heard: engine.notices.of(job.script, message) };
        }),
        { sql: readBack },
    ]);
    const ahead = windows(jobs);
    const sent = [];
    let done = 0;
    const watching = watch(engine, () => jobs[done]?.script.file ?? 'history', SELDOM_MS);
    const applying = cancellable(engine, async () => {
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
            const files = answers.slice(0, -1);
            const failed = files.findIndex(({ status }) => status === 'rejected');
            if (failed === -1) {
                const read = answers.at(-1);
                if (read?.status === 'rejected')
                    throw read.reason;
                onDone(files.length, done, (0,migrations_history/* recordedIn */.AK)(read?.value[0]), true);
                done += files.length;
                continue;
            }
            await Promise.all(sent);
            // Told as lost by whoever tries the file that failed again.
            if (session.broken())
                return done;
            const [, recorded] = await session.send(`ROLLBACK; ${readBack}`);
            onDone(failed, done, (0,migrations_history/* recordedIn */.AK)(recorded), false);
            return done + failed;
        }
    });
    return applying.finally(() => watching.stop());
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/ast.js
var ast = __webpack_require__(6800);
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
/** PostgreSQL's own functions that set nothing, as schemas call them. */
const harmless = new Set([
    'btrim',
    'cardinality',
    'char_length',
    'clock_timestamp',
    'current_date',
    'current_timestamp',
    'gen_random_uuid',
    'jsonb_typeof',
    'length',
    'localtimestamp',
    'lower',
    'now',
    'octet_length',
    'statement_timestamp',
    'to_tsvector',
    'transaction_timestamp',
    'upper',
    'uuidv7',
]);
/** Whether it makes or names what only its session has. Not by recursion: expressions nest by the thousand. */
function isTemporary(node) {
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (typeof next === 'string' && next.startsWith('pg_temp'))
            return true;
        if (typeof next !== 'object' || next === null)
            continue;
        if ('relpersistence' in next && next.relpersistence === 't')
            return true;
        open.push(...Object.values(next));
    }
    return false;
}
function keepsSession({ statements }) {
    return statements.every(({ node }) => kinds.has(Object.keys(node)[0] ?? '') &&
        (0,ast/* functionsIn */.vn)(node).every((name) => harmless.has(name)) &&
        !isTemporary(node));
}
/**
 * How many of the first files of a database that holds nothing leave their session as it was. Behind a file that may
 * have made a function, a domain or an event trigger, anything can run code: from there on the session is put back
 * behind every file.
 */
function keepingFirst(scripts) {
    const first = scripts.findIndex((script) => !keepsSession(script));
    return first === -1 ? scripts.length : first;
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/non-transactional.js
var non_transactional = __webpack_require__(9015);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/earlier.js
/** @param number of the statement, from 1 */
function earlierOf(number, begun) {
    if (begun === undefined || number > begun.statement)
        return 'nothing';
    if (number < begun.statement)
        return 'done';
    return begun.interrupted ? 'interrupted' : 'nothing';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/drop-unfinished.js
/**
 * @param within milliseconds; without a limit when it is not given
 * @param why what left it, for the log
 */
async function dropUnfinished({ name }, why, within, { session, world }) {
    world.log.info(`dropping ${name}, which ${why}`);
    const [limits] = await session.query("SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement");
    // What went wrong may have been a time-out: dropping must not fail of the same.
    await session.send(`SET lock_timeout = 0; SET statement_timeout = ${within ?? 0}`);
    try {
        await session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    }
    finally {
        await session
            .query("SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)", [
            limits?.lock,
            limits?.statement,
        ])
            .catch(() => undefined); // the connection may be gone, and what went wrong counts
    }
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/relation.js
/** Relations by what they are, not by what they are called: a name says only where to look. */

function quoted({ schema, name }) {
    const last = esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name);
    return schema === undefined ? last : `${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(schema)}.${last}`;
}
/**
 * The indexes that fulfil a condition on `c` (the index's pg_class), `i` (pg_index), `n` (its pg_namespace) and `t` (the
 * table's pg_class). What a definition says of names is taken away by its length, because a name may hold any words.
 */
async function findIndexes({ query }, condition, values) {
    const head = (schema) => `format('CREATE %sINDEX %I ON %s%I.%I ', u.word, c.relname, CASE c.relkind WHEN 'I' THEN 'ONLY ' ELSE '' END, ${schema}, t.relname)`;
    const rows = await query(`SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
       quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS "table", (i.indisvalid AND i.indisready) AS usable,
       pg_get_indexdef(c.oid) AS definition, u.word AS "unique", ARRAY[${head('tn.nspname')}, ${head("'pg_temp'")}] AS heads,
       (SELECT p.pid FROM pg_stat_progress_create_index p
         WHERE p.index_relid = c.oid AND p.pid <> pg_backend_pid() LIMIT 1) AS builder
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
       CROSS JOIN LATERAL (SELECT CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END) AS u (word)
      WHERE ${condition}`, values);
    return rows.map(({ unique, heads, ...index }) => {
        const begin = heads.find((each) => index.definition.startsWith(each));
        return {
            ...index,
            essence: begin === undefined ? index.definition : unique + index.definition.slice(begin.length),
        };
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/create-index.js
/** CREATE INDEX CONCURRENTLY: an equal index is adopted, an unfinished one of the same build is dropped and built anew. */




async function find({ index, table }, { session }) {
    const [taken] = await session.query(`SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS other,
            coalesce(i.indrelid = t.oid, false) AS "isOnTable"
       FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
       JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = $1
       LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE t.oid = to_regclass($2)`, [index.name, quoted(table)]);
    if (taken === undefined)
        return undefined;
    const [found] = await findIndexes(session, 'c.oid = $1', [taken.oid]);
    return found === undefined ? { other: taken.other } : { ...found, isOnTable: taken.isOnTable };
}
/**
 * How PostgreSQL itself would write the index of a statement down: it is built on an empty copy of the table, in a
 * transaction that is rolled back. Undefined when that cannot be done here.
 */
async function definitionOf({ table, definitionAt }, { text, node }, { session }) {
    const unique = 'IndexStmt' in node && node.IndexStmt.unique === true ? 'UNIQUE ' : '';
    const probe = `CREATE ${unique}INDEX omninode_probe_index ON pg_temp.omninode_probe ${text.slice(definitionAt)}`;
    try {
        await session.send(`BEGIN; CREATE TEMP TABLE omninode_probe (LIKE ${quoted(table)}) ON COMMIT DROP`);
        await session.send(probe);
        const [made] = await findIndexes(session, "c.oid = to_regclass('pg_temp.omninode_probe_index')", []);
        return made?.essence;
    }
    catch (error) {
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        return undefined;
    }
    finally {
        if (!session.broken())
            await session.send('ROLLBACK');
    }
}
function differs({ index }, what, why, fix, source) {
    return new model_failure/* Failure */.HR({
        code: 'INDEX_DIFFERS',
        what: `There is ${what} ${quoted(index)} already.`,
        why,
        fix,
        source,
    });
}
const ANOTHER_NAME = 'Give the new index another name, or drop the old one in a migration before this one.';
async function prepare(building, statement, earlier, place, engine) {
    const work = { sql: statement.text, prove: () => prove(building, place, engine) };
    const found = await find(building, engine);
    if (found === undefined)
        return work;
    if ('other' in found) {
        const why = 'Tables, views, sequences and indexes of a schema share their names.';
        throw differs(building, 'something else that is called', why, ANOTHER_NAME, place);
    }
    if (!found.isOnTable) {
        const why = `It is on ${found.table}, and says nothing of ${quoted(building.table)}.`;
        throw differs(building, 'an index', why, ANOTHER_NAME, place);
    }
    if (found.builder !== null) {
        const why = `Process ${found.builder} of the server is building it.`;
        throw differs(building, 'an index', why, 'Wait until that has ended, then run it again.', place);
    }
    const wanted = await definitionOf(building, statement, engine);
    const isSame = wanted === found.essence;
    if (found.usable && isSame) {
        engine.world.log.info(`${found.name} is there already, whole and as the file describes it: adopted`);
        return undefined;
    }
    if (!found.usable && (isSame || earlier === 'interrupted')) {
        await dropUnfinished(found, 'an earlier build left unfinished', undefined, engine);
        return work;
    }
    const it = `It is ${found.usable ? '' : 'unfinished: '}${found.definition}.`;
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_DIFFERS',
        what: `There is an index ${found.name} already, and ${wanted === undefined ? 'whether it is the one of this file cannot be told' : 'it is another one'}.`,
        why: wanted === undefined ? it : `${it} The file would make it ${wanted}.`,
        fix: ANOTHER_NAME,
        source: place,
    });
}
/** Only what can serve queries counts as built. */
async function prove(building, place, engine) {
    const found = await find(building, engine);
    if (found !== undefined && 'usable' in found && found.usable && found.isOnTable)
        return;
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_INVALID',
        what: `The index ${quoted(building.index)} is not valid after its build.`,
        why: 'The server reported success, but the index itself tells otherwise.',
        fix: 'Run it again: the unfinished index is dropped and built anew.',
        source: place,
    });
}
/** What had the name before was no index of the table, or the build would not have begun. */
async function removeLeftover(building, within, engine) {
    const found = await find(building, engine);
    if (found === undefined || 'other' in found || found.usable || !found.isOnTable || found.builder !== null)
        return 'Nothing of it was left behind.';
    await dropUnfinished(found, 'this build has left unfinished', within, engine);
    return 'The unfinished index was dropped.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/detach-partition.js
/** DETACH PARTITION CONCURRENTLY: one that was cut off is finished with FINALIZE. */

async function detach_partition_prepare({ table, partition }, { text }, earlier, { session, world }) {
    const [inheritance] = await session.query('SELECT inhdetachpending AS pending FROM pg_inherits WHERE inhparent = to_regclass($1) AND inhrelid = to_regclass($2)', [quoted(table), quoted(partition)]);
    if (inheritance?.pending === true) {
        world.log.info(`${quoted(partition)} is half detached: finishing that`);
        return { sql: `ALTER TABLE ${quoted(table)} DETACH PARTITION ${quoted(partition)} FINALIZE` };
    }
    if (inheritance === undefined && earlier !== 'nothing') {
        world.log.info(`${quoted(partition)}: detached by the interrupted run already`);
        return undefined;
    }
    return { sql: text };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/drop-index.js
/** DROP INDEX CONCURRENTLY: one that was cut off leaves an invalid index, or none any more. */

/** That an index is not there says that it was dropped only where this very statement was on its way, or was done. */
async function drop_index_prepare({ indexes }, { text }, earlier, { session, world }) {
    if (earlier === 'nothing')
        return { sql: text };
    const names = indexes.map(quoted);
    const found = await session.query('SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL', [names]);
    if (found.length > 0)
        return { sql: text };
    world.log.info(`${names.join(', ')}: dropped by the interrupted run already`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/reindex.js
/** REINDEX CONCURRENTLY: one that was cut off leaves a second index, named `\u2026_ccnew` or `\u2026_ccold`. */



/** The indexes that a REINDEX is about, and what is left of its own on their tables. */
function scope({ target }) {
    if (target === 'index')
        return `t.oid = (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass($1))
      AND (c.oid = to_regclass($1) OR ${isCopyOf('to_regclass($1)')})`;
    if (target === 'table')
        return 't.oid = to_regclass($1)';
    if (target === 'schema')
        return 'quote_ident(n.nspname) = $1';
    return "n.nspname NOT LIKE 'pg\\_%' AND $1::text IS NOT NULL";
}
/**
 * `_ccnew` is a copy that was never finished, `_ccold` an original that was replaced: the server gives them the name of
 * the other, cut to what a name may have.
 */
function isCopyOf(original) {
    return `c.relname ~ '_cc(new|old)[0-9]*$' AND EXISTS (
    SELECT FROM pg_class named WHERE named.oid = ${original} AND starts_with(named.relname, regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '')))`;
}
const INVALID = 'NOT (i.indisvalid AND i.indisready)';
async function invalid(reindex, { session }) {
    return findIndexes(session, `${scope(reindex)} AND ${INVALID}`, [quoted(reindex.name)]);
}
/** Those that an interrupted REINDEX left: the same index is beside them, and nobody builds them now. */
async function leftovers(reindex, { session }) {
    const condition = `${scope(reindex)} AND ${INVALID} AND EXISTS (
    SELECT FROM pg_index o WHERE o.indrelid = i.indrelid AND o.indexrelid <> c.oid AND ${isCopyOf('o.indexrelid')}
       AND (o.indkey::text, o.indclass::text, o.indcollation::text, o.indoption::text, o.indisunique)
         = (i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text, i.indisunique)
       AND (pg_get_expr(o.indexprs, o.indrelid), pg_get_expr(o.indpred, o.indrelid))
         IS NOT DISTINCT FROM (pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)))`;
    const found = await findIndexes(session, condition, [quoted(reindex.name)]);
    return found.filter(({ builder }) => builder === null);
}
async function dropLeftovers(reindex, within, engine) {
    const left = await leftovers(reindex, engine);
    for (const index of left)
        await dropUnfinished(index, 'an interrupted REINDEX left', within, engine);
    return left.length;
}
async function reindex_prepare(reindex, { text }, earlier, place, engine) {
    await dropLeftovers(reindex, undefined, engine);
    const before = await invalid(reindex, engine);
    if (earlier === 'done' && before.length === 0)
        return undefined;
    // The server passes over the invalid indexes of a table, and rebuilds one that is named.
    const passed = reindex.target === 'index' ? [] : before;
    for (const { name } of passed)
        engine.world.log.warning(`${name} is not valid, and REINDEX of a whole ${reindex.target} passes over it: drop it, or rebuild it with REINDEX INDEX`);
    const known = new Set(passed.map(({ oid }) => oid));
    return { sql: text, prove: () => reindex_prove(reindex, known, place, engine) };
}
async function reindex_prove(reindex, known, place, engine) {
    const left = (await invalid(reindex, engine)).filter(({ oid }) => !known.has(oid));
    if (left.length === 0)
        return;
    throw new model_failure/* Failure */.HR({
        code: 'INDEX_INVALID',
        what: `Not valid after REINDEX: ${left.map(({ name }) => name).join(', ')}.`,
        why: 'The server reported success, but the indexes themselves tell otherwise.',
        fix: 'Run it again: leftovers are dropped first.',
        source: place,
    });
}
async function reindex_removeLeftover(reindex, within, engine) {
    return (await dropLeftovers(reindex, within, engine)) === 0
        ? 'The indexes are as they were.'
        : 'The unfinished copy was dropped; the indexes are as they were.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/index.js




/**
 * Looks at what is there and makes it ready.
 * @returns what to send, or undefined when the work is done already
 * @throws Failure INDEX_DIFFERS
 */
async function prepareBuilding(building, statement, earlier, place, engine) {
    switch (building.work) {
        case 'create index':
            return prepare(building, statement, earlier, place, engine);
        case 'drop index':
            return drop_index_prepare(building, statement, earlier, engine);
        case 'reindex':
            return reindex_prepare(building, statement, earlier, place, engine);
        case 'detach partition':
            return detach_partition_prepare(building, statement, earlier, engine);
    }
}
/**
 * After a failure or a cancel.
 * @param within milliseconds
 * @returns a sentence on what stands now
 */
async function removeLeftovers(building, within, engine) {
    try {
        if (building.work === 'create index')
            return await removeLeftover(building, within, engine);
        if (building.work === 'reindex')
            return await reindex_removeLeftover(building, within, engine);
    }
    catch {
        return 'What it left unfinished could not be dropped; the next run does that first.';
    }
    return building.work === 'detach partition'
        ? 'The partition may be half detached; the next run finishes that.'
        : 'An index may be marked invalid; the next run drops it.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/standalone.js
/** Runs a file that no transaction may hold: statement by statement, remembered while they run, repaired when cut off. */











/** How long leftovers may take to be dropped after a cancel: less than the runner waits before it kills. */
const CANCELLED_MS = 4_000;
/** Alone, and so without a record that stands or falls with it. */
const ALONE = { prefix: '', before: 0, behind: '' };
function enclosing(record) {
    const behind = [restore/* RECORDER_SQL */.Y, 'SET LOCAL synchronous_commit TO DEFAULT', record, 'COMMIT'];
    return { prefix: 'BEGIN;\n', before: 1, behind: `\n;${behind.join(';')}` };
}
async function runStatement(statement, earlier, { prefix, before, behind }, job, engine) {
    const { session, world } = engine;
    const { building } = statement;
    const place = { file: job.script.file, line: statement.line, column: statement.column };
    for (let attempt = 1;; attempt++) {
        const watching = watch(engine, () => `${place.file}:${place.line}`);
        let work;
        try {
            work =
                building === undefined
                    ? { sql: `${prefix}${statement.text}${behind}` }
                    : await cancellable(engine, () => prepareBuilding(building, statement, earlier, place, engine));
            if (work === undefined)
                return;
            const { sql } = work;
            const heard = engine.notices.of(job.script, { prefix, before, statement });
            await cancellable(engine, () => session.send(sql, undefined, heard));
            return await work.prove?.();
        }
        catch (error) {
            if (session.broken(error))
                throw connectionLost(job, error);
            if (!(0,sql_failure/* isServerError */.GQ)(error))
                throw error;
            if (before > 0)
                await session.send('ROLLBACK');
            const left = building === undefined
                ? 'Statements before it stay applied.'
                : await removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : patience(engine), engine);
            const blockers = watching.stop();
            if (await stepBack(job, error, blockers, attempt, engine))
                continue;
            if (world.signal.aborted)
                throw cancelledFailure(job, engine, left);
            // A statement of our own.
            if (work === undefined)
                throw error;
            const sent = { prefix, before, statement };
            throw (0,sql_failure/* sqlFailure */.fi)(error, job.script, sent, undefined, `${waitedFor(error, blockers, engine)}${left}`);
        }
        finally {
            watching.stop();
        }
    }
}
/**
 * How long leftovers may take to be dropped after a failure: as long as all tries of a statement may wait for its locks.
 * Undefined where that has no limit.
 */
function patience({ settings, retries }) {
    return settings.lockTimeout === 0 ? undefined : settings.lockTimeout * (retries + 1);
}
/** How long a statement may wait for its locks, milliseconds; 0 is no limit. */
function lockTimeout(statement, { script }, { settings }) {
    return script.directives.lockTimeout ?? ((0,non_transactional/* waitsInNobodysWay */.Xv)(statement) ? 0 : settings.lockTimeout);
}
/** What has no record of its own end, and was cut off: whether it took effect is known to nobody here. */
function unclear({ line, column }, { script: { file } }) {
    return new model_failure/* Failure */.HR({
        code: 'MIGRATION_UNCLEAR',
        what: 'An earlier run was cut off in this statement, which commits by itself.',
        why: 'How much of it took effect cannot be told from here, and to run it a second time may do harm.',
        fix: 'Look at what it has done. If it may run again from its beginning, `command: repair`, and then apply; if all of it is in effect, `command: baseline` with `to`.',
        source: { file, line, column },
    });
}
/**
 * Applies one file statement by statement.
 * @param begun set when an earlier run began this very file and did not finish it
 * @param onRecorded is called when history has it as running, and so everything before it is on disk, with what history
 * has of the run
 * @returns what history has of the run at the end
 * @throws Failure MIGRATION_UNCLEAR, MIGRATION_FAILED, MIGRATE_CANCELLED, INDEX_INVALID, INDEX_DIFFERS, LOCK_LOST or DATABASE_LOST
 */
async function applyStandalone(job, begun, engine, onRecorded) {
    const { session, history, world, lockWaitMs, next: released, since, resetSql } = engine;
    const { script } = job;
    if (world.signal.aborted)
        throw cancelledFailure(job, engine, 'Nothing of this file was applied.');
    const cutOff = begun?.interrupted === true ? script.statements[begun.statement - 1] : undefined;
    if (cutOff !== undefined && (0,non_transactional/* mayCommit */.Xm)(cutOff.node))
        throw unclear(cutOff, job);
    const startedAt = world.clock();
    let number = begun?.statement ?? 1;
    const rowOf = (state) => (0,migrations_history/* insertSql */.y_)(history, {
        ...job,
        state,
        startedAt,
        ...(state === 'running' ? {} : { finishedAt: world.clock() }),
        lockWaitMs,
        attempts: 1,
        statement: number,
    }, world, released);
    const readBack = (0,migrations_history/* recordedSql */.Dm)(history, since);
    try {
        await session.send((0,lock/* stillLockedSql */.V6)(history, engine.pid));
    }
    catch (error) {
        throw (0,sql_failure/* isServerError */.GQ)(error) ? lockLost(job, error) : connectionLost(job, error);
    }
    const { statementTimeout } = script.directives;
    const limit = statementTimeout === undefined ? [] : [`SET statement_timeout = ${statementTimeout}`];
    const answers = await session.send([rowOf('running'), ...limit, readBack].join(';'));
    onRecorded((0,migrations_history/* recordedIn */.AK)(answers.at(-1)));
    let recorded = number;
    let ownLockTimeout = false;
    try {
        for (const [index, statement] of script.statements.entries()) {
            world.signal.throwIfAborted();
            const { node, nonTransactional, building } = statement;
            const isSetting = (0,non_transactional/* isSessionSetting */.l6)(node);
            const alone = isSetting || nonTransactional !== undefined || (0,non_transactional/* mayCommit */.Xm)(node);
            const earlier = earlierOf(index + 1, begun);
            // What was set for the rest of the file is set again.
            if (earlier === 'done' && !isSetting && building === undefined)
                continue;
            if (isSetting)
                ownLockTimeout ||= (0,non_transactional/* settingOf */.y7)(statement.node) === 'lock_timeout';
            if (index + 1 > recorded) {
                number = index + 1;
                if (!isSetting && alone) {
                    const record = [
                        'BEGIN',
                        restore/* RECORDER_SQL */.Y,
                        'SET LOCAL synchronous_commit TO DEFAULT',
                        rowOf('running'),
                        'COMMIT',
                    ];
                    await session.send(record.join(';'));
                    recorded = number;
                }
            }
            if (!isSetting && !ownLockTimeout)
                await session.send(`SET lock_timeout = ${lockTimeout(statement, job, engine)}`);
            if (alone) {
                await runStatement(statement, earlier, ALONE, job, engine);
                continue;
            }
            const [current, next] = [number, index + 2];
            number = next;
            const record = rowOf('running');
            number = current;
            await runStatement(statement, earlier, enclosing(record), job, engine);
            number = next;
            recorded = next;
        }
    }
    catch (error) {
        const state = world.signal.aborted ? 'cancelled' : 'failed';
        // That the row still says `running` is enough for the next run.
        await session.send(`${resetSql};${rowOf(state)}`).catch(() => undefined);
        throw error === world.signal.reason
            ? cancelledFailure(job, engine, 'Statements before it stay applied.')
            : error;
    }
    const last = await session.send(`${resetSql};${rowOf('applied')};${readBack}`);
    return (0,migrations_history/* recordedIn */.AK)(last.at(-1));
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/execute.js
/** Runs the files of a plan in their order, and tells of each only when it is on disk. */









/** Milliseconds between two commits that are waited for until they are on disk. The last one always is. */
const DURABLE_MS = 200;
class Teller {
    results = new Map();
    #soon = [];
    /** What the server has answered as committed, in order. */
    #committed = [];
    #engine;
    #progress;
    constructor(engine, progress) {
        this.#engine = engine;
        this.#progress = progress;
    }
    /** A commit that a later one puts on disk. */
    soon({ address, job }, durationMs) {
        this.#committed.push(job);
        this.#soon.push({ address, action: 'run', status: 'done', durationMs });
    }
    /** @throws Failure HISTORY_LOST when history holds anything else than was committed */
    prove(recorded) {
        const lost = this.#committed.find((job, index) => {
            const { version, direction } = recordedAs(job);
            return recorded[index]?.version !== version || recorded[index].direction !== direction;
        });
        if (lost !== undefined)
            throw historyLost(lost, this.#engine);
    }
    /** Everything so far is in history, and on disk. */
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
    /** What was committed, and may not have reached the disk when the connection was lost, or is not in history. */
    get untold() {
        return this.#soon.map(({ address }) => address);
    }
    /** What is known of the rest when a run ends before its end. */
    stopped(failed, { code, what }) {
        const message = code === 'HISTORY_LOST'
            ? 'history does not hold what was committed'
            : 'the connection was lost before it was on disk';
        for (const result of this.#soon)
            this.#progress.record({ ...result, status: 'unknown', message });
        if (code === 'HISTORY_LOST' || failed === undefined)
            return;
        this.#progress.record({
            address: failed,
            action: 'run',
            status: code === 'DATABASE_LOST' ? 'unknown' : 'failed',
            durationMs: 0,
            message: what,
        });
    }
}
function names(addresses) {
    const most = 5;
    const rest = addresses.length > most ? `, \u2026 and ${addresses.length - most} more` : '';
    return addresses.slice(0, most).join(', ') + rest;
}
/** After a failure people first want to know what was done and what was not. */
function withStanding(failure, teller, steps, { world }) {
    const done = [...teller.results.keys()];
    const unclear = teller.untold;
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
    const keeping = pipelined ? keepingFirst(steps.map(({ job }) => job.script)) : 0;
    let next = 0;
    let durable = clock().getTime();
    try {
        if (pipelined) {
            const first = steps.findIndex(({ job }) => !job.script.transactional);
            const together = first === -1 ? steps : steps.slice(0, first);
            let began = clock().getTime();
            next = await applyPipelined(together.map(({ job }) => job), keeping, engine, (count, first, recorded, onDisk) => {
                const now = clock().getTime();
                for (const step of together.slice(first, first + count))
                    teller.soon(step, (now - began) / count);
                began = now;
                teller.prove(recorded);
                if (onDisk)
                    teller.flushed(direction);
            });
        }
        for (const [index, step] of steps.entries()) {
            if (index < next)
                continue;
            const { job } = step;
            const began = clock().getTime();
            let recorded;
            if (job.script.transactional) {
                const last = index === steps.length - 1;
                const durability = last || began - durable > DURABLE_MS ? 'durable' : 'soon';
                const proof = proofOf(index, keeping);
                const behind = steps[index - 1]?.job;
                recorded = await applyTransaction(job, engine, { durability, proof, keeps: index < keeping, behind });
            }
            else {
                recorded = await applyStandalone(job, (0,tasks_unfinished/* begunBefore */.R2)(job, unfinished), engine, (before) => {
                    teller.prove(before);
                    teller.flushed(direction);
                });
            }
            const now = clock().getTime();
            teller.soon(step, now - began);
            if (recorded === undefined)
                continue;
            durable = now;
            teller.prove(recorded);
            teller.flushed(direction);
        }
    }
    catch (error) {
        if (!(error instanceof model_failure/* Failure */.HR))
            throw error;
        const failure = await settled(error, teller, direction, engine);
        const rest = steps.find(({ address }) => !teller.results.has(address) && !teller.untold.includes(address));
        teller.stopped(rest?.address, failure);
        throw withStanding(failure, teller, steps, engine);
    }
    finally {
        engine.notices.end();
    }
}
/**
 * The row of a failure was waited for until it was on disk, and everything before it with it: unless history says
 * otherwise, that is told as done.
 */
async function settled(failure, teller, direction, { session, history, since }) {
    if (failure.code === 'DATABASE_LOST' || failure.code === 'HISTORY_LOST')
        return failure;
    try {
        const [recorded] = await session.send((0,migrations_history/* recordedSql */.Dm)(history, since));
        teller.prove((0,migrations_history/* recordedIn */.AK)(recorded));
        teller.flushed(direction);
        return failure;
    }
    catch (error) {
        return error instanceof model_failure/* Failure */.HR ? error : failure;
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
/* harmony export */   O: () => (/* binding */ CHECK_SQL),
/* harmony export */   Z: () => (/* binding */ messageAround)
/* harmony export */ });
/* harmony import */ var _toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9047);
/** A file as it is sent: production and the scratch server get it byte for byte, with nothing of anybody's between. */

/** Before COMMIT, so that what constraints refuse leaves the transaction aborted, and nothing that follows takes effect. */
const CHECK_SQL = 'SET CONSTRAINTS ALL IMMEDIATE';
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


/***/ })

};
