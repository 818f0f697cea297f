export const id = "provision-state-sensitive";
export const ids = ["provision-state-sensitive"];
export const modules = {

/***/ 7828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ LARGEST_SOURCE),
/* harmony export */   Kp: () => (/* binding */ behindLinks),
/* harmony export */   L_: () => (/* binding */ automaticFiles),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   uU: () => (/* binding */ blockLocator),
/* harmony export */   xm: () => (/* binding */ isPartOf),
/* harmony export */   xq: () => (/* binding */ automaticVariables)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(179);
/** The files that a stack is made of, and where in them its resources are declared. */






/** Bytes; archives of programs are among what code uploads. */
const LARGEST_SOURCE = 512 * 1024 * 1024;
/** Everything in a folder counts: templates and policies are read by the code. What tests leave behind does not. */
const GENERATED = /^(?:errored\.tfstate|.*\.tfplan|\.terraform\.tfstate\.lock\.info|crash\.log)$/;
/**
 * Whether a file in or beneath a folder of code can decide what is planned with it: not what explains, shows or tests
 * it, and not what belongs to a stack within it.
 */
function isPartOf(folder, file, stacks) {
    const beneath = (outer, path) => outer === '.' || path.startsWith(`${outer}/`);
    if (!beneath(folder, file))
        return false;
    const inner = folder === '.' ? file : file.slice(folder.length + 1);
    if (/^(?:examples|tests)\//.test(inner) || /\.(?:md|tftest\.hcl)$/.test(inner) || GENERATED.test(inner))
        return false;
    return !stacks.some((other) => other !== folder && beneath(folder, other) && beneath(other, file));
}
/** Values of variables: they may be secret, whatever file they are in. */
const VARIABLES = /\.tfvars(?:\.json)?$/;
/** Those that the tool reads without being told to. See "Variable Definitions (.tfvars) Files". */
const AUTOMATIC = /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/;
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/**
 * Path \u2192 sha256 of every file that a stack and its modules are made of, beside the values of its variables.
 * @param stacks the folders of all stacks
 */
function sourcesOf(code, { modules }, stacks) {
    const files = [...new Set(modules.values())].flatMap((folder) => (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__/* .filesUnder */ .m)(code.workspace, folder, /./).filter((file) => isPartOf(folder, file, stacks) && !VARIABLES.test(file)));
    return Object.fromEntries([...new Set(files)]
        .sort()
        .map((file) => [file, sha256((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .readSourceBytes */ .ht)(code.workspace, file, { largest: LARGEST_SOURCE }))]));
}
/** The path without links, relative to the workspace. @throws Unreadable */
function realPath(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .placeWithin */ .xF)(workspace, '.'), (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .placeWithin */ .xF)(workspace, path)) || '.';
}
/**
 * Where the links of a stack and its modules lead.
 * @param stacks the folders of all stacks
 * @returns undefined when one leads out of the checkout, or nowhere: to plan the stack says which
 */
function behindLinks({ workspace }, { modules }, stacks) {
    const files = new Set();
    const folders = new Set();
    const follow = (path, found) => {
        const place = realPath(workspace, path);
        if (place !== path)
            found.add(place);
    };
    try {
        for (const folder of new Set(modules.values())) {
            follow(folder, folders);
            for (const file of (0,_toolkit_sources_files_ts__WEBPACK_IMPORTED_MODULE_5__/* .filesUnder */ .m)(workspace, folder, /./)) {
                if (!isPartOf(folder, file, stacks))
                    continue;
                follow(file, files);
                follow(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(file), folders);
            }
        }
        return { files, folders };
    }
    catch (error) {
        if (error instanceof _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .Unreadable */ .IO || (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .failuresIn */ .xM)(error).length > 0)
            return undefined;
        throw error;
    }
}
/** The files with values of variables that the tool reads in the folder of a stack, relative to the workspace. */
function automaticFiles(workspace, folder) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, folder));
    }
    catch {
        return [];
    }
    return names
        .filter((name) => AUTOMATIC.test(name))
        .sort()
        .map((name) => (folder === '.' ? name : `${folder}/${name}`));
}
/** Path \u2192 sha256 of the same. */
function automaticVariables({ workspace }, { folder }) {
    return Object.fromEntries(automaticFiles(workspace, folder).map((file) => [file, sha256((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_4__/* .readSourceBytes */ .ht)(workspace, file))]));
}
const blockOf = /^(\w+)((?: "[^"]*")*)$/;
/** Where a resource or output is declared: its block in the code of its module. */
function blockLocator(code, { modules }) {
    return (module, header) => {
        const folder = modules.get(module.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, ''));
        const [, type = '', labels = ''] = blockOf.exec(header) ?? [];
        if (folder === undefined || type === '')
            return undefined;
        const wanted = labels.trim().replaceAll('"', '').split(' ');
        const found = code
            .declarations(folder)
            .find(({ block }) => block.type === type && block.labels.join(' ') === wanted.join(' '));
        return found === undefined ? undefined : { file: found.file, line: found.block.line };
    };
}


