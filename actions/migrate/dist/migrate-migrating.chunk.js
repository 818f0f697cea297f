export const id = "migrate-migrating";
export const ids = [719,540];
export const modules = {

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyMigrations: () => (/* binding */ applyMigrations),
  planMigrations: () => (/* binding */ planMigrations)
});

// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 2 modules
var model_plan = __webpack_require__(206);
;// CONCATENATED MODULE: ./build/toolkit/migrations/migration.js
/** `db/migrations/0003_name`, as plans and outcomes name it. */
function addressOf({ up }) {
    return up.file.replace(/(?:\.up)?\.sql$/, '');
}

// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/migrations/checksum.js
var migrations_checksum = __webpack_require__(4156);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/statements.js + 2 modules
var statements = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks.js
/** What is to be done: the folder held against what history says was applied. */





function rememberedOf({ version, name, checksum, down, irreversible }) {
    return { version, name, checksum, downSql: down?.sql, irreversible };
}
function edited(migration, applied) {
    return new model_failure/* Failure */.HR({
        code: 'MIGRATION_EDITED',
        what: `${migration.up.file} was applied with another content.`,
        why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
        fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration. If the database has the new content already, `command: repair` records that.',
        source: { file: migration.up.file, line: 1 },
    });
}
function gone({ version, name }, folder) {
    return new model_failure/* Failure */.HR({
        code: 'MIGRATION_GONE',
        what: `${version} (${name}) is applied, but not in ${folder}.`,
        why: 'This checkout is older than the database, or the file was removed.',
        fix: 'Bring the file back, or undo it with `command: rollback`; history keeps how.',
    });
}
function late({ up }, head) {
    return new model_failure/* Failure */.HR({
        code: 'MIGRATION_OUT_OF_ORDER',
        what: `${up.file} is not applied, but ${head.version} is, which comes after it.`,
        why: 'Migrations run in the same order everywhere.',
        fix: 'Move it behind the last one: rename it, or give it a later line in the MANIFEST.',
        source: { file: up.file, line: 1 },
    });
}
/** The files that are in effect, in the order of the folder, and those that history has and the folder has not. */
function compare(migrations, applied) {
    const inEffect = new Map(applied.map((each) => [each.version, each]));
    const known = new Set(migrations.map(({ version }) => version));
    const last = migrations.findLastIndex(({ version }) => inEffect.has(version));
    return {
        pending: migrations.filter(({ version }) => !inEffect.has(version)),
        late: migrations.slice(0, last + 1).filter(({ version }) => !inEffect.has(version)),
        edited: migrations.flatMap((migration) => {
            const before = inEffect.get(migration.version);
            return before === undefined || before.checksum === migration.checksum ? [] : [{ migration, before }];
        }),
        gone: applied.filter(({ version }) => !known.has(version)),
        /** The last file that is in effect. */
        head: last === -1 ? undefined : inEffect.get(migrations[last]?.version ?? ''),
    };
}
/** After so many files the database is heard: its answers come meanwhile. */
const WITHOUT_PAUSE = 20;
async function read(loadParser, sources) {
    const problems = [];
    const tasks = [];
    await (0,promises_.setImmediate)();
    const parse = await loadParser();
    for (const [index, { file, sql, ...task }] of sources.entries()) {
        if (index % WITHOUT_PAUSE === 0)
            await (0,promises_.setImmediate)();
        try {
            tasks.push({ ...task, script: (0,statements/* readScript */.Uq)(parse, file, sql) });
        }
        catch (error) {
            const known = (0,model_failure/* failuresIn */.xM)(error);
            if (known.length === 0)
                throw error;
            problems.push(...known);
        }
    }
    (0,model_failure/* throwIfAny */.MI)(problems);
    return tasks;
}
/**
 * The migrations that are not applied yet, in order.
 * @param to the last version to apply; all of them when it is not given
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function pendingTasks(migrations, { applied }, folder, to, loadParser) {
    const found = compare(migrations, applied);
    const { head } = found;
    (0,model_failure/* throwIfAny */.MI)([
        ...found.edited.map(({ migration, before }) => edited(migration, before)),
        ...found.gone.map((each) => gone(each, folder)),
        ...(head === undefined ? [] : found.late.map((each) => late(each, head))),
    ]);
    const last = to === undefined ? migrations.length - 1 : migrations.findIndex(({ version }) => version === to);
    if (to !== undefined && last === -1) {
        throw new model_failure/* Failure */.HR({
            code: 'VERSION_UNKNOWN',
            what: `There is no migration ${to} in ${folder}.`,
            fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
        });
    }
    const wanted = new Set(migrations.slice(0, last + 1));
    const pending = found.pending.filter((migration) => wanted.has(migration));
    if (pending.length === 0)
        return [];
    return read(loadParser, pending.map((migration) => ({
        address: addressOf(migration),
        migration: rememberedOf(migration),
        direction: 'up',
        ...migration.up,
    })));
}
/**
 * The last migrations that took effect, the newest first, with the rollbacks that history keeps. The files may be gone.
 * @throws Failures VERSION_UNKNOWN, IRREVERSIBLE
 */
