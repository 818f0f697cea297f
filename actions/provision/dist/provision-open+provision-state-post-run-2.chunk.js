export const id = "provision-open+provision-state-post-run-2";
export const ids = ["provision-open+provision-state-post-run-2"];
export const modules = {

/***/ 333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Code),
/* harmony export */   a: () => (/* binding */ readBy)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9075);
/** The code of folders, each read once: whoever asks about a stack asks about the same modules. */





/** Terraform's names, and those that only OpenTofu reads. */
const NATIVE = /\.(?:tf|tofu)$/;
const JSON_SYNTAX = /\.(?:tf|tofu)\.json$/;
/** Types of blocks \u2192 how many labels they have; what else there is says nothing about stacks. */
const labelled = {
    terraform: 0,
    backend: 1,
    cloud: 0,
    module: 1,
    data: 2,
    resource: 2,
    output: 1,
    variable: 1,
    provider: 1,
};
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonAttribute(value) {
    const literal = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
    return {
        line: 1,
        expression: JSON.stringify(value),
        literal: literal?.includes('${') ? undefined : literal,
    };
}
/** See "JSON Configuration Syntax" in Terraform's documentation; the lines are not known. */
function jsonBody(value) {
    const attributes = new Map();
    const blocks = [];
    const collect = (type, labels, left, inner) => {
        for (const each of Array.isArray(inner) ? inner : [inner]) {
            if (!isRecord(each))
                continue;
            if (left === 0)
                blocks.push({ type, labels, line: 1, ...jsonBody(each) });
            else
                for (const [label, next] of Object.entries(each))
                    collect(type, [...labels, label], left - 1, next);
        }
    };
    for (const [name, inner] of Object.entries(value)) {
        const count = labelled[name];
        if (count === undefined)
            attributes.set(name, jsonAttribute(inner));
        else
            collect(name, [], count, inner);
    }
    return { attributes, blocks };
}
function readJson(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'HCL_SYNTAX',
            what: `This is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
            fix: 'Correct the text.',
            source: { file },
            cause,
        });
    }
    return jsonBody(isRecord(value) ? value : {});
}
/**
 * Which files of a folder a tool reads: Terraform knows no `.tofu`, and OpenTofu reads `x.tofu` in the place of `x.tf`.
 * Neither reads what editors leave behind.
 */
function readBy(names, tool) {
    const code = names.filter((name) => (NATIVE.test(name) || JSON_SYNTAX.test(name)) && !/^\.|^#.*#$|~$/.test(name));
    const isTofu = (name) => /\.tofu(?:\.json)?$/.test(name);
    if (tool === 'terraform')
        return code.filter((name) => !isTofu(name));
    const own = new Set(code.filter(isTofu));
    return code.filter((name) => isTofu(name) || !own.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')));
}
class Code {
    workspace;
    #folders = new Map();
    constructor(workspace) {
        this.workspace = workspace;
    }
    /**
     * The top-level blocks of a folder, in the order of its files; none when it is not there.
     * @throws Failure HCL_SYNTAX, or of what leads out of the checkout or is no file
     */
    declarations(folder) {
        const known = this.#folders.get(folder);
        if (known !== undefined)
            return known;
        const read = this.#names(folder).flatMap((name) => {
            const file = folder === '.' ? name : `${folder}/${name}`;
            const text = (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readSource */ .o$)(this.workspace, file);
            const body = JSON_SYNTAX.test(name) ? readJson(text, file) : (0,_toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_4__/* .readHcl */ .K)(text, file);
            return body.blocks.map((block) => ({ file, block }));
        });
        this.#folders.set(folder, read);
        return read;
    }
    /** The names of the files with code in a folder that a tool reads. */
    filesFor(folder, tool) {
        return readBy(this.#names(folder), tool);
    }
    /** The top-level blocks of a folder that a tool reads. @throws Failure HCL_SYNTAX */
    declarationsFor(folder, tool) {
        const read = new Set(this.filesFor(folder, tool));
        return this.declarations(folder).filter(({ file }) => read.has(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(file)));
    }
    /** Names of the variables of a folder that neither a plan file nor a state holds. */
    ephemeralVariables(folder) {
        const found = this.declarations(folder).flatMap(({ block }) => {
            const ephemeral = block.attributes.get('ephemeral')?.expression.trim() === 'true';
            return block.type === 'variable' && ephemeral ? [block.labels[0] ?? ''] : [];
        });
        return new Set(found);
    }
    #names(folder) {
        let names;
        try {
            names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.workspace, folder));
        }
        catch {
            return [];
        }
        return names.filter((name) => NATIVE.test(name) || JSON_SYNTAX.test(name)).sort();
    }
}


/***/ }),

/***/ 8579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ environmentFor),
/* harmony export */   OF: () => (/* binding */ unreviewable),
/* harmony export */   RB: () => (/* binding */ decidingVariables),
/* harmony export */   vZ: () => (/* binding */ endpoints)
/* harmony export */ });
/** What Terraform, its providers and the programs that they start see of the environment: what they need, and no token. */
/** By whole name, whatever the case on systems where that does not count. */
const NEEDED = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'TZ',
    'TMPDIR',
    'TMP',
    'TEMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CURL_CA_BUNDLE',
    'REQUESTS_CA_BUNDLE',
    'NODE_EXTRA_CA_CERTS',
    'GIT_SSL_CAINFO',
    'GIT_SSL_CAPATH',
    'CHECKPOINT_DISABLE',
    'TERRAFORM_CONFIG',
    'GOGC',
    'GOMEMLIMIT',
    'GODEBUG',
    // How AWS is reached. Who asks is the session's to say: no AWS_PROFILE, no AWS_CONTAINER_\u2026.
    'AWS_CA_BUNDLE',
    'AWS_DEFAULT_REGION',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_MAX_ATTEMPTS',
    'AWS_RETRY_MODE',
    'AWS_STS_REGIONAL_ENDPOINTS',
    'AWS_USE_DUALSTACK_ENDPOINT',
    'AWS_USE_FIPS_ENDPOINT',
    // Windows starts nothing without them.
    'APPDATA',
    'COMSPEC',
    'LOCALAPPDATA',
    'PATHEXT',
    'PROGRAMDATA',
    'SYSTEMROOT',
    'USERPROFILE',
    'WINDIR',
]);
const NEEDED_PREFIX = /^(?:LC_|XDG_|TF_|AWS_ENDPOINT_URL)/;
/** Of private registries: what fetches modules and providers needs them, and what those start does not. */
const REGISTRY_TOKEN = /^TF_TOKEN_/;
function environmentFor(env, { passed, doing }) {
    const named = new Set(passed);
    const sees = (name) => {
        if (named.has(name))
            return true;
        if (REGISTRY_TOKEN.test(name))
            return doing === 'init';
        return NEEDED.has(name.toUpperCase()) || NEEDED_PREFIX.test(name);
    };
    return Object.fromEntries(Object.entries(env).filter(([name]) => sees(name)));
}
/** What would change what is done without any review showing it. */
const ARGUMENTS = /^(?:TF_CLI_ARGS(?:_.*)?|TF_REATTACH_PROVIDERS)$/;
/** The names of variables that Terraform must not be given. */
function unreviewable(env) {
    return Object.keys(env)
        .filter((name) => ARGUMENTS.test(name) && env[name] !== '')
        .sort();
}
/** Values that decide what is planned, and may be secret: variables of the code, and how a state is encrypted. */
function decidingVariables(env) {
    return Object.fromEntries(Object.entries(env)
        .filter(([name]) => /^TF_VAR_/.test(name) || name === 'TF_ENCRYPTION')
        .sort(([one], [other]) => (one < other ? -1 : 1)));
}
/** Where AWS is asked instead of at its own addresses: another answer there is another account. */
function endpoints(env) {
    return Object.fromEntries(Object.entries(env)
        .filter(([name, value]) => /^AWS_ENDPOINT_URL(?:_|$)/.test(name) && value !== '')
        .sort(([one], [other]) => (one < other ? -1 : 1)));
}


/***/ }),

/***/ 6798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ roleProblems),
/* harmony export */   fA: () => (/* binding */ openSession)
/* harmony export */ });
/* unused harmony export readOnly */
/* harmony import */ var _toolkit_aws_role_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3107);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);


const ROLE = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/;
function rolesEqual(roles) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'ROLES_EQUAL',
        what: `Planning and applying use the same role, ${roles.apply}.`,
        why: 'Whoever can open a pull request decides what runs while it is planned: that must not be able to change anything.',
        fix: 'Give `plan-role` a role of its own that may only read.',
    });
}
function notAnArn(input, role) {
    if (role === undefined || /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(role))
        return [];
    return [
        new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'INPUT_INVALID',
            what: `The input \`${input}\` is \`${role}\`: it must be the ARN of a role.`,
            fix: `Write \`${input}: arn:aws:iam::<account>:role/<name>\`.`,
        }),
    ];
}
function planRole() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'PLAN_ROLE',
        what: 'The input `plan-role` is required for `plan`, `drift` and every `dry-run`.',
        why: 'Code that nobody has reviewed may run while it is planned, whatever the event, and must not do so as the role that applies.',
        fix: 'Add `plan-role:` with a role that may only read; the module terraform/modules/identity makes one.',
    });
}
/** What is wrong with the roles before any of them is assumed. */
function roleProblems({ plan, apply }, applies) {
    const problems = [...notAnArn('aws-role', apply), ...notAnArn('plan-role', plan)];
    if (plan === undefined && !applies)
        problems.push(planRole());
    if (plan !== undefined && plan === apply)
        problems.push(rolesEqual({ plan, apply }));
    return problems;
}
/**
 * Reading everywhere, the locks of these states, and plans of this commit: whatever else the role has been given does
 * not count. Plans are written once, so that none is put in the place of one that was reviewed.
 */
