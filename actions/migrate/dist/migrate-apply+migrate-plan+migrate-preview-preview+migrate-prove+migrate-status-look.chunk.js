export const id = "migrate-apply+migrate-plan+migrate-preview-preview+migrate-prove+migrate-status-look";
export const ids = [659,148];
export const modules = {

/***/ 6800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ tableConstraints),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Im: () => (/* binding */ constraintsOf),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TL: () => (/* binding */ alterations),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   tG: () => (/* binding */ volatileFunction),
/* harmony export */   vn: () => (/* binding */ functionsIn),
/* harmony export */   wQ: () => (/* binding */ typeText),
/* harmony export */   xX: () => (/* binding */ droppedNames)
/* harmony export */ });
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3971);

/** `schema.table`, as it is written. */
function nameOf(range) {
    const { schemaname, relname = '' } = range ?? {};
    if (schemaname === undefined)
        return relname;
    return range?.relname === undefined ? schemaname : `${schemaname}.${relname}`;
}
function textsOf(nodes) {
    return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
/** The names that a DROP is about, `schema.table`. */
function droppedNames(objects) {
    return (objects ?? []).map((object) => {
        if ('List' in object)
            return textsOf(object.List.items).join('.');
        if ('TypeName' in object)
            return textsOf(object.TypeName.names).join('.');
        return textsOf([object]).join('.');
    });
}
/** The subcommands of an ALTER TABLE (not of a view, index or type). */
const alterations = (0,_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((node) => 'AlterTableStmt' in node, function* (node) {
    if (!('AlterTableStmt' in node))
        return;
    const { relation, cmds, objtype } = node.AlterTableStmt;
    if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_FOREIGN_TABLE')
        return;
    for (const each of cmds ?? [])
        if ('AlterTableCmd' in each)
            yield { table: relation, command: each.AlterTableCmd };
});
function definesTable(node) {
    return 'CreateStmt' in node || 'AlterTableStmt' in node;
}
/** The columns that a statement defines. */
const columns = (0,_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)(definesTable, function* (node) {
    if ('CreateStmt' in node) {
        for (const each of node.CreateStmt.tableElts ?? [])
            if ('ColumnDef' in each)
                yield { table: node.CreateStmt.relation, column: each.ColumnDef, added: false };
    }
    for (const { table, command } of alterations(node)) {
        if (command.subtype === 'AT_AddColumn' && command.def !== undefined && 'ColumnDef' in command.def)
            yield { table, column: command.def.ColumnDef, added: true };
    }
});
/**
 * The constraints of a column. What is NOT ENFORCED looks at no row: the parser says so of a table's constraint with
 * `skip_validation`, and of a column's with an attribute behind it.
 */
const constraintsOf = (0,_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)(({ constraints }) => constraints !== undefined, (column) => {
    const constraints = [];
    for (const each of column.constraints ?? []) {
        if (!('Constraint' in each))
            continue;
        const last = constraints.at(-1);
        if (each.Constraint.contype === 'CONSTR_ATTR_NOT_ENFORCED' && last !== undefined)
            constraints[constraints.length - 1] = { ...last, skip_validation: true };
        else
            constraints.push(each.Constraint);
    }
    return constraints;
});
const tableConstraints = (0,_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)(definesTable, function* (node) {
    if ('CreateStmt' in node) {
        for (const each of node.CreateStmt.tableElts ?? [])
            if ('Constraint' in each)
                yield { table: node.CreateStmt.relation, constraint: each.Constraint, added: false };
    }
    for (const { table, command } of alterations(node)) {
        if (command.subtype === 'AT_AddConstraint' && command.def !== undefined && 'Constraint' in command.def)
            yield { table, constraint: command.def.Constraint, added: true };
    }
});
/** `int4`, `varchar`, `timestamp`: PostgreSQL's own name, without its schema. */
function typeOf(type) {
    return textsOf(type?.names).at(-1)?.toLowerCase() ?? '';
}
/** As people write it. */
function typeText(type) {
    const written = {
        int2: 'smallint',
        int4: 'integer',
        int8: 'bigint',
        bool: 'boolean',
        bpchar: 'char',
    };
    const name = typeOf(type);
    return written[name] ?? name;
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
/** Every node of a tree with its kind, the outermost first. Not by recursion: expressions nest by the thousand. */
function* walk(value) {
    // Two stacks of the same height, without an object for each member: this is where a long file's time goes.
    const open = isObject(value) ? [value] : [];
    const keys = [''];
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
        const key = keys.pop() ?? '';
        if (Array.isArray(member)) {
            for (let index = member.length - 1; index >= 0; index--) {
                if (!isObject(member[index]))
                    continue;
                open.push(member[index]);
                keys.push('');
            }
        }
        else if (isObject(member)) {
            // Kinds of nodes are written with a capital, their members are not.
            if (key >= 'A' && key < '[')
                yield { kind: key, node: member };
            const names = Object.keys(member);
            for (let index = names.length - 1; index >= 0; index--) {
                const name = names[index] ?? '';
                const below = member[name];
                if (!isObject(below))
                    continue;
                open.push(below);
                keys.push(name);
            }
        }
    }
}
/** Functions whose value changes from row to row: a default that calls one is computed for each row that is there. */
const volatile = new Set([
    'random',
    'gen_random_uuid',
    'uuid_generate_v1',
    'uuid_generate_v4',
    'uuidv4',
    'uuidv7',
    'clock_timestamp',
    'timeofday',
    'nextval',
    'setval',
]);
/** The functions that an expression calls, and `CURRENT_TIMESTAMP` and the like under the names of theirs. */
function* functionsIn(expression) {
    for (const { kind, node } of walk(expression)) {
        if (kind === 'FuncCall')
            yield textsOf(node['funcname']).at(-1) ?? ''; // FuncCall.funcname
        if (kind === 'SQLValueFunction')
            yield String(node['op'])
                .replace(/^SVFOP_/, '')
                .toLowerCase();
    }
}
function volatileFunction(expression) {
    return functionsIn(expression).find((name) => volatile.has(name));
}
/** A relation by its name as `nameOf` writes it. */
function rangeOf(name) {
    const at = name.lastIndexOf('.');
    return at === -1 ? { relname: name } : { schemaname: name.slice(0, at), relname: name.slice(at + 1) };
}


/***/ }),

