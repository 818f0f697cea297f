export const id = "provision-open";
export const ids = ["provision-open"];
export const modules = {

/***/ 1066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ backendWanted),
/* harmony export */   O2: () => (/* binding */ parseBackend),
/* harmony export */   Xf: () => (/* binding */ stateObject),
/* harmony export */   bX: () => (/* binding */ backendConfig),
/* harmony export */   eo: () => (/* binding */ DEFAULT_WORKSPACE),
/* harmony export */   j: () => (/* binding */ refuseSharedKey)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _stack_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4901);
/** The input `backend-config`, and where with it the state of each stack is. */


function invalid(what) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({ code: 'INPUT_INVALID', what, fix: 'Correct `backend-config:` under `with:`.' });
}
/** Settings that are credentials, or name some. */
const STORED_KEYS = new Set([
    'access_key',
    'profile',
    'secret_key',
    'shared_config_files',
    'shared_credentials_file',
    'shared_credentials_files',
    'token',
]);
/**
 * @param lines `key=value`
 * @throws Failure INPUT_INVALID
 */
function parseBackend(lines) {
    const pairs = lines.map((line) => {
        const [, key, value] = /^([a-z_]+)=(.+)$/.exec(line) ?? [];
        if (key === undefined || value === undefined)
            throw invalid(`The input \`backend-config\` has the line \`${line}\`: it must be key=value, such as bucket=state.`);
        return [key, value];
    });
    const stored = pairs.map(([key]) => key).filter((key) => STORED_KEYS.has(key));
    if (stored.length > 0)
        throw invalid(`The input \`backend-config\` holds ${stored.join(', ')}: the state is reached with the role of the run.`);
    const { bucket, ...settings } = Object.fromEntries(pairs);
    if (bucket === undefined)
        throw invalid('The input `backend-config` names no bucket.');
    return { ...settings, bucket };
}
/** @throws Failure INPUT_INVALID when several stacks would have one state */
function refuseSharedKey(backend, stacks) {
    if (stacks.length > 1 && backend['key'] !== undefined)
        throw invalid('The input `backend-config` gives several stacks one key.');
}
/** The key that Terraform is given. */
function keyOf({ backend }, stack) {
    return backend['key'] ?? stack.coded.key ?? (0,_stack_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultKey */ .d)(stack);
}
/** Terraform's workspace in which it keeps no prefix before the key. */
const DEFAULT_WORKSPACE = 'default';
/** The object in the bucket that is the state; see "Workspaces" of Terraform's S3 backend. */
function stateObject(asked, stack) {
    const key = keyOf(asked, stack);
    if (asked.workspace === DEFAULT_WORKSPACE)
        return key;
    const prefix = asked.backend['workspace_key_prefix'] ?? stack.coded.workspaceKeyPrefix ?? 'env:';
    return `${prefix}/${asked.workspace}/${key}`;
}
/** What `init` is given for a stack. */
function backendConfig(asked, stack) {
    // What the code names itself is not overridden.
    const key = stack.coded.key === undefined ? { key: (0,_stack_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultKey */ .d)(stack) } : {};
    return { ...key, region: asked.region, ...asked.backend, use_lockfile: 'true', encrypt: 'true' };
}
/** What a plan file of the stack must say of its backend, beside its workspace. */
function backendWanted(asked, stack) {
    return {
        settings: { ...backendConfig(asked, stack), key: keyOf(asked, stack) },
        code: stack.coded.settings,
    };
}


/***/ }),

/***/ 3440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProvisioning: () => (/* binding */ openProvisioning)
});

// UNUSED EXPORTS: askedStacks

// EXTERNAL MODULE: ./build/toolkit/action/opening.js
var action_opening = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/toolkit/aws/role.js
var role = __webpack_require__(3107);
// EXTERNAL MODULE: ./build/toolkit/github/connect.js
var connect = __webpack_require__(9575);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/github/token.js

/** @throws Failure GITHUB_TOKEN */
function tokenFor(need, token) {
    if (token !== undefined)
        return token;
    throw new failure/* Failure */.HR({
        code: 'GITHUB_TOKEN',
        what: `\`${need}\` needs \`github-token\`.`,
        fix: 'Pass `github-token: ${{ github.token }}` with `permissions:` `pull-requests: read` for changed-only, `issues: write` for drift.',
    });
}

// EXTERNAL MODULE: ./build/toolkit/identity/permission.js
var permission = __webpack_require__(4669);
;// CONCATENATED MODULE: ./build/actions/provision/src/destroy.js
/** What a run must be told before it may destroy a stack; who lets it run is looked up by `toolkit/review`. */

/** The name that has to be typed is that of the one stack. */
function confirmationProblem(confirm, stacks) {
    const [stack, other] = stacks;
    if (stack === undefined)
        return [];
    if (other !== undefined) {
        return [
            new failure/* Failure */.HR({
                code: 'DESTROY_MANY',
                what: `\`destroy\` takes one stack, and \`directory\` holds ${stacks.length}.`,
                fix: 'Name the folder of the one stack in `directory:`.',
            }),
        ];
    }
    if (confirm === stack.folder)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'DESTROY_CONFIRM',
            what: confirm === undefined
                ? 'The input `confirm` is required to destroy a stack.'
                : `The input \`confirm\` is \`${confirm}\`, which is not the stack.`,
            fix: `Let whoever starts the run type the stack's folder, \`${stack.folder}\`, into an input of the workflow, and pass it as \`confirm:\`.`,
        }),
    ];
}

// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
;// CONCATENATED MODULE: ./build/actions/provision/src/inputs/plan-store.js
/** The inputs `plan-store`, `plan-store-key` and `plan-max-age`. */

