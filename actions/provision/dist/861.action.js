export const id = 861;
export const ids = [861];
export const modules = {

/***/ 7861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyStacks: () => (/* binding */ applyStacks),
  planStacks: () => (/* binding */ planStacks)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/identity/aws.js
var aws = __webpack_require__(297);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/outcome.js
var model_outcome = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/toolkit/model/plan.js + 1 modules
var model_plan = __webpack_require__(4863);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/retry/retry.js
var retry = __webpack_require__(8090);
;// CONCATENATED MODULE: ./build/actions/provision/src/install.js
/** Terraform itself: the machine's own when its version fits, else downloaded and checked. */







const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const RELEASES = 'https://releases.hashicorp.com/terraform';
/** Between the attempts at a download: milliseconds. */
const PATIENCE = { attempts: 4, shortest: 500, longest: 4_000 };
/** Used when neither the input nor a file names one, and none is installed. */
const DEFAULT_VERSION = '1.11.4';
/** The version that is asked for, and where that is written. */
function wantedVersion(input, workspace, folder) {
    if (input !== undefined)
        return { version: input, from: 'the input terraform-version' };
    for (const place of [folder, '.']) {
        const file = (0,external_node_path_.join)(workspace, place, '.terraform-version');
        if ((0,external_node_fs_.existsSync)(file))
            return { version: (0,external_node_fs_.readFileSync)(file, 'utf8').trim(), from: (0,external_node_path_.join)(place, '.terraform-version') };
    }
    return undefined;
}
async function installedVersion(command, env) {
    try {
        const { stdout } = await run(command, ['version', '-json'], { env: { ...env, CHECKPOINT_DISABLE: '1' } });
        return /"terraform_version":\s*"([^"]+)"/.exec(stdout)?.[1];
    }
    catch {
        return undefined; // not installed
    }
}
class Answered extends Error {
    status;
    constructor(url, status) {
        super(`${url} is answered ${status}.`);
        this.status = status;
    }
}
/** A refusal does not get better; a server in trouble, or one that does not answer, may. */
function classify(error) {
    const final = error instanceof Answered && error.status < 500 && error.status !== 429;
    return final ? 'refuse' : 'again';
}
async function fetchAll(urls, { signal, random }) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(750), __webpack_require__.e(504)]).then(__webpack_require__.bind(__webpack_require__, 1504));
    // It goes through the proxies that the runner's environment names.
    const client = new HttpClient('omninode_infra', [], { allowRetries: false });
    const get = async (url) => {
        const response = await client.get(url);
        const status = response.message.statusCode ?? 0;
        if (status !== 200)
            throw new Answered(url, status);
        if (response.readBodyBuffer === undefined)
            throw new Error('http-client gives no bytes');
        return response.readBodyBuffer();
    };
    try {
        return await Promise.all(urls.map((url) => (0,retry/* retry */.L)({ ...PATIENCE, classify, signal, random }, () => get(url))));
    }
    finally {
        client.dispose();
    }
}
/**
 * Downloads a release, checks it against its SHA256SUMS, and keeps it in the runner's tool cache.
 * @returns the absolute path of the program
 * @throws Failure TERRAFORM_DOWNLOAD
 */
