export const id = "provision-apply";
export const ids = ["provision-apply"];
export const modules = {

/***/ 8217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyStacks: () => (/* binding */ applyStacks)
/* harmony export */ });
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_outcome_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9603);
/* harmony import */ var _provisioning_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1107);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2640);
/* harmony import */ var _state_rescue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3254);
/* harmony import */ var _store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(229);







/** Follows the apply of one stack: a result for every change, in the order in which Terraform finishes them. */
class Follower {
    #stack;
    #changes;
    #world;
    #results = new Map();
    constructor(stack, changes, world) {
        this.#stack = stack;
        this.#changes = new Map(changes.map((change) => [change.address, change]));
        this.#world = world;
    }
    onMessage = (message) => {
        if (message.type === 'apply_complete')
            this.#finish('done', message);
        if (message.type === 'apply_errored')
            this.#finish('failed', message);
    };
    #finish(status, { hook }) {
        const address = `${this.#stack.name}/${hook?.resource.addr ?? ''}`;
        const change = this.#changes.get(address);
        if (change === undefined)
            return;
        // A replacement is a deletion and a creation: what came last counts.
        this.#results.delete(address);
        const durationMs = (hook?.elapsed_seconds ?? 0) * 1_000;
        this.#results.set(address, { address, action: change.action, status, durationMs });
        this.#world.log.info(`${status} ${change.action} ${address} (${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(durationMs)})`);
    }
    /** What was finished, and what Terraform did not come to, or does not report one by one, such as outputs. */
    results(applied) {
        const rest = [...this.#changes.values()].filter(({ address }) => !this.#results.has(address));
        const status = (kind, action) => {
            if (!applied)
                return 'skipped';
            const silent = kind === 'output' || !['create', 'update', 'replace', 'delete'].includes(action);
            return silent ? 'done' : 'unknown';
        };
        return [
            ...this.#results.values(),
            ...rest.map(({ address, action, kind }) => ({
                address,
                action,
                status: status(kind, action),
                durationMs: 0,
            })),
        ];
    }
}
class ApplyFailed extends Error {
    results;
    constructor(results, cause) {
        super('apply failed', { cause });
        this.results = results;
    }
}
async function applyStack({ terraform, bucket, store }, stack, { changes, saved }, run, world) {
    world.signal.throwIfAborted();
    const key = (0,_provisioning_js__WEBPACK_IMPORTED_MODULE_3__/* .stateKey */ .bP)(run, stack);
    const tool = await terraform(stack);
    if (changes.length === 0)
        return { results: [], outputs: await tool.outputs() };
    if (saved !== undefined)
        await (await store())?.claim(saved);
    world.log.info(`applying ${stack.folder}`);
    const follower = new Follower(stack, changes, world);
    try {
        await (0,_store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__/* .withNote */ .dW)(await bucket(), key, world, () => tool.apply(follower.onMessage, run.code.ephemeralVariables(stack.folder)));
    }
    catch (error) {
        const still = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).find(({ code }) => code === 'STILL_RUNNING');
        const results = follower.results(false);
        for (const { address, status } of results)
            if (status === 'skipped')
                world.log.info(`not applied: ${address}`);
        if (still === undefined)
            await (0,_state_rescue_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G)(tool, world, { store });
        else
            world.log.warning(still.message);
        throw new ApplyFailed(results, await (0,_store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__/* .withHolder */ .l1)(error, bucket, key));
    }
    return { results: follower.results(true), outputs: await tool.outputs() };
}
function skipped(changes, because) {
    return changes.map(({ address, action }) => ({
        address,
        action,
        status: 'skipped',
        durationMs: 0,
        message: `${because} was not applied, and this stack builds on it`,
    }));
}
/** Told by name, because what was applied may have changed what they read; they are planned by the next run. */
function tellReaders(stacks, changed, world) {
    for (const { name, dependsOn } of stacks) {
        const below = dependsOn.map(({ to }) => to).filter((to) => changed.has(to));
        if (below.length > 0 && !changed.has(name))
            world.log.notice(`${name} reads outputs of ${below.join(', ')}, which changed: plan it again.`);
    }
}
async function applyStacks(plan, run, world) {
    const startedAt = world.clock();
    const workbench = await (0,_provisioning_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkbench */ .eF)(run, world);
    const changesOf = ({ name }) => plan.changes.filter((change) => change.address.startsWith(`${name}/`));
    const planned = run.stacks.filter(({ name }) => plan.outputs[name] !== undefined);
    // What is built upon is destroyed last.
    const order = run.command === 'destroy' ? reversed(planned) : planned;
    const settled = await (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .inDependencyOrder */ .V)(order, run.parallelism, (stack) => applyStack(workbench, stack, { changes: changesOf(stack), saved: plan.saved[stack.name] }, run, world));
    await workbench.close();
    world.signal.throwIfAborted();
    const results = [];
    const outputs = {};
    const failures = [...plan.failures];
    for (const stack of order) {
        const outcome = settled.get(stack.name);
        if (outcome?.status === 'done') {
            results.push(...outcome.value.results);
            outputs[stack.name] = outcome.value.outputs;
        }
        else if (outcome?.status === 'skipped')
            results.push(...skipped(changesOf(stack), outcome.because));
        else if (outcome?.error instanceof ApplyFailed) {
            results.push(...outcome.error.results);
            failures.push(...known(outcome.error.cause));
        }
        else
            failures.push(...known(outcome?.error));
    }
    const changed = new Set(results.filter(({ status }) => status === 'done').map(({ address }) => address));
    tellReaders(run.graph.stacks, new Set(planned
        .map(({ name }) => name)
        .filter((name) => [...changed].some((each) => each.startsWith(`${name}/`)))), world);
    for (const failure of failures)
        world.log.failure(failure);
    const outcome = (0,_toolkit_model_outcome_ts__WEBPACK_IMPORTED_MODULE_2__/* .makeOutcome */ .v$)({
        step: 'provision',
        target: plan.target,
        digest: plan.digest,
        startedAt,
        finishedAt: world.clock(),
        status: failures.length > 0 ? 'failed' : 'succeeded',
        changed: changed.size > 0,
        results,
    });
    return { ...outcome, outputs };
}
/** @throws what is no expected failure */
function known(error) {
    const failures = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error);
    if (failures.length === 0)
        throw error;
    return failures;
}
/** The same stacks with every edge turned around. */
function reversed(stacks) {
    return stacks.toReversed().map((stack) => ({
        ...stack,
        dependsOn: stacks.flatMap(({ name, dependsOn }) => {
            const edge = dependsOn.find(({ to }) => to === stack.name);
            return edge === undefined ? [] : [{ to: name, source: edge.source }];
        }),
    }));
}