/***/ }),

/***/ 7175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C7: () => (/* binding */ maskState),
  maskVariables: () => (/* binding */ maskVariables),
  ip: () => (/* binding */ tellable),
  DA: () => (/* binding */ withoutDetails)
});

// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var model_failure = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/redact/names.js
var names = __webpack_require__(8703);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/toolkit/sources/hcl.js
var hcl = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/sources.js
var sources = __webpack_require__(7828);
;// CONCATENATED MODULE: ./build/actions/provision/src/stack/sensitive-variables.js
/** What the code of a stack keeps secret: the values of its sensitive variables, wherever they are set, before any plan. */






/** Before the name of a variable in the environment. */
const VARIABLE = 'TF_VAR_';
/** Modules within modules are looked into so far. */
const DEEPEST = 8;
/** A text; or a key, which a colon or an equals sign comes behind. */
const TEXT_OR_KEY = /"((?:[^"\\]|\\[\s\S]?)*)(?:"|$)(\s*[=:](?!=))?|(?<![\w-])([\w-]+)\s*[=:](?!=)/g;
/** The texts that an expression has written out. */
function* textsOf(name, { literal, expression }) {
    if (literal !== undefined)
        return yield { name, value: literal };
    let key = name;
    for (const [, text = '', isKey, word] of expression.matchAll(TEXT_OR_KEY)) {
        if (word !== undefined)
            key = word;
        else if (isKey !== undefined)
            key = text;
        else if (text !== '')
            yield { name: key, value: unquoted(text) };
    }
    const heredoc = heredocIn(expression);
    if (heredoc !== undefined)
        yield { name, value: heredoc };
}
function heredocIn(expression) {
    const begin = /<<-?\w+\r?\n/.exec(expression);
    if (begin === null)
        return undefined;
    const rest = expression.slice(begin.index + begin[0].length).trimEnd();
    const end = rest.lastIndexOf('\n');
    return end >= 0 && /^\w+$/.test(rest.slice(end).trim()) ? rest.slice(0, end) : undefined;
}
function unquoted(text) {
    return text.replace(/\\(["\\nrt])/g, (_, letter) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter);
}
function isSensitive({ labels: [name = ''], attributes }) {
    const says = (attribute) => attributes.get(attribute)?.expression.trim() === 'true';
    return says('sensitive') || says('ephemeral') || (0,names/* namesSecret */.L)(name);
}
/** Code that cannot be read is told by who reads it for what it is. */
function topLevel(code, folder) {
    try {
        return code.declarations(folder).map(({ block }) => block);
    }
    catch (error) {
        if ((0,model_failure/* failuresIn */.xM)(error).length === 0)
            throw error;
        return [];
    }
}
function blocksOf(code, folder, type) {
    return topLevel(code, folder).filter((block) => block.type === type);
}
function sensitiveVariables(code, folder) {
    const variables = blocksOf(code, folder, 'variable').filter(isSensitive);
    return new Map(variables.map((block) => [block.labels[0] ?? '', block]));
}
/** What a file of variables sets. */
function* setIn(workspace, file) {
    let text;
    try {
        text = (0,checkout/* readWithin */.w0)(workspace, file).toString('utf8');
    }
    catch (error) {
        if (error instanceof checkout/* Unreadable */.IO)
            return;
        throw error;
    }
    try {
        if (!file.endsWith('.json'))
            return yield* (0,hcl/* readHcl */.K)(text, file).attributes;
        const values = JSON.parse(text);
        if (typeof values !== 'object' || values === null)
            return;
        for (const [name, value] of Object.entries(values))
            yield [
                name,
                {
                    line: 1,
                    expression: JSON.stringify(value),
                    literal: typeof value === 'string' ? value : undefined,
                },
            ];
    }
    catch (error) {
        if ((0,model_failure/* failuresIn */.xM)(error).length === 0 && !(error instanceof SyntaxError))
            throw error;
    }
}
/** What modules of the stack are given for their sensitive variables, written out in the code. */
function* givenToModules(code, folder, depth = 0) {
    if (depth > DEEPEST)
        return;
    for (const { attributes } of blocksOf(code, folder, 'module')) {
        const source = attributes.get('source')?.literal;
        if (source === undefined || !/^\.\.?\//.test(source))
            continue;
        const inner = external_node_path_.posix.join(folder, source);
        for (const [name, block] of sensitiveVariables(code, inner)) {
            for (const attribute of [attributes.get(name), block.attributes.get('default')])
                if (attribute !== undefined)
                    yield* textsOf(name, attribute);
        }
        yield* givenToModules(code, inner, depth + 1);
    }
}
/** What is written out in the code under a name that says that it is a secret. */
function* writtenOut({ attributes, blocks, }) {
    for (const [name, { literal }] of attributes)
        if (literal !== undefined && (0,names/* namesSecret */.L)(name))
            yield { name, value: literal };
    for (const block of blocks)
        yield* writtenOut(block);
}
/**
 * @param varFiles paths relative to the workspace
 * @param env the environment of Terraform, with its `TF_VAR_\u2026`
 */
function* sensitiveValuesOf(code, folder, varFiles, env) {
    const variables = sensitiveVariables(code, folder);
    const files = [...(0,sources/* automaticFiles */.L_)(code.workspace, folder), ...varFiles];
    for (const [name, { attributes }] of variables) {
        const fallback = attributes.get('default');
        if (fallback !== undefined)
            yield* textsOf(name, fallback);
        const given = env[VARIABLE + name];
        if (given === undefined)
            continue;
        yield { name, value: given };
        if (/^\s*[[{]/.test(given))
            yield* textsOf(name, { line: 1, expression: given, literal: undefined });
    }
    for (const file of files)
        for (const [name, attribute] of setIn(code.workspace, file))
            if (variables.has(name) || (0,names/* namesSecret */.L)(name))
                yield* textsOf(name, attribute);
    // No code may declare it, and yet a provider may quote it.
    for (const [name, value] of Object.entries(env))
        if (name.startsWith(VARIABLE) && (0,names/* namesSecret */.L)(name) && !variables.has(name.slice(VARIABLE.length)))
            yield { name: name.slice(VARIABLE.length), value };
    yield* givenToModules(code, folder);
    for (const block of topLevel(code, folder))
        yield* writtenOut(block);
}

// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/mask.js + 2 modules
var mask = __webpack_require__(3878);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/state-values.js
/** What a state keeps secret, as `terraform show -json` marks it: also what an apply has made before it failed. */


/** Every text and number that is marked, or that a name says to be a secret. */
function* sensitiveIn(value, marker, name) {
    if (typeof value === 'string' || typeof value === 'number') {
        if (marker === true || (0,names/* namesSecret */.L)(name))
            yield { name, value: String(value) };
    }
    else if (Array.isArray(value))
        for (const [index, item] of value.entries())
            yield* sensitiveIn(item, marker === true || (0,mask/* part */.y_)(marker, index), name);
    else if ((0,mask/* isRecord */.u4)(value))
        for (const [key, item] of Object.entries(value))
            yield* sensitiveIn(item, marker === true || (0,mask/* part */.y_)(marker, key), key);
}
function* inModule({ resources = [], child_modules = [] }) {
    for (const { values, sensitive_values } of resources)
        yield* sensitiveIn(values, sensitive_values, '');
    for (const child of child_modules)
        yield* inModule(child);
}
function* sensitiveInState({ values = {} }) {
    for (const [name, { sensitive = false, value }] of Object.entries(values.outputs ?? {}))
        yield* sensitiveIn(value, sensitive, name);
    if (values.root_module !== undefined)
        yield* inModule(values.root_module);
}

// EXTERNAL MODULE: ./build/actions/provision/src/state/kept.js
var kept = __webpack_require__(4035);
;// CONCATENATED MODULE: ./build/actions/provision/src/state/sensitive.js
/** Masks what a stack keeps secret, before anything that could quote it is told. */





/** What the variables of the stacks are given: a provider may quote it in its refusal of a plan. */
function maskVariables({ code, stacks, varFiles }, world) {
    world.saveState(kept/* VAR_FILES */.Cd, JSON.stringify(varFiles));
    for (const { folder } of stacks)
        for (const { name, value } of sensitiveValuesOf(code, folder, varFiles, world.env))
            world.redactor.addSensitive(value, name);
}
/**
 * What the state holds: an apply that failed has made secrets which its diagnostics may quote. One that could not be
 * saved counts as well.
 * @returns whether it could be read
 */
async function maskState(tool, world) {
    const errored = (0,files/* erroredStateOf */.Kc)(tool.stack, world);
    const read = await Promise.allSettled([
        tool.showState(),
        ...(errored === undefined ? [] : [tool.showState(errored)]),
    ]);
    for (const each of read)
        if (each.status === 'fulfilled')
            for (const { name, value } of sensitiveInState(each.value))
                world.redactor.addSensitive(value, name);
    return read.some(({ status }) => status === 'fulfilled');
}
/** The same failures without what a provider or a program said: nobody knows which secrets are in that. */
function withoutDetails(failures) {
    return failures.map((failure) => {
        const { code, what, why, source } = failure;
        if (code !== 'TERRAFORM' || why === undefined)
            return failure;
        return new model_failure/* Failure */.HR({
            code,
            what,
            why: 'What was said about it is withheld: the state cannot be read, so nobody knows which secrets are in it.',
            fix: 'Look why the state cannot be read, then run `terraform plan` where it can: that tells more.',
            ...(source === undefined ? {} : { source }),
        });
    });
}
/**
 * What an apply failed with, when it may be told: after what it made is masked; else without details.
 * A plan makes nothing: what it may quote beside the variables is in a state that it could read.
 */
async function tellable(error, tool, doing, world) {
    if (!(0,model_failure/* failuresIn */.xM)(error).some(({ code }) => code === 'TERRAFORM'))
        return error;
    const isRead = await maskState(await tool(), world);
    return isRead || doing === 'plan' ? error : new model_failure/* Failures */.oo(withoutDetails((0,model_failure/* failuresIn */.xM)(error)));
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

/***/ 179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ filesUnder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);




/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform']);
function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
/** Links to folders come after all real folders, so that nothing is known by the name of a link to it. */
class Walk {
    #root;
    #matches;
    #leftOut;
    /** Where the folders really are that were walked already: links may lead in circles. */
    #walked = new Set();
    #links = [];
    files = [];
    constructor(root, matches, leftOut) {
        this.#root = root;
        this.#matches = matches;
        this.#leftOut = leftOut;
    }
    begin(folder) {
        this.#folder(folder);
        for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift())
            this.#folder(link);
        this.files.sort(inOrderOfWalking);
    }
    #folder(folder) {
        const place = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, folder);
        if (this.#walked.has(place))
            return;
        this.#walked.add(place);
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(place, { withFileTypes: true }).sort(byName)) {
            const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isSymbolicLink())
                this.#link(path, entry.name);
            else if (entry.isDirectory()) {
                if (skipped.has(entry.name))
                    this.#leftOut.passOver(`${path}/`);
                else
                    this.#folder(path);
            }
            else if (!this.#matches.test(entry.name))
                this.#leftOut.passOver(path);
            else if (entry.isFile())
                this.files.push(path);
            else
                this.#attempt(path, () => (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(this.#root, path));
        }
    }
    #link(path, name) {
        this.#attempt(path, () => {
            const kind = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(this.#root, path);
            if (kind === 'folder') {
                if (skipped.has(name) || this.#isPassedOver(path))
                    this.#leftOut.passOver(`${path}/`);
                else
                    this.#links.push(path);
            }
            else if (this.#matches.test(name)) {
                if (kind === undefined)
                    throw new _checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO('missing', 'it leads nowhere');
                this.files.push(path);
            }
            else
                this.#leftOut.passOver(path);
        });
    }
    /** What a tool put there is not seen through a link either; and one to a folder that it is in is a circle. */
    #isPassedOver(path) {
        const root = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, '.');
        const target = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, path);
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .placeWithin */ .xF)(this.#root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), 'link');
        const parts = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, target).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        return link.startsWith(target + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || parts.some((part) => skipped.has(part));
    }
    #attempt(path, work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
                this.#leftOut.refuse(error);
            else if (error instanceof _checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .IO)
                this.#leftOut.refuse((0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadableFailure */ .S0)(path, error));
            else
                throw error;
        }
    }
}
/** Folder by folder, as they would stand in a listing. */
function inOrderOfWalking(a, b) {
    const [first, second] = [a.split('/'), b.split('/')];
    const differing = first.findIndex((part, index) => part !== second[index]);
    const [from = '', to = ''] = [first[differing], second[differing]];
    return from < to ? -1 : 1;
}
function throwIt(failure) {
    throw failure;
}
/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`. Links are
 * followed within `root`. A path that is itself a file is taken whatever its name.
 * @throws Failure PATH_OUTSIDE, PATH_MISSING or FILE_UNREADABLE
 */
function filesUnder(root, path, matches, { refuse = throwIt, passOver = () => undefined } = {}) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path).replace(/(?<=.)\/$/, '');
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_OUTSIDE',
            what: `The path ${path} is not within the checkout.`,
            fix: 'Name it relative to the root of the repository.',
        });
    }
    const kind = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(root, normal);
    if (kind === undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'PATH_MISSING',
            what: `There is nothing at ${path}.`,
            fix: 'Correct the path, and make sure that the repository is checked out.',
        });
    }
    if (kind === 'file')
        return [normal];
    const walk = new Walk(root, matches, { refuse, passOver });
    walk.begin(normal);
    return walk.files;
}


/***/ })

};
