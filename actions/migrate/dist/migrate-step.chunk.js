export const id = "migrate-step";
export const ids = ["migrate-step"];
export const modules = {

/***/ 4278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./build/toolkit/action/inputs.js
var inputs = __webpack_require__(3199);
;// CONCATENATED MODULE: ./build/toolkit/action/cluster-inputs.js
/** The inputs by which deploy and verify reach a cluster. */

const clusterInputs = {
    'api-server': (0,inputs/* text */.Qq)("Address of the cluster's API server, `https://\u2026`; reached with the job's OIDC identity.").optional(),
    'certificate-authority': (0,inputs/* text */.Qq)("Certificate authority of the API server: PEM text, or the path of a PEM file. The system's authorities when not given.").optional(),
    audience: (0,inputs/* text */.Qq)('Audience of the OIDC token that the API server accepts.').default('omninode-deploy'),
    kubeconfig: (0,inputs/* text */.Qq)('Path of a kubeconfig, for a cluster that does not trust the OIDC identity.').optional(),
};

// EXTERNAL MODULE: ./build/toolkit/migrations/history-table.js
var history_table = __webpack_require__(3374);
// EXTERNAL MODULE: ./build/toolkit/migrations/layout/choose.js + 7 modules
var choose = __webpack_require__(9836);
;// CONCATENATED MODULE: ./build/toolkit/postgres/inputs.js

const databaseInputs = {
    'database-url': (0,inputs/* text */.Qq)('`postgres://<user>:<password>@<host>:<port>/<database>`. It is masked. Off loopback the server must prove who it is (verify-full), unless it says `sslmode=disable`. `options`, `search_path`, `connect_timeout`, `sslrootcert`, `target_session_attrs` and several hosts count as they do for libpq; any other parameter is refused.').optional(),
    'database-secret': (0,inputs/* text */.Qq)("`namespace/name` of a Kubernetes Secret that describes the database, read with the job's OIDC identity: a key `url`, or `host`, `port`, `username`, `password`, `dbname`.").optional(),
    'database-auth': (0,inputs/* choice */.Yq)('How the user proves who it is: with the password of the URL, or with tokens for minutes that AWS signs for `aws-role` (IAM authentication of Amazon RDS).', ['password', 'aws-iam'], 'password'),
    'database-ca': (0,inputs/* text */.Qq)("Certificate authority of the database: PEM text, or the path of a PEM file, such as Amazon RDS's global-bundle.pem. The system's authorities when not given.").optional(),
    'aws-role': (0,inputs/* text */.Qq)('ARN of the role that may connect, assumed with the OIDC token.').optional(),
    'aws-region': (0,inputs/* text */.Qq)('AWS region of the database.').optional(),
};

;// CONCATENATED MODULE: ./build/actions/migrate/src/inputs.js
/** What migrate is told. */






/** `schema.table` */
function historyTable(description, fallback) {
    return schemas/* string */.YjP()
        .trim()
        .transform((value, context) => {
        const table = (0,history_table/* parseHistoryTable */.Wi)(value);
        if (table !== undefined)
            return table;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be schema.table, in lower case',
        });
        return core/* NEVER */.tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
const migrateInputs = schemas/* object */.Ikc({
    directory: (0,inputs/* text */.Qq)('Folder of the migrations, relative to the checkout.').default('db/migrations'),
    layout: (0,inputs/* choice */.Yq)(`How the files are named: ${choose/* layouts */.YF.map(({ name, form }) => `\`${name}\` is ${form}`).join('; ')}.`, choose/* layoutNames */.Vm, 'auto'),
    ...databaseInputs,
    ...clusterInputs,
    to: (0,inputs/* text */.Qq)('A version: the last one that `apply` applies or `baseline` takes over, or the one that `rollback` goes back to.').optional(),
    steps: (0,inputs/* count */.U9)('How many migrations `rollback` undoes, when `to` is not given.', 1, 1),
    'allow-data-loss': (0,inputs/* flag */.Jt)('Lets `rollback` run statements that lose data.', false),
    'lock-wait': (0,inputs/* duration */.p0)('How long to wait for another run on the same database.', '10m'),
    'lock-timeout': (0,inputs/* duration */.p0)('How long a statement of a migration may wait for a lock on a table, blocking those behind it.', '2s'),
    'lock-retries': (0,inputs/* count */.U9)('How often a file is tried again that could not get its locks.', 10),
    'statement-timeout': (0,inputs/* duration */.p0)('How long a statement of a migration may take; `0s` is no limit.', '0s'),
    scratch: (0,inputs/* choice */.Yq)('Whether `plan` tries what is pending up, down and up again on a scratch database.', ['auto', 'off'], 'auto'),
    'scratch-url': (0,inputs/* text */.Qq)("A server for scratch databases, best of production's own major version; its user may create databases, and is no superuser, because it runs what nobody has reviewed. Else the server programs of the machine are used.").optional(),
    'history-table': historyTable('Where history is kept, as `schema.table`.', history_table/* DEFAULT_HISTORY */.RA),
});

;// CONCATENATED MODULE: ./build/actions/migrate/src/step.js

/** Server and database of a URL; nothing of one that cannot be read. */
function withoutCredential(url) {
    if (!URL.canParse(url))
        return '';
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
}
const step = {
    name: 'migrate',
    description: 'Migrate a PostgreSQL database: planned, locked, each file once, undone when it fails.',
    commands: {
        plan: 'plan',
        apply: 'apply',
        rollback: 'apply',
        baseline: 'apply',
        repair: 'apply',
        status: 'look',
    },
    approvedElsewhere: ['rollback', 'baseline', 'repair'],
    inputs: migrateInputs,
    outputs: {
        applied: 'JSON list of the migrations that this run applied or rolled back.',
        head: 'The newest migration in effect before this run.',
        pending: 'JSON list of the migrations that the plan holds.',
        status: 'Path of what `status` has seen as JSON. Empty for other commands.',
    },
    asked: ({ directory = '', 'database-secret': secret = '', 'database-url': url = '', 'history-table': table = '', }) => [directory, secret, withoutCredential(url), table],
    open: async (given, world) => {
        const { openMigrate } = await Promise.all(/* import() | migrate-open */[__webpack_require__.e("migrate-open-packages"), __webpack_require__.e("migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __webpack_require__.e("migrate-open")]).then(__webpack_require__.bind(__webpack_require__, 688));
        return openMigrate(given, world);
    },
    report: (plan, outcome) => ({
        applied: JSON.stringify((outcome?.results ?? []).filter((result) => result.status === 'done').map((result) => result.address)),
        head: plan?.head ?? '',
        pending: JSON.stringify((plan?.changes ?? []).map((change) => change.address)),
    }),
};


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony exports list, address */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9396);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3852);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6717);
/** The kinds of input that an action may have. Each is a zod schema from the text that the runner passes. */




/** A text; an empty one counts as not given. */
function text(description) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().trim().min(1, 'must not be empty').meta({ description });
}
/** `true` or `false`; `isFlag` knows it again. */
function flag(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'false'], 'must be true or false')
        .transform((value) => value === 'true')
        .default(fallback)
        .meta({ description, fallback: String(fallback), flag: true });
}
function isFlag(field) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .globalRegistry */ .fd.get(field)?.['flag'] === true;
}
function choice(description, values, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(values, `must be one of ${values.join(', ')}`)
        .default(fallback)
        .meta({ description, fallback });
}
/** A duration such as `10m`, as milliseconds. */
function duration(description, fallback) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .transform((value, context) => {
        const milliseconds = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
        if (milliseconds !== undefined)
            return milliseconds;
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be a duration such as 90s, 10m or 1h30m',
        });
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
    })
        .prefault(fallback)
        .meta({ description, fallback });
}
/** A whole number. */
function count(description, fallback, minimum = 0) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .trim()
        .regex(/^\d+$/, 'must be a whole number')
        .transform(Number)
        .refine((value) => value >= minimum, `must be at least ${minimum}`)
        .prefault(String(fallback))
        .meta({ description, fallback: String(fallback) });
}
/** A list or a map that is written for machines. */
function isJson(text) {
    if (!/^\s*[[{]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** One item a line; blank lines do not count. */
function list(description) {
    return z
        .string()
        .transform((value, context) => {
        if (!isJson(value))
            return value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '');
        context.issues.push({
            code: 'custom',
            input: value,
            message: 'must be one item a line, and not JSON',
        });
        return z.NEVER;
    })
        .prefault('')
        .meta({ description, fallback: '' });
}
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Where something may be sent to, the token of the job too. */
function isSafeAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password, hash } = new URL(text);
    const verified = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
    return verified && username === '' && password === '' && hash === '';
}
/** An address whose server proves who it is; on loopback it need not. */
function address(description) {
    return text(description).refine(isSafeAddress, 'must be an https address (http on loopback alone), without user, password and fragment');
}
/** What every action takes beside its own inputs; `command` is added with the step's own commands. */
const commonInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    'github-token': text('Token for the comment, the check run and the reviewed plan. Needs `pull-requests: write` and `checks: write` to preview; `actions: read`, `checks: read`, `contents: read` and `pull-requests: read` to apply, and `pull-requests: write` and `checks: write` there to tell on the pull request what was applied.').optional(),
    comment: choice('Whether a run is told in the sticky comment of its pull request: what would be done, and after the merge what was.', ['auto', 'off'], 'auto'),
    publish: choice('Who publishes a plan on a pull request: `here` this job, with a token that may write; `hand-on` hands it on with the run, masked, to a job with `actions/publish`, and needs nothing that may write.', ['here', 'hand-on'], 'here'),
    reviewed: choice('Whether what is applied must be what the merged pull request showed: `required` refuses, `warn` tells, `off` does not look.', ['required', 'warn', 'off'], 'required'),
    'review-signer': text('Which workflow may sign what a pull request showed: `owner/repository/.github/workflows/file.yml`, with `@ref` for one version alone; without it the `publish.yml` of the repository of the action. `caller` permits any job of this repository, also one whose workflow the pull request changes.')
        .regex(/^(caller|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml(@\S+)?)$/, 'must be `caller` or a workflow such as owner/repository/.github/workflows/publish.yml')
        .optional(),
    'events-url': address('Address that is told how a release goes, with CloudEvents: started, planned, applied, verified, failed. Only a command that acts tells anything; it is never failed by that, nor delayed by more than two seconds. Where the job has `id-token: write`, the bearer is an ID token of GitHub for the origin of this address, such as `https://api.example.com`.').optional(),
    'events-issuer': address('Realm of Keycloak, such as `https://auth.example.com/realms/omninode`, whose access token is the bearer for `events-url` instead: it is given for an ID token of GitHub for this address.').optional(),
    name: text('What people call the target, such as `production`; which target it is, its place decides.').optional(),
    'dry-run': flag('Shows what the command would do, and does not do it.', false),
    timeout: duration('How long the step may take before it is cancelled.', '30m'),
});
/**
 * Reads every input on its own, so that all problems are told at once.
 * @param given input name \u2192 text as passed by the caller; empty texts count as not given, as on a runner.
 */
function parseInputs(schema, given) {
    const problems = [];
    const values = {};
    const known = Object.keys(schema.shape);
    for (const name of Object.keys(given)) {
        if (known.includes(name))
            continue;
        const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, known);
        problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'INPUT_UNKNOWN',
            what: `There is no input \`${name}\`.`,
            fix: near === undefined ? `The inputs are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
        }));
    }
    for (const [name, field] of Object.entries(schema.shape)) {
        const value = given[name] === '' ? undefined : given[name];
        if (value?.includes('${{') === true) {
            problems.push(unevaluated(name, value));
            continue;
        }
        const result = zod__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xL(field, value);
        if (result.success) {
            if (result.data !== undefined)
                values[name] = result.data;
        }
        else if (value === undefined) {
            problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                code: 'INPUT_MISSING',
                what: `The input \`${name}\` is required.`,
                fix: `Add \`${name}:\` under \`with:\`. ${zod__WEBPACK_IMPORTED_MODULE_3__/* .globalRegistry */ .fd.get(field)?.description ?? ''}`.trim(),
            }));
        }
        else {
            for (const issue of result.error.issues) {
                problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                    code: 'INPUT_INVALID',
                    what: `The input \`${name}\` is \`${value}\`: ${issue.message}.`,
                    fix: `Correct \`${name}:\` under \`with:\`.`,
                }));
            }
        }
    }
    // Complete when nothing was wrong; a caller looks at the problems first.
    return { values: values, problems };
}
function unevaluated(name, value) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `The input \`${name}\` is \`${value}\`: nobody has evaluated it.`,
        why: 'GitHub evaluates expressions in workflows and actions only; in their quotes, in files and in variables they stay as they are.',
        fix: `Write the expression itself behind \`${name}:\` under \`with:\` of the workflow.`,
    });
}


