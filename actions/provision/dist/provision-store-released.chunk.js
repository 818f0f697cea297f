export const id = "provision-store-released";
export const ids = ["provision-store-released"];
export const modules = {

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releasedFrom: () => (/* binding */ releasedFrom),
/* harmony export */   remember: () => (/* binding */ remember)
/* harmony export */ });
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
/**
 * Which commit a state was last released from: a note beside it, as an object of its own, so that it holds no lock and
 * is there before the first change.
 */



/** @param state key of the state in the bucket */
function noteOf(state) {
    return `${state}.released`;
}
async function asking(state, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__/* .httpStatusOf */ .s)(error) !== 403)
            throw error;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE_REFUSED',
            what: `The role may not use ${noteOf(state)}, where the state remembers what it was last released from.`,
            why: 'Without it an older release could be put in the place of a newer one.',
            fix: 'Allow the role that plans s3:GetObject on `<key>.released`, the role that applies s3:PutObject as well, and both s3:ListBucket on the bucket.',
            cause: error,
        });
    }
}
async function readNote(bucket, state) {
    const found = await asking(state, () => bucket.read(noteOf(state)));
    if (found === undefined)
        return undefined;
    try {
        const remembered = _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__/* .Remembered */ .dX.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
        return { remembered, tag: found.tag };
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE',
            what: `${noteOf(state)} does not say what the state was last released from.`,
            why: 'It is JSON with `commit` and `run`, and this release writes nothing else: somebody has changed it.',
            fix: 'Bring back its last good version from the versions of the bucket.',
            cause,
        });
    }
}
/**
 * @param state key of the state in the bucket
 * @returns undefined when it was never released
 * @throws Failure RELEASE_NOTE or RELEASE_NOTE_REFUSED
 */
async function releasedFrom(bucket, state) {
    return (await readNote(bucket, state))?.remembered;
}
/** So many others may come in between. */
const ATTEMPTS = 10;
/**
 * Asks whether this release may follow what the state was released from, and writes that it has.
 *
 * Terraform holds the lock of the state only within its own `apply`, so what is between the question and the note is
 * guarded by the note itself: it is written only over the very note that was asked about, and whoever came in between is
 * asked about in turn. What is between the note and Terraform's lock is guarded by the plan: an older release that was
 * let pass before a newer one wrote its note finds the state changed by that one (PLAN_STALE) or, when it locks first,
 * is followed by it. So the newer one is always the last.
 * @param state key of the state in the bucket
 * @param part name of the stack
 * @throws Failure of `forwards.allow`, RELEASE_NOTE, RELEASE_NOTE_REFUSED or RELEASE_NOTE_BUSY
 */
async function remember(bucket, state, part, forwards) {
    const next = JSON.stringify(forwards.next);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const noted = await readNote(bucket, state);
        await forwards.allow(part, noted?.remembered);
        const how = noted === undefined ? { once: true } : { over: noted.tag };
        if (await asking(state, () => bucket.put(noteOf(state), next, how)))
            return;
    }
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'RELEASE_NOTE_BUSY',
        what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
        fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
    });
}