/** @returns undefined for what is not `s3://bucket/prefix` */
function parseLocation(text) {
    const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([\w!.*'()/-]+?)\/?$/.exec(text) ?? [];
    return bucket === undefined || prefix === undefined || prefix.startsWith('/')
        ? undefined
        : { bucket, prefix };
}
/**
 * @returns undefined when none is given
 * @throws Failures INPUT_INVALID
 */
function parsePlanStore({ store, key, maxAge }) {
    const problems = [];
    const refuse = (what, fix) => problems.push(new failure/* Failure */.HR({ code: 'INPUT_INVALID', what, fix }));
    const location = store === undefined ? undefined : parseLocation(store);
    if (store !== undefined && location === undefined)
        refuse(`The input \`plan-store\` is \`${store}\`: it must be s3://bucket/prefix.`, 'Name a prefix too, so that the roles can be given that part of the bucket only.');
    if (key !== undefined && !/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(key))
        refuse(`The input \`plan-store-key\` is \`${key}\`: it must be the ARN of a KMS key.`, 'Write `plan-store-key: arn:aws:kms:<region>:<account>:key/<id>`; an alias may be pointed elsewhere.');
    if ((store === undefined) !== (key === undefined)) {
        const [missing, given] = store === undefined ? ['plan-store', 'plan-store-key'] : ['plan-store-key', 'plan-store'];
        refuse(`The input \`${given}\` needs \`${missing}\` beside it.`, 'A plan file holds the whole state: it is kept only when it is sealed.');
    }
    (0,failure/* throwIfAny */.MI)(problems);
    return location === undefined || key === undefined ? undefined : { ...location, key, maxAge };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
;// CONCATENATED MODULE: ./build/actions/provision/src/inputs/var-files.js
/** The input `var-file`. */



/** @throws Failures INPUT_INVALID for those that cannot be read */
function readVarFiles(files, workspace) {
    const problems = [];
    const read = files.flatMap((file) => {
        try {
            const content = (0,checkout/* readWithin */.w0)(workspace, file);
            return [{ file, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') }];
        }
        catch (cause) {
            if (!(cause instanceof checkout/* Unreadable */.IO))
                throw cause;
            const why = cause.reason === 'missing' ? 'which does not exist' : `which cannot be read: ${cause.message}`;
            problems.push(new failure/* Failure */.HR({
                code: 'INPUT_INVALID',
                what: `The input \`var-file\` names ${file}, ${why}.`,
                fix: 'Correct `var-file:` under `with:`.',
                cause,
            }));
            return [];
        }
    });
    (0,failure/* throwIfAny */.MI)(problems);
    return read;
}

// EXTERNAL MODULE: ./build/actions/provision/src/place.js
var place = __webpack_require__(9882);
;// CONCATENATED MODULE: ./build/actions/provision/src/run.js



/** Keeps every bundle that can be kept. @throws Failures of `PlanStore.save` */
async function save(bundles, store) {
    const failed = await Promise.allSettled(bundles.map((bundle) => store.save(bundle)));
    const errors = failed.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const bug = errors.find((error) => (0,failure/* failuresIn */.xM)(error).length === 0);
    if (bug !== undefined)
        throw bug;
    (0,failure/* throwIfAny */.MI)(errors.flatMap(failure/* failuresIn */.xM));
}
class ProvisionRun {
    #asked;
    #github;
    #world;
    #workbench;
    /** What the plan has to leave behind. */
    #bundles = [];
    constructor(asked, github, world) {
        this.#asked = asked;
        this.#github = github;
        this.#world = world;
    }
    async place() {
        await this.#maskVariables();
        const workbench = await this.#open();
        return (0,place/* placeOf */.$)(this.#asked, await workbench.account(), this.#world);
    }
    async plan(reviewed) {
        const [{ select }, { planStacks }] = await Promise.all([__webpack_require__.e("provision-selection").then(__webpack_require__.bind(__webpack_require__, 9181)), Promise.all(/* import() | provision-plan */[__webpack_require__.e("provision-state-sensitive"), __webpack_require__.e("provision-plan")]).then(__webpack_require__.bind(__webpack_require__, 803))]);
        await this.#maskVariables();
        const selection = await select(this.#asked, reviewed, this.#github, this.#world);
        const workbench = await this.#open();
        await workbench.begin();
        const { plan, bundles } = await planStacks(selection, await this.place(), workbench, this.#world, reviewed);
        this.#bundles = bundles;
        return plan;
    }
    /** Saves the plans for the apply after the merge, and tells of drift in issues. */
    async publish(plan) {
        const { command, planStore } = this.#asked;
        if (planStore !== undefined && this.#bundles.length > 0) {
            const workbench = await this.#open();
            await save(this.#bundles, await workbench.store(planStore));
        }
        if (command === 'drift') {
            const { reportDrifts } = await Promise.all(/* import() | provision-drift */[__webpack_require__.e("provision-drift+toolkit-runtime-create-world+toolkit-runtime-run"), __webpack_require__.e("provision-drift")]).then(__webpack_require__.bind(__webpack_require__, 9461));
            await reportDrifts(plan, this.#asked, await this.#github(command), this.#world);
        }
    }
    async apply(plan, forwards, progress) {
        const { applyStacks } = await Promise.all(/* import() | provision-apply */[__webpack_require__.e("provision-state-sensitive"), __webpack_require__.e("provision-apply")]).then(__webpack_require__.bind(__webpack_require__, 8217));
        await applyStacks(plan, this.#asked, { forwards, progress }, await this.#open(), this.#world);
    }
    async remember(parts, forwards) {
        const [workbench, { remember }] = await Promise.all([this.#open(), __webpack_require__.e("provision-store-released").then(__webpack_require__.bind(__webpack_require__, 6320))]);
        const bucket = await workbench.bucket();
        for (const stack of this.#asked.stacks)
            if (parts.includes(stack.name))
                await remember(bucket, (0,backend_config/* stateObject */.Xf)(this.#asked, stack), stack.name, forwards);
    }
    async close() {
        const workbench = await this.#workbench?.catch(() => undefined); // it failed, and the plan has told
        await workbench?.close();
    }
    /** Before anything that could quote them is asked for. */
    async #maskVariables() {
        const { code, graph, varFiles } = this.#asked;
        const { maskVariables } = await Promise.all(/* import() | provision-state-sensitive */[__webpack_require__.e("provision-state-sensitive"), __webpack_require__.e("provision-state-sensitive-packages")]).then(__webpack_require__.bind(__webpack_require__, 7175));
        maskVariables({ code, stacks: graph.stacks, varFiles: varFiles.map(({ file }) => file) }, this.#world);
    }
    #open() {
        this.#workbench ??= Promise.all(/* import() | provision-workbench */[__webpack_require__.e("provision-tool-tool-cache+provision-workbench"), __webpack_require__.e("provision-state-post-run+provision-workbench"), __webpack_require__.e("provision-workbench")]).then(__webpack_require__.bind(__webpack_require__, 2372)).then(({ Workbench }) => Workbench.open(this.#asked, this.#world));
        return this.#workbench;
    }
}

// EXTERNAL MODULE: ./build/actions/provision/src/stack/find.js
var find = __webpack_require__(5295);
;// CONCATENATED MODULE: ./build/actions/provision/src/stack/backend.js
/** Where a stack keeps its state, as its code says it: what has no such place has no review. */


const BLOCK = 'Write `terraform { backend "s3" {} }`; the bucket comes from `backend-config`.';
/** Where somebody who adds a backend would write it. */
function placeFor(declarations, { folder }) {
    const found = declarations.find(({ block }) => block.type === 'terraform') ?? declarations[0];
    return found === undefined ? { file: folder } : { file: found.file, line: found.block.line };
}
function missing(what, source) {
    return new failure/* Failure */.HR({
        code: 'BACKEND_MISSING',
        what,
        why: 'A state that is not in the bucket stays on the runner, or elsewhere: the next run would make everything again, and nobody could say what a review was of.',
        fix: BLOCK,
        source,
    });
}
/** A setting that decides the place, and can be read. */
function written(name, attribute, file) {
    if (attribute === undefined || attribute.literal !== undefined)
        return attribute?.literal;
    throw new failure/* Failure */.HR({
        code: 'BACKEND_UNCLEAR',
        what: `The \`${name}\` of this backend has to be evaluated: ${attribute.expression}.`,
        why: 'Where a state is must be known before anything is planned.',
        fix: 'Write it out, or leave it out and give it in `backend-config`.',
        source: { file, line: attribute.line },
    });
}
/** @throws Failure BACKEND_MISSING unless the tool would keep the state of the stack in S3; BACKEND_UNCLEAR */
function readBackend(code, stack, tool) {
    const declarations = code.declarationsFor(stack.folder, tool);
    const found = (0,find/* backendOf */.E)(declarations);
    if (found === undefined)
        throw missing(`The stack ${stack.folder} has no \`backend\` block.`, placeFor(declarations, stack));
    const { file, block } = found;
    const [type = ''] = block.labels;
    if (block.type === 'cloud' || type !== 's3') {
        const kept = block.type === 'cloud' ? 'in a `cloud` block' : `in the backend \`${type}\``;
        throw missing(`The stack ${stack.folder} keeps its state ${kept}, and not in S3.`, {
            file,
            line: block.line,
        });
    }
    const { attributes } = block;
    return {
        key: written('key', attributes.get('key'), file),
        workspaceKeyPrefix: written('workspace_key_prefix', attributes.get('workspace_key_prefix'), file),
        settings: new Map([...attributes].map(([name, { literal }]) => [name, literal])),
        source: { file, line: block.line },
    };
}

// EXTERNAL MODULE: ./build/actions/provision/src/stack/code.js
var stack_code = __webpack_require__(333);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/graph.js + 6 modules
var stack_graph = __webpack_require__(4901);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/environment.js
var environment = __webpack_require__(8579);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/session.js
var session = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/version.js
var version = __webpack_require__(1492);
;// CONCATENATED MODULE: ./build/actions/provision/src/open.js
/** Reads what a run is asked for, all of it once, and tells everything that is wrong with it. */



















const EMPTY = { stacks: [], unclear: [] };
/**
 * What every stack asks for, and where its state is.
 * @throws Failures of `wantedVersion` and `readBackend`, for all stacks
 */
function askedStacks(stacks, versions, code) {
    const problems = [];
    const collected = (read) => {
        try {
            return read();
        }
        catch (error) {
            const found = (0,failure/* failuresIn */.xM)(error);
            if (found.length === 0)
                throw error;
            problems.push(...found);
            return undefined;
        }
    };
    const asked = stacks.flatMap((stack) => {
        const wanted = collected(() => (0,version/* wantedVersion */.KZ)(versions, code, stack.folder));
        // Without a version the tool is not known either, and what it reads.
        const coded = wanted && collected(() => readBackend(code, stack, wanted.name ?? 'terraform'));
        return wanted === undefined || coded === undefined ? [] : [{ ...stack, wanted, coded }];
    });
    (0,failure/* throwIfAny */.MI)(problems);
    return asked;
}
/** An earlier state that is still to be saved: planned without it, everything that it holds would be made again. */
function unsavedStates(stacks, world) {
    return stacks
        .filter((stack) => (0,files/* erroredStateOf */.Kc)(stack, world) !== undefined)
        .map(({ folder }) => new failure/* Failure */.HR({
        code: 'STATE_UNSAVED',
        what: `${folder} holds ${files/* ERRORED_STATE */.mb}: a state that an earlier apply could not save.`,
        why: 'What is planned beside it does not know what that apply has made, and a rescue would take it for its own.',
        fix: `Run \`terraform state push ${files/* ERRORED_STATE */.mb}\` in ${folder} if that state is still due, and remove the file.`,
        source: { file: `${folder}/${files/* ERRORED_STATE */.mb}` },
    }));
}
/** What the environment would make Terraform do besides. */
function environmentProblems(env) {
    const names = (0,environment/* unreviewable */.OF)(env);
    if (names.length === 0)
        return [];
    return [
        new failure/* Failure */.HR({
            code: 'TERRAFORM_ARGUMENTS',
            what: `The environment holds ${names.join(', ')}.`,
            why: 'It changes what Terraform does, and no review shows it.',
            fix: 'Remove it from `env:`; variable files, parallelism, lock timeout and backend settings are inputs.',
        }),
    ];
}
/** The input or the command that needs a token, if one does. */
function needOf(given, command) {
    const input = given['changed-only'] ? 'changed-only' : undefined;
    return input ?? (command === 'drift' ? command : undefined);
}
/** @throws Failures of everything that is wrong */
function openProvisioning(opened, world) {
    const { valid: given } = opened;
    const command = opened.command.name; // one of the step's own
    const opening = new action_opening/* Opening */.$(opened);
    const { applies } = opened.command;
    opening.add(...(0,role/* staticKeyProblems */.MI)(world.env), ...environmentProblems(world.env));
    if (!world.mayRequestIdToken)
        opening.add((0,permission/* idTokenPermission */.G)());
    const { 'aws-role': apply, 'plan-role': plan, directory } = given;
    opening.add(...(0,session/* roleProblems */.Ji)({ plan, ...(apply === undefined ? {} : { apply }) }, applies));
    const varFiles = opening.read(() => readVarFiles(given['var-file'] ?? [], world.workspace));
    const planStore = opening.read(() => parsePlanStore({
        store: given['plan-store'],
        key: given['plan-store-key'],
        maxAge: given['plan-max-age'] ?? 0, // a default: it is missing only when it is wrong
    }));
    const code = new stack_code/* Code */.C(world.workspace);
    const graph = opening.read(() => directory === undefined ? EMPTY : (0,stack_graph/* readGraph */.t)(code, (0,find/* findStacks */.t)(code, directory)));
    const versions = { terraform: given['terraform-version'], opentofu: given['opentofu-version'] };
    const stacks = opening.read(() => askedStacks(graph().stacks, versions, code));
    const backend = opening.read(() => (0,backend_config/* parseBackend */.O2)(given['backend-config'] ?? []));
    opening.read(() => (0,failure/* throwIfAny */.MI)(unsavedStates(graph().stacks, world)));
    opening.read(() => (0,backend_config/* refuseSharedKey */.j)(backend(), graph().stacks));
    if (command === 'destroy')
        opening.read(() => (0,failure/* throwIfAny */.MI)(confirmationProblem(given.confirm, graph().stacks)));
    const need = needOf(given, command);
    if (need !== undefined)
        opening.read(() => tokenFor(need, given['github-token']));
    const all = opening.inputs();
    const { pullRequest } = world.run;
    // Only what is reviewed on a pull request is kept, and only that is taken from there.
    const reviewed = command === 'apply' || (command === 'plan' && pullRequest !== undefined);
    const store = reviewed ? planStore() : undefined;
    const commit = pullRequest === undefined ? {} : { commit: pullRequest.headSha };
    const asked = {
        command,
        applies,
        ...(all.name === undefined ? {} : { name: all.name }),
        directory: all.directory,
        code,
        graph: graph(),
        stacks: stacks(),
        changedOnly: all['changed-only'],
        roles: { plan: all['plan-role'], apply: all['aws-role'] },
        region: all['aws-region'],
        varFiles: varFiles(),
        backend: backend(),
        workspace: world.env['TF_WORKSPACE'] || backend_config/* DEFAULT_WORKSPACE */.eo,
        passed: all['pass-environment'],
        parallelism: all.parallelism,
        protect: all.protect,
        lockTimeout: all['lock-timeout'],
        ...(store === undefined ? {} : { planStore: { ...store, ...commit } }),
    };
    for (const { what, source } of asked.graph.unclear)
        world.log.info(`${source.file}:${source.line}: ${what}`);
    const github = async (wanting) => (0,connect/* connectGitHub */.U)(tokenFor(wanting, all['github-token']), world);
    return new ProvisionRun(asked, github, world);
}


/***/ }),

/***/ 9882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   w: () => (/* binding */ commonPrefix)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1066);
/* harmony import */ var _terraform_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8579);
/** Where a run has its effect: the account, the region, and the state of every stack of its directory. */




/** What all of them begin with. */
function commonPrefix(texts) {
    const [first = '', ...others] = texts;
    let length = first.length;
    for (const other of others) {
        let at = 0;
        while (at < length && first[at] === other[at])
            at++;
        length = at;
    }
    return first.slice(0, length);
}
/**
 * Of a stack its state; of a folder of stacks the folder that their states have in common, and which stacks: another
 * stack in it is no other target.
 */
function targetOf(run, account) {
    const { bucket } = run.backend;
    const directory = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(run.directory).replace(/(?<=.)\/$/, '');
    const states = run.stacks.map((stack) => (0,_inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__/* .stateObject */ .Xf)(run, stack));
    const [only] = run.stacks;
    const one = run.stacks.length === 1 && only?.folder === directory;
    const shared = commonPrefix(states.map((state) => `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(state)}/`));
    const state = one ? (states[0] ?? '') : shared.slice(0, shared.lastIndexOf('/') + 1).replace(/^\.\//, '');
    const workspace = run.workspace === _inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_WORKSPACE */ .eo ? '' : `, workspace ${run.workspace}`;
    const of = one ? '' : ` (${directory})`;
    return `s3://${bucket}/${state} in ${account} ${run.region}${workspace}${of}`;
}
/**
 * @param run with all the stacks of its directory: which of them a pull request touches is no matter of place
 * @param account as AWS tells it of the role in use, so that it is the same for both roles
 * @throws Failure PLACE_UNKNOWN
 */
function placeOf(run, account, { env }) {
    if (!/^\d{12}$/.test(account)) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'PLACE_UNKNOWN',
            what: 'AWS does not tell which account the role of this run is of.',
            why: 'What has no place has no review.',
            fix: 'Look at what answers in the place of STS (AWS_ENDPOINT_URL, a proxy).',
        });
    }
    const elsewhere = (0,_terraform_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .endpoints */ .vZ)(env);
    return {
        target: targetOf(run, account),
        where: {
            account,
            region: run.region,
            bucket: run.backend.bucket,
            workspace: run.workspace,
            ...Object.fromEntries(run.stacks.map((stack) => [`state of ${stack.name}`, (0,_inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__/* .stateObject */ .Xf)(run, stack)])),
            ...(Object.keys(elsewhere).length === 0 ? {} : { endpoints: elsewhere }),
        },
    };
}


/***/ }),

/***/ 5295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ backendOf),
/* harmony export */   t: () => (/* binding */ findStacks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/** A stack is a folder with Terraform code and a state of its own. */




/** Nobody keeps stacks in them. */
const skipped = new Set(['node_modules', 'modules', 'examples', 'tests']);
/** See "Override Files" in Terraform's documentation. */
const OVERRIDE = /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/;
/**
 * Where the state is kept: the block that says so. One in an override file takes the place of every other, and of
 * several the last.
 */
function backendOf(declarations) {
    const found = declarations
        .filter(({ block }) => block.type === 'terraform')
        .flatMap(({ file, block }) => block.blocks.map((inner) => ({ file, block: inner })))
        .filter(({ block }) => block.type === 'backend' || block.type === 'cloud');
    return found.findLast(({ file }) => OVERRIDE.test(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(file))) ?? found[0];
}
function foldersIn(workspace, folder) {
    const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder), { withFileTypes: true });
    return entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name))
        .map(({ name }) => (folder === '.' ? name : `${folder}/${name}`))
        .sort();
}
function beneath(code, folder) {
    return foldersIn(code.workspace, folder).flatMap((each) => [
        ...(backendOf(code.declarations(each)) === undefined ? [] : [each]),
        ...beneath(code, each),
    ]);
}
/**
 * The folder itself when it holds Terraform code, else every folder beneath it whose code names a backend, by path.
 * @throws Failure STACKS_MISSING, HCL_SYNTAX
 */
function findStacks(code, directory) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(directory).replace(/(?<=.)\/$/, '');
    const missing = (what, fix = 'Check out the repository first, or correct `directory:`.') => new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({ code: 'STACKS_MISSING', what, fix });
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(root) || root === '..' || root.startsWith('../'))
        throw missing(`The folder ${directory} is not within the checkout.`);
    if (code.declarations(root).length > 0)
        return [{ name: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(root), folder: root }];
    let folders;
    try {
        folders = beneath(code, root);
    }
    catch (error) {
        if (error instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw error;
        throw (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(code.workspace, root) === 'file'
            ? missing(`${directory} is a file.`, 'Name the folder of the stack, or of the stacks, in `directory:`.')
            : missing(`The folder ${directory} cannot be read.`);
    }
    if (folders.length === 0) {
        throw missing(`There is no stack in ${directory}.`, 'A stack is a folder whose Terraform code has a `backend` block, such as `backend "s3" {}`.');
    }
    return folders.map((folder) => ({ name: root === '.' ? folder : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(root, folder), folder }));
}


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ defaultKey),
  t: () => (/* binding */ readGraph)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/checkout.js
var checkout = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/toolkit/sources/hcl.js
var hcl = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/find.js
var find = __webpack_require__(5295);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/mismatch.js
var mismatch = __webpack_require__(5851);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
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

;// CONCATENATED MODULE: ./build/toolkit/model/exact-integer.js
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
        return integerOf(integer);
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
const dialect_schemas = {
    kubernetes: new js_yaml/* Schema */.Sj([...js_yaml/* FAILSAFE_SCHEMA */.uH.tags, js_yaml/* nullYaml11Tag */.L2, boolTag, intTag, floatTag, js_yaml/* mergeTag */.LJ]),
    // GitHub understands anchors and aliases, but no merge keys.
    workflow: js_yaml/* CORE_SCHEMA */.OU,
};

// EXTERNAL MODULE: ./build/toolkit/sources/places.js
var sources_places = __webpack_require__(6562);
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
    let position = (0,sources_places/* positions */.Xq)(source);
    let events;
    let values;
    try {
        const parsed = parse(source, indented);
        events = parsed.events;
        if (indented.size > 0) {
            text = parsed.text;
            const at = (0,sources_places/* positions */.Xq)(text);
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
        values = (0,js_yaml/* constructFromEvents */.fw)(events, { source: text, schema: dialect_schemas[dialect] });
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
    const places = (0,sources_places/* placesOf */.ek)(text, events);
    return values.flatMap((value, index) => {
        if (value === null || value === undefined)
            return [];
        const known = places[index];
        const locate = (path) => {
            for (let length = path.length; length >= 0; length--) {
                const offset = known?.get((0,sources_places/* pathKey */.Pn)(path.slice(0, length)));
                if (offset !== undefined)
                    return { file, ...position(offset) };
            }
            return { file, line: 1, column: 1 };
        };
        return [{ file, index, value: (0,freeze/* deepFreeze */.o)(value), locate }];
    });
}

;// CONCATENATED MODULE: ./build/actions/provision/src/stack/settings.js
/** `stack.yml`: what the code of a stack cannot say. */





const SETTINGS_FILE = 'stack.yml';
const Schema = schemas/* strictObject */.rej({
    depends_on: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]),
    protect: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]),
    allow: schemas/* array */.YOg(schemas/* strictObject */.rej({
        address: schemas/* string */.YjP().min(1),
        action: schemas/* enum */.k5n(['delete', 'replace', 'forget']),
        reason: schemas/* string */.YjP().trim().min(10, 'must be a reason that others understand'),
    }))
        .default([]),
});
const NONE = { dependsOn: [], protect: [], allow: [] };
/** @throws Failure STACK_SETTINGS with file:line */
function readSettings(workspace, folder) {
    const file = folder === '.' ? SETTINGS_FILE : `${folder}/${SETTINGS_FILE}`;
    if ((0,checkout/* kindWithin */.op)(workspace, file) === undefined)
        return NONE;
    const [document] = readYaml((0,checkout/* readSource */.o$)(workspace, file), file, 'workflow');
    if (document === undefined)
        return NONE;
    const { success, data, error } = Schema.safeParse(document.value);
    if (success) {
        return {
            dependsOn: data.depends_on.map((name, index) => ({
                name,
                source: document.locate(['depends_on', index]),
            })),
            protect: data.protect,
            allow: data.allow.map((each, index) => ({ ...each, source: document.locate(['allow', index]) })),
        };
    }
    const [issue] = error.issues;
    const at = (issue?.path ?? []).map((key) => (typeof key === 'number' ? key : String(key)));
    throw new failure/* Failure */.HR({
        code: 'STACK_SETTINGS',
        what: `In this file ${(0,mismatch/* mismatch */.J)(error, document.value)}.`,
        why: 'A stack.yml has the lists `depends_on`, `protect` and `allow`; an entry of `allow` has `address`, `action` (delete, replace or forget) and `reason`.',
        fix: 'Correct it at this place.',
        source: document.locate(at),
    });
}

