export const id = "toolkit-runtime-hand-on";
export const ids = [4956,9938,9904];
export const modules = {

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ArtifactRefusal),
/* harmony export */   Q: () => (/* binding */ connectArtifacts)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _identity_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6579);
/* harmony import */ var _transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5134);
/* harmony import */ var _transport_retry_after_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3314);
/**
 * What keeps the artifacts of a run at GitHub, as the runner lets the actions of its jobs reach it. A job sees the
 * artifacts of its own run, whatever `permissions:` says, and those of no other. The protocol is the one of version 7 of
 * GitHub's own upload-artifact; its library would bring 261 packages.
 */





/** Milliseconds for one answer. */
const DEADLINE = 30_000;
const Claims = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ scp: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token) {
    const { scp } = Claims.parse((0,_identity_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token));
    const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? [];
    if (run === undefined || job === undefined)
        throw new Error('the token of the runner is for no artifacts');
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
/** The service has answered, and not done what it was asked for. */
class ArtifactRefusal extends Error {
    status;
    /** Milliseconds that it asks to be left alone. */
    pause;
    constructor({ status, text, headers }) {
        super(`${status} ${node_http__WEBPACK_IMPORTED_MODULE_0__.STATUS_CODES[status]}: ${text.slice(0, 300)}`);
        this.status = status;
        this.pause = (0,_transport_retry_after_js__WEBPACK_IMPORTED_MODULE_4__/* .retryAfter */ .P)(headers);
    }
}
function accepted(answered) {
    if (answered.status < 200 || answered.status > 299)
        throw new ArtifactRefusal(answered);
    return answered;
}
/** Protocol buffers have two spellings of a name in JSON, and a reader takes either. */
function inSnakeCase(value) {
    if (Array.isArray(value))
        return value.map(inSnakeCase);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        inSnakeCase(member),
    ]));
}
/** @throws for a token that is for no artifacts, before anything is sent */
function connectArtifacts({ url, token }, { env, signal }) {
    const ids = idsIn(token);
    const connections = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .keepConnections */ .FQ)({ most: 1, proxies: env });
    const shared = { connections, signal, deadline: DEADLINE };
    return {
        call: async (method, body, answer) => {
            const { text } = accepted(await (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({
                method: 'POST',
                url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
                headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                body: JSON.stringify({ ...ids, ...body }),
                ...shared,
            }));
            return answer.parse(inSnakeCase(JSON.parse(text)));
        },
        put: async (address, body, headers) => {
            accepted(await (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({ method: 'PUT', url: new URL(address), headers, body, ...shared }));
        },
        get: async (address, largest) => {
            const got = (0,_transport_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({ method: 'GET', url: new URL(address), headers: {}, largest, ...shared });
            return accepted(await got).body;
        },
        close: () => connections.close(),
    };
}


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadArtifact: () => (/* binding */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var classic_schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return api/* _coercedString */.K_(classic_schemas/* ZodString */.NDH, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

// EXTERNAL MODULE: ./build/toolkit/github/artifact-service.js
var artifact_service = __webpack_require__(1717);
;// CONCATENATED MODULE: ./build/toolkit/github/artifact.js
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it.
 */




/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Created = classic_schemas/* object */.Ikc({ ok: classic_schemas/* literal */.euz(true), signed_upload_url: classic_schemas/* url */.OZ5() });
const Finalized = classic_schemas/* object */.Ikc({ ok: classic_schemas/* literal */.euz(true), artifact_id: string().regex(/^\d+$/) });
/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice here
 */
async function uploadArtifact(service, { name, files, env, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const connection = (0,artifact_service/* connectArtifacts */.Q)(service, { env, signal });
    try {
        const zip = (0,esm/* zipSync */.L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,esm/* strToU8 */._u)(text)])));
        const { signed_upload_url: address } = await connection.call('CreateArtifact', { name, version: 7, mime_type: ZIP }, Created);
        await connection.put(address, zip, { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP });
        const hash = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(zip).digest('hex')}`;
        const size = String(zip.length);
        return (await connection.call('FinalizeArtifact', { name, size, hash }, Finalized)).artifact_id;
    }
    finally {
        connection.close();
    }
}


/***/ }),

/***/ 6579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   s: () => (/* binding */ ownClaims)
/* harmony export */ });
/**
 * The claims of a JWT, unverified: a token that was just given to us is read to say what it offers, never to decide
 * whether somebody else's is right. Shape: RFC 7519, section 3.
 */
function claimsOf(token) {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** For an ID token that is only read. */
const AUDIENCE = 'omninode_infra';
/** What GitHub vouches for about this job: its issuer, its environment, its workflow. */
async function ownClaims(idToken) {
    return claimsOf(await idToken(AUDIENCE));
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* unused harmony export backoff */
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


/***/ }),

/***/ 5537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseSecrets: () => (/* binding */ refuseSecrets),
/* harmony export */   refuseShownSecrets: () => (/* binding */ refuseShownSecrets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** A review is compared word by word, so nothing of it can be masked; values count in it by their hashes alone. */

function partsOf({ target, name = '', where, with: means, from, changes }) {
    return {
        'its target': [target, name],
        'its place': where,
        'its inputs': means,
        'the name of a file': Object.keys(from),
        'the address of a change': changes.map(({ address }) => address),
    };
}
/** What counts in addition where the plan goes on to somebody who makes its review of what is shown. */
function shownParts({ from, sources, released, changes }) {
    const values = changes.map(({ kind, before, after }) => ({ kind, before, after }));
    return {
        'what it is made from': [from, sources],
        'what it replaces': released,
        'a value of a change': values,
    };
}
function refuse(told, { redactor }, fix) {
    for (const [part, value] of Object.entries(told)) {
        const plain = JSON.stringify(value);
        if (redactor.maskJson(plain) === plain)
            continue;
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'REVIEW_HOLDS_SECRET',
            what: `This plan cannot be published: ${part} holds a secret.`,
            why: 'What is reviewed is compared word by word when it is applied, so nothing of it can be masked.',
            fix,
        });
    }
}
/** @throws Failure REVIEW_HOLDS_SECRET for a plan that is named by one */
function refuseSecrets(plan, world) {
    refuse(partsOf(plan), world, 'Name the thing by something that is no secret.');
}
/**
 * @param hashes of what is sensitive in it
 * @throws Failure REVIEW_HOLDS_SECRET for a plan of which what is shown would not be what is compared
 */
function refuseShownSecrets(plan, hashes, world) {
    refuseSecrets(plan, world);
    refuse({ ...shownParts(plan), 'the name of a sensitive value': [...hashes.keys()] }, world, 'Mark the value as sensitive where it is declared, so that it counts by its hash, or publish in this job (`publish: here`).');
}


/***/ }),

/***/ 4989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  handOn: () => (/* binding */ handOn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/github/artifact.js + 1 modules
var artifact = __webpack_require__(2223);
// EXTERNAL MODULE: ./build/toolkit/github/artifact-service.js
var artifact_service = __webpack_require__(1717);
// EXTERNAL MODULE: ./build/toolkit/model/ending.js
var model_ending = __webpack_require__(184);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/redact/masked.js
var redact_masked = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/toolkit/github/zip-entry.js
/**
 * The one file of a zip archive that somebody else may have written. Read is just the form that our own archives have
 * (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16): one entry, nothing before, between or after its parts, so that
 * no two readers can see two different files in it.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Names are UTF-8; the only flag that may be set. */
const UTF8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];
function wanted(condition, otherwise) {
    if (!condition)
        throw new Error(otherwise);
}
/**
 * @param largest bytes of the file, unpacked
 * @throws Error that says what is wrong with the archive
 */
function zip_entry_onlyEntry(zip, name, largest) {
    wanted(zip.length >= LOCAL_BYTES + CENTRAL_BYTES + END_BYTES, 'it is no whole zip archive');
    const end = zip.length - END_BYTES;
    wanted(zip.readUInt32LE(end) === END && zip.readUInt16LE(end + 20) === 0, 'it is no whole zip archive, or something stands behind it');
    const entries = zip.readUInt16LE(end + 10);
    wanted(entries === 1 && zip.readUInt16LE(end + 8) === 1, `it holds ${entries} files, and not one`);
    const central = zip.readUInt32LE(end + 16);
    wanted(central + zip.readUInt32LE(end + 12) === end && central >= LOCAL_BYTES && central + CENTRAL_BYTES <= end, 'its directory is not where it says');
    wanted(zip.readUInt32LE(central) === CENTRAL && zip.readUInt32LE(0) === LOCAL, 'it does not begin with its one file');
    const [flags, method] = [zip.readUInt16LE(central + 8), zip.readUInt16LE(central + 10)];
    const [sum, packed, size] = [16, 20, 24].map((at) => zip.readUInt32LE(central + at)); // three of them
    const nameBytes = zip.readUInt16LE(central + 28);
    wanted(central + CENTRAL_BYTES + nameBytes === end &&
        zip.readUInt16LE(central + 30) === 0 &&
        zip.readUInt16LE(central + 32) === 0, 'its directory holds more than one plain name');
    const called = zip.subarray(central + CENTRAL_BYTES, end);
    wanted(called.equals(Buffer.from(name)), `its file is not called ${name}`);
    // The upper half are the rights that Unix gives a file, and its kind: none, or a regular one.
    const kind = zip.readUInt32LE(central + 38) >>> 28;
    wanted(kind === 0 || kind === 0o10, 'what it holds is no regular file');
    wanted((flags & ~UTF8) === 0, 'its file is encrypted, or of a form that is not read');
    wanted(zip.readUInt32LE(central + 42) === 0, 'it does not begin with its one file');
    const data = LOCAL_BYTES + nameBytes;
    wanted(data + packed === central &&
        zip.readUInt16LE(6) === flags &&
        zip.readUInt16LE(8) === method &&
        zip.readUInt32LE(14) === sum &&
        zip.readUInt32LE(18) === packed &&
        zip.readUInt32LE(22) === size &&
        zip.readUInt16LE(26) === nameBytes &&
        zip.readUInt16LE(28) === 0 &&
        zip.subarray(LOCAL_BYTES, data).equals(called), 'its directory and its file contradict each other');
    wanted(size <= largest, `its file has ${size} bytes, and ${largest} are the most`);
    const bytes = unpacked(zip.subarray(data, central), method, size);
    wanted(bytes.length === size && crc32(bytes) === sum, 'its file is not what its directory says');
    return bytes;
}
function unpacked(bytes, method, size) {
    if (method === STORED)
        return bytes;
    wanted(method === DEFLATED, `its file is packed by method ${method}`);
    try {
        // No more than was said, whatever is in it. One byte at least: zlib takes no less.
        const { buffer, engine } = inflateRawSync(bytes, {
            maxOutputLength: Math.max(1, size),
            info: true,
        }); // what `info` gives; its types do not say so
        if (engine.bytesWritten !== bytes.length)
            throw new Error('something stands behind what is packed');
        return buffer;
    }
    catch (error) {
        throw new Error(`its file cannot be unpacked (${error.message})`);
    }
}

// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: ./build/toolkit/model/evidence.js
var evidence = __webpack_require__(9718);
// EXTERNAL MODULE: ./build/toolkit/model/finding.js
var finding = __webpack_require__(3358);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var model_mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./build/toolkit/model/part.js
var part = __webpack_require__(6110);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js
var model_plan = __webpack_require__(8888);
// EXTERNAL MODULE: ./build/toolkit/model/sensitive.js
var sensitive = __webpack_require__(6183);
// EXTERNAL MODULE: ./build/toolkit/model/source.js
var source = __webpack_require__(2286);
// EXTERNAL MODULE: ./build/toolkit/model/step.js
var step = __webpack_require__(8149);
// EXTERNAL MODULE: ./build/toolkit/report/markdown.js
var markdown = __webpack_require__(8819);
;// CONCATENATED MODULE: ./build/toolkit/review/hand-over.js
/**
 * What a job hands on of its plan to the job that publishes it. The publisher holds none of the files that it was made
 * from, and takes the word of whoever wrote it for nothing but what it shows: the review that it signs is made of that.
 */















/** How the names of the artifacts begin in which plans are handed on. */
const HAND_OVER = 'omninode-hand-over-';
/** The only file in one. */
const HAND_OVER_FILE = 'hand-over.json';
const VERSION = 2;
/** Bytes of it, packed or unpacked. */
const LARGEST_HAND_OVER = 8 * 2 ** 20;
/** Brackets within brackets: nothing that is shown goes deeper. */
const DEEPEST = 100;
/** Milliseconds: how long a run may live at GitHub, and how much clocks differ. */
const [OLDEST, SKEW] = [35 * 24 * 3_600_000, 5 * 60_000];
/** UTF-16 units. */
const LONGEST = { target: 10_000, name: 200, words: 2_000, text: 20_000 };
/** A text on one line in which everything can be seen: what is written is what is read. */
function plain(longest) {
    return schemas/* string */.YjP()
        .max(longest)
        .refine((text) => (0,markdown/* printable */.g$)(text) === text && text.trim() === text && !/[\t\n]/.test(text), 'must be one line without characters that cannot be seen');
}
const HandedFailure = schemas/* strictObject */.rej({
    code: schemas/* string */.YjP().regex(/^[A-Z][A-Z0-9_]{1,63}$/),
    what: schemas/* string */.YjP().min(1).max(LONGEST.text),
    why: schemas/* string */.YjP().max(LONGEST.text).optional(),
    fix: schemas/* string */.YjP().max(LONGEST.text).optional(),
    source: source/* Source */.k.optional(),
});
const HandedPlan = schemas/* strictObject */.rej({
    target: plain(LONGEST.target).min(1),
    name: plain(LONGEST.name).min(1).optional(),
    where: model_plan/* Ingredients */.DK,
    with: model_plan/* Ingredients */.DK,
    from: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    sources: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    released: schemas/* record */.g1P(schemas/* string */.YjP(), model_plan/* Remembered */.dX),
    grounds: change/* ShortHash */.z$.optional(),
    createdAt: iso/* datetime */.w$(),
    changes: schemas/* array */.YOg(change/* Change */.lY),
    findings: schemas/* array */.YOg(finding/* Finding */.wI),
    evidence: schemas/* array */.YOg(evidence/* Evidence */.o),
    parts: schemas/* array */.YOg(part/* Part */.e),
    /** Of the hashes of sensitive values, in hexadecimal. */
    salt: schemas/* string */.YjP().regex(/^[0-9a-f]{32}$/),
    /** Address of a change, or name of an ingredient \u2192 the hash of what is sensitive there. */
    sensitive: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().regex(/^scrypt:[0-9a-f]{64}$/)),
});
/** The form of the file, frozen: whatever changes it makes another version. */
const HandOver = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(VERSION),
    step: step/* StepName */.m,
    /** By whose job: it must be one of the run that publishes. */
    repositoryId: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    attempt: schemas/* int */.Whr().positive(),
    pullRequest: schemas/* int */.Whr().positive().optional(),
    /** The head of the pull request, or what a merge queue would merge. */
    commit: schemas/* string */.YjP(),
    /** What of the inputs names the place. */
    asked: schemas/* strictObject */.rej({
        words: schemas/* string */.YjP().max(LONGEST.words),
        hash: schemas/* string */.YjP().regex(/^[0-9a-f]{12}$/),
    }),
    plan: HandedPlan.optional(),
    /** Of a plan that failed: where it was of, as far as that is known, why, and whether it was cancelled. */
    target: plain(LONGEST.target).min(1).optional(),
    failures: schemas/* array */.YOg(HandedFailure).max(100),
    cancelled: schemas/* boolean */.zMY(),
});
/** What was shown by this run is of this commit. */
function shownCommit({ pullRequest, sha }) {
    return pullRequest?.headSha ?? sha;
}
function cut(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}\u2026`;
}
/** The text of the file. */
function handOverText(given) {
    const { step, asked, run, target, failures, cancelled, plan, salt, hashes } = given;
    const written = {
        version: VERSION,
        step,
        repositoryId: run.repositoryId,
        run: run.id,
        attempt: Number(run.attempt),
        ...(run.pullRequest === undefined ? {} : { pullRequest: run.pullRequest.number }),
        commit: shownCommit(run),
        asked: { words: cut(asked.words, LONGEST.words), hash: asked.hash },
        ...(plan === undefined ? {} : { plan: planToHandOn(plan, salt, hashes) }),
        ...(target === undefined || plan !== undefined ? {} : { target }),
        failures: failures.slice(0, 100).map(({ code, what, why, fix, source }) => ({
            code,
            what: cut(what, LONGEST.text),
            ...(why === undefined ? {} : { why: cut(why, LONGEST.text) }),
            ...(fix === undefined ? {} : { fix: cut(fix, LONGEST.text) }),
            ...(source === undefined ? {} : { source }),
        })),
        cancelled,
    };
    return (0,redact_masked/* rendered */.gj)([asked.words, failures, ...(plan === undefined ? [] : [plan])], JSON.stringify(written));
}
function planToHandOn(plan, salt, hashes) {
    const { target, name, where, from, sources, released, grounds, createdAt } = plan;
    const { changes, findings, evidence, parts } = plan;
    const counted = new Set((0,model_plan/* effectiveChanges */.Jp)(plan).map(({ address }) => address));
    return {
        target,
        ...(name === undefined ? {} : { name }),
        where,
        with: plan.with,
        from,
        sources,
        released,
        ...(grounds === undefined ? {} : { grounds }),
        createdAt,
        changes,
        findings,
        evidence,
        parts,
        salt,
        sensitive: Object.fromEntries([...hashes].filter(([named]) => counted.has(named) || (0,sensitive/* isIngredient */.g)(named))),
    };
}
function invalid(why) {
    return new Failure({
        code: 'HAND_OVER_INVALID',
        what: 'A plan that a job has handed on cannot be read.',
        why: `${why}.`,
        fix: 'Run the workflow again; look at the job that has handed it on, and at what else runs in it, when it stays so.',
    });
}
function elsewhere(what, said, own) {
    return new Failure({
        code: 'HAND_OVER_ELSEWHERE',
        what: `A plan that a job has handed on says that its ${what} is ${JSON.stringify(said)?.slice(0, 100) ?? 'none'}.`,
        why: `This run's is ${String(own ?? 'none')}: what is published is of the run itself.`,
        fix: 'Look at the job that has handed it on, and at what else runs in it: our own steps hand on what this run is for.',
    });
}
/** @throws Failure for brackets so deep that reading them would take the stack */
function checkDepth(text) {
    let [depth, quoted] = [0, false];
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (quoted) {
            if (character === '\\')
                index++;
            else if (character === '"')
                quoted = false;
        }
        else if (character === '"')
            quoted = true;
        else if (character === '{' || character === '[') {
            if (++depth > DEEPEST)
                throw invalid(`It is nested more than ${DEEPEST} deep`);
        }
        else if (character === '}' || character === ']')
            depth--;
    }
}
function jsonIn(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        checkDepth(text);
        return JSON.parse(text, (key, value) => {
            if (key === '__proto__')
                throw new Error('it names a member __proto__');
            return value;
        });
    }
    catch (error) {
        if (error instanceof Failure)
            throw error;
        throw invalid(`It is no JSON: ${error.message.slice(0, 200)}`);
    }
}
function written(value) {
    const version = z.looseObject({ version: z.unknown() }).safeParse(value).data?.version;
    if (version !== VERSION)
        throw new Failure({
            code: 'HAND_OVER_VERSION',
            what: `A job has handed on a plan in version ${JSON.stringify(version)?.slice(0, 50) ?? 'none'} of its form.`,
            why: `This is read: version ${VERSION}.`,
            fix: 'Use the steps and the publisher at the same version.',
        });
    const parsed = HandOver.safeParse(value);
    if (!parsed.success)
        throw invalid(mismatch(parsed.error, value).slice(0, 500));
    // What a form leaves out is neither shown nor compared, and so must not be there.
    if (canonicalJson(parsed.data) !== canonicalJson(value))
        throw invalid('It holds more than its form has a place for');
    return parsed.data;
}
function checkRun(said, own) {
    const attempt = Number(own.attempt);
    const pairs = [
        ['repository', said.repositoryId, own.repositoryId],
        ['run', said.run, own.id],
        ['pull request', said.pullRequest, own.pullRequest?.number],
        ['commit', said.commit, shownCommit(own)],
        ['attempt', said.attempt, Math.min(said.attempt, attempt)],
    ];
    for (const [what, one, other] of pairs)
        if (one !== other)
            throw elsewhere(what, one, other);
}
/** @throws Failure for what would be more, or less, than what is shown */
function planIn(given, step, now) {
    const { salt: _salt, sensitive, createdAt, ...parts } = given;
    const made = new Date(createdAt);
    const age = now.getTime() - made.getTime();
    if (!(age > -SKEW && age < OLDEST))
        throw invalid(`It says that it was made at ${createdAt}`);
    const addresses = effectiveChanges(parts).map(({ address }) => address);
    if (new Set(addresses).size !== addresses.length)
        throw invalid('Two of its changes have the same address');
    const known = new Set(addresses);
    for (const name of Object.keys(sensitive))
        if (!known.has(name) && !isIngredient(name))
            throw invalid(`It holds a hash of ${name.slice(0, 100)}, which is none of its changes`);
    return makePlan({ ...parts, step, createdAt: made, sensitive: Sensitive.none });
}
/** @throws Failure HAND_OVER_INVALID, HAND_OVER_VERSION or HAND_OVER_ELSEWHERE */
function readHandOver(zip, own, now) {
    let bytes;
    try {
        bytes = onlyEntry(zip, HAND_OVER_FILE, LARGEST_HAND_OVER);
    }
    catch (error) {
        throw invalid(`In its archive, ${error.message}`);
    }
    const said = written(jsonIn(bytes));
    checkRun(said, own);
    const { step, attempt, asked, cancelled, plan } = said;
    if (plan === undefined ? said.failures.length === 0 && !cancelled : said.failures.length > 0 || cancelled)
        throw invalid('It is neither a plan nor the reasons why there is none');
    if (plan !== undefined && said.target !== undefined)
        throw invalid('It names two targets');
    return {
        step,
        attempt,
        asked,
        target: plan?.target ?? said.target,
        plan: plan === undefined ? undefined : planIn(plan, step, now),
        sensitive: plan === undefined ? undefined : { salt: plan.salt, hashes: new Map(Object.entries(plan.sensitive)) },
        failures: said.failures.map(({ source, why, fix, ...failure }) => new Failure({
            ...failure,
            ...(why === undefined ? {} : { why }),
            ...(fix === undefined ? {} : { fix }),
            ...(source === undefined ? {} : { source }),
        })),
        cancelled,
    };
}

