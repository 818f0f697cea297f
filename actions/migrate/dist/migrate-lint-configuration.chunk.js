export const id = "migrate-lint-configuration";
export const ids = ["migrate-lint-configuration"];
export const modules = {

/***/ 2443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CONFIGURATION: () => (/* binding */ CONFIGURATION),
  parseConfiguration: () => (/* binding */ parseConfiguration),
  readConfiguration: () => (/* binding */ readConfiguration),
  weakenedFindings: () => (/* binding */ weakenedFindings)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/nearest.js
var nearest = __webpack_require__(6717);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
;// CONCATENATED MODULE: ./build/toolkit/sources/node.js

function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(0,exact_integer/* isExactInteger */.U6)(value);
}
function step(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** A copy with another value at a path; mappings on the way are made, lists are not made longer. */
function replaced(value, [key, ...rest], other) {
    if (key === undefined)
        return other;
    if (typeof key === 'string')
        return { ...(isMapping(value) ? value : {}), [key]: replaced(step(value, key), rest, other) };
    return Array.isArray(value)
        ? value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
        : value;
}
function nodeAt(document, path, value) {
    const child = (key) => nodeAt(document, [...path, key], step(value, key));
    return {
        value,
        path,
        get source() {
            return document.locate(path);
        },
        text: typeof value === 'string' ? value : undefined,
        get: (...rest) => nodeAt(document, [...path, ...rest], rest.reduce((inner, key) => step(inner, key), value)),
        items: () => (Array.isArray(value) ? value.map((_, index) => child(index)) : []),
        members: () => new Map(isMapping(value) ? Object.keys(value).map((key) => [key, child(key)]) : []),
        replace: (beneath, other) => nodeAt(document, path, replaced(value, beneath, other)),
    };
}
/** The root of a document. */
function rootOf(document) {
    return nodeAt(document, [], document.value);
}
/** Every text beneath a node, keys not included. */
function textsIn(node) {
    if (node.text !== undefined)
        return [node];
    return [...node.items(), ...node.members().values()].flatMap(textsIn);
}

// EXTERNAL MODULE: ./build/toolkit/sources/yaml.js + 4 modules
var yaml = __webpack_require__(8217);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/levels.js
var levels = __webpack_require__(490);
// EXTERNAL MODULE: ./build/actions/migrate/src/lint/registry.js + 63 modules
var registry = __webpack_require__(3155);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/configuration.js
/** `.omninode.yml` at the root of a checkout: which rules of the lint count there, and how much. */










const CONFIGURATION = '.omninode.yml';
const FORM = `\`migrate: { lint: { <group or rule>: ${levels/* levels */.yr.join(' | ')} } }\``;
function refused(what, fix, source) {
    return new failure/* Failure */.HR({ code: 'CONFIGURATION_INVALID', what, fix, source });
}
function isLevel(text) {
    return levels/* levels */.yr.some((level) => level === text);
}
/** The members of a mapping that may only have these. */
function only(node, path, allowed, problems) {
    if (!isMapping(node.value)) {
        problems.push(refused(`\`${path}\` is no mapping.`, `Write it as ${FORM}.`, node.source));
        return;
    }
    for (const [name, member] of node.members()) {
        if (allowed.includes(name))
            continue;
        const meant = (0,nearest/* nearest */.p)(name, allowed);
        problems.push(refused(`\`${path === CONFIGURATION ? '' : `${path}.`}${name}\` is not known.`, meant === undefined ? `Here may stand: ${allowed.join(', ')}.` : `Is \`${meant}\` meant?`, member.source));
    }
}
/**
 * Reads what is chosen.
 * @throws Failures of everything that is wrong with it: CONFIGURATION_INVALID, YAML_SYNTAX
 */
function parseConfiguration(sql, file = CONFIGURATION) {
    const [document, second] = (0,yaml/* readYaml */.g)(sql, file, 'workflow');
    const problems = [];
    const choices = new Map();
    const sources = new Map();
    if (second !== undefined)
        problems.push(refused('A second document begins here.', 'Keep one of them.', second.locate([])));
    if (document !== undefined) {
        const root = rootOf(document);
        const migrate = root.get('migrate');
        const lint = migrate.get('lint');
        const names = [...Object.keys(levels/* groups */.TN), ...registry/* allRules */.V.map(({ name }) => name)];
        only(root, CONFIGURATION, ['migrate'], problems);
        if (migrate.value !== undefined)
            only(migrate, 'migrate', ['lint'], problems);
        if (lint.value !== undefined)
            only(lint, 'migrate.lint', names, problems);
        for (const [name, { text, source }] of lint.members()) {
            if (!names.includes(name))
                continue;
            if (isLevel(text)) {
                choices.set(name, text);
                sources.set(name, source);
                continue;
            }
            problems.push(refused(`\`${name}\` has no level.`, `Give it one of: ${levels/* levels */.yr.join(', ')}${text === undefined ? '' : `; \`${text}\` is none`}.`, source));
        }
    }
    (0,failure/* throwIfAny */.MI)(problems);
    return { file, sql, choices, sources };
}
/** @throws Failures of everything that is wrong with it, FILE_UNREADABLE, PATH_OUTSIDE */
function readConfiguration(workspace) {
    const other = CONFIGURATION.replace('.yml', '.yaml');
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, other)))
        throw refused(`\`${other}\` is not read.`, `Name it \`${CONFIGURATION}\`.`, { file: other, line: 1 });
    return parseConfiguration((0,checkout/* readSource */.o$)(workspace, CONFIGURATION));
}
/**
 * Which rules count less here than elsewhere, and which line says so: nobody turns a rule off in silence. One finding a
 * line.
 */
function weakenedFindings({ file, choices, sources }) {
    return [...choices].flatMap(([name, level]) => {
        const weakened = registry/* allRules */.V.filter((rule) => (rule.name === name || (rule.group === name && !choices.has(rule.name))) && (0,levels/* isWeakened */.P2)(rule, choices));
        if (weakened.length === 0)
            return [];
        const told = weakened.map((rule) => {
            const left = (0,levels/* severityOf */.xJ)(rule, choices);
            return `${rule.name}${rule.name === name ? ` (${rule.group})` : ''} ${left === undefined ? 'off' : `down to ${left}`}`;
        });
        return [
            (0,finding/* finding */.gk)({
                rule: 'rule-weakened',
                severity: 'warning',
                verdict: 'fail',
                message: `\`${name}: ${level}\` turns ${told.join(', ')}.`,
                why: `What ${weakened.length === 1 ? 'this rule sees' : 'these rules see'} is told less loudly here than elsewhere, or not at all.`,
                fix: 'Remove the line; a file that has its reasons says so at its head: `-- migrate: allow <rule>: <reason>`.',
                source: { file, ...sources.get(name) },
            }, name),
        ];
    });
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


/***/ })

};