;// CONCATENATED MODULE: ./build/actions/provision/src/stack/graph.js
/** What stacks are made of and which of them build on others, as their code tells. */






/** Modules that use each other in a circle are Terraform's to complain about. */
const DEEPEST = 50;
function modulesOf(code, folder) {
    const found = new Map();
    const visit = (path, at, depth) => {
        found.set(path, at);
        if (depth > DEEPEST)
            return;
        for (const { file, block } of code.declarations(at)) {
            const attribute = block.type === 'module' ? block.attributes.get('source') : undefined;
            const source = attribute?.literal;
            if (attribute === undefined || source === undefined || !/^\.\.?(?:\/|$)/.test(source))
                continue;
            const inner = external_node_path_.posix.normalize(`${at}/${source}`).replace(/(?<=.)\/$/, '');
            const place = { file, line: attribute.line };
            const within = inner !== '..' && !inner.startsWith('../');
            if (within && (0,checkout/* kindWithin */.op)(code.workspace, inner, place) !== 'folder') {
                throw new failure/* Failure */.HR({
                    code: 'PATH_MISSING',
                    what: `The module "${block.labels[0]}" is not there: ${inner} is no folder of the checkout.`,
                    fix: 'Correct its `source`, which is relative to the folder of this file, or add the module.',
                    source: place,
                });
            }
            visit(path === '' ? `module.${block.labels[0]}` : `${path}.module.${block.labels[0]}`, inner, depth + 1);
        }
    };
    visit('', folder, 0);
    return found;
}
/** The key that Terraform is given for a stack whose code names none. */
function defaultKey({ folder }) {
    return `${folder}/terraform.tfstate`;
}
function remoteStates(declarations) {
    return declarations.flatMap(({ file, block }) => {
        if (block.type !== 'data' || block.labels[0] !== 'terraform_remote_state')
            return [];
        const config = block.attributes.get('config');
        const key = config === undefined ? undefined : (0,hcl/* objectMembers */.v)(config)?.get('key')?.literal;
        return [{ key, name: block.labels[1] ?? '', source: { file, line: block.line } }];
    });
}
/** Depth first, so that what others build on comes first; by name where nothing else decides. */
function inOrder(stacks) {
    const byName = new Map(stacks.map((stack) => [stack.name, stack]));
    const done = new Set();
    const ordered = [];
    const visit = (stack, way) => {
        if (done.has(stack.name))
            return;
        if (way.includes(stack.name)) {
            const circle = [...way.slice(way.indexOf(stack.name)), stack.name];
            const edge = byName.get(way.at(-1) ?? '')?.dependsOn.find(({ to }) => to === stack.name);
            throw new failure/* Failure */.HR({
                code: 'STACK_CIRCLE',
                what: `Stacks build on each other in a circle: ${circle.join(' \u2192 ')}.`,
                fix: 'Move what both need into a stack of its own.',
                ...(edge === undefined ? {} : { source: edge.source }),
            });
        }
        for (const { to } of stack.dependsOn) {
            const next = byName.get(to);
            if (next !== undefined)
                visit(next, [...way, stack.name]);
        }
        done.add(stack.name);
        ordered.push(stack);
    };
    for (const stack of stacks)
        visit(stack, []);
    return ordered;
}
function declared(stack, settings, byFolder, problems) {
    return settings.dependsOn.flatMap(({ name, source }) => {
        const folders = [external_node_path_.posix.normalize(`${stack.folder}/${name}`), external_node_path_.posix.normalize(name)];
        const found = folders
            .map((folder) => byFolder.get(folder.replace(/(?<=.)\/$/, '')))
            .find((each) => each !== undefined) ?? [...byFolder.values()].find((each) => each.name === name);
        if (found !== undefined)
            return [{ to: found.name, source }];
        problems.push(new failure/* Failure */.HR({
            code: 'STACK_UNKNOWN',
            what: `${name} is no stack of this directory.`,
            fix: `Name a folder, or one of: ${[...byFolder.values()].map((each) => each.name).join(', ')}.`,
            source,
        }));
        return [];
    });
}
/** @throws Failure HCL_SYNTAX, STACK_SETTINGS, STACK_UNKNOWN, STACK_CIRCLE or STATE_SHARED */
function readGraph(code, stacks) {
    const byFolder = new Map(stacks.map((stack) => [stack.folder, stack]));
    const problems = [];
    const parts = stacks.map((stack) => ({
        stack,
        settings: readSettings(code.workspace, stack.folder),
        key: (0,find/* backendOf */.E)(code.declarations(stack.folder))?.block.attributes.get('key')?.literal,
        modules: modulesOf(code, stack.folder),
    }));
    const byKey = new Map();
    for (const { stack, key } of parts) {
        const state = key ?? defaultKey(stack);
        const other = byKey.get(state);
        if (other !== undefined) {
            problems.push(new failure/* Failure */.HR({
                code: 'STATE_SHARED',
                what: `${stack.folder} and ${other.folder} keep their state under the same key, ${state}.`,
                why: 'Each would delete what the other has made.',
                fix: 'Give one of them another `key` in its backend block.',
                source: { file: stack.folder },
            }));
        }
        byKey.set(state, stack);
    }
    const unclear = [];
    const nodes = parts.map(({ stack, settings, key, modules }) => {
        const edges = declared(stack, settings, byFolder, problems);
        for (const folder of new Set(modules.values())) {
            for (const remote of remoteStates(code.declarations(folder))) {
                const to = remote.key === undefined ? undefined : byKey.get(remote.key);
                if (to !== undefined && to !== stack)
                    edges.push({ to: to.name, source: remote.source });
                if (remote.key !== undefined)
                    continue;
                unclear.push({
                    what: `The key of terraform_remote_state.${remote.name} is not written out: if it is the state of another stack here, say so in ${stack.folder}/stack.yml (depends_on).`,
                    source: remote.source,
                });
            }
        }
        const unique = [...new Map(edges.map((edge) => [edge.to, edge])).values()];
        return { ...stack, settings, modules, key, dependsOn: unique };
    });
    if (problems.length > 0)
        throw problems.length === 1 ? problems[0] : new failure/* Failures */.oo(problems);
    return { stacks: inOrder(nodes), unclear };
}


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ LOCK_FILE),
/* harmony export */   Kc: () => (/* binding */ erroredStateOf),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   XT: () => (/* binding */ planFileOf),
/* harmony export */   Yv: () => (/* binding */ dataFolderOf),
/* harmony export */   ej: () => (/* binding */ DATA_FOLDER),
/* harmony export */   mb: () => (/* binding */ ERRORED_STATE),
/* harmony export */   qi: () => (/* binding */ outputFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where Terraform's files of a stack are. */


/** Where plan files are, and what Terraform says, for all stacks. */
function outputFolder({ temp }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'terraform');
}
/** The plan file of a stack, before it is applied. */
function planFileOf({ name }, world) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outputFolder(world), `${name}.tfplan`);
}
/**
 * Where Terraform keeps modules, providers and what it knows of its backend, relative to the stack: `path.module` of a
 * module that is fetched begins with it, so it is the same in every checkout. git ignores `.terraform` by custom.
 */
