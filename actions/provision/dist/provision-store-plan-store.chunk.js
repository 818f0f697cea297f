export const id = "provision-store-plan-store";
export const ids = ["provision-store-plan-store"];
export const modules = {

/***/ 8874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ encryptionContext),
/* harmony export */   Of: () => (/* binding */ Binding),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4377);
/** What a saved plan was made for. It is applied to that, and to nothing else. */

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const Binding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Numeric id: a name can be registered again by somebody else. */
    repositoryId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/),
    /** Folder of the stack. */
    stack: text,
    workspace: text,
    backend: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ bucket: text, key: text, region: text }),
    /** Head of the pull request: a full commit id. */
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    /** Digest of the files that the stack and its modules are made of, and of its variable files. */
    sources: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['terraform', 'opentofu']), version: text }),
    /** Address \u2192 version of every provider, as the dependency lock file has them. */
    providers: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** ISO 8601, from the injected clock. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
});
/** The fields in which a plan was made for something else. */
function differences(bound, expected) {
    const fields = [
        ['repository id', bound.repositoryId, expected.repositoryId],
        ['stack', bound.stack, expected.stack],
        ['workspace', bound.workspace, expected.workspace],
        ['bucket of the state', bound.backend.bucket, expected.backend.bucket],
        ['key of the state', bound.backend.key, expected.backend.key],
        ['region of the state', bound.backend.region, expected.backend.region],
        ['commit', bound.commit, expected.commit],
        ['code', bound.sources, expected.sources],
        ['tool', bound.tool.name, expected.tool.name],
        ['version of the tool', bound.tool.version, expected.tool.version],
    ];
    return fields.flatMap(([field, one, other]) => one === other ? [] : [{ field, bound: one, expected: other }]);
}
/** What AWS logs of every use of the key, and what a key policy can look at. */
function encryptionContext({ repositoryId, stack, commit, }) {
    return { repository_id: repositoryId, stack, commit };
}


/***/ }),

/***/ 4888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PlanStore: () => (/* binding */ PlanStore),
/* harmony export */   planUsed: () => (/* binding */ planUsed)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4377);
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/* harmony import */ var _toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2231);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6845);
/* harmony import */ var _binding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8874);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2875);
/** Where sealed plans are kept between the review and the apply: objects under a prefix in S3. */








