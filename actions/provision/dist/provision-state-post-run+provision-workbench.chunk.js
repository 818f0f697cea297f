export const id = "provision-state-post-run+provision-workbench";
export const ids = ["provision-state-post-run+provision-workbench"];
export const modules = {

/***/ 8471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/** A plan store, in a session of AWS. */
async function openStore(settings, { region, credentials }, world) {
    const [{ openBucket }, { openKms }, { PlanStore }] = await Promise.all([
        Promise.all(/* import() | toolkit-aws-s3 */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-s3-packages"), __webpack_require__.e("toolkit-aws-s3")]).then(__webpack_require__.bind(__webpack_require__, 8797)),
        Promise.all(/* import() | provision-store-kms */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("provision-store-kms-packages"), __webpack_require__.e("provision-store-kms")]).then(__webpack_require__.bind(__webpack_require__, 9854)),
        __webpack_require__.e("provision-store-plan-store").then(__webpack_require__.bind(__webpack_require__, 4888)),
    ]);
    const { env } = world;
    const bucket = openBucket({ bucket: settings.bucket, region, credentials, env });
    // The key may live in another region than the stacks.
    const keys = openKms({ key: settings.key, region: settings.key.split(':')[3] ?? region, credentials, env });
    const close = () => {
        bucket.close();
        keys.close();
    };
    return { store: new PlanStore(settings, bucket, keys, world), close };
}


/***/ }),

/***/ 2517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yG: () => (/* binding */ diagnosedFailures),
  g5: () => (/* binding */ failureOf),
  bZ: () => (/* binding */ wasLetGo)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/advice.js
