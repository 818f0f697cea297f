export const id = "toolkit-runtime-host";
export const ids = ["toolkit-runtime-host"];
export const modules = {

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   R: () => (/* binding */ isUnreachable)
/* harmony export */ });
/** Which errors say that nobody answered, as opposed to answering something. */
/** The codes that Node gives to what keeps a connection from being made, or breaks it. */
const unreachable = new Set([
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
    'ETIMEDOUT',
]);
/** The code of a system's, a library's or a server's error; undefined when it has none. */
function codeOf(error) {
    const coded = typeof error === 'object' && error !== null && 'code' in error;
    return coded && typeof error.code === 'string' ? error.code : undefined;
}
/** A proxy that does not connect to a server says with a status why; one that broke off has none. */
function mayConnect(error) {
    const has = typeof error === 'object' && error !== null && 'statusCode' in error;
    const status = has && typeof error.statusCode === 'number' ? error.statusCode : 500;
    return status >= 500 || status === 429 || status === 408;
}
/** Whether another try may find somebody who answers. A name that nobody knows (ENOTFOUND) is no such error. */
function isUnreachable(error) {
    const code = codeOf(error) ?? '';
    return unreachable.has(code) || (code === 'ERR_PROXY_TUNNEL' && mayConnect(error));
}


/***/ }),

/***/ 73:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runnerHost: () => (/* binding */ runnerHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/transport/environment.js
var environment = __webpack_require__(1386);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/retry/network.js
var network = __webpack_require__(2022);
;// CONCATENATED MODULE: ./build/toolkit/runtime/event.js
/** What a run is for, as the runner's event file says. */




const Commit = schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/) });
/** Source: GitHub's payload of `pull_request`. */
const PullRequestEvent = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), head: Commit, base: Commit }),
});
function unreadable(why) {
    return new failure/* Failure */.HR({
        code: 'EVENT_INVALID',
        what: 'The event that this run is for cannot be read.',
        why,
        fix: 'Leave GITHUB_EVENT_PATH and its file to the runner; start the job again if an earlier step has changed them.',
    });
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw unreadable(`Its file ${file} cannot be read (${(0,network/* codeOf */.$)(error) ?? String(error)}).`);
    }
}
function jsonIn(text, file) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw unreadable(`Its file ${file} holds no JSON.`);
    }
}
/**
 * @returns undefined for an event that is of no pull request
 * @throws Failure EVENT_INVALID
 */
function pullRequestOf(env) {
    if (env['GITHUB_EVENT_NAME'] !== 'pull_request')
        return undefined;
    const file = env['GITHUB_EVENT_PATH'];
    if (!file)
        throw unreadable('GITHUB_EVENT_PATH is not set.');
    const event = PullRequestEvent.safeParse(jsonIn(textOf(file), file));
    if (!event.success)
        throw unreadable(`Its file ${file} describes no pull request with a number, a head and a base.`);
    const { number, head, base } = event.data.pull_request;
    return { number, headSha: head.sha, baseSha: base.sha };
}

// EXTERNAL MODULE: ./build/toolkit/runtime/exit.js
var exit = __webpack_require__(3388);
;// CONCATENATED MODULE: ./build/toolkit/runtime/host.js
/** The edge: the only file beside the entry points that touches the process, its environment and the clock. */






/**
 * The runner's own variables: tokens, inputs, state and the files that steer it. No child needs them, and none gets them
 * unless the caller names them in `pass-environment`.
 */