/***/ }),

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* unused harmony export shortHash */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * JSON with the keys of every object sorted and absent values left out, so that equal values have equal
 * texts. Dates become ISO 8601.
 * @throws TypeError for what JSON cannot carry: functions, symbols, bigint, NaN and infinities.
 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
        return JSON.stringify(value);
    if (typeof value === 'number') {
        if (!Number.isFinite(value))
            throw new TypeError(`${value} has no JSON form`);
        return JSON.stringify(value);
    }
    if (value instanceof Date)
        return JSON.stringify(value.toISOString());
    if (Array.isArray(value)) {
        return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
    }
    if (typeof value === 'object') {
        const members = Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
            .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
        return `{${members.join(',')}}`;
    }
    throw new TypeError(`a ${typeof value} has no JSON form`);
}
/** 128 bits of a value's sha256, for what is only ever compared: 22 characters. */
function shortHash(value) {
    return createHash('sha256').update(canonicalJson(value)).digest().subarray(0, 16).toString('base64url');
}
/** `sha256:<64 hex digits>` of a value's canonical JSON. */
function digest(value) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest('hex')}`;
}


/***/ }),

/***/ 2719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   NP: () => (/* binding */ SENSITIVE),
/* harmony export */   VW: () => (/* binding */ changeDigest),
/* harmony export */   aQ: () => (/* binding */ SENSITIVE_CHANGED),
/* harmony export */   lY: () => (/* binding */ Change),
/* harmony export */   o1: () => (/* binding */ actions),
/* harmony export */   rc: () => (/* binding */ Action),
/* harmony export */   z$: () => (/* binding */ ShortHash)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2286);



/**
 * `import`: what exists is taken over, and changed if `before` and `after` differ. `move`: it gets another address.
 * `forget`: it stays, and is not looked after any more.
 */
const actions = [
    'create',
    'update',
    'replace',
    'delete',
    'import',
    'move',
    'forget',
    'run',
    'none',
];
const Action = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(actions);
/** Stands for a sensitive value in `before` and `after`; nothing about the value can be told from it. */
const SENSITIVE = '(sensitive)';
/** Stands in `after` for a sensitive value that is not the one in `before`. */
const SENSITIVE_CHANGED = '(sensitive, changed)';
/** Stands for a value that is known only after the change was made. */
const UNKNOWN = '(known after apply)';
/** As `shortHash` makes it. */
const ShortHash = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{22}$/);
/**
 * One thing that a step would do.
 *
 * `before` and `after` are already masked: sensitive values are `SENSITIVE`, so that what is shown is also
 * what is digested, and no digest lets a secret be guessed.
 */
const Change = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: Action,
    /** Unique in its plan: `module.network.aws_vpc.this`, `db/migrations/0003`, `onex-dev/Deployment/onex-api`. */
    address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `aws_vpc`, `migration`, `apps/v1 Deployment`, `probe`. */
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_1__/* .Source */ .k.optional(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9().optional(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9().optional(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    /** Of what the target says that it makes of it, where nothing but the plan's `grounds` decides that. */
    expected: ShortHash.optional(),
})
    .readonly();
/** Covers what the change does, not how it is worded or where it is written. */
function changeDigest({ action, address, kind, before, after }) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ action, address, kind, before, after });
}


/***/ }),

/***/ 9718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Evidence)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** Something that was tried while a plan was made, and what came of it. Not part of the digest. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `Round trip` */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `unknown`: it was not done, or did not tell. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'unknown']),
    /** One sentence. */
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Lines of a diff that belong to it, such as the difference of two schemas. */
    difference: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).readonly().optional(),
})
    .readonly();


/***/ }),

/***/ 3358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ blockingFailures),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   wI: () => (/* binding */ Finding)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);




const Finding = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'notice']),
    /** `unknown`: it cannot be told. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fail', 'unknown']),
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    why: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    fix: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .Source */ .k.optional(),
    /** The same finding has the same fingerprint when lines move. */
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
})
    .readonly();
/** `subject` names what the finding is about without a line number, for example `onex-dev/Deployment/onex-api#image`. */
function finding(parts, subject) {
    const fingerprint = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ rule: parts.rule, file: parts.source?.file, subject }).slice('sha256:'.length, 39);
    return { ...parts, fingerprint };
}
/** What keeps a plan from being applied, as one failure; none when nothing does. */
function blockingFailures(findings) {
    const { length } = findings.filter(isBlocking);
    if (length === 0)
        return [];
    return [
        new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'FINDINGS',
            what: `${length} finding${length === 1 ? '' : 's'} of severity error.`,
            fix: 'Mend what each of them names, and push.',
        }),
    ];
}
/** Whether a finding keeps a plan from being applied. */
function isBlocking({ severity, verdict }) {
    return severity === 'error' && verdict === 'fail';
}


/***/ }),

/***/ 6110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Part)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/**
 * A part of a plan's target that is planned for itself, such as one of several Terraform stacks. The changes whose
 * addresses begin with its name and a slash are its own. Not part of the digest.
 */
const Part = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `waiting`: it can be planned only when another part was applied. `skipped`: one that it builds on failed. */
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['planned', 'failed', 'waiting', 'skipped']),
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .readonly();


/***/ }),

/***/ 8888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   DK: () => (/* binding */ Ingredients),
/* harmony export */   Jp: () => (/* binding */ effectiveChanges),
/* harmony export */   dX: () => (/* binding */ Remembered),
/* harmony export */   np: () => (/* binding */ Digest)
/* harmony export */ });
/* unused harmony export Plan */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4377);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9718);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6240);
/* harmony import */ var _part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6110);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6183);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8149);









