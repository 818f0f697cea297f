export const id = "migrate-open";
export const ids = ["migrate-open"];
export const modules = {

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ Notices)
/* harmony export */ });
/* harmony import */ var _toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6027);
/* harmony import */ var _toolkit_report_log_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1938);
/* harmony import */ var _toolkit_report_markdown_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _toolkit_report_wording_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);
/* harmony import */ var _sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9899);





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
const colours = { WARNING: 'yellow', INFO: 'cyan', NOTICE: 'cyan' };
class Notices {
    #world;
    /** Behind the level: ` on the scratch server`. */
    #where;
    /** Of the file that is told of now. */
    #file = '';
    #told = 0;
    #left = 0;
    /** Of the whole run. */
    #all = 0;
    /** @param where whose they are, when that is not the database itself: ` on the scratch server` */
    constructor(world, where = '') {
        this.#world = world;
        this.#where = where;
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
            const place = (0,_sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .placeIn */ .VV)(notice, script, sent, completed);
            const line = place === undefined ? '' : `:${place.line}`;
            const { log } = this.#world;
            const level = levelOf(notice);
            const told = `${(0,_toolkit_report_log_ts__WEBPACK_IMPORTED_MODULE_1__/* .painter */ .C2)(log)(colours[level], level)}${this.#where}`;
            log.info(`${script.file}${line}: ${told}: ${this.#textOf(notice, script, sent, completed)}`);
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
            this.#world.log.info(`${this.#file}: \u2026 and ${(0,_toolkit_report_wording_ts__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(this.#left)} more notices${this.#where}`);
        this.#file = file;
        this.#told = 0;
        this.#left = 0;
    }
    /** Masked whole, and cut after that: half a secret is none that could be found. */
    #textOf(notice, script, sent, completed) {
        const { detail = '' } = notice;
        const statement = sent.statement ?? script.statements[completed - sent.before];
        const sql = statement?.text ?? script.sql;
        const message = (0,_toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_0__/* .messageAbout */ .Pd)(notice, sql.length > LONGEST_SQL ? '' : sql, TOO_LONG);
        if (message === undefined || detail.length > TOO_LONG)
            return '\u2026 (too long to be told)';
        const text = this.#world.redactor.mask(detail === '' ? message : `${message} (${detail})`);
        return (0,_toolkit_report_markdown_ts__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_toolkit_report_markdown_ts__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(text), LONGEST);
    }
}


/***/ }),

/***/ 1173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ indexesOf),
/* harmony export */   m: () => (/* binding */ indexName)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

const indexed = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE'];
/** PostgreSQL takes no more in an index. */
const MOST_COLUMNS = 32;
/** Without a schema a name is taken for one of `public`. */
function tableName(range) {
    const { schemaname = 'public', relname = '' } = range ?? {};
    return `${schemaname}.${relname}`;
}
/** Whoever follows a key looks for a value that is not NULL: an index without the others has all that he needs. */
function servesKeys(where, over) {
    if (where === undefined)
        return true;
    const { NullTest: test } = 'NullTest' in where ? where : {};
    if (test?.nulltesttype !== 'IS_NOT_NULL' || test.arg === undefined || !('ColumnRef' in test.arg))
        return false;
    return over.includes((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(test.arg.ColumnRef.fields).at(-1) ?? '');
}
function* indexesIn(node) {
    if ('IndexStmt' in node) {
        const parts = (node.IndexStmt.indexParams ?? []).map((each) => 'IndexElem' in each ? (each.IndexElem.name ?? '') : '');
        if (!servesKeys(node.IndexStmt.whereClause, parts))
            return;
        yield { table: tableName(node.IndexStmt.relation), over: parts };
    }
    for (const { table, column } of (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)(node))
        if ((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintsOf */ .Im)(column).some(({ contype }) => indexed.some((kind) => kind === contype)))
            yield { table: tableName(table), over: [column.colname ?? ''] };
    for (const { table, constraint } of (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .tableConstraints */ .$x)(node))
        if (indexed.some((kind) => kind === constraint.contype))
            yield { table: tableName(table), over: (0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(constraint.keys) };
}
/** Tells whether an index of these scripts begins with these columns of a table, in whatever order. */
function indexesOf(scripts) {
    const known = new Set();
    const keyOf = (table, over) => JSON.stringify([table, ...over.toSorted()]);
    for (const { statements } of scripts)
        for (const { node } of statements)
            for (const { table, over } of indexesIn(node))
                for (let length = 1; length <= Math.min(over.length, MOST_COLUMNS); length++)
                    known.add(keyOf(table, over.slice(0, length)));
    return (table, over) => known.has(keyOf(tableName(table), over));
}
/** The index that PostgreSQL would name, were it given no name. */
function indexName(table, over, ending) {
    return [(0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table).split('.').at(-1), ...over, ending].join('_');
}


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ lockedBy)
/* harmony export */ });
/* harmony import */ var _sql_ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _sql_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2112);


/** The tables in use that a statement locks against reads and writes. An index does not tell which table is its own. */
function lockedBy(node, isNew) {
    if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_INDEX')
        return [];
    return (0,_sql_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .locksOf */ .aZ)(node)
        .filter(({ mode, relation }) => mode === 'ACCESS EXCLUSIVE' && !isNew((0,_sql_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(relation)))
        .map(({ relation }) => relation);
}


/***/ }),

/***/ 2330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GM: () => (/* binding */ allRowsOf),
  Wt: () => (/* binding */ changing),
  nl: () => (/* binding */ rowChangesOf)
});

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/ast.js
var ast = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/truth.js

/** Conditions that nest deeper are not looked into. */
const DEEPEST = 50;
function constantOf(value) {
    if (value.isnull === true)
        return null;
    if (value.boolval !== undefined)
        return value.boolval.boolval === true;
    if (value.ival !== undefined)
        return value.ival.ival ?? 0;
    if (value.fval !== undefined)
        return Number(value.fval.fval);
    return value.sval?.sval ?? '';
}
function operandOf(node) {
    if (node === undefined)
        return undefined;
    if ('A_Const' in node)
        return { constant: constantOf(node.A_Const) };
    if ('TypeCast' in node)
        return operandOf(node.TypeCast.arg);
    if ('ColumnRef' in node)
        return { column: (0,ast/* textsOf */.CB)(node.ColumnRef.fields).join('.') };
    return undefined;
}
/** Texts are numbers where they look like some: '1'::int. Undefined when it cannot be told. */
function compared(operator, left, right) {
    if (left === undefined || right === undefined)
        return undefined;
    // NULL apart, a column is what it is.
    if ('column' in left || 'column' in right)
        return 'column' in left && 'column' in right && left.column === right.column
            ? ['=', '<=', '>='].includes(operator)
            : undefined;
    const [a, b] = [left.constant, right.constant];
    if (a === null || b === null)
        return undefined;
    const numbers = [a, b].map((each) => (typeof each === 'boolean' || each === '' ? Number.NaN : Number(each)));
    const [x = Number.NaN, y = Number.NaN] = numbers;
    const order = Number.isNaN(x - y) ? (a === b ? 0 : undefined) : Math.sign(x - y);
    const differs = order === undefined ? a !== b : order !== 0;
    if (operator === '=')
        return !differs;
    if (operator === '<>')
        return differs;
    if (order === undefined)
        return undefined;
    if (operator === '<')
        return order < 0;
    if (operator === '>')
        return order > 0;
    if (operator === '<=')
        return order <= 0;
    return operator === '>=' ? order >= 0 : undefined;
}
function itemsOf(node) {
    return node !== undefined && 'List' in node ? (node.List.items ?? []) : [];
}
function expression({ kind, name, lexpr, rexpr }) {
    const operator = (0,ast/* textsOf */.CB)(name).at(-1) ?? '';
    const left = operandOf(lexpr);
    if (kind === 'AEXPR_OP')
        return compared(operator, left, operandOf(rexpr));
    const items = itemsOf(rexpr).map(operandOf);
    if (kind === 'AEXPR_IN') {
        const found = items.some((item) => compared('=', left, item) === true);
        return operator === '=' && found ? true : undefined;
    }
    if (kind === 'AEXPR_BETWEEN')
        return (compared('>=', left, items[0]) === true && compared('<=', left, items[1]) === true) || undefined;
    if (kind === 'AEXPR_NOT_DISTINCT')
        return compared('=', left, operandOf(rexpr));
    return undefined;
}
/** NULL or NOT NULL of one column, both of which cover all rows. */
function coversAll(parts) {
    const tested = new Map();
    for (const part of parts) {
        if (!('NullTest' in part))
            continue;
        const value = operandOf(part.NullTest.arg);
        if (value === undefined || !('column' in value))
            continue;
        const kinds = tested.get(value.column) ?? new Set();
        tested.set(value.column, kinds.add(part.NullTest.nulltesttype ?? ''));
    }
    return [...tested.values()].some(({ size }) => size === 2);
}
function truth(node, depth) {
    if (node === undefined || depth > DEEPEST)
        return undefined;
    const below = (each) => truth(each, depth + 1);
    if ('A_Const' in node)
        return node.A_Const.boolval === undefined ? undefined : constantOf(node.A_Const) === true;
    if ('TypeCast' in node) {
        const value = operandOf(node);
        const text = value !== undefined && 'constant' in value ? String(value.constant) : '';
        return /^(?:t|true|y|yes|on|1)$/i.test(text) ? true : undefined;
    }
    if ('A_Expr' in node)
        return expression(node.A_Expr);
    if ('NullTest' in node) {
        const value = operandOf(node.NullTest.arg);
        if (value === undefined || 'column' in value)
            return undefined;
        return (value.constant === null) === (node.NullTest.nulltesttype === 'IS_NULL');
    }
    if ('BooleanTest' in node) {
        const value = below(node.BooleanTest.arg);
        const { booltesttype } = node.BooleanTest;
        if (booltesttype === 'IS_TRUE' || booltesttype === 'IS_NOT_FALSE')
            return value;
        return value === undefined
            ? undefined
            : booltesttype === 'IS_NOT_TRUE' || booltesttype === 'IS_FALSE'
                ? !value
                : undefined;
    }
    if ('SubLink' in node && node.SubLink.subLinkType === 'EXISTS_SUBLINK') {
        const { subselect } = node.SubLink;
        const alone = subselect !== undefined &&
            'SelectStmt' in subselect &&
            subselect.SelectStmt.fromClause === undefined &&
            subselect.SelectStmt.whereClause === undefined &&
            subselect.SelectStmt.limitCount === undefined &&
            subselect.SelectStmt.op === 'SETOP_NONE';
        return alone ? true : undefined;
    }
    if (!('BoolExpr' in node))
        return undefined;
    const { boolop, args = [] } = node.BoolExpr;
    const values = args.map(below);
    if (boolop === 'NOT_EXPR')
        return values[0] === undefined ? undefined : !values[0];
    if (boolop === 'AND_EXPR') {
        if (values.includes(false))
            return false;
        return values.every((value) => value === true) ? true : undefined;
    }
    if (values.includes(true) || coversAll(args))
        return true;
    return values.every((value) => value === false) ? false : undefined;
}
/** No condition, or one that is true for every row, those apart in which a column that is compared with itself is NULL. */
function isForAll(where) {
    return where === undefined || truth(where, 0) === true;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/row-changes.js

/** The kinds of statements that `rowChangesOf` reads. */
const changing = [
    ...['UpdateStmt', 'DeleteStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt'],
    ...['CopyStmt', 'CreateTableAsStmt', 'DeclareCursorStmt', 'ExplainStmt', 'PrepareStmt'],
];
/** Statements that run another, or keep it to be run. */
function heldBy(node) {
    if ('CopyStmt' in node)
        return node.CopyStmt.query;
    if ('CreateTableAsStmt' in node)
        return node.CreateTableAsStmt.query;
    if ('DeclareCursorStmt' in node)
        return node.DeclareCursorStmt.query;
    if ('ExplainStmt' in node)
        return node.ExplainStmt.query;
    return 'PrepareStmt' in node ? node.PrepareStmt.query : undefined;
}
function* within(clause) {
    for (const each of clause?.ctes ?? [])
        if ('CommonTableExpr' in each && each.CommonTableExpr.ctequery !== undefined)
            yield* rowChangesOf(each.CommonTableExpr.ctequery);
}
function* rowChangesOf(node) {
    if ('UpdateStmt' in node) {
        yield* within(node.UpdateStmt.withClause);
        yield node;
    }
    else if ('DeleteStmt' in node) {
        yield* within(node.DeleteStmt.withClause);
        yield node;
    }
    else if ('InsertStmt' in node) {
        yield* within(node.InsertStmt.withClause);
        yield node;
    }
    else if ('MergeStmt' in node) {
        yield* within(node.MergeStmt.withClause);
        yield node;
    }
    else if ('SelectStmt' in node)
        yield* within(node.SelectStmt.withClause);
    else {
        const held = heldBy(node);
        if (held !== undefined)
            yield* rowChangesOf(held);
    }
}
/** The table all of whose rows a statement changes or deletes, as far as its text tells. */
function allRowsOf(change, by) {
    if (by === 'UPDATE' && 'UpdateStmt' in change)
        return isForAll(change.UpdateStmt.whereClause) && change.UpdateStmt.fromClause === undefined
            ? change.UpdateStmt.relation
            : undefined;
    if (by === 'DELETE' && 'DeleteStmt' in change)
        return isForAll(change.DeleteStmt.whereClause) && change.DeleteStmt.usingClause === undefined
            ? change.DeleteStmt.relation
            : undefined;
    if (!('MergeStmt' in change))
        return undefined;
    const { relation, joinCondition, mergeWhenClauses = [] } = change.MergeStmt;
    const does = mergeWhenClauses.some((each) => 'MergeWhenClause' in each &&
        each.MergeWhenClause.commandType === `CMD_${by}` &&
        isForAll(each.MergeWhenClause.condition) &&
        (each.MergeWhenClause.matchKind !== 'MERGE_WHEN_MATCHED' || isForAll(joinCondition)));
    return does ? relation : undefined;
}


/***/ }),

/***/ 5833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ emptyMigration),
/* harmony export */   Q: () => (/* binding */ emptyFindings)
/* harmony export */ });
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3358);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(490);
/** What no rule sees, because there is no statement to look at. Only the files of other tools come this far. */


const emptyMigration = {
    name: 'empty-migration',
    group: 'safety',
    severity: 'notice',
    why: 'Once it is applied, it may not be filled in any more.',
};
function emptyFindings(scripts, choices) {
    const severity = (0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .severityOf */ .xJ)(emptyMigration, choices);
    if (severity === undefined)
        return [];
    const { name, why } = emptyMigration;
    return scripts
        .filter(({ statements }) => statements.length === 0)
        .filter(({ directives }) => !directives.allow.some(({ rule }) => rule === name))
        .map(({ file }) => (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)({
        rule: name,
        severity,
        verdict: 'fail',
        message: 'It holds no statement.',
        why,
        fix: 'Write what it is to do. If that is nothing, leave it as it is.',
        source: { file, line: 1 },
    }, file));
}


/***/ }),

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ isWeakened),
/* harmony export */   TN: () => (/* binding */ groups),
/* harmony export */   xJ: () => (/* binding */ severityOf),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/** What people choose from. Of a group it is the most that its rules may be; of a rule it is what it is. */
const levels = ['error', 'warning', 'off'];
/** What each group is about, and how it counts where nobody has chosen. */
const groups = {
    safety: { about: 'what stops or breaks a running service', level: 'error' },
    data: { about: 'what loses rows, or spoils them', level: 'error' },
    house: { about: 'what one house wants, and another does not', level: 'off' },
};
const most = {
    error: ['error', 'warning', 'notice'],
    warning: ['warning', 'notice'],
    off: [],
};
/** Undefined when the rule is off. */
function severityOf({ name, group, severity }, choices) {
    const own = choices.get(name);
    if (own !== undefined)
        return own === 'off' ? undefined : own;
    const allowed = most[choices.get(group) ?? groups[group].level];
    return allowed.includes(severity) ? severity : allowed[0];
}
const order = ['error', 'warning', 'notice', undefined];
/** Whether less is left of a rule than where nobody has chosen. */
function isWeakened(rule, choices) {
    return order.indexOf(severityOf(rule, choices)) > order.indexOf(severityOf(rule, new Map()));
}


/***/ }),

/***/ 3155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ allRules),
  x: () => (/* binding */ lintRules)
});