/** What to do about an error of Terraform or of a provider, as far as its words say. */
/** The first that fits counts. */
const advices = [
    {
        when: /AccessDenied|UnauthorizedOperation|not authorized|StatusCode: 403|403 Forbidden/i,
        fix: 'Allow the role what is named: a plan reads with `plan-role`, an apply changes with `aws-role`.',
    },
    {
        when: /Unsupported (?:argument|attribute|block type)|Reference to undeclared|Missing required argument|Invalid (?:reference|expression|function argument|template)|Argument or block definition required|Duplicate (?:resource|variable|output)|Cycle:|Incorrect attribute value type|Invalid version constraint|Unclosed configuration block|Invalid for_each|Invalid count/i,
        fix: 'Correct the code at this place; `terraform validate` shows the same.',
    },
    {
        when: /ExpiredToken|InvalidClientTokenId|no valid credential|security token included in the request is (?:invalid|expired)/i,
        fix: 'Check the role and its trust policy; credentials that expired during a long run are renewed by running the job again.',
    },
    {
        when: /already exists|AlreadyExists|EntityAlreadyExists|BucketAlreadyOwnedByYou|\bDuplicate\b/i,
        fix: 'Take what is there over with an `import` block, or give this another name.',
    },
    {
        when: /Throttling|RequestLimitExceeded|Rate exceeded|TooManyRequests/i,
        fix: 'Run the job again; a lower `parallelism` asks less at once.',
    },
    {
        when: /LimitExceeded|quota|exceeded the (?:maximum|limit)/i,
        fix: 'Ask for a higher quota, or remove what is not needed any more.',
    },
    {
        when: /timeout while waiting|context deadline exceeded|timed out/i,
        fix: 'Look at what was made, and run the job again: it goes on from there.',
    },
    {
        when: /no such host|connection refused|connection reset|TLS handshake|dial tcp|i\/o timeout/i,
        fix: 'Check the network of the runner; behind a proxy, set `HTTPS_PROXY` and `NO_PROXY`.',
    },
    {
        when: /No value for required variable/i,
        fix: 'Give the variable a default, set `TF_VAR_<name>` under `env:`, or name a file that has it in `var-file:`.',
    },
    {
        when: /Invalid value for (?:input )?variable/i,
        fix: 'Correct the value where it is given: in a file of `var-file:`, or as `TF_VAR_<name>` under `env:`.',
    },
    {
        when: /DependencyViolation|is in use|still has dependencies|ResourceInUse|BucketNotEmpty/i,
        fix: 'Remove what still uses it first.',
    },
    {
        when: /Inconsistent dependency lock file|previously-selected version|does not match configured version constraint|checksums/i,
        fix: 'Run `terraform init -upgrade` and commit .terraform.lock.hcl with the versions and checksums of every platform (`terraform providers lock`).',
    },
    {
        when: /provider registry|query available provider|Failed to install provider|Could not load plugin/i,
        fix: 'Correct source and version of the provider in `required_providers`, and look whether the runner reaches its registry.',
    },
    {
        when: /Unsupported Terraform Core version|required_version/i,
        fix: 'Give `terraform-version` a version that the code allows.',
    },
    {
        when: /Instance cannot be destroyed|prevent_destroy/i,
        fix: 'Keep it, or take `prevent_destroy` out in a pull request of its own.',
    },
    {
        when: /Provider produced inconsistent|plugin (?:crashed|did not respond)|Request cancelled/i,
        fix: 'Run the job again; if it stays, try another version of the provider, and tell its authors.',
    },
];
/** Errors and their words have no end: what fits none of them is told to be looked at where it is. */
const OTHERWISE = 'Look at what it names: the code, its variables, or what is there already.';
/** How much of what was said is looked at, in UTF-16 units. */
const LOOKED_AT = 4_000;
function adviceOn({ summary, detail }) {
    const said = `${summary}\n${detail}`.slice(0, LOOKED_AT);
    return advices.find(({ when }) => when.test(said))?.fix ?? OTHERWISE;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/diagnostics.js
/** Terraform's diagnostics as failures on the line of the code. */



const NOT_PUT_OUT = 'Apply the stack that puts it out first; if it is of this directory, `depends_on` in `stack.yml` says so.';
const LOCK_SUMMARY = 'Error acquiring the state lock';
function lockField(detail, name) {
    return new RegExp(`^[ \\t]*${name}:[ \\t]+(.+)$`, 'm').exec(detail)?.[1]?.trim() ?? 'unknown';
}
/** What Terraform says to each trouble with a lock, whatever it is. */
const LOCK_ADVICE = /(?:Terraform|OpenTofu) acquires a state lock/;
/** Whether it says who holds the lock. */
function isHeld(detail) {
    return /^[ \t]*ID:[ \t]+\S/m.test(detail);
}
/**
 * Whether the lock was held, and let go before Terraform could read by whom: the one case of a held lock for which it
 * does not wait.
 */
function wasLetGo({ summary, detail = '' }) {
    return (summary === LOCK_SUMMARY &&
        !isHeld(detail) &&
        /PreconditionFailed|ConditionalRequestConflict|ConditionalCheckFailed/.test(detail));
}
/** Terraform words a held lock and one that may not be written alike; only the status tells them apart. */
function lockFailure({ detail = '' }) {
    if (/StatusCode: 403|AccessDenied|Forbidden/.test(detail)) {
        return new failure/* Failure */.HR({
            code: 'STATE_LOCK_FORBIDDEN',
            what: 'The role may not write the lock of the state.',
            why: 'A plan takes the lock too, as an object beside the state.',
            fix: 'Allow the role s3:PutObject and s3:DeleteObject on `<key>.tflock`.',
        });
    }
    if (!isHeld(detail)) {
        return new failure/* Failure */.HR({
            code: 'STATE_LOCK_FAILED',
            what: 'The lock of the state could not be taken.',
            why: `Nobody is known to hold it. ${oneSentence((detail.split(LOCK_ADVICE)[0] ?? detail).trim())}`,
            fix: 'Run the job again; nothing was changed. If it stays so, look whether the bucket can be reached and written.',
        });
    }
    return new failure/* Failure */.HR({
        code: 'STATE_LOCKED',
        what: `The state is locked by ${lockField(detail, 'Who')} since ${lockField(detail, 'Created')} (${lockField(detail, 'Operation')}).`,
        why: `Lock ${lockField(detail, 'ID')} on ${lockField(detail, 'Path')}.`,
        fix: 'Wait until that run has ended. Only if it was killed: `terraform force-unlock` with this ID.',
    });
}
function stale(folder) {
    return new failure/* Failure */.HR({
        code: 'PLAN_STALE',
        what: `The plan of ${folder} can no longer be applied: its state was changed since it was made.`,
        why: 'Another run has applied something in between. Nothing was changed by this one.',
        fix: 'Open a pull request with what is left to do, or with no change: its preview plans anew.',
    });
}
function oneSentence(text) {
    return `${text.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}
/** Said beside what is wrong, and says nothing more. */
function isPreface({ summary }) {
    return /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/.test(summary);
}
function diagnosedFailures(diagnostics, folder) {
    const telling = diagnostics.filter((each) => !isPreface(each));
    return (telling.length === 0 ? diagnostics : telling).map((each) => failureOf(each, folder));
}
/** @param folder the stack's, relative to the workspace; Terraform's file names are relative to it */
function failureOf(diagnostic, folder) {
    if (diagnostic.summary === LOCK_SUMMARY)
        return lockFailure(diagnostic);
    if (diagnostic.summary === 'Saved plan is stale')
        return stale(folder);
    const { summary, detail, address, range, snippet } = diagnostic;
    const remote = summary === 'Unable to find remote state' || snippet?.code.includes('terraform_remote_state') === true;
    const source = range === undefined || external_node_path_.posix.isAbsolute(range.filename)
        ? undefined
        : {
            file: external_node_path_.posix.normalize(`${folder}/${range.filename}`),
            line: range.start.line,
            column: range.start.column,
        };
    return new failure/* Failure */.HR({
        // What another stack has not put out yet.
        code: remote ? 'REMOTE_STATE' : 'TERRAFORM',
        what: `${address === undefined ? '' : `${address}: `}${oneSentence(summary)}`,
        ...(detail === undefined || detail === '' ? {} : { why: detail.replace(/\s+/g, ' ') }),
        fix: remote ? NOT_PUT_OUT : adviceOn({ summary, detail: detail ?? '' }),
        ...(source === undefined ? {} : { source }),
    });
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parseMessage)
/* harmony export */ });
/** @returns undefined for a warning of the CLI itself, before it speaks JSON */
function parseMessage(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null && 'type' in value
            ? value // its shape is documented
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ SPOILT),
/* harmony export */   P: () => (/* binding */ ProviderCaches)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/* harmony import */ var _toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9075);
/* harmony import */ var _tool_constraint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6429);
/* harmony import */ var _tool_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5206);
/**
 * Where `init` keeps the providers that it downloads, so that the stacks of a run, and the next run on the same
 * runner, share them. What the machine has set up itself is used as it is.
 */







/** OpenTofu's words for a package in the cache that was cut off or changed; Terraform writes such a one anew. */
const SPOILT = /existing cached package at .{1,500} does not match the content of the downloaded package/;
/** The first OpenTofu that waits for another one's lock on a package of the cache. */
const LOCKING = '1.10.5';
function locksItself({ name, version }) {
    const [own, first] = [(0,_tool_constraint_js__WEBPACK_IMPORTED_MODULE_5__/* .parseVersion */ .ot)(version), (0,_tool_constraint_js__WEBPACK_IMPORTED_MODULE_5__/* .parseVersion */ .ot)(LOCKING)];
    return name === 'opentofu' && own !== undefined && first !== undefined && (0,_tool_constraint_js__WEBPACK_IMPORTED_MODULE_5__/* .compareVersions */ .Zy)(own, first) >= 0;
}
/** Where the tool looks for its CLI configuration: see "CLI Configuration File" of either. */
function configFiles(name, env) {
    const named = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'];
    if (named)
        return [named];
    const home = env['HOME'] ?? '';
    const terraform = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.terraformrc');
    const xdg = env['XDG_CONFIG_HOME'] ? [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env['XDG_CONFIG_HOME'], 'opentofu', 'tofurc')] : [];
    return name === 'terraform' ? [terraform] : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.tofurc'), terraform, ...xdg];
}
/** The directories that the tool searches by itself: see "Implied Local Mirror Directories" of either. */
function impliedMirrors(name, env, folder) {
    const home = env['HOME'] ?? '';
    const dataHome = env['XDG_DATA_HOME'] || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.local', 'share');
    const dataDirs = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':');
    const program = name === 'terraform' ? 'terraform' : 'opentofu';
    return [
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'terraform.d'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.terraform.d'),
        ...[dataHome, ...dataDirs].map((place) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, program)),
    ].map((place) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, 'plugins'));
}
/** What the CLI configuration says about where providers come from, and where they are kept. */
function settingOf(file) {
    const from = `the CLI configuration ${file}`;
    try {
        const { attributes, blocks } = (0,_toolkit_sources_hcl_ts__WEBPACK_IMPORTED_MODULE_4__/* .readHcl */ .K)((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readOrdinary */ .pV)(file).toString('utf8'), file);
        if (attributes.has('plugin_cache_dir'))
            return { from, shared: true };
        return blocks.some(({ type }) => type === 'provider_installation') ? { from, shared: false } : undefined;
    }
    catch {
        // One that cannot be read here may say so: it is left alone.
        return { from, shared: true };
    }
}
/** What of the machine's own decides where providers are. */
function ownSetting(tool, env, folder) {
    if (env['TF_PLUGIN_CACHE_DIR'])
        return { from: 'TF_PLUGIN_CACHE_DIR of the environment', shared: true };
    const config = configFiles(tool.name, env).find(node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync);
    const said = config === undefined ? undefined : settingOf(config);
    if (said !== undefined)
        return said;
    const mirror = impliedMirrors(tool.name, env, folder).find((place) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(place) && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(place).length > 0);
    return mirror === undefined ? undefined : { from: `the providers in ${mirror}`, shared: false };
}
/** Runs one after the other until one has filled the cache; then there is nothing more to write. */
class Turns {
    #filled = false;
    #last = Promise.resolve();
    /** @param filling whether a success means that the cache holds all that the others need */
    async take(work, filling) {
        if (this.#filled)
            return work();
        const before = this.#last;
        const turn = Promise.withResolvers();
        this.#last = turn.promise;
        await before;
        try {
            if (this.#filled) {
                turn.resolve();
                return await work();
            }
            const result = await work();
            this.#filled = filling();
            return result;
        }
        finally {
            turn.resolve();
        }
    }
}
/** The caches of one run. Stacks with the same lock file share one. */
class ProviderCaches {
    #tool;
    #env;
    #machine;
    #turns = new Map();
    constructor(tool, env, machine) {
        this.#tool = tool;
        this.#env = env;
        this.#machine = machine;
    }
    /** @param folder absolute path of the stack */
    of(folder) {
        const env = this.#env;
        const own = ownSetting(this.#tool, env, folder);
        if (own !== undefined) {
            const turns = this.#turnsOf(own.from);
            const together = !own.shared || locksItself(this.#tool);
            // Nothing tells whether the machine's cache holds all that another stack needs: one at a time.
            const init = (work) => (together ? work() : turns.take(work, () => false));
            return Object.freeze({ env: {}, from: own.from, init });
        }
        const lockFile = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.terraform.lock.hcl');
        const tools = env['RUNNER_TOOL_CACHE'];
        if (!tools || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(lockFile)) {
            // Without a lock file neither of the tools trusts what is in a cache, and writes it anew.
            const why = tools ? 'no cache, as there is no lock file' : 'no cache, as RUNNER_TOOL_CACHE is not set';
            return Object.freeze({ env: {}, from: why, init: (work) => work() });
        }
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
            .update((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readOrdinary */ .pV)(lockFile))
            .update(`\0${this.#tool.name}\0${(0,_tool_release_js__WEBPACK_IMPORTED_MODULE_6__/* .platformName */ .$r)(this.#machine)}`)
            .digest('hex')
            .slice(0, 16);
        const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tools, 'omninode-providers', key);
        // Neither of the tools makes it.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(cache, { recursive: true });
        const turns = this.#turnsOf(cache);
        const init = async (work) => {
            try {
                return await turns.take(work, () => true);
            }
            catch (error) {
                if (error instanceof Error && SPOILT.test(error.message))
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(cache, { recursive: true, force: true });
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(cache, { recursive: true });
                throw error;
            }
        };
        return Object.freeze({ env: { TF_PLUGIN_CACHE_DIR: cache }, from: cache, init });
    }
    #turnsOf(key) {
        const turns = this.#turns.get(key) ?? new Turns();
        this.#turns.set(key, turns);
        return turns;
    }
}


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ RunningList)
/* harmony export */ });
/* harmony import */ var _state_kept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4035);

class RunningList {
    #world;
    #list = [];
    constructor(world) {
        this.#world = world;
    }
    get isEmpty() {
        return this.#list.length === 0;
    }
    begun(entry) {
        this.#save([...this.#list, entry]);
    }
    ended(pid) {
        this.#save(this.#list.filter((entry) => entry.pid !== pid));
    }
    #save(list) {
        this.#list = list;
        this.#world.saveState(_state_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .RUNNING */ .W2, JSON.stringify(list));
    }
}


/***/ }),

/***/ 4249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Terraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./build/toolkit/process/follow.js
var follow = __webpack_require__(9366);
;// CONCATENATED MODULE: ./build/toolkit/process/child.js