/***/ 9015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TJ: () => (/* binding */ nonTransactionalReason),
/* harmony export */   Xm: () => (/* binding */ mayCommit),
/* harmony export */   Xv: () => (/* binding */ waitsInNobodysWay),
/* harmony export */   l6: () => (/* binding */ isSessionSetting),
/* harmony export */   y7: () => (/* binding */ settingOf),
/* harmony export */   yG: () => (/* binding */ buildingOf)
/* harmony export */ });
function nameOf(range) {
    return { schema: range?.schemaname, name: range?.relname ?? '' };
}
function textsOf(nodes) {
    return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
function isConcurrently(params) {
    return (params ?? []).some((param) => 'DefElem' in param && param.DefElem.defname === 'concurrently');
}
const reindexTargets = {
    REINDEX_OBJECT_INDEX: 'index',
    REINDEX_OBJECT_TABLE: 'table',
    REINDEX_OBJECT_SCHEMA: 'schema',
    REINDEX_OBJECT_SYSTEM: 'database',
    REINDEX_OBJECT_DATABASE: 'database',
};
/** @param behindName where a name ends that begins at a place of the parse: code units from the statement's first word */
function buildingOf(node, behindName) {
    if ('IndexStmt' in node && node.IndexStmt.concurrent === true) {
        const { idxname = '', relation } = node.IndexStmt;
        return {
            work: 'create index',
            // An index is always in the schema of its table.
            index: { schema: relation?.schemaname, name: idxname },
            table: nameOf(relation),
            definitionAt: behindName(relation?.location ?? 0),
        };
    }
    if ('DropStmt' in node && node.DropStmt.concurrent === true) {
        const indexes = (node.DropStmt.objects ?? []).map((object) => {
            const [name = '', schema] = textsOf('List' in object ? object.List.items : []).reverse();
            return { schema, name };
        });
        return { work: 'drop index', indexes };
    }
    if ('ReindexStmt' in node && isConcurrently(node.ReindexStmt.params)) {
        const { kind, relation, name } = node.ReindexStmt;
        const target = reindexTargets[kind ?? 'REINDEX_OBJECT_INDEX'];
        return {
            work: 'reindex',
            target,
            name: relation === undefined ? { schema: undefined, name: name ?? '' } : nameOf(relation),
        };
    }
    if ('AlterTableStmt' in node) {
        for (const each of node.AlterTableStmt.cmds ?? []) {
            if (!('AlterTableCmd' in each) || each.AlterTableCmd.subtype !== 'AT_DetachPartition')
                continue;
            const { def } = each.AlterTableCmd;
            if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.concurrent !== true)
                continue;
            return {
                work: 'detach partition',
                table: nameOf(node.AlterTableStmt.relation),
                partition: nameOf(def.PartitionCmd.name),
            };
        }
    }
    return undefined;
}
/**
 * Whether nobody queues behind it while it waits for a lock: so it is with indexes, where being cut off leaves an invalid
 * one. At its end, DETACH PARTITION keeps everybody from the partition.
 */
function waitsInNobodysWay({ building }) {
    return building !== undefined && building.work !== 'detach partition';
}
/** A SET or RESET of the session, which stands inside and outside of transactions. */
function isSessionSetting(node) {
    if (!('VariableSetStmt' in node))
        return false;
    const { is_local = false, name } = node.VariableSetStmt;
    return !is_local && name !== 'TRANSACTION';
}
/** What may commit by itself, when no transaction is around it. */
function mayCommit(node) {
    return 'CallStmt' in node || 'DoStmt' in node;
}
/** The setting that a SET or RESET is about; undefined for RESET ALL. */
function settingOf(node) {
    return 'VariableSetStmt' in node ? node.VariableSetStmt.name : undefined;
}
const titles = {
    'create index': 'CREATE INDEX CONCURRENTLY',
    'drop index': 'DROP INDEX CONCURRENTLY',
    reindex: 'REINDEX CONCURRENTLY',
    'detach partition': 'DETACH PARTITION CONCURRENTLY',
};
/** By PostgreSQL's documentation of each command. */
const kinds = {
    AlterSystemStmt: 'ALTER SYSTEM',
    CreatedbStmt: 'CREATE DATABASE',
    DropdbStmt: 'DROP DATABASE',
    CreateTableSpaceStmt: 'CREATE TABLESPACE',
    DropTableSpaceStmt: 'DROP TABLESPACE',
    CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
};
/** Why a statement cannot run inside a transaction, or undefined when it can. */
function nonTransactionalReason(node, building) {
    if (building !== undefined)
        return titles[building.work];
    if ('VacuumStmt' in node && node.VacuumStmt.is_vacuumcmd === true)
        return 'VACUUM';
    if ('ReindexStmt' in node) {
        const { kind } = node.ReindexStmt;
        const whole = ['REINDEX_OBJECT_SCHEMA', 'REINDEX_OBJECT_SYSTEM', 'REINDEX_OBJECT_DATABASE'];
        if (whole.some((each) => each === kind))
            return 'REINDEX of a schema or database';
    }
    if ('ClusterStmt' in node && node.ClusterStmt.relation === undefined)
        return 'CLUSTER of a database';
    return Object.entries(kinds).find(([kind]) => kind in node)?.[1];
}


/***/ }),

/***/ 3971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** What is read of a parse tree is asked for by every rule, and does not change. */
const NOTHING = Object.freeze([]);
/**
 * Keeps what is read of a part of a tree for as long as there is that part.
 * @param concerns whether there may be anything; nothing is kept of what has none
 */
function once(concerns, read) {
    const known = new WeakMap();
    return (of) => {
        if (!concerns(of))
            return NOTHING;
        const before = known.get(of);
        if (before !== undefined)
            return before;
        const items = [...read(of)];
        known.set(of, items);
        return items;
    };
}


/***/ }),

/***/ 6053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MO: () => (/* binding */ SqlSyntaxError),
/* harmony export */   qd: () => (/* binding */ loadParser),
/* harmony export */   sJ: () => (/* binding */ SqlTooLargeError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8877);
/** PostgreSQL's own grammar (libpg_query, PostgreSQL 18), loaded when SQL has to be understood. */




class SqlSyntaxError extends Error {
    name = 'SqlSyntaxError';
    /** In code points, from 0. */
    position;
    constructor(message, position) {
        super(message);
        this.position = position;
    }
}
/** More than the parser's memory or stack takes, whether it is valid or not. */
class SqlTooLargeError extends Error {
    name = 'SqlTooLargeError';
}
let loaded;
/** What is not called is not compiled either. */
const flags = [
    '--no-wasm-tier-up',
    '--no-wasm-dynamic-tiering',
    '--wasm-lazy-compilation',
    '--wasm-lazy-validation',
];
/**
 * Keeps V8 from optimising the parser's machine code: its one huge function takes a core for most of a second and half
 * a gigabyte, beside a server that needs both, and a run parses too little to earn that back.
 */
