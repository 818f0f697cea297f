export const id = "migrate-preview-scratch-server";
export const ids = [148,495];
export const modules = {

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lZ: () => (/* binding */ END_MS),
  H3: () => (/* binding */ PREFIX),
  c4: () => (/* binding */ STATE),
  endScratch: () => (/* binding */ endScratch),
  TF: () => (/* binding */ remove)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/left-behind.js
/** Ends a scratch server that its run could not end; knows nothing of databases. */



/** The name of what is kept for `post`. */
const STATE = 'scratch';
const PREFIX = 'omninode-scratch-';
/** Milliseconds for the server to end. */
const END_MS = 10_000;
/** Milliseconds between two looks at a server that ends. */
const LOOK_MS = 20;
function remove(folder) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
function commandOf(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    }
    catch {
        return [];
    }
}
/** Where processes cannot be looked up (macOS), the server's own file is believed. One that has ended is none. */
function isServer(pid, data) {
    if (!signalProcess(pid, 0))
        return false;
    if (!(0,external_node_fs_.existsSync)('/proc/self/cmdline'))
        return true;
    const [program = '', ...args] = commandOf(pid);
    return (0,external_node_path_.basename)(program) === 'postgres' && args.includes(data);
}
/** What a data folder says of the server that works in it. That may be old, and its number another program's by now. */
function serverOf(data) {
    const file = (0,external_node_path_.join)(data, 'postmaster.pid');
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const [first = '', place = ''] = (0,external_node_fs_.readFileSync)(file, 'utf8').split('\n');
    const pid = Number(first);
    if (!Number.isInteger(pid) || pid <= 1)
        return undefined;
    const same = (0,external_node_fs_.existsSync)(place) && (0,external_node_fs_.realpathSync)(place) === (0,external_node_fs_.realpathSync)(data);
    return same && isServer(pid, place) ? { pid, data: place } : undefined;
}
/** `post` has nothing else to do meanwhile. */
function pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
/**
 * For `post`: ends the server that a killed run has left, only the very process that works in the saved folder, and
 * removes the folder. Does nothing after a run that has ended its server itself.
 */
function endScratch(state) {
    const folder = state[STATE];
    if (folder === undefined || !(0,external_node_path_.basename)(folder).startsWith(PREFIX) || !(0,external_node_fs_.existsSync)(folder))
        return;
    const server = serverOf((0,external_node_path_.join)(folder, 'data'));
    if (server !== undefined) {
        signalProcess(server.pid, 'SIGQUIT');
        for (let waited = 0; waited < END_MS && isServer(server.pid, server.data); waited += LOOK_MS)
            pause(LOOK_MS);
        if (isServer(server.pid, server.data))
            signalProcess(server.pid, 'SIGKILL');
    }
    remove(folder);
}


/***/ }),

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   Qu: () => (/* binding */ SCRATCH_ROLE),
/* harmony export */   dN: () => (/* binding */ makeScratchRole),
/* harmony export */   i8: () => (/* binding */ requirePlainRole),
/* harmony export */   qh: () => (/* binding */ serverVersion)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/**
 * As whom the files of a pull request run on a scratch server. Nobody has reviewed them, and the server stands beside the
 * job's credentials: so a role that owns its scratch databases, and may nothing else.
 */