const Digest = zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/);
/** Name \u2192 value of what decides where a plan has its effect, or with what it is made. */
const Ingredients = zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq9());
/** A commit that a target was released from, and the workflow run that did it. */
const Remembered = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() });
const Shown = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    step: _step_js__WEBPACK_IMPORTED_MODULE_6__/* .StepName */ .m,
    /** The place, on one line: `s3://state/dev/network in 123456789012 eu-central-1`. Another place is another target. */
    target: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    /** What people call the target. Not part of the digest. */
    name: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional(),
    /**
     * Covers step, target, where, with, from and changes; not findings, evidence, parts, wording, order, time or what is
     * expected.
     */
    digest: Digest,
    /** What the place consists of: account, region, bucket, key \u00b7 host, port, database \u00b7 the cluster's own id. */
    where: Ingredients,
    /** Versions of tools, and every input that decides. */
    with: Ingredients,
    /**
     * Name \u2192 sha256 of what the changes send, run or keep, in hexadecimal. Without sensitive values: those count by
     * `sensitive`.
     */
    from: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /**
     * Name \u2192 sha256 of all that the plan was made from, in hexadecimal. Equal sources explain why a rerun plans less than
     * was shown.
     */
    sources: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /** Part of the target \u2192 the commit that it was last released from; none when it never was, or does not say. */
    released: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), Remembered),
    /** Of what else decides about changes with `expected`; none when that cannot be told. */
    grounds: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    /** ISO 8601, from the injected clock. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    changes: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .Change */ .lY),
    findings: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .Finding */ .wI),
    evidence: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .Evidence */ .o),
    /** None when the target is planned as a whole. */
    parts: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_part_js__WEBPACK_IMPORTED_MODULE_4__/* .Part */ .e),
});
const Plan = (/* unused pure expression or super */ null && (Shown));
function makePlan(given) {
    const { step, target, name, where, from, changes, createdAt, sources = from } = given;
    const { findings = [], evidence = [], parts = [], released = {}, grounds } = given;
    const { sensitive = _sensitive_js__WEBPACK_IMPORTED_MODULE_5__/* .Sensitive */ .p.none } = given;
    const effective = changes.filter((change) => change.action !== 'none');
    const addresses = new Set();
    for (const { address } of effective) {
        if (addresses.has(address))
            throw new Error(`two changes of one plan have the address ${address}`);
        addresses.add(address);
    }
    const decisive = { step, target, where, with: given.with, from };
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_9__/* .deepFreeze */ .o)({
        ...decisive,
        ...(name === undefined ? {} : { name }),
        digest: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ ...decisive, changes: effective.map(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW).sort() }),
        sources,
        released,
        ...(grounds === undefined ? {} : { grounds }),
        createdAt: createdAt.toISOString(),
        changes: [...changes],
        findings: [...findings],
        evidence: [...evidence],
        parts: [...parts],
        sensitive,
    });
}
/** The changes that do something. */
function effectiveChanges(plan) {
    return plan.changes.filter((change) => change.action !== 'none');
}


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isIngredient),
/* harmony export */   p: () => (/* binding */ Sensitive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/** Values that may be shown to nobody, and yet count when two plans are compared. */



const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
/** 16 MiB and some hundredths of a second for each guess (RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;
/** Whether a name is that of an ingredient, and of no change: `with: variables`, `from: prod.tfvars`. */
function isIngredient(name) {
    return /^(?:where|with|from): /.test(name);
}
/**
 * The sensitive values of a plan's changes, by the address of the change, and of its ingredients, by `with: <name>` or
 * `from: <name>`. They leave this object only as hashes that
 * are salted: equal values of two reviews have nothing in common.
 */
class Sensitive {
    static none = new Sensitive([]);
    #values;
    /** @param values address, or name of an ingredient \u2192 whatever is sensitive there, as JSON can carry it */
    constructor(values) {
        this.#values = new Map([...values].map(([address, value]) => [address, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(value)]));
    }
    /**
     * One scrypt hash for each change that has something sensitive.
     * @param salt in hexadecimal
     */
    async hashes(salt) {
        const bytes = Buffer.from(salt, 'hex');
        const hashed = [...this.#values].map(async ([address, value]) => {
            // With its address: that two places hold the same value is nobody's business either.
            const key = await derive((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)([address, value]), bytes, LENGTH, COST);
            return [address, `scrypt:${key.toString('hex')}`];
        });
        return new Map(await Promise.all(hashed));
    }
    /** No file holds it. */
    toJSON() {
        return undefined;
    }
}


/***/ }),

/***/ 8149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stepNames),
/* harmony export */   m: () => (/* binding */ StepName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const stepNames = ['provision', 'migrate', 'deploy', 'verify'];
const StepName = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(stepNames);


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