const PLAN = 'terraform.tfplan';
const LOCK = 'terraform.lock.hcl';
const GENERATED = 'generated/';
const Used = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), actor: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), at: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$() });
const AGAIN = 'Open a pull request with the change that is left to do, or with none: its preview plans and saves anew.';
class PlanStore {
    #settings;
    #bucket;
    #keys;
    #world;
    constructor(settings, bucket, keys, world) {
        this.#settings = settings;
        this.#bucket = bucket;
        this.#keys = keys;
        this.#world = world;
    }
    /** @throws Failure PLAN_KEY_REFUSED or PLAN_FILES */
    async seal({ planFile, lockFile, generated }, binding) {
        const files = [
            { name: PLAN, content: planFile },
            { name: LOCK, content: lockFile },
            ...generated.map(({ name, content }) => ({ name: GENERATED + name, content })),
        ];
        try {
            const sealed = await (0,_seal_js__WEBPACK_IMPORTED_MODULE_6__/* .seal */ .od)(files, binding, this.#keys);
            return { sealed, binding, id: nameOf(sealed) };
        }
        catch (error) {
            throw this.#explained(error, binding);
        }
    }
    /** Under its own name, once: nothing is ever put in the place of what a review names. */
    async save({ sealed, binding, id }) {
        await this.#asking(() => this.#bucket.put(this.#at(binding, `${id}.sealed`), sealed, { once: true }));
        this.#world.log.info(`saved the plan of ${binding.stack} for the apply (${sealed.length} bytes, sealed)`);
    }
    /**
     * @param id that the review names
     * @throws Failure PLAN_MISSING, PLAN_BOUND_ELSEWHERE, PLAN_TOO_OLD, PLAN_TAMPERED, PLAN_KEY_REFUSED or
     * PLAN_STORE_REFUSED
     */
    async load(expected, id) {
        const key = this.#at(expected, `${id}.sealed`);
        const sealed = await this.#asking(() => this.#bucket.get(key));
        if (sealed === undefined) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_MISSING',
                what: `The plan of ${expected.stack} that the review names is not there.`,
                why: `There is no s3://${this.#settings.bucket}/${key}.`,
                fix: 'Give the apply the same `plan-store:` and backend as the preview of the pull request. Plans that the bucket has expired must be made again.',
            });
        }
        try {
            if (nameOf(sealed) !== id)
                throw new _seal_js__WEBPACK_IMPORTED_MODULE_6__/* .Tampered */ .J4('its bytes are not those that the review names');
            const { files, binding } = await (0,_seal_js__WEBPACK_IMPORTED_MODULE_6__/* .unseal */ .Du)(sealed, (bound) => this.#check(bound, expected), this.#keys);
            const content = (name) => {
                const file = files.find((each) => each.name === name);
                if (file === undefined)
                    throw new _seal_js__WEBPACK_IMPORTED_MODULE_6__/* .Tampered */ .J4(`it holds no ${name}`);
                return file.content;
            };
            const generated = files.flatMap(({ name, content: bytes }) => name.startsWith(GENERATED) ? [{ name: name.slice(GENERATED.length), content: bytes }] : []);
            return { planFile: content(PLAN), lockFile: content(LOCK), generated, binding, id };
        }
        catch (error) {
            throw this.#explained(error, expected);
        }
    }
    /** Who has used a plan; undefined when nobody has. */
    async usedBy({ id, binding }) {
        const bytes = await this.#asking(() => this.#bucket.get(this.#at(binding, `${id}.used`)));
        if (bytes === undefined)
            return undefined;
        try {
            const { run, actor, at } = Used.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
            return `${actor} at ${at}: ${run}`;
        }
        catch {
            return 'a run that left no name'; // the marker counts, whatever is in it
        }
    }
    /**
     * Marks a plan as used, before anything of it is applied: of any number of runs, one can.
     * @throws Failure PLAN_USED
     */
    async claim(plan) {
        const { run, clock } = this.#world;
        const used = (0,_toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({ run: run.url, actor: run.actor, at: clock().toISOString() });
        const key = this.#at(plan.binding, `${plan.id}.used`);
        if (await this.#asking(() => this.#bucket.put(key, used, { once: true })))
            return;
        throw planUsed(plan.binding.stack, (await this.usedBy(plan)) ?? 'another run');
    }
    /**
     * Keeps a state that the backend did not take; S3 encrypts it with the key of the store.
     * @returns where it is
     */
    async keepState(folder, state) {
        const { run } = this.#world;
        const key = `${this.#settings.prefix}/${run.repositoryId}/rescued/${run.id}-${run.attempt}/${folder}/errored.tfstate`;
        await this.#asking(() => this.#bucket.put(key, state, { encryptWith: this.#settings.key }));
        return `s3://${this.#settings.bucket}/${key}`;
    }
    #at(binding, name) {
        const { repositoryId, commit, stack, backend, workspace } = binding;
        // The same code may be planned for several states.
        const target = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
            .update((0,_toolkit_model_canonical_ts__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({ backend, workspace }))
            .digest('hex')
            .slice(0, 16);
        return [this.#settings.prefix, repositoryId, commit, stack, target, name].join('/');
    }
    #check(bound, expected) {
        const different = (0,_binding_js__WEBPACK_IMPORTED_MODULE_5__/* .differences */ .tX)(bound, expected);
        if (different.length > 0) {
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_BOUND_ELSEWHERE',
                what: `The saved plan of ${expected.stack} was made for something else.`,
                why: `${different.map(({ field, bound: was, expected: is }) => `Its ${field} is ${was}, and this run has ${is}.`).join(' ')}`,
                fix: different.some(({ field }) => field === 'code')
                    ? `The code that was merged is not the code that was planned: require branches to be up to date before merging. ${AGAIN}`
                    : AGAIN,
            });
        }
        const age = this.#world.clock().getTime() - new Date(bound.createdAt).getTime();
        if (age <= this.#settings.maxAge)
            return;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
            code: 'PLAN_TOO_OLD',
            what: `The saved plan of ${expected.stack} is ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(age)} old.`,
            why: `It was made at ${bound.createdAt}; what exists may have changed since, and \`plan-max-age\` allows ${(0,_toolkit_model_duration_ts__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(this.#settings.maxAge)}.`,
            fix: AGAIN,
        });
    }
    #explained(error, { stack }) {
        if (error instanceof _seal_js__WEBPACK_IMPORTED_MODULE_6__/* .Tampered */ .J4) {
            return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_TAMPERED',
                what: `The saved plan of ${stack} is not what was sealed: ${error.message}.`,
                why: 'Somebody, or a broken transfer, has changed it since.',
                fix: `Find out who may write under s3://${this.#settings.bucket}/${this.#settings.prefix}. ${AGAIN}`,
                cause: error,
            });
        }
        if (error instanceof _seal_js__WEBPACK_IMPORTED_MODULE_6__/* .KeyRefused */ .mG) {
            return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_KEY_REFUSED',
                what: `The key ${this.#settings.key} does not serve the plan of ${stack}: ${error.message}.`,
                fix: 'The role that plans needs kms:GenerateDataKey with it, and the role that applies kms:Decrypt.',
                cause: error,
            });
        }
        if (error instanceof RangeError) {
            return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_FILES',
                what: `The plan of ${stack} cannot be saved: ${error.message}.`,
                fix: 'Look at what planning makes in the folder of the stack.',
                cause: error,
            });
        }
        return error;
    }
    async #asking(work) {
        try {
            return await work();
        }
        catch (error) {
            if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_1__/* .httpStatusOf */ .s)(error) !== 403 && (0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_1__/* .httpStatusOf */ .s)(error) !== 404)
                throw error;
            const cause = error instanceof _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR ? error.cause : error;
            const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
            throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                code: 'PLAN_STORE_REFUSED',
                what: `The plan store s3://${this.#settings.bucket}/${this.#settings.prefix} cannot be used: ${message}.`,
                fix: 'The role that plans needs s3:PutObject there; the role that applies s3:GetObject and s3:PutObject, and s3:ListBucket on the bucket.',
                cause: error,
            });
        }
    }
}
function nameOf(sealed) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(sealed).digest('hex');
}
/** @param by who has used it */
function planUsed(stack, by) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
        code: 'PLAN_USED',
        what: `The saved plan of ${stack} was used already, by ${by}.`,
        why: 'A plan is applied once: what it did not come to is planned, and reviewed, anew.',
        fix: AGAIN,
    });
}


