export const id = "migrate-preview-preview";
export const ids = ["migrate-preview-preview"];
export const modules = {

/***/ 4980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  previewTasks: () => (/* binding */ previewTasks)
});

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/ast.js
var ast = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/actions/migrate/src/lint/context/tables.js

/** Without a schema a name is taken for one of `public`. */
function key(name) {
    return name.startsWith('public.') ? name.slice('public.'.length) : name;
}
const relations = new Set([
    'OBJECT_TABLE',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
    'OBJECT_INDEX',
]);
class NewTables {
    #names = new Set();
    has(relation) {
        return relation?.relpersistence === 't' || this.#names.has(key((0,ast/* nameOf */.Vb)(relation)));
    }
    #add(relation) {
        this.#names.add(key((0,ast/* nameOf */.Vb)(relation)));
    }
    /** A table may be there already when IF NOT EXISTS is said. */
    #made(node) {
        if ('CreateStmt' in node && node.CreateStmt.if_not_exists !== true)
            return node.CreateStmt.relation;
        if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.if_not_exists !== true)
            return node.CreateTableAsStmt.into?.rel;
        if ('SelectStmt' in node)
            return node.SelectStmt.intoClause?.rel;
        // A domain and a table of one schema have not the same name.
        if ('CreateDomainStmt' in node)
            return (0,ast/* rangeOf */.be)((0,ast/* textsOf */.CB)(node.CreateDomainStmt.domainname).join('.'));
        if ('IndexStmt' in node && node.IndexStmt.idxname !== undefined && this.has(node.IndexStmt.relation))
            return { ...node.IndexStmt.relation, relname: node.IndexStmt.idxname };
        return undefined;
    }
    #rename(from, to) {
        if (this.#names.delete(key((0,ast/* nameOf */.Vb)(from))))
            this.#add({ ...from, ...to });
    }
    #forget(names) {
        for (const name of names)
            this.#names.delete(key(name));
    }
    #forgetSchemas(schemas) {
        const prefixes = schemas.map((schema) => `${schema}.`);
        this.#forget([...this.#names].filter((name) => prefixes.some((prefix) => name.startsWith(prefix))));
    }
    /** Takes in what a statement makes, renames, moves and drops. */
    note(node) {
        const made = this.#made(node);
        if (made !== undefined)
            this.#add(made);
        if ('RenameStmt' in node && relations.has(node.RenameStmt.renameType ?? ''))
            this.#rename(node.RenameStmt.relation, { relname: node.RenameStmt.newname ?? '' });
        if ('AlterObjectSchemaStmt' in node && relations.has(node.AlterObjectSchemaStmt.objectType ?? ''))
            this.#rename(node.AlterObjectSchemaStmt.relation, {
                schemaname: node.AlterObjectSchemaStmt.newschema ?? '',
            });
        if ('DropStmt' in node) {
            const { removeType = '', objects } = node.DropStmt;
            if (relations.has(removeType))
                this.#forget((0,ast/* droppedNames */.xX)(objects));
            if (removeType === 'OBJECT_SCHEMA')
                this.#forgetSchemas((0,ast/* droppedNames */.xX)(objects));
        }
    }
}

