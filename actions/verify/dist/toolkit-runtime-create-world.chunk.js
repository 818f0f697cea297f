export const id = "toolkit-runtime-create-world";
export const ids = ["toolkit-runtime-create-world"];
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

/***/ 8703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ namesSecret),
/* harmony export */   Z: () => (/* binding */ refersToSecret)
/* harmony export */ });
/* harmony import */ var _ordinary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5593);

/** Also as psql, sshpass and redis-cli call it. */
const secretName = /(?:^|_)(?:(?:PG)?PASSWORD|PASSWD|(?:SSH)?PASS|PWD|REDISCLI_AUTH|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER)_?KEY)$/;
/** Whether the name of a variable, key or input says that a secret is in it: `DB_PASSWORD`, `apiKey`, `client-secret`. */
function namesSecret(name) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[.-]/g, '_');
    return secretName.test(words.toUpperCase());
}
/** `namespace/name` of a Kubernetes Secret. */
const reference = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\/[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Whether a name such as `database-secret` does not hold a secret, but says which one of Kubernetes it is. */
function refersToSecret(name, value) {
    return /secret$/i.test(name) && reference.test(value) && (0,_ordinary_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)(value);
}


/***/ }),

/***/ 5593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   r: () => (/* binding */ isSingleWord)
/* harmony export */ });
/** Which texts are words, numbers and addresses: masked wherever they stand, they would make everything unreadable. */
/** Shorter texts of one or two kinds of characters are no secrets that could be masked elsewhere. */
const SHORTEST = 8;
/** The same for texts of three kinds: `aB3$xy`. */
const SHORTEST_MIXED = 6;
const LONGEST_NUMBER = 12;
const LONGEST_WORD = 20;
const LONGEST_QUANTITY = 8;
/** More is no name of a resource. */
const LONGEST = 253;
/** Pairs of letters that no language has, as random letters soon do. */
const UNLIKELY_PAIR = /q[^ul]|[jvz][bcdfgkpqx]|[bcdfgkmpw][jqxz]|[qxz][jqxz]/;
const FIVE_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/;
/** Abbreviations: `https`, `mysql`. */
const LONGEST_ABBREVIATION = 5;
const separators = /[-_./:@,;=+&?#()[\]{}"'\s]+/;
function isWord(text) {
    if (!/^[A-Za-z][a-z]*$|^[A-Z]+$/.test(text) || text.length > LONGEST_WORD)
        return false;
    const lower = text.toLowerCase();
    if (lower.length <= 3)
        return true;
    if (UNLIKELY_PAIR.test(lower))
        return false;
    const vowels = lower.match(/[aeiouy]/g)?.length ?? 0;
    return lower.length <= LONGEST_ABBREVIATION || (!FIVE_CONSONANTS.test(lower) && vowels >= lower.length / 6);
}
/** `8080`, `2026`, `10m`, `512Mi`, `26T15`. */
function isQuantity(text) {
    if (/^\d+$/.test(text))
        return text.length <= LONGEST_NUMBER;
    return text.length <= LONGEST_QUANTITY && /^\d+[A-Za-z]{1,3}(?:\d{1,4}[a-z]?)?%?$/.test(text);
}
/** `postgres`, `maxPoolSize`, `node24`, `HS256`; random letters change their case, and between letters and digits, soon. */
function isName(text) {
    const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d{0,4})$/.exec(text) ?? [];
    if (letters.length <= 2)
        return (letters !== '' && digits.length <= 3 && [letters.toLowerCase(), letters.toUpperCase()].includes(letters));
    const words = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
    return words.join('') === letters && letters.length >= words.length * 3.5 && words.every(isWord)
        ? true
        : isWord(letters);
}
/** `k8s`, `v1beta1`, `t4g`, `m6i` */
const SHORT_CODE = /^(?=.{2,8}$)[a-z]+\d{1,2}[a-z]+\d?$/;
function isIdentifierPart(text) {
    return isQuantity(text) || isName(text) || SHORT_CODE.test(text);
}
/** Whether it is one word of a language, or a switch or a number: no mask hides what everybody would guess. */
function isSingleWord(text) {
    return text.length < SHORTEST_MIXED + LONGEST_NUMBER && (isWord(text) || isQuantity(text));
}
function kindsIn(text) {
    return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].filter((kind) => kind.test(text)).length;
}
/**
 * Whether a text reads as an ordinary word, number, identifier or address: `true`, `5432`, `prod`, `omninode`,
 * `onex-api.onex-dev.svc.cluster.local`, `https://example.com/health`, `arn:aws:\u2026`. What has a part that looks random,
 * or credentials in it, does not; nor does a sentence.
 */
function isOrdinary(given) {
    const text = given.trim();
    if (text === '' || /^-+(?:BEGIN|END) [A-Z0-9 ]+-+$/.test(text))
        return true;
    if (text.length > LONGEST || /:\/\/[^\s/@]*:[^\s/@]+@/.test(text))
        return false;
    if (/^arn:aws[\w-]*:[\w:/.*-]*$/.test(text))
        return true;
    const parts = text.split(separators).filter((part) => part !== '');
    if (parts.every(isIdentifierPart))
        return !/\s/.test(text) || text.length < 2 * SHORTEST || /[:=]/.test(text);
    return text.length < (kindsIn(text) >= 3 ? SHORTEST_MIXED : SHORTEST);
}


/***/ }),

/***/ 3824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   Ui: () => (/* binding */ diff),
/* harmony export */   c8: () => (/* binding */ boundedTable),
/* harmony export */   cS: () => (/* binding */ runTable),
/* harmony export */   f9: () => (/* binding */ findingsTable),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   ks: () => (/* binding */ partsBlock),
/* harmony export */   q: () => (/* binding */ linked),
/* harmony export */   rz: () => (/* binding */ evidenceBlock)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2286);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7044);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2672);




