export const id = "migrate-lint-configuration+migrate-preview-preview";
export const ids = ["migrate-lint-configuration+migrate-preview-preview"];
export const modules = {

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
            if (command.subtype !== 'AT_DropColumn' || context.isNew(table))
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
        if (context.isNew(relation) || relationType === 'OBJECT_VIEW')
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
    *check({ node }) {
        if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal === undefined)
            return;
        const { typeName, oldVal, newVal = '' } = node.AlterEnumStmt;
        const type = (0,ast/* textsOf */.CB)(typeName).join('.');
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
        if (kind === undefined || (relation !== undefined && context.isNew(relation)))
            return;
        const name = relation === undefined ? nameIn(renamed?.object ?? moved?.object) : (0,ast/* nameOf */.Vb)(relation);
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
/** With those that only an observation can tell: what may be chosen, allowed, and read about. */
const allRules = [...lintRules, work_under_lock/* workUnderLock */.j].toSorted((a, b) => a.name < b.name ? -1 : 1);


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


/***/ })

};
