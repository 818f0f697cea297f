export const id = "provision-apply";
export const ids = [6315,6183];
export const modules = {

/***/ 8217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyStacks: () => (/* binding */ applyStacks)
/* harmony export */ });
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1066);
/* harmony import */ var _stack_schedule_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4445);
/* harmony import */ var _state_rescue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3254);
/* harmony import */ var _state_sensitive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7175);
/* harmony import */ var _store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(229);
/* harmony import */ var _store_released_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6320);








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
async function applyStack(workbench, stack, { changes, outputs, saved }, run, { forwards, record }, world) {
    world.signal.throwIfAborted();
    const key = (0,_inputs_backend_config_js__WEBPACK_IMPORTED_MODULE_2__/* .stateObject */ .Xf)(run, stack);
    const { planStore } = run;
    const store = async () => (planStore === undefined ? undefined : workbench.store(planStore));
    if (changes.length === 0)
        return outputs;
    const tool = await workbench.terraform(stack);
    await (0,_store_released_js__WEBPACK_IMPORTED_MODULE_6__.remember)(await workbench.bucket(), key, stack.name, forwards);
    if (saved !== undefined)
        await (await store())?.claim(saved);
    world.log.info(`applying ${stack.folder}`);
    const follower = new Follower(stack, changes, world);
    try {
        const applied = await (0,_store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__/* .withNote */ .dW)(await workbench.bucket(), key, world, () => tool.apply(follower.onMessage, run.code.ephemeralVariables(stack.folder)));
        record(...follower.results(true));
        return applied;
    }
    catch (thrown) {
        const error = await (0,_state_sensitive_js__WEBPACK_IMPORTED_MODULE_4__/* .tellable */ .ip)(thrown, async () => tool, 'apply', world);
        const still = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .failuresIn */ .xM)(error).find(({ code }) => code === 'STILL_RUNNING');
        const results = follower.results(false);
        record(...results);
        for (const { address, status } of results)
            if (status === 'skipped')
                world.log.info(`not applied: ${address}`);
        if (still === undefined)
            await (0,_state_rescue_js__WEBPACK_IMPORTED_MODULE_3__/* .settle */ .G)(tool, world, { store });
        else
            world.log.warning(still.message);
        throw await (0,_store_lock_note_js__WEBPACK_IMPORTED_MODULE_5__/* .withHolder */ .l1)(error, workbench.bucket, key);
    }
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
/**
 * Applies the plan files that `planStacks` has left on the workbench.
 * @throws Failures of all stacks
 */
async function applyStacks(plan, run, applying, workbench, world) {
    const { forwards, progress } = applying;
    const changesOf = ({ name }) => plan.changes.filter((change) => change.address.startsWith(`${name}/`));
    const planned = run.stacks.filter(({ name }) => plan.outputs[name] !== undefined);
    // What is built upon is destroyed last.
    const order = run.command === 'destroy' ? reversed(planned) : planned;
    const outputs = {};
    const results = new Map();
    const settled = await (0,_stack_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .inDependencyOrder */ .V)(order, run.parallelism, async (stack) => {
        const changes = changesOf(stack);
        const part = { changes, outputs: plan.outputs[stack.name] ?? {}, saved: plan.saved[stack.name] };
        const record = (...made) => {
            results.set(stack.name, made);
            progress.record(...made);
        };
        outputs[stack.name] = await applyStack(workbench, stack, part, run, { forwards, record }, world);
        progress.add({ outputs: { ...outputs } });
    });
    progress.add({ outputs: { ...outputs } });
    // Stacks side by side end in any order.
    for (const { name } of order)
        progress.record(...(results.get(name) ?? []));
    world.signal.throwIfAborted();
    const failures = [...plan.failures];
    for (const stack of order) {
        const outcome = settled.get(stack.name);
        if (outcome?.status === 'done')
            continue;
        if (outcome?.status === 'skipped')
            progress.record(...skipped(changesOf(stack), outcome.because));
        else
            failures.push(...known(outcome?.error));
    }
    const changed = [...results].filter(([, made]) => made.some(({ status }) => status === 'done'));
    tellReaders(run.graph.stacks, new Set(changed.map(([name]) => name)), world);
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .throwIfAny */ .MI)(failures);
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

/***/ 4445:
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

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   _J: () => (/* binding */ notOwn),
/* harmony export */   bE: () => (/* binding */ keptJson),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */

/** The Terraforms that run right now: see `RunningList`. */
const RUNNING = 'running';
/** How to open the session again, because `post` is not given the inputs as they were checked. */
const SESSION = 'session';
/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
const VAR_FILES = 'var-files';
/** Absolute paths of the dependency lock files that were not there before. */
const LOCK_FILES = 'lock-files';
/** Absolute paths of the folders in which Terraform keeps what is its own. */
const DATA_FOLDERS = 'data-folders';
/** What is kept, as JSON; undefined for what no step keeps. */
function keptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notOwn() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'STATE_NOT_OWN',
        what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
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

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   dW: () => (/* binding */ withNote),
/* harmony export */   l1: () => (/* binding */ withHolder)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/**
 * Who applies right now, beside the lock of the state: Terraform's own lock names a user and a host, which on a runner
 * say nothing. The note ends in `.tflock` like the lock, so that whoever may write that may write this.
 */


const Note = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), actor: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
function noteKey(stateKey) {
    return `${stateKey}.run.tflock`;
}
/**
 * Leaves a note while something is applied. Whatever goes wrong with it never fails the apply: it is a courtesy.
 * @param stateKey of the state in the bucket
 */
async function withNote(bucket, stateKey, world, work) {
    const key = noteKey(stateKey);
    const { run, clock, log } = world;
    const note = { run: run.url, actor: run.actor, since: clock().toISOString() };
    const quietly = async (step) => {
        try {
            return await step();
        }
        catch (error) {
            log.debug(`the note beside the lock: ${error instanceof Error ? error.message : String(error)}`);
            return false;
        }
    };
    const left = await quietly(async () => {
        if (await bucket.put(key, JSON.stringify(note), { once: true }))
            return true;
        // Of a run that was killed, when nobody holds the lock.
        if ((await bucket.get(`${stateKey}.tflock`)) !== undefined)
            return false;
        return bucket.put(key, JSON.stringify(note));
    });
    try {
        return await work();
    }
    finally {
        if (left)
            await quietly(() => bucket.delete(key).then(() => true));
    }
}
/** @returns undefined when there is none, or it cannot be read */
async function read(bucket, key, shape) {
    try {
        const bytes = await bucket.get(key);
        if (bytes === undefined)
            return undefined;
        return shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
    }
    catch {
        return undefined; // to tell less is better than to fail
    }
}
function readNote(bucket, stateKey) {
    return read(bucket, noteKey(stateKey), Note);
}
function wordsOf({ actor, since, run }) {
    return `${actor} applies since ${since}: ${run}`;
}
/** What Terraform's S3 backend writes into `<key>.tflock`, as far as people want to know it. */
const Lock = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Who: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Operation: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Created: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() });
/**
 * Who this run waits for, for people.
 * @param since when this run asked for the lock: an older one is somebody else's
 * @returns undefined when nobody else holds it, or nobody knows: Terraform says that it waits as well when it is slow
 */
async function holderOf(bucket, stateKey, { since, world }) {
    const [lock, note] = await Promise.all([
        read(bucket, `${stateKey}.tflock`, Lock),
        readNote(bucket, stateKey),
    ]);
    if (lock === undefined)
        return undefined;
    if (note !== undefined && note.run !== world.run.url)
        return wordsOf(note);
    if (new Date(lock.Created) >= since)
        return undefined;
    return `${lock.Who} since ${lock.Created} (${lock.Operation})`;
}
/** The same error; when the lock is held by somebody else, with the run that holds it. */
async function withHolder(error, bucket, stateKey) {
    const locked = (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .failuresIn */ .xM)(error).find(({ code }) => code === 'STATE_LOCKED');
    if (locked === undefined)
        return error;
    const note = await readNote(await bucket(), stateKey);
    if (note === undefined)
        return error;
    const { code, what, why = '', fix = '' } = locked;
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code,
        what,
        why: `${why} ${wordsOf(note)}.`.trim(),
        fix,
        cause: error,
    });
}


/***/ }),

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releasedFrom: () => (/* binding */ releasedFrom),
/* harmony export */   remember: () => (/* binding */ remember)
/* harmony export */ });
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
/**
 * Which commit a state was last released from: a note beside it, as an object of its own, so that it holds no lock and
 * is there before the first change.
 */



/** @param state key of the state in the bucket */
function noteOf(state) {
    return `${state}.released`;
}
async function asking(state, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__/* .httpStatusOf */ .s)(error) !== 403)
            throw error;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE_REFUSED',
            what: `The role may not use ${noteOf(state)}, where the state remembers what it was last released from.`,
            why: 'Without it an older release could be put in the place of a newer one.',
            fix: 'Allow the role that plans s3:GetObject on `<key>.released`, the role that applies s3:PutObject as well, and both s3:ListBucket on the bucket.',
            cause: error,
        });
    }
}
async function readNote(bucket, state) {
    const found = await asking(state, () => bucket.read(noteOf(state)));
    if (found === undefined)
        return undefined;
    try {
        const remembered = _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__/* .Remembered */ .dX.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
        return { remembered, tag: found.tag };
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE',
            what: `${noteOf(state)} does not say what the state was last released from.`,
            why: 'It is JSON with `commit` and `run`, and this release writes nothing else: somebody has changed it.',
            fix: 'Bring back its last good version from the versions of the bucket.',
            cause,
        });
    }
}
/**
 * @param state key of the state in the bucket
 * @returns undefined when it was never released
 * @throws Failure RELEASE_NOTE or RELEASE_NOTE_REFUSED
 */
