export const id = "provision-workbench";
export const ids = ["provision-workbench"];
export const modules = {

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

/***/ 2372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Workbench: () => (/* binding */ Workbench)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
// EXTERNAL MODULE: ./build/actions/provision/src/place.js
var place = __webpack_require__(9882);
// EXTERNAL MODULE: ./build/actions/provision/src/state/kept.js
var kept = __webpack_require__(4035);
// EXTERNAL MODULE: ./build/actions/provision/src/store/lock-note.js
var lock_note = __webpack_require__(229);
// EXTERNAL MODULE: ./build/actions/provision/src/store/open.js
var store_open = __webpack_require__(8471);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/data-folder.js
var data_folder = __webpack_require__(5397);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var files = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/provider-cache.js
var provider_cache = __webpack_require__(8302);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/running.js
var running = __webpack_require__(853);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/session.js
var session = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/provision/src/terraform/terraform.js + 4 modules
var terraform = __webpack_require__(4249);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(5781);
;// CONCATENATED MODULE: ./build/toolkit/process/ask.js
/**
 * Short questions to tools, such as their version. What changes something runs under `child.ts`: on SIGINT and SIGTERM
 * a child of @actions/exec gets no signal, and is left to itself by a cancel.
 */



/** Where a program is on the PATH of the environment that it will see, which need not be ours. */
function placeOf(program, path) {
    const places = (0,external_node_path_.isAbsolute)(program)
        ? [program]
        : path.split(external_node_path_.delimiter).map((folder) => (0,external_node_path_.join)(folder, program));
    return places.find((place) => {
        try {
            (0,external_node_fs_.accessSync)(place, external_node_fs_.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
}
/**
 * @param program a name, or an absolute path
 * @param env all that the program sees
 * @returns what it writes to stdout; undefined when there is no such program, or it fails
 */
async function ask(program, args, env) {
    const place = placeOf(program, env['PATH'] ?? '');
    if (place === undefined)
        return undefined;
    try {
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)(`"${place}"`, [...args], {
            env: { ...env },
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined; // it cannot be started
    }
}

// EXTERNAL MODULE: ./build/actions/provision/src/tool/constraint.js
var constraint = __webpack_require__(6429);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/release.js + 2 modules
var release = __webpack_require__(4175);
// EXTERNAL MODULE: ./build/actions/provision/src/tool/version.js
var tool_version = __webpack_require__(1492);
;// CONCATENATED MODULE: ./build/actions/provision/src/tool/install.js
/** Terraform or OpenTofu itself: the machine's own when its version is wanted, else downloaded and checked. */





/** Used when nothing asks for a version, and the machine has none. */
const DEFAULT_VERSION = '1.11.4';
/** The version of the program on PATH, if there is one that runs. */
async function installedVersion(program, env) {
    const told = await ask(program, ['version', '-json'], { ...env, CHECKPOINT_DISABLE: '1' });
    // OpenTofu calls it that, too.
    return /"terraform_version":\s*"([^"]+)"/.exec(told ?? '')?.[1];
}
/** What the machine has of the candidates. */
async function ownTools(candidates, world) {
    const found = await Promise.all(candidates.map(async (tool) => {
        const version = (0,constraint/* parseVersion */.ot)((await installedVersion(tool.program, world.env)) ?? '');
        return version === undefined ? [] : [{ tool, version }];
    }));
    return found.flat();
}
/** The release to download: the very one that is asked for, else the newest that will do. */
async function choose(tool, wanted, world) {
    const exact = wanted.asked === undefined ? undefined : (0,constraint/* exactVersion */.y)([wanted.asked]);
    if (exact !== undefined)
        return exact;
    const standard = (0,constraint/* parseVersion */.ot)(DEFAULT_VERSION);
    if (wanted.asked === undefined && tool.name === 'terraform' && standard && (0,tool_version/* isWanted */.Yu)(standard, wanted))
        return standard;
    const latest = wanted.asked !== undefined && (0,constraint/* isLatest */.eL)(wanted.asked);
    const cached = latest ? undefined : (0,tool_version/* newestWanted */.Ky)(await (0,release/* cachedVersions */.W1)(tool), wanted);
    if (cached !== undefined)
        return cached;
    const released = await (0,release/* releasedVersions */.bK)(tool, world);
    const best = (0,tool_version/* newestWanted */.Ky)(released, wanted);
    if (best !== undefined)
        return best;
    const last = released
        .filter(({ preRelease }) => preRelease === '')
        .sort(constraint/* compareVersions */.Zy)
        .at(-1);
    const source = wanted.asked?.source ?? wanted.required[0]?.source;
    throw new failure/* Failure */.HR({
        code: 'VERSION_UNKNOWN',
        what: `There is no release of ${tool.title} that is ${(0,tool_version/* describeWanted */.$C)(wanted)}.`,
        why: `The newest of ${released.length} is ${last?.text ?? 'none'}.`,
        fix: 'Change the version that is asked for.',
        ...(source === undefined ? {} : { source }),
    });
}
/**
 * @param known where each tool's releases are; their publishers' own unless given
 * @throws Failure VERSION_UNKNOWN, TOOL_DOWNLOAD, SIGNATURE_INVALID or CHECKSUM_INVALID
 */
async function findTool(wanted, world, known = release/* tools */.Yl) {
    if (wanted.unused !== undefined) {
        world.log.warning(`The version ${wanted.unused.text} of ${wanted.unused.from} does not count: ${wanted.asked?.from} asks for ${wanted.asked?.text}.`);
    }
    const candidates = wanted.name === undefined ? [known.terraform, known.opentofu] : [known[wanted.name]];
    const own = await ownTools(candidates, world);
    const anything = wanted.asked === undefined && wanted.required.length === 0;
    const latest = wanted.asked !== undefined && (0,constraint/* isLatest */.eL)(wanted.asked);
    const use = ({ tool, version }) => {
        const from = `on PATH; ${(0,tool_version/* describeWanted */.$C)(wanted)}`;
        world.log.info(`${tool.title} ${version.text}, ${from}`);
        return Object.freeze({ name: tool.name, command: tool.program, version: version.text, from });
    };
    const fitting = latest ? undefined : own.find(({ version }) => anything || (0,tool_version/* isWanted */.Yu)(version, wanted));
    if (fitting !== undefined)
        return use(fitting);
    const [tool = known.terraform] = candidates;
    const version = await choose(tool, wanted, world);
    const same = own.find((each) => each.tool === tool && (0,constraint/* compareVersions */.Zy)(each.version, version) === 0);
    if (same !== undefined)
        return use(same);
    const from = `a checked release; ${(0,tool_version/* describeWanted */.$C)(wanted)}`;
    world.log.info(`${tool.title} ${version.text}, ${from}`);
    const command = await (0,release/* download */.RG)(tool, version.text, world);
    return Object.freeze({ name: tool.name, command, version: version.text, from });
}

;// CONCATENATED MODULE: ./build/actions/provision/src/workbench.js
/** The Terraform of each stack, and the buckets beside it, in a session of AWS. */














/** The tool of each stack: those that ask for the same version share what was found. */
class Tools {
    #world;
    #found = new Map();
    constructor(world) {
        this.#world = world;
    }
    of({ wanted }) {
        const { name, asked, required } = wanted;
        const key = JSON.stringify([name, asked?.text, required.map(({ text }) => text)]);
        const found = this.#found.get(key) ??
            findTool(wanted, this.#world).then((tool) => ({
                tool,
                caches: new provider_cache/* ProviderCaches */.P(tool, this.#world.env, this.#world.machine),
            }));
        this.#found.set(key, found);
        return found;
    }
}
/** A session of AWS, and what was opened in it. */
class Session {
    credentials;
    /** Twelve digits. */
    account;
    #run;
    #world;
    #bucket;
    #store;
    constructor({ credentials, account }, run, world) {
        this.credentials = credentials;
        this.account = account;
        this.#run = run;
        this.#world = world;
    }
    bucket() {
        const { credentials } = this;
        const { backend, region } = this.#run;
        const { env } = this.#world;
        this.#bucket ??= Promise.all(/* import() | toolkit-aws-s3 */[__webpack_require__.e("provision-store-kms+toolkit-aws-s3+toolkit-aws-sts"), __webpack_require__.e("toolkit-aws-s3-packages"), __webpack_require__.e("toolkit-aws-s3")]).then(__webpack_require__.bind(__webpack_require__, 8797)).then(({ openBucket }) => openBucket({ bucket: backend.bucket, region: backend['region'] ?? region, credentials, env }));
        return this.#bucket;
    }
    async store(settings) {
        const { credentials } = this;
        const { region } = this.#run;
        this.#store ??= (0,store_open/* openStore */.C)(settings, { region, credentials }, this.#world);
        return (await this.#store).store;
    }
    async close() {
        ;
        (await this.#bucket)?.close();
        (await this.#store)?.close();
    }
}
/** Milliseconds. Sessions last an hour: what begins in the second half of one is given another. */
const RENEW_AFTER = 30 * 60_000;
/** What a run works with, from its plan to its end. */
class Workbench {
    #run;
    #world;
    #tools;
    #running;
    /** Absolute paths of the dependency lock files that were not there before. */
    #lockFiles;
    /** Absolute paths of what Terraform keeps for itself. */
    #dataFolders;
    #sessions = [];
    constructor(run, world) {
        this.#run = run;
        this.#world = world;
        this.#tools = new Tools(world);
        this.#running = new running/* RunningList */.s(world);
        this.#dataFolders = run.stacks.map((stack) => (0,files/* dataFolderOf */.Yv)(stack, world));
        this.#lockFiles = run.stacks.map((stack) => (0,files/* lockFileOf */.LN)(stack, world)).filter((file) => !(0,external_node_fs_.existsSync)(file));
    }
    /** Asks nobody anything yet. */
    static open(run, world) {
        const workbench = new Workbench(run, world);
        const { roles, region, applies, passed } = run;
        const { planStore } = run;
        const reads = workbench.#reads;
        world.saveState(kept/* SESSION */.fW, JSON.stringify({ roles, applies, region, passed, planStore, reads }));
        return workbench;
    }
    /**
     * Makes room for what Terraform makes for itself in the folders of the stacks.
     * @throws Failure of `findTool`, `openSession` and `clearDataFolder`, before any stack is begun
     */
    async begin() {
        const { stacks } = this.#run;
        // Named before Terraform makes them: `post` removes them even when this process is killed.
        this.#world.saveState(kept/* LOCK_FILES */.Cv, JSON.stringify(this.#lockFiles));
        this.#world.saveState(kept/* DATA_FOLDERS */.bM, JSON.stringify(this.#dataFolders));
        // What is wrong with a version is told before a role is assumed.
        if (stacks[0] !== undefined)
            await this.#tools.of(stacks[0]);
        await this.#session();
        for (const folder of this.#dataFolders)
            (0,data_folder/* clearDataFolder */.g)(folder);
    }
    /** The account that the role of this run is of, as AWS itself tells. */
    account = async () => (await this.#session()).account;
    /** The tool that the stack asks for. */
    async tool(stack) {
        return (await this.#tools.of(stack)).tool;
    }
    /** The same, at work on the stack. */
    async terraform(stack) {
        const { tool, caches } = await this.#tools.of(stack);
        const { credentials } = await this.#session();
        const { region, lockTimeout, passed } = this.#run;
        return new terraform/* Terraform */.v({
            command: tool.command,
            stack,
            cache: caches.of((0,external_node_path_.join)(this.#world.workspace, stack.folder)),
            credentials: { ...credentials },
            region,
            passed,
            lockTimeout,
            // It is a courtesy, and fails nothing.
            onLockWait: (since) => void this.#tellHolder(stack, since).catch(() => undefined),
            running: this.#running,
            world: this.#world,
        });
    }
    /** The bucket of the states. */
    bucket = async () => (await this.#session()).bucket();
    async store(settings) {
        return (await this.#session()).store(settings);
    }
    /** Ends the connections, and removes what Terraform has made for itself, unless one that was left still needs it. */
    async close() {
        for (const { opening } of this.#sessions)
            await opening.then((session) => session.close(), () => undefined);
        if (!this.#running.isEmpty)
            return;
        for (const file of this.#lockFiles)
            (0,external_node_fs_.rmSync)(file, { force: true });
        for (const folder of this.#dataFolders)
            (0,data_folder/* removeDataFolder */.T)(folder);
        (0,external_node_fs_.rmSync)((0,files/* outputFolder */.qi)(this.#world), { recursive: true, force: true });
    }
    get #reads() {
        const { backend, planStore, stacks } = this.#run;
        const states = (0,place/* commonPrefix */.w)(stacks.map((stack) => (0,backend_config/* stateObject */.Xf)(this.#run, stack)));
        const { commit } = planStore ?? {};
        if (planStore === undefined || commit === undefined)
            return { bucket: backend.bucket, states };
        const { repositoryId } = this.#world.run;
        return { bucket: backend.bucket, states, planStore: { ...planStore, repositoryId, commit } };
    }
    #session() {
        const now = this.#world.clock().getTime();
        const newest = this.#sessions.at(-1);
        if (newest !== undefined && now - newest.since < RENEW_AFTER)
            return newest.opening;
        const { roles, region, applies } = this.#run;
        const opening = (0,session/* openSession */.fA)(roles, applies, { region, reads: this.#reads }, this.#world).then((session) => new Session(session, this.#run, this.#world));
        this.#sessions = [...this.#sessions, { since: now, opening }];
        return opening;
    }
    async #tellHolder(stack, since) {
        const holder = await (0,lock_note/* holderOf */.Kd)(await this.bucket(), (0,backend_config/* stateObject */.Xf)(this.#run, stack), {
            since,
            world: this.#world,
        });
        if (holder === undefined)
            return;
        this.#world.log.notice(`${stack.name} waits for the lock of its state, for ${this.#run.lockTimeout / 1_000} s at most. ${holder}.`);
    }
}


/***/ })

};