function spareTheCompiler() {
    for (const flag of flags)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.setFlagsFromString)(flag);
}
/** Beside a bundle lies a copy of the module, because its WebAssembly must lie beside it. */
async function load() {
    spareTheCompiler();
    const requireFrom = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(import.meta.url);
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(import.meta.dirname, 'libpg-query.cjs');
    const create = requireFrom((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : 'libpg-query/wasm/libpg-query.js');
    return { module: await create(), spent: false };
}
/** The offsets of result and error structs are those of libpg_query's C interface: 32-bit pointers and ints. */
function parseWith(module, sql) {
    const bytes = Buffer.byteLength(sql) + 1;
    const query = module._malloc(bytes);
    module.stringToUTF8(sql, query, bytes);
    const result = module._wasm_parse_query_raw(query);
    try {
        const error = module.getValue(result + 8, 'i32');
        if (error !== 0) {
            const message = module.UTF8ToString(module.getValue(error, 'i32'));
            throw new SqlSyntaxError(message, Math.max(0, module.getValue(error + 16, 'i32') - 1));
        }
        const tree = JSON.parse(module.UTF8ToString(module.getValue(result, 'i32')));
        return (tree.stmts ?? []).map(({ stmt, stmt_location = 0, stmt_len = 0 }) => ({
            node: stmt,
            start: stmt_location,
            end: stmt_len === 0 ? bytes - 1 : stmt_location + stmt_len,
        }));
    }
    finally {
        module._free(query);
        module._wasm_free_parse_result(result);
    }
}
/** V8 throws when stack, memory or the length of a string is used up; what the module ends itself with is no Error. */
function isExhaustion(error) {
    return !(error instanceof Error) || error.name === 'RangeError' || error.name === 'RuntimeError';
}
/** The parser; a new one when the last was spent. */
async function loadParser() {
    loaded ??= load();
    const parser = await loaded;
    return (sql) => {
        // The C interface ends a text at a NUL, and would not see what follows.
        const nul = sql.indexOf('\0');
        if (nul !== -1)
            throw new SqlSyntaxError('a NUL character', [...sql.slice(0, nul)].length);
        if (parser.spent)
            throw new SqlTooLargeError('the parser gave up on a file before it');
        try {
            return parseWith(parser.module, sql);
        }
        catch (cause) {
            if (!isExhaustion(cause))
                throw cause;
            parser.spent = true;
            loaded = undefined;
            throw new SqlTooLargeError('it is more than the parser takes', { cause });
        }
    };
}


/***/ }),

/***/ 7910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N4: () => (/* binding */ Places),
  OW: () => (/* binding */ caret),
  f6: () => (/* binding */ fromCodePoints),
  Uq: () => (/* binding */ readScript)
});

// UNUSED EXPORTS: behindName

// EXTERNAL MODULE: ./build/toolkit/migrations/directives.js
var migrations_directives = __webpack_require__(6161);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/ast.js
var ast = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/actions/migrate/src/sql/forbidden.js

