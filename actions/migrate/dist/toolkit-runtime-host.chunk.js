export const id = "toolkit-runtime-host";
export const ids = ["toolkit-runtime-host"];
export const modules = {

/***/ 3388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ outliveReaders),
/* harmony export */   d: () => (/* binding */ allTaken)
/* harmony export */ });
/** The end of a process: when its last word has been taken, and not before. */
/** Milliseconds without a byte taken after which nobody reads any more. */
const STALLED_MS = 30_000;
const untold = () => undefined;
/** A reader that went away must not end what changes something: from then on nothing is told. */
function outliveReaders(outputs) {
    for (const output of outputs) {
        // Once, however often it is asked for.
        output.off('error', untold);
        output.on('error', untold);
    }
}
/** Resolves when everything that was written has been taken, or can no longer be; `stalled` is in milliseconds. */
async function allTaken(outputs, stalled = STALLED_MS) {
    // A file or a terminal takes everything at once; only a pipe has something left, and time-outs.
    const behind = outputs.filter(({ writableLength }) => writableLength > 0);
    await Promise.all(behind.map((output) => new Promise((resolve) => {
        // It goes off when nothing moves, not when it takes long.
        output.setTimeout(stalled, () => resolve());
        output.write('', () => resolve());
    })));
}


/***/ }),

/***/ 2029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runnerHost: () => (/* binding */ runnerHost),
  seesColour: () => (/* binding */ seesColour)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __webpack_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __webpack_require__(6928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/transport/environment.js
var environment = __webpack_require__(1386);
// EXTERNAL MODULE: ./build/toolkit/runtime/event.js
var runtime_event = __webpack_require__(3342);
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
const annotate = { error: error, warning: warning, notice: notice };
/** https://no-color.org, and https://force-color.org, which is the stronger one, as in Node. */
function seesColour({ NO_COLOR, FORCE_COLOR, TERM, GITHUB_ACTIONS }, shows) {
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '')
        return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    // GitHub's log is no terminal, whatever a runner calls it.
    return shows && !NO_COLOR && (TERM !== 'dumb' || GITHUB_ACTIONS === 'true');
}
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
    const pullRequest = found(() => (0,runtime_event/* pullRequestOf */._)(env));
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
        debug: isDebug(),
        mayRequestIdToken: url !== '' && token !== '',
        annotatesApart: true,
        // GitHub's log shows them, and is no terminal.
        colour: seesColour(env, env['GITHUB_ACTIONS'] === 'true' || process.stdout.isTTY === true),
        width: undefined,
        artifacts: artifactsOf(env),
        idToken: async (audience, signal) => {
            const { requestIdToken } = await Promise.all(/* import() | toolkit-identity-id-token */[__webpack_require__.e("migrate-step+toolkit-identity-id-token+toolkit-runtime-create-world+toolkit-runtime-run+toolkit-runtime-terminal"), __webpack_require__.e("toolkit-identity-id-token")]).then(__webpack_require__.bind(__webpack_require__, 1563));
            return requestIdToken({ url, token }, audience, { signal, random: Math.random, env: childEnvironment });
        },
        print: (line) => process.stdout.write(`${line}\n`),
        startGroup: startGroup,
        endGroup: endGroup,
        annotate: (level, message, source, title) => annotate[level](message, {
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { file: source.file }),
            ...(source?.line === undefined ? {} : { startLine: source.line }),
            ...(source?.column === undefined ? {} : { startColumn: source.column }),
        }),
        mask: setSecret,
        setOutput: setOutput,
        saveState: saveState,
        appendSummary: (markdown) => {
            const file = env['GITHUB_STEP_SUMMARY'];
            const text = file ? markdown() : undefined;
            // What comes next begins a block of its own.
            if (file && text !== undefined)
                (0,external_node_fs_.appendFileSync)(file, `${text}\n\n`);
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


/***/ }),

/***/ 1386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ environmentProblems),
/* harmony export */   u: () => (/* binding */ withheld)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2723);
/** What an environment must not say about how servers are spoken to. */


/** Variables that turn the verification of servers off, and the values with which they do. */
const switches = {
    NODE_TLS_REJECT_UNAUTHORIZED: (value) => value === '0',
    // Of what Terraform fetches with git: its modules. That it is there is enough.
    GIT_SSL_NO_VERIFY: () => true,
};
/** What nothing that is started here gets, whatever it says. */
const withheld = new Set(Object.keys(switches));
/** Everything that is wrong with it. */
function environmentProblems(env) {
    const problems = Object.entries(switches).flatMap(([name, isOff]) => {
        const value = env[name];
        if (value === undefined || !isOff(value))
            return [];
        return [
            new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                code: 'TLS_UNVERIFIED',
                what: `The environment sets ${name}, which turns the verification of servers off.`,
                why: 'Whoever stands on the way could take the credentials of this job, and answer in the place of every server.',
                fix: `Remove ${name}; for a private authority set NODE_EXTRA_CA_CERTS to the file of its certificate.`,
            }),
        ];
    });
    try {
        (0,_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .proxiesIn */ .Iz)(env);
    }
    catch (error) {
        problems.push(...(0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error));
    }
    return problems;
}


/***/ })

};
