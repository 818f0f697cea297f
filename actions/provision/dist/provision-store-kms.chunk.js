export const id = "provision-store-kms";
export const ids = ["provision-store-kms"];
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

/***/ 9854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openKms: () => (/* binding */ openKms)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2632);
/* harmony import */ var _toolkit_aws_client_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4856);
/* harmony import */ var _toolkit_aws_refusal_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7071);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2875);
/** Data keys from AWS KMS; imported when a plan is sealed or opened, because the SDK takes a while to load. */




function bytesOf(value) {
    if (value === undefined)
        throw new _seal_js__WEBPACK_IMPORTED_MODULE_2__/* .KeyRefused */ .mG('KMS answered without a key');
    return Uint8Array.from(value);
}
/** Whether the key, or who asks, is refused; what passes by itself was tried again by the SDK. */
function refused(error) {
    // What was encrypted for another context or by another key, or is damaged, is all one error, without a message.
    if (error instanceof _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__/* .InvalidCiphertextException */ .x2j)
        return new _seal_js__WEBPACK_IMPORTED_MODULE_2__/* .KeyRefused */ .mG('the data key is not of this bundle');
    if (error instanceof _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__/* .KMSServiceException */ .GvD)
        return new _seal_js__WEBPACK_IMPORTED_MODULE_2__/* .KeyRefused */ .mG(`${error.name}: ${error.message}`);
    return undefined;
}
function openKms({ key, region, credentials, env }) {
    const settings = (0,_toolkit_aws_client_ts__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .ry)('KMS', region, env);
    const client = new _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__/* .KMSClient */ .pgq((0,_toolkit_aws_client_ts__WEBPACK_IMPORTED_MODULE_0__/* .signedBy */ .qI)(credentials, settings));
    const asking = async (action, work) => {
        try {
            return await work();
        }
        catch (error) {
            const asked = { what: `KMS to use ${key}`, action, endpoint: (0,_toolkit_aws_client_ts__WEBPACK_IMPORTED_MODULE_0__/* .endpointOf */ .X5)('KMS', settings), env };
            throw refused(error) ?? (0,_toolkit_aws_refusal_ts__WEBPACK_IMPORTED_MODULE_1__/* .explainAws */ .B)(error, asked);
        }
    };
    return {
        generate: (context) => asking('kms:GenerateDataKey', async () => {
            const { Plaintext, CiphertextBlob } = await client.send(new _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__/* .GenerateDataKeyCommand */ .OhQ({ KeyId: key, KeySpec: 'AES_256', EncryptionContext: { ...context } }));
            return { plain: bytesOf(Plaintext), encrypted: bytesOf(CiphertextBlob) };
        }),
        decrypt: (encrypted, context) => asking('kms:Decrypt', async () => {
            const { Plaintext } = await client.send(
            // Named, so that a bundle cannot choose a key of somebody else's account.
            new _aws_sdk_client_kms__WEBPACK_IMPORTED_MODULE_3__/* .DecryptCommand */ .vIm({ KeyId: key, CiphertextBlob: encrypted, EncryptionContext: { ...context } }));
            return bytesOf(Plaintext);
        }),
        close: () => client.destroy(),
    };
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


/***/ })

};