const runnersOwn = /^(INPUT_|STATE_|ACTIONS_)|^GITHUB_(TOKEN|ENV|OUTPUT|STATE|PATH|STEP_SUMMARY)$/;
/** The names in the input `pass-environment`, of an action that has it. */
function passedNames(env) {
    return new Set((env['INPUT_PASS-ENVIRONMENT'] ?? '').split('\n').map((name) => name.trim()));
}
/** What every runner sets and an action cannot do without. */
const variables = [
    'GITHUB_ACTOR',
    'GITHUB_API_URL',
    'GITHUB_EVENT_NAME',
    'GITHUB_REF',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_RUN_ID',
    'GITHUB_SERVER_URL',
    'GITHUB_SHA',
    'GITHUB_WORKSPACE',
    'RUNNER_TEMP',
];
function missingVariables(env) {
    const missing = variables.filter((name) => !env[name]);
    if (missing.length === 0)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'NOT_ON_A_RUNNER',
            what: `The environment lacks ${missing.join(', ')}.`,
            why: 'Every GitHub Actions runner sets them.',
            fix: 'Start this action with `uses:` in a workflow.',
        }),
    ];
}
function runOf(env, pullRequest) {
    const value = (name) => env[name] ?? '';
    const repository = value('GITHUB_REPOSITORY');
    const id = value('GITHUB_RUN_ID');
    const repositoryUrl = `${value('GITHUB_SERVER_URL')}/${repository}`;
    return {
        repository,
        repositoryId: value('GITHUB_REPOSITORY_ID'),
        sha: value('GITHUB_SHA'),
        ref: value('GITHUB_REF'),
        event: value('GITHUB_EVENT_NAME'),
        actor: value('GITHUB_ACTOR'),
        id,
        attempt: value('GITHUB_RUN_ATTEMPT'),
        url: `${repositoryUrl}/actions/runs/${id}`,
        repositoryUrl,
        apiUrl: value('GITHUB_API_URL'),
        // Empty for an action that is started by a path of the checkout.
        actionRepository: env['GITHUB_ACTION_REPOSITORY'] || repository,
        ...(env['GITHUB_ACTION_REF'] ? { actionRef: env['GITHUB_ACTION_REF'] } : {}),
        ...(pullRequest === undefined ? {} : { pullRequest }),
    };
}
/** What is there, and is not what a runner sets. */
function malformedVariables(env) {
    const { GITHUB_API_URL: api, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    const malformed = [
        ...(api && !URL.canParse(api) ? ['GITHUB_API_URL, which is no address'] : []),
        ...(server && !URL.canParse(server) ? ['GITHUB_SERVER_URL, which is no address'] : []),
        ...(repository && !/^[\w.-]+\/[\w.-]+$/.test(repository)
            ? ['GITHUB_REPOSITORY, which is not owner/name']
            : []),
    ];
    if (malformed.length === 0)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'NOT_ON_A_RUNNER',
            what: `The environment holds ${malformed.join(', and ')}.`,
            fix: 'Leave the variables that begin with GITHUB_ to the runner.',
        }),
    ];
}
/** Texts of the variables whose names begin with `prefix`, by the rest of the name in lower case. */
function prefixed(env, prefix) {
    return Object.fromEntries(Object.entries(env)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value ?? '']));
}
/** Not every runner has one: on an enterprise server there may be none. */
function artifactsOf(env) {
    const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = env;
    return url && token ? { url, token } : undefined;
}
const annotate = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** What is wrong with it is told together with all else that is. */
function found(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        const problems = (0,failure/* failuresIn */.xM)(error);
        if (problems.length === 0)
            throw error;
        return { value: undefined, problems };
    }
}
/** The host that a GitHub Actions runner is. */
function runnerHost() {
    const { env } = process;
    const pullRequest = found(() => pullRequestOf(env));
    const passed = passedNames(env);
    const childEnvironment = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || (runnersOwn.test(name) && !passed.has(name)) || environment/* withheld */.u.has(name)
        ? []
        : [[name, value]]));
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env;
    (0,exit/* outliveReaders */.B)([process.stdout, process.stderr]);
    return {
        problems: [
            ...(0,environment/* environmentProblems */.M)(env),
            ...missingVariables(env),
            ...malformedVariables(env),
            ...pullRequest.problems,
        ],
        clock: () => new Date(),
        random: Math.random,
        inputs: prefixed(env, 'INPUT_'),
        state: prefixed(env, 'STATE_'),
        childEnvironment,
        run: runOf(env, pullRequest.value),
        machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
        workspace: env['GITHUB_WORKSPACE'] ?? '',
        temp: env['RUNNER_TEMP'] ?? '',
        debug: (0,core/* isDebug */._o)(),
        mayRequestIdToken: url !== '' && token !== '',
        annotatesApart: true,
        artifacts: artifactsOf(env),
        idToken: async (audience, signal) => {
            const { requestIdToken } = await __webpack_require__.e("toolkit-identity-id-token").then(__webpack_require__.bind(__webpack_require__, 1563));
            return requestIdToken({ url, token }, audience, { signal, random: Math.random, env: childEnvironment });
        },
        print: (line) => process.stdout.write(`${line}\n`),
        startGroup: core/* startGroup */.Oh,
        endGroup: core/* endGroup */.N4,
        annotate: (level, message, source, title) => annotate[level](message, {
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { file: source.file }),
            ...(source?.line === undefined ? {} : { startLine: source.line }),
            ...(source?.column === undefined ? {} : { startColumn: source.column }),
        }),
        mask: core/* setSecret */.Pq,
        setOutput: core/* setOutput */.uH,
        saveState: core/* saveState */.LZ,
        appendSummary: (markdown) => {
            const file = env['GITHUB_STEP_SUMMARY'];
            if (file)
                (0,external_node_fs_.appendFileSync)(file, `${markdown()}\n`);
        },
        onInterrupt: (callback) => {
            process.on('SIGINT', callback);
            process.on('SIGTERM', callback);
        },
        onCrash: (callback) => {
            process.on('uncaughtException', callback);
        },
        exit: (code) => {
            process.exitCode = code;
            void (0,exit/* allTaken */.d)([process.stdout, process.stderr]).then(() => process.exit(code));
        },
    };
}


/***/ })

};