/***/ }),

/***/ 2875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mG: () => (/* binding */ KeyRefused),
  J4: () => (/* binding */ Tampered),
  od: () => (/* binding */ seal),
  Du: () => (/* binding */ unseal)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/canonical.js
var canonical = __webpack_require__(8413);
// EXTERNAL MODULE: ./build/actions/provision/src/store/binding.js
var store_binding = __webpack_require__(8874);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/provision/src/store/files.js
/** The files of a bundle as one sequence of bytes: for each, the lengths of name and content, the name, the content. */

const LENGTHS = 8;
const MOST_FILES = 10_000;
/** Bytes. A plan file holds the state twice; larger ones than this are no plans. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Whether a name stays where it is put. */
function isSafeName(name) {
    return (name !== '' &&
        name.length <= 4_096 &&
        !/[\0\\]/.test(name) &&
        name.isWellFormed() &&
        !external_node_path_.posix.isAbsolute(name) &&
        external_node_path_.posix.normalize(name) === name &&
        !name.endsWith('/') &&
        name !== '.' &&
        name !== '..' &&
        !name.startsWith('../'));
}
/** What is wrong with the files of a bundle. */
function problem(files) {
    if (files.length > MOST_FILES)
        return `${files.length} files are more than ${MOST_FILES}`;
    const unsafe = files.find(({ name }) => !isSafeName(name));
    if (unsafe !== undefined)
        return `the file name ${JSON.stringify(unsafe.name)} does not stay in its folder`;
    if (new Set(files.map(({ name }) => name)).size < files.length)
        return 'a file name is there twice';
    const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
    return bytes > MOST_BYTES ? `${bytes} bytes are more than ${MOST_BYTES}` : undefined;
}
/** @throws RangeError for files that a bundle must not hold */
function packFiles(files) {
    const wrong = problem(files);
    if (wrong !== undefined)
        throw new RangeError(wrong);
    return Buffer.concat(files.flatMap(({ name, content }) => {
        const encoded = Buffer.from(name, 'utf8');
        const lengths = Buffer.alloc(LENGTHS);
        lengths.writeUInt32BE(encoded.length, 0);
        lengths.writeUInt32BE(content.length, 4);
        return [lengths, encoded, content];
    }));
}
/** @throws RangeError for bytes that are no packed files, or files that must not be unpacked */
function unpackFiles(bytes) {
    const files = [];
    let at = 0;
    const take = (length) => {
        if (at + length > bytes.length)
            throw new RangeError('it ends in the middle of a file');
        at += length;
        return bytes.subarray(at - length, at);
    };
    while (at < bytes.length) {
        const lengths = take(LENGTHS);
        const name = take(lengths.readUInt32BE(0)).toString('utf8');
        files.push({ name, content: take(lengths.readUInt32BE(4)) });
    }
    const wrong = problem(files);
    if (wrong !== undefined)
        throw new RangeError(wrong);
    return files;
}

