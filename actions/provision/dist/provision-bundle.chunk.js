export const id = "provision-bundle";
export const ids = ["provision-bundle"];
export const modules = {

/***/ 6992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backendWanted: () => (/* binding */ backendWanted),
  bundleOf: () => (/* binding */ bundleOf),
  expectedOf: () => (/* binding */ expectedOf),
  filesBefore: () => (/* binding */ filesBefore),
  loadBundle: () => (/* binding */ loadBundle)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/toolkit/sources/hcl.js
var hcl = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/provision/src/inputs/backend-config.js
var backend_config = __webpack_require__(1066);
// EXTERNAL MODULE: ./build/actions/provision/src/stack/find.js
var find = __webpack_require__(5295);
;// CONCATENATED MODULE: ./build/actions/provision/src/store/backend.js
function shown(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not set');
}
/**
 * Every setting of the plan must be one that this run or its code has: another endpoint or role would lead its
 * credentials elsewhere. @returns sentences, none when it is the same backend
 */
function differencesOf({ type, workspace, config }, wanted) {
    const found = [];
    const differs = (name, is, should) => found.push(`Its ${name} is ${shown(is)}, and this run has ${should}.`);
    if (type !== 's3')
        differs('backend', type, 's3');
    if (workspace !== wanted.workspace)
        differs('workspace', workspace, wanted.workspace);
    for (const name of Object.keys(wanted.settings)) {
        const should = wanted.settings[name] ?? '';
        if (String(config[name] ?? '') !== should)
            differs(name, config[name], should);
    }
    for (const [name, value] of Object.entries(config)) {
        if (value === null || wanted.settings[name] !== undefined)
            continue;
        if (!wanted.code.has(name)) {
            found.push(`Its ${name} is ${shown(value)}, and neither this run nor its code says so.`);
            continue;
        }
        const should = wanted.code.get(name);
        if (should !== undefined && shown(value) !== should)
            differs(name, value, should);
    }
    return found;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/toolkit/sources/files.js
var files = __webpack_require__(179);
;// CONCATENATED MODULE: ./build/actions/provision/src/store/generated.js
/** Files that planning makes in the checkout, such as archives: a plan file names them, and does not hold them. */




/** Carried on their own, or of no use elsewhere. */
const OTHERS = /(?:^|\/)(?:\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|errored\.tfstate)$/;
/** @param folders of the stack and its modules, relative to the workspace */
function snapshot(workspace, folders) {
    const found = new Map();
    for (const folder of folders) {
        for (const file of (0,files/* filesUnder */.m)(workspace, folder, /./)) {
            if (OTHERS.test(file))
                continue;
            const { size, mtimeNs } = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(workspace, file), { bigint: true });
            found.set(file, `${size}/${mtimeNs}`);
        }
    }
    return found;
}
/** The files that are new or were written between two snapshots. */
function generatedSince(before, after, workspace) {
    return [...after]
        .filter(([file, state]) => before.get(file) !== state)
        .map(([name]) => ({ name, content: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(workspace, name)) }));
}
/**
 * Puts them where they were made.
 * @throws Failure PLAN_FILES when the checkout has another file in the place of one: nothing is written then
 */
