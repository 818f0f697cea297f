export const id = "toolkit-migrations-layout-read";
export const ids = ["toolkit-migrations-layout-read"];
export const modules = {

/***/ 8887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readMigrations: () => (/* binding */ readMigrations)
});

// NAMESPACE OBJECT: ./build/toolkit/migrations/layout/index.js
var layout_namespaceObject = {};
__webpack_require__.r(layout_namespaceObject);
__webpack_require__.d(layout_namespaceObject, {
  dbmate: () => (layout),
  flyway: () => (flyway_layout),
  golangMigrate: () => (golang_migrate_layout),
  goose: () => (goose_layout),
  manifest: () => (manifest_layout),
  numbered: () => (numbered_layout),
  rollbackFolder: () => (rollback_folder_layout)
});

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/halves.js
/** Comments and nothing else. */
function isEmpty(sql) {
    return /^(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*$/.test(sql);
}
/** Each way alone, on the lines on which it stands; what is wrong is told to the folder. */
function readHalves(folder, file, marks) {
    const whole = folder.text(file);
    if (whole === undefined)
        return undefined;
    const ways = { up: [], down: [] };
    let way;
    let refused = false;
    const seen = new Set();
    for (const [index, text] of whole.sql.split('\n').entries()) {
        const line = text.replace(/\r$/, '');
        const begins = marks.wayOf(line);
        const instead = marks.lineFor(line);
        if (begins !== undefined) {
            if (seen.has(begins) || (begins === 'up' && way === 'down')) {
                folder.problem('MIGRATION_HALVES', file, index + 1, `${file} has \`${line.trim()}\` at a place where it cannot stand.`, 'Keep one way up, and one way down behind it.');
                refused = true;
            }
            seen.add(begins);
            way = begins;
        }
        if (instead === null) {
            folder.problem('MIGRATION_FOREIGN', file, index + 1, `\`${line.trim()}\` cannot be done here.`, 'Write out what it stands for, and remove the line.');
            refused = true;
        }
        // Said before the first way, it is about both.
        const kept = begins === undefined && instead === undefined ? text : (instead ?? '');
        for (const each of ['up', 'down']) {
            const counts = way === each || (way === undefined && kept.trim() !== '');
            ways[each].push(counts ? kept : '');
        }
        if (way === undefined && !isEmpty(kept) && !refused) {
            folder.problem('MIGRATION_HALVES', file, index + 1, `${file} has a statement before \`${marks.first}\`.`, `Put \`${marks.first}\` in front of it.`);
            refused = true;
        }
    }
    if (!seen.has('up') && !refused) {
        folder.problem('MIGRATION_HALVES', file, 1, `${file} has no \`${marks.first}\`.`, `Put \`${marks.first}\` in front of what leads up.`);
        return undefined;
    }
    if (refused)
        return undefined;
    const up = ways.up.join('\n').trimEnd();
    const down = ways.down.join('\n').trimEnd();
    return {
        up: { file: whole.file, sql: `${up}\n` },
        down: seen.has('down') && !isEmpty(down) ? { file: whole.file, sql: `${down}\n` } : undefined,
    };
}

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/versions.js
/** In the order of their numbers; two of one number are told to the folder. */
function inOrderOfNumbers(folder, found) {
    const sorted = found.toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
    for (const [index, each] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before?.number !== each.number)
            continue;
        folder.problem('MIGRATION_DUPLICATE', each.file, 1, `${each.file} has the number of ${before.file}.`, 'Give one of them another number.');
    }
    return sorted;
}
/** The files of the folder that are named `<number>_<name>` and end so; what is not is told to it. */
function numberedFiles(folder, end, form) {
    return folder.files.flatMap((file) => {
        const [, version, name] = /^(\d+)_(.*)$/.exec(file.replace(end, '')) ?? [];
        if (end.test(file) && version !== undefined && name !== undefined && name !== '')
            return [{ file, version, name, number: BigInt(version) }];
        folder.problem('MIGRATION_NAME', file, 1, `${file} is not named like a migration.`, `Name it ${form}, or put it elsewhere.`);
        return [];
    });
}

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/dbmate.js