/***/ }),

/***/ 3374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GM: () => (/* binding */ historyName),
/* harmony export */   RA: () => (/* binding */ DEFAULT_HISTORY),
/* harmony export */   Wi: () => (/* binding */ parseHistoryTable)
/* harmony export */ });
/** Where history is kept. */
/** `migrate.history`; undefined when it is not `schema.table`, in lower case. */
function parseHistoryTable(text) {
    const [, schema, table] = /^([a-z_][a-z0-9_]{0,62})\.([a-z_][a-z0-9_]{0,54})$/.exec(text) ?? [];
    return schema === undefined || table === undefined ? undefined : { schema, table };
}
/** Where history is unless somebody says otherwise. */
const DEFAULT_HISTORY = 'migrate.history';
/** `migrate.history` */
function historyName({ schema, table }) {
    return `${schema}.${table}`;
}


/***/ }),

/***/ 9836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EM: () => (/* binding */ chooseLayout),
  Vm: () => (/* binding */ layoutNames),
  YF: () => (/* binding */ layouts)
});

// NAMESPACE OBJECT: ./build/toolkit/migrations/layout/index.js
var layout_namespaceObject = {};
__webpack_require__.r(layout_namespaceObject);
__webpack_require__.d(layout_namespaceObject, {
  dbmate: () => (layout),
  flyway: () => (flyway_layout),
  golangMigrate: () => (golang_migrate/* layout */.Z),
  goose: () => (goose_layout),
  manifest: () => (manifest_layout),
  numbered: () => (numbered/* layout */.Z),
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

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/versions.js
var versions = __webpack_require__(2249);
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
    const found = (0,versions/* numberedFiles */.m)(folder, /\.sql$/, '<number>_<name>.sql');
    return (0,versions/* inOrderOfNumbers */.R)(folder, found).flatMap(({ file, version, name }) => {
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

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/golang-migrate.js
var golang_migrate = __webpack_require__(4862);
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
    const found = (0,versions/* numberedFiles */.m)(folder, /\.sql$/, '<number>_<name>.sql');
    return (0,versions/* inOrderOfNumbers */.R)(folder, found).flatMap(({ file, version, name }) => {
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

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/listing.js
var listing = __webpack_require__(5338);
;// CONCATENATED MODULE: ./build/toolkit/migrations/layout/manifest.js

function stemOf(file) {
    return file.replace(/(?:\.up)?\.sql$/, '');
}
function isRollback(file) {
    return file.startsWith(listing/* ROLLBACKS */.Oz) || file.endsWith('.down.sql');
}
function downOf(up) {
    return up.endsWith('.up.sql')
        ? up.replace(/\.up\.sql$/, '.down.sql')
        : `${listing/* ROLLBACKS */.Oz}${up.replace(/\.sql$/, '')}_rollback.sql`;
}
function manifest_read(folder) {
    if (!folder.files.includes(listing/* MANIFEST */.e0)) {
        folder.problem('MANIFEST_MISSING', listing/* MANIFEST */.e0, 1, 'There is no MANIFEST in the folder.', 'Add one: a file name a line, in the order of application.');
        return [];
    }
    const text = folder.text(listing/* MANIFEST */.e0);
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
        const problem = (code, what, fix) => folder.problem(code, listing/* MANIFEST */.e0, line, what, fix);
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
        if (file === listing/* MANIFEST */.e0 || named.has(file) || downs.has(file))
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
    sign: (files) => files.find((file) => file === listing/* MANIFEST */.e0),
    decides: true,
    read: manifest_read,
};

// EXTERNAL MODULE: ./build/toolkit/migrations/layout/numbered.js
var numbered = __webpack_require__(6164);
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
    const own = folder.files.filter((file) => file !== listing/* MANIFEST */.e0 && !file.startsWith(listing/* ROLLBACKS */.Oz));
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
        const down = `${listing/* ROLLBACKS */.Oz}${stem}_rollback.sql`;
        expected.add(down);
        const migration = folder.migration({ version: dated ? stem : digits, name, up: file, down });
        if (migration !== undefined)
            migrations.push(migration);
    }
    for (const file of folder.files) {
        if (!file.startsWith(listing/* ROLLBACKS */.Oz) || expected.has(file))
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


/***/ }),

/***/ 4862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ layout),
/* harmony export */   b: () => (/* binding */ wrapsItself)
/* harmony export */ });
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2249);

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
function read(folder) {
    const files = new Set(folder.files);
    const found = (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .numberedFiles */ .m)(folder, /\.(?:up|down)\.sql$/, '<number>_<name>.up.sql or <number>_<name>.down.sql');
    const isUp = ({ file }) => file.endsWith('.up.sql');
    for (const { file } of found)
        if (file.endsWith('.down.sql') && !files.has(file.replace(/\.down\.sql$/, '.up.sql')))
            folder.problem('MIGRATION_MISSING', file, 1, `${file} undoes a file that is not there.`, 'Add that file, or remove this one.');
    return (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrderOfNumbers */ .R)(folder, found.filter(isUp)).flatMap(({ file, version, name }) => {
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
const layout = {
    name: 'golang-migrate',
    form: '`<number>_<name>.up.sql` with `<number>_<name>.down.sql`, numbered with gaps, as golang-migrate has it',
    // Four digits are those of `numbered`, unless what they hold says otherwise.
    sign: (files, _first, text) => files.find((file) => /^(?!\d{4}_)\d+_.*\.(?:up|down)\.sql$/.test(file)) ?? wrapsItself(files, text),
    read,
};


/***/ }),

/***/ 5338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   Oz: () => (/* binding */ ROLLBACKS),
/* harmony export */   e0: () => (/* binding */ MANIFEST)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _sources_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8182);
/** Which files a folder of migrations has, before any is read. */