/** Reads what the child says, from its pipes or its files. */
function listen(child, options) {
    const { files, onStdout = () => undefined, onStderr = () => undefined } = options;
    if (files === undefined) {
        if (child.stdout !== null)
            (0,external_node_readline_.createInterface)(child.stdout).on('line', onStdout);
        if (child.stderr !== null)
            (0,external_node_readline_.createInterface)(child.stderr).on('line', onStderr);
        return () => undefined;
    }
    const following = [(0,follow/* followLines */.Z)(files.stdout, onStdout), (0,follow/* followLines */.Z)(files.stderr, onStderr)];
    return () => {
        for (const each of following)
            each.finish();
    };
}
/**
 * Runs a child to its end, line by line.
 *
 * The child leads a process group of its own, so that an interrupt from the terminal or the runner reaches it
 * exactly once, through us: a second one makes Terraform abandon its state.
 * @throws Failure TOOL_MISSING when the command cannot be started.
 */
async function runChild(options) {
    const { files } = options;
    const outputs = files === undefined ? [] : [(0,external_node_fs_.openSync)(files.stdout, 'w', 0o600), (0,external_node_fs_.openSync)(files.stderr, 'w', 0o600)];
    const child = (0,external_node_child_process_.spawn)(options.command, options.args, {
        cwd: options.cwd,
        env: { ...options.env },
        stdio: [options.input === undefined ? 'ignore' : 'pipe', outputs[0] ?? 'pipe', outputs[1] ?? 'pipe'],
        detached: true,
    });
    for (const descriptor of outputs)
        (0,external_node_fs_.closeSync)(descriptor);
    if (child.pid !== undefined)
        options.onStart?.(child.pid);
    let interrupted;
    let onAbort = () => undefined;
    const timers = [];
    const after = (milliseconds, work) => {
        if (milliseconds !== undefined)
            timers.push(setTimeout(work, milliseconds));
    };
    const ended = new Promise((resolve, reject) => {
        const interrupt = (reason) => {
            if (interrupted !== undefined)
                return;
            interrupted = reason;
            child.kill('SIGINT');
            after(options.killAfter, () => child.kill('SIGKILL'));
            after(options.leaveAfter, () => {
                child.unref();
                resolve({ code: null, signal: null, left: true });
            });
        };
        onAbort = () => interrupt('cancelled');
        after(options.deadline, () => interrupt('deadline'));
        child.once('close', (code, signal) => resolve({ code, signal, left: false }));
        child.once('error', (cause) => reject(new failure/* Failure */.HR({
            code: 'TOOL_MISSING',
            what: `${options.command} could not be started: ${cause.code ?? cause.message}.`,
            fix: `Install ${options.command}, or put it on PATH.`,
            cause,
        })));
    });
    options.signal.addEventListener('abort', onAbort, { once: true });
    const finish = listen(child, options);
    if (child.stdin !== null) {
        // A child that ends without reading its input is judged by its exit code, not by the broken pipe.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input);
    }
    if (options.signal.aborted)
        onAbort();
    try {
        return { ...(await ended), interrupted };
    }
    finally {
        finish();
        for (const timer of timers)
            clearTimeout(timer);
        options.signal.removeEventListener('abort', onAbort);
    }
}

// EXTERNAL MODULE: ./build/actions/provision/src/terraform/diagnostics.js + 1 modules
var terraform_diagnostics = __webpack_require__(2517);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/environment.js
var environment = __webpack_require__(8579);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/message.js
var terraform_message = __webpack_require__(6965);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/cli.js
/** Runs the Terraform CLI in the folder of one stack. OpenTofu speaks the same language. */








/** The type of the message of a Terraform that does not have the lock after 0.4 seconds. */
const LOCK_WAIT = 'state_lock_acquire';
/** Milliseconds after an interrupt when this process leaves Terraform to `post`: the runner kills it after ten seconds. */
const LEAVE_MS = 6_000;
/** What Terraform found wrong, as it said it. */
class DiagnosticFailures extends failure/* Failures */.oo {
    diagnostics;
    constructor(diagnostics, folder) {
        super((0,terraform_diagnostics/* diagnosedFailures */.yG)(diagnostics, folder));
        this.diagnostics = diagnostics;
    }
}
class TerraformCli {
    #options;
    /** What Terraform says goes into files whose paths begin so. */
    #output;
    constructor(options) {
        this.#options = options;
        this.#output = (0,external_node_path_.join)((0,files/* outputFolder */.qi)(options.world), options.stack.name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#output), { recursive: true, mode: 0o700 });
    }
    /**
     * A command that tells in JSON what it does.
     * @throws DiagnosticFailures, or Failure TERRAFORM or STILL_RUNNING
     */
    async follow(args, { onMessage, withhold, signal = this.#options.world.signal } = {}) {
        const { world, running, stack, command, onLockWait } = this.#options;
        const errors = [];
        const other = [];
        const doing = args[0] ?? '';
        const files = { stdout: `${this.#output}.${doing}.jsonl`, stderr: `${this.#output}.${doing}.txt` };
        let started = 0;
        const since = world.clock();
        const result = await this.#run(args, {
            signal,
            files,
            ...(withhold === undefined ? {} : { withhold }),
            leaveAfter: LEAVE_MS,
            onStart: (pid) => {
                started = pid;
                running.begun({ pid, command, stack, doing, stdout: files.stdout });
            },
            onStdout: (line) => {
                const message = (0,terraform_message/* parseMessage */.v)(line);
                if (message === undefined)
                    other.push(line);
                else if (message.diagnostic?.severity === 'error')
                    errors.push(message.diagnostic);
                if (message?.type === LOCK_WAIT)
                    onLockWait?.(since);
                if (message !== undefined)
                    onMessage?.(message);
            },
            onStderr: (line) => other.push(line),
        });
        if (result.left) {
            throw new failure/* Failure */.HR({
                code: 'STILL_RUNNING',
                what: `${command} ${doing} of ${stack.folder} was interrupted, and is not done with putting things away.`,
                why: 'It was interrupted once; a second interrupt would make it abandon its state.',
                fix: 'This step ends here, and its post phase waits for it.',
            });
        }
        running.ended(started);
        if (result.interrupted === 'cancelled')
            world.signal.throwIfAborted();
        if (errors.length > 0)
            throw new DiagnosticFailures(errors, stack.folder);
        if (result.code !== 0)
            throw this.#ended(doing, result, other);
    }
    /**
     * A command that prints data, or nothing.
     * @returns its output
     * @throws Failure TERRAFORM
     */
    async print(args, signal = this.#options.world.signal) {
        const { world, stack } = this.#options;
        const lines = [];
        const said = [];
        const result = await this.#run(args, {
            signal,
            onStdout: (line) => lines.push(line),
            onStderr: (line) => {
                said.push(line);
                world.log.debug(`${stack.name}: ${line}`);
            },
        });
        if (result.code === 0)
            return lines.join('\n');
        throw this.#ended(args.filter((arg) => !/^[-/]/.test(arg)).join(' '), result, said);
    }
    #run(args, { withhold, ...how }) {
        const { command, cache, credentials, passed, region, stack, world } = this.#options;
        const [name = '', ...rest] = args;
        const seen = (0,environment/* environmentFor */.DD)(world.env, { passed, doing: name });
        const inherited = withhold === undefined
            ? seen
            : Object.fromEntries(Object.entries(seen).filter(([each]) => !withhold(each)));
        // It prints data, and knows no colours.
        const plain = name === 'state' ? [] : ['-no-color'];
        return runChild({
            command,
            args: [name, ...plain, ...rest],
            cwd: (0,external_node_path_.join)(world.workspace, stack.folder),
            env: {
                ...inherited,
                ...cache?.env,
                ...credentials,
                AWS_REGION: region,
                TF_DATA_DIR: files/* DATA_FOLDER */.ej,
                TF_IN_AUTOMATION: '1',
                TF_INPUT: '0',
            },
            ...how,
        });
    }
    #ended(what, { code, signal }, output = []) {
        return new failure/* Failure */.HR({
            code: 'TERRAFORM',
            what: `${this.#options.command} ${what} of ${this.#options.stack.name} ended with ${signal ?? `code ${code}`} and no diagnostic.`,
            why: output.slice(-5).join(' '),
            fix: 'Run the job again with debug logging (RUNNER_DEBUG=1) and look at its output.',
        });
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/provider-cache.js
var provider_cache = __webpack_require__(8302);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/init-retry.js
/**
 * Which failures of `init` are worth another try. Terraform and OpenTofu try each request once or twice themselves
 * (TF_REGISTRY_DISCOVERY_RETRY, TF_PROVIDER_DOWNLOAD_RETRY), within seconds; a registry in trouble needs longer.
 */