const mark = /^--\s*migrate:(up|down)(?:\s+(.*))?$/;
const marks = {
    first: '-- migrate:up',
    wayOf: (line) => {
        const way = mark.exec(line.trim())?.[1];
        return way === 'up' || way === 'down' ? way : undefined;
    },
    lineFor: (line) => {
        const found = mark.exec(line.trim());
        if (found === null)
            return undefined;
        const options = (found[2] ?? '').trim();
        if (options === '' || options === 'transaction:true')
            return '';
        return options === 'transaction:false' ? '-- migrate: no-transaction' : null;
    },
};
function read(folder) {
    const found = numberedFiles(folder, /\.sql$/, '<number>_<name>.sql');
    return inOrderOfNumbers(folder, found).flatMap(({ file, version, name }) => {
        const halves = readHalves(folder, file, marks);
        if (halves === undefined)
            return [];
        const parts = { version, name, ...halves, without: `there is nothing behind \`-- migrate:down\`` };
        return folder.adopted(parts, 'dbmate') ?? [];
    });
}
const layout = {
    name: 'dbmate',
    form: '`<number>_<name>.sql` with `-- migrate:up` and `-- migrate:down`, as dbmate has it',
    sign: (files, first) => first !== undefined && /^--\s*migrate:up\b/m.test(first)
        ? files.find((file) => /^\d/.test(file))
        : undefined,
    decides: true,
    read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/flyway.js
const flyway_form = /^([VU])(\d+(?:[._]\d+)*)__(.*)\.sql$/;
const placeholder = /\$\{[^}{$\n]+\}/;
/** `1.10` comes behind `1.9`, and `1.0` is `1`. */
function compare(a, b) {
    const [left, right] = [a, b].map((each) => each.split('.').map(BigInt));
    for (let part = 0; part < Math.max(left?.length ?? 0, right?.length ?? 0); part++) {
        const [x = 0n, y = 0n] = [left?.[part], right?.[part]];
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
/** Why a file is none that can be run. */
function refusal(file) {
    if (/^R__/.test(file))
        return {
            what: `${file} is repeatable: Flyway runs it whenever it has changed.`,
            fix: 'Put it elsewhere; what it makes goes into a versioned file each time that it changes.',
        };
    if (/^B\d/.test(file))
        return {
            what: `${file} is a baseline, which Flyway runs in place of all before it.`,
            fix: 'Put it elsewhere: `baseline` with `to` says what a database has.',
        };
    if (/^(?:before|after|createSchema)/.test(file))
        return {
            what: `${file} is run by Flyway around others.`,
            fix: 'Put it elsewhere, and what it does into the files.',
        };
    return {
        what: `${file} is not named like a versioned migration.`,
        fix: 'Name it V<version>__<description>.sql, or put it elsewhere.',
    };
}
function readNames(folder) {
    return folder.files.flatMap((file) => {
        const [, kind, version, name] = flyway_form.exec(file) ?? [];
        if (kind !== undefined && version !== undefined && name !== undefined)
            return [{ file, kind, version: version.replaceAll('_', '.'), name }];
        const { what, fix } = refusal(file);
        folder.problem('MIGRATION_NAME', file, 1, what, fix);
        return [];
    });
}
/** Flyway looks into folders, and at settings beside a file. */
function refuseOthers(folder) {
    for (const other of folder.others) {
        if (other.endsWith('/'))
            folder.problem('MIGRATION_OTHER', other.slice(0, -1), 1, `${other} is a folder, which Flyway looks into.`, 'Put its files beside the others.');
        if (other.endsWith('.sql.conf'))
            folder.problem('MIGRATION_OTHER', other, 1, `${other} says how Flyway runs a file.`, 'Write `-- migrate: no-transaction` at the head of that file if it says `executeInTransaction=false`, and remove this one.');
    }
}
function flyway_read(folder) {
    refuseOthers(folder);
    const all = readNames(folder).toSorted((a, b) => compare(a.version, b.version));
    const downs = all.filter(({ kind }) => kind === 'U');
    const ups = all.filter(({ kind }) => kind === 'V');
    for (const { file, version } of downs)
        if (!ups.some((up) => compare(up.version, version) === 0))
            folder.problem('MIGRATION_MISSING', file, 1, `${file} undoes a version that is not there.`, 'Add that file, or remove this one.');
    return ups.flatMap(({ file, version, name }, index) => {
        const before = ups[index - 1];
        if (before !== undefined && compare(before.version, version) === 0)
            folder.problem('MIGRATION_DUPLICATE', file, 1, `${file} has the version of ${before.file}.`, 'Give one of them another version.');
        const back = downs.find((down) => compare(down.version, version) === 0);
        const up = folder.text(file);
        const down = back === undefined ? undefined : folder.text(back.file);
        if (up === undefined || (back !== undefined && down === undefined))
            return [];
        for (const each of [up, ...(down === undefined ? [] : [down])]) {
            const line = each.sql.split('\n').findIndex((text) => placeholder.test(text));
            if (line !== -1)
                folder.problem('MIGRATION_FOREIGN', each.file.slice(folder.path.length + 1), line + 1, `\`${placeholder.exec(each.sql)?.[0]}\` is a placeholder of Flyway, and would be sent as it is.`, 'Write out what Flyway would put in its place.');
        }
        const parts = { version, name, up, down, without: `there is no U${version}__${name}.sql` };
        return folder.adopted(parts, undefined) ?? [];
    });
}
const flyway_layout = {
    name: 'flyway',
    form: '`V<version>__<description>.sql`, as Flyway has it',
    sign: (files) => files.find((file) => flyway_form.test(file)),
    read: flyway_read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/golang-migrate.js

/** BEGIN as the first word of a file, and COMMIT as its last: they say what is so anyway. */
const begin = /^((?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*)(begin(?:\s+(?:work|transaction))?\s*;|start\s+transaction\s*;)/i;
const commits = new Set(['commit', 'commit work', 'commit transaction']);
function isCommit(line) {
    const words = line.replace(/--.*/, '').replaceAll(/[;\s]+/g, ' ');
    return commits.has(words.trim().toLowerCase());
}
function blank(text) {
    return text.replace(/[^\n]/g, ' ');
}
const fourDigits = /^\d{4}_.*\.up\.sql$/;
const directive = /^--[ \t]*migrate:/m;
/**
 * Files with four digits may be those of `numbered`, which takes none that opens a transaction itself, and whose
 * directives nobody else has. One that does may be a mistake; several of which all do are none.
 */
function wrapsItself(files, text) {
    const own = files.filter((file) => fourDigits.test(file));
    const texts = own.map((file) => ({ file, sql: text(file) ?? '' }));
    if (texts.some(({ sql }) => directive.test(sql)))
        return undefined;
    const all = texts.length > 1 && texts.every((each) => withoutTransaction(each).sql !== each.sql);
    return all ? texts[0]?.file : undefined;
}
function withoutTransaction({ file, sql }) {
    const opening = begin.exec(sql);
    const lines = sql.split('\n');
    const last = lines.findLastIndex((line) => line.trim() !== '' && !line.trim().startsWith('--'));
    const closing = lines[last];
    if (opening === null || closing === undefined || !isCommit(closing))
        return { file, sql };
    const [, head = '', first = ''] = opening;
    const rest = lines
        .with(last, blank(closing))
        .join('\n')
        .slice(head.length + first.length);
    return { file, sql: `${head}${blank(first)}${rest}` };
}
function golang_migrate_read(folder) {
    const files = new Set(folder.files);
    const found = numberedFiles(folder, /\.(?:up|down)\.sql$/, '<number>_<name>.up.sql or <number>_<name>.down.sql');
    const isUp = ({ file }) => file.endsWith('.up.sql');
    for (const { file } of found)
        if (file.endsWith('.down.sql') && !files.has(file.replace(/\.down\.sql$/, '.up.sql')))
            folder.problem('MIGRATION_MISSING', file, 1, `${file} undoes a file that is not there.`, 'Add that file, or remove this one.');
    return inOrderOfNumbers(folder, found.filter(isUp)).flatMap(({ file, version, name }) => {
        const up = folder.text(file);
        const back = file.replace(/\.up\.sql$/, '.down.sql');
        const down = files.has(back) ? folder.text(back) : undefined;
        if (up === undefined || (files.has(back) && down === undefined))
            return [];
        const parts = {
            version,
            name,
            up: withoutTransaction(up),
            down: down === undefined ? undefined : withoutTransaction(down),
            without: `there is no ${back}`,
        };
        return folder.adopted(parts, undefined) ?? [];
    });
}
const golang_migrate_layout = {
    name: 'golang-migrate',
    form: '`<number>_<name>.up.sql` with `<number>_<name>.down.sql`, numbered with gaps, as golang-migrate has it',
    // Four digits are those of `numbered`, unless what they hold says otherwise.
    sign: (files, _first, text) => files.find((file) => /^(?!\d{4}_)\d+_.*\.(?:up|down)\.sql$/.test(file)) ?? wrapsItself(files, text),
    read: golang_migrate_read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/goose.js


const goose_mark = /^--\s*\+goose\s+(.*?)\s*$/i;
function saidIn(line) {
    return goose_mark.exec(line.trim())?.[1]?.toLowerCase();
}
const goose_marks = {
    first: '-- +goose Up',
    wayOf: (line) => {
        const said = saidIn(line);
        return said === 'up' || said === 'down' ? said : undefined;
    },
    lineFor: (line) => {
        const said = saidIn(line);
        if (said === undefined)
            return undefined;
        // Where statements end, PostgreSQL's own grammar says.
        if (['up', 'down', 'statementbegin', 'statementend', 'envsub off'].includes(said))
            return '';
        return said === 'no transaction' ? '-- migrate: no-transaction' : null;
    },
};
function goose_read(folder) {
    for (const other of folder.others)
        if (/^\d+_.*(?<!_test)\.go$/.test(other))
            folder.problem('MIGRATION_OTHER', other, 1, `${other} is a program, which cannot be run here.`, 'Apply it with goose before the folder is taken over, and put it elsewhere; what comes later is written as SQL.');
    const found = numberedFiles(folder, /\.sql$/, '<number>_<name>.sql');
    return inOrderOfNumbers(folder, found).flatMap(({ file, version, name }) => {
        const halves = readHalves(folder, file, goose_marks);
        if (halves === undefined)
            return [];
        const parts = { version, name, ...halves, without: 'there is nothing behind `-- +goose Down`' };
        return folder.adopted(parts, 'goose') ?? [];
    });
}
const goose_layout = {
    name: 'goose',
    form: '`<number>_<name>.sql` with `-- +goose Up` and `-- +goose Down`, as goose has it',
    sign: (files, first) => first !== undefined && /^--\s*\+goose\s+up\s*$/im.test(first)
        ? files.find((file) => /^\d/.test(file))
        : undefined,
    decides: true,
    read: goose_read,
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/listing.js
/** Which files a folder of migrations has, before any is read. */



const MANIFEST = 'MANIFEST';
const ROLLBACKS = 'rollback/';
function isMissing(error) {
    if (error instanceof checkout/* Unreadable */.IO)
        return error.reason === 'missing';
    const { code } = error; // of the system
    return code === 'ENOENT' || code === 'ENOTDIR';
}
function listOne(workspace, root, prefix) {
    let folder;
    try {
        folder = (0,checkout/* placeWithin */.xF)(workspace, (0,external_node_path_.join)(root, prefix));
    }
    catch (error) {
        if (!(error instanceof checkout/* Unreadable */.IO) || error.reason !== 'outside')
            throw error;
        return { files: [], others: [], outside: prefix };
    }
    // `.SQL` as well: what looks like a migration must not be passed over in silence.
    const all = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    const entries = all.filter((entry) => !entry.isDirectory() && (/\.sql$/i.test(entry.name) || (entry.name === MANIFEST && prefix === '')));
    const known = new Set(entries);
    const named = (each) => prefix + each.name;
    return {
        files: entries.map(named).sort(),
        others: all
            .filter((entry) => !known.has(entry))
            .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
            .sort(),
        outside: undefined,
    };
}
/** @throws Unreadable, or the system's error, when the folder cannot be read */
function listFiles(workspace, root) {
    const own = listOne(workspace, root, '');
    if (own.outside !== undefined)
        return own;
    try {
        const { files, outside } = listOne(workspace, root, ROLLBACKS);
        return { files: [...own.files, ...files], others: own.others, outside };
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        return own;
    }
}

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/manifest.js

function stemOf(file) {
    return file.replace(/(?:\.up)?\.sql$/, '');
}
function isRollback(file) {
    return file.startsWith(ROLLBACKS) || file.endsWith('.down.sql');
}
function downOf(up) {
    return up.endsWith('.up.sql')
        ? up.replace(/\.up\.sql$/, '.down.sql')
        : `${ROLLBACKS}${up.replace(/\.sql$/, '')}_rollback.sql`;
}
function manifest_read(folder) {
    if (!folder.files.includes(MANIFEST)) {
        folder.problem('MANIFEST_MISSING', MANIFEST, 1, 'There is no MANIFEST in the folder.', 'Add one: a file name a line, in the order of application.');
        return [];
    }
    const text = folder.text(MANIFEST);
    if (text === undefined)
        return [];
    const known = new Set(folder.files);
    /** What is known by a stem already, and where it is listed. */
    const listed = new Map();
    const migrations = [];
    const lines = text.sql.split('\n').map((each) => each.replace(/#.*/, '').trim());
    for (const [index, file] of lines.entries()) {
        if (file === '')
            continue;
        const line = index + 1;
        const problem = (code, what, fix) => folder.problem(code, MANIFEST, line, what, fix);
        if (isRollback(file)) {
            problem('MANIFEST_ROLLBACK', `${file} is a rollback.`, 'Remove the line: only what leads up has one.');
            continue;
        }
        if (!known.has(file) || !file.endsWith('.sql')) {
            problem('MANIFEST_UNKNOWN', `${file} is not a migration of the folder.`, 'Correct the name, add the file, or remove the line.');
            continue;
        }
        const stem = stemOf(file);
        const before = listed.get(stem);
        if (before !== undefined) {
            const what = before.file === file
                ? `${file} is on line ${before.line} already.`
                : `${file} has the name of ${before.file} on line ${before.line}.`;
            problem('MANIFEST_DUPLICATE', what, 'Remove or rename one of the two.');
            continue;
        }
        listed.set(stem, { file, line });
        const name = stem.replace(/^\d+_/, '');
        const migration = folder.migration({ version: stem, name, up: file, down: downOf(file) });
        if (migration !== undefined)
            migrations.push(migration);
    }
    const named = new Set(lines);
    const downs = new Set([...listed.values()].map(({ file }) => downOf(file)));
    for (const file of folder.files) {
        if (file === MANIFEST || named.has(file) || downs.has(file))
            continue;
        if (isRollback(file)) {
            folder.problem('MIGRATION_MISSING', file, 1, `${file} undoes nothing that is in the MANIFEST.`, 'Add a line for what it undoes, or remove it.');
            continue;
        }
        folder.problem('MANIFEST_UNLISTED', file, 1, `${file} is not in the MANIFEST, so it would never run.`, 'Add a line for it where it belongs, or remove the file.');
    }
    return migrations;
}
const manifest_layout = {
    name: 'manifest',
    form: 'the order of a file `MANIFEST`',
    sign: (files) => files.find((file) => file === MANIFEST),
    decides: true,
    read: manifest_read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/numbered.js


const numbered_form = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.(up|down)\.sql$/;
function numbered_read(folder) {
    const stems = new Map();
    for (const file of folder.files) {
        if (file === MANIFEST || file.startsWith(ROLLBACKS))
            continue;
        const [, version, name, direction] = numbered_form.exec(file) ?? [];
        if (version === undefined || name === undefined) {
            folder.problem('MIGRATION_NAME', file, 1, `${file} is not named like a migration.`, 'Name it NNNN_name.up.sql or NNNN_name.down.sql, in lower case.');
            continue;
        }
        const stem = `${version}_${name}`;
        const known = stems.get(stem)?.hasUp === true;
        stems.set(stem, { version, name, hasUp: known || direction === 'up' });
    }
    const migrations = [];
    let previous;
    let last = 0;
    for (const [stem, { version, name, hasUp }] of stems) {
        const [up, down] = [`${stem}.up.sql`, `${stem}.down.sql`];
        if (!hasUp) {
            folder.problem('MIGRATION_MISSING', down, 1, `${stem} has no up file.`, `Add ${up}, or remove its down file.`);
            continue;
        }
        const number = Number(version);
        if (previous !== undefined && number === last) {
            folder.problem('MIGRATION_DUPLICATE', up, 1, `${stem} has the number of ${previous}.`, 'Give one of them the next free number.');
        }
        else if (number !== last + 1) {
            const next = String(last + 1).padStart(4, '0');
            folder.problem('MIGRATION_GAP', up, 1, previous === undefined
                ? `${stem} is the first, but not number ${next}.`
                : `Between ${previous} and ${stem} there is a gap.`, number === 0
                ? 'Count from 0001: rename it, and those that come after it.'
                : `Rename it to ${next}_${name}, or add what is missing; a folder of golang-migrate may have gaps: \`layout: golang-migrate\`.`);
        }
        previous = stem;
        last = number;
        const migration = folder.migration({ version, name, up, down });
        if (migration !== undefined)
            migrations.push(migration);
    }
    return migrations;
}
const numbered_layout = {
    name: 'numbered',
    form: '`NNNN_name.up.sql` with `NNNN_name.down.sql`',
    sign: (files, _first, text) => wrapsItself(files, text) === undefined
        ? files.find((file) => /^(?:\d{4}_|\D)[^/]*\.(?:up|down)\.sql$/i.test(file))
        : undefined,
    read: numbered_read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/rollback-folder.js

const rollback_folder_form = /^(\d{8}(?:\d{6})?|\d{3,4})_([A-Za-z0-9][A-Za-z0-9_.-]*)(?<!\.(?:up|down))\.sql$/;
/** Compares by number, then by name: with zeros in front, the order of numbers is that of texts. */
function inOrder(a, b) {
    const [first, second] = [a, b].map((file) => file.replace(/^\d+/, (digits) => digits.padStart(8, '0')));
    if (first === second || first === undefined || second === undefined)
        return a < b ? -1 : 1;
    return first < second ? -1 : 1;
}
function rollback_folder_read(folder) {
    const migrations = [];
    const expected = new Set();
    let previous;
    const own = folder.files.filter((file) => file !== MANIFEST && !file.startsWith(ROLLBACKS));
    for (const file of own.toSorted(inOrder)) {
        const [, digits, name] = rollback_folder_form.exec(file) ?? [];
        if (digits === undefined || name === undefined) {
            folder.problem('MIGRATION_NAME', file, 1, `${file} is not named like a migration.`, 'Name it NNN_name.sql or YYYYMMDD_name.sql. Other names: NNNN_name.up.sql with NNNN_name.down.sql, or any in a MANIFEST.');
            continue;
        }
        const stem = `${digits}_${name}`;
        const dated = digits.length >= 8;
        if (!dated) {
            const number = Number(digits);
            if (previous?.number === number) {
                folder.problem('MIGRATION_DUPLICATE', file, 1, `${stem} has the number of ${previous.stem}.`, 'Give one of them the next free number.');
            }
            else if (previous !== undefined && number !== previous.number + 1) {
                folder.problem('MIGRATION_GAP', file, 1, `Between ${previous.stem} and ${stem} there is a gap.`, `Rename it to ${String(previous.number + 1).padStart(digits.length, '0')}_${name}, or add what is missing.`);
            }
            previous = { stem, number };
        }
        const down = `${ROLLBACKS}${stem}_rollback.sql`;
        expected.add(down);
        const migration = folder.migration({ version: dated ? stem : digits, name, up: file, down });
        if (migration !== undefined)
            migrations.push(migration);
    }
    for (const file of folder.files) {
        if (!file.startsWith(ROLLBACKS) || expected.has(file))
            continue;
        folder.problem('MIGRATION_MISSING', file, 1, `${file} undoes a file that is not there.`, 'Add that file, or remove this one.');
    }
    return migrations;
}
const rollback_folder_layout = {
    name: 'rollback-folder',
    form: '`NNN_name.sql` or `YYYYMMDD_name.sql` with `rollback/<name>_rollback.sql`',
    // Only a name that it would take: any other is a mistake in another layout.
    sign: (files) => files.find((file) => rollback_folder_form.test(file)),
    read: rollback_folder_read,
};

;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/index.js
/** Every layout: a file here, a line here, and a `pass` and a `fail` folder in `test/fixtures/layout/`. */








;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/choose.js


/** In the order of their names. */
const layouts = Object.values(layout_namespaceObject).toSorted((a, b) => (a.name < b.name ? -1 : 1));
/** `auto`, and the name of every layout. */
const layoutNames = ['auto', ...layouts.map(({ name }) => name)];
/** Undefined when it cannot be told, which is among the folder's problems then. */
function chooseLayout(folder, wanted) {
    if (wanted !== 'auto')
        return layouts.find(({ name }) => name === wanted);
    const { files } = folder;
    const numbered = files.find((file) => /^\d+_[^/]*\.sql$/.test(file));
    const text = numbered === undefined ? undefined : folder.text(numbered)?.sql;
    const signs = layouts.flatMap((layout) => {
        const file = layout.sign(files, text, (each) => folder.text(each)?.sql);
        return file === undefined ? [] : [{ layout, file }];
    });
    const decided = signs.find(({ layout }) => layout.decides);
    if (decided !== undefined)
        return decided.layout;
    const [first, second] = signs;
    // What fits none is told what there is.
    if (first === undefined)
        return rollback_folder_layout;
    if (second === undefined)
        return first.layout;
    folder.problem('LAYOUT_UNCLEAR', second.file, 1, `The folder has files such as ${first.file} and such as ${second.file}.`, `Name all in one way, or say which one counts with ${signs.map(({ layout }) => `\`layout: ${layout.name}\``).join(' or ')}.`);
    return undefined;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/toolkit/migrations/checksum.js

/** What history knows a file's content by: line ends alone do not count. */
function checksumOf(sql) {
    return `sha256:${(0,external_node_crypto_.hash)('sha256', sql.replaceAll('\r\n', '\n'))}`;
}

// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
;// CONCATENATED MODULE: ./build/toolkit/migrations/directives.js
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
        const problem = (what, fix) => new failure/* Failure */.HR({ code: 'DIRECTIVE_UNKNOWN', what, fix, source: { file, line } });
        const [, name = '', value = ''] = /^([a-z-]+):?\s*(.*)$/.exec(said) ?? [];
        const before = once.get(name);
        if (before !== undefined && name !== 'allow')
            throw problem(`\`${name}\` is said on line ${before} already.`, 'Remove one of the two.');
        once.set(name, line);
        if (name === 'lock-timeout' || name === 'statement-timeout') {
            const milliseconds = (0,duration/* parseDuration */.E)(value);
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
        throw new Failure({
            code: 'DIRECTIVE_MISPLACED',
            what: 'This directive would count for nothing.',
            why: `Directives stand in the \`--\` lines at the head of a file, before its first statement and any \`/* \u2026 */\`, in the first ${HEAD_LINES} lines.`,
            fix: 'Move it to the first line of the file.',
            source: { file, line },
        });
    }
}

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
            new failure/* Failure */.HR({
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
        problems.push(new failure/* Failure */.HR({ code, what, fix, source: { file: `${path}/${file}`, line } }));
    };
    const outside = (file) => problem('MIGRATION_OUTSIDE', file, 1, `${file} leads out of the checkout.`, 'Put the file itself here.');
    let listing = { files: [], others: [], outside: undefined };
    try {
        listing = listFiles(workspace, root);
    }
    catch (cause) {
        problems.push(new failure/* Failure */.HR({
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
        problems.push(new failure/* Failure */.HR({
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
            return readDirectives(file, sql).irreversible;
        }
        catch (error) {
            const known = (0,failure/* failuresIn */.xM)(error);
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
    golang_migrate_layout.read(other);
    const [first] = folder.files;
    if (other.problems.length > 0 || first === undefined)
        return;
    folder.problem('LAYOUT_UNCLEAR', first, 1, `The folder was read as \`${numbered_layout.name}\`, and may be one of golang-migrate, which takes all this.`, `If it is, say \`layout: ${golang_migrate_layout.name}\`; if not, correct what is told besides.`);
}
/**
 * Reads a folder. Everything wrong is told at once: names that fit no layout, duplicates, gaps, missing files, files
 * that are no text, and migrations that cannot be undone without saying why.
 * @param path relative to the workspace
 */
function readMigrations(workspace, path, layout = 'auto') {
    const folder = openFolder(workspace, path);
    const chosen = chooseLayout(folder, layout);
    const migrations = chosen?.read(folder) ?? [];
    if (layout === 'auto' && chosen === numbered_layout)
        offerOther(folder, openFolder(workspace, path));
    return { migrations, files: folder.read(), problems: folder.problems };
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   _5: () => (/* binding */ folderReader),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, readSource */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/**
 * The one way to read a file of the checkout. Links are followed inside of it and refused outside; only an ordinary file
 * is ever opened, because a pipe is waited for, and a device has no end.
 */




/** Bytes; nothing that people write is larger. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** Told by the caller in its own words; `message` continues a sentence: `it does not exist`. */
class Unreadable extends Error {
    reason;
    constructor(reason, message, cause) {
        super(message, { cause });
        this.reason = reason;
    }
}
function ofSystem(error) {
    const { code = String(error) } = error; // of the system
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return new Unreadable('missing', 'it does not exist', error);
    if (code === 'ELOOP')
        return new Unreadable('refused', 'its links lead in a circle', error);
    if (code === 'ERR_INVALID_ARG_VALUE')
        return new Unreadable('missing', 'no file can have such a name', error);
    return new Unreadable('refused', `the system refuses it (${code})`, error);
}
function asked(work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? error : ofSystem(error);
    }
}
/**
 * Where something of the checkout really is, as an absolute path.
 * @param path relative to the workspace, or absolute
 * @throws Unreadable missing, outside, refused
 */
function placeWithin(workspace, path) {
    return asked(() => {
        const root = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).includes('.git'))
            throw new Unreadable('outside', 'it leads into .git');
        return place;
    });
}
const kinds = [
    ['isFIFO', 'a pipe'],
    ['isSocket', 'a socket'],
    ['isCharacterDevice', 'a device'],
    ['isBlockDevice', 'a device'],
    ['isDirectory', 'a folder'],
];
function requireOrdinary(stats, largest) {
    if (!stats.isFile()) {
        const kind = kinds.find(([is]) => stats[is]())?.[1] ?? 'no file';
        throw new Unreadable('special', `it is ${kind}`);
    }
    if (stats.size > largest)
        throw tooLarge(largest);
}
function tooLarge(largest) {
    return new Unreadable('large', `it is larger than ${largest / 1024 / 1024} MiB`);
}
/** The bytes of a file that may be anywhere; it is no pipe, device, socket or folder. @throws Unreadable */
function readOrdinary(place, largest = LARGEST_FILE) {
    return asked(() => readAs(place, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place), largest));
}
/** @param before what was there a moment ago */
function readAs(place, before, largest) {
    return asked(() => {
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow: it ends where nothing more is read. */
function readAll(descriptor, size, largest) {
    const full = [];
    // One more than there should be, which tells that there is nothing more.
    let chunk = Buffer.allocUnsafe(size + 1);
    let [taken, total] = [0, 0];
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, taken, chunk.length - taken, null);
        taken += count;
        total += count;
        // An ordinary file has ended where less is read than there was room for.
        if (count === 0 || (total === size && size > 0))
            break;
        if (total > largest)
            throw tooLarge(largest);
        if (taken < chunk.length)
            continue;
        full.push(chunk);
        chunk = Buffer.allocUnsafe(64 * 1024);
        taken = 0;
    }
    const rest = chunk.subarray(0, taken);
    return full.length === 0 ? rest : Buffer.concat([...full, rest]);
}
/**
 * The bytes of a file of the checkout.
 * @param path relative to the workspace, or absolute
 * @param largest bytes
 * @throws Unreadable
 */
function readWithin(workspace, path, largest = LARGEST_FILE) {
    return readOrdinary(placeWithin(workspace, path), largest);
}
/**
 * Reads files of one folder of the checkout. Where the folder really is, is asked once: of a file that is no link there is
 * nothing more to ask.
 * @param path of the folder, relative to the workspace, or absolute
 * @param largest bytes
 * @returns reads the file of a name; throws Unreadable
 */
function folderReader(workspace, path, largest = LARGEST_FILE) {
    const folder = placeWithin(workspace, path);
    return (name) => {
        // There may be thousands: of a plain name nothing has to be made out.
        if (/[\\/]/.test(name) || name.startsWith('.'))
            return readWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), largest);
        const place = `${folder}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}${name}`;
        const found = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(place));
        return found.isSymbolicLink() ? readWithin(workspace, place, largest) : readAs(place, found, largest);
    };
}
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) && !leadsWithin(workspace, path);
    return free ? readOrdinary(path) : readWithin(workspace, path);
}
const codes = {
    missing: 'PATH_MISSING',
    outside: 'PATH_OUTSIDE',
    special: 'FILE_UNREADABLE',
    large: 'FILE_UNREADABLE',
    refused: 'FILE_UNREADABLE',
};
const fixes = {
    missing: 'Correct it, and make sure that the repository is checked out.',
    outside: 'Put the file itself into the repository, and name it relative to its root.',
    special: 'Put an ordinary file in its place.',
    large: 'Split it, or keep it elsewhere.',
    refused: 'Put a file there that can be read.',
};
/** @param source where the path is written; the path itself unless given */
function unreadableFailure(path, error, source) {
    const { reason, message } = error;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: codes[reason],
        what: reason === 'missing' ? `${path} does not exist.` : `${path} cannot be read: ${message}.`,
        fix: fixes[reason],
        source: source ?? { file: path },
        cause: error,
    });
}
function told(path, source, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? unreadableFailure(path, error, source) : error;
    }
}
/**
 * Bytes as text, of which nothing is lost.
 * @param file they are of
 * @throws Failure FILE_UNREADABLE on the first line that is not UTF-8
 */
function textOf(bytes, file) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end + 1;
        line++;
    }
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'FILE_UNREADABLE',
        what: 'This is not UTF-8, and what it says cannot be told.',
        fix: 'Save the file as UTF-8.',
        source: { file, line, column: 1 },
    });
}
/**
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return textOf(told(file, source, () => readWithin(workspace, file)), file);
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, { source, largest = LARGEST_FILE } = {}) {
    return told(file, source, () => readWithin(workspace, file, largest));
}
/**
 * What is at a path of the checkout; undefined when nothing is.
 * @param path relative to the workspace
 * @param source where the path is named
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE, also for what is neither a file nor a folder
 */
function kindWithin(workspace, path, source) {
    return told(path, source, () => {
        try {
            // An absolute path of the repository is none of this machine.
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ })

};