const DATA_FOLDER = '.terraform/omninode';
/** Absolute path of the same. */
function dataFolderOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, DATA_FOLDER);
}
/** The dependency lock file: Terraform writes it into the stack's folder when none is committed. */
const LOCK_FILE = '.terraform.lock.hcl';
/** Absolute path of the same. */
function lockFileOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, LOCK_FILE);
}
/** Into the stack's folder Terraform writes under this name what its backend did not take. */
const ERRORED_STATE = 'errored.tfstate';
/** What is left of a state that the backend did not take, or stands in its place; undefined when nothing does. */
function erroredStateOf({ folder }, { workspace }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, ERRORED_STATE);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file, { throwIfNoEntry: false }) === undefined ? undefined : file;
}


/***/ }),

/***/ 1492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ describeWanted),
/* harmony export */   KZ: () => (/* binding */ wantedVersion),
/* harmony export */   Ky: () => (/* binding */ newestWanted),
/* harmony export */   Yu: () => (/* binding */ isWanted)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_source_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8182);
/* harmony import */ var _constraint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6429);
/** Which version of Terraform or OpenTofu is asked for, and where that is written. */





const isOpenTofus = (file) => /\.tofu(?:\.json)?$/.test(file);
/** The `required_version` settings in the code of one module. */
function requiredVersions(declarations) {
    return declarations.flatMap(({ file, block }) => {
        const setting = block.type === 'terraform' ? block.attributes.get('required_version') : undefined;
        // Terraform itself refuses one that has to be evaluated; it says so better than a guess.
        if (setting?.literal === undefined)
            return [];
        const source = { file, line: setting.line };
        return [(0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConstraint */ .FJ)(setting.literal, `required_version (${(0,_toolkit_model_source_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatSource */ .j)(source)})`, source)];
    });
}
/** The lines that say something, without comments. */
function linesOf(text) {
    return text.split('\n').flatMap((content, index) => {
        const words = content
            .replace(/^\uFEFF/, '')
            .replace(/#.*/, '')
            .trim()
            .split(/\s+/);
        return words[0] === '' ? [] : [{ line: index + 1, words }];
    });
}
function constraintIn(source, text) {
    // Words of tfenv and asdf for what only the machine knows would make another version of the same commit.
    if (/^(system|ref:.*|path:.*|latest:.*|latest-allowed|min-required)$/.test(text)) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'VERSION_INVALID',
            what: `\`${text}\` is not a version that can be installed.`,
            fix: 'Write one like `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0` or `latest`.',
            source,
        });
    }
    return (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConstraint */ .FJ)(text, (0,_toolkit_model_source_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatSource */ .j)(source), source);
}
/** A file that holds nothing but the version. */
function versionFile(name) {
    return (text, file) => {
        const [first, ...more] = linesOf(text);
        if (first === undefined || more.length > 0) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
                code: 'VERSION_INVALID',
                what: first === undefined ? `${file} names no version.` : `${file} names several versions.`,
                fix: 'Write one version or one constraint into it, such as `1.11.4` or `~> 1.11.0`.',
                source: { file, ...(more[0] === undefined ? {} : { line: more[0].line }) },
            });
        }
        return { name, asked: constraintIn({ file, line: first.line }, first.words.join(' ')) };
    };
}
/** asdf's and mise's file: a tool and its versions a line, of which the first counts. */
function toolVersions(text, file) {
    const lines = linesOf(text);
    for (const name of ['terraform', 'opentofu']) {
        const found = lines.find(({ words }) => words[0] === name);
        if (found !== undefined)
            return { name, asked: constraintIn({ file, line: found.line }, found.words[1] ?? '') };
    }
    return undefined;
}
const versionFiles = [
    ['.terraform-version', versionFile('terraform')],
    ['.opentofu-version', versionFile('opentofu')],
    ['.tool-versions', toolVersions],
];
/** The folder and what is around it, up to the workspace's root. */
function foldersUpFrom(folder) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(folder).replace(/\/$/, '');
    return normal === '.' || normal === '' ? ['.'] : [normal, ...foldersUpFrom(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(normal))];
}
function fromFiles(workspace, folder) {
    for (const place of foldersUpFrom(folder)) {
        for (const [name, read] of versionFiles) {
            const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(place, name);
            if ((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .kindWithin */ .op)(workspace, file) !== 'file')
                continue;
            const found = read((0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_3__/* .readSource */ .o$)(workspace, file), file);
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function fromInputs({ terraform, opentofu }) {
    if (terraform !== undefined && opentofu !== undefined) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'INPUT_INVALID',
            what: 'Both `terraform-version` and `opentofu-version` are given.',
            fix: 'Remove one of them under `with:`.',
        });
    }
    if (terraform !== undefined)
        return { name: 'terraform', asked: (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConstraint */ .FJ)(terraform, 'the input terraform-version') };
    if (opentofu !== undefined)
        return { name: 'opentofu', asked: (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConstraint */ .FJ)(opentofu, 'the input opentofu-version') };
    return undefined;
}
/** @throws Failure VERSION_CONFLICT that names both places */
function refuseConflict(asked, required) {
    const exact = asked === undefined ? undefined : (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .exactVersion */ .y)([asked]);
    const isPossible = (constraints) => constraints.every((each) => each !== asked || exact === undefined || (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .satisfies */ .ib)(exact, each)) &&
        (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .canBeSatisfied */ ._O)(
        // For `required_version` a pre-release counts as its release.
        constraints.map((each) => each === asked && exact !== undefined ? (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConstraint */ .FJ)((0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .coreOf */ .z2)(exact).text, each.from) : each));
    const refuse = (what, source) => {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'VERSION_CONFLICT',
            what,
            fix: 'Change one of them.',
            ...(source === undefined ? {} : { source }),
        });
    };
    // Ranges of which each two have something in common have it all together: pairs are enough.
    const all = [...(asked === undefined ? [] : [asked]), ...required];
    for (const [index, one] of all.entries()) {
        if (!isPossible([one]))
            refuse(`No version is \`${one.text}\`, as ${one.from} asks.`, one.source);
        const other = all.slice(0, index).find((each) => !isPossible([each, one]));
        if (other !== undefined) {
            refuse(`No version is both \`${other.text}\`, as ${other.from} asks, and \`${one.text}\`, as ${one.from} asks.`, one.source);
        }
    }
}
/**
 * A version file beside the code or above it comes first, then the input; what the code requires holds in any case.
 * @param folder of the stack, relative to the workspace
 * @throws Failure VERSION_INVALID, VERSION_CONFLICT, INPUT_INVALID, HCL_SYNTAX
 */