/** Milliseconds. Its waits add up to half a minute at most. */
const INIT_BUDGET = Object.freeze({
    attempts: 4,
    shortest: 3_000,
    longest: 15_000,
});
/** An answer that stays what it is: it decides even when something else in the same run was only trouble. */
const init_retry_final = [
    // 401, 403, 404, 407, 410, as Go words them, as the mirror source does, and as the AWS SDK does.
    /\b(?:40[1347]|410) (?:Unauthorized|Forbidden|Not Found|Proxy Authentication Required|Gone)\b/i,
    /\bunsuccessful status (?:40[1347]|410)\b/,
    /\bbad response code: (?:40[1347]|410)\b/,
    // S3 answers 400 to a request whose body it waited for in vain.
    /\bStatusCode: 4(?!08|29)\d\d\b(?!.{0,500}\bRequestTimeout\b)/,
    /\b(?:AccessDenied|NoSuchBucket|InvalidClientTokenId|ExpiredToken|SignatureDoesNotMatch)\b/,
    /requires authentication credentials|rejected the given authentication credentials/,
    // What is asked for does not exist.
    /no available releases match the given constraints/,
    /does not have a provider named|was not found in any of the search locations/,
    /is no longer available|does not have a package available for your current platform/,
    /Unsupported (?:Terraform|OpenTofu) Core version/,
    // The lock file does not agree with the code, or with what is served.
    /the checksums previously recorded in the dependency lock file/,
    /lock file|locked provider .{1,300} does not match configured version constraint/i,
    // Somebody between here and the registry shows a certificate of their own: it will again.
    /x509:|certificate signed by unknown authority|certificate has expired/,
    /not signed with a valid signing key|authentication signature from unknown issuer|error checking signature/,
];
/** Trouble on the way, or of a server. */
const passing = [
    /\b(?:408|429|5\d\d) (?:Request Time-?out|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/i,
    /\bunsuccessful status (?:408|429|5\d\d)\b/,
    /\bbad response code: (?:408|429|5\d\d)\b/,
    /\bStatusCode: (?:0|408|429|5\d\d)\b/,
    /\b(?:SlowDown|RequestTimeout|ServiceUnavailable|InternalError|Throttling)\b/,
    /giving up after \d+ attempt/,
    /the request failed(?: after \d+ attempts)?, please try again later/,
    /Client\.Timeout (?:or context cancellation )?(?:exceeded )?while/,
    /context deadline exceeded|TLS handshake timeout|i\/o timeout|connection timed out/,
    /connection reset by peer|connection refused|broken pipe|network is unreachable|no route to host/,
    /unexpected EOF|: EOF\b|early EOF|server closed idle connection|stream error:|http2: .{0,200}(?:GOAWAY|lost)/,
    /no such host|Temporary failure in name resolution|server misbehaving/,
    // A download that was cut off, or that a proxy answered in the server's place.
    /incorrect response size: expected \d+ bytes, but got \d+ bytes/,
    /archive has incorrect checksum|checksum list has unexpected SHA-256 hash/,
    /zip: not a valid zip file|Error opening a gzip reader/,
    provider_cache/* SPOILT */.K,
    // git, for modules.
    /RPC failed|the remote end hung up unexpectedly|Could not resolve host|Failed to connect to .{1,300} port/,
];
/** One text, whatever the width it was broken at; without the frame of the diagnostics for people. */
function plain(text) {
    return text.replace(/[\u2502\u2577\u2575|]/g, ' ').replace(/\s+/g, ' ');
}
/**
 * `again` only when every error is known to pass: one that is not known is final.
 * @param diagnostics of one failed `init`; warnings do not count
 */
function classifyInit(diagnostics) {
    const errors = diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ summary, detail = '' }) => plain(`${summary}: ${detail}`));
    const passes = (error) => passing.some((pattern) => pattern.test(error)) && !init_retry_final.some((pattern) => pattern.test(error));
    return errors.length > 0 && errors.every(passes) ? 'again' : 'refuse';
}
/** The same for output for people: what a tool writes that fails before it speaks JSON. */
function classifyInitOutput(output) {
    const [, ...errors] = stripVTControlCharacters(output).split(/^[ \t\u2502]*Error: /m);
    return classifyInit(errors.map((text) => ({ severity: 'error', summary: text.split('\nWarning: ')[0] ?? '' })));
}

