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






/** How a tool is told that what had failed is settled. */
const settled = {
    'golang-migrate': '`migrate force <version>`',
    Flyway: '`flyway repair`',
};
function ledgerFindings(ledger, migrations) {
    const { adopted, unknown, failed } = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .matchLedger */ .D)(ledger, migrations);
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
    const halfDone = failed.map(({ name }) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({
        rule: 'ledger-failed',
        severity: 'error',
        verdict: 'fail',
        message: `${ledger.table} says that ${name} was begun and has not come to its end.`,
        why: 'A part of it may be in the database, and it would be run from its beginning.',
        fix: `Finish or undo it by hand, and tell ${ledger.tool} so (${settled[ledger.tool] ?? 'in its ledger'}); or say with \`to\` what is in effect.`,
    }, name));
    return [...changed, ...strangers, ...halfDone];
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
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4156);
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
        columns: ['installed_rank', 'version', 'script', 'success', 'type'],
        name: "CASE WHEN type LIKE '%BASELINE' THEN version ELSE script END",
        only: "version IS NOT NULL AND type NOT IN ('SCHEMA', 'DELETE')",
        succeeded: 'success',
        upTo: "type LIKE '%BASELINE' AND success",
        order: 'installed_rank',
        checksums: 'crc32',
    },
    {
        tool: 'Flyway',
        columns: ['installed_rank', 'version', 'script', 'success'],
        name: 'script',
        succeeded: 'success',
        order: 'installed_rank',
        checksums: 'crc32',
    },
    {
        tool: 'goose',
        columns: ['version_id', 'is_applied', 'tstamp'],
        name: 'version_id',
        only: 'version_id > 0',
        order: 'id',
    },
    {
        tool: 'golang-migrate',
        columns: ['version', 'dirty'],
        name: 'version',
        only: 'version >= 0',
        succeeded: 'NOT dirty',
        upTo: 'true',
    },
    { tool: 'node-pg-migrate', columns: ['name', 'run_on'], name: 'name' },
    { tool: 'knex', columns: ['name', 'batch', 'migration_time'], name: 'name' },
    { tool: 'omninode_cloud', columns: ['version', 'applied_at', 'checksum'], name: 'version' },
    { tool: 'dbmate', columns: ['version'], name: 'version' },
];
const times = ['applied_at', 'run_on', 'migration_time', 'installed_on', 'tstamp'];
/** What a tool has undone later, is not in effect. Rows come in the order in which they were written. */
function lastOf(rows) {
    const entries = new Map();
    for (const { name, at, checksum, succeeded, upTo, applied, undone } of rows) {
        // `U2__x.sql` undoes `V2__x.sql`.
        const about = undone ? name.replace(/^U/, 'V') : name;
        entries.delete(about);
        if (!applied || undone)
            continue;
        entries.set(about, {
            name,
            appliedAt: at ?? undefined,
            checksum: checksum ?? undefined,
            failed: !succeeded,
            upTo,
        });
    }
    return [...entries.values()];
}
/** All ledgers of the database, outside of our own history. */
async function readLedgers(session, historySchema) {
    const candidates = await session.query(`SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS table, array_agg(a.attname::text) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
        AND c.relname ~ 'migration|schema_history|schema_version|changelog|db_version'
      GROUP BY 1 ORDER BY 1`, [historySchema]);
    const ledgers = [];
    for (const { table, columns } of candidates) {
        const shape = shapes.find((each) => each.columns.every((column) => columns.includes(column)));
        // An audit log has rows for what was undone as well.
        if (shape === undefined || columns.includes('direction'))
            continue;
        const time = times.find((each) => columns.includes(each));
        const given = (part, otherwise) => part ?? otherwise;
        const order = shape.order !== undefined && columns.includes(shape.order) ? shape.order : '1';
        const rows = await session.query(`SELECT (${shape.name})::text AS name, ${time === undefined ? 'NULL' : `${time}::timestamptz`} AS at,
              ${columns.includes('checksum') ? 'checksum::text' : 'NULL'} AS checksum,
              ${given(shape.succeeded, 'true')} AS succeeded, ${given(shape.upTo, 'false')} AS "upTo",
              ${columns.includes('is_applied') ? 'is_applied' : 'true'} AS applied,
              ${columns.includes('installed_rank') && columns.includes('type') ? "type LIKE 'UNDO%'" : 'false'} AS undone
         FROM ${table} WHERE ${given(shape.only, 'true')} ORDER BY ${order}, 1`);
        ledgers.push({ table, tool: shape.tool, checksums: shape.checksums, entries: lastOf(rows) });
    }
    return ledgers;
}
/** `docker/0042_x.sql` and `node:runtime:0042_x.sql` are called `0042_x`. */
function stem(name) {
    return name.replace(/^.*[/:]/, '').replace(/(?:\.up)?\.sql$/, '');
}
/** The number that a version is or begins with, part by part: `1.10` comes behind `1.9`. */
function numberOf(text) {
    const [digits] = /^\d+(?:[._]\d+)*(?=$|_)/.exec(text) ?? [];
    return digits?.split(/[._]/).map(BigInt);
}
function compare(a, b) {
    for (let part = 0; part < Math.max(a.length, b.length); part++) {
        const [x = 0n, y = 0n] = [a[part], b[part]];
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
/** The files that a ledger speaks of, the entries for which there is no file, and those that did not come to their end. */
function matchLedger({ entries, checksums }, migrations) {
    const byStem = new Map(migrations.map((migration) => [stem(migration.up.file), migration]));
    const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
    const numbered = migrations.flatMap((migration) => {
        const number = numberOf(migration.version);
        return number === undefined ? [] : [{ migration, number }];
    });
    /** Several files may begin with one day. */
    const byNumber = (name) => {
        const number = numberOf(name);
        const found = numbered.filter((each) => number !== undefined && compare(each.number, number) === 0);
        return found.length === 1 ? found[0]?.migration : undefined;
    };
    const adopted = new Map();
    const unknown = [];
    const failed = [];
    for (const entry of entries) {
        const name = stem(entry.name);
        const migration = byStem.get(name) ?? byVersion.get(name) ?? byNumber(name);
        if (entry.failed)
            failed.push(entry);
        if (entry.upTo) {
            const last = numberOf(name) ?? [];
            for (const each of numbered) {
                const order = compare(each.number, last);
                if (order < 0 || (order === 0 && !entry.failed))
                    adopted.set(each.migration, {
                        migration: each.migration,
                        entry: { ...entry, appliedAt: undefined },
                        differs: false,
                    });
            }
        }
        if (migration === undefined)
            unknown.push(entry);
        else if (!entry.upTo && !entry.failed)
            adopted.set(migration, { migration, entry, differs: differs(entry.checksum, migration, checksums) });
    }
    return { adopted: [...adopted.values()], unknown, failed };
}
/** CRC-32 over the lines of a file without their ends, as Flyway has it: a signed number of 32 bits. */
function crcOf(sql) {
    return sql.split(/\r\n|[\r\n]/).reduce((sum, line) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(line, sum), 0) | 0;
}
/** Checksums that say `applied-by-runner` or the like prove nothing, and contradict nothing. */
function differs(checksum, { checksum: own, up }, checksums) {
    if (checksums === 'crc32')
        return /^-?\d+$/.test(checksum ?? '') && Number(checksum) !== crcOf(up.sql);
    const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(checksum ?? '')?.[1];
    return digits !== undefined && digits !== own.slice(7) && digits !== (0,_toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_1__/* .checksumOf */ .l)(up.sql).slice(7);
}


/***/ }),

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
/* harmony import */ var _toolkit_report_wording_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);
/* harmony import */ var _sql_statements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7910);
/** One script that would run. */