async function download(wanted) {
    const { version, releases, folder } = wanted;
    const { cacheDir, find, unzipSync } = await Promise.all(/* import() */[__webpack_require__.e(750), __webpack_require__.e(504)]).then(__webpack_require__.bind(__webpack_require__, 1504));
    const known = find('omninode-terraform', version);
    if (known !== '')
        return (0,external_node_path_.join)(known, 'terraform');
    const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const name = `terraform_${version}_${platform}.zip`;
    const failed = (why, cause) => new failure/* Failure */.HR({
        code: 'TERRAFORM_DOWNLOAD',
        what: `Terraform ${version} cannot be had from ${releases}.`,
        why,
        fix: 'Check `terraform-version`, or install Terraform on the runner before this step.',
        cause,
    });
    const urls = [name, `terraform_${version}_SHA256SUMS`].map((file) => `${releases}/${version}/${file}`);
    let files;
    try {
        files = await fetchAll(urls, wanted);
    }
    catch (cause) {
        wanted.signal.throwIfAborted();
        throw failed(cause instanceof Error ? cause.message : String(cause), cause);
    }
    const [archive = Buffer.alloc(0), sums = Buffer.alloc(0)] = files;
    const expected = sums
        .toString('utf8')
        .split('\n')
        .find((line) => line.endsWith(`  ${name}`))
        ?.split(' ')[0];
    const actual = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (expected !== actual)
        throw failed(`Its sha256 is ${actual}, but SHA256SUMS lists ${expected ?? 'none'}.`);
    const program = unzipSync(archive, { filter: (file) => file.name === 'terraform' })['terraform'];
    if (program === undefined)
        throw failed('There is no program in its archive.');
    const unpacked = (0,external_node_path_.join)(folder, `terraform-${version}`);
    (0,external_node_fs_.mkdirSync)(unpacked);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(unpacked, 'terraform'), program, { mode: 0o755 });
    return (0,external_node_path_.join)(await cacheDir(unpacked, 'omninode-terraform', version), 'terraform');
}
/** @returns the command to run */
async function findTerraform(input, folder, world) {
    const wanted = wantedVersion(input, world.workspace, folder);
    const installed = await installedVersion('terraform', world.env);
    if (installed !== undefined && (wanted === undefined || wanted.version === installed)) {
        world.log.info(`terraform ${installed} from PATH`);
        return 'terraform';
    }
    const { version, from } = wanted ?? { version: DEFAULT_VERSION, from: 'the default' };
    world.log.info(`terraform ${version}, by ${from}`);
    return download({
        version,
        releases: RELEASES,
        folder: world.temp,
        signal: world.signal,
        random: world.random,
    });
}

// EXTERNAL MODULE: ./build/toolkit/model/change.js
var change = __webpack_require__(2719);
;// CONCATENATED MODULE: ./build/actions/provision/src/plan-json.js
/** Terraform's plan as changes: masked, and only what differs. */