function forbiddenIn(node) {
    if ('TransactionStmt' in node) {
        return {
            what: 'A migration may not begin or end a transaction.',
            why: 'The file and its history row are one transaction; a COMMIT in the middle would part them.',
            fix: 'Remove the statement: every file is one transaction already. A folder of golang-migrate is read as it is with `layout: golang-migrate`.',
        };
    }
    if ('CopyStmt' in node && node.CopyStmt.filename === undefined) {
        return node.CopyStmt.is_from === true
            ? { what: 'COPY FROM stdin has no data here.', fix: 'Write the rows as INSERT \u2026 VALUES.' }
            : { what: 'COPY TO stdout has nobody to read it here.', fix: 'Remove it.' };
    }
    if ('IndexStmt' in node && node.IndexStmt.concurrent === true && node.IndexStmt.idxname === undefined) {
        return {
            what: 'This concurrent index has no name.',
            why: 'Only by its name can an unfinished build be found and repaired.',
            fix: 'Name it.',
        };
    }
    if ('DiscardStmt' in node) {
        return {
            what: 'DISCARD gives the migration lock and the settings of the session away.',
            fix: 'Remove it: every file begins with fresh settings.',
        };
    }
    if ('DeallocateStmt' in node && node.DeallocateStmt.isall === true) {
        return {
            what: 'DEALLOCATE ALL takes prepared statements away that the run itself needs.',
            fix: 'Remove it, or name the statement.',
        };
    }
    if ((0,ast/* functionsIn */.vn)(node).some((name) => name.startsWith('pg_advisory_unlock'))) {
        return {
            what: 'pg_advisory_unlock gives the migration lock away, or may.',
            why: 'Another run could begin in the middle of this one.',
            fix: 'Remove it; for a lock of your own use pg_advisory_xact_lock, which ends with the file.',
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/non-transactional.js
var non_transactional = __webpack_require__(9015);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/parser.js
var parser = __webpack_require__(6053);
;// CONCATENATED MODULE: ./build/actions/migrate/src/sql/tokens.js
/** Where the tokens of PostgreSQL's own scanner end, as far as one must know it to find the end of a statement. */
const [SPACE, NEWLINE, TAB, CARRIAGE, FEED, VERTICAL, DASH, SLASH, STAR] = [...' \n\t\r\f\v-/*'].map((each) => each.charCodeAt(0));
function isSpace(unit) {
    return (unit === SPACE ||
        unit === NEWLINE ||
        unit === TAB ||
        unit === CARRIAGE ||
        unit === FEED ||
        unit === VERTICAL);
}
const lineEnd = /[\n\r]/g;
/** Where a block comment ends, which may hold others. */
function behindComment(sql, from) {
    const edge = /\/\*|\*\//g;
    edge.lastIndex = from;
    for (let depth = 0;;) {
        const found = edge.exec(sql);
        if (found === null)
            return sql.length;
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return edge.lastIndex;
    }
}
/** White space and comments, as the server's scanner knows them. */
function behindBlank(sql, from) {
    for (let at = from;;) {
        const unit = sql.charCodeAt(at);
        if (isSpace(unit))
            at++;
        else if (unit === DASH && sql.charCodeAt(at + 1) === DASH) {
            lineEnd.lastIndex = at;
            at = lineEnd.test(sql) ? lineEnd.lastIndex : sql.length;
        }
        else if (unit === SLASH && sql.charCodeAt(at + 1) === STAR)
            at = behindComment(sql, at);
        else
            return at;
    }
}
/** What a statement may end within, or at. */
const notable = /['"$;()]|--|\/\*|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/g;
const tag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
/** Where a quoted text ends, with its quote doubled in it. */
function behindQuoted(sql, from) {
    const quote = sql.charAt(from);
    for (let at = from + 1;;) {
        const end = sql.indexOf(quote, at);
        if (end === -1)
            return sql.length;
        if (sql.charAt(end + 1) !== quote)
            return end + 1;
        at = end + 2;
    }
}
/** The same of a string in which a backslash may stand before what does not end it. */
function behindEscaped(sql, from) {
    const edge = /\\[\s\S]|''|'/g;
    edge.lastIndex = from + 1;
    for (let [text] = edge.exec(sql) ?? []; text !== undefined; [text] = edge.exec(sql) ?? [])
        if (text === "'")
            return edge.lastIndex;
    return sql.length;
}
/** Where the semicolon stands that ends the statement which goes on there, outside of brackets; the end of the text if none does. */
function endOfStatement(sql, from) {
    let depth = 0;
    let word = { text: '', end: -1 };
    for (let at = from;;) {
        notable.lastIndex = at;
        const found = notable.exec(sql);
        if (found === null)
            return sql.length;
        const { 0: text, index } = found;
        at = index + text.length;
        if (text === ';' && depth === 0)
            return index;
        if (text === '(')
            depth++;
        else if (text === ')')
            depth--;
        else if (text === '--' || text === '/*')
            at = behindBlank(sql, index);
        else if (text === "'" && word.end === index && /^e$/i.test(word.text))
            at = behindEscaped(sql, index);
        else if (text === "'" || text === '"')
            at = behindQuoted(sql, index);
        else if (text === '$') {
            tag.lastIndex = index;
            const [mark] = tag.exec(sql) ?? [];
            const end = mark === undefined ? at : sql.indexOf(mark, index + mark.length);
            at = end === -1 ? sql.length : end + (mark?.length ?? 0);
        }
        else if (text !== ';')
            word = { text, end: at };
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/sql/plain-rows.js
/**
 * Rows of constants, as people and pg_dump write them: `INSERT INTO t VALUES (1, 'a', now()), (2, NULL, DEFAULT);`. By the grammar as many
 * rows may stand where one does, so that whoever wants to know what such a statement does needs no more than its first
 * row: a file of a hundred thousand of them would be a parse tree of a gigabyte.
 */

const NAME = String.raw `(?:"(?:[^"]|"")+"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`;
/** Up to the first row. Whole tokens, and no comment: what it says is up to the parser. */
const head = new RegExp(String.raw `INSERT\s+INTO\s+${NAME}(?:\s*\.\s*${NAME})*(?:\s*\(\s*${NAME}(?:\s*,\s*${NAME})*\s*\))?(?:\s+OVERRIDING\s+(?:SYSTEM|USER)\s+VALUE)?\s+VALUES(?=[\s(])`, 'iy');
const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?=[\s,):])/y;
/** What has one meaning wherever it stands: besides constants the functions that give every row the time, or an id. */
const word = /(?:NULL|TRUE|FALSE|DEFAULT|CURRENT_TIMESTAMP|CURRENT_DATE|(?:now|clock_timestamp|gen_random_uuid)\(\))(?=[\s,):])/iy;
const cast = /::[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?(?:\[\])?(?=[\s,):])/iy;
const [QUOTE, COMMA, OPEN, CLOSE, COLON] = [...`',():`].map((each) => each.charCodeAt(0));
const LETTERS = 'A'.charCodeAt(0);
function behind(pattern, sql, at) {
    pattern.lastIndex = at;
    return pattern.test(sql) ? pattern.lastIndex : undefined;
}
/** Where a string ends that begins there; undefined when it does not end. */
function behindString(sql, from) {
    for (let at = from + 1;; at += 2) {
        at = sql.indexOf("'", at);
        if (at === -1)
            return undefined;
        if (sql.charCodeAt(at + 1) !== QUOTE)
            return at + 1;
    }
}
function behindConstant(sql, from) {
    const first = sql.charCodeAt(from);
    const end = first === QUOTE
        ? behindString(sql, from)
        : // All letters come after all digits and signs.
            first >= LETTERS
                ? behind(word, sql, from)
                : behind(number, sql, from);
    return end !== undefined && sql.charCodeAt(end) === COLON ? behind(cast, sql, end) : end;
}
/** Where a row ends that begins there; undefined when it holds anything but constants. */
function behindRow(sql, from) {
    if (sql.charCodeAt(from) !== OPEN)
        return undefined;
    for (let at = from + 1;; at++) {
        const end = behindConstant(sql, behindBlank(sql, at));
        if (end === undefined)
            return undefined;
        at = behindBlank(sql, end);
        if (sql.charCodeAt(at) === CLOSE)
            return at + 1;
        if (sql.charCodeAt(at) !== COMMA)
            return undefined;
    }
}
/** The rows of the INSERT that begins there; undefined for any other statement, and for rows that hold anything else. */
function plainRows(sql, from) {
    const values = behind(head, sql, from);
    if (values === undefined)
        return undefined;
    const first = behindRow(sql, behindBlank(sql, values));
    if (first === undefined)
        return undefined;
    for (let last = first;;) {
        const at = behindBlank(sql, last);
        if (sql.charCodeAt(at) !== COMMA)
            return { values, first, last };
        const next = behindRow(sql, behindBlank(sql, at + 1));
        if (next === undefined)
            return undefined;
        last = next;
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/sql/pieces.js



/** Code units: what is longer is parsed piece by piece, each of about as many. */
const LONG = 100_000;
/** How many statements that differ in more than their rows are remembered. */
const MOST_KNOWN = 1_000;
/** Turns ascending UTF-8 byte offsets into code-unit offsets, in one pass over the text. */
function byteWalker(text, from = 0) {
    let [at, seen] = [from, 0];
    return (bytes) => {
        while (seen < bytes && at < text.length) {
            const point = text.codePointAt(at) ?? 0;
            seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            at += point > 0xffff ? 2 : 1;
        }
        return at;
    };
}
function* placed(raw, sql, from) {
    const at = byteWalker(sql, from);
    for (const { node, start, end } of raw)
        yield { node, offset: at(start), at, end: () => at(end) };
}
function codePoints(text) {
    let count = 0;
    for (const _ of text)
        count++;
    return count;
}
/** The parser has come to the end of a piece, and expects more. */
function wantsMore({ message }) {
    return message.endsWith('at end of input');
}
/**
 * Statements that begin there, at least one: as many as fit in a piece. A semicolon outside of brackets may also stand
 * within a statement, as in the body of a function: then the parser wants more, and gets twice as much. Whatever else it
 * refuses at a place, it would refuse there in the whole file as well.
 */
function pieceFrom(parse, sql, from) {
    for (let least = LONG;; least *= 2) {
        let end = endOfStatement(sql, from);
        for (let next = end; next < sql.length;) {
            const start = behindBlank(sql, next + 1);
            if (end - from >= least || (least === LONG && plainRows(sql, start) !== undefined))
                break;
            end = endOfStatement(sql, start);
            next = end;
        }
        try {
            return { raw: parse(sql.slice(from, end)), end };
        }
        catch (error) {
            if (!(error instanceof parser/* SqlSyntaxError */.MO))
                throw error;
            if (!wantsMore(error) || end === sql.length)
                throw new parser/* SqlSyntaxError */.MO(error.message, codePoints(sql.slice(0, from)) + error.position);
        }
    }
}
/** What the parser makes of an INSERT with its first row alone; undefined when it does not take that. */
function nodeOf(parse, sql, { from, end, values, first, last }, known) {
    const behind = sql.slice(last, end);
    const key = `${sql.slice(from, values)}\0${behind}`;
    const before = known.get(key);
    if (before !== undefined)
        return before;
    try {
        const [only, second] = parse(sql.slice(from, first) + behind);
        if (only === undefined || second !== undefined)
            return undefined;
        if (known.size >= MOST_KNOWN)
            known.clear();
        known.set(key, only.node);
        return only.node;
    }
    catch (error) {
        if (!(error instanceof parser/* SqlSyntaxError */.MO))
            throw error;
        return undefined;
    }
}
function* piecewise(parse, sql) {
    /** Of statements that differ in their rows alone. */
    const known = new Map();
    for (let from = behindBlank(sql, 0); from < sql.length;) {
        const rows = plainRows(sql, from);
        const end = rows === undefined ? from : endOfStatement(sql, rows.last);
        const node = rows === undefined ? undefined : nodeOf(parse, sql, { from, end, ...rows }, known);
        if (rows === undefined || node === undefined) {
            const piece = pieceFrom(parse, sql, from);
            yield* placed(piece.raw, sql, from);
            from = behindBlank(sql, piece.end + 1);
            continue;
        }
        const offset = from;
        yield { node, offset, at: () => offset, end: () => end, left: { from: rows.first, to: rows.last } };
        from = behindBlank(sql, end + 1);
    }
}
/** @throws SqlSyntaxError, SqlTooLargeError */
function statementsIn(parse, sql) {
    return sql.length > LONG ? piecewise(parse, sql) : placed(parse(sql), sql, 0);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/sql/statements.js







/** Finds lines and columns of many places in one text, without counting from the start each time. */
class Places {
    #starts = [0];
    constructor(text) {
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            this.#starts.push(at + 1);
    }
    /** Line and column, from 1, of an offset in code units. */
    at(offset) {
        let [low, high] = [0, this.#starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
}
/** The code-unit offset of a place that PostgreSQL gives in code points. */
function fromCodePoints(text, codePoints) {
    let at = 0;
    for (let seen = 0; seen < codePoints && at < text.length; seen++)
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
}
/** Where a name ends that begins there, with the names of schema and database before it. */
function behindName(sql, from) {
    const part = /(?:U&)?"(?:[^"]|"")*"|[^\s."()[\],;*/-]+/iy;
    for (let at = from;;) {
        part.lastIndex = at;
        const [found = ''] = part.exec(sql) ?? [];
        const end = at + found.length;
        const dot = behindBlank(sql, end);
        if (sql[dot] !== '.')
            return end;
        at = behindBlank(sql, dot + 1);
    }
}
/** How much of a line is shown: the whole file may be one. */
const SHOWN = 160;
/** The line with a caret beneath the column; a long one is cut around it. */
function caret(sql, line, column) {
    const text = (sql.split('\n', line)[line - 1] ?? '').replaceAll('\t', ' ').replace(/\r$/, '');
    const from = column > SHOWN ? column - SHOWN / 2 : 0;
    const shown = text.slice(from, from + SHOWN).toWellFormed();
    return `\n    ${shown}\n    ${' '.repeat(Math.max(0, column - 1 - from))}^\n`;
}
/** The parser quotes an unterminated string or comment to the end of the file. */
function shortened(message) {
    const first = message.split('\n', 1)[0]?.slice(0, SHOWN).toWellFormed() ?? '';
    return first.length < message.length ? `${first}\u2026` : message;
}
/** Each is parsed again with all that is before it. */
const COPIES_TRIED = 20;
/** A COPY whose rows follow it in the file, as pg_dump writes them: they are the first that is no SQL. */
function copyWithRows(parse, head) {
    const copies = /\bCOPY\b[^;]{1,2000}?\bFROM\s+stdin\b[^;]{0,500};/gi;
    for (const { index, 0: text } of head.matchAll(copies).take(COPIES_TRIED)) {
        try {
            const last = parse(head.slice(0, index + text.length)).at(-1);
            if (last !== undefined && 'CopyStmt' in last.node && last.node.CopyStmt.filename === undefined)
                return last;
        }
        catch {
            // it stands in a comment or a string
        }
    }
    return undefined;
}
function syntaxFailure(parse, error, file, sql) {
    const offset = fromCodePoints(sql, error.position);
    const places = new Places(sql);
    const copy = copyWithRows(parse, sql.slice(0, offset));
    const forbidden = copy === undefined ? undefined : forbiddenIn(copy.node);
    if (copy !== undefined && forbidden !== undefined) {
        const source = { file, ...places.at(byteWalker(sql)(copy.start)) };
        return new failure/* Failure */.HR({ code: 'SQL_REFUSED', ...forbidden, source });
    }
    const place = places.at(offset);
    const placeholder = /^\$\{[^}\n]{1,80}\}/.exec(sql.slice(sql.startsWith('{', offset) ? offset - 1 : offset))?.[0];
    if (placeholder !== undefined) {
        return new failure/* Failure */.HR({
            code: 'SQL_REFUSED',
            what: `${placeholder} is a placeholder, as Flyway and templates have them, and not SQL.`,
            why: 'Files are sent to the server as they are; nobody puts anything in its place.',
            fix: 'Write out what stands for it.',
            source: { file, ...place },
        });
    }
    const meta = /^\\\S+/.exec(sql.slice(offset, offset + SHOWN))?.[0];
    if (meta !== undefined) {
        return new failure/* Failure */.HR({
            code: 'SQL_REFUSED',
            what: `${meta} is a command of psql, not SQL.`,
            why: 'Files are sent to the server as they are; psql has no part in it.',
            fix: meta === '\\connect' || meta === '\\c'
                ? 'A run migrates one database: give the other one a folder and a step of its own.'
                : 'Write it as SQL, or remove it.',
            source: { file, ...place },
        });
    }
    return new failure/* Failure */.HR({
        code: 'SQL_SYNTAX',
        what: `This is not valid SQL: ${shortened(error.message)}.`,
        why: caret(sql, place.line, place.column),
        fix: 'Correct the statement.',
        source: { file, ...place },
        cause: error,
    });
}
function tooLarge(cause, file, line) {
    return new failure/* Failure */.HR({
        code: 'SQL_TOO_LARGE',
        what: `This cannot be understood: ${cause.message}.`,
        why: 'What is very long, or nested thousands of levels deep, uses up the memory of the parser.',
        fix: 'Divide what is too large: several files, several INSERT statements, IN (\u2026) instead of OR.',
        source: { file, line },
        cause,
    });
}
/** Trees are walked by recursion; one that the parser could still make may be too deep for that. */
function shallow(look, file, line) {
    try {
        return look();
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw tooLarge(new parser/* SqlTooLargeError */.sJ('it is nested too deeply', { cause: error }), file, line);
    }
}
function briefOf(text, offset, left) {
    if (left === undefined || left.from === left.to)
        return text;
    return `${text.slice(0, left.from - offset)}, \u2026${text.slice(left.to - offset)}`;
}
function isSetting({ node }) {
    return 'VariableSetStmt' in node;
}
function localSetting({ line, column }, outside, file) {
    const keeper = outside === undefined
        ? '`-- migrate: no-transaction`'
        : `${outside.nonTransactional} (line ${outside.line})`;
    return new failure/* Failure */.HR({
        code: 'SQL_MIXED',
        what: `This sets something for its transaction, and ${keeper} keeps the file outside of one.`,
        why: 'It would end with its own statement, and change nothing of the others.',
        fix: 'Write SET without LOCAL: it is put back behind the file. Isolation and the like have no meaning here.',
        source: { file, line, column },
    });
}
/**
 * Splits and classifies a file.
 * @throws Failure SQL_SYNTAX, SQL_REFUSED, SQL_MIXED, SQL_TOO_LARGE, DIRECTIVE_UNKNOWN or
 * DIRECTIVE_MISPLACED, each on its line.
 */
function readScript(parse, file, sql) {
    const directives = (0,migrations_directives/* readDirectives */.V)(file, sql);
    const places = new Places(sql);
    const statements = [];
    /** What is told of a node is told of every statement that has it. */
    let last;
    try {
        for (const { node, offset, at, end, left } of statementsIn(parse, sql)) {
            const place = places.at(offset);
            if (last?.node !== node) {
                const building = (0,non_transactional/* buildingOf */.yG)(node, (bytes) => behindName(sql, at(bytes)) - offset);
                const forbidden = shallow(() => forbiddenIn(node), file, place.line);
                last = { node, forbidden, building, nonTransactional: (0,non_transactional/* nonTransactionalReason */.TJ)(node, building) };
            }
            const { forbidden, building, nonTransactional } = last;
            if (forbidden !== undefined)
                throw new failure/* Failure */.HR({ code: 'SQL_REFUSED', ...forbidden, source: { file, ...place } });
            const text = sql.slice(offset, end());
            statements.push({
                text,
                brief: briefOf(text, offset, left),
                offset,
                ...place,
                node,
                nonTransactional,
                building,
            });
        }
    }
    catch (error) {
        if (error instanceof parser/* SqlTooLargeError */.sJ)
            throw tooLarge(error, file, 1);
        throw error instanceof parser/* SqlSyntaxError */.MO ? syntaxFailure(parse, error, file, sql) : error;
    }
    // Both ascend: what ended before one directive is not looked at for the next.
    let next = 0;
    (0,migrations_directives/* refuseMisplaced */.r)(file, sql, (offset) => {
        const endOf = (statement) => statement.offset + statement.text.length;
        for (let each = statements[next]; each !== undefined && endOf(each) <= offset; each = statements[next])
            next++;
        return (statements[next]?.offset ?? Number.POSITIVE_INFINITY) <= offset;
    });
    const outside = statements.find((statement) => statement.nonTransactional !== undefined);
    const inside = statements.find(({ nonTransactional, node }) => nonTransactional === undefined && !(0,non_transactional/* isSessionSetting */.l6)(node));
    if (outside !== undefined && inside !== undefined && isSetting(inside))
        throw localSetting(inside, outside, file);
    const { noTransaction } = directives;
    const local = noTransaction
        ? statements.find((each) => isSetting(each) && !(0,non_transactional/* isSessionSetting */.l6)(each.node))
        : undefined;
    if (local !== undefined)
        throw localSetting(local, undefined, file);
    if (outside !== undefined && inside !== undefined && !noTransaction) {
        const second = outside.offset > inside.offset ? outside : inside;
        throw new failure/* Failure */.HR({
            code: 'SQL_MIXED',
            what: `${outside.nonTransactional} (line ${outside.line}) cannot run inside a transaction, but line ${inside.line} needs one.`,
            why: 'If one of them fails, the other could not be undone with it.',
            fix: `Split the file before line ${second.line}: what runs alone goes into a migration of its own. Where each statement may stand alone, say \`-- migrate: no-transaction\` at its head.`,
            source: { file, line: second.line, column: second.column },
        });
    }
    return { file, sql, statements, directives, transactional: outside === undefined && !noTransaction };
}


/***/ }),

/***/ 9047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ runUrlOf),
/* harmony export */   SX: () => (/* binding */ applicationName),
/* harmony export */   XH: () => (/* binding */ FILE_MARK),
/* harmony export */   bD: () => (/* binding */ STATEMENT_SQL)
/* harmony export */ });
const BYTES = 63;
const form = /^(?:migrate|verify) ([^\s/]+\/[^\s/]+) (\d+)\/(\d+)$/;
/** `migrate owner/name 1234/1` */
function applicationName(step, { repository, id, attempt }) {
    const name = `${step} ${repository} ${id}/${attempt}`;
    return Buffer.from(name).subarray(0, BYTES).toString('utf8').replace(/\ufffd+$/, '');
}
/** The page of the run that an application name stands for, if it is one of ours and whole. */
function runUrlOf(name, { repositoryUrl, repository }) {
    const [, theirs, id, attempt] = form.exec(name) ?? [];
    if (theirs === undefined || !repositoryUrl.endsWith(repository))
        return undefined;
    const server = repositoryUrl.slice(0, -repository.length);
    return `${server}${theirs}/actions/runs/${id}/attempts/${attempt}`;
}
/** Stands between what the tool sends and what a file says. It never says which file: names are text of others. */
const FILE_MARK = '/* migrate */ ';
/** SQL for a session's statement: from the text of the file on, if it runs one. */
const STATEMENT_SQL = `left(
  CASE WHEN strpos(a.query, '${FILE_MARK}') > 0 THEN substr(a.query, strpos(a.query, '${FILE_MARK}') + ${FILE_MARK.length}) ELSE a.query END,
  1000)`;


