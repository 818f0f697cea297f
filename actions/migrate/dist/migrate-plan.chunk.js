export const id = "migrate-plan";
export const ids = [146,411];
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

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databasePlace: () => (/* binding */ databasePlace)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3374);
/** Where a run has its effect. */

/** As it stands in a URL. */
function written(host) {
    if (host.startsWith('/'))
        return encodeURIComponent(host);
    return host.includes(':') ? `[${host}]` : host;
}
/**
 * Server, database and history: two histories in one database are two places. Names of hosts have no case, and whatever
 * stands in the name of a database, the place is on one line.
 */
function databasePlace({ database, others = [], ...first }, history) {
    const kept = (0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .historyName */ .GM)(history);
    const servers = [first, ...others].map(({ host, port }) => ({ host: host.toLowerCase(), port }));
    const authority = servers.map(({ host, port }) => `${written(host)}:${port}`).join(',');
    const [{ host, port } = first, ...rest] = servers;
    return {
        target: `postgres://${authority}/${encodeURIComponent(database)}${kept === _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_HISTORY */ .RA ? '' : ` ${kept}`}`,
        where: { host, port, ...(rest.length === 0 ? {} : { others: rest }), database, history: kept },
    };
}


/***/ }),

/***/ 6058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planMigrations: () => (/* binding */ planMigrations)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/compare.js
var compare = __webpack_require__(7168);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/actions/migrate/src/adopt/decision.js
var decision = __webpack_require__(5114);
// EXTERNAL MODULE: ./build/actions/migrate/src/adopt/ledger.js
var ledger = __webpack_require__(1621);
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/acquire.js
var acquire = __webpack_require__(9583);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/migrations/history-table.js
var history_table = __webpack_require__(3374);
// EXTERNAL MODULE: ./build/toolkit/migrations/migration.js
var migrations_migration = __webpack_require__(783);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/actions/migrate/src/request.js
var src_request = __webpack_require__(9022);
;// CONCATENATED MODULE: ./build/actions/migrate/src/ingredients.js
/** What decides the effect of a run: the inputs, and the bytes that are sent or kept. */





function sha256(text) {
    return (0,external_node_crypto_.hash)('sha256', text);
}
/** How the server proves who it is. */
function proofOf({ tls }) {
    if (tls === undefined)
        return 'none';
    return `verify-full by ${tls.ca === undefined ? "the system's authorities" : `sha256:${sha256(tls.ca)}`}`;
}
/**
 * Every input that decides. `lock-timeout` is one, because it is how long others queue behind a migration, and
 * `statement-timeout`, because it is how long its locks are held. `lock-wait` and `lock-retries` are none: they are how
 * long the run itself has patience, and the scratch server changes nothing of the database.
 */
function meansOf(request, target) {
    const { command, to, steps, allowDataLoss, settings, migrations } = request;
    return {
        command: command === 'plan' ? 'apply' : command,
        user: target.user,
        tls: proofOf(target),
        ...(target.options === undefined ? {} : { options: target.options }),
        ...(target.attributes === undefined ? {} : { attributes: target.attributes }),
        to: to ?? null,
        ...(command === 'rollback' ? { steps: to === undefined ? steps : null, allowDataLoss } : {}),
        ...((0,src_request/* decides */.y)(request)
            ? {}
            : {
                lockTimeout: (0,duration/* formatDuration */.a)(settings.lockTimeout),
                statementTimeout: (0,duration/* formatDuration */.a)(settings.statementTimeout),
            }),
        // A rollback goes by the order of history, which its changes tell.
        ...(command === 'rollback' ? {} : { order: migrations.map(({ version }) => version) }),
    };
}
/** What leads back, as history keeps it: that is what is run, or written once more, whatever the files say now. */
function keptIn(history, migrations) {
    return migrations.flatMap((migration) => migration.downSql === undefined
        ? []
        : [[`${history} ${(0,migrations_migration/* stemOf */.V)(migration)} (down)`, sha256(migration.downSql)]]);
}
/**
 * Name \u2192 sha256 of what is sent or kept, byte for byte. History keeps a rollback from the day on which its migration is
 * applied, so each file counts, also where nothing of it is pending.
 */