// EXTERNAL MODULE: ./build/toolkit/review/holds-secret.js
var holds_secret = __webpack_require__(5537);
;// CONCATENATED MODULE: ./build/toolkit/runtime/hand-on.js
/**
 * Hands a plan, or why there is none, on to the job that publishes: as an artifact of the run, for which the job needs no
 * permission. What is handed on is masked here, where the secrets are known. Import this file lazily: it brings a
 * compressor with it.
 */










const ATTEMPTS = 4;
function tooLarge(bytes) {
    return new failure/* Failure */.HR({
        code: 'HAND_ON_TOO_LARGE',
        what: `The plan has ${bytes} bytes, and ${LARGEST_HAND_OVER} are the most that is handed on.`,
        fix: 'Split what is released into several targets, or set `publish: here`.',
    });
}
function isWorthAnother(error) {
    if (!(error instanceof artifact_service/* ArtifactRefusal */.B))
        return (0,network/* isUnreachable */.R)(error);
    return error.status >= 500 || error.status === 429 || error.status === 409;
}
/**
 * @param ending as it was before it was masked: what counts in its review is compared with that
 * @throws Failure REVIEW_HOLDS_SECRET, HAND_ON_TOO_LARGE, HAND_ON_FAILED
 */
async function handOn(ending, { masked, asked, artifacts }, world) {
    const { step, end } = ending;
    const shown = end === 'planned' || end === 'nothing to do' ? ending.plan : undefined;
    const salt = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const hashes = (await shown?.sensitive.hashes(salt)) ?? new Map();
    if (shown !== undefined)
        (0,holds_secret.refuseShownSecrets)(shown, hashes, world);
    const target = (0,model_ending/* targetOf */.$r)(masked);
    const none = [];
    const text = handOverText({
        step,
        asked,
        run: world.run,
        target: target === undefined ? undefined : (0,redact_masked/* rendered */.gj)(masked, target),
        // Findings are in the plan, and the publisher finds them there.
        failures: shown === undefined ? (0,redact_masked/* partOf */.BU)(masked, 'failures') : world.redactor.masked(none),
        cancelled: end === 'cancelled',
        plan: shown === undefined ? undefined : world.redactor.masked(shown),
        salt,
        hashes,
    });
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_HAND_OVER)
        throw tooLarge(bytes);
    const { env, signal, random } = world;
    const upload = async () => {
        // Names are once in a run; whether one was taken that got no answer, is not known.
        const name = `${HAND_OVER}${step}-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
        await (0,artifact.uploadArtifact)(artifacts, { name, files: { [HAND_OVER_FILE]: text }, env, signal });
        return name;
    };
    try {
        const name = await (0,retry/* retry */.L)({
            attempts: ATTEMPTS,
            shortest: 500,
            longest: 5_000,
            classify: (error) => (isWorthAnother(error) ? 'again' : 'refuse'),
            pauseOf: (error) => (error instanceof artifact_service/* ArtifactRefusal */.B ? error.pause : undefined),
            signal,
            random,
        }, upload);
        world.log.info(`Handed on to the job that publishes (${name}).`);
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new failure/* Failure */.HR({
            code: 'HAND_ON_FAILED',
            what: 'The plan could not be handed on to the job that publishes it.',
            why: `${cause instanceof Error ? cause.message : String(cause)}.`,
            fix: 'Run the job again.',
            cause,
        });
    }
}


/***/ }),

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ keepConnections),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export BrokenOff */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2865);
/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */





/** All that it connects to is verified in one way, so that connections are told apart by where they lead to alone. */
class OneWayAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    getName({ host = '', port = '', } = {}) {
        return `${host}:${port}`;
    }
}
/** @throws Failure PROXY_INVALID */
function keepConnections(settings) {
    const { certificateAuthority, serverName, client, proxies } = settings;
    const { proxyFor } = proxies instanceof URL ? (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .alwaysThrough */ .XT)(proxies) : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiesIn */ .Iz)(proxies);
    let { most } = settings;
    const tls = {
        rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
        ...(serverName === undefined ? {} : { servername: serverName }),
    };
    /** Certificates and keys are read once, and not for each connection. */
    const context = () => (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    });
    const agents = new Map();
    return {
        proxyFor,
        agentFor: (url) => {
            const proxy = proxyFor(url);
            const isSecure = url.protocol === 'https:';
            const key = `${isSecure} ${proxy?.href}`;
            const made = agents.get(key);
            if (made !== undefined)
                return made;
            const through = proxy === undefined ? {} : { proxyEnv: { https_proxy: proxy.href, http_proxy: proxy.href } };
            const shared = { keepAlive: true, maxSockets: most };
            const agent = isSecure
                ? new OneWayAgent({ ...shared, ...tls, ...through, secureContext: context() })
                : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...shared, ...through });
            agents.set(key, agent);
            return agent;
        },
        widen: (wider) => {
            most = wider;
            for (const agent of agents.values())
                agent.maxSockets = wider;
        },
        close: () => {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
/** Nobody answered in time. */
class Silence extends Error {
    code = 'ETIMEDOUT';
    constructor(deadline) {
        super(`no answer within ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(deadline)}`);
    }
}
/** More was answered than anybody has asked for. */
class TooLarge extends Error {
    code = 'EMSGSIZE';
    constructor(largest) {
        super(`the answer is larger than ${largest} bytes`);
    }
}
/** The answer had begun, and its end never came. */
class BrokenOff extends Error {
    name = 'BrokenOff';
    code = 'ECONNRESET';
    constructor() {
        super('the answer broke off');
    }
}
/** Bytes. */
const LARGEST = 64 * 2 ** 20;
function answeredWith(status, headers, body) {
    return {
        status,
        headers,
        body,
        get text() {
            return body.toString('utf8');
        },
    };
}
/** @throws errors of the network, with their code; the signal's reason */
function exchange(asked) {
    const { method, url, headers, body, connections, signal, deadline, silence, wanted } = asked;
    const { largest = LARGEST, follow } = asked;
    return new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const lists = Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : [...value],
        ]);
        const options = {
            method,
            headers: { ...Object.fromEntries(lists), ...length },
            agent: connections.agentFor(url),
            // Also of the way through a proxy, of which the request itself does not know yet.
            timeout: silence ?? deadline,
        };
        const request = url.protocol === 'https:' ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, options) : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
        // A request that has no connection yet says nothing of its end, so it is not left to that to settle this.
        const giveUp = (reason) => {
            settled();
            reject(reason);
            // Without the reason: a connection that is free again by now has nobody who listens for its errors.
            request.destroy();
        };
        const timer = setTimeout(() => giveUp(new Silence(deadline)), deadline);
        const aborted = () => giveUp(signal.reason);
        const settled = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
        };
        if (silence !== undefined)
            request.once('timeout', () => giveUp(new Silence(silence)));
        if (signal.aborted)
            aborted();
        else
            signal.addEventListener('abort', aborted);
        request.once('close', settled);
        request.on('error', reject);
        request.once('response', (response) => {
            const { statusCode: status = 0, headers: received } = response;
            if (follow !== undefined && status >= 200 && status < 300) {
                response.once('error', () => reject(new BrokenOff()));
                response.setEncoding('utf8');
                response.on('data', (text) => {
                    try {
                        follow(text);
                    }
                    catch (error) {
                        giveUp(error);
                    }
                });
                response.once('end', () => resolve(answeredWith(status, received, Buffer.alloc(0))));
                return;
            }
            const chunks = [];
            let size = 0;
            const enough = wanted?.(received) ?? Number.POSITIVE_INFINITY;
            const answer = () => resolve(answeredWith(status, received, Buffer.concat(chunks)));
            const cut = () => {
                response.destroy();
                answer();
            };
            if (enough === 0) {
                cut();
                return;
            }
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > largest) {
                    giveUp(new TooLarge(largest));
                    return;
                }
                chunks.push(chunk);
                if (size >= enough)
                    cut();
            });
            response.once('error', () => reject(new BrokenOff()));
            response.once('end', answer);
        });
        request.end(body);
    });
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
function retryAfter(headers) {
    const { 'retry-after': asked = '', date = '' } = headers;
    if (/^\s*\d+\s*$/.test(asked))
        return Number(asked) * 1_000;
    // Without a month it is no date, although it may be parsed as one.
    const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date);
    return Number.isNaN(until) ? undefined : Math.max(0, until);
}


/***/ })

};