async function rollbackTasks({ applied }, { steps, to }, migrations, folder, loadParser) {
    const newestFirst = applied.toReversed();
    const stop = to === undefined ? steps : newestFirst.findIndex(({ version }) => version === to);
    if (stop === -1) {
        throw new model_failure/* Failure */.HR({
            code: 'VERSION_UNKNOWN',
            what: `${to} is not in effect, so nothing can be undone down to it.`,
            fix: `Correct \`to:\` under \`with:\`. In effect, the newest first: ${newestFirst
                .slice(0, 5)
                .map(({ version }) => version)
                .join(', ')}.`,
        });
    }
    const chosen = newestFirst.slice(0, stop);
    (0,model_failure/* throwIfAny */.MI)(chosen.flatMap(({ version, name, irreversible, downSql }) => downSql !== undefined
        ? []
        : [
            new model_failure/* Failure */.HR({
                code: 'IRREVERSIBLE',
                what: `${version} (${name}) cannot be undone: ${irreversible}.`,
                fix: 'Write a new migration that leads where you want to be, or restore a backup.',
            }),
        ]));
    if (chosen.length === 0)
        return [];
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    return read(loadParser, chosen.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => {
        const file = files.get(migration.version);
        const stem = file === undefined ? `${folder}/${migration.version}` : addressOf(file);
        return {
            address: `${stem} (down)`,
            migration,
            direction: 'down',
            file: file?.down?.file ?? `${stem}.down.sql`,
            sql: migration.downSql ?? '',
        };
    }));
}
/** What running a task does, for the plan: all that the review covers. */
function taskValue({ script }) {
    return {
        checksum: (0,migrations_checksum/* checksumOf */.l)(script.sql),
        transaction: script.transactional,
        statements: script.statements.map((statement) => statement.text),
    };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/adopt/ledger.js
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
    return digits !== undefined && digits !== own.slice(7) && digits !== (0,migrations_checksum/* checksumOf */.l)(up.sql).slice(7);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/adopt/decision.js
/** What history is told without anything being run: `baseline` takes a database over, `repair` settles a contradiction. */





function ledgerFindings(ledger, migrations) {
    const { adopted, unknown } = matchLedger(ledger, migrations);
    const changed = adopted
        .filter(({ differs }) => differs)
        .map(({ migration }) => (0,finding/* finding */.gk)({
        rule: 'ledger-checksum',
        severity: 'warning',
        verdict: 'fail',
        message: `${ledger.table} has another checksum for ${migration.up.file}.`,
        why: 'The database may have been made by another content of this file.',
        fix: 'Compare the schema with what the file makes before you take it over.',
        source: { file: migration.up.file, line: 1 },
    }, migration.version));
    const strangers = unknown.map(({ name }) => (0,finding/* finding */.gk)({
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
    const known = (ledger) => matchLedger(ledger, migrations).adopted.length;
    return ledgers.filter((ledger) => known(ledger) > 0).sort((a, b) => known(b) - known(a))[0];
}
/**
 * The files that are in effect although this step has not run them: what a ledger says, or everything up to `to`.
 * @throws Failures BASELINE_UNCLEAR, VERSION_UNKNOWN, BASELINE_GAP
 */
function baseline(migrations, { applied }, ledgers, to, folder) {
    const ledger = to === undefined ? bestOf(ledgers, migrations) : undefined;
    if (to === undefined && ledger === undefined) {
        throw new model_failure/* Failure */.HR({
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
            throw new model_failure/* Failure */.HR({
                code: 'VERSION_UNKNOWN',
                what: `There is no migration ${to} in ${folder}.`,
                fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
            });
        }
        chosen = migrations.slice(0, last + 1).map((migration) => ({ migration, at: undefined }));
    }
    else {
        const known = new Map(matchLedger(ledger, migrations).adopted.map(({ migration, entry }) => [migration, entry.appliedAt]));
        const last = migrations.findLastIndex((migration) => known.has(migration));
        (0,model_failure/* throwIfAny */.MI)(migrations
            .slice(0, last)
            .filter((migration) => !known.has(migration) && !inEffect.has(migration.version))
            .map(({ up }) => new model_failure/* Failure */.HR({
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
            address: addressOf(migration),
            migration: rememberedOf(migration),
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
    const found = compare(migrations, applied);
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    const base = { at: undefined };
    const decisions = [
        ...found.edited.map(({ migration, before }) => ({
            ...base,
            address: addressOf(migration),
            migration: rememberedOf(migration),
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
                address: `${file === undefined ? `${folder}/${version}` : addressOf(file)} (unfinished)`,
                migration: file === undefined
                    ? { version, name, checksum, downSql: '', irreversible: undefined }
                    : rememberedOf(file),
                direction,
                state: 'failed',
                note: 'a run that was cut off: history will have it as failed; an apply inspects and finishes it anyway',
                file: file?.up.file,
            };
        }),
    ];
    return { decisions, findings: [] };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/data-loss.js

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

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/toolkit/postgres/application-name.js
const BYTES = 63;
const application_name_form = /^migrate ([^\s/]+\/[^\s/]+) (\d+)\/(\d+)$/;
/** `migrate owner/name 1234/1` */
function applicationName({ repository, id, attempt }) {
    const name = `migrate ${repository} ${id}/${attempt}`;
    return Buffer.from(name).subarray(0, BYTES).toString('utf8').replace(/�+$/, '');
}
/** The page of the run that an application name stands for, if it is one of ours and whole. */
function runUrlOf(name, { repositoryUrl, repository }) {
    const [, theirs, id, attempt] = application_name_form.exec(name) ?? [];
    if (theirs === undefined || !repositoryUrl.endsWith(repository))
        return undefined;
    const server = repositoryUrl.slice(0, -repository.length);
    return `${server}${theirs}/actions/runs/${id}/attempts/${attempt}`;
}
/** Says in the text that is sent which file it is: whoever waits for it sees that in `pg_stat_activity`. */
function fileMark(file) {
    return `/* migrate: ${file.replaceAll('*/', '')} */ `;
}
/** SQL for a session's statement: from the mark of its file on, if it has one, in one line. */
const STATEMENT_SQL = `left(regexp_replace(
  CASE WHEN strpos(a.query, '/* migrate: ') > 0 THEN substr(a.query, strpos(a.query, '/* migrate: ')) ELSE a.query END,
  '\\s+', ' ', 'g'), 160)`;

;// CONCATENATED MODULE: ./build/toolkit/postgres/session.js



/** Milliseconds for a connection to be made. */
const CONNECT_MS = 15_000;
/** An error of the network, or the server's last word before it closes the connection. */
function tellsLoss(error) {
    const { code = '', severity, message = '', } = error;
    return (severity === 'FATAL' || /^E[A-Z]{4,}$/.test(code) || /^Connection terminated|not queryable$/.test(message));
}
function explain(error, target) {
    const { code = '', message = String(error) } = error;
    const place = `the database ${target.database} at ${target.host}`;
    if (code === '28P01' || code === '28000') {
        return new model_failure/* Failure */.HR({
            code: 'DATABASE_REFUSED',
            what: `The server refused the user of ${place}.`,
            why: message,
            fix: 'Check the user and how it proves to be that: its password, or the right to use IAM tokens.',
            cause: error,
        });
    }
    if (code === '3D000') {
        return new model_failure/* Failure */.HR({
            code: 'DATABASE_MISSING',
            what: `There is no database ${target.database} at ${target.host}.`,
            fix: 'Create it, or correct the name in the URL.',
            cause: error,
        });
    }
    if (/certificate|self.signed|altnames|SSL|TLS/i.test(`${code} ${message}`)) {
        return new model_failure/* Failure */.HR({
            code: 'DATABASE_TLS',
            what: `There is no trusted connection to ${place}: ${message}.`,
            why: 'Off loopback the server must prove who it is (verify-full).',
            fix: 'Pass the authority of its certificate as `database-ca`; for Amazon RDS its global-bundle.pem.',
            cause: error,
        });
    }
    return new model_failure/* Failure */.HR({
        code: 'DATABASE_UNREACHABLE',
        what: `There is no connection to ${place} (${code || message}).`,
        ...(code === '' ? {} : { why: message }),
        fix: 'Check host and port of the database, and that the runner may reach them.',
        cause: error,
    });
}
/** @throws Failure DATABASE_REFUSED, DATABASE_MISSING, DATABASE_TLS or DATABASE_UNREACHABLE */
async function connect(target, world) {
    const client = new esm/* default.Client */.Ay.Client({
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: await target.password(),
        ssl: target.tls === undefined
            ? false
            : { rejectUnauthorized: true, ...(target.tls.ca === undefined ? {} : { ca: target.tls.ca }) },
        application_name: applicationName(world.run),
        connectionTimeoutMillis: CONNECT_MS,
        keepAlive: true,
        pipeline: true,
    });
    let broken = false;
    let completed = 0;
    const completedBefore = new WeakMap();
    // A connection that breaks rejects the query under way; without a listener it would end the process as well.
    client.on('error', () => {
        broken = true;
    });
    client.on('end', () => {
        broken = true;
    });
    client.connection.on('commandComplete', () => completed++);
    client.connection.on('errorMessage', (error) => completedBefore.set(error, completed));
    client.connection.on('readyForQuery', () => {
        completed = 0;
    });
    const send = async (sql, values) => {
        const result = await (values === undefined ? client.query(sql) : client.query(sql, [...values]));
        // pg gives one result for one statement, and a list for several.
        return (Array.isArray(result) ? result : [result]).map(({ rows }) => rows);
    };
    try {
        await client.connect();
    }
    catch (error) {
        await client.end().catch(() => undefined);
        throw explain(error, target);
    }
    const { stream } = client.connection; // missing in pg's types
    return {
        send,
        sendAll: async (messages) => {
            stream.cork();
            const answers = messages.map((sql) => send(sql));
            stream.uncork();
            return Promise.allSettled(answers);
        },
        query: async (sql, values) => ((await send(sql, values)).at(-1) ?? []), // the caller wrote the SELECT
        completedBefore: (error) => typeof error === 'object' && error !== null ? completedBefore.get(error) : undefined,
        announcedPid: client.processID, // BackendKeyData; missing in pg's types
        broken: (error) => broken || (error !== undefined && tellsLoss(error)),
        close: async () => {
            // The farewell is on its way; that the server has read it is not worth a round trip.
            client.end().catch(() => undefined);
        },
    };
}
/** What a session that migrates sets, and sets again after each file. */
function settingsSql({ lockTimeout, statementTimeout }) {
    return [
        `SET lock_timeout = ${lockTimeout}`,
        `SET statement_timeout = ${statementTimeout}`,
        // A runner that is gone without a word must not keep its locks for long.
        'SET idle_in_transaction_session_timeout = 60000',
    ].join('; ');
}
/** A killed runner's lock is freed within a second by this. Not every server and platform has it. */
const WATCH_SQL = "SET client_connection_check_interval = '1s'";

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
;// CONCATENATED MODULE: ./build/actions/migrate/src/session/observer.js
/**
 * A second connection beside the one that migrates: it proves that nobody pools them, names who blocks, reads the
 * progress of index builds, and asks the server to cancel.
 */


/** Columns of a `Peer` from `pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p`. */
const PEER_SQL = `a.pid, a.application_name, coalesce(a.usename, '') AS user, coalesce(a.state, '') AS state,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start) * 1000)::int8::float8 AS connected_ms,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::int8::float8 AS transaction_ms,
  ${STATEMENT_SQL} AS query,
  p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                 WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done`;
function age(milliseconds) {
    return (0,duration/* formatDuration */.a)(Math.max(0, Math.round(milliseconds / 1_000) * 1_000));
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
    const url = runUrlOf(peer.application_name, run);
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/session/lock.js
/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */







const POLL = { shortest: 200, longest: 2_000 };
/** Milliseconds between two messages about the same wait. */
const TELL_MS = 5_000;
/** Every file's proof asks for it. */
const keys = new WeakMap();
function lockKey(history) {
    const known = keys.get(history);
    if (known !== undefined)
        return known;
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(`omninode migrate ${(0,migrations_history/* nameOf */.Vb)(history)}`)
        .digest();
    const key = { high: hash.readInt32BE(0), low: hash.readInt32BE(4) };
    keys.set(history, key);
    return key;
}
/** Which rows of pg_locks are this lock, granted. pg_locks shows the halves unsigned, and the locks of all databases. */
function isHeld({ high, low }) {
    return `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${high >>> 0} AND l.objid = ${low >>> 0}
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
}
/** A statement that fails (22012, division by zero) unless this very session holds the lock. */
function stillHeldSql(history, pid, proof = 'listed') {
    const key = lockKey(history);
    return proof === 'shared'
        ? `SELECT 1 / (pg_catalog.pg_backend_pid() = ${pid} AND pg_catalog.pg_try_advisory_xact_lock(${key.high}, ${key.low}))::int`
        : `SELECT 1 / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = ${pid} AND l.pid = pg_catalog.pg_backend_pid() AND ${isHeld(key)}`;
}
/** @returns the session that holds the lock, unless it has just ended */
async function holderOf(observer, key) {
    const [holder] = await observer.query(`SELECT ${PEER_SQL} FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       LEFT JOIN pg_stat_progress_create_index p USING (pid) WHERE ${isHeld(key)}`);
    return holder;
}
/** Takes the lock if it is free. */
async function tryLock(session, history) {
    const { high, low } = lockKey(history);
    const [row] = await session.query(`SELECT pg_catalog.pg_try_advisory_lock(${high}, ${low}) AS held`);
    return row?.held === true;
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
        const held = await tryLock(session, history);
        const waited = world.clock().getTime() - started;
        if (held)
            return waited;
        const holder = await holderOf(observer, lockKey(history));
        const who = holder === undefined ? 'a session that has just ended' : describePeer(holder, world.run);
        if (waited > wait) {
            throw new model_failure/* Failure */.HR({
                code: 'MIGRATE_LOCKED',
                what: `Another migration run holds the lock, after ${(0,duration/* formatDuration */.a)(waited)} of waiting: ${who}.`,
                why: `\`lock-wait\` is ${(0,duration/* formatDuration */.a)(wait)}. Nothing was applied.`,
                fix: holder === undefined
                    ? 'Run it again.'
                    : `Wait for that run, or raise \`lock-wait\`. If nobody runs it any more: SELECT pg_terminate_backend(${holder.pid}).`,
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/acquire.js
/** How a run comes to its turn: the session's settings, the lock, and history read under it. */



async function presentUnderLock({ session, hasHistory }, history) {
    if (hasHistory)
        return (0,migrations_history/* readPresent */.Il)(session, history);
    // Whoever held the lock before may have made it.
    const [row] = await session.query(`SELECT ${(0,migrations_history/* existsSql */.Rh)(history)} AS made`);
    return row?.made === true ? (0,migrations_history/* readPresent */.Il)(session, history) : { applied: [], unfinished: [] };
}
/** The settings, the lock if it is free, and history under it, in one round trip that others hide. */
async function tryTurn(run, database) {
    const { session } = database;
    await database.observer();
    const settings = session.send(settingsSql(run.settings));
    const watched = session.send(WATCH_SQL).then(() => true, () => false);
    const locking = tryLock(session, run.history);
    const reading = presentUnderLock(database, run.history);
    reading.catch(() => undefined); // counts only with the lock
    await settings;
    return { watched: await watched, present: (await locking) ? await reading : undefined };
}
/** Waits for the lock and makes the history. What is in effect is read under the lock: its holder may have done some of the work. */
async function takeTurn(run, database, turn, world) {
    const { session, pid } = database;
    const { history, retries, settings } = run;
    const observer = await database.observer();
    const waitedMs = turn.present === undefined ? await acquireLock(session, observer, history, run.lockWait, world) : 0;
    const present = turn.present ?? (await presentUnderLock(database, history));
    const created = database.hasHistory ? Promise.resolve() : session.send((0,migrations_history/* createSql */.PQ)(history));
    // Not waited for: if one of these fails, so does the first file, and that tells.
    created.catch(() => undefined);
    session.send((0,migrations_history/* prepareSql */.CA)(history, waitedMs, world)).catch(() => undefined);
    const resetSql = [
        'SET SESSION AUTHORIZATION DEFAULT',
        'RESET ALL',
        settingsSql(settings),
        ...(turn.watched ? [WATCH_SQL] : []),
    ].join(';');
    return {
        engine: { session, pid, observer, history, settings, resetSql, retries, lockWaitMs: waitedMs, world },
        present,
        created,
    };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/job.js
/** What the parts of a run work with, and how a run that is cancelled ends what the server does for it. */



/** Milliseconds between two requests to cancel: one that comes before its statement has begun does nothing. */
const CANCEL_MS = 200;
/** Does something on the server; when the run is cancelled meanwhile, the server is asked to stop it. */
async function cancellable({ session, observer, pid, world }, work) {
    world.signal.throwIfAborted();
    let done = false;
    const insist = async () => {
        while (!done && !session.broken()) {
            await cancelBackend(observer, pid).catch(() => undefined); // the end of the session rolls back as well
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
function isTame({ statements }) {
    return statements.every(({ node }) => kinds.has(Object.keys(node)[0] ?? ''));
}
/** How the lock is proven behind a file that may have given it up, and at the start. */
function proofBehind(before) {
    return before === undefined || !isTame(before) ? 'listed' : 'shared';
}

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
/** `division_by_zero`: how `stillHeldSql` fails. */
const NOT_HELD = '22012';
const ROLLED_BACK = 'Nothing of this file was applied.';
/** The file between its BEGIN and COMMIT, with everything that must stand or fall with it. */
function messageOf(job, engine, { durability, proof, attempt }) {
    const { directives, sql, file } = job.script;
    const { world, history, pid, resetSql } = engine;
    const prefix = [
        'BEGIN',
        ...(durability === 'soon' ? ['SET LOCAL synchronous_commit = off'] : []),
        ...(directives.lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${directives.lockTimeout}`]),
        ...(directives.statementTimeout === undefined
            ? []
            : [`SET LOCAL statement_timeout = ${directives.statementTimeout}`]),
        stillHeldSql(history, pid, proof),
        '',
    ];
    const record = (0,migrations_history/* recordSql */.aC)({ ...job, startedAt: world.clock(), attempts: attempt });
    const head = prefix.join(';\n') + fileMark(file);
    const tame = isTame(job.script);
    return {
        sql: `${head}${sql}\n;${tame ? '' : 'SET LOCAL ROLE NONE;'}${record};COMMIT${tame ? '' : `;${resetSql}`}`,
        prefix: head,
        before: prefix.length - 1,
    };
}
/** Looks again and again whom the running file waits for. */
function watchBlockers({ observer, pid }) {
    let seen = [];
    let looking = false;
    const timer = setInterval(async () => {
        if (looking || observer.broken())
            return;
        looking = true;
        const now = await blockersOf(observer, pid).catch(() => []);
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
    if (error.code === NOT_HELD && completed === message.before - 1)
        return lockLost(job, error);
    const named = waitedForLock.has(error.code) && blockers.length > 0
        ? `It waited for ${blockers.map((peer) => describePeer(peer, engine.world.run)).join('; ')}. `
        : '';
    return (0,sql_failure/* sqlFailure */.f)(error, job.script, message, completed, `${named}${ROLLED_BACK}`);
}
/** What history keeps of a run that did not change anything. */
async function recordUnsuccessful(job, engine, startedAt, attempts) {
    const { world, history, session, lockWaitMs } = engine;
    const state = world.signal.aborted ? 'cancelled' : 'failed';
    const entry = { ...job, state, startedAt, finishedAt: world.clock(), lockWaitMs, attempts };
    // The failure itself matters more than that it is remembered.
    await session.send(`${engine.resetSql};${(0,migrations_history/* insertSql */.y_)(history, entry, world)}`).catch(() => undefined);
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
            if (!(0,sql_failure/* isServerError */.G)(error))
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
                : blockers.map((peer) => describePeer(peer, world.run)).join('; ');
            world.log.info(`${job.script.file} needs a lock that ${who} holds; it stepped back so that nobody queues behind it, and tries again in ${(0,duration/* formatDuration */.a)(wait)} (${attempt} of ${most - 1})`);
            // An abort is seen at the next attempt.
            await (0,promises_.setTimeout)(wait, undefined, { signal: world.signal }).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/pipeline.js
/** Files sent one after the other without waiting for the answers, on a database that nobody uses yet. */



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
        if (!(0,sql_failure/* isServerError */.G)(error))
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
async function removeLeftovers(reindex, engine) {
    return (await drop(reindex, engine)) === 0
        ? 'The indexes are as they were.'
        : 'The unfinished copy was dropped; the indexes are as they were.';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/concurrent/index.js





/** Milliseconds between two messages about the same build. */
const concurrent_TELL_MS = 10_000;
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
async function concurrent_removeLeftovers(building, within, engine) {
    const { session } = engine;
    try {
        // What went wrong may have been a time-out: dropping must not fail of the same.
        await session.send(`SET statement_timeout = ${within ?? 0}`);
        if (building.work === 'create index')
            return await removeLeftover(building, engine);
        if (building.work === 'reindex')
            return await removeLeftovers(building, engine);
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
        const progress = await buildProgress(observer, pid).catch(() => undefined);
        if (progress === undefined)
            return;
        const done = progress.done === null ? '' : `, ${Math.floor(progress.done)} %`;
        const locker = progress.locker === null ? '' : `, waiting for pid ${progress.locker}`;
        world.log.info(`  index build: ${progress.phase}${done}${locker}`);
    }, concurrent_TELL_MS);
    return { stop: () => clearInterval(timer) };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/execute/standalone.js
/** Runs a file whose statements must stand alone: one by one, remembered while they run, repaired when cut off. */






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
        await cancellable(engine, () => session.send(`${fileMark(job.script.file)}${sql}`));
    }
    catch (error) {
        if (session.broken(error))
            throw connectionLost(job, error);
        if (!(0,sql_failure/* isServerError */.G)(error))
            throw error;
        const stands = building === undefined
            ? 'Statements before it stay applied.'
            : await concurrent_removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : undefined, engine);
        if (world.signal.aborted)
            throw cancelledFailure(job, engine, stands);
        const sent = { prefix: fileMark(job.script.file), before: 0, statement };
        throw (0,sql_failure/* sqlFailure */.f)(error, job.script, sent, undefined, stands);
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
    const { session, history, world, lockWaitMs } = engine;
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
    }, world);
    try {
        await session.send(stillHeldSql(history, engine.pid));
    }
    catch (error) {
        throw (0,sql_failure/* isServerError */.G)(error) ? lockLost(job, error) : connectionLost(job, error);
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
    constructor(engine) {
        this.#engine = engine;
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
async function perform({ addresses, jobs, unfinished, pipelined, engine, }) {
    const { clock } = engine.world;
    const steps = addresses.flatMap((address) => {
        const job = jobs.get(address);
        return job === undefined ? [] : [{ address, job }];
    });
    const teller = new Teller(engine);
    const direction = steps[0]?.job.direction ?? 'up';
    let next = 0;
    let durable = clock().getTime();
    try {
        if (pipelined) {
            const alone = steps.findIndex(({ job }) => !job.script.transactional);
            const together = alone === -1 ? steps : steps.slice(0, alone);
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
        throw error instanceof model_failure/* Failure */.HR ? withStanding(error, teller, steps, engine) : error;
    }
    return addresses.map((address) => teller.results.get(address) ?? {
        address,
        action: 'run',
        status: 'skipped',
        durationMs: 0,
        message: 'another run has done it meanwhile',
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/session/pooler.js
/**
 * A pooler that hands a server connection to another client after each transaction breaks session locks and settings
 * without a word: two runners both get the lock, and it stays when both are gone.
 */


function pooled(target, seen, cause) {
    return new model_failure/* Failure */.HR({
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
    let held;
    try {
        held = await pidOf(observer, `BEGIN; ${PID_SQL}`);
    }
    catch (error) {
        if (!(0,sql_failure/* isServerError */.G)(error))
            throw error;
        throw pooled(target, `It refuses transactions of several statements: ${error.message}.`, error);
    }
    const [again] = await Promise.all([pidOf(session, PID_SQL), observer.send('COMMIT')]);
    if (held === pid)
        throw pooled(target, `Two connections were served by the same server process (${pid}).`);
    if (again !== pid)
        throw pooled(target, `One connection was served by two server processes (${pid}, then ${again}).`);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/session/database.js
/** The database of a run: two connections that are made side by side, and what is there at first sight. */





/** Reads only, and changes no setting: behind a pooler those would stay for somebody else. */
async function look(session, history) {
    const rows = await session.send(`BEGIN TRANSACTION READ ONLY;
     SELECT pg_catalog.pg_backend_pid() AS pid, ${(0,migrations_history/* existsSql */.Rh)(history)} AS history,
            'PostgreSQL ' || split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server,
            NOT EXISTS (
              SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', ${esm/* default.escapeLiteral */.Ay.escapeLiteral(history.schema)})
                 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            ) AS fresh;
     COMMIT`);
    return rows[1]?.[0]; // the only row of the SELECT above
}
async function presentOf(session, history) {
    try {
        return await (0,migrations_history/* readPresent */.Il)(session, history);
    }
    catch (error) {
        // undefined_column, undefined_table: there is something of that name, but it is not ours.
        if ((0,sql_failure/* isServerError */.G)(error) && (error.code === '42703' || error.code === '42P01'))
            throw (0,migrations_history/* foreignHistory */.zf)(history, error);
        throw error;
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
        const session = connect(target, world);
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
        const present = sight.history ? await presentOf(session, history) : { applied: [], unfinished: [] };
        return {
            session,
            pid: sight.pid,
            hasHistory: sight.history,
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
;// CONCATENATED MODULE: ./build/actions/migrate/src/migrating.js
/** A whole migration run against one database: look, lock, look again, apply. */














const madeWith = new WeakMap();
/** Whether nothing has taken effect, or has been undone, since. */
function isSame(before, now) {
    return before.applied.length === now.applied.length && before.applied.at(-1)?.id === now.applied.at(-1)?.id;
}
/** @throws Failure DATABASE_ERROR instead of an error of the server about a statement of our own */
async function explained(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,model_failure/* failuresIn */.xM)(error).length > 0 || !(0,sql_failure/* isServerError */.G)(error))
            throw error;
        throw new model_failure/* Failure */.HR({
            code: 'DATABASE_ERROR',
            what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
            fix: 'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
            cause: error,
        });
    }
}
function tasksOf(run, present) {
    return run.command === 'rollback'
        ? rollbackTasks(present, run, run.migrations, run.folder, parser/* loadParser */.qd)
        : pendingTasks(run.migrations, present, run.folder, run.to, parser/* loadParser */.qd);
}
async function decisionsOf(run, { session, present }) {
    if (run.command === 'repair')
        return repair(run.migrations, present, run.folder);
    const ledgers = await readLedgers(session, run.history.schema);
    return baseline(run.migrations, present, ledgers, run.to, run.folder);
}
function decides({ command }) {
    return command === 'baseline' || command === 'repair';
}
function noteOf(task, present, preview) {
    const { script, migration } = task;
    const unfinished = present.unfinished.some(({ version }) => version === migration.version);
    const parts = [
        unfinished ? 'was begun and cut off: it is inspected and finished' : undefined,
        script.transactional ? undefined : 'runs outside a transaction',
        preview?.notes.get(task.address),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? {} : { note: parts.join('; ') };
}
/**
 * Reads only: neither the history nor its schema is made.
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
async function planMigrations(run, world) {
    const database = await explained(() => openDatabase(run.target, run.history, run.applies, world));
    try {
        return await explained(async () => {
            const { present } = database;
            const likely = decides(run) ||
                run.command === 'rollback' ||
                compare(run.migrations, present.applied).pending.length > 0;
            // While the files are read.
            const turn = likely && run.applies ? tryTurn(run, database) : undefined;
            turn?.catch(() => undefined); // awaited below
            if (likely)
                database.observer().catch(() => undefined); // likewise
            const head = compare(run.migrations, present.applied).head?.version ?? present.applied.at(-1)?.version ?? '';
            const tasks = decides(run) ? [] : await tasksOf(run, present);
            const parts = decides(run)
                ? await decisionParts(run, database)
                : await taskParts(run, tasks, database, world);
            const made = (0,model_plan/* makePlan */.Cs)({
                step: 'migrate',
                target: `postgres ${run.target.database}`,
                createdAt: world.clock(),
                inputs: {
                    command: run.command === 'plan' ? 'apply' : run.command,
                    history: (0,migrations_history/* nameOf */.Vb)(run.history),
                },
                sources: Object.fromEntries(run.migrations.map(({ up, checksum }) => [up.file, checksum])),
                ...parts,
            });
            const plan = Object.freeze({ ...made, head });
            // Somebody else may be pooling connections: that is said before anything is applied, and on the pull request.
            if (plan.changes.length > 0)
                await database.observer();
            if (turn === undefined || plan.changes.length === 0)
                await database.close();
            else
                madeWith.set(plan, { database, tasks, turn });
            return plan;
        });
    }
    catch (error) {
        await database.close();
        throw error;
    }
}
async function taskParts(run, tasks, { present }, world) {
    const preview = tasks.length === 0 ? undefined : await run.preview?.(tasks, run.migrations, world);
    return {
        changes: tasks.map((task) => ({
            action: 'run',
            address: task.address,
            kind: 'migration',
            source: { file: task.script.file, line: 1 },
            after: taskValue(task),
            ...noteOf(task, present, preview),
        })),
        findings: run.command === 'rollback' ? dataLossFindings(tasks, run.allowDataLoss) : (preview?.findings ?? []),
        evidence: preview?.evidence ?? [],
    };
}
async function decisionParts(run, database) {
    const { decisions, findings } = await decisionsOf(run, database);
    return {
        changes: decisions.map(({ address, note, file, state, direction, migration }) => ({
            action: 'update',
            address,
            kind: 'history',
            ...(file === undefined ? {} : { source: { file, line: 1 } }),
            after: { state, direction, checksum: migration.checksum },
            note,
        })),
        findings,
    };
}
function jobOf({ migration, direction, script }) {
    return { migration, direction, script };
}
/** @throws Failure MIGRATION_FAILED and the like, with what was and what was not applied */
async function applyMigrations(plan, run, world) {
    const startedAt = world.clock();
    const made = madeWith.get(plan);
    const database = made?.database ?? (await explained(() => openDatabase(run.target, run.history, true, world)));
    try {
        const results = await explained(async () => {
            const turn = await (made?.turn ?? tryTurn(run, database));
            const { engine, present, created } = await takeTurn(run, database, turn, world);
            try {
                return await settle(plan, run, { database, engine, present, made });
            }
            catch (error) {
                await created; // its failure is the cause
                throw error;
            }
        });
        return (0,outcome/* makeOutcome */.v$)({
            step: 'migrate',
            target: plan.target,
            digest: plan.digest,
            startedAt,
            finishedAt: world.clock(),
            status: 'succeeded',
            changed: results.some(({ status }) => status === 'done'),
            results,
        });
    }
    finally {
        await database.close();
    }
}
/** Does what the plan says and is still to be done. */
async function settle(plan, run, { database, engine, present, made }) {
    if (decides(run))
        return decide(plan, await decisionsOf(run, { ...database, present }), engine);
    const unchanged = made !== undefined && isSame(database.present, present);
    const tasks = unchanged ? made.tasks : await tasksOf(run, present);
    const left = new Map(tasks.map((task) => [task.address, task]));
    return perform({
        addresses: plan.changes.map(({ address }) => address),
        jobs: new Map([...left].map(([address, task]) => [address, jobOf(task)])),
        unfinished: present.unfinished,
        pipelined: database.isFresh && present.applied.length === 0,
        engine,
    });
}
/** Writes all decisions in one transaction. */
async function decide(plan, { decisions }, engine) {
    const { session, history, world, lockWaitMs } = engine;
    const left = new Map(decisions.map((decision) => [decision.address, decision]));
    const chosen = plan.changes.flatMap(({ address }) => left.get(address) ?? []);
    const began = world.clock();
    const row = ({ migration, direction, state, at = began }) => (0,migrations_history/* insertSql */.y_)(history, { migration, direction, state, startedAt: at, finishedAt: at, lockWaitMs, attempts: 1 }, world);
    await session.send(['BEGIN', stillHeldSql(history, engine.pid), ...chosen.map(row), 'COMMIT'].join(';\n'));
    const durationMs = world.clock().getTime() - began.getTime();
    return plan.changes.map(({ address }) => left.has(address)
        ? { address, action: 'update', status: 'done', durationMs }
        : {
            address,
            action: 'update',
            status: 'skipped',
            durationMs: 0,
            message: 'another run has settled it meanwhile',
        });
}


/***/ }),

/***/ 9899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isServerError),
/* harmony export */   f: () => (/* binding */ sqlFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3640);
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
function placeOf(error, script, sent, completed) {
    if (error.position !== undefined) {
        const base = sent.statement === undefined ? script.sql : sent.statement.text;
        const within = Number(error.position) - 1 - [...sent.prefix].length;
        const offset = (sent.statement?.offset ?? 0) + (0,_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCodePoints */ .f6)(base, within);
        if (within >= 0 && offset <= script.sql.length)
            return new _statements_js__WEBPACK_IMPORTED_MODULE_1__/* .Places */ .N4(script.sql).at(offset);
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
    const { code, message, detail, hint, where } = error;
    const place = placeOf(error, script, sent, completed);
    const atEnd = place === undefined && completed !== undefined && completed >= sent.before + script.statements.length;
    const source = { file: script.file, ...(place ?? { line: script.statements[0]?.line ?? 1 }) };
    const shown = place === undefined ? '' : (0,_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .caret */ .OW)(script.sql, place.line, place.column ?? 1);
    const why = [
        atEnd ? 'It came at the end of the transaction, when deferred constraints are checked.' : undefined,
        detail,
        where?.split('\n')[0],
    ].filter((part) => part !== undefined);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_FAILED',
        what: `${message} (SQLSTATE ${code}).${shown}`,
        why: why.length > 0 ? why.join(' ') : 'The server refused the statement.',
        fix: `${advice[code] ?? hint ?? 'Correct the file.'} ${stands}`,
        source,
        cause: error,
    });
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ prepareSql),
/* harmony export */   Il: () => (/* binding */ readPresent),
/* harmony export */   PQ: () => (/* binding */ createSql),
/* harmony export */   Rh: () => (/* binding */ existsSql),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   aC: () => (/* binding */ recordSql),
/* harmony export */   parseHistoryTable: () => (/* binding */ parseHistoryTable),
/* harmony export */   y_: () => (/* binding */ insertSql),
/* harmony export */   zf: () => (/* binding */ foreignHistory)
/* harmony export */ });
/* unused harmony export qualified */
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/** What was done to the database: an append-only table, and a view of where it stands. */


/** `migrate.history`; undefined when it is not `schema.table`. */
function parseHistoryTable(text) {
    const [, schema, table] = /^([a-z_][a-z0-9_]{0,62})\.([a-z_][a-z0-9_]{0,54})$/.exec(text) ?? [];
    return schema === undefined || table === undefined ? undefined : { schema, table };
}
function nameOf({ schema, table }) {
    return `${schema}.${table}`;
}
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
 * there is no default. Whatever is committed durably later takes it to the disk.
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
    const [applied = [], unfinished = []] = await session.send(`SELECT id::float8 AS id, version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql", irreversible
       FROM ${view(history)} ORDER BY id;
     SELECT version, name, checksum, direction, state FROM (
       SELECT DISTINCT ON (version) * FROM ${qualified(history)} ORDER BY version, id DESC
     ) AS latest WHERE state = 'running'
        OR (state IN ('failed', 'cancelled') AND EXISTS (
              SELECT FROM ${qualified(history)} AS begun
               WHERE begun.version = latest.version AND begun.state = 'running' AND begun.started_at = latest.started_at))`);
    const orUndefined = (row) => ({
        ...row,
        downSql: row['downSql'] ?? undefined,
        irreversible: row['irreversible'] ?? undefined,
    });
    return {
        applied: applied.map(orUndefined), // the columns of the SELECT above
        unfinished: unfinished, // likewise
    };
}
/** What every entry of a run says. */
function constants(world) {
    const { run } = world;
    return {
        actor: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.actor),
        repository: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.repository),
        sha: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.sha),
        run_url: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.url),
        tool_version: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(world.toolVersion),
    };
}
function insert(history, values) {
    return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`;
}
function orNull(value) {
    return value === undefined ? 'NULL' : pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}
/** The INSERT of one entry as text. */
function insertSql(history, entry, world) {
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
        ...constants(world),
    });
}
/** The name of a session's prepared statement. */
const PREPARED = 'omninode_applied';
/**
 * Prepares the record of a file that was applied in its own transaction: parsed once, not once a file. The server
 * measures how long the transaction took, and adds that to the time that is given.
 */
function prepareSql(history, lockWaitMs, world) {
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
        ...constants(world),
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
/** What is missing of a history that another tool, or an older state of this one, made under the same name. */
function foreignHistory(history, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_FOREIGN',
        what: `${nameOf(history)} is not a history of this step: a column or its view is missing.`,
        fix: 'Give `history-table` another name; `command: baseline` adopts what another tool has recorded.',
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
