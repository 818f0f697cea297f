export const id = "migrate-preview-scratch-round-trip";
export const ids = ["migrate-preview-scratch-round-trip"];
export const modules = {

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   Qu: () => (/* binding */ SCRATCH_ROLE),
/* harmony export */   dN: () => (/* binding */ makeScratchRole),
/* harmony export */   i8: () => (/* binding */ requirePlainRole),
/* harmony export */   qh: () => (/* binding */ serverVersion)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/**
 * As whom the files of a pull request run on a scratch server. Nobody has reviewed them, and the server stands beside the
 * job's credentials: so a role that owns its scratch databases, and may nothing else.
 */


/** Of the server that a plan makes itself. No migration calls its own roles so. */
const SCRATCH_ROLE = 'omninode_scratch';
/** Before 16, whoever creates roles may grant those that run programs and read files, to itself as well. */
const ROLES_ARE_PARTED = 160_000;
const OWNERS_HAVE_MORE = 150_000;
async function serverVersion(client) {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    return rows[0]?.version ?? 0;
}
/** Makes the role, and closes to it the databases that are there. */
async function makeScratchRole(superuser, password) {
    const version = await serverVersion(superuser);
    const makesRoles = version >= ROLES_ARE_PARTED;
    await superuser.query([
        `CREATE ROLE ${SCRATCH_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS ${makesRoles ? '' : 'NO'}CREATEROLE PASSWORD ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(password)}`,
        'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC',
        ...(makesRoles ? [`ALTER ROLE ${SCRATCH_ROLE} SET createrole_self_grant = 'set, inherit'`] : []),
        // Made-up rows need not satisfy the triggers and foreign keys of tables that are only watched.
        ...(version < OWNERS_HAVE_MORE
            ? []
            : [`GRANT SET ON PARAMETER session_replication_role TO ${SCRATCH_ROLE}`]),
    ].join(';'));
}
/** Before 15 the schema `public` of a new database belongs to the server's superuser. */
async function handOver(superuser, owner) {
    if ((await serverVersion(superuser)) < OWNERS_HAVE_MORE)
        await superuser.query(`ALTER SCHEMA public OWNER TO ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(owner)}`);
}
/** What reaches beyond a database: programs, files, other servers, other sessions, other databases. */
const powerful = [
    'pg_read_all_data',
    'pg_write_all_data',
    'pg_maintain',
    'pg_execute_server_program',
    'pg_read_server_files',
    'pg_write_server_files',
    'pg_create_subscription',
    'pg_signal_backend',
    // What platforms have instead of a superuser may make the extensions that only one may.
    'rds_superuser',
    'cloudsqlsuperuser',
    'alloydbsuperuser',
    'azure_pg_admin',
];
const fileFunctions = [
    'pg_read_file',
    'pg_read_binary_file',
    'pg_stat_file',
    'pg_ls_dir',
    'lo_import',
    'lo_export',
];
/** Of whoever the session is, and was when it began. $1 are roles, $2 functions. */
const POWERS = `
  SELECT DISTINCT power FROM pg_catalog.pg_roles r, LATERAL (
    SELECT 'is a superuser' WHERE r.rolsuper
    UNION ALL SELECT 'may replicate the whole server' WHERE r.rolreplication
    UNION ALL SELECT 'may create roles, and with them grant itself any' WHERE r.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED}
    UNION ALL SELECT 'is a member of ' || m.rolname FROM pg_catalog.pg_roles m
      WHERE NOT r.rolsuper AND m.oid <> r.oid AND pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
        AND (m.rolname = ANY ($1) OR m.rolsuper OR m.rolreplication
             OR m.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED})
    UNION ALL SELECT 'may call ' || p.proname FROM pg_catalog.pg_proc p
      WHERE NOT r.rolsuper AND p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = ANY ($2)
        AND pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE')
  ) AS powers (power) WHERE r.rolname IN (session_user, current_user) ORDER BY power`;
/**
 * @param client a session of the role in its own database
 * @throws Failure SCRATCH_ROLE when SQL could do more as it than change that database
 */
async function requirePlainRole(client) {
    const { rows } = await client.query(POWERS, [powerful, fileFunctions]);
    if (rows.length === 0)
        return;
    const makesRoles = (await serverVersion(client)) >= ROLES_ARE_PARTED;
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'SCRATCH_ROLE',
        what: `The user of the scratch server ${rows.map(({ power }) => power).join(', ')}.`,
        why: 'The migrations of a pull request run as that user before anybody has reviewed them: they could run programs, read files, or change other databases of the server.',
        fix: `Make one that owns nothing, and give its URL as \`scratch-url\`: CREATE ROLE scratch LOGIN CREATEDB${makesRoles ? ' CREATEROLE' : ''} PASSWORD '\u2026'.`,
    });
}


/***/ }),

/***/ 4246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  roundTrip: () => (/* binding */ roundTrip)
});

// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/notices.js
var execute_notices = __webpack_require__(5138);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/releases.js
var releases = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/sql-failure.js
var sql_failure = __webpack_require__(9899);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/postgres/completed.js
var completed = __webpack_require__(3248);
// EXTERNAL MODULE: ./build/toolkit/postgres/session.js
var session = __webpack_require__(557);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/databases.js
/** Databases on a server that are this round trip's own, and are dropped when it is over. */