/***/ }),

/***/ 2640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inDependencyOrder)
/* harmony export */ });
/**
 * A stack begins when everything that it builds on is done. One that fails stops only what builds on it.
 * @param limit how many run at the same time
 * @param work gets what came of the stacks that were done before
 */
async function inDependencyOrder(stacks, limit, work) {
    const settled = new Map();
    const done = new Map();
    const names = new Set(stacks.map(({ name }) => name));
    const left = [...stacks];
    const running = new Map();
    const begin = (stack) => {
        const run = async () => {
            try {
                const value = await work(stack, done);
                done.set(stack.name, value);
                settled.set(stack.name, { status: 'done', value });
            }
            catch (error) {
                settled.set(stack.name, { status: 'failed', error });
            }
            running.delete(stack.name);
        };
        running.set(stack.name, run());
    };
    while (left.length > 0 || running.size > 0) {
        for (let index = 0; index < left.length;) {
            const stack = left[index];
            if (stack === undefined)
                break;
            const below = stack.dependsOn.map(({ to }) => to).filter((name) => names.has(name));
            const stopped = below.find((name) => (settled.get(name)?.status ?? 'done') !== 'done');
            if (stopped !== undefined)
                settled.set(stack.name, { status: 'skipped', because: stopped });
            else if (below.every((name) => settled.has(name)) && running.size < limit)
                begin(stack);
            else {
                index++;
                continue;
            }
            left.splice(index, 1);
            // What was just settled may decide about one before it.
            if (stopped !== undefined)
                index = 0;
        }
        if (running.size === 0)
            break;
        await Promise.race(running.values());
    }
    return settled;
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/** What is done when an apply did not end well: its state is saved, and what it leaves behind is told. */


function messageOf(error) {
    return (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error)[0]?.message ?? (error instanceof Error ? error.message : String(error));
}
/** Saves a state that Terraform could only write into a file: to its backend, else to the plan store. */
async function rescueState(tool, store, world) {
    const file = tool.erroredState;
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
