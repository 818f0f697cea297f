export const id = 939;
export const ids = [939];
export const modules = {

/***/ 3939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endScratch: () => (/* binding */ endScratch),
  T: () => (/* binding */ findScratchServer),
  A: () => (/* binding */ startScratchServer)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/toolkit/process/daemon.js
/**
 * Long-running programs of the sandbox: started with an explicit environment, waited for until they
 * answer, and ended by their own process id. A daemon never outlives the process that started it.
 */




const living = new Set();
let guarded = false;
function endWithParent(child) {
    living.add(child);
    child.once('exit', () => living.delete(child));
    if (guarded)
        return;
    guarded = true;
    process.once('exit', () => {
        for (const each of living)
            each.kill('SIGKILL');
    });
}
function logTail(file, lines = 20) {
    return (0,external_node_fs_.readFileSync)(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
/**
 * Starts a program and resolves once it serves.
 * @throws Error naming the daemon with the tail of its log, when it exits or misses its deadline.
 */
async function startDaemon(options) {
    const log = (0,external_node_fs_.openSync)(options.logFile, 'a');
    const child = (0,external_node_child_process_.spawn)(options.command, options.args, {
        env: { ...options.env },
        stdio: ['ignore', log, log],
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.uid === undefined ? {} : { uid: options.uid }),
        ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    (0,external_node_fs_.closeSync)(log);
    endWithParent(child);
    let ended;
    child.once('error', (error) => {
        ended = `could not be started: ${error.message}`;
    });
    const exited = new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            ended ??= `exited with ${signal ?? `code ${code}`}`;
            resolve();
        });
        child.once('error', () => resolve());
    });
    async function stop() {
        if (ended !== undefined)
            return;
        child.kill(options.stopSignal ?? 'SIGTERM');
        const patience = new AbortController();
        const timer = (0,promises_.setTimeout)(options.stopDeadline ?? 10_000, undefined, {
            signal: patience.signal,
            ref: false,
        }).then(() => child.kill('SIGKILL'), () => undefined);
        await exited;
        patience.abort();
        await timer;
    }
    const deadline = performance.now() + options.deadline;
    while (ended === undefined) {
        if (await options.ready().catch(() => false)) {
            return {
                name: options.name,
                pid: child.pid, // set: the child has been spawned, else `ended` had been too
                logFile: options.logFile,
                running: () => ended === undefined,
                stop,
            };
        }
        if (performance.now() > deadline) {
            await stop();
            throw new Error(`${options.name} did not serve within ${options.deadline / 1000} s. The end of its log:\n${logTail(options.logFile)}`);
        }
        await Promise.race([(0,promises_.setTimeout)(50), exited]);
    }
    throw new Error(`${options.name} ${ended}. The end of its log:\n${logTail(options.logFile)}`);
}
/** A TCP port on loopback that was free a moment ago. */
async function freePort() {
    const server = (0,external_node_net_.createServer)();
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
        });
    });
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/binaries.js
/** PostgreSQL's server programs on this machine, and the user that they may run as. */




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
function versionOf(bin) {
    try {
        return /\(PostgreSQL\) (\S+)/.exec((0,external_node_child_process_.execFileSync)((0,external_node_path_.join)(bin, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1];
    }
    catch {
        return undefined;
    }
}
function subfolders(parent, child) {
    return (0,external_node_fs_.existsSync)(parent) ? (0,external_node_fs_.readdirSync)(parent).map((name) => (0,external_node_path_.join)(parent, name, child)) : [];
}
/** The newest installed server: where Debian, Red Hat and Homebrew put it, and PATH. */
function installedServer(path) {
    const folders = [
        ...(path ?? '').split(':'),
        ...subfolders('/usr/lib/postgresql', 'bin'),
        ...(0,external_node_fs_.readdirSync)('/usr')
            .filter((name) => name.startsWith('pgsql-'))
            .map((name) => (0,external_node_path_.join)('/usr', name, 'bin')),
        ...subfolders('/opt/homebrew/opt', 'bin').filter((folder) => folder.includes('/postgresql@')),
    ];
    return folders
        .filter((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'postgres')) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'initdb')))
        .flatMap((bin) => {
        const version = versionOf(bin);
        return version === undefined ? [] : [{ bin, version }];
    })
        .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version))[0];
}
/**
 * PostgreSQL refuses to run as root: then as `postgres`, else `nobody`. Undefined for anybody else.
 * @throws Error when there is neither
 */
