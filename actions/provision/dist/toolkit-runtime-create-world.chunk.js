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

// EXTERNAL MODULE: ./build/toolkit/transport/proxies.js + 1 modules
var proxies = __webpack_require__(2865);
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
    for (const secret of (0,proxies/* proxySecrets */.Wm)(host.childEnvironment))
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


/***/ })

};
