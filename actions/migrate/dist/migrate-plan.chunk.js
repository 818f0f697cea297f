export const id = "migrate-plan";
export const ids = [146,411];
export const modules = {

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
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
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/acquire.js + 1 modules
var acquire = __webpack_require__(949);
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
function meansOf(request, target, overruled) {
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
        // What an apply believes of the lint is what was observed on the pull request.
        ...(overruled.length === 0 ? {} : { overruled: [...overruled] }),
        // A rollback goes by the order of history, which its changes tell.
        ...(command === 'rollback' ? {} : { order: migrations.map(({ version }) => version) }),
    };
}
/** What the review of a place says was overruled there. */
function overruledIn(review) {
    if (review === undefined)
        return undefined;
    const { overruled } = review.with;
    return Array.isArray(overruled) ? overruled.filter((each) => typeof each === 'string') : [];
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
function bytesOf({ command, files, history, configuration }, tasks, decisions) {
    const kept = command === 'rollback'
        ? tasks.map(({ migration }) => migration)
        : decisions.filter(({ file }) => file === undefined).map(({ migration }) => migration);
    return Object.fromEntries([
        ...(command === 'rollback' ? [] : files.map(({ file, sql }) => [file, sha256(sql)])),
        ...(configuration === undefined ? [] : [[configuration.file, sha256(configuration.sql)]]),
        ...keptIn((0,history_table/* historyName */.GM)(history), kept),
    ]);
}

// EXTERNAL MODULE: ./build/actions/migrate/src/place.js
var place = __webpack_require__(4012);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/postgres/session.js + 2 modules
var postgres_session = __webpack_require__(4342);
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

// EXTERNAL MODULE: ./build/actions/migrate/src/session/releases.js
var releases = __webpack_require__(9748);
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
            pg_catalog.current_setting('server_version_num')::int AS version,
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
 * @throws Failure DATABASE_OLD, DATABASE_POOLED before anything is touched
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
        (0,releases/* refuseOld */.mr)(sight.server, sight.version, target);
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
            version: sight.version,
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
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/row-changes.js + 1 modules
var row_changes = __webpack_require__(2330);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/functions.js
var functions = __webpack_require__(4641);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/data-loss.js



const dropped = {
    OBJECT_TABLE: 'drops a table with its rows',
    OBJECT_FOREIGN_TABLE: 'drops a foreign table',
    OBJECT_SCHEMA: 'drops a schema with what is in it',
    OBJECT_SEQUENCE: 'drops a sequence with its position',
};
/** Of rows, also by what stands in a WITH, and by what a statement calls. */
function lossOfRows(node) {
    // It is kept, and does nothing until EXECUTE.
    if ('PrepareStmt' in node)
        return undefined;
    for (const change of (0,row_changes/* rowChangesOf */.nl)(node)) {
        if ('DeleteStmt' in change)
            return { what: 'deletes rows' };
        if ('UpdateStmt' in change)
            return { what: 'overwrites values' };
        if ('InsertStmt' in change && change.InsertStmt.onConflictClause?.action === 'ONCONFLICT_UPDATE')
            return { what: 'overwrites values' };
        if (!('MergeStmt' in change))
            continue;
        const commands = (change.MergeStmt.mergeWhenClauses ?? []).map((each) => 'MergeWhenClause' in each ? each.MergeWhenClause.commandType : undefined);
        if (commands.includes('CMD_DELETE'))
            return { what: 'deletes rows' };
        if (commands.includes('CMD_UPDATE'))
            return { what: 'overwrites values' };
    }
    const called = row_changes/* changing */.Wt.some((kind) => kind in node) ? (0,functions/* unknownFunctions */.U)(node) : [];
    return called.length === 0
        ? undefined
        : { what: `calls ${called.join(', ')}, which cannot be seen into`, unknown: true };
}
/** What a statement loses. */
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
    if ('DropdbStmt' in node)
        return { what: 'drops a database' };
    if ('DropOwnedStmt' in node)
        return { what: 'drops all that a role owns' };
    if ('DoStmt' in node || 'CallStmt' in node || 'ExecuteStmt' in node)
        return { what: 'runs code that cannot be seen into', unknown: true };
    return lossOfRows(node);
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
async function taskParts(request, tasks, { present, version }, review) {
    const { configuration } = request;
    const preview = tasks.length === 0 ? undefined : await request.preview?.(tasks, version, overruledIn(review));
    const weakened = configuration === undefined
        ? []
        : (await Promise.all(/* import() | migrate-lint-configuration */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+migrate-plan+migrate-preview-preview"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("migrate-lint-configuration+migrate-preview-preview"), __webpack_require__.e("migrate-lint-configuration")]).then(__webpack_require__.bind(__webpack_require__, 2443))).weakenedFindings(configuration);
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
                : [...weakened, ...(preview?.findings ?? [])]),
        ],
        evidence: preview?.evidence ?? [],
        overruled: preview?.overruled ?? [],
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
        overruled: [],
    };
}
/** The work, and how a plan shows it. */
async function workOf(request, database, review) {
    if ((0,src_request/* decides */.y)(request)) {
        const decided = await decisionsOf(request, database);
        return { tasks: [], decisions: decided.decisions, parts: decisionParts(decided) };
    }
    const tasks = await tasksOf(request, database.present);
    return { tasks, decisions: [], parts: await taskParts(request, tasks, database, review) };
}
async function planOn(database, target, request, world, review) {
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
    const { tasks, decisions, parts: { overruled, findings, ...parts }, } = await workOf(request, database, review);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'migrate',
        ...(0,place.databasePlace)(target, history),
        name,
        createdAt: world.clock(),
        with: meansOf(request, target, overruled),
        from: bytesOf(request, tasks, decisions),
        released: released === undefined ? {} : { '': released },
        ...parts,
        findings: [...(0,releases/* newerFindings */.qW)(database.server, database.version), ...findings],
    });
    // Somebody else may be pooling connections: that is said before anything is applied, and on the pull request.
    if (plan.changes.length > 0)
        await database.observer();
    const head = found.head?.version ?? applied.at(-1)?.version ?? '';
    return { plan: Object.freeze({ ...plan, head }), database, tasks, decisions, attempt };
}
/**
 * Reads only: neither the history nor its schema is made.
 * @param review what was shown of the place, when it is to be applied
 * @returns with open connections
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function planMigrations(request, world, review) {
    const target = await request.target();
    return (0,sql_failure/* explained */.to)(async () => {
        const database = await openDatabase(target, request.history, request.applies, world);
        try {
            return await planOn(database, target, request, world, review);
        }
        catch (error) {
            await database.close();
            throw error;
        }
    });
}


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _j: () => (/* binding */ OLDEST),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   mr: () => (/* binding */ refuseOld),
/* harmony export */   qW: () => (/* binding */ newerFindings)
/* harmony export */ });
/* unused harmony export NEWEST */
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);
/** Which releases of PostgreSQL are known here. */