function bytesOf({ command, files, history }, tasks, decisions) {
    const kept = command === 'rollback'
        ? tasks.map(({ migration }) => migration)
        : decisions.filter(({ file }) => file === undefined).map(({ migration }) => migration);
    return Object.fromEntries([
        ...(command === 'rollback' ? [] : files.map(({ file, sql }) => [file, sha256(sql)])),
        ...keptIn((0,history_table/* historyName */.GM)(history), kept),
    ]);
}

// EXTERNAL MODULE: ./build/actions/migrate/src/place.js
var place = __webpack_require__(4012);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/postgres/session.js
var postgres_session = __webpack_require__(557);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/actions/migrate/src/session/pooler.js
/**
 * A pooler that hands a server connection to another client after each transaction breaks session locks and settings
 * without a word: two runners both get the lock, and it stays when both are gone.
 */


function pooled(target, seen, cause) {
    return new failure/* Failure */.HR({
        code: 'DATABASE_POOLED',
        what: `There is a transaction pooler in front of the database ${target.database} at ${target.host}:${target.port}.`,
        why: `${seen} Session locks, and so the promise that each file runs once, mean nothing there.`,
        fix: 'Use the URL of PostgreSQL itself, mostly port 5432 (on managed platforms the "direct" or "session" one), or a pool in session mode.',
        cause,
    });
}
const PID_SQL = 'SELECT pg_catalog.pg_backend_pid() AS pid';
async function pidOf(session, sql) {
    const [row] = await session.query(sql);
    return row?.pid ?? 0;
}
/**
 * While the second session holds a server process in a transaction, the first must still have its own one.
 * @param pid what the first session's process was
 * @throws Failure DATABASE_POOLED
 */