function readOnly(role, { bucket, states, planStore }) {
    const [, partition = 'aws'] = ROLE.exec(role) ?? [];
    const allow = (actions, resource, condition = {}) => ({
        Effect: 'Allow',
        Action: actions,
        Resource: resource,
        ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    });
    return {
        managed: [`arn:${partition}:iam::aws:policy/ReadOnlyAccess`],
        document: {
            Version: '2012-10-17',
            Statement: [
                allow(['s3:PutObject', 's3:DeleteObject'], `arn:${partition}:s3:::${bucket}/${states}*.tflock`),
                // The state may be encrypted with a key of one's own.
                allow(['kms:Decrypt'], '*'),
                ...(planStore === undefined
                    ? []
                    : [
                        allow(['s3:PutObject'], `arn:${partition}:s3:::${planStore.bucket}/${planStore.prefix}/${planStore.repositoryId}/${planStore.commit}/*.sealed`, { Null: { 's3:if-none-match': 'false' } }),
                        allow(['kms:GenerateDataKey'], planStore.key, {
                            StringEquals: {
                                'kms:EncryptionContext:repository_id': planStore.repositoryId,
                                'kms:EncryptionContext:commit': planStore.commit,
                            },
                        }),
                    ]),
            ],
        },
    };
}
/**
 * @param applies whether the command changes anything: only then it is the role that may
 * @throws Failure ROLES_EQUAL when AWS says that the session to plan is one of the role that applies
 */