async function releasedFrom(bucket, state) {
    return (await readNote(bucket, state))?.remembered;
}
/** So many others may come in between. */
const ATTEMPTS = 10;
/**
 * Asks whether this release may follow what the state was released from, and writes that it has.
 *
 * Terraform holds the lock of the state only within its own `apply`, so what is between the question and the note is
 * guarded by the note itself: it is written only over the very note that was asked about, and whoever came in between is
 * asked about in turn. What is between the note and Terraform's lock is guarded by the plan: an older release that was
 * let pass before a newer one wrote its note finds the state changed by that one (PLAN_STALE) or, when it locks first,
 * is followed by it. So the newer one is always the last.
 * @param state key of the state in the bucket
 * @param part name of the stack
 * @throws Failure of `forwards.allow`, RELEASE_NOTE, RELEASE_NOTE_REFUSED or RELEASE_NOTE_BUSY
 */
async function remember(bucket, state, part, forwards) {
    const next = JSON.stringify(forwards.next);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const noted = await readNote(bucket, state);
        await forwards.allow(part, noted?.remembered);
        const how = noted === undefined ? { once: true } : { over: noted.tag };
        if (await asking(state, () => bucket.put(noteOf(state), next, how)))
            return;
    }
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'RELEASE_NOTE_BUSY',
        what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
        fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
    });
}


/***/ }),

/***/ 9718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Evidence)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/** Something that was tried while a plan was made, and what came of it. Not part of the digest. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `Round trip` */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `unknown`: it was not done, or did not tell. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'unknown']),
    /** One sentence. */
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Lines of a diff that belong to it, such as the difference of two schemas. */
    difference: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).readonly().optional(),
})
    .readonly();


/***/ }),

/***/ 3358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ blockingFailures),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   wI: () => (/* binding */ Finding)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);




const Finding = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'notice']),
    /** `unknown`: it cannot be told. That is never a pass. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fail', 'unknown']),
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    why: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    fix: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    source: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .Source */ .k.optional(),
    /** The same finding has the same fingerprint when lines move. */
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
})
    .readonly();
/** `subject` names what the finding is about without a line number, for example `onex-dev/Deployment/onex-api#image`. */
function finding(parts, subject) {
    const fingerprint = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ rule: parts.rule, file: parts.source?.file, subject }).slice('sha256:'.length, 39);
    return { ...parts, fingerprint };
}
/** What keeps a plan from being applied, as one failure; none when nothing does. */
function blockingFailures(findings) {
    const { length } = findings.filter(isBlocking);
    if (length === 0)
        return [];
    return [
        new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'FINDINGS',
            what: `${length} finding${length === 1 ? '' : 's'} of severity error.`,
            fix: 'Mend what each of them names, and push.',
        }),
    ];
}
/** Whether a finding keeps a plan from being applied. */
function isBlocking({ severity, verdict }) {
    return severity === 'error' && verdict === 'fail';
}


/***/ }),

/***/ 6110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Part)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

/**
 * A part of a plan's target that is planned for itself, such as one of several Terraform stacks. The changes whose
 * addresses begin with its name and a slash are its own. Not part of the digest.
 */
const Part = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `waiting`: it can be planned only when another part was applied. `skipped`: one that it builds on failed. */
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['planned', 'failed', 'waiting', 'skipped']),
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .readonly();


/***/ }),

/***/ 8888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   DK: () => (/* binding */ Ingredients),
/* harmony export */   Jp: () => (/* binding */ effectiveChanges),
/* harmony export */   dX: () => (/* binding */ Remembered),
/* harmony export */   np: () => (/* binding */ Digest)
/* harmony export */ });
/* unused harmony export Plan */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4377);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2719);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9718);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3358);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6240);
/* harmony import */ var _part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6110);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6183);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8149);