// EXTERNAL MODULE: ./build/actions/migrate/src/lint/levels.js
var levels = __webpack_require__(490);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
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
/** Allowances that allow nothing would hide the next thing that comes along. */
function unusedAllowances(scripts, seen) {
    const known = new Set(registry/* allRules */.V.map(({ name }) => name));
    const used = new Map();
    for (const { script, rule, allowed } of seen)
        if (allowed)
            used.set(script, (used.get(script) ?? new Set()).add(rule.name));
    return scripts.flatMap((script) => script.directives.allow
        // Whether that is needed, only an observation can tell.
        .filter(({ rule }) => rule !== work_under_lock/* workUnderLock */.j.name && used.get(script)?.has(rule) !== true)
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
function look(scripts, { earlier = () => [], settings = USUAL } = {}) {
    const tables = new NewTables();
    const known = new TableFacts(earlier);
    const indexes = (0,context_indexes/* indexesOf */.O)(scripts);
    const isNew = (relation) => tables.has(relation);
    const seen = [];
    for (const script of scripts) {
        const allowances = new Set(script.directives.allow.map(({ rule }) => rule));
        const locked = [];
        const isLocked = new Set();
        for (const [index, statement] of script.statements.entries()) {
            const context = { script, index, isNew, locked, known, indexes, settings };
            for (const rule of rulesFor(statement)) {
                for (const sighting of rule.check(statement, context))
                    seen.push({ rule, sighting, script, statement, allowed: allowances.has(rule.name) });
            }
            for (const name of script.transactional ? (0,context_locked/* lockedBy */.K)(statement.node, isNew) : []) {
                if (!isLocked.has(name))
                    locked.push(name);
                isLocked.add(name);
            }
            tables.note(statement.node);
            known.note(statement.node);
        }
    }
    return seen;
}
/** All findings of files that run one after the other, on their lines. What a file allows with a reason is left out. */
function lint(scripts, { choices = new Map(), ...options } = {}) {
    const seen = look(scripts, options);
    const found = seen.flatMap((each) => findingOf(each, choices) ?? []);
    return fileByFile([...found, ...unusedAllowances(scripts, seen)], scripts);
}
/** File by file, and what is about a file's head behind what is about its statements. */
function fileByFile(findings, scripts) {
    const places = new Map(scripts.map(({ file }, index) => [file, index]));
    const at = ({ source }) => places.get(source?.file ?? '') ?? -1;
    return findings.toSorted((a, b) => at(a) - at(b));
}

// EXTERNAL MODULE: ./build/actions/migrate/src/session/releases.js
var releases = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/locks.js
var sql_locks = __webpack_require__(2112);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/parser.js
var parser = __webpack_require__(6053);
// EXTERNAL MODULE: ./build/actions/migrate/src/sql/statements.js + 4 modules
var statements = __webpack_require__(7910);
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

// EXTERNAL MODULE: ./build/actions/migrate/src/preview/scratch/server.js + 3 modules
var scratch_server = __webpack_require__(1108);
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
function* staticLocks(tasks) {
    const made = new NewTables();
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
    let server;
    try {
        let access;
        if (given === undefined) {
            const found = await (0,scratch_server/* findScratchServer */.T)(world, (0,releases/* releaseOf */.l7)(version));
            if (typeof found === 'string')
                return notDone(found);
            server = await (0,scratch_server/* startScratchServer */.A)(found, world);
            access = server;
        }
        else
            access = { maker: given, runner: given };
        const { roundTrip } = await __webpack_require__.e("migrate-preview-scratch-round-trip").then(__webpack_require__.bind(__webpack_require__, 4246));
        return await roundTrip({ access, base, fresh, release: (0,releases/* releaseOf */.l7)(version), history, world });
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (error instanceof model_failure/* Failure */.HR)
            throw error;
        return notDone(`the scratch server could not be started: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
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
    const { scratch, choices, settings, reviewed = [] } = options;
    const notes = new Map(staticLocks(tasks));
    const scripts = tasks.map(({ script }) => script);
    const earlier = earlierFiles(await (0,parser/* loadParser */.qd)(), baseOf(tasks, migrations));
    const seen = look(scripts, { earlier, settings });
    const tried = scratch === 'always' || (scratch === 'in doubt' && seen.some((each) => isInDoubt(each, choices)))
        ? await tryOut(tasks, migrations, options, world)
        : undefined;
    const trip = tried === undefined || 'title' in tried ? undefined : tried;
    const { findings, overruled } = weigh(seen, trip?.observations ?? [], scripts, choices, reviewed);
    const linted = fileByFile([...findings, ...unusedAllowances(scripts, seen)], scripts);
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