function wantedVersion(inputs, code, folder) {
    const input = fromInputs(inputs);
    const inFile = fromFiles(code.workspace, folder);
    const found = inFile ?? input;
    const declarations = code.declarations(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder));
    // Code in OpenTofu's files alone is nothing to Terraform.
    const openTofu = declarations.length > 0 && declarations.every(({ file }) => isOpenTofus(file));
    const name = found?.name ?? (openTofu ? 'opentofu' : undefined);
    const required = requiredVersions(code.declarationsFor(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder), name ?? 'terraform'));
    refuseConflict(found?.asked, required);
    const isSame = input?.name === inFile?.name && input?.asked.text === inFile?.asked.text;
    return Object.freeze({
        name,
        asked: found?.asked,
        required: Object.freeze(required),
        ...(inFile === undefined || input === undefined || isSame ? {} : { unused: input.asked }),
    });
}
function isWanted(version, { asked, required }) {
    return ((asked === undefined || (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .satisfies */ .ib)(version, asked)) &&
        required.every((constraint) => (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .satisfies */ .ib)((0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .coreOf */ .z2)(version), constraint)) &&
        // Without being asked for, a pre-release is never taken, though Terraform lets it pass for its release.
        (version.preRelease !== '' ? asked !== undefined : true));
}
/** The newest of the versions that is wanted. */
function newestWanted(versions, wanted) {
    let best;
    for (const version of versions) {
        if (!isWanted(version, wanted))
            continue;
        if (best === undefined || (0,_constraint_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(version, best) > 0)
            best = version;
    }
    return best;
}
/** For people: what is asked for, and where. */
function describeWanted({ asked, required }) {
    const all = [...(asked === undefined ? [] : [asked]), ...required];
    if (all.length === 0)
        return 'nothing asks for a version';
    return all.map(({ text, from }) => `${text} by ${from}`).join(' and ');
}


/***/ }),

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Opening)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Collects everything that is wrong with a run, so that it is told at once; what was read meanwhile is kept. */
class Opening {
    #given;
    /** By their text: what is wrong for several reasons is told once. */
    #problems;
    constructor(given) {
        this.#given = given;
        this.#problems = new Map(given.problems.map((failure) => [failure.message, failure]));
    }
    add(...failures) {
        for (const failure of failures)
            this.#problems.set(failure.message, failure);
    }
    /**
     * Reads something. What it throws is told with everything else.
     * @returns what was read; it is asked for when everything is known to be right
     */
    read(work) {
        try {
            const value = work();
            return () => value;
        }
        catch (error) {
            const failures = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error);
            if (failures.length === 0)
                throw error;
            this.add(...failures);
            return () => {
                throw error;
            };
        }
    }
    /** The inputs, complete. @throws Failures of everything that is wrong */
    inputs() {
        (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)([...this.#problems.values()]);
        return this.#given.valid; // complete: every input that is not is a problem
    }
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ connectGitHub)
/* harmony export */ });
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log, env }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 1793));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log, env });
}


