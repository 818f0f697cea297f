export const id = "provision-state-post-run";
export const ids = ["provision-state-post-run"];
export const modules = {

/***/ 4823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitForRunning: () => (/* binding */ waitForRunning)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/duration.js
var duration = __webpack_require__(2231);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/process/follow.js
var follow = __webpack_require__(9366);
;// CONCATENATED MODULE: ./build/toolkit/process/signal.js
/** Sends a signal to a process that is not a child of ours; 0 only looks. @returns whether there is such a process */
function signalProcess(pid, name) {
    try {
        return process.kill(pid, name);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/actions/provision/src/stack/code.js
var stack_code = __webpack_require__(333);
// EXTERNAL MODULE: ./build/actions/provision/src/store/open.js
var store_open = __webpack_require__(8471);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/diagnostics.js + 1 modules
var diagnostics = __webpack_require__(2517);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/message.js
var terraform_message = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/running.js
var running = __webpack_require__(853);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/session.js
var terraform_session = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/terraform.js + 4 modules
var terraform = __webpack_require__(4249);
// EXTERNAL MODULE: ./build/actions/provision/src/state/kept.js
var kept = __webpack_require__(4035);
// EXTERNAL MODULE: ./build/actions/provision/src/state/own.js
var own = __webpack_require__(9027);
// EXTERNAL MODULE: ./build/actions/provision/src/state/rescue.js
var rescue = __webpack_require__(3254);
// EXTERNAL MODULE: ./build/actions/provision/src/state/sensitive.js + 2 modules
var sensitive = __webpack_require__(7175);
;// CONCATENATED MODULE: ./build/actions/provision/src/state/post-run.js
/** What `post` does for a Terraform that a cancelled step had to leave: waits, and tells what it left behind. */


















/** GitHub ends every step of a cancelled run after five minutes. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 200;
const KeptSession = schemas/* object */.Ikc({
    roles: schemas/* object */.Ikc({ plan: schemas/* string */.YjP().optional(), apply: schemas/* string */.YjP() }),
    applies: schemas/* boolean */.zMY(),
    region: schemas/* string */.YjP(),
    passed: schemas/* array */.YOg(schemas/* string */.YjP()),
    reads: schemas/* object */.Ikc({ bucket: schemas/* string */.YjP(), states: schemas/* string */.YjP() }),
    planStore: schemas/* object */.Ikc({ bucket: schemas/* string */.YjP(), prefix: schemas/* string */.YjP(), key: schemas/* string */.YjP(), maxAge: schemas/* number */.aig() })
        .optional(),
});
const Entries = schemas/* array */.YOg(schemas/* object */.Ikc({
    pid: schemas/* number */.aig(),
    command: schemas/* string */.YjP(),
    stack: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), folder: schemas/* string */.YjP() }),
    doing: schemas/* string */.YjP(),
    stdout: schemas/* string */.YjP(),
}));
const Paths = schemas/* array */.YOg(schemas/* string */.YjP());
/** @throws Failure STATE_NOT_OWN */
function keptAs(schema, text) {
    const { success, data } = schema.safeParse((0,kept/* keptJson */.bE)(text));
    if (!success)
        throw (0,kept/* notOwn */._J)();
    return data;
}
/** The id of what was made may be a secret. */
function withoutId(message) {
    const id = message.indexOf(' [id=');
    return id >= 0 && message.endsWith(']') ? message.slice(0, id) : message;
}
async function waitFor(entry, world) {
    const { pid, stack, doing, command, stdout } = entry;
    const failures = [];
    const began = world.clock().getTime();
    const waited = () => world.clock().getTime() - began;
    if (signalProcess(pid, 0))
        world.log.info(`waiting for ${command} ${doing} of ${stack.folder} to put things away`);
    const following = (0,follow/* followLines */.Z)(stdout, (line) => {
        const message = (0,terraform_message/* parseMessage */.v)(line);
        if (message?.diagnostic?.severity === 'error')
            failures.push((0,diagnostics/* failureOf */.g5)(message.diagnostic, stack.folder));
        else if (message?.type.startsWith('apply_') === true)
            world.log.info(withoutId(message['@message']));
    }, 
    // What was told before the step ended is not told again.
    (0,external_node_fs_.statSync)(stdout).size);
    try {
        while (signalProcess(pid, 0) && waited() < PATIENCE_MS)
            await (0,promises_.setTimeout)(LOOK_MS);
    }
    finally {
        following.finish();
    }
    if (signalProcess(pid, 0)) {
        world.log.failure(new failure/* Failure */.HR({
            code: 'STILL_RUNNING',
            what: `${command} ${doing} of ${stack.folder} still runs after ${(0,duration/* formatDuration */.a)(waited())}, and will be killed with this job.`,
            why: 'Its state may be older than what it has made, and stays locked.',
            fix: 'Look at what exists, run `terraform force-unlock` with the id that the next plan tells, and plan again.',
        }));
        return { entry, ended: false, failures };
    }
    world.log.info(`${command} ${doing} of ${stack.folder} has ended`);
    return { entry, ended: true, failures };
}
/**
 * Waits for what still runs.
 * @param text the list of it, as it is kept
 * @returns whether the step has started all of it; nothing is done with what it has not
 */