/** Longer paths are not linked. */
const LONGEST_LINK = 300;
/** Inline code; a link to its place in the files when that and the revision are known. */
function linked(text, source, revision) {
    if (source === undefined || revision === undefined || source.file.length > LONGEST_LINK)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text);
    const path = source.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
    const line = source.line === undefined ? '' : `#L${source.line}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeLink */ .U1)(text, `${revision.repositoryUrl}/blob/${revision.commit}/${path}${line}`);
}
/** `file:line`, linked to that line when the revision is known; empty without a source. */
function place(source, revision) {
    return source === undefined ? '' : linked((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(source), source, revision);
}
/** How one change differs from what is there, beneath a header such as those between the parts of a file's diff. */
function hunk(change) {
    const title = `@@ ${change.action} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.address), 300)} @@`;
    const where = change.source === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(change.source))}`;
    const note = change.note === undefined ? [] : [`! ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(change.note), 500)}`];
    return [title + where, ...note, ...(0,_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceLines */ .Z)(change), ''];
}
/** What the changes do to each attribute, as one diff; what is beyond the limit is in `rest`. */
function diff(changes, bytes, rest) {
    const lines = changes.flatMap(hunk).slice(0, -1);
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines, bytes);
    const left = lines.length - shown.length;
    const more = left === 0 ? [] : [`\u2026 ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
}
/** `6 aws_subnet, 3 aws_route_table, \u2026`, as HTML: the kinds of changes, the most frequent first. */
function kinds(changes) {
    const counts = new Map();
    for (const { kind } of changes)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const most = [...counts].sort(([, a], [, b]) => b - a);
    const number = (count) => (count === 1 || most.length === 1 ? '' : `${count} `);
    const words = most.slice(0, 4).map(([kind, count]) => number(count) + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(kind));
    return [...words, ...(most.length > 4 ? ['\u2026'] : [])].join(', ');
}
/** A table of as many rows as fit, with a line beneath it that counts the rest. */
function boundedTable(head, rows, bytes) {
    const fit = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(rows.map((cells) => `| ${cells.join(' | ')} |`), bytes);
    const left = rows.length - fit.length;
    const rest = left === 0 ? '' : `\n\n\u2026 and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(left)} more.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows.slice(0, fit.length)) + rest;
}
/** What runs, in its order. */
function runTable(changes, revision, bytes) {
    const rows = changes.map(({ address, source, note = '' }, index) => [
        String(index + 1),
        linked(address, source, revision),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(note),
    ]);
    return boundedTable(['', 'runs', 'how'], rows, bytes);
}
function findingsTable(findings, revision, bytes) {
    const rows = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .bySeverity */ .Np)(findings).map((finding) => {
        const { message, why, fix, rule, source } = finding;
        const where = source === undefined ? [] : [place(source, revision)];
        return [
            `**${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .severityText */ .pA)(finding)}**`,
            [
                `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(message)}</b>`,
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why),
                ...fix.split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS),
                [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(rule), ...where].join(' '),
            ].join('<br>'),
        ];
    });
    return boundedTable(['', 'finding'], rows, bytes);
}
/** What a part is said to be in for, the worst first; empty when nothing is to be done. */
function fate({ status, name }, changes) {
    if (status !== 'planned')
        return { failed: '**cannot be planned**', waiting: 'waits', skipped: 'not planned' }[status];
    const counts = new Map();
    const own = changes.filter(({ address }) => address.startsWith(`${name}/`));
    const outputs = own.filter(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz).length;
    for (const change of own)
        if (!(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutput */ .Mz)(change))
            counts.set(change.action, (counts.get(change.action) ?? 0) + 1);
    const made = [...counts].map(([action, count]) => {
        const words = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(count)} to ${action}`;
        return _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .destructive */ .RD.has(action) ? `**${words}**` : words;
    });
    return [...made, ...(outputs === 0 ? [] : [(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(outputs, 'output')])].join(', ');
}
/** The parts that something is to be done in or to be said of; the others are counted. None for a plan without parts. */
function partsBlock(plan, bytes) {
    if (plan.parts.length < 2 && plan.parts.every(({ status }) => status === 'planned'))
        return [];
    const changes = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(plan);
    const rows = plan.parts
        .map((part) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(part.name), fate(part, changes), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(part.note ?? '')])
        .filter(([, fated]) => fated !== '');
    const rest = plan.parts.length - rows.length;
    const unchanged = rest === 0 ? [] : [`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(rest, 'stack')} without a change.`];
    return [...(rows.length === 0 ? [] : [boundedTable(['stack', 'what', ''], rows, bytes)]), ...unchanged];
}
/** As many lines of a difference are shown open; more are folded away. */
const OPEN_LINES = 20;
/** What was tried, with its verdict; its difference is beneath it. */
function evidenceBlock(evidence, bytes, rest) {
    const { title, text, difference = [] } = evidence;
    const said = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(title)}: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceText */ .rS)(evidence)}.** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(text)}`;
    if (difference.length === 0)
        return said;
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(difference, bytes);
    const left = difference.length - shown.length;
    const more = left === 0 ? [] : [`\u2026 ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more line')} in ${rest}`];
    const block = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)([...shown, ...more].join('\n'), 'diff');
    const counted = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(difference.length, 'line');
    return `${said}\n\n${difference.length <= OPEN_LINES ? block : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`<b>Difference</b>, ${counted}`, block)}`;
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

/***/ 3817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   YI: () => (/* binding */ failuresTable),
/* harmony export */   ZZ: () => (/* binding */ pageOf),
/* harmony export */   u6: () => (/* binding */ errorsPageOf)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3824);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8819);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2672);



const HOME = 'https://github.com/omninode-ai/omninode_infra/blob/main';
/**
 * The page of all failures, at the version of the action that runs. An action that is in the checkout does not say
 * where it comes from: then it is the page of the main line.
 */
function errorsPageOf({ repositoryUrl, actionRepository, actionRef, }) {
    const home = actionRef === undefined || !URL.canParse(repositoryUrl)
        ? HOME
        : `${new URL(repositoryUrl).origin}/${actionRepository}/blob/${actionRef.split('/').map(encodeURIComponent).join('/')}`;
    return `${home}/docs/errors.md`;
}
/** @param page as `errorsPageOf` gives it */
function pageOf(failure, page) {
    return `${page}#${failure.code.toLowerCase()}`;
}
/** UTF-16 units of each text: what is longer stands in the log. */
const LONGEST = 700;
/** Where, what, why, what to do, and the code with its page. */
function failuresTable(failures, page, revision, bytes) {
    const told = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, LONGEST));
    const rows = failures.map((failure) => {
        const { what, why, fix, source } = failure;
        const where = source === undefined ? [] : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)(source, revision)];
        const named = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeLink */ .U1)(failure.code, pageOf(failure, page)), ...where].join(' \u00b7 ');
        return [
            [`**${told(what)}**`, ...(why === undefined ? [] : [told(why)]), named].join('<br>'),
            told(fix ?? ''),
        ];
    });
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedTable */ .c8)(['what', 'what to do'], rows, bytes);
}
/** The first of them on one line, and how many more there are. */
function firstOf(failures) {
    const [first, ...others] = failures;
    if (first === undefined)
        return '';
    return others.length === 0 ? first.what : `${first.what} And ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(others.length)} more.`;
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


/***/ }),

/***/ 4134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VERSION: () => (/* binding */ VERSION),
  createEdge: () => (/* binding */ createEdge),
  createWorld: () => (/* binding */ createWorld),
  redactorOf: () => (/* binding */ redactorOf)
});

// EXTERNAL MODULE: ./build/toolkit/identity/permission.js
var permission = __webpack_require__(4669);
// EXTERNAL MODULE: ./build/toolkit/redact/names.js
var names = __webpack_require__(8703);
// EXTERNAL MODULE: ./build/toolkit/redact/ordinary.js
var ordinary = __webpack_require__(5593);
;// CONCATENATED MODULE: ./build/toolkit/redact/parts.js
/** What of a secret is a secret by itself: its lines, the members of JSON, what stands behind a name, passwords of URLs. */