async function openSession(roles, applies, { region, reads }, world) {
    const sessionName = `omninode-${world.run.id}-${world.run.attempt}`;
    if (applies) {
        const credentials = await (0,_toolkit_aws_role_ts__WEBPACK_IMPORTED_MODULE_0__/* .assumeRole */ .xN)({ role: roles.apply, region, sessionName }, world);
        const { account } = await (0,_toolkit_aws_role_ts__WEBPACK_IMPORTED_MODULE_0__/* .callerRole */ .y9)(credentials, region, world);
        return { credentials, account };
    }
    if (roles.plan === undefined)
        throw planRole();
    const sessionPolicy = readOnly(roles.plan, reads);
    const credentials = await (0,_toolkit_aws_role_ts__WEBPACK_IMPORTED_MODULE_0__/* .assumeRole */ .xN)({ role: roles.plan, region, sessionName, sessionPolicy }, world);
    const caller = await (0,_toolkit_aws_role_ts__WEBPACK_IMPORTED_MODULE_0__/* .callerRole */ .y9)(credentials, region, world);
    const [, , account, name] = ROLE.exec(roles.apply) ?? [];
    if (caller.account === account && caller.name === name)
        throw rolesEqual(roles);
    world.log.info(`planning as ${caller.name}, which is not the role that applies (${name}); it may only read`);
    return { credentials, account: caller.account };
}


/***/ }),

/***/ 6429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ parseConstraint),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _O: () => (/* binding */ canBeSatisfied),
/* harmony export */   eL: () => (/* binding */ isLatest),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   y: () => (/* binding */ exactVersion),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/**
 * Versions and version constraints as Terraform documents them ("Version Constraints"); OpenTofu's are the same.
 * A pre-release is never in a range: it has to be asked for exactly.
 */

const VERSION = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const CONDITION = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/;
function parseVersion(text) {
    const found = VERSION.exec(text);
    if (found === null)
        return undefined;
    const [, major, minor = '0', patch = '0', preRelease = ''] = found;
    const numbers = [Number(major), Number(minor), Number(patch)];
    return Object.freeze({ text: text.replace(/^v/, ''), numbers, preRelease });
}
/** Semantic Versioning 2.0.0, \u00a711: number by number, a word after a number, more parts after fewer. */
function comparePreReleases(a, b) {
    if (a === b)
        return 0;
    if (a === '' || b === '')
        return a === '' ? 1 : -1;
    const [left, right] = [a.split('.'), b.split('.')];
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const [one = '', other = ''] = [left[index], right[index]];
        if (one === other)
            continue;
        const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
        if (isNumber && otherIsNumber && Number(one) !== Number(other))
            return Number(one) - Number(other);
        if (isNumber !== otherIsNumber)
            return isNumber ? -1 : 1;
        return one < other ? -1 : 1;
    }
    return left.length - right.length;
}
/** Below 0 when a is older than b, 0 when they are the same version. */
function compareVersions(a, b) {
    for (let index = 0; index < 3; index++) {
        const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return comparePreReleases(a.preRelease, b.preRelease);
}
/**
 * @param text `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0`, or `latest` for any release
 * @throws Failure VERSION_INVALID at its source
 */
function parseConstraint(text, from, source) {
    const where = source === undefined ? {} : { source: Object.freeze({ ...source }) };
    const invalid = (why) => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'VERSION_INVALID',
        what: `\`${text}\` in ${from} is not a version or a version constraint.`,
        why,
        fix: 'Write one like `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0` or `latest`.',
        ...where,
    });
    const conditions = (text === 'latest' ? [] : text.split(',')).map((part) => {
        const [, operator = '=', given = ''] = CONDITION.exec(part.trim()) ?? [];
        const version = parseVersion(given);
        if (version === undefined)
            throw invalid(`It has the part \`${part.trim()}\`.`);
        if (version.preRelease !== '' && operator !== '=')
            throw invalid(`The pre-release ${version.text} can only be asked for exactly.`);
        const written = given.replace(/[-+].*/, '').split('.').length;
        return Object.freeze({ operator: operator, version, written });
    });
    return Object.freeze({ text, conditions: Object.freeze(conditions), from, ...where });
}
/** Whether it is `latest`, which only the list of releases can answer. */
function isLatest({ conditions }) {
    return conditions.length === 0;
}
function holds({ operator, version: bound, written }, version) {
    const order = compareVersions(version, bound);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '~>':
            return (order >= 0 &&
                bound.numbers.slice(0, written - 1).every((number, index) => number === version.numbers[index]));
    }
}
function satisfies(version, { conditions }) {
    if (version.preRelease !== '' && !conditions.some(({ operator }) => operator === '='))
        return false;
    return conditions.every((condition) => holds(condition, version));
}
/** `1.12.0` for `1.12.0-beta1`: what Terraform compares with a `required_version`. */
function coreOf(version) {
    return Object.freeze({ text: version.numbers.join('.'), numbers: version.numbers, preRelease: '' });
}
/** The one version that is asked for, when there is no choice. */
function exactVersion(constraints) {
    return constraints.flatMap(({ conditions }) => conditions).find(({ operator }) => operator === '=')?.version;
}
/**
 * Whether there can be a version at all that satisfies every constraint, released or not.
 *
 * The oldest one that does is where a lower bound is, or a few patches on, past what `>` and `!=` leave out.
 */