/***/ }),

/***/ 3248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ countCompleted),
/* harmony export */   P: () => (/* binding */ completedBefore)
/* harmony export */ });
const completed = new WeakMap();
/** Counts from now on what a client completes. */
function countCompleted({ connection }) {
    let count = 0;
    connection.on('commandComplete', () => count++);
    connection.on('errorMessage', (error) => completed.set(error, count));
    connection.on('readyForQuery', () => {
        count = 0;
    });
}
/** @returns undefined for an error that no server sent */
function completedBefore(error) {
    return typeof error === 'object' && error !== null ? completed.get(error) : undefined;
}


/***/ }),

/***/ 4342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ AS_READ_SQL),
  Tq: () => (/* binding */ WATCH_SQL),
  Ng: () => (/* binding */ connect),
  GG: () => (/* binding */ driverClient),
  GI: () => (/* binding */ settingsSql)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/postgres/application-name.js
var application_name = __webpack_require__(9047);
// EXTERNAL MODULE: ./build/toolkit/postgres/completed.js
var completed = __webpack_require__(3248);
;// CONCATENATED MODULE: ./build/toolkit/postgres/message.js
/** A message of any number of statements, of whose answers the rows alone are kept: a file may have a million of them. */

const NONE = Object.freeze([]);
class Message extends esm/* default.Query */.Ay.Query {
    #answers = [];
    /** The driver would keep an object of ten members for each statement. */
    handleCommandComplete() {
        // Where the driver gathers rows; @types/pg does not know it.
        const { _result } = this;
        this.#answers.push(_result.rows.length === 0 ? NONE : _result.rows);
        if (_result.rows.length > 0)
            _result.rows = [];
    }
    get answers() {
        return this.#answers;
    }
}
/**
 * Sends a message at once.
 * @returns the rows of each statement
 * @throws the server's error, or that of a connection that is lost
 */