;// CONCATENATED MODULE: ./build/actions/provision/src/store/seal.js
/**
 * A sealed bundle: a plan and what belongs to it, encrypted and authenticated as a whole.
 *
 *     8 bytes magic \u00b7 1 byte format \u00b7 4 bytes length of the header \u00b7 header (JSON) \u00b7 ciphertext \u00b7 16 bytes tag
 *
 * AES-256-GCM under a data key of its own from KMS. Everything in front of the ciphertext is authenticated with it, so
 * no byte of a bundle can be changed; the encryption context of the data key says once more whom it is for.
 */





const MAGIC = Buffer.from('OMNIPLAN', 'latin1');
const FORMAT = 1;
const PREFIX = MAGIC.length + 1 + 4;
const MOST_HEADER = 1024 * 1024;
const NONCE = 12;
const TAG = 16;
const ALGORITHM = 'aes-256-gcm';
/** The bytes are not what was sealed. */
class Tampered extends Error {
}
/** The key service does not open this bundle. */
class KeyRefused extends Error {
}
const Header = schemas/* strictObject */.rej({
    binding: store_binding/* Binding */.Of,
    encryptedKey: schemas/* base64 */.K39(),
    nonce: schemas/* base64 */.K39(),
});
async function seal(files, binding, keys) {
    const packed = packFiles(files);
    const { plain, encrypted } = await keys.generate((0,store_binding/* encryptionContext */.LK)(binding));
    try {
        const nonce = (0,external_node_crypto_.randomBytes)(NONCE);
        const header = Buffer.from((0,canonical/* canonicalJson */.dj)({
            binding: store_binding/* Binding */.Of.parse(binding),
            encryptedKey: Buffer.from(encrypted).toString('base64'),
            nonce: nonce.toString('base64'),
        }));
        const prefix = Buffer.alloc(PREFIX);
        MAGIC.copy(prefix);
        prefix.writeUInt8(FORMAT, MAGIC.length);
        prefix.writeUInt32BE(header.length, MAGIC.length + 1);
        const cipher = (0,external_node_crypto_.createCipheriv)(ALGORITHM, plain, nonce, { authTagLength: TAG });
        cipher.setAAD(Buffer.concat([prefix, header]));
        return Buffer.concat([prefix, header, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
    }
    finally {
        plain.fill(0);
    }
}
function parse(bytes) {
    const whole = bytes.length >= PREFIX + TAG &&
        bytes.subarray(0, MAGIC.length).equals(MAGIC) &&
        bytes.readUInt8(MAGIC.length) === FORMAT;
    if (!whole)
        throw new Tampered('it does not begin like a sealed plan');
    const length = bytes.readUInt32BE(MAGIC.length + 1);
    if (length > MOST_HEADER || PREFIX + length + TAG > bytes.length)
        throw new Tampered('it is cut off');
    try {
        return {
            header: Header.parse(JSON.parse(bytes.subarray(PREFIX, PREFIX + length).toString('utf8'))),
            authenticated: bytes.subarray(0, PREFIX + length),
            ciphertext: bytes.subarray(PREFIX + length, -TAG),
            tag: bytes.subarray(-TAG),
        };
    }
    catch (error) {
        throw new Tampered('its header cannot be read', { cause: error });
    }
}
/**
 * @param check is given what the bundle says that it is for, before a key is asked for; it throws when that is wrong.
 * What it was given counts as true only once this returns.
 * @throws Tampered, KeyRefused, or what `check` throws
 */
async function unseal(sealed, check, keys) {
    const { header, authenticated, ciphertext, tag } = parse(Buffer.from(sealed));
    const { binding } = header;
    const nonce = Buffer.from(header.nonce, 'base64');
    if (nonce.length !== NONCE)
        throw new Tampered('its header cannot be read');
    check(binding);
    const key = await keys.decrypt(Buffer.from(header.encryptedKey, 'base64'), (0,store_binding/* encryptionContext */.LK)(binding));
    try {
        const decipher = (0,external_node_crypto_.createDecipheriv)(ALGORITHM, key, nonce, { authTagLength: TAG });
        decipher.setAAD(authenticated);
        decipher.setAuthTag(tag);
        const packed = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
        return { files: unpackFiles(packed), binding };
    }
    catch (error) {
        throw new Tampered('its bytes are not those that were sealed', { cause: error });
    }
    finally {
        key.fill(0);
    }
}


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
