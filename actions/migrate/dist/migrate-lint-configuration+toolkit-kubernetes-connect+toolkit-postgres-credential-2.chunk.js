export const id = "migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2";
export const ids = ["migrate-lint-configuration+toolkit-kubernetes-connect+toolkit-postgres-credential-2"];
export const modules = {

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ isExactInteger),
/* harmony export */   cP: () => (/* binding */ integerOf),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony exports scalarText, withReadableIntegers */
/** Integers beyond 2^53, which have no exact number here: they are kept as they are written, and written so again. */
const json = JSON; // as node 24 has it
function isExactInteger(value) {
    return json.isRawJSON(value);
}
/** A number where it is exact. */
function integerOf(value) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : json.rawJSON(String(value));
}
/** A number that may not be exact: it is looked at closely only where there is one. */
const LONG_NUMBER = /[:,[\s]-?\d{16}/;
/** @throws SyntaxError */
function parseJson(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    return json.parse(text, (_key, value, { source }) => typeof value === 'number' && source !== undefined && /^-?\d{16,20}$/.test(source)
        ? integerOf(BigInt(source))
        : value);
}
/** A value that is no list and no mapping, as text. */
function scalarText(value) {
    return isExactInteger(value) ? value.rawJSON : String(value);
}
function holdsExactInteger(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return isExactInteger(value) || Object.values(value).some(holdsExactInteger);
}
/** The same value as people and reports take it: exact integers as the text of their digits. */
function withReadableIntegers(value) {
    // Hardly anything has one.
    return holdsExactInteger(value) ? readable(value) : value;
}
function readable(value) {
    if (isExactInteger(value))
        return value.rawJSON;
    if (Array.isArray(value))
        return value.map(readable);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]));
}


/***/ }),

/***/ 8217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/model/freeze.js
var freeze = __webpack_require__(6240);
;// CONCATENATED MODULE: ./build/toolkit/sources/aliases.js
/** Aliases can make a small text stand for billions of nodes; here is what they would come to, before they are built. */