/** Shorter values would mask ordinary words. */
const SHORTEST = 4;
const DEEPEST = 8;
/** Whether a text is to be masked wherever it stands. */
function isTelling({ text, certainty }) {
    if (text.trim().length < SHORTEST)
        return false;
    if (certainty === 'always')
        return true;
    return certainty === 'named' ? !(0,ordinary/* isSingleWord */.r)(text.trim()) : !(0,ordinary/* isOrdinary */.P)(text);
}
const PEM_EDGE = /-----(BEGIN|END) ([A-Z0-9 ]{1,60})-----/g;
const PUBLIC_LABEL = /^(?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE|X509 CRL)$/;
const PRIVATE_LABEL = /PRIVATE KEY(?: BLOCK)?$/;
const CREDENTIALS = /(?<=[a-z0-9+.-]):\/\/[^\s:/@]*:([^\s/]+)@/gi;
const MEMBER = /^(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|(.*?))[,;]?$/;
/** In one pass: a block ends at the next edge that is an end, and a beginning before that begins another one. */
function* blocksIn(text) {
    let begun;
    for (const { 0: edge, 1: kind, 2: label = '', index } of text.matchAll(PEM_EDGE)) {
        if (kind === 'BEGIN')
            begun = { label, start: index, from: index + edge.length };
        else if (begun !== undefined) {
            yield {
                label: begun.label,
                start: begun.start,
                end: index + edge.length,
                body: text.slice(begun.from, index),
            };
            begun = undefined;
        }
    }
}
/** What is left when the blocks are taken out that everybody may see. */
function withoutPublic(text) {
    const parts = [];
    let at = 0;
    for (const { label, start, end } of blocksIn(text)) {
        if (!PUBLIC_LABEL.test(label))
            continue;
        parts.push(text.slice(at, start));
        at = end;
    }
    return [...parts, text.slice(at)].join('');
}
/** Whether an address with a password is in a text: `scheme://user:password@`. */
function holdsPassword(text) {
    const before = text.split('@').slice(0, -1);
    return before.some((part) => /:\/\/[^/]*:./.test(part.split(/\s/).at(-1) ?? ''));
}
function decodedUrl(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function* members(value, name, certainty, depth) {
    if (typeof value === 'string')
        yield* partsOf({ text: value, certainty: named(name, certainty) }, depth + 1);
    else if (typeof value === 'number')
        yield { text: String(value), certainty: 'marked' };
    else if (typeof value === 'object' && value !== null && depth < DEEPEST)
        for (const [key, member] of Object.entries(value))
            yield* members(member, Array.isArray(value) ? name : key, certainty, depth + 1);
}
function named(name, certainty) {
    if ((0,names/* namesSecret */.L)(name))
        return 'named';
    return certainty === 'always' ? 'marked' : certainty;
}
function* jsonParts(text, certainty, depth) {
    if (!/^\s*[[{]/.test(text))
        return;
    try {
        yield* members(JSON.parse(text), '', certainty, depth);
    }
    catch {
        // It only begins like JSON.
    }
}
/** What a header says in front of it is no part of a token. */
const SCHEME = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i;
/** `user:password`, as in the `auth` of a registry. */
function* basicParts(text, depth) {
    if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) || text.length % 4 !== 0)
        return;
    const [, password] = /^[\x21-\x39\x3b-\x7e]+:([\x20-\x7e]{4,})$/.exec(Buffer.from(text, 'base64').toString()) ?? [];
    if (password !== undefined)
        yield* partsOf({ text: password, certainty: 'named' }, depth + 1);
}
/** A secret, and everything in it that must not be seen either. Each is told apart: `isTelling`. */
function* partsOf({ text, certainty }, depth = 0) {
    if (depth > DEEPEST)
        return;
    const own = withoutPublic(text);
    if (own.trim() === '')
        return;
    yield { text: own, certainty };
    if (own.trim() !== own)
        yield { text: own.trim(), certainty };
    for (const [, password = ''] of own.matchAll(CREDENTIALS)) {
        yield { text: password, certainty: 'always' };
        yield { text: decodedUrl(password), certainty: 'always' };
    }
    yield* jsonParts(own, certainty, depth);
    const [, token] = SCHEME.exec(own.trim()) ?? [];
    if (token !== undefined)
        yield* partsOf({ text: token, certainty: 'always' }, depth + 1);
    yield* basicParts(own.trim(), depth);
    for (const { label, body } of blocksIn(own))
        if (PRIVATE_LABEL.test(label))
            for (const line of body.split(/\r?\n/))
                yield { text: line.trim(), certainty: 'always' };
    const lines = own
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    for (const line of lines) {
        // One line of a secret of several may be a word, a bracket or a comment, however secret the whole is.
        if (lines.length > 1)
            yield { text: line, certainty: 'marked' };
        const [, name = '', ...values] = MEMBER.exec(line) ?? [];
        const value = values.find((each) => each !== undefined && each !== '');
        if (lines.length > 1 && value !== undefined && !/^\s*[[{]/.test(own))
            yield* partsOf({ text: value, certainty: named(name, 'marked') }, depth + 1);
    }
}

;// CONCATENATED MODULE: ./build/toolkit/redact/automaton.js
/**
 * Many byte patterns in one pass (Aho and Corasick 1975): looking through a text takes as many steps as it has bytes,
 * at most twice, however many patterns there are.
 */
/** Node numbers times 256 stay within 31 bits. */
const MOST_PATTERN_BYTES = 4_000_000;
const BEFORE = 1;
const AFTER = 2;
const [DOT, ELLIPSIS] = [0x2e, [0xe2, 0x80, 0xa6]];
/** What may stand between a value that was cut off and the sign that it was: a quote, a bracket, a blank. */
const between = new Set([...'"\'`[(< '].map((character) => character.charCodeAt(0)));
const TRUNCATED = [...'truncated'].map((character) => character.charCodeAt(0));
function startsWith(bytes, wanted, at) {
    return wanted.every((byte, index) => bytes[at + index] === byte);
}
function isCutAt(bytes, at) {
    let place = at;
    while (place < at + 3 && between.has(bytes[place] ?? 0))
        place++;
    if (bytes[place] === DOT)
        return bytes[place + 1] === DOT && bytes[place + 2] === DOT;
    return startsWith(bytes, ELLIPSIS, place) || startsWith(bytes, TRUNCATED, place);
}
class Automaton {
    /** Steps from node to node so far, for whoever wants to know that they grow no faster than the texts. */
    steps = 0;
    #nodes = 1;
    #root = new Int32Array(256);
    /** By which byte, and from which node, a node is come to: mostly from the one that was made just before it. */
    #letters;
    #parents;
    /** The other edges as an open hash table: node and byte \u2192 node. Each pattern brings one at most. */
    #keys;
    #targets;
    /** 1 where a node has such an edge. */
    #branches;
    #fail;
    #depth;
    /** The longest pattern that ends at a node, and which of its neighbours it is part of. */
    #longest;
    #parts;
    /** The longest beginning of a pattern that ends at a node, and counts before a cut or at the end. */
    #beforeCut;
    #atEnd;
    /** @param patterns of `MOST_PATTERN_BYTES` together at most */
    constructor(patterns) {
        const most = patterns.reduce((sum, { bytes }) => sum + bytes.length, 1);
        const slots = 2 ** Math.ceil(Math.log2(patterns.length * 2 + 2));
        // One more than there are nodes: each is asked for the one behind it.
        this.#letters = new Uint8Array(most + 1);
        this.#parents = new Int32Array(most + 1);
        this.#branches = new Uint8Array(most);
        this.#keys = new Int32Array(slots);
        this.#targets = new Int32Array(slots);
        this.#fail = new Int32Array(most);
        this.#depth = new Int32Array(most);
        this.#longest = new Int32Array(most);
        this.#parts = new Uint8Array(most);
        this.#beforeCut = new Int32Array(most);
        this.#atEnd = new Int32Array(most);
        for (const pattern of patterns)
            this.#insert(pattern);
        this.#link();
    }
    #insert({ bytes, beforeCut, atEnd, ...part }) {
        let node = 0;
        for (let index = 0; index < bytes.length; index++) {
            const byte = bytes[index] ?? 0;
            let next = this.#child(node, byte);
            if (next === 0) {
                next = this.#nodes++;
                this.#depth[next] = index + 1;
                this.#parents[next] = node;
                this.#letters[next] = byte;
                if (node === 0)
                    this.#root[byte] = next;
                else if (next !== node + 1)
                    this.#branch(node, byte, next);
            }
            node = next;
            if (index + 1 >= beforeCut)
                this.#beforeCut[node] = index + 1;
            if (index + 1 >= atEnd)
                this.#atEnd[node] = index + 1;
        }
        this.#longest[node] = bytes.length;
        this.#parts[node] =
            (this.#parts[node] ?? 0) | (part.partlyBefore ? BEFORE : 0) | (part.partlyAfter ? AFTER : 0);
    }
    /** All nodes in the order of their depth. */
    #byDepth() {
        const depths = this.#depth.subarray(0, this.#nodes);
        let deepest = 0;
        for (const depth of depths)
            if (depth > deepest)
                deepest = depth;
        /** Where the next node of a depth comes: behind all that are less deep. */
        const places = new Int32Array(deepest + 2);
        for (const depth of depths)
            places[depth + 1] = (places[depth + 1] ?? 0) + 1;
        for (let depth = 1; depth < places.length; depth++)
            places[depth] = (places[depth] ?? 0) + (places[depth - 1] ?? 0);
        const order = new Int32Array(this.#nodes);
        for (let node = 0; node < this.#nodes; node++) {
            const depth = depths[node] ?? 0;
            const place = places[depth] ?? 0;
            order[place] = node;
            places[depth] = place + 1;
        }
        return order;
    }
    /** From the root on: what a node falls back to is nearer to it. */
    #link() {
        for (const node of this.#byDepth()) {
            const parent = this.#parents[node] ?? 0;
            const fail = parent === 0 ? 0 : this.#next(this.#fail[parent] ?? 0, this.#letters[node] ?? 0);
            this.#fail[node] = fail;
            if (this.#longest[node] === 0) {
                this.#longest[node] = this.#longest[fail] ?? 0;
                this.#parts[node] = this.#parts[fail] ?? 0;
            }
            if (this.#beforeCut[node] === 0)
                this.#beforeCut[node] = this.#beforeCut[fail] ?? 0;
            if (this.#atEnd[node] === 0)
                this.#atEnd[node] = this.#atEnd[fail] ?? 0;
        }
        this.steps = 0;
    }
    #slot(key) {
        const mask = this.#keys.length - 1;
        let slot = Math.imul(key, 0x9e3779b1) >>> 8;
        while (this.#keys[slot & mask] !== 0 && this.#keys[slot & mask] !== key)
            slot++;
        return slot & mask;
    }
    #branch(node, byte, next) {
        const key = node * 256 + byte;
        const slot = this.#slot(key);
        this.#keys[slot] = key;
        this.#targets[slot] = next;
        this.#branches[node] = 1;
    }
    #child(node, byte) {
        if (node === 0)
            return this.#root[byte] ?? 0;
        const behind = node + 1;
        if (this.#letters[behind] === byte && this.#parents[behind] === node)
            return behind;
        return this.#branches[node] === 1 ? (this.#targets[this.#slot(node * 256 + byte)] ?? 0) : 0;
    }
    #next(from, byte) {
        let node = from;
        while (true) {
            this.steps++;
            const child = this.#child(node, byte);
            if (child !== 0 || node === 0)
                return child;
            node = this.#fail[node] ?? 0;
        }
    }
    scan(bytes, onMatch) {
        let node = 0;
        for (let index = 0; index < bytes.length; index++) {
            node = this.#next(node, bytes[index] ?? 0);
            if (node === 0)
                continue;
            const end = index + 1;
            const length = this.#longest[node] ?? 0;
            const parts = this.#parts[node] ?? 0;
            if (length > 0)
                onMatch(end - length, end, (parts & BEFORE) !== 0, (parts & AFTER) !== 0);
            const cut = this.#beforeCut[node] ?? 0;
            if (cut > length && isCutAt(bytes, end))
                onMatch(end - cut, end, false, false);
            const last = this.#atEnd[node] ?? 0;
            if (last > length && end === bytes.length)
                onMatch(end - last, end, false, false);
        }
    }
}

;// CONCATENATED MODULE: ./build/toolkit/redact/forms.js

/** Bytes; what is shorter stands in every text, and of nothing a shorter beginning counts. */
const forms_SHORTEST = 4;
/** Bytes of a beginning that count before a cut: of the secret itself, and of an encoded one. */
const SHORTEST_CUT = 8;
const SHORTEST_ENCODED_CUT = 12;
/** Longer secrets are looked for piece by piece. */
const PIECE = 256;
/** So many beginnings are held against what is ordinary. */
const LONGEST_ORDINARY = 64;
const NEVER = Number.POSITIVE_INFINITY;
function whole(bytes, beforeCut, atEnd = beforeCut) {
    return { bytes, beforeCut, atEnd, partlyBefore: false, partlyAfter: false };
}
/**
 * What stands in base64 for the bytes, when they come after 0, 1 or 2 others of a group of three: the characters that
 * are made of nothing else.
 */
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((before) => {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const bits = (before + bytes.length) * 8;
        const core = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
        return [...new Set([core, core.replaceAll('+', '-').replaceAll('/', '_')])].map((text) => ({
            bytes: Buffer.from(text),
            beforeCut: SHORTEST_ENCODED_CUT,
            atEnd: SHORTEST_ENCODED_CUT,
            partlyBefore: before > 0,
            partlyAfter: bits % 6 > 0,
        }));
    });
}
/** What stands around it is partly made of the secret, too: its own characters are only those that are all of it. */
function partly(pattern) {
    return { ...pattern, partlyBefore: true, partlyAfter: true };
}
/** From how many bytes on a beginning is no ordinary word any more: many secrets begin with `token-`, `https://`. */
function tellingFrom(text) {
    const characters = [...text];
    let beginning = '';
    for (const character of characters.slice(0, LONGEST_ORDINARY)) {
        beginning += character;
        if (Buffer.byteLength(beginning) >= SHORTEST_CUT && !(0,ordinary/* isOrdinary */.P)(beginning))
            return Buffer.byteLength(beginning);
    }
    return characters.length > LONGEST_ORDINARY ? Buffer.byteLength(beginning) : NEVER;
}
function pieces(bytes) {
    if (bytes.length <= PIECE)
        return [bytes];
    const starts = Array.from({ length: Math.floor(bytes.length / PIECE) }, (_, index) => index * PIECE);
    return [...starts, bytes.length - PIECE].map((start) => bytes.subarray(start, start + PIECE));
}
/** @param text one that is masked wherever it stands */
function formsOf(text) {
    const telling = tellingFrom(text);
    // In a form that is sent as a query a blank is a plus; where a text is put on one line, a line break is a blank.
    const plain = [...new Set([text, text.replaceAll(' ', '+'), text.replace(/\s+/g, ' ').trim()])];
    const inJson = [...new Set([text, JSON.stringify(text).slice(1, -1)])];
    const patterns = [
        ...plain.flatMap((each) => pieces(Buffer.from(each)).map((piece) => whole(piece, SHORTEST_CUT, telling))),
        ...inJson.flatMap((each) => pieces(Buffer.from(each)).flatMap((piece) => {
            const once = base64Forms(piece);
            // A login within a Secret: base64 within JSON within base64.
            const twice = once
                .filter(({ bytes }) => !/[-_]/.test(Buffer.from(bytes).toString('latin1')))
                .flatMap(({ bytes }) => base64Forms(bytes).map(partly));
            return [...once, ...twice.filter(({ bytes }) => bytes.length >= SHORTEST_ENCODED_CUT)];
        })),
        ...pieces(Buffer.from(text)).flatMap((piece) => [
            ...['toLowerCase', 'toUpperCase'].map((inCase) => whole(Buffer.from(piece.toString('hex')[inCase]()), SHORTEST_ENCODED_CUT)),
        ]),
    ];
    return patterns.filter(({ bytes }) => bytes.length >= forms_SHORTEST);
}

;// CONCATENATED MODULE: ./build/toolkit/redact/beginnings.js

/** An expression of more is no longer quick to make, nor to try. */
const MOST = 500;
/** Bytes; a longer beginning tells no more. */
const LONGEST = 32;
/** Without one of these signs nothing in a text was cut off; the second one also as its bytes are read one by one. */
const CUT = /\.\.\.|\u2026|\xe2\x80\xa6|truncated/;
const FIRST_OF_OTHERS = 0x80;
/** As far as it is ASCII: a byte above that is a part of a character. */
function beginningOf(bytes, length) {
    const beginning = bytes.subarray(0, Math.min(length, LONGEST));
    const end = beginning.findIndex((byte) => byte >= FIRST_OF_OTHERS);
    return String.fromCharCode(...(end === -1 ? beginning : beginning.subarray(0, end)));
}
function anyOf(beginnings) {
    return new RegExp([...beginnings].map(RegExp.escape).join('|'));
}
/**
 * @returns tells whether a text may hold one of the patterns as it stands: it has the beginning of one, as much of it as
 * counts. Bytes may be told as latin1. Undefined when the patterns are too many, or begin with other characters
 * than those of ASCII
 */
function beginningsOf(patterns) {
    const [whole, cut] = [new Set(), new Set()];
    for (const { bytes, atEnd } of patterns) {
        whole.add(beginningOf(bytes, Math.min(bytes.length, atEnd)));
        cut.add(beginningOf(bytes, forms_SHORTEST));
        if (whole.size > MOST)
            return undefined;
    }
    if ([...whole, ...cut].some((each) => each.length < forms_SHORTEST))
        return undefined;
    const [anyWhole, anyCut] = [anyOf(whole), anyOf(cut)];
    return (text) => (CUT.test(text) ? anyCut : anyWhole).test(text);
}

;// CONCATENATED MODULE: ./build/toolkit/redact/encodings.js
/** The ways in which a text is written within another one: JSON, URLs, HTML, quotes, lines of a certain width. */
const encoder = new TextEncoder();
function utf8(codePoint) {
    return encoder.encode(String.fromCodePoint(codePoint));
}
/** The number that digits of a base are; undefined when there are fewer, or others. */
function numberAt(bytes, at, digits, base) {
    let value = 0;
    for (let index = at; index < at + digits; index++) {
        const byte = bytes[index] ?? 0;
        const lower = byte | 0x20;
        const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : base;
        if (digit >= base)
            return undefined;
        value = value * base + digit;
    }
    return value;
}
function countDigits(bytes, at, most, base) {
    let count = 0;
    while (count < most && numberAt(bytes, at + count, 1, base) !== undefined)
        count++;
    return count;
}
function byteOf(character) {
    return character.charCodeAt(0);
}
const simple = new Map(Object.entries({
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '/': '/',
    '\\': '\\',
}).map(([letter, meant]) => [byteOf(letter), encoder.encode(meant)]));
const [BACKSLASH, PERCENT, AMPERSAND, HASH, SEMICOLON] = [...'\\%&#;'].map(byteOf);
const [QUOTE, APOSTROPHE, NEWLINE, CARRIAGE, OPEN, CLOSE] = [...'"\'\n\r{}'].map(byteOf);
const [LOWER_U, UPPER_U, LOWER_X, UPPER_X] = [...'uUxX'].map(byteOf);
function unicodeEscape(bytes, at) {
    if (bytes[at + 2] === OPEN) {
        const digits = countDigits(bytes, at + 3, 6, 16);
        const point = numberAt(bytes, at + 3, digits, 16) ?? 0;
        if (digits === 0 || bytes[at + 3 + digits] !== CLOSE || point > 0x10ffff)
            return undefined;
        return { length: digits + 4, bytes: utf8(point) };
    }
    const unit = numberAt(bytes, at + 2, 4, 16);
    if (unit === undefined)
        return undefined;
    const isHigh = unit >= 0xd800 && unit < 0xdc00;
    if (isHigh && bytes[at + 6] === BACKSLASH && bytes[at + 7] === LOWER_U) {
        const low = numberAt(bytes, at + 8, 4, 16);
        if (low !== undefined && low >= 0xdc00 && low < 0xe000)
            return { length: 12, bytes: utf8(0x10000 + (unit - 0xd800) * 0x400 + low - 0xdc00) };
    }
    return { length: 6, bytes: utf8(unit) };
}
/** Whether a shell puts a backslash before it, and means it: no letter, no digit. */
function isMark(byte) {
    const lower = byte | 0x20;
    const isLetter = lower >= 0x61 && lower <= 0x7a;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    return byte >= 0x20 && byte < 0x7f && !isLetter && !isDigit;
}
/** `\303`: of git, ls and printf. */
function octalEscape(bytes, at) {
    const digits = [1, 2, 3].map((place) => (bytes[at + place] ?? 0) - 0x30);
    const [first = 9, second = 9, third = 9] = digits;
    if (digits.some((digit) => digit < 0 || digit > 7) || first > 3)
        return undefined;
    return { length: 4, bytes: Uint8Array.of(first * 64 + second * 8 + third) };
}
/** JSON, and what Go, Python, HCL and shells write alike: `\"`, `\n`, `\u0026`, `\U0001f600`, `\x26`, `\046`, `\&`. */
const backslashes = {
    leads: [BACKSLASH],
    decode: (bytes, at) => {
        const letter = bytes[at + 1] ?? 0;
        const meant = simple.get(letter);
        if (meant !== undefined)
            return { length: 2, bytes: meant };
        if (letter === LOWER_U)
            return unicodeEscape(bytes, at);
        if (letter === UPPER_U) {
            const point = numberAt(bytes, at + 2, 8, 16);
            return point === undefined || point > 0x10ffff ? undefined : { length: 10, bytes: utf8(point) };
        }
        if (letter !== LOWER_X)
            return isMark(letter) ? { length: 2, bytes: Uint8Array.of(letter) } : octalEscape(bytes, at);
        const byte = numberAt(bytes, at + 2, 2, 16);
        return byte === undefined ? undefined : { length: 4, bytes: Uint8Array.of(byte) };
    },
};
/** Of URLs and forms, in either case. */
const percents = {
    leads: [PERCENT],
    decode: (bytes, at) => {
        const byte = numberAt(bytes, at + 1, 2, 16);
        return byte === undefined ? undefined : { length: 3, bytes: Uint8Array.of(byte) };
    },
};
const encodings_named = ['&amp;', '&lt;', '&gt;', '&quot;', '&apos;', '&nbsp;'].map((name, index) => ({
    name: encoder.encode(name),
    meant: encoder.encode('&<>"\' '.charAt(index)),
}));
/** Entities of HTML and XML: `&amp;`, `&#38;`, `&#x26;`. */
const entities = {
    leads: [AMPERSAND],
    decode: (bytes, at) => {
        if (bytes[at + 1] !== HASH) {
            const found = encodings_named.find(({ name }) => name.every((byte, index) => bytes[at + index] === byte));
            return found === undefined ? undefined : { length: found.name.length, bytes: found.meant };
        }
        const isHex = bytes[at + 2] === LOWER_X || bytes[at + 2] === UPPER_X;
        const [from, base] = isHex ? [at + 3, 16] : [at + 2, 10];
        const digits = countDigits(bytes, from, 7, base);
        const point = numberAt(bytes, from, digits, base) ?? 0;
        if (digits === 0 || bytes[from + digits] !== SEMICOLON || point > 0x10ffff)
            return undefined;
        return { length: from - at + digits + 1, bytes: utf8(point) };
    },
};
const interpolations = [PERCENT, byteOf('$')];
const [ONE_QUOTE, ONE_APOSTROPHE] = [Uint8Array.of(QUOTE), Uint8Array.of(APOSTROPHE)];
/** SQL, YAML, CSV and shells: `''`, `""`, `'\''`; and HCL's `$${` and `%%{`. */
const quotes = {
    leads: [QUOTE, APOSTROPHE, ...interpolations],
    decode: (bytes, at) => {
        const [first = 0, second, third] = bytes.subarray(at, at + 3);
        if (interpolations.includes(first))
            return second === first && third === OPEN ? { length: 2, bytes: Uint8Array.of(first) } : undefined;
        if (second === first)
            return { length: 2, bytes: first === QUOTE ? ONE_QUOTE : ONE_APOSTROPHE };
        const isShell = first === APOSTROPHE && second === BACKSLASH && third === APOSTROPHE;
        return isShell && bytes[at + 3] === APOSTROPHE ? { length: 4, bytes: ONE_APOSTROPHE } : undefined;
    },
};
/** As few characters does no tool put on a line that it wraps: MIME and PEM have 76 and 64. */
const NARROWEST = 48;
function isBase64(byte) {
    if (byte === undefined)
        return false;
    const lower = byte | 0x20;
    const isLetter = lower >= 0x61 && lower <= 0x7a;
    return (isLetter ||
        (byte >= 0x30 && byte <= 0x39) ||
        byte === 0x2b ||
        byte === 0x2f ||
        byte === 0x2d ||
        byte === 0x5f);
}
/** Line breaks in base64 and hexadecimal digits, with what the next line is indented by. */
const wrapped = {
    leads: [NEWLINE, CARRIAGE],
    decode: (bytes, at) => {
        for (let back = 1; back <= NARROWEST; back++)
            if (!isBase64(bytes[at - back]))
                return undefined;
        let length = 1;
        while (length < 64 && [NEWLINE, CARRIAGE, 0x20, 0x09].includes(bytes[at + length] ?? 0))
            length++;
        return isBase64(bytes[at + length]) ? { length, bytes: new Uint8Array() } : undefined;
    },
};
const encodings = [backslashes, percents, entities, quotes, wrapped];
/** By byte: the encodings whose sequences begin with it, one bit each. */
const leading = new Uint8Array(256);
for (const [index, { leads }] of encodings.entries())
    for (const lead of leads)
        leading[lead] = (leading[lead] ?? 0) | (1 << index);
const leads = encodings
    .filter((each) => each !== wrapped)
    .flatMap((each) => each.leads.map((lead) => RegExp.escape(String.fromCharCode(lead))));
const anyLead = new RegExp(`[${leads.join('')}]`);
/** From a line break on back, so that it costs nothing where there is none. */
const anyWrapped = new RegExp(`[\\r\\n](?<=[\\w+/-]{${NARROWEST}}[\\r\\n])`);
/** Whether a text may have another reading than the one as it stands. */
function mayBeEncoded(text) {
    return anyLead.test(text) || anyWrapped.test(text);
}
/** The encodings that may be in a text, one bit each. */
function mayHold(bytes) {
    let bits = 0;
    for (let at = 0; at < bytes.length; at++)
        bits |= leading[bytes[at] ?? 0] ?? 0;
    return bits;
}
/** Where the first of its sequences is; the length of the text when there is none. */
function firstOf(bytes, bit, decode) {
    let at = 0;
    while (at < bytes.length &&
        (((leading[bytes[at] ?? 0] ?? 0) & bit) === 0 || decode(bytes, at) === undefined))
        at++;
    return at;
}
/** @returns undefined when nothing in it is encoded so */
function decoded({ bytes, start, end }, bit, { decode }) {
    const first = firstOf(bytes, bit, decode);
    if (first === bytes.length)
        return undefined;
    const to = {
        bytes: new Uint8Array(bytes.length),
        start: new Uint32Array(bytes.length),
        end: new Uint32Array(bytes.length),
    };
    to.bytes.set(bytes.subarray(0, first));
    for (let at = 0; at < first; at++) {
        to.start[at] = start?.[at] ?? at;
        to.end[at] = end?.[at] ?? at + 1;
    }
    let length = first;
    for (let at = first; at < bytes.length;) {
        const isLead = ((leading[bytes[at] ?? 0] ?? 0) & bit) !== 0;
        const meaning = isLead ? decode(bytes, at) : undefined;
        const taken = meaning?.length ?? 1;
        const meant = meaning?.bytes ?? bytes.subarray(at, at + 1);
        const last = at + taken - 1;
        for (const byte of meant) {
            to.bytes[length] = byte;
            to.start[length] = start?.[at] ?? at;
            to.end[length] = end?.[last] ?? last + 1;
            length++;
        }
        at += taken;
    }
    return {
        bytes: to.bytes.subarray(0, length),
        start: to.start.subarray(0, length),
        end: to.end.subarray(0, length),
    };
}
/** A text is taken to be written within another one so many times, and to have so many readings. */
const encodings_DEEPEST = 3;
const MOST_READINGS = 24;
/** A text as it stands, and as it reads when what is encoded in it is decoded, also when it was encoded several times. */
function readingsOf(bytes) {
    const readings = [{ bytes, start: undefined, end: undefined }];
    let level = readings.slice();
    for (let depth = 0; depth < encodings_DEEPEST; depth++) {
        const next = [];
        for (const stream of level) {
            const held = mayHold(stream.bytes);
            for (const [index, encoding] of encodings.entries()) {
                const bit = 1 << index;
                const reading = (held & bit) === 0 ? undefined : decoded(stream, bit, encoding);
                const isNew = reading !== undefined && !readings.some((other) => Buffer.compare(other.bytes, reading.bytes) === 0);
                if (!isNew || reading === undefined)
                    continue;
                next.push(reading);
                readings.push(reading);
                if (readings.length === MOST_READINGS)
                    return readings;
            }
        }
        level = next;
    }
    return readings;
}

// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var masked = __webpack_require__(2394);
;// CONCATENATED MODULE: ./build/toolkit/redact/redactor.js








/** So many groups of one magnitude stand side by side, then they become one. */
const SIDE_BY_SIDE = 8;
function magnitude({ bytes }) {
    return Math.floor(Math.log(bytes) / Math.log(SIDE_BY_SIDE));
}
/**
 * Automata for parts of the secrets. To look through one more costs little, and to make one costs a lot: a run learns
 * a token here and there, and tells something after each.
 */
class Automata {
    steps = 0;
    #groups = [];
    #pending = [];
    /** Of all patterns; to be made anew when there are more. */
    #mayHold;
    get isEmpty() {
        return this.#groups.length === 0 && this.#pending.length === 0;
    }
    add(patterns) {
        for (const pattern of patterns)
            this.#pending.push(pattern);
        this.#mayHold = 'unknown';
    }
    clear() {
        this.#groups = [];
        this.#pending = [];
    }
    /** The readings of a text that have to be looked through: of nearly all texts none, and then nothing is built for it. */
    toScan(text) {
        if (this.#mayHold === 'unknown')
            this.#mayHold = beginningsOf(this.#patterns());
        const mayHold = this.#mayHold;
        if (mayHold !== undefined && !mayBeEncoded(text) && !mayHold(text))
            return [];
        const readings = readingsOf(Buffer.from(text));
        return mayHold === undefined ? readings : readings.filter(({ bytes }) => mayHold(latin1(bytes)));
    }
    /**
     * The bytes of a text that are part of a secret: `[start, end)`, in order, apart from each other.
     * @param length of the text in bytes
     */
    matchesIn(readings, length) {
        this.#build();
        let edges;
        for (const { bytes: read, start, end } of readings) {
            for (const { automaton } of this.#groups) {
                const before = automaton.steps;
                automaton.scan(read, (from, to, partlyBefore, partlyAfter) => {
                    edges ??= new Int32Array(length + 1);
                    const first = partlyBefore && isBase64(read[from - 1]) ? from - 1 : from;
                    const last = partlyAfter && isBase64(read[to]) ? to : to - 1;
                    const opens = start === undefined ? first : (start[first] ?? 0);
                    const closes = end === undefined ? last + 1 : (end[last] ?? 0);
                    edges[opens] = (edges[opens] ?? 0) + 1;
                    edges[closes] = (edges[closes] ?? 0) - 1;
                });
                this.steps += automaton.steps - before;
            }
        }
        return edges === undefined ? [] : rangesOf(edges);
    }
    *#patterns() {
        for (const { patterns } of this.#groups)
            yield* patterns;
        yield* this.#pending;
    }
    #build() {
        if (this.#pending.length === 0)
            return;
        let groups = groupsOf(this.#pending);
        this.#pending = [];
        while (groups.length > 0) {
            this.#groups.push(...groups);
            const [added] = groups; // there is one
            const alike = this.#groups.filter((group) => magnitude(group) === magnitude(added));
            const full = alike.length < SIDE_BY_SIDE || added.bytes * SIDE_BY_SIDE > MOST_PATTERN_BYTES;
            groups = full ? [] : groupsOf(alike.flatMap(({ patterns }) => patterns));
            if (!full)
                this.#groups = this.#groups.filter((group) => !alike.includes(group));
        }
    }
}
function latin1({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
function groupOf(patterns) {
    const bytes = patterns.reduce((sum, each) => sum + each.bytes.length, 0);
    return { patterns, bytes, automaton: new Automaton(patterns) };
}
/** Patterns in groups of which an automaton can be made. */
function groupsOf(patterns) {
    const groups = [[]];
    let bytes = 0;
    for (const pattern of patterns) {
        bytes += pattern.bytes.length;
        if (bytes > MOST_PATTERN_BYTES) {
            groups.push([]);
            bytes = pattern.bytes.length;
        }
        groups.at(-1)?.push(pattern);
    }
    return groups.map(groupOf);
}
function rangesOf(edges) {
    const ranges = [];
    let depth = 0;
    let start = 0;
    for (const [at, edge] of edges.entries()) {
        if (depth === 0 && edge > 0)
            start = at;
        if (depth > 0 && depth + edge === 0)
            ranges.push([start, at]);
        depth += edge;
    }
    return ranges;
}
function isContinuation(byte) {
    return byte !== undefined && (byte & 0xc0) === 0x80;
}
/** Half a character is no text. */
function maskRanges(bytes, ranges) {
    const parts = [];
    let done = 0;
    for (const [start, end] of ranges) {
        let [from, to] = [start, end];
        while (isContinuation(bytes[from]))
            from--;
        while (isContinuation(bytes[to]))
            to++;
        if (from > done || done === 0)
            parts.push(bytes.toString('utf8', done, from), masked/* MASK */.v5);
        done = to;
    }
    return [...parts, bytes.toString('utf8', done)].join('');
}
/** Longer texts are said once; how many shorter ones are kept, as they are when they are masked. */
const LONGEST_KEPT = 300;
const MOST_KEPT = 20_000;
/**
 * @param announce is called once with every text that is masked wherever it stands, line by line, before it can be
 * printed: a runner's `add-mask`
 */
function createRedactor(announce = () => undefined) {
    const registered = new Map();
    /** What is masked, and by how much it is certain. */
    const telling = new Map();
    const identifiers = new Set();
    const announced = new Set();
    const automata = new Automata();
    /** What was masked before: a plan is told in several places, and says the same words of many objects. */
    const kept = new Map();
    const isIdentifier = ({ text, certainty }) => identifiers.has(text.trim()) && (certainty !== 'always' || (0,ordinary/* isOrdinary */.P)(text));
    const learn = (part) => {
        if (!isTelling(part) || masked/* MASK */.v5.includes(part.text))
            return;
        const known = telling.get(part.text);
        if (known === 'always' || known === part.certainty)
            return;
        telling.set(part.text, part.certainty);
        if (isIdentifier(part))
            return;
        automata.add(formsOf(part.text));
        kept.clear();
        if (announced.has(part.text) || /[\r\n]/.test(part.text))
            return;
        announced.add(part.text);
        announce(part.text);
    };
    const register = (part) => {
        const known = registered.get(part.text);
        if (known === 'always' || known === part.certainty)
            return;
        registered.set(part.text, part.certainty);
        for (const each of partsOf(part))
            learn(each);
    };
    const mask = (text) => {
        if (automata.isEmpty || text === '')
            return text;
        const before = kept.get(text);
        if (before !== undefined)
            return before;
        const readings = automata.toScan(text);
        if (readings.length === 0)
            return text;
        const bytes = Buffer.from(text);
        const ranges = automata.matchesIn(readings, bytes.length);
        const after = (ranges.length === 0 ? text : maskRanges(bytes, ranges));
        if (kept.size >= MOST_KEPT)
            kept.clear();
        if (text.length <= LONGEST_KEPT)
            kept.set(text, after);
        return after;
    };
    return {
        add: (secret) => register({ text: secret, certainty: 'always' }),
        addSensitive: (value, name = '') => register({
            text: value,
            certainty: (0,names/* namesSecret */.L)(name) && !(0,names/* refersToSecret */.Z)(name, value) ? 'named' : 'marked',
        }),
        addIdentifiers: (names) => {
            const fresh = [...names].map((name) => name.trim()).filter((name) => !identifiers.has(name));
            for (const name of fresh)
                identifiers.add(name);
            if (!fresh.some((name) => telling.has(name)))
                return;
            automata.clear();
            kept.clear();
            for (const [text, certainty] of telling)
                if (!isIdentifier({ text, certainty }))
                    automata.add(formsOf(text));
        },
        mask,
        masked: (value) => (0,masked/* maskedCopy */.f7)(value, mask),
        maskJson: (text) => (0,masked/* maskedJson */.az)(text, mask),
        get steps() {
            return automata.steps;
        },
    };
}

// EXTERNAL MODULE: ./build/toolkit/transport/proxies.js
var proxies = __webpack_require__(2723);
// EXTERNAL MODULE: ./build/toolkit/runtime/logger.js
var logger = __webpack_require__(228);
// EXTERNAL MODULE: ./build/toolkit/runtime/own-folder.js
var own_folder = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/toolkit/runtime/create-world.js
/** What a step gets from its host. */







const VERSION = '0.1.0';
/** What a job has in its environment and inputs, as far as their names, or passwords in URLs, say that it is secret. */
function redactorOf(host) {
    const redactor = createRedactor((secret) => host.mask(secret));
    for (const secret of (0,proxies.proxySecrets)(host.childEnvironment))
        redactor.add(secret);
    for (const [name, value] of Object.entries(host.childEnvironment)) {
        const isToken = name.startsWith('TF_TOKEN_');
        if (isToken || (0,names/* namesSecret */.L)(name) || holdsPassword(value))
            redactor.addSensitive(value, isToken ? 'token' : name);
    }
    for (const [name, value] of Object.entries(host.inputs))
        if (holdsPassword(value) || name === 'github-token')
            redactor.addSensitive(value, name);
    if (host.artifacts !== undefined)
        redactor.add(host.artifacts.token);
    return redactor;
}
/** What needs no folder of its own. */
function createEdge(host, signal) {
    const redactor = redactorOf(host);
    return {
        clock: host.clock,
        log: (0,logger/* createLogger */.h)(host, redactor),
        signal,
        random: host.random,
        env: host.childEnvironment,
        workspace: host.workspace,
        redactor,
        run: host.run,
        machine: host.machine,
        toolVersion: VERSION,
        mayRequestIdToken: host.mayRequestIdToken,
        idToken: async (audience) => {
            if (!host.mayRequestIdToken)
                throw (0,permission/* idTokenPermission */.G)();
            const token = await host.idToken(audience, signal);
            redactor.add(token);
            return token;
        },
        saveState: host.saveState,
    };
}
function createWorld({ name }, host, signal) {
    let temp;
    // What comes after this process knows it from the start.
    if (!host.alone)
        temp = (0,own_folder/* makeOwnFolder */.xc)(name, host);
    return {
        ...createEdge(host, signal),
        get temp() {
            temp ??= (0,own_folder/* makeOwnFolder */.xc)(name, host);
            return temp;
        },
    };
}


/***/ }),

/***/ 228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createLogger)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2286);
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2394);
/* harmony import */ var _report_failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3817);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6908);




