export const id = "toolkit-runtime-host";
export const ids = ["toolkit-runtime-host"];
export const modules = {

/***/ 194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runnerHost: () => (/* binding */ runnerHost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6421);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/** The edge: the only file beside the entry points that touches the process, its environment and the clock. */



/** The runner's own variables: tokens, inputs, state and the files that steer it. No child needs them. */
const runnersOwn = /^(INPUT_|STATE_|ACTIONS_)|^GITHUB_(TOKEN|ENV|OUTPUT|STATE|PATH|STEP_SUMMARY)$/;
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
        new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'NOT_ON_A_RUNNER',
            what: `The environment lacks ${missing.join(', ')}.`,
            why: 'Every GitHub Actions runner sets them.',
            fix: 'Start this action with `uses:` in a workflow.',
        }),
    ];
}
function pullRequestOf(env) {
    const payload = env['GITHUB_EVENT_PATH'];
    if (env['GITHUB_EVENT_NAME'] !== 'pull_request' || !payload)
        return {};
    const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(payload, 'utf8'));
    const { number, head, base } = event.pull_request; // GitHub's own payload of this event
    return { pullRequest: { number, headSha: head.sha, baseSha: base.sha } };
}
function runOf(env) {
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
        ...pullRequestOf(env),
    };
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
const annotate = { error: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm };
/** The host that a GitHub Actions runner is. */
function runnerHost() {
    const { env } = process;
    return {
        problems: missingVariables(env),
        clock: () => new Date(),
        random: Math.random,
        inputs: prefixed(env, 'INPUT_'),
        state: prefixed(env, 'STATE_'),
        childEnvironment: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || runnersOwn.test(name) ? [] : [[name, value]])),
        run: runOf(env),
        machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
        workspace: env['GITHUB_WORKSPACE'] ?? '',
        temp: env['RUNNER_TEMP'] ?? '',
        debug: (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .isDebug */ ._o)(),
        mayRequestIdToken: Boolean(env['ACTIONS_ID_TOKEN_REQUEST_URL'] && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']),
        annotatesApart: true,
        artifacts: artifactsOf(env),
        idToken: (audience) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getIDToken */ .V9)(audience),
        print: (line) => process.stdout.write(`${line}\n`),
        startGroup: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh,
        endGroup: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4,
        annotate: (level, message, source, title) => annotate[level](message, {
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { file: source.file }),
            ...(source?.line === undefined ? {} : { startLine: source.line }),
            ...(source?.column === undefined ? {} : { startColumn: source.column }),
        }),
        mask: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq,
        setOutput: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH,
        saveState: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ,
        appendSummary: (markdown) => {
            const file = env['GITHUB_STEP_SUMMARY'];
            if (file)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, `${markdown()}\n`);
        },
        onInterrupt: (callback) => {
            process.on('SIGINT', callback);
            process.on('SIGTERM', callback);
        },
        exit: (code) => process.exit(code),
    };
}


/***/ })

};