/** So many nodes may come from aliases, beyond those that stand in the text. */
const MAX_REPEATED_NODES = 100_000;
/** The first alias that stands for something it is part of, or for too much. */
function refusedAlias(text, events) {
    const stack = [];
    const sizes = new Map();
    let repeated = 0;
    const nameOf = ({ anchorStart, anchorEnd }) => anchorStart < 0 ? undefined : text.slice(anchorStart, anchorEnd);
    const add = (nodes) => {
        const parent = stack.at(-1);
        if (parent !== undefined)
            parent.nodes += nodes;
    };
    for (const event of events) {
        if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            sizes.clear();
            stack.push({ anchor: undefined, nodes: 0 });
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE) {
            stack.push({ anchor: nameOf(event), nodes: 1 });
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR) {
            const anchor = nameOf(event);
            if (anchor !== undefined)
                sizes.set(anchor, 1);
            add(1);
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            const closed = stack.pop();
            if (closed?.anchor !== undefined)
                sizes.set(closed.anchor, closed.nodes);
            add(closed?.nodes ?? 0);
        }
        else {
            const name = nameOf(event) ?? '';
            const offset = event.anchorStart - 1;
            if (stack.some(({ anchor }) => anchor === name))
                return { reason: `the alias *${name} is part of what it stands for`, offset };
            const nodes = sizes.get(name) ?? 0;
            repeated += nodes;
            if (repeated > MAX_REPEATED_NODES)
                return { reason: `the aliases stand for more than ${MAX_REPEATED_NODES} nodes`, offset };
            add(nodes);
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/toolkit/model/exact-integer.js
var exact_integer = __webpack_require__(1451);
;// CONCATENATED MODULE: ./build/toolkit/sources/dialect.js
/** How plain scalars become values in the two kinds of YAML that this repository reads. */


const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const NO_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NOTHING = /^(?:~|null|Null|NULL|)$/;
/** Beyond these, kubectl takes an integer for a floating-point number. */
const UINT64_MAX = 2n ** 64n - 1n;
const INT64_MIN = -(2n ** 63n);
/** Digits that no integer of 64 bits has: what they come to is not counted. */
const MOST_DIGITS = 70;
function integerIn(text) {
    const [whole, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(text.replaceAll('_', '')) ?? [];
    if (whole === undefined || text.startsWith('_') || whole.length > MOST_DIGITS)
        return undefined;
    const digits = [
        ['0x', hexadecimal],
        ['0b', binary],
        ['0o', octal],
        ['', decimal],
    ];
    const [base, known] = digits.find(([, value]) => value !== undefined) ?? ['', '0'];
    const value = BigInt(`${base}${known}`);
    return sign === '-' ? -value : value;
}
function numberOf(text) {
    const integer = integerIn(text);
    if (integer !== undefined && integer >= INT64_MIN && integer <= UINT64_MAX)
        return (0,exact_integer/* integerOf */.cP)(integer);
    const plain = text.replaceAll('_', '');
    if (text.startsWith('_') || !FLOAT.test(plain))
        return js_yaml/* NOT_RESOLVED */.Hg;
    const float = Number(plain);
    return Number.isFinite(float) ? float : js_yaml/* NOT_RESOLVED */.Hg;
}
/** Whether a plain scalar is a number that JSON has not: kubectl takes it for one, and cannot send it. */
function isNoNumber(text) {
    return NO_NUMBER.test(text);
}
/** Whether a plain scalar is null. */
function isNothing(text) {
    return NOTHING.test(text);
}
/** Whether a plain scalar is a number that is written with a point or an exponent. */
function isFraction(text) {
    return /[.eE]/.test(text) && !INTEGER.test(text) && typeof numberOf(text) === 'number';
}
const reading = { implicit: true, identify: () => false };
const numeric = { ...reading, implicitFirstChars: [...'-+.0123456789'], resolve: numberOf };
const boolTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:bool', {
    ...reading,
    implicitFirstChars: [...'yYnNtTfFoO'],
    resolve: (text) => (TRUE.test(text) ? true : FALSE.test(text) ? false : js_yaml/* NOT_RESOLVED */.Hg),
});
const intTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:int', numeric);
const floatTag = (0,js_yaml/* defineScalarTag */.Gf)('tag:yaml.org,2002:float', numeric);
const schemas = {
    kubernetes: new js_yaml/* Schema */.Sj([...js_yaml/* FAILSAFE_SCHEMA */.uH.tags, js_yaml/* nullYaml11Tag */.L2, boolTag, intTag, floatTag, js_yaml/* mergeTag */.LJ]),
    // GitHub understands anchors and aliases, but no merge keys.
    workflow: js_yaml/* CORE_SCHEMA */.OU,
};

;// CONCATENATED MODULE: ./build/toolkit/sources/places.js
/** Where the keys and items of YAML documents stand in their text. */

/** Text offset \u2192 line and column. */
function positions(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}
/** Where a node begins; undefined for an empty one, which stands nowhere. */
function offsetOf(event) {
    switch (event.type) {
        case js_yaml/* EVENT_ID */.hy.SCALAR: {
            if (event.valueStart < 0)
                return undefined;
            const quoted = event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;
            return quoted ? event.valueStart - 1 : event.valueStart;
        }
        case js_yaml/* EVENT_ID */.hy.ALIAS:
            return event.anchorStart - 1;
        case js_yaml/* EVENT_ID */.hy.MAPPING:
        case js_yaml/* EVENT_ID */.hy.SEQUENCE:
            return event.start;
        default:
            return undefined;
    }
}
/** What a path is looked up by. */
function pathKey(path) {
    return JSON.stringify(path);
}
/** For each document: path \u2192 offset of its key or item. Keys are named as they are written. */
function placesOf(text, events) {
    const documents = [];
    const stack = [];
    for (const event of events) {
        if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            stack.pop();
            continue;
        }
        if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            documents.push(new Map());
            stack.push({ path: [], kind: 'document', key: undefined, count: 0 });
            continue;
        }
        const parent = stack.at(-1);
        const places = documents.at(-1);
        if (parent === undefined || places === undefined)
            continue;
        const offset = offsetOf(event);
        const record = (path) => {
            if (offset !== undefined)
                places.set(pathKey(path), offset);
        };
        const opens = event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE;
        let { path } = parent;
        if (parent.kind === 'mapping' && parent.key === undefined) {
            // Only a scalar can be a key in what we read; anything else is refused when the values are built.
            parent.key = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, event) : '';
            record([...parent.path, parent.key]);
            if (opens)
                stack.push({ path: parent.path, kind: 'document', key: undefined, count: 0 });
            continue;
        }
        if (parent.kind === 'mapping') {
            path = [...parent.path, parent.key ?? ''];
            parent.key = undefined;
        }
        else if (parent.kind === 'sequence') {
            path = [...parent.path, parent.count++];
            record(path);
        }
        else
            record([]);
        if (opens) {
            const kind = event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? 'mapping' : 'sequence';
            stack.push({ path, kind, key: undefined, count: 0 });
        }
    }
    return documents;
}