const OLDEST = 14;
/** Of the grammar that files are read by, and of the catalogue. */
const NEWEST = 18;
/** @param version `server_version_num` */
function releaseOf(version) {
    return Math.floor(version / 10_000);
}
/**
 * @param server `PostgreSQL 13.23`
 * @param version its `server_version_num`
 * @throws Failure DATABASE_OLD
 */
function refuseOld(server, version, { database, host }) {
    if (releaseOf(version) >= OLDEST)
        return;
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_OLD',
        what: `The database ${database} at ${host} is ${server}, and migrate works with PostgreSQL ${OLDEST} to ${NEWEST}.`,
        why: 'An older one lacks what is relied on: that it ends the statement of a run whose connection is gone, columns of its catalogue. Nothing was touched.',
        fix: `Upgrade the server to PostgreSQL ${OLDEST} or newer; until then migrate it with another tool.`,
    });
}
/** Of a server that came later than all that is known here. */
function newerFindings(server, version) {
    if (releaseOf(version) <= NEWEST)
        return [];
    return [
        (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)({
            rule: 'server-newer',
            severity: 'warning',
            verdict: 'unknown',
            message: `The server is ${server}, and migrate knows PostgreSQL ${OLDEST} to ${NEWEST}.`,
            why: `Files are read by the grammar of PostgreSQL ${NEWEST}: what came later is refused as an error of syntax, and which locks it takes cannot be told.`,
            fix: 'Use a newer release of the action, if there is one that knows this server.',
        }, server),
    ];
}


/***/ })

};