/** Milliseconds between two lines about the same. */
const TELL_MS = 10_000;
/** A log whose every line is masked, and that untrusted text cannot use to command the runner. */
function createLogger(host, redactor) {
    const page = (0,_report_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .errorsPageOf */ .u6)(host.run);
    const { wording = (text) => text } = host;
    const print = (text) => host.print((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmed */ .yN)(redactor.mask(text)));
    /** When was told how it stands, where there is no line that is written anew. */
    let told;
    const progress = (text, first) => {
        const now = host.clock().getTime();
        told ??= first === undefined ? now : now - TELL_MS;
        if (now - told < TELL_MS)
            return;
        told = now;
        print(text);
    };
    return {
        colour: host.colour,
        info: print,
        debug: (text) => {
            if (host.debug)
                print(text);
        },
        progress: (text, first) => {
            if (host.live !== undefined) {
                if (text === undefined)
                    host.live.clear();
                else
                    host.live.show((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmedLine */ .kx)(redactor.mask(text)));
            }
            else if (text === undefined)
                told = undefined;
            else
                progress(text, first);
        },
        group: async (title, work) => {
            host.startGroup((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmedLine */ .kx)(redactor.mask(title)));
            try {
                return await work();
            }
            finally {
                host.endGroup();
            }
        },
        notice: (text) => host.annotate('notice', (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmed */ .yN)(redactor.mask(wording(text))), undefined, undefined),
        warning: (text) => host.annotate('warning', (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmed */ .yN)(redactor.mask(wording(text))), undefined, undefined),
        failure: (given) => {
            const failure = redactor.masked(given);
            const place = failure.source === undefined ? '' : `${(0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j)(failure.source)}: `;
            const message = (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .rendered */ .gj)(failure, `${place}${wording(failure.message)}\n${(0,_report_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .pageOf */ .ZZ)(failure, page)}`);
            host.annotate('error', (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .disarmed */ .yN)(message), failure.source, failure.code);
        },
    };
}


