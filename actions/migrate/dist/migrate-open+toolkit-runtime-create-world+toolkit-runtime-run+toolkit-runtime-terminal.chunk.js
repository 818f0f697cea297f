export const id = "migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal";
export const ids = ["migrate-open+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"];
export const modules = {

/***/ 4669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ idTokenPermission)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Why a step that needs an ID token cannot have one. */
function idTokenPermission() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'ID_TOKEN_PERMISSION',
        what: 'This job may not request an OIDC token.',
        why: 'It has no `id-token: write` permission, or it runs for a pull request from a fork.',
        fix: 'Add `permissions: id-token: write` to the job.',
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

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ deepFreeze)
/* harmony export */ });
/** Freezes a plain value and everything in it. */
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null) {
        Object.freeze(value);
        for (const member of Object.values(value))
            deepFreeze(member);
    }
    return value;
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

/***/ 2286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatSource),
/* harmony export */   k: () => (/* binding */ Source)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** A place in a file of the workspace: a relative path with `/`, lines and columns counted from 1. */
const Source = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
})
    .readonly();
/** `file`, `file:line` or `file:line:column`. */
function formatSource({ file, line, column }) {
    return [file, line, column].filter((part) => part !== undefined).join(':');
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

/***/ 2394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   az: () => (/* binding */ maskedJson),
/* harmony export */   f7: () => (/* binding */ maskedCopy),
/* harmony export */   gj: () => (/* binding */ rendered),
/* harmony export */   v5: () => (/* binding */ MASK)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _model_freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6240);
/** What has gone through the redactor, as a type: what is told to anybody is made of nothing else. */


/** What a masked value reads as. */
const MASK = '***';
/**
 * A text that was made of masked values by escaping, ordering and cutting them.
 * @param _of what it was made of: without that no text counts as masked
 */
function rendered(_of, text) {
    return text;
}
/** A part of a masked value. */
function partOf(of, member) {
    return of[member]; // whoever masks a value masks all of it
}
/** Shorter numbers are counts, ports and lines; they are no secrets that could be told from those. */
const LONGEST_COUNT = 9;
function walk(value, mask) {
    if (typeof value === 'string')
        return mask(value);
    if (typeof value === 'number') {
        const text = String(value);
        return text.length > LONGEST_COUNT && mask(text) !== text ? MASK : value;
    }
    if (Array.isArray(value))
        return value.map((item) => walk(item, mask));
    if (value instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return maskedFailure(value, mask);
    if (typeof value !== 'object' || value === null)
        return value;
    const prototype = Object.getPrototypeOf(value);
    // What has methods keeps its own counsel, as `Sensitive` does.
    if (prototype !== Object.prototype && prototype !== null)
        return value;
    const members = Object.entries(value);
    const names = namesOf(members, mask);
    return Object.fromEntries(members.map(([, member], index) => [names[index], walk(member, mask)]));
}
/** The keys of members, masked: what becomes the same stays apart. */
function namesOf(members, mask) {
    const names = members.map(([key]) => mask(key));
    if (names.every((name, index) => name === members[index]?.[0]))
        return names;
    const taken = new Set();
    return names.map((masked) => {
        let name = masked;
        while (taken.has(name))
            name += MASK;
        taken.add(name);
        return name;
    });
}
function maskedFailure({ code, what, why, fix, source, cause }, mask) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code,
        what: mask(what),
        ...(why === undefined ? {} : { why: mask(why) }),
        ...(fix === undefined ? {} : { fix: mask(fix) }),
        ...(source === undefined ? {} : { source: { ...source, file: mask(source.file) } }),
        cause,
    });
}
/** A frozen copy of a value with every text in it masked, keys included. Its shape, and a digest in it, stay. */
function maskedCopy(value, mask) {
    return (0,_model_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .deepFreeze */ .o)(walk(value, mask)); // the same shape: only texts became other texts
}
/** JSON stays JSON: what is masked in it is masked within its texts. What is no JSON is masked as text. */
function maskedJson(text, mask) {
    if (mask(text) === text)
        return text;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return mask(text);
    }
    return JSON.stringify(walk(value, mask));
}