const MANIFEST = 'MANIFEST';
const ROLLBACKS = 'rollback/';
function isMissing(error) {
    if (error instanceof _sources_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreadable */ .IO)
        return error.reason === 'missing';
    const { code } = error; // of the system
    return code === 'ENOENT' || code === 'ENOTDIR';
}
function listOne(workspace, root, prefix) {
    let folder;
    try {
        folder = (0,_sources_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .placeWithin */ .xF)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, prefix));
    }
    catch (error) {
        if (!(error instanceof _sources_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreadable */ .IO) || error.reason !== 'outside')
            throw error;
        return { files: [], others: [], outside: prefix };
    }
    // `.SQL` as well: what looks like a migration must not be passed over in silence.
    const all = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
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


/***/ }),

/***/ 6164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ layout)
/* harmony export */ });
/* harmony import */ var _golang_migrate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4862);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5338);


const form = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.(up|down)\.sql$/;
function read(folder) {
    const stems = new Map();
    for (const file of folder.files) {
        if (file === _listing_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0 || file.startsWith(_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLLBACKS */ .Oz))
            continue;
        const [, version, name, direction] = form.exec(file) ?? [];
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
const layout = {
    name: 'numbered',
    form: '`NNNN_name.up.sql` with `NNNN_name.down.sql`',
    sign: (files, _first, text) => (0,_golang_migrate_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapsItself */ .b)(files, text) === undefined
        ? files.find((file) => /^(?:\d{4}_|\D)[^/]*\.(?:up|down)\.sql$/i.test(file))
        : undefined,
    read,
};


/***/ }),