async function refusePooler(session, observer, pid, target) {
    let other;
    try {
        other = await pidOf(observer, `BEGIN; ${PID_SQL}`);
    }
    catch (error) {
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        throw pooled(target, `It refuses transactions of several statements: ${error.message}.`, error);
    }
    const [again] = await Promise.all([pidOf(session, PID_SQL), observer.send('COMMIT')]);
    if (other === pid)
        throw pooled(target, `Two connections were served by the same server process (${pid}).`);
    if (again !== pid)
        throw pooled(target, `One connection was served by two server processes (${pid}, then ${again}).`);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/session/database.js
/** The database of a run: two connections that are made side by side, and what is there at first sight. */





/** By PostgreSQL's `FirstNormalObjectId`: what is below came with the server. */
const FIRST_OF_USERS = 16_384;
/** Reads only, and changes no setting: behind a pooler those would stay for somebody else. */
async function look(session, history) {
    const rows = await session.send(`BEGIN TRANSACTION READ ONLY;
     SELECT pg_catalog.pg_backend_pid() AS pid, ${(0,migrations_history/* existsSql */.Rh)(history)} AS history,
            pg_catalog.to_regnamespace(${esm/* default.escapeLiteral */.Ay.escapeLiteral(esm/* default.escapeIdentifier */.Ay.escapeIdentifier(history.schema))}) IS NOT NULL AS schema,
            'PostgreSQL ' || split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server,
            NOT EXISTS (
              SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', ${esm/* default.escapeLiteral */.Ay.escapeLiteral(history.schema)})
                 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            ) AND NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE oid >= ${FIRST_OF_USERS})
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_type WHERE typtype = 'd' AND oid >= ${FIRST_OF_USERS}) AS fresh;
     COMMIT`);
    return rows[1]?.[0]; // the only row of the SELECT above
}
async function presentOf(session, history) {
    try {
        return await (0,migrations_history/* readPresent */.Il)(session, history);
    }
    catch (error) {
        // undefined_column, undefined_table: there is something of that name, but it is not ours.
        if (!(0,sql_failure/* isServerError */.GQ)(error) || (error.code !== '42703' && error.code !== '42P01'))
            throw error;
        const lacked = await (0,migrations_history/* lackedColumns */.sZ)(session, history);
        throw lacked.length > 0 ? (0,migrations_history/* outdatedHistory */.NT)(history, lacked, error) : (0,migrations_history/* foreignHistory */.zf)(history, error);
    }
}
/**
 * Connects and looks: two round trips, when the connection is PostgreSQL's own.
 * @param applies makes both connections side by side
 * @throws Failure DATABASE_POOLED before anything is touched
 */
async function openDatabase(target, history, applies, world) {
    const opened = [];
    const open = () => {
        const session = (0,postgres_session/* connect */.Ng)(target, world);
        opened.push(session);
        session.catch(() => undefined); // awaited where it is used
        return session;
    };
    const close = async () => {
        const sessions = await Promise.allSettled(opened);
        await Promise.all(sessions.map((each) => (each.status === 'fulfilled' ? each.value.close() : undefined)));
    };
    try {
        let second = applies ? open() : undefined;
        const session = await open();
        const sight = await look(session, history);
        let proven;
        const observer = () => {
            second ??= open();
            proven ??= second.then(async (other) => {
                await refusePooler(session, other, sight.pid, target);
                return other;
            });
            return proven;
        };
        // A process id that is not the server's tells that something stands between.
        if (session.announcedPid !== sight.pid)
            await observer();
        const present = sight.history ? await presentOf(session, history) : migrations_history/* NOTHING */.K$;
        return {
            session,
            pid: sight.pid,
            hasHistory: sight.history,
            hasSchema: sight.schema,
            isFresh: sight.fresh && present.applied.length === 0,
            server: sight.server,
            present,
            observer,
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/parser.js
var parser = __webpack_require__(6053);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/data-loss.js

const dropped = {
    OBJECT_TABLE: 'drops a table with its rows',
    OBJECT_FOREIGN_TABLE: 'drops a foreign table',
    OBJECT_SCHEMA: 'drops a schema with what is in it',
    OBJECT_SEQUENCE: 'drops a sequence with its position',
};
/** What a statement loses; `unknown` when that cannot be seen. */
function lossOf(node) {
    if ('DropStmt' in node) {
        const what = dropped[node.DropStmt.removeType ?? ''];
        if (what !== undefined)
            return { what };
        return node.DropStmt.behavior === 'DROP_CASCADE'
            ? { what: 'drops what depends on it, which may be columns', unknown: true }
            : undefined;
    }
    if ('AlterTableStmt' in node) {
        const commands = (node.AlterTableStmt.cmds ?? []).flatMap((each) => 'AlterTableCmd' in each ? [each.AlterTableCmd] : []);
        if (commands.some(({ subtype }) => subtype === 'AT_DropColumn'))
            return { what: 'drops a column with its values' };
        if (commands.some(({ subtype }) => subtype === 'AT_AlterColumnType'))
            return { what: 'changes a type, which may cut values', unknown: true };
        return undefined;
    }
    if ('TruncateStmt' in node)
        return { what: 'empties a table' };
    if ('DeleteStmt' in node)
        return { what: 'deletes rows' };
    if ('UpdateStmt' in node)
        return { what: 'overwrites values' };
    if ('DropdbStmt' in node)
        return { what: 'drops a database' };
    if ('DropOwnedStmt' in node)
        return { what: 'drops all that a role owns' };
    if ('DoStmt' in node || 'CallStmt' in node)
        return { what: 'runs code that cannot be seen into', unknown: true };
    return undefined;
}
/** Without `allow-data-loss` every loss, and every statement that may be one, keeps a rollback from running. */
function dataLossFindings(tasks, allowed) {
    return tasks.flatMap(({ script }) => script.statements.flatMap((statement, index) => {
        const loss = lossOf(statement.node);
        if (loss === undefined)
            return [];
        const { file } = script;
        return [
            (0,finding/* finding */.gk)({
                rule: 'data-loss',
                severity: allowed ? 'warning' : 'error',
                // What cannot be told is treated as a loss: it is data.
                verdict: 'fail',
                message: `This ${loss.what}.`,
                why: loss.unknown === true ? 'Whether data is lost cannot be told.' : 'No migration brings it back.',
                fix: allowed
                    ? 'It was allowed with `allow-data-loss: true`.'
                    : 'Make sure that there is a backup, then set `allow-data-loss: true` for this run.',
                source: { file, line: statement.line, column: statement.column },
            }, `${index}`),
        ];
    }));
}

// EXTERNAL MODULE: ./build/actions/migrate/src/tasks/contradictions.js
var contradictions = __webpack_require__(4074);
// EXTERNAL MODULE: ./build/actions/migrate/src/tasks/task.js
var tasks_task = __webpack_require__(605);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/pending.js
/** What is to be applied: the folder held against what history says was applied. */





/** What is applied can never be filled in: history has its checksum. */
function empty({ file }) {
    return new failure/* Failure */.HR({
        code: 'MIGRATION_EMPTY',
        what: `${file} holds no statement.`,
        why: 'Once it is applied, it may not be edited any more.',
        fix: 'Write what it is to do; if that is nothing, `SELECT 1;` says so.',
        source: { file, line: 1 },
    });
}
/**
 * The migrations that are not applied yet, in order.
 * @param to the last version to apply; all of them when it is not given
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function pendingTasks(migrations, { applied }, folder, to, loadParser) {
    (0,failure/* throwIfAny */.MI)((0,contradictions/* contradictions */.v)(migrations, applied, folder));
    const last = to === undefined ? migrations.length - 1 : migrations.findIndex(({ version }) => version === to);
    if (to !== undefined && last === -1) {
        throw new failure/* Failure */.HR({
            code: 'VERSION_UNKNOWN',
            what: `There is no migration ${to} in ${folder}.`,
            fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
        });
    }
    const wanted = new Set(migrations.slice(0, last + 1));
    const pending = (0,compare/* compareWithHistory */.K)(migrations, applied).pending.filter((migration) => wanted.has(migration));
    if (pending.length === 0)
        return [];
    const tasks = await (0,tasks_task/* readTasks */.j9)(loadParser, pending.map((migration) => ({
        address: (0,migrations_migration/* migrationAddress */.$)(migration),
        migration: (0,tasks_task/* recordedOf */.i0)(migration),
        direction: 'up',
        ...migration.up,
    })));
    (0,failure/* throwIfAny */.MI)(tasks.filter(({ script }) => script.statements.length === 0).map(({ script }) => empty(script)));
    return tasks;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/rollback.js



/**
 * The last migrations that took effect, the newest first, with the rollbacks that history keeps. The files may be gone.
 * @throws Failures VERSION_UNKNOWN, IRREVERSIBLE
 */
async function rollbackTasks({ applied }, { steps, to }, migrations, folder, loadParser) {
    const newestFirst = applied.toReversed();
    const stop = to === undefined ? steps : newestFirst.findIndex(({ version }) => version === to);
    if (stop === -1) {
        throw new failure/* Failure */.HR({
            code: 'VERSION_UNKNOWN',
            what: `${to} is not in effect, so nothing can be undone down to it.`,
            fix: newestFirst.length === 0
                ? 'Nothing is in effect: look whether it is the database, and the `history-table`, that is meant.'
                : `Correct \`to:\` under \`with:\`. In effect, the newest first: ${newestFirst
                    .slice(0, 5)
                    .map(({ version }) => version)
                    .join(', ')}.`,
        });
    }
    const chosen = newestFirst.slice(0, stop);
    (0,failure/* throwIfAny */.MI)(chosen.flatMap(({ version, name, irreversible, downSql }) => downSql !== undefined
        ? []
        : [
            new failure/* Failure */.HR({
                code: 'IRREVERSIBLE',
                what: `${version} (${name}) cannot be undone: ${irreversible}.`,
                fix: 'Write a new migration that leads where you want to be, or restore a backup.',
            }),
        ]));
    if (chosen.length === 0)
        return [];
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    return (0,tasks_task/* readTasks */.j9)(loadParser, chosen.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => {
        const file = files.get(migration.version);
        const stem = file === undefined ? `${folder}/${migration.version}` : (0,migrations_migration/* migrationAddress */.$)(file);
        return {
            address: `${stem} (down)`,
            migration,
            direction: 'down',
            file: file?.down?.file ?? `${stem}.down.sql`,
            sql: migration.downSql ?? '',
        };
    }));
}

// EXTERNAL MODULE: ./build/actions/migrate/src/tasks/unfinished.js
var unfinished = __webpack_require__(4037);
;// CONCATENATED MODULE: ./build/actions/migrate/src/plan.js
/** What a run would do: the folder held against history. */
















function tasksOf(request, present) {
    const { command, migrations, folder, to } = request;
    return command === 'rollback'
        ? rollbackTasks(present, request, migrations, folder, parser/* loadParser */.qd)
        : pendingTasks(migrations, present, folder, to, parser/* loadParser */.qd);
}
async function decisionsOf(request, { session, present }) {
    const { command, migrations, folder, history, to } = request;
    if (command === 'repair')
        return (0,decision/* repair */.Ip)(migrations, present, folder);
    return (0,decision/* baseline */._Z)(migrations, present, await (0,ledger/* readLedgers */.W)(session, history.schema), to, folder);
}
function begunNote({ statement, interrupted }) {
    return interrupted
        ? `was begun and cut off at statement ${statement}: it is inspected and finished`
        : `has failed at statement ${statement}: it goes on there`;
}
function noteOf(task, present, preview) {
    const begun = (0,unfinished/* begunBefore */.R2)(task, present.unfinished);
    const parts = [
        begun === undefined ? undefined : begunNote(begun),
        task.script.transactional ? undefined : 'runs outside a transaction',
        preview?.notes.get(task.address),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? {} : { note: parts.join('; ') };
}
async function taskParts(request, tasks, present) {
    const preview = tasks.length === 0 ? undefined : await request.preview?.(tasks);
    return {
        changes: tasks.map((task) => ({
            action: 'run',
            address: task.address,
            kind: 'migration',
            source: { file: task.script.file, line: 1 },
            after: (0,tasks_task/* taskValue */.Pj)(task),
            ...noteOf(task, present, preview),
        })),
        findings: [
            ...(0,unfinished/* unfinishedBeside */.WB)(present, tasks).map((each) => (0,unfinished/* unfinishedFinding */.dS)(each, request.migrations)),
            ...(request.command === 'rollback'
                ? dataLossFindings(tasks, request.allowDataLoss)
                : (preview?.findings ?? [])),
        ],
        evidence: preview?.evidence ?? [],
    };
}
function decisionParts({ decisions, findings }) {
    return {
        changes: decisions.map(({ address, note, file, state, direction, at, migration }) => ({
            action: 'update',
            address,
            kind: 'history',
            ...(file === undefined ? {} : { source: { file, line: 1 } }),
            after: {
                state,
                direction,
                checksum: migration.checksum,
                ...(at === undefined ? {} : { at: at.toISOString() }),
            },
            note,
        })),
        findings,
    };
}
/** The work, and how a plan shows it. */
async function workOf(request, database) {
    if ((0,src_request/* decides */.y)(request)) {
        const decided = await decisionsOf(request, database);
        return { tasks: [], decisions: decided.decisions, parts: decisionParts(decided) };
    }
    const tasks = await tasksOf(request, database.present);
    return { tasks, decisions: [], parts: await taskParts(request, tasks, database.present) };
}
async function planOn(database, target, request, world) {
    const { command, migrations, applies, history, name } = request;
    const { applied, released } = database.present;
    const found = (0,compare/* compareWithHistory */.K)(migrations, applied);
    let attempting;
    const attempt = () => {
        attempting ??= (0,acquire/* tryAcquire */.c4)(request, database);
        return attempting;
    };
    if ((0,src_request/* decides */.y)(request) || command === 'rollback' || found.pending.length > 0) {
        // While the files are read.
        if (applies)
            attempt().catch(() => undefined); // awaited where it is used
        database.observer().catch(() => undefined); // likewise
    }
    const { tasks, decisions, parts } = await workOf(request, database);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'migrate',
        ...(0,place.databasePlace)(target, history),
        name,
        createdAt: world.clock(),
        with: meansOf(request, target),
        from: bytesOf(request, tasks, decisions),
        released: released === undefined ? {} : { '': released },
        ...parts,
    });
    // Somebody else may be pooling connections: that is said before anything is applied, and on the pull request.
    if (plan.changes.length > 0)
        await database.observer();
    const head = found.head?.version ?? applied.at(-1)?.version ?? '';
    return { plan: Object.freeze({ ...plan, head }), database, tasks, decisions, attempt };
}
/**
 * Reads only: neither the history nor its schema is made.
 * @returns with open connections
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function planMigrations(request, world) {
    const target = await request.target();
    return (0,sql_failure/* explained */.to)(async () => {
        const database = await openDatabase(target, request.history, request.applies, world);
        try {
            return await planOn(database, target, request, world);
        }
        catch (error) {
            await database.close();
            throw error;
        }
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
/* harmony import */ var _sql_statements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7063);
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