function canBeSatisfied(constraints) {
    const conditions = constraints.flatMap((constraint) => constraint.conditions);
    const bounds = [...conditions.map(({ version }) => version), parseVersion('0')].filter((version) => version !== undefined);
    return bounds.some((bound) => {
        if (constraints.every((constraint) => satisfies(bound, constraint)))
            return true;
        const [major, minor, patch] = bound.numbers;
        for (let step = 0; step <= conditions.length; step++) {
            const next = parseVersion(`${major}.${minor}.${patch + step}`);
            if (next !== undefined && constraints.every((constraint) => satisfies(next, constraint)))
                return true;
        }
        return false;
    });
}


/***/ }),

/***/ 4856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ry: () => (/* binding */ clientSettings),
  X5: () => (/* binding */ endpointOf),
  qI: () => (/* binding */ signedBy)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/toolkit/aws/handler.js
/** The one HTTPS as the AWS SDK wants to be given it: its `requestHandler`. */



/** Milliseconds for one answer: a plan is megabytes. */
const DEADLINE = 120_000;
/** Requests in flight at once. */
const MOST = 8;
/** As the SDK has signed it: RFC 3986, with all but the unreserved characters escaped. */
function escaped(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
function urlOf({ protocol, hostname, port, path, query = {} }) {
    const pairs = Object.entries(query).flatMap(([name, value]) => value === null
        ? [escaped(name)]
        : [value].flat().map((each) => `${escaped(name)}=${escaped(each)}`));
    const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
    return new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`);
}
function bodyOf(body) {
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
        return body;
    throw new Error('a body that is streamed is not sent: pass it whole');
}
/** Nobody answered; the SDK tells by the code whether to ask again. */
class Unanswered extends Error {
    code;
    /** What a proxy said that did not connect. */
    statusCode;
    constructor(cause, code) {
        super(String(cause.message ?? code), { cause });
        this.code = code;
        this.statusCode = typeof cause.statusCode === 'number' ? cause.statusCode : undefined;
    }
}
function unanswered(error) {
    const code = (0,network/* codeOf */.$)(error);
    return code === undefined || typeof error !== 'object' || error === null
        ? error
        : new Unanswered(error, code);
}
/** @param env of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY count */
function requestHandler(env) {
    const connections = (0,exchange/* keepConnections */.FQ)({ most: MOST, proxies: env });
    return {
        metadata: { handlerProtocol: 'http/1.1' },
        handle: async (request, { abortSignal } = {}) => {
            const { status, headers, body } = await (0,exchange/* exchange */.cv)({
                method: request.method,
                url: urlOf(request),
                // How long it is, the exchange says itself; the host is the address's.
                headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !/^(?:content-length|expect)$/i.test(name))),
                body: bodyOf(request.body),
                connections,
                signal: abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal,
                deadline: DEADLINE,
            }).catch((error) => {
                throw unanswered(error);
            });
            const received = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]);
            return {
                response: {
                    statusCode: status,
                    headers: Object.fromEntries(received),
                    body: external_node_stream_.Readable.from([body], { objectMode: false }),
                },
            };
        },
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy: () => connections.close(),
    };
}

;// CONCATENATED MODULE: ./build/toolkit/aws/client.js

/**
 * @param service as AWS names it in its variables: `STS`, `S3`, `KMS`
 * @param env of a child: its AWS_ENDPOINT_URL_<service>, AWS_ENDPOINT_URL, and the proxies count
 */
function clientSettings(service, region, env) {
    const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL'];
    return { region, requestHandler: requestHandler(env), ...(endpoint === undefined ? {} : { endpoint }) };
}
/** Where a service is asked, for failures; a bucket's own name may be before it. */
function endpointOf(service, { region, endpoint }) {
    return endpoint ?? `https://${service.toLowerCase()}.${region}.amazonaws.com`;
}
/** The settings of a client that signs its requests. */
function signedBy({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }, settings) {
    return {
        ...settings,
        credentials: {
            accessKeyId: AWS_ACCESS_KEY_ID,
            secretAccessKey: AWS_SECRET_ACCESS_KEY,
            sessionToken: AWS_SESSION_TOKEN,
        },
    };
}


/***/ }),

/***/ 7071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ explainAws)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _transport_proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2865);
/* harmony import */ var _transport_trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5252);
/** What it means when AWS does not do what it was asked. */



function isSdkError(error) {
    return (error instanceof Error &&
        '$metadata' in error &&
        typeof error.$metadata === 'object' &&
        error.$metadata !== null);
}
const forbidden = /AccessDenied|Forbidden|UnauthorizedOperation|NotAuthorized/;
/**
 * A failed call as a Failure; it never ends as a bug, whatever was answered.
 * @returns AWS_FORBIDDEN, AWS_REFUSED, AWS_UNREACHABLE, AWS_ANSWER; what is a failure already as it is
 */