/** See "Change Representation" in Terraform's documentation of its JSON output. */
function actionOf(actions) {
    const key = actions.join(' ');
    if (key === 'create' || key === 'update' || key === 'delete')
        return key;
    if (key === 'delete create' || key === 'create delete')
        return 'replace';
    return key === 'forget' ? 'delete' : 'none';
}
const reasons = {
    replace_because_tainted: 'an earlier run was interrupted while it made this, so Terraform would make it anew',
    replace_because_cannot_update: 'cannot be changed in place',
    replace_by_request: 'replacement was asked for',
    delete_because_no_resource_config: 'is no longer in the code',
};
/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
function masked(value, sensitive, unknown) {
    if (sensitive === true)
        return change/* SENSITIVE */.NP;
    if (unknown === true)
        return change/* UNKNOWN */.HV;
    if (Array.isArray(value) || Array.isArray(unknown)) {
        const items = Array.isArray(value) ? value : [];
        const markers = Array.isArray(unknown) ? unknown : [];
        const length = Math.max(items.length, markers.length);
        return Array.from({ length }, (_, index) => masked(items[index], part(sensitive, index), markers[index]));
    }
    if (isRecord(value) || isRecord(unknown)) {
        const keys = new Set([
            ...Object.keys(isRecord(value) ? value : {}),
            ...Object.keys(isRecord(unknown) ? unknown : {}),
        ]);
        return Object.fromEntries([...keys].map((key) => [key, masked(part(value, key), part(sensitive, key), part(unknown, key))]));
    }
    return (value ?? null); // a scalar of parsed JSON
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function part(value, key) {
    if (Array.isArray(value))
        return value[Number(key)];
    return isRecord(value) ? value[key] : undefined;
}
/** Every text that Terraform marks as sensitive, so that it can be masked before anything is printed. */
function sensitiveValues(plan) {
    const found = [];
    const collect = (value, marker) => {
        if (marker === true) {
            if (typeof value === 'string')
                found.push(value);
            else if (Array.isArray(value))
                for (const item of value)
                    collect(item, true);
            else if (isRecord(value))
                for (const item of Object.values(value))
                    collect(item, true);
        }
        else if (Array.isArray(marker))
            for (const [index, inner] of marker.entries())
                collect(part(value, index), inner);
        else if (isRecord(marker))
            for (const [key, inner] of Object.entries(marker))
                collect(part(value, key), inner);
    };
    const changes = [
        ...(plan.resource_changes ?? []).map(({ change }) => change),
        ...Object.values(plan.output_changes ?? {}),
    ];
    for (const change of changes) {
        collect(change.before, change.before_sensitive);
        collect(change.after, change.after_sensitive);
    }
    return found;
}
/** `before` and `after` of the attributes that differ; all of them when something is made or deleted. */
function values(change) {
    const before = masked(change.before, change.before_sensitive, undefined);
    const after = masked(change.after, change.after_sensitive, change.after_unknown);
    if (change.before === null || change.before === undefined)
        return { after: withoutNulls(after) };
    if (change.after === null || change.after === undefined)
        return { before: withoutNulls(before) };
    if (!isRecord(before) || !isRecord(after))
        return { before, after };
    const plain = { before: change.before, after: change.after };
    const differs = (key) => JSON.stringify(part(before, key)) !== JSON.stringify(part(after, key)) ||
        JSON.stringify(part(plain.before, key)) !== JSON.stringify(part(plain.after, key));
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(differs);
    const pick = (value) => Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
    return { before: pick(before), after: pick(after) };
}
/** Attributes that nobody set say nothing. */
function withoutNulls(value) {
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}
function changesOf(plan, stack, locate) {
    const resources = (plan.resource_changes ?? [])
        .filter(({ mode, change }) => mode === 'managed' && actionOf(change.actions) !== 'none')
        .map((resource) => {
        const { address, module_address = '', type, name, change, action_reason } = resource;
        const source = locate(module_address, `resource "${type}" "${name}"`);
        const note = change.actions[0] === 'forget' ? 'is forgotten, not destroyed' : reasons[action_reason ?? ''];
        return {
            action: actionOf(change.actions),
            address: `${stack}/${address}`,
            kind: type,
            ...values(change),
            ...(source === undefined ? {} : { source }),
            ...(note === undefined ? {} : { note }),
        };
    });
    const outputs = Object.entries(plan.output_changes ?? {})
        .filter(([, change]) => actionOf(change.actions) !== 'none')
        .map(([name, change]) => {
        const source = locate('', `output "${name}"`);
        return {
            action: actionOf(change.actions),
            address: `${stack}/output.${name}`,
            kind: 'output',
            ...values(change),
            ...(source === undefined ? {} : { source }),
        };
    });
    return [...resources, ...outputs];
}
/** The outputs that are known and not sensitive. */
function plannedOutputs(plan) {
    return Object.fromEntries(Object.entries(plan.planned_values?.outputs ?? {})
        .filter(([, output]) => !output.sensitive && output.value !== undefined)
        .map(([name, output]) => [name, output.value]));
}

// EXTERNAL MODULE: ./build/actions/provision/src/stacks.js
var stacks = __webpack_require__(612);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./build/toolkit/process/child.js



/**
 * Runs a child to its end, line by line.
 *
 * The child leads a process group of its own, so that an interrupt from the terminal or the runner reaches it
 * exactly once, through us: a second one makes Terraform abandon its state.
 * @throws Failure TOOL_MISSING when the command cannot be started.
 */
async function runChild(options) {
    const child = (0,external_node_child_process_.spawn)(options.command, options.args, {
        cwd: options.cwd,
        env: { ...options.env },
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
    });
    let interrupted;
    const timers = [];
    const interrupt = (reason) => {
        if (interrupted !== undefined)
            return;
        interrupted = reason;
        child.kill('SIGINT');
        if (options.killAfter !== undefined)
            timers.push(setTimeout(() => child.kill('SIGKILL'), options.killAfter));
    };
    const onAbort = () => interrupt('cancelled');
    options.signal.addEventListener('abort', onAbort, { once: true });
    if (options.deadline !== undefined)
        timers.push(setTimeout(() => interrupt('deadline'), options.deadline));
    const ended = new Promise((resolve, reject) => {
        child.once('close', (code, signal) => resolve({ code, signal }));
        child.once('error', (cause) => reject(new failure/* Failure */.HR({
            code: 'TOOL_MISSING',
            what: `${options.command} could not be started: ${cause.code ?? cause.message}.`,
            fix: `Install ${options.command}, or put it on PATH.`,
            cause,
        })));
    });
    if (child.stdout !== null)
        (0,external_node_readline_.createInterface)(child.stdout).on('line', options.onStdout ?? (() => undefined));
    if (child.stderr !== null)
        (0,external_node_readline_.createInterface)(child.stderr).on('line', options.onStderr ?? (() => undefined));
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
        for (const timer of timers)
            clearTimeout(timer);
        options.signal.removeEventListener('abort', onAbort);
    }
}

