export const id = "provision-workbench";
export const ids = [7272,6183];
export const modules = {

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   _J: () => (/* binding */ notOwn),
/* harmony export */   bE: () => (/* binding */ keptJson),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */

/** The Terraforms that run right now: see `RunningList`. */
const RUNNING = 'running';
/** How to open the session again, because `post` is not given the inputs as they were checked. */
const SESSION = 'session';
/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
const VAR_FILES = 'var-files';
/** Absolute paths of the dependency lock files that were not there before. */
const LOCK_FILES = 'lock-files';
/** Absolute paths of the folders in which Terraform keeps what is its own. */
const DATA_FOLDERS = 'data-folders';
/** What is kept, as JSON; undefined for what no step keeps. */
function keptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notOwn() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'STATE_NOT_OWN',
        what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
}


/***/ }),

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   dW: () => (/* binding */ withNote),
/* harmony export */   l1: () => (/* binding */ withHolder)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/**
 * Who applies right now, beside the lock of the state: Terraform's own lock names a user and a host, which on a runner
 * say nothing. The note ends in `.tflock` like the lock, so that whoever may write that may write this.
 */


const Note = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), actor: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
function noteKey(stateKey) {
    return `${stateKey}.run.tflock`;
}
/**
 * Leaves a note while something is applied. Whatever goes wrong with it never fails the apply: it is a courtesy.
 * @param stateKey of the state in the bucket
 */
async function withNote(bucket, stateKey, world, work) {
    const key = noteKey(stateKey);
    const { run, clock, log } = world;
    const note = { run: run.url, actor: run.actor, since: clock().toISOString() };
    const quietly = async (step) => {
        try {
            return await step();
        }
        catch (error) {
            log.debug(`the note beside the lock: ${error instanceof Error ? error.message : String(error)}`);
            return false;
        }
    };
    const left = await quietly(async () => {
        if (await bucket.put(key, JSON.stringify(note), { once: true }))
            return true;
        // Of a run that was killed, when nobody holds the lock.
        if ((await bucket.get(`${stateKey}.tflock`)) !== undefined)
            return false;
        return bucket.put(key, JSON.stringify(note));
    });
    try {
        return await work();
    }
    finally {
        if (left)
            await quietly(() => bucket.delete(key).then(() => true));
    }
}
/** @returns undefined when there is none, or it cannot be read */
async function read(bucket, key, shape) {
    try {
        const bytes = await bucket.get(key);
        if (bytes === undefined)
            return undefined;
        return shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
    }
    catch {
        return undefined; // to tell less is better than to fail
    }
}
function readNote(bucket, stateKey) {
    return read(bucket, noteKey(stateKey), Note);
}
function wordsOf({ actor, since, run }) {
    return `${actor} applies since ${since}: ${run}`;
}
/** What Terraform's S3 backend writes into `<key>.tflock`, as far as people want to know it. */
const Lock = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Who: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Operation: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Created: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
/**
 * Who this run waits for, for people.
 * @param since when this run asked for the lock: an older one is somebody else's
 * @returns undefined when nobody else holds it, or nobody knows: Terraform says that it waits as well when it is slow
 */
async function holderOf(bucket, stateKey, { since, world }) {
    const [lock, note] = await Promise.all([
        read(bucket, `${stateKey}.tflock`, Lock),
        readNote(bucket, stateKey),
    ]);
    if (lock === undefined)
        return undefined;
    if (note !== undefined && note.run !== world.run.url)
        return wordsOf(note);
    if (new Date(lock.Created) >= since)
        return undefined;
    return `${lock.Who} since ${lock.Created} (${lock.Operation})`;
}
/** The same error; when the lock is held by somebody else, with the run that holds it. */
async function withHolder(error, bucket, stateKey) {
    const locked = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).find(({ code }) => code === 'STATE_LOCKED');
    if (locked === undefined)
        return error;
    const note = await readNote(await bucket(), stateKey);
    if (note === undefined)
        return error;
    const { code, what, why = '', fix = '' } = locked;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code,
        what,
        why: `${why} ${wordsOf(note)}.`.trim(),
        fix,
        cause: error,
    });
}