function explainAws(error, { what, action, endpoint, env }) {
    if ((0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).length > 0 || (error instanceof Error && error.name === 'AbortError'))
        return error;
    if (!URL.canParse(endpoint)) {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'AWS_UNREACHABLE',
            what: `AWS could not be asked for ${what}.`,
            why: `${endpoint} is no address.`,
            fix: 'Correct AWS_ENDPOINT_URL, or remove it.',
        });
    }
    const trouble = (0,_transport_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .L)(error, new URL(endpoint), (0,_transport_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .proxiesIn */ .Iz)(env));
    if (trouble !== undefined) {
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'AWS_UNREACHABLE',
            what: `AWS could not be asked for ${what} (${trouble.code}).`,
            why: trouble.why,
            fix: trouble.fix,
            cause: error,
        });
    }
    const status = isSdkError(error) ? error.$metadata.httpStatusCode : undefined;
    const named = isSdkError(error) && !/^(?:Error|SyntaxError|TypeError|Unknown|UnknownError|\d+)$/.test(error.name);
    if (isSdkError(error) && named) {
        const isForbidden = forbidden.test(error.name) || status === 403;
        return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: isForbidden ? 'AWS_FORBIDDEN' : 'AWS_REFUSED',
            what: `AWS refused ${what}${status === undefined ? '' : ` (${status})`}.`,
            why: `${error.name}: ${error.message.replace(/\.$/, '')}.`,
            fix: isForbidden
                ? `Allow ${action} in the policy of the role, and in those of what it is asked of.`
                : error.name === 'NoSuchBucket'
                    ? 'Make the bucket, or correct its name: that of the states is in `backend-config:`, that of the plans in `plan-store:`.'
                    : 'Correct what AWS names; the code before the colon is in the documentation of the service.',
            cause: error,
        });
    }
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'AWS_ANSWER',
        what: `AWS was asked for ${what}, and the answer is not one of AWS${status === undefined ? '' : ` (${status})`}.`,
        why: 'Something else answers in its place, such as a proxy or its login page.',
        fix: 'Check AWS_ENDPOINT_URL and HTTPS_PROXY, and that no proxy on the way changes the answers.',
        cause: error,
    });
}


/***/ }),

/***/ 3107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ staticKeyProblems),
/* harmony export */   xN: () => (/* binding */ assumeRole),
/* harmony export */   y9: () => (/* binding */ callerRole)
/* harmony export */ });
/* unused harmony export classifySts */
/* harmony import */ var _identity_claims_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6579);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2022);
/* harmony import */ var _retry_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8090);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4856);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7071);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7097);
/** An OIDC token for an AWS role's credentials: for minutes, in memory, for one child process. */







const AUDIENCE = 'sts.amazonaws.com';
const ASSUME = 'sts:AssumeRoleWithWebIdentity';
/** Failures that say nothing of the role. */
const unansweredCodes = new Set(['AWS_UNREACHABLE', 'AWS_ANSWER']);
const ATTEMPTS = { attempts: 6, shortest: 500, longest: 15_000 };
/** Seconds. */
const SESSION = 3_600;
/** Long-lived keys in the environment would win over the role without a word. */
function staticKeyProblems(env) {
    const found = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'].filter((name) => env[name]);
    if (found.length === 0)
        return [];
    return [
        new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'STATIC_KEYS',
            what: `The environment holds ${found.join(', ')}.`,
            why: 'Stored keys outlive the run, and AWS clients prefer them to the role.',
            fix: 'Remove them from `env:` and from earlier steps; the role is assumed with the OIDC token.',
        }),
    ];
}
function nameOf(error) {
    return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
function messageOf(error) {
    return typeof error === 'object' && error !== null && 'message' in error
        ? String(error.message)
        : String(error);
}
/** Which errors of STS pass by themselves. A refusal does not. */
function classifySts(error) {
    const name = nameOf(error);
    if (/Throttl|TooManyRequests|RequestLimitExceeded|IDPCommunicationError|ExpiredToken|ServiceUnavailable|InternalFailure|TimeoutError/.test(name))
        return 'again';
    if (name === 'InvalidIdentityToken' || name === 'InvalidIdentityTokenException') {
        return /retrieve verification key/i.test(messageOf(error)) ? 'again' : 'refuse';
    }
    return (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnreachable */ .R)(error) || ((0,_status_js__WEBPACK_IMPORTED_MODULE_5__/* .httpStatusOf */ .s)(error) ?? 0) >= 500 ? 'again' : 'refuse';
}
/** What a trust policy can look at; the token itself is never shown. */
const CLAIMS = [
    'sub',
    'aud',
    'repository_id',
    'environment',
    'ref',
    'event_name',
    'job_workflow_ref',
];
/** What it must look at, and with which values it lets this job in. */
const REQUIRED = new Set(['sub', 'aud', 'repository_id', 'environment']);
function offeredBy(token) {
    const claims = (0,_identity_claims_js__WEBPACK_IMPORTED_MODULE_6__/* .claimsOf */ .d)(token);
    return CLAIMS.flatMap((name) => claims[name] === undefined ? [] : [[name, String(claims[name])]]);
}
function refusal(error, { role }, token) {
    const notAuthorized = nameOf(error).startsWith('AccessDenied');
    const claims = offeredBy(token);
    const wanted = claims.filter(([name]) => REQUIRED.has(name)).map(([name, value]) => `${name} "${value}"`);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: notAuthorized ? 'ROLE_REFUSED' : 'ROLE_FAILED',
        what: `AWS did not let this job assume ${role}: ${messageOf(error)}.`,
        why: `The token offered ${claims.map(([name, value]) => `${name}=${value}`).join(', ')}.`,
        fix: notAuthorized
            ? `To let this job in, the trust policy of the role must want, each with StringEquals and in exactly this form: ${wanted.join(', ')}. Look at what it wants: aws iam get-role --role-name ${role.split('/').at(-1)} --query Role.AssumeRolePolicyDocument`
            : 'Check `aws-role`, and that the OIDC provider of this issuer exists in the account.',
        cause: error,
    });
}
/**
 * The role that credentials are of, as AWS itself tells: account and name.
 * @throws Failure of `explainAws`
 */
async function callerRole(credentials, region, { env }) {
    const { callerArn } = await Promise.all(/* import() | toolkit-aws-sts */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-sts-packages"), __webpack_require__.e("toolkit-aws-sts")]).then(__webpack_require__.bind(__webpack_require__, 8455));
    const settings = (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .clientSettings */ .ry)('STS', region, env);
    const arn = await callerArn(settings, credentials).catch((error) => {
        const endpoint = (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .endpointOf */ .X5)('STS', settings);
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .explainAws */ .B)(error, { what: 'STS to say who asks', action: 'sts:GetCallerIdentity', endpoint, env });
    });
    const [, account = '', name = ''] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
    return { account, name };
}
/**
 * Assumes a role with a new ID token. Throttling and trouble between AWS and the issuer are tried again, with a
 * new token each time; a refusal is not.
 * @throws Failure ROLE_REFUSED, with the claims that were offered; ROLE_FAILED; AWS_UNREACHABLE, AWS_ANSWER
 */
