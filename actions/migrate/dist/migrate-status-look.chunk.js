export const id = "migrate-status-look";
export const ids = ["migrate-status-look"];
export const modules = {

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookAtStatus: () => (/* binding */ lookAtStatus)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/migration.js
var migrations_migration = __webpack_require__(783);
// EXTERNAL MODULE: ./build/toolkit/postgres/session.js
var postgres_session = __webpack_require__(557);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
// EXTERNAL MODULE: ./build/toolkit/report/blocks.js
var report_blocks = __webpack_require__(3824);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/postgres/application-name.js
var application_name = __webpack_require__(9047);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/lock.js
var lock = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/without-values.js
var without_values = __webpack_require__(143);
;// CONCATENATED MODULE: ./build/actions/migrate/src/status/holder.js



/** What is told to whoever may not look into the sessions of others. */
const HIDDEN = '<insufficient privilege>';
/** Everybody sees the lock, its process and the names; the rest is for the same user and for pg_read_all_stats. */
function holderSql(history) {
    return `SELECT l.pid, a.usename::text AS user, a.application_name AS application, a.state,
      a.backend_start, a.xact_start, a.query_start, ${application_name/* STATEMENT_SQL */.bD} AS query,
      p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                     WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done,
      pg_catalog.pg_blocking_pids(l.pid) AS blockers
    FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a USING (pid)
      LEFT JOIN pg_catalog.pg_stat_progress_create_index p USING (pid) WHERE ${(0,lock/* isLocked */.ln)((0,lock/* lockKey */.TL)(history))}`;
}
/** The most characters of a statement that are told. */
const LONGEST = 160;
/** Members that are known. */
function known(members) {
    const told = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
    return Object.fromEntries(told); // the others are left out
}
function runningOf(holder, unseen, run) {
    if (holder === undefined)
        return unseen === undefined ? { who: 'nobody' } : { who: 'unknown', why: unseen };
    const { pid, user, application, state, query, phase, done, blockers } = holder;
    const hidden = query === HIDDEN || query === null;
    const statement = hidden ? null : (0,without_values/* withoutValues */.l)(query).slice(0, LONGEST).toWellFormed();
    return {
        who: 'somebody',
        pid,
        ...known({
            user,
            application: application === '' ? null : application,
            run: (0,application_name/* runUrlOf */.Qm)(application ?? '', run),
            connected: holder.backend_start?.toISOString(),
            transaction: holder.xact_start?.toISOString(),
            active: hidden ? null : state === 'active',
            began: holder.query_start?.toISOString(),
            statement,
            index: phase === null ? null : { phase, ...(done === null ? {} : { percent: Math.floor(done) }) },
            hidden: hidden ? 'only the same user, and a member of pg_read_all_stats, may see more' : null,
        }),
        waits: blockers,
    };
}
/** `pid 4711 (migrate octo/app 12/1, user app), connected since \u2026`; what cannot be told is said to be so. */
function runningText(running) {
    if (running.who === 'nobody')
        return 'Running now: nobody.';
    if (running.who === 'unknown')
        return `Running now: cannot tell, because ${running.why}.`;
    const { pid, user, application, run, connected, transaction, active, began, statement, index, waits, hidden, } = running;
    const names = [application, user === undefined ? undefined : `user ${user}`].filter((name) => name !== undefined);
    const percent = index?.percent === undefined ? '' : ` (${index.percent} %)`;
    const parts = [
        `pid ${pid}${names.length === 0 ? '' : ` (${names.join(', ')})`}`,
        connected === undefined ? undefined : `connected since ${connected}`,
        transaction === undefined ? undefined : `in a transaction since ${transaction}`,
        statement === undefined
            ? undefined
            : active === true
                ? `its statement runs since ${began ?? 'cannot tell'}: ${statement}`
                : `idle after: ${statement}`,
        index === undefined ? undefined : `index build: ${index.phase}${percent}`,
        waits.length === 0 ? undefined : `waits for pid ${waits.join(', ')}`,
        hidden === undefined ? undefined : `since when, and which statement: cannot tell, ${hidden}`,
        run === undefined ? undefined : `see ${run}`,
    ];
    return `Running now: ${parts.filter((part) => part !== undefined).join('; ')}.`;
}

// EXTERNAL MODULE: ./build/toolkit/migrations/compare.js
var compare = __webpack_require__(7168);
// EXTERNAL MODULE: ./build/toolkit/migrations/history-table.js
var history_table = __webpack_require__(3374);
;// CONCATENATED MODULE: ./build/actions/migrate/src/status/status.js
/** Where a database stands: the folder held against its history, and who is at work. */




/**
 * `interrupted`: begun outside of a transaction, and cut off; `failed`: the same, and refused by the server. `changed`:
 * the file is not what was applied. `gone`: applied, and without a file.
 */
const states = ['running', 'interrupted', 'failed', 'changed', 'gone', 'pending', 'applied'];
/** Milliseconds by which the clocks of a runner and of a server may differ. */
const SKEW_MS = 60_000;
function traced({ actor, sha, run_url }) {
    return {
        ...(actor === '' ? {} : { by: actor }),
        ...(sha === '' ? {} : { commit: sha }),
        ...(run_url === '' ? {} : { run: run_url }),
    };
}
function inEffect(row) {
    const how = row.state === 'baselined' || row.state === 'repaired' ? row.state : 'applied';
    return { how, at: (row.finished_at ?? row.started_at).toISOString(), ...traced(row) };
}
/** Whether the session that holds the lock has begun it: an earlier one may have left it behind. */
function isUnderWay({ state, started_at }, { holder }) {
    if (holder === undefined || state !== 'running')
        return false;
    const since = holder.backend_start;
    return since === null || started_at.getTime() >= since.getTime() - SKEW_MS;
}
/** A file outside of a transaction that has not finished, in either direction. */
function begun(row, seen, checksum) {
    const { direction, state, statement, started_at } = row;
    const running = isUnderWay(row, seen);
    const what = direction === 'down' ? 'its rollback is' : 'it is';
    const was = state === 'failed' ? 'was refused by the server' : 'was cut off';
    const edited = checksum !== undefined && checksum !== row.checksum ? '; the file has changed since' : '';
    return {
        state: running ? 'running' : state === 'failed' ? 'failed' : 'interrupted',
        at: started_at.toISOString(),
        ...traced(row),
        note: running
            ? `${what} at statement ${statement ?? 1}`
            : `${direction === 'down' ? 'its rollback' : 'it'} ${was} at statement ${statement ?? 1}${edited}`,
    };
}
/** What a run has left of a file that a transaction held: nothing but that it was tried. */
function tried({ direction, state, started_at, actor }) {
    const by = actor === '' ? '' : ` by ${actor}`;
    return `${direction === 'down' ? 'its rollback ' : ''}${state} on ${started_at.toISOString()}${by}, without effect`;
}
/** @param checksum of its file; undefined without one */
function stateOf(version, { applied, last }, checksum, seen, late, head) {
    if (last?.begun === true)
        return { state: 'interrupted', ...begun(last, seen, checksum) };
    const left = last === undefined ? [] : [tried(last)];
    const noted = (...notes) => {
        const all = [...notes, ...left];
        return all.length === 0 ? {} : { note: all.join('; ') };
    };
    if (applied === undefined)
        return {
            state: 'pending',
            ...noted(...(late.has(version) ? [`comes before ${head}, which is applied: an apply refuses it`] : [])),
        };
    const base = inEffect(applied);
    if (checksum === undefined)
        return { state: 'gone', ...base, ...noted('applied, and without a file') };
    return applied.checksum === checksum
        ? { state: 'applied', ...base, ...noted() }
        : { state: 'changed', ...base, ...noted('the file is not what was applied') };
}
function makeStatus({ target, name, history, migrations }, seen, { run, clock }) {
    const applied = new Map(seen.applied.map((row) => [row.version, row]));
    const unfinished = new Map(seen.unfinished.map((row) => [row.version, row]));
    const found = (0,compare/* compareWithHistory */.K)(migrations, seen.applied);
    const late = new Set(found.late.map(({ version }) => version));
    const head = found.head?.version ?? seen.applied.at(-1)?.version ?? '';
    const known = new Set(migrations.map(({ version }) => version));
    const rows = migrations.map((migration) => {
        const { version, name: called, checksum, up } = migration;
        const one = { applied: applied.get(version), last: unfinished.get(version) };
        return { version, name: called, file: up.file, ...stateOf(version, one, checksum, seen, late, head) };
    });
    for (const { version, name: called } of [...seen.applied, ...seen.unfinished]) {
        if (known.has(version))
            continue;
        known.add(version);
        const one = { applied: applied.get(version), last: unfinished.get(version) };
        // Without effect, and without a file, it is nothing any more.
        if (one.applied === undefined && one.last?.begun !== true)
            continue;
        rows.push({ version, name: called, ...stateOf(version, one, undefined, seen, late, head) });
    }
    const counts = Object.fromEntries(states.map((state) => [state, 0])); // all of them
    for (const { state } of rows)
        counts[state]++;
    return {
        step: 'migrate',
        command: 'status',
        target,
        ...(name === undefined ? {} : { name }),
        server: seen.server,
        at: clock().toISOString(),
        history: {
            table: (0,history_table/* historyName */.GM)(history),
            state: seen.history,
            ...(seen.note === undefined ? {} : { note: seen.note }),
        },
        running: runningOf(seen.holder, seen.unseen, run),
        head,
        counts,
        migrations: rows,
    };
}
/** `0003_name` */
function named(migration) {
    return (0,migrations_migration/* stemOf */.V)(migration);
}

// EXTERNAL MODULE: ./build/toolkit/report/log.js
var log = __webpack_require__(1938);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
// EXTERNAL MODULE: ./build/toolkit/report/wrap.js
var wrap = __webpack_require__(4998);
;// CONCATENATED MODULE: ./build/actions/migrate/src/status/text.js






const colourOf = {
    running: 'cyan',
    interrupted: 'red',
    failed: 'red',
    changed: 'red',
    gone: 'red',
    pending: 'yellow',
    applied: 'green',
};
/** How many of each state are told one by one; of what is applied, and stands as it should, the newest. */
const MOST = { applied: 20, other: 100 };
/** Folders of fewer migrations are told whole. */
const WHOLE = 200;
/** Columns of a name: those for which others give way, and those that are left whatever the terminal's width. */
const NAME = 40;
const SHORTEST = 12;
/** `2 pending, 1 changed, 17 applied`; what is to be looked at comes first. */
function countsText({ counts }) {
    const told = states.flatMap((state) => (counts[state] === 0 ? [] : [`${(0,wording/* grouped */.zD)(counts[state])} ${state}`]));
    return told.length === 0 ? 'no migrations' : told.join(', ');
}
/** One line: `Migrate status: 2 pending, 17 applied`. */
function titleOf(status) {
    return `Migrate status: ${countsText(status)}`;
}
/** Which migrations are told one by one, in their order, and where how many of a state are left out. */
function linesOf(migrations) {
    if (migrations.length <= WHOLE)
        return migrations.map((migration) => ({ migration }));
    const left = new Map();
    const seen = new Map();
    const total = Map.groupBy(migrations, ({ state }) => state);
    const isTold = ({ state, note }) => {
        const index = seen.get(state) ?? 0;
        seen.set(state, index + 1);
        const count = total.get(state)?.length ?? 0;
        return state === 'applied' && note === undefined ? index >= count - MOST.applied : index < MOST.other;
    };
    const kept = migrations.map((migration) => {
        const told = isTold(migration);
        if (!told)
            left.set(migration.state, (left.get(migration.state) ?? 0) + 1);
        return told;
    });
    const lines = [];
    const said = new Set();
    for (const [index, migration] of migrations.entries()) {
        const { state } = migration;
        if (kept[index] === true)
            lines.push({ migration });
        else if (!said.has(state)) {
            said.add(state);
            lines.push({ state, left: left.get(state) ?? 0 });
        }
    }
    return lines;
}
/** `2026-11-27 12:00:00Z` */
function timeOf(at) {
    return at.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}
/** State, name, and the rest: what has no room is left out from the right. */
function cellsOf(line) {
    if ('left' in line)
        return [line.state, `\u2026 ${(0,wording/* grouped */.zD)(line.left)} more`, '', '', ''];
    const { migration } = line;
    const { state, at, by, commit, how } = migration;
    return [
        state,
        (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(named(migration)), 200),
        at === undefined ? '' : timeOf(at),
        (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)([by, how === 'applied' ? undefined : how].filter(Boolean).join(', ')), 40),
        commit === undefined ? '' : (0,markdown/* oneLine */.TN)(commit.slice(0, 7)),
    ];
}
function cut(text, width) {
    return text.length <= width ? text : `${text.slice(0, width - 1).toWellFormed()}\u2026`;
}
/** As many columns as fit beside a name that can be read. */
function rowsWithin(rows, width) {
    const widths = [0, 1, 2, 3, 4].map((column) => rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0));
    const [state = 0, name = 0, ...rest] = widths;
    let room = width - state - 4 - Math.min(name, NAME);
    let shown = 0;
    for (const each of rest) {
        if (each + 2 > room)
            break;
        room -= each + 2;
        shown++;
    }
    const beside = rest.slice(0, shown).reduce((sum, each) => sum + each + 2, 0);
    const longest = Math.min(name, Math.max(SHORTEST, width - state - 4 - beside));
    return rows.map((row) => {
        const cells = row
            .slice(0, 2 + shown)
            .map((text, column) => column === 1 ? cut(text, longest).padEnd(longest) : text.padEnd(widths[column] ?? 0));
        return `  ${cells.join('  ').trimEnd()}`;
    });
}
function statusText(status, options) {
    const paint = (0,log/* painter */.C2)(options);
    const width = options.width ?? Number.POSITIVE_INFINITY;
    const { target, name, server, at, history, running, migrations } = status;
    const called = name === undefined ? '' : `${(0,markdown/* oneLine */.TN)(name)}, `;
    const lines = linesOf(migrations);
    const rows = rowsWithin(lines.map(cellsOf), width);
    const body = lines.flatMap((line, index) => {
        const state = 'left' in line ? line.state : line.migration.state;
        const note = 'left' in line ? undefined : line.migration.note;
        return [
            paint(colourOf[state], rows[index] ?? ''),
            ...(note === undefined ? [] : (0,wrap/* wrapped */.k)((0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(note), 500), width, '      ')),
        ];
    });
    const note = history.note === undefined ? [] : (0,wrap/* wrapped */.k)((0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(history.note), 1_000), width);
    return [
        titleOf(status),
        ...(0,wrap/* wrapped */.k)(`${called}${(0,markdown/* oneLine */.TN)(target)}, ${(0,markdown/* oneLine */.TN)(server)}, history ${history.table} (${history.state}), at ${at}`, width),
        ...note.map((line) => paint('yellow', line)),
        ...body,
        ...(0,wrap/* wrapped */.k)((0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(runningText(running)), 1_000), width),
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/status/markdown.js





/** Bytes of the table. */
const SPACE = 250_000;
function rowOf(migration) {
    const { state, at, by, how, commit, run, note } = migration;
    const who = [by, how === 'applied' ? undefined : how].filter((part) => part !== undefined);
    const source = commit === undefined ? '' : (0,markdown/* code */.aY)(commit.slice(0, 7));
    return [
        state === 'applied' || state === 'pending' ? state : `**${state}**`,
        (0,markdown/* code */.aY)(named(migration)) + (note === undefined ? '' : `<br>${(0,markdown/* prose */.CS)(note)}`),
        at === undefined ? '' : timeOf(at),
        (0,markdown/* prose */.CS)(who.join(', ')),
        run !== undefined && /^https?:\/\//.test(run) ? (0,markdown/* link */.nf)(source === '' ? 'run' : source, run) : source,
    ];
}
/** What is to be looked at comes first; of what is applied, the newest. */
function inOrder({ migrations }) {
    return states.flatMap((state) => {
        const of = migrations.filter((each) => each.state === state);
        return state === 'applied' ? of.toReversed() : of;
    });
}
function statusMarkdown(status) {
    const { target, name, server, at, history, running } = status;
    const called = name === undefined ? '' : `${(0,markdown/* prose */.CS)(name)}, `;
    const blocks = [
        `### ${titleOf(status)}`,
        `${called}${(0,markdown/* code */.aY)(target)}, ${(0,markdown/* prose */.CS)(server)}, history ${(0,markdown/* code */.aY)(history.table)} (${history.state}), at ${at}`,
        (0,markdown/* prose */.CS)(runningText(running)),
        ...(history.note === undefined ? [] : [(0,markdown/* alert */.xE)('WARNING', [(0,markdown/* prose */.CS)(history.note)])]),
        (0,report_blocks/* boundedTable */.c8)(['', 'migration', 'when', 'by', 'commit'], inOrder(status).map(rowOf), SPACE),
    ];
    return blocks.join('\n\n');
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/actions/migrate/src/status/read.js
/** What a database says of its migrations to somebody who only may read: no lock is waited for long, and nothing written. */






/** Whoever changes the history's own table is not waited for. */
const PATIENCE = "SET LOCAL lock_timeout = '3s'";
async function inOneLook(session, statements) {
    try {
        const rows = await session.send(['BEGIN TRANSACTION READ ONLY', PATIENCE, ...statements, 'COMMIT'].join(';\n'));
        return rows.slice(2, -1);
    }
    catch (error) {
        if ((0,sql_failure/* isServerError */.GQ)(error))
            await session.send('ROLLBACK').catch(() => undefined); // the first failure is told
        throw error;
    }
}
function sightSql(history) {
    return `SELECT 'PostgreSQL ' || split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server,
       pg_catalog.pg_is_in_recovery() AS standby, ${(0,migrations_history/* existsSql */.Rh)(history)} AS there,
       pg_catalog.to_regclass(${esm/* default.escapeLiteral */.Ay.escapeLiteral((0,migrations_history/* viewOf */.du)(history))}) IS NOT NULL AS viewed,
       ARRAY(SELECT attname::text FROM pg_catalog.pg_attribute
              WHERE attrelid = pg_catalog.to_regclass(${esm/* default.escapeLiteral */.Ay.escapeLiteral((0,migrations_history/* qualified */.LX)(history))})
                AND attnum > 0 AND NOT attisdropped) AS columns,
       EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')) AS used`;
}
/** @param columns what the table has: an older one is read as far as it goes */
function rowsSql(history, columns) {
    const table = (0,migrations_history/* qualified */.LX)(history);
    const own = columns.includes('statement') ? 'statement' : 'NULL::integer AS statement';
    const told = `id::float8 AS id, version, name, checksum, direction, state, started_at, finished_at, actor, sha, run_url, ${own}`;
    return [
        `SELECT ${told}, false AS begun FROM (
       SELECT DISTINCT ON (version) * FROM ${table}
        WHERE state IN ('applied', 'baselined', 'repaired') ORDER BY version, id DESC
     ) AS latest WHERE direction = 'up' ORDER BY id`,
        `SELECT ${told}, state = 'running' OR EXISTS (
              SELECT FROM ${table} AS begun WHERE begun.version = latest.version AND begun.state = 'running'
                 AND begun.started_at = latest.started_at) AS begun
       FROM (SELECT DISTINCT ON (version) * FROM ${table} ORDER BY version, id DESC) AS latest
      WHERE state IN ('running', 'failed', 'cancelled') ORDER BY id`,
    ];
}
/** That it may not be read, or not now: with what is to be granted. */
function unreadable(history, error) {
    const name = (0,history_table/* historyName */.GM)(history);
    const locked = error.code === '55P03';
    return new failure/* Failure */.HR({
        code: 'HISTORY_UNREADABLE',
        what: locked
            ? `Somebody has locked ${name}, also against being read.`
            : `The user of the database may not read ${name}.`,
        why: `${error.message}.`,
        fix: locked
            ? 'Ask again when that session has ended.'
            : `GRANT USAGE ON SCHEMA ${history.schema} TO <user>; GRANT SELECT ON ${name} TO <user>.`,
        cause: error,
    });
}
function missingNote(history, used) {
    return used
        ? `There is no ${(0,history_table/* historyName */.GM)(history)}, but the database has tables. If it was migrated before, its history is lost, or is kept elsewhere (\`history-table\`): \`command: baseline\` records what is in effect.`
        : undefined;
}
async function holderIn(session, history) {
    try {
        const [[holder] = []] = await inOneLook(session, [holderSql(history)]);
        return { holder: holder, unseen: undefined }; // the columns of the SELECT
    }
    catch (error) {
        if (!(0,sql_failure/* isServerError */.GQ)(error) || error.code !== '42501')
            throw error;
        return { holder: undefined, unseen: `the user of the database may not look: ${error.message}` };
    }
}
/**
 * The lock is looked at before history and after it: what began in between is under way, and what ended in between is in
 * history.
 * @throws Failure HISTORY_UNREADABLE, HISTORY_FOREIGN
 */
async function readState(session, history) {
    try {
        const before = await holderIn(session, history);
        const [[sight] = []] = await inOneLook(session, [sightSql(history)]);
        const { server, standby, there, viewed, columns, used } = sight; // the only row of the SELECT
        const lacked = (0,migrations_history/* lackedIn */.mv)(columns);
        if (there && lacked === undefined)
            throw (0,migrations_history/* foreignHistory */.zf)(history, undefined);
        const [applied = [], unfinished = []] = there ? await inOneLook(session, rowsSql(history, columns)) : [];
        const after = await holderIn(session, history);
        const outdated = there && lacked !== undefined && lacked.length > 0;
        const halved = there && !viewed
            ? `Its view ${(0,history_table/* historyName */.GM)(history)}_current is gone: only \`status\` works without it.`
            : undefined;
        return {
            server,
            standby,
            history: there ? (outdated ? 'outdated' : 'there') : 'missing',
            note: outdated
                ? (0,migrations_history/* outdatedHistory */.NT)(history, lacked, undefined).message
                : there
                    ? halved
                    : missingNote(history, used),
            applied: applied, // the columns of the SELECT
            unfinished: unfinished, // likewise
            holder: after.holder ?? before.holder,
            unseen: standby ? 'this is a standby, and the lock is held on its primary' : after.unseen,
        };
    }
    catch (error) {
        if ((0,sql_failure/* isServerError */.GQ)(error) && (error.code === '42501' || error.code === '55P03'))
            throw unreadable(history, error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/status/look.js







/** As plans name it. */
function addressOf({ file = '' }) {
    return (0,migrations_migration/* migrationAddress */.$)({ up: { file, sql: '' } });
}
/** @throws Failure HISTORY_UNREADABLE, HISTORY_FOREIGN and those of `connect` */
async function lookAtStatus({ target, place, name, history, migrations }, world) {
    const session = await (0,postgres_session/* connect */.Ng)(target, world, { signal: world.signal });
    try {
        const seen = await (0,sql_failure/* explained */.to)(() => readState(session, history));
        const status = makeStatus({ target: place, name, history, migrations }, seen, world);
        world.redactor.addIdentifiers([
            status.target,
            ...status.migrations.flatMap((each) => [each.version, each.name]),
        ]);
        return {
            value: status,
            text: statusText,
            markdown: statusMarkdown,
            counts: status.counts,
            outputs: ({ head, migrations }) => ({
                applied: '[]',
                head,
                pending: JSON.stringify(migrations.flatMap((each) => (each.state === 'pending' ? [addressOf(each)] : []))),
            }),
        };
    }
    finally {
        await session.close();
    }
}


/***/ }),

/***/ 3824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   Ui: () => (/* binding */ diff),
/* harmony export */   c8: () => (/* binding */ boundedTable),
/* harmony export */   cS: () => (/* binding */ runTable),
/* harmony export */   f9: () => (/* binding */ findingsTable),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   ks: () => (/* binding */ partsBlock),
/* harmony export */   q: () => (/* binding */ linked),
/* harmony export */   rz: () => (/* binding */ evidenceBlock)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2286);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7044);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);




/** Longer paths are not linked. */
const LONGEST_LINK = 300;
/** Inline code; a link to its place in the files when that and the revision are known. */
function linked(text, source, revision) {
    if (source === undefined || revision === undefined || source.file.length > LONGEST_LINK)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text);
    const path = source.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
    const line = source.line === undefined ? '' : `#L${source.line}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeLink */ .U1)(text, `${revision.repositoryUrl}/blob/${revision.commit}/${path}${line}`);
}
/** `file:line`, linked to that line when the revision is known; empty without a source. */
function place(source, revision) {
    return source === undefined ? '' : linked((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(source), source, revision);
}
/** How one change differs from what is there, beneath a header such as those between the parts of a file's diff. */
function hunk(change) {
    const title = `@@ ${change.action} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.address), 300)} @@`;
    const where = change.source === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(change.source))}`;
    const note = change.note === undefined ? [] : [`! ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.note), 500)}`];
    return [title + where, ...note, ...(0,_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceLines */ .Z)(change), ''];
}
/** What the changes do to each attribute, as one diff; what is beyond the limit is in `rest`. */
function diff(changes, bytes, rest) {
    const lines = changes.flatMap(hunk).slice(0, -1);
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines, bytes);
    const left = lines.length - shown.length;
    const more = left === 0 ? [] : [`\u2026 ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
}
/** `6 aws_subnet, 3 aws_route_table, \u2026`, as HTML: the kinds of changes, the most frequent first. */
function kinds(changes) {
    const counts = new Map();
    for (const { kind } of changes)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const most = [...counts].sort(([, a], [, b]) => b - a);
    const number = (count) => (count === 1 || most.length === 1 ? '' : `${count} `);
    const words = most.slice(0, 4).map(([kind, count]) => number(count) + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(kind));
    return [...words, ...(most.length > 4 ? ['\u2026'] : [])].join(', ');
}
/** A table of as many rows as fit, with a line beneath it that counts the rest. */
function boundedTable(head, rows, bytes) {
    const fit = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(rows.map((cells) => `| ${cells.join(' | ')} |`), bytes);
    const left = rows.length - fit.length;
    const rest = left === 0 ? '' : `\n\n\u2026 and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(left)} more.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows.slice(0, fit.length)) + rest;
}
/** What runs, in its order. */
function runTable(changes, revision, bytes) {
    const rows = changes.map(({ address, source, note = '' }, index) => [
        String(index + 1),
        linked(address, source, revision),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(note),
    ]);
    return boundedTable(['', 'runs', 'how'], rows, bytes);
}
function findingsTable(findings, revision, bytes) {
    const rows = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .bySeverity */ .Np)(findings).map((finding) => {
        const { message, why, fix, rule, source } = finding;
        const where = source === undefined ? [] : [place(source, revision)];
        return [
            `**${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .severityText */ .pA)(finding)}**`,
            [
                `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(message)}</b>`,
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why),
                ...fix.split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS),
                [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(rule), ...where].join(' '),
            ].join('<br>'),
        ];
    });
    return boundedTable(['', 'finding'], rows, bytes);
}
/** What a part is said to be in for, the worst first; empty when nothing is to be done. */
function fate({ status, name }, changes) {
    if (status !== 'planned')
        return { failed: '**cannot be planned**', waiting: 'waits', skipped: 'not planned' }[status];
    const counts = new Map();
    const own = changes.filter(({ address }) => address.startsWith(`${name}/`));
    const outputs = own.filter(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz).length;
    for (const change of own)
        if (!(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz)(change))
            counts.set(change.action, (counts.get(change.action) ?? 0) + 1);
    const made = [...counts].map(([action, count]) => {
        const words = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(count)} to ${action}`;
        return _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .destructive */ .RD.has(action) ? `**${words}**` : words;
    });
    return [...made, ...(outputs === 0 ? [] : [(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(outputs, 'output')])].join(', ');
}
/** The parts that something is to be done in or to be said of; the others are counted. None for a plan without parts. */
function partsBlock(plan, bytes) {
    if (plan.parts.length < 2 && plan.parts.every(({ status }) => status === 'planned'))
        return [];
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(plan);
    const rows = plan.parts
        .map((part) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(part.name), fate(part, changes), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(part.note ?? '')])
        .filter(([, fated]) => fated !== '');
    const rest = plan.parts.length - rows.length;
    const unchanged = rest === 0 ? [] : [`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(rest, 'stack')} without a change.`];
    return [...(rows.length === 0 ? [] : [boundedTable(['stack', 'what', ''], rows, bytes)]), ...unchanged];
}
/** As many lines of a difference are shown open; more are folded away. */
const OPEN_LINES = 20;
/** What was tried, with its verdict; its difference is beneath it. */
function evidenceBlock(evidence, bytes, rest) {
    const { title, text, difference = [] } = evidence;
    const said = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(title)}: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceText */ .rS)(evidence)}.** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(text)}`;
    if (difference.length === 0)
        return said;
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(difference, bytes);
    const left = difference.length - shown.length;
    const more = left === 0 ? [] : [`\u2026 ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    const block = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
    const counted = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(difference.length, 'line');
    return `${said}\n\n${difference.length <= OPEN_LINES ? block : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`<b>Difference</b>, ${counted}`, block)}`;
}


/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** Text in the lines of a terminal. */
/**
 * Words in lines of at most `width` columns; a word that is longer has a line of its own.
 * @param indent stands before each line
 */
function wrapped(text, width, indent = '') {
    const room = Math.max(20, width - indent.length);
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, indent + line];
}


/***/ })

};