// EXTERNAL MODULE: ./build/actions/provision/src/terraform/mask.js + 2 modules
var mask = __webpack_require__(3878);
;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/state.js
/** Addresses of what an interrupted apply left half made: the next apply would destroy and make it anew. */
function taintedIn({ resources = [] }) {
    return resources.flatMap(({ module, type, name, instances }) => instances
        .filter(({ status }) => status === 'tainted')
        .map(({ index_key }) => {
        const index = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`;
        return [module, type, name].filter((part) => part !== undefined).join('.') + index;
    }));
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform/terraform.js
/** What Terraform is told to do for one stack, by its machine-readable output only. */










/** Before the name of a variable in the environment. */
const VARIABLE = 'TF_VAR_';
/** Milliseconds. The lock is free again; whoever else waits for it may be sooner. */
const LOCK_BUDGET = { attempts: 5, shortest: 250, longest: 2_000 };
/** Of what is done even when the run was cancelled. */
const neverAborted = () => new AbortController().signal;
class Terraform {
    stack;
    planFile;
    #options;
    #cli;
    constructor(options) {
        this.stack = options.stack;
        this.planFile = (0,files/* planFileOf */.XT)(options.stack, options.world);
        this.#options = options;
        this.#cli = new TerraformCli(options);
    }
    /** What init writes goes into the temporary folder, except a dependency lock file: see `lockFileOf`. */
    async init(backend) {
        const args = ['init', '-input=false', '-reconfigure', '-json'];
        if ((0,external_node_fs_.existsSync)((0,files/* lockFileOf */.LN)(this.stack, this.#options.world)))
            args.push('-lockfile=readonly');
        for (const [key, value] of Object.entries(backend))
            args.push(`-backend-config=${key}=${value}`);
        const { world, stack, cache } = this.#options;
        const { signal, random } = world;
        const init = () => this.#cli.follow(args);
        await (0,retry/* retry */.L)({
            ...INIT_BUDGET,
            signal,
            random,
            classify: (error) => error instanceof DiagnosticFailures ? classifyInit(error.diagnostics) : 'refuse',
            onRetry: (error, attempt, wait) => world.log.info(`init of ${stack.folder}: attempt ${attempt} failed; again in ${wait} ms: ${String(error)}`),
        }, () => (cache === undefined ? init() : cache.init(init)));
    }
    /**
     * One `plan` and one `show`; what is wrong in the code is found by the plan as well as by `validate`, which would
     * start the provider once more.
     * @throws Failures with the place of everything that is wrong in the code
     */
    async plan({ varFiles, destroy = false }) {
        const files = varFiles.map((file) => `-var-file=${(0,external_node_path_.join)(this.#options.world.workspace, file)}`);
        const mode = destroy ? ['-destroy'] : [];
        const args = ['plan', '-input=false', '-json', this.#lockTimeout, `-out=${this.planFile}`];
        await this.#locking(() => this.#cli.follow([...args, ...mode, ...files]));
        return this.show();
    }
    /** The plan file as JSON. @throws Failure TERRAFORM_OUTPUT */
    async show() {
        return shown(await this.#cli.print(['show', '-json', this.planFile]), this.#options.command);
    }
    /**
     * Applies the plan file, with the variables that are in it: OpenTofu would take those of the environment instead.
     * @param ephemeral names of the variables that a plan file does not hold
     * @returns the outputs that are not sensitive
     */
    async apply(onMessage, ephemeral) {
        // As it tells them itself: `output` would read the code again, which may be another by now.
        let outputs = {};
        const isPlanned = (name) => name.startsWith(VARIABLE) && !ephemeral.has(name.slice(VARIABLE.length));
        await this.#locking(() => this.#cli.follow(['apply', '-input=false', '-json', this.#lockTimeout, this.planFile], {
            onMessage: (message) => {
                if (message.type === 'outputs')
                    outputs = message.outputs ?? {};
                onMessage(message);
            },
            withhold: isPlanned,
        }));
        return Object.fromEntries(Object.entries(outputs).flatMap(([name, { sensitive, value }]) => sensitive ? [] : [[name, (0,mask/* withoutGuesses */.m8)(value, name).value]]));
    }
    /**
     * The state as JSON, also after the run was cancelled.
     * @param file absolute path of one that is not in its backend
     * @throws Failure TERRAFORM or TERRAFORM_OUTPUT
     */
    async showState(file) {
        const args = ['show', '-json', ...(file === undefined ? [] : [file])];
        return shown(await this.#cli.print(args, neverAborted()), this.#options.command);
    }
    /** Addresses of what an interrupted apply left half made. */
    async tainted() {
        // Where there is no state yet, nothing is printed.
        const state = documentIn(await this.#cli.print(['state', 'pull'], neverAborted())) ?? {};
        return taintedIn(state); // its shape is documented
    }
    /** Saves a state that an apply could not save. @throws Failure */
    async pushState(file) {
        await this.#cli.print(['state', 'push', this.#lockTimeout, file], neverAborted());
    }
    /** Who holds the lock of the state, as a failure; undefined when nobody does. Reads only. */
    async lockHolder() {
        try {
            await this.#cli.follow(['plan', '-input=false', '-json', '-refresh=false', '-lock-timeout=0s'], {
                signal: neverAborted(),
            });
            return undefined;
        }
        catch (error) {
            return (0,failure/* failuresIn */.xM)(error).find(({ code }) => code === 'STATE_LOCKED');
        }
    }
    /** What begins with the lock, and did nothing where it did not get it. */
    async #locking(work) {
        const { signal, random } = this.#options.world;
        await (0,retry/* retry */.L)({
            ...LOCK_BUDGET,
            signal,
            random,
            classify: (error) => error instanceof DiagnosticFailures && error.diagnostics.every(terraform_diagnostics/* wasLetGo */.bZ) ? 'again' : 'refuse',
        }, work);
    }
    get #lockTimeout() {
        return `-lock-timeout=${Math.round(this.#options.lockTimeout / 1_000)}s`;
    }
}
/** The JSON document in an output that may begin with warnings of the CLI; undefined when there is none. */
function documentIn(stdout) {
    const start = stdout.search(/^[{[]/m);
    if (start === -1)
        return undefined;
    try {
        return JSON.parse(stdout.slice(start));
    }
    catch {
        return undefined; // something else was written between
    }
}
/** What `show` prints of a plan or a state. @throws Failure TERRAFORM_OUTPUT */
function shown(stdout, command) {
    const document = documentIn(stdout);
    // It always says which format it has: without that it would look like a plan of nothing.
    if (typeof document === 'object' && document !== null && 'format_version' in document)
        return document; // its shape is documented
    throw new failure/* Failure */.HR({
        code: 'TERRAFORM_OUTPUT',
        what: `${command} show printed something else than a plan or a state.`,
        why: 'Another program stands in its place, and writes into its output.',
        fix: 'Let the program itself be found. With hashicorp/setup-terraform set `terraform_wrapper: false`, with opentofu/setup-opentofu `tofu_wrapper: false`: their wrappers do not pass a cancel on either.',
    });
}


/***/ }),

/***/ 5206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vq: () => (/* binding */ cachedProgram),
  W1: () => (/* binding */ cachedVersions),
  RG: () => (/* binding */ download),
  $r: () => (/* binding */ platformName),
  bK: () => (/* binding */ releasedVersions),
  Yl: () => (/* binding */ tools)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
// EXTERNAL MODULE: ./build/toolkit/transport/exchange.js
var exchange = __webpack_require__(5134);
// EXTERNAL MODULE: ./build/toolkit/transport/follow.js
var follow = __webpack_require__(6078);
// EXTERNAL MODULE: ./build/toolkit/transport/retry-after.js
var retry_after = __webpack_require__(3314);
// EXTERNAL MODULE: ./build/toolkit/transport/trouble.js
var trouble = __webpack_require__(5252);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/constraint.js
var constraint = __webpack_require__(6429);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
;// CONCATENATED MODULE: ./build/actions/provision/src/tool/kept.js
/**
 * A release in the runner's tool cache. Whoever may write there may put a program in its place, so that a release is kept
 * with all that proves it, and is proven again each time: as after its download.
 */



/** Bytes; a release's archive has about thirty million, its program a hundred. */
const LARGEST = 1024 * 1024 * 1024;
/** The files of a release; undefined when one is missing, is no ordinary file, or another one lies beside them. */
function readKept(folder, names) {
    try {
        const found = (0,external_node_fs_.readdirSync)(folder);
        if (found.toSorted().join('\n') !== names.toSorted().join('\n'))
            return undefined;
        return Object.fromEntries(names.map((name) => [name, (0,checkout/* readOrdinary */.pV)((0,external_node_path_.join)(folder, name), LARGEST)]));
    }
    catch (error) {
        const { code } = error; // of the system
        if (error instanceof checkout/* Unreadable */.IO || code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
/** The cache of a runner may have been carried about, and lost who may run what. */
function runnable(program) {
    (0,external_node_fs_.chmodSync)(program, 0o755);
    return program;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/tool/signature.js
/**
 * Resolves when one of the key's forms was valid when the signature was made, and made it.
 * @throws Error that says why not
 */
async function checkSignature({ document, signature }, key) {
    const { createMessage, readKey, readSignature, verify } = await Promise.all(/* import() | provision-tool-openpgp */[__webpack_require__.e("provision-tool-openpgp-packages"), __webpack_require__.e("provision-tool-openpgp")]).then(__webpack_require__.bind(__webpack_require__, 7827));
    const refusals = [];
    for (const armoredKey of key.armored) {
        const publicKey = await readKey({ armoredKey });
        if (publicKey.getFingerprint().toUpperCase() !== key.fingerprint)
            throw new Error(`the key that is built in has the fingerprint ${publicKey.getFingerprint()}`);
        try {
            const { signatures } = await verify({
                message: await createMessage({ binary: document }),
                signature: await readSignature({ binarySignature: signature }),
                verificationKeys: publicKey,
            });
            // More than one would leave open which of them counts; a release has one.
            const [only, ...more] = signatures;
            if (only === undefined || more.length > 0)
                throw new Error(`it holds ${signatures.length} signatures`);
            await only.verified;
            return;
        }
        catch (error) {
            refusals.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new Error([...new Set(refusals)].join('; '));
}

;// CONCATENATED MODULE: ./build/actions/provision/src/tool/signing-keys.js
/**
 * The public keys that releases are signed with, as their owners publish them:
 * https://www.hashicorp.com/.well-known/pgp-key.txt, \u2026/pgp-key-old.txt and https://get.opentofu.org/opentofu.asc.
 *
 * HashiCorp's key stands here twice. It ran out on 2026-04-18 and was made to last until 2030-03-01 by new
 * self-signatures of 2026-02-18, which say nothing of the time before them: what was signed earlier holds by the old ones.
 */
const HASHICORP = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
-----END PGP PUBLIC KEY BLOCK-----
`;
const HASHICORP_UNTIL_2026 = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPhYhBMh0AR8KtAURDQIQVTQ2
XZRy10aPBQJgffsZAhsDBQkJZgGABQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJ
EDQ2XZRy10aPtpcP/0PhJKiHtC1zREpRTrjGizoyk4Sl2SXpBZYhkdrG++abo6zs
buaAG7kgWWChVXBo5E20L7dbstFK7OjVs7vAg/OLgO9dPD8n2M19rpqSbbvKYWvp
0NSgvFTT7lbyDhtPj0/bzpkZEhmvQaDWGBsbDdb2dBHGitCXhGMpdP0BuuPWEix+
QnUMaPwU51q9GM2guL45Tgks9EKNnpDR6ZdCeWcqo1IDmklloidxT8aKL21UOb8t
cD+Bg8iPaAr73bW7Jh8TdcV6s6DBFub+xPJEB/0bVPmq3ZHs5B4NItroZ3r+h3ke
VDoSOSIZLl6JtVooOJ2la9ZuMqxchO3mrXLlXxVCo6cGcSuOmOdQSz4OhQE5zBxx
LuzA5ASIjASSeNZaRnffLIHmht17BPslgNPtm6ufyOk02P5XXwa69UCjA3RYrA2P
QNNC+OWZ8qQLnzGldqE4MnRNAxRxV6cFNzv14ooKf7+k686LdZrP/3fQu2p3k5rY
0xQUXKh1uwMUMtGR867ZBYaxYvwqDrg9XB7xi3N6aNyNQ+r7zI2lt65lzwG1v9hg
FG2AHrDlBkQi/t3wiTS3JOo/GCT8BjN0nJh0lGaRFtQv2cXOQGVRW8+V/9IpqEJ1
qQreftdBFWxvH7VJq2mSOXUJyRsoUrjkUuIivaA9Ocdipk2CkP8bpuGz7ZF4uQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmB9+xkCGwwFCQlmAYAACgkQ
NDZdlHLXRo9ZnA/7BmdpQLeTjEiXEJyW46efxlV1f6THn9U50GWcE9tebxCXgmQf
u+Uju4hreltx6GDi/zbVVV3HCa0yaJ4JVvA4LBULJVe3ym6tXXSYaOfMdkiK6P1v
JgfpBQ/b/mWB0yuWTUtWx18BQQwlNEQWcGe8n1lBbYsH9g7QkacRNb8tKUrUbWlQ
QsU8wuFgly22m+Va1nO2N5C/eE/ZEHyN15jEQ+QwgQgPrK2wThcOMyNMQX/VNEr1
Y3bI2wHfZFjotmek3d7ZfP2VjyDudnmCPQ5xjezWpKbN1kvjO3as2yhcVKfnvQI5
P5Frj19NgMIGAp7X6pF5Csr4FX/Vw316+AFJd9Ibhfud79HAylvFydpcYbvZpScl
7zgtgaXMCVtthe3GsG4gO7IdxxEBZ/Fm4NLnmbzCIWOsPMx/FxH06a539xFq/1E2
1nYFjiKg8a5JFmYU/4mV9MQs4bP/3ip9byi10V+fEIfp5cEEmfNeVeW5E7J8PqG9
t4rLJ8FR4yJgQUa2gs2SNYsjWQuwS/MJvAv4fDKlkQjQmYRAOp1SszAnyaplvri4
ncmfDsf0r65/sd6S40g5lHH8LIbGxcOIN6kwthSTPWX89r42CbY8GzjTkaeejNKx
v1aCrO58wAtursO1DiXCvBY7+NdafMRnoHwBk50iPqrVkNA8fv+auRyB2/G5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmFiEEyHQB
Hwq0BRENAhBVNDZdlHLXRo8FAmCAXCYCGwIFCQlmAYACQAkQNDZdlHLXRo/BdCAE
GQEKAB0WIQQ3TsdbSFkTYEqDHMfIIMbVzSerhwUCYIBcJgAKCRDIIMbVzSerh0Xw
D/9ghnUsoNCu1OulcoJdHboMazJvDt/znttdQSnULBVElgM5zk0Uyv87zFBzuCyQ
JWL3bWesQ2uFx5fRWEPDEfWVdDrjpQGb1OCCQyz1QlNPV/1M1/xhKGS9EeXrL8Dw
F6KTGkRwn1yXiP4BGgfeFIQHmJcKXEZ9HkrpNb8mcexkROv4aIPAwn+IaE+NHVtt
IBnufMXLyfpkWJQtJa9elh9PMLlHHnuvnYLvuAoOkhuvs7fXDMpfFZ01C+QSv1dz
Hm52GSStERQzZ51w4c0rYDneYDniC/sQT1x3dP5Xf6wzO+EhRMabkvoTbMqPsTEP
xyWr2pNtTBYp7pfQjsHxhJpQF0xjGN9C39z7f3gJG8IJhnPeulUqEZjhRFyVZQ6/
siUeq7vu4+dM/JQL+i7KKe7Lp9UMrG6NLMH+ltaoD3+lVm8fdTUxS5MNPoA/I8cK
1OWTJHkrp7V/XaY7mUtvQn5V1yET5b4bogz4nME6WLiFMd+7x73gB+YJ6MGYNuO8
e/NFK67MfHbk1/AiPTAJ6s5uHRQIkZcBPG7y5PpfcHpIlwPYCDGYlTajZXblyKrw
BttVnYKvKsnlysv11glSg0DphGxQJbXzWpvBNyhMNH5dffcfvd3eXJAxnD81GD2z
ZAriMJ4Av2TfeqQ2nxd2ddn0jX4WVHtAvLXfCgLM2Gveho4jD/9sZ6PZz/rEeTvt
h88t50qPcBa4bb25X0B5FO3TeK2LL3VKLuEp5lgdcHVonrcdqZFobN1CgGJua8TW
SprIkh+8ATZ/FXQTi01NzLhHXT1IQzSpFaZw0gb2f5ruXwvTPpfXzQrs2omY+7s7
fkCwGPesvpSXPKn9v8uhUwD7NGW/Dm+jUM+QtC/FqzX7+/Q+OuEPjClUh1cqopCZ
EvAI3HjnavGrYuU6DgQdjyGT/UDbuwbCXqHxHojVVkISGzCTGpmBcQYQqhcFRedJ
yJlu6PSXlA7+8Ajh52oiMJ3ez4xSssFgUQAyOB16432tm4erpGmCyakkoRmMUn3p
wx+QIppxRlsHznhcCQKR3tcblUqH3vq5i4/ZAihusMCa0YrShtxfdSb13oKX+pFr
aZXvxyZlCa5qoQQBV1sowmPL1N2j3dR9TVpdTyCFQSv4KeiExmowtLIjeCppRBEK
eeYHJnlfkyKXPhxTVVO6H+dU4nVu0ASQZ07KiQjbI+zTpPKFLPp3/0sPRJM57r1+
aTS71iR7nZNZ1f8LZV2OvGE6fJVtgJ1J4Nu02K54uuIhU3tg1+7Xt+IqwRc9rbVr
pHH/hFCYBPW2D2dxB+k2pQlg5NI+TpsXj5Zun8kRw5RtVb+dLuiH/xmxArIee8Jq
ZF5q4h4I33PSGDdSvGXn9UMY5Isjpg==
=7pIB
-----END PGP PUBLIC KEY BLOCK-----
`;
const OPENTOFU = `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGVUyIwBEADPg6jUJm5liMTiDndyprnwXQ23GdyQm/kW9MFOhYDRksmmbsz0
DCfqntFpuoKxPXzA+JTrZlWZONtU+leZjIOlAVZiz0rwz5EJq7uIrkueWtUk6AYk
BLN+zMtbui0z3HCPVNnR5BlVNyXQeW3jlrQtzuKevjZWzI0gbQGgEKNpj+lfyRFu
6q3u/T0o3p/6bOOlQHwCMtnFlWpjr6f/J2EdUVO/6NYHQzImPj4LINXF/+eqo7v6
svFtaVTtREG2V2V7We7bu/cJ+NgJYH7ro7UhB1RQH2k09NdpSCt9F60PVERnORpx
GBkM/VKZzgMSzRvdpxUWwrLxfAxinu5ddbBm3y0bzaU80OT3i1qrWIqW73fmdGHQ
71gbJxRrroyLMWehjcJ/9WJDxkHqsfPKqBifYsp6/J9npczDfSU+zYBVGpR73a4E
dbeIRWqwbH0LWhlbi1IM5aFDaZMFNkY+AWyP+OHn8Kehu6DOIh1AVM7v7vLxaX9h
t1jVJbswjvPFYquv1DvUdc7VP2QHz3xctQS1GZJQ1ekcgTv9rRYXUOOwknInjtkM
9kQDtyBkVLcEc8ha3Cfh6PJscIP5VHwaNMgAPr9tsl3xqdz56l5UPjFSFuel98jS
Bqn83VrT0uKwM0PnDVHd/7q8+Dg1EtOggMwZ830KORFNdjfv6ydsBvl7fwARAQAB
zUpPcGVuVG9mdSAoVGhpcyBrZXkgaXMgdXNlZCB0byBzaWduIG9wZW50b2Z1IHBy
b3ZpZGVycykgPGNvcmVAb3BlbnRvZnUub3JnPsLBjAQTAQgAQQUCZVTIjAkQDArz
E+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbAwIeAQIZAQMLCQcCFQgDFgAC
BScJAgcCAABwAg/1HZnTvPHZDWf5OluYOaQ7ADX/oyjUO85VNUmKhmBZkLr5mTqr
LO72k9fg+101hbggbhtK431z3Ca6ZqDAG/3DBi0BC1ag0rw83TEApkPGYnfX1DWS
1ZvyH1PkV0aqCkXAtMrte2PlUiieaKAsiYOIXqfZwszd07gch14wxMOw1B6Au/Xz
Nrv2omnWSgGIyR6WOsG4QQ8R5AMVz3K8Ftzl6520wBgtr3osA3uM/xconnGVukMn
9NLQqKx5oeaJwONZpyZL5bg2ke9MVZM2+bG30UGZKoxrzOtQ//OTOYlhPCqm1ffR
hYrUytwsWzDnJvXJF1QhnDu8whP3tSrcHyKxYZ9xUNzeu2AmjYfvkKHSdK2DFmOf
DafaRs3c1VYnC7J7aRi6kVF/t+vWeOEVpPylyK7vSbPFc6XVoQrsE07hbN/BjWjm
s8voK5U6oJRgEugXtSQKFypfOq8R99nXwbMHdhqY8aGyOCj++cuvRCUBDZAQqPEW
AuD0X7+9Trnfin47MK+n18wsTAL4w6PJhtCrwK4e0cVuQ5u4M/PMid5W6hEA27PX
x506Jpe8iRmcIP/cCR6pvhgOUMC36bIkAqZ5dJ545kDQju0lf8gLdVIQpig45udn
ZM2KgyApGqhsS7yCUrbLDrtNmQ31TSYdKc8IU+/jXkfy2RYbZ+wNgfloKM7BTQRl
VMiMARAAwRZUyMIc5TNbcFg3WGKxhaNC9hDZ4zBfXlb5jONzZOx3rDi2lD4UQOH+
NpG7CF98co//kryS/4AsDdp2jzhh+VMgyx6KJIhSkBP6kqhriy9eWRmgfrnLbUf4
6kkTkzLVkjYnMNeyHt+mi9I7EKtsDuF/EvjlwF5E81+DEOteCO/un/Qt1q3e1Slf
vTpLkPvr1FiQ3VqzaBeBBI3MAMb/ycwL6hQE1l4Lg34T43Zu+9zkE1uzvjeNIlIW
ucjB4q1htEjJl2CLAv+8cGHdmCcV2ZO3WM8M9Omq1CE7jhak4NE/YuGylJYCBd+B
S7tuDPDu6+o4Nx+axxcwMvgyfr07FteEr1Lopaw2ci8b/xzQie/gkI0CByQMwD5V
gnJpiMBnjP4d6UF6HEVldCQ7a3T1T80bKj5JjtFbR9P85Qntuheqn3Pge89YexMc
E/00VA3blrj+GeYpO9ZGFu7DR/x4sjnTEhfjXEoLv1C4AdgGHCIjW9wU6HkcWnla
X7akKlwIWEUP/BFLkcWPpmUrtClhWx9wq1GHFvKAN/qp//VWnv4IfRU6RjmVPOWB
efvTu/cpsfBHLyp15goOYPboahIdTUTNQIXh4Vid7E1NoKnWZUMu50n3/zAbjSds
mNmifi4g01MYJ3TVoU2Q01P7NiD3IRmaw72nLmf9cM9/7QMdGn0AEQEAAcLBdgQY
AQgAKgUCZVTIjAkQDArzE+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbDAAA
SUoP/2ExsUoGbxjuZ76QUnYtfzDoz+o218UWd3gZCsBQ6/hGam5kMq+EUEabF3lV
7QLDyn/1v5sqrkmYg0u5cfjtY3oimCPvr6E0WTuqMIwYl0fdlkmdNttDpMqvCazq
bzLK5dDVWbh/EYTiEN1xKXM6rlAquYv8I16uWL8QHanMb6yexNmDYhC4fXWqCi+s
5sXxWrPrd+fGz8CR/fEYahPXj8uY6dwN9DlWyek9QtKW2PsqrkBn5vCOm2IyZW6d
t/Kn70tYtxMxJND2otk47mpG/Fv3sYK2bTGJ+k/5+E5IrjWqIX2lVB3G1+TCoZ5s
cc16zls32mOlRh81fTAqcwkDFxICxcOeNHGLt3N+UvoPSUafYKD96rn5mWFao4xb
cFniaYv2PdqH8HDjvXZXqHypRMXvYMbXXOgydLL+tSUSBpMTd4afjq8x2gNSWOEL
I1jT5FWbKTKan0ycKi37bSqGHhDjlg4HRGvC3IK0EuVjdX3r+8uIVgFbqLwNhXk4
GAIL03vl689TQ7/oPW75XCQIevFai0kcJPl6qIRvi9/S/v5EPRy9UDCGY/MPmc5f
H1an0ebU4I4TlYfBoEUkYYqBDxvxWW0I/Q01rDebcd6mrGw8lW1EiNZlClLwx9Bv
/+MNnIT9m1f8KeqmweoAgbIQRUI7EkJSzxYN4DNuy2XoKmF9
=VhyH
-----END PGP PUBLIC KEY BLOCK-----
`;
/** `HashiCorp Security (hashicorp.com/security)` */
const hashicorp = Object.freeze({
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: Object.freeze([HASHICORP, HASHICORP_UNTIL_2026]),
});
/** `OpenTofu (This key is used to sign opentofu providers)`; it signs the program's releases too. */
const opentofu = Object.freeze({
    fingerprint: 'E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80',
    armored: Object.freeze([OPENTOFU]),
});

;// CONCATENATED MODULE: ./build/actions/provision/src/tool/release.js
/** Released programs: which there are, and one of them, downloaded and checked, in the runner's tool cache. */













const tools = Object.freeze({
    terraform: Object.freeze({
        name: 'terraform',
        title: 'Terraform',
        program: 'terraform',
        publisher: Object.freeze({
            index: 'https://releases.hashicorp.com/terraform/index.json',
            folder: (version) => `https://releases.hashicorp.com/terraform/${version}`,
            signature: '.sig',
            key: hashicorp,
        }),
    }),
    opentofu: Object.freeze({
        name: 'opentofu',
        title: 'OpenTofu',
        program: 'tofu',
        publisher: Object.freeze({
            index: 'https://get.opentofu.org/tofu/api.json',
            folder: (version) => `https://github.com/opentofu/opentofu/releases/download/v${version}`,
            // Its `.sig` is cosign's, which is another format.
            signature: '.gpgsig',
            key: opentofu,
        }),
    }),
});
/** Between the attempts at a download: milliseconds. */
const PATIENCE = { attempts: 4, shortest: 500, longest: 4_000 };
/** Milliseconds of silence after which a server is taken to be gone. */
const SILENCE_MS = 30_000;
/** Milliseconds for one file. */
const DEADLINE_MS = 300_000;
/** Bytes; no release is as large. */
const release_LARGEST = 512 * 2 ** 20;
class Answered extends Error {
    status;
    pause;
    constructor(url, status, pause) {
        super(`${url} is answered ${status}.`);
        this.status = status;
        this.pause = pause;
    }
}
/** A refusal does not get better; a server in trouble, or one that does not answer, may. */
function classify(error) {
    const final = error instanceof follow/* RedirectRefused */.J ||
        (error instanceof Answered && error.status < 500 && error.status !== 429 && error.status !== 408);
    return final ? 'refuse' : 'again';
}
/** @throws Answered; RedirectRefused; what the network threw */
async function fetchOne(connections, url, signal) {
    signal.throwIfAborted();
    const { status, headers, body } = await (0,follow/* follow */.e)({
        method: 'GET',
        url: new URL(url),
        headers: { accept: '*/*', 'user-agent': 'omninode_infra' },
        connections,
        signal,
        deadline: DEADLINE_MS,
        silence: SILENCE_MS,
        largest: release_LARGEST,
    });
    if (status !== 200)
        throw new Answered(url, status, (0,retry_after/* retryAfter */.P)(headers));
    return body;
}
/** What went wrong, in words. */
function unread(error, url, connections) {
    if (error instanceof Answered)
        return error;
    const { code, why } = (0,trouble/* troubleOf */.L)(error, new URL(url), connections) ?? { code: String(error), why: '' };
    const reason = why === '' ? code : `${why} (${code})`;
    return new Error(`${url} cannot be read: ${reason.replace(/\.$/, '')}.`, { cause: error });
}
async function fetchAll(urls, { signal, random, env }) {
    const connections = (0,exchange/* keepConnections */.FQ)({ most: urls.length, proxies: env });
    const pauseOf = (error) => (error instanceof Answered ? error.pause : undefined);
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const get = (url) => (0,retry/* retry */.L)({ ...PATIENCE, classify, pauseOf, signal: either, random }, () => fetchOne(connections, url, either)).catch((error) => {
        signal.throwIfAborted();
        throw unread(error, url, connections);
    });
    try {
        return await Promise.all(urls.map(get));
    }
    finally {
        over.abort();
        connections.close();
    }
}
function release_failure(tool, what, why, cause) {
    return new failure/* Failure */.HR({
        code: 'TOOL_DOWNLOAD',
        what,
        why,
        fix: `Check the version that is asked for, or install ${tool.title} on the runner before this step.`,
        cause,
    });
}
/**
 * Every released version, newest or not.
 * @throws Failure TOOL_DOWNLOAD
 */
async function releasedVersions(tool, context) {
    const { index } = tool.publisher;
    try {
        const [body = Buffer.alloc(0)] = await fetchAll([index], context);
        const { versions } = JSON.parse(body.toString('utf8'));
        if (typeof versions !== 'object' || versions === null)
            throw new Error(`${index} lists no versions.`);
        // HashiCorp's is an object by version, OpenTofu's an array of `{ id }`.
        const names = Array.isArray(versions)
            ? versions.map((entry) => typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : '')
            : Object.keys(versions);
        return names.map(constraint/* parseVersion */.ot).filter((version) => version !== undefined);
    }
    catch (cause) {
        context.signal.throwIfAborted();
        const why = cause instanceof Error ? cause.message : String(cause);
        throw release_failure(tool, `The versions of ${tool.title} cannot be had from ${index}.`, why, cause);
    }
}
const cacheName = (tool) => `omninode-${tool.name}`;
/** The versions that the runner's tool cache is said to have. */
async function cachedVersions(tool) {
    const { findAllVersions } = await Promise.all(/* import() | provision-tool-tool-cache */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("provision-tool-tool-cache+provision-workbench"), __webpack_require__.e("provision-tool-tool-cache-packages"), __webpack_require__.e("provision-tool-tool-cache")]).then(__webpack_require__.bind(__webpack_require__, 4795));
    return findAllVersions(cacheName(tool))
        .map(constraint/* parseVersion */.ot)
        .filter((version) => version !== undefined);
}
/** `linux_amd64`, as in the names of the files of a release. */
function platformName({ platform, arch }) {
    return `${platform}_${arch === 'x64' ? 'amd64' : arch}`;
}
/** The names of a release's files, in the order archive, checksums, signature. */
function namesOf({ program, publisher }, version, machine) {
    const sums = `${program}_${version}_SHA256SUMS`;
    return [`${program}_${version}_${platformName(machine)}.zip`, sums, `${sums}${publisher.signature}`];
}
async function fetchRelease(tool, version, context) {
    const { publisher, title } = tool;
    const folder = publisher.folder(version);
    const names = namesOf(tool, version, context.machine);
    const [archiveName, sumsName] = names;
    const urls = names.map((name) => `${folder}/${name}`);
    try {
        const files = await fetchAll(urls, context);
        const [archive = Buffer.alloc(0), sums = Buffer.alloc(0), signature = Buffer.alloc(0)] = files;
        return { folder, archiveName, sumsName, archive, sums, signature };
    }
    catch (cause) {
        context.signal.throwIfAborted();
        const why = cause instanceof Error ? cause.message : String(cause);
        throw release_failure(tool, `${title} ${version} cannot be had from ${folder}.`, why, cause);
    }
}
const FIX_FAKE = 'Do not use this release. Find out who serves it; a proxy that answers in its place may be at fault.';
/** That the publisher signed the checksums, and that the archive is among them. */
async function check({ title, publisher }, version, release) {
    const { folder, archiveName, sumsName, archive, sums, signature } = release;
    try {
        await checkSignature({ document: sums, signature }, publisher.key);
    }
    catch (cause) {
        throw new failure/* Failure */.HR({
            code: 'SIGNATURE_INVALID',
            what: `The checksums of ${title} ${version} are not signed by ${title}'s key ${publisher.key.fingerprint}.`,
            why: `${folder}/${sumsName}${publisher.signature}: ${cause instanceof Error ? cause.message : String(cause)}.`,
            fix: FIX_FAKE,
            cause,
        });
    }
    const listed = sums
        .toString('utf8')
        .split(/\r?\n/)
        .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line))
        .find((found) => found?.[2] === archiveName)?.[1];
    const actual = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (listed === actual)
        return;
    throw new failure/* Failure */.HR({
        code: 'CHECKSUM_INVALID',
        what: `${folder}/${archiveName} is not what ${title} released.`,
        why: `Its sha256 is ${actual}, but ${sumsName} lists ${listed ?? 'none'}.`,
        fix: FIX_FAKE,
    });
}
/** @returns the program's content */
async function unpack(tool, version, { archive, archiveName }) {
    const { unzipSync } = await Promise.all(/* import() | provision-tool-tool-cache */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("provision-tool-tool-cache+provision-workbench"), __webpack_require__.e("provision-tool-tool-cache-packages"), __webpack_require__.e("provision-tool-tool-cache")]).then(__webpack_require__.bind(__webpack_require__, 4795));
    const { program, title } = tool;
    let content;
    try {
        // Only what has exactly this name is unpacked, so that no other name can lead anywhere.
        content = unzipSync(archive, { filter: (file) => file.name === program })[program];
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw release_failure(tool, `The archive of ${title} ${version} cannot be unpacked.`, why, cause);
    }
    if (content !== undefined && content.length > 0)
        return content;
    const why = `There is no \`${program}\` in ${archiveName}.`;
    throw release_failure(tool, `The archive of ${title} ${version} holds no program.`, why);
}
/**
 * The program of a release in the runner's tool cache, checked as a download is: the publisher's signature, the archive
 * that it covers, and that the program is what is in the archive.
 * @returns its absolute path; undefined when there is none that is what was released, which is told
 */
async function cachedProgram(tool, version, context) {
    const { find } = await Promise.all(/* import() | provision-tool-tool-cache */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("provision-tool-tool-cache+provision-workbench"), __webpack_require__.e("provision-tool-tool-cache-packages"), __webpack_require__.e("provision-tool-tool-cache")]).then(__webpack_require__.bind(__webpack_require__, 4795));
    const folder = find(cacheName(tool), version);
    if (folder === '')
        return undefined;
    const { program, title } = tool;
    const names = namesOf(tool, version, context.machine);
    const refused = (why) => {
        context.log.warning(`${folder} is not ${title} ${version} as it was released, and is not used: ${why}`);
        return undefined;
    };
    const kept = readKept(folder, [program, ...names]);
    if (kept === undefined)
        return refused('It is not the program with what proves it, and nothing else.');
    const [archiveName, sumsName, signatureName] = names;
    const bytes = (name) => kept[name] ?? Buffer.alloc(0);
    const [archive, sums, signature] = [bytes(archiveName), bytes(sumsName), bytes(signatureName)];
    const release = { folder, archiveName, sumsName, archive, sums, signature };
    try {
        await check(tool, version, release);
        const released = await unpack(tool, version, release);
        if (kept[program]?.equals(released) !== true)
            return refused('The program is not that of the archive.');
    }
    catch (error) {
        const [failed] = (0,failure/* failuresIn */.xM)(error);
        if (failed === undefined)
            throw error;
        return refused(failed.what);
    }
    return runnable((0,external_node_path_.join)(folder, program));
}
/**
 * Downloads a release, checks its checksums' signature and its archive against them, and keeps its program in the
 * runner's tool cache, with what proves it.
 * @returns the absolute path of the program
 * @throws Failure TOOL_DOWNLOAD, SIGNATURE_INVALID, CHECKSUM_INVALID
 */
async function download(tool, version, context) {
    const { cacheDir } = await Promise.all(/* import() | provision-tool-tool-cache */[__webpack_require__.e("provision-tool-tool-cache+toolkit-github-artifact+toolkit-runtime-hand-on"), __webpack_require__.e("provision-tool-tool-cache+provision-workbench"), __webpack_require__.e("provision-tool-tool-cache-packages"), __webpack_require__.e("provision-tool-tool-cache")]).then(__webpack_require__.bind(__webpack_require__, 4795));
    const { program } = tool;
    const known = await cachedProgram(tool, version, context);
    if (known !== undefined)
        return known;
    const release = await fetchRelease(tool, version, context);
    await check(tool, version, release);
    const content = await unpack(tool, version, release);
    const folder = (0,external_node_path_.join)(context.temp, `${program}-${version}`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, program), content, { mode: 0o755 });
    const [archiveName, sumsName, signatureName] = namesOf(tool, version, context.machine);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, archiveName), release.archive);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, sumsName), release.sums);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, signatureName), release.signature);
    return (0,external_node_path_.join)(await cacheDir(folder, cacheName(tool), version), program);
}