/** Of the server that a plan makes itself. No migration calls its own roles so. */
const SCRATCH_ROLE = 'omninode_scratch';
/** Before 16, whoever creates roles may grant those that run programs and read files, to itself as well. */
const ROLES_ARE_PARTED = 160_000;
const OWNERS_HAVE_MORE = 150_000;
async function serverVersion(client) {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    return rows[0]?.version ?? 0;
}
/** Makes the role, and closes to it the databases that are there. */
async function makeScratchRole(superuser, password) {
    const version = await serverVersion(superuser);
    const makesRoles = version >= ROLES_ARE_PARTED;
    await superuser.query([
        `CREATE ROLE ${SCRATCH_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS ${makesRoles ? '' : 'NO'}CREATEROLE PASSWORD ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(password)}`,
        'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC',
        ...(makesRoles ? [`ALTER ROLE ${SCRATCH_ROLE} SET createrole_self_grant = 'set, inherit'`] : []),
        // Made-up rows need not satisfy the triggers and foreign keys of tables that are only watched.
        ...(version < OWNERS_HAVE_MORE
            ? []
            : [`GRANT SET ON PARAMETER session_replication_role TO ${SCRATCH_ROLE}`]),
    ].join(';'));
}
/** Before 15 the schema `public` of a new database belongs to the server's superuser. */
async function handOver(superuser, owner) {
    if ((await serverVersion(superuser)) < OWNERS_HAVE_MORE)
        await superuser.query(`ALTER SCHEMA public OWNER TO ${pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(owner)}`);
}
/** What reaches beyond a database: programs, files, other servers, other sessions, other databases. */
const powerful = [
    'pg_read_all_data',
    'pg_write_all_data',
    'pg_maintain',
    'pg_execute_server_program',
    'pg_read_server_files',
    'pg_write_server_files',
    'pg_create_subscription',
    'pg_signal_backend',
    // What platforms have instead of a superuser may make the extensions that only one may.
    'rds_superuser',
    'cloudsqlsuperuser',
    'alloydbsuperuser',
    'azure_pg_admin',
];
const fileFunctions = [
    'pg_read_file',
    'pg_read_binary_file',
    'pg_stat_file',
    'pg_ls_dir',
    'lo_import',
    'lo_export',
];
/** Of whoever the session is, and was when it began. $1 are roles, $2 functions. */
const POWERS = `
  SELECT DISTINCT power FROM pg_catalog.pg_roles r, LATERAL (
    SELECT 'is a superuser' WHERE r.rolsuper
    UNION ALL SELECT 'may replicate the whole server' WHERE r.rolreplication
    UNION ALL SELECT 'may create roles, and with them grant itself any' WHERE r.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED}
    UNION ALL SELECT 'is a member of ' || m.rolname FROM pg_catalog.pg_roles m
      WHERE NOT r.rolsuper AND m.oid <> r.oid AND pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
        AND (m.rolname = ANY ($1) OR m.rolsuper OR m.rolreplication
             OR m.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED})
    UNION ALL SELECT 'may call ' || p.proname FROM pg_catalog.pg_proc p
      WHERE NOT r.rolsuper AND p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = ANY ($2)
        AND pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE')
  ) AS powers (power) WHERE r.rolname IN (session_user, current_user) ORDER BY power`;
/**
 * @param client a session of the role in its own database
 * @throws Failure SCRATCH_ROLE when SQL could do more as it than change that database
 */
async function requirePlainRole(client) {
    const { rows } = await client.query(POWERS, [powerful, fileFunctions]);
    if (rows.length === 0)
        return;
    const makesRoles = (await serverVersion(client)) >= ROLES_ARE_PARTED;
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'SCRATCH_ROLE',
        what: `The user of the scratch server ${rows.map(({ power }) => power).join(', ')}.`,
        why: 'The migrations of a pull request run as that user before anybody has reviewed them: they could run programs, read files, or change other databases of the server.',
        fix: `Make one that owns nothing, and give its URL as \`scratch-url\`: CREATE ROLE scratch LOGIN CREATEDB${makesRoles ? ' CREATEROLE' : ''} PASSWORD '\u2026'.`,
    });
}


/***/ }),

/***/ 4826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findScratchServer: () => (/* binding */ findScratchServer),
  startScratchServer: () => (/* binding */ startScratchServer)
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
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/postgres/binaries.js
/** PostgreSQL's server programs on this machine, and the user that they may run as. */




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
function versionOf(bin) {
    try {
        return /\(PostgreSQL\) (\S+)/.exec((0,external_node_child_process_.execFileSync)((0,external_node_path_.join)(bin, 'postgres'), ['--version'], { encoding: 'utf8', env: { PATH: bin } }))?.[1];
    }
    catch {
        return undefined;
    }
}
function subfolders(parent, child) {
    return (0,external_node_fs_.existsSync)(parent) ? (0,external_node_fs_.readdirSync)(parent).map((name) => (0,external_node_path_.join)(parent, name, child)) : [];
}
/** `15` of `15.18`, and of `15.18 (Debian \u2026)`. */
function releaseOf({ version }) {
    return Number.parseInt(version, 10);
}
/**
 * An installed server: where Debian, Red Hat and Homebrew put it, and PATH.
 * @param release `15`, of which it should be; else, and where there is none of it, the newest
 */
function installedServer(path, release) {
    const folders = [
        ...(path ?? '').split(':'),
        ...subfolders('/usr/lib/postgresql', 'bin'),
        ...(0,external_node_fs_.readdirSync)('/usr')
            .filter((name) => name.startsWith('pgsql-'))
            .map((name) => (0,external_node_path_.join)('/usr', name, 'bin')),
        ...subfolders('/opt/homebrew/opt', 'bin').filter((folder) => folder.includes('/postgresql@')),
    ];
    const newestFirst = folders
        .filter((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'postgres')) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'initdb')))
        .flatMap((bin) => {
        const version = versionOf(bin);
        return version === undefined ? [] : [{ bin, version }];
    })
        .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version));
    return newestFirst.find((each) => releaseOf(each) === release) ?? newestFirst[0];
}
/**
 * PostgreSQL refuses to run as root: then as `postgres`, else `nobody`. Undefined for anybody else.
 * @throws Error when there is neither
 */
