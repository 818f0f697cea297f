export const id = 714;
export const ids = [714];
export const modules = {

/***/ 4714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  roundTrip: () => (/* binding */ roundTrip)
});

// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql-failure.js
var sql_failure = __webpack_require__(1228);
// EXTERNAL MODULE: ./build/actions/migrate/src/statements.js + 2 modules
var statements = __webpack_require__(9704);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/catalogue.js
/** A database's whole schema as text: what PostgreSQL's catalogue says of every object that a user has made. */

/** Each gives `address` and `definition`; `$user_schema(n)` and `$own(class, oid)` stand for what is not ours to look at. */
const queries = [
    `SELECT format('schema %I', n.nspname), '' FROM pg_namespace n WHERE $user_schema AND $own('pg_namespace', n.oid)`,
    `SELECT format('extension %I', extname), extversion FROM pg_extension`,
    `SELECT format('%s %I.%I', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type' ELSE 'table' END, n.nspname, c.relname),
          concat_ws(', ', nullif(c.relpersistence::text, 'p'), 'partition by ' || pg_get_partkeydef(c.oid),
            (SELECT format('of %s', string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)) FROM pg_inherits i WHERE i.inhrelid = c.oid HAVING count(*) > 0),
            pg_get_expr(c.relpartbound, c.oid), array_to_string(c.reloptions, ' '),
            CASE WHEN c.relrowsecurity THEN 'row security' END, CASE WHEN c.relforcerowsecurity THEN 'forced row security' END,
            'replica identity ' || nullif(nullif(c.relreplident::text, 'd'), 'n'),
            CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND $user_schema AND $own('pg_class', c.oid)`,
    `SELECT format('column %I.%I.%I', n.nspname, c.relname, a.attname),
          concat_ws(' ', '#' || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation END,
            CASE WHEN a.attnotnull THEN 'not null' END,
            CASE WHEN a.attgenerated <> '' THEN 'generated ' || a.attgenerated::text || ' ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid),
            'identity ' || nullif(a.attidentity::text, ''), CASE WHEN a.attstorage <> t.typstorage THEN 'storage ' || a.attstorage::text END,
            'compression ' || nullif(a.attcompression::text, ''), 'statistics ' || nullif(a.attstattarget, -1), array_to_string(a.attoptions, ' '))
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND $user_schema AND $own('pg_class', c.oid)`,
    `SELECT format('constraint %I on %s', k.conname, CASE WHEN k.conrelid <> 0 THEN k.conrelid::regclass::text ELSE k.contypid::regtype::text END),
          pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN '' ELSE ' (not valid)' END
     FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE k.contype <> 'n' AND $user_schema AND $own('pg_constraint', k.oid)
      AND $own('pg_class', k.conrelid)`,
    `SELECT format('index %I.%I', n.nspname, c.relname),
          concat_ws(', ', pg_get_indexdef(i.indexrelid), CASE WHEN NOT (i.indisvalid AND i.indisready) THEN 'invalid' END,
            CASE WHEN i.indisclustered THEN 'clustered' END, CASE WHEN i.indisreplident THEN 'replica identity' END)
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema AND $own('pg_class', i.indrelid)`,
    `SELECT format('function %s', p.oid::regprocedure), CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE $user_schema AND $own('pg_proc', p.oid)`,
    `SELECT format('trigger %I on %s', t.tgname, t.tgrelid::regclass), pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND $user_schema`,
    `SELECT format('event trigger %I', evtname), concat_ws(' ', evtevent, evtfoid::regproc, evtenabled, evttags) FROM pg_event_trigger e WHERE $own('pg_event_trigger', e.oid)`,
    `SELECT format('rule %I on %s', r.rulename, r.ev_class::regclass), pg_get_ruledef(r.oid)
     FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND $user_schema`,
    `SELECT format('policy %I on %s', p.polname, p.polrelid::regclass),
          concat_ws(' ', p.polcmd, p.polpermissive, (SELECT array_agg(coalesce(r.rolname, 'public') ORDER BY 1) FROM unnest(p.polroles) o LEFT JOIN pg_roles r ON r.oid = o)::text,
            'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema`,
    `SELECT format('type %I.%I', n.nspname, t.typname),
          CASE t.typtype WHEN 'e' THEN 'enum ' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
            WHEN 'd' THEN concat_ws(' ', 'domain', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault)
            ELSE 'range of ' || (SELECT rngsubtype::regtype::text FROM pg_range WHERE rngtypid = t.oid) END
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r') AND $user_schema AND $own('pg_type', t.oid)`,
    `SELECT format('sequence %I.%I', n.nspname, c.relname),
          concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END,
            (SELECT format('owned by %s.%I', d.refobjid::regclass, a.attname) FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0))
     FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema AND $own('pg_class', c.oid)`,
    `SELECT format('statistics %I.%I', n.nspname, s.stxname), pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE $user_schema`,
    `SELECT format('publication %I', p.pubname),
          concat_ws(' ', p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, (SELECT string_agg(r.prrelid::regclass::text, ', ' ORDER BY 1) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
     FROM pg_publication p`,
    `SELECT format('foreign server %I', s.srvname), concat_ws(' ', s.srvtype, s.srvversion) FROM pg_foreign_server s WHERE $own('pg_foreign_server', s.oid)`,
    `SELECT 'cast ' || pg_describe_object('pg_cast'::regclass, k.oid, 0), k.castcontext::text FROM pg_cast k WHERE k.oid >= 16384 AND $own('pg_cast', k.oid)`,
    `SELECT 'operator ' || o.oid::regoperator, o.oprcode::text FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE $user_schema AND $own('pg_operator', o.oid)`,
    `SELECT 'comment on ' || pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description FROM pg_description d
    WHERE d.objoid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e') AND d.classoid <> 'pg_extension'::regclass`,
    // A grant that was taken back leaves the default written out: both are compared as what they amount to.
    `SELECT format('right of %s on %I.%I', coalesce(r.rolname, 'public'), n.nspname, c.relname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND x.grantee <> c.relowner AND $user_schema AND $own('pg_class', c.oid) GROUP BY r.rolname, n.nspname, c.relname`,
    `SELECT format('right of %s on column %I.%I.%I', coalesce(r.rolname, 'public'), n.nspname, c.relname, a.attname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE a.attnum > 0 AND NOT a.attisdropped AND $user_schema GROUP BY r.rolname, n.nspname, c.relname, a.attname`,
    `SELECT format('right of %s on schema %I', coalesce(r.rolname, 'public'), n.nspname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee WHERE x.grantee <> n.nspowner AND $user_schema GROUP BY r.rolname, n.nspname`,
    `SELECT format('right of %s on function %s', coalesce(r.rolname, 'public'), p.oid::regprocedure), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE x.grantee <> p.proowner AND $user_schema AND $own('pg_proc', p.oid) GROUP BY r.rolname, p.oid`,
    `SELECT format('default rights of %s in %s on %s', d.defaclrole::regrole, coalesce(n.nspname, 'every schema'), d.defaclobjtype), d.defaclacl::text FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace`,
];
function sqlOf(query, history) {
    return query
        .replaceAll('$user_schema', `(n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', ${esm/* default.escapeLiteral */.Ay.escapeLiteral(history.schema)}))`)
        .replace(/\$own\('(\w+)', ([\w.]+)\)/g, "NOT EXISTS (SELECT FROM pg_depend member WHERE member.classid = '$1'::regclass AND member.objid = $2 AND member.deptype = 'e')");
}
/** Reads everything but our own history. Names are always written with their schema. */
async function readCatalogue(client, history) {
    const union = queries
        .map((query) => `SELECT * FROM (${sqlOf(query, history)}) AS q (address, definition)`)
        .join(' UNION ALL ');
    const result = await client.query(`SET search_path = pg_catalog; SELECT address, coalesce(definition, '') AS definition FROM (${union}) AS all_objects ORDER BY address COLLATE "C", definition COLLATE "C"; RESET search_path`);
    const [, { rows }] = result; // one result for each of the three statements
    return new Map(rows.map(({ address, definition }) => [address, definition]));
}
/** Lines of a diff: what is gone, what is new, and both for what has changed. Empty when the two are equal. */
function difference(before, after) {
    const addresses = [...new Set([...before.keys(), ...after.keys()])].sort();
    const line = (sign, address, definition) => definition === undefined
        ? []
        : [`${sign} ${address}${definition === '' ? '' : `: ${definition.replace(/\s+/g, ' ').trim()}`}`];
    return addresses.flatMap((address) => {
        const [was, is] = [before.get(address), after.get(address)];
        return was === is ? [] : [...line('-', address, was), ...line('+', address, is)];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/databases.js
/** Databases that are made for one try on a server, and dropped when it is over. */


/** Milliseconds for one statement. */
const STATEMENT_MS = 60_000;
class Databases {
    #admin;
    #url;
    #signal;
    #names = [];
    #clients = [];
    #dropping;
    constructor(admin, url, signal) {
        this.#admin = admin;
        this.#url = url;
        this.#signal = signal;
    }
    static async connect(url, signal) {
        const admin = new esm/* default.Client */.Ay.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
        admin.on('error', () => undefined); // its next query tells
        await admin.connect();
        return new Databases(admin, url, signal);
    }
    async server() {
        const { rows } = await this.#admin.query("SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) AS version");
        return rows[0]?.version ?? 'PostgreSQL';
    }
    async create(template = 'template0') {
        const name = `omninode_scratch_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        await this.#admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
        this.#names.push(name);
        return name;
    }
    /** @param pipeline whether messages are sent without waiting for those before them */
    async open(name, pipeline = false) {
        this.#signal.throwIfAborted();
        const url = new URL(this.#url);
        url.pathname = `/${name}`;
        const client = new esm/* default.Client */.Ay.Client({
            connectionString: url.toString(),
            options: `-c statement_timeout=${STATEMENT_MS} -c lock_timeout=10000`,
            pipeline,
        });
        client.on('error', () => undefined); // its next query tells
        await client.connect();
        this.#clients.push(client);
        return client;
    }
    async close(client) {
        this.#clients.splice(this.#clients.indexOf(client), 1);
        await client.end();
    }
    /** Once, however often it is asked for. */
    drop() {
        this.#dropping ??= this.#drop();
        return this.#dropping;
    }
    async #drop() {
        for (const name of this.#names.splice(0))
            await this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined); // the server may be gone
        for (const client of this.#clients.splice(0))
            client.end().catch(() => undefined);
        await this.#admin.end().catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/seed.js
/** A few rows in every empty table: locks show without them, but what is read or rewritten shows only with rows. */

const ROWS = 10;
/** Columns that somebody has to give: not identity, generated or with a default. */
const COLUMNS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
         CASE WHEN t.typtype = 'e' THEN 'E' ELSE t.typcategory::text END AS category,
         (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) AS labels,
         CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END AS length,
         a.attnotnull AS required,
         (SELECT k.confrelid::regclass::text FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS target,
         (SELECT f.attname FROM pg_constraint k JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
           WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS target_column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '' AND NOT a.atthasdef
   ORDER BY 1, a.attnum`;
const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS table
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
   ORDER BY 1`;
/** An expression over `i`, a number from 1; undefined when nothing is known of the type. */
function sampleOf({ type, category, labels, length }) {
    if (labels !== null && labels[0] !== undefined)
        return `${esm/* default.escapeLiteral */.Ay.escapeLiteral(labels[0])}::${type}`;
    if (category === 'N')
        return `i::${type}`;
    if (category === 'B')
        return 'true';
    if (category === 'S')
        return `left('seed ' || i, ${length ?? 60})::${type}`;
    if (category === 'D')
        return `(timestamp '2026-01-01' + i * interval '1 day')::${type}`;
    if (category === 'A')
        return `'{}'::${type}`;
    if (category === 'T')
        return `(i || ' s')::${type}`;
    if (type === 'uuid')
        return 'gen_random_uuid()';
    if (type === 'bytea')
        return "decode(lpad(to_hex(i), 8, '0'), 'hex')";
    if (type === 'jsonb' || type === 'json')
        return `'{}'::${type}`;
    if (type === 'inet' || type === 'cidr')
        return `('10.0.0.' || i)::${type}`;
    return undefined;
}
function insertOf(table, columns) {
    const given = columns.flatMap((column) => {
        const { target, target_column: key } = column;
        // A row that refers to its own table can only do without.
        const value = target === null
            ? sampleOf(column)
            : target === table || `public.${target}` === table
                ? undefined
                : `(SELECT ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(key ?? '')} FROM ${target} ORDER BY 1 OFFSET (i - 1) % ${ROWS} LIMIT 1)`;
        return value === undefined ? [] : [{ column, value }];
    });
    const missing = columns.some((column) => column.required && !given.some((each) => each.column === column));
    if (missing)
        return undefined;
    const into = given.length === 0 ? 'DEFAULT VALUES' : undefined;
    if (into !== undefined)
        return `INSERT INTO ${table} ${into}`;
    const names = given.map(({ column }) => esm/* default.escapeIdentifier */.Ay.escapeIdentifier(column.column)).join(', ');
    const values = given.map(({ value }) => value).join(', ');
    return `INSERT INTO ${table} (${names}) SELECT ${values} FROM generate_series(1, ${ROWS}) AS i`;
}
/**
 * Seeds what is empty, parents first: a table whose parents are not seeded yet is tried again after the others.
 * @returns the tables that stayed empty: what is read there cannot be told
 */
async function seed(client, history) {
    const { rows: tables } = await client.query(TABLES, [history.schema]);
    const { rows } = await client.query(COLUMNS, [history.schema]);
    let left = tables.map(({ table }) => table);
    for (let before = left.length + 1; left.length > 0 && left.length < before;) {
        before = left.length;
        const failed = [];
        for (const table of left) {
            const insert = insertOf(table, rows.filter((column) => column.table === table));
            const done = insert !== undefined &&
                (await client
                    .query(`SELECT FROM ${table} LIMIT 1`)
                    .then(async ({ rowCount }) => rowCount !== 0 || (await client.query(insert)).rowCount !== 0, () => false)
                    .catch(() => false));
            if (!done)
                failed.push(table);
        }
        left = failed;
    }
    return left;
}

// EXTERNAL MODULE: ./build/actions/migrate/src/locks.js
var locks = __webpack_require__(8039);
;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/trace.js

/** The names are taken before: a dropped table has none afterwards. */
const trace_TABLES = `
  SELECT c.oid::int8::float8 AS oid, CASE WHEN n.nspname = 'public' THEN quote_ident(c.relname) ELSE format('%I.%I', n.nspname, c.relname) END AS name,
         coalesce(pg_relation_filenode(c.oid), 0)::int8::float8 AS file, 0 AS rows
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)`;
const NOW = `
  SELECT c.oid::int8::float8 AS oid, coalesce(pg_relation_filenode(c.oid), 0)::int8::float8 AS file,
         coalesce(pg_stat_get_xact_tuples_returned(c.oid), 0)::float8 AS read,
         (SELECT array_agg(DISTINCT mode) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.relation = c.oid AND l.granted) AS modes
    FROM unnest($1::oid[]) AS o JOIN pg_class c ON c.oid = o`;
const DROPPED = `
  SELECT l.relation::int8::float8 AS oid, array_agg(DISTINCT mode) AS modes FROM pg_locks l
   WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation = ANY ($1::oid[]) GROUP BY 1`;
/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE` */
function modeOf(name) {
    const words = name
        .replace(/Lock$/, '')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
    return locks/* lockModes */.Y8.find((mode) => mode === words);
}
async function look(client, tables) {
    const oids = tables.map(({ oid }) => oid);
    const { rows } = await client.query(NOW, [oids]);
    const moments = new Map(rows.map(({ oid, file, read, modes }) => [oid, { file, read, modes: new Set(modes ?? []) }]));
    const { rows: gone } = await client.query(DROPPED, [oids]);
    for (const { oid, modes } of gone)
        if (!moments.has(oid))
            moments.set(oid, { file: -1, read: 0, modes: new Set(modes) });
    return moments;
}
async function countRows(client, tables) {
    const counted = [];
    for (const table of tables) {
        const { rows } = await client.query(`SELECT count(*)::int FROM ${table.name}`);
        counted.push({ ...table, rows: rows[0]?.count ?? 0 });
    }
    return counted;
}
/**
 * Runs a file, watching. What must stand alone is only run: its locks come and go in transactions of its own.
 * @throws the server's error
 */
async function trace(client, { file, statements, transactional }, history) {
    if (!transactional) {
        for (const { text } of statements)
            await client.query(text);
        return [];
    }
    const { rows } = await client.query(trace_TABLES, [history.schema]);
    const tables = await countRows(client, rows);
    const observations = [];
    await client.query('BEGIN');
    let before = await look(client, tables);
    for (const { text, line } of statements) {
        await client.query(text);
        const after = await look(client, tables);
        const changed = (test) => tables.flatMap((table) => {
            const is = after.get(table.oid);
            return is !== undefined && test(before.get(table.oid), is, table) ? [table.name] : [];
        });
        const locks = tables.flatMap(({ oid, name }) => [...(after.get(oid)?.modes ?? [])]
            .filter((mode) => before.get(oid)?.modes.has(mode) !== true)
            .flatMap((mode) => {
            const known = modeOf(mode);
            // Every statement that names a table takes this one, and so does the look itself.
            return known === undefined || known === 'ACCESS SHARE' ? [] : [{ mode: known, relation: name }];
        }));
        observations.push({
            file,
            line,
            locks,
            rewrites: changed((was, is, { rows: count }) => count > 0 && is.file > 0 && is.file !== was?.file),
            scans: changed((was, is, { rows: count }) => count > 0 && is.read - (was?.read ?? 0) >= count),
        });
        before = after;
    }
    await client.query('COMMIT');
    return observations;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/round-trip.js







/** How many objects a message lists. */
const LISTED = 5;
/** A file could not be run. */
class Refused extends Error {
    script;
    line;
    column;
    constructor(script, statement, error) {
        super(error instanceof Error ? error.message : String(error), { cause: error });
        this.script = script;
        const position = (0,sql_failure/* isServerError */.G)(error) ? error.position : undefined;
        const offset = position === undefined || statement === undefined
            ? (statement?.offset ?? 0)
            : statement.offset + (0,statements/* fromCodePoints */.f6)(statement.text, Number(position) - 1);
        const place = new statements/* Places */.N4(script.sql).at(offset);
        this.line = place.line;
        this.column = place.column;
    }
}
async function run(client, script) {
    if (script.transactional)
        await client.query('BEGIN');
    for (const statement of script.statements) {
        try {
            await client.query(statement.text);
        }
        catch (error) {
            if (script.transactional)
                await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone
            throw new Refused(script, statement, error);
        }
    }
    if (!script.transactional)
        return;
    try {
        await client.query('COMMIT; RESET ALL; RESET SESSION AUTHORIZATION');
    }
    catch (error) {
        throw new Refused(script, script.statements.at(-1), error);
    }
}
/** How many files are under way at once. */
const WINDOW = 100;
/** Applies what is known to work, without waiting for each: a file a message, a transaction a file. */
async function build(client, scripts) {
    const rest = [...scripts];
    while (rest.length > 0) {
        const alone = rest.findIndex(({ transactional }) => !transactional);
        const window = rest.splice(0, Math.min(WINDOW, alone === -1 ? rest.length : alone));
        const answers = await Promise.allSettled(window.map(({ sql }) => client.query(`${BEGIN}${sql}\n;COMMIT; RESET SESSION AUTHORIZATION; RESET ALL`)));
        for (const [index, answer] of answers.entries()) {
            const script = window[index];
            if (answer.status === 'rejected' && script !== undefined)
                throw refusedFile(script, answer.reason);
        }
        const [single] = window.length === 0 ? rest.splice(0, 1) : [];
        if (single !== undefined)
            await run(client, single);
    }
}
const BEGIN = 'BEGIN;';
/** A file that was sent whole: the position of the error is one in the message. */
function refusedFile(script, error) {
    const position = (0,sql_failure/* isServerError */.G)(error) && error.position !== undefined ? Number(error.position) : undefined;
    const offset = position === undefined ? 0 : (0,statements/* fromCodePoints */.f6)(script.sql, position - 1 - BEGIN.length);
    const statement = script.statements.findLast((each) => each.offset <= offset) ?? script.statements[0];
    return new Refused(script, statement, error instanceof Error ? new Error(error.message, { cause: error }) : error);
}
function listed(lines) {
    const rest = lines.length > LISTED ? ` … and ${lines.length - LISTED} more` : '';
    return (lines
        .slice(0, LISTED)
        .map((line) => `\`${line.slice(0, 160)}\``)
        .join(', ') + rest);
}
function broken(rule, { file }, place, texts) {
    return (0,finding/* finding */.gk)({ rule, severity: 'error', verdict: 'fail', ...texts, source: { file, ...place } }, rule);
}
function failed(rule, refused) {
    const { script, line, column, message } = refused;
    return broken(rule, script, { line, column }, {
        message: `On a scratch database this fails: ${message}.`,
        why: rule === 'up-fails'
            ? 'It would fail on the real one too.'
            : 'A rollback that fails is none, when it is needed most.',
        fix: 'Correct the statement.',
    });
}
/** Up, down, up: on a database that has the base already. */
async function lap(client, fresh, history) {
    const catalogues = [await readCatalogue(client, history)];
    const latest = () => catalogues.at(-1) ?? new Map();
    for (const { up } of fresh) {
        await run(client, up);
        catalogues.push(await readCatalogue(client, history));
    }
    const target = latest();
    const changes = difference(catalogues[0] ?? target, target);
    const findings = [];
    let undone = fresh.length;
    for (const { down } of fresh.toReversed()) {
        if (down === undefined)
            break;
        try {
            await run(client, down);
        }
        catch (error) {
            if (!(error instanceof Refused))
                throw error;
            return { findings: [failed('down-fails', error)], difference: changes, stopped: undefined };
        }
        undone--;
        const left = difference(catalogues[undone] ?? target, await readCatalogue(client, history));
        if (left.length === 0)
            continue;
        findings.push(broken('down-incomplete', down, { line: down.statements[0]?.line ?? 1 }, {
            message: `It does not undo all that its up file does: ${listed(left)}.`,
            why: 'After up and down the schema must be what it was before. `+` is left over, `-` is lost.',
            fix: 'Undo these too.',
        }));
        // What is left would be blamed on the files before it as well.
        return { findings, difference: changes, stopped: undefined };
    }
    for (const { up } of fresh.slice(undone)) {
        try {
            await run(client, up);
        }
        catch (error) {
            if (!(error instanceof Refused))
                throw error;
            const { line, column } = error;
            findings.push(broken('up-not-repeatable', up, { line, column }, {
                message: `After a rollback it cannot be applied again: ${error.message}.`,
                why: 'Something of the first time was not undone, although the schema looks as before.',
                fix: 'Undo it in the down file.',
            }));
            return { findings, difference: changes, stopped: undefined };
        }
    }
    const again = difference(target, await readCatalogue(client, history));
    const last = fresh.at(-1);
    if (again.length > 0 && last !== undefined) {
        findings.push(broken('up-not-repeatable', last.up, { line: last.up.statements[0]?.line ?? 1 }, {
            message: `Applied again after a rollback, the schema is another one: ${listed(again)}.`,
            why: 'The same files must give the same schema.',
            fix: 'Find out which statement depends on what was there before.',
        }));
    }
    return { findings, difference: changes, stopped: undone === 0 ? undefined : fresh[undone - 1] };
}
function unknown(why, server = 'PostgreSQL') {
    return { verdict: 'unknown', server, why, findings: [], observations: [], notSeeded: [], difference: [] };
}
async function travel(databases, { base, fresh, history }) {
    const server = await databases.server();
    const origin = await databases.create();
    const builder = await databases.open(origin, true);
    try {
        await build(builder, base.map(({ up }) => up));
    }
    catch (error) {
        if (!(error instanceof Refused))
            throw error;
        return unknown(`the base cannot be built: ${error.script.file}:${error.line} fails with ${error.message}`, server);
    }
    await databases.close(builder);
    const watched = await databases.create(origin);
    const walker = await databases.open(origin);
    let walked;
    try {
        walked = await lap(walker, fresh, history);
    }
    catch (error) {
        if (!(error instanceof Refused))
            throw error;
        const findings = [failed('up-fails', error)];
        const why = `${error.script.file} cannot be applied to what is there`;
        return { verdict: 'broken', server, why, findings, observations: [], notSeeded: [], difference: [] };
    }
    const watcher = await databases.open(watched);
    const notSeeded = await seed(watcher, history);
    const observations = [];
    try {
        for (const { up } of fresh)
            observations.push(...(await trace(watcher, up, history)));
    }
    catch (error) {
        // Rows that were made up may break what real rows would not: the watch ends, the round trip counts.
        if (!(0,sql_failure/* isServerError */.G)(error))
            throw error;
    }
    const { findings, stopped } = walked;
    const why = findings.length > 0
        ? 'up, down and up again did not give the same schema'
        : stopped === undefined
            ? 'up, down and up again gave the same schema'
            : `it went down to ${stopped.up.file}, which cannot be undone: ${stopped.up.directives.irreversible}`;
    return {
        verdict: findings.length > 0 ? 'broken' : 'held',
        server,
        why,
        findings,
        observations,
        notSeeded,
        difference: walked.difference,
    };
}
/** @throws the signal's reason when the run is cancelled; nothing else that a server may do */
async function roundTrip(options) {
    const { url, world } = options;
    let databases;
    try {
        databases = await Databases.connect(url, world.signal);
    }
    catch (error) {
        return unknown(`there is no connection to the scratch server: ${error instanceof Error ? error.message : String(error)}`);
    }
    // Dropping the databases ends whatever runs in them.
    const onAbort = () => void databases.drop();
    world.signal.addEventListener('abort', onAbort, { once: true });
    try {
        const trip = await travel(databases, options);
        world.signal.throwIfAborted();
        return trip;
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(0,sql_failure/* isServerError */.G)(error))
            throw error;
        return unknown(`the scratch server refused: ${error.message}`);
    }
    finally {
        world.signal.removeEventListener('abort', onAbort);
        await databases.drop();
    }
}


/***/ }),

/***/ 1228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isServerError),
/* harmony export */   f: () => (/* binding */ sqlFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9704);
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
const SHOWN = 160;
/** The line with a caret beneath the column; a long one is cut around it. */
function caret(sql, line, column) {
    const text = (sql.split('\n')[line - 1] ?? '').replaceAll('\t', ' ').replace(/\r$/, '');
    const from = column > SHOWN ? column - SHOWN / 2 : 0;
    const shown = text.slice(from, from + SHOWN);
    return `\n    ${shown}\n    ${' '.repeat(Math.max(0, column - 1 - from))}^\n`;
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
    const shown = place === undefined ? '' : caret(script.sql, place.line, place.column ?? 1);
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


/***/ })

};