/***/ }),

/***/ 4669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ idTokenPermission)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

/** Why a step that needs an ID token cannot have one. */
function idTokenPermission() {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'ID_TOKEN_PERMISSION',
        what: 'This job may not request an OIDC token.',
        why: 'It has no `id-token: write` permission, or it runs for a pull request from a fork.',
        fix: 'Add `permissions: id-token: write` to the job.',
    });
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ deepFreeze)
/* harmony export */ });
/** Freezes a plain value and everything in it. */
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null) {
        Object.freeze(value);
        for (const member of Object.values(value))
            deepFreeze(member);
    }
    return value;
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** More are counted. */
const MOST = 3;
const nouns = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'nothing',
};
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return nouns[typeof value] ?? 'something else';
}
/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path) {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    return place === '' ? '' : `\`${place}\``;
}
/** A schema may have words of its own. */
function isOwn(message) {
    return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message);
}
function valueAt(value, path) {
    let at = value;
    for (const key of path)
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return at;
}
function wording(issue, value) {
    const found = valueAt(value, issue.path);
    if (isOwn(issue.message))
        return issue.message;
    if (found === undefined)
        return issue.path.length === 0 ? 'is empty' : 'is missing';
    if (issue.code === 'invalid_type')
        return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `should be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_small')
        return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short';
    if (issue.code === 'too_big')
        return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long';
    return 'is not as it should be';
}
function told(issue, value) {
    const place = placeOf(issue.path);
    if (issue.code !== 'unrecognized_keys')
        return `${place === '' ? 'it' : place} ${wording(issue, value)}`;
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`;
}
/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
function mismatch(error, value) {
    const words = error.issues.map((issue) => told(issue, value));
    const more = words.length - MOST;
    return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   S0: () => (/* binding */ unreadableFailure),
/* harmony export */   ht: () => (/* binding */ readSourceBytes),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   op: () => (/* binding */ kindWithin),
/* harmony export */   pV: () => (/* binding */ readOrdinary),
/* harmony export */   w0: () => (/* binding */ readWithin),
/* harmony export */   xF: () => (/* binding */ placeWithin)
/* harmony export */ });
/* unused harmony exports LARGEST_FILE, folderReader, leadsWithin, readNamed, textOf */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/**
 * The one way to read a file of the checkout. Links are followed inside of it and refused outside; only an ordinary file
 * is ever opened, because a pipe is waited for, and a device has no end.
 */