/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ removeDataFolder),
/* harmony export */   g: () => (/* binding */ clearDataFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/** The folder of a stack in which Terraform keeps what is its own: there for one run, and never an earlier one's. */



/** A link in the place of the folder, or of the one above, leads to where nothing may be removed. */
function isLink(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
/**
 * @param folder absolute path
 * @throws Failure DATA_FOLDER_LINK
 */
function clearDataFolder(folder) {
    if (isLink(folder) || isLink((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'DATA_FOLDER_LINK',
            what: `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)} is a link, or holds one where Terraform keeps its modules and providers.`,
            fix: 'Take it out of the repository: Terraform makes this folder itself.',
        });
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
}
/** Removes what a run has made, and the folder above when nothing else is in it. */
function removeDataFolder(folder) {
    if (isLink(folder) || isLink((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)))
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(above, { throwIfNoEntry: false })?.isDirectory() === true && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(above).length === 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(above);
}


/***/ }),

/***/ 3878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u4: () => (/* binding */ isRecord),
  xI: () => (/* binding */ marked),
  y_: () => (/* binding */ part),
  g1: () => (/* binding */ record),
  m8: () => (/* binding */ withoutGuesses),
  dZ: () => (/* binding */ withoutMarked)
});

// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/readable.js
/** What a text says that is only wrapped: base64, also of what gzip packed, as user data is sent. */

