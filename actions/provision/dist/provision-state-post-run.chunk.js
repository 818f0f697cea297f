export const id = "provision-state-post-run";
export const ids = ["provision-state-post-run"];
export const modules = {

/***/ 8801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finish: () => (/* binding */ finish)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3339);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_process_follow_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9366);
/* harmony import */ var _store_open_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8471);
/* harmony import */ var _terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4642);
/* harmony import */ var _terraform_message_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6965);
/* harmony import */ var _terraform_running_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(853);
/* harmony import */ var _terraform_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6798);
/* harmony import */ var _terraform_terraform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4249);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4035);
/* harmony import */ var _rescue_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3254);
/** What `post` does for a Terraform that a cancelled step had to leave: waits, and tells what it left behind. */














/** GitHub ends every step of a cancelled run after five minutes. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 200;
const KeptSession = zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({
    roles: zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ plan: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP().optional(), apply: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP() }),
    looks: zod__WEBPACK_IMPORTED_MODULE_9__/* .boolean */ .zMY(),
    region: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(),
    bucket: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(),
    planStore: zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ bucket: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), prefix: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), maxAge: zod__WEBPACK_IMPORTED_MODULE_9__/* .number */ .aig() })
        .optional(),
});
const Entries = zod__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({
    pid: zod__WEBPACK_IMPORTED_MODULE_9__/* .number */ .aig(),
    command: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(),
    stack: zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), folder: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP() }),
    doing: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(),
    stdout: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(),
}));
const LockFiles = zod__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP());
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch {
        return false;
    }
}
/** @returns whether it came to its end */
async function waitFor({ pid, stack, doing, command, stdout }, world) {
    const began = world.clock().getTime();
    const waited = () => world.clock().getTime() - began;
    if (isRunning(pid))
        world.log.info(`waiting for ${command} ${doing} of ${stack.folder} to put things away`);
    const following = (0,_toolkit_process_follow_ts__WEBPACK_IMPORTED_MODULE_4__/* .followLines */ .Z)(stdout, (line) => {
        const message = (0,_terraform_message_js__WEBPACK_IMPORTED_MODULE_10__/* .parseMessage */ .v)(line);
        if (message?.diagnostic?.severity === 'error')
            world.log.failure((0,_terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOf */ .g)(message.diagnostic, stack.folder));
        else if (message?.type.startsWith('apply_') === true)
            world.log.info(message['@message']);
    }, 
    // What was told before the step ended is not told again.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(stdout).size);
    try {
        while (isRunning(pid) && waited() < PATIENCE_MS)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(LOOK_MS);
    }
    finally {
        following.finish();
    }
    if (isRunning(pid)) {
        world.log.failure(new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
            code: 'STILL_RUNNING',
            what: `${command} ${doing} of ${stack.folder} still runs after ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(waited())}, and will be killed with this job.`,
            why: 'Its state may be older than what it has made, and stays locked.',
            fix: 'Look at what exists, run `terraform force-unlock` with the id that the next plan tells, and plan again.',
        }));
        return false;
    }
    world.log.info(`${command} ${doing} of ${stack.folder} has ended`);
    return true;
}
/** Waits for what still runs, and removes what the step could not remove itself. */
async function finish(state, world) {
    const entries = Entries.parse(JSON.parse(state[_kept_js__WEBPACK_IMPORTED_MODULE_11__/* .RUNNING */ .W2] ?? '[]'));
    if (entries.length > 0)
        await waitForRunning(entries, state[_kept_js__WEBPACK_IMPORTED_MODULE_11__/* .SESSION */ .fW], world);
    for (const file of LockFiles.parse(JSON.parse(state[_kept_js__WEBPACK_IMPORTED_MODULE_11__/* .LOCK_FILES */ .Cv] ?? '[]')))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true });
}
async function waitForRunning(entries, session, world) {
    const ended = await Promise.all(entries.map((entry) => waitFor(entry, world)));
    const applied = entries.filter(({ doing }, index) => ended[index] === true && doing === 'apply');
    if (applied.length === 0 || session === undefined)
        return;
    const { roles, looks, region, bucket, planStore } = KeptSession.parse(JSON.parse(session));
    const credentials = await (0,_terraform_session_js__WEBPACK_IMPORTED_MODULE_6__/* .openSession */ .fA)({ plan: roles.plan, apply: roles.apply }, looks, { region, reads: { bucket } }, world);
    const opened = planStore === undefined ? undefined : await (0,_store_open_js__WEBPACK_IMPORTED_MODULE_12__/* .openStore */ .C)(planStore, { region, credentials }, world);
    for (const { command, stack } of applied) {
        const tool = new _terraform_terraform_js__WEBPACK_IMPORTED_MODULE_7__/* .Terraform */ .v({
            command,
            stack,
            credentials: { ...credentials },
            region,
            lockTimeout: 0,
            running: new _terraform_running_js__WEBPACK_IMPORTED_MODULE_13__/* .RunningList */ .s(world),
            world,
        });
        await (0,_rescue_js__WEBPACK_IMPORTED_MODULE_8__/* .settle */ .G)(tool, world, { lock: true, store: async () => opened?.store });
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
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8189);
/** What is done when an apply did not end well: its state is saved, and what it leaves behind is told. */



function messageOf(error) {
    return (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error)[0]?.message ?? (error instanceof Error ? error.message : String(error));
}
/** Saves a state that Terraform could only write into a file: to its backend, else to the plan store. */
async function rescueState(tool, store, world) {
    const file = (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .erroredStateOf */ .Kc)(tool.stack, world);
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
        return await (await store())?.keepState(folder, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file));
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


/***/ })

};