/***/ }),

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ differenceLines)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var model_change = __webpack_require__(2719);
;// CONCATENATED MODULE: ./build/toolkit/report/edits.js
/** The shortest way from one list to another. */
/** Above so many comparisons the lists are shown as wholly replaced. */
const MOST_COMPARISONS = 1_000_000;
/** Longest common subsequence; what both lists begin and end with costs nothing. */
function differenceOf(before, after) {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < before.length - head &&
        tail < after.length - head &&
        before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const marked = (mark, items) => items.map((item) => ({ mark, item }));
    const old = before.slice(head, before.length - tail);
    const young = after.slice(head, after.length - tail);
    const known = new Set(young);
    const middle = !old.some((item) => known.has(item)) || old.length * young.length > MOST_COMPARISONS
        ? [...marked('-', old), ...marked('+', young)]
        : align(old, young);
    return [
        ...marked(' ', before.slice(0, head)),
        ...middle,
        ...marked(' ', before.slice(before.length - tail)),
    ];
}
function align(old, young) {
    const width = young.length + 1;
    /** Length of the longest common subsequence of what follows old[i] and young[j], at i * width + j. */
    const common = new Uint32Array((old.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = old.length - 1; i >= 0; i--) {
        for (let j = young.length - 1; j >= 0; j--) {
            common[i * width + j] =
                old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const steps = [];
    let [i, j] = [0, 0];
    while (i < old.length || j < young.length) {
        const [from, to] = [old[i], young[j]];
        if (from !== undefined && from === to) {
            steps.push({ mark: ' ', item: from });
            i++;
            j++;
        }
        else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) {
            steps.push({ mark: '-', item: from });
            i++;
        }
        else if (to !== undefined) {
            steps.push({ mark: '+', item: to });
            j++;
        }
    }
    return steps;
}

// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/toolkit/report/wording.js
var wording = __webpack_require__(2672);
;// CONCATENATED MODULE: ./build/toolkit/report/difference.js
/** What a change does to each attribute, as lines of a diff. */






/** Longer values are cut; the plan file holds them whole. */
const WIDEST = 160;
/** Longer paths do not widen the column of the values. */
const WIDEST_PATH = 64;
/** Deeper values are shown as JSON. */
const DEEPEST = 24;
/** So many lines are shown of one change. */
const MOST_LINES = 200;
/** Unchanged lines around a changed one, in texts of several lines. */
const CONTEXT = 2;
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isScalar(value) {
    return typeof value !== 'object' || value === null;
}
/** A value on one line; two values that differ are never shown alike. */
function shown(value) {
    if (value === model_change/* SENSITIVE */.NP || value === model_change/* SENSITIVE_CHANGED */.aQ || value === model_change/* UNKNOWN */.HV)
        return value;
    const text = (0,markdown/* oneLine */.TN)(JSON.stringify(value));
    if (text.length <= WIDEST)
        return text;
    const hash = (0,external_node_crypto_.createHash)('sha256').update((0,canonical/* canonicalJson */.dj)(value)).digest('hex').slice(0, 8);
    return `${(0,markdown/* shortened */.vI)(text, WIDEST)} sha256:${hash}`;
}
function member(path, key) {
    if (!/^[A-Za-z_$][\w$-]*$/.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
}
/** The names of an array's items when all have one of their own, such as containers and environment variables. */
function named(value) {
    if (value === undefined)
        return new Map();
    if (!Array.isArray(value))
        return undefined;
    const byName = new Map();
    for (const item of value) {
        if (!isRecord(item) || typeof item['name'] !== 'string')
            return undefined;
        byName.set(item['name'], item);
    }
    return byName.size === value.length ? byName : undefined;
}
/** Lines of two texts, with what surrounds each difference. */
function textLines(before, after) {
    const ended = [before, after].every((text) => text === undefined || text.endsWith('\n'));
    const split = (text) => text?.slice(0, ended ? -1 : undefined).split('\n') ?? [];
    const steps = differenceOf(split(before), split(after));
    const near = (index) => steps.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((step) => step.mark !== ' ');
    const lines = [];
    let skipped = false;
    for (const [index, { mark, item }] of steps.entries()) {
        if (near(index))
            lines.push(`${mark}     ${(0,markdown/* shortened */.vI)((0,markdown/* printable */.g$)(item), WIDEST)}`);
        else if (!skipped)
            lines.push('      \u22ee');
        skipped = !near(index);
    }
    return lines;
}
function records(before, after, path, depth) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    // A key may be called like something that every object inherits.
    const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);
    return [...keys].flatMap((key) => edits(own(before, key), own(after, key), member(path, key), depth + 1));
}
function lists(before, after, path, depth) {
    const [old, young] = [named(before), named(after)];
    if (old !== undefined && young !== undefined) {
        const names = new Set([...old.keys(), ...young.keys()]);
        return [...names].flatMap((name) => edits(old.get(name), young.get(name), `${path}[${name}]`, depth + 1));
    }
    const [from, to] = [Array.isArray(before) ? before : [], Array.isArray(after) ? after : []];
    if ([...from, ...to].every(isScalar)) {
        return differenceOf(from.map(shown), to.map(shown)).flatMap(({ mark, item }) => mark === ' ' ? [] : [{ path: `${path}[]`, [mark === '-' ? 'before' : 'after']: item }]);
    }
    const indexes = [...Array(Math.max(from.length, to.length)).keys()];
    return indexes.flatMap((index) => edits(from[index], to[index], `${path}[${index}]`, depth + 1));
}
function hasMembers(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
/** What a text holds that is JSON with members, such as a policy. */
function embedded(value) {
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value))
        return undefined;
    try {
        const parsed = JSON.parse(value);
        return hasMembers(parsed) ? parsed : undefined;
    }
    catch {
        return undefined; // only begins like JSON
    }
}
/** The members that differ in two texts of JSON; none when they are no such texts, or differ only in how they are written. */
function embeddedEdits(before, after, path, depth) {
    const inner = [before, after].map(embedded);
    const given = [before, after].filter((value) => value !== undefined);
    if (inner.filter((value) => value !== undefined).length !== given.length || depth >= DEEPEST)
        return [];
    return edits(inner[0], inner[1], path, depth + 1);
}
function edits(before, after, path, depth) {
    if (before !== undefined && after !== undefined && (0,canonical/* canonicalJson */.dj)(before) === (0,canonical/* canonicalJson */.dj)(after))
        return [];
    if (depth < DEEPEST && (hasMembers(before) || hasMembers(after))) {
        if ([before, after].every((value) => value === undefined || isRecord(value)))
            return records(isRecord(before) ? before : {}, isRecord(after) ? after : {}, path, depth);
        if ([before, after].every((value) => value === undefined || Array.isArray(value)))
            return lists(before, after, path, depth);
    }
    const members = embeddedEdits(before, after, path, depth);
    if (members.length > 0)
        return members;
    const texts = [before, after].filter((value) => typeof value === 'string');
    const bothTexts = texts.length === [before, after].filter((value) => value !== undefined).length;
    if (bothTexts && texts.some((text) => text.trimEnd().includes('\n'))) {
        const [old, young] = [before, after].map((value) => (typeof value === 'string' ? value : undefined));
        return [{ path, lines: textLines(old, young) }];
    }
    return [
        {
            path,
            ...(before === undefined ? {} : { before: shown(before) }),
            ...(after === undefined ? {} : { after: shown(after) }),
        },
    ];
}
/** `-`/`+` lines of the attributes that differ, each pair beneath the other and the values aligned. */
function differenceLines(change) {
    const all = edits(change.before, change.after, '', 0).map((edit) => ({ ...edit, path: (0,markdown/* oneLine */.TN)(edit.path) }));
    const isUnknown = ({ before, after }) => before === undefined && after === model_change/* UNKNOWN */.HV;
    const unknown = all.filter(isUnknown);
    const known = all.filter((edit) => !isUnknown(edit));
    const width = known
        .filter(({ lines, path }) => lines === undefined && path.length <= WIDEST_PATH)
        .reduce((widest, { path }) => Math.max(widest, path.length), 0);
    const lines = known.flatMap(({ path, before, after, lines: text }) => {
        const line = (mark, value) => value === undefined ? [] : [`${mark} ${path === '' ? '' : `${path.padEnd(width)}  `}${value}`];
        if (text !== undefined)
            return [`  ${path}`, ...text];
        return [...line('-', before), ...line('+', after)];
    });
    if (unknown.length > 0) {
        const names = unknown.map(({ path }) => path).join(', ');
        lines.push(`+ ${(0,markdown/* shortened */.vI)(names, WIDEST)} ${model_change/* UNKNOWN */.HV}`.trimStart());
    }
    if (lines.length <= MOST_LINES)
        return lines;
    return [...lines.slice(0, MOST_LINES), `  \u2026 ${(0,wording/* grouped */.zD)(lines.length - MOST_LINES)} more lines`];
}