function unprivileged(uid) {
    if (uid !== 0)
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
        await run((0,external_node_path_.join)(bin, 'postgres'), ['--version'], { env: { PATH: bin }, ...user });
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/toolkit/postgres/session.js
var session = __webpack_require__(557);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
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
    const late = AbortSignal.timeout(options.deadline);
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
        if (late.aborted) {
            await stop();
            throw new Error(`${options.name} did not serve within ${options.deadline / 1000} s. The end of its log:\n${logTail(options.logFile)}`);
        }
        await Promise.race([(0,promises_.setTimeout)(50), exited]);
    }
    throw new Error(`${options.name} ${ended}. The end of its log:\n${logTail(options.logFile)}`);
}
/** Below those that systems give to outgoing connections: nobody gets one of these who does not ask for it by number. */
const [FIRST_PORT, LAST_PORT] = [15_000, 32_000];
/** Those that may not be listened on yet by whom they were given to. */
const givenPorts = new Set();
const MOST_GIVEN = 1_000;
function isFree(port) {
    const server = (0,external_node_net_.createServer)();
    return new Promise((resolve) => {
        server.once('error', () => resolve(false));
        server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
}
/** A TCP port on loopback on which nobody listens, and which this process has not just given to somebody else. */
async function freePort() {
    for (let attempt = 0; attempt < 1_000; attempt++) {
        const port = (0,external_node_crypto_.randomInt)(FIRST_PORT, LAST_PORT);
        if (givenPorts.has(port))
            continue;
        if (givenPorts.size >= MOST_GIVEN)
            givenPorts.clear();
        givenPorts.add(port);
        if (await isFree(port))
            return port;
    }
    throw new Error(`no port between ${FIRST_PORT} and ${LAST_PORT} is free`);
}

// EXTERNAL MODULE: ./build/actions/migrate/src/preview/scratch/left-behind.js + 1 modules
var left_behind = __webpack_require__(3021);
// EXTERNAL MODULE: ./build/actions/migrate/src/preview/scratch/role.js
var role = __webpack_require__(2609);
;// CONCATENATED MODULE: ./build/actions/migrate/src/preview/scratch/server.js
/** A throw-away PostgreSQL server on loopback, made of the machine's own programs: nothing in it outlives the plan. */












const server_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** No migration calls its own roles so. */
const SUPERUSER = 'omninode_scratch_server';
/** Milliseconds for the server to be made, to answer, and to end. */
const INIT_MS = 60_000;
const READY_MS = 30_000;
const ANSWER_MS = 5_000;
/** Somebody else may take a port between the look and the start. */
const PORTS_TRIED = 3;
/**
 * Why there is none, in words for the plan; else the programs.
 * @param release of the database, `15`: its own programs know what it knows
 */
async function findScratchServer(world, release) {
    const found = installedServer(world.env['PATH'], release);
    if (found === undefined)
        return 'there is no `scratch-url`, and this machine has no PostgreSQL server programs';
    try {
        return (await isReachable(found, unprivileged(world.machine.uid)))
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
    'max_locks_per_transaction=256',
    'shared_buffers=64MB',
    'autovacuum=off',
    'wal_level=logical',
    'log_min_messages=fatal',
];
/** Whether another user may work in a folder: each one above it must let that user pass. */
async function isOpen(folder, user) {
    return server_run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], {
        ...user,
        cwd: '/',
        env: { PATH: '/usr/bin:/bin' },
    }).then(() => true, () => false);
}
/** The first folder that works of the step's own and the machine's: root's may be closed to an unprivileged user. */
async function makeFolder(parents, user) {
    for (const parent of parents) {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, left_behind/* PREFIX */.H3));
        if (user === undefined)
            return folder;
        (0,external_node_fs_.chownSync)(folder, user.uid, user.gid);
        if (await isOpen(folder, user))
            return folder;
        (0,external_node_fs_.rmSync)(folder, { recursive: true });
    }
    throw new failure/* Failure */.HR({
        code: 'SCRATCH_SERVER',
        what: 'There is no folder in which the scratch server could keep its data.',
        why: `PostgreSQL does not run as root, and its user may not enter ${parents.join(' or ')}.`,
        fix: 'Let every user pass the folder for temporary files (chmod 711), or give a `scratch-url`.',
    });
}
function notStarted(step, cause) {
    const { stderr = '', message = String(cause) } = cause;
    const said = (stderr.trim() || message).split('\n').slice(-3).join(' ');
    return new failure/* Failure */.HR({
        code: 'SCRATCH_SERVER',
        what: `The scratch server could not be ${step}.`,
        why: said,
        fix: 'Give the URL of another server as `scratch-url`, or leave the round trip out with `scratch: off`.',
        cause,
    });
}
async function ask(target, work) {
    const client = await (0,session/* driverClient */.GG)(target, { connectionTimeoutMillis: ANSWER_MS });
    client.on('error', () => undefined); // its query tells, or it is still starting
    try {
        await client.connect();
        return await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
function createPassword(world) {
    const password = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    world.redactor.add(password);
    return password;
}
/**
 * Makes a server and starts it, never as root. A run that is killed leaves it to `endScratch`.
 * @param parent where its folder is made, instead of the step's own
 * @throws Failure SCRATCH_SERVER, or the signal's reason
 */
async function startScratchServer({ bin, version }, world, parent) {
    world.signal.throwIfAborted();
    const user = unprivileged(world.machine.uid);
    const folder = await makeFolder(parent === undefined ? [world.temp, (0,external_node_os_.tmpdir)()] : [parent], user);
    world.saveState(left_behind/* STATE */.c4, folder);
    try {
        const data = (0,external_node_path_.join)(folder, 'data');
        const passwords = { maker: createPassword(world), runner: createPassword(world) };
        const passwordFile = (0,external_node_path_.join)(folder, 'password');
        (0,external_node_fs_.writeFileSync)(passwordFile, passwords.maker, { mode: 0o600 });
        if (user !== undefined)
            (0,external_node_fs_.chownSync)(passwordFile, user.uid, user.gid);
        // All that the server and its children have: nothing of the job's.
        const env = { PATH: `${bin}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8' };
        const options = { env, cwd: folder, ...user };
        const init = ['-D', data, '-U', SUPERUSER, '--pwfile', passwordFile, '--auth=scram-sha-256'];
        const making = server_run((0,external_node_path_.join)(bin, 'initdb'), [...init, '--encoding=UTF8', '--no-sync'], {
            ...options,
            signal: world.signal,
            timeout: INIT_MS,
        });
        const made = new Promise((resolve) => making.child.once('close', resolve));
        await making.catch(async (error) => {
            // One that is stopped still tidies up; the folder is removed only after that.
            if (making.child.pid !== undefined)
                await made;
            throw notStarted('made', error);
        });
        (0,external_node_fs_.rmSync)(passwordFile);
        for (let left = PORTS_TRIED;;) {
            world.signal.throwIfAborted();
            const port = await freePort();
            const reach = (user, password) => ({
                host: '127.0.0.1',
                port,
                database: 'postgres',
                user,
                password: async () => password,
                tls: undefined,
            });
            const maker = reach(SUPERUSER, passwords.maker);
            const place = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
            try {
                const daemon = await startDaemon({
                    ...options,
                    name: 'the scratch server',
                    command: (0,external_node_path_.join)(bin, 'postgres'),
                    args: [...place, ...settings.flatMap((each) => ['-c', each])],
                    logFile: (0,external_node_path_.join)(folder, 'log'),
                    ready: () => ask(maker, async () => true),
                    deadline: READY_MS,
                    // At once: what it holds is thrown away.
                    stopSignal: 'SIGQUIT',
                    stopDeadline: left_behind/* END_MS */.lZ,
                });
                const stop = async () => {
                    await daemon.stop();
                    (0,left_behind/* remove */.TF)(folder);
                };
                try {
                    await ask(maker, (client) => (0,role/* makeScratchRole */.dN)(client, passwords.runner));
                    world.signal.throwIfAborted();
                }
                catch (error) {
                    await stop();
                    throw error;
                }
                return { maker, runner: reach(role/* SCRATCH_ROLE */.Qu, passwords.runner), version, folder, stop };
            }
            catch (error) {
                world.signal.throwIfAborted();
                const taken = error instanceof Error && /Address already in use/i.test(error.message);
                if (!taken || --left === 0)
                    throw notStarted('started', error);
            }
        }
    }
    catch (error) {
        (0,left_behind/* remove */.TF)(folder);
        world.signal.throwIfAborted();
        throw error;
    }
}


/***/ })

};