/***/ }),

/***/ 9366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ followLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/** A file that somebody else writes, line by line, while it grows. */


/** Milliseconds between two looks. */
const LOOK_MS = 50;
const CHUNK = 64 * 1024;
/** @param from bytes that are passed over */
function followLines(file, onLine, from = 0) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    const buffer = Buffer.alloc(CHUNK);
    let offset = from;
    /** Of the line that has no end yet; joined only once, because it can be very long. */
    let begun = [];
    const read = () => {
        for (;;) {
            const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, buffer, 0, CHUNK, offset);
            if (count === 0)
                return;
            offset += count;
            const pieces = decoder.write(buffer.subarray(0, count)).split('\n');
            const last = pieces.pop() ?? '';
            for (const piece of pieces) {
                onLine([...begun, piece].join('').replace(/\r$/, ''));
                begun = [];
            }
            begun.push(last);
        }
    };
    const timer = setInterval(read, LOOK_MS);
    return {
        finish: () => {
            clearInterval(timer);
            read();
            const rest = [...begun, decoder.end()].join('');
            if (rest !== '')
                onLine(rest);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        },
    };
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds; undefined when it does not say. A date counts by the server's own clock, so that ours need not be
 * right; without one it cannot be told.
 */
function retryAfter(headers) {
    const { 'retry-after': asked = '', date = '' } = headers;
    if (/^\s*\d+\s*$/.test(asked))
        return Number(asked) * 1_000;
    // Without a month it is no date, although it may be parsed as one.
    const until = (/[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN) - Date.parse(date);
    return Number.isNaN(until) ? undefined : Math.max(0, until);
}


/***/ })

};