const Digest = zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/);
/** Name \u2192 value of what decides where a plan has its effect, or with what it is made. */
const Ingredients = zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq9());
/** A commit that a target was released from, and the workflow run that did it. */
const Remembered = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() });
const Shown = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    step: _step_js__WEBPACK_IMPORTED_MODULE_6__/* .StepName */ .m,
    /** The place, on one line: `s3://state/dev/network in 123456789012 eu-central-1`. Another place is another target. */
    target: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    /** What people call the target. Not part of the digest. */
    name: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional(),
    /**
     * Covers step, target, where, with, from and changes; not findings, evidence, parts, wording, order, time or what is
     * expected.
     */
    digest: Digest,
    /** What the place consists of: account, region, bucket, key \u00b7 host, port, database \u00b7 the cluster's own id. */
    where: Ingredients,
    /** Versions of tools, and every input that decides. */
    with: Ingredients,
    /**
     * Name \u2192 sha256 of what the changes send, run or keep, in hexadecimal. Without sensitive values: those count by
     * `sensitive`.
     */
    from: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /**
     * Name \u2192 sha256 of all that the plan was made from, in hexadecimal. Equal sources explain why a rerun plans less than
     * was shown.
     */
    sources: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /** Part of the target \u2192 the commit that it was last released from; none when it never was, or does not say. */
    released: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), Remembered),
    /** Of what else decides about changes with `expected`; none when that cannot be told. */
    grounds: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .ShortHash */ .z$.optional(),
    /** ISO 8601, from the injected clock. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    changes: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .Change */ .lY),
    findings: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .Finding */ .wI),
    evidence: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .Evidence */ .o),
    /** None when the target is planned as a whole. */
    parts: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_part_js__WEBPACK_IMPORTED_MODULE_4__/* .Part */ .e),
});
const Plan = (/* unused pure expression or super */ null && (Shown));
function makePlan(given) {
    const { step, target, name, where, from, changes, createdAt, sources = from } = given;
    const { findings = [], evidence = [], parts = [], released = {}, grounds } = given;
    const { sensitive = _sensitive_js__WEBPACK_IMPORTED_MODULE_5__/* .Sensitive */ .p.none } = given;
    const effective = changes.filter((change) => change.action !== 'none');
    const addresses = new Set();
    for (const { address } of effective) {
        if (addresses.has(address))
            throw new Error(`two changes of one plan have the address ${address}`);
        addresses.add(address);
    }
    const decisive = { step, target, where, with: given.with, from };
    return (0,_freeze_js__WEBPACK_IMPORTED_MODULE_9__/* .deepFreeze */ .o)({
        ...decisive,
        ...(name === undefined ? {} : { name }),
        digest: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ ...decisive, changes: effective.map(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeDigest */ .VW).sort() }),
        sources,
        released,
        ...(grounds === undefined ? {} : { grounds }),
        createdAt: createdAt.toISOString(),
        changes: [...changes],
        findings: [...findings],
        evidence: [...evidence],
        parts: [...parts],
        sensitive,
    });
}
/** The changes that do something. */
function effectiveChanges(plan) {
    return plan.changes.filter((change) => change.action !== 'none');
}


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isIngredient),
/* harmony export */   p: () => (/* binding */ Sensitive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/** Values that may be shown to nobody, and yet count when two plans are compared. */



const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
/** 16 MiB and some hundredths of a second for each guess (RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;
/** Whether a name is that of an ingredient, and of no change: `with: variables`, `from: prod.tfvars`. */
function isIngredient(name) {
    return /^(?:where|with|from): /.test(name);
}
/**
 * The sensitive values of a plan's changes, by the address of the change, and of its ingredients, by `with: <name>` or
 * `from: <name>`. They leave this object only as hashes that
 * are salted: equal values of two reviews have nothing in common.
 */
class Sensitive {
    static none = new Sensitive([]);
    #values;
    /** @param values address, or name of an ingredient \u2192 whatever is sensitive there, as JSON can carry it */
    constructor(values) {
        this.#values = new Map([...values].map(([address, value]) => [address, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(value)]));
    }
    /**
     * One scrypt hash for each change that has something sensitive.
     * @param salt in hexadecimal
     */
    async hashes(salt) {
        const bytes = Buffer.from(salt, 'hex');
        const hashed = [...this.#values].map(async ([address, value]) => {
            // With its address: that two places hold the same value is nobody's business either.
            const key = await derive((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)([address, value]), bytes, LENGTH, COST);
            return [address, `scrypt:${key.toString('hex')}`];
        });
        return new Map(await Promise.all(hashed));
    }
    /** No file holds it. */
    toJSON() {
        return undefined;
    }
}


/***/ }),

/***/ 8149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stepNames),
/* harmony export */   m: () => (/* binding */ StepName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);

const stepNames = ['provision', 'migrate', 'deploy', 'verify'];
const StepName = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(stepNames);


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