/** Shorter ones are words. */
const SHORTEST = 16;
/** Bytes; what unpacks to more than this is nothing that anybody reads. */
const LONGEST = 1 << 20;
/** One in another. */
const MOST_WRAPS = 3;
function bytesOf(text) {
    const plain = text.replace(/[\r\n]/g, '');
    if (plain.length < SHORTEST || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain))
        return undefined;
    const bytes = Buffer.from(plain, 'base64');
    const unpadded = (each) => each.replace(/={1,2}$/, '');
    return unpadded(bytes.toString('base64')) === unpadded(plain) ? bytes : undefined;
}
function unzipped(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return bytes;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: LONGEST });
    }
    catch {
        return undefined; // only begins like it, or is larger than anything that is read
    }
}
function textOf(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
        return /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? undefined : text;
    }
    catch {
        return undefined; // no text
    }
}
/** @returns undefined for what is not wrapped, or holds no text */
function unwrapped(text) {
    let found;
    for (let wraps = 0; wraps < MOST_WRAPS; wraps++) {
        const bytes = bytesOf(found ?? text);
        const inner = bytes === undefined ? undefined : unzipped(bytes);
        const read = inner === undefined ? undefined : textOf(inner);
        if (read === undefined)
            return found;
        found = read;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/secrets.js
/**
 * Secrets that no provider has marked: found by the name of their attribute, by a shape that only secrets have, and by
 * how random they look. A guess hides only its own place; a plan in which ids and hashes are masked, too, cannot be read
 * any more, so those are told apart.
 */

/** Shorter values would mask ordinary words. */
const secrets_SHORTEST = 6;
/** What secrets are called: whole words of a name in snake_case, kebab-case or camelCase. */
const SECRET_NAME = /(?:^|_)(?:password|passwd|pwd|pass|passphrase|secret|secrets|token|api_?key|apikey|private_key|signing_key|encryption_key|access_key|secret_key|auth_key|shared_key|account_key|license_key|client_secret|credential|credentials|connection_string|conn_str|dsn|auth_string|psk|preshared_key|webhook_url|sas_url)(?:_(?:base64|b64|value|text|string|plain|plaintext|data|wo|\d+))?$/;
/** What is said about a secret, and is none: `password_length`, `secret_name`, `token_type`, `manage_master_user_password`. */
const ABOUT = /(?:^|_)(?:manage|enable|enabled|require|required|use|uses|has|is|allow|rotate|reset|store|generate|create|delete|ignore|min|max|minimum|maximum)_.*(?:password|secret|token|key|pass)|(?:^|_)(?:public_key|key_id|token_type|secret_type|pass_through)$/;
/** Attributes whose values look random and are none of anybody's business to hide. */
const PUBLIC_NAME = /(?:^|_)(?:arn|arns|id|ids|uid|guid|uuid|hash|sha\d*|sha_\d+|md5|etag|e_tag|digest|checksum|fingerprint|thumbprint|thumbprints|serial|version|versions|name|names|prefix|suffix|public_key|certificate|certificate_body|certificate_chain|ca_data|ca_cert|ca|cert|image|ami|url|uri|endpoint|domain|zone|region|path|key_name|kms_key|lineage|description|sub|aud|audience|subject)$/;
/** No name says more than its end does. */
const LONGEST_NAME = 200;
const KEY_BEGINS = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_ENDS = /-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
/** Private keys in PEM. One pass: of several beginnings without an end, only the first looks for one. */
function* privateKeysIn(text) {
    let from = 0;
    for (const { index, 0: begin } of text.matchAll(KEY_BEGINS)) {
        if (index < from)
            continue;
        KEY_ENDS.lastIndex = index + begin.length;
        const end = KEY_ENDS.exec(text);
        if (end === null)
            return;
        from = end.index + end[0].length;
        yield [index, from];
    }
}
/** Shapes that nothing else has; the first group, when there is one, is the secret within. */
const shapes = [
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/dg,
    /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[\w-]{20,})/dg,
    /(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/dg,
    /\bxox[abeprs]-[A-Za-z0-9-]{10,}/dg,
    /\bhttps:\/\/hooks\.slack\.com\/services\/([A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+)/dg,
    /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/dg,
    /\bwhsec_[A-Za-z0-9+/=]{24,}/dg,
    /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/dg,
    /\bAIza[A-Za-z0-9_-]{35}\b/dg,
    /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/dg,
    /\bnpm_[A-Za-z0-9]{36}\b/dg,
    /\bdop_v1_[a-f0-9]{64}\b/dg,
    /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/dg,
    /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/dg,
    /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/@]*:([^\s/@]{3,})@/dgi,
    /(?<![:\w-])[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|AccountKey|SharedAccessKey)\s*[=:]\s*["']?([^\s"';,&]{6,})/dgi,
    /\b(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{16,}=*)/dg,
];
/** Values that only stand for something: references, placeholders, switches. */
const STANDS_FOR = /^(?:true|false|null|none|\$\{.*\}|\$\(?\w+\)?|\{\{.*\}\}|<.*>|arn:.*|\(.*\)|\*+|(?:ssm:)?\/[\w./-]+)$/is;
/** `dbPassword`, `DB-PASSWORD` \u2192 `db_password` */
function snakeCase(name) {
    return name
        .slice(-LONGEST_NAME)
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .toLowerCase();
}
/** Bits for each character: 4 at most for hexadecimal digits, 6 for base64. */
function entropyOf(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    const length = [...text].length;
    return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
/** Whether a single word looks like what a generator of passwords or keys makes. */
function looksRandom(word) {
    if (word.length < 20 || word.length > 512 || !/^[A-Za-z0-9+/=_!@#$%^&*~.-]+$/.test(word))
        return false;
    // Hexadecimal: ids, commits and digests. Words: `omninode-dev-flow-logs`, `vpc-0a1b2c`.
    if (/^[0-9a-f-]+$/i.test(word) || /^[a-z0-9]+(?:[-_./][a-z0-9]+)*$/.test(word))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length;
    const switches = word.match(/[a-z][A-Z0-9]|[A-Z0-9][a-z]/g)?.length ?? 0;
    // Names in camelCase change seldom; what is random does so all the time.
    return kinds === 3 && switches >= word.length / 5 && entropyOf(word) >= 3.8;
}
/** Whether an attribute of this name holds a secret as a whole. */
function isSecretName(name) {
    const called = snakeCase(name);
    return SECRET_NAME.test(called) && !ABOUT.test(called);
}
/** `user:password`, as it is wrapped for an Authorization header. */
function isCredentialPair(text) {
    return /^[^\s:]+:\S+$/.test(text);
}
/** What is readable when it is unwrapped hides nothing, unless that is a secret, or has one in it. */
function holdsSecret(name, text) {
    return isCredentialPair(text) || secretRanges(name, text).length > 0;
}
/** Where words are that look random. */
function randomWords(name, text) {
    return [...text.matchAll(/[^\s"'`,;<>(){}[\]|=]+/g)].flatMap(({ 0: word, index }) => {
        if (!looksRandom(word) || word.includes('.'))
            return [];
        const inner = unwrapped(word);
        return inner === undefined || holdsSecret(name, inner) ? [[index, index + word.length]] : [];
    });
}
/**
 * Where a text is a secret, although nobody says so.
 * @param name of the attribute that it belongs to
 * @returns in no order, and they may overlap
 */
function secretRanges(name, text) {
    if (text.length < secrets_SHORTEST)
        return [];
    const shaped = shapes.flatMap((shape) => [...text.matchAll(shape)].flatMap(({ indices, 0: whole, 1: inner }) => {
        const range = indices?.[inner === undefined ? 0 : 1];
        const secret = inner ?? whole;
        return range === undefined || secret.length < secrets_SHORTEST || STANDS_FOR.test(secret) ? [] : [range];
    }));
    shaped.push(...privateKeysIn(text));
    if (isSecretName(name))
        return STANDS_FOR.test(text) ? shaped : [[0, text.length]];
    return PUBLIC_NAME.test(snakeCase(name)) ? shaped : [...shaped, ...randomWords(name, text)];
}
/** The name by which a member of an object is known: of `{ name = "DB_PASSWORD", value = "\u2026" }` the one that it says. */
function memberName(object, key) {
    const called = ['name', 'key', 'Name', 'Key', 'parameter_key']
        .filter((each) => Object.hasOwn(object, each))
        .map((each) => object[each])
        .find((each) => typeof each === 'string');
    return typeof called === 'string' && /^(?:value|values|parameter_value)$/i.test(key) ? called : key;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/mask.js
/** JSON values with what is secret, or not known yet, replaced. */



/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
function withoutMarked(value, sensitive, unknown) {
    if (sensitive === true)
        return change/* SENSITIVE */.NP;
    if (unknown === true)
        return change/* UNKNOWN */.HV;
    if (Array.isArray(value) || Array.isArray(unknown)) {
        const items = Array.isArray(value) ? value : [];
        const markers = Array.isArray(unknown) ? unknown : [];
        const length = Math.max(items.length, markers.length);
        return Array.from({ length }, (_, index) => withoutMarked(items[index], part(sensitive, index), markers[index]));
    }
    if (isRecord(value) || isRecord(unknown)) {
        const keys = new Set([
            ...Object.keys(isRecord(value) ? value : {}),
            ...Object.keys(isRecord(unknown) ? unknown : {}),
        ]);
        return record([...keys].map((key) => [
            key,
            withoutMarked(part(value, key), part(sensitive, key), part(unknown, key)),
        ]));
    }
    return (value ?? null); // a scalar of parsed JSON
}
/** Without a prototype: an attribute may be called like something that every object has. */
function record(entries) {
    const made = Object.create(null);
    for (const [key, value] of entries)
        made[key] = value;
    return made;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function part(value, key) {
    if (Array.isArray(value))
        return value[Number(key)];
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** A value without what its markers say is sensitive, as that is. */
function marked(value, sensitive, path = []) {
    if (sensitive === true)
        return value === undefined || value === null ? [] : [{ path, value }];
    if (Array.isArray(sensitive))
        return sensitive.flatMap((inner, index) => marked(part(value, index), inner, [...path, index]));
    if (!isRecord(sensitive))
        return [];
    return Object.entries(sensitive).flatMap(([key, inner]) => marked(part(value, key), inner, [...path, key]));
}
/** Deeper values, and JSON within JSON, are not looked into. */
const DEEPEST = 40;
function parsed(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // only begins like JSON
    }
}
/** The ranges in their order, those that overlap as one. */
function united(ranges) {
    const found = [];
    for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
        const last = found.at(-1);
        if (last !== undefined && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            found.push([start, end]);
    }
    return found;
}
class Hiding {
    hidden = [];
    secrets = new Set();
    value(value, name, path, depth = 0) {
        if (typeof value === 'string')
            return depth > DEEPEST ? value : this.#text(value, name, path, depth);
        if (depth > DEEPEST)
            return value; // parsed JSON
        if (Array.isArray(value))
            return value.map((item, index) => this.value(item, name, [...path, index], depth + 1));
        if (!isRecord(value))
            return (value ?? null); // a scalar of parsed JSON
        return record(Object.entries(value).map(([key, member]) => [
            key,
            this.value(member, memberName(value, key), [...path, key], depth + 1),
        ]));
    }
    #text(text, name, path, depth) {
        const read = unwrapped(text);
        const pair = read !== undefined && isCredentialPair(read);
        if (read !== undefined && !pair && !isSecretName(name)) {
            // What is shown is what it says; how it was wrapped counts all the same.
            this.hidden.push({ path, value: text });
            return this.#text(read, name, path, depth + 1);
        }
        const ranges = pair ? [[0, text.length]] : united(secretRanges(name, text));
        const whole = ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === text.length;
        const inner = whole ? undefined : parsed(text);
        if (inner !== undefined)
            return this.#json(text, inner, name, path, depth);
        if (ranges.length === 0)
            return text;
        this.hidden.push({ path, value: text });
        let shown = '';
        let at = 0;
        for (const [start, end] of ranges) {
            this.secrets.add(text.slice(start, end));
            shown += text.slice(at, start) + change/* SENSITIVE */.NP;
            at = end;
        }
        return shown + text.slice(at);
    }
    /** JSON in a text stays as it is written, unless there is something to hide in it. */
    #json(text, inner, name, path, depth) {
        const before = this.hidden.length;
        const shown = this.value(inner, name, path, depth + 1);
        if (this.hidden.length === before)
            return text;
        this.hidden.splice(before, Number.POSITIVE_INFINITY, { path, value: text });
        return JSON.stringify(shown);
    }
}
/**
 * A value that nobody marked as sensitive, without what looks like a secret nevertheless: each at its own place, and
 * nowhere else.
 * @param name of the attribute, when the value is not an object with names of its own
 */
function withoutGuesses(value, name = '') {
    const hiding = new Hiding();
    const shown = hiding.value(value, name, []);
    return { value: shown, hidden: hiding.hidden, secrets: [...hiding.secrets] };
}


/***/ }),

/***/ 2372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Workbench: () => (/* binding */ Workbench)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
// EXTERNAL MODULE: ./build/actions/provision/src/place.js
var place = __webpack_require__(9882);
// EXTERNAL MODULE: ./build/actions/provision/src/state/kept.js
var kept = __webpack_require__(4035);
// EXTERNAL MODULE: ./build/actions/provision/src/store/lock-note.js
var lock_note = __webpack_require__(229);
// EXTERNAL MODULE: ./build/actions/provision/src/store/open.js
var store_open = __webpack_require__(8471);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/data-folder.js
var data_folder = __webpack_require__(5397);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/provider-cache.js
var provider_cache = __webpack_require__(8302);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/running.js
var running = __webpack_require__(853);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/session.js
var session = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/terraform.js + 4 modules
var terraform = __webpack_require__(4249);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(1955);
;// CONCATENATED MODULE: ./build/toolkit/process/ask.js
/**
 * Short questions to tools, such as their version. What changes something runs under `child.ts`: on SIGINT and SIGTERM
 * a child of @actions/exec gets no signal, and is left to itself by a cancel.
 */



/** Where a program is on the PATH of the environment that it will see, which need not be ours. */
function placeOf(program, path) {
    const places = (0,external_node_path_.isAbsolute)(program)
        ? [program]
        : path.split(external_node_path_.delimiter).map((folder) => (0,external_node_path_.join)(folder, program));
    return places.find((place) => {
        try {
            (0,external_node_fs_.accessSync)(place, external_node_fs_.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
}
/**
 * @param program a name, or an absolute path
 * @param env all that the program sees
 * @returns what it writes to stdout; undefined when there is no such program, or it fails
 */
async function ask(program, args, env) {
    const place = placeOf(program, env['PATH'] ?? '');
    if (place === undefined)
        return undefined;
    try {
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)(`"${place}"`, [...args], {
            env: { ...env },
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined; // it cannot be started
    }
}

// EXTERNAL MODULE: ./build/actions/provision/src/tool/constraint.js
var constraint = __webpack_require__(6429);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/release.js + 3 modules
var release = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/version.js
var tool_version = __webpack_require__(1492);
;// CONCATENATED MODULE: ./build/actions/provision/src/tool/install.js
/** Terraform or OpenTofu itself: the machine's own when its version is wanted, else downloaded and checked. */





/** Used when nothing asks for a version, and the machine has none. */
const DEFAULT_VERSION = '1.11.4';
/** The version of the program on PATH, if there is one that runs. */
async function installedVersion(program, env) {
    const told = await ask(program, ['version', '-json'], { ...env, CHECKPOINT_DISABLE: '1' });
    // OpenTofu calls it that, too.
    return /"terraform_version":\s*"([^"]+)"/.exec(told ?? '')?.[1];
}
/** What the machine has of the candidates. */
async function ownTools(candidates, world) {
    const found = await Promise.all(candidates.map(async (tool) => {
        const version = (0,constraint/* parseVersion */.ot)((await installedVersion(tool.program, world.env)) ?? '');
        return version === undefined ? [] : [{ tool, version }];
    }));
    return found.flat();
}
/** The newest of the cache that will do, and is what was released. */
async function newestCached(tool, wanted, world) {
    const left = new Set(await (0,release/* cachedVersions */.W1)(tool));
    for (;;) {
        const newest = (0,tool_version/* newestWanted */.Ky)(left, wanted);
        if (newest === undefined || (await (0,release/* cachedProgram */.Vq)(tool, newest.text, world)) !== undefined)
            return newest;
        left.delete(newest);
    }
}
/** The release to download: the very one that is asked for, else the newest that will do. */
async function choose(tool, wanted, world) {
    const exact = wanted.asked === undefined ? undefined : (0,constraint/* exactVersion */.y)([wanted.asked]);
    if (exact !== undefined)
        return exact;
    const standard = (0,constraint/* parseVersion */.ot)(DEFAULT_VERSION);
    if (wanted.asked === undefined && tool.name === 'terraform' && standard && (0,tool_version/* isWanted */.Yu)(standard, wanted))
        return standard;
    const latest = wanted.asked !== undefined && (0,constraint/* isLatest */.eL)(wanted.asked);
    const cached = latest ? undefined : await newestCached(tool, wanted, world);
    if (cached !== undefined)
        return cached;
    const released = await (0,release/* releasedVersions */.bK)(tool, world);
    const best = (0,tool_version/* newestWanted */.Ky)(released, wanted);
    if (best !== undefined)
        return best;
    const last = released
        .filter(({ preRelease }) => preRelease === '')
        .sort(constraint/* compareVersions */.Zy)
        .at(-1);
    const source = wanted.asked?.source ?? wanted.required[0]?.source;
    throw new failure/* Failure */.HR({
        code: 'VERSION_UNKNOWN',
        what: `There is no release of ${tool.title} that is ${(0,tool_version/* describeWanted */.$C)(wanted)}.`,
        why: `The newest of ${released.length} is ${last?.text ?? 'none'}.`,
        fix: 'Change the version that is asked for.',
        ...(source === undefined ? {} : { source }),
    });
}
/**
 * @param known where each tool's releases are; their publishers' own unless given
 * @throws Failure VERSION_UNKNOWN, TOOL_DOWNLOAD, SIGNATURE_INVALID or CHECKSUM_INVALID
 */
async function findTool(wanted, world, known = release/* tools */.Yl) {
    if (wanted.unused !== undefined) {
        world.log.warning(`The version ${wanted.unused.text} of ${wanted.unused.from} does not count: ${wanted.asked?.from} asks for ${wanted.asked?.text}.`);
    }
    const candidates = wanted.name === undefined ? [known.terraform, known.opentofu] : [known[wanted.name]];
    const own = await ownTools(candidates, world);
    const anything = wanted.asked === undefined && wanted.required.length === 0;
    const latest = wanted.asked !== undefined && (0,constraint/* isLatest */.eL)(wanted.asked);
    const use = ({ tool, version }) => {
        const from = `on PATH; ${(0,tool_version/* describeWanted */.$C)(wanted)}`;
        world.log.info(`${tool.title} ${version.text}, ${from}`);
        return Object.freeze({ name: tool.name, command: tool.program, version: version.text, from });
    };
    const fitting = latest ? undefined : own.find(({ version }) => anything || (0,tool_version/* isWanted */.Yu)(version, wanted));
    if (fitting !== undefined)
        return use(fitting);
    const [tool = known.terraform] = candidates;
    const version = await choose(tool, wanted, world);
    const same = own.find((each) => each.tool === tool && (0,constraint/* compareVersions */.Zy)(each.version, version) === 0);
    if (same !== undefined)
        return use(same);
    const from = `a checked release; ${(0,tool_version/* describeWanted */.$C)(wanted)}`;
    world.log.info(`${tool.title} ${version.text}, ${from}`);
    const command = await (0,release/* download */.RG)(tool, version.text, world);
    return Object.freeze({ name: tool.name, command, version: version.text, from });
}

;// CONCATENATED MODULE: ./build/actions/provision/src/workbench.js
/** The Terraform of each stack, and the buckets beside it, in a session of AWS. */














/** The tool of each stack: those that ask for the same version share what was found. */
class Tools {
    #world;
    #found = new Map();
    constructor(world) {
        this.#world = world;
    }
    of({ wanted }) {
        const { name, asked, required } = wanted;
        const key = JSON.stringify([name, asked?.text, required.map(({ text }) => text)]);
        const found = this.#found.get(key) ??
            findTool(wanted, this.#world).then((tool) => ({
                tool,
                caches: new provider_cache/* ProviderCaches */.P(tool, this.#world.env, this.#world.machine),
            }));
        this.#found.set(key, found);
        return found;
    }
}
/** A session of AWS, and what was opened in it. */
class Session {
    credentials;
    /** Twelve digits. */
    account;
    #run;
    #world;
    #bucket;
    #store;
    constructor({ credentials, account }, run, world) {
        this.credentials = credentials;
        this.account = account;
        this.#run = run;
        this.#world = world;
    }
    bucket() {
        const { credentials } = this;
        const { backend, region } = this.#run;
        const { env } = this.#world;
        this.#bucket ??= Promise.all(/* import() | toolkit-aws-s3 */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-s3-packages"), __webpack_require__.e("toolkit-aws-s3")]).then(__webpack_require__.bind(__webpack_require__, 8797)).then(({ openBucket }) => openBucket({ bucket: backend.bucket, region: backend['region'] ?? region, credentials, env }));
        return this.#bucket;
    }
    async store(settings) {
        const { credentials } = this;
        const { region } = this.#run;
        this.#store ??= (0,store_open/* openStore */.C)(settings, { region, credentials }, this.#world);
        return (await this.#store).store;
    }
    async close() {
        ;
        (await this.#bucket)?.close();
        (await this.#store)?.close();
    }
}
/** Milliseconds. Sessions last an hour: what begins in the second half of one is given another. */
const RENEW_AFTER = 30 * 60_000;
/** What a run works with, from its plan to its end. */
class Workbench {
    #run;
    #world;
    #tools;
    #running;
    /** Absolute paths of the dependency lock files that were not there before. */
    #lockFiles;
    /** Absolute paths of what Terraform keeps for itself. */
    #dataFolders;
    #sessions = [];
    constructor(run, world) {
        this.#run = run;
        this.#world = world;
        this.#tools = new Tools(world);
        this.#running = new running/* RunningList */.s(world);
        this.#dataFolders = run.stacks.map((stack) => (0,files/* dataFolderOf */.Yv)(stack, world));
        this.#lockFiles = run.stacks.map((stack) => (0,files/* lockFileOf */.LN)(stack, world)).filter((file) => !(0,external_node_fs_.existsSync)(file));
    }
    /** Asks nobody anything yet. */
    static open(run, world) {
        const workbench = new Workbench(run, world);
        const { roles, region, applies, passed } = run;
        const { planStore } = run;
        const reads = workbench.#reads;
        world.saveState(kept/* SESSION */.fW, JSON.stringify({ roles, applies, region, passed, planStore, reads }));
        return workbench;
    }
    /**
     * Makes room for what Terraform makes for itself in the folders of the stacks.
     * @throws Failure of `findTool`, `openSession` and `clearDataFolder`, before any stack is begun
     */
    async begin() {
        const { stacks } = this.#run;
        // Named before Terraform makes them: `post` removes them even when this process is killed.
        this.#world.saveState(kept/* LOCK_FILES */.Cv, JSON.stringify(this.#lockFiles));
        this.#world.saveState(kept/* DATA_FOLDERS */.bM, JSON.stringify(this.#dataFolders));
        // What is wrong with a version is told before a role is assumed.
        if (stacks[0] !== undefined)
            await this.#tools.of(stacks[0]);
        await this.#session();
        for (const folder of this.#dataFolders)
            (0,data_folder/* clearDataFolder */.g)(folder);
    }
    /** The account that the role of this run is of, as AWS itself tells. */
    account = async () => (await this.#session()).account;
    /** The tool that the stack asks for. */
    async tool(stack) {
        return (await this.#tools.of(stack)).tool;
    }
    /** The same, at work on the stack. */
    async terraform(stack) {
        const { tool, caches } = await this.#tools.of(stack);
        const { credentials } = await this.#session();
        const { region, lockTimeout, passed } = this.#run;
        return new terraform/* Terraform */.v({
            command: tool.command,
            stack,
            cache: caches.of((0,external_node_path_.join)(this.#world.workspace, stack.folder)),
            credentials: { ...credentials },
            region,
            passed,
            lockTimeout,
            // It is a courtesy, and fails nothing.
            onLockWait: (since) => void this.#tellHolder(stack, since).catch(() => undefined),
            running: this.#running,
            world: this.#world,
        });
    }
    /** The bucket of the states. */
    bucket = async () => (await this.#session()).bucket();
    async store(settings) {
        return (await this.#session()).store(settings);
    }
    /** Ends the connections, and removes what Terraform has made for itself, unless one that was left still needs it. */
    async close() {
        for (const { opening } of this.#sessions)
            await opening.then((session) => session.close(), () => undefined);
        if (!this.#running.isEmpty)
            return;
        for (const file of this.#lockFiles)
            (0,external_node_fs_.rmSync)(file, { force: true });
        for (const folder of this.#dataFolders)
            (0,data_folder/* removeDataFolder */.T)(folder);
        (0,external_node_fs_.rmSync)((0,files/* outputFolder */.qi)(this.#world), { recursive: true, force: true });
    }
    get #reads() {
        const { backend, planStore, stacks } = this.#run;
        const states = (0,place/* commonPrefix */.w)(stacks.map((stack) => (0,backend_config/* stateObject */.Xf)(this.#run, stack)));
        const { commit } = planStore ?? {};
        if (planStore === undefined || commit === undefined)
            return { bucket: backend.bucket, states };
        const { repositoryId } = this.#world.run;
        return { bucket: backend.bucket, states, planStore: { ...planStore, repositoryId, commit } };
    }
    #session() {
        const now = this.#world.clock().getTime();
        const newest = this.#sessions.at(-1);
        if (newest !== undefined && now - newest.since < RENEW_AFTER)
            return newest.opening;
        const { roles, region, applies } = this.#run;
        const opening = (0,session/* openSession */.fA)(roles, applies, { region, reads: this.#reads }, this.#world).then((session) => new Session(session, this.#run, this.#world));
        this.#sessions = [...this.#sessions, { since: now, opening }];
        return opening;
    }
    async #tellHolder(stack, since) {
        const holder = await (0,lock_note/* holderOf */.Kd)(await this.bucket(), (0,backend_config/* stateObject */.Xf)(this.#run, stack), {
            since,
            world: this.#world,
        });
        if (holder === undefined)
            return;
        this.#world.log.notice(`${stack.name} waits for the lock of its state, for ${this.#run.lockTimeout / 1_000} s at most. ${holder}.`);
    }
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