async function waitForRunning(text, state, world) {
    const { success, data: said } = Entries.safeParse((0,kept/* keptJson */.bE)(text));
    if (!success)
        return false;
    const entries = said.filter((entry) => (0,own/* isOwnRun */.q)(entry, world));
    if (entries.length > 0)
        await waitForEntries(entries, state, world);
    return entries.length === said.length;
}
async function waitForEntries(entries, state, world) {
    const code = new stack_code/* Code */.C(world.workspace);
    const varFiles = keptAs(Paths, state[kept/* VAR_FILES */.Cd] ?? '[]');
    (0,sensitive.maskVariables)({ code, stacks: entries.map(({ stack }) => stack), varFiles }, world);
    const all = await Promise.all(entries.map((entry) => waitFor(entry, world)));
    const session = state[kept/* SESSION */.fW];
    const applied = all.filter(({ entry: { doing }, ended }) => ended && doing === 'apply');
    if (applied.length === 0 || session === undefined) {
        for (const { failures } of all)
            for (const failure of (0,sensitive/* withoutDetails */.DA)(failures))
                world.log.failure(failure);
        return;
    }
    const { roles, applies, region, passed, reads, planStore } = keptAs(KeptSession, session);
    const { credentials } = await (0,terraform_session/* openSession */.fA)({ plan: roles.plan, apply: roles.apply }, applies, { region, reads }, world);
    const opened = planStore === undefined ? undefined : await (0,store_open/* openStore */.C)(planStore, { region, credentials }, world);
    for (const { entry, failures } of all) {
        const { command, stack } = entry;
        const tool = new terraform/* Terraform */.v({
            command,
            stack,
            credentials: { ...credentials },
            region,
            passed,
            lockTimeout: 0,
            running: new running/* RunningList */.s(world),
            world,
        });
        const isRead = failures.length > 0 && (await (0,sensitive/* maskState */.C7)(tool, world));
        for (const failure of isRead ? failures : (0,sensitive/* withoutDetails */.DA)(failures))
            world.log.failure(failure);
        if (applied.some((each) => each.entry === entry))
            await (0,rescue/* settle */.G)(tool, world, { lock: true, store: async () => opened?.store });
    }
    opened?.close();
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8182);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8189);
/** What is done when an apply did not end well: its state is saved, and what it leaves behind is told. */




function messageOf(error) {
    return (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error)[0]?.message ?? (error instanceof Error ? error.message : String(error));
}
/** Saves a state that Terraform could only write into a file: to its backend, else to the plan store. */
async function rescueState(tool, store, world) {
    const file = (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .erroredStateOf */ .Kc)(tool.stack, world);
    if (file === undefined)
        return;
    const { folder } = tool.stack;
    try {
        await tool.pushState(file);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file);
        world.log.notice(`${folder}: the state that could not be saved at first is saved now.`);
    }
    catch (error) {
        const kept = await keep(file, folder, store, world);
        const how = kept === undefined
            ? `is only in ${folder}/errored.tfstate on this runner: ${messageOf(error)} Keep it, and run \`terraform state push errored.tfstate\``
            : `is kept in ${kept}: ${messageOf(error)} Run \`aws s3 cp ${kept} .\` and \`terraform state push errored.tfstate\` in ${folder}`;
        world.log.warning(`${folder}: the state could not be saved, and ${how} before anything is planned again.`);
    }
}
async function keep(file, folder, store, world) {
    try {
        const state = (0,_toolkit_sources_checkout_ts__WEBPACK_IMPORTED_MODULE_2__/* .readSourceBytes */ .ht)(world.workspace, file, { largest: Number.POSITIVE_INFINITY });
        return await (await store())?.keepState(folder, state);
    }
    catch (error) {
        world.log.warning(`${folder}: nor could it be kept in the plan store: ${messageOf(error)}`);
        return undefined;
    }
}
async function tellTainted(tool, world) {
    const tainted = await tool.tainted();
    if (tainted.length === 0)
        return world.log.info(`${tool.stack.name}: its state is saved, and nothing is tainted`);
    const one = tainted.length === 1;
    world.log.warning(`${tool.stack.name}: ${tainted.join(', ')} ${one ? 'was' : 'were'} being made when this run ended, and ${one ? 'is' : 'are'} tainted: Terraform would destroy and make ${one ? 'it' : 'them'} anew, which is refused until somebody has looked. If ${one ? 'it is' : 'they are'} whole, run \`terraform untaint\`; if not, allow the replacement in ${tool.stack.folder}/stack.yml.`);
}
async function tellLock(tool, world) {
    const held = await tool.lockHolder();
    if (held !== undefined)
        world.log.warning(`${tool.stack.name}: ${held.message}`);
}
/** Reads, and saves the state if that is still to be done; never changes anything else. */
async function settle(tool, world, { lock = false, store = async () => undefined, } = {}) {
    await rescueState(tool, store, world);
    try {
        await tellTainted(tool, world);
        if (lock)
            await tellLock(tool, world);
    }
    catch (error) {
        world.log.warning(`${tool.stack.name}: what is left behind could not be read: ${messageOf(error)}`);
    }
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds of a text such as `90s`, `10m`, `1h30m` or `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    if (!/^(\d+(ms|[smh]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smh])/g)) {
        total += Number(amount) * units[unit]; // both set: the whole text matched the same pattern
    }
    return Number.isSafeInteger(total) ? total : undefined;
}
/** Where seconds stop to matter: milliseconds. */
const HOURS_FROM = 7_200_000;
/** A duration for people: `420 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1_000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1_000).toFixed(1)} s`;
    if (milliseconds >= HOURS_FROM) {
        const minutes = Math.round(milliseconds / 60_000);
        return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    }
    const seconds = Math.round(milliseconds / 1_000);
    const rest = seconds % 60;
    return rest === 0 ? `${seconds / 60} min` : `${(seconds - rest) / 60} min ${rest} s`;
}


/***/ })

};