async function assumeRole(options, world) {
    const { assumeWithToken } = await Promise.all(/* import() | toolkit-aws-sts */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-sts-packages"), __webpack_require__.e("toolkit-aws-sts")]).then(__webpack_require__.bind(__webpack_require__, 8455));
    const { env, signal, random, log, redactor } = world;
    let token = '';
    let credentials;
    try {
        credentials = await (0,_retry_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({
            ...ATTEMPTS,
            classify: classifySts,
            signal,
            random,
            onRetry: (error, attempt, wait) => log.info(`STS: attempt ${attempt} failed (${nameOf(error)}); again in ${wait} ms with a new token`),
        }, async () => {
            token = await world.idToken(AUDIENCE);
            return assumeWithToken(options, token, SESSION, (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .clientSettings */ .ry)('STS', options.region, env));
        });
    }
    catch (error) {
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            throw error;
        signal.throwIfAborted();
        const endpoint = (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .endpointOf */ .X5)('STS', (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .clientSettings */ .ry)('STS', options.region, env));
        const asked = { what: `STS to let this job assume ${options.role}`, action: ASSUME, endpoint, env };
        const explained = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .explainAws */ .B)(error, asked);
        const unanswered = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(explained).some(({ code }) => unansweredCodes.has(code));
        throw unanswered ? explained : refusal(error, options, token);
    }
    for (const value of Object.values(credentials))
        redactor.add(value);
    return credentials;
}


/***/ }),

/***/ 7097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ httpStatusOf)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** The HTTP status that AWS refused with, also of the failure that tells of it; undefined when AWS said nothing. */
function httpStatusOf(error) {
    if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error.code === 'AWS_ANSWER' ? undefined : httpStatusOf(error.cause);
    const { $metadata } = (error ?? {}); // what the SDK adds to its errors
    return typeof $metadata?.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined;
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

/***/ 9075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readHcl),
/* harmony export */   v: () => (/* binding */ objectMembers)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6562);
/**
 * The one reader of HCL, the language of Terraform and OpenTofu: blocks, their attributes, and the line of each.
 * Expressions are not evaluated; what is written out as text is read, and everything else is told as its own text.
 * Source: the HCL native syntax specification.
 */