function sendMessage(client, sql) {
    return new Promise((resolve, reject) => {
        const message = new Message(sql, (error) => {
            if (error)
                reject(error);
            else
                resolve(message.answers);
        });
        client.query(message);
    });
}

;// CONCATENATED MODULE: ./build/toolkit/postgres/notices.js
/** Who listens to the answers that a client is still to get, in order; to be called for each message that is sent. */
function listenTo(client) {
    const listeners = [];
    let completed = 0;
    client.connection.on('commandComplete', () => completed++);
    client.connection.on('readyForQuery', () => {
        completed = 0;
        listeners.shift();
    });
    client.on('notice', (notice) => listeners[0]?.(notice, completed)); // pg's type lacks what it holds
    return (listener) => void listeners.push(listener);
}

// EXTERNAL MODULE: ./build/toolkit/postgres/without-rows.js
var without_rows = __webpack_require__(6027);
;// CONCATENATED MODULE: ./build/toolkit/postgres/session.js
/** Connections to the database, with the settings under which migrations run. */








/** Milliseconds for a connection to be made, unless the target says otherwise. */
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
        return new failure/* Failure */.HR({
            code: 'DATABASE_REFUSED',
            what: `The server refused the user of ${place}.`,
            why: message,
            fix: 'Check the user and how it proves to be that: its password, or the right to use IAM tokens.',
            cause: error,
        });
    }
    if (message.includes('client password must be a string')) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_REFUSED',
            what: `The server asks for a password for ${place}, and none is given.`,
            fix: 'Put it into the URL, percent-encoded, or use `database-auth: aws-iam`.',
            cause: error,
        });
    }
    if (message.includes('does not support SSL')) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_TLS',
            what: `There is no encrypted connection to ${place}: the server offers none.`,
            why: 'Off loopback, and with `sslmode` other than disable, the server must prove who it is.',
            fix: 'Turn TLS on at the server. Only where nobody else is on the way, add `?sslmode=disable` to the URL.',
            cause: error,
        });
    }
    if (code === '3D000') {
        return new failure/* Failure */.HR({
            code: 'DATABASE_MISSING',
            what: `There is no database ${target.database} at ${target.host}.`,
            fix: 'Create it, or correct the name in the URL.',
            cause: error,
        });
    }
    if (/certificate|self.signed|altnames|SSL|TLS/i.test(`${code} ${message}`)) {
        return new failure/* Failure */.HR({
            code: 'DATABASE_TLS',
            what: `There is no trusted connection to ${place}: ${message}.`,
            why: 'Off loopback the server must prove who it is (verify-full).',
            fix: 'Pass the authority of its certificate as `database-ca`; for Amazon RDS its global-bundle.pem.',
            cause: error,
        });
    }
    return new failure/* Failure */.HR({
        code: 'DATABASE_UNREACHABLE',
        what: `There is no connection to ${place} (${code || message}).`,
        ...(code === '' ? {} : { why: message }),
        fix: 'Check host and port of the database, and that the runner may reach them.',
        cause: error,
    });
}
/**
 * A client that does what its target says and nothing else, and whose errors tell no rows. The driver would also read
 * PGOPTIONS and the like, by which a session does other things than were shown, and turn off the proof of the server.
 */