function recordedOf({ version, name, checksum, down, irreversible }) {
    return { version, name, checksum, downSql: down?.sql, irreversible };
}
/** UTF-16 units that a plan tells of the statements of one file: who reviews it reads no more. */
const MOST_TOLD = 200_000;
/** The statements of a file, as far as somebody reads them. */
function told({ statements }) {
    const texts = [];
    let left = MOST_TOLD;
    for (const { brief } of statements) {
        if (left <= 0)
            break;
        texts.push(brief.length > left ? `${brief.slice(0, left).toWellFormed()}\u2026` : brief);
        left -= brief.length;
    }
    const rest = statements.length - texts.length;
    return rest === 0 ? texts : [...texts, `\u2026 and ${(0,_toolkit_report_wording_ts__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(rest)} more`];
}
/** What running a task does, for the plan. By its checksum the review covers every byte, whatever is told. */
function taskValue({ migration, direction, script }) {
    return {
        // Of a way up it is known already.
        checksum: direction === 'up' ? migration.checksum : (0,_toolkit_migrations_checksum_ts__WEBPACK_IMPORTED_MODULE_1__/* .checksumOf */ .l)(script.sql),
        transaction: script.transactional,
        statements: told(script),
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
            tasks.push({ ...task, script: (0,_sql_statements_js__WEBPACK_IMPORTED_MODULE_4__/* .readScript */ .Uq)(parse, file, sql) });
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
