export const id = "toolkit-runtime-terminal";
export const ids = ["toolkit-runtime-terminal"];
export const modules = {

/***/ 3560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   cz: () => (/* binding */ optionsOf),
/* harmony export */   lc: () => (/* binding */ asOptions)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3199);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6717);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8819);
/** The inputs of a step as options of a command line, in its arguments and in what it says. */





function optionsOf(program, commands, { shape }, environment) {
    const inputs = Object.entries(shape).filter(([name]) => name !== 'command');
    return {
        program,
        commands,
        inputs: new Set(inputs.map(([name]) => name)),
        flags: new Set(inputs.flatMap(([name, field]) => ((0,_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isFlag */ .RV)(field) ? [name] : []))),
        environment,
    };
}
/** Of the command line itself. */
const own = ['workspace', 'json', 'help'];
const ownFlags = new Set(['json', 'help']);
/** Whatever somebody has written, on one line. */
function shown(text) {
    return (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(text), 100);
}
function unknownOption(name, known) {
    const bare = name.replace(/^-+/, '');
    // Of one letter everything short is near.
    const near = bare.length < 2 ? undefined : (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(bare, known);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        code: 'INPUT_UNKNOWN',
        what: `There is no option \`${shown(name)}\`.`,
        fix: near === undefined ? '`--help` lists them.' : `Did you mean \`--${near}\`?`,
    });
}
function unknownCommand(name, commands) {
    const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, commands);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        code: 'INPUT_INVALID',
        what: `There is no command \`${shown(name)}\`.`,
        fix: near === undefined ? `The commands are: ${commands.join(', ')}.` : `Did you mean \`${near}\`?`,
    });
}
/** `<command> --name value`, `--name=value`; a flag needs no value. */
function parseArguments(argv, { commands, inputs, flags }) {
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], strict: false, allowPositionals: true, tokens: true });
    const known = [...inputs, ...own];
    const given = {};
    const problems = [];
    const rest = [];
    let skip = false;
    for (const [index, token] of tokens.entries()) {
        if (skip || token.kind === 'option-terminator') {
            skip = false;
            continue;
        }
        if (token.kind === 'positional') {
            rest.push(token.value);
            continue;
        }
        const name = token.rawName === '-h' ? 'help' : token.rawName.startsWith('--') ? token.name : '';
        const next = tokens[index + 1];
        const following = next?.kind === 'positional' ? next.value : undefined;
        if (!known.includes(name)) {
            problems.push(unknownOption(token.rawName, known));
            // What stands behind it is its value, unless it is the command.
            skip = token.value === undefined && following !== undefined && !commands.includes(following);
        }
        else if (token.value !== undefined)
            given[name] = token.value;
        else if (ownFlags.has(name))
            given[name] = 'true';
        else if (flags.has(name)) {
            skip = following === 'true' || following === 'false';
            given[name] = skip ? (following ?? '') : 'true';
        }
        else if (following !== undefined) {
            skip = true;
            given[name] = following;
        }
        else {
            problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
                code: 'INPUT_INVALID',
                what: `The option \`--${name}\` has no value.`,
                fix: `Write it behind the option: \`--${name} <value>\`, or \`--${name}=<value>\` if it begins with a dash.`,
            }));
        }
    }
    const [command, ...others] = rest;
    const isKnown = command === undefined || commands.includes(command);
    if (!isKnown)
        problems.push(unknownCommand(command, commands));
    for (const other of others)
        problems.push(new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            code: 'INPUT_UNKNOWN',
            what: `There is an argument too many: \`${shown(other)}\`.`,
            fix: 'There is one command, and each value stands behind its option.',
        }));
    const { workspace = '.', json, help, ...texts } = given;
    return {
        command: isKnown ? command : undefined,
        workspace,
        json: json !== undefined && json !== 'false',
        help: help !== undefined,
        inputs: texts,
        problems,
    };
}
/**
 * A text that speaks of inputs in a workflow, such as ``Correct `to:` under `with:` ``, as a person at a command line
 * writes the same: ``Correct `--to` ``. Only what stands between backticks, and is the name of an input, is an option.
 */