/** Nesting beyond it would exhaust the stack. */
const MAX_DEPTH = 100;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const BLANK = /[ \t\r]+/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const escapes = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const closing = { '(': ')', '[': ']', '{': '}' };
class Reader {
    text;
    file;
    position;
    at = 0;
    constructor(text, file) {
        this.text = text;
        this.file = file;
        this.position = (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .positions */ .Xq)(text);
    }
    refuse(what, at = this.at) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'HCL_SYNTAX',
            what: `This is not Terraform code that can be read: ${what}.`,
            fix: 'Correct the text at this place; `terraform fmt` shows more.',
            source: { file: this.file, ...this.position(at) },
        });
    }
    match(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text)?.[0];
        if (found !== undefined)
            this.at += found.length;
        return found;
    }
    line(at = this.at) {
        return this.position(at).line;
    }
    /** A comment at this place is passed over. */
    #comment() {
        const { text, at } = this;
        if (text[at] === '#' || text.startsWith('//', at)) {
            const end = text.indexOf('\n', at);
            this.at = end === -1 ? text.length : end;
            return true;
        }
        if (!text.startsWith('/*', at))
            return false;
        const end = text.indexOf('*/', at + 2);
        if (end === -1)
            this.refuse('the comment has no end');
        this.at = end + 2;
        return true;
    }
    /** Blanks and comments on this line. */
    blanks() {
        while (this.match(BLANK) !== undefined || this.#comment())
            ;
    }
    /** Blanks, comments and ends of lines. */
    space() {
        do
            this.blanks();
        while (this.text[this.at] === '\n' && ++this.at > 0);
    }
    /** Past a quoted template; what is interpolated in it may hold others. */
    quoted(depth) {
        const start = this.at++;
        for (;;) {
            const character = this.text[this.at];
            if (character === undefined || character === '\n')
                this.refuse('the text has no closing quote', start);
            this.at++;
            if (character === '"')
                return;
            if (character === '\\')
                this.at++;
            else
                this.#template(character, depth);
        }
    }
    /** Past `${ \u2026 }` or `%{ \u2026 }`, whose first character was just read. */
    #template(character, depth) {
        if ((character !== '$' && character !== '%') || this.text[this.at] !== '{')
            return;
        // Doubled, it stands for itself.
        if (this.text[this.at - 2] === character)
            return;
        this.brackets(depth);
    }
    #heredoc(depth) {
        HEREDOC.lastIndex = this.at;
        const [opening = '', mark = ''] = HEREDOC.exec(this.text) ?? [];
        if (opening === '')
            return false;
        const start = this.at;
        this.at += opening.length;
        for (;;) {
            const end = this.text.indexOf('\n', this.at);
            const line = this.text.slice(this.at, end === -1 ? undefined : end);
            if (line.trim() === mark) {
                this.at += line.replace(/\r$/, '').length;
                return true;
            }
            if (end === -1)
                this.refuse(`the text that begins with <<${mark} has no end`, start);
            // What is interpolated may go over several lines.
            while (this.at < end) {
                const character = this.text[this.at++] ?? '';
                this.#template(character, depth);
            }
            this.at = Math.max(this.at, end + 1);
        }
    }
    /** Past one element of an expression. */
    #element(depth) {
        const character = this.text[this.at];
        if (character === undefined)
            this.refuse('the expression has no end');
        if (character === '"')
            this.quoted(depth);
        else if (character in closing)
            this.brackets(depth);
        else if (this.#comment() || this.#heredoc(depth))
            return;
        else
            this.at++;
    }
    /** Past what stands between brackets, over any number of lines. */
    brackets(depth) {
        if (depth > MAX_DEPTH)
            this.refuse('it is nested too deeply');
        const start = this.at;
        const end = closing[this.text[this.at++] ?? ''];
        while (this.text[this.at] !== end) {
            if (this.text[this.at] === undefined)
                this.refuse(`there is no ${end} for it`, start);
            this.#element(depth + 1);
        }
        this.at++;
    }
    /** @param ends where an expression ends when it is within no bracket */
    expression(ends) {
        const start = this.at;
        while (this.at < this.text.length && !ends.test(this.text[this.at] ?? '')) {
            const before = this.at;
            this.#element(0);
            // A comment at the end is not part of it.
            if (this.text.startsWith('#', before) || this.text.startsWith('//', before))
                break;
        }
        const expression = withoutComment(this.text.slice(start, this.at));
        if (expression === '')
            this.refuse('a value is missing', start);
        return { line: this.line(start), expression, literal: literalOf(expression) };
    }
}
function withoutComment(expression) {
    const trimmed = expression.trim();
    const from = Math.max(trimmed.lastIndexOf('"'), trimmed.lastIndexOf('\n')) + 1;
    const comment = trimmed.slice(from).search(/#|\/\//);
    return comment === -1 ? trimmed : trimmed.slice(0, from + comment).trim();
}
/** A text without interpolation, a number or a boolean. */
function literalOf(expression) {
    if (/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(expression))
        return expression;
    const [, inner] = /^"((?:[^"\\]|\\.)*)"$/s.exec(expression) ?? [];
    if (inner === undefined || /(?<!\$)\$\{|(?<!%)%\{/.test(inner))
        return undefined;
    return inner
        .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short, long, one) => {
        if (one !== undefined)
            return escapes[one] ?? whole;
        const point = Number.parseInt(short ?? long, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
        .replaceAll('$${', '${')
        .replaceAll('%%{', '%{');
}
function readLabels(reader) {
    const labels = [];
    for (;;) {
        reader.blanks();
        const start = reader.at;
        if (reader.text[start] === '"') {
            reader.quoted(0);
            labels.push(literalOf(reader.text.slice(start, reader.at)) ?? reader.refuse('a label must be plain', start));
        }
        else {
            const name = reader.match(NAME);
            if (name === undefined)
                return labels;
            labels.push(name);
        }
    }
}
function readBody(reader, depth) {
    if (depth > MAX_DEPTH)
        reader.refuse('it is nested too deeply');
    const attributes = new Map();
    const blocks = [];
    for (;;) {
        reader.space();
        if (reader.at >= reader.text.length || reader.text[reader.at] === '}')
            return { attributes, blocks };
        const start = reader.at;
        const name = reader.match(NAME);
        if (name === undefined)
            reader.refuse(`an unexpected ${JSON.stringify(reader.text[start])}`);
        reader.blanks();
        if (reader.text[reader.at] === '=' && reader.text[reader.at + 1] !== '=') {
            reader.at++;
            reader.blanks();
            if (attributes.has(name))
                reader.refuse(`${name} is set twice`, start);
            attributes.set(name, reader.expression(/[\n}]/));
            continue;
        }
        const labels = readLabels(reader);
        if (reader.text[reader.at] !== '{')
            reader.refuse(`${name} is followed by neither = nor {`);
        reader.at++;
        const body = readBody(reader, depth + 1);
        if (reader.text[reader.at] !== '}')
            reader.refuse(`the block ${name} has no end`, start);
        reader.at++;
        blocks.push({ type: name, labels, line: reader.line(start), ...body });
    }
}
/**
 * @param file how the text is named in places and failures
 * @throws Failure HCL_SYNTAX with file:line:column
 */
function readHcl(text, file) {
    const reader = new Reader(text.replace(/^\uFEFF/, ''), file);
    const body = readBody(reader, 0);
    if (reader.at < reader.text.length)
        reader.refuse('an unexpected }');
    return body;
}
/**
 * The members of an object that is written out, such as `{ bucket = var.bucket, key = "a" }`.
 * @returns undefined when the expression is no such object
 */
function objectMembers({ expression }) {
    if (!expression.startsWith('{') || !expression.endsWith('}'))
        return undefined;
    const reader = new Reader(expression.slice(1, -1), '');
    const members = new Map();
    try {
        for (;;) {
            reader.space();
            if (reader.text[reader.at] === ',') {
                reader.at++;
                continue;
            }
            if (reader.at >= reader.text.length)
                return members;
            const start = reader.at;
            const plain = reader.match(NAME);
            if (plain === undefined)
                reader.quoted(0);
            const name = plain ?? literalOf(reader.text.slice(start, reader.at));
            reader.blanks();
            if (name === undefined || !/[=:]/.test(reader.text[reader.at] ?? ''))
                return undefined;
            reader.at++;
            reader.blanks();
            members.set(name, reader.expression(/[\n,}]/));
        }
    }
    catch (error) {
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return undefined; // `{ for \u2026 }`, or a key that has to be evaluated
        throw error;
    }
}


/***/ }),

