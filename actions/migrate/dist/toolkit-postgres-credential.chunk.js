export const id = "toolkit-postgres-credential";
export const ids = ["toolkit-postgres-credential"];
export const modules = {

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

/***/ 508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseSecretName: () => (/* binding */ parseSecretName),
  targetFromSecret: () => (/* binding */ targetFromSecret),
  withIam: () => (/* binding */ withIam)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/aws/client.js + 1 modules
var client = __webpack_require__(4856);
// EXTERNAL MODULE: ./build/toolkit/identity/claims.js
var identity_claims = __webpack_require__(6579);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/toolkit/transport/proxies.js
var proxies = __webpack_require__(2723);
// EXTERNAL MODULE: ./build/toolkit/transport/trouble.js
var transport_trouble = __webpack_require__(5252);
;// CONCATENATED MODULE: ./build/toolkit/aws/refusal.js
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
function refusal_explainAws(error, { what, action, endpoint, env }) {
    if ((0,failure/* failuresIn */.xM)(error).length > 0 || (error instanceof Error && error.name === 'AbortError'))
        return error;
    if (!URL.canParse(endpoint)) {
        return new failure/* Failure */.HR({
            code: 'AWS_UNREACHABLE',
            what: `AWS could not be asked for ${what}.`,
            why: `${endpoint} is no address.`,
            fix: 'Correct AWS_ENDPOINT_URL, or remove it.',
        });
    }
    const trouble = (0,transport_trouble/* troubleOf */.L)(error, new URL(endpoint), (0,proxies/* proxiesIn */.Iz)(env));
    if (trouble !== undefined) {
        return new failure/* Failure */.HR({
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
        return new failure/* Failure */.HR({
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
    return new failure/* Failure */.HR({
        code: 'AWS_ANSWER',
        what: `AWS was asked for ${what}, and the answer is not one of AWS${status === undefined ? '' : ` (${status})`}.`,
        why: 'Something else answers in its place, such as a proxy or its login page.',
        fix: 'Check AWS_ENDPOINT_URL and HTTPS_PROXY, and that no proxy on the way changes the answers.',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/toolkit/aws/status.js

/** The HTTP status that AWS refused with, also of the failure that tells of it; undefined when AWS said nothing. */
function httpStatusOf(error) {
    if (error instanceof failure/* Failure */.HR)
        return error.code === 'AWS_ANSWER' ? undefined : httpStatusOf(error.cause);
    const { $metadata } = (error ?? {}); // what the SDK adds to its errors
    return typeof $metadata?.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined;
}

;// CONCATENATED MODULE: ./build/toolkit/aws/role.js
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
        new Failure({
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
    return (0,network/* isUnreachable */.R)(error) || (httpStatusOf(error) ?? 0) >= 500 ? 'again' : 'refuse';
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
    const claims = (0,identity_claims/* claimsOf */.d)(token);
    return CLAIMS.flatMap((name) => claims[name] === undefined ? [] : [[name, String(claims[name])]]);
}
function refusal(error, { role }, token) {
    const notAuthorized = nameOf(error).startsWith('AccessDenied');
    const claims = offeredBy(token);
    const wanted = claims.filter(([name]) => REQUIRED.has(name)).map(([name, value]) => `${name} "${value}"`);
    return new failure/* Failure */.HR({
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
    const { callerArn } = await Promise.all(/* import() | toolkit-aws-sts */[__webpack_require__.e("aws-sdk-rds-signer+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-sts-packages"), __webpack_require__.e("toolkit-aws-sts")]).then(__webpack_require__.bind(__webpack_require__, 8455));
    const settings = clientSettings('STS', region, env);
    const arn = await callerArn(settings, credentials).catch((error) => {
        const endpoint = endpointOf('STS', settings);
        throw explainAws(error, { what: 'STS to say who asks', action: 'sts:GetCallerIdentity', endpoint, env });
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
    const { assumeWithToken } = await Promise.all(/* import() | toolkit-aws-sts */[__webpack_require__.e("aws-sdk-rds-signer+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-sts-packages"), __webpack_require__.e("toolkit-aws-sts")]).then(__webpack_require__.bind(__webpack_require__, 8455));
    const { env, signal, random, log, redactor } = world;
    let token = '';
    let credentials;
    try {
        credentials = await (0,retry/* retry */.L)({
            ...ATTEMPTS,
            classify: classifySts,
            signal,
            random,
            onRetry: (error, attempt, wait) => log.info(`STS: attempt ${attempt} failed (${nameOf(error)}); again in ${wait} ms with a new token`),
        }, async () => {
            token = await world.idToken(AUDIENCE);
            return assumeWithToken(options, token, SESSION, (0,client/* clientSettings */.ry)('STS', options.region, env));
        });
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        signal.throwIfAborted();
        const endpoint = (0,client/* endpointOf */.X5)('STS', (0,client/* clientSettings */.ry)('STS', options.region, env));
        const asked = { what: `STS to let this job assume ${options.role}`, action: ASSUME, endpoint, env };
        const explained = refusal_explainAws(error, asked);
        const unanswered = (0,failure/* failuresIn */.xM)(explained).some(({ code }) => unansweredCodes.has(code));
        throw unanswered ? explained : refusal(error, options, token);
    }
    for (const value of Object.values(credentials))
        redactor.add(value);
    return credentials;
}

// EXTERNAL MODULE: ./build/toolkit/kubernetes/connect.js + 11 modules
var connect = __webpack_require__(363);
// EXTERNAL MODULE: ./build/toolkit/postgres/database-url.js
var database_url = __webpack_require__(6480);
// EXTERNAL MODULE: ./build/toolkit/postgres/target.js
var target = __webpack_require__(4884);
;// CONCATENATED MODULE: ./build/toolkit/postgres/credential.js
/** The ways to be somebody in the database: a password that a Secret holds, or a token that AWS signs for minutes. */







/** @throws Failure INPUT_INVALID when it is not `namespace/name` */
function parseSecretName(text) {
    const [, namespace, name] = /^([a-z0-9-]{1,63})\/([a-z0-9.-]{1,253})$/.exec(text) ?? [];
    if (namespace !== undefined && name !== undefined)
        return { namespace, name };
    throw new failure/* Failure */.HR({
        code: 'INPUT_INVALID',
        what: `The input \`database-secret\` is \`${text}\`: it must be namespace/name.`,
        fix: 'Correct `database-secret:` under `with:`.',
    });
}
/** The keys that are read, by the names that operators and charts give them. */
const keys = {
    url: ['url', 'uri', 'database-url', 'DATABASE_URL'],
    host: ['host', 'hostname', 'POSTGRES_HOST'],
    port: ['port', 'POSTGRES_PORT'],
    user: ['username', 'user', 'POSTGRES_USER'],
    password: ['password', 'POSTGRES_PASSWORD'],
    database: ['dbname', 'database', 'POSTGRES_DB'],
};
/** Of core/v1: base64 by key. */
const SecretData = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
    .nullish()
    .transform((data) => data ?? {});
/** @throws Failure DATABASE_SECRET */
function urlOf(data, address) {
    const read = (part) => {
        const key = keys[part].find((each) => data[each] !== undefined);
        return key === undefined
            ? undefined
            : Buffer.from(data[key] ?? '', 'base64')
                .toString('utf8')
                .trim();
    };
    const url = read('url');
    if (url !== undefined)
        return url;
    const [host, user, password, database] = [read('host'), read('user'), read('password'), read('database')];
    if (host === undefined || user === undefined || password === undefined || database === undefined) {
        throw new failure/* Failure */.HR({
            code: 'DATABASE_SECRET',
            what: `The Secret ${address} describes no database.`,
            why: `It has the keys ${Object.keys(data).sort().join(', ') || 'none'}.`,
            fix: 'Give it a key `url`, or the keys `host`, `username`, `password` and `dbname`.',
        });
    }
    const encoded = [user, password, database].map(encodeURIComponent);
    return `postgres://${encoded[0]}:${encoded[1]}@${host}:${read('port') ?? '5432'}/${encoded[2]}`;
}
/**
 * The database that a Kubernetes Secret describes, read with the job's OIDC identity.
 * @throws Failure DATABASE_SECRET, DATABASE_URL
 */
async function targetFromSecret({ namespace, name }, cluster, ca, world) {
    const client = (0,connect.connectCluster)(cluster, { concurrency: 1 }, world);
    const address = `${namespace}/${name}`;
    try {
        const secret = await client.get({ apiVersion: 'v1', kind: 'Secret', namespace, name });
        if (secret === undefined) {
            throw new failure/* Failure */.HR({
                code: 'DATABASE_SECRET',
                what: `There is no Secret ${address}.`,
                fix: 'Create it, or correct `database-secret`.',
            });
        }
        const { data: given = {} } = secret;
        const data = SecretData.safeParse(given);
        if (!data.success) {
            throw new failure/* Failure */.HR({
                code: 'DATABASE_SECRET',
                what: `The Secret ${address} holds what no Secret can.`, // which is not shown
                why: 'Something else answers in place of the API server, or changes its answers.',
                fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
            });
        }
        return (0,target/* trusting */.h)((0,database_url/* parseDatabaseUrl */.m)(urlOf(data.data, address), world, `The Secret ${address}`), ca);
    }
    finally {
        client.close();
    }
}
/** A role's credentials are used for this many milliseconds of the hour that they live. */
const ROLE_MS = 50 * 60_000;
/**
 * The same database, entered with tokens that AWS signs for its user: a new one for each connection, because one
 * lives for 15 minutes. The role is assumed with the OIDC token.
 */
function withIam(target, { role, region }, world) {
    let assumed;
    const sessionName = `omninode-${world.run.id}-${world.run.attempt}`;
    return {
        ...target,
        password: async () => {
            const now = world.clock().getTime();
            if (assumed === undefined || now - assumed.since > ROLE_MS)
                assumed = { credentials: assumeRole({ role, region, sessionName }, world), since: now };
            const credentials = await assumed.credentials;
            const { Signer } = await Promise.all(/* import() | aws-sdk-rds-signer */[__webpack_require__.e("aws-sdk-rds-signer+toolkit-aws-sts"), __webpack_require__.e("aws-sdk-rds-signer")]).then(__webpack_require__.t.bind(__webpack_require__, 4945, 19));
            const signer = new Signer({
                hostname: target.host,
                port: target.port,
                username: target.user,
                ...(0,client/* signedBy */.qI)(credentials, { region }),
            });
            const token = await signer.getAuthToken();
            world.redactor.add(token);
            return token;
        },
    };
}


/***/ })

};