// NAMESPACE OBJECT: ./build/actions/migrate/src/lint/rules/index.js
var rules_namespaceObject = {};
__webpack_require__.r(rules_namespaceObject);
__webpack_require__.d(rules_namespaceObject, {
  addCheckWithoutNotValid: () => (rule),
  addColumnGeneratedStored: () => (add_column_generated_stored_rule),
  addColumnNotNullWithoutDefault: () => (add_column_not_null_without_default_rule),
  addColumnSerial: () => (add_column_serial_rule),
  addColumnVolatileDefault: () => (add_column_volatile_default_rule),
  addExclusionConstraint: () => (add_exclusion_constraint_rule),
  addForeignKeyWithoutNotValid: () => (add_foreign_key_without_not_valid_rule),
  addPrimaryKey: () => (add_primary_key_rule),
  addUniqueConstraint: () => (add_unique_constraint_rule),
  attachPartitionWithoutCheck: () => (attach_partition_without_check_rule),
  changeColumnType: () => (change_column_type_rule),
  charColumn: () => (char_column_rule),
  cluster: () => (cluster_rule),
  concurrentIfNotExists: () => (concurrent_if_not_exists_rule),
  createIndexNotConcurrently: () => (create_index_not_concurrently_rule),
  createPartitionOf: () => (create_partition_of_rule),
  createTrigger: () => (create_trigger_rule),
  dataChangeAfterLock: () => (data_change_after_lock_rule),
  deleteWithoutWhere: () => (delete_without_where_rule),
  detachPartitionNotConcurrently: () => (detach_partition_not_concurrently_rule),
  disableTrigger: () => (disable_trigger_rule),
  domainConstraint: () => (domain_constraint_rule),
  dropCascade: () => (drop_cascade_rule),
  dropColumn: () => (drop_column_rule),
  dropIndexNotConcurrently: () => (drop_index_not_concurrently_rule),
  dropNotNull: () => (drop_not_null_rule),
  dropSchema: () => (drop_schema_rule),
  dropTable: () => (drop_table_rule),
  enumValueUsedAtOnce: () => (enum_value_used_at_once_rule),
  foreignKeyWithoutIndex: () => (foreign_key_without_index_rule),
  foreignKeyWithoutKey: () => (foreign_key_without_key_rule),
  grantToPublic: () => (grant_to_public_rule),
  identifierTooLong: () => (identifier_too_long_rule),
  integerPrimaryKey: () => (integer_primary_key_rule),
  jsonColumn: () => (json_column_rule),
  lockTable: () => (lock_table_rule),
  notAnalysable: () => (not_analysable_rule),
  nowDefault: () => (now_default_rule),
  refreshViewNotConcurrently: () => (refresh_view_not_concurrently_rule),
  reindexNotConcurrently: () => (reindex_not_concurrently_rule),
  renameColumn: () => (rename_column_rule),
  renameEnumValue: () => (rename_enum_value_rule),
  renameObject: () => (rename_object_rule),
  renameSchema: () => (rename_schema_rule),
  renameTable: () => (rename_table_rule),
  securityDefinerWithoutSearchPath: () => (security_definer_without_search_path_rule),
  sessionSetting: () => (session_setting_rule),
  setLogged: () => (set_logged_rule),
  setNotNull: () => (set_not_null_rule),
  setTablespace: () => (set_tablespace_rule),
  severalTablesLocked: () => (several_tables_locked_rule),
  tableWithoutPrimaryKey: () => (table_without_primary_key_rule),
  timeOutRaised: () => (time_out_raised_rule),
  timestampWithoutTimeZone: () => (timestamp_without_time_zone_rule),
  truncate: () => (truncate_rule),
  updateWithoutWhere: () => (update_without_where_rule),
  vacuumFull: () => (vacuum_full_rule),
  validateWithAdd: () => (validate_with_add_rule)
});

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/empty-migration.js
var empty_migration = __webpack_require__(5833);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/ast.js
var ast = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/indexes.js
var indexes = __webpack_require__(1173);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/rewrite.js
/** On one line, unless a comment in it needs its line. */
function sourceOf({ text }) {
    return text.includes('--') ? text : text.replace(/\s+/g, ' ').trim();
}
/** The statement with a name for its constraint and NOT VALID, or `otherwise` when it does more than one thing. */
function notValid(statement, name, otherwise) {
    const { node } = statement;
    const single = 'AlterTableStmt' in node && node.AlterTableStmt.cmds?.length === 1;
    const text = sourceOf(statement).replace(/\bADD\s+(?=CHECK\b|FOREIGN\b)/i, `ADD CONSTRAINT ${name} `);
    return `${single ? text : otherwise} NOT VALID;`;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-check-without-not-valid.js



/** PostgreSQL names a check after its column, when it is about a single one. */
function onlyColumn({ raw_expr }) {
    const names = [...(0,ast/* walk */.GG)(raw_expr)].flatMap(({ kind, node }) => kind === 'ColumnRef' ? [...(0,ast/* walk */.GG)(node['fields'])].map((each) => String(each.node['sval'])) : []);
    const distinct = [...new Set(names)];
    return distinct.length === 1 ? distinct : [];
}
const rule = {
    name: 'add-check-without-not-valid',
    group: 'safety',
    severity: 'error',
    why: 'Every row is checked under a lock that blocks reads and writes.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check(statement, context) {
        const { node } = statement;
        for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
            if (!added || constraint.contype !== 'CONSTR_CHECK' || constraint.skip_validation === true)
                continue;
            if (context.isNew(table))
                continue;
            const here = (0,ast/* nameOf */.Vb)(table);
            const name = constraint.conname ?? (0,indexes/* indexName */.m)(table, onlyColumn(constraint), 'check');
            const rewrite = notValid(statement, name, `ALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (\u2026)`);
            yield {
                subject: `${here}.${name}`,
                message: `The new check ${name} reads the whole of ${here}.`,
                fix: `${rewrite}\nIn the next migration, which then blocks nobody:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
            };
        }
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const check = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === 'CONSTR_CHECK');
            if (check === undefined || check.skip_validation === true)
                continue;
            const [here, over = ''] = [(0,ast/* nameOf */.Vb)(table), column.colname];
            const generated = (0,ast/* constraintsOf */.Im)(column).some(({ contype }) => contype === 'CONSTR_GENERATED');
            const type = `${(0,ast/* typeText */.wQ)(column.typeName)}${generated ? ' GENERATED ALWAYS AS (\u2026) VIRTUAL' : ''}`;
            const name = check.conname ?? (0,indexes/* indexName */.m)(table, [over], 'check');
            yield {
                subject: `${here}.${name}`,
                message: `The check of the new column ${over} reads the whole of ${here}.`,
                fix: `ALTER TABLE ${here} ADD COLUMN ${over} ${type};\nALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (\u2026) NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-column-generated-stored.js

const add_column_generated_stored_rule = {
    name: 'add-column-generated-stored',
    group: 'safety',
    severity: 'error',
    why: 'A stored value is computed for every row: the table is rewritten under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const clause = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === 'CONSTR_GENERATED');
            if (clause === undefined || clause.generated_kind === 'v')
                continue;
            const name = column.colname ?? '';
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${name}`,
                message: `The new column ${name} of ${(0,ast/* nameOf */.Vb)(table)} is generated and stored.`,
                fix: `Add ${name} as a plain column, fill it in batches, and keep it up to date by a trigger or in the application; or compute it in a view.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-column-not-null-without-default.js

const add_column_not_null_without_default_rule = {
    name: 'add-column-not-null-without-default',
    group: 'safety',
    severity: 'error',
    why: 'The server refuses it as soon as the table has a row.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const kinds = (0,ast/* constraintsOf */.Im)(column).map(({ contype }) => contype);
            const filled = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
            if (filled || !kinds.includes('CONSTR_NOTNULL') || /serial/.test((0,ast/* typeOf */.QP)(column.typeName)))
                continue;
            const [name, type] = [column.colname ?? '', (0,ast/* typeText */.wQ)(column.typeName)];
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${name}`,
                message: `The new column ${name} of ${(0,ast/* nameOf */.Vb)(table)} is NOT NULL and has no default.`,
                fix: `ALTER TABLE ${(0,ast/* nameOf */.Vb)(table)} ADD COLUMN ${name} ${type}; fill it; then, in a later migration, add NOT NULL as the rule set-not-null shows. Or give it a constant DEFAULT.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-column-serial.js

const add_column_serial_rule = {
    name: 'add-column-serial',
    group: 'safety',
    severity: 'error',
    why: 'Every row that is there gets a number: the table is rewritten under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const identity = (0,ast/* constraintsOf */.Im)(column).some(({ contype }) => contype === 'CONSTR_IDENTITY');
            if (!identity && !/^(?:small|big)?serial\d?$/.test((0,ast/* typeOf */.QP)(column.typeName)))
                continue;
            const name = column.colname ?? '';
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${name}`,
                message: `The new column ${name} numbers every row of ${(0,ast/* nameOf */.Vb)(table)}.`,
                fix: `ALTER TABLE ${(0,ast/* nameOf */.Vb)(table)} ADD COLUMN ${name} bigint; make a sequence and SET DEFAULT nextval(\u2026); then fill the rows that are there in batches.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/volatility.js
/** Which defaults are one value for all rows, which are another for each, and which cannot be told. */

/** PostgreSQL's own functions that people give as defaults, and that are not volatile. */
const steady = new Set([
    ...['now', 'transaction_timestamp', 'statement_timestamp', 'current_timestamp', 'current_timestamp_n'],
    ...['current_date', 'current_time', 'current_time_n', 'localtime', 'localtime_n'],
    ...['localtimestamp', 'localtimestamp_n', 'current_role', 'current_user', 'user', 'session_user'],
    ...['current_catalog', 'current_schema', 'current_database', 'current_setting', 'timezone', 'date_trunc'],
    ...['date_part', 'extract', 'to_char', 'to_timestamp', 'make_interval', 'make_date', 'upper', 'lower'],
    ...[
        'concat',
        'concat_ws',
        'coalesce',
        'left',
        'right',
        'repeat',
        'replace',
        'md5',
        'abs',
        'round',
        'floor',
        'ceil',
    ],
    ...[
        'jsonb_build_object',
        'jsonb_build_array',
        'json_build_object',
        'json_build_array',
        'to_json',
        'to_jsonb',
    ],
    ...[
        'array_fill',
        'decode',
        'encode',
        'int4range',
        'int8range',
        'numrange',
        'daterange',
        'tsrange',
        'tstzrange',
    ],
]);
/** More of PostgreSQL's, and of its contrib modules, that are another value for each row. */
const restless = new Set([
    ...['random_normal', 'gen_random_bytes', 'gen_salt', 'uuid_generate_v1mc', 'currval', 'lastval'],
]);
/** The first function that is volatile or may be. */
function unsteadyFunction(expression) {
    const certain = (0,ast/* volatileFunction */.tG)(expression) ?? (0,ast/* functionsIn */.vn)(expression).find((name) => restless.has(name));
    if (certain !== undefined)
        return { name: certain, known: true };
    const unknown = (0,ast/* functionsIn */.vn)(expression).find((name) => !steady.has(name));
    return unknown === undefined ? undefined : { name: unknown, known: false };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-column-volatile-default.js


const add_column_volatile_default_rule = {
    name: 'add-column-volatile-default',
    group: 'safety',
    severity: 'error',
    why: 'The default is computed for every row that is there: the table is rewritten under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const clause = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === 'CONSTR_DEFAULT');
            const called = clause === undefined ? undefined : unsteadyFunction(clause.raw_expr);
            if (called === undefined)
                continue;
            const [here, name = ''] = [(0,ast/* nameOf */.Vb)(table), column.colname];
            const subject = `${here}.${name}`;
            const fix = `ALTER TABLE ${here} ADD COLUMN ${name} ${(0,ast/* typeText */.wQ)(column.typeName)};\nALTER TABLE ${here} ALTER COLUMN ${name} SET DEFAULT ${called.name}();\nThen fill the rows that are there in batches.`;
            if (called.known)
                yield {
                    subject,
                    message: `The default of the new column ${name} calls ${called.name}(), which is another value for each row of ${here}.`,
                    fix,
                };
            else
                yield {
                    subject,
                    verdict: 'unknown',
                    message: `The default of the new column ${name} calls ${called.name}(): whether that rewrites ${here} cannot be told from here.`,
                    fix,
                };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-exclusion-constraint.js

const add_exclusion_constraint_rule = {
    name: 'add-exclusion-constraint',
    group: 'safety',
    severity: 'error',
    why: 'Its index is built under a lock that blocks reads and writes, and it cannot be built concurrently.',
    fears: ['scan'],
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
            const { contype, without_overlaps } = constraint;
            if (!added || context.isNew(table))
                continue;
            if (contype !== 'CONSTR_EXCLUSION' && without_overlaps !== true)
                continue;
            const what = contype === 'CONSTR_EXCLUSION' ? 'exclusion constraint' : 'key WITHOUT OVERLAPS';
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${constraint.conname ?? ''}`,
                message: `The new ${what} of ${(0,ast/* nameOf */.Vb)(table)} builds its index while nobody may read or write.`,
                fix: `Make a new table with the constraint, copy the rows in batches, and switch over; or allow it for a table that is small, with that reason.`,
            };
        }
    },
};

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/locks.js
var locks = __webpack_require__(2112);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-foreign-key-without-not-valid.js




const add_foreign_key_without_not_valid_rule = {
    name: 'add-foreign-key-without-not-valid',
    group: 'safety',
    severity: 'error',
    why: 'Every row is checked while both tables are locked against writes.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check(statement, context) {
        const { node } = statement;
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            const { def } = command;
            if (!(0,locks/* enforces */.g6)(def) || context.isNew(table))
                continue;
            const { conname = '' } = def !== undefined && 'ATAlterConstraint' in def ? def.ATAlterConstraint : {};
            const here = (0,ast/* nameOf */.Vb)(table);
            yield {
                subject: `${here}.${conname}`,
                message: `The foreign key ${conname} of ${here} is enforced from now on, and so checks every row.`,
                fix: `ALTER TABLE ${here} ADD CONSTRAINT ${conname}_enforced FOREIGN KEY (\u2026) REFERENCES \u2026 NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${conname}_enforced;\nALTER TABLE ${here} DROP CONSTRAINT ${conname};`,
            };
        }
        for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
            if (!added || constraint.contype !== 'CONSTR_FOREIGN' || constraint.skip_validation === true)
                continue;
            if (context.isNew(table))
                continue;
            const [here, there] = [(0,ast/* nameOf */.Vb)(table), (0,ast/* nameOf */.Vb)(constraint.pktable)];
            const over = (0,ast/* textsOf */.CB)(constraint.fk_attrs);
            const name = constraint.conname ?? (0,indexes/* indexName */.m)(table, over, 'fkey');
            const plain = `ALTER TABLE ${here} ADD CONSTRAINT ${name} FOREIGN KEY (${over.join(', ')}) REFERENCES ${there}`;
            yield {
                subject: `${here}.${name}`,
                message: `The new foreign key of ${here} blocks writes to ${here} and ${there} while it checks every row.`,
                fix: `${notValid(statement, name, plain)}\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
            };
        }
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            if (!added || context.isNew(table))
                continue;
            const all = (0,ast/* constraintsOf */.Im)(column);
            const key = all.find(({ contype }) => contype === 'CONSTR_FOREIGN');
            // Without a default the new column is NULL everywhere, and there is nothing to check.
            if (key === undefined ||
                key.skip_validation === true ||
                !all.some(({ contype }) => contype === 'CONSTR_DEFAULT'))
                continue;
            const [here, there, over = ''] = [(0,ast/* nameOf */.Vb)(table), (0,ast/* nameOf */.Vb)(key.pktable), column.colname];
            const name = key.conname ?? (0,indexes/* indexName */.m)(table, [over], 'fkey');
            yield {
                subject: `${here}.${name}`,
                message: `The foreign key of the new column ${over} checks every row of ${here}, because the column has a default.`,
                fix: `ALTER TABLE ${here} ADD COLUMN ${over} ${(0,ast/* typeText */.wQ)(column.typeName)} DEFAULT \u2026;\nALTER TABLE ${here} ADD CONSTRAINT ${name} FOREIGN KEY (${over}) REFERENCES ${there} NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/new-keys.js


/** Those whose index is built by the statement: USING INDEX takes one that is there. */
function* newKeys(node, kind) {
    const named = (table, over, { conname }) => conname ?? (kind === 'CONSTR_PRIMARY' ? (0,indexes/* indexName */.m)(table, [], 'pkey') : (0,indexes/* indexName */.m)(table, over, 'key'));
    for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
        if (!added || constraint.contype !== kind || constraint.indexname !== undefined)
            continue;
        // Without overlaps it is an exclusion constraint: no index that is built beforehand can stand for it.
        if (constraint.without_overlaps === true)
            continue;
        const over = (0,ast/* textsOf */.CB)(constraint.keys);
        yield { table, name: named(table, over, constraint), over, column: undefined };
    }
    for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
        const key = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === kind);
        if (!added || key === undefined)
            continue;
        const over = [column.colname ?? ''];
        yield {
            table,
            name: named(table, over, key),
            over,
            column: `${column.colname} ${(0,ast/* typeText */.wQ)(column.typeName)}`,
        };
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-primary-key.js


const add_primary_key_rule = {
    name: 'add-primary-key',
    group: 'safety',
    severity: 'error',
    why: 'Its index is built under a lock that blocks reads and writes.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, name, over, column } of newKeys(node, 'CONSTR_PRIMARY')) {
            if (context.isNew(table))
                continue;
            const here = (0,ast/* nameOf */.Vb)(table);
            const first = column === undefined ? '' : `ALTER TABLE ${here} ADD COLUMN ${column};\n`;
            yield {
                subject: `${here}(${over.join(', ')})`,
                message: `The new primary key of ${here} builds its index while nobody may read or write.`,
                fix: `${first}In a migration of its own:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${here} (${over.join(', ')});\nThen:\nALTER TABLE ${here} ADD CONSTRAINT ${name} PRIMARY KEY USING INDEX ${name};`,
            };
        }
        // With an index that is there, the rows are still read when a column might be NULL.
        for (const { table, constraint } of (0,ast/* tableConstraints */.$x)(node)) {
            const { contype, indexname } = constraint;
            if (contype !== 'CONSTR_PRIMARY' || indexname === undefined || context.isNew(table))
                continue;
            const here = (0,ast/* nameOf */.Vb)(table);
            const open = (context.known.indexOver(table, indexname) ?? []).filter((column) => !context.known.isFilled(table, column, node));
            if (open.length === 0)
                continue;
            yield {
                subject: `${here}(${open.join(', ')})`,
                message: `The new primary key makes ${open.join(', ')} of ${here} NOT NULL, which reads the whole table.`,
                fix: `Before that, for each of these columns, what the rule set-not-null shows.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/add-unique-constraint.js


const add_unique_constraint_rule = {
    name: 'add-unique-constraint',
    group: 'safety',
    severity: 'error',
    why: 'Its index is built under a lock that blocks reads and writes.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, name, over, column } of newKeys(node, 'CONSTR_UNIQUE')) {
            if (context.isNew(table))
                continue;
            const here = (0,ast/* nameOf */.Vb)(table);
            const first = column === undefined ? '' : `ALTER TABLE ${here} ADD COLUMN ${column};\n`;
            yield {
                subject: `${here}(${over.join(', ')})`,
                message: `The new unique constraint of ${here} builds its index while nobody may read or write.`,
                fix: `${first}In a migration of its own:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${here} (${over.join(', ')});\nThen:\nALTER TABLE ${here} ADD CONSTRAINT ${name} UNIQUE USING INDEX ${name};`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/attach-partition-without-check.js

const attach_partition_without_check_rule = {
    name: 'attach-partition-without-check',
    group: 'safety',
    severity: 'notice',
    why: 'Every row of the new partition is read to see that it belongs there, while it is locked, unless a valid CHECK says so already.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_AttachPartition' || context.isNew(table))
                continue;
            const { def } = command;
            const partition = def !== undefined && 'PartitionCmd' in def ? def.PartitionCmd.name : undefined;
            if (context.isNew(partition))
                continue;
            yield {
                subject: (0,ast/* nameOf */.Vb)(partition),
                message: `Attaching ${(0,ast/* nameOf */.Vb)(partition)} to ${(0,ast/* nameOf */.Vb)(table)} reads all of it.`,
                fix: `Before that: ALTER TABLE ${(0,ast/* nameOf */.Vb)(partition)} ADD CONSTRAINT <name> CHECK (<the bounds>) NOT VALID; and VALIDATE CONSTRAINT <name>; in migrations of their own.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/change-column-type.js

/** Every other type is stored otherwise than these, or has to be checked: measured with PostgreSQL 15. */
const own = new Set([
    ...['int2', 'int4', 'int8', 'float4', 'float8', 'bool', 'uuid', 'json', 'jsonb', 'bytea', 'bpchar'],
    ...['date', 'time', 'timetz'],
]);
/** Only a column that has this very type already is not rewritten; nobody writes that down. */
function rewrites({ typeName, raw_default }) {
    if (typeName?.arrayBounds !== undefined)
        return false;
    // USING may be the bare column, and then says nothing.
    const computed = raw_default !== undefined && !('ColumnRef' in raw_default);
    return own.has((0,ast/* typeOf */.QP)(typeName)) || computed;
}
const change_column_type_rule = {
    name: 'change-column-type',
    group: 'safety',
    severity: 'error',
    why: 'Most changes of a type rewrite the table and its indexes under a lock that blocks reads and writes; which do depends on the type before.',
    fears: ['rewrite', 'scan'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_AlterColumnType' || context.isNew(table))
                continue;
            const { name = '', def } = command;
            if (def === undefined || !('ColumnDef' in def))
                continue;
            const [here, type] = [(0,ast/* nameOf */.Vb)(table), (0,ast/* typeText */.wQ)(def.ColumnDef.typeName)];
            const subject = `${here}.${name}`;
            const copy = `ALTER TABLE ${here} ADD COLUMN ${name}_new ${type};\nWrite both, fill ${name}_new in batches, read it, and drop ${name} in a later release.`;
            if (rewrites(def.ColumnDef))
                yield { subject, message: `${subject} becomes ${type}, which rewrites ${here}.`, fix: copy };
            else
                yield {
                    subject,
                    verdict: 'unknown',
                    message: `The type of ${subject} becomes ${type}: whether that rewrites the table cannot be told from here.`,
                    fix: `Nothing is rewritten from varchar to text or to a longer varchar, and from numeric to one with more digits and the same scale; the round trip on a scratch database shows it. For all others:\n${copy}`,
                };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/char-column.js

const char_column_rule = {
    name: 'char-column',
    group: 'house',
    severity: 'notice',
    why: 'Values are filled up with blanks, which some comparisons see and others do not.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }) {
        for (const { table, column } of (0,ast/* columns */.YB)(node)) {
            if (!((0,ast/* typeOf */.QP)(column.typeName) === 'bpchar'))
                continue;
            const name = `${(0,ast/* nameOf */.Vb)(table)}.${column.colname}`;
            yield {
                subject: name,
                message: `${name} is char(n).`,
                fix: `Make it text, with a CHECK of its length if that matters.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/cluster.js

const cluster_rule = {
    name: 'cluster',
    group: 'safety',
    severity: 'error',
    why: 'The table is rewritten under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['ClusterStmt'],
    *check({ node }, context) {
        if (!('ClusterStmt' in node))
            return;
        if (node.ClusterStmt.relation !== undefined && context.isNew(node.ClusterStmt.relation))
            return;
        yield {
            subject: (0,ast/* nameOf */.Vb)(node.ClusterStmt.relation),
            message: `CLUSTER rewrites ${(0,ast/* nameOf */.Vb)(node.ClusterStmt.relation) || 'every clustered table'} while nobody may read or write.`,
            fix: 'Use a tool that rewrites beside the table, such as pg_repack.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/concurrent-if-not-exists.js

const concurrent_if_not_exists_rule = {
    name: 'concurrent-if-not-exists',
    group: 'safety',
    severity: 'warning',
    why: 'IF NOT EXISTS is content with an index of that name, also with one that was never finished. What is there is looked at anyway: a finished one is adopted, an unfinished one is built anew.',
    on: ['IndexStmt'],
    *check({ node }) {
        if (!('IndexStmt' in node) || node.IndexStmt.concurrent !== true || node.IndexStmt.if_not_exists !== true)
            return;
        const { idxname = '', relation } = node.IndexStmt;
        yield {
            subject: idxname,
            message: `IF NOT EXISTS has no use for ${idxname}, and hides a failed build from other tools.`,
            fix: `CREATE INDEX CONCURRENTLY ${idxname} ON ${(0,ast/* nameOf */.Vb)(relation)} (\u2026);`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/create-index-not-concurrently.js



const create_index_not_concurrently_rule = {
    name: 'create-index-not-concurrently',
    group: 'safety',
    severity: 'error',
    why: 'Writes to the table wait until the index is built.',
    fears: ['scan'],
    on: ['IndexStmt'],
    *check(statement, context) {
        const { node } = statement;
        if (!('IndexStmt' in node))
            return;
        const { concurrent, relation, indexParams } = node.IndexStmt;
        if (concurrent === true || context.isNew(relation))
            return;
        const over = (indexParams ?? []).map((each) => 'IndexElem' in each ? (each.IndexElem.name ?? 'expr') : 'expr');
        const name = node.IndexStmt.idxname ?? (0,indexes/* indexName */.m)(relation, over, 'idx');
        const subject = `${(0,ast/* nameOf */.Vb)(relation)}.${name}`;
        if (relation?.inh !== true) {
            yield {
                subject,
                verdict: 'unknown',
                message: `${name} is built ON ONLY ${(0,ast/* nameOf */.Vb)(relation)}: for a partitioned table that builds nothing yet, for any other it blocks writes.`,
                fix: `If ${(0,ast/* nameOf */.Vb)(relation)} is not partitioned, leave ONLY away and say CONCURRENTLY.`,
            };
            return;
        }
        const given = node.IndexStmt.idxname === undefined ? ` ${name}` : '';
        yield {
            subject,
            message: `Building ${name} blocks writes to ${(0,ast/* nameOf */.Vb)(relation)}.`,
            fix: `In a migration of its own:\n${sourceOf(statement)
                .replace(/\bINDEX\b/i, `INDEX CONCURRENTLY${given}`)
                .replace(/\bIF\s+NOT\s+EXISTS\s+/i, '')};\nA partitioned table takes one index ON ONLY it, one CONCURRENTLY for each partition, and ALTER INDEX \u2026 ATTACH PARTITION.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/create-partition-of.js

const create_partition_of_rule = {
    name: 'create-partition-of',
    group: 'safety',
    severity: 'warning',
    why: 'The partitioned table is locked against reads and writes, and its default partition, if it has one, is read meanwhile.',
    fears: ['lock'],
    on: ['CreateStmt'],
    *check({ node }, context) {
        if (!('CreateStmt' in node) || node.CreateStmt.partbound === undefined)
            return;
        const { relation, inhRelations } = node.CreateStmt;
        for (const each of inhRelations ?? []) {
            if (!('RangeVar' in each) || context.isNew(each.RangeVar))
                continue;
            const [parent, own] = [(0,ast/* nameOf */.Vb)(each.RangeVar), (0,ast/* nameOf */.Vb)(relation)];
            yield {
                subject: own,
                message: `Making ${own} as a partition of ${parent} blocks reads and writes of ${parent}.`,
                fix: `CREATE TABLE ${own} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);\nALTER TABLE ${parent} ATTACH PARTITION ${own} \u2026;\nThat blocks neither; only a default partition is locked and read, unless a valid CHECK rules these rows out.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/create-trigger.js

const create_trigger_rule = {
    name: 'create-trigger',
    group: 'safety',
    severity: 'warning',
    why: 'Writes to the table wait while it is made, and every write pays for it afterwards.',
    fears: ['lock'],
    on: ['CreateTrigStmt'],
    *check(statement, context) {
        const { node } = statement;
        if (!('CreateTrigStmt' in node) || context.isNew(node.CreateTrigStmt.relation))
            return;
        const { relation, trigname = '', timing } = node.CreateTrigStmt;
        // INSTEAD OF: only views have those.
        if (timing === 64)
            return;
        yield {
            subject: `${(0,ast/* nameOf */.Vb)(relation)}.${trigname}`,
            message: `The trigger ${trigname} comes to ${(0,ast/* nameOf */.Vb)(relation)}, which is in use.`,
            fix: 'Make its function cheap, test it with real rows, and keep this statement in a migration of its own.',
        };
    },
};

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/row-changes.js + 1 modules
var row_changes = __webpack_require__(2330);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/data-change-after-lock.js

/** INSERT \u2026 SELECT, not INSERT \u2026 VALUES. */
function isQuery(select) {
    return select !== undefined && 'SelectStmt' in select && select.SelectStmt.valuesLists === undefined;
}
const data_change_after_lock_rule = {
    name: 'data-change-after-lock',
    group: 'safety',
    severity: 'warning',
    why: 'A lock that blocks reads and writes is held while rows are changed, until the transaction ends.',
    fears: ['lock'],
    on: row_changes/* changing */.Wt,
    *check({ node }, context) {
        const [locked] = context.locked;
        if (locked === undefined)
            return;
        const changes = (0,row_changes/* rowChangesOf */.nl)(node).some((each) => !('InsertStmt' in each) || isQuery(each.InsertStmt.selectStmt));
        if (!changes)
            return;
        yield {
            subject: locked,
            message: `Rows are changed while ${locked} is locked against reads and writes.`,
            fix: 'Put the change of the rows into a migration of its own.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/delete-without-where.js


const delete_without_where_rule = {
    name: 'delete-without-where',
    group: 'data',
    severity: 'warning',
    why: 'All rows stay locked until the file is done, and their old versions stay behind.',
    on: row_changes/* changing */.Wt,
    *check({ node }, context) {
        for (const each of (0,row_changes/* rowChangesOf */.nl)(node)) {
            const relation = (0,row_changes/* allRowsOf */.GM)(each, 'DELETE');
            if (relation === undefined || context.isNew(relation))
                continue;
            const name = (0,ast/* nameOf */.Vb)(relation);
            yield {
                subject: name,
                message: `Every row of ${name} is deleted in one transaction.`,
                fix: 'Do it in batches of some thousand rows, outside of the migration; or say with WHERE which rows are meant.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/detach-partition-not-concurrently.js

const detach_partition_not_concurrently_rule = {
    name: 'detach-partition-not-concurrently',
    group: 'safety',
    severity: 'error',
    why: 'The whole partitioned table is locked against reads and writes.',
    fears: ['lock'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_DetachPartition' || context.isNew(table))
                continue;
            const { def } = command;
            if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.concurrent === true)
                continue;
            const partition = (0,ast/* nameOf */.Vb)(def.PartitionCmd.name);
            yield {
                subject: partition,
                message: `Detaching ${partition} blocks reads and writes of ${(0,ast/* nameOf */.Vb)(table)}.`,
                fix: `ALTER TABLE ${(0,ast/* nameOf */.Vb)(table)} DETACH PARTITION ${partition} CONCURRENTLY; in a migration of its own.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/disable-trigger.js

const disable_trigger_rule = {
    name: 'disable-trigger',
    group: 'data',
    severity: 'warning',
    why: 'What is written meanwhile escapes it, foreign keys included if it is ALL.',
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (!/^AT_DisableTrig/.test(command.subtype ?? '') || context.isNew(table))
                continue;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${command.name ?? 'all'}`,
                message: `Triggers of ${(0,ast/* nameOf */.Vb)(table)} are switched off for everybody.`,
                fix: 'For a change of data use SET LOCAL session_replication_role = replica; which holds for this transaction only.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/domain-constraint.js

const domain_constraint_rule = {
    name: 'domain-constraint',
    group: 'safety',
    severity: 'error',
    why: 'Every table that has a column of the domain is read whole, while writes to all of them wait.',
    fears: ['scan'],
    on: ['AlterDomainStmt'],
    *check({ node }, context) {
        if (!('AlterDomainStmt' in node))
            return;
        const { subtype, typeName, def } = node.AlterDomainStmt;
        const constraint = def !== undefined && 'Constraint' in def ? def.Constraint : undefined;
        const adds = subtype === 'C' && constraint?.skip_validation !== true;
        if (!adds && subtype !== 'O')
            return;
        const name = (0,ast/* textsOf */.CB)(typeName).join('.');
        if (context.isNew((0,ast/* rangeOf */.be)(name)))
            return;
        const check = constraint?.contype === 'CONSTR_CHECK' ? '(\u2026)' : '(VALUE IS NOT NULL)';
        const called = constraint?.conname ?? '<name>';
        yield {
            subject: `${name}.${constraint?.conname ?? subtype}`,
            message: `The new constraint of the domain ${name} reads every table that uses it.`,
            fix: `ALTER DOMAIN ${name} ADD CONSTRAINT ${called} CHECK ${check} NOT VALID;\nIn the next migration:\nALTER DOMAIN ${name} VALIDATE CONSTRAINT ${called};`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-cascade.js

const drop_cascade_rule = {
    name: 'drop-cascade',
    group: 'data',
    severity: 'warning',
    why: 'What depends on it goes as well, and nothing here says what that is.',
    on: ['AlterTableStmt', 'DropStmt'],
    *check({ node }) {
        const dropping = 'DropStmt' in node ? node.DropStmt.behavior : undefined;
        const cascading = (0,ast/* alterations */.TL)(node).some(({ command }) => command.behavior === 'DROP_CASCADE');
        if (dropping !== 'DROP_CASCADE' && !cascading)
            return;
        const parts = (0,ast/* alterations */.TL)(node).flatMap(({ table, command }) => command.behavior === 'DROP_CASCADE' ? [`${(0,ast/* nameOf */.Vb)(table)}.${command.name}`] : []);
        const what = ('DropStmt' in node ? (0,ast/* droppedNames */.xX)(node.DropStmt.objects) : parts).join(', ');
        yield {
            subject: what,
            message: `CASCADE drops whatever depends on ${what}.`,
            fix: 'Leave CASCADE away: the server then lists what depends on it. Drop each of these by name.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-column.js

const drop_column_rule = {
    name: 'drop-column',
    group: 'data',
    severity: 'error',
    why: 'Its values are gone, and whatever still reads it fails.',
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_DropColumn' || context.isNewColumn(table, command.name ?? ''))
                continue;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${command.name ?? ''}`,
                message: `${(0,ast/* nameOf */.Vb)(table)}.${command.name} and its values are dropped.`,
                fix: `Release first what no longer uses ${command.name}. Then drop it with \`-- migrate: allow drop-column: <since when nothing uses it>\`.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-index-not-concurrently.js

const drop_index_not_concurrently_rule = {
    name: 'drop-index-not-concurrently',
    group: 'safety',
    severity: 'warning',
    why: 'Its table is locked against reads and writes, behind everything that uses it now.',
    fears: ['lock'],
    on: ['DropStmt'],
    *check({ node }, context) {
        if (!('DropStmt' in node) ||
            node.DropStmt.removeType !== 'OBJECT_INDEX' ||
            node.DropStmt.concurrent === true)
            return;
        for (const name of (0,ast/* droppedNames */.xX)(node.DropStmt.objects)) {
            if (context.isNew((0,ast/* rangeOf */.be)(name)))
                continue;
            yield {
                subject: name,
                message: `Dropping ${name} blocks reads and writes of its table.`,
                fix: `DROP INDEX CONCURRENTLY ${name}; in a migration of its own.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-not-null.js

const drop_not_null_rule = {
    name: 'drop-not-null',
    group: 'data',
    severity: 'notice',
    why: 'Readers that rely on a value may meet none.',
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_DropNotNull' || context.isNew(table))
                continue;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${command.name ?? ''}`,
                message: `${(0,ast/* nameOf */.Vb)(table)}.${command.name} may be NULL from now on.`,
                fix: 'Make sure that every reader can do without a value, also those that are released already.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-schema.js

const drop_schema_rule = {
    name: 'drop-schema',
    group: 'data',
    severity: 'error',
    why: 'Everything in it is gone, and whatever still uses it fails.',
    on: ['DropStmt', 'DropdbStmt'],
    *check({ node }) {
        if ('DropdbStmt' in node) {
            const { dbname = '' } = node.DropdbStmt;
            yield {
                subject: dbname,
                message: `The database ${dbname} is dropped.`,
                fix: 'Do that by hand, after a backup.',
            };
        }
        if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_SCHEMA')
            return;
        for (const name of (0,ast/* droppedNames */.xX)(node.DropStmt.objects)) {
            yield {
                subject: name,
                message: `The schema ${name} is dropped.`,
                fix: 'Drop what is in it, one by one, so that the review shows what is lost; then the empty schema.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/drop-table.js

const drop_table_rule = {
    name: 'drop-table',
    group: 'data',
    severity: 'error',
    why: 'Its rows are gone, and whatever still reads it fails.',
    on: ['DropStmt'],
    *check({ node }, context) {
        if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_TABLE')
            return;
        for (const name of (0,ast/* droppedNames */.xX)(node.DropStmt.objects)) {
            if (context.isNew((0,ast/* rangeOf */.be)(name)))
                continue;
            yield {
                subject: name,
                message: `${name} and its rows are dropped.`,
                fix: `Release first what no longer uses ${name}. Then drop it with \`-- migrate: allow drop-table: <since when nothing uses it>\`.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/enum-value-used-at-once.js

/** A_Const.sval: `{ sval: text }`. */
function stringOf(value) {
    return typeof value === 'object' && value !== null && 'sval' in value ? String(value.sval) : undefined;
}
const adding = new WeakMap();
function note({ own, values }, node) {
    if (node === undefined)
        return;
    if ('CreateEnumStmt' in node)
        own.add((0,ast/* textsOf */.CB)(node.CreateEnumStmt.typeName).join('.'));
    if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal !== undefined)
        return;
    const type = (0,ast/* textsOf */.CB)(node.AlterEnumStmt.typeName).join('.');
    if (!own.has(type))
        values.set(node.AlterEnumStmt.newVal ?? '', type);
}
/** New values with their types, of this transaction. A type that it makes itself is ready at once. */
function freshValues({ script, index }) {
    const before = adding.get(script);
    const added = before !== undefined && before.next <= index
        ? before
        : { next: 0, own: new Set(), values: new Map() };
    adding.set(script, added);
    for (; added.next < index; added.next++)
        note(added, script.statements[added.next]?.node);
    return added.values;
}
/** Literals that are cast to a type on the spot. */
function casts(node) {
    return new Set([...(0,ast/* walk */.GG)(node)].flatMap(({ kind, node: cast }) => {
        if (kind !== 'TypeCast')
            return [];
        const [constant] = [...(0,ast/* walk */.GG)(cast['arg'])].filter((each) => each.kind === 'A_Const');
        const names = [...(0,ast/* walk */.GG)(cast['typeName'])].flatMap((each) => stringOf(each.node) ?? []);
        return [`${stringOf(constant?.node['sval'])}\n${names.join('.')}`];
    }));
}
/** What runs later, or is only words: the bodies of functions are read when they are called. */
const later = ['AlterEnumStmt', 'CommentStmt', 'CreateFunctionStmt'];
const enum_value_used_at_once_rule = {
    name: 'enum-value-used-at-once',
    group: 'safety',
    severity: 'error',
    why: 'PostgreSQL refuses it (55P04): a new value can be used only after its transaction.',
    *check({ node }, context) {
        if (later.some((kind) => kind in node))
            return;
        const fresh = freshValues(context);
        if (fresh.size === 0)
            return;
        const cast = casts(node);
        for (const { kind, node: constant } of (0,ast/* walk */.GG)(node)) {
            const text = kind === 'A_Const' ? stringOf(constant['sval']) : undefined;
            const type = text === undefined ? undefined : fresh.get(text);
            if (text === undefined || type === undefined)
                continue;
            const parts = { subject: text, fix: 'Put what uses it into the next migration.' };
            // Without a cast it may be a text, or a value of another type.
            if (cast.has(`${text}\n${type}`))
                yield { ...parts, message: `The new value '${text}' is used in the transaction that adds it.` };
            else
                yield {
                    ...parts,
                    verdict: 'unknown',
                    message: `The new value '${text}' is used in the transaction that adds it, if this is a value of ${type}.`,
                };
            return;
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/foreign-key-without-index.js


function* foreignKeys(node) {
    for (const { table, column } of (0,ast/* columns */.YB)(node)) {
        const key = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === 'CONSTR_FOREIGN');
        if (key !== undefined)
            yield { table, over: [column.colname ?? ''], target: (0,ast/* nameOf */.Vb)(key.pktable) };
    }
    for (const { table, constraint } of (0,ast/* tableConstraints */.$x)(node)) {
        if (constraint.contype === 'CONSTR_FOREIGN')
            yield { table, over: (0,ast/* textsOf */.CB)(constraint.fk_attrs), target: (0,ast/* nameOf */.Vb)(constraint.pktable) };
    }
}
const foreign_key_without_index_rule = {
    name: 'foreign-key-without-index',
    group: 'safety',
    severity: 'notice',
    why: 'Deleting or changing the row that is referred to reads the whole table for each one.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        for (const { table, over, target } of foreignKeys(node)) {
            if (context.indexes(table, over))
                continue;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}(${over.join(', ')})`,
                message: `No index of this change covers the foreign key ${(0,ast/* nameOf */.Vb)(table)}(${over.join(', ')}).`,
                fix: `${context.isNew(table) || 'CreateStmt' in node ? 'CREATE INDEX' : 'In a migration of its own:\nCREATE INDEX CONCURRENTLY'} ${(0,indexes/* indexName */.m)(table, over, 'idx')} ON ${(0,ast/* nameOf */.Vb)(table)} (${over.join(', ')});\nIt can be left away when no row of ${target} is ever deleted or renumbered, or when such an index is there already.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/foreign-key-without-key.js

const foreign_key_without_key_rule = {
    name: 'foreign-key-without-key',
    group: 'safety',
    severity: 'error',
    why: 'What is unique for some rows only proves nothing of the others: PostgreSQL refuses the key (42830).',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }, context) {
        const keys = [
            ...(0,ast/* columns */.YB)(node).flatMap(({ table, column }) => (0,ast/* constraintsOf */.Im)(column).map((constraint) => ({ table, constraint }))),
            ...(0,ast/* tableConstraints */.$x)(node),
        ];
        for (const { table, constraint } of keys) {
            const { contype, pktable, pk_attrs } = constraint;
            const over = (0,ast/* textsOf */.CB)(pk_attrs);
            if (contype !== 'CONSTR_FOREIGN' || !context.known.isPartlyUnique(pktable, over))
                continue;
            const there = `${(0,ast/* nameOf */.Vb)(pktable)}(${over.join(', ')})`;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)} ${there}`,
                message: `${(0,ast/* nameOf */.Vb)(table)} refers to ${there}, whose only unique index is a partial one.`,
                fix: `In a migration of its own, before this one:\nCREATE UNIQUE INDEX CONCURRENTLY ${(0,ast/* nameOf */.Vb)(pktable).split('.').at(-1)}_${over.join('_')}_key ON ${(0,ast/* nameOf */.Vb)(pktable)} (${over.join(', ')});`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/grant-to-public.js

const grant_to_public_rule = {
    name: 'grant-to-public',
    group: 'safety',
    severity: 'warning',
    why: 'Everybody who can connect has the right, now and later.',
    on: ['GrantStmt', 'AlterDefaultPrivilegesStmt'],
    *check(statement) {
        const { node } = statement;
        const grant = 'GrantStmt' in node
            ? node.GrantStmt
            : 'AlterDefaultPrivilegesStmt' in node
                ? node.AlterDefaultPrivilegesStmt.action
                : undefined;
        if (grant?.is_grant !== true)
            return;
        const everybody = (grant.grantees ?? []).some((each) => 'RoleSpec' in each && each.RoleSpec.roletype === 'ROLESPEC_PUBLIC');
        if (!everybody)
            return;
        yield {
            // Every grant is another finding.
            subject: sourceOf(statement),
            message: 'AlterDefaultPrivilegesStmt' in node
                ? 'A right to what will be made is granted to PUBLIC.'
                : 'A right is granted to PUBLIC.',
            fix: 'Grant it to the roles that need it, by name.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/identifier-too-long.js
const identifier_too_long_rule = {
    name: 'identifier-too-long',
    group: 'safety',
    severity: 'error',
    why: 'PostgreSQL cuts names at 63 bytes without an error: two of them may become one.',
    *check(statement) {
        // Without quotes a name is one word, and nearly no statement has such a long one.
        if (!/"|[\w$]{64}/.test(statement.brief))
            return;
        for (const [, quoted, plain] of statement.brief
            .replace(/"(?:[^"]|"")*"|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$/g, (part) => (part.startsWith('"') ? part : ' '))
            .matchAll(/"((?:[^"]|"")+)"|([A-Za-z_][\w$]*)/g)) {
            const name = quoted ?? plain ?? '';
            if (Buffer.byteLength(name) <= 63)
                continue;
            yield {
                subject: name,
                message: `The name ${name} has ${Buffer.byteLength(name)} bytes.`,
                fix: 'Use at most 63 bytes.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/integer-primary-key.js

const integer_primary_key_rule = {
    name: 'integer-primary-key',
    group: 'data',
    severity: 'notice',
    why: 'It runs out at 2,147,483,647, and changing the type then rewrites the table.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }) {
        if (!('CreateStmt' in node))
            return;
        const keys = new Set((0,ast/* tableConstraints */.$x)(node).flatMap(({ constraint }) => constraint.contype === 'CONSTR_PRIMARY' ? (0,ast/* textsOf */.CB)(constraint.keys) : []));
        for (const { table, column } of (0,ast/* columns */.YB)(node)) {
            const primary = keys.has(column.colname ?? '') ||
                (0,ast/* constraintsOf */.Im)(column).some(({ contype }) => contype === 'CONSTR_PRIMARY');
            if (!primary || !/^(?:int[24]|serial[24]?|smallserial)$/.test((0,ast/* typeOf */.QP)(column.typeName)))
                continue;
            const name = `${(0,ast/* nameOf */.Vb)(table)}.${column.colname}`;
            yield {
                subject: name,
                message: `The primary key ${name} is ${(0,ast/* typeText */.wQ)(column.typeName)}.`,
                fix: 'Make it bigint.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/json-column.js

const json_column_rule = {
    name: 'json-column',
    group: 'house',
    severity: 'notice',
    why: 'json is kept as text: it has no equality, no index, and is parsed anew each time.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }) {
        for (const { table, column } of (0,ast/* columns */.YB)(node)) {
            if (!((0,ast/* typeOf */.QP)(column.typeName) === 'json'))
                continue;
            const name = `${(0,ast/* nameOf */.Vb)(table)}.${column.colname}`;
            yield { subject: name, message: `${name} is json.`, fix: `Make it jsonb.` };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/lock-table.js


const lock_table_rule = {
    name: 'lock-table',
    group: 'safety',
    severity: 'warning',
    why: 'It is held until the whole file is done.',
    fears: ['lock'],
    on: ['LockStmt'],
    *check(statement, context) {
        const { node } = statement;
        if (!('LockStmt' in node))
            return;
        for (const lock of (0,locks/* locksOf */.aZ)(node)) {
            if (context.isNew((0,ast/* rangeOf */.be)(lock.relation)))
                continue;
            yield {
                subject: lock.relation,
                message: `${lock.relation} is locked in ${lock.mode} mode, which ${(0,locks/* blocks */.Bv)(lock.mode)}.`,
                fix: 'Leave it away: statements take the locks that they need, for as long as they need them.',
            };
        }
    },
};

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/functions.js
var functions = __webpack_require__(4641);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/not-analysable.js


/** Those that keep a statement, and do not run it. */
const keeping = ['PrepareStmt'];
const not_analysable_rule = {
    name: 'not-analysable',
    group: 'safety',
    severity: 'warning',
    why: 'What the code does, and which locks it takes, shows only when it runs.',
    on: ['CallStmt', 'DoStmt', 'ExecuteStmt', ...row_changes/* changing */.Wt.filter((kind) => !keeping.includes(kind))],
    *check({ node }, { index }) {
        const unseen = (what) => ({
            subject: `${what} ${index}`,
            verdict: 'unknown',
            message: `The ${what} cannot be seen into.`,
            fix: 'Write its statements out. Where that is not possible, the round trip on a scratch database shows what it did there.',
        });
        if ('DoStmt' in node)
            yield unseen('DO block');
        else if ('CallStmt' in node)
            yield unseen('CALL');
        else if ('ExecuteStmt' in node)
            yield unseen('EXECUTE');
        else
            for (const name of (0,functions/* unknownFunctions */.U)(node))
                yield unseen(`function ${name}`);
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/now-default.js

const clock = /^(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|current_timestamp|current_date|current_time|localtimestamp|localtime)(?:_n)?$/;
function* clocks(table, column, expression) {
    if (!(0,ast/* functionsIn */.vn)(expression).some((name) => clock.test(name)))
        return;
    const name = `${(0,ast/* nameOf */.Vb)(table)}.${column}`;
    yield {
        subject: name,
        message: `${name} takes its time from the server's clock.`,
        fix: `Leave the default away, and give ${column} with every INSERT.`,
    };
}
const now_default_rule = {
    name: 'now-default',
    group: 'house',
    severity: 'error',
    why: 'The house gives every time explicitly: a row that is replayed, copied or restored must keep the time that it had.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }) {
        for (const { table, column } of (0,ast/* columns */.YB)(node)) {
            const clause = (0,ast/* constraintsOf */.Im)(column).find(({ contype }) => contype === 'CONSTR_DEFAULT');
            yield* clocks(table, column.colname, clause?.raw_expr);
        }
        for (const { table, command } of (0,ast/* alterations */.TL)(node))
            if (command.subtype === 'AT_ColumnDefault')
                yield* clocks(table, command.name, command.def);
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/refresh-view-not-concurrently.js

const refresh_view_not_concurrently_rule = {
    name: 'refresh-view-not-concurrently',
    group: 'safety',
    severity: 'warning',
    why: 'Nobody may read the view while it is computed.',
    fears: ['rewrite'],
    on: ['RefreshMatViewStmt'],
    *check({ node }, context) {
        if (!('RefreshMatViewStmt' in node))
            return;
        const { concurrent, relation, skipData } = node.RefreshMatViewStmt;
        if (concurrent === true || skipData === true || context.isNew(relation))
            return;
        yield {
            subject: (0,ast/* nameOf */.Vb)(relation),
            message: `Refreshing ${(0,ast/* nameOf */.Vb)(relation)} blocks its readers.`,
            fix: `REFRESH MATERIALIZED VIEW CONCURRENTLY ${(0,ast/* nameOf */.Vb)(relation)}; which needs a unique index on it.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/reindex-not-concurrently.js

const reindex_not_concurrently_rule = {
    name: 'reindex-not-concurrently',
    group: 'safety',
    severity: 'error',
    why: 'Writes wait until the index is built, and so do reads that would use it.',
    fears: ['lock'],
    on: ['ReindexStmt'],
    *check({ node }, context) {
        if (!('ReindexStmt' in node))
            return;
        const { params, relation, name, kind } = node.ReindexStmt;
        if ((params ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'concurrently'))
            return;
        if (relation !== undefined && context.isNew(relation))
            return;
        const what = relation === undefined ? (name ?? 'the database') : (0,ast/* nameOf */.Vb)(relation);
        yield {
            subject: what,
            message: `Rebuilding ${what} blocks writes.`,
            fix: `In a migration of its own:\nREINDEX ${kind?.replace('REINDEX_OBJECT_', '') ?? 'TABLE'} CONCURRENTLY ${what};`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/rename-column.js

const rename_column_rule = {
    name: 'rename-column',
    group: 'safety',
    severity: 'error',
    why: 'Every query that names the old name fails from this moment on, also those of instances that still run.',
    on: ['RenameStmt'],
    *check({ node }, context) {
        if (!('RenameStmt' in node) || node.RenameStmt.renameType !== 'OBJECT_COLUMN')
            return;
        const { relation, subname = '', newname = '', relationType } = node.RenameStmt;
        if (context.isNewColumn(relation, subname) || relationType === 'OBJECT_VIEW')
            return;
        yield {
            subject: `${(0,ast/* nameOf */.Vb)(relation)}.${subname}`,
            message: `${(0,ast/* nameOf */.Vb)(relation)}.${subname} is renamed to ${newname}.`,
            fix: `ADD COLUMN ${newname}, write both, fill it in batches, read the new one, and drop ${subname} in a later release.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/rename-enum-value.js

const rename_enum_value_rule = {
    name: 'rename-enum-value',
    group: 'safety',
    severity: 'warning',
    why: 'Instances that still run write the old value, which fails from this moment on.',
    on: ['AlterEnumStmt'],
    *check({ node }, context) {
        if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal === undefined)
            return;
        const { typeName, oldVal, newVal = '' } = node.AlterEnumStmt;
        const type = (0,ast/* textsOf */.CB)(typeName).join('.');
        if (context.isNew((0,ast/* rangeOf */.be)(type)))
            return;
        yield {
            subject: `${type}.${oldVal}`,
            message: `The value '${oldVal}' of ${type} is renamed to '${newVal}'.`,
            fix: `ALTER TYPE ${type} ADD VALUE '${newVal}'; write the new one, change the rows in batches, and leave the old one unused.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/rename-object.js

/** What statements name, and are refused without. */
const kinds = {
    OBJECT_AGGREGATE: 'aggregate',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'procedure',
    OBJECT_ROUTINE: 'routine',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_TYPE: 'type',
};
function nameIn(object) {
    if (object === undefined)
        return '';
    if ('ObjectWithArgs' in object)
        return (0,ast/* textsOf */.CB)(object.ObjectWithArgs.objname).join('.');
    return 'List' in object ? (0,ast/* textsOf */.CB)(object.List.items).join('.') : '';
}
function isNew(object, context) {
    if (object !== undefined && 'ObjectWithArgs' in object)
        return context.isNewRoutine(object.ObjectWithArgs);
    return context.isNew((0,ast/* rangeOf */.be)(nameIn(object)));
}
const rename_object_rule = {
    name: 'rename-object',
    group: 'safety',
    severity: 'error',
    why: 'Every statement that names the old one fails from this moment on, also those of instances that still run.',
    on: ['AlterObjectSchemaStmt', 'RenameStmt'],
    *check({ node }, context) {
        const renamed = 'RenameStmt' in node ? node.RenameStmt : undefined;
        const moved = 'AlterObjectSchemaStmt' in node ? node.AlterObjectSchemaStmt : undefined;
        const kind = kinds[renamed?.renameType ?? moved?.objectType ?? ''];
        const relation = renamed?.relation ?? moved?.relation;
        const object = renamed?.object ?? moved?.object;
        if (kind === undefined || (relation === undefined ? isNew(object, context) : context.isNew(relation)))
            return;
        const name = relation === undefined ? nameIn(object) : (0,ast/* nameOf */.Vb)(relation);
        const now = renamed?.newname ?? `${moved?.newschema}.${name.split('.').at(-1)}`;
        yield {
            subject: name,
            message: `The ${kind} ${name} is renamed to ${now}.`,
            fix: `Make ${now} beside it, let everything use that, and drop ${name} in a later release.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/rename-schema.js
const rename_schema_rule = {
    name: 'rename-schema',
    group: 'safety',
    severity: 'error',
    why: 'Every query and every search_path that names the old schema fails from this moment on, also those of instances that still run.',
    on: ['RenameStmt'],
    *check({ node }) {
        if (!('RenameStmt' in node) || node.RenameStmt.renameType !== 'OBJECT_SCHEMA')
            return;
        const { subname = '', newname = '' } = node.RenameStmt;
        yield {
            subject: subname,
            message: `The schema ${subname} is renamed to ${newname}.`,
            fix: `CREATE SCHEMA ${newname}; with a view of each table of ${subname}; move the tables, each leaving a view behind, when nothing names ${subname} any more.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/rename-table.js

/** Whether a view under the old name follows at once: who looks sees no gap, because it is one transaction. */
function isKeptAsView(relation, { script, index }) {
    return (script.transactional &&
        script.statements
            .slice(index + 1)
            .some(({ node }) => 'ViewStmt' in node && (0,ast/* nameOf */.Vb)(node.ViewStmt.view) === (0,ast/* nameOf */.Vb)(relation)));
}
/** What queries name as they name a table. */
const relations = new Set([
    'OBJECT_TABLE',
    'OBJECT_VIEW',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
]);
const rename_table_rule = {
    name: 'rename-table',
    group: 'safety',
    severity: 'error',
    why: 'Every query that names the old name fails from this moment on, also those of instances that still run.',
    on: ['AlterObjectSchemaStmt', 'RenameStmt'],
    *check({ node }, context) {
        const renamed = 'RenameStmt' in node && relations.has(node.RenameStmt.renameType ?? '') ? node.RenameStmt : undefined;
        const moved = 'AlterObjectSchemaStmt' in node && relations.has(node.AlterObjectSchemaStmt.objectType ?? '')
            ? node.AlterObjectSchemaStmt
            : undefined;
        const relation = renamed?.relation ?? moved?.relation;
        if (relation === undefined || context.isNew(relation) || isKeptAsView(relation, context))
            return;
        const now = renamed?.newname ?? `${moved?.newschema}.${relation.relname}`;
        yield {
            subject: (0,ast/* nameOf */.Vb)(relation),
            message: `${(0,ast/* nameOf */.Vb)(relation)} is renamed to ${now}.`,
            fix: `Let this follow in the same file, until nothing uses the old name:\nCREATE VIEW ${(0,ast/* nameOf */.Vb)(relation)} AS SELECT * FROM ${now};`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/security-definer-without-search-path.js

const security_definer_without_search_path_rule = {
    name: 'security-definer-without-search-path',
    group: 'safety',
    severity: 'warning',
    why: 'It runs with the rights of its owner, on whatever the caller puts first on the search path.',
    on: ['CreateFunctionStmt'],
    *check({ node }) {
        if (!('CreateFunctionStmt' in node))
            return;
        const { options, funcname } = node.CreateFunctionStmt;
        const given = (options ?? []).flatMap((each) => ('DefElem' in each ? [each.DefElem] : []));
        const definer = given.some(({ defname, arg }) => defname === 'security' && arg !== undefined && 'Boolean' in arg && arg.Boolean.boolval === true);
        const path = given.some(({ defname, arg }) => defname === 'set' &&
            arg !== undefined &&
            'VariableSetStmt' in arg &&
            arg.VariableSetStmt.name === 'search_path');
        if (!definer || path)
            return;
        const name = (0,ast/* textsOf */.CB)(funcname).join('.');
        yield {
            subject: name,
            message: `${name} is SECURITY DEFINER and trusts the search path of its caller.`,
            fix: `Add SET search_path = pg_catalog, <its schema>, pg_temp.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/session-setting.js
const session_setting_rule = {
    name: 'session-setting',
    group: 'safety',
    severity: 'warning',
    why: 'It holds beyond its statement, and is put back when the file is done: what seems set for later is not.',
    on: ['VariableSetStmt'],
    *check({ node }, { script }) {
        if (!('VariableSetStmt' in node) || node.VariableSetStmt.is_local === true)
            return;
        // Outside of a transaction there is no other.
        if (!script.transactional)
            return;
        const { kind, name = '' } = node.VariableSetStmt;
        if (kind !== 'VAR_SET_VALUE' && kind !== 'VAR_SET_DEFAULT')
            return;
        yield {
            subject: name,
            message: `${name} is set for the session.`,
            fix: `SET LOCAL ${name} = \u2026; or for time-outs a line at the head, such as \`-- migrate: lock-timeout 5s\`.`,
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/set-logged.js

const set_logged_rule = {
    name: 'set-logged',
    group: 'safety',
    severity: 'error',
    why: 'The table is rewritten under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        const rewriting = {
            AT_SetLogged: 'SET LOGGED',
            AT_SetUnLogged: 'SET UNLOGGED',
            AT_SetAccessMethod: 'SET ACCESS METHOD',
        };
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            const what = rewriting[command.subtype ?? ''];
            if (what === undefined || context.isNew(table))
                continue;
            yield {
                subject: (0,ast/* nameOf */.Vb)(table),
                message: `${what} rewrites ${(0,ast/* nameOf */.Vb)(table)}.`,
                fix: 'Make a new table of that kind, copy the rows in batches, and switch over.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/set-not-null.js

function fixOf(here, column) {
    const name = `${column}_not_null`;
    return `ALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (${column} IS NOT NULL) NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};\nThen, as two statements, because one would drop the proof first:\nALTER TABLE ${here} ALTER COLUMN ${column} SET NOT NULL;\nALTER TABLE ${here} DROP CONSTRAINT ${name};`;
}
const set_not_null_rule = {
    name: 'set-not-null',
    group: 'safety',
    severity: 'error',
    why: 'Every row is read under a lock that blocks reads and writes, unless a valid CHECK proves it already.',
    fears: ['scan'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_SetNotNull' || context.isNew(table))
                continue;
            const [here, name = ''] = [(0,ast/* nameOf */.Vb)(table), command.name];
            if (context.known.isFilled(table, name, node))
                continue;
            const message = `SET NOT NULL on ${here}.${name} reads the whole table.`;
            yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) };
        }
        for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
            const { contype, skip_validation, keys } = constraint;
            if (!added || contype !== 'CONSTR_NOTNULL' || skip_validation === true || context.isNew(table))
                continue;
            const [here, name = ''] = [(0,ast/* nameOf */.Vb)(table), (0,ast/* textsOf */.CB)(keys)[0]];
            if (context.known.isFilled(table, name, node))
                continue;
            const message = `The new NOT NULL of ${here}.${name} reads the whole table.`;
            yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) };
        }
        // A virtual value is computed wherever it is looked at.
        for (const { table, column, added } of (0,ast/* columns */.YB)(node)) {
            const all = (0,ast/* constraintsOf */.Im)(column);
            const isVirtual = all.some((each) => each.contype === 'CONSTR_GENERATED' && each.generated_kind === 'v');
            if (!added || !isVirtual || context.isNew(table))
                continue;
            if (!all.some(({ contype }) => contype === 'CONSTR_NOTNULL'))
                continue;
            const [here, name = ''] = [(0,ast/* nameOf */.Vb)(table), column.colname];
            yield {
                subject: `${here}.${name}`,
                message: `The new virtual column ${name} of ${here} is NOT NULL, which is computed for the whole table.`,
                fix: `ALTER TABLE ${here} ADD COLUMN ${name} ${(0,ast/* typeText */.wQ)(column.typeName)} GENERATED ALWAYS AS (\u2026) VIRTUAL;\nALTER TABLE ${here} ADD CONSTRAINT ${name}_not_null NOT NULL ${name} NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name}_not_null;`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/set-tablespace.js

const set_tablespace_rule = {
    name: 'set-tablespace',
    group: 'safety',
    severity: 'error',
    why: 'The table is copied under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['AlterTableStmt'],
    *check({ node }, context) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_SetTableSpace' || context.isNew(table))
                continue;
            yield {
                subject: (0,ast/* nameOf */.Vb)(table),
                message: `${(0,ast/* nameOf */.Vb)(table)} is copied to the tablespace ${command.name}.`,
                fix: 'Use a tool that copies beside the table, such as pg_repack.',
            };
        }
    },
};

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/locked.js
var locked = __webpack_require__(5655);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/several-tables-locked.js

const several_tables_locked_rule = {
    name: 'several-tables-locked',
    group: 'safety',
    severity: 'warning',
    why: 'Two sessions that lock the same tables in another order wait for each other, and one of them is ended.',
    fears: ['lock'],
    *check({ node }, context) {
        const [first, another] = context.locked;
        // Said once a file, where the second comes in.
        if (first === undefined || another !== undefined)
            return;
        const second = (0,locked/* lockedBy */.K)(node, context.isNew).find((name) => name !== first);
        if (second === undefined)
            return;
        yield {
            subject: `${first}, ${second}`,
            message: `The transaction locks ${first} and ${second} against reads and writes.`,
            fix: 'Split the file before this statement: one table a migration.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/constraints.js

const known = new WeakMap();
function read({ statements }) {
    const lastPrimaryKey = new Map();
    const firstAdded = new Map();
    const keyOf = (table, name) => JSON.stringify([(0,ast/* nameOf */.Vb)(table), name]);
    for (const [index, { node }] of statements.entries()) {
        for (const { table, constraint, added } of (0,ast/* tableConstraints */.$x)(node)) {
            if (constraint.contype === 'CONSTR_PRIMARY')
                lastPrimaryKey.set((0,ast/* nameOf */.Vb)(table), index);
            const key = keyOf(table, constraint.conname);
            if (added && !firstAdded.has(key))
                firstAdded.set(key, index);
        }
    }
    return {
        hasLaterPrimaryKey: (table, index) => (lastPrimaryKey.get((0,ast/* nameOf */.Vb)(table)) ?? -1) > index,
        isAddedBy: (table, name, index) => (firstAdded.get(keyOf(table, name)) ?? statements.length) <= index,
    };
}
function constraintsOfScript(script) {
    const found = known.get(script) ?? read(script);
    known.set(script, found);
    return found;
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/table-without-primary-key.js


const table_without_primary_key_rule = {
    name: 'table-without-primary-key',
    group: 'data',
    severity: 'notice',
    why: 'Its rows cannot be told apart: logical replication refuses to change them, and batches have nothing to go by.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check(statement, context) {
        const { node } = statement;
        if (!('CreateStmt' in node))
            return;
        const { relation, inhRelations, partbound, tableElts } = node.CreateStmt;
        if (inhRelations !== undefined || partbound !== undefined || relation?.relpersistence === 't')
            return;
        if ((tableElts ?? []).some((each) => 'TableLikeClause' in each))
            return;
        const all = [
            ...(0,ast/* columns */.YB)(node).flatMap(({ column }) => (0,ast/* constraintsOf */.Im)(column)),
            ...(0,ast/* tableConstraints */.$x)(node).map(({ constraint }) => constraint),
        ];
        if (all.some(({ contype }) => contype === 'CONSTR_PRIMARY'))
            return;
        if (constraintsOfScript(context.script).hasLaterPrimaryKey(relation, context.index))
            return;
        yield {
            subject: (0,ast/* nameOf */.Vb)(relation),
            message: `${(0,ast/* nameOf */.Vb)(relation)} has no primary key.`,
            fix: 'Give it one: id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, if nothing else identifies a row.',
        };
    },
};

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/non-transactional.js
var non_transactional = __webpack_require__(9015);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/time-out-raised.js


const milliseconds = {
    us: 0.001,
    ms: 1,
    s: 1_000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
/** Undefined when it is no duration that PostgreSQL reads. */
function durationOf(text) {
    const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(text) ?? [];
    const factor = milliseconds[unit];
    return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
/** As text, whatever it was written as. */
function constantIn(node) {
    if (node === undefined || !('A_Const' in node))
        return undefined;
    const { ival, fval, sval } = node.A_Const;
    if (ival !== undefined)
        return String(ival.ival ?? 0);
    return fval?.fval ?? sval?.sval;
}
const limits = ['lock_timeout', 'statement_timeout'];
/** What a statement sets, by SET, RESET or set_config. */
function* settingsIn(node) {
    if ('VariableSetStmt' in node) {
        const { kind, name = '', args } = node.VariableSetStmt;
        if (kind === 'VAR_RESET_ALL')
            yield* limits.map((each) => ({ name: each, value: undefined }));
        if (kind === 'VAR_RESET' || kind === 'VAR_SET_DEFAULT')
            yield { name, value: undefined };
        if (kind === 'VAR_SET_VALUE')
            yield { name, value: constantIn(args?.[0]) ?? '' };
        return;
    }
    for (const { kind, node: call } of (0,ast/* walk */.GG)(node)) {
        if (kind !== 'FuncCall')
            continue;
        const { funcname, args } = call; // FuncCall
        if ((0,ast/* textsOf */.CB)(funcname).at(-1) !== 'set_config')
            continue;
        yield { name: constantIn(args?.[0]) ?? '', value: constantIn(args?.[1]) ?? '' };
    }
}
/** What blocks nobody while it waits has no limit anyway. */
function isUnlimited(statement) {
    return (0,non_transactional/* waitsInNobodysWay */.Xv)(statement) || (0,non_transactional/* isSessionSetting */.l6)(statement.node);
}
function longer(value, limit) {
    if (value === undefined)
        return 'is put back to what it is without this run, which may be no limit';
    const duration = durationOf(value);
    if (duration === undefined)
        return undefined;
    if (duration === 0)
        return 'is switched off';
    return duration > limit ? `is raised to ${value}` : undefined;
}
const time_out_raised_rule = {
    name: 'time-out-raised',
    group: 'safety',
    severity: 'error',
    why: 'A statement that waits for its lock without an end keeps everybody waiting who comes behind it; one that runs without an end keeps its locks.',
    *check({ node }, { script, index, settings }) {
        if (!script.transactional && script.statements.every(isUnlimited))
            return;
        if (index === 0 && script.directives.lockTimeout === 0)
            yield {
                subject: 'lock-timeout',
                message: '`-- migrate: lock-timeout` is switched off.',
                fix: 'Give it a duration, such as `-- migrate: lock-timeout 5s`; `retries` says how often it is tried again.',
            };
        for (const { name, value } of settingsIn(node)) {
            const limit = name === 'lock_timeout' ? settings.lockTimeout : settings.statementTimeout;
            // Where the run has none, nothing is raised.
            if (!limits.some((each) => each === name) || limit === 0)
                continue;
            const what = longer(value, limit);
            if (what === undefined)
                continue;
            yield {
                subject: name,
                message: `${name} ${what}.`,
                fix: `Leave it away. A file that needs more says so at its head, where it is seen: \`-- migrate: ${name.replace('_', '-')} 10s\`.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/timestamp-without-time-zone.js

const timestamp_without_time_zone_rule = {
    name: 'timestamp-without-time-zone',
    group: 'data',
    severity: 'notice',
    why: 'What moment it means depends on who reads it.',
    on: ['AlterTableStmt', 'CreateStmt'],
    *check({ node }) {
        for (const { table, column } of (0,ast/* columns */.YB)(node)) {
            if (!((0,ast/* typeOf */.QP)(column.typeName) === 'timestamp'))
                continue;
            const name = `${(0,ast/* nameOf */.Vb)(table)}.${column.colname}`;
            yield {
                subject: name,
                message: `${name} is a timestamp without time zone.`,
                fix: `Make it timestamptz.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/truncate.js

const truncate_rule = {
    name: 'truncate',
    group: 'data',
    severity: 'error',
    why: 'All rows are gone, under a lock that blocks reads and writes.',
    fears: ['rewrite'],
    on: ['TruncateStmt'],
    *check({ node }, context) {
        if (!('TruncateStmt' in node))
            return;
        const { behavior } = node.TruncateStmt;
        for (const each of node.TruncateStmt.relations ?? []) {
            if (!('RangeVar' in each) || context.isNew(each.RangeVar))
                continue;
            const name = (0,ast/* nameOf */.Vb)(each.RangeVar);
            yield {
                subject: name,
                message: behavior === 'DROP_CASCADE'
                    ? `${name} is emptied, and with it every table that refers to it.`
                    : `${name} is emptied.`,
                fix: `Delete what is no longer needed in batches, or allow it with the reason why no row of ${name} matters.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/update-without-where.js


const update_without_where_rule = {
    name: 'update-without-where',
    group: 'data',
    severity: 'warning',
    why: 'All rows stay locked until the file is done, and their old versions stay behind.',
    on: row_changes/* changing */.Wt,
    *check({ node }, context) {
        for (const each of (0,row_changes/* rowChangesOf */.nl)(node)) {
            const relation = (0,row_changes/* allRowsOf */.GM)(each, 'UPDATE');
            if (relation === undefined || context.isNew(relation))
                continue;
            const name = (0,ast/* nameOf */.Vb)(relation);
            yield {
                subject: name,
                message: `Every row of ${name} is changed in one transaction.`,
                fix: 'Do it in batches of some thousand rows, outside of the migration; or say with WHERE which rows are meant.',
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/vacuum-full.js
const vacuum_full_rule = {
    name: 'vacuum-full',
    group: 'safety',
    severity: 'error',
    why: 'The table is rewritten under a lock that blocks reads and writes.',
    on: ['VacuumStmt'],
    *check({ node }) {
        if (!('VacuumStmt' in node) || node.VacuumStmt.is_vacuumcmd !== true)
            return;
        const full = (node.VacuumStmt.options ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'full');
        if (!full)
            return;
        yield {
            subject: 'vacuum full',
            message: 'VACUUM FULL rewrites its tables while nobody may read or write them.',
            fix: 'Use VACUUM, or a tool that rewrites beside the table, such as pg_repack.',
        };
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/validate-with-add.js


const validate_with_add_rule = {
    name: 'validate-with-add',
    group: 'safety',
    severity: 'warning',
    why: 'The lock of ADD CONSTRAINT is held until the transaction ends, and so through the whole VALIDATE: NOT VALID gains nothing.',
    fears: ['lock'],
    on: ['AlterTableStmt'],
    *check(statement, context) {
        const { node } = statement;
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            if (command.subtype !== 'AT_ValidateConstraint' || context.isNew(table))
                continue;
            if (!constraintsOfScript(context.script).isAddedBy(table, command.name, context.index))
                continue;
            yield {
                subject: `${(0,ast/* nameOf */.Vb)(table)}.${command.name ?? ''}`,
                message: `${command.name} is validated in the transaction that adds it.`,
                fix: `Put ALTER TABLE ${(0,ast/* nameOf */.Vb)(table)} VALIDATE CONSTRAINT ${command.name}; into the next migration.`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/rules/index.js
/** Every rule: a file here, a line here, and `pass.sql` and `fail.sql` in `test/fixtures/lint/<name>/`. */



























































// EXTERNAL MODULE: ./build/actions/migrate/src/lint/work-under-lock.js
var work_under_lock = __webpack_require__(3455);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/registry.js



/** In the order of their names. */
const lintRules = Object.values(rules_namespaceObject).toSorted((a, b) => a.name < b.name ? -1 : 1);
/** With those that no statement shows, or that only an observation can tell: what may be chosen, allowed, and read about. */
const allRules = [
    ...lintRules,
    empty_migration/* emptyMigration */.G,
    work_under_lock/* workUnderLock */.j,
].toSorted((a, b) => (a.name < b.name ? -1 : 1));


/***/ }),

/***/ 3455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ workUnderLock)
/* harmony export */ });
const workUnderLock = {
    name: 'work-under-lock',
    group: 'safety',
    severity: 'error',
    why: 'It was seen on the scratch database to read or to write a whole table while writes to it wait; its text did not show that.',
};


/***/ }),

/***/ 688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMigrate: () => (/* binding */ openMigrate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/action/opening.js
var action_opening = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/toolkit/migrations/layout/choose.js + 7 modules
var choose = __webpack_require__(9836);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/toolkit/migrations/checksum.js

/** What history knows a file's content by: line ends alone do not count. */
function checksumOf(sql) {
    return `sha256:${(0,external_node_crypto_.hash)('sha256', sql.replaceAll('\r\n', '\n'))}`;
}

// EXTERNAL MODULE: ./build/toolkit/migrations/directives.js
var directives = __webpack_require__(6161);
;// CONCATENATED MODULE: ./build/toolkit/migrations/markers.js
/** Lines by which other tools tell the parts of a file: whoever sends such a file as it is runs both of its ways. */

const markers = [
    { tool: 'dbmate', pattern: /^[ \t]*--[ \t]*migrate:(?:up|down)\b.*$/im, layout: 'dbmate' },
    { tool: 'goose', pattern: /^[ \t]*--[ \t]*\+goose\b.*$/im, layout: 'goose' },
    { tool: 'sql-migrate', pattern: /^[ \t]*--[ \t]*\+migrate\b.*$/im },
    { tool: 'micrate', pattern: /^[ \t]*--[ \t]*\+micrate\b.*$/im },
    { tool: 'node-pg-migrate', pattern: /^[ \t]*--[ \t]*(?:up|down)[ \t]+migration\b.*$/im },
    { tool: 'Liquibase', pattern: /^[ \t]*--[ \t]*(?:liquibase formatted sql|changeset[ \t]+\S+:\S+).*$/im },
    { tool: 'Flyway', pattern: /\$\{flyway:[^}{$\n]*\}/i },
];
function lineOf(sql, offset) {
    let line = 1;
    for (let at = sql.indexOf('\n'); at !== -1 && at < offset; at = sql.indexOf('\n', at + 1))
        line++;
    return line;
}
/**
 * What a file says to another tool, on its lines: the first of each.
 * @param own whose marks the layout has read already
 */
function foreignMarkers(file, sql, own) {
    // What none of them can stand without.
    if (!sql.includes('--') && !sql.includes('${'))
        return [];
    return markers.flatMap(({ tool, pattern, layout }) => {
        const found = tool === own ? null : pattern.exec(sql);
        if (found === null)
            return [];
        return [
            new model_failure/* Failure */.HR({
                code: 'MIGRATION_FOREIGN',
                what: `\`${found[0].trim().slice(0, 80)}\` is a mark of ${tool}, and says nothing here.`,
                why: 'The file would be sent as it is, with all that stands in it.',
                fix: layout === undefined
                    ? 'Put what leads back into a file of its own, and remove the mark.'
                    : `Read the folder as it is with \`layout: ${layout}\`; or put what leads back into a file of its own, and remove the mark.`,
                source: { file, line: lineOf(sql, found.index) },
            }),
        ];
    });
}

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/listing.js
var layout_listing = __webpack_require__(5338);
;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/folder.js
/** A folder of migrations as it is on disk, and everything that is found wrong with it. */








/** Bytes: the server takes no message that is much longer. */
const LARGEST_MIGRATION = 128 * 1024 * 1024;
/** Why bytes are no migration, and what to do. */
function unreadable(bytes) {
    if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
        return {
            what: 'begins with a byte order mark',
            fix: 'Save it as UTF-8 without one: the server takes it for a word.',
        };
    if (bytes.includes(0))
        return { what: 'has a NUL byte', fix: 'Save it as UTF-8 text.' };
    return (0,external_node_buffer_.isUtf8)(bytes)
        ? undefined
        : { what: 'is not UTF-8', fix: 'Save it as UTF-8: the server would refuse or misread it.' };
}
function openFolder(workspace, path) {
    const problems = [];
    const root = (0,external_node_path_.join)(workspace, path);
    const problem = (code, file, line, what, fix) => {
        problems.push(new model_failure/* Failure */.HR({ code, what, fix, source: { file: `${path}/${file}`, line } }));
    };
    const outside = (file) => problem('MIGRATION_OUTSIDE', file, 1, `${file} leads out of the checkout.`, 'Put the file itself here.');
    let listing = { files: [], others: [], outside: undefined };
    try {
        listing = (0,layout_listing/* listFiles */.CS)(workspace, root);
    }
    catch (cause) {
        problems.push(new model_failure/* Failure */.HR({
            code: 'MIGRATIONS_MISSING',
            ...(cause.code === 'ENOTDIR'
                ? { what: `${path} is a file.`, fix: 'Name the folder of the migrations in `directory:`.' }
                : {
                    what: `The folder ${path} cannot be read.`,
                    fix: 'Check out the repository first, or correct `directory:`.',
                }),
            cause,
        }));
    }
    if (listing.outside !== undefined) {
        const file = (0,external_node_path_.join)(path, listing.outside).replace(/\/$/, '');
        problems.push(new model_failure/* Failure */.HR({
            code: 'MIGRATION_OUTSIDE',
            what: `The folder ${file} leads out of the checkout.`,
            fix: 'Put the folder itself there, or correct `directory:`.',
            source: { file, line: 1 },
        }));
    }
    const { files, others } = listing;
    const known = new Set(files);
    const given = new Map();
    const asked = new Map();
    const readers = new Map();
    const readerOf = (folder) => {
        const reader = readers.get(folder) ?? (0,checkout/* folderReader */._5)(workspace, (0,external_node_path_.join)(root, folder), LARGEST_MIGRATION);
        readers.set(folder, reader);
        return reader;
    };
    const text = (file) => {
        if (!asked.has(file))
            asked.set(file, textOf(file));
        return asked.get(file);
    };
    const textOf = (file) => {
        let bytes;
        try {
            bytes = readerOf((0,external_node_path_.dirname)(file))((0,external_node_path_.basename)(file));
        }
        catch (error) {
            if (!(error instanceof checkout/* Unreadable */.IO))
                throw error;
            if (error.reason === 'outside') {
                outside(file);
                return undefined;
            }
            const why = error.reason === 'missing' ? 'it leads nowhere' : error.message;
            problem('MIGRATION_UNREADABLE', file, 1, `${file} cannot be read: ${why}.`, 'Put a file there that can be read, or remove it.');
            return undefined;
        }
        const wrong = unreadable(bytes);
        if (wrong !== undefined) {
            problem('MIGRATION_UNREADABLE', file, 1, `${file} ${wrong.what}.`, wrong.fix);
            return undefined;
        }
        const found = { file: `${path}/${file}`, sql: bytes.toString('utf8') };
        given.set(file, found);
        return found;
    };
    const irreversibleOf = ({ file, sql }) => {
        try {
            return (0,directives/* readDirectives */.V)(file, sql).irreversible;
        }
        catch (error) {
            const known = (0,model_failure/* failuresIn */.xM)(error);
            if (known.length === 0)
                throw error;
            problems.push(...known);
            return undefined;
        }
    };
    const isOurs = ({ file, sql }, own) => {
        const foreign = foreignMarkers(file, sql, own);
        problems.push(...foreign);
        return foreign.length === 0;
    };
    const adopted = ({ version, name, up, down, without }, own) => {
        const ours = [up, ...(down === undefined ? [] : [down])].filter((each) => !isOurs(each, own));
        if (ours.length > 0)
            return undefined;
        const said = irreversibleOf(up);
        const irreversible = said ?? (down === undefined ? without : undefined);
        return {
            version,
            name,
            up,
            down: said === undefined ? down : undefined,
            irreversible,
            adopted: true,
            checksum: checksumOf(up.sql),
        };
    };
    const migration = (parts) => {
        const up = text(parts.up);
        if (up === undefined || !isOurs(up))
            return undefined;
        const irreversible = irreversibleOf(up);
        const hasDown = known.has(parts.down);
        if (!hasDown && irreversible === undefined) {
            problem('ROLLBACK_MISSING', parts.up, 1, `${parts.up} cannot be rolled back.`, `Add ${parts.down}, or say why not at its head: \`-- migrate: irreversible: <reason>\`.`);
            return undefined;
        }
        if (hasDown && irreversible !== undefined) {
            problem('ROLLBACK_UNEXPECTED', parts.down, 1, `${parts.up} says that it cannot be undone, and ${parts.down} undoes it.`, 'Remove one of the two.');
            return undefined;
        }
        const { version, name } = parts;
        const down = hasDown ? text(parts.down) : undefined;
        if (hasDown && (down === undefined || !isOurs(down)))
            return undefined;
        return { version, name, up, down, irreversible, checksum: checksumOf(up.sql) };
    };
    const read = () => files.flatMap((file) => given.get(file) ?? []);
    return { path, files, others, problems, read, problem, text, migration, adopted };
}

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/golang-migrate.js
var golang_migrate = __webpack_require__(4862);
// EXTERNAL MODULE: ./build/toolkit/migrations/layout/numbered.js
var numbered = __webpack_require__(6164);
;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/read.js
/** The migration files of a folder: in order, complete, and with the checksums that history remembers. */




/** What `numbered` does not take, and golang-migrate does. */
function isUnlike({ problems, files }) {
    const codes = problems.map(({ code }) => code);
    const ups = files.filter((file) => file.endsWith('.up.sql')).length;
    const oneWay = ups > 1 && codes.filter((code) => code === 'ROLLBACK_MISSING').length === ups;
    // It counts from 1 as well.
    if (files[0]?.startsWith('0000_'))
        return false;
    // A single gap is what a merge leaves.
    const gaps = codes.filter((code) => code === 'MIGRATION_GAP').length;
    const isLate = gaps > 0 && files[0]?.startsWith('0001_') === false;
    return oneWay || gaps > 1 || isLate || codes.includes('MIGRATION_NAME');
}
/** Says that a folder of four digits may be one of golang-migrate, where that would find nothing wrong with it. */
function offerOther(folder, other) {
    if (!isUnlike(folder) || folder.read().some(({ sql }) => /^--[ \t]*migrate:/m.test(sql)))
        return;
    golang_migrate/* layout */.Z.read(other);
    const [first] = folder.files;
    if (other.problems.length > 0 || first === undefined)
        return;
    folder.problem('LAYOUT_UNCLEAR', first, 1, `The folder was read as \`${numbered/* layout */.Z.name}\`, and may be one of golang-migrate, which takes all this.`, `If it is, say \`layout: ${golang_migrate/* layout */.Z.name}\`; if not, correct what is told besides.`);
}
/**
 * Reads a folder. Everything wrong is told at once: names that fit no layout, duplicates, gaps, missing files, files
 * that are no text, and migrations that cannot be undone without saying why.
 * @param path relative to the workspace
 */
function readMigrations(workspace, path, layout = 'auto') {
    const folder = openFolder(workspace, path);
    const chosen = (0,choose/* chooseLayout */.EM)(folder, layout);
    const migrations = chosen?.read(folder) ?? [];
    if (layout === 'auto' && chosen === numbered/* layout */.Z)
        offerOther(folder, openFolder(workspace, path));
    return { migrations, files: folder.read(), problems: folder.problems };
}

// EXTERNAL MODULE: ./build/toolkit/identity/permission.js
var permission = __webpack_require__(4669);
// EXTERNAL MODULE: ./build/toolkit/postgres/database-url.js
var database_url = __webpack_require__(6480);
// EXTERNAL MODULE: ./build/toolkit/postgres/target.js
var target = __webpack_require__(4884);
;// CONCATENATED MODULE: ./build/toolkit/postgres/database.js




function invalid(what, fix) {
    return new model_failure/* Failure */.HR({ code: 'INPUT_INVALID', what, fix });
}
/** @throws Failures of everything that IAM authentication lacks */
function readIam({ 'aws-role': role, 'aws-region': region }, world) {
    if (role !== undefined && region !== undefined && world.mayRequestIdToken)
        return { role, region };
    const needs = (name) => invalid(`\`database-auth: aws-iam\` needs \`${name}\`.`, `Add \`${name}:\` under \`with:\`.`);
    throw new model_failure/* Failures */.oo([
        ...(role === undefined ? [needs('aws-role')] : []),
        ...(region === undefined ? [needs('aws-region')] : []),
        ...(world.mayRequestIdToken ? [] : [(0,permission/* idTokenPermission */.G)()]),
    ]);
}
/** What is read of a Secret, when it is asked for. */
async function readSecret(secret, given, opening, world) {
    const [{ parseSecretName, targetFromSecret }, { clusterOf }] = await Promise.all([
        Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508)),
        Promise.all(/* import() | toolkit-kubernetes-connect */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("toolkit-kubernetes-connect")]).then(__webpack_require__.bind(__webpack_require__, 363)),
    ]);
    const name = opening.read(() => parseSecretName(secret));
    const cluster = opening.read(() => clusterOf(given, world));
    return (ca) => targetFromSecret(name(), cluster(), ca, world);
}
/**
 * Looks at how the database is named, before anybody asks for it; what is wrong is told to the opening.
 * @param given the inputs that are valid
 */
async function readDatabase(given, opening, world) {
    const { 'database-url': url, 'database-secret': secret, 'database-ca': ca } = given;
    if (url !== undefined && secret !== undefined)
        opening.add(invalid('Both `database-url` and `database-secret` are given.', 'Pass one of them.'));
    const nameless = () => invalid('Neither `database-url` nor `database-secret` is given.', 'Pass `database-url`, or `database-secret` with `api-server`.');
    if (url === undefined && secret === undefined)
        opening.add(nameless());
    const byUrl = url === undefined ? undefined : opening.read(() => (0,database_url/* parseDatabaseUrl */.m)(url, world));
    const bySecret = secret === undefined ? undefined : await readSecret(secret, given, opening, world);
    const authority = opening.read(() => (ca === undefined ? undefined : (0,target/* readAuthority */.A)(ca, world)));
    const iam = given['database-auth'] === 'aws-iam' ? opening.read(() => readIam(given, world)) : undefined;
    const known = async () => {
        if (byUrl !== undefined)
            return (0,target/* trusting */.h)(byUrl(), authority());
        if (bySecret !== undefined)
            return bySecret(authority());
        throw nameless();
    };
    return {
        input: byUrl === undefined ? 'database-secret' : 'database-url',
        target: async () => {
            const target = await known();
            if (iam === undefined)
                return target;
            const { withIam } = await Promise.all(/* import() | toolkit-postgres-credential */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("toolkit-kubernetes-connect"), __webpack_require__.e("toolkit-postgres-credential")]).then(__webpack_require__.bind(__webpack_require__, 508));
            return withIam(target, iam(), world);
        },
    };
}

// EXTERNAL MODULE: ./build/toolkit/migrations/history.js
var migrations_history = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/toolkit/migrations/compare.js
var compare = __webpack_require__(7168);
// EXTERNAL MODULE: ./build/toolkit/migrations/migration.js
var migrations_migration = __webpack_require__(783);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/statements.js + 4 modules
var statements = __webpack_require__(7910);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/task.js
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
    return rest === 0 ? texts : [...texts, `\u2026 and ${(0,wording/* grouped */.zD)(rest)} more`];
}
/** What running a task does, for the plan. By its checksum the review covers every byte, whatever is told. */
function taskValue({ migration, direction, script }) {
    return {
        // Of a way up it is known already.
        checksum: direction === 'up' ? migration.checksum : checksumOf(script.sql),
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
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
function ledger_compare(a, b) {
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
        const found = numbered.filter((each) => number !== undefined && ledger_compare(each.number, number) === 0);
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
                const order = ledger_compare(each.number, last);
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
    return sql.split(/\r\n|[\r\n]/).reduce((sum, line) => (0,external_node_zlib_.crc32)(line, sum), 0) | 0;
}
/** Checksums that say `applied-by-runner` or the like prove nothing, and contradict nothing. */
function differs(checksum, { checksum: own, up }, checksums) {
    if (checksums === 'crc32')
        return /^-?\d+$/.test(checksum ?? '') && Number(checksum) !== crcOf(up.sql);
    const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(checksum ?? '')?.[1];
    return digits !== undefined && digits !== own.slice(7) && digits !== checksumOf(up.sql).slice(7);
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/adopt/decision.js
/** What history is told without anything being run: `baseline` takes a database over, `repair` settles a contradiction. */






/** How a tool is told that what had failed is settled. */
const settled = {
    'golang-migrate': '`migrate force <version>`',
    Flyway: '`flyway repair`',
};
function ledgerFindings(ledger, migrations) {
    const { adopted, unknown, failed } = matchLedger(ledger, migrations);
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
    const halfDone = failed.map(({ name }) => (0,finding/* finding */.gk)({
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
            address: (0,migrations_migration/* migrationAddress */.$)(migration),
            migration: recordedOf(migration),
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
    const found = (0,compare/* compareWithHistory */.K)(migrations, applied);
    const files = new Map(migrations.map((migration) => [migration.version, migration]));
    const base = { at: undefined };
    const decisions = [
        ...found.edited.map(({ migration, before }) => ({
            ...base,
            address: (0,migrations_migration/* migrationAddress */.$)(migration),
            migration: recordedOf(migration),
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
                address: `${file === undefined ? `${folder}/${version}` : (0,migrations_migration/* migrationAddress */.$)(file)} (unfinished)`,
                migration: file === undefined
                    ? { version, name, checksum, downSql: '', irreversible: undefined }
                    : recordedOf(file),
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

// EXTERNAL MODULE: ./build/toolkit/postgres/session.js
var postgres_session = __webpack_require__(557);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/lock.js
var lock = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/actions/migrate/src/session/restore.js
var restore = __webpack_require__(5058);
// EXTERNAL MODULE: ./build/actions/migrate/src/execute/notices.js
var notices = __webpack_require__(5138);
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
            notices: new notices/* Notices */.q(world),
            world,
        },
        present,
        created,
    };
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/unfinished.js


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
    return (0,finding/* finding */.gk)(parts, unfinished.version);
}
function unfinishedFailure(unfinished, migrations) {
    return new model_failure/* Failure */.HR({ code: 'MIGRATION_UNFINISHED', ...said(unfinished, migrations) });
}

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
        for (const member of Object.values(next))
            open.push(member);
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
function create_index_differs({ index }, what, why, fix, source) {
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
        throw create_index_differs(building, 'something else that is called', why, ANOTHER_NAME, place);
    }
    if (!found.isOnTable) {
        const why = `It is on ${found.table}, and says nothing of ${quoted(building.table)}.`;
        throw create_index_differs(building, 'an index', why, ANOTHER_NAME, place);
    }
    if (found.builder !== null) {
        const why = `Process ${found.builder} of the server is building it.`;
        throw create_index_differs(building, 'an index', why, 'Wait until that has ended, then run it again.', place);
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
async function reindex_invalid(reindex, { session }) {
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
    const before = await reindex_invalid(reindex, engine);
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
    const left = (await reindex_invalid(reindex, engine)).filter(({ oid }) => !known.has(oid));
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
                recorded = await applyStandalone(job, begunBefore(job, unfinished), engine, (before) => {
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
        const failure = await execute_settled(error, teller, direction, engine);
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
async function execute_settled(failure, teller, direction, { session, history, since }) {
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/request.js
/** Whether it writes history, and runs nothing. */
function decides({ command }) {
    return command === 'baseline' || command === 'repair';
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/contradictions.js
/** In what a folder contradicts history. */


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
/** Everything in which the folder contradicts history. */
function contradictions(migrations, applied, folder) {
    const found = (0,compare/* compareWithHistory */.K)(migrations, applied);
    const { head } = found;
    return [
        ...found.edited.map(({ migration, before }) => edited(migration, before)),
        ...found.gone.map((each) => gone(each, folder)),
        ...(head === undefined ? [] : found.late.map((each) => late(each, head))),
    ];
}

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
        (0,model_failure/* throwIfAny */.MI)(contradictions(migrations, applied, folder));
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
    const due = new Set(decisions.filter((decision) => isDue(decision, present)));
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
        const { engine, present, created } = await acquire(request, database, attempt, forwards, world);
        try {
            if (decides(request))
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/place.js
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
    const kept = (0,history_table/* historyName */.GM)(history);
    const servers = [first, ...others].map(({ host, port }) => ({ host: host.toLowerCase(), port }));
    const authority = servers.map(({ host, port }) => `${written(host)}:${port}`).join(',');
    const [{ host, port } = first, ...rest] = servers;
    return {
        target: `postgres://${authority}/${encodeURIComponent(database)}${kept === history_table/* DEFAULT_HISTORY */.RA ? '' : ` ${kept}`}`,
        where: { host, port, ...(rest.length === 0 ? {} : { others: rest }), database, history: kept },
    };
}

// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
;// CONCATENATED MODULE: ./build/actions/migrate/src/ingredients.js
/** What decides the effect of a run: the inputs, and the bytes that are sent or kept. */





function sha256(text) {
    return (0,external_node_crypto_.hash)('sha256', text);
}
/** How the server proves who it is. */
function ingredients_proofOf({ tls }) {
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
        tls: ingredients_proofOf(target),
        ...(target.options === undefined ? {} : { options: target.options }),
        ...(target.attributes === undefined ? {} : { attributes: target.attributes }),
        to: to ?? null,
        ...(command === 'rollback' ? { steps: to === undefined ? steps : null, allowDataLoss } : {}),
        ...(decides(request)
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/new-objects.js

/** Without a schema a name is taken for one of `public`. */
function key(name) {
    return name.startsWith('public.') ? name.slice('public.'.length) : name;
}
/** What share their names: tables and what queries name like one, indexes, sequences and types. */
const named = new Set([
    'OBJECT_TABLE',
    'OBJECT_VIEW',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
    'OBJECT_INDEX',
    'OBJECT_SEQUENCE',
    'OBJECT_TYPE',
    'OBJECT_DOMAIN',
]);
function made(relation, mayExist = false) {
    return { relation, mayExist };
}
/** What a statement makes, but for indexes and routines. */
function makingOf(node) {
    if ('CreateStmt' in node)
        return made(node.CreateStmt.relation, node.CreateStmt.if_not_exists);
    if ('CreateForeignTableStmt' in node) {
        const { base } = node.CreateForeignTableStmt;
        return made(base?.relation, base?.if_not_exists);
    }
    if ('CreateTableAsStmt' in node)
        return made(node.CreateTableAsStmt.into?.rel, node.CreateTableAsStmt.if_not_exists);
    if ('SelectStmt' in node && node.SelectStmt.intoClause !== undefined)
        return made(node.SelectStmt.intoClause.rel);
    if ('ViewStmt' in node)
        return made(node.ViewStmt.view, node.ViewStmt.replace);
    if ('CreateSeqStmt' in node)
        return made(node.CreateSeqStmt.sequence, node.CreateSeqStmt.if_not_exists);
    if ('CompositeTypeStmt' in node)
        return made(node.CompositeTypeStmt.typevar);
    // A domain or a type has not the name of a table of its schema.
    const names = 'CreateDomainStmt' in node
        ? node.CreateDomainStmt.domainname
        : 'CreateEnumStmt' in node
            ? node.CreateEnumStmt.typeName
            : 'CreateRangeStmt' in node
                ? node.CreateRangeStmt.typeName
                : 'DefineStmt' in node && node.DefineStmt.kind === 'OBJECT_TYPE'
                    ? node.DefineStmt.defnames
                    : undefined;
    return names === undefined ? undefined : made((0,ast/* rangeOf */.be)((0,ast/* textsOf */.CB)(names).join('.')));
}
/** The names, without a schema, of what a statement makes unless it is there. */
function mayExistAfter(node) {
    const making = makingOf(node);
    return making?.mayExist === true ? making.relation?.relname : undefined;
}
function typeName({ names, arrayBounds = [] } = {}) {
    return `${(0,ast/* textsOf */.CB)(names)
        .join('.')
        .replace(/^pg_catalog\./, '')}${'[]'.repeat(arrayBounds.length)}`;
}
function routineKey(name, types) {
    return `${key((0,ast/* textsOf */.CB)(name).join('.'))}(${types.join(', ')})`;
}
function inputsOf(parameters = []) {
    return parameters
        .flatMap((each) => ('FunctionParameter' in each ? [each.FunctionParameter] : []))
        .filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE')
        .map(({ argType }) => typeName(argType));
}
function argumentsOf({ objargs = [] }) {
    return objargs.map((each) => ('TypeName' in each ? typeName(each.TypeName) : ''));
}
/** What a statement gives a name, or takes it from, as it writes that name. */
function nameIn(object) {
    if (object === undefined)
        return '';
    if ('TypeName' in object)
        return (0,ast/* textsOf */.CB)(object.TypeName.names).join('.');
    return 'List' in object ? (0,ast/* textsOf */.CB)(object.List.items).join('.') : '';
}
class NewObjects {
    #names = new Set();
    #routines = new Set();
    /** Table \u2192 the columns that were added to it. */
    #columns = new Map();
    /** Without what an object in use has been called since. */
    #absent;
    /** @param absent names, without a schema, that the database has nowhere: what may exist is new then */
    constructor(absent = new Set()) {
        this.#absent = new Set(absent);
    }
    has(relation) {
        return relation?.relpersistence === 't' || this.#names.has(key((0,ast/* nameOf */.Vb)(relation)));
    }
    /** Of a table that is new, or added to one that is not. */
    hasColumn(relation, column) {
        return this.has(relation) || this.#columns.get(key((0,ast/* nameOf */.Vb)(relation)))?.has(column) === true;
    }
    /** A function or procedure; without arguments it is the only one of its name. */
    hasRoutine(routine) {
        return this.#meant(routine).length > 0;
    }
    #meant(routine) {
        const whole = routineKey(routine.objname, argumentsOf(routine));
        if (routine.args_unspecified !== true)
            return this.#routines.has(whole) ? [whole] : [];
        const prefix = `${key((0,ast/* textsOf */.CB)(routine.objname).join('.'))}(`;
        return [...this.#routines].filter((each) => each.startsWith(prefix));
    }
    #make(node) {
        const making = makingOf(node);
        if (making !== undefined && (!making.mayExist || this.#absent.has(making.relation?.relname ?? '')))
            this.#names.add(key((0,ast/* nameOf */.Vb)(making.relation)));
        if ('IndexStmt' in node && node.IndexStmt.idxname !== undefined && this.has(node.IndexStmt.relation))
            this.#names.add(key((0,ast/* nameOf */.Vb)({ ...node.IndexStmt.relation, relname: node.IndexStmt.idxname })));
        if ('CreateFunctionStmt' in node && node.CreateFunctionStmt.replace !== true) {
            const { funcname, parameters } = node.CreateFunctionStmt;
            this.#routines.add(routineKey(funcname, inputsOf(parameters)));
        }
    }
    #alterColumns(node) {
        for (const { table, command } of (0,ast/* alterations */.TL)(node)) {
            const name = key((0,ast/* nameOf */.Vb)(table));
            const columns = this.#columns.get(name) ?? new Set();
            const { subtype, def, missing_ok } = command;
            if (subtype === 'AT_AddColumn' && missing_ok !== true && def !== undefined && 'ColumnDef' in def)
                this.#columns.set(name, columns.add(def.ColumnDef.colname ?? ''));
            if (subtype === 'AT_DropColumn')
                columns.delete(command.name ?? '');
        }
    }
    #move(from, to) {
        const [before, now] = [key(from), key((0,ast/* nameOf */.Vb)(to))];
        if (this.#names.delete(before))
            this.#names.add(now);
        else
            this.#absent.delete(to.relname ?? '');
        const columns = this.#columns.get(before);
        this.#columns.delete(before);
        if (columns !== undefined)
            this.#columns.set(now, columns);
    }
    #rename(node) {
        if ('RenameStmt' in node) {
            const { renameType = '', relation, object, subname = '', newname = '' } = node.RenameStmt;
            if (renameType === 'OBJECT_COLUMN') {
                const columns = this.#columns.get(key((0,ast/* nameOf */.Vb)(relation)));
                if (columns?.delete(subname) === true)
                    columns.add(newname);
            }
            const from = relation ?? (0,ast/* rangeOf */.be)(nameIn(object));
            if (named.has(renameType))
                this.#move((0,ast/* nameOf */.Vb)(from), { ...from, relname: newname });
        }
        if ('AlterObjectSchemaStmt' in node && named.has(node.AlterObjectSchemaStmt.objectType ?? '')) {
            const { relation, object, newschema = '' } = node.AlterObjectSchemaStmt;
            const from = relation ?? (0,ast/* rangeOf */.be)(nameIn(object));
            this.#move((0,ast/* nameOf */.Vb)(from), { ...from, schemaname: newschema });
        }
    }
    #forget(names) {
        for (const name of names) {
            this.#names.delete(key(name));
            this.#columns.delete(key(name));
        }
    }
    #drop(node) {
        if (!('DropStmt' in node))
            return;
        const { removeType = '', objects = [] } = node.DropStmt;
        if (named.has(removeType))
            this.#forget((0,ast/* droppedNames */.xX)(objects));
        if (removeType === 'OBJECT_SCHEMA') {
            const prefixes = (0,ast/* droppedNames */.xX)(objects).map((schema) => `${schema}.`);
            const within = (name) => prefixes.some((prefix) => name.startsWith(prefix));
            this.#forget([...this.#names, ...this.#columns.keys()].filter(within));
            for (const routine of this.#routines)
                if (within(routine))
                    this.#routines.delete(routine);
        }
        for (const object of objects)
            if ('ObjectWithArgs' in object)
                for (const routine of this.#meant(object.ObjectWithArgs))
                    this.#routines.delete(routine);
    }
    /** Takes in what a statement makes, renames, moves and drops. */
    note(node) {
        this.#make(node);
        this.#alterColumns(node);
        this.#rename(node);
        this.#drop(node);
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/absent.js


/**
 * The names, without a schema, of what statements make unless it is there, and what the database has in no schema at
 * all: which of them a file means, depends on its search path.
 */
async function absentAmong(statements, { session, isFresh }) {
    const names = [...new Set(statements.flatMap((node) => mayExistAfter(node) ?? []))];
    if (isFresh || names.length === 0)
        return new Set(names);
    const wanted = names.map((name) => esm/* default.escapeLiteral */.Ay.escapeLiteral(name)).join(', ');
    const there = await session.query(`SELECT relname AS name FROM pg_catalog.pg_class WHERE relname IN (${wanted})`);
    const known = new Set(there.map(({ name }) => name));
    return new Set(names.filter((name) => !known.has(name)));
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/tasks/pending.js
/** What is to be applied: the folder held against what history says was applied. */





/**
 * What is applied can never be filled in: history has its checksum. Another tool has applied it as it is, and then it
 * can be filled in no more either.
 */
function empty({ file }) {
    return new model_failure/* Failure */.HR({
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
    (0,model_failure/* throwIfAny */.MI)(contradictions(migrations, applied, folder));
    const last = to === undefined ? migrations.length - 1 : migrations.findIndex(({ version }) => version === to);
    if (to !== undefined && last === -1) {
        throw new model_failure/* Failure */.HR({
            code: 'VERSION_UNKNOWN',
            what: `There is no migration ${to} in ${folder}.`,
            fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
        });
    }
    const wanted = new Set(migrations.slice(0, last + 1));
    const pending = (0,compare/* compareWithHistory */.K)(migrations, applied).pending.filter((migration) => wanted.has(migration));
    if (pending.length === 0)
        return [];
    const tasks = await readTasks(loadParser, pending.map((migration) => ({
        address: (0,migrations_migration/* migrationAddress */.$)(migration),
        migration: recordedOf(migration),
        direction: 'up',
        ...migration.up,
    })));
    const adopted = new Set(pending.filter((migration) => migration.adopted).map(({ up }) => up.file));
    const empties = tasks.flatMap(({ script }) => (script.statements.length === 0 ? [script] : []));
    (0,model_failure/* throwIfAny */.MI)(empties.filter(({ file }) => !adopted.has(file)).map(empty));
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
        throw new model_failure/* Failure */.HR({
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
    return readTasks(loadParser, chosen.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => {
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
        return repair(migrations, present, folder);
    return baseline(migrations, present, await readLedgers(session, history.schema), to, folder);
}
function begunNote({ statement, interrupted }) {
    return interrupted
        ? `was begun and cut off at statement ${statement}: it is inspected and finished`
        : `has failed at statement ${statement}: it goes on there`;
}
function noteOf(task, present, preview) {
    const begun = begunBefore(task, present.unfinished);
    const parts = [
        begun === undefined ? undefined : begunNote(begun),
        task.script.transactional ? undefined : 'runs outside a transaction',
        preview?.notes.get(task.address),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? {} : { note: parts.join('; ') };
}
async function taskParts(request, tasks, database, review) {
    const { configuration } = request;
    const { present, version } = database;
    const absentOf = async () => absentAmong(tasks.flatMap(({ script }) => script.statements.map(({ node }) => node)), database);
    const preview = tasks.length === 0
        ? undefined
        : await request.preview?.(tasks, { version, absent: await absentOf() }, overruledIn(review));
    const weakened = configuration === undefined
        ? []
        : (await Promise.all(/* import() | migrate-lint-configuration */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("migrate-lint-configuration")]).then(__webpack_require__.bind(__webpack_require__, 2443))).weakenedFindings(configuration);
    return {
        changes: tasks.map((task) => ({
            action: 'run',
            address: task.address,
            kind: 'migration',
            source: { file: task.script.file, line: 1 },
            after: taskValue(task),
            ...noteOf(task, present, preview),
        })),
        findings: [
            ...unfinishedBeside(present, tasks).map((each) => unfinishedFinding(each, request.migrations)),
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
    if (decides(request)) {
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
        attempting ??= tryAcquire(request, database);
        return attempting;
    };
    if (decides(request) || command === 'rollback' || found.pending.length > 0) {
        // While the files are read.
        if (applies)
            attempt().catch(() => undefined); // awaited where it is used
        database.observer().catch(() => undefined); // likewise
    }
    const { tasks, decisions, parts: { overruled, findings, ...parts }, } = await workOf(request, database, review);
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'migrate',
        ...databasePlace(target, history),
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

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/levels.js
var levels = __webpack_require__(490);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/indexes.js
var context_indexes = __webpack_require__(1173);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/context/locked.js
var context_locked = __webpack_require__(5655);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/table-facts.js


/** Without a schema a name is taken for one of `public`. */
function keyOf(table) {
    return `${table?.schemaname ?? 'public'}.${table?.relname}`;
}
/** The columns of CHECK (column IS NOT NULL AND \u2026). */
function filledBy(expression) {
    if (expression === undefined)
        return [];
    if ('BoolExpr' in expression && expression.BoolExpr.boolop === 'AND_EXPR')
        return (expression.BoolExpr.args ?? []).flatMap(filledBy);
    if (!('NullTest' in expression) || expression.NullTest.nulltesttype !== 'IS_NOT_NULL')
        return [];
    const { arg } = expression.NullTest;
    return arg !== undefined && 'ColumnRef' in arg ? (0,ast/* textsOf */.CB)(arg.ColumnRef.fields).slice(-1) : [];
}
/** Whether all that the table has is in the statement, and nothing comes from other tables. */
function isWhole({ inhRelations, ofTypename, tableElts = [] }) {
    return (inhRelations === undefined &&
        ofTypename === undefined &&
        !tableElts.some((each) => 'TableLikeClause' in each));
}
class TableFacts {
    #tables = new Map();
    #waiting = [];
    #earlier;
    /** @param earlier files in effect, in their order; asked for when somebody wants to know */
    constructor(earlier) {
        this.#earlier = earlier;
    }
    note(node) {
        this.#waiting.push(node);
    }
    #table(range) {
        const earlier = this.#earlier?.() ?? [];
        this.#earlier = undefined;
        for (const { statements } of earlier)
            for (const { node } of statements)
                this.#take(node);
        for (const node of this.#waiting.splice(0))
            this.#take(node);
        return this.#tables.get(keyOf(range));
    }
    /**
     * Whether a valid constraint proves that a column has no NULL.
     * @param by the statement that asks: what it drops, it drops first
     */
    isFilled(range, column, by) {
        const table = this.#table(range);
        if (table === undefined)
            return false;
        const dropped = (0,ast/* alterations */.TL)(by).flatMap(({ command }) => command.subtype === 'AT_DropConstraint' ? [command.name] : []);
        const undone = (0,ast/* alterations */.TL)(by).some(({ command }) => command.subtype === 'AT_DropNotNull' && command.name === column);
        return ((table.filled.has(column) && !undone) ||
            table.proofs.some((proof) => proof.valid && proof.columns.includes(column) && !dropped.includes(proof.name)));
    }
    /** The columns of an index of a table; undefined when the files do not say. */
    indexOver(range, name) {
        return this.#table(range)?.indexes.find((index) => index.name === name)?.over;
    }
    /** Whether all that is unique about these columns of a table, in whatever order, is so for some rows only. */
    isPartlyUnique(range, over) {
        const table = this.#table(range);
        const same = (index) => index.over.length === over.length && over.every((column) => index.over.includes(column));
        const found = table?.indexes.filter(same) ?? [];
        return table?.whole === true && found.length > 0 && found.every(({ partial }) => partial);
    }
    #of(range) {
        const key = keyOf(range);
        const known = this.#tables.get(key);
        if (known !== undefined)
            return known;
        const table = { proofs: [], filled: new Set(), indexes: [], whole: false };
        this.#tables.set(key, table);
        return table;
    }
    #constraint(range, constraint, column) {
        const { contype, conname, raw_expr, keys, indexname, skip_validation } = constraint;
        const table = this.#of(range);
        const over = column === undefined ? (0,ast/* textsOf */.CB)(keys) : [column];
        const named = (ending, columns) => conname ?? (0,context_indexes/* indexName */.m)(range, columns, ending);
        const valid = skip_validation !== true;
        if (contype === 'CONSTR_CHECK') {
            const filled = filledBy(raw_expr);
            // PostgreSQL names a check after its column, when it is about a single one.
            const own = [...new Set(filled)];
            if (filled.length > 0)
                table.proofs.push({
                    name: named('check', own.length === 1 ? own : []),
                    columns: filled,
                    valid,
                    notNull: false,
                });
        }
        else if (contype === 'CONSTR_NOTNULL') {
            // Before version 18 it has no name of its own.
            if (valid && conname === undefined)
                for (const each of over)
                    table.filled.add(each);
            else
                table.proofs.push({ name: named('not_null', over), columns: over, valid, notNull: true });
        }
        else if (contype === 'CONSTR_IDENTITY' && column !== undefined)
            table.filled.add(column);
        else if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE') {
            const given = table.indexes.find(({ name }) => name === indexname)?.over;
            const columns = given ?? over;
            const name = contype === 'CONSTR_PRIMARY' ? named('pkey', []) : named('key', columns);
            table.indexes = table.indexes.filter((index) => index.name !== indexname);
            table.indexes.push({ name, over: columns, partial: false });
            if (contype === 'CONSTR_PRIMARY')
                for (const each of columns)
                    table.filled.add(each);
        }
    }
    #forgetColumn(table, column) {
        table.filled.delete(column);
        table.proofs = table.proofs.filter(({ columns }) => !columns.includes(column));
        table.indexes = table.indexes.filter(({ over }) => !over.includes(column));
    }
    #alter(node) {
        for (const { table: range, command } of (0,ast/* alterations */.TL)(node)) {
            const table = this.#of(range);
            const { subtype, name = '' } = command;
            if (subtype === 'AT_ValidateConstraint')
                for (const proof of table.proofs)
                    proof.valid ||= proof.name === name;
            if (subtype === 'AT_DropConstraint') {
                table.proofs = table.proofs.filter((proof) => proof.name !== name);
                table.indexes = table.indexes.filter((index) => index.name !== name);
                for (const column of table.filled)
                    if (name === (0,context_indexes/* indexName */.m)(range, [column], 'not_null'))
                        table.filled.delete(column);
            }
            if (subtype === 'AT_SetNotNull')
                table.filled.add(name);
            if (subtype === 'AT_DropNotNull') {
                table.filled.delete(name);
                table.proofs = table.proofs.filter(({ notNull, columns }) => !(notNull && columns.includes(name)));
            }
            if (subtype === 'AT_DropColumn')
                this.#forgetColumn(table, name);
        }
    }
    #rename(node) {
        if (!('RenameStmt' in node))
            return;
        const { renameType, relation, subname = '', newname = '' } = node.RenameStmt;
        const table = this.#tables.get(keyOf(relation));
        if (renameType === 'OBJECT_COLUMN' && table !== undefined) {
            const now = (column) => (column === subname ? newname : column);
            if (table.filled.delete(subname))
                table.filled.add(newname);
            table.proofs = table.proofs.map((proof) => ({ ...proof, columns: proof.columns.map(now) }));
            table.indexes = table.indexes.map((index) => ({ ...index, over: index.over.map(now) }));
        }
        if (renameType === 'OBJECT_TABCONSTRAINT' && table !== undefined) {
            const now = (each) => each.name === subname ? { ...each, name: newname } : each;
            table.proofs = table.proofs.map(now);
            table.indexes = table.indexes.map(now);
        }
        if (renameType === 'OBJECT_TABLE')
            this.#move(relation, { ...relation, relname: newname });
        if (renameType === 'OBJECT_INDEX')
            this.#dropIndex((0,ast/* nameOf */.Vb)(relation));
    }
    #move(from, to) {
        const table = this.#tables.get(keyOf(from));
        this.#tables.delete(keyOf(from));
        if (table !== undefined)
            this.#tables.set(keyOf(to), table);
    }
    #dropIndex(name) {
        const { relname = '', schemaname } = (0,ast/* rangeOf */.be)(name);
        for (const [key, table] of this.#tables)
            if (key.startsWith(`${schemaname ?? 'public'}.`))
                table.indexes = table.indexes.filter((index) => index.name !== relname);
    }
    #take(node) {
        if ('CreateStmt' in node && node.CreateStmt.if_not_exists !== true) {
            const table = { proofs: [], filled: new Set(), indexes: [], whole: isWhole(node.CreateStmt) };
            this.#tables.set(keyOf(node.CreateStmt.relation), table);
        }
        // What may have been there before is another table than this.
        const mayBeOther = 'CreateStmt' in node && node.CreateStmt.if_not_exists === true;
        this.#alter(node);
        if (!mayBeOther) {
            for (const { table, column } of (0,ast/* columns */.YB)(node)) {
                const { colname = '' } = column;
                if (/^(?:small|big)?serial\d?$/.test((0,ast/* typeOf */.QP)(column.typeName)))
                    this.#of(table).filled.add(colname);
                for (const constraint of (0,ast/* constraintsOf */.Im)(column))
                    this.#constraint(table, constraint, colname);
            }
            for (const { table, constraint } of (0,ast/* tableConstraints */.$x)(node))
                this.#constraint(table, constraint);
        }
        if ('IndexStmt' in node && node.IndexStmt.unique === true && node.IndexStmt.idxname !== undefined) {
            const { relation, idxname, indexParams, whereClause } = node.IndexStmt;
            const over = (indexParams ?? []).map((each) => ('IndexElem' in each ? (each.IndexElem.name ?? '') : ''));
            const { indexes } = this.#of(relation);
            indexes.push({ name: idxname, over, partial: whereClause !== undefined });
        }
        this.#rename(node);
        if ('AlterObjectSchemaStmt' in node && node.AlterObjectSchemaStmt.objectType === 'OBJECT_TABLE') {
            const { relation, newschema = '' } = node.AlterObjectSchemaStmt;
            this.#move(relation, { ...relation, schemaname: newschema });
        }
        if ('DropStmt' in node) {
            const names = (0,ast/* droppedNames */.xX)(node.DropStmt.objects);
            if (node.DropStmt.removeType === 'OBJECT_TABLE')
                for (const name of names)
                    this.#tables.delete(keyOf((0,ast/* rangeOf */.be)(name)));
            if (node.DropStmt.removeType === 'OBJECT_INDEX')
                for (const name of names)
                    this.#dropIndex(name);
            if (node.DropStmt.removeType === 'OBJECT_SCHEMA')
                for (const key of this.#tables.keys())
                    if (names.some((name) => key.startsWith(`${name}.`)))
                        this.#tables.delete(key);
        }
    }
}

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/empty-migration.js
var empty_migration = __webpack_require__(5833);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/registry.js + 63 modules
var registry = __webpack_require__(3155);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/work-under-lock.js
var work_under_lock = __webpack_require__(3455);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/lint.js









const UNUSED = 'unused-allowance';
const USUAL = { lockTimeout: 2_000, statementTimeout: 0 };
/** @returns undefined when the rule is off, or the file allows it */
function findingOf({ rule, sighting, script: { file }, statement, allowed }, choices) {
    const severity = allowed ? undefined : (0,levels/* severityOf */.xJ)(rule, choices);
    if (severity === undefined)
        return undefined;
    const { message, fix, subject, verdict = 'fail' } = sighting;
    return (0,finding/* finding */.gk)({
        rule: rule.name,
        severity,
        verdict,
        message,
        why: rule.why,
        fix,
        source: { file, line: statement.line, column: statement.column },
    }, subject);
}
/** The rules that look at a kind of statement. */
const rulesOn = new Map();
function rulesFor({ node }) {
    const kind = Object.keys(node)[0] ?? '';
    const known = rulesOn.get(kind);
    if (known !== undefined)
        return known;
    const chosen = registry/* lintRules */.x.filter(({ on }) => on === undefined || on.includes(kind));
    rulesOn.set(kind, chosen);
    return chosen;
}
/** What is about a file as a whole. */
function aboutFiles(scripts, seen, choices) {
    return [...(0,empty_migration/* emptyFindings */.Q)(scripts, choices), ...unusedAllowances(scripts, seen)];
}
/** Allowances that allow nothing would hide the next thing that comes along. */
function unusedAllowances(scripts, seen) {
    const known = new Set(registry/* allRules */.V.map(({ name }) => name));
    const used = new Map();
    for (const { script, rule, allowed } of seen)
        if (allowed)
            used.set(script, (used.get(script) ?? new Set()).add(rule.name));
    const isUsed = (script, rule) => used.get(script)?.has(rule) === true || (rule === empty_migration/* emptyMigration */.G.name && script.statements.length === 0);
    return scripts.flatMap((script) => script.directives.allow
        // Whether that is needed, only an observation can tell.
        .filter(({ rule }) => rule !== work_under_lock/* workUnderLock */.j.name && !isUsed(script, rule))
        .map(({ rule, line }) => (0,finding/* finding */.gk)({
        rule: UNUSED,
        severity: 'warning',
        verdict: 'fail',
        message: known.has(rule)
            ? `Nothing in this file breaks the rule ${rule}.`
            : `There is no rule ${rule}.`,
        why: 'An allowance that is not needed hides what comes later.',
        fix: 'Remove the line, or correct the name of the rule.',
        source: { file: script.file, line },
    }, rule)));
}
/**
 * What every rule sees in files that run one after the other, also what is off or allowed.
 * @param scripts in the order in which they run
 */
function lint_look(scripts, { earlier = () => [], settings = USUAL, absent } = {}) {
    const made = new NewObjects(absent);
    const known = new TableFacts(earlier);
    const indexes = (0,context_indexes/* indexesOf */.O)(scripts);
    const isNew = (relation) => made.has(relation);
    const fresh = {
        isNew,
        isNewColumn: (relation, column) => made.hasColumn(relation, column),
        isNewRoutine: (routine) => made.hasRoutine(routine),
    };
    const seen = [];
    for (const script of scripts) {
        const allowances = new Set(script.directives.allow.map(({ rule }) => rule));
        const locked = [];
        const isLocked = new Set();
        for (const [index, statement] of script.statements.entries()) {
            const context = { script, index, ...fresh, locked, known, indexes, settings };
            for (const rule of rulesFor(statement)) {
                for (const sighting of rule.check(statement, context))
                    seen.push({ rule, sighting, script, statement, allowed: allowances.has(rule.name) });
            }
            for (const name of script.transactional ? (0,context_locked/* lockedBy */.K)(statement.node, isNew) : []) {
                if (!isLocked.has(name))
                    locked.push(name);
                isLocked.add(name);
            }
            made.note(statement.node);
            known.note(statement.node);
        }
    }
    return seen;
}
/** All findings of files that run one after the other, on their lines. What a file allows with a reason is left out. */
function lint(scripts, { choices = new Map(), ...options } = {}) {
    const seen = lint_look(scripts, options);
    const found = seen.flatMap((each) => findingOf(each, choices) ?? []);
    return fileByFile([...found, ...aboutFiles(scripts, seen, choices)], scripts);
}
/** File by file, and what is about a file's head behind what is about its statements. */
function fileByFile(findings, scripts) {
    const places = new Map(scripts.map(({ file }, index) => [file, index]));
    const at = ({ source }) => places.get(source?.file ?? '') ?? -1;
    return findings.toSorted((a, b) => at(a) - at(b));
}

// EXTERNAL MODULE: ./build/actions/migrate/src/sql/locks.js
var sql_locks = __webpack_require__(2112);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/observed.js
/** What was observed on a scratch database, held against what the lint fears: the observation is right. */




/** `set-not-null db/migrations/0003_x.up.sql:1`: what of the lint an observation has overruled. */
function overruledName({ rule, script, statement, }) {
    return `${rule.name} ${script.file}:${statement.line}:${statement.column}`;
}
/** What an observation shows of a fear, for people. */
const shows = {
    rewrite: ({ rewrites }) => (rewrites.length === 0 ? undefined : `rewrites ${rewrites.join(', ')}`),
    scan: ({ scans }) => (scans.length === 0 ? undefined : `reads all of ${scans.join(', ')}`),
    lock: ({ blocked }) => (blocked.length === 0 ? undefined : `keeps writes from ${blocked.join(', ')}`),
};
function placeOf(file, line) {
    return `${file}:${line}`;
}
/** A statement that shares its line with others is judged with them. */
function byPlace(traces) {
    return Map.groupBy(traces, ({ file, line }) => placeOf(file, line));
}
/** What was done to tables that nobody may write to meanwhile, and no rule has seen coming. */
function* unannounced(traces, announced, scripts, choices) {
    const severity = (0,levels/* severityOf */.xJ)(work_under_lock/* workUnderLock */.j, choices);
    if (severity === undefined)
        return;
    const allowing = new Set(scripts
        .filter(({ directives }) => directives.allow.some(({ rule: allowed }) => allowed === work_under_lock/* workUnderLock */.j.name))
        .map(({ file }) => file));
    for (const trace of traces) {
        const { file, line, blocked } = trace;
        const rewritten = trace.rewrites.filter((name) => blocked.includes(name));
        const read = trace.scans.filter((name) => blocked.includes(name) && !rewritten.includes(name));
        if (rewritten.length + read.length === 0)
            continue;
        if (announced.has(placeOf(file, line)) || allowing.has(file))
            continue;
        const does = [
            ...(rewritten.length === 0 ? [] : [`rewrites ${rewritten.join(', ')}`]),
            ...(read.length === 0 ? [] : [`reads all of ${read.join(', ')}`]),
        ];
        yield (0,finding/* finding */.gk)({
            rule: work_under_lock/* workUnderLock */.j.name,
            severity,
            verdict: 'fail',
            message: `On the scratch database this ${does.join(' and ')}, while nobody may write there.`,
            why: work_under_lock/* workUnderLock */.j.why,
            fix: 'Do it in smaller steps, each of which blocks nobody; or allow it for a table that is small, with that reason.',
            source: { file, line },
        }, [...rewritten, ...read].join(' '));
    }
}
/**
 * What is left of the lint's findings, and what the observation adds to them.
 * @param reviewed what the review of a pull request says was overruled there, of the same bytes
 */
function weigh(seen, traces, scripts, choices, reviewed) {
    const places = byPlace(traces);
    const known = new Set(reviewed);
    const overruled = [];
    const announced = new Set();
    const findings = seen.flatMap((each) => {
        const { rule, script, statement } = each;
        const found = findingOf(each, choices);
        const fears = rule.fears ?? [];
        if (fears.length === 0)
            return found ?? [];
        const place = placeOf(script.file, statement.line);
        announced.add(place);
        if (found === undefined)
            return [];
        if (known.has(overruledName(each))) {
            overruled.push(overruledName(each));
            return [];
        }
        const observed = places.get(place);
        if (observed === undefined)
            return found;
        const shown = [...new Set(observed.flatMap((trace) => fears.flatMap((fear) => shows[fear](trace) ?? [])))];
        if (shown.length > 0)
            return {
                ...found,
                verdict: 'fail',
                why: `${found.why} Observed on the scratch database: it ${shown.join(', and ')}.`,
            };
        overruled.push(overruledName(each));
        return [];
    });
    return { findings: [...findings, ...unannounced(traces, announced, scripts, choices)], overruled };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/preview.js
/** What is known of pending migrations before they run anywhere that matters: lint, locks, and a round trip. */










const TITLE = 'Round trip';
function lockText({ mode, relation, why }) {
    return `\`${mode}\` on \`${relation}\`, which ${(0,sql_locks/* blocks */.Bv)(mode)}: ${why}`;
}
/** What a file was seen to do; undefined when nothing was watched. */
function observedLock(observations) {
    const worst = (0,sql_locks/* strongest */.yX)(observations.flatMap(({ locks, rewrites, scans }) => locks.map(({ mode, relation }) => {
        const does = [
            rewrites.includes(relation) ? 'rewrites it' : undefined,
            scans.includes(relation) ? 'reads all of it' : undefined,
        ].filter((each) => each !== undefined);
        return { mode, relation, why: does.length === 0 ? 'only changes the catalogue' : does.join(' and ') };
    })));
    return worst === undefined ? undefined : `${lockText(worst)} (observed)`;
}
/** The worst that files do to tables that are there, as their text tells. */
function* staticLocks(tasks, absent) {
    const made = new NewObjects(absent);
    for (const { address, script } of tasks) {
        const locks = [];
        for (const { node } of script.statements) {
            locks.push(...(0,sql_locks/* locksOf */.aZ)(node).filter(({ relation }) => !made.has((0,ast/* rangeOf */.be)(relation))));
            made.note(node);
        }
        const worst = (0,sql_locks/* strongest */.yX)(locks);
        if (worst !== undefined)
            yield [address, lockText(worst)];
    }
}
/** The scripts of a migration. @throws Failure when one cannot be read */
async function pairOf({ version, up, down }) {
    const parse = await (0,parser/* loadParser */.qd)();
    return {
        version,
        up: (0,statements/* readScript */.Uq)(parse, up.file, up.sql),
        down: down === undefined ? undefined : (0,statements/* readScript */.Uq)(parse, down.file, down.sql),
    };
}
/** The files that tasks are tried on. What comes behind the last that runs now, as with `to`, is no base. */
function baseOf(tasks, migrations) {
    const pending = new Set(tasks.map(({ migration }) => migration.version));
    const last = migrations.findLastIndex(({ version }) => pending.has(version));
    return migrations.slice(0, last).filter(({ version }) => !pending.has(version));
}
/** What is in effect, as the lint asks for it: nothing at all when a file of it cannot be read any more. */
function earlierFiles(parse, base) {
    return () => {
        try {
            return base.map(({ up }) => (0,statements/* readScript */.Uq)(parse, up.file, up.sql));
        }
        catch (error) {
            if ((0,model_failure/* failuresIn */.xM)(error).length === 0)
                throw error;
            return [];
        }
    };
}
function notDone(why) {
    return { title: TITLE, verdict: 'unknown', text: `Not done: ${why}.` };
}
/** @param overruled what the lint feared, and was not there */
function evidenceOf({ verdict, why, server, elsewhere, notSeeded, difference }, overruled) {
    const verdicts = { held: 'pass', broken: 'fail', unknown: 'unknown' };
    const unseeded = notSeeded.length === 0
        ? ''
        : ` Without rows, so that what depends on them does not show: ${notSeeded.slice(0, 5).join(', ')}.`;
    const rules = [...new Set(overruled.map((each) => each.replace(/:\d+$/, '')))];
    const unfounded = rules.length === 0 ? '' : ` What these rules look for was not there: ${rules.slice(0, 5).join(', ')}.`;
    const schema = difference.length === 0 && verdict !== 'unknown' ? ' The schema stays as it is.' : '';
    return {
        title: TITLE,
        verdict: verdicts[verdict],
        text: `On ${server}: ${why}.${schema}${elsewhere ?? ''}${unseeded}${unfounded}`,
        ...(difference.length === 0 ? {} : { difference }),
    };
}
async function tryOut(tasks, migrations, { server: given, version, history }, world) {
    let base;
    let fresh;
    try {
        base = await Promise.all(baseOf(tasks, migrations).map(pairOf));
        const parse = await (0,parser/* loadParser */.qd)();
        const files = new Map(migrations.map(({ version, down }) => [version, down?.file]));
        const rollbackOf = (version) => files.get(version) ?? version;
        fresh = tasks.map(({ migration, script }) => ({
            version: migration.version,
            up: script,
            down: migration.downSql === undefined
                ? undefined
                : (0,statements/* readScript */.Uq)(parse, rollbackOf(migration.version), migration.downSql),
        }));
    }
    catch (error) {
        const [failure] = (0,model_failure/* failuresIn */.xM)(error);
        if (failure === undefined)
            throw error;
        return notDone(failure.what.replace(/\.$/, ''));
    }
    const [{ findScratchServer, startScratchServer }, { roundTrip }] = await Promise.all([
        __webpack_require__.e("migrate-preview-scratch-server").then(__webpack_require__.bind(__webpack_require__, 4826)),
        __webpack_require__.e("migrate-preview-scratch-round-trip").then(__webpack_require__.bind(__webpack_require__, 4246)),
    ]);
    let server;
    let broken = 'the scratch server could not be started';
    try {
        let access;
        if (given === undefined) {
            const found = await findScratchServer(world, (0,releases/* releaseOf */.l7)(version));
            if (typeof found === 'string')
                return notDone(found);
            server = await startScratchServer(found, world);
            access = server;
        }
        else
            access = { maker: given, runner: given };
        broken = 'the round trip broke off';
        return await roundTrip({ access, base, fresh, release: (0,releases/* releaseOf */.l7)(version), history, world });
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (error instanceof model_failure/* Failure */.HR)
            throw error;
        return notDone(`${broken}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    finally {
        await server?.stop();
    }
}
/** Whether the lint would stop a run for something that an observation may overrule. */
function isInDoubt({ rule, sighting, allowed }, choices) {
    const blocks = !allowed && sighting.verdict === undefined && (0,levels/* severityOf */.xJ)(rule, choices) === 'error';
    return blocks && rule.fears !== undefined;
}
/** @param migrations the whole folder, in order: what is before the tasks is the base that they are tried on */
async function previewTasks(tasks, migrations, options, world) {
    const { scratch, choices, settings, reviewed = [], absent } = options;
    const notes = new Map(staticLocks(tasks, absent));
    const scripts = tasks.map(({ script }) => script);
    const earlier = earlierFiles(await (0,parser/* loadParser */.qd)(), baseOf(tasks, migrations));
    const seen = lint_look(scripts, { earlier, settings, absent });
    const tried = scratch === 'always' || (scratch === 'in doubt' && seen.some((each) => isInDoubt(each, choices)))
        ? await tryOut(tasks, migrations, options, world)
        : undefined;
    const trip = tried === undefined || 'title' in tried ? undefined : tried;
    const { findings, overruled } = weigh(seen, trip?.observations ?? [], scripts, choices, reviewed);
    const linted = fileByFile([...findings, ...aboutFiles(scripts, seen, choices)], scripts);
    if (tried === undefined)
        return { notes, findings: linted, evidence: [], overruled };
    if ('title' in tried)
        return { notes, findings: linted, evidence: [tried], overruled };
    for (const { address, script } of tasks) {
        const watched = tried.observations.filter(({ file }) => file === script.file);
        if (watched.length === 0)
            continue;
        const worst = observedLock(watched);
        if (worst === undefined)
            notes.delete(address);
        else
            notes.set(address, worst);
    }
    return {
        notes,
        findings: [...tried.findings, ...linted],
        evidence: [evidenceOf(tried, overruled)],
        overruled,
    };
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/prove.js
/** Whether a database that nothing is to be run on is as history says: nothing is half done. */






/**
 * That nothing is pending, the plan has read from history itself. What is unfinished there may be under way: then it is
 * waited for, under the lock.
 * @throws Failures MIGRATION_UNFINISHED, MIGRATE_LOCKED
 */
async function proveMigrations({ database, attempt }, request, world) {
    if (decides(request) || unfinishedBeside(database.present, []).length === 0)
        return;
    const { session } = database;
    const { history, lockWait, migrations } = request;
    const present = await (0,sql_failure/* explained */.to)(async () => {
        const { present: locked } = await attempt();
        if (locked !== undefined)
            return locked;
        await (0,lock/* acquireLock */.IZ)(session, await database.observer(), history, lockWait, world);
        return presentUnderLock(database, history);
    });
    (0,model_failure/* throwIfAny */.MI)(unfinishedBeside(present, []).map((each) => unfinishedFailure(each, migrations)));
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/open.js
/** Opens a run: everything that is wrong with it, before anything is touched, and then what it works with. */












/** Reads which rules count; loaded where somebody has chosen. */
async function configurationOf(workspace) {
    const { readConfiguration } = await Promise.all(/* import() | migrate-lint-configuration */[__webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential"), __webpack_require__.e("migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"), __webpack_require__.e("migrate-lint-configuration")]).then(__webpack_require__.bind(__webpack_require__, 2443));
    return () => readConfiguration(workspace);
}
function noMigration(directory) {
    return new model_failure/* Failure */.HR({
        code: 'MIGRATIONS_MISSING',
        what: `There is no migration in ${directory}.`,
        why: 'Of nothing nobody can say whether it is applied.',
        fix: 'Correct `directory:`, or add the first one: 0001_<name>.up.sql and 0001_<name>.down.sql.',
    });
}
/** @throws Failures of everything that is wrong */
async function openMigrate(given, world) {
    const { valid } = given;
    const opening = new action_opening/* Opening */.$(given);
    const database = await readDatabase(valid, opening, world);
    const { 'scratch-url': scratchUrl, directory, layout } = valid;
    const scratchServer = opening.read(() => scratchUrl === undefined ? undefined : (0,database_url/* parseDatabaseUrl */.m)(scratchUrl, world, 'The input `scratch-url`'));
    const { migrations, files, problems } = directory === undefined || layout === undefined
        ? { migrations: [], files: [], problems: [] }
        : readMigrations(world.workspace, directory, layout);
    opening.add(...problems);
    const command = given.command.name; // one of the keys of `commands`
    const looks = command === 'plan' || command === 'apply';
    if (looks && directory !== undefined && migrations.length === 0 && problems.length === 0)
        opening.add(noMigration(directory));
    const configuration = looks && ['.omninode.yml', '.omninode.yaml'].some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(world.workspace, name)))
        ? opening.read(await configurationOf(world.workspace))
        : () => undefined;
    const all = opening.inputs();
    let reading;
    const target = () => {
        reading ??= database.target();
        return reading;
    };
    const request = {
        command,
        applies: given.command.applies,
        name: all.name,
        target,
        settings: { lockTimeout: all['lock-timeout'], statementTimeout: all['statement-timeout'] },
        history: all['history-table'],
        folder: all.directory,
        migrations,
        files,
        to: all.to,
        steps: all.steps,
        allowDataLoss: all['allow-data-loss'],
        lockWait: all['lock-wait'],
        retries: all['lock-retries'],
        preview: looks
            ? async (tasks, { version, absent }, reviewed) => {
                // What an apply would find was found on the pull request; the lint alone is quick enough to be sure.
                const wanted = command === 'plan' ? 'always' : reviewed === undefined ? 'in doubt' : 'never';
                const options = {
                    scratch: all.scratch === 'auto' ? wanted : 'never',
                    server: scratchServer(),
                    version,
                    absent,
                    history: all['history-table'],
                    choices: configuration()?.choices ?? new Map(),
                    settings: request.settings,
                    reviewed,
                };
                return previewTasks(tasks, migrations, options, world);
            }
            : undefined,
        configuration: configuration(),
    };
    let planning;
    const planned = (review) => {
        planning ??= planMigrations(request, world, review);
        return planning;
    };
    return {
        place: async () => databasePlace(await target(), request.history),
        plan: async (review) => (await planned(review)).plan,
        apply: async (_plan, forwards, progress) => {
            await applyMigrations(await planned(), request, forwards, progress, world);
        },
        look: async () => {
            const { lookAtStatus } = await __webpack_require__.e("migrate-status-look").then(__webpack_require__.bind(__webpack_require__, 5458));
            const { name, history } = request;
            const of = await target();
            const place = databasePlace(of, history).target;
            return lookAtStatus({ target: of, place, name, history, migrations }, world);
        },
        prove: async () => proveMigrations(await planned(), request, world),
        close: async () => {
            const open = await planning?.catch(() => undefined); // a plan that fails has closed its connections
            await open?.database.close();
        },
    };
}


/***/ }),

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   V6: () => (/* binding */ stillLockedSql),
/* harmony export */   bh: () => (/* binding */ tryLock),
/* harmony export */   c4: () => (/* binding */ prepareProofSql),
/* harmony export */   ln: () => (/* binding */ isLocked)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3374);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8090);
/* harmony import */ var _observer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6820);
/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */







const POLL = { shortest: 200, longest: 2_000 };
function lockKey(history) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', `omninode migrate ${(0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_6__/* .historyName */ .GM)(history)}`, 'buffer');
    return { high: digest.readInt32BE(0), low: digest.readInt32BE(4) };
}
/** Which rows of pg_locks are this lock, granted. pg_locks shows the halves unsigned, and the locks of all databases. */
function isLocked({ high, low }) {
    return `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${high >>> 0} AND l.objid = ${low >>> 0}
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
}
/** The name of a session's prepared statement. */
const LOCKED = 'omninode_locked';
/** Prepares the proof `shared`: understood and planned once, not once a file. */
function prepareProofSql(history, pid) {
    const { high, low } = lockKey(history);
    return `PREPARE ${LOCKED} AS
    SELECT 1 / (pg_catalog.pg_backend_pid() = ${pid} AND pg_catalog.pg_try_advisory_xact_lock(${high}, ${low}))::int`;
}
/** A statement that fails (22012, division by zero) unless this very session holds the lock. */
function stillLockedSql(history, pid, proof = 'listed') {
    return proof === 'shared'
        ? `EXECUTE ${LOCKED}`
        : `SELECT 1 / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = ${pid} AND l.pid = pg_catalog.pg_backend_pid() AND ${isLocked(lockKey(history))}`;
}
/** @returns the session that holds the lock, unless it has just ended */
async function holderOf(observer, key) {
    const [holder] = await observer.query(`SELECT ${_observer_js__WEBPACK_IMPORTED_MODULE_5__/* .PEER_SQL */ .O7} FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       LEFT JOIN pg_stat_progress_create_index p USING (pid) WHERE ${isLocked(key)}`);
    return holder;
}
/** Takes the lock if it is free. */
async function tryLock(session, history) {
    const { high, low } = lockKey(history);
    const [row] = await session.query(`SELECT pg_catalog.pg_try_advisory_lock(${high}, ${low}) AS locked`);
    return row?.locked === true;
}
/**
 * Waits for the lock, and names its holder meanwhile. It is freed when the session ends, however that happens.
 * @returns how many milliseconds it took
 * @throws Failure MIGRATE_LOCKED after `wait` milliseconds, naming the holder
 */
async function acquireLock(session, observer, history, wait, world) {
    try {
        return await poll(session, observer, history, wait, world);
    }
    finally {
        world.log.progress(undefined);
    }
}
async function poll(session, observer, history, wait, world) {
    const started = world.clock().getTime();
    for (let attempt = 1;; attempt++) {
        world.signal.throwIfAborted();
        const locked = await tryLock(session, history);
        const waited = world.clock().getTime() - started;
        if (locked)
            return waited;
        const holder = await holderOf(observer, lockKey(history));
        const who = holder === undefined ? 'a session that has just ended' : (0,_observer_js__WEBPACK_IMPORTED_MODULE_5__/* .describePeer */ .Eb)(holder, world.run);
        if (waited > wait) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
                code: 'MIGRATE_LOCKED',
                what: `Another migration run holds the lock, after ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(waited)} of waiting: ${who}.`,
                why: `\`lock-wait\` is ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(wait)}. Nothing was applied.`,
                fix: holder === undefined
                    ? 'Run it again.'
                    : `Wait for that run, or raise \`lock-wait\`. If nobody runs it any more: SELECT pg_terminate_backend(${holder.pid}).`,
            });
        }
        const since = waited < 1_000 ? '' : `${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(Math.floor(waited / 1_000) * 1_000)}: `;
        world.log.progress(`${since}waiting for the lock, held by ${who}`, 'at once');
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)((0,_toolkit_retry_retry_ts__WEBPACK_IMPORTED_MODULE_4__/* .backoff */ .J)(Math.min(attempt, 5), { ...POLL, random: world.random }), undefined, {
            signal: world.signal,
        });
    }
}


/***/ }),

/***/ 6820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ describePeer),
/* harmony export */   O7: () => (/* binding */ PEER_SQL),
/* harmony export */   be: () => (/* binding */ blockersOf),
/* harmony export */   hU: () => (/* binding */ cancelBackend),
/* harmony export */   mK: () => (/* binding */ buildProgress),
/* harmony export */   wQ: () => (/* binding */ namePeer)
/* harmony export */ });
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9047);
/* harmony import */ var _without_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(143);
/**
 * A second connection beside the one that migrates: it proves that nobody pools them, names who blocks, reads the
 * progress of index builds, and asks the server to cancel.
 */



/** Columns of a `Peer` from `pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p`. */
const PEER_SQL = `a.pid, a.application_name, coalesce(a.usename, '') AS user, coalesce(a.state, '') AS state,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start) * 1000)::int8::float8 AS connected_ms,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::int8::float8 AS transaction_ms,
  a.query_start, ${_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .STATEMENT_SQL */ .bD} AS query,
  p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                 WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done`;
function age(milliseconds) {
    return (0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, Math.round(milliseconds / 1_000) * 1_000));
}
/** The most characters of a statement that are told. */
const LONGEST = 160;
/** `pid 4711 (psql)` */
function namePeer({ pid, application_name, user }) {
    return `pid ${pid} (${application_name === '' ? user : application_name})`;
}
/** `pid 4711 (psql of app), in a transaction for 3 min, running: UPDATE \u2026`; the page of the run, if it is ours. */
function describePeer(peer, run) {
    const since = peer.connected_ms === null
        ? 'since when cannot be told without pg_read_all_stats'
        : peer.transaction_ms === null
            ? `connected for ${age(peer.connected_ms)}`
            : `in a transaction for ${age(peer.transaction_ms)}`;
    const statement = (0,_without_values_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutValues */ .l)(peer.query).slice(0, LONGEST).toWellFormed();
    const doing = peer.state === 'active'
        ? `, running: ${statement}`
        : peer.transaction_ms === null
            ? ''
            : `, idle after: ${statement}`;
    const percent = peer.done === null ? '' : ` (${Math.floor(peer.done)} %)`;
    const building = peer.phase === null ? '' : `, index build: ${peer.phase}${percent}`;
    const url = (0,_toolkit_postgres_application_name_ts__WEBPACK_IMPORTED_MODULE_1__/* .runUrlOf */ .Qm)(peer.application_name, run);
    return `${namePeer(peer)}, ${since}${doing}${building}${url === undefined ? '' : `; see ${url}`}`;
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

/***/ 143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ withoutValues)
/* harmony export */ });
/** The statement of another session without the values in it, which are rows of the database. */
const HIDDEN = '\u2026';
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /\p{N}[\p{L}\p{N}_.]*/uy;
const PARAMETER = /\$\p{N}+/uy;
const TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const COMMENT = /--[^\n]*/y;
const SPACE = /\s+/y;
const PREFIX = /^[ebxn]$/i;
function at(pattern, sql, from) {
    pattern.lastIndex = from;
    return pattern.exec(sql)?.[0];
}
/** Where a block comment ends, which may hold others; the end of the text when it does not. */
function afterComment(sql, from) {
    let depth = 0;
    for (let index = from; index < sql.length; index++) {
        const pair = sql.slice(index, index + 2);
        if (pair !== '/*' && pair !== '*/')
            continue;
        depth += pair === '/*' ? 1 : -1;
        index++;
        if (depth === 0)
            return index + 1;
    }
    return sql.length;
}
/** Where a quoted text ends; undefined when it does not, or when only the server knows. */
function afterQuote(sql, from, escapes) {
    const quote = sql[from];
    for (let index = from + 1; index < sql.length; index++) {
        // Without `E` it is a character or an escape, by a setting of the other session.
        if (sql[index] === '\\' && quote === "'") {
            if (!escapes)
                return undefined;
            index++;
        }
        else if (sql[index] === quote) {
            if (sql[index + 1] !== quote)
                return index + 1;
            index++;
        }
    }
    return undefined;
}
/**
 * Names and words in one line; `\u2026` for texts and numbers. Comments are left out, and so is everything from where it
 * cannot be told what is a value.
 * @param sql as `pg_stat_activity` has it: the server may have cut it off anywhere
 */
function withoutValues(sql) {
    let told = '';
    let index = 0;
    while (index < sql.length) {
        const word = at(WORD, sql, index);
        const dollar = at(TAG, sql, index);
        const kept = at(PARAMETER, sql, index);
        const hidden = at(NUMBER, sql, index);
        const blank = at(SPACE, sql, index) ?? at(COMMENT, sql, index);
        const prefixed = word !== undefined && PREFIX.test(word) && sql[index + 1] === "'";
        if (sql[index] === "'" || prefixed) {
            const end = afterQuote(sql, index + (prefixed ? 1 : 0), prefixed && /e/i.test(word));
            told += HIDDEN;
            index = end ?? sql.length;
        }
        else if (sql[index] === '"') {
            const end = afterQuote(sql, index, false);
            told += end === undefined ? HIDDEN : sql.slice(index, end);
            index = end ?? sql.length;
        }
        else if (dollar !== undefined) {
            const end = sql.indexOf(dollar, index + dollar.length);
            told += HIDDEN;
            index = end < 0 ? sql.length : end + dollar.length;
        }
        else if (sql.startsWith('/*', index)) {
            told += ' ';
            index = afterComment(sql, index);
        }
        else if (blank !== undefined) {
            told += ' ';
            index += blank.length;
        }
        else if (hidden !== undefined) {
            told += HIDDEN;
            index += hidden.length;
        }
        else {
            const rest = word ?? kept ?? String.fromCodePoint(sql.codePointAt(index) ?? 0);
            told += rest;
            index += rest.length;
        }
    }
    return told.replace(/ {2,}/g, ' ').trim();
}


/***/ }),

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

/***/ 4641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ unknownFunctions)
/* harmony export */ });
/* unused harmony export isKnownFunction */
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/**
 * Of PostgreSQL, and of the extensions that every owner of a database may make: those that are there to be called, and
 * those by which types read and write text (`uuid_in(md5(\u2026)::cstring)`). Not among them: what runs SQL that it is given
 * as text.
 */
const known = new Set(`
  _int_contained _int_contains _int_different _int_inter _int_overlap _int_same _int_union _lt_q_regex
  _lt_q_rregex _ltq_extract_regex _ltq_regex _ltq_rregex _ltree_extract_isparent _ltree_extract_risparent
  _ltree_isparent _ltree_r_isparent _ltree_r_risparent _ltree_risparent _ltxtq_exec _ltxtq_extract_exec
  _ltxtq_rexec abbrev abs aclcontains acldefault aclexplode aclinsert aclitemin aclitemout aclremove acos
  acosd acosh age akeys amvalidate any_value area armor array_agg array_append array_dims array_fill
  array_larger array_length array_lower array_ndims array_position array_positions array_prepend
  array_remove array_replace array_reverse array_sample array_shuffle array_smaller array_sort
  array_to_json array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d
  atand atanh avals avg bit bit_and bit_count bit_in bit_length bit_or bit_out bit_xor bool bool_and
  bool_or boolin boolout bound_box box box_in box_out bpchar bpchar_larger bpchar_smaller bpcharin
  bpcharout brin_desummarize_range brin_summarize_new_values brin_summarize_range broadcast btean13cmp
  btequalimage btisbn13cmp btisbncmp btismn13cmp btismncmp btissn13cmp btissncmp btrim btupccmp
  btvarstrequalimage bytea bytea_larger bytea_smaller byteain byteaout cardinality casefold cash_dist
  cash_in cash_out cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
  character_length charin charout chr cidin cidout cidr cidr_in cidr_out circle circle_in circle_out
  citext citext_cmp citext_eq citext_ge citext_gt citext_larger citext_le citext_lt citext_ne
  citext_pattern_cmp citext_pattern_ge citext_pattern_gt citext_pattern_le citext_pattern_lt
  citext_smaller citextsend clock_timestamp col_description concat concat_ws convert convert_from
  convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c crypt cstring_in
  cstring_out cube cube_cmp cube_contained cube_contains cube_coord cube_coord_llur cube_dim
  cube_distance cube_enlarge cube_eq cube_ge cube_gt cube_inter cube_is_point cube_le cube_ll_coord
  cube_lt cube_ne cube_overlap cube_send cube_size cube_subset cube_union cube_ur_coord cume_dist
  current_database current_query current_schema current_schemas current_setting current_user currtid2
  currval daitch_mokotoff database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date
  date_add date_bin date_dist date_in date_larger date_out date_part date_smaller date_subtract
  date_trunc datemultirange daterange daterange_canonical daterange_subdiff dearmor decode decrypt
  decrypt_iv defined degrees delete dense_rank dexp diagonal diameter difference digest
  distance_chebyshev distance_taxicab div dlog1 dlog10 dmetaphone dmetaphone_alt dround dtrunc each
  encode encrypt encrypt_iv enum_first enum_in enum_larger enum_last enum_out enum_range enum_smaller erf
  erfc every exist exists_all exists_any exp extract factorial family fetchval fips_mode first_value
  float4 float4_dist float4in float4larger float4out float4smaller float8 float8_dist float8in
  float8larger float8out float8smaller floor fmgr_c_validator fmgr_internal_validator fmgr_sql_validator
  format format_type gamma gcd gen_random_bytes gen_random_uuid gen_salt generate_series
  generate_subscripts get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername
  gin_clean_pending_list gin_cmp_tslexeme gin_compare_jsonb gin_enum_cmp gin_numeric_cmp
  gist_translate_cmptype_btree gist_translate_cmptype_common gtsvectorin gtsvectorout
  has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
  has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege
  has_schema_privilege has_sequence_privilege has_server_privilege has_table_privilege
  has_tablespace_privilege has_type_privilege hashtext hashtextextended height hmac host hostmask
  hs_concat hs_contained hs_contains hstore hstore_cmp hstore_eq hstore_ge hstore_gt hstore_le hstore_lt
  hstore_ne hstore_send hstore_to_array hstore_to_json hstore_to_json_loose hstore_to_jsonb
  hstore_to_jsonb_loose hstore_to_matrix hstore_version_diag icount icu_unicode_version idx in_range
  index inet_client_addr inet_client_port inet_in inet_merge inet_out inet_same_family inet_server_addr
  inet_server_port initcap int2 int2_dist int2in int2larger int2out int2smaller int2vectorin
  int2vectorout int4 int4_dist int4in int4inc int4larger int4multirange int4out int4range
  int4range_canonical int4range_subdiff int4smaller int8 int8_dist int8dec int8dec_any int8in int8inc
  int8inc_any int8larger int8multirange int8out int8range int8range_canonical int8range_subdiff
  int8smaller intarray_del_elem intarray_push_array intarray_push_elem interval interval_dist interval_in
  interval_larger interval_out interval_smaller intset intset_subtract intset_union_elem is_normalized
  is_valid isbn isbn13 isclosed isdefined isempty isexists isfinite ishorizontal ismn ismn13 isn_weak
  isneq isnge isngt isnle isnlt isnne isopen isparallel isperp issn issn13 isvertical json_agg
  json_agg_strict json_array_elements json_array_elements_text json_array_length json_build_array
  json_build_object json_each json_each_text json_extract_path json_extract_path_text json_in json_object
  json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict
  json_object_keys json_out json_populate_record json_populate_recordset json_strip_nulls json_to_record
  json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_strict jsonb_array_elements
  jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
  jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_in jsonb_insert jsonb_object
  jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict
  jsonb_object_keys jsonb_out jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz
  jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
  jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid
  jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
  jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out justify_days justify_hours
  justify_interval lag last_value lastval lca lcm lead left length levenshtein levenshtein_less_equal
  lgamma like like_escape line line_in line_out ln lo_close lo_creat lo_create lo_export lo_from_bytea
  lo_get lo_import lo_lseek lo_lseek64 lo_oid lo_open lo_put lo_tell lo_tell64 lo_truncate lo_truncate64
  lo_unlink log log10 loread lower lower_inc lower_inf lowrite lpad lquery_send lseg lseg_in lseg_out
  lt_q_regex lt_q_rregex ltq_regex ltq_rregex ltree2text ltree_addltree ltree_addtext ltree_cmp ltree_eq
  ltree_ge ltree_gt ltree_isparent ltree_le ltree_lt ltree_ne ltree_risparent ltree_send ltree_textadd
  ltrim ltxtq_exec ltxtq_rexec ltxtq_send macaddr macaddr8 macaddr8_in macaddr8_out macaddr8_set7bit
  macaddr_in macaddr_out make_date make_interval make_time make_timestamp make_timestamptz make_valid
  makeaclitem masklen max md5 metaphone min min_scale mod mode money multirange multirange_in
  multirange_intersect_agg_transfn multirange_out mxid_age name nameconcatoid namein nameout netmask
  network network_larger network_smaller nextval nlevel normalize notlike now npoints nth_value ntile
  num_nonnulls num_nulls numeric numeric_div_trunc numeric_exp numeric_in numeric_inc numeric_larger
  numeric_ln numeric_log numeric_out numeric_smaller numeric_sqrt nummultirange numnode numrange
  numrange_subdiff obj_description octet_length oid oid_dist oidin oidlarger oidout oidsmaller
  oidvectorin oidvectorout oidvectortypes overlaps overlay parse_ident path path_in path_out pclose
  percent_rank percentile_cont percentile_disc pg_advisory_lock pg_advisory_lock_shared
  pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock
  pg_advisory_xact_lock_shared pg_available_extension_versions pg_available_extensions
  pg_available_wal_summaries pg_backup_start pg_backup_start_time pg_backup_stop pg_basetype
  pg_blocking_pids pg_cancel_backend pg_char_to_encoding pg_clear_attribute_stats pg_clear_relation_stats
  pg_client_encoding pg_collation_actual_version pg_collation_for pg_collation_is_visible
  pg_column_compression pg_column_is_updatable pg_column_size pg_column_toast_chunk_id pg_conf_load_time
  pg_config pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system
  pg_conversion_is_visible pg_copy_logical_replication_slot pg_copy_physical_replication_slot
  pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
  pg_current_logfile pg_current_snapshot pg_current_wal_flush_lsn pg_current_wal_insert_lsn
  pg_current_wal_lsn pg_current_xact_id pg_current_xact_id_if_assigned pg_cursor
  pg_database_collation_actual_version pg_database_size pg_describe_object pg_drop_replication_slot
  pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
  pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
  pg_event_trigger_table_rewrite_reason pg_export_snapshot pg_extension_config_dump
  pg_extension_update_paths pg_filenode_relation pg_function_is_visible pg_get_acl pg_get_aios
  pg_get_backend_memory_contexts pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
  pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
  pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
  pg_get_loaded_modules pg_get_multixact_members pg_get_object_address pg_get_partition_constraintdef
  pg_get_partkeydef pg_get_publication_tables pg_get_replica_identity_index pg_get_replication_slots
  pg_get_ruledef pg_get_sequence_data pg_get_serial_sequence pg_get_shmem_allocations
  pg_get_shmem_allocations_numa pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
  pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_get_wait_events
  pg_get_wal_replay_pause_state pg_get_wal_resource_managers pg_get_wal_summarizer_state pg_has_role
  pg_hba_file_rules pg_ident_file_mappings pg_identify_object pg_identify_object_as_address
  pg_import_system_collations pg_index_column_has_property pg_index_has_property pg_indexam_has_property
  pg_indexam_progress_phasename pg_indexes_size pg_input_error_info pg_input_is_valid pg_is_in_backup
  pg_is_in_recovery pg_is_other_temp_schema pg_is_wal_replay_paused pg_isolation_test_session_is_blocked
  pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
  pg_last_xact_replay_timestamp pg_listening_channels pg_lock_status pg_log_backend_memory_contexts
  pg_log_standby_snapshot pg_logical_emit_message pg_logical_slot_get_binary_changes
  pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes
  pg_ls_archive_statusdir pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir
  pg_ls_replslotdir pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir pg_lsn pg_lsn_in pg_lsn_larger
  pg_lsn_out pg_lsn_smaller pg_mcv_list_items pg_my_temp_schema pg_nextoid pg_notification_queue_usage
  pg_notify pg_numa_available pg_opclass_is_visible pg_operator_is_visible pg_opfamily_is_visible
  pg_options_to_table pg_partition_ancestors pg_partition_root pg_partition_tree pg_postmaster_start_time
  pg_prepared_statement pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_read_file_old
  pg_relation_filenode pg_relation_filepath pg_relation_is_publishable pg_relation_is_updatable
  pg_relation_size pg_reload_conf pg_replication_origin_advance pg_replication_origin_create
  pg_replication_origin_drop pg_replication_origin_oid pg_replication_origin_progress
  pg_replication_origin_session_is_setup pg_replication_origin_session_progress
  pg_replication_origin_session_reset pg_replication_origin_session_setup
  pg_replication_origin_xact_reset pg_replication_origin_xact_setup pg_replication_slot_advance
  pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile pg_rotate_logfile_old
  pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_sequence_parameters pg_settings_get_flags
  pg_show_all_file_settings pg_show_all_settings pg_show_replication_origin_status pg_size_bytes
  pg_size_pretty pg_sleep pg_sleep_for pg_sleep_until pg_snapshot_in pg_snapshot_out pg_snapshot_xip
  pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name pg_start_backup pg_stat_file
  pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time pg_stat_get_total_autovacuum_time
  pg_stat_get_total_vacuum_time pg_statistics_obj_is_visible pg_stop_backup pg_stop_making_pinned_objects
  pg_switch_wal pg_sync_replication_slots pg_table_is_visible pg_table_size pg_tablespace_databases
  pg_tablespace_location pg_tablespace_size pg_terminate_backend pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_total_relation_size
  pg_trigger_depth pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock
  pg_try_advisory_xact_lock_shared pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible
  pg_ts_template_is_visible pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff
  pg_wal_replay_pause pg_wal_replay_resume pg_wal_summary_contents pg_walfile_name pg_walfile_name_offset
  pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_xact_status pgp_armor_headers pgp_key_id
  pgp_pub_decrypt pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt
  pgp_sym_decrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea phraseto_tsquery pi plainto_tsquery
  plpgsql_validator point point_in point_out poly_in poly_out polygon popen populate_record position
  postgresql_fdw_validator pow power querytree quote_ident quote_literal quote_nullable radians radius
  random random_normal range_agg range_in range_intersect_agg range_intersect_agg_transfn range_merge
  range_out rank record_in record_larger record_out record_smaller regclass regclassin regclassout
  regcollationin regcollationout regconfigin regconfigout regdictionaryin regdictionaryout regexp_count
  regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array
  regexp_split_to_table regexp_substr regnamespacein regnamespaceout regoperatorin regoperatorout
  regoperin regoperout regprocedurein regprocedureout regprocin regprocout regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regrolein regroleout regtypein regtypeout
  repeat replace reverse right round row_number row_security_active row_to_json rpad rtrim scale
  schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema seg_center seg_cmp seg_contained
  seg_contains seg_different seg_ge seg_gt seg_inter seg_le seg_left seg_lower seg_lt seg_over_left
  seg_over_right seg_overlap seg_right seg_same seg_size seg_union seg_upper session_user set_bit
  set_byte set_config set_limit set_masklen setseed setval setweight sha224 sha256 sha384 sha512
  shobj_description show_limit show_trgm sign similar_escape similar_to_escape similarity similarity_dist
  similarity_op sin sind sinh skeys slice slice_array slope sort sort_asc sort_desc soundex
  spg_poly_quad_compress split_part sqrt statement_timestamp stddev stddev_pop stddev_samp
  strict_word_similarity strict_word_similarity_commutator_op strict_word_similarity_dist_commutator_op
  strict_word_similarity_dist_op strict_word_similarity_op string_agg string_to_array string_to_table
  strip strpos subarray subltree subpath substr substring sum svals system_user table_to_xml
  table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh tconvert text text2ltree text_larger
  text_smaller text_soundex texticlike texticnlike texticregexeq texticregexne textin textlen textout
  tidin tidlarger tidout tidsmaller time time_dist time_in time_larger time_out time_smaller timeofday
  timestamp timestamp_in timestamp_larger timestamp_out timestamp_smaller timestamptz timestamptz_in
  timestamptz_larger timestamptz_out timestamptz_smaller timetz timetz_in timetz_larger timetz_out
  timetz_smaller timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
  to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
  to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp translate
  trim_array trim_scale trunc ts_debug ts_delete ts_dist ts_filter ts_headline ts_lexize ts_parse ts_rank
  ts_rank_cd ts_token_type tsmultirange tsquery_phrase tsqueryin tsqueryout tsrange tsrange_subdiff
  tstz_dist tstzmultirange tstzrange tstzrange_subdiff tsvector_to_array tsvectorin tsvectorout
  txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_in txid_snapshot_out
  txid_snapshot_xip txid_snapshot_xmax txid_snapshot_xmin txid_status txid_visible_in_snapshot unaccent
  unicode_assigned unicode_version uniq unistr unnest upc upper upper_inc upper_inf
  uuid_extract_timestamp uuid_extract_version uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3
  uuid_generate_v4 uuid_generate_v5 uuid_in uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500
  uuid_out uuidv4 uuidv7 var_pop var_samp varbit varbit_in varbit_out varchar varcharin varcharout
  variance version websearch_to_tsquery width width_bucket word_similarity word_similarity_commutator_op
  word_similarity_dist_commutator_op word_similarity_dist_op word_similarity_op xid xid8_larger
  xid8_smaller xid8in xid8out xidin xidout xml xml_in xml_is_well_formed xml_is_well_formed_content
  xml_is_well_formed_document xml_out xmlagg xmlcomment xmlexists xmltext xmlvalidate xpath xpath_exists
`.split(/\s+/));
function isKnownFunction(name) {
    return known.has(name);
}
/** The functions that a statement calls and whose owner alone says what they do, each once, as they are written. */
function unknownFunctions(statement) {
    const found = new Set();
    for (const { kind, node } of (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .walk */ .GG)(statement)) {
        if (kind !== 'FuncCall')
            continue;
        const path = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(node['funcname']); // FuncCall.funcname
        const [name = '', schema = 'pg_catalog'] = path.toReversed();
        if (schema !== 'pg_catalog' || !known.has(name))
            found.add(path.join('.'));
    }
    return [...found];
}


/***/ }),

/***/ 2112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Y8: () => (/* binding */ lockModes),
/* harmony export */   aZ: () => (/* binding */ locksOf),
/* harmony export */   g6: () => (/* binding */ enforces),
/* harmony export */   qO: () => (/* binding */ strength),
/* harmony export */   yX: () => (/* binding */ strongest)
/* harmony export */ });
/* harmony import */ var _ast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3971);


/** The weakest first. */
const lockModes = [
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];
const blocked = {
    'ACCESS SHARE': 'blocks nobody but who drops or rewrites',
    'ROW SHARE': 'blocks nobody but who drops or rewrites',
    'ROW EXCLUSIVE': 'blocks index builds and schema changes',
    'SHARE UPDATE EXCLUSIVE': 'blocks other schema changes and VACUUM',
    SHARE: 'blocks writes',
    'SHARE ROW EXCLUSIVE': 'blocks writes',
    EXCLUSIVE: 'blocks writes',
    'ACCESS EXCLUSIVE': 'blocks reads and writes',
};
/** Whom a lock keeps from the table. */
function blocks(mode) {
    return blocked[mode];
}
function strength(mode) {
    return lockModes.indexOf(mode);
}
/** The strongest of them, the first among equals. */
function strongest(locks) {
    return locks.reduce((most, lock) => (most === undefined || strength(lock.mode) > strength(most.mode) ? lock : most), undefined);
}
const CATALOGUE = 'only changes the catalogue';
const REWRITE = 'rewrites the whole table and its indexes';
const READ = 'reads every row';
const INDEX = 'builds an index';
const REFERRED = 'is referred to by a new foreign key';
const weaker = {
    AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
    AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_SetRelOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetRelOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
    AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
    AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
    AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
    AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
    AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};
function rewrites({ contype, raw_expr, generated_kind }) {
    return (contype === 'CONSTR_IDENTITY' ||
        (contype === 'CONSTR_GENERATED' && generated_kind !== 'v') ||
        (contype === 'CONSTR_DEFAULT' && (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .volatileFunction */ .tG)(raw_expr) !== undefined));
}
function isVirtual({ contype, generated_kind }) {
    return contype === 'CONSTR_GENERATED' && generated_kind === 'v';
}
/** What ADD COLUMN does: its constraints come with it, and cannot be NOT VALID. */
function whyOfColumn(column) {
    const all = (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintsOf */ .Im)(column).filter(({ skip_validation }) => skip_validation !== true);
    const has = (...kinds) => all.some(({ contype }) => kinds.includes(contype));
    if (/^(?:small|big)?serial\d?$/.test((0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .typeOf */ .QP)(column.typeName)) || all.some(rewrites))
        return REWRITE;
    if (has('CONSTR_UNIQUE', 'CONSTR_PRIMARY'))
        return INDEX;
    // Without a default every value is NULL, which a foreign key lets pass without a look.
    // A virtual value is computed wherever it is looked at: nothing says beforehand that it is not NULL.
    if (has('CONSTR_NOTNULL') && all.some(isVirtual))
        return READ;
    return has('CONSTR_CHECK') || (has('CONSTR_FOREIGN') && has('CONSTR_DEFAULT')) ? READ : CATALOGUE;
}
function whyOfConstraint({ skip_validation, indexname, contype }) {
    if (skip_validation === true || indexname !== undefined)
        return CATALOGUE;
    const indexed = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_EXCLUSION'];
    return indexed.some((each) => each === contype) ? INDEX : READ;
}
/** ALTER CONSTRAINT \u2026 ENFORCED, and not what else it may alter. */
function enforces(def) {
    if (def === undefined || !('ATAlterConstraint' in def))
        return false;
    const { alterEnforceability, is_enforced } = def.ATAlterConstraint;
    return alterEnforceability === true && is_enforced === true;
}
/** What one subcommand does under its lock. */
function whyOf({ subtype, def }) {
    switch (subtype) {
        case 'AT_AddColumn':
            return def !== undefined && 'ColumnDef' in def ? whyOfColumn(def.ColumnDef) : CATALOGUE;
        case 'AT_AddConstraint':
            return def !== undefined && 'Constraint' in def ? whyOfConstraint(def.Constraint) : READ;
        case 'AT_AlterColumnType':
            return 'may rewrite the whole table and its indexes';
        case 'AT_SetNotNull':
        case 'AT_ValidateConstraint':
            return READ;
        case 'AT_AlterConstraint':
            return enforces(def) ? READ : CATALOGUE;
        case 'AT_SetLogged':
        case 'AT_SetUnLogged':
        case 'AT_SetTableSpace':
        case 'AT_SetAccessMethod':
            return REWRITE;
        case 'AT_SetExpression':
            return 'rewrites the whole table and its indexes if the column is stored';
        default:
            return CATALOGUE;
    }
}
/** The one storage parameter of a table that takes the strongest lock. */
function setsCatalogTable({ subtype, def }) {
    if (subtype !== 'AT_SetRelOptions' && subtype !== 'AT_ResetRelOptions')
        return false;
    const options = def !== undefined && 'List' in def ? (def.List.items ?? []) : [];
    return options.some((each) => 'DefElem' in each && each.DefElem.defname === 'user_catalog_table');
}
function modeOf(command) {
    const { subtype, def } = command;
    if (subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def)
        return def.Constraint.contype === 'CONSTR_FOREIGN' ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE';
    if (def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent === true)
        return 'SHARE UPDATE EXCLUSIVE';
    if (setsCatalogTable(command))
        return 'ACCESS EXCLUSIVE';
    return weaker[subtype ?? ''] ?? 'ACCESS EXCLUSIVE';
}
/** The other table that a subcommand locks: what joins or leaves, or what is inherited from. */
function* otherTable({ subtype, def }) {
    if (def === undefined)
        return;
    if ('PartitionCmd' in def) {
        const why = subtype === 'AT_AttachPartition' ? READ : CATALOGUE;
        yield { mode: 'ACCESS EXCLUSIVE', relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(def.PartitionCmd.name), why };
    }
    if ('RangeVar' in def && (subtype === 'AT_AddInherit' || subtype === 'AT_DropInherit'))
        yield { mode: 'SHARE UPDATE EXCLUSIVE', relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(def.RangeVar), why: CATALOGUE };
}
/** The tables that new foreign keys point to. */
function* referred(node) {
    const constraints = [
        ...(0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)(node).flatMap(({ column }) => (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintsOf */ .Im)(column)),
        ...(0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .tableConstraints */ .$x)(node).map(({ constraint }) => constraint),
    ];
    for (const { contype, pktable } of constraints)
        if (contype === 'CONSTR_FOREIGN')
            yield { mode: 'SHARE ROW EXCLUSIVE', relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(pktable), why: REFERRED };
}
const alterTableLocks = (0,_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)((node) => 'AlterTableStmt' in node, function* (node) {
    for (const { table, command } of (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .alterations */ .TL)(node)) {
        yield { mode: modeOf(command), relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table), why: whyOf(command) };
        yield* otherTable(command);
    }
    yield* referred(node);
});
/** What a new table takes from others; nobody else can see the new one. */
function* createTableLocks({ inhRelations, partbound, relation }) {
    for (const each of inhRelations ?? [])
        if ('RangeVar' in each)
            yield partbound === undefined
                ? { mode: 'SHARE UPDATE EXCLUSIVE', relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(each.RangeVar), why: CATALOGUE }
                : {
                    mode: 'ACCESS EXCLUSIVE',
                    relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(each.RangeVar),
                    why: `only changes the catalogue, unless a default partition has to be read for rows of ${(0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(relation)}`,
                };
}
const droppable = new Set([
    'OBJECT_TABLE',
    'OBJECT_VIEW',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
]);
/** Rows that the parts of a WITH change. */
function withLocks(clause) {
    return (clause?.ctes ?? []).flatMap((each) => 'CommonTableExpr' in each && each.CommonTableExpr.ctequery !== undefined
        ? rowLocks(each.CommonTableExpr.ctequery)
        : []);
}
/** Of statements that change rows. What only reads takes ACCESS SHARE, and is not listed. */
function rowLocks(node) {
    const one = (range, why, clause) => [
        { mode: 'ROW EXCLUSIVE', relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(range), why },
        ...withLocks(clause),
    ];
    if ('UpdateStmt' in node)
        return one(node.UpdateStmt.relation, 'changes rows', node.UpdateStmt.withClause);
    if ('DeleteStmt' in node)
        return one(node.DeleteStmt.relation, 'deletes rows', node.DeleteStmt.withClause);
    if ('InsertStmt' in node)
        return one(node.InsertStmt.relation, 'adds rows', node.InsertStmt.withClause);
    if ('MergeStmt' in node)
        return one(node.MergeStmt.relation, 'changes rows', node.MergeStmt.withClause);
    return 'SelectStmt' in node ? withLocks(node.SelectStmt.withClause) : [];
}
/** The locks that a statement takes on tables, as far as its text tells. */
function locksOf(node) {
    const one = (mode, range, why) => [
        { mode, relation: (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(range), why },
    ];
    if ('AlterTableStmt' in node)
        return alterTableLocks(node);
    if ('CreateStmt' in node)
        return [...createTableLocks(node.CreateStmt), ...referred(node)];
    if ('IndexStmt' in node) {
        const { concurrent, relation } = node.IndexStmt;
        return one(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', relation, INDEX);
    }
    if ('DropStmt' in node) {
        const { removeType, objects, concurrent } = node.DropStmt;
        if (removeType === 'OBJECT_INDEX') {
            const mode = concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
            return (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .droppedNames */ .xX)(objects).map((name) => ({ mode, relation: `the table of ${name}`, why: CATALOGUE }));
        }
        if (removeType === 'OBJECT_TRIGGER' || removeType === 'OBJECT_POLICY' || removeType === 'OBJECT_RULE')
            return (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .droppedNames */ .xX)(objects).map((name) => ({
                mode: 'ACCESS EXCLUSIVE',
                relation: name.split('.').slice(0, -1).join('.'),
                why: CATALOGUE,
            }));
        return droppable.has(removeType ?? '')
            ? (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .droppedNames */ .xX)(objects).map((relation) => ({ mode: 'ACCESS EXCLUSIVE', relation, why: 'drops it' }))
            : [];
    }
    if ('TruncateStmt' in node)
        return (node.TruncateStmt.relations ?? []).flatMap((each) => 'RangeVar' in each ? one('ACCESS EXCLUSIVE', each.RangeVar, 'empties it') : []);
    if ('RenameStmt' in node && node.RenameStmt.relation !== undefined) {
        const { renameType, relation } = node.RenameStmt;
        return one(renameType === 'OBJECT_INDEX' ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE', relation, CATALOGUE);
    }
    if ('AlterObjectSchemaStmt' in node && node.AlterObjectSchemaStmt.relation !== undefined)
        return one('ACCESS EXCLUSIVE', node.AlterObjectSchemaStmt.relation, CATALOGUE);
    if ('CreateTrigStmt' in node)
        return one('SHARE ROW EXCLUSIVE', node.CreateTrigStmt.relation, CATALOGUE);
    if ('RuleStmt' in node)
        return one('ACCESS EXCLUSIVE', node.RuleStmt.relation, CATALOGUE);
    if ('CreatePolicyStmt' in node)
        return one('ACCESS EXCLUSIVE', node.CreatePolicyStmt.table, CATALOGUE);
    if ('AlterPolicyStmt' in node)
        return one('ACCESS EXCLUSIVE', node.AlterPolicyStmt.table, CATALOGUE);
    if ('ViewStmt' in node && node.ViewStmt.replace === true)
        return one('ACCESS EXCLUSIVE', node.ViewStmt.view, CATALOGUE);
    if ('CreateStatsStmt' in node)
        return (node.CreateStatsStmt.relations ?? []).flatMap((each) => 'RangeVar' in each ? one('SHARE UPDATE EXCLUSIVE', each.RangeVar, CATALOGUE) : []);
    if ('CommentStmt' in node) {
        const { objtype, object } = node.CommentStmt;
        const path = object !== undefined && 'List' in object ? (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(object.List.items) : [];
        const relation = (objtype === 'OBJECT_COLUMN' ? path.slice(0, -1) : path).join('.');
        return objtype === 'OBJECT_TABLE' || objtype === 'OBJECT_COLUMN'
            ? [{ mode: 'SHARE UPDATE EXCLUSIVE', relation, why: CATALOGUE }]
            : [];
    }
    if ('VacuumStmt' in node) {
        const { options, rels, is_vacuumcmd } = node.VacuumStmt;
        const full = (options ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'full');
        return (rels ?? []).flatMap((each) => 'VacuumRelation' in each
            ? one(is_vacuumcmd === true && full ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE', each.VacuumRelation.relation, full ? REWRITE : READ)
            : []);
    }
    if ('ClusterStmt' in node)
        return one('ACCESS EXCLUSIVE', node.ClusterStmt.relation, REWRITE);
    if ('LockStmt' in node) {
        const mode = lockModes[(node.LockStmt.mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE';
        return (node.LockStmt.relations ?? []).flatMap((each) => 'RangeVar' in each ? one(mode, each.RangeVar, 'is asked for') : []);
    }
    if ('RefreshMatViewStmt' in node) {
        const { concurrent, relation } = node.RefreshMatViewStmt;
        return one(concurrent === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE', relation, 'computes it anew');
    }
    if ('ReindexStmt' in node) {
        const concurrently = (node.ReindexStmt.params ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'concurrently');
        const { relation, kind } = node.ReindexStmt;
        const table = kind === 'REINDEX_OBJECT_INDEX' ? `the table of ${(0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(relation)}` : (0,_ast_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(relation);
        return [
            { mode: concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', relation: table, why: 'builds indexes' },
        ];
    }
    return rowLocks(node);
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
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1376);
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

/***/ 9899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   fi: () => (/* binding */ sqlFailure),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6027);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7910);
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
/** What the server says of a right that is missing, and how it is given. */
const rights = [
    [/^permission denied for database (.+)$/, (name) => `GRANT CREATE ON DATABASE ${name} TO <user>`],
    [/^permission denied for schema (.+)$/, (name) => `GRANT USAGE, CREATE ON SCHEMA ${name} TO <user>`],
    [
        /^permission denied for (?:table|view|sequence) (.+)$/,
        (name) => `GRANT ALL ON ${name} TO <user>, or make it its owner`,
    ],
    [
        /^permission denied for (?:function|procedure) (.+)$/,
        (name) => `GRANT EXECUTE ON FUNCTION ${name} TO <user>`,
    ],
    [
        /^must be owner of \S+ (.+)$/,
        (name) => `give ${name} to the user, or GRANT <the role that owns it> TO <user>`,
    ],
];
function missingRight({ code, message }) {
    if (code !== '42501')
        return undefined;
    for (const [said, fix] of rights) {
        const name = said.exec(message)?.[1];
        if (name !== undefined)
            return `${fix(/^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)}; <user> is that of the database URL.`;
    }
    return undefined;
}
function isServerError(error) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        'message' in error &&
        /^[0-9A-Z]{5}$/.test(String(error.code)));
}
/** @throws Failure DATABASE_ERROR instead of an error of the server about a statement of our own */
async function explained(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).length > 0 || !isServerError(error))
            throw error;
        throw ownStatement(error);
    }
}
function ownStatement(error) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_ERROR',
        what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
        fix: missingRight(error) ??
            'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
        cause: error,
    });
}
/** The line inside a DO block that `where` tells: `PL/pgSQL function inline_code_block line 3 at \u2026`. */
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
/** Where in a file the server is that says something, as far as that can be told. */
function placeIn(error, script, sent, completed) {
    if (error.position !== undefined) {
        const base = sent.statement === undefined ? script.sql : sent.statement.text;
        const within = Number(error.position) - 1 - [...sent.prefix].length;
        const offset = (sent.statement?.offset ?? 0) + (0,_statements_js__WEBPACK_IMPORTED_MODULE_2__/* .fromCodePoints */ .f6)(base, within);
        if (within >= 0 && offset <= script.sql.length)
            return new _statements_js__WEBPACK_IMPORTED_MODULE_2__/* .Places */ .N4(script.sql).at(offset);
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
    const { code, detail, hint, where } = error;
    const place = placeIn(error, script, sent, completed);
    const end = sent.before + script.statements.length;
    const atEnd = place === undefined && completed !== undefined && completed >= end;
    // Constraints are checked at the end; behind them the tool writes its record.
    if (atEnd && completed > end && code === '42501')
        return ownStatement(error);
    const source = { file: script.file, ...(place ?? { line: script.statements[0]?.line ?? 1 }) };
    const shown = place === undefined ? '' : (0,_statements_js__WEBPACK_IMPORTED_MODULE_2__/* .caret */ .OW)(script.sql, place.line, place.column ?? 1);
    const why = [
        atEnd
            ? `It came at the end of the transaction${completed === end ? ', when deferred constraints are checked' : ''}.`
            : undefined,
        detail,
        where?.split('\n')[0],
    ].filter((part) => part !== undefined);
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'MIGRATION_FAILED',
        what: `${(0,_toolkit_postgres_without_rows_ts__WEBPACK_IMPORTED_MODULE_1__/* .messageAbout */ .Pd)(error, script.sql)} (SQLSTATE ${code}).${shown}`,
        why: why.length > 0 ? why.join(' ') : 'The server refused the statement.',
        fix: `${missingRight(error) ?? advice[code] ?? hint ?? 'Correct the file.'} ${stands}`,
        source,
        cause: error,
    });
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

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Opening)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Collects everything that is wrong with a run, so that it is told at once; what was read meanwhile is kept. */
class Opening {
    #given;
    /** By their text: what is wrong for several reasons is told once. */
    #problems;
    constructor(given) {
        this.#given = given;
        this.#problems = new Map(given.problems.map((failure) => [failure.message, failure]));
    }
    add(...failures) {
        for (const failure of failures)
            this.#problems.set(failure.message, failure);
    }
    /**
     * Reads something. What it throws is told with everything else.
     * @returns what was read; it is asked for when everything is known to be right
     */
    read(work) {
        try {
            const value = work();
            return () => value;
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            this.add(...failures);
            return () => {
                throw error;
            };
        }
    }
    /** The inputs, complete. @throws Failures of everything that is wrong */
    inputs() {
        (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...this.#problems.values()]);
        return this.#given.valid; // complete: every input that is not is a problem
    }
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

/***/ 6161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readDirectives),
/* harmony export */   r: () => (/* binding */ refuseMisplaced)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/** What a file says of itself: `-- migrate: \u2026` lines in the comments at its head. */


/** A head is no longer. */
const HEAD_LINES = 200;
const FORMS = 'lock-timeout <duration>, statement-timeout <duration>, retries <number>, no-transaction, allow <rule>: <reason>, irreversible: <reason>';
const mentions = /migrate:/i;
/** The comment lines before the first statement, with their numbers from 1. */
function* headOf(sql) {
    let said = 0;
    for (let [line, from] = [1, 0]; from <= sql.length && said < HEAD_LINES; line++) {
        const end = sql.indexOf('\n', from);
        const text = sql.slice(from, end === -1 ? sql.length : end).trim();
        if (text !== '' && !text.startsWith('--'))
            return;
        yield [line, text];
        if (end === -1)
            return;
        // Blank lines in front are those of another way, which stood there.
        if (text !== '' || said > 0)
            said++;
        from = end + 1;
    }
}
/** @throws Failure DIRECTIVE_UNKNOWN on the line of the first that cannot be read */
function readDirectives(file, sql) {
    const found = {
        lockTimeout: undefined,
        statementTimeout: undefined,
        retries: undefined,
        allow: [],
        noTransaction: false,
        irreversible: undefined,
    };
    // Most files say nothing of themselves.
    if (!mentions.test(sql))
        return found;
    const once = new Map();
    for (const [line, text] of headOf(sql)) {
        const said = /^--\s*migrate:\s*(.*)$/i.exec(text)?.[1]?.trim();
        if (said === undefined)
            continue;
        const problem = (what, fix) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({ code: 'DIRECTIVE_UNKNOWN', what, fix, source: { file, line } });
        const [, name = '', value = ''] = /^([a-z-]+):?\s*(.*)$/.exec(said) ?? [];
        const before = once.get(name);
        if (before !== undefined && name !== 'allow')
            throw problem(`\`${name}\` is said on line ${before} already.`, 'Remove one of the two.');
        once.set(name, line);
        if (name === 'lock-timeout' || name === 'statement-timeout') {
            const milliseconds = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
            if (milliseconds === undefined)
                throw problem(`\`${value}\` is not a duration.`, `Write it as \`-- migrate: ${name} 5s\`.`);
            found[name === 'lock-timeout' ? 'lockTimeout' : 'statementTimeout'] = milliseconds;
        }
        else if (name === 'retries') {
            if (!/^\d{1,3}$/.test(value))
                throw problem(`\`${value}\` is not a number of retries.`, 'Write it as `-- migrate: retries 3`.');
            found.retries = Number(value);
        }
        else if (name === 'no-transaction') {
            if (value !== '')
                throw problem('`no-transaction` stands alone.', 'Write it as `-- migrate: no-transaction`.');
            found.noTransaction = true;
        }
        else if (name === 'allow') {
            const [, rule, reason] = /^([a-z][a-z0-9-]*):\s*(\S.*)$/.exec(value) ?? [];
            if (rule === undefined || reason === undefined)
                throw problem('An allowance needs a rule and a reason.', 'Write it as `-- migrate: allow drop-column: nothing has read it since release 41`.');
            found.allow = [...found.allow, { rule, reason, line }];
        }
        else if (name === 'irreversible') {
            const reason = value.replace(/^reason\s*[:=]\s*/, '').replace(/^"(.*)"$/, '$1');
            if (reason === '')
                throw problem('A file that cannot be undone must say why.', 'Write it as `-- migrate: irreversible: the rows are gone`.');
            found.irreversible = reason;
        }
        else {
            throw problem(`There is no directive \`${name === '' ? said : name}\`.`, `The directives are: ${FORMS}.`);
        }
    }
    return found;
}
/**
 * Directives that count for nothing, because they do not stand at the head.
 * @param isInside whether an offset is within a statement, where such a line is its own business; asked in their order
 * @throws Failure DIRECTIVE_MISPLACED on the line of the first
 */
function refuseMisplaced(file, sql, isInside) {
    if (!mentions.test(sql))
        return;
    const head = [...headOf(sql)].at(-1)?.[0] ?? 0;
    let [line, counted] = [1, 0];
    for (const { index } of sql.matchAll(/^[ \t]*--[ \t]*migrate:/gim)) {
        for (; counted < index; counted++)
            if (sql[counted] === '\n')
                line++;
        if (line <= head || isInside(index))
            continue;
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'DIRECTIVE_MISPLACED',
            what: 'This directive would count for nothing.',
            why: `Directives stand in the \`--\` lines at the head of a file, before its first statement and any \`/* \u2026 */\`, in the first ${HEAD_LINES} lines.`,
            fix: 'Move it to the first line of the file.',
            source: { file, line },
        });
    }
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ recordedIn),
/* harmony export */   CA: () => (/* binding */ prepareSql),
/* harmony export */   Dm: () => (/* binding */ recordedSql),
/* harmony export */   Il: () => (/* binding */ readPresent),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   NT: () => (/* binding */ outdatedHistory),
/* harmony export */   PQ: () => (/* binding */ createSql),
/* harmony export */   Rh: () => (/* binding */ existsSql),
/* harmony export */   aC: () => (/* binding */ recordSql),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   ht: () => (/* binding */ followsSql),
/* harmony export */   mv: () => (/* binding */ lackedIn),
/* harmony export */   sZ: () => (/* binding */ lackedColumns),
/* harmony export */   y_: () => (/* binding */ insertSql),
/* harmony export */   zf: () => (/* binding */ foreignHistory)
/* harmony export */ });
/* unused harmony export readHeads */
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _history_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3374);
/** What was done to the database: an append-only table, and a view of where it stands. */



/** What history says where there is none. */
const NOTHING = { applied: [], unfinished: [], released: undefined, last: 0 };
function qualified({ schema, table }) {
    return `${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(schema)}.${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(table)}`;
}
/** What is in effect now, by its name. */
function viewOf(history) {
    return qualified({ ...history, table: `${history.table}_current` });
}
/** Whether there is a history, as an expression. */
function existsSql(history) {
    return `pg_catalog.to_regclass(${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(qualified(history))}) IS NOT NULL`;
}
/**
 * Makes the table and the view when they are not there, as one message and so all or nothing. Times are always given:
 * there is no default. Whatever is committed durably later takes it to the disk. `sha` and `run` of the newest row are what
 * the database was last released from: a run's id, or `rollback 4711` when an environment's reviewers approved it.
 */
function createSql(history, hasSchema = false) {
    // Where it is there, its owner may have no right to make another.
    const schema = hasSchema ? '' : `CREATE SCHEMA IF NOT EXISTS ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(history.schema)};`;
    return `SET LOCAL synchronous_commit = off;
    ${schema}
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
      run text NOT NULL,
      tool_version text NOT NULL,
      down_sql text,
      irreversible text,
      statement integer CHECK (statement > 0),
      CHECK (down_sql IS NOT NULL OR irreversible IS NOT NULL)
    );
    CREATE OR REPLACE VIEW ${viewOf(history)} AS
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
    const [applied = [], unfinished = [], [released] = [], [newest] = []] = await session.send(`SELECT id::float8 AS id, version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql", irreversible
       FROM ${viewOf(history)} ORDER BY id;
     SELECT version, name, checksum, direction, state, down_sql AS "downSql", coalesce(statement, 1) AS statement FROM (
       SELECT DISTINCT ON (version) * FROM ${qualified(history)} ORDER BY version, id DESC
     ) AS latest WHERE state = 'running'
        OR (state IN ('failed', 'cancelled') AND EXISTS (
              SELECT FROM ${qualified(history)} AS begun
               WHERE begun.version = latest.version AND begun.state = 'running' AND begun.started_at = latest.started_at));
     SELECT sha AS commit, run FROM ${qualified(history)} WHERE sha <> '' ORDER BY id DESC LIMIT 1;
     SELECT coalesce(max(id), 0)::float8 AS last FROM ${qualified(history)}`);
    const orUndefined = (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]));
    return {
        applied: applied.map(orUndefined), // the columns of the SELECT above
        unfinished: unfinished.map(orUndefined), // likewise
        released: released, // likewise
        last: Number(newest?.['last']),
    };
}
/**
 * What is in effect, in the order in which it took effect, read from the view alone: a user that may read nothing else
 * is enough.
 * @returns undefined when there is no history
 */
async function readHeads(session, history) {
    const [found] = await session.query(`SELECT ${existsSql(history)} AS exists`);
    if (found?.exists !== true)
        return undefined;
    return session.query(`SELECT version, name, checksum FROM ${viewOf(history)} ORDER BY id`);
}
/** What every entry of a run says. */
function constants(world, next) {
    const { run } = world;
    return {
        actor: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.actor),
        repository: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.repository),
        sha: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(next.commit),
        run_url: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(run.url),
        run: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(next.run),
        tool_version: pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(world.toolVersion),
    };
}
function insert(history, values) {
    return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`;
}
function orNull(value) {
    return value === undefined ? 'NULL' : pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}
/**
 * The INSERT of one entry as text.
 * @param next what the database is released from by it
 */
function insertSql(history, entry, world, next) {
    const { migration, direction, state, startedAt, finishedAt, lockWaitMs, attempts, statement } = entry;
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
        statement: statement === undefined ? 'NULL' : String(statement),
        ...constants(world, next),
    });
}
/** The names of a session's prepared statements. */
const PREPARED = 'omninode_applied';
const FOLLOWS = 'omninode_follows';
/**
 * Prepares the record of a file that was applied in its own transaction, and the proof that another was: parsed once,
 * not once a file. The server measures how long the transaction took, and adds that to the time that is given.
 */
function prepareSql(history, lockWaitMs, world, next) {
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
        ...constants(world, next),
    });
    return `PREPARE ${PREPARED} (text, text, text, text, timestamptz, integer, text, text) AS ${statement};
    PREPARE ${FOLLOWS} (text, text) AS SELECT 1 / coalesce((
      SELECT (version = $1 AND direction = $2 AND state = 'applied')::int FROM ${qualified(history)} ORDER BY id DESC LIMIT 1
    ), 0)`;
}
/** A statement that fails (22012, division by zero) unless history's newest entry is that file, applied; `prepareSql` came before. */
function followsSql({ version, direction }) {
    return `EXECUTE ${FOLLOWS} (${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(version)}, ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(direction)})`;
}
/** What was recorded as applied since an entry, in order; `recordedIn` reads its rows. */
function recordedSql(history, since) {
    return `SELECT version, direction FROM ${qualified(history)} WHERE state = 'applied' AND id > ${since} ORDER BY id`;
}
function recordedIn(rows) {
    return (rows ?? []); // the columns of `recordedSql`
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
/** What is missing of a table that another tool made under the same name. */
function foreignHistory(history, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_FOREIGN',
        what: `${(0,_history_table_js__WEBPACK_IMPORTED_MODULE_2__/* .historyName */ .GM)(history)} is not a history of this step: a column or its view is missing.`,
        fix: 'Give `history-table` another name; `command: baseline` adopts what another tool has recorded.',
        cause,
    });
}
/** What came to history after its first days, with what makes it. */
const later = {
    run: "text NOT NULL DEFAULT ''",
    statement: 'integer CHECK (statement > 0)',
};
/** What makes a table a history of ours, whenever it was made. */
const always = 'id version name checksum direction state started_at finished_at actor sha run_url down_sql irreversible';
/**
 * @param columns those of the table
 * @returns those that a history lacks because it was made before them; undefined when it is not a history at all
 */
function lackedIn(columns) {
    const names = new Set(columns);
    return always.split(' ').every((name) => names.has(name))
        ? Object.keys(later).filter((name) => !names.has(name))
        : undefined;
}
/** The columns that a history lacks because it was made before them; none when it is not a history at all. */
async function lackedColumns(session, history) {
    const columns = await session.query('SELECT attname AS name FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1) AND NOT attisdropped', [qualified(history)]);
    return lackedIn(columns.map(({ name }) => name)) ?? [];
}
/** History is a contract: it is changed by whoever owns it, and not in passing. */
function outdatedHistory(history, lacked, cause) {
    const name = (0,_history_table_js__WEBPACK_IMPORTED_MODULE_2__/* .historyName */ .GM)(history);
    const alterations = [
        ...lacked.map((column) => `ADD COLUMN ${column} ${later[column]}`),
        ...(lacked.includes('run') ? ['ALTER COLUMN run DROP DEFAULT'] : []),
    ];
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'HISTORY_OUTDATED',
        what: `${name} has no column ${lacked.map((column) => `\`${column}\``).join(', ')}.`,
        why: 'It was made before history kept which run a database was last released by, or where a file was cut off.',
        fix: `As its owner, once: ${alterations.map((each) => `ALTER TABLE ${name} ${each}`).join('; ')}.`,
        cause,
    });
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

/***/ 6480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4884);
/** A database URL, read as libpq reads it, or refused: nothing of it is passed over, and nothing of it is told. */


const FORM = 'postgres://<user>:<password>@<host>:<port>/<database>';
const ENCODE = "In user, password and database write each of `% : / ? # [ ] @`, blanks and quotes percent-encoded: `@` is `%40`, `/` is `%2F`, `%` is `%25`; `jq -rn --arg p '<password>' '$p|@uri'` does it.";
/** What libpq knows, and a run must not, or need not, be told in a URL: why. */
const refused = {
    ...Object.fromEntries(['sslcert', 'sslkey', 'sslpassword', 'sslcertmode', 'sslcrl', 'sslcrldir'].map((name) => [
        name,
        'clients prove who they are by password or by IAM token',
    ])),
    ...Object.fromEntries([
        'gssencmode',
        'krbsrvname',
        'gsslib',
        'gssdelegation',
        'require_auth',
        'channel_binding',
        'requirepeer',
    ].map((name) => [name, 'only passwords and IAM tokens are known'])),
    service: 'service files are not read: write host, port, user and database into the URL',
    servicefile: 'service files are not read: write host, port, user and database into the URL',
    passfile: 'password files are not read: the password is in the URL, in a Secret, or an IAM token',
    hostaddr: 'the name of the server is what its certificate proves',
    replication: 'a replication connection runs no migrations',
    load_balance_hosts: 'hosts are tried in their order',
    application_name: 'the name of the session says which run it belongs to',
    fallback_application_name: 'the name of the session says which run it belongs to',
};
/** What libpq has beside them: TLS that gives way. */
const weaker = new Set(['allow', 'prefer']);
const modes = ['disable', 'require', 'verify-ca', 'verify-full'];
const attributes = ['any', 'read-write', 'read-only', 'primary', 'standby'];
function isSocket(host) {
    return host.startsWith('/');
}
function isLoopback(host) {
    return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || isSocket(host);
}
/** @returns undefined when it is not percent-encoded */
function plain(text) {
    if (/[\s\p{Cc}]/u.test(text))
        return undefined;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** As they are written. Each of the characters that part them may stand once: with two, it is a guess what was meant. */
function split(rest) {
    const [before = '', query, ...more] = rest.split('?');
    const [authority = '', database = '', ...further] = before.split('/');
    const [account = '', servers, ...again] = authority.includes('@') ? authority.split('@') : ['', authority];
    if (more.length + further.length + again.length > 0 ||
        /[#@]/.test(`${database}${query ?? ''}`) ||
        rest.includes('#'))
        return undefined;
    const colon = account.indexOf(':');
    return {
        user: colon === -1 ? account : account.slice(0, colon),
        password: colon === -1 ? '' : account.slice(colon + 1),
        servers: servers ?? '',
        database,
        parameters: (query === undefined || query === '' ? [] : query.split('&')).map((each) => {
            const at = each.indexOf('=');
            return at === -1 ? [each, ''] : [each.slice(0, at), each.slice(at + 1)];
        }),
    };
}
/** @returns undefined when it is neither a host nor a host and a port */
function readServer(text) {
    const [, bracketed, named, port = ''] = /^(?:\[([0-9a-f:.%]+)\]|([^:[\]]*))(?::(\d{0,5}))?$/i.exec(text) ?? [];
    const host = bracketed ?? (named === undefined ? undefined : plain(named));
    return host === undefined ? undefined : { host, port };
}
/** Hosts with their ports; one port may stand for all of them. */
function readServers(hosts, ports) {
    if (ports.length > 1 && ports.length !== hosts.length)
        return undefined;
    const servers = hosts.map((host, index) => {
        const port = ports[ports.length === 1 ? 0 : index] ?? '';
        return { host, port: port === '' ? 5432 : Number(port) };
    });
    return servers.every(({ port }) => Number.isInteger(port) && port > 0 && port < 65_536)
        ? servers
        : undefined;
}
/**
 * The parts of a database URL. Its secrets are masked first. Off loopback TLS is `verify-full`; only `sslmode=disable`
 * turns it off. The parameters of libpq count as they do there, and `search_path` as a setting of the session; one that
 * is not known, or not supported, is refused by its name.
 * @param from how the reader knows the URL: the input `database-url`, or a key of a Secret
 * @throws Failures DATABASE_URL, DATABASE_CA: everything that is wrong
 */
function parseDatabaseUrl(url, world, from = 'The input `database-url`') {
    world.redactor.add(url);
    const invalid = (what, fix = `Write it as ${FORM}, with special characters percent-encoded.`) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({ code: 'DATABASE_URL', what: `${from} ${what}.`, fix });
    const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url) ?? [];
    if (scheme === undefined || rest === undefined)
        throw invalid('is not a URL');
    if (!/^postgres(?:ql)?$/i.test(scheme))
        throw invalid('is not a postgres:// URL');
    const parts = split(rest);
    if (parts === undefined)
        throw invalid('can be read in more than one way: a part of it is not percent-encoded', ENCODE);
    world.redactor.add(parts.password);
    const texts = [parts.user, parts.password, parts.database, ...parts.parameters.flat()].map(plain);
    if (texts.includes(undefined))
        throw invalid('has a part that is not percent-encoded', ENCODE);
    const problems = [];
    const given = new Map();
    for (const [name = '', value = ''] of parts.parameters.map((each) => each.map(plain))) {
        if (given.has(name))
            problems.push(invalid(`gives \`${name}\` twice`, 'Remove one of them.'));
        given.set(name, value);
    }
    /** Takes a parameter, so that at the end those are left that nobody knows. */
    const take = (name) => {
        const value = given.get(name);
        given.delete(name);
        return value === '' ? undefined : value;
    };
    const taken = (name, known, otherwise) => {
        const value = take(name) ?? otherwise;
        const found = known.find((each) => each === value);
        if (found === undefined)
            problems.push(invalid(`gives \`${name}\` another value than ${known.join(', ')}`, `Correct \`${name}\`.`));
        return found ?? otherwise;
    };
    const secret = take('password') ?? plain(parts.password) ?? '';
    world.redactor.add(secret);
    const user = take('user') ?? plain(parts.user) ?? '';
    const database = take('dbname') ?? plain(parts.database) ?? '';
    const listed = parts.servers === '' ? [] : parts.servers.split(',').map(readServer);
    const hosts = take('host')?.split(',') ?? listed.map((each) => each?.host ?? '');
    const ports = take('port')?.split(',') ?? listed.map((each) => each?.port ?? '');
    const servers = listed.includes(undefined) ? undefined : readServers(hosts, ports);
    // Many a password is also a name; what the database is called by stays readable.
    world.redactor.addIdentifiers([...hosts, user, database].filter((each) => each !== ''));
    const [first, ...others] = servers ?? [];
    if (servers === undefined)
        problems.push(invalid('names a server that is no host with its port', ENCODE));
    else if (first === undefined || hosts.includes(''))
        problems.push(invalid('names no host'));
    if (user === '')
        problems.push(invalid('names no user'));
    if (database === '')
        problems.push(invalid('names no database'));
    const mode = take('sslmode');
    if (mode !== undefined && !modes.includes(mode))
        problems.push(invalid(weaker.has(mode)
            ? `has sslmode=${mode}, where ${modes.join(', ')} are known`
            : `has an \`sslmode\` that is none of ${modes.join(', ')}`, 'Correct `sslmode`.'));
    const authority = take('sslrootcert');
    const seconds = take('connect_timeout');
    if (seconds !== undefined && !/^-?\d{1,6}$/.test(seconds))
        problems.push(invalid('gives `connect_timeout` no number of seconds', 'Correct `connect_timeout`.'));
    const wanted = taken('target_session_attrs', attributes, 'any');
    taken('client_encoding', ['UTF8', 'utf8', 'UTF-8', 'utf-8', 'auto'], 'UTF8');
    const path = take('search_path');
    const options = [
        take('options'),
        path === undefined ? undefined : `-c search_path=${path.replaceAll(/[\\ ]/g, '\\$&')}`,
    ]
        .filter((each) => each !== undefined)
        .join(' ');
    for (const name of given.keys()) {
        const why = refused[name];
        problems.push(why === undefined
            ? invalid(`has a parameter \`${name}\`, which is not known`, 'Remove it, or correct its name.')
            : invalid(`has the parameter \`${name}\`, which is not supported`, `Remove it: ${why}.`));
    }
    let ca;
    if (authority !== undefined && authority !== 'system') {
        try {
            ca = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readAuthority */ .A)(authority, world, `\`sslrootcert\` of ${from.charAt(0).toLowerCase()}${from.slice(1)}`);
        }
        catch (error) {
            if (!(error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
                throw error;
            problems.push(error);
        }
    }
    if (first === undefined || problems.length > 0)
        throw problems.length === 1 ? problems[0] : new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(problems);
    const isNear = [first, ...others].every(({ host }) => mode === undefined ? isLoopback(host) : isSocket(host));
    const patience = Number(seconds ?? 0) * 1_000;
    return {
        ...first,
        ...(others.length === 0 ? {} : { others }),
        ...(wanted === 'any' ? {} : { attributes: wanted }),
        database,
        user,
        ...(options === '' ? {} : { options }),
        ...(patience > 0 ? { connectTimeout: patience } : {}),
        password: async () => (secret === '' ? undefined : secret),
        tls: isNear || mode === 'disable' ? undefined : { ca },
    };
}


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ sendMessage)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/** A message of any number of statements, of whose answers the rows alone are kept: a file may have a million of them. */

const NONE = Object.freeze([]);
class Message extends pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Query */ .Ay.Query {
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


/***/ }),

/***/ 2388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ listenTo),
/* harmony export */   v: () => (/* binding */ hearing)
/* harmony export */ });
/** As the driver tells it, whose type has neither severity nor code as what is always there. */
function noticeOf(told) {
    return told; // the protocol's error and notice fields, which every server sends
}
/** Who listens to the answers that a client is still to get, in order; to be called for each message that is sent. */
function listenTo(client) {
    const listeners = [];
    let completed = 0;
    client.connection.on('commandComplete', () => completed++);
    client.connection.on('readyForQuery', () => {
        completed = 0;
        listeners.shift();
    });
    client.on('notice', (told) => listeners[0]?.(noticeOf(told), completed));
    return (listener) => void listeners.push(listener);
}
/** Listens to what a server says while one message is answered, beside which no other is under way. */
async function hearing(client, listener, work) {
    let completed = 0;
    const count = () => completed++;
    const hear = (told) => listener(noticeOf(told), completed);
    client.connection.on('commandComplete', count);
    client.on('notice', hear);
    try {
        return await work();
    }
    finally {
        client.connection.off('commandComplete', count);
        client.off('notice', hear);
    }
}


/***/ }),

/***/ 557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ driverClient),
/* harmony export */   GI: () => (/* binding */ settingsSql),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   Tq: () => (/* binding */ WATCH_SQL),
/* harmony export */   h: () => (/* binding */ AS_READ_SQL)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3849);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _application_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9047);
/* harmony import */ var _completed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3248);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1582);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2388);
/* harmony import */ var _without_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6027);
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
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATABASE_REFUSED',
            what: `The server refused the user of ${place}.`,
            why: message,
            fix: 'Check the user and how it proves to be that: its password, or the right to use IAM tokens.',
            cause: error,
        });
    }
    if (message.includes('client password must be a string')) {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATABASE_REFUSED',
            what: `The server asks for a password for ${place}, and none is given.`,
            fix: 'Put it into the URL, percent-encoded, or use `database-auth: aws-iam`.',
            cause: error,
        });
    }
    if (message.includes('does not support SSL')) {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATABASE_TLS',
            what: `There is no encrypted connection to ${place}: the server offers none.`,
            why: 'Off loopback, and with `sslmode` other than disable, the server must prove who it is.',
            fix: 'Turn TLS on at the server. Only where nobody else is on the way, add `?sslmode=disable` to the URL.',
            cause: error,
        });
    }
    if (code === '3D000') {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATABASE_MISSING',
            what: `There is no database ${target.database} at ${target.host}.`,
            fix: 'Create it, or correct the name in the URL.',
            cause: error,
        });
    }
    if (/certificate|self.signed|altnames|SSL|TLS/i.test(`${code} ${message}`)) {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATABASE_TLS',
            what: `There is no trusted connection to ${place}: ${message}.`,
            why: 'Off loopback the server must prove who it is (verify-full).',
            fix: 'Pass the authority of its certificate as `database-ca`; for Amazon RDS its global-bundle.pem.',
            cause: error,
        });
    }
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
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
    const client = new pg__WEBPACK_IMPORTED_MODULE_1__/* ["default"].Client */ .Ay.Client({
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
    (0,_without_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .tellNoRows */ .mW)(client);
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
            if (isLast || !(error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR) || !AFTER_THIS_SERVER.has(error.code))
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
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
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
    const socket = new node_net__WEBPACK_IMPORTED_MODULE_0__.Socket();
    const client = await driverClient(target, {
        stream: () => socket,
        application_name: (0,_application_name_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationName */ .SX)(step, world.run),
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
    (0,_completed_js__WEBPACK_IMPORTED_MODULE_3__/* .countCompleted */ .F)(client);
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
    const listen = (0,_notices_js__WEBPACK_IMPORTED_MODULE_7__/* .listenTo */ .r)(client);
    const send = async (sql, values, heard) => {
        listen(heard);
        if (values === undefined)
            return (0,_message_js__WEBPACK_IMPORTED_MODULE_4__/* .sendMessage */ ._)(client, sql);
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
        completedBefore: _completed_js__WEBPACK_IMPORTED_MODULE_3__/* .completedBefore */ .P,
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

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readAuthority),
/* harmony export */   h: () => (/* binding */ trusting)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);
/** Where the database is, and as whom it is reached. */


/**
 * PEM text, or a file of it.
 * @throws Failure DATABASE_CA
 */
function readAuthority(given, world, from = 'The input `database-ca`') {
    if (given.includes('-----BEGIN CERTIFICATE-----'))
        return given;
    const problem = (what, cause) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'DATABASE_CA',
        what: `${from} ${what}.`,
        fix: 'Pass the PEM text or the path of a PEM file; for Amazon RDS its global-bundle.pem.',
        cause,
    });
    let text;
    try {
        text = (0,_sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .readNamed */ .Mk)(world.workspace, given).toString('utf8');
    }
    catch (cause) {
        if (!(cause instanceof _sources_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreadable */ .IO))
            throw cause;
        throw problem(`names ${given}, which cannot be read: ${cause.message}`, cause);
    }
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw problem(`names ${given}, which holds no certificate`);
}
/** The same database, proven by other authorities (PEM) than the system's and those that it names itself. */
function trusting(target, ca) {
    return target.tls === undefined || ca === undefined ? target : { ...target, tls: { ca } };
}


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


/***/ }),

/***/ 1938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   Lr: () => (/* binding */ differenceText),
/* harmony export */   Pt: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2286);
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2394);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7044);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2672);






/** Longer addresses do not widen their column. */
const WIDEST = 72;
const sign = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    import: '<-',
    move: '->',
    forget: 'x',
    run: '>',
    none: ' ',
};
const colours = { red: 31, green: 32, yellow: 33, cyan: 36 };
const actionColour = {
    create: 'green',
    update: 'yellow',
    replace: 'red',
    delete: 'red',
    import: 'green',
    move: 'yellow',
    forget: 'red',
    run: 'cyan',
    none: 'cyan',
};
const severityColour = {
    error: 'red',
    warning: 'yellow',
    notice: 'cyan',
};
const statusColour = {
    done: 'green',
    failed: 'red',
    skipped: 'yellow',
    unknown: 'red',
};
const verdictColour = {
    pass: 'green',
    fail: 'red',
    unknown: 'yellow',
};
/** Puts text into a colour, where they are seen. */
function painter({ colour = false }) {
    return (name, text) => (colour ? `\u001b[${colours[name]}m${text}\u001b[39m` : text);
}
function place(source) {
    return source === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSource */ .j)(source));
}
/** Words in columns, each as wide as its widest word, but no wider than `WIDEST`. */
function columns(rows) {
    const width = (column) => rows
        .map((row) => row[column]?.length ?? 0)
        .reduce((widest, length) => (length <= WIDEST ? Math.max(widest, length) : widest), 0);
    const widths = (rows[0] ?? []).map((_, column) => width(column));
    return rows.map((row) => row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
/** What is created is told by its name; of what is there already, also what becomes of it. */
function showsAttributes({ action, before }) {
    return (action === 'update' ||
        action === 'replace' ||
        ((action === 'run' || action === 'import') && before !== undefined));
}
function planText(plan, options = {}) {
    const paint = painter(options);
    const { told = new Set() } = options;
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(plan);
    const rows = columns(changes.map((change) => [
        `  ${sign[change.action].padEnd(3)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(change.address), 300),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(change.kind),
        place(change.source),
    ]));
    const lines = changes.flatMap((change, index) => [
        paint(actionColour[change.action], rows[index] ?? ''),
        ...(change.note === undefined ? [] : [`      ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(change.note), 1_000)}`]),
        ...(showsAttributes(change) ? (0,_difference_js__WEBPACK_IMPORTED_MODULE_3__/* .differenceLines */ .Z)(change).map((line) => `        ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(line)}`) : []),
    ]);
    const findings = (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .bySeverity */ .Np)(plan.findings.filter((each) => !told.has(each))).flatMap((finding) => [
        `  ${paint(severityColour[finding.severity], (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .severityText */ .pA)(finding))} ${place(finding.source)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(finding.message)} [${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(finding.rule)}]`,
        `      ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(finding.why)}`,
        ...finding.fix.split('\n').map((line) => `      ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(line)}`),
    ]);
    const evidence = plan.evidence.flatMap((each) => [
        paint(verdictColour[each.verdict], `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(each.title)}: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceText */ .rS)(each)}. `) +
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(each.text),
        ...(each.difference ?? []).map((line) => `      ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(line)}`),
    ]);
    const head = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .Pl)(plan)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(plan.target)}, plan ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(plan.digest)})`;
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .rendered */ .gj)(plan, [head, ...findings, ...lines, ...evidence].join('\n'));
}
function outcomeText(plan, outcome, options = {}) {
    const paint = painter(options);
    const took = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt));
    const rows = columns(outcome.results.map((result) => [
        `  ${result.status}`,
        result.action,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(result.address), 300),
        (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(result.durationMs),
    ]));
    const lines = outcome.results.flatMap((result, index) => [
        paint(statusColour[result.status], rows[index] ?? ''),
        ...(result.message === undefined
            ? []
            : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(result.message)
                .split('\n')
                .map((line) => `      ${line}`)),
    ]);
    const head = `${_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .stepTitle */ .Fb[plan.step]}: ${outcome.status} in ${took} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(plan.target)}, changed=${outcome.changed})`;
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .rendered */ .gj)([plan, outcome], [head, ...lines].join('\n'));
}
/** What would be applied and was not shown, or was shown and would not be. */
function differenceText({ comparison, shownBy }, options = {}) {
    const paint = painter(options);
    const lines = comparison.differences.map(({ address, what, reviewed, planned, detail }) => {
        const action = planned === undefined ? reviewed : planned.action;
        const notes = [planned?.note, detail].filter((part) => part !== undefined);
        const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
        const named = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(`${action === undefined ? '' : `${action} `}${address}${note}`);
        return `  ${paint('red', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(what))}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(named, 1_000)}`;
    });
    return [`This is not what ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(shownBy)} showed:`, ...lines].join('\n');
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ backoff),
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000;
/** Full jitter around an exponential ladder, never below half a rung. */
function backoff(attempt, { shortest, longest, random }) {
    const rung = Math.min(longest, shortest * 2 ** (attempt - 1));
    return Math.round(rung / 2 + (rung / 2) * random());
}
/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
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
            const pause = options.pauseOf?.(error) ?? 0;
            if (pause > LONGEST_PAUSE)
                throw error;
            const wait = Math.max(pause, backoff(number, options));
            options.onRetry?.(error, number, wait);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait, undefined, { signal: options.signal });
        }
    }
}


/***/ })

};