/** Milliseconds for one statement, and for a connection. */
const STATEMENT_MS = 60_000;
const CONNECT_MS = 15_000;
const quote = (name) => esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name);
class Databases {
    #admin;
    #access;
    #world;
    #databases = new Set();
    #roles = new Set();
    #clients = new Set();
    #dropping;
    constructor(admin, access, world) {
        this.#admin = admin;
        this.#access = access;
        this.#world = world;
    }
    /** @throws the driver's error */
    static async connect(access, world) {
        const admin = await (0,session/* driverClient */.GG)(access.maker, { connectionTimeoutMillis: CONNECT_MS });
        admin.on('error', () => undefined); // its next query tells
        try {
            await admin.connect();
        }
        catch (error) {
            await admin.end().catch(() => undefined);
            throw error;
        }
        return new Databases(admin, access, world);
    }
    /** `PostgreSQL 15.18` */
    async server() {
        const { rows } = await this.#admin.query("SELECT split_part(current_setting('server_version'), ' ', 1) AS version");
        return `PostgreSQL ${rows[0]?.version ?? ''}`.trim();
    }
    async roles() {
        const { rows } = await this.#admin.query('SELECT rolname FROM pg_catalog.pg_roles');
        return new Set(rows.map(({ rolname }) => rolname));
    }
    /** Roles belong to the whole server: these are dropped with the databases. */
    expectRoles(names) {
        for (const name of names)
            this.#roles.add(name);
    }
    /** Whether the files run as somebody else than who makes the databases. */
    get #parted() {
        return this.#access.maker.user !== this.#access.runner.user;
    }
    /** A role that may nothing; whoever runs the files may give it things, and act as it. */
    async createRole(name) {
        this.#roles.add(name);
        const grant = `GRANT ${quote(name)} TO ${quote(this.#access.runner.user)}`;
        await this.#admin.query(`CREATE ROLE ${quote(name)}; ${grant}${this.#parted ? ' WITH ADMIN OPTION' : ''}`);
    }
    async dropRoles(names) {
        // One that something elsewhere depends on stays.
        for (const name of names)
            await this.#admin.query(`DROP ROLE IF EXISTS ${quote(name)}`).catch(() => undefined);
    }
    /** Unlike `template1`, `template0` is never in use, and nobody has put anything into it. */
    async create(template = 'template0') {
        this.#world.signal.throwIfAborted();
        const name = `omninode_scratch_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        this.#databases.add(name);
        await this.#admin.query(`CREATE DATABASE ${name} OWNER ${quote(this.#access.runner.user)} TEMPLATE ${template}`);
        return name;
    }
    /** Whoever runs the files. */
    async open(name) {
        return this.#open(name, this.#access.runner);
    }
    /**
     * The maker, in a database into which nobody has put anything yet: never later, when it would run what the files have
     * left there.
     * @returns undefined when the files run as the maker
     */
    async openAsMaker(name) {
        return this.#parted ? this.#open(name, this.#access.maker) : undefined;
    }
    async #open(database, target) {
        this.#world.signal.throwIfAborted();
        const client = await (0,session/* driverClient */.GG)(target, {
            database,
            connectionTimeoutMillis: CONNECT_MS,
            // Also what RESET ALL goes back to.
            statement_timeout: STATEMENT_MS,
            pipeline: true,
        });
        client.on('error', () => undefined); // its next query tells
        this.#clients.add(client);
        (0,completed/* countCompleted */.F)(client);
        await this.#connect(client);
        await client.query(session/* AS_READ_SQL */.h);
        return client;
    }
    /** A client that is ended while it connects tells nobody: node-postgres forgets who waits for it (8.23). */
    async #connect(client) {
        const { signal } = this.#world;
        const { promise: cancelled, reject } = Promise.withResolvers();
        const give = () => reject(signal.reason);
        signal.addEventListener('abort', give, { once: true });
        try {
            await Promise.race([client.connect(), cancelled]);
        }
        finally {
            signal.removeEventListener('abort', give);
        }
    }
    async close(client) {
        this.#clients.delete(client);
        await client.end();
    }
    async drop(name) {
        await this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        this.#databases.delete(name);
    }
    /** Ends whatever runs in them, and drops them. Waits for it as often as it is called. */
    end() {
        this.#dropping ??= this.#end();
        return this.#dropping;
    }
    async #end() {
        for (const name of this.#databases) {
            await this.drop(name).catch((error) => this.#world.log.warning(`The scratch database ${name} could not be dropped: ${error instanceof Error ? error.message : String(error)}`));
        }
        await this.dropRoles(this.#roles);
        // What is left of them has no session any more, or never had one: nothing that they could say is waited for.
        for (const client of this.#clients)
            client.end().catch(() => undefined);
        await this.#admin.end().catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/extensions.js
/** Extensions that only a superuser may make: a scratch role is none, and never acts with the rights of one. */


/**
 * Those that nothing can be done with beyond the database: they run no program, read no file, and speak to nobody.
 * PostgreSQL trusts many more (pgcrypto, uuid-ossp, citext, pg_trgm, hstore, ltree, \u2026), which every owner of a database
 * makes for itself.
 */
const harmless = new Set([
    'bloom',
    'earthdistance',
    'insert_username',
    'moddatetime',
    'pg_stat_statements',
    'pgrowlocks',
    'pgstattuple',
]);
function wantedBy(scripts) {
    return scripts.flatMap(({ file, statements }) => statements.flatMap(({ node, line }) => {
        if (!('CreateExtensionStmt' in node))
            return [];
        const { extname, if_not_exists: contented = false, options = [] } = node.CreateExtensionStmt;
        if (extname === undefined)
            return [];
        return [{ name: extname, place: `${file}:${line}`, contented: contented && options.length === 0 }];
    }));
}
/** Those that exist here, and neither may everybody make nor the owner of a database. */
async function reserved(client, names) {
    const { rows } = await client.query(`SELECT e.name FROM pg_catalog.pg_available_extensions e JOIN pg_catalog.pg_available_extension_versions v
         ON v.name = e.name AND v.version = e.default_version
      WHERE e.name = ANY ($1) AND e.installed_version IS NULL AND v.superuser AND NOT v.trusted`, [names]);
    return new Set(rows.map(({ name }) => name));
}
/**
 * Makes what scripts name, on a database into which nobody has put anything yet: later a superuser would run whatever
 * the scripts have left there.
 * @param superuser a session in that database; undefined when there is none
 * @param client any session in that database
 * @returns why the scripts cannot be tried here
 */
async function makeExtensions(scripts, client, superuser) {
    const wanted = wantedBy(scripts);
    if (wanted.length === 0)
        return undefined;
    const names = await reserved(client, [...new Set(wanted.map(({ name }) => name))]);
    for (const { name, place, contented } of wanted) {
        if (!names.has(name))
            continue;
        const cannot = `${place} makes the extension ${name}, which only a superuser may, and no superuser runs what nobody has reviewed`;
        if (superuser === undefined || !harmless.has(name))
            return cannot;
        if (!contented)
            return `${cannot}; it is made beforehand for \`CREATE EXTENSION IF NOT EXISTS\` without options`;
        try {
            await superuser.query(`CREATE EXTENSION IF NOT EXISTS ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name)} CASCADE`);
        }
        catch (error) {
            if (!(0,sql_failure/* isServerError */.GQ)(error))
                throw error;
            return `${place} makes the extension ${name}, which cannot be made on the scratch server: ${error.message}`;
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/migrate/src/preview/scratch/role.js
var role = __webpack_require__(2609);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/roles.js
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
/** Every role that a parse tree names: grantees, owners, those of policies, of default privileges, of SET ROLE. */
function* rolesIn(value) {
    if (!isObject(value))
        return;
    const { roletype, rolename } = value;
    if (roletype === 'ROLESPEC_CSTRING' && typeof rolename === 'string')
        yield rolename;
    for (const member of Object.values(value))
        yield* rolesIn(member);
}
/** Those that stand where no role is expected by the grammar: `GRANT app TO \u2026`, `SET ROLE app`. */
function* otherRolesIn(node) {
    if ('GrantRoleStmt' in node) {
        for (const each of node.GrantRoleStmt.granted_roles ?? [])
            if ('AccessPriv' in each && each.AccessPriv.priv_name !== undefined)
                yield each.AccessPriv.priv_name;
    }
    if ('VariableSetStmt' in node && node.VariableSetStmt.name === 'role') {
        const { args, kind } = node.VariableSetStmt;
        const [first] = args ?? [];
        const name = first !== undefined && 'A_Const' in first ? first.A_Const.sval?.sval : undefined;
        if (kind === 'VAR_SET_VALUE' && name !== undefined && name !== 'none')
            yield name;
    }
}
/** Roles that scripts make. What DO blocks and functions make cannot be seen. */
function rolesMade(scripts) {
    const names = scripts.flatMap(({ statements }) => statements.map(({ node }) => ('CreateRoleStmt' in node ? node.CreateRoleStmt.role : undefined)));
    return new Set(names.filter((name) => name !== undefined));
}
/** Roles that scripts take as given. */
function rolesNamed(scripts) {
    const nodes = scripts.flatMap(({ statements }) => statements.map(({ node }) => node));
    return new Set(nodes.flatMap((node) => [...rolesIn(node), ...otherRolesIn(node)]));
}
/** Statements that reach beyond their database: on a server that others use too, they are not tried. */
const serverWide = new Set([
    'ALTER SYSTEM',
    'CREATE DATABASE',
    'DROP DATABASE',
    'CREATE TABLESPACE',
    'DROP TABLESPACE',
    'CREATE SUBSCRIPTION',
]);
/** `0003_x.up.sql:4 is ALTER SYSTEM`, of the first that reaches beyond its database. */
function serverWideStatement(scripts) {
    for (const { file, statements } of scripts)
        for (const { nonTransactional, line } of statements)
            if (nonTransactional !== undefined && serverWide.has(nonTransactional))
                return `${file}:${line} is ${nonTransactional}`;
    return undefined;
}

// EXTERNAL MODULE: ./build/toolkit/postgres/message.js
var message = __webpack_require__(1582);
// EXTERNAL MODULE: ./build/toolkit/postgres/notices.js
var notices = __webpack_require__(2388);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/restore.js
var restore = __webpack_require__(5058);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/message.js
var sql_message = __webpack_require__(5491);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/run-script.js








/** A statement of a file that the server refused. */
class Refusal extends Error {
    name = 'Refusal';
    script;
    source;
    failure;
    /** Set when it tells more about the scratch server than about the file: why it cannot be tried there. */
    elsewhere;
    constructor(error, script, sent) {
        super(error.message, { cause: error });
        this.script = script;
        this.failure = (0,sql_failure/* sqlFailure */.fi)(error, script, sent, (0,completed/* completedBefore */.P)(error), '');
        this.source = this.failure.source ?? { file: script.file, line: 1 };
        this.elsewhere = elsewhere(error);
    }
    /** `0003_x.up.sql:4` */
    get place() {
        return `${this.source.file}:${this.source.line ?? 1}`;
    }
}
/**
 * What a server says of what its release does not have: syntax, features, functions, types and settings, values of
 * settings. The database's own may have it.
 */
const ofItsRelease = new Set(['42601', '0A000', '42883', '42704', '22023']);
/**
 * @param release of the database, when the server is of another one
 * @returns why a refusal does not tell that the file is wrong
 */
function elsewhereOf({ elsewhere, cause, message }, release) {
    if (elsewhere !== undefined || release === undefined)
        return elsewhere;
    const { code } = cause; // as it was made
    return ofItsRelease.has(code) ? `${message}, which PostgreSQL ${release} may take otherwise` : undefined;
}
/** Why an error does not tell that the file is wrong: the production server may well have what this one lacks. */
function elsewhere({ code, message }) {
    if (code === '57014')
        return `it takes longer than ${STATEMENT_MS / 1_000} s there`;
    if (/^(?:53|57|58|XX|08)/.test(code))
        return `the scratch server says: ${message}`;
    if (code === '42501')
        return `the user of the scratch server may not do that: ${message}`;
    if (code === '3D000')
        return message;
    if (code === '42704' && /^role /.test(message))
        return message;
    // Made beforehand, because only a superuser may.
    if (code === '42710' && /^extension /.test(message))
        return message;
    if (/extension|library/.test(message) && (code === '0A000' || code === '42704'))
        return message;
    return undefined;
}
/** What a file may have set must not reach the next one. */
const RESET = `${restore/* RESTORE_SQL */.Q}; ${session/* AS_READ_SQL */.h}`;
/** A setting of the session that only a committed file leaves, so that the one behind it can prove that it is not alone. */
const DONE = 'omninode.done';
/**
 * A file in its transaction.
 * @param follows the number of the file that must have been committed before, from 1; 0 for none
 */
function messageOf(script, follows) {
    const proof = follows === 0 ? [] : [`SELECT 1 / (current_setting('${DONE}', true) = '${follows}')::int`];
    return (0,sql_message/* messageAround */.Z)(script, proof, [sql_message/* CHECK_SQL */.O, 'COMMIT', RESET, `SET ${DONE} = '${follows + 1}'`]);
}
/**
 * Runs a file as production will: in one message, or statement by statement when no transaction may hold it.
 * @throws Refusal; the file's transaction is rolled back then
 */
async function runScript(client, script, heard) {
    const { statements, transactional } = script;
    let sent = { prefix: '', before: 0 };
    const send = async (sql) => {
        // Of a long file the driver would keep an object for each statement.
        const work = () => (0,message/* sendMessage */._)(client, sql);
        await (heard === undefined ? work() : (0,notices/* hearing */.v)(client, heard(script, sent), work));
    };
    try {
        if (transactional) {
            const message = messageOf(script, 0);
            sent = message;
            await send(message.sql);
            return;
        }
        for (const statement of statements) {
            sent = { prefix: '', before: 0, statement };
            await send(statement.text);
        }
        await client.query(RESET);
    }
    catch (error) {
        await client.query(`ROLLBACK; ${RESET}`).catch(() => undefined); // the connection may be gone
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        throw new Refusal(error, script, sent);
    }
}
/** How many files are under way at once, and how many characters of them. */
const WINDOW = { files: 200, characters: 1_000_000 };
function* windows(scripts) {
    let window = [];
    let size = 0;
    for (const script of scripts) {
        const full = window.length === WINDOW.files || size > WINDOW.characters;
        if (window.length > 0 && (full || !script.transactional || window.at(-1)?.transactional === false)) {
            yield window;
            window = [];
            size = 0;
        }
        window.push(script);
        size += script.sql.length;
    }
    if (window.length > 0)
        yield window;
}
/**
 * Runs many files, without waiting for the answer to one before the next is sent.
 * @throws Refusal of the first that fails
 */
async function runScripts(client, scripts) {
    for (const window of windows(scripts)) {
        if (window.length === 1 || window[0]?.transactional === false) {
            for (const script of window)
                await runScript(client, script);
            continue;
        }
        const answers = await Promise.allSettled(window.map((script, index) => client.query(messageOf(script, index).sql)));
        const failed = answers.findIndex(({ status }) => status === 'rejected');
        if (failed === -1)
            continue;
        // None of those behind was committed: each wants the one before it. Once more, one by one: now the file is told.
        await client.query(`ROLLBACK; ${RESET}`);
        for (const script of window.slice(failed))
            await runScript(client, script);
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/sample.js
/** A made-up value for a column of any type: an SQL expression over `i`, a number from 1. */

const numbers = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'oid']);
const texts = new Set(['text', 'varchar', 'bpchar', 'name', 'citext', 'ltree']);
/** Of PostgreSQL's own types, without texts and numbers. */
const own = {
    money: 'i::money',
    bool: '(i % 2 = 0)',
    date: "(date '2026-01-01' + i)",
    timestamp: "(timestamp '2026-01-01' + i * interval '1 day')",
    timestamptz: "(timestamptz '2026-01-01 00:00Z' + i * interval '1 day')",
    time: "(time '00:00' + i * interval '1 minute')",
    timetz: "(timetz '00:00Z' + i * interval '1 minute')",
    interval: "(i * interval '1 hour')",
    uuid: 'md5(i::text)::uuid',
    // 32 bytes: what columns for hashes check most often.
    bytea: 'sha256(i::text::bytea)',
    json: "json_build_object('seed', i)",
    jsonb: "jsonb_build_object('seed', i)",
    xml: "('<seed>' || i || '</seed>')::xml",
    inet: "('10.0.0.' || i)::inet",
    cidr: "('10.0.' || i || '.0/24')::cidr",
    macaddr: "('02:00:00:00:00:' || lpad(to_hex(i), 2, '0'))::macaddr",
    macaddr8: "('02:00:00:00:00:00:00:' || lpad(to_hex(i), 2, '0'))::macaddr8",
    varbit: 'i::bit(16)',
    char: '\'s\'::"char"',
    point: 'point(i, i)',
    line: 'line(point(0, 0), point(i, 1))',
    lseg: 'lseg(point(0, 0), point(i, i))',
    box: 'box(point(0, 0), point(i, i))',
    path: 'path(polygon(box(point(0, 0), point(i, i))))',
    polygon: 'polygon(box(point(0, 0), point(i, i)))',
    circle: 'circle(point(0, 0), i)',
    tsvector: "to_tsvector('simple', 's' || i)",
    tsquery: "to_tsquery('simple', 's' || i)",
    // Apart from each other: exclusion constraints let no two overlap.
    int4range: 'int4range(i * 10, i * 10 + 5)',
    int8range: 'int8range(i * 10, i * 10 + 5)',
    numrange: 'numrange(i * 10, i * 10 + 5)',
    daterange: "daterange(date '2026-01-01' + i * 10, date '2026-01-01' + i * 10 + 5)",
    tsrange: "tsrange(timestamp '2026-01-01' + i * interval '1 day', timestamp '2026-01-01' + i * interval '1 day' + interval '1 hour')",
    tstzrange: "tstzrange(timestamptz '2026-01-01Z' + i * interval '1 day', timestamptz '2026-01-01Z' + i * interval '1 day' + interval '1 hour')",
    regclass: "'pg_class'::regclass",
    pg_lsn: "('0/' || to_hex(i))::pg_lsn",
    hstore: "('seed => ' || i)::hstore",
    geometry: "'POINT(0 0)'::geometry",
};
function pick(values) {
    return `(ARRAY[${values.map((value) => esm/* default.escapeLiteral */.Ay.escapeLiteral(value)).join(', ')}])[1 + (i - 1) % ${values.length}]`;
}
function single({ type, name, schema, length, labels, allowed, array }) {
    if (allowed.length > 0)
        return pick(allowed);
    if (labels !== null)
        return labels.length === 0 ? undefined : pick(labels);
    if (numbers.has(name))
        return 'i';
    // Short and of lower-case letters and digits: what slugs, codes and keys mostly ask for.
    if (texts.has(name))
        return length !== null && length < 3 ? 'chr(96 + i)' : "('s' || i)";
    // Cut on the left, where the number has its noughts; a text would be cut on the right.
    if (name === 'bit')
        return array ? undefined : `i::${type}`;
    return schema === 'pg_catalog' || name === 'hstore' || name === 'geometry' ? own[name] : undefined;
}
/** Undefined when nothing is known of the type. */
function sampleOf(shape) {
    const value = single(shape);
    if (value === undefined)
        return undefined;
    return shape.array ? `ARRAY[${value}]::text[]::${shape.type}` : `${value}::text::${shape.type}`;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/seed-tables.js
/** $1 is the schema of our own history. */
const MINE = `c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND ($1 = 'public' OR n.nspname <> $1)
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`;
const TABLES = `
  SELECT c.oid::int8::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name,
         CASE n.nspname WHEN 'public' THEN quote_ident(c.relname) ELSE format('%I.%I', n.nspname, c.relname) END AS title,
         c.relkind = 'p' AS partitioned, CASE p.partstrat WHEN 'l' THEN 'list' WHEN 'r' THEN 'range' WHEN 'h' THEN 'hash' END AS strategy,
         (SELECT array_agg(coalesce(a.attname::text, '') ORDER BY k.place) FROM unnest(p.partattrs::int2[]) WITH ORDINALITY AS k (number, place)
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number) AS keys,
         CASE WHEN c.relispartition THEN (SELECT i.inhparent::int8::float8 FROM pg_inherits i WHERE i.inhrelid = c.oid) END AS parent,
         pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
   WHERE ${MINE} ORDER BY 2`;
/** Domains are looked through, and arrays for their elements. */
const COLUMNS = `
  SELECT c.oid::int8::float8 AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
         e.typname AS name, s.nspname AS schema, b.typcategory = 'A' AS array, a.attnotnull OR t.typnotnull AS required,
         a.attgenerated <> '' AS generated, a.attidentity = '' AND NOT a.atthasdef AND t.typdefault IS NULL AS bare,
         CASE WHEN e.typname IN ('varchar', 'bpchar') AND m.typmod > 4 THEN m.typmod - 4 END AS length,
         CASE WHEN e.typtype = 'e' THEN coalesce((SELECT array_agg(l.enumlabel::text ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = e.oid), '{}') END AS labels,
         (SELECT array_agg(pg_get_constraintdef(k.oid)) FROM pg_constraint k
           WHERE k.contype = 'c' AND (k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] OR k.contypid = t.oid)) AS checks
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_type t ON t.oid = a.atttypid
         JOIN pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
         JOIN pg_type e ON e.oid = CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 THEN b.typelem ELSE b.oid END
         JOIN pg_namespace s ON s.oid = e.typnamespace
         CROSS JOIN LATERAL (SELECT CASE WHEN t.typbasetype = 0 THEN a.atttypmod ELSE t.typtypmod END AS typmod) m
   WHERE ${MINE} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, a.attnum`;
const FOREIGN_KEYS = `
  SELECT k.conrelid::int8::float8 AS table, k.confrelid::int8::float8 AS target,
         (SELECT array_agg(a.attname::text ORDER BY x.place) FROM unnest(k.conkey) WITH ORDINALITY AS x (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.number) AS columns,
         (SELECT array_agg(a.attname::text ORDER BY x.place) FROM unnest(k.confkey) WITH ORDINALITY AS x (number, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.number) AS "targetColumns"
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE k.contype = 'f' AND ${MINE}
     AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid) ORDER BY k.conname`;
function grouped(rows) {
    const groups = new Map();
    for (const row of rows)
        groups.set(row.table, [...(groups.get(row.table) ?? []), row]);
    return ({ oid }) => groups.get(oid) ?? [];
}
async function readGround(client, { schema }) {
    const { rows: tables } = await client.query(TABLES, [schema]);
    const { rows: columns } = await client.query(COLUMNS, [schema]);
    const { rows: keys } = await client.query(FOREIGN_KEYS, [schema]);
    const byOid = new Map(tables.map((table) => [table.oid, table]));
    const referred = new Set(keys.flatMap(({ target, targetColumns }) => targetColumns.map((column) => `${target} ${column}`)));
    return {
        tables,
        tableOf: (oid) => (oid === null ? undefined : byOid.get(oid)),
        columnsOf: grouped(columns),
        foreignKeysOf: grouped(keys),
        isReferred: ({ oid }, column) => referred.has(`${oid} ${column}`),
    };
}
/** What stands between the first beginning and the end that follows it; undefined when nothing does. */
function between(text, begin, end) {
    const found = begin.exec(text);
    if (found === null)
        return undefined;
    const from = found.index + found[0].length;
    const to = text.indexOf(end, from);
    return to > from ? text.slice(from, to) : undefined;
}
/** The literals of a check like `status = ANY (ARRAY['open'::text, 'done'::text])`. */
function allowedBy(checks) {
    for (const check of checks ?? []) {
        const list = between(check, /= ANY \(+ARRAY\[/, ']') ?? between(check, /= ANY \('\{/, "}'");
        if (list === undefined)
            continue;
        const quoted = [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
        if (quoted.length > 0)
            return quoted;
        const bare = list.split(',').map((text) => text.trim());
        if (bare.every((text) => /^-?[\w.]+$/.test(text)))
            return bare;
    }
    return [];
}
/** A partition with its parents, the nearest first. */
function* lineOf(table, ground) {
    for (let each = table; each !== undefined; each = ground.tableOf(each.parent))
        yield each;
}
/** The values that rows of a partition must have, as SQL literals by column; its parents' bounds count as well. */
function boundValues(table, ground) {
    const values = new Map();
    for (const each of lineOf(table, ground)) {
        const parent = ground.tableOf(each.parent);
        const list = /^FOR VALUES (?:FROM|IN) \((.*?)\)(?: TO \(|$)/s.exec(each.bound ?? '')?.[1];
        const literals = list?.match(/E?'(?:[^'\\]|''|\\.)*'|[^,\s]+/gs) ?? [];
        for (const [index, key] of (parent?.keys ?? []).entries()) {
            const literal = literals[parent?.strategy === 'list' ? 0 : index];
            if (literal !== undefined && literal !== 'MINVALUE' && key !== '')
                values.set(key, literal);
        }
    }
    return values;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/seed.js
/** A few rows in every empty table: locks show without them, but what is read whole shows only with rows. */




const ROWS = 10;
const seed_quote = (name) => esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name);
/** Each row takes another row of the parent, as long as there are enough. */
function sourceOf(index, parent, columns, targets) {
    const from = `FROM ${parent.name} ORDER BY tableoid, ctid`;
    const picked = targets.map((target, place) => `${seed_quote(target)} AS k${place}`).join(', ');
    return {
        join: ` CROSS JOIN LATERAL (SELECT ${picked} ${from} OFFSET (i - 1) % (SELECT count(*) FROM (SELECT ${from} LIMIT ${ROWS}) few) LIMIT 1) f${index}`,
        values: new Map(columns.map((column, place) => [column, `f${index}.k${place}`])),
    };
}
function sample(column) {
    return sampleOf({ ...column, allowed: allowedBy(column.checks) });
}
/**
 * An INSERT for a table whose rows refer to those of the `filled`; undefined when a value is needed that cannot be made
 * up. A reference to a table without rows is left NULL; where it may not be, it is guessed as that table's rows will
 * be: the same sample, or the same number.
 */
function insertOf(table, ground, filled) {
    const columns = ground.columnsOf(table);
    const fixed = boundValues(table, ground);
    const given = new Map();
    const without = new Set();
    let joins = '';
    for (const [index, { columns: own, target, targetColumns }] of ground.foreignKeysOf(table).entries()) {
        const parent = ground.tableOf(target);
        if (own.some((name) => given.has(name) || fixed.has(name)))
            continue;
        if (parent !== undefined && parent.oid !== table.oid && filled.has(parent.oid)) {
            const source = sourceOf(index, parent, own, targetColumns);
            joins += source.join;
            for (const [name, value] of source.values)
                given.set(name, value);
        }
        else
            for (const name of own)
                without.add(name);
    }
    const named = [];
    const values = [];
    for (const column of columns) {
        const { column: name, type, required, bare, generated } = column;
        if (generated)
            continue;
        const bound = fixed.get(name);
        // A key that is random by default could not be guessed by those who refer to it.
        const guessable = bare || without.has(name) || (column.name === 'uuid' && ground.isReferred(table, name));
        const made = without.has(name) && !required ? 'NULL' : guessable ? sample(column) : undefined;
        const value = bound === undefined ? (given.get(name) ?? made) : `${bound}::${type}`;
        if (value === undefined) {
            if (bare && required)
                return undefined;
            continue;
        }
        named.push(seed_quote(name));
        values.push(value);
    }
    const only = table.partitioned ? '' : 'ONLY ';
    if (named.length === 0)
        return `INSERT INTO ${table.name} DEFAULT VALUES`;
    return `INSERT INTO ${table.name} (${named.join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${values.join(', ')} FROM generate_series(1, $1::int) AS i${joins} WHERE NOT EXISTS (SELECT FROM ${only}${table.name})`;
}
/** Whether rows come to a table itself: a partitioned one gets them through its partitions, unless they are hashed. */
function isTarget(table, ground) {
    if (table.partitioned)
        return table.strategy === 'hash' && table.parent === null;
    return ground.tableOf(table.parent)?.strategy !== 'hash';
}
/** Parents first; of tables that refer to each other in a circle, the one that can do without first. */
function nextOf(left, ground) {
    const pending = new Set(left.flatMap((table) => [...lineOf(table, ground)].map(({ oid }) => oid)));
    const open = (table) => ground.foreignKeysOf(table).filter(({ target }) => target !== table.oid && pending.has(target));
    const needed = (table) => open(table).some(({ columns }) => ground.columnsOf(table).some(({ column, required }) => required && columns.includes(column)));
    return left.find((table) => open(table).length === 0) ?? left.find((table) => !needed(table)) ?? left[0];
}
async function hasRows(client, { name }) {
    return (await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount !== 0;
}
/** @returns whether the table has rows now, and whether they are ours */
async function fill(client, table, insert) {
    if (await hasRows(client, table))
        return 'theirs';
    if (insert === undefined)
        return 'none';
    // Where ten rows are too many, as under a unique key that is always the same, one may do.
    for (const rows of [ROWS, 1]) {
        try {
            const { rowCount } = await client.query(insert, insert.includes('$1') ? [rows] : []);
            if (rowCount !== 0)
                return 'ours';
        }
        catch (error) {
            if (!(0,sql_failure/* isServerError */.GQ)(error) || error.code.startsWith('57'))
                throw error; // cancelled, or the server is gone
        }
    }
    return 'none';
}
/** Puts rows into what is empty. Where that is allowed, no trigger and no foreign key looks at them. */
async function seed(client, history) {
    const ground = await readGround(client, history);
    const unwatched = await client.query("SET session_replication_role = 'replica'").then(() => true, () => false);
    const filled = new Set();
    const ours = [];
    let left = ground.tables.filter((table) => isTarget(table, ground));
    for (let table = nextOf(left, ground); table !== undefined; table = nextOf(left, ground)) {
        const { oid } = table;
        left = left.filter((each) => each.oid !== oid);
        const result = await fill(client, table, insertOf(table, ground, filled));
        if (result === 'none')
            continue;
        for (const each of lineOf(table, ground))
            filled.add(each.oid);
        if (result === 'ours')
            ours.push(table);
    }
    // A hashed table's rows lie wherever their hash put them.
    const empty = [];
    for (const table of ground.tables)
        if (!filled.has(table.oid) && !(await hasRows(client, table)))
            empty.push(table);
    if (unwatched)
        await client.query('RESET session_replication_role');
    return {
        notSeeded: empty.map(({ title }) => title),
        seeded: ours.map(({ title }) => title),
        undo: async () => {
            if (unwatched)
                await client.query("SET session_replication_role = 'replica'");
            for (const { name } of ours.toReversed())
                await client.query(`DELETE FROM ${name}`).catch(() => undefined); // what is left only lies in the way of a scan
            if (unwatched)
                await client.query('RESET session_replication_role');
        },
    };
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/locks.js
var sql_locks = __webpack_require__(2112);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/trace.js


/** How much of a statement is shown. */
const SHOWN = 100;
/** For these the planner chooses how to read, and chooses differently on ten rows than on ten million. */
const planned = new Set([
    'SelectStmt',
    'InsertStmt',
    'UpdateStmt',
    'DeleteStmt',
    'MergeStmt',
    'DoStmt',
    'CallStmt',
    'ExplainStmt',
    'CreateTableAsStmt',
    'RefreshMatViewStmt',
    'CopyStmt',
    // What it reads is empty by then: the new indexes are built.
    'TruncateStmt',
]);
/** Of each table that was there before the new files: what it is called now, and the file that it is in. */
const LOOK = `
  SELECT c.oid::int8::float8 AS oid,
         CASE n.nspname WHEN 'public' THEN '' ELSE pg_catalog.quote_ident(n.nspname) || '.' END || pg_catalog.quote_ident(c.relname) AS name,
         coalesce(pg_catalog.pg_relation_filenode(c.oid), 0)::int8::float8 AS file,
         coalesce(pg_catalog.pg_stat_get_xact_tuples_returned(c.oid), 0)::float8 AS read,
         coalesce(pg_catalog.pg_stat_get_xact_numscans(c.oid), 0)::float8 AS begun
    FROM pg_catalog.unnest($1::oid[]) AS o JOIN pg_catalog.pg_class c ON c.oid = o
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`;
/** Also of those that are gone: the lock on a dropped table stays until the transaction ends. */
const LOCKS = `
  SELECT l.relation::int8::float8 AS oid, l.mode FROM pg_catalog.pg_locks l
   WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation = ANY ($1::oid[])`;
/** `AccessExclusiveLock` \u2192 `ACCESS EXCLUSIVE` */
function modeOf(name) {
    const words = name
        .replace(/Lock$/, '')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
    return sql_locks/* lockModes */.Y8.find((mode) => mode === words);
}
/** The tables and views that are there now, for `trace`: what new files make themselves, nobody uses yet. */
async function existingTables(client, { schema }) {
    const { rows } = await client.query(`SELECT c.oid::int8::float8 AS oid
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND ($1 = 'public' OR n.nspname <> $1)`, [schema]);
    return rows.map(({ oid }) => oid);
}
async function look(client, existing) {
    const { rows: tables } = await client.query(LOOK, [existing]);
    const { rows } = await client.query(LOCKS, [existing]);
    const locks = new Map();
    for (const { oid, mode: name } of rows) {
        const mode = modeOf(name);
        // Whoever reads a table takes ACCESS SHARE.
        if (mode !== undefined && mode !== 'ACCESS SHARE')
            locks.set(oid, [...(locks.get(oid) ?? []), mode]);
    }
    return { tables: new Map(tables.map((table) => [table.oid, table])), locks };
}
function shown(text) {
    const [first = ''] = text.split('\n', 1);
    return first.length > SHOWN ? `${first.slice(0, SHOWN - 1)}\u2026` : first;
}
function compare(file, { text, line, node }, before, after) {
    const locks = [];
    for (const [oid, modes] of after.locks) {
        const locked = before.locks.get(oid) ?? [];
        const fresh = modes.filter((mode) => !locked.includes(mode)).map((mode) => ({ mode }));
        const most = (0,sql_locks/* strongest */.yX)(fresh);
        const known = (0,sql_locks/* strongest */.yX)(locked.map((mode) => ({ mode })));
        // What is weaker than a lock that the file holds already keeps nobody else away.
        if (most === undefined || (known !== undefined && (0,sql_locks/* strength */.qO)(known.mode) > (0,sql_locks/* strength */.qO)(most.mode)))
            continue;
        locks.push({ mode: most.mode, relation: before.tables.get(oid)?.name ?? String(oid) });
    }
    const rewrites = [];
    const scans = [];
    const choosy = Object.keys(node).some((kind) => planned.has(kind));
    for (const [oid, was] of before.tables) {
        const is = after.tables.get(oid);
        if (is === undefined)
            continue;
        if (is.file !== was.file)
            rewrites.push(was.name);
        if ((is.read > was.read || is.begun > was.begun) && !choosy)
            scans.push(was.name);
    }
    const blocked = [...after.locks].flatMap(([oid, modes]) => {
        const most = (0,sql_locks/* strongest */.yX)(modes.map((mode) => ({ mode })));
        const name = before.tables.get(oid)?.name;
        return most === undefined || name === undefined || (0,sql_locks/* strength */.qO)(most.mode) < (0,sql_locks/* strength */.qO)('SHARE') ? [] : [name];
    });
    const byName = (a, b) => (a.relation < b.relation ? -1 : 1);
    return {
        file,
        line,
        statement: shown(text),
        locks: locks.sort(byName),
        rewrites: rewrites.sort(),
        scans: scans.sort(),
        blocked: blocked.sort(),
    };
}
/** How many characters are sent together. */
const trace_WINDOW = 1_000_000;
/** Statements side by side that differ in their rows alone: what one of them does to tables, all do. */
function* alike(statements) {
    let group;
    let size = 0;
    for (const statement of statements) {
        if (group?.[0].node === statement.node && size < trace_WINDOW)
            group.push(statement);
        else {
            if (group !== undefined)
                yield group;
            group = [statement];
            size = 0;
        }
        size += statement.text.length;
    }
    if (group !== undefined)
        yield group;
}
/**
 * Runs a file, statement by statement, and watches. What no transaction may hold is run by itself and not told of: its locks
 * come and go in transactions of its own, and nothing is said rather than that there were none.
 * @param existing the tables to watch, from `existingTables`
 * @throws the server's error; the file's transaction is rolled back then
 */
async function trace(client, { file, statements, transactional }, existing) {
    if (!transactional) {
        for (const { text } of statements)
            await client.query(text);
        return [];
    }
    const observations = [];
    try {
        await client.query('BEGIN');
        let before = await look(client, existing);
        for (const group of alike(statements)) {
            // A comment may be the last of a text.
            await (0,message/* sendMessage */._)(client, group.map(({ text }) => text).join('\n;\n'));
            const after = await look(client, existing);
            const [first, ...others] = group;
            observations.push(compare(file, first, before, after));
            const again = compare(file, first, after, after);
            for (const { text, line } of others)
                observations.push({ ...again, line, statement: shown(text) });
            before = after;
        }
        await client.query('COMMIT');
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone
        throw error;
    }
    return observations;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/catalogue-objects.js
/** What PostgreSQL's catalogue says of everything but tables: each query gives an address and a definition. */
/** The first object id that is not given out by initdb. */
const FIRST_OWN = 16384;
/** True for what does not belong to an extension. */
function catalogue_objects_own(catalogue, oid) {
    return `NOT EXISTS (SELECT FROM ext WHERE ext.classid = '${catalogue}'::regclass AND ext.objid = ${oid})`;
}
/** What ICU and the built-in provider go by has had three names, and rules came with version 16. */
function collation(version) {
    const locale = version < 150_000 ? '' : version < 170_000 ? ', o.colliculocale' : ', o.colllocale';
    const rules = version < 160_000 ? '' : ", 'RULES ' || quote_literal(o.collicurules)";
    return `concat_ws(' ', o.collprovider, o.collcollate, o.collctype${locale}, o.collisdeterministic${rules})`;
}
/** Kinds that migrations rarely make: named by PostgreSQL itself, with what tells one from the next. */
const rare = (version) => [
    [
        'pg_operator',
        "concat_ws(' ', o.oprcode::oid::regprocedure, 'COMMUTATOR ' || nullif(o.oprcom, 0)::regoperator, 'NEGATOR ' || nullif(o.oprnegate, 0)::regoperator, 'RESTRICT ' || nullif(o.oprrest::oid, 0)::regproc, 'JOIN ' || nullif(o.oprjoin::oid, 0)::regproc)",
    ],
    ['pg_cast', "concat_ws(' ', nullif(o.castfunc, 0)::regprocedure, o.castcontext, o.castmethod)"],
    ['pg_collation', collation(version)],
    ['pg_conversion', "concat_ws(' ', o.conproc::oid::regprocedure, o.condefault)"],
    ['pg_opclass', "concat_ws(' ', o.opcintype::regtype, o.opckeytype::regtype, o.opcdefault)"],
    ['pg_opfamily', "''"],
    ['pg_amop', "concat_ws(' ', o.amopstrategy, o.amopopr::regoperator)"],
    ['pg_amproc', "concat_ws(' ', o.amprocnum, o.amproc::oid::regprocedure)"],
    ['pg_am', "concat_ws(' ', o.amtype, o.amhandler)"],
    ['pg_language', "concat_ws(' ', o.lanpltrusted, nullif(o.lanplcallfoid, 0)::regprocedure)"],
    ['pg_transform', "concat_ws(' ', o.trffromsql, o.trftosql)"],
    [
        'pg_ts_dict',
        "concat_ws(' ', (SELECT t.tmplname FROM pg_ts_template t WHERE t.oid = o.dicttemplate), o.dictinitoption)",
    ],
    ['pg_ts_parser', "concat_ws(' ', o.prsstart, o.prstoken)"],
    ['pg_ts_template', "concat_ws(' ', o.tmplinit, o.tmpllexize)"],
    [
        'pg_ts_config',
        "(SELECT string_agg(concat_ws(' ', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ', ' ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = o.oid)",
    ],
    [
        'pg_foreign_data_wrapper',
        "concat_ws(' ', nullif(o.fdwhandler, 0)::regproc, nullif(o.fdwvalidator, 0)::regproc, o.fdwoptions)",
    ],
    ['pg_foreign_server', "concat_ws(' ', o.srvtype, o.srvversion, o.srvoptions)"],
];
function rareQuery([catalogue, definition]) {
    return `SELECT i.type || ' ' || i.identity, ${definition}::text
    FROM ${catalogue} o, pg_identify_object('${catalogue}'::regclass, o.oid, 0) i
   WHERE o.oid >= ${FIRST_OWN} AND ${catalogue_objects_own(catalogue, 'o.oid')}
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = o.oid AND d.deptype = 'i'
       AND d.refclassid IN ('pg_type'::regclass, 'pg_class'::regclass))
     AND (i.schema IS NULL OR quote_ident(i.schema) IN (SELECT name FROM ns) OR i.schema IN (SELECT name FROM ns))`;
}
function publications(version) {
    const more = version < 150000
        ? "''"
        : "coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = p.prrelid AND a.attnum = ANY (p.prattrs)) || ')', '') || coalesce(' WHERE ' || pg_get_expr(p.prqual, p.prrelid), '')";
    const schemas = version < 150000
        ? 'NULL'
        : "(SELECT 'SCHEMAS ' || string_agg(s.pnnspid::regnamespace::text, ', ' ORDER BY s.pnnspid::regnamespace::text) FROM pg_publication_namespace s WHERE s.pnpubid = b.oid HAVING count(*) > 0)";
    return `SELECT 'publication ' || quote_ident(b.pubname),
           concat_ws(' ', CASE WHEN b.puballtables THEN 'ALL TABLES' END,
             (SELECT 'TABLES ' || string_agg(p.prrelid::regclass::text || ${more}, ', ' ORDER BY p.prrelid::regclass::text)
                FROM pg_publication_rel p WHERE p.prpubid = b.oid HAVING count(*) > 0), ${schemas},
             'OF ' || concat_ws(', ', CASE WHEN b.pubinsert THEN 'insert' END, CASE WHEN b.pubupdate THEN 'update' END,
               CASE WHEN b.pubdelete THEN 'delete' END, CASE WHEN b.pubtruncate THEN 'truncate' END),
             CASE WHEN b.pubviaroot THEN 'VIA ROOT' END${version < 180_000 ? '' : ", CASE b.pubgencols WHEN 's' THEN 'WITH STORED GENERATED COLUMNS' END"})
      FROM pg_publication b WHERE ${catalogue_objects_own('pg_publication', 'b.oid')}`;
}
/** Whoever asks is a member of the roles that it made, and of those that were made for it: that is not told. */
function memberships(version) {
    const options = version < 160_000
        ? 'NULL'
        : "'INHERIT ' || upper(m.inherit_option::text) || ' SET ' || upper(m.set_option::text)";
    return `SELECT 'membership of ' || m.member::regrole || ' in ' || m.roleid::regrole,
            concat_ws(' ', CASE WHEN m.admin_option THEN 'WITH ADMIN' END, ${options})
       FROM pg_auth_members m WHERE m.member <> (SELECT oid FROM pg_roles WHERE rolname = current_user)`;
}
function objectQueries(version) {
    return [
        memberships(version),
        `SELECT 'schema ' || ns.name, concat_ws(' ', ns.owner) FROM ns`,
        `SELECT 'extension ' || quote_ident(e.extname), concat_ws(' ', e.extversion, 'in ' || e.extnamespace::regnamespace)
       FROM pg_extension e WHERE e.oid >= ${FIRST_OWN}`,
        `SELECT CASE p.prokind WHEN 'a' THEN 'aggregate ' WHEN 'p' THEN 'procedure ' ELSE 'function ' END
              || ns.name || '.' || quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')',
            CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE
              concat_ws(' ', pg_get_function_result(p.oid), 'SFUNC ' || a.aggtransfn, 'STYPE ' || a.aggtranstype::regtype,
                'FINALFUNC ' || nullif(a.aggfinalfn::oid, 0)::regproc, 'COMBINEFUNC ' || nullif(a.aggcombinefn::oid, 0)::regproc,
                'SORTOP ' || nullif(a.aggsortop, 0)::regoperator, 'INITCOND ' || quote_literal(a.agginitval), a.aggkind, p.proparallel) END
       FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
      WHERE ${catalogue_objects_own('pg_proc', 'p.oid')} AND NOT EXISTS (
              SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')`,
        `SELECT 'event trigger ' || quote_ident(e.evtname),
            concat_ws(' ', 'ON ' || e.evtevent, 'WHEN TAG IN (' || array_to_string(e.evttags, ', ') || ')', 'EXECUTE ' || e.evtfoid::regprocedure,
              CASE e.evtenabled WHEN 'D' THEN 'DISABLED' WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' END)
       FROM pg_event_trigger e WHERE ${catalogue_objects_own('pg_event_trigger', 'e.oid')}`,
        `SELECT CASE typ.typtype WHEN 'd' THEN 'domain ' ELSE 'type ' END || typ.name,
            CASE typ.typtype
              WHEN 'e' THEN 'ENUM (' || coalesce((SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = typ.oid), '') || ')'
              WHEN 'd' THEN concat_ws(' ', format_type(typ.typbasetype, typ.typtypmod),
                CASE WHEN typ.typcollation <> b.typcollation THEN 'COLLATE ' || typ.typcollation::regcollation END,
                CASE WHEN typ.typnotnull THEN 'NOT NULL' END, 'DEFAULT ' || typ.typdefault)
              WHEN 'r' THEN (SELECT concat_ws(' ', 'RANGE OF ' || g.rngsubtype::regtype, 'COLLATE ' || nullif(g.rngcollation, 0)::regcollation,
                'CANONICAL ' || nullif(g.rngcanonical::oid, 0)::regproc, 'SUBTYPE_DIFF ' || nullif(g.rngsubdiff::oid, 0)::regproc, 'MULTIRANGE ' || g.rngmultitypid::regtype) FROM pg_range g WHERE g.rngtypid = typ.oid)
              ELSE concat_ws(' ', 'BASE', typ.typinput, typ.typoutput, typ.typlen) END
       FROM typ LEFT JOIN pg_type b ON b.oid = typ.typbasetype`,
        // Whose password it holds is not for a comment: the names of the options must do.
        `SELECT 'user mapping of ' || CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE u.umuser::regrole::text END || ' on ' || quote_ident(s.srvname),
            (SELECT string_agg(split_part(o, '=', 1), ', ' ORDER BY o) FROM unnest(u.umoptions) o)
       FROM pg_user_mappings u JOIN pg_foreign_server s ON s.oid = u.srvid`,
        publications(version),
        ...rare(version).map(rareQuery),
        `SELECT 'setting ' || split_part(c, '=', 1) || ' of ' || CASE s.setrole WHEN 0 THEN 'this database' ELSE s.setrole::regrole || ' in this database' END, c
       FROM pg_db_role_setting s, unnest(s.setconfig) c
      WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        `SELECT 'comment on ' || i.type || ' ' || i.identity, d.description
       FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
      WHERE (d.objoid >= ${FIRST_OWN} OR d.classoid = 'pg_namespace'::regclass AND d.objoid IN (SELECT oid FROM ns))
        AND d.classoid <> 'pg_extension'::regclass AND (i.schema IS NULL OR i.schema IN (SELECT name FROM ns))
        AND NOT (d.classoid = 'pg_class'::regclass AND d.objoid NOT IN (SELECT oid FROM rel))
        AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = d.classoid AND ext.objid = d.objoid)`,
        `SELECT 'security label on ' || i.type || ' ' || i.identity || ' of ' || l.provider, l.label
       FROM pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) i WHERE l.objoid >= ${FIRST_OWN}`,
    ];
}
/** Everything with rights: what it is, who owns it, what was granted, and the code of its built-in rights. */
const holdersQuery = `
  SELECT CASE WHEN r.relkind = 'S' THEN 'sequence ' ELSE 'table ' END || r.name AS object, r.relowner AS owner, r.relacl AS acl,
         acldefault(CASE WHEN r.relkind = 'S' THEN 's' ELSE 'r' END::"char", r.relowner) AS usual
    FROM rel r WHERE r.relacl IS NOT NULL
  UNION ALL SELECT 'column ' || r.name || '.' || quote_ident(a.attname), r.relowner, a.attacl, NULL::aclitem[]
    FROM pg_attribute a JOIN rel r ON r.oid = a.attrelid WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL SELECT 'schema ' || ns.name, ns.nspowner, ns.nspacl, acldefault('n', ns.nspowner) FROM ns WHERE ns.nspacl IS NOT NULL
  UNION ALL SELECT 'function ' || p.oid::regprocedure, p.proowner, p.proacl, acldefault('f', p.proowner)
    FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace WHERE p.proacl IS NOT NULL AND ${catalogue_objects_own('pg_proc', 'p.oid')}
  UNION ALL SELECT 'type ' || typ.name, typ.typowner, typ.typacl, acldefault('T', typ.typowner) FROM typ WHERE typ.typacl IS NOT NULL
  UNION ALL SELECT 'language ' || quote_ident(l.lanname), l.lanowner, l.lanacl, acldefault('l', l.lanowner) FROM pg_language l WHERE l.lanacl IS NOT NULL
  UNION ALL SELECT 'foreign server ' || quote_ident(s.srvname), s.srvowner, s.srvacl, acldefault('S', s.srvowner) FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
  UNION ALL SELECT 'foreign-data wrapper ' || quote_ident(f.fdwname), f.fdwowner, f.fdwacl, acldefault('F', f.fdwowner)
    FROM pg_foreign_data_wrapper f WHERE f.fdwacl IS NOT NULL
  UNION ALL SELECT 'this database', d.datdba, d.datacl, acldefault('d', d.datdba) FROM pg_database d WHERE d.datname = current_database() AND d.datacl IS NOT NULL
  UNION ALL SELECT 'default privileges of ' || d.defaclrole::regrole || coalesce(' in ' || d.defaclnamespace::regnamespace, '') || ' on '
      || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'L' THEN 'large objects' ELSE 'schemas' END,
      d.defaclrole, d.defaclacl, CASE WHEN d.defaclnamespace <> 0 THEN NULL::aclitem[] ELSE acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END
    FROM (SELECT oid, defaclrole, nullif(defaclnamespace, 0) AS defaclnamespace, defaclobjtype, defaclacl FROM pg_default_acl) d`;
/**
 * Rights, as they differ from those that every such object has: after GRANT and REVOKE the catalogue writes out the
 * usual ones, which is no difference.
 */
const grantQuery = `
  SELECT way || ' on ' || object || CASE way WHEN 'grant' THEN ' to ' ELSE ' from ' END
           || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee)::text END,
         string_agg(privilege_type || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, ', ' ORDER BY privilege_type, is_grantable)
    FROM (
      SELECT 'grant' AS way, h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.acl) x
      EXCEPT SELECT 'grant', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.usual) x
      UNION ALL (
      SELECT 'revoke', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.usual) x
      EXCEPT SELECT 'revoke', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.acl) x)
    ) AS rights GROUP BY way, object, grantee`;

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/catalogue-relations.js
/** What PostgreSQL's catalogue says of tables and of what belongs to them: each query gives an address and a definition. */
/** Of a column: its type and everything about it that is not as its type has it. */
const columns = `
  SELECT CASE r.relkind WHEN 'c' THEN 'attribute ' ELSE 'column ' END || r.name || '.' || quote_ident(a.attname),
         concat_ws(' ', format_type(a.atttypid, a.atttypmod),
           CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || a.attcollation::regcollation END,
           CASE WHEN a.attnotnull THEN 'NOT NULL' END,
           CASE a.attgenerated WHEN 's' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
             WHEN 'v' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') VIRTUAL'
             ELSE 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
           CASE a.attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' WHEN 'd' THEN 'GENERATED BY DEFAULT AS IDENTITY' END,
           CASE WHEN a.attstorage <> t.typstorage THEN 'STORAGE ' || CASE a.attstorage
             WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END END,
           'COMPRESSION ' || CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' WHEN '' THEN NULL ELSE a.attcompression::text END,
           'STATISTICS ' || nullif(a.attstattarget, -1),
           'SET (' || array_to_string(a.attoptions, ', ') || ')',
           'OPTIONS (' || array_to_string(a.attfdwoptions, ', ') || ')',
           CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN '(local and inherited)' ELSE '(inherited)' END END)
    FROM pg_attribute a JOIN rel r ON r.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE a.attnum > 0 AND NOT a.attisdropped
     AND (r.relkind IN ('r', 'p', 'f', 'c') OR r.relkind IN ('v', 'm') AND (d.oid IS NOT NULL OR nullif(a.attstattarget, -1) IS NOT NULL))`;
/**
 * A NOT NULL (a constraint of its own since version 18) is told with its column, unless there is more to say of it. That
 * its name is one that PostgreSQL gives shows at the end only: it is that of what the table and the column were called
 * when it was made, cut to fit, and numbered where it was taken. A clone that a partitioned table makes for its
 * partitions is told with the original.
 */
const constraints = `
  SELECT 'constraint ' || quote_ident(k.conname) || ' on ' || coalesce(r.name, k.contypid::regtype::text),
         concat_ws(' ', pg_get_constraintdef(k.oid),
           CASE WHEN NOT k.convalidated AND pg_get_constraintdef(k.oid) !~ ' NOT (VALID|ENFORCED)$' THEN 'NOT VALID' END,
           CASE WHEN k.coninhcount > 0 THEN CASE WHEN k.conislocal THEN '(local and inherited)' ELSE '(inherited)' END END)
    FROM pg_constraint k LEFT JOIN rel r ON r.oid = k.conrelid LEFT JOIN typ ON typ.oid = k.contypid
   WHERE (r.oid IS NOT NULL OR typ.oid IS NOT NULL) AND k.contype <> 't'
     AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
     AND NOT (k.contype = 'n' AND k.convalidated AND NOT k.connoinherit AND k.conname ~ '_not_null[0-9]*$')`;
/** The index behind a constraint is told with that, unless there is more to say of it. */
const indexes = `
  SELECT 'index ' || r.name,
         concat_ws(' ', pg_get_indexdef(r.oid),
           CASE WHEN NOT i.indisvalid THEN 'INVALID' END, CASE WHEN NOT i.indisready THEN 'NOT READY' END,
           CASE WHEN i.indisclustered THEN 'CLUSTER' END, CASE WHEN i.indisreplident THEN 'REPLICA IDENTITY' END,
           'TABLESPACE ' || s.spcname,
           (SELECT 'STATISTICS ' || string_agg(a.attnum || ': ' || a.attstattarget, ', ' ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attstattarget >= 0 HAVING count(*) > 0))
    FROM pg_index i JOIN rel r ON r.oid = i.indexrelid JOIN rel t ON t.oid = i.indrelid
         LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace
   WHERE NOT (i.indisvalid AND i.indisready AND NOT i.indisclustered AND NOT i.indisreplident AND s.oid IS NULL AND r.reloptions IS NULL
     AND EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')))`;
const relationQueries = [
    `SELECT CASE r.relkind WHEN 'f' THEN 'foreign table ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
              WHEN 'c' THEN 'composite type ' ELSE 'table ' END || r.name,
            concat_ws(' ', CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED' WHEN 't' THEN 'TEMPORARY' END,
              'PARTITION BY ' || pg_get_partkeydef(r.oid),
              (SELECT CASE WHEN r.relispartition THEN 'PARTITION OF ' ELSE 'INHERITS ' END || string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                 FROM pg_inherits i WHERE i.inhrelid = r.oid HAVING count(*) > 0),
              pg_get_expr(r.relpartbound, r.oid), 'OF ' || nullif(r.reloftype, 0)::regtype,
              'WITH (' || array_to_string(r.reloptions, ', ') || ')',
              'USING ' || nullif(m.amname, 'heap'), 'TABLESPACE ' || s.spcname,
              CASE WHEN r.relrowsecurity THEN 'ROW SECURITY' END, CASE WHEN r.relforcerowsecurity THEN 'FORCED' END,
              'REPLICA IDENTITY ' || CASE r.relreplident WHEN 'f' THEN 'FULL' WHEN 'i' THEN 'USING INDEX'
                WHEN 'n' THEN CASE WHEN r.relkind IN ('r', 'p', 'm') THEN 'NOTHING' END END,
              (SELECT count(*) || ' of its own triggers are not as they were made' FROM pg_trigger g
                WHERE g.tgrelid = r.oid AND g.tgisinternal AND g.tgenabled <> 'O' HAVING count(*) > 0),
              (SELECT concat_ws(' ', 'SERVER ' || v.srvname, 'OPTIONS (' || array_to_string(f.ftoptions, ', ') || ')')
                 FROM pg_foreign_table f JOIN pg_foreign_server v ON v.oid = f.ftserver WHERE f.ftrelid = r.oid),
              CASE WHEN r.relkind = 'm' AND NOT r.relispopulated THEN 'WITH NO DATA' END, r.owner,
              CASE WHEN r.relkind IN ('v', 'm') THEN E'AS\\n' || pg_get_viewdef(r.oid) END)
       FROM rel r LEFT JOIN pg_am m ON m.oid = r.relam LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace
      WHERE r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')`,
    columns,
    `SELECT 'order of columns ' || r.name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
       FROM pg_attribute a JOIN rel r ON r.oid = a.attrelid
      WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'f', 'c') GROUP BY r.name`,
    constraints,
    indexes,
    `SELECT 'trigger ' || quote_ident(g.tgname) || ' on ' || r.name,
            concat_ws(' ', pg_get_triggerdef(g.oid), CASE g.tgenabled WHEN 'D' THEN 'DISABLED' WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' END)
       FROM pg_trigger g JOIN rel r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal`,
    `SELECT 'rule ' || quote_ident(w.rulename) || ' on ' || r.name,
            concat_ws(' ', pg_get_ruledef(w.oid), CASE w.ev_enabled WHEN 'D' THEN 'DISABLED' WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' END)
       FROM pg_rewrite w JOIN rel r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'`,
    `SELECT 'policy ' || quote_ident(p.polname) || ' on ' || r.name,
            concat_ws(' ', CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
              'FOR ' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
              'TO ' || (SELECT string_agg(role_name(o), ', ' ORDER BY role_name(o)) FROM unnest(p.polroles) o),
              'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', 'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
       FROM pg_policy p JOIN rel r ON r.oid = p.polrelid`.replace(/role_name\(o\)/g, "CASE o WHEN 0 THEN 'PUBLIC' ELSE o::regrole::text END"),
    `SELECT 'sequence ' || r.name,
            concat_ws(' ', 'AS ' || q.seqtypid::regtype, 'START ' || q.seqstart, 'INCREMENT ' || q.seqincrement, 'MINVALUE ' || q.seqmin,
              'MAXVALUE ' || q.seqmax, 'CACHE ' || q.seqcache, CASE WHEN q.seqcycle THEN 'CYCLE' END,
              CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED' END,
              (SELECT CASE d.deptype WHEN 'i' THEN 'IDENTITY OF ' ELSE 'OWNED BY ' END || t.name || '.' || quote_ident(a.attname)
                 FROM pg_depend d JOIN rel t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
                WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
                  AND d.deptype IN ('a', 'i')), r.owner)
       FROM pg_sequence q JOIN rel r ON r.oid = q.seqrelid`,
    `SELECT 'statistics ' || ns.name || '.' || quote_ident(s.stxname), concat_ws(' ', pg_get_statisticsobjdef(s.oid), 'STATISTICS ' || nullif(s.stxstattarget, -1))
       FROM pg_statistic_ext s JOIN ns ON ns.oid = s.stxnamespace JOIN rel ON rel.oid = s.stxrelid`,
];

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/catalogue.js
/** A database's whole schema as text: what PostgreSQL's catalogue says of every object that a user has made. */



/** What every query may read from: what is neither PostgreSQL's, nor an extension's, nor our own history. */
function sources({ schema, table }) {
    const [name, relation] = [esm/* default.escapeLiteral */.Ay.escapeLiteral(schema), esm/* default.escapeLiteral */.Ay.escapeLiteral(table)];
    // A history table in a schema of the user's is left out by itself.
    const apart = schema === 'public' ? 'false' : `n.nspname = ${name}`;
    return `
  ext AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
  ns AS MATERIALIZED (
    SELECT n.oid, quote_ident(n.nspname) AS name, n.nspowner, n.nspacl,
           CASE WHEN n.nspowner NOT IN (10, (SELECT oid FROM pg_roles WHERE rolname = current_user)) AND n.nspname <> 'public'
             THEN 'OWNER ' || n.nspowner::regrole END AS owner
      FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT (${apart})
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_namespace'::regclass AND ext.objid = n.oid)),
  rel AS MATERIALIZED (
    SELECT c.*, ns.name || '.' || quote_ident(c.relname) AS name,
           CASE WHEN c.relowner NOT IN (10, (SELECT oid FROM pg_roles WHERE rolname = current_user)) THEN 'OWNER ' || c.relowner::regrole END AS owner
      FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c', 'S', 'i', 'I')
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_class'::regclass AND ext.objid = c.oid)
       AND NOT (ns.name = quote_ident(${name}) AND (c.relname = ${relation} OR c.relname LIKE ${relation} || '\\_%'))),
  typ AS MATERIALIZED (
    SELECT t.*, ns.name || '.' || quote_ident(t.typname) AS name
      FROM pg_type t JOIN ns ON ns.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'd', 'e', 'r') AND t.typcategory <> 'A'
       AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = 'pg_type'::regclass AND ext.objid = t.oid)),
  holders (object, owner, acl, usual) AS (${holdersQuery})`;
}
/** Names are written with their schema, whatever the search path of the session is. */
function catalogueSql(version, history) {
    const union = [...objectQueries(version), ...relationQueries, grantQuery]
        .map((query) => `SELECT address, definition FROM (${query}) AS q (address, definition)`)
        .join('\nUNION ALL\n');
    return `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = pg_catalog; SET LOCAL jit = off;
WITH ${sources(history)}
SELECT address, coalesce(definition, '') AS definition FROM (\n${union}\n) AS everything
 ORDER BY address COLLATE "C", definition COLLATE "C";
COMMIT`;
}
const versions = new WeakMap();
/** A server keeps its version as long as the connection lasts. */
async function versionOf(client) {
    const known = versions.get(client);
    if (known !== undefined)
        return known;
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    const version = rows[0]?.version ?? 0;
    versions.set(client, version);
    return version;
}
/** Reads everything but our own history. Neither data nor the values of sequences are part of it. */
async function readCatalogue(client, history) {
    const sql = catalogueSql(await versionOf(client), history);
    let results;
    try {
        results = await client.query(sql);
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone
        throw error;
    }
    // One result for each of the five statements.
    const { rows } = results[3] ?? { rows: [] };
    const catalogue = new Map();
    for (const { address, definition } of rows) {
        // Two operators of an operator family may share an address; neither may hide the other.
        const before = catalogue.get(address);
        catalogue.set(address, before === undefined ? definition : `${before}\n${definition}`);
    }
    return catalogue;
}
const ORDER = 'order of columns ';
/** The columns that both have, in the order of each; undefined when that is the same. */
function reordered(was, is) {
    const [left, right] = [was.split(', '), is.split(', ')];
    const kept = left.filter((name) => right.includes(name));
    const now = right.filter((name) => left.includes(name));
    return kept.join() === now.join() ? undefined : { was: kept, is: now };
}
/** The fewest columns without which the others stand in the same order. */
function movedIn({ was, is }) {
    const places = is.map((name) => was.indexOf(name));
    // The longest that ascends: for each place, how long it is there, and what comes before.
    const best = places.map(() => ({ length: 1, before: -1 }));
    for (const [index, place] of places.entries())
        for (let earlier = 0; earlier < index; earlier++) {
            const length = (best[earlier]?.length ?? 0) + 1;
            if ((places[earlier] ?? 0) < place && length > (best[index]?.length ?? 0))
                best[index] = { length, before: earlier };
        }
    const longest = Math.max(0, ...best.map(({ length }) => length));
    const kept = new Set();
    for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1)
        kept.add(at);
    return is.filter((_name, index) => !kept.has(index));
}
function lines(sign, address, definition) {
    const [first = '', ...rest] = definition.trimEnd().split('\n');
    return [`${sign} ${address}${first === '' ? '' : `: ${first}`}`, ...rest.map((line) => `${sign}   ${line}`)];
}
/** What differs of two long texts, without the lines that both begin and end with. */
function changed(address, was, is) {
    const [before, after] = [was.trimEnd().split('\n'), is.trimEnd().split('\n')];
    if (before.length === 1 && after.length === 1)
        return [...lines('-', address, was), ...lines('+', address, is)];
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const part = (all) => all.slice(head, all.length - tail).join('\n');
    const place = head === 0 ? address : `${address} (from line ${head + 1})`;
    return [...lines('-', place, part(before)), ...lines('+', place, part(after))];
}
/** A view as PostgreSQL writes it: what comes before its columns, each of them, and what comes behind. */
const VIEW = /^([\s\S]*?AS\n SELECT )([\s\S]*?)(\n {3}FROM [\s\S]*)$/;
/** As the view's own columns are called: `t.a`, and `f(t.b) AS c`, are `a` and `c`. */
function nameIn(column) {
    return / AS (\S+)$/.exec(column)?.[1] ?? column.slice(column.lastIndexOf('.') + 1);
}
/**
 * The columns of a view that is otherwise the same, in the order of each. `SELECT *` has them as the table had them when
 * the view was made.
 */
function reorderedView(was, is) {
    const [[, head, before = '', rest] = [], [, headNow, after = '', restNow] = []] = [was, is].map((definition) => VIEW.exec(definition.trimEnd()) ?? []);
    if (head === undefined || head !== headNow || rest !== restNow)
        return undefined;
    const [left = [], right = []] = [before, after].map((columns) => columns.split(/,\n/).map((each) => each.trim()));
    if (left.toSorted().join() !== right.toSorted().join())
        return undefined;
    return { was: left.map(nameIn), is: right.map(nameIn) };
}
function ofOrder(address, orders) {
    return {
        lines: [...lines('-', address, orders.was.join(', ')), ...lines('+', address, orders.is.join(', '))],
        about: movedIn(orders).map((column) => `${address}: ${column}`),
        lasting: 'order',
    };
}
const ENUM = /^ENUM \((.*)\)(.*)$/s;
/** The values that an enum has got, where it has kept all others in their order, and is the same otherwise. */
function addedValues(was, is) {
    const [[, before, rest] = [], [, after, restNow] = []] = [was, is].map((each) => ENUM.exec(each) ?? []);
    if (before === undefined || after === undefined || rest !== restNow)
        return undefined;
    const [left, right] = [before, after].map((values) => values.split(/(?<='), (?=E?')/));
    const added = right?.filter((value) => left?.includes(value) !== true) ?? [];
    const kept = right?.filter((value) => left?.includes(value) === true) ?? [];
    return kept.join() === left?.join() ? added : undefined;
}
function whole(all) {
    return { lines: all, about: [all.join('\n')] };
}
function differenceAt(address, was, is) {
    if (was === is)
        return undefined;
    if (address.startsWith(ORDER)) {
        const orders = was === undefined || is === undefined ? undefined : reordered(was, is);
        return orders === undefined ? undefined : ofOrder(address, orders);
    }
    if (was === undefined)
        return whole(lines('+', address, is ?? ''));
    if (is === undefined)
        return whole(lines('-', address, was));
    const orders = reorderedView(was, is);
    if (orders !== undefined)
        return ofOrder(address.replace(/^(?:materialized )?view /, ORDER), orders);
    const all = changed(address, was, is);
    const values = addedValues(was, is);
    if (values === undefined)
        return whole(all);
    return { lines: all, about: values.map((value) => `${address}: ${value}`), lasting: 'values' };
}
/**
 * What is gone, what is new, and both for what has changed, by address. Empty when the two are equal. The order of
 * columns counts only where columns that both have are in another one.
 */
function catalogueDifferences(before, after) {
    const addresses = [...new Set([...before.keys(), ...after.keys()])].sort();
    return addresses.flatMap((address) => differenceAt(address, before.get(address), after.get(address)) ?? []);
}
/** The same as lines of one diff. */
function catalogueDifference(before, after) {
    return catalogueDifferences(before, after).flatMap((each) => each.lines);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/verdicts.js
/** What a round trip finds, in words. */

/** How many objects a message lists, and how much of each. */
const LISTED = 5;
const verdicts_SHOWN = 160;
/** Whole objects: the further lines of a long definition are not told. */
function listed(lines) {
    const objects = lines.filter((line) => !/^[+-] {3}/.test(line));
    const rest = objects.length > LISTED ? ` \u2026 and ${objects.length - LISTED} more` : '';
    const cut = (line) => (line.length > verdicts_SHOWN ? `${line.slice(0, verdicts_SHOWN - 1)}\u2026` : line);
    return `${objects
        .slice(0, LISTED)
        .map((line) => `\`${cut(line)}\``)
        .join(', ')}${rest}`;
}
function first(script) {
    return { file: script.file, line: script.statements[0]?.line ?? 1 };
}
/** PostgreSQL's message, without the lines that show the place, and without a full stop. */
function said({ failure }) {
    return (failure.what.split('\n')[0] ?? '').replace(/\.$/, '');
}
function refusalFinding(rule, refusal, message, why, fix) {
    const { failure, source } = refusal;
    const details = failure.why === 'The server refused the statement.' ? [] : [failure.why];
    return (0,finding/* finding */.gk)({
        rule,
        severity: 'error',
        verdict: 'fail',
        message: `${message}: ${said(refusal)}.`,
        why: [why, ...details].join(' '),
        fix: (fix ?? failure.fix ?? 'Correct the statement.').trim(),
        source,
    }, rule);
}
function upFails(refusal) {
    const why = 'It would fail on the real database too.';
    return refusalFinding('up-fails', refusal, 'On a scratch database this fails', why);
}
function downFails(refusal) {
    const why = 'A way back that fails is none when it is needed most.';
    return refusalFinding('down-fails', refusal, 'On a scratch database, after its up file, this fails', why);
}
/** duplicate_object, of a value that an enum has kept. */
function isKeptValue({ cause, script, source }) {
    const duplicate = cause.code === '42710'; // what the server said
    return (duplicate && script.statements.some(({ line, node }) => line === source.line && 'AlterEnumStmt' in node));
}
function upFailsAgain(refusal) {
    const keeps = isKeptValue(refusal);
    return refusalFinding('up-not-repeatable', refusal, 'After its down file it cannot be applied again', keeps
        ? 'No way down takes a value out of an enum, so it is there already.'
        : 'The schema is as it was before, so it is data, or something outside this database, that was not undone.', keeps ? 'Let it take what is there: ADD VALUE IF NOT EXISTS.' : 'Undo that in the down file too.');
}
const lasting = {
    order: {
        message: 'After it the columns stand in another order than before',
        why: 'PostgreSQL adds columns at the end only; `SELECT *` and an INSERT without column names see the order.',
        fix: 'Nothing can be done about the order; name the columns wherever they are used.',
    },
    values: {
        message: 'After it types keep the values that its up file has added',
        why: 'PostgreSQL takes no value out of an enum; the next time that the up file runs, it is there already.',
        fix: 'Nothing has to be done where nobody uses the value; add it with IF NOT EXISTS.',
    },
};
/** @param differences what is left over (`+`) and what is lost (`-`) */
function downIncomplete(down, differences) {
    const rule = 'down-incomplete';
    const linesOf = (kind) => differences.filter((each) => each.lasting === kind).flatMap(({ lines }) => lines);
    const undone = linesOf(undefined);
    if (undone.length > 0)
        return [
            (0,finding/* finding */.gk)({
                rule,
                severity: 'error',
                verdict: 'fail',
                message: `It does not undo all that its up file does: ${listed(undone)}.`,
                why: 'After up and down the schema must be what it was before; `+` is left over, `-` is lost.',
                fix: 'Undo these too.',
                source: first(down),
            }, rule),
        ];
    return ['order', 'values'].flatMap((kind) => {
        const lines = linesOf(kind);
        if (lines.length === 0)
            return [];
        const { message, ...advice } = lasting[kind];
        return [
            (0,finding/* finding */.gk)({
                rule,
                severity: 'notice',
                verdict: 'fail',
                message: `${message}: ${listed(lines)}.`,
                ...advice,
                source: first(down),
            }, kind === 'order' ? rule : `${rule}/${kind}`),
        ];
    });
}
function upDiffers(up, lines) {
    return (0,finding/* finding */.gk)({
        rule: 'up-not-repeatable',
        severity: 'error',
        verdict: 'fail',
        message: `Applied again after its down file, it makes another schema: ${listed(lines)}.`,
        why: 'The same files must make the same schema, or no two databases are alike.',
        fix: 'Find the statement whose work depends on more than the schema before it: a random name, the data, the time.',
        source: first(up),
    }, 'schema');
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/up-down-up.js




/** Runs a script; a refusal that tells about the file is given back. @throws Refusal that tells about the server */
async function attempt(runner, script, release, heard) {
    try {
        await runScript(runner, script, heard);
        return undefined;
    }
    catch (error) {
        if (error instanceof Refusal && elsewhereOf(error, release) === undefined)
            return error;
        throw error;
    }
}
/** The way itself: its stations, and what was found so far, also when it ends early. */
class Course {
    #sessions;
    #history;
    #release;
    findings = [];
    /** Before the first file, and after each. */
    stations = [];
    stopped;
    constructor(sessions, history, release) {
        this.#sessions = sessions;
        this.#history = history;
        this.#release = release;
    }
    get applied() {
        return this.stations.length - 1;
    }
    get difference() {
        const [start, end] = [this.stations[0], this.stations.at(-1)];
        return start === undefined || end === undefined ? [] : catalogueDifference(start, end);
    }
    #read() {
        return readCatalogue(this.#sessions.reader, this.#history);
    }
    /** @returns whether all could be applied */
    async up(fresh) {
        this.stations.push(await this.#read());
        const { runner, heard } = this.#sessions;
        for (const { up } of fresh) {
            const refusal = await attempt(runner, up, this.#release, heard);
            if (refusal !== undefined) {
                this.findings.push(upFails(refusal));
                return false;
            }
            this.stations.push(await this.#read());
        }
        return true;
    }
    /** @returns how many files are still in effect; undefined when a way down failed */
    async down(fresh) {
        // What one file has left over is still there after the next, which is not to blame.
        const told = new Set();
        for (let index = fresh.length - 1; index >= 0; index--) {
            const pair = fresh[index];
            if (pair?.down === undefined) {
                this.stopped = pair;
                return index + 1;
            }
            const refusal = await attempt(this.#sessions.runner, pair.down, this.#release);
            if (refusal !== undefined) {
                // After something was left over, that may be the reason.
                if (!this.findings.some(finding/* isBlocking */.Us))
                    this.findings.push(downFails(refusal));
                return undefined;
            }
            const before = this.stations[index] ?? new Map();
            const left = catalogueDifferences(before, await this.#read()).filter(({ about }) => about.some((each) => !told.has(each)));
            this.findings.push(...downIncomplete(pair.down, left));
            for (const each of left.flatMap(({ about }) => about))
                told.add(each);
        }
        return 0;
    }
    /** The files from one on, once more. */
    async again(fresh, from) {
        for (const [index, { up }] of fresh.entries()) {
            if (index < from)
                continue;
            const refusal = await attempt(this.#sessions.runner, up, this.#release);
            if (refusal !== undefined) {
                this.findings.push(upFailsAgain(refusal));
                return;
            }
            // What no way down undoes was told there.
            const differs = catalogueDifferences(this.stations[index + 1] ?? new Map(), await this.#read()).filter(({ lasting }) => lasting === undefined);
            if (differs.length > 0) {
                this.findings.push(upDiffers(up, differs.flatMap((each) => each.lines)));
                return;
            }
        }
    }
}
/**
 * Runs the new files up, down and up again, on a database that has the base already.
 * @param release of the database that they are meant for, when this server is of another one
 */
async function runUpDownUp(sessions, fresh, history, release) {
    const course = new Course(sessions, history, release);
    let untried;
    try {
        if (await course.up(fresh)) {
            const standing = await course.down(fresh);
            // What is left over or lost makes the second time another one; that is known by now.
            if (standing !== undefined && !course.findings.some(finding/* isBlocking */.Us))
                await course.again(fresh, standing);
        }
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        untried = `${error.place} cannot be tried: ${elsewhereOf(error, release)}`;
    }
    const { findings, applied, stopped } = course;
    return { findings, applied, stopped, untried, difference: course.difference };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/round-trip.js
/** Up, down and up again on databases that are thrown away, and a watch on what the new files do to tables with rows. */












function unknown(why, server = 'no server') {
    return { verdict: 'unknown', server, why, findings: [], observations: [], notSeeded: [], difference: [] };
}
const upsOf = (pairs) => pairs.map(({ up }) => up);
const scriptsOf = (pairs) => pairs.flatMap(({ up, down }) => (down === undefined ? [up] : [up, down]));
/** Runs the new files on tables with rows. A file that made-up rows break is watched once more without them. */
async function watch(databases, name, scripts, history) {
    const client = await databases.open(name);
    const existing = await existingTables(client, history);
    const seeded = await seed(client, history);
    const observations = [];
    let emptied = false;
    try {
        for (const script of scripts) {
            let seen;
            try {
                seen = await trace(client, script, existing);
            }
            catch (error) {
                if (!(0,sql_failure/* isServerError */.GQ)(error) || emptied || !script.transactional)
                    throw error;
                await client.query(RESET);
                await seeded.undo();
                emptied = true;
                seen = await trace(client, script, existing);
            }
            // One by one: of a long file they are more than a call takes.
            for (const each of seen)
                observations.push(each);
            await client.query(RESET);
        }
    }
    catch (error) {
        // The round trip has told whether the files work; here the watch ends, with what it has seen.
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
    }
    await databases.close(client);
    const notSeeded = emptied ? [...seeded.notSeeded, ...seeded.seeded].sort() : seeded.notSeeded;
    return { observations, notSeeded };
}
/** What of the way was gone, in one sentence. */
function wayOf({ stopped }, fresh) {
    if (stopped === undefined)
        return 'up, down and up again gave the same schema';
    const reason = stopped.up.directives.irreversible;
    const because = reason === undefined ? '' : `: ${reason}`;
    const cannot = `${stopped.up.file} cannot be undone${because}`;
    return stopped === fresh.at(-1)
        ? `the way up works; no way down was tried, because ${cannot}`
        : `up, down and up again gave the same schema; the way down ended where ${cannot}`;
}
/** What broke; the findings tell where, and what exactly. */
function breakOf([first]) {
    if (first?.rule === 'up-fails')
        return `${first.source?.file} cannot be applied`;
    if (first?.rule === 'down-fails')
        return `${first.source?.file} fails`;
    return 'up, down and up again did not give the same schema';
}
async function travel(databases, server, options) {
    const { base, fresh, history } = options;
    const origin = await databases.create();
    const runner = await databases.open(origin);
    const release = (0,releases/* releaseOf */.l7)(await (0,role/* serverVersion */.qh)(runner));
    if (release < releases/* OLDEST */._j)
        return unknown(`it is older than PostgreSQL ${releases/* OLDEST */._j}`, server);
    const elsewhere = release === options.release ? undefined : options.release;
    await (0,role/* requirePlainRole */.i8)(runner);
    const superuser = await databases.openAsMaker(origin);
    if (superuser !== undefined)
        await (0,role/* handOver */.Cl)(superuser, options.access.runner.user);
    const untriable = await makeExtensions(scriptsOf([...base, ...fresh]), runner, superuser);
    if (superuser !== undefined)
        await databases.close(superuser);
    if (untriable !== undefined)
        return unknown(untriable, server);
    const present = await databases.roles();
    const ups = upsOf([...base, ...fresh]);
    const made = rolesMade(ups);
    databases.expectRoles([...made].filter((name) => !present.has(name)));
    // Production has them from elsewhere.
    for (const name of rolesNamed(scriptsOf([...base, ...fresh])))
        if (!present.has(name) && !made.has(name))
            await databases.createRole(name);
    try {
        await runScripts(runner, upsOf(base));
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        const { message, place } = error;
        return unknown(`what is applied already cannot be built from its files: ${place} fails: ${message}`, server);
    }
    // A database with sessions can be no template.
    await databases.close(runner);
    const watched = await databases.create(origin);
    const rolesOfBase = await databases.roles();
    const notices = new execute_notices/* Notices */.q(options.world, ' on the scratch server');
    const sessions = {
        runner: await databases.open(origin),
        reader: await databases.open(origin),
        heard: (script, sent) => notices.of(script, sent),
    };
    const way = await runUpDownUp(sessions, fresh, history, elsewhere);
    notices.end();
    await Promise.all([databases.close(sessions.runner), databases.close(sessions.reader)]);
    // The watch applies the files once more, and a role is there only once on a server.
    await databases.drop(origin);
    await databases.dropRoles([...made].filter((name) => !rolesOfBase.has(name)));
    const { observations, notSeeded } = await watch(databases, watched, upsOf(fresh).slice(0, way.applied), history);
    const { findings, difference, untried } = way;
    const blocking = findings.filter(finding/* isBlocking */.Us);
    const seen = {
        server,
        findings,
        observations,
        notSeeded,
        difference,
        ...(elsewhere === undefined
            ? {}
            : {
                elsewhere: ` The database is PostgreSQL ${elsewhere}, and may do otherwise: give a server of that release as \`scratch-url\`, or install its programs.`,
            }),
    };
    if (blocking.length > 0)
        return { verdict: 'broken', why: breakOf(blocking), ...seen };
    if (untried !== undefined)
        return { verdict: 'unknown', why: untried, ...seen };
    return { verdict: 'held', why: wayOf(way, fresh), ...seen };
}
/**
 * Tries new files on databases of its own, which are gone afterwards, whatever happens.
 * @throws the signal's reason when the run is cancelled, Failure SCRATCH_ROLE; what a server refuses is told in the result
 */
async function roundTrip(options) {
    const { access, base, fresh, world } = options;
    world.signal.throwIfAborted();
    const everywhere = serverWideStatement(scriptsOf([...base, ...fresh]));
    if (everywhere !== undefined)
        return unknown(`${everywhere}, which reaches beyond its database and was not tried`);
    let databases;
    try {
        databases = await Databases.connect(access, world);
    }
    catch (error) {
        const said = error instanceof Error ? error.message || String(error.code) : String(error);
        return unknown(`there is no connection to the scratch server: ${said}`);
    }
    // Dropping the databases ends what runs in them.
    const onAbort = () => {
        databases.end().catch(() => undefined); // awaited below
    };
    world.signal.addEventListener('abort', onAbort, { once: true });
    let server = 'PostgreSQL';
    try {
        world.signal.throwIfAborted();
        server = await databases.server();
        const result = await travel(databases, server, options);
        // A cancelled statement looks like one that was refused.
        world.signal.throwIfAborted();
        return result;
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(0,sql_failure/* isServerError */.GQ)(error))
            throw error;
        const why = error.code === '42501'
            ? `the user of the scratch server may not do that: ${error.message}`
            : `the scratch server says: ${error.message}`;
        return unknown(why, server);
    }
    finally {
        world.signal.removeEventListener('abort', onAbort);
        await databases.end();
    }
}


/***/ })

};