;// CONCATENATED MODULE: ./build/toolkit/sources/unlike-kubectl.js
/**
 * What kubectl reads otherwise than YAML's own rules say, or not at all. It is refused, so that a manifest means one
 * thing, whoever reads it. Its decoder is go-yaml's, and it parts a file into documents before that.
 */


/** What kubectl parts documents at is a line of its own, but for a comment. */
const BEHIND_MARK = /^---[ \t]*[^\s#]/m;
/** They end a line for go-yaml, in the middle of a text or a comment too. */
const LINE_ENDS = /[\u0085\u2028\u2029]/;
/** Escapes that JSON has, and YAML 1.1 has not. */
const JSON_ESCAPE = /^(?:[^\\]|\\[^/u]|\\u(?![dD][89a-fA-F]))*(?:\\\/|\\u[dD][89a-fA-F])/;
/** Of characters. A key that is longer is none for go-yaml. */
const LONGEST_KEY = 1_000;
/** A fraction that is one key however it is rounded and written. */
const PLAIN_FRACTION = /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/;
const unlike_kubectl_MOST_DIGITS = 5;
const NO_KEYS = new Set();
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Of the text as a whole, whatever it holds. */
function unreadText(text) {
    const mark = BEHIND_MARK.exec(text);
    if (mark !== null)
        return { reason: 'something stands behind the mark of a document', offset: mark.index };
    const end = LINE_ENDS.exec(text);
    return end === null
        ? undefined
        : { reason: 'a character that ends lines for some and not for others stands here', offset: end.index };
}
function unreadKey(written, isPlain) {
    if (written.includes('\n'))
        return 'a key goes over several lines';
    if (written.length > LONGEST_KEY)
        return `a key is longer than ${LONGEST_KEY} characters`;
    if (!isPlain)
        return undefined;
    if (isNothing(written))
        return 'a key is nothing';
    const isSure = PLAIN_FRACTION.test(written) && written.replace(/\D/g, '').length <= unlike_kubectl_MOST_DIGITS;
    return isFraction(written) && !isSure ? 'a key is a number that can be written in several ways' : undefined;
}
/** The first thing that kubectl does not read as it is read here. */
function unlikeKubectl(text, events) {
    const unread = unreadText(text);
    if (unread !== undefined)
        return unread;
    const stack = [];
    const anchors = new Map();
    let documents = 0;
    let json;
    const isInJson = () => {
        json ??= isJson(text);
        return json;
    };
    /** Whether the next node is of a document that begins without a mark. */
    let isUnmarked = false;
    const nameOf = ({ anchorStart, anchorEnd }) => anchorStart < 0 ? '' : text.slice(anchorStart, anchorEnd);
    /** A node has ended, with these keys in it. */
    const end = (keys) => {
        const parent = stack.at(-1);
        if (parent === undefined || parent.kind === 'document')
            return undefined;
        if (parent.kind === 'sequence')
            for (const key of keys)
                parent.keys.add(key);
        else if (parent.isAtKey)
            parent.isAtKey = false;
        else {
            const { merge } = parent;
            parent.isAtKey = true;
            parent.merge = undefined;
            if (merge === undefined)
                return undefined;
            for (const key of keys) {
                if (parent.keys.has(key))
                    return { reason: `a merge stands behind ${key}, which is also in what it merges`, offset: merge };
            }
            for (const key of keys)
                parent.keys.add(key);
        }
        return undefined;
    };
    const scalar = (event) => {
        const { valueStart, valueEnd, style } = event;
        const parent = stack.at(-1);
        const isKey = parent?.kind === 'mapping' && parent.isAtKey;
        const written = valueStart < 0 ? '' : text.slice(valueStart, valueEnd);
        const isPlain = style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && event.tagStart < 0;
        const offset = Math.max(valueStart, 0);
        if (isPlain && isNoNumber(written))
            return { reason: `${written} is no number that JSON has`, offset };
        if (style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED && JSON_ESCAPE.test(written) && !isInJson())
            return { reason: 'an escape of JSON stands in YAML', offset };
        if (isKey) {
            const reason = unreadKey(written, isPlain);
            // A key that is left out stands nowhere; the mapping is where it is.
            if (reason !== undefined)
                return { reason, offset: valueStart < 0 ? lastOffset : offset };
            if (isPlain && written === '<<')
                parent.merge = offset;
            else
                parent.keys.add(written);
        }
        if (event.anchorStart >= 0)
            anchors.set(nameOf(event), NO_KEYS);
        return end(NO_KEYS);
    };
    let lastOffset = 0;
    for (const event of events) {
        const parent = stack.at(-1);
        let found;
        switch (event.type) {
            case js_yaml/* EVENT_ID */.hy.DOCUMENT:
                anchors.clear();
                if (event.directives.length > 0)
                    return { reason: 'a directive stands here', offset: Math.max(text.search(/^%/m), 0) };
                isUnmarked = documents++ > 0 && !event.explicitStart;
                stack.push({ kind: 'document', anchor: '', keys: new Set(), isAtKey: false, merge: undefined });
                break;
            case js_yaml/* EVENT_ID */.hy.MAPPING:
            case js_yaml/* EVENT_ID */.hy.SEQUENCE: {
                const isMapping = event.type === js_yaml/* EVENT_ID */.hy.MAPPING;
                lastOffset = event.start;
                if (parent?.kind === 'mapping' && parent.isAtKey)
                    return { reason: 'complex keys, which are lists or maps, are not read', offset: event.start };
                if (isUnmarked)
                    return { reason: 'a document begins without its mark', offset: event.start };
                stack.push({
                    kind: isMapping ? 'mapping' : 'sequence',
                    anchor: nameOf(event),
                    keys: new Set(),
                    isAtKey: isMapping,
                    merge: undefined,
                });
                break;
            }
            case js_yaml/* EVENT_ID */.hy.SCALAR:
                if (event.valueStart >= 0) {
                    lastOffset = event.valueStart;
                    if (isUnmarked)
                        return { reason: 'a document begins without its mark', offset: event.valueStart };
                }
                found = scalar(event);
                break;
            case js_yaml/* EVENT_ID */.hy.ALIAS:
                lastOffset = event.anchorStart;
                found = end(anchors.get(nameOf(event)) ?? NO_KEYS);
                break;
            default: {
                const closed = stack.pop();
                if (closed === undefined || closed.kind === 'document')
                    break;
                if (closed.anchor !== '')
                    anchors.set(closed.anchor, closed.keys);
                found = end(closed.keys);
            }
        }
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/toolkit/sources/yaml.js
/** The one YAML reader: values with the place of every key and item in their file. */







/** Nesting beyond it would exhaust the stack of whoever walks the values. */
const MAX_DEPTH = 100;
/** What to do about the mistakes that are made most; the parser's words, and ours. */
const fixes = [
    [/^duplicated mapping key/, 'Keep one of them.'],
    [/^tab characters/, 'Indent with spaces.'],
    [/^unidentified alias/, 'Define it with &name before it is used.'],
    [/within a (single|double) quoted scalar/, 'Close the quotes.'],
    [/within a flow collection|missed comma/, 'Close the bracket, or separate the entries with commas.'],
    [
        /^unknown (scalar|sequence|mapping) tag/,
        'Leave the tag out: only strings, numbers, booleans, null, lists and maps are read.',
    ],
    [/^the alias|^the aliases/, 'Write out what is meant.'],
    [/complex keys/, 'Use a text as the key.'],
    [/^a key is|is no number that JSON has$/, 'Put it in quotes.'],
    [/^a key goes over/, 'Write it on one line.'],
    [/^a merge stands behind/, 'Write the merge first: kubectl lets it win over what stands before it.'],
    [/^something stands behind the mark/, 'Write --- on a line of its own.'],
    [/^a document begins without/, 'Write --- before it: kubectl reads nothing behind the end of a document.'],
    [/^a directive/, 'Leave it out: kubectl reads none.'],
    [/^a character that ends lines/, 'Leave it out, or write it as an escape such as "\\u2028".'],
    [/^an escape of JSON/, 'Write the character itself.'],
    [
        /^bad indentation|^deficient indentation/,
        'Align it with its siblings. Where a bracket or a quote was opened before it, close that.',
    ],
];
function syntaxFailure(reason, file, position, cause) {
    const fix = fixes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Correct the text at this place.';
    return new failure/* Failure */.HR({
        code: 'YAML_SYNTAX',
        what: `This is not YAML that can be read: ${reason}.`,
        fix,
        source: { file, ...position },
        cause,
    });
}
/** What is to become YAML: `{{ .Values.x }}` is a map in a map there, and seldom a valid one. */
function templateFailure(file, position, cause) {
    return new failure/* Failure */.HR({
        code: 'YAML_SYNTAX',
        what: 'This is a template, and not YAML that can be read.',
        why: 'What stands in {{ }} is filled in by a tool such as Helm.',
        fix: 'Render it first (`helm template`), and pass the folder of what came out; `{{` within a text is put in quotes.',
        source: { file, ...position },
        cause,
    });
}
/** Lines that are indented further at most: each is found by reading the text once more. */
const MOST_INDENTED = 100;
/** Code units that are read again at most. */
const MOST_READ = 50_000_000;
/** Of any line. */
function mostIndented(text) {
    return text.split('\n').reduce((most, line) => Math.max(most, line.search(/[^ ]|$/)), 0);
}
/**
 * Within brackets and quotes, kubectl takes a line wherever it begins, such as a `]` below the key that it belongs to;
 * the parser wants it behind that. Spaces at the start of such a line mean nothing.
 * @param indented line, from 1 \u2192 by how many columns it was indented further; also when it throws
 * @throws YAMLException
 */
function parse(given, indented) {
    for (let text = given;;) {
        try {
            return { text, events: (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: MAX_DEPTH }) };
        }
        catch (error) {
            if (!(error instanceof js_yaml/* YAMLException */.tB))
                throw error;
            const { reason, mark } = error;
            const line = (mark?.line ?? 0) + 1;
            if (mark === undefined ||
                reason !== 'deficient indentation' ||
                indented.has(line) ||
                indented.size === MOST_INDENTED ||
                text.length * indented.size > MOST_READ ||
                // There the document ends, whatever is open.
                (mark.column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(mark.position, mark.position + 4))))
                throw error;
            // Further than anything before it.
            const more = mostIndented(text.slice(0, mark.position)) + 1;
            indented.set(line, more);
            text = `${text.slice(0, mark.position)}${' '.repeat(more)}${text.slice(mark.position)}`;
        }
    }
}
/**
 * The documents of a YAML text; empty ones are left out.
 * @param file how the text is named in places and failures.
 * @throws Failure YAML_SYNTAX with file:line:column, also for duplicate keys, runaway aliases, too deep nesting, and
 * what kubectl reads otherwise.
 */
function readYaml(source, file, dialect = 'kubernetes') {
    const indented = new Map();
    /** Where a place of what was read stands in what was given. */
    const given = ({ line, column }) => ({
        line,
        column: Math.max(1, column - (indented.get(line) ?? 0)),
    });
    let text = source;
    let position = positions(source);
    let events;
    let values;
    try {
        const parsed = parse(source, indented);
        events = parsed.events;
        if (indented.size > 0) {
            text = parsed.text;
            const at = positions(text);
            position = (offset) => given(at(offset));
        }
        const refused = refusedAlias(text, events) ?? (dialect === 'kubernetes' ? unlikeKubectl(text, events) : undefined);
        if (refused !== undefined) {
            const { reason, offset } = refused;
            // Also of a template: to YAML it is a map that is the key of another.
            const template = reason.startsWith('complex keys') ? text.indexOf('{{') : -1;
            if (template >= 0)
                throw templateFailure(file, position(template));
            throw syntaxFailure(reason, file, position(offset));
        }
        values = (0,js_yaml/* constructFromEvents */.fw)(events, { source: text, schema: schemas[dialect] });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const { reason, mark } = error;
        const template = text.indexOf('{{');
        if (template >= 0)
            throw templateFailure(file, position(template), error);
        const place = mark === undefined ? undefined : given({ line: mark.line + 1, column: mark.column + 1 });
        throw syntaxFailure(reason, file, place, error);
    }
    const places = placesOf(text, events);
    return values.flatMap((value, index) => {
        if (value === null || value === undefined)
            return [];
        const known = places[index];
        const locate = (path) => {
            for (let length = path.length; length >= 0; length--) {
                const offset = known?.get(pathKey(path.slice(0, length)));
                if (offset !== undefined)
                    return { file, ...position(offset) };
            }
            return { file, line: 1, column: 1 };
        };
        return [{ file, index, value: (0,freeze/* deepFreeze */.o)(value), locate }];
    });
}


/***/ })

};