function asOptions(text, { program, commands, inputs, flags, environment }) {
    const option = (name, value) => {
        if (name === 'command')
            return value === undefined ? undefined : `\`${program} ${value}\``;
        if (!inputs.has(name))
            return undefined;
        if (value === undefined || (flags.has(name) && value === 'true'))
            return `\`--${name}\``;
        return `\`--${name} ${value}\``;
    };
    const or = (name) => (environment[name] === undefined ? '' : ` (or ${environment[name]})`);
    return (text
        .replace(/\bThere is no input `([^`]*)`/g, 'There is no option `--$1`')
        .replace(/\bThe inputs are: ([\w, -]+)/g, (_all, names) => `The options are: ${names
        .split(', ')
        .filter((name) => name !== 'command')
        .map((name) => `--${name}`)
        .join(', ')}`)
        .replace(/\b([Ii])nput(?= `([a-z-]+)`)/g, (all, _letter, name) => inputs.has(name) ? 'option' : all)
        .replace(/`command:` under `with:`/g, 'the command')
        .replace(/`([a-z-]+):`/g, (all, name) => {
        const said = option(name);
        return said === undefined ? all : said + or(name);
    })
        .replace(/`([a-z-]+): ([^`\n]+)`/g, (all, name, value) => name === 'command' && !commands.includes(value) ? all : (option(name, value) ?? all))
        // Behind `is` stands what somebody has given.
        .replace(/(?<! is )(\bPass |\bAdd )?`([a-z-]+)`/g, (all, asked, name) => {
        const said = name === 'command' ? undefined : option(name);
        if (said === undefined)
            return all;
        return asked === undefined ? said : asked + said + or(name);
    })
        .replace(/ under `with:`(?: of the workflow)?/g, '')
        .replace(/\bRun the job again\b/g, 'Run it again'));
}


/***/ }),