/** Bytes; nothing that people write is larger. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** Told by the caller in its own words; `message` continues a sentence: `it does not exist`. */
class Unreadable extends Error {
    reason;
    constructor(reason, message, cause) {
        super(message, { cause });
        this.reason = reason;
    }
}
function ofSystem(error) {
    const { code = String(error) } = error; // of the system
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return new Unreadable('missing', 'it does not exist', error);
    if (code === 'ELOOP')
        return new Unreadable('refused', 'its links lead in a circle', error);
    if (code === 'ERR_INVALID_ARG_VALUE')
        return new Unreadable('missing', 'no file can have such a name', error);
    return new Unreadable('refused', `the system refuses it (${code})`, error);
}
function asked(work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? error : ofSystem(error);
    }
}
/**
 * Where something of the checkout really is, as an absolute path.
 * @param path relative to the workspace, or absolute
 * @throws Unreadable missing, outside, refused
 */
function placeWithin(workspace, path) {
    return asked(() => {
        const root = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(workspace);
        const place = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
        const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, place);
        if (way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way))
            throw new Unreadable('outside', 'it leads out of the checkout');
        // Git's own files hold the token that the checkout was made with.
        if (way.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).includes('.git'))
            throw new Unreadable('outside', 'it leads into .git');
        return place;
    });
}
const kinds = [
    ['isFIFO', 'a pipe'],
    ['isSocket', 'a socket'],
    ['isCharacterDevice', 'a device'],
    ['isBlockDevice', 'a device'],
    ['isDirectory', 'a folder'],
];
function requireOrdinary(stats, largest) {
    if (!stats.isFile()) {
        const kind = kinds.find(([is]) => stats[is]())?.[1] ?? 'no file';
        throw new Unreadable('special', `it is ${kind}`);
    }
    if (stats.size > largest)
        throw tooLarge(largest);
}
function tooLarge(largest) {
    return new Unreadable('large', `it is larger than ${largest / 1024 / 1024} MiB`);
}
/** The bytes of a file that may be anywhere; it is no pipe, device, socket or folder. @throws Unreadable */
function readOrdinary(place, largest = LARGEST_FILE) {
    return asked(() => readAs(place, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place), largest));
}
/** @param before what was there a moment ago */
function readAs(place, before, largest) {
    return asked(() => {
        requireOrdinary(before, largest);
        // What it has become since then must not be waited for.
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOCTTY);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
            requireOrdinary(stats, largest);
            if (stats.ino !== before.ino || stats.dev !== before.dev)
                throw new Unreadable('refused', 'it was replaced while it was read');
            return readAll(descriptor, stats.size, largest);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
    });
}
/** Files of the system have no size, and a file may grow: it ends where nothing more is read. */
function readAll(descriptor, size, largest) {
    const full = [];
    // One more than there should be, which tells that there is nothing more.
    let chunk = Buffer.allocUnsafe(size + 1);
    let [taken, total] = [0, 0];
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, taken, chunk.length - taken, null);
        taken += count;
        total += count;
        // An ordinary file has ended where less is read than there was room for.
        if (count === 0 || (total === size && size > 0))
            break;
        if (total > largest)
            throw tooLarge(largest);
        if (taken < chunk.length)
            continue;
        full.push(chunk);
        chunk = Buffer.allocUnsafe(64 * 1024);
        taken = 0;
    }
    const rest = chunk.subarray(0, taken);
    return full.length === 0 ? rest : Buffer.concat([...full, rest]);
}
/**
 * The bytes of a file of the checkout.
 * @param path relative to the workspace, or absolute
 * @param largest bytes
 * @throws Unreadable
 */