;// CONCATENATED MODULE: ./build/actions/provision/src/diagnostics.js
/** Terraform's diagnostics as failures on the line of the code. */


function lockField(detail, name) {
    return new RegExp(`^\\s*${name}:\\s+(.+)$`, 'm').exec(detail)?.[1]?.trim() ?? 'unknown';
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
    return new failure/* Failure */.HR({
        code: 'STATE_LOCKED',
        what: `The state is locked by ${lockField(detail, 'Who')} since ${lockField(detail, 'Created')} (${lockField(detail, 'Operation')}).`,
        why: `Lock ${lockField(detail, 'ID')} on ${lockField(detail, 'Path')}.`,
        fix: 'Wait until that run has ended. Only if it was killed: `terraform force-unlock` with this ID.',
    });
}
/** @param folder the stack's, relative to the workspace; Terraform's file names are relative to it */
function failureOf(diagnostic, folder) {
    if (diagnostic.summary === 'Error acquiring the state lock')
        return lockFailure(diagnostic);
    const { summary, detail, address, range } = diagnostic;
    const source = range === undefined || external_node_path_.posix.isAbsolute(range.filename)
        ? undefined
        : {
            file: external_node_path_.posix.normalize(`${folder}/${range.filename}`),
            line: range.start.line,
            column: range.start.column,
        };
    return new failure/* Failure */.HR({
        code: 'TERRAFORM',
        what: `${address === undefined ? '' : `${address}: `}${summary}.`,
        ...(detail === undefined || detail === '' ? {} : { why: detail.replace(/\s+/g, ' ') }),
        fix: 'Correct the code, its variables, or what the role may do.',
        ...(source === undefined ? {} : { source }),
    });
}

;// CONCATENATED MODULE: ./build/actions/provision/src/terraform.js
/** Drives the Terraform CLI for one stack, by its machine-readable output only. */