/***/ 6562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ pathKey),
/* harmony export */   Xq: () => (/* binding */ positions),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
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
        case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR: {
            if (event.valueStart < 0)
                return undefined;
            const quoted = event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.SINGLE_QUOTED || event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.DOUBLE_QUOTED;
            return quoted ? event.valueStart - 1 : event.valueStart;
        }
        case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS:
            return event.anchorStart - 1;
        case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING:
        case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE:
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
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP) {
            stack.pop();
            continue;
        }
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT) {
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
        const opens = event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING || event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE;
        let { path } = parent;
        if (parent.kind === 'mapping' && parent.key === undefined) {
            // Only a scalar can be a key in what we read; anything else is refused when the values are built.
            parent.key = event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR ? (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(text, event) : '';
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
            const kind = event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING ? 'mapping' : 'sequence';
            stack.push({ path, kind, key: undefined, count: 0 });
        }
    }
    return documents;
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

/***/ 6078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ RedirectRefused),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5134);
/** An exchange that follows redirects: of what is read, and never from a server that is verified to one that is not. */

const MOST = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** What proves who asks; another server is not told. */
const credentials = new Set(['authorization', 'cookie', 'proxy-authorization']);
/** A redirect that is not followed. */
class RedirectRefused extends Error {
    name = 'RedirectRefused';
}
function isRead(method) {
    return method === 'GET' || method === 'HEAD';
}
/** Where it is asked next; undefined when it was answered. @throws RedirectRefused */
function next(wanted, { status, headers }) {
    const { location } = headers;
    if (!redirects.has(status) || location === undefined)
        return undefined;
    // 307 and 308 say that the same is to be asked elsewhere; anything else would change it on the way.
    if (!isRead(wanted.method) && status !== 307 && status !== 308)
        return undefined;
    if (!URL.canParse(location, wanted.url.href))
        throw new RedirectRefused('it leads to no address');
    const url = new URL(location, wanted.url);
    if (url.protocol !== 'https:' && url.protocol !== wanted.url.protocol)
        throw new RedirectRefused(`it leads from ${wanted.url.protocol}// to ${url.protocol}//`);
    const headersOf = Object.entries(wanted.headers).filter(([name]) => url.origin === wanted.url.origin || !credentials.has(name.toLowerCase()));
    return { ...wanted, url, headers: Object.fromEntries(headersOf) };
}
/** @throws as `exchange` does; RedirectRefused */
async function follow(wanted) {
    let asked = wanted;
    for (let hops = 0; hops <= MOST; hops++) {
        const answered = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(asked);
        const following = next(asked, answered);
        if (following === undefined)
            return answered;
        asked = following;
    }
    throw new RedirectRefused(`it leads on ${MOST} times`);
}


/***/ }),

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* unused harmony export isUntrusted */
/* harmony import */ var _retry_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6078);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2865);
/** What it means when a server is not reached, and what to do. */



function statusOf(error) {
    const has = typeof error === 'object' && error !== null && 'statusCode' in error;
    return has && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
/** Whether the server's certificate is not accepted. */
function isUntrusted(code) {
    return /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|_CRL_|ISSUER/.test(code);
}
function throughProxy(status, proxy) {
    if (status === 407) {
        return {
            why: `The proxy ${proxy} wants to know who asks.`,
            fix: 'Put user and password into HTTPS_PROXY, from a secret: http://user:password@proxy.example.com:3128.',
        };
    }
    const how = status === undefined ? 'broke off' : `answered ${status}`;
    return {
        why: `The proxy ${proxy} does not connect to it: it ${how}.`,
        fix: 'Let the proxy connect to it, or name it in NO_PROXY if it is reached without one.',
    };
}
/**
 * @param url that was asked for
 * @returns undefined for what is no error of the network
 */
function troubleOf(error, url, { proxyFor }) {
    if (error instanceof _follow_js__WEBPACK_IMPORTED_MODULE_1__/* .RedirectRefused */ .J) {
        return {
            code: 'redirect',
            why: `It redirects, and ${error.message}.`,
            fix: 'Check the address; a proxy or a login page may answer in its place.',
        };
    }
    const code = (0,_retry_network_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(error);
    if (code === undefined)
        return undefined;
    const proxy = proxyFor(url);
    const shown = proxy === undefined ? undefined : (0,_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .shownProxy */ .qb)(proxy);
    if (code === 'ERR_PROXY_TUNNEL')
        return { code, ...throughProxy(statusOf(error), shown ?? '') };
    const way = shown === undefined ? '' : ` It was asked through the proxy ${shown}.`;
    if (isUntrusted(code)) {
        return {
            code,
            why: `Its certificate is not accepted: nobody trusted has signed it, it is for another name, or it has expired.${way}`,
            fix: 'Trust its authority: NODE_EXTRA_CA_CERTS names a file of them. A proxy that reads along signs with its own.',
        };
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        const name = shown ?? url.hostname;
        return {
            code,
            why: `Nobody knows the name of ${name}.`,
            fix: shown === undefined
                ? 'Check the address; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.'
                : 'Check HTTPS_PROXY, or name the server in NO_PROXY.',
        };
    }
    if (code.startsWith('HPE_')) {
        return {
            code,
            why: `What answers does not speak HTTP.${way}`,
            fix: 'Check the address and its port, and what answers in its place.',
        };
    }
    if (code === 'EMSGSIZE') {
        return {
            code,
            why: `It answers more than anything that was asked for.${way}`,
            fix: 'Check the address, and what answers in its place.',
        };
    }
    return {
        code,
        why: `It does not answer.${way}`,
        fix: 'Check the address, and that the runner may reach it; behind a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
    };
}


/***/ })

};