function readWithin(workspace, path, largest = LARGEST_FILE) {
    return readOrdinary(placeWithin(workspace, path), largest);
}
/**
 * Reads files of one folder of the checkout. Where the folder really is, is asked once: of a file that is no link there is
 * nothing more to ask.
 * @param path of the folder, relative to the workspace, or absolute
 * @param largest bytes
 * @returns reads the file of a name; throws Unreadable
 */
function folderReader(workspace, path, largest = LARGEST_FILE) {
    const folder = placeWithin(workspace, path);
    return (name) => {
        // There may be thousands: of a plain name nothing has to be made out.
        if (/[\\/]/.test(name) || name.startsWith('.'))
            return readWithin(workspace, join(folder, name), largest);
        const place = `${folder}${sep}${name}`;
        const found = asked(() => lstatSync(place));
        return found.isSymbolicLink() ? readWithin(workspace, place, largest) : readAs(place, found, largest);
    };
}
/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
function leadsWithin(workspace, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(workspace, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
function readNamed(workspace, path) {
    const free = isAbsolute(path) && !leadsWithin(workspace, path);
    return free ? readOrdinary(path) : readWithin(workspace, path);
}
const codes = {
    missing: 'PATH_MISSING',
    outside: 'PATH_OUTSIDE',
    special: 'FILE_UNREADABLE',
    large: 'FILE_UNREADABLE',
    refused: 'FILE_UNREADABLE',
};
const fixes = {
    missing: 'Correct it, and make sure that the repository is checked out.',
    outside: 'Put the file itself into the repository, and name it relative to its root.',
    special: 'Put an ordinary file in its place.',
    large: 'Split it, or keep it elsewhere.',
    refused: 'Put a file there that can be read.',
};
/** @param source where the path is written; the path itself unless given */
function unreadableFailure(path, error, source) {
    const { reason, message } = error;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: codes[reason],
        what: reason === 'missing' ? `${path} does not exist.` : `${path} cannot be read: ${message}.`,
        fix: fixes[reason],
        source: source ?? { file: path },
        cause: error,
    });
}
function told(path, source, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof Unreadable ? unreadableFailure(path, error, source) : error;
    }
}
/**
 * Bytes as text, of which nothing is lost.
 * @param file they are of
 * @throws Failure FILE_UNREADABLE on the first line that is not UTF-8
 */
function textOf(bytes, file) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    let line = 1;
    let start = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end + 1;
        line++;
    }
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
        code: 'FILE_UNREADABLE',
        what: 'This is not UTF-8, and what it says cannot be told.',
        fix: 'Save the file as UTF-8.',
        source: { file, line, column: 1 },
    });
}
/**
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSource(workspace, file, source) {
    return textOf(told(file, source, () => readWithin(workspace, file)), file);
}
/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
function readSourceBytes(workspace, file, { source, largest = LARGEST_FILE } = {}) {
    return told(file, source, () => readWithin(workspace, file, largest));
}
/**
 * What is at a path of the checkout; undefined when nothing is.
 * @param path relative to the workspace
 * @param source where the path is named
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE, also for what is neither a file nor a folder
 */
function kindWithin(workspace, path, source) {
    return told(path, source, () => {
        try {
            // An absolute path of the repository is none of this machine.
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path))
                throw new Unreadable('outside', 'it leads out of the checkout');
            const stats = asked(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(placeWithin(workspace, path)));
            if (stats.isDirectory())
                return 'folder';
            requireOrdinary(stats, Number.POSITIVE_INFINITY);
            return 'file';
        }
        catch (error) {
            if (error instanceof Unreadable &&
                error.reason === 'missing' &&
                leadsWithin(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path)))
                return undefined;
            if (error instanceof Unreadable && error.reason === 'missing')
                throw new Unreadable('outside', 'it leads out of the checkout');
            throw error;
        }
    });
}


/***/ })

};