/***/ 8838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTerminal: () => (/* binding */ runTerminal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/toolkit/transport/environment.js
var transport_environment = __webpack_require__(1386);
// EXTERNAL MODULE: ./build/toolkit/runtime/exit.js
var exit = __webpack_require__(3388);
// EXTERNAL MODULE: ./build/toolkit/runtime/host.js + 4 modules
var host = __webpack_require__(2029);
;// CONCATENATED MODULE: ./build/toolkit/runtime/live-line.js
/** The last line of a terminal, while something goes on: written anew in its place, and gone before anything else is said. */
/** Columns of a terminal that does not say how many it has, or says none. */
const USUAL = 80;
const CLEAR = '\r\u001b[2K';
/** What a character takes: those of East Asia and pictures take two columns. */
function widthOf(character) {
    return (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
}
/** Whatever does not fit would go on in the next line, which nobody clears. */
function fitted(text, columns) {
    let width = 0;
    const taken = [];
    for (const character of text) {
        width += widthOf(character);
        if (width > columns - 1)
            return `${taken.slice(0, -1).join('')}\u2026`;
        taken.push(character);
    }
    return text;
}
class LiveLine {
    #screen;
    #shown = false;
    constructor(screen) {
        this.#screen = screen;
    }
    /** @param text one line without escape sequences */
    show(text) {
        this.#screen.write(CLEAR + fitted(text, Math.max(10, this.#screen.columns || USUAL)));
        this.#shown = true;
    }
    clear() {
        if (!this.#shown)
            return;
        this.#screen.write(CLEAR);
        this.#shown = false;
    }
}

// EXTERNAL MODULE: ./build/toolkit/runtime/options.js
var runtime_options = __webpack_require__(3560);
// EXTERNAL MODULE: ./build/toolkit/runtime/own-folder.js
var own_folder = __webpack_require__(6295);
// EXTERNAL MODULE: ./build/toolkit/runtime/run.js + 9 modules
var run = __webpack_require__(8258);
;// CONCATENATED MODULE: ./build/toolkit/runtime/terminal.js
/** The other edge: the same step as a command, for a terminal or a Job in the cluster. */











/** Outputs that name a file of JSON; what a command has seen is called as the command. */
const documents = new Set(['plan', 'outcome']);
/**
 * What a run has written for programs. Where it is, is not taken from the output, which is masked: a password may be a
 * part of any path.
 */
function documentIn(temp, name) {
    const root = (0,external_node_path_.join)(temp, own_folder/* ROOT */.Dl);
    const folder = (0,external_node_fs_.readdirSync)(root).find((each) => each.includes(`-${name}-`));
    return folder === undefined ? undefined : (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, folder, `${name}.json`));
}
const colours = { error: 'red', warning: 'yellow', notice: 'cyan' };
/** A container may run as a user that has no name. */
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return `uid ${process.getuid?.()}`;
    }
}
/** Nobody's run: what GitHub sets is taken where it is set, as in a Job that was given it. */
function runOf(env) {
    const repository = env['GITHUB_REPOSITORY'] ?? 'local';
    const repositoryUrl = env['GITHUB_SERVER_URL'] === undefined ? '' : `${env['GITHUB_SERVER_URL']}/${repository}`;
    const id = env['GITHUB_RUN_ID'] ?? String(process.pid);
    return {
        repository,
        repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        ref: env['GITHUB_REF'] ?? '',
        event: 'terminal',
        actor: env['GITHUB_ACTOR'] ?? userName(),
        id,
        attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
        url: repositoryUrl === '' ? '' : `${repositoryUrl}/actions/runs/${id}`,
        repositoryUrl,
        apiUrl: env['GITHUB_API_URL'] ?? '',
        actionRepository: repository,
    };
}
function terminalHost(given, options) {
    const { env } = process;
    const { environment } = options;
    /** Made when something is to be kept in it. */
    let temp;
    const fromEnvironment = Object.entries(environment).flatMap(([input, name]) => env[name] === undefined ? [] : [[input, env[name]]]);
    (0,exit/* outliveReaders */.B)([process.stdout, process.stderr]);
    const { stdout, stderr } = process;
    const live = stderr.isTTY === true && env['TERM'] !== 'dumb' ? new LiveLine(stderr) : undefined;
    const write = (line) => {
        live?.clear();
        (given.json ? stderr : stdout).write(`${line}\n`);
    };
    const colour = (shows) => (0,host.seesColour)(env, shows === true);
    /** What this run has to say to a program: the last one says most. */
    let document;
    return {
        problems: [...(0,transport_environment/* environmentProblems */.M)(env), ...given.problems],
        clock: () => new Date(),
        random: Math.random,
        inputs: {
            // Nobody reviews what a person or a Job does by hand.
            reviewed: 'off',
            ...Object.fromEntries(fromEnvironment),
            ...given.inputs,
            ...(given.command === undefined ? {} : { command: given.command }),
        },
        state: {},
        childEnvironment: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || Object.values(environment).includes(name) || transport_environment/* withheld */.u.has(name)
            ? []
            : [[name, value]])),
        run: runOf(env),
        machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
        workspace: (0,external_node_path_.resolve)(given.workspace),
        get temp() {
            temp ??= (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'omninode-'));
            return temp;
        },
        debug: env['DEBUG'] !== undefined,
        mayRequestIdToken: false,
        annotatesApart: false,
        colour: colour((given.json ? stderr : stdout).isTTY),
        ...(live === undefined ? {} : { live }),
        // One that does not know its width says none.
        width: stdout.isTTY === true ? stdout.columns || undefined : undefined,
        wording: (text) => (0,runtime_options/* asOptions */.lc)(text, options),
        artifacts: undefined,
        alone: !given.json,
        idToken: () => Promise.reject(new Error('a terminal has no ID tokens')),
        print: write,
        startGroup: write,
        endGroup: () => undefined,
        annotate: (level, message, _source, title) => {
            const named = title === undefined ? `${level}:` : `${level} ${title}:`;
            const seen = colour(stderr.isTTY) ? (0,external_node_util_.styleText)(colours[level], named, { validateStream: false }) : named;
            live?.clear();
            stderr.write(`${seen} ${message}\n`);
        },
        mask: () => undefined,
        setOutput: (name) => {
            if (documents.has(name) || name === given.command)
                document = name;
        },
        saveState: () => undefined,
        appendSummary: () => undefined,
        onInterrupt: (callback) => {
            process.on('SIGINT', callback);
            process.on('SIGTERM', callback);
        },
        onCrash: (callback) => {
            process.on('uncaughtException', callback);
        },
        exit: (code) => {
            live?.clear();
            if (temp !== undefined && document !== undefined)
                stdout.write(documentIn(temp, document) ?? '');
            if (temp !== undefined)
                (0,external_node_fs_.rmSync)(temp, { recursive: true, force: true });
            process.exitCode = code;
            void (0,exit/* allTaken */.d)([process.stdout, process.stderr]).then(() => process.exit(code));
        },
    };
}
/** Runs a step with the arguments and the environment of this process. */
async function runTerminal(step, commandLine) {
    const options = (0,runtime_options/* optionsOf */.cz)(step.name, Object.keys(step.commands), (0,run.inputsOf)(step), commandLine.environment);
    const given = (0,runtime_options/* parseArguments */.We)(process.argv.slice(2), options);
    if (given.help) {
        const { usage } = await __webpack_require__.e("toolkit-runtime-usage").then(__webpack_require__.bind(__webpack_require__, 3635));
        process.stdout.write(`${usage(step, commandLine, options, given.command, process.stdout.columns || undefined)}\n`);
        return;
    }
    await (0,run.runAction)(step, terminalHost(given, options));
}


/***/ })

};
