export const id = "migrate-prove";
export const ids = ["migrate-prove"];
export const modules = {

/***/ 949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XC: () => (/* binding */ acquire),
  x0: () => (/* binding */ presentUnderLock),
  c4: () => (/* binding */ tryAcquire)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/postgres/session.js + 2 modules
var postgres_session = __webpack_require__(4342);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/lock.js
var lock = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/restore.js
var restore = __webpack_require__(5058);
// EXTERNAL MODULE: ./build/toolkit/postgres/without-rows.js
var without_rows = __webpack_require__(6027);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/notices.js




/** How many are told of one file, and of a run. */
const MOST = { file: 20, run: 200 };
/** UTF-16 units of what is told of one. */
const LONGEST = 500;
/** What is longer is not looked into: only how long it is, is told. */
const TOO_LONG = 100_000;
/** Words of a longer statement are not known: of what it raises nothing is shown then. */
const LONGEST_SQL = 1_000_000;
function levelOf({ severity, code }) {
    // By its class, in whatever language the server speaks.
    return severity === 'WARNING' || code.startsWith('01') ? 'WARNING' : severity === 'INFO' ? 'INFO' : 'NOTICE';
}
class Notices {
    #world;
    /** Of the file that is told of now. */
    #file = '';
    #told = 0;
    #left = 0;
    /** Of the whole run. */
    #all = 0;
    constructor(world) {
        this.#world = world;
    }
    /** Listens to what a message says that holds a file, or a statement of it. */
    of(script, sent) {
        const first = sent.before;
        const end = first + (sent.statement === undefined ? script.statements.length : 1);
        return (notice, completed) => {
            // Statements of the tool itself stand before and behind; at the end deferred constraints are checked.
            if (completed < first || completed > end || /^(?:DEBUG|LOG)/.test(notice.severity))
                return;
            this.#count(script.file);
            if (this.#told >= MOST.file || this.#all >= MOST.run) {
                this.#left++;
                return;
            }
            this.#told++;
            this.#all++;
            const place = (0,sql_failure/* placeIn */.VV)(notice, script, sent, completed);
            const line = place === undefined ? '' : `:${place.line}`;
            this.#world.log.info(`${script.file}${line}: ${levelOf(notice)}: ${this.#textOf(notice, script, sent, completed)}`);
        };
    }
    /** Says how many of the last file were left out. */
    end() {
        this.#count('');
    }
    #count(file) {
        if (file === this.#file)
            return;
        if (this.#left > 0)
            this.#world.log.info(`${this.#file}: \u2026 and ${(0,wording/* grouped */.zD)(this.#left)} more notices`);
        this.#file = file;
        this.#told = 0;
        this.#left = 0;
    }
    /** Masked whole, and cut after that: half a secret is none that could be found. */
    #textOf(notice, script, sent, completed) {
        const { detail = '' } = notice;
        const statement = sent.statement ?? script.statements[completed - sent.before];
        const sql = statement?.text ?? script.sql;
        const message = (0,without_rows/* messageAbout */.Pd)(notice, sql.length > LONGEST_SQL ? '' : sql, TOO_LONG);
        if (message === undefined || detail.length > TOO_LONG)
            return '\u2026 (too long to be told)';
        const text = this.#world.redactor.mask(detail === '' ? message : `${message} (${detail})`);
        return (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(text), LONGEST);
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/acquire.js
/** How a run gets the database for itself: the session's settings, the lock, and history read under it. */





/** What is in effect, for whoever holds the lock. */
async function presentUnderLock({ session, hasHistory }, history) {
    if (hasHistory)
        return (0,migrations_history/* readPresent */.Il)(session, history);
    // Whoever held the lock before may have made it.
    const [row] = await session.query(`SELECT ${(0,migrations_history/* existsSql */.Rh)(history)} AS made`);
    return row?.made === true ? (0,migrations_history/* readPresent */.Il)(session, history) : migrations_history/* NOTHING */.K$;
}
/** The settings, the lock if it is free, and history under it, in one round trip that others hide. */
async function tryAcquire(run, database) {
    const { session } = database;
    await database.observer();
    const settings = session.send((0,postgres_session/* settingsSql */.GI)(run.settings));
    const watched = session.send(postgres_session/* WATCH_SQL */.Tq).then(() => true, () => false);
    const locking = (0,lock/* tryLock */.bh)(session, run.history);
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
    const waitedMs = attempt.present === undefined ? await (0,lock/* acquireLock */.IZ)(session, observer, history, run.lockWait, world) : 0;
    const present = attempt.present ?? (await presentUnderLock(database, history));
    await forwards.allow('', present.released);
    const { next } = forwards;
    const created = database.hasHistory
        ? Promise.resolve()
        : session.send((0,migrations_history/* createSql */.PQ)(history, database.hasSchema));
    // Not waited for: if one of these fails, so does the first file, and that tells.
    created.catch(() => undefined);
    const prepare = `${(0,migrations_history/* prepareSql */.CA)(history, waitedMs, world, next)};${(0,lock/* prepareProofSql */.c4)(history, pid)}`;
    session.send(prepare).catch(() => undefined);
    const resetSql = [
        restore/* RESTORE_SQL */.Q,
        (0,postgres_session/* settingsSql */.GI)(settings),
        ...(attempt.watched ? [postgres_session/* WATCH_SQL */.Tq] : []),
        prepare,
    ].join(';');
    return {
        engine: {
            session,
            pid,
            observer,
            history,
            settings,
            resetSql,
            since: present.last,
            retries,
            lockWaitMs: waitedMs,
            next,
            notices: new Notices(world),
            world,
        },
        present,
        created,
    };
}


/***/ }),

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proveMigrations: () => (/* binding */ proveMigrations)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _execute_acquire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(949);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9022);
/* harmony import */ var _session_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7333);
/* harmony import */ var _sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9899);
/* harmony import */ var _tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4037);
/** Whether a database that nothing is to be run on is as history says: nothing is half done. */