function restore(files, workspace) {
    const root = (0,external_node_fs_.realpathSync)(workspace);
    for (const { name, content } of files) {
        const path = (0,external_node_path_.join)(root, name);
        const refuse = (why) => new failure/* Failure */.HR({
            code: 'PLAN_FILES',
            what: `The saved plan comes with the file ${name}, which cannot be put in its place.`,
            why,
            fix: 'Let the code write what it makes into a path that is not committed, and let the preview run again.',
            source: { file: name },
        });
        if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
            throw refuse('A link of that name leads out of the checkout, or elsewhere in it.');
        if ((0,external_node_fs_.existsSync)(path) && !(0,external_node_fs_.readFileSync)(path).equals(content))
            throw refuse('The checkout has another file of that name.');
        // A folder that is a link leads elsewhere.
        let folder = (0,external_node_path_.dirname)(path);
        while (!(0,external_node_fs_.existsSync)(folder))
            folder = (0,external_node_path_.dirname)(folder);
        const real = (0,external_node_fs_.realpathSync)(folder);
        if (real !== root && !real.startsWith(root + external_node_path_.sep))
            throw refuse('Its folder leads out of the checkout.');
    }
    for (const { name, content } of files) {
        const path = (0,external_node_path_.join)(root, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        if (!(0,external_node_fs_.existsSync)(path))
            (0,external_node_fs_.writeFileSync)(path, content);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/actions/provision/src/store/plan-file.js
/**
 * Which backend a plan file writes to. Terraform applies a plan file to the backend that is written into it, whatever
 * the folder that it is applied in was initialised for, and shows that nowhere: so it is read here.
 *
 * The file is a zip; its entry `tfplan` is a protocol buffer (internal/plans/planproto/planfile.proto): field 13 of a
 * plan is its backend, with type (1), configuration (2: MessagePack in a field 1) and workspace (3).
 */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MOST_PLAN = 512 * 1024 * 1024;
const BACKEND = 13;
/** @throws RangeError for what is no zip */
function entryOf(zip, wanted) {
    // Nothing that writes plan files adds a comment behind the end record, but it may be there.
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end === -1 || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
        throw new RangeError('no zip');
    const found = [];
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
        if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY)
            throw new RangeError('its directory is damaged');
        const method = zip.readUInt16LE(at + 10);
        const size = zip.readUInt32LE(at + 20);
        const nameLength = zip.readUInt16LE(at + 28);
        const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
        const local = zip.readUInt32LE(at + 42);
        if (name === wanted) {
            const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
            const data = zip.subarray(start, start + size);
            found.push(method === 0 ? data : (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: MOST_PLAN }));
        }
        at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    const [entry, other] = found;
    if (entry === undefined || other !== undefined)
        throw new RangeError(`it has not one ${wanted}`);
    return entry;
}
/** The fields of a protocol buffer that have a length: texts, bytes and messages. */
function* fieldsOf(message) {
    let at = 0;
    const varint = () => {
        let value = 0;
        for (let shift = 0; shift < 64; shift += 7) {
            const byte = message.readUInt8(at++);
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                return value;
        }
        throw new RangeError('a number is too long');
    };
    while (at < message.length) {
        const tag = varint();
        const number = Math.floor(tag / 8);
        const type = tag % 8;
        if (type === 0)
            varint();
        else if (type === 1)
            at += 8;
        else if (type === 5)
            at += 4;
        else if (type === 2) {
            const length = varint();
            if (at + length > message.length)
                throw new RangeError('a field is cut off');
            yield { number, value: message.subarray(at, at + length) };
            at += length;
        }
        else
            throw new RangeError(`a field has the unknown type ${type}`);
    }
}
/** As in protocol buffers: of a field that comes more than once, the last counts. */
function lastField(message, number) {
    let last;
    for (const field of fieldsOf(message))
        if (field.number === number)
            last = field.value;
    return last;
}
const DEEPEST = 32;
/** The part of MessagePack that Terraform writes a configuration with. */
function readMessagePack(bytes) {
    let at = 0;
    const skip = (length) => {
        at += length;
        if (at > bytes.length)
            throw new RangeError('a value is cut off');
        return at - length;
    };
    const text = (length) => {
        const start = skip(length);
        return bytes.toString('utf8', start, start + length);
    };
    const list = (length, depth) => Array.from({ length }, () => value(depth + 1));
    const map = (length, depth) => Object.fromEntries(Array.from({ length }, () => [String(value(depth + 1)), value(depth + 1)]));
    const readers = {
        192: () => null,
        194: () => false,
        195: () => true,
        202: () => bytes.readFloatBE(skip(4)),
        203: () => bytes.readDoubleBE(skip(8)),
        204: () => bytes.readUInt8(skip(1)),
        205: () => bytes.readUInt16BE(skip(2)),
        206: () => bytes.readUInt32BE(skip(4)),
        207: () => Number(bytes.readBigUInt64BE(skip(8))),
        208: () => bytes.readInt8(skip(1)),
        209: () => bytes.readInt16BE(skip(2)),
        210: () => bytes.readInt32BE(skip(4)),
        211: () => Number(bytes.readBigInt64BE(skip(8))),
        217: () => text(bytes.readUInt8(skip(1))),
        218: () => text(bytes.readUInt16BE(skip(2))),
        219: () => text(bytes.readUInt32BE(skip(4))),
        220: (depth) => list(bytes.readUInt16BE(skip(2)), depth),
        222: (depth) => map(bytes.readUInt16BE(skip(2)), depth),
    };
    const value = (depth) => {
        if (depth > DEEPEST)
            throw new RangeError('values are nested too deeply');
        const kind = bytes.readUInt8(skip(1));
        if (kind < 0x80)
            return kind;
        if (kind < 0x90)
            return map(kind & 0x0f, depth);
        if (kind < 0xa0)
            return list(kind & 0x0f, depth);
        if (kind < 0xc0)
            return text(kind & 0x1f);
        if (kind >= 0xe0)
            return kind - 0x100;
        const read = readers[kind];
        if (read === undefined)
            throw new RangeError(`a value has the unknown kind ${kind}`);
        return read(depth);
    };
    return value(0);
}
/**
 * @param planFile its content
 * @throws RangeError when the file does not say it in the form that Terraform and OpenTofu write
 */
function backendIn(planFile) {
    const backend = lastField(entryOf(planFile, 'tfplan'), BACKEND);
    if (backend === undefined)
        throw new RangeError('it names no backend');
    const config = lastField(lastField(backend, 2) ?? Buffer.alloc(0), 1);
    const settings = config === undefined ? undefined : readMessagePack(config);
    if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
        throw new RangeError('its backend has no configuration');
    return {
        type: lastField(backend, 1)?.toString('utf8') ?? '',
        workspace: lastField(backend, 3)?.toString('utf8') ?? '',
        config: settings,
    };
}

// EXTERNAL MODULE: ./build/actions/provision/src/terraform/files.js
var terraform_files = __webpack_require__(8189);
;// CONCATENATED MODULE: ./build/actions/provision/src/bundle.js
/** The bundle of a plan: made when a preview has planned, and put in place where it is applied. */










/** What a plan of a stack is bound to in this run. */
function expectedOf(run, commit, { stack, sources }, { name, version }, { run: { repositoryId }, env }) {
    const varFiles = run.varFiles.map(({ file, sha256 }) => [file, sha256]);
    return {
        repositoryId,
        stack: stack.folder,
        workspace: env['TF_WORKSPACE'] ?? 'default',
        backend: {
            bucket: run.backend.bucket,
            key: (0,backend_config/* stateKey */.bP)(run, stack),
            region: run.backend['region'] ?? run.region,
        },
        commit,
        sources: (0,canonical/* digest */.b)({ files: sources, varFiles }),
        tool: { name, version },
    };
}
function providersIn(lockFile, file) {
    const { blocks } = (0,hcl/* readHcl */.K)(lockFile.toString('utf8'), file);
    return Object.fromEntries(blocks
        .filter(({ type }) => type === 'provider')
        .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']));
}
/** The files of a stack and its modules, to be taken before planning. */
function filesBefore({ modules }, { workspace }) {
    return snapshot(workspace, new Set(modules.values()));
}
/** What was just planned, as it lies there: another stack's planning may write over it. */
function bundleOf(tool, stack, expected, earlier, world) {
    const { workspace, clock } = world;
    const file = (0,terraform_files/* lockFileOf */.LN)(stack, world);
    const lockFile = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file) : Buffer.alloc(0);
    return {
        bundle: {
            planFile: (0,external_node_fs_.readFileSync)(tool.planFile),
            lockFile,
            generated: generatedSince(earlier, filesBefore(stack, world), workspace),
        },
        binding: { ...expected, providers: providersIn(lockFile, file), createdAt: clock().toISOString() },
    };
}
/** @throws Failure PLAN_BOUND_ELSEWHERE for a plan file that writes to another state */
function checkBackend(planFile, { stack, workspace }, wanted) {
    const refuse = (why) => new failure/* Failure */.HR({
        code: 'PLAN_BOUND_ELSEWHERE',
        what: `The plan file that was saved for ${stack} writes to another state.`,
        why,
        fix: 'Look at what ran in the preview of the pull request: an honest Terraform does not make such a file.',
    });
    let wrong;
    try {
        wrong = differencesOf(backendIn(Buffer.from(planFile)), { workspace, ...wanted });
    }
    catch (error) {
        throw refuse(`It cannot be told which: ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (wrong.length > 0)
        throw refuse(wrong.join(' '));
}
/** What the run and the code of a stack say of its backend. */
function backendWanted(run, stack) {
    const attributes = (0,find/* backendOf */.E)(run.code.declarations(stack.folder))?.attributes ?? new Map();
    const code = new Map([...attributes].map(([name, { literal }]) => [name, literal]));
    return { settings: { ...(0,backend_config/* backendConfig */.bX)(run, stack), key: (0,backend_config/* stateKey */.bP)(run, stack) }, code };
}
/**
 * Puts a saved plan where the tool applies it from, in a folder that was not initialised yet.
 * @throws Failure of `PlanStore.load`, PLAN_BOUND_ELSEWHERE, PLAN_FILES
 */
async function loadBundle(store, tool, expected, backend, world) {
    const loaded = await store.load(expected);
    checkBackend(loaded.planFile, expected, backend);
    restore(loaded.generated, world.workspace);
    const lockFile = (0,terraform_files/* lockFileOf */.LN)(tool.stack, world);
    if (!(0,external_node_fs_.existsSync)(lockFile) && loaded.lockFile.length > 0)
        (0,external_node_fs_.writeFileSync)(lockFile, loaded.lockFile);
    (0,external_node_fs_.writeFileSync)(tool.planFile, loaded.planFile, { mode: 0o600 });
    const { stack, commit } = loaded.binding;
    world.log.info(`${stack}: the plan that was saved for ${commit.slice(0, 12)} at ${loaded.binding.createdAt}`);
    return loaded;
}


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ erroredStateOf),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   XT: () => (/* binding */ planFileOf),
/* harmony export */   pS: () => (/* binding */ dataFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where Terraform's files of a stack are. */


/** Where everything is that Terraform makes for itself, for all stacks. */
function dataFolder({ temp }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'terraform');
}
/** The plan file of a stack, before it is applied. */
function planFileOf({ name }, world) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataFolder(world), `${name}.tfplan`);
}
/** Terraform writes it into the stack's folder when none is committed. */
function lockFileOf({ folder }, { workspace }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, '.terraform.lock.hcl');
}
/** What is left of a state that the backend did not take; undefined when there is none. */
function erroredStateOf({ folder }, { workspace }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, 'errored.tfstate');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? file : undefined;
}


/***/ })

};