/***/ 2249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ inOrderOfNumbers),
/* harmony export */   m: () => (/* binding */ numberedFiles)
/* harmony export */ });
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


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds of a text such as `90s`, `10m`, `1h30m` or `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    if (!/^(\d+(ms|[smh]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smh])/g)) {
        total += Number(amount) * units[unit]; // both set: the whole text matched the same pattern
    }
    return Number.isSafeInteger(total) ? total : undefined;
}
/** Where seconds stop to matter: milliseconds. */
const HOURS_FROM = 7_200_000;
/** A duration for people: `420 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1_000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1_000).toFixed(1)} s`;
    if (milliseconds >= HOURS_FROM) {
        const minutes = Math.round(milliseconds / 60_000);
        return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    }
    const seconds = Math.round(milliseconds / 1_000);
    const rest = seconds % 60;
    return rest === 0 ? `${seconds / 60} min` : `${(seconds - rest) / 60} min ${rest} s`;
}


/***/ }),

/***/ 6717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** What somebody may have meant: for messages about names that are not known. */
/** Longer names are no names that somebody has written by hand. */
const LONGEST = 300;
/** @returns the name that is most alike; undefined when none is alike enough to be meant */
function nearest(name, known) {
    if (name.length > LONGEST)
        return undefined;
    const ranked = known
        .filter(({ length }) => length <= LONGEST)
        .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
        .sort((a, b) => a.distance - b.distance)[0];
    return ranked !== undefined && ranked.distance <= Math.max(2, name.length / 3)
        ? ranked.candidate
        : undefined;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   ZH: () => (/* binding */ leadsWithin),
/* harmony export */   _5: () => (/* binding */ folderReader),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, unreadableFailure, textOf, readSourceBytes, kindWithin */
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
            if (isAbsolute(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => statSync(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, join(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ })

};