async function driverClient(target, options) {
    const { host, port, database, user, tls } = target;
    const isSocket = host.startsWith('/');
    const ssl = tls === undefined || isSocket
        ? false
        : { rejectUnauthorized: true, ...(tls.ca === undefined ? {} : { ca: tls.ca }) };
    const client = new esm/* default.Client */.Ay.Client({
        host,
        port,
        database,
        user,
        password: await target.password(),
        ssl,
        sslnegotiation: 'postgres',
        client_encoding: 'UTF8',
        ...options,
    });
    const parameters = client; // missing in pg's types
    // What the target says itself, or nothing.
    if (target.options === undefined)
        delete parameters.connectionParameters.options;
    else
        parameters.connectionParameters.options = target.options;
    delete parameters.connectionParameters.replication;
    (0,without_rows/* tellNoRows */.mW)(client);
    return client;
}
const AFTER_THIS_SERVER = new Set(['DATABASE_UNREACHABLE', 'DATABASE_STANDBY']);
/**
 * To the first of the target's servers that answers and is the one that is wanted, as libpq does.
 * @throws Failure DATABASE_REFUSED, DATABASE_MISSING, DATABASE_TLS, DATABASE_STANDBY or DATABASE_UNREACHABLE, with the
 * error as its cause
 */
async function connect(target, world, options = {}) {
    const servers = [target, ...(target.others ?? [])];
    for (const [index, { host, port }] of servers.entries()) {
        try {
            return await connectTo({ ...target, host, port }, world, options);
        }
        catch (error) {
            const isLast = index === servers.length - 1;
            if (isLast || !(error instanceof failure/* Failure */.HR) || !AFTER_THIS_SERVER.has(error.code))
                throw error;
            world.log.info(`${error.what} The next server is asked.`);
        }
    }
    throw new RangeError('a target has a server');
}
/** By libpq's `target_session_attrs`. */
async function refuseOther({ query }, { attributes, host }) {
    if (attributes === undefined || attributes === 'any')
        return;
    const [is] = await query(`SELECT pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('default_transaction_read_only')::boolean AS readonly`);
    const found = {
        primary: is?.standby === false,
        standby: is?.standby === true,
        'read-write': is?.readonly === false,
        'read-only': is?.readonly === true,
    };
    if (found[attributes])
        return;
    throw new failure/* Failure */.HR({
        code: 'DATABASE_STANDBY',
        what: `The server at ${host} is not ${attributes}, which \`target_session_attrs\` asks for.`,
        fix: 'Name the right server, or all of them: `host=<one>,<other>`.',
    });
}
async function connectTo(target, world, options) {
    const session = await openSession(target, world, options);
    try {
        await refuseOther(session, target);
        return session;
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function openSession(target, world, { step = 'migrate', signal }) {
    const socket = new external_node_net_.Socket();
    const client = await driverClient(target, {
        stream: () => socket,
        application_name: (0,application_name/* applicationName */.SX)(step, world.run),
        connectionTimeoutMillis: target.connectTimeout ?? CONNECT_MS,
        keepAlive: true,
        pipeline: true,
    });
    signal?.throwIfAborted();
    let broken = false;
    // A connection that breaks rejects the query under way; without a listener it would end the process as well.
    client.on('error', () => {
        broken = true;
    });
    client.on('end', () => {
        broken = true;
    });
    (0,completed/* countCompleted */.F)(client);
    const hangUp = () => void socket.destroy();
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
        await client.connect();
    }
    catch (error) {
        signal?.removeEventListener('abort', hangUp);
        if (signal?.aborted !== true)
            await client.end().catch(() => undefined);
        throw explain(error, target);
    }
    // From here on each message has one answer; before, there was one to the start.
    const listen = listenTo(client);
    const send = async (sql, values, heard) => {
        listen(heard);
        if (values === undefined)
            return sendMessage(client, sql);
        const { rows } = await client.query(sql, [...values]);
        return [rows];
    };
    const { stream } = client.connection; // missing in pg's types
    return {
        send,
        sendAll: async (messages) => {
            stream.cork();
            const answers = messages.map(({ sql, heard }) => send(sql, undefined, heard));
            stream.uncork();
            return Promise.allSettled(answers);
        },
        query: async (sql, values) => ((await send(sql, values)).at(-1) ?? []), // the caller wrote the SELECT
        completedBefore: completed/* completedBefore */.P,
        announcedPid: client.processID, // BackendKeyData; missing in pg's types
        broken: (error) => broken || (error !== undefined && tellsLoss(error)),
        close: async () => {
            signal?.removeEventListener('abort', hangUp);
            // The farewell is on its way; that the server has read it is not worth a round trip.
            client.end().catch(() => undefined);
        },
    };
}
/** A backslash in a string is a backslash, as it was when the file was read and shown, whatever the server's settings are. */
const AS_READ_SQL = 'SET standard_conforming_strings = on';
/** What a session that migrates sets, and sets again after each file. */
function settingsSql({ lockTimeout, statementTimeout }) {
    return [
        AS_READ_SQL,
        `SET lock_timeout = ${lockTimeout}`,
        `SET statement_timeout = ${statementTimeout}`,
        // A runner that is gone without a word must not keep its locks for long.
        'SET idle_in_transaction_session_timeout = 60000',
    ].join('; ');
}
/** A killed runner's lock is freed within a second by this. Not every server and platform has it. */
const WATCH_SQL = "SET client_connection_check_interval = '1s'";


/***/ }),