function unprivileged() {
    if (process.getuid?.() !== 0)
        return undefined;
    const passwd = (0,external_node_fs_.readFileSync)('/etc/passwd', 'utf8');
    for (const name of ['postgres', 'nobody']) {
        const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(passwd) ?? [];
        if (uid !== undefined && gid !== undefined)
            return { uid: Number(uid), gid: Number(gid) };
    }
    throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody');
}
/** Whether that user can run them: every folder above must let it pass. */
async function isReachable({ bin }, user) {
    try {
        await run((0,external_node_path_.join)(bin, 'postgres'), ['--version'], user === undefined ? {} : { ...user });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/actions/migrate/src/scratch/server.js
/** A throw-away PostgreSQL server on loopback, made of the machine's own programs: nothing in it outlives the plan. */










const server_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The name of what is kept for `post`. */
const STATE = 'scratch';
/** Milliseconds to wait for it. */
const READY_MS = 30_000;
/** Milliseconds in which one that is told to ends. */
const END_MS = 5_000;
/** Why there is none, in words for the plan; else the programs. */
async function findScratchServer(world) {
    const found = installedServer(world.env['PATH']);
    if (found === undefined)
        return 'there is no `scratch-url`, and this machine has no PostgreSQL server programs';
    try {
        return (await isReachable(found, unprivileged()))
            ? found
            : `the PostgreSQL programs in ${found.bin} cannot be run by an unprivileged user`;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
/** Nothing of it needs to survive a power cut, so it does not wait for the disk. */
const settings = [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=20',
    'shared_buffers=32MB',
    'log_min_messages=fatal',
];
async function startScratchServer({ bin }, world) {
    const user = unprivileged();
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'omninode-scratch-'));
    world.saveState(STATE, folder);
    const own = (path) => {
        if (user !== undefined)
            (0,external_node_fs_.chownSync)(path, user.uid, user.gid);
    };
    const data = (0,external_node_path_.join)(folder, 'data');
    const password = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    world.redactor.add(password);
    const env = { PATH: bin, LC_ALL: 'C.UTF-8' };
    try {
        own(folder);
        const passwordFile = (0,external_node_path_.join)(folder, 'password');
        (0,external_node_fs_.writeFileSync)(passwordFile, password, { mode: 0o600 });
        own(passwordFile);
        const init = ['-D', data, '-U', 'scratch', '--pwfile', passwordFile, '--auth=scram-sha-256'];
        await server_run((0,external_node_path_.join)(bin, 'initdb'), [...init, '--encoding=UTF8', '--no-sync'], {
            env,
            cwd: folder,
            signal: world.signal,
            ...user,
        });
        const port = await freePort();
        const url = `postgres://scratch:${password}@127.0.0.1:${port}/postgres`;
        const daemon = await startDaemon({
            name: 'the scratch server',
            command: (0,external_node_path_.join)(bin, 'postgres'),
            args: [
                '-D',
                data,
                '-p',
                String(port),
                '-h',
                '127.0.0.1',
                '-k',
                '',
                ...settings.flatMap((each) => ['-c', each]),
            ],
            env,
            cwd: folder,
            logFile: (0,external_node_path_.join)(folder, 'log'),
            ready: async () => {
                const client = new esm/* default.Client */.Ay.Client({ connectionString: url });
                client.on('error', () => undefined); // it is still starting
                await client.connect();
                await client.end();
                return true;
            },
            deadline: READY_MS,
            // At once: what it holds is thrown away.
            stopSignal: 'SIGQUIT',
            ...user,
        });
        return {
            url,
            stop: async () => {
                await daemon.stop();
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
            },
        };
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw error;
    }
}
/** Whether a process is a PostgreSQL server; where that cannot be looked up, its own file is believed. */
function isPostgres(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    }
    catch {
        return !(0,external_node_fs_.existsSync)('/proc/self');
    }
}
/** Ends the server of a run that was killed before it could: only the very process that its own folder names. */
async function endScratch(state) {
    const folder = state[STATE];
    if (folder === undefined || !(0,external_node_fs_.existsSync)(folder))
        return;
    const pidFile = (0,external_node_path_.join)(folder, 'data', 'postmaster.pid');
    if ((0,external_node_fs_.existsSync)(pidFile)) {
        const [first = '', data = ''] = (0,external_node_fs_.readFileSync)(pidFile, 'utf8').split('\n');
        const pid = Number(first);
        const same = (0,external_node_fs_.existsSync)(data) && (0,external_node_fs_.realpathSync)(data) === (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(folder, 'data'));
        if (Number.isInteger(pid) && pid > 1 && same && isPostgres(pid)) {
            process.kill(pid, 'SIGQUIT');
            for (let waited = 0; isPostgres(pid) && waited < END_MS; waited += 50)
                await (0,promises_.setTimeout)(50);
        }
    }
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5 });
}


/***/ })

};