/***/ }),

/***/ 6908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kx: () => (/* binding */ disarmedLine),
/* harmony export */   xn: () => (/* binding */ lineWithoutCommands),
/* harmony export */   yN: () => (/* binding */ disarmed)
/* harmony export */ });
/* unused harmony export withoutCommands */
/* harmony import */ var _redact_masked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2394);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8819);
/**
 * What a runner would take for a command, in texts of others.
 *
 * It reads a line that begins with `::name`, behind whatever .NET trims, and finds `##[name]` anywhere in a line; a line
 * ends with `\n`, `\r` or both. Where its comparison passes over invisible characters, it still reads the name at a fixed
 * distance, so that a break within the mark is enough. Source: actions/runner, ActionCommand.cs and OutputManager.cs.
 */


/** Not seen, and between the characters of a mark. */
const BREAK = '\u200b';
/** Colours and weights stay, as in our own reports; no other escape sequence does. */
const COLOUR = new RegExp(`(${String.fromCharCode(0x1b)}\\[(?:[0-4]|2[1-4]|3[0-79]|9[0-7])m)`);
function withoutMarks(line) {
    // What `printable` leaves at the beginning of a line is white space to JavaScript where it is to .NET.
    const begin = line.length - line.trimStart().length;
    const first = line.startsWith('::', begin)
        ? `${line.slice(0, begin)}:${BREAK}:${line.slice(begin + 2)}`
        : line;
    return first.replaceAll('##[', `##${BREAK}[`);
}
/** A text of any number of lines in which everything can be seen, and that commands no runner. */
function withoutCommands(text) {
    const seen = text
        .split(COLOUR)
        .map((part, index) => (index % 2 === 0 ? (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(part) : part))
        .join('');
    return seen.split('\n').map(withoutMarks).join('\n');
}
/** The same on one line: a title, or the name of a file. */
function lineWithoutCommands(text) {
    return withoutMarks((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text));
}
/** A text that is masked, without commands. */
function disarmed(text) {
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(text, withoutCommands(text));
}
/** The same on one line. */
function disarmedLine(text) {
    return (0,_redact_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .rendered */ .gj)(text, lineWithoutCommands(text));
}


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