/***/ 6027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pd: () => (/* binding */ messageAbout),
/* harmony export */   mW: () => (/* binding */ tellNoRows)
/* harmony export */ });
/* unused harmony export hideRows */
/**
 * Errors of a server without values of its rows. The server quotes them freely: the failing row, the duplicate key, the
 * line of a COPY, the text that is no number, the statement that a function put together. What remains are the words of
 * the server itself, and the names of tables, columns and constraints.
 */
/** What stands for a value. */
const HIDDEN = '\u2026';
/** As the server has said it, for whoever knows which of its words are no values. */
const said = new WeakMap();
/** Functions of the server, and of its languages, that say what code of others has put together. */
const RAISING = /^(?:exec_stmt_raise|exec_stmt_assert|PLy_output|do_util_elog|pltcl_elog)$/;
/** Raised by the code of a function, in PL/pgSQL or another language: its text is made of whatever that has put into it. */
function isRaised({ code = '', routine = '' }) {
    return /^(?:P0001|P0004|3[89]...)$/.test(code) || RAISING.test(routine);
}
/** About values (class 22), rows (class 23), or a statement that a function has put together. */
function quotesValues(error) {
    const { code = '', internalQuery } = error;
    return /^2[23]/.test(code) || internalQuery !== undefined || isRaised(error);
}
function messageOf(error) {
    const { code = '', message, internalQuery } = error;
    if (isRaised(error))
        return `an exception was raised: ${HIDDEN}`;
    // The argument of chr().
    if (code === '54000')
        return message.replace(/: \d+$/, `: ${HIDDEN}`);
    // Of rows it names the constraint alone.
    if (!code.startsWith('22') && internalQuery === undefined)
        return message;
    if (code.startsWith('23'))
        return message;
    // The value may have quotes in it, too: from the first to the last one.
    return message
        .replace(/"[\s\S]*"/, `"${HIDDEN}"`)
        .replace(/\b0x[0-9a-f]{2}\b(?: 0x[0-9a-f]{2}\b)*|\b\d{4,}\b/gi, HIDDEN);
}
/** `a, b` of `Key (a, b)=(1, 2) already exists.` */
function keyIn(detail = '') {
    const from = detail.indexOf('(') + 1;
    const to = detail.indexOf(')=(', from);
    return from > 0 && to > from ? detail.slice(from, to) : undefined;
}
function detailOf(error) {
    const { schema, table, column, constraint, detail } = error;
    if (!quotesValues(error))
        return detail;
    const columns = keyIn(detail) ?? column;
    const about = [
        table === undefined ? undefined : `table ${schema === undefined ? '' : `${schema}.`}${table}`,
        columns === undefined ? undefined : `${columns.includes(', ') ? 'columns' : 'column'} ${columns}`,
        constraint === undefined ? undefined : `constraint ${constraint}`,
    ].filter((part) => part !== undefined);
    return about.length === 0 ? undefined : `It is about ${about.join(', ')}.`;
}
/** Where in which function, and at which line of a COPY; not the statement, and not the line itself. */
const PLACES = [
    /^PL\/pgSQL function .+ line \d+ at [A-Za-z ]+$/,
    /^PL\/pgSQL function .+ (?:while|during) [a-z ]+$/,
    /^SQL function "[^"]+"(?: statement \d+| during [a-z]+)?$/,
    /^COPY [^,:"]+, line \d+(?:, column [^,:"]+)?/,
    /^while [a-z ]+ tuple \(\d+,\d+\) (?:in|of) relation "[^"]+"$/,
];
function whereOf({ where }) {
    const lines = (where ?? '').split('\n').flatMap((line) => {
        const found = PLACES.map((place) => place.exec(line)?.[0]).find((each) => each !== undefined);
        return found === undefined ? [] : [found];
    });
    return lines.length === 0 ? undefined : lines.join('\n');
}
/** Takes the values out of an error of the server, which stays the same object. */
function hideRows(error) {
    const quoting = error; // what pg makes of an ErrorResponse
    if (said.has(error) || typeof quoting.message !== 'string')
        return;
    const { message, stack } = quoting;
    said.set(error, message);
    const [shown, detail, where] = [messageOf(quoting), detailOf(quoting), whereOf(quoting)];
    if (isRaised(quoting))
        quoting.hint = undefined;
    quoting.detail = detail;
    quoting.where = where;
    quoting.message = shown;
    if (stack !== undefined)
        quoting.stack = stack.replace(message, () => shown);
    quoting.internalQuery = undefined;
}
/** From here on no error and no notice of a connection holds a value of a row. Before it is connected. */
function tellNoRows(client) {
    client.connection.on('errorMessage', hideRows);
    client.connection.on('notice', hideRows);
}
function wordsIn(text) {
    return new Set(text.match(/[\p{L}\p{N}_]+/gu));
}
function messageAbout(error, sql, longest = Number.POSITIVE_INFINITY) {
    const whole = said.get(error);
    if ((whole ?? error.message).length > longest)
        return undefined;
    if (whole === undefined || whole === error.message)
        return error.message;
    const known = new Set([...wordsIn(sql), ...wordsIn(error.message)]);
    const words = whole.split(/(\s+)/).map((part) => {
        const own = part.match(/[\p{L}\p{N}_]+/gu) ?? [];
        return own.every((word) => known.has(word)) ? part : HIDDEN;
    });
    return words.join('').replace(/\u2026(?:\s+\u2026)+/g, HIDDEN);
}


/***/ })

};