function parseLine(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null && 'type' in value ? value : undefined;
    }
    catch {
        return undefined; // a warning of the CLI itself, before it speaks JSON
    }
}
/** Terraform writes it into the stack's folder when none is committed. */
function lockFileOf(folder) {
    return (0,external_node_path_.join)(folder, '.terraform.lock.hcl');
}
class Terraform {
    #options;
    #world;
    #folder;
    #data;
    constructor(options, world) {
        this.#options = options;
        this.#world = world;
        this.#folder = (0,external_node_path_.join)(world.workspace, options.stack.folder);
        this.#data = (0,external_node_path_.join)(world.temp, 'terraform', options.stack.name);
    }
    get planFile() {
        return `${this.#data}.tfplan`;
    }
    /** What init writes goes into the temporary folder, except a dependency lock file: see `lockFileOf`. */
    async init(backend) {
        const args = ['init', '-input=false', '-reconfigure', '-json'];
        if ((0,external_node_fs_.existsSync)(lockFileOf(this.#folder)))
            args.push('-lockfile=readonly');
        for (const [key, value] of Object.entries(backend))
            args.push(`-backend-config=${key}=${value}`);
        await this.#must(args);
    }
    /** @throws Failures with the place of everything that is wrong in the code */
    async validate() {
        const { stdout, result } = await this.#capture(['validate', '-json']);
        const answer = parseDocument(stdout);
        const errors = (answer.diagnostics ?? []).filter((each) => each.severity === 'error');
        (0,failure/* throwIfAny */.MI)(errors.map((each) => failureOf(each, this.#options.stack.folder)));
        if (result.code !== 0)
            throw this.#ended('validate', result);
    }
    async plan(varFiles) {
        const files = varFiles.map((file) => `-var-file=${(0,external_node_path_.join)(this.#world.workspace, file)}`);
        await this.#must(['plan', '-input=false', '-json', `-out=${this.planFile}`, ...files]);
        const { stdout, result } = await this.#capture(['show', '-json', this.planFile]);
        if (result.code !== 0)
            throw this.#ended('show', result);
        return parseDocument(stdout);
    }
    /** Applies the plan file of this very run. */
    async apply(onMessage) {
        await this.#must(['apply', '-input=false', '-json', this.planFile], onMessage);
    }
    /** The outputs that are not sensitive. */
    async outputs() {
        const { stdout, result } = await this.#capture(['output', '-json']);
        if (result.code !== 0)
            throw this.#ended('output', result);
        const all = parseDocument(stdout);
        return Object.fromEntries(Object.entries(all).flatMap(([name, { sensitive, value }]) => (sensitive ? [] : [[name, value]])));
    }
    /** Resources that an interrupted apply left half made: the next apply would destroy and make them anew. */
    async tainted() {
        const { stdout } = await this.#capture(['state', 'pull'], new AbortController().signal);
        const state = parseDocument(stdout);
        return (state.resources ?? [])
            .filter(({ instances }) => instances.some((instance) => instance.status === 'tainted'))
            .map(({ module, type, name }) => [module, type, name].filter((part) => part !== undefined).join('.'));
    }
    async #must(args, onMessage) {
        const errors = [];
        const other = [];
        const result = await this.#run(args, (line) => {
            const message = parseLine(line);
            if (message === undefined)
                other.push(line);
            else if (message.diagnostic?.severity === 'error')
                errors.push(message.diagnostic);
            if (message !== undefined)
                onMessage?.(message);
        });
        if (result.interrupted === 'cancelled')
            this.#world.signal.throwIfAborted();
        (0,failure/* throwIfAny */.MI)(errors.map((each) => failureOf(each, this.#options.stack.folder)));
        if (result.code !== 0)
            throw this.#ended(args[0] ?? '', result, other);
    }
    async #capture(args, signal = this.#world.signal) {
        const lines = [];
        const result = await this.#run(args, (line) => lines.push(line), signal);
        return { stdout: lines.join('\n'), result };
    }
    #run(args, onStdout, signal = this.#world.signal) {
        const { command, credentials, region, stack } = this.#options;
        const [name = '', ...rest] = args;
        return runChild({
            command,
            args: [name, '-no-color', ...rest].filter((arg) => arg !== '-no-color' || !['state', 'output'].includes(name)),
            cwd: this.#folder,
            env: {
                ...this.#world.env,
                ...credentials,
                AWS_REGION: region,
                TF_DATA_DIR: this.#data,
                TF_IN_AUTOMATION: '1',
                TF_INPUT: '0',
            },
            signal,
            onStdout,
            onStderr: (line) => this.#world.log.debug(`${stack.name}: ${line}`),
        });
    }
    #ended(what, { code, signal }, output = []) {
        return new failure/* Failure */.HR({
            code: 'TERRAFORM',
            what: `terraform ${what} of ${this.#options.stack.name} ended with ${signal ?? `code ${code}`} and no diagnostic.`,
            why: output.slice(-5).join(' '),
            fix: 'Run the job again with debug logging (RUNNER_DEBUG=1) and look at its output.',
        });
    }
}
/** The JSON document in an output that may begin with warnings of the CLI. */
function parseDocument(stdout) {
    const start = stdout.search(/^[{[]/m);
    return JSON.parse(start === -1 ? '{}' : stdout.slice(start));
}

;// CONCATENATED MODULE: ./build/actions/provision/src/provision.js
/** Plans every stack, and applies exactly the plan files of this run. */










async function terraformFor(run, world) {
    const command = await findTerraform(run.terraformVersion, run.directory, world);
    const sessionName = `omninode-${world.run.id}-${world.run.attempt}`;
    const { role, region } = run;
    const credentials = await (0,aws/* assumeRole */.xN)({ role, region, sessionName }, world);
    return (stack) => new Terraform({ command, stack, credentials: { ...credentials }, region }, world);
}
function backendOf({ backend, region }, { folder }) {
    return { key: `${folder}/terraform.tfstate`, region, ...backend, use_lockfile: 'true', encrypt: 'true' };
}
async function planStacks(run, world) {
    // Named before Terraform makes them: `post` removes them even when this process is killed.
    const missing = run.stacks
        .map(({ folder }) => lockFileOf((0,external_node_path_.join)(world.workspace, folder)))
        .filter((file) => !(0,external_node_fs_.existsSync)(file));
    world.saveState('lock-files', JSON.stringify(missing));
    const terraform = await terraformFor(run, world);
    const changes = [];
    const outputs = {};
    for (const stack of run.stacks) {
        const tool = terraform(stack);
        const planned = await world.log.group(`plan ${stack.folder}`, async () => {
            await tool.init(backendOf(run, stack));
            await tool.validate();
            return tool.plan(run.varFiles);
        });
        for (const secret of sensitiveValues(planned))
            world.redactor.add(secret);
        changes.push(...changesOf(planned, stack.name, (0,stacks/* blockLocator */.uU)(world.workspace, stack.folder)));
        outputs[stack.name] = plannedOutputs(planned);
    }
    const plan = (0,model_plan/* makePlan */.Cs)({
        step: 'provision',
        target: run.directory,
        createdAt: world.clock(),
        changes,
        inputs: { stacks: run.stacks.map((stack) => stack.name) },
        sources: Object.assign({}, ...run.stacks.map((stack) => (0,stacks/* sourcesOf */.u0)(world.workspace, stack.folder))),
    });
    return { ...plan, outputs };
}
/** Follows the apply of one stack: a result for every change, in the order in which Terraform finishes them. */
function follow(stack, changes, world) {
    const results = [];
    const finish = (status) => (message) => {
        const address = `${stack.name}/${message.hook?.resource.addr ?? ''}`;
        const change = changes.find((each) => each.address === address);
        const known = results.findIndex((result) => result.address === address);
        if (change === undefined)
            return;
        // A replacement is a deletion and a creation: what came last counts.
        if (known !== -1)
            results.splice(known, 1);
        const durationMs = (message.hook?.elapsed_seconds ?? 0) * 1_000;
        results.push({ address, action: change.action, status, durationMs });
        world.log.info(`${status} ${change.action} ${address} (${(0,duration/* formatDuration */.a)(durationMs)})`);
    };
    const handlers = {
        apply_complete: finish('done'),
        apply_errored: finish('failed'),
    };
    return { results, onMessage: (message) => handlers[message.type]?.(message) };
}
/** What Terraform did not come to, and outputs, which it does not report one by one. */
function remaining(changes, results, applied) {
    const known = new Set(results.map((result) => result.address));
    return changes
        .filter((change) => !known.has(change.address))
        .map(({ address, action, kind }) => ({
        address,
        action,
        status: applied && kind === 'output' ? 'done' : applied ? 'unknown' : 'skipped',
        durationMs: 0,
    }));
}
async function applyStacks(plan, run, world) {
    const startedAt = world.clock();
    const terraform = await terraformFor(run, world);
    const outputs = {};
    const results = [];
    for (const stack of run.stacks) {
        const tool = terraform(stack);
        const changes = plan.changes.filter((change) => change.address.startsWith(`${stack.name}/`));
        if (changes.length > 0) {
            const { results: seen, onMessage } = follow(stack, changes, world);
            try {
                await world.log.group(`apply ${stack.folder}`, () => tool.apply(onMessage));
            }
            catch (error) {
                await tellWhatIsLeft(tool, stack, remaining(changes, seen, false), world);
                throw error;
            }
            results.push(...seen, ...remaining(changes, seen, true));
        }
        outputs[stack.name] = await tool.outputs();
    }
    const outcome = (0,model_outcome/* makeOutcome */.v$)({
        step: 'provision',
        target: plan.target,
        digest: plan.digest,
        startedAt,
        finishedAt: world.clock(),
        status: 'succeeded',
        changed: results.some((result) => result.status === 'done'),
        results,
    });
    return { ...outcome, outputs };
}
async function tellWhatIsLeft(tool, stack, left, world) {
    for (const { address } of left)
        world.log.info(`not applied: ${address}`);
    const tainted = await tool.tainted();
    if (tainted.length === 0)
        return;
    world.log.warning(`${stack.name}: ${tainted.join(', ')} ${tainted.length === 1 ? 'was' : 'were'} being made when this run ended. The next apply destroys and makes ${tainted.length === 1 ? 'it' : 'them'} anew; to keep ${tainted.length === 1 ? 'it' : 'them'}, run \`terraform untaint\` first.`);
}


/***/ })

};