/***/ }),

/***/ 8819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U1: () => (/* binding */ codeLink),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   q4: () => (/* binding */ breaking),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2672);
/**
 * Markdown and HTML that untrusted text cannot break out of. GitHub finds mentions, references, links, emoji
 * and formulas in the rendered text, after entities were resolved: those need a break in the text itself.
 */

/** Characters that would not be seen, or that turn the direction of the text around them. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Text in which everything can be seen: what is invisible is shown by its number, such as `\u{202e}`. */
function printable(text) {
    return text
        .replaceAll('\r\n', '\n')
        .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
/** Printable text without line breaks. */
function oneLine(text) {
    return printable(text).replace(/\s+/g, ' ').trim();
}
/** At most `longest` UTF-16 units of a text, never half a character, saying how much is missing. */
function shortened(text, longest) {
    if (text.length <= longest)
        return text;
    const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
    return `${cut}\u2026 (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(text.length - cut.length)} more characters)`;
}
/** Longer texts within a line are cut. */
const LONGEST_PROSE = 1_000;
const LONGEST_CODE = 300;
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Breaks a word that GitHub would turn into something else, without a trace in what is read. */
const BREAK = '&#8203;';
/** What would be markup in a line, whatever follows it there, and what GitHub links, replaces or notifies about when it is rendered. */
const active = /(?<web>www(?=\.)|:(?=\/\/))|(?<reference>#(?=\d)|@|GH-(?=\d))|(?<emoji>:(?=[\w+-]+(?::|$)))|(?<formula>\$)|(?<start>^(?:[-=]|\d+(?=[.)])))|(?<markup>[\\`*{}[\]()<>#+!|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))/gi;
function words(text) {
    return text.replace(active, (found, ...rest) => {
        const groups = rest.at(-1);
        if (groups['formula'] !== undefined)
            return '<span>$</span>';
        if (groups['start'] !== undefined)
            return `<span>${found}</span>`;
        if (groups['markup'] !== undefined)
            return entity(found);
        return `${found.startsWith('#') ? entity('#') : found}${BREAK}`;
    });
}
/**
 * Text as ordinary words in Markdown, HTML or a table cell: no markup, mention, reference, link or line break.
 * Only what stands between two backticks is set as code.
 */
function prose(text) {
    const parts = shortened(oneLine(text), LONGEST_PROSE).split(/`([^`]+)`/);
    return parts.map((part, index) => (index % 2 === 0 ? words(part) : code(part))).join('');
}
/** Inline code in Markdown, HTML or a table cell, whatever is in it; copying it gives the same text. */
function code(text) {
    const escaped = shortened(oneLine(text), LONGEST_CODE).replace(/@|:(?=\/\/)|www(?=\.)|[\\`*{}[\]()<>#+!|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi, 
    // Links are found even in HTML's code: an element within them prevents that.
    (found) => (/^[@:w]/i.test(found) ? `<span>${found}</span>` : entity(found)));
    return `<code>${escaped}</code>`;
}
/** The same HTML, without a link in it, that may be broken into lines after each slash, as a narrow table wants it. */
function breaking(html) {
    return html.replace(/(?<!<)\/+(?!>)/g, '$&<wbr>');
}
/** A link whose text is already HTML; no code: see `codeLink`. */
function link(html, url) {
    const href = url.replace(/[<>"|\\^`{}\s]/g, encodeURIComponent).replaceAll('&', '&amp;');
    return `<a href="${href}">${html}</a>`;
}
/**
 * A link in the letters of code, whatever is in its text; copying it gives the same text. It is no `<code>`: on the
 * ground of that, in every other row of a table, the colour of a link has too little contrast.
 */
function codeLink(text, url) {
    const words = shortened(oneLine(text), LONGEST_CODE).replace(/[@:#$]|www(?=\.)|GH(?=-\d)|[\\`*{}[\]()<>+!|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi, 
    // Emoji, references and formulas are found even in a link: an element within them prevents that.
    (found) => (/^[@:#$wg]/i.test(found) ? `<span>${found}</span>` : entity(found)));
    return link(`<samp>${words}</samp>`, url);
}
/** A fenced block, with a fence longer than any in the text. */
function fence(text, language = '') {
    let longest = 2;
    for (const [run] of text.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${printable(text)}\n${ticks}`;
}
/** A folded section: `title` is HTML without Markdown, `body` is Markdown. */
function folded(title, body) {
    return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A paragraph that GitHub sets apart; not within anything else. */
function alert(kind, lines) {
    return [`[!${kind}]`, ...lines].map((line) => `> ${line}`).join('\n');
}
/** The cells are Markdown without line breaks. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** As many of the first parts as take at most `bytes` as lines of their own; none is ever cut. */
function fitting(parts, bytes) {
    let taken = 0;
    for (const [index, part] of parts.entries()) {
        taken += Buffer.byteLength(part) + 1;
        if (taken > bytes)
            return parts.slice(0, index);
    }
    return parts;
}


/***/ }),

/***/ 2672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ pastOf),
/* harmony export */   Fb: () => (/* binding */ stepTitle),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Mz: () => (/* binding */ isOutput),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   RD: () => (/* binding */ destructive),
/* harmony export */   TI: () => (/* binding */ isDestructive),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Zg: () => (/* binding */ changeCounts),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   pA: () => (/* binding */ severityText),
/* harmony export */   rS: () => (/* binding */ evidenceText),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* unused harmony export conclusionOf */
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8888);

/** The order in which changes are shown: what destroys first. */
const order = ['delete', 'replace', 'forget', 'update', 'import', 'move', 'create', 'run'];
const severities = ['error', 'warning', 'notice'];
const destructive = new Set(['delete', 'replace', 'forget']);
const stepTitle = {
    provision: 'Provision',
    migrate: 'Migrate',
    deploy: 'Deploy',
    verify: 'Verify',
};
/** `1,234`. Not `toLocaleString`: loading the rules of all languages takes longer than the rest of a small run. */
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `1 error`, `2 errors`. */
function plural(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/** An output of Terraform is told, and makes nothing. */
function isOutput({ kind }) {
    return kind === 'output';
}
/** Action or `output` \u2192 how many changes. */
function changeCounts(plan) {
    const counts = new Map();
    for (const change of (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan)) {
        const key = isOutput(change) ? 'output' : change.action;
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
}
/**
 * `14 to create, 1 to replace, 0 to delete`, `1 to update, 0 to delete, 2 outputs`; `nothing to do` without a change.
 * That nothing is deleted is said wherever something could be.
 */
function countText(plan) {
    const all = (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan);
    const changes = all.filter((change) => !isOutput(change));
    const outputs = all.length - changes.length;
    const counts = order.toReversed().flatMap((action) => {
        const count = changes.filter((change) => change.action === action).length;
        const said = count > 0 || (action === 'delete' && changes.some((change) => change.action !== 'run'));
        return said ? [`${grouped(count)} to ${action}`] : [];
    });
    if (outputs > 0)
        counts.push(changes.length === 0 ? `${plural(outputs, 'output')} to change` : plural(outputs, 'output'));
    return counts.length === 0 ? 'nothing to do' : counts.join(', ');
}
/** `5 of 7 changes done`, `2 of 3 probes passed`; without outputs where there is anything else. */
function doneText(plan, { results }) {
    const outputs = new Set((0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan).flatMap((each) => (isOutput(each) ? [each.address] : [])));
    const changes = results.filter(({ address }) => !outputs.has(address));
    const counted = changes.length > 0 ? changes : results;
    if (counted.length === 0)
        return 'no change was due';
    const done = counted.filter(({ status }) => status === 'done').length;
    return plan.step === 'verify'
        ? `${grouped(done)} of ${plural(counted.length, 'probe')} passed`
        : `${grouped(done)} of ${plural(counted.length, 'change')} done`;
}
/** `2 errors, 1 warning`; undefined without a finding. */
function findingText(plan) {
    const parts = severities.flatMap((severity) => {
        const count = plan.findings.filter((finding) => finding.severity === severity).length;
        return count === 0 ? [] : [plural(count, severity)];
    });
    return parts.length === 0 ? undefined : parts.join(', ');
}
function conclusionOf(plan) {
    if (plan.findings.some(({ severity, verdict }) => severity === 'error' && verdict === 'fail'))
        return 'failure';
    return plan.findings.some(({ verdict }) => verdict === 'unknown') ? 'neutral' : 'success';
}
const verdictWords = {
    failure: 'blocked',
    neutral: 'cannot tell',
    success: undefined,
};
/** One line: `Provision: 14 to create, 1 to replace, 0 to delete`, `Verify: blocked, 2 errors, 1 warning`. */
function headline(plan) {
    const found = findingText(plan);
    const idle = (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan).length === 0;
    const counts = idle && plan.step === 'verify' && found === undefined ? 'nothing found' : countText(plan);
    const parts = [verdictWords[conclusionOf(plan)], idle && found !== undefined ? undefined : counts, found];
    return `${stepTitle[plan.step]}: ${parts.filter((part) => part !== undefined).join(', ')}`;
}
/** Whether something that is there is gone afterwards. */
function isDestructive(change) {
    return destructive.has(change.action) && !isOutput(change);
}
/** Destructive changes first, otherwise in the plan's order. */
function inOrder(plan) {
    return [...(0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveChanges */ .Jp)(plan)].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
}
/** Errors first, otherwise in the plan's order. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
/** `error`, `warning` or `notice`, or that it cannot be told. */
function severityText({ severity, verdict }) {
    return verdict === 'unknown' ? 'cannot tell' : severity;
}
const past = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    delete: 'deleted',
    import: 'imported',
    move: 'moved',
    forget: 'forgotten',
    run: 'run',
    none: 'left as it is',
};
/** `replaced`, `forgotten`: what becomes of the thing. */
function pastOf(action) {
    return past[action];
}
/** Lines of each; what is beyond is counted. */
const MOST = { destroyed: 3, rules: 4 };
/**
 * What is bad in a plan, the worst first: what it destroys, then what was found, one line for each rule. Notices are not.
 * @returns lines of text in which only what stands between backticks is code
 */
function worstOf(plan) {
    const destroyed = inOrder(plan)
        .filter(isDestructive)
        .map(({ action, address, note }) => `\`${address}\` is ${pastOf(action)}${note === undefined ? '' : `: ${note}`}`);
    const found = severe(plan).map(({ message, others }) => others === 0 ? message : `${message} And ${grouped(others)} more of this kind.`);
    const counted = (lines, most, what) => {
        const left = lines.length - most;
        return left <= 0 ? lines : [...lines.slice(0, most), `\u2026 and ${grouped(left)} more ${what}`];
    };
    return [
        ...counted(destroyed, MOST.destroyed, 'destroyed'),
        ...counted(found, MOST.rules, 'kinds of findings'),
    ];
}
/** The first finding of each rule, errors first, and how many others it has. */
function severe({ findings }) {
    const told = bySeverity(findings).filter(({ severity, verdict }) => severity !== 'notice' || verdict === 'unknown');
    return [...Map.groupBy(told, ({ rule }) => rule).values()].flatMap(([first, ...others]) => first === undefined ? [] : [{ message: first.message, others: others.length }]);
}
const evidenceWords = {
    pass: 'held',
    fail: 'broken',
    unknown: 'cannot tell',
};
function evidenceText({ verdict }) {
    return evidenceWords[verdict];
}
/** The first 12 digits of a digest, enough to compare by eye. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ })

};