/**
 * That nothing is pending, the plan has read from history itself. What is unfinished there may be under way: then it is
 * waited for, under the lock.
 * @throws Failures MIGRATION_UNFINISHED, MIGRATE_LOCKED
 */
async function proveMigrations({ database, attempt }, request, world) {
    if ((0,_request_js__WEBPACK_IMPORTED_MODULE_5__/* .decides */ .y)(request) || (0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedBeside */ .WB)(database.present, []).length === 0)
        return;
    const { session } = database;
    const { history, lockWait, migrations } = request;
    const present = await (0,_sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)(async () => {
        const { present: locked } = await attempt();
        if (locked !== undefined)
            return locked;
        await (0,_session_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .IZ)(session, await database.observer(), history, lockWait, world);
        return (0,_execute_acquire_js__WEBPACK_IMPORTED_MODULE_1__/* .presentUnderLock */ .x0)(database, history);
    });
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)((0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedBeside */ .WB)(present, []).map((each) => (0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedFailure */ .wc)(each, migrations)));
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

/***/ 5058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ RESTORE_SQL),
/* harmony export */   Y: () => (/* binding */ RECORDER_SQL)
/* harmony export */ });
/** One definition of a fresh session: what a file finds, whatever ran before it, inside and outside of transactions. */
/**
 * Puts a session back as it was made, in this order: who it is (the user, or the role that ALTER ROLE \u2026 SET role gives
 * it), what it holds (cursors, notifications, temporary objects, the values of sequences, prepared statements), and its
 * settings. Locks stay: DISCARD ALL would give the run's own away.
 */
const RESTORE_SQL = [
    'SET SESSION AUTHORIZATION DEFAULT',
    'RESET ROLE',
    'CLOSE ALL',
    'UNLISTEN *',
    'DISCARD TEMP',
    'DISCARD SEQUENCES',
    'DEALLOCATE ALL',
    'RESET ALL',
].join('; ');
/** The same of who it is, for a transaction: what the tool writes, it writes as the session's own user. */
const RECORDER_SQL = 'SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL role TO DEFAULT';


/***/ }),

/***/ 4037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R2: () => (/* binding */ begunBefore),
/* harmony export */   WB: () => (/* binding */ unfinishedBeside),
/* harmony export */   dS: () => (/* binding */ unfinishedFinding),
/* harmony export */   wc: () => (/* binding */ unfinishedFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);


function unfinishedBeside({ unfinished }, tasks) {
    const touched = new Set(tasks.map(({ migration }) => migration.version));
    return unfinished.filter(({ version }) => !touched.has(version));
}
/** Where an earlier run of this very file ended: of the same content, and in the same direction. */
function begunBefore({ migration, direction }, unfinished) {
    const found = unfinished.find((each) => each.version === migration.version &&
        each.direction === direction &&
        each.checksum === migration.checksum &&
        (direction === 'up' || each.downSql === migration.downSql));
    return found === undefined
        ? undefined
        : { statement: found.statement, interrupted: found.state !== 'failed' };
}
function said({ version, name, direction }, migrations) {
    const file = migrations.find((migration) => migration.version === version)?.up.file;
    const down = direction === 'down';
    return {
        what: `${down ? 'The rollback of ' : ''}${version} (${name}) was begun and has not finished.`,
        why: 'It runs outside a transaction, so that a part of it may be in the database.',
        fix: down
            ? '`command: rollback` goes on with it. If the database is as it should be, `command: repair` settles it in history.'
            : 'Apply it, and bring its file back if that is gone. If the database is as it should be, `command: repair` settles it in history.',
        ...(file === undefined ? {} : { source: { file, line: 1 } }),
    };
}
/** A warning: it may be under way, and what is planned may have nothing to do with it. */
function unfinishedFinding(unfinished, migrations) {
    const { what, ...rest } = said(unfinished, migrations);
    const parts = { rule: 'unfinished', severity: 'warning', verdict: 'fail', message: what, ...rest };
    return (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)(parts, unfinished.version);
}
function unfinishedFailure(unfinished, migrations) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({ code: 'MIGRATION_UNFINISHED', ...said(unfinished, migrations) });
}


/***/ })

};
